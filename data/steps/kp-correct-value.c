/* kp-correct-value.c – what a correction puts right, and how it is written.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-correct-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-step-extra.h"
#include "kp-step-interview.h"
#include "kp-mark-entry.h"
#include "kp-seen.h"

#define CORRECTED "corrected"

static gboolean
refuse_same (const char *value,
             GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The record says “%s” already, so there is nothing to correct."), value);
  return FALSE;
}

/* ---- written marks ---- */

static char *
dup_stated (const char *state_name,
            gint64 mark,
            guint decimals)
{
  KpMarkState state = KP_MARK_NOT_ENTERED;

  if (mark != KP_NO_INT)
    return kp_mark_dup_text (mark, decimals);
  kp_mark_state_from_name (state_name, &state);
  return g_strdup (kp_mark_state_get_chinese (state));
}

static gboolean
find_range (KpSession *session,
            const KpCorrectionOrder *order,
            KpMarkRange *range,
            GError **error)
{
  KpSchemePaper paper;

  *range = (KpMarkRange) { .full_mark = KP_MARK (100, 0), .decimals = 2 };
  if (order->what == KP_CORRECT_EXTRA_TEST)
    return TRUE;
  if (!kp_marked_paper_find_rule (session, order->paper, &paper, error))
    return FALSE;
  *range = (KpMarkRange) { .full_mark = paper.full, .decimals = paper.decimals, .step = paper.step };
  return TRUE;
}

/* A correction names a ticket and tells its mark: while secret numbers are sealed that would be a way round them. */
static gboolean
check_not_sealed (KpSession *session,
                  const KpCorrectionOrder *order,
                  GError **error)
{
  gboolean is_sealed = FALSE;

  if (order->what == KP_CORRECT_EXTRA_TEST)
    return TRUE;
  if (!kp_marked_paper_find_seal (session, order->paper, &is_sealed, error))
    return FALSE;
  if (!is_sealed)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("The secret numbers of this paper are still sealed, so nobody can say whose mark is wrong. Lock the "
                         "paper and open them first."));
  return FALSE;
}

static KpMarkRecord *
find_mark (KpSession *session,
           KpRoster *roster,
           const char *paper,
           const char *number,
           GError **error)
{
  const KpDossier *dossier = kp_roster_find_ticket (roster, number);
  KpMarkRecord *stored = NULL;

  if (dossier == NULL)
    dossier = kp_roster_find_application (roster, number);
  if (dossier == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("No ticket or registration number is %s; look it up on the list that is to be corrected."), number);
      return NULL;
    }
  if (!kp_table_find (kp_session_get_database (session), &kp_mark_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_TEXT (paper), KP_TEXT (dossier->application->application)), &stored, error))
    return NULL;
  if (stored == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("Number %s has no agreed mark of this paper yet, so there is nothing to correct. Enter it, or resolve the "
                   "two entries."),
                 number);
  return stored;
}

static gboolean
write_mark (KpSession *session,
            KpLedger *ledger,
            KpRoster *roster,
            const KpCorrectionOrder *order,
            KpCorrectedValue *value,
            GError **error)
{
  const char *paper = order->what == KP_CORRECT_EXTRA_TEST ? KP_EXTRA_TEST_PAPER : order->paper;
  g_autofree KpMarkRecord *stored = NULL;
  KpMarkRange range;
  KpStatedMark mark;
  KpMarkRecord changed;

  if (!find_range (session, order, &range, error) || !check_not_sealed (session, order, error))
    return FALSE;
  stored = find_mark (session, roster, paper, order->number, error);
  if (stored == NULL || !kp_step_parse_mark (&range, order->to, &mark, error))
    return FALSE;
  changed = *stored;
  changed.state = kp_mark_state_get_name (mark.state);
  changed.mark = mark.state == KP_MARK_PRESENT ? mark.mark : KP_NO_INT;
  changed.how = CORRECTED;
  value->what = order->what == KP_CORRECT_EXTRA_TEST ? g_strdup (paper)
                : kp_scheme_get_paper (kp_session_get_scheme (session), paper) != NULL
                    ? g_strdup_printf ("written:%s", paper)
                    : g_strdup_printf ("other:%s", paper);
  value->before = dup_stated (stored->state, stored->mark, range.decimals);
  value->after = dup_stated (changed.state, changed.mark, range.decimals);
  if (g_str_equal (value->before, value->after))
    return refuse_same (value->before, error);
  return kp_session_check_seen (session, &kp_mark_table, stored, &changed, error)
         && kp_ledger_update (ledger, &kp_mark_table, &changed, error);
}

