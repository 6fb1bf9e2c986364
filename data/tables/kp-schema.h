/* kp-schema.h – the versions of the record's schema and the tables that are under its seal.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-migration.h"
#include "kp-table.h"

G_BEGIN_DECLS

#define KP_SCHEMA_VERSION 1

const KpMigration    *kp_schema_get_migrations (guint *n_migrations);
const KpTable *const *kp_schema_get_tables (guint *n_tables);

G_END_DECLS
