/* kp-form-parts.c – boxes, photos, signature lines and seat plans that several forms draw.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-parts.h"

#include <glib/gi18n-lib.h>

#include "kp-pdf-error.h"

#define HAIR KP_PT (0.5)
#define RULE KP_PT (0.9)

/**
 * kp_form_style:
 * @size: height of a character
 *
 * Returns: black type of the given kind and size
 */
KpTextStyle
kp_form_style (KpFontStyle font,
               KpLength    size)
{
  return (KpTextStyle) { .font = font, .size = size, .ink = KP_INK_BLACK };
}

/**
 * kp_form_text:
 * @place: what is being drawn, for error texts; never a person's name
 * @text: (nullable): NULL and "" draw nothing
 *
 * A short text in the middle of a box: shrunk, then wrapped, then %KP_PDF_ERROR_OVERFLOW kept by the sheet.
 */
void
kp_form_text (KpSheet      *sheet,
              const char   *place,
              KpFontStyle   font,
              KpLength      size,
              const KpRect *box,
              KpAlign       align,
              const char   *text)
{
  KpTextStyle style = kp_form_style (font, size);

  kp_sheet_set_place (sheet, place);
  kp_sheet_begin_tag (sheet, font == KP_FONT_TITLE ? KP_TAG_HEADING : KP_TAG_PARAGRAPH);
  kp_text_draw_fitted (sheet, &style, box, align, KP_FIT_WRAP, text);
  kp_sheet_end_tag (sheet);
}

/**
 * kp_form_draw_field:
 * @place: the paper, "准考证 26010132"; the label is added to it in error texts
 * @box: the whole cell, label and value
 * @label_width: of the label's part at the left
 * @value: (nullable): left empty when %NULL
 *
 * A cell of a form: border, label in 黑体 on grey, value beside it.
 */
void
kp_form_draw_field (KpSheet           *sheet,
                    const char        *place,
                    const KpRect      *box,
                    KpLength           label_width,
                    const char        *label,
                    const KpTextStyle *style,
                    KpAlign            align,
                    const char        *value)
{
  KpRect rest = *box;
  KpRect head = kp_rect_cut_left (&rest, label_width);
  KpRect head_text = kp_rect_inset (&head, KP_MM (0.8), 0);
  KpRect inner = kp_rect_inset (&rest, KP_MM (1.6), KP_MM (0.3));
  g_autofree char *where = g_strdup_printf ("%s“%s”", place, label);

  kp_sheet_fill (sheet, &head, KP_INK_LIGHT);
  kp_sheet_rect (sheet, &head, HAIR);
  kp_sheet_rect (sheet, &rest, HAIR);
  kp_form_text (sheet, where, KP_FONT_HEI, style->size >= KP_PT (15) ? KP_PT (12) : KP_PT (9.5), &head_text,
                KP_ALIGN_CENTRE, label);
  kp_sheet_set_place (sheet, where);
  kp_text_draw_fitted (sheet, style, &inner, align, KP_FIT_WRAP, value);
}

/**
 * kp_form_cut:
 * @text: (nullable): what may be long
 * @most: characters that a cell of a list shows of it
 * @texts: owns what is cut
 *
 * Returns: (transfer none) (nullable): @text, or its beginning with …
 */
const char *
kp_form_cut (const char   *text,
             glong         most,
             GStringChunk *texts)
{
  g_autofree char *beginning = NULL;
  g_autofree char *whole = NULL;

  if (text == NULL || g_utf8_strlen (text, -1) <= most)
    return text;
  beginning = g_utf8_substring (text, 0, most - 1);
  whole = g_strconcat (beginning, "…", NULL);
  return g_string_chunk_insert (texts, whole);
}

/**
 * kp_form_draw_photo:
 * @photo: (nullable): a verified JPEG; without it the box asks for a paper photo
 */
