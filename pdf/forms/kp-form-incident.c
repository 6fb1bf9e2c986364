/* kp-form-incident.c – the papers of a breach of exam discipline: record of facts, notice of rights, decision.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 违纪违规行为记录单: written in the room by two invigilators, read to the candidate, signed or marked 拒签.
 * 权利告知书: facts, grounds and the right of statement and defence, before anything is decided.
 * 处理决定书: what was decided, by which article, and where a review can be asked for; with the slip of its service. */

#include "kp-form-incident.h"

#include "kp-official.h"

#define REGULATION "《事业单位公开招聘违纪违规行为处理规定》（人力资源和社会保障部令第35号）"
#define ROW KP_MM (8.5)
#define LABEL KP_MM (30)
#define RECORD_LINES 18

static const char *const record_signers[]
  = { "监考员", "监考员", "流动监考（巡考）员", "主考", "考生签名", "记录时间", NULL };
static const char *const notice_signers[] = { "告知人", "告知人", "被告知人签名", "签收日期", NULL };
static const char *const decision_signers[] = { "送达人", "见证人", "被送达人签名", "送达日期", NULL };

/* A label over a ruled box with a text that may wrap. */
static void
draw_box (KpSheet    *sheet,
          KpRect     *rest,
          KpLength    height,
          const char *label,
          const char *text)
{
  KpBlockStyle style = { .text = kp_form_style (KP_FONT_SONG, KP_PT (10.5)), .leading = KP_PT (16), .align = KP_ALIGN_LEFT };
  KpRect row = kp_rect_cut_top (rest, height);
  KpRect head = kp_rect_cut_left (&row, LABEL);
  KpRect inner = kp_rect_inset (&row, KP_MM (2), KP_MM (1.5));

  kp_sheet_rect (sheet, &head, KP_PT (0.5));
  kp_sheet_rect (sheet, &row, KP_PT (0.5));
  kp_form_text (sheet, "违纪违规行为记录单", KP_FONT_HEI, KP_PT (10.5), &head, KP_ALIGN_CENTRE, label);
  if (text != NULL)
    (void) kp_text_draw_block (sheet, &style, &inner, text);
}

static void
draw_record (KpSheet      *sheet,
             const KpRect *area,
             gpointer      data)
{
  const KpIncidentFacts *facts = data;
  const struct
  {
    const char *label;
    const char *value;
  } fields[] = {
    { "招聘项目", facts->campaign }, { "姓名", facts->name },    { "身份证号", facts->id_number }, { "准考证号", facts->ticket },
    { "报考岗位", facts->post },     { "考试科目", facts->paper }, { "考点考场座位", facts->place },  { "记录日期", facts->recorded_on },
    { "涉及条款", facts->article },
  };
  KpTextStyle style = kp_form_style (KP_FONT_SONG, KP_PT (10.5));
  KpRect rest = *area;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      KpRect row = kp_rect_cut_top (&rest, ROW);

      kp_sheet_rect (sheet, &row, KP_PT (0.5));
      kp_form_draw_field (sheet, "违纪违规行为记录单", &row, LABEL, fields[i].label, &style, KP_ALIGN_LEFT, fields[i].value);
    }
  draw_box (sheet, &rest, KP_MM (38), "违纪违规\n事实情节", facts->facts);
  draw_box (sheet, &rest, KP_MM (18), "证据及\n暂存物品", facts->evidence);
  draw_box (sheet, &rest, KP_MM (14), "考生意见", facts->has_refused ? "考生拒绝签名，由两名监考员注明并签名。" : NULL);
  (void) kp_rect_cut_top (&rest, KP_MM (2));
  kp_form_draw_pairs (sheet, &rest, record_signers);
}

static gboolean
draw_parts (KpSheet              *sheet,
            const char           *place,
            const char           *qr,
            const KpFormHead     *head,
            const KpOfficialPart *parts,
            guint                 n_parts,
            GError              **error)
{
  const KpFrame frame = { .kind = KP_FRAME_OFFICIAL, .code = qr };

  kp_sheet_set_place (sheet, place);
  return kp_form_head_draw (sheet, head, kp_official_get_standard_layout (), parts, n_parts, &frame, error);
}

