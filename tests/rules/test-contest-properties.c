/* test-contest-properties.c – what holds of every campaign: asked of many random ones, always the same.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-contest.h"

#include "kp-test.h"

/* A campaign is a random scheme and random people of few different marks, so that ties are many; nearly every rule that a
 * scheme can state is rolled. What a property can't bear (a mean moves with everybody) is taken out again. */

#define N 40
#define N_CAMPAIGNS 300
#define N_DEPARTURES 14

static const char *const numbers[N + 1] = {
  "000", "919", "838", "757", "676", "595", "514", "433", "352", "271",
  "190", "109", "028", "947", "866", "785", "704", "623", "542", "461",
  "380", "299", "218", "137", "056", "975", "894", "813", "732", "651",
  "570", "489", "408", "327", "246", "165", "084", "003", "922", "841",
  "760",
};

static guint
roll (KpTestDice *dice,
      guint       n)
{
  return kp_test_dice_below (dice, n);
}

static gboolean
one_in (KpTestDice *dice,
        guint       n)
{
  return kp_test_dice_below (dice, n) == 0;
}

static void
roll_opening (KpTestDice *dice,
              KpScheme   *scheme)
{
  scheme->quota.applies = one_in (dice, 3);
  scheme->quota.ratio = kp_fraction_new (2 + roll (dice, 8), 1);
  scheme->quota.action = (KpQuotaAction) roll (dice, KP_QUOTA_N_ACTIONS - 1);
  scheme->quota.counts = (KpQuotaCounts) roll (dice, 2);
  scheme->quota.repost_days = roll (dice, 2);
  scheme->quota.freed = (KpQuotaFreed) roll (dice, 5);
  scheme->quota.receiver = (KpQuotaReceiver) roll (dice, 3);
  g_ptr_array_add (scheme->quota.freed_to, g_strdup ("C"));
  scheme->leftover.at = (KpLeftoverMoment) roll (dice, 3);
  scheme->leftover.from = (KpLeftoverFrom) roll (dice, 2);
  scheme->leftover.how = one_in (dice, 5) ? KP_MOVE_DECIDED : (KpMove) roll (dice, 2);
  g_ptr_array_add (scheme->leftover.to, g_strdup ("C"));
  g_ptr_array_add (scheme->leftover.to, g_strdup ("A"));
  scheme->registration.one_post = one_in (dice, 2);
}

static void
roll_line (KpTestDice *dice,
           KpLine     *line)
{
  line->basis = (KpLineBasis) roll (dice, KP_LINE_N_BASES);
  line->kind = (KpLineKind) roll (dice, KP_LINE_N_KINDS);
  line->per = (KpLinePer) roll (dice, KP_LINE_N_PERS);
  line->is_strict = one_in (dice, 2);
  line->value = line->kind == KP_LINE_FIXED ? KP_MARK (71, 0) : 0;
  line->share = line->kind == KP_LINE_SHARE_OF_FULL ? kp_fraction_new (71, 100) : kp_fraction_new (95, 100);
}

/* By which a list may be ordered: 3 and 2 points, together 5. */
static void
give_credential (KpScheme *scheme)
{
  scheme->credential.applies = TRUE;
  scheme->credential.cap = KP_MARK (20, 0);
  for (guint i = 0; i < 2; i++)
    {
      KpBonusItem *item = kp_bonus_item_new ();

      item->code = g_strdup (i == 0 ? "veteran" : "party");
      item->points = KP_MARK (3 - i, 0);
      item->condition = i == 0 ? kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL)
                               : kp_test_ask (KP_CONDITION_POLITICAL_IN, NULL, "中共党员");
      g_ptr_array_add (scheme->credential.table.items, item);
    }
}

