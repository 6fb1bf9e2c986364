/* test-scheme.c – the desk at which a scheme is written: each rule has its cell, each fault its line, each change its way back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "kp-help-window.h"
#include "kp-rule-dialog.h"
#include "kp-scheme-labels.h"
#include "kp-scheme-window.h"
#include "kp-test-window.h"
#include "kp-test.h"

#define POSTS "岗位"
#define CONDITIONS "岗位-岗位条件"

#define TEXTS "自定文字"
#define KP_TEST_WORDING "letter-interview"

/* Of what the window asks those who print. */
typedef struct
{
  gint n_made; /* papers, in workers */
  gint n_samples; /* of them, of texts */
  gboolean fails;
} Press;

typedef struct
{
  KpSchemeWindow *window;
  KpSchemeSource source;
  Press press;
  char *used; /* (nullable): the scheme that was handed on */
} Desk;

static GBytes *
make_paper (const char *json,
            const char *wording,
            gpointer data,
            GError **error)
{
  Press *press = data;

  g_atomic_int_inc (&press->n_made);
  if (wording != NULL && g_str_equal (wording, KP_TEST_WORDING))
    g_atomic_int_inc (&press->n_samples);
  kp_test_assert_contains (json, "yunling-2026");
  if (!press->fails)
    return g_bytes_new_static ("no document", 11);
  g_set_error_literal (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_REFUSED, KP_TEST_PRESS_SENTENCE);
  return NULL;
}

/* One text can't be printed. */
static void
check_texts (const KpScheme *scheme,
             GPtrArray *problems)
{
  for (guint i = 0; i < scheme->wordings->len; i++)
    {
      const KpSchemeWording *wording = g_ptr_array_index (scheme->wordings, i);
      g_autofree char *path = g_strdup_printf ("wordings[%u].text", i);

      if (strstr (wording->text, "{没有的}") != NULL)
        g_ptr_array_add (problems, kp_scheme_problem_new (path, FALSE, g_strdup ("没有这个字段。")));
    }
}

static void
on_used (KpSchemeWindow *window G_GNUC_UNUSED,
         const char *json,
         Desk *desk)
{
  desk->used = g_strdup (json);
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static void
desk_open (Desk *desk)
{
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpScheme) scheme = kp_scheme_json_load (path, NULL, &error);

  g_assert_no_error (error);
  desk->source = (KpSchemeSource) { make_paper, check_texts, &desk->press };
  desk->window = kp_scheme_window_new (NULL, &desk->source);
  g_signal_connect (desk->window, "use", G_CALLBACK (on_used), desk);
  kp_scheme_window_open (desk->window, scheme, NULL);
  gtk_window_present (GTK_WINDOW (desk->window));
  kp_test_wait (is_active, desk->window);
  kp_test_settle ();
}

