/* test-step-bonus.c – what two people find of a claim to bonus stands before what the registration says.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-bonus.h"
#include "kp-step-shortlist.h"
#include "kp-step-total.h"
#include "kp-test-agree.h"
#include "kp-test-campaign.h"

static const KpTwoPeople people = { "甲", "乙", "证书原件已核" };

static const KpDossier *
get (KpRoster *roster,
     guint index)
{
  return kp_roster_get_dossier (roster, index);
}

static gboolean
examine (KpTestCampaign *c,
         guint person,
         const char *item,
         gboolean is_approved,
         KpDate on,
         GError **error)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_auto (GStrv) parts = g_strsplit (item, "=", 2);
  const KpBonusExamined examined
      = { get (roster, person)->application->application, parts[0], is_approved, on, parts[0] != NULL ? parts[1] : NULL };

  return kp_step_examine_bonus (c->session, &examined, 1, &people, error);
}

static void
must_examine (KpTestCampaign *c,
              guint person,
              const char *item,
              gboolean is_approved)
{
  g_autoptr (GError) error = NULL;

  examine (c, person, item, is_approved, KP_DATE_NONE, &error);
  g_assert_no_error (error);
}

static void
make_list (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;
  guint n_items = 0;

  kp_step_award_bonus (c->session, &n_items, &error);
  g_assert_no_error (error);
  kp_step_shortlist (c->session, &tally, &error);
  g_assert_no_error (error);
}

static void
assert_bonus (KpTestCampaign *c,
              guint person,
              KpMark points,
              gint64 place)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  g_assert_cmpint (get (roster, person)->shortlist->bonus, ==, points);
  g_assert_cmpint (get (roster, person)->shortlist->place, ==, place);
}

/* Everybody is 社会工作师 (3) and veteran (2), of which the best counts; marks rise by a hundredth. Before any list: the
 * first has no certificate to show, the second is 高级社会工作师 (5). */
