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

static char *
dup_mark (const KpRoomMergeMark *mark)
{
  return mark != NULL ? kp_mark_dup_text (mark->mark, 2) : g_strdup ("");
}

/* @name of the element; "" = the total. */
static void
append_mark (GPtrArray *differences,
             const char *code,
             const char *name,
             const KpRoomMergeMark *record,
             const KpRoomMergeMark *package)
{
  const KpRoomMergeMark *any = record != NULL ? record : package;
  KpRoomDifference *difference;

  if (any == NULL || (record != NULL && package != NULL && record->mark == package->mark))
    return;
  difference = g_new0 (KpRoomDifference, 1);
  *difference = (KpRoomDifference) { g_strdup (code), any->examiner, g_strdup (name), dup_mark (record), dup_mark (package) };
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
 * First what the marks come to, also where both come to the same, then each mark that differs, as the sheets have them.
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
  for (guint examiner = 1; examiner <= scheme->interview.panel.n_examiners; examiner++)
    {
      append_mark (differences, record->code, "", kp_room_merge_find (&ours.side, examiner, ""),
                   kp_room_merge_find (&theirs.side, examiner, ""));
      for (guint i = 0; i < scheme->interview.elements->len; i++)
        {
          const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

          append_mark (differences, record->code, element->name, kp_room_merge_find (&ours.side, examiner, element->code),
                       kp_room_merge_find (&theirs.side, examiner, element->code));
        }
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
