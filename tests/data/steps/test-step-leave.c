/* test-step-leave.c – who leaves before the interview, what the re-check finds, and who enters in their place.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-hearing.h"
#include "kp-step-leave.h"
#include "kp-step-recheck.h"
#include "kp-step-shortlist.h"
#include "kp-test-agree.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define RATIO "\"ratio\": \"3\",\n        \"plus\": 0" /* that of the shortlist's only tier */
#define ONE_EACH RATIO, "\"ratio\": \"1\", \"plus\": 0"
#define REQUIREMENTS "  \"requirements\": [\n    {\n      \"id\": \"age\""
#define ASKED_AGAIN(condition) \
  REQUIREMENTS, \
      "  \"requirements\": [ { \"id\": \"papers\", \"label\": \"证件\", \"clause\": \"六\", \"text\": \"甲\", " \
      "\"reason\": \"R05\", \"checked\": [\"recheck\"], \"condition\": " condition " },\n    {\n      \"id\": \"age\""
#define BY_HAND ASKED_AGAIN ("{ \"by_hand\": \"原件一致\" }")

/* Two places and 1:1, so two of six are on the list: 90, 89 | 88, 87, 86; 59 is below the line. */
static KpTestCampaign *
new_listed (KpTestDatabase *t,
            const char *const *edits)
{
  static const char *const marks[] = { "90", "89", "88", "87", "86", "59" };
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  kp_test_campaign_register (c, "A01", G_N_ELEMENTS (marks));
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, G_N_ELEMENTS (marks));
  kp_step_shortlist (c->session, &tally, &error);
  g_assert_no_error (error);
  return c;
}

/* Who is on the list now, by the last digits of their numbers. */
static void
assert_list (KpTestCampaign *c,
             const char *digits)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (kp_dossier_is_on_shortlist (dossier))
        g_string_append_c (found, dossier->application->application[5]);
    }
  g_assert_cmpstr (found->str, ==, digits);
  kp_test_campaign_assert_sound (c);
}

static void
leave (KpTestCampaign *c,
       const char *const *applications,
       KpCause cause,
       KpSubstitution outcome,
       guint n_new)
{
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  kp_step_leave (c->session, applications, cause, "本人书面声明", &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.substitution, ==, outcome);
  g_assert_cmpuint (tally.n_new, ==, n_new);
}

#define ONE(n) ((const char *const[]) { n, NULL })

/* 3 enters for 1, and leaves too, with 2: 4 and 5 enter. When they go nobody over the line is left. */
static void
test_substitutes_enter (KpTestDatabase *t)
{
  static const char *const edits[] = { ONE_EACH, NULL };
  static const char *const two[] = { "000002", "000003", NULL };
  static const char *const last[] = { "000005", "000004", NULL };
  g_autoptr (KpTestCampaign) c = new_listed (t, edits);

  assert_list (c, "12");
  kp_test_agree (c);
  leave (c, ONE ("000001"), KP_CAUSE_WITHDREW, KP_SUBSTITUTION_DONE, 1);
  assert_list (c, "23");
  kp_test_agree (c);
  leave (c, two, KP_CAUSE_FAILED, KP_SUBSTITUTION_DONE, 2);
  assert_list (c, "45");
  kp_test_agree (c);
  leave (c, last, KP_CAUSE_BREACH, KP_SUBSTITUTION_NOBODY_LEFT, 0);
  assert_list (c, "");
  kp_test_agree (c);
}

typedef struct
{
  const char *before;
  const char *after;
  KpCause first;
  KpSubstitution outcomes[2]; /* of 1 and of 2 */
  const char *list;
} PolicyCase;

static const PolicyCase policy_cases[] = {
  { "\"may_substitute\": true", "\"may_substitute\": false", KP_CAUSE_FAILED,
    { KP_SUBSTITUTION_NOT_ALLOWED, KP_SUBSTITUTION_NOT_ALLOWED }, "" },
  { "\"shortlist_until\": \"interview_tickets\"", "\"shortlist_until\": \"list\"", KP_CAUSE_FAILED,
    { KP_SUBSTITUTION_CLOSED, KP_SUBSTITUTION_CLOSED }, "" },
  { "\"max_rounds\": 0,\n    \"refill\"", "\"max_rounds\": 1,\n    \"refill\"", KP_CAUSE_FAILED,
    { KP_SUBSTITUTION_DONE, KP_SUBSTITUTION_ROUNDS_USED }, "3" },
  { "\"causes\": [],\n    \"max_rounds\"", "\"causes\": [\"failed\"],\n    \"max_rounds\"", KP_CAUSE_WITHDREW,
    { KP_SUBSTITUTION_NOT_NEEDED, KP_SUBSTITUTION_DONE }, "3" },
};

static void
test_scheme_limits_substitution (KpTestDatabase *t)
{
  for (guint i = 0; i < G_N_ELEMENTS (policy_cases); i++)
    {
      const PolicyCase *p = &policy_cases[i];
      const char *const edits[] = { ONE_EACH, p->before, p->after, NULL };
      g_autoptr (KpTestCampaign) c = new_listed (t, edits);

      leave (c, ONE ("000001"), p->first, p->outcomes[0], p->outcomes[0] == KP_SUBSTITUTION_DONE);
      leave (c, ONE ("000002"), KP_CAUSE_FAILED, p->outcomes[1], p->outcomes[1] == KP_SUBSTITUTION_DONE);
      assert_list (c, p->list);
      kp_test_agree (c);
    }
}

