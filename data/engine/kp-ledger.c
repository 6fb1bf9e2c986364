/* kp-ledger.c – the only way rows are written: one unit of work, one transaction, every row journalled.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The head row of the campaign's journal is the lock: it is taken before anything is read, so that two units
 * of work of one campaign follow each other, and written once at the end (once a row would be quadratic on
 * PostgreSQL). */

#include "kp-ledger.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-canon.h"
#include "kp-channel.h"
#include "kp-data-error.h"
#include "kp-doubt.h"
#include "kp-engine.h"
#include "kp-journal.h"
#include "kp-pen.h"

#define LOCK_TRIES 12

struct _KpLedger
{
  KpDatabase *db;
  KpTransaction *transaction;
  char *campaign;
  char *actor;
  char *at;
  char *step;
  char *subject; /* nullable */
  char *last_at; /* nullable: of the row before its own */
  gint64 seq;
  guint8 hash[KP_HASH_SIZE]; /* of the last journal row */
  gint64 n_written;
  GPtrArray *pens; /* one for each table that was written */
  KpStatement *journal;
  KpCanon canon;
  GString *key;
  GString *before;
  GString *after;
  KpLedgerGuard guard; /* nullable */
  gpointer guard_data; /* borrowed */
  gboolean is_guarded; /* the last failure was the guard's, whose sentence is whole */
};

/* *found FALSE: the campaign has no journal yet. */
static gboolean
lock_head (KpLedger *ledger, gboolean *found, GError **error)
{
  g_autoptr (KpStatement) s = NULL;
  gconstpointer hash = NULL;
  gsize n = 0;

  s = kp_database_prepare (
      ledger->db, "UPDATE journal_head SET seq = seq WHERE campaign = $1 RETURNING seq, hash", error);
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, ledger->campaign);
  if (!kp_statement_step (s, found, error))
    return FALSE;
  if (!*found)
    return TRUE;
  ledger->seq = kp_statement_get_int (s, "seq");
  hash = kp_statement_get_blob (s, "hash", &n);
  if (n != KP_HASH_SIZE)
    return kp_data_error_set (error, KP_DATA_ERROR_CORRUPT, NULL);
  memcpy (ledger->hash, hash, n);
  return TRUE;
}

static gboolean
start_head (KpLedger *ledger, GError **error)
{
  g_autoptr (KpStatement) s = NULL;
  gint64 n = 0;

  kp_canon_hash_start (&ledger->canon, ledger->campaign, ledger->hash);
  ledger->seq = 0;
  s = kp_database_prepare (
      ledger->db,
      "INSERT INTO journal_head (campaign, seq, hash) VALUES ($1, 0, $2) ON CONFLICT (campaign) DO NOTHING",
      error);
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, ledger->campaign);
  kp_statement_bind_blob (s, 2, ledger->hash, KP_HASH_SIZE);
  if (!kp_statement_run (s, &n, error))
    return FALSE;
  /* Somebody else began the journal meanwhile: its head is to be taken. */
  return n == 1 || kp_data_error_set (error, KP_DATA_ERROR_BUSY, NULL);
}

/* The clock of this machine may have been set back: the record's time goes on from where it was. */
static gboolean
follow_last (KpLedger *ledger, GError **error)
{
  g_autofree char *place = NULL;

  if (!kp_ledger_load_last (ledger->db, ledger->campaign, &place, &ledger->last_at, error))
    return FALSE;
  if (place != NULL && strcmp (ledger->step, KP_LEDGER_MOVE) != 0)
    return kp_data_error_set (error, KP_DATA_ERROR_MOVED, place);
  if (ledger->last_at == NULL || !kp_ledger_goes_back (ledger->last_at, ledger->at, ledger->step))
    return TRUE;
  g_free (ledger->at);
  ledger->at = g_strdup (ledger->last_at);
  return TRUE;
}

static gboolean
take_head (KpLedger *ledger, GError **error)
{
  gboolean found = FALSE;

  g_clear_pointer (&ledger->last_at, g_free);
  ledger->transaction = kp_transaction_begin (ledger->db, error);
  if (ledger->transaction == NULL)
    return FALSE;
  if (lock_head (ledger, &found, error) && (found ? follow_last (ledger, error) : start_head (ledger, error)))
    return TRUE;
  g_clear_pointer (&ledger->transaction, kp_transaction_free);
  return FALSE;
}

/* Both engines let a writer wait in a queue, for five seconds. On a server that many work on, somebody may be taking in a
 * whole workbook: there one stands in the queue for a minute. */
