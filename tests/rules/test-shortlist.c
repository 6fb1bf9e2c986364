/* test-shortlist.c – who enters the interview: the cut, the line, ties, substitution.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-shortlist.h"

#include "kp-test.h"

#include <string.h>

#define MAX_ITEMS 16

/* A fraction from hundredths of a point. */
static KpFraction
points (int hundredths)
{
  return kp_fraction_new (hundredths, 100);
}

typedef struct
{
  const char *name;
  guint wanted; /* places × ratio, given as 1:1 */
  KpLastTie last_tie;
  const char *marks; /* one letter a person: A best …; their order is the order of places */
  const char *keys;  /* the scheme's key, z best; blank = unknown */
  const char *list;  /* E enters, T tied in, - out, t tied out, u undecided */
  gboolean is_short;
} TieRow;

static const TieRow tie_rows[] = {
  { "no-tie-at-the-end", 3, KP_LAST_TIE_ALL_ENTER, "ABCDE", "aaaaa", "EEE--", FALSE },
  { "tie-across-cut-takes-all", 3, KP_LAST_TIE_ALL_ENTER, "ABCCD", "aaaaa", "EETT-", FALSE },
  { "tie-across-cut-takes-none", 3, KP_LAST_TIE_NONE_ENTER, "ABCCD", "aaaaa", "EEtt-", TRUE },
  { "tie-across-cut-by-key", 3, KP_LAST_TIE_BY_KEY, "ABCCD", "aaabz", "EEtE-", FALSE },
  { "tie-across-cut-key-equal", 3, KP_LAST_TIE_BY_KEY, "ABCCD", "aabba", "EEuu-", TRUE },
  { "tie-across-cut-key-unknown", 3, KP_LAST_TIE_BY_KEY, "ABCCD", "aa ba", "EEuu-", TRUE },
  { "tie-of-four-two-fit-by-key", 4, KP_LAST_TIE_BY_KEY, "ABCCCC", "aabbcc", "EEttEE", FALSE },
  { "tie-of-four-key-parts-some", 4, KP_LAST_TIE_BY_KEY, "ABCCCC", "aabbca", "EEuuEt", TRUE },
  { "tie-ends-at-the-end", 4, KP_LAST_TIE_NONE_ENTER, "ABCCD", "aaaaa", "EEEE-", FALSE },
  { "tie-above-the-end", 4, KP_LAST_TIE_NONE_ENTER, "ABBCD", "aaaaa", "EEEE-", FALSE },
  { "all-tied", 2, KP_LAST_TIE_ALL_ENTER, "AAAA", "aaaa", "TTTT", FALSE },
  { "all-tied-none", 2, KP_LAST_TIE_NONE_ENTER, "AAAA", "aaaa", "tttt", TRUE },
  { "fewer-than-wanted", 5, KP_LAST_TIE_ALL_ENTER, "ABC", "aaa", "EEE", TRUE },
  { "as-many-as-wanted", 3, KP_LAST_TIE_ALL_ENTER, "ABC", "aaa", "EEE", FALSE },
  { "nobody", 3, KP_LAST_TIE_ALL_ENTER, "", "", "", TRUE },
  { "no-place-left", 0, KP_LAST_TIE_ALL_ENTER, "AB", "aa", "--", FALSE },
};

static char
letter_of (KpShortlistVerdict verdict)
{
  static const char letters[] = "-ETSutlnzdx?";

  return letters[verdict];
}

static void
assert_list (const KpShortlistResult *results, gsize n, const char *list)
{
  g_autofree char *found = g_new0 (char, n + 1);

  for (gsize i = 0; i < n; i++)
    found[i] = letter_of (results[i].verdict);
  g_assert_cmpstr (found, ==, list);
}