static void
roll_written (KpTestDice    *dice,
              KpTestContest *t)
{
  KpScheme *scheme = t->scheme;

  kp_test_contest_add_paper (t, "02", 10 * (1 + roll (dice, 9)));
  scheme->written.rounds_papers = one_in (dice, 2);
  scheme->written.rounding = (KpRounding) roll (dice, KP_ROUNDING_N);
  roll_line (dice, &scheme->written.line);
  kp_test_contest_add_bonus (t, "veteran", 150, kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL));
  kp_test_contest_add_bonus (t, "party", 100, kp_test_ask (KP_CONDITION_POLITICAL_IN, NULL, "中共党员"));
  scheme->bonus.across = (KpBonusRule) roll (dice, 2);
  scheme->shortlist.tiers[0].ratio = kp_fraction_new (2 + roll (dice, 5), 2);
  scheme->shortlist.rounding = (KpRounding) roll (dice, KP_ROUNDING_N);
  scheme->shortlist.basis = (KpShortlistBasis) roll (dice, KP_SHORTLIST_N_BASES);
  if (scheme->shortlist.basis == KP_SHORTLIST_BY_CREDENTIAL)
    give_credential (scheme);
  scheme->shortlist.last_tie = (KpLastTie) roll (dice, 3);
  scheme->shortlist.refill = (KpRefill) roll (dice, 2);
  scheme->shortlist.max_rounds = roll (dice, 4);
  scheme->shortlist.shortage = (KpShortage) roll (dice, KP_N_SHORTAGES);
  scheme->shortlist.takes_all = one_in (dice, 8);
  g_ptr_array_add (scheme->shortlist.tie_keys, kp_tie_new (KP_TIE_PAPER_2));
  if (one_in (dice, 4))
    scheme->shortlist.direct = kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL);
  scheme->shortlist.direct_counts = one_in (dice, 2);
}

static void
roll_interview (KpTestDice *dice,
                KpScheme   *scheme)
{
  KpInterviewLines *lines = &scheme->interview.lines;

  scheme->interview.correction.method = (KpCorrectionMethod) roll (dice, 3);
  scheme->interview.correction.min_in_room = 1 + roll (dice, 2);
  lines->has_line = one_in (dice, 2);
  lines->line = KP_MARK (71, 0);
  lines->has_lone_line = one_in (dice, 3);
  lines->lone_line = KP_MARK (74, 0);
  lines->lone_when = (KpLoneWhen) roll (dice, 2);
  lines->mean = (KpLineMean) roll (dice, 4);
  lines->on = (KpLineMark) roll (dice, 2);
}

static void
roll_total (KpTestDice    *dice,
            KpTotalPolicy *policy)
{
  static const KpTieField fields[] = { KP_TIE_INTERVIEW, KP_TIE_WRITTEN_WITH_BONUS, KP_TIE_VETERAN, KP_TIE_PAPER_2,
                                       KP_TIE_EXTENDED_DECIMALS, KP_TIE_EXTRA_TEST, KP_TIE_YOUNGER };
  const guint             written = 1 + roll (dice, 9);

  policy->weights[KP_PART_WRITTEN] = kp_fraction_new (written, 10);
  policy->weights[KP_PART_INTERVIEW] = kp_fraction_new (10 - written, 10);
  policy->decimals = roll (dice, 3);
  policy->rounding = (KpRounding) roll (dice, KP_ROUNDING_N);
  policy->rounds_parts = one_in (dice, 2);
  policy->has_line = one_in (dice, 4);
  policy->line = KP_MARK (71, 0);
  g_ptr_array_set_size (policy->ties, 0);
  for (guint i = roll (dice, 4); i > 0; i--)
    g_ptr_array_add (policy->ties, kp_tie_new (fields[roll (dice, G_N_ELEMENTS (fields))]));
}

static void
roll_end (KpTestDice *dice,
          KpScheme   *scheme)
{
  KpSubstitutionRule *rule = kp_substitution_rule_new ();

  scheme->physical.policy.ratio = kp_fraction_new (2 + roll (dice, 2), 2);
  scheme->physical.policy.max_rounds = roll (dice, 4);
  scheme->substitution.shortlist = (KpUntil) roll (dice, KP_UNTIL_INTERVIEW + 1);
  scheme->substitution.final = (KpUntil) roll (dice, KP_N_UNTILS);
  scheme->substitution.from = (KpSubstitutesFrom) roll (dice, 2);
  rule->stages[0] = KP_STAGE_PHYSICAL;
  rule->n_stages = 1;
  rule->is_allowed = !one_in (dice, 4);
  rule->max_times = roll (dice, 2);
  g_ptr_array_add (scheme->substitution.rules, rule);
  scheme->reserve.applies = one_in (dice, 2);
  scheme->choice.policy.applies = one_in (dice, 2);
  scheme->choice.policy.among = (KpChoiceAmong) roll (dice, 2);
}

