/* kp-interview-sheet.c – interview marks read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three layouts, told by the headings:
 *
 *   面试序号 │ 考官1 │ 考官2 │ …                     all in one table: totals, or under each examiner his
 * elements │ 综合分析│应变│合计 │ 综合分析 …          (heading of two rows)
 *
 *   面试序号 │ 考官 │ 综合分析 │ 应变 │ … │ 合计      one row for each candidate and examiner
 *
 *   面试序号 │ 综合分析 │ 应变 │ … │ 合计             one sheet for each examiner, named 考官1, 2号考官, …
 *
 * Each mark becomes one cell with its examiner and element. Whether totals are the sums of their elements,
 * and what follows from marks that are missing, is for the rules. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-exchange-error.h"
#include "kp-heading-match.h"
#include "kp-mark-sheet-private.h"
#include "kp-normal.h"

enum
{
  FIELD_DRAW,
  FIELD_EXAMINER,
  N_FIELDS
};

/* What one column of the sheet holds. */
typedef struct
{
  guint column;
  guint examiner; /* 0 = by the row or the sheet */
  const char *element;
  const char *title;
} MarkColumn;

typedef struct
{
  KpMarkSheet *sheet;
  KpHeading *heading;
  const char *name;   /* of the workbook's sheet */
  guint examiner;     /* of the whole sheet, 0 = none */
  GArray *columns;    /* MarkColumn */
  GHashTable *places; /* set of "draw examiner element" */
} Reading;

static guint
count_mark_columns (GPtrArray *titles)
{
  guint n = 0;

  for (guint i = 0; i < titles->len; i++)
    {
      g_autofree char *bare = kp_heading_strip (g_ptr_array_index (titles, i));
      const char *element;

      n += kp_interview_title_parse (bare, &element) > 0 ? 1 : 0;
    }
  return n;
}

static const KpHeadingField fields[N_FIELDS] = {
  [FIELD_DRAW] = { .title = "面试序号",
                   .words = { "面试序号", "面试抽签号", "抽签号", "抽签序号", "面试顺序号", "面试号",
                              "考生序号", "签号", "顺序号", "抽签顺序号", "面试顺序", "考生编号", "考生号",
                              "序号" } },
  [FIELD_EXAMINER] = { .title = "考官",
                       .words = { "考官", "考官号", "考官编号", "考官序号", "评委", "评委号", "评委编号" },
                       .is_exact = TRUE },
};

static const KpHeadingNeed needs[] = { { { FIELD_DRAW, -1 } } };

static const KpHeadingKind heading_kind = {
  .fields = fields,
  .n_fields = N_FIELDS,
  .needs = needs,
  .n_needs = G_N_ELEMENTS (needs),
  .key = FIELD_DRAW,
  .count_others = count_mark_columns,
};

static const char *
keep (Reading *reading, const char *text)
{
  return *text != '\0' ? g_string_chunk_insert_const (reading->sheet->chunk, text) : "";
}

static void
find_mark_columns (Reading *reading)
{
  gboolean has_one_examiner = reading->examiner > 0 || reading->heading->columns[FIELD_EXAMINER] >= 0;

  for (guint i = 0; i < reading->heading->titles->len; i++)
    {
      g_autofree char *bare = kp_heading_strip (g_ptr_array_index (reading->heading->titles, i));
      g_autofree char *as_examiner = g_strconcat ("考官1", bare, NULL);
      const char *element = bare;
      MarkColumn column = { .column = i };

      if ((gint) i == reading->heading->columns[FIELD_DRAW] ||
          (gint) i == reading->heading->columns[FIELD_EXAMINER])
        continue;
      column.examiner = kp_interview_title_parse (bare, &element);
      if (column.examiner == 0 && (!has_one_examiner || !kp_interview_title_is_mark (bare)))
        continue;
      if (column.examiner == 0)
        kp_interview_title_parse (as_examiner, &element);
      column.element = keep (reading, element);
      column.title = keep (reading, g_ptr_array_index (reading->heading->titles, i));
      g_array_append_val (reading->columns, column);
    }
}

static guint
read_examiner (Reading *reading, const KpSheetRow *row)
{
  const KpCell *cell = kp_heading_get_cell (reading->heading, FIELD_EXAMINER, row);
  g_autofree char *text = cell != NULL ? kp_normal_compact (cell->text) : g_strdup ("");
  const char *element;
  guint number;

  if (reading->examiner > 0)
    return reading->examiner;
  number = kp_interview_title_parse (text, &element);
  if (number == 0 && *text != '\0')
    {
      g_autofree char *title = g_strconcat ("考官", text, NULL);

      number = kp_interview_title_parse (title, &element);
    }
  return number;
}

static gboolean
is_new_place (Reading *reading, const char *key, guint examiner, const char *element)
{
  g_autofree char *place = g_strdup_printf ("%s\n%u\n%s", key, examiner, element);

  return g_hash_table_add (reading->places, g_steal_pointer (&place));
}

