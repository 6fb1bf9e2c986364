/* kp-children.c – empties a box before it is filled anew.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-children.h"

/* A list's first row, not its first widget: that may be what it shows while it is empty. */
static GtkWidget *
find_first (GtkWidget *box)
{
  if (GTK_IS_LIST_BOX (box))
    return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), 0));
  return gtk_widget_get_first_child (box);
}

/**
 * kp_children_clear:
 * @box: a box, a flow box or a list box
 *
 * Takes everything out of it. Main thread.
 */
void
kp_children_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = find_first (box)) != NULL)
    {
      if (GTK_IS_LIST_BOX (box))
        gtk_list_box_remove (GTK_LIST_BOX (box), child);
      else if (GTK_IS_FLOW_BOX (box))
        gtk_flow_box_remove (GTK_FLOW_BOX (box), child);
      else
        gtk_box_remove (GTK_BOX (box), child);
    }
}
