/* kp-review-list.c – the applications on the reviewer's desk as a list model, one pile at a time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items are made when a screen asks for them and stay the same object as long as anybody holds them. */
#include "kp-review-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-application-row.h"
#include "kp-indexes.h"
#include "kp-name-reading.h"

/* ---- a line ---- */

struct _KpReviewItem
{
  GObject parent_instance;

  KpReviewList *list; /* owned: the case lies in it */
  guint index;
};

G_DEFINE_FINAL_TYPE (KpReviewItem, kp_review_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_WORD,
  N_PROPS
} Property;

static GParamSpec *properties[N_PROPS];

static char *
dup_waiting (const KpReviewCase *one)
{
  g_autofree char *open = one->n_open > 0 ? g_strdup_printf (_("%u to judge"), one->n_open) : NULL;

  if (one->has_appealed)
    return g_strdup (_("Appeal"));
  if (open != NULL)
    return g_steal_pointer (&open);
  if (one->first_by != NULL)
    return g_strdup_printf (_("decided by %s"), (const char *) g_ptr_array_index (one->first_by, 0));
  return g_strdup (kp_review_get_word (one->review));
}

static void
kp_review_item_get_property (GObject *object,
                             guint id,
                             GValue *value,
                             GParamSpec *pspec)
{
  const KpReviewCase *one = kp_review_item_get_case (KP_REVIEW_ITEM (object));

  switch ((Property) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, one->name);
      break;
    case PROP_SUBTITLE:
      g_value_take_string (value, g_strdup_printf ("%s · %s", one->application, one->post));
      break;
    case PROP_WORD:
      g_value_take_string (value, dup_waiting (one));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Not earlier: the list is told while the item is disposed of. */
static void
kp_review_item_finalize (GObject *object)
{
  g_clear_object (&KP_REVIEW_ITEM (object)->list);
  G_OBJECT_CLASS (kp_review_item_parent_class)->finalize (object);
}

static void
kp_review_item_class_init (KpReviewItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kp_review_item_get_property;
  object_class->finalize = kp_review_item_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_WORD] = g_param_spec_string ("word", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kp_review_item_init (KpReviewItem *self G_GNUC_UNUSED)
{
}

/* ---- the list ---- */

struct _KpReviewList
{
  GObject parent_instance;

  GPtrArray *cases;  /* (element-type KpReviewCase) */
  KpIndexes shown;   /* of the cases, in order */
  GHashTable *items; /* index → item that somebody holds; borrowed */
  KpReviewQueue queue;
  char *actor;
  char *search;
};

static void kp_review_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KpReviewList, kp_review_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, kp_review_list_model_init))

static GType
get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return KP_TYPE_REVIEW_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return KP_REVIEW_LIST (model)->shown.n;
}

/* The items hold the list, so it outlives each of them. */
static void
on_item_gone (gpointer data,
              GObject *item)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, ((KpReviewList *) data)->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (value == (gpointer) item)
        g_hash_table_iter_remove (&iter);
    }
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  KpReviewList *self = KP_REVIEW_LIST (model);
  KpReviewItem *item;
  guint index;

  if (position >= self->shown.n)
    return NULL;
  index = g_array_index (self->shown.all, guint, position);
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (index));
  if (item != NULL)
    return g_object_ref (item);
  item = g_object_new (KP_TYPE_REVIEW_ITEM, NULL);
  item->list = g_object_ref (self);
  item->index = index;
  g_hash_table_insert (self->items, GUINT_TO_POINTER (index), item);
  g_object_weak_ref (G_OBJECT (item), on_item_gone, self);
  return item;
}

static void
kp_review_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
kp_review_list_finalize (GObject *object)
{
  KpReviewList *self = KP_REVIEW_LIST (object);

  g_clear_pointer (&self->cases, g_ptr_array_unref);
  kp_indexes_clear (&self->shown);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_free (self->actor);
  g_free (self->search);
  G_OBJECT_CLASS (kp_review_list_parent_class)->finalize (object);
}

static void
kp_review_list_class_init (KpReviewListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kp_review_list_finalize;
}

static void
kp_review_list_init (KpReviewList *self)
{
  kp_indexes_init (&self->shown);
  self->items = g_hash_table_new (NULL, NULL);
  self->queue = KP_REVIEW_QUEUE_ALL;
}

/** kp_review_item_get_case: what the line stands for. */
const KpReviewCase *
kp_review_item_get_case (KpReviewItem *item)
{
  return g_ptr_array_index (item->list->cases, item->index);
}

/** kp_review_list_new: (transfer full): a list of @cases (transfer full) that shows none yet. */
KpReviewList *
kp_review_list_new (GPtrArray *cases)
{
  KpReviewList *self = g_object_new (KP_TYPE_REVIEW_LIST, NULL);

  self->cases = cases;
  return self;
}