static gboolean
take_head_patiently (KpLedger *ledger, GError **error)
{
  guint tries = kp_database_get_kind (ledger->db) == KP_DATABASE_POSTGRES ? LOCK_TRIES : 1;

  while (TRUE)
    {
      g_autoptr (GError) e = NULL;

      if (take_head (ledger, &e))
        return TRUE;
      tries--;
      if (tries == 0 || !g_error_matches (e, KP_DATA_ERROR, KP_DATA_ERROR_BUSY))
        {
          g_propagate_error (error, g_steal_pointer (&e));
          return FALSE;
        }
    }
}

/**
 * kp_ledger_begin:
 * @db: the record; it must have no transaction
 * @campaign: whose unit of work it is
 * @act: who does what, when; copied
 * @error: BUSY when another writer holds a file for seconds or a server's campaign for a minute, READ_ONLY, CONNECTION, …
 *
 * Begins a unit of work and takes the campaign's journal. Reading through @db sees what the ledger has
 * written. A moment earlier than that of the last row becomes that one, unless the step is #KP_LEDGER_SET_CLOCK.
 *
 * Returns: (transfer full) (nullable): the ledger, on the thread of @db
 */
KpLedger *
kp_ledger_begin (KpDatabase *db, const char *campaign, const KpAct *act, GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;

  g_return_val_if_fail (campaign != NULL && act->actor != NULL && act->at != NULL && act->step != NULL, NULL);

  ledger = g_new0 (KpLedger, 1);
  ledger->db = db;
  ledger->campaign = g_strdup (campaign);
  ledger->actor = g_strdup (act->actor);
  ledger->at = g_strdup (act->at);
  ledger->step = g_strdup (act->step);
  ledger->subject = g_strdup (act->subject);
  ledger->pens = g_ptr_array_new_with_free_func (kp_pen_free);
  ledger->key = g_string_new (NULL);
  ledger->before = g_string_new (NULL);
  ledger->after = g_string_new (NULL);
  kp_canon_init (&ledger->canon);
  if (!take_head_patiently (ledger, error))
    return NULL;
  ledger->journal =
      kp_database_prepare (db,
                           "INSERT INTO journal (campaign, seq, at, actor, step, subject, table_name, "
                           "row_key, act, before_text, after_text, row_hash, prev_hash, hash) "
                           "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                           error);
  if (ledger->journal == NULL)
    return NULL;
  return g_steal_pointer (&ledger);
}

static void
bind_text (KpStatement *s, guint index, const char *text)
{
  KpValue value = { text != NULL ? KP_VALUE_TEXT : KP_VALUE_NULL, 0, text, text != NULL ? strlen (text) : 0 };

  kp_statement_bind_value (s, index, &value);
}

static void
bind_hash (KpStatement *s, guint index, const guint8 *hash)
{
  KpValue value = { hash != NULL ? KP_VALUE_BLOB : KP_VALUE_NULL, 0, hash, hash != NULL ? KP_HASH_SIZE : 0 };

  kp_statement_bind_value (s, index, &value);
}

static gboolean
append_journal (KpLedger *ledger, KpJournalFields *fields, GError **error)
{
  KpStatement *s = ledger->journal;
  guint8 hash[KP_HASH_SIZE];

  fields->campaign = ledger->campaign;
  fields->seq = ledger->seq + 1;
  fields->at = ledger->at;
  fields->actor = ledger->actor;
  fields->step = ledger->step;
  fields->subject = ledger->subject;
  kp_canon_hash_journal (&ledger->canon, ledger->hash, fields, hash);

  bind_text (s, 1, fields->campaign);
  kp_statement_bind_int (s, 2, fields->seq);
  bind_text (s, 3, fields->at);
  bind_text (s, 4, fields->actor);
  bind_text (s, 5, fields->step);
  bind_text (s, 6, fields->subject);
  bind_text (s, 7, fields->table_name);
  bind_text (s, 8, fields->row_key);
  bind_text (s, 9, fields->act);
  bind_text (s, 10, fields->before_text);
  bind_text (s, 11, fields->after_text);
  bind_hash (s, 12, fields->row_hash);
  bind_hash (s, 13, ledger->hash);
  bind_hash (s, 14, hash);
  if (!kp_statement_run (s, NULL, error))
    return FALSE;
  ledger->seq = fields->seq;
  memcpy (ledger->hash, hash, KP_HASH_SIZE);
  ledger->n_written++;
  return TRUE;
}

static void
prefix_row (KpLedger *ledger, const KpTable *table, GError **error)
{
  const char *key = ledger->key->str;

  if (ledger->is_guarded)
    return;
  if (*key != '\0')
    g_prefix_error (error, "%s %s: ", table->title, key);
  else
    g_prefix_error (error, "%s: ", table->title);
}

static gboolean
ask_guard (KpLedger *ledger, const KpTable *table, gconstpointer stored, gpointer record, GError **error)
{
  ledger->is_guarded
      = ledger->guard != NULL && !ledger->guard (table, ledger->key->str, stored, record, ledger->guard_data, error);
  return !ledger->is_guarded;
}

static gboolean
journal_row (KpLedger *ledger, KpPen *pen, gconstpointer old, gconstpointer new, GError **error)
{
  const KpTable *table = kp_pen_get_table (pen);
  KpJournalFields fields = { .table_name = table->name, .row_key = ledger->key->str };
  guint8 row_hash[KP_HASH_SIZE];

  g_string_truncate (ledger->before, 0);
  g_string_truncate (ledger->after, 0);
  if (old != NULL)
    {
      kp_canon_append_record (ledger->before, table, old, new);
      fields.before_text = ledger->before->str;
    }
  if (new != NULL)
    {
      kp_canon_append_record (ledger->after, table, new, old);
      fields.after_text = ledger->after->str;
      kp_canon_hash_record (&ledger->canon, table, kp_pen_get_stored (pen, new), row_hash);
      fields.row_hash = row_hash;
    }
  fields.act = old == NULL ? "insert" : new == NULL ? "remove" : "update";
  return append_journal (ledger, &fields, error);
}

static KpPen *
get_pen (KpLedger *ledger, const KpTable *table)
{
  KpPen *pen = NULL;

  for (guint i = 0; i < ledger->pens->len; i++)
    {
      pen = g_ptr_array_index (ledger->pens, i);
      if (kp_pen_get_table (pen) == table)
        return pen;
    }
  g_assert (table != &kp_journal_table);
  pen = kp_pen_new (ledger->db, table);
  g_ptr_array_add (ledger->pens, pen);
  return pen;
}

static KpPen *
take_pen (KpLedger *ledger, const KpTable *table, gconstpointer record)
{
  g_assert (ledger->transaction != NULL);
  g_assert (g_strcmp0 (G_STRUCT_MEMBER (const char *, record, table->columns[0].offset), ledger->campaign) ==
            0);

  ledger->is_guarded = FALSE;
  g_string_truncate (ledger->key, 0);
  kp_canon_append_key (ledger->key, table, record);
  return get_pen (ledger, table);
}

static gboolean
insert_row (KpLedger *ledger, KpPen *pen, gpointer record, GError **error)
{
  gint64 *version = kp_pen_get_version (pen, record);

  if (version != NULL)
    *version = 1;
  return kp_pen_insert (pen, record, error) && journal_row (ledger, pen, NULL, record, error);
}

/* The record's VERSION member becomes the new one only when the row was written. */
static gboolean
write_change (KpLedger *ledger, KpPen *pen, gpointer record, gpointer stored, GError **error)
{
  gint64 *version = kp_pen_get_version (pen, record);
  gint64 old = version != NULL ? *kp_pen_get_version (pen, stored) : 0;
  gboolean is_same = kp_record_equal (kp_pen_get_table (pen), record, stored);

  if (!is_same && !ask_guard (ledger, kp_pen_get_table (pen), stored, record, error))
    return FALSE;
  is_same = is_same || kp_record_equal (kp_pen_get_table (pen), record, stored);
  if (version != NULL)
    *version = is_same ? old : old + 1;
  if (is_same || (kp_pen_update (pen, record, error) && journal_row (ledger, pen, stored, record, error)))
    return TRUE;
  if (version != NULL)
    *version = old;
  return FALSE;
}

/* The stored row, when it is there and has not been changed since the record was read. */
static gboolean
read_current (KpPen *pen, gconstpointer record, gpointer *stored, GError **error)
{
  const gint64 *expected = kp_pen_get_version (pen, (gpointer) record);

  if (!kp_pen_load (pen, record, stored, error))
    return FALSE;
  if (*stored == NULL)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND,
                           _ ("The entry is not there any more. Load the list again."));
      return FALSE;
    }
  if (expected == NULL || *expected == *kp_pen_get_version (pen, *stored))
    return TRUE;
  g_clear_pointer (stored, kp_record_free);
  return kp_data_error_set (error, KP_DATA_ERROR_STALE, NULL);
}

