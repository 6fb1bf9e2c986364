/* kp-ddl.h – turns a schema script into the words of one engine.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-database.h"

G_BEGIN_DECLS

char *kp_ddl_map (const char *sql, KpDatabaseKind kind);

G_END_DECLS
