/* kp-paper-view.c – the pages of a finished document, to scroll and to zoom.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-paper-view.h"

#include "kp-paper-leaf.h"

struct _KpPaperView
{
  AdwBin parent_instance;

  GtkListView *pages;
  GtkNoSelection *selection;

  guint zoom; /* percent; 0 = as wide as there is room */
};

G_DEFINE_FINAL_TYPE (KpPaperView, kp_paper_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_ZOOM = 1,
  N_PROPS
} Property;

static GParamSpec *properties[N_PROPS];

static const guint zooms[] = { 0, 50, 75, 100, 125, 150, 200, 300 };

static void
on_setup (KpPaperView *self,
          GtkListItem *item)
{
  GtkWidget *leaf = g_object_new (KP_TYPE_PAPER_LEAF, NULL);

  g_object_bind_property (self, "zoom", leaf, "zoom", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, leaf);
}

static void
on_bind (KpPaperView *self G_GNUC_UNUSED,
         GtkListItem *item)
{
  kp_paper_leaf_set_page (KP_PAPER_LEAF (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (KpPaperView *self G_GNUC_UNUSED,
           GtkListItem *item)
{
  kp_paper_leaf_set_page (KP_PAPER_LEAF (gtk_list_item_get_child (item)), NULL);
}

static void
kp_paper_view_get_property (GObject *object,
                            guint id,
                            GValue *value,
                            GParamSpec *spec)
{
  if (id == PROP_ZOOM)
    g_value_set_uint (value, KP_PAPER_VIEW (object)->zoom);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
kp_paper_view_class_init (KpPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kp_paper_view_get_property;
  properties[PROP_ZOOM]
      = g_param_spec_uint ("zoom", NULL, NULL, 0, 400, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-paper-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KpPaperView, pages);
  gtk_widget_class_bind_template_child (widget_class, KpPaperView, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
kp_paper_view_init (KpPaperView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kp_paper_view_set_bytes:
 * @view: a view
 * @pdf: a PDF document
 * @error: return location
 *
 * Shows the pages of @pdf; pages that are out of sight aren't drawn.
 *
 * Returns: %TRUE, or %FALSE with an error of poppler when the bytes are no document
 */
gboolean
kp_paper_view_set_bytes (KpPaperView *view,
                         GBytes *pdf,
                         GError **error)
{
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, error);
  g_autoptr (GListStore) pages = g_list_store_new (POPPLER_TYPE_PAGE);

  if (document == NULL)
    return FALSE;
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      if (page != NULL)
        g_list_store_append (pages, page);
      g_clear_object (&page);
    }
  g_object_unref (document);
  gtk_no_selection_set_model (view->selection, G_LIST_MODEL (pages));
  return TRUE;
}

/** kp_paper_view_get_n_pages: how many pages are shown. */
guint
kp_paper_view_get_n_pages (KpPaperView *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (view->selection));
}

/** kp_paper_view_get_zoom: in percent; 0 when a page is as wide as there is room. */
guint
kp_paper_view_get_zoom (KpPaperView *view)
{
  return view->zoom;
}

/** kp_paper_view_step_zoom: one step larger (1) or smaller (−1); 0 goes back to as wide as there is room. */
void
kp_paper_view_step_zoom (KpPaperView *view,
                         int step)
{
  int at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      if (zooms[i] == view->zoom)
        at = (int) i;
    }
  /* From the fitting size the first step goes to 100 or 75 percent. */
  if (at == 0 && step != 0)
    at = 3 - (step > 0);
  at = step == 0 ? 0 : CLAMP (at + step, 1, (int) G_N_ELEMENTS (zooms) - 1);
  view->zoom = zooms[at];
  g_object_notify_by_pspec (G_OBJECT (view), properties[PROP_ZOOM]);
}
