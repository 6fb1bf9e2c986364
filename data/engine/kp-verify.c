/* kp-verify.c – tells whether journal and tables of a campaign agree, and names what does not.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass over the journal computes every hash anew and keeps, for each row of each table, the hash of what
 * was written last; one pass over each table compares. Moments go forward, except where two people set the
 * record's time back, and nobody is one of two people without the proof (kp-answered.c). A journal that was rewritten as a whole, with all its hashes, can only be told from the
 * true one by a head hash printed on paper. */

#include "kp-verify.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-answered.h"
#include "kp-canon.h"
#include "kp-data-error.h"
#include "kp-engine.h"
#include "kp-ledger.h"
#include "kp-server-account.h"

#define PROGRESS_EVERY 4096

/* What the journal says of one row of a table. */
typedef struct
{
  guint8 hash[KP_HASH_SIZE];
  gint64 seq;
  gboolean is_there; /* FALSE: removed */
  gboolean is_seen;
} Entry;

typedef struct
{
  const KpTable *table;
  GHashTable *places; /* key → place in entries + 1; keys lie in Check.keys */
  GArray *entries;    /* Entry */
  GPtrArray *names;   /* key of each entry, borrowed */
} Ledgered;

typedef struct
{
  KpVerifyReport *report;
  KpVerifyProgress progress;
  gpointer user_data;
  gint64 n_done;
  gint64 n_total;
  KpCanon canon;
  GStringChunk *keys;
  GArray *tables; /* Ledgered */
  Ledgered *last; /* most rows are of the table of the row before */
  GString *key;
  const char *campaign;
  gint64 head_seq;
  guint8 head[KP_HASH_SIZE];
  gint64 seq;
  guint8 previous[KP_HASH_SIZE]; /* stored hash of the last journal row */
  GString *at;                   /* its moment; empty before the first */
  KpAnswered *answered;
} Check;

static void
finding_free (gpointer data)
{
  KpVerifyFinding *finding = data;

  g_free (finding->key);
  g_free (finding->sentence);
  g_free (finding);
}

static void
ledgered_clear (gpointer data)
{
  Ledgered *l = data;

  g_hash_table_unref (l->places);
  g_array_unref (l->entries);
  g_ptr_array_unref (l->names);
}

static char *
make_sentence (KpVerifyKind kind, const char *title, const char *key, gint64 seq, const char *person)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, seq);

  switch (kind)
    {
    case KP_VERIFY_CHAIN_BROKEN:
      return g_strdup_printf (_ ("Row %s of the journal was changed after it had been written."), number);
    case KP_VERIFY_CHAIN_GAP:
      return g_strdup_printf (_ ("Row %s of the journal is missing."), number);
    case KP_VERIFY_HEAD_DIFFERS:
      return g_strdup_printf (
          _ ("The journal’s head does not fit its last row %s: rows after it are missing, or the head "
             "was changed."),
          number);
    case KP_VERIFY_TIME_BACK:
      return g_strdup_printf (_ ("Row %s of the journal is dated earlier than the row before it, and no two people set the "
                                 "record’s time back there."),
                              number);
    case KP_VERIFY_ROW_CHANGED:
      return g_strdup_printf (
          _ ("%s %s was changed outside of Kaopin: it is not what row %s of the journal wrote."), title, key,
          number);
    case KP_VERIFY_ROW_MISSING:
      return g_strdup_printf (_ ("%s %s was removed outside of Kaopin: row %s of the journal wrote it."),
                              title, key, number);
    case KP_VERIFY_UNPROVEN:
      return g_strdup_printf (_ ("%s %s names “%s” as one of two people, who didn’t prove it when row %s of the journal wrote it."),
                              title, key, person, number);
    default:
      return g_strdup_printf (_ ("%s %s was added outside of Kaopin: the journal does not know it."), title,
                              key);
    }
}

