/* test-room.c – the interview room: marks by number, the mean worked out, the check by two people, a projector without names.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-projector.h"
#include "kp-room-window.h"
#include "kp-test-window.h"
#include "kp-test.h"

#define N_PEOPLE 9
#define N_EXAMINERS 7
#define N_ELEMENTS 5

typedef struct
{
  KpTestWindow *office;
  KpRoomWindow *room;
} Fixture;

static gboolean
is_idle (gpointer room)
{
  return !kp_room_window_is_busy (room);
}

static void
settle (Fixture *f)
{
  for (guint i = 0; i < 3; i++)
    {
      kp_test_settle ();
      kp_test_wait (is_idle, f->room);
    }
  kp_test_settle ();
}

static KpRoomWindow *
find_room (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (KP_IS_ROOM_WINDOW (l->data))
        return l->data;
    }
  return NULL;
}

static KpRoomProjector *
find_projector (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (KP_IS_ROOM_PROJECTOR (l->data))
        return l->data;
    }
  return NULL;
}

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  f->office = kp_test_window_new ();
  kp_test_campaign_register (f->office->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (f->office->campaign);
  kp_test_campaign_mark (f->office->campaign, 7000);
  kp_test_campaign_draw (f->office->campaign);
  kp_test_window_open (f->office);
  gtk_widget_activate_action (GTK_WIDGET (f->office->window), "win.room", NULL);
  f->room = find_room ();
  g_assert_nonnull (f->room);
  settle (f);
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (f->room));
  kp_test_settle ();
  kp_test_window_free (f->office);
}

static GtkWidget *
get_field (Fixture *f,
           guint examiner,
           guint element)
{
  g_autofree char *name = g_strdup_printf ("考官%u", examiner);
  GtkWidget *field = kp_test_find_text (kp_test_widget_get (f->room, "sheet"), name);

  for (guint i = 0; i <= element && field != NULL; i++)
    field = gtk_widget_get_next_sibling (field);
  g_assert_true (GTK_IS_ENTRY (field));
  return field;
}

static void
type (Fixture *f,
      guint examiner,
      guint element,
      const char *text)
{
  GtkWidget *field = get_field (f, examiner, element);

  gtk_widget_grab_focus (field);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  g_signal_emit_by_name (field, "activate");
}

/* 60 … 66. */
static void
type_all (Fixture *f)
{
  for (guint examiner = 1; examiner <= N_EXAMINERS; examiner++)
    for (guint element = 0; element < N_ELEMENTS; element++)
      {
        g_autofree char *first = g_strdup_printf ("%u", 19 + examiner - (examiner == N_EXAMINERS));

        type (f, examiner, element, element == 0 ? first : "10");
      }
}

static gboolean
says (Fixture *f,
      const char *text)
{
  return kp_test_find_text (GTK_WIDGET (f->room), text) != NULL;
}

/* Each examiner's total from a sheet, without the elements: one column, which adds up all the same. */
static void
test_whole_marks (Fixture *f,
                  gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (f->room));
  kp_test_campaign_interview (f->office->campaign);
  kp_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (f->office->window), "win.room", NULL);
  f->room = find_room ();
  settle (f);
  g_assert_true (g_str_has_suffix (gtk_editable_get_text (GTK_EDITABLE (get_field (f, 1, 0))), ".00"));
  g_assert_false (says (f, "综合分析\n25"));
  g_assert_false (says (f, "已评 0 / 7"));
}

/* Typed, added up, struck, divided; then two people read the signed sheet. */
static void
test_hear_one (Fixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  gtk_editable_set_text (kp_test_widget_get (f->room, "keeper"), "甲");
  gtk_editable_set_text (kp_test_widget_get (f->room, "supervisor"), "乙");
  g_assert_true (says (f, "已评 0 / 7"));
  type_all (f);
  settle (f);
  g_assert_true (says (f, "(61.00 + 62.00 + 63.00 + 64.00 + 65.00) ÷ 5 = 63.00"));
  g_assert_true (says (f, "最低分，去掉"));
  g_assert_true (says (f, "最高分，去掉"));
  g_assert_true (says (f, "63.00 · 待核对"));
  gtk_editable_set_text (kp_test_widget_get (f->room, "reading"), "63.5");
  g_signal_emit_by_name (kp_test_widget_get (f->room, "reading"), "activate");
  settle (f);
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (f->room, "problem")));
  g_assert_true (says (f, "63.00 · 待核对"));
  gtk_editable_set_text (kp_test_widget_get (f->room, "reading"), "63");
  g_signal_emit_by_name (kp_test_widget_get (f->room, "reading"), "activate");
  settle (f);
  g_assert_true (says (f, "63.00 · 已核对"));
  g_assert_false (gtk_widget_is_sensitive (get_field (f, 1, 0)));
}

