/* kp-application-index.c – the applications of a campaign, each as narrow as a line of a list.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A roster knows everything of everybody, some kilobytes each; a list of a hundred thousand shows a dozen short values. So
 * each table is read once for the columns that matter, row by row, and joined here: a join in the engine would look every
 * row up in every table, and takes several times as long on both of them. */
#include "kp-application-index.h"

#include <string.h>

#include "kp-name-reading.h"
#include "kp-registration-tables.h"
#include "kp-roster.h"
#include "kp-total.h"

#define BLOCK 65536

struct _KpApplicationIndex
{
  GStringChunk *texts;
  GArray *lines; /* KpApplicationLine, by registration number */

  GMutex lock;  /* of what follows */
  GStringChunk *readings;
  const char **pinyin; /* (nullable): of each line's name; in readings */
};

/* While it is read. */
typedef struct
{
  KpApplicationIndex *index;
  KpDatabase *db;
  const char *campaign;
  GHashTable *by_application; /* → KpApplicationLine; borrowed */
} Loading;

typedef void (*TakeFunc) (KpApplicationLine *line, KpStatement *row, GStringChunk *texts);

/* What hangs on an application. The last row of each counts. */
typedef struct
{
  const char *sql;
  TakeFunc take;
} Source;

/* Of few different texts. */
static const char *
keep_word (GStringChunk *texts,
           KpStatement *row,
           const char *column)
{
  const char *text = kp_statement_get_text (row, column);

  return text != NULL ? g_string_chunk_insert_const (texts, text) : NULL;
}

static const char *
keep (GStringChunk *texts,
      KpStatement *row,
      const char *column)
{
  const char *text = kp_statement_get_text (row, column);

  return text != NULL ? g_string_chunk_insert (texts, text) : NULL;
}

static gint64
get_number (KpStatement *row,
            const char *column)
{
  return kp_statement_is_null (row, column) ? KP_NO_INT : kp_statement_get_int (row, column);
}

static void
take_seat (KpApplicationLine *line,
           KpStatement *row,
           GStringChunk *texts)
{
  line->ticket = keep (texts, row, "ticket");
}

static void
take_shortlist (KpApplicationLine *line,
                KpStatement *row,
                GStringChunk *texts)
{
  line->written_state = keep_word (texts, row, "state");
  line->written = get_number (row, "written");
  line->is_entered = kp_shortlist_outcome_is_in (kp_statement_get_text (row, "outcome")) != FALSE;
  line->is_listed = line->is_entered;
}

/* The list after a later test takes the place of the one before. */
static void
take_heat (KpApplicationLine *line,
           KpStatement *row,
           GStringChunk *texts G_GNUC_UNUSED)
{
  line->is_listed = line->is_entered && kp_shortlist_outcome_is_in (kp_statement_get_text (row, "outcome"));
}

static void
take_leaving (KpApplicationLine *line,
              KpStatement *row G_GNUC_UNUSED,
              GStringChunk *texts G_GNUC_UNUSED)
{
  line->is_listed = FALSE;
}

static void
take_sealed (KpApplicationLine *line,
             KpStatement *row G_GNUC_UNUSED,
             GStringChunk *texts G_GNUC_UNUSED)
{
  line->is_sealed = TRUE;
}

static void
take_interview (KpApplicationLine *line,
                KpStatement *row,
                GStringChunk *texts)
{
  line->interview_state = keep_word (texts, row, "state");
  line->interview = get_number (row, "mark");
}

static void
take_total (KpApplicationLine *line,
            KpStatement *row,
            GStringChunk *texts G_GNUC_UNUSED)
{
  line->total = get_number (row, "total");
  line->place = get_number (row, "place");
  line->is_direct = line->place != KP_NO_INT
                    && g_str_equal (kp_statement_get_text (row, "outcome"), kp_standing_get_name (KP_STANDING_DIRECT));
}

static void
take_contract (KpApplicationLine *line,
               KpStatement *row G_GNUC_UNUSED,
               GStringChunk *texts G_GNUC_UNUSED)
{
  line->is_hired = TRUE;
}

/* In this order: a leaving ends what a list began. */
static const Source sources[] = {
  { "SELECT application, ticket FROM seat WHERE campaign = $1 ORDER BY sitting DESC", take_seat },
  { "SELECT application, state, written, outcome FROM shortlist WHERE campaign = $1", take_shortlist },
  { "SELECT application, outcome FROM heat WHERE campaign = $1 ORDER BY heat", take_heat },
  { "SELECT application FROM leaving WHERE campaign = $1", take_leaving },
  { "SELECT h.application AS application FROM hearing h WHERE h.campaign = $1 AND NOT EXISTS"
    " (SELECT 1 FROM room_opening o WHERE o.campaign = h.campaign AND o.room = h.room)", take_sealed },
  { "SELECT application, state, mark FROM interview WHERE campaign = $1", take_interview },
  { "SELECT application, total, place, outcome FROM total WHERE campaign = $1", take_total },
  { "SELECT application FROM contract WHERE campaign = $1", take_contract },
};

