/* test-age.c – the days of birth that notices print for their ages (domain.md 2.4), and 29 February.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-age.h"

#define A KP_AGE_TO_BIRTHDAY
#define B KP_AGE_BEFORE_NEXT

/* A notice's bounds as printed; the days aren't always counted to the same cut-off. */
typedef struct
{
  const char  *name;
  KpDate       cutoff;
  guint        most;
  KpAgeReading reading;
  gboolean     includes_oldest;
  KpDate       from;
  KpDate       cutoff_to;
  gboolean     includes_youngest;
  KpDate       to; /* 18周岁以上; none = the notice has no such bound */
} Notice;

static const Notice notices[] = {
  { "xingqing-2025", { 2025, 2, 17 }, 40, B, TRUE, { 1984, 2, 17 }, { 2025, 2, 17 }, TRUE, { 2007, 2, 17 } },
  { "xixia-2025", { 2025, 5, 30 }, 40, B, TRUE, { 1984, 5, 30 }, { 2025, 5, 30 }, TRUE, { 2007, 5, 30 } },
  { "nan-an-2025", { 2025, 9, 1 }, 40, B, TRUE, { 1984, 9, 1 }, { 2025, 9, 1 }, TRUE, { 2007, 9, 1 } },
  { "jixi-2025", { 2025, 9, 1 }, 40, B, TRUE, { 1984, 9, 1 }, { 0 }, TRUE, { 0 } },
  /* "2007-09-04前" */
  { "lianchi-2025", { 2025, 9, 3 }, 35, B, TRUE, { 1989, 9, 3 }, { 2025, 9, 4 }, FALSE, { 2007, 9, 3 } },
  { "shiqu-2025", { 2025, 4, 30 }, 40, A, FALSE, { 1985, 5, 1 }, { 2025, 4, 30 }, TRUE, { 2007, 4, 30 } },
  { "chongqing-2025", { 2025, 3, 3 }, 40, B, TRUE, { 1984, 3, 3 }, { 2025, 2, 26 }, TRUE, { 2007, 2, 26 } },
  { "qishan-2025", { 2025, 10, 27 }, 40, B, TRUE, { 1984, 10, 27 }, { 2025, 10, 27 }, FALSE, { 2007, 10, 26 } },
  { "haizhou-2022", { 2022, 1, 31 }, 35, B, FALSE, { 1986, 2, 1 }, { 2022, 1, 31 }, TRUE, { 2004, 1, 31 } },
  { "hefei-2022", { 2022, 3, 18 }, 35, B, TRUE, { 1986, 3, 18 }, { 2022, 3, 18 }, TRUE, { 2004, 3, 18 } },
  { "putuo-2025", { 2025, 12, 15 }, 38, B, TRUE, { 1986, 12, 15 }, { 0 }, TRUE, { 0 } },
  { "xianyang-2022", { 2022, 11, 15 }, 35, A, TRUE, { 1987, 11, 15 }, { 2022, 11, 15 }, TRUE, { 2004, 11, 15 } },
  { "yuhong-a", { 2022, 4, 30 }, 40, A, TRUE, { 1982, 4, 30 }, { 0 }, TRUE, { 0 } },
};

static void
test_notice (gconstpointer data)
{
  const Notice *n = data;
  KpDate        from = KP_DATE_NONE;
  KpDate        to = KP_DATE_NONE;
  KpDate        other = { 2000, 1, 1 };

  g_assert_true (kp_age_propose (n->cutoff, n->most, n->reading, n->includes_oldest, &from, &other));
  g_assert_cmpint (kp_date_compare (from, n->from), ==, 0);
  g_assert_true (kp_date_is_none (other));
  if (kp_date_is_none (n->to))
    return;
  g_assert_true (kp_age_propose_youngest (n->cutoff_to, 18, n->includes_youngest, &to, NULL));
  g_assert_cmpint (kp_date_compare (to, n->to), ==, 0);
}

