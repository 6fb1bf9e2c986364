/* kp-scheme-draft.c – a scheme that is being written: its tables and the way back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* While it is written, a scheme is seldom whole: a post has no places yet, a date is half typed. So the tables of
 * kp-scheme-table.h are kept as they stand, and read into a scheme when it is asked for. Each change keeps what was before:
 * the tables of a county are some hundred cells, less than a photo. */

#include "kp-scheme-draft-private.h"

#include "kp-scheme-labels.h"
#include "kp-scheme-reference.h"

#include <string.h>

#define WORDINGS "wordings"

#define MOST_STEPS_BACK 200

/* ---- what there is to write ---- */

static void
column_free (gpointer data)
{
  KpDraftColumn *column = data;

  g_free (column->title);
  g_free (column->path);
  g_strfreev (column->words);
  g_free (column);
}

static void
sheet_free (gpointer data)
{
  KpDraftSheet *sheet = data;

  g_ptr_array_unref (sheet->columns);
  g_free (sheet);
}

static const char *
get_section (const char *path)
{
  g_autofree gchar *key = g_strndup (path, strcspn (path, "."));

  return kp_scheme_label_get_section (key);
}

/** kp_draft_is_wording: whether a column has the key of one of the texts that a county may write: letter-hire. */
gboolean
kp_draft_is_wording (const KpSchemeColumn *column)
{
  return strcmp (column->object, WORDINGS) == 0 && strcmp (column->field->key, "key") == 0;
}

static KpDraftKind
get_kind (const KpSchemeColumn *column)
{
  if (kp_draft_is_wording (column) || kp_scheme_reference_get_list (column->object, column->field->key) != NULL)
    return KP_DRAFT_CODE;
  switch (column->field->type)
    {
    case KP_FIELD_BOOL:
    case KP_FIELD_NAME:
    case KP_FIELD_NAME_IF:
      return KP_DRAFT_WORD;
    case KP_FIELD_NAMES:
    case KP_FIELD_FLAGS:
      return KP_DRAFT_WORDS;
    case KP_FIELD_TEXTS:
      return KP_DRAFT_LINES;
    case KP_FIELD_CONDITION:
      return KP_DRAFT_RULE;
    case KP_FIELD_TIES:
      return KP_DRAFT_TIES;
    default:
      return strcmp (column->field->key, "text") == 0 ? KP_DRAFT_LINES : KP_DRAFT_TEXT;
    }
}

static GStrv
dup_column_words (const KpSchemeColumn *column)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  if (column->field->type == KP_FIELD_BOOL)
    g_strv_builder_add_many (words, "是", "否", NULL);
  else if (column->field->get_name == NULL)
    return NULL;
  for (guint i = 0; column->field->get_name != NULL && i < column->field->n_names; i++)
    {
      const char *name = column->field->get_name (i);
      const char *word = kp_scheme_label_get_word (column->object, column->field->key, name);

      g_strv_builder_add (words, word != NULL ? word : name);
    }
  return g_strv_builder_end (words);
}

static void
add_columns (KpDraftSheet    *sheet,
             const GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const KpSchemeColumn *from = g_ptr_array_index (columns, i);
      KpDraftColumn        *to = g_new0 (KpDraftColumn, 1);

      to->title = g_strdup (from->title);
      to->path = g_strdup (from->path);
      to->section = sheet->form == NULL ? get_section (from->path) : sheet->section;
      to->kind = get_kind (from);
      to->words = dup_column_words (from);
      to->is_required = from->field->is_required;
      g_ptr_array_add (sheet->columns, to);
    }
}