static KpTestContest *
roll_scheme (KpTestDice *dice)
{
  static const guint checks[] = { KP_CHECK_REVIEW, KP_CHECK_RECHECK, KP_CHECK_BACKGROUND };
  KpTestContest     *t = kp_test_contest_new ("A:2 B:1 C:3");

  for (guint i = 0; i < t->scheme->posts->len; i++)
    {
      KpSchemePost *post = g_ptr_array_index (t->scheme->posts, i);

      post->places = 1 + roll (dice, 4);
      post->track = one_in (dice, 2) ? KP_TRACK_OPEN : KP_TRACK_VETERAN;
    }
  kp_test_contest_require (t, "education", kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "大专"),
                           checks[roll (dice, 3)]);
  kp_test_contest_post (t, "C")->is_quota_exempt = one_in (dice, 2);
  roll_opening (dice, t->scheme);
  roll_written (dice, t);
  roll_interview (dice, t->scheme);
  roll_total (dice, &kp_test_contest_total (t)->policy);
  roll_end (dice, t->scheme);
  t->decisions.has_line = one_in (dice, 2);
  t->decisions.line = KP_MARK (72, 0);

  return t;
}

static gint
roll_mark (KpTestDice *dice)
{
  if (one_in (dice, 25))
    return KP_TEST_ABSENT;
  if (one_in (dice, 60))
    return KP_TEST_BREACH;
  if (one_in (dice, 250)) /* one is enough to keep a post waiting */
    return KP_TEST_NONE;

  return 7000 + 200 * (gint) roll (dice, 5);
}

static void
roll_people (KpTestDice    *dice,
             KpTestContest *t)
{
  static const char *const posts[] = { "A", "A", "B", "C", "C", "Z" };
  static const char *const choices[] = { "B", "A", "C" };

  for (guint i = 0; i < N; i++)
    {
      /* One throw a statement: the order within an argument list is the compiler's. */
      const gint  interview = roll_mark (dice);
      const gint  written = roll_mark (dice);
      const char *post = posts[roll (dice, one_in (dice, 4) ? 6 : 5)];
      KpEntrant  *entrant = kp_test_contest_add (t, numbers[i], post, written, interview);

      entrant->papers[1] = kp_test_mark (roll_mark (dice));
      entrant->room = 1 + roll (dice, 2);
      entrant->day = kp_date_make (2026, 5, 1 + roll (dice, 2));
      entrant->extra_test = one_in (dice, 2) ? KP_FRACTION_UNKNOWN : kp_fraction_new (roll (dice, 3), 1);
      entrant->facts.education = one_in (dice, 6) ? "高中" : "大专";
      entrant->facts.political = one_in (dice, 3) ? "中共党员" : "群众";
      entrant->facts.is_veteran = one_in (dice, 4) ? KP_TRUTH_YES : KP_TRUTH_NO;
      entrant->facts.birth = kp_date_make (1990 + (gint) roll (dice, 3), 1, 1);
      entrant->has_paid = one_in (dice, 2);
      entrant->same_as = i > 0 && one_in (dice, 20) ? numbers[roll (dice, i)] : NULL;
      entrant->choices = choices + roll (dice, 2);
      entrant->n_choices = 2;
    }
}

static void
roll_departures (KpTestDice    *dice,
                 KpTestContest *t)
{
  static const KpStage stages[] = { KP_STAGE_REGISTRATION, KP_STAGE_RECHECK, KP_STAGE_INTERVIEW,
                                    KP_STAGE_PHYSICAL, KP_STAGE_BACKGROUND, KP_STAGE_PUBLICITY };

  for (guint i = 0; i < N_DEPARTURES; i++)
    {
      const char *number = numbers[roll (dice, N)];

      if (one_in (dice, 4))
        {
          kp_test_contest_repost (t, number, "C");
        }
      else
        {
          const KpCause cause = (KpCause) roll (dice, KP_N_CAUSES);
          const KpStage stage = stages[roll (dice, G_N_ELEMENTS (stages))];

          kp_test_contest_leave (t, number, 1 + roll (dice, 3), stage, cause);
        }
    }
}

/* Of all that was rolled; the dice of the next campaign fall as if nothing had been added here. */
static void
roll_direct (KpTestDice     dice,
             KpTestContest *t)
{
  KpDirectHirePolicy *direct = &t->scheme->direct_hire;

  direct->most = roll (&dice, 3);
  direct->left = (KpDirectLeft) roll (&dice, KP_N_DIRECT_LEFTS);
  if (one_in (&dice, 2))
    g_ptr_array_add (direct->posts, g_strdup ("A"));
  if (one_in (&dice, 4))
    direct->when = kp_test_ask (KP_CONDITION_POLITICAL_IN, NULL, "中共党员");
  for (guint i = 0; i < t->n; i++)
    t->entrants[i].direct_decision
        = one_in (&dice, 40) ? KP_FRACTION_UNKNOWN : kp_fraction_new (1 + roll (&dice, 30), 1);
}

static KpTestContest *
roll_campaign (KpTestDice *dice)
{
  KpTestContest *t = roll_scheme (dice);

  roll_people (dice, t);
  roll_departures (dice, t);
  roll_direct (*dice, t);

  return t;
}

