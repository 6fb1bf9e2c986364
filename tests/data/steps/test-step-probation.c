/* test-step-probation.c – after the contract: duties, deadlines, probations that pass and fail, and the end.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-step-due.h"
#include "kp-step-hire.h"
#include "kp-step-probation.h"
#include "kp-step-work.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define FIRST "01劳合〔2026〕0001号"
#define SECOND "01劳合〔2026〕0002号"

static KpDate
day (const char *iso)
{
  KpDate date = KP_DATE_NONE;

  if (iso != NULL)
    g_assert_true (kp_date_parse_iso (iso, &date, NULL));
  return date;
}

/* Two contracts from 2026-07-01 with probation until 2026-12-31. */
static KpTestCampaign *
bring_to_work_with (KpTestDatabase *t,
                    const char *const *edits)
{
  return kp_test_course_bring_to_work (t, edits, 6);
}

static KpTestCampaign *
bring_to_work (KpTestDatabase *t)
{
  return bring_to_work_with (t, (const char *const[]){ NULL });
}

typedef struct
{
  KpLink link;
  guint month;
  const char *on;
} Step;

static const Step steps[] = {
  { KP_LINK_CONDITIONS, 0, "2026-07-01" }, { KP_LINK_MENTOR, 0, "2026-07-07" },     { KP_LINK_DUTIES, 0, "2026-07-01" },
  { KP_LINK_METHOD, 0, "2026-07-01" },     { KP_LINK_TRAINING, 0, "2026-07-06" },   { KP_LINK_NOTE, 1, "2026-08-03" },
  { KP_LINK_NOTE, 2, "2026-09-01" },       { KP_LINK_NOTE, 3, "2026-10-09" },       { KP_LINK_MIDTERM, 0, "2026-10-09" },
  { KP_LINK_NOTE, 4, "2026-11-02" },       { KP_LINK_NOTE, 5, "2026-12-01" },       { KP_LINK_SURVEY, 0, "2026-12-10" },
  { KP_LINK_ASSESSMENT, 0, "2026-12-15" }, { KP_LINK_MEETING, 0, "2026-12-16" },    { KP_LINK_UNION, 0, "2026-12-18" },
  { KP_LINK_FILING, 0, "2026-12-18" },     { KP_LINK_NOTICE, 0, "2026-12-22" },
};

static const KpSurveyCounts survey = { 6, 2, 2 };

static KpLinkOrder
make_order (KpLink link,
            guint month,
            const char *on,
            const char *points)
{
  return (KpLinkOrder){ .number = FIRST,
                        .link = link,
                        .month = month,
                        .day = day (on),
                        .document = "试用期档案",
                        .text = "入户走访不足，依据劳动合同法第三十九条第（一）项",
                        .survey = &survey,
                        .points = points,
                        .served = KP_SERVED_IN_PERSON,
                        .by = "街道组织委员",
                        .with = "街道工会主席" };
}

static gboolean
try_link (KpTestCampaign *c,
          KpLink link,
          guint month,
          const char *on,
          const char *points,
          GError **error)
{
  const KpLinkOrder order = make_order (link, month, on, points);
  g_autofree char *now = g_strconcat (on, "T17:00:00+08:00", NULL);

  kp_test_campaign_set_now (c, now);
  return kp_step_record_link (c->session, &order, error);
}

/* All links up to one, on their days. */
static void
record_until (KpTestCampaign *c,
              KpLink last,
              const char *points)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps) && steps[i].link <= last; i++)
    {
      g_autoptr (GError) error = NULL;

      try_link (c, steps[i].link, steps[i].month, steps[i].on, points, &error);
      g_assert_no_error (error);
    }
}

static gboolean
settle (KpTestCampaign *c,
        KpProbationAct act,
        const char *on,
        KpDate *from,
        GError **error)
{
  const KpSettleOrder order = { FIRST, act, day (on), "期满考核结果", "街道组织委员", "街道书记" };

  return kp_step_settle_probation (c->session, &order, from, error);
}

static KpProbationVerdict
decide (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpEmployments) works = kp_employments_load (c->session, &error);
  const KpEmployment *work = kp_employments_find (works, FIRST, &error);

  g_assert_no_error (error);
  return kp_probation_decide (kp_employments_get_policy (works), &work->file, kp_session_get_today (c->session));
}

#define FAILING "12/17.99/-/6/6/6"
#define PASSING "16/25/-/8/9/9"

