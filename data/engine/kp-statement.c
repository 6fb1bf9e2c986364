/* kp-statement.c – binds values, steps, and reads columns by name; the same for both engines.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-database.h"
#include "kp-engine.h"
#include "kp-statement-private.h"

/* The highest $n outside quotes. */
static guint
count_values (const char *sql)
{
  guint highest = 0;

  for (const char *p = sql; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '"')
        {
          p = strchr (p + 1, *p);
          if (p == NULL)
            break;
        }
      else if (*p == '$' && g_ascii_isdigit (p[1]))
        {
          highest = MAX (highest, (guint) g_ascii_strtoull (p + 1, NULL, 10));
        }
    }
  return highest;
}

/**
 * kp_statement_new:
 * @db: the handle
 * @sql: one statement
 * @error: FAILED
 *
 * Returns: (transfer full) (nullable): a statement outside the cache
 */
KpStatement *
kp_statement_new (KpDatabase *db, const char *sql, GError **error)
{
  KpEngine *engine = kp_database_get_engine (db);
  guint n_values = count_values (sql);
  KpCursor *cursor = engine->klass->prepare (engine, sql, n_values, error);
  KpStatement *s = NULL;

  if (cursor == NULL)
    return NULL;
  s = g_new0 (KpStatement, 1);
  s->db = db;
  s->sql = g_strdup (sql);
  s->cursor = cursor;
  s->n_values = n_values;
  s->values = g_new0 (KpValue, n_values + 1);
  s->slots = g_new0 (KpSlot, n_values + 1);
  return s;
}

/**
 * kp_statement_destroy:
 * @statement: (transfer full): a statement that nobody borrows
 */
void
kp_statement_destroy (gpointer statement)
{
  KpStatement *s = statement;

  s->cursor->engine->klass->finalize (s->cursor);
  for (guint i = 0; i < s->n_values; i++)
    g_free (s->slots[i].bytes);
  g_free (s->slots);
  g_free (s->values);
  g_free (s->sql);
  g_free (s);
}

/**
 * kp_statement_reset:
 * @s: a statement
 *
 * Ends its reading; the values stay.
 */
void
kp_statement_reset (KpStatement *s)
{
  if (s->is_active)
    s->cursor->engine->klass->reset (s->cursor);
  s->is_active = FALSE;
}

/**
 * kp_statement_clear:
 * @s: a statement
 *
 * Ends its reading and forgets its values.
 */
void
kp_statement_clear (KpStatement *s)
{
  kp_statement_reset (s);
  memset (s->values, 0, sizeof *s->values * (s->n_values + 1));
  s->is_streaming = FALSE;
}

/**
 * kp_statement_set_streaming:
 * @s: a statement that has not been stepped
 *
 * Its rows come one by one. On PostgreSQL no other statement of the handle may run until they have ended.
 */
void
kp_statement_set_streaming (KpStatement *s)
{
  g_return_if_fail (!s->is_active);

  s->is_streaming = TRUE;
}

/**
 * kp_statement_bind_value:
 * @s: a statement
 * @index: n of $n, from 1
 * @value: its bytes are borrowed until the statement is bound anew or released
 *
 * For data/engine/ alone: binds without copying.
 */
void
kp_statement_bind_value (KpStatement *s, guint index, const KpValue *value)
{
  g_return_if_fail (index >= 1 && index <= s->n_values);

  kp_statement_reset (s);
  s->values[index - 1] = *value;
}

static void
bind_copy (KpStatement *s, guint index, KpValueType type, gconstpointer bytes, gsize n_bytes)
{
  KpValue value = { type, 0, NULL, n_bytes };
  KpSlot *slot = NULL;

  g_return_if_fail (index >= 1 && index <= s->n_values);

  slot = &s->slots[index - 1];
  if (slot->capacity < n_bytes + 1)
    {
      slot->capacity = (n_bytes + 1) * 2;
      slot->bytes = g_realloc (slot->bytes, slot->capacity);
    }
  if (n_bytes > 0)
    memcpy (slot->bytes, bytes, n_bytes);
  slot->bytes[n_bytes] = '\0';
  value.bytes = slot->bytes;
  kp_statement_bind_value (s, index, &value);
}

