/* test-contest-write.c – written marks, lines, lists and substitutes of a campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-contest.h"

#include <string.h>

#include "kp-test.h"

static void
assert_written (const KpTestContest *t,
                const char          *number,
                const char          *mark)
{
  g_autofree gchar *text = kp_fraction_dup_decimal (kp_test_contest_get (t, number)->with_bonus, 2);

  g_assert_cmpstr (text, ==, mark);
}

static void
assert_line (const KpTestContest *t,
             const char          *post,
             const char          *line)
{
  const KpContestPost *result = kp_contest_get_post (t->contest, post);
  g_autofree gchar    *text = kp_mark_dup_text (result->line, 2);

  g_assert_true (result->has_line);
  g_assert_cmpstr (text, ==, line);
}

/* 60 × 40 % + 70 × 60 % = 66; absent in one paper is absent. */
static void
test_two_papers (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  kp_test_contest_add_paper (t, "02", 60);
  kp_test_contest_add (t, "001", "A", 6000, KP_TEST_NONE)->papers[1] = kp_test_mark (7000);
  kp_test_contest_add (t, "002", "A", 9000, KP_TEST_NONE)->papers[1] = kp_test_mark (KP_TEST_ABSENT);
  kp_test_contest_run (t);
  assert_written (t, "001", "66.00");
  g_assert_cmpint (kp_test_contest_get (t, "002")->written.state, ==, KP_MARK_ABSENT);
  kp_test_contest_assert_lists (t, "enters no-mark");
}

/* Claims that are given stand for themselves; without them the facts speak. */
static void
test_bonus (void)
{
  static const KpBonusClaim claims[] = { { .item = "party", .is_approved = TRUE }, { .item = "veteran" } };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpEntrant                *entrant;

  kp_test_contest_add_bonus (t, "veteran", 300, kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL));
  kp_test_contest_add_bonus (t, "party", 150, kp_test_ask (KP_CONDITION_POLITICAL_IN, NULL, "中共党员"));
  kp_test_contest_add (t, "001", "A", 7000, KP_TEST_NONE)->facts.is_veteran = KP_TRUTH_YES;
  entrant = kp_test_contest_add (t, "002", "A", 7000, KP_TEST_NONE);
  entrant->facts.is_veteran = KP_TRUTH_YES;
  entrant->has_claims = TRUE;
  entrant->claims = claims;
  entrant->n_claims = G_N_ELEMENTS (claims);
  kp_test_contest_add (t, "003", "A", KP_TEST_ABSENT, KP_TEST_NONE)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_run (t);
  assert_written (t, "001", "73.00");
  assert_written (t, "002", "71.50");
  g_assert_cmpint (kp_test_contest_get (t, "003")->bonus, ==, 0);
}

/* What the facts propose is late where the entrant says so: due on the 15th, claimed on the 16th. */
static void
test_bonus_proposed_late (void)
{
  static const KpBonusClaim on_time[] = { { .item = "veteran", .on = { 2026, 3, 15 } } };
  static const KpBonusClaim late[] = { { .item = "veteran", .on = { 2026, 3, 16 } } };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpEntrant                *entrant;

  kp_test_contest_add_bonus (t, "veteran", 500, kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL))->due
      = kp_date_make (2026, 3, 15);
  for (guint i = 0; i < 2; i++)
    {
      entrant = kp_test_contest_add (t, i == 0 ? "001" : "002", "A", 8000, KP_TEST_NONE);
      entrant->facts.is_veteran = KP_TRUTH_YES;
      entrant->claims = i == 0 ? on_time : late;
      entrant->n_claims = 1;
    }
  kp_test_contest_run (t);
  assert_written (t, "001", "85.00");
  assert_written (t, "002", "80.00");
}

/* More items than the usual room: none is forgotten. */
static void
test_bonus_of_many_items (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->bonus.across = KP_BONUS_SUM;
  for (guint i = 0; i < 40; i++)
    {
      g_autofree gchar *code = g_strdup_printf ("i%u", i);

      kp_test_contest_add_bonus (t, code, 10, kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL));
    }
  kp_test_contest_add (t, "001", "A", 7000, KP_TEST_NONE)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_run (t);
  assert_written (t, "001", "74.00");
}