/**
 * kp_ledger_insert:
 * @ledger: an open ledger
 * @table: which table
 * @record: the new row, of the ledger's campaign; its VERSION member becomes 1
 * @error: CONSTRAINT when the key is taken or a rule of the schema is broken, DISK, …
 *
 * Returns: %TRUE when the row and its journal row are written
 */
gboolean
kp_ledger_insert (KpLedger *ledger, const KpTable *table, gpointer record, GError **error)
{
  KpPen *pen = take_pen (ledger, table, record);

  if (insert_row (ledger, pen, record, error))
    return TRUE;
  prefix_row (ledger, table, error);
  return FALSE;
}

/**
 * kp_ledger_update:
 * @ledger: an open ledger
 * @table: which table
 * @record: the row as it shall be; its VERSION member is what was read, and becomes the new one
 * @error: NOT_FOUND, STALE when somebody changed it meanwhile, CONSTRAINT, DISK, …
 *
 * Writes nothing when nothing differs. NOT_FOUND and STALE leave the ledger usable.
 *
 * Returns: %TRUE when the row is as @record says
 */
gboolean
kp_ledger_update (KpLedger *ledger, const KpTable *table, gpointer record, GError **error)
{
  KpPen *pen = take_pen (ledger, table, record);
  g_autofree gpointer stored = NULL;

  if (read_current (pen, record, &stored, error) && write_change (ledger, pen, record, stored, error))
    return TRUE;
  prefix_row (ledger, table, error);
  return FALSE;
}

