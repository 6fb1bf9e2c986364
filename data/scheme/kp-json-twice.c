/* kp-json-twice.c – keys that stand twice in one object of a JSON text.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A JSON reader keeps the last of two equal keys and says nothing: who wrote a second "places" below the first would see
 * the first one vanish. This looks at the text itself, once a reader has found it well-formed. */

#include "kp-json-twice.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* One bracket that is open. */
typedef struct
{
  GHashTable *keys; /* (nullable): of an object; NULL in a list */
  gchar      *key;  /* the last one seen */
  guint       index; /* in a list */
  gboolean    is_value; /* after the colon */
} Level;

static void
level_clear (gpointer data)
{
  Level *level = data;

  g_clear_pointer (&level->keys, g_hash_table_unref);
  g_free (level->key);
}

/* "posts[0].places" */
static gchar *
dup_path (const GArray *levels,
          const char   *key)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < levels->len; i++)
    {
      const Level *level = &g_array_index (levels, Level, i);
      const char  *name = i + 1 == levels->len ? key : level->key;

      if (level->keys == NULL)
        g_string_append_printf (path, "[%u]", level->index);
      else
        g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", name != NULL ? name : "");
    }

  return g_string_free (path, FALSE);
}

/* The byte behind the text that begins here. */
static gsize
skip_text (const char *text,
           gsize       length,
           gsize       at)
{
  for (at++; at < length && text[at] != '"'; at++)
    if (text[at] == '\\')
      at++;

  return MIN (at + 1, length);
}

/* The byte behind a comment, which the reader passes over, too; @at when there is none. */
static gsize
skip_comment (const char *text,
              gsize       length,
              gsize       at)
{
  const char *end = NULL;

  if (at + 1 >= length || text[at] != '/' || (text[at + 1] != '/' && text[at + 1] != '*'))
    return at;

  end = text[at + 1] == '/' ? memchr (text + at, '\n', length - at) : g_strstr_len (text + at + 2, (gssize) (length - at - 2), "*/");
  return end != NULL ? (gsize) (end - text) + 1 : length;
}

/* A key may be written with escapes: the same key all the same. */
static gchar *
dup_plain (const char *text,
           gsize       begin,
           gsize       end)
{
  g_autofree gchar     *quoted = g_strndup (text + begin, end - begin);
  g_autoptr (JsonNode) node = json_from_string (quoted, NULL);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return g_steal_pointer (&quoted);

  return g_strdup (json_node_get_string (node));
}

static void
take_key (GArray    *levels,
          gchar     *key,
          GPtrArray *twice)
{
  Level *level = &g_array_index (levels, Level, levels->len - 1);

  if (!g_hash_table_add (level->keys, g_strdup (key)))
    g_ptr_array_add (twice, dup_path (levels, key));
  g_free (level->key);
  level->key = key;
}

static void
take_sign (GArray *levels,
           char    sign)
{
  Level *level = levels->len > 0 ? &g_array_index (levels, Level, levels->len - 1) : NULL;
  Level  inner = { NULL, NULL, 0, FALSE };

  if (sign == '{')
    inner.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (sign == '{' || sign == '[')
    g_array_append_val (levels, inner);
  else if (level == NULL)
    return;
  else if (sign == '}' || sign == ']')
    g_array_set_size (levels, levels->len - 1);
  else if (sign == ':')
    level->is_value = TRUE;
  else if (sign == ',')
    {
      level->is_value = FALSE;
      level->index++;
    }
}

/**
 * kp_json_list_twice:
 * @text: a JSON text that a reader accepts
 * @length: its bytes
 *
 * Pure; safe from any thread.
 *
 * Returns: (transfer full) (element-type utf8): where a key stands that its object has already, "posts[0].places"; empty
 *   when all are different
 */
GPtrArray *
kp_json_list_twice (const char *text,
                    gsize       length)
{
  GPtrArray          *twice = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray)  levels = g_array_new (FALSE, TRUE, sizeof (Level));
  gsize               at = 0;

  g_array_set_clear_func (levels, level_clear);
  while (at < length)
    {
      const gsize after = skip_comment (text, length, at);

      if (after > at)
        at = after;
      else if (text[at] == '"')
        {
          const gsize  end = skip_text (text, length, at);
          const Level *level = levels->len > 0 ? &g_array_index (levels, Level, levels->len - 1) : NULL;

          if (level != NULL && level->keys != NULL && !level->is_value)
            take_key (levels, dup_plain (text, at, end), twice);
          at = end;
        }
      else
        take_sign (levels, text[at++]);
    }

  return twice;
}
