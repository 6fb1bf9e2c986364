/* test-step-choose.c – those who are to be hired choose in the order of their totals: turns, what is free, what is taken back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-choose.h"

#include "kp-step-amend.h"
#include "kp-step-decide.h"
#include "kp-step-depart.h"
#include "kp-step-hire.h"
#include "kp-test-course.h"

#define CHOICE(rest) \
  "\"choice\": {\n    \"applies\": false,\n    \"among\": \"post\",\n    \"offers\": []", "\"choice\": { \"applies\": true, " rest
#define OFFERS \
  "\"offers\": [{ \"code\": \"02\", \"name\": \"东城街道\", \"places\": 1 }, { \"code\": \"west\", \"name\": \"西城\", \"places\": 2 }]"

static const char *const no_edits[] = { NULL };
static const char *const at_hire[] = { CHOICE (OFFERS), NULL };
static const char *const at_totals[]
    = { CHOICE ("\"at\": \"totals\", " OFFERS), "\"final_until\": \"publicity\"", "\"final_until\": \"hire\"", NULL };
static const char *const of_posts[] = { CHOICE ("\"among\": \"campaign\""), NULL };

/* A01 has three places for nine; places fall in the roster's order. B01 has two for six. */
static KpTestCampaign *
bring_to_physical (KpTestDatabase *t,
                   const char *const *edits,
                   const char *const *marks)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KpRoster) roster = NULL;
  KpTotalTally tally;

  kp_test_campaign_register (c, "A01", 9);
  if (marks != NULL)
    kp_test_campaign_register (c, "B01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (kp_roster_get_dossier (roster, i)->hearing != NULL)
        g_ptr_array_add (own, marks != NULL ? g_strdup (marks[own->len]) : g_strdup_printf ("%u", 95 - own->len));
    }
  kp_test_course_agree_interview (c, (const char *const *) own->pdata, own->len);
  kp_test_course_total (c, &tally);
  return c;
}

static void
pass (KpTestCampaign *c)
{
  KpFitnessTally tally;

  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
}

static char *
dup_number (KpTestCampaign *c,
            const char *post,
            gint64 place)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  return g_strdup (kp_test_course_get_place (roster, post, place)->application->application);
}

static gboolean
choose (KpTestCampaign *c,
        gint64 place,
        const char *offer,
        GError **error)
{
  g_autofree char *number = dup_number (c, "A01", place);

  if (offer == NULL)
    return kp_step_pass_over (c->session, number, KP_TURN_ABSENT, error);
  return kp_step_choose (c->session, number, offer, error);
}

static void
must_choose (KpTestCampaign *c,
             gint64 place,
             const char *offer)
{
  g_autoptr (GError) error = NULL;

  choose (c, place, offer, &error);
  g_assert_no_error (error);
}

