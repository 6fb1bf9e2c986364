/* kp-step-room-in.c – takes in the work of a room package: all of it, or nothing.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The marks go the way of every other mark (kp-interview-entry.c), and the confirmations of the two in the room are held
 * against what the record makes of the marks, as if they were said here (kp-step-room.c). So a package gives what its paper
 * sheets would give, and there is one place that knows which mark may be given. */
#include "kp-step-room-in.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-account-list.h"
#include "kp-room-pins.h"
#include "kp-room-reading.h"
#include "kp-step-interview.h"
#include "kp-step-room.h"
#include "kp-two-people.h"

typedef struct
{
  KpSession *office;
  KpRoomReading *reading;
  KpLedger *ledger;
  const KpRoomInDecision *decision; /* (nullable) */
  KpRoomDesk *record;               /* the room in the office's record */
  KpRoomDesk *package;              /* the same room in the package */
  GPtrArray *taken;                 /* (element-type KpRoomCandidate): of the package, borrowed */
  GPtrArray *conflicts;             /* (element-type KpRoomCandidate): of the package, borrowed */
  KpRoomInReport *report;
} Merge;

static void
merge_clear (Merge *merge)
{
  g_clear_pointer (&merge->ledger, kp_ledger_free);
  g_clear_pointer (&merge->reading, kp_room_reading_free);
  g_clear_pointer (&merge->record, kp_room_desk_free);
  g_clear_pointer (&merge->package, kp_room_desk_free);
  g_clear_pointer (&merge->taken, g_ptr_array_unref);
  g_clear_pointer (&merge->conflicts, g_ptr_array_unref);
  g_clear_pointer (&merge->report, kp_room_in_report_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

/** kp_room_in_report_free: with all that it owns; @report may be NULL. */
void
kp_room_in_report_free (KpRoomInReport *report)
{
  if (report == NULL)
    return;
  g_free (report->digest);
  g_ptr_array_unref (report->differences);
  g_free (report);
}

/* ---- number by number ---- */

/* Somebody who came late has another number now; the room called the old one in vain. */
static gboolean
check_moved (const KpRoomCandidate *candidate,
             GError **error)
{
  if (candidate->marks->len == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Nobody has the number %s any more, but the room has marks for it. Nothing was taken in; find out who was "
                 "heard, and enter the signed sheets."),
               candidate->code);
  return FALSE;
}

static gboolean
check_left_out (const Merge *merge,
                GError **error)
{
  for (guint i = 0; i < merge->record->candidates->len; i++)
    {
      const KpRoomCandidate *candidate = g_ptr_array_index (merge->record->candidates, i);

      if (candidate->state == KP_ROOM_CHECKED || kp_room_differences_find (merge->package, candidate->code) != NULL)
        continue;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The number %s was given after the room package was written, so it isn't in it. Enter and check its signed "
                     "sheets in the record first; nothing was taken in."),
                   candidate->code);
      return FALSE;
    }
  return TRUE;
}

static gboolean
refuse_open (guint n,
             const char *first,
             GError **error)
{
  if (n == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The room isn't done: %u of its numbers aren't confirmed by two people, the first is %s. A room package is "
                 "taken in as a whole; nothing of it was."),
               n, first);
  return FALSE;
}

static gboolean
sort_out (Merge *merge,
          GError **error)
{
  const char *first = NULL;
  guint n_open = 0;

  for (guint i = 0; i < merge->package->candidates->len; i++)
    {
      KpRoomCandidate *candidate = g_ptr_array_index (merge->package->candidates, i);
      const KpRoomCandidate *record = kp_room_differences_find (merge->record, candidate->code);
      const KpRoomMerge outcome = record != NULL ? kp_room_differences_decide (record, candidate) : KP_ROOM_MERGE_SAME;

      if (record == NULL && !check_moved (candidate, error))
        return FALSE;
      if (outcome == KP_ROOM_MERGE_TAKE)
        g_ptr_array_add (merge->taken, candidate);
      else if (outcome == KP_ROOM_MERGE_CONFLICT)
        g_ptr_array_add (merge->conflicts, candidate);
      else if (outcome == KP_ROOM_MERGE_OPEN)
        first = n_open++ == 0 ? candidate->code : first;
      else
        merge->report->n_same++;
      if (outcome == KP_ROOM_MERGE_CONFLICT)
        kp_room_differences_append (merge->report->differences, kp_session_get_scheme (merge->office), record, candidate);
    }
  merge->report->n_taken = merge->taken->len;
  merge->report->n_conflicts = merge->conflicts->len;
  return refuse_open (n_open, first, error) && check_left_out (merge, error);
}

