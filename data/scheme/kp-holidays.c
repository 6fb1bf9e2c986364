/* kp-holidays.c – the State Council's holiday tables: those shipped, and those that a county adds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One file is one year:
 * { "kaopin-holidays": 1, "year": 2026, "source": "…", "off": ["2026-01-01", …], "worked": ["2026-01-04", …] }
 * The shipped tables are facts of the announcements, collected by holiday-cn (MIT, holidays/LICENSE.holiday-cn). */

#include "kp-holidays.h"

#include "kp-scheme-field.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stddef.h>

#define RESOURCE_FOLDER "/org/kaopin/Kaopin/holidays/"

G_DEFINE_QUARK (kp-holidays-error-quark, kp_holidays_error)

typedef struct
{
  guint      form;
  guint      year;
  gchar     *source;
  GPtrArray *off;
  GPtrArray *worked;
} Table;

static const KpField table_fields[] = {
  { "kaopin-holidays", KP_FIELD_COUNT, .offset = offsetof (Table, form), .limit = 1, .is_required = TRUE },
  { "year", KP_FIELD_COUNT, .offset = offsetof (Table, year), .limit = 9999, .is_required = TRUE },
  { "source", KP_FIELD_TEXT, .offset = offsetof (Table, source), .is_required = TRUE },
  { "off", KP_FIELD_TEXTS, .offset = offsetof (Table, off), .is_required = TRUE },
  { "worked", KP_FIELD_TEXTS, .offset = offsetof (Table, worked), .is_required = TRUE },
  { .key = NULL },
};

static const char *const shipped[] = { "2024.json", "2025.json", "2026.json" };

static void
add_problem (GPtrArray  *problems,
             const char *path,
             gchar      *message)
{
  g_ptr_array_add (problems, kp_scheme_problem_new (path, FALSE, message));
}

static void
read_days (GPtrArray       *problems,
           const GPtrArray *texts,
           const char      *path,
           guint            year,
           GArray          *days)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const char        *text = g_ptr_array_index (texts, i);
      g_autoptr (GError) error = NULL;
      KpDate             day;

      if (!kp_date_parse_iso (text, &day, &error))
        add_problem (problems, path, g_strdup (error->message));
      else if (day.year != (gint) year)
        add_problem (problems, path,
                     g_strdup_printf (_("The day %s isn't in the year %u of this table; correct one."), text, year));
      else
        g_array_append_val (days, day);
    }
}

static void
set_form_error (const GPtrArray *problems,
                GError         **error)
{
  const KpSchemeProblem *first = g_ptr_array_index (problems, 0);

  g_set_error (error, KP_HOLIDAYS_ERROR, KP_HOLIDAYS_ERROR_FORM, _("The holiday table can't be used: %s: %s"),
               first->path, first->message);
}

static void
enter_table (KpCalendar   *calendar,
             guint         year,
             const GArray *off,
             const GArray *worked)
{
  kp_calendar_add_year (calendar, (gint) year);
  for (guint i = 0; i < off->len; i++)
    kp_calendar_set_day (calendar, g_array_index (off, KpDate, i), FALSE);
  for (guint i = 0; i < worked->len; i++)
    kp_calendar_set_day (calendar, g_array_index (worked, KpDate, i), TRUE);
}

static gboolean
read_table (KpCalendar *calendar,
            JsonNode   *root,
            GError    **error)
{
  g_autoptr (GString)   path = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_problem_free);
  g_autoptr (GPtrArray) off_texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) worked_texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray)    off = g_array_new (FALSE, FALSE, sizeof (KpDate));
  g_autoptr (GArray)    worked = g_array_new (FALSE, FALSE, sizeof (KpDate));
  g_autofree gchar     *source = NULL;
  KpSchemeReading       reading = { path, problems, NULL };
  Table                 table = { .off = off_texts, .worked = worked_texts };

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    kp_scheme_read_object (&reading, json_node_get_object (root), table_fields, &table);
  else
    add_problem (problems, "$", g_strdup (_("This isn't a holiday table; choose another file.")));
  source = table.source;

  if (problems->len == 0 && (table.form != 1 || table.year == 0))
    add_problem (problems, "year", g_strdup (_("A holiday table needs its form 1 and its year; correct the file.")));
  read_days (problems, off_texts, "off", table.year, off);
  read_days (problems, worked_texts, "worked", table.year, worked);

  if (problems->len > 0)
    {
      set_form_error (problems, error);
      return FALSE;
    }

  enter_table (calendar, table.year, off, worked);
  return TRUE;
}

/**
 * kp_holidays_add_text:
 * @calendar: a calendar; untouched on failure
 * @text: a table as JSON
 * @length: its bytes, or -1 when it ends with a NUL
 * @error: return location for an error
 *
 * Adds one year. A year that is there already is amended day by day.
 *
 * Returns: FALSE with %KP_HOLIDAYS_ERROR_FORM when the text isn't a table.
 */
gboolean
kp_holidays_add_text (KpCalendar *calendar,
                      const char *text,
                      gssize      length,
                      GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError)     local_error = NULL;

  if (!json_parser_load_from_data (parser, text, length, &local_error))
    {
      g_autofree char *said = g_utf8_make_valid (local_error->message, -1);

      g_set_error (error, KP_HOLIDAYS_ERROR, KP_HOLIDAYS_ERROR_FORM,
                   _("The holiday table isn't well-formed JSON: %s."), said);
      return FALSE;
    }

  return read_table (calendar, json_parser_get_root (parser), error);
}

/**
 * kp_holidays_add_file:
 * @calendar: a calendar; untouched on failure
 * @path: a file with the table of one year
 * @error: return location for an error
 *
 * Returns: FALSE with %KP_HOLIDAYS_ERROR_READ or %KP_HOLIDAYS_ERROR_FORM.
 */
gboolean
kp_holidays_add_file (KpCalendar *calendar,
                      const char *path,
                      GError    **error)
{
  g_autofree gchar  *text = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize              length = 0;

  if (!g_file_get_contents (path, &text, &length, &local_error))
    {
      g_set_error (error, KP_HOLIDAYS_ERROR, KP_HOLIDAYS_ERROR_READ, _("The holiday table can't be read: %s."),
                   local_error->message);
      return FALSE;
    }

  return kp_holidays_add_text (calendar, text, (gssize) length, error);
}

/**
 * kp_holidays_load_shipped:
 * @error: return location for an error
 *
 * Returns: (transfer full): a calendar of the years that come with the program (2024 to 2026), or NULL when the
 *   program's own resources are damaged.
 */
KpCalendar *
kp_holidays_load_shipped (GError **error)
{
  g_autoptr (KpCalendar) calendar = kp_calendar_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autofree gchar  *path = g_strconcat (RESOURCE_FOLDER, shipped[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (bytes == NULL)
        return NULL;
      if (!kp_holidays_add_text (calendar, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
        return NULL;
    }

  return g_steal_pointer (&calendar);
}
