/* kp-heading.c – finds the heading of a sheet and what its columns mean.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   2026年某县报名信息汇总表                      title rows: no column is recognised in them
 *   填报单位:                                     …
 *   序号 │ 姓名 │   报考岗位   │ 身份证号         the row with most columns recognised,
 *        │      │ 代码 │ 名称  │                  or two rows read together when that recognises more:
 *    1   │ 某某 │ A01  │ …     │ …                a merged heading above stands for all columns below it
 *  合计  │ …                                      totals, notes and repeated headings aren't data
 */

#include "kp-heading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-cell-text.h"
#include "kp-exchange-error.h"
#include "kp-heading-match.h"
#include "kp-normal.h"

#define MAX_PREVIEW 40
#define MAX_COLUMNS 512

typedef struct
{
  guint number;
  GPtrArray *texts; /* compact, "" for empty */
} Preview;

static void
free_preview (gpointer data)
{
  Preview *preview = data;

  g_ptr_array_unref (preview->texts);
  g_free (preview);
}

static gboolean
on_preview_row_cb (const KpSheetRow *row, gpointer user_data, GError **error G_GNUC_UNUSED)
{
  GPtrArray *rows = user_data;
  Preview *preview = g_new0 (Preview, 1);

  preview->number = row->number;
  preview->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < row->n_cells && row->cells[i].column < MAX_COLUMNS; i++)
    {
      while (preview->texts->len < row->cells[i].column)
        g_ptr_array_add (preview->texts, g_strdup (""));
      g_ptr_array_add (preview->texts, kp_normal_compact (row->cells[i].text));
    }
  g_ptr_array_add (rows, preview);
  return rows->len < MAX_PREVIEW;
}

static const char *
get_text (const Preview *row, guint column)
{
  return column < row->texts->len ? g_ptr_array_index (row->texts, column) : "";
}

static gboolean
is_title (const Preview *row)
{
  guint n = 0;

  for (guint i = 0; i < row->texts->len; i++)
    n += *get_text (row, i) != '\0' ? 1 : 0;
  return n < 2;
}

/* Heading of two rows: for each column the one below with the one above it, which may reach over several
 * columns. */
static GPtrArray *
join_rows (const KpHeadingKind *kind, const Preview *above, const Preview *below)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);
  guint n = MAX (above->texts->len, below->texts->len);
  const char *group = "";

  for (guint i = 0; i < n; i++)
    {
      const char *upper = get_text (above, i), *lower = get_text (below, i);
      g_autofree char *joined = NULL;

      if (*upper != '\0')
        group = upper;
      joined = g_strconcat (group, lower, NULL);
      if (*lower == '\0')
        g_ptr_array_add (titles, g_strdup (upper));
      else if (kp_heading_find_field (kind, joined) >= 0 || kp_heading_find_field (kind, lower) < 0 ||
               kp_heading_is_foreign (group))
        g_ptr_array_add (titles, g_steal_pointer (&joined));
      else
        g_ptr_array_add (titles, g_strdup (lower));
    }
  return titles;
}

static GPtrArray *
copy_titles (const Preview *row)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < row->texts->len; i++)
    g_ptr_array_add (titles, g_strdup (g_ptr_array_index (row->texts, i)));
  return titles;
}

static KpHeading *
new_heading (
    const KpHeadingKind *kind, guint sheet, const Preview *first, const Preview *last, GPtrArray *titles)
{
  KpHeading *heading = g_new0 (KpHeading, 1);

  heading->sheet = sheet;
  heading->first_row = first->number;
  heading->last_row = last->number;
  heading->columns = g_new (gint, kind->n_fields);
  heading->titles = titles;
  for (guint i = 0; i < kind->n_fields; i++)
    heading->columns[i] = -1;
  return heading;
}

/**
 * kp_heading_free:
 * @heading: (transfer full) (nullable): a heading
 *
 * Frees it.
 */
void
kp_heading_free (KpHeading *heading)
{
  if (heading == NULL)
    return;
  g_free (heading->columns);
  g_ptr_array_unref (heading->titles);
  g_free (heading);
}

