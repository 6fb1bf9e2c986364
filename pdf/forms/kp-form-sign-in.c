/* kp-form-sign-in.c – the sign-in sheet of one room and sitting (考生签到表); 30 candidates fit one page.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-sign-in.h"

#include "kp-form-list.h"

/* What title, heading, closing lines and foot leave of a page for rows. */
#define ROWS_HEIGHT KP_MM (200)
#define ROW_LEAST KP_MM (5.8)
#define ROW_MOST KP_MM (9)

static const char *const signers[] = { "监考员（一）", "监考员（二）", "流动监考", NULL };

static const KpFormColumn columns[] = {
  KP_FORM_COLUMN_KEY (KpSignInRow, seat, "座位号", 11),
  KP_FORM_COLUMN (KpSignInRow, ticket, "准考证号", 25),
  KP_FORM_COLUMN (KpSignInRow, name, "姓名", 24),
  KP_FORM_COLUMN (KpSignInRow, sex, "性别", 9),
  KP_FORM_COLUMN (KpSignInRow, post, "岗位", 9),
  KP_FORM_COLUMN_EMPTY ("考生签名", 34),
  KP_FORM_COLUMN_EMPTY ("备注", 18),
};

/**
 * kp_form_sign_in_draw:
 * @sheet: gets the pages
 * @facts: borrowed; rows in the order of seats
 *
 * Appends the sheet of one room: rows as high as the page allows, counts and the invigilators' lines below.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_sign_in_draw (KpSheet             *sheet,
                      const KpSignInFacts *facts,
                      GError             **error)
{
  KpFormTable table = { columns, G_N_ELEMENTS (columns), facts->rows, sizeof (KpSignInRow), facts->n_rows, 0 };
  KpLength row = facts->n_rows == 0 ? ROW_MOST : ROWS_HEIGHT / (KpLength) facts->n_rows;
  g_autofree char *title = g_strconcat (facts->campaign, "考生签到表", NULL);
  g_autofree char *where = g_strdup_printf ("%s　第 %s 考场", facts->site, facts->room);
  g_autofree char *what = g_strdup_printf ("%s　%s", facts->paper, facts->time);
  g_autofree char *counts = g_strdup_printf ("应到 %" G_GSIZE_FORMAT " 人　　实到＿＿＿人　　缺考＿＿＿人　　违纪＿＿＿人"
                                             "　　缺考座位号：＿＿＿＿＿＿＿＿＿＿",
                                             facts->n_rows);
  const char *const notes[] = { counts, NULL };
  KpFormList list = { .title = title, .notes = notes, .empty = "本考场没有考生。", .qr = facts->qr };
  KpFormLook look = {
    .subtitle = where, .subtitle_right = what, .signers = signers, .title_size = KP_PT (16)
  };

  look.row_height = row < ROW_LEAST ? ROW_MOST : MIN (row, ROW_MOST);
  return kp_form_list_draw (sheet, &list, NULL, 0, &table, &look, error);
}
