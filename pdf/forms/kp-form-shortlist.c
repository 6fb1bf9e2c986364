/* kp-form-shortlist.c – the list of those invited to the interview (入围面试人员名单).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-shortlist.h"

#include <string.h>

#include "kp-form-list.h"

static const KpFormColumn columns[] = {
  KP_FORM_COLUMN_COUNT,
  KP_FORM_COLUMN (KpShortlistRow, post_code, "岗位\n代码", 9),
  KP_FORM_COLUMN (KpShortlistRow, post_name, "岗位", 24),
  KP_FORM_COLUMN (KpShortlistRow, street, "街道（乡镇）", 18),
  KP_FORM_COLUMN (KpShortlistRow, places, "招聘\n人数", 9),
  KP_FORM_COLUMN (KpShortlistRow, ticket, "准考证号", 22),
  KP_FORM_COLUMN (KpShortlistRow, name, "姓名", 20),
  KP_FORM_COLUMN (KpShortlistRow, written, "笔试成绩\n（含加分）", 15),
  KP_FORM_COLUMN (KpShortlistRow, place, "名次", 9),
  KP_FORM_COLUMN (KpShortlistRow, remark, "备注", 16),
};

/**
 * kp_form_shortlist_draw:
 * @sheet: gets the pages
 * @facts: borrowed; places are those of the original field, a gap of a withdrawn candidate stays
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_shortlist_draw (KpSheet                *sheet,
                        const KpShortlistFacts *facts,
                        GError                **error)
{
  KpFormColumn own[G_N_ELEMENTS (columns)];
  KpFormTable  table = { own, G_N_ELEMENTS (columns), facts->rows, sizeof (KpShortlistRow),
                        facts->n_rows, G_STRUCT_OFFSET (KpShortlistRow, group) };
  KpFormLook   look = { .row_height = KP_FORM_LIST_ROW };

  memcpy (own, columns, sizeof own);
  for (gsize i = 0; facts->mark != NULL && i < G_N_ELEMENTS (own); i++)
    if (own[i].offset == (gssize) G_STRUCT_OFFSET (KpShortlistRow, written))
      own[i].heading = facts->mark;

  return kp_form_list_draw (sheet, &facts->list, NULL, 0, &table, &look, error);
}