static KpDraftSheet *
add_sheet (KpSchemeDraft *self,
           KpSchemeForm  *form,
           const char    *name,
           const char    *section)
{
  KpDraftSheet *sheet = g_new0 (KpDraftSheet, 1);

  sheet->name = name;
  sheet->section = section;
  sheet->form = form;
  sheet->columns = g_ptr_array_new_with_free_func (column_free);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

static void
add_list (KpSchemeDraft *self,
          KpSchemeForm  *form)
{
  const char   *section = form->parent == G_MAXUINT ? get_section (form->path)
                                                    : kp_draft_get_sheet (self, form->parent + 1)->section;
  KpDraftSheet *sheet = add_sheet (self, form, form->name, section);

  sheet->n_parents = form->titles->len;
  for (guint i = 0; i < form->titles->len; i++)
    {
      KpDraftColumn *column = g_new0 (KpDraftColumn, 1);

      column->title = g_strdup (g_ptr_array_index (form->titles, i));
      column->section = section;
      column->kind = KP_DRAFT_PARENT;
      column->is_required = TRUE;
      g_ptr_array_add (sheet->columns, column);
    }
  add_columns (sheet, form->columns);
}

/* ---- states ---- */

static GPtrArray *
new_row (guint n_columns)
{
  GPtrArray *row = g_ptr_array_new_full (n_columns, g_free);

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (row, g_strdup (""));
  return row;
}

static GPtrArray *
new_state (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
get_rows (const KpSchemeDraft *self,
          guint                sheet)
{
  return g_ptr_array_index (self->rows, sheet);
}

static void
set_text (GPtrArray  *row,
          guint       column,
          const char *text)
{
  g_free (row->pdata[column]);
  row->pdata[column] = g_strdup (text);
}

static GPtrArray *
copy_row (const GPtrArray *from)
{
  GPtrArray *row = g_ptr_array_new_full (from->len, g_free);

  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (row, g_strdup (g_ptr_array_index (from, i)));
  return row;
}

static GPtrArray *
copy_state (const GPtrArray *from)
{
  GPtrArray *state = new_state ();

  for (guint i = 0; i < from->len; i++)
    {
      const GPtrArray *rows = g_ptr_array_index (from, i);
      GPtrArray       *own = new_state ();

      for (guint k = 0; k < rows->len; k++)
        g_ptr_array_add (own, copy_row (g_ptr_array_index (rows, k)));
      g_ptr_array_add (state, own);
    }
  return state;
}

static void
remember (KpSchemeDraft *self)
{
  g_ptr_array_add (self->past, copy_state (self->rows));
  if (self->past->len > MOST_STEPS_BACK)
    g_ptr_array_remove_index (self->past, 0);
  g_ptr_array_set_size (self->future, 0);
}

static void
swap_state (KpSchemeDraft *self,
            GPtrArray     *from,
            GPtrArray     *to)
{
  if (from->len == 0)
    return;
  g_ptr_array_add (to, g_steal_pointer (&self->rows));
  self->rows = g_ptr_array_steal_index (from, from->len - 1);
}

/* The tables as they are written: the first row of each has the headings. */
static void
fill_rows (KpSchemeDraft  *self,
           const KpScheme *scheme)
{
  g_autoptr (GPtrArray) tables = kp_scheme_to_sheets (scheme);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const KpSchemeSheet *table = g_ptr_array_index (tables, i);
      const guint          n_columns = kp_scheme_draft_get_n_columns (self, i);
      GPtrArray           *rows = new_state ();

      if (i == KP_DRAFT_MAIN)
        g_ptr_array_add (rows, new_row (n_columns));
      for (guint k = 1; k < table->rows->len; k++)
        {
          const char *const *cells = g_ptr_array_index (table->rows, k);

          if (i == KP_DRAFT_MAIN)
            {
              set_text (g_ptr_array_index (rows, 0), k - 1, cells[2]);
              continue;
            }
          g_ptr_array_add (rows, new_row (n_columns));
          for (guint c = 0; c < n_columns; c++)
            set_text (g_ptr_array_index (rows, k - 1), c, cells[c]);
        }
      g_ptr_array_add (self->rows, rows);
    }
}

/**
 * kp_scheme_draft_new:
 * @scheme: what is written on; it isn't changed
 *
 * Returns: (transfer full): its tables.
 */
KpSchemeDraft *
kp_scheme_draft_new (const KpScheme *scheme)
{
  KpSchemeDraft *self = g_new0 (KpSchemeDraft, 1);

  self->forms = kp_scheme_table_list_forms ();
  self->main = kp_scheme_table_list_columns ("scheme", kp_scheme_get_fields ());
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->rows = new_state ();
  self->past = new_state ();
  self->future = new_state ();
  add_columns (add_sheet (self, NULL, KP_SCHEME_TABLE_MAIN, NULL), self->main);
  for (guint i = 0; i < self->forms->len; i++)
    add_list (self, g_ptr_array_index (self->forms, i));
  fill_rows (self, scheme);
  return self;
}

/**
 * kp_scheme_draft_free:
 * @self: (nullable) (transfer full): a draft
 */
void
kp_scheme_draft_free (KpSchemeDraft *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->future);
  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->main);
  g_ptr_array_unref (self->forms);
  g_free (self);
}

/* ---- what stands where ---- */

/** kp_draft_get_sheet: sheet 0 is what stands alone. */
const KpDraftSheet *
kp_draft_get_sheet (const KpSchemeDraft *self,
                    guint                sheet)
{
  return g_ptr_array_index (self->sheets, sheet);
}

/** kp_draft_get_parent: the sheet whose items have the list, sheet 0 for those of the scheme itself. */
guint
kp_draft_get_parent (const KpSchemeDraft *self,
                     guint                sheet)
{
  const KpSchemeForm *form = kp_draft_get_sheet (self, sheet)->form;

  return form == NULL || form->parent == G_MAXUINT ? KP_DRAFT_MAIN : form->parent + 1;
}