static KpContest *
run (const KpTestContest *t)
{
  return kp_contest_run (t->scheme, t->entrants, t->n, t->departures, t->n_departures, &t->decisions);
}

static void
assert_same_fraction (KpFraction a,
                      KpFraction b)
{
  g_assert_cmpint (a.num, ==, b.num);
  g_assert_cmpint (a.den, ==, b.den);
}

static void
assert_same_mark (KpStatedMark a,
                  KpStatedMark b)
{
  g_assert_cmpint (a.state, ==, b.state);
  g_assert_cmpint (a.mark, ==, b.mark);
}

static void
assert_same_place (const KpRankPlace *a,
                   const KpRankPlace *b)
{
  g_assert_cmpuint (a->place, ==, b->place);
  g_assert_cmpuint (a->n_sharing, ==, b->n_sharing);
  g_assert_cmpuint (a->decided_by, ==, b->decided_by);
  g_assert_cmpuint (a->waits_for, ==, b->waits_for);
  g_assert_cmpint (a->is_undecided, ==, b->is_undecided);
}

static void
assert_same_list (const KpContestResult *a,
                  const KpContestResult *b)
{
  g_assert_cmpint (a->shortlist.verdict, ==, b->shortlist.verdict);
  g_assert_cmpuint (a->shortlist.round, ==, b->shortlist.round);
  assert_same_place (&a->shortlist.place, &b->shortlist.place);
  g_assert_cmpint (a->is_interviewed, ==, b->is_interviewed);
}

static void
assert_same_end (const KpContestResult *a,
                 const KpContestResult *b)
{
  g_assert_true (a->formula == b->formula);
  g_assert_cmpint (a->total.standing, ==, b->total.standing);
  assert_same_place (&a->total.place, &b->total.place);
  g_assert_cmpint (a->final.verdict, ==, b->final.verdict);
  g_assert_cmpuint (a->final.round, ==, b->final.round);
  g_assert_cmpuint (a->final.post, ==, b->final.post);
  g_assert_cmpint (a->final.was_in, ==, b->final.was_in);
  g_assert_cmpint (a->is_hired, ==, b->is_hired);
  g_assert_cmpint (a->is_in_reserve, ==, b->is_in_reserve);
  g_assert_cmpstr (a->chosen, ==, b->chosen);
}

static void
assert_same_result (const KpContestResult *a,
                    const KpContestResult *b)
{
  g_assert_true (a->post == b->post);
  g_assert_cmpint (a->review, ==, b->review);
  g_assert_cmpint (a->is_registered_twice, ==, b->is_registered_twice);
  g_assert_cmpint (a->has_left, ==, b->has_left);
  g_assert_cmpint (a->left.stage, ==, b->left.stage);
  g_assert_cmpint (a->left.cause, ==, b->left.cause);
  g_assert_cmpint (a->direct, ==, b->direct);
  g_assert_cmpint (a->written.state, ==, b->written.state);
  g_assert_cmpint (a->bonus, ==, b->bonus);
  assert_same_fraction (a->with_bonus, b->with_bonus);
  assert_same_list (a, b);
  assert_same_mark (a->raw, b->raw);
  assert_same_fraction (a->coefficient, b->coefficient);
  assert_same_mark (a->interview, b->interview);
  assert_same_fraction (a->line.line, b->line.line);
  g_assert_cmpint (a->line.is_lone, ==, b->line.is_lone);
  g_assert_cmpint (a->total.total, ==, b->total.total);
  assert_same_end (a, b);
}

static void
assert_same_posts (const KpContest *a,
                   const KpContest *b)
{
  for (guint i = 0; i < a->posts->len; i++)
    {
      const KpContestPost *first = g_ptr_array_index (a->posts, i);
      const KpContestPost *second = g_ptr_array_index (b->posts, i);

      g_assert_cmpint (first->opening, ==, second->opening);
      g_assert_cmpuint (first->places, ==, second->places);
      g_assert_cmpuint (first->n_direct, ==, second->n_direct);
      g_assert_cmpint (first->is_direct_open, ==, second->is_direct_open);
      g_assert_cmpint (first->line, ==, second->line);
      g_assert_cmpint (first->is_line_open, ==, second->is_line_open);
      g_assert_cmpuint (first->shortlist.n_entered, ==, second->shortlist.n_entered);
      g_assert_cmpint (first->correction, ==, second->correction);
      g_assert_cmpuint (first->n_called, ==, second->n_called);
      g_assert_cmpuint (first->n_empty, ==, second->n_empty);
    }
}

