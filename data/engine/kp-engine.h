/* kp-engine.h – what the two engines offer to the statement layer; for data/engine/ alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-data-error.h"
#include "kp-database.h"

G_BEGIN_DECLS

typedef enum
{
  KP_VALUE_NULL,
  KP_VALUE_INT,
  KP_VALUE_TEXT,
  KP_VALUE_BLOB
} KpValueType;

typedef struct
{
  KpValueType type;
  gint64 number;
  gconstpointer bytes; /* borrowed; a text is also ended by a zero byte */
  gsize n_bytes;
} KpValue;

typedef struct _KpEngine KpEngine;
typedef struct _KpCursor KpCursor;

/* A cursor is a prepared statement. start() takes values that stay valid until reset(); the columns are known
 * after start(); what get() gives is borrowed until the next next() or reset(). */
typedef struct
{
  KpDatabaseKind kind;
  void (*close) (KpEngine *engine);
  gboolean (*begin) (KpEngine *engine, gboolean reading, GError **error);
  gboolean (*execute) (KpEngine *engine, const char *sql, GError **error);
  gboolean (*load_version) (KpEngine *engine, gint64 *version, GError **error);
  void (*set_cancellable) (KpEngine *engine, GCancellable *cancellable);
  KpCursor *(*prepare) (KpEngine *engine, const char *sql, guint n_values, GError **error);
  void (*finalize) (KpCursor *cursor);
  gboolean (*start) (KpCursor *cursor, const KpValue *values, gboolean streaming, GError **error);
  gboolean (*start_all) (KpCursor **cursors, const KpValue **values, guint n, GError **error); /* nullable: start() each */
  gboolean (*next) (KpCursor *cursor, gboolean *has_row, GError **error);
  void (*reset) (KpCursor *cursor);
  gint64 (*get_n_changed) (KpCursor *cursor);
  guint (*get_n_columns) (KpCursor *cursor);
  const char *(*get_name) (KpCursor *cursor, guint column);
  void (*get) (KpCursor *cursor, guint column, KpValue *out);
  gboolean (*reconnect) (KpEngine *engine, GError **error); /* NULL where nothing breaks off */
  /* NULL where nobody else can be told, see kp-channel.h. */
  gboolean (*tell) (KpEngine *engine, const char *topic, const char *text, GError **error);
  gboolean (*listen) (KpEngine *engine, const char *topic, GError **error);
  gboolean (*wait) (KpEngine *engine, GCancellable *wake, int milliseconds, char **text, GError **error);
} KpEngineClass;

struct _KpEngine
{
  const KpEngineClass *klass;
};

struct _KpCursor
{
  KpEngine *engine;
};

KpEngine *kp_sqlite_open (const char *path, KpOpenMode mode, GError **error);
KpEngine *kp_sqlite_open_image (GBytes *image, KpOpenMode mode, GError **error);
GBytes *kp_sqlite_dup_image (KpEngine *engine, GError **error);
gsize kp_sqlite_read_head (const char *path, guint8 *head, gsize size);
KpEngine *kp_postgres_open (const char *conninfo, KpOpenMode mode, GError **error);
gboolean kp_postgres_is_exposed (KpEngine *engine);

/* The sentence of `code`, followed by what the engine said in brackets (nullable). Always returns FALSE. */
gboolean kp_data_error_set (GError **error, KpDataError code, const char *detail);

/* For the files of data/engine/ that read and write whole rows: by position, texts borrowed. */
void kp_statement_bind_value (KpStatement *s, guint index, const KpValue *value);
void kp_statement_get_value (KpStatement *s, guint column, KpValue *out);
void kp_statement_reset (KpStatement *s);
gboolean kp_statement_start_all (KpStatement **statements, guint n, GError **error);
gboolean kp_database_may_run (KpDatabase *db, GError **error);
KpEngine *kp_database_get_engine (KpDatabase *db);
void kp_database_note_commit (KpDatabase *db);

G_END_DECLS
