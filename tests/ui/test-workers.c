/* test-workers.c – the contracts and the board of probations: a worker who fails and one who passes, played in the window.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program's own works carry everything out; kp-test-clock.c, which is part of this program, gives them the day. */
#include <string.h>

#include "kp-print-page.h"
#include "kp-worker-page.h"
#include "kp-worker-sheet.h"
#include "kp-test-course.h"
#include "kp-test-window.h"
#include "kp-test.h"
#include "kp-work-page.h"
#include "kp-works.h"

#define FAILS "01劳合〔2026〕0001号"
#define PASSES "01劳合〔2026〕0002号"
#define MAX_VALUES 6

static void
set_day (const char *day)
{
  g_autofree char *iso = g_strconcat (day, "T10:00:00+08:00", NULL);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (iso, NULL);
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, g_date_time_to_unix (moment));

  g_setenv ("KAOPIN_TEST_SECONDS", seconds, TRUE);
}

static gboolean
is_day (const char *day)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  return g_str_equal (today, day);
}

static gboolean
is_ready (gpointer data)
{
  KpTestWindow *t = data;

  return !kp_window_is_working (t->window) && !kp_worker_page_is_busy (kp_test_window_get (t, "worker_page"))
         && kp_worker_page_get_number (kp_test_window_get (t, "worker_page")) != NULL;
}

static void
settle (KpTestWindow *t)
{
  kp_test_settle ();
  kp_test_wait (is_ready, t);
  kp_test_settle ();
}

static void
hire_two (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;
  KpPublicityTally publicity;
  KpHireTally hire;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_hear_and_total (c);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  kp_step_publish (c->session, &publicity, &error);
  kp_test_campaign_set_now (c, "2026-07-01T08:00:00+08:00");
  kp_step_hire (c->session, &hire, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hire.n_contracts, ==, 2);
}

/* Two contracts from 2026-07-01, in the window on their first day. */
static KpTestWindow *
open_workers_of (KpTestWindow *t)
{
  hire_two (t->campaign);
  t->works.works = kp_works_get (&t->works.n_works);
  t->works.run = kp_works_run;
  kp_work_page_set_source (kp_test_window_get (t, "work_page"), &t->works);
  set_day ("2026-07-01");
  kp_test_window_open (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "workers");
  settle (t);
  return t;
}

static KpTestWindow *
open_workers (void)
{
  return open_workers_of (kp_test_window_new ());
}

static KpWorkerPage *
get_page (KpTestWindow *t)
{
  return kp_test_window_get (t, "worker_page");
}

static gpointer
get_sheet (KpTestWindow *t)
{
  return kp_test_widget_get (get_page (t), "sheet");
}

/* F5: on another day everything stands differently. */
static void
come_back (KpTestWindow *t,
           const char *day)
{
  set_day (day);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.reload", NULL);
  settle (t);
}

/* ---- a dialog ---- */

static KpWorkDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (KP_IS_WORK_DIALOG (window))
        return KP_WORK_DIALOG (window);
    }
  return NULL;
}

static guint
find_field (KpTestWindow *t,
            const char *work,
            const char *option)
{
  for (guint i = 0; i < t->works.n_works; i++)
    for (guint k = 0; g_str_equal (t->works.works[i].name, work) && k < KP_WORK_MAX_FIELDS; k++)
      {
        const KpWorkField *field = &t->works.works[i].fields[k];

        if (g_strcmp0 (field->option, option) == 0
            || (field->option == NULL && field->kind == KP_WORK_CHOICE && g_str_equal (option, "choice")))
          return k;
      }
  g_error ("%s has no field %s", work, option);
}

static gboolean
is_over (gpointer dialog)
{
  return !g_str_equal (kp_work_dialog_get_state (dialog), "working");
}

typedef struct
{
  const char *day;
  const char *number; /* NULL = for the street */
  const char *work;
  const char *values[2 * MAX_VALUES]; /* option, value, … */
} Act;

static void
fill (KpTestWindow *t,
      KpWorkDialog *dialog,
      const Act *act)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (act->values) && act->values[i] != NULL; i += 2)
    kp_work_dialog_set_value (dialog, find_field (t, act->work, act->values[i]), act->values[i + 1]);
}