/* ---- examiners' marks ---- */

static GPtrArray *
load_sheet (KpSession *session,
            const char *code,
            GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_panel_mark_table, kp_session_get_campaign (session),
                          "AND state = 'given' AND code = $2 ORDER BY examiner, element", KP_BINDS (KP_TEXT (code)), error);
}

static const KpPanelMarkRecord *
find_cell (GPtrArray *sheet,
           gint64 examiner,
           const char *element)
{
  for (guint i = 0; i < sheet->len; i++)
    {
      const KpPanelMarkRecord *cell = g_ptr_array_index (sheet, i);

      if (cell->examiner == examiner && g_str_equal (cell->element, element))
        return cell;
    }
  return NULL;
}

/* "85.00,84.00" or with elements "20.00/16.00,…": one part for each examiner of the sheet that the order is about. */
static char *
dup_sheet (GPtrArray *sheet,
           guint examiner,
           guint decimals)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 last = 0;

  for (guint i = 0; i < sheet->len; i++)
    {
      const KpPanelMarkRecord *cell = g_ptr_array_index (sheet, i);
      g_autofree char *mark = kp_mark_dup_text (cell->mark, decimals);

      if (examiner != 0 && cell->examiner != examiner)
        continue;
      if (text->len > 0)
        g_string_append_c (text, cell->examiner == last ? '/' : ',');
      g_string_append (text, mark);
      last = cell->examiner;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
put_cell (KpSession *session,
          KpLedger *ledger,
          const KpCorrectionOrder *order,
          gint64 examiner,
          const char *element,
          const char *text,
          GError **error)
{
  KpPanelMarkRecord record = {
    .campaign = kp_session_get_campaign (session),
    .code = order->number,
    .examiner = examiner,
    .element = element,
    .source = CORRECTED,
    .state = "given",
  };

  if (kp_interview_parse_mark (kp_session_get_scheme (session), text, &record, error))
    return kp_ledger_put (ledger, &kp_panel_mark_table, &record, error);
  g_prefix_error (error, _("Examiner %d, mark “%s”: "), (int) examiner, text);
  return FALSE;
}

/* A sheet that states its sum as well: the sum follows its elements. */
static gboolean
follow_sum (KpSession *session,
            KpLedger *ledger,
            GPtrArray *before,
            const KpCorrectionOrder *order,
            gint64 examiner,
            GError **error)
{
  const GPtrArray *elements = kp_session_get_scheme (session)->interview.elements;
  const KpPanelMarkRecord *stored = find_cell (before, examiner, "");
  g_autoptr (GPtrArray) after = NULL;
  KpFraction sum = KP_FRACTION_ZERO;
  KpPanelMarkRecord changed;

  if (stored == NULL)
    return TRUE;
  after = load_sheet (session, order->number, error);
  if (after == NULL)
    return FALSE;
  for (guint i = 0; i < elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (elements, i);
      const KpPanelMarkRecord *cell = find_cell (after, examiner, element->code);

      if (cell == NULL)
        return TRUE;
      sum = kp_fraction_add (sum, kp_fraction_multiply (kp_fraction_from_mark (cell->mark), element->weight));
    }
  changed = *stored;
  changed.source = CORRECTED;
  return !kp_fraction_round_to_mark (sum, KP_MARK_DECIMALS, KP_ROUNDING_HALF_UP, &changed.mark)
         || kp_ledger_put (ledger, &kp_panel_mark_table, &changed, error);
}

/* One examiner: a total, or all elements in the scheme's order joined by strokes. */
static gboolean
put_examiner (KpSession *session,
              KpLedger *ledger,
              GPtrArray *before,
              const KpCorrectionOrder *order,
              gint64 examiner,
              const char *text,
              GError **error)
{
  const GPtrArray *elements = kp_session_get_scheme (session)->interview.elements;
  g_auto (GStrv) parts = NULL;

  if (strchr (text, '/') == NULL)
    return put_cell (session, ledger, order, examiner, "", text, error);
  parts = g_strsplit (text, "/", -1);
  if (g_strv_length (parts) != elements->len)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                   _("“%s” has another number of marks than the scheme has elements (%u); give them all in the scheme’s "
                     "order."),
                   text, elements->len);
      return FALSE;
    }
  for (guint i = 0; i < elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (elements, i);

      if (!put_cell (session, ledger, order, examiner, element->code, parts[i], error))
        return FALSE;
    }
  return follow_sum (session, ledger, before, order, examiner, error);
}

