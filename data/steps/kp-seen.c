/* kp-seen.c – what a screen had read before somebody typed there, so that no later word of a colleague is overwritten unseen.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A screen knows up to which row of the journal it has read. When a step is about to write a row, what the journal says of it
 * after that, and this program didn't write itself, is a colleague's. Of the columns that people type (kp-typed.c):
 *
 *   colleague changed it   the step changes it   same value   what happens
 *   no                     any                   –            written
 *   yes                    no                    –            written: the colleague's value stays
 *   yes                    yes                   yes          written: both say the same
 *   yes                    yes                   no           nothing is written, and both values are told
 *
 * What the person then chose holds for the step as it is tried again: where the columns are free of each other, of each the
 * one's value or the other's.
 *
 * So no table needs a check of its own, and no step can forget it. The journal holds no personal values: what such a column
 * was before isn't told, only what it is now and what was typed. */
#include "kp-seen.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "kp-canon.h"
#include "kp-session-private.h"
#include "kp-typed.h"

#define MASKED "***"

typedef struct
{
  gint64 first;
  gint64 last;
} Range;

struct _KpOwnActs
{
  gatomicrefcount refs;
  GMutex lock;
  GArray *ranges; /* (element-type Range) */
};

struct _KpSeen
{
  gatomicrefcount refs;
  GMutex lock;
  gint64 seq;
  KpOwnActs *own;
  GHashTable *accepted; /* row → gint64: what is known of it beyond @seq */
  GHashTable *kept;     /* row → its columns that stay as they are, until something is committed */
  GStringChunk *texts;  /* of them */
};

/* What colleagues made of a row since. */
typedef struct
{
  gint64 seq; /* of the last time */
  char *actor;
  char *at;
  gboolean was_nothing; /* there was no row, or it has the columns in @before and nothing else */
  GHashTable *before;   /* column → raw text (nullable) as it was seen */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->actor);
  g_free (change->at);
  g_hash_table_unref (change->before);
  g_free (change);
}

/** kp_own_acts_new: (transfer full): none yet. */
KpOwnActs *
kp_own_acts_new (void)
{
  KpOwnActs *own = g_new0 (KpOwnActs, 1);

  g_atomic_ref_count_init (&own->refs);
  g_mutex_init (&own->lock);
  own->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  return own;
}

/** kp_own_acts_ref: (transfer full): one more owner. */
KpOwnActs *
kp_own_acts_ref (KpOwnActs *own)
{
  g_atomic_ref_count_inc (&own->refs);
  return own;
}

/** kp_own_acts_unref: (transfer full): one owner less. */
void
kp_own_acts_unref (KpOwnActs *own)
{
  if (!g_atomic_ref_count_dec (&own->refs))
    return;
  g_array_unref (own->ranges);
  g_mutex_clear (&own->lock);
  g_free (own);
}

/** kp_own_acts_add: this program wrote the rows from @first to @last. */
void
kp_own_acts_add (KpOwnActs *own,
                 gint64 first,
                 gint64 last)
{
  const Range range = { first, last };

  g_mutex_lock (&own->lock);
  if (last >= first)
    g_array_append_val (own->ranges, range);
  g_mutex_unlock (&own->lock);
}

static gboolean
own_acts_has (KpOwnActs *own,
              gint64 seq)
{
  gboolean has = FALSE;

  g_mutex_lock (&own->lock);
  for (guint i = own->ranges->len; i > 0 && !has; i--)
    {
      const Range *range = &g_array_index (own->ranges, Range, i - 1);

      has = seq >= range->first && seq <= range->last;
    }
  g_mutex_unlock (&own->lock);
  return has;
}

/** kp_seen_new: (transfer full): the record is known up to the journal's row @seq, and beyond it what is of @own. */
KpSeen *
kp_seen_new (gint64 seq,
             KpOwnActs *own)
{
  KpSeen *seen = g_new0 (KpSeen, 1);

  g_atomic_ref_count_init (&seen->refs);
  g_mutex_init (&seen->lock);
  seen->seq = seq;
  seen->own = kp_own_acts_ref (own);
  seen->accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  seen->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  seen->texts = g_string_chunk_new (64);
  return seen;
}

/** kp_seen_ref: (transfer full): one more owner. */
KpSeen *
kp_seen_ref (KpSeen *seen)
{
  g_atomic_ref_count_inc (&seen->refs);
  return seen;
}

