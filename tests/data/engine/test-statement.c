/* test-statement.c – values, columns, errors: what both engines must do alike.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-data-error.h"
#include "kp-test-register.h"

#define ONE_TABLE                                                                                            \
  "CREATE TABLE thing (id INTEGER PRIMARY KEY NOT NULL, name TEXT, body BLOB, number INTEGER CHECK (number " \
  "< 100),"                                                                                                  \
  " UNIQUE (name)) STRICT; CREATE TABLE child (id INTEGER PRIMARY KEY NOT NULL, thing INTEGER NOT NULL,"     \
  " FOREIGN KEY (thing) REFERENCES thing (id)) STRICT;"

static KpDatabase *
create (KpTestDatabase *t)
{
  g_autoptr (GError) error = NULL;
  KpDatabase *db = kp_test_database_open (t, KP_OPEN_CREATE_NEW);

  kp_database_script (db, ONE_TABLE, &error);
  g_assert_no_error (error);
  return db;
}

static void
run (KpDatabase *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (db, sql, &error);

  g_assert_no_error (error);
  kp_statement_run (s, NULL, &error);
  g_assert_no_error (error);
}

static void
step_to_row (KpStatement *s)
{
  g_autoptr (GError) error = NULL;
  gboolean has_row = FALSE;

  kp_statement_step (s, &has_row, &error);
  g_assert_no_error (error);
  g_assert_true (has_row);
}

static void
test_values_come_back (KpTestDatabase *t)
{
  static const guint8 bytes[] = { 0, 1, 0xff, 0 };
  g_autoptr (KpDatabase) db = create (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) insert = NULL;
  g_autoptr (KpStatement) select = NULL;
  g_autofree char *copy = NULL;
  gboolean has_row = TRUE;
  gint64 n = 0;
  gsize length = 9;

  insert = kp_database_prepare (db, "INSERT INTO thing (id, name, body) VALUES ($2, $1, $3)", &error);
  g_assert_no_error (error);
  kp_statement_bind_text (insert, 1, "𠮷野家");
  kp_statement_bind_int (insert, 2, G_MAXINT64);
  kp_statement_bind_blob (insert, 3, bytes, sizeof bytes);
  g_assert_true (kp_statement_run (insert, &n, &error));
  g_assert_cmpint (n, ==, 1);
  kp_statement_bind_text (insert, 1, NULL);
  kp_statement_bind_int (insert, 2, G_MININT64 + 1);
  kp_statement_bind_blob (insert, 3, "", 0);
  g_assert_true (kp_statement_run (insert, &n, &error));

  select = kp_database_prepare (db, "SELECT number, body, name, id FROM thing ORDER BY id", &error);
  step_to_row (select);
  g_assert_cmpint (kp_statement_get_int (select, "id"), ==, G_MININT64 + 1);
  g_assert_null (kp_statement_get_text (select, "name"));
  g_assert_true (kp_statement_is_null (select, "name"));
  g_assert_false (kp_statement_is_null (select, "body"));
  kp_statement_get_blob (select, "body", &length);
  g_assert_cmpuint (length, ==, 0);
  step_to_row (select);
  g_assert_cmpint (kp_statement_get_int (select, "id"), ==, G_MAXINT64);
  copy = kp_statement_dup_text (select, "name");
  g_assert_cmpstr (copy, ==, "𠮷野家");
  g_assert_cmpmem (kp_statement_get_blob (select, "body", &length), 4, bytes, 4);
  g_assert_cmpint (kp_statement_get_int (select, "number"), ==, 0);
  g_assert_true (kp_statement_step (select, &has_row, &error));
  g_assert_false (has_row);
  step_to_row (select); /* from the beginning */
}

static void
test_same_text_borrowed_twice (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = create (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) outer = NULL;

  run (db, "INSERT INTO thing (id, name) VALUES (1, 'a'), (2, 'b')");
  outer = kp_database_prepare (db, "SELECT id FROM thing ORDER BY id", &error);
  step_to_row (outer);
  {
    g_autoptr (KpStatement) inner = kp_database_prepare (db, "SELECT id FROM thing ORDER BY id", &error);

    g_assert_true (inner != outer);
    step_to_row (inner);
    g_assert_cmpint (kp_statement_get_int (inner, "id"), ==, 1);
  }
  step_to_row (outer);
  g_assert_cmpint (kp_statement_get_int (outer, "id"), ==, 2);
}

static void
test_released_values_are_forgotten (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = create (t);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KpStatement) s = kp_database_prepare (db, "SELECT CAST ($1 AS TEXT) AS x", &error);

      if (i == 0)
        kp_statement_bind_text (s, 1, "left over");
      step_to_row (s);
      g_assert_cmpstr (kp_statement_get_text (s, "x"), ==, i == 0 ? "left over" : NULL);
    }
}

