/* test-scheme-check-facts.c – what the check says of declared facts, of conditions that ask of them, of ages and words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check.h"

#include <string.h>

static void
set (gchar     **text,
     const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static KpFactDef *
add_fact (KpScheme   *scheme,
          const char *id,
          KpFactKind  kind)
{
  KpFactDef *def = kp_fact_def_new ();

  set (&def->id, id);
  set (&def->label, "情况");
  def->kind = kind;
  g_ptr_array_add (scheme->facts, def);

  return def;
}

static void
add_education (KpScheme   *scheme,
               const char *word,
               const char *as)
{
  KpSchemeEducation *education = kp_scheme_education_new ();

  set (&education->word, word);
  set (&education->as, as);
  g_ptr_array_add (scheme->education_as, education);
}

/* One post in one street, a fact of each kind, one requirement; counted to 2 March 2026. */
static KpScheme *
make_good (void)
{
  KpScheme       *scheme = kp_scheme_new ();
  KpSchemePost   *post = kp_scheme_post_new ();
  KpSchemeStreet *street = kp_scheme_street_new ();
  KpRequirement  *requirement = kp_requirement_new ();

  set (&scheme->code, "yunling");
  set (&scheme->title, "招聘");
  scheme->cutoff = (KpDate) { 2026, 3, 2 };
  set (&street->code, "01");
  set (&street->name, "城关街道");
  g_ptr_array_add (scheme->streets, street);
  set (&post->code, "A01");
  set (&post->name, "综合岗");
  post->places = 1;
  g_ptr_array_add (scheme->posts, post);
  add_fact (scheme, "spouse", KP_FACT_YES_NO);
  add_fact (scheme, "title", KP_FACT_WORD);
  add_fact (scheme, "home", KP_FACT_PLACE);
  add_fact (scheme, "left_on", KP_FACT_DATE);
  add_fact (scheme, "months", KP_FACT_NUMBER);
  set (&requirement->id, "one");
  set (&requirement->label, "条件");
  set (&requirement->text, "");
  set (&requirement->reason, "R99");
  requirement->condition = kp_condition_new (KP_CONDITION_VETERAN);
  g_ptr_array_add (scheme->requirements, requirement);
  kp_scheme_fill_defaults (scheme);

  return scheme;
}

#define RULE ((KpRequirement *) g_ptr_array_index (scheme->requirements, 0))
#define FACT(i) ((KpFactDef *) g_ptr_array_index (scheme->facts, (i)))

/* Makes the requirement ask this. */
static KpCondition *
ask (KpScheme       *scheme,
     KpConditionKind kind,
     const char     *fact,
     const char     *words)
{
  KpCondition *condition = kp_condition_new (kind);

  condition->fact = g_strdup (fact);
  condition->words = words != NULL ? g_strsplit (words, " ", -1) : NULL;
  condition->months = 12;
  condition->value = KP_FRACTION_ONE;
  kp_condition_free (RULE->condition);
  RULE->condition = condition;

  return condition;
}

static KpCondition *
ask_born (KpScheme   *scheme,
          const char *text,
          KpDate      from,
          KpDate      to)
{
  KpCondition *condition = ask (scheme, KP_CONDITION_BORN, NULL, NULL);

  set (&RULE->text, text);
  condition->from = from;
  condition->to = to;

  return condition;
}

typedef void (*Edit) (KpScheme *scheme);

#define EDIT(name, ...) \
  static void \
  name (KpScheme *scheme) \
  { \
    __VA_ARGS__; \
  }