void
kp_form_draw_photo (KpSheet      *sheet,
                    const KpRect *box,
                    GBytes       *photo)
{
  if (photo != NULL)
    {
      kp_sheet_jpeg (sheet, box, photo);
    }
  else
    {
      KpTextStyle hint = { .font = KP_FONT_HEI, .size = KP_PT (10), .ink = KP_INK_GREY };
      KpRect middle = { box->x, box->y + box->height / 2 - KP_MM (6), box->width, KP_MM (6) };

      kp_text_draw_fitted (sheet, &hint, &middle, KP_ALIGN_CENTRE, KP_FIT_SHRINK, "照 片");
      middle.y += KP_MM (6);
      hint.size = KP_PT (7.5);
      kp_text_draw_fitted (sheet, &hint, &middle, KP_ALIGN_CENTRE, KP_FIT_SHRINK, "近期免冠正面");
    }
  kp_sheet_rect (sheet, box, HAIR);
}

/* Four signatures in a row leave about 28 mm for each hand. */
#define SIGNERS_PER_ROW 4
#define SIGNER_ROW KP_MM (11)

/**
 * kp_form_measure_signers:
 * @signers: (nullable): roles, %NULL-terminated
 *
 * Returns: the height that kp_form_draw_signers() takes
 */
KpLength
kp_form_measure_signers (const char *const *signers)
{
  guint n = signers == NULL ? 0 : g_strv_length ((char **) signers);

  return (KpLength) ((n + SIGNERS_PER_ROW - 1) / SIGNERS_PER_ROW) * SIGNER_ROW;
}

/**
 * kp_form_draw_signers:
 * @signers: (nullable): roles, %NULL-terminated: each gets a line to sign on
 */
void
kp_form_draw_signers (KpSheet           *sheet,
                      const KpRect      *area,
                      const char *const *signers)
{
  guint n = signers == NULL ? 0 : g_strv_length ((char **) signers);
  guint columns = MIN (n, SIGNERS_PER_ROW);

  for (guint i = 0; i < n; i++)
    {
      KpTextStyle style = kp_form_style (KP_FONT_HEI, KP_PT (10.5));
      KpRect row = { area->x, area->y + (KpLength) (i / columns) * SIGNER_ROW, area->width, SIGNER_ROW };
      KpRect cell = kp_rect_cell (&row, columns, 1, i % columns, 0);
      g_autofree char *label = g_strconcat (signers[i], "：", NULL);
      KpLength width = kp_sheet_measure (sheet, &style, label);
      KpLength baseline = kp_paper_centre_baseline (cell.y + KP_MM (3), cell.height - KP_MM (3), style.size);

      kp_sheet_text (sheet, &style, cell.x, baseline, label);
      kp_sheet_line (sheet, cell.x + width, baseline + KP_PT (2), cell.x + cell.width - KP_MM (4),
                     baseline + KP_PT (2), HAIR);
    }
}

/**
 * kp_form_draw_pairs:
 * @rest: (inout): what is left of the area
 * @roles: %NULL-terminated
 *
 * Two signatures in a row, so that a hand has room.
 */
void
kp_form_draw_pairs (KpSheet           *sheet,
                    KpRect            *rest,
                    const char *const *roles)
{
  for (guint i = 0; roles[i] != NULL; i += roles[i + 1] != NULL ? 2 : 1)
    {
      const char *const pair[] = { roles[i], roles[i + 1], NULL };

      kp_form_draw_signers (sheet, rest, pair);
      (void) kp_rect_cut_top (rest, kp_form_measure_signers (pair));
    }
}

/**
 * kp_form_draw_slip:
 * @area: %KP_FORM_SLIP_LINES of the standard layout
 * @data: a #KpFormSlip
 *
 * 送达回执, below a rule at the end of an official paper: what was handed to whom, and who signs for it.
 */
void
kp_form_draw_slip (KpSheet      *sheet,
                   const KpRect *area,
                   gpointer      data)
{
  const KpFormSlip *slip = data;
  KpBlockStyle style = { .text = kp_form_style (KP_FONT_SONG, KP_PT (10.5)), .leading = KP_PT (16), .align = KP_ALIGN_LEFT };
  KpRect rest = *area;
  KpRect head;

  (void) kp_rect_cut_top (&rest, KP_MM (3));
  head = kp_rect_cut_top (&rest, KP_MM (8));
  kp_sheet_line (sheet, head.x, head.y, head.x + head.width, head.y, KP_PT (0.5));
  kp_form_text (sheet, slip->heading, KP_FONT_HEI, KP_PT (12), &head, KP_ALIGN_CENTRE, slip->heading);
  (void) kp_rect_cut_top (&rest, kp_text_draw_block (sheet, &style, &rest, slip->note));
  if (slip->is_short)
    kp_form_draw_signers (sheet, &rest, slip->signers);
  else
    kp_form_draw_pairs (sheet, &rest, slip->signers);
}

