/* test-review.c – the reviewer's desk: piles, one application beside the list, decisions by keys.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-proof-dialog.h"
#include "kp-review-list.h"
#include "kp-review-page.h"
#include "kp-review-sheet.h"
#include "kp-step-review.h"
#include "kp-test-window.h"
#include "kp-test.h"

#define N_PEOPLE 3

static void
decide_as (KpTestWindow *t,
           const char *actor,
           const char *application,
           KpVerdict verdict)
{
  g_autoptr (KpSession) session = kp_test_campaign_open_as (t->campaign, actor);
  g_autoptr (GError) error = NULL;

  kp_step_review_decide (session, application, "education", verdict, "证书在查", &error);
  g_assert_no_error (error);
}

/* The tester's window; somebody decided of the second person alone. */
static KpTestWindow *
open_desk (gboolean is_reviewed)
{
  KpTestWindow *t = kp_test_window_new ();
  KpReviewTally tally;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  if (is_reviewed)
    {
      g_assert_true (kp_step_review_auto (t->campaign->session, &tally, NULL));
      decide_as (t, "甲", "000002", KP_VERDICT_UNMET);
    }
  kp_test_window_open (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "review");
  kp_test_settle_review (kp_test_window_get (t, "review_page"));
  return t;
}

static KpReviewSheet *
get_sheet (KpReviewPage *page)
{
  return kp_test_widget_get (page, "sheet");
}

static guint
count (KpReviewPage *page)
{
  return g_list_model_get_n_items (kp_test_widget_get (page, "selection"));
}

static void
act (KpReviewPage *page,
     const char *action,
     const char *parameter)
{
  if (parameter != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), action, "s", parameter);
  else
    gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);
}

static const char *
get_sentence (KpReviewPage *page)
{
  return gtk_editable_get_text (kp_test_widget_get (get_sheet (page), "sentence"));
}

/* Another pile keeps who is looked at, where the person lies in it too. */
static void
show_first_of_all (KpReviewPage *page)
{
  kp_review_page_show_queue (page, KP_REVIEW_QUEUE_ALL);
  kp_test_settle_review (page);
  g_assert_cmpstr (kp_review_sheet_get_application (get_sheet (page)), ==, "000002");
  gtk_widget_activate_action (GTK_WIDGET (page), "review.step", "i", -1);
  kp_test_settle_review (page);
  g_assert_cmpstr (kp_review_sheet_get_application (get_sheet (page)), ==, "000001");
}

/* The pile in which there is something to do comes up, with its first person. */
static void
test_first_pile (void)
{
  g_autoptr (KpTestWindow) t = open_desk (TRUE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");

  g_assert_cmpuint (gtk_drop_down_get_selected (kp_test_widget_get (page, "queue")), ==, KP_REVIEW_QUEUE_SECOND);
  g_assert_cmpuint (count (page), ==, 1);
  g_assert_cmpstr (kp_review_sheet_get_application (get_sheet (page)), ==, "000002");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "不符合 · 待复核"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "甲已初审"));
}

/* Until the piles are read nobody says that there is nothing to do. */
static void
test_reading (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpReviewPage *page = kp_test_window_get (t, "review_page");

  kp_test_window_open (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "review");
  g_assert_true (kp_review_page_is_busy (page));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (kp_test_widget_get (get_sheet (page), "states")), ==, "reading");
  kp_test_settle_review (page);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (kp_test_widget_get (get_sheet (page), "states")), ==, "none");
}

