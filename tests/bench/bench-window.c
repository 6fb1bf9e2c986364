/* bench-window.c – how fast the window is on a province's record: start, search, order, scrolling, pages, memory.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a record of 100,000 applicants, then runs itself on it, so that what the making took isn't measured. A stall is the
 * CPU time that the main loop is away from a timer; the other times are the CPU time of all threads, with that of the clock
 * on the wall beside it. Fails where a CPU time is above what issue 7 allows. KAOPIN_BENCH_PEOPLE makes a smaller record. */

#include "kp-application-list.h"
#include "kp-applications-page.h"
#include "kp-bench-record.h"
#include "kp-test.h"
#include "kp-test-window.h"

#include <stdlib.h>
#include <time.h>

#define N_PEOPLE 100000
#define N_FRAMES 180
#define SCROLL_PIXELS 60
#define MAX_START_MS 700
#define MAX_READ_MS 1500
#define MAX_PAGE_MS 100
#define MAX_KEY_MS 50
#define MAX_STALL_MS 50
#define MAX_FRAME_MS 16 /* while it scrolls */
#define MAX_LEAP_MS 33  /* when it goes to other rows at once */
#define MAX_MEMORY_MB 250

typedef struct
{
  KpTestWindow t;
  KpApplicationsPage *page;
  gint64 last;   /* CPU time of the main thread when the loop was last seen, µs */
  gint64 stall;  /* the longest so far */
  gboolean is_searched; /* what was typed is with the list */
  gboolean is_good;
} Bench;

/* When something began, on both clocks. */
typedef struct
{
  gint64 wall;
  gint64 cpu;
} Begun;

static gint64
get_us (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint64
get_cpu_us (void)
{
  return get_us (CLOCK_THREAD_CPUTIME_ID);
}

static Begun
begin (void)
{
  return (Begun) { g_get_monotonic_time (), get_us (CLOCK_PROCESS_CPUTIME_ID) };
}

static gboolean
on_tick (gpointer data)
{
  Bench *bench = data;
  const gint64 now = get_cpu_us ();

  bench->stall = MAX (bench->stall, now - bench->last);
  bench->last = now;
  return G_SOURCE_CONTINUE;
}

static void
report (Bench *bench,
        const char *what,
        Begun begun,
        guint at_most_ms)
{
  const guint wall = (guint) ((g_get_monotonic_time () - begun.wall) / 1000);
  const guint cpu = (guint) ((get_us (CLOCK_PROCESS_CPUTIME_ID) - begun.cpu) / 1000);
  const gboolean is_good = cpu <= at_most_ms && bench->stall / 1000 <= MAX_STALL_MS;

  g_print ("%-28s %4u ms (at most %3u)  wall %4u ms  stall %4u ms (at most %u)%s\n", what, cpu, at_most_ms, wall,
           (guint) (bench->stall / 1000), MAX_STALL_MS, is_good ? "" : "  TOO SLOW");
  bench->is_good = bench->is_good && is_good;
  bench->stall = 0;
  bench->last = get_cpu_us ();
}

static gboolean
is_still (gpointer data)
{
  Bench *bench = data;
  KpApplicationList *list = bench->page != NULL ? kp_applications_page_get_list (bench->page) : NULL;

  return bench->is_searched && !kp_window_is_working (bench->t.window) && (list == NULL || !kp_application_list_is_busy (list));
}

/* The path, what comes next and the works; the applications are still being read. */
static gboolean
is_usable (gpointer data)
{
  return kp_window_get_campaign (((Bench *) data)->t.window) != NULL;
}

static void
on_painted (GdkFrameClock *clock G_GNUC_UNUSED,
            gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* Until a frame that was begun after this call is on the screen. */
static void
wait_frame (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->t.window));
  gboolean is_painted = FALSE;
  const gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &is_painted);

  gtk_widget_queue_draw (GTK_WIDGET (bench->t.window));
  kp_test_wait (is_set, &is_painted);
  g_signal_handler_disconnect (clock, handler);
}

static void
on_searched (Bench *bench)
{
  bench->is_searched = TRUE;
}

static void
measure_search (Bench *bench)
{
  static const char *const keys[] = { "张", "张伟", "z", "zw", "zhangw", "1990", "00123", "8", "88", "8812", "李", "" };
  GtkEditable *search = kp_test_widget_get (bench->page, "search");

  g_signal_connect_data (search, "search-changed", G_CALLBACK (on_searched), bench, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const Begun begun = begin ();
      g_autofree char *what = NULL;

      bench->is_searched = FALSE;
      gtk_editable_set_text (search, keys[i]);
      kp_test_wait (is_still, bench);
      wait_frame (bench);
      what = g_strdup_printf ("key “%s”: %u", keys[i],
                              kp_application_list_count (kp_applications_page_get_list (bench->page)));
      report (bench, what, begun, MAX_KEY_MS);
      kp_test_settle ();
    }
}

static void
measure_order (Bench *bench)
{
  GtkColumnView *view = kp_test_widget_get (bench->page, "view");
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < 2 * g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i / 2);
      g_autofree char *what = g_strdup_printf ("order by %s%s", gtk_column_view_column_get_title (column), i % 2 ? "↓" : "");
      const Begun begun = begin ();

      gtk_column_view_sort_by_column (view, column, i % 2 ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      kp_test_wait (is_still, bench);
      wait_frame (bench);
      report (bench, what, begun, 1000);
      kp_test_settle ();
    }
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  kp_test_wait (is_still, bench);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 x = *(const gint64 *) a;
  const gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
