/* test-hall.c – who may still come in at which minute, and where a ticket belongs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-hall.h"

#include "kp-test.h"

#define NINE (9 * 60)

static KpMoment
parse (const char *text)
{
  KpMoment moment;

  g_assert_true (kp_moment_parse (text, &moment));
  return moment;
}

typedef struct
{
  const char *now;
  KpEntryTime expected;
} Entry;

/* From 9:00, entry 30 minutes before, nobody later than 30 minutes after. */
static const Entry entries[] = {
  { "2026-03-27T09:00:00", KP_ENTRY_EARLY }, { "2026-03-28T08:29:00", KP_ENTRY_EARLY },
  { "2026-03-28T08:29:59", KP_ENTRY_EARLY }, { "2026-03-28T08:30:00", KP_ENTRY_OPEN },
  { "2026-03-28T08:31:00", KP_ENTRY_OPEN },  { "2026-03-28T09:00:00", KP_ENTRY_OPEN },
  { "2026-03-28T09:00:01", KP_ENTRY_LATE },  { "2026-03-28T09:29:00", KP_ENTRY_LATE },
  { "2026-03-28T09:30:00", KP_ENTRY_LATE },  { "2026-03-28T09:30:01", KP_ENTRY_OVER },
  { "2026-03-28T09:31:00", KP_ENTRY_OVER },  { "2026-03-29T08:45:00", KP_ENTRY_OVER },
};

static void
test_entry (gconstpointer data)
{
  const Entry *entry = data;
  const KpSchemeSitting sitting = { .date = kp_date_make (2026, 3, 28), .start = NINE, .entry_from = 30, .late_minutes = 30 };

  g_assert_cmpint (kp_hall_decide_entry (&sitting, parse (entry->now)), ==, entry->expected);
}

/* Another number of minutes, none, and an entry that would begin the day before. */
static void
test_entry_by_the_scheme (void)
{
  KpSchemeSitting sitting = { .date = kp_date_make (2026, 3, 28), .start = NINE, .entry_from = 30, .late_minutes = 15 };

  g_assert_cmpint (kp_hall_decide_entry (&sitting, parse ("2026-03-28T09:15:00")), ==, KP_ENTRY_LATE);
  g_assert_cmpint (kp_hall_decide_entry (&sitting, parse ("2026-03-28T09:16:00")), ==, KP_ENTRY_OVER);
  sitting.late_minutes = 0;
  g_assert_cmpint (kp_hall_decide_entry (&sitting, parse ("2026-03-28T09:00:00")), ==, KP_ENTRY_OPEN);
  g_assert_cmpint (kp_hall_decide_entry (&sitting, parse ("2026-03-28T09:01:00")), ==, KP_ENTRY_OVER);
  sitting.start = 10;
  g_assert_cmpint (kp_hall_decide_entry (&sitting, parse ("2026-03-28T00:00:00")), ==, KP_ENTRY_OPEN);
}

static const Entry reports[] = {
  { "2026-04-17T07:00:00", KP_ENTRY_EARLY }, { "2026-04-18T00:00:00", KP_ENTRY_OPEN },
  { "2026-04-18T07:29:00", KP_ENTRY_OPEN },  { "2026-04-18T07:30:00", KP_ENTRY_OPEN },
  { "2026-04-18T07:30:01", KP_ENTRY_OVER },  { "2026-04-18T07:31:00", KP_ENTRY_OVER },
  { "2026-04-19T07:00:00", KP_ENTRY_OVER },
};

static void
test_report (gconstpointer data)
{
  const Entry *entry = data;
  const KpSchemeInterview interview = { .date = kp_date_make (2026, 4, 18), .report_at = 7 * 60 + 30 };

  g_assert_cmpint (kp_hall_decide_report (&interview, parse (entry->now)), ==, entry->expected);
}

/* Without a time the whole day serves. */
static void
test_report_without_time (void)
{
  const KpSchemeInterview interview = { .date = kp_date_make (2026, 4, 18) };
  g_autofree char *clause = kp_hall_dup_report_clause (&interview);

  g_assert_cmpint (kp_hall_decide_report (&interview, parse ("2026-04-18T23:59:59")), ==, KP_ENTRY_OPEN);
  g_assert_cmpint (kp_hall_decide_report (&interview, parse ("2026-04-19T00:00:00")), ==, KP_ENTRY_OVER);
  kp_test_assert_contains (clause, "视为放弃");
}

static const char *const no_moments[] = { "", "2026-03-28", "2026-03-28 09:00:00", "2026-03-28T9:00:00", "2026-03-28T24:00:00",
                                          "2026-03-28T09:60:00", "2026-13-28T09:00:00", "2026-03-28T09:00" };

static void
test_no_moment (void)
{
  KpMoment moment;

  for (guint i = 0; i < G_N_ELEMENTS (no_moments); i++)
    g_assert_false (kp_moment_parse (no_moments[i], &moment));
  moment = parse ("2026-03-28T08:41:07+08:00");
  g_assert_cmpuint (moment.second, ==, (8 * 60 + 41) * 60 + 7);
}