static void
desk_clear (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  kp_test_settle ();
  g_free (desk->used);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static guint
find_sheet (const Desk *desk,
            const char *name)
{
  KpSchemeDraft *draft = kp_scheme_window_get_draft (desk->window);

  for (guint i = 0; i < kp_scheme_draft_get_n_sheets (draft); i++)
    if (strcmp (kp_scheme_draft_get_name (draft, i), name) == 0)
      return i;
  g_error ("no sheet %s", name);
}

static guint
find_column (const Desk *desk,
             guint sheet,
             const char *title)
{
  KpSchemeDraft *draft = kp_scheme_window_get_draft (desk->window);

  for (guint i = 0; i < kp_scheme_draft_get_n_columns (draft, sheet); i++)
    if (strcmp (kp_scheme_draft_get_column (draft, sheet, i)->title, title) == 0)
      return i;
  g_error ("no column %s", title);
}

static KpDraftCell *
find_cell (const Desk *desk,
           const char *sheet,
           guint row,
           const char *title)
{
  const guint number = find_sheet (desk, sheet);
  KpDraftCell *cell;

  kp_scheme_window_show (desk->window, number, NULL);
  cell = kp_draft_table_find_cell (kp_scheme_window_get_table (desk->window), row, find_column (desk, number, title));
  g_assert_nonnull (cell);
  return cell;
}

static GtkWidget *
get_entry (KpDraftCell *cell)
{
  return gtk_widget_get_first_child (GTK_WIDGET (cell));
}

/* Scrolled to where the cursor is. */
static gboolean
is_in_sight (gpointer cell)
{
  GtkWidget *table = gtk_widget_get_ancestor (cell, KP_TYPE_DRAFT_TABLE);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (cell, table, &bounds) && bounds.origin.x >= 0
         && bounds.origin.x + bounds.size.width <= (float) gtk_widget_get_width (table);
}

/* Who opens a cell is in it. */
static void
open_cell (KpDraftCell *cell)
{
  gtk_widget_grab_focus (get_entry (cell));
  kp_test_wait (is_in_sight, cell);
  kp_draft_cell_open (cell);
  kp_test_settle ();
}

/* As somebody does who goes on to another widget. */
static void
type (const Desk *desk,
      const char *sheet,
      guint row,
      const char *title,
      const char *text)
{
  KpDraftCell *cell = find_cell (desk, sheet, row, title);

  gtk_widget_grab_focus (get_entry (cell));
  kp_test_settle ();
  gtk_editable_set_text (GTK_EDITABLE (get_entry (cell)), text);
  /* The screen's focus may be another program's for a moment: then leaving says nothing. */
  kp_draft_cell_commit (cell);
  gtk_widget_grab_focus (kp_test_widget_get (desk->window, "search"));
  kp_test_settle ();
}

static const char *
get (const Desk *desk,
     const char *sheet,
     guint row,
     const char *title)
{
  const guint number = find_sheet (desk, sheet);

  return kp_scheme_draft_get_cell (kp_scheme_window_get_draft (desk->window), number, row, find_column (desk, number, title));
}

static void
act (const Desk *desk,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), action, NULL);
  kp_test_settle ();
}

static gboolean
may_act (const Desk *desk)
{
  return gtk_widget_get_sensitive (kp_test_widget_get (desk->window, "use"));
}

static GtkListBoxRow *
get_problem (const Desk *desk,
             int index)
{
  return gtk_list_box_get_row_at_index (kp_test_widget_get (desk->window, "problems"), index);
}

/* Its sentence stands behind the picture. */
static const char *
get_problem_text (const Desk *desk,
                  int index)
{
  return gtk_label_get_text (GTK_LABEL (kp_test_find_type (GTK_WIDGET (get_problem (desk, index)), GTK_TYPE_LABEL)));
}

static guint
count_refusals (const Desk *desk)
{
  guint n = 0;

  for (int i = 0; get_problem (desk, i) != NULL; i++)
    n += gtk_widget_has_css_class (GTK_WIDGET (get_problem (desk, i)), "error");
  return n;
}

/* ---- all of it is there ---- */

static void
count_cell (GtkWidget *widget,
            gpointer data)
{
  *(guint *) data += KP_IS_DRAFT_CELL (widget);
}

/* Every setting under its heading, every list with all of its rows. */
static void
test_every_rule_has_its_cell (void)
{
  g_auto (Desk) desk = { 0 };
  const char *const *sections = kp_scheme_label_get_sections ();
  KpSchemeDraft *draft;
  guint n_settings = 0;

  desk_open (&desk);
  draft = kp_scheme_window_get_draft (desk.window);
  for (guint i = 0; sections[i] != NULL; i++)
    {
      kp_scheme_window_show (desk.window, 0, sections[i]);
      kp_test_settle ();
      kp_test_each (GTK_WIDGET (kp_scheme_window_get_table (desk.window)), count_cell, &n_settings);
    }
  g_assert_cmpuint (n_settings, ==, kp_scheme_draft_get_n_columns (draft, 0));
  for (guint i = 1; i < kp_scheme_draft_get_n_sheets (draft); i++)
    {
      guint n = 0;

      kp_scheme_window_show (desk.window, i, NULL);
      kp_test_settle ();
      g_assert_cmpuint (kp_draft_table_get_sheet (kp_scheme_window_get_table (desk.window)), ==, i);
      kp_test_each (GTK_WIDGET (kp_scheme_window_get_table (desk.window)), count_cell, &n);
      g_assert_cmpuint (n, ==, kp_scheme_draft_get_n_columns (draft, i) * kp_scheme_draft_get_n_rows (draft, i));
    }
  g_assert_cmpuint (count_refusals (&desk), ==, 0);
  g_assert_true (may_act (&desk));
}

