/* kp-migration.h – brings a record to the newest schema, one numbered step at a time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-database.h"

G_BEGIN_DECLS

/* An ordered, immutable list: versions 1, 2, 3 … without gaps; a script is never edited once released. */
typedef struct
{
  gint64 version;
  const char *resource; /* GResource path of the SQL, e.g. "/org/kaopin/Kaopin/schema/0001-start.sql" */
  const char *reason;   /* one line */
} KpMigration;

/* Each script runs in one transaction with its version (user_version and a row of schema_migration) and a
 * foreign key check. An existing file is copied beside itself first (demo.kaopin → demo.v0001.kaopin). On
 * failure the file stays as it was: UPGRADE. A newer record: TOO_NEW. Nothing to do: TRUE and nothing is
 * written. */
gboolean kp_migration_upgrade (KpDatabase *db, const KpMigration *list, guint n, GError **error);

G_END_DECLS
