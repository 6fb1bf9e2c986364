/* kp-step-headcount.c – the cap on community workers, and the plan that is held against it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-headcount.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-two-people.h"

static void
read_node (const KpHeadcountNodeRecord *record,
           KpHeadcountNode *node)
{
  const gint64 workers[KP_WORKER_N_KINDS] = { record->committee, record->staff, record->on_probation, record->converted, record->committee_part, record->group_leader, record->volunteer, record->seconded, record->property, record->welfare, record->dispatched };

  *node = (KpHeadcountNode){
    .code = record->code,
    .parent = record->parent,
    .name = record->name,
    .level = (KpNodeLevel) record->level,
    .from = kp_candidate_parse_date (record->starts),
    .until = kp_candidate_parse_date (record->ends),
    .population = record->population,
    .floor = (guint) record->least,
    .rank = (guint) record->turn,
    .override_document = record->override_document,
    .own = { .n_reserved = (guint) record->reserved,
             .n_running = (guint) record->running,
             .n_leaving = (guint) record->leaving,
             .plan_vacant = (guint) record->plan_vacant,
             .plan_leaving = (guint) record->plan_leaving,
             .plan_new = (guint) record->plan_new },
  };
  for (guint i = 0; i < KP_WORKER_N_KINDS; i++)
    node->own.n_workers[i] = (guint) workers[i];
}

/* The rules of the allotment are those of the cap in force. */
static const KpHeadcountCapRecord *
find_cap (const GPtrArray *caps,
          KpDate on)
{
  const KpHeadcountCapRecord *found = NULL;

  for (guint i = 0; i < caps->len; i++)
    {
      const KpHeadcountCapRecord *cap = g_ptr_array_index (caps, i);

      if (kp_date_compare (kp_candidate_parse_date (cap->starts), on) <= 0)
        found = cap;
    }
  return found;
}

static void
compute (KpHeadcountReport *report,
         KpDate on)
{
  KpHeadcountCap cap = { 0 };

  kp_headcount_policy_init (&report->policy);
  report->cap = find_cap (report->caps, on);
  if (report->cap != NULL)
    {
      cap = (KpHeadcountCap){ kp_candidate_parse_date (report->cap->starts), (guint) report->cap->places,
                              report->cap->document };
      report->policy.per_10k = (guint) report->cap->per_10k;
      report->policy.community_floor = (guint) report->cap->community_floor;
      report->policy.counts_leaving = report->cap->counts_leaving != 0;
      kp_rounding_from_name (report->cap->rounding, &report->policy.rounding);
    }
  report->n_lines = report->nodes->len;
  report->facts = g_new0 (KpHeadcountNode, report->n_lines + 1);
  report->lines = g_new0 (KpHeadcountLine, report->n_lines + 1);
  for (guint i = 0; i < report->n_lines; i++)
    read_node (g_ptr_array_index (report->nodes, i), &report->facts[i]);
  report->may_go_on = kp_headcount_decide (&report->policy, &cap, report->cap != NULL ? 1 : 0, report->facts,
                                           report->n_lines, on, report->lines);
}

/**
 * kp_headcount_report_load:
 * @session: a session
 * @on: as of which day
 * @error: return location
 *
 * 员额测算: the tree of that day held against the cap of that day. Changes nothing.
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with #KP_DATA_ERROR
 */
KpHeadcountReport *
kp_headcount_report_load (KpSession *session,
                          KpDate on,
                          GError **error)
{
  g_autoptr (KpHeadcountReport) report = g_new0 (KpHeadcountReport, 1);
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);

  report->caps = kp_table_select (db, &kp_headcount_cap_table, campaign, "ORDER BY starts", KP_NO_BINDS, error);
  if (report->caps == NULL)
    return NULL;
  report->nodes = kp_table_select (db, &kp_headcount_node_table, campaign, "ORDER BY code, starts", KP_NO_BINDS, error);
  if (report->nodes == NULL)
    return NULL;
  compute (report, on);
  return g_steal_pointer (&report);
}

/**
 * kp_headcount_report_free:
 * @report: (transfer full) (nullable): a report
 */
void
kp_headcount_report_free (KpHeadcountReport *report)
{
  if (report == NULL)
    return;
  g_free (report->lines);
  g_free (report->facts);
  g_clear_pointer (&report->nodes, g_ptr_array_unref);
  g_clear_pointer (&report->caps, g_ptr_array_unref);
  g_free (report);
}

