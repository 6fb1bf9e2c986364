/* kp-application-list.c – the applications of a campaign as a list model that filters and sorts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds numbers, not objects: a row is made when a screen asks for it and is the same object as long as anybody holds
 * it. A change is told as two signals, all gone and then all there: one signal would make GTK look through every row. */
#include "kp-application-list.h"

#include <string.h>

struct _KpApplicationList
{
  GObject parent_instance;

  KpCampaign *campaign;
  GArray *shown;    /* guint: indexes into the roster, in order */
  GHashTable *rows; /* index → row that somebody holds; borrowed */
  GtkSorter *sorter;
  char *search;
  char *post;
  char *review;
};

static void kp_application_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KpApplicationList, kp_application_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, kp_application_list_model_init))

/* Two rows that stand for any two applications while comparing, so that sorting makes no objects. */
typedef struct
{
  GtkSorter *sorter;
  KpApplicationRow *a;
  KpApplicationRow *b;
} Comparison;

static GType
get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return KP_TYPE_APPLICATION_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return KP_APPLICATION_LIST (model)->shown->len;
}

static void
on_row_gone (gpointer data,
             GObject *row)
{
  KpApplicationList *self = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (value == (gpointer) row)
        g_hash_table_iter_remove (&iter);
    }
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  KpApplicationList *self = KP_APPLICATION_LIST (model);
  KpApplicationRow *row;
  guint index;

  if (position >= self->shown->len)
    return NULL;
  index = g_array_index (self->shown, guint, position);
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (index));
  if (row != NULL)
    return g_object_ref (row);
  row = kp_application_row_new (self->campaign, index);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (index), row);
  g_object_weak_ref (G_OBJECT (row), on_row_gone, self);
  return row;
}

static void
kp_application_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
fits_search (const KpDossier *dossier,
             const char *search)
{
  const KpPersonRecord *person = dossier->person;

  return search == NULL || *search == '\0' || strstr (person->name, search) != NULL
         || strstr (dossier->application->application, search) != NULL
         || (dossier->seat != NULL && strstr (dossier->seat->ticket, search) != NULL)
         || g_str_has_suffix (person->id_number, search);
}

static gboolean
fits (KpApplicationList *self,
      const KpDossier *dossier,
      const char *search)
{
  return (self->post == NULL || g_str_equal (dossier->application->post, self->post))
         && (self->review == NULL || g_str_equal (dossier->application->review, self->review))
         && fits_search (dossier, search);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  Comparison *comparison = data;
  const guint left = *(const guint *) a;
  const guint right = *(const guint *) b;
  GtkOrdering ordering;

  kp_application_row_set_index (comparison->a, left);
  kp_application_row_set_index (comparison->b, right);
  ordering = gtk_sorter_compare (comparison->sorter, comparison->a, comparison->b);
  return ordering != GTK_ORDERING_EQUAL ? (int) ordering : (left > right) - (left < right);
}

static void
sort (KpApplicationList *self)
{
  g_autoptr (KpApplicationRow) a = NULL;
  g_autoptr (KpApplicationRow) b = NULL;
  Comparison comparison;

  if (self->sorter == NULL || gtk_sorter_get_order (self->sorter) == GTK_SORTER_ORDER_NONE)
    return;
  a = kp_application_row_new (self->campaign, 0);
  b = kp_application_row_new (self->campaign, 0);
  comparison = (Comparison) { self->sorter, a, b };
  g_array_sort_with_data (self->shown, compare, &comparison);
}

static void
query (KpApplicationList *self)
{
  KpRoster *roster = kp_campaign_get_roster (self->campaign);
  const guint n_before = self->shown->len;
  g_autofree char *search = self->search != NULL ? g_ascii_strup (self->search, -1) : NULL;

  g_array_set_size (self->shown, 0);
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (fits (self, kp_roster_get_dossier (roster, i), search))
        g_array_append_val (self->shown, i);
    }
  sort (self);
  if (self->shown->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->shown->len);
}

static void
forget_sorter (KpApplicationList *self)
{
  if (self->sorter != NULL)
    g_signal_handlers_disconnect_by_data (self->sorter, self);
  g_clear_object (&self->sorter);
}

static void
kp_application_list_dispose (GObject *object)
{
  KpApplicationList *self = KP_APPLICATION_LIST (object);
  GHashTableIter iter;
  gpointer row;

  forget_sorter (self);
  if (self->rows != NULL)
    {
      g_hash_table_iter_init (&iter, self->rows);
      while (g_hash_table_iter_next (&iter, NULL, &row))
        g_object_weak_unref (row, on_row_gone, self);
    }
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (kp_application_list_parent_class)->dispose (object);
}

static void
kp_application_list_finalize (GObject *object)
{
  KpApplicationList *self = KP_APPLICATION_LIST (object);

  g_array_unref (self->shown);
  g_free (self->search);
  g_free (self->post);
  g_free (self->review);
  G_OBJECT_CLASS (kp_application_list_parent_class)->finalize (object);
}

static void
kp_application_list_class_init (KpApplicationListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kp_application_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kp_application_list_finalize;
}

static void
kp_application_list_init (KpApplicationList *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_hash_table_new (NULL, NULL);
}

/** kp_application_list_new: all applications, by registration number. (transfer full) */
KpApplicationList *
kp_application_list_new (KpCampaign *campaign)
{
  KpApplicationList *self = g_object_new (KP_TYPE_APPLICATION_LIST, NULL);

  self->campaign = g_object_ref (campaign);
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

/** kp_application_list_set_search: part of a name, a registration or a ticket number, or the tail of an ID number. */
void
kp_application_list_set_search (KpApplicationList *list,
                                const char *search)
{
  set_text (list, &list->search, search);
}

/** kp_application_list_set_post: only those for the post of this code; NULL shows all. */
void
kp_application_list_set_post (KpApplicationList *list,
                              const char *post)
{
  set_text (list, &list->post, post);
}

/** kp_application_list_set_review: only those with this outcome, e.g. "fail"; NULL shows all. */
void
kp_application_list_set_review (KpApplicationList *list,
                                const char *review)
{
  set_text (list, &list->review, review);
}

static void
on_sorter_changed (GtkSorter *sorter G_GNUC_UNUSED,
                   GtkSorterChange change G_GNUC_UNUSED,
                   KpApplicationList *self)
{
  query (self);
}

/** kp_application_list_set_sorter: orders the rows by @sorter (nullable), now and when it changes; equal ones by number. */
void
kp_application_list_set_sorter (KpApplicationList *list,
                                GtkSorter *sorter)
{
  forget_sorter (list);
  if (sorter == NULL)
    return;
  list->sorter = g_object_ref (sorter);
  g_signal_connect_object (sorter, "changed", G_CALLBACK (on_sorter_changed), list, 0);
  query (list);
}

/** kp_application_list_find: where an application is shown; FALSE when a filter hides it. */
gboolean
kp_application_list_find (KpApplicationList *list,
                          const char *application,
                          guint *position)
{
  for (guint i = 0; i < list->shown->len; i++)
    {
      if (g_str_equal (kp_application_list_get_application (list, i), application))
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
  if (position >= list->shown->len)
    return NULL;
  return kp_roster_get_dossier (kp_campaign_get_roster (list->campaign), g_array_index (list->shown, guint, position))
      ->application->application;
}
