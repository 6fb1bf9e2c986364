/* kp-post-row.c – one post with how many people are how far, as a line of the first page.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-post-row.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  COUNT_PLAN,
  COUNT_APPLIED,
  COUNT_PASSED,
  COUNT_SEATED,
  COUNT_SHORTLISTED,
  COUNT_INTERVIEWED,
  COUNT_HIRED,
  N_COUNTS
} Count;

struct _KpPostRow
{
  GObject parent_instance;

  char *post; /* NULL: the sums of all */
  char *label;
  char *street;
  guint counts[N_COUNTS];
};

G_DEFINE_FINAL_TYPE (KpPostRow, kp_post_row, G_TYPE_OBJECT)

typedef enum
{
  PROP_LABEL = 1,
  PROP_STREET,
  PROP_COUNT,
  N_PROPS = PROP_COUNT + N_COUNTS
} Property;

static GParamSpec *properties[N_PROPS];

static void
kp_post_row_get_property (GObject *object,
                          guint id,
                          GValue *value,
                          GParamSpec *spec)
{
  KpPostRow *self = KP_POST_ROW (object);

  if (id == PROP_LABEL)
    g_value_set_string (value, self->label);
  else if (id == PROP_STREET)
    g_value_set_string (value, self->street);
  else if (id >= PROP_COUNT && id < N_PROPS)
    g_value_take_string (value, g_strdup_printf ("%u", self->counts[id - PROP_COUNT]));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
kp_post_row_finalize (GObject *object)
{
  KpPostRow *self = KP_POST_ROW (object);

  g_free (self->post);
  g_free (self->label);
  g_free (self->street);
  G_OBJECT_CLASS (kp_post_row_parent_class)->finalize (object);
}

static void
kp_post_row_class_init (KpPostRowClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_LABEL] = "label",
    [PROP_STREET] = "street",
    [PROP_COUNT + COUNT_PLAN] = "plan",
    [PROP_COUNT + COUNT_APPLIED] = "applied",
    [PROP_COUNT + COUNT_PASSED] = "passed",
    [PROP_COUNT + COUNT_SEATED] = "seated",
    [PROP_COUNT + COUNT_SHORTLISTED] = "shortlisted",
    [PROP_COUNT + COUNT_INTERVIEWED] = "interviewed",
    [PROP_COUNT + COUNT_HIRED] = "hired",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kp_post_row_get_property;
  object_class->finalize = kp_post_row_finalize;
  for (guint i = PROP_LABEL; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kp_post_row_init (KpPostRow *self G_GNUC_UNUSED)
{
}

/** kp_post_row_get_post: its code; NULL for the row of the sums. */
const char *
kp_post_row_get_post (KpPostRow *row)
{
  return row->post;
}

static void
count_line (KpPostRow *row,
            const KpApplicationLine *line)
{
  row->counts[COUNT_APPLIED]++;
  row->counts[COUNT_PASSED] += g_str_equal (line->review, "pass");
  row->counts[COUNT_SEATED] += line->ticket != NULL;
  row->counts[COUNT_SHORTLISTED] += line->is_listed;
  row->counts[COUNT_INTERVIEWED] += line->interview != KP_NO_INT;
  row->counts[COUNT_HIRED] += line->is_hired;
}

static KpPostRow *
make_row (KpCampaign *campaign,
          const KpPostRecord *record)
{
  KpPostRow *row = g_object_new (KP_TYPE_POST_ROW, NULL);
  const KpScheme *scheme = kp_campaign_get_scheme (campaign);
  const KpSchemePost *post = kp_scheme_get_post (scheme, record->post);
  const KpSchemeStreet *street
      = post != NULL && post->street != NULL ? kp_scheme_get_street (scheme, post->street) : NULL;

  row->post = g_strdup (record->post);
  row->label = kp_campaign_dup_post_label (campaign, record->post);
  row->street = g_strdup (street != NULL ? street->name : _("Any street"));
  row->counts[COUNT_PLAN] = (guint) record->planned;
  return row;
}

/** kp_post_rows_new: the posts of a campaign with their counts, and the sums last. (transfer full) */
GListModel *
kp_post_rows_new (KpCampaign *campaign)
{
  GListStore *store = g_list_store_new (KP_TYPE_POST_ROW);
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KpPostRow) all = g_object_new (KP_TYPE_POST_ROW, NULL);
  GPtrArray *posts = kp_campaign_get_posts (campaign);
  KpApplicationIndex *index = kp_campaign_get_index (campaign);

  all->label = g_strdup (_("All posts"));
  for (guint i = 0; i < posts->len; i++)
    {
      g_autoptr (KpPostRow) row = make_row (campaign, g_ptr_array_index (posts, i));

      all->counts[COUNT_PLAN] += row->counts[COUNT_PLAN];
      g_hash_table_insert (rows, row->post, row);
      g_list_store_append (store, row);
    }
  for (guint i = 0; i < kp_application_index_get_n_lines (index); i++)
    {
      const KpApplicationLine *line = kp_application_index_get_line (index, i);
      KpPostRow *row = g_hash_table_lookup (rows, line->post);

      count_line (all, line);
      if (row != NULL)
        count_line (row, line);
    }
  g_list_store_append (store, all);
  return G_LIST_MODEL (store);
}