static void
test_cache_is_bounded (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = create (t);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT CAST (%u AS BIGINT) AS x", i % 300);
      g_autoptr (GError) error = NULL;
      g_autoptr (KpStatement) s = kp_database_prepare (db, sql, &error);

      step_to_row (s);
      g_assert_cmpint (kp_statement_get_int (s, "x"), ==, i % 300);
    }
}

static void
test_streams (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = create (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = NULL;
  gboolean has_row = TRUE;
  gint64 sum = 0;

  s = kp_database_prepare (
      db,
      "WITH RECURSIVE c (n) AS (SELECT CAST (1 AS BIGINT) UNION ALL SELECT n + 1 FROM c WHERE n < $1) "
      "SELECT n FROM c",
      &error);
  kp_statement_bind_int (s, 1, 5000);
  kp_statement_set_streaming (s);
  while (kp_statement_step (s, &has_row, &error) && has_row)
    sum += kp_statement_get_int (s, "n");
  g_assert_no_error (error);
  g_assert_cmpint (sum, ==, 5000 * 5001 / 2);
  step_to_row (s);
  g_clear_pointer (&s, kp_statement_release); /* in the middle of the rows */
  run (db, "INSERT INTO thing (id) VALUES (1)");
}

static void
test_unknown_column_stops_the_program (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
      g_autoptr (KpDatabase) db = create (t);
      g_autoptr (KpStatement) s = kp_database_prepare (db, "SELECT 1 AS one", NULL);

      step_to_row (s);
      kp_statement_get_int (s, "two");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*no column*two*");
}

/* The expressions of the common subset, and what both engines must say. */
typedef struct
{
  const char *name;
  const char *expression;
  const char *expected; /* NULL: a NULL */
} Expression;

static const Expression expressions[] = {
  { "integer-division-truncates", "CAST (-7 / 2 AS BIGINT)", "-3" },
  { "remainder-keeps-sign", "CAST (-7 % 3 AS BIGINT)", "-1" },
  { "sum-is-cast", "(SELECT CAST (sum (x) AS BIGINT) / 2 FROM (SELECT 1 AS x UNION ALL SELECT 2) AS q)",
    "1" },
  { "text-order-is-bytes", "CASE WHEN 'Z' < 'a' THEN 1 ELSE 0 END", "1" },
  { "text-order-is-bytes-in-chinese", "CASE WHEN '一' < '丁' THEN 1 ELSE 0 END", "1" },
  { "like-minds-case", "CASE WHEN 'A' LIKE 'a' THEN 1 ELSE 0 END", "0" },
  { "like-finds-chinese", "CASE WHEN '王强磊' LIKE '%强磊' THEN 1 ELSE 0 END", "1" },
  { "null-joins-to-null", "CAST ('a' || NULL AS TEXT)", NULL },
  { "length-counts-characters", "CAST (length ('𠮷野') AS BIGINT)", "2" },
  { "substr-from-one", "substr ('甲乙丙丁', 2, 2)", "乙丙" },
  { "coalesce", "coalesce (NULL, '无')", "无" },
  { "nulls-are-not-distinct", "CASE WHEN CAST (NULL AS TEXT) IS NOT DISTINCT FROM NULL THEN 1 ELSE 0 END",
    "1" },
  { "nulls-last-is-written",
    "(SELECT x FROM (SELECT 'b' AS x UNION ALL SELECT NULL) AS q ORDER BY x NULLS LAST LIMIT 1)", "b" },
  { "nulls-first-is-written",
    "(SELECT x FROM (SELECT 'b' AS x UNION ALL SELECT NULL) AS q ORDER BY x NULLS FIRST LIMIT 1)", NULL },
  { "count-with-filter",
    "(SELECT count (*) FILTER (WHERE x > 1) FROM (SELECT 1 AS x UNION ALL SELECT 2) AS q)", "1" },
  { "rank-shares-and-skips",
    "(SELECT r FROM (SELECT id, rank () OVER (ORDER BY v DESC) AS r FROM (SELECT 1 AS id, 9 AS v UNION ALL "
    "SELECT 2, 9 "
    "UNION ALL SELECT 3, 8) AS q) AS p WHERE id = 3)",
    "3" },
  { "row-values-compare", "CASE WHEN (1, 'b') > (1, 'a') THEN 1 ELSE 0 END", "1" },
};

typedef struct
{
  KpDatabaseKind kind;
  const Expression *row;
} ExpressionCase;

static void
test_expression (gconstpointer data)
{
  const ExpressionCase *c = data;
  g_autoptr (KpTestDatabase) t = kp_test_database_new (c->kind);
  g_autoptr (KpDatabase) db = kp_test_database_open (t, KP_OPEN_CREATE_NEW);
  g_autofree char *sql = g_strdup_printf ("SELECT CAST (%s AS TEXT) AS x", c->row->expression);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (db, sql, &error);

  g_assert_no_error (error);
  step_to_row (s);
  g_assert_cmpstr (kp_statement_get_text (s, "x"), ==, c->row->expected);
}

static void
add_expressions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expressions); i++)
    for (guint kind = KP_DATABASE_SQLITE; kind <= KP_DATABASE_POSTGRES; kind++)
      {
        g_autofree char *path =
            g_strdup_printf ("/data/engine/%s/statement/expression/%s",
                             kind == KP_DATABASE_SQLITE ? "sqlite" : "postgres", expressions[i].name);
        ExpressionCase *c = g_new0 (ExpressionCase, 1);

        c->kind = kind;
        c->row = &expressions[i];
        g_test_add_data_func_full (path, c, test_expression, g_free);
      }
}

