/* kp-contest-hear.c – the interview of a contest: sheets, rooms, correction.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-private.h"

#include "kp-turnout.h"

/* Absent or struck out at the interview stands before any mark. */
static KpMarkState
find_state (const KpContestRun *run,
            guint               entrant)
{
  const KpDeparture *departure = kp_contest_find_departure (run, entrant, KP_STAGE_INTERVIEW);

  if (departure != NULL)
    return departure->leaving.cause == KP_CAUSE_BREACH ? KP_MARK_VOID_ALL : KP_MARK_ABSENT;

  return KP_MARK_PRESENT;
}

/* The mark of one panel: of the sheets, or as it was given. */
static void
decide_raw (const KpScheme  *scheme,
            const KpEntrant *entrant,
            KpContestResult *result)
{
  g_autofree KpPanelElement *elements = g_new0 (KpPanelElement, scheme->interview.elements->len + 1);
  g_autofree KpPanelDrop    *drops = g_new0 (KpPanelDrop, entrant->n_sheets + 1);
  g_autoptr (GArray)         faults = NULL;
  KpPanelResult              panel;
  guint n_elements = entrant->n_sheets > 0 && entrant->sheets[0].n_elements > 0 ? scheme->interview.elements->len : 0;

  result->raw = entrant->interview;
  if (entrant->n_sheets == 0)
    return;

  faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));
  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      elements[i] = (KpPanelElement) { element->full, element->weight };
    }
  result->raw = (KpStatedMark) { KP_MARK_PENDING, 0 };
  if (!kp_panel_decide (&scheme->interview.panel, elements, n_elements, entrant->sheets, entrant->n_sheets, drops,
                        &panel, faults))
    return;
  result->raw = (KpStatedMark) { KP_MARK_PRESENT, panel.mark };
  result->dropped = panel.dropped_sum;
}

static void
correct (const KpContestRun *run,
         KpContestPost      *post)
{
  const KpContest             *contest = run->contest;
  g_autoptr (GArray)           rooms = NULL;
  g_autofree KpCorrectionItem *items = g_new0 (KpCorrectionItem, post->entrants->len + 1);
  g_autofree KpStatedMark     *marks = g_new0 (KpStatedMark, post->entrants->len + 1);
  KpFraction                   overall = KP_FRACTION_UNKNOWN;

  for (guint i = 0; i < post->entrants->len; i++)
    {
      guint index = g_array_index (post->entrants, guint, i);

      items[i].room = contest->entrants[index].room;
      items[i].raw = contest->results[index].raw;
    }
  post->correction
      = kp_correction_decide (&contest->scheme->interview.correction, items, post->entrants->len, marks, &rooms, &overall);
  for (guint i = 0; i < post->entrants->len; i++)
    {
      KpContestResult *result = &contest->results[g_array_index (post->entrants, guint, i)];

      result->interview = marks[i];
      for (guint j = 0; post->correction == KP_CORRECTION_APPLIED && rooms != NULL && j < rooms->len; j++)
        if (g_array_index (rooms, KpCorrectionRoom, j).room == items[i].room && marks[i].state == KP_MARK_PRESENT)
          result->coefficient = g_array_index (rooms, KpCorrectionRoom, j).coefficient;
    }
}

/* 实际参加面试人数: asked when it is known of everybody whether they came; nobody asks where nobody is to come. */
static void
settle_turnout (const KpContest *contest,
                KpContestPost   *post)
{
  g_autofree gchar *why = NULL;
  guint             n_expected = 0;
  guint             n_present = 0;

  for (guint i = 0; i < post->entrants->len; i++)
    {
      const KpContestResult *result = &contest->results[g_array_index (post->entrants, guint, i)];

      if (!result->is_interviewed)
        continue;
      if (result->raw.state == KP_MARK_NOT_ENTERED || result->raw.state == KP_MARK_PENDING)
        return;
      n_expected++;
      n_present += result->raw.state != KP_MARK_ABSENT;
    }
  if (n_expected == 0)
    return;
  post->places = post->places - kp_contest_get_exam_places (post)
                 + kp_turnout_decide (contest->scheme, KP_TURNOUT_INTERVIEW, post->post, kp_contest_get_exam_places (post),
                                      n_present, &why);
  kp_contest_say (post, why);
}

/**
 * kp_contest_hear:
 * @run: a run whose shortlists are made
 *
 * 面试: the mark of each panel, corrected where several rooms heard one post, the places that the turnout leaves, and the
 * line that each person has to reach. Whoever didn't enter, or left before, isn't heard.
 */
void
kp_contest_hear (KpContestRun *run)
{
  KpContest *contest = run->contest;

  for (guint i = 0; i < contest->n_entrants; i++)
    {
      KpContestResult *result = &contest->results[i];

      if (!result->is_interviewed)
        continue;
      decide_raw (contest->scheme, &contest->entrants[i], result);
      if (find_state (run, i) != KP_MARK_PRESENT)
        result->raw = (KpStatedMark) { find_state (run, i), 0 };
    }
  for (guint i = 0; i < contest->posts->len; i++)
    correct (run, g_ptr_array_index (contest->posts, i));
  for (guint i = 0; i < contest->posts->len; i++)
    settle_turnout (contest, g_ptr_array_index (contest->posts, i));
  kp_contest_draw_lines (run);
}