/* The bonus goes to the total: it moves no list. */
static void
test_bonus_on_total (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  kp_test_contest_total (t)->policy.weights[KP_PART_BONUS] = KP_FRACTION_ONE;
  kp_test_contest_add_bonus (t, "veteran", 300, kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL));
  t->scheme->bonus.target = KP_BONUS_ON_TOTAL;
  kp_test_contest_add (t, "001", "A", 7000, 7000)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_add (t, "002", "A", 7100, 7000)->facts.is_veteran = KP_TRUTH_NO;
  kp_test_contest_run (t);
  assert_written (t, "001", "70.00");
  g_assert_cmpuint (kp_test_contest_get (t, "001")->shortlist.place.place, ==, 2);
  kp_test_contest_assert_totals (t, "73.00/1 70.50/2");
}

static KpBonusItem *
aim (KpBonusItem  *item,
     KpBonusTarget target)
{
  item->has_target = TRUE;
  item->target = target;

  return item;
}

/* One of each: 70 + 1 = 71 in the total, 71 + 5 = 76 for the list, 60 + 4 = 64 in the interview, 2 on the total:
 * 71 × 50 % + 64 × 50 % + 2 = 69.5. The list's 5 open the interview to a third who has 73 without them. */
static void
test_bonus_of_four_targets (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  static const char *const  codes[] = { "paper", "list", "oral", "sum" };
  static const guint        points[] = { 100, 500, 400, 200 };
  static const KpBonusTarget targets[]
      = { KP_BONUS_ON_WRITTEN, KP_BONUS_ON_SHORTLIST, KP_BONUS_ON_INTERVIEW, KP_BONUS_ON_TOTAL };

  kp_test_contest_total (t)->policy.weights[KP_PART_BONUS] = KP_FRACTION_ONE;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    aim (kp_test_contest_add_bonus (t, codes[i], points[i], kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL)), targets[i]);
  kp_test_contest_add (t, "001", "A", 7000, 6000)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_add (t, "002", "A", 7500, 6000);
  kp_test_contest_add (t, "003", "A", 7400, 5000);
  kp_test_contest_add (t, "004", "A", 7300, 9000);
  kp_test_contest_run (t);
  assert_written (t, "001", "71.00");
  g_assert_cmpuint (kp_test_contest_get (t, "001")->shortlist.place.place, ==, 1);
  kp_test_contest_assert_lists (t, "enters enters enters out");
  kp_test_contest_assert_totals (t, "69.50/1 67.50/2 62.00/3 -");

  /* Within the full marks: 97 + 1 = 98 and 101 → 100 for the list; 98 + 4 → 100. */
  t->scheme->bonus.may_exceed_full = FALSE;
  t->entrants[0].papers[0] = kp_test_mark (9700);
  t->entrants[0].interview = kp_test_mark (9800);
  kp_test_contest_run (t);
  assert_written (t, "001", "98.00");
  kp_test_contest_assert_totals (t, "101.00/1 67.50/2 62.00/3 -");

  /* Without a written exam there is nothing to add to but interview and total: 60 + 4, + 2. */
  t->entrants[0].interview = kp_test_mark (6000);
  kp_test_contest_post (t, "A")->has_written = FALSE;
  kp_test_contest_total (t)->policy.weights[KP_PART_WRITTEN] = KP_FRACTION_ZERO;
  kp_test_contest_total (t)->policy.weights[KP_PART_INTERVIEW] = KP_FRACTION_ONE;
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "66.00/2 60.00/3 50.00/4 90.00/1");
}

/* A 90, 70; B 50, 30 and one absent: 60 in all, 80 and 40 by post. */
static void
test_line_by_mean (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");
  KpLine                   *line = &t->scheme->written.line;

  line->basis = KP_LINE_ON_PAPER;
  line->kind = KP_LINE_SHARE_OF_MEAN;
  line->share = KP_FRACTION_ONE;
  kp_test_contest_add (t, "001", "A", 9000, KP_TEST_NONE);
  kp_test_contest_add (t, "002", "A", 7000, KP_TEST_NONE);
  kp_test_contest_add (t, "003", "B", 5000, KP_TEST_NONE);
  kp_test_contest_add (t, "004", "B", 3000, KP_TEST_NONE);
  kp_test_contest_add (t, "005", "B", KP_TEST_ABSENT, KP_TEST_NONE);
  kp_test_contest_run (t);
  assert_line (t, "A", "60.00");
  assert_line (t, "B", "60.00");
  kp_test_contest_assert_lists (t, "enters enters below-line below-line no-mark");

  line->per = KP_LINE_PER_POST;
  kp_test_contest_run (t);
  assert_line (t, "A", "80.00");
  assert_line (t, "B", "40.00");
  kp_test_contest_assert_lists (t, "enters below-line enters below-line no-mark");
}