static gboolean
put_sheet (KpSession *session,
           KpLedger *ledger,
           GPtrArray *before,
           const KpCorrectionOrder *order,
           GError **error)
{
  const guint n_examiners = kp_session_get_scheme (session)->interview.panel.n_examiners;
  g_auto (GStrv) parts = NULL;

  if (order->examiner != 0 && order->element != NULL)
    return put_cell (session, ledger, order, order->examiner, order->element, order->to, error)
           && follow_sum (session, ledger, before, order, order->examiner, error);
  if (order->examiner != 0)
    return put_examiner (session, ledger, before, order, order->examiner, order->to, error);
  parts = g_strsplit (order->to, ",", -1);
  if (g_strv_length (parts) != n_examiners)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                   _("Say which examiner’s mark is to be corrected, or give the marks of all %u examiners, joined by commas."),
                   n_examiners);
      return FALSE;
    }
  for (guint i = 0; i < n_examiners; i++)
    {
      if (!put_examiner (session, ledger, before, order, i + 1, parts[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_state (KpSession *session,
           KpLedger *ledger,
           const KpInterviewRecord *stored,
           KpMarkState state,
           GError **error)
{
  KpInterviewRecord changed = *stored;

  changed.state = kp_mark_state_get_name (state);
  changed.coefficient = NULL;
  changed.dropped = NULL;
  /* Present: kp_interview_decide_marks() takes the examiners' marks from here. */
  changed.raw = state == KP_MARK_PRESENT ? 0 : KP_NO_INT;
  changed.mark = changed.raw;
  return kp_session_check_seen (session, &kp_interview_table, stored, &changed, error)
         && kp_ledger_update (ledger, &kp_interview_table, &changed, error);
}

static const struct
{
  const char *word;
  KpMarkState state;
} state_words[] = {
  { "正常", KP_MARK_PRESENT },
  { "缺考", KP_MARK_ABSENT },
  { "违纪", KP_MARK_BREACH },
  { "作弊", KP_MARK_BREACH },
};

static gboolean
find_state (const char *text,
            KpMarkState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_words); i++)
    {
      if (!g_str_equal (text, state_words[i].word))
        continue;
      *state = state_words[i].state;
      return TRUE;
    }
  return FALSE;
}

/* An interview has no papers: what its states are called is shorter than on the lists of papers. */
static const char *
get_word (KpMarkState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_words); i++)
    {
      if (state_words[i].state == state)
        return state_words[i].word;
    }
  return kp_mark_state_get_chinese (state);
}

static gboolean
write_state (KpSession *session,
             KpLedger *ledger,
             const KpDossier *dossier,
             GPtrArray *sheet,
             KpMarkState state,
             KpCorrectedValue *value,
             GError **error)
{
  KpMarkState before = KP_MARK_NOT_ENTERED;

  kp_mark_state_from_name (dossier->interview->state, &before);
  value->before = g_strdup (get_word (before));
  value->after = g_strdup (get_word (state));
  if (before == state)
    return refuse_same (value->before, error);
  if (state == KP_MARK_PRESENT && sheet->len == 0)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The examiners gave candidate number %s no marks; give the marks of all examiners instead."),
                   dossier->hearing->code);
      return FALSE;
    }
  return put_state (session, ledger, dossier->interview, state, error);
}

