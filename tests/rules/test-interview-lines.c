/* test-interview-lines.c – 面试合格线 with and without competition: fixed, a mean, a vote.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-interview-lines.h"

#include "kp-correction.h"
#include "kp-test.h"

/* A rule of a notice, and what came of one candidate by it. 0 = there is no such line. */
typedef struct
{
  const char *name;
  int line;
  int lone_line;
  KpLoneWhen when;
  KpLineMean mean;
  int mean_decimals; /* 0 = exact */
  KpFraction vote;
  guint n_present;
  guint places;
  guint n_entered;
  guint wanted;
  KpFraction mean_value; /* room, day and post alike; unknown = not there yet */
  const char *expected;  /* "60", "?" = waits for a mean, NULL = no line */
  gboolean needs_vote;
} Row;

static const Row rows[] = {
  { .name = "no-line", .n_present = 1, .places = 2 },
  { .name = "only-line", .line = 60, .n_present = 1, .places = 2, .expected = "60" },
  { .name = "only-lone-line-with-competition", .lone_line = 70, .n_present = 3, .places = 2 },
  { .name = "competition", .line = 60, .lone_line = 70, .n_present = 3, .places = 2, .expected = "60" },
  /* 集美 2016: 1∶1 and fewer. */
  { .name = "as-many-as-places", .line = 60, .lone_line = 70, .n_present = 2, .places = 2, .expected = "70" },
  { .name = "fewer-than-places", .line = 60, .lone_line = 70, .n_present = 1, .places = 2, .expected = "70" },
  /* 苍溪: 70 and two thirds of the panel. */
  { .name = "vote-without-competition", .line = 60, .lone_line = 70, .vote = { 2, 3 }, .n_present = 1, .places = 1,
    .expected = "70", .needs_vote = TRUE },
  { .name = "no-vote-with-competition", .line = 60, .lone_line = 70, .vote = { 2, 3 }, .n_present = 2, .places = 1,
    .expected = "60" },
  { .name = "vote-alone", .vote = { 2, 3 }, .n_present = 1, .places = 1, .needs_vote = TRUE },
  /* 安徽省民政厅: fewer on the list than the ratio asks for, though there are more than places. */
  { .name = "mean-of-the-day", .when = KP_LONE_FEWER_THAN_RATIO, .mean = KP_LINE_MEAN_DAY, .n_present = 2, .places = 1,
    .n_entered = 2, .wanted = 3, .mean_value = { 4057, 50 }, .expected = "4057/50" },
  { .name = "ratio-reached", .when = KP_LONE_FEWER_THAN_RATIO, .mean = KP_LINE_MEAN_DAY, .n_present = 1, .places = 1,
    .n_entered = 3, .wanted = 3, .mean_value = { 4057, 50 } },
  /* 厦门: three were invited for two places, one didn't come: there was competition. */
  { .name = "list-longer-than-places", .line = 60, .lone_line = 70, .when = KP_LONE_LIST_AT_MOST_PLACES, .n_present = 2,
    .places = 2, .n_entered = 3, .wanted = 6, .expected = "60" },
  { .name = "list-as-long-as-places", .line = 60, .lone_line = 70, .when = KP_LONE_LIST_AT_MOST_PLACES, .n_present = 1,
    .places = 2, .n_entered = 2, .wanted = 6, .expected = "70" },
  { .name = "mean-below-the-line", .line = 60, .mean = KP_LINE_MEAN_POST, .n_present = 1, .places = 1,
    .mean_value = { 59, 1 }, .expected = "60" },
  { .name = "mean-above-the-lone-line", .line = 60, .lone_line = 70, .mean = KP_LINE_MEAN_ROOM, .n_present = 1,
    .places = 1, .mean_value = { 75, 1 }, .expected = "75" },
  { .name = "mean-isnt-rounded", .mean = KP_LINE_MEAN_ROOM, .n_present = 1, .places = 1, .mean_value = { 250, 3 },
    .expected = "250/3" },
  { .name = "mean-rounded", .mean = KP_LINE_MEAN_ROOM, .mean_decimals = 2, .n_present = 1, .places = 1,
    .mean_value = { 250, 3 }, .expected = "8333/100" },
  { .name = "mean-waits", .line = 60, .mean = KP_LINE_MEAN_DAY, .n_present = 1, .places = 1, .expected = "?" },
};

