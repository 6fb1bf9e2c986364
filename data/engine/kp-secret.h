/* kp-secret.h – passwords and PINs as the record keeps them: what they are checked by, never the secret itself.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kp_secret_dup_way (GError **error);
char *kp_secret_dup_answer (const char *way, const char *secret, GError **error);
char *kp_secret_dup_verifier (const char *answer, GError **error);
gboolean kp_secret_fits (const char *verifier, const char *answer);
void kp_secret_free (char *secret);

G_END_DECLS
