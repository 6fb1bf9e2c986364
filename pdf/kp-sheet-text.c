/* kp-sheet-text.c – lines of text on a sheet, and their widths.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-flow.h"
#include "kp-font-set-private.h"
#include "kp-pdf-error.h"
#include "kp-sheet-private.h"

/* Codes in one string; libharu ends at 65,535 bytes. */
#define MAX_RUN 500

/* A run of codes that are shown by one operator. */
typedef struct
{
  char codes[MAX_RUN * 3 + 1];
  gsize n_bytes;
  guint n_codes;
  guint8 file;
  KpLength spacing;
  KpLength x;
  KpLength width;
} Run;

static void
run_add_code (Run *run, guint16 code)
{
  run->n_bytes += (gsize) g_unichar_to_utf8 (code, run->codes + run->n_bytes);
  run->n_codes++;
}

static void
show_run (KpSheet *self, const KpTextStyle *style, Run *run, KpLength baseline)
{
  if (run->n_codes == 0)
    return;

  run->codes[run->n_bytes] = '\0';
  kp_sheet_show_codes (self, style, run->file, run->spacing, run->x, baseline, run->codes);
  run->x += run->width;
  run->width = 0;
  run->n_bytes = 0;
  run->n_codes = 0;
}

static void
fail_for_glyph (KpSheet *self, gunichar c)
{
  char text[7] = { 0 };
  g_autofree char *message = NULL;

  g_unichar_to_utf8 (c, text);
  message = g_strdup_printf (
      _ ("The character %s (U+%04X) can't be printed, since none of the installed fonts has it. "
         "Install a font that has it, or correct the text."),
      text, c);
  kp_sheet_fail_at_place (self, KP_PDF_ERROR_GLYPH, message);
}

/* What a grid adds to a character of its own width. */
static KpLength
stretch_of (const KpTextStyle *style, gunichar c)
{
  return style->pitch > 0 && kp_flow_is_wide (c) ? style->pitch - style->size : 0;
}

static KpLength
advance_of (const KpTextStyle *style, const KpGlyph *glyph)
{
  return (KpLength) (((gint64) glyph->advance * style->size + 500) / 1000);
}

/**
 * kp_sheet_text_spaced:
 * @self: a sheet with a page
 * @style: kind of type, size, pitch and ink
 * @x: left edge of the first character
 * @baseline: of the line
 * @text: UTF-8
 * @n_bytes: of @text, or -1 for all
 * @extra: added after each character
 *
 * Writes one line. A character that no font has is %KP_PDF_ERROR_GLYPH.
 */
void
kp_sheet_text_spaced (KpSheet *self,
                      const KpTextStyle *style,
                      KpLength x,
                      KpLength baseline,
                      const char *text,
                      gssize n_bytes,
                      KpLength extra)
{
  const char *end = text + (n_bytes < 0 ? (gssize) strlen (text) : n_bytes);
  Run run = { .n_codes = 0, .x = x };

  if (!kp_sheet_is_drawable (self))
    return;
  while (text < end)
    {
      gunichar variant = 0;
      gunichar c = kp_glyphs_read (&text, &variant);
      KpLength spacing = extra + stretch_of (style, c);
      KpGlyph glyph;
      KpGlyphState state = kp_glyphs_find (kp_sheet_get_glyphs (self), style->font, c, variant, &glyph);

      if (state == KP_GLYPH_MISSING)
        {
          fail_for_glyph (self, c);
          return;
        }
      if (state == KP_GLYPH_INVISIBLE)
        continue;
      if (run.n_codes == MAX_RUN || glyph.file != run.file || spacing != run.spacing)
        show_run (self, style, &run, baseline);
      run.file = glyph.file;
      run.spacing = spacing;
      run.width += advance_of (style, &glyph) + spacing;
      run_add_code (&run, glyph.code);
    }
  show_run (self, style, &run, baseline);
}

/**
 * kp_sheet_text:
 * @self: a sheet with a page
 * @style: kind of type, size, pitch and ink
 * @x: left edge
 * @baseline: of the line
 * @text: (nullable): UTF-8
 *
 * Writes one line as it is, without wrapping or shrinking.
 */
void
kp_sheet_text (KpSheet *self, const KpTextStyle *style, KpLength x, KpLength baseline, const char *text)
{
  if (text != NULL)
    kp_sheet_text_spaced (self, style, x, baseline, text, -1, 0);
}

/**
 * kp_sheet_measure_character:
 * @self: a sheet
 * @style: kind of type and size; the pitch is not counted
 * @c: a character
 * @variant: its variation selector, or 0
 *
 * Returns: its width; a character that no font has counts as one em.
 */
KpLength
kp_sheet_measure_character (KpSheet *self, const KpTextStyle *style, gunichar c, gunichar variant)
{
  KpGlyph glyph;

  switch (kp_glyphs_find (kp_sheet_get_glyphs (self), style->font, c, variant, &glyph))
    {
    case KP_GLYPH_FOUND:
      return advance_of (style, &glyph);
    case KP_GLYPH_INVISIBLE:
      return 0;
    case KP_GLYPH_MISSING:
    default:
      return style->size;
    }
}

/**
 * kp_sheet_measure:
 * @self: a sheet
 * @style: kind of type, size and pitch
 * @text: (nullable): UTF-8
 *
 * Returns: the width that kp_sheet_text() takes.
 */
KpLength
kp_sheet_measure (KpSheet *self, const KpTextStyle *style, const char *text)
{
  KpLength width = 0;

  while (text != NULL && *text != '\0')
    {
      gunichar variant = 0;
      gunichar c = kp_glyphs_read (&text, &variant);

      width += kp_sheet_measure_character (self, style, c, variant);
      if (!kp_font_set_is_invisible (c))
        width += stretch_of (style, c);
    }
  return width;
}

/**
 * kp_sheet_measure_ink:
 * @self: a sheet
 * @style: kind of type and size
 * @text: UTF-8
 * @above: (out): from the baseline up to the highest ink
 * @below: (out): from the baseline down to the lowest ink
 *
 * The standard gives distances between what is seen, not between the squares of characters. A text without ink gives 0.
 */
void
kp_sheet_measure_ink (
    KpSheet *self, const KpTextStyle *style, const char *text, KpLength *above, KpLength *below)
{
  gint top = G_MININT;
  gint bottom = G_MAXINT;

  while (*text != '\0')
    {
      gunichar variant = 0;
      gunichar c = kp_glyphs_read (&text, &variant);
      gint high = 0;
      gint low = 0;

      if (!kp_glyphs_measure_ink (kp_sheet_get_glyphs (self), style->font, c, variant, &high, &low))
        continue;
      top = MAX (top, high);
      bottom = MIN (bottom, low);
    }
  *above = top == G_MININT ? 0 : (KpLength) ((gint64) top * style->size / KP_GLYPHS_EM);
  *below = bottom == G_MAXINT ? 0 : (KpLength) (-(gint64) bottom * style->size / KP_GLYPHS_EM);
}
