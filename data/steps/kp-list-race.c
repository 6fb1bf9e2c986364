/* kp-list-race.c – one post on the way to a list, and who entered for those who left it, by the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-list-race.h"

#include "kp-qualify.h"

/**
 * kp_list_race_new:
 * @session: a session
 * @post: a post of the record; borrowed
 * @own: (transfer full) (element-type KpWrittenEntry): who stands in it
 *
 * Returns: (transfer full): a race whose candidates aren't filled yet
 */
KpListRace *
kp_list_race_new (KpSession *session,
                  const KpPostRecord *post,
                  GPtrArray *own)
{
  KpListRace *race = g_new0 (KpListRace, 1);

  race->post = post;
  race->rule = kp_scheme_get_post (kp_session_get_scheme (session), post->post);
  race->own = own;
  race->candidates = g_new0 (KpShortlistCandidate, own->len + 1);
  race->results = g_new0 (KpShortlistResult, own->len + 1);
  return race;
}

/**
 * kp_list_race_free:
 * @data: (transfer full): a #KpListRace
 */
void
kp_list_race_free (gpointer data)
{
  KpListRace *race = data;

  g_free (race->moved);
  g_ptr_array_unref (race->own);
  g_free (race->candidates);
  g_free (race->results);
  g_free (race);
}

/**
 * kp_list_race_get_exam_places:
 * @race: a race
 *
 * Returns: the places for which people are examined: those that nobody takes without exam
 */
guint
kp_list_race_get_exam_places (const KpListRace *race)
{
  return race->places - MIN (race->places, race->n_direct);
}

/**
 * kp_list_race_dup_plan:
 * @race: a race
 *
 * Returns: (transfer full): "岗位计划3人", or "岗位计划3人扣除免试直接聘用1人后2人"
 */
char *
kp_list_race_dup_plan (const KpListRace *race)
{
  if (race->n_direct == 0)
    return g_strdup_printf ("岗位计划%u人", race->places);
  return g_strdup_printf ("岗位计划%u人扣除免试直接聘用%u人后%u人", race->places, MIN (race->places, race->n_direct),
                          kp_list_race_get_exam_places (race));
}

/**
 * kp_list_race_take_words:
 * @race: a race
 * @words: (transfer full): why its places aren't those of the opening, or of before
 */
void
kp_list_race_take_words (KpListRace *race,
                         char *words)
{
  g_autofree char *before = race->moved;
  g_autofree char *after = words;

  race->moved = before != NULL ? g_strconcat (before, "；", after, NULL) : g_strdup (after);
}

static gboolean
take_leavers (KpSession *session,
              KpListRace *race,
              guint round,
              gboolean *is_last)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  gboolean has_leaver = FALSE;

  *is_last = TRUE;
  for (guint i = 0; i < race->own->len; i++)
    {
      const KpLeavingRecord *leaving = ((const KpWrittenEntry *) g_ptr_array_index (race->own, i))->dossier->leaving;
      KpStage stage = KP_STAGE_RECHECK;

      if (leaving == NULL || leaving->list != race->list)
        continue;
      *is_last &= leaving->round <= round;
      /* Who leaves too late keeps the place on the list: nobody enters for it. */
      if (leaving->round != round || !kp_stage_parse (leaving->stage, &stage)
          || !kp_until_allows (scheme->substitution.shortlist, &scheme->stages, stage)
          || !kp_cause_parse (leaving->cause, &race->candidates[i].left_cause))
        continue;
      race->candidates[i].has_left = TRUE;
      has_leaver = TRUE;
    }
  return has_leaver;
}

static gboolean
has_leavers (const KpListRace *race)
{
  for (guint i = 0; i < race->own->len; i++)
    {
      const KpLeavingRecord *leaving = ((const KpWrittenEntry *) g_ptr_array_index (race->own, i))->dossier->leaving;

      if (leaving != NULL && leaving->list == race->list)
        return TRUE;
    }
  return FALSE;
}

/* Who would fail the re-check by what is known already isn't called only to be sent home: the next one is. */
static void
pass_over (KpSession *session,
           KpListRace *race,
           const KpJudgements *judgements)
{
  const KpStageOrder *order = &kp_session_get_scheme (session)->stages;

  if (kp_stage_order_is_before (order, KP_STAGE_INTERVIEW, KP_STAGE_RECHECK))
    return;
  for (guint i = 0; i < race->own->len; i++)
    {
      const KpWrittenEntry *written = g_ptr_array_index (race->own, i);
      g_autoptr (GPtrArray) findings = NULL;

      if (kp_shortlist_verdict_is_in (race->results[i].verdict) || written->dossier->leaving != NULL)
        continue;
      findings = kp_judgements_list_findings (judgements, session, written->dossier);
      if (kp_qualify_derive_outcome (findings) != KP_REVIEW_FAIL)
        continue;
      race->candidates[i].has_left = TRUE;
      race->candidates[i].left_cause = KP_CAUSE_FAILED;
    }
}

/**
 * kp_list_race_substitute:
 * @session: a session
 * @race: whose list is made
 * @judgements: of the re-check
 * @tally: (inout): gets what the last round of the watched post came to
 *
 * 递补: one round of those who left this list after another, each filled before the next is looked at.
 */
void
kp_list_race_substitute (KpSession *session,
                         KpListRace *race,
                         const KpJudgements *judgements,
                         KpShortlistTally *tally)
{
  guint n_done = 0;
  gboolean is_last = FALSE;

  if (has_leavers (race))
    pass_over (session, race, judgements);
  for (guint round = 1; !is_last; round++)
    {
      const gboolean has_leaver = take_leavers (session, race, round, &is_last);
      KpSubstitution outcome = KP_SUBSTITUTION_CLOSED;
      guint n_new = 0;

      if (has_leaver)
        outcome = kp_shortlist_substitute (&race->policy, &race->summary, race->candidates, race->own->len, FALSE, n_done,
                                           race->results, &n_new);
      n_done += n_new > 0;
      if (tally->watched != NULL && g_str_equal (tally->watched, race->post->post))
        {
          tally->substitution = outcome;
          tally->n_new = n_new;
        }
    }
}