/**
 * kp_form_incident_draw_record:
 * @sheet: gets the page
 * @facts: borrowed
 *
 * Appends the record of the room: who, where, what was seen, what was kept, and a line for everyone who signs.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_incident_draw_record (KpSheet               *sheet,
                              const KpIncidentFacts *facts,
                              GError               **error)
{
  const KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_TITLE, .text = "考试违纪违规行为记录单" },
    { .kind = KP_OFFICIAL_SUBTITLE, .text = facts->number },
    { .kind = KP_OFFICIAL_BLOCK, .lines = RECORD_LINES, .draw = draw_record, .data = (gpointer) facts },
  };

  return draw_parts (sheet, "违纪违规行为记录单", facts->qr, NULL, parts, G_N_ELEMENTS (parts), error);
}

/**
 * kp_form_incident_draw_notice:
 * @sheet: gets the pages
 * @facts: borrowed
 *
 * Appends the notice of rights. It is printed before the decision and says so.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_incident_draw_notice (KpSheet               *sheet,
                              const KpIncidentFacts *facts,
                              GError               **error)
{
  g_autofree char *addressee = g_strdup_printf ("%s（准考证号：%s）：", facts->name, facts->ticket);
  g_autofree char *what = g_strdup_printf ("你在%s“%s”考试（%s）中，经两名工作人员（%s）现场记录，有以下行为：%s", facts->campaign,
                                           facts->paper, facts->place, facts->recorders, facts->facts);
  g_autofree char *law = g_strdup_printf ("上述行为属于参照执行的" REGULATION "%s所列“%s”的情形。根据该条及本次招聘公告，拟作出如下处理："
                                          "%s。",
                                          facts->article, facts->acts, facts->proposed);
  g_autofree char *note = g_strdup_printf ("送达文书：违纪违规处理权利告知书（%s）。受送达人：%s（准考证号：%s）。", facts->number,
                                           facts->name, facts->ticket);
  KpFormSlip slip = { "告知书送达回执", note, notice_signers, FALSE };
  const KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_TITLE, .text = "违纪违规处理权利告知书" },
    { .kind = KP_OFFICIAL_NUMBER, .text = facts->number },
    { .kind = KP_OFFICIAL_ADDRESSEE, .text = addressee },
    { .kind = KP_OFFICIAL_BODY, .text = what },
    { .kind = KP_OFFICIAL_BODY, .text = law },
    { .kind = KP_OFFICIAL_BODY,
      .text = "在作出处理决定前，你有权进行陈述和申辩，并可以提交有关证据。请自收到本告知书之日起　　日内提出；逾期未提出的，视为放弃"
              "陈述和申辩的权利。陈述、申辩不会加重处理。" },
    { .kind = KP_OFFICIAL_SIGNATURE, .text = facts->issuer },
    { .kind = KP_OFFICIAL_DATE, .text = facts->informed_on != NULL ? facts->informed_on : "　　年　月　日" },
    { .kind = KP_OFFICIAL_BLOCK, .lines = KP_FORM_SLIP_LINES, .draw = kp_form_draw_slip, .data = &slip },
  };

  return draw_parts (sheet, "权利告知书", facts->qr, facts->head, parts, G_N_ELEMENTS (parts), error);
}

static char *
dup_decision (const KpIncidentFacts *facts)
{
  if (facts->consequence == NULL)
    return g_strdup ("经研究，现有证据不足以认定上述行为构成违纪违规，决定不予处理，你的考试成绩照常计算。");
  return g_strdup_printf ("上述事实有记录单和证据为证。参照" REGULATION "%s的规定，决定给予%s的处理%s%s%s。", facts->article,
                          facts->consequence, facts->kept != NULL ? "，并记入本县招聘违纪违规名单，期限为" : "",
                          facts->kept != NULL ? facts->kept : "", "");
}

/**
 * kp_form_incident_draw_decision:
 * @sheet: gets the pages
 * @facts: borrowed; of a decided breach
 *
 * Appends the written decision with the slip of its service.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_incident_draw_decision (KpSheet               *sheet,
                                const KpIncidentFacts *facts,
                                GError               **error)
{
  g_autofree char *addressee = g_strdup_printf ("%s（身份证号：%s，准考证号：%s）：", facts->name, facts->id_number, facts->ticket);
  g_autofree char *what = g_strdup_printf ("经查，你在%s“%s”考试（%s）中，有以下行为：%s", facts->campaign, facts->paper, facts->place,
                                           facts->facts);
  g_autofree char *heard = g_strdup_printf ("%s，已向你告知拟作处理的事实、理由、依据和陈述、申辩的权利。%s%s", facts->informed_on,
                                            facts->statement != NULL ? "你陈述和申辩如下：" : "你在规定期限内未提出陈述和申辩。",
                                            facts->statement != NULL ? facts->statement : "");
  g_autofree char *decided = dup_decision (facts);
  g_autofree char *served = facts->served_on == NULL
                              ? g_strdup ("")
                              : g_strdup_printf ("已于%s送达，送达方式：%s。", facts->served_on, facts->served_how);
  g_autofree char *note = g_strdup_printf ("送达文书：违纪违规处理决定书（%s）。受送达人：%s（准考证号：%s）。%s", facts->number,
                                           facts->name, facts->ticket, served);
  KpFormSlip slip = { "处理决定书送达回证", note, decision_signers, FALSE };
  const KpOfficialPart parts[] = {
    { .kind = KP_OFFICIAL_TITLE, .text = "违纪违规处理决定书" },
    { .kind = KP_OFFICIAL_NUMBER, .text = facts->number },
    { .kind = KP_OFFICIAL_ADDRESSEE, .text = addressee },
    { .kind = KP_OFFICIAL_BODY, .text = what },
    { .kind = KP_OFFICIAL_BODY, .text = heard },
    { .kind = KP_OFFICIAL_BODY, .text = decided },
    { .kind = KP_OFFICIAL_BODY, .text = "你对本决定不服的，可以自收到本决定书之日起，依照有关法律、法规的规定申请复核或者寻求其他救济。" },
    { .kind = KP_OFFICIAL_SIGNATURE, .text = facts->issuer },
    { .kind = KP_OFFICIAL_DATE, .text = facts->decided_on },
    { .kind = KP_OFFICIAL_BLOCK, .lines = KP_FORM_SLIP_LINES, .draw = kp_form_draw_slip, .data = &slip },
  };

  return draw_parts (sheet, "处理决定书", facts->qr, facts->head, parts, G_N_ELEMENTS (parts), error);
}
