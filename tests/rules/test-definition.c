/* test-definition.c – one day or month before and after each bound of who counts as veteran, graduate or project worker.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-definition.h"

#define MET KP_VERDICT_MET
#define UNMET KP_VERDICT_UNMET
#define PAPER KP_VERDICT_NEEDS_PAPER

/* Days are "2026-03-09", "" = nothing is claimed, NULL = nobody has said. */
typedef struct
{
  const char  *name;
  KpDefinition which;
  const char  *graduated;
  const char  *enlisted;
  const char  *discharged;
  KpTruth      veteran;
  const char  *merit;
  const char  *project;
  const char  *began;
  const char  *ended;
  const char  *certified;
  gboolean     is_abroad;
  gboolean     has_work;
  gboolean     is_soldier;
  gboolean     by_day;
  gboolean     without_merit; /* merit isn't enough */
  KpVerdict    expected;
} DefinitionCase;

#define VETERAN .which = KP_DEFINITION_VETERAN, .veteran = KP_TRUTH_YES
#define MERIT .which = KP_DEFINITION_MERIT
#define FRESH .which = KP_DEFINITION_FRESH
#define GRADUATE .which = KP_DEFINITION_GRADUATE
#define OVERSEAS .which = KP_DEFINITION_OVERSEAS, .is_abroad = TRUE
#define PROJECT .which = KP_DEFINITION_PROJECT

/* 24 months, discharged 2016-01-01 … 2026-03-09; 应届 2026 by 07-31; two years; abroad 2025-01-01 … 2026-06-30, certified by
 * 2026-04-30; a project of 24 months, three years after it; cut-off 2026-03-09. */
