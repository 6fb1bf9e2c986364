/* test-work.c – the work of a stage: asked for, carried out, refused, and answered.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-chooser.h"
#include "kp-line-row.h"
#include "kp-paper-lock.h"
#include "kp-publicity-calendar.h"
#include "kp-stage-path.h"
#include "kp-step-hire.h"
#include "kp-step-objection.h"
#include "kp-test-course.h"
#include "kp-test.h"
#include "kp-test-window.h"
#include "kp-work-view.h"
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

static void
reload (KpTestWindow *t)
{
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.reload", NULL);
  kp_test_window_open (t);
  kp_test_settle ();
}

/* Who chose a stage that isn't the next one stays there after a piece of work, at its top; who follows the path goes on with it. */
static void
test_stage_stays (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkPage *page = kp_test_window_get (t, "work_page");
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (kp_test_widget_get (page, "scroller"));

  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "work");
  kp_test_settle ();
  gtk_adjustment_set_value (place, 300);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", kp_stage_get_name (KP_STAGE_INTERVIEW));
  kp_test_settle ();
  g_assert_cmpint ((int) gtk_adjustment_get_value (place), ==, 0);
  reload (t);
  g_assert_cmpint (kp_work_page_get_stage (page), ==, KP_STAGE_INTERVIEW);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", kp_stage_get_name (KP_STAGE_CLOSED));
  kp_test_settle ();
  g_assert_cmpint ((int) gtk_adjustment_get_value (place), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", kp_stage_get_name (KP_STAGE_REVIEW));
  kp_test_campaign_review (t->campaign);
  reload (t);
  g_assert_cmpint (kp_work_page_get_stage (page), ==, KP_STAGE_SITTINGS);
}

/* A stage is left when nothing is left to do in it, not when the next one begins. */
static void
test_stage_is_spent (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpLockedList list;

  kp_test_campaign_register (t->campaign, "A01", 3);
  kp_test_campaign_seat (t->campaign);
  kp_test_campaign_mark (t->campaign, 6000);
  kp_test_window_open (t);
  g_assert_cmpint (kp_work_page_get_stage (kp_test_window_get (t, "work_page")), ==, KP_STAGE_WRITTEN);
  g_assert_true (kp_step_lock_paper (t->campaign->session, "01", "甲", "乙", &list, NULL));
  reload (t);
  g_assert_cmpint (kp_work_page_get_stage (kp_test_window_get (t, "work_page")), ==, KP_STAGE_SHORTLIST);
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
  g_assert_false (gtk_label_get_selection_bounds (kp_test_widget_get (dialog, "refusal"), NULL, NULL));
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

static gboolean
is_calendar_read (gpointer calendar)
{
  return !kp_publicity_calendar_is_busy (calendar);
}

static void
bring_to_publicity (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;
  KpPublicityTally publicity;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_hear_and_total (c);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  g_assert_true (kp_step_publish (c->session, &publicity, &error));
  kp_test_campaign_set_now (c, "2026-06-15T08:00:00+08:00");
}

static void
object (KpTestCampaign *c)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const char *against = kp_test_course_get_place (roster, "A01", 1)->application->application;
  g_autoptr (GError) error = NULL;
  guint number = 0;
  KpDate due;

  kp_step_record_objection (c->session, &(const KpObjectionOrder) { against, KP_DATE_NONE, "letter", NULL, "学历不实" },
                            &number, &due, &error);
  g_assert_no_error (error);
}

static KpPublicityCalendar *
show_calendar (KpTestWindow *t)
{
  KpWorkPage *page = kp_test_window_get (t, "work_page");
  KpPublicityCalendar *calendar = kp_test_widget_get (page, "publicity");

  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", kp_stage_get_name (KP_STAGE_PUBLICITY));
  kp_test_settle ();
  kp_test_wait (is_calendar_read, calendar);
  kp_test_settle ();
  return calendar;
}

static gboolean
is_day (GtkWidget *widget,
        gconstpointer name)
{
  const char *tooltip = gtk_widget_has_css_class (widget, "public-day") ? gtk_widget_get_tooltip_text (widget) : NULL;

  return tooltip != NULL && g_str_has_prefix (tooltip, name);
}