/* By the button or the key: both activate the action. */
static void
play (KpTestWindow *t,
      const Act *act)
{
  KpWorkDialog *dialog;

  if (!is_day (act->day))
    come_back (t, act->day);
  if (act->number != NULL)
    g_assert_true (kp_worker_page_select (get_page (t), act->number));
  gtk_widget_activate_action (GTK_WIDGET (get_page (t)), act->number != NULL ? "workers.act" : "workers.street", "s", act->work);
  dialog = find_dialog ();
  if (dialog == NULL)
    g_error ("%s isn't open on %s", act->work, act->day);
  fill (t, dialog, act);
  kp_test_settle ();
  g_assert_true (gtk_widget_get_sensitive (kp_test_widget_get (dialog, "run")));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "work.run", NULL);
  kp_test_wait (is_over, dialog);
  if (!g_str_equal (kp_work_dialog_get_state (dialog), "done"))
    g_error ("%s on %s: %s", act->work, act->day, gtk_label_get_label (kp_test_widget_get (dialog, "refusal")));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "work.close", NULL);
  settle (t);
}

static void
play_all (KpTestWindow *t,
          const Act *acts,
          guint n_acts)
{
  for (guint i = 0; i < n_acts; i++)
    play (t, &acts[i]);
}

/* ---- what the sheet says ---- */

static AdwActionRow *
find_act (KpTestWindow *t,
          const char *title)
{
  GtkListBox *list = kp_test_widget_get (get_sheet (t), "acts");

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    {
      AdwPreferencesRow *row = ADW_PREFERENCES_ROW (gtk_list_box_get_row_at_index (list, i));

      if (g_str_equal (adw_preferences_row_get_title (row), title))
        return ADW_ACTION_ROW (row);
    }
  return NULL;
}

static void
assert_closed (KpTestWindow *t,
               const char *title,
               const char *why)
{
  AdwActionRow *row = find_act (t, title);

  g_assert_nonnull (row);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row)));
  kp_test_assert_contains (adw_action_row_get_subtitle (row), why);
}

static void
assert_open (KpTestWindow *t,
             const char *title)
{
  AdwActionRow *row = find_act (t, title);

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row)));
}

#define TEAM "--by", "街道组织委员", "--with", "街道书记"
#define STREET_LINK(day, link) { (day), NULL, "link-record-street", { "--record", (link), "--document", "表", "--by", "甲" } }
#define STREET_NOTE(day, month) \
  { (day), NULL, "link-record-street", { "--record", "note", "--month", (month), "--document", "表", "--by", "甲" } }

static const Act until_december[] = {
  { "2026-07-01", NULL, "contract-duty-street", { "choice", "--signed" } },
  STREET_LINK ("2026-07-01", "conditions"),
  STREET_LINK ("2026-07-02", "duties"),
  STREET_LINK ("2026-07-02", "method"),
  { "2026-07-03", FAILS, "link-record", { "--record", "mentor", "--document", "表", "--text", "导师丙", "--by", "甲" } },
  STREET_LINK ("2026-07-06", "mentor"),
  STREET_LINK ("2026-07-06", "training"),
  { "2026-07-10", FAILS, "contract-duty", { "choice", "--insured" } },
  STREET_NOTE ("2026-08-05", "1"),
  STREET_NOTE ("2026-09-04", "2"),
  STREET_NOTE ("2026-10-09", "3"),
  STREET_LINK ("2026-10-09", "midterm"),
  STREET_NOTE ("2026-11-04", "4"),
  STREET_NOTE ("2026-12-04", "5"),
  { "2026-12-10", FAILS, "link-survey", { "--counts", "26/11/13", "--document", "表", TEAM } },
  { "2026-12-10", PASSES, "link-survey", { "--counts", "41/7/2", "--document", "表", TEAM } },
  { "2026-12-15", FAILS, "link-assessment", { "--points", "12/13.5/-/5/6/6", "--document", "表", TEAM } },
  { "2026-12-15", PASSES, "link-assessment", { "--points", "17/26/-/8/9/9", "--document", "表", TEAM } },
};

static const Act decisions[] = {
  { "2026-12-16", NULL, "link-record-street", { "--record", "meeting", "--document", "纪要", TEAM } },
  { "2026-12-18", FAILS, "link-record", { "--record", "union", "--document", "函", "--by", "甲" } },
  { "2026-12-18", FAILS, "link-record", { "--record", "filing", "--document", "函", "--by", "甲" } },
  { "2026-12-22", FAILS, "link-notice", { "--text", "走访不足", "--document", "城街解〔2026〕1号", TEAM } },
};

