/* kp-employment.c – every contract with what happened after it, as the rules ask for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-employment.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"

struct _KpEmployments
{
  GPtrArray *contracts;
  GPtrArray *events;
  GPtrArray *links;
  GPtrArray *assessments;
  GPtrArray *outcomes;
  GPtrArray *ends;
  GPtrArray *terms;
  GPtrArray *changes;
  GPtrArray *corrections;
  GPtrArray *works;
  GHashTable *by_number; /* of the contract */
  KpProbationPolicy policy;
};

static const char *const duty_names[KP_DUTY_N] = { "signed", "insured", "fund", "certificate", "renewed", "handover" };

/**
 * kp_duty_get_name:
 * @duty: a duty
 *
 * Returns: its name in the record and on the command line
 */
const char *
kp_duty_get_name (KpDuty duty)
{
  return duty_names[duty];
}

/** kp_duty_parse: reads the name of a duty; FALSE when there is none like it. */
gboolean
kp_duty_parse (const char *name,
               KpDuty *out)
{
  for (guint i = 0; i < KP_DUTY_N; i++)
    if (g_str_equal (duty_names[i], name))
      {
        *out = (KpDuty) i;
        return TRUE;
      }
  return FALSE;
}

static void
free_work (gpointer data)
{
  KpEmployment *work = data;

  g_array_unref (work->entries);
  g_ptr_array_unref (work->terms);
  g_ptr_array_unref (work->changes);
  g_ptr_array_unref (work->corrections);
  g_free (data);
}

static gboolean
select_table (KpSession *session,
              const KpTable *table,
              const char *tail,
              GPtrArray **out,
              GError **error)
{
  *out = kp_table_select (kp_session_get_database (session), table, kp_session_get_campaign (session), tail, KP_NO_BINDS,
                          error);
  return *out != NULL;
}

static gboolean
select_all (KpEmployments *works,
            KpSession *session,
            GError **error)
{
  return select_table (session, &kp_contract_table, "ORDER BY number", &works->contracts, error)
         && select_table (session, &kp_contract_event_table, "", &works->events, error)
         && select_table (session, &kp_probation_link_table, "ORDER BY contract, serial", &works->links, error)
         && select_table (session, &kp_probation_assessment_table, "", &works->assessments, error)
         && select_table (session, &kp_probation_outcome_table, "", &works->outcomes, error)
         && select_table (session, &kp_contract_end_table, "", &works->ends, error)
         && select_table (session, &kp_contract_term_table, "ORDER BY contract, serial", &works->terms, error)
         && select_table (session, &kp_contract_change_table, "ORDER BY contract, serial", &works->changes, error)
         && select_table (session, &kp_work_correction_table, "ORDER BY contract, serial", &works->corrections, error);
}

static KpEmployment *
add_work (KpEmployments *works,
          const KpContractRecord *contract)
{
  KpEmployment *work = g_new0 (KpEmployment, 1);

  work->contract = contract;
  work->entries = g_array_new (FALSE, FALSE, sizeof (KpLinkEntry));
  work->terms = g_ptr_array_new ();
  work->changes = g_ptr_array_new ();
  work->corrections = g_ptr_array_new ();
  work->file.start = kp_candidate_parse_date (contract->starts);
  work->file.months = (guint) contract->probation_months;
  work->file.end = kp_candidate_parse_date (contract->probation_ends);
  work->person.number = contract->number;
  work->person.start = work->file.start;
  work->person.ends = kp_candidate_parse_date (contract->ends);
  g_ptr_array_add (works->works, work);
  g_hash_table_insert (works->by_number, (gpointer) contract->number, work);
  return work;
}

static void
add_event (KpEmployments *works,
           const KpContractEventRecord *event)
{
  KpEmployment *work = g_hash_table_lookup (works->by_number, event->contract);
  const KpDate day = kp_candidate_parse_date (event->day);

  for (guint i = 0; i < KP_DUTY_N; i++)
    if (g_str_equal (duty_names[i], event->kind))
      work->duties[i] = event;
  if (work->duties[KP_DUTY_SIGNED] == event)
    work->person.signed_on = day;
  else if (work->duties[KP_DUTY_INSURED] == event)
    work->person.insured_on = day;
  else if (work->duties[KP_DUTY_FUND] == event)
    work->person.fund_on = day;
  else if (work->duties[KP_DUTY_CERTIFICATE] == event)
    work->person.certificate_on = day;
  else if (work->duties[KP_DUTY_HANDOVER] == event)
    work->person.handed_over_on = day;
  else if (work->duties[KP_DUTY_RENEWED] == event)
    work->person.is_term_settled = TRUE;
}