static gboolean
is_shown_place (const Desk *desk,
                const char *title)
{
  GtkListBox *places = kp_test_widget_get (desk->window, "places");

  for (int i = 0; gtk_list_box_get_row_at_index (places, i) != NULL; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (places, i));

      if (gtk_widget_get_child_visible (row) && kp_test_find_text (row, title) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* By the name of a part, and by what stands in it. */
static void
test_find (void)
{
  g_auto (Desk) desk = { 0 };
  GtkEditable *search;

  desk_open (&desk);
  search = kp_test_widget_get (desk.window, "search");
  gtk_editable_set_text (search, "统一社会信用代码");
  kp_test_settle ();
  g_assert_true (is_shown_place (&desk, "街道（乡镇）"));
  g_assert_false (is_shown_place (&desk, "考场"));
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (kp_draft_table_get_sheet (kp_scheme_window_get_table (desk.window)), ==, find_sheet (&desk, "街道（乡镇）"));
}

/* Down goes to what was found, not to the part that was looked at before and is hidden now. */
static void
test_find_by_keys (void)
{
  g_auto (Desk) desk = { 0 };
  GtkEditable *search;
  GtkWidget *focus;

  desk_open (&desk);
  search = kp_test_widget_get (desk.window, "search");
  gtk_editable_set_text (search, "统一社会信用代码");
  kp_test_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (search));
  kp_test_press (search, GDK_KEY_Down);
  focus = gtk_window_get_focus (GTK_WINDOW (desk.window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_true (gtk_widget_get_child_visible (focus));
  g_assert_cmpuint (kp_draft_table_get_sheet (kp_scheme_window_get_table (desk.window)), ==, find_sheet (&desk, "街道（乡镇）"));
}

static gboolean
has_help_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (KP_IS_HELP_WINDOW (window))
        return TRUE;
    }
  return FALSE;
}

/* F1 in a window that isn't the campaign's; where no manual is installed the program speaks itself. */
static void
test_help (void)
{
  g_auto (Desk) desk = { 0 };

  desk_open (&desk);
  g_assert_false (has_help_window ());
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.help", NULL);
  kp_test_settle ();
  g_assert_true (has_help_window ());
}

/* ---- to write ---- */

static void
test_type (void)
{
  g_auto (Desk) desk = { 0 };

  desk_open (&desk);
  type (&desk, POSTS, 0, "招聘人数", "13");
  g_assert_cmpstr (get (&desk, POSTS, 0, "招聘人数"), ==, "13");
  act (&desk, "scheme.undo");
  g_assert_cmpstr (get (&desk, POSTS, 0, "招聘人数"), ==, "12");
  g_assert_cmpstr (kp_draft_cell_get_text (find_cell (&desk, POSTS, 0, "招聘人数")), ==, "12");
  act (&desk, "scheme.redo");
  g_assert_cmpstr (kp_draft_cell_get_text (find_cell (&desk, POSTS, 0, "招聘人数")), ==, "13");
}

/* A fault has its line, its cell and its part; nothing can be made of the scheme until it is gone. */
static void
test_fault (void)
{
  g_auto (Desk) desk = { 0 };
  KpDraftCell *cell;

  desk_open (&desk);
  type (&desk, POSTS, 2, "招聘人数", "八");
  g_assert_cmpuint (count_refusals (&desk), ==, 1);
  kp_test_assert_contains (get_problem_text (&desk, 0), "岗位第3行“招聘人数”");
  cell = find_cell (&desk, POSTS, 2, "招聘人数");
  g_assert_true (gtk_widget_has_css_class (get_entry (cell), "error"));
  g_assert_false (may_act (&desk));
  kp_scheme_window_show (desk.window, 0, kp_scheme_label_get_sections ()[0]);
  g_signal_emit_by_name (kp_test_widget_get (desk.window, "problems"), "row-activated", get_problem (&desk, 0));
  kp_test_settle ();
  cell = find_cell (&desk, POSTS, 2, "招聘人数");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (desk.window)), GTK_WIDGET (cell)));
  type (&desk, POSTS, 2, "招聘人数", "8");
  g_assert_cmpuint (count_refusals (&desk), ==, 0);
  g_assert_true (may_act (&desk));
}

