/* test-condition.c – each kind of condition against facts: met, unmet, a paper, a person.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-condition.h"

#define MET KP_VERDICT_MET
#define UNMET KP_VERDICT_UNMET
#define PAPER KP_VERDICT_NEEDS_PAPER
#define HAND KP_VERDICT_BY_HAND

typedef struct
{
  const char      *name;
  KpConditionKind  kind;
  KpDate           from;
  KpDate           to;
  guint            months;
  const char      *words[4];
  KpCandidateFacts facts;
  KpVerdict        expected;
} LeafCase;

#define FROM .from = { 1985, 3, 2 }
#define TO .to = { 2008, 3, 2 }
#define CUTOFF .to = { 2026, 3, 2 }

static const LeafCase leaf_cases[] = {
  { "born/first-day", KP_CONDITION_BORN, FROM, TO, .facts = { .birth = { 1985, 3, 2 } }, .expected = MET },
  { "born/day-too-old", KP_CONDITION_BORN, FROM, TO, .facts = { .birth = { 1985, 3, 1 } }, .expected = UNMET },
  { "born/last-day", KP_CONDITION_BORN, FROM, TO, .facts = { .birth = { 2008, 3, 2 } }, .expected = MET },
  { "born/day-too-young", KP_CONDITION_BORN, FROM, TO, .facts = { .birth = { 2008, 3, 3 } }, .expected = UNMET },
  { "born/unknown", KP_CONDITION_BORN, FROM, TO, .expected = PAPER },
  { "born/open-below", KP_CONDITION_BORN, TO, .facts = { .birth = { 1900, 1, 1 } }, .expected = MET },
  { "born/open-above", KP_CONDITION_BORN, FROM, .facts = { .birth = { 2025, 1, 1 } }, .expected = MET },
  { "born/leap-day-bound", KP_CONDITION_BORN, .from = { 1984, 2, 29 }, .facts = { .birth = { 1984, 2, 28 } },
    .expected = UNMET },
  { "education/equal", KP_CONDITION_EDUCATION_AT_LEAST, .words = { "大专" }, .facts = { .education = "大专" },
    .expected = MET },
  { "education/above", KP_CONDITION_EDUCATION_AT_LEAST, .words = { "大专" }, .facts = { .education = "博士" },
    .expected = MET },
  { "education/below", KP_CONDITION_EDUCATION_AT_LEAST, .words = { "大专" }, .facts = { .education = "中专" },
    .expected = UNMET },
  { "education/secondary-is-high-school", KP_CONDITION_EDUCATION_AT_LEAST, .words = { "高中" },
    .facts = { .education = "中专" }, .expected = MET },
  { "education/junior-below-high-school", KP_CONDITION_EDUCATION_AT_LEAST, .words = { "高中" },
    .facts = { .education = "初中" }, .expected = UNMET },
  { "education/other-word", KP_CONDITION_EDUCATION_AT_LEAST, .words = { "大专" }, .facts = { .education = "肄业" },
    .expected = HAND },
  { "education/empty", KP_CONDITION_EDUCATION_AT_LEAST, .words = { "大专" }, .facts = { .education = "" },
    .expected = PAPER },
  { "education-in/listed", KP_CONDITION_EDUCATION_IN, .words = { "大专", "本科" }, .facts = { .education = "本科" },
    .expected = MET },
  { "education-in/not-listed", KP_CONDITION_EDUCATION_IN, .words = { "大专", "本科" },
    .facts = { .education = "硕士" }, .expected = UNMET },
  { "education-in/other-word", KP_CONDITION_EDUCATION_IN, .words = { "大专" }, .facts = { .education = "进修" },
    .expected = HAND },
  { "degree/listed", KP_CONDITION_DEGREE_IN, .words = { "学士", "硕士" }, .facts = { .degree = "学士" },
    .expected = MET },
  { "degree/says-none", KP_CONDITION_DEGREE_IN, .words = { "学士" }, .facts = { .degree = "" }, .expected = UNMET },
  { "degree/unknown", KP_CONDITION_DEGREE_IN, .words = { "学士" }, .expected = PAPER },
  { "major/listed", KP_CONDITION_MAJOR_IN, .words = { "社会工作", "社会学" }, .facts = { .major = "社会学" },
    .expected = MET },
  { "major/another-needs-a-person", KP_CONDITION_MAJOR_IN, .words = { "社会工作" }, .facts = { .major = "法学" },
    .expected = HAND },
  { "major/unknown", KP_CONDITION_MAJOR_IN, .words = { "社会工作" }, .expected = PAPER },
  { "political/member", KP_CONDITION_POLITICAL_IN, .words = { "中共党员", "中共预备党员" },
    .facts = { .political = "中共党员" }, .expected = MET },
  { "political/probationary", KP_CONDITION_POLITICAL_IN, .words = { "中共党员", "中共预备党员" },
    .facts = { .political = "中共预备党员" }, .expected = MET },
  { "political/league", KP_CONDITION_POLITICAL_IN, .words = { "中共党员" }, .facts = { .political = "共青团员" },
    .expected = UNMET },
  { "political/unknown", KP_CONDITION_POLITICAL_IN, .words = { "中共党员" }, .expected = PAPER },
  { "sex/listed", KP_CONDITION_SEX_IN, .words = { "男" }, .facts = { .sex = "男" }, .expected = MET },
  { "sex/other", KP_CONDITION_SEX_IN, .words = { "男" }, .facts = { .sex = "女" }, .expected = UNMET },
  { "residence/begins", KP_CONDITION_RESIDENCE_IN, .words = { "云岭县" }, .facts = { .residence = "云岭县城关街道" },
    .expected = MET },
  { "residence/elsewhere-needs-a-person", KP_CONDITION_RESIDENCE_IN, .words = { "云岭县" },
    .facts = { .residence = "某省云岭县城关街道" }, .expected = HAND },
  { "residence/in-time", KP_CONDITION_RESIDENCE_IN, CUTOFF, .words = { "云岭县" },
    .facts = { .residence = "云岭县", .residence_since = { 2026, 3, 2 } }, .expected = MET },
  { "residence/day-too-late", KP_CONDITION_RESIDENCE_IN, CUTOFF, .words = { "云岭县" },
    .facts = { .residence = "云岭县", .residence_since = { 2026, 3, 3 } }, .expected = UNMET },
  { "residence/day-unknown", KP_CONDITION_RESIDENCE_IN, CUTOFF, .words = { "云岭县" },
    .facts = { .residence = "云岭县" }, .expected = PAPER },
  { "residence/unknown", KP_CONDITION_RESIDENCE_IN, .words = { "云岭县" }, .expected = PAPER },
  { "certificate/equal", KP_CONDITION_CERTIFICATE_AT_LEAST, .words = { "助理社会工作师" },
    .facts = { .certificate = "助理社会工作师" }, .expected = MET },
  { "certificate/higher", KP_CONDITION_CERTIFICATE_AT_LEAST, .words = { "助理社会工作师" },
    .facts = { .certificate = "高级社会工作师" }, .expected = MET },
  { "certificate/lower", KP_CONDITION_CERTIFICATE_AT_LEAST, .words = { "社会工作师" },
    .facts = { .certificate = "助理社会工作师" }, .expected = UNMET },
  { "certificate/claims-none", KP_CONDITION_CERTIFICATE_AT_LEAST, .words = { "社会工作师" },
    .facts = { .certificate = "" }, .expected = UNMET },
  { "certificate/unknown", KP_CONDITION_CERTIFICATE_AT_LEAST, .words = { "社会工作师" }, .expected = PAPER },
  { "certificate/another", KP_CONDITION_CERTIFICATE_AT_LEAST, .words = { "社会工作师" },
    .facts = { .certificate = "心理咨询师" }, .expected = HAND },
  { "certificate/on-the-day", KP_CONDITION_CERTIFICATE_AT_LEAST, CUTOFF, .words = { "社会工作师" },
    .facts = { .certificate = "社会工作师", .certificate_on = { 2026, 3, 2 } }, .expected = MET },
  { "certificate/day-late", KP_CONDITION_CERTIFICATE_AT_LEAST, CUTOFF, .words = { "社会工作师" },
    .facts = { .certificate = "社会工作师", .certificate_on = { 2026, 3, 3 } }, .expected = UNMET },
  { "graduated/first-day", KP_CONDITION_GRADUATED, .from = { 2024, 1, 1 }, .to = { 2026, 7, 31 },
    .facts = { .graduated = { 2024, 1, 1 } }, .expected = MET },
  { "graduated/day-before", KP_CONDITION_GRADUATED, .from = { 2024, 1, 1 }, .to = { 2026, 7, 31 },
    .facts = { .graduated = { 2023, 12, 31 } }, .expected = UNMET },
  { "graduated/last-day", KP_CONDITION_GRADUATED, .from = { 2024, 1, 1 }, .to = { 2026, 7, 31 },
    .facts = { .graduated = { 2026, 7, 31 } }, .expected = MET },
  { "graduated/day-after", KP_CONDITION_GRADUATED, .from = { 2024, 1, 1 }, .to = { 2026, 7, 31 },
    .facts = { .graduated = { 2026, 8, 1 } }, .expected = UNMET },
  { "veteran/yes", KP_CONDITION_VETERAN, .facts = { .is_veteran = KP_TRUTH_YES }, .expected = MET },
  { "veteran/no", KP_CONDITION_VETERAN, .facts = { .is_veteran = KP_TRUTH_NO }, .expected = UNMET },
  { "veteran/unknown", KP_CONDITION_VETERAN, .expected = PAPER },
  { "grid-staff/yes", KP_CONDITION_GRID_STAFF, .facts = { .is_grid_staff = KP_TRUTH_YES }, .expected = MET },
  { "grid-months/full-year", KP_CONDITION_GRID_MONTHS, CUTOFF, .months = 12,
    .facts = { .is_grid_staff = KP_TRUTH_YES, .grid_since = { 2025, 3, 2 } }, .expected = MET },
  { "grid-months/day-short", KP_CONDITION_GRID_MONTHS, CUTOFF, .months = 12,
    .facts = { .is_grid_staff = KP_TRUTH_YES, .grid_since = { 2025, 3, 3 } }, .expected = UNMET },
  { "grid-months/begins-later", KP_CONDITION_GRID_MONTHS, CUTOFF, .months = 1,
    .facts = { .is_grid_staff = KP_TRUTH_YES, .grid_since = { 2026, 9, 1 } }, .expected = UNMET },
  { "grid-months/not-grid-staff", KP_CONDITION_GRID_MONTHS, CUTOFF, .months = 12,
    .facts = { .is_grid_staff = KP_TRUTH_NO, .grid_since = { 2020, 1, 1 } }, .expected = UNMET },
  { "grid-months/begin-unknown", KP_CONDITION_GRID_MONTHS, CUTOFF, .months = 12,
    .facts = { .is_grid_staff = KP_TRUTH_YES }, .expected = PAPER },
  { "service-months/two-years", KP_CONDITION_SERVICE_MONTHS, .months = 24,
    .facts = { .is_veteran = KP_TRUTH_YES, .enlisted = { 2018, 9, 10 }, .discharged = { 2020, 9, 10 } },
    .expected = MET },
  { "service-months/day-short", KP_CONDITION_SERVICE_MONTHS, .months = 24,
    .facts = { .is_veteran = KP_TRUTH_YES, .enlisted = { 2018, 9, 10 }, .discharged = { 2020, 9, 9 } },
    .expected = UNMET },
  { "service-months/days-unknown", KP_CONDITION_SERVICE_MONTHS, .months = 24, .facts = { .is_veteran = KP_TRUTH_YES },
    .expected = PAPER },
  /* What nobody stated is asked for, whatever the kind. */
  { "education/unknown", KP_CONDITION_EDUCATION_AT_LEAST, .words = { "大专" }, .expected = PAPER },
  { "education/needed-word-unknown", KP_CONDITION_EDUCATION_AT_LEAST, .words = { "专科以上" },
    .facts = { .education = "本科" }, .expected = HAND },
  { "education-in/unknown", KP_CONDITION_EDUCATION_IN, .words = { "大专" }, .expected = PAPER },
  { "sex/unknown", KP_CONDITION_SEX_IN, .words = { "男" }, .expected = PAPER },
  { "graduated/unknown", KP_CONDITION_GRADUATED, FROM, TO, .expected = PAPER },
  { "grid-staff/no", KP_CONDITION_GRID_STAFF, .facts = { .is_grid_staff = KP_TRUTH_NO }, .expected = UNMET },
  { "grid-staff/unknown", KP_CONDITION_GRID_STAFF, .expected = PAPER },
  { "grid-months/unknown", KP_CONDITION_GRID_MONTHS, CUTOFF, .months = 12, .facts = { .grid_since = { 2020, 1, 1 } },
    .expected = PAPER },
  { "grid-months/day-of-scheme-missing", KP_CONDITION_GRID_MONTHS, .months = 12,
    .facts = { .is_grid_staff = KP_TRUTH_YES, .grid_since = { 2020, 1, 1 } }, .expected = PAPER },
  { "grid-months/from-a-leap-day", KP_CONDITION_GRID_MONTHS, .to = { 2025, 2, 28 }, .months = 12,
    .facts = { .is_grid_staff = KP_TRUTH_YES, .grid_since = { 2024, 2, 29 } }, .expected = MET },
  { "grid-months/from-a-leap-day-short", KP_CONDITION_GRID_MONTHS, .to = { 2025, 2, 27 }, .months = 12,
    .facts = { .is_grid_staff = KP_TRUTH_YES, .grid_since = { 2024, 2, 29 } }, .expected = UNMET },
  { "service-months/unknown", KP_CONDITION_SERVICE_MONTHS, .months = 24,
    .facts = { .enlisted = { 2018, 9, 10 }, .discharged = { 2020, 9, 10 } }, .expected = PAPER },
  { "service-months/no-veteran", KP_CONDITION_SERVICE_MONTHS, .months = 24,
    .facts = { .is_veteran = KP_TRUTH_NO, .enlisted = { 2018, 9, 10 }, .discharged = { 2020, 9, 10 } },
    .expected = UNMET },
  { "service-months/discharge-unknown", KP_CONDITION_SERVICE_MONTHS, .months = 24,
    .facts = { .is_veteran = KP_TRUTH_YES, .enlisted = { 2018, 9, 10 } }, .expected = PAPER },
  { "certificate/day-unknown", KP_CONDITION_CERTIFICATE_AT_LEAST, CUTOFF, .words = { "社会工作师" },
    .facts = { .certificate = "社会工作师" }, .expected = PAPER },
  { "certificate/second-below-third", KP_CONDITION_CERTIFICATE_AT_LEAST, .words = { "高级社会工作师" },
    .facts = { .certificate = "社会工作师" }, .expected = UNMET },
  { "certificate/day-of-a-lower-one", KP_CONDITION_CERTIFICATE_AT_LEAST, CUTOFF, .words = { "社会工作师" },
    .facts = { .certificate = "助理社会工作师", .certificate_on = { 2020, 1, 1 } }, .expected = UNMET },
  { "residence/second-word", KP_CONDITION_RESIDENCE_IN, .words = { "云岭县", "某市云岭县" },
    .facts = { .residence = "某市云岭县城关街道" }, .expected = MET },
  { "residence/word-inside", KP_CONDITION_RESIDENCE_IN, .words = { "城关" }, .facts = { .residence = "云岭县城关街道" },
    .expected = HAND },
  { "by-hand", KP_CONDITION_BY_HAND, .expected = HAND },
};

