/* kp-test-register.h – a small register of tables on which the engine is tested.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-ledger.h"
#include "kp-migration.h"
#include "kp-test-database.h"

typedef struct
{
  const char *campaign;
  const char *place;
  const char *note; /* nullable */
  gint64 quota;     /* nullable */
  gint64 version;
} Place;

typedef struct
{
  const char *campaign;
  const char *place;
  gint64 entry;
  const char *secret; /* personal */
  gint64 mark;
} Mark;

extern const KpTable place_table;
extern const KpTable mark_table;
extern const KpMigration test_migrations[2];
extern const KpTable *const test_tables[2];

#define TEST_CAMPAIGN "甲县2026"

KpDatabase *kp_test_register_create (KpTestDatabase *t);
KpLedger *kp_test_register_begin (KpDatabase *db, const char *step);
void kp_test_register_fill (KpDatabase *db, guint n);
