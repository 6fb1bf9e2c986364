/* kp-scheme-read.c – fills a part of the scheme from its JSON, collecting everything that is wrong.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT(Type, record, offset) ((Type *) ((char *) (record) + (offset)))

/**
 * kp_scheme_reading_enter:
 * @reading: the reading
 * @key: the key that is gone into
 *
 * Returns: what kp_scheme_reading_leave() needs.
 */
gsize
kp_scheme_reading_enter (KpSchemeReading *reading,
                         const char      *key)
{
  gsize mark = reading->path->len;

  g_string_append_printf (reading->path, "%s%s", mark > 0 ? "." : "", key);

  return mark;
}

/**
 * kp_scheme_reading_enter_index:
 * @reading: the reading
 * @index: the item that is gone into, from 0
 *
 * Returns: what kp_scheme_reading_leave() needs.
 */
gsize
kp_scheme_reading_enter_index (KpSchemeReading *reading,
                               guint            index)
{
  gsize mark = reading->path->len;

  g_string_append_printf (reading->path, "[%u]", index);

  return mark;
}

/**
 * kp_scheme_reading_leave:
 * @reading: the reading
 * @mark: what the matching enter returned
 */
void
kp_scheme_reading_leave (KpSchemeReading *reading,
                         gsize            mark)
{
  g_string_truncate (reading->path, mark);
}

static void
add_problem (KpSchemeReading *reading,
             gchar           *message)
{
  g_ptr_array_add (reading->problems, kp_scheme_problem_new (reading->path->str, FALSE, message));
}

/* The value as the file has it, shortened for a message. */
static gchar *
dup_shown (JsonNode *node)
{
  g_autofree gchar *text = json_to_string (node, FALSE);

  if (g_utf8_strlen (text, -1) > 60)
    {
      g_autofree gchar *start = g_utf8_substring (text, 0, 60);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&text);
}

/**
 * kp_scheme_reading_refuse:
 * @reading: the reading, standing at the value
 * @node: the value
 * @allowed: what may stand there, translated
 */
void
kp_scheme_reading_refuse (KpSchemeReading *reading,
                          JsonNode        *node,
                          const char      *allowed)
{
  g_autofree gchar *shown = dup_shown (node);

  add_problem (reading, g_strdup_printf (_("The value %s isn't allowed here; write %s."), shown, allowed));
}

/**
 * kp_scheme_read_text:
 * @reading: the reading
 * @node: a value
 * @out: (out) (transfer none): the text, owned by @node
 *
 * Returns: FALSE and a problem when it is no text.
 */
gboolean
kp_scheme_read_text (KpSchemeReading *reading,
                     JsonNode        *node,
                     const char     **out)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      kp_scheme_reading_refuse (reading, node, _("a text in quotation marks"));
      return FALSE;
    }

  *out = json_node_get_string (node);
  return TRUE;
}

/**
 * kp_scheme_read_count:
 * @reading: the reading
 * @node: a value
 * @limit: the greatest allowed number
 * @out: (out): the number
 *
 * Returns: FALSE and a problem when it is no whole number from 0 to @limit.
 */
gboolean
kp_scheme_read_count (KpSchemeReading *reading,
                      JsonNode        *node,
                      guint            limit,
                      guint           *out)
{
  gboolean is_whole = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
  gint64   value = is_whole ? json_node_get_int (node) : -1;

  if (value < 0 || value > (gint64) limit)
    {
      g_autofree gchar *allowed = g_strdup_printf (_("a whole number from 0 to %u"), limit);

      kp_scheme_reading_refuse (reading, node, allowed);
      return FALSE;
    }

  *out = (guint) value;
  return TRUE;
}

/**
 * kp_scheme_read_date:
 * @reading: the reading
 * @node: a value
 * @out: (out): the day
 *
 * Returns: FALSE and a problem when it is no day in ISO form.
 */
gboolean
kp_scheme_read_date (KpSchemeReading *reading,
                     JsonNode        *node,
                     KpDate          *out)
{
  const char *text = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  if (kp_date_parse_iso (text, out, NULL))
    return TRUE;

  kp_scheme_reading_refuse (reading, node, _("a date of the calendar such as \"2026-03-02\""));
  return FALSE;
}