/* What the colours say is written, and told to who doesn't see it. */
static void
assert_day (KpPublicityCalendar *calendar,
            const char *date,
            const char *name)
{
  GtkWidget *cell = kp_test_find (GTK_WIDGET (calendar), is_day, date);

  g_assert_nonnull (cell);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (cell), ==, name);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_publicity_calendar (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpPublicityCalendar *calendar;

  bring_to_publicity (t->campaign);
  object (t->campaign);
  kp_test_window_open (t);
  calendar = show_calendar (t);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (calendar), "2026-06-10 公布，次日起公示7个工作日，至 2026-06-22 期满；公示2人。2026-06-23 起可以生成劳动合同。"));
  assert_day (calendar, "2026-06-10", "2026-06-10，星期三，工作日，公布");
  assert_day (calendar, "2026-06-13", "2026-06-13，星期六，周末，不计入");
  assert_day (calendar, "2026-06-15", "2026-06-15，星期一，工作日，第3日，异议1件");
  assert_day (calendar, "2026-06-19", "2026-06-19，星期五，节假日，不计入");
  assert_day (calendar, "2026-06-22", "2026-06-22，星期一，工作日，第7日，期满");
  assert_day (calendar, "2026-06-23", "2026-06-23，星期二，工作日");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (calendar), "答复期满1件"));
}

/* Before anybody is proposed the days are those of the scheme, and no other stage shows them. */
static void
test_publicity_planned (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpPublicityCalendar *calendar = show_calendar (t);

  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (calendar), "方案预定：2026-06-10 公布，次日起公示7个工作日，至 2026-06-22 期满。"));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", kp_stage_get_name (KP_STAGE_REVIEW));
  kp_test_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (calendar)));
}

/* The keys of one widget, as if they were pressed there. */
static void
assert_focus (KpTestWindow *t,
              const char *date)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (t->window));

  g_assert_nonnull (focus);
  g_assert_true (is_day (focus, date));
}

/* One stop of the Tab key; the arrows go from day to day, and stay at the first and the last. */
static void
test_publicity_keys (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpPublicityCalendar *calendar = show_calendar (t);
  GtkWidget *published = kp_test_find (GTK_WIDGET (calendar), is_day, "2026-06-10");
  GtkWidget *grid = gtk_widget_get_parent (published);

  g_assert_true (gtk_widget_grab_focus (published));
  kp_test_press (grid, GDK_KEY_Right);
  assert_focus (t, "2026-06-11");
  g_assert_false (gtk_widget_get_focusable (published));
  kp_test_press (grid, GDK_KEY_Down);
  assert_focus (t, "2026-06-18");
  kp_test_press (grid, GDK_KEY_Up);
  kp_test_press (grid, GDK_KEY_Left);
  kp_test_press (grid, GDK_KEY_Left);
  kp_test_press (grid, GDK_KEY_Left);
  assert_focus (t, "2026-06-08");
  kp_test_press (grid, GDK_KEY_Left);
  kp_test_press (grid, GDK_KEY_Up);
  assert_focus (t, "2026-06-08");
}

/* The keys are at the button that closes the answer; nothing of it is selected, and no number is broken. */
static void
test_answer_has_focus (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkDialog *dialog = open_work (t, "take");
  GtkLabel *outcome = kp_test_widget_get (dialog, "outcome");

  kp_work_dialog_set_value (dialog, 0, "/srv/报名.xlsx");
  carry_out (dialog);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == kp_test_widget_get (dialog, "close"));
  g_assert_false (gtk_label_get_selection_bounds (outcome, NULL, NULL));
  close_work (dialog);
}

/* A page that is come to twice has the keys where it had them. */
static void
test_page_has_focus (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkPage *page = kp_test_window_get (t, "work_page");
  GtkListBox *acts = kp_test_widget_get (page, "stage_acts");

  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "campaign");
      kp_test_settle ();
      gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "work");
      kp_test_settle ();
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (t->window)) == GTK_WIDGET (gtk_list_box_get_row_at_index (acts, 0)));
    }
}

/* Whoever goes to a stage by keys goes on at its first work. */
static void
test_stage_has_focus (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkPage *page = kp_test_window_get (t, "work_page");
  GtkListBox *acts = kp_test_widget_get (page, "stage_acts");

  for (KpStage stage = KP_STAGE_REGISTRATION; stage <= KP_STAGE_REVIEW; stage++)
    {
      gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", kp_stage_get_name (stage));
      kp_test_settle ();
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (t->window)) == GTK_WIDGET (gtk_list_box_get_row_at_index (acts, 0)));
    }
}

