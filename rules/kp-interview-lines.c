/* kp-interview-lines.c – 面试合格线: the fixed one, and the one where there is no competition.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two came for two places, line 60:
 *
 *   without competition 70                    70       集美 2016
 *   … and a vote of 2/3                       70, and five of seven must agree; four don't do: 4/7 < 2/3
 *   without competition the mean of the day   the greater of 60 and the mean; whoever has exactly the mean passes
 *
 * With competition none of the three is asked: 60. A mean that isn't there yet leaves the candidate open.
 *
 *   the committee's line                      the greater of 60 and what it drew; until then everybody is open
 *   without competition the lowest called     posts with competition are totalled first; called from them were people with
 *                                             81 and 76: the greater of 60 and 76; nobody was called: 60 */

#include "kp-interview-lines.h"

#include "kp-correction.h"

/**
 * kp_interview_lines_init:
 * @lines: (out): no line at all
 */
void
kp_interview_lines_init (KpInterviewLines *lines)
{
  g_return_if_fail (lines != NULL);

  *lines = (KpInterviewLines) { .vote = KP_FRACTION_UNKNOWN, .mean_decimals = KP_CORRECTION_EXACT };
}

static gboolean
is_lone (const KpInterviewLines   *lines,
         const KpInterviewContext *context)
{
  if (lines->lone_when == KP_LONE_ALWAYS)
    return TRUE;
  if (lines->lone_when == KP_LONE_FEWER_THAN_RATIO)
    return context->n_entered < context->wanted;
  if (lines->lone_when == KP_LONE_LIST_AT_MOST_PLACES)
    return context->n_entered <= context->places;

  return context->n_present <= context->places;
}

static KpFraction
get_mean (const KpInterviewLines   *lines,
          const KpInterviewContext *context)
{
  KpFraction mean = context->post_mean;

  if (lines->mean == KP_LINE_MEAN_ROOM)
    mean = context->room_mean;
  else if (lines->mean == KP_LINE_MEAN_DAY)
    mean = context->day_mean;
  else if (lines->mean == KP_LINE_MEAN_KIND)
    mean = context->kind_mean;
  if (lines->mean_decimals == KP_CORRECTION_EXACT)
    return mean;

  return kp_fraction_round (mean, (guint) lines->mean_decimals, KP_ROUNDING_HALF_UP);
}

/* A line that isn't known makes the greater of both unknown. */
static void
raise_line (KpInterviewLine *line,
            KpFraction       to)
{
  if (!line->has_line || !kp_fraction_is_known (to)
      || (kp_fraction_is_known (line->line) && kp_fraction_compare (to, line->line) > 0))
    line->line = to;
  line->has_line = TRUE;
}

/**
 * kp_interview_lines_decide:
 * @lines: the lines of the scheme
 * @context: what is known of the post, and of the room and the day of the candidate
 *
 * The line of one candidate: where there is no competition it may be higher (面试未形成竞争的,面试成绩须达到70分), be a mean,
 * and ask for a vote of the examiners. What it is by those called elsewhere is for kp_interview_line_compare(), once they are.
 *
 * Returns: the line; unknown when it depends on a mean that isn't there yet, or on the committee.
 */
KpInterviewLine
kp_interview_lines_decide (const KpInterviewLines   *lines,
                           const KpInterviewContext *context)
{
  KpInterviewLine line = { .line = KP_FRACTION_UNKNOWN, .lowest = { .mark = KP_FRACTION_UNKNOWN } };

  g_return_val_if_fail (lines != NULL && context != NULL, line);

  if (lines->has_line)
    raise_line (&line, kp_fraction_from_mark (lines->line));
  if (lines->drawn != KP_LINE_DRAWN_NONE)
    {
      line.is_undrawn = !context->has_drawn;
      raise_line (&line, context->has_drawn ? kp_fraction_from_mark (context->drawn) : KP_FRACTION_UNKNOWN);
    }
  line.is_lone = is_lone (lines, context);
  if (!line.is_lone)
    return line;

  if (lines->has_lone_line)
    raise_line (&line, kp_fraction_from_mark (lines->lone_line));
  if (lines->mean != KP_LINE_MEAN_NONE)
    raise_line (&line, get_mean (lines, context));
  line.needs_lowest = lines->lowest != KP_LOWEST_NONE;
  line.needs_vote = kp_fraction_is_known (lines->vote);

  return line;
}

/**
 * kp_interview_line_compare:
 * @line: a line that needs it
 * @lowest: of those called from posts with competition, in the room or in the campaign
 *
 * 未形成竞争的，不得低于有竞争岗位进入体检人员的最低面试成绩: raises the line to it. Where nobody is called the line stays.
 */
void
kp_interview_line_compare (KpInterviewLine *line,
                           const KpLowest  *lowest)
{
  g_return_if_fail (line != NULL && lowest != NULL);

  line->needs_lowest = FALSE;
  line->lowest = *lowest;
  if (lowest->is_open)
    raise_line (line, KP_FRACTION_UNKNOWN);
  else if (kp_fraction_is_known (lowest->mark))
    raise_line (line, lowest->mark);
}

/**
 * kp_lowest_init:
 * @lowest: (out): of nobody
 */
void
kp_lowest_init (KpLowest *lowest)
{
  *lowest = (KpLowest) { .mark = KP_FRACTION_UNKNOWN };
}

/**
 * kp_lowest_add:
 * @lowest: (inout): the lowest so far
 * @mark: of one more who is called
 */
void
kp_lowest_add (KpLowest  *lowest,
               KpFraction mark)
{
  if (!kp_fraction_is_known (lowest->mark) || kp_fraction_compare (mark, lowest->mark) < 0)
    lowest->mark = mark;
}

/**
 * kp_interview_lines_judge:
 * @lines: the lines of the scheme
 * @line: the line of this candidate
 * @mark: the mark that is compared, raw or corrected as @lines says
 * @n_votes_for: examiners who agreed
 * @n_votes: examiners who voted; 0 = no vote was taken yet
 *
 * Returns: RANKED at or above the line, BELOW_LINE below it or voted down, OPEN while something is missing.
 */
KpStanding
kp_interview_lines_judge (const KpInterviewLines *lines,
                          const KpInterviewLine  *line,
                          KpFraction              mark,
                          guint                   n_votes_for,
                          guint                   n_votes)
{
  g_return_val_if_fail (lines != NULL && line != NULL && n_votes_for <= n_votes, KP_STANDING_OPEN);

  if (!kp_fraction_is_known (mark) || line->needs_lowest || (line->has_line && !kp_fraction_is_known (line->line)))
    return KP_STANDING_OPEN;
  if (line->has_line && kp_fraction_compare (mark, line->line) < 0)
    return KP_STANDING_BELOW_LINE;
  if (!line->needs_vote)
    return KP_STANDING_RANKED;
  if (n_votes == 0)
    return KP_STANDING_OPEN;

  return kp_fraction_compare (kp_fraction_new (n_votes_for, n_votes), lines->vote) < 0 ? KP_STANDING_BELOW_LINE
                                                                                       : KP_STANDING_RANKED;
}
