/* kp-scheme-tie.c – the order that parts equal totals, to and from JSON.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list, the first decides first; each item is a name or an object:
 *
 *   "interview"
 *   { "fact": "grid_since", "prefer": "less" }
 *   { "meets": { "certificate_at_least": { "word": "助理社会工作师" } }, "label": "持有社工证者优先" }
 *   { "order": { "fact": "education", "words": ["硕士", "本科"] } }
 */

#include "kp-scheme-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MORE "more"
#define LESS "less"

/* What an object may have as a member; "label" goes with each. */
typedef struct
{
  const char *key;
  KpTieField  field;
} Form;

static const Form forms[] = {
  { "fact", KP_TIE_FACT },
  { "meets", KP_TIE_MEETS },
  { "order", KP_TIE_ORDER },
};

static void
refuse (KpSchemeReading *reading,
        JsonNode        *node)
{
  kp_scheme_reading_refuse (reading, node,
                            _("a name such as \"interview\", or an object with one of \"fact\", \"meets\" and "
                              "\"order\", and, if wanted, \"label\" and for a fact \"prefer\""));
}

static gboolean
read_prefer (KpSchemeReading *reading,
             JsonNode        *node,
             KpTie           *tie)
{
  const char *word = NULL;

  if (!kp_scheme_read_text (reading, node, &word))
    return FALSE;
  if (strcmp (word, MORE) != 0 && strcmp (word, LESS) != 0)
    {
      kp_scheme_reading_refuse (reading, node, _("\"more\" or \"less\""));
      return FALSE;
    }

  tie->prefers_less = strcmp (word, LESS) == 0;
  return TRUE;
}

static gboolean
read_word_list (KpSchemeReading *reading,
                JsonNode        *node,
                KpTie           *tie)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  JsonArray               *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const guint              n = array != NULL ? json_array_get_length (array) : 0;
  gboolean                 is_read = n > 0;

  if (n == 0)
    kp_scheme_reading_refuse (reading, node, _("a list with at least one word, the best first"));
  for (guint i = 0; i < n; i++)
    {
      const char *word = NULL;
      gsize       mark = kp_scheme_reading_enter_index (reading, i);

      if (kp_scheme_read_text (reading, json_array_get_element (array, i), &word))
        g_strv_builder_add (words, word);
      else
        is_read = FALSE;
      kp_scheme_reading_leave (reading, mark);
    }
  tie->words = g_strv_builder_end (words);

  return is_read;
}

static gboolean
read_order (KpSchemeReading *reading,
            JsonNode        *node,
            KpTie           *tie)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *fact = NULL;
  gsize       mark;
  gboolean    is_read;

  if (object == NULL || json_object_get_size (object) != 2 || !json_object_has_member (object, "fact")
      || !json_object_has_member (object, "words"))
    {
      kp_scheme_reading_refuse (reading, node, _("an object with \"fact\" and \"words\""));
      return FALSE;
    }

  mark = kp_scheme_reading_enter (reading, "fact");
  is_read = kp_scheme_read_text (reading, json_object_get_member (object, "fact"), &fact);
  tie->fact = g_strdup (fact);
  kp_scheme_reading_leave (reading, mark);
  mark = kp_scheme_reading_enter (reading, "words");
  is_read = read_word_list (reading, json_object_get_member (object, "words"), tie) && is_read;
  kp_scheme_reading_leave (reading, mark);

  return is_read;
}

static gboolean
read_text (KpSchemeReading *reading,
           JsonNode        *node,
           gchar          **out)
{
  const char *text = NULL;

  if (!kp_scheme_read_text (reading, node, &text))
    return FALSE;

  *out = g_strdup (text);
  return TRUE;
}

static gboolean
read_member (KpSchemeReading *reading,
             const char      *key,
             JsonNode        *node,
             KpTie           *tie)
{
  if (strcmp (key, "label") == 0)
    return read_text (reading, node, &tie->label);
  if (strcmp (key, "fact") == 0)
    return read_text (reading, node, &tie->fact);
  if (strcmp (key, "prefer") == 0)
    return read_prefer (reading, node, tie);
  if (strcmp (key, "order") == 0)
    return read_order (reading, node, tie);

  tie->condition = kp_scheme_read_condition (reading, node);
  return tie->condition != NULL;
}

/* Exactly one of the forms, and nothing that it doesn't know. */
static gboolean
find_form (JsonObject *object,
           KpTieField *field)
{
  guint n_known = 0;
  guint n_forms = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (json_object_has_member (object, forms[i].key))
      {
        *field = forms[i].field;
        n_forms++;
      }
  n_known = n_forms + (json_object_has_member (object, "label") ? 1 : 0);
  if (n_forms == 1 && *field == KP_TIE_FACT && json_object_has_member (object, "prefer"))
    n_known++;

  return n_forms == 1 && json_object_get_size (object) == n_known;
}