static void
add_link (KpEmployments *works,
          const KpProbationLinkRecord *record)
{
  KpEmployment *work = g_hash_table_lookup (works->by_number, record->contract);
  KpLinkEntry entry = { .on = kp_candidate_parse_date (record->day), .month = (guint) record->month, .has_document = TRUE };

  work->n_links++;
  if (!kp_link_parse (record->link, &entry.link) || kp_employment_has_corrected (work, (guint) record->serial))
    return;
  g_array_append_val (work->entries, entry);
  if (entry.link == KP_LINK_NOTICE)
    {
      work->notice = record;
      work->file.states_reason = record->text != NULL;
    }
  if (entry.link == KP_LINK_SERVICE)
    {
      work->service = record;
      kp_served_parse (record->served, &work->file.served);
      work->file.n_witnesses = (guint) record->n_witnesses;
    }
}

/**
 * kp_employment_has_corrected:
 * @work: a contract
 * @serial: of a link of its probation
 *
 * Returns: whether two people found that the link was written down wrongly; it counts no more
 */
gboolean
kp_employment_has_corrected (const KpEmployment *work,
                             guint serial)
{
  g_autofree char *what = g_strdup_printf ("link:%u", serial);

  for (guint i = 0; i < work->corrections->len; i++)
    if (g_str_equal (((const KpWorkCorrectionRecord *) g_ptr_array_index (work->corrections, i))->what, what))
      return TRUE;
  return FALSE;
}

/* Points of the elements in their order, joined by strokes; those from the survey stand as 0. */
static void
read_points (KpProbationFile *file,
             const char *points)
{
  g_auto (GStrv) parts = g_strsplit (points, "/", KP_PROBATION_MAX_ELEMENTS);

  file->is_scored = TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    file->is_scored = kp_mark_parse (parts[i], KP_MARK_DECIMALS, &file->scores[i], NULL) && file->is_scored;
}

static void
add_assessment (KpEmployments *works,
                const KpProbationAssessmentRecord *record)
{
  KpEmployment *work = g_hash_table_lookup (works->by_number, record->contract);

  work->assessment = record;
  work->file.survey = (KpSurveyCounts){ (guint) record->n_satisfied, (guint) record->n_fair, (guint) record->n_unsatisfied };
  work->file.vetoes = (guint) record->vetoes;
  work->file.suspended_days = (guint) record->suspended_days;
  work->file.is_suspension_agreed = record->suspended_days > 0;
  if (record->points != NULL)
    read_points (&work->file, record->points);
}

/* The last term is the one that runs; what was settled before was the end of another. */
static void
take_last_term (KpEmployment *work)
{
  const KpContractTermRecord *last;

  if (work->terms->len == 0)
    return;
  last = g_ptr_array_index (work->terms, work->terms->len - 1);
  work->person.ends = kp_candidate_parse_date (last->ends);
  work->person.is_term_settled = FALSE;
}

static void
finish_work (KpEmployment *work)
{
  take_last_term (work);
  work->file.entries = (const KpLinkEntry *) work->entries->data;
  work->file.n_entries = work->entries->len;
  if (work->end != NULL)
    work->person.left_on = kp_candidate_parse_date (work->end->last_day);
  if (work->file.months > 0 && work->outcome == NULL)
    work->person.probation = &work->file;
}

/* Corrections first: they say which links count. */
static void
fill_agreed (KpEmployments *works)
{
  for (guint i = 0; i < works->corrections->len; i++)
    {
      KpWorkCorrectionRecord *record = g_ptr_array_index (works->corrections, i);

      g_ptr_array_add (((KpEmployment *) g_hash_table_lookup (works->by_number, record->contract))->corrections, record);
    }
  for (guint i = 0; i < works->terms->len; i++)
    {
      KpContractTermRecord *record = g_ptr_array_index (works->terms, i);

      g_ptr_array_add (((KpEmployment *) g_hash_table_lookup (works->by_number, record->contract))->terms, record);
    }
  for (guint i = 0; i < works->changes->len; i++)
    {
      KpContractChangeRecord *record = g_ptr_array_index (works->changes, i);

      g_ptr_array_add (((KpEmployment *) g_hash_table_lookup (works->by_number, record->contract))->changes, record);
    }
}