/* What was typed into a row that goes isn't written into the one that comes to its place. */
static void
test_remove_row (void)
{
  g_auto (Desk) desk = { 0 };
  GtkWidget *entry;

  desk_open (&desk);
  entry = get_entry (find_cell (&desk, POSTS, 0, "名称"));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "只打了一半");
  act (&desk, "scheme.remove-row");
  g_assert_cmpstr (get (&desk, POSTS, 0, "代码"), ==, "A02");
  g_assert_cmpstr (get (&desk, POSTS, 0, "名称"), ==, "党建岗");
  act (&desk, "scheme.undo");
  g_assert_cmpstr (get (&desk, POSTS, 0, "代码"), ==, "A01");
}

static void
test_add_row (void)
{
  g_auto (Desk) desk = { 0 };
  guint n;

  desk_open (&desk);
  find_cell (&desk, CONDITIONS, 0, "名称");
  n = kp_scheme_draft_get_n_rows (kp_scheme_window_get_draft (desk.window), find_sheet (&desk, CONDITIONS));
  act (&desk, "scheme.add-row");
  g_assert_cmpuint (kp_scheme_draft_get_n_rows (kp_scheme_window_get_draft (desk.window), find_sheet (&desk, CONDITIONS)), ==, n + 1);
  /* Where the one above belongs; the cursor is behind that. */
  g_assert_cmpstr (get (&desk, CONDITIONS, n, "所属岗位"), ==, get (&desk, CONDITIONS, n - 1, "所属岗位"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (desk.window)),
                                         GTK_WIDGET (find_cell (&desk, CONDITIONS, n, "代码")))
                 || gtk_widget_has_focus (get_entry (find_cell (&desk, CONDITIONS, n, "代码"))));
}

/* A list of which the notice says nothing yet takes its first row. */
static void
test_first_row (void)
{
  g_auto (Desk) desk = { 0 };
  const guint sheet = (desk_open (&desk), find_sheet (&desk, "其他规定"));

  kp_scheme_window_show (desk.window, sheet, NULL);
  kp_test_settle ();
  g_assert_nonnull (kp_test_find_type (GTK_WIDGET (kp_scheme_window_get_table (desk.window)), ADW_TYPE_STATUS_PAGE));
  act (&desk, "scheme.add-row");
  g_assert_nonnull (kp_draft_table_find_cell (kp_scheme_window_get_table (desk.window), 0, 0));
}

static gboolean
has_pasted (gpointer data)
{
  const Desk *desk = data;

  return g_str_equal (get (desk, POSTS, 1, "招聘人数"), "5");
}

/* As copied from a spreadsheet. */
static void
test_paste (void)
{
  g_auto (Desk) desk = { 0 };
  GtkWidget *entry;

  desk_open (&desk);
  entry = get_entry (find_cell (&desk, POSTS, 0, "招聘人数"));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (entry), "4\n5\n");
  gtk_widget_grab_focus (entry);
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard");
  kp_test_wait (has_pasted, &desk);
  g_assert_cmpstr (get (&desk, POSTS, 0, "招聘人数"), ==, "4");
  g_assert_cmpstr (get (&desk, POSTS, 2, "招聘人数"), ==, "8");
  act (&desk, "scheme.undo");
  g_assert_cmpstr (get (&desk, POSTS, 0, "招聘人数"), ==, "12");
}