report_frames (Bench *bench,
               const char *what,
               const gint64 *times,
               guint at_most_ms)
{
  const gint64 usual = times[N_FRAMES * 95 / 100];
  const gboolean is_good = usual / 1000 <= at_most_ms;

  g_print ("%-28s %4.1f ms for 95 of 100 frames (at most %u)  median %.1f ms, worst %.1f ms%s\n", what,
           (double) usual / 1000, at_most_ms, (double) times[N_FRAMES / 2] / 1000, (double) times[N_FRAMES - 1] / 1000,
           is_good ? "" : "  TOO SLOW");
  bench->is_good = bench->is_good && is_good;
  bench->stall = 0;
  bench->last = get_cpu_us ();
}

/* What the main thread does for one frame. */
static void
measure_scrolling (Bench *bench,
                   const char *what,
                   double pixels,
                   guint at_most_ms)
{
  GtkWidget *view = kp_test_widget_get (bench->page, "view");
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  gint64 times[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      const gint64 frame = get_cpu_us ();

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
      wait_frame (bench);
      times[i] = get_cpu_us () - frame;
    }
  qsort (times, N_FRAMES, sizeof times[0], compare_times);
  report_frames (bench, what, times, at_most_ms);
}

static void
measure_page (Bench *bench,
              const char *page)
{
  const Begun begun = begin ();
  g_autofree char *what = g_strdup_printf ("page “%s”", page);

  gtk_widget_activate_action (GTK_WIDGET (bench->t.window), "win.page", "s", page);
  wait_frame (bench);
  report (bench, what, begun, MAX_PAGE_MS);
  for (guint i = 0; i < 10; i++)
    wait_frame (bench);
  report (bench, "  and until it rests", begun, 2 * MAX_PAGE_MS);
}

static void
measure_person (Bench *bench)
{
  const Begun begun = begin ();

  gtk_widget_activate_action (GTK_WIDGET (bench->t.window), "win.show-application", "s", "050001");
  wait_frame (bench);
  report (bench, "one application", begun, MAX_PAGE_MS);
}

static guint
get_memory_mb (const char *key)
{
  g_autofree char *status = kp_test_read ("/proc/self/status", NULL);
  const char *found = strstr (status, key);

  return found != NULL ? (guint) (g_ascii_strtoull (found + strlen (key) + 1, NULL, 10) / 1024) : 0;
}

static void
say_memory (Bench *bench,
            const char *when)
{
  const guint most = get_memory_mb ("VmHWM:");

  g_print ("%-28s %4u MB, %u MB when it was most (at most %u)%s\n", when, get_memory_mb ("VmRSS:"), most, MAX_MEMORY_MB,
           most > MAX_MEMORY_MB ? "  TOO MUCH" : "");
  bench->is_good = bench->is_good && most <= MAX_MEMORY_MB;
}

static int
run (const char *location,
     gint64 started)
{
  static const char *const pages[] = { "campaign", "work", "print", "applications", "review" };
  Bench bench = { .is_searched = TRUE, .is_good = TRUE, .last = get_cpu_us () };
  guint timer;

  bench.t.window = kp_window_new (NULL, &bench.t.source, &bench.t.works);
  gtk_window_set_default_size (GTK_WINDOW (bench.t.window), 1366, 768);
  gtk_window_present (GTK_WINDOW (bench.t.window));
  kp_window_open (bench.t.window, location, NULL, "tester");
  timer = g_timeout_add_full (G_PRIORITY_HIGH, 1, on_tick, &bench, NULL);
  kp_test_wait (is_usable, &bench);
  wait_frame (&bench);
  report (&bench, "start", ((Begun) { started, 0 }), MAX_START_MS);
  kp_test_wait (is_still, &bench);
  wait_frame (&bench);
  report (&bench, "and every applicant read", ((Begun) { started, 0 }), MAX_READ_MS);
  say_memory (&bench, "memory at the start");
  kp_test_settle ();
  bench.page = kp_test_window_get (&bench.t, "applications_page");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    measure_page (&bench, pages[i]);
  gtk_widget_activate_action (GTK_WIDGET (bench.t.window), "win.page", "s", "applications");
  say_memory (&bench, "memory with all pages seen");
  measure_scrolling (&bench, "scrolling", SCROLL_PIXELS, MAX_FRAME_MS);
  measure_scrolling (&bench, "page down", 700, MAX_LEAP_MS);
  measure_scrolling (&bench, "jumping", 15000, MAX_LEAP_MS);
  measure_search (&bench);
  measure_order (&bench);
  measure_person (&bench);
  g_source_remove (timer);
  say_memory (&bench, "memory at the end");
  gtk_window_destroy (GTK_WINDOW (bench.t.window));
  return bench.is_good || !kp_test_may_measure () ? 0 : 1;
}

static int
run_alone (const char *program,
           const char *location)
{
  g_autofree char *started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *const words[] = { program, location, started, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL, NULL, NULL, &status, &error))
    g_error ("%s", error->message);
  return g_spawn_check_wait_status (status, NULL) ? 0 : 1;
}

int
main (int argc,
      char **argv)
{
  const char *asked = g_getenv ("KAOPIN_BENCH_PEOPLE");
  g_autoptr (KpTestCampaign) record = NULL;

  if (argc == 3)
    {
      kp_test_window_start (&argc, &argv);
      return run (argv[1], g_ascii_strtoll (argv[2], NULL, 10));
    }
  g_test_init (&argc, &argv, NULL);
  record = kp_bench_record_new (KP_DATABASE_SQLITE, asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : N_PEOPLE);
  return run_alone (argv[0], record->database->location);
}
