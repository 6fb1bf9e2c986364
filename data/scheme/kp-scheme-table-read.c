/* kp-scheme-table-read.c – a scheme from its tables.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables become the JSON of a scheme file, which is then read as any other: values that it refuses are told with
 * their path, posts[3].places; item n of a list is row n + 2 of its sheet. */

#include "kp-scheme-table-private.h"

#include "kp-scheme-cell.h"
#include "kp-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KEY_SEPARATOR "\x1f"

typedef struct
{
  const GPtrArray *sheets;
  GPtrArray       *forms;
  JsonObject      *root;
  GHashTable      *items; /* (element-type utf8 JsonObject): by the number of the form and the keys, borrowed */
} Reading;

static const KpSchemeSheet *
find_sheet (const GPtrArray *sheets,
            const char      *name)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const KpSchemeSheet *sheet = g_ptr_array_index (sheets, i);

      if (strcmp (sheet->name, name) == 0 && sheet->rows->len > 0)
        return sheet;
    }

  return NULL;
}

/* The object in which the last part of @path stands; those on the way are made. */
static JsonObject *
reach_object (JsonObject  *object,
              const char  *path,
              const char **last)
{
  const char *dot;

  while ((dot = strchr (path, '.')) != NULL)
    {
      g_autofree gchar *key = g_strndup (path, dot - path);

      if (!json_object_has_member (object, key))
        json_object_set_object_member (object, key, json_object_new ());
      object = json_object_get_object_member (object, key);
      path = dot + 1;
    }
  *last = path;

  return object;
}

static void
set_cell (JsonObject           *object,
          const KpSchemeColumn *column,
          const char           *text)
{
  JsonNode   *node = kp_scheme_cell_read (column->object, column->field, text);
  const char *key = NULL;
  JsonObject *inner;

  if (node == NULL)
    return;

  inner = reach_object (object, column->path, &key);
  json_object_set_member (inner, key, node);
}

static const KpSchemeColumn *
find_column (const GPtrArray *columns,
             const char      *name)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const KpSchemeColumn *column = g_ptr_array_index (columns, i);

      if (strcmp (column->path, name) == 0 || strcmp (column->title, name) == 0)
        return column;
    }

  return NULL;
}

static gboolean
fail (GError    **error,
      const char *sheet,
      guint       row,
      const char *text)
{
  g_set_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_SYNTAX,
               _("Sheet “%s”, row %u: “%s” isn't known here; correct the cell or remove it."), sheet, row, text);
  return FALSE;
}

static const char *
get_cell (const char *const *row,
          guint              column)
{
  return column < g_strv_length ((gchar **) row) ? row[column] : "";
}

static gboolean
read_main_sheet (const Reading *reading,
                 GError       **error)
{
  g_autoptr (GPtrArray) columns = kp_scheme_table_list_columns ("scheme", kp_scheme_get_fields ());
  const KpSchemeSheet  *sheet = find_sheet (reading->sheets, KP_SCHEME_TABLE_MAIN);

  if (sheet == NULL)
    {
      g_set_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_SYNTAX,
                   _("The workbook has no sheet “%s”; choose one that “kaopin scheme table --xlsx” wrote."),
                   KP_SCHEME_TABLE_MAIN);
      return FALSE;
    }

  for (guint i = 1; i < sheet->rows->len; i++)
    {
      const char *const    *row = g_ptr_array_index (sheet->rows, i);
      const char           *key = get_cell (row, 1);
      const KpSchemeColumn *column = find_column (columns, key);

      if (column != NULL)
        set_cell (reading->root, column, get_cell (row, 2));
      else if (*key != '\0' || *get_cell (row, 2) != '\0')
        return fail (error, sheet->name, i + 1, key);
    }

  return TRUE;
}

static gboolean
is_blank (const char *const *row)
{
  for (guint i = 0; row[i] != NULL; i++)
    if (*row[i] != '\0')
      return FALSE;

  return TRUE;
}