static void
test_choose (void)
{
  g_auto (Desk) desk = { 0 };
  KpDraftCell *cell;
  GtkListBox *words;

  desk_open (&desk);
  cell = find_cell (&desk, POSTS, 0, "招聘类别");
  open_cell (cell);
  words = GTK_LIST_BOX (kp_test_find_type (GTK_WIDGET (cell), GTK_TYPE_LIST_BOX));
  g_assert_nonnull (words);
  g_signal_emit_by_name (words, "row-activated", gtk_list_box_get_row_at_index (words, 1));
  kp_test_settle ();
  g_assert_cmpstr (get (&desk, POSTS, 0, "招聘类别"), ==, "定向招聘退役军人");
  g_assert_cmpstr (kp_draft_cell_get_text (find_cell (&desk, POSTS, 0, "招聘类别")), ==, "定向招聘退役军人");
}

/* Several words, each on and off; the last one leaves an empty list, which isn't the usual one. */
static void
test_choose_several (void)
{
  g_auto (Desk) desk = { 0 };
  KpDraftCell *cell;
  GtkWidget *button;

  desk_open (&desk);
  type (&desk, CONDITIONS, 0, "核查环节", "资格审查");
  cell = find_cell (&desk, CONDITIONS, 0, "核查环节");
  open_cell (cell);
  button = kp_test_find_type (GTK_WIDGET (cell), GTK_TYPE_CHECK_BUTTON);
  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), !gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
  kp_test_settle ();
  g_assert_cmpstr (get (&desk, CONDITIONS, 0, "核查环节"), ==, "[]");
}

static KpRuleDialog *
find_rule_dialog (const Desk *desk)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (KP_IS_RULE_DIALOG (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (desk->window))
        return KP_RULE_DIALOG (window);
    }
  return NULL;
}

/* A condition is said in words, and put together from parts; what can't be read can't be taken. */
static void
test_rule (void)
{
  g_auto (Desk) desk = { 0 };
  KpRuleDialog *dialog;

  desk_open (&desk);
  g_assert_cmpstr (kp_draft_cell_get_text (find_cell (&desk, CONDITIONS, 2, "要求")), ==, "高中及以上学历");
  kp_draft_cell_open (find_cell (&desk, CONDITIONS, 2, "要求"));
  dialog = find_rule_dialog (&desk);
  g_assert_nonnull (dialog);
  kp_rule_dialog_set_kind (dialog, 0, KP_CONDITION_ANY_OF);
  kp_rule_dialog_set_kind (dialog, 1, KP_CONDITION_BORN);
  kp_rule_dialog_set_member (dialog, 1, KP_MEMBER_FROM, "1985-02-30");
  kp_test_assert_contains (kp_rule_dialog_get_sentence (dialog), "1985-02-30");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "rule.take", NULL);
  g_assert_cmpstr (get (&desk, CONDITIONS, 2, "要求"), ==, "{\"education_at_least\":\"高中\"}");
  kp_rule_dialog_set_member (dialog, 1, KP_MEMBER_WORD, "本科");
  kp_rule_dialog_set_kind (dialog, 1, KP_CONDITION_EDUCATION_AT_LEAST);
  g_assert_cmpstr (kp_rule_dialog_get_sentence (dialog), ==, "本科及以上学历");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "rule.take", NULL));
  kp_test_settle ();
  g_assert_cmpstr (get (&desk, CONDITIONS, 2, "要求"), ==, "{\"any_of\":[{\"education_at_least\":\"本科\"}]}");
  g_assert_cmpuint (count_refusals (&desk), ==, 0);
}