/* 石鼓 2025 prints months only: "1989年2月至2007年2月期间". */
static void
test_months (void)
{
  KpDate from;
  KpDate to;
  KpDate none = KP_DATE_NONE;

  g_assert_true (kp_age_propose ((KpDate) { 2025, 2, 14 }, 35, B, TRUE, &from, NULL));
  g_assert_true (kp_age_propose_youngest ((KpDate) { 2025, 2, 14 }, 18, TRUE, &to, NULL));
  kp_age_widen_to_months (&from, &to);
  g_assert_cmpint (kp_date_compare (from, (KpDate) { 1989, 2, 1 }), ==, 0);
  g_assert_cmpint (kp_date_compare (to, (KpDate) { 2007, 2, 28 }), ==, 0);

  to = (KpDate) { 2008, 2, 3 };
  kp_age_widen_to_months (&none, &to);
  g_assert_true (kp_date_is_none (none));
  g_assert_cmpint (kp_date_compare (to, (KpDate) { 2008, 2, 29 }), ==, 0);
}

typedef struct
{
  const char  *name;
  KpDate       cutoff;
  guint        years;
  gboolean     is_youngest;
  KpAgeReading reading;
  gboolean     includes_day;
  KpDate       day;
  KpDate       other;
} LeapCase;

static const LeapCase leap_cases[] = {
  /* 29 February 41 years earlier doesn't exist: 28 February, or 1 March. */
  { "cutoff-on-it", { 2024, 2, 29 }, 40, FALSE, B, TRUE, { 1983, 2, 28 }, { 1983, 3, 1 } },
  { "cutoff-on-it-exclusive", { 2024, 2, 29 }, 40, FALSE, B, FALSE, { 1983, 3, 1 }, { 1983, 3, 2 } },
  { "cutoff-on-it-both-leap", { 2024, 2, 29 }, 40, FALSE, A, TRUE, { 1984, 2, 29 }, { 0 } },
  /* Who was born on 29 February 1984 was 41 on 28 February 2025, as who was born the day before. */
  { "born-on-it", { 2025, 2, 28 }, 40, FALSE, B, TRUE, { 1984, 2, 28 }, { 1984, 2, 29 } },
  { "born-on-it-exclusive", { 2025, 2, 28 }, 40, FALSE, B, FALSE, { 1984, 2, 29 }, { 1984, 3, 1 } },
  { "day-before", { 2025, 2, 27 }, 40, FALSE, B, TRUE, { 1984, 2, 27 }, { 0 } },
  { "day-after", { 2025, 3, 1 }, 40, FALSE, B, TRUE, { 1984, 3, 1 }, { 0 } },
  { "youngest-born-on-it", { 2026, 2, 28 }, 18, TRUE, A, TRUE, { 2008, 2, 28 }, { 2008, 2, 29 } },
  { "youngest-cutoff-on-it", { 2024, 2, 29 }, 18, TRUE, A, TRUE, { 2006, 2, 28 }, { 2006, 3, 1 } },
  { "youngest-exclusive", { 2026, 2, 28 }, 18, TRUE, A, FALSE, { 2008, 2, 27 }, { 2008, 2, 28 } },
};

static void
test_leap (gconstpointer data)
{
  const LeapCase *c = data;
  KpDate          day = KP_DATE_NONE;
  KpDate          other = KP_DATE_NONE;

  if (c->is_youngest)
    g_assert_true (kp_age_propose_youngest (c->cutoff, c->years, c->includes_day, &day, &other));
  else
    g_assert_true (kp_age_propose (c->cutoff, c->years, c->reading, c->includes_day, &day, &other));
  g_assert_cmpint (kp_date_compare (day, c->day), ==, 0);
  g_assert_cmpint (kp_date_compare (other, c->other), ==, 0);
}

static void
test_no_day (void)
{
  KpDate day = { 2000, 1, 1 };

  g_assert_false (kp_age_propose (KP_DATE_NONE, 40, B, TRUE, &day, NULL));
  g_assert_false (kp_age_propose ((KpDate) { 2026, 3, 2 }, 3000, B, TRUE, &day, NULL));
  g_assert_false (kp_age_propose_youngest ((KpDate) { 10, 3, 2 }, 18, TRUE, &day, NULL));
  g_assert_cmpint (kp_date_compare (day, (KpDate) { 2000, 1, 1 }), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/age/notice/", notices[i].name, NULL);

      g_test_add_data_func (path, &notices[i], test_notice);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (leap_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/age/29-february/", leap_cases[i].name, NULL);

      g_test_add_data_func (path, &leap_cases[i], test_leap);
    }
  g_test_add_func ("/rules/age/months", test_months);
  g_test_add_func ("/rules/age/no-day", test_no_day);

  return g_test_run ();
}
