/* kp-sheet-text.c – lines of text on a sheet, and their widths.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-flow.h"
#include "kp-font-set-private.h"
#include "kp-pdf-error.h"
#include "kp-script.h"
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
  kp_page_show_codes (kp_sheet_get_page (self), style,
                      &(KpPageRun){ run->file, run->spacing, run->x, baseline, run->codes });
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

/* Which type a character is drawn in; what emphasises it is no variant of its shape. */
static KpFontStyle
choose_font (const KpTextStyle *style, gunichar *variant)
{
  const gunichar mark = *variant;

  if (mark != KP_SCRIPT_STRONG && mark != KP_SCRIPT_EMPHASIS)
    return style->font;
  *variant = 0;
  return mark == KP_SCRIPT_STRONG ? KP_FONT_HEI : KP_FONT_KAI;
}

static KpLength
measure_character (KpSheet *self, const KpTextStyle *style, gunichar c, gunichar variant)
{
  const KpFontStyle font = choose_font (style, &variant);
  KpGlyph glyph;

  switch (kp_glyphs_find (kp_sheet_get_glyphs (self), font, c, variant, &glyph))
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

/* Adds a character to the run, and shows the run when it can't take it. FALSE when no font has it. */
static gboolean
add_character (KpSheet *self,
               const KpTextStyle *style,
               Run *run,
               KpLength baseline,
               gunichar c,
               gunichar variant,
               KpLength extra)
{
  KpLength spacing = extra + stretch_of (style, c);
  const KpFontStyle font = choose_font (style, &variant);
  KpGlyph glyph;
  KpGlyphState state = kp_glyphs_find (kp_sheet_get_glyphs (self), font, c, variant, &glyph);

  if (state == KP_GLYPH_MISSING)
    {
      fail_for_glyph (self, c);
      return FALSE;
    }
  if (state == KP_GLYPH_INVISIBLE)
    return TRUE;
  if (run->n_codes == MAX_RUN || glyph.file != run->file || spacing != run->spacing)
    show_run (self, style, run, baseline);
  run->file = glyph.file;
  run->spacing = spacing;
  run->width += advance_of (style, &glyph) + spacing;
  run_add_code (run, glyph.code);
  return TRUE;
}

/* Shows a shaped word at the run's place. FALSE when its font isn't there or lacks a character.
 *
 * What the word copies as is told once more beside it, since stacks copy wrongly from their glyphs in some readers.
 * Not so from right to left: there readers turn the letters around by themselves, this copy as well. */
static gboolean
show_word (KpSheet *self,
           const KpTextStyle *style,
           Run *run,
           KpLength baseline,
           const KpScriptUnit *unit,
           const char *text)
{
  gunichar missing = 0;
  g_autoptr (GArray) word =
      kp_glyphs_shape (kp_sheet_get_glyphs (self), style->font, unit->script, text, unit->n_bytes, &missing);
  const gboolean is_spanned = unit->script != KP_SCRIPT_ARABIC;
  KpLength start;

  show_run (self, style, run, baseline);
  start = run->x;
  if (word == NULL)
    {
      fail_for_glyph (self, missing);
      return FALSE;
    }
  if (is_spanned)
    kp_page_begin_span (kp_sheet_get_page (self), text, unit->n_bytes);
  run->spacing = 0;
  for (guint i = 0; i < word->len; i++)
    {
      const KpGlyph *glyph = &g_array_index (word, KpGlyph, i);

      if (run->n_codes == MAX_RUN)
        show_run (self, style, run, baseline);
      run->file = glyph->file;
      run->width += advance_of (style, glyph);
      run_add_code (run, glyph->code);
    }
  show_run (self, style, run, baseline);
  if (is_spanned)
    kp_page_end_span (kp_sheet_get_page (self));
  /* A space is as wide as it was measured, whatever font it comes from. */
  if (*text == ' ')
    run->x = start + measure_character (self, style, ' ', 0);
  return TRUE;
}

/* Is unit I + 1 the next syllable of WORD? */
static gboolean
follows (GArray *units, guint i, const KpScriptUnit *word)
{
  const KpScriptUnit *next = i + 1 < units->len ? &g_array_index (units, KpScriptUnit, i + 1) : NULL;

  return next != NULL && word->script == KP_SCRIPT_TIBETAN && next->script == word->script &&
         next->offset == word->offset + word->n_bytes;
}

/* A line with words that are shaped, in the order in which they stand. */
static void
show_mixed (KpSheet *self,
            const KpTextStyle *style,
            Run *run,
            KpLength baseline,
            const char *text,
            gsize n_bytes,
            KpLength extra)
{
  g_autoptr (GArray) units = kp_script_split (text, n_bytes);
  gboolean is_shown = TRUE;

  for (guint i = 0; i < units->len && is_shown; i++)
    {
      KpScriptUnit unit = g_array_index (units, KpScriptUnit, i);
      const char *own = text + unit.offset;

      if (unit.script == KP_SCRIPT_PLAIN)
        {
          gunichar variant = 0;
          gunichar c = kp_glyphs_read (&own, &variant);

          is_shown =
              add_character (self, style, run, baseline, unit.level % 2 == 0 ? c : kp_script_mirror (c), variant, extra);
          continue;
        }
      while (extra == 0 && follows (units, i, &unit))
        unit.n_bytes += g_array_index (units, KpScriptUnit, ++i).n_bytes;
      is_shown = show_word (self, style, run, baseline, &unit, own);
      run->x += extra;
    }
}

static void
show_text (KpSheet *self,
           const KpTextStyle *style,
           Run *run,
           KpLength baseline,
           const char *text,
           const char *end,
           KpLength extra)
{
  if (kp_script_needs_shaping (text, (gsize) (end - text)))
    show_mixed (self, style, run, baseline, text, (gsize) (end - text), extra);
  else
    while (text < end)
      {
        gunichar variant = 0;
        gunichar c = kp_glyphs_read (&text, &variant);

        if (!add_character (self, style, run, baseline, c, variant, extra))
          return;
      }
  show_run (self, style, run, baseline);
}

/**
 * kp_sheet_text_spaced:
 * @self: a sheet with a page
 * @style: kind of type, size, pitch and ink
 * @x: left edge of the first character
 * @baseline: of the line
 * @text: UTF-8
 * @n_bytes: of @text, or -1 for all
 * @extra: added after each character, and after each word of a script that is shaped
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

  if (kp_sheet_get_drawable (self) == NULL)
    return;
  kp_sheet_begin_tag (self, KP_TAG_PARAGRAPH);
  show_text (self, style, &(Run){ .x = x }, baseline, text, end, extra);
  kp_sheet_end_tag (self);
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
 * kp_sheet_measure_unit:
 * @self: a sheet
 * @style: kind of type and size; the pitch is not counted
 * @text: one unit of kp_script_read_unit()
 * @n_bytes: of @text
 *
 * Returns: its width; what no font has counts as one em.
 */
KpLength
kp_sheet_measure_unit (KpSheet *self, const KpTextStyle *style, const char *text, gsize n_bytes)
{
  KpScript script = kp_script_of (g_utf8_get_char (text));
  g_autoptr (GArray) word = NULL;
  gunichar missing = 0;
  KpLength width = 0;
  gunichar c;

  if (script == KP_SCRIPT_PLAIN)
    {
      c = kp_glyphs_read (&text, &missing);
      return measure_character (self, style, c, missing);
    }
  word = kp_glyphs_shape (kp_sheet_get_glyphs (self), style->font, script, text, n_bytes, &missing);
  for (guint i = 0; word != NULL && i < word->len; i++)
    width += advance_of (style, &g_array_index (word, KpGlyph, i));
  return word != NULL ? width : style->size;
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
  const char *end = text != NULL ? text + strlen (text) : NULL;
  KpLength width = 0;

  while (text != NULL && text < end)
    {
      KpScript script = KP_SCRIPT_PLAIN;
      gsize n_bytes = kp_script_read_unit (text, end, &script);
      gunichar c = g_utf8_get_char (text);

      width += kp_sheet_measure_unit (self, style, text, n_bytes);
      if (script == KP_SCRIPT_PLAIN && !kp_font_set_is_invisible (c))
        width += stretch_of (style, c);
      text += n_bytes;
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