/* Of several lines the cell shows the first; they are written on a page of their own. */
static void
test_long_text (void)
{
  g_auto (Desk) desk = { 0 };
  KpDraftCell *cell;
  GtkWidget *view;

  desk_open (&desk);
  kp_scheme_window_show (desk.window, find_sheet (&desk, "自定文字"), NULL);
  act (&desk, "scheme.add-row");
  type (&desk, "自定文字", 0, "代码", "letter-hire");
  cell = find_cell (&desk, "自定文字", 0, "文字");
  open_cell (cell);
  view = kp_test_find_type (GTK_WIDGET (cell), GTK_TYPE_TEXT_VIEW);
  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "# 聘用通知书\n\n{没有的}", -1);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (view, GTK_TYPE_POPOVER)));
  kp_test_settle ();
  g_assert_cmpstr (get (&desk, "自定文字", 0, "文字"), ==, "# 聘用通知书\n\n{没有的}");
  g_assert_cmpstr (kp_draft_cell_get_text (cell), ==, "# 聘用通知书 …");
  /* Those who print say what is wrong with it. */
  g_assert_cmpuint (count_refusals (&desk), ==, 1);
  kp_test_assert_contains (get_problem_text (&desk, 0), "没有这个字段。");
  g_assert_false (may_act (&desk));
}

/* ---- the notice ---- */

static char *
dup_words (const Desk *desk)
{
  GtkWidget *view = kp_test_find_type (kp_test_widget_get (desk->window, "notice"), GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  return gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
}

static void
test_notice_follows (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  desk_open (&desk);
  before = dup_words (&desk);
  kp_test_assert_contains (before, "招聘社区专职工作人员52名");
  type (&desk, POSTS, 0, "招聘人数", "13");
  after = dup_words (&desk);
  kp_test_assert_contains (after, "招聘社区专职工作人员53名");
}

static gboolean
is_made (gpointer window)
{
  return !kp_scheme_window_is_making (window);
}

/* Only for who looks at it, and once for several changes. */
static void
test_paper (void)
{
  g_auto (Desk) desk = { 0 };
  GtkStack *views;

  desk_open (&desk);
  type (&desk, POSTS, 0, "招聘人数", "13");
  g_assert_cmpint (g_atomic_int_get (&desk.press.n_made), ==, 0);
  desk.press.fails = TRUE;
  views = kp_test_widget_get (kp_test_widget_get (desk.window, "notice"), "views");
  gtk_stack_set_visible_child_name (views, "paper");
  kp_test_wait (is_made, desk.window);
  g_assert_cmpint (g_atomic_int_get (&desk.press.n_made), ==, 1);
  g_assert_nonnull (kp_test_find_text (kp_test_widget_get (desk.window, "notice"), KP_TEST_PRESS_SENTENCE));
  gtk_stack_set_visible_child_name (views, "words");
  gtk_stack_set_visible_child_name (views, "paper");
  kp_test_wait (is_made, desk.window);
  g_assert_cmpint (g_atomic_int_get (&desk.press.n_made), ==, 1);
  type (&desk, POSTS, 0, "招聘人数", "14");
  type (&desk, POSTS, 1, "招聘人数", "14");
  kp_test_wait (is_made, desk.window);
  g_assert_cmpint (g_atomic_int_get (&desk.press.n_made), ==, 2);
}

/* Who writes a text sees the page on which it is printed, and elsewhere the notice again. */
static void
test_paper_of_text (void)
{
  g_auto (Desk) desk = { 0 };
  GtkWidget *notice;
  GtkStack *views;

  desk_open (&desk);
  notice = kp_test_widget_get (desk.window, "notice");
  views = kp_test_widget_get (notice, "views");
  kp_scheme_window_show (desk.window, find_sheet (&desk, TEXTS), NULL);
  kp_draft_table_add_row (kp_scheme_window_get_table (desk.window));
  type (&desk, TEXTS, 0, "代码", KP_TEST_WORDING);
  type (&desk, TEXTS, 0, "文字", "请{姓名}按时参加面试。");
  gtk_widget_grab_focus (get_entry (find_cell (&desk, TEXTS, 0, "代码")));
  kp_test_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==, "paper");
  kp_test_wait (is_made, desk.window);
  g_assert_cmpint (g_atomic_int_get (&desk.press.n_samples), ==, 1);
  g_assert_cmpint (g_atomic_int_get (&desk.press.n_made), ==, 1);
  g_assert_nonnull (kp_test_find_text (notice, "样张：面试通知单"));
  gtk_widget_grab_focus (get_entry (find_cell (&desk, POSTS, 0, "招聘人数")));
  kp_test_settle ();
  kp_test_wait (is_made, desk.window);
  g_assert_cmpint (g_atomic_int_get (&desk.press.n_samples), ==, 1);
  g_assert_cmpint (g_atomic_int_get (&desk.press.n_made), ==, 2);
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (notice, "whose")));
}

