/* kp-form-breaches.c – all breaches of an exam and what became of them (违纪违规处理情况一览表), A4 landscape.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-breaches.h"

#include "kp-form-list.h"

/* Characters of the facts that a row shows; the rest is in the record of the same number. */
#define MOST_FACTS 40

static const char *const signers[] = { "经办人", "复核人", "监督员", "领导小组负责人", NULL };

static const char *const notes[] = {
  "内部资料，不得公开张贴。情节为摘要，全文见同号的考试违纪违规行为记录单；处理依据为参照执行的人力资源和社会保障部令第35号及招聘公告。",
  NULL,
};

static const KpFormColumn columns[] = {
  KP_FORM_COLUMN_KEY (KpBreachRow, number, "编号", 10),
  KP_FORM_COLUMN (KpBreachRow, ticket, "准考证号", 23),
  KP_FORM_COLUMN (KpBreachRow, name, "姓名", 20),
  KP_FORM_COLUMN_LONG (KpBreachRow, paper, "科目", 22),
  KP_FORM_COLUMN_LONG (KpBreachRow, place, "考场\n座位", 18),
  KP_FORM_COLUMN_LONG (KpBreachRow, facts, "违纪违规情节", 55),
  KP_FORM_COLUMN (KpBreachRow, article, "条款", 14),
  KP_FORM_COLUMN_LONG (KpBreachRow, consequence, "处理决定", 24),
  KP_FORM_COLUMN (KpBreachRow, decided_on, "决定日期", 22),
  KP_FORM_COLUMN (KpBreachRow, served_on, "送达日期", 22),
  KP_FORM_COLUMN (KpBreachRow, kept, "记录期限", 22),
  KP_FORM_COLUMN (KpBreachRow, state, "进度", 15),
};

/**
 * kp_form_breaches_draw:
 * @sheet: gets the pages
 * @facts: borrowed; rows by number
 * @error: return location
 *
 * Returns: %TRUE with the list appended, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_breaches_draw (KpSheet               *sheet,
                       const KpBreachesFacts *facts,
                       GError               **error)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);
  g_autofree KpBreachRow *rows = g_memdup2 (facts->rows, facts->n_rows * sizeof (KpBreachRow));
  const KpFormTable table = { columns, G_N_ELEMENTS (columns), rows, sizeof (KpBreachRow), facts->n_rows, 0 };
  const KpFormLook look = { .is_landscape = TRUE, .signers = signers, .title_size = KP_PT (18) };
  KpFormList list = facts->list;

  for (gsize i = 0; i < facts->n_rows; i++)
    rows[i].facts = kp_form_cut (rows[i].facts, MOST_FACTS, texts);
  list.notes = notes;
  list.empty = "没有违纪违规行为。";
  return kp_form_list_draw (sheet, &list, NULL, 0, &table, &look, error);
}