static void
test_tie (gconstpointer data)
{
  const TieRow *row = data;
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[MAX_ITEMS] = { 0 };
  KpShortlistResult results[MAX_ITEMS];
  KpShortlistSummary summary;
  gsize n = strlen (row->marks);

  kp_shortlist_policy_init (&policy);
  policy.tiers[0] = (KpShortlistTier){ 0, 0, KP_FRACTION_ONE, 0 };
  policy.last_tie = row->last_tie;
  for (gsize i = 0; i < n; i++)
    {
      KpFraction score = kp_fraction_new ('Z' - row->marks[i] + 1, 1);

      candidates[i] = (KpShortlistCandidate){ .state = KP_MARK_PRESENT, .raw = score, .score = score };
      if (row->keys[i] != ' ')
        candidates[i].tie_keys[0] = kp_fraction_new (row->keys[i], 1);
    }
  g_assert_true (kp_shortlist_decide (&policy, row->wanted, NULL, FALSE, candidates, n, results, &summary));
  assert_list (results, n, row->list);
  g_assert_cmpint (summary.is_short, ==, row->is_short);
}

/* domain.md W1: post 001, 2 places, 1:3, line 60. */
typedef struct
{
  const char *number;
  KpMarkState state;
  int paper;
  int best_bonus; /* max_single */
  int sum_bonus;  /* sum with cap 5 */
} W1Row;

static const W1Row w1_rows[] = {
  { "A01", KP_MARK_PRESENT, 7850, 0, 0 },     { "A02", KP_MARK_PRESENT, 7400, 300, 500 },
  { "A03", KP_MARK_PRESENT, 7550, 200, 200 }, { "A04", KP_MARK_PRESENT, 7200, 500, 500 },
  { "A05", KP_MARK_PRESENT, 7600, 0, 0 },     { "A06", KP_MARK_PRESENT, 7050, 200, 400 },
  { "A07", KP_MARK_PRESENT, 7450, 0, 0 },     { "A08", KP_MARK_PRESENT, 7150, 300, 300 },
  { "A09", KP_MARK_PRESENT, 5900, 300, 300 }, { "A10", KP_MARK_PRESENT, 5800, 0, 0 },
  { "A11", KP_MARK_ABSENT, 0, 0, 0 },         { "A12", KP_MARK_BREACH, 0, 0, 0 },
};

#define W1_N G_N_ELEMENTS (w1_rows)

static const KpLine w1_line = { .basis = KP_LINE_ON_WITH_BONUS, .value = KP_MARK (60, 0) };
static const KpLine w1_raw_line = { .basis = KP_LINE_ON_PAPER, .value = KP_MARK (60, 0) };

static void
fill_w1 (KpShortlistCandidate *candidates, gboolean sums)
{
  for (guint i = 0; i < W1_N; i++)
    {
      candidates[i] = (KpShortlistCandidate){ .state = w1_rows[i].state };
      if (w1_rows[i].state != KP_MARK_PRESENT)
        continue;
      candidates[i].raw = candidates[i].tie_keys[0] = points (w1_rows[i].paper);
      candidates[i].score = points (w1_rows[i].paper + (sums ? w1_rows[i].sum_bonus : w1_rows[i].best_bonus));
    }
}

static void
assert_places (const KpShortlistResult *results, const guint *places)
{
  for (guint i = 0; i < W1_N; i++)
    g_assert_cmpuint (results[i].place.place, ==, places[i]);
}

static void
test_w1_single (void)
{
  const guint places[W1_N] = { 1, 3, 2, 3, 5, 8, 6, 6, 9, 10, 0, 0 };
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[W1_N];
  KpShortlistResult results[W1_N];
  KpShortlistSummary summary;

  kp_shortlist_policy_init (&policy);
  fill_w1 (candidates, FALSE);
  g_assert_true (kp_shortlist_decide (&policy, 2, &w1_line, FALSE, candidates, W1_N, results, &summary));
  assert_places (results, places);
  assert_list (results, W1_N, "EEEEE-TT-lnn");
  g_assert_cmpuint (summary.wanted, ==, 6);
  g_assert_cmpuint (summary.n_entered, ==, 7);
  g_assert_cmpuint (summary.n_eligible, ==, 9);
  g_assert_cmpuint (summary.n_open, ==, 0);

  policy.last_tie = KP_LAST_TIE_BY_KEY;
  g_assert_true (kp_shortlist_decide (&policy, 2, &w1_line, FALSE, candidates, W1_N, results, &summary));
  assert_list (results, W1_N, "EEEEE-Et-lnn");
  g_assert_cmpuint (summary.n_entered, ==, 6);
}

