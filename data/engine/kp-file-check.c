/* kp-file-check.c – looks at a file before any engine touches it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite opens a text file, a truncated file or somebody else's database without a word and fails later, in
 * the middle of the work. Everything that can be known from the name, the file system and the first 100 bytes
 * is therefore asked first, and each refusal is one sentence. Nothing here writes. */

#include "kp-file-check.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "kp-data-error.h"
#include "kp-engine.h"

#define HEADER_SIZE 100
#define FUSE_MAGIC 0x65735546

/* Locks do not hold between computers on these. */
static const guint32 remote_magics[] = {
  0x00006969, /* NFS */
  0x0000517b, /* SMB */
  0xfe534d42, /* SMB2 */
  0xff534d42, /* CIFS */
  0x5346414f, /* AFS */
  0x73757245, /* Coda */
  0x00c36400, /* Ceph */
};

/* FUSE is also used for local disks and containers: only these are elsewhere. */
static const char *const remote_fuse_types[] = {
  "fuse.sshfs",     "fuse.gvfsd-fuse", "fuse.rclone",    "fuse.davfs",       "fuse.s3fs",
  "fuse.curlftpfs", "fuse.smbnetfs",   "fuse.glusterfs", "fuse.mount.davfs",
};

/**
 * kp_file_check_is_remote:
 * @magic: the file system's f_type
 * @mount_type: (nullable): its name in /proc/self/mountinfo, asked for FUSE only
 *
 * Returns: %TRUE when the file system lies on another computer
 */
gboolean
kp_file_check_is_remote (guint32 magic, const char *mount_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (remote_magics); i++)
    if (magic == remote_magics[i])
      return TRUE;
  if (magic != FUSE_MAGIC || mount_type == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (remote_fuse_types); i++)
    if (strcmp (mount_type, remote_fuse_types[i]) == 0)
      return TRUE;
  return FALSE;
}

/* mountinfo: "36 35 98:0 /root /mount/point options … - type source …"; the longest mount point that holds
 * the path. */
static char *
dup_mount_type (const char *folder)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *best = NULL;
  gsize best_length = 0;

  if (!g_file_get_contents ("/proc/self/mountinfo", &text, NULL, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], " ", 6);
      const char *rest = strstr (lines[i], " - ");
      gsize n = 0;

      if (g_strv_length (fields) < 6 || rest == NULL)
        continue;
      n = strlen (fields[4]);
      if (n < best_length || !g_str_has_prefix (folder, fields[4]))
        continue;
      best_length = n;
      g_free (best);
      best = g_strndup (rest + 3, strcspn (rest + 3, " "));
    }
  return g_steal_pointer (&best);
}

static gboolean
check_is_local (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *type = NULL;
  struct statfs fs;

  if (statfs (folder, &fs) != 0)
    return TRUE;
  if ((guint32) fs.f_type == FUSE_MAGIC)
    type = dup_mount_type (folder);
  if (!kp_file_check_is_remote ((guint32) fs.f_type, type))
    return TRUE;
  g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_REMOTE,
               _ ("“%s” lies on a network share, where two computers could destroy it. Copy it to a local "
                  "disk, or use "
                  "a database server."),
               path);
  return FALSE;
}

/* By the engine, not by a descriptor of our own: closing one drops the locks that other connections of this process hold. */
static gsize
read_header (const char *path, guint8 *header)
{
  return kp_sqlite_read_head (path, header, HEADER_SIZE);
}

static guint32
get_be32 (const guint8 *p)
{
  return (guint32) p[0] << 24 | (guint32) p[1] << 16 | (guint32) p[2] << 8 | p[3];
}

/**
 * kp_file_check_has_log:
 * @path: a record
 *
 * Returns: %TRUE when a write-ahead log lies beside it: then the file alone, its header too, is not the
 * newest
 */
gboolean
kp_file_check_has_log (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf st;

  return g_stat (wal, &st) == 0 && st.st_size > 0;
}

