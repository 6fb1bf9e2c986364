/* test-room-package.c – a room package in the window: saved, opened as its room, taken in, and decided by two people.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-desk.h"
#include "kp-room-package-dialog.h"
#include "kp-room-package.h"
#include "kp-room-window.h"
#include "kp-step-interview.h"
#include "kp-step-room.h"
#include "kp-test-window.h"
#include "kp-test.h"

#define PASSPHRASE "第一考场：七月流火"
#define N_EXAMINERS 7

static const char *const elements[] = { "analysis", "organising", "response", "speech", "bearing" };
static const KpTwoPeople persons = { "孙一", "周二", "签字的评分表" };

typedef struct
{
  KpTestWindow *office;
  char *path;
  KpCampaign *opened;
} Fixture;

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  f->office = kp_test_window_new ();
  kp_test_campaign_register (f->office->campaign, "A01", 3);
  kp_test_campaign_seat (f->office->campaign);
  kp_test_campaign_mark (f->office->campaign, 7000);
  kp_test_campaign_draw (f->office->campaign);
  kp_test_window_open (f->office);
  f->path = g_build_filename (f->office->campaign->database->folder, "room.kproom", NULL);
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&f->opened);
  kp_test_settle ();
  kp_test_window_free (f->office);
  g_free (f->path);
}

/* ---- the dialog ---- */

static const char *
get_page (KpRoomPackageDialog *dialog)
{
  return gtk_stack_get_visible_child_name (kp_test_widget_get (dialog, "stack"));
}

static gboolean
is_idle (gpointer dialog)
{
  return !g_str_equal (get_page (dialog), "working");
}

static KpRoomPackageDialog *
ask (Fixture *f,
     KpRoomPackageWork work,
     const char *path)
{
  KpRoomPackageDialog *dialog = kp_room_package_dialog_new (GTK_WINDOW (f->office->window), work, path, "孙一");

  if (work != KP_ROOM_PACKAGE_OPEN)
    kp_room_package_dialog_set_campaign (dialog, kp_window_get_campaign (f->office->window), work == KP_ROOM_PACKAGE_WRITE ? 1 : 0);
  gtk_window_present (GTK_WINDOW (dialog));
  kp_test_settle ();
  return dialog;
}

static void
type (KpRoomPackageDialog *dialog,
      const char *field,
      const char *text)
{
  gtk_editable_set_text (kp_test_widget_get (dialog, field), text);
}

static gboolean
may_go (KpRoomPackageDialog *dialog)
{
  return gtk_widget_is_sensitive (kp_test_widget_get (dialog, "go"));
}

static void
press (KpRoomPackageDialog *dialog,
       const char *button)
{
  g_signal_emit_by_name (kp_test_widget_get (dialog, button), "clicked");
  kp_test_wait (is_idle, dialog);
  kp_test_settle ();
}

