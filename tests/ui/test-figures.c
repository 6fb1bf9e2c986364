/* test-figures.c – the pictures of the manual show the window as it is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each picture of app/help/zh_CN/figures is drawn anew and laid beside the one that is shipped: where they differ by more than
 * what another version of a font or a theme does, the manual has aged. Then draw them again, and let them take little room:
 *
 *     KAOPIN_FIGURES=$PWD/app/help/zh_CN/figures xvfb-run -a meson test -C build ui-figures
 *     pngquant --nofs --speed 1 --strip --force --ext .png 256 app/help/zh_CN/figures/?*.png
 *
 * One record and one window for each state that pictures are taken of; kp-test-clock.c, which is part of this program, gives
 * them the day. */
#include <string.h>

#include "kp-accounts-dialog.h"
#include "kp-agenda.h"
#include "kp-application-page.h"
#include "kp-bench-record.h"
#include "kp-hall-window.h"
#include "kp-import-dialog.h"
#include "kp-mark-desk.h"
#include "kp-mark-page.h"
#include "kp-press.h"
#include "kp-print-page.h"
#include "kp-publicity-calendar.h"
#include "kp-room-window.h"
#include "kp-sign-in-dialog.h"
#include "kp-step-mark-script.h"
#include "kp-step-probation.h"
#include "kp-step-shortlist.h"
#include "kp-test-account.h"
#include "kp-test-course.h"
#include "kp-test-keys.h"
#include "kp-test-window.h"
#include "kp-test.h"
#include "kp-wait-window.h"
#include "kp-work-page.h"
#include "kp-worker-page.h"
#include "kp-works.h"

#define WIDTH 1000
#define HEIGHT 640
#define N_MANY 300
#define N_SEATED 36
#define N_HEARD 9
#define N_HIRED 6
#define N_EXAMINERS 7
#define N_MARKED_PARTS 5
#define N_ACROSS 20
#define N_DOWN 16
#define MOST_DIFFERENCE 4 /* of 255, of the mean of one field */
#define MOST_FIELDS 10    /* of N_ACROSS × N_DOWN: a cursor, a day of the calendar */

static void
set_clock (const char *moment)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, NULL);
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, g_date_time_to_unix (time));

  g_setenv ("KAOPIN_TEST_SECONDS", seconds, TRUE);
}

static gboolean
is_turning (GtkWidget *widget,
            gconstpointer data)
{
  (void) data;
  return GTK_IS_SPINNER (widget) && gtk_widget_get_mapped (widget) && gtk_spinner_get_spinning (GTK_SPINNER (widget));
}

/* What the window shows; NULL before its first frame. */
typedef struct
{
  GtkWidget *window;
  GskRenderNode *node;
} Picture;

static gboolean
take (gpointer data)
{
  Picture *picture = data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (picture->window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (picture->window), gtk_widget_get_height (picture->window));
  picture->node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  return picture->node != NULL;
}

static GdkTexture *
draw (GtkWidget *window)
{
  Picture picture = { window, NULL };
  g_autoptr (GskRenderNode) node = NULL;

  kp_test_wait (take, &picture);
  node = picture.node;
  return gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (window)), node,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (window), (float) gtk_widget_get_height (window)));
}

/* The mean brightness of each field. */
static void
measure (GdkTexture *texture, guint fields[N_ACROSS * N_DOWN])
{
  const guint width = (guint) gdk_texture_get_width (texture);
  const guint height = (guint) gdk_texture_get_height (texture);
  g_autofree guint8 *pixels = g_new0 (guint8, (gsize) width * height * 4);

  gdk_texture_download (texture, pixels, (gsize) width * 4);
  for (guint i = 0; i < N_ACROSS * N_DOWN; i++)
    {
      const guint left = i % N_ACROSS * (width / N_ACROSS);
      const guint top = i / N_ACROSS * (height / N_DOWN);
      guint64 sum = 0;

      for (guint y = top; y < top + height / N_DOWN; y++)
        for (guint x = left; x < left + width / N_ACROSS; x++)
          sum += pixels[((gsize) y * width + x) * 4 + 1];
      fields[i] = (guint) (sum / ((guint64) (width / N_ACROSS) * (height / N_DOWN)));
    }
}