static void
read_bool (KpSchemeReading *reading,
           JsonNode        *node,
           gboolean        *out)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    *out = json_node_get_boolean (node);
  else
    kp_scheme_reading_refuse (reading, node, _("true or false"));
}

/* A mark is text, so that no JSON reader makes a binary fraction of it; a bare whole number is harmless. */
static gboolean
read_mark (KpSchemeReading *reading,
           JsonNode        *node,
           KpMark          *out)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    {
      gint64 points = json_node_get_int (node);

      if (points >= 0 && points <= 100000)
        {
          *out = KP_MARK (points, 0);
          return TRUE;
        }
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           && kp_mark_parse (json_node_get_string (node), KP_MARK_DECIMALS, out, NULL))
    return TRUE;

  kp_scheme_reading_refuse (reading, node, _("a mark as text with at most four decimals, such as \"82.5\""));
  return FALSE;
}

/**
 * kp_scheme_read_fraction:
 * @reading: the reading
 * @node: a value
 * @out: (out): the fraction
 *
 * Returns: FALSE and a problem when it is neither a fraction as text nor a whole number.
 */
gboolean
kp_scheme_read_fraction (KpSchemeReading *reading,
                         JsonNode        *node,
                         KpFraction      *out)
{
  g_autofree gchar *whole = NULL;
  const char       *text = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    text = whole = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  if (text != NULL && kp_fraction_parse (text, out, NULL))
    return TRUE;

  kp_scheme_reading_refuse (reading, node,
                            text != NULL && strchr (text, ':') != NULL
                                ? _("a ratio such as \"3\" or \"1:3\": 1 stands before the colon, since \"3:1\" can be read both ways")
                                : _("a ratio such as \"3\", \"11/10\" or \"1:3\""));
  return FALSE;
}

static void
read_weight (KpSchemeReading *reading,
             JsonNode        *node,
             KpFraction      *out)
{
  const char *text = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  if (!kp_weight_parse (text, out, NULL))
    kp_scheme_reading_refuse (reading, node, _("a weight as text such as \"40%\", \"0.4\" or \"1/3\""));
}

static void
read_time (KpSchemeReading *reading,
           JsonNode        *node,
           guint           *out)
{
  const char *text = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    text = json_node_get_string (node);
  if (text != NULL && strlen (text) == 5 && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && text[2] == ':'
      && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4]))
    {
      guint hour = (guint) (text[0] - '0') * 10 + (guint) (text[1] - '0');
      guint minute = (guint) (text[3] - '0') * 10 + (guint) (text[4] - '0');

      if (hour < 24 && minute < 60)
        {
          *out = hour * 60 + minute;
          return;
        }
    }

  kp_scheme_reading_refuse (reading, node, _("a time of the day such as \"09:00\""));
}

static void
read_places (KpSchemeReading *reading,
             JsonNode        *node,
             int             *out)
{
  gint64 places = -1;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    places = json_node_get_int (node);
  if (places >= 0 && places <= KP_FRACTION_MAX_DECIMALS)
    *out = (int) places;
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           && strcmp (json_node_get_string (node), "exact") == 0)
    *out = KP_CORRECTION_EXACT;
  else
    kp_scheme_reading_refuse (reading, node, _("a number of decimals from 0 to 9, or \"exact\""));
}

static gchar *
dup_names (const KpField *field)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < field->n_names; i++)
    g_string_append_printf (names, "%s\"%s\"", i > 0 ? ", " : "", field->get_name (i));

  return g_strdup_printf (_("one of %s"), names->str);
}

static gboolean
read_name (KpSchemeReading *reading,
           JsonNode        *node,
           const KpField   *field,
           guint           *out)
{
  g_autofree gchar *allowed = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    for (guint i = 0; i < field->n_names; i++)
      if (strcmp (field->get_name (i), json_node_get_string (node)) == 0)
        {
          *out = i;
          return TRUE;
        }

  allowed = dup_names (field);
  kp_scheme_reading_refuse (reading, node, allowed);
  return FALSE;
}

static JsonArray *
read_array (KpSchemeReading *reading,
            JsonNode        *node,
            guint            limit)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    kp_scheme_reading_refuse (reading, node, _("a list in square brackets"));
  else if (limit > 0 && json_array_get_length (array) > limit)
    {
      g_autofree gchar *allowed = g_strdup_printf (_("a list of at most %u items"), limit);

      kp_scheme_reading_refuse (reading, node, allowed);
      array = NULL;
    }

  return array;
}