static void
write_package (Fixture *f)
{
  KpRoomPackageDialog *dialog = ask (f, KP_ROOM_PACKAGE_WRITE, f->path);

  type (dialog, "passphrase", PASSPHRASE);
  type (dialog, "again", PASSPHRASE);
  press (dialog, "go");
  g_assert_cmpstr (get_page (dialog), ==, "done");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* ---- the room's day ---- */

static void
hear (KpSession *session,
      const char *code,
      const char *first,
      const char *mark)
{
  KpTypedMark marks[N_EXAMINERS * G_N_ELEMENTS (elements)];
  const KpHearingReading reading = { code, mark };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    marks[i] = (KpTypedMark) { i / 5 + 1, elements[i % 5], i % 5 == 0 ? first : "10" };
  g_assert_true (kp_step_enter_hearing (session, code, KP_MARK_PRESENT, marks, G_N_ELEMENTS (marks), &error));
  g_assert_true (kp_step_check_hearings (session, &reading, 1, &persons, &error));
  g_assert_no_error (error);
}

static void
work (Fixture *f,
      const char *path,
      const char *first,
      const char *mark)
{
  g_autoptr (KpSealedKey) key = kp_room_package_unlock (path, PASSPHRASE, NULL);
  g_autoptr (KpSession) room = kp_room_package_open (path, key, "孙一", KP_OPEN_READ_WRITE, &f->office->campaign->sources, NULL);

  hear (room, "1001", first, mark);
  hear (room, "1002", "20", "60.00");
  hear (room, "1003", "20", "60.00");
}

/* ---- tests ---- */

/* Short, or typed in two ways: there is nothing to press. */
static void
test_write (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  KpRoomPackageDialog *dialog = ask (f, KP_ROOM_PACKAGE_WRITE, f->path);

  type (dialog, "passphrase", "七月流火");
  type (dialog, "again", "七月流火");
  g_assert_false (may_go (dialog));
  type (dialog, "passphrase", PASSPHRASE);
  g_assert_false (may_go (dialog));
  type (dialog, "again", PASSPHRASE);
  g_assert_true (may_go (dialog));
  press (dialog, "go");
  g_assert_cmpstr (get_page (dialog), ==, "done");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "考场数据包已写出"));
  g_assert_true (kp_room_package_is_one (f->path));
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = ask (f, KP_ROOM_PACKAGE_WRITE, f->path);
  type (dialog, "passphrase", PASSPHRASE);
  type (dialog, "again", PASSPHRASE);
  press (dialog, "go");
  g_assert_cmpstr (get_page (dialog), ==, "ask");
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (dialog, "problem")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_opened (KpRoomPackageDialog *dialog G_GNUC_UNUSED,
           KpCampaign *campaign,
           Fixture *f)
{
  g_set_object (&f->opened, campaign);
}

static gboolean
is_opened (gpointer data)
{
  return ((Fixture *) data)->opened != NULL;
}

static gboolean
is_room_idle (gpointer room)
{
  return !kp_room_window_is_busy (room);
}

static void
settle (KpRoomWindow *room)
{
  for (guint i = 0; i < 3; i++)
    {
      kp_test_settle ();
      kp_test_wait (is_room_idle, room);
    }
  kp_test_settle ();
}

static gboolean
is_entry (GtkWidget *widget,
          gconstpointer data G_GNUC_UNUSED)
{
  return GTK_IS_ENTRY (widget);
}

/* What the file has of the first number. */
static guint
count_marks (Fixture *f)
{
  g_autoptr (KpSealedKey) key = kp_room_package_unlock (f->path, PASSPHRASE, NULL);
  g_autoptr (KpSession) room = kp_room_package_open (f->path, key, "", KP_OPEN_READ_ONLY, &f->office->campaign->sources, NULL);
  g_autoptr (KpRoomDesk) desk = kp_room_desk_load (room, 1, NULL);

  return ((const KpRoomCandidate *) g_ptr_array_index (desk->candidates, 0))->marks->len;
}

/* A wrong passphrase leaves the dialog as it is; the right one gives the room, which works on the file. */
static void
test_open_as_its_room (Fixture *f,
                       gconstpointer data G_GNUC_UNUSED)
{
  KpRoomPackageDialog *dialog;
  KpRoomWindow *room;
  GtkWidget *field;

  write_package (f);
  dialog = ask (f, KP_ROOM_PACKAGE_OPEN, f->path);
  g_signal_connect (dialog, "opened", G_CALLBACK (on_opened), f);
  type (dialog, "passphrase", "第一考场：七月流水");
  press (dialog, "go");
  g_assert_cmpstr (get_page (dialog), ==, "ask");
  kp_test_assert_contains (gtk_label_get_label (kp_test_widget_get (dialog, "problem")), "口令不是");
  g_assert_null (f->opened);
  type (dialog, "passphrase", PASSPHRASE);
  g_signal_emit_by_name (kp_test_widget_get (dialog, "go"), "clicked");
  kp_test_wait (is_opened, f);
  kp_test_settle ();
  g_assert_true (kp_campaign_is_room_package (f->opened));
  room = kp_room_window_new (NULL, f->opened, NULL, "孙一");
  gtk_window_present (GTK_WINDOW (room));
  settle (room);
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (room, "packages")));
  field = kp_test_find (kp_test_widget_get (room, "sheet"), is_entry, NULL);
  gtk_widget_grab_focus (field);
  gtk_editable_set_text (GTK_EDITABLE (field), "20");
  g_signal_emit_by_name (field, "activate");
  settle (room);
  g_assert_cmpuint (count_marks (f), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (room), "room.away", "s", "absent");
  settle (room);
  g_assert_cmpuint (count_marks (f), ==, 0);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (room), "缺考 · 待核对"));
  gtk_editable_set_text (kp_test_widget_get (room, "supervisor"), "周二");
  gtk_editable_set_text (kp_test_widget_get (room, "reading"), "缺考");
  g_signal_emit_by_name (kp_test_widget_get (room, "reading"), "activate");
  settle (room);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (room), "缺考 · 已核对"));
  gtk_window_destroy (GTK_WINDOW (room));
}