/**
 * kp_ledger_put:
 * @ledger: an open ledger
 * @table: which table
 * @record: the row as it shall be; its VERSION member is set, not compared
 * @error: CONSTRAINT, DISK, …
 *
 * Inserts or updates a row that no person edits. Writes nothing when nothing differs.
 *
 * Returns: %TRUE when the row is as @record says
 */
gboolean
kp_ledger_put (KpLedger *ledger, const KpTable *table, gpointer record, GError **error)
{
  KpPen *pen = take_pen (ledger, table, record);
  g_autofree gpointer stored = NULL;
  gboolean ok = kp_pen_load (pen, record, &stored, error);

  if (ok && stored == NULL)
    ok = insert_row (ledger, pen, record, error);
  else if (ok)
    ok = write_change (ledger, pen, record, stored, error);
  if (!ok)
    prefix_row (ledger, table, error);
  return ok;
}

/**
 * kp_ledger_remove:
 * @ledger: an open ledger
 * @table: which table
 * @record: its key members name the row; a VERSION member is compared
 * @error: NOT_FOUND, STALE, CONSTRAINT when other rows need it, DISK, …
 *
 * Returns: %TRUE when the row is gone; the journal keeps what it was
 */
gboolean
kp_ledger_remove (KpLedger *ledger, const KpTable *table, gconstpointer record, GError **error)
{
  KpPen *pen = take_pen (ledger, table, record);
  g_autofree gpointer stored = NULL;
  gboolean ok = read_current (pen, record, &stored, error);

  ok = ok && ask_guard (ledger, table, stored, NULL, error) && kp_pen_remove (pen, record, error)
       && journal_row (ledger, pen, stored, NULL, error);
  if (!ok)
    prefix_row (ledger, table, error);
  return ok;
}

/**
 * kp_ledger_write_removed:
 * @ledger: an open ledger
 * @table: which table
 * @record: the row that goes; only its key members count
 * @error: DISK, …
 *
 * Journals that a row goes which this login isn't shown (kp_server_may_read()): the server takes it away by itself.
 *
 * Returns: %TRUE when it is written
 */
gboolean
kp_ledger_write_removed (KpLedger *ledger, const KpTable *table, gconstpointer record, GError **error)
{
  return journal_row (ledger, take_pen (ledger, table, record), record, NULL, error);
}

/**
 * kp_ledger_note:
 * @ledger: an open ledger
 * @what: what it is about, e.g. "digest"
 * @text: JSON or a sentence, without personal data
 * @error: DISK, …
 *
 * Journals a fact that has no row.
 *
 * Returns: %TRUE when it is written
 */
gboolean
kp_ledger_note (KpLedger *ledger, const char *what, const char *text, GError **error)
{
  KpJournalFields fields = { .table_name = "", .row_key = what, .act = "note", .after_text = text };

  g_assert (ledger->transaction != NULL);
  return append_journal (ledger, &fields, error);
}

/**
 * kp_ledger_get_n_written:
 * @ledger: a ledger
 *
 * Returns: rows and notes written so far
 */
gint64
kp_ledger_get_n_written (KpLedger *ledger)
{
  return ledger->n_written;
}

/**
 * kp_ledger_set_guard:
 * @ledger: an open ledger
 * @guard: (nullable): asked before a stored row becomes another one or goes; its error is given as it is
 * @data: borrowed
 *
 * A row that is refused leaves the ledger usable.
 */
