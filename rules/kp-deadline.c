/* kp-deadline.c – one list of everything that the law or the scheme will ask for, and until when.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody who begins on 2026-03-01 (a Sunday), three years with six months of probation:
 *
 *   2026-03-30   社会保险法 §58, 住房公积金管理条例 §15: registered within thirty days, the first day counted
 *   2026-03-31   劳动合同法 §10: the contract within a month; from 04-01 on double wages
 *   2026-03-01 … the links of the probation, by kp_probation_decide_due()
 *   2026-08-31   the last day of probation, recalled 45, 30, 15, 7, 3 and 1 days before
 *   2029-02-28   the end of the contract, recalled 90, 60 and 30 days before and on the day
 *
 * Where a last day is no working day the law doesn't move these: what has to be done is done on the working
 * day before. */

#include "kp-deadline.h"

#include "kp-labour.h"
#include "kp-termination.h"

#include <string.h>

#define LAW_DAYS 30

static const struct
{
  const char *name;
  const char *chinese;
  const char *clause;
  const char *action;
} kinds[KP_DEADLINE_N_KINDS] = {
  [KP_DEADLINE_PUBLICITY] = { "publicity", "拟聘用人员公示期满", "招聘方案",
                              "公示期满后制作聘用手续和劳动合同" },
  [KP_DEADLINE_OBJECTION] = { "objection", "答复公示异议", "招聘方案", "调查核实并书面答复，登记结论" },
  [KP_DEADLINE_CERTIFICATE] = { "certificate", "应届毕业生取得毕业证书", "招聘方案",
                                "核验毕业证书原件并登记" },
  [KP_DEADLINE_CONTRACT] = { "contract", "订立书面劳动合同", "劳动合同法第十条第二款、第八十二条第一款",
                             "订立书面劳动合同，劳动者一份交付本人，登记签订日期" },
  [KP_DEADLINE_INSURANCE] = { "insurance", "办理社会保险登记", "社会保险法第五十八条第一款",
                              "向社会保险经办机构申请办理社会保险登记" },
  [KP_DEADLINE_FUND] = { "fund", "办理住房公积金缴存登记", "住房公积金管理条例第十五条第一款",
                         "到住房公积金管理中心办理缴存登记" },
  [KP_DEADLINE_PROBATION] = { "probation", "试用期", NULL, "办理并登记日期和材料" },
  [KP_DEADLINE_CONFIRMATION] = { "confirmation", "试用期最后一日",
                                 "劳动合同法第十九条、第二十一条、第三十九条第（一）项",
                                 "决定转正，或者在当日之前送达解除通知" },
  [KP_DEADLINE_TERM] = { "term", "劳动合同期满",
                         "劳动合同法第四十四条第（一）项、第四十六条第（五）项、第十四条",
                         "书面征询续订意向，续订或者终止" },
  [KP_DEADLINE_HANDOVER] = { "handover", "办理档案和社会保险关系转移手续", "劳动合同法第五十条第一款",
                             "出具解除或者终止证明，办理转移手续并登记" },
  [KP_DEADLINE_SUPPLEMENT] = { "supplement", "发布补充公告", "招聘方案",
                               "在发布原公告的地方发布补充公告，登记发布日期" },
  [KP_DEADLINE_PROOF] = { "proof", "核查身份和资格证明", "招聘方案",
                          "收取证明材料，向核查来源核实，登记结论；逾期的登记逾期未提交" },
};

typedef struct
{
  const KpDeadlinePolicy *policy;
  const KpProbationPolicy *probation;
  const KpCalendar *calendar;
  KpDate today;
  GPtrArray *deadlines;
} Listing;

/**
 * kp_deadline_policy_init:
 * @policy: (out): the law's numbers and the usual alarms
 */
void
kp_deadline_policy_init (KpDeadlinePolicy *policy)
{
  *policy = (KpDeadlinePolicy){ .insurance_days = LAW_DAYS,
                                .fund_days = LAW_DAYS,
                                .objection_days = 15,
                                .is_objection_in_workdays = TRUE,
                                .certificate_month = 7,
                                .certificate_day = 31,
                                .probation_alarms = { 6, { 45, 30, 15, 7, 3, 1 } },
                                .term_alarms = { 4, { 90, 60, 30, 0 } },
                                .alarms = { 3, { 15, 7, 1 } } };
}

static gboolean
are_alarms_sorted (const KpAlarms *alarms)
{
  for (guint i = 1; i < alarms->n; i++)
    if (alarms->days[i - 1] <= alarms->days[i])
      return FALSE;
  return alarms->n <= KP_DEADLINE_MAX_ALARMS;
}

