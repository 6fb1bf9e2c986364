/* kp-probation.c – probation screening 试用期筛选: the assessment and the days of the chain.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Probation from 2026-03-01 to 2026-08-31 = T, with the usual days:
 *
 *   03-01        conditions of hire signed (the law's own: before work begins to be judged)
 *   03-07        mentor, duties, method, training within seven days
 *   04-10 …      note of a month within ten days after it; that of the last month by T
 *   06-10        mid-term talk, after half of the months
 *   T−20 08-11   survey          T−15 08-16  assessment and meeting      T−10 08-21  union, filing
 *   T−7  08-24   notice served   T    08-31  the last day of all
 *
 * Days before T are the plan; the last day for what ends the chain is T itself, and after it nothing helps:
 * the worker is confirmed by law (劳动合同法 §§19, 21, 39). */

#include "kp-probation.h"

#include "kp-labour.h"

#define LAW_LINKS                                                                                            \
  (1u << KP_LINK_CONDITIONS | 1u << KP_LINK_ASSESSMENT | 1u << KP_LINK_MEETING | 1u << KP_LINK_UNION |       \
   1u << KP_LINK_NOTICE | 1u << KP_LINK_SERVICE)
#define FULL KP_MARK (100, 0)

/**
 * kp_probation_policy_init:
 * @policy: (out): the usual screening: six elements, sixty points pass, five items that fail at once
 */
void
kp_probation_policy_init (KpProbationPolicy *policy)
{
  *policy = (KpProbationPolicy){
    .needed = (1u << KP_LINK_N) - 1,
    .first_days = 7,
    .note_days = 10,
    .days_before = { [KP_LINK_SURVEY] = 20,
                     [KP_LINK_ASSESSMENT] = 15,
                     [KP_LINK_MEETING] = 15,
                     [KP_LINK_UNION] = 10,
                     [KP_LINK_FILING] = 10,
                     [KP_LINK_NOTICE] = 7,
                     [KP_LINK_SERVICE] = 7 },
    .least_answers = 10,
    .survey_line = kp_fraction_new (3, 5),
    .pass_line = KP_MARK (60, 0),
    .excellent_line = KP_MARK (90, 0),
    .may_pass_early = FALSE,
    .early_months = 3,
    .n_elements = 6,
    .elements = { { "政治素质", KP_MARK (20, 0), FALSE },
                  { "工作实绩", KP_MARK (30, 0), FALSE },
                  { "居民满意度", KP_MARK (20, 0), TRUE },
                  { "能力学习", KP_MARK (10, 0), FALSE },
                  { "出勤纪律", KP_MARK (10, 0), FALSE },
                  { "作风廉洁", KP_MARK (10, 0), FALSE } },
    .n_vetoes = 5,
    .vetoes = { "违法违纪", "弄虚作假", "连续旷工三日或者累计旷工五日", "重大失职",
                "初任培训考试补考仍不合格" },
  };
}

/**
 * kp_probation_policy_find_problem:
 * @policy: what a scheme sets
 *
 * Returns: (nullable): what the law or arithmetic has against it, Chinese; %NULL = nothing
 */
const char *
kp_probation_policy_find_problem (const KpProbationPolicy *policy)
{
  KpMark sum = 0;

  if ((policy->needed & LAW_LINKS) != LAW_LINKS)
    return "录用条件确认、期满考核、集体研究、征求工会意见、书面通知和送达是法定环节，不能省去。";
  if (policy->n_elements == 0 || policy->n_elements > KP_PROBATION_MAX_ELEMENTS ||
      policy->n_vetoes > KP_PROBATION_MAX_VETOES)
    return "考核要素或者一票否决项的数量超出范围。";
  for (guint i = 0; i < policy->n_elements; i++)
    sum += policy->elements[i].full;
  if (sum != FULL)
    return "各考核要素的满分之和应当是100分。";
  if (policy->pass_line <= 0 || policy->pass_line > policy->excellent_line || policy->excellent_line > FULL)
    return "合格线和优秀线应当在0分到100分之间，优秀线不低于合格线。";
  return NULL;
}

/**
 * kp_probation_decide_last_day:
 * @policy: what the scheme sets
 * @file: a person
 *
 * The last day of probation. It moves only for days without work that both sides agreed on in writing, where
 * the scheme has it so: a probation is never made longer otherwise (劳动合同法 §19).
 *
 * Returns: the day
 */
KpDate
kp_probation_decide_last_day (const KpProbationPolicy *policy, const KpProbationFile *file)
{
  if (!policy->suspension_extends || !file->is_suspension_agreed)
    return file->end;
  return kp_date_add_days (file->end, (gint) file->suspended_days);
}

static guint
count_answers (const KpSurveyCounts *survey)
{
  return survey->n_satisfied + survey->n_fair + survey->n_unsatisfied;
}

