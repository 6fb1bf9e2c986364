/* test-contest-hear.c – the interview of a campaign: sheets, rooms, correction, lines.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-contest.h"

#include "kp-test.h"

static void
assert_interview (const KpTestContest *t,
                  const char          *number,
                  const char          *mark)
{
  const KpContestResult *result = kp_test_contest_get (t, number);
  g_autofree gchar      *text = kp_mark_dup_text (result->interview.mark, 2);

  g_assert_cmpint (result->interview.state, ==, KP_MARK_PRESENT);
  g_assert_cmpstr (text, ==, mark);
}

static void
fill_sheets (KpPanelSheet *sheets,
             guint         n,
             const guint  *totals)
{
  static const char *const examiners[] = { "1", "2", "3", "4", "5", "6", "7" };

  for (guint i = 0; i < n; i++)
    sheets[i] = (KpPanelSheet) { .examiner = examiners[i], .total = kp_test_mark ((gint) totals[i] * 100) };
}

/* 90 and 60 are dropped: (80 + 81 + 82 + 83 + 85) ÷ 5 = 82.2; a mark that was typed beside the sheets doesn't stand. */
static void
test_sheets (void)
{
  static const guint        totals[] = { 90, 80, 81, 60, 82, 83, 85 };
  KpPanelSheet              sheets[7];
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpEntrant                *entrant = kp_test_contest_add (t, "001", "A", 7000, 1100);

  fill_sheets (sheets, 7, totals);
  entrant->sheets = sheets;
  entrant->n_sheets = 7;
  kp_test_contest_run (t);
  assert_interview (t, "001", "82.20");
  g_assert_cmpint (kp_test_contest_get (t, "001")->dropped, ==, KP_MARK (150, 0));
}

/* Elements are added; one that is missing leaves no mark. */
static void
test_elements (void)
{
  KpStatedMark              marks[7][2];
  KpPanelSheet              sheets[7];
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpEntrant                *entrant = kp_test_contest_add (t, "001", "A", 7000, KP_TEST_NONE);
  const guint               totals[7] = { 0 };

  for (guint i = 0; i < 2; i++)
    {
      KpSchemeElement *element = kp_scheme_element_new ();

      element->full = KP_MARK (50, 0);
      element->weight = KP_FRACTION_ONE;
      g_ptr_array_add (t->scheme->interview.elements, element);
    }
  fill_sheets (sheets, 7, totals);
  for (guint i = 0; i < 7; i++)
    {
      marks[i][0] = kp_test_mark (4000);
      marks[i][1] = kp_test_mark (3000 + (gint) i * 100);
      sheets[i].elements = marks[i];
      sheets[i].n_elements = 2;
      sheets[i].total = kp_test_mark (KP_TEST_NONE);
    }
  entrant->sheets = sheets;
  entrant->n_sheets = 7;
  kp_test_contest_run (t);
  assert_interview (t, "001", "73.00");

  marks[3][1] = kp_test_mark (KP_TEST_NONE);
  kp_test_contest_run (t);
  g_assert_cmpint (kp_test_contest_get (t, "001")->raw.state, ==, KP_MARK_PENDING);
  kp_test_contest_assert_totals (t, "open");
}

static void
test_absent_and_breach (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");

  kp_test_contest_add (t, "001", "A", 9000, KP_TEST_ABSENT);
  kp_test_contest_add (t, "002", "A", 8000, KP_TEST_BREACH);
  kp_test_contest_add (t, "003", "A", 7000, 7000);
  kp_test_contest_add (t, "004", "A", 6000, 9000);
  kp_test_contest_leave (t, "004", 1, KP_STAGE_INTERVIEW, KP_CAUSE_BREACH);
  kp_test_contest_add (t, "005", "A", 6000, 9000);
  kp_test_contest_leave (t, "005", 1, KP_STAGE_INTERVIEW, KP_CAUSE_ABSENT);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "absent void 70.00/1 void absent");
}

/* Who isn't on the list isn't heard, whatever is written down. */
static void
test_not_listed (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->shortlist.tiers[0].ratio = KP_FRACTION_ONE;
  kp_test_contest_add (t, "001", "A", 9000, 7000);
  kp_test_contest_add (t, "002", "A", 8000, 9900);
  kp_test_contest_run (t);
  g_assert_cmpint (kp_test_contest_get (t, "002")->raw.state, ==, KP_MARK_NOT_ENTERED);
  kp_test_contest_assert_totals (t, "80.00/1 -");
}

