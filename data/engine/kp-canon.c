/* kp-canon.c – the one way in which rows become bytes, hashes, keys and journal texts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hashed bytes, so that a stranger can compute them with any SHA-256 tool.
 *
 * An int is 'i' and 8 bytes, big-endian. A text is 't', its length in 4 bytes, big-endian, and its UTF-8 bytes.
 * A hash is 'h' and 32 bytes. Nothing is 'n'.
 *
 * A row is the text "kaopin-row-1", the text of the table's name, and for each column that is not NULL one byte,
 * its place in the table (0 = campaign), and its value: a column appended later and left NULL changes no hash.
 *
 * The hash before the first journal row is that of the text "kaopin-journal-1" and the text of the campaign.
 * That of a journal row covers the 32 bytes of the hash before, then campaign, seq, at, actor, step, subject,
 * table_name, row_key, act, before_text, after_text, row_hash. */

#include "kp-canon.h"

#include <string.h>

/**
 * kp_canon_init:
 * @canon: (out caller-allocates): ended by kp_canon_clear()
 */
void
kp_canon_init (KpCanon *canon)
{
  canon->capacity = 1024;
  canon->bytes = g_malloc (canon->capacity);
  canon->n = 0;
  canon->algorithm = EVP_MD_fetch (NULL, "SHA256", NULL);
  canon->checksum = EVP_MD_CTX_new ();
  g_assert (canon->algorithm != NULL && canon->checksum != NULL);
}

/**
 * kp_canon_clear:
 * @canon: what kp_canon_init() began
 */
void
kp_canon_clear (KpCanon *canon)
{
  g_clear_pointer (&canon->bytes, g_free);
  g_clear_pointer (&canon->checksum, EVP_MD_CTX_free);
  g_clear_pointer (&canon->algorithm, EVP_MD_free);
}

static void
put (KpCanon *canon, gconstpointer bytes, gsize n)
{
  if (canon->n + n > canon->capacity)
    {
      canon->capacity = (canon->n + n) * 2;
      canon->bytes = g_realloc (canon->bytes, canon->capacity);
    }
  memcpy (canon->bytes + canon->n, bytes, n);
  canon->n += n;
}

static void
put_int (KpCanon *canon, gint64 value)
{
  guint8 bytes[9] = { 'i' };
  gint64 big = GINT64_TO_BE (value);

  memcpy (bytes + 1, &big, sizeof big);
  put (canon, bytes, sizeof bytes);
}

static void
put_text (KpCanon *canon, const char *text)
{
  guint8 head[5] = { 't' };
  gsize n = 0;
  guint32 big = 0;

  if (text == NULL)
    {
      put (canon, "n", 1);
      return;
    }
  n = strlen (text);
  big = GUINT32_TO_BE ((guint32) n);
  memcpy (head + 1, &big, sizeof big);
  put (canon, head, sizeof head);
  put (canon, text, n);
}

/* libcrypto, since it uses the processor's own SHA instructions: an import of 100,000 rows hashes 400,000 times. With a
 * known algorithm and a buffer in memory only lack of memory can fail, and that ends the program as it does in GLib. */
static void
digest (KpCanon *canon, guint8 hash[KP_HASH_SIZE])
{
  const gboolean is_done = EVP_DigestInit_ex2 (canon->checksum, canon->algorithm, NULL) == 1
                           && EVP_DigestUpdate (canon->checksum, canon->bytes, canon->n) == 1
                           && EVP_DigestFinal_ex (canon->checksum, hash, NULL) == 1;

  g_assert (is_done);
  canon->n = 0;
}

/**
 * kp_canon_hash_start:
 * @canon: the buffer
 * @campaign: the campaign
 * @hash: (out): what the first journal row of @campaign takes as the hash before it
 */
void
kp_canon_hash_start (KpCanon *canon, const char *campaign, guint8 hash[KP_HASH_SIZE])
{
  put_text (canon, KP_HASH_FORMAT_JOURNAL);
  put_text (canon, campaign);
  digest (canon, hash);
}

/**
 * kp_canon_hash_record:
 * @canon: the buffer
 * @table: the record's table
 * @record: the record, its sealed columns as they are stored
 * @hash: (out): SHA-256 of the whole row as it is stored, personal values included
 */
void
kp_canon_hash_record (KpCanon *canon, const KpTable *table, gconstpointer record, guint8 hash[KP_HASH_SIZE])
{
  put_text (canon, KP_HASH_FORMAT_ROW);
  put_text (canon, table->name);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const KpColumn *column = &table->columns[i];
      gconstpointer member = G_STRUCT_MEMBER_P (record, column->offset);
      guint8 place = (guint8) i;

      if (column->type == KP_COLUMN_TYPE_INT)
        {
          gint64 value = *(const gint64 *) member;

          if (value == KP_NO_INT)
            continue;
          put (canon, &place, 1);
          put_int (canon, value);
        }
      else if (*(const char *const *) member != NULL)
        {
          put (canon, &place, 1);
          put_text (canon, *(const char *const *) member);
        }
    }
  digest (canon, hash);
}

/**
 * kp_canon_hash_journal:
 * @canon: the buffer
 * @previous: the hash of the row before
 * @fields: the row
 * @hash: (out): its hash
 */