static void
add_person (Check *check, KpVerifyKind kind, const KpTable *table, const char *key, gint64 seq, const char *person)
{
  KpVerifyReport *report = check->report;
  KpVerifyFinding *finding = NULL;

  report->n_findings++;
  report->n_unproven += kind == KP_VERIFY_UNPROVEN;
  if (kind <= KP_VERIFY_HEAD_DIFFERS && report->first_broken == 0)
    report->first_broken = seq;
  if (report->findings->len >= KP_VERIFY_MAX_FINDINGS)
    return;
  finding = g_new0 (KpVerifyFinding, 1);
  finding->kind = kind;
  finding->seq = seq;
  finding->table = table != NULL ? table->name : NULL;
  finding->title = table != NULL ? table->title : NULL;
  finding->key = g_strdup (key);
  finding->sentence = make_sentence (kind, finding->title, key, seq, person);
  g_ptr_array_add (report->findings, finding);
}

static void
add_finding (Check *check, KpVerifyKind kind, const KpTable *table, const char *key, gint64 seq)
{
  add_person (check, kind, table, key, seq, NULL);
}

static void
tell_progress (Check *check)
{
  check->n_done++;
  if (check->progress != NULL && check->n_done % PROGRESS_EVERY == 0)
    check->progress (MIN (check->n_done, check->n_total), check->n_total, check->user_data);
}

static gboolean
load_head (Check *check, KpDatabase *db, gboolean *found, GError **error)
{
  g_autoptr (KpStatement) s =
      kp_database_prepare (db, "SELECT seq, hash FROM journal_head WHERE campaign = $1", error);
  gconstpointer hash = NULL;
  gsize n = 0;

  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, check->campaign);
  if (!kp_statement_step (s, found, error))
    return FALSE;
  if (!*found)
    return TRUE;
  check->head_seq = kp_statement_get_int (s, "seq");
  hash = kp_statement_get_blob (s, "hash", &n);
  if (n == KP_HASH_SIZE)
    memcpy (check->head, hash, n);
  return TRUE;
}

static Ledgered *
find_table (Check *check, const char *name)
{
  if (check->last != NULL && strcmp (check->last->table->name, name) == 0)
    return check->last;
  for (guint i = 0; i < check->tables->len; i++)
    {
      Ledgered *l = &g_array_index (check->tables, Ledgered, i);

      if (strcmp (l->table->name, name) == 0)
        {
          check->last = l;
          return l;
        }
    }
  return NULL;
}

static Entry *
find_entry (Ledgered *l, const char *key)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (l->places, key));

  return place > 0 ? &g_array_index (l->entries, Entry, place - 1) : NULL;
}

static void
remember (Check *check, const KpJournalFields *fields)
{
  Ledgered *l = find_table (check, fields->table_name);
  Entry *entry = NULL;

  if (l == NULL)
    return;
  entry = find_entry (l, fields->row_key);
  if (entry == NULL)
    {
      Entry fresh = { .seq = 0 };
      char *key = g_string_chunk_insert (check->keys, fields->row_key);

      g_array_append_val (l->entries, fresh);
      g_ptr_array_add (l->names, key);
      g_hash_table_insert (l->places, key, GUINT_TO_POINTER (l->entries->len));
      entry = &g_array_index (l->entries, Entry, l->entries->len - 1);
    }
  entry->seq = fields->seq;
  entry->is_there = fields->row_hash != NULL;
  if (entry->is_there)
    memcpy (entry->hash, fields->row_hash, KP_HASH_SIZE);
}

static const char *
read_text (KpStatement *s, guint column)
{
  KpValue value;

  kp_statement_get_value (s, column, &value);
  return value.type == KP_VALUE_TEXT ? value.bytes : NULL;
}

static const guint8 *
read_hash (KpStatement *s, guint column)
{
  KpValue value;

  kp_statement_get_value (s, column, &value);
  return value.type == KP_VALUE_BLOB && value.n_bytes == KP_HASH_SIZE ? value.bytes : NULL;
}

/* One moment that was written over is one finding: the next row is compared with it, and not with what was before. */
static void
check_time (Check *check, const KpJournalFields *fields)
{
  if (fields->at == NULL || fields->step == NULL)
    return;
  if (kp_ledger_goes_back (check->at->str, fields->at, fields->step))
    add_finding (check, KP_VERIFY_TIME_BACK, NULL, NULL, fields->seq);
  g_string_assign (check->at, fields->at);
}

static void
check_people (Check *check, const KpJournalFields *fields)
{
  Ledgered *l = fields->table_name != NULL ? find_table (check, fields->table_name) : NULL;
  g_autofree char *person = kp_answered_dup_unproven (check->answered, l != NULL ? l->table : NULL, fields);

  if (person != NULL)
    add_person (check, KP_VERIFY_UNPROVEN, l->table, fields->row_key, fields->seq, person);
}

