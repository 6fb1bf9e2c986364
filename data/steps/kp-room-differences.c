/* kp-room-differences.c – a room package beside the record, number by number.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-differences.h"

/* Owned; its texts are the candidate's. */
typedef struct
{
  KpRoomMergeSide side;
  KpRoomMergeMark *marks;
} Side;

static void
side_clear (Side *side)
{
  g_free (side->marks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static Side
lay_out (const KpRoomCandidate *candidate)
{
  const guint n = candidate->marks->len;
  Side out = { .marks = g_new0 (KpRoomMergeMark, n + 1) };

  for (guint i = 0; i < n; i++)
    {
      const KpPanelMarkRecord *mark = g_ptr_array_index (candidate->marks, i);

      out.marks[i] = (KpRoomMergeMark) { (guint) mark->examiner, mark->element, mark->mark };
    }
  out.side = (KpRoomMergeSide) { candidate->result, candidate->state == KP_ROOM_CHECKED, out.marks, n };
  return out;
}

/** kp_room_differences_decide: what becomes of a number, as rules/kp-room-merge.c says. */
KpRoomMerge
kp_room_differences_decide (const KpRoomCandidate *record,
                            const KpRoomCandidate *package)
{
  g_auto (Side) ours = lay_out (record);
  g_auto (Side) theirs = lay_out (package);

  return kp_room_merge_decide (&ours.side, &theirs.side);
}

/** kp_room_differences_find: the candidate of that number; (nullable). */
const KpRoomCandidate *
kp_room_differences_find (const KpRoomDesk *desk,
                          const char *code)
{
  for (guint i = 0; i < desk->candidates->len; i++)
    {
      const KpRoomCandidate *candidate = g_ptr_array_index (desk->candidates, i);

      if (g_str_equal (candidate->code, code))
        return candidate;
    }
  return NULL;
}

static const char *
get_element_name (const KpScheme *scheme,
                  const char *code)
{
  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      if (g_str_equal (element->code, code))
        return element->name;
    }
  return code;
}

static char *
dup_mark (const KpRoomMergeMark *mark)
{
  return mark != NULL ? kp_mark_dup_text (mark->mark, 2) : g_strdup ("");
}

/* @mark is of either side; each pair comes once, since of two equal ones nothing is told. */
static void
append_mark (GPtrArray *differences,
             const KpScheme *scheme,
             const char *code,
             const KpRoomMergeMark *record,
             const KpRoomMergeMark *package)
{
  const KpRoomMergeMark *any = record != NULL ? record : package;
  KpRoomDifference *difference;

  if (record != NULL && package != NULL && record->mark == package->mark)
    return;
  difference = g_new0 (KpRoomDifference, 1);
  *difference = (KpRoomDifference) { g_strdup (code), any->examiner, g_strdup (get_element_name (scheme, any->element)),
                                     dup_mark (record), dup_mark (package) };
  g_ptr_array_add (differences, difference);
}

static void
append_result (GPtrArray *differences,
               const KpRoomCandidate *record,
               const KpRoomCandidate *package)
{
  KpRoomDifference *difference = g_new0 (KpRoomDifference, 1);

  *difference = (KpRoomDifference) {
    g_strdup (record->code),
    0,
    g_strdup (""),
    g_strdup (record->result != NULL ? record->result : ""),
    g_strdup (package->result != NULL ? package->result : ""),
  };
  g_ptr_array_add (differences, difference);
}

/**
 * kp_room_differences_append:
 * @differences: (element-type KpRoomDifference): gets what differs
 * @scheme: the scheme
 * @record: a number as the record has it
 * @package: the same number in the package
 *
 * First what the marks come to, also where both come to the same, then each mark that differs.
 */
void
kp_room_differences_append (GPtrArray *differences,
                            const KpScheme *scheme,
                            const KpRoomCandidate *record,
                            const KpRoomCandidate *package)
{
  g_auto (Side) ours = lay_out (record);
  g_auto (Side) theirs = lay_out (package);

  append_result (differences, record, package);
  for (guint i = 0; i < ours.side.n_marks; i++)
    append_mark (differences, scheme, record->code, &ours.marks[i],
                 kp_room_merge_find (&theirs.side, ours.marks[i].examiner, ours.marks[i].element));
  for (guint i = 0; i < theirs.side.n_marks; i++)
    {
      if (kp_room_merge_find (&ours.side, theirs.marks[i].examiner, theirs.marks[i].element) == NULL)
        append_mark (differences, scheme, record->code, NULL, &theirs.marks[i]);
    }
}

/** kp_room_difference_free: @difference with its texts. */
void
kp_room_difference_free (gpointer difference)
{
  KpRoomDifference *self = difference;

  g_free (self->code);
  g_free (self->element);
  g_free (self->record);
  g_free (self->package);
  g_free (self);
}