/* 劳动合同法 §39 (一): decided and served on the last day. */
static void
test_fails_in_time (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpEmployments) works = NULL;
  KpDate from;

  record_until (c, KP_LINK_NOTICE, FAILING);
  g_assert_cmpint (decide (c), ==, KP_PROBATION_TO_TERMINATE);
  try_link (c, KP_LINK_NOTE, 6, "2026-12-31", NULL, &error);
  g_assert_no_error (error);
  try_link (c, KP_LINK_SERVICE, 0, "2026-12-31", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (decide (c), ==, KP_PROBATION_MAY_TERMINATE);
  settle (c, KP_PROBATION_TERMINATE, NULL, &from, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kp_date_compare (from, day ("2026-12-31")), ==, 0);
  works = kp_employments_load (c->session, &error);
  g_assert_cmpstr (kp_employments_find (works, FIRST, NULL)->end->ground, ==, "probation-failed");
  g_assert_cmpint (kp_employments_find (works, FIRST, NULL)->end->half_months, ==, 0);
  kp_test_campaign_assert_sound (c);
}

static void
test_fails_a_day_late (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  gint64 n_before;
  KpDate from;

  record_until (c, KP_LINK_NOTICE, FAILING);
  try_link (c, KP_LINK_NOTE, 6, "2026-12-31", NULL, &error);
  g_assert_no_error (error);
  n_before = kp_test_campaign_count_journal (c);
  g_assert_false (try_link (c, KP_LINK_SERVICE, 0, "2027-01-01", NULL, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "第三十九条"));
  g_clear_error (&error);
  g_assert_cmpint (decide (c), ==, KP_PROBATION_IMPOSSIBLE);
  g_assert_false (settle (c, KP_PROBATION_TERMINATE, "2027-01-01", &from, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (settle (c, KP_PROBATION_TERMINATE, "2026-12-31", &from, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  g_clear_error (&error);
  settle (c, KP_PROBATION_CONFIRM, NULL, &from, &error);
  g_assert_no_error (error);
}

/* Ten days without work, agreed on in writing, move the last day where the scheme has it so: to the 10th of January. */
static void
test_suspended (KpTestDatabase *t)
{
  static const char *const edits[] = { "\"pass_early\": true", "\"suspension_extends\": true", NULL };
  g_autoptr (KpTestCampaign) plain = bring_to_work (t);
  g_autoptr (KpTestCampaign) c = NULL;
  g_autoptr (GError) error = NULL;
  KpDate from;

  g_assert_false (kp_step_suspend_probation (plain->session, FIRST, 10, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_clear_pointer (&plain, kp_test_campaign_free);
  c = bring_to_work_with (t, edits);
  kp_step_suspend_probation (c->session, FIRST, 10, &error);
  g_assert_no_error (error);
  record_until (c, KP_LINK_NOTICE, FAILING);
  try_link (c, KP_LINK_NOTE, 6, "2026-12-31", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (try_link (c, KP_LINK_SERVICE, 0, "2027-01-11", NULL, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  try_link (c, KP_LINK_SERVICE, 0, "2027-01-10", NULL, &error);
  g_assert_no_error (error);
  settle (c, KP_PROBATION_TERMINATE, NULL, &from, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kp_date_compare (from, day ("2027-01-10")), ==, 0);
  kp_test_campaign_assert_sound (c);
}

static void
test_passes (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  KpDate from;

  record_until (c, KP_LINK_ASSESSMENT, PASSING);
  g_assert_cmpint (decide (c), ==, KP_PROBATION_TO_CONFIRM);
  g_assert_false (settle (c, KP_PROBATION_CONFIRM, NULL, &from, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  try_link (c, KP_LINK_MEETING, 0, "2026-12-16", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (settle (c, KP_PROBATION_CONFIRM, "2026-12-31", &from, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  settle (c, KP_PROBATION_CONFIRM, NULL, &from, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kp_date_compare (from, day ("2027-01-01")), ==, 0);
  g_assert_false (try_link (c, KP_LINK_NOTE, 6, "2026-12-31", NULL, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_assert_sound (c);
}

/* 劳动合同法 §43: no notice before the union was asked; and none to somebody who passed. */
static void
test_notice_needs_the_chain (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  const gint64 n_before = kp_test_campaign_count_journal (c);

  g_assert_false (try_link (c, KP_LINK_NOTICE, 0, "2026-12-22", NULL, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  g_clear_error (&error);
  record_until (c, KP_LINK_MEETING, FAILING);
  g_assert_false (try_link (c, KP_LINK_NOTICE, 0, "2026-12-22", NULL, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "第四十三条"));
}

typedef struct
{
  const char *name;
  KpLink link;
  guint month;
  const char *on;
  const char *points;
  const char *document;
  const char *with;
  gboolean is_blank_text;
} RefusedRow;

static const RefusedRow refused_rows[] = {
  { "not-yet", KP_LINK_MENTOR, 0, "2026-07-09", NULL, "档案", "乙", FALSE },
  { "before-the-work", KP_LINK_MENTOR, 0, "2026-06-30", NULL, "档案", "乙", FALSE },
  { "no-paper", KP_LINK_MENTOR, 0, "2026-07-08", NULL, " ", "乙", FALSE },
  { "one-person-alone", KP_LINK_SURVEY, 0, "2026-07-08", NULL, "档案", NULL, FALSE },
  { "the-same-person-twice", KP_LINK_MEETING, 0, "2026-07-08", NULL, "档案", "甲", FALSE },
  { "note-without-month", KP_LINK_NOTE, 0, "2026-07-08", NULL, "档案", NULL, FALSE },
  { "note-of-a-seventh-month", KP_LINK_NOTE, 7, "2026-07-08", NULL, "档案", NULL, FALSE },
  { "month-of-no-note", KP_LINK_MENTOR, 1, "2026-07-08", NULL, "档案", NULL, FALSE },
  { "notice-without-facts", KP_LINK_NOTICE, 0, "2026-07-08", NULL, "档案", "乙", TRUE },
  { "points-of-too-few", KP_LINK_ASSESSMENT, 0, "2026-07-08", "12/18/-/6/6", "档案", "乙", FALSE },
  { "points-above-the-full", KP_LINK_ASSESSMENT, 0, "2026-07-08", "20.01/18/-/6/6/6", "档案", "乙", FALSE },
  { "points-of-the-survey", KP_LINK_ASSESSMENT, 0, "2026-07-08", "12/18/20/6/6/6", "档案", "乙", FALSE },
  { "no-points", KP_LINK_ASSESSMENT, 0, "2026-07-08", NULL, "档案", "乙", FALSE },
};

static void
test_refused (KpTestDatabase *t)
{
  const RefusedRow *row = t->row;
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  KpLinkOrder order = make_order (row->link, row->month, row->on, row->points);
  gint64 n_before;

  kp_test_campaign_set_now (c, "2026-07-08T09:00:00+08:00");
  n_before = kp_test_campaign_count_journal (c);
  order.document = row->document;
  order.by = "甲";
  order.with = row->with;
  order.text = row->is_blank_text ? " " : "文字";
  g_assert_false (kp_step_record_link (c->session, &order, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static guint
count_due (KpTestCampaign *c,
           const char *on,
           KpDeadlineKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dues = kp_step_list_due (c->session, day (on), &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < dues->len; i++)
    {
      const KpDue *due = g_ptr_array_index (dues, i);

      n += due->deadline->kind == kind;
      g_assert_cmpstr (due->name, !=, "");
      g_assert_cmpstr (due->street, !=, "");
    }
  return n;
}

static void
test_duties (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  KpDutyOrder order = { .duty = KP_DUTY_SIGNED, .number = FIRST, .day = day ("2026-07-31") };
  KpDutyTally tally;

  g_assert_cmpuint (count_due (c, "2026-07-01", KP_DEADLINE_CONTRACT), ==, 2);
  g_assert_cmpuint (count_due (c, "2026-07-01", KP_DEADLINE_PROBATION), ==, 2 * (KP_LINK_N + 5));
  g_assert_false (kp_step_record_duty (c->session, &order, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  kp_test_campaign_set_now (c, "2026-07-31T09:00:00+08:00");
  kp_step_record_duty (c->session, &order, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_done, ==, 1);
  g_assert_cmpuint (tally.n_late, ==, 0);
  g_assert_cmpuint (count_due (c, "2026-07-31", KP_DEADLINE_CONTRACT), ==, 1);
  kp_test_campaign_set_now (c, "2026-08-01T09:00:00+08:00");
  order = (KpDutyOrder){ .duty = KP_DUTY_SIGNED, .street = "01", .day = day ("2026-08-01") };
  kp_step_record_duty (c->session, &order, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_done, ==, 1);
  g_assert_cmpuint (tally.n_stood, ==, 1);
  g_assert_cmpuint (tally.n_late, ==, 1);
  order = (KpDutyOrder){ .duty = KP_DUTY_INSURED, .day = day ("2026-07-31") };
  kp_step_record_duty (c->session, &order, &tally, &error);
  g_assert_cmpuint (tally.n_done, ==, 2);
  g_assert_cmpuint (tally.n_late, ==, 2);
  kp_test_campaign_assert_sound (c);
}

/* 劳动合同法 §37, §50. */
static void
test_resignation (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  KpEndOrder order = { .number = SECOND,
                       .ground = KP_GROUND_RESIGNED,
                       .served = day ("2026-09-07"),
                       .last_day = day ("2026-09-09"),
                       .reason = "个人原因",
                       .by = "甲",
                       .with = "乙" };
  KpDutyOrder handover = { .duty = KP_DUTY_HANDOVER, .number = SECOND, .day = day ("2026-09-10") };
  KpDutyTally tally;
  guint half_months = 0;

  kp_test_campaign_set_now (c, "2026-09-10T09:00:00+08:00");
  g_assert_false (kp_step_record_duty (c->session, &handover, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (kp_step_end_contract (c->session, &order, &half_months, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  order.last_day = day ("2026-09-10");
  kp_step_end_contract (c->session, &order, &half_months, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (half_months, ==, 0);
  g_assert_cmpuint (count_due (c, "2026-09-10", KP_DEADLINE_HANDOVER), ==, 1);
  g_assert_cmpuint (count_due (c, "2026-09-10", KP_DEADLINE_CONFIRMATION), ==, 1);
  kp_step_record_duty (c->session, &handover, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_due (c, "2026-09-10", KP_DEADLINE_HANDOVER), ==, 0);
  kp_test_campaign_assert_sound (c);
}

/* One note for a whole street; who has it keeps it, and who resigned, was confirmed or came later has none. */
static void
test_of_all (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  KpLinkOrder order = make_order (KP_LINK_MENTOR, 0, "2026-07-06", NULL);
  const KpEndOrder end = { .number = SECOND, .ground = KP_GROUND_RESIGNED, .served = day ("2026-08-01"),
                           .last_day = day ("2026-08-04"), .reason = "个人原因", .by = "甲", .with = "乙" };
  KpLinkTally tally;
  guint half_months;

  try_link (c, KP_LINK_MENTOR, 0, "2026-07-06", NULL, &error);
  g_assert_no_error (error);
  order.number = NULL;
  kp_step_record_link_of_all (c->session, &order, "02", &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_done + tally.n_stood, ==, 0);
  kp_step_record_link_of_all (c->session, &order, "01", &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_done, ==, 1);
  g_assert_cmpuint (tally.n_stood, ==, 1);
  kp_test_campaign_set_now (c, "2026-08-05T09:00:00+08:00");
  kp_step_end_contract (c->session, &end, &half_months, &error);
  g_assert_no_error (error);
  order = make_order (KP_LINK_NOTE, 1, "2026-08-05", NULL);
  kp_step_record_link_of_all (c->session, &order, NULL, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_done, ==, 1);
  g_assert_cmpuint (count_due (c, "2026-08-05", KP_DEADLINE_PROBATION), ==, KP_LINK_N + 5 - 2);
  kp_test_campaign_assert_sound (c);
}

/* What is found of one person, or told to one, is recorded of that person. */
static void
test_of_all_refused (KpTestDatabase *t)
{
  static const KpLink single[]
      = { KP_LINK_SURVEY, KP_LINK_ASSESSMENT, KP_LINK_UNION, KP_LINK_FILING, KP_LINK_NOTICE, KP_LINK_SERVICE };
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  KpLinkTally tally;
  gint64 n_before;

  kp_test_campaign_set_now (c, "2026-12-10T09:00:00+08:00");
  n_before = kp_test_campaign_count_journal (c);
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    {
      const KpLinkOrder order = make_order (single[i], 0, "2026-12-10", FAILING);
      g_autoptr (GError) error = NULL;

      g_assert_false (kp_step_record_link_of_all (c->session, &order, NULL, &tally, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
    }
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static void
test_not_found (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  KpLinkOrder order = make_order (KP_LINK_MENTOR, 0, "2026-07-01", NULL);

  order.number = "01劳合〔2026〕0009号";
  g_assert_false (kp_step_record_link (c->session, &order, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/probation/fails-in-time", test_fails_in_time);
  kp_test_database_add ("/data/steps/%s/probation/fails-a-day-late", test_fails_a_day_late);
  kp_test_database_add ("/data/steps/%s/probation/suspended", test_suspended);
  kp_test_database_add ("/data/steps/%s/probation/passes", test_passes);
  kp_test_database_add ("/data/steps/%s/probation/notice-needs-the-chain", test_notice_needs_the_chain);
  kp_test_database_add ("/data/steps/%s/probation/not-found", test_not_found);
  kp_test_database_add ("/data/steps/%s/probation/of-all", test_of_all);
  kp_test_database_add ("/data/steps/%s/probation/of-all-refused", test_of_all_refused);
  for (guint i = 0; i < G_N_ELEMENTS (refused_rows); i++)
    kp_test_database_add_row ("/data/steps/%s/probation/refused", test_refused, refused_rows[i].name, &refused_rows[i]);
  kp_test_database_add ("/data/steps/%s/work/duties", test_duties);
  kp_test_database_add ("/data/steps/%s/work/resignation", test_resignation);
  return g_test_run ();
}