void
kp_canon_hash_journal (KpCanon *canon,
                       const guint8 previous[KP_HASH_SIZE],
                       const KpJournalFields *fields,
                       guint8 hash[KP_HASH_SIZE])
{
  put (canon, previous, KP_HASH_SIZE);
  put_text (canon, fields->campaign);
  put_int (canon, fields->seq);
  put_text (canon, fields->at);
  put_text (canon, fields->actor);
  put_text (canon, fields->step);
  put_text (canon, fields->subject);
  put_text (canon, fields->table_name);
  put_text (canon, fields->row_key);
  put_text (canon, fields->act);
  put_text (canon, fields->before_text);
  put_text (canon, fields->after_text);
  if (fields->row_hash != NULL)
    {
      put (canon, "h", 1);
      put (canon, fields->row_hash, KP_HASH_SIZE);
    }
  else
    {
      put (canon, "n", 1);
    }
  digest (canon, hash);
}

static void
append_int (GString *out, gint64 value)
{
  char text[24];
  int n = g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, value);

  g_string_append_len (out, text, n);
}

/**
 * kp_canon_append_key:
 * @out: appended to
 * @table: the record's table
 * @record: the record
 *
 * The key values after the campaign, joined with '/'; a '/' or '\' inside one gets a '\' before it. Empty
 * when the campaign is the whole key.
 */
void
kp_canon_append_key (GString *out, const KpTable *table, gconstpointer record)
{
  gsize start = out->len;

  for (guint i = 1; i < table->n_columns && (table->columns[i].flags & KP_COLUMN_KEY) != 0; i++)
    {
      const KpColumn *column = &table->columns[i];
      gconstpointer member = G_STRUCT_MEMBER_P (record, column->offset);

      if (out->len > start)
        g_string_append_c (out, '/');
      if (column->type == KP_COLUMN_TYPE_INT)
        {
          append_int (out, *(const gint64 *) member);
          continue;
        }
      for (const char *p = *(const char *const *) member; *p != '\0'; p++)
        {
          if (*p == '/' || *p == '\\')
            g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
    }
}

static void
append_quoted (GString *out, const char *text)
{
  const char *start = text;
  const char *p = text;

  g_string_append_c (out, '"');
  for (; *p != '\0'; p++)
    {
      guint8 c = (guint8) *p;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;
      g_string_append_len (out, start, p - start);
      start = p + 1;
      if (c < 0x20)
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_printf (out, "\\%c", c);
    }
  g_string_append_len (out, start, p - start);
  g_string_append_c (out, '"');
}

static gboolean
is_null (const KpColumn *column, gconstpointer record)
{
  gconstpointer member = G_STRUCT_MEMBER_P (record, column->offset);

  if (column->type == KP_COLUMN_TYPE_INT)
    return *(const gint64 *) member == KP_NO_INT;
  return *(const char *const *) member == NULL;
}

static gboolean
is_same (const KpColumn *column, gconstpointer a, gconstpointer b)
{
  gconstpointer left = G_STRUCT_MEMBER_P (a, column->offset);
  gconstpointer right = G_STRUCT_MEMBER_P (b, column->offset);

  if (column->type == KP_COLUMN_TYPE_INT)
    return *(const gint64 *) left == *(const gint64 *) right;
  return g_strcmp0 (*(const char *const *) left, *(const char *const *) right) == 0;
}

/**
 * kp_canon_append_record:
 * @out: appended to
 * @table: the record's table
 * @record: the record
 * @other: (nullable): another state of the same row
 *
 * A JSON object of the columns after the campaign, in declared order: those that are not NULL, or, with
 * @other, those that differ from it. A personal value is "***".
 */
void
kp_canon_append_record (GString *out, const KpTable *table, gconstpointer record, gconstpointer other)
{
  gsize start = out->len;

  g_string_append_c (out, '{');
  for (guint i = 1; i < table->n_columns; i++)
    {
      const KpColumn *column = &table->columns[i];

      if (other != NULL ? is_same (column, record, other) : is_null (column, record))
        continue;
      g_string_append (out, out->len > start + 1 ? ",\"" : "\"");
      g_string_append (out, column->name);
      g_string_append (out, "\":");
      if (is_null (column, record))
        g_string_append (out, "null");
      else if ((column->flags & (KP_COLUMN_PERSONAL | KP_COLUMN_SEALED)) != 0)
        g_string_append (out, "\"***\"");
      else if (column->type == KP_COLUMN_TYPE_INT)
        append_int (out, G_STRUCT_MEMBER (gint64, record, column->offset));
      else
        append_quoted (out, G_STRUCT_MEMBER (const char *, record, column->offset));
    }
  g_string_append_c (out, '}');
}

/**
 * kp_record_equal:
 * @table: the records' table
 * @a: a record
 * @b: a record
 *
 * Returns: %TRUE when all columns but the VERSION are the same
 */
gboolean
kp_record_equal (const KpTable *table, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < table->n_columns; i++)
    if ((table->columns[i].flags & KP_COLUMN_VERSION) == 0 && !is_same (&table->columns[i], a, b))
      return FALSE;
  return TRUE;
}

/**
 * kp_canon_dup_hex:
 * @hash: 32 bytes
 *
 * Returns: (transfer full): 64 lower-case hex digits
 */
char *
kp_canon_dup_hex (const guint8 hash[KP_HASH_SIZE])
{
  char *hex = g_malloc (2 * KP_HASH_SIZE + 1);

  for (guint i = 0; i < KP_HASH_SIZE; i++)
    g_snprintf (hex + 2 * i, 3, "%02x", hash[i]);
  return hex;
}
