/* test-hall.c – the door of the exam hall: a reader's keys wherever the focus is, counts, and what is put right by hand.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtkunixprint.h>

#include "kp-hall-desk.h"
#include "kp-hall-window.h"
#include "kp-paper-code.h"
#include "kp-step-incident.h"
#include "kp-step-photo.h"
#include "kp-test-keys.h"
#include "kp-test-window.h"
#include "kp-test.h"

#define MANY 400

typedef struct
{
  KpTestWindow *office;
  KpHallWindow *hall;
  KpRoster *roster;
} Fixture;

/* The clock of this program stands there: tests/support/kp-test-clock.c. */
static void
set_clock (const char *time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *iso = g_strconcat ("2026-03-28T", time, NULL);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (iso, zone);
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, g_date_time_to_unix (moment));

  g_setenv ("KAOPIN_TEST_SECONDS", seconds, TRUE);
}

static gboolean
is_idle (gpointer hall)
{
  return !kp_hall_window_is_busy (hall);
}

static void
settle (Fixture *f)
{
  for (guint i = 0; i < 4; i++)
    {
      kp_test_settle ();
      kp_test_wait (is_idle, f->hall);
    }
  kp_test_settle ();
}

static KpHallWindow *
find_hall (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (KP_IS_HALL_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
set_up_people (Fixture *f,
               guint n_people)
{
  set_clock ("08:40:00");
  f->office = kp_test_window_new ();
  kp_test_campaign_register (f->office->campaign, "A01", n_people);
  kp_test_campaign_seat (f->office->campaign);
  f->roster = kp_test_campaign_load (f->office->campaign);
  kp_test_window_open (f->office);
  gtk_widget_activate_action (GTK_WIDGET (f->office->window), "win.hall", NULL);
  f->hall = find_hall ();
  g_assert_nonnull (f->hall);
  settle (f);
  kp_test_keys_focus (GTK_WIDGET (f->hall));
}

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  set_up_people (f, 6);
}

static void
set_up_many (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  set_up_people (f, MANY);
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (f->hall));
  kp_test_settle ();
  kp_roster_free (f->roster);
  kp_test_window_free (f->office);
}

static const KpSeatRecord *
get_seat (Fixture *f,
          guint index)
{
  return kp_roster_get_dossier (f->roster, index)->seat;
}

static gpointer
get_desk (Fixture *f,
          const char *child)
{
  return kp_test_widget_get (kp_test_widget_get (f->hall, "desk"), child);
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

static const char *
get_text (Fixture *f,
          const char *form_child)
{
  return gtk_editable_get_text (kp_test_widget_get (get_desk (f, "form"), form_child));
}

static KpHallCounts
count (Fixture *f)
{
  const KpHallPlace here = { NULL, NULL, 0 };
  g_autoptr (KpHallDesk) desk = kp_hall_desk_load (f->office->campaign->session, &here, NULL);

  return kp_hall_desk_sum (desk);
}

static void
scan (Fixture *f,
      const char *code)
{
  kp_test_keys_scan (code);
  kp_test_keys_settle ();
  settle (f);
}

/* Wherever the focus is: on nothing, on a button, on a choice, in a field, whose text stays as it was. */
static void
test_anywhere (Fixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *place = g_strdup_printf ("%03u 考场 · %02u 号座", (guint) get_seat (f, 0)->room, (guint) get_seat (f, 0)->seat);
  GtkEntry *keeper = kp_test_widget_get (f->hall, "keeper");

  gtk_root_set_focus (GTK_ROOT (f->hall), NULL);
  scan (f, get_seat (f, 0)->ticket);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "1");
  g_assert_cmpstr (get_answer (f, "headline"), ==, place);
  gtk_widget_grab_focus (kp_test_widget_get (f->hall, "door"));
  scan (f, get_seat (f, 1)->ticket);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "2");
  gtk_editable_set_text (GTK_EDITABLE (keeper), "监考");
  gtk_widget_grab_focus (GTK_WIDGET (keeper));
  settle (f);
  scan (f, get_seat (f, 2)->ticket);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "3");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (keeper)), ==, "监考");
  gtk_widget_grab_focus (get_desk (f, "code"));
  scan (f, get_seat (f, 3)->ticket);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "4");
  g_assert_cmpstr (get_label (f, "expected"), ==, "6");
  g_assert_cmpstr (get_label (f, "missing"), ==, "2");
  g_assert_cmpuint (count (f).n_in, ==, 4);
}

