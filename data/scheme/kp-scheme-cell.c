/* kp-scheme-cell.c – one value of a scheme as the cell of a table, there and back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   text            as it is; as JSON when it couldn't be told from another form: "“", line breaks, ""
 *   是 / 否          true and false
 *   四舍五入          a name, by its word; the name itself is read as well
 *   笔试、面试        a list of names or numbers; [] an empty one
 *   one a line       a list of texts
 *   { "veteran": … } conditions and ties, as in the file
 *   (empty)          the key is left out */

#include "kp-scheme-cell.h"

#include "kp-scheme-labels.h"
#include "kp-scheme-value.h"

#include <string.h>

#define YES "是"
#define NO "否"
#define EMPTY_LIST "[]"
#define SEPARATOR "、"

static gboolean
is_list_of_words (const KpField *field)
{
  return field->type == KP_FIELD_NAMES || field->type == KP_FIELD_FLAGS || field->type == KP_FIELD_COUNTS;
}

static gboolean
is_text (const KpField *field)
{
  return field->type == KP_FIELD_TEXT || field->type == KP_FIELD_TEXT_NULL;
}

/* Would a cell with this text be read as something else? */
static gboolean
is_ambiguous (const char *text)
{
  const gsize length = strlen (text);

  return length > 0
         && (*text == '"' || *text == '[' || strpbrk (text, "\r\n") != NULL || g_ascii_isspace (text[0])
             || g_ascii_isspace (text[length - 1]));
}

static gchar *
dup_string (const char    *object,
            const KpField *field,
            JsonNode      *node)
{
  const char *text = json_node_get_string (node);
  const char *word = field->get_name != NULL ? kp_scheme_label_get_word (object, field->key, text) : NULL;

  if (word != NULL)
    return g_strdup (word);
  if (is_text (field) && is_ambiguous (text))
    return json_to_string (node, FALSE);
  /* An empty cell leaves the key out, which isn't the same for these. */
  if (*text == '\0' && (field->type == KP_FIELD_TEXT_NULL || field->is_required))
    return g_strdup ("\"\"");

  return g_strdup (text);
}

static gchar *
dup_scalar (const char    *object,
            const KpField *field,
            JsonNode      *node)
{
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? YES : NO);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return dup_string (object, field, node);

  return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
}

static gchar *
dup_array (const char    *object,
           const KpField *field,
           JsonNode      *node)
{
  JsonArray          *array = json_node_get_array (node);
  const gboolean      is_words = is_list_of_words (field);
  g_autoptr (GString) out = g_string_new (NULL);

  if (json_array_get_length (array) == 0)
    return g_strdup (is_words || field->type == KP_FIELD_TIES ? EMPTY_LIST : "");
  if (!is_words && field->type != KP_FIELD_TEXTS)
    return json_to_string (node, FALSE);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree gchar *part = dup_scalar (object, field, json_array_get_element (array, i));

      if (!is_words && (*part == '\0' || is_ambiguous (part)))
        return json_to_string (node, FALSE);
      g_string_append_printf (out, "%s%s", i == 0 ? "" : is_words ? SEPARATOR : "\n", part);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * kp_scheme_cell_dup_text:
 * @object: the key under which the object stands
 * @field: a line of its table that is no object and no list of objects
 * @record: the struct that has it
 *
 * Returns: (transfer full): the cell; "" = there is no value.
 */
gchar *
kp_scheme_cell_dup_text (const char    *object,
                         const KpField *field,
                         gconstpointer  record)
{
  g_autoptr (JsonNode) node = kp_scheme_value_dup_node (field, record);

  if (node == NULL)
    return g_strdup ("");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return dup_array (object, field, node);
  if (JSON_NODE_HOLDS_VALUE (node))
    return dup_scalar (object, field, node);

  return json_to_string (node, FALSE);
}

static JsonNode *
new_string (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

/* Only digits are a number; the reader of the scheme refuses the rest. */
static JsonNode *
new_number (const char *text)
{
  const gsize length = strlen (text);

  if (length == 0 || length > 18 || strspn (text, "0123456789") != length)
    return new_string (text);

  return json_node_init_int (json_node_alloc (), g_ascii_strtoll (text, NULL, 10));
}

static JsonNode *
new_name (const char    *object,
          const KpField *field,
          const char    *text)
{
  for (guint i = 0; field->get_name != NULL && i < field->n_names; i++)
    {
      const char *name = field->get_name (i);

      if (g_strcmp0 (kp_scheme_label_get_word (object, field->key, name), text) == 0)
        return new_string (name);
    }

  return new_string (text);
}

static JsonNode *
new_list (const char    *object,
          const KpField *field,
          const char    *text)
{
  g_auto (GStrv) parts = g_strsplit (text, field->type == KP_FIELD_TEXTS ? "\n" : SEPARATOR, -1);
  JsonArray     *array = json_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;
      json_array_add_element (array, field->type == KP_FIELD_COUNTS ? new_number (parts[i])
                                                                    : new_name (object, field, parts[i]));
    }

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
new_truth (const char *text)
{
  if (strcmp (text, YES) == 0 || g_ascii_strcasecmp (text, "true") == 0)
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (strcmp (text, NO) == 0 || g_ascii_strcasecmp (text, "false") == 0)
    return json_node_init_boolean (json_node_alloc (), FALSE);

  return new_string (text);
}

/**
 * kp_scheme_cell_read:
 * @object: the key under which the object stands
 * @field: a line of its table that is no object and no list of objects
 * @text: a cell
 *
 * Returns: (transfer full) (nullable): the value for a scheme file; a text where it can't be one of this kind, which
 *   the reader of the scheme refuses with its path. NULL for an empty cell: the key is left out.
 */
JsonNode *
kp_scheme_cell_read (const char    *object,
                     const KpField *field,
                     const char    *text)
{
  JsonNode *node = NULL;

  if (*text == '\0')
    return NULL;
  if (*text == '"' || (!is_text (field) && (*text == '[' || *text == '{')))
    node = json_from_string (text, NULL);
  if (node != NULL)
    return node;
  if (field->type == KP_FIELD_BOOL)
    return new_truth (text);
  if (is_list_of_words (field) || field->type == KP_FIELD_TEXTS)
    return new_list (object, field, text);
  if (field->type == KP_FIELD_COUNT || field->type == KP_FIELD_PLACES)
    return new_number (text);

  return new_name (object, field, text);
}