static void
test_w1_sum (void)
{
  const guint places[W1_N] = { 2, 1, 3, 4, 5, 6, 6, 6, 9, 10, 0, 0 };
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[W1_N];
  KpShortlistResult results[W1_N];
  KpShortlistSummary summary;

  kp_shortlist_policy_init (&policy);
  fill_w1 (candidates, TRUE);
  g_assert_true (kp_shortlist_decide (&policy, 2, &w1_line, FALSE, candidates, W1_N, results, &summary));
  assert_places (results, places);
  assert_list (results, W1_N, "EEEEETTT-lnn");
}

static void
test_w1_line_on_paper (void)
{
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[W1_N];
  KpShortlistResult results[W1_N];
  KpShortlistSummary summary;

  kp_shortlist_policy_init (&policy);
  fill_w1 (candidates, FALSE);
  g_assert_true (kp_shortlist_decide (&policy, 2, &w1_raw_line, FALSE, candidates, W1_N, results, &summary));
  assert_list (results, W1_N, "EEEEE-TTllnn");
  g_assert_cmpuint (results[8].place.place, ==, 9);
}

/* W1 (d): seven are on the list; A05, A08 and A07 leave one after the other. */
static void
test_w1_substitution (void)
{
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[W1_N];
  KpShortlistResult results[W1_N];
  KpShortlistSummary summary;
  guint n_new;

  kp_shortlist_policy_init (&policy);
  fill_w1 (candidates, FALSE);
  g_assert_true (kp_shortlist_decide (&policy, 2, &w1_line, FALSE, candidates, W1_N, results, &summary));
  candidates[4].has_left = TRUE;
  g_assert_cmpint (kp_shortlist_substitute (&policy, &summary, candidates, W1_N, FALSE, 0, results, &n_new),
                   ==, KP_SUBSTITUTION_NOT_NEEDED);
  g_assert_cmpuint (n_new, ==, 0);
  candidates[7].has_left = TRUE;
  g_assert_cmpint (kp_shortlist_substitute (&policy, &summary, candidates, W1_N, FALSE, 0, results, &n_new),
                   ==, KP_SUBSTITUTION_DONE);
  g_assert_cmpuint (n_new, ==, 1);
  assert_list (results, W1_N, "EEEEESTT-lnn");
  g_assert_cmpuint (results[5].round, ==, 1);
  g_assert_cmpuint (results[5].place.place, ==, 8);
  candidates[6].has_left = TRUE;
  g_assert_cmpint (kp_shortlist_substitute (&policy, &summary, candidates, W1_N, FALSE, 1, results, &n_new),
                   ==, KP_SUBSTITUTION_DONE);
  assert_list (results, W1_N, "EEEEESTTSlnn");
  g_assert_cmpuint (results[8].round, ==, 2);
  candidates[0].has_left = TRUE;
  g_assert_cmpint (kp_shortlist_substitute (&policy, &summary, candidates, W1_N, FALSE, 2, results, &n_new),
                   ==, KP_SUBSTITUTION_NOBODY_LEFT);
}

typedef struct
{
  const char *name;
  void (*change) (KpShortlistPolicy *policy);
  gboolean is_closed;
  guint rounds_done;
  KpSubstitution outcome;
  const char *list;
} SubstitutionRow;

static void
refill_length (KpShortlistPolicy *policy)
{
  policy->refill = KP_REFILL_TO_LIST_LENGTH;
}

static void
allow_none (KpShortlistPolicy *policy)
{
  policy->may_substitute = FALSE;
}

static void
allow_one_round (KpShortlistPolicy *policy)
{
  policy->max_rounds = 1;
}

