/* kp-test-chance.c – a whole campaign of chance, from registration to contracts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-chance.h"

#include "kp-step-hire.h"

#define MAX_ROUNDS 12

static const char *const posts[] = { "A01", "A02", "B01", "B02", "C01", "C02", "D01", "E01" };

static void
register_by_chance (KpTestCampaign *c,
                    KpTestDice *dice)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < KP_TEST_CHANCE_N_APPLICANTS; i++)
    {
      const char *post = posts[i < 24 ? i / 3 : kp_test_dice_below (dice, G_N_ELEMENTS (posts))];
      g_autofree char *row = kp_test_campaign_make_rows (c, post, 1);
      g_auto (GStrv) halves = g_strsplit (row, ",是,社会工作师", 2);
      const gboolean is_veteran = g_str_equal (post, "C01") || kp_test_dice_below (dice, 2) == 0;
      const gboolean has_certificate = g_str_equal (post, "B02") || kp_test_dice_below (dice, 3) == 0;

      g_string_append_printf (rows, "%s,%s,%s%s", halves[0], is_veteran ? "是" : "否", has_certificate ? "助理社会工作师" : "",
                              halves[1]);
    }
  kp_test_campaign_register_rows (c, rows->str, KP_TEST_CHANCE_N_APPLICANTS);
}

/* Few different marks, so that many are equal; some absent. */
static char *
make_mark (KpTestDice *dice,
           guint lowest,
           guint n)
{
  if (kp_test_dice_below (dice, 12) == 0)
    return g_strdup ("缺考");
  return g_strdup_printf ("%u", lowest + kp_test_dice_below (dice, n));
}

typedef gboolean (*Choice) (const KpDossier *dossier);

static gboolean
is_seated (const KpDossier *dossier)
{
  return dossier->seat != NULL;
}

static gboolean
is_heard (const KpDossier *dossier)
{
  return dossier->hearing != NULL;
}

static GPtrArray *
make_marks (KpTestCampaign *c,
            KpTestDice *dice,
            Choice choice,
            guint lowest,
            guint n_different)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (choice (kp_roster_get_dossier (roster, i)))
        g_ptr_array_add (marks, make_mark (dice, lowest, n_different));
    }
  return marks;
}

/* Results for whoever is called; how many were still called before. */
static guint
examine_by_chance (KpTestCampaign *c,
                   KpTestDice *dice,
                   KpFitnessKind kind)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpFitnessRecord *fitness = kind == KP_FITNESS_PHYSICAL ? dossier->physical : dossier->background;
      const guint chance = kp_test_dice_below (dice, 10);

      if (fitness == NULL || !g_str_equal (fitness->outcome, "called"))
        continue;
      n++;
      g_string_append_printf (rows, "%s,%s\n", dossier->application->application,
                              chance < 7 ? "合格" : chance < 9 ? "不合格" : "放弃");
    }
  if (n == 0)
    return 0;
  kp_test_course_enter_fitness (c, kind, rows->str, &tally, &error);
  g_assert_no_error (error);
  return n;
}

void
kp_test_chance_run (KpTestCampaign *c,
                    KpTestDice *dice,
                    KpRoster **totals)
{
  g_autoptr (GPtrArray) written = NULL;
  g_autoptr (GPtrArray) heard = NULL;
  g_autoptr (GError) error = NULL;
  KpTotalTally total;
  KpPublicityTally publicity;
  KpHireTally hire;

  register_by_chance (c, dice);
  kp_test_campaign_seat (c);
  written = make_marks (c, dice, is_seated, 55, 30);
  kp_test_course_agree_marks (c, (const char *const *) written->pdata, written->len);
  kp_test_campaign_draw (c);
  heard = make_marks (c, dice, is_heard, 58, 25);
  kp_test_course_agree_interview (c, (const char *const *) heard->pdata, heard->len);
  kp_test_course_total (c, &total);
  *totals = kp_test_campaign_load (c);
  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      if (examine_by_chance (c, dice, KP_FITNESS_PHYSICAL) + examine_by_chance (c, dice, KP_FITNESS_BACKGROUND) == 0)
        break;
    }
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, "2026-07-01T08:00:00+08:00");
  kp_step_hire (c->session, &hire, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hire.n_contracts, ==, publicity.n_proposed);
  g_assert_cmpuint (hire.n_contracts, >, 0);
}