static gchar *
dup_item_id (guint              form,
             const char *const *row,
             guint              n_keys)
{
  GString *id = g_string_new (NULL);

  g_string_append_printf (id, "%u", form);
  for (guint i = 0; i < n_keys; i++)
    g_string_append_printf (id, KEY_SEPARATOR "%s", get_cell (row, i));

  return g_string_free (id, FALSE);
}

/* The list to which the row belongs, or NULL where the row names a parent that isn't there. */
static JsonArray *
reach_list (const Reading      *reading,
            const KpSchemeForm *form,
            const char *const  *row)
{
  JsonObject *object = reading->root;
  const char *key = NULL;

  if (form->parent != G_MAXUINT)
    {
      g_autofree gchar *id = dup_item_id (form->parent, row, form->titles->len);

      object = g_hash_table_lookup (reading->items, id);
    }
  if (object == NULL)
    return NULL;

  object = reach_object (object, form->path, &key);
  if (!json_object_has_member (object, key))
    json_object_set_array_member (object, key, json_array_new ());

  return json_object_get_array_member (object, key);
}

/* By the first of its texts, as written; else by its number. */
static void
remember_item (const Reading      *reading,
               guint               number,
               const char *const  *row,
               JsonObject         *item,
               guint               n_in_list)
{
  const KpSchemeForm *form = g_ptr_array_index (reading->forms, number);
  JsonNode           *name = json_object_get_member (item, form->field->fields[0].key);
  g_autofree gchar   *parents = dup_item_id (number, row, form->titles->len);
  const gboolean      is_named
    = name != NULL && JSON_NODE_HOLDS_VALUE (name) && json_node_get_value_type (name) == G_TYPE_STRING;

  if (is_named)
    g_hash_table_insert (reading->items, g_strconcat (parents, KEY_SEPARATOR, json_node_get_string (name), NULL), item);
  else
    g_hash_table_insert (reading->items, g_strdup_printf ("%s" KEY_SEPARATOR "%u", parents, n_in_list), item);
}

static gboolean
read_row (const Reading        *reading,
          guint                 number,
          const KpSchemeColumn **columns,
          const KpSchemeSheet  *sheet,
          guint                 index,
          GError              **error)
{
  const KpSchemeForm *form = g_ptr_array_index (reading->forms, number);
  const char *const  *row = g_ptr_array_index (sheet->rows, index);
  JsonArray          *list = is_blank (row) ? NULL : reach_list (reading, form, row);
  JsonObject         *item;

  if (is_blank (row))
    return TRUE;
  if (list == NULL)
    return fail (error, sheet->name, index + 1, get_cell (row, form->titles->len - 1));

  item = json_object_new ();
  json_array_add_object_element (list, item);
  for (guint i = form->titles->len; row[i] != NULL; i++)
    {
      if (columns[i] != NULL)
        set_cell (item, columns[i], row[i]);
      else if (*row[i] != '\0')
        return fail (error, sheet->name, index + 1, row[i]);
    }
  remember_item (reading, number, row, item, json_array_get_length (list));

  return TRUE;
}

static gboolean
read_list_sheet (const Reading *reading,
                 guint          number,
                 GError       **error)
{
  const KpSchemeForm               *form = g_ptr_array_index (reading->forms, number);
  const KpSchemeSheet              *sheet = find_sheet (reading->sheets, form->name);
  const char *const                *headings;
  guint                             n_columns = 0;
  g_autofree const KpSchemeColumn **columns = NULL;

  if (sheet == NULL)
    return TRUE;

  for (guint i = 0; i < sheet->rows->len; i++)
    n_columns = MAX (n_columns, g_strv_length (g_ptr_array_index (sheet->rows, i)));
  headings = g_ptr_array_index (sheet->rows, 0);
  columns = g_new0 (const KpSchemeColumn *, n_columns + 1);
  for (guint i = 0; headings[i] != NULL; i++)
    {
      if (i < form->titles->len ? strcmp (headings[i], g_ptr_array_index (form->titles, i)) == 0 : *headings[i] == '\0')
        continue;
      columns[i] = i < form->titles->len ? NULL : find_column (form->columns, headings[i]);
      if (columns[i] == NULL)
        return fail (error, sheet->name, 1, headings[i]);
    }
  for (guint i = 1; i < sheet->rows->len; i++)
    if (!read_row (reading, number, columns, sheet, i, error))
      return FALSE;

  return TRUE;
}