static KpTie *
read_tie_object (KpSchemeReading *reading,
                 JsonNode        *node)
{
  JsonObject       *object = json_node_get_object (node);
  g_autoptr (KpTie) tie = NULL;
  g_autoptr (GList) keys = json_object_get_members (object);
  KpTieField        field = KP_TIE_FACT;
  gboolean          is_read = TRUE;

  if (!find_form (object, &field))
    {
      refuse (reading, node);
      return NULL;
    }

  tie = kp_tie_new (field);
  for (GList *link = keys; link != NULL; link = link->next)
    {
      gsize mark = kp_scheme_reading_enter (reading, link->data);

      is_read = read_member (reading, link->data, json_object_get_member (object, link->data), tie) && is_read;
      kp_scheme_reading_leave (reading, mark);
    }

  return is_read ? g_steal_pointer (&tie) : NULL;
}

static KpTie *
read_tie (KpSchemeReading *reading,
          JsonNode        *node)
{
  const char *name = NULL;
  KpTieField  field;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return read_tie_object (reading, node);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    name = json_node_get_string (node);
  if (kp_tie_field_from_name (name, &field))
    return kp_tie_new (field);

  refuse (reading, node);
  return NULL;
}

/**
 * kp_scheme_read_ties:
 * @reading: the reading, standing at the list
 * @node: the list
 * @ties: (element-type KpTie): emptied, then filled with what could be read
 */
void
kp_scheme_read_ties (KpSchemeReading *reading,
                     JsonNode        *node,
                     GPtrArray       *ties)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  g_ptr_array_set_size (ties, 0);
  if (array == NULL || json_array_get_length (array) > KP_TOTAL_MAX_TIES)
    {
      g_autofree gchar *allowed = g_strdup_printf (_("a list of at most %u items"), (guint) KP_TOTAL_MAX_TIES);

      kp_scheme_reading_refuse (reading, node, allowed);
      return;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize  mark = kp_scheme_reading_enter_index (reading, i);
      KpTie *tie = read_tie (reading, json_array_get_element (array, i));

      if (tie != NULL)
        g_ptr_array_add (ties, tie);
      kp_scheme_reading_leave (reading, mark);
    }
}

static void
write_key (GString    *out,
           const char *key)
{
  kp_scheme_write_text (out, key);
  g_string_append (out, ": ");
}

static void
write_order (GString     *out,
             const KpTie *tie)
{
  g_string_append (out, "{ ");
  write_key (out, "fact");
  kp_scheme_write_text (out, tie->fact);
  g_string_append (out, ", ");
  write_key (out, "words");
  g_string_append_c (out, '[');
  for (guint i = 0; tie->words[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      kp_scheme_write_text (out, tie->words[i]);
    }
  g_string_append (out, "] }");
}

static void
write_tie (GString     *out,
           guint        depth,
           const KpTie *tie)
{
  if (tie->field < KP_TIE_N_NAMED)
    {
      kp_scheme_write_text (out, kp_tie_field_get_name (tie->field));
      return;
    }

  g_string_append (out, "{ ");
  write_key (out, kp_tie_field_get_name (tie->field));
  if (tie->field == KP_TIE_FACT)
    kp_scheme_write_text (out, tie->fact);
  else if (tie->field == KP_TIE_MEETS)
    kp_scheme_write_condition (out, depth, tie->condition);
  else
    write_order (out, tie);
  if (tie->prefers_less)
    {
      g_string_append (out, ", ");
      write_key (out, "prefer");
      kp_scheme_write_text (out, LESS);
    }
  if (tie->label != NULL)
    {
      g_string_append (out, ", ");
      write_key (out, "label");
      kp_scheme_write_text (out, tie->label);
    }
  g_string_append (out, " }");
}

/**
 * kp_scheme_write_ties:
 * @out: the text so far
 * @depth: how deep the list stands
 * @ties: (element-type KpTie): the order
 *
 * Names alone stand on one line; with an object among them each item has its own.
 */
void
kp_scheme_write_ties (GString         *out,
                      guint            depth,
                      const GPtrArray *ties)
{
  gboolean is_plain = TRUE;

  for (guint i = 0; i < ties->len; i++)
    is_plain = is_plain && ((const KpTie *) g_ptr_array_index (ties, i))->field < KP_TIE_N_NAMED;

  g_string_append_c (out, '[');
  for (guint i = 0; i < ties->len; i++)
    {
      if (i > 0)
        g_string_append (out, is_plain ? ", " : ",");
      if (!is_plain)
        kp_scheme_write_line (out, depth + 1);
      write_tie (out, depth + 1, g_ptr_array_index (ties, i));
    }
  if (!is_plain)
    kp_scheme_write_line (out, depth);
  g_string_append_c (out, ']');
}
