/* kp-form-seats.c – the seat chart of one room (座次表), one page of A4 landscape.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-seats.h"

static const KpMargins margins = { KP_MM (12), KP_MM (14), KP_MM (10), KP_MM (14) };

/**
 * kp_form_seats_draw:
 * @sheet: gets one page of A4 landscape
 * @facts: borrowed
 *
 * Appends the chart: each seat with its number, post, name and ticket, 讲台 at the top.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR (a seat outside the room, a glyph)
 */
gboolean
kp_form_seats_draw (KpSheet            *sheet,
                    const KpSeatsFacts *facts,
                    GError            **error)
{
  g_autofree char *place = g_strdup_printf ("座次表 第%s考场", facts->room);
  g_autofree char *title = g_strdup_printf ("第 %s 考场座次表", facts->room);
  g_autofree char *count = g_strdup_printf ("共 %" G_GSIZE_FORMAT " 人", facts->plan.n_seats);
  g_autofree char *what = g_strjoin ("　", count, facts->paper != NULL ? facts->paper : facts->time,
                                     facts->paper != NULL ? facts->time : NULL, NULL);
  KpRect rest = kp_paper_inset (KP_PAPER_A4_LANDSCAPE, &margins);
  KpRect line;

  kp_sheet_add_page (sheet, KP_PAPER_A4_LANDSCAPE);
  line = kp_rect_cut_top (&rest, KP_MM (6));
  kp_form_text (sheet, place, KP_FONT_SONG, KP_PT (11), &line, KP_ALIGN_CENTRE, facts->campaign);
  line = kp_rect_cut_top (&rest, KP_MM (11));
  kp_form_text (sheet, place, KP_FONT_TITLE, KP_PT (20), &line, KP_ALIGN_CENTRE, title);
  line = kp_rect_cut_top (&rest, KP_MM (7));
  kp_form_text (sheet, place, KP_FONT_SONG, KP_PT (10.5), &line, KP_ALIGN_LEFT, facts->site);
  kp_form_text (sheet, place, KP_FONT_SONG, KP_PT (10.5), &line, KP_ALIGN_RIGHT, what);
  (void) kp_rect_cut_top (&rest, KP_MM (2));
  if (facts->plan.n_columns > 0 && facts->plan.n_rows > 0)
    kp_form_draw_seat_plan (sheet, place, &rest, &facts->plan, TRUE);
  return kp_sheet_check (sheet, error);
}
