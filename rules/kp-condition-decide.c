/* kp-condition-decide.c – asks one condition of a candidate's facts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A value that nobody has stated is never guessed: the answer is "a paper is needed". A value that is stated but that
 * no table can judge (another major, an address written another way) goes to a person.
 *
 *             any part unmet   else any paper   else any by hand   else
 *   all_of    unmet            needs paper      by hand            met
 *             any part met
 *   any_of    met              needs paper      by hand            unmet
 *   except    unmet            needs paper      by hand            met
 */

#include "kp-condition.h"

#include <string.h>

static gboolean
is_stated (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_listed (const KpCondition *condition,
           const char        *word)
{
  return condition->words != NULL && g_strv_contains ((const char *const *) condition->words, word);
}

static KpVerdict
decide_truth (KpTruth truth)
{
  if (truth == KP_TRUTH_UNKNOWN)
    return KP_VERDICT_NEEDS_PAPER;

  return truth == KP_TRUTH_YES ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

/* Both bounds belong to the period. */
static KpVerdict
decide_period (const KpCondition *condition,
               KpDate             date)
{
  if (!kp_date_is_valid (date))
    return KP_VERDICT_NEEDS_PAPER;
  if (!kp_date_is_none (condition->from) && kp_date_compare (date, condition->from) < 0)
    return KP_VERDICT_UNMET;
  if (!kp_date_is_none (condition->to) && kp_date_compare (date, condition->to) > 0)
    return KP_VERDICT_UNMET;

  return KP_VERDICT_MET;
}

static KpVerdict
decide_word (const KpCondition *condition,
             const char        *word)
{
  if (!is_stated (word))
    return KP_VERDICT_NEEDS_PAPER;

  return is_listed (condition, word) ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

static KpVerdict
decide_level (guint       needed,
              guint       held,
              const char *word)
{
  if (!is_stated (word))
    return KP_VERDICT_NEEDS_PAPER;
  if (held == 0 || needed == 0)
    return KP_VERDICT_BY_HAND;

  return held >= needed ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

static KpVerdict
decide_education_in (const KpCondition *condition,
                     const char        *education)
{
  KpVerdict verdict = decide_word (condition, education);

  if (verdict == KP_VERDICT_UNMET && kp_education_get_level (education) == 0)
    return KP_VERDICT_BY_HAND;

  return verdict;
}

/* The names of majors change with the catalogue: only a person may refuse one. */
static KpVerdict
decide_major (const KpCondition *condition,
              const char        *major)
{
  KpVerdict verdict = decide_word (condition, major);

  return verdict == KP_VERDICT_UNMET ? KP_VERDICT_BY_HAND : verdict;
}

/* A deadline for something that is held: without its day a paper must show it. */
static KpVerdict
decide_deadline (const KpCondition *condition,
                 KpDate             obtained)
{
  return kp_date_is_none (condition->to) ? KP_VERDICT_MET : decide_period (condition, obtained);
}

/* An address that begins another way may still lie there (no province named, an old name): only a person may refuse. */
static KpVerdict
decide_residence (const KpCondition      *condition,
                  const KpCandidateFacts *facts)
{
  if (!is_stated (facts->residence))
    return KP_VERDICT_NEEDS_PAPER;

  for (guint i = 0; condition->words != NULL && condition->words[i] != NULL; i++)
    if (g_str_has_prefix (facts->residence, condition->words[i]))
      return decide_deadline (condition, facts->residence_since);

  return KP_VERDICT_BY_HAND;
}

static KpVerdict
decide_certificate (const KpCondition      *condition,
                    const KpCandidateFacts *facts)
{
  const char *needed = condition->words != NULL ? condition->words[0] : NULL;
  KpVerdict   verdict;

  if (facts->certificate != NULL && *facts->certificate == '\0')
    return KP_VERDICT_UNMET;

  verdict = decide_level (kp_certificate_get_level (needed), kp_certificate_get_level (facts->certificate),
                          facts->certificate);
  if (verdict != KP_VERDICT_MET)
    return verdict;

  return decide_deadline (condition, facts->certificate_on);
}

/* Only full months count: who began on 2 March has one year on 2 March of the next. */
static KpVerdict
decide_months (const KpCondition *condition,
               KpTruth            belongs,
               KpDate             from,
               KpDate             to)
{
  if (belongs != KP_TRUTH_YES)
    return decide_truth (belongs);
  if (!kp_date_is_valid (from) || !kp_date_is_valid (to))
    return KP_VERDICT_NEEDS_PAPER;
  if (kp_date_full_months_between (from, to) < (gint) condition->months)
    return KP_VERDICT_UNMET;

  return KP_VERDICT_MET;
}

static KpVerdict
decide_parts (const KpCondition      *condition,
              const KpCandidateFacts *facts)
{
  gboolean  is_all = condition->kind == KP_CONDITION_ALL_OF;
  KpVerdict deciding = is_all ? KP_VERDICT_UNMET : KP_VERDICT_MET;
  gboolean  is_decided = FALSE;
  gboolean  needs_paper = FALSE;
  gboolean  is_by_hand = FALSE;

  for (guint i = 0; i < condition->parts->len; i++)
    {
      KpVerdict verdict = kp_condition_decide (g_ptr_array_index (condition->parts, i), facts);

      is_decided = is_decided || verdict == deciding;
      needs_paper = needs_paper || verdict == KP_VERDICT_NEEDS_PAPER;
      is_by_hand = is_by_hand || verdict == KP_VERDICT_BY_HAND;
    }

  if (is_decided)
    return condition->kind == KP_CONDITION_ANY_OF ? KP_VERDICT_MET : KP_VERDICT_UNMET;
  if (needs_paper)
    return KP_VERDICT_NEEDS_PAPER;
  if (is_by_hand)
    return KP_VERDICT_BY_HAND;

  return condition->kind == KP_CONDITION_ANY_OF ? KP_VERDICT_UNMET : KP_VERDICT_MET;
}

/**
 * kp_condition_decide:
 * @condition: a condition as kp_scheme_check() accepts it
 * @facts: what the candidate states
 *
 * Pure and safe from any thread. Dates in @condition are included in the periods they bound (民法典 第1259条).
 *
 * Returns: MET, UNMET, NEEDS_PAPER when a value is missing, or BY_HAND when only a person can judge.
 */
KpVerdict
kp_condition_decide (const KpCondition      *condition,
                     const KpCandidateFacts *facts)
{
  const char *first = condition->words != NULL ? condition->words[0] : NULL;

  switch (condition->kind)
    {
    case KP_CONDITION_ALL_OF:
    case KP_CONDITION_ANY_OF:
    case KP_CONDITION_EXCEPT:
      return decide_parts (condition, facts);
    case KP_CONDITION_BORN:
      return decide_period (condition, facts->birth);
    case KP_CONDITION_EDUCATION_AT_LEAST:
      return decide_level (kp_education_get_level (first), kp_education_get_level (facts->education),
                           facts->education);
    case KP_CONDITION_EDUCATION_IN:
      return decide_education_in (condition, facts->education);
    case KP_CONDITION_DEGREE_IN:
      return facts->degree != NULL && *facts->degree == '\0' ? KP_VERDICT_UNMET : decide_word (condition, facts->degree);
    case KP_CONDITION_MAJOR_IN:
      return decide_major (condition, facts->major);
    case KP_CONDITION_POLITICAL_IN:
      return decide_word (condition, facts->political);
    case KP_CONDITION_SEX_IN:
      return decide_word (condition, facts->sex);
    case KP_CONDITION_RESIDENCE_IN:
      return decide_residence (condition, facts);
    case KP_CONDITION_CERTIFICATE_AT_LEAST:
      return decide_certificate (condition, facts);
    case KP_CONDITION_GRADUATED:
      return decide_period (condition, facts->graduated);
    case KP_CONDITION_VETERAN:
      return decide_truth (facts->is_veteran);
    case KP_CONDITION_GRID_STAFF:
      return decide_truth (facts->is_grid_staff);
    case KP_CONDITION_GRID_MONTHS:
      return decide_months (condition, facts->is_grid_staff, facts->grid_since, condition->to);
    case KP_CONDITION_SERVICE_MONTHS:
      return decide_months (condition, facts->is_veteran, facts->enlisted, facts->discharged);
    case KP_CONDITION_BY_HAND:
      return KP_VERDICT_BY_HAND;
    default:
      g_return_val_if_reached (KP_VERDICT_BY_HAND);
    }
}

static const char *
get_truth_word (KpTruth truth)
{
  if (truth == KP_TRUTH_UNKNOWN)
    return "未填写";

  return truth == KP_TRUTH_YES ? "是" : "否";
}

static const char *
get_word (const char *text)
{
  if (text == NULL)
    return "未填写";

  return *text == '\0' ? "无" : text;
}

static gchar *
dup_value (const char *label,
           const char *value)
{
  return g_strdup_printf ("%s：%s", label, value);
}

static gchar *
dup_day_value (const char *label,
               KpDate      day)
{
  g_autofree gchar *text = kp_date_dup_iso (day);

  return dup_value (label, kp_date_is_none (day) ? "未填写" : text);
}

static void
collect_value (GPtrArray *values,
               gchar     *value)
{
  if (g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
    g_free (value);
  else
    g_ptr_array_add (values, value);
}

static void
collect_values (const KpCondition      *condition,
                const KpCandidateFacts *facts,
                GPtrArray              *values)
{
  switch (condition->kind)
    {
    case KP_CONDITION_ALL_OF:
    case KP_CONDITION_ANY_OF:
    case KP_CONDITION_EXCEPT:
      for (guint i = 0; i < condition->parts->len; i++)
        collect_values (g_ptr_array_index (condition->parts, i), facts, values);
      break;
    case KP_CONDITION_BORN:
      collect_value (values, dup_day_value ("出生日期", facts->birth));
      break;
    case KP_CONDITION_EDUCATION_AT_LEAST:
    case KP_CONDITION_EDUCATION_IN:
      collect_value (values, dup_value ("学历", get_word (facts->education)));
      break;
    case KP_CONDITION_DEGREE_IN:
      collect_value (values, dup_value ("学位", get_word (facts->degree)));
      break;
    case KP_CONDITION_MAJOR_IN:
      collect_value (values, dup_value ("专业", get_word (facts->major)));
      break;
    case KP_CONDITION_POLITICAL_IN:
      collect_value (values, dup_value ("政治面貌", get_word (facts->political)));
      break;
    case KP_CONDITION_SEX_IN:
      collect_value (values, dup_value ("性别", get_word (facts->sex)));
      break;
    case KP_CONDITION_RESIDENCE_IN:
      collect_value (values, dup_value ("户籍（居住地）", get_word (facts->residence)));
      break;
    case KP_CONDITION_CERTIFICATE_AT_LEAST:
      collect_value (values, dup_value ("社会工作者证书", get_word (facts->certificate)));
      break;
    case KP_CONDITION_GRADUATED:
      collect_value (values, dup_day_value ("毕业时间", facts->graduated));
      break;
    case KP_CONDITION_SERVICE_MONTHS:
      collect_value (values, dup_day_value ("入伍时间", facts->enlisted));
      collect_value (values, dup_day_value ("退役时间", facts->discharged));
      break;
    case KP_CONDITION_VETERAN:
      collect_value (values, dup_value ("退役军人", get_truth_word (facts->is_veteran)));
      break;
    case KP_CONDITION_GRID_MONTHS:
      collect_value (values, dup_day_value ("网格员上岗时间", facts->grid_since));
      break;
    case KP_CONDITION_GRID_STAFF:
      collect_value (values, dup_value ("在岗网格员", get_truth_word (facts->is_grid_staff)));
      break;
    case KP_CONDITION_BY_HAND:
    default:
      break;
    }
}

/**
 * kp_condition_dup_values:
 * @condition: a condition
 * @facts: what the candidate states
 *
 * Returns: (transfer full): the values that @condition looked at, "出生日期:1992-12-12;退役军人:否" (personal data).
 */
gchar *
kp_condition_dup_values (const KpCondition      *condition,
                         const KpCandidateFacts *facts)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  collect_values (condition, facts, values);
  g_ptr_array_add (values, NULL);

  return g_strjoinv ("；", (gchar **) values->pdata);
}
