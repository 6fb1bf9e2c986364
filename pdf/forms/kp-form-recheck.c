/* kp-form-recheck.c – checked marks: all applications for the committee, and the notice to each applicant (查分).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is looked at is whether something was left out, the sum, the entry, and absence or breach; nothing is marked anew
 * (domain.md §6.8), and the notice says so. Both marks stand on it only where they differ. */

#include "kp-form-recheck.h"

#include "kp-form-list.h"

#define MOST_REASON 40

static const char *const list_signers[] = { "复核人", "核对人", "监督员", "领导小组负责人", NULL };
static const char *const notice_signers[] = { "送达人", "申请人签名", "送达日期", NULL };

static const char *const list_notes[] = {
  "复核范围：有无漏评、合分、登分，以及缺考、违纪的认定；不重新评阅，不查阅试卷。复核人不是原登分人。每科只复核一次。",
  NULL,
};

static const KpFormColumn columns[] = {
  KP_FORM_COLUMN_COUNT,
  KP_FORM_COLUMN_KEY (KpRecheckRow, ticket, "准考证号", 22),
  KP_FORM_COLUMN (KpRecheckRow, name, "姓名", 20),
  KP_FORM_COLUMN_LONG (KpRecheckRow, paper, "科目", 26),
  KP_FORM_COLUMN (KpRecheckRow, asked_on, "申请日期", 21),
  KP_FORM_COLUMN_LONG (KpRecheckRow, reason, "申请理由", 44),
  KP_FORM_COLUMN (KpRecheckRow, before, "公布\n成绩", 14),
  KP_FORM_COLUMN (KpRecheckRow, result, "复核\n结果", 14),
  KP_FORM_COLUMN (KpRecheckRow, checker, "复核人", 18),
  KP_FORM_COLUMN (KpRecheckRow, checked_on, "复核日期", 21),
  KP_FORM_COLUMN (KpRecheckRow, state, "办理情况", 15),
};

/**
 * kp_form_rechecks_draw:
 * @sheet: gets the pages
 * @facts: borrowed; rows by paper and ticket
 * @error: return location
 *
 * Returns: %TRUE with the list appended, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_rechecks_draw (KpSheet               *sheet,
                       const KpRechecksFacts *facts,
                       GError               **error)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1024);
  g_autofree KpRecheckRow *rows = g_memdup2 (facts->rows, facts->n_rows * sizeof (KpRecheckRow));
  const KpFormTable table = { columns, G_N_ELEMENTS (columns), rows, sizeof (KpRecheckRow), facts->n_rows, 0 };
  const KpFormLook look = { .is_landscape = TRUE, .signers = list_signers, .title_size = KP_PT (18) };
  KpFormList list = facts->list;

  for (gsize i = 0; i < facts->n_rows; i++)
    rows[i].reason = kp_form_cut (rows[i].reason, MOST_REASON, texts);
  list.notes = list_notes;
  list.empty = "没有查分申请。";
  return kp_form_list_draw (sheet, &list, NULL, 0, &table, &look, error);
}

#define CHECKED                                                                                                        \
  "未参与原登分的工作人员在监督下对照答卷作了复核，范围为有无漏评、合分、登分和缺考、违纪的认定，不重新评阅。"
#define FINAL "每科只复核一次，本结果为最终结果。"

static char *
dup_result (const KpRecheckNotice *facts)
{
  if (facts->after == NULL)
    return g_strdup_printf (CHECKED "经复核，成绩无误，仍为%s。" FINAL, facts->before);
  return g_strdup_printf (CHECKED "经复核，原公布的成绩有误，由%s更正为%s，名次等按更正后的成绩确定。" FINAL, facts->before,
                          facts->after);
}

/**
 * kp_form_recheck_notice_draw:
 * @sheet: gets the pages
 * @facts: borrowed; of a settled application
 * @error: return location
 *
 * Returns: %TRUE with the notice and the slip of its service appended, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_recheck_notice_draw (KpSheet               *sheet,
                             const KpRecheckNotice *facts,
                             GError               **error)
{
  g_autofree char *addressee = g_strdup_printf ("%s（准考证号：%s）：", facts->name, facts->ticket);
  g_autofree char *asked = g_strdup_printf ("你于%s申请复核%s“%s”成绩，理由：%s。", facts->asked_on, facts->campaign,
                                            facts->paper, facts->reason);
  g_autofree char *result = dup_result (facts);
  g_autofree char *note = g_strdup_printf ("送达文书：笔试成绩复核结果通知书（%s）。受送达人：%s（准考证号：%s）。", facts->number,
                                           facts->name, facts->ticket);
  KpFormSlip slip = { "通知书送达回执", note, notice_signers, TRUE };
  const KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_TITLE, .text = "笔试成绩复核结果通知书" },
    { .kind = KP_OFFICIAL_NUMBER, .text = facts->number },
    { .kind = KP_OFFICIAL_ADDRESSEE, .text = addressee },
    { .kind = KP_OFFICIAL_BODY, .text = asked },
    { .kind = KP_OFFICIAL_BODY, .text = result },
    { .kind = KP_OFFICIAL_SIGNATURE, .text = facts->issuer },
    { .kind = KP_OFFICIAL_DATE, .text = facts->checked_on },
    { .kind = KP_OFFICIAL_BLOCK, .lines = KP_FORM_SLIP_LINES_SHORT, .draw = kp_form_draw_slip, .data = &slip },
  };

  const KpFrame frame = { .kind = KP_FRAME_OFFICIAL, .code = facts->qr };

  kp_sheet_set_place (sheet, "笔试成绩复核结果通知书");
  return kp_form_head_draw (sheet, facts->head, kp_official_get_standard_layout (), parts, G_N_ELEMENTS (parts), &frame,
                            error);
}
