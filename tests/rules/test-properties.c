/* test-properties.c – what holds in every campaign: asked of many random ones, always the same.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-substitution.h"
#include "kp-total.h"

#include "kp-test.h"

/* A campaign is a random scheme (weights, decimals, tie order, rule of places) and random people of few different marks,
 * so that ties are many. */

#define N 40
#define N_CAMPAIGNS 200
#define N_POSTS 3

typedef struct
{
  KpTotalPolicy policy;
  KpCandidateFacts facts[N + 1];
  KpTotalCandidate candidates[N + 1];
} Campaign;

static void
campaign_clear (Campaign *campaign)
{
  kp_total_policy_clear (&campaign->policy);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Campaign, campaign_clear)

static const KpTieField fields[] = { KP_TIE_INTERVIEW,         KP_TIE_WRITTEN_WITH_BONUS, KP_TIE_VETERAN,
                                     KP_TIE_EXTENDED_DECIMALS, KP_TIE_EXTRA_TEST,         KP_TIE_YOUNGER };

static void
roll_policy (KpTestDice *dice,
             KpTotalPolicy *policy)
{
  const guint written = kp_test_dice_below (dice, 11);

  kp_total_policy_init (policy);
  policy->weights[KP_PART_WRITTEN] = kp_fraction_new (written, 10);
  policy->weights[KP_PART_INTERVIEW] = kp_fraction_new (10 - written, 10);
  policy->decimals = kp_test_dice_below (dice, 3);
  policy->rounding = (KpRounding) kp_test_dice_below (dice, KP_ROUNDING_N);
  policy->rounds_parts = kp_test_dice_below (dice, 2) == 0;
  policy->place_rule = (KpPlaceRule) kp_test_dice_below (dice, 2);
  g_ptr_array_set_size (policy->ties, 0);
  for (guint i = kp_test_dice_below (dice, 4); i > 0; i--)
    g_ptr_array_add (policy->ties, kp_tie_new (fields[kp_test_dice_below (dice, G_N_ELEMENTS (fields))]));
}

static void
fill (const KpTotalPolicy *policy,
      const KpCandidateFacts *facts,
      KpFraction written,
      KpFraction interview,
      KpFraction extra_test,
      KpTotalCandidate *candidate)
{
  const KpTieSource source = { .facts = facts, .written_with_bonus = written, .interview = interview,
                               .extra_test = extra_test };

  *candidate = (KpTotalCandidate) { .standing = KP_STANDING_RANKED };
  candidate->parts[KP_PART_WRITTEN] = written;
  candidate->parts[KP_PART_INTERVIEW] = interview;
  kp_total_policy_measure (policy, &source, candidate->ties);
}

static KpFraction
roll_mark (KpTestDice *dice)
{
  return kp_fraction_new (7000 + 25 * kp_test_dice_below (dice, 12), 100);
}

static void
roll (KpTestDice *dice,
      Campaign *campaign)
{
  roll_policy (dice, &campaign->policy);
  for (guint i = 0; i < N; i++)
    {
      const KpFraction extra
          = kp_test_dice_below (dice, 2) == 0 ? KP_FRACTION_UNKNOWN : kp_fraction_new (kp_test_dice_below (dice, 3), 1);

      campaign->facts[i] = (KpCandidateFacts) {
        .is_veteran = (KpTruth) kp_test_dice_below (dice, 3),
        .birth = { 1990 + (gint) kp_test_dice_below (dice, 3), 1, 1 },
      };
      fill (&campaign->policy, &campaign->facts[i], roll_mark (dice), roll_mark (dice), extra,
            &campaign->candidates[i]);
    }
  fill (&campaign->policy, &campaign->facts[N], KP_FRACTION_ONE, KP_FRACTION_ONE, KP_FRACTION_UNKNOWN,
        &campaign->candidates[N]);
}

static void
shuffle (KpTestDice *dice,
         guint *at)
{
  for (guint i = 0; i < N; i++)
    at[i] = i;
  for (guint i = N - 1; i > 0; i--)
    {
      const guint j = kp_test_dice_below (dice, i + 1), moved = at[i];

      at[i] = at[j];
      at[j] = moved;
    }
}