#define SESSION_HEAD KP_MM (5.5)
#define SESSION_ROW KP_MM (6.8)

/**
 * kp_form_measure_sessions:
 *
 * Returns: the least height that kp_form_draw_sessions() needs
 */
KpLength
kp_form_measure_sessions (gsize n_sessions)
{
  return SESSION_HEAD + (KpLength) n_sessions * SESSION_ROW;
}

/**
 * kp_form_draw_sessions:
 * @area: filled whole; the rows share what the heading leaves
 * @size: of the text
 *
 * The small table of papers and times of tickets and doors.
 */
void
kp_form_draw_sessions (KpSheet             *sheet,
                       const char          *place,
                       const KpRect        *area,
                       const KpFormSession *sessions,
                       gsize                n_sessions,
                       KpLength             size)
{
  static const char *const headings[] = { "科目", "考试时间", "入场时间" };
  static const guint weights[] = { 27, 39, 34 };
  KpRect rest = *area;
  KpRect head = kp_rect_cut_top (&rest, SESSION_HEAD);

  kp_sheet_fill (sheet, &head, KP_INK_LIGHT);
  kp_sheet_begin_tag (sheet, KP_TAG_TABLE);
  for (gsize row = 0; row <= n_sessions; row++)
    {
      KpRect line = row == 0 ? head : kp_rect_cell (&rest, 1, (guint) n_sessions, 0, (guint) row - 1);

      kp_sheet_begin_tag (sheet, KP_TAG_ROW);
      for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
        {
          KpRect cell =
              kp_rect_cut_left (&line, i == 2 ? line.width : area->width / 100 * (KpLength) weights[i]);
          KpRect inner = kp_rect_inset (&cell, KP_MM (1.4), KP_MM (0.3));
          const KpFormSession *session = row == 0 ? NULL : &sessions[row - 1];
          const char *texts[] = { session ? session->paper : NULL, session ? session->time : NULL,
                                  session ? session->entry : NULL };

          kp_sheet_begin_tag (sheet, row == 0 ? KP_TAG_HEAD_CELL : KP_TAG_CELL);
          kp_sheet_rect (sheet, &cell, HAIR);
          kp_form_text (sheet, place, row == 0 ? KP_FONT_HEI : KP_FONT_SONG, row == 0 ? KP_PT (9.5) : size,
                        &inner, KP_ALIGN_CENTRE, row == 0 ? headings[i] : texts[i]);
          kp_sheet_end_tag (sheet);
        }
      kp_sheet_end_tag (sheet);
    }
  kp_sheet_end_tag (sheet);
}