/* The face is compared with the photo of the registration; of whoever has none, nothing of the one before stays. */
static void
test_photo (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_photo_row_free);
  g_autoptr (GBytes) file = g_bytes_new_static ("picture", 7);
  KpPhotoRow *row = kp_photo_row_new (kp_roster_get_dossier (f->roster, 0)->application->application);
  KpPhotoTally tally;
  GtkWidget *photo = kp_test_widget_get (get_desk (f, "answer"), "photo");

  row->jpeg = f->office->works.make_photo (file, &row->width, &row->height, &error);
  g_assert_no_error (error);
  g_ptr_array_add (rows, row);
  kp_step_take_photos (f->office->campaign->session, rows, FALSE, &tally, &error);
  g_assert_no_error (error);
  scan (f, get_seat (f, 0)->ticket);
  g_assert_true (gtk_widget_get_visible (photo));
  g_assert_nonnull (gtk_picture_get_paintable (GTK_PICTURE (photo)));
  scan (f, get_seat (f, 1)->ticket);
  g_assert_false (gtk_widget_get_visible (photo));
  g_assert_null (gtk_picture_get_paintable (GTK_PICTURE (photo)));
}

/* The code of the ticket as it is printed, with its colons and letters. */
static void
test_qr (Fixture *f,
         gconstpointer data G_GNUC_UNUSED)
{
  const KpPaperCode parts = { (char *) "tickets", (char *) kp_session_get_campaign (f->office->campaign->session),
                              (char *) get_seat (f, 0)->ticket, 1, (char *) "0123456789abcdef" };
  g_autofree char *body = kp_paper_code_dup_text (&parts);
  g_autofree char *qr = g_strconcat (KP_PAPER_CODE_PREFIX, body, NULL);

  scan (f, qr);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "1");
  scan (f, qr);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "1");
  kp_test_assert_contains (get_answer (f, "sentence"), "未重复登记");
  g_assert_true (gtk_widget_has_css_class (get_desk (f, "answer"), "again"));
}

/* A hand types slower than a reader, and its number is taken all the same; a field keeps what a hand types. */
static void
test_hand (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  GtkEntry *keeper = kp_test_widget_get (f->hall, "keeper");

  gtk_root_set_focus (GTK_ROOT (f->hall), NULL);
  kp_test_keys_type (get_seat (f, 0)->ticket);
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "1");
  g_assert_cmpstr (gtk_editable_get_text (get_desk (f, "code")), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (keeper), "");
  gtk_widget_grab_focus (GTK_WIDGET (keeper));
  kp_test_keys_type ("abcdef");
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (keeper)), ==, "abcdef");
  g_assert_cmpstr (get_label (f, "arrived"), ==, "1");
}

/* Where the candidate belongs is said in red. */
static void
test_elsewhere (Fixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  kp_hall_window_choose_door (f->hall, "01", 2);
  settle (f);
  g_assert_cmpstr (get_label (f, "expected"), ==, "0");
  scan (f, get_seat (f, 0)->ticket);
  g_assert_true (gtk_widget_has_css_class (get_desk (f, "answer"), "error"));
  kp_test_assert_contains (get_answer (f, "sentence"), "不是本考场考生");
  scan (f, "999999");
  g_assert_cmpstr (get_answer (f, "headline"), ==, "查无此证");
  g_assert_cmpuint (count (f).n_in, ==, 0);
}

/* By keys alone: undone with a reason. */
static void
test_undo (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  scan (f, get_seat (f, 0)->ticket);
  kp_test_keys_press (GDK_KEY_F6);
  g_assert_cmpstr (get_text (f, "who"), ==, get_seat (f, 0)->ticket);
  kp_test_keys_type ("wrong");
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "0");
  kp_test_assert_contains (get_answer (f, "sentence"), "已撤销");
  scan (f, get_seat (f, 0)->ticket);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "1");
}

/* Closed by two people by keys alone, after the last minute; then somebody turns out to be in the room. */
static void
test_close (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *problem = kp_test_widget_get (get_desk (f, "form"), "problem");

  scan (f, get_seat (f, 0)->ticket);
  kp_test_keys_press (GDK_KEY_F9);
  kp_test_keys_type ("li");
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  g_assert_true (gtk_widget_get_visible (problem));
  set_clock ("09:31:00");
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  g_assert_cmpstr (get_label (f, "missing"), ==, "5");
  g_assert_cmpstr (get_label (f, "missing_title"), ==, "缺考");
  scan (f, get_seat (f, 1)->ticket);
  g_assert_cmpstr (get_answer (f, "headline"), ==, "迟到");
  kp_test_keys_press (GDK_KEY_F7);
  scan (f, get_seat (f, 1)->ticket);
  g_assert_cmpstr (get_text (f, "who"), ==, get_seat (f, 1)->ticket);
  kp_test_keys_type ("seen");
  kp_test_keys_press (GDK_KEY_Return);
  kp_test_keys_type ("li");
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  g_assert_cmpstr (get_label (f, "arrived"), ==, "2");
  g_assert_cmpstr (get_label (f, "missing"), ==, "4");
}

