/* kp-font-set-private.h – the font files behind the styles, for faces.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <hb.h>

#include "kp-font-set.h"
#include "kp-script.h"

G_BEGIN_DECLS

/* Never more files than this; a sheet keeps a face for each. */
#define KP_FONT_SET_MAX_FILES 24

hb_font_t *kp_font_set_get_font (const KpFontSet *self, guint file);
const char *kp_font_set_get_name (const KpFontSet *self, guint file);
gboolean kp_font_set_find_glyph (
    const KpFontSet *self, KpFontStyle style, gunichar c, gunichar variant, guint *file, guint32 *glyph);
gboolean kp_font_set_find_script (const KpFontSet *self, KpFontStyle style, KpScript script, guint *file);
gboolean kp_font_set_is_invisible (gunichar c);

G_END_DECLS