/**
 * kp_statement_bind_int:
 * @s: a statement
 * @index: n of $n, from 1
 * @value: the number
 */
void
kp_statement_bind_int (KpStatement *s, guint index, gint64 value)
{
  kp_statement_bind_value (s, index, &(KpValue){ KP_VALUE_INT, value, NULL, 0 });
}

/**
 * kp_statement_bind_text:
 * @s: a statement
 * @index: n of $n, from 1
 * @text: (nullable): UTF-8, copied; %NULL binds NULL
 */
void
kp_statement_bind_text (KpStatement *s, guint index, const char *text)
{
  if (text == NULL)
    kp_statement_bind_null (s, index);
  else
    bind_copy (s, index, KP_VALUE_TEXT, text, strlen (text));
}

/**
 * kp_statement_bind_blob:
 * @s: a statement
 * @index: n of $n, from 1
 * @bytes: (nullable): copied; %NULL binds NULL
 * @n_bytes: their number
 */
void
kp_statement_bind_blob (KpStatement *s, guint index, gconstpointer bytes, gsize n_bytes)
{
  if (bytes == NULL)
    kp_statement_bind_null (s, index);
  else
    bind_copy (s, index, KP_VALUE_BLOB, bytes, n_bytes);
}

/**
 * kp_statement_bind_null:
 * @s: a statement
 * @index: n of $n, from 1
 */
void
kp_statement_bind_null (KpStatement *s, guint index)
{
  kp_statement_bind_value (s, index, &(KpValue){ KP_VALUE_NULL, 0, NULL, 0 });
}

static gboolean
fail (KpStatement *s)
{
  s->cursor->engine->klass->reset (s->cursor);
  s->is_active = FALSE;
  kp_database_note_failure (s->db);
  return FALSE;
}

static gboolean
step (KpStatement *s, gboolean *has_row, GError **error)
{
  const KpEngineClass *klass = s->cursor->engine->klass;

  *has_row = FALSE;
  if (!s->is_active)
    {
      if (!kp_database_may_run (s->db, error))
        return FALSE;
      if (!klass->start (s->cursor, s->values, s->is_streaming, error))
        return fail (s);
      s->is_active = TRUE;
    }
  if (!klass->next (s->cursor, has_row, error))
    return fail (s);
  return TRUE;
}

/**
 * kp_statement_start_all:
 * @statements: (array length=n): whose values are bound; none has been stepped
 * @n: their number
 * @error: as kp_statement_step()
 *
 * For data/engine/ alone: on a server they all run in one round trip, and their rows wait to be stepped through. A file runs
 * each when it is stepped.
 *
 * Returns: %FALSE when one of them failed; none has rows then
 */