static KpStatement *
open_rows (const Loading *loading,
           const char *sql,
           GError **error)
{
  KpStatement *row = kp_database_prepare (loading->db, sql, error);

  if (row != NULL)
    {
      kp_statement_set_streaming (row);
      kp_statement_bind_text (row, 1, loading->campaign);
    }
  return row;
}

static gboolean
read_source (const Loading *loading,
             const Source *source,
             GError **error)
{
  g_autoptr (KpStatement) row = open_rows (loading, source->sql, error);
  gboolean has_row = FALSE;
  gboolean is_good = TRUE;

  if (row == NULL)
    return FALSE;
  while ((is_good = kp_statement_step (row, &has_row, error)) && has_row)
    {
      KpApplicationLine *line
          = g_hash_table_lookup (loading->by_application, kp_statement_get_text (row, "application"));

      if (line != NULL)
        source->take (line, row, loading->index->texts);
    }
  return is_good;
}

/* ---- people ---- */

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const KpApplicationLine *) a)->application, ((const KpApplicationLine *) b)->application);
}

static gboolean
read_applications (const Loading *loading,
                   GHashTable *by_person,
                   GError **error)
{
  g_autoptr (KpStatement) row
      = open_rows (loading, "SELECT application, person, post, review FROM application WHERE campaign = $1", error);
  GStringChunk *texts = loading->index->texts;
  gboolean has_row = FALSE;
  gboolean is_good = TRUE;

  if (row == NULL)
    return FALSE;
  while ((is_good = kp_statement_step (row, &has_row, error)) && has_row)
    {
      KpApplicationLine line = { .written = KP_NO_INT, .interview = KP_NO_INT, .total = KP_NO_INT, .place = KP_NO_INT };

      line.application = keep (texts, row, "application");
      line.name = keep (texts, row, "person"); /* till the person is read */
      line.post = keep_word (texts, row, "post");
      line.review = keep_word (texts, row, "review");
      g_array_append_val (loading->index->lines, line);
    }
  if (!is_good)
    return FALSE;
  g_array_sort (loading->index->lines, compare_lines);
  for (guint i = 0; i < loading->index->lines->len; i++)
    {
      KpApplicationLine *line = &g_array_index (loading->index->lines, KpApplicationLine, i);

      g_hash_table_insert (loading->by_application, (gpointer) line->application, line);
      g_hash_table_insert (by_person, (gpointer) line->name, line);
    }
  return TRUE;
}

/* @room: kept from row to row. */
static gboolean
keep_opened (const Loading *loading,
             KpStatement *row,
             const char *column,
             GByteArray *room,
             const char **text,
             GError **error)
{
  if (!kp_table_open_value (loading->db, &kp_person_table, loading->campaign, row, column, room, error))
    return FALSE;
  *text = room->len > 0 ? g_string_chunk_insert (loading->index->texts, (const char *) room->data) : NULL;
  return TRUE;
}

/* In this order neighbours in the list lie side by side in memory, where a search goes from one to the next. By itself SQLite
 * takes the index of ID numbers, whose order is chance since they are sealed. */
static const char people_sql[] = "SELECT person, name, id_number, sex, phone FROM person WHERE campaign = $1 ORDER BY person";

static gboolean
read_people (const Loading *loading,
             GHashTable *by_person,
             GError **error)
{
  g_autoptr (KpStatement) row = open_rows (loading, people_sql, error);
  g_autoptr (GByteArray) room = g_byte_array_new ();
  GStringChunk *texts = loading->index->texts;
  gboolean has_row = FALSE;
  gboolean is_good = TRUE;

  if (row == NULL)
    return FALSE;
  while ((is_good = kp_statement_step (row, &has_row, error)) && has_row)
    {
      KpApplicationLine *line = g_hash_table_lookup (by_person, kp_statement_get_text (row, "person"));

      if (line == NULL)
        continue;
      line->name = keep (texts, row, "name");
      if (!keep_opened (loading, row, "id_number", room, &line->id_number, error)
          || !keep_opened (loading, row, "phone", room, &line->phone, error))
        return FALSE;
      line->sex = keep_word (texts, row, "sex");
    }
  return is_good;
}

/** kp_application_index_new: one without an application, for as long as none are read. (transfer full) */
KpApplicationIndex *
kp_application_index_new (void)
{
  KpApplicationIndex *index = g_new0 (KpApplicationIndex, 1);

  g_mutex_init (&index->lock);
  index->texts = g_string_chunk_new (BLOCK);
  index->lines = g_array_new (FALSE, FALSE, sizeof (KpApplicationLine));
  return index;
}

/**
 * kp_application_index_count_reviews:
 * @db: the record
 * @campaign: whose applications
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8 guint): how many have each outcome of the review; or %NULL with
 * #KP_DATA_ERROR. Takes a twentieth of the time of kp_application_index_load().
 */