static KpRoomPackageDialog *
take (Fixture *f,
      const char *path)
{
  KpRoomPackageDialog *dialog = ask (f, KP_ROOM_PACKAGE_TAKE, path);

  type (dialog, "passphrase", PASSPHRASE);
  press (dialog, "go");
  return dialog;
}

static void
test_take_in (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  KpRoomPackageDialog *dialog;

  write_package (f);
  dialog = take (f, f->path);
  g_assert_cmpstr (get_page (dialog), ==, "ask");
  kp_test_assert_contains (gtk_label_get_label (kp_test_widget_get (dialog, "problem")), "3 个序号");
  gtk_window_destroy (GTK_WINDOW (dialog));
  work (f, f->path, "20", "60.00");
  dialog = take (f, f->path);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "考场数据包已收入"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = take (f, f->path);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "档案里已有"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_check (GtkWidget *widget,
          gconstpointer data)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);

  return GTK_IS_CHECK_BUTTON (widget) && row != NULL
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), data);
}

/* Both sides' marks are on the screen; there is nothing to press before all is chosen, named and given a reason. */
static void
test_two_people_decide (Fixture *f,
                        gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = g_build_filename (f->office->campaign->database->folder, "other.kproom", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpRoomPackageDialog *dialog;
  gsize length = 0;

  write_package (f);
  bytes = kp_test_read (f->path, &length);
  g_assert_true (g_file_set_contents (other, bytes, (gssize) length, NULL));
  work (f, f->path, "20", "60.00");
  work (f, other, "21", "61.00");
  gtk_window_destroy (GTK_WINDOW (take (f, f->path)));
  dialog = take (f, other);
  g_assert_cmpstr (get_page (dialog), ==, "conflict");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "60.00"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "61.00"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "考官3 · 综合分析"));
  type (dialog, "first", "甲");
  type (dialog, "second", "乙");
  type (dialog, "reason", "照签字的评分表");
  g_assert_false (gtk_widget_is_sensitive (kp_test_widget_get (dialog, "decide")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (kp_test_find (GTK_WIDGET (dialog), is_check, "以数据包为准")), TRUE);
  g_assert_true (gtk_widget_is_sensitive (kp_test_widget_get (dialog, "decide")));
  type (dialog, "second", "甲");
  press (dialog, "decide");
  g_assert_cmpstr (get_page (dialog), ==, "conflict");
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (dialog, "refusal")));
  type (dialog, "second", "乙");
  press (dialog, "decide");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "考场数据包已收入"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  roster = kp_test_campaign_load (f->office->campaign);
  g_assert_cmpint (kp_roster_find_code (roster, "1001")->interview->raw, ==, KP_MARK (61, 0));
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

  add ("/ui/room-package/write", test_write);
  add ("/ui/room-package/open-as-its-room", test_open_as_its_room);
  add ("/ui/room-package/take-in", test_take_in);
  add ("/ui/room-package/two-people-decide", test_two_people_decide);
  return g_test_run ();
}
