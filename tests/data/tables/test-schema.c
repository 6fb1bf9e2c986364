/* test-schema.c – each declared table against the columns that the engine really has, on both engines.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-column.h"
#include "kp-schema.h"
#include "kp-test-database.h"

#include <string.h>

/* A column as the engine tells it. Owned name. */
typedef struct
{
  char *name;
  gboolean is_text;
  gboolean is_nullable;
  gboolean is_key;
} Found;

static void
found_clear (gpointer data)
{
  g_free (((Found *) data)->name);
}

#define SQLITE_COLUMNS \
  "SELECT name, upper (type) AS kind, CASE WHEN \"notnull\" = 0 THEN 1 ELSE 0 END AS nullable, " \
  "CASE WHEN pk > 0 THEN 1 ELSE 0 END AS in_key FROM pragma_table_info ($1) ORDER BY cid"

#define POSTGRES_COLUMNS \
  "SELECT CAST (c.column_name AS TEXT) AS name, upper (CAST (c.data_type AS TEXT)) AS kind, " \
  "CASE WHEN c.is_nullable = 'YES' THEN 1 ELSE 0 END AS nullable, " \
  "CASE WHEN k.column_name IS NULL THEN 0 ELSE 1 END AS in_key FROM information_schema.columns c " \
  "LEFT JOIN (SELECT u.table_name, u.table_schema, u.column_name FROM information_schema.key_column_usage u " \
  "JOIN information_schema.table_constraints r ON r.constraint_name = u.constraint_name " \
  "AND r.table_schema = u.table_schema AND r.table_name = u.table_name AND r.constraint_type = 'PRIMARY KEY') k " \
  "ON k.table_name = c.table_name AND k.table_schema = c.table_schema AND k.column_name = c.column_name " \
  "WHERE c.table_schema = current_schema () AND c.table_name = $1 ORDER BY c.ordinal_position"

#define SQLITE_TABLES \
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"

#define POSTGRES_TABLES \
  "SELECT CAST (table_name AS TEXT) AS name FROM information_schema.tables WHERE table_schema = current_schema () " \
  "ORDER BY 1"

static KpDatabase *
make_record (KpTestDatabase *t)
{
  KpDatabase *db = kp_test_database_open (t, KP_OPEN_CREATE_NEW);
  g_autoptr (GError) error = NULL;
  guint n_migrations = 0;
  const KpMigration *migrations = kp_schema_get_migrations (&n_migrations);

  kp_migration_upgrade (db, migrations, n_migrations, &error);
  g_assert_no_error (error);
  return db;
}

static KpStatement *
prepare (KpDatabase *db,
         const char *on_sqlite,
         const char *on_postgres)
{
  g_autoptr (GError) error = NULL;
  KpStatement *statement
      = kp_database_prepare (db, kp_database_get_kind (db) == KP_DATABASE_SQLITE ? on_sqlite : on_postgres, &error);

  g_assert_no_error (error);
  return statement;
}

static gboolean
step (KpStatement *statement)
{
  g_autoptr (GError) error = NULL;
  gboolean has_row = FALSE;

  kp_statement_step (statement, &has_row, &error);
  g_assert_no_error (error);
  return has_row;
}

static GArray *
load_columns (KpDatabase *db,
              const char *table)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (KpStatement) s = prepare (db, SQLITE_COLUMNS, POSTGRES_COLUMNS);

  g_array_set_clear_func (columns, found_clear);
  kp_statement_bind_text (s, 1, table);
  while (step (s))
    {
      const Found found = {
        .name = kp_statement_dup_text (s, "name"),
        .is_text = g_str_equal (kp_statement_get_text (s, "kind"), "TEXT"),
        .is_nullable = kp_statement_get_int (s, "nullable") != 0,
        .is_key = kp_statement_get_int (s, "in_key") != 0,
      };

      g_array_append_val (columns, found);
    }
  return columns;
}

static void
test_declared_is_real (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = make_record (t);
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      const KpTable *table = tables[i];
      g_autoptr (GArray) found = load_columns (db, table->name);

      g_test_message ("%s", table->name);
      g_assert_cmpuint (found->len, ==, table->n_columns);
      for (guint j = 0; j < table->n_columns; j++)
        {
          const KpColumn *column = &table->columns[j];
          const Found *real = &g_array_index (found, Found, j);

          g_assert_cmpstr (real->name, ==, column->name);
          g_assert_cmpint (real->is_text, ==, column->type == KP_COLUMN_TYPE_TEXT);
          g_assert_cmpint (real->is_nullable, ==, (column->flags & KP_COLUMN_NULLABLE) != 0);
          g_assert_cmpint (real->is_key, ==, (column->flags & KP_COLUMN_KEY) != 0);
        }
    }
}