/* After a break the stored hashes are followed, so that one changed row is one finding. */
static void
check_journal_row (Check *check, KpStatement *s)
{
  KpJournalFields fields = { .campaign = check->campaign };
  guint8 hash[KP_HASH_SIZE];
  const guint8 *previous = read_hash (s, 10);
  const guint8 *stored = read_hash (s, 11);
  KpValue seq;

  kp_statement_get_value (s, 0, &seq);
  fields.seq = seq.number;
  fields.at = read_text (s, 1);
  fields.actor = read_text (s, 2);
  fields.step = read_text (s, 3);
  fields.subject = read_text (s, 4);
  fields.table_name = read_text (s, 5);
  fields.row_key = read_text (s, 6);
  fields.act = read_text (s, 7);
  fields.before_text = read_text (s, 8);
  fields.after_text = read_text (s, 9);
  fields.row_hash = read_hash (s, 12);

  if (fields.seq != check->seq + 1)
    add_finding (check, KP_VERIFY_CHAIN_GAP, NULL, NULL, check->seq + 1);
  else if (previous == NULL || memcmp (previous, check->previous, KP_HASH_SIZE) != 0)
    add_finding (check, KP_VERIFY_CHAIN_BROKEN, NULL, NULL, fields.seq);
  else
    {
      kp_canon_hash_journal (&check->canon, check->previous, &fields, hash);
      if (stored == NULL || memcmp (stored, hash, KP_HASH_SIZE) != 0)
        add_finding (check, KP_VERIFY_CHAIN_BROKEN, NULL, NULL, fields.seq);
    }
  check_time (check, &fields);
  check_people (check, &fields);
  check->seq = fields.seq;
  if (stored != NULL)
    memcpy (check->previous, stored, KP_HASH_SIZE);
  remember (check, &fields);
  check->report->n_journal_rows++;
  tell_progress (check);
}

