/* kp-sealed-box.h – bytes that only a passphrase opens, and signatures over bytes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KP_SEALED_BOX_HEAD_SIZE 116
#define KP_SEALED_BOX_MAX_SIZE (64 * 1024 * 1024)
#define KP_SEALED_BOX_MIN_PASSPHRASE 8 /* characters */
#define KP_SIGNATURE_SIZE 64

/* What a guess of the passphrase costs (Argon2id); written in the head of the box and bounded when read. */
typedef struct
{
  guint32 passes;
  guint32 memory; /* KiB */
} KpSealedCost;

extern const KpSealedCost kp_sealed_cost_usual;
extern const KpSealedCost kp_sealed_cost_least;

/* The key that a passphrase gives with the salt of one box: making it is what costs. Never changes, so that any thread may
 * use it. */
typedef struct _KpSealedKey KpSealedKey;

KpSealedKey *kp_sealed_key_new (const char *passphrase, const KpSealedCost *cost, GError **error);
KpSealedKey *kp_sealed_key_new_for (GBytes *box, const char *passphrase, GError **error);
KpSealedKey *kp_sealed_key_ref (KpSealedKey *key);
void kp_sealed_key_unref (KpSealedKey *key);

gboolean kp_sealed_box_is_one (gconstpointer head, gsize n);
gboolean kp_sealed_box_check (GBytes *box, GError **error);
GBytes *kp_sealed_box_close (KpSealedKey *key, GBytes *plain, GError **error);
GBytes *kp_sealed_box_open (KpSealedKey *key, GBytes *box, GError **error);

/* Ed25519; keys as hex digits. */
void kp_signature_make_keys (char **sign_key, char **verify_key);
gboolean kp_signature_make (const char *sign_key, gconstpointer bytes, gsize n, guint8 signature[KP_SIGNATURE_SIZE]);
gboolean
kp_signature_is_good (const char *verify_key, gconstpointer bytes, gsize n, const guint8 signature[KP_SIGNATURE_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpSealedKey, kp_sealed_key_unref)

G_END_DECLS