/**
 * kp_deadline_policy_find_problem:
 * @policy: what a scheme sets
 *
 * The law's numbers are hard stops: a scheme may ask for less time, never give more.
 *
 * Returns: (nullable): what is against the law or makes no sense, Chinese; %NULL = nothing
 */
const char *
kp_deadline_policy_find_problem (const KpDeadlinePolicy *policy)
{
  if (policy->contract_days > 28)
    return "书面劳动合同的期限不得长于用工之日起一个月（劳动合同法第十条第二款），不足一个月的最多设28日。";
  if (policy->insurance_days == 0 || policy->insurance_days > LAW_DAYS)
    return "社会保险登记的期限不得长于用工之日起三十日（社会保险法第五十八条第一款）。";
  if (policy->fund_days == 0 || policy->fund_days > LAW_DAYS)
    return "住房公积金缴存登记的期限不得长于录用之日起三十日（住房公积金管理条例第十五条第一款）。";
  if (policy->objection_days == 0 || policy->objection_days > 366)
    return "异议答复的期限应当在1日到366日之间。";
  if (!kp_date_is_valid (kp_date_make (2001, policy->certificate_month, policy->certificate_day)))
    return "取得毕业证书的截止日期不存在。";
  if (!are_alarms_sorted (&policy->probation_alarms) || !are_alarms_sorted (&policy->term_alarms) ||
      !are_alarms_sorted (&policy->alarms))
    return "提醒的天数应当从多到少排列，且不重复。";
  return NULL;
}

/* The year's table may not be out yet: then weekends alone are left out. */
static gboolean
is_worked (const KpCalendar *calendar, KpDate day, gboolean *is_known)
{
  gboolean is_workday = FALSE;

  *is_known = calendar != NULL && kp_calendar_has_year (calendar, day.year);
  if (*is_known && kp_calendar_find_workday (calendar, day, &is_workday, NULL))
    return is_workday;
  return kp_date_get_weekday (day) <= 5;
}

static KpDate
find_workday_before (const KpCalendar *calendar, KpDate due, gboolean *is_known)
{
  KpDate day = due;
  gboolean is_year_known = FALSE;

  *is_known = TRUE;
  while (!is_worked (calendar, day, &is_year_known))
    {
      *is_known &= is_year_known;
      day = kp_date_add_days (day, -1);
    }
  *is_known &= is_year_known;
  return day;
}

static KpDeadline *
add (Listing *listing, KpDeadlineKind kind, const char *number, KpDate due, const KpAlarms *alarms)
{
  KpDeadline *deadline = g_new0 (KpDeadline, 1);

  deadline->kind = kind;
  deadline->number = g_strdup (number);
  deadline->due = due;
  deadline->act_by = find_workday_before (listing->calendar, due, &deadline->is_act_by_known);
  deadline->days_left = kp_date_days_between (listing->today, due);
  deadline->alarms = *alarms;
  deadline->is_near = deadline->days_left <= (gint) (alarms->n > 0 ? alarms->days[0] : 0);
  deadline->clause = kinds[kind].clause;
  g_ptr_array_add (listing->deadlines, deadline);
  return deadline;
}

static gboolean
has_entry (const KpProbationFile *file, KpLink link, guint month)
{
  for (guint i = 0; i < file->n_entries; i++)
    if (file->entries[i].link == link && (link != KP_LINK_NOTE || file->entries[i].month == month))
      return TRUE;
  return FALSE;
}

/* What follows the assessment is only asked for when somebody fails; before it nobody knows, and who passed
 * owes none. */
static gboolean
is_asked (const Listing *listing, const KpProbationFile *file, KpLink link)
{
  const KpMerit merit = kp_probation_decide_merit (listing->probation, file, NULL);

  return (listing->probation->needed & (1u << link)) &&
         (link <= KP_LINK_MEETING || merit == KP_MERIT_FAIL || merit == KP_MERIT_OPEN);
}

