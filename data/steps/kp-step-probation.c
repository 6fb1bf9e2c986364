/* kp-step-probation.c – a probation, link by link, to confirmation or termination.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened is written down as it happened, also late: the chain then says what it still carries. Three things are refused
 * at once, since the paper itself would be unlawful (劳动合同法 §§21, 39 (一), 43): a notice before the chain is whole, a notice
 * or a service after the last day, a termination that the chain doesn't carry. */
#include "kp-step-probation.h"

#include <glib/gi18n-lib.h>

#include "kp-probation-stage.h"
#include "kp-step-work.h"
#include "kp-two-people.h"

/* A link on its way into the record. */
typedef struct
{
  KpSession *session;
  KpLedger *ledger;
  KpEmployments *works;
  KpEmployment *work;
  const KpLinkOrder *order;
} Recording;

static gboolean
needs_two (KpLink link)
{
  return link == KP_LINK_SURVEY || link == KP_LINK_ASSESSMENT || link == KP_LINK_MEETING || link == KP_LINK_NOTICE
         || link == KP_LINK_SERVICE;
}

static gboolean
check_order (KpSession *session,
             const KpLinkOrder *order,
             GError **error)
{
  if (!kp_date_is_valid (order->day) || kp_date_compare (order->day, kp_session_get_today (session)) > 0)
    return kp_step_refuse (_("A link of the probation needs the day on which it happened, and that day must have come."), error);
  if (kp_two_people_is_blank (order->document))
    return kp_step_refuse (_("A link without a paper proves nothing: name the paper with --document, by its number or where it is filed."),
                           error);
  if (kp_two_people_is_blank (order->by))
    return kp_step_refuse (_("Say with --by who answers for it."), error);
  if (!(needs_two (order->link) ? kp_two_people_check_named : kp_two_people_check_one_or_both) (session, order->by, order->with,
                                                                                                error))
    return FALSE;
  if (order->link == KP_LINK_NOTICE && kp_two_people_is_blank (order->text))
    return kp_step_refuse (_("The notice has to state the facts and the clause (劳动合同法第二十一条); write them with --text."), error);
  return TRUE;
}

static gboolean
check_work (const Recording *recording,
            GError **error)
{
  const KpProbationFile *file = &recording->work->file;
  const KpLinkOrder *order = recording->order;

  if (file->months == 0)
    return kp_step_refuse (_("This contract has no probation."), error);
  if (recording->work->outcome != NULL)
    return kp_step_refuse (_("This probation is settled already; its chain isn't changed any more."), error);
  if (recording->work->end != NULL)
    return kp_step_refuse (_("The contract has ended already."), error);
  if (order->link != KP_LINK_CONDITIONS && kp_date_compare (order->day, file->start) < 0)
    return kp_step_refuse (_("That day is before the first day of work."), error);
  if ((order->link == KP_LINK_NOTE) != (order->month > 0) || order->month > file->months)
    return kp_step_refuse (_("A monthly note, and nothing else, names its month of the probation with --month; 1 is the first."), error);
  return TRUE;
}

/* ---- survey and assessment ---- */

