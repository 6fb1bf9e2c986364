/* kp-scheme-write.c – the canonical text of a scheme: one order of keys, one spacing, one spelling of each value.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The digest of the scheme is taken over these bytes, so they are written here and not by a library that may change
 * its spacing. Never change what this file writes without a new form number. */

#include "kp-scheme-field.h"

#include <string.h>

#define AT(Type, record, offset) ((const Type *) ((const char *) (record) + (offset)))

/**
 * kp_scheme_write_line:
 * @out: the text so far
 * @depth: how deep the next line stands
 *
 * Begins a new line.
 */
void
kp_scheme_write_line (GString *out,
                      guint    depth)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

/**
 * kp_scheme_write_text:
 * @out: the text so far
 * @text: (nullable): UTF-8; NULL is written as ""
 *
 * Writes a JSON string: only quotation mark, backslash and control characters are escaped.
 */
void
kp_scheme_write_text (GString    *out,
                      const char *text)
{
  g_string_append_c (out, '"');
  for (const char *c = text != NULL ? text : ""; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (out, "\\%c", *c);
      else if ((guchar) *c < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *c);
      else
        g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}

static void
write_mark (GString *out,
            KpMark   mark)
{
  g_autofree gchar *text = kp_mark_dup_text (mark, 0);

  kp_scheme_write_text (out, text);
}

static void
write_weight (GString    *out,
              KpFraction  weight)
{
  g_autofree gchar *text = kp_weight_dup_text (weight);

  kp_scheme_write_text (out, text);
}

static void
write_fraction (GString    *out,
                KpFraction  fraction)
{
  g_autofree gchar *text = kp_fraction_dup_text (fraction);

  kp_scheme_write_text (out, text);
}

static void
write_date (GString *out,
            KpDate   date)
{
  g_autofree gchar *text = kp_date_dup_iso (date);

  kp_scheme_write_text (out, text);
}

static void
write_small_list (GString       *out,
                  const KpField *field,
                  gconstpointer  record)
{
  const guint *values = AT (guint, record, field->offset);
  guint        n_values = *AT (guint, record, field->extra);

  g_string_append_c (out, '[');
  for (guint i = 0; i < n_values; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      if (field->type == KP_FIELD_NAMES)
        kp_scheme_write_text (out, field->get_name (values[i]));
      else
        g_string_append_printf (out, "%u", values[i]);
    }
  g_string_append_c (out, ']');
}

static void
write_flags (GString       *out,
             const KpField *field,
             guint          flags)
{
  guint n_written = 0;

  g_string_append_c (out, '[');
  for (guint i = 0; i < field->n_names; i++)
    if ((flags & (1u << i)) != 0)
      {
        g_string_append (out, n_written++ > 0 ? ", " : "");
        kp_scheme_write_text (out, field->get_name (i));
      }
  g_string_append_c (out, ']');
}

static void
write_items (GString       *out,
             guint          depth,
             const KpField *field,
             gconstpointer  record)
{
  const char *items = AT (char, record, field->offset);
  guint       n_items = *AT (guint, record, field->extra);

  g_string_append_c (out, '[');
  for (guint i = 0; i < n_items; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      kp_scheme_write_line (out, depth + 1);
      kp_scheme_write_object (out, depth + 1, field->fields, items + i * field->size);
    }
  if (n_items > 0)
    kp_scheme_write_line (out, depth);
  g_string_append_c (out, ']');
}

static void
write_list (GString       *out,
            guint          depth,
            const KpField *field,
            gconstpointer  record)
{
  const GPtrArray *list = *AT (GPtrArray *, record, field->offset);

  g_string_append_c (out, '[');
  for (guint i = 0; i < list->len; i++)
    {
      g_string_append (out, i > 0 ? "," : "");
      kp_scheme_write_line (out, depth + 1);
      if (field->type == KP_FIELD_OBJECTS)
        kp_scheme_write_object (out, depth + 1, field->fields, g_ptr_array_index (list, i));
      else
        kp_scheme_write_text (out, g_ptr_array_index (list, i));
    }
  if (list->len > 0)
    kp_scheme_write_line (out, depth);
  g_string_append_c (out, ']');
}

static void
write_time (GString *out,
            guint    minutes)
{
  g_string_append_printf (out, "\"%02u:%02u\"", minutes / 60, minutes % 60);
}

static void
write_places (GString *out,
              int      places)
{
  if (places == KP_CORRECTION_EXACT)
    g_string_append (out, "\"exact\"");
  else
    g_string_append_printf (out, "%d", places);
}

static void
write_value (GString       *out,
             guint          depth,
             const KpField *field,
             gconstpointer  record)
{
  switch (field->type)
    {
    case KP_FIELD_TEXT:
    case KP_FIELD_TEXT_NULL:
      kp_scheme_write_text (out, *AT (gchar *, record, field->offset));
      break;
    case KP_FIELD_COUNT:
      g_string_append_printf (out, "%u", *AT (guint, record, field->offset));
      break;
    case KP_FIELD_PLACES:
      write_places (out, *AT (int, record, field->offset));
      break;
    case KP_FIELD_BOOL:
      g_string_append (out, *AT (gboolean, record, field->offset) ? "true" : "false");
      break;
    case KP_FIELD_MARK:
    case KP_FIELD_MARK_IF:
      write_mark (out, *AT (KpMark, record, field->offset));
      break;
    case KP_FIELD_WEIGHT:
    case KP_FIELD_WEIGHT_NULL:
      write_weight (out, *AT (KpFraction, record, field->offset));
      break;
    case KP_FIELD_FRACTION:
    case KP_FIELD_FRACTION_NULL:
      write_fraction (out, *AT (KpFraction, record, field->offset));
      break;
    case KP_FIELD_DATE:
    case KP_FIELD_DATE_NULL:
      write_date (out, *AT (KpDate, record, field->offset));
      break;
    case KP_FIELD_TIME:
      write_time (out, *AT (guint, record, field->offset));
      break;
    case KP_FIELD_NAME:
    case KP_FIELD_NAME_IF:
      kp_scheme_write_text (out, field->get_name (*AT (guint, record, field->offset)));
      break;
    case KP_FIELD_NAMES:
    case KP_FIELD_COUNTS:
      write_small_list (out, field, record);
      break;
    case KP_FIELD_FLAGS:
      write_flags (out, field, *AT (guint, record, field->offset));
      break;
    case KP_FIELD_OBJECT:
      kp_scheme_write_object (out, depth, field->fields, AT (char, record, field->offset));
      break;
    case KP_FIELD_ITEMS:
      write_items (out, depth, field, record);
      break;
    case KP_FIELD_TEXTS:
    case KP_FIELD_OBJECTS:
      write_list (out, depth, field, record);
      break;
    case KP_FIELD_CONDITION:
      kp_scheme_write_condition (out, depth, *AT (KpCondition *, record, field->offset));
      break;
    case KP_FIELD_TIES:
      kp_scheme_write_ties (out, depth, *AT (GPtrArray *, record, field->offset));
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean is_left_out (const KpField *field,
                             gconstpointer  record);

/* Quiet fields are those that most notices don't need: what a scheme says by leaving them out isn't written either. */
static gboolean
says_nothing (const KpField *field,
              gconstpointer  record)
{
  const char *text;

  switch (field->type)
    {
    case KP_FIELD_TEXT:
      text = *AT (gchar *, record, field->offset);
      return text == NULL || *text == '\0';
    case KP_FIELD_PLACES:
      return *AT (int, record, field->offset) == (int) field->usual;
    case KP_FIELD_COUNT:
    case KP_FIELD_BOOL:
    case KP_FIELD_NAME:
    case KP_FIELD_FLAGS:
      return *AT (guint, record, field->offset) == field->usual;
    case KP_FIELD_MARK:
      return *AT (KpMark, record, field->offset) == KP_MARK (field->usual, 0);
    case KP_FIELD_TEXTS:
    case KP_FIELD_TIES:
    case KP_FIELD_OBJECTS:
      return (*AT (GPtrArray *, record, field->offset))->len == 0;
    case KP_FIELD_COUNTS:
    case KP_FIELD_ITEMS:
      return *AT (guint, record, field->extra) == 0;
    case KP_FIELD_OBJECT:
      for (const KpField *member = field->fields; member->key != NULL; member++)
        if (!is_left_out (member, AT (char, record, field->offset)))
          return FALSE;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_left_out (const KpField *field,
             gconstpointer  record)
{
  if (field->is_quiet && says_nothing (field, record))
    return TRUE;

  switch (field->type)
    {
    case KP_FIELD_TEXT_NULL:
      return *AT (gchar *, record, field->offset) == NULL;
    case KP_FIELD_MARK_IF:
    case KP_FIELD_NAME_IF:
      return !*AT (gboolean, record, field->extra);
    case KP_FIELD_FRACTION_NULL:
    case KP_FIELD_WEIGHT_NULL:
      return !kp_fraction_is_known (*AT (KpFraction, record, field->offset));
    case KP_FIELD_DATE_NULL:
      return kp_date_is_none (*AT (KpDate, record, field->offset));
    case KP_FIELD_CONDITION:
      return *AT (KpCondition *, record, field->offset) == NULL;
    default:
      return FALSE;
    }
}

/**
 * kp_scheme_write_object:
 * @out: the text so far
 * @depth: how deep the object stands
 * @fields: its keys, ended by a NULL key
 * @record: the struct
 *
 * Writes every key that has a value, in the order of @fields.
 */
void
kp_scheme_write_object (GString       *out,
                        guint          depth,
                        const KpField *fields,
                        gconstpointer  record)
{
  gboolean is_first = TRUE;

  g_string_append_c (out, '{');
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      if (is_left_out (field, record))
        continue;

      g_string_append (out, is_first ? "" : ",");
      kp_scheme_write_line (out, depth + 1);
      kp_scheme_write_text (out, field->key);
      g_string_append (out, ": ");
      write_value (out, depth + 1, field, record);
      is_first = FALSE;
    }
  if (!is_first)
    kp_scheme_write_line (out, depth);
  g_string_append_c (out, '}');
}