/** kp_seen_unref: (transfer full): one owner less. */
void
kp_seen_unref (KpSeen *seen)
{
  if (!g_atomic_ref_count_dec (&seen->refs))
    return;
  kp_own_acts_unref (seen->own);
  g_hash_table_unref (seen->accepted);
  g_hash_table_unref (seen->kept);
  g_string_chunk_free (seen->texts);
  g_mutex_clear (&seen->lock);
  g_free (seen);
}

/** kp_seen_accept: the person has read @conflict and decided, so what the colleague wrote there is known from now on. */
void
kp_seen_accept (KpSeen *seen,
                const KpConflict *conflict)
{
  if (conflict->row == NULL)
    return;
  g_mutex_lock (&seen->lock);
  g_hash_table_insert (seen->accepted, g_strdup (conflict->row), g_memdup2 (&conflict->seq, sizeof conflict->seq));
  g_hash_table_remove (seen->kept, conflict->row);
  g_mutex_unlock (&seen->lock);
}

/**
 * kp_seen_choose:
 * @seen: what the screen had read
 * @conflict: one whose fields may be chosen each by itself
 * @takes_mine: one for each of its fields
 *
 * As kp_seen_accept(), and what the colleague wrote into the other fields stays, whatever the next step writes there.
 */
void
kp_seen_choose (KpSeen *seen,
                const KpConflict *conflict,
                const gboolean *takes_mine)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  kp_seen_accept (seen, conflict);
  for (guint i = 0; i < conflict->fields->len; i++)
    if (!takes_mine[i])
      g_ptr_array_add (kept, (gpointer) ((const KpConflictField *) g_ptr_array_index (conflict->fields, i))->name);
  if (conflict->row == NULL || !conflict->is_free || kept->len == 0)
    return;
  g_mutex_lock (&seen->lock);
  g_hash_table_insert (seen->kept, g_strdup (conflict->row), g_steal_pointer (&kept));
  g_mutex_unlock (&seen->lock);
}

static gboolean
is_known (KpSeen *seen,
          const char *row,
          gint64 seq)
{
  const gint64 *until;
  gboolean is_accepted;

  g_mutex_lock (&seen->lock);
  until = g_hash_table_lookup (seen->accepted, row);
  is_accepted = until != NULL && seq <= *until;
  g_mutex_unlock (&seen->lock);
  return is_accepted || own_acts_has (seen->own, seq);
}

/* ---- what colleagues did since ---- */

static char *
dup_member (JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;
  return json_node_get_value_type (node) == G_TYPE_INT64 ? g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node))
                                                         : g_strdup (json_node_get_string (node));
}

/* Of several changes the first one tells how it was. */
static void
take_before (Change *change,
             const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (text == NULL || !json_parser_load_from_data (parser, text, -1, NULL)
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return;
  json_object_iter_init (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next (&iter, &name, &node))
    if (!g_hash_table_contains (change->before, name))
      g_hash_table_insert (change->before, g_strdup (name), dup_member (node));
}

static void
take_act (GHashTable *changes,
          char *row,
          KpStatement *s)
{
  const gboolean is_update = g_str_equal (kp_statement_get_text (s, "act"), "update");
  Change *change = g_hash_table_lookup (changes, row);

  if (change == NULL)
    {
      change = g_new0 (Change, 1);
      change->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (changes, g_strdup (row), change);
      take_before (change, kp_statement_get_text (s, "before_text"));
      change->was_nothing = !is_update;
    }
  else if (is_update && !change->was_nothing)
    take_before (change, kp_statement_get_text (s, "before_text"));
  g_free (change->actor);
  g_free (change->at);
  change->seq = kp_statement_get_int (s, "seq");
  change->actor = g_strdup (kp_statement_get_text (s, "actor"));
  change->at = g_strdup (kp_statement_get_text (s, "at"));
}

static char *
dup_row (const char *table,
         const char *key)
{
  return g_strconcat (table, "\n", key, NULL);
}

/* Of one unit of work: it holds the lock, so that nobody adds to it. */
static gboolean
load_changes (KpSession *session,
              GError **error)
{
  g_autofree char *tables = kp_typed_dup_tables ();
  g_autofree char *sql = g_strdup_printf ("SELECT seq, at, actor, table_name, row_key, act, before_text FROM journal "
                                          "WHERE campaign = $1 AND seq > $2 AND seq <= $3 AND table_name IN (%s) ORDER BY seq",
                                          tables);
  g_autoptr (KpStatement) s = kp_database_prepare (session->db, sql, error);
  gboolean has_row = FALSE;

  if (s == NULL)
    return FALSE;
  session->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, change_free);
  kp_statement_bind_text (s, 1, session->campaign);
  kp_statement_bind_int (s, 2, session->seen->seq);
  kp_statement_bind_int (s, 3, session->begun_seq);
  while (kp_statement_step (s, &has_row, error) && has_row)
    {
      g_autofree char *row = dup_row (kp_statement_get_text (s, "table_name"), kp_statement_get_text (s, "row_key"));

      if (!is_known (session->seen, row, kp_statement_get_int (s, "seq")))
        take_act (session->changes, row, s);
    }
  return !has_row;
}

