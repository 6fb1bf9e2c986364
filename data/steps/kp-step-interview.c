/* kp-step-interview.c – takes the examiners' marks and makes the interview marks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-interview.h"

#include <glib/gi18n-lib.h>

#include "kp-correction.h"
#include "kp-panel-record.h"
#include "kp-roster.h"

/* A sheet without elements has one mark for each examiner, the total, kept under this name. */
#define TOTAL ""


static gboolean
refuse_cell (const KpInterviewCell *cell,
             const char *reason,
             GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Sheet “%s”, row %u, column %u (number “%s”, value “%s”): %s Nothing of the file was taken in."),
               cell->sheet, cell->sheet_row, cell->column + 1, cell->key, cell->value, reason);
  return FALSE;
}

static const KpSchemeElement *
find_element (const KpScheme *scheme,
              const char *name)
{
  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      if (g_str_equal (element->name, name) || g_str_equal (element->code, name))
        return element;
    }
  return NULL;
}

/* The total of weighted elements has more decimals than they have. */
static gboolean
is_weighted (const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      if (kp_fraction_compare (element->weight, KP_FRACTION_ONE) != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_interview_parse_mark:
 * @scheme: the scheme
 * @text: what the examiner gave
 * @record: (inout): has an examiner and the name or code of an element, "" for the total; gets the element's code and the
 *   mark
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_MARK_ERROR
 */
gboolean
kp_interview_parse_mark (const KpScheme *scheme,
                         const char *text,
                         KpPanelMarkRecord *record,
                         GError **error)
{
  const KpPanelPolicy *panel = &scheme->interview.panel;
  KpMarkRange range = { .full_mark = KP_MARK (100, 0), .decimals = panel->sheet_decimals, .step = panel->step };
  const char *sentence = NULL;

  if (*record->element != '\0')
    {
      const KpSchemeElement *rule = find_element (scheme, record->element);

      if (rule != NULL)
        {
          record->element = rule->code;
          range.full_mark = rule->full;
        }
      else
        sentence = _("the scheme has no element of this name.");
    }
  else if (is_weighted (scheme))
    range = (KpMarkRange) { .full_mark = KP_MARK (100, 0), .decimals = KP_MARK_DECIMALS };
  if (sentence == NULL && (record->examiner <= 0 || record->examiner > panel->n_examiners))
    sentence = _("the scheme has no examiner of this number.");
  if (sentence == NULL)
    return kp_mark_parse_in_range (text, &range, &record->mark, error);
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, sentence);
  return FALSE;
}

static gboolean
parse_cell (const KpScheme *scheme,
            const KpInterviewCell *cell,
            KpPanelMarkRecord *record,
            GError **error)
{
  g_autoptr (GError) local = NULL;

  record->element = *cell->element != '\0' ? cell->element : TOTAL;
  return kp_interview_parse_mark (scheme, cell->text, record, &local) || refuse_cell (cell, local->message, error);
}

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

static gboolean
take_cell (KpSession *session,
           KpLedger *ledger,
           KpRoster *roster,
           KpMarkSheet *sheet,
           const KpInterviewCell *cell,
           GHashTable *absent,
           GError **error)
{
  const KpDossier *dossier = kp_roster_find_code (roster, cell->key);
  KpPanelMarkRecord record = {
    .campaign = kp_session_get_campaign (session),
    .code = cell->key,
    .examiner = cell->examiner,
    .source = kp_mark_sheet_get_digest (sheet),
  };

  if (cell->state == KP_MARK_SHEET_FAULTY)
    return refuse_cell (cell, cell->message, error);
  if (dossier == NULL)
    return refuse_cell (cell, _("no candidate drew this number."), error);
  if (cell->state == KP_MARK_SHEET_EMPTY)
    return TRUE;
  if (cell->state == KP_MARK_SHEET_ABSENT || cell->state == KP_MARK_SHEET_CHEATING)
    {
      const KpMarkState state = cell->state == KP_MARK_SHEET_ABSENT ? KP_MARK_ABSENT : KP_MARK_BREACH;

      g_hash_table_add (absent, (gpointer) cell->key);
      return put_interview (session, ledger, dossier, (KpStatedMark) { state, 0 }, NULL, error);
    }
  return parse_cell (kp_session_get_scheme (session), cell, &record, error)
         && kp_ledger_put (ledger, &kp_panel_mark_table, &record, error);
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

static gboolean
decide_raws (KpSession *session,
             KpLedger *ledger,
             KpRoster *roster,
             GHashTable *absent,
             GError **error)
{
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (session), &kp_panel_mark_table, kp_session_get_campaign (session),
                         "ORDER BY code, examiner, element", KP_NO_BINDS, error);

  if (records == NULL)
    return FALSE;
  groups = kp_panel_record_group (records);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      GPtrArray *marks = dossier->hearing != NULL ? g_hash_table_lookup (groups, dossier->hearing->code) : NULL;

      if (marks == NULL)
        continue;
      if (g_hash_table_contains (absent, dossier->hearing->code))
        return refuse_both (dossier->hearing->code, error);
      if (!decide_raw (session, ledger, dossier, marks, TRUE, error))
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
                         "ORDER BY code, examiner, element", KP_NO_BINDS, error);

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

static gboolean
check_drawn (KpRoster *roster,
             GError **error)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (kp_roster_get_dossier (roster, i)->hearing != NULL)
        return TRUE;
    }
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
                       _("The interview order is not drawn yet, so there can be no interview marks. Draw it first."));
  return FALSE;
}

/**
 * kp_step_enter_interview:
 * @session: a session, open for writing
 * @sheet: examiners' marks by drawn code; one room or all
 * @tally: (out): what is in by now
 * @error: return location
 *
 * 面试登分: takes a whole file or none of it. Marks are checked against element, step and sum, the extremes are dropped and
 * the mean rounded as the scheme says; a post heard in several rooms is corrected once all its rooms are in.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_interview (KpSession *session,
                         KpMarkSheet *sheet,
                         KpInterviewTally *tally,
                         GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_IMPORT_INTERVIEW_MARKS, "interview", error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GHashTable) absent = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_cells = 0;
  const KpInterviewCell *cells = kp_mark_sheet_get_cells (sheet, &n_cells);

  *tally = (KpInterviewTally) { .n_cells = n_cells };
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL || !check_drawn (roster, error))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    {
      if (!take_cell (session, ledger, roster, sheet, &cells[i], absent, error))
        return FALSE;
    }
  return decide_raws (session, ledger, roster, absent, error) && correct_posts (session, ledger, tally, error)
         && kp_session_write_import (session, ledger, "interview", kp_mark_sheet_get_digest (sheet), n_cells, n_cells,
                                     error)
         && kp_session_commit (session, ledger, error);
}