/* “Go there” goes to what is next, whichever stage was looked at before. */
static void
test_next_is_gone_to (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkPage *page = kp_test_window_get (t, "work_page");
  GtkListBox *acts = kp_test_widget_get (page, "stage_acts");
  GtkListBox *others = kp_test_widget_get (page, "other_acts");

  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", kp_stage_get_name (KP_STAGE_INTERVIEW));
  kp_test_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (others, 0)));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "campaign");
  kp_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", "");
  kp_test_settle ();
  g_assert_cmpint (kp_work_page_get_stage (page), ==, KP_STAGE_REVIEW);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (t->window)) == GTK_WIDGET (gtk_list_box_get_row_at_index (acts, 0)));
}

/* The arrows walk from the works of the stage to those of any time, and back. */
static void
test_arrows_cross_lists (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkPage *page = kp_test_window_get (t, "work_page");
  GtkListBox *acts = kp_test_widget_get (page, "stage_acts");
  GtkListBox *others = kp_test_widget_get (page, "other_acts");
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (acts));

  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", "");
  kp_test_settle ();
  gtk_widget_grab_focus (last);
  g_signal_emit_by_name (acts, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (t->window)) == GTK_WIDGET (gtk_list_box_get_row_at_index (others, 0)));
  g_signal_emit_by_name (others, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, -1, FALSE, FALSE);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (t->window)) == last);
}

/* What was done brought the campaign into the next stage: the keys go on at its first work, not at the path. */
static void
test_next_stage_has_focus (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkPage *page = kp_test_window_get (t, "work_page");
  GtkListBox *acts = kp_test_widget_get (page, "stage_acts");
  KpWorkDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-stage", "s", kp_stage_get_name (KP_STAGE_REVIEW));
  kp_test_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (acts, 0)));
  dialog = open_work (t, "judge");
  kp_test_campaign_review (t->campaign);
  reload (t);
  close_work (dialog);
  kp_test_settle ();
  g_assert_cmpint (kp_work_page_get_stage (page), ==, KP_STAGE_SITTINGS);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (t->window)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (t->window)), GTK_WIDGET (page)));
}

/* ---- tables ---- */

/* The commitments of seven draws are read and signed: none may be out of sight below an edge that nobody sees. */
static void
test_table_is_whole (void)
{
  const char *cells[] = { "面试顺序（A01 岗位）", "e855c7adeebf08f0f4af5c864dedc33701a525755d78deca64b936eadb7fe82a", "interview-order:A01", NULL };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (KpWorkReport) report = kp_work_report_new ();
  GtkAdjustment *place;

  kp_work_report_begin_table (report);
  for (guint i = 0; i < 3; i++)
    kp_work_report_add_column (report, "承诺值", FALSE);
  for (guint i = 0; i < 7; i++)
    kp_work_report_add_row (report, cells);
  kp_work_view_fill (GTK_BOX (box), report);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 600);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  kp_test_settle ();
  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (kp_test_find_type (box, GTK_TYPE_SCROLLED_WINDOW)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (place), >, 7 * 32);
  g_assert_cmpfloat (gtk_adjustment_get_upper (place), <=, gtk_adjustment_get_page_size (place));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- rows ---- */

/* Read aloud in Chinese, without a pause for what isn't there. */
static void
test_row_names (void)
{
  g_autofree char *all = kp_line_row_dup_name ("笔试", "下一步", "锁定成绩。");
  g_autofree char *some = kp_line_row_dup_name ("笔试", NULL, "锁定成绩。");

  g_assert_cmpstr (all, ==, "笔试，下一步，锁定成绩。");
  g_assert_cmpstr (some, ==, "笔试，锁定成绩。");
}

/* ---- files ---- */

static void
assert_opens_in (KpTestWindow *t,
                 const char *path)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new ("工作簿", GTK_WINDOW (t->window), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GFile) folder = NULL;
  g_autofree char *found = NULL;

  kp_chooser_show (chooser);
  kp_test_settle ();
  folder = gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (chooser));
  found = folder != NULL ? g_file_get_path (folder) : NULL;
  g_assert_cmpstr (found, ==, path);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
  kp_test_settle ();
}