/* Declared facts. */
EDIT (fact_without_id, set (&FACT (0)->id, ""))
EDIT (fact_of_capitals, set (&FACT (0)->id, "Spouse"))
EDIT (fact_of_all_letters, set (&FACT (0)->id, "a_z09"))
EDIT (fact_twice, set (&FACT (1)->id, "spouse"))
EDIT (fact_built_in, set (&FACT (1)->id, "birth"))
EDIT (fact_without_label, set (&FACT (2)->label, ""))
EDIT (education, add_education (scheme, "高级工班", "大专"))
EDIT (education_of_standard_word, add_education (scheme, "中专", "大专"))
EDIT (education_without_word, add_education (scheme, "", "大专"))
EDIT (education_as_nothing, add_education (scheme, "高级工班", "大学"))
EDIT (education_twice, education (scheme); education (scheme))
EDIT (review_of_no_level, scheme->review.levels = 0)
EDIT (review_of_one_level, scheme->review.levels = 1)
EDIT (review_of_three_levels, scheme->review.levels = 3)
EDIT (pay_until_nothing, scheme->registration.pay_until = (KpDate) { 2026, 3, 9 })
EDIT (pay_until, scheme->registration.needs_payment = TRUE; pay_until_nothing (scheme))
EDIT (pay_before, pay_until (scheme); scheme->registration_from = (KpDate) { 2026, 3, 10 })
EDIT (pay_on_first_day, pay_until (scheme); scheme->registration_from = (KpDate) { 2026, 3, 9 })

/* Conditions that ask of facts. */
EDIT (is_yes_no, ask (scheme, KP_CONDITION_IS, "spouse", NULL))
EDIT (is_built_in, ask (scheme, KP_CONDITION_IS, "grid_staff", NULL))
EDIT (is_nothing, ask (scheme, KP_CONDITION_IS, "height", NULL))
EDIT (is_no_fact, ask (scheme, KP_CONDITION_IS, NULL, NULL))
EDIT (is_of_a_word, ask (scheme, KP_CONDITION_IS, "title", NULL))
EDIT (word_in, ask (scheme, KP_CONDITION_WORD_IN, "title", "工程师"))
EDIT (word_in_of_a_place, ask (scheme, KP_CONDITION_WORD_IN, "home", "云岭县"))
EDIT (word_in_nothing, ask (scheme, KP_CONDITION_WORD_IN, "title", NULL))
EDIT (word_in_empty_word, ask (scheme, KP_CONDITION_WORD_IN, "title", "工程师 "))
EDIT (place_in, ask (scheme, KP_CONDITION_PLACE_IN, "home", "云岭县"))
EDIT (place_in_residence, ask (scheme, KP_CONDITION_PLACE_IN, "residence", "云岭县"))
EDIT (place_in_of_a_word, ask (scheme, KP_CONDITION_PLACE_IN, "title", "云岭县"))
EDIT (dated, ask (scheme, KP_CONDITION_DATED, "left_on", NULL))
EDIT (dated_of_a_place, ask (scheme, KP_CONDITION_DATED, "home", NULL))
EDIT (dated_of_a_number, ask (scheme, KP_CONDITION_DATED, "months", NULL))
EDIT (dated_backwards, KpCondition *c = ask (scheme, KP_CONDITION_DATED, "left_on", NULL); c->from = (KpDate) { 2026, 3, 2 };
      c->to = (KpDate) { 2026, 3, 1 })
