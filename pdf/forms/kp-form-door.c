/* kp-form-door.c – the sheet on the door of an examination room (门贴), one page of A4.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Read from the corridor: the number of the room first, then whether one's own ticket belongs here. */

#include "kp-form-door.h"

static const KpMargins margins = { KP_MM (20), KP_MM (20), KP_MM (15), KP_MM (20) };

static char *
dup_range (const KpDoorFacts *facts)
{
  if (facts->first_ticket == NULL || facts->last_ticket == NULL)
    return g_strdup ("本场无考生");
  if (g_str_equal (facts->first_ticket, facts->last_ticket))
    return g_strdup (facts->first_ticket);
  return g_strdup_printf ("%s — %s", facts->first_ticket, facts->last_ticket);
}

static void
draw_range (KpSheet           *sheet,
            const char        *place,
            KpRect            *rest,
            const KpDoorFacts *facts)
{
  KpTextStyle big = kp_form_style (KP_FONT_HEI, KP_PT (22));
  KpTextStyle small = kp_form_style (KP_FONT_SONG, KP_PT (15));
  g_autofree char *range = dup_range (facts);
  g_autofree char *count = g_strdup_printf ("%u 人", facts->n_candidates);
  KpRect row = kp_rect_cut_top (rest, KP_MM (15));
  KpRect half;

  kp_form_draw_field (sheet, place, &row, KP_MM (28), "准考证号", &big, KP_ALIGN_CENTRE, range);
  row = kp_rect_cut_top (rest, KP_MM (12));
  half = kp_rect_cell (&row, facts->place != NULL ? 2 : 1, 1, 0, 0);
  kp_form_draw_field (sheet, place, &half, KP_MM (28), "考生人数", &small, KP_ALIGN_CENTRE, count);
  if (facts->place == NULL)
    return;
  half = kp_rect_cell (&row, 2, 1, 1, 0);
  kp_form_draw_field (sheet, place, &half, KP_MM (28), "位置", &small, KP_ALIGN_CENTRE, facts->place);
}

/**
 * kp_form_door_draw:
 * @sheet: gets one page of A4
 * @facts: borrowed
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR
 */
gboolean
kp_form_door_draw (KpSheet           *sheet,
                   const KpDoorFacts *facts,
                   GError           **error)
{
  g_autofree char *place = g_strdup_printf ("门贴 第%s考场", facts->room);
  KpRect rest = kp_paper_inset (KP_PAPER_A4, &margins);
  KpRect line, number, sessions;
  KpTextStyle word = kp_form_style (KP_FONT_TITLE, KP_PT (60));

  kp_sheet_add_page (sheet, KP_PAPER_A4);
  line = kp_rect_cut_top (&rest, KP_MM (9));
  kp_form_text (sheet, place, KP_FONT_TITLE, KP_PT (18), &line, KP_ALIGN_CENTRE, facts->campaign);
  line = kp_rect_cut_top (&rest, KP_MM (13));
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (24), &line, KP_ALIGN_CENTRE, facts->site);

  line = kp_rect_cut_top (&rest, KP_MM (74));
  number = kp_rect_cut_left (&line, line.width / 5);
  kp_sheet_set_place (sheet, place);
  kp_text_draw_fitted (sheet, &word, &number, KP_ALIGN_CENTRE, KP_FIT_SHRINK, "第");
  number = kp_rect_cut_left (&line, line.width / 100 * 56);
  kp_form_text (sheet, place, KP_FONT_HEI_BOLD, KP_PT (180), &number, KP_ALIGN_CENTRE, facts->room);
  kp_sheet_set_place (sheet, place);
  kp_text_draw_fitted (sheet, &word, &line, KP_ALIGN_CENTRE, KP_FIT_SHRINK, "考场");

  draw_range (sheet, place, &rest, facts);
  sessions = kp_rect_cut_top (&rest, kp_form_measure_sessions (facts->n_sessions) +
                                         KP_MM (3) * (KpLength) facts->n_sessions);
  kp_form_draw_sessions (sheet, place, &sessions, facts->sessions, facts->n_sessions, KP_PT (12));
  (void) kp_rect_cut_top (&rest, KP_MM (7));
  rest = kp_rect_inset (&rest, KP_MM (12), 0);
  if (facts->plan.n_columns > 0 && facts->plan.n_rows > 0)
    kp_form_draw_seat_plan (sheet, place, &rest, &facts->plan, FALSE);
  return kp_sheet_check (sheet, error);
}
