/* test-conflict.c – two at one row of a record: who is slower sees what the other one wrote, and decides in the window.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-conflict-dialog.h"
#include "kp-mark-desk.h"
#include "kp-mark-page.h"
#include "kp-seat-page.h"
#include "kp-seat-plan.h"
#include "kp-step-mark-script.h"
#include "kp-step-review.h"
#include "kp-step-seat-move.h"
#include "kp-test-window.h"
#include "kp-test.h"
#include "kp-work-dialog.h"
#include "kp-work-page.h"

#define N_PEOPLE 9
#define PAPER "01"

static gboolean
has_dialog (gpointer out)
{
  AdwMessageDialog **dialog = out;

  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (ADW_IS_MESSAGE_DIALOG (one) && gtk_widget_get_mapped (one))
        *dialog = ADW_MESSAGE_DIALOG (one);
    }
  return *dialog != NULL;
}

static AdwMessageDialog *
wait_for_dialog (void)
{
  AdwMessageDialog *dialog = NULL;

  kp_test_wait (has_dialog, &dialog);
  return dialog;
}

static gboolean
has_none (gpointer data G_GNUC_UNUSED)
{
  AdwMessageDialog *dialog = NULL;

  return !has_dialog (&dialog);
}

/* A button does both. It is gone then, so that the next one is another. */
static void
answer (AdwMessageDialog *dialog,
        const char *response)
{
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  kp_test_wait (has_none, NULL);
  kp_test_settle ();
}

static void
assert_text (gpointer root,
             const char *text)
{
  g_test_message ("%s", text);
  g_assert_nonnull (kp_test_find_text (root, text));
}

/* ---- seats ---- */

static void
choose (KpSeatPage *page,
        guint number)
{
  GtkWidget *child = gtk_widget_get_first_child (kp_test_widget_get (page, "grid"));

  while (((const KpPlanSeat *) g_object_get_data (G_OBJECT (child), "seat"))->number != number)
    child = gtk_widget_get_next_sibling (child);
  g_signal_emit_by_name (child, "clicked");
}

static char *
dup_ticket (KpTestWindow *t,
            guint number)
{
  g_autoptr (GPtrArray) plan = kp_seat_plan_load (t->campaign->session, NULL);
  const KpPlanRoom *room = g_ptr_array_index (plan, 0);

  return g_strdup (((const KpPlanSeat *) g_ptr_array_index (room->seats, number - 1))->ticket);
}

static void
move_as (KpTestWindow *t,
         const char *actor,
         const char *ticket,
         const char *to)
{
  g_autoptr (KpSession) session = kp_test_campaign_open_as (t->campaign, actor);
  g_autoptr (GError) error = NULL;
  const KpSeatMove move = { .ticket = ticket, .to = to, .reason = "灯坏了", .person = actor };
  g_auto (KpSeatMoved) moved = { 0 };

  kp_step_move_seat (session, &move, &moved, &error);
  g_assert_no_error (error);
}

/* Somebody has moved the candidate from seat 1 away, whom this plan still shows there. */
static AdwMessageDialog *
move_too_late (KpTestWindow *t,
               KpSeatPage **page,
               const char *ticket)
{
  AdwMessageDialog *dialog;

  kp_test_window_open (t);
  *page = kp_test_window_get (t, "seat_page");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "seats");
  kp_test_settle_seats (*page);
  choose (*page, 1);
  choose (*page, N_PEOPLE + 1);
  gtk_editable_set_text (kp_test_widget_get (*page, "reason"), "桌子坏了");
  move_as (t, "李四", ticket, "01/005/30");
  g_signal_emit_by_name (kp_test_widget_get (*page, "reason"), "activate");
  dialog = wait_for_dialog ();
  assert_text (dialog, "李四改为");
  assert_text (dialog, "考场");
  assert_text (dialog, "座位");
  assert_text (dialog, "30");
  return dialog;
}

static KpTestWindow *
make_seated (void)
{
  KpTestWindow *t = kp_test_window_new ();

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (t->campaign);
  return t;
}

