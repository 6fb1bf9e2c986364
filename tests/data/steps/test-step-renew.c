/* test-step-renew.c – grade and pay at hire, further terms, changes and corrections, each by its article.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-step-convert.h"
#include "kp-step-hire.h"
#include "kp-step-institution.h"
#include "kp-step-probation.h"
#include "kp-step-renew.h"
#include "kp-step-work-correct.h"
#include "kp-step-work.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define FIRST "01劳合〔2026〕0001号"

static KpDate
day (const char *iso)
{
  KpDate date = KP_DATE_NONE;

  if (iso != NULL)
    g_assert_true (kp_date_parse_iso (iso, &date, NULL));
  return date;
}

static void
must_hire (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpHireTally hire;

  kp_step_hire (c->session, &hire, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hire.n_contracts, ==, 1);
}

/* One contract of street 01, from 2026-07-01 to 2029-06-30. */
static KpTestCampaign *
bring_to_work (KpTestDatabase *t)
{
  return kp_test_course_bring_to_work (t, (const char *const[]){ NULL }, 3);
}

static void
take_segments (KpTestCampaign *c, const char *rows)
{
  g_autofree char *text = g_strconcat ("报名号,经历类别,起始日期,终止日期,单位,是否社区工作,是否非本人原因转入,证明材料\n", rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, "segments.csv", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSegmentSheet) sheet = kp_segment_sheet_read (path, &error);
  guint n_persons = 0;

  g_assert_no_error (error);
  kp_step_take_segments (c->session, sheet, "甲", "乙", &n_persons, &error);
  g_assert_no_error (error);
}

/* ---- renewal ---- */

static gboolean
renew (KpTestCampaign *c, guint years, gboolean asks_fixed, KpRenewTally *tally, GError **error)
{
  const KpRenewOrder order = { .number = FIRST,
                               .is_open_ended = years == 0,
                               .years = years,
                               .asks_fixed = asks_fixed,
                               .document = "续订书",
                               .by = "甲",
                               .with = "乙" };

  return kp_step_renew (c->session, &order, tally, error);
}

static guint
count_due (KpTestCampaign *c, const char *on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpEmployments) works = kp_employments_load (c->session, &error);

  g_assert_no_error (error);
  return kp_date_compare (kp_employments_find (works, FIRST, NULL)->person.ends, day (on)) == 0;
}

/* 劳动合同法 §14 (三): the third contract is open-ended, unless the worker asks for a fixed one; then it is the end. */
static void
test_third_contract (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  KpRenewTally tally;

  kp_test_campaign_set_now (c, "2029-06-01T08:00:00+08:00");
  renew (c, 3, FALSE, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_fixed_terms, ==, 1);
  g_assert_cmpint (kp_date_compare (tally.start, day ("2029-07-01")), ==, 0);
  g_assert_cmpint (kp_date_compare (tally.end, day ("2032-06-30")), ==, 0);
  g_assert_true (count_due (c, "2032-06-30"));
  g_assert_false (renew (c, 3, FALSE, &tally, &error));
  g_assert_nonnull (strstr (error->message, "第十四条第二款第（三）项"));
  g_clear_error (&error);
  renew (c, 3, TRUE, &tally, &error);
  g_assert_no_error (error);
  renew (c, 0, FALSE, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_fixed_terms, ==, 3);
  g_assert_false (kp_date_is_valid (tally.end));
  g_assert_false (renew (c, 0, FALSE, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_assert_sound (c);
}

/* 劳动合同法 §14 (一): ten years with those brought along, by a day. */
static void
test_ten_years (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (KpEmployments) works = NULL;
  g_autoptr (GError) error = NULL;
  const char *application;
  KpRenewTally tally;

  works = kp_employments_load (c->session, &error);
  application = kp_employments_find (works, FIRST, NULL)->contract->application;
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *row = g_strdup_printf ("%s,原单位,2019-07-0%u,2026-06-30,某公司,是,是,合同\n", application, 1 + i);

      take_segments (c, row);
      g_assert_true (renew (c, 3, FALSE, &tally, &error) == (i == 1));
      if (i == 0)
        g_assert_nonnull (strstr (error->message, "第十四条第二款第（一）项"));
      g_clear_error (&error);
    }
  kp_test_campaign_assert_sound (c);
}

/* A term that the same street had with the person before the conversion is the first of two. */
static void
test_terms_before (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpEmployments) works = kp_employments_load (c->session, &error);
  const KpDossier *dossier
      = kp_roster_find_application (roster, kp_employments_find (works, FIRST, NULL)->contract->application);
  g_autofree char *text = g_strdup_printf ("姓名,身份证号,原招聘部门,用工主体是否本街道,所在街道,年人均经费,入职时间,连续固定期限合同次数\n"
                                           "张三,%s,县民政局,是,01,42000,2020-03-01,1\n",
                                           dossier->person->id_number);
  g_autofree char *path = kp_test_campaign_write (c, "roster.csv", text);
  g_autoptr (KpGridStaffSheet) sheet = kp_grid_staff_sheet_read (path, &error);
  KpGridStaffTally taken;
  KpRenewTally tally;

  kp_step_take_grid_staff (c->session, sheet, NULL, "甲", "乙", &taken, &error);
  g_assert_no_error (error);
  g_assert_false (renew (c, 3, FALSE, &tally, &error));
  g_assert_nonnull (strstr (error->message, "第（三）项"));
  g_clear_error (&error);
  renew (c, 0, FALSE, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_fixed_terms, ==, 2);
}

