/* test-shared.c – several at work on one record on a server: what a colleague saved, who is here, a network that drops.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-hall-window.h"
#include "kp-journal.h"
#include "kp-mark-desk.h"
#include "kp-mark-page.h"
#include "kp-review-page.h"
#include "kp-review-sheet.h"
#include "kp-room-desk.h"
#include "kp-room-window.h"
#include "kp-step-hall.h"
#include "kp-step-review.h"
#include "kp-test-cable.h"
#include "kp-test-window.h"
#include "kp-test.h"
#include "kp-wait-window.h"
#include "kp-watch.h"

#define N_PEOPLE 3
#define LOST "与服务器的连接断了。已输入的内容都保留在这里，服务器恢复后自动继续。"
#define NEWS "李四刚刚保存了“资格审查”。您正在输入的内容不受影响。"

static void
ignore_news (const KpWatchNews *news G_GNUC_UNUSED,
             gpointer data G_GNUC_UNUSED)
{
}

/* A colleague's window, and until it is seen here, so that both listen. */
static KpWatch *
let_colleague_come (KpTestWindow *t,
                    const char *page)
{
  g_autoptr (KpOrigin) origin = kp_origin_new ("b");
  KpWatch *colleague = kp_watch_new (t->campaign->database->location, kp_session_get_campaign (t->campaign->session), origin, "李四",
                                     ignore_news, NULL);

  kp_watch_show_page (colleague, page);
  kp_test_wait_for_text (t->window, "同时在此页：李四");
  return colleague;
}

static void
decide_as (KpTestWindow *t,
           const char *actor,
           const char *application)
{
  g_autoptr (KpSession) session = kp_test_campaign_open_as (t->campaign, actor);
  g_autoptr (GError) error = NULL;

  kp_step_review_decide (session, application, "education", KP_VERDICT_UNMET, "证书在查", &error);
  g_assert_no_error (error);
}

static KpTestWindow *
make_reviewed (void)
{
  KpTestWindow *t = kp_test_window_new_on_server ();
  KpReviewTally tally;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  g_assert_true (kp_step_review_auto (t->campaign->session, &tally, NULL));
  return t;
}

/* The search and the page that is looked at stay. */
static void
test_shows_what_was_saved (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new_on_server ();
  g_autoptr (KpWatch) colleague = NULL;
  GtkWidget *page = NULL;
  gint64 start;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open (t);
  page = kp_test_window_get (t, "applications_page");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "applications");
  colleague = let_colleague_come (t, "applications");
  kp_test_wait_for_text (page, "3人");
  gtk_editable_set_text (kp_test_widget_get (page, "search"), "00000");
  start = g_get_monotonic_time ();
  kp_test_campaign_register (t->campaign, "A01", 2);
  kp_test_wait_for_text (page, "5人");
  g_test_message ("shown after %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
  g_assert_cmpstr (gtk_editable_get_text (kp_test_widget_get (page, "search")), ==, "00000");
  g_assert_true (gtk_widget_get_mapped (page));
}

static void
test_tells_who_is_here (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new_on_server ();
  KpWatch *colleague = NULL;

  kp_test_window_open (t);
  colleague = let_colleague_come (t, "campaign");
  kp_watch_show_page (colleague, "marks");
  kp_test_wait_until_gone (t->window, "同时在此页：李四");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "marks");
  kp_test_wait_for_text (t->window, "同时在此页：李四");
  kp_watch_free (colleague);
  kp_test_wait_until_gone (t->window, "同时在此页：李四");
}

/* However many there are, how many is told first. */
static void
test_counts_who_is_here (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new_on_server ();
  g_autoptr (KpOrigin) origin = kp_origin_new ("c");
  g_autoptr (KpWatch) first = NULL;
  g_autoptr (KpWatch) second = NULL;

  kp_test_window_open (t);
  first = let_colleague_come (t, "campaign");
  second = kp_watch_new (t->campaign->database->location, kp_session_get_campaign (t->campaign->session), origin, "王五", ignore_news,
                         NULL);
  kp_watch_show_page (second, "campaign");
  kp_test_wait_for_text (t->window, "另有 2 人在此页：李四、王五");
}

