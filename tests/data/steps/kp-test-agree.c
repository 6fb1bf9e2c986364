/* kp-test-agree.c – the record against the campaign computed from its inputs alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-agree.h"

#include "kp-called.h"
#include "kp-entrants.h"
#include "kp-mark-column.h"

/* What the record has made by now; what it hasn't, it can't be held to. */
typedef struct
{
  gboolean is_opened;
  gboolean has_lists;
  gboolean is_drawn;
  gboolean has_totals;
  gboolean is_published;
  gboolean is_hired;
} Reach;

static Reach
find_reach (GPtrArray *posts,
            const KpEntrants *entrants)
{
  Reach reach = { 0 };

  for (guint i = 0; i < posts->len; i++)
    reach.is_opened |= !g_str_equal (((const KpPostRecord *) g_ptr_array_index (posts, i))->state, "planned");
  for (guint i = 0; i < kp_entrants_get_n (entrants); i++)
    {
      const KpDossier *dossier = kp_entrants_get_dossier (entrants, i);

      reach.has_lists |= dossier->shortlist != NULL;
      reach.is_drawn |= dossier->hearing != NULL;
      reach.has_totals |= dossier->total != NULL;
      reach.is_published |= dossier->proposal != NULL;
      reach.is_hired |= dossier->contract != NULL;
    }
  return reach;
}

static gint64
get_column (KpStatedMark mark)
{
  return mark.state == KP_MARK_PRESENT ? mark.mark : KP_NO_INT;
}

static gint64
get_place (guint place)
{
  return place > 0 ? (gint64) place : KP_NO_INT;
}

static void
agree_on_list (const KpDossier *dossier,
               const KpContestResult *result)
{
  const KpShortlistRecord *record = dossier->shortlist;

  g_assert_cmpint (result->is_listed, ==, kp_dossier_is_on_shortlist (dossier));
  if (record == NULL)
    return;
  if (!g_str_equal (record->state, "exempt"))
    g_assert_cmpstr (kp_mark_state_get_name (result->written.state), ==, record->state);
  g_assert_cmpstr (kp_shortlist_verdict_get_name (result->shortlist.verdict), ==, record->outcome);
  g_assert_cmpint (kp_mark_column_from_fraction (result->written.paper), ==, record->paper);
  g_assert_cmpint (result->bonus, ==, record->bonus);
  /* The mark that a notice gives to who is exempt counts in the total and stands on no list. */
  if (g_str_equal (record->state, "exempt"))
    g_assert_cmpint (record->written, ==, KP_NO_INT);
  else
    g_assert_cmpint (kp_mark_column_from_fraction (result->with_bonus), ==, record->written);
  g_assert_cmpint (get_place (result->shortlist.place.place), ==, record->place);
}

/* Where the record has made the list after a test. */
static void
agree_on_heats (const KpDossier *dossier,
                const KpContestResult *result)
{
  for (guint i = 0; i < KP_MAX_HEATS; i++)
    {
      const KpHeatRecord *record = dossier->heats[i];
      const KpContestHeat *heat = &result->heats[i];

      if (record == NULL)
        continue;
      g_assert_true (heat->is_in);
      g_assert_cmpstr (kp_shortlist_verdict_get_name (heat->list.verdict), ==, record->outcome);
      g_assert_cmpint (get_place (heat->list.place.place), ==, record->place);
      if (!g_str_equal (record->state, "exempt"))
        g_assert_cmpint (kp_mark_column_from_fraction (heat->score), ==, record->score);
    }
}

static void
agree_on_interview (const KpScheme *scheme,
                    const KpDossier *dossier,
                    const KpContestPost *post,
                    const KpContestResult *result)
{
  const KpInterviewRecord *record = dossier->interview;
  g_autofree char *coefficient = NULL;

  g_assert_cmpint (result->is_interviewed, ==, dossier->hearing != NULL);
  if (record == NULL)
    return;
  g_assert_cmpstr (kp_mark_state_get_name (result->interview.state), ==, record->state);
  g_assert_cmpint (get_column (result->raw), ==, record->raw);
  g_assert_cmpint (get_column (result->interview), ==, record->mark);
  if (post->correction == KP_CORRECTION_APPLIED && record->mark != KP_NO_INT)
    {
      coefficient = kp_fraction_dup_decimal (result->coefficient, (guint) scheme->interview.correction.coefficient_decimals);
      g_assert_cmpstr (coefficient, ==, record->coefficient);
    }
  else if (post->correction != KP_CORRECTION_APPLIED)
    g_assert_null (record->coefficient);
}

static void
agree_on_total (const KpDossier *dossier,
                const KpContestResult *result)
{
  const KpTotalRecord *record = dossier->total;
  const KpFinalResult *final = &result->final;
  const gboolean is_called = final->verdict == KP_FINAL_IN || final->verdict == KP_FINAL_SUBSTITUTE
                             || (final->verdict == KP_FINAL_LEFT && final->was_in);

  g_assert_cmpint (is_called, ==, dossier->physical != NULL);
  if (dossier->physical != NULL && final->verdict != KP_FINAL_LEFT)
    g_assert_cmpint (final->round, ==, dossier->physical->round);
  if (record == NULL)
    return;
  g_assert_cmpstr (kp_standing_get_name (result->total.standing), ==, record->outcome);
  g_assert_cmpint (kp_standing_has_total (result->total.standing) ? result->total.total : KP_NO_INT, ==, record->total);
  g_assert_cmpint (get_place (result->total.place.place), ==, record->place);
  g_assert_cmpint (result->total.place.is_undecided, ==, record->is_undecided);
}

