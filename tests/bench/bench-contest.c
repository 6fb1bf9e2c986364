/* bench-contest.c – how long a county's whole campaign takes, stage by stage.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 100,000 entrants on 500 posts, 2,000 departures, everything derived. Says CPU time, and fails where it is above what
 * issue 3 allows. */

#include "kp-bench-scheme.h"
#include "kp-contest-private.h"
#include "kp-impact.h"

#include "kp-test.h"

#include <time.h>

#define N_ENTRANTS 100000
#define N_POSTS 500
#define N_DEPARTURES 2000
#define N_PANELS 512
#define N_SHEETS 7
#define N_ELEMENTS 5

typedef struct
{
  KpStatedMark elements[N_SHEETS][N_ELEMENTS];
  KpPanelSheet sheets[N_SHEETS];
} Panel;

typedef struct
{
  KpScheme     *scheme;
  Panel        *panels;
  gchar       **numbers;
  KpFactTable **tables;
  KpEntrant    *entrants;
  KpDeparture  *departures;
} Campaign;

static const char *const examiners[N_SHEETS] = { "1", "2", "3", "4", "5", "6", "7" };

static const char *
pick (KpTestDice *dice,
      const char *first,
      const char *second,
      const char *third)
{
  guint roll = kp_test_dice_below (dice, 10);

  return roll < 6 ? first : roll < 9 ? second : third;
}

static void
roll_panel (KpTestDice *dice,
            Panel      *panel)
{
  guint level = 12 + kp_test_dice_below (dice, 6);

  for (guint i = 0; i < N_SHEETS; i++)
    {
      for (guint j = 0; j < N_ELEMENTS; j++)
        panel->elements[i][j]
            = (KpStatedMark) { KP_MARK_PRESENT, KP_MARK (level, 0) + 5000 * (KpMark) kp_test_dice_below (dice, 5) };
      panel->sheets[i]
          = (KpPanelSheet) { .examiner = examiners[i], .elements = panel->elements[i], .n_elements = N_ELEMENTS };
    }
}

static void
roll_facts (KpTestDice       *dice,
            const KpScheme   *scheme,
            KpFactTable     **table,
            KpCandidateFacts *facts)
{
  *table = kp_fact_table_new (scheme->facts);
  kp_fact_table_set_truth (*table, "volunteer", kp_test_dice_below (dice, 3) == 0 ? KP_TRUTH_YES : KP_TRUTH_NO);
  kp_fact_table_set_place (*table, "household", pick (dice, "云岭县城关街道", "苍山县南关街道", "海口市"),
                           kp_date_make (2015, 1, 1));
  kp_fact_table_set_number (*table, "insured_months", kp_fraction_new (4 + kp_test_dice_below (dice, 60), 1));
  kp_fact_table_set_word (*table, "honour", pick (dice, "县级", "市级", "省级"));
  if (kp_test_dice_below (dice, 2) == 0)
    kp_fact_table_set_date (*table, "served_since", kp_date_make (2016 + (gint) kp_test_dice_below (dice, 9), 5, 1));
  *facts = (KpCandidateFacts) {
    .birth = kp_date_make (1984 + (gint) kp_test_dice_below (dice, 20), 1 + kp_test_dice_below (dice, 12), 1),
    .sex = "女",
    .education = pick (dice, "本科", "大专", "高中"),
    .political = pick (dice, "群众", "共青团员", "中共党员"),
    .certificate = pick (dice, "", "助理社会工作师", "社会工作师"),
    .is_veteran = kp_test_dice_below (dice, 10) == 0 ? KP_TRUTH_YES : KP_TRUTH_NO,
    .is_grid_staff = KP_TRUTH_NO,
    .declared = *table,
  };
}

static KpStatedMark
roll_mark (KpTestDice *dice)
{
  if (kp_test_dice_below (dice, 20) == 0)
    return (KpStatedMark) { KP_MARK_ABSENT, 0 };

  return (KpStatedMark) { KP_MARK_PRESENT, KP_MARK (40 + kp_test_dice_below (dice, 55), 0) + 5000 * (KpMark) kp_test_dice_below (dice, 2) };
}

static void
roll (KpTestDice *dice,
      Campaign   *campaign)
{
  static const KpStage stages[] = { KP_STAGE_RECHECK, KP_STAGE_INTERVIEW, KP_STAGE_PHYSICAL, KP_STAGE_BACKGROUND };

  campaign->scheme = kp_bench_scheme_new (N_POSTS);
  campaign->panels = g_new0 (Panel, N_PANELS);
  campaign->numbers = g_new0 (gchar *, N_ENTRANTS + 1);
  campaign->tables = g_new0 (KpFactTable *, N_ENTRANTS);
  campaign->entrants = g_new0 (KpEntrant, N_ENTRANTS);
  campaign->departures = g_new0 (KpDeparture, N_DEPARTURES);
  for (guint i = 0; i < N_PANELS; i++)
    roll_panel (dice, &campaign->panels[i]);
  for (guint i = 0; i < N_ENTRANTS; i++)
    {
      KpEntrant          *entrant = &campaign->entrants[i];
      const KpSchemePost *post = g_ptr_array_index (campaign->scheme->posts, kp_test_dice_below (dice, N_POSTS));

      campaign->numbers[i] = g_strdup_printf ("%06u", i);
      roll_facts (dice, campaign->scheme, &campaign->tables[i], &entrant->facts);
      entrant->number = campaign->numbers[i];
      entrant->post = post->code;
      entrant->papers[0] = roll_mark (dice);
      entrant->papers[1] = roll_mark (dice);
      entrant->room = 1 + kp_test_dice_below (dice, 2);
      entrant->sheets = campaign->panels[kp_test_dice_below (dice, N_PANELS)].sheets;
      entrant->n_sheets = N_SHEETS;
    }
  /* Half of them leave by the dice, half from the lists, as they are without departures. */
  for (guint i = 0; i < N_DEPARTURES / 2; i++)
    campaign->departures[i] = (KpDeparture) {
      .entrant = kp_test_dice_below (dice, N_ENTRANTS),
      .round = 1 + kp_test_dice_below (dice, 5),
      .leaving = { stages[kp_test_dice_below (dice, G_N_ELEMENTS (stages))], KP_CAUSE_WITHDREW },
    };
}