static void
list_probation (Listing *listing, const KpDeadlinePerson *person)
{
  const KpProbationFile *file = person->probation;

  if (file == NULL)
    return;
  for (guint link = 0; link < KP_LINK_N; link++)
    {
      const guint n = link == KP_LINK_NOTE ? file->months : 1;

      for (guint i = 1; i <= n && is_asked (listing, file, (KpLink) link); i++)
        {
          const guint month = link == KP_LINK_NOTE ? i : 0;
          KpDeadline *deadline;

          if (has_entry (file, (KpLink) link, month))
            continue;
          deadline = add (listing, KP_DEADLINE_PROBATION, person->number,
                          kp_probation_decide_due (listing->probation, file, (KpLink) link, month),
                          &listing->policy->alarms);
          deadline->link = (KpLink) link;
          deadline->month = month;
          deadline->clause = kp_link_get_clause ((KpLink) link);
        }
    }
  add (listing, KP_DEADLINE_CONFIRMATION, person->number,
       kp_probation_decide_last_day (listing->probation, file), &listing->policy->probation_alarms);
}

static KpDate
decide_signing (const KpDeadlinePolicy *policy, KpDate start)
{
  return policy->contract_days > 0 ? kp_date_add_days (start, (gint) policy->contract_days - 1)
                                   : kp_labour_decide_signing_deadline (start);
}

static void
list_work (Listing *listing, const KpDeadlinePerson *person)
{
  const KpDeadlinePolicy *policy = listing->policy;

  if (!kp_date_is_valid (person->signed_on))
    add (listing, KP_DEADLINE_CONTRACT, person->number, decide_signing (policy, person->start),
         &policy->alarms);
  if (!kp_date_is_valid (person->insured_on))
    add (listing, KP_DEADLINE_INSURANCE, person->number,
         kp_date_add_days (person->start, (gint) policy->insurance_days - 1), &policy->alarms);
  if (!kp_date_is_valid (person->fund_on))
    add (listing, KP_DEADLINE_FUND, person->number,
         kp_date_add_days (person->start, (gint) policy->fund_days - 1), &policy->alarms);
  list_probation (listing, person);
  if (kp_date_is_valid (person->ends) && !person->is_term_settled)
    add (listing, KP_DEADLINE_TERM, person->number, person->ends, &policy->term_alarms);
}

/* Who has left owes nothing more; to who has left the papers are owed. */
static void
list_person (Listing *listing, const KpDeadlineCampaign *campaign, const KpDeadlinePerson *person)
{
  const KpDeadlinePolicy *policy = listing->policy;

  if (kp_date_is_valid (person->left_on))
    {
      if (!kp_date_is_valid (person->handed_over_on))
        add (listing, KP_DEADLINE_HANDOVER, person->number,
             kp_termination_decide_certificate_deadline (person->left_on), &policy->alarms);
      return;
    }
  if (person->owes_certificate && !kp_date_is_valid (person->certificate_on))
    add (listing, KP_DEADLINE_CERTIFICATE, person->number,
         kp_date_make (campaign->year, policy->certificate_month, policy->certificate_day), &policy->alarms);
  if (kp_date_is_valid (person->start))
    list_work (listing, person);
}

/* Working days of a year without table are Monday to Friday, as for act_by: the list must never be missing.
 */
static KpDate
add_workdays (const KpCalendar *calendar, KpDate day, guint days)
{
  while (days > 0)
    {
      gboolean is_known;

      day = kp_date_add_days (day, 1);
      days -= is_worked (calendar, day, &is_known) ? 1 : 0;
    }
  return day;
}

/**
 * kp_deadline_decide_objection:
 * @policy: what the scheme sets
 * @calendar: the holidays; a year that it doesn't know has its weekends
 * @received: when the objection came
 *
 * Returns: the last day on which it may be answered
 */
KpDate
kp_deadline_decide_objection (const KpDeadlinePolicy *policy, const KpCalendar *calendar, KpDate received)
{
  return policy->is_objection_in_workdays ? add_workdays (calendar, received, policy->objection_days)
                                          : kp_date_add_days (received, (gint) policy->objection_days);
}

static void
list_campaign (Listing *listing, const KpDeadlineCampaign *campaign)
{
  const KpDeadlinePolicy *policy = listing->policy;

  if (kp_date_is_valid (campaign->publicity_until) && !campaign->is_hired)
    add (listing, KP_DEADLINE_PUBLICITY, "", campaign->publicity_until, &policy->alarms);
  for (guint i = 0; i < campaign->n_objections; i++)
    {
      const KpDeadlineObjection *objection = &campaign->objections[i];
      const KpDate due = kp_deadline_decide_objection (policy, listing->calendar, objection->received);

      if (!kp_date_is_valid (objection->answered))
        add (listing, KP_DEADLINE_OBJECTION, objection->number, due, &policy->alarms);
    }
  /* Whoever reads the old notice goes by the old rule: the new one is published on the day on which it begins to hold. */
  for (guint i = 0; i < campaign->n_supplements; i++)
    if (!kp_date_is_valid (campaign->supplements[i].published))
      add (listing, KP_DEADLINE_SUPPLEMENT, campaign->supplements[i].number, campaign->supplements[i].amended, &policy->alarms);
  for (guint i = 0; i < campaign->n_proofs; i++)
    add (listing, KP_DEADLINE_PROOF, campaign->proofs[i].number, campaign->proofs[i].by, &policy->alarms)->subject
      = g_strdup (campaign->proofs[i].label);
}

