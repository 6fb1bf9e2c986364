/* kp-text-cell.c – a short text in a long table, cheaper than a label.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column view keeps two hundred rows, of which some twenty are seen. Labels would measure and shape all of their texts
 * whenever the list is filtered. A cell asks for no width (its column has one), is as high as every other, and shapes its
 * text only where it is drawn. Cells more than a page above or below what is seen stay blank. GTK keeps what a widget drew
 * and moves it, so when half a page is scrolled all blank ones are asked again: before they come into sight. */
#include "kp-text-cell.h"

#include <math.h>

#define SAMPLE "国Ég䶮" /* as high as a line can be */

struct _KpTextCellGroup
{
  GtkWidget *view;  /* (nullable): scrolls; borrowed */
  GPtrArray *cells; /* (element-type KpTextCell): that there are; borrowed */
  int height;       /* of a line in pixels; 0 = not measured yet */
  double at;        /* where the view stood when blank cells were last asked */
};

struct _KpTextCell
{
  GtkWidget parent_instance;

  KpTextCellGroup *group;
  char *text;
  PangoLayout *layout; /* (nullable): while the text is drawn */
  float xalign;
  PangoEllipsizeMode ellipsize;
  gboolean is_blank;
};

G_DEFINE_FINAL_TYPE (KpTextCell, kp_text_cell, GTK_TYPE_WIDGET)

/* ---- the cells of a table ---- */

/** kp_text_cell_group_new: for a table in @view, which scrolls. (transfer full) */
KpTextCellGroup *
kp_text_cell_group_new (GtkWidget *view)
{
  KpTextCellGroup *group = g_rc_box_new0 (KpTextCellGroup);

  group->cells = g_ptr_array_new ();
  g_set_weak_pointer (&group->view, view);
  return group;
}

static void
clear_group (gpointer data)
{
  KpTextCellGroup *group = data;

  g_clear_weak_pointer (&group->view);
  g_ptr_array_unref (group->cells);
}

/** kp_text_cell_group_unref: its cells hold it too. */
void
kp_text_cell_group_unref (KpTextCellGroup *group)
{
  g_rc_box_release_full (group, clear_group);
}

static void
ask_blank (KpTextCellGroup *group)
{
  for (guint i = 0; i < group->cells->len; i++)
    {
      KpTextCell *cell = g_ptr_array_index (group->cells, i);

      if (cell->is_blank)
        gtk_widget_queue_draw (GTK_WIDGET (cell));
    }
}

static void
on_scrolled (GtkAdjustment *adjustment,
             gpointer data)
{
  KpTextCellGroup *group = data;
  const double at = gtk_adjustment_get_value (adjustment);

  if (fabs (at - group->at) < gtk_adjustment_get_page_size (adjustment) / 2)
    return;
  group->at = at;
  ask_blank (group);
}

/* The view grew, or the list. */
static void
on_resized (GtkAdjustment *adjustment,
            gpointer data)
{
  KpTextCellGroup *group = data;

  group->at = gtk_adjustment_get_value (adjustment);
  ask_blank (group);
}

static void
forget_group (gpointer group,
              GClosure *closure G_GNUC_UNUSED)
{
  kp_text_cell_group_unref (group);
}

/** kp_text_cell_group_watch: @adjustment is the one by which the view scrolls up and down. */
void
kp_text_cell_group_watch (KpTextCellGroup *group,
                          GtkAdjustment *adjustment)
{
  g_signal_connect_data (adjustment, "value-changed", G_CALLBACK (on_scrolled), g_rc_box_acquire (group), forget_group, 0);
  g_signal_connect_data (adjustment, "changed", G_CALLBACK (on_resized), g_rc_box_acquire (group), forget_group, 0);
}

static int
get_height (KpTextCellGroup *group)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (group->height > 0 || group->view == NULL)
    return group->height;
  layout = gtk_widget_create_pango_layout (group->view, SAMPLE);
  pango_layout_get_pixel_size (layout, NULL, &group->height);
  return group->height;
}

/* ---- a cell ---- */

static void
kp_text_cell_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size G_GNUC_UNUSED,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline G_GNUC_UNUSED,
                      int *natural_baseline G_GNUC_UNUSED)
{
  KpTextCell *self = KP_TEXT_CELL (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? get_height (self->group) : 0;
}

/* Within a page of what is seen. */
static gboolean
is_near (KpTextCell *self)
{
  GtkWidget *view = self->group->view;
  const double page = view != NULL ? gtk_widget_get_height (view) : 0;
  graphene_point_t at;

  return view != NULL && gtk_widget_compute_point (GTK_WIDGET (self), view, graphene_point_zero (), &at)
         && (double) at.y >= -page && (double) at.y <= 2 * page;
}

static void
kp_text_cell_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  KpTextCell *self = KP_TEXT_CELL (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  const int width = gtk_widget_get_width (widget);
  int text_width = 0, text_height = 0;
  double x = 0;

  self->is_blank = self->text != NULL && !is_near (self);
  if (self->text == NULL || self->is_blank)
    return;
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (widget, self->text);
      pango_layout_set_ellipsize (self->layout, self->ellipsize);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, &text_width, &text_height);
  if (text_width < width)
    x = self->xalign * (float) (width - text_width);
  pango_layout_set_width (self->layout, text_width < width ? -1 : width * PANGO_SCALE);
  gtk_snapshot_render_layout (snapshot, style, x, (gtk_widget_get_height (widget) - text_height) / 2, self->layout);
}

/* Another font, or another direction. */
static void
kp_text_cell_css_changed (GtkWidget *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kp_text_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&KP_TEXT_CELL (widget)->layout);
  KP_TEXT_CELL (widget)->group->height = 0;
}

static void
kp_text_cell_finalize (GObject *object)
{
  KpTextCell *self = KP_TEXT_CELL (object);

  g_ptr_array_remove_fast (self->group->cells, self);
  kp_text_cell_group_unref (self->group);
  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (kp_text_cell_parent_class)->finalize (object);
}

static void
kp_text_cell_class_init (KpTextCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kp_text_cell_finalize;
  widget_class->measure = kp_text_cell_measure;
  widget_class->snapshot = kp_text_cell_snapshot;
  widget_class->css_changed = kp_text_cell_css_changed;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
kp_text_cell_init (KpTextCell *self G_GNUC_UNUSED)
{
}

/** kp_text_cell_new: an empty one of a table; numbers have an @xalign of 1. */
GtkWidget *
kp_text_cell_new (KpTextCellGroup *group,
                  float xalign,
                  PangoEllipsizeMode ellipsize)
{
  KpTextCell *self = g_object_new (KP_TYPE_TEXT_CELL, NULL);

  self->group = g_rc_box_acquire (group);
  g_ptr_array_add (group->cells, self);
  self->xalign = xalign;
  self->ellipsize = ellipsize;
  return GTK_WIDGET (self);
}

/** kp_text_cell_set_text: NULL shows nothing. */
void
kp_text_cell_set_text (KpTextCell *cell,
                       const char *text)
{
  if (g_strcmp0 (cell->text, text) == 0)
    return;
  g_free (cell->text);
  cell->text = g_strdup (text);
  g_clear_object (&cell->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (cell));
}

/** kp_text_cell_get_text: what it shows, drawn or not. */
const char *
kp_text_cell_get_text (KpTextCell *cell)
{
  return cell->text;
}

/** kp_text_cell_is_blank: whether it has a text that was not drawn, for it was out of sight. */
gboolean
kp_text_cell_is_blank (KpTextCell *cell)
{
  return cell->is_blank;
}