/* ---- what becomes of it ---- */

static void
test_save (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_dup_file (folder, "scheme.json");
  g_autofree char *nowhere = kp_test_folder_dup_file (folder, "nowhere/scheme.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpScheme) read = NULL;

  desk_open (&desk);
  type (&desk, POSTS, 0, "招聘人数", "13");
  g_assert_false (kp_scheme_window_save (desk.window, nowhere, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (kp_scheme_window_save (desk.window, path, &error));
  g_assert_no_error (error);
  g_assert_nonnull (kp_test_find_text (kp_test_widget_get (desk.window, "heading"), "scheme.json"));
  read = kp_scheme_json_load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((const KpSchemePost *) g_ptr_array_index (read->posts, 0))->places, ==, 13);
}

/* What is being typed counts. */
static void
test_use (void)
{
  g_auto (Desk) desk = { 0 };
  GtkWidget *entry;

  desk_open (&desk);
  entry = get_entry (find_cell (&desk, POSTS, 0, "招聘人数"));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "13");
  act (&desk, "scheme.use");
  g_assert_nonnull (desk.used);
  kp_test_assert_contains (desk.used, "\"places\": 13");
}

static GtkWindow *
find_dialog (const Desk *desk)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (desk->window))
        return window;
    }
  return NULL;
}

/* Changes are only given up by who says so. */
static void
test_close (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_dup_file (folder, "scheme.json");
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;

  desk_open (&desk);
  type (&desk, POSTS, 0, "招聘人数", "13");
  gtk_window_close (GTK_WINDOW (desk.window));
  kp_test_settle ();
  dialog = find_dialog (&desk);
  g_assert_nonnull (dialog);
  gtk_window_close (dialog);
  kp_test_settle ();
  g_assert_null (find_dialog (&desk));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (desk.window)));
  g_assert_true (kp_scheme_window_save (desk.window, path, &error));
  g_object_ref (desk.window);
  gtk_window_close (GTK_WINDOW (desk.window));
  kp_test_settle ();
  g_assert_null (find_dialog (&desk));
  g_object_unref (desk.window);
  desk_open (&desk);
}

int
main (int argc,
      char *argv[])
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/scheme/every-rule-has-its-cell", test_every_rule_has_its_cell);
  g_test_add_func ("/ui/scheme/find", test_find);
  g_test_add_func ("/ui/scheme/find-by-keys", test_find_by_keys);
  g_test_add_func ("/ui/scheme/help", test_help);
  g_test_add_func ("/ui/scheme/type", test_type);
  g_test_add_func ("/ui/scheme/fault", test_fault);
  g_test_add_func ("/ui/scheme/remove-row", test_remove_row);
  g_test_add_func ("/ui/scheme/add-row", test_add_row);
  g_test_add_func ("/ui/scheme/first-row", test_first_row);
  g_test_add_func ("/ui/scheme/paste", test_paste);
  g_test_add_func ("/ui/scheme/choose", test_choose);
  g_test_add_func ("/ui/scheme/choose-several", test_choose_several);
  g_test_add_func ("/ui/scheme/rule", test_rule);
  g_test_add_func ("/ui/scheme/long-text", test_long_text);
  g_test_add_func ("/ui/scheme/notice-follows", test_notice_follows);
  g_test_add_func ("/ui/scheme/paper", test_paper);
  g_test_add_func ("/ui/scheme/paper-of-text", test_paper_of_text);
  g_test_add_func ("/ui/scheme/save", test_save);
  g_test_add_func ("/ui/scheme/use", test_use);
  g_test_add_func ("/ui/scheme/close", test_close);
  return g_test_run ();
}
