/* test-people.c – the list of applications and one of them: rows, search, filters, order, findings.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-application-list.h"
#include "kp-application-page.h"
#include "kp-applications-page.h"
#include "kp-fact.h"
#include "kp-line-row.h"
#include "kp-step-photo.h"
#include "kp-test-window.h"

#define N_PEOPLE 24

static KpTestWindow *
open_people (gboolean seats)
{
  KpTestWindow *t = kp_test_window_new ();

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_register (t->campaign, "B01", N_PEOPLE);
  if (seats)
    kp_test_campaign_seat (t->campaign);
  kp_test_window_open (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "applications");
  return t;
}

static KpApplicationList *
get_list (KpTestWindow *t)
{
  return kp_applications_page_get_list (kp_test_window_get (t, "applications_page"));
}

static guint
count (KpTestWindow *t)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_list (t)));
}

static char *
dup_value (KpTestWindow *t,
           guint position,
           const char *property)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (get_list (t)), position);
  char *value = NULL;

  g_assert_nonnull (row);
  g_object_get (row, property, &value, NULL);
  return value;
}

static void
test_rows (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);

  g_assert_cmpuint (count (t), ==, 2 * N_PEOPLE);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (t->window), "000001"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (t->window), "张一"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (t->window), "48人"));
}

static void
test_same_object (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  g_autoptr (GObject) a = g_list_model_get_item (G_LIST_MODEL (get_list (t)), 5);
  g_autoptr (GObject) b = g_list_model_get_item (G_LIST_MODEL (get_list (t)), 5);

  g_assert_true (a == b);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (get_list (t)), 2 * N_PEOPLE));
}

static void
test_masked (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  g_autofree char *id_number = dup_value (t, 0, "id-number");

  g_assert_true (g_str_has_prefix (id_number, "110101********"));
  g_assert_cmpuint (strlen (id_number), ==, 18);
}

typedef struct
{
  guint n_gone;
  guint n_come;
  guint n_signals;
  guint n; /* shown after each signal */
} Changes;

static void
on_items_changed (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  Changes *changes)
{
  changes->n = changes->n - removed + added;
  g_assert_cmpuint (position + added, <=, changes->n);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, changes->n);
  changes->n_gone += removed;
  changes->n_come += added;
  changes->n_signals++;
}

static void
note_change (guint *n)
{
  ++*n;
}

/* Rows stand for places: they show others, and only those at the end go. So a view builds nothing. */
static void
test_signals (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (get_list (t)), 0);
  g_autoptr (GObject) after = NULL;
  g_autofree char *number = NULL;
  Changes changes = { .n = 2 * N_PEOPLE };
  guint n_changed = 0;

  g_signal_connect (get_list (t), "items-changed", G_CALLBACK (on_items_changed), &changes);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (note_change), &n_changed);
  kp_application_list_set_post (get_list (t), "B01");
  g_assert_cmpuint (changes.n_signals, ==, 1);
  g_assert_cmpuint (changes.n_gone, ==, N_PEOPLE);
  g_assert_cmpuint (changes.n_come, ==, 0);
  g_assert_cmpuint (n_changed, ==, 1);
  number = dup_value (t, 0, "number");
  g_assert_cmpstr (number, ==, "000025");
  after = g_list_model_get_item (G_LIST_MODEL (get_list (t)), 0);
  g_assert_true (after == row);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (t->window), "000025"));
  g_assert_null (kp_test_find_text (GTK_WIDGET (t->window), "000001"));
}

/* What was selected were people, not places. */
static void
test_selection_goes (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  GtkSelectionModel *selection = kp_test_widget_get (kp_test_window_get (t, "applications_page"), "selection");

  gtk_selection_model_select_item (selection, 3, TRUE);
  g_assert_true (gtk_selection_model_is_selected (selection, 3));
  kp_application_list_set_post (get_list (t), "B01");
  g_assert_false (gtk_selection_model_is_selected (selection, 3));
}

typedef struct
{
  KpTestWindow *t;
  guint n;
} Expected;

static gboolean
is_counted (gpointer data)
{
  const Expected *expected = data;

  return count (expected->t) == expected->n;
}

#define N_MANY 150

static KpTestWindow *
open_many (void)
{
  KpTestWindow *t = kp_test_window_new ();
  Expected all = { t, 2 * N_MANY };

  kp_test_campaign_register (t->campaign, "A01", N_MANY);
  kp_test_campaign_register (t->campaign, "B01", N_MANY);
  kp_test_window_open (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "applications");
  g_assert_cmpuint (count (t), <, 2 * N_MANY);
  kp_test_wait (is_counted, &all);
  return t;
}

