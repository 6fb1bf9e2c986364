/* kp-record-archive.h – a campaign as open files that are read without this program, and back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-progress.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* Names in the archive's folder. */
#define KP_ARCHIVE_FORMAT "kaopin-archive-1"
#define KP_ARCHIVE_MANIFEST "manifest.json"
#define KP_ARCHIVE_SUMS "SHA256SUMS"
#define KP_ARCHIVE_TABLES "tables"
#define KP_ARCHIVE_PAPERS "papers"

/* What an archive holds. Owned texts. */
typedef struct
{
  char *campaign;
  char *head;   /* of the journal, 64 hex digits */
  char *digest; /* of all rows, as kp_copy_digest() computes it */
  gint64 n_rows;
  gint64 n_journal_rows;
  guint n_files;
} KpRecordArchive;

gboolean kp_record_archive_write (KpSession *session, const char *folder, KpProgress *progress, KpRecordArchive *archive,
                                  GError **error);
gboolean kp_record_archive_seal (const char *folder, KpProgress *progress, KpRecordArchive *archive, GError **error);
gboolean kp_record_archive_read (const char *folder, const char *record, KpProgress *progress, KpRecordArchive *archive,
                                 GError **error);
void     kp_record_archive_clear (KpRecordArchive *archive);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpRecordArchive, kp_record_archive_clear)

G_END_DECLS