/* What is being typed stays; the line above says what was saved, and shows it when it is asked to. */
static void
test_keeps_what_is_typed (void)
{
  g_autoptr (KpTestWindow) t = make_reviewed ();
  g_autoptr (KpWatch) colleague = NULL;
  KpReviewPage *page = NULL;
  GtkWidget *sheet = NULL;
  GtkEditable *sentence = NULL;

  kp_test_window_open (t);
  page = kp_test_window_show_review (t);
  sheet = kp_test_widget_get (page, "sheet");
  sentence = kp_test_widget_get (sheet, "sentence");
  colleague = let_colleague_come (t, "review");
  g_assert_cmpstr (kp_review_sheet_get_application (KP_REVIEW_SHEET (sheet)), ==, "000001");
  gtk_widget_activate_action (GTK_WIDGET (page), "review.choose", "s", "unmet");
  gtk_editable_set_text (sentence, "正在输入");
  decide_as (t, "李四", "000001");
  kp_test_wait_for_text (t->window, NEWS);
  g_assert_null (kp_test_find_text (GTK_WIDGET (page), "李四已初审"));
  g_assert_cmpstr (gtk_editable_get_text (sentence), ==, "正在输入");

  gtk_widget_activate (gtk_widget_get_parent (kp_test_find_text (GTK_WIDGET (t->window), "立即刷新(S)")));
  kp_test_wait_for_text (page, "李四已初审");
  kp_test_settle_review (page);
  g_assert_true (kp_review_page_has_writing (page));
  g_assert_cmpstr (gtk_editable_get_text (sentence), ==, "正在输入");
  kp_test_wait_until_gone (t->window, NEWS);
}

/* The pile, and who is looked at in it, stay; what was decided meanwhile is shown of him. */
static void
test_refreshes_the_desk (void)
{
  g_autoptr (KpTestWindow) t = make_reviewed ();
  g_autoptr (KpWatch) colleague = NULL;
  KpReviewPage *page = NULL;
  KpReviewSheet *sheet = NULL;

  kp_test_window_open (t);
  page = kp_test_window_show_review (t);
  sheet = kp_test_widget_get (page, "sheet");
  colleague = let_colleague_come (t, "review");
  gtk_widget_activate_action (GTK_WIDGET (page), "review.step", "i", 1);
  kp_test_settle_review (page);
  g_assert_cmpstr (kp_review_sheet_get_application (sheet), ==, "000002");
  decide_as (t, "李四", "000002");
  kp_test_wait_for_text (page, "不符合 · 待复核");
  g_assert_cmpstr (kp_review_sheet_get_application (sheet), ==, "000002");
  g_assert_cmpuint (gtk_drop_down_get_selected (kp_test_widget_get (page, "queue")), ==, KP_REVIEW_QUEUE_ALL);
}

static void
test_says_that_the_server_is_gone (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new_on_server ();
  g_autoptr (KpTestCable) cable = kp_test_cable_new (t->campaign->database->location, t->campaign->database->folder);
  g_autoptr (KpWatch) colleague = NULL;
  GtkWidget *page = NULL;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open_at (t, kp_test_cable_get_location (cable));
  page = kp_test_window_get (t, "applications_page");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "applications");
  colleague = let_colleague_come (t, "applications");
  kp_test_cable_cut (cable, KP_TEST_CUT_NOW);
  kp_test_wait_for_text (t->window, LOST);
  kp_test_campaign_register (t->campaign, "A01", 2);
  kp_test_cable_mend (cable);
  kp_test_wait_until_gone (t->window, LOST);
  kp_test_wait_for_text (page, "5人");
}

/* Who is slower sees both side by side. */
static GtkWidget *
be_too_slow (KpTestWindow *t,
             KpReviewPage *page)
{
  GtkEditable *sentence = kp_test_widget_get (kp_test_widget_get (page, "sheet"), "sentence");
  GtkWidget *dialog = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "review.select", "i", 2);
  gtk_widget_activate_action (GTK_WIDGET (page), "review.choose", "s", "unmet");
  gtk_editable_set_text (sentence, "不是本科");
  decide_as (t, "李四", "000001");
  gtk_widget_activate_action (GTK_WIDGET (page), "review.record", NULL);
  kp_test_settle_review (page);
  kp_test_settle ();
  for (guint i = 0; dialog == NULL && i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (ADW_IS_MESSAGE_DIALOG (one))
        dialog = one;
    }
  g_assert_nonnull (dialog);
  kp_test_wait_for_text (dialog, "两人改动了同一处");
  g_assert_nonnull (kp_test_find_text (dialog, "李四改为"));
  g_assert_nonnull (kp_test_find_text (dialog, "不是本科"));
  g_assert_nonnull (kp_test_find_text (dialog, "符合"));
  g_assert_cmpstr (gtk_editable_get_text (sentence), ==, "不是本科");
  g_assert_true (kp_review_page_has_writing (page));
  return dialog;
}