/* Many rows come and go by and by; how many fit is known at once, and a place that is about to go is empty. */
static void
test_steps (void)
{
  g_autoptr (KpTestWindow) t = open_many ();
  g_autoptr (GObject) last = g_list_model_get_item (G_LIST_MODEL (get_list (t)), N_MANY + 60);
  g_autofree char *name = NULL;
  Expected half = { t, N_MANY };
  Changes changes = { .n = 2 * N_MANY };

  g_signal_connect (get_list (t), "items-changed", G_CALLBACK (on_items_changed), &changes);
  kp_application_list_set_post (get_list (t), "B01");
  g_assert_cmpuint (kp_application_list_count (get_list (t)), ==, N_MANY);
  g_assert_cmpuint (count (t), >, N_MANY);
  g_object_get (last, "name", &name, NULL);
  g_assert_null (name);
  g_assert_null (kp_application_list_get_application (get_list (t), N_MANY));
  kp_test_wait (is_counted, &half);
  g_assert_cmpuint (changes.n_signals, >, 2);
}

typedef struct
{
  const char *path;
  const char *search;
  guint n_found;
} Search;

static const Search searches[] = {
  { "/ui/people/search/name", "张一", 1 },          { "/ui/people/search/surname", "张", 48 },
  { "/ui/people/search/number", "000048", 1 },      { "/ui/people/search/nobody", "李四", 0 },
  { "/ui/people/search/blank", "   ", 48 },         { "/ui/people/search/part", "00004", 11 },
  { "/ui/people/search/pinyin", "zhang", 48 },      { "/ui/people/search/number-or-phone", "000002", 2 },
  { "/ui/people/search/other-pinyin", "lisi", 0 },  { "/ui/people/search/short-digits", "139", 0 },
};

static void
test_search (gconstpointer data)
{
  const Search *search = data;
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  GObject *page = kp_test_window_get (t, "applications_page");
  Expected expected = { t, search->n_found };

  kp_application_list_set_post (get_list (t), "C01");
  g_assert_cmpuint (count (t), ==, 0);
  kp_application_list_set_post (get_list (t), NULL);
  gtk_editable_set_text (kp_test_widget_get (page, "search"), search->search);
  kp_test_wait (is_counted, &expected);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (kp_test_widget_get (page, "stack")), ==,
                   search->n_found > 0 ? "rows" : "none");
}

static void
test_search_id_tail (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (t->campaign);
  const char *id_number = kp_roster_get_dossier (roster, 7)->person->id_number;

  kp_application_list_set_search (get_list (t), id_number + 4);
  g_assert_cmpuint (count (t), ==, 1);
  g_assert_cmpstr (kp_application_list_get_application (get_list (t), 0), ==, "000008");
}

static void
test_search_ticket (void)
{
  g_autoptr (KpTestWindow) t = open_people (TRUE);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (t->campaign);
  const KpDossier *dossier = kp_roster_get_dossier (roster, 3);

  g_assert_nonnull (dossier->seat);
  kp_application_list_set_search (get_list (t), dossier->seat->ticket);
  g_assert_cmpuint (count (t), ==, 1);
  g_assert_cmpstr (kp_application_list_get_application (get_list (t), 0), ==, dossier->application->application);
}

static void
test_filters (void)
{
  g_autoptr (KpTestWindow) t = open_people (TRUE);
  GObject *page = kp_test_window_get (t, "applications_page");

  gtk_drop_down_set_selected (kp_test_widget_get (page, "review"), 2);
  g_assert_cmpuint (count (t), ==, 0);
  gtk_drop_down_set_selected (kp_test_widget_get (page, "review"), 0);
  g_assert_cmpuint (count (t), ==, 2 * N_PEOPLE);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.show-post", "s", "B01");
  g_assert_cmpuint (count (t), ==, N_PEOPLE);
}

static void
sort_by (KpTestWindow *t,
         guint column,
         GtkSortType order)
{
  GtkColumnView *view = kp_test_widget_get (kp_test_window_get (t, "applications_page"), "view");
  g_autoptr (GtkColumnViewColumn) sorted = g_list_model_get_item (gtk_column_view_get_columns (view), column);

  gtk_column_view_sort_by_column (view, sorted, order);
}

static void
test_order (void)
{
  g_autoptr (KpTestWindow) t = open_people (TRUE);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  sort_by (t, 0, GTK_SORT_DESCENDING);
  g_assert_cmpstr (kp_application_list_get_application (get_list (t), 0), ==, "000048");
  sort_by (t, 6, GTK_SORT_ASCENDING);
  g_assert_false (kp_application_list_is_busy (get_list (t)));
  first = dup_value (t, 0, "ticket");
  last = dup_value (t, 2 * N_PEOPLE - 1, "ticket");
  g_assert_cmpstr (first, <, last);
}