static void
check_same (GdkTexture *shipped, GdkTexture *drawn, const char *name)
{
  guint before[N_ACROSS * N_DOWN];
  guint now[N_ACROSS * N_DOWN];
  guint n_differ = 0;

  g_assert_cmpint (gdk_texture_get_width (shipped), ==, gdk_texture_get_width (drawn));
  g_assert_cmpint (gdk_texture_get_height (shipped), ==, gdk_texture_get_height (drawn));
  measure (shipped, before);
  measure (drawn, now);
  for (guint i = 0; i < N_ACROSS * N_DOWN; i++)
    n_differ += MAX (before[i], now[i]) - MIN (before[i], now[i]) > MOST_DIFFERENCE;
  g_test_message ("%s: %u of %u fields differ", name, n_differ, N_ACROSS * N_DOWN);
  if (n_differ > MOST_FIELDS)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "ui", name, NULL);

      gdk_texture_save_to_png (drawn, path);
      g_error ("the manual's picture %s has aged: %u of %u fields differ from %s; tests/ui/test-figures.c tells how to draw it again",
               name, n_differ, N_ACROSS * N_DOWN, path);
    }
}

/* What reads by itself, off the main thread, after it was shown. */
static gboolean
is_reading (GtkWidget *widget,
            gconstpointer data)
{
  (void) data;
  return gtk_widget_get_mapped (widget)
         && ((KP_IS_PUBLICITY_CALENDAR (widget) && kp_publicity_calendar_is_busy (KP_PUBLICITY_CALENDAR (widget)))
             || (KP_IS_AGENDA (widget) && kp_agenda_is_busy (KP_AGENDA (widget)))
             || (KP_IS_APPLICATION_PAGE (widget) && kp_application_page_is_busy (KP_APPLICATION_PAGE (widget)))
             || (KP_IS_WORKER_PAGE (widget) && kp_worker_page_is_busy (KP_WORKER_PAGE (widget))));
}

static gboolean
is_quiet (gpointer window)
{
  return kp_test_find (window, is_turning, NULL) == NULL && kp_test_find (window, is_reading, NULL) == NULL
         && !(KP_IS_WINDOW (window) && kp_window_is_working (window));
}

static void
settle (gpointer window)
{
  for (guint i = 0; i < 4; i++)
    {
      kp_test_settle ();
      kp_test_wait (is_quiet, window);
    }
  kp_test_settle ();
}

/* What @window shows now, against the picture of that name; or as the new picture. */
static void
take_figure (gpointer window, const char *figure)
{
  const char *folder = g_getenv ("KAOPIN_FIGURES");
  g_autofree char *name = g_strconcat (figure, ".png", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL)
                                         : g_test_build_filename (G_TEST_DIST, "..", "app", "help", "zh_CN", "figures", name, NULL);
  g_autoptr (GdkTexture) drawn = NULL;
  g_autoptr (GdkTexture) shipped = NULL;
  g_autoptr (GError) error = NULL;

  kp_test_keys_focus (window);
  settle (window);
  gtk_window_set_focus (window, NULL);
  settle (window);
  drawn = draw (window);
  if (folder != NULL)
    {
      g_assert_true (gdk_texture_save_to_png (drawn, path));
      return;
    }
  shipped = gdk_texture_new_from_filename (path, &error);
  g_assert_no_error (error);
  check_same (shipped, drawn, name);
}

static void
set_size (gpointer window)
{
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  gtk_window_set_decorated (window, FALSE);
}

static void
show_page (KpTestWindow *t, const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", page);
  settle (t->window);
}

static gboolean
has_opened (gpointer window)
{
  return kp_window_get_campaign (window) != NULL && !kp_window_is_working (window);
}

static void
open_window (KpTestWindow *t)
{
  set_size (t->window);
  gtk_window_present (GTK_WINDOW (t->window));
  kp_window_open (t->window, t->campaign->database->location, NULL, "王经办");
  kp_test_wait (has_opened, t->window);
  settle (t->window);
}

