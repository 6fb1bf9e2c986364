/* test-print.c – the forms: made off the main thread, shown as they are, and what happens when they can't be made.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-paper-leaf.h"
#include "kp-print-page.h"
#include "kp-test-window.h"

static KpPrintPage *
open_print (KpTestWindow *t)
{
  kp_test_campaign_register (t->campaign, "A01", 3);
  kp_test_window_open (t);
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.print", NULL);
  return kp_test_window_get (t, "print_page");
}

static gboolean
is_made (gpointer page)
{
  return !g_str_equal (kp_print_page_get_state (page), "working");
}

static gboolean
shows_leaf (gpointer page)
{
  GtkWidget *leaf = kp_test_find_type (page, KP_TYPE_PAPER_LEAF);

  return leaf != NULL && gtk_widget_get_mapped (leaf) && gtk_widget_get_width (leaf) > 0;
}

static void
test_forms (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpPrintPage *page = open_print (t);
  GtkListBox *forms = kp_test_widget_get (page, "forms");

  g_assert_cmpstr (kp_print_page_get_state (page), ==, "choose");
  g_assert_null (kp_print_page_get_bytes (page));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (gtk_list_box_get_row_at_index (forms, 0)), "blocked"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (gtk_list_box_get_row_at_index (forms, 1)), "blocked"));
  g_assert_null (gtk_list_box_get_row_at_index (forms, 2));
}

static guint
count_found (KpPrintPage *page)
{
  GtkListBox *forms = kp_test_widget_get (page, "forms");
  guint n = 0;

  for (int i = 0; gtk_list_box_get_row_at_index (forms, i) != NULL; i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (forms, i)));
  return n;
}

/* By stage, with its name above; found by title, purpose or stage; Enter makes the first that is found. */
static void
test_find (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpPrintPage *page = open_print (t);
  GtkEditable *search = kp_test_widget_get (page, "search");

  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "计划"));
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "聘用"));
  g_assert_cmpuint (count_found (page), ==, 2);
  gtk_editable_set_text (search, " 公告");
  kp_test_settle ();
  g_assert_cmpuint (count_found (page), ==, 1);
  gtk_editable_set_text (search, "签订");
  kp_test_settle ();
  g_assert_cmpuint (count_found (page), ==, 1);
  gtk_editable_set_text (search, "没有这种");
  kp_test_settle ();
  g_assert_cmpuint (count_found (page), ==, 0);
  gtk_editable_set_text (search, "聘用");
  kp_test_settle ();
  g_signal_emit_by_name (search, "activate");
  kp_test_wait (is_made, page);
  g_assert_cmpstr (kp_print_page_get_state (page), ==, "paper");
  g_assert_nonnull (kp_test_find_text (kp_test_widget_get (page, "title"), "劳动合同"));
  g_signal_emit_by_name (search, "stop-search");
  kp_test_settle ();
  g_assert_cmpuint (count_found (page), ==, 2);
}

/* From what is typed to what it found, without a mouse. */
static void
test_find_by_keys (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpPrintPage *page = open_print (t);
  GtkListBox *forms = kp_test_widget_get (page, "forms");
  GtkEditable *search = kp_test_widget_get (page, "search");

  gtk_editable_set_text (search, "没有这种");
  kp_test_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (search));
  kp_test_press (search, GDK_KEY_Down);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (t->window)), GTK_WIDGET (search)));
  gtk_editable_set_text (search, "劳动合同");
  kp_test_settle ();
  kp_test_press (search, GDK_KEY_Down);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (t->window)) == GTK_WIDGET (gtk_list_box_get_row_at_index (forms, 1)));
}

/* Where a page has a search of its own, that is meant. */
static void
test_search_stays (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpPrintPage *page = open_print (t);
  GtkWidget *search = kp_test_widget_get (page, "search");

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (kp_test_widget_get (page, "forms"), 0)));
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (t->window)), search));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.search", NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (t->window)), search));
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "campaign");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.search", NULL);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (kp_test_window_get (t, "pages")), ==, "applications");
}

static void
test_shows_bytes (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpPrintPage *page = open_print (t);

  kp_print_page_make (page, "notice");
  g_assert_cmpstr (kp_print_page_get_state (page), ==, "working");
  kp_test_wait (is_made, page);
  g_assert_cmpstr (kp_print_page_get_state (page), ==, "paper");
  g_assert_true (g_str_has_prefix (g_bytes_get_data (kp_print_page_get_bytes (page), NULL), "%PDF"));
  g_assert_cmpuint (kp_paper_view_get_n_pages (kp_print_page_get_view (page)), ==, 2);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "共2页"));
}