gboolean
kp_statement_start_all (KpStatement **statements, guint n, GError **error)
{
  const KpEngineClass *klass = NULL;
  g_autofree KpCursor **cursors = g_new (KpCursor *, n + 1);
  g_autofree const KpValue **values = g_new (const KpValue *, n + 1);

  if (n == 0)
    return TRUE;
  klass = statements[0]->cursor->engine->klass;
  if (klass->start_all == NULL)
    return TRUE;
  if (!kp_database_may_run (statements[0]->db, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_assert (!statements[i]->is_active);
      cursors[i] = statements[i]->cursor;
      values[i] = statements[i]->values;
    }
  if (!klass->start_all (cursors, values, n, error))
    {
      kp_database_note_failure (statements[0]->db);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    statements[i]->is_active = TRUE;
  return TRUE;
}

/**
 * kp_statement_step:
 * @s: a statement whose values are bound
 * @has_row: (out): %FALSE after the last row; the next step would begin anew
 * @error: CONSTRAINT, BUSY, ABORTED, DISK, CONNECTION, FAILED, …; G_IO_ERROR_CANCELLED
 *
 * Goes to the next row.
 *
 * Returns: %FALSE on an error
 */
gboolean
kp_statement_step (KpStatement *s, gboolean *has_row, GError **error)
{
  if (!step (s, has_row, error))
    return FALSE;
  if (!*has_row)
    kp_statement_reset (s);
  s->next_column = 0;
  return TRUE;
}

/**
 * kp_statement_run:
 * @s: a statement whose values are bound
 * @n_changed: (out) (optional): rows inserted, updated or deleted
 * @error: as kp_statement_step()
 *
 * Runs it to its end; it may then be bound and run again.
 *
 * Returns: %FALSE on an error
 */
gboolean
kp_statement_run (KpStatement *s, gint64 *n_changed, GError **error)
{
  gboolean has_row = FALSE;

  kp_statement_reset (s);
  do
    if (!step (s, &has_row, error))
      return FALSE;
  while (has_row);
  if (n_changed != NULL)
    *n_changed = s->cursor->engine->klass->get_n_changed (s->cursor);
  kp_statement_reset (s);
  return TRUE;
}

/**
 * kp_statement_get_value:
 * @s: a statement that stands on a row
 * @column: its position, from 0
 * @out: (out): the value, its bytes borrowed until the next step
 *
 * For data/engine/ alone: reads by position.
 */
void
kp_statement_get_value (KpStatement *s, guint column, KpValue *out)
{
  s->cursor->engine->klass->get (s->cursor, column, out);
}

/* Columns are mostly read in their order: the search begins behind the last one found. */
static guint
find_column (KpStatement *s, const char *name)
{
  const KpEngineClass *klass = s->cursor->engine->klass;
  guint n = klass->get_n_columns (s->cursor);

  for (guint i = 0; i < n; i++)
    {
      guint column = (s->next_column + i) % n;

      if (strcmp (klass->get_name (s->cursor, column), name) == 0)
        {
          s->next_column = column + 1;
          return column;
        }
    }
  g_error ("no column “%s” in: %s", name, s->sql);
}

static KpValue
get (KpStatement *s, const char *column)
{
  KpValue value;

  g_assert (s->is_active);
  kp_statement_get_value (s, find_column (s, column), &value);
  return value;
}

/**
 * kp_statement_get_int:
 * @s: a statement that stands on a row
 * @column: its name
 *
 * Returns: the number; 0 for NULL
 */
gint64
kp_statement_get_int (KpStatement *s, const char *column)
{
  KpValue value = get (s, column);

  g_return_val_if_fail (value.type == KP_VALUE_INT || value.type == KP_VALUE_NULL, 0);
  return value.number;
}

/**
 * kp_statement_get_text:
 * @s: a statement that stands on a row
 * @column: its name
 *
 * Returns: (transfer none) (nullable): the text, valid until the next step; %NULL for NULL
 */
const char *
kp_statement_get_text (KpStatement *s, const char *column)
{
  KpValue value = get (s, column);

  g_return_val_if_fail (value.type == KP_VALUE_TEXT || value.type == KP_VALUE_NULL, NULL);
  return value.bytes;
}

/**
 * kp_statement_dup_text:
 * @s: a statement that stands on a row
 * @column: its name
 *
 * Returns: (transfer full) (nullable): the text; %NULL for NULL
 */
char *
kp_statement_dup_text (KpStatement *s, const char *column)
{
  return g_strdup (kp_statement_get_text (s, column));
}

/**
 * kp_statement_get_blob:
 * @s: a statement that stands on a row
 * @column: its name
 * @n_bytes: (out): their number
 *
 * Returns: (transfer none) (nullable): the bytes, valid until the next step; %NULL for NULL
 */
gconstpointer
kp_statement_get_blob (KpStatement *s, const char *column, gsize *n_bytes)
{
  KpValue value = get (s, column);

  g_return_val_if_fail (value.type == KP_VALUE_BLOB || value.type == KP_VALUE_NULL, NULL);
  *n_bytes = value.n_bytes;
  return value.bytes;
}

/**
 * kp_statement_is_null:
 * @s: a statement that stands on a row
 * @column: its name
 *
 * Returns: %TRUE when the column is NULL
 */
gboolean
kp_statement_is_null (KpStatement *s, const char *column)
{
  return get (s, column).type == KP_VALUE_NULL;
}