static void
assert_same_reasons (const KpContest *a,
                     const KpContest *b)
{
  for (guint i = 0; i < a->posts->len; i++)
    g_assert_cmpstr (((const KpContestPost *) g_ptr_array_index (a->posts, i))->why, ==,
                     ((const KpContestPost *) g_ptr_array_index (b->posts, i))->why);
}

/* at[i] is where the i-th goes. */
static void
roll_order (KpTestDice *dice,
            guint      *at,
            guint       n)
{
  for (guint i = 0; i < n; i++)
    at[i] = i;
  for (guint i = n - 1; i > 0; i--)
    {
      const guint j = roll (dice, i + 1), moved = at[i];

      at[i] = at[j];
      at[j] = moved;
    }
}

typedef void (*Property) (KpTestDice    *dice,
                          KpTestContest *t);

static void
test_property (gconstpointer data)
{
  const Property *property = data;
  KpTestDice      dice = { 20261128 };

  for (guint i = 0; i < N_CAMPAIGNS; i++)
    {
      g_autoptr (KpTestContest) t = roll_campaign (&dice);

      (*property) (&dice, t);
    }
}

static void
runs_alike (G_GNUC_UNUSED KpTestDice *dice,
            KpTestContest            *t)
{
  g_autoptr (KpContest) first = run (t);
  g_autoptr (KpContest) second = run (t);

  for (guint i = 0; i < t->n; i++)
    assert_same_result (&first->results[i], &second->results[i]);
  assert_same_posts (first, second);
  assert_same_reasons (first, second);
}

/* Who stands where in the input, and in which order departures were entered, is nothing. */
static void
shuffled_alike (KpTestDice    *dice,
                KpTestContest *t)
{
  g_autoptr (KpContest) before = run (t);
  g_autoptr (KpContest) after = NULL;
  KpEntrant             entrants[N];
  KpDeparture           departures[N_DEPARTURES];
  guint                 at[N], departs_at[N_DEPARTURES];

  roll_order (dice, at, N);
  roll_order (dice, departs_at, N_DEPARTURES);
  for (guint i = 0; i < N; i++)
    entrants[at[i]] = t->entrants[i];
  for (guint i = 0; i < N_DEPARTURES; i++)
    {
      departures[departs_at[i]] = t->departures[i];
      departures[departs_at[i]].entrant = at[t->departures[i].entrant];
    }
  after = kp_contest_run (t->scheme, entrants, N, departures, N_DEPARTURES, &t->decisions);
  for (guint i = 0; i < N; i++)
    assert_same_result (&before->results[i], &after->results[at[i]]);
  assert_same_posts (before, after);
  assert_same_reasons (before, after);
}

/* Numbers name, they never decide. */
static void
renamed_alike (KpTestDice    *dice,
               KpTestContest *t)
{
  g_autoptr (KpContest) before = run (t);
  g_autoptr (KpContest) after = NULL;
  guint                 at[N];

  roll_order (dice, at, N);
  for (guint i = 0; i < N; i++)
    {
      const char *twin = t->entrants[i].same_as;

      t->entrants[i].number = numbers[at[i]];
      for (guint j = 0; twin != NULL && j < N; j++)
        if (g_strcmp0 (twin, numbers[j]) == 0)
          t->entrants[i].same_as = numbers[at[j]];
    }
  after = run (t);
  for (guint i = 0; i < N; i++)
    assert_same_result (&before->results[i], &after->results[i]);
  assert_same_posts (before, after);
  assert_same_reasons (before, after);
}

static void
absent_changes_nobody (G_GNUC_UNUSED KpTestDice *dice,
                       KpTestContest            *t)
{
  g_autoptr (KpContest) before = NULL;
  g_autoptr (KpContest) after = NULL;
  KpEntrant            *absent;

  t->scheme->quota.applies = FALSE;
  before = run (t);
  absent = kp_test_contest_add (t, numbers[N], "A", KP_TEST_ABSENT, KP_TEST_ABSENT);
  absent->papers[1] = kp_test_mark (KP_TEST_ABSENT);
  absent->facts.education = "本科";
  absent->facts.is_veteran = KP_TRUTH_YES;
  after = run (t);
  for (guint i = 0; i < N; i++)
    assert_same_result (&before->results[i], &after->results[i]);
  assert_same_posts (before, after);
}