/* Beside the record at first; then where something was chosen, whatever record is opened after that. */
static void
test_chooser_folder (void)
{
  g_autoptr (KpTestWindow) t = open_window ();
  const char *record = kp_campaign_get_location (kp_window_get_campaign (t->window));
  g_autofree char *beside = g_path_get_dirname (record);
  g_autoptr (GFile) other = g_file_new_for_path (g_get_tmp_dir ());

  assert_opens_in (t, beside);
  kp_chooser_remember (GTK_WINDOW (t->window), other);
  kp_chooser_start_beside (GTK_WINDOW (t->window), record);
  assert_opens_in (t, g_get_tmp_dir ());
}

/* ---- long work ---- */

/* Goes on for as long as somebody wants it. */
static gboolean
work_for_ever (const KpWorkOrder *order,
               KpWorkReport *report G_GNUC_UNUSED,
               gpointer data G_GNUC_UNUSED,
               GError **error)
{
  while (kp_progress_step (order->progress, "数据表", 12, 90, error))
    g_thread_yield ();
  return FALSE;
}

static gboolean
may_stop (gpointer dialog)
{
  return gtk_widget_get_visible (kp_test_widget_get (dialog, "stop"));
}

/* Long work says how far it is, and the button ends it; then the form is there again and says that nothing was kept. */
static void
test_stopped (void)
{
  static const KpWork work = { .name = "long", .title = "长", .sentence = "长", .button = "做", .only_reads = TRUE };
  static const KpWorkSource source = { .works = &work, .n_works = 1, .run = work_for_ever };
  g_autoptr (KpTestWindow) t = open_window ();
  KpWorkDialog *dialog
      = kp_work_dialog_new (GTK_WINDOW (t->window), &source, &work, kp_window_get_campaign (t->window), "王经办");

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "work.run", NULL);
  kp_test_wait (may_stop, dialog);
  g_assert_cmpstr (gtk_progress_bar_get_text (kp_test_widget_get (dialog, "bar")), ==, "数据表：12 / 90");
  g_assert_true (gtk_progress_bar_get_fraction (kp_test_widget_get (dialog, "bar")) < 0.14);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "work.stop", NULL);
  kp_test_wait (is_over, dialog);
  kp_test_settle ();
  g_assert_cmpstr (kp_work_dialog_get_state (dialog), ==, "form");
  kp_test_assert_contains (gtk_label_get_label (kp_test_widget_get (dialog, "refusal")), "已停止");
  g_assert_false (may_stop (dialog));
  close_work (dialog);
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);

  g_test_add_func ("/ui/work/stages", test_stages);
  g_test_add_func ("/ui/work/stage-stays", test_stage_stays);
  g_test_add_func ("/ui/work/stage-is-spent", test_stage_is_spent);
  g_test_add_func ("/ui/work/needs-its-fields", test_needs_its_fields);
  g_test_add_func ("/ui/work/answer", test_answer);
  g_test_add_func ("/ui/work/refusal", test_refusal);
  g_test_add_func ("/ui/work/refusal-with-rows", test_refusal_with_rows);
  g_test_add_func ("/ui/work/only-reads", test_only_reads);
  g_test_add_func ("/ui/work/stopped", test_stopped);
  g_test_add_func ("/ui/work/publicity-calendar", test_publicity_calendar);
  g_test_add_func ("/ui/work/publicity-planned", test_publicity_planned);
  g_test_add_func ("/ui/work/publicity-keys", test_publicity_keys);
  g_test_add_func ("/ui/work/answer-has-focus", test_answer_has_focus);
  g_test_add_func ("/ui/work/page-has-focus", test_page_has_focus);
  g_test_add_func ("/ui/work/stage-has-focus", test_stage_has_focus);
  g_test_add_func ("/ui/work/next-is-gone-to", test_next_is_gone_to);
  g_test_add_func ("/ui/work/arrows-cross-lists", test_arrows_cross_lists);
  g_test_add_func ("/ui/work/next-stage-has-focus", test_next_stage_has_focus);
  g_test_add_func ("/ui/work/table-is-whole", test_table_is_whole);
  g_test_add_func ("/ui/work/row-names", test_row_names);
  /* A thread of the chooser may still list the folder when the program ends, which counts as a leak. */
  if (g_getenv ("KAOPIN_TEST_SANITIZED") == NULL)
    g_test_add_func ("/ui/work/chooser-folder", test_chooser_folder);
  return g_test_run ();
}
