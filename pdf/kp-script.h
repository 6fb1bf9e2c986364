/* kp-script.h – which parts of a line must be shaped, and in which order they stand.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KpScript:
 * @KP_SCRIPT_PLAIN: one character is one shape, from left to right
 * @KP_SCRIPT_TIBETAN: letters are stacked
 * @KP_SCRIPT_ARABIC: Uyghur, Kazakh, Kirghiz: letters join, from right to left
 * @KP_SCRIPT_MONGOLIAN: letters join; laid on their side in a line from left to right
 */
typedef enum
{
  KP_SCRIPT_PLAIN,
  KP_SCRIPT_TIBETAN,
  KP_SCRIPT_ARABIC,
  KP_SCRIPT_MONGOLIAN,
  KP_SCRIPT_N,
} KpScript;

/**
 * KpScriptUnit:
 * @offset: of the first byte
 * @n_bytes: of a plain character with its variation selector, or of a whole word (of a Tibetan syllable)
 * @script: of all of it
 * @level: of embedding; odd = from right to left
 */
typedef struct
{
  guint offset;
  guint n_bytes;
  KpScript script;
  guint8 level;
} KpScriptUnit;

/* Behind a character that is emphasised, as variation selectors that no character has: it is drawn in 黑体 or 楷体, and copied
 * as if it weren't. */
#define KP_SCRIPT_STRONG ((gunichar) 0xfe0d)
#define KP_SCRIPT_EMPHASIS ((gunichar) 0xfe0c)

KpScript kp_script_of (gunichar c);

/* FALSE for a character that a mark of emphasis would part from what belongs to it. */
gboolean kp_script_may_emphasise (const char *text);

/* TRUE when anything in a text must be shaped or turned around; quick. */
gboolean kp_script_needs_shaping (const char *text, gsize n_bytes);

/* The bytes of the unit that TEXT begins with. */
gsize kp_script_read_unit (const char *text, const char *end, KpScript *script);

/* The units of a Chinese line (KpScriptUnit) as they stand from left to right. */
GArray *kp_script_split (const char *text, gsize n_bytes);

/* What a bracket looks like in a run from right to left. */
gunichar kp_script_mirror (gunichar c);

G_END_DECLS
