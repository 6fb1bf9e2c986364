/* kp-watch-file.c – what another program writes into a record's file, and whether it is still the same file.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file tells nobody that it was written to. A thread looks three times a second at size and time of the file and of its
 * log, which costs two calls of the system and no disk; only when they differ it opens the record and reads the last row of
 * the journal. No handle stays open meanwhile, so that a stick can be taken out; and the files are never opened by other
 * means than the engine's, for closing them would take away the locks that other threads of this program have on them.
 *
 * Whether the same record lies there says the journal: the row that was the last has the same hash. A copy that was put in
 * the place of the file, by hand or by a program that keeps folders alike, may be an older one, or another record. */
#include "kp-watch-private.h"

#include <string.h>
#include <sys/stat.h>

#include "kp-data-error.h"
#include "kp-ledger.h"

#define PAUSE_MS 300
#define REST_FACTOR 2 /* of the time that reading takes */

typedef struct
{
  guint64 device;
  guint64 inode;
  gint64 size;
  gint64 seconds;
  gint64 nanoseconds;
} Look;

/* Of the file and of its log; all zeros where there is none. */
typedef struct
{
  Look file;
  Look log;
} Looks;

static gboolean
look_at (const char *path,
         Look *out)
{
  struct stat status;

  memset (out, 0, sizeof *out);
  if (stat (path, &status) != 0)
    return FALSE;
  *out = (Look) { (guint64) status.st_dev, (guint64) status.st_ino, status.st_size, status.st_mtim.tv_sec,
                  status.st_mtim.tv_nsec };
  return TRUE;
}

/* An empty log is none: reading makes one. */
static gboolean
look (const char *path,
      Looks *out)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  if (look_at (log, &out->log) && out->log.size == 0)
    memset (&out->log, 0, sizeof out->log);
  return look_at (path, &out->file);
}

static void
set_state (KpWatch *watch,
           KpWatchKind state)
{
  if (watch->state == state)
    return;
  watch->state = state;
  kp_watch_post (watch, state);
}

/* *is_same: the row that was the last is there as it was. */
static gboolean
check_is_same (KpWatch *watch,
               gboolean *is_same,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *hash = watch->hash != NULL ? kp_ledger_dup_hash (watch->db, watch->campaign, watch->seq, &local) : NULL;

  *is_same = watch->hash == NULL || g_strcmp0 (hash, watch->hash) == 0;
  if (local == NULL || g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_last (KpWatch *watch,
           GError **error)
{
  const gint64 before = watch->seq;
  g_autofree char *step = NULL;
  g_autofree char *actor = NULL;
  gboolean is_same = FALSE;
  gint64 seq = 0;

  if (!check_is_same (watch, &is_same, error))
    return FALSE;
  if (!is_same)
    {
      set_state (watch, KP_WATCH_REPLACED);
      return TRUE;
    }
  if (!kp_watch_load_last (watch, &seq, &step, &actor, error))
    return FALSE;
  if (seq != before)
    {
      g_free (watch->hash);
      watch->hash = kp_ledger_dup_hash (watch->db, watch->campaign, seq, NULL);
      watch->seq = seq;
    }
  set_state (watch, KP_WATCH_BACK);
  if (before >= 0 && seq > before && !kp_origin_is_own (watch->origin, watch->campaign, seq))
    kp_watch_post_grew (watch, seq, g_steal_pointer (&step), g_steal_pointer (&actor));
  return TRUE;
}

/* FALSE: it was being written to just now, and is to be looked at again. */
static gboolean
read_record (KpWatch *watch)
{
  g_autoptr (GError) error = NULL;
  gboolean is_read;

  watch->db = kp_database_open (watch->location, KP_OPEN_READ_ONLY, &error);
  is_read = watch->db != NULL && read_last (watch, &error);
  g_clear_pointer (&watch->db, kp_database_close);
  if (!is_read && g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_BUSY))
    return FALSE;
  if (!is_read)
    set_state (watch, g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_DISK) ? KP_WATCH_GONE : KP_WATCH_REPLACED);
  return TRUE;
}

/** kp_watch_run_file: until it is stopped. */
void
kp_watch_run_file (KpWatch *watch)
{
  Looks before = { 0 };
  gboolean has_moved = FALSE;

  watch->state = KP_WATCH_BACK;
  while (!kp_watch_is_stopped (watch, &has_moved))
    {
      const gint64 begun = g_get_monotonic_time ();
      Looks now;

      if (!look (watch->location, &now))
        {
          set_state (watch, KP_WATCH_GONE);
          memset (&before, 0, sizeof before);
        }
      else if (memcmp (&before, &now, sizeof now) != 0 && read_record (watch))
        before = now;
      kp_watch_pause (watch, PAUSE_MS + REST_FACTOR * (guint) ((g_get_monotonic_time () - begun) / 1000));
    }
}
