/* test-figures.c – the pictures of the manual show the window as it is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each picture of app/help/zh_CN/figures is drawn anew and laid beside the one that is shipped: where they differ by more than
 * what another version of a font or a theme does, the manual has aged. Then draw them again:
 *
 *     KAOPIN_FIGURES=app/help/zh_CN/figures xvfb-run -a meson test -C build ui-figures */
#include "kp-bench-record.h"
#include "kp-test-window.h"
#include "kp-test.h"

#define WIDTH 1000
#define HEIGHT 640
#define N_PEOPLE 300
#define N_ACROSS 20
#define N_DOWN 16
#define MOST_DIFFERENCE 4 /* of 255, of the mean of one field */
#define MOST_FIELDS 10    /* of N_ACROSS × N_DOWN: a cursor, a day of the calendar */

static const struct
{
  const char *path;
  const char *page; /* and the file's name */
} figures[] = {
  { "/ui/figures/overview", "campaign" },
  { "/ui/figures/applications", "applications" },
  { "/ui/figures/marks", "marks" },
};

static gboolean
is_open (gpointer data)
{
  return kp_window_get_campaign (data) != NULL && !kp_window_is_working (data);
}

static gboolean
is_turning (GtkWidget *widget,
            gconstpointer data)
{
  (void) data;
  return GTK_IS_SPINNER (widget) && gtk_widget_get_mapped (widget) && gtk_spinner_get_spinning (GTK_SPINNER (widget));
}

/* A page reads by itself what it shows, after the window is done. */
static gboolean
is_filled (gpointer data)
{
  return is_open (data) && kp_test_find (data, is_turning, NULL) == NULL;
}

/* What the window shows; NULL before its first frame. */
typedef struct
{
  GtkWidget *window;
  GskRenderNode *node;
} Picture;

static gboolean
take (gpointer data)
{
  Picture *picture = data;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (picture->window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (picture->window), gtk_widget_get_height (picture->window));
  picture->node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  return picture->node != NULL;
}

static GdkTexture *
draw (GtkWidget *window)
{
  Picture picture = { window, NULL };
  g_autoptr (GskRenderNode) node = NULL;

  kp_test_wait (take, &picture);
  node = picture.node;
  return gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (window)), node,
      &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (window), (float) gtk_widget_get_height (window)));
}

/* The mean brightness of each field. */
static void
measure (GdkTexture *texture, guint fields[N_ACROSS * N_DOWN])
{
  const guint width = (guint) gdk_texture_get_width (texture);
  const guint height = (guint) gdk_texture_get_height (texture);
  g_autofree guint8 *pixels = g_new0 (guint8, (gsize) width * height * 4);

  gdk_texture_download (texture, pixels, (gsize) width * 4);
  for (guint i = 0; i < N_ACROSS * N_DOWN; i++)
    {
      const guint left = i % N_ACROSS * (width / N_ACROSS);
      const guint top = i / N_ACROSS * (height / N_DOWN);
      guint64 sum = 0;

      for (guint y = top; y < top + height / N_DOWN; y++)
        for (guint x = left; x < left + width / N_ACROSS; x++)
          sum += pixels[((gsize) y * width + x) * 4 + 1];
      fields[i] = (guint) (sum / ((guint64) (width / N_ACROSS) * (height / N_DOWN)));
    }
}

static void
check_same (GdkTexture *shipped, GdkTexture *drawn, const char *name)
{
  guint before[N_ACROSS * N_DOWN];
  guint now[N_ACROSS * N_DOWN];
  guint n_differ = 0;

  g_assert_cmpint (gdk_texture_get_width (shipped), ==, gdk_texture_get_width (drawn));
  g_assert_cmpint (gdk_texture_get_height (shipped), ==, gdk_texture_get_height (drawn));
  measure (shipped, before);
  measure (drawn, now);
  for (guint i = 0; i < N_ACROSS * N_DOWN; i++)
    n_differ += MAX (before[i], now[i]) - MIN (before[i], now[i]) > MOST_DIFFERENCE;
  g_test_message ("%s: %u of %u fields differ", name, n_differ, N_ACROSS * N_DOWN);
  if (n_differ > MOST_FIELDS)
    g_error ("the manual's picture %s has aged: %u of %u fields differ; tests/ui/test-figures.c tells how to draw it again", name,
             n_differ, N_ACROSS * N_DOWN);
}

static void
test_figure (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  const char *folder = g_getenv ("KAOPIN_FIGURES");
  g_autoptr (KpTestCampaign) record = kp_bench_record_new (KP_DATABASE_SQLITE, N_PEOPLE);
  KpTestWindow t = { .campaign = NULL };
  g_autofree char *name = g_strconcat (figures[i].page, ".png", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL)
                                         : g_test_build_filename (G_TEST_DIST, "..", "app", "help", "zh_CN", "figures", name, NULL);
  g_autoptr (GdkTexture) drawn = NULL;

  t.window = kp_window_new (NULL, &t.source, &t.works);
  gtk_window_set_default_size (GTK_WINDOW (t.window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (t.window), FALSE);
  gtk_window_present (GTK_WINDOW (t.window));
  kp_window_open (t.window, record->database->location, NULL, "tester");
  kp_test_wait (is_open, t.window);
  gtk_widget_activate_action (GTK_WIDGET (t.window), "win.page", "s", figures[i].page);
  kp_test_wait (is_filled, t.window);
  kp_test_settle ();
  gtk_window_set_focus (GTK_WINDOW (t.window), NULL);
  kp_test_wait (is_filled, t.window);
  kp_test_settle ();
  drawn = draw (GTK_WIDGET (t.window));
  if (folder != NULL)
    {
      g_assert_true (gdk_texture_save_to_png (drawn, path));
    }
  else
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkTexture) shipped = gdk_texture_new_from_filename (path, &error);

      g_assert_no_error (error);
      check_same (shipped, drawn, name);
    }
  gtk_window_destroy (GTK_WINDOW (t.window));
  kp_test_settle ();
}

/* The application's own: no test of single widgets needs it. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/kaopin/Kaopin/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  kp_test_window_start (&argc, &argv);
  load_style ();
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_test_add_data_func (figures[i].path, GUINT_TO_POINTER (i), test_figure);
  return g_test_run ();
}