/* White margin, black square: the page that was made, not an empty sheet. */
static void
test_draws (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpPrintPage *page = open_print (t);
  GtkWidget *leaf;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = NULL;
  int width;
  int height;

  kp_print_page_make (page, "notice");
  kp_test_wait (is_made, page);
  kp_test_wait (shows_leaf, page);
  leaf = kp_test_find_type (GTK_WIDGET (page), KP_TYPE_PAPER_LEAF);
  width = gtk_widget_get_width (leaf);
  height = gtk_widget_get_height (leaf);
  paintable = gtk_widget_paintable_new (leaf);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (leaf)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  pixels = g_new0 (guint32, (gsize) width * (gsize) height);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  g_assert_cmphex (pixels[height / 2 * width + width / 2], ==, 0xff000000);
  g_assert_cmphex (pixels[5 * width + width / 2], ==, 0xffffffff);
}

static void
test_fails (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpPrintPage *page = open_print (t);

  t->press = KP_TEST_PRESS_FAILS;
  kp_print_page_make (page, "contracts");
  kp_test_wait (is_made, page);
  g_assert_cmpstr (kp_print_page_get_state (page), ==, "failed");
  g_assert_cmpstr (kp_print_page_get_problem (page), ==, KP_TEST_PRESS_SENTENCE);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), KP_TEST_PRESS_SENTENCE));
  g_assert_null (kp_print_page_get_bytes (page));
}

static void
test_broken (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpPrintPage *page = open_print (t);

  t->press = KP_TEST_PRESS_BROKEN;
  kp_print_page_make (page, "notice");
  kp_test_wait (is_made, page);
  g_assert_cmpstr (kp_print_page_get_state (page), ==, "failed");
  g_assert_null (kp_print_page_get_bytes (page));
}

static void
test_cancel (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpPrintPage *page = open_print (t);

  kp_print_page_make (page, "notice");
  gtk_widget_activate_action (GTK_WIDGET (page), "print.cancel", NULL);
  g_assert_cmpstr (kp_print_page_get_state (page), ==, "choose");
  kp_print_page_make (page, "notice");
  kp_test_wait (is_made, page);
  g_assert_cmpstr (kp_print_page_get_state (page), ==, "paper");
}

static void
test_zoom (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpPrintPage *page = open_print (t);
  KpPaperView *view = kp_print_page_get_view (page);

  kp_print_page_make (page, "notice");
  kp_test_wait (is_made, page);
  g_assert_cmpuint (kp_paper_view_get_zoom (view), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "print.zoom", "i", 1);
  g_assert_cmpuint (kp_paper_view_get_zoom (view), ==, 100);
  gtk_widget_activate_action (GTK_WIDGET (page), "print.zoom", "i", -1);
  g_assert_cmpuint (kp_paper_view_get_zoom (view), ==, 75);
  gtk_widget_activate_action (GTK_WIDGET (page), "print.zoom", "i", 0);
  g_assert_cmpuint (kp_paper_view_get_zoom (view), ==, 0);
}

/* The window goes while a worker makes paper. */
static void
test_close_while_working (void)
{
  KpTestWindow *t = kp_test_window_new ();
  KpPrintPage *page = open_print (t);

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  kp_print_page_make (page, "notice");
  gtk_window_destroy (GTK_WINDOW (t->window));
  for (guint i = 0; i < 1000 && page != NULL; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (page);
  kp_test_campaign_free (t->campaign);
  g_free (t);
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/print/forms", test_forms);
  g_test_add_func ("/ui/print/find-by-keys", test_find_by_keys);
  g_test_add_func ("/ui/print/search-stays", test_search_stays);
  g_test_add_func ("/ui/print/find", test_find);
  g_test_add_func ("/ui/print/shows-bytes", test_shows_bytes);
  g_test_add_func ("/ui/print/draws", test_draws);
  g_test_add_func ("/ui/print/fails", test_fails);
  g_test_add_func ("/ui/print/broken", test_broken);
  g_test_add_func ("/ui/print/cancel", test_cancel);
  g_test_add_func ("/ui/print/zoom", test_zoom);
  g_test_add_func ("/ui/print/close-while-working", test_close_while_working);
  return g_test_run ();
}
