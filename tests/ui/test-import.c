/* test-import.c – a workbook of registrations: checked, corrected and taken in from the window.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-import-dialog.h"
#include "kp-test.h"
#include "kp-test-window.h"

/* Of tests/real/registration-2026.truth.csv. */
#define N_REAL 1220
#define N_GOOD 1165
#define N_BAD 55

static KpImportDialog *
open_dialog (KpTestWindow *t)
{
  KpImportDialog *dialog;

  kp_test_window_open (t);
  dialog = kp_import_dialog_new (GTK_WINDOW (t->window), kp_window_get_campaign (t->window), "王经办");
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_cmpstr (kp_import_dialog_get_state (dialog), ==, "choose");
  return dialog;
}

static gboolean
is_over (gpointer dialog)
{
  return !g_str_equal (kp_import_dialog_get_state (dialog), "working");
}

static void
check (KpImportDialog *dialog,
       const char *path)
{
  kp_import_dialog_set_path (dialog, path);
  g_assert_cmpstr (kp_import_dialog_get_state (dialog), ==, "working");
  kp_test_wait (is_over, dialog);
  kp_test_settle ();
}

static void
act (KpImportDialog *dialog,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), action, NULL);
  kp_test_wait (is_over, dialog);
  kp_test_settle ();
}

static GListModel *
get_rows (KpImportDialog *dialog)
{
  return kp_test_widget_get (dialog, "selection");
}

static gboolean
may_take (KpImportDialog *dialog)
{
  return gtk_widget_get_sensitive (kp_test_widget_get (dialog, "take"));
}

static guint
count_recorded (KpTestWindow *t)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (t->campaign);

  return kp_roster_get_n_dossiers (roster);
}

static void
test_real_file (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpImportDialog *dialog = open_dialog (t);
  g_autofree char *path = kp_test_dup_shipped ("real/registration-2026.xlsx");

  check (dialog, path);
  g_assert_cmpstr (kp_import_dialog_get_state (dialog), ==, "check");
  gtk_drop_down_set_selected (kp_test_widget_get (dialog, "filter"), 5);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (dialog)), ==, N_REAL);
  gtk_drop_down_set_selected (kp_test_widget_get (dialog, "filter"), 2);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (dialog)), ==, 35);
  g_assert_false (may_take (dialog));
  gtk_check_button_set_active (kp_test_widget_get (dialog, "accept"), TRUE);
  g_assert_true (may_take (dialog));
  g_assert_cmpuint (count_recorded (t), ==, 0);
  act (dialog, "import.take");
  g_assert_cmpstr (kp_import_dialog_get_state (dialog), ==, "done");
  g_assert_true (gtk_widget_has_focus (kp_test_widget_get (dialog, "close")));
  g_assert_cmpuint (count_recorded (t), ==, N_GOOD);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Given up while rows are written: the record is as it was, and the same can be done again. */
static void
test_cancel (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpImportDialog *dialog = open_dialog (t);
  g_autofree char *path = kp_test_dup_shipped ("real/registration-2026.xlsx");
  const gint64 n_before = kp_test_campaign_count_journal (t->campaign);

  check (dialog, path);
  gtk_check_button_set_active (kp_test_widget_get (dialog, "accept"), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.take", NULL);
  act (dialog, "import.stop");
  g_assert_cmpstr (kp_import_dialog_get_state (dialog), ==, "check");
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (dialog, "problem")));
  g_assert_cmpuint (count_recorded (t), ==, 0);
  g_assert_cmpint (kp_test_campaign_count_journal (t->campaign), ==, n_before);
  act (dialog, "import.take");
  g_assert_cmpuint (count_recorded (t), ==, N_GOOD);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* One digit of the second person's ID number is wrong. */
static char *
write_faulty (KpTestWindow *t,
              char right[19])
{
  g_autofree char *rows = kp_test_campaign_make_rows (t->campaign, "A01", 3);
  g_autofree char *text = NULL;
  char *id = strstr (strchr (rows, '\n'), "110101");

  memcpy (right, id, 18);
  right[18] = '\0';
  id[17] = id[17] == '1' ? '2' : '1';
  text = g_strconcat (KP_TEST_HEADING, rows, NULL);
  return kp_test_campaign_write (t->campaign, "faulty.csv", text);
}

