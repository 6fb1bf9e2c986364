/* test-contest-settle.c – as long as something of a post isn't known nobody of it is called.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-contest.h"

#include "kp-test.h"

#include <string.h>

typedef void (*Edit) (KpTestContest *t);

#define ENTRANT(i) (&t->entrants[i])

#define EDIT(name, ...) \
  static void \
  name (KpTestContest *t) \
  { \
    __VA_ARGS__; \
  }

static void
decide_opening (KpTestContest *t)
{
  t->scheme->quota.applies = TRUE;
  t->scheme->quota.ratio = kp_fraction_new (9, 1);
  t->scheme->quota.action = KP_QUOTA_DECIDE;
}

static void
decide_list (KpTestContest *t)
{
  t->scheme->shortlist.shortage = KP_SHORTAGE_DECIDE;
}

static void
decide (KpTestContest *t,
        gboolean       is_for_shortlist)
{
  t->places[0] = (KpPlacesDecision) { .post = "A", .has_places = TRUE, .places = 1, .is_for_shortlist = is_for_shortlist };
  t->decisions.n_places = 1;
}

/* Two at the last place of a list of three, and nothing parts them. */
static void
tie_last_place (KpTestContest *t)
{
  t->scheme->shortlist.last_tie = KP_LAST_TIE_BY_KEY;
  kp_shortlist_policy_set_ratio (&t->scheme->shortlist, kp_fraction_new (2, 1));
  ENTRANT (2)->papers[0] = ENTRANT (1)->papers[0];
}

static void
vote (KpTestContest *t)
{
  t->scheme->interview.lines.lone_when = KP_LONE_ALWAYS;
  t->scheme->interview.lines.vote = kp_fraction_new (2, 3);
  for (guint i = 0; i < 2; i++)
    {
      ENTRANT (i)->n_votes = 7;
      ENTRANT (i)->n_votes_for = 7;
    }
}

static void
formula_of_group (KpTestContest *t)
{
  KpSchemeTotalFor *own = kp_scheme_total_for_new ();

  kp_test_contest_add_total (t, "grid", 40, 60);
  own->group = kp_test_ask (KP_CONDITION_GRID_STAFF, NULL, NULL);
  own->total = g_strdup ("grid");
  g_ptr_array_add (kp_test_contest_post (t, "A")->total_for, own);
  ENTRANT (0)->facts.is_grid_staff = KP_TRUTH_NO;
  ENTRANT (1)->facts.is_grid_staff = KP_TRUTH_NO;
}

EDIT (nothing, (void) t)
EDIT (opening_decided, decide_opening (t); decide (t, FALSE))
EDIT (list_decided, decide_list (t); kp_shortlist_policy_set_ratio (&t->scheme->shortlist, kp_fraction_new (9, 1));
      decide (t, TRUE))
EDIT (list_undecided, decide_list (t); kp_shortlist_policy_set_ratio (&t->scheme->shortlist, kp_fraction_new (9, 1)))
EDIT (line_undecided, t->scheme->written.line.basis = KP_LINE_ON_PAPER; t->scheme->written.line.kind = KP_LINE_DECIDED)
EDIT (paper_missing, ENTRANT (2)->papers[0] = kp_test_mark (KP_TEST_NONE))
EDIT (paper_missing_of_a_leaver, paper_missing (t); kp_test_contest_leave (t, "003", 1, KP_STAGE_RECHECK, KP_CAUSE_WITHDREW))
EDIT (paper_absent, ENTRANT (2)->papers[0] = kp_test_mark (KP_TEST_ABSENT))
EDIT (mark_missing, ENTRANT (2)->interview = kp_test_mark (KP_TEST_NONE))
EDIT (mark_pending, ENTRANT (2)->interview.state = KP_MARK_PENDING)
EDIT (mark_missing_of_a_leaver, mark_missing (t);
      kp_test_contest_leave (t, "003", 1, KP_STAGE_INTERVIEW, KP_CAUSE_WITHDREW))
EDIT (mark_absent, ENTRANT (2)->interview = kp_test_mark (KP_TEST_ABSENT))
EDIT (voted, vote (t); ENTRANT (2)->n_votes = 7; ENTRANT (2)->n_votes_for = 4)
EDIT (formula_of_leaver, formula_of_group (t);
      kp_test_contest_leave (t, "003", 1, KP_STAGE_PHYSICAL, KP_CAUSE_WITHDREW))

