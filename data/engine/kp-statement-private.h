/* kp-statement-private.h – the inside of a statement, for kp-database.c and kp-statement.c.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-engine.h"

G_BEGIN_DECLS

typedef struct
{
  char *bytes;
  gsize capacity;
} KpSlot;

struct _KpStatement
{
  KpDatabase *db;
  char *sql;
  KpCursor *cursor;
  guint n_values;
  KpValue *values; /* their bytes lie in the slots, or are borrowed */
  KpSlot *slots;
  guint next_column; /* where the next name will probably be */
  guint64 used;
  gboolean is_active;
  gboolean is_borrowed;
  gboolean is_cached;
  gboolean is_streaming;
};

KpStatement *kp_statement_new (KpDatabase *db, const char *sql, GError **error);
void kp_statement_clear (KpStatement *s);
void kp_statement_destroy (gpointer statement);
void kp_database_note_failure (KpDatabase *db);

G_END_DECLS