/* W1 (a) when A05 leaves: 6 of 7 remain, as many as the ratio wants. */
static const SubstitutionRow substitution_rows[] = {
  { "to-the-ratio", NULL, FALSE, 0, KP_SUBSTITUTION_NOT_NEEDED, "EEEEE-TT-lnn" },
  { "to-the-first-length", refill_length, FALSE, 0, KP_SUBSTITUTION_DONE, "EEEEESTT-lnn" },
  { "not-allowed", allow_none, FALSE, 0, KP_SUBSTITUTION_NOT_ALLOWED, "EEEEE-TT-lnn" },
  { "rounds-used-but-not-needed", allow_one_round, FALSE, 1, KP_SUBSTITUTION_NOT_NEEDED, "EEEEE-TT-lnn" },
};

static void
test_substitution (gconstpointer data)
{
  const SubstitutionRow *row = data;
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[W1_N];
  KpShortlistResult results[W1_N];
  KpShortlistSummary summary;
  guint n_new;

  kp_shortlist_policy_init (&policy);
  if (row->change != NULL)
    row->change (&policy);
  fill_w1 (candidates, FALSE);
  g_assert_true (kp_shortlist_decide (&policy, 2, &w1_line, FALSE, candidates, W1_N, results, &summary));
  candidates[4].has_left = TRUE;
  g_assert_cmpint (kp_shortlist_substitute (&policy, &summary, candidates, W1_N, row->is_closed,
                                            row->rounds_done, results, &n_new),
                   ==, row->outcome);
  assert_list (results, W1_N, row->list);
}

/* Marks A B C | D D E at 3: B leaves, both D are called together, or as the policy says. */
typedef struct
{
  const char *name;
  KpLastTie last_tie;
  const char *keys;
  gboolean is_closed;
  guint rounds_done;
  KpSubstitution outcome;
  guint n_new;
  const char *list;
} TiedSubstituteRow;

static const TiedSubstituteRow tied_substitute_rows[] = {
  { "enter-together", KP_LAST_TIE_ALL_ENTER, "aaaaaa", FALSE, 0, KP_SUBSTITUTION_DONE, 2, "EEESS-" },
  { "by-key", KP_LAST_TIE_BY_KEY, "aaabaa", FALSE, 0, KP_SUBSTITUTION_DONE, 1, "EEESt-" },
  { "key-equal", KP_LAST_TIE_BY_KEY, "aaaaaa", FALSE, 0, KP_SUBSTITUTION_UNDECIDED, 0, "EEEuu-" },
  { "none", KP_LAST_TIE_NONE_ENTER, "aaaaaa", FALSE, 0, KP_SUBSTITUTION_NOBODY_LEFT, 0, "EEEtt-" },
  { "closed", KP_LAST_TIE_ALL_ENTER, "aaaaaa", TRUE, 0, KP_SUBSTITUTION_CLOSED, 0, "EEE---" },
  { "rounds-used", KP_LAST_TIE_ALL_ENTER, "aaaaaa", FALSE, 2, KP_SUBSTITUTION_ROUNDS_USED, 0, "EEE---" },
};

static void
fill_tied (KpShortlistCandidate *candidates, const char *keys)
{
  const int marks[] = { 90, 80, 70, 60, 60, 50 };

  for (guint i = 0; i < 6; i++)
    candidates[i] =
        (KpShortlistCandidate){ .state = KP_MARK_PRESENT,
                                .raw = kp_fraction_new (marks[i], 1),
                                .score = kp_fraction_new (marks[i], 1),
                                .tie_keys = { kp_fraction_new (keys[i], 1) } };
}

static void
test_tied_substitute (gconstpointer data)
{
  const TiedSubstituteRow *row = data;
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[6];
  KpShortlistResult results[6];
  KpShortlistSummary summary;
  guint n_new;

  kp_shortlist_policy_init (&policy);
  policy.last_tie = row->last_tie;
  policy.max_rounds = 2;
  fill_tied (candidates, row->keys);
  g_assert_true (kp_shortlist_decide (&policy, 1, NULL, FALSE, candidates, 6, results, &summary));
  assert_list (results, 6, "EEE---");
  candidates[1].has_left = TRUE;
  g_assert_cmpint (kp_shortlist_substitute (&policy, &summary, candidates, 6, row->is_closed,
                                            row->rounds_done, results, &n_new),
                   ==, row->outcome);
  g_assert_cmpuint (n_new, ==, row->n_new);
  assert_list (results, 6, row->list);
}

