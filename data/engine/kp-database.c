/* kp-database.c – one connection to the record: opening, statement cache, transactions.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-database.h"

#include <string.h>

#include "kp-data-error.h"
#include "kp-ddl.h"
#include "kp-engine.h"
#include "kp-statement-private.h"

#define CACHE_SIZE 128

struct _KpDatabase
{
  KpEngine *engine; /* owned */
  KpOpenMode mode;
  char *path;         /* NULL for a server */
  GHashTable *cache;  /* SQL (borrowed from the statement) → KpStatement, owned */
  GPtrArray *running; /* statements that are borrowed and must be reset before a rollback; borrowed */
  guint64 clock;
  KpTransaction *transaction; /* borrowed, nullable */
  gboolean has_failed;        /* a statement of the transaction failed */
  gboolean is_image;          /* in memory */
  KpDatabaseKeeper keeper;    /* nullable */
  gpointer keeper_data;
  GDestroyNotify free_keeper_data;
  GHashTable *seals; /* campaign → KpSeal */
  KpOrigin *origin;  /* (nullable): for which screen it works */
  GCancellable *patience; /* (nullable) */
  guint n_commits;
};

struct _KpTransaction
{
  KpDatabase *db;
  gboolean is_open;
  gboolean is_reading;
};

/**
 * kp_database_location_is_server:
 * @location: what the operator gave
 *
 * Returns: %TRUE for postgresql://…, postgres://… or libpq's "host=… dbname=…", %FALSE for a file's path
 */
gboolean
kp_database_location_is_server (const char *location)
{
  static const char *const prefixes[] = { "postgresql://", "postgres://", "host=",
                                          "dbname=",       "service=",    "user=" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (location, prefixes[i]))
      return TRUE;
  return FALSE;
}

/* Takes the engine, which is NULL when it could not be opened. */
static KpDatabase *
database_new (KpEngine *engine, KpOpenMode mode, const char *path)
{
  KpDatabase *db = NULL;

  if (engine == NULL)
    return NULL;
  db = g_new0 (KpDatabase, 1);
  db->engine = engine;
  db->mode = mode;
  db->path = g_strdup (path);
  db->cache = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, kp_statement_destroy);
  db->running = g_ptr_array_new ();
  db->seals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) kp_seal_unref);
  return db;
}

/**
 * kp_database_open:
 * @location: a file's path, or postgresql://… or libpq's "key=value …"
 * @mode: whether to create, and whether to write
 * @error: EXISTS, NOT_FOUND, FOREIGN, CORRUPT, READ_ONLY, REMOTE, CONNECTION, BUSY, DISK
 *
 * Opens the record. The handle belongs to the calling thread. A record that is refused stays byte for byte as
 * it was; a newer one is refused by kp_migration_upgrade(), which every opening must call next.
 *
 * Returns: (transfer full) (nullable): the handle, closed by kp_database_close()
 */
KpDatabase *
kp_database_open (const char *location, KpOpenMode mode, GError **error)
{
  gboolean is_server = FALSE;

  g_return_val_if_fail (location != NULL, NULL);

  is_server = kp_database_location_is_server (location);
  return database_new (is_server ? kp_postgres_open (location, mode, error) : kp_sqlite_open (location, mode, error),
                       mode, is_server ? NULL : location);
}

/**
 * kp_database_open_image:
 * @image: (nullable): the bytes of a record; %NULL with %KP_OPEN_CREATE_NEW
 * @mode: whether to create, and whether to write
 * @error: FOREIGN, CORRUPT
 *
 * Opens a record in memory. No disk ever sees it, unless by kp_database_set_keeper().
 *
 * Returns: (transfer full) (nullable): the handle, closed by kp_database_close()
 */
KpDatabase *
kp_database_open_image (GBytes *image, KpOpenMode mode, GError **error)
{
  KpDatabase *db = NULL;

  g_return_val_if_fail ((image == NULL) == (mode == KP_OPEN_CREATE_NEW), NULL);

  db = database_new (kp_sqlite_open_image (image, mode, error), mode, NULL);
  if (db != NULL)
    db->is_image = TRUE;
  return db;
}

/**
 * kp_database_dup_image:
 * @db: a handle of kp_database_open_image()
 * @error: FAILED without memory
 *
 * Returns: (transfer full) (nullable): all of its bytes
 */