/* ---- the question ---- */

static char *
dup_raw_before (const Change *change,
                const KpColumn *column,
                const char *now)
{
  gpointer value = NULL;

  if (g_hash_table_lookup_extended (change->before, column->name, NULL, &value))
    return g_strdup (value);
  return change->was_nothing ? NULL : g_strdup (now);
}

static gboolean
is_private (const KpColumn *column)
{
  return (column->flags & (KP_COLUMN_PERSONAL | KP_COLUMN_SEALED)) != 0;
}

/* Who changed a column, or any of those that are one value. */
typedef struct
{
  gboolean is_theirs;
  gboolean is_mine;
} Touch;

static Touch
compare (const KpTypedTable *typed,
         guint index,
         const Change *change,
         gconstpointer stored,
         gconstpointer record,
         KpConflict *conflict)
{
  const KpColumn *column = kp_typed_get_column (typed, index);
  const KpTypedColumn *shown = &typed->columns[index];
  g_autofree char *now = kp_typed_dup_raw (column, stored);
  g_autofree char *mine = kp_typed_dup_raw (column, record);
  g_autofree char *before = dup_raw_before (change, column, now);
  const gboolean is_masked = is_private (column) && g_strcmp0 (before, MASKED) == 0;
  g_autofree char *shown_before = is_masked ? g_strdup (_("not kept by the journal")) : kp_typed_dup_shown (shown, before);
  g_autofree char *shown_now = kp_typed_dup_shown (shown, now);
  g_autofree char *shown_mine = kp_typed_dup_shown (shown, mine);

  KpConflictField *field = is_private (column)
                               ? kp_conflict_add (conflict, _(shown->label), shown_before, shown_now, shown_mine)
                               : kp_conflict_add_plain (conflict, _(shown->label), shown_before, shown_now, shown_mine);

  if (field != NULL)
    field->name = shown->name;
  return (Touch) { g_strcmp0 (before, now) != 0, g_strcmp0 (now, mine) != 0 };
}

/* Fills @conflict in; answers whether the step would write over what a colleague wrote there. */
static gboolean
is_over (const KpTypedTable *typed,
         const Change *change,
         gconstpointer stored,
         gconstpointer record,
         KpConflict *conflict)
{
  Touch all = { FALSE, FALSE };
  gboolean is_one = FALSE;

  for (guint i = 0; i < KP_TYPED_MAX_COLUMNS && typed->columns[i].name != NULL; i++)
    {
      const Touch touch = compare (typed, i, change, stored, record, conflict);

      is_one = is_one || (touch.is_theirs && touch.is_mine);
      all.is_theirs = all.is_theirs || touch.is_theirs;
      all.is_mine = all.is_mine || touch.is_mine;
    }
  return (typed->flags & KP_TYPED_JOINED) != 0 ? all.is_theirs && all.is_mine : is_one;
}

static gboolean
ask (KpSession *session,
     const KpTypedTable *typed,
     const char *key,
     gconstpointer stored,
     gconstpointer record,
     GError **error)
{
  g_autofree char *row = dup_row (typed->table->name, key);
  g_autofree char *what = NULL;
  g_autoptr (KpConflict) conflict = NULL;
  const Change *change;

  if (session->changes == NULL && !load_changes (session, error))
    return FALSE;
  change = g_hash_table_lookup (session->changes, row);
  if (change == NULL)
    return TRUE;
  what = kp_typed_dup_what (typed, key);
  conflict = kp_conflict_new_by (what, change->actor, change->at);
  conflict->seq = change->seq;
  conflict->is_free = (typed->flags & KP_TYPED_FREE) != 0 && record != NULL;
  conflict->row = g_steal_pointer (&row);
  return !is_over (typed, change, stored, record, conflict) || kp_conflict_refuse (g_steal_pointer (&conflict), error);
}

