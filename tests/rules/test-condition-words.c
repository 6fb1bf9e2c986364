/* test-condition-words.c – every kind of condition in the notice's words, and the values that it looked at.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-condition.h"

typedef struct
{
  KpConditionKind kind;
  KpDate          from;
  KpDate          to;
  guint           months;
  const char     *words;
  const char     *phrase;
  const char     *unknown; /* values of somebody who stated nothing */
  const char     *stated;  /* values of the person below */
} Row;

#define FROM .from = { 1985, 3, 2 }
#define TO .to = { 2008, 3, 2 }
#define CUTOFF .to = { 2026, 3, 2 }

static const Row rows[] = {
  { KP_CONDITION_BORN, FROM, .phrase = "1985年3月2日（含）以后出生", .unknown = "出生日期：未填写",
    .stated = "出生日期：1990-01-02" },
  { KP_CONDITION_BORN, TO, .phrase = "2008年3月2日（含）以前出生", .unknown = "出生日期：未填写",
    .stated = "出生日期：1990-01-02" },
  { KP_CONDITION_BORN, FROM, TO, .phrase = "1985年3月2日至2008年3月2日期间出生（含首尾两日）",
    .unknown = "出生日期：未填写", .stated = "出生日期：1990-01-02" },
  { KP_CONDITION_EDUCATION_AT_LEAST, .words = "大专", .phrase = "大专及以上学历", .unknown = "学历：未填写",
    .stated = "学历：本科" },
  { KP_CONDITION_EDUCATION_IN, .words = "大专 本科", .phrase = "学历为大专、本科", .unknown = "学历：未填写",
    .stated = "学历：本科" },
  { KP_CONDITION_DEGREE_IN, .words = "学士", .phrase = "学位为学士", .unknown = "学位：未填写", .stated = "学位：无" },
  { KP_CONDITION_MAJOR_IN, .words = "法学", .phrase = "所学专业为法学", .unknown = "专业：未填写",
    .stated = "专业：法学" },
  { KP_CONDITION_POLITICAL_IN, .words = "中共党员", .phrase = "政治面貌为中共党员", .unknown = "政治面貌：未填写",
    .stated = "政治面貌：群众" },
  { KP_CONDITION_SEX_IN, .words = "男", .phrase = "性别为男", .unknown = "性别：未填写", .stated = "性别：女" },
  { KP_CONDITION_RESIDENCE_IN, .words = "云岭县", .phrase = "户籍（居住地）在云岭县",
    .unknown = "户籍（居住地）：未填写", .stated = "户籍（居住地）：云岭县" },
  { KP_CONDITION_RESIDENCE_IN, CUTOFF, .words = "云岭县", .phrase = "2026年3月2日前（含当日）户籍（居住地）在云岭县",
    .unknown = "户籍（居住地）：未填写", .stated = "户籍（居住地）：云岭县" },
  { KP_CONDITION_CERTIFICATE_AT_LEAST, .words = "社会工作师", .phrase = "取得社会工作师及以上证书",
    .unknown = "社会工作者证书：未填写", .stated = "社会工作者证书：无" },
  { KP_CONDITION_CERTIFICATE_AT_LEAST, CUTOFF, .words = "社会工作师",
    .phrase = "2026年3月2日前（含当日）取得社会工作师及以上证书", .unknown = "社会工作者证书：未填写",
    .stated = "社会工作者证书：无" },
  { KP_CONDITION_GRADUATED, FROM, .phrase = "1985年3月2日（含）以后毕业", .unknown = "毕业时间：未填写",
    .stated = "毕业时间：2012-07-01" },
  { KP_CONDITION_VETERAN, .phrase = "退役军人", .unknown = "退役军人：未填写", .stated = "退役军人：是" },
  { KP_CONDITION_GRID_STAFF, .phrase = "在岗网格员", .unknown = "在岗网格员：未填写", .stated = "在岗网格员：否" },
  { KP_CONDITION_GRID_MONTHS, CUTOFF, .months = 24, .phrase = "截至2026年3月2日连续从事网格工作满2年",
    .unknown = "网格员上岗时间：未填写", .stated = "网格员上岗时间：2020-01-01" },
  { KP_CONDITION_GRID_MONTHS, CUTOFF, .months = 18, .phrase = "截至2026年3月2日连续从事网格工作满18个月",
    .unknown = "网格员上岗时间：未填写", .stated = "网格员上岗时间：2020-01-01" },
  { KP_CONDITION_SERVICE_MONTHS, .months = 24, .phrase = "服现役满2年", .unknown = "入伍时间：未填写；退役时间：未填写",
    .stated = "入伍时间：2008-09-01；退役时间：2010-09-01" },
  { KP_CONDITION_BY_HAND, .words = "", .phrase = "身心健康", .unknown = "", .stated = "" },
};

static const KpCandidateFacts nothing = { 0 };

static const KpCandidateFacts person = {
  .birth = { 1990, 1, 2 },
  .sex = "女",
  .education = "本科",
  .degree = "",
  .major = "法学",
  .graduated = { 2012, 7, 1 },
  .political = "群众",
  .residence = "云岭县",
  .certificate = "",
  .is_veteran = KP_TRUTH_YES,
  .enlisted = { 2008, 9, 1 },
  .discharged = { 2010, 9, 1 },
  .is_grid_staff = KP_TRUTH_NO,
  .grid_since = { 2020, 1, 1 },
};

static KpCondition *
make_condition (const Row *row)
{
  KpCondition *condition = kp_condition_new (row->kind);

  condition->from = row->from;
  condition->to = row->to;
  condition->months = row->months;
  condition->words = row->words != NULL ? g_strsplit (row->words, " ", -1) : NULL;
  condition->text = row->kind == KP_CONDITION_BY_HAND ? g_strdup ("身心健康") : NULL;

  return condition;
}

