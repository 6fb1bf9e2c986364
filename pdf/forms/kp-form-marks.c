/* kp-form-marks.c – the bulletin of written marks (笔试成绩公告).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-marks.h"

#include "kp-form-list.h"

static const KpFormColumn before[] = {
  KP_FORM_COLUMN_COUNT,
  KP_FORM_COLUMN (KpMarksRow, post_code, "岗位\n代码", 9),
  KP_FORM_COLUMN (KpMarksRow, post_name, "岗位", 20),
  KP_FORM_COLUMN (KpMarksRow, ticket, "准考证号", 22),
  KP_FORM_COLUMN (KpMarksRow, name, "姓名", 19),
};

static const KpFormColumn after[] = {
  KP_FORM_COLUMN (KpMarksRow, bonus, "加分", 10),
  KP_FORM_COLUMN (KpMarksRow, total, "笔试成绩", 14),
  KP_FORM_COLUMN (KpMarksRow, place, "名次", 10),
  KP_FORM_COLUMN (KpMarksRow, remark, "备注", 24),
};

/**
 * kp_form_marks_draw:
 * @sheet: gets the pages
 * @facts: borrowed; names already masked
 *
 * Appends the bulletin. Absent and void candidates show their state where a mark would stand and have no
 * place.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_marks_draw (KpSheet            *sheet,
                    const KpMarksFacts *facts,
                    GError            **error)
{
  KpFormColumn columns[G_N_ELEMENTS (before) + KP_FORM_MARKS_PAPERS + G_N_ELEMENTS (after)];
  KpFormTable table = { columns, 0, facts->rows, sizeof (KpMarksRow), facts->n_rows,
                        G_STRUCT_OFFSET (KpMarksRow, group) };
  KpFormLook look = { .row_height = KP_FORM_LIST_ROW };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    columns[table.n_columns++] = before[i];
  for (guint i = 0; i < KP_FORM_MARKS_PAPERS && facts->paper_names[i] != NULL; i++)
    {
      KpFormColumn paper = KP_FORM_COLUMN (KpMarksRow, papers[0], facts->paper_names[i], 14);

      paper.offset += (gssize) (i * sizeof (const char *));
      paper.is_kept = TRUE;
      columns[table.n_columns++] = paper;
    }
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    columns[table.n_columns++] = after[i];
  look.is_landscape = kp_form_count_columns (&table) > 10;
  return kp_form_list_draw (sheet, &facts->list, NULL, 0, &table, &look, error);
}
