/* test-shortlist-substitute.c – who is called for whom before the interview: causes, seats besides the ratio, length.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-shortlist.h"

#include "kp-test-list.h"
#include "kp-test.h"

#include <string.h>

#define P(points) { '.', points, 0, { 0 } }
#define F(letter, points) { letter, points, 0, { 0 } }

/* One place at 1:2, so that two are wanted. Leavers: w withdrew, f failed, a absent, b breach, '.' stays. */
typedef struct
{
  const char *name;
  void (*change) (KpShortlistPolicy *policy);
  KpTestPerson persons[KP_TEST_LIST_MAX + 1];
  const char *first;
  const char *leavers;
  KpSubstitution outcome;
  const char *second;
} Row;

static void
all_causes (KpShortlistPolicy *policy)
{
  policy->n_causes = 0;
}

static void
only_withdrawal (KpShortlistPolicy *policy)
{
  policy->n_causes = 1;
  policy->causes[0] = KP_CAUSE_WITHDREW;
}

static void
failed_or_absent (KpShortlistPolicy *policy)
{
  policy->n_causes = 2;
  policy->causes[0] = KP_CAUSE_ABSENT;
  policy->causes[1] = KP_CAUSE_FAILED;
}

static void
direct_counts (KpShortlistPolicy *policy)
{
  policy->direct_counts = TRUE;
}

static void
to_length (KpShortlistPolicy *policy)
{
  policy->refill = KP_REFILL_TO_LIST_LENGTH;
}

static void
to_length_by_withdrawal (KpShortlistPolicy *policy)
{
  to_length (policy);
  only_withdrawal (policy);
}

static void
take_all (KpShortlistPolicy *policy)
{
  policy->takes_all = TRUE;
}

static void
by_key (KpShortlistPolicy *policy)
{
  policy->last_tie = KP_LAST_TIE_BY_KEY;
}

static void
by_key_alone (KpShortlistPolicy *policy)
{
  by_key (policy);
  policy->may_substitute = FALSE;
}

static void
by_key_of_withdrawal (KpShortlistPolicy *policy)
{
  by_key (policy);
  only_withdrawal (policy);
}

static void
by_key_to_length (KpShortlistPolicy *policy)
{
  by_key (policy);
  to_length (policy);
}

#define THREE_TIED { P (9), P (8), P (8), P (8), P (6) }
#define FOUR { P (9), P (8), P (7), P (6) }
#define TIED { P (9), P (8), P (8), P (6) }
#define DIRECT { P (9), F ('d', 8), P (7), P (6) }