GBytes *
kp_database_dup_image (KpDatabase *db, GError **error)
{
  g_return_val_if_fail (db->is_image, NULL);

  return kp_sqlite_dup_image (db->engine, error);
}

/**
 * kp_database_set_keeper:
 * @db: a handle of kp_database_open_image()
 * @keeper: puts the bytes where they are safe
 * @user_data: (nullable): for @keeper
 * @free_data: (nullable): frees @user_data with the handle
 *
 * A commit keeps first and commits then: what is in memory was always kept before, and what could not be kept is rolled
 * back. The schema has no deferred rule, so that the commit itself finds nothing to refuse.
 */
void
kp_database_set_keeper (KpDatabase *db, KpDatabaseKeeper keeper, gpointer user_data, GDestroyNotify free_data)
{
  g_return_if_fail (db->is_image && db->keeper == NULL);

  db->keeper = keeper;
  db->keeper_data = user_data;
  db->free_keeper_data = free_data;
}

/**
 * kp_database_close:
 * @db: (transfer full): the handle; no statement or transaction of it may be alive
 *
 * Closes the connection. What was not committed is lost.
 */
void
kp_database_close (KpDatabase *db)
{
  g_return_if_fail (db != NULL);
  g_return_if_fail (db->transaction == NULL);

  g_hash_table_unref (db->cache);
  g_ptr_array_unref (db->running);
  g_hash_table_unref (db->seals);
  db->engine->klass->close (db->engine);
  if (db->free_keeper_data != NULL)
    db->free_keeper_data (db->keeper_data);
  g_free (db->path);
  g_clear_pointer (&db->origin, kp_origin_unref);
  g_clear_object (&db->patience);
  g_free (db);
}

/**
 * kp_database_set_patience:
 * @db: the handle
 * @patience: (nullable): until it is cancelled, by any thread, a server that breaks off at the end of a unit of work is asked
 *   again and again whether it recorded it; without it half a minute
 */
void
kp_database_set_patience (KpDatabase *db, GCancellable *patience)
{
  g_set_object (&db->patience, patience);
}

/**
 * kp_database_get_patience:
 * @db: the handle
 *
 * Returns: (transfer none) (nullable): of kp_database_set_patience()
 */
GCancellable *
kp_database_get_patience (KpDatabase *db)
{
  return db->patience;
}

/**
 * kp_database_get_n_commits:
 * @db: the handle
 *
 * Returns: how many units of work were written by it. While it is 0 nothing was: whatever failed may be done again.
 */
guint
kp_database_get_n_commits (KpDatabase *db)
{
  return db->n_commits;
}

/** kp_database_note_commit: a unit of work is written after all; for data/engine/ alone. */
void
kp_database_note_commit (KpDatabase *db)
{
  db->n_commits++;
}

/**
 * kp_database_set_origin:
 * @db: the handle
 * @origin: (nullable): the screen it works for
 *
 * So that a screen knows what it did itself from what others did, see kp-channel.h and kp-origin.h.
 */
void
kp_database_set_origin (KpDatabase *db, KpOrigin *origin)
{
  g_clear_pointer (&db->origin, kp_origin_unref);
  if (origin != NULL)
    db->origin = kp_origin_ref (origin);
}

/**
 * kp_database_get_origin:
 * @db: the handle
 *
 * Returns: (transfer none) (nullable): of kp_database_set_origin()
 */
KpOrigin *
kp_database_get_origin (KpDatabase *db)
{
  return db->origin;
}

/**
 * kp_database_get_kind:
 * @db: the handle
 *
 * Returns: which engine it is
 */
KpDatabaseKind
kp_database_get_kind (KpDatabase *db)
{
  return db->engine->klass->kind;
}

/**
 * kp_database_get_mode:
 * @db: the handle
 *
 * Returns: the mode it was opened in
 */
KpOpenMode
kp_database_get_mode (KpDatabase *db)
{
  return db->mode;
}

/**
 * kp_database_get_path:
 * @db: the handle
 *
 * Returns: (transfer none) (nullable): the file; %NULL for a server
 */
const char *
kp_database_get_path (KpDatabase *db)
{
  return db->path;
}

/**
 * kp_database_is_exposed:
 * @db: the handle
 *
 * Returns: whether others in the network could read what goes to and from a server; %FALSE for a file
 */
