/* kp-script.c – which parts of a line must be shaped, and in which order they stand.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and addresses in Tibetan, Uyghur, Kazakh and Mongolian stand within Chinese lines. The order is that of
 * the Unicode bidirectional algorithm for a paragraph from left to right. A word is the smallest thing that is
 * shaped, broken and spaced: shaping never reaches over a space, nor in Tibetan over the dot between syllables. */

#include "kp-script.h"

#include <fribidi.h>

#define JOINER_NOT 0x200C
#define JOINER 0x200D
#define MONGOLIAN_SPACE 0x202F /* between a Mongolian word and its suffix, which it shapes */

/* The first byte of U+0590, below which no letter is shaped. */
#define LEAST_LEAD_BYTE 0xD6

/**
 * kp_script_of:
 * @c: a character
 *
 * Returns: the script it belongs to; everything that isn't shaped is plain.
 */
KpScript
kp_script_of (gunichar c)
{
  if (c < 0x600 || (c >= 0x2E80 && c < 0xFB50))
    return KP_SCRIPT_PLAIN;
  if (c <= 0x6FF || (c >= 0x750 && c <= 0x77F) || (c >= 0x8A0 && c <= 0x8FF) || (c >= 0xFB50 && c <= 0xFDFF) ||
      (c >= 0xFE70 && c <= 0xFEFC))
    return KP_SCRIPT_ARABIC;
  if (c >= 0xF00 && c <= 0xFFF)
    return KP_SCRIPT_TIBETAN;
  if ((c >= 0x1800 && c <= 0x18AF) || (c >= 0x11660 && c <= 0x1167F))
    return KP_SCRIPT_MONGOLIAN;
  return KP_SCRIPT_PLAIN;
}

/**
 * kp_script_needs_shaping:
 * @text: valid UTF-8
 * @n_bytes: of @text
 *
 * Returns: %FALSE for what can be set character by character, as nearly all
 *   texts can.
 */