static const DefinitionCase definition_cases[] = {
  { "veteran/full-months", VETERAN, .enlisted = "2018-09-10", .discharged = "2020-09-10", .expected = MET },
  { "veteran/day-short", VETERAN, .enlisted = "2018-09-10", .discharged = "2020-09-09", .expected = UNMET },
  { "veteran/month-short", VETERAN, .enlisted = "2018-09-10", .discharged = "2020-08-10", .expected = UNMET },
  { "veteran/month-more", VETERAN, .enlisted = "2018-09-10", .discharged = "2020-10-10", .expected = MET },
  { "veteran/short-with-merit", VETERAN, .enlisted = "2018-09-10", .discharged = "2020-09-09", .merit = "三等功", .expected = MET },
  { "veteran/short-with-another-merit", VETERAN, .enlisted = "2018-09-10", .discharged = "2020-09-09", .merit = "嘉奖",
    .expected = UNMET },
  { "veteran/merit-isnt-enough", VETERAN, .enlisted = "2018-09-10", .discharged = "2020-09-09", .merit = "三等功",
    .without_merit = TRUE, .expected = UNMET },
  { "veteran/first-day", VETERAN, .enlisted = "2010-01-01", .discharged = "2016-01-01", .expected = MET },
  { "veteran/day-before-the-first", VETERAN, .enlisted = "2010-01-01", .discharged = "2015-12-31", .expected = UNMET },
  { "veteran/last-day", VETERAN, .enlisted = "2010-01-01", .discharged = "2026-03-09", .expected = MET },
  { "veteran/day-after-the-last", VETERAN, .enlisted = "2010-01-01", .discharged = "2026-03-10", .expected = UNMET },
  { "veteran/merit-lifts-no-day", VETERAN, .enlisted = "2010-01-01", .discharged = "2026-03-10", .merit = "一等功", .expected = UNMET },
  { "veteran/says-no", .which = KP_DEFINITION_VETERAN, .veteran = KP_TRUTH_NO, .expected = UNMET },
  { "veteran/nobody-has-said", .which = KP_DEFINITION_VETERAN, .expected = PAPER },
  { "veteran/discharge-unknown", VETERAN, .enlisted = "2018-09-10", .expected = PAPER },
  { "veteran/enlisting-unknown", VETERAN, .discharged = "2020-09-10", .expected = PAPER },
  { "merit/counts", MERIT, .veteran = KP_TRUTH_YES, .merit = "二等功", .expected = MET },
  { "merit/doesnt-count", MERIT, .veteran = KP_TRUTH_YES, .merit = "嘉奖", .expected = UNMET },
  { "merit/of-no-veteran", MERIT, .veteran = KP_TRUTH_NO, .merit = "二等功", .expected = UNMET },
  { "fresh/first-day", FRESH, .graduated = "2026-01-01", .expected = MET },
  { "fresh/day-before-the-first", FRESH, .graduated = "2025-12-31", .expected = UNMET },
  { "fresh/last-day", FRESH, .graduated = "2026-07-31", .expected = MET },
  { "fresh/day-after-the-last", FRESH, .graduated = "2026-08-01", .expected = UNMET },
  { "fresh/unknown", FRESH, .expected = PAPER },
  { "graduate/is-fresh", GRADUATE, .graduated = "2026-07-31", .expected = MET },
  { "graduate/year-before", GRADUATE, .graduated = "2025-12-31", .expected = MET },
  { "graduate/first-day-of-two-years", GRADUATE, .graduated = "2024-01-01", .expected = MET },
  { "graduate/day-before-two-years", GRADUATE, .graduated = "2023-12-31", .expected = UNMET },
  { "graduate/too-late", GRADUATE, .graduated = "2026-08-01", .expected = UNMET },
  { "graduate/fresh-at-work", GRADUATE, .graduated = "2026-07-01", .has_work = TRUE, .expected = MET },
  { "graduate/later-at-work", GRADUATE, .graduated = "2025-07-01", .has_work = TRUE, .expected = UNMET },
  { "graduate/unknown", GRADUATE, .expected = PAPER },
  { "graduate/by-day-last-day", GRADUATE, .by_day = TRUE, .graduated = "2024-03-09", .expected = MET },
  { "graduate/by-day-day-over", GRADUATE, .by_day = TRUE, .graduated = "2024-03-08", .expected = UNMET },
  { "graduate/by-day-day-more", GRADUATE, .by_day = TRUE, .graduated = "2024-03-10", .expected = MET },
  { "graduate/by-day-month-over", GRADUATE, .by_day = TRUE, .graduated = "2024-02-09", .expected = UNMET },
  { "graduate/soldier-two-years", GRADUATE, .graduated = "2021-07-01", .is_soldier = TRUE, .veteran = KP_TRUTH_YES,
    .discharged = "2024-01-01", .expected = MET },
  { "graduate/soldier-day-over", GRADUATE, .graduated = "2021-07-01", .is_soldier = TRUE, .veteran = KP_TRUTH_YES,
    .discharged = "2023-12-31", .expected = UNMET },
  { "graduate/soldier-this-year", GRADUATE, .graduated = "2021-07-01", .is_soldier = TRUE, .veteran = KP_TRUTH_YES,
    .discharged = "2026-03-01", .expected = MET },
  { "graduate/soldier-at-work", GRADUATE, .graduated = "2021-07-01", .is_soldier = TRUE, .veteran = KP_TRUTH_YES,
    .discharged = "2026-03-01", .has_work = TRUE, .expected = UNMET },
  { "graduate/of-a-project", GRADUATE, .graduated = "2020-07-01", .project = "三支一扶", .began = "2021-08-01",
    .ended = "2023-08-01", .expected = MET },
  { "overseas/first-day", OVERSEAS, .graduated = "2025-01-01", .certified = "2025-06-01", .expected = MET },
  { "overseas/day-before-the-first", OVERSEAS, .graduated = "2024-12-31", .certified = "2025-06-01", .expected = UNMET },
  { "overseas/last-day", OVERSEAS, .graduated = "2026-06-30", .certified = "2026-04-30", .expected = MET },
  { "overseas/day-after-the-last", OVERSEAS, .graduated = "2026-07-01", .certified = "2026-04-30", .expected = UNMET },
  { "overseas/certified-a-day-late", OVERSEAS, .graduated = "2025-06-01", .certified = "2026-05-01", .expected = UNMET },
  { "overseas/not-certified", OVERSEAS, .graduated = "2025-06-01", .certified = "", .expected = UNMET },
  { "overseas/of-a-school-at-home", .which = KP_DEFINITION_OVERSEAS, .graduated = "2025-06-01", .certified = "2025-06-01",
    .expected = UNMET },
  { "fresh/abroad-by-its-own-days", FRESH, .is_abroad = TRUE, .graduated = "2025-06-01", .certified = "2025-09-01", .expected = MET },
  { "fresh/abroad-not-by-those-of-home", FRESH, .is_abroad = TRUE, .graduated = "2026-07-15", .certified = "2026-04-01",
    .expected = UNMET },
  { "graduate/abroad-not-in-the-years-before", GRADUATE, .is_abroad = TRUE, .graduated = "2024-06-01", .certified = "2024-09-01",
    .expected = UNMET },
  { "project/full-months", PROJECT, .project = "西部计划", .began = "2021-08-01", .ended = "2023-08-01", .expected = MET },
  { "project/day-short", PROJECT, .project = "西部计划", .began = "2021-08-01", .ended = "2023-07-31", .expected = UNMET },
  { "project/last-day-of-three-years", PROJECT, .project = "西部计划", .began = "2020-01-01", .ended = "2023-03-09", .expected = MET },
  { "project/day-over", PROJECT, .project = "西部计划", .began = "2020-01-01", .ended = "2023-03-08", .expected = UNMET },
  { "project/ends-on-the-cut-off", PROJECT, .project = "西部计划", .began = "2020-01-01", .ended = "2026-03-09", .expected = MET },
  { "project/not-over-yet", PROJECT, .project = "西部计划", .began = "2020-01-01", .ended = "2026-03-10", .expected = UNMET },
  { "project/another", PROJECT, .project = "志愿服务", .began = "2020-01-01", .ended = "2023-08-01", .expected = UNMET },
  { "project/none", PROJECT, .project = "", .expected = UNMET },
};