static gboolean
fits (KpReviewList *self,
      const KpReviewCase *one)
{
  return kp_review_case_is_in (one, self->queue, self->actor)
         && (*self->search == '\0' || strstr (one->name, self->search) != NULL
             || strstr (one->application, self->search) != NULL
             || (one->pinyin != NULL && kp_pinyin_is_typed (one->pinyin, self->search)));
}

/** kp_review_list_show: shows the pile @queue as @actor sees it, of it those whose name, pinyin or number fits @search. */
void
kp_review_list_show (KpReviewList *list,
                     KpReviewQueue queue,
                     const char *actor,
                     const char *search)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  list->queue = queue;
  g_free (list->actor);
  list->actor = g_strdup (actor);
  g_free (list->search);
  list->search = g_ascii_strdown (search, -1);
  for (guint i = 0; i < list->cases->len; i++)
    {
      if (fits (list, g_ptr_array_index (list->cases, i)))
        g_array_append_val (shown, i);
    }
  kp_indexes_take (&list->shown, G_LIST_MODEL (list), shown, NULL);
}

/** kp_review_list_count: how many lie in the pile @queue as @actor sees it. */
guint
kp_review_list_count (KpReviewList *list,
                      KpReviewQueue queue,
                      const char *actor)
{
  guint n = 0;

  for (guint i = 0; i < list->cases->len; i++)
    n += kp_review_case_is_in (g_ptr_array_index (list->cases, i), queue, actor);
  return n;
}

static gboolean
find_case (KpReviewList *list,
           const char *application,
           guint *index)
{
  for (*index = 0; *index < list->cases->len; (*index)++)
    {
      if (g_str_equal (((KpReviewCase *) g_ptr_array_index (list->cases, *index))->application, application))
        return TRUE;
    }
  return FALSE;
}

/** kp_review_list_find: where @application stands in the pile that is shown; FALSE when it isn't there. */
gboolean
kp_review_list_find (KpReviewList *list,
                     const char *application,
                     guint *position)
{
  guint index = 0;

  if (!find_case (list, application, &index))
    return FALSE;
  for (guint i = 0; i < list->shown.n; i++)
    {
      *position = i;
      if (g_array_index (list->shown.all, guint, i) == index)
        return TRUE;
    }
  return FALSE;
}

/** kp_review_list_replace: @one (transfer full) is how an application stands now; it leaves a pile that it is no longer in. */
void
kp_review_list_replace (KpReviewList *list,
                        KpReviewCase *one)
{
  guint index = 0;

  if (!find_case (list, one->application, &index))
    {
      kp_review_case_free (one);
      return;
    }
  kp_review_case_free (list->cases->pdata[index]);
  list->cases->pdata[index] = one;
  for (guint i = 0; i < list->shown.n; i++)
    {
      const gboolean stays = fits (list, one);
      gpointer held;

      if (g_array_index (list->shown.all, guint, i) != index)
        continue;
      held = g_hash_table_lookup (list->items, GUINT_TO_POINTER (index));
      for (guint k = PROP_TITLE; held != NULL && k < N_PROPS; k++)
        g_object_notify_by_pspec (held, properties[k]);
      if (!stays)
        kp_indexes_remove (&list->shown, G_LIST_MODEL (list), i);
      return;
    }
}

/** kp_review_list_get_label: what a pile is called. */
const char *
kp_review_list_get_label (KpReviewQueue queue)
{
  static const char *const labels[KP_N_REVIEW_QUEUES] = {
    [KP_REVIEW_QUEUE_PERSON] = N_("For a person to judge"),
    [KP_REVIEW_QUEUE_SECOND] = N_("For a second reviewer"),
    [KP_REVIEW_QUEUE_APPEAL] = N_("Appeals"),
    [KP_REVIEW_QUEUE_LATE] = N_("Not proved in time"),
    [KP_REVIEW_QUEUE_PROOF] = N_("Claims to be proved"),
    [KP_REVIEW_QUEUE_MORE] = N_("Papers to come"),
    [KP_REVIEW_QUEUE_NEW] = N_("Not reviewed"),
    [KP_REVIEW_QUEUE_ALL] = N_("All applications"),
  };

  return _(labels[queue]);
}

/** kp_review_list_find_pile: in which @actor finds first something to be done. */
KpReviewQueue
kp_review_list_find_pile (KpReviewList *list,
                          const char *actor)
{
  for (guint i = 0; i < KP_REVIEW_QUEUE_ALL; i++)
    {
      if (kp_review_list_count (list, (KpReviewQueue) i, actor) > 0)
        return (KpReviewQueue) i;
    }
  return KP_REVIEW_QUEUE_ALL;
}
