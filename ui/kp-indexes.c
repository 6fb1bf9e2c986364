/* kp-indexes.c – which lines of a long table a list model shows, and how it tells of others.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One signal for all would make GTK look through every new line for those it shows; and whatever a signal exchanges, it
 * throws the widgets of some two hundred rows away and builds them anew, a quarter of a second in a table of many columns.
 * So an item may stand for a place in the list: when the lines change, the items that are held show other ones, and the
 * signal only tells how many places came or went at the end. Rows that a view didn't have yet, or has too many of, come
 * and go by and by, as many as it builds within a frame; until they are gone they are empty. */
#include "kp-indexes.h"

#define BEGINNING 256
#define STEP 32
#define FRAME_MS 16

/** kp_indexes_init: shows nothing. */
void
kp_indexes_init (KpIndexes *indexes)
{
  *indexes = (KpIndexes) { .all = g_array_new (FALSE, FALSE, sizeof (guint)) };
}

static void
stop (KpIndexes *indexes)
{
  g_clear_handle_id (&indexes->timer, g_source_remove);
  indexes->model = NULL;
}

/** kp_indexes_clear: frees what they hold, when nobody looks any more. */
void
kp_indexes_clear (KpIndexes *indexes)
{
  stop (indexes);
  g_clear_pointer (&indexes->all, g_array_unref);
  indexes->n = 0;
}

static void
tell_more (KpIndexes *indexes,
           GListModel *model,
           guint n)
{
  const guint before = indexes->n;

  indexes->n = n;
  if (n > before)
    g_list_model_items_changed (model, before, 0, n - before);
}

static void
tell_fewer (KpIndexes *indexes,
            GListModel *model,
            guint n)
{
  const guint before = indexes->n;

  indexes->n = n;
  if (n < before)
    g_list_model_items_changed (model, n, before - n, 0);
}

static gboolean
on_timeout (gpointer data)
{
  KpIndexes *indexes = data;
  const guint n = indexes->all->len;
  const guint next = indexes->n + STEP;

  if (indexes->n > n)
    tell_fewer (indexes, indexes->model, MAX (n, indexes->n - STEP));
  else
    tell_more (indexes, indexes->model, next >= BEGINNING ? n : MIN (next, n));
  if (indexes->n != n)
    return G_SOURCE_CONTINUE;
  indexes->timer = 0;
  indexes->model = NULL;
  return G_SOURCE_REMOVE;
}

static void
start (KpIndexes *indexes,
       GListModel *model)
{
  if (indexes->n == indexes->all->len)
    return;
  indexes->model = model;
  /* What is there is drawn first. */
  indexes->timer = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, FRAME_MS, on_timeout, indexes, NULL);
}

/** kp_indexes_get: which line stands at @position; %KP_NO_INDEX at a place that is about to go. */
guint
kp_indexes_get (const KpIndexes *indexes,
                guint position)
{
  return position < indexes->all->len ? g_array_index (indexes->all, guint, position) : KP_NO_INDEX;
}

/** kp_indexes_begin: before a view sees @model for the first time: it is told of few lines at once, of more by and by. */
void
kp_indexes_begin (KpIndexes *indexes,
                  GListModel *model)
{
  stop (indexes);
  indexes->n = MIN (indexes->all->len, 2 * STEP);
  start (indexes, model);
}

/* One signal for what a view keeps, so that it looks at no more than that. */
static void
exchange_items (KpIndexes *indexes,
                GListModel *model)
{
  const guint n_kept = indexes->n;
  const guint n_new = MIN (indexes->all->len, MAX (n_kept, 2 * STEP));

  indexes->n = n_new;
  if (n_kept > 0 || n_new > 0)
    g_list_model_items_changed (model, 0, n_kept, n_new);
}

/** kp_indexes_take: @model shows @all (transfer full) from now on, and says so; where there is no @exchange (nullable), by
 * items that are others. */
void
kp_indexes_take (KpIndexes *indexes,
                 GListModel *model,
                 GArray *all,
                 KpIndexesExchange exchange)
{
  const guint n_before = indexes->n;

  stop (indexes);
  tell_fewer (indexes, model, MIN (n_before, exchange != NULL ? MAX (all->len, BEGINNING) : BEGINNING));
  g_array_unref (indexes->all);
  indexes->all = all;
  if (exchange != NULL)
    exchange (model);
  else
    exchange_items (indexes, model);
  if (indexes->n > all->len && indexes->n - all->len <= 2 * STEP)
    tell_fewer (indexes, model, all->len);
  if (indexes->n < all->len)
    tell_more (indexes, model, n_before >= BEGINNING ? all->len : MIN (all->len, MAX (indexes->n, 2 * STEP)));
  start (indexes, model);
}

/** kp_indexes_remove: one line leaves. */
void
kp_indexes_remove (KpIndexes *indexes,
                   GListModel *model,
                   guint position)
{
  g_array_remove_index (indexes->all, position);
  indexes->n--;
  g_list_model_items_changed (model, position, 1, 0);
}