/* A whole sheet of somebody who was absent: was present after all. */
static gboolean
write_sheet (KpSession *session,
             KpLedger *ledger,
             const KpDossier *dossier,
             GPtrArray *sheet,
             const KpCorrectionOrder *order,
             KpCorrectedValue *value,
             GError **error)
{
  const guint decimals = kp_session_get_scheme (session)->interview.panel.sheet_decimals;
  const gboolean was_absent = g_str_equal (dossier->interview->state, kp_mark_state_get_name (KP_MARK_ABSENT));
  const gint64 n_before = kp_ledger_get_n_written (ledger);
  g_autoptr (GPtrArray) after = NULL;

  value->before = was_absent ? g_strdup (kp_mark_state_get_chinese (KP_MARK_ABSENT))
                             : dup_sheet (sheet, order->examiner, decimals);
  if (!put_sheet (session, ledger, sheet, order, error))
    return FALSE;
  after = load_sheet (session, order->number, error);
  if (after == NULL)
    return FALSE;
  value->after = dup_sheet (after, order->examiner, decimals);
  if (kp_ledger_get_n_written (ledger) == n_before || g_str_equal (value->before, value->after))
    return refuse_same (value->before, error);
  return !was_absent || put_state (session, ledger, dossier->interview, KP_MARK_PRESENT, error);
}

static gboolean
check_heard (KpSession *session,
             const KpDossier *dossier,
             const char *code,
             GError **error)
{
  if (dossier == NULL || dossier->interview == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("No candidate with an interview mark drew the number %s; look it up on the list of the interview."),
                   code);
      return FALSE;
    }
  if (kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_INTERVIEW))
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
                       _("The interview is still open: import the corrected sheet of marks instead. A correction is for marks "
                         "from which totals were made."));
  return FALSE;
}

static gboolean
write_interview (KpSession *session,
                 KpLedger *ledger,
                 KpRoster *roster,
                 const KpCorrectionOrder *order,
                 KpCorrectedValue *value,
                 GError **error)
{
  const KpDossier *dossier = kp_roster_find_code (roster, order->number);
  g_autoptr (GPtrArray) sheet = NULL;
  KpMarkState state;

  if (!check_heard (session, dossier, order->number, error))
    return FALSE;
  sheet = load_sheet (session, order->number, error);
  if (sheet == NULL)
    return FALSE;
  value->what = order->examiner == 0 ? g_strdup ("interview") : g_strdup_printf ("interview:%u", order->examiner);
  if (order->examiner == 0 && find_state (order->to, &state))
    return write_state (session, ledger, dossier, sheet, state, value, error);
  return write_sheet (session, ledger, dossier, sheet, order, value, error);
}

/**
 * kp_correct_load_one:
 * @session: a session
 * @order: about a written mark
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a roster of whom the order names alone, empty when there is nobody; or %NULL with
 * #KP_DATA_ERROR
 */
KpRoster *
kp_correct_load_one (KpSession *session,
                     const KpCorrectionOrder *order,
                     GError **error)
{
  g_autoptr (GPtrArray) seats
      = kp_table_select (kp_session_get_database (session), &kp_seat_table, kp_session_get_campaign (session),
                         "AND ticket = $2 ORDER BY sitting", KP_BINDS (KP_TEXT (order->number)), error);

  if (seats == NULL)
    return NULL;
  return kp_session_load_roster_of (
      session, seats->len > 0 ? ((const KpSeatRecord *) g_ptr_array_index (seats, 0))->application : order->number, error);
}

/**
 * kp_correct_write:
 * @session: a session
 * @ledger: its unit of work
 * @roster: its roster
 * @order: what is to be put right
 * @value: (out): what it was and what it is
 * @error: return location
 *
 * Writes the corrected mark or state; the old one stays in the journal. What depends on it is made by kp_recompute().
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_correct_write (KpSession *session,
                  KpLedger *ledger,
                  KpRoster *roster,
                  const KpCorrectionOrder *order,
                  KpCorrectedValue *value,
                  GError **error)
{
  *value = (KpCorrectedValue) { 0 };
  if (order->what == KP_CORRECT_INTERVIEW)
    return write_interview (session, ledger, roster, order, value, error);
  return write_mark (session, ledger, roster, order, value, error);
}

/**
 * kp_corrected_value_clear:
 * @value: what was written
 */
void
kp_corrected_value_clear (KpCorrectedValue *value)
{
  g_clear_pointer (&value->what, g_free);
  g_clear_pointer (&value->before, g_free);
  g_clear_pointer (&value->after, g_free);
}
