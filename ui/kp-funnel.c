/* kp-funnel.c – how many people are left after each stage, as bars below each other.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The number stands beside each bar: the picture says nothing that isn't written. */
#include "kp-funnel.h"

#include <glib/gi18n-lib.h>

/* ---- a bar ---- */

#define KP_TYPE_FUNNEL_BAR (kp_funnel_bar_get_type ())
G_DECLARE_FINAL_TYPE (KpFunnelBar, kp_funnel_bar, KP, FUNNEL_BAR, GtkWidget)

struct _KpFunnelBar
{
  GtkWidget parent_instance;

  guint n;
  guint of;
};

G_DEFINE_FINAL_TYPE (KpFunnelBar, kp_funnel_bar, GTK_TYPE_WIDGET)

/* In the colour of the theme, from its side: the eye compares the ends. */
static void
kp_funnel_bar_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  KpFunnelBar *self = KP_FUNNEL_BAR (widget);
  const int width = gtk_widget_get_width (widget);
  const float filled = self->of > 0 ? (float) (((gint64) width * self->n + self->of - 1) / self->of) : 0;
  const gboolean is_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_LTR;
  GskRoundedRect bar;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (is_left ? 0 : (float) width - filled, 0, filled,
                                                              (float) gtk_widget_get_height (widget)), 3);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, &color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
kp_funnel_bar_class_init (KpFunnelBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = kp_funnel_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "funnelbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
kp_funnel_bar_init (KpFunnelBar *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

/* ---- the funnel ---- */

struct _KpFunnel
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (KpFunnel, kp_funnel, ADW_TYPE_BIN)

typedef struct
{
  const char *property; /* of KpPostRow */
  const char *label;
} Step;

static const Step steps[] = {
  { "applied", N_("Applied for") },      { "passed", N_("Found fit") },  { "seated", N_("With a seat") },
  { "shortlisted", N_("On the shortlist") }, { "interviewed", N_("Heard") }, { "hired", N_("Hired") },
};

static void
kp_funnel_class_init (KpFunnelClass *klass G_GNUC_UNUSED)
{
}

static void
kp_funnel_init (KpFunnel *self G_GNUC_UNUSED)
{
}

static guint
get_count (KpPostRow *sums,
           const char *property)
{
  g_autofree char *text = NULL;

  g_object_get (sums, property, &text, NULL);
  return (guint) g_ascii_strtoull (text, NULL, 10);
}

static void
add_step (GtkGrid *grid,
          int row,
          const Step *step,
          KpPostRow *sums)
{
  const guint n = get_count (sums, step->property);
  const gboolean is_last = row + 1 == G_N_ELEMENTS (steps);
  g_autofree char *number
      = is_last ? g_strdup_printf ("%u/%u", n, get_count (sums, "plan")) : g_strdup_printf ("%u", n);
  GtkWidget *label = gtk_label_new (_(step->label));
  GtkWidget *count = gtk_label_new (number);
  KpFunnelBar *bar = g_object_new (KP_TYPE_FUNNEL_BAR, NULL);

  bar->n = n;
  bar->of = MAX (get_count (sums, steps[0].property), 1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (count), 1);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "numeric");
  if (is_last)
    gtk_widget_set_tooltip_text (count, _("Hired, of the planned places"));
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (bar), 1, row, 1, 1);
  gtk_grid_attach (grid, count, 2, row, 1, 1);
}

/** kp_funnel_show: the sums of all posts; nothing as long as nobody has applied. */
void
kp_funnel_show (KpFunnel *funnel,
                KpPostRow *sums)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    add_step (GTK_GRID (grid), (int) i, &steps[i], sums);
  adw_bin_set_child (ADW_BIN (funnel), grid);
  gtk_widget_set_visible (GTK_WIDGET (funnel), get_count (sums, steps[0].property) > 0);
}