/* As long as a mark is missing that the mean is made of, nobody is over it. */
static void
test_line_waits (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");
  KpLine                   *line = &t->scheme->written.line;

  line->basis = KP_LINE_ON_PAPER;
  line->kind = KP_LINE_SHARE_OF_MEAN;
  line->share = KP_FRACTION_ONE;
  kp_test_contest_add (t, "001", "A", 9000, KP_TEST_NONE);
  kp_test_contest_add (t, "002", "B", KP_TEST_NONE, KP_TEST_NONE);
  kp_test_contest_run (t);
  g_assert_true (kp_contest_get_post (t->contest, "A")->is_line_open);
  kp_test_contest_assert_lists (t, "open no-mark");

  line->per = KP_LINE_PER_POST;
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters no-mark");
}

/* Two posts of other full marks: a share of the full mark is each post's own. */
static void
test_line_of_full (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");
  KpSchemePostPaper        *own = kp_scheme_post_paper_new ();

  own->code = g_strdup ("01");
  own->weight = kp_fraction_new (3, 2);
  g_ptr_array_add (kp_test_contest_post (t, "B")->papers, own);
  t->scheme->written.line.basis = KP_LINE_ON_PAPER;
  t->scheme->written.line.kind = KP_LINE_SHARE_OF_FULL;
  t->scheme->written.line.share = kp_fraction_new (60, 100);
  kp_test_contest_add (t, "001", "A", 6000, KP_TEST_NONE);
  kp_test_contest_add (t, "002", "B", 5999, KP_TEST_NONE);
  kp_test_contest_run (t);
  assert_line (t, "A", "60.00");
  assert_line (t, "B", "90.00");
  kp_test_contest_assert_lists (t, "enters below-line");
}

static void
test_line_decided (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->written.line.basis = KP_LINE_ON_PAPER;
  t->scheme->written.line.kind = KP_LINE_DECIDED;
  kp_test_contest_add (t, "001", "A", 9000, KP_TEST_NONE);
  kp_test_contest_add (t, "002", "A", 5100, KP_TEST_NONE);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "open open");
  g_assert_false (kp_test_contest_get (t, "001")->is_interviewed);

  t->decisions.has_line = TRUE;
  t->decisions.line = KP_MARK (52, 0);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters below-line");
  g_assert_true (kp_test_contest_get (t, "001")->is_interviewed);
}

/* Each post has a line of its own: that of the other doesn't count, and without one nobody of the post can enter. */
static void
test_line_decided_per_post (void)
{
  static const KpPostLine   lines[] = { { "A", KP_MARK (60, 0) }, { "B", KP_MARK (50, 0) } };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1 C:1");

  t->scheme->written.line.basis = KP_LINE_ON_PAPER;
  t->scheme->written.line.kind = KP_LINE_DECIDED;
  t->scheme->written.line.per = KP_LINE_PER_POST;
  t->decisions.has_line = TRUE;
  t->decisions.line = KP_MARK (40, 0);
  t->decisions.lines = lines;
  t->decisions.n_lines = G_N_ELEMENTS (lines);
  kp_test_contest_add (t, "001", "A", 5500, KP_TEST_NONE);
  kp_test_contest_add (t, "002", "B", 5500, KP_TEST_NONE);
  kp_test_contest_add (t, "003", "C", 5500, KP_TEST_NONE);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "below-line enters open");
}

/* The first line that fits counts, also where that of the rest is still open. */
static void
test_line_for_some (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2 B:2");
  KpSchemeLineFor          *veterans = kp_scheme_line_for_new ();
  KpSchemeLineFor          *post = kp_scheme_line_for_new ();

  veterans->when = kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL);
  veterans->line = KP_MARK (50, 0);
  g_ptr_array_add (post->posts, g_strdup ("B"));
  post->line = KP_MARK (55, 0);
  g_ptr_array_add (t->scheme->written.line_for, veterans);
  g_ptr_array_add (t->scheme->written.line_for, post);
  t->scheme->written.line.basis = KP_LINE_ON_PAPER;
  t->scheme->written.line.value = KP_MARK (60, 0);
  kp_test_contest_add (t, "001", "A", 5900, KP_TEST_NONE);
  kp_test_contest_add (t, "002", "A", 5000, KP_TEST_NONE)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_add (t, "003", "A", 4999, KP_TEST_NONE)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_add (t, "004", "B", 5500, KP_TEST_NONE);
  kp_test_contest_add (t, "005", "B", 5499, KP_TEST_NONE);
  kp_test_contest_add (t, "006", "B", 5000, KP_TEST_NONE)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "below-line enters below-line enters below-line enters");

  t->scheme->written.line.kind = KP_LINE_DECIDED;
  t->scheme->written.line.value = 0;
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "open enters below-line enters below-line enters");
}

