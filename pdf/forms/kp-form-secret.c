/* kp-form-secret.c – the sealing staff's papers of one exam room: which secret number goes on which script.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 密号对照表 is sealed as soon as the last script is; it bears no name and no post, so that a glance at it tells nothing of a
 * person. 密号标签: the left part says room and seat and goes under the sealing line, the right part stays in sight. */

#include "kp-form-secret.h"

#include "kp-form-list.h"

/* What title, secrecy, heading, closing lines and foot leave of a page for rows. */
#define ROWS_HEIGHT KP_MM (176)
#define ROW_LEAST KP_MM (5.6)
#define ROW_MOST KP_MM (9)

#define SECRECY "封存件　登分完毕前不得拆阅"

static const char *const signers[] = { "密封人员（一）", "密封人员（二）", "监督员", NULL };

static const KpFormColumn columns[] = {
  KP_FORM_COLUMN_KEY (KpSecretRow, seat, "座位号", 14),
  KP_FORM_COLUMN_KEY (KpSecretRow, ticket, "准考证号", 34),
  KP_FORM_COLUMN_KEY (KpSecretRow, number, "密号", 22),
  KP_FORM_COLUMN_EMPTY ("密封核对", 18),
  KP_FORM_COLUMN_EMPTY ("备注（缺考、空白卷等）", 42),
};

static KpLength
choose_row_height (gsize n_rows)
{
  const KpLength row = n_rows == 0 ? ROW_MOST : ROWS_HEIGHT / (KpLength) n_rows;

  return row < ROW_LEAST ? ROW_MOST : MIN (row, ROW_MOST);
}

/**
 * kp_form_secret_draw:
 * @sheet: gets the pages
 * @facts: borrowed; rows in the order of seats
 * @error: return location
 *
 * Returns: %TRUE with the table of one room appended, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_secret_draw (KpSheet             *sheet,
                     const KpSecretFacts *facts,
                     GError             **error)
{
  const KpFormTable table = { columns, G_N_ELEMENTS (columns), facts->rows, sizeof (KpSecretRow), facts->n_rows, 0 };
  g_autofree char *counts
      = g_strdup_printf ("本考场密号 %" G_GSIZE_FORMAT " 个　　实有答卷＿＿＿份　　缺考＿＿＿人　　密封时间：＿＿月＿＿日＿＿时＿＿分",
                         facts->n_rows);
  const char *const notes[] = { counts, facts->draw, NULL };
  const KpFrame frame = { .kind = KP_FRAME_LIST,
                          .scheme_digest = facts->list.scheme_digest,
                          .list_digest = facts->list.list_digest,
                          .digest_label = "封存摘要",
                          .journal_head = facts->list.journal_head,
                          .code = facts->list.qr };
  const KpFormLook look = { .subtitle = facts->where,
                            .subtitle_right = facts->paper,
                            .signers = signers,
                            .title_size = KP_PT (16),
                            .mark = SECRECY,
                            .marks_each = TRUE,
                            .frame = &frame,
                            .row_height = choose_row_height (facts->n_rows) };
  KpFormList list = facts->list;

  list.notes = notes;
  list.empty = "本考场没有密号。";
  return kp_form_list_draw (sheet, &list, NULL, 0, &table, &look, error);
}

/* ---- labels ---- */

#define STUB KP_MM (24)
#define CAPTION KP_MM (6)
#define DASH KP_MM (1.2)

static void
draw_dashes (KpSheet      *sheet,
             const KpRect *box)
{
  for (KpLength y = box->y; y + DASH <= box->y + box->height; y += 2 * DASH)
    kp_sheet_ink_line (sheet, KP_INK_GREY, box->x, y, box->x, y + DASH, KP_PT (0.5));
}

/* The first label of a room: no secret number follows from it, and it is stuck on nothing but the bundle. */
static void
draw_head (KpSheet             *sheet,
           const char          *place,
           KpRect               box,
           const KpSecretLabel *label)
{
  g_autofree char *room = g_strdup_printf ("第 %s 考场", label->room);
  KpRect top = kp_rect_cut_top (&box, KP_MM (7));
  KpRect bottom = { box.x, box.y + box.height - KP_MM (7), box.width, KP_MM (7) };

  box.height -= bottom.height;
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (9), &top, KP_ALIGN_CENTRE, label->paper);
  kp_form_text (sheet, place, KP_FONT_HEI_BOLD, KP_PT (22), &box, KP_ALIGN_CENTRE, room);
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (9), &bottom, KP_ALIGN_CENTRE, label->number);
}

static void
draw_stub (KpSheet             *sheet,
           const char          *place,
           KpRect               box,
           const KpSecretLabel *label)
{
  g_autofree char *room = g_strdup_printf ("第 %s 考场", label->room);
  KpRect top = kp_rect_cut_top (&box, CAPTION);
  KpRect bottom = { box.x, box.y + box.height - CAPTION, box.width, CAPTION };

  box.height -= CAPTION;
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (9), &top, KP_ALIGN_CENTRE, room);
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (20), &box, KP_ALIGN_CENTRE, label->seat);
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (7), &bottom, KP_ALIGN_CENTRE, "座位号 · 密封");
}

/* Nothing comes nearer than 3 mm to the cut. */
static void
draw_label (KpSheet      *sheet,
            const KpRect *box,
            gconstpointer facts)
{
  const KpSecretLabel *label = facts;
  g_autofree char *place = g_strdup_printf ("密号标签 第%s考场%s座", label->room, label->seat != NULL ? label->seat : "—");
  KpRect rest = kp_rect_inset (box, KP_MM (3.5), KP_MM (3.5));
  KpRect caption;

  if (label->seat == NULL)
    {
      draw_head (sheet, place, rest, label);
      return;
    }
  draw_stub (sheet, place, kp_rect_cut_left (&rest, STUB), label);
  draw_dashes (sheet, &rest);
  (void) kp_rect_cut_left (&rest, KP_MM (1.5));
  caption = kp_rect_cut_top (&rest, CAPTION);
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (9), &caption, KP_ALIGN_CENTRE, label->paper);
  caption = (KpRect) { rest.x, rest.y + rest.height - CAPTION, rest.width, CAPTION };
  rest.height -= CAPTION;
  kp_form_text (sheet, place, KP_FONT_HEI_BOLD, KP_PT (34), &rest, KP_ALIGN_CENTRE, label->number);
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (8), &caption, KP_ALIGN_CENTRE, "密　号");
}

/**
 * kp_form_secret_labels_draw:
 * @sheet: gets ⌈@n_labels ÷ 24⌉ pages of A4
 * @labels: (array length=n_labels): one room in the order of seats, its head first
 * @n_labels: their number
 * @error: return location
 *
 * Returns: %TRUE with the labels appended, or %FALSE with %KP_PDF_ERROR that names room and seat
 */
gboolean
kp_form_secret_labels_draw (KpSheet             *sheet,
                            const KpSecretLabel *labels,
                            gsize                n_labels,
                            GError             **error)
{
  return kp_form_draw_labels (sheet, labels, sizeof *labels, n_labels, draw_label, error);
}
