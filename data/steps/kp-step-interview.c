/* kp-step-interview.c – takes the examiners' marks and makes the interview marks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-interview.h"

#include <glib/gi18n-lib.h>

#include "kp-correction.h"
#include "kp-panel-record.h"
#include "kp-roster.h"

/* The source of a mark that was typed and isn't recorded yet. */
#define KEPT "kept"

static gboolean
is_written (const KpInterviewRecord *stored,
            KpStatedMark raw,
            const char *dropped)
{
  return stored != NULL && g_str_equal (stored->state, kp_mark_state_get_name (raw.state))
         && (raw.state != KP_MARK_PRESENT || stored->raw == raw.mark) && g_strcmp0 (stored->dropped, dropped) == 0;
}

/* Until the post is corrected the raw mark counts; a raw mark that stands already keeps its correction. */
static gboolean
put_interview (KpSession *session,
               KpLedger *ledger,
               const KpDossier *dossier,
               KpStatedMark raw,
               const char *dropped,
               GError **error)
{
  const gboolean is_present = raw.state == KP_MARK_PRESENT;
  KpInterviewRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = dossier->application->application,
    .state = kp_mark_state_get_name (raw.state),
    .raw = is_present ? raw.mark : KP_NO_INT,
    .mark = is_present ? raw.mark : KP_NO_INT,
    .dropped = dropped,
  };

  return is_written (dossier->interview, raw, dropped)
         || kp_ledger_put (ledger, &kp_interview_table, &record, error);
}

/* @is_sheet: of a file, of which then nothing is taken in. */
static gboolean
refuse_fault (const KpScheme *scheme,
              const char *code,
              const KpPanelRecordFault *found,
              gboolean is_sheet,
              GError **error)
{
  const KpPanelFault *fault = &found->fault;
  g_autofree char *examiner = found->examiner > 0 ? g_strdup_printf ("%u", found->examiner) : NULL;
  const KpSchemeElement *element
      = fault->element != G_MAXUINT && fault->element < scheme->interview.elements->len
            ? g_ptr_array_index (scheme->interview.elements, fault->element)
            : NULL;
  g_autofree char *message = kp_panel_fault_dup_message (fault, examiner, element != NULL ? element->name : NULL);

  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               is_sheet ? _("Candidate number %s: %s Nothing of the file was taken in.")
                        : _("Candidate number %s: %s Nothing was changed."),
               code, message);
  return FALSE;
}

/* 面试原始成绩 of one candidate by the examiners' sheets (rules/kp-panel.c). */
static gboolean
decide_raw (KpSession *session,
            KpLedger *ledger,
            const KpDossier *dossier,
            GPtrArray *marks,
            gboolean is_sheet,
            GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autofree char *dropped = NULL;
  KpPanelResult result = { 0 };
  KpPanelRecordFault fault;

  if (!kp_panel_record_decide (scheme, marks, &result, &dropped, &fault))
    return refuse_fault (scheme, dossier->hearing->code, &fault, is_sheet, error);

  return put_interview (session, ledger, dossier, (KpStatedMark) { KP_MARK_PRESENT, result.mark }, dropped, error);
}

static gboolean
refuse_both (const char *code,
             GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Candidate number %s is marked absent by one cell and has a mark in another. Correct the sheet; nothing "
                 "of the file was taken in."),
               code);
  return FALSE;
}

/* Only whom the file is about: another number may wait for a sheet that was taken back. */
static gboolean
decide_one (KpInterviewEntry *entry,
            const KpDossier *dossier,
            GPtrArray *marks,
            GError **error)
{
  const char *code = dossier->hearing->code;
  gpointer state = NULL;

  if (!g_hash_table_lookup_extended (entry->absent, code, NULL, &state))
    return !g_hash_table_contains (entry->touched, code)
           || decide_raw (entry->session, entry->ledger, dossier, marks, *entry->source != '\0', error);
  if (marks != NULL)
    return refuse_both (code, error);
  return put_interview (entry->session, entry->ledger, dossier,
                        (KpStatedMark) { (KpMarkState) GPOINTER_TO_UINT (state), 0 }, NULL, error);
}