static void
test_all (void)
{
  g_autoptr (KpTestWindow) t = open_desk (TRUE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");

  kp_review_page_show_queue (page, KP_REVIEW_QUEUE_ALL);
  kp_test_settle_review (page);
  g_assert_cmpuint (count (page), ==, N_PEOPLE);
  gtk_editable_set_text (kp_test_widget_get (page, "search"), "000003");
  g_signal_emit_by_name (kp_test_widget_get (page, "search"), "search-changed");
  kp_test_settle_review (page);
  g_assert_cmpuint (count (page), ==, 1);
  g_assert_cmpstr (kp_review_sheet_get_application (get_sheet (page)), ==, "000003");
}

static void
test_pinyin (void)
{
  g_autoptr (KpTestWindow) t = open_desk (TRUE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");

  show_first_of_all (page);
  gtk_editable_set_text (kp_test_widget_get (page, "search"), "Zhang");
  g_signal_emit_by_name (kp_test_widget_get (page, "search"), "search-changed");
  kp_test_settle_review (page);
  g_assert_cmpuint (count (page), ==, N_PEOPLE);
  gtk_editable_set_text (kp_test_widget_get (page, "search"), "lisi");
  g_signal_emit_by_name (kp_test_widget_get (page, "search"), "search-changed");
  kp_test_settle_review (page);
  g_assert_cmpuint (count (page), ==, 0);
}

/* The second reviewer's one key; then nobody waits any more. */
static void
test_confirm (void)
{
  g_autoptr (KpTestWindow) t = open_desk (TRUE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");
  g_autoptr (GPtrArray) cases = NULL;

  act (page, "review.confirm", NULL);
  kp_test_settle_review (page);
  g_assert_cmpuint (count (page), ==, 0);
  g_assert_null (kp_review_sheet_get_application (get_sheet (page)));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "没有待办的报名"));
  cases = kp_review_desk_load (t->campaign->session, "000002", NULL);
  g_assert_false (kp_review_case_is_in (g_ptr_array_index (cases, 0), KP_REVIEW_QUEUE_SECOND, "丙"));
}

/* Choose, write, record; then the next person. */
static void
test_decide_and_next (void)
{
  g_autoptr (KpTestWindow) t = open_desk (TRUE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");
  KpRoster *roster;

  show_first_of_all (page);
  act (page, "review.choose", "unmet");
  g_assert_cmpstr (get_sentence (page), ==, "年龄不符合岗位要求");
  act (page, "review.record", NULL);
  kp_test_settle_review (page);
  g_assert_cmpstr (kp_review_sheet_get_application (get_sheet (page)), ==, "000002");
  roster = kp_test_campaign_load (t->campaign);
  g_assert_cmpstr (kp_roster_find_application (roster, "000001")->application->review, ==, "fail");
  kp_roster_free (roster);
}

/* The finding is as the rules left it, and the person is looked at again. */
static void
test_undo (void)
{
  g_autoptr (KpTestWindow) t = open_desk (TRUE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");
  KpRoster *roster;

  show_first_of_all (page);
  act (page, "review.choose", "unmet");
  act (page, "review.record", NULL);
  kp_test_settle_review (page);
  g_assert_cmpstr (kp_review_sheet_get_application (get_sheet (page)), ==, "000002");
  kp_test_window_undo (t);
  kp_test_settle_review (page);
  kp_test_settle_review (page);
  roster = kp_test_campaign_load (t->campaign);
  g_assert_cmpstr (kp_roster_find_application (roster, "000001")->application->review, ==, "pass");
  kp_roster_free (roster);
  g_assert_cmpstr (kp_review_sheet_get_application (get_sheet (page)), ==, "000001");
}

static void
test_more_papers (void)
{
  g_autoptr (KpTestWindow) t = open_desk (TRUE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");

  show_first_of_all (page);
  gtk_widget_activate_action (GTK_WIDGET (page), "review.select", "i", 2);
  act (page, "review.choose", "needs_paper");
  g_assert_true (g_str_has_prefix (get_sentence (page), "请补充"));
  act (page, "review.record", NULL);
  kp_test_settle_review (page);
  kp_review_page_show_queue (page, KP_REVIEW_QUEUE_MORE);
  kp_test_settle_review (page);
  g_assert_cmpuint (count (page), ==, 1);
  g_assert_cmpstr (kp_review_sheet_get_application (get_sheet (page)), ==, "000001");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "需补充材料"));
}

static void
test_cancel (void)
{
  g_autoptr (KpTestWindow) t = open_desk (TRUE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");
  GtkWidget *writing = kp_test_widget_get (get_sheet (page), "writing");

  act (page, "review.choose", "met");
  g_assert_true (gtk_widget_get_visible (writing));
  act (page, "review.cancel", NULL);
  g_assert_false (gtk_widget_get_visible (writing));
  act (page, "review.record", NULL);
  g_assert_false (kp_review_page_is_busy (page));
}

/* A refusal of the step stands beside what was typed, which stays. */
static void
test_refusal (void)
{
  g_autoptr (KpTestWindow) t = open_desk (TRUE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");

  act (page, "review.choose", "unmet");
  gtk_editable_set_text (kp_test_widget_get (get_sheet (page), "sentence"), "  ");
  act (page, "review.record", NULL);
  kp_test_settle_review (page);
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (get_sheet (page), "problem")));
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (get_sheet (page), "writing")));
  kp_test_assert_contains (gtk_label_get_label (kp_test_widget_get (get_sheet (page), "problem")), "理由");
}