static const struct
{
  const char *id;
  const char *label;
  KpFactKind  kind;
} fact_defs[] = {
  { "merit", "立功等级", KP_FACT_WORD },     { "abroad", "境外学位", KP_FACT_YES_NO },  { "certified", "认证日期", KP_FACT_DATE },
  { "work", "已落实工作单位", KP_FACT_YES_NO }, { "soldier", "高校入伍", KP_FACT_YES_NO }, { "project", "服务项目", KP_FACT_WORD },
  { "began", "服务起始", KP_FACT_DATE },     { "ended", "服务期满", KP_FACT_DATE },
};

static GPtrArray *
make_defs (void)
{
  GPtrArray *defs = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_def_free);

  for (gsize i = 0; i < G_N_ELEMENTS (fact_defs); i++)
    {
      KpFactDef *def = kp_fact_def_new ();

      def->id = g_strdup (fact_defs[i].id);
      def->label = g_strdup (fact_defs[i].label);
      def->kind = fact_defs[i].kind;
      g_ptr_array_add (defs, def);
    }

  return defs;
}

static KpDate
read_day (const char *text)
{
  KpDate day = KP_DATE_NONE;

  if (text != NULL && *text != '\0')
    g_assert_true (kp_date_parse_iso (text, &day, NULL));

  return day;
}