GHashTable *
kp_application_index_count_reviews (KpDatabase *db,
                                    const char *campaign,
                                    GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (KpStatement) row = kp_database_prepare (
      db, "SELECT review, count(*) AS n FROM application WHERE campaign = $1 GROUP BY review", error);
  gboolean has_row = FALSE;
  gboolean is_good = TRUE;

  if (row == NULL)
    return NULL;
  kp_statement_bind_text (row, 1, campaign);
  while ((is_good = kp_statement_step (row, &has_row, error)) && has_row)
    {
      char *review = kp_statement_dup_text (row, "review");

      g_hash_table_insert (counts, review, GUINT_TO_POINTER ((guint) kp_statement_get_int (row, "n")));
    }
  return is_good ? g_steal_pointer (&counts) : NULL;
}

/**
 * kp_application_index_load:
 * @db: the record
 * @campaign: whose applications
 * @error: return location
 *
 * Reads a line for each application. A snapshot: later writing isn't seen. It is never changed, so that any number of
 * threads may read it.
 *
 * Returns: (transfer full) (nullable): by registration number, or %NULL with #KP_DATA_ERROR
 */
KpApplicationIndex *
kp_application_index_load (KpDatabase *db,
                           const char *campaign,
                           GError **error)
{
  g_autoptr (KpApplicationIndex) index = kp_application_index_new ();
  g_autoptr (GHashTable) by_application = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_person = g_hash_table_new (g_str_hash, g_str_equal);
  const Loading loading = { index, db, campaign, by_application };

  g_return_val_if_fail (db != NULL && campaign != NULL, NULL);

  if (!read_applications (&loading, by_person, error) || !read_people (&loading, by_person, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      if (!read_source (&loading, &sources[i], error))
        return NULL;
    }
  return g_steal_pointer (&index);
}

/**
 * kp_application_index_free:
 * @index: (nullable) (transfer full): an index
 *
 * Frees the lines with their texts.
 */
void
kp_application_index_free (KpApplicationIndex *index)
{
  if (index == NULL)
    return;
  g_clear_pointer (&index->lines, g_array_unref);
  g_clear_pointer (&index->texts, g_string_chunk_free);
  g_clear_pointer (&index->readings, g_string_chunk_free);
  g_free (index->pinyin);
  g_mutex_clear (&index->lock);
  g_free (index);
}

/**
 * kp_application_index_get_n_lines:
 * @index: an index
 *
 * Returns: how many applications there are
 */
guint
kp_application_index_get_n_lines (KpApplicationIndex *index)
{
  return index->lines->len;
}

/**
 * kp_application_index_get_line:
 * @index: an index
 * @number: from 0
 *
 * Returns: (transfer none): the application at @number in the order of registration numbers
 */
const KpApplicationLine *
kp_application_index_get_line (KpApplicationIndex *index,
                               guint number)
{
  g_return_val_if_fail (number < index->lines->len, NULL);

  return &g_array_index (index->lines, KpApplicationLine, number);
}

/**
 * kp_application_index_find:
 * @index: an index
 * @application: a registration number
 * @number: (out): where it stands
 *
 * Returns: whether there is such an application
 */
gboolean
kp_application_index_find (KpApplicationIndex *index,
                           const char *application,
                           guint *number)
{
  const KpApplicationLine wanted = { .application = application };

  return g_array_binary_search (index->lines, &wanted, compare_lines, number);
}

/**
 * kp_application_index_read_names:
 * @index: an index
 *
 * Reads the names as pinyin, once, which takes a fifth of a second however few there are. Thread: any; who comes meanwhile
 * waits. Without ICU's data nobody has a pinyin.
 */
void
kp_application_index_read_names (KpApplicationIndex *index)
{
  const guint n = index->lines->len;

  g_mutex_lock (&index->lock);
  if (index->pinyin == NULL)
    {
      g_autoptr (KpNameReader) reader = kp_name_reader_new (NULL);

      index->readings = g_string_chunk_new (BLOCK);
      index->pinyin = g_new0 (const char *, n + 1);
      for (guint i = 0; reader != NULL && i < n; i++)
        {
          const KpApplicationLine *line = &g_array_index (index->lines, KpApplicationLine, i);
          g_autofree char *pinyin = kp_name_reader_dup_pinyin (reader, line->name);

          index->pinyin[i] = g_string_chunk_insert (index->readings, pinyin);
        }
    }
  g_mutex_unlock (&index->lock);
}

/**
 * kp_application_index_get_pinyin:
 * @index: an index after kp_application_index_read_names() in this thread
 * @number: from 0
 *
 * Returns: (transfer none) (nullable): as kp_name_reader_dup_pinyin() reads the name; %NULL where nobody can tell
 */
const char *
kp_application_index_get_pinyin (KpApplicationIndex *index,
                                 guint number)
{
  g_return_val_if_fail (index->pinyin != NULL && number < index->lines->len, NULL);

  return index->pinyin[number];
}
