/* kp-test-disk.c – a disk below SQLite that fails when a test says so.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-disk.h"

#include <sqlite3.h>
#include <string.h>

/* A file of ours; the real one lies behind it in the same block. */
typedef struct
{
  sqlite3_file parent;
  KpTestDisk *disk;
  sqlite3_file *real;
} File;

typedef struct
{
  sqlite3_vfs parent;
  sqlite3_vfs *real;
  KpTestDisk *disk;
} Vfs;

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((File *) file)->real;
}

static gboolean
fails (sqlite3_file *file)
{
  KpTestDisk *disk = ((File *) file)->disk;

  disk->n_done++;
  if (disk->fails_at == 0 || disk->n_done < disk->fails_at || (disk->n_done > disk->fails_at && !disk->stays))
    return FALSE;
  disk->n_failed++;
  return TRUE;
}

static int
file_close (sqlite3_file *file)
{
  return get_real (file)->pMethods != NULL ? get_real (file)->pMethods->xClose (get_real (file)) : SQLITE_OK;
}

static int
file_read (sqlite3_file *file, void *bytes, int n, sqlite3_int64 at)
{
  return get_real (file)->pMethods->xRead (get_real (file), bytes, n, at);
}

static int
file_write (sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
  if (fails (file))
    return ((File *) file)->disk->is_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  return get_real (file)->pMethods->xWrite (get_real (file), bytes, n, at);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (fails (file))
    return SQLITE_IOERR_TRUNCATE;
  return get_real (file)->pMethods->xTruncate (get_real (file), size);
}

/* Nobody pulls the plug here, so nothing is waited for. */
static int
file_sync (sqlite3_file *file, int flags G_GNUC_UNUSED)
{
  return fails (file) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
file_check_lock (sqlite3_file *file, int *is_reserved)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), is_reserved);
}

static int
file_control (sqlite3_file *file, int op, void *data)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), op, data);
}

static int
file_sector (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
file_device (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
file_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **map)
{
  return get_real (file)->pMethods->xShmMap (get_real (file), page, size, extend, map);
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
file_shm_unmap (sqlite3_file *file, int remove)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2, /* without mapped memory, which would go past us */
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector,
  .xDeviceCharacteristics = file_device,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
vfs_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  Vfs *self = (Vfs *) vfs;
  File *own = (File *) file;
  int code;

  memset (own, 0, sizeof *own);
  own->disk = self->disk;
  own->real = (sqlite3_file *) (own + 1);
  memset (own->real, 0, (size_t) self->real->szOsFile);
  code = self->real->xOpen (self->real, name, own->real, flags, out_flags);
  own->parent.pMethods = own->real->pMethods != NULL ? &methods : NULL;
  return code;
}

void
kp_test_disk_mount (KpTestDisk *disk)
{
  Vfs *vfs = g_new0 (Vfs, 1); /* SQLite's for the whole program */

  memset (disk, 0, sizeof *disk);
  vfs->real = sqlite3_vfs_find (NULL);
  vfs->parent = *vfs->real;
  vfs->parent.zName = "kp-test-disk";
  vfs->parent.szOsFile = (int) sizeof (File) + vfs->real->szOsFile;
  vfs->parent.xOpen = vfs_open;
  vfs->disk = disk;
  g_assert_cmpint (sqlite3_vfs_register (&vfs->parent, 1), ==, SQLITE_OK);
  (void) g_steal_pointer (&vfs);
}

void
kp_test_disk_arm (KpTestDisk *disk, guint fails_at, gboolean is_full, gboolean stays)
{
  disk->fails_at = fails_at;
  disk->is_full = is_full;
  disk->stays = stays;
  disk->n_done = 0;
  disk->n_failed = 0;
}
