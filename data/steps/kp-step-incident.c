/* kp-step-incident.c – what happened on the exam day: absent, too late, or a breach up to the service of its decision.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 35号令, applied by reference:
 *
 *   recorded by two ──▶ informed of facts, grounds and rights ──▶ (statement) ──▶ decided by two ──▶ served ──▶ (review)
 *
 * None of the steps is left out or taken before the one before it. The article decides what becomes of the marks
 * (rules/kp-breach.c), nobody's taste. Absent and too late need no decision: the mark is 缺考 at once. */

#include "kp-step-incident.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-absence.h"
#include "kp-mark-entry.h"
#include "kp-step-correct.h"
#include "kp-two-people.h"

#define BREACH "breach"

/* ---- recording ---- */

static gboolean
check_order (KpSession *session,
             const KpIncidentOrder *order,
             GError **error)
{
  const gboolean is_breach = g_strcmp0 (order->kind, BREACH) == 0;

  if (!is_breach && g_strcmp0 (order->kind, "absent") != 0 && g_strcmp0 (order->kind, "late") != 0)
    return kp_step_refuse (_("An incident is absent, late or breach."), error);
  if (is_breach && kp_breach_find (order->article) == NULL)
    return kp_step_refuse (_("A breach needs its article of the regulation: 5, 6, 7, 8 or 10."), error);
  if (!is_breach && order->article != NULL)
    return kp_step_refuse (_("Only a breach has an article."), error);
  if (kp_two_people_is_blank (order->facts))
    return kp_step_refuse (_("An incident needs its facts: what was seen, where and when."), error);
  return kp_two_people_check_named (session, order->by, order->with, error);
}

static gboolean
find_next_number (KpSession *session,
                  guint *number,
                  GError **error)
{
  gint64 n = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_incident_table, kp_session_get_campaign (session), "",
                       KP_NO_BINDS, &n, error))
    return FALSE;
  *number = (guint) n + 1;
  return TRUE;
}

static const KpDossier *
find_candidate (const KpMarkedPaper *paper,
                const char *number,
                GError **error)
{
  const KpDossier *dossier = kp_step_find_number (paper->roster, number);

  if (dossier != NULL && kp_marked_paper_is_sat_by (paper, dossier))
    return dossier;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("Nobody with number %s sits paper “%s”."), number,
               paper->rule->code);
  return NULL;
}

static gboolean
insert_incident (KpSession *session,
                 KpLedger *ledger,
                 const KpIncidentOrder *order,
                 const KpDossier *dossier,
                 guint number,
                 GError **error)
{
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  KpIncidentRecord record = {
    .campaign = kp_session_get_campaign (session),
    .number = number,
    .application = dossier->application->application,
    .paper = order->paper,
    .kind = order->kind,
    .article = order->article != NULL ? kp_breach_find (order->article)->article : NULL,
    .facts = order->facts,
    .evidence = order->evidence,
    .first_recorder = order->by,
    .second_recorder = order->with,
    .recorded_on = today,
    .candidate_signed = !order->refused_to_sign,
  };

  return kp_ledger_insert (ledger, &kp_incident_table, &record, error);
}

/**
 * kp_step_record_incident:
 * @session: a session, open for writing
 * @order: what two people recorded
 * @number: (out): of the incident in the campaign
 * @error: return location
 *
 * Writes an incident of the exam day down. Absent and too late make the mark 缺考; a breach waits for its decision.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_record_incident (KpSession *session,
                         const KpIncidentOrder *order,
                         guint *number,
                         GError **error)
{
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = NULL;
  const KpDossier *dossier;
  gboolean is_breach;

  if (!check_order (session, order, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "incident", order->kind, error);
  if (ledger == NULL || !kp_marked_paper_load (&paper, session, order->paper, error))
    return FALSE;
  dossier = find_candidate (&paper, order->number, error);
  is_breach = g_str_equal (order->kind, BREACH);
  if (dossier == NULL || (!is_breach && !kp_absence_check (&paper, dossier->application->application, error))
      || !find_next_number (session, number, error)
      || !insert_incident (session, ledger, order, dossier, *number, error))
    return FALSE;
  return (is_breach || kp_absence_agree (session, ledger, order->paper, error)) && kp_session_commit (session, ledger, error);
}

/* ---- informing and serving ---- */