/* 免笔试 without a mark, 直接进入面试 with any: both besides the ratio. */
static void
test_exempt_and_direct (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->shortlist.tiers[0].ratio = KP_FRACTION_ONE;
  t->scheme->written.exempt = kp_test_ask (KP_CONDITION_GRID_STAFF, NULL, NULL);
  t->scheme->shortlist.direct = kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL);
  kp_test_contest_add (t, "001", "A", KP_TEST_NONE, KP_TEST_NONE)->facts.is_grid_staff = KP_TRUTH_YES;
  kp_test_contest_add (t, "002", "A", 4000, KP_TEST_NONE)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_add (t, "003", "A", 8000, KP_TEST_NONE);
  kp_test_contest_add (t, "004", "A", 7000, KP_TEST_NONE);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "exempt direct enters out");
}

static void
test_post_without_written (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  kp_test_contest_post (t, "A")->has_written = FALSE;
  kp_test_contest_total (t)->policy.weights[KP_PART_WRITTEN] = KP_FRACTION_ZERO;
  kp_test_contest_total (t)->policy.weights[KP_PART_INTERVIEW] = KP_FRACTION_ONE;
  kp_test_contest_add (t, "001", "A", KP_TEST_NONE, 8000);
  kp_test_contest_add (t, "002", "A", KP_TEST_NONE, 8100);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "exempt exempt");
  kp_test_contest_assert_totals (t, "80.00/2 81.00/1");
}

/* 1:1, two at the end: the second paper parts them; where it can't, a person must. */
static void
test_last_tie_by_key (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->shortlist.tiers[0].ratio = KP_FRACTION_ONE;
  t->scheme->shortlist.last_tie = KP_LAST_TIE_BY_KEY;
  g_ptr_array_add (t->scheme->shortlist.tie_keys, kp_tie_new (KP_TIE_PAPER_2));
  kp_test_contest_add_paper (t, "02", 50);
  kp_test_contest_add (t, "001", "A", 8000, KP_TEST_NONE)->papers[1] = kp_test_mark (6000);
  kp_test_contest_add (t, "002", "A", 6000, KP_TEST_NONE)->papers[1] = kp_test_mark (8000);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "tied-out enters");

  t->entrants[0] = t->entrants[1];
  t->entrants[0].number = "001";
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "undecided undecided");
}

/* Three over the line at 1:3 for two places: one place is left, and the committee may say otherwise where it is asked. */
static void
test_shortage (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");

  kp_test_contest_add (t, "001", "A", 8000, 8000);
  kp_test_contest_add (t, "002", "A", 7000, 7000);
  kp_test_contest_add (t, "003", "A", 6000, 6000);
  kp_test_contest_run (t);
  kp_test_contest_assert_hired (t, "001 002");

  t->scheme->shortlist.shortage = KP_SHORTAGE_REDUCE_PLAN;
  kp_test_contest_run (t);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 1);
  kp_test_contest_assert_hired (t, "001");

  t->scheme->shortlist.shortage = KP_SHORTAGE_DECIDE;
  kp_test_contest_run (t);
  g_assert_true (kp_contest_get_post (t->contest, "A")->shortlist.needs_decision);
  t->places[0] = (KpPlacesDecision) { "A", TRUE, FALSE, 0, KP_FRACTION_ONE };
  t->decisions.n_places = 1;
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters enters out");
  g_assert_false (kp_contest_get_post (t->contest, "A")->shortlist.needs_decision);
}

/* The committee takes places away, it makes none: not more than there are, and none of a cancelled post. */
static void
test_shortage_decided (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");
  KpContestPost            *post;

  t->scheme->shortlist.shortage = KP_SHORTAGE_DECIDE;
  kp_test_contest_add (t, "001", "A", 8000, 8000);
  kp_test_contest_add (t, "002", "A", 7000, 7000);
  t->places[0] = (KpPlacesDecision) { .post = "A", .is_for_shortlist = TRUE, .has_places = TRUE, .places = 3 };
  t->decisions.n_places = 1;
  kp_test_contest_run (t);
  post = kp_contest_get_post (t->contest, "A");
  g_assert_true (post->shortlist.needs_decision);
  g_assert_cmpuint (post->places, ==, 2);

  t->places[0].places = 1;
  kp_test_contest_run (t);
  post = kp_contest_get_post (t->contest, "A");
  g_assert_false (post->shortlist.needs_decision);
  g_assert_cmpuint (post->places, ==, 1);

  t->scheme->quota.applies = TRUE;
  t->scheme->quota.ratio = kp_fraction_new (3, 1);
  t->scheme->quota.action = KP_QUOTA_CANCEL;
  kp_test_contest_run (t);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 0);
  kp_test_contest_assert_lists (t, "no-mark no-mark");
}

