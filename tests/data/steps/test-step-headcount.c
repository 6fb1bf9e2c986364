/* test-step-headcount.c – the cap and the yearly plan in the record, one person to either side.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-step-headcount.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

#define HEAD "代码,上级代码,名称,城镇常住人口,两委专职,专职人员,试用期人员,派遣人员,预留转聘数,在招数,预计离职数,现有空岗待招聘,撤并日期\n"

/* The county of domain.md W6: 18 places are free. */
#define COUNTY "100,,云岭县,268437,0,0,0,0,30,10,7,0,\n"
#define STREETS "102,100,东门街道,78460,40,77,0,0,0,0,0,8,\n103,100,西门街道,61188,35,50,0,0,0,0,0,0,\n"
#define LAST "104,100,南门街道,35574,25,30,0,0,0,0,0,0,\n"
#define PLANS(n) "101,100,城关街道,93215,60,90,18,52,0,0,0," n ",\n"

static gboolean
take (KpTestCampaign *c,
      const char *text,
      const char *with,
      GError **error)
{
  g_autofree char *path = kp_test_campaign_write (c, "headcount.csv", text);
  g_autoptr (KpHeadcountSheet) sheet = kp_headcount_sheet_read (path, error);

  return sheet != NULL && kp_step_take_headcount (c->session, sheet, "甲", with, error);
}

static gboolean
set_cap (KpTestCampaign *c,
         guint places,
         KpDate from,
         GError **error)
{
  KpCapOrder order = { .from = from, .places = places, .document = "县编发〔2026〕2号", .by = "甲", .with = "乙" };

  kp_headcount_policy_init (&order.policy);
  return kp_step_set_cap (c->session, &order, error);
}

static KpTestCampaign *
bring (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;

  set_cap (c, 483, kp_date_make (2026, 1, 1), &error);
  g_assert_no_error (error);
  return c;
}

static void
test_w6 (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpHeadcountReport) report = NULL;
  static const guint places[] = { 483, 168, 141, 110, 64 };
  gint64 n_before;

  take (c, HEAD COUNTY PLANS ("10") STREETS LAST, "乙", &error);
  g_assert_no_error (error);
  report = kp_headcount_report_load (c->session, kp_date_make (2026, 3, 2), &error);
  g_assert_no_error (error);
  g_assert_true (report->may_go_on);
  g_assert_cmpuint (report->n_lines, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (report->lines[i].places, ==, places[i]);
  g_assert_cmpuint (report->lines[0].n_counted, ==, 425);
  g_assert_cmpint (report->lines[0].vacancy, ==, 18);
  g_assert_cmpuint (report->lines[0].plan, ==, 18);
  g_assert_true (report->lines[1].problems & (1u << KP_HEADCOUNT_STREET_OVER));
  n_before = kp_test_campaign_count_journal (c);
  g_assert_false (take (c, HEAD COUNTY PLANS ("11") STREETS LAST, "乙", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  kp_test_campaign_assert_sound (c);
}

/* A sheet is the whole tree: a street that was merged away is out of it, and its places are dealt anew. */
static void
test_sheet_is_the_whole_tree (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpHeadcountReport) report = NULL;

  take (c, HEAD COUNTY PLANS ("0") STREETS LAST, "乙", &error);
  g_assert_no_error (error);
  take (c, HEAD COUNTY PLANS ("0") STREETS, "乙", &error);
  g_assert_no_error (error);
  report = kp_headcount_report_load (c->session, kp_date_make (2026, 3, 2), &error);
  g_assert_cmpuint (report->n_lines, ==, 4);
  g_assert_true (report->lines[0].problems & (1u << KP_HEADCOUNT_POPULATION));
  kp_test_campaign_assert_sound (c);
}

static void
test_cap_by_date (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpHeadcountReport) before = NULL;
  g_autoptr (KpHeadcountReport) after = NULL;

  set_cap (c, 480, kp_date_make (2026, 7, 1), &error);
  g_assert_no_error (error);
  before = kp_headcount_report_load (c->session, kp_date_make (2026, 6, 30), &error);
  after = kp_headcount_report_load (c->session, kp_date_make (2026, 7, 1), &error);
  g_assert_cmpint (before->cap->places, ==, 483);
  g_assert_cmpint (after->cap->places, ==, 480);
  g_assert_false (set_cap (c, 470, kp_date_make (2026, 7, 1), &error));
  g_assert_nonnull (error);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *with;
} RefusedRow;

static const RefusedRow refused_rows[] = {
  { "one-person", HEAD COUNTY PLANS ("0") STREETS LAST, "甲" },
  { "twice", HEAD COUNTY LAST LAST, "乙" },
  { "no-parent", HEAD COUNTY "105,999,北门街道,1000,0,0,0,0,0,0,0,0,\n", "乙" },
  { "not-a-number", HEAD COUNTY "105,100,北门街道,一千,0,0,0,0,0,0,0,0,\n", "乙" },
  { "not-a-day", HEAD COUNTY "105,100,北门街道,1000,0,0,0,0,0,0,0,0,下月\n", "乙" },
  { "no-name", HEAD COUNTY "105,100,,1000,0,0,0,0,0,0,0,0,\n", "乙" },
  { "no-heading", "甲,乙\n1,2\n", "乙" },
  { "nothing", HEAD, "乙" },
};

static void
test_refused (KpTestDatabase *t)
{
  const RefusedRow *row = t->row;
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (GError) error = NULL;
  const gint64 n_before = kp_test_campaign_count_journal (c);

  g_assert_false (take (c, row->text, row->with, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static void
test_no_cap (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;

  g_assert_false (take (c, HEAD COUNTY PLANS ("0") STREETS LAST, "乙", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (set_cap (c, 0, kp_date_make (2026, 1, 1), &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/headcount/w6", test_w6);
  kp_test_database_add ("/data/steps/%s/headcount/sheet-is-the-whole-tree", test_sheet_is_the_whole_tree);
  kp_test_database_add ("/data/steps/%s/headcount/cap-by-date", test_cap_by_date);
  kp_test_database_add ("/data/steps/%s/headcount/no-cap", test_no_cap);
  for (guint i = 0; i < G_N_ELEMENTS (refused_rows); i++)
    kp_test_database_add_row ("/data/steps/%s/headcount/refused", test_refused, refused_rows[i].name, &refused_rows[i]);
  return g_test_run ();
}
