/* kp-form-desk.c – desk labels (桌贴), 3 × 8 on a sheet of A4.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-desk.h"

static void
draw_seat (KpSheet           *sheet,
           const char        *place,
           KpRect             left,
           const KpDeskFacts *label)
{
  g_autofree char *room = g_strdup_printf ("第 %s 考场", label->room);
  KpRect top = kp_rect_cut_top (&left, KP_MM (6));
  KpRect bottom = { left.x, left.y + left.height - KP_MM (5), left.width, KP_MM (5) };

  left.height -= KP_MM (5);
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (9), &top, KP_ALIGN_CENTRE, room);
  kp_form_text (sheet, place, KP_FONT_HEI_BOLD, KP_PT (40), &left, KP_ALIGN_CENTRE, label->seat);
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (8), &bottom, KP_ALIGN_CENTRE, "座位号");
}

static void
draw_person (KpSheet           *sheet,
             const char        *place,
             KpRect             right,
             const KpDeskFacts *label)
{
  KpRect name = kp_rect_cut_top (&right, right.height * 6 / 10);
  KpRect caption = kp_rect_cut_top (&right, KP_MM (4));

  kp_form_text (sheet, place, KP_FONT_HEI, label->photo != NULL ? KP_PT (15) : KP_PT (18), &name,
                KP_ALIGN_CENTRE, label->name);
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (7.5), &caption, KP_ALIGN_CENTRE, "准考证号");
  kp_form_text (sheet, place, KP_FONT_SONG, KP_PT (12), &right, KP_ALIGN_CENTRE, label->ticket);
}

/* Printers shift by a millimetre or two: nothing comes nearer than 3 mm to the cut. */
static void
draw_label (KpSheet           *sheet,
            const KpRect      *box,
            gconstpointer      facts)
{
  const KpDeskFacts *label = facts;
  g_autofree char *place = g_strdup_printf ("桌贴 第%s考场%s座", label->room, label->seat);
  KpRect rest = kp_rect_inset (box, KP_MM (3.5), KP_MM (3.5));
  KpRect left = kp_rect_cut_left (&rest, label->photo != NULL ? KP_MM (18) : KP_MM (23));

  draw_seat (sheet, place, left, label);
  kp_sheet_ink_line (sheet, KP_INK_GREY, rest.x, rest.y, rest.x, rest.y + rest.height, KP_PT (0.5));
  (void) kp_rect_cut_left (&rest, KP_MM (1.5));
  if (label->photo != NULL)
    {
      KpRect photo = { rest.x + rest.width - KP_MM (18), rest.y + KP_MM (2.5), KP_MM (18), KP_MM (25) };

      rest.width -= KP_MM (19);
      kp_sheet_set_place (sheet, place);
      kp_form_draw_photo (sheet, &photo, label->photo);
    }
  draw_person (sheet, place, rest, label);
}

/**
 * kp_form_desk_draw:
 * @sheet: gets ⌈@n_labels ÷ 24⌉ pages of A4
 * @labels: (array length=n_labels): borrowed
 *
 * Appends labels of 70 × 37 mm in the given order.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR that names room and seat
 */
gboolean
kp_form_desk_draw (KpSheet           *sheet,
                   const KpDeskFacts *labels,
                   gsize              n_labels,
                   GError           **error)
{
  return kp_form_draw_labels (sheet, labels, sizeof *labels, n_labels, draw_label, error);
}
