/* kp-form-record.c – papers about one person: cells that the record fills, opinions that are signed, over pages.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A part is never torn. Where each part stands is decided before anything is drawn, so that the foot knows its pages. */

#include "kp-form-record.h"

#include "kp-frame.h"

#define HAIR KP_PT (0.5)
#define ROW KP_MM (9)
#define BAND KP_MM (7)
#define LABEL KP_MM (23)
#define PAD KP_MM (1.6)
#define TEXT_SIZE KP_PT (10)
#define TEXT_LEADING KP_PT (15)
#define TITLE KP_MM (14)
#define SUBTITLE KP_MM (7)
#define PHOTO_WIDTH KP_MM (34)
#define PHOTO_ROWS 5

static const KpMargins margins = { KP_MM (18), KP_MM (15), KP_MM (26), KP_MM (18) };

static const KpBlockStyle text_style = {
  .text = { .font = KP_FONT_SONG, .size = TEXT_SIZE, .ink = KP_INK_BLACK },
  .leading = TEXT_LEADING,
  .align = KP_ALIGN_LEFT,
};

static guint
get_weight (const KpRecordField *field)
{
  return field->weight == 0 ? 1 : field->weight;
}

static guint
sum_weights (const KpRecordPart *part)
{
  guint sum = 0;

  for (guint i = 0; i < part->n_fields; i++)
    sum += get_weight (&part->fields[i]);
  return sum;
}

/* Cuts the next of a part's cells off REST. */
static KpRect
cut_field (const KpRecordPart *part,
           guint               index,
           KpLength            width,
           KpRect             *rest)
{
  const KpLength share = width / (KpLength) sum_weights (part) * (KpLength) get_weight (&part->fields[index]);

  return kp_rect_cut_left (rest, index + 1 == part->n_fields ? rest->width : share);
}

static KpLength
measure_row (KpSheet            *sheet,
             const KpRecordPart *part,
             KpLength            width)
{
  KpRect rest = { 0, 0, width, 0 };
  KpLength height = BAND;

  for (guint i = 0; !part->is_top && i < part->n_fields; i++)
    {
      const KpRect cell = cut_field (part, i, width, &rest);
      const char *value = part->fields[i].value;

      if (value != NULL && *value != '\0')
        height = MAX (height, kp_text_measure_block (sheet, &text_style, cell.width - 2 * PAD, value) + 2 * PAD);
    }
  return height;
}

static KpLength
measure_text (KpSheet            *sheet,
              const KpRecordPart *part,
              KpLength            width)
{
  const KpLength room = MAX (ROW, (KpLength) part->lines * TEXT_LEADING + 2 * PAD);
  const KpLength text = part->text == NULL ? 0
                                           : kp_text_measure_block (sheet, &text_style, width - LABEL - 2 * PAD, part->text)
                                                 + 2 * PAD;

  return MAX (room, text) + kp_form_measure_signers (part->signers);
}

static KpLength
measure_part (KpSheet            *sheet,
              const KpRecordPart *part,
              KpLength            width)
{
  switch (part->kind)
    {
    case KP_RECORD_TEXT:
      return measure_text (sheet, part, width);
    case KP_RECORD_HEADING:
      return BAND;
    case KP_RECORD_ROW:
      return measure_row (sheet, part, width);
    case KP_RECORD_FIELDS:
    default:
      return ROW;
    }
}

