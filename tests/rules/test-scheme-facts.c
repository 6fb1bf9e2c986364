/* test-scheme-facts.c – labels and days that conditions get from their scheme, facts as the scheme reads them, its words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain.h"
#include "kp-test.h"

#include <string.h>

static KpScheme *
make_scheme (void)
{
  KpScheme          *scheme = kp_scheme_new ();
  KpSchemeStreet    *street = kp_scheme_street_new ();
  KpSchemePost      *post = kp_scheme_post_new ();
  KpSchemePost      *anywhere = kp_scheme_post_new ();
  KpFactDef         *def = kp_fact_def_new ();
  KpSchemeEducation *education = kp_scheme_education_new ();

  scheme->cutoff = (KpDate) { 2026, 3, 2 };
  street->code = g_strdup ("01");
  street->name = g_strdup ("城关街道");
  g_ptr_array_add (scheme->streets, street);
  post->code = g_strdup ("A01");
  post->name = g_strdup ("综合岗");
  post->street = g_strdup ("01");
  post->places = 1;
  g_ptr_array_add (scheme->posts, post);
  anywhere->code = g_strdup ("A02");
  anywhere->name = g_strdup ("网格岗");
  anywhere->places = 1;
  g_ptr_array_add (scheme->posts, anywhere);
  def->id = g_strdup ("left_on");
  def->label = g_strdup ("离职日期");
  def->kind = KP_FACT_DATE;
  g_ptr_array_add (scheme->facts, def);
  education->word = g_strdup ("高级工班");
  education->as = g_strdup ("大专");
  g_ptr_array_add (scheme->education_as, education);
  kp_scheme_fill_defaults (scheme);

  return scheme;
}

static KpCondition *
make_months (const char *fact,
             const char *until)
{
  KpCondition *condition = kp_condition_new (KP_CONDITION_MONTHS_SINCE);

  condition->fact = g_strdup (fact);
  condition->until = g_strdup (until);
  condition->months = 12;

  return condition;
}

/* Parts of parts too; a day of its own stays. */
static void
test_settle (void)
{
  g_autoptr (KpScheme)    scheme = make_scheme ();
  g_autoptr (KpCondition) all = kp_condition_new (KP_CONDITION_ALL_OF);
  KpCondition            *except = kp_condition_new (KP_CONDITION_EXCEPT);
  KpCondition            *own_day = make_months ("left_on", NULL);
  KpCondition            *until = make_months ("birth", "left_on");
  KpCondition            *plain = make_months ("left_on", NULL);
  KpCondition            *street = kp_condition_new (KP_CONDITION_POST_STREET_IN);

  own_day->to = (KpDate) { 2020, 1, 1 };
  street->words = g_strsplit ("01 02", " ", -1);
  g_ptr_array_add (except->parts, plain);
  g_ptr_array_add (all->parts, except);
  g_ptr_array_add (all->parts, own_day);
  g_ptr_array_add (all->parts, until);
  g_ptr_array_add (all->parts, street);
  for (guint i = 0; i < 2; i++) /* twice is as good as once */
    kp_scheme_settle_condition (scheme, all);

  g_assert_cmpstr (plain->label, ==, "离职日期");
  g_assert_cmpint (kp_date_compare (plain->to, scheme->cutoff), ==, 0);
  g_assert_cmpint (kp_date_compare (own_day->to, (KpDate) { 2020, 1, 1 }), ==, 0);
  g_assert_cmpstr (until->label, ==, "出生日期");
  g_assert_cmpstr (until->until_label, ==, "离职日期");
  g_assert_true (kp_date_is_none (until->to));
  g_assert_cmpstr (street->label, ==, "城关街道、02");
}

static void
test_adapt (void)
{
  g_autoptr (KpScheme) scheme = make_scheme ();
  KpCandidateFacts     facts = { .education = "高级工班" };

  kp_scheme_adapt_facts (scheme, kp_scheme_get_post (scheme, "A01"), &facts);
  g_assert_cmpstr (facts.post, ==, "A01");
  g_assert_cmpstr (facts.street, ==, "01");
  g_assert_cmpstr (facts.street_name, ==, "城关街道");
  g_assert_cmpstr (facts.education, ==, "大专");

  facts.education = "本科";
  kp_scheme_adapt_facts (scheme, kp_scheme_get_post (scheme, "A02"), &facts);
  g_assert_cmpstr (facts.post, ==, "A02");
  g_assert_null (facts.street);
  g_assert_null (facts.street_name);
  g_assert_cmpstr (facts.education, ==, "本科");

  facts.education = NULL;
  kp_scheme_adapt_facts (scheme, NULL, &facts);
  g_assert_null (facts.post);
  g_assert_null (facts.education);
}

static KpRequirement *
add_requirement (GPtrArray   *list,
                 const char  *id,
                 const char  *text,
                 KpCondition *condition)
{
  KpRequirement *requirement = kp_requirement_new ();

  requirement->id = g_strdup (id);
  requirement->label = g_strdup (id);
  requirement->text = g_strdup (text);
  requirement->condition = condition;
  g_ptr_array_add (list, requirement);

  return requirement;
}

