/* kp-form-years.c – who was recruited, year by year (历年人员结构统计表), A4.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-years.h"

#include "kp-form-list.h"

static const char *const signers[] = { "制表人", "复核人", "社会工作部（盖章）", NULL };

static const char *const notes[] = {
  "年度按招聘公告的日期；占聘用人数的比例保留一位小数，四舍五入；比上年为聘用人数之差；至今在岗不含已经解除、终止合同的。空白的为当年没有统计。"
  "只有人数，没有个人信息；人数少于三人的类别公开时应当合并。",
  NULL,
};

static const KpFormColumn columns[] = {
  KP_FORM_COLUMN_KEY (KpYearsRow, year, "年度", 24),
  KP_FORM_COLUMN (KpYearsRow, applied, "报名人数", 24),
  KP_FORM_COLUMN (KpYearsRow, qualified, "审查合格", 24),
  KP_FORM_COLUMN_KEY (KpYearsRow, employed, "聘用人数", 24),
  KP_FORM_COLUMN (KpYearsRow, share, "占聘用\n人数", 24),
  KP_FORM_COLUMN (KpYearsRow, change, "比上年", 22),
  KP_FORM_COLUMN (KpYearsRow, staying, "至今在岗", 24),
};

/**
 * kp_form_years_draw:
 * @sheet: gets the pages
 * @facts: borrowed; rows by class, then by year
 * @error: return location
 *
 * Returns: %TRUE with the table appended, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_years_draw (KpSheet            *sheet,
                    const KpYearsFacts *facts,
                    GError            **error)
{
  const KpFormTable table = { columns, G_N_ELEMENTS (columns), facts->rows, sizeof (KpYearsRow), facts->n_rows,
                              G_STRUCT_OFFSET (KpYearsRow, group) };
  const KpFormLook look = { .subtitle = facts->subtitle, .signers = signers, .title_size = KP_PT (18) };
  KpFormList list = facts->list;

  list.notes = notes;
  list.empty = "没有人员。";
  return kp_form_list_draw (sheet, &list, NULL, 0, &table, &look, error);
}
