/* kp-settings.h – what this machine's office has set: its own fonts, when the window locks itself.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-font-set.h"

G_BEGIN_DECLS

char *kp_settings_dup_path (void);

/* FILES[style] = an owned path, or NULL. */
typedef struct
{
  char *files[KP_FONT_N_STYLES];
} KpSettingsFonts;

gboolean kp_settings_load_fonts (KpSettingsFonts *fonts, GError **error);
void kp_settings_fonts_clear (KpSettingsFonts *fonts);

/* PATH NULL = none. */
gboolean kp_settings_save_font (KpFontStyle style, const char *path, GError **error);

guint kp_settings_load_lock_minutes (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpSettingsFonts, kp_settings_fonts_clear)

G_END_DECLS
