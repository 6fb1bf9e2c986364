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
  gboolean is_drawn_later; /* the committee draws the line */
  int drawn; /* 0 = it hasn't yet */
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
  { .name = "mean-of-the-kind", .line = 60, .mean = KP_LINE_MEAN_KIND, .n_present = 1, .places = 1,
    .mean_value = { 151, 2 }, .expected = "151/2" },
  /* 面试合格线由领导小组面试后划定: with competition or without, never below the fixed one. */
  { .name = "drawn", .is_drawn_later = TRUE, .drawn = 72, .n_present = 3, .places = 1, .expected = "72" },
  { .name = "drawn-below-the-line", .line = 60, .is_drawn_later = TRUE, .drawn = 55, .n_present = 3, .places = 1,
    .expected = "60" },
  { .name = "drawn-below-the-lone-line", .lone_line = 70, .is_drawn_later = TRUE, .drawn = 65, .n_present = 1, .places = 1,
    .expected = "70" },
  { .name = "not-drawn-yet", .line = 60, .is_drawn_later = TRUE, .n_present = 3, .places = 1, .expected = "?" },
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
  lines.drawn = row->is_drawn_later ? KP_LINE_DRAWN_CAMPAIGN : KP_LINE_DRAWN_NONE;
  return lines;
}

static void
test_line (gconstpointer data)
{
  const Row *row = data;
  const KpInterviewLines lines = make_lines (row);
  KpInterviewContext context = {
    .n_present = row->n_present,
    .places = row->places,
    .n_entered = row->n_entered,
    .wanted = row->wanted,
    .room_mean = KP_FRACTION_ONE,
    .day_mean = KP_FRACTION_ONE,
    .post_mean = KP_FRACTION_ONE,
    .kind_mean = KP_FRACTION_ONE,
    .has_drawn = row->drawn > 0,
    .drawn = KP_MARK (row->drawn, 0),
  };
  KpInterviewLine line;
  g_autofree char *found = NULL;

  if (row->mean == KP_LINE_MEAN_ROOM)
    context.room_mean = row->mean_value;
  if (row->mean == KP_LINE_MEAN_DAY)
    context.day_mean = row->mean_value;
  if (row->mean == KP_LINE_MEAN_POST)
    context.post_mean = row->mean_value;
  if (row->mean == KP_LINE_MEAN_KIND)
    context.kind_mean = row->mean_value;
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
  const KpInterviewLine line = {
    .has_line = row->has_line,
    .line = row->line,
    .is_lone = TRUE,
    .needs_vote = kp_fraction_is_known (row->vote),
  };

  kp_interview_lines_init (&lines);
  lines.vote = row->vote;
  g_assert_cmpstr (kp_standing_get_name (kp_interview_lines_judge (&lines, &line, row->mark, row->n_for, row->n_votes)),
                   ==, kp_standing_get_name (row->standing));
}

/* 不低于有竞争岗位进入体检人员的最低分: 81 and 76 were called; the greater of it and the own line counts. */
static void
test_lowest (void)
{
  KpInterviewLines lines;
  KpInterviewContext context = { .n_present = 1, .places = 1 };
  KpInterviewLine line;
  KpLowest lowest;

  kp_interview_lines_init (&lines);
  lines.has_line = TRUE;
  lines.line = KP_MARK (60, 0);
  lines.lowest = KP_LOWEST_ROOM;
  line = kp_interview_lines_decide (&lines, &context);
  g_assert_true (line.needs_lowest);
  g_assert_cmpint (kp_interview_lines_judge (&lines, &line, kp_fraction_new (90, 1), 0, 0), ==, KP_STANDING_OPEN);

  kp_lowest_init (&lowest);
  kp_interview_line_compare (&line, &lowest); /* nobody was called */
  g_assert_cmpint (kp_interview_lines_judge (&lines, &line, kp_fraction_new (60, 1), 0, 0), ==, KP_STANDING_RANKED);

  kp_lowest_add (&lowest, kp_fraction_new (81, 1));
  kp_lowest_add (&lowest, kp_fraction_new (76, 1));
  kp_interview_line_compare (&line, &lowest);
  g_assert_cmpint (kp_fraction_compare (line.line, kp_fraction_new (76, 1)), ==, 0);
  g_assert_cmpint (kp_interview_lines_judge (&lines, &line, kp_fraction_new (75, 1), 0, 0), ==, KP_STANDING_BELOW_LINE);

  lowest.is_open = TRUE;
  kp_interview_line_compare (&line, &lowest);
  g_assert_cmpint (kp_interview_lines_judge (&lines, &line, kp_fraction_new (90, 1), 0, 0), ==, KP_STANDING_OPEN);

  context.n_present = 2; /* with competition */
  line = kp_interview_lines_decide (&lines, &context);
  g_assert_false (line.needs_lowest);
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
  g_test_add_func ("/rules/interview-lines/lowest-called", test_lowest);
  ADD_ROWS ("/rules/interview-lines/judge/", judge_rows, test_judge)
  return g_test_run ();
}
