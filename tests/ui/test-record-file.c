/* test-record-file.c – what the window says of the record's file and its time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "kp-review-page.h"
#include "kp-step-clock.h"
#include "kp-step-export.h"
#include "kp-step-review.h"
#include "kp-test-window.h"
#include "kp-test.h"

#define N_PEOPLE 3
#define NEWS "李四刚刚保存了“资格审查”。您正在输入的内容不受影响。"
#define GONE "档案文件不在原来的位置：可能被移动、改名、删除，或者优盘已拔出。已输入的内容都保留在这里，把文件放回去后自动继续。"
#define REPLACED "档案文件原来的位置现在是另一份文件或较早的副本，不会往里写。请把正确的文件放回去；要用现在这一份，请重新“打开”。"

/* ---- the clock ---- */

static gboolean
is_about_the_clock (GtkWidget *widget,
                    gconstpointer data G_GNUC_UNUSED)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : "";

  return g_str_has_prefix (text, "本机时钟（") && gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget);
}

static gboolean
says_clock (gpointer window)
{
  return kp_test_find (window, is_about_the_clock, NULL) != NULL;
}

static gboolean
says_no_clock (gpointer window)
{
  return !says_clock (window);
}

/* Said for as long as the clock lies behind, and no longer; the record was written with one that ran ahead. */
static void
test_clock_behind (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  g_autoptr (GError) error = NULL;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_set_now (t->campaign, "2080-01-01T09:00:00+08:00");
  kp_step_note_export (t->campaign->session, "roster", N_PEOPLE, &error);
  g_assert_no_error (error);
  kp_test_window_open (t);
  kp_test_wait (says_clock, t->window);

  kp_test_campaign_set_now (t->campaign, "2026-03-08T09:00:00+08:00");
  kp_step_set_clock_back (t->campaign->session, &(KpTwoPeople) { "甲", "乙", "电池没电" }, &error);
  g_assert_no_error (error);
  kp_window_read_again (t->window);
  kp_test_wait (says_no_clock, t->window);
}

static void
test_clock_right (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open (t);
  g_assert_false (says_clock (t->window));
}

/* ---- another program ---- */

static void
decide_as (KpTestWindow *t,
           const char *actor)
{
  g_autoptr (KpSession) session = kp_test_campaign_open_as (t->campaign, actor);
  g_autoptr (GError) error = NULL;

  kp_step_review_decide (session, "000001", "education", KP_VERDICT_UNMET, "证书在查", &error);
  g_assert_no_error (error);
}

/* The file's watch begins with the window; what is written from then on is seen. */
static void
test_shows_what_was_saved (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  GtkWidget *page = NULL;
  gint64 start;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open (t);
  page = kp_test_window_get (t, "applications_page");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "applications");
  kp_test_wait_for_text (page, "3人");
  start = g_get_monotonic_time ();
  kp_test_campaign_register (t->campaign, "A01", 2);
  kp_test_wait_for_text (page, "5人");
  g_test_message ("shown after %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
}

static void
test_keeps_what_is_typed (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpReviewPage *page = NULL;
  GtkEditable *sentence = NULL;
  KpReviewTally tally;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  g_assert_true (kp_step_review_auto (t->campaign->session, &tally, NULL));
  kp_test_window_open (t);
  page = kp_test_window_show_review (t);
  sentence = kp_test_widget_get (kp_test_widget_get (page, "sheet"), "sentence");
  gtk_widget_activate_action (GTK_WIDGET (page), "review.choose", "s", "unmet");
  gtk_editable_set_text (sentence, "正在输入");
  decide_as (t, "李四");
  kp_test_wait_for_text (t->window, NEWS);
  g_assert_cmpstr (gtk_editable_get_text (sentence), ==, "正在输入");
  gtk_widget_activate (gtk_widget_get_parent (kp_test_find_text (GTK_WIDGET (t->window), "立即刷新(S)")));
  kp_test_wait_for_text (page, "李四已初审");
  g_assert_cmpstr (gtk_editable_get_text (sentence), ==, "正在输入");
  kp_test_wait_until_gone (t->window, NEWS);
}

/* ---- the file ---- */

static void
move (const char *from,
      const char *to)
{
  g_assert_cmpint (g_rename (from, to), ==, 0);
}

static void
test_moved_away (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  g_autofree char *aside = g_build_filename (t->campaign->database->folder, "aside.kaopin", NULL);

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  g_clear_pointer (&t->campaign->session, kp_session_close);
  kp_test_window_open (t);
  move (t->campaign->database->location, aside);
  kp_test_wait_for_text (t->window, GONE);
  g_assert_false (g_file_test (t->campaign->database->location, G_FILE_TEST_EXISTS));
  move (aside, t->campaign->database->location);
  kp_test_wait_until_gone (t->window, GONE);
}

typedef struct
{
  gboolean is_done;
  GError *error;
} Outcome;

static gpointer
note (KpSession *session,
      gpointer data G_GNUC_UNUSED,
      GError **error)
{
  return kp_step_note_export (session, "roster", 1, error) ? g_strdup ("") : NULL;
}

static void
on_changed_cb (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  Outcome *outcome = data;

  g_free (kp_campaign_work_finish (KP_CAMPAIGN (source), result, &outcome->error));
  outcome->is_done = TRUE;
}

static gboolean
is_done (gpointer outcome)
{
  return ((Outcome *) outcome)->is_done;
}

/* As a folder that is kept alike with another one does it: yesterday's file lies in the place of today's. */
static void
test_older_copy (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  g_autofree char *copy = g_build_filename (t->campaign->database->folder, "yesterday.kaopin", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Outcome outcome = { 0 };
  gsize size = 0;
  gsize size_after = 0;

  g_assert_true (kp_database_sweep (kp_session_get_database (t->campaign->session), &error));
  g_assert_true (g_file_get_contents (t->campaign->database->location, &bytes, &size, &error));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize) size, &error));
  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  g_clear_pointer (&t->campaign->session, kp_session_close);
  kp_test_window_open (t);
  move (copy, t->campaign->database->location);
  kp_test_wait_for_text (t->window, REPLACED);

  kp_campaign_change_async (kp_window_get_campaign (t->window), "tester", note, NULL, NULL, g_free, on_changed_cb, &outcome);
  kp_test_wait (is_done, &outcome);
  g_assert_error (outcome.error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&outcome.error);
  g_assert_true (g_file_get_contents (t->campaign->database->location, &after, &size_after, &error));
  g_assert_cmpmem (after, size_after, bytes, size);

  kp_window_read_again (t->window);
  kp_test_wait_until_gone (t->window, REPLACED);
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/record-file/clock-behind", test_clock_behind);
  g_test_add_func ("/ui/record-file/clock-right", test_clock_right);
  g_test_add_func ("/ui/record-file/shows-what-was-saved", test_shows_what_was_saved);
  g_test_add_func ("/ui/record-file/keeps-what-is-typed", test_keeps_what_is_typed);
  g_test_add_func ("/ui/record-file/moved-away", test_moved_away);
  g_test_add_func ("/ui/record-file/older-copy", test_older_copy);
  return g_test_run ();
}
