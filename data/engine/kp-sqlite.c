/* kp-sqlite.c – the embedded engine; the only file that speaks sqlite3.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "kp-engine.h"
#include "kp-file-check.h"

#define BUSY_MS 5000
#define QUICK_CHECK_MAX_BYTES (64 * 1024 * 1024)
#define OPCODES_BETWEEN_CANCEL_CHECKS 4000

typedef struct
{
  KpEngine parent;
  sqlite3 *db;
  GCancellable *cancellable; /* owned, nullable */
  gboolean is_writable;
  gboolean has_wal;
} Engine;

typedef struct
{
  KpCursor parent;
  sqlite3_stmt *stmt;
  guint n_values;
  int *places; /* $n → the index that SQLite gave it */
} Cursor;

static KpDataError
get_constraint_or_other (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return KP_DATA_ERROR_BUSY;
    case SQLITE_CORRUPT:
      return KP_DATA_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return KP_DATA_ERROR_FOREIGN;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return KP_DATA_ERROR_CONSTRAINT;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return KP_DATA_ERROR_DISK;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return KP_DATA_ERROR_READ_ONLY;
    default:
      return KP_DATA_ERROR_FAILED;
    }
}

static gboolean
fail (Engine *self, GError **error)
{
  int code = sqlite3_extended_errcode (self->db);

  if ((code & 0xff) == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  return kp_data_error_set (error, get_constraint_or_other (code), sqlite3_errmsg (self->db));
}

static gboolean
execute (KpEngine *engine, const char *sql, GError **error)
{
  Engine *self = (Engine *) engine;

  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return fail (self, error);
  return TRUE;
}

static void
close_engine (KpEngine *engine)
{
  Engine *self = (Engine *) engine;

  sqlite3_close_v2 (self->db);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/* WAL is set with the first writing, not on opening: opening a record that will be refused must not change
 * its header. */
static gboolean
begin (KpEngine *engine, gboolean reading, GError **error)
{
  Engine *self = (Engine *) engine;

  if (reading)
    return execute (engine, "BEGIN", error);
  if (!self->is_writable)
    return kp_data_error_set (error, KP_DATA_ERROR_READ_ONLY, NULL);
  if (!self->has_wal && !execute (engine, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  self->has_wal = TRUE;
  return execute (engine, "BEGIN IMMEDIATE", error);
}

static int
on_progress_cb (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

static void
set_cancellable (KpEngine *engine, GCancellable *cancellable)
{
  Engine *self = (Engine *) engine;

  g_set_object (&self->cancellable, cancellable);
  if (cancellable != NULL)
    sqlite3_progress_handler (self->db, OPCODES_BETWEEN_CANCEL_CHECKS, on_progress_cb, cancellable);
  else
    sqlite3_progress_handler (self->db, 0, NULL, NULL);
}

static gboolean
load_one (Engine *self, const char *sql, gint64 *number, char **text, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  gboolean ok =
      sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW;

  if (ok && number != NULL)
    *number = sqlite3_column_int64 (stmt, 0);
  if (ok && text != NULL)
    *text = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  if (!ok)
    fail (self, error);
  sqlite3_finalize (stmt);
  return ok;
}

static gboolean
load_version (KpEngine *engine, gint64 *version, GError **error)
{
  return load_one ((Engine *) engine, "PRAGMA user_version", version, NULL, error);
}

static void
finalize (KpCursor *cursor)
{
  Cursor *self = (Cursor *) cursor;

  sqlite3_finalize (self->stmt);
  g_free (self->places);
  g_free (self);
}

static KpCursor *
prepare (KpEngine *engine, const char *sql, guint n_values, GError **error)
{
  Engine *self = (Engine *) engine;
  sqlite3_stmt *stmt = NULL;
  Cursor *cursor = NULL;

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK ||
      stmt == NULL)
    {
      fail (self, error);
      return NULL;
    }
  cursor = g_new0 (Cursor, 1);
  cursor->parent.engine = engine;
  cursor->stmt = stmt;
  cursor->n_values = n_values;
  cursor->places = g_new0 (int, n_values + 1);
  for (guint i = 1; i <= n_values; i++)
    {
      char name[12];

      g_snprintf (name, sizeof name, "$%u", i);
      cursor->places[i] = sqlite3_bind_parameter_index (stmt, name);
    }
  return &cursor->parent;
}

static gboolean
start (KpCursor *cursor, const KpValue *values, gboolean streaming G_GNUC_UNUSED, GError **error)
{
  Cursor *self = (Cursor *) cursor;

  for (guint i = 1; i <= self->n_values; i++)
    {
      const KpValue *v = &values[i - 1];
      int place = self->places[i];
      int code = SQLITE_OK;

      if (place == 0)
        continue;
      if (v->type == KP_VALUE_INT)
        code = sqlite3_bind_int64 (self->stmt, place, v->number);
      else if (v->type == KP_VALUE_TEXT)
        code = sqlite3_bind_text64 (self->stmt, place, v->bytes, v->n_bytes, SQLITE_STATIC, SQLITE_UTF8);
      else if (v->type == KP_VALUE_BLOB)
        code = sqlite3_bind_blob64 (self->stmt, place, v->n_bytes > 0 ? v->bytes : "", v->n_bytes,
                                    SQLITE_STATIC);
      else
        code = sqlite3_bind_null (self->stmt, place);
      if (code != SQLITE_OK)
        return fail ((Engine *) cursor->engine, error);
    }
  return TRUE;
}

static gboolean
next (KpCursor *cursor, gboolean *has_row, GError **error)
{
  Cursor *self = (Cursor *) cursor;
  int code = sqlite3_step (self->stmt);

  *has_row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  return fail ((Engine *) cursor->engine, error);
}

static void
reset (KpCursor *cursor)
{
  sqlite3_reset (((Cursor *) cursor)->stmt);
}

static gint64
get_n_changed (KpCursor *cursor)
{
  return sqlite3_changes64 (((Engine *) cursor->engine)->db);
}

static guint
get_n_columns (KpCursor *cursor)
{
  return (guint) sqlite3_column_count (((Cursor *) cursor)->stmt);
}

static const char *
get_name (KpCursor *cursor, guint column)
{
  return sqlite3_column_name (((Cursor *) cursor)->stmt, (int) column);
}

static void
get (KpCursor *cursor, guint column, KpValue *out)
{
  sqlite3_stmt *stmt = ((Cursor *) cursor)->stmt;
  int c = (int) column;

  *out = (KpValue){ KP_VALUE_NULL, 0, NULL, 0 };
  switch (sqlite3_column_type (stmt, c))
    {
    case SQLITE_INTEGER:
      out->type = KP_VALUE_INT;
      out->number = sqlite3_column_int64 (stmt, c);
      break;
    case SQLITE_TEXT:
      out->type = KP_VALUE_TEXT;
      out->bytes = sqlite3_column_text (stmt, c);
      out->n_bytes = (gsize) sqlite3_column_bytes (stmt, c);
      break;
    case SQLITE_BLOB:
      out->type = KP_VALUE_BLOB;
      out->bytes = sqlite3_column_blob (stmt, c);
      out->n_bytes = (gsize) sqlite3_column_bytes (stmt, c);
      break;
    case SQLITE_FLOAT:
      g_critical ("a REAL in column %s of: %s", sqlite3_column_name (stmt, c), sqlite3_sql (stmt));
      break;
    default:
      break;
    }
}

static const KpEngineClass sqlite_class = {
  .kind = KP_DATABASE_SQLITE,
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
};

static gboolean
check_is_sound (Engine *self, const char *path, GError **error)
{
  g_autofree char *answer = NULL;
  GStatBuf st;

  if (g_stat (path, &st) != 0 || st.st_size > QUICK_CHECK_MAX_BYTES)
    return load_one (self, "PRAGMA schema_version", NULL, NULL, error);
  if (!load_one (self, "PRAGMA quick_check (1)", NULL, &answer, error))
    return FALSE;
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT,
               _ ("“%s” is damaged. Go on with the newest backup."), path);
  return FALSE;
}

/* What was deleted is overwritten, for it may be personal. Who only reads mostly reads a table from end to end, once: there
 * a large cache holds nothing that is wanted again. */
static gboolean
configure (Engine *self, GError **error)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_busy_timeout (self->db, BUSY_MS);
  if (!self->is_writable && !execute (&self->parent, "PRAGMA query_only = ON", error))
    return FALSE;
  return execute (&self->parent,
                  "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA case_sensitive_like = ON;"
                  "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;",
                  error)
         && execute (&self->parent, self->is_writable ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -16384", error);
}

static gboolean
stamp (Engine *self, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d", KP_DATABASE_APPLICATION_ID);

  return execute (&self->parent, sql, error);
}

/* The header on the disk was ours; a creation that was cut off is only undone by opening, and then its mark is gone too. */
static gboolean
check_mark (Engine *self, GError **error)
{
  gint64 mark = 0;
  gint64 n_pages = 0;

  if (!load_one (self, "PRAGMA application_id", &mark, NULL, error) || !load_one (self, "PRAGMA page_count", &n_pages, NULL, error))
    return FALSE;
  if (mark == KP_DATABASE_APPLICATION_ID)
    return TRUE;
  if (n_pages <= 1 && self->is_writable)
    return stamp (self, error);
  return kp_data_error_set (error, KP_DATA_ERROR_FOREIGN, NULL);
}

/* A record on a medium that cannot be written has no place for the shared memory of WAL: it is read as it
 * lies. */
static int
open_immutable (Engine *self, const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);

  sqlite3_close_v2 (self->db);
  self->db = NULL;
  return sqlite3_open_v2 (
      uri, &self->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
      NULL);
}

static gboolean
set_up (Engine *self, const char *path, KpOpenMode mode, GError **error)
{
  g_autoptr (GError) first = NULL;

  if (mode == KP_OPEN_CREATE_NEW)
    return configure (self, error) && stamp (self, error);
  if (configure (self, &first) && check_is_sound (self, path, &first) && check_mark (self, &first))
    return TRUE;
  if (mode == KP_OPEN_READ_ONLY && !kp_file_check_has_log (path) &&
      (g_error_matches (first, KP_DATA_ERROR, KP_DATA_ERROR_DISK) ||
       g_error_matches (first, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY)))
    {
      if (open_immutable (self, path) != SQLITE_OK)
        return fail (self, error);
      return configure (self, error) && check_is_sound (self, path, error);
    }
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

/* A reader of a file that could be written is opened for writing and held to reading by the engine: the last
 * one to close then tidies the log away, which SQLite's own read-only mode leaves beside the file. */
static int
get_flags (const char *path, KpOpenMode mode)
{
  if (mode == KP_OPEN_CREATE_NEW)
    return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (kp_file_check_may_open (path, KP_OPEN_READ_WRITE, NULL))
    return SQLITE_OPEN_READWRITE;
  return SQLITE_OPEN_READONLY;
}

/**
 * kp_sqlite_open:
 * @path: the file
 * @mode: what for
 * @error: EXISTS, NOT_FOUND, FOREIGN, CORRUPT, READ_ONLY, REMOTE, BUSY, DISK
 *
 * Opens or creates a .kaopin file: foreign keys, full synchronisation, no double-quoted texts, LIKE by case.
 * What is refused is left byte for byte as it was.
 *
 * Returns: (transfer full) (nullable): the engine
 */
KpEngine *
kp_sqlite_open (const char *path, KpOpenMode mode, GError **error)
{
  g_autofree Engine *self = NULL;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  gboolean ok = FALSE;

  if (mode == KP_OPEN_CREATE_NEW ? !kp_file_check_may_create (path, error)
                                 : !kp_file_check_may_open (path, mode, error))
    return NULL;

  flags |= get_flags (path, mode);
  self = g_new0 (Engine, 1);
  self->parent.klass = &sqlite_class;
  self->is_writable = mode != KP_OPEN_READ_ONLY;
  ok = sqlite3_open_v2 (path, &self->db, flags, NULL) == SQLITE_OK ? set_up (self, path, mode, error)
                                                                   : fail (self, error);
  if (ok)
    return (KpEngine *) g_steal_pointer (&self);
  sqlite3_close_v2 (self->db);
  return NULL;
}

/* Without a file, and with the pages in the pager itself: only so does kp_sqlite_dup_image() see what a transaction wrote
 * before it is committed. */
static gboolean
load_image (Engine *self, GBytes *image, GError **error)
{
  const gsize size = g_bytes_get_size (image);
  guint8 *copy = sqlite3_malloc64 (size);
  sqlite3 *source = NULL;
  sqlite3_backup *backup = NULL;
  gboolean ok = copy != NULL && sqlite3_open_v2 (":memory:", &source, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK;

  if (ok)
    memcpy (copy, g_bytes_get_data (image, NULL), size);
  else
    sqlite3_free (copy);
  ok = ok
       && sqlite3_deserialize (source, "main", copy, (sqlite3_int64) size, (sqlite3_int64) size,
                               SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
              == SQLITE_OK;
  backup = ok ? sqlite3_backup_init (self->db, "main", source, "main") : NULL;
  ok = backup != NULL && sqlite3_backup_step (backup, -1) == SQLITE_DONE;
  ok = sqlite3_backup_finish (backup) == SQLITE_OK && ok;
  sqlite3_close_v2 (source);
  return ok || kp_data_error_set (error, KP_DATA_ERROR_CORRUPT, NULL);
}

static gboolean
set_up_image (Engine *self, GBytes *image, GError **error)
{
  g_autofree char *answer = NULL;
  gint64 application = 0;

  if (image == NULL)
    return configure (self, error) && stamp (self, error);
  if (!load_image (self, image, error) || !configure (self, error)
      || !load_one (self, "PRAGMA application_id", &application, NULL, error)
      || !load_one (self, "PRAGMA quick_check (1)", NULL, &answer, error))
    return FALSE;
  if (application != KP_DATABASE_APPLICATION_ID)
    return kp_data_error_set (error, KP_DATA_ERROR_FOREIGN, NULL);
  return g_strcmp0 (answer, "ok") == 0 || kp_data_error_set (error, KP_DATA_ERROR_CORRUPT, NULL);
}

/**
 * kp_sqlite_open_image:
 * @image: (nullable): the bytes of a record that lies in no file; %NULL = a new, empty one
 * @mode: what for
 * @error: FOREIGN, CORRUPT
 *
 * As kp_sqlite_open(), in memory: nothing is ever written to a disk.
 *
 * Returns: (transfer full) (nullable): the engine
 */
KpEngine *
kp_sqlite_open_image (GBytes *image, KpOpenMode mode, GError **error)
{
  g_autofree Engine *self = g_new0 (Engine, 1);
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  self->parent.klass = &sqlite_class;
  self->is_writable = mode != KP_OPEN_READ_ONLY;
  self->has_wal = TRUE;
  if (sqlite3_open_v2 (":memory:", &self->db, flags, NULL) == SQLITE_OK ? set_up_image (self, image, error)
                                                                          : fail (self, error))
    return (KpEngine *) g_steal_pointer (&self);
  sqlite3_close_v2 (self->db);
  return NULL;
}

/**
 * kp_sqlite_dup_image:
 * @engine: of kp_sqlite_open_image()
 * @error: FAILED without memory
 *
 * Returns: (transfer full) (nullable): all of its bytes as they are now, what an open transaction wrote included
 */
GBytes *
kp_sqlite_dup_image (KpEngine *engine, GError **error)
{
  sqlite3_int64 size = 0;
  guint8 *bytes = sqlite3_serialize (((Engine *) engine)->db, "main", &size, 0);

  if (bytes != NULL)
    return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
  fail ((Engine *) engine, error);
  return NULL;
}

/**
 * kp_sqlite_read_head:
 * @path: any file
 * @head: (out): gets its first bytes
 * @size: how many at most
 *
 * A process loses all its locks on a file when it closes any descriptor of it; SQLite knows its own and waits with closing
 * (“How To Corrupt An SQLite Database File”, 2.2). So nobody else may open a record, not even to look at it.
 *
 * Returns: how many bytes there are; 0 when the file can't be read
 */
gsize
kp_sqlite_read_head (const char *path, guint8 *head, gsize size)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  const char *name = sqlite3_create_filename (absolute, "", "", 0, NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
  sqlite3_int64 length = 0;
  gsize n = 0;

  if (vfs->xOpen (vfs, name, file, flags, &flags) == SQLITE_OK && file->pMethods->xFileSize (file, &length) == SQLITE_OK)
    {
      const int code = file->pMethods->xRead (file, head, (int) size, 0);

      if (code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ)
        n = MIN (size, (gsize) length);
    }
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  sqlite3_free_filename ((char *) name);
  return n;
}