void
kp_ledger_set_guard (KpLedger *ledger, KpLedgerGuard guard, gpointer data)
{
  ledger->guard = guard;
  ledger->guard_data = data;
}

/** kp_ledger_get_seq: number of the journal's last row, those of this unit included. */
gint64
kp_ledger_get_seq (KpLedger *ledger)
{
  return ledger->seq;
}

static gboolean
write_head (KpLedger *ledger, GError **error)
{
  g_autoptr (KpStatement) s = NULL;

  s = kp_database_prepare (ledger->db, "UPDATE journal_head SET seq = $2, hash = $3 WHERE campaign = $1",
                           error);
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, ledger->campaign);
  kp_statement_bind_int (s, 2, ledger->seq);
  kp_statement_bind_blob (s, 3, ledger->hash, KP_HASH_SIZE);
  return kp_statement_run (s, NULL, error);
}

/* Within the transaction: others hear of it when it is committed, and never of what wasn't. */
static gboolean
tell_others (KpLedger *ledger, GError **error)
{
  KpOrigin *origin = kp_database_get_origin (ledger->db);
  g_autofree char *text = g_strdup_printf (KP_CHANNEL_GREW " %" G_GINT64_FORMAT " %s", ledger->seq,
                                           origin != NULL ? kp_origin_get_name (origin) : "-");

  if (origin != NULL)
    kp_origin_note (origin, ledger->campaign, ledger->seq);
  return kp_channel_tell (ledger->db, ledger->campaign, text, error);
}

static void
put_pens_away (KpLedger *ledger)
{
  g_ptr_array_set_size (ledger->pens, 0);
  g_clear_pointer (&ledger->journal, kp_statement_release);
}

/* A server that breaks off may have recorded it all the same. */
static gboolean
commit (KpLedger *ledger, KpTransaction *transaction, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean is_recorded = FALSE;

  if (kp_transaction_commit (transaction, &local))
    return TRUE;
  if (g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION)
      && !kp_doubt_is_recorded (ledger->db, ledger->campaign, ledger->seq, ledger->hash, &is_recorded, error))
    return FALSE;
  if (is_recorded)
    kp_database_note_commit (ledger->db);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return is_recorded;
}

/**
 * kp_ledger_commit:
 * @ledger: an open ledger; afterwards, also when it failed, it can only be freed
 * @error: BUSY (run the whole unit again), ABORTED, DISK, CONNECTION (nothing was written), DOUBT
 *
 * Ends the unit of work. When nothing was written the record stays untouched. A server that breaks off just then is asked
 * whether the unit was recorded.
 *
 * Returns: %TRUE when everything is on the disk
 */
gboolean
kp_ledger_commit (KpLedger *ledger, GError **error)
{
  g_autoptr (KpTransaction) transaction = g_steal_pointer (&ledger->transaction);

  g_return_val_if_fail (transaction != NULL, FALSE);

  put_pens_away (ledger);
  if (!kp_database_may_run (ledger->db, error))
    return FALSE;
  if (ledger->n_written == 0)
    return TRUE;
  if (write_head (ledger, error) && tell_others (ledger, error) && commit (ledger, transaction, error))
    return TRUE;
  if (kp_database_get_origin (ledger->db) != NULL)
    kp_origin_forget (kp_database_get_origin (ledger->db), ledger->campaign, ledger->seq);
  return FALSE;
}

/**
 * kp_ledger_free:
 * @ledger: (transfer full): a ledger
 *
 * Rolls back what was not committed.
 */
void
kp_ledger_free (KpLedger *ledger)
{
  put_pens_away (ledger);
  g_clear_pointer (&ledger->transaction, kp_transaction_free);
  g_ptr_array_unref (ledger->pens);
  kp_canon_clear (&ledger->canon);
  g_string_free (ledger->key, TRUE);
  g_string_free (ledger->before, TRUE);
  g_string_free (ledger->after, TRUE);
  g_free (ledger->campaign);
  g_free (ledger->actor);
  g_free (ledger->at);
  g_free (ledger->step);
  g_free (ledger->subject);
  g_free (ledger->last_at);
  g_free (ledger);
}

/**
 * kp_ledger_get_at:
 * @ledger: a ledger
 *
 * Returns: (transfer none): the moment that its rows bear
 */
const char *
kp_ledger_get_at (KpLedger *ledger)
{
  return ledger->at;
}

/**
 * kp_ledger_get_last_at:
 * @ledger: a ledger
 *
 * Returns: (transfer none) (nullable): the moment of the row before its own, %NULL when they are the first
 */
const char *
kp_ledger_get_last_at (KpLedger *ledger)
{
  return ledger->last_at;
}
