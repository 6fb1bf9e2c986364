/* test-marks.c – 登分 in the window: typed, refused, saved, added up, resolved.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-desk.h"
#include "kp-mark-difference-row.h"
#include "kp-mark-grid.h"
#include "kp-mark-page.h"
#include "kp-paper-lock.h"
#include "kp-step-mark-script.h"
#include "kp-test-window.h"
#include "kp-test.h"

#define N_PEOPLE 4
#define PAPER "01"

static gboolean
is_idle (gpointer page)
{
  return !kp_mark_page_is_busy (page);
}

static void
settle (KpMarkPage *page)
{
  kp_test_settle ();
  kp_test_wait (is_idle, page);
  kp_test_settle ();
}

static KpTestWindow *
open_page (void)
{
  KpTestWindow *t = kp_test_window_new ();

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (t->campaign);
  return t;
}

static KpMarkPage *
show_page (KpTestWindow *t)
{
  kp_test_window_open (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "marks");
  settle (kp_test_window_get (t, "mark_page"));
  return kp_test_window_get (t, "mark_page");
}

static GtkEntry *
get_field (KpMarkPage *page,
           guint index)
{
  g_autofree char *label = g_strdup_printf ("%02u", index + 1);
  GtkWidget *title = kp_test_find_text (kp_test_widget_get (page, "grid"), label);

  g_assert_nonnull (title);
  return GTK_ENTRY (gtk_widget_get_next_sibling (title));
}

/* Text, then Enter. */
static void
type (KpMarkPage *page,
      guint index,
      const char *text)
{
  GtkEntry *field = get_field (page, index);

  gtk_widget_grab_focus (GTK_WIDGET (field));
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  g_signal_emit_by_name (field, "activate");
}

static void
sit_down (KpMarkPage *page,
          const char *clerk,
          guint entry)
{
  gtk_editable_set_text (kp_test_widget_get (page, "actor"), clerk);
  kp_mark_page_show_entry (page, entry);
  g_signal_emit_by_name (kp_test_widget_get (page, "actor"), "activate");
  settle (page);
}

static gboolean
is_typing_in (KpMarkPage *page,
              GtkWidget *field)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));

  return focus != NULL && (focus == field || gtk_widget_is_ancestor (focus, field));
}

static char *
dup_entered (KpTestWindow *t,
             guint entry,
             const char *clerk)
{
  g_autoptr (KpMarkDesk) desk = kp_mark_desk_load (t->campaign->session, PAPER, entry, clerk, NULL);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < desk->scripts->len; i++)
    {
      const KpMarkScript *script = g_ptr_array_index (desk->scripts, i);

      g_string_append_printf (all, "%s ", script->text != NULL ? script->text : "-");
    }
  return g_string_free (all, FALSE);
}

static void
enter (KpTestWindow *t,
       const char *clerk,
       guint entry,
       guint index,
       const char *text)
{
  g_autoptr (KpMarkDesk) desk = kp_mark_desk_load (t->campaign->session, PAPER, entry, clerk, NULL);
  g_autoptr (KpSession) session = kp_test_campaign_open_as (t->campaign, clerk);
  const KpMarkScript *script = g_ptr_array_index (desk->scripts, index);

  g_assert_true (kp_step_enter_mark (session, PAPER, entry, script->application, index + 1, text, NULL));
}

/* Enter goes on, each mark is in the record by itself, and the last one leads to the total. */
static void
test_type (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page = show_page (t);
  g_autofree char *entered = NULL;

  sit_down (page, "甲", 1);
  g_assert_true (is_typing_in (page, GTK_WIDGET (get_field (page, 0))));
  type (page, 0, "78.5");
  g_assert_true (is_typing_in (page, GTK_WIDGET (get_field (page, 1))));
  type (page, 1, "缺考");
  type (page, 2, "0");
  type (page, 3, "61");
  g_assert_true (is_typing_in (page, kp_test_widget_get (page, "total")));
  settle (page);
  entered = dup_entered (t, 1, "甲");
  g_assert_cmpstr (entered, ==, "78.50 缺考 0.00 61.00 ");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "已录 4 / 4 · 合计 139.50"));
  g_assert_true (kp_mark_page_has_changed (page));
}