gboolean
kp_database_is_exposed (KpDatabase *db)
{
  return kp_database_get_kind (db) == KP_DATABASE_POSTGRES && kp_postgres_is_exposed (db->engine);
}

/**
 * kp_database_get_engine:
 * @db: the handle
 *
 * Returns: (transfer none): the engine, for data/engine/ alone
 */
KpEngine *
kp_database_get_engine (KpDatabase *db)
{
  return db->engine;
}

/**
 * kp_database_take_seal:
 * @db: the handle
 * @campaign: a campaign of the record
 * @seal: (transfer full): its key
 *
 * From now on sealed columns of @campaign are opened when they are read, and sealed when they are written.
 */
void
kp_database_take_seal (KpDatabase *db, const char *campaign, KpSeal *seal)
{
  g_hash_table_replace (db->seals, g_strdup (campaign), seal);
}

/**
 * kp_database_get_seal:
 * @db: the handle
 * @campaign: a campaign of the record
 *
 * Returns: (transfer none) (nullable): what kp_database_take_seal() took
 */
KpSeal *
kp_database_get_seal (KpDatabase *db, const char *campaign)
{
  return g_hash_table_lookup (db->seals, campaign);
}

/**
 * kp_database_load_version:
 * @db: the handle
 * @version: (out): the schema's version, 0 when nothing has been made yet
 * @error: any
 *
 * Returns: %FALSE when it could not be read
 */
gboolean
kp_database_load_version (KpDatabase *db, gint64 *version, GError **error)
{
  return db->engine->klass->load_version (db->engine, version, error);
}

/**
 * kp_database_set_cancellable:
 * @db: the handle
 * @cancellable: (nullable): stops the statement that runs, and the next ones, with G_IO_ERROR_CANCELLED
 *
 * May be cancelled from another thread; must be set from the handle's own.
 */
void
kp_database_set_cancellable (KpDatabase *db, GCancellable *cancellable)
{
  db->engine->klass->set_cancellable (db->engine, cancellable);
}

/**
 * kp_database_may_run:
 * @db: the handle
 * @error: ABORTED
 *
 * PostgreSQL refuses everything in a transaction of which a statement failed; here the embedded engine does
 * so too, so that such a mistake shows in every test.
 *
 * Returns: %FALSE when the transaction has to be rolled back first
 */
gboolean
kp_database_may_run (KpDatabase *db, GError **error)
{
  if (db->has_failed)
    return kp_data_error_set (error, KP_DATA_ERROR_ABORTED, NULL);
  return TRUE;
}

/**
 * kp_database_note_failure:
 * @db: the handle
 *
 * A statement failed: its transaction, when there is one, can only be rolled back.
 */
void
kp_database_note_failure (KpDatabase *db)
{
  db->has_failed = db->transaction != NULL;
}

/**
 * kp_database_script:
 * @db: the handle
 * @sql: statements in the words of SQLite STRICT, see kp_ddl_map()
 * @error: CONSTRAINT, FAILED, READ_ONLY, …
 *
 * Runs a script of definitions.
 *
 * Returns: %FALSE when a statement failed
 */
gboolean
kp_database_script (KpDatabase *db, const char *sql, GError **error)
{
  g_autofree char *mapped = kp_ddl_map (sql, kp_database_get_kind (db));

  if (!kp_database_may_run (db, error))
    return FALSE;
  if (db->engine->klass->execute (db->engine, mapped, error))
    return TRUE;
  kp_database_note_failure (db);
  return FALSE;
}

static void
drop_oldest (KpDatabase *db)
{
  KpStatement *oldest = NULL;
  KpStatement *s = NULL;
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, db->cache);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &s))
    if (!s->is_borrowed && (oldest == NULL || s->used < oldest->used))
      oldest = s;
  if (oldest != NULL)
    g_hash_table_remove (db->cache, oldest->sql);
}

/**
 * kp_database_prepare:
 * @db: the handle
 * @sql: one statement with placeholders $1 … $n
 * @error: FAILED for wrong SQL (on PostgreSQL with the first step), ABORTED
 *
 * Takes the statement from the cache, or makes it. Borrowed twice at a time, the same SQL gives two
 * statements.
 *
 * Returns: (transfer full) (nullable): given back by kp_statement_release()
 */