static void
take_if_better (const KpHeadingKind *kind, KpHeading *candidate, KpHeading **best, guint *best_score)
{
  guint score = kp_heading_match (kind, candidate->titles, candidate->columns);

  if (kind->count_others != NULL && score > 0)
    score += kind->count_others (candidate->titles);
  if (score > *best_score)
    {
      kp_heading_free (*best);
      *best = candidate;
      *best_score = score;
    }
  else
    kp_heading_free (candidate);
}

static KpHeading *
find_best (const KpHeadingKind *kind, guint sheet, GPtrArray *rows)
{
  KpHeading *best = NULL;
  guint score = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Preview *row = g_ptr_array_index (rows, i);

      take_if_better (kind, new_heading (kind, sheet, row, row, copy_titles (row)), &best, &score);
    }
  for (guint i = 0; i + 1 < rows->len; i++)
    {
      const Preview *row = g_ptr_array_index (rows, i), *next = g_ptr_array_index (rows, i + 1);

      if (!is_title (row))
        take_if_better (kind, new_heading (kind, sheet, row, next, join_rows (kind, row, next)), &best,
                        &score);
    }
  return best;
}

/* The heading of a sheet whose columns were all mapped by letters: what stands above the first key with
 * digits. */
static KpHeading *
find_above_data (const KpHeadingKind *kind, guint sheet, GPtrArray *rows, gint key_column)
{
  for (guint i = 0; i < rows->len && key_column >= 0; i++)
    {
      const Preview *row = g_ptr_array_index (rows, i);
      const char *text = get_text (row, (guint) key_column);

      if (strcspn (text, "0123456789") < strlen (text))
        {
          KpHeading *heading = new_heading (kind, sheet, row, row, g_ptr_array_new_with_free_func (g_free));

          heading->first_row = heading->last_row = row->number - 1;
          return heading;
        }
    }
  return NULL;
}

static gint
find_titled_column (const KpHeading *heading, const char *title)
{
  for (guint i = 0; heading != NULL && i < heading->titles->len; i++)
    if (strcmp (g_ptr_array_index (heading->titles, i), title) == 0)
      return (gint) i;
  return -1;
}

/* "身份证号=F,姓名=B": the left is a title or word of a field, the right a heading of the sheet or else the
   letters of a column. Gives the fixed columns. */
static gboolean
apply_mapping (
    const KpHeadingKind *kind, const KpHeading *heading, const char *mapping, gint *columns, GError **error)
{
  g_autofree char *compact = kp_normal_compact (mapping);
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    columns[i] = -1;
  parts = g_strsplit_set (compact, ",;", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (parts[i], "=", 2);
      gint field, column;

      if (*parts[i] == '\0')
        continue;
      field = kp_heading_find_field (kind, sides[0]);
      column = sides[1] != NULL ? find_titled_column (heading, sides[1]) : -1;
      if (column < 0 && sides[1] != NULL &&
          strspn (sides[1], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen (sides[1]))
        column = kp_cell_text_parse_column (sides[1]);
      if (field < 0 || column < 0)
        {
          g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_MAPPING,
                       _ ("The part “%s” of the mapping is not understood. Write FIELD=COLUMN such as "
                          "身份证号=F, where the column is its letter or its heading."),
                       parts[i]);
          return FALSE;
        }
      columns[field] = column;
    }
  return TRUE;
}

static gboolean
names_a_title (const KpHeading *heading, const char *mapping)
{
  g_autofree char *compact = kp_normal_compact (mapping);
  g_auto (GStrv) parts = g_strsplit_set (compact, ",;=", -1);

  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL; i += 2)
    if (find_titled_column (heading, parts[i + 1]) >= 0)
      return TRUE;
  return FALSE;
}