/* ---- change ---- */

typedef struct
{
  const char *name;
  const char *what;
  const char *value;
  const char *from;
  const char *with;
  gboolean is_done;
} ChangeRow;

static const ChangeRow change_rows[] = {
  { "place", "place", "东城社区", "2026-07-01", "乙", TRUE },
  { "article-35-before-the-work", "place", "东城社区", "2026-06-30", "乙", FALSE },
  { "labour-law-48-equal", "pay", "2260", "2027-01-01", "乙", TRUE },
  { "labour-law-48-a-fen-less", "pay", "2259.99", "2027-01-01", "乙", FALSE },
  { "pay-in-words", "pay", "加一级", "2027-01-01", "乙", FALSE },
  { "employer", "employer", "另一街道", "2027-01-01", "乙", FALSE },
  { "one-person", "work", "网格员", "2027-01-01", "甲", FALSE },
};

static void
test_changes (KpTestDatabase *t)
{
  static const char *const edits[] = { "\"contract\": {", "\"grades\": { \"minimum_wage\": \"2260\" }, \"contract\": {", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_publicity (t, edits, 3);
  g_autoptr (KpEmployments) works = NULL;
  guint n_done = 0;

  must_hire (c);
  for (guint i = 0; i < G_N_ELEMENTS (change_rows); i++)
    {
      const ChangeRow *row = &change_rows[i];
      const KpChangeOrder order = { FIRST, row->what, row->value, day (row->from), "变更书", "甲", row->with };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", row->name);
      g_assert_true (kp_step_change_contract (c->session, &order, &error) == row->is_done);
      n_done += row->is_done;
    }
  works = kp_employments_load (c->session, NULL);
  g_assert_cmpuint (kp_employments_find (works, FIRST, NULL)->changes->len, ==, n_done);
  kp_test_campaign_assert_sound (c);
}

/* ---- corrections ---- */

static gboolean
correct (KpTestCampaign *c, const char *duty, guint serial, const char *to, const char *reason, GError **error)
{
  KpWorkCorrectOrder order = { .number = FIRST,
                               .serial = serial,
                               .day = day (to),
                               .takes_back = to == NULL,
                               .reason = reason,
                               .by = "甲",
                               .with = "乙" };

  order.is_duty = duty != NULL && kp_duty_parse (duty, &order.duty);
  return kp_step_correct_work (c->session, &order, error);
}

static void
test_correct_duty (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (KpEmployments) works = NULL;
  g_autoptr (GError) error = NULL;
  const KpDutyOrder signing = { .duty = KP_DUTY_SIGNED, .number = FIRST, .day = day ("2026-07-15"), .document = "合同" };
  KpDutyTally tally;

  kp_test_campaign_set_now (c, "2026-07-20T08:00:00+08:00");
  kp_step_record_duty (c->session, &signing, &tally, &error);
  g_assert_no_error (error);
  g_assert_false (correct (c, "signed", 0, "2026-07-14", " ", &error));
  g_clear_error (&error);
  g_assert_false (correct (c, "signed", 0, "2026-07-21", "笔误", &error)); /* hasn't come */
  g_clear_error (&error);
  g_assert_false (correct (c, "fund", 0, "2026-07-14", "笔误", &error));
  g_clear_error (&error);
  correct (c, "signed", 0, "2026-07-14", "笔误", &error);
  g_assert_no_error (error);
  works = kp_employments_load (c->session, &error);
  g_assert_cmpstr (kp_employments_find (works, FIRST, NULL)->duties[KP_DUTY_SIGNED]->day, ==, "2026-07-14");
  g_assert_cmpstr (kp_employments_find (works, FIRST, NULL)->duties[KP_DUTY_SIGNED]->document, ==, "合同");
  g_clear_pointer (&works, kp_employments_free);
  correct (c, "signed", 0, NULL, "没有签订", &error);
  g_assert_no_error (error);
  works = kp_employments_load (c->session, &error);
  g_assert_null (kp_employments_find (works, FIRST, NULL)->duties[KP_DUTY_SIGNED]);
  g_assert_cmpuint (kp_employments_find (works, FIRST, NULL)->corrections->len, ==, 2);
  kp_test_campaign_assert_sound (c);
}

static void
record_link (KpTestCampaign *c, KpLink link, const char *on)
{
  const KpLinkOrder order = { .number = FIRST, .link = link, .day = day (on), .document = "档案", .text = "文字", .by = "甲", .with = "乙" };
  g_autoptr (GError) error = NULL;

  kp_step_record_link (c->session, &order, &error);
  g_assert_no_error (error);
}

static void
test_correct_link (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (KpEmployments) works = NULL;
  g_autoptr (GError) error = NULL;
  const KpEmployment *work;

  kp_test_campaign_set_now (c, "2026-07-20T08:00:00+08:00");
  record_link (c, KP_LINK_CONDITIONS, "2026-07-01");
  record_link (c, KP_LINK_MENTOR, "2026-07-17");
  g_assert_false (correct (c, NULL, 3, "2026-07-07", "笔误", &error));
  g_clear_error (&error);
  g_assert_false (correct (c, NULL, 2, "2026-06-30", "笔误", &error)); /* before the work */
  g_clear_error (&error);
  correct (c, NULL, 2, "2026-07-07", "笔误", &error);
  g_assert_no_error (error);
  g_assert_false (correct (c, NULL, 2, "2026-07-06", "笔误", &error)); /* the new one is number 3 */
  g_clear_error (&error);
  works = kp_employments_load (c->session, &error);
  work = kp_employments_find (works, FIRST, NULL);
  g_assert_cmpuint (work->n_links, ==, 3);
  g_assert_cmpuint (work->entries->len, ==, 2);
  g_assert_cmpint (kp_date_compare (g_array_index (work->entries, KpLinkEntry, 1).on, day ("2026-07-07")), ==, 0);
  g_clear_pointer (&works, kp_employments_free);
  correct (c, NULL, 3, NULL, "记错人", &error);
  g_assert_no_error (error);
  works = kp_employments_load (c->session, &error);
  work = kp_employments_find (works, FIRST, NULL);
  g_assert_cmpuint (work->entries->len, ==, 1);
  g_assert_cmpstr (((const KpWorkCorrectionRecord *) g_ptr_array_index (work->corrections, 0))->before_text, ==,
                   "2026-07-17 档案 文字");
  kp_test_campaign_assert_sound (c);
}

/* ---- grade and pay ---- */

#define GRADES \
  "\"grades\": { \"sequences\": [ { \"name\": \"一般\", \"highest\": 4, \"educations\": [ { \"name\": \"本科\", \"years\": 3 } ], " \
  "\"certificates\": [ { \"name\": \"社会工作师\", \"years\": 2 } ] } ], \"pay\": [ " \
  "{ \"from\": \"2026-01-01\", \"sequence\": \"一般\", \"grade\": 1, \"amount\": \"4000\" }, " \
  "{ \"from\": \"2026-01-01\", \"sequence\": \"一般\", \"grade\": 2, \"amount\": \"4100.01\" }, " \
  "{ \"from\": \"2026-01-01\", \"sequence\": \"一般\", \"grade\": 3, \"amount\": \"4200\" }, " \
  "{ \"from\": \"2026-07-02\", \"sequence\": \"一般\", \"grade\": 3, \"amount\": \"9999\" }, " \
  "{ \"from\": \"2026-01-01\", \"sequence\": \"一般\", \"grade\": 4, \"amount\": \"4300\" } ], " \
  "\"allowances\": [ { \"certificate\": \"社会工作师\", \"amount\": \"300\" } ], \"minimum_wage\": \"2260\" }, \"contract\": {"

typedef struct
{
  const char *name;
  const char *until; /* of the proved year in a community; NULL = none */
  gint64 months;
  gint64 grade;
  gint64 wage;
  gint64 probation_pay; /* article 20: 80 %, a part of a fen counts as a whole one, and the allowance */
} GradeRow;

static const GradeRow grade_rows[] = {
  { "without-years", NULL, 0, 2, 410001, 328001 + 30000 },
  { "a-year", "2026-06-30", 12, 3, 420000, 336000 + 30000 },
  { "a-year-less-a-day", "2026-06-29", 11, 2, 410001, 328001 + 30000 },
};

static void
test_grade (KpTestDatabase *t)
{
  static const char *const edits[]
      = { "\"contract\": {", GRADES, "\"probation_months\": 6", "\"probation_months\": 6, \"grade_sequence\": \"一般\"", NULL };
  const GradeRow *row = t->row;
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_publicity (t, edits, 3);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpEmployments) works = NULL;
  const KpContractRecord *contract;

  for (guint i = 0; row->until != NULL && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      g_autofree char *text = NULL;

      if (dossier->proposal == NULL)
        continue;
      text = g_strdup_printf ("%s,原单位,2025-07-01,%s,某公司,是,否,证明\n", dossier->application->application, row->until);
      take_segments (c, text);
    }
  must_hire (c);
  works = kp_employments_load (c->session, NULL);
  contract = kp_employments_find (works, FIRST, NULL)->contract;
  g_assert_cmpstr (contract->sequence, ==, "一般");
  g_assert_cmpint (contract->recognised_months, ==, row->months);
  g_assert_cmpint (contract->grade, ==, row->grade);
  g_assert_cmpint (contract->wage, ==, row->wage);
  g_assert_cmpint (contract->allowance, ==, 30000);
  g_assert_cmpint (contract->probation_pay, ==, row->probation_pay);
  kp_test_campaign_assert_sound (c);
}