static void
agree_on_final_total (const KpDossier *dossier,
                      const KpContestResult *result)
{
  const KpFinalTotalRecord *record = dossier->final_total;
  const KpFinalTotalResult *final = &result->final_total;

  if (record == NULL)
    return;
  g_assert_true (result->has_final_total);
  g_assert_cmpstr (kp_standing_get_name (final->standing), ==, record->outcome);
  g_assert_cmpint (kp_standing_has_total (final->standing) ? final->total : KP_NO_INT, ==, record->final);
  g_assert_cmpint (get_place (final->place.place), ==, record->place);
  g_assert_cmpint (final->place.is_undecided, ==, record->is_undecided);
}

static void
agree_on_posts (GPtrArray *records,
                const KpContest *contest,
                gboolean has_totals)
{
  const gboolean may_move = (contest->scheme->leftover.at == KP_LEFTOVER_AT_INTERVIEW
                             || contest->scheme->turnout[KP_TURNOUT_INTERVIEW].applies)
                            && !has_totals;

  g_assert_cmpuint (records->len, ==, contest->posts->len);
  for (guint i = 0; i < records->len; i++)
    {
      const KpPostRecord *record = g_ptr_array_index (records, i);
      const KpContestPost *post = kp_contest_get_post (contest, record->post);

      g_assert_cmpint (post->opening == KP_QUOTA_CANCELLED, ==, g_str_equal (record->state, KP_POST_CANCELLED));
      g_assert_cmpint (post->opening == KP_QUOTA_REDUCED, ==, g_str_equal (record->state, "reduced"));
      g_assert_cmpint (post->opening == KP_QUOTA_TO_INTERVIEW, ==, g_str_equal (record->state, KP_POST_INTERVIEW_ONLY));
      if (!may_move)
        g_assert_cmpuint (post->places, ==, record->places);
      if (record->competing > 0)
        g_assert_cmpuint (post->n_competing, ==, record->competing);
    }
}

/* 后备库, once the proposed hires are published; on its last day, as the contest asks for it. */
static void
agree_on_reserve (KpTestCampaign *c,
                  const KpEntrants *entrants,
                  const KpContest *contest)
{
  g_autoptr (GHashTable) in = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) reserves = kp_called_list_reserve (c->session, roster, contest->scheme->reserve.until, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < reserves->len; i++)
    g_hash_table_add (in, (gpointer) g_array_index (reserves, KpCalledReserve, i).dossier->application->application);
  for (guint i = 0; i < contest->n_entrants; i++)
    g_assert_cmpint (contest->results[i].is_in_reserve, ==,
                     g_hash_table_contains (in, kp_entrants_get_dossier (entrants, i)->application->application));
}

/* Who left after the publication isn't hired, also where the contract was begun and has ended. Who follows a leaver has no
 * contract before physical, background and the own publicity are over. */
static void
agree_on_hire (const KpDossier *dossier,
               const KpContestResult *result,
               gboolean may_be_on_the_way)
{
  const gboolean is_of_the_first = dossier->proposal != NULL && dossier->proposal->round == 1;
  const gboolean is_on_the_way = may_be_on_the_way && !is_of_the_first && dossier->contract == NULL;

  if (!is_on_the_way)
    g_assert_cmpint (result->is_hired, ==, dossier->contract != NULL && dossier->departure == NULL);
  if (dossier->departure != NULL && g_str_equal (dossier->departure->kind, "waiver"))
    g_assert_null (dossier->contract);
}

static void
agree (KpTestCampaign *c,
       gboolean may_be_on_the_way)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpEntrants) entrants = kp_entrants_load (c->session, NULL, &error);
  g_autoptr (KpContest) contest = NULL;
  g_autoptr (GPtrArray) posts = kp_table_select (kp_session_get_database (c->session), &kp_post_table,
                                                 kp_session_get_campaign (c->session), "", KP_NO_BINDS, &error);
  Reach reach;

  g_assert_no_error (error);
  contest = kp_entrants_run (entrants);
  reach = find_reach (posts, entrants);
  if (reach.is_opened)
    agree_on_posts (posts, contest, reach.has_totals);
  for (guint i = 0; i < kp_entrants_get_n (entrants); i++)
    {
      const KpDossier *dossier = kp_entrants_get_dossier (entrants, i);
      const KpContestResult *result = &contest->results[i];

      if (!g_str_equal (dossier->application->review, "none") && !result->is_unpaid)
        g_assert_cmpstr (kp_review_outcome_get_name (result->review), ==, dossier->application->review);
      if (reach.is_opened)
        g_assert_cmpstr (result->post->code, ==, dossier->application->post);
      if (reach.has_lists)
        {
          agree_on_list (dossier, result);
          agree_on_heats (dossier, result);
        }
      if (reach.is_drawn)
        agree_on_interview (contest->scheme, dossier, kp_contest_get_post (contest, dossier->application->post), result);
      if (reach.has_totals)
        {
          agree_on_total (dossier, result);
          agree_on_final_total (dossier, result);
        }
      if (reach.is_hired)
        agree_on_hire (dossier, result, may_be_on_the_way);
      if (contest->scheme->choice.policy.applies && result->final.verdict != KP_FINAL_LEFT)
        g_assert_cmpstr (result->chosen, ==, dossier->choice != NULL ? dossier->choice->offer : NULL);
    }
  if (reach.is_published)
    agree_on_reserve (c, entrants, contest);
}

void
kp_test_agree (KpTestCampaign *c)
{
  agree (c, TRUE);
}

void
kp_test_agree_on_hires (KpTestCampaign *c)
{
  agree (c, FALSE);
}
