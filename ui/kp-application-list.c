/* kp-application-list.c – the applications of a campaign as a list model that filters and sorts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds numbers, not objects: a row is made when a screen asks for it and is the same object as long as anybody holds it.
 * It stands for a place in the list, not for an application: see kp-indexes.c. */
#include "kp-application-list.h"

#include "kp-indexes.h"

/* Up to so many are filtered and sorted in a millisecond or two. */
#define FEW 2000

struct _KpApplicationList
{
  GObject parent_instance;

  KpCampaign *campaign;
  KpApplicationRanks *ranks;
  KpIndexes shown;  /* of the campaign's index, in order */
  GHashTable *rows; /* position → Held */
  KpApplicationQuery query;
  GCancellable *running; /* (nullable): of the query that a worker runs */
};

/* A row that somebody else owns. */
typedef struct
{
  KpApplicationList *list;
  guint position;
  KpApplicationRow *row;
} Held;

static void kp_application_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KpApplicationList, kp_application_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, kp_application_list_model_init))

/* "exchanged": the rows show other applications, of another selection or in another order. */
enum
{
  EXCHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return KP_TYPE_APPLICATION_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return KP_APPLICATION_LIST (model)->shown.n;
}

static void
on_row_gone (gpointer data,
             GObject *row G_GNUC_UNUSED)
{
  const Held *held = data;

  g_hash_table_remove (held->list->rows, GUINT_TO_POINTER (held->position));
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  KpApplicationList *self = KP_APPLICATION_LIST (model);
  Held *held;

  if (position >= self->shown.n)
    return NULL;
  held = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  if (held != NULL)
    return g_object_ref (held->row);
  held = g_new (Held, 1);
  *held = (Held) { self, position, kp_application_row_new (self->campaign, kp_indexes_get (&self->shown, position)) };
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), held);
  g_object_weak_ref (G_OBJECT (held->row), on_row_gone, held);
  return held->row;
}

static void
kp_application_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
exchange (GListModel *model)
{
  KpApplicationList *self = KP_APPLICATION_LIST (model);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Held *held = value;

      kp_application_row_set_number (held->row, kp_indexes_get (&self->shown, held->position));
    }
  g_signal_emit (self, signals[EXCHANGED], 0);
}

static void
on_run (GObject *source,
        GAsyncResult *result,
        gpointer data G_GNUC_UNUSED)
{
  KpApplicationList *self = KP_APPLICATION_LIST (source);
  GArray *shown = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Something else was asked for meanwhile. */
  if (shown == NULL || g_task_get_cancellable (G_TASK (result)) != self->running)
    {
      g_clear_pointer (&shown, g_array_unref);
      return;
    }
  g_clear_object (&self->running);
  kp_indexes_take (&self->shown, G_LIST_MODEL (self), shown, exchange);
}

static void
run_in_thread (GTask *task,
               gpointer source,
               gpointer query,
               GCancellable *cancellable G_GNUC_UNUSED)
{
  g_task_return_pointer (task, kp_application_query_run (query, KP_APPLICATION_LIST (source)->ranks),
                         (GDestroyNotify) g_array_unref);
}

/* A few are there at once; many keep nobody waiting: what was shown stays until the worker is ready. */
static void
query (KpApplicationList *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  if (kp_application_index_get_n_lines (kp_campaign_get_index (self->campaign)) <= FEW)
    {
      kp_indexes_take (&self->shown, G_LIST_MODEL (self), kp_application_query_run (&self->query, self->ranks),
                       exchange);
      return;
    }
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, on_run, NULL);
  g_task_set_task_data (task, kp_application_query_copy (&self->query), (GDestroyNotify) kp_application_query_free);
  g_task_run_in_thread (task, run_in_thread);
}

static void
kp_application_list_dispose (GObject *object)
{
  KpApplicationList *self = KP_APPLICATION_LIST (object);
  GHashTableIter iter;
  gpointer held;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  if (self->rows != NULL)
    {
      g_hash_table_iter_init (&iter, self->rows);
      while (g_hash_table_iter_next (&iter, NULL, &held))
        g_object_weak_unref (G_OBJECT (((Held *) held)->row), on_row_gone, held);
    }
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->ranks, kp_application_ranks_unref);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (kp_application_list_parent_class)->dispose (object);
}