/* Places that come to a post after the committee decided on it are added to what it decided. */
static void
test_decided_and_moved (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2 B:3");

  t->scheme->shortlist.shortage = KP_SHORTAGE_DECIDE;
  kp_test_contest_post (t, "A")->track = KP_TRACK_VETERAN;
  t->scheme->leftover.at = KP_LEFTOVER_AT_SHORTLIST;
  g_ptr_array_add (t->scheme->leftover.to, g_strdup ("B"));
  kp_test_contest_add (t, "001", "A", 8000, 8000);
  kp_test_contest_add (t, "002", "B", 8000, 8000);
  kp_test_contest_add (t, "003", "B", 7000, 7000);
  kp_test_contest_add (t, "004", "B", 6000, 6000);
  t->places[0] = (KpPlacesDecision) { .post = "A", .is_for_shortlist = TRUE, .ratio = KP_FRACTION_ONE };
  t->places[1]
      = (KpPlacesDecision) { .post = "B", .is_for_shortlist = TRUE, .has_places = TRUE, .places = 2, .ratio = KP_FRACTION_ONE };
  t->decisions.n_places = 2;
  kp_test_contest_run (t);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 1);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "B")->places, ==, 3);
  kp_test_contest_assert_hired (t, "001 002 003 004");
}

/* A round in which somebody entered is one of the rounds, also when a tie stopped it halfway. */
static void
test_round_with_tie (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->shortlist.tiers[0].ratio = kp_fraction_new (3, 1);
  t->scheme->shortlist.last_tie = KP_LAST_TIE_BY_KEY;
  t->scheme->shortlist.max_rounds = 1;
  for (guint i = 0; i < 7; i++)
    {
      static const char *const numbers[] = { "001", "002", "003", "004", "005", "006", "007" };
      static const gint        marks[] = { 9000, 8900, 8800, 8700, 8600, 8600, 8500 };

      kp_test_contest_add (t, numbers[i], "A", marks[i], 9000);
    }
  kp_test_contest_leave (t, "001", 1, KP_STAGE_RECHECK, KP_CAUSE_WITHDREW);
  kp_test_contest_leave (t, "002", 1, KP_STAGE_RECHECK, KP_CAUSE_WITHDREW);
  kp_test_contest_leave (t, "003", 2, KP_STAGE_RECHECK, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters enters enters substitute undecided undecided out");
}

/* 定向岗位空额: one of three places of A is filled, the other two go to B, whose list grows. */
static void
test_leftover (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:3 B:1");

  t->scheme->shortlist.tiers[0].ratio = KP_FRACTION_ONE;
  kp_test_contest_post (t, "A")->track = KP_TRACK_VETERAN;
  t->scheme->leftover.at = KP_LEFTOVER_AT_SHORTLIST;
  g_ptr_array_add (t->scheme->leftover.to, g_strdup ("B"));
  kp_test_contest_add (t, "001", "A", 8000, 8000);
  kp_test_contest_add (t, "002", "B", 8000, 8000);
  kp_test_contest_add (t, "003", "B", 7000, 7000);
  kp_test_contest_add (t, "004", "B", 6000, 6000);
  kp_test_contest_add (t, "005", "B", 5000, 5000);
  kp_test_contest_run (t);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 1);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "B")->places, ==, 3);
  kp_test_contest_assert_lists (t, "enters enters enters enters out");
  g_assert_cmpstr (kp_contest_get_post (t->contest, "B")->why, !=, "");
}

/* 按资历量化分入围: a post without exam is ranked by it and cut by the ratio; one whose begin of service isn't known keeps
 * the list open, and the line and the zero of the written exam say nothing. */