static void
make_definitions (KpDefinitions *definitions)
{
  kp_definitions_init (definitions);
  definitions->veteran.service_months = 24;
  definitions->veteran.discharged_from = kp_date_make (2016, 1, 1);
  definitions->veteran.discharged_to = kp_date_make (2026, 3, 9);
  definitions->veteran.merit = g_strdup ("merit");
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (definitions->veteran.merits, g_strdup (((const char *[]) { "一等功", "二等功", "三等功" })[i]));
  definitions->veteran.merit_is_enough = TRUE;
  definitions->graduate.year = 2026;
  definitions->graduate.certificate_by = kp_date_make (2026, 7, 31);
  definitions->graduate.years_back = 2;
  g_ptr_array_add (definitions->graduate.not_if, g_strdup ("work"));
  definitions->graduate.overseas = g_strdup ("abroad");
  definitions->graduate.overseas_from = kp_date_make (2025, 1, 1);
  definitions->graduate.overseas_to = kp_date_make (2026, 6, 30);
  definitions->graduate.certified = g_strdup ("certified");
  definitions->graduate.certified_by = kp_date_make (2026, 4, 30);
  definitions->graduate.soldier = g_strdup ("soldier");
  definitions->graduate.takes_projects = TRUE;
  definitions->project.fact = g_strdup ("project");
  g_ptr_array_add (definitions->project.names, g_strdup ("三支一扶"));
  g_ptr_array_add (definitions->project.names, g_strdup ("西部计划"));
  definitions->project.began = g_strdup ("began");
  definitions->project.ended = g_strdup ("ended");
  definitions->project.months = 24;
  definitions->project.years = 3;
}

static KpFactTable *
make_table (const GPtrArray      *defs,
            const DefinitionCase *c)
{
  KpFactTable *table = kp_fact_table_new (defs);
  const struct
  {
    const char *id;
    const char *day;
  } days[] = { { "certified", c->certified }, { "began", c->began }, { "ended", c->ended } };

  if (c->merit != NULL)
    kp_fact_table_set_word (table, "merit", c->merit);
  if (c->project != NULL && *c->project != '\0')
    kp_fact_table_set_word (table, "project", c->project);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i].day != NULL && *days[i].day != '\0')
      kp_fact_table_set_date (table, days[i].id, read_day (days[i].day));
  if (c->is_abroad)
    kp_fact_table_set_truth (table, "abroad", KP_TRUTH_YES);
  if (c->has_work)
    kp_fact_table_set_truth (table, "work", KP_TRUTH_YES);
  if (c->is_soldier)
    kp_fact_table_set_truth (table, "soldier", KP_TRUTH_YES);

  return table;
}

static void
test_definition (gconstpointer data)
{
  const DefinitionCase   *c = data;
  g_autoptr (GPtrArray)   defs = make_defs ();
  g_autoptr (KpFactTable) table = make_table (defs, c);
  g_autoptr (KpCondition) condition = kp_condition_new (KP_CONDITION_COUNTS_AS);
  KpDefinitions           definitions;
  KpCandidateFacts        facts = {
    .graduated = read_day (c->graduated),
    .is_veteran = c->veteran,
    .enlisted = read_day (c->enlisted),
    .discharged = read_day (c->discharged),
    .declared = table,
    .definitions = &definitions,
    .cutoff = { 2026, 3, 9 },
  };

  make_definitions (&definitions);
  definitions.graduate.count = c->by_day ? KP_GRADUATE_BY_DAY : KP_GRADUATE_BY_YEAR;
  definitions.veteran.merit_is_enough = !c->without_merit;
  condition->words = g_strsplit (kp_definition_get_name (c->which), ",", -1);
  g_assert_cmpint (kp_definition_decide (&definitions, c->which, &facts), ==, c->expected);
  g_assert_cmpint (kp_condition_decide (condition, &facts), ==, c->expected);
  kp_definitions_clear (&definitions);
}

/* A graduate of 29 February has a last day in a year that has none. */
static void
test_leap_day (void)
{
  KpDefinitions    definitions;
  KpCandidateFacts facts = { .graduated = { 2024, 2, 29 }, .definitions = &definitions, .cutoff = { 2026, 2, 28 } };

  kp_definitions_init (&definitions);
  definitions.graduate.year = 2026;
  definitions.graduate.years_back = 2;
  definitions.graduate.count = KP_GRADUATE_BY_DAY;
  g_assert_cmpint (kp_definition_decide (&definitions, KP_DEFINITION_GRADUATE, &facts), ==, MET);
  facts.cutoff = (KpDate) { 2026, 3, 1 };
  g_assert_cmpint (kp_definition_decide (&definitions, KP_DEFINITION_GRADUATE, &facts), ==, UNMET);
  facts.cutoff = KP_DATE_NONE;
  g_assert_cmpint (kp_definition_decide (&definitions, KP_DEFINITION_GRADUATE, &facts), ==, PAPER);
  kp_definitions_clear (&definitions);
}

