/* kp-room-merge.c – whether the marks of one number in a room package may join those of the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing that anybody typed is overwritten by what came on a stick, and nothing counts that two people haven't confirmed:
 *
 *   package ↓          record →   nothing    part of it,     the same,     something else
 *                                            unconfirmed     confirmed     or more of it
 *   confirmed                     take       take            same          conflict
 *   unconfirmed                   open       open            same          conflict, if the record's is confirmed; else open
 *   nothing                       open       open            same          same, if the record's is confirmed; else open
 *
 * Who confirmed makes no difference. */

#include "kp-room-merge.h"

/** kp_room_merge_find: the mark of that examiner in that element; (nullable). */
const KpRoomMergeMark *
kp_room_merge_find (const KpRoomMergeSide *side,
                    guint                  examiner,
                    const char            *element)
{
  for (guint i = 0; i < side->n_marks; i++)
    {
      if (side->marks[i].examiner == examiner && g_str_equal (side->marks[i].element, element))
        return &side->marks[i];
    }
  return NULL;
}

/* Every mark of @part is one of @whole. */
static gboolean
is_part (const KpRoomMergeSide *part,
         const KpRoomMergeSide *whole)
{
  for (guint i = 0; i < part->n_marks; i++)
    {
      const KpRoomMergeMark *other = kp_room_merge_find (whole, part->marks[i].examiner, part->marks[i].element);

      if (other == NULL || other->mark != part->marks[i].mark)
        return FALSE;
    }
  return part->result == NULL || g_strcmp0 (part->result, whole->result) == 0;
}

static gboolean
is_empty (const KpRoomMergeSide *side)
{
  return side->result == NULL && side->n_marks == 0;
}

static gboolean
is_equal (const KpRoomMergeSide *a,
          const KpRoomMergeSide *b)
{
  return a->n_marks == b->n_marks && g_strcmp0 (a->result, b->result) == 0 && is_part (a, b);
}

/**
 * kp_room_merge_decide:
 * @record: what the office has of the number
 * @package: what came back from the room
 *
 * Returns: what becomes of it
 */
KpRoomMerge
kp_room_merge_decide (const KpRoomMergeSide *record,
                      const KpRoomMergeSide *package)
{
  if (record->is_checked)
    return is_equal (record, package) || is_empty (package) ? KP_ROOM_MERGE_SAME : KP_ROOM_MERGE_CONFLICT;
  if (!package->is_checked)
    return KP_ROOM_MERGE_OPEN;
  return is_part (record, package) ? KP_ROOM_MERGE_TAKE : KP_ROOM_MERGE_CONFLICT;
}
