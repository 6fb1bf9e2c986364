/* kp-scheme-table.c – a scheme as tables: one sheet for what stands alone, one for each list of objects.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   方案                                      岗位                                岗位-岗位条件
 *   项目          键              内容          代码   名称    招聘人数 …              所属岗位   代码   名称 …
 *   标题          title           云岭县…       A01    综合岗   12                   A02       party  政治面貌
 *   报名开始日期   registration_…   2026-03-02
 *
 * The table of keys gives sheets and columns: a new key has its column without a line here. */

#include "kp-scheme-table-private.h"

#include "kp-list.h"
#include "kp-scheme-cell.h"
#include "kp-scheme-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * kp_scheme_sheet_new:
 * @name: of the sheet
 *
 * Returns: (transfer full): a sheet without rows.
 */
KpSchemeSheet *
kp_scheme_sheet_new (const char *name)
{
  KpSchemeSheet *sheet = g_new0 (KpSchemeSheet, 1);

  sheet->name = g_strdup (name);
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return sheet;
}

/**
 * kp_scheme_sheet_free:
 * @sheet: (nullable) (transfer full): a sheet
 */
void
kp_scheme_sheet_free (KpSchemeSheet *sheet)
{
  if (sheet == NULL)
    return;

  g_free (sheet->name);
  g_ptr_array_unref (sheet->rows);
  g_free (sheet);
}

static void
add_row (KpSchemeSheet *sheet,
         const char    *first,
         const char    *second,
         const char    *third)
{
  GStrvBuilder *builder = g_strv_builder_new ();

  g_strv_builder_add_many (builder, first, second, third, NULL);
  g_ptr_array_add (sheet->rows, g_strv_builder_end (builder));
  g_strv_builder_unref (builder);
}

static gchar *
dup_cell (const KpSchemeColumn *column,
          gconstpointer         record)
{
  return kp_scheme_cell_dup_text (column->object, column->field, (const char *) record + column->offset);
}

static KpSchemeSheet *
make_main_sheet (const KpScheme *scheme)
{
  KpSchemeSheet        *sheet = kp_scheme_sheet_new (KP_SCHEME_TABLE_MAIN);
  g_autoptr (GPtrArray) columns = kp_scheme_table_list_columns ("scheme", kp_scheme_get_fields ());

  add_row (sheet, "项目", KP_SCHEME_TABLE_KEY, KP_SCHEME_TABLE_VALUE);
  for (guint i = 0; i < columns->len; i++)
    {
      const KpSchemeColumn *column = g_ptr_array_index (columns, i);
      g_autofree gchar     *cell = dup_cell (column, scheme);

      add_row (sheet, column->title, column->path, cell);
    }

  return sheet;
}

static KpSchemeSheet *
make_list_sheet (const KpSchemeForm *form)
{
  KpSchemeSheet           *sheet = kp_scheme_sheet_new (form->name);
  g_autoptr (GStrvBuilder) headings = g_strv_builder_new ();

  for (guint i = 0; i < form->titles->len; i++)
    g_strv_builder_add (headings, g_ptr_array_index (form->titles, i));
  for (guint i = 0; i < form->columns->len; i++)
    g_strv_builder_add (headings, ((const KpSchemeColumn *) g_ptr_array_index (form->columns, i))->title);
  g_ptr_array_add (sheet->rows, g_strv_builder_end (headings));

  return sheet;
}

/* Sheet 0 is the main one, that of form i is i + 1. */
typedef struct
{
  GPtrArray *forms;
  GPtrArray *sheets;
} Tables;

static void
add_lists (const Tables      *tables,
           guint              parent,
           const char *const *keys,
           gconstpointer      record);