/* Everything that moves with the number of people, or with their mean, is taken out. */
static void
still (KpTestContest *t)
{
  KpScheme *scheme = t->scheme;

  scheme->quota.applies = FALSE;
  scheme->leftover.at = KP_LEFTOVER_NEVER;
  scheme->written.line.basis = KP_LINE_NONE;
  scheme->shortlist.shortage = KP_SHORTAGE_TAKE_ALL;
  if (scheme->shortlist.basis == KP_SHORTLIST_BY_CREDENTIAL) /* nobody can be behind those who have no points */
    scheme->shortlist.basis = KP_SHORTLIST_BY_WITH_BONUS;
  scheme->interview.correction.method = KP_CORRECTION_NONE;
  scheme->interview.lines.has_lone_line = FALSE;
  scheme->interview.lines.mean = KP_LINE_MEAN_NONE;
  scheme->substitution.from = KP_SUBSTITUTES_FROM_POST;
}

/* Whoever is behind everybody takes nothing from anybody. */
static void
loser_changes_nobody (G_GNUC_UNUSED KpTestDice *dice,
                      KpTestContest            *t)
{
  g_autoptr (KpContest) before = NULL;
  g_autoptr (KpContest) after = NULL;
  KpEntrant            *loser;

  still (t);
  before = run (t);
  loser = kp_test_contest_add (t, numbers[N], "A", 1000, 1000);
  loser->papers[1] = kp_test_mark (1000);
  loser->facts.education = "本科";
  loser->facts.political = "群众";
  loser->facts.is_veteran = KP_TRUTH_NO;
  loser->facts.birth = kp_date_make (1980, 1, 1);
  after = run (t);
  for (guint i = 0; i < N; i++)
    {
      assert_same_list (&before->results[i], &after->results[i]);
      assert_same_end (&before->results[i], &after->results[i]);
    }
}

/* 200 points more for everybody move every total by an even number, so that no rounding sees them. */
static void
shifted_alike (G_GNUC_UNUSED KpTestDice *dice,
               KpTestContest            *t)
{
  g_autoptr (KpContest) before = NULL;
  g_autoptr (KpContest) after = NULL;

  still (t);
  kp_test_contest_total (t)->policy.has_line = FALSE;
  before = run (t);
  for (guint i = 0; i < N; i++)
    if (t->entrants[i].papers[0].state == KP_MARK_PRESENT)
      t->entrants[i].papers[0].mark += KP_MARK (200, 0);
  after = run (t);
  for (guint i = 0; i < N; i++)
    {
      assert_same_list (&before->results[i], &after->results[i]);
      assert_same_end (&before->results[i], &after->results[i]);
    }
}

/* Two who are equal in everything fare alike, and nobody guesses between them. */
static void
equals_fare_alike (KpTestDice    *dice,
                   KpTestContest *t)
{
  g_autoptr (KpContest)  contest = NULL;
  guint                  first = roll (dice, N), second = (first + 1 + roll (dice, N - 1)) % N;
  guint                  n = 0;
  const KpContestResult *a, *b;

  for (guint i = 0; i < N; i++)
    t->entrants[i].same_as = NULL;
  for (guint i = 0; i < N_DEPARTURES; i++)
    if (t->departures[i].entrant != first && t->departures[i].entrant != second)
      t->departures[n++] = t->departures[i];
  t->n_departures = n;
  t->entrants[second] = t->entrants[first];
  t->entrants[second].number = numbers[second];
  contest = run (t);
  a = &contest->results[first];
  b = &contest->results[second];
  assert_same_result (a, b);
  if (a->total.place.place > 0)
    {
      g_assert_true (a->total.place.is_undecided || a->direct == KP_DIRECT_HIRED);
      g_assert_cmpuint (a->total.place.n_sharing, >=, 2);
    }
  g_assert_null (a->chosen);
}

/* The n-th place is held by those who have n − 1 before them; who is hired without exam has places of his own. */
static void
places_count (G_GNUC_UNUSED KpTestDice *dice,
              KpTestContest            *t)
{
  g_autoptr (KpContest) contest = run (t);

  for (guint i = 0; i < N; i++)
    {
      const KpContestResult *own = &contest->results[i];
      guint                  n_listed = 1, n_ranked = 1;

      for (guint j = 0; j < N; j++)
        {
          const KpContestResult *other = &contest->results[j];

          if (other->post != own->post)
            continue;
          n_listed += other->shortlist.place.place > 0 && other->shortlist.place.place < own->shortlist.place.place;
          n_ranked += (other->direct == KP_DIRECT_HIRED) == (own->direct == KP_DIRECT_HIRED) && other->total.place.place > 0 && other->total.place.place < own->total.place.place;
        }
      if (own->shortlist.place.place > 0)
        g_assert_cmpuint (own->shortlist.place.place, ==, n_listed);
      if (own->total.place.place > 0)
        g_assert_cmpuint (own->total.place.place, ==, n_ranked);
    }
}