/* But for the journal's own, no table lies outside the seal: verify would not see a change in it. */
static void
test_every_table_is_sealed (KpTestDatabase *t)
{
  static const char *const own[] = { "journal", "journal_head", "schema_migration", NULL };
  g_autoptr (KpDatabase) db = make_record (t);
  g_autoptr (KpStatement) s = prepare (db, SQLITE_TABLES, POSTGRES_TABLES);
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  guint n_found = 0;

  while (step (s))
    {
      const char *name = kp_statement_get_text (s, "name");
      gboolean is_sealed = g_strv_contains (own, name);

      for (guint i = 0; i < n_tables; i++)
        is_sealed = is_sealed || g_str_equal (tables[i]->name, name);
      g_test_message ("%s", name);
      g_assert_true (is_sealed);
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, n_tables + g_strv_length ((char **) own));
}

static guint
find_table (const char *name)
{
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    if (g_str_equal (tables[i]->name, name))
      return i;
  g_assert_not_reached ();
}

/* A campaign that is carried over is written table by table: no row may come before one that it refers to. */
static void
test_tables_follow_those_they_refer_to (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autoptr (KpDatabase) db = make_record (t);
  guint n_tables = 0, n_references = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT \"table\" AS name FROM pragma_foreign_key_list ('%s')", tables[i]->name);
      g_autoptr (KpStatement) s = prepare (db, sql, sql);

      for (; step (s); n_references++)
        {
          g_test_message ("%s → %s", tables[i]->name, kp_statement_get_text (s, "name"));
          g_assert_cmpuint (find_table (kp_statement_get_text (s, "name")), <, i);
        }
    }
  g_assert_cmpuint (n_references, >, 20);
}

/* What the engine's header asks of a declaration. */
static void
test_declarations_are_sound (void)
{
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    {
      guint n_versions = 0;

      g_assert_cmpstr (tables[i]->columns[0].name, ==, "campaign");
      g_assert_cmpuint (tables[i]->columns[0].flags, ==, KP_COLUMN_KEY);
      g_assert_cmpuint (strlen (tables[i]->title), >, 0);
      for (guint j = 0; j < tables[i]->n_columns; j++)
        {
          const guint flags = tables[i]->columns[j].flags;

          if (flags & KP_COLUMN_KEY)
            g_assert_cmpuint (flags & (KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL), ==, 0);
          n_versions += (flags & KP_COLUMN_VERSION) != 0;
          g_assert_cmpuint (tables[i]->columns[j].offset, <, tables[i]->record_size);
        }
      g_assert_cmpuint (n_versions, <=, 1);
    }
}

/* Names, numbers and addresses of people never stand in the journal. */
static void
test_people_are_personal (void)
{
  static const char *const personal[] = { "name", "id_number", "birth", "phone", "address", "residence", "employer", NULL };
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  guint n_seen = 0;

  for (guint i = 0; i < n_tables; i++)
    {
      if (!g_str_equal (tables[i]->name, "person"))
        continue;
      for (guint j = 0; j < tables[i]->n_columns; j++)
        {
          if (!g_strv_contains (personal, tables[i]->columns[j].name))
            continue;
          g_test_message ("%s", tables[i]->columns[j].name);
          g_assert_cmpuint (tables[i]->columns[j].flags & KP_COLUMN_PERSONAL, !=, 0);
          n_seen++;
        }
    }
  g_assert_cmpuint (n_seen, ==, g_strv_length ((char **) personal));
}

typedef struct
{
  const char *name;
  KpFraction value;
  gint64 column;
} MarkRow;

static const MarkRow mark_rows[] = {
  { "whole", { 70, 1 }, KP_MARK (70, 0) },
  { "hundredths", { 7851, 100 }, KP_MARK (78, 5100) },
  { "zero-is-a-mark", { 0, 1 }, 0 },
  { "unknown-is-none", { 0, 0 }, KP_NO_INT },
  { "third-is-half-up", { 200, 3 }, KP_MARK (66, 6667) },
};

static void
test_mark_column (gconstpointer data)
{
  const MarkRow *row = data;
  const gint64 column = kp_mark_column_from_fraction (row->value);

  g_assert_cmpint (column, ==, row->column);
  g_assert_cmpint (kp_mark_column_from_fraction (kp_mark_column_to_fraction (column)), ==, column);
  g_assert_cmpint (kp_fraction_is_known (kp_mark_column_to_fraction (column)), ==, column != KP_NO_INT);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/tables/%s/declared-is-real", test_declared_is_real);
  kp_test_database_add ("/data/tables/%s/every-table-is-sealed", test_every_table_is_sealed);
  g_test_add_func ("/data/tables/schema/tables-follow-those-they-refer-to", test_tables_follow_those_they_refer_to);
  g_test_add_func ("/data/tables/declarations-are-sound", test_declarations_are_sound);
  g_test_add_func ("/data/tables/people-are-personal", test_people_are_personal);
  for (guint i = 0; i < G_N_ELEMENTS (mark_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/data/tables/mark-column/", mark_rows[i].name, NULL);

      g_test_add_data_func (path, &mark_rows[i], test_mark_column);
    }
  return g_test_run ();
}