static gboolean
check_points (const KpProbationPolicy *policy,
              const char *points,
              GError **error)
{
  g_auto (GStrv) parts = g_strsplit (points, "/", -1);

  if (g_strv_length (parts) != policy->n_elements)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The scheme has %u elements; write their points in its order, joined by strokes, and - for the one that "
                     "the survey gives."),
                   policy->n_elements);
      return FALSE;
    }
  for (guint i = 0; i < policy->n_elements; i++)
    {
      const KpMarkRange range = { policy->elements[i].full, 2, 0 };
      const gboolean is_given = !g_str_equal (parts[i], "-");
      KpMark mark;

      if (is_given == policy->elements[i].is_from_survey)
        return kp_step_refuse (_("Points that the survey gives are written as -, all others as a number."), error);
      if (is_given && !kp_mark_parse_in_range (parts[i], &range, &mark, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_vetoes (const KpProbationPolicy *policy,
             const char *vetoes,
             gint64 *out,
             GError **error)
{
  g_auto (GStrv) parts = g_strsplit (vetoes != NULL ? vetoes : "", ",", -1);

  *out = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 number = 0;

      if (!g_ascii_string_to_unsigned (parts[i], 10, 1, policy->n_vetoes, &number, NULL))
        {
          g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("“%s” is no item of the scheme's list; it has %u items that fail at once."), parts[i],
                       policy->n_vetoes);
          return FALSE;
        }
      *out |= G_GINT64_CONSTANT (1) << (number - 1);
    }
  return TRUE;
}

static gboolean
write_assessment (const Recording *recording,
                  KpProbationAssessmentRecord *record,
                  GError **error)
{
  const KpProbationAssessmentRecord *stored = recording->work->assessment;

  record->campaign = kp_session_get_campaign (recording->session);
  record->contract = recording->work->contract->number;
  if (stored == NULL)
    return kp_ledger_insert (recording->ledger, &kp_probation_assessment_table, record, error);
  return kp_ledger_update (recording->ledger, &kp_probation_assessment_table, record, error);
}

static KpProbationAssessmentRecord
copy_assessment (const KpEmployment *work)
{
  return work->assessment != NULL ? *work->assessment : (KpProbationAssessmentRecord){ 0 };
}

static gboolean
record_survey (const Recording *recording,
               GError **error)
{
  const KpSurveyCounts *survey = recording->order->survey;
  KpProbationAssessmentRecord record = copy_assessment (recording->work);

  if (survey == NULL || survey->n_satisfied + survey->n_fair + survey->n_unsatisfied == 0)
    return kp_step_refuse (_("A survey needs its counts: satisfied, fair and unsatisfied, as 36/3/1."), error);
  record.n_satisfied = survey->n_satisfied;
  record.n_fair = survey->n_fair;
  record.n_unsatisfied = survey->n_unsatisfied;
  return write_assessment (recording, &record, error);
}

static gboolean
record_assessment (const Recording *recording,
                   GError **error)
{
  const KpProbationPolicy *policy = kp_employments_get_policy (recording->works);
  const KpLinkOrder *order = recording->order;
  KpProbationAssessmentRecord record = copy_assessment (recording->work);
  g_autofree char *points = NULL;

  if (order->points == NULL && order->vetoes == NULL)
    return kp_step_refuse (_("An assessment needs the points of its elements (--points), or the item that fails at once (--veto)."), error);
  if ((order->points != NULL && !check_points (policy, order->points, error))
      || !read_vetoes (policy, order->vetoes, &record.vetoes, error))
    return FALSE;
  if (order->points != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (order->points, "-", -1);

      points = g_strjoinv ("0", parts);
    }
  record.points = points;
  return write_assessment (recording, &record, error);
}

/* ---- the link itself ---- */

static gboolean
insert_link (const Recording *recording,
             GError **error)
{
  const KpLinkOrder *order = recording->order;
  g_autofree char *now = kp_session_dup_now (recording->session);
  g_autofree char *day = kp_date_dup_iso (order->day);
  KpProbationLinkRecord record = {
    .campaign = kp_session_get_campaign (recording->session),
    .contract = recording->work->contract->number,
    .serial = recording->work->n_links + 1,
    .link = kp_link_get_name (order->link),
    .month = order->month,
    .day = day,
    .document = order->document,
    .text = kp_two_people_is_blank (order->text) ? NULL : order->text,
    .served = order->link == KP_LINK_SERVICE ? kp_served_get_name (order->served) : NULL,
    .n_witnesses = order->n_witnesses,
    .first_person = order->by,
    .second_person = kp_two_people_is_blank (order->with) ? NULL : order->with,
    .at = now,
  };

  return kp_ledger_insert (recording->ledger, &kp_probation_link_table, &record, error);
}

static gboolean
refuse_finding (const KpChainFinding *finding,
                GError **error)
{
  g_autofree char *sentence = kp_chain_finding_dup_chinese (finding);

  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("The chain of this probation doesn't carry it: %s (%s)"), sentence,
               kp_chain_finding_get_clause (finding));
  return FALSE;
}

