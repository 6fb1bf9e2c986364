/* test-invariants.c – whole campaigns of chance: whatever the marks, nobody is wronged.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-chance.h"

static gboolean
has_outcome (const KpFitnessRecord *fitness,
             const char *outcome)
{
  return fitness != NULL && g_str_equal (fitness->outcome, outcome);
}

static gboolean
is_fit (const KpDossier *dossier)
{
  return has_outcome (dossier->physical, "pass") && has_outcome (dossier->background, "pass");
}

/* No hire without review, shortlist, both lines, total, physical and background. */
static void
assert_hires_passed_everything (const KpDossier *dossier)
{
  if (dossier->contract == NULL)
    return;
  g_assert_cmpstr (dossier->application->review, ==, "pass");
  g_assert_true (kp_dossier_is_on_shortlist (dossier));
  g_assert_cmpstr (dossier->interview->state, ==, "present");
  g_assert_cmpint (dossier->interview->mark, >=, KP_MARK (60, 0));
  if (dossier->seat != NULL)
    g_assert_cmpint (dossier->shortlist->paper, >=, KP_MARK (60, 0));
  g_assert_cmpstr (dossier->total->outcome, ==, "ranked");
  g_assert_true (is_fit (dossier));
  g_assert_nonnull (dossier->proposal);
}

/* What the totals said stays said, whatever happens to others. */
static void
assert_places_stand (const KpDossier *before,
                     const KpDossier *after)
{
  if (before->total == NULL)
    {
      g_assert_null (after->total);
      return;
    }
  g_assert_cmpint (after->total->place, ==, before->total->place);
  g_assert_cmpint (after->total->total, ==, before->total->total);
  if (after->proposal != NULL)
    g_assert_cmpint (after->proposal->place, ==, before->total->place);
}

/* a stands before b: then b is never taken in a's stead. */
static void
assert_pair_is_just (const KpDossier *a,
                     const KpDossier *b)
{
  const gboolean is_before = a->total->place < b->total->place;

  g_assert_cmpint (a->total->total, >=, is_before ? b->total->total : G_MININT64);
  if (!is_before || b->physical == NULL)
    return;
  g_assert_nonnull (a->physical); /* whoever stands before somebody called was called too */
  if (b->contract != NULL)
    g_assert_true (a->contract != NULL || !is_fit (a));
}

static void
assert_shortlist_is_just (const KpDossier *a,
                          const KpDossier *b)
{
  if (a->shortlist->written == KP_NO_INT || b->shortlist->written == KP_NO_INT || a->shortlist->paper < KP_MARK (60, 0))
    return;
  if (a->shortlist->written >= b->shortlist->written && kp_dossier_is_on_shortlist (b))
    g_assert_true (kp_dossier_is_on_shortlist (a));
}

static void
assert_pairs_are_just (KpRoster *roster)
{
  const guint n = kp_roster_get_n_dossiers (roster);

  for (guint i = 0; i < n; i++)
    {
      const KpDossier *a = kp_roster_get_dossier (roster, i);

      for (guint j = 0; j < n; j++)
        {
          const KpDossier *b = kp_roster_get_dossier (roster, j);

          if (i == j || !g_str_equal (a->application->post, b->application->post))
            continue;
          if (a->shortlist != NULL && b->shortlist != NULL)
            assert_shortlist_is_just (a, b);
          if (a->total != NULL && b->total != NULL && a->total->place != KP_NO_INT && b->total->place != KP_NO_INT)
            assert_pair_is_just (a, b);
        }
    }
}

static void
assert_no_post_is_overfull (KpTestCampaign *c,
                            KpRoster *roster)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = kp_table_select (kp_session_get_database (c->session), &kp_post_table,
                                                   kp_session_get_campaign (c->session), "", KP_NO_BINDS, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (records, i);
      gint64 n_hired = 0;

      for (guint j = 0; j < kp_roster_get_n_dossiers (roster); j++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (roster, j);

          n_hired += dossier->contract != NULL && g_str_equal (dossier->application->post, post->post);
        }
      g_assert_cmpint (n_hired, <=, post->places);
      g_assert_cmpint (post->places, <=, post->planned + 15);
    }
}

static void
assert_numbers_have_no_gap (KpRoster *roster)
{
  guint n_in_street[4] = { 0 };
  guint highest[4] = { 0 };

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpContractRecord *contract = kp_roster_get_dossier (roster, i)->contract;
      g_auto (GStrv) parts = NULL;
      guint street;

      if (contract == NULL)
        continue;
      street = (guint) g_ascii_strtoull (contract->street, NULL, 10);
      parts = g_strsplit (contract->number, "〕", 2);
      n_in_street[street]++;
      highest[street] = MAX (highest[street], (guint) g_ascii_strtoull (parts[1], NULL, 10));
    }
  for (guint i = 1; i < G_N_ELEMENTS (highest); i++)
    g_assert_cmpuint (highest[i], ==, n_in_street[i]);
}

static void
test_nobody_is_wronged (KpTestDatabase *t)
{
  static const guint64 seeds[] = { 20261123, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
      g_autoptr (KpRoster) before = NULL;
      g_autoptr (KpRoster) after = NULL;
      KpTestDice dice = { seeds[i] };

      kp_test_chance_run (c, &dice, &before);
      after = kp_test_campaign_load (c);
      g_assert_cmpuint (kp_roster_get_n_dossiers (after), ==, KP_TEST_CHANCE_N_APPLICANTS);
      for (guint j = 0; j < KP_TEST_CHANCE_N_APPLICANTS; j++)
        {
          assert_hires_passed_everything (kp_roster_get_dossier (after, j));
          assert_places_stand (kp_roster_get_dossier (before, j), kp_roster_get_dossier (after, j));
        }
      assert_pairs_are_just (after);
      assert_no_post_is_overfull (c, after);
      assert_numbers_have_no_gap (after);
      kp_test_campaign_assert_sound (c);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/invariants/nobody-is-wronged", test_nobody_is_wronged);
  return g_test_run ();
}