/* ---- institution ---- */

/* 事业单位人事管理条例 §§13, 15, 17: twelve months of probation stand, the labour law's grounds don't, by a day. */
static void
test_institution (KpTestDatabase *t)
{
  static const char *const edits[] = { "\"contract\": {", "\"contract\": { \"kind\": \"institution\",", "\"probation_months\": 6",
                                       "\"probation_months\": 12", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_publicity (t, edits, 3);
  g_autoptr (GError) error = NULL;
  const KpEndOrder by_labour_law = { .number = FIRST,
                                     .ground = KP_GROUND_RESIGNED,
                                     .served = day ("2027-03-01"),
                                     .last_day = day ("2027-03-31"),
                                     .reason = "个人原因",
                                     .by = "甲",
                                     .with = "乙" };
  KpInstitutionEndOrder order = { .number = FIRST,
                                  .facts = { .ground = KP_INSTITUTION_ABSENT, .last_day = day ("2027-03-31"), .absent_in_a_row = 15 },
                                  .reason = "旷工",
                                  .by = "甲",
                                  .with = "乙" };
  KpRenewTally tally;
  guint half_months;

  must_hire (c);
  kp_test_campaign_set_now (c, "2027-04-01T08:00:00+08:00");
  g_assert_false (renew (c, 0, FALSE, &tally, &error));
  g_assert_nonnull (strstr (error->message, "事业单位人事管理条例"));
  g_clear_error (&error);
  g_assert_false (kp_step_end_contract (c->session, &by_labour_law, &half_months, &error));
  g_clear_error (&error);
  g_assert_false (kp_step_end_institution (c->session, &order, &error));
  g_assert_nonnull (strstr (error->message, "第十五条"));
  g_clear_error (&error);
  order.facts.absent_in_a_row = 16;
  kp_step_end_institution (c->session, &order, &error);
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

/* 实施条例 §10: what was brought along counts for compensation: two years here and five before are seven months. */
static void
test_compensation (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (KpEmployments) works = kp_employments_load (c->session, NULL);
  g_autofree char *row = g_strdup_printf ("%s,原单位,2021-07-01,2026-06-30,某公司,是,是,合同\n",
                                          kp_employments_find (works, FIRST, NULL)->contract->application);
  g_autoptr (GError) error = NULL;
  const KpEndOrder order = { .number = FIRST,
                             .ground = KP_GROUND_AGREED_BY_EMPLOYER,
                             .last_day = day ("2028-06-30"),
                             .reason = "协商一致",
                             .by = "甲",
                             .with = "乙" };
  guint half_months = 0;

  take_segments (c, row);
  kp_test_campaign_set_now (c, "2028-06-30T08:00:00+08:00");
  kp_step_end_contract (c->session, &order, &half_months, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (half_months, ==, 14);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/renew/contract-law-14-third-contract", test_third_contract);
  kp_test_database_add ("/data/steps/%s/renew/contract-law-14-ten-years", test_ten_years);
  kp_test_database_add ("/data/steps/%s/renew/contract-law-14-terms-before", test_terms_before);
  kp_test_database_add ("/data/steps/%s/renew/changes", test_changes);
  kp_test_database_add ("/data/steps/%s/renew/correct-duty", test_correct_duty);
  kp_test_database_add ("/data/steps/%s/renew/correct-link", test_correct_link);
  for (guint i = 0; i < G_N_ELEMENTS (grade_rows); i++)
    kp_test_database_add_row ("/data/steps/%s/hire/grade", test_grade, grade_rows[i].name, &grade_rows[i]);
  kp_test_database_add ("/data/steps/%s/renew/institution", test_institution);
  kp_test_database_add ("/data/steps/%s/renew/implementing-10-compensation", test_compensation);
  return g_test_run ();
}
