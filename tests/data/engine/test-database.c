/* test-database.c – what is opened, and what is refused with one sentence and left as it was.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "kp-data-error.h"
#include "kp-ddl.h"
#include "kp-file-check.h"
#include "kp-test-register.h"
#include "kp-test.h"

#define TOO_LONG                                                                                             \
  "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"

/* Files that are no record, however they are opened. */
typedef struct
{
  const char *name;
  const char *bytes;
  gssize length;
  KpDataError code;
} Stranger;

static const Stranger strangers[] = {
  { "text", "姓名,身份证号\n", -1, KP_DATA_ERROR_FOREIGN },
  { "long-text", TOO_LONG TOO_LONG, -1, KP_DATA_ERROR_FOREIGN },
  { "pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", -1, KP_DATA_ERROR_FOREIGN },
  { "zip", "PK\003\004" TOO_LONG, -1, KP_DATA_ERROR_FOREIGN },
  { "empty", "", 0, KP_DATA_ERROR_FOREIGN },
  { "header-alone", "SQLite format 3", 16, KP_DATA_ERROR_FOREIGN },
};

static void
assert_refused (const char *path, KpOpenMode mode, KpDataError code)
{
  g_autoptr (GError) error = NULL;
  KpDatabase *db = kp_database_open (path, mode, &error);

  g_assert_null (db);
  g_assert_error (error, KP_DATA_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static void
assert_no_trace (const char *path)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      kp_test_assert_no_file (file);
    }
}

/* Refused in both modes, and not one byte is changed. */
static void
assert_left_alone (const char *path, KpDataError code)
{
  gsize before_length = 0;
  gsize after_length = 0;
  g_autofree char *before = kp_test_read (path, &before_length);
  g_autofree char *after = NULL;

  assert_refused (path, KP_OPEN_READ_WRITE, code);
  assert_refused (path, KP_OPEN_READ_ONLY, code);
  after = kp_test_read (path, &after_length);
  g_assert_cmpmem (before, before_length, after, after_length);
  assert_no_trace (path);
}

static void
test_stranger (gconstpointer data)
{
  const Stranger *row = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_write (folder, "x.kaopin", row->bytes, row->length);

  assert_left_alone (path, row->code);
}

static void
test_folder_and_nothing (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *absent = kp_test_folder_dup_file (folder, "absent.kaopin");

  assert_refused (folder->path, KP_OPEN_READ_WRITE, KP_DATA_ERROR_FOREIGN);
  assert_refused (absent, KP_OPEN_READ_WRITE, KP_DATA_ERROR_NOT_FOUND);
  kp_test_assert_no_file (absent);
}

static char *
make_record (KpTestDatabase *t, guint n)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);

  kp_test_register_fill (db, n);
  return g_strdup (t->location);
}

static void
test_other_program (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autofree char *path = make_record (t, 1);

  kp_test_database_tamper (t, "PRAGMA application_id = 12345");
  assert_left_alone (path, KP_DATA_ERROR_FOREIGN);
}

static void
test_truncated (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autofree char *path = make_record (t, 500);
  gsize length = 0;
  g_autofree char *bytes = kp_test_read (path, &length);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) (length / 2), &error);
  g_assert_no_error (error);
  assert_left_alone (path, KP_DATA_ERROR_CORRUPT);
}

static void
test_damaged_page (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autofree char *path = make_record (t, 2000);
  gsize length = 0;
  g_autofree char *bytes = kp_test_read (path, &length);
  g_autoptr (GError) error = NULL;

  memset (bytes + length / 2 / 4096 * 4096, 0xa5, 4096);
  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
  assert_refused (path, KP_OPEN_READ_WRITE, KP_DATA_ERROR_CORRUPT);
}

static void
test_write_protected (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autofree char *path = make_record (t, 3);
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  g_chmod (path, 0444);
  assert_refused (path, KP_OPEN_READ_WRITE, KP_DATA_ERROR_READ_ONLY);
  {
    g_autoptr (KpDatabase) db = kp_database_open (path, KP_OPEN_READ_ONLY, &error);

    g_assert_no_error (error);
    kp_table_count (db, &place_table, TEST_CAMPAIGN, "", KP_NO_BINDS, &n, &error);
    g_assert_no_error (error);
    g_assert_cmpint (n, ==, 3);
  }
}

static void
test_create_refuses_what_is_there (KpTestDatabase *t)
{
  kp_database_close (kp_test_register_create (t));
  assert_refused (t->location, KP_OPEN_CREATE_NEW, KP_DATA_ERROR_EXISTS);
}

static void
test_create_takes_empty_file (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (t->location, "", 0, &error);
  g_assert_no_error (error);
  kp_database_close (kp_test_register_create (t));
  kp_database_close (kp_test_database_open (t, KP_OPEN_READ_WRITE));
}

/* Killed between the file's mark and its first migration. */
static void
test_create_takes_unfinished_file (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);

  kp_database_close (kp_test_database_open (t, KP_OPEN_CREATE_NEW));
  kp_database_close (kp_test_register_create (t));
  assert_refused (t->location, KP_OPEN_CREATE_NEW, KP_DATA_ERROR_EXISTS);
}

static void
test_create_needs_folder (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_dup_file (folder, "none/x.kaopin");

  assert_refused (path, KP_OPEN_CREATE_NEW, KP_DATA_ERROR_NOT_FOUND);
}

