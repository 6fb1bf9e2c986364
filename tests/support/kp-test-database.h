/* kp-test-database.h – runs a test once on each engine, on a database of its own.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-database.h"

/* A file in a temporary folder, or a schema of its own on the server of tests/support/pg-server. */
typedef struct
{
  KpDatabaseKind kind;
  char *location; /* for kp_database_open */
  char *folder;   /* for other files of the test */
  gconstpointer row; /* of kp_test_database_add_row(), else NULL */
} KpTestDatabase;

typedef void (*KpTestDatabaseFunc) (KpTestDatabase *t);

/* path has one %s for the engine: "/data/engine/%s/ledger/writes" becomes two tests, …/sqlite/… and
 * …/postgres/… */
void kp_test_database_add (const char *path, KpTestDatabaseFunc func);
void kp_test_database_add_row (const char *path, KpTestDatabaseFunc func, const char *name, gconstpointer row); /* path/name */

KpTestDatabase *kp_test_database_new (KpDatabaseKind kind);
void kp_test_database_free (KpTestDatabase *t);
KpDatabase *kp_test_database_open (KpTestDatabase *t, KpOpenMode mode);

/* A stranger with the engine's own shell: triggers and foreign keys are off. */
void kp_test_database_tamper (KpTestDatabase *t, const char *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTestDatabase, kp_test_database_free)
