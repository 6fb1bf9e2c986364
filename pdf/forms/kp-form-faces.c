/* kp-form-faces.c – candidates with their photos, to be compared with who comes and signed by each; 30 fit one page.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-faces.h"

#define COLUMNS 3
#define ROWS 10
#define PER_PAGE (COLUMNS * ROWS)
#define SIDE KP_MM (12)
#define TOP KP_MM (11)
#define TITLE KP_MM (10)
#define SUBTITLE KP_MM (6)
#define ROW KP_MM (22)
#define PHOTO_WIDTH KP_MM (14.8)
#define PHOTO_HEIGHT KP_MM (20.8)
#define COUNTS KP_MM (7)
#define RULE KP_PT (0.5)

static guint
count_pages (const KpFacesFacts *facts)
{
  return (guint) MAX ((facts->n_rows + PER_PAGE - 1) / PER_PAGE, 1);
}

static void
draw_head (KpSheet *sheet, const KpFacesFacts *facts, KpRect *rest)
{
  KpRect title = kp_rect_cut_top (rest, TITLE);
  KpRect line = kp_rect_cut_top (rest, SUBTITLE);
  KpRect left = kp_rect_cut_left (&line, line.width / 2);

  kp_form_text (sheet, facts->title, KP_FONT_TITLE, KP_PT (16), &title, KP_ALIGN_CENTRE, facts->title);
  kp_form_text (sheet, facts->title, KP_FONT_SONG, KP_PT (10.5), &left, KP_ALIGN_LEFT, facts->subtitle);
  kp_form_text (sheet, facts->title, KP_FONT_SONG, KP_PT (10.5), &line, KP_ALIGN_RIGHT, facts->subtitle_right);
}

/* The lower half is for the hand; who didn't come can't sign. */
static void
draw_signature (KpSheet *sheet, const char *place, const KpRect *box, const KpFacesRow *row)
{
  KpRect label = *box;
  KpRect rest = *box;

  if (row->note != NULL)
    {
      kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (10.5), box, KP_ALIGN_CENTRE, row->note);
      return;
    }
  label = kp_rect_cut_left (&rest, KP_MM (8));
  kp_form_text (sheet, place, KP_FONT_SONG, KP_PT (7.5), &label, KP_ALIGN_LEFT, "签名");
  kp_sheet_line (sheet, rest.x, rest.y + rest.height, rest.x + rest.width, rest.y + rest.height, KP_PT (0.4));
}

static void
draw_person (KpSheet *sheet, const KpFacesFacts *facts, gsize index, const KpRect *cell)
{
  const KpFacesRow *row = &facts->rows[index];
  g_autofree char *place = g_strdup_printf ("%s %s", facts->title, row->ticket);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) photo = facts->get_photo (index, facts->photo_data, &error);
  KpRect rest = kp_rect_inset (cell, KP_MM (0.6), KP_MM (0.6));
  KpRect box = kp_rect_cut_left (&rest, PHOTO_WIDTH);
  KpRect line;
  KpRect part;

  if (error != NULL)
    {
      kp_sheet_fail (sheet, g_steal_pointer (&error));
      return;
    }
  box.height = PHOTO_HEIGHT;
  kp_sheet_set_place (sheet, place);
  kp_form_draw_photo (sheet, &box, photo);
  (void) kp_rect_cut_left (&rest, KP_MM (1.5));
  rest.width -= KP_MM (0.5);
  line = kp_rect_cut_top (&rest, KP_MM (5.2));
  part = kp_rect_cut_left (&line, KP_MM (9));
  kp_form_text (sheet, place, KP_FONT_HEI_BOLD, KP_PT (13), &part, KP_ALIGN_LEFT, row->seat);
  part = kp_rect_cut_left (&line, KP_MM (13));
  kp_form_text (sheet, place, KP_FONT_SONG, KP_PT (8.5), &part, KP_ALIGN_LEFT, row->detail);
  kp_form_text (sheet, place, KP_FONT_SONG, KP_PT (9.5), &line, KP_ALIGN_RIGHT, row->ticket);
  /* The whole width: names of minorities take two lines. */
  line = kp_rect_cut_top (&rest, KP_MM (7));
  kp_form_text (sheet, place, KP_FONT_HEI, KP_PT (12), &line, KP_ALIGN_LEFT, row->name);
  rest.height -= KP_MM (1.2);
  draw_signature (sheet, place, &rest, row);
}

static void
draw_cells (KpSheet *sheet, const KpFacesFacts *facts, gsize first, const KpRect *area)
{
  const gsize n = MIN (facts->n_rows - first, PER_PAGE);

  for (gsize i = 0; i < n; i++)
    {
      KpRect row = { area->x, area->y + (KpLength) (i / COLUMNS) * ROW, area->width, ROW };
      KpRect cell = kp_rect_cell (&row, COLUMNS, 1, (guint) (i % COLUMNS), 0);

      kp_sheet_begin_tag (sheet, KP_TAG_SECTION);
      kp_sheet_rect (sheet, &cell, RULE);
      draw_person (sheet, facts, first + i, &cell);
      kp_sheet_end_tag (sheet);
    }
}

/* Below the last row of the last page. */
static void
draw_end (KpSheet *sheet, const KpFacesFacts *facts, gsize n_cells, KpRect area)
{
  KpRect counts;

  (void) kp_rect_cut_top (&area, (KpLength) ((n_cells + COLUMNS - 1) / COLUMNS) * ROW);
  counts = kp_rect_cut_top (&area, COUNTS);
  kp_form_text (sheet, facts->title, KP_FONT_SONG, KP_PT (10), &counts, KP_ALIGN_LEFT, facts->counts);
  kp_form_draw_signers (sheet, &area, facts->signers);
}

/**
 * kp_form_faces_draw:
 * @sheet: gets ⌈@n_rows ÷ 30⌉ pages of A4, at least one
 * @facts: borrowed; rows in the order in which they are looked for
 * @error: return location
 *
 * Appends the list: photo, seat, ticket, name and a line to sign on; counts and signers below. A photo is asked for when it is
 * drawn, so that only one is in memory.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR or what the photos' source says
 */
gboolean
kp_form_faces_draw (KpSheet *sheet, const KpFacesFacts *facts, GError **error)
{
  const guint n_pages = count_pages (facts);

  for (guint page = 0; page < n_pages; page++)
    {
      const gsize first = (gsize) page * PER_PAGE;
      KpRect area = { SIDE, TOP, 0, 0 };

      kp_sheet_add_page (sheet, KP_PAPER_A4);
      kp_paper_get_size (KP_PAPER_A4, &area.width, &area.height);
      area.width -= 2 * SIDE;
      area.height -= TOP;
      draw_head (sheet, facts, &area);
      draw_cells (sheet, facts, first, &area);
      if (page + 1 == n_pages)
        draw_end (sheet, facts, facts->n_rows - first, area);
      kp_frame_draw (sheet, facts->frame, area.x, area.x + area.width, page, n_pages);
    }
  return kp_sheet_check (sheet, error);
}