/* Names as they are read on a list, of nobody; the test's own people are all called Zhang. */
static void
register_people (KpTestWindow *t, const char *post, guint n)
{
  static const char *const names[] = { "陈晓梅", "杨文静", "赵志强", "黄丽", "周海燕", "吴建国", "徐慧", "孙玉兰", "马骏", "朱雨欣",
                                       "胡伟", "郭秀英", "何俊杰", "高翔", "林小红", "罗敏", "郑国强", "梁艳", "谢宁", "宋佳" };
  g_autofree char *made = kp_test_campaign_make_rows (t->campaign, post, n);
  g_auto (GStrv) rows = g_strsplit (made, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const guint number = t->campaign->n_made - n + i;

      g_string_append_printf (text, "%s%s\n", names[number % G_N_ELEMENTS (names)], strchr (rows[i], ','));
    }
  kp_test_campaign_register_rows (t->campaign, text->str, n);
}

static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

/* A window beside the main one: of the door, of the room. */
static gpointer
open_beside (KpTestWindow *t, const char *action, GType type)
{
  gpointer window;

  gtk_widget_activate_action (GTK_WIDGET (t->window), action, NULL);
  window = find_window (type);
  g_assert_nonnull (window);
  set_size (window);
  settle (window);
  kp_test_keys_focus (window);
  return window;
}

/* ---- what is taken ---- */

static void
take_many (void)
{
  static const char *const pages[] = { "campaign", "applications" };
  g_autoptr (KpTestCampaign) record = kp_bench_record_new (KP_DATABASE_SQLITE, N_MANY);
  KpTestWindow t = { .campaign = NULL };

  set_clock ("2026-03-10T10:00:00+08:00");
  t.window = kp_window_new (NULL, &t.source, &t.works);
  set_size (t.window);
  kp_test_window_open_at (&t, record->database->location);
  settle (t.window);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_page (&t, pages[i]);
      take_figure (t.window, pages[i]);
    }
  gtk_window_destroy (GTK_WINDOW (t.window));
  kp_test_settle ();
}

static gboolean
is_checked (gpointer dialog)
{
  return g_str_equal (kp_import_dialog_get_state (dialog), "check");
}

static void
take_import (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  g_autofree char *path = kp_test_dup_shipped ("real/registration-2026.xlsx");
  KpImportDialog *dialog;

  set_clock ("2026-03-06T17:00:00+08:00");
  open_window (t);
  dialog = kp_import_dialog_new (GTK_WINDOW (t->window), kp_window_get_campaign (t->window), "王经办");
  gtk_window_present (GTK_WINDOW (dialog));
  kp_import_dialog_set_path (dialog, path);
  kp_test_wait (is_checked, dialog);
  take_figure (dialog, "import");
}

static void
take_review (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpReviewPage *page;

  set_clock ("2026-03-10T10:00:00+08:00");
  register_people (t, "A01", N_HEARD);
  kp_test_campaign_review (t->campaign);
  open_window (t);
  page = kp_test_window_show_review (t);
  settle (t->window);
  kp_test_settle_review (page);
  kp_test_keys_focus (GTK_WIDGET (t->window));
  kp_test_keys_press (GDK_KEY_2);
  kp_test_keys_press (GDK_KEY_m);
  settle (t->window);
  take_figure (t->window, "review");
}

static void
enter (KpTestWindow *t, const char *clerk, guint entry, guint index, const char *text)
{
  g_autoptr (KpMarkDesk) desk = kp_mark_desk_load (t->campaign->session, "01", entry, clerk, NULL);
  g_autoptr (KpSession) session = kp_test_campaign_open_as (t->campaign, clerk);
  const KpMarkScript *script = g_ptr_array_index (desk->scripts, index);

  g_assert_true (kp_step_enter_mark (session, "01", entry, script->application, index + 1, text, NULL));
}

static gboolean
is_read (gpointer page)
{
  return !kp_mark_page_is_busy (page);
}

static void
show_entry (KpTestWindow *t, const char *clerk, guint entry)
{
  KpMarkPage *page = kp_test_window_get (t, "mark_page");

  gtk_editable_set_text (kp_test_widget_get (page, "actor"), clerk);
  kp_mark_page_show_entry (page, entry);
  g_signal_emit_by_name (kp_test_widget_get (page, "actor"), "activate");
  for (guint i = 0; i < 3; i++)
    {
      settle (t->window);
      kp_test_wait (is_read, page);
    }
}

