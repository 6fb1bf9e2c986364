/* kp-contest-lines.c – the interview lines of a contest: before the totals, and by those called elsewhere.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-private.h"

#include "kp-hearing-lines.h"

/* All who are heard, and which entrant each is. */
typedef struct
{
  KpHearing    hearing;
  KpHeardPost *posts;
  KpHeard     *heard;
  guint       *indexes;
} Field;

static void
field_clear (Field *field)
{
  g_clear_pointer (&field->posts, g_free);
  g_clear_pointer (&field->heard, g_free);
  g_clear_pointer (&field->indexes, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Field, field_clear)

static KpHeardPost
describe_post (const KpContestRun  *run,
               const KpContestPost *post)
{
  const KpContestDecisions *decisions = run->decisions;
  KpHeardPost               heard
      = { .post = post->post, .places = kp_contest_get_exam_places (post), .wanted = post->n_competing };

  for (guint i = 0; decisions != NULL && i < decisions->n_interview_lines; i++)
    if (g_strcmp0 (decisions->interview_lines[i].post, post->post->code) == 0)
      {
        heard.has_drawn = TRUE;
        heard.drawn = decisions->interview_lines[i].line;
      }

  return heard;
}

static KpHeard
describe (const KpContestRun *run,
          guint               index)
{
  const KpContest       *contest = run->contest;
  const KpEntrant       *entrant = &contest->entrants[index];
  const KpContestResult *result = &contest->results[index];
  const gint64           day = entrant->day.year * 10000 + entrant->day.month * 100 + entrant->day.day;

  return (KpHeard) {
    .post = kp_contest_post_of (run, index)->index,
    .room = day * 100000 + entrant->room,
    .day = day,
    .marks = { [KP_LINE_ON_CORRECTED] = result->interview, [KP_LINE_ON_RAW] = result->raw },
    .lines_for = kp_scheme_find_lines_for (contest->scheme, result->post, &contest->facts[index]),
  };
}

static void
gather (const KpContestRun *run,
        Field              *field)
{
  const KpContest *contest = run->contest;
  guint            n = 0;

  field->posts = g_new0 (KpHeardPost, contest->posts->len + 1);
  field->heard = g_new0 (KpHeard, contest->n_entrants + 1);
  field->indexes = g_new0 (guint, contest->n_entrants + 1);
  for (guint i = 0; i < contest->posts->len; i++)
    field->posts[i] = describe_post (run, g_ptr_array_index (contest->posts, i));
  for (guint i = 0; i < contest->n_entrants; i++)
    {
      if (!contest->results[i].is_interviewed)
        continue;
      field->heard[n] = describe (run, i);
      field->indexes[n++] = i;
    }
  field->hearing = (KpHearing) {
    .scheme = contest->scheme,
    .posts = field->posts,
    .n_posts = contest->posts->len,
    .heard = field->heard,
    .n_heard = n,
    .has_drawn = run->decisions != NULL && run->decisions->has_interview_line,
    .drawn = run->decisions != NULL ? run->decisions->interview_line : 0,
  };
}

/**
 * kp_contest_draw_lines:
 * @run: a run whose interview marks are made
 *
 * 面试合格线: the line that each person has to reach, as far as it doesn't depend on totals.
 */
void
kp_contest_draw_lines (KpContestRun *run)
{
  KpContest                  *contest = run->contest;
  g_autofree KpInterviewLine *lines = g_new0 (KpInterviewLine, contest->n_entrants + 1);
  g_auto (Field)              field = { 0 };

  gather (run, &field);
  kp_hearing_draw_lines (&field.hearing, lines);
  for (guint i = 0; i < field.hearing.n_heard; i++)
    {
      contest->results[field.indexes[i]].lines = kp_hearing_get_lines (&field.hearing, i);
      contest->results[field.indexes[i]].line = lines[i];
    }
}

/**
 * kp_contest_compare_lines:
 * @run: a run whose posts with competition are totalled
 *
 * Gives those their line who wait for the totals of other posts.
 */
void
kp_contest_compare_lines (KpContestRun *run)
{
  KpContest                  *contest = run->contest;
  g_autofree KpInterviewLine *lines = g_new0 (KpInterviewLine, contest->n_entrants + 1);
  g_autofree KpRankPlace     *places = g_new0 (KpRankPlace, contest->n_entrants + 1);
  g_auto (Field)              field = { 0 };

  gather (run, &field);
  for (guint i = 0; i < contest->posts->len; i++)
    field.posts[i].is_settled
        = kp_contest_find_pending (run, g_ptr_array_index (contest->posts, i)) == KP_PENDING_NONE;
  for (guint i = 0; i < field.hearing.n_heard; i++)
    {
      lines[i] = contest->results[field.indexes[i]].line;
      places[i] = contest->results[field.indexes[i]].total.place;
    }
  kp_hearing_compare_lines (&field.hearing, places, lines);
  for (guint i = 0; i < field.hearing.n_heard; i++)
    contest->results[field.indexes[i]].line = lines[i];
}