static void
assert_no_leave (KpTestCampaign *c,
                 const char *const *applications,
                 const char *reason,
                 const char *message)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  g_assert_false (kp_step_leave (c->session, applications, KP_CAUSE_ABSENT, reason, &tally, &error));
  g_assert_nonnull (error);
  kp_test_assert_contains (error->message, message);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static void
test_who_is_not_listed_stays (KpTestDatabase *t)
{
  static const char *const edits[] = { ONE_EACH, NULL };
  static const char *const mixed[] = { "000001", "000004", NULL };
  static const char *const twice[] = { "000001", "000001", NULL };
  g_autoptr (KpTestCampaign) c = new_listed (t, edits);
  g_autoptr (GError) error = NULL;
  KpHearingTally hearings;

  assert_no_leave (c, ONE ("000003"), "声明", "isn't on a list");
  assert_no_leave (c, ONE ("999999"), "声明", "isn't on a list");
  assert_no_leave (c, mixed, "声明", "isn't on a list");
  assert_no_leave (c, twice, "声明", "named before");
  assert_no_leave (c, ONE ("000001"), "　", "needs a reason");
  assert_no_leave (c, ONE ("000001"), " ", "needs a reason");
  leave (c, ONE ("000001"), KP_CAUSE_WITHDREW, KP_SUBSTITUTION_DONE, 1);
  assert_no_leave (c, ONE ("000001"), "声明", "isn't on a list");
  kp_test_campaign_commit_hearings (c);
  kp_step_draw_hearings (c->session, "27182", &hearings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hearings.n_candidates, ==, 2);
  assert_no_leave (c, ONE ("000002"), "声明", "drawn already");
}

/* The first list is closed by the re-check: nobody can make it anew with other marks. */
static void
test_recheck_by_hand (KpTestDatabase *t)
{
  static const char *const edits[] = { ONE_EACH, BY_HAND, NULL };
  g_autoptr (KpTestCampaign) c = new_listed (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpRecheckTally tally;

  g_assert_true (kp_step_recheck_auto (c->session, &tally, &error));
  g_assert_cmpuint (tally.n_rechecked, ==, 2);
  g_assert_cmpuint (tally.n_outcomes[KP_REVIEW_PENDING], ==, 2);
  g_assert_true (kp_step_recheck_decide (c->session, "000001", "papers", TRUE, "原件齐全", &tally, &error));
  g_assert_cmpuint (tally.n_outcomes[KP_REVIEW_PASS], ==, 1);
  g_assert_true (kp_step_recheck_decide (c->session, "000002", "papers", FALSE, "原件不符", &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_outcomes[KP_REVIEW_FAIL], ==, 1);
  g_assert_cmpuint (tally.lists.substitution, ==, KP_SUBSTITUTION_DONE);
  assert_list (c, "13");
  kp_test_agree (c);
  g_assert_false (kp_step_recheck_decide (c->session, "000003", "age", FALSE, "甲", &tally, &unknown));
  g_assert_error (unknown, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
  roster = kp_test_campaign_load (c);
  g_assert_cmpstr (kp_roster_find_application (roster, "000002")->leaving->cause, ==, "failed");
  g_assert_cmpstr (kp_roster_find_application (roster, "000002")->leaving->stage, ==, "recheck");
  g_assert_cmpstr (kp_roster_find_application (roster, "000002")->application->review, ==, "pass");
}

/* All have the certificate of a social worker; the higher one that the re-check asks for has nobody. So nobody is called for
   those whom it finds out: a substitute who would be found out next is passed over. */
static void
test_recheck_by_the_scheme (KpTestDatabase *t)
{
  static const char *const edits[]
      = { ONE_EACH, ASKED_AGAIN ("{ \"certificate_at_least\": { \"word\": \"高级社会工作师\" } }"), NULL };
  g_autoptr (KpTestCampaign) c = new_listed (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) nobody = NULL;
  KpRecheckTally tally;

  g_assert_true (kp_step_recheck_auto (c->session, &tally, &error));
  g_assert_no_error (error);
  assert_list (c, "");
  kp_test_agree (c);
  g_assert_false (kp_step_recheck_auto (c->session, &tally, &nobody));
  g_assert_error (nobody, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/leave/substitutes-enter", test_substitutes_enter);
  kp_test_database_add ("/data/steps/%s/leave/scheme-limits-substitution", test_scheme_limits_substitution);
  kp_test_database_add ("/data/steps/%s/leave/who-is-not-listed-stays", test_who_is_not_listed_stays);
  kp_test_database_add ("/data/steps/%s/recheck/by-hand", test_recheck_by_hand);
  kp_test_database_add ("/data/steps/%s/recheck/by-the-scheme", test_recheck_by_the_scheme);
  return g_test_run ();
}