/* Room 1: 80, 82, 84 (82), room 2: 70, 72, 74 (72), together 77: 77 ÷ 82 = 0.9390, 77 ÷ 72 = 1.0694. */
static void
add_rooms (KpTestContest *t)
{
  static const gint         marks[] = { 8000, 8200, 8400, 7000, 7200, 7400 };
  static const char *const  numbers[] = { "1", "2", "3", "4", "5", "6" };

  for (guint i = 0; i < 6; i++)
    kp_test_contest_add (t, numbers[i], "A", 7000, marks[i])->room = 1 + i / 3;
}

static void
test_correction (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");
  g_autofree gchar         *coefficient = NULL;

  add_rooms (t);
  kp_test_contest_run (t);
  g_assert_cmpint (kp_contest_get_post (t->contest, "A")->correction, ==, KP_CORRECTION_APPLIED);
  coefficient = kp_fraction_dup_decimal (kp_test_contest_get (t, "1")->coefficient, 4);
  g_assert_cmpstr (coefficient, ==, "0.9390");
  assert_interview (t, "1", "75.12");
  assert_interview (t, "4", "74.86");
  assert_interview (t, "6", "79.14");
  g_assert_cmpint (kp_test_contest_get (t, "6")->raw.mark, ==, KP_MARK (74, 0));

  t->scheme->interview.correction.method = KP_CORRECTION_NONE;
  kp_test_contest_run (t);
  assert_interview (t, "6", "74.00");
  g_assert_false (kp_fraction_is_known (kp_test_contest_get (t, "6")->coefficient));
}

/* Other posts in the same rooms don't count. */
static void
test_correction_of_one_post (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2 B:1");

  add_rooms (t);
  kp_test_contest_add (t, "7", "B", 7000, 5000)->room = 1;
  kp_test_contest_run (t);
  assert_interview (t, "1", "75.12");
  assert_interview (t, "7", "50.00");
}

static void
test_line (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");

  t->scheme->interview.lines.has_line = TRUE;
  t->scheme->interview.lines.line = KP_MARK (60, 0);
  kp_test_contest_add (t, "001", "A", 9000, 5999);
  kp_test_contest_add (t, "002", "A", 7000, 6000);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "below_line 65.00/1");
}

/* Two came for two places: the line is 70, and five of seven examiners must agree. */
static void
test_no_competition (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");
  KpInterviewLines         *lines = &t->scheme->interview.lines;

  lines->has_line = TRUE;
  lines->line = KP_MARK (60, 0);
  lines->has_lone_line = TRUE;
  lines->lone_line = KP_MARK (70, 0);
  lines->vote = kp_fraction_new (2, 3);
  kp_test_contest_add (t, "001", "A", 7000, 6900);
  kp_test_contest_add (t, "002", "A", 7000, 7000);
  t->entrants[1].n_votes_for = 5;
  t->entrants[1].n_votes = 7;
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "below_line 70.00/1");

  t->entrants[1].n_votes_for = 4;
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "below_line below_line");

  t->entrants[1].n_votes = 0;
  t->entrants[1].n_votes_for = 0;
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "below_line open");

  /* A third who comes makes it a competition. */
  kp_test_contest_add (t, "003", "A", 7000, 6500);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "69.50/2 70.00/1 67.50/3");
}

/* 实际参加面试人数: three for two places at 2:1, of whom one doesn't come: 2 ÷ 2 leaves one place. Who is to be heard still
 * keeps the post waiting. */
static void
test_heard (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");

  t->scheme->turnout[KP_TURNOUT_INTERVIEW].applies = TRUE;
  t->scheme->turnout[KP_TURNOUT_INTERVIEW].ratio = kp_fraction_new (2, 1);
  kp_test_contest_add (t, "001", "A", 8000, 8000);
  kp_test_contest_add (t, "002", "A", 7000, 7000);
  kp_test_contest_add (t, "003", "A", 6000, KP_TEST_NONE);
  kp_test_contest_run (t);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 2);

  t->entrants[2].interview = kp_test_mark (KP_TEST_ABSENT);
  kp_test_contest_run (t);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 1);
  kp_test_contest_assert_totals (t, "80.00/1 70.00/2 absent");
  kp_test_contest_assert_hired (t, "001");

  t->scheme->turnout[KP_TURNOUT_INTERVIEW].ratio = kp_fraction_new (3, 1);
  t->scheme->turnout[KP_TURNOUT_INTERVIEW].action = KP_QUOTA_CANCEL;
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "80.00/1 70.00/2 absent");
  kp_test_contest_assert_hired (t, "");
}