static void
test_conflict_mine (void)
{
  g_autoptr (KpTestWindow) t = make_reviewed ();
  KpReviewPage *page = NULL;

  kp_test_window_open (t);
  page = kp_test_window_show_review (t);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (be_too_slow (t, page)), "mine");
  kp_test_wait_for_text (page, "不符合");
  kp_test_settle_review (page);
  kp_test_settle_review (page);
  g_assert_false (kp_review_page_has_writing (page));
  g_assert_null (kp_test_find_text (GTK_WIDGET (page), "不符合 · 待复核"));
}

static void
test_conflict_theirs (void)
{
  g_autoptr (KpTestWindow) t = make_reviewed ();
  KpReviewPage *page = NULL;

  kp_test_window_open (t);
  page = kp_test_window_show_review (t);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (be_too_slow (t, page)), "theirs");
  kp_test_wait_for_text (page, "不符合 · 待复核");
  g_assert_false (kp_review_page_has_writing (page));
}

static void
test_conflict_later (void)
{
  g_autoptr (KpTestWindow) t = make_reviewed ();
  KpReviewPage *page = NULL;

  kp_test_window_open (t);
  page = kp_test_window_show_review (t);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (be_too_slow (t, page)), "later");
  kp_test_wait_for_text (page, "不符合 · 待复核");
  g_assert_true (kp_review_page_has_writing (page));
  g_assert_cmpstr (gtk_editable_get_text (kp_test_widget_get (kp_test_widget_get (page, "sheet"), "sentence")), ==, "不是本科");
}

static gboolean
is_marks_idle (gpointer page)
{
  return !kp_mark_page_is_busy (page);
}

static void
type_mark (KpMarkPage *page,
           guint number,
           const char *text)
{
  g_autofree char *label = g_strdup_printf ("%02u", number);
  GtkWidget *field = gtk_widget_get_next_sibling (kp_test_find_text (kp_test_widget_get (page, "grid"), label));

  gtk_widget_grab_focus (field);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  g_signal_emit_by_name (field, "activate");
}

static char *
dup_entered (KpTestWindow *t)
{
  g_autoptr (KpMarkDesk) desk = kp_mark_desk_load (t->campaign->session, "01", 1, "甲", NULL);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < desk->scripts->len; i++)
    {
      const KpMarkScript *script = g_ptr_array_index (desk->scripts, i);

      g_string_append_printf (all, "%s ", script->text != NULL ? script->text : "-");
    }
  return g_string_free (all, FALSE);
}

/* Marks are typed on while the server is gone, stay on the screen, and are in the record when it is back: each once, and none is
 * complained about. The drop comes at the worst moment, when the first one is recorded and its answer is lost. */
static void
test_marks_go_on_after_a_drop (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new_on_server ();
  g_autoptr (KpTestCable) cable = kp_test_cable_new (t->campaign->database->location, t->campaign->database->folder);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  KpMarkPage *page = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE + 1);
  kp_test_campaign_seat (t->campaign);
  kp_test_window_open_at (t, kp_test_cable_get_location (cable));
  page = kp_test_window_get (t, "mark_page");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "marks");
  kp_test_settle ();
  kp_test_wait (is_marks_idle, page);
  gtk_editable_set_text (kp_test_widget_get (page, "actor"), "甲");
  g_signal_emit_by_name (kp_test_widget_get (page, "actor"), "activate");
  kp_test_settle ();
  kp_test_wait (is_marks_idle, page);

  kp_test_cable_cut (cable, KP_TEST_CUT_AFTER_COMMIT);
  type_mark (page, 1, "78.5");
  type_mark (page, 2, "61");
  type_mark (page, 3, "70");
  kp_test_wait_for_text (t->window, LOST);
  g_assert_true (kp_mark_page_is_busy (page));
  before = dup_entered (t);
  g_assert_cmpstr (before, ==, "78.50 - - - ");

  kp_test_cable_mend (cable);
  kp_test_wait (is_marks_idle, page);
  kp_test_wait_until_gone (t->window, LOST);
  after = dup_entered (t);
  g_assert_cmpstr (after, ==, "78.50 61.00 70.00 - ");
  rows = kp_table_select (kp_session_get_database (t->campaign->session), &kp_journal_table,
                          kp_session_get_campaign (t->campaign->session), "AND table_name = $2", KP_BINDS (KP_TEXT ("entry")), NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (page, "problem")));
  kp_test_campaign_assert_sound (t->campaign);
}

/* ---- the windows beside the office's ---- */

typedef struct
{
  KpTestWindow *t;
  KpTestCable *cable;
  KpRoster *roster;
  GtkWidget *beside;
} Beside;