static KpInterviewLines
make_lines (const Row *row)
{
  KpInterviewLines lines;

  kp_interview_lines_init (&lines);
  lines.has_line = row->line > 0;
  lines.line = KP_MARK (row->line, 0);
  lines.has_lone_line = row->lone_line > 0;
  lines.lone_line = KP_MARK (row->lone_line, 0);
  lines.lone_when = row->when;
  lines.mean = row->mean;
  lines.mean_decimals = row->mean_decimals > 0 ? row->mean_decimals : KP_CORRECTION_EXACT;
  lines.vote = row->vote;
  return lines;
}

static void
test_line (gconstpointer data)
{
  const Row *row = data;
  const KpInterviewLines lines = make_lines (row);
  KpInterviewContext context = { row->n_present, row->places, row->n_entered, row->wanted, KP_FRACTION_ONE,
                                 KP_FRACTION_ONE, KP_FRACTION_ONE };
  KpInterviewLine line;
  g_autofree char *found = NULL;

  if (row->mean == KP_LINE_MEAN_ROOM)
    context.room_mean = row->mean_value;
  if (row->mean == KP_LINE_MEAN_DAY)
    context.day_mean = row->mean_value;
  if (row->mean == KP_LINE_MEAN_POST)
    context.post_mean = row->mean_value;
  line = kp_interview_lines_decide (&lines, &context);
  g_assert_cmpint (line.has_line, ==, row->expected != NULL);
  g_assert_cmpint (line.needs_vote, ==, row->needs_vote);
  if (row->expected == NULL)
    return;
  found = kp_fraction_is_known (line.line) ? kp_fraction_dup_text (line.line) : g_strdup ("?");
  g_assert_cmpstr (found, ==, row->expected);
}

typedef struct
{
  const char *name;
  KpFraction mark;
  KpFraction line; /* unknown = waits */
  gboolean has_line;
  KpFraction vote;
  guint n_for;
  guint n_votes;
  KpStanding standing;
} JudgeRow;

static const JudgeRow judge_rows[] = {
  { "at-the-line", { 60, 1 }, { 60, 1 }, TRUE, { 0, 0 }, 0, 0, KP_STANDING_RANKED },
  { "below-the-line", { 5999, 100 }, { 60, 1 }, TRUE, { 0, 0 }, 0, 0, KP_STANDING_BELOW_LINE },
  { "no-line", { 1, 1 }, { 0, 0 }, FALSE, { 0, 0 }, 0, 0, KP_STANDING_RANKED },
  /* The mean is 83.333…; 83.33 lies below it, though both print alike. */
  { "below-an-exact-mean", { 8333, 100 }, { 250, 3 }, TRUE, { 0, 0 }, 0, 0, KP_STANDING_BELOW_LINE },
  { "line-waits", { 90, 1 }, { 0, 0 }, TRUE, { 0, 0 }, 0, 0, KP_STANDING_OPEN },
  { "no-mark", { 0, 0 }, { 60, 1 }, TRUE, { 0, 0 }, 0, 0, KP_STANDING_OPEN },
  { "two-thirds-of-six", { 80, 1 }, { 70, 1 }, TRUE, { 2, 3 }, 4, 6, KP_STANDING_RANKED },
  { "five-of-seven", { 80, 1 }, { 70, 1 }, TRUE, { 2, 3 }, 5, 7, KP_STANDING_RANKED },
  { "four-of-seven", { 80, 1 }, { 70, 1 }, TRUE, { 2, 3 }, 4, 7, KP_STANDING_BELOW_LINE },
  { "vote-not-taken", { 80, 1 }, { 70, 1 }, TRUE, { 2, 3 }, 0, 0, KP_STANDING_OPEN },
  { "below-the-line-needs-no-vote", { 69, 1 }, { 70, 1 }, TRUE, { 2, 3 }, 7, 7, KP_STANDING_BELOW_LINE },
};

static void
test_judge (gconstpointer data)
{
  const JudgeRow *row = data;
  KpInterviewLines lines;
  const KpInterviewLine line = { row->has_line, row->line, TRUE, kp_fraction_is_known (row->vote) };

  kp_interview_lines_init (&lines);
  lines.vote = row->vote;
  g_assert_cmpstr (kp_standing_get_name (kp_interview_lines_judge (&lines, &line, row->mark, row->n_for, row->n_votes)),
                   ==, kp_standing_get_name (row->standing));
}

#define ADD_ROWS(prefix, rows, func)                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                            \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                                      \
      g_test_add_data_func (path, &rows[i], func);                                                           \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/rules/interview-lines/", rows, test_line)
  ADD_ROWS ("/rules/interview-lines/judge/", judge_rows, test_judge)
  return g_test_run ();
}
