/* kp-worker-columns.c – the columns of the contracts and of the board of probations.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-worker-columns.h"

#include <glib/gi18n-lib.h>

#include "kp-worker-item.h"
#include "kp-text-cell.h"

#define COLUMN "kp-worker-column" /* of the factory; links come after the columns of the contracts */
#define NAME_WIDTH 96
#define DAY_WIDTH 104
#define LINK_WIDTH 48

static GtkWidget *
get_cell (GtkListItem *cell)
{
  return gtk_list_item_get_child (cell);
}

static guint
get_column (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, COLUMN));
}

static void
on_cell_setup (GtkListItemFactory *factory,
               GtkListItem *cell,
               KpTextCellShape *shape)
{
  const gboolean is_link = get_column (factory) >= KP_WORKER_N_COLUMNS;

  gtk_list_item_set_child (cell, kp_text_cell_new (shape, is_link ? 0.5f : 0.0f, PANGO_ELLIPSIZE_END));
}

/* The sign is for the eye; who listens hears which link it is, and how it stands. */
static void
show_link (GtkWidget *cell,
           const KpWorkerCase *one,
           KpLink link)
{
  const KpLinkStand *stand = &one->stands[link];
  g_autofree char *mark = kp_worker_stand_dup_mark (stand);
  g_autofree char *sentence = kp_worker_stand_dup_sentence (stand);
  g_autofree char *all = g_strdup_printf (C_("a link and how it stands", "%s: %s"), kp_worker_link_get_title (link), sentence);

  for (guint i = 0; i < KP_LINK_N_STATES; i++)
    gtk_widget_remove_css_class (cell, kp_worker_stand_get_class ((KpLinkState) i));
  gtk_widget_add_css_class (cell, kp_worker_stand_get_class (stand->state));
  kp_text_cell_set_text (KP_TEXT_CELL (cell), mark);
  gtk_widget_set_tooltip_text (cell, all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
}

static void
on_cell_bind (GtkListItemFactory *factory,
              GtkListItem *cell,
              gpointer data G_GNUC_UNUSED)
{
  KpWorkerItem *item = gtk_list_item_get_item (cell);
  const guint column = get_column (factory);
  g_autofree char *text = NULL;

  if (column >= KP_WORKER_N_COLUMNS)
    {
      show_link (get_cell (cell), kp_worker_item_get_case (item), (KpLink) (column - KP_WORKER_N_COLUMNS));
      return;
    }
  text = kp_worker_item_dup_cell (item, (KpWorkerColumn) column);
  kp_text_cell_set_text (KP_TEXT_CELL (get_cell (cell)), text);
  gtk_widget_set_tooltip_text (get_cell (cell), column == KP_WORKER_NEXT ? text : NULL);
}

static GtkColumnViewColumn *
add_column (GtkColumnView *view,
            guint number,
            const char *title,
            KpTextCellShape *shape)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), COLUMN, GUINT_TO_POINTER (number));
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_cell_setup), kp_text_cell_shape_ref (shape),
                         (GClosureNotify) (GCallback) kp_text_cell_shape_unref, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind), NULL);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_append_column (view, column);
  return column;
}

/** kp_worker_columns_add_contracts: who, where, what of the duties is done, and what is due next. */
void
kp_worker_columns_add_contracts (GtkColumnView *view)
{
  static const int widths[KP_WORKER_N_COLUMNS] = {
    [KP_WORKER_NAME] = NAME_WIDTH,   [KP_WORKER_NUMBER] = 190,      [KP_WORKER_STREET] = 96,
    [KP_WORKER_SIGNED] = DAY_WIDTH,  [KP_WORKER_INSURED] = DAY_WIDTH, [KP_WORKER_FUND] = DAY_WIDTH,
    [KP_WORKER_ENDS] = DAY_WIDTH,    [KP_WORKER_STANDS] = 200,      [KP_WORKER_NEXT] = 280,
  };
  static const KpWorkerColumn order[] = { KP_WORKER_NAME,    KP_WORKER_NEXT, KP_WORKER_STANDS, KP_WORKER_NUMBER, KP_WORKER_STREET,
                                         KP_WORKER_SIGNED, KP_WORKER_INSURED, KP_WORKER_FUND,   KP_WORKER_ENDS };
  g_autoptr (KpTextCellShape) shape = kp_text_cell_shape_new ();

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkColumnViewColumn *column = add_column (view, order[i], kp_worker_column_get_title (order[i]), shape);

      gtk_column_view_column_set_fixed_width (column, widths[order[i]]);
      gtk_column_view_column_set_resizable (column, TRUE);
    }
}

/** kp_worker_columns_add_board: a name, and one column for each link. */
void
kp_worker_columns_add_board (GtkColumnView *view)
{
  g_autoptr (KpTextCellShape) shape = kp_text_cell_shape_new ();

  gtk_column_view_column_set_fixed_width (
      add_column (view, KP_WORKER_NAME, kp_worker_column_get_title (KP_WORKER_NAME), shape), NAME_WIDTH);
  for (guint i = 0; i < KP_LINK_N; i++)
    gtk_column_view_column_set_fixed_width (
        add_column (view, KP_WORKER_N_COLUMNS + i, kp_worker_link_get_short ((KpLink) i), shape), LINK_WIDTH);
}