/* No place appears from nowhere, and none is given twice. */
static void
places_are_kept (G_GNUC_UNUSED KpTestDice *dice,
                 KpTestContest            *t)
{
  g_autoptr (KpContest) contest = run (t);
  guint                 n_hired[3] = { 0 }, n_chosen[3] = { 0 };
  guint                 planned = 0, left = 0;

  for (guint i = 0; i < N; i++)
    {
      const KpContestResult *result = &contest->results[i];

      n_hired[result->final.post] += result->is_hired;
      for (guint j = 0; j < 3; j++)
        n_chosen[j] += g_strcmp0 (result->chosen, ((KpContestPost *) contest->posts->pdata[j])->post->code) == 0;
      g_assert_false (result->is_hired && result->final.verdict == KP_FINAL_LEFT);
      g_assert_false (result->is_hired && result->total.place.place == 0);
      g_assert_false (result->is_hired && !result->is_interviewed && result->direct != KP_DIRECT_HIRED);
      g_assert_true (result->chosen == NULL || result->is_hired);
    }
  for (guint i = 0; i < 3; i++)
    {
      const KpContestPost *post = g_ptr_array_index (contest->posts, i);

      g_assert_cmpuint (n_hired[i], <=, post->places);
      g_assert_cmpuint (n_hired[i] + post->n_empty, ==, post->places);
      g_assert_cmpuint (n_chosen[i], <=, post->places);
      planned += post->post->places;
      left += post->places;
    }
  g_assert_cmpuint (left, <=, planned);
}

static guint
get_index (const KpContest       *contest,
           const KpContestResult *result)
{
  return kp_contest_get_post (contest, result->post->code)->index;
}

/* Who is hired without exam stands before everybody with a total. */
static guint
get_final_place (const KpContest       *contest,
                 const KpContestResult *result)
{
  const guint n_before = result->direct == KP_DIRECT_HIRED ? 0 : kp_contest_get_post (contest, result->post->code)->n_direct;

  return result->total.place.place > 0 ? result->total.place.place + n_before : 0;
}

/* For a place of their own post nobody is hired before somebody who has the better place, stayed, and isn't hired; who may
 * choose between two posts keeps a place of each. */
static void
better_is_hired_first (G_GNUC_UNUSED KpTestDice *dice,
                       KpTestContest            *t)
{
  g_autoptr (KpContest) contest = run (t);

  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < N; j++)
      {
        const KpContestResult *better = &contest->results[i];
        const KpContestResult *worse = &contest->results[j];

        if (better->post != worse->post || better->total.place.place == 0 || !worse->is_hired
            || get_final_place (contest, better) >= get_final_place (contest, worse) || worse->final.post != get_index (contest, worse))
          continue;
        g_assert_true (better->is_hired || better->is_held_twice || better->final.verdict == KP_FINAL_LEFT);
      }
}

/* One person takes one place, whatever the scheme says of several registrations, and waits in no pool besides. */
static void
nobody_is_hired_twice (G_GNUC_UNUSED KpTestDice *dice,
                       KpTestContest            *t)
{
  g_autoptr (KpContest) contest = run (t);

  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < N; j++)
      {
        const KpContestResult *own = &contest->results[i];
        const KpContestResult *twin = &contest->results[j];

        if (i == j || g_strcmp0 (t->entrants[i].same_as, t->entrants[j].number) != 0)
          continue;
        g_assert_false (own->is_hired && twin->is_hired);
        g_assert_false (own->is_hired && twin->is_in_reserve);
        g_assert_false (twin->is_hired && own->is_in_reserve);
      }
}

