/* kp-official-head.c – 版头: the red organ mark, number, signers and red lines above the title.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GB/T 9704-2012, 7.2 and 10.1. Its distances are between what a ruler finds on the paper, so they are taken from the
 * ink of the characters, not from their squares:
 *
 *   paper   upper edge of the type area ─ 35 mm ─ mark ─ 2 lines ─ number ─ 4 mm ─ red line ─ 2 lines ─ title
 *   letter  upper edge of the page ─ 30 mm ─ mark ─ 4 mm ─ ═══ ─ 7/8 character ─ number ─ 2 lines ─ title */

#include "kp-official-private.h"

#define MARK_DROP KP_MM (35)
#define LETTER_MARK_DROP KP_MM (30)
#define RED_LINE_DROP KP_MM (4)
#define RED_LINE KP_PT (1)

/* Double lines of a letter: 170 mm long; the thick one outside, as their edges are what is measured. */
#define LETTER_LINE_WIDTH KP_MM (170)
#define LETTER_LINE_RISE KP_MM (20) /* of the lower pair above the lower edge of the page */
#define THICK KP_PT (2.25)
#define THIN KP_PT (0.75)
#define GAP KP_PT (1.5)
#define LETTER_ELEMENT_DROP KP_PT (14) /* 7/8 of a character of size 3 */

#define LINES_BELOW_MARK 2
#define LINES_ABOVE_TITLE 2
#define SIGNERS_PER_LINE 2
#define SIGNER_WORD "签发人："

/* A mark of one line may be as high as the space allows; one that must be smaller than this takes two lines. */
#define MARK_ONE_LINE_LEAST KP_PT (32)
#define MARK_LEADING_PERCENT 135
#define MARK_WORD_GAP_PERCENT 30

/* Only a name that is too long for its lines gets smaller than KP_OFFICIAL_MARK_LEAST. */
#define MARK_SHRUNK_LEAST KP_PT (14)

typedef struct
{
  const KpOfficialGrid *grid;
  const KpOfficialHead *head;
  gboolean draws;
} Lay;

static KpLength
page_middle (void)
{
  return KP_OFFICIAL_LEFT + KP_OFFICIAL_WIDTH / 2;
}

static void
put (const Lay *lay, const KpTextStyle *style, KpLength x, KpLength baseline, const char *text)
{
  if (lay->draws)
    kp_sheet_text (lay->grid->sheet, style, x, baseline, text);
}

static KpTextStyle
mark_style (KpLength size)
{
  return (KpTextStyle){ KP_FONT_TITLE, size, 0, KP_INK_RED };
}

static KpLength
mark_leading (KpLength size)
{
  return (KpLength) ((gint64) size * MARK_LEADING_PERCENT / 100);
}

/* Does the first of two lines end inside a word? */
static gboolean
is_cut (const KpFlow *flow, const char *text)
{
  KpFlowLine first;

  if (kp_flow_get_n_lines (flow) != 2)
    return FALSE;
  kp_flow_get_line (flow, 0, &first);
  return kp_text_cuts_word (text, text + first.n_bytes);
}

/* The lines of one organ's mark at the greatest size that suits: one line while it can be high, else two. */
static KpFlow *
break_single (const Lay *lay, KpLength *size)
{
  g_autofree char *text = g_strconcat (lay->head->organs[0], lay->head->word, NULL);

  for (;; *size -= KP_OFFICIAL_MARK_STEP)
    {
      KpTextStyle style = mark_style (*size);
      g_autoptr (KpFlow) flow = kp_text_break_title (lay->grid->sheet, &style, KP_OFFICIAL_WIDTH, text);
      guint allowed = *size >= MARK_ONE_LINE_LEAST ? 1 : 2;

      if (*size <= MARK_SHRUNK_LEAST || (kp_flow_get_n_lines (flow) <= allowed && !is_cut (flow, text)))
        return g_steal_pointer (&flow);
    }
}

/* From the upper edge of the ink TOP; gives its lower edge. */
static KpLength
lay_single (const Lay *lay, KpLength size, KpLength top)
{
  g_autoptr (KpFlow) flow = break_single (lay, &size);
  KpTextStyle style = mark_style (size);
  KpLength baseline = top;
  KpLength below = 0;

  for (guint i = 0; i < kp_flow_get_n_lines (flow); i++)
    {
      KpFlowLine line;
      g_autofree char *text = NULL;
      KpLength above = 0;

      kp_flow_get_line (flow, i, &line);
      text = g_strndup (line.text, line.n_bytes);
      kp_sheet_measure_ink (lay->grid->sheet, &style, text, &above, &below);
      baseline += i == 0 ? above : mark_leading (size);
      put (lay, &style, page_middle () - line.width / 2, baseline, text);
    }
  return baseline + below;
}

