/* kp-ink.h – how far the ink of a glyph reaches up and down.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

/* Highest and lowest ink over the baseline in font units; FALSE for a glyph without ink. */
gboolean kp_ink_measure (hb_font_t *font, guint32 glyph, gint *top, gint *bottom);

G_END_DECLS