/* A clock that is set back lets nobody in who was late: the time on the wall is that by which it is decided. */
static void
test_record_time (Fixture *f,
                  gconstpointer data G_GNUC_UNUSED)
{
  set_clock ("09:20:00");
  scan (f, get_seat (f, 0)->ticket);
  g_assert_true (g_str_has_prefix (get_label (f, "phase"), "09:20:00 · "));
  set_clock ("08:10:00");
  kp_test_keys_press (GDK_KEY_F5);
  settle (f);
  g_assert_true (g_str_has_prefix (get_label (f, "phase"), "09:20:00 · "));
  set_clock ("09:25:00");
  kp_test_keys_press (GDK_KEY_F5);
  settle (f);
  g_assert_true (g_str_has_prefix (get_label (f, "phase"), "09:25:00 · "));
}

/* The printer is asked for at once. */
static void
close_printer_choice (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (!GTK_IS_PRINT_UNIX_DIALOG (l->data))
        continue;
      n++;
      gtk_window_destroy (GTK_WINDOW (l->data));
    }
  g_assert_cmpuint (n, ==, 1);
}

/* A breach is seen at a seat. */
static void
test_breach (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *seat = g_strdup_printf ("01/%03u/%02u", (guint) get_seat (f, 0)->room, (guint) get_seat (f, 0)->seat);
  g_autoptr (GPtrArray) incidents = NULL;
  const KpIncidentRecord *incident;

  kp_test_keys_press (GDK_KEY_F4);
  kp_test_keys_type (seat);
  kp_test_keys_press (GDK_KEY_Return);
  /* The list of articles opens, and the second one is chosen. */
  kp_test_keys_press (GDK_KEY_space);
  kp_test_keys_press (GDK_KEY_Down);
  kp_test_keys_press (GDK_KEY_Return);
  kp_test_keys_type ("phone");
  kp_test_keys_press (GDK_KEY_Return);
  kp_test_keys_type ("li");
  kp_test_keys_press (GDK_KEY_Return);
  settle (f);
  incidents = kp_step_list_incidents (f->office->campaign->session, NULL);
  g_assert_cmpuint (incidents->len, ==, 1);
  incident = g_ptr_array_index (incidents, 0);
  g_assert_cmpstr (incident->application, ==, kp_roster_get_dossier (f->roster, 0)->application->application);
  g_assert_cmpstr (incident->article, ==, "6");
  g_assert_cmpstr (incident->facts, ==, "phone");
  close_printer_choice ();
}

/* With the longest form it fits a small screen: what doesn't, scrolls. */
static void
test_small_screen (Fixture *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  int width = 0;
  int height = 0;

  kp_test_keys_press (GDK_KEY_F4);
  gtk_widget_measure (GTK_WIDGET (f->hall), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (f->hall), GTK_ORIENTATION_VERTICAL, 800, &height, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 800);
  g_assert_cmpint (height, <=, 600);
}

/* As fast as the screen takes them, none is lost and none is taken twice. */
static void
test_many (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *expected = g_strdup_printf ("%u", MANY);

  for (guint i = 0; i < MANY; i++)
    {
      kp_test_keys_scan (get_seat (f, i)->ticket);
      if (i % 8 == 7)
        kp_test_settle ();
    }
  kp_test_keys_settle ();
  settle (f);
  g_assert_cmpstr (get_label (f, "arrived"), ==, expected);
  g_assert_cmpuint (count (f).n_in, ==, MANY);
  kp_test_campaign_assert_sound (f->office->campaign);
}

static void
add (const char *path,
     void (*begin) (Fixture *f, gconstpointer data),
     void (*test) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, begin, test, tear_down);
}

int
main (int argc,
      char **argv)
{
  set_clock ("08:40:00");
  kp_test_window_start (&argc, &argv);

  add ("/ui/hall/anywhere", set_up, test_anywhere);
  add ("/ui/hall/photo", set_up, test_photo);
  add ("/ui/hall/qr", set_up, test_qr);
  add ("/ui/hall/hand", set_up, test_hand);
  add ("/ui/hall/elsewhere", set_up, test_elsewhere);
  add ("/ui/hall/undo", set_up, test_undo);
  add ("/ui/hall/close", set_up, test_close);
  add ("/ui/hall/record-time", set_up, test_record_time);
  add ("/ui/hall/breach", set_up, test_breach);
  add ("/ui/hall/small-screen", set_up, test_small_screen);
  add ("/ui/hall/many", set_up_many, test_many);
  return g_test_run ();
}
