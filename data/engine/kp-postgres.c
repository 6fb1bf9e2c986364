/* kp-postgres.c – the server engine: its connection, units of work, and what others on the server are told.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-postgres-private.h"

#define OLDEST_SERVER 150000

typedef struct
{
  const char *prefix; /* of the SQLSTATE; the longer ones first */
  KpDataError code;
} State;

static const State states[] = {
  { "40001", KP_DATA_ERROR_BUSY },       { "40P01", KP_DATA_ERROR_BUSY },
  { "55P03", KP_DATA_ERROR_BUSY },       { "25006", KP_DATA_ERROR_READ_ONLY },
  { "42804", KP_DATA_ERROR_CONSTRAINT }, { "25P02", KP_DATA_ERROR_ABORTED },
  { "57P", KP_DATA_ERROR_CONNECTION },   { "08", KP_DATA_ERROR_CONNECTION },
  { "22", KP_DATA_ERROR_CONSTRAINT },
  { "23", KP_DATA_ERROR_CONSTRAINT },   { "53", KP_DATA_ERROR_DISK },
  { "58", KP_DATA_ERROR_DISK },         { "XX", KP_DATA_ERROR_CORRUPT },
};

static KpDataError
translate_state (const char *state)
{
  if (state == NULL)
    return KP_DATA_ERROR_CONNECTION;
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_has_prefix (state, states[i].prefix))
      return states[i].code;
  return KP_DATA_ERROR_FAILED;
}

/** kp_postgres_fail: sets @error by what the server said, or the connection when @result is NULL; returns FALSE. Class 22 quotes
 * the value in its message, which may be a person's: of that the state alone is told. */
gboolean
kp_postgres_fail (KpPostgres *self, const PGresult *result, GError **error)
{
  const char *state = result != NULL ? PQresultErrorField (result, PG_DIAG_SQLSTATE) : NULL;
  const char *message = result != NULL ? PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY) : NULL;

  if (g_strcmp0 (state, "57014") == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  /* Not granted, or not even the schema of the tables. */
  if (g_strcmp0 (state, "42501") == 0 || g_strcmp0 (state, "3F000") == 0)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY,
                           _ ("Your login on the server may not do this. Ask whoever keeps the server to grant you the campaign "
                              "with “kaopin server grant”."));
      return FALSE;
    }
  if (state != NULL && g_str_has_prefix (state, "22"))
    message = state;
  if (state == NULL && PQstatus (self->conn) == CONNECTION_OK)
    return kp_data_error_set (error, KP_DATA_ERROR_FAILED, NULL);
  return kp_data_error_set (error, translate_state (state), message);
}

/** kp_postgres_is_good: whether a statement was carried out, with or without rows. */
gboolean
kp_postgres_is_good (const PGresult *result)
{
  ExecStatusType status = PQresultStatus (result);

  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

static gboolean
execute (KpEngine *engine, const char *sql, GError **error)
{
  KpPostgres *self = (KpPostgres *) engine;
  PGresult *result = PQexec (self->conn, sql);
  gboolean ok = kp_postgres_is_good (result);

  if (!ok)
    kp_postgres_fail (self, result, error);
  PQclear (result);
  return ok;
}

/* Who writes stands in the queue for the head of the campaign's journal before anything is read, so that units of work
 * follow each other and each statement sees what the one before left. With a snapshot of the whole unit everybody in the
 * queue would have to begin anew at each commit, and in a busy office some would never get through. */
static gboolean
begin (KpEngine *engine, gboolean reading, GError **error)
{
  return execute (engine,
                  reading ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN ISOLATION LEVEL READ COMMITTED", error);
}

static void
on_cancelled_cb (GCancellable *cancellable G_GNUC_UNUSED, gpointer user_data)
{
  char unused[256];

  PQcancel (user_data, unused, sizeof unused);
}

static void
set_cancellable (KpEngine *engine, GCancellable *cancellable)
{
  KpPostgres *self = (KpPostgres *) engine;

  if (self->cancellable != NULL)
    g_cancellable_disconnect (self->cancellable, self->cancel_id);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->cancel, PQfreeCancel);
  if (cancellable == NULL)
    return;
  self->cancellable = g_object_ref (cancellable);
  self->cancel = PQgetCancel (self->conn);
  self->cancel_id = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled_cb), self->cancel, NULL);
}

static void
close_engine (KpEngine *engine)
{
  KpPostgres *self = (KpPostgres *) engine;

  set_cancellable (engine, NULL);
  PQfinish (self->conn);
  g_free (self);
}