/**
 * kp_scheme_draft_get_n_sheets:
 *
 * Returns: how many there are; sheet 0 has one row, everything that is no list.
 */
guint
kp_scheme_draft_get_n_sheets (const KpSchemeDraft *self)
{
  return self->sheets->len;
}

/** kp_scheme_draft_get_name: Returns: (transfer none): 岗位, 笔试-考点-考场 */
const char *
kp_scheme_draft_get_name (const KpSchemeDraft *self,
                          guint                sheet)
{
  return kp_draft_get_sheet (self, sheet)->name;
}

/** kp_scheme_draft_get_section: Returns: (transfer none) (nullable): the heading of the notice; NULL for sheet 0, whose
 * columns have one each */
const char *
kp_scheme_draft_get_section (const KpSchemeDraft *self,
                             guint                sheet)
{
  return kp_draft_get_sheet (self, sheet)->section;
}

/** kp_scheme_draft_get_n_columns: of a sheet. */
guint
kp_scheme_draft_get_n_columns (const KpSchemeDraft *self,
                               guint                sheet)
{
  return kp_draft_get_sheet (self, sheet)->columns->len;
}

/** kp_scheme_draft_get_column: Returns: (transfer none): what its cells take */
const KpDraftColumn *
kp_scheme_draft_get_column (const KpSchemeDraft *self,
                            guint                sheet,
                            guint                column)
{
  return g_ptr_array_index (kp_draft_get_sheet (self, sheet)->columns, column);
}

/** kp_scheme_draft_get_n_rows: of a sheet. */
guint
kp_scheme_draft_get_n_rows (const KpSchemeDraft *self,
                            guint                sheet)
{
  return get_rows (self, sheet)->len;
}

/** kp_scheme_draft_get_cell: Returns: (transfer none): its text until the next change; "" = the key is left out */
const char *
kp_scheme_draft_get_cell (const KpSchemeDraft *self,
                          guint                sheet,
                          guint                row,
                          guint                column)
{
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (get_rows (self, sheet), row), column);
}

/** kp_draft_dup_key: how other sheets name the item of a row: by its first value when that is a text, else by its number.
 * (transfer full) */
char *
kp_draft_dup_key (const KpSchemeDraft *self,
         guint                sheet,
         guint                row)
{
  const KpDraftSheet  *own = kp_draft_get_sheet (self, sheet);
  const KpFieldType    type = own->form->field->fields[0].type;
  guint                number = 1;

  if (type == KP_FIELD_TEXT || type == KP_FIELD_TEXT_NULL)
    return g_strdup (kp_scheme_draft_get_cell (self, sheet, row, own->n_parents));
  for (guint i = 0; i < row; i++)
    {
      gboolean is_same = TRUE;

      for (guint c = 0; c < own->n_parents; c++)
        is_same = is_same
                  && strcmp (kp_scheme_draft_get_cell (self, sheet, i, c), kp_scheme_draft_get_cell (self, sheet, row, c)) == 0;
      number += is_same;
    }
  return g_strdup_printf ("%u", number);
}

/** kp_draft_belongs: whether a row of the sheet @child stands in the list of @row of its sheet @parent. */
gboolean
kp_draft_belongs (const KpSchemeDraft *self,
                  guint                parent,
                  guint                row,
                  guint                child,
                  guint                child_row)
{
  const guint      n = parent == KP_DRAFT_MAIN ? 0 : kp_draft_get_sheet (self, parent)->n_parents;
  g_autofree char *key = NULL;

  if (parent == KP_DRAFT_MAIN)
    return TRUE;
  for (guint c = 0; c < n; c++)
    if (strcmp (kp_scheme_draft_get_cell (self, parent, row, c), kp_scheme_draft_get_cell (self, child, child_row, c)) != 0)
      return FALSE;
  key = kp_draft_dup_key (self, parent, row);
  return strcmp (key, kp_scheme_draft_get_cell (self, child, child_row, n)) == 0;
}

/* ---- changes ---- */

/* Whether @sheet lies below @ancestor, at any depth. */
static gboolean
is_below (const KpSchemeDraft *self,
          guint                sheet,
          guint                ancestor)
{
  for (guint at = kp_draft_get_parent (self, sheet); at != KP_DRAFT_MAIN; at = kp_draft_get_parent (self, at))
    if (at == ancestor)
      return TRUE;
  return FALSE;
}

