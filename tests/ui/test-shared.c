/* test-shared.c – several at work on one record on a server: what a colleague saved, who is here, a network that drops.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-review-page.h"
#include "kp-review-sheet.h"
#include "kp-step-review.h"
#include "kp-test-cable.h"
#include "kp-test-window.h"
#include "kp-test.h"
#include "kp-watch.h"

#define N_PEOPLE 3
#define LOST "与服务器的连接断了。已输入的内容都保留在这里，服务器恢复后自动继续。"
#define NEWS "李四刚刚保存了“资格审查”。您正在输入的内容不受影响。"

static void
ignore_news (const KpWatchNews *news G_GNUC_UNUSED,
             gpointer data G_GNUC_UNUSED)
{
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Sought;

static gboolean
is_shown (gpointer data)
{
  const Sought *sought = data;
  GtkWidget *found = kp_test_find_text (sought->root, sought->text);

  return found != NULL && gtk_widget_get_mapped (found) && gtk_widget_get_child_visible (found);
}

static void
wait_for_text (gpointer root,
               const char *text)
{
  Sought sought = { root, text };

  kp_test_wait (is_shown, &sought);
}

static gboolean
is_gone (gpointer data)
{
  return !is_shown (data);
}

static void
wait_until_gone (gpointer root,
                 const char *text)
{
  Sought sought = { root, text };

  kp_test_wait (is_gone, &sought);
}

/* A colleague's window, and until it is seen here, so that both listen. */
static KpWatch *
let_colleague_come (KpTestWindow *t,
                    const char *page)
{
  KpWatch *colleague = kp_watch_new (t->campaign->database->location, kp_session_get_campaign (t->campaign->session), "b", "李四",
                                     ignore_news, NULL);

  kp_watch_show_page (colleague, page);
  wait_for_text (t->window, "同时在此页：李四");
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

static gboolean
is_review_idle (gpointer page)
{
  return !kp_review_page_is_busy (page);
}

static KpReviewPage *
show_review (KpTestWindow *t)
{
  KpReviewPage *page = kp_test_window_get (t, "review_page");

  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "review");
  kp_test_settle ();
  kp_test_wait (is_review_idle, page);
  kp_review_page_show_queue (page, KP_REVIEW_QUEUE_ALL);
  kp_test_settle ();
  kp_test_wait (is_review_idle, page);
  return page;
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
  wait_for_text (page, "3人");
  gtk_editable_set_text (kp_test_widget_get (page, "search"), "00000");
  start = g_get_monotonic_time ();
  kp_test_campaign_register (t->campaign, "A01", 2);
  wait_for_text (page, "5人");
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
  wait_until_gone (t->window, "同时在此页：李四");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "marks");
  wait_for_text (t->window, "同时在此页：李四");
  kp_watch_free (colleague);
  wait_until_gone (t->window, "同时在此页：李四");
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
  page = show_review (t);
  sheet = kp_test_widget_get (page, "sheet");
  sentence = kp_test_widget_get (sheet, "sentence");
  colleague = let_colleague_come (t, "review");
  g_assert_cmpstr (kp_review_sheet_get_application (KP_REVIEW_SHEET (sheet)), ==, "000001");
  gtk_widget_activate_action (GTK_WIDGET (page), "review.choose", "s", "unmet");
  gtk_editable_set_text (sentence, "正在输入");
  decide_as (t, "李四", "000001");
  wait_for_text (t->window, NEWS);
  g_assert_null (kp_test_find_text (GTK_WIDGET (page), "李四已初审"));
  g_assert_cmpstr (gtk_editable_get_text (sentence), ==, "正在输入");

  gtk_widget_activate (gtk_widget_get_parent (kp_test_find_text (GTK_WIDGET (t->window), "立即刷新(S)")));
  wait_for_text (page, "李四已初审");
  kp_test_wait (is_review_idle, page);
  g_assert_true (kp_review_page_has_writing (page));
  g_assert_cmpstr (gtk_editable_get_text (sentence), ==, "正在输入");
  wait_until_gone (t->window, NEWS);
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
  page = show_review (t);
  sheet = kp_test_widget_get (page, "sheet");
  colleague = let_colleague_come (t, "review");
  gtk_widget_activate_action (GTK_WIDGET (page), "review.step", "i", 1);
  kp_test_settle ();
  kp_test_wait (is_review_idle, page);
  g_assert_cmpstr (kp_review_sheet_get_application (sheet), ==, "000002");
  decide_as (t, "李四", "000002");
  wait_for_text (page, "不符合 · 待复核");
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
  wait_for_text (t->window, LOST);
  kp_test_campaign_register (t->campaign, "A01", 2);
  kp_test_cable_mend (cable);
  wait_until_gone (t->window, LOST);
  wait_for_text (page, "5人");
}

int
main (int argc,
      char *argv[])
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/shared/shows-what-was-saved", test_shows_what_was_saved);
  g_test_add_func ("/ui/shared/tells-who-is-here", test_tells_who_is_here);
  g_test_add_func ("/ui/shared/keeps-what-is-typed", test_keeps_what_is_typed);
  g_test_add_func ("/ui/shared/refreshes-the-desk", test_refreshes_the_desk);
  g_test_add_func ("/ui/shared/says-that-the-server-is-gone", test_says_that_the_server_is_gone);
  return g_test_run ();
}