static void
test_plays_through (void)
{
  static const Act ends[] = {
    { "2026-12-23", FAILS, "link-service", { "--how", "person", "--document", "回证", TEAM } },
    { "2026-12-23", FAILS, "probation-terminate", { "--reason", "不符合录用条件", TEAM } },
  };
  static const Act confirms[] = {
    STREET_NOTE ("2026-12-31", "6"),
    { "2027-01-04", PASSES, "probation-confirm", { "--reason", "考核合格", TEAM } },
  };
  g_autoptr (KpTestWindow) t = open_workers ();

  kp_worker_page_show_view (get_page (t), "board");
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (get_page (t)), "7-1"));
  g_assert_null (find_act (t, "登记解除通知书"));
  assert_closed (t, "按期转正", "集体研究");
  play_all (t, until_december, G_N_ELEMENTS (until_december));
  kp_worker_page_select (get_page (t), FAILS);
  assert_closed (t, "登记解除通知书", "缺少“集体研究”");
  assert_closed (t, "试用期解除", "缺少“集体研究”");
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (get_sheet (t), "against_box")));
  play_all (t, decisions, G_N_ELEMENTS (decisions) - 1);
  kp_worker_page_select (get_page (t), FAILS);
  assert_open (t, "登记解除通知书");
  play (t, &decisions[G_N_ELEMENTS (decisions) - 1]);
  assert_closed (t, "试用期解除", "缺少“送达”");
  play_all (t, ends, G_N_ELEMENTS (ends));
  g_assert_cmpstr (kp_worker_page_get_number (get_page (t)), ==, FAILS);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (get_page (t)), "2026-12-23 离职：试用期间被证明不符合录用条件"));
  g_assert_null (find_act (t, "试用期解除"));
  play_all (t, confirms, G_N_ELEMENTS (confirms));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (get_page (t)), "自 2027-01-01 转正"));
  kp_test_campaign_assert_sound (t->campaign);
}

/* 劳动合同法 §39 (一): the day after the last neither button nor key opens anything, and the sentence says why. */
static void
test_a_day_late (void)
{
  g_autoptr (KpTestWindow) t = open_workers ();
  static const Act last_note = STREET_NOTE ("2026-12-31", "6");

  play_all (t, until_december, G_N_ELEMENTS (until_december));
  play_all (t, decisions, G_N_ELEMENTS (decisions));
  play (t, &last_note);
  kp_worker_page_select (get_page (t), FAILS);
  assert_open (t, "登记送达");
  come_back (t, "2027-01-01");
  assert_closed (t, "登记送达", "最后一日已过");
  assert_closed (t, "试用期解除", "第三十九条第（一）项");
  gtk_widget_activate_action (GTK_WIDGET (get_page (t)), "workers.act", "s", "probation-terminate");
  gtk_widget_activate_action (GTK_WIDGET (get_page (t)), "workers.act", "s", "link-service");
  g_assert_null (find_dialog ());
  assert_open (t, "按期转正");
}

/* The list of contracts: by street, by name, with what is due next; its papers are printed for one alone. */
static void
test_list (void)
{
  g_autoptr (KpTestWindow) t = open_workers ();
  KpWorkerPage *page = get_page (t);
  GtkDropDown *street = kp_test_widget_get (page, "street");
  GtkEditable *search = kp_test_widget_get (page, "search");

  g_assert_cmpstr (kp_worker_page_get_number (page), ==, FAILS);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "2026-07-01 以前：试用期：录用条件确认书"));
  g_assert_true (kp_worker_page_select (page, PASSES));
  gtk_drop_down_set_selected (street, 1);
  g_assert_cmpstr (kp_worker_page_get_number (page), ==, PASSES);
  gtk_drop_down_set_selected (street, 2);
  g_assert_null (kp_worker_page_get_number (page));
  gtk_drop_down_set_selected (street, 0);
  gtk_editable_set_text (search, "0002");
  kp_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.print-form", "(ss)", "contracts", PASSES);
  kp_test_settle ();
  g_assert_cmpstr (gtk_label_get_label (kp_test_widget_get (kp_test_window_get (t, "print_page"), "title")), ==,
                   "劳动合同 · " PASSES);
}

/* ---- by keys ---- */

static gboolean
is_in (gpointer window,
       gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
is_in_field (KpWorkDialog *dialog,
             const char *title)
{
  GtkWidget *row = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), ADW_TYPE_PREFERENCES_ROW);

  return row != NULL && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title);
}