/**
 * kp_step_set_cap:
 * @session: a session, open for writing
 * @order: the cap
 * @error: return location
 *
 * 核定控制数: writes a cap with its day and its document down, by two people. One that stands for the same day is never
 * changed: what was approved later has a later day.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_set_cap (KpSession *session,
                 const KpCapOrder *order,
                 GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *starts = kp_date_dup_iso (order->from);
  KpHeadcountCapRecord record = {
    .campaign = kp_session_get_campaign (session),
    .starts = starts,
    .places = order->places,
    .document = order->document,
    .per_10k = order->policy.per_10k,
    .rounding = kp_rounding_get_name (order->policy.rounding),
    .community_floor = order->policy.community_floor,
    .counts_leaving = order->policy.counts_leaving,
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
  };

  if (!kp_two_people_check_named (session, order->by, order->with, error))
    return FALSE;
  if (order->places == 0 || order->policy.per_10k == 0 || !kp_date_is_valid (order->from)
      || kp_two_people_is_blank (order->document))
    return kp_step_refuse (_("A cap needs its places, the day from which it holds, and the document that approves it."), error);
  ledger = kp_session_begin_beside (session, "headcount-cap", starts, error);
  return ledger != NULL && kp_ledger_insert (ledger, &kp_headcount_cap_table, &record, error)
         && kp_session_commit (session, ledger, error);
}

static gboolean
write_node (KpSession *session,
            KpLedger *ledger,
            const KpHeadcountNode *node,
            GError **error)
{
  const KpHeadcountCount *own = &node->own;
  const guint *workers = own->n_workers;
  g_autofree char *starts = kp_date_dup_iso (node->from);
  g_autofree char *ends = kp_date_is_valid (node->until) ? kp_date_dup_iso (node->until) : NULL;
  KpHeadcountNodeRecord record = {
    .campaign = kp_session_get_campaign (session),
    .code = node->code,
    .starts = starts,
    .parent = node->parent,
    .name = node->name,
    .level = node->level,
    .ends = ends,
    .population = node->population,
    .least = node->floor,
    .turn = node->rank,
    .committee = workers[KP_WORKER_COMMITTEE],
    .staff = workers[KP_WORKER_STAFF],
    .on_probation = workers[KP_WORKER_ON_PROBATION],
    .converted = workers[KP_WORKER_CONVERTED],
    .committee_part = workers[KP_WORKER_COMMITTEE_PART],
    .group_leader = workers[KP_WORKER_GROUP_LEADER],
    .volunteer = workers[KP_WORKER_VOLUNTEER],
    .seconded = workers[KP_WORKER_SECONDED],
    .property = workers[KP_WORKER_PROPERTY],
    .welfare = workers[KP_WORKER_WELFARE],
    .dispatched = workers[KP_WORKER_DISPATCHED],
    .reserved = own->n_reserved,
    .running = own->n_running,
    .leaving = own->n_leaving,
    .plan_vacant = own->plan_vacant,
    .plan_leaving = own->plan_leaving,
    .plan_new = own->plan_new,
    .override_document = node->override_document,
  };

  return kp_ledger_put (ledger, &kp_headcount_node_table, &record, error);
}

static gboolean
stands_in (const KpHeadcountNode *nodes,
           guint n_nodes,
           const KpHeadcountNodeRecord *record)
{
  const KpDate starts = kp_candidate_parse_date (record->starts);

  for (guint i = 0; i < n_nodes; i++)
    if (g_str_equal (nodes[i].code, record->code) && kp_date_compare (nodes[i].from, starts) == 0)
      return TRUE;
  return FALSE;
}

/* In the record the second row would replace the first without a word. */
static gboolean
check_rows (const KpHeadcountNode *nodes,
            guint n_nodes,
            GError **error)
{
  for (guint i = 0; i < n_nodes; i++)
    for (guint k = i + 1; k < n_nodes; k++)
      {
        if (!g_str_equal (nodes[i].code, nodes[k].code) || kp_date_compare (nodes[i].from, nodes[k].from) != 0)
          continue;
        g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("%s (%s): %s Nothing was taken in."), nodes[k].name,
                     nodes[k].code, kp_headcount_problem_get_chinese (KP_HEADCOUNT_TWICE));
        return FALSE;
      }
  return TRUE;
}

/* The sheet is the whole tree: what it lacks goes, in the journal with what it was. */
static gboolean
replace_nodes (KpSession *session,
               KpLedger *ledger,
               KpHeadcountSheet *sheet,
               GError **error)
{
  g_autoptr (GPtrArray) stored
      = kp_table_select (kp_session_get_database (session), &kp_headcount_node_table, kp_session_get_campaign (session), "",
                         KP_NO_BINDS, error);
  guint n_nodes;
  const KpHeadcountNode *nodes = kp_headcount_sheet_get_nodes (sheet, &n_nodes);

  if (stored == NULL || !check_rows (nodes, n_nodes, error))
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    if (!stands_in (nodes, n_nodes, g_ptr_array_index (stored, i))
        && !kp_ledger_remove (ledger, &kp_headcount_node_table, g_ptr_array_index (stored, i), error))
      return FALSE;
  for (guint i = 0; i < n_nodes; i++)
    if (!write_node (session, ledger, &nodes[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_plan (const KpHeadcountReport *report,
            GError **error)
{
  if (report->n_lines == 0)
    return kp_step_refuse (_("The sheet has no row of a county, street or community."), error);
  for (guint i = 0; i < report->n_lines; i++)
    for (guint k = 0; k < KP_HEADCOUNT_N_PROBLEMS; k++)
      {
        if (!(report->lines[i].problems & (1u << k)) || !kp_headcount_problem_refuses ((KpHeadcountProblem) k))
          continue;
        g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("%s (%s): %s Nothing was taken in."),
                     report->facts[i].name, report->facts[i].code,
                     kp_headcount_problem_get_chinese ((KpHeadcountProblem) k));
        return FALSE;
      }
  return TRUE;
}

/**
 * kp_step_take_headcount:
 * @session: a session, open for writing
 * @sheet: the county, its streets and communities
 * @by: who answers for it
 * @with: another person
 * @error: return location
 *
 * Takes the whole tree with people and yearly plan in the place of the one before. Refused when it doesn't hold together, and
 * when the county plans more than it has free (意见三); a street's is only warned about.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_take_headcount (KpSession *session,
                        KpHeadcountSheet *sheet,
                        const char *by,
                        const char *with,
                        GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpHeadcountReport) report = NULL;
  g_autofree char *people = NULL;

  if (!kp_two_people_check_named (session, by, with, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "headcount", NULL, error);
  if (ledger == NULL || !replace_nodes (session, ledger, sheet, error))
    return FALSE;
  report = kp_headcount_report_load (session, kp_session_get_today (session), error);
  people = g_strdup_printf ("%s、%s：%s", by, with, kp_headcount_sheet_get_digest (sheet));
  return report != NULL && check_plan (report, error) && kp_ledger_note (ledger, "headcount", people, error)
         && kp_session_commit (session, ledger, error);
}