static void
test_seat_mine (void)
{
  g_autoptr (KpTestWindow) t = make_seated ();
  g_autofree char *ticket = dup_ticket (t, 1);
  g_autofree char *there = NULL;
  KpSeatPage *page = NULL;

  answer (move_too_late (t, &page, ticket), "mine");
  kp_test_settle_seats (page);
  there = dup_ticket (t, N_PEOPLE + 1);
  g_assert_cmpstr (there, ==, ticket);
}

/* What was typed stays, and the plan is the new one. */
static void
test_seat_later (void)
{
  g_autoptr (KpTestWindow) t = make_seated ();
  g_autofree char *ticket = dup_ticket (t, 1);
  g_autofree char *there = NULL;
  KpSeatPage *page = NULL;

  answer (move_too_late (t, &page, ticket), "later");
  kp_test_settle_seats (page);
  there = dup_ticket (t, N_PEOPLE + 1);
  g_assert_cmpstr (there, ==, NULL);
  g_assert_cmpstr (gtk_editable_get_text (kp_test_widget_get (page, "reason")), ==, "桌子坏了");
}

/* ---- marks ---- */

static gboolean
is_mark_idle (gpointer page)
{
  return !kp_mark_page_is_busy (page);
}

static void
settle_marks (KpMarkPage *page)
{
  for (guint i = 0; i < 3; i++)
    {
      kp_test_settle ();
      kp_test_wait (is_mark_idle, page);
    }
}

static KpMarkPage *
sit_down (KpTestWindow *t,
          const char *clerk)
{
  KpMarkPage *page;

  kp_test_window_open (t);
  page = kp_test_window_get (t, "mark_page");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "marks");
  settle_marks (page);
  gtk_editable_set_text (kp_test_widget_get (page, "actor"), clerk);
  g_signal_emit_by_name (kp_test_widget_get (page, "actor"), "activate");
  settle_marks (page);
  return page;
}

static GtkWidget *
get_field (KpMarkPage *page)
{
  return gtk_widget_get_next_sibling (kp_test_find_text (kp_test_widget_get (page, "grid"), "01"));
}

static void
type (KpMarkPage *page,
      const char *text)
{
  gtk_widget_grab_focus (get_field (page));
  gtk_editable_set_text (GTK_EDITABLE (get_field (page)), text);
  g_signal_emit_by_name (get_field (page), "activate");
}

static void
enter_as (KpTestWindow *t,
          const char *clerk,
          const char *text)
{
  g_autoptr (KpMarkDesk) desk = kp_mark_desk_load (t->campaign->session, PAPER, 1, clerk, NULL);
  g_autoptr (KpSession) session = kp_test_campaign_open_as (t->campaign, clerk);
  const KpMarkScript *script = g_ptr_array_index (desk->scripts, 0);

  g_assert_true (kp_step_enter_mark (session, PAPER, 1, script->application, 1, text, NULL));
}

static char *
dup_entered (KpTestWindow *t,
             const char *clerk)
{
  g_autoptr (KpMarkDesk) desk = kp_mark_desk_load (t->campaign->session, PAPER, 1, clerk, NULL);

  return g_strdup (((const KpMarkScript *) g_ptr_array_index (desk->scripts, 0))->text);
}

/* 双人双录: that the entry is there already is told, by whom and when, and never what it says. */
static void
test_mark_stays_blind (void)
{
  g_autoptr (KpTestWindow) t = make_seated ();
  KpMarkPage *page = sit_down (t, "甲");
  GtkLabel *problem = kp_test_widget_get (page, "problem");
  AdwMessageDialog *dialog = NULL;
  g_autofree char *entered = NULL;

  enter_as (t, "乙", "80.5");
  type (page, "78.5");
  settle_marks (page);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (problem)));
  kp_test_assert_contains (gtk_label_get_label (problem), "乙");
  kp_test_assert_contains (gtk_label_get_label (problem), "78.50");
  kp_test_assert_contains (gtk_label_get_label (problem), "2026-03-");
  kp_test_assert_contains (gtk_label_get_label (problem), "双录互不可见");
  kp_test_assert_lacks (gtk_label_get_label (problem), "80");
  g_assert_false (has_dialog (&dialog));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (page))), ==, "78.50");
  entered = dup_entered (t, "乙");
  g_assert_cmpstr (entered, ==, "80.50");
}