/**
 * kp_probation_decide_score:
 * @policy: what the scheme sets
 * @file: a person
 * @element: which element
 * @out: (out): points
 *
 * Points of one element: as entered, or full points × satisfied ÷ answers to two decimals, half up.
 *
 * Returns: whether they are known
 */
gboolean
kp_probation_decide_score (const KpProbationPolicy *policy,
                           const KpProbationFile *file,
                           guint element,
                           KpMark *out)
{
  const KpProbationElement *rule = &policy->elements[element];
  const guint n_answers = count_answers (&file->survey);

  g_return_val_if_fail (element < policy->n_elements, FALSE);

  if (!rule->is_from_survey)
    {
      *out = file->scores[element];
      return file->is_scored && *out >= 0 && *out <= rule->full;
    }
  if (n_answers == 0)
    return FALSE;
  return kp_fraction_round_to_mark (
      kp_fraction_multiply (kp_fraction_from_mark (rule->full),
                            kp_fraction_new (file->survey.n_satisfied, n_answers)),
      2, KP_ROUNDING_HALF_UP, out);
}

/**
 * kp_probation_decide_merit:
 * @policy: what the scheme sets
 * @file: a person
 * @total: (out) (nullable): the sum of points; 0 while it isn't known
 *
 * An item that fails at once fails whatever the points; so do residents satisfied below the line.
 *
 * Returns: what the assessment says
 */
KpMerit
kp_probation_decide_merit (const KpProbationPolicy *policy, const KpProbationFile *file, KpMark *total)
{
  const guint n_answers = count_answers (&file->survey);
  KpMark sum = 0;
  gboolean is_known = file->is_scored;

  for (guint i = 0; i < policy->n_elements; i++)
    {
      KpMark points = 0;

      is_known = kp_probation_decide_score (policy, file, i, &points) && is_known;
      sum += points;
    }
  if (total != NULL)
    *total = is_known ? sum : 0;
  if (file->vetoes != 0)
    return KP_MERIT_FAIL;
  if (!is_known)
    return KP_MERIT_OPEN;
  if (kp_fraction_is_known (policy->survey_line) && n_answers > 0 &&
      kp_fraction_compare (kp_fraction_new (file->survey.n_satisfied, n_answers), policy->survey_line) < 0)
    return KP_MERIT_FAIL;
  if (sum < policy->pass_line)
    return KP_MERIT_FAIL;
  return sum >= policy->excellent_line ? KP_MERIT_EXCELLENT : KP_MERIT_PASS;
}

static KpDate
get_earlier (KpDate a, KpDate b)
{
  return kp_date_compare (a, b) < 0 ? a : b;
}

/**
 * kp_probation_decide_latest:
 * @policy: what the scheme sets
 * @file: a person
 * @link: a link
 * @month: of a note, 1 is the first
 *
 * After this day the link doesn't carry a termination any more; see the picture at the top.
 *
 * Returns: the last day for a link
 */
KpDate
kp_probation_decide_latest (const KpProbationPolicy *policy,
                            const KpProbationFile *file,
                            KpLink link,
                            guint month)
{
  const KpDate last = kp_probation_decide_last_day (policy, file);

  switch (link)
    {
    case KP_LINK_CONDITIONS:
      return file->start;
    case KP_LINK_MENTOR:
    case KP_LINK_DUTIES:
    case KP_LINK_METHOD:
    case KP_LINK_TRAINING:
      return get_earlier (last, kp_date_add_days (file->start, (gint) MAX (policy->first_days, 1) - 1));
    case KP_LINK_NOTE:
    case KP_LINK_MIDTERM:
      {
        const guint after = link == KP_LINK_NOTE ? MAX (month, 1) : MAX ((file->months + 1) / 2, 1);

        return get_earlier (
            last, kp_date_add_days (kp_labour_decide_end (file->start, after), (gint) policy->note_days));
      }
    case KP_LINK_SURVEY:
    case KP_LINK_ASSESSMENT:
    case KP_LINK_MEETING:
    case KP_LINK_UNION:
    case KP_LINK_FILING:
    case KP_LINK_NOTICE:
    case KP_LINK_SERVICE:
    default:
      return last;
    }
}

/**
 * kp_probation_decide_due:
 * @policy: what the scheme sets
 * @file: a person
 * @link: a link
 * @month: of a note, 1 is the first
 *
 * Returns: when a link is due by the plan: so many days before the last day, or the last day for it
 */
KpDate
kp_probation_decide_due (const KpProbationPolicy *policy,
                         const KpProbationFile *file,
                         KpLink link,
                         guint month)
{
  const KpDate latest = kp_probation_decide_latest (policy, file, link, month);
  KpDate due;

  if (policy->days_before[link] == 0)
    return latest;
  due = kp_date_add_days (latest, -(gint) policy->days_before[link]);
  return kp_date_compare (due, file->start) < 0 ? file->start : due;
}