static gboolean
check_journal (Check *check, KpDatabase *db, GError **error)
{
  g_autoptr (KpStatement) s = NULL;
  gboolean has_row = FALSE;

  s = kp_database_prepare (
      db,
      "SELECT seq, at, actor, step, subject, table_name, row_key, act, before_text, after_text, "
      "prev_hash, hash, row_hash FROM journal WHERE campaign = $1 ORDER BY seq",
      error);
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, check->campaign);
  kp_statement_set_streaming (s);
  while (TRUE)
    {
      if (!kp_statement_step (s, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      check_journal_row (check, s);
    }
  if (check->seq != check->head_seq || memcmp (check->previous, check->head, KP_HASH_SIZE) != 0)
    add_finding (check, KP_VERIFY_HEAD_DIFFERS, NULL, NULL, check->seq);
  return TRUE;
}

static gboolean
check_record (gconstpointer record, gpointer user_data, GError **error G_GNUC_UNUSED)
{
  Check *check = user_data;
  Ledgered *l = check->last;
  guint8 hash[KP_HASH_SIZE];
  Entry *entry = NULL;

  check->report->n_rows++;
  tell_progress (check);
  g_string_truncate (check->key, 0);
  kp_canon_append_key (check->key, l->table, record);
  entry = find_entry (l, check->key->str);
  if (entry == NULL || !entry->is_there)
    {
      add_finding (check, KP_VERIFY_ROW_UNWRITTEN, l->table, check->key->str, entry != NULL ? entry->seq : 0);
      return TRUE;
    }
  entry->is_seen = TRUE;
  kp_canon_hash_record (&check->canon, l->table, record, hash);
  if (memcmp (hash, entry->hash, KP_HASH_SIZE) != 0)
    add_finding (check, KP_VERIFY_ROW_CHANGED, l->table, check->key->str, entry->seq);
  return TRUE;
}

static gboolean
check_table (Check *check, KpDatabase *db, Ledgered *l, GError **error)
{
  gboolean may_read = FALSE;

  check->last = l;
  if (!kp_server_may_read (db, l->table, check->campaign, &may_read, error))
    return FALSE;
  if (!may_read)
    {
      for (guint i = 0; i < l->entries->len; i++)
        check->report->n_unread += g_array_index (l->entries, Entry, i).is_there;
      return TRUE;
    }
  if (!kp_table_each_stored (db, l->table, check->campaign, check_record, check, error))
    return FALSE;
  for (guint i = 0; i < l->entries->len; i++)
    {
      const Entry *entry = &g_array_index (l->entries, Entry, i);

      if (entry->is_there && !entry->is_seen)
        add_finding (check, KP_VERIFY_ROW_MISSING, l->table, g_ptr_array_index (l->names, i), entry->seq);
    }
  return TRUE;
}

static gboolean
check_all (Check *check, KpDatabase *db, GError **error)
{
  g_autoptr (KpTransaction) snapshot = kp_transaction_begin_reading (db, error);
  gboolean has_head = FALSE;

  if (snapshot == NULL || !load_head (check, db, &has_head, error))
    return FALSE;
  kp_canon_hash_start (&check->canon, check->campaign, check->previous);
  check->n_total = MAX (2 * check->head_seq, 1);
  if (!check_journal (check, db, error))
    return FALSE;
  for (guint i = 0; i < check->tables->len; i++)
    if (!check_table (check, db, &g_array_index (check->tables, Ledgered, i), error))
      return FALSE;
  if (check->progress != NULL)
    check->progress (check->n_total, check->n_total, check->user_data);
  return TRUE;
}

static void
check_init (Check *check, const KpTable *const *tables, guint n_tables)
{
  kp_canon_init (&check->canon);
  check->keys = g_string_chunk_new (64 * 1024);
  check->key = g_string_new (NULL);
  check->at = g_string_new (NULL);
  check->answered = kp_answered_new ();
  check->tables = g_array_new (FALSE, TRUE, sizeof (Ledgered));
  g_array_set_clear_func (check->tables, ledgered_clear);
  for (guint i = 0; i < n_tables; i++)
    {
      Ledgered l = { tables[i], g_hash_table_new (g_str_hash, g_str_equal),
                     g_array_new (FALSE, FALSE, sizeof (Entry)), g_ptr_array_new () };

      g_array_append_val (check->tables, l);
    }
}

static void
check_clear (Check *check)
{
  g_array_unref (check->tables);
  g_string_free (check->key, TRUE);
  g_string_free (check->at, TRUE);
  kp_answered_free (check->answered);
  g_string_chunk_free (check->keys);
  kp_canon_clear (&check->canon);
}

/**
 * kp_journal_verify:
 * @db: the record, without a transaction
 * @campaign: whose journal and tables
 * @tables: (array length=n_tables): the tables to compare
 * @n_tables: their number
 * @progress: (nullable): told now and then
 * @user_data: for @progress
 * @out: (out caller-allocates): what was found, cleared by kp_verify_report_clear() also after an error
 * @error: the engine's; CORRUPT when the file cannot be read
 *
 * Computes the journal's chain anew and holds every row of @tables against it, in one snapshot.
 *
 * Returns: %TRUE when the check was done; what it says is kp_verify_report_is_sound()
 */
gboolean
kp_journal_verify (KpDatabase *db,
                   const char *campaign,
                   const KpTable *const *tables,
                   guint n_tables,
                   KpVerifyProgress progress,
                   gpointer user_data,
                   KpVerifyReport *out,
                   GError **error)
{
  Check check = { .report = out, .campaign = campaign, .progress = progress, .user_data = user_data };
  gboolean ok = FALSE;

  memset (out, 0, sizeof *out);
  out->findings = g_ptr_array_new_with_free_func (finding_free);
  check_init (&check, tables, n_tables);
  ok = check_all (&check, db, error);
  out->head_hash = kp_canon_dup_hex (check.head);
  check_clear (&check);
  return ok;
}

/**
 * kp_verify_report_is_sound:
 * @report: a report
 *
 * Returns: %TRUE when nothing was found
 */
gboolean
kp_verify_report_is_sound (const KpVerifyReport *report)
{
  return report->n_findings == 0;
}

/**
 * kp_verify_report_clear:
 * @report: a report of kp_journal_verify()
 */
void
kp_verify_report_clear (KpVerifyReport *report)
{
  g_clear_pointer (&report->findings, g_ptr_array_unref);
  g_clear_pointer (&report->head_hash, g_free);
}