typedef struct
{
  const char *name;
  Edit        edit;
  KpPending   pending;
  const char *finals; /* of 001 with 90, 002 with 80, 003 with 70; one place */
} Row;

static const Row rows[] = {
  { "nothing", nothing, KP_PENDING_NONE, "in out out" },
  { "opening-undecided", decide_opening, KP_PENDING_OPENING, "undecided undecided undecided" },
  { "opening-decided", opening_decided, KP_PENDING_NONE, "in out out" },
  { "list-undecided", list_undecided, KP_PENDING_SHORTLIST, "undecided undecided undecided" },
  { "list-decided", list_decided, KP_PENDING_NONE, "in out out" },
  { "list-long-enough", decide_list, KP_PENDING_NONE, "in out out" },
  { "line-undecided", line_undecided, KP_PENDING_LINE, "no_place no_place no_place" },
  { "last-place-undecided", tie_last_place, KP_PENDING_LAST_PLACE, "undecided no_place no_place" },
  { "paper-missing", paper_missing, KP_PENDING_WRITTEN, "undecided undecided no_place" },
  { "paper-missing-of-a-leaver", paper_missing_of_a_leaver, KP_PENDING_NONE, "in out left" },
  { "paper-absent", paper_absent, KP_PENDING_NONE, "in out no_place" },
  { "mark-missing", mark_missing, KP_PENDING_MARK, "undecided undecided undecided" },
  { "mark-pending", mark_pending, KP_PENDING_MARK, "undecided undecided undecided" },
  { "mark-missing-of-a-leaver", mark_missing_of_a_leaver, KP_PENDING_NONE, "in out no_place" },
  { "mark-absent", mark_absent, KP_PENDING_NONE, "in out no_place" },
  { "not-voted", vote, KP_PENDING_VOTE, "undecided undecided undecided" },
  { "voted", voted, KP_PENDING_NONE, "in out no_place" },
  { "formula-unknown", formula_of_group, KP_PENDING_FORMULA, "undecided undecided undecided" },
  { "formula-unknown-of-a-leaver", formula_of_leaver, KP_PENDING_NONE, "in out no_place" },
};

static void
test_row (gconstpointer data)
{
  const Row                *row = data;
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  const KpContestPost      *post;

  t->scheme->reserve.applies = TRUE;
  kp_test_contest_add (t, "001", "A", 9000, 9000);
  kp_test_contest_add (t, "002", "A", 8000, 8000);
  kp_test_contest_add (t, "003", "A", 7000, 7000);
  row->edit (t);
  kp_test_contest_run (t);
  post = kp_contest_get_post (t->contest, "A");
  g_assert_cmpint (post->pending, ==, row->pending);
  kp_test_contest_assert_finals (t, row->finals);
  kp_test_contest_assert_hired (t, row->pending == KP_PENDING_NONE ? "001" : "");
  g_assert_cmpint (kp_test_contest_get (t, "002")->is_in_reserve, ==, row->pending == KP_PENDING_NONE);
  if (row->pending != KP_PENDING_NONE)
    g_assert_nonnull (strstr (post->why, kp_pending_get_chinese (row->pending)));
}

/* 跨岗位递补: the best of a post that waits may be the best of all, so no place of another goes to anybody yet. */
static void
test_campaign_waits (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:2 C:1");

  t->scheme->substitution.from = KP_SUBSTITUTES_FROM_CAMPAIGN;
  kp_test_contest_add (t, "001", "A", 9000, 9000);
  kp_test_contest_add (t, "002", "A", 8000, KP_TEST_NONE);
  kp_test_contest_add (t, "003", "B", 7000, 7000);
  kp_test_contest_add (t, "004", "C", 7000, 7000);
  kp_test_contest_add (t, "005", "C", 7000, 6900);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "undecided undecided in in out");
  g_assert_nonnull (strstr (kp_contest_get_post (t->contest, "B")->why, "暂不跨岗位递补"));

  t->entrants[1].interview = kp_test_mark (5000);
  kp_test_contest_run (t);
  kp_test_contest_assert_finals (t, "in out in in substitute");
}