static void
test_closing_leaves_one_file (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autofree char *path = make_record (t, 10);

  assert_no_trace (path);
  kp_database_close (kp_test_database_open (t, KP_OPEN_READ_WRITE));
  assert_no_trace (path);
  kp_database_close (kp_test_database_open (t, KP_OPEN_READ_ONLY));
  assert_no_trace (path);
}

static void
test_server_without_record (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_POSTGRES);

  assert_refused (t->location, KP_OPEN_READ_WRITE, KP_DATA_ERROR_NOT_FOUND);
  assert_refused (t->location, KP_OPEN_READ_ONLY, KP_DATA_ERROR_NOT_FOUND);
}

static void
test_server_out_of_reach (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *conninfo = g_strdup_printf ("host=%s user=kaopin password=geheim dbname=x", folder->path);
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_database_open (conninfo, KP_OPEN_READ_WRITE, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION);
  g_assert_null (strstr (error->message, "geheim"));
}

static void
test_locations (void)
{
  g_assert_true (kp_database_location_is_server ("postgresql://office/kaopin"));
  g_assert_true (kp_database_location_is_server ("host=office dbname=kaopin"));
  g_assert_false (kp_database_location_is_server ("/home/clerk/三台县.kaopin"));
  g_assert_false (kp_database_location_is_server ("dbname.kaopin"));
}

static void
test_network_shares (void)
{
  g_assert_true (kp_file_check_is_remote (0x6969, NULL));
  g_assert_true (kp_file_check_is_remote (0xff534d42, NULL));
  g_assert_true (kp_file_check_is_remote (0xfe534d42, NULL));
  g_assert_true (kp_file_check_is_remote (0x65735546, "fuse.sshfs"));
  g_assert_false (kp_file_check_is_remote (0x65735546, "fuseblk"));
  g_assert_false (kp_file_check_is_remote (0x65735546, NULL));
  g_assert_false (kp_file_check_is_remote (0xef53, NULL));
}

static void
test_words_are_mapped (void)
{
  static const char sql[] =
      "CREATE TABLE a (i INTEGER, b BLOB CHECK (b <> 'BLOB -- STRICT'), INTEGERS TEXT) STRICT; -- it's\n"
      "--@sqlite\nONE INTEGER\n--@pg\nTWO INTEGER -- kept\n--@all\nTHREE BLOB\n";
  g_autofree char *file = kp_ddl_map (sql, KP_DATABASE_SQLITE);
  g_autofree char *server = kp_ddl_map (sql, KP_DATABASE_POSTGRES);

  kp_test_assert_contains (file, "STRICT; -- it's\nONE INTEGER\nTHREE BLOB\n");
  g_assert_cmpstr (server, ==,
                   "CREATE TABLE a (i BIGINT, b BYTEA CHECK (b <> 'BLOB -- STRICT'), INTEGERS TEXT) ; \n"
                   "TWO INTEGER -- kept\nTHREE BYTEA\n\n");
}

/* Closing any file descriptor of a file drops all locks that the process holds on it: another program would then take itself
 * for the last one at work, and remove the log from under a connection that is still open. */
static void
test_opening_twice_keeps_the_locks (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autoptr (KpDatabase) first = kp_test_register_create (t);
  g_autofree char *log = g_strconcat (t->location, "-wal", NULL);

  kp_test_register_fill (first, 10);
  kp_database_close (kp_test_database_open (t, KP_OPEN_READ_ONLY));
  g_free (kp_test_run ((const char *const[]){ "sqlite3", t->location, "CREATE TABLE seen (day TEXT)", NULL }, NULL));
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/data/engine/sqlite/open/refuses-%s", strangers[i].name);

      g_test_add_data_func (path, &strangers[i], test_stranger);
    }
  g_test_add_func ("/data/engine/sqlite/open/refuses-folder-and-nothing", test_folder_and_nothing);
  g_test_add_func ("/data/engine/sqlite/open/refuses-other-program", test_other_program);
  g_test_add_func ("/data/engine/sqlite/open/refuses-truncated", test_truncated);
  g_test_add_func ("/data/engine/sqlite/open/refuses-damaged-page", test_damaged_page);
  g_test_add_func ("/data/engine/sqlite/open/write-protected-is-read", test_write_protected);
  g_test_add_func ("/data/engine/sqlite/open/create-takes-empty-file", test_create_takes_empty_file);
  g_test_add_func ("/data/engine/sqlite/open/create-takes-unfinished-file",
                   test_create_takes_unfinished_file);
  g_test_add_func ("/data/engine/sqlite/open/create-needs-folder", test_create_needs_folder);
  g_test_add_func ("/data/engine/sqlite/open/closing-leaves-one-file", test_closing_leaves_one_file);
  g_test_add_func ("/data/engine/sqlite/open/twice-keeps-the-locks", test_opening_twice_keeps_the_locks);
  g_test_add_func ("/data/engine/sqlite/open/network-shares", test_network_shares);
  g_test_add_func ("/data/engine/postgres/open/server-without-record", test_server_without_record);
  g_test_add_func ("/data/engine/postgres/open/server-out-of-reach", test_server_out_of_reach);
  g_test_add_func ("/data/engine/open/locations", test_locations);
  g_test_add_func ("/data/engine/ddl/words-are-mapped", test_words_are_mapped);
  kp_test_database_add ("/data/engine/%s/open/create-refuses-what-is-there",
                        test_create_refuses_what_is_there);
  return g_test_run ();
}