static void
take_marks (KpTestWindow *t)
{
  static const char *const first[] = { "78.5", "66", "81", "缺考", "59.5", "72" };
  static const char *const second[] = { "78.5", "66", "87", "缺考", "59.5", "72" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      enter (t, "赵登分", 1, i, first[i]);
      enter (t, "钱登分", 2, i, second[i]);
    }
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.reload", NULL);
  settle (t->window);
  show_page (t, "marks");
  show_entry (t, "赵登分", 1);
  take_figure (t->window, "marks");
  show_entry (t, "孙核分", KP_THIRD_ENTRY);
  take_figure (t->window, "differences");
}

static gboolean
is_answered (gpointer hall)
{
  return !kp_hall_window_is_busy (hall);
}

static void
take_hall (KpTestWindow *t)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (t->campaign);
  KpHallWindow *hall;

  set_clock ("2026-03-28T08:40:00+08:00");
  hall = open_beside (t, "win.hall", KP_TYPE_HALL_WINDOW);
  for (guint i = 0; i < 8; i++)
    {
      kp_test_keys_scan (kp_roster_get_dossier (roster, i)->seat->ticket);
      kp_test_keys_settle ();
      for (guint round = 0; round < 4; round++)
        {
          kp_test_settle ();
          kp_test_wait (is_answered, hall);
        }
    }
  take_figure (hall, "hall");
  gtk_window_destroy (GTK_WINDOW (hall));
  kp_test_settle ();
}

static void
take_seated (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();

  set_clock ("2026-03-27T10:00:00+08:00");
  register_people (t, "A01", N_SEATED / 2);
  register_people (t, "B01", N_SEATED / 2);
  kp_test_campaign_seat (t->campaign);
  open_window (t);
  show_page (t, "seats");
  kp_test_settle_seats (kp_test_window_get (t, "seat_page"));
  take_figure (t->window, "seats");
  take_hall (t);
  set_clock ("2026-03-28T18:00:00+08:00");
  take_marks (t);
}

static KpTestWindow *
bring_to_hearings (void)
{
  KpTestWindow *t = kp_test_window_new ();

  register_people (t, "A01", N_HEARD);
  kp_test_campaign_seat (t->campaign);
  kp_test_campaign_mark (t->campaign, 7000);
  return t;
}

/* The list and the commitment are fixed; the candidates say the digits. */
static void
take_draw (void)
{
  g_autoptr (KpTestWindow) t = bring_to_hearings ();
  g_autoptr (GError) error = NULL;
  KpShortlistTally shortlist;
  KpWaitWindow *wait;

  set_clock ("2026-04-18T07:40:00+08:00");
  kp_step_shortlist (t->campaign->session, &shortlist, &error);
  g_assert_no_error (error);
  kp_test_campaign_commit_hearings (t->campaign);
  open_window (t);
  wait = open_beside (t, "win.wait", KP_TYPE_WAIT_WINDOW);
  kp_test_keys_press (GDK_KEY_F3);
  kp_test_keys_type ("3141");
  settle (wait);
  take_figure (wait, "draw");
  gtk_window_destroy (GTK_WINDOW (wait));
  kp_test_settle ();
}

static void
type_mark (KpRoomWindow *room, guint examiner, guint part, const char *text)
{
  g_autofree char *name = g_strdup_printf ("考官%u", examiner);
  GtkWidget *field = kp_test_find_text (kp_test_widget_get (room, "sheet"), name);

  for (guint i = 0; i <= part && field != NULL; i++)
    field = gtk_widget_get_next_sibling (field);
  g_assert_true (GTK_IS_ENTRY (field));
  gtk_widget_grab_focus (field);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  g_signal_emit_by_name (field, "activate");
}

static gboolean
is_saved (gpointer room)
{
  return !kp_room_window_is_busy (room);
}