static KpCondition *
make_leaf (const LeafCase *c)
{
  KpCondition *condition = kp_condition_new (c->kind);

  condition->from = c->from;
  condition->to = c->to;
  condition->months = c->months;
  if (c->words[0] != NULL)
    condition->words = g_strdupv ((gchar **) c->words);

  return condition;
}

static void
test_leaf (gconstpointer data)
{
  const LeafCase         *c = data;
  g_autoptr (KpCondition) condition = make_leaf (c);
  g_autoptr (KpCondition) copy = kp_condition_copy (condition);
  g_autofree gchar       *phrase = kp_condition_dup_chinese (condition);
  g_autofree gchar       *same = kp_condition_dup_chinese (copy);

  g_assert_cmpint (kp_condition_decide (condition, &c->facts), ==, c->expected);
  g_assert_cmpint (kp_condition_decide (copy, &c->facts), ==, c->expected);
  g_assert_cmpstr (phrase, ==, same);
}

typedef struct
{
  const char *name;
  KpVerdict   parts[3];
  KpVerdict   all_of;
  KpVerdict   any_of;
  KpVerdict   except;
} TreeCase;

static const TreeCase tree_cases[] = {
  { "met-met", { MET, MET, MET }, MET, MET, UNMET },
  { "met-unmet", { MET, UNMET, MET }, UNMET, MET, UNMET },
  { "unmet-unmet", { UNMET, UNMET, UNMET }, UNMET, UNMET, MET },
  { "met-paper", { MET, PAPER, MET }, PAPER, MET, UNMET },
  { "unmet-paper", { UNMET, PAPER, UNMET }, UNMET, PAPER, PAPER },
  { "met-hand", { MET, HAND, MET }, HAND, MET, UNMET },
  { "unmet-hand", { UNMET, HAND, UNMET }, UNMET, HAND, HAND },
  { "paper-hand", { PAPER, HAND, PAPER }, PAPER, PAPER, PAPER },
  { "all-kinds", { MET, UNMET, PAPER }, UNMET, MET, UNMET },
};

