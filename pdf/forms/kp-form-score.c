/* kp-form-score.c – the sheet on which one examiner marks a room by hand (面试评分表), A4 landscape.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The examiner knows a candidate by number alone. A room that fits on one page stays on it, in rows as high as the page
 * allows: they are written by hand, and the signature stands under all of them. */

#include "kp-form-score.h"

/* What title, heading, signatures and foot leave of a page for rows. */
#define ROWS_HEIGHT KP_MM (94)
#define ROW_LEAST KP_MM (6.5)
#define ROW_USUAL KP_MM (8)
#define ROW_MOST KP_MM (11)

typedef struct
{
  const char *number;
} Row;

static const char *const signers[] = { "考官（签名）", "计分员", "核分员", "监督员", NULL };

static const char *const notes[] = {
  "只写面试序号，不写姓名。每格写得分，总分为各要素得分之和，不得超过满分；缺考、放弃的在备注栏写明。涂改由考官在改动处签名。", NULL,
};

static KpLength
choose_row_height (gsize n_rows)
{
  const KpLength row = n_rows == 0 ? ROW_MOST : ROWS_HEIGHT / (KpLength) n_rows;

  return row < ROW_LEAST ? ROW_USUAL : MIN (row, ROW_MOST);
}

/**
 * kp_form_score_draw:
 * @sheet: gets the pages
 * @facts: borrowed; at most %KP_FORM_SCORE_ELEMENTS elements are printed
 * @error: return location
 *
 * Returns: %TRUE with the sheet of one examiner appended, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_score_draw (KpSheet            *sheet,
                    const KpScoreFacts *facts,
                    GError            **error)
{
  static const KpFormColumn number = KP_FORM_COLUMN_KEY (Row, number, "面试\n序号", 12);
  static const KpFormColumn remark = KP_FORM_COLUMN_EMPTY ("备注", 26);
  const guint n_elements = MIN (facts->n_elements, KP_FORM_SCORE_ELEMENTS);
  g_autofree Row *rows = g_new0 (Row, facts->n_rows + 1);
  g_autofree char *total = facts->full != NULL ? g_strdup_printf ("总分\n（%s）", facts->full) : g_strdup ("总分");
  g_autofree char *where = g_strdup_printf ("%s　　%s", facts->room != NULL ? facts->room : "第＿＿考场",
                                            facts->examiner != NULL ? facts->examiner : "考官＿＿");
  KpFormColumn columns[KP_FORM_SCORE_ELEMENTS + 3];
  KpFormTable table = { columns, 0, rows, sizeof (Row), facts->n_rows, 0 };
  const KpFormLook look = { .is_landscape = TRUE, .subtitle = where, .subtitle_right = facts->time, .signers = signers,
                            .title_size = KP_PT (18), .row_height = choose_row_height (facts->n_rows) };
  KpFormList list = facts->list;

  for (gsize i = 0; i < facts->n_rows; i++)
    rows[i].number = facts->numbers[i];
  columns[table.n_columns++] = number;
  for (guint i = 0; i < n_elements; i++)
    columns[table.n_columns++] = (KpFormColumn) KP_FORM_COLUMN_EMPTY (facts->elements[i], 24);
  columns[table.n_columns++] = (KpFormColumn) KP_FORM_COLUMN_EMPTY (total, 22);
  columns[table.n_columns++] = remark;
  list.notes = notes;
  list.empty = "本考场没有考生。";
  return kp_form_list_draw (sheet, &list, NULL, 0, &table, &look, error);
}