/* No usual word anywhere: the mapping may name the headings, or else it tells columns by letters. */
static KpHeading *
find_by_mapping (const KpHeadingKind *kind, guint sheet, GPtrArray *rows, const char *mapping, GError **error)
{
  g_autofree gint *fixed = g_new (gint, kind->n_fields);

  for (guint i = 0; i < rows->len; i++)
    {
      const Preview *row = g_ptr_array_index (rows, i);
      g_autoptr (KpHeading) heading = new_heading (kind, sheet, row, row, copy_titles (row));

      if (names_a_title (heading, mapping))
        return g_steal_pointer (&heading);
    }
  return apply_mapping (kind, NULL, mapping, fixed, error)
             ? find_above_data (kind, sheet, rows, fixed[kind->key])
             : NULL;
}

static gboolean
take_mapping (const KpHeadingKind *kind, KpHeading *heading, const char *mapping, GError **error)
{
  g_autofree gint *fixed = g_new (gint, kind->n_fields);

  if (!apply_mapping (kind, heading, mapping, fixed, error))
    return FALSE;
  memcpy (heading->columns, fixed, kind->n_fields * sizeof (gint));
  kp_heading_match (kind, heading->titles, heading->columns);
  return TRUE;
}

static void
set_missing_error (const KpHeadingKind *kind,
                   const KpHeadingNeed *need,
                   const KpHeading *heading,
                   GError **error)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (need->fields) && need->fields[i] >= 0; i++)
    g_string_append_printf (wanted, "%s%s", i > 0 ? " / " : "", kind->fields[need->fields[i]].title);
  for (guint i = 0; i < heading->titles->len && seen->len < 600; i++)
    if (*(const char *) g_ptr_array_index (heading->titles, i) != '\0')
      g_string_append_printf (seen, "%s%s", seen->len > 0 ? ", " : "",
                              (const char *) g_ptr_array_index (heading->titles, i));
  g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_HEADING,
               _ ("No column for %s is found in row %u. The headings there are: %s. Give the column by a "
                  "mapping such as %s=F."),
               wanted->str, heading->last_row, seen->str, kind->fields[need->fields[0]].title);
}

static gboolean
has_all_needed (const KpHeadingKind *kind, const KpHeading *heading, GError **error)
{
  for (guint i = 0; i < kind->n_needs; i++)
    {
      const KpHeadingNeed *need = &kind->needs[i];
      gboolean found = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (need->fields) && need->fields[k] >= 0; k++)
        found = found || heading->columns[need->fields[k]] >= 0;
      if (!found)
        {
          set_missing_error (kind, need, heading, error);
          return FALSE;
        }
    }
  return TRUE;
}

/* Whether a key with digits stands below the heading; what lies beyond the preview is taken for data. */
static gboolean
is_filled (const KpHeadingKind *kind, const KpHeading *heading, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len && heading->columns[kind->key] >= 0; i++)
    {
      const Preview *row = g_ptr_array_index (rows, i);
      const char *key = get_text (row, (guint) heading->columns[kind->key]);

      if (row->number > heading->last_row && strpbrk (key, "0123456789") != NULL)
        return TRUE;
    }
  return rows->len >= MAX_PREVIEW || heading->columns[kind->key] < 0;
}

static KpHeading *
find_in_sheet (KpWorkbook *book,
               const KpHeadingKind *kind,
               guint sheet,
               const char *mapping,
               gboolean *has_data,
               GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_preview);
  g_autoptr (KpHeading) heading = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean has_mapping = mapping != NULL && *mapping != '\0';

  if (!kp_workbook_read_sheet (book, sheet, on_preview_row_cb, rows, error))
    return NULL;
  heading = find_best (kind, sheet, rows);
  if (has_mapping && heading == NULL)
    heading = find_by_mapping (kind, sheet, rows, mapping, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  if (has_mapping && heading != NULL && !take_mapping (kind, heading, mapping, error))
    return NULL;
  if (heading == NULL)
    {
      g_set_error (error, KP_EXCHANGE_ERROR,
                   rows->len == 0 ? KP_EXCHANGE_ERROR_EMPTY : KP_EXCHANGE_ERROR_HEADING,
                   rows->len == 0 ? _ ("The sheet is empty. A heading row with %s is needed.")
                                  : _ ("No heading row is found in the first rows of the sheet. One with %s "
                                       "is needed."),
                   kind->fields[kind->key].title);
      return NULL;
    }
  *has_data = is_filled (kind, heading, rows);
  return has_all_needed (kind, heading, error) ? g_steal_pointer (&heading) : NULL;
}