static void
assert_same_place (const KpTotalResult *a,
                   const KpTotalResult *b)
{
  g_assert_cmpuint (a->place.place, ==, b->place.place);
  g_assert_cmpuint (a->place.n_sharing, ==, b->place.n_sharing);
  g_assert_cmpuint (a->place.decided_by, ==, b->place.decided_by);
  g_assert_cmpint (a->place.is_undecided, ==, b->place.is_undecided);
}

/* In whatever order they are entered. */
static void
test_shuffling_changes_nothing (void)
{
  KpTestDice dice = { 11 };

  for (guint round = 0; round < N_CAMPAIGNS; round++)
    {
      g_auto (Campaign) campaign = { 0 };
      KpTotalCandidate moved[N];
      KpTotalResult results[N], again[N];
      guint at[N];

      roll (&dice, &campaign);
      shuffle (&dice, at);
      for (guint i = 0; i < N; i++)
        moved[i] = campaign.candidates[at[i]];
      kp_total_decide (&campaign.policy, campaign.candidates, N, results);
      kp_total_decide (&campaign.policy, moved, N, again);
      for (guint i = 0; i < N; i++)
        assert_same_place (&again[i], &results[at[i]]);
    }
}

/* Everybody gets two points more: by what is added to all nobody passes anybody. Whole points, so that no rounding of a
 * part or of the total moves. */
static void
test_shifting_all_marks_keeps_the_order (void)
{
  KpTestDice dice = { 12 };
  const KpFraction more = kp_fraction_new (10, 1);

  for (guint round = 0; round < N_CAMPAIGNS; round++)
    {
      g_auto (Campaign) campaign = { 0 };
      KpTotalCandidate raised[N];
      KpTotalResult results[N], again[N];

      roll (&dice, &campaign);
      for (guint i = 0; i < N; i++)
        {
          const KpTotalCandidate *candidate = &campaign.candidates[i];

          raised[i] = *candidate;
          for (guint part = KP_PART_WRITTEN; part <= KP_PART_INTERVIEW; part++)
            raised[i].parts[part] = kp_fraction_add (candidate->parts[part], more);
        }
      kp_total_decide (&campaign.policy, campaign.candidates, N, results);
      kp_total_decide (&campaign.policy, raised, N, again);
      for (guint i = 0; i < N; i++)
        assert_same_place (&again[i], &results[i]);
    }
}

/* One more who has less than everybody takes nobody's place. */
static void
test_a_loser_changes_nobody (void)
{
  KpTestDice dice = { 13 };

  for (guint round = 0; round < N_CAMPAIGNS; round++)
    {
      g_auto (Campaign) campaign = { 0 };
      KpTotalResult results[N], more[N + 1];

      roll (&dice, &campaign);
      kp_total_decide (&campaign.policy, campaign.candidates, N, results);
      kp_total_decide (&campaign.policy, campaign.candidates, N + 1, more);
      for (guint i = 0; i < N; i++)
        assert_same_place (&more[i], &results[i]);
      g_assert_cmpuint (more[N].place.n_sharing, ==, 1);
    }
}

/* Who shares a place shares it with the others, all of them flagged alike; two alike in everything always share. */
static void
test_a_tie_is_symmetric (void)
{
  KpTestDice dice = { 14 };

  for (guint round = 0; round < N_CAMPAIGNS; round++)
    {
      g_auto (Campaign) campaign = { 0 };
      KpTotalResult results[N];

      roll (&dice, &campaign);
      campaign.candidates[1] = campaign.candidates[0];
      kp_total_decide (&campaign.policy, campaign.candidates, N, results);
      g_assert_cmpuint (results[0].place.place, ==, results[1].place.place);
      for (guint i = 0; i < N; i++)
        {
          guint n_sharing = 0;

          for (guint j = 0; j < N; j++)
            {
              if (results[i].place.place != results[j].place.place)
                continue;
              n_sharing++;
              assert_same_place (&results[i], &results[j]);
              g_assert_cmpint (results[i].total, ==, results[j].total);
            }
          g_assert_cmpuint (results[i].place.n_sharing, ==, n_sharing);
          g_assert_cmpint (results[i].place.is_undecided, ==, n_sharing > 1);
        }
    }
}