/* What was typed in place of a cell is read with the file; the journal says which cell, not what. */
static void
test_correct (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpImportDialog *dialog = open_dialog (t);
  char right[19];
  g_autofree char *path = write_faulty (t, right);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) note = NULL;
  gboolean has_note = FALSE;

  check (dialog, path);
  g_assert_false (may_take (dialog));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (dialog)), ==, 1);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "第3行，身份证号"));
  gtk_editable_set_text (kp_test_widget_get (dialog, "value"), right);
  g_signal_emit_by_name (kp_test_widget_get (dialog, "value"), "activate");
  kp_test_wait (is_over, dialog);
  kp_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (dialog)), ==, 0);
  g_assert_true (may_take (dialog));
  act (dialog, "import.take");
  roster = kp_test_campaign_load (t->campaign);
  g_assert_cmpuint (kp_roster_get_n_dossiers (roster), ==, 3);
  g_assert_nonnull (kp_roster_find_id_number (roster, right));
  note = kp_database_prepare (kp_session_get_database (t->campaign->session),
                              "SELECT after_text FROM journal WHERE act = 'note' AND row_key = 'corrected'", &error);
  g_assert_no_error (error);
  g_assert_true (kp_statement_step (note, &has_note, &error));
  g_assert_true (has_note);
  kp_test_assert_contains (kp_statement_get_text (note, "after_text"), "3:身份证号");
  kp_test_assert_lacks (kp_statement_get_text (note, "after_text"), right);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Somebody saves the file after it was checked: what is taken in is what was looked at, or nothing. */
static void
test_changed_file (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpImportDialog *dialog = open_dialog (t);
  g_autofree char *rows = kp_test_campaign_make_rows (t->campaign, "A01", 3);
  g_autofree char *text = g_strconcat (KP_TEST_HEADING, rows, NULL);
  g_autofree char *path = kp_test_campaign_write (t->campaign, "good.csv", text);
  g_autofree char *other = NULL;

  check (dialog, path);
  g_assert_true (may_take (dialog));
  *strrchr (text, '\n') = '\0';
  *(strrchr (text, '\n') + 1) = '\0';
  other = kp_test_campaign_write (t->campaign, "good.csv", text);
  act (dialog, "import.take");
  g_assert_cmpstr (kp_import_dialog_get_state (dialog), ==, "check");
  g_assert_cmpuint (count_recorded (t), ==, 0);
  gtk_window_close (GTK_WINDOW (dialog));
}

typedef struct
{
  const char *label;
  GtkDropDown *found;
} Choice;

static void
find_choice (GtkWidget *widget,
             gpointer data)
{
  Choice *choice = data;
  GtkWidget *before = gtk_widget_get_prev_sibling (widget);

  if (GTK_IS_DROP_DOWN (widget) && before != NULL && GTK_IS_LABEL (before)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (before)), choice->label))
    choice->found = GTK_DROP_DOWN (widget);
}

/* A heading that nobody can guess: the clerk says which column it is. */
static void
test_columns (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpImportDialog *dialog = open_dialog (t);
  g_autofree char *rows = kp_test_campaign_make_rows (t->campaign, "A01", 3);
  g_autofree char *heading = g_strdup (KP_TEST_HEADING);
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  g_autoptr (KpRoster) roster = NULL;
  Choice choice = { "联系电话", NULL };

  memcpy (strstr (heading, "联系电话"), "甲乙丙丁", strlen ("甲乙丙丁"));
  text = g_strconcat (heading, rows, NULL);
  path = kp_test_campaign_write (t->campaign, "odd.csv", text);
  check (dialog, path);
  kp_test_each (kp_test_widget_get (dialog, "columns"), find_choice, &choice);
  g_assert_nonnull (choice.found);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice.found), ==, 0);
  gtk_drop_down_set_selected (choice.found, 7);
  kp_test_wait (is_over, dialog);
  kp_test_settle ();
  act (dialog, "import.take");
  roster = kp_test_campaign_load (t->campaign);
  g_assert_cmpuint (kp_roster_get_n_dossiers (roster), ==, 3);
  g_assert_cmpstr (kp_roster_get_dossier (roster, 0)->person->phone, ==, "13900000000");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_unreadable (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpImportDialog *dialog = open_dialog (t);
  g_autofree char *path = kp_test_campaign_write (t->campaign, "none.csv", "甲,乙\n1,2\n");

  check (dialog, path);
  g_assert_cmpstr (kp_import_dialog_get_state (dialog), ==, "choose");
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (dialog, "problem")));
  gtk_window_close (GTK_WINDOW (dialog));
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/import/real-file", test_real_file);
  g_test_add_func ("/ui/import/cancel", test_cancel);
  g_test_add_func ("/ui/import/correct", test_correct);
  g_test_add_func ("/ui/import/changed-file", test_changed_file);
  g_test_add_func ("/ui/import/columns", test_columns);
  g_test_add_func ("/ui/import/unreadable", test_unreadable);
  return g_test_run ();
}