EDIT (months_since, ask (scheme, KP_CONDITION_MONTHS_SINCE, "left_on", NULL))
EDIT (months_since_of_a_number, ask (scheme, KP_CONDITION_MONTHS_SINCE, "months", NULL))
EDIT (months_since_none, months_since (scheme); RULE->condition->months = 0)
EDIT (months_until, months_since (scheme); set (&RULE->condition->until, "discharged"))
EDIT (months_until_nothing, months_since (scheme); set (&RULE->condition->until, "height"))
EDIT (months_until_a_word, months_since (scheme); set (&RULE->condition->until, "title"))
EDIT (months_to_no_day, months_since (scheme); scheme->cutoff = KP_DATE_NONE)
EDIT (months_to_a_day, months_to_no_day (scheme); RULE->condition->to = (KpDate) { 2026, 3, 2 })
EDIT (at_least, ask (scheme, KP_CONDITION_AT_LEAST, "months", NULL))
EDIT (at_least_of_a_day, ask (scheme, KP_CONDITION_AT_LEAST, "left_on", NULL))
EDIT (at_most_without_value, ask (scheme, KP_CONDITION_AT_MOST, "months", NULL)->value = KP_FRACTION_UNKNOWN)
EDIT (post_in, ask (scheme, KP_CONDITION_POST_IN, NULL, "A01"))
EDIT (post_in_none, ask (scheme, KP_CONDITION_POST_IN, NULL, "A01 B01"))
EDIT (post_street_in, ask (scheme, KP_CONDITION_POST_STREET_IN, NULL, "01"))
EDIT (post_street_in_none, ask (scheme, KP_CONDITION_POST_STREET_IN, NULL, "02"))
EDIT (same_as_post, ask (scheme, KP_CONDITION_SAME_AS_POST, "title", NULL))
EDIT (same_as_post_of_a_place, ask (scheme, KP_CONDITION_SAME_AS_POST, "home", NULL))
EDIT (some_of_none, ask (scheme, KP_CONDITION_SOME_OF, NULL, NULL)->count = 1)
EDIT (one_of_one, some_of_none (scheme); g_ptr_array_add (RULE->condition->parts, kp_condition_new (KP_CONDITION_VETERAN)))
EDIT (none_of_one, one_of_one (scheme); RULE->condition->count = 0)
EDIT (two_of_one, one_of_one (scheme); RULE->condition->count = 2)
EDIT (fault_in_some, one_of_one (scheme); g_ptr_array_add (RULE->condition->parts, kp_condition_new (KP_CONDITION_IS)))
EDIT (when_of_nothing, RULE->when = kp_condition_new (KP_CONDITION_IS))
EDIT (when, RULE->when = kp_condition_new (KP_CONDITION_GRID_STAFF))
EDIT (never_checked, RULE->checked = 0)
EDIT (checked_late, RULE->checked = KP_CHECK_BACKGROUND)

/* What the law doubts. */
EDIT (sex_by_fact, ask (scheme, KP_CONDITION_WORD_IN, "sex", "男"))
EDIT (ethnic_by_fact, ask (scheme, KP_CONDITION_WORD_IN, "ethnic", "汉族"))
EDIT (text_of_pregnancy, set (&RULE->text, "须提供未孕证明。"))
EDIT (text_of_disease, set (&RULE->text, "无传染病。"))
EDIT (text_of_health, set (&RULE->text, "身体健康。"))
EDIT (judged_hepatitis, set (&ask (scheme, KP_CONDITION_BY_HAND, NULL, NULL)->text, "非乙肝病毒携带者"))
EDIT (judged_disability, set (&ask (scheme, KP_CONDITION_BY_HAND, NULL, NULL)->text, "无残疾"))