/* The places are those of the printed totals: who prints more stands before who prints less, and a better exact total that
 * prints alike helps only where the tie order says so. */
static void
test_rounding_then_comparing (void)
{
  KpTestDice dice = { 15 };

  for (guint round = 0; round < N_CAMPAIGNS; round++)
    {
      g_auto (Campaign) campaign = { 0 };
      KpTotalResult results[N];

      roll (&dice, &campaign);
      kp_total_decide (&campaign.policy, campaign.candidates, N, results);
      for (guint i = 0; i < N; i++)
        for (guint j = 0; j < N; j++)
          {
            g_autofree char *first = kp_mark_dup_text (results[i].total, campaign.policy.decimals);
            g_autofree char *second = kp_mark_dup_text (results[j].total, campaign.policy.decimals);

            g_assert_cmpint (results[i].total == results[j].total, ==, g_str_equal (first, second));
            if (results[i].total > results[j].total)
              g_assert_cmpuint (results[i].place.place, <, results[j].place.place);
            if (results[i].total == results[j].total && campaign.policy.ties->len == 0)
              g_assert_cmpuint (results[i].place.place, ==, results[j].place.place);
          }
    }
}

static void
roll_rules (KpTestDice *dice,
            KpSubstitutionPolicy *policy)
{
  kp_substitution_policy_init (policy);
  policy->final = (KpUntil) (KP_UNTIL_BACKGROUND + kp_test_dice_below (dice, 3));
  policy->from = (KpSubstitutesFrom) kp_test_dice_below (dice, 2);
  for (guint i = kp_test_dice_below (dice, 3); i > 0; i--)
    {
      KpSubstitutionRule *rule = kp_substitution_rule_new ();

      rule->stages[rule->n_stages++] = kp_test_dice_below (dice, 2) == 0 ? KP_STAGE_PHYSICAL : KP_STAGE_BACKGROUND;
      rule->is_allowed = kp_test_dice_below (dice, 3) > 0;
      rule->max_times = kp_test_dice_below (dice, 3);
      g_ptr_array_add (policy->rules, rule);
    }
}

static guint
roll_departures (KpTestDice *dice,
                 KpFinalDeparture *departures)
{
  static const KpStage stages[] = { KP_STAGE_PHYSICAL, KP_STAGE_BACKGROUND, KP_STAGE_PUBLICITY };
  guint n = 0;

  for (guint person = 0; person < N; person++)
    if (kp_test_dice_below (dice, 4) == 0)
      departures[n++] = (KpFinalDeparture) {
        .person = person,
        .round = 1 + kp_test_dice_below (dice, 3),
        .leaving = { stages[kp_test_dice_below (dice, 3)], (KpCause) kp_test_dice_below (dice, KP_N_CAUSES) },
      };
  return n;
}

/* Three posts of the random campaign, ranked each by itself. */
static void
rank_posts (Campaign *campaign,
            KpFinalPerson *persons)
{
  for (guint post = 0; post < N_POSTS; post++)
    {
      KpTotalCandidate own[N];
      KpTotalResult results[N];
      guint at[N];
      guint n = 0;

      for (guint i = post; i < N; i += N_POSTS)
        {
          own[n] = campaign->candidates[i];
          at[n++] = i;
        }
      kp_total_decide (&campaign->policy, own, n, results);
      for (guint i = 0; i < n; i++)
        persons[at[i]] = (KpFinalPerson) { post, results[i].place, results[i].total };
    }
}

/* The final lists too: neither the order of people nor that of departures matters; nobody is hired over the places; nobody
 * who left is; and of one post nobody is called before somebody with a better place. */
