/* kp-database.h – one connection to the record: a file (SQLite) or a server (PostgreSQL).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "kp-origin.h"
#include "kp-seal.h"

/* One handle belongs to one thread. One SQL text for both engines: placeholders are $1 … $n; a value is an
 * int64, a text, a blob or NULL: no REAL, no booleans, no engine dates. Sums are CAST (sum (x) AS BIGINT);
 * there is no avg, no round, no substr with negative places; NULLS FIRST or LAST is written out; every result
 * column that is an expression has an AS name. A failed statement poisons its transaction on both engines:
 * every later one fails with ABORTED until the rollback. */

G_BEGIN_DECLS

typedef struct _KpDatabase KpDatabase;
typedef struct _KpStatement KpStatement;
typedef struct _KpTransaction KpTransaction;

/* "KPN1": the application_id of a .kaopin file, bytes 68–71 of the header. */
#define KP_DATABASE_APPLICATION_ID 0x4b504e31

typedef enum
{
  KP_DATABASE_SQLITE,
  KP_DATABASE_POSTGRES
} KpDatabaseKind;

typedef enum
{
  KP_OPEN_CREATE_NEW, /* refuses what is there already; an empty file is taken */
  KP_OPEN_READ_WRITE,
  KP_OPEN_READ_ONLY
} KpOpenMode;

KpDatabase *kp_database_open (const char *location, KpOpenMode mode, GError **error);
/* A record that lies in no file, only in memory and where its keeper puts it. */
KpDatabase *kp_database_open_image (GBytes *image, KpOpenMode mode, GError **error);
GBytes *kp_database_dup_image (KpDatabase *db, GError **error);
/* Called with all bytes of the record before each commit; FALSE with an error, and the unit of work is rolled back. */
typedef gboolean (*KpDatabaseKeeper) (GBytes *image, gpointer user_data, GError **error);
void kp_database_set_keeper (KpDatabase *db, KpDatabaseKeeper keeper, gpointer user_data, GDestroyNotify free_data);
void kp_database_close (KpDatabase *db);
KpDatabaseKind kp_database_get_kind (KpDatabase *db);
KpOpenMode kp_database_get_mode (KpDatabase *db);
const char *kp_database_get_path (KpDatabase *db); /* NULL for a server */
gboolean kp_database_is_exposed (KpDatabase *db);
/* Seconds since 1970 by the server's own clock, which counts for all who work there. Of a server alone. */
gboolean kp_database_load_clock (KpDatabase *db, gint64 *seconds, GError **error);
/* 0: made, but kp_migration_upgrade has not run yet. */
gboolean kp_database_load_version (KpDatabase *db, gint64 *version, GError **error);
/* Every page and index of a file: slow (about 50 MB/s), for verify. *complaint stays NULL when whole; a
 * server is never asked. */
gboolean kp_database_check_file (KpDatabase *db, char **complaint, GError **error);
/* Writes what lies in the log of a file into the file itself, so that nothing older is left beside it. */
gboolean kp_database_sweep (KpDatabase *db, GError **error);
/* Writes all rows anew, so that nothing of rows that are gone is left in the pages; takes as long as a copy. */
gboolean kp_database_vacuum (KpDatabase *db, GError **error);
void kp_database_set_cancellable (KpDatabase *db, GCancellable *cancellable);
gboolean kp_database_location_is_server (const char *location);
void kp_database_set_patience (KpDatabase *db, GCancellable *patience);
GCancellable *kp_database_get_patience (KpDatabase *db); /* nullable */
guint kp_database_get_n_commits (KpDatabase *db);
void kp_database_set_origin (KpDatabase *db, KpOrigin *origin);
KpOrigin *kp_database_get_origin (KpDatabase *db); /* borrowed, nullable */

/* Without it no row of the campaign that has sealed columns is read or written. */
void kp_database_take_seal (KpDatabase *db, const char *campaign, KpSeal *seal); /* transfer full */
KpSeal *kp_database_get_seal (KpDatabase *db, const char *campaign);            /* borrowed, nullable */

/* DDL in SQLite STRICT words: INTEGER, BLOB and STRICT are mapped for PostgreSQL; a line "--@sqlite" or
 * "--@pg" sends what follows, up to "--@all", to that engine alone and unmapped. */
gboolean kp_database_script (KpDatabase *db, const char *sql, GError **error);

/* From the cache; g_autoptr (KpStatement) gives it back (reset, bindings cleared). The same SQL may be
 * borrowed twice. */
KpStatement *kp_database_prepare (KpDatabase *db, const char *sql, GError **error);
void kp_statement_release (KpStatement *s);

/* Long reading: rows come one by one instead of being gathered first. Before the first step. On PostgreSQL no
 * other statement of this handle may run until the end of the rows or the release. */
void kp_statement_set_streaming (KpStatement *s);

void kp_statement_bind_int (KpStatement *s, guint index, gint64 value);
void kp_statement_bind_text (KpStatement *s, guint index, const char *text); /* copied; NULL binds NULL */
void kp_statement_bind_blob (KpStatement *s, guint index, gconstpointer bytes, gsize n_bytes);
void kp_statement_bind_null (KpStatement *s, guint index);
gboolean kp_statement_step (KpStatement *s, gboolean *has_row, GError **error);
/* To the end; it may then be bound and run again. */
gboolean kp_statement_run (KpStatement *s, gint64 *n_changed, GError **error);

/* By the column's name; an unknown name is a programming error and stops the program. Borrowed until the next
 * step. */
gint64 kp_statement_get_int (KpStatement *s, const char *column);
const char *kp_statement_get_text (KpStatement *s, const char *column); /* nullable */
char *kp_statement_dup_text (KpStatement *s, const char *column);       /* nullable */
gconstpointer kp_statement_get_blob (KpStatement *s, const char *column, gsize *n_bytes);
gboolean kp_statement_is_null (KpStatement *s, const char *column);

/* BEGIN IMMEDIATE on SQLite, READ COMMITTED on PostgreSQL; not nested. g_autoptr (KpTransaction) rolls back
 * what was not committed. After commit, also a failed one, the transaction is over; the g_autoptr still frees
 * it. */
KpTransaction *kp_transaction_begin (KpDatabase *db, GError **error);
/* One snapshot; no lock, no writing. */
KpTransaction *kp_transaction_begin_reading (KpDatabase *db, GError **error);
gboolean kp_transaction_commit (KpTransaction *t, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void kp_transaction_free (KpTransaction *t);
gboolean kp_database_is_in_transaction (KpDatabase *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpDatabase, kp_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpStatement, kp_statement_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTransaction, kp_transaction_free)

G_END_DECLS