static void
test_credential (void)
{
  static const char *const numbers[] = { "001", "002", "003", "004" };
  static const gint        since[] = { 2020, 2016, 2026, 2018 };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->shortlist.tiers[0].ratio = kp_fraction_new (2, 1);
  t->scheme->written.line.basis = KP_LINE_ON_PAPER;
  t->scheme->written.line.kind = KP_LINE_FIXED;
  t->scheme->written.line.value = KP_MARK (60, 0);
  t->scheme->credential.applies = TRUE;
  t->scheme->credential.points_per_year = KP_MARK (1, 0);
  t->scheme->credential.cap = KP_MARK (20, 0);
  t->scheme->credential.date = kp_date_make (2026, 3, 2);
  kp_test_contest_post (t, "A")->has_written = FALSE;
  kp_test_contest_post (t, "A")->has_shortlist_basis = TRUE;
  kp_test_contest_post (t, "A")->shortlist_basis = KP_SHORTLIST_BY_CREDENTIAL;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      KpEntrant *who = kp_test_contest_add (t, numbers[i], "A", KP_TEST_NONE, KP_TEST_NONE);

      who->facts.is_grid_staff = KP_TRUTH_YES;
      who->facts.grid_since = kp_date_make (since[i], 1, 1);
    }
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "out enters out enters"); /* 6, 10, 0 and 8 years */
  g_assert_cmpuint (kp_test_contest_get (t, "003")->shortlist.place.place, ==, 4);

  t->entrants[0].facts.is_grid_staff = KP_TRUTH_UNKNOWN;
  kp_test_contest_run (t);
  g_assert_cmpint (kp_contest_get_post (t->contest, "A")->pending, ==, KP_PENDING_CREDENTIAL);
}

typedef struct
{
  const char   *name;
  KpQuotaAction action;
  gboolean      is_exempt; /* the post, from the ratio */
  gint          last;      /* mark of the fifth */
  guint         places;
  const char   *lists;
} SatRow;

/* Two places at 3:1 by those who sat, five applicants of whom the fourth doesn't come; the list is 1:2. */
static const SatRow sat_rows[] = {
  { "reduced", KP_QUOTA_REDUCE, FALSE, 5000, 1, "enters enters out no-mark out" },
  { "cancelled", KP_QUOTA_CANCEL, FALSE, 5000, 0, "no-mark no-mark no-mark no-mark no-mark" },
  { "kept", KP_QUOTA_REDUCE, TRUE, 5000, 2, "enters enters enters no-mark enters" },
  { "waits-for-a-mark", KP_QUOTA_REDUCE, FALSE, KP_TEST_NONE, 2, "enters enters enters no-mark no-mark" },
  { "breach-has-come", KP_QUOTA_REDUCE, FALSE, KP_TEST_BREACH, 1, "enters enters out no-mark no-mark" },
};

static void
test_sat (gconstpointer data)
{
  const SatRow             *row = data;
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");

  t->scheme->shortlist.tiers[0].ratio = kp_fraction_new (2, 1);
  t->scheme->turnout[KP_TURNOUT_WRITTEN].applies = TRUE;
  t->scheme->turnout[KP_TURNOUT_WRITTEN].ratio = kp_fraction_new (3, 1);
  t->scheme->turnout[KP_TURNOUT_WRITTEN].action = row->action;
  kp_test_contest_post (t, "A")->is_quota_exempt = row->is_exempt;
  kp_test_contest_add (t, "001", "A", 8000, KP_TEST_NONE);
  kp_test_contest_add (t, "002", "A", 7000, KP_TEST_NONE);
  kp_test_contest_add (t, "003", "A", 6000, KP_TEST_NONE);
  kp_test_contest_add (t, "004", "A", KP_TEST_ABSENT, KP_TEST_NONE);
  kp_test_contest_add (t, "005", "A", row->last, KP_TEST_NONE);
  kp_test_contest_run (t);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, row->places);
  kp_test_contest_assert_lists (t, row->lists);
  if (row->places == 1)
    g_assert_nonnull (strstr (kp_contest_get_post (t->contest, "A")->why,
                              "计划2人，实际参加笔试4人，未达到开考比例3∶1（须6人），核减为1人。"));
}

typedef struct
{
  const char *name;
  KpUntil     until;
  KpStage     stage;
  const char *lists; /* 1:1 for one place, the first leaves */
} UntilRow;

static const UntilRow until_rows[] = {
  { "never", KP_UNTIL_NEVER, KP_STAGE_RECHECK, "enters out" },
  { "list", KP_UNTIL_LIST, KP_STAGE_RECHECK, "enters out" },
  { "tickets-recheck", KP_UNTIL_INTERVIEW_TICKETS, KP_STAGE_RECHECK, "enters substitute" },
  { "tickets-interview", KP_UNTIL_INTERVIEW_TICKETS, KP_STAGE_INTERVIEW, "enters out" },
  { "interview-shortlist", KP_UNTIL_INTERVIEW, KP_STAGE_SHORTLIST, "enters substitute" },
};