static void
test_final_lists (void)
{
  const KpStageOrder order = kp_stage_order_make_usual ();
  static const guint places[N_POSTS] = { 2, 4, 5 };
  KpTestDice dice = { 16 };

  for (guint round = 0; round < N_CAMPAIGNS; round++)
    {
      g_auto (Campaign) campaign = { 0 };
      KpSubstitutionPolicy policy;
      const KpPhysicalPolicy list = { .ratio = kp_fraction_new (10 + kp_test_dice_below (&dice, 3), 10),
                                      .rounding = KP_ROUNDING_HALF_UP,
                                      .takes_tied = kp_test_dice_below (&dice, 2) == 1,
                                      .max_rounds = kp_test_dice_below (&dice, 4) };
      KpFinalPerson persons[N], moved[N];
      KpFinalDeparture departures[N], turned[N];
      g_autoptr (KpFinal) final = NULL;
      g_autoptr (KpFinal) again = NULL;
      guint at[N], back[N], n_departures;
      guint n_hired[N_POSTS] = { 0 };

      roll (&dice, &campaign);
      rank_posts (&campaign, persons);
      roll_rules (&dice, &policy);
      n_departures = roll_departures (&dice, departures);
      shuffle (&dice, at);
      for (guint i = 0; i < N; i++)
        {
          moved[i] = persons[at[i]];
          back[at[i]] = i;
        }
      for (guint i = 0; i < n_departures; i++)
        {
          turned[i] = departures[n_departures - 1 - i];
          turned[i].person = back[turned[i].person];
        }
      final = kp_final_decide (&policy, &list, &order, places, NULL, N_POSTS, persons, N, departures, n_departures, NULL, NULL);
      again = kp_final_decide (&policy, &list, &order, places, NULL, N_POSTS, moved, N, turned, n_departures, NULL, NULL);
      for (guint i = 0; i < N; i++)
        {
          const KpFinalResult *result = &final->persons[at[i]];

          g_assert_cmpint (again->persons[i].verdict, ==, result->verdict);
          g_assert_cmpuint (again->persons[i].round, ==, result->round);
          g_assert_cmpint (again->persons[i].is_hired, ==, result->is_hired);
          g_assert_cmpuint (again->persons[i].post, ==, result->post);
          if (result->is_hired)
            {
              n_hired[result->post]++;
              g_assert_true (result->verdict == KP_FINAL_IN || result->verdict == KP_FINAL_SUBSTITUTE);
            }
          for (guint j = 0; j < N; j++)
            if (persons[j].post == persons[at[i]].post && result->verdict == KP_FINAL_OUT
                && final->persons[j].verdict == KP_FINAL_SUBSTITUTE && final->persons[j].post == persons[j].post)
              g_assert_cmpuint (persons[j].place.place, <, persons[at[i]].place.place);
        }
      for (guint i = 0; i < N_POSTS; i++)
        {
          g_assert_cmpuint (n_hired[i] + final->posts[i].n_empty, ==, places[i]);
          g_assert_cmpuint (final->posts[i].n_rounds, <=, list.max_rounds);
          g_assert_cmpint (final->posts[i].n_empty > 0, ==, final->posts[i].vacancy != KP_VACANCY_NONE);
          g_assert_cmpuint (again->posts[i].n_empty, ==, final->posts[i].n_empty);
          g_assert_cmpint (again->posts[i].vacancy, ==, final->posts[i].vacancy);
          g_assert_cmpstr (again->posts[i].why, ==, final->posts[i].why);
        }
      kp_substitution_policy_clear (&policy);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/properties/shuffling-changes-nothing", test_shuffling_changes_nothing);
  g_test_add_func ("/rules/properties/shifting-all-marks-keeps-the-order", test_shifting_all_marks_keeps_the_order);
  g_test_add_func ("/rules/properties/a-loser-changes-nobody", test_a_loser_changes_nobody);
  g_test_add_func ("/rules/properties/a-tie-is-symmetric", test_a_tie_is_symmetric);
  g_test_add_func ("/rules/properties/rounding-then-comparing", test_rounding_then_comparing);
  g_test_add_func ("/rules/properties/final-lists", test_final_lists);
  return g_test_run ();
}
