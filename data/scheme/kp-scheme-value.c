/* kp-scheme-value.c – one value of a scheme by its line in the table of keys: as JSON and as a notice says it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything but conditions, ties and objects is said from its canonical JSON: whatever kind of value the table gets
 * next can be said too. */

#include "kp-scheme-value.h"

#include "kp-scheme-labels.h"
#include "kp-scheme-reference.h"

#include <string.h>

#define AT(Type, record, offset) ((const Type *) ((const char *) (record) + (offset)))
#define NOTHING "无"
#define NO_LIMIT "不限"

/**
 * kp_scheme_value_is_list:
 * @field: a line of the table
 *
 * Returns: whether it is a list of objects.
 */
gboolean
kp_scheme_value_is_list (const KpField *field)
{
  return field->type == KP_FIELD_OBJECTS || field->type == KP_FIELD_ITEMS;
}

/**
 * kp_scheme_value_get_length:
 * @field: a list of objects
 * @record: the struct that has it
 *
 * Returns: how many objects.
 */
guint
kp_scheme_value_get_length (const KpField *field,
                            gconstpointer  record)
{
  g_return_val_if_fail (kp_scheme_value_is_list (field), 0);

  if (field->type == KP_FIELD_ITEMS)
    return *AT (guint, record, field->extra);

  return (*AT (GPtrArray *, record, field->offset))->len;
}

/**
 * kp_scheme_value_get_item:
 * @field: a list of objects
 * @record: the struct that has it
 * @index: below kp_scheme_value_get_length()
 *
 * Returns: (transfer none): the struct of that object.
 */
gconstpointer
kp_scheme_value_get_item (const KpField *field,
                          gconstpointer  record,
                          guint          index)
{
  g_return_val_if_fail (kp_scheme_value_is_list (field), NULL);

  if (field->type == KP_FIELD_ITEMS)
    return AT (char, record, field->offset) + index * field->size;

  return g_ptr_array_index (*AT (GPtrArray *, record, field->offset), index);
}

/**
 * kp_scheme_value_get_object:
 * @field: an embedded object
 * @record: the struct that has it
 *
 * Returns: (transfer none): the struct of the object.
 */
gconstpointer
kp_scheme_value_get_object (const KpField *field,
                            gconstpointer  record)
{
  return AT (char, record, field->offset);
}

/**
 * kp_scheme_value_get_text:
 * @fields: the table of an object
 * @record: its struct
 * @key: one of the keys
 *
 * Returns: (transfer none) (nullable): the text of that key; NULL when it has none or "", or isn't a text.
 */
const char *
kp_scheme_value_get_text (const KpField *fields,
                          gconstpointer  record,
                          const char    *key)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    if (strcmp (field->key, key) == 0 && (field->type == KP_FIELD_TEXT || field->type == KP_FIELD_TEXT_NULL))
      {
        const char *text = *AT (gchar *, record, field->offset);

        return text != NULL && *text != '\0' ? text : NULL;
      }

  return NULL;
}

/**
 * kp_scheme_value_dup_json:
 * @field: a line of the table
 * @record: the struct that has it
 *
 * Returns: (transfer full) (nullable): the canonical JSON of the value, also where it is the usual one that the whole
 *   text leaves out; NULL when there is no value. Equal texts are equal values.
 */
gchar *
kp_scheme_value_dup_json (const KpField *field,
                          gconstpointer  record)
{
  KpField             alone[2] = { *field, { .key = NULL } };
  g_autoptr (GString) out = g_string_new (NULL);
  const char         *value;

  alone[0].is_quiet = FALSE;
  kp_scheme_write_object (out, 0, alone, record);
  /* {⏎  "key": value⏎} */
  value = strstr (out->str, "\": ");
  if (value == NULL)
    return NULL;

  g_string_truncate (out, out->len - strlen ("\n}"));
  return g_strdup (value + strlen ("\": "));
}

/**
 * kp_scheme_value_dup_node:
 * @field: a line of the table
 * @record: the struct that has it
 *
 * Returns: (transfer full) (nullable): what kp_scheme_value_dup_json() says, as a tree.
 */
JsonNode *
kp_scheme_value_dup_node (const KpField *field,
                          gconstpointer  record)
{
  g_autofree gchar *json = kp_scheme_value_dup_json (field, record);

  return json != NULL ? json_from_string (json, NULL) : NULL;
}

/* 3 is 1:3, 3/2 is 1:1.5, 4/3 is 3:4. */
static gchar *
dup_ratio (const char *text)
{
  KpFraction ratio = KP_FRACTION_UNKNOWN;

  if (!kp_fraction_parse (text, &ratio, NULL))
    return g_strdup (text);
  for (guint decimals = 0; decimals <= 2; decimals++)
    if (kp_fraction_compare (kp_fraction_round (ratio, decimals, KP_ROUNDING_TRUNCATE), ratio) == 0)
      {
        g_autofree gchar *decimal = kp_fraction_dup_decimal (ratio, decimals);

        return g_strdup_printf ("1:%s", decimal);
      }

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, ratio.den, ratio.num);
}

