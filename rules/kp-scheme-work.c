/* kp-scheme-work.c – what a scheme sets for the time after the contract.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

static void
free_criterion (gpointer data)
{
  g_free (((KpSchemeCriterion *) data)->name);
  g_free (data);
}

/**
 * kp_scheme_init_work:
 * @scheme: a new scheme
 *
 * Sets what most schemes leave out: the law's numbers and the usual screening.
 */
void
kp_scheme_init_work (KpScheme *scheme)
{
  scheme->probation = (KpSchemeProbation){ .first_days = 7,
                                           .note_days = 10,
                                           .survey_days = 20,
                                           .meeting_days = 15,
                                           .union_days = 10,
                                           .notice_days = 7,
                                           .least_answers = 10,
                                           .survey_percent = 60,
                                           .pass_line = KP_MARK (60, 0),
                                           .excellent_line = KP_MARK (90, 0),
                                           .early_months = 3,
                                           .criteria = g_ptr_array_new_with_free_func (free_criterion),
                                           .vetoes = g_ptr_array_new_with_free_func (g_free) };
  scheme->deadlines = (KpSchemeDeadlines){
    .insurance_days = 30, .fund_days = 30, .objection_days = 15, .is_objection_in_workdays = TRUE
  };
  kp_retention_policy_init (&scheme->deadlines.keep);
}

/**
 * kp_scheme_clear_work:
 * @scheme: a scheme that is being freed
 */
void
kp_scheme_clear_work (KpScheme *scheme)
{
  g_ptr_array_unref (scheme->probation.criteria);
  g_ptr_array_unref (scheme->probation.vetoes);
}

/**
 * kp_scheme_criterion_new:
 *
 * Returns: (transfer full): an empty element, to be added to `probation.criteria`.
 */
KpSchemeCriterion *
kp_scheme_criterion_new (void)
{
  return g_new0 (KpSchemeCriterion, 1);
}

/* More than there is room for shows in n_elements, which the check refuses. */
static void
take_lists (const KpSchemeProbation *rule, KpProbationPolicy *policy)
{
  if (rule->criteria->len > 0)
    policy->n_elements = rule->criteria->len;
  for (guint i = 0; i < MIN (rule->criteria->len, KP_PROBATION_MAX_ELEMENTS); i++)
    {
      const KpSchemeCriterion *criterion = g_ptr_array_index (rule->criteria, i);

      policy->elements[i] =
          (KpProbationElement){ criterion->name, criterion->full, criterion->is_from_survey };
    }
  if (rule->vetoes->len > 0)
    policy->n_vetoes = rule->vetoes->len;
  for (guint i = 0; i < MIN (rule->vetoes->len, KP_PROBATION_MAX_VETOES); i++)
    policy->vetoes[i] = g_ptr_array_index (rule->vetoes, i);
}

/**
 * kp_scheme_make_probation_policy:
 * @scheme: a scheme
 * @policy: (out): what it sets for the probation; borrows its texts from @scheme
 */
void
kp_scheme_make_probation_policy (const KpScheme *scheme, KpProbationPolicy *policy)
{
  const KpSchemeProbation *rule = &scheme->probation;

  kp_probation_policy_init (policy);
  policy->needed &= ~rule->without;
  policy->first_days = rule->first_days;
  policy->note_days = rule->note_days;
  policy->days_before[KP_LINK_SURVEY] = rule->survey_days;
  policy->days_before[KP_LINK_ASSESSMENT] = policy->days_before[KP_LINK_MEETING] = rule->meeting_days;
  policy->days_before[KP_LINK_UNION] = policy->days_before[KP_LINK_FILING] = rule->union_days;
  policy->days_before[KP_LINK_NOTICE] = policy->days_before[KP_LINK_SERVICE] = rule->notice_days;
  policy->least_answers = rule->least_answers;
  policy->survey_line =
      rule->survey_percent > 0 ? kp_fraction_new (rule->survey_percent, 100) : KP_FRACTION_UNKNOWN;
  policy->pass_line = rule->pass_line;
  policy->excellent_line = rule->excellent_line;
  policy->may_pass_early = rule->may_pass_early;
  policy->early_months = rule->early_months;
  policy->suspension_extends = rule->suspension_extends;
  take_lists (rule, policy);
}

static void
take_alarms (KpAlarms *alarms, guint n, const guint *days)
{
  if (n == 0)
    return;
  alarms->n = n;
  for (guint i = 0; i < n; i++)
    alarms->days[i] = days[i];
}

/**
 * kp_scheme_make_deadline_policy:
 * @scheme: a scheme
 * @policy: (out): what it sets for deadlines
 */
void
kp_scheme_make_deadline_policy (const KpScheme *scheme, KpDeadlinePolicy *policy)
{
  const KpSchemeDeadlines *rule = &scheme->deadlines;

  kp_deadline_policy_init (policy);
  policy->contract_days = rule->contract_days;
  policy->insurance_days = rule->insurance_days;
  policy->fund_days = rule->fund_days;
  policy->objection_days = rule->objection_days;
  policy->is_objection_in_workdays = rule->is_objection_in_workdays;
  if (kp_date_is_valid (rule->certificate_by))
    {
      policy->certificate_month = rule->certificate_by.month;
      policy->certificate_day = rule->certificate_by.day;
    }
  take_alarms (&policy->probation_alarms, rule->n_probation_alarms, rule->probation_alarms);
  take_alarms (&policy->term_alarms, rule->n_term_alarms, rule->term_alarms);
}