static gchar *
dup_notice (const KpScheme *scheme)
{
  g_autoptr (GPtrArray) sections = kp_scheme_explain (scheme);
  g_autoptr (GString)   notice = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->paragraphs->len; j++)
        g_string_append_printf (notice, "%s\n", (const char *) g_ptr_array_index (section->paragraphs, j));
    }

  return g_strdup (notice->str);
}

/* What a scheme states of persons, papers, periods and payment stands in its notice. */
static void
test_notice (void)
{
  static const char *const sentences[] = {
    "1.学历：大专及以上。本项适用于：退役军人。须提供毕业证。本项在资格审查、资格复审时审查。\n",
    "2.表现：政治表现良好。本项在考察时审查。\n",
    "高级工班按大专学历对待。\n",
    "A01综合岗　学历：本岗位不作要求。\n",
    "1.退役军人（退役军人）：放宽至1980年3月2日（含）以后出生。须提供退役证。\n",
    "每人可以报考多个岗位。报名须在2026年3月9日前（含当日）缴费，未缴费的，报名无效。\n",
    "还须如实填写：离职日期（须提供离职证明）、参保月数（必填）。",
    "资格审查分初审、复核两级，由不同的审查人员进行。\n",
    "自接到通知之日起3个工作日内补齐",
    "自接到通知之日起2日内提出申诉",
    "对申诉自收到之日起1个工作日内答复。\n",
  };
  g_autoptr (KpScheme) scheme = make_scheme ();
  KpRequirement       *education;
  KpRelaxation        *relaxation = kp_relaxation_new ();
  KpFactDef           *months = kp_fact_def_new ();
  g_autofree gchar    *notice = NULL;

  education = add_requirement (scheme->requirements, "学历", "大专及以上。", kp_condition_new (KP_CONDITION_GRID_STAFF));
  education->when = kp_condition_new (KP_CONDITION_VETERAN);
  education->proof = g_strdup ("毕业证");
  education->checked = KP_CHECK_REVIEW | KP_CHECK_RECHECK;
  add_requirement (scheme->requirements, "表现", "政治表现良好。", kp_condition_new (KP_CONDITION_BY_HAND))->checked = KP_CHECK_BACKGROUND;
  add_requirement (((KpSchemePost *) g_ptr_array_index (scheme->posts, 0))->requirements, "学历", "", NULL);
  relaxation->label = g_strdup ("退役军人");
  relaxation->proof = g_strdup ("退役证");
  relaxation->group = kp_condition_new (KP_CONDITION_VETERAN);
  relaxation->bound = kp_condition_new (KP_CONDITION_BORN);
  relaxation->bound->from = (KpDate) { 1980, 3, 2 };
  g_ptr_array_add (scheme->relaxations, relaxation);
  ((KpFactDef *) g_ptr_array_index (scheme->facts, 0))->proof = g_strdup ("离职证明");
  months->id = g_strdup ("months");
  months->label = g_strdup ("参保月数");
  months->empty_is_unknown = TRUE;
  g_ptr_array_add (scheme->facts, months);
  scheme->registration = (KpSchemeRegistration) { FALSE, TRUE, { 2026, 3, 9 } };
  scheme->review = (KpReviewPolicy) { 2, 3, TRUE, 2, FALSE, 1, TRUE };

  notice = dup_notice (scheme);
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    kp_test_assert_contains (notice, sentences[i]);
}

/* Nothing is said of periods that the notice doesn't name. */
static void
test_plain_notice (void)
{
  static const char *const absent[] = { "（二）", "均计算至", "报名时间", "报名地点", "咨询电话", "初审", "申诉", "缴费", "如实填写", "本项" };
  g_autoptr (KpScheme)     scheme = make_scheme ();
  g_autofree gchar        *notice = NULL;
  g_autofree gchar        *single = NULL;

  g_ptr_array_set_size (scheme->facts, 0);
  scheme->cutoff = KP_DATE_NONE;
  notice = dup_notice (scheme);
  for (gsize i = 0; i < G_N_ELEMENTS (absent); i++)
    g_assert_null (strstr (notice, absent[i]));
  kp_test_assert_contains (notice, "每人限报一个岗位。\n");

  scheme->registration_to = (KpDate) { 2026, 3, 6 };
  scheme->phone = g_strdup ("12345");
  scheme->review.levels = 1;
  scheme->registration.needs_payment = TRUE;
  single = dup_notice (scheme);
  kp_test_assert_contains (single, "资格审查由一名审查人员进行。");
  kp_test_assert_contains (single, "报名截止时间：2026年3月6日。");
  kp_test_assert_contains (single, "\n咨询电话：12345。");
  kp_test_assert_contains (single, "报名须在报名期间缴费，未缴费的，报名无效。");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/scheme-facts/settle", test_settle);
  g_test_add_func ("/rules/scheme-facts/adapt", test_adapt);
  g_test_add_func ("/rules/scheme-facts/notice", test_notice);
  g_test_add_func ("/rules/scheme-facts/plain-notice", test_plain_notice);

  return g_test_run ();
}