/* Ages: both readings of 40周岁以下 on 2 March 2026, a day more or less, whole months and years. */
#define YOUNG { 2008, 3, 2 }
#define BORN(name, text, ...) EDIT (name, ask_born (scheme, text, __VA_ARGS__))
BORN (reading_a, "40周岁以下", (KpDate) { 1986, 3, 2 }, (KpDate) { 0 })
BORN (reading_a_exclusive, "40周岁以下", (KpDate) { 1986, 3, 3 }, (KpDate) { 0 })
BORN (reading_b, "40周岁以下", (KpDate) { 1985, 3, 2 }, (KpDate) { 0 })
BORN (reading_b_before, "40周岁以下", (KpDate) { 1985, 3, 1 }, (KpDate) { 0 })
BORN (reading_of_neither, "40周岁以下", (KpDate) { 1985, 3, 4 }, (KpDate) { 0 })
BORN (reading_of_month, "40周岁及以下", (KpDate) { 1986, 3, 1 }, (KpDate) { 0 })
BORN (reading_of_year, "40周岁（含）以下", (KpDate) { 1985, 1, 1 }, (KpDate) { 0 })
BORN (reading_of_other_month, "40周岁以下", (KpDate) { 1985, 4, 1 }, (KpDate) { 0 })
BORN (reading_not_above, "不超过40周岁", (KpDate) { 1984, 3, 2 }, (KpDate) { 0 })
BORN (reading_of_range, "18至40周岁", (KpDate) { 1985, 3, 2 }, (KpDate) YOUNG)
BORN (range_of_neither, "18周岁至40周岁", (KpDate) { 1995, 3, 2 }, (KpDate) YOUNG)
BORN (range_too_young, "18周岁至40周岁", (KpDate) { 1985, 3, 2 }, (KpDate) { 2010, 3, 2 })
BORN (youngest, "年满18周岁", (KpDate) { 0 }, (KpDate) YOUNG)
BORN (youngest_of_month, "18周岁以上", (KpDate) { 0 }, (KpDate) { 2008, 3, 31 })
BORN (youngest_day_late, "18周岁以上", (KpDate) { 0 }, (KpDate) { 2008, 3, 5 })
BORN (other_numbers, "1985年3月2日以后出生，满3年", (KpDate) { 1990, 3, 2 }, (KpDate) { 0 })
BORN (either_sex, "男性40周岁以下，女性35周岁以下", (KpDate) { 1990, 3, 2 }, (KpDate) { 0 })
EDIT (no_cutoff, reading_of_neither (scheme); scheme->cutoff = KP_DATE_NONE)

/* Notice 34 printed the bounds the wrong way round: nobody fits. */
BORN (nobody, "", (KpDate) { 2008, 3, 2 }, (KpDate) { 1985, 3, 2 })

typedef struct
{
  const char *name;
  Edit        edit;
  const char *path; /* NULL = nothing to say */
  gboolean    is_warning;
  const char *message; /* (nullable): a part of it */
} Row;

#define GOOD(edit) { #edit, edit, NULL, FALSE, NULL }
#define BAD(edit, path) { #edit, edit, path, FALSE, NULL }
#define DOUBT(edit, path, message) { #edit, edit, path, TRUE, message }
#define CONDITION "requirements[0].condition"

