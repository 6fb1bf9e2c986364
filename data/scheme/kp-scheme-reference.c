/* kp-scheme-reference.c – what a scheme calls the part of itself that a code names.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "total": "exam" says nothing to a reader of a notice; 综合成绩算法“笔试和面试” does. Codes that a notice prints
 * itself (those of posts) stay. */

#include "kp-scheme-reference.h"

#include "kp-scheme-value.h"

#include <string.h>

#define FACTS "facts"

static const struct
{
  const char *object;
  const char *key;
  const char *list; /* the key of the list whose item is named */
} references[] = {
  { "posts", "street", "streets" },
  { "posts", "total", "totals" },
  { "total_for", "total", "totals" },
  { "quota", "interview_only_total", "totals" },
  { "relaxations", "relaxes", "requirements" },
  { "sittings", "paper", "papers" },
  { "items", "group", "groups" },
  { "per", "fact", FACTS },
  { "per", "until", FACTS },
  { "credential", "fact", FACTS },
  { "veteran", "merit", FACTS },
  { "graduate", "not_if", FACTS },
  { "graduate", "overseas", FACTS },
  { "graduate", "certified", FACTS },
  { "graduate", "soldier", FACTS },
  { "project", "fact", FACTS },
  { "project", "began", FACTS },
  { "project", "ended", FACTS },
  { "proofs", "facts", FACTS },
};

/**
 * kp_scheme_reference_get_list:
 * @object: the key under which the object stands
 * @key: one of its keys
 *
 * Returns: (transfer none) (nullable): the key of the list that the value names an item of; NULL when it names none.
 */
const char *
kp_scheme_reference_get_list (const char *object,
                              const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    if (strcmp (references[i].object, object) == 0 && strcmp (references[i].key, key) == 0)
      return references[i].list;

  return NULL;
}

/* What has been found so far. */
typedef struct
{
  const char *list;
  const char *code;
  const char *title; /* (nullable) */
} Search;

static const char *
get_title (const KpField *fields,
           gconstpointer  item)
{
  const char *title = kp_scheme_value_get_text (fields, item, "label");

  return title != NULL ? title : kp_scheme_value_get_text (fields, item, "name");
}

static void
search_list (Search        *search,
             const KpField *field,
             gconstpointer  record)
{
  for (guint i = 0; i < kp_scheme_value_get_length (field, record); i++)
    {
      gconstpointer item = kp_scheme_value_get_item (field, record, i);

      if (search->title == NULL
          && g_strcmp0 (kp_scheme_value_get_text (field->fields, item, field->fields[0].key), search->code) == 0)
        search->title = get_title (field->fields, item);
    }
}

/* Lists at the top and in embedded objects; what stands in an item of a list can't be named from outside. */
static void
search_object (Search        *search,
               const KpField *fields,
               gconstpointer  record)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      if (kp_scheme_value_is_list (field) && strcmp (field->key, search->list) == 0)
        search_list (search, field, record);
      else if (field->type == KP_FIELD_OBJECT)
        search_object (search, field->fields, kp_scheme_value_get_object (field, record));
    }
}

static guint
count_title (const char    *list,
             const char    *title,
             const KpField *fields,
             gconstpointer  record)
{
  guint n = 0;

  for (const KpField *field = fields; field->key != NULL; field++)
    {
      if (kp_scheme_value_is_list (field) && strcmp (field->key, list) == 0)
        for (guint i = 0; i < kp_scheme_value_get_length (field, record); i++)
          n += g_strcmp0 (get_title (field->fields, kp_scheme_value_get_item (field, record, i)), title) == 0;
      else if (field->type == KP_FIELD_OBJECT)
        n += count_title (list, title, field->fields, kp_scheme_value_get_object (field, record));
    }

  return n;
}

/**
 * kp_scheme_reference_get_title:
 * @scheme: a scheme
 * @object: the key under which the object stands that names another part
 * @key: one of its keys
 * @code: the value of that key
 *
 * Returns: (transfer none) (nullable): what the scheme calls the part; NULL when @key names no part, when the part has
 *   no words, or when two parts share them, so that only the code tells them apart.
 */
const char *
kp_scheme_reference_get_title (const KpScheme *scheme,
                               const char     *object,
                               const char     *key,
                               const char     *code)
{
  Search search = { kp_scheme_reference_get_list (object, key), code, NULL };

  if (search.list == NULL || *code == '\0')
    return NULL;

  search_object (&search, kp_scheme_get_fields (), scheme);
  if (search.title != NULL)
    return count_title (search.list, search.title, kp_scheme_get_fields (), scheme) == 1 ? search.title : NULL;
  if (strcmp (search.list, FACTS) == 0 && kp_fact_find_def (NULL, code) != NULL)
    return kp_fact_find_label (NULL, code);

  return NULL;
}