static void
test_until (gconstpointer data)
{
  const UntilRow           *row = data;
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->shortlist.tiers[0].ratio = KP_FRACTION_ONE;
  t->scheme->substitution.shortlist = row->until;
  kp_test_contest_add (t, "001", "A", 8000, 8000);
  kp_test_contest_add (t, "002", "A", 7000, 7000);
  kp_test_contest_leave (t, "001", 1, row->stage, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, row->lists);
  g_assert_cmpint (kp_test_contest_get (t, "001")->is_interviewed, ==, row->stage == KP_STAGE_INTERVIEW);
  g_assert_cmpint (kp_test_contest_get (t, "002")->is_interviewed, ==, g_str_has_suffix (row->lists, "substitute"));
}

/* Two rounds: the substitute of the first leaves too. Only two rounds are allowed, so the last one is called by nobody. */
static void
test_rounds (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->shortlist.tiers[0].ratio = KP_FRACTION_ONE;
  t->scheme->shortlist.max_rounds = 2;
  kp_test_contest_add (t, "001", "A", 8000, 8000);
  kp_test_contest_add (t, "002", "A", 7000, 7000);
  kp_test_contest_add (t, "003", "A", 6000, 6000);
  kp_test_contest_add (t, "004", "A", 5000, 5000);
  kp_test_contest_leave (t, "003", 3, KP_STAGE_RECHECK, KP_CAUSE_FAILED);
  kp_test_contest_leave (t, "002", 2, KP_STAGE_RECHECK, KP_CAUSE_FAILED);
  kp_test_contest_leave (t, "001", 1, KP_STAGE_RECHECK, KP_CAUSE_FAILED);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters substitute substitute out");
  g_assert_cmpuint (kp_test_contest_get (t, "002")->shortlist.round, ==, 1);
  g_assert_cmpuint (kp_test_contest_get (t, "003")->shortlist.round, ==, 2);

  t->scheme->shortlist.max_rounds = 0;
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters substitute substitute substitute");
}

/* Only absence opens a seat here. */
static void
test_causes (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->shortlist.tiers[0].ratio = KP_FRACTION_ONE;
  t->scheme->shortlist.causes[0] = KP_CAUSE_ABSENT;
  t->scheme->shortlist.n_causes = 1;
  kp_test_contest_add (t, "001", "A", 8000, 8000);
  kp_test_contest_add (t, "002", "A", 7000, 7000);
  kp_test_contest_leave (t, "001", 1, KP_STAGE_RECHECK, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters out");

  t->departures[0].leaving.cause = KP_CAUSE_ABSENT;
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters substitute");
}

/* What the re-check would find of the next isn't passed over: the one after is called. */
static void
test_recheck (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->shortlist.tiers[0].ratio = KP_FRACTION_ONE;
  kp_test_contest_require (t, "education", kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "大专"), KP_CHECK_RECHECK);
  kp_test_contest_add (t, "001", "A", 8000, 8000)->facts.education = "高中";
  kp_test_contest_add (t, "002", "A", 7000, 7000)->facts.education = "高中";
  kp_test_contest_add (t, "003", "A", 6000, 6000)->facts.education = "本科";
  kp_test_contest_run (t);
  kp_test_contest_assert_reviews (t, "pass pass pass");
  kp_test_contest_assert_lists (t, "enters out substitute");
  g_assert_false (kp_test_contest_get (t, "001")->is_interviewed);
  kp_test_contest_assert_hired (t, "003");
}

/* 资格复审在笔试之前: who fails it, or leaves there, doesn't stand in the list at all. */
static void
test_recheck_before_written (void)
{
  static const KpStage      stages[] = { KP_STAGE_REVIEW, KP_STAGE_RECHECK, KP_STAGE_WRITTEN, KP_STAGE_INTERVIEW,
                                         KP_STAGE_TOTALS, KP_STAGE_PHYSICAL, KP_STAGE_HIRE };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->stages = (KpStageOrder) { .n_stages = G_N_ELEMENTS (stages) };
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    t->scheme->stages.stages[i] = stages[i];
  kp_test_contest_require (t, "education", kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "大专"), KP_CHECK_RECHECK);
  kp_test_contest_add (t, "001", "A", 9000, 9000)->facts.education = "高中";
  kp_test_contest_add (t, "002", "A", 8000, 8000)->facts.education = "大专";
  kp_test_contest_add (t, "003", "A", 7000, 7000)->facts.education = "大专";
  kp_test_contest_leave (t, "002", 1, KP_STAGE_RECHECK, KP_CAUSE_ABSENT);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "no-mark no-mark enters");
  g_assert_cmpuint (kp_test_contest_get (t, "003")->shortlist.place.place, ==, 1);
}