/* What belongs to an item follows it under its new name. */
static void
rename_children (KpSchemeDraft *self,
                 guint          sheet,
                 guint          row,
                 const char    *name)
{
  const guint n = kp_draft_get_sheet (self, sheet)->n_parents;

  for (guint child = 1; child < self->sheets->len; child++)
    for (guint i = 0; is_below (self, child, sheet) && i < kp_scheme_draft_get_n_rows (self, child); i++)
      if (kp_draft_belongs (self, sheet, row, child, i))
        set_text (g_ptr_array_index (get_rows (self, child), i), n, name);
}

static void
put (KpSchemeDraft *self,
     guint          sheet,
     guint          row,
     guint          column,
     const char    *text)
{
  const char *before = kp_scheme_draft_get_cell (self, sheet, row, column);

  if (sheet != KP_DRAFT_MAIN && column == kp_draft_get_sheet (self, sheet)->n_parents && *before != '\0' && *text != '\0')
    rename_children (self, sheet, row, text);
  set_text (g_ptr_array_index (get_rows (self, sheet), row), column, text);
}

/** kp_scheme_draft_set_cell: writes @text; what belongs to an item is renamed with it. */
void
kp_scheme_draft_set_cell (KpSchemeDraft *self,
                          guint          sheet,
                          guint          row,
                          guint          column,
                          const char    *text)
{
  if (strcmp (kp_scheme_draft_get_cell (self, sheet, row, column), text) == 0)
    return;
  remember (self);
  put (self, sheet, row, column, text);
}

/* A new row belongs where the one above it does. */
static void
append_row (KpSchemeDraft *self,
            guint          sheet)
{
  const KpDraftSheet *own = kp_draft_get_sheet (self, sheet);
  GPtrArray          *rows = get_rows (self, sheet);
  GPtrArray          *row = new_row (own->columns->len);

  for (guint c = 0; rows->len > 0 && c < own->n_parents; c++)
    set_text (row, c, kp_scheme_draft_get_cell (self, sheet, rows->len - 1, c));
  g_ptr_array_add (rows, row);
}

/** kp_scheme_draft_add_row: an empty one at the end of a list. */
void
kp_scheme_draft_add_row (KpSchemeDraft *self,
                         guint          sheet)
{
  g_return_if_fail (sheet != KP_DRAFT_MAIN);

  remember (self);
  append_row (self, sheet);
}

/** kp_scheme_draft_remove_row: with all that belongs to it. */
void
kp_scheme_draft_remove_row (KpSchemeDraft *self,
                            guint          sheet,
                            guint          row)
{
  g_return_if_fail (sheet != KP_DRAFT_MAIN);

  remember (self);
  for (guint child = self->sheets->len - 1; child > 0; child--)
    for (guint i = kp_scheme_draft_get_n_rows (self, child); is_below (self, child, sheet) && i > 0; i--)
      if (kp_draft_belongs (self, sheet, row, child, i - 1))
        g_ptr_array_remove_index (get_rows (self, child), i - 1);
  g_ptr_array_remove_index (get_rows (self, sheet), row);
}

/**
 * kp_scheme_draft_paste:
 * @table: cells of a spreadsheet: tabs between columns, a line for each row
 *
 * Writes from a cell to the right and downwards; a list gets the rows that it lacks. What doesn't fit at the right is left
 * out.
 *
 * Returns: how many cells were written.
 */
guint
kp_scheme_draft_paste (KpSchemeDraft *self,
                       guint          sheet,
                       guint          row,
                       guint          column,
                       const char    *table)
{
  const guint   n_columns = kp_scheme_draft_get_n_columns (self, sheet);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);
  guint         n = 0;

  remember (self);
  for (guint i = 0; lines[i] != NULL && !(lines[i + 1] == NULL && *lines[i] == '\0'); i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (row + i >= kp_scheme_draft_get_n_rows (self, sheet))
        {
          if (sheet == KP_DRAFT_MAIN)
            break;
          append_row (self, sheet);
        }
      for (guint c = 0; cells[c] != NULL && column + c < n_columns; c++, n++)
        put (self, sheet, row + i, column + c, g_strstrip (cells[c]));
    }
  return n;
}

/** kp_scheme_draft_may_undo: whether a change can be taken back. */
gboolean
kp_scheme_draft_may_undo (const KpSchemeDraft *self)
{
  return self->past->len > 0;
}

/** kp_scheme_draft_may_redo: whether one that was taken back can be made again. */
gboolean
kp_scheme_draft_may_redo (const KpSchemeDraft *self)
{
  return self->future->len > 0;
}

/** kp_scheme_draft_undo: takes the last change back. */
void
kp_scheme_draft_undo (KpSchemeDraft *self)
{
  swap_state (self, self->past, self->future);
}

/** kp_scheme_draft_redo: makes it again. */
void
kp_scheme_draft_redo (KpSchemeDraft *self)
{
  swap_state (self, self->future, self->past);
}