static KpApplicationsPage *
get_page (KpTestWindow *t)
{
  return kp_test_window_get (t, "applications_page");
}

static void
test_search_phone (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (t->campaign);
  Expected expected = { t, 1 };

  kp_application_list_set_search (get_list (t), kp_roster_get_dossier (roster, 3)->person->phone);
  kp_test_wait (is_counted, &expected);
  g_assert_cmpstr (kp_application_list_get_application (get_list (t), 0), ==, "000004");
}

static void
add_names (KpTestWindow *t)
{
  static const char *const names[] = { "曾伟", "丁一", "单雄信", "仇英" };
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autofree char *made = kp_test_campaign_make_rows (t->campaign, "A01", G_N_ELEMENTS (names));
  g_auto (GStrv) lines = g_strsplit (made, "\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (rows, "%s%s\n", names[i], strchr (lines[i], ','));
  kp_test_campaign_register_rows (t->campaign, rows->str, G_N_ELEMENTS (names));
}

static char *
dup_names (KpTestWindow *t)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < count (t); i++)
    {
      g_autofree char *name = dup_value (t, i, "name");

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* By pinyin with the readings of surnames, or by strokes, as official lists do. */
static void
test_name_order (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  g_autofree char *by_pinyin = NULL;
  g_autofree char *by_strokes = NULL;

  add_names (t);
  kp_test_window_open (t);
  sort_by (t, 1, GTK_SORT_ASCENDING);
  kp_application_list_set_search (get_list (t), "sXx");
  g_assert_cmpuint (count (t), ==, 1);
  kp_application_list_set_search (get_list (t), NULL);
  by_pinyin = dup_names (t);
  g_assert_cmpstr (by_pinyin, ==, "丁一 仇英 单雄信 曾伟");
  gtk_widget_activate_action (GTK_WIDGET (get_page (t)), "list.name-order", "s", "strokes");
  by_strokes = dup_names (t);
  g_assert_cmpstr (by_strokes, ==, "丁一 仇英 单雄信 曾伟");
  sort_by (t, 1, GTK_SORT_DESCENDING);
  g_clear_pointer (&by_strokes, g_free);
  by_strokes = dup_names (t);
  g_assert_cmpstr (by_strokes, ==, "曾伟 单雄信 仇英 丁一");
}

/* What is seen: the columns that are shown, masked as there; the selected rows, or all. */
static void
test_copy (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  GtkSelectionModel *selection = kp_test_widget_get (get_page (t), "selection");
  g_auto (GStrv) lines = NULL;
  g_autofree char *all = NULL;
  g_autofree char *two = NULL;

  for (guint i = 3; i < 11; i++)
    {
      g_autofree char *action = g_strdup_printf ("list.column-%u", i);

      gtk_widget_activate_action (GTK_WIDGET (get_page (t)), action, NULL);
    }
  gtk_selection_model_select_range (selection, 0, 2, TRUE);
  two = kp_applications_page_dup_table (get_page (t));
  g_assert_cmpstr (two, ==, "报名序号\t姓名\t性别\n000001\t张一\t女\n000002\t张丁\t女\n");
  gtk_selection_model_unselect_all (selection);
  all = kp_applications_page_dup_table (get_page (t));
  lines = g_strsplit (all, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2 * N_PEOPLE + 2);
}

static gboolean
is_saved (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_save (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  g_autofree char *path = g_strconcat (t->campaign->database->location, "-list.csv", NULL);
  g_autofree char *text = NULL;

  kp_application_list_set_search (get_list (t), "张丁");
  kp_applications_page_save (get_page (t), path);
  kp_test_wait (is_saved, path);
  kp_test_settle ();
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "000002"));
  g_assert_null (strstr (text, "000003"));
  g_assert_nonnull (strstr (text, "********"));
}

/* ---- one person ---- */

static gboolean
is_read (gpointer page)
{
  return !kp_application_page_is_busy (page);
}

static KpApplicationPage *
activate (KpTestWindow *t,
          guint position)
{
  GObject *page = kp_test_window_get (t, "applications_page");

  g_signal_emit_by_name (kp_test_widget_get (page, "view"), "activate", position);
  kp_test_wait (is_read, kp_test_window_get (t, "application_page"));
  return kp_test_window_get (t, "application_page");
}

static void
test_activate (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  KpApplicationPage *page = activate (t, 2);

  g_assert_cmpstr (kp_application_page_get_application (page), ==, "000003");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (kp_test_window_get (t, "people")), ==, "application");
  g_assert_true (gtk_widget_get_visible (kp_test_window_get (t, "back")));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.back", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (kp_test_window_get (t, "people")), ==, "list");
}