/* Who is wanting is asked for where the name is typed; Enter there leads back to the slip. */
static void
test_two_names (Fixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *supervisor = kp_test_widget_get (f->room, "supervisor");
  GtkWidget *reading = kp_test_widget_get (f->room, "reading");

  gtk_editable_set_text (kp_test_widget_get (f->room, "keeper"), "甲");
  type_all (f);
  settle (f);
  gtk_editable_set_text (GTK_EDITABLE (reading), "63");
  g_signal_emit_by_name (reading, "activate");
  settle (f);
  g_assert_true (says (f, "63.00 · 待核对"));
  kp_test_assert_contains (gtk_label_get_label (kp_test_widget_get (f->room, "problem")), "监督员");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->room)), supervisor));
  gtk_editable_set_text (GTK_EDITABLE (supervisor), "乙");
  g_signal_emit_by_name (supervisor, "activate");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->room)), reading));
  g_signal_emit_by_name (reading, "activate");
  settle (f);
  g_assert_true (says (f, "63.00 · 已核对"));
}

static void
test_refuse (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  GtkLabel *problem = kp_test_widget_get (f->room, "problem");

  type (f, 1, 0, "26");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (problem)));
  kp_test_assert_contains (gtk_label_get_label (problem), "考官1");
  g_assert_true (gtk_widget_has_css_class (get_field (f, 1, 0), "error"));
  gtk_widget_activate_action (GTK_WIDGET (f->room), "room.record", NULL);
  settle (f);
  kp_test_assert_contains (gtk_label_get_label (problem), "不能当作零分");
}

static void
test_absent (Fixture *f,
             gconstpointer data G_GNUC_UNUSED)
{
  gtk_widget_activate_action (GTK_WIDGET (f->room), "room.away", "s", "absent");
  settle (f);
  g_assert_true (says (f, "缺考 · 待核对"));
  gtk_widget_activate_action (GTK_WIDGET (f->room), "room.next", NULL);
  settle (f);
  g_assert_true (says (f, "2 号"));
  g_assert_true (says (f, "已评 0 / 7"));
}

static const char *
get_text (Fixture *f,
          guint examiner,
          guint element)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_field (f, examiner, element)));
}

static void
undo (Fixture *f)
{
  gtk_widget_activate_action (GTK_WIDGET (f->room), "room.undo", NULL);
  settle (f);
}

static gboolean
may_undo (Fixture *f)
{
  return gtk_widget_get_visible (kp_test_widget_get (f->room, "undo_button"));
}

/* Who pressed Absent at the wrong number comes back to what was typed, and further back mark by mark. */
static void
test_undo (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (may_undo (f));
  type (f, 1, 0, "20");
  settle (f);
  type (f, 1, 1, "21.5");
  settle (f);
  gtk_widget_activate_action (GTK_WIDGET (f->room), "room.away", "s", "absent");
  settle (f);
  g_assert_true (says (f, "缺考 · 待核对"));
  g_assert_true (may_undo (f));
  undo (f);
  g_assert_false (says (f, "缺考 · 待核对"));
  g_assert_cmpstr (get_text (f, 1, 0), ==, "20.00");
  g_assert_cmpstr (get_text (f, 1, 1), ==, "21.50");
  undo (f);
  g_assert_cmpstr (get_text (f, 1, 1), ==, "");
  undo (f);
  g_assert_cmpstr (get_text (f, 1, 0), ==, "");
  g_assert_false (may_undo (f));
}

