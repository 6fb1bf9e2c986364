/* kp-font-set.h – the fonts of this machine, opened once and shared by all documents.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KpFontStyle:
 * @KP_FONT_TITLE: 小标宋, for titles
 * @KP_FONT_FANGSONG: 仿宋, for the text of official papers
 * @KP_FONT_SONG: 宋体, for tables and page numbers
 * @KP_FONT_HEI: 黑体, for labels and first-level headings
 * @KP_FONT_HEI_BOLD: 粗黑, for numbers read from afar
 * @KP_FONT_KAI: 楷体, for second-level headings
 *
 * What a text is, not a file: each style is a chain of font files, and a
 * character is taken from the first one that has it.
 */
typedef enum
{
  KP_FONT_TITLE,
  KP_FONT_FANGSONG,
  KP_FONT_SONG,
  KP_FONT_HEI,
  KP_FONT_HEI_BOLD,
  KP_FONT_KAI,
  KP_FONT_N_STYLES,
} KpFontStyle;

/**
 * KpFontSet:
 *
 * Immutable after making, reference counted, may be used by several threads.
 */
typedef struct _KpFontSet KpFontSet;

/* Opens the fonts; FOLDER (nullable) is looked in before the system's folders. */
KpFontSet *kp_font_set_new (const char *folder, GError **error);

/* The same with a county's own fonts before all others: FILES[style] is a path (nullable), of a collection with
 * "#2" for its third font. */
KpFontSet *
kp_font_set_new_with_own (const char *folder, const char *const files[KP_FONT_N_STYLES], GError **error);

/* "fangsong", as settings name a style; the family that its characters come from first, or NULL. */
const char *kp_font_style_get_name (KpFontStyle style);
char *kp_font_set_dup_family (const KpFontSet *self, KpFontStyle style);
KpFontSet *kp_font_set_ref (KpFontSet *self);
void kp_font_set_unref (KpFontSet *self);

/* TRUE when a style can print a character. */
gboolean kp_font_set_has_character (const KpFontSet *self, KpFontStyle style, gunichar character);

/* The first character of TEXT that a style cannot print, or 0. */
gunichar kp_font_set_find_missing (const KpFontSet *self, KpFontStyle style, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFontSet, kp_font_set_unref)

G_END_DECLS