static void
test_findings (void)
{
  g_autoptr (KpTestWindow) t = open_people (TRUE);
  KpApplicationPage *page = activate (t, 0);
  GtkWidget *findings = kp_test_widget_get (page, "findings");

  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (page, "findings_box")));
  g_assert_nonnull (kp_test_find_text (findings, "年龄"));
  g_assert_nonnull (kp_test_find_text (findings, "符合"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "合格"));
}

/* The first has a photo, the second none. */
static void
test_photo (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_photo_row_free);
  g_autoptr (GBytes) file = g_bytes_new_static ("picture", 7);
  g_autoptr (GError) error = NULL;
  KpPhotoRow *row = kp_photo_row_new ("000001");
  KpPhotoTally tally;
  GtkWidget *photo;

  row->jpeg = t->works.make_photo (file, &row->width, &row->height, &error);
  g_ptr_array_add (rows, row);
  kp_step_take_photos (t->campaign->session, rows, FALSE, &tally, &error);
  g_assert_no_error (error);
  photo = kp_test_widget_get (activate (t, 0), "photo");
  g_assert_true (gtk_widget_get_visible (photo));
  g_assert_nonnull (gtk_picture_get_paintable (GTK_PICTURE (photo)));
  activate (t, 1);
  g_assert_false (gtk_widget_get_visible (photo));
}

static void
test_no_findings (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  KpApplicationPage *page = activate (t, 0);

  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (page, "findings_box")));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "未审查"));
}

static void
test_derivation (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpApplicationPage *page;
  GtkWidget *lines;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (t->campaign);
  kp_test_campaign_mark (t->campaign, 6500);
  kp_test_window_open (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "applications");
  page = activate (t, 0);
  lines = kp_test_widget_get (page, "lines");
  g_assert_nonnull (kp_test_find_text (lines, "笔试登分 · 综合能力测试"));
  g_assert_nonnull (kp_test_find_text (lines, "65.00"));
  g_assert_null (kp_test_find_text (lines, "资格审查"));
}

static void
test_neighbours (void)
{
  g_autoptr (KpTestWindow) t = open_people (FALSE);
  KpApplicationPage *page = activate (t, 0);

  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.previous", NULL);
  g_assert_cmpstr (kp_application_page_get_application (page), ==, "000001");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.next", NULL);
  g_assert_cmpstr (kp_application_page_get_application (page), ==, "000002");
  /* The order of the list is the order of the people. */
  sort_by (t, 0, GTK_SORT_DESCENDING);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.next", NULL);
  g_assert_cmpstr (kp_application_page_get_application (page), ==, "000001");
  kp_test_wait (is_read, page);
}

static void
check_private (GtkWidget *widget,
               gpointer data)
{
  const KpPersonRecord *person = data;
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";

  g_assert_null (g_strstr_len (text, -1, person->id_number));
  g_assert_null (g_strstr_len (text, -1, person->phone));
}

static void
test_private (void)
{
  g_autoptr (KpTestWindow) t = open_people (TRUE);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (t->campaign);
  KpApplicationPage *page = activate (t, 0);

  kp_test_each (GTK_WIDGET (page), check_private, (gpointer) kp_roster_get_dossier (roster, 0)->person);
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/people/rows", test_rows);
  g_test_add_func ("/ui/people/same-object", test_same_object);
  g_test_add_func ("/ui/people/masked", test_masked);
  g_test_add_func ("/ui/people/signals", test_signals);
  g_test_add_func ("/ui/people/selection-goes", test_selection_goes);
  g_test_add_func ("/ui/people/steps", test_steps);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    g_test_add_data_func (searches[i].path, &searches[i], test_search);
  g_test_add_func ("/ui/people/search/id-tail", test_search_id_tail);
  g_test_add_func ("/ui/people/search/ticket", test_search_ticket);
  g_test_add_func ("/ui/people/search/phone", test_search_phone);
  g_test_add_func ("/ui/people/name-order", test_name_order);
  g_test_add_func ("/ui/people/copy", test_copy);
  g_test_add_func ("/ui/people/save", test_save);
  g_test_add_func ("/ui/people/filters", test_filters);
  g_test_add_func ("/ui/people/order", test_order);
  g_test_add_func ("/ui/people/activate", test_activate);
  g_test_add_func ("/ui/people/findings", test_findings);
  g_test_add_func ("/ui/people/photo", test_photo);
  g_test_add_func ("/ui/people/no-findings", test_no_findings);
  g_test_add_func ("/ui/people/derivation", test_derivation);
  g_test_add_func ("/ui/people/neighbours", test_neighbours);
  g_test_add_func ("/ui/people/private", test_private);
  return g_test_run ();
}
