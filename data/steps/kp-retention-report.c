/* kp-retention-report.c – what of a campaign may be erased, and from which day on.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A process ends with the last of what came of it: publicity, first day of work, leaving, answer to an objection, end of the
 * reserve pool. As long as an objection is open, or somebody proposed is neither hired nor gone, it goes on. */
#include "kp-retention-report.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-change-tables.h"
#include "kp-conversion-tables.h"
#include "kp-employment.h"

static void
reach (KpDate *last,
       const char *day)
{
  const KpDate date = kp_candidate_parse_date (day);

  if (kp_date_is_valid (date) && (kp_date_is_none (*last) || kp_date_compare (date, *last) > 0))
    *last = date;
}

static gboolean
reach_objections (KpSession *session,
                  KpRetentionReport *report,
                  GError **error)
{
  g_autoptr (GPtrArray) objections = kp_table_select (kp_session_get_database (session), &kp_objection_table,
                                                      kp_session_get_campaign (session), "", KP_NO_BINDS, error);

  for (guint i = 0; objections != NULL && i < objections->len; i++)
    {
      const KpObjectionRecord *objection = g_ptr_array_index (objections, i);

      if (objection->outcome == NULL)
        report->running = _("an objection isn't answered yet.");
      reach (&report->ended, objection->answered_on);
    }
  return objections != NULL;
}

static void
reach_people (KpRetentionReport *report)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < kp_roster_get_n_dossiers (report->roster); i++)
    {
      const KpDossier *d = kp_roster_get_dossier (report->roster, i);

      if (d->proposal == NULL)
        continue;
      is_any = TRUE;
      reach (&report->ended, d->proposal->public_until);
      reach (&report->ended, d->contract != NULL ? d->contract->starts : NULL);
      reach (&report->ended, d->departure != NULL ? d->departure->left_on : NULL);
      if (d->contract == NULL && d->departure == NULL)
        report->running = _("somebody who was proposed is neither hired nor has left.");
    }
  if (!is_any)
    report->running = _("nobody was proposed yet. If the recruitment ended without hires, say the day with --ended.");
}

/* Who was said to end it later, in a dispute before a court, ends it later; nobody ends it earlier. */
static gboolean
find_end (KpSession *session,
          KpRetentionReport *report,
          KpDate said,
          GError **error)
{
  const KpReservePolicy *reserve = &kp_session_get_scheme (session)->reserve;

  if (!reach_objections (session, report, error))
    return FALSE;
  reach_people (report);
  if (reserve->applies && kp_date_is_valid (reserve->until) && !kp_date_is_none (report->ended)
      && kp_date_compare (reserve->until, report->ended) > 0)
    report->ended = reserve->until;
  if (kp_date_is_valid (said) && kp_date_is_none (report->ended))
    report->running = NULL;
  if (kp_date_is_valid (said) && (kp_date_is_none (report->ended) || kp_date_compare (said, report->ended) > 0))
    report->ended = said;
  if (report->running != NULL)
    report->ended = KP_DATE_NONE;
  return TRUE;
}

static KpDate
get_contract_end (const KpEmployments *works,
                  const KpDossier *d)
{
  const KpEmployment *work = kp_employments_find (works, d->contract->number, NULL);

  if (work == NULL)
    return KP_DATE_NONE;
  return work->end != NULL ? kp_candidate_parse_date (work->end->last_day) : work->person.ends;
}

static void
count (KpRetentionReport *report,
       KpRetentionKind kind,
       const char *who,
       KpDate due)
{
  KpRetentionLine *line = &report->lines[kind];

  line->n_kept++;
  if (kp_date_is_valid (due) && (kp_date_is_none (line->due) || kp_date_compare (due, line->due) < 0))
    line->due = due;
  if (!kp_retention_is_due (due, report->on))
    return;
  line->n_due++;
  g_hash_table_add (report->due[kind], (gpointer) who);
}

static void
count_person (KpRetentionReport *report,
              const KpRetentionPolicy *policy,
              const KpEmployments *works,
              const KpDossier *d)
{
  const gboolean is_erased = g_str_has_prefix (d->person->id_number, KP_RETENTION_ERASED);
  const gboolean is_named = !g_str_equal (d->person->name, KP_RETENTION_ERASED);
  const char *who = d->application->application;

  if (d->contract != NULL)
    {
      const KpDate end = get_contract_end (works, d);

      if (!is_erased)
        count (report, KP_RETENTION_HIRED, who, kp_retention_decide_hired (policy, report->ended, end));
      count (report, KP_RETENTION_CONTRACTS, who, kp_retention_decide_due (policy, KP_RETENTION_CONTRACTS, end));
      return;
    }
  if (!is_erased)
    count (report, KP_RETENTION_MATERIALS, who, kp_retention_decide_due (policy, KP_RETENTION_MATERIALS, report->ended));
  if (is_named)
    count (report, KP_RETENTION_RESULTS, who, kp_retention_decide_due (policy, KP_RETENTION_RESULTS, report->ended));
}

