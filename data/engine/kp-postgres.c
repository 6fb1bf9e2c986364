/* kp-postgres.c – the server engine; the only file that speaks libpq.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libpq-fe.h>
#include <string.h>

#include "kp-engine.h"

#define OLDEST_SERVER 150000

enum
{
  OID_UNKNOWN = 0,
  OID_BOOL = 16,
  OID_BYTEA = 17,
  OID_NAME = 19,
  OID_INT8 = 20,
  OID_INT2 = 21,
  OID_INT4 = 23,
  OID_TEXT = 25,
  OID_UNKNOWN_TEXT = 705,
  OID_BPCHAR = 1042,
  OID_VARCHAR = 1043
};

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
} Engine;

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
} Cursor;

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

/* Class 22 quotes the value in its message, which may be a person's: the state alone is told. */
static gboolean
fail (Engine *self, const PGresult *result, GError **error)
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

static gboolean
is_good (const PGresult *result)
{
  ExecStatusType status = PQresultStatus (result);

  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

static gboolean
execute (KpEngine *engine, const char *sql, GError **error)
{
  Engine *self = (Engine *) engine;
  PGresult *result = PQexec (self->conn, sql);
  gboolean ok = is_good (result);

  if (!ok)
    fail (self, result, error);
  PQclear (result);
  return ok;
}

static gboolean
begin (KpEngine *engine, gboolean reading, GError **error)
{
  return execute (engine,
                  reading ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                          : "BEGIN ISOLATION LEVEL SERIALIZABLE",
                  error);
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
  Engine *self = (Engine *) engine;

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
  Engine *self = (Engine *) engine;

  set_cancellable (engine, NULL);
  PQfinish (self->conn);
  g_free (self);
}

static gboolean
load_text (Engine *self, const char *sql, char **text, GError **error)
{
  PGresult *result = PQexec (self->conn, sql);
  gboolean ok = is_good (result);

  if (!ok)
    fail (self, result, error);
  else
    *text =
        PQntuples (result) == 1 && !PQgetisnull (result, 0, 0) ? g_strdup (PQgetvalue (result, 0, 0)) : NULL;
  PQclear (result);
  return ok;
}

static gboolean
load_version (KpEngine *engine, gint64 *version, GError **error)
{
  Engine *self = (Engine *) engine;
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

static void
reset (KpCursor *cursor)
{
  Cursor *self = (Cursor *) cursor;
  Engine *engine = (Engine *) cursor->engine;

  g_clear_pointer (&self->result, PQclear);
  if (!self->is_streaming)
    return;
  while ((self->result = PQgetResult (engine->conn)) != NULL)
    g_clear_pointer (&self->result, PQclear);
  self->is_streaming = FALSE;
  engine->is_streaming = FALSE;
}

static void
finalize (KpCursor *cursor)
{
  Cursor *self = (Cursor *) cursor;
  Engine *engine = (Engine *) cursor->engine;

  reset (cursor);
  if (self->is_prepared && self->n_resets == engine->n_resets && PQstatus (engine->conn) == CONNECTION_OK)
    {
      g_autofree char *sql = g_strdup_printf ("DEALLOCATE %s", self->name);

      PQclear (PQexec (engine->conn, sql));
    }
  g_clear_pointer (&self->shape, PQclear);
  g_free (self->value_types);
  g_free (self->numbers);
  g_free (self->pointers);
  g_free (self->lengths);
  g_free (self->formats);
  g_free (self->sql);
  g_free (self);
}

/* The server learns a statement with its first values, which tell their types. */
static KpCursor *
prepare (KpEngine *engine, const char *sql, guint n_values, GError **error G_GNUC_UNUSED)
{
  Engine *self = (Engine *) engine;
  Cursor *cursor = g_new0 (Cursor, 1);

  cursor->parent.engine = engine;
  cursor->sql = g_strdup (sql);
  cursor->n_values = n_values;
  cursor->value_types = g_new0 (Oid, n_values + 1);
  cursor->numbers = g_new0 (gint64, n_values + 1);
  cursor->pointers = g_new0 (const char *, n_values + 1);
  cursor->lengths = g_new0 (int, n_values + 1);
  cursor->formats = g_new0 (int, n_values + 1);
  g_snprintf (cursor->name, sizeof cursor->name, "kp%" G_GUINT64_FORMAT, ++self->serial);
  return &cursor->parent;
}

static gboolean
check_columns (Cursor *self, GError **error)
{
  static const Oid known[] = { OID_BOOL, OID_BYTEA, OID_NAME,         OID_INT8,   OID_INT2,
                               OID_INT4, OID_TEXT,  OID_UNKNOWN_TEXT, OID_BPCHAR, OID_VARCHAR };

  for (int c = 0; c < PQnfields (self->shape); c++)
    {
      gboolean is_known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (known); i++)
        is_known = is_known || PQftype (self->shape, c) == known[i];
      if (!is_known)
        {
          g_autofree char *detail = g_strdup_printf ("column %s has type %u: CAST it to BIGINT",
                                                     PQfname (self->shape, c), PQftype (self->shape, c));

          return kp_data_error_set (error, KP_DATA_ERROR_FAILED, detail);
        }
    }
  return TRUE;
}

static Oid
get_oid (const KpValue *value)
{
  switch (value->type)
    {
    case KP_VALUE_INT:
      return OID_INT8;
    case KP_VALUE_TEXT:
      return OID_TEXT;
    case KP_VALUE_BLOB:
      return OID_BYTEA;
    default:
      return OID_UNKNOWN;
    }
}

static gboolean
learn (Cursor *self, const KpValue *values, GError **error)
{
  Engine *engine = (Engine *) self->parent.engine;
  PGresult *result = NULL;
  gboolean ok = FALSE;

  for (guint i = 0; i < self->n_values; i++)
    self->value_types[i] = get_oid (&values[i]);
  result = PQprepare (engine->conn, self->name, self->sql, (int) self->n_values, self->value_types);
  ok = is_good (result);
  if (!ok)
    fail (engine, result, error);
  PQclear (result);
  if (!ok)
    return FALSE;
  self->is_prepared = TRUE;
  self->n_resets = engine->n_resets;
  g_clear_pointer (&self->shape, PQclear);
  self->shape = PQdescribePrepared (engine->conn, self->name);
  if (!is_good (self->shape))
    return fail (engine, self->shape, error);
  for (guint i = 0; i < self->n_values && (int) i < PQnparams (self->shape); i++)
    self->value_types[i] = PQparamtype (self->shape, (int) i);
  return check_columns (self, error);
}

static void
fill (Cursor *self, const KpValue *values, GPtrArray *texts)
{
  for (guint i = 0; i < self->n_values; i++)
    {
      const KpValue *v = &values[i];

      self->pointers[i] = v->type == KP_VALUE_NULL ? NULL : v->bytes;
      self->lengths[i] = (int) v->n_bytes;
      self->formats[i] = v->type == KP_VALUE_BLOB;
      if (v->type == KP_VALUE_BLOB && v->n_bytes == 0)
        self->pointers[i] = "";
      if (v->type != KP_VALUE_INT)
        continue;
      if (self->value_types[i] == OID_INT8)
        {
          self->numbers[i] = GINT64_TO_BE (v->number);
          self->pointers[i] = (const char *) &self->numbers[i];
          self->lengths[i] = 8;
          self->formats[i] = 1;
          continue;
        }
      g_ptr_array_add (texts, g_strdup_printf ("%" G_GINT64_FORMAT, v->number));
      self->pointers[i] = g_ptr_array_index (texts, texts->len - 1);
    }
}

static gboolean
start (KpCursor *cursor, const KpValue *values, gboolean streaming, GError **error)
{
  Cursor *self = (Cursor *) cursor;
  Engine *engine = (Engine *) cursor->engine;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (g_cancellable_set_error_if_cancelled (engine->cancellable, error))
    return FALSE;
  g_assert (!engine->is_streaming);
  if ((!self->is_prepared || self->n_resets != engine->n_resets) && !learn (self, values, error))
    return FALSE;
  fill (self, values, texts);
  self->row = -1;
  if (streaming)
    {
      if (PQsendQueryPrepared (engine->conn, self->name, (int) self->n_values, self->pointers, self->lengths,
                               self->formats, 1) != 1)
        return fail (engine, NULL, error);
      PQsetSingleRowMode (engine->conn);
      self->is_streaming = TRUE;
      engine->is_streaming = TRUE;
      return TRUE;
    }
  self->result = PQexecPrepared (engine->conn, self->name, (int) self->n_values, self->pointers,
                                 self->lengths, self->formats, 1);
  if (is_good (self->result))
    return TRUE;
  fail (engine, self->result, error);
  reset (cursor);
  return FALSE;
}

static gboolean
next (KpCursor *cursor, gboolean *has_row, GError **error)
{
  Cursor *self = (Cursor *) cursor;
  Engine *engine = (Engine *) cursor->engine;

  if (!self->is_streaming)
    {
      *has_row = ++self->row < PQntuples (self->result);
      return TRUE;
    }
  *has_row = FALSE;
  g_clear_pointer (&self->result, PQclear);
  self->result = PQgetResult (engine->conn);
  self->row = 0;
  if (PQresultStatus (self->result) == PGRES_SINGLE_TUPLE)
    *has_row = TRUE;
  else if (!is_good (self->result))
    return fail (engine, self->result, error);
  else
    reset (cursor);
  return TRUE;
}

static gint64
get_n_changed (KpCursor *cursor)
{
  Cursor *self = (Cursor *) cursor;

  return self->result != NULL ? g_ascii_strtoll (PQcmdTuples (self->result), NULL, 10) : 0;
}

static guint
get_n_columns (KpCursor *cursor)
{
  return (guint) PQnfields (((Cursor *) cursor)->shape);
}

static const char *
get_name (KpCursor *cursor, guint column)
{
  return PQfname (((Cursor *) cursor)->shape, (int) column);
}

static gint64
read_int (Oid type, const char *p)
{
  gint64 wide = 0;
  gint32 middle = 0;
  gint16 small = 0;

  if (type == OID_BOOL)
    return *p != 0;
  if (type == OID_INT2)
    {
      memcpy (&small, p, sizeof small);
      return GINT16_FROM_BE (small);
    }
  if (type == OID_INT4)
    {
      memcpy (&middle, p, sizeof middle);
      return GINT32_FROM_BE (middle);
    }
  memcpy (&wide, p, sizeof wide);
  return GINT64_FROM_BE (wide);
}

static void
get (KpCursor *cursor, guint column, KpValue *out)
{
  Cursor *self = (Cursor *) cursor;
  int c = (int) column;
  Oid type = PQftype (self->shape, c);

  *out = (KpValue){ KP_VALUE_NULL, 0, NULL, 0 };
  if (PQgetisnull (self->result, self->row, c))
    return;
  if (type == OID_BOOL || type == OID_INT2 || type == OID_INT4 || type == OID_INT8)
    {
      out->type = KP_VALUE_INT;
      out->number = read_int (type, PQgetvalue (self->result, self->row, c));
      return;
    }
  out->type = type == OID_BYTEA ? KP_VALUE_BLOB : KP_VALUE_TEXT;
  out->bytes = PQgetvalue (self->result, self->row, c);
  out->n_bytes = (gsize) PQgetlength (self->result, self->row, c);
}

/* A channel's name is that of the whole database: the schema makes it one of this record, the digest hides the campaign. */
#define CHANNEL "'kaopin_' || left (encode (sha256 (convert_to (current_schema () || ' ' || $1, 'UTF8')), 'hex'), 32)"

static gboolean
tell (KpEngine *engine, const char *topic, const char *text, GError **error)
{
  Engine *self = (Engine *) engine;
  const char *const values[] = { topic, text };
  PGresult *result
      = PQexecParams (self->conn, "SELECT pg_notify (" CHANNEL ", $2)", G_N_ELEMENTS (values), NULL, values, NULL, NULL, 0);
  const gboolean ok = is_good (result);

  if (!ok)
    fail (self, result, error);
  PQclear (result);
  return ok;
}

static gboolean
listen_to (KpEngine *engine, const char *topic, GError **error)
{
  Engine *self = (Engine *) engine;
  PGresult *result = PQexecParams (self->conn, "SELECT " CHANNEL, 1, NULL, &topic, NULL, NULL, 0);
  g_autofree char *sql = is_good (result) ? g_strdup_printf ("LISTEN %s", PQgetvalue (result, 0, 0)) : NULL;

  if (sql == NULL)
    fail (self, result, error);
  PQclear (result);
  return sql != NULL && execute (engine, sql, error);
}

static gboolean
wait_for (KpEngine *engine, GCancellable *wake, int milliseconds, char **text, GError **error)
{
  Engine *self = (Engine *) engine;
  PGnotify *told = PQnotifies (self->conn);
  GPollFD fds[2] = { { PQsocket (self->conn), G_IO_IN, 0 }, { 0, 0, 0 } };

  *text = NULL;
  if (told == NULL && g_cancellable_make_pollfd (wake, &fds[1]))
    {
      const int n_ready = g_poll (fds, G_N_ELEMENTS (fds), milliseconds);

      g_cancellable_release_fd (wake);
      if (n_ready > 0 && fds[0].revents != 0 && PQconsumeInput (self->conn) == 0)
        return fail (self, NULL, error);
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
  .prepare = prepare,
  .finalize = finalize,
  .start = start,
  .next = next,
  .reset = reset,
  .get_n_changed = get_n_changed,
  .get_n_columns = get_n_columns,
  .get_name = get_name,
  .get = get,
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
check_server (Engine *self, GError **error)
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
check_presence (Engine *self, KpOpenMode mode, GError **error)
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
set_up (Engine *self, KpOpenMode mode, GError **error)
{
  if (PQstatus (self->conn) != CONNECTION_OK)
    return kp_data_error_set (error, KP_DATA_ERROR_CONNECTION, NULL);
  PQsetNoticeReceiver (self->conn, on_notice_cb, NULL);
  if (!check_server (self, error) ||
      !execute (&self->parent,
                "SET client_encoding = 'UTF8'; SET timezone = 'UTC'; SET lock_timeout = '5s';"
                "SET client_min_messages = error; SET default_transaction_isolation = 'serializable';"
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
  Engine *self = (Engine *) engine;
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
  const PGconn *conn = ((Engine *) engine)->conn;
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
  Engine *self = g_new0 (Engine, 1);

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
