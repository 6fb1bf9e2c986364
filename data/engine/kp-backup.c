/* kp-backup.c – an online copy of a record's file.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "kp-data-error.h"
#include "kp-engine.h"

static gboolean
vacuum_into (KpDatabase *db, const char *path, GError **error)
{
  g_autoptr (KpStatement) s = kp_database_prepare (db, "VACUUM INTO $1", error);

  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, path);
  return kp_statement_run (s, NULL, error);
}

/* To SQLite a handle that is held to reading may not even write another file. */
static gboolean
copy_to (KpDatabase *db, const char *path, GError **error)
{
  const gboolean is_held = kp_database_get_mode (db) == KP_OPEN_READ_ONLY;
  gboolean ok = !is_held || kp_database_script (db, "PRAGMA query_only = OFF", error);

  ok = ok && vacuum_into (db, path, error);
  if (is_held && !kp_database_script (db, "PRAGMA query_only = ON", ok ? error : NULL))
    return FALSE;
  return ok;
}

/* Opening checks the header, the length and, up to 64 MB, every page. */
static gboolean
check_copy (const char *path, GError **error)
{
  g_autoptr (KpDatabase) copy = kp_database_open (path, KP_OPEN_READ_ONLY, error);

  return copy != NULL;
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

/**
 * kp_backup_make_permanent:
 * @temporary: a file that is complete
 * @path: the name it shall have
 * @error: DISK
 *
 * The file is on the disk before it gets its name, and the name before we say so.
 *
 * Returns: %TRUE when it is there
 */
gboolean
kp_backup_make_permanent (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (sync_path (temporary, O_RDONLY) && g_rename (temporary, path) == 0 &&
      sync_path (folder, O_RDONLY | O_DIRECTORY))
    return TRUE;
  return kp_data_error_set (error, KP_DATA_ERROR_DISK, g_strerror (errno));
}

/**
 * kp_backup_write:
 * @db: a record in a file, without a transaction
 * @path: the copy's name; nothing may be there
 * @error: EXISTS, DISK, CORRUPT, FAILED for a server
 *
 * Copies the record as it is now. Readers and writers go on meanwhile; a copy that could not be made leaves
 * nothing.
 *
 * Returns: %TRUE when the copy is complete, checked and on the disk
 */
gboolean
kp_backup_write (KpDatabase *db, const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".part", NULL);

  if (kp_database_get_kind (db) != KP_DATABASE_SQLITE)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_FAILED,
                           _ ("A record on a server is backed up on the server, with pg_dump."));
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS,
                   _ ("“%s” is there already. Choose another name for the backup."), path);
      return FALSE;
    }
  g_unlink (temporary); /* of a copy that was killed */
  if (copy_to (db, temporary, error) && check_copy (temporary, error) &&
      kp_backup_make_permanent (temporary, path, error))
    return TRUE;
  g_unlink (temporary);
  g_prefix_error (error, "%s: ", _ ("Backup"));
  return FALSE;
}