/* Of whom the conversion doesn't say what became of them, all is kept as long as the names: it isn't over. */
static void
count_staff (KpRetentionReport *report,
             const KpRetentionPolicy *policy,
             const KpEmployments *works,
             const KpGridStaffRecord *staff,
             const KpConversionRecord *outcome)
{
  const gboolean is_erased = g_str_has_prefix (staff->id_number, KP_RETENTION_ERASED);
  const gboolean is_named = !g_str_equal (staff->name, KP_RETENTION_ERASED);
  const KpDossier *d = is_erased ? NULL : kp_roster_find_id_number (report->roster, staff->id_number);
  KpDate ended = report->ended;

  if (kp_date_is_valid (ended))
    reach (&ended, outcome != NULL ? outcome->last_day : NULL);
  if (outcome != NULL && g_str_equal (outcome->outcome, "converted"))
    {
      if (is_erased)
        return;
      count (report, KP_RETENTION_HIRED, staff->number,
             d != NULL && d->contract != NULL ? kp_retention_decide_hired (policy, ended, get_contract_end (works, d))
                                              : kp_retention_decide_due (policy, KP_RETENTION_HIRED, ended));
      return;
    }
  if (!is_erased)
    count (report, KP_RETENTION_MATERIALS, staff->number,
           kp_retention_decide_due (policy, outcome != NULL ? KP_RETENTION_MATERIALS : KP_RETENTION_RESULTS, ended));
  if (is_named)
    count (report, KP_RETENTION_RESULTS, staff->number, kp_retention_decide_due (policy, KP_RETENTION_RESULTS, ended));
}

static gboolean
count_roster (KpSession *session,
              KpRetentionReport *report,
              const KpRetentionPolicy *policy,
              const KpEmployments *works,
              GError **error)
{
  KpTableRead reads[] = {
    { &kp_grid_staff_table, "ORDER BY number", KP_NO_BINDS, NULL },
    { &kp_conversion_table, "", KP_NO_BINDS, NULL },
  };
  g_autoptr (GHashTable) outcomes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) records = NULL;

  if (!kp_table_select_all (kp_session_get_database (session), kp_session_get_campaign (session), reads, G_N_ELEMENTS (reads), error))
    return FALSE;
  report->staff = reads[0].rows;
  records = reads[1].rows;
  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (outcomes, (gpointer) ((KpConversionRecord *) records->pdata[i])->number, records->pdata[i]);
  for (guint i = 0; i < report->staff->len; i++)
    {
      const KpGridStaffRecord *staff = g_ptr_array_index (report->staff, i);

      count_staff (report, policy, works, staff, g_hash_table_lookup (outcomes, staff->number));
    }
  return TRUE;
}

/**
 * kp_retention_report_load:
 * @session: a session
 * @on: as of which day
 * @ended: on which the process ended as two people say, after a dispute; none = as the record says
 * @error: return location
 *
 * What is kept, why, and until when (个人信息保护法 §§19, 47, 56; 劳动合同法 §50). Changes nothing.
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with #KP_DATA_ERROR
 */
KpRetentionReport *
kp_retention_report_load (KpSession *session,
                          KpDate on,
                          KpDate ended,
                          GError **error)
{
  const KpRetentionPolicy *policy = &kp_session_get_scheme (session)->deadlines.keep;
  g_autoptr (KpRetentionReport) report = g_new0 (KpRetentionReport, 1);
  g_autoptr (KpEmployments) works = kp_employments_load (session, error);

  for (guint i = 0; i < KP_RETENTION_N_KINDS; i++)
    report->due[i] = g_hash_table_new (g_str_hash, g_str_equal);
  report->on = on;
  report->roster = works != NULL ? kp_session_load_roster (session, error) : NULL;
  if (report->roster == NULL || !find_end (session, report, ended, error))
    return NULL;
  for (guint i = 0; i < KP_RETENTION_N_KINDS; i++)
    {
      KpRetentionLine *line = &report->lines[i];

      line->kind = (KpRetentionKind) i;
      line->years = policy->years[i];
      if (i == KP_RETENTION_PAPERS || i == KP_RETENTION_PROCESSING)
        line->due = kp_retention_decide_due (policy, line->kind, report->ended);
    }
  for (guint i = 0; i < kp_roster_get_n_dossiers (report->roster); i++)
    count_person (report, policy, works, kp_roster_get_dossier (report->roster, i));
  return count_roster (session, report, policy, works, error) ? g_steal_pointer (&report) : NULL;
}

/** kp_retention_report_free: frees it. */
void
kp_retention_report_free (KpRetentionReport *report)
{
  if (report == NULL)
    return;
  for (guint i = 0; i < KP_RETENTION_N_KINDS; i++)
    g_hash_table_unref (report->due[i]);
  g_clear_pointer (&report->roster, kp_roster_free);
  g_clear_pointer (&report->staff, g_ptr_array_unref);
  g_free (report);
}

/** kp_retention_report_count_due: how many people's data could be erased from the record; of two kinds somebody counts twice. */
guint
kp_retention_report_count_due (const KpRetentionReport *report)
{
  guint n_due = 0;

  for (guint i = 0; i < KP_RETENTION_N_KINDS; i++)
    n_due += g_hash_table_size (report->due[i]) * (guint) kp_retention_is_in_record ((KpRetentionKind) i);
  return n_due;
}

/** kp_erasure_list: (transfer full) (nullable): of KpErasureRecord, what was erased so far; or %NULL with #KP_DATA_ERROR. */
GPtrArray *
kp_erasure_list (KpSession *session,
                 GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_erasure_table, kp_session_get_campaign (session),
                          "ORDER BY number, kind", KP_NO_BINDS, error);
}