static void
draw_row (KpSheet             *sheet,
          const KpRecordFacts *facts,
          const KpRecordPart  *part,
          const KpRect        *box)
{
  KpRect rest = *box;

  for (guint i = 0; i < part->n_fields; i++)
    {
      const KpRect cell = cut_field (part, i, box->width, &rest);
      const KpRect inner = kp_rect_inset (&cell, PAD, 0);
      const char *value = part->fields[i].value;
      KpRect text = inner;

      if (part->is_top)
        kp_sheet_fill (sheet, &cell, KP_INK_LIGHT);
      kp_sheet_rect (sheet, &cell, HAIR);
      kp_sheet_set_place (sheet, facts->place);
      if (part->is_top)
        kp_form_text (sheet, facts->place, KP_FONT_HEI, KP_PT (9.5), &inner, KP_ALIGN_CENTRE, value);
      if (part->is_top || value == NULL || *value == '\0')
        continue;
      (void) kp_rect_cut_top (&text, (text.height - kp_text_measure_block (sheet, &text_style, text.width, value)) / 2);
      (void) kp_text_draw_block (sheet, &text_style, &text, value);
    }
}

static void
draw_text (KpSheet             *sheet,
           const KpRecordFacts *facts,
           const KpRecordPart  *part,
           const KpRect        *box)
{
  KpRect rest = *box;
  const KpRect head = kp_rect_cut_left (&rest, LABEL);
  const KpRect head_text = kp_rect_inset (&head, KP_MM (0.8), 0);
  KpRect inner = kp_rect_inset (&rest, PAD, PAD);
  KpRect signs = inner;

  kp_sheet_fill (sheet, &head, KP_INK_LIGHT);
  kp_sheet_rect (sheet, &head, HAIR);
  kp_sheet_rect (sheet, &rest, HAIR);
  kp_form_text (sheet, facts->place, KP_FONT_HEI, KP_PT (9.5), &head_text, KP_ALIGN_CENTRE, part->label);
  kp_sheet_set_place (sheet, facts->place);
  if (part->text != NULL)
    (void) kp_text_draw_block (sheet, &text_style, &inner, part->text);
  (void) kp_rect_cut_top (&signs, rest.height - kp_form_measure_signers (part->signers) - 2 * PAD);
  kp_form_draw_signers (sheet, &signs, part->signers);
}

static void
draw_part (KpSheet             *sheet,
           const KpRecordFacts *facts,
           const KpRecordPart  *part,
           const KpRect        *box)
{
  const KpTextStyle style = kp_form_style (KP_FONT_SONG, KP_PT (10.5));
  KpRect rest = *box;

  switch (part->kind)
    {
    case KP_RECORD_TEXT:
      draw_text (sheet, facts, part, box);
      break;
    case KP_RECORD_HEADING:
      kp_sheet_rect (sheet, box, HAIR);
      kp_form_text (sheet, facts->place, KP_FONT_HEI, KP_PT (10.5), box, KP_ALIGN_CENTRE, part->text);
      break;
    case KP_RECORD_ROW:
      draw_row (sheet, facts, part, box);
      break;
    case KP_RECORD_FIELDS:
    default:
      for (guint i = 0; i < part->n_fields; i++)
        {
          const KpRect cell = cut_field (part, i, box->width, &rest);

          kp_form_draw_field (sheet, facts->place, &cell, LABEL, part->fields[i].label, &style, KP_ALIGN_CENTRE,
                              part->fields[i].value);
        }
      break;
    }
}

/* Where a part stands. */
typedef struct
{
  guint  page; /* from 0 */
  KpRect box;
} Place;

static KpRect
get_area (guint page)
{
  KpRect area = kp_paper_inset (KP_PAPER_A4, &margins);

  (void) kp_rect_cut_top (&area, page == 0 ? TITLE + SUBTITLE : 0);
  return area;
}