/* The same clerk at another window. */
static void
try_own_mark (const char *response,
              const char *expected)
{
  g_autoptr (KpTestWindow) t = make_seated ();
  KpMarkPage *page = sit_down (t, "甲");
  AdwMessageDialog *dialog;
  g_autofree char *before = NULL;
  g_autofree char *entered = NULL;

  enter_as (t, "甲", "80.5");
  type (page, "78.5");
  dialog = wait_for_dialog ();
  assert_text (dialog, "80.50");
  assert_text (dialog, "78.50");
  before = dup_entered (t, "甲");
  g_assert_cmpstr (before, ==, "80.50");
  settle_marks (page);
  answer (dialog, response);
  settle_marks (page);
  entered = dup_entered (t, "甲");
  g_assert_cmpstr (entered, ==, expected);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_field (page))), ==, expected);
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (page, "problem")));
}

static void
test_own_mark_mine (void)
{
  try_own_mark ("mine", "78.50");
}

static void
test_own_mark_theirs (void)
{
  try_own_mark ("theirs", "80.50");
}

/* ---- works ---- */

static gboolean
decide (KpSession *session,
        KpVerdict verdict,
        const char *note,
        GError **error)
{
  return kp_step_review_decide (session, "000001", "education", verdict, note, error);
}

/* As the program carries a work out: on a session of its own. */
static gboolean
run (const KpWorkOrder *order,
     KpWorkReport *report,
     gpointer data,
     GError **error)
{
  KpTestWindow *t = data;
  g_autoptr (KpSession) session = kp_test_campaign_open_as (t->campaign, "王五");

  kp_session_set_seen (session, order->seen, order->own);
  kp_work_report_say (report, "好。");
  return decide (session, KP_VERDICT_NEEDS_PAPER, order->values[0], error);
}

static gboolean
is_over (gpointer dialog)
{
  return !g_str_equal (kp_work_dialog_get_state (dialog), "working");
}

static void
test_work (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  g_autoptr (KpSession) faster = NULL;
  g_autoptr (GError) error = NULL;
  KpWorkDialog *work;
  AdwMessageDialog *dialog;
  KpReviewTally tally;

  kp_test_campaign_register (t->campaign, "A01", 1);
  g_assert_true (kp_step_review_auto (t->campaign->session, &tally, NULL));
  t->works.run = run;
  kp_test_window_open (t);
  work = kp_work_page_open (kp_test_window_get (t, "work_page"), "judge");
  kp_work_dialog_set_value (work, 0, "补交证书");
  faster = kp_test_campaign_open_as (t->campaign, "李四");
  g_assert_true (decide (faster, KP_VERDICT_UNMET, "证书在查", &error));
  kp_work_dialog_run (work);
  dialog = wait_for_dialog ();
  assert_text (dialog, "李四改为");
  assert_text (dialog, "补交证书");
  assert_text (dialog, "不符合");
  kp_test_wait (is_over, work);
  g_assert_cmpstr (kp_work_dialog_get_state (work), ==, "form");
  answer (dialog, "later");
  kp_test_settle ();
  g_assert_cmpstr (kp_work_dialog_get_state (work), ==, "form");

  kp_work_dialog_run (work);
  answer (wait_for_dialog (), "mine");
  kp_test_settle ();
  kp_test_wait (is_over, work);
  g_assert_cmpstr (kp_work_dialog_get_state (work), ==, "done");
  gtk_window_close (GTK_WINDOW (work));
  kp_test_settle ();
}

/* ---- of each field by itself ---- */

typedef struct
{
  KpConflictChoice choice;
  gboolean takes_mine[3];
} Answer;