typedef struct
{
  const char *name;
  KpLineMean  mean;
  const char *totals;
} MeanRow;

/* 1 is alone for A with 70; with it sat 80 (same room), 78 (same day, another room) and 60 (another day). */
static const MeanRow mean_rows[] = {
  { "none", KP_LINE_MEAN_NONE, "70.00/1" },
  { "room", KP_LINE_MEAN_ROOM, "below_line" },
  { "day", KP_LINE_MEAN_DAY, "below_line" },
  { "post", KP_LINE_MEAN_POST, "70.00/1" },
};

static void
test_mean (gconstpointer data)
{
  const MeanRow            *row = data;
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1 C:1");

  t->scheme->interview.lines.mean = row->mean;
  t->scheme->interview.correction.method = KP_CORRECTION_NONE;
  kp_test_contest_add (t, "1", "A", 7000, 7000);
  kp_test_contest_add (t, "2", "B", 7000, 8000);
  kp_test_contest_add (t, "3", "B", 7000, 7800);
  kp_test_contest_add (t, "4", "C", 7000, 6000);
  kp_test_contest_add (t, "5", "C", 7000, 6000);
  for (guint i = 0; i < t->n; i++)
    {
      t->entrants[i].room = i == 2 ? 2 : 1;
      t->entrants[i].day = kp_date_make (2026, 5, i < 3 ? 1 : 2);
    }
  kp_test_contest_run (t);
  t->n = 1; /* only A has no competition */
  kp_test_contest_assert_totals (t, row->totals);
}

/* As long as somebody of the day has no mark yet there is no mean, and nobody falls below it. */
static void
test_mean_waits (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");

  t->scheme->interview.lines.mean = KP_LINE_MEAN_DAY;
  kp_test_contest_add (t, "1", "A", 7000, 7000);
  kp_test_contest_add (t, "2", "B", 7000, 8000);
  kp_test_contest_add (t, "3", "B", 7000, KP_TEST_NONE);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "open 75.00/1 open");

  t->entrants[2].interview = kp_test_mark (5000);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "70.00/1 75.00/1 60.00/2");

  t->entrants[2].interview = kp_test_mark (KP_TEST_ABSENT);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "below_line 75.00/1 absent");
}

/* 进入面试人数达不到比例: those who are on the list when the interviews begin, for the places as they are by then. */
static void
test_ratio_not_reached (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpInterviewLines         *lines = &t->scheme->interview.lines;

  lines->lone_when = KP_LONE_FEWER_THAN_RATIO;
  lines->has_lone_line = TRUE;
  lines->lone_line = KP_MARK (70, 0);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const numbers[] = { "001", "002", "003", "004" };

      kp_test_contest_add (t, numbers[i], "A", 9000 - (gint) i * 100, 6900);
    }
  kp_test_contest_leave (t, "002", 1, KP_STAGE_RECHECK, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "79.50/1 - 78.50/2 78.00/3");

  t->scheme->shortlist.may_substitute = FALSE;
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "below_line - below_line -");
}

/* Where everybody over the line is interviewed there is no ratio: then as many as there are places, or fewer, are without
 * competition. */
static void
test_ratio_of_all (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2");
  KpInterviewLines         *lines = &t->scheme->interview.lines;

  kp_test_contest_post (t, "A")->takes_all = TRUE;
  lines->lone_when = KP_LONE_FEWER_THAN_RATIO;
  lines->has_lone_line = TRUE;
  lines->lone_line = KP_MARK (70, 0);
  kp_test_contest_add (t, "001", "A", 9000, 6900);
  kp_test_contest_add (t, "002", "A", 8900, 6900);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "below_line below_line");

  kp_test_contest_add (t, "003", "A", 8800, 6900);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "79.50/1 79.00/2 78.50/3");
}

static KpInterviewLines *
add_lines_for (KpTestContest *t,
               KpCondition   *when,
               const char    *post)
{
  KpSchemeLinesFor *lines_for = kp_scheme_lines_for_new ();

  lines_for->when = when;
  if (post != NULL)
    g_ptr_array_add (lines_for->posts, g_strdup (post));
  lines_for->lines.has_line = TRUE;
  g_ptr_array_add (t->scheme->interview.lines_for, lines_for);
  return &lines_for->lines;
}

