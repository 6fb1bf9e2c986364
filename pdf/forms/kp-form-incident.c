/* kp-form-incident.c – the papers of a breach of exam discipline: record of facts, notice of rights, decision.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 违纪违规行为记录单: written in the room by two invigilators, read to the candidate, signed or marked 拒签.
 * 权利告知书: facts, grounds and the right of statement and defence, before anything is decided.
 * 处理决定书: what was decided, by which article, and where a review can be asked for; with the slip of its service. */

#include "kp-form-incident.h"

#include "kp-form-prose.h"

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

static const KpProseField prose_fields[] = {
  { "招聘名称", G_STRUCT_OFFSET (KpIncidentFacts, campaign), FALSE },
  { "科目", G_STRUCT_OFFSET (KpIncidentFacts, paper), FALSE },
  { "考场座位", G_STRUCT_OFFSET (KpIncidentFacts, place), FALSE },
  { "报考岗位", G_STRUCT_OFFSET (KpIncidentFacts, post), TRUE },
  { "姓名", G_STRUCT_OFFSET (KpIncidentFacts, name), FALSE },
  { "准考证号", G_STRUCT_OFFSET (KpIncidentFacts, ticket), FALSE },
  { "记录日期", G_STRUCT_OFFSET (KpIncidentFacts, recorded_on), TRUE },
  { "记录人", G_STRUCT_OFFSET (KpIncidentFacts, recorders), FALSE },
  { "事实", G_STRUCT_OFFSET (KpIncidentFacts, facts), FALSE },
  { "证据", G_STRUCT_OFFSET (KpIncidentFacts, evidence), TRUE },
  { "条款", G_STRUCT_OFFSET (KpIncidentFacts, article), FALSE },
  { "条款内容", G_STRUCT_OFFSET (KpIncidentFacts, acts), FALSE },
  { "拟作处理", G_STRUCT_OFFSET (KpIncidentFacts, proposed), TRUE },
  { "告知日期", G_STRUCT_OFFSET (KpIncidentFacts, informed_on), TRUE },
  { "陈述", G_STRUCT_OFFSET (KpIncidentFacts, statement), TRUE },
  { "处理", G_STRUCT_OFFSET (KpIncidentFacts, consequence), TRUE },
  { "记录期限", G_STRUCT_OFFSET (KpIncidentFacts, kept), TRUE },
};

/**
 * kp_form_incident_check_wording:
 * @wording: the county's text of a notice or a decision
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING
 */
gboolean
kp_form_incident_check_wording (const char *wording,
                                GError    **error)
{
  return kp_form_prose_check (wording, prose_fields, G_N_ELEMENTS (prose_fields), error);
}

/* The text, then what every paper ends with. */
static gboolean
draw_prose (KpSheet               *sheet,
            const char            *place,
            const KpIncidentFacts *facts,
            const char            *addressee,
            const char            *shipped,
            const KpOfficialPart  *end,
            guint                  n_end,
            GError               **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (KpOfficialPart));
  g_autoptr (KpWording) filled
    = kp_form_prose_fill (facts->wording, shipped, prose_fields, G_N_ELEMENTS (prose_fields), facts, error);

  if (filled == NULL)
    return FALSE;
  kp_form_prose_add (parts, filled, facts->number, addressee);
  g_array_append_vals (parts, end, n_end);
  return draw_parts (sheet, place, facts->qr, facts->head, (const KpOfficialPart *) (gpointer) parts->data, parts->len, error);
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
  g_autofree char *note = g_strdup_printf ("送达文书：违纪违规处理权利告知书（%s）。受送达人：%s（准考证号：%s）。", facts->number,
                                           facts->name, facts->ticket);
  KpFormSlip slip = { "告知书送达回执", note, notice_signers, FALSE };
  const KpOfficialPart end[] = {
    { .kind = KP_OFFICIAL_SIGNATURE, .text = facts->issuer },
    { .kind = KP_OFFICIAL_DATE, .text = facts->informed_on != NULL ? facts->informed_on : "　　年　月　日" },
    { .kind = KP_OFFICIAL_BLOCK, .lines = KP_FORM_SLIP_LINES, .draw = kp_form_draw_slip, .data = &slip },
  };

  return draw_prose (sheet, "权利告知书", facts, addressee, "incident-notices", end, G_N_ELEMENTS (end), error);
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
  g_autofree char *served = facts->served_on == NULL
                              ? g_strdup ("")
                              : g_strdup_printf ("已于%s送达，送达方式：%s。", facts->served_on, facts->served_how);
  g_autofree char *note = g_strdup_printf ("送达文书：违纪违规处理决定书（%s）。受送达人：%s（准考证号：%s）。%s", facts->number,
                                           facts->name, facts->ticket, served);
  KpFormSlip slip = { "处理决定书送达回证", note, decision_signers, FALSE };
  const KpOfficialPart end[] = {
    { .kind = KP_OFFICIAL_SIGNATURE, .text = facts->issuer },
    { .kind = KP_OFFICIAL_DATE, .text = facts->decided_on },
    { .kind = KP_OFFICIAL_BLOCK, .lines = KP_FORM_SLIP_LINES, .draw = kp_form_draw_slip, .data = &slip },
  };

  return draw_prose (sheet, "处理决定书", facts, addressee, "incident-decisions", end, G_N_ELEMENTS (end), error);
}