/* What can't be a mark stays, with its sentence, and nothing is saved. */
static void
test_refuse (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page = show_page (t);
  GtkWidget *problem = kp_test_widget_get (page, "problem");
  g_autofree char *entered = NULL;

  sit_down (page, "甲", 1);
  type (page, 0, "105");
  settle (page);
  g_assert_true (is_typing_in (page, GTK_WIDGET (get_field (page, 0))));
  g_assert_true (gtk_widget_get_visible (problem));
  kp_test_assert_contains (gtk_label_get_label (GTK_LABEL (problem)), "105");
  entered = dup_entered (t, 1, "甲");
  g_assert_cmpstr (entered, ==, "- - - - ");
  type (page, 0, "10.5");
  settle (page);
  g_assert_false (gtk_widget_get_visible (problem));
}

/* The record of the exam day is stronger than a clerk: its refusal stands beside the mark. */
static void
test_record_refuses (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page = show_page (t);
  GtkWidget *problem = kp_test_widget_get (page, "problem");
  KpLockedList list;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      enter (t, "戊", 1, i, "70");
      enter (t, "己", 2, i, "70");
    }
  g_assert_true (kp_step_lock_paper (t->campaign->session, PAPER, "丙", "丁", &list, NULL));
  type (page, 0, "80");
  settle (page);
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_field (page, 0)), "error"));
  sit_down (page, "戊", 1);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "本科目成绩已锁定"));
}

static void
test_total (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page = show_page (t);
  GtkWidget *total = kp_test_widget_get (page, "total");
  GtkWidget *problem = kp_test_widget_get (page, "problem");

  sit_down (page, "甲", 1);
  for (guint i = 0; i < N_PEOPLE; i++)
    type (page, i, "70.5");
  gtk_editable_set_text (GTK_EDITABLE (total), "281.5");
  g_signal_emit_by_name (total, "activate");
  g_assert_true (gtk_widget_get_visible (problem));
  kp_test_assert_contains (gtk_label_get_label (GTK_LABEL (problem)), "相差 0.50");
  gtk_editable_set_text (GTK_EDITABLE (total), "282");
  g_signal_emit_by_name (total, "activate");
  g_assert_false (gtk_widget_get_visible (problem));
  settle (page);
}

/* The second clerk starts with empty fields; who made the first entry finds them shut. */
static void
test_second_entry (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page = NULL;
  g_autofree char *entered = NULL;

  enter (t, "甲", 1, 0, "70");
  page = show_page (t);
  sit_down (page, "甲", 2);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_field (page, 0))));
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (get_field (page, 1))));
  sit_down (page, "乙", 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (page, 0))), ==, "");
  type (page, 0, "71");
  settle (page);
  entered = dup_entered (t, 2, "乙");
  g_assert_cmpstr (entered, ==, "71.00 - - - ");
}

static void
test_resolve (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page = NULL;
  GtkWidget *row;

  enter (t, "甲", 1, 0, "78.5");
  enter (t, "乙", 2, 0, "87.5");
  page = show_page (t);
  sit_down (page, "丙", KP_THIRD_ENTRY);
  row = kp_test_find_type (kp_test_widget_get (page, "differences"), KP_TYPE_MARK_DIFFERENCE_ROW);
  g_assert_nonnull (row);
  g_assert_nonnull (kp_test_find_text (row, "78.50"));
  g_assert_nonnull (kp_test_find_text (row, "87.50"));
  gtk_editable_set_text (kp_test_widget_get (row, "mark"), "87.5");
  gtk_editable_set_text (kp_test_widget_get (row, "evidence"), "第3页");
  g_signal_emit_by_name (kp_test_widget_get (row, "evidence"), "activate");
  settle (page);
  settle (page);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "没有不一致"));
}

/* From the clerk's name right into a field, as a click does: what gets the keys stays until it has them. */
static void
test_leave_name (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page = show_page (t);
  GtkWidget *field;

  sit_down (page, "甲", 1);
  gtk_widget_grab_focus (kp_test_widget_get (page, "actor"));
  gtk_editable_set_text (kp_test_widget_get (page, "actor"), "乙");
  field = GTK_WIDGET (get_field (page, 1));
  gtk_widget_grab_focus (field);
  g_assert_true (gtk_widget_get_mapped (field));
  g_assert_true (is_typing_in (page, field));
  settle (page);
  g_assert_true (is_typing_in (page, GTK_WIDGET (get_field (page, 0))));
}