static GtkWidget *
find_window (GType type)
{
  for (guint i = 0; i < g_list_model_get_n_items (gtk_window_get_toplevels ()); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (gtk_window_get_toplevels (), i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (one, type))
        return one;
    }
  return NULL;
}

static void
open_beside (Beside *b,
             const char *action,
             GType type)
{
  const gboolean is_hall = type == KP_TYPE_HALL_WINDOW;

  b->t = kp_test_window_new_on_server ();
  b->cable = kp_test_cable_new (b->t->campaign->database->location, b->t->campaign->database->folder);
  kp_test_campaign_register (b->t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (b->t->campaign);
  if (!is_hall)
    {
      kp_test_campaign_mark (b->t->campaign, 7000);
      kp_test_campaign_draw (b->t->campaign);
    }
  b->roster = kp_test_campaign_load (b->t->campaign);
  kp_test_window_open_at (b->t, kp_test_cable_get_location (b->cable));
  gtk_widget_activate_action (GTK_WIDGET (b->t->window), action, NULL);
  b->beside = find_window (type);
  g_assert_nonnull (b->beside);
}

static void
close_beside (Beside *b)
{
  gtk_window_destroy (GTK_WINDOW (b->beside));
  kp_test_settle ();
  kp_roster_free (b->roster);
  kp_test_window_free (b->t);
  kp_test_cable_free (b->cable);
}

static const char *
get_ticket (Beside *b,
            guint index)
{
  return kp_roster_get_dossier (b->roster, index)->seat->ticket;
}

static void
type_ticket (Beside *b,
             guint index)
{
  GtkWidget *code = kp_test_widget_get (kp_test_widget_get (b->beside, "desk"), "code");

  gtk_editable_set_text (GTK_EDITABLE (code), get_ticket (b, index));
  g_signal_emit_by_name (code, "activate");
}

/* What was said of the last tickets, in time or not: the clock that counts is the server's. */
static guint
count_answers (Beside *b)
{
  GtkListBox *recent = kp_test_widget_get (kp_test_widget_get (b->beside, "desk"), "recent");
  guint n = 0;

  while (gtk_list_box_get_row_at_index (recent, (int) n) != NULL)
    n++;
  return n;
}

static void
wait_for_arrived (Beside *b,
                  const char *n)
{
  kp_test_wait_for_text (gtk_widget_get_parent (kp_test_widget_get (kp_test_widget_get (b->beside, "desk"), "arrived")), n);
}

static gboolean
is_hall_idle (gpointer hall)
{
  return !kp_hall_window_is_busy (hall);
}

/* The office's window has read the record anew since the hall was opened, and is closed then: the hall goes on all the same. */
static void
test_hall_goes_on_after_a_drop (void)
{
  Beside b = { 0 };

  open_beside (&b, "win.hall", KP_TYPE_HALL_WINDOW);
  kp_test_wait (is_hall_idle, b.beside);
  wait_for_arrived (&b, "0");
  kp_window_read_again (b.t->window);
  kp_test_settle ();
  gtk_window_destroy (GTK_WINDOW (g_object_ref (b.t->window)));
  kp_test_cable_cut (b.cable, KP_TEST_CUT_NOW);
  kp_test_wait_for_text (b.beside, LOST);
  type_ticket (&b, 0);
  type_ticket (&b, 1);
  kp_test_settle ();
  kp_test_wait_for_text (b.beside, "已保留 2 张读到的准考证，档案恢复后自动登记。");
  g_assert_true (kp_hall_window_is_busy (KP_HALL_WINDOW (b.beside)));
  kp_test_cable_mend (b.cable);
  kp_test_wait (is_hall_idle, b.beside);
  kp_test_wait_until_gone (b.beside, LOST);
  g_assert_cmpuint (count_answers (&b), ==, 2);
  close_beside (&b);
}

/* What is read at another door is counted here too. */
static void
test_hall_counts_what_others_read (void)
{
  Beside b = { 0 };
  g_autoptr (KpSession) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpWatch) colleague = NULL;
  g_auto (KpHallAnswer) answer = { 0 };
  KpHallPlace place = { NULL, NULL, 0 };

  open_beside (&b, "win.hall", KP_TYPE_HALL_WINDOW);
  wait_for_arrived (&b, "0");
  colleague = let_colleague_come (b.t, "campaign");
  kp_test_campaign_set_now (b.t->campaign, "2026-03-28T08:40:00+08:00");
  other = kp_test_campaign_open_as (b.t->campaign, "李四");
  place.sitting = kp_roster_get_dossier (b.roster, 2)->seat->sitting;
  kp_step_hall_scan (other, &place, get_ticket (&b, 2), &answer, &error);
  g_assert_no_error (error);
  g_assert_cmpint (answer.outcome, ==, KP_SCAN_IN);
  wait_for_arrived (&b, "1");
  close_beside (&b);
}

