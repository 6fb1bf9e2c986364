/* kp-form-recheck.c – checked marks: all applications for the committee, and the notice to each applicant (查分).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is looked at is whether something was left out, the sum, the entry, and absence or breach; nothing is marked anew
 * (domain.md §6.8), and the notice says so. Both marks stand on it only where they differ. */

#include "kp-form-recheck.h"

#include "kp-form-list.h"
#include "kp-form-prose.h"

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

static const KpProseField prose_fields[] = {
  { "招聘名称", G_STRUCT_OFFSET (KpRecheckNotice, campaign), FALSE },
  { "姓名", G_STRUCT_OFFSET (KpRecheckNotice, name), FALSE },
  { "准考证号", G_STRUCT_OFFSET (KpRecheckNotice, ticket), FALSE },
  { "科目", G_STRUCT_OFFSET (KpRecheckNotice, paper), FALSE },
  { "申请日期", G_STRUCT_OFFSET (KpRecheckNotice, asked_on), FALSE },
  { "申请理由", G_STRUCT_OFFSET (KpRecheckNotice, reason), FALSE },
  { "公布成绩", G_STRUCT_OFFSET (KpRecheckNotice, before), FALSE },
  { "更正后成绩", G_STRUCT_OFFSET (KpRecheckNotice, after), TRUE },
};

/**
 * kp_form_recheck_check_wording:
 * @wording: the county's text of the notice
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING
 */
gboolean
kp_form_recheck_check_wording (const char *wording,
                               GError    **error)
{
  return kp_form_prose_check (wording, prose_fields, G_N_ELEMENTS (prose_fields), error);
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
  g_autofree char *note = g_strdup_printf ("送达文书：笔试成绩复核结果通知书（%s）。受送达人：%s（准考证号：%s）。", facts->number,
                                           facts->name, facts->ticket);
  KpFormSlip slip = { "通知书送达回执", note, notice_signers, TRUE };
  const KpOfficialPart end[] = {
    { .kind = KP_OFFICIAL_SIGNATURE, .text = facts->issuer },
    { .kind = KP_OFFICIAL_DATE, .text = facts->checked_on },
    { .kind = KP_OFFICIAL_BLOCK, .lines = KP_FORM_SLIP_LINES_SHORT, .draw = kp_form_draw_slip, .data = &slip },
  };
  const KpFrame frame = { .kind = KP_FRAME_OFFICIAL, .code = facts->qr };
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (KpOfficialPart));
  g_autoptr (KpWording) filled
    = kp_form_prose_fill (facts->wording, "recheck-notices", prose_fields, G_N_ELEMENTS (prose_fields), facts, error);

  if (filled == NULL)
    return FALSE;
  kp_form_prose_add (parts, filled, facts->number, addressee);
  g_array_append_vals (parts, end, G_N_ELEMENTS (end));
  kp_sheet_set_place (sheet, "笔试成绩复核结果通知书");
  return kp_form_head_draw (sheet, facts->head, kp_official_get_standard_layout (),
                            (const KpOfficialPart *) (gpointer) parts->data, parts->len, &frame, error);
}
