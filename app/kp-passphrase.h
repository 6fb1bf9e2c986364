/* kp-passphrase.h – the passphrase of a room package, out of a file or typed unseen.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kp_passphrase_read (const char *file, gboolean is_new, GError **error);
void kp_passphrase_free (char *passphrase);

G_END_DECLS