static gboolean
decide_raws (KpInterviewEntry *entry,
             GError **error)
{
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (entry->session), &kp_panel_mark_table,
                         kp_session_get_campaign (entry->session), KP_PANEL_MARKS_GIVEN, KP_NO_BINDS, error);

  if (records == NULL)
    return FALSE;
  groups = kp_panel_record_group (records);
  for (guint i = 0; i < kp_roster_get_n_dossiers (entry->field->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (entry->field->roster, i);
      const char *code = dossier->hearing != NULL ? dossier->hearing->code : NULL;
      GPtrArray *marks = code != NULL ? g_hash_table_lookup (groups, code) : NULL;

      if (code != NULL && !decide_one (entry, dossier, marks, error))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_coefficient (const KpCorrectionPolicy *policy,
                 GArray *rooms,
                 guint room)
{
  for (guint i = 0; rooms != NULL && i < rooms->len; i++)
    {
      const KpCorrectionRoom *one = &g_array_index (rooms, KpCorrectionRoom, i);

      if (one->room == room)
        return kp_fraction_dup_decimal (one->coefficient,
                                        policy->coefficient_decimals >= 0 ? (guint) policy->coefficient_decimals : 6);
    }
  return NULL;
}

/* 修正系数 of one post: all its rooms must be in, since one late mark moves every mean (domain.md §8.6). */
static gboolean
correct_post (KpSession *session,
              KpLedger *ledger,
              GPtrArray *dossiers,
              GError **error)
{
  const KpCorrectionPolicy *policy = &kp_session_get_scheme (session)->interview.correction;
  g_autofree KpCorrectionItem *items = g_new0 (KpCorrectionItem, dossiers->len);
  g_autofree KpStatedMark *marks = g_new0 (KpStatedMark, dossiers->len);
  g_autoptr (GArray) rooms = NULL;
  KpFraction overall = KP_FRACTION_UNKNOWN;
  KpCorrectionOutcome outcome;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (dossiers, i);

      if (dossier->interview == NULL)
        return TRUE;
      items[i].room = (guint) dossier->hearing->room;
      kp_mark_state_from_name (dossier->interview->state, &items[i].raw.state);
      items[i].raw.mark = items[i].raw.state == KP_MARK_PRESENT ? dossier->interview->raw : 0;
    }
  outcome = kp_correction_decide (policy, items, dossiers->len, marks, &rooms, &overall);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (dossiers, i);
      g_autofree char *coefficient
          = outcome == KP_CORRECTION_APPLIED ? dup_coefficient (policy, rooms, items[i].room) : NULL;
      KpInterviewRecord record = *dossier->interview;

      record.mark = marks[i].state == KP_MARK_PRESENT ? marks[i].mark : KP_NO_INT;
      record.coefficient = coefficient;
      if (!kp_ledger_put (ledger, &kp_interview_table, &record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
correct_posts (KpSession *session,
               KpLedger *ledger,
               KpInterviewTally *tally,
               GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);

  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      g_autoptr (GPtrArray) own = g_ptr_array_new ();

      for (guint j = 0; j < kp_roster_get_n_dossiers (roster); j++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (roster, j);

          if (dossier->hearing == NULL || !g_str_equal (dossier->hearing->post, post->code))
            continue;
          g_ptr_array_add (own, (gpointer) dossier);
          tally->n_open += dossier->interview == NULL;
          tally->n_candidates += dossier->interview != NULL && dossier->interview->mark != KP_NO_INT;
          tally->n_absent += dossier->interview != NULL && dossier->interview->mark == KP_NO_INT;
        }
      if (!correct_post (session, ledger, own, error))
        return FALSE;
    }
  return TRUE;
}

/* Of somebody who is away nothing counts that was typed and never recorded; what was recorded is taken back by two people. */
static gboolean
drop_unrecorded (KpInterviewEntry *entry,
                 const char *code,
                 GError **error)
{
  g_autoptr (GPtrArray) kept
      = kp_table_select (kp_session_get_database (entry->session), &kp_panel_mark_table,
                         kp_session_get_campaign (entry->session), "AND code = $2 AND source = $3 " KP_PANEL_MARKS_GIVEN,
                         KP_BINDS (KP_TEXT (code), KP_TEXT (KEPT)), error);

  for (guint i = 0; kept != NULL && i < kept->len; i++)
    {
      if (!kp_ledger_remove (entry->ledger, &kp_panel_mark_table, g_ptr_array_index (kept, i), error))
        return FALSE;
    }
  return kept != NULL;
}

static gboolean
drop_all_unrecorded (KpInterviewEntry *entry,
                     GError **error)
{
  GHashTableIter iter;
  gpointer code;

  g_hash_table_iter_init (&iter, entry->absent);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    {
      if (!drop_unrecorded (entry, code, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_interview_entry_finish:
 * @entry: with all cells taken
 * @tally: (out): what is in by now
 * @error: return location
 *
 * Makes the interview marks of whom the entry is about, corrected where a post is heard in several rooms.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR: nothing of the entry may be committed
 */
gboolean
kp_interview_entry_finish (KpInterviewEntry *entry,
                           KpInterviewTally *tally,
                           GError **error)
{
  return drop_all_unrecorded (entry, error) && decide_raws (entry, error)
         && correct_posts (entry->session, entry->ledger, tally, error);
}

/**
 * kp_interview_decide_marks:
 * @session: a session
 * @ledger: its unit of work
 * @roster: its roster
 * @error: return location
 *
 * Makes the interview marks again from the examiners' marks of the record: of everybody who was heard, and corrected over
 * all rooms of the post. Whoever is absent or void stays so; nothing is written where nothing differs.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_interview_decide_marks (KpSession *session,
                           KpLedger *ledger,
                           KpRoster *roster,
                           GError **error)
{
  const char *present = kp_mark_state_get_name (KP_MARK_PRESENT);
  KpInterviewTally tally = { 0 };
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (session), &kp_panel_mark_table, kp_session_get_campaign (session),
                         KP_PANEL_MARKS_GIVEN, KP_NO_BINDS, error);

  if (records == NULL)
    return FALSE;
  groups = kp_panel_record_group (records);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      GPtrArray *marks = dossier->hearing != NULL ? g_hash_table_lookup (groups, dossier->hearing->code) : NULL;

      if (marks == NULL || dossier->interview == NULL || !g_str_equal (dossier->interview->state, present))
        continue;
      if (!decide_raw (session, ledger, dossier, marks, FALSE, error))
        return FALSE;
    }
  return correct_posts (session, ledger, &tally, error);
}

/**
 * kp_interview_decide_again:
 * @session: a session
 * @ledger: its unit of work
 * @dossier: somebody who drew a number
 * @error: return location
 *
 * Makes the interview mark of one candidate again after a sheet was taken back. Where the sheets that are left give no mark,
 * there is none: a missing sheet is no zero and leaves no trace in the mean.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_interview_decide_again (KpSession *session,
                           KpLedger *ledger,
                           const KpDossier *dossier,
                           GError **error)
{
  g_autofree char *dropped = NULL;
  KpPanelResult result = { 0 };
  KpPanelRecordFault fault;
  g_autoptr (GPtrArray) marks
      = kp_table_select (kp_session_get_database (session), &kp_panel_mark_table, kp_session_get_campaign (session),
                         "AND code = $2 " KP_PANEL_MARKS_GIVEN, KP_BINDS (KP_TEXT (dossier->hearing->code)), error);

  if (marks == NULL)
    return FALSE;
  if (marks->len > 0
      && kp_panel_record_decide (kp_session_get_scheme (session), marks, &result, &dropped, &fault))
    return put_interview (session, ledger, dossier, (KpStatedMark) { KP_MARK_PRESENT, result.mark }, dropped, error);
  return dossier->interview == NULL || kp_ledger_remove (ledger, &kp_interview_table, dossier->interview, error);
}

/**
 * kp_interview_put_absent:
 * @session: a session
 * @ledger: its unit of work
 * @dossier: somebody for whose number nobody came
 * @error: return location
 *
 * Returns: %TRUE with “absent” in the place of a mark, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_interview_put_absent (KpSession *session,
                         KpLedger *ledger,
                         const KpDossier *dossier,
                         GError **error)
{
  return put_interview (session, ledger, dossier, (KpStatedMark) { KP_MARK_ABSENT, 0 }, NULL, error);
}

static gboolean
refuse_stage (const char *sentence,
              GError **error)
{
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE, sentence);
  return FALSE;
}

/* 成都 2012: no mark before there is an interview to give it in. */
static gboolean
check_drawn (const KpPanelField *field,
             GError **error)
{
  g_autoptr (GPtrArray) examiners = kp_panel_field_list_drawable (field);

  if (field->policy.n_rooms == 0)
    return refuse_stage (_("The interview order is not drawn yet, so there can be no interview marks. Draw it first."), error);
  if (examiners->len > 0 && field->seats->len == 0)
    return refuse_stage (_("The examiners are not drawn to rooms yet, so none of them can have given marks. Draw them first."),
                         error);
  return TRUE;
}

/**
 * kp_step_enter_interview:
 * @session: a session, open for writing
 * @sheet: examiners' marks by drawn code; one room or all
 * @room: the room that the file is of, so that numbers of another one are refused; 0 = all
 * @tally: (out): what is in by now
 * @error: return location
 *
 * 面试登分: takes a whole file or none of it. Marks are checked against element, step and sum, the extremes are dropped and
 * the mean rounded as the scheme says; a post heard in several rooms is corrected once all its rooms are in. Nothing of it
 * counts before two people have checked it (kp_step_check_hearings()).
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_interview (KpSession *session,
                         KpMarkSheet *sheet,
                         guint room,
                         KpInterviewTally *tally,
                         GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_IMPORT_INTERVIEW_MARKS, "interview", error);
  g_autoptr (KpInterviewEntry) entry = NULL;
  guint n_cells = 0;
  const KpInterviewCell *cells = kp_mark_sheet_get_cells (sheet, &n_cells);

  *tally = (KpInterviewTally) { .n_cells = n_cells };
  if (ledger == NULL)
    return FALSE;
  entry = kp_interview_entry_new (session, ledger, kp_mark_sheet_get_digest (sheet), room, error);
  if (entry == NULL || !check_drawn (entry->field, error))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      if (!kp_interview_entry_take (entry, &cells[i], error))
        return FALSE;
    }
  return kp_interview_entry_finish (entry, tally, error)
         && kp_session_write_import (session, ledger, "interview", kp_mark_sheet_get_digest (sheet), n_cells, n_cells,
                                     error)
         && kp_session_commit (session, ledger, error);
}

static gboolean
take_typed (KpInterviewEntry *entry,
            const char *code,
            const KpTypedMark *marks,
            guint n_marks,
            GError **error)
{
  for (guint i = 0; i < n_marks; i++)
    {
      const KpInterviewCell cell = {
        .sheet = "",
        .key = code,
        .examiner = marks[i].examiner,
        .element = marks[i].element,
        .state = KP_MARK_SHEET_MARK,
        .text = marks[i].text,
        .code = "",
        .value = marks[i].text,
        .message = "",
      };

      if (!kp_interview_entry_take (entry, &cell, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_away (KpInterviewEntry *entry,
           const char *code,
           KpMarkState state,
           GError **error)
{
  const KpInterviewCell cell = {
    .sheet = "",
    .key = code,
    .element = "",
    .state = state == KP_MARK_ABSENT ? KP_MARK_SHEET_ABSENT : KP_MARK_SHEET_CHEATING,
    .text = "",
    .code = "",
    .value = kp_mark_state_get_chinese (state),
    .message = "",
  };

  return kp_interview_entry_take (entry, &cell, error);
}

static gboolean
is_among (const KpTypedMark *marks,
          guint n_marks,
          const KpPanelMarkRecord *stored)
{
  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].examiner == stored->examiner && g_str_equal (marks[i].element, stored->element))
        return TRUE;
    }
  return FALSE;
}

/* Fields that are empty by now: what stood in them was never recorded as a whole. */
static gboolean
drop_others (KpInterviewEntry *entry,
             const char *code,
             const KpTypedMark *marks,
             guint n_marks,
             GError **error)
{
  g_autoptr (GPtrArray) stored
      = kp_table_select (kp_session_get_database (entry->session), &kp_panel_mark_table,
                         kp_session_get_campaign (entry->session), "AND code = $2 " KP_PANEL_MARKS_GIVEN,
                         KP_BINDS (KP_TEXT (code)), error);

  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      if (!is_among (marks, n_marks, g_ptr_array_index (stored, i))
          && !kp_ledger_remove (entry->ledger, &kp_panel_mark_table, g_ptr_array_index (stored, i), error))
        return FALSE;
    }
  return stored != NULL;
}

/* A mark that was worked out from other cells holds no longer. */
static gboolean
decide_kept (KpInterviewEntry *entry,
             const KpDossier *dossier,
             GError **error)
{
  g_autoptr (KpRoster) after = NULL;

  if (dossier->interview == NULL)
    return TRUE;
  if (!kp_interview_decide_again (entry->session, entry->ledger, dossier, error))
    return FALSE;
  after = kp_session_load_roster (entry->session, error);
  return after != NULL && kp_interview_decide_marks (entry->session, entry->ledger, after, error);
}

static gboolean
is_stored (KpInterviewEntry *entry,
           GPtrArray *stored,
           const KpTypedMark *typed)
{
  KpPanelMarkRecord record = { .examiner = typed->examiner, .element = typed->element };

  if (!kp_interview_parse_mark (kp_session_get_scheme (entry->session), typed->text, &record, NULL))
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    {
      const KpPanelMarkRecord *one = g_ptr_array_index (stored, i);

      if (one->examiner == record.examiner && g_str_equal (one->element, record.element) && one->mark == record.mark)
        return TRUE;
    }
  return FALSE;
}

/* What was recorded already stays as it is, so that it is told from what never was. */
static gboolean
take_changed (KpInterviewEntry *entry,
              const char *code,
              const KpTypedMark *marks,
              guint n_marks,
              GError **error)
{
  g_autoptr (GPtrArray) stored
      = kp_table_select (kp_session_get_database (entry->session), &kp_panel_mark_table,
                         kp_session_get_campaign (entry->session), "AND code = $2 " KP_PANEL_MARKS_GIVEN,
                         KP_BINDS (KP_TEXT (code)), error);

  for (guint i = 0; stored != NULL && i < n_marks; i++)
    {
      if (!is_stored (entry, stored, &marks[i]) && !take_typed (entry, code, &marks[i], 1, error))
        return FALSE;
    }
  return stored != NULL;
}

/**
 * kp_step_keep_hearing:
 * @session: a session, open for writing
 * @code: number of a candidate in a room
 * @marks: (array length=n_marks): what is typed so far
 * @n_marks: their number
 * @error: return location
 *
 * While the examiners' marks are typed: nothing is worked out before all of them are recorded by kp_step_enter_hearing(), but
 * nobody types again what was typed before the power failed.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_keep_hearing (KpSession *session,
                      const char *code,
                      const KpTypedMark *marks,
                      guint n_marks,
                      GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_IMPORT_INTERVIEW_MARKS, code, error);
  g_autoptr (KpInterviewEntry) entry = ledger != NULL ? kp_interview_entry_new (session, ledger, KEPT, 0, error) : NULL;
  const KpDossier *dossier = entry != NULL ? kp_roster_find_code (entry->field->roster, code) : NULL;

  if (entry == NULL || !check_drawn (entry->field, error) || !take_changed (entry, code, marks, n_marks, error))
    return FALSE;
  if (dossier == NULL || g_hash_table_contains (entry->checked, code))
    return TRUE; /* there is nothing to keep */
  return drop_others (entry, code, marks, n_marks, error) && decide_kept (entry, dossier, error)
         && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_enter_hearing:
 * @session: a session, open for writing
 * @code: number of a candidate in a room
 * @state: %KP_MARK_PRESENT, %KP_MARK_ABSENT or %KP_MARK_BREACH
 * @marks: (array length=n_marks): all of the examiners' marks, where the state is %KP_MARK_PRESENT
 * @n_marks: their number
 * @error: return location
 *
 * 面试登分 in the room, candidate by candidate, by the same rules as kp_step_enter_interview(). What is typed again takes the
 * place of what stood there, until two people have checked it.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_hearing (KpSession *session,
                       const char *code,
                       KpMarkState state,
                       const KpTypedMark *marks,
                       guint n_marks,
                       GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_IMPORT_INTERVIEW_MARKS, code, error);
  g_autoptr (KpInterviewEntry) entry = NULL;
  KpInterviewTally tally = { 0 };

  if (ledger == NULL)
    return FALSE;
  entry = kp_interview_entry_new (session, ledger, "", 0, error);
  if (entry == NULL || !check_drawn (entry->field, error))
    return FALSE;
  if (state == KP_MARK_PRESENT ? !take_typed (entry, code, marks, n_marks, error) : !take_away (entry, code, state, error))
    return FALSE;
  return kp_interview_entry_finish (entry, &tally, error) && kp_session_commit (session, ledger, error);
}