/**
 * kp_form_draw_labels:
 * @sheet: gets ⌈@n_labels ÷ 24⌉ pages of A4
 * @labels: (array length=n_labels): facts of @label_size bytes each, borrowed
 * @draw: draws one of them
 *
 * Appends labels of 70 × 37 mm in the given order. Thin grey corners show where to cut plain paper.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_draw_labels (KpSheet      *sheet,
                     gconstpointer labels,
                     gsize         label_size,
                     gsize         n_labels,
                     KpFormLabel   draw,
                     GError      **error)
{
  const KpLabelSheet *layout = kp_label_sheet_get_24 ();
  guint per_page = kp_label_sheet_get_per_page (layout);

  for (gsize i = 0; i < n_labels; i++)
    {
      KpRect box = kp_label_sheet_get_label (layout, (guint) i);
      KpLength right = box.x + box.width;
      KpLength bottom = box.y + box.height;

      if (i % per_page == 0)
        kp_sheet_add_page (sheet, layout->paper);
      kp_sheet_ink_line (sheet, KP_INK_GREY, right - KP_MM (2), bottom, right, bottom, KP_PT (0.3));
      kp_sheet_ink_line (sheet, KP_INK_GREY, right, bottom - KP_MM (2), right, bottom, KP_PT (0.3));
      draw (sheet, &box, (const guint8 *) labels + i * label_size);
    }
  return kp_sheet_check (sheet, error);
}

static void
draw_seat (KpSheet          *sheet,
           const char       *place,
           const KpRect     *cell,
           const KpFormSeat *seat,
           gboolean          with_names)
{
  KpRect box = kp_rect_inset (cell, cell->width / 20, cell->height / 14);
  KpRect text = kp_rect_inset (&box, KP_MM (0.8), KP_MM (0.4));
  KpRect top;

  kp_sheet_rect (sheet, &box, HAIR);
  if (!with_names)
    {
      kp_form_text (sheet, place, KP_FONT_HEI, MIN (KP_PT (12), text.height * 6 / 10), &text, KP_ALIGN_CENTRE,
                    seat->seat);
      return;
    }
  top = kp_rect_cut_top (&text, text.height * 3 / 10);
  kp_form_text (sheet, place, KP_FONT_HEI_BOLD, MIN (KP_PT (11), top.height * 8 / 10), &top, KP_ALIGN_LEFT,
                seat->seat);
  kp_form_text (sheet, place, KP_FONT_SONG, MIN (KP_PT (8), top.height * 7 / 10), &top, KP_ALIGN_RIGHT,
                seat->post);
  top = kp_rect_cut_top (&text, text.height * 6 / 10);
  kp_form_text (sheet, place, KP_FONT_HEI, MIN (KP_PT (13), top.height * 8 / 10), &top, KP_ALIGN_CENTRE,
                seat->name);
  kp_form_text (sheet, place, KP_FONT_SONG, MIN (KP_PT (8.5), text.height * 8 / 10), &text, KP_ALIGN_CENTRE,
                seat->ticket);
}

/**
 * kp_form_draw_seat_plan:
 * @plan: columns count from the door, rows from the blackboard
 * @with_names: FALSE draws seat numbers only
 *
 * The room as a candidate who faces the blackboard sees it: 讲台 at the top, the door at its side or at the back.
 */
void
kp_form_draw_seat_plan (KpSheet              *sheet,
                        const char           *place,
                        const KpRect         *area,
                        const KpFormSeatPlan *plan,
                        gboolean              with_names)
{
  KpRect rest = *area;
  KpRect front = kp_rect_cut_top (&rest, with_names ? KP_MM (10) : KP_MM (8));
  KpRect desk = { front.x + front.width / 3, front.y, front.width / 3, front.height - KP_MM (2) };
  KpRect door = { front.x, front.y, KP_MM (16), front.height - KP_MM (2) };

  if (plan->door_is_right)
    door.x = front.x + front.width - door.width;
  if (plan->door_is_back)
    {
      rest.height -= front.height;
      door.y = rest.y + rest.height + KP_MM (2);
    }
  kp_sheet_fill (sheet, &desk, KP_INK_LIGHT);
  kp_sheet_rect (sheet, &desk, RULE);
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (10.5), &desk, KP_ALIGN_CENTRE, "讲　台");
  kp_sheet_rect (sheet, &door, HAIR);
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (9), &door, KP_ALIGN_CENTRE,
                plan->door_is_back ? "后门" : "前门");
  for (gsize i = 0; i < plan->n_seats; i++)
    {
      const KpFormSeat *seat = &plan->seats[i];
      KpRect cell;

      if (seat->column < 1 || seat->column > plan->n_columns || seat->row < 1 || seat->row > plan->n_rows)
        {
          g_autofree char *message =
              g_strdup_printf (_("Seat %s lies outside the room of %u columns and %u rows. "
                                 "Correct the size of the room."),
                               seat->seat, plan->n_columns, plan->n_rows);

          kp_sheet_set_place (sheet, place);
          kp_sheet_fail_at_place (sheet, KP_PDF_ERROR_OVERFLOW, message);
          return;
        }
      cell = kp_rect_cell (&rest, plan->n_columns, plan->n_rows,
                           plan->door_is_right ? plan->n_columns - seat->column : seat->column - 1,
                           seat->row - 1);
      draw_seat (sheet, place, &cell, seat, with_names);
    }
}