static void
take_answer (KpConflictChoice choice,
             const gboolean *takes_mine,
             gpointer data)
{
  Answer *answer = data;

  answer->choice = choice;
  for (guint i = 0; i < G_N_ELEMENTS (answer->takes_mine); i++)
    answer->takes_mine[i] = takes_mine[i];
}

static gboolean
is_mine (GtkWidget *widget,
         gconstpointer data G_GNUC_UNUSED)
{
  return GTK_IS_CHECK_BUTTON (widget) && kp_test_find_text (widget, "您填的") != NULL
         && !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));
}

/* What only one of the two changed is chosen already; saved is what is chosen of the rest. */
static void
test_by_fields (void)
{
  g_autoptr (KpTestWindow) t = make_seated ();
  g_autoptr (KpConflict) conflict = kp_conflict_new_by ("核查", "李四", "2026-03-10T09:00:00+08:00");
  Answer given = { KP_CONFLICT_LATER, { FALSE } };
  AdwMessageDialog *dialog;

  kp_test_window_open (t);
  conflict->is_free = TRUE;
  kp_conflict_add (conflict, "来源", "", "县局", "");
  kp_conflict_add (conflict, "备注", "", "", "我的");
  kp_conflict_add (conflict, "结论", "", "属实", "不属实");
  kp_conflict_dialog_show (GTK_WIDGET (t->window), conflict, take_answer, &given, NULL);
  dialog = wait_for_dialog ();
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "save"));
  {
    GtkWidget *list = kp_test_find_text (adw_message_dialog_get_extra_child (dialog), "来源");
    GtkWidget *mine = NULL;

    for (GtkWidget *field = gtk_widget_get_last_child (gtk_widget_get_parent (gtk_widget_get_parent (list))); mine == NULL && field != NULL;
         field = gtk_widget_get_prev_sibling (field))
      mine = kp_test_find (field, is_mine, NULL);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (mine), TRUE);
  }
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "save"));
  answer (dialog, "save");
  kp_test_settle ();
  g_assert_cmpint (given.choice, ==, KP_CONFLICT_SOME);
  g_assert_false (given.takes_mine[0]);
  g_assert_true (given.takes_mine[1]);
  g_assert_true (given.takes_mine[2]);
}

/* Whatever was written, the answers stay in sight on a small screen. */
static void
test_long_values (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  g_autoptr (KpConflict) conflict = kp_conflict_new_by ("核查", "李四", "2026-03-10T09:00:00+08:00");
  g_autoptr (GString) text = g_string_new (NULL);
  Answer given = { KP_CONFLICT_LATER, { FALSE } };
  AdwMessageDialog *dialog;
  int height = 0;

  for (guint i = 0; i < 30; i++)
    g_string_append (text, "证书在查验中心核验，");
  kp_test_window_open (t);
  kp_conflict_add (conflict, "备注", "", text->str, "我的");
  kp_conflict_add (conflict, "说明", text->str, "", text->str);
  kp_conflict_dialog_show (GTK_WIDGET (t->window), conflict, take_answer, &given, NULL);
  dialog = wait_for_dialog ();
  kp_test_settle ();
  height = gtk_widget_get_height (GTK_WIDGET (dialog));
  g_assert_cmpint (height, >, 0);
  g_assert_cmpint (height, <=, 720);
  answer (dialog, "later");
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);

  g_test_add_func ("/ui/conflict/seat/mine", test_seat_mine);
  g_test_add_func ("/ui/conflict/seat/later", test_seat_later);
  g_test_add_func ("/ui/conflict/mark/blind", test_mark_stays_blind);
  g_test_add_func ("/ui/conflict/mark/mine", test_own_mark_mine);
  g_test_add_func ("/ui/conflict/mark/theirs", test_own_mark_theirs);
  g_test_add_func ("/ui/conflict/work", test_work);
  g_test_add_func ("/ui/conflict/by-fields", test_by_fields);
  g_test_add_func ("/ui/conflict/long-values", test_long_values);
  return g_test_run ();
}
