/* kp-locale.h – the language that the program speaks, and where its own files lie.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kp_locale_start (void);
char *kp_locale_dup_own_folder (const char *beside, const char *installed);

G_END_DECLS
