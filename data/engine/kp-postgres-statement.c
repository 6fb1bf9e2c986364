/* kp-postgres-statement.c – statements on the server engine: learned, run one by one or together, and their rows.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-data-error.h"
#include "kp-postgres-private.h"

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

/** kp_postgres_reset: Ends the run; what it holds of the result is freed. */
void
kp_postgres_reset (KpCursor *cursor)
{
  KpPostgresCursor *self = (KpPostgresCursor *) cursor;
  KpPostgres *engine = (KpPostgres *) cursor->engine;

  g_clear_pointer (&self->result, PQclear);
  if (!self->is_streaming)
    return;
  while ((self->result = PQgetResult (engine->conn)) != NULL)
    g_clear_pointer (&self->result, PQclear);
  self->is_streaming = FALSE;
  engine->is_streaming = FALSE;
}

/* A connection made anew has forgotten it. */
static gboolean
is_known (const KpPostgresCursor *self)
{
  return self->is_prepared && self->n_resets == ((KpPostgres *) self->parent.engine)->n_resets;
}

/** kp_postgres_finalize: The server forgets the statement, too. */
void
kp_postgres_finalize (KpCursor *cursor)
{
  KpPostgresCursor *self = (KpPostgresCursor *) cursor;
  KpPostgres *engine = (KpPostgres *) cursor->engine;

  kp_postgres_reset (cursor);
  if (is_known (self) && PQstatus (engine->conn) == CONNECTION_OK)
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

/** kp_postgres_prepare: a cursor of @n_values places, (transfer full); it never fails: the server learns a statement with its first
 * values, which tell their types, so a fault in it is told by kp_postgres_start(). */
KpCursor *
kp_postgres_prepare (KpEngine *engine, const char *sql, guint n_values, GError **error G_GNUC_UNUSED)
{
  KpPostgres *self = (KpPostgres *) engine;
  KpPostgresCursor *cursor = g_new0 (KpPostgresCursor, 1);

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
check_columns (KpPostgresCursor *self, GError **error)
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

/* @shape (transfer full): what the server says of the prepared statement. */
static gboolean
take_shape (KpPostgresCursor *self, PGresult *shape, GError **error)
{
  self->is_prepared = TRUE;
  self->n_resets = ((KpPostgres *) self->parent.engine)->n_resets;
  g_clear_pointer (&self->shape, PQclear);
  self->shape = shape;
  if (!kp_postgres_is_good (self->shape))
    return kp_postgres_fail ((KpPostgres *) self->parent.engine, self->shape, error);
  for (guint i = 0; i < self->n_values && (int) i < PQnparams (self->shape); i++)
    self->value_types[i] = PQparamtype (self->shape, (int) i);
  return check_columns (self, error);
}

static gboolean
learn (KpPostgresCursor *self, const KpValue *values, GError **error)
{
  KpPostgres *engine = (KpPostgres *) self->parent.engine;
  PGresult *result = NULL;
  gboolean ok = FALSE;

  for (guint i = 0; i < self->n_values; i++)
    self->value_types[i] = get_oid (&values[i]);
  result = PQprepare (engine->conn, self->name, self->sql, (int) self->n_values, self->value_types);
  ok = kp_postgres_is_good (result);
  if (!ok)
    kp_postgres_fail (engine, result, error);
  PQclear (result);
  return ok && take_shape (self, PQdescribePrepared (engine->conn, self->name), error);
}

static void
fill (KpPostgresCursor *self, const KpValue *values, GPtrArray *texts)
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

/** kp_postgres_start: sends the statement; with @streaming the rows come one by one, and nothing else is sent before the last.
 * FALSE with #KP_DATA_ERROR, or %G_IO_ERROR_CANCELLED before anything was sent. */
gboolean
kp_postgres_start (KpCursor *cursor, const KpValue *values, gboolean streaming, GError **error)
{
  KpPostgresCursor *self = (KpPostgresCursor *) cursor;
  KpPostgres *engine = (KpPostgres *) cursor->engine;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (g_cancellable_set_error_if_cancelled (engine->cancellable, error))
    return FALSE;
  g_assert (!engine->is_streaming);
  if (!is_known (self) && !learn (self, values, error))
    return FALSE;
  fill (self, values, texts);
  self->row = -1;
  if (streaming)
    {
      if (PQsendQueryPrepared (engine->conn, self->name, (int) self->n_values, self->pointers, self->lengths,
                               self->formats, 1) != 1)
        return kp_postgres_fail (engine, NULL, error);
      PQsetSingleRowMode (engine->conn);
      self->is_streaming = TRUE;
      engine->is_streaming = TRUE;
      return TRUE;
    }
  self->result = PQexecPrepared (engine->conn, self->name, (int) self->n_values, self->pointers,
                                 self->lengths, self->formats, 1);
  if (kp_postgres_is_good (self->result))
    return TRUE;
  kp_postgres_fail (engine, self->result, error);
  kp_postgres_reset (cursor);
  return FALSE;
}

/* The result of the next statement in the pipeline. */
static PGresult *
take_result (KpPostgres *engine)
{
  PGresult *result = PQgetResult (engine->conn);
  PGresult *end = result != NULL ? PQgetResult (engine->conn) : NULL;

  g_clear_pointer (&end, PQclear);
  return result;
}

/* Ends the pipeline after all its results were taken; @failed (nullable) (transfer full): the first that wasn't good. */
static gboolean
end_pipeline (KpPostgres *engine, gboolean was_sent, PGresult *failed, GError **error)
{
  PGresult *sync = was_sent ? PQgetResult (engine->conn) : NULL;
  gboolean ok = failed == NULL && was_sent && PQresultStatus (sync) == PGRES_PIPELINE_SYNC;

  g_clear_pointer (&sync, PQclear);
  PQexitPipelineMode (engine->conn);
  if (!ok)
    kp_postgres_fail (engine, failed, error);
  g_clear_pointer (&failed, PQclear);
  return ok;
}

/* As learn(), all that the server doesn't know yet in one round trip. */
static gboolean
learn_all (KpPostgres *engine, KpPostgresCursor **news, const KpValue **values, guint n, GError **error)
{
  gboolean ok = PQenterPipelineMode (engine->conn) == 1;
  PGresult *failed = NULL;

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < news[i]->n_values; j++)
        news[i]->value_types[j] = get_oid (&values[i][j]);
      ok = ok && PQsendPrepare (engine->conn, news[i]->name, news[i]->sql, (int) news[i]->n_values, news[i]->value_types) == 1
           && PQsendDescribePrepared (engine->conn, news[i]->name) == 1;
    }
  ok = ok && PQpipelineSync (engine->conn) == 1;
  for (guint i = 0; ok && i < 2 * n; i++)
    {
      PGresult *result = take_result (engine);

      if (failed == NULL && i % 2 == 1 && kp_postgres_is_good (result))
        {
          g_clear_pointer (&news[i / 2]->shape, PQclear);
          news[i / 2]->shape = g_steal_pointer (&result);
        }
      else if (failed == NULL && !kp_postgres_is_good (result))
        {
          failed = g_steal_pointer (&result);
        }
      g_clear_pointer (&result, PQclear);
    }
  if (!end_pipeline (engine, ok, failed, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!take_shape (news[i], g_steal_pointer (&news[i]->shape), error))
      return FALSE;
  return TRUE;
}

static gboolean
run_all (KpPostgres *engine, KpCursor **cursors, const KpValue **values, guint n, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean ok = PQenterPipelineMode (engine->conn) == 1;
  PGresult *failed = NULL;

  for (guint i = 0; i < n; i++)
    {
      KpPostgresCursor *self = (KpPostgresCursor *) cursors[i];

      fill (self, values[i], texts);
      ok = ok && PQsendQueryPrepared (engine->conn, self->name, (int) self->n_values, self->pointers, self->lengths,
                                      self->formats, 1) == 1;
    }
  ok = ok && PQpipelineSync (engine->conn) == 1;
  for (guint i = 0; ok && i < n; i++)
    {
      KpPostgresCursor *self = (KpPostgresCursor *) cursors[i];
      PGresult *result = take_result (engine);

      self->row = -1;
      if (failed == NULL && !kp_postgres_is_good (result))
        failed = g_steal_pointer (&result);
      if (failed == NULL)
        self->result = g_steal_pointer (&result);
      g_clear_pointer (&result, PQclear);
    }
  return end_pipeline (engine, ok, failed, error);
}

/** kp_postgres_start_all: sends several statements of one connection at once: who holds a campaign's journal lets others wait for
 * each round trip to the server, and these share one. FALSE with #KP_DATA_ERROR of the first that failed, and then no cursor has a
 * result. */
gboolean
kp_postgres_start_all (KpCursor **cursors, const KpValue **values, guint n, GError **error)
{
  KpPostgres *engine = (KpPostgres *) cursors[0]->engine;
  g_autofree KpPostgresCursor **news = g_new (KpPostgresCursor *, n);
  g_autofree const KpValue **firsts = g_new (const KpValue *, n);
  guint n_new = 0;

  if (g_cancellable_set_error_if_cancelled (engine->cancellable, error))
    return FALSE;
  g_assert (!engine->is_streaming);
  for (guint i = 0; i < n; i++)
    {
      if (is_known ((KpPostgresCursor *) cursors[i]))
        continue;
      news[n_new] = (KpPostgresCursor *) cursors[i];
      firsts[n_new++] = values[i];
    }
  if ((n_new == 0 || learn_all (engine, news, firsts, n_new, error)) && run_all (engine, cursors, values, n, error))
    return TRUE;
  for (guint i = 0; i < n; i++)
    kp_postgres_reset (cursors[i]);
  return FALSE;
}

/** kp_postgres_next: goes to the next row; none is left when @has_row is FALSE. FALSE with #KP_DATA_ERROR where the server ended the
 * rows before their last. */
gboolean
kp_postgres_next (KpCursor *cursor, gboolean *has_row, GError **error)
{
  KpPostgresCursor *self = (KpPostgresCursor *) cursor;
  KpPostgres *engine = (KpPostgres *) cursor->engine;

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
  else if (!kp_postgres_is_good (self->result))
    return kp_postgres_fail (engine, self->result, error);
  else
    kp_postgres_reset (cursor);
  return TRUE;
}

/** kp_postgres_get_n_changed: How many rows the statement wrote. */
gint64
kp_postgres_get_n_changed (KpCursor *cursor)
{
  KpPostgresCursor *self = (KpPostgresCursor *) cursor;

  return self->result != NULL ? g_ascii_strtoll (PQcmdTuples (self->result), NULL, 10) : 0;
}

/** kp_postgres_get_n_columns: How many columns a row has. */
guint
kp_postgres_get_n_columns (KpCursor *cursor)
{
  return (guint) PQnfields (((KpPostgresCursor *) cursor)->shape);
}

/** kp_postgres_get_name: The name of a column, borrowed until the statement is run again. */
const char *
kp_postgres_get_name (KpCursor *cursor, guint column)
{
  return PQfname (((KpPostgresCursor *) cursor)->shape, (int) column);
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

/** kp_postgres_get: A value of the row; texts and bytes are borrowed until the next one. */
void
kp_postgres_get (KpCursor *cursor, guint column, KpValue *out)
{
  KpPostgresCursor *self = (KpPostgresCursor *) cursor;
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