static void
keep_column (KpSeen *seen,
             const KpColumn *column,
             gconstpointer stored,
             gpointer record)
{
  if (column->type == KP_COLUMN_TYPE_TEXT)
    {
      const char *text = G_STRUCT_MEMBER (const char *, stored, column->offset);

      G_STRUCT_MEMBER (const char *, record, column->offset) = text != NULL ? g_string_chunk_insert (seen->texts, text) : NULL;
    }
  else
    G_STRUCT_MEMBER (gint64, record, column->offset) = G_STRUCT_MEMBER (gint64, stored, column->offset);
}

/* Where a person chose what the colleague wrote, it stays. */
static void
keep_theirs (KpSeen *seen,
             const KpTypedTable *typed,
             const char *key,
             gconstpointer stored,
             gpointer record)
{
  g_autofree char *row = dup_row (typed->table->name, key);
  const GPtrArray *kept;

  g_mutex_lock (&seen->lock);
  kept = g_hash_table_lookup (seen->kept, row);
  for (guint i = 0; kept != NULL && i < KP_TYPED_MAX_COLUMNS && typed->columns[i].name != NULL; i++)
    if (g_ptr_array_find ((GPtrArray *) kept, typed->columns[i].name, NULL))
      keep_column (seen, kp_typed_get_column (typed, i), stored, record);
  g_mutex_unlock (&seen->lock);
}

/* A #KpLedgerGuard. */
static gboolean
guard (const KpTable *table,
       const char *key,
       gconstpointer stored,
       gpointer record,
       gpointer data,
       GError **error)
{
  KpSession *session = data;
  const KpTypedTable *typed = kp_typed_find (table);

  if (typed == NULL || (typed->flags & KP_TYPED_ASKED) != 0)
    return TRUE;
  if (!ask (session, typed, key, stored, record, error))
    return FALSE;
  if ((typed->flags & KP_TYPED_FREE) != 0 && record != NULL)
    keep_theirs (session->seen, typed, key, stored, record);
  return TRUE;
}

/**
 * kp_session_check_seen:
 * @session: a session within a unit of work
 * @table: a table that people type into
 * @stored: the row as it is
 * @record: (nullable): as it is to be; %NULL = it goes
 * @error: return location
 *
 * What every write of a row asks by itself, before a step refuses or moves the row: whether a colleague has changed it since
 * the screen was read.
 *
 * Returns: %TRUE when not, or nobody said what was seen; or %FALSE with #KP_CONFLICT_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_session_check_seen (KpSession *session,
                       const KpTable *table,
                       gconstpointer stored,
                       gconstpointer record,
                       GError **error)
{
  const KpTypedTable *typed = kp_typed_find (table);
  g_autoptr (GString) key = g_string_new (NULL);

  g_return_val_if_fail (typed != NULL, FALSE);
  if (session->seen == NULL)
    return TRUE;
  kp_canon_append_key (key, table, stored);
  return ask (session, typed, key->str, stored, record, error);
}

/**
 * kp_session_watch:
 * @session: a session
 * @ledger: of a unit of work that begins
 *
 * From now on what the unit writes over is compared with what was seen.
 */
void
kp_session_watch (KpSession *session,
                  KpLedger *ledger)
{
  g_clear_pointer (&session->changes, g_hash_table_unref);
  session->begun_seq = kp_ledger_get_seq (ledger);
  if (session->seen != NULL && session->seen->seq < session->begun_seq)
    kp_ledger_set_guard (ledger, guard, session);
}

/** kp_session_note_own: what @ledger has committed is this program's. */
void
kp_session_note_own (KpSession *session,
                     KpLedger *ledger)
{
  if (session->own != NULL)
    kp_own_acts_add (session->own, session->begun_seq + 1, kp_ledger_get_seq (ledger));
  if (session->seen == NULL)
    return;
  g_mutex_lock (&session->seen->lock);
  g_hash_table_remove_all (session->seen->kept);
  g_mutex_unlock (&session->seen->lock);
}

/**
 * kp_session_set_seen:
 * @session: a session
 * @seen: (nullable): what the screen had read; %NULL: whatever stands in the record is written over
 * @own: (nullable): gets what the session commits
 *
 * For the units of work that begin from here on.
 */
void
kp_session_set_seen (KpSession *session,
                     KpSeen *seen,
                     KpOwnActs *own)
{
  g_clear_pointer (&session->seen, kp_seen_unref);
  g_clear_pointer (&session->own, kp_own_acts_unref);
  session->seen = seen != NULL ? kp_seen_ref (seen) : NULL;
  session->own = own != NULL ? kp_own_acts_ref (own) : NULL;
}
