/* test-exemption.c – who does without the written exam, where more may than the limit takes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-exemption.h"

#include "kp-derivation.h"
#include "kp-test-contest.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  guint       most;
  guint       percent; /* 0 = no share */
  guint       places;
  const char *births; /* of each, the younger goes first; "-" = unknown */
  const char *ranks;  /* of the committee; 0 = none */
  const char *found;  /* f free, u undecided, l left */
} Row;

static const Row rows[] = {
  { "all-within-the-limit", 3, 0, 1, "1990 1985 -", "0 0 0", "fff" },
  { "younger-first", 1, 0, 9, "1990 1985 1988", "0 0 0", "fll" },
  { "share-is-cut-off", 0, 50, 3, "1990 1985", "0 0", "fl" },
  { "share-below-one", 0, 30, 3, "1990 1985", "0 0", "ll" },
  { "lower-of-two-limits", 2, 50, 2, "1990 1985 1988", "0 0 0", "fll" },
  { "tie-within-the-limit", 2, 0, 9, "1990 1990 1988", "0 0 0", "ffl" },
  { "tie-across-the-limit", 1, 0, 9, "1990 1990 1988", "0 0 0", "uul" },
  { "committee-parts-them", 1, 0, 9, "1990 1990 1988", "2 1 0", "lfl" },
  { "one-rank-parts-nobody", 1, 0, 9, "1990 1990", "1 0", "uu" },
  { "committee-after-the-order", 1, 0, 9, "1985 1990", "1 2", "lf" },
  { "unknown-keeps-waiting", 1, 0, 9, "1990 - 1985", "0 0 0", "uuu" },
  { "nobody", 1, 0, 9, "", "", "" },
};

static void
test_row (gconstpointer data)
{
  const Row               *row = data;
  g_auto (GStrv)           births = g_strsplit (row->births, " ", -1);
  g_auto (GStrv)           ranks = g_strsplit (row->ranks, " ", -1);
  const guint              n = g_strv_length (births);
  g_autofree KpCandidateFacts *facts = g_new0 (KpCandidateFacts, n + 1);
  g_autofree KpExemptionCase *cases = g_new0 (KpExemptionCase, n + 1);
  g_autofree KpExemption  *results = g_new0 (KpExemption, n + 1);
  g_autoptr (GString)      found = g_string_new (NULL);
  KpExemptionLimit         limit;

  kp_exemption_limit_init (&limit);
  limit.most = row->most;
  if (row->percent > 0)
    limit.share = kp_fraction_new (row->percent, 100);
  g_ptr_array_add (limit.keys, kp_tie_new (KP_TIE_YOUNGER));
  for (guint i = 0; i < n; i++)
    {
      const guint rank = (guint) atoi (ranks[i]);

      facts[i].birth = births[i][0] == '-' ? KP_DATE_NONE : kp_date_make (atoi (births[i]), 1, 1);
      cases[i] = (KpExemptionCase) { &facts[i], KP_FRACTION_UNKNOWN, rank > 0 ? kp_fraction_new (rank, 1) : KP_FRACTION_UNKNOWN };
    }
  kp_exemption_decide (&limit, row->places, cases, n, results);
  for (guint i = 0; i < n; i++)
    g_string_append_c (found, "ful"[results[i]]);
  g_assert_cmpstr (found->str, ==, row->found);
  kp_exemption_limit_clear (&limit);
}

/* One of two veterans may do without the exam, in a campaign: as long as nobody says who, the post waits; who is left sits it. */
static void
test_campaign (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  g_autoptr (GPtrArray)     steps = NULL;
  const char               *rule = NULL;

  t->scheme->written.exempt = kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL);
  t->scheme->written.exempt_limit.most = 1;
  t->scheme->written.has_exempt_mark = TRUE;
  t->scheme->written.exempt_mark = KP_MARK (60, 0);
  kp_test_contest_add (t, "V", "A", 5000, 9000)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_add (t, "W", "A", KP_TEST_NONE, 8000)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_add (t, "E", "A", 7000, 8000);
  kp_test_contest_run (t);
  g_assert_cmpint (kp_contest_get_post (t->contest, "A")->pending, ==, KP_PENDING_EXEMPT);
  kp_test_contest_assert_finals (t, "undecided undecided no_place");

  t->entrants[0].exempt_decision = kp_fraction_new (2, 1);
  t->entrants[1].exempt_decision = kp_fraction_new (1, 1);
  kp_test_contest_run (t);
  kp_test_contest_assert_lists (t, "enters exempt enters");
  kp_test_contest_assert_totals (t, "70.00/3 70.00/2 75.00/1");
  steps = kp_derivation_make (t->contest, 0);
  for (guint i = 0; i < steps->len; i++)
    {
      const KpDerivationStep *step = g_ptr_array_index (steps, i);

      if (strcmp (step->label, "免笔试") == 0)
        rule = step->rule;
    }
  g_assert_cmpstr (rule, ==, "符合免笔试条件，本岗位免笔试不超过1人，按次序未列入，参加笔试。");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/exemption/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules/exemption/campaign", test_campaign);
  return g_test_run ();
}