static gboolean
is_sample (const char *sheet)
{
  static const char *const words[] = { "样例", "样表", "示例", "范例", "例表", "模板" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (sheet, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * kp_heading_find:
 * @book: a workbook
 * @kind: what the columns can mean and which are needed
 * @sheet: (nullable): the name of the sheet; NULL for the first visible one with all needed columns and rows
 * below them that isn't named as a sample
 * @mapping: (nullable): what the clerk says of the columns, "身份证号=F,姓名=B"
 * @error: a #KpExchangeError; HEADING names what is missing and the headings seen
 *
 * Looks at the first rows of the sheets for the heading.
 *
 * Returns: (transfer full) (nullable): the heading
 */
KpHeading *
kp_heading_find (
    KpWorkbook *book, const KpHeadingKind *kind, const char *sheet, const char *mapping, GError **error)
{
  g_autoptr (GError) first_problem = NULL;
  g_autoptr (KpHeading) spare = NULL;

  g_return_val_if_fail (book != NULL && kind != NULL, NULL);

  for (guint i = 0; i < kp_workbook_get_n_sheets (book); i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (KpHeading) heading = NULL;
      gboolean has_data = FALSE;

      if (sheet != NULL ? strcmp (sheet, kp_workbook_get_sheet_name (book, i)) != 0
                        : kp_workbook_sheet_is_hidden (book, i))
        continue;
      heading = find_in_sheet (book, kind, i, mapping, &has_data, &problem);
      if (heading != NULL && has_data && !is_sample (kp_workbook_get_sheet_name (book, i)))
        return g_steal_pointer (&heading);
      if (heading != NULL && spare == NULL)
        spare = g_steal_pointer (&heading);
      /* A sheet with some heading says more than an empty one. */
      if (problem != NULL && (first_problem == NULL ||
                              g_error_matches (first_problem, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_EMPTY)))
        {
          g_clear_error (&first_problem);
          first_problem = g_steal_pointer (&problem);
        }
    }
  if (spare != NULL)
    return g_steal_pointer (&spare);
  if (first_problem == NULL)
    g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_SHEET, _ ("The workbook has no sheet “%s”."),
                 sheet != NULL ? sheet : "");
  else
    g_propagate_error (error, g_steal_pointer (&first_problem));
  return NULL;
}

static gboolean
holds_list (KpWorkbook *book, const KpHeadingKind *kind, guint sheet, const char *mapping)
{
  g_autoptr (GError) problem = NULL;
  gboolean has_data = FALSE;
  g_autoptr (KpHeading) heading = find_in_sheet (book, kind, sheet, mapping, &has_data, &problem);

  return heading != NULL && has_data;
}

/**
 * kp_heading_dup_other_sheets:
 * @book: a workbook
 * @kind: what the columns can mean and which are needed
 * @sheet: the sheet that is read
 * @mapping: (nullable): as for kp_heading_find(); another sheet may fit it or do without
 *
 * Tells what would be lost if nobody spoke of it. Only the first rows of each sheet are looked at. Hidden
 * sheets count, those named as samples don't.
 *
 * Returns: (transfer full): the names of the other sheets with all needed columns and rows below them, in the
 *   order of the workbook, NULL at the end
 */
char **
kp_heading_dup_other_sheets (KpWorkbook *book, const KpHeadingKind *kind, guint sheet, const char *mapping)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < kp_workbook_get_n_sheets (book); i++)
    {
      const char *name = kp_workbook_get_sheet_name (book, i);

      if (i != sheet && !is_sample (name) &&
          (holds_list (book, kind, i, mapping) || (mapping != NULL && holds_list (book, kind, i, NULL))))
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}
