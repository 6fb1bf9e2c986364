/* test-input.c – what an input method composes is its own until it is accepted: Enter, Escape and arrows are no acts meanwhile.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chinese is typed by pinyin. What is composed stands in the field without being its text; GTK composes by the code of a character
 * in the same way, which no other program has to be there for. */
#include <string.h>

#include "kp-draft-cell.h"
#include "kp-preedit.h"
#include "kp-register-dialog.h"
#include "kp-scheme-json.h"
#include "kp-test-keys.h"
#include "kp-test-window.h"
#include "kp-test.h"
#include "kp-work-page.h"

#define ZHANG "5f20" /* 张 */

static KpTestWindow *
open_window (void)
{
  KpTestWindow *t = kp_test_window_new ();

  kp_test_campaign_register (t->campaign, "A01", 3);
  kp_test_window_open (t);
  return t;
}

/* ---- the dialog of a work ---- */

static gboolean
is_over (gpointer dialog)
{
  return g_str_equal (kp_work_dialog_get_state (dialog), "done");
}

/* Enter accepts the name; only the next one carries the work out. */
static void
test_enter_accepts (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkDialog *dialog = kp_work_page_open (kp_test_window_get (t, "work_page"), "judge");
  GtkEditable *actor = kp_test_widget_get (dialog, "actor");

  kp_work_dialog_set_value (dialog, 0, "000001");
  kp_work_dialog_set_value (dialog, 1, "--met");
  gtk_widget_grab_focus (GTK_WIDGET (actor));
  gtk_editable_set_text (actor, "王");
  gtk_editable_set_position (actor, -1);
  kp_test_keys_focus (GTK_WIDGET (dialog));
  kp_test_keys_compose (ZHANG);
  g_assert_cmpstr (gtk_editable_get_text (actor), ==, "王");
  kp_test_keys_press (GDK_KEY_Return);
  g_assert_cmpstr (gtk_editable_get_text (actor), ==, "王张");
  g_assert_cmpstr (kp_work_dialog_get_state (dialog), ==, "form");
  kp_test_keys_press (GDK_KEY_Return);
  kp_test_wait (is_over, dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "work.close", NULL);
  kp_test_settle ();
}

/* ---- the form at the counter ---- */

static gboolean
is_settled (gpointer dialog)
{
  return kp_register_dialog_is_settled (dialog);
}

/* Nothing is said of half a name; Escape gives it up, and not the form with it. */
static void
test_escape_gives_up (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpRegisterDialog *dialog = kp_register_dialog_new (GTK_WINDOW (t->window), &t->works, kp_window_get_campaign (t->window), "王经办");
  KpFormEntry *name;

  gtk_window_present (GTK_WINDOW (dialog));
  kp_test_settle ();
  name = kp_register_dialog_find (dialog, "姓名");
  gtk_widget_grab_focus (GTK_WIDGET (name));
  kp_test_keys_focus (GTK_WIDGET (dialog));
  kp_test_keys_compose (ZHANG);
  kp_test_wait (is_settled, dialog);
  g_assert_cmpstr (kp_form_entry_get_text (name), ==, "");
  kp_test_keys_press (GDK_KEY_Escape);
  g_assert_cmpstr (kp_form_entry_get_text (name), ==, "");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  kp_test_keys_compose (ZHANG);
  kp_test_keys_press (GDK_KEY_Return);
  g_assert_cmpstr (kp_form_entry_get_text (name), ==, "张");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), GTK_WIDGET (name)));
  kp_test_wait (is_settled, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* ---- a search ---- */

/* Nobody is looked for by what isn't accepted, and Enter only accepts it. */
static void
test_search (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  GtkEditable *search = kp_test_widget_get (kp_test_window_get (t, "worker_page"), "search");

  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "workers");
  kp_test_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (search));
  kp_test_keys_focus (GTK_WIDGET (t->window));
  kp_test_keys_compose (ZHANG);
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  kp_test_keys_press (GDK_KEY_Return);
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "张");
}

/* ---- a cell of the scheme ---- */

typedef struct
{
  guint n_changed;
  guint n_moved;
} Told;

static void
on_changed (GtkWidget *cell G_GNUC_UNUSED,
            Told *told)
{
  told->n_changed++;
}

static void
on_moved (GtkWidget *cell G_GNUC_UNUSED,
          int rows G_GNUC_UNUSED,
          Told *told)
{
  told->n_moved++;
}

/* The first cell that is written in words. */
static GtkWidget *
make_cell (KpSchemeDraft *draft)
{
  for (guint i = 0; i < kp_scheme_draft_get_n_sheets (draft); i++)
    for (guint k = 0; kp_scheme_draft_get_n_rows (draft, i) > 0 && k < kp_scheme_draft_get_n_columns (draft, i); k++)
      {
        if (kp_scheme_draft_get_column (draft, i, k)->kind == KP_DRAFT_TEXT)
          return kp_draft_cell_new (draft, i, 0, k);
      }
  g_assert_not_reached ();
}

/* The cell takes Enter, Escape and the arrows before its text does, but not from what is being composed. */
static void
test_cell (void)
{
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autoptr (KpScheme) scheme = kp_scheme_json_load (path, NULL, NULL);
  g_autoptr (KpSchemeDraft) draft = kp_scheme_draft_new (scheme);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *cell = make_cell (draft);
  GtkWidget *entry = gtk_widget_get_first_child (cell);
  Told told = { 0 };

  gtk_window_set_child (GTK_WINDOW (window), cell);
  g_signal_connect (cell, "changed", G_CALLBACK (on_changed), &told);
  g_signal_connect (cell, "moved", G_CALLBACK (on_moved), &told);
  gtk_window_present (GTK_WINDOW (window));
  kp_test_settle ();
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "王");
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  kp_test_keys_focus (window);
  kp_test_keys_compose (ZHANG);
  g_assert_true (kp_preedit_is_shown (entry));
  kp_test_keys_press (GDK_KEY_Escape);
  g_assert_false (kp_preedit_is_shown (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "王");
  kp_test_keys_compose (ZHANG);
  kp_test_keys_press (GDK_KEY_Return);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "王张");
  g_assert_cmpuint (told.n_moved, ==, 0);
  g_assert_cmpuint (told.n_changed, ==, 0);
  kp_test_keys_press (GDK_KEY_Return);
  g_assert_cmpuint (told.n_moved, ==, 1);
  g_assert_cmpuint (told.n_changed, ==, 1);
  g_assert_cmpstr (kp_draft_cell_get_text (KP_DRAFT_CELL (cell)), ==, "王张");
  gtk_window_destroy (GTK_WINDOW (window));
  kp_test_settle ();
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);

  g_test_add_func ("/ui/input/enter-accepts", test_enter_accepts);
  g_test_add_func ("/ui/input/escape-gives-up", test_escape_gives_up);
  g_test_add_func ("/ui/input/search", test_search);
  g_test_add_func ("/ui/input/cell", test_cell);
  return g_test_run ();
}