static void
add_cell (
    Reading *reading, const KpSheetRow *row, const MarkColumn *column, const char *key, guint row_examiner)
{
  guint examiner = column->examiner > 0 ? column->examiner : row_examiner;
  KpMarkReading mark = kp_mark_reading_make (reading->sheet, kp_sheet_row_get_cell (row, column->column),
                                             row->number, column->title);
  KpInterviewCell cell;

  if (mark.state == KP_MARK_SHEET_EMPTY && *key == '\0')
    return;
  if (mark.state != KP_MARK_SHEET_FAULTY && *key == '\0')
    kp_mark_reading_fail (reading->sheet, &mark, "key_missing", row->number, column->title,
                          "这一行有分数，却没有面试序号，请补填");
  else if (mark.state != KP_MARK_SHEET_FAULTY && examiner == 0)
    kp_mark_reading_fail (reading->sheet, &mark, "examiner_missing", row->number, column->title,
                          "这一行没有写明是第几号考官，请补填");
  else if (mark.state != KP_MARK_SHEET_FAULTY && !is_new_place (reading, key, examiner, column->element))
    kp_mark_reading_fail (reading->sheet, &mark, "cell_twice", row->number, column->title,
                          "同一考官给同一考生的这一项已有分数，请核对");
  cell =
      (KpInterviewCell){ reading->name, row->number, column->column, key,        examiner,    column->element,
                         mark.state,    mark.text,   mark.code,      mark.value, mark.message };
  g_array_append_val (reading->sheet->cells, cell);
}

/* Marks without a number aren't left out: they are a fault. */
static gboolean
has_lost_marks (Reading *reading, const KpSheetRow *row)
{
  if (row->number <= reading->heading->last_row ||
      kp_heading_get_cell (reading->heading, FIELD_DRAW, row) != NULL || kp_heading_row_is_footer (row))
    return FALSE;
  for (guint i = 0; i < reading->columns->len; i++)
    if (kp_sheet_row_get_cell (row, g_array_index (reading->columns, MarkColumn, i).column) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
on_row_cb (const KpSheetRow *row, gpointer user_data, GError **error G_GNUC_UNUSED)
{
  Reading *reading = user_data;
  const char *key;
  guint examiner;

  if (!kp_heading_row_is_data (reading->heading, row, FIELD_DRAW, FIELD_DRAW) &&
      !has_lost_marks (reading, row))
    return TRUE;
  key = kp_mark_sheet_keep_key (reading->sheet, kp_heading_get_cell (reading->heading, FIELD_DRAW, row));
  examiner = read_examiner (reading, row);
  for (guint i = 0; i < reading->columns->len; i++)
    add_cell (reading, row, &g_array_index (reading->columns, MarkColumn, i), key, examiner);
  return TRUE;
}

static gboolean
read_one_sheet (KpMarkSheet *marks, KpHeading *heading, guint examiner, GHashTable *places, GError **error)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (MarkColumn));
  Reading reading = { marks, heading, "", examiner, columns, places };

  reading.name = keep (&reading, kp_workbook_get_sheet_name (marks->workbook, heading->sheet));
  find_mark_columns (&reading);
  if (columns->len == 0)
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_HEADING,
                   _ ("The heading in row %u has no column of marks. Name the columns 考官1, 考官2 …, or the "
                      "sheets, or add a column 考官."),
                   heading->last_row);
      return FALSE;
    }
  return kp_workbook_read_sheet (marks->workbook, heading->sheet, on_row_cb, &reading, error);
}

/* Sheets named after examiners; TRUE with *@n_read 0 when there are none. */
static gboolean
read_examiner_sheets (
    KpMarkSheet *marks, const char *mapping, GHashTable *places, guint *n_read, GError **error)
{
  *n_read = 0;
  for (guint i = 0; i < kp_workbook_get_n_sheets (marks->workbook); i++)
    {
      const char *name = kp_workbook_get_sheet_name (marks->workbook, i);
      g_autofree char *compact = kp_normal_compact (name);
      g_autoptr (KpHeading) heading = NULL;
      const char *element;
      guint examiner = kp_interview_title_parse (compact, &element);

      if (examiner == 0 || kp_workbook_sheet_is_hidden (marks->workbook, i))
        continue;
      heading = kp_heading_find (marks->workbook, &heading_kind, name, mapping, error);
      if (heading == NULL || !read_one_sheet (marks, heading, examiner, places, error))
        {
          g_prefix_error (error, _ ("Sheet “%s”: "), name);
          return FALSE;
        }
      (*n_read)++;
    }
  return TRUE;
}

/**
 * kp_mark_sheet_read_interview:
 * @path: an .xlsx or .csv file
 * @sheet: (nullable): name of the sheet; NULL for all sheets named after examiners, or else the first that
 * fits
 * @mapping: (nullable): "面试序号=A"
 * @error: a #KpExchangeError: the file as a whole can't be read
 *
 * Reads interview marks in any of the three layouts. A mark that is still missing is an empty cell, so that
 * nobody is forgotten.
 *
 * Returns: (transfer full) (nullable): the marks
 */
KpMarkSheet *
kp_mark_sheet_read_interview (const char *path, const char *sheet, const char *mapping, GError **error)
{
  g_autoptr (KpMarkSheet) marks = kp_mark_sheet_new (path, error);
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (KpHeading) heading = NULL;
  guint n_read = 0;

  if (marks == NULL)
    return NULL;
  marks->key_kind = KP_MARK_KEY_DRAW;
  places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (sheet == NULL && !read_examiner_sheets (marks, mapping, places, &n_read, error))
    return NULL;
  if (n_read == 0)
    {
      const char *element;
      g_autofree char *compact = sheet != NULL ? kp_normal_compact (sheet) : g_strdup ("");

      heading = kp_heading_find (marks->workbook, &heading_kind, sheet, mapping, error);
      if (heading == NULL ||
          !read_one_sheet (marks, heading, kp_interview_title_parse (compact, &element), places, error))
        return NULL;
    }
  return g_steal_pointer (&marks);
}
