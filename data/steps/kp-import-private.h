/* kp-import-private.h – what taking in a workbook and one form at the counter share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-registration.h"
#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

#define KP_IMPORT_REGISTRATIONS "registrations"

/* One of the two, and how it is read; facts and educations are the scheme's. */
typedef struct
{
  const char *path;
  GBytes *bytes;
  KpRegistrationOptions options;
} KpImportSource;

KpRegistrationBook *kp_import_read (KpSession *session, const KpImportSource *source, GError **error);
void                kp_import_judge (KpSession *session, KpRegistrationBook *book, KpRoster *roster);
gboolean            kp_import_insert (KpSession *session, KpLedger *ledger, KpRegistrationBook *book,
                                      const KpRegistrationRow *row, guint number, GError **error);

G_END_DECLS
