/* kp-text-cell.c – a short text in a long table, cheaper than a label.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A column view keeps two hundred rows, of which some twenty are seen. Labels would measure, and so shape, all of their texts
 * whenever the list is filtered. A cell asks for no width (its column has one), is as high as every other, and shapes its
 * text when it is drawn, which GTK asks only of rows in sight. */
#include "kp-text-cell.h"

#define SAMPLE "国Ég䶮" /* as high as a line can be */

struct _KpTextCellShape
{
  int height; /* of a line in pixels; 0 = not measured yet */
};

struct _KpTextCell
{
  GtkWidget parent_instance;

  KpTextCellShape *shape;
  char *text;
  PangoLayout *layout; /* (nullable): once the text was drawn */
  float xalign;
  PangoEllipsizeMode ellipsize;
};

G_DEFINE_FINAL_TYPE (KpTextCell, kp_text_cell, GTK_TYPE_WIDGET)

static void
kp_text_cell_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size G_GNUC_UNUSED,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline G_GNUC_UNUSED,
                      int *natural_baseline G_GNUC_UNUSED)
{
  KpTextCellShape *shape = KP_TEXT_CELL (widget)->shape;

  if (shape->height == 0)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, SAMPLE);

      pango_layout_get_pixel_size (layout, NULL, &shape->height);
    }
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? shape->height : 0;
}

static void
kp_text_cell_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  KpTextCell *self = KP_TEXT_CELL (widget);
  const int width = gtk_widget_get_width (widget);
  int text_width = 0, text_height = 0;
  double x = 0;

  if (self->text == NULL)
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
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), x,
                              (gtk_widget_get_height (widget) - text_height) / 2, self->layout);
}

/* Another font, or another direction. */
static void
kp_text_cell_css_changed (GtkWidget *widget,
                          GtkCssStyleChange *change)
{
  KpTextCell *self = KP_TEXT_CELL (widget);

  GTK_WIDGET_CLASS (kp_text_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
  self->shape->height = 0;
}

static void
kp_text_cell_finalize (GObject *object)
{
  KpTextCell *self = KP_TEXT_CELL (object);

  kp_text_cell_shape_unref (self->shape);
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

/** kp_text_cell_shape_new: of the cells of one table. (transfer full) */
KpTextCellShape *
kp_text_cell_shape_new (void)
{
  return g_rc_box_new0 (KpTextCellShape);
}

/** kp_text_cell_shape_ref: (transfer full) */
KpTextCellShape *
kp_text_cell_shape_ref (KpTextCellShape *shape)
{
  return g_rc_box_acquire (shape);
}

/** kp_text_cell_shape_unref: its cells hold it too. */
void
kp_text_cell_shape_unref (KpTextCellShape *shape)
{
  g_rc_box_release (shape);
}

/** kp_text_cell_new: an empty one of a table; numbers have an @xalign of 1. */
GtkWidget *
kp_text_cell_new (KpTextCellShape *shape,
                  float xalign,
                  PangoEllipsizeMode ellipsize)
{
  KpTextCell *self = g_object_new (KP_TYPE_TEXT_CELL, NULL);

  self->shape = kp_text_cell_shape_ref (shape);
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

/** kp_text_cell_get_text: what it shows. */
const char *
kp_text_cell_get_text (KpTextCell *cell)
{
  return cell->text;
}
