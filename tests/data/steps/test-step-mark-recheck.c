/* test-step-mark-recheck.c – 查分: the period, who may check, what is found, and what waits for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-paper-lock.h"
#include "kp-step-correct.h"
#include "kp-step-mark-recheck.h"
#include "kp-step-shortlist.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define PAPER "01"

/* Three days from the publication of 7 March 2026: until 10 March. Marks 70.00 … 70.08, locked and published. */
static KpTestCampaign *
bring (KpTestDatabase *t)
{
  static const char *const edits[] = { "\"written\": {\n    \"papers\"", "\"written\": { \"recheck_days\": 3,\n    \"papers\"", NULL };
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  g_autofree char *until = NULL;
  KpLockedList list;

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  g_assert_false (kp_step_publish_marks (c->session, &until, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  kp_step_lock_paper (c->session, PAPER, "丙", "丁", &list, &error);
  g_assert_no_error (error);
  kp_step_publish_marks (c->session, &until, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (until, ==, "2026-03-10");
  return c;
}

static char *
dup_ticket (KpTestCampaign *c)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  return g_strdup (kp_roster_get_dossier (roster, 0)->seat->ticket);
}

static gboolean
answer_as (KpTestCampaign *c,
           const char *actor,
           const char *ticket,
           const char *result,
           KpRecheckState *state,
           GError **error)
{
  g_autoptr (KpSession) session = kp_test_campaign_open_as (c, actor);

  return kp_step_answer_recheck (session, PAPER, ticket, result, state, error);
}

static void
assert_shortlist_waits (KpTestCampaign *c,
                        const char *words)
{
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;
  guint n_items;

  g_assert_false (kp_step_award_bonus (c->session, &n_items, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (kp_step_shortlist (c->session, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, words);
}

static void
assert_notice (KpTestCampaign *c,
               KpRecheckState state,
               const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rechecks = kp_step_list_rechecks (c->session, &error);
  const KpMarkRecheck *recheck;

  g_assert_no_error (error);
  g_assert_cmpuint (rechecks->len, ==, 1);
  recheck = g_ptr_array_index (rechecks, 0);
  g_assert_cmpint (recheck->state, ==, state);
  kp_test_assert_contains (recheck->notice, words);
}

/* 怀化 2011: what was found is a correction, and only then is it told; the shortlist waits for all of it. */
static void
test_found_mark_is_corrected (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpCorrectionReport) report = NULL;
  const KpCorrectionOrder order
      = { .what = KP_CORRECT_PAPER, .paper = PAPER, .number = ticket, .to = "72", .reason = "查分发现漏评", .by = "甲", .with = "乙" };
  KpRecheckState state;
  KpShortlistTally tally;

  assert_shortlist_waits (c, "2026-03-10");
  g_assert_true (kp_step_ask_recheck (c->session, PAPER, ticket, "怀疑漏评", &error));
  assert_notice (c, KP_RECHECK_ASKED, "受理");
  kp_test_campaign_set_now (c, "2026-03-11T09:00:00+08:00");
  assert_shortlist_waits (c, "1");
  g_assert_true (answer_as (c, "核分员", ticket, "72", &state, &error));
  g_assert_cmpint (state, ==, KP_RECHECK_DIFFERENT);
  assert_shortlist_waits (c, "1");
  g_assert_true (kp_step_correct (c->session, &order, FALSE, &report, &error));
  g_assert_no_error (error);
  assert_notice (c, KP_RECHECK_CORRECTED, "已由70.00更正为72");
  g_assert_true (kp_step_shortlist (c->session, &tally, &error));
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

static void
test_right_mark_stands (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c);
  g_autoptr (GError) error = NULL;
  KpRecheckState state;

  g_assert_true (kp_step_ask_recheck (c->session, PAPER, ticket, "合分", &error));
  g_assert_true (answer_as (c, "核分员", ticket, "70.00", &state, &error));
  g_assert_cmpint (state, ==, KP_RECHECK_SAME);
  assert_notice (c, KP_RECHECK_SAME, "无误");
}

/* Twice, too late, without a reason, and by whoever typed the mark. */
static void
test_what_is_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c);
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) twice = NULL;
  g_autoptr (GError) clerk = NULL;
  g_autoptr (GError) late = NULL;
  g_autoptr (GError) error = NULL;
  KpRecheckState state;

  g_assert_false (kp_step_ask_recheck (c->session, PAPER, ticket, " ", &none));
  g_assert_error (none, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_true (kp_step_ask_recheck (c->session, PAPER, ticket, "合分", &error));
  g_assert_false (kp_step_ask_recheck (c->session, PAPER, ticket, "再查", &twice));
  g_assert_error (twice, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_false (answer_as (c, " 登分员乙", ticket, "same", &state, &clerk));
  g_assert_error (clerk, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_true (answer_as (c, "核分员", ticket, "无误", &state, &error));
  kp_test_campaign_set_now (c, "2026-03-11T00:01:00+08:00");
  g_assert_false (kp_step_ask_recheck (c->session, PAPER, ticket, "合分", &late));
  kp_test_assert_contains (late->message, "2026-03-10");
}

static void
test_two_people_end_it_early (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (GError) alone = NULL;
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  g_assert_false (kp_step_end_rechecks (c->session, "甲", "甲", "全体书面放弃", &alone));
  g_assert_error (alone, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  assert_shortlist_waits (c, "2026-03-10");
  g_assert_true (kp_step_end_rechecks (c->session, "甲", "乙", "全体书面放弃", &error));
  g_assert_true (kp_step_shortlist (c->session, &tally, &error));
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/mark-recheck/found-mark-is-corrected", test_found_mark_is_corrected);
  kp_test_database_add ("/data/steps/%s/mark-recheck/right-mark-stands", test_right_mark_stands);
  kp_test_database_add ("/data/steps/%s/mark-recheck/what-is-refused", test_what_is_refused);
  kp_test_database_add ("/data/steps/%s/mark-recheck/two-people-end-it", test_two_people_end_it_early);
  return g_test_run ();
}