static void
test_order_of_departures (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->shortlist.causes[0] = KP_CAUSE_ABSENT;
  t->scheme->shortlist.n_causes = 1;
  t->scheme->shortlist.tiers[0].ratio = KP_FRACTION_ONE;
  kp_test_contest_add (t, "001", "A", 8000, 8000);
  kp_test_contest_add (t, "002", "A", 7000, 7000);
  kp_test_contest_leave (t, "001", 1, KP_STAGE_RECHECK, KP_CAUSE_WITHDREW);
  kp_test_contest_leave (t, "001", 1, KP_STAGE_RECHECK, KP_CAUSE_ABSENT);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters out");
  g_assert_cmpint (kp_test_contest_get (t, "001")->left.cause, ==, KP_CAUSE_WITHDREW);

  t->departures[0].leaving.cause = KP_CAUSE_ABSENT;
  t->departures[1].leaving.cause = KP_CAUSE_WITHDREW;
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters out");
  g_assert_cmpint (kp_test_contest_get (t, "001")->left.cause, ==, KP_CAUSE_WITHDREW);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/contest/write/two-papers", test_two_papers);
  g_test_add_func ("/rules/contest/write/bonus-claimed-or-proposed", test_bonus);
  g_test_add_func ("/rules/contest/write/bonus-proposed-late", test_bonus_proposed_late);
  g_test_add_func ("/rules/contest/write/bonus-of-many-items", test_bonus_of_many_items);
  g_test_add_func ("/rules/contest/write/bonus-on-total", test_bonus_on_total);
  g_test_add_func ("/rules/contest/write/bonus-of-four-targets", test_bonus_of_four_targets);
  g_test_add_func ("/rules/contest/write/line-by-mean-of-campaign-or-post", test_line_by_mean);
  g_test_add_func ("/rules/contest/write/line-waits-for-marks", test_line_waits);
  g_test_add_func ("/rules/contest/write/line-of-each-full-mark", test_line_of_full);
  g_test_add_func ("/rules/contest/write/line-decided-afterwards", test_line_decided);
  g_test_add_func ("/rules/contest/write/line-decided-per-post", test_line_decided_per_post);
  g_test_add_func ("/rules/contest/write/line-for-some", test_line_for_some);
  g_test_add_func ("/rules/contest/write/exempt-and-direct", test_exempt_and_direct);
  g_test_add_func ("/rules/contest/write/post-without-written", test_post_without_written);
  g_test_add_func ("/rules/contest/write/last-tie-by-key", test_last_tie_by_key);
  g_test_add_func ("/rules/contest/write/shortage", test_shortage);
  g_test_add_func ("/rules/contest/write/leftover-moves", test_leftover);
  g_test_add_func ("/rules/contest/write/by-credential", test_credential);
  g_test_add_func ("/rules/contest/write/shortage-decided", test_shortage_decided);
  g_test_add_func ("/rules/contest/write/decided-and-moved", test_decided_and_moved);
  g_test_add_func ("/rules/contest/write/round-with-a-tie", test_round_with_tie);
  for (gsize i = 0; i < G_N_ELEMENTS (until_rows); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/contest/write/until/%s", until_rows[i].name);

      g_test_add_data_func (path, &until_rows[i], test_until);
    }
  g_test_add_func ("/rules/contest/write/substitution-rounds", test_rounds);
  g_test_add_func ("/rules/contest/write/substitution-causes", test_causes);
  g_test_add_func ("/rules/contest/write/recheck-finds-out", test_recheck);
  g_test_add_func ("/rules/contest/write/recheck-before-the-exam", test_recheck_before_written);
  g_test_add_func ("/rules/contest/write/order-of-departures", test_order_of_departures);

  for (gsize i = 0; i < G_N_ELEMENTS (sat_rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/contest/write/turnout/", sat_rows[i].name, NULL);

      g_test_add_data_func (path, &sat_rows[i], test_sat);
    }
  return g_test_run ();
}