static const Row rows[] = {
  { "any-cause/withdrew", all_causes, FOUR, "EE--", "w...", KP_SUBSTITUTION_DONE, "EES-" },
  { "any-cause/breach", all_causes, FOUR, "EE--", ".b..", KP_SUBSTITUTION_DONE, "EES-" },
  { "withdrawal/withdrew", only_withdrawal, FOUR, "EE--", "w...", KP_SUBSTITUTION_DONE, "EES-" },
  { "withdrawal/failed", only_withdrawal, FOUR, "EE--", "f...", KP_SUBSTITUTION_NOT_NEEDED, "EE--" },
  { "withdrawal/one-of-each", only_withdrawal, FOUR, "EE--", "fw..", KP_SUBSTITUTION_DONE, "EES-" },
  { "withdrawal/both", only_withdrawal, FOUR, "EE--", "ww..", KP_SUBSTITUTION_DONE, "EESS" },
  { "failed-or-absent/absent", failed_or_absent, FOUR, "EE--", "a...", KP_SUBSTITUTION_DONE, "EES-" },
  { "failed-or-absent/failed", failed_or_absent, FOUR, "EE--", "f...", KP_SUBSTITUTION_DONE, "EES-" },
  { "failed-or-absent/withdrew", failed_or_absent, FOUR, "EE--", "w...", KP_SUBSTITUTION_NOT_NEEDED, "EE--" },
  { "failed-or-absent/breach", failed_or_absent, FOUR, "EE--", "b...", KP_SUBSTITUTION_NOT_NEEDED, "EE--" },
  /* Who waits and has given up isn't called. */
  { "next-has-left", only_withdrawal, FOUR, "EE--", "w.f.", KP_SUBSTITUTION_DONE, "EE-S" },
  /* Tied in to three: one may leave before anybody is called, unless the length is kept. */
  { "to-the-ratio", all_causes, TIED, "ETT-", ".w..", KP_SUBSTITUTION_NOT_NEEDED, "ETT-" },
  { "to-the-ratio/two", all_causes, TIED, "ETT-", ".ww.", KP_SUBSTITUTION_DONE, "ETTS" },
  { "to-the-length", to_length, TIED, "ETT-", ".w..", KP_SUBSTITUTION_DONE, "ETTS" },
  { "to-the-length/other-cause", to_length_by_withdrawal, TIED, "ETT-", ".a..", KP_SUBSTITUTION_NOT_NEEDED, "ETT-" },
  { "besides/direct-leaves", all_causes, DIRECT, "EdE-", ".w..", KP_SUBSTITUTION_NOT_NEEDED, "EdE-" },
  { "besides/other-leaves", all_causes, DIRECT, "EdE-", "w...", KP_SUBSTITUTION_DONE, "EdES" },
  { "besides/to-the-length", to_length, DIRECT, "EdE-", ".w..", KP_SUBSTITUTION_NOT_NEEDED, "EdE-" },
  { "counted/direct-leaves", direct_counts, DIRECT, "Ed--", ".w..", KP_SUBSTITUTION_DONE, "EdS-" },
  /* Two tied for one seat: as soon as there is a seat for each they have it, and nobody behind them before. */
  { "tie/one-of-the-tied-leaves", by_key, TIED, "Euu-", "..w.", KP_SUBSTITUTION_NOT_NEEDED, "EEt-" },
  { "tie/needs-no-substitution", by_key_alone, TIED, "Euu-", ".f..", KP_SUBSTITUTION_NOT_ALLOWED, "EtE-" },
  { "tie/both-leave", by_key, TIED, "Euu-", ".ww.", KP_SUBSTITUTION_DONE, "EttS" },
  { "tie/somebody-before-leaves", by_key, TIED, "Euu-", "w...", KP_SUBSTITUTION_DONE, "ESS-" },
  { "tie/who-isnt-replaced", by_key_of_withdrawal, TIED, "Euu-", "f...", KP_SUBSTITUTION_UNDECIDED, "Euu-" },
  { "tie/to-the-length", by_key_to_length, TIED, "Euu-", ".w..", KP_SUBSTITUTION_NOT_NEEDED, "EtE-" },
  { "tie/to-the-length/before", by_key_to_length, TIED, "Euu-", "w...", KP_SUBSTITUTION_DONE, "ESS-" },
  { "tie/not-room-enough", by_key, THREE_TIED, "Euuu-", "w....", KP_SUBSTITUTION_UNDECIDED, "Euuu-" },
  { "tie/room-for-all", by_key, THREE_TIED, "Euuu-", "w.w..", KP_SUBSTITUTION_DONE, "EStS-" },
  { "all-are-in", take_all, FOUR, "EEEE", "w...", KP_SUBSTITUTION_NOBODY_LEFT, "EEEE" },
};

static KpCause
get_cause (char letter)
{
  static const char letters[] = "wfab";

  return (KpCause) (strchr (letters, letter) - letters);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[KP_TEST_LIST_MAX];
  KpShortlistResult results[KP_TEST_LIST_MAX];
  KpShortlistSummary summary;
  gsize n = kp_test_list_fill (row->persons, candidates);
  guint n_new, n_called = 0;

  kp_shortlist_policy_init (&policy);
  policy.tiers[0].ratio = kp_fraction_new (2, 1);
  row->change (&policy);
  g_assert_true (kp_shortlist_decide (&policy, 1, NULL, FALSE, candidates, n, results, &summary));
  kp_test_list_assert (results, n, row->first);
  for (gsize i = 0; i < n; i++)
    if (row->leavers[i] != '.')
      {
        candidates[i].has_left = TRUE;
        candidates[i].left_cause = get_cause (row->leavers[i]);
      }
  g_assert_cmpint (kp_shortlist_substitute (&policy, &summary, candidates, n, FALSE, 0, results, &n_new), ==,
                   row->outcome);
  kp_test_list_assert (results, n, row->second);
  for (gsize i = 0; i < n; i++)
    n_called += results[i].verdict == KP_SHORTLIST_SUBSTITUTE;
  g_assert_cmpuint (n_new, ==, n_called);
}

/* domain.md W1 (c), (d): A01 78.5, A03 75.5+2, A02 74+3, A04 72+5, A05 76, A07 74.5, A08 71.5+3 are on the list, A06
 * 70.5+2 and A09 59+3 wait. A05, A08 and A07 leave one after the other: the last seat is A09's only by the mark with
 * bonus. */