/* Errors have one class on both engines, poison their transaction, and never tell a value. */
static void
test_errors_are_translated (KpTestDatabase *t)
{
  static const struct
  {
    const char *sql;
    KpDataError code;
  } rows[] = {
    { "INSERT INTO thing (id, name) VALUES (2, '张三丰')", KP_DATA_ERROR_CONSTRAINT },
    { "INSERT INTO thing (id) VALUES (1)", KP_DATA_ERROR_CONSTRAINT },
    { "INSERT INTO thing (id, number) VALUES (2, 100)", KP_DATA_ERROR_CONSTRAINT },
    { "INSERT INTO thing (id, number) VALUES (2, '张三丰')", KP_DATA_ERROR_CONSTRAINT },
    { "INSERT INTO child (id, thing) VALUES (1, 99)", KP_DATA_ERROR_CONSTRAINT },
    { "INSERT INTO child (id, thing) VALUES (1, NULL)", KP_DATA_ERROR_CONSTRAINT },
    { "SELEKT 1", KP_DATA_ERROR_FAILED },
    { "SELECT nothing FROM thing", KP_DATA_ERROR_FAILED },
    { "SELECT \"张三丰\" FROM thing", KP_DATA_ERROR_FAILED },
  };
  g_autoptr (KpDatabase) db = create (t);

  run (db, "INSERT INTO thing (id, name) VALUES (1, '张三丰')");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) after = NULL;
      g_autoptr (KpTransaction) transaction = kp_transaction_begin (db, &error);
      g_autoptr (KpStatement) s = kp_database_prepare (db, rows[i].sql, &error);

      g_assert_nonnull (transaction);
      g_test_message ("%s", rows[i].sql);
      g_assert_true (s == NULL || !kp_statement_run (s, NULL, &error));
      g_assert_error (error, KP_DATA_ERROR, (int) rows[i].code);
      if (rows[i].code == KP_DATA_ERROR_CONSTRAINT)
        g_assert_null (strstr (error->message, "张三丰"));
      g_assert_null (kp_database_prepare (db, "SELECT 1 AS one", &after));
      g_assert_error (after, KP_DATA_ERROR, KP_DATA_ERROR_ABORTED);
    }
  run (db, "INSERT INTO thing (id) VALUES (2)");
}

static void
test_numeric_is_refused_on_server (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);
  g_autoptr (KpDatabase) db = create (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (db, "SELECT sum (id) AS total FROM thing", &error);

  g_assert_false (kp_statement_run (s, NULL, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "total"));
}

static void
test_real_is_refused_in_file (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
      g_autoptr (KpDatabase) db = create (t);
      g_autoptr (KpStatement) s = kp_database_prepare (db, "SELECT avg (1) AS mean", NULL);

      step_to_row (s);
      kp_statement_is_null (s, "mean");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*REAL in column mean*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/engine/%s/statement/values-come-back", test_values_come_back);
  kp_test_database_add ("/data/engine/%s/statement/same-text-borrowed-twice", test_same_text_borrowed_twice);
  kp_test_database_add ("/data/engine/%s/statement/released-values-are-forgotten",
                        test_released_values_are_forgotten);
  kp_test_database_add ("/data/engine/%s/statement/cache-is-bounded", test_cache_is_bounded);
  kp_test_database_add ("/data/engine/%s/statement/streams", test_streams);
  kp_test_database_add ("/data/engine/%s/statement/errors-are-translated", test_errors_are_translated);
  add_expressions ();
  g_test_add_func ("/data/engine/sqlite/statement/unknown-column-stops-the-program",
                   test_unknown_column_stops_the_program);
  g_test_add_func ("/data/engine/sqlite/statement/real-is-refused", test_real_is_refused_in_file);
  g_test_add_func ("/data/engine/postgres/statement/numeric-is-refused", test_numeric_is_refused_on_server);
  return g_test_run ();
}