static void
test_phrase (gconstpointer data)
{
  const Row              *row = data;
  g_autoptr (KpCondition) condition = make_condition (row);
  g_autofree gchar       *phrase = kp_condition_dup_chinese (condition);

  g_assert_cmpstr (phrase, ==, row->phrase);
}

static void
test_values (gconstpointer data)
{
  const Row              *row = data;
  g_autoptr (KpCondition) condition = make_condition (row);
  g_autofree gchar       *unknown = kp_condition_dup_values (condition, &nothing);
  g_autofree gchar       *stated = kp_condition_dup_values (condition, &person);

  g_assert_cmpstr (unknown, ==, row->unknown);
  g_assert_cmpstr (stated, ==, row->stated);
}

/* A copy says the same, and outlives what it was copied from. */
static void
test_copy (gconstpointer data)
{
  const Row              *row = data;
  KpCondition            *condition = make_condition (row);
  g_autoptr (KpCondition) copy = kp_condition_copy (condition);
  g_autofree gchar       *phrase = NULL;

  kp_condition_free (condition);
  phrase = kp_condition_dup_chinese (copy);
  g_assert_cmpstr (phrase, ==, row->phrase);
}

/* A list inside a list stands in brackets once it has more than one part. */
typedef struct
{
  KpConditionKind kind;
  guint           n_inner;
  const char     *phrase;
} TreeRow;

static const TreeRow tree_rows[] = {
  { KP_CONDITION_ALL_OF, 1, "退役军人，且在岗网格员" },
  { KP_CONDITION_ALL_OF, 2, "退役军人，且（在岗网格员，或者在岗网格员）" },
  { KP_CONDITION_ANY_OF, 1, "退役军人，或者在岗网格员" },
  { KP_CONDITION_ANY_OF, 2, "退役军人，或者（在岗网格员，或者在岗网格员）" },
  { KP_CONDITION_EXCEPT, 1, "不属于：退役军人、在岗网格员" },
  { KP_CONDITION_EXCEPT, 2, "不属于：退役军人、（在岗网格员，或者在岗网格员）" },
};

static void
test_tree (gconstpointer data)
{
  const TreeRow          *row = data;
  g_autoptr (KpCondition) tree = kp_condition_new (row->kind);
  KpCondition            *inner = kp_condition_new (KP_CONDITION_ANY_OF);
  g_autoptr (KpCondition) copy = NULL;
  g_autofree gchar       *phrase = NULL;
  g_autofree gchar       *values = NULL;

  for (guint i = 0; i < row->n_inner; i++)
    g_ptr_array_add (inner->parts, kp_condition_new (KP_CONDITION_GRID_STAFF));
  g_ptr_array_add (tree->parts, kp_condition_new (KP_CONDITION_VETERAN));
  g_ptr_array_add (tree->parts, inner);
  copy = kp_condition_copy (tree);
  phrase = kp_condition_dup_chinese (copy);
  g_assert_cmpstr (phrase, ==, row->phrase);
  values = kp_condition_dup_values (copy, &person); /* a value that two parts look at is told once */
  g_assert_cmpstr (values, ==, "退役军人：是；在岗网格员：否");
}

typedef struct
{
  const char *word;
  guint       level;
} LevelRow;

static const LevelRow education_rows[] = { { "小学", 1 }, { "初中", 2 }, { "高中", 3 }, { "中专", 3 }, { "大专", 4 },
                                           { "本科", 5 }, { "硕士", 6 }, { "博士", 7 }, { "专科", 0 }, { "", 0 },
                                           { NULL, 0 } };
static const LevelRow certificate_rows[] = { { "助理社会工作师", 1 }, { "社会工作师", 2 }, { "高级社会工作师", 3 },
                                             { "社工", 0 },           { "", 0 },           { NULL, 0 } };

static void
test_levels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (education_rows); i++)
    g_assert_cmpuint (kp_education_get_level (education_rows[i].word), ==, education_rows[i].level);
  for (gsize i = 0; i < G_N_ELEMENTS (certificate_rows); i++)
    g_assert_cmpuint (kp_certificate_get_level (certificate_rows[i].word), ==, certificate_rows[i].level);
}

static void
test_verdicts (void)
{
  static const char *const names[] = { "met", "unmet", "needs_paper", "by_hand", "not_applicable" };
  static const char *const chinese[] = { "符合", "不符合", "需补充材料", "待核实", "不适用" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (kp_verdict_get_name ((KpVerdict) i), ==, names[i]);
      g_assert_cmpstr (kp_verdict_get_chinese ((KpVerdict) i), ==, chinese[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char       *name = kp_condition_kind_get_name (rows[i].kind);
      g_autofree gchar *phrase = g_strdup_printf ("/rules/condition-words/phrase/%s-%u", name, i);
      g_autofree gchar *values = g_strdup_printf ("/rules/condition-words/values/%s-%u", name, i);
      g_autofree gchar *copy = g_strdup_printf ("/rules/condition-words/copy/%s-%u", name, i);

      g_test_add_data_func (phrase, &rows[i], test_phrase);
      g_test_add_data_func (values, &rows[i], test_values);
      g_test_add_data_func (copy, &rows[i], test_copy);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tree_rows); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/condition-words/tree/%s-of-%u",
                                                kp_condition_kind_get_name (tree_rows[i].kind), tree_rows[i].n_inner);

      g_test_add_data_func (path, &tree_rows[i], test_tree);
    }
  g_test_add_func ("/rules/condition-words/levels", test_levels);
  g_test_add_func ("/rules/condition-words/verdicts", test_verdicts);

  return g_test_run ();
}