/**
 * kp_probation_check_carried:
 * @session: a session
 * @number: of a contract
 * @link: a notice or a service that is in the record
 * @day: of it
 * @error: return location
 *
 * Whether the chain is whole up to there. What comes after the link is not asked for yet.
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_REFUSED
 */
gboolean
kp_probation_check_carried (KpSession *session,
                            const char *number,
                            KpLink link,
                            KpDate day,
                            GError **error)
{
  g_autoptr (KpEmployments) works = kp_employments_load (session, error);
  g_autoptr (GArray) against = NULL;
  const KpEmployment *work = works != NULL ? kp_employments_find (works, number, error) : NULL;

  if (work == NULL)
    return FALSE;
  against = kp_probation_check (kp_employments_get_policy (works), &work->file, KP_PROBATION_TERMINATE, day);
  for (guint i = 0; i < against->len; i++)
    {
      const KpChainFinding *finding = &g_array_index (against, KpChainFinding, i);

      if (finding->kind != KP_CHAIN_MISSING || finding->link <= link)
        return refuse_finding (finding, error);
    }
  return TRUE;
}

static gboolean
record (Recording *recording,
        GError **error)
{
  const KpLink link = recording->order->link;

  if (!check_work (recording, error) || (link == KP_LINK_SURVEY && !record_survey (recording, error))
      || (link == KP_LINK_ASSESSMENT && !record_assessment (recording, error)) || !insert_link (recording, error))
    return FALSE;
  return (link != KP_LINK_NOTICE && link != KP_LINK_SERVICE)
         || kp_probation_check_carried (recording->session, recording->work->contract->number, link, recording->order->day, error);
}

/**
 * kp_step_record_link:
 * @session: a session, open for writing
 * @order: what happened
 * @error: return location
 *
 * Writes a link of a probation's chain of proof down. A survey brings its counts, an assessment its points. The notice of
 * termination and its service are refused unless the chain carries them, and after the last day always.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_record_link (KpSession *session,
                     const KpLinkOrder *order,
                     GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpEmployments) works = NULL;
  Recording recording = { .session = session, .order = order };

  if (!check_order (session, order, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_RECORD_PROBATION, kp_link_get_name (order->link), error);
  works = ledger != NULL ? kp_employments_load (session, error) : NULL;
  recording.ledger = ledger;
  recording.works = works;
  recording.work = works != NULL ? kp_employments_find (works, order->number, error) : NULL;
  return recording.work != NULL && record (&recording, error) && kp_session_commit (session, ledger, error);
}

/* ---- one link of many ---- */

/* What is one paper, one training or one meeting for all; what is found of one person, or sent to one, isn't. */
static gboolean
is_common (KpLink link)
{
  return link <= KP_LINK_MIDTERM || link == KP_LINK_MEETING;
}

/* Not who comes later, or has fewer months. */
static gboolean
is_chosen (const KpEmployment *work,
           const KpLinkOrder *order,
           const char *street)
{
  return work->file.months > 0 && work->outcome == NULL && work->end == NULL && order->month <= work->file.months
         && (order->link == KP_LINK_CONDITIONS || kp_date_compare (order->day, work->file.start) >= 0)
         && (street == NULL || g_str_equal (work->contract->street, street));
}

static gboolean
has_link (const KpEmployment *work,
          const KpLinkOrder *order)
{
  for (guint i = 0; i < work->entries->len; i++)
    {
      const KpLinkEntry *entry = &g_array_index (work->entries, KpLinkEntry, i);

      if (entry->link == order->link && entry->month == order->month)
        return TRUE;
    }
  return FALSE;
}

static gboolean
record_of_all (Recording *recording,
               const char *street,
               KpLinkTally *tally,
               GError **error)
{
  for (guint i = 0; i < kp_employments_get_n (recording->works); i++)
    {
      recording->work = kp_employments_get (recording->works, i);
      if (!is_chosen (recording->work, recording->order, street))
        continue;
      if (has_link (recording->work, recording->order))
        {
          tally->n_stood++;
          continue;
        }
      if (!check_work (recording, error) || !insert_link (recording, error))
        return FALSE;
      tally->n_done++;
    }
  return TRUE;
}