/* Those who leave really stand on the lists: every third of those who are interviewed, as far as there are departures. */
static void
leave_lists (KpTestDice *dice,
             Campaign   *campaign)
{
  static const KpStage stages[] = { KP_STAGE_RECHECK, KP_STAGE_PHYSICAL, KP_STAGE_BACKGROUND };
  g_autoptr (KpContest) contest
      = kp_contest_run (campaign->scheme, campaign->entrants, N_ENTRANTS, campaign->departures, N_DEPARTURES / 2, NULL);
  guint n = N_DEPARTURES / 2;

  for (guint i = 0; i < N_ENTRANTS && n < N_DEPARTURES; i++)
    if (contest->results[i].is_interviewed && kp_test_dice_below (dice, 3) == 0)
      campaign->departures[n++] = (KpDeparture) {
        .entrant = i,
        .round = 1 + kp_test_dice_below (dice, 5),
        .leaving = { stages[kp_test_dice_below (dice, G_N_ELEMENTS (stages))], KP_CAUSE_WITHDREW },
      };
  g_assert_cmpuint (n, ==, N_DEPARTURES);
}

static void
campaign_clear (Campaign *campaign)
{
  for (guint i = 0; i < N_ENTRANTS; i++)
    kp_fact_table_free (campaign->tables[i]);
  g_free (campaign->tables);
  g_strfreev (campaign->numbers);
  g_free (campaign->entrants);
  g_free (campaign->departures);
  g_free (campaign->panels);
  kp_scheme_free (campaign->scheme);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Campaign, campaign_clear)

static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* Says how long it took since the last time. @bar: milliseconds, 0 = none. */
static gboolean
say (const char *stage,
     gint64     *since,
     guint       bar)
{
  gint64   took = get_cpu_us () - *since;
  gboolean is_over = bar > 0 && took > (gint64) bar * 1000;

  g_print ("%-30s %7.1f ms", stage, (double) took / 1000);
  if (bar > 0)
    g_print ("   of %u ms%s", bar, is_over ? "   TOO SLOW" : "");
  g_print ("\n");
  *since = get_cpu_us ();

  return !is_over;
}

static void
say_size (const KpContest *contest)
{
  guint n_passed = 0, n_interviewed = 0, n_placed = 0, n_hired = 0, n_substitutes = 0;

  for (guint i = 0; i < contest->n_entrants; i++)
    {
      const KpContestResult *result = &contest->results[i];

      n_passed += result->review == KP_REVIEW_PASS;
      n_interviewed += result->is_interviewed;
      n_placed += result->total.place.place > 0;
      n_substitutes += result->final.verdict == KP_FINAL_SUBSTITUTE || result->shortlist.verdict == KP_SHORTLIST_SUBSTITUTE;
      n_hired += result->is_hired;
    }
  g_print ("%u entrants, %u passed, %u interviewed, %u placed, %u substitutes, %u hired\n", contest->n_entrants, n_passed,
           n_interviewed, n_placed, n_substitutes, n_hired);
}

int
main (void)
{
  KpTestDice            dice = { 20261128 };
  g_auto (Campaign)     campaign = { 0 };
  g_autoptr (KpContest) contest = NULL;
  g_autoptr (GPtrArray) impacts = NULL;
  KpContestRun         *run;
  gboolean              is_good = TRUE;
  gint64                since;

  roll (&dice, &campaign);
  leave_lists (&dice, &campaign);

  since = get_cpu_us ();
  run = kp_contest_begin (campaign.scheme, campaign.entrants, N_ENTRANTS, campaign.departures, N_DEPARTURES, NULL);
  say ("begin", &since, 0);
  kp_contest_open (run);
  is_good &= say ("review, opening", &since, 1000);
  kp_contest_gather (run);
  kp_contest_write (run);
  is_good &= say ("written, bonus, shortlist", &since, 500);
  kp_contest_hear (run);
  say ("interview", &since, 0);
  kp_contest_total (run);
  is_good &= say ("totals, places", &since, 500);
  kp_contest_finish (run);
  say ("final lists, substitution", &since, 0);
  contest = kp_contest_end (run);
  impacts = kp_impact_compare (contest, contest);
  say ("impact of nothing", &since, 0);
  say_size (contest);

  return is_good || !kp_test_may_measure () ? 0 : 1;
}