static gboolean
read_sheets (const Reading *reading,
             GError       **error)
{
  if (!read_main_sheet (reading, error))
    return FALSE;
  for (guint i = 0; i < reading->forms->len; i++)
    if (!read_list_sheet (reading, i, error))
      return FALSE;

  return TRUE;
}

/**
 * kp_scheme_from_sheets:
 * @sheets: (element-type KpSchemeSheet): as kp_scheme_to_sheets() makes them; sheets and columns may be missing, an empty
 *   cell leaves its key out
 * @problems: (out) (optional) (transfer full) (element-type KpSchemeProblem): as kp_scheme_json_parse(); NULL when the
 *   tables couldn't be read so far
 * @error: return location for an error
 *
 * Returns: (transfer full): the scheme, or NULL with %KP_SCHEME_JSON_ERROR that tells the sheet and row, or the path.
 */
KpScheme *
kp_scheme_from_sheets (const GPtrArray *sheets,
                       GPtrArray      **problems,
                       GError         **error)
{
  g_autoptr (GPtrArray)  forms = kp_scheme_table_list_forms ();
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (GHashTable) items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonNode)   node = NULL;
  g_autofree gchar      *text = NULL;
  const Reading          reading = { sheets, forms, root, items };

  if (problems != NULL)
    *problems = NULL;
  json_object_set_int_member (root, "kaopin-scheme", KP_SCHEME_FORM);
  if (!read_sheets (&reading, error))
    return NULL;

  node = json_node_init_object (json_node_alloc (), root);
  text = json_to_string (node, FALSE);

  return kp_scheme_json_parse (text, -1, problems, error);
}

static gboolean
on_row_read_cb (const KpSheetRow *row,
                gpointer          user_data,
                GError          **error G_GNUC_UNUSED)
{
  KpSchemeSheet *sheet = user_data;
  const guint    n_columns = row->n_cells > 0 ? row->cells[row->n_cells - 1].column + 1 : 0;
  GStrv          cells = g_new0 (gchar *, n_columns + 1);

  /* Rows that the file leaves out keep their number. */
  while (sheet->rows->len + 1 < row->number)
    g_ptr_array_add (sheet->rows, g_new0 (gchar *, 1));
  for (guint i = 0; i < n_columns; i++)
    {
      const KpCell *cell = kp_sheet_row_get_cell (row, i);

      cells[i] = g_strdup (cell != NULL ? cell->text : "");
    }
  g_ptr_array_add (sheet->rows, cells);

  return TRUE;
}

/**
 * kp_scheme_sheets_load:
 * @path: a workbook
 * @error: %KP_EXCHANGE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type KpSchemeSheet): its sheets, for kp_scheme_from_sheets().
 */
GPtrArray *
kp_scheme_sheets_load (const char *path,
                       GError    **error)
{
  g_autoptr (KpWorkbook) book = kp_workbook_open (path, &kp_workbook_default_limits, error);
  g_autoptr (GPtrArray)  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_sheet_free);

  if (book == NULL)
    return NULL;

  for (guint i = 0; i < kp_workbook_get_n_sheets (book); i++)
    {
      KpSchemeSheet *sheet = kp_scheme_sheet_new (kp_workbook_get_sheet_name (book, i));

      g_ptr_array_add (sheets, sheet);
      if (!kp_workbook_read_sheet (book, i, on_row_read_cb, sheet, error))
        return NULL;
    }

  return g_steal_pointer (&sheets);
}