/**
 * kp_step_record_link_of_all:
 * @session: a session, open for writing
 * @order: what happened; its number is ignored
 * @street: (nullable): code of one street; %NULL = all
 * @tally: (out): how many it is written down for
 * @error: return location
 *
 * Writes a link down that everybody on probation shares: what all signed or were told, a monthly note, a talk, a meeting. Who
 * has it already keeps it as it is.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_record_link_of_all (KpSession *session,
                            const KpLinkOrder *order,
                            const char *street,
                            KpLinkTally *tally,
                            GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpEmployments) works = NULL;
  Recording recording = { .session = session, .order = order };

  *tally = (KpLinkTally){ 0 };
  if (!is_common (order->link))
    return kp_step_refuse (_("This link is of one person: record it by the number of each contract."), error);
  if (!check_order (session, order, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_RECORD_PROBATION, kp_link_get_name (order->link), error);
  works = ledger != NULL ? kp_employments_load (session, error) : NULL;
  recording.ledger = ledger;
  recording.works = works;
  return works != NULL && record_of_all (&recording, street, tally, error) && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_suspend_probation:
 * @session: a session, open for writing
 * @number: of the contract or the registration
 * @days: without work in all, as both sides agreed in writing
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_suspend_probation (KpSession *session,
                           const char *number,
                           guint days,
                           GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_RECORD_PROBATION, "suspend", error);
  g_autoptr (KpEmployments) works = ledger != NULL ? kp_employments_load (session, error) : NULL;
  Recording recording = { session, ledger, works, NULL, NULL };
  KpProbationAssessmentRecord changed;

  recording.work = works != NULL ? kp_employments_find (works, number, error) : NULL;
  if (recording.work == NULL)
    return FALSE;
  if (!kp_employments_get_policy (works)->suspension_extends)
    return kp_step_refuse (_("By the scheme days without work don't move the end of a probation."), error);
  if (recording.work->outcome != NULL)
    return kp_step_refuse (_("This probation is settled already; its chain isn't changed any more."), error);
  changed = copy_assessment (recording.work);
  changed.suspended_days = days;
  return write_assessment (&recording, &changed, error) && kp_session_commit (session, ledger, error);
}

/* ---- settling ---- */

static KpDate
get_usual_day (const KpEmployments *works,
               const KpEmployment *work,
               KpProbationAct act,
               KpDate today)
{
  if (act == KP_PROBATION_CONFIRM)
    return kp_date_add_days (kp_probation_decide_last_day (kp_employments_get_policy (works), &work->file), 1);
  if (act == KP_PROBATION_TERMINATE && work->service != NULL)
    {
      KpDate served = KP_DATE_NONE;

      kp_date_parse_iso (work->service->day, &served, NULL);
      return served;
    }
  return today;
}

static gboolean
write_outcome (KpSession *session,
               KpLedger *ledger,
               const KpEmployments *works,
               const KpEmployment *work,
               const KpSettleOrder *order,
               KpDate on,
               GError **error)
{
  const KpProbationPolicy *policy = kp_employments_get_policy (works);
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *day = kp_date_dup_iso (on);
  KpMark total = 0;
  const KpMerit merit = kp_probation_decide_merit (policy, &work->file, &total);
  KpProbationOutcomeRecord record = {
    .campaign = kp_session_get_campaign (session),
    .contract = work->contract->number,
    .act = kp_probation_act_get_name (order->act),
    .day = day,
    .verdict = kp_probation_verdict_get_name (kp_probation_decide (policy, &work->file, on)),
    .total = merit == KP_MERIT_OPEN || !work->file.is_scored ? KP_NO_INT : total,
    .reason = order->reason,
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
  };

  return kp_ledger_insert (ledger, &kp_probation_outcome_table, &record, error);
}