/* Only without a write-ahead log is the length in the header the truth. */
static gboolean
is_cut_off (const char *path, const guint8 *header, goffset size)
{
  guint32 page_size = (guint32) header[16] << 8 | header[17];

  if (page_size == 1)
    page_size = 65536;
  if (kp_file_check_has_log (path))
    return FALSE;
  if (get_be32 (header + 24) != get_be32 (header + 92))
    return FALSE;
  return size < (goffset) get_be32 (header + 28) * page_size;
}

/* A creation that was killed leaves a file of no bytes, or a single page that bears our mark and version 0. A longer file
 * holds tables, whatever it says of its version. */
static gboolean
is_unfinished (const char *path, goffset size)
{
  guint8 header[HEADER_SIZE] = { 0 };

  if (size == 0)
    return TRUE;
  return read_header (path, header) == HEADER_SIZE && memcmp (header, "SQLite format 3", 16) == 0 &&
         get_be32 (header + 68) == KP_DATABASE_APPLICATION_ID && get_be32 (header + 60) == 0 &&
         get_be32 (header + 28) <= 1 && !kp_file_check_has_log (path);
}

/**
 * kp_file_check_may_create:
 * @path: where a new record shall be
 * @error: EXISTS, NOT_FOUND (no folder), REMOTE
 *
 * A file of no bytes, or what a creation that was killed left, counts as free: there is nothing to destroy.
 *
 * Returns: %TRUE when a new record may be made there
 */
gboolean
kp_file_check_may_create (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf st;

  if (g_stat (path, &st) == 0 && (!S_ISREG (st.st_mode) || !is_unfinished (path, st.st_size)))
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS,
                   _ ("“%s” is there already. Choose another name, or open it."), path);
      return FALSE;
    }
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND,
                   _ ("The folder “%s” does not exist. Make it first, or choose another one."), folder);
      return FALSE;
    }
  return check_is_local (path, error);
}

static gboolean
check_header (const char *path, goffset size, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gsize n = read_header (path, header);

  if (size == 0)
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_FOREIGN,
                   _ ("“%s” is empty: it is not a Kaopin record. Choose another file."), path);
      return FALSE;
    }
  if (n < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_FOREIGN,
                   _ ("“%s” is not a Kaopin record. Choose a file that ends in .kaopin."), path);
      return FALSE;
    }
  if (get_be32 (header + 68) != KP_DATABASE_APPLICATION_ID)
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_FOREIGN,
                   _ ("“%s” is the database of another program, not a Kaopin record. Choose another file."),
                   path);
      return FALSE;
    }
  if (is_cut_off (path, header, size))
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT,
                   _ ("“%s” is damaged: its end is missing. Go on with the newest backup."), path);
      return FALSE;
    }
  return TRUE;
}

/**
 * kp_file_check_may_open:
 * @path: an existing record
 * @mode: reading and writing, or reading alone
 * @error: NOT_FOUND, FOREIGN, CORRUPT, READ_ONLY, REMOTE
 *
 * Returns: %TRUE when the file looks like a record that may be opened in @mode
 */
gboolean
kp_file_check_may_open (const char *path, KpOpenMode mode, GError **error)
{
  GStatBuf st;

  if (g_stat (path, &st) != 0)
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND, _ ("“%s” does not exist. Check the name."),
                   path);
      return FALSE;
    }
  if (!S_ISREG (st.st_mode))
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_FOREIGN,
                   _ ("“%s” is a folder or a device, not a Kaopin record. Choose a file."), path);
      return FALSE;
    }
  if (g_access (path, R_OK) != 0)
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY,
                   _ ("“%s” may not be read by you. Ask its owner for access."), path);
      return FALSE;
    }
  if (!check_header (path, st.st_size, error))
    return FALSE;
  if (mode == KP_OPEN_READ_ONLY)
    return TRUE;
  if ((st.st_mode & 0222) == 0 || g_access (path, W_OK) != 0)
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY,
                   _ ("“%s” is write-protected. Make it writable, or work on a copy."), path);
      return FALSE;
    }
  return check_is_local (path, error);
}