KpStatement *
kp_database_prepare (KpDatabase *db, const char *sql, GError **error)
{
  KpStatement *s = NULL;
  gboolean is_taken = FALSE;

  if (!kp_database_may_run (db, error))
    return NULL;
  s = g_hash_table_lookup (db->cache, sql);
  is_taken = s != NULL && s->is_borrowed;
  if (s == NULL || is_taken)
    {
      s = kp_statement_new (db, sql, error);
      if (s == NULL)
        {
          kp_database_note_failure (db);
          return NULL;
        }
      s->is_cached = !is_taken;
      if (s->is_cached && g_hash_table_size (db->cache) >= CACHE_SIZE)
        drop_oldest (db);
      if (s->is_cached)
        g_hash_table_insert (db->cache, s->sql, s);
    }
  s->is_borrowed = TRUE;
  s->used = ++db->clock;
  g_ptr_array_add (db->running, s);
  return s;
}

/**
 * kp_statement_release:
 * @s: (transfer full): a statement of kp_database_prepare()
 *
 * Gives it back: what it was reading ends, its values are forgotten.
 */
void
kp_statement_release (KpStatement *s)
{
  g_return_if_fail (s->is_borrowed);

  g_ptr_array_remove_fast (s->db->running, s);
  kp_statement_clear (s);
  s->is_borrowed = FALSE;
  if (!s->is_cached)
    kp_statement_destroy (s);
}

static KpTransaction *
begin (KpDatabase *db, gboolean reading, GError **error)
{
  KpTransaction *t = NULL;

  g_return_val_if_fail (db->transaction == NULL, NULL);

  if (!db->engine->klass->begin (db->engine, reading, error))
    return NULL;
  t = g_new0 (KpTransaction, 1);
  t->db = db;
  t->is_open = TRUE;
  t->is_reading = reading;
  db->transaction = t;
  db->has_failed = FALSE;
  return t;
}

/**
 * kp_transaction_begin:
 * @db: the handle; it must have no transaction
 * @error: BUSY, READ_ONLY, CONNECTION
 *
 * Begins a unit of work that writes: on SQLite it holds the only write lock, on PostgreSQL it is READ COMMITTED, and what keeps
 * two writers of one campaign apart is the head of its journal, which a ledger takes before it reads (kp_ledger_begin()).
 *
 * Returns: (transfer full) (nullable): the transaction
 */
KpTransaction *
kp_transaction_begin (KpDatabase *db, GError **error)
{
  return begin (db, FALSE, error);
}

/** kp_database_is_in_transaction: whether a unit of work is open on it, to read or to write. */
gboolean
kp_database_is_in_transaction (KpDatabase *db)
{
  return db->transaction != NULL;
}

/**
 * kp_database_load_clock:
 * @db: a server
 * @seconds: (out): since the beginning of 1970 in UTC, by its clock
 * @error: CONNECTION
 *
 * The one question that is put to a server's clock: no statement that reads or writes the record depends on it.
 *
 * Returns: %FALSE when it could not be asked
 */
gboolean
kp_database_load_clock (KpDatabase *db, gint64 *seconds, GError **error)
{
  g_autoptr (KpStatement) s = NULL;
  gboolean has_row = FALSE;

  g_return_val_if_fail (kp_database_get_kind (db) == KP_DATABASE_POSTGRES, FALSE);

  s = kp_database_prepare (db, "SELECT CAST (EXTRACT (EPOCH FROM clock_timestamp ()) AS BIGINT) AS seconds", error);
  if (s == NULL || !kp_statement_step (s, &has_row, error))
    return FALSE;
  *seconds = kp_statement_get_int (s, "seconds");
  return TRUE;
}

/**
 * kp_database_check_file:
 * @db: the record
 * @complaint: (out) (transfer full) (nullable): what is damaged, in SQLite's words; %NULL when the file is
 * whole
 * @error: CORRUPT when it cannot even be read
 *
 * Checks every page and every index of a file, which opening does for small files and only in part. A server
 * looks after its own pages: always whole.
 *
 * Returns: %FALSE when the check could not be done
 */
