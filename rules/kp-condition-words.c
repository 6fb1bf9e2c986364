/* kp-condition-words.c – conditions in the words of a notice, and the values that they looked at.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-condition.h"

#include "kp-definition.h"

#define NOT "不属于："
#define FULL "满"
#define NOT_FULL "未满"

static gchar *
dup_period (KpDate      from,
            KpDate      to,
            const char *verb)
{
  g_autofree gchar *first = kp_date_dup_chinese (from);
  g_autofree gchar *last = kp_date_dup_chinese (to);

  if (kp_date_is_none (from))
    return g_strdup_printf ("%s（含）以前%s", last, verb);
  if (kp_date_is_none (to))
    return g_strdup_printf ("%s（含）以后%s", first, verb);

  return g_strdup_printf ("%s至%s期间%s（含首尾两日）", first, last, verb);
}

/* "不属于：…" reaches as far as it can be read: beside others it needs brackets. What a person has to judge is told apart
 * from what the registration says. */
static gchar *
dup_part (const KpCondition *part,
          gboolean           is_alone)
{
  g_autofree gchar *text = kp_condition_dup_chinese (part);
  const gboolean    is_list = part->parts != NULL && part->parts->len > 1;

  if (part->kind == KP_CONDITION_BY_HAND)
    return g_strdup_printf ("由审查人员认定：%s", text);
  if (is_list || (!is_alone && g_str_has_prefix (text, NOT)))
    return g_strdup_printf ("（%s）", text);

  return g_steal_pointer (&text);
}

static gchar *
dup_parts (const KpCondition *condition,
           const char        *separator)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < condition->parts->len; i++)
    {
      const KpCondition *part = g_ptr_array_index (condition->parts, i);

      g_ptr_array_add (texts, dup_part (part, condition->parts->len == 1));
    }
  g_ptr_array_add (texts, NULL);

  return g_strjoinv (separator, (gchar **) texts->pdata);
}

static gchar *
dup_by_deadline (const KpCondition *condition,
                 const char        *what)
{
  g_autofree gchar *day = kp_date_dup_chinese (condition->to);

  if (kp_date_is_none (condition->to))
    return g_strdup (what);

  return g_strdup_printf ("%s前（含当日）%s", day, what);
}

static gchar *
dup_length (guint months)
{
  return months % 12 == 0 ? g_strdup_printf ("%u年", months / 12) : g_strdup_printf ("%u个月", months);
}

static gchar *
dup_months (const KpCondition *condition,
            const char        *what,
            const char        *full)
{
  g_autofree gchar *day = kp_date_dup_chinese (condition->to);
  g_autofree gchar *length = dup_length (condition->months);

  if (kp_date_is_none (condition->to))
    return g_strdup_printf ("%s%s%s", what, full, length);

  return g_strdup_printf ("截至%s%s%s%s", day, what, full, length);
}

/* As many decimals as the value has: 24, 1.5. */
static gchar *
dup_number (KpFraction number)
{
  for (guint decimals = 0; kp_fraction_is_known (number) && decimals <= KP_FRACTION_MAX_DECIMALS; decimals++)
    if (kp_decimal_power (decimals) % number.den == 0)
      return kp_fraction_dup_decimal (number, decimals);

  return kp_fraction_dup_text (number);
}

static const char *
get_label (const KpCondition *condition)
{
  return condition->label != NULL ? condition->label : kp_fact_find_label (NULL, condition->fact);
}

static const char *
get_until_label (const KpCondition *condition)
{
  return condition->until_label != NULL ? condition->until_label : kp_fact_find_label (NULL, condition->until);
}

static gchar *
dup_dated (const KpCondition *condition)
{
  g_autofree gchar *period = NULL;

  if (kp_date_is_none (condition->from) && kp_date_is_none (condition->to))
    return g_strdup_printf ("有%s", get_label (condition));

  period = dup_period (condition->from, condition->to, "");
  return g_strdup_printf ("%s在%s", get_label (condition), period);
}

/* 自入伍时间起至退役时间满2年; 截至2026年3月2日年满51周岁 */
static gchar *
dup_months_since (const KpCondition *condition,
                  const char        *full)
{
  g_autofree gchar *length = dup_length (condition->months);
  g_autofree gchar *day = kp_date_dup_chinese (condition->to);

  if (condition->until == NULL && g_strcmp0 (condition->fact, "birth") == 0 && condition->months % 12 == 0)
    return g_strdup_printf ("截至%s%s%u周岁", day, g_str_equal (full, FULL) ? "年满" : full, condition->months / 12);
  if (condition->until == NULL)
    return g_strdup_printf ("自%s起至%s%s%s", get_label (condition), day, full, length);
  if (kp_date_is_none (condition->to))
    return g_strdup_printf ("自%s起至%s%s%s", get_label (condition), get_until_label (condition), full, length);

  return g_strdup_printf ("自%s起至%s（最迟计算至%s）%s%s", get_label (condition), get_until_label (condition), day, full, length);
}

