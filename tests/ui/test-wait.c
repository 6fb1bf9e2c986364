/* test-wait.c – the waiting room: tickets read, too late, the draw by keys before everybody, a wall without names.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-draw-pad.h"
#include "kp-step-clock.h"
#include "kp-step-shortlist.h"
#include "kp-test-keys.h"
#include "kp-test-window.h"
#include "kp-test.h"
#include "kp-wait-desk.h"
#include "kp-wait-wall.h"
#include "kp-wait-window.h"

#define N_PEOPLE 9

typedef struct
{
  KpTestWindow *office;
  KpWaitWindow *wait;
  KpRoster *roster;
} Fixture;

/* The clock of this program stands there: tests/support/kp-test-clock.c. */
static void
set_clock (const char *time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *iso = g_strconcat ("2026-04-18T", time, NULL);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (iso, zone);
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, g_date_time_to_unix (moment));

  g_setenv ("KAOPIN_TEST_SECONDS", seconds, TRUE);
}

static gboolean
is_idle (gpointer wait)
{
  return !kp_wait_window_is_busy (wait);
}

static void
settle (Fixture *f)
{
  kp_test_keys_settle ();
  for (guint i = 0; i < 4; i++)
    {
      kp_test_settle ();
      kp_test_wait (is_idle, f->wait);
    }
  kp_test_settle ();
}

static gpointer
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;
  return NULL;
}

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  KpShortlistTally shortlist;

  set_clock ("07:10:00");
  f->office = kp_test_window_new ();
  kp_test_campaign_register (f->office->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (f->office->campaign);
  kp_test_campaign_mark (f->office->campaign, 7000);
  kp_step_shortlist (f->office->campaign->session, &shortlist, &error);
  g_assert_no_error (error);
  f->roster = kp_test_campaign_load (f->office->campaign);
  kp_test_window_open (f->office);
  gtk_widget_activate_action (GTK_WIDGET (f->office->window), "win.wait", NULL);
  f->wait = find_window (KP_TYPE_WAIT_WINDOW);
  g_assert_nonnull (f->wait);
  kp_test_keys_focus (GTK_WIDGET (f->wait));
  settle (f);
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (f->wait));
  kp_test_settle ();
  kp_roster_free (f->roster);
  kp_test_window_free (f->office);
}

static const char *
get_ticket (Fixture *f,
            guint index)
{
  return kp_roster_get_dossier (f->roster, index)->seat->ticket;
}

static gpointer
get_desk (Fixture *f,
          const char *child)
{
  return kp_test_widget_get (kp_test_widget_get (f->wait, "desk"), child);
}

static const char *
get_label (Fixture *f,
           const char *child)
{
  return gtk_label_get_label (get_desk (f, child));
}

static const char *
get_answer (Fixture *f,
            const char *child)
{
  return gtk_label_get_label (kp_test_widget_get (get_desk (f, "answer"), child));
}

static void
scan (Fixture *f,
      guint index)
{
  kp_test_keys_scan (get_ticket (f, index));
  settle (f);
}

/* Nobody is in time because one person set a clock: two people answer for it. */
static void
set_record_back (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  kp_test_campaign_set_now (f->office->campaign, "2026-04-18T07:29:00+08:00");
  kp_step_set_clock_back (f->office->campaign->session, &(KpTwoPeople) { "甲", "乙", "时钟快了两分钟" }, &error);
  g_assert_no_error (error);
}

/* Here, here twice, too late with the clause, and put right by keys alone. */
static void
test_report (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  scan (f, 0);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "1");
  scan (f, 0);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "1");
  kp_test_assert_contains (get_answer (f, "sentence"), "未重复登记");
  set_clock ("07:31:00");
  scan (f, 1);
  g_assert_cmpstr (get_answer (f, "headline"), ==, "迟到");
  kp_test_assert_contains (get_answer (f, "sentence"), "视为放弃");
  set_clock ("07:29:00");
  kp_test_keys_press (GDK_KEY_F6);
  kp_test_keys_type ("clock");
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  set_record_back (f);
  scan (f, 1);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "2");
  set_clock ("07:31:00");
  kp_test_keys_press (GDK_KEY_F9);
  kp_test_keys_type ("li");
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  g_assert_cmpstr (get_label (f, "missing_title"), ==, "缺考");
  g_assert_cmpstr (get_label (f, "missing"), ==, "7");
}

static void
check_secret (GtkWidget *widget,
              gpointer data)
{
  KpRoster *roster = data;

  for (guint i = 0; GTK_IS_LABEL (widget) && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *text = gtk_label_get_label (GTK_LABEL (widget));

      g_assert_null (strstr (text, dossier->person->name));
      g_assert_null (strstr (text, dossier->seat->ticket));
      g_assert_null (strstr (text, dossier->application->application));
    }
}

static KpWaitWall *
open_wall (Fixture *f)
{
  KpWaitWall *wall;

  kp_test_keys_press (GDK_KEY_F8);
  wall = find_window (KP_TYPE_WAIT_WALL);
  g_assert_nonnull (wall);
  kp_test_keys_focus (GTK_WIDGET (f->wait));
  settle (f);
  return wall;
}

/* The commitment stands on the wall before the first digit, the digits as they are given by key and by touch, then numbers; and
   never, in none of its labels, a name or a ticket. */
static void
test_draw (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  KpWaitWall *wall = open_wall (f);
  GtkWidget *pad = kp_test_find_type (GTK_WIDGET (f->wait), KP_TYPE_DRAW_PAD);
  g_autoptr (KpWaitDesk) desk = NULL;

  scan (f, 0);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (wall), "1 / 9"));
  kp_test_each (GTK_WIDGET (wall), check_secret, f->roster);
  kp_test_keys_press (GDK_KEY_F3);
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  desk = kp_wait_desk_load (f->office->campaign->session, NULL);
  g_assert_cmpuint (desk->draws->len, ==, 1);
  kp_test_keys_press (GDK_KEY_F3);
  kp_test_keys_type ("31x");
  gtk_widget_activate_action (pad, "pad.digit", "s", "7");
  settle (f);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (wall), "317"));
  kp_test_each (GTK_WIDGET (wall), check_secret, f->roster);
  gtk_widget_activate_action (pad, "pad.digit", "s", "");
  settle (f);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (wall), "31"));
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (wall), "第1考场"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (wall), "9"));
  kp_test_each (GTK_WIDGET (wall), check_secret, f->roster);
}

/* A number that nobody comes for stays, struck out. */
static void
test_absent_number (Fixture *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  KpWaitWall *wall;
  g_autoptr (KpRoster) after = NULL;
  g_autofree char *number = NULL;

  set_clock ("07:31:00");
  scan (f, 2);
  kp_test_keys_press (GDK_KEY_F3);
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  kp_test_keys_press (GDK_KEY_F3);
  kp_test_keys_type ("27182");
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  wall = open_wall (f);
  after = kp_test_campaign_load (f->office->campaign);
  number = g_strdup_printf ("%u", (guint) kp_roster_get_dossier (after, 2)->hearing->number);
  g_assert_true (gtk_widget_has_css_class (kp_test_find_text (GTK_WIDGET (wall), number), "absent"));
}

static void
add (const char *path,
     void (*test) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc,
      char **argv)
{
  set_clock ("07:10:00");
  kp_test_window_start (&argc, &argv);

  add ("/ui/wait/report", test_report);
  add ("/ui/wait/draw", test_draw);
  add ("/ui/wait/absent-number", test_absent_number);
  return g_test_run ();
}
