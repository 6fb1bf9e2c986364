/* test-worker-desk.c – the desk of contracts and probations: what is due, what may be decided, and why not.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-worker-desk.h"

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

  g_assert_true (kp_date_parse_iso (iso, &date, NULL));
  return date;
}

static KpWorkerDesk *
load (KpTestCampaign *c, const char *on)
{
  g_autofree char *now = g_strconcat (on, "T09:00:00+08:00", NULL);
  g_autoptr (GError) error = NULL;
  KpWorkerDesk *desk;

  kp_test_campaign_set_now (c, now);
  desk = kp_worker_desk_load (c->session, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kp_date_compare (desk->today, day (on)), ==, 0);
  return desk;
}

static const KpWorkerCase *
get (const KpWorkerDesk *desk, guint index)
{
  g_assert_cmpuint (index, <, desk->cases->len);
  return g_ptr_array_index (desk->cases, index);
}

static void
record (KpTestCampaign *c, KpLink link, const char *vetoes)
{
  const KpLinkOrder order = { .number = FIRST, .link = link, .day = kp_session_get_today (c->session), .document = "表",
                              .text = "事实和条款", .vetoes = vetoes, .by = "甲", .with = "乙" };
  g_autoptr (GError) error = NULL;

  kp_step_record_link (c->session, &order, &error);
  g_assert_no_error (error);
}

/* By number, with what is nearest. */
static void
test_first_day (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_work (t, (const char *const[]){ NULL }, 6);
  g_autoptr (KpWorkerDesk) desk = load (c, "2026-07-01");
  const KpWorkerCase *one = get (desk, 0);

  g_assert_cmpuint (desk->cases->len, ==, 2);
  g_assert_cmpstr (one->number, ==, FIRST);
  g_assert_cmpstr (get (desk, 1)->number, ==, SECOND);
  g_assert_cmpint (one->state, ==, KP_WORKER_ON_PROBATION);
  g_assert_cmpint (kp_date_compare (one->probation_ends, day ("2026-12-31")), ==, 0);
  kp_test_assert_contains (one->due, "Conditions of hire signed");
  g_assert_cmpint (one->days_left, ==, 0);
  g_assert_cmpint (one->stands[KP_LINK_CONDITIONS].state, ==, KP_LINK_DUE);
  g_assert_cmpint (one->stands[KP_LINK_UNION].state, ==, KP_LINK_IDLE);
  kp_test_assert_contains (one->reasons[KP_WORKER_CONFIRM], "集体研究");
  g_assert_nonnull (one->reasons[KP_WORKER_CONFIRM_EARLY]);
}

/* Each act opens when the links before it are there, and none after the last day. */
static void
test_failing (KpTestDatabase *t)
{
  static const KpLink links[] = { KP_LINK_CONDITIONS, KP_LINK_MENTOR,  KP_LINK_DUTIES, KP_LINK_METHOD,
                                  KP_LINK_TRAINING,   KP_LINK_MEETING, KP_LINK_UNION,  KP_LINK_FILING };
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_work (t, (const char *const[]){ NULL }, 6);
  g_autoptr (KpWorkerDesk) desk = NULL;

  record (c, KP_LINK_ASSESSMENT, "2");
  desk = load (c, "2026-07-01");
  kp_test_assert_contains (get (desk, 0)->reasons[KP_WORKER_NOTICE], "缺少“录用条件确认书”");
  g_assert_cmpint (get (desk, 0)->verdict, ==, KP_PROBATION_TO_TERMINATE);
  g_assert_cmpuint (get (desk, 0)->against->len, ==, G_N_ELEMENTS (links) + 2);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    record (c, links[i], NULL);
  g_clear_pointer (&desk, kp_worker_desk_free);
  desk = load (c, "2026-07-02");
  g_assert_null (get (desk, 0)->reasons[KP_WORKER_NOTICE]);
  kp_test_assert_contains (get (desk, 0)->reasons[KP_WORKER_SERVICE], "缺少“书面通知书”");
  record (c, KP_LINK_NOTICE, NULL);
  g_clear_pointer (&desk, kp_worker_desk_free);
  desk = load (c, "2026-07-03");
  g_assert_null (get (desk, 0)->reasons[KP_WORKER_SERVICE]);
  kp_test_assert_contains (get (desk, 0)->reasons[KP_WORKER_TERMINATE], "缺少“送达”");
  kp_test_assert_contains (get (desk, 0)->reasons[KP_WORKER_CONFIRM], "第十九条");
  g_clear_pointer (&desk, kp_worker_desk_free);
  desk = load (c, "2027-01-01");
  kp_test_assert_contains (get (desk, 0)->reasons[KP_WORKER_SERVICE], "最后一日已过");
  kp_test_assert_contains (get (desk, 0)->reasons[KP_WORKER_TERMINATE], "最后一日已过");
  g_assert_null (get (desk, 0)->reasons[KP_WORKER_CONFIRM]);
}

/* Who left owes nothing of the probation any more, and the handover is due. */
static void
test_left (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_work (t, (const char *const[]){ NULL }, 6);
  const KpEndOrder end = { .number = SECOND, .ground = KP_GROUND_RESIGNED, .served = day ("2026-07-06"),
                           .last_day = day ("2026-07-09"), .reason = "个人原因", .by = "甲", .with = "乙" };
  g_autoptr (KpWorkerDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  guint half_months;

  kp_test_campaign_set_now (c, "2026-07-09T17:00:00+08:00");
  kp_step_end_contract (c->session, &end, &half_months, &error);
  g_assert_no_error (error);
  desk = load (c, "2026-07-10");
  g_assert_cmpint (get (desk, 1)->state, ==, KP_WORKER_LEFT);
  g_assert_cmpstr (get (desk, 1)->ground, ==, kp_ground_get_chinese (KP_GROUND_RESIGNED));
  for (guint i = 0; i < KP_LINK_N; i++)
    g_assert_cmpint (get (desk, 1)->stands[i].state, ==, KP_LINK_IDLE);
}

/* The months after the last day are nobody's fault: the note of the first month is all that was owed. */
static void
test_left_in_the_middle (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_work (t, (const char *const[]){ NULL }, 6);
  const KpEndOrder end = { .number = FIRST, .ground = KP_GROUND_RESIGNED, .served = day ("2026-08-10"),
                           .last_day = day ("2026-08-13"), .reason = "个人原因", .by = "甲", .with = "乙" };
  KpLinkOrder note = { .number = FIRST, .link = KP_LINK_NOTE, .month = 1, .document = "表", .by = "甲", .with = "乙" };
  g_autoptr (KpWorkerDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  guint half_months;

  kp_test_campaign_set_now (c, "2026-08-03T09:00:00+08:00");
  note.day = day ("2026-08-03");
  kp_step_record_link (c->session, &note, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, "2026-08-13T17:00:00+08:00");
  kp_step_end_contract (c->session, &end, &half_months, &error);
  g_assert_no_error (error);
  desk = load (c, "2026-12-31");
  g_assert_cmpint (get (desk, 0)->state, ==, KP_WORKER_LEFT);
  g_assert_cmpint (get (desk, 0)->stands[KP_LINK_NOTE].state, ==, KP_LINK_DONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/worker-desk/first-day", test_first_day);
  kp_test_database_add ("/data/steps/%s/worker-desk/failing", test_failing);
  kp_test_database_add ("/data/steps/%s/worker-desk/left", test_left);
  kp_test_database_add ("/data/steps/%s/worker-desk/left-in-the-middle", test_left_in_the_middle);
  return g_test_run ();
}