static void
test_before_the_list (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  must_examine (c, 0, "social-worker", FALSE);
  must_examine (c, 1, "高级社会工作师", TRUE); /* by its name */
  kp_test_agree (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_agree (c);
  make_list (c);
  kp_test_agree (c);
  assert_bonus (c, 0, KP_MARK (2, 0), 6);
  assert_bonus (c, 1, KP_MARK (5, 0), 1);
  assert_bonus (c, 2, KP_MARK (3, 0), 5);
  kp_test_campaign_assert_sound (c);
}

/* A later word replaces the earlier one, and the list is made again at once. */
static void
test_after_the_list (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  make_list (c);
  assert_bonus (c, 5, KP_MARK (3, 0), 1);
  must_examine (c, 5, "social-worker", FALSE);
  kp_test_agree (c);
  assert_bonus (c, 5, KP_MARK (2, 0), 6);
  assert_bonus (c, 4, KP_MARK (3, 0), 1);
  must_examine (c, 5, "social-worker", TRUE);
  kp_test_agree (c);
  assert_bonus (c, 5, KP_MARK (3, 0), 1);
  kp_test_campaign_assert_sound (c);
}

/* An item without condition is had by nobody until somebody approves it; one that was claimed too late gives nothing. */
static void
test_only_by_people (KpTestDatabase *t)
{
  static const char *const edits[]
      = { "\"points\": \"5\",\n        \"condition\": { \"certificate_at_least\": { \"word\": \"高级社会工作师\" } }",
          "\"points\": \"5\", \"due\": \"2026-03-10\"", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  make_list (c);
  assert_bonus (c, 0, KP_MARK (3, 0), 3);
  examine (c, 0, "senior", TRUE, kp_date_make (2026, 3, 11), &error);
  g_assert_no_error (error);
  assert_bonus (c, 0, KP_MARK (3, 0), 3);
  kp_test_agree (c);
  examine (c, 0, "senior", TRUE, kp_date_make (2026, 3, 10), &error);
  g_assert_no_error (error);
  assert_bonus (c, 0, KP_MARK (5, 0), 1);
  kp_test_agree (c);
}

/* 扣分 that people find: the veteran's 2 points less, not instead of the best. */
static void
test_deduction (KpTestDatabase *t)
{
  static const char *const edits[]
      = { "\"group\": \"veteran\",\n        \"clause\": \"五\",\n        \"points\": \"2\",\n        \"condition\": { \"veteran\": true }",
          "\"points\": \"2\", \"deducts\": true", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  make_list (c);
  assert_bonus (c, 2, KP_MARK (3, 0), 1);
  must_examine (c, 2, "veteran", TRUE);
  assert_bonus (c, 2, KP_MARK (1, 0), 3);
  kp_test_agree (c);
  kp_test_campaign_assert_sound (c);
}

/* 酌情: the examiners say how many points, within those of the scheme; nobody has it by the registration alone. */
static void
test_graded (KpTestDatabase *t)
{
  static const char *const edits[]
      = { "\"points\": \"5\",\n        \"condition\": { \"certificate_at_least\": { \"word\": \"高级社会工作师\" } }",
          "\"points\": \"5\", \"graded\": true", NULL };
  static const char *const bad[] = { "senior", "senior=0", "senior=5.01", "senior=x", "senior=1.005", "veteran=1" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (examine (c, 0, bad[i], TRUE, KP_DATE_NONE, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
    }
  must_examine (c, 0, "senior=4.5", TRUE);
  kp_test_campaign_mark (c, 7000);
  kp_test_agree (c);
  make_list (c);
  kp_test_agree (c);
  assert_bonus (c, 0, KP_MARK (4, 5000), 1);
  must_examine (c, 0, "senior=0.5", TRUE);
  assert_bonus (c, 0, KP_MARK (3, 0), 3);
  kp_test_agree (c);
}

/* What goes to the total may be found after the totals: they are made again. */
static void
test_after_the_totals (KpTestDatabase *t)
{
  static const char *const edits[] = { "\"target\": \"written\"", "\"target\": \"total\"", "\"credential\": \"0%\",\n        \"bonus\": \"0%\"",
                                       "\"credential\": \"0%\",\n        \"bonus\": \"100%\"", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) before = NULL;
  g_autoptr (KpRoster) after = NULL;
  KpTotalTally tally;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  make_list (c);
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  kp_step_total (c->session, &tally, &error);
  g_assert_no_error (error);
  before = kp_test_campaign_load (c);
  must_examine (c, 0, "social-worker", FALSE);
  after = kp_test_campaign_load (c);
  g_assert_cmpint (get (after, 0)->total->total, ==, get (before, 0)->total->total - KP_MARK (1, 0));
  g_assert_cmpint (get (after, 1)->total->total, ==, get (before, 1)->total->total);
  kp_test_agree (c);
  kp_test_campaign_assert_sound (c);
}

static void
assert_refused (KpTestCampaign *c,
                guint person,
                const char *item)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;

  g_assert_false (examine (c, person, item, FALSE, KP_DATE_NONE, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* One person alone, an item or a person that isn't there, a list by which the interview is drawn: nothing is written. */
static void
test_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  const KpTwoPeople alone = { "甲", "甲", "证书" };
  const KpBonusExamined nobody = { "0000000", "veteran", TRUE, KP_DATE_NONE, NULL };
  g_autoptr (GError) one = NULL;
  g_autoptr (GError) two = NULL;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  assert_refused (c, 0, "nothing");
  g_assert_false (kp_step_examine_bonus (c->session, &nobody, 1, &people, &one));
  g_assert_error (one, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
  g_assert_false (kp_step_examine_bonus (c->session, &nobody, 1, &alone, &two));
  g_assert_error (two, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_mark (c, 7000);
  make_list (c);
  kp_test_campaign_draw (c);
  assert_refused (c, 0, "veteran");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/bonus/before-the-list", test_before_the_list);
  kp_test_database_add ("/data/steps/%s/bonus/after-the-list", test_after_the_list);
  kp_test_database_add ("/data/steps/%s/bonus/only-by-people", test_only_by_people);
  kp_test_database_add ("/data/steps/%s/bonus/deduction", test_deduction);
  kp_test_database_add ("/data/steps/%s/bonus/graded", test_graded);
  kp_test_database_add ("/data/steps/%s/bonus/after-the-totals", test_after_the_totals);
  kp_test_database_add ("/data/steps/%s/bonus/refused", test_refused);
  return g_test_run ();
}