static const Row rows[] = {
  BAD (fact_without_id, "facts[0].id"),
  BAD (fact_of_capitals, "facts[0].id"),
  GOOD (fact_of_all_letters),
  BAD (fact_twice, "facts[1].id"),
  BAD (fact_built_in, "facts[1].id"),
  BAD (fact_without_label, "facts[2].label"),
  GOOD (education),
  BAD (education_of_standard_word, "education_as[0].word"),
  BAD (education_without_word, "education_as[0].word"),
  BAD (education_as_nothing, "education_as[0].as"),
  BAD (education_twice, "education_as[1].word"),
  BAD (review_of_no_level, "review.levels"),
  GOOD (review_of_one_level),
  BAD (review_of_three_levels, "review.levels"),
  BAD (pay_until_nothing, "registration.pay_until"),
  GOOD (pay_until),
  BAD (pay_before, "registration.pay_until"),
  GOOD (pay_on_first_day),
  GOOD (is_yes_no),
  GOOD (is_built_in),
  BAD (is_nothing, CONDITION),
  BAD (is_no_fact, CONDITION),
  BAD (is_of_a_word, CONDITION),
  GOOD (word_in),
  BAD (word_in_of_a_place, CONDITION),
  BAD (word_in_nothing, CONDITION),
  BAD (word_in_empty_word, CONDITION),
  GOOD (place_in),
  GOOD (place_in_residence),
  BAD (place_in_of_a_word, CONDITION),
  GOOD (dated),
  GOOD (dated_of_a_place),
  BAD (dated_of_a_number, CONDITION),
  BAD (dated_backwards, CONDITION),
  GOOD (months_since),
  BAD (months_since_of_a_number, CONDITION),
  BAD (months_since_none, CONDITION),
  GOOD (months_until),
  BAD (months_until_nothing, CONDITION),
  BAD (months_until_a_word, CONDITION),
  BAD (months_to_no_day, CONDITION),
  GOOD (months_to_a_day),
  GOOD (at_least),
  BAD (at_least_of_a_day, CONDITION),
  BAD (at_most_without_value, CONDITION),
  GOOD (post_in),
  BAD (post_in_none, CONDITION),
  GOOD (post_street_in),
  BAD (post_street_in_none, CONDITION),
  GOOD (same_as_post),
  BAD (same_as_post_of_a_place, CONDITION),
  BAD (some_of_none, CONDITION),
  GOOD (one_of_one),
  BAD (none_of_one, CONDITION),
  BAD (two_of_one, CONDITION),
  BAD (fault_in_some, CONDITION ".some_of.parts[1]"),
  BAD (when_of_nothing, "requirements[0].when"),
  GOOD (when),
  BAD (never_checked, "requirements[0].checked"),
  GOOD (checked_late),
  DOUBT (sex_by_fact, CONDITION, "第27条"),
  DOUBT (ethnic_by_fact, CONDITION, "第28条"),
  DOUBT (text_of_pregnancy, "requirements[0].text", "第27条"),
  DOUBT (text_of_disease, "requirements[0].text", "第30条"),
  GOOD (text_of_health),
  DOUBT (judged_hepatitis, CONDITION, "第30条"),
  DOUBT (judged_disability, CONDITION, "第29条"),
  GOOD (reading_a),
  GOOD (reading_a_exclusive),
  GOOD (reading_b),
  GOOD (reading_b_before),
  DOUBT (reading_of_neither, CONDITION, "1986-03-02 (40 years to the day) or from 1985-03-02 (not yet 41)"),
  GOOD (reading_of_month),
  GOOD (reading_of_year),
  DOUBT (reading_of_other_month, CONDITION, "1985-04-01"),
  DOUBT (reading_not_above, CONDITION, "1984-03-02"),
  GOOD (reading_of_range),
  DOUBT (range_of_neither, CONDITION, "1995-03-02"),
  DOUBT (range_too_young, CONDITION, "2008-03-02"),
  GOOD (youngest),
  GOOD (youngest_of_month),
  DOUBT (youngest_day_late, CONDITION, "2008-03-05"),
  GOOD (other_numbers),
  GOOD (either_sex),
  GOOD (no_cutoff),
  BAD (nobody, CONDITION),
};

static void
test_row (gconstpointer data)
{
  const Row            *row = data;
  g_autoptr (KpScheme)  scheme = make_good ();
  g_autoptr (GPtrArray) problems = NULL;

  if (row->edit != NULL)
    row->edit (scheme);
  problems = kp_scheme_check (scheme);
  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      g_test_message ("%s: %s", problem->path, problem->message);
      g_assert_cmpstr (problem->path, ==, row->path);
      g_assert_cmpint (problem->is_warning, ==, row->is_warning);
      g_assert_true (g_str_has_suffix (problem->message, "."));
      if (row->message != NULL)
        g_assert_nonnull (strstr (problem->message, row->message));
    }
  g_assert_cmpuint (problems->len, ==, row->path != NULL ? 1 : 0);
}

static const Row good = { "good", NULL, NULL, FALSE, NULL };

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/rules/scheme-check-facts/nothing-to-say", &good, test_row);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/scheme-check-facts/", rows[i].name, NULL);

      g_strdelimit (path, "_", '-');
      g_test_add_data_func (path, &rows[i], test_row);
      if (g_str_equal (rows[i].name, "sex_by_fact"))
        g_test_add_data_func ("/audit/sex-quota", &rows[i], test_row);
      if (g_str_equal (rows[i].name, "judged_hepatitis"))
        g_test_add_data_func ("/audit/carriers-kept-out", &rows[i], test_row);
    }

  return g_test_run ();
}