static KpIncidentRecord *
find_breach (KpSession *session,
             guint number,
             GError **error)
{
  g_autofree KpIncidentRecord *record = NULL;

  if (!kp_table_find (kp_session_get_database (session), &kp_incident_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_INT (number)), &record, error))
    return NULL;
  if (record != NULL && g_str_equal (record->kind, BREACH))
    return g_steal_pointer (&record);
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
               _("The record has no breach with number %u; see “kaopin incident FILE --list”."), number);
  return NULL;
}

static gboolean
update (KpSession *session,
        KpLedger *ledger,
        KpIncidentRecord *changed,
        GError **error)
{
  return kp_ledger_update (ledger, &kp_incident_table, changed, error) && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_inform_incident:
 * @session: a session, open for writing
 * @number: of a breach
 * @statement: (nullable): what the candidate stated in defence
 * @error: return location
 *
 * The candidate was informed today of facts, grounds and the right of statement and defence (告知书); a second time adds the
 * statement.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_inform_incident (KpSession *session,
                         guint number,
                         const char *statement,
                         GError **error)
{
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "incident-inform", NULL, error);
  g_autofree KpIncidentRecord *stored = ledger != NULL ? find_breach (session, number, error) : NULL;
  KpIncidentRecord changed;

  if (stored == NULL)
    return FALSE;
  if (stored->decision != NULL)
    return kp_step_refuse (_("The incident is decided already."), error);
  changed = *stored;
  if (changed.informed_on == NULL)
    changed.informed_on = today;
  if (!kp_two_people_is_blank (statement))
    changed.statement = statement;
  return update (session, ledger, &changed, error);
}

/**
 * kp_step_serve_incident:
 * @session: a session, open for writing
 * @number: of a decided breach
 * @how: how the decision was handed over: in person, by post, left before witnesses
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_serve_incident (KpSession *session,
                        guint number,
                        const char *how,
                        GError **error)
{
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "incident-serve", NULL, error);
  g_autofree KpIncidentRecord *stored = ledger != NULL ? find_breach (session, number, error) : NULL;
  KpIncidentRecord changed;

  if (stored == NULL)
    return FALSE;
  if (stored->decision == NULL)
    return kp_step_refuse (_("The incident isn't decided yet, so there is no decision to serve."), error);
  if (stored->served_on != NULL)
    return kp_step_refuse (_("The decision was served already."), error);
  if (kp_two_people_is_blank (how))
    return kp_step_refuse (_("Say with --how in which way the decision was served."), error);
  changed = *stored;
  changed.served_on = today;
  changed.served_how = how;
  return update (session, ledger, &changed, error);
}

/**
 * kp_step_review_incident:
 * @session: a session, open for writing
 * @number: of a served decision
 * @review: what the candidate asked for, and what came of it
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_review_incident (KpSession *session,
                         guint number,
                         const char *review,
                         GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "incident-review", NULL, error);
  g_autofree KpIncidentRecord *stored = ledger != NULL ? find_breach (session, number, error) : NULL;
  KpIncidentRecord changed;

  if (stored == NULL)
    return FALSE;
  if (stored->served_on == NULL)
    return kp_step_refuse (_("The decision wasn't served yet, so nobody can ask for its review."), error);
  if (kp_two_people_is_blank (review))
    return kp_step_refuse (_("Say what was asked for and what came of it."), error);
  changed = *stored;
  changed.review = review;
  return update (session, ledger, &changed, error);
}

/* ---- deciding ---- */

/* Locked marks change as by a correction, with lists, places and all that hangs on them. */
static gboolean
correct_mark (KpSession *session,
              KpLedger *ledger,
              const KpMarkedPaper *paper,
              const KpIncidentRecord *incident,
              KpMarkState state,
              KpIncidentEffect *effect,
              GError **error)
{
  g_autofree KpMarkRecord *mark = NULL;
  g_autofree char *reason = g_strdup_printf ("违纪违规处理决定第%u号", (guint) incident->number);
  g_autoptr (KpCorrectionReport) report = NULL;
  const KpCorrectionOrder order = {
    .what = KP_CORRECT_PAPER,
    .paper = paper->rule->code,
    .number = incident->application,
    .to = kp_mark_state_get_chinese (state),
    .reason = reason,
    .by = incident->decided_by,
    .with = incident->decided_with,
  };

  if (!kp_table_find (kp_session_get_database (session), &kp_mark_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_TEXT (paper->rule->code), KP_TEXT (incident->application)), &mark, error))
    return FALSE;
  if (mark == NULL || g_str_equal (mark->state, kp_mark_state_get_name (state)))
    return TRUE;
  if (!kp_correct_apply (session, ledger, &order, &report, error))
    return FALSE;
  effect->n_corrections++;
  return TRUE;
}