/* Who lost the last place by the key is the first to be called, and an undecided first list calls nobody. */
static void
test_after_tied_out (void)
{
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[6];
  KpShortlistResult results[6];
  KpShortlistSummary summary;
  guint n_new;

  kp_shortlist_policy_init (&policy);
  policy.tiers[0].ratio = kp_fraction_new (4, 1);
  policy.last_tie = KP_LAST_TIE_BY_KEY;
  fill_tied (candidates, "aaabaa");
  g_assert_true (kp_shortlist_decide (&policy, 1, NULL, FALSE, candidates, 6, results, &summary));
  assert_list (results, 6, "EEEEt-");
  candidates[0].has_left = TRUE;
  g_assert_cmpint (kp_shortlist_substitute (&policy, &summary, candidates, 6, FALSE, 0, results, &n_new), ==,
                   KP_SUBSTITUTION_DONE);
  assert_list (results, 6, "EEEES-");

  fill_tied (candidates, "aaaaaa");
  g_assert_true (kp_shortlist_decide (&policy, 1, NULL, FALSE, candidates, 6, results, &summary));
  assert_list (results, 6, "EEEuu-");
  g_assert_cmpuint (summary.n_undecided, ==, 2);
  g_assert_cmpint (kp_shortlist_substitute (&policy, &summary, candidates, 6, FALSE, 0, results, &n_new), ==,
                   KP_SUBSTITUTION_UNDECIDED);
}

typedef struct
{
  const char *name;
  guint n_tiers;
  KpShortlistTier tiers[3];
  KpRounding rounding;
  guint places;
  int wanted; /* -1 = no tier */
} WantedRow;

static const WantedRow wanted_rows[] = {
  { "1-to-3", 1, { { 1, 0, { 3, 1 }, 0 } }, KP_ROUNDING_HALF_UP, 12, 36 },
  { "1-to-1.5-half-up", 1, { { 1, 0, { 3, 2 }, 0 } }, KP_ROUNDING_HALF_UP, 3, 5 },
  { "1-to-1.5-truncated", 1, { { 1, 0, { 3, 2 }, 0 } }, KP_ROUNDING_TRUNCATE, 3, 4 },
  { "1-to-1.2-up", 1, { { 1, 0, { 6, 5 }, 0 } }, KP_ROUNDING_UP, 6, 8 },
  { "1-to-1.1-half-up", 1, { { 1, 0, { 11, 10 }, 0 } }, KP_ROUNDING_HALF_UP, 14, 15 },
  { "two-places-1-to-3", 2, { { 1, 2, { 3, 1 }, 0 }, { 3, 0, { 2, 1 }, 0 } }, KP_ROUNDING_HALF_UP, 2, 6 },
  { "three-places-1-to-2", 2, { { 1, 2, { 3, 1 }, 0 }, { 3, 0, { 2, 1 }, 0 } }, KP_ROUNDING_HALF_UP, 3, 6 },
  { "tier-2.5",
    3,
    { { 1, 5, { 3, 1 }, 0 }, { 6, 10, { 5, 2 }, 0 }, { 11, 0, { 2, 1 }, 0 } },
    KP_ROUNDING_HALF_UP,
    7,
    18 },
  { "plan-plus-one", 2, { { 1, 4, { 1, 1 }, 1 }, { 5, 0, { 6, 5 }, 0 } }, KP_ROUNDING_HALF_UP, 4, 5 },
  { "plan-plus-one-ends", 2, { { 1, 4, { 1, 1 }, 1 }, { 5, 0, { 6, 5 }, 0 } }, KP_ROUNDING_HALF_UP, 5, 6 },
  { "no-tier", 1, { { 1, 4, { 3, 1 }, 0 } }, KP_ROUNDING_HALF_UP, 5, -1 },
  { "no-places", 1, { { 1, 0, { 3, 1 }, 0 } }, KP_ROUNDING_HALF_UP, 0, -1 },
};