static gboolean
load_text (KpPostgres *self, const char *sql, char **text, GError **error)
{
  PGresult *result = PQexec (self->conn, sql);
  gboolean ok = kp_postgres_is_good (result);

  if (!ok)
    kp_postgres_fail (self, result, error);
  else
    *text =
        PQntuples (result) == 1 && !PQgetisnull (result, 0, 0) ? g_strdup (PQgetvalue (result, 0, 0)) : NULL;
  PQclear (result);
  return ok;
}

static gboolean
load_version (KpEngine *engine, gint64 *version, GError **error)
{
  KpPostgres *self = (KpPostgres *) engine;
  g_autofree char *table = NULL;
  g_autofree char *text = NULL;

  *version = 0;
  if (!load_text (self, "SELECT to_regclass ('schema_migration')::text", &table, error))
    return FALSE;
  if (table == NULL)
    return TRUE;
  if (!load_text (self, "SELECT max (version)::text FROM schema_migration", &text, error))
    return FALSE;
  if (text != NULL)
    *version = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

/* A channel's name is that of the whole database: the schema makes it one of this record, the digest hides the campaign. */
#define CHANNEL "'kaopin_' || left (encode (sha256 (convert_to (current_schema () || ' ' || $1, 'UTF8')), 'hex'), 32)"

static gboolean
tell (KpEngine *engine, const char *topic, const char *text, GError **error)
{
  KpPostgres *self = (KpPostgres *) engine;
  const char *const values[] = { topic, text };
  PGresult *result
      = PQexecParams (self->conn, "SELECT pg_notify (" CHANNEL ", $2)", G_N_ELEMENTS (values), NULL, values, NULL, NULL, 0);
  const gboolean ok = kp_postgres_is_good (result);

  if (!ok)
    kp_postgres_fail (self, result, error);
  PQclear (result);
  return ok;
}

static gboolean
listen_to (KpEngine *engine, const char *topic, GError **error)
{
  KpPostgres *self = (KpPostgres *) engine;
  PGresult *result = PQexecParams (self->conn, "SELECT " CHANNEL, 1, NULL, &topic, NULL, NULL, 0);
  g_autofree char *sql = kp_postgres_is_good (result) ? g_strdup_printf ("LISTEN %s", PQgetvalue (result, 0, 0)) : NULL;

  if (sql == NULL)
    kp_postgres_fail (self, result, error);
  PQclear (result);
  return sql != NULL && execute (engine, sql, error);
}

static gboolean
wait_for (KpEngine *engine, GCancellable *wake, int milliseconds, char **text, GError **error)
{
  KpPostgres *self = (KpPostgres *) engine;
  PGnotify *told = PQnotifies (self->conn);
  GPollFD fds[2] = { { PQsocket (self->conn), G_IO_IN, 0 }, { 0, 0, 0 } };

  *text = NULL;
  if (told == NULL && g_cancellable_make_pollfd (wake, &fds[1]))
    {
      const int n_ready = g_poll (fds, G_N_ELEMENTS (fds), milliseconds);

      g_cancellable_release_fd (wake);
      if (n_ready > 0 && fds[0].revents != 0 && PQconsumeInput (self->conn) == 0)
        return kp_postgres_fail (self, NULL, error);
      told = PQnotifies (self->conn);
    }
  if (told != NULL)
    *text = g_strdup (told->extra);
  PQfreemem (told);
  return TRUE;
}

static gboolean reconnect (KpEngine *engine, GError **error);

static const KpEngineClass postgres_class = {
  .kind = KP_DATABASE_POSTGRES,
  .close = close_engine,
  .begin = begin,
  .execute = execute,
  .load_version = load_version,
  .set_cancellable = set_cancellable,
  .prepare = kp_postgres_prepare,
  .finalize = kp_postgres_finalize,
  .start = kp_postgres_start,
  .start_all = kp_postgres_start_all,
  .next = kp_postgres_next,
  .reset = kp_postgres_reset,
  .get_n_changed = kp_postgres_get_n_changed,
  .get_n_columns = kp_postgres_get_n_columns,
  .get_name = kp_postgres_get_name,
  .get = kp_postgres_get,
  .tell = tell,
  .listen = listen_to,
  .wait = wait_for,
  .reconnect = reconnect,
};

static void
on_notice_cb (void *user_data G_GNUC_UNUSED, const PGresult *result G_GNUC_UNUSED)
{
}

/* Text order must be that of the bytes, as in the embedded engine: the same lists come from both. */
static gboolean
check_server (KpPostgres *self, GError **error)
{
  g_autofree char *encoding = NULL;
  g_autofree char *order = NULL;

  if (PQserverVersion (self->conn) < OLDEST_SERVER)
    {
      g_set_error_literal (
          error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION,
          _ ("The database server is older than PostgreSQL 15. Have it updated, or use a file."));
      return FALSE;
    }
  if (!load_text (self, "SHOW server_encoding", &encoding, error) ||
      !load_text (self, "SELECT datcollate FROM pg_database WHERE datname = current_database ()", &order,
                  error))
    return FALSE;
  if (g_strcmp0 (encoding, "UTF8") != 0 ||
      (g_strcmp0 (order, "C") != 0 && g_strcmp0 (order, "POSIX") != 0 && g_strcmp0 (order, "C.UTF-8") != 0))
    {
      g_set_error_literal (
          error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION,
          _ ("The database on the server has another encoding or text order. Have one made with: CREATE "
             "DATABASE kaopin TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_presence (KpPostgres *self, KpOpenMode mode, GError **error)
{
  gint64 version = 0;

  if (!load_version (&self->parent, &version, error))
    return FALSE;
  if (mode == KP_OPEN_CREATE_NEW && version > 0)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS,
                           _ ("That database holds a Kaopin record already. Open it instead."));
      return FALSE;
    }
  if (mode != KP_OPEN_CREATE_NEW && version == 0)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND,
                           _ ("That database holds no Kaopin record yet. Create one first."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
set_up (KpPostgres *self, KpOpenMode mode, GError **error)
{
  if (PQstatus (self->conn) != CONNECTION_OK)
    return kp_data_error_set (error, KP_DATA_ERROR_CONNECTION, NULL);
  PQsetNoticeReceiver (self->conn, on_notice_cb, NULL);
  if (!check_server (self, error) ||
      !execute (&self->parent,
                "SET client_encoding = 'UTF8'; SET timezone = 'UTC'; SET lock_timeout = '5s';"
                "SET client_min_messages = error;"
                /* Each key begins with the campaign that each statement names. A plan that was made while a table was empty would
                 * read all of it, for each of ten thousand applicants anew. */
                "SET enable_seqscan = off;"
                /* Which makes the rest look so dear that each small statement would be compiled first, for milliseconds. */
                "SET jit = off;"
                /* Or the lock of who dropped out would be held for two hours. */
                "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 2",
                error))
    return FALSE;
  /* What was acknowledged is on the server's disk, also where its keeper would rather have it fast. */
  if (!execute (&self->parent,
                "SELECT set_config ('synchronous_commit', 'on', false) WHERE current_setting ('synchronous_commit') = 'off'",
                error))
    return FALSE;
  if (mode == KP_OPEN_READ_ONLY && !execute (&self->parent, "SET default_transaction_read_only = on", error))
    return FALSE;
  return check_presence (self, mode, error);
}

static gboolean
reconnect (KpEngine *engine, GError **error)
{
  KpPostgres *self = (KpPostgres *) engine;
  const KpOpenMode mode = self->mode == KP_OPEN_CREATE_NEW ? KP_OPEN_READ_WRITE : self->mode;

  self->n_resets++;
  self->is_streaming = FALSE;
  PQreset (self->conn);
  return set_up (self, mode, error);
}

/**
 * kp_postgres_is_exposed:
 * @engine: a connection
 *
 * Returns: whether what goes over it can be read on the way: it leaves this computer, and isn't encrypted
 */
gboolean
kp_postgres_is_exposed (KpEngine *engine)
{
  const PGconn *conn = ((KpPostgres *) engine)->conn;
  const char *host = PQhost (conn);
  const char *address = PQhostaddr (conn);
  const gboolean is_near = host == NULL || *host == '\0' || *host == '/' || *host == '@' || g_strcmp0 (address, "::1") == 0
                           || (address != NULL && g_str_has_prefix (address, "127."));

  return !is_near && PQsslInUse ((PGconn *) conn) == 0;
}

/**
 * kp_postgres_open:
 * @conninfo: postgresql://… or libpq's "key=value …"
 * @mode: CREATE_NEW wants a database without a record, the others one with it
 * @error: CONNECTION, EXISTS, NOT_FOUND
 *
 * Connects to a server ≥ 15 whose database is UTF8 in byte order. The tables lie in the connection's default
 * schema. The connection's own words are not told in the error: they may hold a password.
 *
 * Returns: (transfer full) (nullable): the engine
 */
KpEngine *
kp_postgres_open (const char *conninfo, KpOpenMode mode, GError **error)
{
  /* A cable that is pulled says nothing: without these a write would wait a quarter of an hour for it. What @conninfo says
   * itself comes later, and holds. */
  static const char *const keywords[]
      = { "connect_timeout", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout", "dbname", NULL };
  const char *const values[] = { "10", "10", "5", "2", "15000", conninfo, NULL };
  KpPostgres *self = g_new0 (KpPostgres, 1);

  self->parent.klass = &postgres_class;
  self->mode = mode;
  self->conn = PQconnectdbParams (keywords, values, 1);
  if (!set_up (self, mode, error))
    {
      close_engine (&self->parent);
      return NULL;
    }
  return &self->parent;
}
