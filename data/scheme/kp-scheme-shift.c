/* kp-scheme-shift.c – last year's scheme as this year's.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of keys says where the dates are. Texts are left alone: whether “2025年” in a sentence moves too, or names
 * a document, only a person can tell. */

#include "kp-scheme-shift.h"

#include "kp-scheme-value.h"

#define AT(Type, record, offset) ((Type *) ((char *) (record) + (offset)))

static void
shift_date (KpDate *date,
            gint    years)
{
  if (!kp_date_is_none (*date))
    *date = kp_date_add_years (*date, years);
}

static void
shift_condition (KpCondition *condition,
                 gint         years)
{
  if (condition == NULL)
    return;

  shift_date (&condition->from, years);
  shift_date (&condition->to, years);
  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    shift_condition (g_ptr_array_index (condition->parts, i), years);
}

static void
shift_ties (GPtrArray *ties,
            gint       years)
{
  for (guint i = 0; i < ties->len; i++)
    shift_condition (((KpTie *) g_ptr_array_index (ties, i))->condition, years);
}

static void
shift_object (const KpField *fields,
              gpointer       record,
              gint           years)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      if (field->type == KP_FIELD_DATE || field->type == KP_FIELD_DATE_NULL)
        shift_date (AT (KpDate, record, field->offset), years);
      else if (field->type == KP_FIELD_CONDITION)
        shift_condition (*AT (KpCondition *, record, field->offset), years);
      else if (field->type == KP_FIELD_TIES)
        shift_ties (*AT (GPtrArray *, record, field->offset), years);
      else if (field->type == KP_FIELD_OBJECT)
        shift_object (field->fields, AT (char, record, field->offset), years);
      else if (kp_scheme_value_is_list (field))
        for (guint i = 0; i < kp_scheme_value_get_length (field, record); i++)
          shift_object (field->fields, (gpointer) kp_scheme_value_get_item (field, record, i), years);
    }
}

/**
 * kp_scheme_shift_years:
 * @scheme: a scheme
 * @years: how many years later; negative = earlier; a date must stay within the years 1 to 9999
 *
 * Moves every date of the scheme, those inside conditions too, to the same day of the other year; 29 February becomes
 * 28 February where that year has none. Whether the new day is a working day isn't looked at.
 */
void
kp_scheme_shift_years (KpScheme *scheme,
                       gint      years)
{
  shift_object (kp_scheme_get_fields (), scheme, years);
}

static void
list_texts (GPtrArray     *paths,
            const GRegex  *year,
            const char    *path,
            const KpField *fields,
            gconstpointer  record)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      g_autofree gchar *here = g_strconcat (path, *path != '\0' ? "." : "", field->key, NULL);
      g_autofree gchar *json = NULL;

      if (field->type == KP_FIELD_OBJECT)
        list_texts (paths, year, here, field->fields, kp_scheme_value_get_object (field, record));
      else if (kp_scheme_value_is_list (field))
        for (guint i = 0; i < kp_scheme_value_get_length (field, record); i++)
          {
            g_autofree gchar *item = g_strdup_printf ("%s[%u]", here, i);

            list_texts (paths, year, item, field->fields, kp_scheme_value_get_item (field, record, i));
          }
      else if (field->type == KP_FIELD_TEXT || field->type == KP_FIELD_TEXT_NULL || field->type == KP_FIELD_TEXTS)
        {
          json = kp_scheme_value_dup_json (field, record);
          if (json != NULL && g_regex_match (year, json, 0, NULL))
            g_ptr_array_add (paths, g_steal_pointer (&here));
        }
    }
}

/**
 * kp_scheme_list_year_texts:
 * @scheme: a scheme
 *
 * Returns: (transfer full) (element-type utf8): the paths of the texts that name a year, such as
 *   "requirements[0].text": what a person has to read again after kp_scheme_shift_years().
 */
GPtrArray *
kp_scheme_list_year_texts (const KpScheme *scheme)
{
  GPtrArray         *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRegex) year = g_regex_new ("(?<![0-9])(19|20)[0-9]{2}(?![0-9])", 0, 0, NULL);

  list_texts (paths, year, "", kp_scheme_get_fields (), scheme);

  return paths;
}
