/* kp-application-table.c – rows of the list as a table: for the clipboard, or as a file.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is seen, no more: the columns that are shown, with ID numbers as they are masked there. */
#include "kp-application-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-application-row.h"
#include "kp-list.h"

struct _KpApplicationTable
{
  KpCampaign *campaign;
  GArray *columns;   /* (element-type KpApplicationColumn) */
  GPtrArray *titles; /* (element-type utf8) */
  GArray *rows;      /* (element-type guint): numbers in the index */
};

/** kp_application_table_new: an empty one. (transfer full) */
KpApplicationTable *
kp_application_table_new (KpCampaign *campaign)
{
  KpApplicationTable *table = g_new0 (KpApplicationTable, 1);

  table->campaign = g_object_ref (campaign);
  table->columns = g_array_new (FALSE, FALSE, sizeof (KpApplicationColumn));
  table->titles = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  return table;
}

/** kp_application_table_free: frees it. */
void
kp_application_table_free (KpApplicationTable *table)
{
  g_clear_object (&table->campaign);
  g_array_unref (table->columns);
  g_ptr_array_unref (table->titles);
  g_array_unref (table->rows);
  g_free (table);
}

/** kp_application_table_add_column: at the right of those that are there. */
void
kp_application_table_add_column (KpApplicationTable *table,
                                 KpApplicationColumn column,
                                 const char *title)
{
  g_array_append_val (table->columns, column);
  g_ptr_array_add (table->titles, g_strdup (title));
}

/** kp_application_table_add_row: below those that are there. */
void
kp_application_table_add_row (KpApplicationTable *table,
                              guint number)
{
  g_array_append_val (table->rows, number);
}

static char *
dup_cell (const KpApplicationTable *table,
          guint row,
          guint column)
{
  const KpApplicationLine *line
      = kp_application_index_get_line (kp_campaign_get_index (table->campaign), g_array_index (table->rows, guint, row));

  return kp_application_dup_cell (table->campaign, line, g_array_index (table->columns, KpApplicationColumn, column));
}

/* A cell with a separator in it would become two. */
static void
append_cell (GString *text,
             guint column,
             const char *cell)
{
  g_autofree char *plain = g_strdelimit (g_strdup (cell != NULL ? cell : ""), "\t\r\n", ' ');

  if (column > 0)
    g_string_append_c (text, '\t');
  g_string_append (text, plain);
}

/** kp_application_table_dup_text: with a heading; cells parted by tabs, as a spreadsheet takes them. (transfer full) */
char *
kp_application_table_dup_text (const KpApplicationTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    append_cell (text, i, g_ptr_array_index (table->titles, i));
  g_string_append_c (text, '\n');
  for (guint row = 0; row < table->rows->len; row++)
    {
      for (guint i = 0; i < table->columns->len; i++)
        {
          g_autofree char *cell = dup_cell (table, row, i);

          append_cell (text, i, cell);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
add_row (const KpApplicationTable *table,
         KpList *list,
         guint row)
{
  char *cells[KP_N_APPLICATION_COLUMNS] = { NULL };

  for (guint i = 0; i < table->columns->len && i < KP_N_APPLICATION_COLUMNS; i++)
    cells[i] = dup_cell (table, row, i);
  kp_list_add_row (list, (const char *const *) cells);
  for (guint i = 0; i < KP_N_APPLICATION_COLUMNS; i++)
    g_free (cells[i]);
}

/**
 * kp_application_table_save:
 * @table: a table
 * @path: ends in .xlsx, .csv or .json
 * @error: return location
 *
 * Thread: any.
 *
 * Returns: whether it was written
 */
gboolean
kp_application_table_save (const KpApplicationTable *table,
                           const char *path,
                           GError **error)
{
  KpListColumn columns[KP_N_APPLICATION_COLUMNS] = { { NULL, NULL, 0, KP_LIST_TEXT } };
  g_autoptr (KpList) list = NULL;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const gboolean is_text = g_array_index (table->columns, KpApplicationColumn, i) < KP_APPLICATION_WRITTEN;
      const char *title = g_ptr_array_index (table->titles, i);

      columns[i] = (KpListColumn) { title, title, 0, is_text ? KP_LIST_TEXT : KP_LIST_NUMBER };
    }
  list = kp_list_new ("", NULL, columns, table->columns->len);
  for (guint row = 0; row < table->rows->len; row++)
    add_row (table, list, row);
  return kp_list_save (list, path, error);
}
