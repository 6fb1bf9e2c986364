/* kp-scheme-table-form.c – which sheets and columns the tables of a scheme have.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-table-private.h"

#include "kp-scheme-labels.h"
#include "kp-scheme-value.h"

#include <string.h>

static const char *
get_label (const char    *object,
           const KpField *field)
{
  const KpSchemeLabel *label = kp_scheme_label_get (object, field->key);

  return label != NULL ? label->label : field->key;
}

static void
free_column (gpointer data)
{
  KpSchemeColumn *column = data;

  g_free (column->path);
  g_free (column->title);
  g_free (column);
}

static void
free_form (gpointer data)
{
  KpSchemeForm *form = data;

  g_free (form->name);
  g_free (form->path);
  g_ptr_array_unref (form->titles);
  g_ptr_array_unref (form->columns);
  g_free (form);
}

static gboolean
has_title (const GPtrArray *columns,
           const char      *title)
{
  for (guint i = 0; i < columns->len; i++)
    if (strcmp (((const KpSchemeColumn *) g_ptr_array_index (columns, i))->title, title) == 0)
      return TRUE;

  return FALSE;
}

static void
add_columns (GPtrArray     *columns,
             const char    *object,
             const char    *path,
             const KpField *fields,
             gsize          offset)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      g_autofree gchar *here = g_strconcat (path, field->key, NULL);

      if (field->type == KP_FIELD_OBJECT)
        {
          g_autofree gchar *inner = g_strconcat (here, ".", NULL);

          add_columns (columns, field->key, inner, field->fields, offset + field->offset);
        }
      else if (!kp_scheme_value_is_list (field))
        {
          KpSchemeColumn *column = g_new0 (KpSchemeColumn, 1);
          const char     *label = get_label (object, field);

          column->object = object;
          column->field = field;
          column->offset = offset;
          column->title = has_title (columns, label) ? g_strdup_printf ("%s（%s）", label, here) : g_strdup (label);
          column->path = g_steal_pointer (&here);
          g_ptr_array_add (columns, column);
        }
    }
}

/**
 * kp_scheme_table_list_columns:
 * @object: the key under which the object stands
 * @fields: its table
 *
 * Returns: (transfer full) (element-type KpSchemeColumn): the values of the object and of what it embeds; lists of
 *   objects have sheets of their own. No two have one title.
 */
GPtrArray *
kp_scheme_table_list_columns (const char    *object,
                              const KpField *fields)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (free_column);

  add_columns (columns, object, "", fields, 0);

  return columns;
}

typedef struct
{
  const char *object;
  const char *name; /* of the sheets so far, with "-" behind */
  const char *path; /* from the parent's item, with "." behind */
  gsize       offset;
  guint       parent;
} Place;

static void
add_forms (GPtrArray     *forms,
           const Place   *place,
           const KpField *fields);

static void
add_form (GPtrArray     *forms,
          const Place   *place,
          const KpField *field)
{
  KpSchemeForm     *form = g_new0 (KpSchemeForm, 1);
  g_autofree gchar *inner = NULL;

  form->field = field;
  form->offset = place->offset;
  form->name = g_strconcat (place->name, get_label (place->object, field), NULL);
  form->path = g_strconcat (place->path, field->key, NULL);
  form->parent = place->parent;
  form->titles = g_ptr_array_new_with_free_func (g_free);
  form->columns = kp_scheme_table_list_columns (field->key, field->fields);
  if (place->parent != G_MAXUINT)
    {
      const KpSchemeForm *parent = g_ptr_array_index (forms, place->parent);

      for (guint i = 0; i < parent->titles->len; i++)
        g_ptr_array_add (form->titles, g_strdup (g_ptr_array_index (parent->titles, i)));
      g_ptr_array_add (form->titles, g_strdup_printf ("所属%s", parent->name));
    }
  g_ptr_array_add (forms, form);

  inner = g_strconcat (form->name, "-", NULL);
  add_forms (forms, &(Place) { field->key, inner, "", 0, forms->len - 1 }, field->fields);
}

static void
add_forms (GPtrArray     *forms,
           const Place   *place,
           const KpField *fields)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      if (kp_scheme_value_is_list (field))
        add_form (forms, place, field);
      else if (field->type == KP_FIELD_OBJECT)
        {
          g_autofree gchar *name = g_strconcat (place->name, get_label (place->object, field), "-", NULL);
          g_autofree gchar *path = g_strconcat (place->path, field->key, ".", NULL);

          add_forms (forms, &(Place) { field->key, name, path, place->offset + field->offset, place->parent },
                     field->fields);
        }
    }
}

/**
 * kp_scheme_table_list_forms:
 *
 * Returns: (transfer full) (element-type KpSchemeForm): every list of objects, each after the one whose items have it.
 */
GPtrArray *
kp_scheme_table_list_forms (void)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func (free_form);

  add_forms (forms, &(Place) { "scheme", "", "", 0, G_MAXUINT }, kp_scheme_get_fields ());

  return forms;
}

/**
 * kp_scheme_table_dup_item_key:
 * @fields: the table of an item
 * @item: its struct
 * @index: where it stands in its list, from 0
 *
 * Returns: (transfer full): how other sheets name the item: by its first value when that is a text, else by its number
 *   in the list, from 1.
 */
gchar *
kp_scheme_table_dup_item_key (const KpField *fields,
                              gconstpointer  item,
                              guint          index)
{
  const char *key = kp_scheme_value_get_text (fields, item, fields[0].key);

  return key != NULL ? g_strdup (key) : g_strdup_printf ("%u", index + 1);
}