gboolean
kp_database_check_file (KpDatabase *db, char **complaint, GError **error)
{
  g_autoptr (KpStatement) s = NULL;
  gboolean has_row = FALSE;

  *complaint = NULL;
  if (kp_database_get_kind (db) != KP_DATABASE_SQLITE)
    return TRUE;
  s = kp_database_prepare (db, "PRAGMA integrity_check (1)", error);
  if (s == NULL || !kp_statement_step (s, &has_row, error))
    return FALSE;
  if (has_row && strcmp (kp_statement_get_text (s, "integrity_check"), "ok") != 0)
    *complaint = kp_statement_dup_text (s, "integrity_check");
  return TRUE;
}

/**
 * kp_database_sweep:
 * @db: the record, without a transaction
 * @error: DISK, …
 *
 * Empties the log of a file, in which older states of its pages lie. As long as others read, the log stays, and goes when
 * they are done. A server keeps its own log.
 *
 * Returns: %FALSE when it could not be done
 */
gboolean
kp_database_sweep (KpDatabase *db, GError **error)
{
  g_autoptr (KpStatement) s = NULL;
  gboolean has_row = FALSE;

  if (kp_database_get_kind (db) != KP_DATABASE_SQLITE || db->is_image)
    return TRUE;
  s = kp_database_prepare (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
  return s != NULL && kp_statement_step (s, &has_row, error);
}

/**
 * kp_database_vacuum:
 * @db: the record, without a transaction
 * @error: BUSY, DISK, …
 *
 * Writes the rows anew and empties the log of a file. On a server only tables that belong to the login are written anew; its
 * own log is the server's.
 *
 * Returns: %FALSE when it could not be done
 */
gboolean
kp_database_vacuum (KpDatabase *db, GError **error)
{
  const gboolean is_file = kp_database_get_kind (db) == KP_DATABASE_SQLITE;

  if (db->is_image)
    return TRUE;
  return db->engine->klass->execute (db->engine, is_file ? "VACUUM" : "VACUUM (FULL)", error) && kp_database_sweep (db, error);
}

/**
 * kp_transaction_begin_reading:
 * @db: the handle; it must have no transaction
 * @error: BUSY, CONNECTION
 *
 * Begins one snapshot: what others write meanwhile is not seen, and nobody waits.
 *
 * Returns: (transfer full) (nullable): the transaction
 */
KpTransaction *
kp_transaction_begin_reading (KpDatabase *db, GError **error)
{
  return begin (db, TRUE, error);
}

/* The engine may have rolled back by itself (disk full, lost server): then there is nothing left to do. */
static void
roll_back (KpTransaction *t)
{
  KpDatabase *db = t->db;

  for (guint i = 0; i < db->running->len; i++)
    kp_statement_reset (g_ptr_array_index (db->running, i));
  db->engine->klass->execute (db->engine, "ROLLBACK", NULL);
  db->transaction = NULL;
  db->has_failed = FALSE;
  t->is_open = FALSE;
}

static gboolean
keep (KpDatabase *db, GError **error)
{
  g_autoptr (GBytes) image = NULL;

  if (db->keeper == NULL)
    return TRUE;
  image = kp_sqlite_dup_image (db->engine, error);
  return image != NULL && db->keeper (image, db->keeper_data, error);
}

/**
 * kp_transaction_commit:
 * @t: a transaction that is open
 * @error: ABORTED when a statement of it failed, BUSY, DISK, CONSTRAINT, CONNECTION
 *
 * Makes the unit of work permanent. When that fails it is rolled back. With CONNECTION the outcome is
 * unknown: read before writing again.
 *
 * Returns: %TRUE when everything is on the disk
 */
gboolean
kp_transaction_commit (KpTransaction *t, GError **error)
{
  KpDatabase *db = t->db;

  g_return_val_if_fail (t->is_open, FALSE);

  for (guint i = 0; i < db->running->len; i++)
    kp_statement_reset (g_ptr_array_index (db->running, i));
  if (!kp_database_may_run (db, error) || !keep (db, error)
      || !db->engine->klass->execute (db->engine, "COMMIT", error))
    {
      roll_back (t);
      return FALSE;
    }
  db->transaction = NULL;
  t->is_open = FALSE;
  if (!t->is_reading)
    kp_database_note_commit (db);
  return TRUE;
}

/**
 * kp_transaction_free:
 * @t: (transfer full): a transaction
 *
 * Rolls back what was not committed.
 */
void
kp_transaction_free (KpTransaction *t)
{
  if (t->is_open)
    roll_back (t);
  g_free (t);
}
