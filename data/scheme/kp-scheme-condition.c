/* kp-scheme-condition.c – conditions of the scheme as JSON: an object with one key, the kind.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* { "all_of": [ … ] }                                   any_of, except: the same
 * { "born": { "from": "1985-03-02", "to": "2008-03-02" } }   graduated: the same; either end may be left out
 * { "education_at_least": "大专" }
 * { "political_in": ["中共党员", "中共预备党员"] }           education_in, degree_in, major_in, sex_in: the same
 * { "residence_in": { "words": ["云岭县"], "to": "2026-03-02" } }
 * { "certificate_at_least": { "word": "助理社会工作师", "to": "2026-03-02" } }
 * { "grid_months": { "months": 12, "to": "2026-03-02" } }
 * { "service_months": { "months": 24 } }
 * { "veteran": true }   { "grid_staff": true }
 * { "by_hand": "…what has to be judged…" }
 */

#include "kp-scheme-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH 8

typedef enum
{
  SHAPE_PARTS,
  SHAPE_PERIOD,
  SHAPE_WORD,
  SHAPE_WORDS,
  SHAPE_DATED_WORD,
  SHAPE_DATED_WORDS,
  SHAPE_DATED_MONTHS,
  SHAPE_MONTHS,
  SHAPE_TRUE,
  SHAPE_TEXT,
} Shape;

static const Shape shapes[KP_N_CONDITION_KINDS] = {
  [KP_CONDITION_ALL_OF] = SHAPE_PARTS,
  [KP_CONDITION_ANY_OF] = SHAPE_PARTS,
  [KP_CONDITION_EXCEPT] = SHAPE_PARTS,
  [KP_CONDITION_BORN] = SHAPE_PERIOD,
  [KP_CONDITION_EDUCATION_AT_LEAST] = SHAPE_WORD,
  [KP_CONDITION_EDUCATION_IN] = SHAPE_WORDS,
  [KP_CONDITION_DEGREE_IN] = SHAPE_WORDS,
  [KP_CONDITION_MAJOR_IN] = SHAPE_WORDS,
  [KP_CONDITION_POLITICAL_IN] = SHAPE_WORDS,
  [KP_CONDITION_SEX_IN] = SHAPE_WORDS,
  [KP_CONDITION_RESIDENCE_IN] = SHAPE_DATED_WORDS,
  [KP_CONDITION_CERTIFICATE_AT_LEAST] = SHAPE_DATED_WORD,
  [KP_CONDITION_GRADUATED] = SHAPE_PERIOD,
  [KP_CONDITION_VETERAN] = SHAPE_TRUE,
  [KP_CONDITION_GRID_STAFF] = SHAPE_TRUE,
  [KP_CONDITION_GRID_MONTHS] = SHAPE_DATED_MONTHS,
  [KP_CONDITION_SERVICE_MONTHS] = SHAPE_MONTHS,
  [KP_CONDITION_BY_HAND] = SHAPE_TEXT,
};

static KpCondition *read_condition (KpSchemeReading *reading,
                                    JsonNode        *node,
                                    guint            depth);

static void
read_parts (KpSchemeReading *reading,
            JsonNode        *node,
            guint            depth,
            KpCondition     *condition)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0 || depth >= MAX_DEPTH)
    {
      kp_scheme_reading_refuse (reading, node, _("a list of at least one condition, nested eight deep at most"));
      return;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize        mark = kp_scheme_reading_enter_index (reading, i);
      KpCondition *part = read_condition (reading, json_array_get_element (array, i), depth + 1);

      if (part != NULL)
        g_ptr_array_add (condition->parts, part);
      kp_scheme_reading_leave (reading, mark);
    }
}

static void
read_words (KpSchemeReading *reading,
            JsonNode        *node,
            KpCondition     *condition)
{
  JsonArray              *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  if (array == NULL || json_array_get_length (array) == 0)
    {
      kp_scheme_reading_refuse (reading, node, _("a list of at least one word"));
      return;
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize       mark = kp_scheme_reading_enter_index (reading, i);
      const char *word = NULL;

      if (kp_scheme_read_text (reading, json_array_get_element (array, i), &word))
        g_strv_builder_add (words, word);
      kp_scheme_reading_leave (reading, mark);
    }
  condition->words = g_strv_builder_end (words);
}

static void
read_word (KpSchemeReading *reading,
           JsonNode        *node,
           KpCondition     *condition)
{
  const char *word = NULL;

  if (kp_scheme_read_text (reading, node, &word))
    {
      condition->words = g_new0 (gchar *, 2);
      condition->words[0] = g_strdup (word);
    }
}

