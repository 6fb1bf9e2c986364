/* kp-seal.h – the key under which a campaign's personal values lie in the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-sealed-box.h"

G_BEGIN_DECLS

#define KP_SEAL_KEY_SIZE 32

/* Never changes, so that any thread may use it; wiped when its last owner lets go of it. */
typedef struct _KpSeal KpSeal;

/* The text of campaign.seal: the key as it is kept, by itself or in a box that a passphrase opens. */
char *kp_seal_make_text (const guint8 key[KP_SEAL_KEY_SIZE]);
char *kp_seal_make_locked_text (const KpSeal *seal, KpSealedKey *passphrase_key, GError **error);
char *kp_seal_dup_text (const KpSeal *seal);
gboolean kp_seal_text_is_locked (const char *text);

KpSeal *kp_seal_new (const char *campaign, const char *text, const char *passphrase, GError **error);
KpSeal *kp_seal_ref (KpSeal *seal);
void kp_seal_unref (KpSeal *seal);

/* The same value of the same column (and row, where it is given) always gives the same text, so that it can be looked for and is
 * there once. */
void kp_seal_close (const KpSeal *seal, const char *table, const char *column, const char *row, const char *plain, GString *out);

/* `plain` has room for as many bytes as the sealed text. */
gboolean kp_seal_open (const KpSeal *seal, const char *table, const char *column, const char *sealed, gsize n_sealed,
                       char *plain, gsize *n_plain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpSeal, kp_seal_unref)

G_END_DECLS