/* 退役军人 55, B 70, the rest 60: the first that fits is the whole of a person's lines, so no vote is asked of B. */
static void
test_lines_for_some (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:2 B:2");

  add_lines_for (t, kp_test_ask (KP_CONDITION_VETERAN, NULL, NULL), NULL)->line = KP_MARK (55, 0);
  add_lines_for (t, NULL, "B")->line = KP_MARK (70, 0);
  t->scheme->interview.lines.has_line = TRUE;
  t->scheme->interview.lines.line = KP_MARK (60, 0);
  t->scheme->interview.lines.vote = kp_fraction_new (2, 3);
  kp_test_contest_add (t, "001", "A", 7000, 5900);
  kp_test_contest_add (t, "002", "A", 7000, 5500)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_add (t, "003", "B", 7000, 5500)->facts.is_veteran = KP_TRUTH_YES;
  kp_test_contest_add (t, "004", "B", 7000, 6900);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "below_line 62.50/1 62.50/1 below_line");
  g_assert_true (kp_test_contest_get (t, "001")->line.needs_vote);
  g_assert_false (kp_test_contest_get (t, "004")->line.needs_vote);
}

/* 面试后划定: until then nobody has a place, and none is called; then the greater of 60 and the line. */
static void
test_line_drawn (void)
{
  static const KpPostLine   lines[] = { { "B", KP_MARK (80, 0) } };
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1");

  t->scheme->interview.lines.has_line = TRUE;
  t->scheme->interview.lines.line = KP_MARK (60, 0);
  t->scheme->interview.lines.drawn = KP_LINE_DRAWN_CAMPAIGN;
  kp_test_contest_add (t, "001", "A", 7000, 7500);
  kp_test_contest_add (t, "002", "B", 7000, 7499);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "open open");
  g_assert_cmpint (kp_contest_get_post (t->contest, "A")->pending, ==, KP_PENDING_INTERVIEW_LINE);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->n_called, ==, 0);

  t->decisions.has_interview_line = TRUE;
  t->decisions.interview_line = KP_MARK (75, 0);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "72.50/1 below_line");

  t->decisions.interview_line = KP_MARK (50, 0);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "72.50/1 72.50/1");

  t->scheme->interview.lines.drawn = KP_LINE_DRAWN_POST;
  t->decisions.interview_lines = lines;
  t->decisions.n_interview_lines = G_N_ELEMENTS (lines);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "open below_line");
}

/* A and B are of one track: (70 + 80 + 78) ÷ 3 = 76; D is of another. Where lines name posts, these are the kind: A and D,
 * (70 + 60) ÷ 2 = 65. */
static void
test_mean_of_the_kind (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1 B:1 D:1");
  KpInterviewLines         *lines;

  kp_test_contest_post (t, "D")->track = KP_TRACK_VETERAN;
  t->scheme->interview.lines.mean = KP_LINE_MEAN_KIND;
  kp_test_contest_add (t, "1", "A", 7000, 7000);
  kp_test_contest_add (t, "2", "B", 7000, 8000);
  kp_test_contest_add (t, "3", "B", 7000, 7800);
  kp_test_contest_add (t, "4", "D", 7000, 6000);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "below_line 75.00/1 74.00/2 65.00/1");
  g_assert_cmpint (kp_fraction_compare (kp_test_contest_get (t, "1")->line.line, kp_fraction_new (76, 1)), ==, 0);

  lines = add_lines_for (t, NULL, "A");
  g_ptr_array_add (((KpSchemeLinesFor *) g_ptr_array_index (t->scheme->interview.lines_for, 0))->posts, g_strdup ("D"));
  lines->has_line = FALSE;
  lines->mean = KP_LINE_MEAN_KIND;
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "70.00/1 75.00/1 74.00/2 below_line");
  g_assert_cmpint (kp_fraction_compare (kp_test_contest_get (t, "1")->line.line, kp_fraction_new (65, 1)), ==, 0);
}

/* B has competition: 81 and 76 are called in room 1 and 2, 90 isn't, for its written mark is low. C, D without any: room 1
 * asks for 81, room 2 for 76, room 3 for the fixed 60, the campaign for 76. */