static void
read_struct (KpSchemeReading *reading,
             JsonNode        *node,
             const KpField   *fields,
             gpointer         record)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    kp_scheme_read_object (reading, json_node_get_object (node), fields, record);
  else
    kp_scheme_reading_refuse (reading, node, _("an object in braces"));
}

/* Lists of numbers and names of fixed room. */
static void
read_small_list (KpSchemeReading *reading,
                 JsonNode        *node,
                 const KpField   *field,
                 gpointer         record)
{
  guint     *values = AT (guint, record, field->offset);
  guint     *n_values = AT (guint, record, field->extra);
  JsonArray *array = read_array (reading, node, field->limit);

  *n_values = 0;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      gsize     mark = kp_scheme_reading_enter_index (reading, i);
      guint     value = 0;
      gboolean  is_read;

      if (field->type == KP_FIELD_NAMES)
        is_read = read_name (reading, item, field, &value);
      else
        is_read = kp_scheme_read_count (reading, item, 1000, &value);
      if (is_read)
        values[(*n_values)++] = value;
      kp_scheme_reading_leave (reading, mark);
    }
}

/* A list of names, each at most once in effect. */
static void
read_flags (KpSchemeReading *reading,
            JsonNode        *node,
            const KpField   *field,
            guint           *out)
{
  JsonArray *array = read_array (reading, node, 0);

  *out = 0;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gsize mark = kp_scheme_reading_enter_index (reading, i);
      guint bit = 0;

      if (read_name (reading, json_array_get_element (array, i), field, &bit))
        *out |= 1u << bit;
      kp_scheme_reading_leave (reading, mark);
    }
}

static void
read_items (KpSchemeReading *reading,
            JsonNode        *node,
            const KpField   *field,
            gpointer         record)
{
  char      *items = AT (char, record, field->offset);
  guint     *n_items = AT (guint, record, field->extra);
  JsonArray *array = read_array (reading, node, field->limit);

  *n_items = 0;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gsize mark = kp_scheme_reading_enter_index (reading, i);

      memset (items + i * field->size, 0, field->size);
      read_struct (reading, json_array_get_element (array, i), field->fields, items + i * field->size);
      kp_scheme_reading_leave (reading, mark);
      *n_items = i + 1;
    }
}

static void
read_list (KpSchemeReading *reading,
           JsonNode        *node,
           const KpField   *field,
           gpointer         record)
{
  GPtrArray *list = *AT (GPtrArray *, record, field->offset);
  JsonArray *array;

  if (field->type == KP_FIELD_TIES)
    {
      kp_scheme_read_ties (reading, node, list);
      return;
    }

  array = read_array (reading, node, 0);
  g_ptr_array_set_size (list, 0);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode   *item = json_array_get_element (array, i);
      gsize       mark = kp_scheme_reading_enter_index (reading, i);
      const char *text = NULL;

      if (field->type == KP_FIELD_OBJECTS)
        {
          gpointer member = field->make ();

          g_ptr_array_add (list, member);
          read_struct (reading, item, field->fields, member);
        }
      else if (kp_scheme_read_text (reading, item, &text))
        g_ptr_array_add (list, g_strdup (text));
      kp_scheme_reading_leave (reading, mark);
    }
}

static void
read_text_field (KpSchemeReading *reading,
                 JsonNode        *node,
                 gchar          **out)
{
  const char *text = NULL;

  if (!kp_scheme_read_text (reading, node, &text))
    return;

  g_free (*out);
  *out = g_strdup (text);
}

static void
read_name_field (KpSchemeReading *reading,
                 JsonNode        *node,
                 const KpField   *field,
                 gpointer         record)
{
  gboolean is_read = read_name (reading, node, field, AT (guint, record, field->offset));

  if (field->type == KP_FIELD_NAME_IF)
    *AT (gboolean, record, field->extra) = is_read;
}

