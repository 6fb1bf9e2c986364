/* kp-audit-folder.h – one folder with everything that a supervisor asks for, and a sheet to sign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-font-set.h"
#include "kp-session.h"
#include "kp-verify.h"

G_BEGIN_DECLS

/* A file that was written. Owned texts. */
typedef struct
{
  char *name;
  char *digest;  /* SHA-256, 64 hex digits */
  guint64 n_rows; /* 0: not a list */
} KpAuditFile;

/* What was found, and the files. */
typedef struct
{
  GPtrArray *files; /* KpAuditFile */
  char *sums;       /* SHA-256 of SHA256SUMS */
  guint n_draws;
  guint n_repeats;
  guint n_changes;
  guint n_exceptions;
  guint n_oddities;
} KpAuditFolder;

gboolean kp_audit_folder_write (KpSession *session, KpFontSet *fonts, const char *path, const KpVerifyReport *report,
                                KpAuditFolder *folder, GError **error);
void     kp_audit_folder_clear (KpAuditFolder *folder);

/* The sheet over the files; they are written already. */
GBytes *kp_audit_sheet_make (KpSession *session, KpFontSet *fonts, const KpVerifyReport *report,
                             const KpAuditFolder *folder, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpAuditFolder, kp_audit_folder_clear)

G_END_DECLS