static void
test_wanted (gconstpointer data)
{
  const WantedRow *row = data;
  KpShortlistPolicy policy;
  guint wanted;

  kp_shortlist_policy_init (&policy);
  policy.n_tiers = row->n_tiers;
  policy.rounding = row->rounding;
  for (guint i = 0; i < row->n_tiers; i++)
    policy.tiers[i] = row->tiers[i];
  g_assert_cmpint (kp_shortlist_decide_wanted (&policy, row->places, &wanted), ==, row->wanted >= 0);
  if (row->wanted >= 0)
    g_assert_cmpuint (wanted, ==, (guint) row->wanted);
}

/* Absent, breach, void, pending and not entered are five things, none of them a number, and zero is a sixth.
 */
static void
test_states (void)
{
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[KP_MARK_N_STATES + 1] = { 0 };
  KpShortlistResult results[KP_MARK_N_STATES + 1];
  KpShortlistSummary summary;

  kp_shortlist_policy_init (&policy);
  for (guint i = 0; i < KP_MARK_N_STATES; i++)
    candidates[i].state = (KpMarkState) i;
  candidates[KP_MARK_PRESENT].raw = candidates[KP_MARK_PRESENT].score = points (4000);
  candidates[KP_MARK_N_STATES] =
      (KpShortlistCandidate){ .state = KP_MARK_PRESENT, .raw = KP_FRACTION_ZERO, .score = points (300) };
  g_assert_true (
      kp_shortlist_decide (&policy, 3, NULL, FALSE, candidates, G_N_ELEMENTS (candidates), results, &summary));
  assert_list (results, G_N_ELEMENTS (candidates), "nEnnnnz");
  g_assert_cmpuint (summary.n_open, ==, 2);
  g_assert_cmpuint (results[KP_MARK_N_STATES].place.place, ==, 2);
  policy.zero_is_out = FALSE;
  g_assert_true (
      kp_shortlist_decide (&policy, 3, NULL, FALSE, candidates, G_N_ELEMENTS (candidates), results, &summary));
  assert_list (results, G_N_ELEMENTS (candidates), "nEnnnnE");
}

/* 在岗类别全部进面. */
static void
test_takes_all (void)
{
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[W1_N];
  KpShortlistResult results[W1_N];
  KpShortlistSummary summary;

  kp_shortlist_policy_init (&policy);
  policy.takes_all = TRUE;
  fill_w1 (candidates, FALSE);
  g_assert_true (kp_shortlist_decide (&policy, 2, &w1_line, FALSE, candidates, W1_N, results, &summary));
  assert_list (results, W1_N, "EEEEEEEEElnn");
  g_assert_false (summary.is_short);
}

/* The line itself passes; a ten-thousandth below doesn't. */
static void
test_line_is_inclusive (void)
{
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[2] = { 0 };
  KpShortlistResult results[2];
  KpShortlistSummary summary;

  kp_shortlist_policy_init (&policy);
  for (guint i = 0; i < 2; i++)
    {
      candidates[i].state = KP_MARK_PRESENT;
      candidates[i].raw = candidates[i].score = kp_fraction_from_mark (KP_MARK (60, 0) - i);
    }
  g_assert_true (kp_shortlist_decide (&policy, 1, &w1_line, FALSE, candidates, 2, results, &summary));
  assert_list (results, 2, "El");
}

/* Shuffling changes nothing; a loser more changes nobody else; everyone equal in the mark has the same fate
 * when no key is asked; nobody with a better mark is out while a worse one is in. */
