/* test-review.c – the last days of supplement, appeal and answer, and whose decision counts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-review.h"

/* 2026 without holidays but one: Friday 6 March is off, Sunday 8 March is worked. */
static KpCalendar *
make_calendar (void)
{
  KpCalendar *calendar = kp_calendar_new ();

  kp_calendar_add_year (calendar, 2026);
  kp_calendar_set_day (calendar, (KpDate) { 2026, 3, 6 }, FALSE);
  kp_calendar_set_day (calendar, (KpDate) { 2026, 3, 8 }, TRUE);

  return calendar;
}

typedef struct
{
  const char       *name;
  KpReviewPolicy    policy;
  KpDate            appealed_on;
  KpReviewDeadlines expected;
} DeadlineCase;

/* Told on Wednesday 4 March 2026. */
static const DeadlineCase deadline_cases[] = {
  { "no-periods", { .levels = 2 }, { 0 }, { { 0 }, { 0 }, { 0 } } },
  { "days", { .supplement_days = 3, .appeal_days = 2 }, { 0 }, { { 2026, 3, 7 }, { 2026, 3, 6 }, { 0 } } },
  /* 5 March, not the 6th, not the 7th, the 8th, 9 March. */
  { "workdays", { .supplement_days = 3, .supplement_in_workdays = TRUE }, { 0 }, { { 2026, 3, 9 }, { 0 }, { 0 } } },
  { "answer-after-appeal-period", { .appeal_days = 2, .answer_days = 3, .answer_in_workdays = TRUE }, { 0 },
    { { 0 }, { 2026, 3, 6 }, { 2026, 3, 10 } } },
  { "answer-after-appeal", { .appeal_days = 2, .answer_days = 3, .answer_in_workdays = TRUE }, { 2026, 3, 5 },
    { { 0 }, { 2026, 3, 6 }, { 2026, 3, 10 } } },
  { "answer-in-days", { .appeal_days = 2, .answer_days = 3 }, { 2026, 3, 5 }, { { 0 }, { 2026, 3, 6 }, { 2026, 3, 8 } } },
  { "answer-without-appeal-period", { .answer_days = 1 }, { 0 }, { { 0 }, { 0 }, { 2026, 3, 5 } } },
};

static void
test_deadline (gconstpointer data)
{
  const DeadlineCase    *c = data;
  g_autoptr (KpCalendar) calendar = make_calendar ();
  g_autoptr (GError)     error = NULL;
  KpReviewDeadlines      deadlines;

  g_assert_true (kp_review_decide_deadlines (&c->policy, (KpDate) { 2026, 3, 4 }, c->appealed_on, calendar, &deadlines,
                                             &error));
  g_assert_no_error (error);
  g_assert_cmpint (kp_date_compare (deadlines.supplement_to, c->expected.supplement_to), ==, 0);
  g_assert_cmpint (kp_date_compare (deadlines.appeal_to, c->expected.appeal_to), ==, 0);
  g_assert_cmpint (kp_date_compare (deadlines.answer_to, c->expected.answer_to), ==, 0);
}

/* A period into a year whose holidays nobody has announced has no last day yet. */
static void
test_unknown_year (void)
{
  g_autoptr (KpCalendar) calendar = make_calendar ();
  g_autoptr (GError)     error = NULL;
  KpReviewPolicy         policy = { .levels = 2, .answer_days = 3, .answer_in_workdays = TRUE };
  KpReviewDeadlines      deadlines = { { 2000, 1, 1 }, { 2000, 1, 1 }, { 2000, 1, 1 } };

  g_assert_false (kp_review_decide_deadlines (&policy, (KpDate) { 2026, 12, 30 }, KP_DATE_NONE, calendar, &deadlines,
                                              &error));
  g_assert_error (error, KP_WORKDAY_ERROR, KP_WORKDAY_ERROR_UNKNOWN_YEAR);
  g_assert_cmpint (deadlines.answer_to.year, ==, 2000);
}

typedef struct
{
  const char *name;
  guint       levels;
  guint       level;
  const char *actor;
  const char *first;
  const char *appealed;
  gboolean    may;
} ActorCase;

static const ActorCase actor_cases[] = {
  { "first-level", 2, 1, "甲", NULL, NULL, TRUE },
  { "nobody", 2, 1, NULL, NULL, NULL, FALSE },
  { "no-name", 2, 1, "", NULL, NULL, FALSE },
  { "second-level-another", 2, 2, "乙", "甲", NULL, TRUE },
  { "second-level-the-same", 2, 2, "甲", "甲", NULL, FALSE },
  { "second-level-the-same-but-for-blanks", 2, 2, " 甲　", "甲", NULL, FALSE },
  { "second-level-the-same-in-wide-letters", 2, 2, "Ｗang", "wang", NULL, FALSE },
  { "second-level-before-the-first", 2, 2, "乙", NULL, NULL, FALSE },
  { "second-level-of-one", 1, 2, "乙", "甲", NULL, FALSE },
  { "only-level", 1, 1, "甲", NULL, NULL, TRUE },
  { "no-such-level", 2, 0, "甲", NULL, NULL, FALSE },
  { "third-level", 2, 3, "丙", "甲", NULL, FALSE },
  { "appeal-another", 1, 1, "乙", NULL, "甲", TRUE },
  { "appeal-the-same", 1, 1, "甲", NULL, "甲", FALSE },
  { "appeal-second-level-third-person", 2, 2, "丙", "甲", "乙", TRUE },
  { "appeal-second-level-first-reviewer", 2, 2, "甲", "甲", "乙", FALSE },
  { "appeal-second-level-the-same", 2, 2, "乙", "甲", "乙", FALSE },
};

static void
test_actor (gconstpointer data)
{
  const ActorCase *c = data;
  KpReviewPolicy   policy;

  kp_review_policy_init (&policy);
  g_assert_cmpuint (policy.levels, ==, 2);
  policy.levels = c->levels;
  g_assert_cmpint (kp_review_may_decide (&policy, c->level, c->actor, c->first, c->appealed), ==, c->may);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (deadline_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/review/deadline/", deadline_cases[i].name, NULL);

      g_test_add_data_func (path, &deadline_cases[i], test_deadline);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (actor_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/review/may-decide/", actor_cases[i].name, NULL);

      g_test_add_data_func (path, &actor_cases[i], test_actor);
    }
  g_test_add_func ("/rules/review/unknown-year", test_unknown_year);

  return g_test_run ();
}