/* Who decided alone doesn't confirm himself. */
static void
test_actor (void)
{
  g_autoptr (KpTestWindow) t = open_desk (TRUE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");

  gtk_editable_set_text (kp_test_widget_get (page, "actor"), "甲");
  kp_test_settle_review (page);
  g_assert_cmpuint (count (page), ==, 0);
  gtk_editable_set_text (kp_test_widget_get (page, "actor"), "乙");
  kp_test_settle_review (page);
  g_assert_cmpuint (count (page), ==, 1);
}

static void
test_not_reviewed (void)
{
  g_autoptr (KpTestWindow) t = open_desk (FALSE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");

  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (page, "unreviewed")));
  g_assert_cmpuint (count (page), ==, N_PEOPLE);
  g_assert_false (gtk_widget_get_sensitive (kp_test_widget_get (get_sheet (page), "acts")));
}

static gboolean
is_read_again (gpointer data)
{
  KpTestWindow *t = data;
  KpApplicationIndex *index = kp_campaign_get_index (kp_window_get_campaign (t->window));
  guint number = 0;

  return kp_application_index_find (index, "000002", &number)
         && g_str_equal (kp_application_index_get_line (index, number)->review, "pass");
}

/* The other pages show what was decided here. */
static void
test_other_pages_follow (void)
{
  g_autoptr (KpTestWindow) t = open_desk (TRUE);
  KpReviewPage *page = kp_test_window_get (t, "review_page");

  act (page, "review.choose", "met");
  act (page, "review.record", NULL);
  kp_test_settle_review (page);
  g_assert_true (kp_review_page_has_changed (page));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "applications");
  kp_test_wait (is_read_again, t);
  g_assert_false (kp_review_page_has_changed (page));
}

/* ---- claims ---- */

static const char *const proofs[] = {
  "\"declarations\": [",
  "\"proofs\": [ { \"id\": \"army\", \"label\": \"退役军人身份\", \"when\": { \"veteran\": true }, \"facts\": [\"veteran\"], "
  "\"papers\": [\"退出现役证\", \"入伍批准书\"], \"sources\": [\"县人武部\", \"县退役军人事务局\"], \"by\": \"2026-03-20\" } ], "
  "\"declarations\": [",
  NULL
};

/* The window's clock is that of the machine: the last day is over. */
static KpTestWindow *
open_claims (void)
{
  KpTestWindow *t = kp_test_window_new_with (proofs);
  KpReviewTally tally;

  kp_test_campaign_register (t->campaign, "C01", 2);
  g_assert_true (kp_step_review_auto (t->campaign->session, &tally, NULL));
  kp_test_window_open (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "review");
  kp_test_settle_review (kp_test_window_get (t, "review_page"));
  return t;
}

static KpProofDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (KP_IS_PROOF_DIALOG (window))
        return KP_PROOF_DIALOG (window);
    }
  return NULL;
}

static gboolean
is_recorded (gpointer dialog)
{
  return !kp_proof_dialog_is_busy (dialog);
}

static KpProofDialog *
open_dialog (KpReviewPage *page)
{
  act (page, "review.prove", NULL);
  kp_test_settle ();
  g_assert_nonnull (find_dialog ());
  return find_dialog ();
}

static void
record (KpProofDialog *dialog)
{
  g_object_ref (dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "proof.record", NULL);
  kp_test_wait (is_recorded, dialog);
  g_object_unref (dialog);
}