static void
add_item (const Tables      *tables,
          guint              number,
          const char *const *keys,
          gconstpointer      item,
          guint              index)
{
  const KpSchemeForm      *form = g_ptr_array_index (tables->forms, number);
  KpSchemeSheet           *sheet = g_ptr_array_index (tables->sheets, number + 1);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) inner = g_strv_builder_new ();
  g_autofree gchar        *key = kp_scheme_table_dup_item_key (form->field->fields, item, index);
  g_auto (GStrv)           inner_keys = NULL;

  g_strv_builder_addv (cells, (const char **) keys);
  for (guint i = 0; i < form->columns->len; i++)
    {
      g_autofree gchar *cell = dup_cell (g_ptr_array_index (form->columns, i), item);

      g_strv_builder_add (cells, cell);
    }
  g_ptr_array_add (sheet->rows, g_strv_builder_end (cells));

  g_strv_builder_addv (inner, (const char **) keys);
  g_strv_builder_add (inner, key);
  inner_keys = g_strv_builder_end (inner);
  add_lists (tables, number, (const char *const *) inner_keys, item);
}

static void
add_lists (const Tables      *tables,
           guint              parent,
           const char *const *keys,
           gconstpointer      record)
{
  for (guint i = 0; i < tables->forms->len; i++)
    {
      const KpSchemeForm *form = g_ptr_array_index (tables->forms, i);
      gconstpointer       object = (const char *) record + form->offset;

      if (form->parent != parent)
        continue;
      for (guint j = 0; j < kp_scheme_value_get_length (form->field, object); j++)
        add_item (tables, i, keys, kp_scheme_value_get_item (form->field, object, j), j);
    }
}

/**
 * kp_scheme_to_sheets:
 * @scheme: a scheme
 *
 * Returns: (transfer full) (element-type KpSchemeSheet): all that the scheme says; a list without items has a sheet with
 *   headings alone. kp_scheme_from_sheets() gives the same scheme again.
 */
GPtrArray *
kp_scheme_to_sheets (const KpScheme *scheme)
{
  static const char *const nobody[] = { NULL };
  g_autoptr (GPtrArray)    forms = kp_scheme_table_list_forms ();
  GPtrArray               *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_sheet_free);
  const Tables             tables = { forms, sheets };

  g_ptr_array_add (sheets, make_main_sheet (scheme));
  for (guint i = 0; i < forms->len; i++)
    g_ptr_array_add (sheets, make_list_sheet (g_ptr_array_index (forms, i)));
  add_lists (&tables, G_MAXUINT, nobody, scheme);

  return sheets;
}

static KpList *
make_list (const KpSchemeSheet *sheet)
{
  const char *const       *headings = g_ptr_array_index (sheet->rows, 0);
  const guint              n_columns = g_strv_length ((gchar **) headings);
  g_autofree KpListColumn *columns = g_new0 (KpListColumn, n_columns);
  KpList                  *list;

  for (guint i = 0; i < n_columns; i++)
    columns[i] = (KpListColumn) { headings[i], headings[i], 0, KP_LIST_TEXT };
  list = kp_list_new ("", "", columns, n_columns);
  for (guint i = 1; i < sheet->rows->len; i++)
    kp_list_add_row (list, g_ptr_array_index (sheet->rows, i));

  return list;
}

/**
 * kp_scheme_sheet_to_csv:
 * @sheet: a sheet of kp_scheme_to_sheets()
 *
 * Returns: (transfer full): the text table, as kp_list_to_csv().
 */
GBytes *
kp_scheme_sheet_to_csv (const KpSchemeSheet *sheet)
{
  g_autoptr (KpList) list = make_list (sheet);

  return kp_list_to_csv (list);
}

/**
 * kp_scheme_sheets_to_xlsx:
 * @sheets: (element-type KpSchemeSheet): of kp_scheme_to_sheets()
 * @error: %KP_EXCHANGE_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): the workbook.
 */
GBytes *
kp_scheme_sheets_to_xlsx (const GPtrArray *sheets,
                          GError         **error)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_list_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < sheets->len; i++)
    {
      const KpSchemeSheet *sheet = g_ptr_array_index (sheets, i);

      g_ptr_array_add (lists, make_list (sheet));
      g_ptr_array_add (names, sheet->name);
    }

  return kp_list_book_to_xlsx ((KpList *const *) lists->pdata, (const char *const *) names->pdata, sheets->len, error);
}