/* Who judges the differences is asked for above them; naming somebody leaves the rows as they are. */
static void
test_leave_name_of_judge (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page = NULL;
  GtkWidget *row;

  enter (t, "甲", 1, 0, "78.5");
  enter (t, "乙", 2, 0, "87.5");
  page = show_page (t);
  sit_down (page, "甲", KP_THIRD_ENTRY);
  row = kp_test_find_type (kp_test_widget_get (page, "differences"), KP_TYPE_MARK_DIFFERENCE_ROW);
  gtk_widget_grab_focus (kp_test_widget_get (page, "actor"));
  gtk_editable_set_text (kp_test_widget_get (page, "actor"), "丙");
  gtk_widget_grab_focus (kp_test_widget_get (row, "mark"));
  settle (page);
  g_assert_true (is_typing_in (page, kp_test_widget_get (row, "mark")));
}

static void
take_back (KpTestWindow *t,
           KpMarkPage *page)
{
  kp_test_window_undo (t);
  settle (page);
}

static gboolean
may_undo (KpTestWindow *t)
{
  return gtk_widget_get_visible (kp_test_window_get (t, "undo_button"));
}

/* Back to what stood there, the last first; the keys go to the mark that changed. */
static void
test_undo (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page = show_page (t);
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  sit_down (page, "甲", 1);
  g_assert_false (may_undo (t));
  type (page, 0, "78.5");
  type (page, 1, "60");
  type (page, 0, "缺考");
  settle (page);
  g_assert_true (may_undo (t));
  take_back (t, page);
  once = dup_entered (t, 1, "甲");
  g_assert_cmpstr (once, ==, "78.50 60.00 - - ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (page, 0))), ==, "78.50");
  g_assert_true (is_typing_in (page, GTK_WIDGET (get_field (page, 0))));
  take_back (t, page);
  take_back (t, page);
  twice = dup_entered (t, 1, "甲");
  g_assert_cmpstr (twice, ==, "- - - - ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (page, 1))), ==, "");
  g_assert_false (may_undo (t));
}

/* Once the record went on from there, nothing is in reach any more. */
static void
test_undo_refused (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page = show_page (t);
  g_autofree char *entered = NULL;

  sit_down (page, "甲", 1);
  type (page, 0, "78.5");
  settle (page);
  enter (t, "甲", 1, 0, "79");
  take_back (t, page);
  entered = dup_entered (t, 1, "甲");
  g_assert_cmpstr (entered, ==, "79.00 - - - ");
  g_assert_false (may_undo (t));
}

/* The choice of bundles tells how far each is while it is typed. */
static void
test_bundle_count (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page = show_page (t);
  GtkDropDown *bundle = kp_test_widget_get (page, "bundle");

  sit_down (page, "甲", 1);
  g_assert_true (g_str_has_suffix (gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (bundle)), 0), "(0/4)"));
  type (page, 0, "78.5");
  type (page, 1, "60");
  settle (page);
  g_assert_true (g_str_has_suffix (gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (bundle)), 0), "(2/4)"));
  g_assert_true (is_typing_in (page, GTK_WIDGET (get_field (page, 2))));
}

/* A digit before the scripts are there is refused aloud; afterwards the page has nothing to say. */
static void
test_early_keys (void)
{
  g_autoptr (KpTestWindow) t = open_page ();
  KpMarkPage *page;
  g_autoptr (GListModel) controllers = NULL;
  gboolean is_taken = FALSE;

  kp_test_window_open (t);
  page = kp_test_window_get (t, "mark_page");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "marks");
  g_assert_true (kp_mark_page_is_busy (page));
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (page));
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_7, 0, 0, &is_taken);
    }
  g_assert_true (is_taken);
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (page, "problem")));
  settle (page);
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (page, "problem")));
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);

  g_test_add_func ("/ui/marks/type", test_type);
  g_test_add_func ("/ui/marks/refuse", test_refuse);
  g_test_add_func ("/ui/marks/record-refuses", test_record_refuses);
  g_test_add_func ("/ui/marks/total", test_total);
  g_test_add_func ("/ui/marks/second-entry", test_second_entry);
  g_test_add_func ("/ui/marks/resolve", test_resolve);
  g_test_add_func ("/ui/marks/leave-name", test_leave_name);
  g_test_add_func ("/ui/marks/leave-name-of-judge", test_leave_name_of_judge);
  g_test_add_func ("/ui/marks/undo", test_undo);
  g_test_add_func ("/ui/marks/undo-refused", test_undo_refused);
  g_test_add_func ("/ui/marks/bundle-count", test_bundle_count);
  g_test_add_func ("/ui/marks/early-keys", test_early_keys);
  return g_test_run ();
}