static void
take_room (void)
{
  g_autoptr (KpTestWindow) t = bring_to_hearings ();
  KpRoomWindow *room;

  set_clock ("2026-04-18T09:20:00+08:00");
  kp_test_campaign_draw (t->campaign);
  open_window (t);
  room = open_beside (t, "win.room", KP_TYPE_ROOM_WINDOW);
  gtk_editable_set_text (kp_test_widget_get (room, "keeper"), "周计分");
  gtk_editable_set_text (kp_test_widget_get (room, "supervisor"), "吴监督");
  for (guint examiner = 1; examiner <= N_EXAMINERS; examiner++)
    for (guint part = 0; part < N_MARKED_PARTS; part++)
      {
        g_autofree char *first = g_strdup_printf ("%u", 18 + examiner % 6);

        type_mark (room, examiner, part, part == 0 ? first : part == N_MARKED_PARTS - 1 ? "8" : "15");
      }
  for (guint i = 0; i < 3; i++)
    {
      settle (room);
      kp_test_wait (is_saved, room);
    }
  take_figure (room, "room");
  gtk_window_destroy (GTK_WINDOW (room));
  kp_test_settle ();
}

static GBytes *
make_paper (KpSession *session, const char *form, const char *only, gpointer data G_GNUC_UNUSED, GError **error)
{
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (error);
  KpPressForm parsed = KP_PRESS_NOTICE;

  if (fonts == NULL || !kp_press_form_parse (form, &parsed))
    return NULL;
  return kp_press_make (session, parsed, fonts, only, error);
}

static gboolean
is_printed (gpointer page)
{
  return g_str_equal (kp_print_page_get_state (page), "paper");
}

static void
take_print (KpTestWindow *t)
{
  KpPrintPage *page = kp_test_window_get (t, "print_page");

  show_page (t, "print");
  kp_print_page_make (page, "publicity");
  kp_test_wait (is_printed, page);
  settle (t->window);
  take_figure (t->window, "print");
}

/* So that the heading is the first line that is seen. */
static void
scroll_to (gpointer page, const char *heading)
{
  GtkWidget *label = kp_test_find_text (page, heading);
  GtkWidget *scrolled = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  graphene_point_t point;

  g_assert_nonnull (scrolled);
  g_assert_true (gtk_widget_compute_point (label, scrolled, &GRAPHENE_POINT_INIT (0, 0), &point));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), point.y);
  settle (gtk_widget_get_root (scrolled));
}

static void
take_person (KpTestWindow *t)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (t->campaign);
  const KpDossier *first = kp_test_course_get_place (roster, "A01", 1);

  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-application", "s", first->application->application);
  settle (t->window);
  scroll_to (kp_test_window_get (t, "application_page"), "结果的由来");
  take_figure (t->window, "person");
}

/* What everybody got on the first day; the training and the notes are still to come. */
static void
record_links (KpTestCampaign *c)
{
  static const KpLink links[] = { KP_LINK_CONDITIONS, KP_LINK_MENTOR, KP_LINK_DUTIES };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const KpLinkOrder order = { .link = links[i],
                                  .day = kp_date_make (2026, 7, 1),
                                  .document = "城关街道人事卷1",
                                  .served = KP_SERVED_IN_PERSON,
                                  .by = "城关街道组织委员",
                                  .with = "城关街道工会主席" };
      KpLinkTally tally;

      kp_step_record_link_of_all (c->session, &order, "01", &tally, &error);
      g_assert_no_error (error);
    }
}