static void
assert_refused (KpTestCampaign *c,
                gint64 place,
                const char *offer)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;

  g_assert_false (choose (c, place, offer, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* "1:02 2:- 3!" reads: 1 has chosen 02, 2 was passed over, it is the turn of 3. */
static void
assert_turns (KpTestCampaign *c,
              const char *turns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpChoosing) choosing = kp_choosing_load (c->session, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < choosing->n_turns; i++)
    {
      const KpTurn *turn = &choosing->turns[i];

      g_string_append_printf (found, "%s%u", i > 0 ? " " : "", (guint) turn->dossier->total->place);
      if (turn->offer != NULL)
        g_string_append_printf (found, ":%s", turn->offer);
      else if (turn->state != KP_TURN_OPEN)
        g_string_append (found, ":-");
      if (turn->is_now && turn->state == KP_TURN_OPEN)
        g_string_append_c (found, '!');
    }
  g_assert_cmpstr (found->str, ==, turns);
}

/* Nobody chooses before it is known who is hired, before his turn, or what is taken. */
static void
test_in_turn (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, at_hire, NULL);
  g_autoptr (GError) error = NULL;
  KpPublicityTally tally;

  assert_refused (c, 1, "02");
  pass (c);
  assert_turns (c, "1! 2 3");
  assert_refused (c, 2, "02");
  assert_refused (c, 1, "north");
  assert_refused (c, 5, "02");
  must_choose (c, 1, NULL);
  must_choose (c, 2, "02");
  assert_refused (c, 3, "02");
  assert_turns (c, "1:- 2:02 3!");
  g_assert_false (kp_step_publish (c->session, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  must_choose (c, 3, "west");
  must_choose (c, 1, "west"); /* came later */
  assert_turns (c, "1:west 2:02 3:west");
  kp_test_campaign_assert_sound (c);
}

/* 02 is a street of the scheme: its people are hired by it; who chose another unit, by the street of the post. */
static void
test_contract_reads_the_choice (KpTestDatabase *t)
{
  static const char *const streets[] = { "02", "01", "01" };
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, at_hire, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpPublicityTally publicity;
  KpHireTally hire;

  pass (c);
  must_choose (c, 1, "02");
  must_choose (c, 2, "west");
  must_choose (c, 3, "west");
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, "2026-07-01T09:00:00+08:00");
  kp_step_hire (c->session, &hire, &error);
  g_assert_no_error (error);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (kp_test_course_get_place (roster, "A01", i + 1)->contract->street, ==, streets[i]);
}

/* Two people take a choice back: the turn is open again, the others keep theirs; not once it is published. */
static void
test_taken_back (KpTestDatabase *t)
{
  const KpTwoPeople people = { "甲", "乙", "填错" };
  const KpTwoPeople alone = { "甲", "甲", "填错" };
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, at_hire, NULL);
  g_autofree char *first = NULL;
  g_autoptr (GError) error = NULL;
  KpPublicityTally tally;

  pass (c);
  first = dup_number (c, "A01", 1);
  must_choose (c, 1, "02");
  must_choose (c, 2, "west");
  assert_refused (c, 1, "west");
  g_assert_false (kp_step_undo_choice (c->session, first, &alone, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  kp_step_undo_choice (c->session, first, &people, &error);
  g_assert_no_error (error);
  assert_turns (c, "1! 2:west 3");
  assert_refused (c, 3, "west");
  must_choose (c, 1, "west");
  must_choose (c, 3, "02");
  kp_step_publish (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_false (kp_step_undo_choice (c->session, first, &people, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_assert_sound (c);
}

/* 先选岗后体检: what a leaver chose is free for who follows, also after the publication; the others keep theirs. */
static void
test_follower_takes_what_is_left (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, at_totals, NULL);
  g_autofree char *first = dup_number (c, "A01", 1);
  const char *const numbers[] = { first, NULL };
  g_auto (KpDepartTally) tally = { 0 };
  g_autoptr (GError) error = NULL;
  KpPublicityTally publicity;

  must_choose (c, 1, "02");
  must_choose (c, 2, "west");
  must_choose (c, 3, "west");
  pass (c);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, "2026-06-12T09:00:00+08:00");
  kp_step_depart (c->session, &(const KpDepartOrder) { numbers, "waiver", { "甲", "乙", "声明" } }, &tally, &error);
  g_assert_no_error (error);
  assert_turns (c, "2:west 3:west 4!");
  pass (c);
  g_assert_false (kp_step_publish (c->session, &publicity, &error));
  g_clear_error (&error);
  assert_refused (c, 4, "west");
  must_choose (c, 4, "02");
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (publicity.n_proposed, ==, 1);
}

/* A post that was chosen is the post of the hire. Equal totals of two posts wait, and all behind, until the committee says
 * who is first. */
static void
test_tie_of_two_posts (KpTestDatabase *t)
{
  static const char *const marks[]
      = { "95", "90", "85", "70", "70", "70", "70", "70", "70", "94.90", "80", "70", "70", "70", "70" };
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, of_posts, marks);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *first = NULL;
  g_autofree char *other = NULL;
  KpPublicityTally tally;

  g_assert_cmpint (kp_test_course_get_place (roster, "A01", 1)->total->total, ==,
                   kp_test_course_get_place (roster, "B01", 1)->total->total);
  pass (c);
  first = dup_number (c, "A01", 1);
  other = dup_number (c, "B01", 1);
  assert_turns (c, "1 1 2 3 2");
  assert_refused (c, 1, "B01");
  assert_refused (c, 1, NULL);
  kp_step_decide (c->session, KP_DECISION_CHOICE, other, "1", "抽签", "甲", "乙", &error);
  g_assert_no_error (error);
  kp_step_decide (c->session, KP_DECISION_CHOICE, first, "2", "抽签", "甲", "乙", &error);
  g_assert_no_error (error);
  g_assert_true (kp_step_choose (c->session, other, "A01", &error));
  must_choose (c, 1, "B01");
  must_choose (c, 2, "A01");
  must_choose (c, 3, "A01");
  g_clear_pointer (&roster, kp_roster_free);
  g_clear_pointer (&other, g_free);
  other = dup_number (c, "B01", 2);
  g_assert_false (kp_step_choose (c->session, other, "A01", &error)); /* three are taken */
  g_clear_error (&error);
  g_assert_true (kp_step_choose (c->session, other, "B01", &error));
  kp_step_publish (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_proposed, ==, 5);
  roster = kp_test_campaign_load (c);
  g_assert_cmpstr (kp_test_course_get_place (roster, "A01", 1)->proposal->post, ==, "B01");
  g_assert_cmpstr (kp_test_course_get_place (roster, "B01", 1)->proposal->post, ==, "A01");
  kp_test_campaign_assert_sound (c);
}

/* What some have chosen isn't put before the others in another way. */
static void
test_scheme_stays (KpTestDatabase *t)
{
  static const char *const fewer[] = { CHOICE ("\"offers\": [{ \"code\": \"02\", \"name\": \"东城街道\", \"places\": 3 }]"), NULL };
  g_autofree char *json = kp_test_campaign_dup_scheme (fewer);
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, at_hire, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpAmendmentReport) report = NULL;

  pass (c);
  g_assert_true (kp_step_amend (c->session, json, "更正", "甲", "乙", TRUE, &report, &error));
  g_clear_pointer (&report, kp_amendment_report_free);
  must_choose (c, 1, "west");
  g_assert_false (kp_step_amend (c->session, json, "更正", "甲", "乙", TRUE, &report, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

static void
test_only_where_the_scheme_says (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, no_edits, NULL);
  g_autofree char *first = dup_number (c, "A01", 1);
  g_autoptr (GError) error = NULL;

  pass (c);
  assert_refused (c, 1, "A01");
  assert_turns (c, "");
  g_assert_false (kp_step_decide (c->session, KP_DECISION_CHOICE, first, "1", "抽签", "甲", "乙", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/choose/in-turn", test_in_turn);
  kp_test_database_add ("/data/steps/%s/choose/contract-reads-it", test_contract_reads_the_choice);
  kp_test_database_add ("/data/steps/%s/choose/taken-back", test_taken_back);
  kp_test_database_add ("/data/steps/%s/choose/follower-takes-what-is-left", test_follower_takes_what_is_left);
  kp_test_database_add ("/data/steps/%s/choose/tie-of-two-posts", test_tie_of_two_posts);
  kp_test_database_add ("/data/steps/%s/choose/scheme-stays", test_scheme_stays);
  kp_test_database_add ("/data/steps/%s/choose/only-where-the-scheme-says", test_only_where_the_scheme_says);
  return g_test_run ();
}