/* A leaf that gives the verdict for the facts of test_tree(). */
static KpCondition *
make_verdict (KpVerdict verdict)
{
  KpCondition *condition;

  if (verdict == HAND)
    return kp_condition_new (KP_CONDITION_BY_HAND);
  if (verdict == PAPER)
    return kp_condition_new (KP_CONDITION_GRADUATED);

  condition = kp_condition_new (KP_CONDITION_SEX_IN);
  condition->words = g_strsplit (verdict == MET ? "女" : "男", ",", -1);

  return condition;
}

static KpVerdict
decide_tree (const TreeCase *c,
             KpConditionKind kind,
             gboolean        is_reversed)
{
  g_autoptr (KpCondition) tree = kp_condition_new (kind);
  KpCandidateFacts        facts = { .sex = "女" };

  for (gint i = 0; i < 3; i++)
    g_ptr_array_add (tree->parts, make_verdict (c->parts[is_reversed ? 2 - i : i]));

  return kp_condition_decide (tree, &facts);
}

static void
test_tree (gconstpointer data)
{
  const TreeCase *c = data;

  for (gint i = 0; i < 2; i++)
    {
      g_assert_cmpint (decide_tree (c, KP_CONDITION_ALL_OF, i), ==, c->all_of);
      g_assert_cmpint (decide_tree (c, KP_CONDITION_ANY_OF, i), ==, c->any_of);
      g_assert_cmpint (decide_tree (c, KP_CONDITION_EXCEPT, i), ==, c->except);
    }
}

