/* kp-heading-row.c – tells rows of data from the others below a heading.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-heading.h"

#include <string.h>

#include "kp-normal.h"

static const char *const end_words[] = {
  "合计", "总计",  "小计",  "共计",   "总人数",   "填表", "填报", "制表", "审核人",   "负责人",   "经办",
  "注:",  "备注:", "说明:", "联系人", "单位负责", "平均", "最高", "最低", "填写说明", "注意事项", "领导签字",
  "本表", "登分",  "核分",  "记分",   "计分",     "监督", "主考", "录入", "复核",     "考官签",   "评委签",
};

static const char *const example_words[] = { "例", "例:", "示例", "样例", "例如", "(例)", "(示例)" };

/* A total may stand under the column of the key, but no key is so short and no total so long. */
#define SHORTEST_KEY_BESIDE_END_WORD 10

/* What begins with as many digits is a number and can be nothing else. */
#define DIGITS_OF_A_KEY 15

/**
 * kp_heading_get_cell:
 * @heading: a heading
 * @field: index of a field
 * @row: a row below it
 *
 * Returns: (transfer none) (nullable): the cell of that field, NULL when there is no such column or it is
 * empty
 */
const KpCell *
kp_heading_get_cell (const KpHeading *heading, guint field, const KpSheetRow *row)
{
  return heading->columns[field] >= 0 ? kp_sheet_row_get_cell (row, (guint) heading->columns[field]) : NULL;
}

/* Bars and dashes that fill an empty row count for nothing. */
static gsize
get_cell_length (const KpCell *cell)
{
  g_autofree char *text = cell != NULL ? kp_normal_compact (cell->text) : g_strdup ("");

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return strlen (text);
  return 0;
}

static gboolean
cell_repeats_title (const KpHeading *heading, const KpCell *cell)
{
  g_autofree char *text = NULL;

  if (cell == NULL || cell->column >= heading->titles->len)
    return FALSE;
  text = kp_normal_compact (cell->text);
  return *text != '\0' && strcmp (text, g_ptr_array_index (heading->titles, cell->column)) == 0;
}

static gboolean
begins_with_end_word (const KpSheetRow *row)
{
  for (guint i = 0; i < MIN (row->n_cells, 2); i++)
    {
      g_autofree char *text = kp_normal_compact (row->cells[i].text);

      for (guint k = 0; k < G_N_ELEMENTS (end_words); k++)
        if (g_str_has_prefix (text, end_words[k]))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_example (const KpSheetRow *row)
{
  g_autofree char *text = NULL;

  if (row->n_cells == 0 || g_ascii_isdigit (*row->cells[0].text))
    return FALSE;
  text = kp_normal_compact (row->cells[0].text);
  for (guint i = 0; i < G_N_ELEMENTS (example_words); i++)
    if (strcmp (text, example_words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Directly below the heading some forms say how to fill in each column: 如1990-01-01, 18位. */
static gboolean
is_hint (const KpHeading *heading, const KpSheetRow *row, const KpCell *key)
{
  static const char *const words[] = { "如", "位", "填", "格式", "一致", "文本" };

  if (key == NULL || row->number != heading->last_row + 1)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (key->text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * kp_heading_row_is_footer:
 * @row: a row
 *
 * Returns: whether the row begins as totals, notes, signatures or examples do
 */
gboolean
kp_heading_row_is_footer (const KpSheetRow *row)
{
  return begins_with_end_word (row) || is_example (row);
}

/**
 * kp_heading_row_is_data:
 * @heading: a heading
 * @row: a row
 * @key: the field that every row of data has
 * @name: another such field, or the same
 *
 * Tells data from titles, repeated headings, examples, numbered but empty rows, totals and footers. A row
 * with its key or a name is data unless it begins as a footer does; one with neither when at least three
 * other cells are filled.
 *
 * Returns: whether the row is to be read
 */
gboolean
kp_heading_row_is_data (const KpHeading *heading, const KpSheetRow *row, guint key, guint name)
{
  const KpCell *key_cell = kp_heading_get_cell (heading, key, row);
  const KpCell *name_cell = kp_heading_get_cell (heading, name, row);
  gsize key_length = get_cell_length (key_cell);
  guint n_others = 0;

  if (row->number > heading->last_row && key_length >= DIGITS_OF_A_KEY &&
      strspn (key_cell->text, "0123456789") >= DIGITS_OF_A_KEY)
    return !is_example (row);
  if (row->number <= heading->last_row || cell_repeats_title (heading, key_cell) ||
      cell_repeats_title (heading, name_cell) || is_example (row) || is_hint (heading, row, key_cell))
    return FALSE;
  if ((key_length < SHORTEST_KEY_BESIDE_END_WORD || strpbrk (key_cell->text, "0123456789") == NULL) &&
      begins_with_end_word (row))
    return FALSE;
  if (key_length > 0 || get_cell_length (name_cell) > 0)
    return TRUE;
  for (guint i = 0; i < row->n_cells; i++)
    n_others += get_cell_length (&row->cells[i]) > 0 ? 1 : 0;
  return n_others >= 3 && row->number > heading->last_row + 1;
}
