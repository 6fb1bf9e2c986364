/* test-work.c – the work of a stage: asked for, carried out, refused, and answered.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-stage-path.h"
#include "kp-test-window.h"
#include "kp-work-page.h"

static KpTestWindow *
open_window (void)
{
  KpTestWindow *t = kp_test_window_new ();

  kp_test_campaign_register (t->campaign, "A01", 3);
  kp_test_window_open (t);
  return t;
}

static KpWorkDialog *
open_work (KpTestWindow *t,
           const char *work)
{
  KpWorkDialog *dialog = kp_work_page_open (kp_test_window_get (t, "work_page"), work);

  g_assert_nonnull (dialog);
  kp_test_settle ();
  return dialog;
}

static gboolean
is_over (gpointer dialog)
{
  return !g_str_equal (kp_work_dialog_get_state (dialog), "working");
}

static void
carry_out (KpWorkDialog *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "work.run", NULL);
  kp_test_wait (is_over, dialog);
  kp_test_settle ();
}

static gboolean
is_ready (KpWorkDialog *dialog)
{
  return gtk_widget_get_sensitive (kp_test_widget_get (dialog, "run"));
}

static void
close_work (KpWorkDialog *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "work.close", NULL);
  kp_test_settle ();
}

/* Every stage of the path leads to its work; what is done at any time stands under each. */
static void
test_stages (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkPage *page = kp_test_window_get (t, "work_page");

  g_assert_cmpint (kp_work_page_get_stage (page), ==, KP_STAGE_REVIEW);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", kp_stage_get_name (KP_STAGE_REGISTRATION));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "导入报名表"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "核验"));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", kp_stage_get_name (KP_STAGE_NOTICE));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "本环节已经关闭，其决定不再变动。"));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", kp_stage_get_name (KP_STAGE_REVIEW));
  kp_test_settle ();
  g_assert_cmpint (kp_work_page_get_stage (page), ==, KP_STAGE_REVIEW);
  g_assert_null (kp_test_find_text (GTK_WIDGET (page), "导入报名表"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "人工认定"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "核验"));
}

/* Nothing can be carried out before all is given that isn't optional. */
static void
test_needs_its_fields (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkDialog *dialog = open_work (t, "judge");

  g_assert_false (is_ready (dialog));
  kp_work_dialog_set_value (dialog, 0, "000001");
  g_assert_true (is_ready (dialog));
  gtk_editable_set_text (kp_test_widget_get (dialog, "actor"), "");
  g_assert_false (is_ready (dialog));
  gtk_editable_set_text (kp_test_widget_get (dialog, "actor"), "王审查");
  kp_work_dialog_set_value (dialog, 1, "unmet");
  carry_out (dialog);
  g_assert_cmpstr (t->given, ==, "judge|000001|unmet|–|王审查");
  close_work (dialog);
}

static void
test_answer (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkDialog *dialog = open_work (t, "take");

  kp_work_dialog_set_value (dialog, 0, "/srv/报名.xlsx");
  kp_work_dialog_set_value (dialog, 1, "");
  carry_out (dialog);
  g_assert_cmpstr (t->given, ==, "take|/srv/报名.xlsx||–|tester");
  g_assert_cmpstr (kp_work_dialog_get_state (dialog), ==, "done");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "共三行。"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "已导入"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "身份证号少一位"));
  close_work (dialog);
}

/* What was typed is kept, and the sentence stands beside it. */
static void
test_refusal (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkDialog *dialog = open_work (t, "take");

  kp_work_dialog_set_value (dialog, 0, "无.xlsx");
  carry_out (dialog);
  g_assert_cmpstr (kp_work_dialog_get_state (dialog), ==, "form");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), KP_TEST_WORK_SENTENCE));
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (dialog, "refusal_box")));
  kp_work_dialog_set_value (dialog, 0, "好.xlsx");
  carry_out (dialog);
  g_assert_cmpstr (kp_work_dialog_get_state (dialog), ==, "done");
  close_work (dialog);
}

/* A refusal with a table of rows shows both, and leads back to the form. */
static void
test_refusal_with_rows (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkDialog *dialog = open_work (t, "take");

  kp_work_dialog_set_value (dialog, 0, "坏.xlsx");
  carry_out (dialog);
  g_assert_cmpstr (kp_work_dialog_get_state (dialog), ==, "done");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), KP_TEST_WORK_SENTENCE));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (dialog), "身份证号少一位"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "work.again", NULL);
  g_assert_cmpstr (kp_work_dialog_get_state (dialog), ==, "form");
  close_work (dialog);
}

/* Only looking asks for nobody's name and reads nothing again. */
static void
test_only_reads (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpCampaign *before = kp_window_get_campaign (t->window);
  KpWorkDialog *dialog = open_work (t, "look");

  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (dialog, "who")));
  carry_out (dialog);
  g_assert_cmpstr (kp_work_dialog_get_state (dialog), ==, "done");
  g_assert_true (kp_window_get_campaign (t->window) == before);
  close_work (dialog);
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);

  g_test_add_func ("/ui/work/stages", test_stages);
  g_test_add_func ("/ui/work/needs-its-fields", test_needs_its_fields);
  g_test_add_func ("/ui/work/answer", test_answer);
  g_test_add_func ("/ui/work/refusal", test_refusal);
  g_test_add_func ("/ui/work/refusal-with-rows", test_refusal_with_rows);
  g_test_add_func ("/ui/work/only-reads", test_only_reads);
  return g_test_run ();
}