static void
test_usual (void)
{
  KpDefinitions    definitions;
  KpCandidateFacts facts = { .is_veteran = KP_TRUTH_YES, .graduated = { 2026, 7, 1 }, .definitions = &definitions };

  kp_definitions_init (&definitions);
  for (guint i = 0; i < KP_N_DEFINITIONS; i++)
    g_assert_cmpint (kp_definition_decide (&definitions, (KpDefinition) i, &facts), ==,
                     i == KP_DEFINITION_VETERAN ? MET : UNMET);
  g_assert_cmpint (kp_definition_decide (NULL, KP_DEFINITION_VETERAN, &facts), ==, PAPER);
  kp_definitions_clear (&definitions);
}

static void
test_words (void)
{
  static const char *const phrases[KP_N_DEFINITIONS] = {
    "依法退出现役的军人，2016年1月1日至2026年3月9日期间退役，服现役满24个月（立一等功、二等功、三等功的不限）",
    "服现役期间立功（一等功、二等功、三等功）的退役军人",
    "2026年应届高校毕业生（2026年7月31日前取得毕业证书，含当日），或者境外高校学位，2025年1月1日至2026年6月30日期间取得，"
    "经教育部留学服务中心认证（认证书不迟于2026年4月30日）",
    "2026年应届高校毕业生（2026年7月31日前取得毕业证书，含当日），或者境外高校学位，2025年1月1日至2026年6月30日期间取得，"
    "经教育部留学服务中心认证（认证书不迟于2026年4月30日），或者2024年至2025年毕业、仍在择业期内的，或者从高校入伍、"
    "退役未超过2年的，或者参加三支一扶、西部计划等服务基层项目，服务满24个月，服务期满3年内的（后列人员已落实工作单位等"
    "公告所列情形的除外）",
    "境外高校学位，2025年1月1日至2026年6月30日期间取得，经教育部留学服务中心认证（认证书不迟于2026年4月30日）",
    "参加三支一扶、西部计划等服务基层项目，服务满24个月，服务期满3年内",
  };
  KpDefinitions definitions;

  make_definitions (&definitions);
  for (guint i = 0; i < KP_N_DEFINITIONS; i++)
    {
      g_autofree gchar *phrase = kp_definition_dup_chinese (&definitions, (KpDefinition) i);
      KpDefinition      which;

      g_assert_cmpstr (phrase, ==, phrases[i]);
      g_assert_true (kp_definition_parse (kp_definition_get_name ((KpDefinition) i), &which));
      g_assert_cmpuint (which, ==, i);
    }
  kp_definitions_clear (&definitions);
}

/* Each fact that a definition looks at is one whose loss is seen. */
static void
test_facts (void)
{
  static const char *const lists[KP_N_DEFINITIONS] = {
    "veteran enlisted discharged merit", "veteran merit", "graduated abroad certified",
    "graduated abroad certified soldier discharged work project began ended", "graduated abroad certified",
    "project began ended",
  };
  KpDefinitions definitions;

  make_definitions (&definitions);
  for (guint i = 0; i < KP_N_DEFINITIONS; i++)
    {
      g_autoptr (GPtrArray) ids = kp_definition_list_facts (&definitions, (KpDefinition) i);
      g_autofree gchar     *text = NULL;

      g_ptr_array_add (ids, NULL);
      text = g_strjoinv (" ", (gchar **) ids->pdata);
      g_assert_cmpstr (text, ==, lists[i]);
    }
  kp_definitions_clear (&definitions);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (definition_cases); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/definition/%s", definition_cases[i].name);

      g_test_add_data_func (path, &definition_cases[i], test_definition);
    }
  g_test_add_func ("/rules/definition/leap-day", test_leap_day);
  g_test_add_func ("/rules/definition/usual", test_usual);
  g_test_add_func ("/rules/definition/words", test_words);
  g_test_add_func ("/rules/definition/facts", test_facts);

  return g_test_run ();
}