typedef struct
{
  const char *name;
  KpHallPlace here;
  guint n_seats;
  KpScan expected;
  guint seat;
} Scan;

static const KpHallPlace seats[] = { { "01", "01", 3 }, { "02", "02", 5 } };

static const Scan scans[] = {
  { "room", { "01", "01", 3 }, 2, KP_SCAN_IN, 0 },
  { "site", { "01", "01", 0 }, 2, KP_SCAN_IN, 0 },
  { "whole-sitting", { "02", NULL, 0 }, 2, KP_SCAN_IN, 1 },
  { "other-room", { "01", "01", 4 }, 2, KP_SCAN_OTHER_ROOM, 0 },
  { "other-site", { "02", "01", 5 }, 2, KP_SCAN_OTHER_SITE, 1 },
  { "same-room-of-other-site", { "01", "02", 3 }, 2, KP_SCAN_OTHER_SITE, 0 },
  { "other-sitting", { "03", NULL, 0 }, 2, KP_SCAN_OTHER_SITTING, 0 },
  { "other-sitting-of-this-room", { "02", "01", 3 }, 1, KP_SCAN_OTHER_SITTING, 0 },
  { "no-seat", { "01", NULL, 0 }, 0, KP_SCAN_UNKNOWN, 0 },
};

static void
test_scan (gconstpointer data)
{
  const Scan *scan = data;
  guint seat = 99;

  g_assert_cmpint (kp_hall_decide_scan (&scan->here, seats, scan->n_seats, &seat), ==, scan->expected);
  g_assert_cmpuint (seat, ==, scan->seat);
}

typedef struct
{
  const char *name;
  KpEntryTime time;
  gboolean is_in;
  gboolean is_closed;
  KpScan expected;
} Arrival;

static const Arrival arrivals[] = {
  { "early", KP_ENTRY_EARLY, FALSE, FALSE, KP_SCAN_EARLY },     { "open", KP_ENTRY_OPEN, FALSE, FALSE, KP_SCAN_IN },
  { "late", KP_ENTRY_LATE, FALSE, FALSE, KP_SCAN_IN_LATE },     { "over", KP_ENTRY_OVER, FALSE, FALSE, KP_SCAN_REFUSED },
  { "twice", KP_ENTRY_OPEN, TRUE, FALSE, KP_SCAN_AGAIN },       { "twice-too-late", KP_ENTRY_OVER, TRUE, TRUE, KP_SCAN_AGAIN },
  { "closed", KP_ENTRY_LATE, FALSE, TRUE, KP_SCAN_REFUSED },
};

static void
test_arrival (gconstpointer data)
{
  const Arrival *arrival = data;
  const KpScan scan = kp_hall_decide_arrival (arrival->time, arrival->is_in, arrival->is_closed);

  g_assert_cmpint (scan, ==, arrival->expected);
  g_assert_true (kp_scan_is_in (scan) == (scan == KP_SCAN_IN || scan == KP_SCAN_IN_LATE || scan == KP_SCAN_AGAIN));
}

/* The words of the notice, with the scheme's own minutes. */
static void
test_clause (void)
{
  const KpSchemeSitting late = { .late_minutes = 15 };
  const KpSchemeSitting none = { .late_minutes = 0 };
  const KpSchemeInterview interview = { .report_at = 7 * 60 + 30 };
  g_autofree char *first = kp_hall_dup_late_clause (&late);
  g_autofree char *second = kp_hall_dup_late_clause (&none);
  g_autofree char *third = kp_hall_dup_report_clause (&interview);

  g_assert_cmpstr (first, ==, "开考15分钟后不得入场");
  g_assert_cmpstr (second, ==, "开考后不得入场");
  g_assert_cmpstr (third, ==, "07:30 前未报到的，视为放弃");
}

static void
add (const char *group,
     const char *name,
     gconstpointer row,
     GTestDataFunc test)
{
  g_autofree char *path = g_strdup_printf ("/rules/hall/%s/%s", group, name);

  g_test_add_data_func (path, row, test);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    add ("entry", entries[i].now, &entries[i], test_entry);
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    add ("report", reports[i].now, &reports[i], test_report);
  for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
    add ("scan", scans[i].name, &scans[i], test_scan);
  for (guint i = 0; i < G_N_ELEMENTS (arrivals); i++)
    add ("arrival", arrivals[i].name, &arrivals[i], test_arrival);
  g_test_add_func ("/rules/hall/entry-by-the-scheme", test_entry_by_the_scheme);
  g_test_add_func ("/rules/hall/report-without-time", test_report_without_time);
  g_test_add_func ("/rules/hall/no-moment", test_no_moment);
  g_test_add_func ("/rules/hall/clause", test_clause);
  return g_test_run ();
}