/* One key of the object behind a kind; FALSE = the shape has no such key. */
static gboolean
read_member (KpSchemeReading *reading,
             Shape            shape,
             const char      *key,
             JsonNode        *node,
             KpCondition     *condition)
{
  gboolean is_dated = shape == SHAPE_PERIOD || shape == SHAPE_DATED_WORD || shape == SHAPE_DATED_WORDS
                      || shape == SHAPE_DATED_MONTHS;

  if (strcmp (key, "to") == 0 && is_dated)
    kp_scheme_read_date (reading, node, &condition->to);
  else if (strcmp (key, "from") == 0 && shape == SHAPE_PERIOD)
    kp_scheme_read_date (reading, node, &condition->from);
  else if (strcmp (key, "word") == 0 && shape == SHAPE_DATED_WORD)
    read_word (reading, node, condition);
  else if (strcmp (key, "words") == 0 && shape == SHAPE_DATED_WORDS)
    read_words (reading, node, condition);
  else if (strcmp (key, "months") == 0 && (shape == SHAPE_DATED_MONTHS || shape == SHAPE_MONTHS))
    kp_scheme_read_count (reading, node, 1200, &condition->months);
  else
    return FALSE;

  return TRUE;
}

static const char *
get_shape_hint (Shape shape)
{
  switch (shape)
    {
    case SHAPE_PERIOD:
      return _("an object with \"from\", \"to\" or both");
    case SHAPE_DATED_WORD:
      return _("an object with \"word\" and, if wanted, \"to\"");
    case SHAPE_DATED_WORDS:
      return _("an object with \"words\" and, if wanted, \"to\"");
    case SHAPE_DATED_MONTHS:
      return _("an object with \"months\" and \"to\"");
    case SHAPE_MONTHS:
    default:
      return _("an object with \"months\"");
    }
}

static gboolean
is_complete (Shape              shape,
             const KpCondition *condition)
{
  switch (shape)
    {
    case SHAPE_PERIOD:
      return !kp_date_is_none (condition->from) || !kp_date_is_none (condition->to);
    case SHAPE_DATED_WORD:
    case SHAPE_DATED_WORDS:
      return condition->words != NULL;
    case SHAPE_DATED_MONTHS:
      return condition->months > 0 && !kp_date_is_none (condition->to);
    case SHAPE_MONTHS:
    default:
      return condition->months > 0;
    }
}

static void
read_members (KpSchemeReading *reading,
              JsonNode        *node,
              Shape            shape,
              KpCondition     *condition)
{
  g_autoptr (GList) keys = NULL;
  guint             n_before = reading->problems->len;

  if (JSON_NODE_HOLDS_OBJECT (node))
    keys = json_object_get_members (json_node_get_object (node));

  for (GList *link = keys; link != NULL; link = link->next)
    {
      JsonNode *member = json_object_get_member (json_node_get_object (node), link->data);
      gsize     mark = kp_scheme_reading_enter (reading, link->data);

      if (!read_member (reading, shape, link->data, member, condition))
        kp_scheme_reading_refuse (reading, member, get_shape_hint (shape));
      kp_scheme_reading_leave (reading, mark);
    }

  if (reading->problems->len == n_before && !is_complete (shape, condition))
    kp_scheme_reading_refuse (reading, node, get_shape_hint (shape));
}

static void
read_body (KpSchemeReading *reading,
           JsonNode        *node,
           guint            depth,
           KpCondition     *condition)
{
  const char *text = NULL;

  switch (shapes[condition->kind])
    {
    case SHAPE_PARTS:
      read_parts (reading, node, depth, condition);
      break;
    case SHAPE_WORD:
      read_word (reading, node, condition);
      break;
    case SHAPE_WORDS:
      read_words (reading, node, condition);
      break;
    case SHAPE_TRUE:
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN
          || !json_node_get_boolean (node))
        kp_scheme_reading_refuse (reading, node, _("true; put it into \"except\" for the opposite"));
      break;
    case SHAPE_TEXT:
      if (kp_scheme_read_text (reading, node, &text))
        condition->text = g_strdup (text);
      break;
    case SHAPE_PERIOD:
    case SHAPE_DATED_WORD:
    case SHAPE_DATED_WORDS:
    case SHAPE_DATED_MONTHS:
    case SHAPE_MONTHS:
    default:
      read_members (reading, node, shapes[condition->kind], condition);
      break;
    }
}

static gchar *
dup_kinds (void)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < KP_N_CONDITION_KINDS; i++)
    g_string_append_printf (kinds, "%s%s", i > 0 ? ", " : "", kp_condition_kind_get_name ((KpConditionKind) i));

  return g_strdup_printf (_("an object with one key of %s"), kinds->str);
}