/* Nobody is hired without exam whom the rule doesn't name, or who sat it; nobody at all before it is known who is. */
static void
direct_keep_places (G_GNUC_UNUSED KpTestDice *dice,
                    KpTestContest            *t)
{
  g_autoptr (KpContest) contest = run (t);
  guint                 n_direct[3] = { 0 };

  for (guint i = 0; i < N; i++)
    {
      const KpContestResult *result = &contest->results[i];
      const KpContestPost   *post = result->post != NULL ? kp_contest_get_post (contest, result->post->code) : NULL;

      g_assert_false (result->direct != KP_DIRECT_NONE
                      && (result->review != KP_REVIEW_PASS || contest->facts[i].political == NULL
                          || !g_str_equal (contest->facts[i].political, "中共党员")));
      g_assert_false (result->direct != KP_DIRECT_NONE && result->direct != KP_DIRECT_LEFT && result->is_interviewed);
      g_assert_false (result->direct == KP_DIRECT_LEFT && result->is_interviewed
                      && t->scheme->direct_hire.left == KP_DIRECT_LEFT_OUT);
      g_assert_false (post != NULL && post->is_direct_open && result->is_hired && result->final.post == post->index);
      if (result->direct == KP_DIRECT_HIRED)
        n_direct[post->index]++;
    }
  for (guint i = 0; i < 3; i++)
    {
      const KpContestPost *post = g_ptr_array_index (contest->posts, i);

      g_assert_cmpuint (n_direct[i], <=, post->n_direct);
      if (!post->is_direct_open)
        g_assert_cmpuint (n_direct[i], ==, post->n_direct);
      if (t->scheme->direct_hire.most > 0)
        g_assert_cmpuint (n_direct[i], <=, t->scheme->direct_hire.most);
    }
}

/* The properties say something only where the dice reach what they speak of. */
static void
test_dice_reach (void)
{
  KpTestDice dice = { 20261128 };
  guint      lists[KP_SHORTLIST_N_VERDICTS] = { 0 }, finals[KP_N_FINAL_VERDICTS] = { 0 };
  guint      standings[KP_N_STANDINGS] = { 0 }, openings[KP_QUOTA_N_OUTCOMES] = { 0 };
  guint      directs[KP_N_DIRECT_VERDICTS] = { 0 };
  guint      n_called_elsewhere = 0, n_moved = 0, n_chosen = 0, n_corrected = 0;

  for (guint c = 0; c < N_CAMPAIGNS; c++)
    {
      g_autoptr (KpTestContest) t = roll_campaign (&dice);
      g_autoptr (KpContest)     contest = run (t);

      for (guint i = 0; i < N; i++)
        {
          const KpContestResult *result = &contest->results[i];

          lists[result->shortlist.verdict]++;
          finals[result->final.verdict]++;
          standings[result->total.standing] += result->formula != NULL || result->direct != KP_DIRECT_NONE;
          directs[result->direct]++;
          n_called_elsewhere += result->is_hired && result->final.post != get_index (contest, result);
          n_moved += result->post != NULL && g_strcmp0 (result->post->code, t->entrants[i].post) != 0;
          n_chosen += result->chosen != NULL;
        }
      for (guint i = 0; i < contest->posts->len; i++)
        {
          openings[((const KpContestPost *) g_ptr_array_index (contest->posts, i))->opening]++;
          n_corrected += ((const KpContestPost *) g_ptr_array_index (contest->posts, i))->correction == KP_CORRECTION_APPLIED;
        }
    }
  for (guint i = 0; i < KP_SHORTLIST_N_VERDICTS; i++)
    g_assert_true (lists[i] > 10 || i == KP_SHORTLIST_ZERO);
  for (guint i = 0; i < KP_N_FINAL_VERDICTS; i++)
    g_assert_cmpuint (finals[i], >, 10);
  for (guint i = 0; i < KP_N_STANDINGS; i++)
    g_assert_cmpuint (standings[i], >, 5);
  for (guint i = 0; i < KP_N_DIRECT_VERDICTS; i++)
    g_assert_cmpuint (directs[i], >, 10);
  for (guint i = 0; i < KP_QUOTA_UNDECIDED; i++)
    g_assert_cmpuint (openings[i], >, 10);
  g_assert_cmpuint (n_called_elsewhere, >, 10);
  g_assert_cmpuint (n_moved, >, 10);
  g_assert_cmpuint (n_chosen, >, 10);
  g_assert_cmpuint (n_corrected, >, 10);
}

static const Property properties[] = { runs_alike,      shuffled_alike, renamed_alike,
                                       absent_changes_nobody, loser_changes_nobody, shifted_alike,
                                       equals_fare_alike, places_count, places_are_kept,
                                       better_is_hired_first, nobody_is_hired_twice, direct_keep_places };
static const char *const names[] = { "runs-alike",      "shuffled-alike", "renamed-alike",
                                     "absent-changes-nobody", "loser-changes-nobody", "shifted-alike",
                                     "equals-fare-alike", "places-count", "places-are-kept",
                                     "better-is-hired-first", "nobody-is-hired-twice", "direct-keep-places" };

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/contest/properties/%s", names[i]);

      g_test_add_data_func (path, &properties[i], test_property);
    }
  g_test_add_func ("/rules/contest/properties/dice-reach-everything", test_dice_reach);

  return g_test_run ();
}
