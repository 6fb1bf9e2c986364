/* test-step-approve.c – where the scheme asks for approvals nobody follows a leaver without one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-explain.h"
#include "kp-step-approve.h"
#include "kp-step-depart.h"
#include "kp-step-hire.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define ASKS "\"needs_approval\": false", "\"needs_approval\": true"
#define UNTIL(moment) "\"final_until\": \"publicity\"", "\"final_until\": \"" moment "\""
#define POOL "\"reserve\": {\n    \"applies\": false", "\"reserve\": {\n    \"applies\": true,\n    \"until\": \"2027-03-31\""

static const char *const no_edits[] = { NULL };
static const char *const asks[] = { ASKS, NULL };
static const char *const until_hire[] = { ASKS, UNTIL ("hire"), NULL };
static const char *const until_reserve[] = { ASKS, UNTIL ("reserve"), POOL, NULL };

/* Nine for three places of A01: 1, 2 and 3 are called to the physical. */
static KpTestCampaign *
bring (KpTestDatabase *t, const char *const *edits)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_hear_and_total (c);
  return c;
}

/* Who is called, and in which round: "1:0 2:0 3:0 4:1". */
static void
assert_called (KpTestCampaign *c, const char *places)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint place = 1; place <= 9; place++)
    {
      const KpDossier *dossier = kp_test_course_get_place (roster, "A01", place);

      if (dossier->physical != NULL)
        g_string_append_printf (found, "%s%u:%u", found->len > 0 ? " " : "", place, (guint) dossier->physical->round);
    }
  g_assert_cmpstr (found->str, ==, places);
}

static void
enter (KpTestCampaign *c, gint64 place, const char *conclusion, guint n_called, guint n_waiting)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *row
      = g_strdup_printf ("%s,%s\n", kp_test_course_get_place (roster, "A01", place)->application->application, conclusion);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;

  kp_test_course_enter_fitness (c, KP_FITNESS_PHYSICAL, row, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_called, ==, n_called);
  g_assert_cmpuint (tally.n_waiting, ==, n_waiting);
}

static KpApproveOrder
make_order (KpTestCampaign *c)
{
  return (KpApproveOrder) { .post = "A01", .document = "县社工发〔2026〕5号", .authority = "县委社会工作部",
                            .day = kp_session_get_today (c->session), .by = "甲", .with = "乙" };
}

static void
approve (KpTestCampaign *c, gboolean is_refused, guint round, guint n_called)
{
  KpApproveOrder order = make_order (c);
  g_autoptr (GError) error = NULL;
  KpApproveTally tally;

  order.is_refused = is_refused;
  kp_step_approve (c->session, &order, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.round, ==, round);
  g_assert_cmpuint (tally.n_called, ==, n_called);
}

static void
assert_refused (KpTestCampaign *c, const KpApproveOrder *order)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  KpApproveTally tally;

  g_assert_false (kp_step_approve (c->session, order, &tally, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static char *
dup_explained (KpTestCampaign *c, gint64 place)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = kp_explain_application (
      c->session, kp_test_course_get_place (roster, "A01", place)->application->application, &title, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const KpExplanation *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s %s %s\n", line->label, line->result, line->why);
    }
  return g_string_free (text, FALSE);
}

static void
assert_explained (KpTestCampaign *c, gint64 place, const char *what)
{
  g_autofree char *text = dup_explained (c, place);

  kp_test_assert_contains (text, what);
}

/* The rules, done again, say of the call what the record says. */
static void
assert_agrees (KpTestCampaign *c, gint64 place)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = kp_explain_application (
      c->session, kp_test_course_get_place (roster, "A01", place)->application->application, &title, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpint (((const KpExplanation *) g_ptr_array_index (lines, i))->source, !=, KP_EXPLANATION_DIFFERS);
}

/* Round by round: nobody is called before, and the person before and after is told why. */
static void
test_nobody_follows_without (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, asks);

  enter (c, 1, "不合格", 0, 1);
  assert_called (c, "1:0 2:0 3:0");
  assert_explained (c, 4, "第1轮待批准");
  assert_agrees (c, 4);
  approve (c, FALSE, 1, 1);
  assert_agrees (c, 4);
  assert_called (c, "1:0 2:0 3:0 4:1");
  assert_explained (c, 4, "第1轮已批准 县社工发〔2026〕5号，县委社会工作部");
  enter (c, 4, "不合格", 0, 1);
  enter (c, 2, "合格", 0, 1);
  assert_called (c, "1:0 2:0 3:0 4:1");
  approve (c, FALSE, 2, 1);
  assert_called (c, "1:0 2:0 3:0 4:1 5:2");
  kp_test_campaign_assert_sound (c);
}