/* The rows beside the photo are short ones of labelled cells, which the form's facts begin with. */
static Place *
lay_out (KpSheet             *sheet,
         const KpRecordFacts *facts,
         KpLength             note,
         guint               *n_pages)
{
  Place *places = g_new0 (Place, facts->n_parts + 1);
  KpRect rest = get_area (0);
  guint page = 0;

  for (gsize i = 0; i < facts->n_parts; i++)
    {
      const KpLength aside = facts->has_photo && i < PHOTO_ROWS ? PHOTO_WIDTH : 0;
      const KpLength height = measure_part (sheet, &facts->parts[i], rest.width - aside);
      /* The heading of a table stays with its first row, the note with the last part. */
      const gboolean is_head = facts->parts[i].is_top || facts->parts[i].kind == KP_RECORD_HEADING;
      const KpLength needed = height + (is_head ? 2 * ROW : 0) + (i + 1 == facts->n_parts ? note : 0);

      if (needed > rest.height && rest.height < get_area (page).height)
        rest = get_area (++page);
      places[i].page = page;
      places[i].box = kp_rect_cut_top (&rest, MIN (height, rest.height));
      places[i].box.width -= aside;
    }
  *n_pages = page + 1;
  return places;
}

static void
draw_head (KpSheet             *sheet,
           const KpRecordFacts *facts)
{
  const KpTextStyle style = kp_form_style (KP_FONT_SONG, KP_PT (10.5));
  KpRect rest = kp_paper_inset (KP_PAPER_A4, &margins);
  const KpRect title = kp_rect_cut_top (&rest, TITLE);
  const KpRect line = kp_rect_cut_top (&rest, SUBTITLE);

  kp_form_text (sheet, facts->place, KP_FONT_TITLE, KP_PT (18), &title, KP_ALIGN_CENTRE, facts->title);
  kp_text_draw_fitted (sheet, &style, &line, KP_ALIGN_LEFT, KP_FIT_SHRINK, facts->subtitle);
  kp_text_draw_fitted (sheet, &style, &line, KP_ALIGN_RIGHT, KP_FIT_SHRINK, facts->subtitle_right);
}

static void
draw_photo (KpSheet             *sheet,
            const KpRecordFacts *facts)
{
  KpRect area = get_area (0);
  const KpRect box = { area.x + area.width - PHOTO_WIDTH, area.y, PHOTO_WIDTH, PHOTO_ROWS * ROW };

  if (facts->has_photo)
    kp_form_draw_photo (sheet, &box, facts->photo);
}

/**
 * kp_form_record_draw:
 * @sheet: gets the pages
 * @facts: borrowed; with a photo the first five parts are rows of cells
 * @error: return location
 *
 * Appends the paper of one person, with pages of its own.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR (a character without a glyph, a part higher than a page)
 */
gboolean
kp_form_record_draw (KpSheet             *sheet,
                     const KpRecordFacts *facts,
                     GError             **error)
{
  const KpFrame frame = { .kind = KP_FRAME_LIST, .scheme_digest = facts->scheme_digest, .list_digest = facts->digest,
                          .digest_label = "本表摘要", .journal_head = facts->journal_head, .code = facts->qr };
  const KpRect area = kp_paper_inset (KP_PAPER_A4, &margins);
  const KpLength note
      = facts->note != NULL ? kp_text_measure_block (sheet, &text_style, area.width, facts->note) + PAD : 0;
  guint n_pages = 0;
  g_autofree Place *places = lay_out (sheet, facts, note, &n_pages);

  for (guint page = 0; page < n_pages; page++)
    {
      KpRect last = area;

      kp_sheet_add_page (sheet, KP_PAPER_A4);
      if (page == 0)
        draw_head (sheet, facts);
      if (page == 0)
        draw_photo (sheet, facts);
      for (gsize i = 0; i < facts->n_parts; i++)
        if (places[i].page == page)
          {
            draw_part (sheet, facts, &facts->parts[i], &places[i].box);
            last = places[i].box;
          }
      last = (KpRect) { area.x, last.y + last.height + PAD, area.width, note };
      kp_sheet_set_place (sheet, facts->place);
      if (page + 1 == n_pages && facts->note != NULL)
        (void) kp_text_draw_block (sheet, &text_style, &last, facts->note);
      kp_frame_draw (sheet, &frame, area.x, area.x + area.width, page, n_pages);
    }
  return kp_sheet_check (sheet, error);
}
