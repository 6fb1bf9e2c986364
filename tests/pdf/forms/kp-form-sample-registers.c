/* kp-form-sample-registers.c – made-up rows of every register, and papers about single people.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-record.h"
#include "kp-form-register.h"
#include "kp-form-sample-private.h"

#define LONG_REASON                                                                                                    \
  "年龄不符合岗位要求。公告要求：18周岁以上、40周岁以下（1985年3月2日至2008年3月2日期间出生，含首尾两日）；报名信息为：出生日期：1979-06-18。"

/* A name that no width fits, a reason of some length, short things. */
static const char *
make_cell (KpFormSample *sample,
           guint         row,
           guint         column)
{
  if (column == 1)
    return see (sample, kp_form_sample_get_name (row));
  if (column == 4)
    return row % 3 == 0 ? see (sample, LONG_REASON) : NULL;
  return column == 0 ? see_printf (sample, "%06u", row + 1) : column % 2 == 0 ? NULL : see (sample, "A01");
}

static gboolean
draw_register (KpFormSample  *sample,
               KpSheet       *sheet,
               KpRegisterKind kind,
               guint          n,
               GError       **error)
{
  static const char *const lead[] = { "现予公告（见附件）。", NULL };
  const guint n_columns = kp_register_get_n_columns (kind);
  g_autofree const char **cells = g_new0 (const char *, n * n_columns + 1);
  g_autofree const char **groups = g_new0 (const char *, n + 1);
  const KpRegisterFacts facts = {
    .list = { .title = see_printf (sample, CAMPAIGN "\n%s", kp_register_get_title (kind)),
              .lead = kind == KP_REGISTER_CUTS ? lead : NULL, .table_title = "岗位核减、取消情况表",
              .issuer = see (sample, OFFICE), .date = see (sample, "2026年4月10日"), .scheme_digest = DIGEST,
              .list_digest = DIGEST, .journal_head = DIGEST, .qr = "kaopin:daily:1:3f0c9ab2d4e5f607" },
    .kind = kind,
    .subtitle = kind == KP_REGISTER_ROOMS ? see (sample, "考场19个") : NULL,
    .cells = cells,
    .groups = kind == KP_REGISTER_ENTRIES ? groups : NULL,
    .n_rows = n,
  };

  for (guint i = 0; i < n; i++)
    {
      groups[i] = see (sample, i < n / 2 ? "科目：综合能力测试" : "科目：写作");
      for (guint k = 0; k < n_columns; k++)
        cells[i * n_columns + k] = make_cell (sample, i, k);
    }
  return kp_form_register_draw (sheet, &facts, error);
}

static gboolean
draw_registers (KpFormSample *sample,
                KpSheet      *sheet,
                guint         n,
                GError      **error)
{
  for (guint i = 0; i < KP_N_REGISTERS; i++)
    if (!draw_register (sample, sheet, (KpRegisterKind) i, n, error))
      return FALSE;
  return TRUE;
}

static const char *const signers[] = { "审查人", "日期", NULL };

/* Three times a long reason: what fits no cell but a tall one. */
#define LONGEST LONG_REASON LONG_REASON LONG_REASON

static gboolean
draw_records (KpFormSample *sample,
              KpSheet      *sheet,
              guint         n,
              GError      **error)
{
  for (guint i = 0; i < n; i++)
    {
      const char *name = see (sample, kp_form_sample_get_name (i));
      const char *post = see (sample, "A01 综合岗（城关街道）");
      const KpRecordPart parts[] = {
        { .kind = KP_RECORD_FIELDS, .fields = { { "姓名", name, 1 }, { "性别", "女", 1 } }, .n_fields = 2 },
        { .kind = KP_RECORD_FIELDS, .fields = { { "出生日期", "1993年5月5日", 1 }, { "民族", "汉族", 1 } }, .n_fields = 2 },
        { .kind = KP_RECORD_FIELDS, .fields = { { "身份证号", see_printf (sample, "11010119930505%04u", i), 1 } }, .n_fields = 1 },
        { .kind = KP_RECORD_FIELDS, .fields = { { "报考岗位", post, 1 } }, .n_fields = 1 },
        { .kind = KP_RECORD_FIELDS, .fields = { { "曾用名", NULL, 1 }, { "籍贯", NULL, 1 } }, .n_fields = 2 },
        { .kind = KP_RECORD_HEADING, .text = see (sample, "逐项审查") },
        { .kind = KP_RECORD_ROW, .fields = { { NULL, "条件", 1 }, { NULL, "意见", 4 } }, .n_fields = 2, .is_top = TRUE },
        { .kind = KP_RECORD_ROW, .fields = { { NULL, "年龄", 1 }, { NULL, see (sample, LONGEST), 4 } }, .n_fields = 2 },
        { .kind = KP_RECORD_ROW, .fields = { { NULL, NULL, 1 }, { NULL, NULL, 4 } }, .n_fields = 2 },
        { .kind = KP_RECORD_TEXT, .label = "个人简历", .lines = i % 2 == 0 ? 10 : 30 },
        { .kind = KP_RECORD_TEXT, .label = "初审意见", .text = see (sample, LONG_REASON), .signers = signers },
      };
      const KpRecordFacts facts = {
        .place = "报名登记表 000001", .title = see (sample, "报名登记表"), .subtitle = see (sample, CAMPAIGN),
        .subtitle_right = see_printf (sample, "报名序号：%06u", i + 1), .has_photo = TRUE, .parts = parts,
        .n_parts = G_N_ELEMENTS (parts), .note = see (sample, "本表一式两份。"), .scheme_digest = DIGEST, .digest = DIGEST,
        .journal_head = DIGEST, .qr = "kaopin:registration-forms:1:000001:3f0c9ab2d4e5f607",
      };

      see (sample, i % 2 == 0 ? "第1页共1页" : "第2页共2页");
      see (sample, "本表摘要3f0c9ab2d4e5");
      see (sample, "审查人：");
      if (!kp_form_record_draw (sheet, &facts, error))
        return FALSE;
    }
  return TRUE;
}

const KpFormSampleForm *
kp_form_sample_get_office_forms (guint *n_forms)
{
  static const KpFormSampleForm forms[] = {
    { "records", draw_records, 0, 40 },
    { "registers", draw_registers, 0, 40 },
  };

  *n_forms = G_N_ELEMENTS (forms);
  return forms;
}