static gchar *
dup_words (const KpCondition *condition)
{
  return condition->words != NULL ? g_strjoinv ("、", condition->words) : g_strdup ("");
}

/* What asks of a fact by its id, or of the post. */
static gchar *
dup_of_fact (const KpCondition *condition)
{
  g_autofree gchar *words = dup_words (condition);
  g_autofree gchar *number = NULL;
  g_autofree gchar *phrase = NULL;

  switch (condition->kind)
    {
    case KP_CONDITION_IS:
      return g_strdup (get_label (condition));
    case KP_CONDITION_WORD_IN:
      return g_strdup_printf ("%s为%s", get_label (condition), words);
    case KP_CONDITION_PLACE_IN:
      phrase = g_strdup_printf ("%s在%s", get_label (condition), words);
      return dup_by_deadline (condition, phrase);
    case KP_CONDITION_DATED:
      return dup_dated (condition);
    case KP_CONDITION_MONTHS_SINCE:
      return dup_months_since (condition, FULL);
    case KP_CONDITION_AT_LEAST:
      number = dup_number (condition->value);
      return g_strdup_printf ("%s不低于%s", get_label (condition), number);
    case KP_CONDITION_AT_MOST:
      number = dup_number (condition->value);
      return g_strdup_printf ("%s不高于%s", get_label (condition), number);
    case KP_CONDITION_POST_IN:
      return g_strdup_printf ("报考%s岗位", words);
    case KP_CONDITION_POST_STREET_IN:
      return g_strdup_printf ("报考%s的岗位", condition->label != NULL ? condition->label : words);
    case KP_CONDITION_SAME_AS_POST:
      return g_strdup_printf ("%s与所报考岗位所在街道（岗位）一致", get_label (condition));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* The words of the scheme's definition, once the scheme has settled the condition. */
static gchar *
dup_definition (const KpCondition *condition)
{
  KpDefinition which;

  if (condition->label != NULL)
    return g_strdup (condition->label);

  return g_strdup (condition->words != NULL && kp_definition_parse (condition->words[0], &which)
                       ? kp_definition_get_chinese (which)
                       : "");
}

/* The contrary of one condition, where Chinese has a word for it: "低于50", "未满2年", "在岗". */
static gchar *
dup_except (const KpCondition *condition)
{
  const KpCondition *part = condition->parts->len == 1 ? g_ptr_array_index (condition->parts, 0) : NULL;
  g_autofree gchar  *number = NULL;
  g_autofree gchar  *phrase = NULL;

  switch (part != NULL ? part->kind : KP_CONDITION_ALL_OF)
    {
    case KP_CONDITION_EXCEPT:
      return part->parts->len == 1 ? kp_condition_dup_chinese (g_ptr_array_index (part->parts, 0)) : dup_parts (part, "，或者");
    case KP_CONDITION_AT_LEAST:
      number = dup_number (part->value);
      return g_strdup_printf ("%s低于%s", get_label (part), number);
    case KP_CONDITION_AT_MOST:
      number = dup_number (part->value);
      return g_strdup_printf ("%s高于%s", get_label (part), number);
    case KP_CONDITION_MONTHS_SINCE:
      return dup_months_since (part, NOT_FULL);
    case KP_CONDITION_GRID_MONTHS:
      return dup_months (part, "连续从事网格工作", NOT_FULL);
    case KP_CONDITION_SERVICE_MONTHS:
      return dup_months (part, "服现役", NOT_FULL);
    default:
      phrase = dup_parts (condition, "、");
      return g_strdup_printf (NOT "%s", phrase);
    }
}

/**
 * kp_condition_dup_chinese:
 * @condition: a condition
 *
 * Puts the condition into the words of a notice; what a person has to judge keeps its own text.
 *
 * Returns: (transfer full): a Chinese phrase without a full stop.
 */
gchar *
kp_condition_dup_chinese (const KpCondition *condition)
{
  g_autofree gchar *words = dup_words (condition);
  g_autofree gchar *phrase = NULL;

  switch (condition->kind)
    {
    case KP_CONDITION_ALL_OF:
      return dup_parts (condition, "，且");
    case KP_CONDITION_ANY_OF:
      return dup_parts (condition, "，或者");
    case KP_CONDITION_EXCEPT:
      return dup_except (condition);
    case KP_CONDITION_SOME_OF:
      phrase = dup_parts (condition, "；");
      return g_strdup_printf ("下列条件至少符合%u项：%s", condition->count, phrase);
    case KP_CONDITION_BORN:
      return dup_period (condition->from, condition->to, "出生");
    case KP_CONDITION_EDUCATION_AT_LEAST:
      return g_strdup_printf ("%s及以上学历", words);
    case KP_CONDITION_EDUCATION_IN:
      return g_strdup_printf ("学历为%s", words);
    case KP_CONDITION_DEGREE_IN:
      return g_strdup_printf ("学位为%s", words);
    case KP_CONDITION_MAJOR_IN:
      return g_strdup_printf ("所学专业为%s", words);
    case KP_CONDITION_POLITICAL_IN:
      return g_strdup_printf ("政治面貌为%s", words);
    case KP_CONDITION_SEX_IN:
      return g_strdup_printf ("性别为%s", words);
    case KP_CONDITION_RESIDENCE_IN:
      phrase = g_strdup_printf ("户籍（居住地）在%s", words);
      return dup_by_deadline (condition, phrase);
    case KP_CONDITION_CERTIFICATE_AT_LEAST:
      phrase = g_strdup_printf ("取得%s及以上证书", words);
      return dup_by_deadline (condition, phrase);
    case KP_CONDITION_GRADUATED:
      return dup_period (condition->from, condition->to, "毕业");
    case KP_CONDITION_VETERAN:
      return g_strdup ("退役军人");
    case KP_CONDITION_GRID_STAFF:
      return g_strdup ("在岗网格员");
    case KP_CONDITION_GRID_MONTHS:
      return dup_months (condition, "连续从事网格工作", FULL);
    case KP_CONDITION_SERVICE_MONTHS:
      return dup_months (condition, "服现役", FULL);
    case KP_CONDITION_COUNTS_AS:
      return dup_definition (condition);
    case KP_CONDITION_BY_HAND:
      return g_strdup (condition->text != NULL ? condition->text : "");
    case KP_CONDITION_IS:
    case KP_CONDITION_WORD_IN:
    case KP_CONDITION_PLACE_IN:
    case KP_CONDITION_DATED:
    case KP_CONDITION_MONTHS_SINCE:
    case KP_CONDITION_AT_LEAST:
    case KP_CONDITION_AT_MOST:
    case KP_CONDITION_POST_IN:
    case KP_CONDITION_POST_STREET_IN:
    case KP_CONDITION_SAME_AS_POST:
    default:
      return dup_of_fact (condition);
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

static gchar *
dup_fact_value (const KpCandidateFacts *facts,
                const char             *id,
                const char             *label)
{
  KpFactValue       value = { .truth = KP_TRUTH_UNKNOWN };
  KpFactKind        kind = KP_FACT_YES_NO;
  g_autofree gchar *text = NULL;
  g_autofree gchar *day = NULL;

  if (!kp_facts_find (facts, id, &value)
      || !kp_fact_find_kind (facts->declared != NULL ? kp_fact_table_get_defs (facts->declared) : NULL, id, &kind)
      || value.truth == KP_TRUTH_UNKNOWN)
    return dup_value (label, "未填写");
  if (kind == KP_FACT_YES_NO)
    return dup_value (label, get_truth_word (value.truth));
  if (value.truth == KP_TRUTH_NO)
    return dup_value (label, "无");

  day = kp_date_dup_iso (value.date);
  if (kind == KP_FACT_DATE)
    return dup_value (label, day);
  if (kind == KP_FACT_NUMBER)
    text = dup_number (value.number);
  else if (kp_date_is_none (value.date))
    text = g_strdup (value.word);
  else
    text = g_strdup_printf ("%s（%s起）", value.word, day);

  return dup_value (label, text);
}

static void
collect_fact_values (const KpCondition      *condition,
                     const KpCandidateFacts *facts,
                     GPtrArray              *values)
{
  gboolean asks_post = condition->kind == KP_CONDITION_POST_IN || condition->kind == KP_CONDITION_SAME_AS_POST;
  gboolean asks_street = condition->kind == KP_CONDITION_POST_STREET_IN || condition->kind == KP_CONDITION_SAME_AS_POST;

  if (condition->fact != NULL)
    collect_value (values, dup_fact_value (facts, condition->fact, get_label (condition)));
  if (condition->until != NULL)
    collect_value (values, dup_fact_value (facts, condition->until, get_until_label (condition)));
  if (asks_post)
    collect_value (values, dup_value ("报考岗位", get_word (facts->post)));
  if (asks_street)
    collect_value (values, dup_value ("岗位所在街道", get_word (facts->street_name != NULL ? facts->street_name
                                                                                         : facts->street)));
}

static void
collect_definition_values (const KpCondition      *condition,
                           const KpCandidateFacts *facts,
                           GPtrArray              *values)
{
  const GPtrArray      *defs = facts->declared != NULL ? kp_fact_table_get_defs (facts->declared) : NULL;
  g_autoptr (GPtrArray) ids = NULL;
  KpDefinition          which;

  if (facts->definitions == NULL || condition->words == NULL || !kp_definition_parse (condition->words[0], &which))
    return;
  ids = kp_definition_list_facts (facts->definitions, which);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      const char *label = kp_fact_find_label (defs, id);

      collect_value (values, dup_fact_value (facts, id, label != NULL ? label : id));
    }
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
    case KP_CONDITION_SOME_OF:
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
    case KP_CONDITION_COUNTS_AS:
      collect_definition_values (condition, facts, values);
      break;
    case KP_CONDITION_BY_HAND:
      break;
    default:
      collect_fact_values (condition, facts, values);
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
