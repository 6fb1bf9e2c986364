/* kp-test-database.c – runs a test once on each engine, on a database of its own.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-database.h"

#include <glib/gstdio.h>
#include <libpq-fe.h>
#include <sqlite3.h>

typedef struct
{
  KpDatabaseKind kind;
  KpTestDatabaseFunc func;
  gconstpointer row;
} Case;

static const char *
get_server (void)
{
  const char *server = g_getenv ("KAOPIN_TEST_PG");

  if (server == NULL)
    g_error ("no PostgreSQL server: run this test by tests/support/pg-server, with postgresql-15 installed");
  return server;
}

static void
run_on_server (const char *conninfo, const char *sql)
{
  PGconn *conn = PQconnectdb (conninfo);
  PGresult *result = NULL;

  if (PQstatus (conn) != CONNECTION_OK)
    g_error ("%s", PQerrorMessage (conn));
  result = PQexec (conn, sql);
  if (PQresultStatus (result) != PGRES_COMMAND_OK && PQresultStatus (result) != PGRES_TUPLES_OK)
    g_error ("%s: %s", sql, PQerrorMessage (conn));
  PQclear (result);
  PQfinish (conn);
}

static void
run_on_file (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
      sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL) != SQLITE_OK ||
      sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_remove (file) != 0)
        remove_folder (file);
    }
  g_rmdir (path);
}

KpTestDatabase *
kp_test_database_new (KpDatabaseKind kind)
{
  KpTestDatabase *t = g_new0 (KpTestDatabase, 1);

  t->kind = kind;
  t->folder = g_dir_make_tmp ("kaopin-test-XXXXXX", NULL);
  g_assert_nonnull (t->folder);
  if (kind == KP_DATABASE_SQLITE)
    {
      t->location = g_build_filename (t->folder, "test.kaopin", NULL);
    }
  else
    {
      g_autofree char *unique = g_path_get_basename (t->folder);
      g_autofree char *schema = g_strdup_printf ("\"%s\"", unique);
      g_autofree char *sql = g_strdup_printf ("CREATE SCHEMA %s", schema);

      run_on_server (get_server (), sql);
      t->location = g_strdup_printf ("%s options='-c search_path=%s'", get_server (), schema);
    }
  return t;
}

void
kp_test_database_free (KpTestDatabase *t)
{
  if (t->kind == KP_DATABASE_POSTGRES)
    {
      g_autofree char *unique = g_path_get_basename (t->folder);
      g_autofree char *sql =
          g_strdup_printf ("SET client_min_messages = error; DROP SCHEMA \"%s\" CASCADE", unique);

      run_on_server (get_server (), sql);
    }
  remove_folder (t->folder);
  g_free (t->folder);
  g_free (t->location);
  g_free (t);
}

KpDatabase *
kp_test_database_open (KpTestDatabase *t, KpOpenMode mode)
{
  g_autoptr (GError) error = NULL;
  KpDatabase *db = kp_database_open (t->location, mode, &error);

  g_assert_no_error (error);
  g_assert_nonnull (db);
  return db;
}

void
kp_test_database_tamper (KpTestDatabase *t, const char *sql)
{
  g_autofree char *script = NULL;

  if (t->kind == KP_DATABASE_SQLITE)
    {
      run_on_file (t->location, sql);
      return;
    }
  script = g_strconcat ("SET session_replication_role = replica; ", sql, NULL);
  run_on_server (t->location, script);
}

static void
run_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (KpTestDatabase) t = kp_test_database_new (c->kind);

  t->row = c->row;
  c->func (t);
}

static void
add (const char *path, KpTestDatabaseFunc func, const char *suffix, gconstpointer row)
{
  static const char *const names[] = { [KP_DATABASE_SQLITE] = "sqlite", [KP_DATABASE_POSTGRES] = "postgres" };
  g_auto (GStrv) parts = g_strsplit (path, "%s", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  for (guint kind = KP_DATABASE_SQLITE; kind <= KP_DATABASE_POSTGRES; kind++)
    {
      g_autofree char *name = g_strconcat (parts[0], names[kind], parts[1], suffix, NULL);
      Case *c = g_new0 (Case, 1);

      c->kind = kind;
      c->func = func;
      c->row = row;
      g_test_add_data_func_full (name, c, run_case, g_free);
    }
}

void
kp_test_database_add (const char *path, KpTestDatabaseFunc func)
{
  add (path, func, "", NULL);
}

void
kp_test_database_add_row (const char *path, KpTestDatabaseFunc func, const char *name, gconstpointer row)
{
  g_autofree char *suffix = g_strconcat ("/", name, NULL);

  add (path, func, suffix, row);
}
