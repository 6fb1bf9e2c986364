/* kp-press-convert.c – the agreement of three parties of each converted worker, ready to be signed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 实施条例 §10: who is moved not for a reason of one's own keeps the years, unless the former employer pays them out. Whose
 * years were paid out needs no agreement. */

#include "kp-candidate.h"
#include "kp-conversion-report.h"
#include "kp-press-record-private.h"

static const char *const former_signers[] = { "盖章", "负责人", "日期", NULL };
static const char *const worker_signers[] = { "本人签名", "日期", NULL };

/* One agreement while it is filled. */
typedef struct
{
  KpRecordPaper paper;
  const KpConversionReport *report;
  const KpConversionLine *line;
} Agreement;

#define KEEP(...) kp_press_format (agreement->paper.press, __VA_ARGS__)

static void
add_two (Agreement *agreement, const char *label, const char *value, const char *second, const char *second_value)
{
  kp_record_add_fields (&agreement->paper, kp_record_field (label, value, 1), kp_record_field (second, second_value, 1),
                        KP_RECORD_NO_FIELD);
}

static KpDate
get_last_day (const Agreement *agreement)
{
  const KpConversionLine *line = agreement->line;

  if (line->outcome != NULL && line->outcome->last_day != NULL)
    return kp_candidate_parse_date (line->outcome->last_day);
  return kp_date_add_days (kp_candidate_parse_date (line->dossier->contract->starts), -1);
}

/* Each purpose has its own years; they stand beside one another so that nobody takes one for another. */
static void
add_years (Agreement *agreement)
{
  static const guint weights[KP_RECORD_FIELDS_MOST] = { 70, 36, 36 };
  g_autoptr (GArray) segments = kp_conversion_report_list_segments (agreement->report, agreement->line, agreement->line->dossier,
                                                                    get_last_day (agreement));

  kp_record_add_row (&agreement->paper, TRUE, weights,
                     (const char *const[KP_RECORD_FIELDS_MOST]){ "工作年限（截至原合同最后一日）", "年", "月" });
  for (guint i = 0; i < KP_YEARS_N; i++)
    {
      const KpYearsCount count = kp_service_years_count ((const KpSegment *) (gpointer) segments->data, segments->len, (KpYears) i);

      kp_record_add_row (&agreement->paper, FALSE, weights,
                         (const char *const[KP_RECORD_FIELDS_MOST]){ kp_years_get_chinese ((KpYears) i),
                                                                     segments->len > 0 ? KEEP ("%u", count.months / 12) : NULL,
                                                                     segments->len > 0 ? KEEP ("%u", count.months % 12) : NULL });
    }
}

static void
fill (Agreement *agreement)
{
  KpPress *press = agreement->paper.press;
  const KpConversionLine *line = agreement->line;
  const KpContractRecord *contract = line->dossier->contract;
  const char *employer = kp_scheme_get_street (press->scheme, contract->street)->employer;
  const char *former = line->staff->employer != NULL ? line->staff->employer : line->staff->department;
  const char *last_day = kp_press_format_date (press, get_last_day (agreement));
  const char *start = kp_press_format_iso (press, contract->starts);

  add_two (agreement, "甲方（原用工单位）", former, "原招聘部门", line->staff->department);
  kp_record_add_fields (&agreement->paper, kp_record_field ("乙方（新用人单位）", employer, 1), KP_RECORD_NO_FIELD, KP_RECORD_NO_FIELD);
  add_two (agreement, "丙方（劳动者）", line->staff->name, "公民身份号码", line->staff->id_number);
  add_two (agreement, "原合同最后一日", last_day, "新合同起始日", start);
  add_two (agreement, "新合同编号", contract->number, "试用期",
           contract->probation_months > 0 ? KEEP ("%" G_GINT64_FORMAT "个月", contract->probation_months) : "不约定");
  kp_record_add_text (&agreement->paper, "一、转聘",
                      KEEP ("丙方按照公开招聘规定聘用为社区专职工作人员。甲丙双方的劳动（用工）关系于%s终止，乙丙双方自%s起建立劳动关系，中间没有间断。",
                            last_day, start),
                      2, NULL);
  kp_record_add_text (&agreement->paper, "二、工作年限",
                      "丙方非因本人原因转入乙方，在甲方的工作年限合并计算为乙方的工作年限，甲方不支付这段年限的经济补偿（劳动合同法实施条例第十条）。"
                      "社区工作年限、经济补偿年限、连续工作年限和工龄分别认定，互不替代。",
                      2, NULL);
  add_years (agreement);
  kp_record_add_text (&agreement->paper, "三、工资和社保",
                      KEEP ("甲方结清至%s的工资，社会保险、住房公积金缴至当月；乙方自%s起办理社会保险和住房公积金登记，不得断缴。", last_day, start), 2,
                      NULL);
  kp_record_add_text (&agreement->paper, "四、其他", "档案和社会保险关系自原合同终止之日起十五日内转移。本协议一式四份，三方各一份，存档一份。", 2, NULL);
  kp_record_add_text (&agreement->paper, "甲方", NULL, 1, former_signers);
  kp_record_add_text (&agreement->paper, "乙方", NULL, 1, former_signers);
  kp_record_add_text (&agreement->paper, "丙方", NULL, 1, worker_signers);
  agreement->paper.facts.note = "已由原单位支付经济补偿的，不签订本协议。含完整的公民身份号码，按人事档案保管。";
}

static gboolean
draw_agreement (KpPress *press, const KpConversionReport *report, const KpConversionLine *line, KpSheet *sheet, GError **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (KpRecordPart));
  Agreement agreement = { .paper = { .press = press, .parts = parts }, .report = report, .line = line };

  agreement.paper.facts.subtitle_right = kp_press_format (press, "花名册编号：%s", line->staff->number);
  fill (&agreement);
  return kp_record_paper_draw (&agreement.paper, line->staff->number, sheet, error);
}

/** kp_press_draw_agreements: 三方协议, one for everybody of the rosters who got a contract and wasn't paid out. */
gboolean
kp_press_draw_agreements (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (KpConversionReport) report = kp_conversion_report_load (press->session, error);

  for (guint i = 0; report != NULL && i < report->n_lines; i++)
    {
      const KpConversionLine *line = &report->lines[i];
      const KpPressNumbers numbers = { .person = line->staff->number,
                                       .alias = line->dossier != NULL ? line->dossier->application->application : NULL };

      if (line->dossier == NULL || line->dossier->contract == NULL
          || (line->outcome != NULL && g_strcmp0 (line->outcome->years, "paid") == 0) || !kp_press_wants_part (press, &numbers))
        continue;
      if (!draw_agreement (press, report, line, sheet, error))
        return FALSE;
    }
  return report != NULL;
}