/* Names stand beside the numbers by now: whoever changes a mark knows whose it is. */
static gboolean
check_sealed (Merge *merge,
              GError **error)
{
  g_autofree KpRoomOpeningRecord *opening = NULL;

  if (merge->taken->len + merge->conflicts->len == 0)
    return TRUE;
  if (!kp_table_find (kp_session_get_database (merge->office), &kp_room_opening_table, kp_session_get_campaign (merge->office),
                      KP_BINDS (KP_INT (merge->report->room)), &opening, error))
    return FALSE;
  return opening == NULL
         || kp_step_refuse (_("The seal of the room is broken already, and the package says something else than the record. From then on "
                              "a mark is changed by a correction only; nothing was taken in."),
                            error);
}

/* ---- what two people decided ---- */

static gboolean
is_among (const char *const *codes,
          const char *code)
{
  return codes != NULL && g_strv_contains (codes, code);
}

static gboolean
check_each (const Merge *merge,
            const char *const *codes,
            GError **error)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      gboolean is_conflict = FALSE;

      for (guint k = 0; k < merge->conflicts->len; k++)
        is_conflict = is_conflict
                      || g_str_equal (((const KpRoomCandidate *) g_ptr_array_index (merge->conflicts, k))->code, codes[i]);
      if (is_conflict)
        continue;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                   _("There is nothing to decide of the number %s: record and package don't contradict one another."), codes[i]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_decision (const Merge *merge,
                GError **error)
{
  const KpRoomInDecision *decision = merge->decision;

  if (!check_each (merge, decision->package_holds, error) || !check_each (merge, decision->record_holds, error))
    return FALSE;
  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      const char *code = ((const KpRoomCandidate *) g_ptr_array_index (merge->conflicts, i))->code;

      if (is_among (decision->package_holds, code) != is_among (decision->record_holds, code))
        continue;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                   _("Say of the number %s which holds, the record or the package: one of them. Nothing was taken in."), code);
      return FALSE;
    }
  return TRUE;
}

static gboolean
note_decision (Merge *merge,
               const KpRoomCandidate *candidate,
               GError **error)
{
  const KpRoomCandidate *record = kp_room_differences_find (merge->record, candidate->code);
  const KpTwoPeople *persons = &merge->decision->persons;
  g_autofree char *text
      = g_strdup_printf ("number %s: record %s, package %s of %s: the %s holds, by %s and %s: %s", candidate->code,
                         record->result != NULL ? record->result : "-", candidate->result != NULL ? candidate->result : "-",
                         merge->report->digest, is_among (merge->decision->package_holds, candidate->code) ? "package" : "record",
                         persons->first_person, persons->second_person, persons->reason);

  return kp_ledger_note (merge->ledger, candidate->code, text, error);
}

static gboolean
remove_check (Merge *merge,
              const char *code,
              GError **error)
{
  g_autofree KpHearingCheckRecord *check = NULL;

  return kp_table_find (kp_session_get_database (merge->office), &kp_hearing_check_table,
                        kp_session_get_campaign (merge->office), KP_BINDS (KP_TEXT (code)), &check, error)
         && (check == NULL || kp_ledger_remove (merge->ledger, &kp_hearing_check_table, check, error));
}

/* The record's own marks are void from now on, as sheets that were taken back. */
static gboolean
void_record (Merge *merge,
             const KpRoomCandidate *candidate,
             GError **error)
{
  const KpRoomCandidate *record = kp_room_differences_find (merge->record, candidate->code);
  const KpTwoPeople *persons = &merge->decision->persons;

  for (guint i = 0; i < record->marks->len; i++)
    {
      KpPanelMarkRecord changed = *(const KpPanelMarkRecord *) g_ptr_array_index (record->marks, i);

      changed.state = "void";
      changed.void_reason = persons->reason;
      changed.void_first = persons->first_person;
      changed.void_second = persons->second_person;
      if (!kp_ledger_update (merge->ledger, &kp_panel_mark_table, &changed, error))
        return FALSE;
    }
  return remove_check (merge, candidate->code, error);
}

static gboolean
carry_out_decision (Merge *merge,
                    GError **error)
{
  if (!check_decision (merge, error))
    return FALSE;
  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      KpRoomCandidate *candidate = g_ptr_array_index (merge->conflicts, i);

      if (!note_decision (merge, candidate, error))
        return FALSE;
      if (!is_among (merge->decision->package_holds, candidate->code))
        continue;
      if (candidate->state != KP_ROOM_CHECKED)
        return refuse_open (1, candidate->code, error);
      if (!void_record (merge, candidate, error))
        return FALSE;
      g_ptr_array_add (merge->taken, candidate);
    }
  return TRUE;
}