static KpLength
widest (const Lay *lay, const KpTextStyle *style)
{
  KpLength width = 0;

  for (guint i = 0; lay->head->organs[i] != NULL; i++)
    width = MAX (width, kp_sheet_measure (lay->grid->sheet, style, lay->head->organs[i]));
  return width;
}

/* 7.2.4: organs that issue together stand below one another, spread to one width; “文件” at their right, in the
 * middle of their height. */
static KpLength
lay_joint (const Lay *lay, KpLength size, KpLength top)
{
  KpSheet *sheet = lay->grid->sheet;
  KpTextStyle style = mark_style (size);
  KpLength word = 0;
  KpLength gap = 0;
  KpLength width;
  KpLength above = 0;
  KpLength below = 0;
  guint n = g_strv_length ((char **) lay->head->organs);
  KpRect line;

  for (;; style.size -= KP_OFFICIAL_MARK_STEP)
    {
      word = lay->head->word != NULL ? kp_sheet_measure (sheet, &style, lay->head->word) : 0;
      gap = word > 0 ? (KpLength) ((gint64) style.size * MARK_WORD_GAP_PERCENT / 100) : 0;
      width = widest (lay, &style);
      if (width + gap + word <= KP_OFFICIAL_WIDTH || style.size <= MARK_SHRUNK_LEAST)
        break;
    }
  kp_sheet_measure_ink (sheet, &style, lay->head->organs[0], &above, &below);
  line = (KpRect){ page_middle () - (width + gap + word) / 2, 0, width, style.size };
  line.y = top + above - kp_paper_centre_baseline (0, line.height, style.size);
  for (guint i = 0; i < n; i++, line.y += mark_leading (style.size))
    if (lay->draws)
      kp_text_draw_fitted (sheet, &style, &line, KP_ALIGN_SPREAD, KP_FIT_EXACT, lay->head->organs[i]);
  if (lay->head->word != NULL)
    put (lay, &style, line.x + width + gap,
         top + above + (KpLength) (n - 1) * mark_leading (style.size) / 2, lay->head->word);
  kp_sheet_measure_ink (sheet, &style, lay->head->organs[n - 1], &above, &below);
  return line.y - mark_leading (style.size) + kp_paper_centre_baseline (0, line.height, style.size) + below;
}

static KpLength
lay_mark (const Lay *lay, KpLength size, KpLength top)
{
  return lay->head->organs[1] == NULL ? lay_single (lay, size, top) : lay_joint (lay, size, top);
}

/* 7.2.1 to 7.2.3: flush left from the first line of the type area on, in the order of the standard. */
static guint
lay_elements (const Lay *lay, KpLength baseline)
{
  const char *const texts[] = { lay->head->copy, lay->head->secrecy, lay->head->urgency };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      KpTextStyle style =
          kp_official_grid_get_style (lay->grid, i == 0 ? lay->grid->layout->body_font : KP_FONT_HEI);

      if (texts[i] != NULL)
        put (lay, &style, KP_OFFICIAL_LEFT, baseline + (KpLength) n++ * lay->grid->leading, texts[i]);
    }
  return n;
}

static const char *
first_element (const KpOfficialHead *head)
{
  return head->copy != NULL ? head->copy : head->secrecy != NULL ? head->secrecy : head->urgency;
}

/* 7.2.6: two names to a line, the last line level with the number; gives the last line's number, from 0. */
static guint
lay_signers (const Lay *lay, KpLength top)
{
  const KpOfficialGrid *grid = lay->grid;
  KpTextStyle word = kp_official_grid_get_style (grid, grid->layout->body_font);
  KpTextStyle name = kp_official_grid_get_style (grid, KP_FONT_KAI);
  guint n = g_strv_length ((char **) lay->head->signers);
  KpLength column = 0;
  KpLength x;

  for (guint i = 0; i < n; i++)
    column = MAX (column, kp_sheet_measure (grid->sheet, &name, lay->head->signers[i]) + grid->pitch);
  x = KP_OFFICIAL_LEFT + KP_OFFICIAL_WIDTH - (KpLength) MIN (n, SIGNERS_PER_LINE) * column;
  for (guint i = 0; i < n; i++)
    {
      KpLength baseline = kp_paper_centre_baseline (
          top + (KpLength) (i / SIGNERS_PER_LINE) * grid->leading, grid->leading, name.size);

      if (i == 0)
        put (lay, &word, x - kp_sheet_measure (grid->sheet, &word, SIGNER_WORD), baseline, SIGNER_WORD);
      put (lay, &name, x + (KpLength) (i % SIGNERS_PER_LINE) * column, baseline, lay->head->signers[i]);
    }
  return n == 0 ? 0 : (n - 1) / SIGNERS_PER_LINE;
}

/* 7.2.5: in the middle, or in a paper to a higher organ at the left, one character in, level with the last signer.
 * Gives the lower edge of its ink. */