/* Whoever comes to the page by its key walks down the contracts, and a letter opens an act, at what it asks. */
static void
test_keys (void)
{
  g_autoptr (KpTestWindow) t = open_workers ();
  KpWorkDialog *dialog;

  g_assert_true (is_in (t->window, kp_test_widget_get (get_page (t), "contracts")));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "campaign");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "workers");
  kp_test_settle ();
  g_assert_true (is_in (t->window, kp_test_widget_get (get_page (t), "contracts")));
  gtk_widget_activate_action (GTK_WIDGET (get_page (t)), "workers.act", "s", "link-assessment");
  dialog = find_dialog ();
  kp_test_settle ();
  g_assert_true (is_in_field (dialog, "各要素得分，测评折算的写 -，如 18/25/-/8/9/9（可不写）"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Enter goes to what is missing, and past a choice of one. */
static void
test_enter (void)
{
  g_autoptr (KpTestWindow) t = open_workers ();
  KpWorkDialog *dialog = kp_work_page_open (kp_test_window_get (t, "work_page"), "lock-marks");
  GtkWidget *row;

  kp_test_settle ();
  g_assert_true (is_in_field (dialog, "负责人"));
  kp_work_dialog_set_value (dialog, 1, "甲");
  row = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), ADW_TYPE_ENTRY_ROW);
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_true (is_in_field (dialog, "另一名负责人"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static AdwComboRow *
find_choice (KpWorkDialog *dialog)
{
  return ADW_COMBO_ROW (kp_test_find_type (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW));
}

/* What was chosen is read whole: at the end of its row there is room for a few words. */
static void
test_long_choice (void)
{
  g_autoptr (KpTestWindow) t = open_workers ();
  KpWorkDialog *dialog = kp_work_page_open (kp_test_window_get (t, "work_page"), "convert-transfer");

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_choice (dialog))), ==, "三方协议，年限连续计算");
  gtk_window_destroy (GTK_WINDOW (dialog));
  dialog = kp_work_page_open (kp_test_window_get (t, "work_page"), "enter-marks");
  g_assert_false (adw_combo_row_get_use_subtitle (find_choice (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Where days without work don't move the last one, nobody is offered to suspend a probation. */
static void
test_suspension (void)
{
  static const char *const edits[] = { "\"pass_early\": true", "\"pass_early\": true, \"suspension_extends\": true", NULL };
  g_autoptr (KpTestWindow) t = open_workers ();

  g_assert_null (find_act (t, "中止试用期"));
  g_assert_nonnull (find_act (t, "续订合同"));
  kp_test_window_free (g_steal_pointer (&t));
  t = open_workers_of (kp_test_window_new_with (edits));
  g_assert_nonnull (find_act (t, "中止试用期"));
}

static void
test_empty (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpWorkerPage *page = kp_test_window_get (t, "worker_page");

  kp_test_window_open (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "workers");
  g_assert_true (kp_worker_page_is_busy (page));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (kp_test_widget_get (page, "states")), ==, "reading");
  kp_test_settle ();
  while (kp_worker_page_is_busy (page))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (kp_test_widget_get (page, "states")), ==, "empty");
}

/* A letter that two buttons share presses neither. Cancel has Escape. */
static void
note_letter (GtkWidget *widget,
             gpointer letters)
{
  const guint letter = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))
                                                                              : GDK_KEY_VoidSymbol;

  if (letter != GDK_KEY_VoidSymbol)
    g_hash_table_insert (letters, GUINT_TO_POINTER (letter),
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (letters, GUINT_TO_POINTER (letter))) + 1));
}

static void
test_letters (void)
{
  g_autoptr (KpTestWindow) t = open_workers ();

  for (guint i = 0; i < t->works.n_works; i++)
    {
      g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
      const KpWork *work = &t->works.works[i];
      KpWorkDialog *dialog = kp_work_page_open (kp_test_window_get (t, "work_page"), work->name);
      guint run;

      if (dialog == NULL)
        continue;
      if (!g_str_equal (kp_work_dialog_get_state (dialog), "form"))
        {
          /* Nothing was to be asked. */
          g_assert_true (work->only_reads);
          kp_test_wait (is_over, dialog);
          gtk_window_destroy (GTK_WINDOW (dialog));
          continue;
        }
      kp_test_each (GTK_WIDGET (dialog), note_letter, letters);
      run = gtk_label_get_mnemonic_keyval (GTK_LABEL (gtk_widget_get_first_child (kp_test_widget_get (dialog, "run"))));
      if (g_hash_table_lookup (letters, GUINT_TO_POINTER (run)) != GUINT_TO_POINTER (1))
        g_error ("%s: %c is the letter of two buttons", work->name, (char) run);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

int
main (int argc,
      char **argv)
{
  set_day ("2026-07-01");
  kp_test_window_start (&argc, &argv);

  g_test_add_func ("/ui/workers/plays-through", test_plays_through);
  g_test_add_func ("/ui/workers/article-39-1-a-day-late", test_a_day_late);
  g_test_add_func ("/ui/workers/list", test_list);
  g_test_add_func ("/ui/workers/keys", test_keys);
  g_test_add_func ("/ui/workers/enter", test_enter);
  g_test_add_func ("/ui/workers/long-choice", test_long_choice);
  g_test_add_func ("/ui/workers/suspension", test_suspension);
  g_test_add_func ("/ui/workers/empty", test_empty);
  g_test_add_func ("/ui/workers/letters", test_letters);
  return g_test_run ();
}