/* A place that may still be filled goes nowhere. */
static void
test_leftover_waits (void)
{
  static const KpLeftoverMoment moments[] = { KP_LEFTOVER_AT_SHORTLIST, KP_LEFTOVER_AT_INTERVIEW };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 V:2");

      kp_test_contest_post (t, "V")->track = KP_TRACK_VETERAN;
      t->scheme->leftover.at = moments[i];
      g_ptr_array_add (t->scheme->leftover.to, g_strdup ("A"));
      kp_test_contest_add (t, "001", "A", 9000, 9000);
      kp_test_contest_add (t, "002", "A", 8000, 8000);
      kp_test_contest_add (t, "003", "V", 7000, 7000);
      kp_test_contest_add (t, "004", "V", KP_TEST_NONE, 7000);
      kp_test_contest_run (t);
      g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 1);

      t->entrants[3].papers[0] = kp_test_mark (KP_TEST_ABSENT);
      kp_test_contest_run (t);
      g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 2);
      kp_test_contest_assert_hired (t, "001 002 003");
    }
}

/* 空缺名额由领导小组决定: until it has, neither the post that gives nor the one that may take calls anybody. */
static void
test_leftover_decided (void)
{
  static const KpLeftoverMoment moments[] = { KP_LEFTOVER_AT_SHORTLIST, KP_LEFTOVER_AT_INTERVIEW };
  const KpLeftoverGift          gift = { "A", 1 };
  const KpLeftoverDecision      decision = { "V", &gift, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1 V:2");

      kp_test_contest_post (t, "V")->track = KP_TRACK_VETERAN;
      t->scheme->leftover.at = moments[i];
      t->scheme->leftover.how = KP_MOVE_DECIDED;
      g_ptr_array_add (t->scheme->leftover.to, g_strdup ("A"));
      kp_test_contest_add (t, "001", "A", 9000, 9000);
      kp_test_contest_add (t, "002", "A", 8000, 8000);
      kp_test_contest_add (t, "003", "B", 7000, 7000);
      kp_test_contest_add (t, "004", "V", 7000, 7000);
      kp_test_contest_run (t);
      g_assert_cmpint (kp_contest_get_post (t->contest, "A")->pending, ==, KP_PENDING_LEFTOVER);
      g_assert_cmpint (kp_contest_get_post (t->contest, "B")->pending, ==, KP_PENDING_NONE);
      g_assert_cmpint (kp_contest_get_post (t->contest, "V")->pending, ==, KP_PENDING_LEFTOVER);
      kp_test_contest_assert_hired (t, "003");

      t->decisions.leftovers = &decision;
      t->decisions.n_leftovers = 1;
      kp_test_contest_run (t);
      g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 2);
      g_assert_cmpuint (kp_contest_get_post (t->contest, "V")->places, ==, 1);
      kp_test_contest_assert_hired (t, "001 002 003 004");
    }
}

/* The last word on somebody who left the list before the interview tells that he left, also when the re-check found it. */
static void
test_left_before (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  kp_test_contest_require (t, "education", kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "大专"), KP_CHECK_RECHECK);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const numbers[] = { "001", "002", "003", "004" };

      kp_test_contest_add (t, numbers[i], "A", 9000 - (gint) i * 100, 9000)->facts.education = i == 1 ? "高中" : "大专";
    }
  kp_test_contest_leave (t, "003", 2, KP_STAGE_RECHECK, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters enters enters substitute");
  kp_test_contest_assert_finals (t, "in left left out");
  g_assert_cmpuint (kp_test_contest_get (t, "002")->final.round, ==, 1);
  g_assert_cmpuint (kp_test_contest_get (t, "003")->final.round, ==, 2);
  g_assert_false (kp_test_contest_get (t, "003")->final.was_in);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/contest/settle/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules/contest/settle/campaign-waits", test_campaign_waits);
  g_test_add_func ("/rules/contest/settle/leftover-waits", test_leftover_waits);
  g_test_add_func ("/rules/contest/settle/leftover-decided", test_leftover_decided);
  g_test_add_func ("/rules/contest/settle/left-before-the-interview", test_left_before);

  return g_test_run ();
}
