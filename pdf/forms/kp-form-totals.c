/* kp-form-totals.c – the bulletin of total marks (综合成绩公告).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-totals.h"

#include "kp-form-list.h"

static const KpFormColumn columns[] = {
  KP_FORM_COLUMN_COUNT,
  KP_FORM_COLUMN (KpTotalsRow, post_code, "岗位\n代码", 8),
  KP_FORM_COLUMN (KpTotalsRow, post_name, "岗位", 22),
  KP_FORM_COLUMN (KpTotalsRow, ticket, "准考证号", 22),
  KP_FORM_COLUMN (KpTotalsRow, name, "姓名", 17),
  KP_FORM_COLUMN (KpTotalsRow, written, "笔试\n成绩", 12),
  KP_FORM_COLUMN (KpTotalsRow, credential, "资历\n量化", 12),
  KP_FORM_COLUMN (KpTotalsRow, interview_raw, "面试\n原始分", 14),
  KP_FORM_COLUMN (KpTotalsRow, coefficient, "修正\n系数", 13),
  KP_FORM_COLUMN (KpTotalsRow, interview, "面试\n成绩", 12),
  KP_FORM_COLUMN (KpTotalsRow, total, "综合\n成绩", 12),
  KP_FORM_COLUMN (KpTotalsRow, place, "名次", 10),
  KP_FORM_COLUMN (KpTotalsRow, next, "是否进\n入体检", 16),
  KP_FORM_COLUMN (KpTotalsRow, remark, "备注", 17),
};

/**
 * kp_form_totals_draw:
 * @sheet: gets the pages
 * @facts: borrowed; an undecided tie and the unplaced come without a place
 *
 * Appends the bulletin: upright, or landscape when credential points or corrected marks need their columns.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_totals_draw (KpSheet             *sheet,
                     const KpTotalsFacts *facts,
                     GError             **error)
{
  KpFormTable table = { columns, G_N_ELEMENTS (columns), facts->rows, sizeof (KpTotalsRow), facts->n_rows,
                        G_STRUCT_OFFSET (KpTotalsRow, group) };
  KpFormLook look = { .is_landscape = kp_form_count_columns (&table) > 12, .row_height = KP_FORM_LIST_ROW };

  return kp_form_list_draw (sheet, &facts->list, NULL, 0, &table, &look, error);
}