static KpLength
lay_number (const Lay *lay, KpLength top)
{
  const KpOfficialGrid *grid = lay->grid;
  KpTextStyle style = kp_official_grid_get_style (grid, grid->layout->body_font);
  gboolean is_upward = lay->head->signers != NULL && lay->head->signers[0] != NULL;
  KpLength baseline = kp_paper_centre_baseline (top, grid->leading, style.size);
  KpLength above = 0;
  KpLength below = 0;
  KpLength x;

  if (is_upward)
    baseline += (KpLength) lay_signers (lay, top) * grid->leading;
  if (lay->head->number == NULL)
    return baseline + style.size / 8;
  x = is_upward ? KP_OFFICIAL_LEFT + grid->pitch
                : page_middle () - kp_sheet_measure (grid->sheet, &style, lay->head->number) / 2;
  put (lay, &style, x, baseline, lay->head->number);
  kp_sheet_measure_ink (grid->sheet, &style, lay->head->number, &above, &below);
  return baseline + below;
}

static void
draw_red (const Lay *lay, KpLength width, KpLength top, KpLength thickness)
{
  KpRect line = { page_middle () - width / 2, top, width, thickness };

  if (lay->draws)
    kp_sheet_fill (lay->grid->sheet, &line, KP_INK_RED);
}

static KpLength
lay_paper (const Lay *lay, KpLength size)
{
  const KpOfficialGrid *grid = lay->grid;
  KpLength bottom = lay_mark (lay, size, KP_OFFICIAL_TOP + MARK_DROP);
  KpLength line;

  (void) lay_elements (lay, kp_paper_centre_baseline (KP_OFFICIAL_TOP, grid->leading, grid->layout->body_size));
  if (lay->head->number != NULL || lay->head->signers != NULL)
    bottom = lay_number (lay, bottom + LINES_BELOW_MARK * grid->leading);
  line = bottom + RED_LINE_DROP;
  draw_red (lay, KP_OFFICIAL_WIDTH, line, RED_LINE);
  return line + RED_LINE + LINES_ABOVE_TITLE * grid->leading;
}

/* The page is 210 mm wide: the lines stand in the middle of the paper, not of the type area. */
static void
draw_pair (const Lay *lay, KpLength top, gboolean is_thick_first)
{
  KpLength x = (KP_MM (210) - LETTER_LINE_WIDTH) / 2;
  KpRect first = { x, top, LETTER_LINE_WIDTH, is_thick_first ? THICK : THIN };
  KpRect second = { x, top + first.height + GAP, LETTER_LINE_WIDTH, is_thick_first ? THIN : THICK };

  if (!lay->draws)
    return;
  kp_sheet_fill (lay->grid->sheet, &first, KP_INK_RED);
  kp_sheet_fill (lay->grid->sheet, &second, KP_INK_RED);
}

static KpLength
lay_letter (const Lay *lay, KpLength size)
{
  const KpOfficialGrid *grid = lay->grid;
  KpTextStyle style = kp_official_grid_get_style (grid, grid->layout->body_font);
  KpLength pair = THICK + GAP + THIN;
  KpLength top = lay_mark (lay, size, LETTER_MARK_DROP) + RED_LINE_DROP;
  const char *element = first_element (lay->head);
  KpLength bottom = top + pair;
  KpLength above = 0;
  KpLength below = 0;
  guint n;

  draw_pair (lay, top, TRUE);
  draw_pair (lay, KP_MM (297) - LETTER_LINE_RISE - pair, FALSE);
  if (lay->head->number != NULL)
    {
      kp_sheet_measure_ink (grid->sheet, &style, lay->head->number, &above, &below);
      bottom += LETTER_ELEMENT_DROP + above;
      put (lay, &style,
           KP_OFFICIAL_LEFT + KP_OFFICIAL_WIDTH - kp_sheet_measure (grid->sheet, &style, lay->head->number),
           bottom, lay->head->number);
    }
  if (element != NULL && lay->head->number == NULL)
    {
      kp_sheet_measure_ink (grid->sheet, &style, element, &above, &below);
      bottom += LETTER_ELEMENT_DROP + above;
    }
  n = lay_elements (lay, bottom);
  bottom += below + (n > 1 ? (KpLength) (n - 1) * grid->leading : 0);
  return bottom + LINES_ABOVE_TITLE * grid->leading;
}

/**
 * kp_official_head_lay:
 * @grid: of the paper
 * @head: what stands in it
 * @size: greatest height of the mark's characters; a long name gets smaller by itself
 * @draws: %FALSE only measures
 *
 * Returns: the upper edge of the line of the title.
 */
KpLength
kp_official_head_lay (const KpOfficialGrid *grid, const KpOfficialHead *head, KpLength size, gboolean draws)
{
  const Lay lay = { grid, head, draws };

  return head->is_letter ? lay_letter (&lay, size) : lay_paper (&lay, size);
}