/* From the publicity to the probations: with the program's own works and papers. */
static void
take_hired (void)
{
  static const struct
  {
    KpPressForm form;
    KpStage stage;
  } forms[] = { { KP_PRESS_TICKETS, KP_STAGE_SITTINGS },   { KP_PRESS_SIGN_IN, KP_STAGE_SITTINGS },
                { KP_PRESS_MARKS, KP_STAGE_WRITTEN },      { KP_PRESS_SHORTLIST, KP_STAGE_SHORTLIST },
                { KP_PRESS_TOTALS, KP_STAGE_TOTALS },      { KP_PRESS_PUBLICITY, KP_STAGE_PUBLICITY },
                { KP_PRESS_CONTRACTS, KP_STAGE_HIRE },     { KP_PRESS_LETTER_HIRE, KP_STAGE_HIRE } };
  KpPressTitle titles[G_N_ELEMENTS (forms)] = { 0 };
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  g_autoptr (GError) error = NULL;
  KpPublicityTally publicity;
  KpFitnessTally fitness;
  KpHireTally hire;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    titles[i] = (KpPressTitle) { .name = kp_press_form_get_name (forms[i].form),
                                 .title = kp_press_form_get_chinese (forms[i].form),
                                 .summary = "",
                                 .stage = forms[i].stage };
  t->source = (KpPressSource) { titles, G_N_ELEMENTS (titles), make_paper, NULL };
  t->works.works = kp_works_get (&t->works.n_works);
  t->works.run = kp_works_run;
  kp_print_page_set_source (kp_test_window_get (t, "print_page"), &t->source);
  kp_work_page_set_source (kp_test_window_get (t, "work_page"), &t->works);
  register_people (t, "A01", N_HIRED * 3);
  kp_test_campaign_seat (t->campaign);
  kp_test_campaign_mark (t->campaign, 7000);
  kp_test_campaign_draw (t->campaign);
  kp_test_course_hear_and_total (t->campaign);
  kp_test_course_pass_all (t->campaign, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (t->campaign, KP_FITNESS_BACKGROUND, 0, &fitness);
  kp_step_publish (t->campaign->session, &publicity, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (t->campaign, "2026-07-01T08:00:00+08:00");
  kp_step_hire (t->campaign->session, &hire, &error);
  g_assert_no_error (error);
  record_links (t->campaign);
  set_clock ("2026-07-02T10:00:00+08:00");
  open_window (t);
  take_person (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", "publicity");
  settle (t->window);
  take_figure (t->window, "publicity");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-path", NULL);
  show_page (t, "workers");
  take_figure (t->window, "contracts");
  kp_worker_page_show_view (kp_test_window_get (t, "worker_page"), "board");
  settle (t->window);
  take_figure (t->window, "probation");
  take_print (t);
}

static gboolean
is_let_in (gpointer window)
{
  return kp_window_get_campaign (window) != NULL && find_window (KP_TYPE_SIGN_IN_DIALOG) == NULL;
}

static gboolean
is_asked (gpointer data G_GNUC_UNUSED)
{
  return find_window (KP_TYPE_SIGN_IN_DIALOG) != NULL;
}

static gboolean
is_listed (gpointer dialog)
{
  return !kp_accounts_dialog_is_busy (dialog);
}

static void
take_accounts (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  gpointer dialog;

  set_clock ("2026-03-10T10:00:00+08:00");
  kp_test_account_staff (t->campaign);
  gtk_window_present (GTK_WINDOW (t->window));
  kp_window_open (t->window, t->campaign->database->location, NULL, "tester");
  kp_test_wait (is_asked, NULL);
  dialog = find_window (KP_TYPE_SIGN_IN_DIALOG);
  gtk_editable_set_text (kp_test_widget_get (dialog, "login"), "head");
  gtk_editable_set_text (kp_test_widget_get (dialog, "password"), KP_TEST_PASSWORD);
  gtk_widget_activate_action (dialog, "sign-in.run", NULL);
  kp_test_wait (is_let_in, t->window);
  settle (t->window);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.accounts", NULL);
  dialog = find_window (KP_TYPE_ACCOUNTS_DIALOG);
  kp_test_wait (is_listed, dialog);
  take_figure (dialog, "accounts");
}

/* The application's own: no test of single widgets needs it. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/kaopin/Kaopin/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  set_clock ("2026-03-10T10:00:00+08:00");
  kp_test_window_start (&argc, &argv);
  load_style ();
  g_test_add_func ("/ui/figures/overview", take_many);
  g_test_add_func ("/ui/figures/import", take_import);
  g_test_add_func ("/ui/figures/review", take_review);
  g_test_add_func ("/ui/figures/exam", take_seated);
  g_test_add_func ("/ui/figures/draw", take_draw);
  g_test_add_func ("/ui/figures/room", take_room);
  g_test_add_func ("/ui/figures/hire", take_hired);
  g_test_add_func ("/ui/figures/accounts", take_accounts);
  return g_test_run ();
}