static gboolean
write_termination (KpSession *session,
                   KpLedger *ledger,
                   const KpEmployment *work,
                   const KpSettleOrder *order,
                   KpDate last_day,
                   GError **error)
{
  KpEndOrder end = {
    .number = work->contract->number,
    .ground = KP_GROUND_PROBATION_FAILED,
    .last_day = last_day,
    .reason = order->reason,
    .by = order->by,
    .with = order->with,
  };
  guint half_months;

  if (work->service != NULL)
    kp_date_parse_iso (work->service->day, &end.served, NULL);
  for (guint i = 0; i < work->entries->len; i++)
    if (g_array_index (work->entries, KpLinkEntry, i).link == KP_LINK_UNION)
      end.union_told = g_array_index (work->entries, KpLinkEntry, i).on;
  return kp_contract_end_write (session, ledger, work, &end, &half_months, error);
}

static gboolean
has_met (const KpEmployment *work)
{
  for (guint i = 0; i < work->entries->len; i++)
    if (g_array_index (work->entries, KpLinkEntry, i).link == KP_LINK_MEETING)
      return TRUE;
  return FALSE;
}

/* Before the last day is over somebody is confirmed because the assessment says so and the meeting decided it; afterwards by law. */
static gboolean
is_confirmed_too_soon (const KpEmployments *works,
                       const KpEmployment *work,
                       KpDate today)
{
  const KpProbationPolicy *policy = kp_employments_get_policy (works);
  const KpMerit merit = kp_probation_decide_merit (policy, &work->file, NULL);

  return kp_date_compare (today, kp_probation_decide_last_day (policy, &work->file)) <= 0
         && (merit == KP_MERIT_OPEN || merit == KP_MERIT_FAIL || !has_met (work));
}

static gboolean
check_settling (const KpEmployments *works,
                const KpEmployment *work,
                KpProbationAct act,
                KpDate on,
                KpDate today,
                GError **error)
{
  g_autoptr (GArray) against = NULL;

  if (work->file.months == 0)
    return kp_step_refuse (_("This contract has no probation."), error);
  if (work->outcome != NULL)
    return kp_step_refuse (_("This probation is settled already; its chain isn't changed any more."), error);
  if (work->end != NULL)
    return kp_step_refuse (_("The contract has ended already."), error);
  if (act == KP_PROBATION_CONFIRM && is_confirmed_too_soon (works, work, today))
    return kp_step_refuse (_("Before the last day of probation is over a confirmation needs an assessment that was passed, and the meeting "
                             "that decided it."),
                           error);
  against = kp_probation_check (kp_employments_get_policy (works), &work->file, act, on);
  return against->len == 0 || refuse_finding (&g_array_index (against, KpChainFinding, 0), error);
}

/**
 * kp_step_settle_probation:
 * @session: a session, open for writing
 * @order: what is decided
 * @day: (out): from which day it holds, or the last day of work
 * @error: return location
 *
 * 转正、提前转正 or 解除, by two people, where the chain carries it. A termination ends the contract as well.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_settle_probation (KpSession *session,
                          const KpSettleOrder *order,
                          KpDate *day,
                          GError **error)
{
  const KpTwoPeople people = { order->by, order->with, order->reason };
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpEmployments) works = NULL;
  const KpEmployment *work;

  if (!kp_two_people_check_change (session, &people, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_RECORD_PROBATION, kp_probation_act_get_name (order->act), error);
  works = ledger != NULL ? kp_employments_load (session, error) : NULL;
  work = works != NULL ? kp_employments_find (works, order->number, error) : NULL;
  if (work == NULL)
    return FALSE;
  *day = kp_date_is_valid (order->day) ? order->day
                                       : get_usual_day (works, work, order->act, kp_session_get_today (session));
  if (!check_settling (works, work, order->act, *day, kp_session_get_today (session), error)
      || (order->act == KP_PROBATION_TERMINATE && !write_termination (session, ledger, work, order, *day, error))
      || !write_outcome (session, ledger, works, work, order, *day, error))
    return FALSE;
  return kp_probation_stage_commit (session, ledger, error);
}
