/* kp-form-audit.c – the sheet that a supervisor signs after going through a record (监督检查表).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-audit.h"

#include "kp-form-list.h"

#define N_FIELDS 10
#define BLOCK_LINES 14
#define ROW KP_MM (9)
#define LABEL KP_MM (30)

static const char *const signers[] = { "监督员", "经办人", "负责人", "日期", NULL };

static const KpFormColumn columns[] = {
  KP_FORM_COLUMN_COUNT,
  { .heading = "文件", .weight = 56, .offset = G_STRUCT_OFFSET (KpAuditFileRow, name), .align = KP_ALIGN_LEFT,
    .shrinks = TRUE, .font = KP_FONT_SONG },
  KP_FORM_COLUMN (KpAuditFileRow, rows, "行数", 12),
  KP_FORM_COLUMN (KpAuditFileRow, digest, "SHA-256", 96),
};

static void
draw_fields (KpSheet *sheet, const KpRect *area, gpointer data)
{
  const KpAuditFacts *facts = data;
  const struct
  {
    const char *label;
    const char *value;
  } fields[N_FIELDS] = {
    { "招聘项目", facts->campaign },  { "方案摘要", facts->list.scheme_digest }, { "日志", facts->journal },
    { "核验结论", facts->verdict },   { "抽签", facts->draws },                  { "更正与决定", facts->changes },
    { "双人例外", facts->alone },     { "异常提示", facts->odd },                { "岗位条件", facts->posts },
    { "清单摘要", facts->sums },
  };
  KpTextStyle style = kp_form_style (KP_FONT_SONG, KP_PT (10));
  KpRect rest = *area;

  for (gsize i = 0; i < N_FIELDS; i++)
    {
      KpRect row = kp_rect_cut_top (&rest, ROW);

      kp_form_draw_field (sheet, facts->list.title, &row, LABEL, fields[i].label, &style, KP_ALIGN_LEFT,
                          fields[i].value);
    }
  (void) kp_rect_cut_top (&rest, KP_MM (4));
  for (guint i = 0; signers[i] != NULL; i += 2)
    {
      const char *const pair[] = { signers[i], signers[i + 1], NULL };

      kp_form_draw_signers (sheet, &rest, pair);
      (void) kp_rect_cut_top (&rest, kp_form_measure_signers (pair));
    }
}

/**
 * kp_form_audit_draw:
 * @sheet: gets the pages
 * @facts: borrowed
 *
 * Appends the sheet: what was found and the signatures on one page, the files with their digests as its annex.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_audit_draw (KpSheet *sheet, const KpAuditFacts *facts, GError **error)
{
  const KpOfficialPart lead[] = {
    { .kind = KP_OFFICIAL_TITLE, .text = facts->list.title },
    { .kind = KP_OFFICIAL_BLOCK, .lines = BLOCK_LINES, .draw = draw_fields, .data = (gpointer) facts },
  };
  const KpFormTable table = { columns, G_N_ELEMENTS (columns), facts->files, sizeof (KpAuditFileRow), facts->n_files, 0 };
  const KpFormLook look = { .row_height = KP_FORM_LIST_ROW };
  KpFormList list = facts->list;

  if (list.table_title == NULL)
    list.table_title = "文件清单";
  return kp_form_list_draw (sheet, &list, lead, G_N_ELEMENTS (lead), &table, &look, error);
}