static void
read_field (KpSchemeReading *reading,
            JsonNode        *node,
            const KpField   *field,
            gpointer         record)
{
  switch (field->type)
    {
    case KP_FIELD_TEXT:
    case KP_FIELD_TEXT_NULL:
      read_text_field (reading, node, AT (gchar *, record, field->offset));
      break;
    case KP_FIELD_COUNT:
      kp_scheme_read_count (reading, node, field->limit, AT (guint, record, field->offset));
      break;
    case KP_FIELD_PLACES:
      read_places (reading, node, AT (int, record, field->offset));
      break;
    case KP_FIELD_BOOL:
      read_bool (reading, node, AT (gboolean, record, field->offset));
      break;
    case KP_FIELD_MARK:
      read_mark (reading, node, AT (KpMark, record, field->offset));
      break;
    case KP_FIELD_MARK_IF:
      *AT (gboolean, record, field->extra) = read_mark (reading, node, AT (KpMark, record, field->offset));
      break;
    case KP_FIELD_WEIGHT:
    case KP_FIELD_WEIGHT_NULL:
      read_weight (reading, node, AT (KpFraction, record, field->offset));
      break;
    case KP_FIELD_FRACTION:
    case KP_FIELD_FRACTION_NULL:
      kp_scheme_read_fraction (reading, node, AT (KpFraction, record, field->offset));
      break;
    case KP_FIELD_DATE:
    case KP_FIELD_DATE_NULL:
      kp_scheme_read_date (reading, node, AT (KpDate, record, field->offset));
      break;
    case KP_FIELD_TIME:
      read_time (reading, node, AT (guint, record, field->offset));
      break;
    case KP_FIELD_NAME:
    case KP_FIELD_NAME_IF:
      read_name_field (reading, node, field, record);
      break;
    case KP_FIELD_NAMES:
    case KP_FIELD_COUNTS:
      read_small_list (reading, node, field, record);
      break;
    case KP_FIELD_FLAGS:
      read_flags (reading, node, field, AT (guint, record, field->offset));
      break;
    case KP_FIELD_OBJECT:
      read_struct (reading, node, field->fields, AT (char, record, field->offset));
      break;
    case KP_FIELD_ITEMS:
      read_items (reading, node, field, record);
      break;
    case KP_FIELD_TIES:
    case KP_FIELD_TEXTS:
    case KP_FIELD_OBJECTS:
      read_list (reading, node, field, record);
      break;
    case KP_FIELD_CONDITION:
      *AT (KpCondition *, record, field->offset) = kp_scheme_read_condition (reading, node);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A text that is left out is empty, except where NULL means something. */
static void
leave_out (const KpField *field,
           gpointer       record)
{
  gchar **text = AT (gchar *, record, field->offset);

  if (field->type == KP_FIELD_TEXT && *text == NULL)
    *text = g_strdup ("");
  else if (field->type == KP_FIELD_OBJECT)
    for (const KpField *member = field->fields; member->key != NULL; member++)
      leave_out (member, AT (char, record, field->offset));
}

static gboolean
is_known_key (const KpField *fields,
              const char    *key)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    if (strcmp (field->key, key) == 0)
      return TRUE;

  return FALSE;
}

static void
refuse_unknown_keys (KpSchemeReading *reading,
                     JsonObject      *object,
                     const KpField   *fields)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *link = keys; link != NULL; link = link->next)
    {
      gsize mark;

      if (is_known_key (fields, link->data))
        continue;

      mark = kp_scheme_reading_enter (reading, link->data);
      add_problem (reading, g_strdup (_("There is no such key; look for a misspelling, or remove it.")));
      kp_scheme_reading_leave (reading, mark);
    }
}

/**
 * kp_scheme_read_object:
 * @reading: the reading, standing at the object
 * @object: the object
 * @fields: its keys, ended by a NULL key
 * @record: the struct that is filled
 *
 * Reads what it can; unknown and missing keys and wrong values become problems, all of them.
 */
void
kp_scheme_read_object (KpSchemeReading *reading,
                       JsonObject      *object,
                       const KpField   *fields,
                       gpointer         record)
{
  refuse_unknown_keys (reading, object, fields);

  for (const KpField *field = fields; field->key != NULL; field++)
    {
      gsize     mark = kp_scheme_reading_enter (reading, field->key);
      JsonNode *node = json_object_get_member (object, field->key);

      if (node != NULL)
        read_field (reading, node, field, record);
      else if (field->is_required)
        add_problem (reading, g_strdup (_("This key is missing; add it.")));
      else
        leave_out (field, record);
      kp_scheme_reading_leave (reading, mark);
    }
}