/* Checked by two, the number is shut: Ctrl+Z says so and changes nothing. */
static void
test_undo_of_checked (Fixture *f,
                      gconstpointer data G_GNUC_UNUSED)
{
  gtk_editable_set_text (kp_test_widget_get (f->room, "keeper"), "甲");
  gtk_editable_set_text (kp_test_widget_get (f->room, "supervisor"), "乙");
  type_all (f);
  settle (f);
  gtk_editable_set_text (kp_test_widget_get (f->room, "reading"), "63");
  g_signal_emit_by_name (kp_test_widget_get (f->room, "reading"), "activate");
  settle (f);
  g_assert_true (says (f, "63.00 · 已核对"));
  undo (f);
  kp_test_assert_contains (gtk_label_get_label (kp_test_widget_get (f->room, "problem")), "核对");
  g_assert_true (says (f, "63.00 · 已核对"));
  g_assert_true (gtk_widget_is_sensitive (kp_test_widget_get (f->room, "stack")));
  g_assert_false (may_undo (f));
}

/* A field that was left is kept: it is there when somebody comes back to the number, and after the power failed. */
static void
test_kept_cell_by_cell (Fixture *f,
                        gconstpointer data G_GNUC_UNUSED)
{
  GtkListBox *numbers = kp_test_widget_get (f->room, "numbers");

  type (f, 1, 0, "20");
  type (f, 1, 1, "21.5");
  gtk_list_box_select_row (numbers, gtk_list_box_get_row_at_index (numbers, 1));
  settle (f);
  g_assert_cmpstr (get_text (f, 1, 0), ==, "");
  type (f, 2, 0, "24");
  gtk_list_box_select_row (numbers, gtk_list_box_get_row_at_index (numbers, 0));
  g_assert_cmpstr (get_text (f, 1, 0), ==, "20.00");
  settle (f);
  gtk_window_destroy (GTK_WINDOW (f->room));
  kp_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (f->office->window), "win.room", NULL);
  f->room = find_room ();
  settle (f);
  g_assert_cmpstr (get_text (f, 1, 0), ==, "20.00");
  g_assert_cmpstr (get_text (f, 1, 1), ==, "21.50");
  g_assert_cmpstr (get_text (f, 1, 2), ==, "");
  g_assert_true (says (f, "已评 0 / 7"));
  numbers = kp_test_widget_get (f->room, "numbers");
  gtk_list_box_select_row (numbers, gtk_list_box_get_row_at_index (numbers, 1));
  g_assert_cmpstr (get_text (f, 2, 0), ==, "24.00");
}

static void
check_name (GtkWidget *widget,
            gpointer data)
{
  KpRoster *roster = data;

  for (guint i = 0; GTK_IS_LABEL (widget) && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *text = gtk_label_get_label (GTK_LABEL (widget));

      g_assert_null (strstr (text, dossier->person->name));
      g_assert_null (strstr (text, dossier->seat->ticket));
    }
}

/* Neither window holds a name or a ticket; the projector shows the mark only when it is checked. */
static void
test_no_names (Fixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (f->office->campaign);
  KpRoomProjector *projector;

  gtk_widget_activate_action (GTK_WIDGET (f->room), "room.projector", NULL);
  kp_test_settle ();
  projector = find_projector ();
  g_assert_nonnull (projector);
  type_all (f);
  settle (f);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (projector), "1 号"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (projector), "已评 7 / 7"));
  g_assert_null (kp_test_find_text (GTK_WIDGET (projector), "63.00"));
  kp_test_each (GTK_WIDGET (projector), check_name, roster);
  kp_test_each (GTK_WIDGET (f->room), check_name, roster);
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
  kp_test_window_start (&argc, &argv);

  add ("/ui/room/hear-one", test_hear_one);
  add ("/ui/room/two-names", test_two_names);
  add ("/ui/room/whole-marks", test_whole_marks);
  add ("/ui/room/refuse", test_refuse);
  add ("/ui/room/absent", test_absent);
  add ("/ui/room/kept-cell-by-cell", test_kept_cell_by_cell);
  add ("/ui/room/undo", test_undo);
  add ("/ui/room/undo-of-checked", test_undo_of_checked);
  add ("/ui/room/no-names", test_no_names);
  return g_test_run ();
}
