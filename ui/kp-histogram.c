/* kp-histogram.c – how many got which written mark, as columns beside each other.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The number stands above each column: the picture says nothing that isn't written. */
#include "kp-histogram.h"

#include <glib/gi18n-lib.h>

#include "kp-mark.h"

#define N_COLUMNS 10
#define POINTS 10 /* that a column stands for, where marks go up to a hundred */
#define HEIGHT 70

/* ---- a column ---- */

#define KP_TYPE_HISTOGRAM_COLUMN (kp_histogram_column_get_type ())
G_DECLARE_FINAL_TYPE (KpHistogramColumn, kp_histogram_column, KP, HISTOGRAM_COLUMN, GtkWidget)

struct _KpHistogramColumn
{
  GtkWidget parent_instance;

  guint n;
  guint of;
};

G_DEFINE_FINAL_TYPE (KpHistogramColumn, kp_histogram_column, GTK_TYPE_WIDGET)

static void
kp_histogram_column_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot)
{
  KpHistogramColumn *self = KP_HISTOGRAM_COLUMN (widget);
  const int height = gtk_widget_get_height (widget);
  const int filled = self->of > 0 ? (int) (((gint64) height * self->n + self->of - 1) / self->of) : 0;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, (float) (height - filled), (float) gtk_widget_get_width (widget),
                                                  (float) filled));
}

static void
kp_histogram_column_class_init (KpHistogramColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = kp_histogram_column_snapshot;
  gtk_widget_class_set_css_name (widget_class, "funnelbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kp_histogram_column_init (KpHistogramColumn *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, HEIGHT);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/* ---- the histogram ---- */

struct _KpHistogram
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (KpHistogram, kp_histogram, ADW_TYPE_BIN)

static void
kp_histogram_class_init (KpHistogramClass *klass G_GNUC_UNUSED)
{
}

static void
kp_histogram_init (KpHistogram *self G_GNUC_UNUSED)
{
}

/* Gives the points of a column: papers together may go beyond a hundred. */
static guint
count_marks (KpApplicationIndex *index,
             guint counts[N_COLUMNS])
{
  const guint n = kp_application_index_get_n_lines (index);
  gint64 most = 0;
  gint64 points;

  for (guint i = 0; i < n; i++)
    most = MAX (most, kp_application_index_get_line (index, i)->written);
  points = POINTS * MAX (1, (most + KP_MARK (100, 0) - 1) / KP_MARK (100, 0));
  for (guint i = 0; i < n; i++)
    {
      const gint64 mark = kp_application_index_get_line (index, i)->written;

      if (mark != KP_NO_INT && mark >= 0)
        counts[MIN (mark / (points * KP_MARK (1, 0)), N_COLUMNS - 1)]++;
    }
  return (guint) points;
}

static GtkWidget *
make_caption (char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  g_free (text);
  return label;
}

/** kp_histogram_show: of those of @campaign who have a written mark; nothing as long as nobody has. */
void
kp_histogram_show (KpHistogram *histogram,
                   KpCampaign *campaign)
{
  guint counts[N_COLUMNS] = { 0 };
  const guint points = count_marks (kp_campaign_get_index (campaign), counts);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = gtk_label_new (_("Written marks"));
  guint most = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    most = MAX (most, counts[i]);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 3);
  gtk_grid_attach (GTK_GRID (grid), title, 0, 0, N_COLUMNS, 1);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      KpHistogramColumn *column = g_object_new (KP_TYPE_HISTOGRAM_COLUMN, NULL);

      column->n = counts[i];
      column->of = most;
      gtk_grid_attach (GTK_GRID (grid), make_caption (g_strdup_printf ("%u", counts[i])), (int) i, 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (column), (int) i, 2, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_caption (g_strdup_printf ("%u+", i * points)), (int) i, 3, 1, 1);
    }
  adw_bin_set_child (ADW_BIN (histogram), grid);
  gtk_widget_set_visible (GTK_WIDGET (histogram), most > 0);
}
