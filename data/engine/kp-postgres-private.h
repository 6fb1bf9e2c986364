/* kp-postgres-private.h – what the two files that speak libpq share: the connection, its statements, its refusals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libpq-fe.h>

#include "kp-engine.h"

typedef struct
{
  KpEngine parent;
  PGconn *conn;
  KpOpenMode mode;
  guint n_resets;            /* of the connection, each of which forgets the statements */
  guint64 serial;            /* of statement names */
  GCancellable *cancellable; /* owned, nullable */
  PGcancel *cancel;
  gulong cancel_id;
  gboolean is_streaming;
} KpPostgres;

typedef struct
{
  KpCursor parent;
  char *sql;
  char name[32];
  gboolean is_prepared;
  guint n_resets; /* when it was */
  guint n_values;
  Oid *value_types;
  gint64 *numbers; /* big-endian copies */
  const char **pointers;
  int *lengths;
  int *formats;
  PGresult *shape; /* names and types of the columns */
  PGresult *result;
  int row;
  gboolean is_streaming;
} KpPostgresCursor;

gboolean kp_postgres_is_good (const PGresult *result);
gboolean kp_postgres_fail (KpPostgres *self, const PGresult *result, GError **error);

/* Of KpEngineClass. */
void kp_postgres_reset (KpCursor *cursor);
void kp_postgres_finalize (KpCursor *cursor);
KpCursor *kp_postgres_prepare (KpEngine *engine, const char *sql, guint n_values, GError **error);
gboolean kp_postgres_start (KpCursor *cursor, const KpValue *values, gboolean streaming, GError **error);
gboolean kp_postgres_start_all (KpCursor **cursors, const KpValue **values, guint n, GError **error);
gboolean kp_postgres_next (KpCursor *cursor, gboolean *has_row, GError **error);
gint64 kp_postgres_get_n_changed (KpCursor *cursor);
guint kp_postgres_get_n_columns (KpCursor *cursor);
const char *kp_postgres_get_name (KpCursor *cursor, guint column);
void kp_postgres_get (KpCursor *cursor, guint column, KpValue *out);