/* Refused, the place stays empty; who would have come is still the next. */
static void
test_refused_leaves_it_empty (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, asks);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  enter (c, 1, "不合格", 0, 1);
  approve (c, TRUE, 1, 0);
  assert_called (c, "1:0 2:0 3:0");
  assert_agrees (c, 4);
  enter (c, 2, "放弃", 0, 1);
  approve (c, FALSE, 2, 1);
  assert_called (c, "1:0 2:0 3:0 4:2");
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (publicity.n_proposed, ==, 2);
}

/* Nothing is published while one waits. */
static void
test_publicity_waits (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, asks);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  enter (c, 1, "不合格", 0, 1);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  g_assert_false (kp_step_publish (c->session, &publicity, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "approve FILE A01");
  g_clear_error (&error);
  approve (c, TRUE, 1, 0);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
}

static void
leave (KpTestCampaign *c, gint64 place, guint n_called, guint n_unapproved)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const char *const numbers[] = { kp_test_course_get_place (roster, "A01", place)->application->application, NULL };
  const KpDepartOrder order = { numbers, "waiver", { "甲", "乙", "本人声明" } };
  g_auto (KpDepartTally) tally = { 0 };
  g_autoptr (GError) error = NULL;

  kp_step_depart (c->session, &order, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_called, ==, n_called);
  g_assert_cmpuint (tally.n_unapproved, ==, n_unapproved);
}

static KpTestCampaign *
bring_to_publicity (KpTestDatabase *t, const char *const *edits)
{
  KpTestCampaign *c = bring (t, edits);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, "2026-06-12T09:00:00+08:00");
  return c;
}

/* After the publication the same; a leaving that is taken back needs none any more. */
static void
test_after_the_publication (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_hire);
  const KpTwoPeople people = { "甲", "乙", "登记错了" };
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const KpApproveOrder order = make_order (c);
  g_autoptr (GError) error = NULL;
  KpDepartUndoTally undone;

  leave (c, 2, 0, 1);
  assert_called (c, "1:0 2:0 3:0");
  kp_step_undo_departure (c->session, kp_test_course_get_place (roster, "A01", 2)->application->application, &people, &undone,
                          &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone.n_withdrawn, ==, 0);
  assert_refused (c, &order);
  leave (c, 2, 0, 1);
  approve (c, FALSE, 1, 1);
  assert_called (c, "1:0 2:0 3:0 4:1");
}

/* The pool: approved before the call. */
static void
test_before_a_call_from_the_pool (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_reserve);
  const KpApproveOrder order = make_order (c);
  g_autoptr (GError) error = NULL;
  g_auto (KpDepartTally) early = { 0 };
  g_auto (KpDepartTally) called = { 0 };

  assert_refused (c, &order);
  leave (c, 2, 0, 0);
  g_assert_false (kp_step_call_reserve (c->session, "A01", &early, &error));
  kp_test_assert_contains (error->message, "approve FILE A01");
  g_clear_error (&error);
  assert_called (c, "1:0 2:0 3:0");
  approve (c, FALSE, 2, 0);
  kp_step_call_reserve (c->session, "A01", &called, &error);
  g_assert_no_error (error);
  assert_called (c, "1:0 2:0 3:0 4:2");
}

static void
test_what_an_approval_needs (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, asks);
  g_autoptr (KpTestCampaign) none = bring (t, no_edits);
  const KpApproveOrder good = make_order (c);
  const KpApproveOrder unasked = make_order (none);
  KpApproveOrder bad[6] = { good, good, good, good, good, good };

  bad[0].document = " ";
  bad[1].authority = NULL;
  bad[2].day = kp_date_add_days (good.day, 1);
  bad[3].day = KP_DATE_NONE;
  bad[4].with = "甲";
  bad[5].post = "A02";
  assert_refused (c, &good); /* nobody left */
  assert_refused (none, &unasked);
  enter (c, 1, "不合格", 0, 1);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (c, &bad[i]);
  approve (c, FALSE, 1, 1);
  assert_refused (c, &good);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/approval/nobody-follows-without", test_nobody_follows_without);
  kp_test_database_add ("/data/steps/%s/approval/refused-leaves-it-empty", test_refused_leaves_it_empty);
  kp_test_database_add ("/data/steps/%s/approval/publicity-waits", test_publicity_waits);
  kp_test_database_add ("/data/steps/%s/approval/after-the-publication", test_after_the_publication);
  kp_test_database_add ("/data/steps/%s/approval/before-a-call-from-the-pool", test_before_a_call_from_the_pool);
  kp_test_database_add ("/data/steps/%s/approval/what-it-needs", test_what_an_approval_needs);
  return g_test_run ();
}
