/* kp-doubt.c – whether a unit of work was recorded, when the server broke off at its very end.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Between COMMIT and its answer nobody here knows. The journal does: its rows are numbered and each holds the hash of all
 * before it, so the row that the unit wrote last is either there, and then all of the unit is, or it isn't, and then nothing
 * is. Asked under the campaign's lock: a server that is still at it is waited for, and not taken for one that never got it. */

#include "kp-doubt.h"

#include <string.h>

#include "kp-data-error.h"
#include "kp-engine.h"
#include "kp-ledger.h"

#define LONGEST_PAUSE_MS 8000
#define LONGEST_WAIT_MS 30000 /* where nobody can end it */

static gboolean
look (KpDatabase *db, const char *campaign, gint64 seq, const guint8 *hash, gboolean *is_recorded, GError **error)
{
  KpEngine *engine = kp_database_get_engine (db);
  const KpAct act = { "", "", KP_LEDGER_MOVE, NULL };
  g_autofree char *ours = kp_canon_dup_hex (hash);
  g_autofree char *theirs = NULL;
  g_autoptr (KpLedger) lock = NULL;
  g_autoptr (GError) local = NULL;

  if (!engine->klass->reconnect (engine, error))
    return FALSE;
  lock = kp_ledger_begin (db, campaign, &act, error);
  if (lock == NULL)
    return FALSE;
  theirs = kp_ledger_dup_hash (db, campaign, seq, &local);
  *is_recorded = g_strcmp0 (ours, theirs) == 0;
  if (theirs != NULL || g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* FALSE: it isn't waited for any longer. */
static gboolean
pause_for (KpDatabase *db, guint milliseconds, guint *waited)
{
  GCancellable *patience = kp_database_get_patience (db);
  GPollFD fd;

  if (patience == NULL)
    {
      g_usleep (milliseconds * 1000);
      *waited += milliseconds;
      return *waited < LONGEST_WAIT_MS;
    }
  if (g_cancellable_make_pollfd (patience, &fd))
    {
      g_poll (&fd, 1, (int) milliseconds);
      g_cancellable_release_fd (patience);
    }
  return !g_cancellable_is_cancelled (patience);
}

/**
 * kp_doubt_is_recorded:
 * @db: the handle whose commit ended with CONNECTION; it is connected anew
 * @campaign: whose unit of work it was
 * @seq: of the last row that it wrote into the journal
 * @hash: of that row
 * @is_recorded: (out): whether all of it is in the record; else nothing is
 * @error: DOUBT when the server couldn't be asked
 *
 * Asks the server again and again, see kp_database_set_patience().
 *
 * Returns: %FALSE when nobody knows
 */
gboolean
kp_doubt_is_recorded (KpDatabase *db, const char *campaign, gint64 seq, const guint8 hash[KP_HASH_SIZE], gboolean *is_recorded,
                      GError **error)
{
  guint waited = 0;
  guint pause = 500;

  *is_recorded = FALSE;
  do
    {
      if (look (db, campaign, seq, hash, is_recorded, NULL))
        return TRUE;
      pause = MIN (pause * 2, LONGEST_PAUSE_MS);
    }
  while (pause_for (db, pause, &waited));
  return kp_data_error_set (error, KP_DATA_ERROR_DOUBT, NULL);
}
