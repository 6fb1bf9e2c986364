/* kp-scheme-keys.c – the reference of all keys of a scheme file, made from the table that reads it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-keys.h"

#include "kp-scheme-labels.h"
#include "kp-scheme-value.h"

#define AT(Type, record, offset) ((Type *) ((char *) (record) + (offset)))

static const char *const kinds[] = {
  [KP_FIELD_TEXT] = "text",
  [KP_FIELD_TEXT_NULL] = "text",
  [KP_FIELD_COUNT] = "count",
  [KP_FIELD_PLACES] = "decimals",
  [KP_FIELD_BOOL] = "true or false",
  [KP_FIELD_MARK] = "mark",
  [KP_FIELD_MARK_IF] = "mark",
  [KP_FIELD_WEIGHT] = "weight",
  [KP_FIELD_WEIGHT_NULL] = "weight",
  [KP_FIELD_FRACTION] = "ratio",
  [KP_FIELD_FRACTION_NULL] = "ratio",
  [KP_FIELD_DATE] = "date",
  [KP_FIELD_DATE_NULL] = "date",
  [KP_FIELD_TIME] = "time",
  [KP_FIELD_NAME] = "name",
  [KP_FIELD_NAMES] = "list of names",
  [KP_FIELD_COUNTS] = "list of counts",
  [KP_FIELD_TEXTS] = "list of texts",
  [KP_FIELD_OBJECT] = "object",
  [KP_FIELD_OBJECTS] = "list of objects",
  [KP_FIELD_ITEMS] = "list of objects",
  [KP_FIELD_FLAGS] = "list of names",
  [KP_FIELD_CONDITION] = "condition",
  [KP_FIELD_TIES] = "list of names and objects",
};

/**
 * kp_scheme_key_free:
 * @key: (nullable) (transfer full): a key
 */
void
kp_scheme_key_free (KpSchemeKey *key)
{
  if (key == NULL)
    return;

  g_free (key->path);
  g_free (key->kind);
  g_free (key->allowed);
  g_free (key->usual);
  g_free (key->label);
  g_free (key);
}

static const char *
get_kind (const KpField *field)
{
  if ((gsize) field->type < G_N_ELEMENTS (kinds) && kinds[field->type] != NULL)
    return kinds[field->type];

  return field->get_name != NULL ? "name" : "value";
}

static gchar *
dup_allowed (const KpField *field)
{
  GString *out = g_string_new (NULL);

  if (field->get_name != NULL)
    for (guint i = 0; i < field->n_names; i++)
      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", field->get_name (i));
  else if (field->type == KP_FIELD_COUNT && field->limit != G_MAXUINT)
    g_string_append_printf (out, "0…%u", field->limit);

  return g_string_free (out, FALSE);
}

/* Values that stand somewhere else in the file when they are left out here. */
static const struct
{
  const char *path;
  const char *from;
} stand_ins[] = {
  { "posts[].papers[].weight", "written.papers[].weight" },
  { "posts[].quota_ratio", "quota.ratio" },
  { "posts[].quota_action", "quota.action" },
  { "posts[].shortlist_ratio", "shortlist.tiers" },
  { "posts[].shortlist_basis", "shortlist.basis" },
  { "posts[].total", "totals[0].id" },
  { "registration.pay_until", "registration_to" },
  { "bonus.items[].per.to", "cutoff" },
  { "credential.items[].per.to", "cutoff" },
  { "credential.fact", "grid_since" },
};

static gchar *
dup_usual (const KpField *field,
           gconstpointer  record,
           const char    *path)
{
  g_autoptr (JsonNode) node = NULL;
  const gboolean       is_list = kp_scheme_value_is_list (field);

  if (field->is_required || field->type == KP_FIELD_OBJECT
      || (is_list && kp_scheme_value_get_length (field, record) == 0))
    return g_strdup ("");
  for (gsize i = 0; i < G_N_ELEMENTS (stand_ins); i++)
    if (g_str_equal (stand_ins[i].path, path))
      return g_strdup (stand_ins[i].from);

  node = kp_scheme_value_dup_node (field, record);
  return node != NULL ? json_to_string (node, FALSE) : g_strdup ("");
}

static void
add_keys (GPtrArray     *keys,
          const char    *object,
          const char    *path,
          const char    *where,
          const KpField *fields,
          gpointer       record);

/* The objects of a list are as they are made: one is put into the list, which owns it. */
static void
add_item_keys (GPtrArray     *keys,
               const char    *path,
               const char    *label,
               const KpField *field,
               gpointer       record)
{
  g_autofree gchar *inner = g_strdup_printf ("%s[].", path);

  if (field->type == KP_FIELD_ITEMS)
    {
      g_autofree gchar *item = g_malloc0 (field->size);

      add_keys (keys, field->key, inner, label, field->fields, item);
    }
  else
    {
      GPtrArray *list = *AT (GPtrArray *, record, field->offset);

      g_ptr_array_set_size (list, 0);
      g_ptr_array_add (list, field->make ());
      add_keys (keys, field->key, inner, label, field->fields, g_ptr_array_index (list, 0));
    }
}

static void
add_keys (GPtrArray     *keys,
          const char    *object,
          const char    *path,
          const char    *where,
          const KpField *fields,
          gpointer       record)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      const KpSchemeLabel *label = kp_scheme_label_get (object, field->key);
      KpSchemeKey         *key = g_new0 (KpSchemeKey, 1);

      key->path = g_strconcat (path, field->key, NULL);
      key->kind = g_strdup (get_kind (field));
      key->allowed = dup_allowed (field);
      key->usual = dup_usual (field, record, key->path);
      key->label = g_strdup_printf ("%s%s%s", where, *where != '\0' ? "：" : "", label != NULL ? label->label : "");
      key->is_required = field->is_required;
      g_ptr_array_add (keys, key);
      if (field->type == KP_FIELD_OBJECT)
        {
          g_autofree gchar *inner = g_strconcat (key->path, ".", NULL);

          add_keys (keys, field->key, inner, key->label, field->fields, AT (char, record, field->offset));
        }
      else if (kp_scheme_value_is_list (field))
        add_item_keys (keys, key->path, key->label, field, record);
    }
}

/**
 * kp_scheme_list_keys:
 *
 * Returns: (transfer full) (element-type KpSchemeKey): every key that a scheme file may have, in the order in which
 *   they are written.
 */
GPtrArray *
kp_scheme_list_keys (void)
{
  GPtrArray           *keys = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_key_free);
  g_autoptr (KpScheme) scheme = kp_scheme_new ();

  /* A post makes the paper and the formula that a scheme has when it names none. */
  g_ptr_array_add (scheme->posts, kp_scheme_post_new ());
  kp_scheme_fill_defaults (scheme);
  g_ptr_array_set_size (scheme->posts, 0);
  add_keys (keys, "scheme", "", "", kp_scheme_get_fields (), scheme);

  return keys;
}