static void
test_w1 (gconstpointer data)
{
  static const KpTestPerson persons[] = {
    { '.', 7850, 0, { 0 } }, { '.', 7550, 200, { 0 } }, { '.', 7400, 300, { 0 } }, { '.', 7200, 500, { 0 } },
    { '.', 7600, 0, { 0 } }, { '.', 7450, 0, { 0 } },   { '.', 7150, 300, { 0 } }, { '.', 7050, 200, { 0 } },
    { '.', 5900, 300, { 0 } }, { '.', 5800, 0, { 0 } }, { 'a', 0, 0, { 0 } },      { 0 },
  };
  static const guint leavers[] = { 4, 6, 5 };
  const KpLine *line = data;
  const gboolean is_on_paper = line->basis == KP_LINE_ON_PAPER;
  const KpSubstitution outcomes[] = { KP_SUBSTITUTION_NOT_NEEDED, KP_SUBSTITUTION_DONE,
                                      is_on_paper ? KP_SUBSTITUTION_NOBODY_LEFT : KP_SUBSTITUTION_DONE };
  const guint printed[] = { 1, 2, 3, 3, 5, 6, 6, 8, 9, 10, 0 };
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[KP_TEST_LIST_MAX];
  KpShortlistResult results[KP_TEST_LIST_MAX];
  KpShortlistSummary summary;
  gsize n = kp_test_list_fill (persons, candidates);
  guint n_rounds = 0;

  kp_shortlist_policy_init (&policy);
  g_assert_true (kp_shortlist_decide (&policy, 2, line, FALSE, candidates, n, results, &summary));
  kp_test_list_assert (results, n, is_on_paper ? "EEEEETT-lln" : "EEEEETT--ln");
  for (guint i = 0; i < G_N_ELEMENTS (leavers); i++)
    {
      guint n_new;

      candidates[leavers[i]].has_left = TRUE;
      g_assert_cmpint (kp_shortlist_substitute (&policy, &summary, candidates, n, FALSE, n_rounds, results, &n_new), ==,
                       outcomes[i]);
      n_rounds += n_new > 0 ? 1 : 0;
    }
  kp_test_list_assert (results, n, is_on_paper ? "EEEEETTSlln" : "EEEEETTSSln");
  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (results[i].place.place, ==, printed[i]);
}

/* As long as the line isn't set nobody is called: who waits may lie below it. */
static void
test_open_line (void)
{
  const KpTestPerson persons[] = { P (9), F ('d', 8), P (7), { 0 } };
  const KpLine line = { .basis = KP_LINE_ON_PAPER, .kind = KP_LINE_DECIDED };
  KpShortlistPolicy policy;
  KpShortlistCandidate candidates[KP_TEST_LIST_MAX];
  KpShortlistResult results[KP_TEST_LIST_MAX];
  KpShortlistSummary summary;
  gsize n = kp_test_list_fill (persons, candidates);
  guint n_new;

  kp_shortlist_policy_init (&policy);
  g_assert_true (kp_shortlist_decide (&policy, 1, &line, TRUE, candidates, n, results, &summary));
  g_assert_true (summary.is_line_open);
  candidates[1].has_left = TRUE;
  g_assert_cmpint (kp_shortlist_substitute (&policy, &summary, candidates, n, FALSE, 0, results, &n_new), ==,
                   KP_SUBSTITUTION_UNDECIDED);
  kp_test_list_assert (results, n, "?d?");
}

static void
test_cause_names (void)
{
  for (guint i = 0; i < KP_N_CAUSES; i++)
    for (guint j = 0; j < i; j++)
      {
        g_assert_cmpstr (kp_cause_get_name ((KpCause) i), !=,
                         kp_cause_get_name ((KpCause) j));
        g_assert_cmpstr (kp_cause_get_chinese ((KpCause) i), !=,
                         kp_cause_get_chinese ((KpCause) j));
      }
}

static const KpLine with_bonus = { .basis = KP_LINE_ON_WITH_BONUS, .value = KP_MARK (60, 0) };
static const KpLine on_paper = { .basis = KP_LINE_ON_PAPER, .value = KP_MARK (60, 0) };

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/shortlist/substitute/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_data_func ("/rules/shortlist/substitute/w1/line-with-bonus", &with_bonus, test_w1);
  g_test_add_data_func ("/rules/shortlist/substitute/w1/line-on-paper", &on_paper, test_w1);
  g_test_add_func ("/rules/shortlist/substitute/open-line", test_open_line);
  g_test_add_func ("/rules/shortlist/substitute/cause-names-differ", test_cause_names);
  return g_test_run ();
}
