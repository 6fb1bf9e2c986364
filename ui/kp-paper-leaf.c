/* kp-paper-leaf.c – one page of a document as it will be printed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the very bytes that are saved and printed, by poppler: there is no second layout for the screen. */
#include "kp-paper-leaf.h"

#include <math.h>

/* GTK's pixel is 1/96 inch, PDF's point 1/72. */
#define PIXELS_PER_POINT (96.0 / 72.0)
#define PERCENT 100.0
#define LEAST_WIDTH 240

struct _KpPaperLeaf
{
  GtkWidget parent_instance;

  PopplerPage *page;
  GdkTexture *texture; /* of the page at the size that it has now */
  guint zoom;          /* percent; 0 = as wide as there is room */
};

G_DEFINE_FINAL_TYPE (KpPaperLeaf, kp_paper_leaf, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ZOOM = 1,
  N_PROPS
} Property;

static GParamSpec *properties[N_PROPS];

static void
get_points (KpPaperLeaf *self,
            double *width,
            double *height)
{
  *width = 1;
  *height = 1;
  if (self->page != NULL)
    poppler_page_get_size (self->page, width, height);
}

static GtkSizeRequestMode
kp_paper_leaf_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kp_paper_leaf_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline G_GNUC_UNUSED,
                       int *natural_baseline G_GNUC_UNUSED)
{
  KpPaperLeaf *self = KP_PAPER_LEAF (widget);
  const double scale = PIXELS_PER_POINT * (self->zoom > 0 ? self->zoom / PERCENT : 1);
  double width = 0;
  double height = 0;
  int own;

  get_points (self, &width, &height);
  own = (int) ceil (width * scale);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = own;
      *minimum = self->zoom > 0 ? own : MIN (own, LEAST_WIDTH);
      return;
    }
  if (for_size > 0)
    own = self->zoom > 0 ? own : MIN (own, for_size);
  *minimum = (int) ceil (own * height / width);
  *natural = *minimum;
}

static GdkTexture *
draw (KpPaperLeaf *self,
      int width,
      int height)
{
  const int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
  cairo_t *context = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture = NULL;
  double points_wide = 0;
  double points_high = 0;

  get_points (self, &points_wide, &points_high);
  cairo_set_source_rgb (context, 1, 1, 1);
  cairo_paint (context);
  cairo_scale (context, width * factor / points_wide, height * factor / points_high);
  poppler_page_render (self->page, context);
  cairo_destroy (context);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * (gsize) (height * factor));
  texture = gdk_memory_texture_new (width * factor, height * factor, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return texture;
}

static void
kp_paper_leaf_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  KpPaperLeaf *self = KP_PAPER_LEAF (widget);
  const int height = gtk_widget_get_height (widget);
  double points_wide = 0;
  double points_high = 0;
  int width;

  get_points (self, &points_wide, &points_high);
  width = MIN (gtk_widget_get_width (widget), (int) ceil (height * points_wide / points_high));
  if (self->page == NULL || width <= 0 || height <= 0)
    return;
  if (self->texture == NULL)
    self->texture = draw (self, width, height);
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT ((float) (gtk_widget_get_width (widget) - width) / 2, 0,
                                                    (float) width, (float) height));
}

static void
kp_paper_leaf_size_allocate (GtkWidget *widget,
                             int width G_GNUC_UNUSED,
                             int height G_GNUC_UNUSED,
                             int baseline G_GNUC_UNUSED)
{
  g_clear_object (&KP_PAPER_LEAF (widget)->texture);
}

static void
kp_paper_leaf_get_property (GObject *object,
                            guint id,
                            GValue *value,
                            GParamSpec *spec)
{
  if (id == PROP_ZOOM)
    g_value_set_uint (value, KP_PAPER_LEAF (object)->zoom);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
kp_paper_leaf_set_property (GObject *object,
                            guint id,
                            const GValue *value,
                            GParamSpec *spec)
{
  KpPaperLeaf *self = KP_PAPER_LEAF (object);

  if (id != PROP_ZOOM)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
      return;
    }
  self->zoom = g_value_get_uint (value);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
kp_paper_leaf_dispose (GObject *object)
{
  g_clear_object (&KP_PAPER_LEAF (object)->texture);
  g_clear_object (&KP_PAPER_LEAF (object)->page);
  G_OBJECT_CLASS (kp_paper_leaf_parent_class)->dispose (object);
}

static void
kp_paper_leaf_class_init (KpPaperLeafClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kp_paper_leaf_get_property;
  object_class->set_property = kp_paper_leaf_set_property;
  object_class->dispose = kp_paper_leaf_dispose;
  widget_class->get_request_mode = kp_paper_leaf_get_request_mode;
  widget_class->measure = kp_paper_leaf_measure;
  widget_class->snapshot = kp_paper_leaf_snapshot;
  widget_class->size_allocate = kp_paper_leaf_size_allocate;
  properties[PROP_ZOOM]
      = g_param_spec_uint ("zoom", NULL, NULL, 0, 400, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "paperleaf");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kp_paper_leaf_init (KpPaperLeaf *self G_GNUC_UNUSED)
{
}

/** kp_paper_leaf_set_page: shows @page; NULL shows nothing. Its text is the accessible name. */
void
kp_paper_leaf_set_page (KpPaperLeaf *leaf,
                        PopplerPage *page)
{
  g_autofree char *text = page != NULL ? poppler_page_get_text (page) : NULL;

  g_set_object (&leaf->page, page);
  g_clear_object (&leaf->texture);
  gtk_accessible_update_property (GTK_ACCESSIBLE (leaf), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (leaf));
}
