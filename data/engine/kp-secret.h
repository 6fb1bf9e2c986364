/* kp-secret.h – passwords and PINs as the record keeps them: Argon2id, never the secret itself.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kp_secret_dup_hash (const char *secret, GError **error);
gboolean kp_secret_is_of (const char *hash, const char *secret);
void kp_secret_free (char *secret);

G_END_DECLS