static void
test_names (void)
{
  KpConditionKind kind = KP_CONDITION_BORN;

  for (guint i = 0; i < KP_N_CONDITION_KINDS; i++)
    {
      g_assert_true (kp_condition_kind_parse (kp_condition_kind_get_name ((KpConditionKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (kp_condition_kind_parse ("older_than", &kind));
  g_assert_false (kp_condition_kind_parse (NULL, &kind));
}

static void
test_words (void)
{
  g_autoptr (KpCondition) born = kp_condition_new (KP_CONDITION_BORN);
  g_autoptr (KpCondition) any = kp_condition_new (KP_CONDITION_ANY_OF);
  KpCondition            *grid = kp_condition_new (KP_CONDITION_GRID_MONTHS);
  g_autofree gchar       *period = NULL;
  g_autofree gchar       *choice = NULL;
  g_autofree gchar       *values = NULL;
  KpCandidateFacts        facts = { .is_veteran = KP_TRUTH_NO };

  born->from = (KpDate) { 1985, 3, 2 };
  period = kp_condition_dup_chinese (born);
  g_assert_cmpstr (period, ==, "1985年3月2日（含）以后出生");

  grid->months = 36;
  grid->to = (KpDate) { 2026, 3, 2 };
  g_ptr_array_add (any->parts, kp_condition_new (KP_CONDITION_VETERAN));
  g_ptr_array_add (any->parts, grid);
  choice = kp_condition_dup_chinese (any);
  g_assert_cmpstr (choice, ==, "退役军人，或者截至2026年3月2日连续从事网格工作满3年");
  values = kp_condition_dup_values (any, &facts);
  g_assert_cmpstr (values, ==, "退役军人：否；网格员上岗时间：未填写");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (leaf_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/condition/leaf/", leaf_cases[i].name, NULL);

      g_test_add_data_func (path, &leaf_cases[i], test_leaf);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tree_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/condition/tree/", tree_cases[i].name, NULL);

      g_test_add_data_func (path, &tree_cases[i], test_tree);
    }
  g_test_add_func ("/rules/condition/names", test_names);
  g_test_add_func ("/rules/condition/words", test_words);

  return g_test_run ();
}