static void
set (KpProofDialog *dialog,
     const char *child,
     const char *text)
{
  gtk_editable_set_text (kp_test_widget_get (dialog, child), text);
}

/* What is late comes up first; a refusal stays above what was typed; refuted, the outcome follows and the next one comes. */
static void
test_claims (void)
{
  g_autoptr (KpTestWindow) t = open_claims ();
  KpReviewPage *page = kp_test_window_get (t, "review_page");
  g_autoptr (KpRoster) roster = NULL;
  KpProofDialog *dialog;

  g_assert_cmpuint (gtk_drop_down_get_selected (kp_test_widget_get (page, "queue")), ==, KP_REVIEW_QUEUE_LATE);
  g_assert_cmpuint (count (page), ==, 2);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "未提交 · 逾期"));
  dialog = open_dialog (page);
  record (dialog);
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (dialog, "refusal_box")));
  adw_combo_row_set_selected (kp_test_widget_get (dialog, "outcome"), 1);
  adw_combo_row_set_selected (kp_test_widget_get (dialog, "sources"), 1);
  set (dialog, "checked_on", "someday");
  record (dialog);
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (dialog, "refusal_box")));
  set (dialog, "checked_on", "2026-03-12");
  set (dialog, "note", "查无档案");
  record (dialog);
  kp_test_settle_review (page);
  g_assert_null (find_dialog ());
  g_assert_cmpuint (count (page), ==, 1);
  g_assert_cmpstr (kp_review_sheet_get_application (get_sheet (page)), ==, "000002");
  roster = kp_test_campaign_load (t->campaign);
  g_assert_cmpstr (kp_roster_find_application (roster, "000001")->application->review, ==, "fail");
  g_assert_true (kp_review_page_has_changed (page));
}

/* Ticked papers are shown ones; with nothing answered no source is asked for. */
static void
test_claim_is_shown (void)
{
  g_autoptr (KpTestWindow) t = open_claims ();
  KpReviewPage *page = kp_test_window_get (t, "review_page");
  KpProofDialog *dialog = open_dialog (page);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (kp_test_find_type (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON)), TRUE);
  adw_combo_row_set_selected (kp_test_widget_get (dialog, "outcome"), 2);
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (dialog, "sources")));
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (dialog, "checked_on")));
  record (dialog);
  kp_test_settle_review (page);
  g_assert_cmpuint (count (page), ==, 2);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "待核查 · 逾期"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "已提交：退出现役证"));
}

static void
test_claim_is_left (void)
{
  g_autoptr (KpTestWindow) t = open_claims ();
  KpReviewPage *page = kp_test_window_get (t, "review_page");
  KpProofDialog *dialog = open_dialog (page);

  gtk_widget_activate_action (GTK_WIDGET (dialog), "window.close", NULL);
  kp_test_settle ();
  g_assert_null (find_dialog ());
  g_assert_false (kp_review_page_has_changed (page));
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);

  g_test_add_func ("/ui/review/first-pile", test_first_pile);
  g_test_add_func ("/ui/review/reading", test_reading);
  g_test_add_func ("/ui/review/all", test_all);
  g_test_add_func ("/ui/review/pinyin", test_pinyin);
  g_test_add_func ("/ui/review/confirm", test_confirm);
  g_test_add_func ("/ui/review/decide-and-next", test_decide_and_next);
  g_test_add_func ("/ui/review/more-papers", test_more_papers);
  g_test_add_func ("/ui/review/cancel", test_cancel);
  g_test_add_func ("/ui/review/refusal", test_refusal);
  g_test_add_func ("/ui/review/actor", test_actor);
  g_test_add_func ("/ui/review/not-reviewed", test_not_reviewed);
  g_test_add_func ("/ui/review/other-pages-follow", test_other_pages_follow);
  g_test_add_func ("/ui/review/claims", test_claims);
  g_test_add_func ("/ui/review/claim-is-shown", test_claim_is_shown);
  g_test_add_func ("/ui/review/claim-is-left", test_claim_is_left);
  g_test_add_func ("/ui/review/undo", test_undo);
  return g_test_run ();
}
