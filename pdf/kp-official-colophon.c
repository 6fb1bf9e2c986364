/* kp-official-colophon.c – 版记: copies, printer and date at the very end of a paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GB/T 9704-2012, 7.4: size 4, one character in from each side, between lines as wide as the type area; the last line
 * lies on its lower edge. Of a letter (10.1) only the copies remain, without lines. */

#include "kp-official-private.h"

#define SIZE KP_PT (14)
#define OUTER_LINE KP_MM (0.35)
#define INNER_LINE KP_MM (0.25)
#define PRINTED "印发"

typedef struct
{
  const char *label;
  const char *text;
} Entry;

static KpTextStyle
colophon_style (const KpOfficialGrid *grid)
{
  return (KpTextStyle){ grid->layout->body_font, SIZE, 0, KP_INK_BLACK };
}

/* Further lines begin under the first name. */
static KpFlow *
break_entry (const KpOfficialGrid *grid, const Entry *entry)
{
  KpTextStyle style = colophon_style (grid);
  KpBlockStyle block = { .text = style, .align = KP_ALIGN_JUSTIFY };
  g_autofree char *text = g_strdup_printf ("%s%s。", entry->label, entry->text);

  block.rest_indent = kp_sheet_measure (grid->sheet, &style, entry->label);
  return kp_text_break_block (grid->sheet, &block, KP_OFFICIAL_WIDTH - 2 * SIZE, text);
}

static void
fill_entries (const KpOfficialColophon *colophon, Entry entries[2])
{
  entries[0] = (Entry){ "主送：", colophon->addressees };
  entries[1] = (Entry){ "抄送：", colophon->copies };
}

static gboolean
has_printer (const KpOfficialColophon *colophon, gboolean is_letter)
{
  return !is_letter && (colophon->printer != NULL || colophon->date != NULL);
}

/**
 * kp_official_colophon_count_lines:
 * @grid: of the paper
 * @colophon: what stands in it
 * @is_letter: without printer and date
 *
 * Returns: the lines of the grid that it takes.
 */
guint
kp_official_colophon_count_lines (const KpOfficialGrid *grid,
                                  const KpOfficialColophon *colophon,
                                  gboolean is_letter)
{
  Entry entries[2];
  guint n = has_printer (colophon, is_letter) ? 1 : 0;

  fill_entries (colophon, entries);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (KpFlow) flow = entries[i].text != NULL ? break_entry (grid, &entries[i]) : NULL;

      n += flow != NULL ? kp_flow_get_n_lines (flow) : 0;
    }
  return n;
}

static void
draw_rule (const KpOfficialGrid *grid, KpLength y, KpLength thickness)
{
  kp_sheet_line (grid->sheet, KP_OFFICIAL_LEFT, y, KP_OFFICIAL_LEFT + KP_OFFICIAL_WIDTH, y, thickness);
}

static void
draw_printer (const KpOfficialGrid *grid, const KpOfficialColophon *colophon, KpLength top)
{
  KpTextStyle style = colophon_style (grid);
  KpLength baseline = kp_paper_centre_baseline (top, grid->leading, SIZE);
  g_autofree char *date =
      colophon->date != NULL ? g_strconcat (colophon->date, PRINTED, NULL) : NULL;

  kp_sheet_text (grid->sheet, &style, KP_OFFICIAL_LEFT + SIZE, baseline, colophon->printer);
  if (date != NULL)
    kp_sheet_text (grid->sheet, &style,
                   KP_OFFICIAL_LEFT + KP_OFFICIAL_WIDTH - SIZE - kp_sheet_measure (grid->sheet, &style, date),
                   baseline, date);
}

/**
 * kp_official_colophon_draw:
 * @grid: of the paper
 * @colophon: what stands in it
 * @is_letter: without lines, printer and date
 *
 * Draws it so that it ends with the type area.
 */
void
kp_official_colophon_draw (const KpOfficialGrid *grid, const KpOfficialColophon *colophon, gboolean is_letter)
{
  KpTextStyle style = colophon_style (grid);
  KpLength bottom = KP_OFFICIAL_TOP + KP_OFFICIAL_HEIGHT;
  guint n_lines = kp_official_colophon_count_lines (grid, colophon, is_letter);
  KpLength y = bottom - (KpLength) n_lines * grid->leading;
  Entry entries[2];

  fill_entries (colophon, entries);
  if (!is_letter)
    draw_rule (grid, y, OUTER_LINE);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (KpFlow) flow = entries[i].text != NULL ? break_entry (grid, &entries[i]) : NULL;

      for (guint k = 0; flow != NULL && k < kp_flow_get_n_lines (flow); k++, y += grid->leading)
        kp_text_draw_line (grid->sheet, &style, flow, k, KP_OFFICIAL_LEFT + SIZE,
                           kp_paper_centre_baseline (y, grid->leading, SIZE));
    }
  if (has_printer (colophon, is_letter))
    {
      if (n_lines > 1)
        draw_rule (grid, y, INNER_LINE);
      draw_printer (grid, colophon, y);
    }
  if (!is_letter)
    draw_rule (grid, bottom, OUTER_LINE);
}