static KpCondition *
read_condition (KpSchemeReading *reading,
                JsonNode        *node,
                guint            depth)
{
  g_autoptr (GList)       keys = NULL;
  g_autoptr (KpCondition) condition = NULL;
  KpConditionKind         kind;
  gsize                   mark;

  if (JSON_NODE_HOLDS_OBJECT (node))
    keys = json_object_get_members (json_node_get_object (node));
  if (keys == NULL || keys->next != NULL || !kp_condition_kind_parse (keys->data, &kind))
    {
      g_autofree gchar *allowed = dup_kinds ();

      kp_scheme_reading_refuse (reading, node, allowed);
      return NULL;
    }

  condition = kp_condition_new (kind);
  mark = kp_scheme_reading_enter (reading, keys->data);
  read_body (reading, json_object_get_member (json_node_get_object (node), keys->data), depth, condition);
  kp_scheme_reading_leave (reading, mark);

  return g_steal_pointer (&condition);
}

/**
 * kp_scheme_read_condition:
 * @reading: the reading, standing at the condition
 * @node: its value
 *
 * Returns: (transfer full) (nullable): the tree as far as it could be read; every fault is a problem of @reading.
 */
KpCondition *
kp_scheme_read_condition (KpSchemeReading *reading,
                          JsonNode        *node)
{
  return read_condition (reading, node, 1);
}

static void
write_words (GString     *out,
             gchar      **words)
{
  g_string_append_c (out, '[');
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      kp_scheme_write_text (out, words[i]);
    }
  g_string_append_c (out, ']');
}

static void
write_member (GString    *out,
              const char *key)
{
  g_string_append (out, g_str_has_suffix (out->str, "{ ") ? "" : ", ");
  kp_scheme_write_text (out, key);
  g_string_append (out, ": ");
}

static void
write_day (GString    *out,
           const char *key,
           KpDate      day)
{
  g_autofree gchar *text = kp_date_dup_iso (day);

  if (kp_date_is_none (day))
    return;

  write_member (out, key);
  kp_scheme_write_text (out, text);
}

static void
write_members (GString           *out,
               Shape              shape,
               const KpCondition *condition)
{
  g_string_append (out, "{ ");
  if (shape == SHAPE_DATED_WORD)
    {
      write_member (out, "word");
      kp_scheme_write_text (out, condition->words != NULL ? condition->words[0] : NULL);
    }
  else if (shape == SHAPE_DATED_WORDS)
    {
      write_member (out, "words");
      write_words (out, condition->words);
    }
  else if (shape != SHAPE_PERIOD)
    {
      write_member (out, "months");
      g_string_append_printf (out, "%u", condition->months);
    }
  write_day (out, "from", condition->from);
  write_day (out, "to", condition->to);
  g_string_append (out, " }");
}

static void
write_parts (GString           *out,
             guint              depth,
             const KpCondition *condition)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < condition->parts->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      kp_scheme_write_line (out, depth + 1);
      kp_scheme_write_condition (out, depth + 1, g_ptr_array_index (condition->parts, i));
    }
  if (condition->parts->len > 0)
    kp_scheme_write_line (out, depth);
  g_string_append_c (out, ']');
}

/**
 * kp_scheme_write_condition:
 * @out: the text so far
 * @depth: how deep the condition stands
 * @condition: a condition
 */
void
kp_scheme_write_condition (GString           *out,
                           guint              depth,
                           const KpCondition *condition)
{
  Shape shape = shapes[condition->kind];

  g_string_append (out, "{ ");
  kp_scheme_write_text (out, kp_condition_kind_get_name (condition->kind));
  g_string_append (out, ": ");
  switch (shape)
    {
    case SHAPE_PARTS:
      write_parts (out, depth, condition);
      break;
    case SHAPE_WORD:
      kp_scheme_write_text (out, condition->words != NULL ? condition->words[0] : NULL);
      break;
    case SHAPE_WORDS:
      write_words (out, condition->words);
      break;
    case SHAPE_TRUE:
      g_string_append (out, "true");
      break;
    case SHAPE_TEXT:
      kp_scheme_write_text (out, condition->text);
      break;
    case SHAPE_PERIOD:
    case SHAPE_DATED_WORD:
    case SHAPE_DATED_WORDS:
    case SHAPE_DATED_MONTHS:
    case SHAPE_MONTHS:
    default:
      write_members (out, shape, condition);
      break;
    }
  g_string_append (out, " }");
}
