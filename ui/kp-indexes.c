/* kp-indexes.c – which lines of a long table a list model shows, and how it tells of others.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One signal for all would make GTK look through every new line for those it shows. Two, all gone and all come, would make
 * it throw away some hundred rows of widgets and build them anew. So the end goes, the beginning – as much as a view
 * keeps – is exchanged, for which its rows are used again, and the new end comes. */
#include "kp-indexes.h"

#define BEGINNING 256

/** kp_indexes_init: shows nothing. */
void
kp_indexes_init (KpIndexes *indexes)
{
  *indexes = (KpIndexes) { g_array_new (FALSE, FALSE, sizeof (guint)), 0 };
}

/** kp_indexes_clear: frees what they hold, when nobody looks any more. */
void
kp_indexes_clear (KpIndexes *indexes)
{
  g_clear_pointer (&indexes->all, g_array_unref);
  indexes->n = 0;
}

/** kp_indexes_take: @model shows @all (transfer full) from now on, and says so. */
void
kp_indexes_take (KpIndexes *indexes,
                 GListModel *model,
                 GArray *all)
{
  const guint n_before = indexes->n;
  const guint n_kept = MIN (n_before, BEGINNING);
  const guint n_new = MIN (all->len, BEGINNING);

  indexes->n = n_kept;
  if (n_before > n_kept)
    g_list_model_items_changed (model, n_kept, n_before - n_kept, 0);
  g_array_unref (indexes->all);
  indexes->all = all;
  indexes->n = n_new;
  if (n_kept > 0 || n_new > 0)
    g_list_model_items_changed (model, 0, n_kept, n_new);
  indexes->n = all->len;
  if (all->len > n_new)
    g_list_model_items_changed (model, n_new, 0, all->len - n_new);
}

/** kp_indexes_remove: one line leaves. */
void
kp_indexes_remove (KpIndexes *indexes,
                   GListModel *model,
                   guint position)
{
  g_array_remove_index (indexes->all, position);
  indexes->n = indexes->all->len;
  g_list_model_items_changed (model, position, 1, 0);
}
