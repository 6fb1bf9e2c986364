/* kp-form-panel.c – papers of one interview room: its panel, its sign-in sheet, and the sealed list of its numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-panel.h"

#include "kp-form-list.h"

/* What title, heading, closing lines and foot leave of a page for rows. */
#define ROWS_HEIGHT KP_MM (190)
#define ROW_LEAST KP_MM (6)
#define ROW_MOST KP_MM (10)

static const char *const panel_signers[] = { "抽签人", "考务组", "监督员", NULL };
static const char *const panel_notes[] = { "本名单进入考场前半小时由监督员向考官公布；考官在面试结束前不得与考生接触。", NULL };

static const KpFormColumn panel_columns[] = {
  KP_FORM_COLUMN_KEY (KpPanelRow, seat, "考官号", 12),
  KP_FORM_COLUMN (KpPanelRow, role, "职责", 16),
  KP_FORM_COLUMN (KpPanelRow, name, "姓名", 20),
  KP_FORM_COLUMN_LONG (KpPanelRow, unit, "工作单位", 44),
  KP_FORM_COLUMN (KpPanelRow, remark, "备注", 14),
  KP_FORM_COLUMN_EMPTY ("签名", 24),
};

static const char *const sign_in_signers[] = { "候考室工作人员（一）", "候考室工作人员（二）", "监督员", NULL };

static const KpFormColumn sign_in_columns[] = {
  KP_FORM_COLUMN_COUNT,
  KP_FORM_COLUMN_KEY (KpInterviewSignInRow, ticket, "准考证号", 26),
  KP_FORM_COLUMN (KpInterviewSignInRow, name, "姓名", 22),
  KP_FORM_COLUMN (KpInterviewSignInRow, sex, "性别", 9),
  KP_FORM_COLUMN (KpInterviewSignInRow, post, "岗位", 11),
  KP_FORM_COLUMN_EMPTY ("签到时间", 18),
  KP_FORM_COLUMN_EMPTY ("考生签名", 30),
  { .heading = "备注", .weight = 16, .offset = G_STRUCT_OFFSET (KpInterviewSignInRow, state), .align = KP_ALIGN_CENTRE,
    .shrinks = TRUE, .is_kept = TRUE, .font = KP_FONT_SONG },
};

static const char *const envelope_signers[] = { "引导员", "候考室工作人员", "监督员", NULL };
static const char *const envelope_notes[]
    = { "密封件：仅供候考室引导、核对使用，不得带出候考室，不得让考官和计分人员看到；本考场最后一名考生离场后当场密封，"
        "成绩全部核对后由两人启封。缺考考生的序号空出，如遇空号填“缺考”。",
        NULL };

static const KpFormColumn envelope_columns[] = {
  KP_FORM_COLUMN_KEY (KpEnvelopeRow, number, "抽签号", 12),
  KP_FORM_COLUMN (KpEnvelopeRow, code, "面试序号", 16),
  KP_FORM_COLUMN (KpEnvelopeRow, ticket, "准考证号", 26),
  KP_FORM_COLUMN (KpEnvelopeRow, name, "姓名", 22),
  KP_FORM_COLUMN_EMPTY ("考生签名", 30),
  { .heading = "备注", .weight = 18, .offset = G_STRUCT_OFFSET (KpEnvelopeRow, remark), .align = KP_ALIGN_CENTRE,
    .shrinks = TRUE, .is_kept = TRUE, .font = KP_FONT_SONG },
};

/* A room that fits on one page is kept on it, so that the signatures stand under all of its rows. */
static KpLength
choose_row_height (gsize n_rows)
{
  const KpLength row = n_rows == 0 ? ROW_MOST : ROWS_HEIGHT / (KpLength) n_rows;

  return row < ROW_LEAST ? ROW_MOST : MIN (row, ROW_MOST);
}

static gboolean
draw (KpSheet *sheet,
      const KpRoomFacts *facts,
      const KpFormTable *table,
      const char *const *notes,
      const char *const *signers,
      GError **error)
{
  const KpFormLook look = { .subtitle = facts->where,
                            .subtitle_right = facts->time,
                            .signers = signers,
                            .title_size = KP_PT (16),
                            .row_height = choose_row_height (table->n_rows) };
  KpFormList list = facts->list;

  if (list.notes == NULL)
    list.notes = notes;
  return kp_form_list_draw (sheet, &list, NULL, 0, table, &look, error);
}

/**
 * kp_form_panel_draw:
 * @sheet: gets the pages
 * @facts: borrowed
 * @rows: the examiners by seat
 * @n_rows: their number
 * @error: return location
 *
 * Returns: %TRUE with the panel of one room appended, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_panel_draw (KpSheet *sheet,
                    const KpRoomFacts *facts,
                    const KpPanelRow *rows,
                    gsize n_rows,
                    GError **error)
{
  const KpFormTable table = { panel_columns, G_N_ELEMENTS (panel_columns), rows, sizeof (KpPanelRow), n_rows, 0 };

  return draw (sheet, facts, &table, panel_notes, panel_signers, error);
}

/**
 * kp_form_interview_sign_in_draw:
 * @sheet: gets the pages
 * @facts: borrowed
 * @rows: the candidates by ticket: never by number
 * @n_rows: their number
 * @error: return location
 *
 * Returns: %TRUE with the sign-in sheet appended, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_interview_sign_in_draw (KpSheet *sheet,
                                const KpRoomFacts *facts,
                                const KpInterviewSignInRow *rows,
                                gsize n_rows,
                                GError **error)
{
  const KpFormTable table
      = { sign_in_columns, G_N_ELEMENTS (sign_in_columns), rows, sizeof (KpInterviewSignInRow), n_rows, 0 };
  g_autofree char *counts = g_strdup_printf ("应到 %" G_GSIZE_FORMAT " 人　　实到＿＿＿人　　缺考＿＿＿人　　迟到＿＿＿人", n_rows);
  const char *const notes[] = { counts, NULL };

  return draw (sheet, facts, &table, notes, sign_in_signers, error);
}

/**
 * kp_form_envelope_draw:
 * @sheet: gets the pages
 * @facts: borrowed
 * @rows: the numbers in their order
 * @n_rows: how many
 * @error: return location
 *
 * Returns: %TRUE with the sheet for waiting room and envelope appended, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_envelope_draw (KpSheet *sheet,
                       const KpRoomFacts *facts,
                       const KpEnvelopeRow *rows,
                       gsize n_rows,
                       GError **error)
{
  const KpFormTable table
      = { envelope_columns, G_N_ELEMENTS (envelope_columns), rows, sizeof (KpEnvelopeRow), n_rows, 0 };

  return draw (sheet, facts, &table, envelope_notes, envelope_signers, error);
}
