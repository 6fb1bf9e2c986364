/* kp-form-draw.c – the record of a draw (抽签记录) that a stranger can replay.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-draw.h"

#include <string.h>

#include "kp-form-list.h"

#define BLOCK_LINES 16
#define ROW KP_MM (8)
#define LABEL KP_MM (30)

static const char *const usual_signers[] = { "抽签人", "操作员", "监督员", "负责人", NULL };

/* design.md §6 in the words of somebody who holds this sheet and any SHA-256 tool. */
static const char replay[] =
  "复算方法：①名单各号按UTF-8字节排序，以换行符连接，其SHA-256应等于名单摘要；②随机数（32字节）的SHA-256应等于抽签前公布的承诺值；"
  "③“kaopin-draw-1”、抽签用途、名单摘要、随机数、现场数字各占一行（每行以换行符结束），其SHA-256为种子；④第i块（i自0起，8字节大端）为种子与i"
  "相连的SHA-256，各块依次读作64位大端整数；⑤自末位起，第k位与第“整数除以k+1的余数”位交换（超过最大整倍数的整数弃去），即得结果。"
  "也可用本软件的核验（kaopin verify）复算。";

static const KpFormColumn columns[] = {
  KP_FORM_COLUMN_KEY (KpDrawRow, order, "顺序", 14),
  KP_FORM_COLUMN (KpDrawRow, item, "抽签号码", 40),
  KP_FORM_COLUMN (KpDrawRow, meant, "结果", 60),
};

/* Without a third column four results stand side by side. */
#define ACROSS 4

typedef struct
{
  const char *order[ACROSS];
  const char *item[ACROSS];
} WideRow;

static void
draw_facts (KpSheet      *sheet,
            const KpRect *area,
            gpointer      data)
{
  const KpDrawFacts *facts = data;
  KpRect rest = *area;
  g_autofree char *count = g_strdup_printf ("%u", facts->n_items);
  g_autofree char *when = facts->time != NULL || facts->place != NULL
                            ? g_strjoin ("　", facts->time != NULL ? facts->time : facts->place,
                                         facts->time != NULL ? facts->place : NULL, NULL)
                            : NULL;
  const struct
  {
    const char *label;
    const char *value;
  } fields[] = {
    { "招聘项目", facts->campaign },  { "抽签事项", facts->name },      { "抽签用途", facts->purpose },
    { "名单项数", count },            { "名单摘要", facts->list_hash }, { "承诺值", facts->commitment },
    { "承诺时间", facts->committed }, { "公开数字来源", facts->source },  { "抽签时间", when },
    { "现场数字", facts->digits },    { "随机数", facts->nonce },       { "种子", facts->seed },
    { "抽签次数", facts->attempt },  { "抽签结果", facts->sealed },
  };
  KpTextStyle style = kp_form_style (KP_FONT_SONG, KP_PT (10));
  KpBlockStyle method = { .text = kp_form_style (KP_FONT_SONG, KP_PT (9)), .leading = KP_PT (14),
                          .align = KP_ALIGN_JUSTIFY };
  const char *const *roles = facts->signers != NULL ? facts->signers : usual_signers;
  KpLength used;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      KpRect row;

      /* What isn't there yet is left out, so that nobody fills it in by hand. */
      if (fields[i].value == NULL)
        continue;
      row = kp_rect_cut_top (&rest, ROW);
      kp_form_draw_field (sheet, "抽签记录", &row, LABEL, fields[i].label, &style, KP_ALIGN_LEFT,
                          fields[i].value);
    }
  (void) kp_rect_cut_top (&rest, KP_MM (3));
  used = kp_text_draw_block (sheet, &method, &rest, replay);
  (void) kp_rect_cut_top (&rest, used);
  /* Two in a row, so that a hand has room. */
  for (guint i = 0; roles[i] != NULL; i += roles[i + 1] != NULL ? 2 : 1)
    {
      const char *const pair[] = { roles[i], roles[i + 1], NULL };

      kp_form_draw_signers (sheet, &rest, pair);
      (void) kp_rect_cut_top (&rest, kp_form_measure_signers (pair));
    }
}

static gboolean
has_meaning (const KpDrawFacts *facts)
{
  for (gsize i = 0; i < facts->n_rows; i++)
    if (facts->rows[i].meant != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
draw_wide (KpSheet              *sheet,
           const KpDrawFacts    *facts,
           const KpFormList     *list,
           const KpOfficialPart *lead,
           guint                 n_lead,
           GError              **error)
{
  KpFormColumn wide[2 * ACROSS];
  gsize n = (facts->n_rows + ACROSS - 1) / ACROSS;
  g_autofree WideRow *rows = g_new0 (WideRow, n);
  KpFormTable table = { wide, 0, rows, sizeof (WideRow), n, 0 };

  for (gsize i = 0; i < facts->n_rows; i++)
    {
      rows[i / ACROSS].order[i % ACROSS] = facts->rows[i].order;
      rows[i / ACROSS].item[i % ACROSS] = facts->rows[i].item;
    }
  for (guint i = 0; i < ACROSS; i++)
    {
      KpFormColumn order = { .heading = facts->has_result ? "顺序" : "序号", .weight = 12, .align = KP_ALIGN_CENTRE, .is_kept = TRUE,
                             .font = KP_FONT_HEI };
      KpFormColumn item = { .heading = "抽签号码", .weight = 28, .align = KP_ALIGN_CENTRE, .shrinks = TRUE,
                            .is_kept = TRUE, .font = KP_FONT_SONG };

      order.offset = (gssize) (G_STRUCT_OFFSET (WideRow, order) + i * sizeof (const char *));
      item.offset = (gssize) (G_STRUCT_OFFSET (WideRow, item) + i * sizeof (const char *));
      wide[table.n_columns++] = order;
      wide[table.n_columns++] = item;
    }
  return kp_form_list_draw (sheet, list, lead, n_lead, &table, NULL, error);
}

/**
 * kp_form_draw_draw:
 * @sheet: gets the pages
 * @facts: borrowed; before the nonce is opened the commitment stands with its list, for signing (design.md §6 step 2)
 *
 * Appends the record: one page of values with the way to replay them and the signatures, then as its annex the
 * result, or the list while there is none to show.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_draw_draw (KpSheet           *sheet,
                   const KpDrawFacts *facts,
                   GError           **error)
{
  const KpOfficialPart lead[] = {
    { .kind = KP_OFFICIAL_TITLE, .text = facts->list.title },
    { .kind = KP_OFFICIAL_BLOCK, .lines = BLOCK_LINES, .draw = draw_facts, .data = (gpointer) facts },
  };
  KpFormTable table = { columns, G_N_ELEMENTS (columns), facts->rows, sizeof (KpDrawRow), facts->n_rows, 0 };
  KpFormLook look = { .row_height = KP_FORM_LIST_ROW };
  KpFormList list = facts->list;

  if (list.table_title == NULL)
    list.table_title = facts->has_result ? "抽签结果" : "抽签名单";
  if (list.empty == NULL)
    list.empty = "名单为空。";
  if (!has_meaning (facts))
    return draw_wide (sheet, facts, &list, lead, G_N_ELEMENTS (lead), error);
  return kp_form_list_draw (sheet, &list, lead, G_N_ELEMENTS (lead), &table, &look, error);
}