static gint
compare_deadlines (gconstpointer a, gconstpointer b)
{
  const KpDeadline *first = *(KpDeadline *const *) a;
  const KpDeadline *second = *(KpDeadline *const *) b;
  const gint by_day = kp_date_compare (first->due, second->due);

  if (by_day != 0)
    return by_day;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  if (first->link != second->link)
    return first->link < second->link ? -1 : 1;
  if (strcmp (first->number, second->number) != 0)
    return strcmp (first->number, second->number);
  return g_strcmp0 (first->subject, second->subject);
}

/**
 * kp_deadline_list:
 * @policy: what the scheme sets
 * @probation: of the probation
 * @campaign: where the campaign is
 * @persons: (array length=n_persons): everybody with a contract, or who owes a certificate
 * @n_persons: how many
 * @calendar: (nullable): working days
 * @today: the day to count from
 *
 * Everything that isn't settled yet, the nearest first; what is overdue stays until it is settled.
 *
 * Returns: (transfer full) (element-type KpDeadline): the list
 */
GPtrArray *
kp_deadline_list (const KpDeadlinePolicy *policy,
                  const KpProbationPolicy *probation,
                  const KpDeadlineCampaign *campaign,
                  const KpDeadlinePerson *persons,
                  guint n_persons,
                  const KpCalendar *calendar,
                  KpDate today)
{
  GPtrArray *deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_deadline_free);
  Listing listing = { policy, probation, calendar, today, deadlines };

  g_return_val_if_fail (kp_date_is_valid (today), deadlines);

  list_campaign (&listing, campaign);
  for (guint i = 0; i < n_persons; i++)
    list_person (&listing, campaign, &persons[i]);
  g_ptr_array_sort (deadlines, compare_deadlines);
  return deadlines;
}

/**
 * kp_deadline_free:
 * @deadline: (transfer full) (nullable): a deadline
 */
void
kp_deadline_free (KpDeadline *deadline)
{
  if (deadline == NULL)
    return;
  g_free (deadline->number);
  g_free (deadline->subject);
  g_free (deadline);
}

/**
 * kp_deadline_kind_is_of_hire:
 * @kind: a kind
 *
 * Returns: whether it has to be settled before the hires of a campaign are done; the end of a term comes years later
 */
gboolean
kp_deadline_kind_is_of_hire (KpDeadlineKind kind)
{
  return kind != KP_DEADLINE_TERM;
}

/**
 * kp_deadline_kind_get_name:
 * @kind: a kind
 *
 * Returns: the stable name: "insurance"
 */
const char *
kp_deadline_kind_get_name (KpDeadlineKind kind)
{
  g_return_val_if_fail ((guint) kind < KP_DEADLINE_N_KINDS, NULL);
  return kinds[kind].name;
}

/**
 * kp_deadline_dup_chinese:
 * @deadline: a deadline
 *
 * Returns: (transfer full): what is due: "试用期：第2个月月度记录"
 */
char *
kp_deadline_dup_chinese (const KpDeadline *deadline)
{
  if (deadline->subject != NULL)
    return g_strdup_printf ("%s：%s", kinds[deadline->kind].chinese, deadline->subject);
  if (deadline->kind != KP_DEADLINE_PROBATION)
    return g_strdup (kinds[deadline->kind].chinese);
  if (deadline->link == KP_LINK_NOTE)
    return g_strdup_printf ("%s：第%u个月%s", kinds[deadline->kind].chinese, deadline->month,
                            kp_link_get_chinese (deadline->link));
  return g_strdup_printf ("%s：%s", kinds[deadline->kind].chinese, kp_link_get_chinese (deadline->link));
}

/**
 * kp_deadline_get_action:
 * @deadline: a deadline
 *
 * Returns: what settles it, Chinese
 */
const char *
kp_deadline_get_action (const KpDeadline *deadline)
{
  return kinds[deadline->kind].action;
}