static void
fill (KpEmployments *works)
{
  for (guint i = 0; i < works->contracts->len; i++)
    add_work (works, g_ptr_array_index (works->contracts, i));
  fill_agreed (works);
  for (guint i = 0; i < works->events->len; i++)
    add_event (works, g_ptr_array_index (works->events, i));
  for (guint i = 0; i < works->links->len; i++)
    add_link (works, g_ptr_array_index (works->links, i));
  for (guint i = 0; i < works->assessments->len; i++)
    add_assessment (works, g_ptr_array_index (works->assessments, i));
  for (guint i = 0; i < works->outcomes->len; i++)
    {
      const KpProbationOutcomeRecord *outcome = g_ptr_array_index (works->outcomes, i);

      ((KpEmployment *) g_hash_table_lookup (works->by_number, outcome->contract))->outcome = outcome;
    }
  for (guint i = 0; i < works->ends->len; i++)
    {
      const KpContractEndRecord *end = g_ptr_array_index (works->ends, i);

      ((KpEmployment *) g_hash_table_lookup (works->by_number, end->contract))->end = end;
    }
  for (guint i = 0; i < works->works->len; i++)
    finish_work (g_ptr_array_index (works->works, i));
}

/**
 * kp_employments_load:
 * @session: a session
 * @error: return location
 *
 * Reads all contracts with the duties done, the chain of the probation, and how probation and contract ended.
 *
 * Returns: (transfer full) (nullable): the works in order of contract number, or %NULL with #KP_DATA_ERROR
 */
KpEmployments *
kp_employments_load (KpSession *session,
               GError **error)
{
  g_autoptr (KpEmployments) works = g_new0 (KpEmployments, 1);

  works->works = g_ptr_array_new_with_free_func (free_work);
  works->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  kp_scheme_make_probation_policy (kp_session_get_scheme (session), &works->policy);
  if (!select_all (works, session, error))
    return NULL;
  fill (works);
  return g_steal_pointer (&works);
}

/**
 * kp_employments_free:
 * @works: (transfer full) (nullable): works
 */
void
kp_employments_free (KpEmployments *works)
{
  if (works == NULL)
    return;
  g_clear_pointer (&works->by_number, g_hash_table_unref);
  g_clear_pointer (&works->works, g_ptr_array_unref);
  g_clear_pointer (&works->contracts, g_ptr_array_unref);
  g_clear_pointer (&works->events, g_ptr_array_unref);
  g_clear_pointer (&works->links, g_ptr_array_unref);
  g_clear_pointer (&works->assessments, g_ptr_array_unref);
  g_clear_pointer (&works->outcomes, g_ptr_array_unref);
  g_clear_pointer (&works->ends, g_ptr_array_unref);
  g_clear_pointer (&works->terms, g_ptr_array_unref);
  g_clear_pointer (&works->changes, g_ptr_array_unref);
  g_clear_pointer (&works->corrections, g_ptr_array_unref);
  g_free (works);
}

/**
 * kp_employments_get_n:
 * @works: works
 *
 * Returns: how many contracts there are
 */
guint
kp_employments_get_n (const KpEmployments *works)
{
  return works->works->len;
}

/**
 * kp_employments_get:
 * @works: works
 * @index: below kp_employments_get_n()
 *
 * Returns: (transfer none): a contract
 */
KpEmployment *
kp_employments_get (const KpEmployments *works,
              guint index)
{
  return g_ptr_array_index (works->works, index);
}

/**
 * kp_employments_find:
 * @works: works
 * @number: of a contract, or of the registration that led to it
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the contract, or %NULL with %KP_STEP_ERROR_NOT_FOUND
 */
KpEmployment *
kp_employments_find (const KpEmployments *works,
               const char *number,
               GError **error)
{
  KpEmployment *work = number != NULL ? g_hash_table_lookup (works->by_number, number) : NULL;

  for (guint i = 0; work == NULL && number != NULL && i < works->works->len; i++)
    if (g_str_equal (kp_employments_get (works, i)->contract->application, number))
      work = kp_employments_get (works, i);
  if (work == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                 _("The record has no contract with number %s; “kaopin export FILE contracts” lists them."),
                 number != NULL ? number : "");
  return work;
}

/** kp_employments_get_links: every entry of a probation, also those that were taken back: kp_employment_has_corrected(). */
const GPtrArray *
kp_employments_get_links (const KpEmployments *works)
{
  return works->links;
}

/**
 * kp_employments_get_policy:
 * @works: works
 *
 * Returns: (transfer none): the scheme's rules of the probation
 */
const KpProbationPolicy *
kp_employments_get_policy (const KpEmployments *works)
{
  return &works->policy;
}