static KpTestContest *
make_lowest (KpLowestOf of)
{
  static const struct
  {
    const char *number;
    const char *post;
    guint       room;
    gint        written;
    gint        interview;
  } people[] = {
    { "1", "B", 1, 9000, 8100 }, { "2", "B", 2, 9000, 7600 }, { "3", "B", 2, 6000, 9000 },
    { "4", "C", 1, 7000, 8000 }, { "5", "D", 2, 7000, 7600 }, { "6", "E", 3, 7000, 6000 },
  };
  KpTestContest *t = kp_test_contest_new ("B:2 C:1 D:1 E:1");

  t->scheme->shortlist.takes_all = TRUE;
  t->scheme->interview.correction.method = KP_CORRECTION_NONE;
  t->scheme->interview.lines.has_line = TRUE;
  t->scheme->interview.lines.line = KP_MARK (60, 0);
  t->scheme->interview.lines.lowest = of;
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    kp_test_contest_add (t, people[i].number, people[i].post, people[i].written, people[i].interview)->room = people[i].room;
  return t;
}

static void
test_lowest_called (void)
{
  g_autoptr (KpTestContest) of_room = make_lowest (KP_LOWEST_ROOM);
  g_autoptr (KpTestContest) of_all = make_lowest (KP_LOWEST_CAMPAIGN);

  kp_test_contest_run (of_room);
  kp_test_contest_assert_totals (of_room, "85.50/1 83.00/2 75.00/3 below_line 73.00/1 65.00/1");
  kp_test_contest_run (of_all);
  kp_test_contest_assert_totals (of_all, "85.50/1 83.00/2 75.00/3 75.00/1 73.00/1 below_line");

  /* Who left at the physical was called all the same, and who came after doesn't count. */
  kp_test_contest_leave (of_all, "2", 1, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
  of_all->entrants[2].interview = kp_test_mark (6500);
  kp_test_contest_run (of_all);
  kp_test_contest_assert_totals (of_all, "85.50/1 83.00/2 62.50/3 75.00/1 73.00/1 below_line");
}

/* As long as it isn't settled who is called, the line isn't; without a post with competition the fixed one counts. */
static void
test_lowest_called_waits (void)
{
  g_autoptr (KpTestContest) t = make_lowest (KP_LOWEST_ROOM);

  t->entrants[2].interview = kp_test_mark (KP_TEST_NONE);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "85.50/1 83.00/2 open open open 65.00/1");

  /* B's second place is tied, and nothing parts it. */
  t->entrants[2].papers[0] = t->entrants[1].papers[0];
  t->entrants[2].interview = kp_test_mark (7600);
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "85.50/1 83.00/2? 83.00/2? open open 65.00/1");

  t->entrants[2].interview = kp_test_mark (KP_TEST_ABSENT); /* B has as many as places now */
  kp_test_contest_run (t);
  kp_test_contest_assert_totals (t, "85.50/1 83.00/2 absent 75.00/1 73.00/1 65.00/1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/contest/hear/sheets-make-the-mark", test_sheets);
  g_test_add_func ("/rules/contest/hear/elements-make-the-sheet", test_elements);
  g_test_add_func ("/rules/contest/hear/absent-and-breach", test_absent_and_breach);
  g_test_add_func ("/rules/contest/hear/not-listed-isnt-heard", test_not_listed);
  g_test_add_func ("/rules/contest/hear/correction-of-two-rooms", test_correction);
  g_test_add_func ("/rules/contest/hear/correction-by-post", test_correction_of_one_post);
  g_test_add_func ("/rules/contest/hear/line", test_line);
  g_test_add_func ("/rules/contest/hear/no-competition-votes", test_no_competition);
  for (gsize i = 0; i < G_N_ELEMENTS (mean_rows); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/contest/hear/mean/%s", mean_rows[i].name);

      g_test_add_data_func (path, &mean_rows[i], test_mean);
    }
  g_test_add_func ("/rules/contest/hear/mean-waits-for-marks", test_mean_waits);
  g_test_add_func ("/rules/contest/hear/ratio-not-reached", test_ratio_not_reached);
  g_test_add_func ("/rules/contest/hear/ratio-of-all", test_ratio_of_all);
  g_test_add_func ("/rules/contest/hear/lines-for-some", test_lines_for_some);
  g_test_add_func ("/rules/contest/hear/line-drawn-afterwards", test_line_drawn);
  g_test_add_func ("/rules/contest/hear/mean/of-the-kind", test_mean_of_the_kind);
  g_test_add_func ("/rules/contest/hear/lowest-called", test_lowest_called);
  g_test_add_func ("/rules/contest/hear/lowest-called-waits", test_lowest_called_waits);

  g_test_add_func ("/rules/contest/hear/turnout", test_heard);
  return g_test_run ();
}
