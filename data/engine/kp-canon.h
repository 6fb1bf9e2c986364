/* kp-canon.h – the one way in which rows become bytes, hashes, keys and journal texts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <openssl/evp.h>

#include "kp-table.h"

G_BEGIN_DECLS

#define KP_HASH_SIZE 32
#define KP_HASH_FORMAT_ROW "kaopin-row-1"
#define KP_HASH_FORMAT_JOURNAL "kaopin-journal-1"

/* A growing run of bytes and the checksum it is fed to; kept over many rows. */
typedef struct
{
  guint8 *bytes;
  gsize n;
  gsize capacity;
  EVP_MD *algorithm;
  EVP_MD_CTX *checksum;
} KpCanon;

/* A journal row as it is hashed; everything borrowed. */
typedef struct
{
  const char *campaign;
  gint64 seq;
  const char *at;
  const char *actor;
  const char *step;
  const char *subject; /* nullable */
  const char *table_name;
  const char *row_key;
  const char *act;
  const char *before_text; /* nullable */
  const char *after_text;  /* nullable */
  const guint8 *row_hash;  /* nullable */
} KpJournalFields;

void kp_canon_init (KpCanon *canon);
void kp_canon_clear (KpCanon *canon);
void kp_canon_hash_start (KpCanon *canon, const char *campaign, guint8 hash[KP_HASH_SIZE]);
void
kp_canon_hash_record (KpCanon *canon, const KpTable *table, gconstpointer record, guint8 hash[KP_HASH_SIZE]);
void kp_canon_hash_journal (KpCanon *canon,
                            const guint8 previous[KP_HASH_SIZE],
                            const KpJournalFields *fields,
                            guint8 hash[KP_HASH_SIZE]);
void kp_canon_append_key (GString *out, const KpTable *table, gconstpointer record);
void kp_canon_append_record (GString *out, const KpTable *table, gconstpointer record, gconstpointer other);
char *kp_canon_dup_hex (const guint8 hash[KP_HASH_SIZE]);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpCanon, kp_canon_clear)

G_END_DECLS