static gboolean
is_wait_idle (gpointer wait)
{
  return !kp_wait_window_is_busy (wait);
}

static void
test_wait_says_that_the_server_is_gone (void)
{
  Beside b = { 0 };

  open_beside (&b, "win.wait", KP_TYPE_WAIT_WINDOW);
  kp_test_wait (is_wait_idle, b.beside);
  kp_test_cable_cut (b.cable, KP_TEST_CUT_NOW);
  kp_test_wait_for_text (b.beside, LOST);
  type_ticket (&b, 0);
  g_assert_cmpuint (count_answers (&b), ==, 0);
  kp_test_cable_mend (b.cable);
  kp_test_wait (is_wait_idle, b.beside);
  kp_test_wait_until_gone (b.beside, LOST);
  g_assert_cmpuint (count_answers (&b), ==, 1);
  close_beside (&b);
}

static gboolean
is_room_idle (gpointer room)
{
  return !kp_room_window_is_busy (room);
}

static guint
count_marks (KpTestWindow *t)
{
  g_autoptr (KpRoomDesk) desk = kp_room_desk_load (t->campaign->session, 1, NULL);
  guint n = 0;

  for (guint i = 0; i < desk->candidates->len; i++)
    n += ((const KpRoomCandidate *) g_ptr_array_index (desk->candidates, i))->marks->len;
  return n;
}

/* Marks are typed on, stay on the sheet, and are in the record when the server is back. */
static void
test_room_goes_on_after_a_drop (void)
{
  Beside b = { 0 };
  GtkWidget *first = NULL;
  GtkWidget *second = NULL;

  open_beside (&b, "win.room", KP_TYPE_ROOM_WINDOW);
  kp_test_settle ();
  kp_test_wait (is_room_idle, b.beside);
  first = gtk_widget_get_next_sibling (kp_test_find_text (kp_test_widget_get (b.beside, "sheet"), "考官1"));
  second = gtk_widget_get_next_sibling (first);
  kp_test_cable_cut (b.cable, KP_TEST_CUT_NOW);
  kp_test_wait_for_text (b.beside, LOST);
  gtk_widget_grab_focus (first);
  gtk_editable_set_text (GTK_EDITABLE (first), "15");
  g_signal_emit_by_name (first, "activate");
  gtk_editable_set_text (GTK_EDITABLE (second), "16");
  g_signal_emit_by_name (second, "activate");
  g_assert_true (kp_room_window_is_busy (KP_ROOM_WINDOW (b.beside)));
  g_assert_cmpuint (count_marks (b.t), ==, 0);
  kp_test_cable_mend (b.cable);
  kp_test_wait (is_room_idle, b.beside);
  kp_test_wait_until_gone (b.beside, LOST);
  g_assert_cmpuint (count_marks (b.t), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (second)), ==, "16");
  kp_test_campaign_assert_sound (b.t->campaign);
  close_beside (&b);
}

int
main (int argc,
      char *argv[])
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/shared/shows-what-was-saved", test_shows_what_was_saved);
  g_test_add_func ("/ui/shared/tells-who-is-here", test_tells_who_is_here);
  g_test_add_func ("/ui/shared/counts-who-is-here", test_counts_who_is_here);
  g_test_add_func ("/ui/shared/keeps-what-is-typed", test_keeps_what_is_typed);
  g_test_add_func ("/ui/shared/refreshes-the-desk", test_refreshes_the_desk);
  g_test_add_func ("/ui/shared/says-that-the-server-is-gone", test_says_that_the_server_is_gone);
  g_test_add_func ("/ui/shared/conflict/mine", test_conflict_mine);
  g_test_add_func ("/ui/shared/conflict/theirs", test_conflict_theirs);
  g_test_add_func ("/ui/shared/conflict/later", test_conflict_later);
  g_test_add_func ("/ui/shared/marks-go-on-after-a-drop", test_marks_go_on_after_a_drop);
  g_test_add_func ("/ui/shared/hall/goes-on-after-a-drop", test_hall_goes_on_after_a_drop);
  g_test_add_func ("/ui/shared/hall/counts-what-others-read", test_hall_counts_what_others_read);
  g_test_add_func ("/ui/shared/wait/says-that-the-server-is-gone", test_wait_says_that_the_server_is_gone);
  g_test_add_func ("/ui/shared/room/goes-on-after-a-drop", test_room_goes_on_after_a_drop);
  return g_test_run ();
}