static gchar *
dup_date (const char *text)
{
  KpDate date = KP_DATE_NONE;

  return kp_date_parse_iso (text, &date, NULL) ? kp_date_dup_chinese (date) : g_strdup (text);
}

static gchar *
dup_quoted (const KpScheme *scheme,
            const char     *object,
            const KpField  *field,
            const char     *text)
{
  const char *title = kp_scheme_reference_get_title (scheme, object, field->key, text);

  return *text != '\0' ? g_strdup_printf ("“%s”", title != NULL ? title : text) : g_strdup (NOTHING);
}

static gchar *
dup_string (const KpScheme      *scheme,
            const char          *object,
            const KpField       *field,
            const KpSchemeLabel *label,
            const char          *text)
{
  const char *unit = label != NULL && label->unit != NULL ? label->unit : "";

  if (field->get_name != NULL)
    {
      const char *word = kp_scheme_label_get_word (object, field->key, text);

      return g_strdup (word != NULL ? word : text);
    }
  if (strcmp (unit, KP_UNIT_RATIO) == 0)
    return dup_ratio (text);

  switch (field->type)
    {
    case KP_FIELD_TEXT:
    case KP_FIELD_TEXT_NULL:
    case KP_FIELD_TEXTS:
      return dup_quoted (scheme, object, field, text);
    case KP_FIELD_DATE:
    case KP_FIELD_DATE_NULL:
      return dup_date (text);
    case KP_FIELD_PLACES:
      return g_strdup ("不舍入");
    default:
      if (label != NULL && label->zero != NULL && strcmp (text, "0") == 0)
        return g_strdup (label->zero);
      return g_strconcat (text, unit, NULL);
    }
}

static gchar *
dup_number (const KpSchemeLabel *label,
            gint64               number)
{
  if (number == G_MAXUINT)
    return g_strdup (NO_LIMIT);
  if (number == 0 && label != NULL && label->zero != NULL)
    return g_strdup (label->zero);

  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", number, label != NULL && label->unit != NULL ? label->unit : "");
}

static gchar *
dup_node_chinese (const KpScheme      *scheme,
                  const char          *object,
                  const KpField       *field,
                  const KpSchemeLabel *label,
                  JsonNode            *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray          *array = json_node_get_array (node);
      g_autoptr (GString) out = g_string_new (NULL);

      if (json_array_get_length (array) == 0)
        return g_strdup (label != NULL && label->zero != NULL ? label->zero : NOTHING);
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree gchar *part = dup_node_chinese (scheme, object, field, label, json_array_get_element (array, i));

          g_string_append_printf (out, "%s%s", i > 0 ? "、" : "", part);
        }
      return g_string_free (g_steal_pointer (&out), FALSE);
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return json_to_string (node, FALSE);
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "是" : "否");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return dup_string (scheme, object, field, label, json_node_get_string (node));

  return dup_number (label, json_node_get_int (node));
}

static gchar *
dup_ties (const KpScheme  *scheme,
          const GPtrArray *ties)
{
  GString *out = g_string_new (ties->len == 0 ? NOTHING : NULL);

  for (guint i = 0; i < ties->len; i++)
    {
      g_autofree gchar *tie = kp_scheme_dup_tie_chinese (scheme, g_ptr_array_index (ties, i));

      g_string_append_printf (out, "%s%s", i > 0 ? "、" : "", tie);
    }

  return g_string_free (out, FALSE);
}

/**
 * kp_scheme_value_dup_chinese:
 * @scheme: the scheme, for what it calls its own parts
 * @object: the key under which the object stands; "scheme" at the top
 * @field: a line of the object's table
 * @record: the struct that has it
 *
 * Returns: (transfer full): the value as a notice says it: 1:3, 60分, 2026年3月2日, 四舍五入, “…”; 无 when there is none.
 */
gchar *
kp_scheme_value_dup_chinese (const KpScheme *scheme,
                             const char     *object,
                             const KpField  *field,
                             gconstpointer   record)
{
  g_autoptr (JsonNode) node = kp_scheme_value_dup_node (field, record);

  if (node == NULL)
    return g_strdup (NOTHING);
  if (field->type == KP_FIELD_CONDITION)
    {
      g_autofree gchar *phrase = kp_condition_dup_chinese (*AT (KpCondition *, record, field->offset));

      return g_strdup_printf ("“%s”", phrase);
    }
  if (field->type == KP_FIELD_TIES)
    return dup_ties (scheme, *AT (GPtrArray *, record, field->offset));

  return dup_node_chinese (scheme, object, field, kp_scheme_label_get (object, field->key), node);
}
