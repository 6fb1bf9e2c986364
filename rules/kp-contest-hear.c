/* kp-contest-hear.c – the interview of a contest: sheets, rooms, correction, lines.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-private.h"

/* The exact sum of marks, how many they are, and how many aren't there yet. */
typedef struct
{
  KpFraction sum;
  guint      n;
  guint      n_open;
} Mean;

static void
mean_add (Mean        *mean,
          KpStatedMark mark)
{
  mean->n_open += mark.state == KP_MARK_NOT_ENTERED || mark.state == KP_MARK_PENDING;
  if (mark.state != KP_MARK_PRESENT)
    return;
  mean->sum = kp_fraction_add (mean->n == 0 ? KP_FRACTION_ZERO : mean->sum, kp_fraction_from_mark (mark.mark));
  mean->n++;
}

/* Unknown as long as a mark is missing of which it is made. */
static KpFraction
mean_get (const Mean *mean)
{
  if (mean == NULL || mean->n == 0 || mean->n_open > 0)
    return KP_FRACTION_UNKNOWN;

  return kp_fraction_divide (mean->sum, kp_fraction_new (mean->n, 1));
}

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

static KpStatedMark
get_lined (const KpScheme        *scheme,
           const KpContestResult *result)
{
  return scheme->interview.lines.on == KP_LINE_ON_RAW ? result->raw : result->interview;
}

static gint64
make_day_key (const KpEntrant *entrant)
{
  return entrant->day.year * 10000 + entrant->day.month * 100 + entrant->day.day;
}

static gint64
make_room_key (const KpEntrant *entrant)
{
  return make_day_key (entrant) * 100000 + entrant->room;
}

static Mean *
find_mean (GHashTable *means,
           gint64      key)
{
  Mean *mean = g_hash_table_lookup (means, &key);

  if (mean == NULL)
    {
      gint64 *own_key = g_new (gint64, 1);

      mean = g_new0 (Mean, 1);
      *own_key = key;
      g_hash_table_insert (means, own_key, mean);
    }

  return mean;
}

static void
draw_lines (const KpContestRun *run,
            KpContestPost      *post,
            GHashTable         *rooms,
            GHashTable         *days)
{
  const KpContest   *contest = run->contest;
  const KpScheme    *scheme = contest->scheme;
  Mean               mean = { 0 };
  KpInterviewContext context = {
    .places = post->places,
    .wanted = post->n_competing,
  };

  for (guint i = 0; i < post->entrants->len; i++)
    if (contest->results[g_array_index (post->entrants, guint, i)].is_interviewed)
      {
        context.n_entered++;
        mean_add (&mean, get_lined (scheme, &contest->results[g_array_index (post->entrants, guint, i)]));
      }
  context.n_present = mean.n + mean.n_open; /* whose mark isn't there yet may have come */
  context.post_mean = mean_get (&mean);
  for (guint i = 0; i < post->entrants->len; i++)
    {
      guint            index = g_array_index (post->entrants, guint, i);
      KpContestResult *result = &contest->results[index];
      gint64           room = make_room_key (&contest->entrants[index]);
      gint64           day = make_day_key (&contest->entrants[index]);

      if (!result->is_interviewed)
        continue;
      context.room_mean = mean_get (g_hash_table_lookup (rooms, &room));
      context.day_mean = mean_get (g_hash_table_lookup (days, &day));
      result->line = kp_interview_lines_decide (&scheme->interview.lines, &context);
    }
}

/**
 * kp_contest_hear:
 * @run: a run whose shortlists are made
 *
 * 面试: the mark of each panel, corrected where several rooms heard one post, and the line that each person has to
 * reach. Whoever didn't enter, or left before, isn't heard.
 */
void
kp_contest_hear (KpContestRun *run)
{
  KpContest             *contest = run->contest;
  g_autoptr (GHashTable) rooms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

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
  for (guint i = 0; i < contest->n_entrants; i++)
    {
      const KpEntrant *entrant = &contest->entrants[i];
      KpStatedMark     mark = get_lined (contest->scheme, &contest->results[i]);

      if (!contest->results[i].is_interviewed)
        continue;
      mean_add (find_mean (rooms, make_room_key (entrant)), mark);
      mean_add (find_mean (days, make_day_key (entrant)), mark);
    }
  for (guint i = 0; i < contest->posts->len; i++)
    draw_lines (run, g_ptr_array_index (contest->posts, i), rooms, days);
}