gboolean
kp_script_needs_shaping (const char *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    {
      const guint8 byte = (guint8) text[i];

      if (byte >= LEAST_LEAD_BYTE && (byte < 0xE2 || byte >= 0xEF) &&
          kp_script_of (g_utf8_get_char (text + i)) != KP_SCRIPT_PLAIN)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_variation_selector (gunichar c)
{
  return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/**
 * kp_script_may_emphasise:
 * @text: valid UTF-8, not empty
 *
 * Returns: whether a mark of emphasis may stand behind its first character: behind no blank, nothing that is shaped with
 *   its neighbours, and nothing that has an accent or a variation of its own, which has no other type either.
 */
gboolean
kp_script_may_emphasise (const char *text)
{
  const gunichar c = g_utf8_get_char (text);

  return kp_script_of (c) == KP_SCRIPT_PLAIN && c != JOINER && c != JOINER_NOT && !g_unichar_isspace (c) &&
         !g_unichar_ismark (c) && !g_unichar_ismark (g_utf8_get_char (g_utf8_next_char (text)));
}

static gboolean
ends_syllable (gunichar c)
{
  return c >= 0xF0B && c <= 0xF14;
}

/* Does the character at P belong to the word of SCRIPT whose last one was BEFORE? */
static gboolean
continues (KpScript script, gunichar before, const char *p, const char *end)
{
  const gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);

  if (c == JOINER || c == JOINER_NOT)
    return TRUE;
  if (c == MONGOLIAN_SPACE)
    return script == KP_SCRIPT_MONGOLIAN && next < end && kp_script_of (g_utf8_get_char (next)) == script;
  if (kp_script_of (c) != script)
    return FALSE;
  return script != KP_SCRIPT_TIBETAN || !ends_syllable (before) || ends_syllable (c);
}

/**
 * kp_script_read_unit:
 * @text: valid UTF-8, before @end
 * @end: of the text
 * @script: (out): of the unit
 *
 * Returns: how many bytes belong together.
 */
gsize
kp_script_read_unit (const char *text, const char *end, KpScript *script)
{
  gunichar before = g_utf8_get_char (text);
  const char *p = g_utf8_next_char (text);

  *script = kp_script_of (before);
  if (*script == KP_SCRIPT_PLAIN)
    {
      if (p < end && is_variation_selector (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      return (gsize) (p - text);
    }
  for (; p < end && continues (*script, before, p, end); p = g_utf8_next_char (p))
    before = g_utf8_get_char (p);
  return (gsize) (p - text);
}

/* The level of each character, by the Unicode bidirectional algorithm. */
static FriBidiLevel *
new_levels (const char *text, gsize n_bytes)
{
  glong n_characters = 0;
  g_autofree FriBidiChar *characters = g_utf8_to_ucs4_fast (text, (glong) n_bytes, &n_characters);
  g_autofree FriBidiCharType *types = g_new0 (FriBidiCharType, n_characters + 1);
  g_autofree FriBidiBracketType *brackets = g_new0 (FriBidiBracketType, n_characters + 1);
  FriBidiLevel *levels = g_new0 (FriBidiLevel, n_characters + 1);
  FriBidiParType direction = FRIBIDI_PAR_LTR;
  const FriBidiStrIndex n = (FriBidiStrIndex) n_characters;

  fribidi_get_bidi_types (characters, n, types);
  fribidi_get_bracket_types (characters, n, types, brackets);
  /* It fails only for want of memory. */
  if (fribidi_get_par_embedding_levels_ex (types, brackets, n, &direction, levels) == 0)
    g_error ("out of memory");
  return levels;
}

static void
reverse (GArray *units, guint first, guint end)
{
  for (; first + 1 < end; first++, end--)
    {
      KpScriptUnit *a = &g_array_index (units, KpScriptUnit, first);
      KpScriptUnit *b = &g_array_index (units, KpScriptUnit, end - 1);
      const KpScriptUnit kept = *a;

      *a = *b;
      *b = kept;
    }
}

/* Rule L2: from the highest level down to 1, each row of units of that level or higher is turned around. */
static void
reorder (GArray *units, guint highest)
{
  for (guint level = highest; level > 0; level--)
    for (guint i = 0; i < units->len; i++)
      {
        guint end = i;

        while (end < units->len && g_array_index (units, KpScriptUnit, end).level >= level)
          end++;
        reverse (units, i, end);
        i = MAX (i, end);
      }
}

/**
 * kp_script_split:
 * @text: valid UTF-8, of one line
 * @n_bytes: of @text
 *
 * Returns: (transfer full): #KpScriptUnit in the order in which they stand on
 *   paper from left to right.
 */
GArray *
kp_script_split (const char *text, gsize n_bytes)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (KpScriptUnit));
  g_autofree FriBidiLevel *levels = new_levels (text, n_bytes);
  const char *end = text + n_bytes;
  glong index = 0;
  guint highest = 0;

  for (const char *p = text; p < end;)
    {
      KpScriptUnit unit = { .offset = (guint) (p - text), .level = (guint8) levels[index] };

      unit.n_bytes = (guint) kp_script_read_unit (p, end, &unit.script);
      /* Of the words' own font, so that readers take the words for one text. */
      if (*p == ' ' && unit.level % 2 == 1)
        unit.script = KP_SCRIPT_ARABIC;
      highest = MAX (highest, unit.level);
      g_array_append_val (units, unit);
      index += g_utf8_strlen (p, unit.n_bytes);
      p += unit.n_bytes;
    }
  reorder (units, highest);
  return units;
}

/**
 * kp_script_mirror:
 * @c: a character that stands in a run from right to left
 *
 * Returns: what is drawn for it: a closing bracket for an opening one.
 */
gunichar
kp_script_mirror (gunichar c)
{
  FriBidiChar mirrored = c;

  return fribidi_get_mirror_char (c, &mirrored) ? mirrored : c;
}