/* ---- the marks ---- */

/* As it was typed: "20", not "20.0000". */
static char *
dup_typed (KpMark mark)
{
  char *text = kp_mark_dup_text (mark, KP_MARK_DECIMALS);
  gsize length = strlen (text);

  while (length > 1 && text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[length - 1] = '\0';
  return text;
}

static gboolean
take_marks (KpInterviewEntry *entry,
            const KpRoomCandidate *candidate,
            GError **error)
{
  for (guint i = 0; i < candidate->marks->len; i++)
    {
      const KpPanelMarkRecord *mark = g_ptr_array_index (candidate->marks, i);
      g_autofree char *text = dup_typed (mark->mark);
      const KpInterviewCell cell = {
        .sheet = "",
        .key = candidate->code,
        .examiner = (guint) mark->examiner,
        .element = mark->element,
        .state = KP_MARK_SHEET_MARK,
        .text = text,
        .code = "",
        .value = text,
        .message = "",
      };

      if (!kp_interview_entry_take (entry, &cell, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_away (KpInterviewEntry *entry,
           const KpRoomCandidate *candidate,
           GError **error)
{
  const gboolean is_absent = g_strcmp0 (candidate->result, kp_mark_state_get_chinese (KP_MARK_ABSENT)) == 0;
  const KpInterviewCell cell = {
    .sheet = "",
    .key = candidate->code,
    .element = "",
    .state = is_absent ? KP_MARK_SHEET_ABSENT : KP_MARK_SHEET_CHEATING,
    .text = "",
    .code = "",
    .value = candidate->result,
    .message = "",
  };

  return kp_interview_entry_take (entry, &cell, error);
}

static gboolean
is_away (const KpRoomCandidate *candidate)
{
  return g_strcmp0 (candidate->result, kp_mark_state_get_chinese (KP_MARK_ABSENT)) == 0
         || g_strcmp0 (candidate->result, kp_mark_state_get_chinese (KP_MARK_BREACH)) == 0;
}

static gboolean
enter_all (Merge *merge,
           GError **error)
{
  g_autoptr (KpInterviewEntry) entry
      = kp_interview_entry_new (merge->office, merge->ledger, merge->report->digest, merge->report->room, error);
  KpInterviewTally tally = { 0 };

  for (guint i = 0; entry != NULL && i < merge->taken->len; i++)
    {
      const KpRoomCandidate *candidate = g_ptr_array_index (merge->taken, i);

      if (is_away (candidate) ? !take_away (entry, candidate, error) : !take_marks (entry, candidate, error))
        return FALSE;
    }
  return entry != NULL && kp_interview_entry_finish (entry, &tally, error);
}

/* Sheets that the room took back stay to be read, unless the right ones are in their place. */
static gboolean
copy_voided (Merge *merge,
             const char *code,
             GError **error)
{
  g_autoptr (GPtrArray) marks
      = kp_table_select (kp_session_get_database (merge->reading->room), &kp_panel_mark_table,
                         kp_session_get_campaign (merge->office), "AND code = $2 AND state = 'void' ORDER BY examiner, element",
                         KP_BINDS (KP_TEXT (code)), error);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      KpPanelMarkRecord *mark = g_ptr_array_index (marks, i);
      g_autofree KpPanelMarkRecord *stored = NULL;

      if (!kp_table_find (kp_session_get_database (merge->office), &kp_panel_mark_table, mark->campaign,
                          KP_BINDS (KP_TEXT (code), KP_INT (mark->examiner), KP_TEXT (mark->element)), &stored, error))
        return FALSE;
      mark->source = merge->report->digest;
      if (stored == NULL && !kp_ledger_insert (merge->ledger, &kp_panel_mark_table, mark, error))
        return FALSE;
    }
  return marks != NULL;
}

static gboolean
check_pins (Merge *merge,
            const KpHearingCheckRecord *check,
            GError **error)
{
  gboolean holds = FALSE;

  if (!kp_room_pins_check (merge->reading->room, check, &holds, error))
    return FALSE;
  if (!holds)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("Number %s wasn't confirmed by the PINs of those who stand beside its mark. Nothing was taken in; enter the "
                   "signed sheets."),
                 check->code);
  return holds;
}

static gboolean
put_checks (Merge *merge,
            GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (merge->office, error);
  g_autoptr (KpPanelField) after = accounts != NULL ? kp_panel_field_load (merge->office, error) : NULL;

  for (guint i = 0; after != NULL && i < merge->taken->len; i++)
    {
      const KpRoomCandidate *candidate = g_ptr_array_index (merge->taken, i);
      g_autofree KpHearingCheckRecord *check = NULL;

      if (!kp_table_find (kp_session_get_database (merge->reading->room), &kp_hearing_check_table,
                          kp_session_get_campaign (merge->office), KP_BINDS (KP_TEXT (candidate->code)), &check, error))
        return FALSE;
      g_return_val_if_fail (check != NULL, FALSE);
      if (!check_pins (merge, check, error))
        return FALSE;
      kp_room_pins_name (accounts, check);
      if (!kp_room_put_check (merge->office, merge->ledger, after, check, error)
          || !copy_voided (merge, candidate->code, error))
        return FALSE;
    }
  return after != NULL;
}

static gboolean
put_taken (Merge *merge,
           GError **error)
{
  g_autofree char *now = kp_session_dup_now (merge->office);
  KpRoomPackageRecord changed = *merge->reading->issued;

  changed.taken_at = now;
  changed.taken_digest = merge->report->digest;
  return kp_ledger_update (merge->ledger, &kp_room_package_table, &changed, error);
}

/* ---- the step ---- */

static gboolean
begin (Merge *merge,
       GError **error)
{
  g_autofree char *subject = g_strdup_printf ("room-%u", merge->report->room);

  merge->ledger = kp_session_begin (merge->office, KP_STEP_IMPORT_INTERVIEW_MARKS, subject, error);
  if (merge->ledger == NULL || !kp_room_reading_check_drawn (merge->reading, merge->office, error))
    return FALSE;
  merge->record = kp_room_desk_load (merge->office, merge->report->room, error);
  merge->package = merge->record != NULL ? kp_room_desk_load (merge->reading->room, merge->report->room, error) : NULL;
  return merge->package != NULL;
}

static gboolean
carry_out (Merge *merge,
           GError **error)
{
  const gboolean is_decided = merge->decision != NULL;

  if ((is_decided && !kp_two_people_check_change (merge->office, &merge->decision->persons, error)) || !begin (merge, error)
      || !sort_out (merge, error) || !check_sealed (merge, error))
    return FALSE;
  if (merge->conflicts->len > 0 && !is_decided)
    {
      merge->report->outcome = KP_ROOM_IN_CONFLICT;
      return TRUE;
    }
  merge->report->outcome = merge->taken->len + merge->conflicts->len > 0 ? KP_ROOM_IN_TAKEN : KP_ROOM_IN_SAME;
  if ((is_decided && !carry_out_decision (merge, error)) || (merge->taken->len > 0 && !enter_all (merge, error))
      || (merge->taken->len > 0 && !put_checks (merge, error)))
    return FALSE;
  merge->report->n_taken = merge->taken->len;
  return put_taken (merge, error) && kp_session_commit (merge->office, merge->ledger, error);
}

/**
 * kp_step_take_room_package:
 * @session: a session on the office's record, open for writing
 * @path: a room package that came back
 * @key: of kp_room_package_unlock()
 * @decision: (nullable): which holds where record and package contradict one another
 * @error: return location
 *
 * 考场数据包收回: all numbers of the room with their marks and confirmations, or nothing. A package that was taken in already
 * changes nothing, whatever happened since. On a server a keeper's login takes it in, as one gave it out: that the two in the
 * room gave their PINs is seen in the package, and not by the server. What the record says otherwise, by another copy of the package or by the paper
 * sheets, is told with both sides' marks, and nothing is taken in before two people have decided it.
 *
 * Returns: (transfer full) (nullable): what became of it, or %NULL with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
KpRoomInReport *
kp_step_take_room_package (KpSession *session,
                           const char *path,
                           KpSealedKey *key,
                           const KpRoomInDecision *decision,
                           GError **error)
{
  g_auto (Merge) merge = { .office = session, .decision = decision };

  merge.reading = kp_room_pins_check_office (session, error) ? kp_room_reading_new (session, path, key, error) : NULL;
  if (merge.reading == NULL)
    return NULL;
  merge.taken = g_ptr_array_new ();
  merge.conflicts = g_ptr_array_new ();
  merge.report = g_new0 (KpRoomInReport, 1);
  *merge.report = (KpRoomInReport) {
    .outcome = KP_ROOM_IN_SAME,
    .room = (guint) merge.reading->issued->room,
    .number = (guint) merge.reading->issued->number,
    .digest = g_strdup (merge.reading->digest),
    .differences = g_ptr_array_new_with_free_func (kp_room_difference_free),
  };
  if (g_strcmp0 (merge.reading->issued->taken_digest, merge.reading->digest) != 0 && !carry_out (&merge, error))
    return NULL;
  return g_steal_pointer (&merge.report);
}