static void
kp_application_list_finalize (GObject *object)
{
  KpApplicationList *self = KP_APPLICATION_LIST (object);

  kp_indexes_clear (&self->shown);
  kp_application_query_clear (&self->query);
  G_OBJECT_CLASS (kp_application_list_parent_class)->finalize (object);
}

static void
kp_application_list_class_init (KpApplicationListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kp_application_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kp_application_list_finalize;
  signals[EXCHANGED] = g_signal_new ("exchanged", KP_TYPE_APPLICATION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
kp_application_list_init (KpApplicationList *self)
{
  kp_indexes_init (&self->shown);
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/** kp_application_list_new: all applications, by registration number. (transfer full) */
KpApplicationList *
kp_application_list_new (KpCampaign *campaign)
{
  KpApplicationList *self = g_object_new (KP_TYPE_APPLICATION_LIST, NULL);

  self->campaign = g_object_ref (campaign);
  self->ranks = kp_application_ranks_new (campaign);
  query (self);
  return self;
}

static void
set_text (KpApplicationList *self,
          char **member,
          const char *text)
{
  if (g_strcmp0 (*member, text) == 0)
    return;
  g_free (*member);
  *member = g_strdup (text);
  query (self);
}

/** kp_application_list_set_search: a part of a name or its pinyin, of a registration or ticket number or a
 * phone, or the tail of an ID number. */
void
kp_application_list_set_search (KpApplicationList *list,
                                const char *search)
{
  set_text (list, &list->query.search, search);
}

/** kp_application_list_set_post: only those for the post of this code; NULL shows all. */
void
kp_application_list_set_post (KpApplicationList *list,
                              const char *post)
{
  set_text (list, &list->query.post, post);
}

/** kp_application_list_set_review: only those with this outcome, e.g. "fail"; NULL shows all. */
void
kp_application_list_set_review (KpApplicationList *list,
                                const char *review)
{
  set_text (list, &list->query.review, review);
}

/** kp_application_list_set_order: by the first of @orders, equal ones by the next, at last by registration number. */
void
kp_application_list_set_order (KpApplicationList *list,
                               const KpApplicationOrder *orders,
                               guint n_orders)
{
  list->query.n_orders = MIN (n_orders, KP_MAX_APPLICATION_ORDERS);
  for (guint i = 0; i < list->query.n_orders; i++)
    list->query.orders[i] = orders[i];
  query (list);
}

/** kp_application_list_set_by_strokes: names by the number of their strokes (按姓氏笔画); else by pinyin. */
void
kp_application_list_set_by_strokes (KpApplicationList *list,
                                    gboolean by_strokes)
{
  if (list->query.by_strokes == by_strokes)
    return;
  list->query.by_strokes = by_strokes;
  query (list);
}

/** kp_application_list_begin: before a view sees it for the first time. */
void
kp_application_list_begin (KpApplicationList *list)
{
  kp_indexes_begin (&list->shown, G_LIST_MODEL (list));
}

/** kp_application_list_count: how many fit; of the last of them a view may not have been told yet. */
guint
kp_application_list_count (KpApplicationList *list)
{
  return list->shown.all->len;
}

/** kp_application_list_is_busy: whether a worker is filtering or sorting. */
gboolean
kp_application_list_is_busy (KpApplicationList *list)
{
  return list->running != NULL;
}

/** kp_application_list_get_index: of the application at @position in the campaign's own index. */
guint
kp_application_list_get_index (KpApplicationList *list,
                               guint position)
{
  return g_array_index (list->shown.all, guint, position);
}

/** kp_application_list_find: where an application is shown; FALSE when a filter hides it. */
gboolean
kp_application_list_find (KpApplicationList *list,
                          const char *application,
                          guint *position)
{
  guint number = 0;

  if (!kp_application_index_find (kp_campaign_get_index (list->campaign), application, &number))
    return FALSE;
  for (guint i = 0; i < list->shown.all->len; i++)
    {
      if (kp_application_list_get_index (list, i) == number)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

/** kp_application_list_get_application: the registration number at @position; NULL beyond the end. */
const char *
kp_application_list_get_application (KpApplicationList *list,
                                     guint position)
{
  if (position >= list->shown.all->len)
    return NULL;
  return kp_application_index_get_line (kp_campaign_get_index (list->campaign),
                                        kp_application_list_get_index (list, position))
      ->application;
}
