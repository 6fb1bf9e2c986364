/* test-impact.c – what one correction moves, and what it leaves alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-impact.h"
#include "kp-test-contest.h"

#include "kp-test.h"

/* 商丘 2021: of one room one row was typed a line too low. The mean of the room moves with it, and with the mean the
 * coefficients of both rooms and every mark of the post; another post in the same rooms stays as it is. */
static KpTestContest *
make (void)
{
  static const char *const numbers[] = { "A1", "A2", "A3", "A4", "A5", "A6", "B1", "B2", "B3" };
  static const gint        marks[] = { 8500, 8300, 8100, 8400, 8200, 8000, 9000, 8000, 7000 };
  KpTestContest           *t = kp_test_contest_new ("A:2 B:1");

  for (guint i = 0; i < 9; i++)
    {
      KpEntrant *entrant = kp_test_contest_add (t, numbers[i], i < 6 ? "A" : "B", 7000 + (gint) i, marks[i]);

      entrant->room = 1 + i % 6 / 3;
    }

  return t;
}

static KpContest *
run (const KpTestContest *t)
{
  return kp_contest_run (t->scheme, t->entrants, t->n, t->departures, t->n_departures, NULL);
}

/* "A1:place 第1名>第3名 …" of the kinds asked for. */
static gchar *
dup_said (const KpTestContest *t,
          const GPtrArray     *impacts,
          KpImpactKind         kind)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < impacts->len; i++)
    {
      const KpImpact *impact = g_ptr_array_index (impacts, i);

      if (impact->kind == kind)
        g_string_append_printf (said, "%s%s:%s>%s", said->len > 0 ? " " : "", t->entrants[impact->entrant].number,
                                impact->before, impact->after);
    }

  return g_string_free (said, FALSE);
}

static void
assert_said (const KpTestContest *t,
             const GPtrArray     *impacts,
             KpImpactKind         kind,
             const char          *expected)
{
  g_autofree gchar *said = dup_said (t, impacts, kind);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_nothing (void)
{
  g_autoptr (KpTestContest) t = make ();
  g_autoptr (KpContest)     before = run (t);
  g_autoptr (KpContest)     after = run (t);
  g_autoptr (GPtrArray)     impacts = kp_impact_compare (before, after);

  g_assert_cmpuint (impacts->len, ==, 0);
  g_assert_cmpuint (kp_impact_count_persons (impacts, FALSE), ==, 0);
}

/* Room 1: 85, 83, 81 (83), room 2: 84, 82, 80 (82), all 82.5. The 85 was really 79: 81 and 81.5. */
static void
test_row (void)
{
  g_autoptr (KpTestContest) t = make ();
  g_autoptr (KpContest)     before = run (t);
  g_autoptr (KpContest)     after = NULL;
  g_autoptr (GPtrArray)     impacts = NULL;

  t->entrants[0].interview = kp_test_mark (7900);
  after = run (t);
  impacts = kp_impact_compare (before, after);

  assert_said (t, impacts, KP_IMPACT_INTERVIEW,
               "A1:84.49>79.49 A2:82.50>83.51 A3:80.51>81.50 A4:84.51>83.49 A5:82.50>81.50 A6:80.49>79.51");
  assert_said (t, impacts, KP_IMPACT_PLACE, "A1:第2名>第6名 A2:第4名>第2名 A3:第6名>第4名");
  assert_said (t, impacts, KP_IMPACT_FINAL, "A1:进入>未进入 A2:未进入>进入");
  assert_said (t, impacts, KP_IMPACT_HIRE, "A1:拟聘用>— A2:—>拟聘用");
  g_assert_cmpuint (kp_impact_count_persons (impacts, FALSE), ==, 6);
  g_assert_cmpuint (kp_impact_count_persons (impacts, TRUE), ==, 2);

  /* Nothing before the interview, and nobody of the other post. */
  for (guint i = 0; i < impacts->len; i++)
    {
      const KpImpact *impact = g_ptr_array_index (impacts, i);

      g_assert_cmpuint (impact->entrant, <, 6);
      g_assert_cmpint (impact->kind, >=, KP_IMPACT_INTERVIEW);
    }
}

/* Without a correction only the one mark moves, and the places that it passes. */
static void
test_row_without_correction (void)
{
  g_autoptr (KpTestContest) t = make ();
  g_autoptr (KpContest)     before = NULL;
  g_autoptr (KpContest)     after = NULL;
  g_autoptr (GPtrArray)     impacts = NULL;

  t->scheme->interview.correction.method = KP_CORRECTION_NONE;
  before = run (t);
  t->entrants[0].interview = kp_test_mark (8350);
  after = run (t);
  impacts = kp_impact_compare (before, after);
  assert_said (t, impacts, KP_IMPACT_INTERVIEW, "A1:85.00>83.50");
  assert_said (t, impacts, KP_IMPACT_PLACE, "A1:第1名>第2名 A4:第2名>第1名");
  g_assert_cmpuint (kp_impact_count_persons (impacts, TRUE), ==, 0);
}

/* A written mark moves the line of the mean, and with it who is interviewed. */
static void
test_written (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  g_autoptr (KpContest)     before = NULL;
  g_autoptr (KpContest)     after = NULL;
  g_autoptr (GPtrArray)     impacts = NULL;

  t->scheme->written.line.basis = KP_LINE_ON_PAPER;
  t->scheme->written.line.kind = KP_LINE_SHARE_OF_MEAN;
  t->scheme->written.line.share = KP_FRACTION_ONE;
  kp_test_contest_add (t, "001", "A", 9000, 9000);
  kp_test_contest_add (t, "002", "A", 7000, 7000);
  kp_test_contest_add (t, "003", "A", 4500, 4500);
  before = run (t);
  t->entrants[0].papers[0] = kp_test_mark (9900);
  after = run (t);
  impacts = kp_impact_compare (before, after);
  assert_said (t, impacts, KP_IMPACT_WRITTEN, "001:90.00>99.00");
  assert_said (t, impacts, KP_IMPACT_WRITTEN_PLACE, "");
  assert_said (t, impacts, KP_IMPACT_SHORTLIST, "002:入围>低于合格线");
  g_assert_cmpuint (kp_impact_count_persons (impacts, TRUE), ==, 1);
}

static void
test_review (void)
{
  g_autoptr (KpTestContest) t = make ();
  g_autoptr (KpContest)     before = run (t);
  g_autoptr (KpContest)     after = NULL;
  g_autoptr (GPtrArray)     impacts = NULL;

  t->entrants[6].has_review = TRUE;
  t->entrants[6].review = KP_REVIEW_FAIL;
  after = run (t);
  impacts = kp_impact_compare (before, after);
  assert_said (t, impacts, KP_IMPACT_REVIEW, "B1:合格>不合格");
  assert_said (t, impacts, KP_IMPACT_WRITTEN, "B1:70.06>未登分");
  assert_said (t, impacts, KP_IMPACT_HIRE, "B1:拟聘用>— B2:—>拟聘用");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/impact/nothing-moves", test_nothing);
  g_test_add_func ("/rules/impact/one-row-moves-the-post", test_row);
  g_test_add_func ("/rules/impact/one-row-without-correction", test_row_without_correction);
  g_test_add_func ("/rules/impact/written-mark-moves-the-line", test_written);
  g_test_add_func ("/rules/impact/review", test_review);

  return g_test_run ();
}