static void
test_properties (void)
{
  KpTestDice dice = { 42 };

  for (guint round = 0; round < 400; round++)
    {
      enum
      {
        N = 30
      };
      KpShortlistPolicy policy;
      KpShortlistCandidate candidates[N + 1] = { 0 }, shuffled[N];
      KpShortlistResult results[N], again[N], more[N + 1];
      KpShortlistSummary summary;
      guint at[N];

      kp_shortlist_policy_init (&policy);
      policy.last_tie = kp_test_dice_below (&dice, 2) == 0 ? KP_LAST_TIE_ALL_ENTER : KP_LAST_TIE_NONE_ENTER;
      for (guint i = 0; i < N; i++)
        {
          at[i] = i;
          candidates[i].state = kp_test_dice_below (&dice, 8) == 0 ? KP_MARK_ABSENT : KP_MARK_PRESENT;
          candidates[i].raw = candidates[i].score =
              points (5000 + 100 * (int) kp_test_dice_below (&dice, 20));
        }
      candidates[N] =
          (KpShortlistCandidate){ .state = KP_MARK_PRESENT, .raw = points (100), .score = points (100) };
      for (guint i = N - 1; i > 0; i--)
        {
          guint j = kp_test_dice_below (&dice, i + 1), moved = at[i];

          at[i] = at[j];
          at[j] = moved;
        }
      for (guint i = 0; i < N; i++)
        shuffled[i] = candidates[at[i]];
      g_assert_true (kp_shortlist_decide (&policy, 4, &w1_line, FALSE, candidates, N, results, &summary));
      g_assert_true (kp_shortlist_decide (&policy, 4, &w1_line, FALSE, shuffled, N, again, &summary));
      g_assert_true (kp_shortlist_decide (&policy, 4, &w1_line, FALSE, candidates, N + 1, more, &summary));
      for (guint i = 0; i < N; i++)
        {
          g_assert_cmpint (results[at[i]].verdict, ==, again[i].verdict);
          g_assert_cmpint (results[i].verdict, ==, more[i].verdict);
          g_assert_cmpuint (results[i].place.place, ==, more[i].place.place);
          for (guint j = 0; j < N; j++)
            {
              if (candidates[i].state != KP_MARK_PRESENT || candidates[j].state != KP_MARK_PRESENT)
                continue;
              if (kp_fraction_compare (candidates[i].score, candidates[j].score) == 0)
                g_assert_cmpint (results[i].verdict, ==, results[j].verdict);
              if (kp_fraction_compare (candidates[i].score, candidates[j].score) > 0 &&
                  kp_shortlist_verdict_is_in (results[j].verdict))
                g_assert_true (kp_shortlist_verdict_is_in (results[i].verdict));
            }
        }
    }
}

static void
test_names (void)
{
  for (guint i = 0; i < KP_SHORTLIST_N_VERDICTS; i++)
    for (guint j = 0; j < i; j++)
      {
        g_assert_cmpstr (kp_shortlist_verdict_get_name ((KpShortlistVerdict) i), !=,
                         kp_shortlist_verdict_get_name ((KpShortlistVerdict) j));
        g_assert_cmpstr (kp_shortlist_verdict_get_chinese ((KpShortlistVerdict) i), !=,
                         kp_shortlist_verdict_get_chinese ((KpShortlistVerdict) j));
      }
}

#define ADD_ROWS(prefix, rows, func)                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                            \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                                      \
      g_test_add_data_func (path, &rows[i], func);                                                           \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/rules/shortlist/", tie_rows, test_tie)
  ADD_ROWS ("/rules/shortlist/wanted/", wanted_rows, test_wanted)
  ADD_ROWS ("/rules/shortlist/substitution/", substitution_rows, test_substitution)
  ADD_ROWS ("/rules/shortlist/tied-substitutes/", tied_substitute_rows, test_tied_substitute)
  g_test_add_func ("/rules/shortlist/w1/best-single-bonus", test_w1_single);
  g_test_add_func ("/rules/shortlist/w1/sum-of-bonus", test_w1_sum);
  g_test_add_func ("/rules/shortlist/w1/line-on-paper", test_w1_line_on_paper);
  g_test_add_func ("/rules/shortlist/w1/substitution", test_w1_substitution);
  g_test_add_func ("/rules/shortlist/substitution/tied-out-comes-first", test_after_tied_out);
  g_test_add_func ("/rules/shortlist/states-are-not-numbers", test_states);
  g_test_add_func ("/rules/shortlist/takes-all", test_takes_all);
  g_test_add_func ("/rules/shortlist/line-is-inclusive", test_line_is_inclusive);
  g_test_add_func ("/rules/shortlist/properties", test_properties);
  g_test_add_func ("/rules/shortlist/names-differ", test_names);
  return g_test_run ();
}