static gboolean
void_mark (KpSession *session,
           KpLedger *ledger,
           const char *code,
           const KpIncidentRecord *incident,
           KpIncidentEffect *effect,
           GError **error)
{
  g_auto (KpMarkedPaper) paper = { 0 };
  const KpDossier *dossier;
  KpMarkState state;
  KpMarksTally tally = { 0 };

  if (!kp_marked_paper_load (&paper, session, code, error))
    return FALSE;
  dossier = kp_roster_find_application (paper.roster, incident->application);
  state = kp_marked_paper_get_decided (&paper, incident->application);
  if (state == KP_MARK_NOT_ENTERED || !kp_marked_paper_is_sat_by (&paper, dossier))
    return TRUE;
  if (paper.lock != NULL)
    return correct_mark (session, ledger, &paper, incident, state, effect, error);
  effect->n_marks++;
  return kp_marks_agree (&paper, ledger, 1, &tally, error);
}

static gboolean
void_marks (KpSession *session,
            KpLedger *ledger,
            const KpIncidentRecord *incident,
            KpIncidentEffect *effect,
            GError **error)
{
  const GPtrArray *papers = kp_session_get_scheme (session)->written.papers;

  for (guint i = 0; i < papers->len; i++)
    {
      if (!void_mark (session, ledger, ((const KpSchemePaper *) g_ptr_array_index (papers, i))->code, incident, effect,
                      error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_step_decide_incident:
 * @session: a session, open for writing
 * @number: of a breach of which the candidate was informed
 * @is_upheld: whether the breach stands; else it is dismissed
 * @by: who decides
 * @with: who does it too: another person
 * @effect: (out): what became of the marks
 * @error: return location
 *
 * Decides a breach. Upheld, its article says what becomes of the marks: this paper void, or all of them; and until when the
 * county's list keeps it. Marks that are locked are corrected, with everything that depends on them.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_decide_incident (KpSession *session,
                         guint number,
                         gboolean is_upheld,
                         const char *by,
                         const char *with,
                         KpIncidentEffect *effect,
                         GError **error)
{
  const KpDate today = kp_session_get_today (session);
  g_autofree char *day = kp_date_dup_iso (today);
  g_autofree char *kept_until = NULL;
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree KpIncidentRecord *stored = NULL;
  const KpBreachArticle *article;
  KpIncidentRecord changed;

  *effect = (KpIncidentEffect) { 0 };
  if (!kp_two_people_check_named (session, by, with, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "incident-decide", NULL, error);
  stored = ledger != NULL ? find_breach (session, number, error) : NULL;
  if (stored == NULL)
    return FALSE;
  if (stored->decision != NULL)
    return kp_step_refuse (_("The incident is decided already."), error);
  if (stored->informed_on == NULL)
    return kp_step_refuse (_("The candidate wasn't informed yet of facts, grounds and the right of statement and defence; write that "
                             "down first, with --inform."),
                           error);
  article = kp_breach_find (stored->article);
  changed = *stored;
  changed.decision = is_upheld ? "upheld" : "dismissed";
  changed.consequence = is_upheld ? kp_breach_consequence_get_name (article->consequence) : NULL;
  changed.decided_on = day;
  changed.decided_by = by;
  changed.decided_with = with;
  kept_until = is_upheld ? kp_breach_dup_kept_until (article, today) : NULL;
  changed.kept_until = kept_until;
  return kp_ledger_update (ledger, &kp_incident_table, &changed, error)
         && (!is_upheld || void_marks (session, ledger, &changed, effect, error))
         && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_list_incidents:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpIncidentRecord): by number; or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_step_list_incidents (KpSession *session,
                        GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_incident_table, kp_session_get_campaign (session),
                          "ORDER BY number", KP_NO_BINDS, error);
}
