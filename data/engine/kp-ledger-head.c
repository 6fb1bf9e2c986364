/* kp-ledger-head.c – what the end of a campaign's journal says: its hash, its moment, whether work goes on elsewhere.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-ledger.h"

#include <string.h>

#include "kp-canon.h"
#include "kp-data-error.h"
#include "kp-engine.h"
#include "kp-instant.h"

/**
 * kp_ledger_load_last:
 * @db: the record
 * @campaign: whose journal
 * @place: (out) (transfer full) (nullable): where the campaign was moved to; %NULL while it is worked on in @db
 * @at: (out) (transfer full) (nullable): the moment of the last row; %NULL when there is none
 * @error: the engine's
 *
 * Returns: %FALSE when it could not be read
 */
gboolean
kp_ledger_load_last (KpDatabase *db, const char *campaign, char **place, char **at, GError **error)
{
  g_autoptr (KpStatement) s = kp_database_prepare (
      db, "SELECT at, step, row_key, after_text FROM journal WHERE campaign = $1 ORDER BY seq DESC LIMIT 1", error);
  gboolean has_row = FALSE;

  *place = NULL;
  *at = NULL;
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, campaign);
  if (!kp_statement_step (s, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  *at = kp_statement_dup_text (s, "at");
  if (strcmp (kp_statement_get_text (s, "step"), KP_LEDGER_MOVE) == 0
      && strcmp (kp_statement_get_text (s, "row_key"), KP_LEDGER_MOVED_OUT) == 0)
    *place = g_strdup (kp_statement_is_null (s, "after_text") ? "" : kp_statement_get_text (s, "after_text"));
  return TRUE;
}

static char *
dup_hash (KpStatement *s, GError **error)
{
  gboolean has_row = FALSE;
  gconstpointer hash = NULL;
  gsize n = 0;

  if (!kp_statement_step (s, &has_row, error))
    return NULL;
  if (has_row)
    hash = kp_statement_get_blob (s, "hash", &n);
  if (n == KP_HASH_SIZE)
    return kp_canon_dup_hex (hash);
  kp_data_error_set (error, has_row ? KP_DATA_ERROR_CORRUPT : KP_DATA_ERROR_NOT_FOUND, NULL);
  return NULL;
}

/**
 * kp_ledger_dup_head_hash:
 * @db: the record
 * @campaign: whose journal
 * @error: NOT_FOUND when the campaign has none
 *
 * Returns: (transfer full) (nullable): the hash of the last committed journal row, 64 hex digits
 */
char *
kp_ledger_dup_head_hash (KpDatabase *db, const char *campaign, GError **error)
{
  g_autoptr (KpStatement) s =
      kp_database_prepare (db, "SELECT hash FROM journal_head WHERE campaign = $1", error);

  if (s == NULL)
    return NULL;
  kp_statement_bind_text (s, 1, campaign);
  return dup_hash (s, error);
}

/**
 * kp_ledger_load_head:
 * @db: the record
 * @campaign: whose journal
 * @seq: (out): number of its last row
 * @hash: (out) (optional) (transfer full): of that row, 64 hex digits
 * @error: NOT_FOUND when the campaign has none
 *
 * Returns: %FALSE when it could not be read
 */
gboolean
kp_ledger_load_head (KpDatabase *db, const char *campaign, gint64 *seq, char **hash, GError **error)
{
  g_autoptr (KpStatement) s =
      kp_database_prepare (db, "SELECT seq, hash FROM journal_head WHERE campaign = $1", error);
  g_autofree char *read = NULL;

  if (hash != NULL)
    *hash = NULL;
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, campaign);
  read = dup_hash (s, error);
  if (read == NULL)
    return FALSE;
  *seq = kp_statement_get_int (s, "seq");
  if (hash != NULL)
    *hash = g_steal_pointer (&read);
  return TRUE;
}

/**
 * kp_ledger_dup_hash:
 * @db: the record
 * @campaign: whose journal
 * @seq: of a row
 * @error: NOT_FOUND when the journal has no such row
 *
 * Returns: (transfer full) (nullable): the hash of that row, which was the head while it was the last: 64 hex digits
 */
char *
kp_ledger_dup_hash (KpDatabase *db, const char *campaign, gint64 seq, GError **error)
{
  g_autoptr (KpStatement) s =
      kp_database_prepare (db, "SELECT hash FROM journal WHERE campaign = $1 AND seq = $2", error);

  if (s == NULL)
    return NULL;
  kp_statement_bind_text (s, 1, campaign);
  kp_statement_bind_int (s, 2, seq);
  return dup_hash (s, error);
}

/**
 * kp_ledger_find_move:
 * @db: the record
 * @campaign: whose journal
 * @place: (out) (transfer full) (nullable): where the campaign was moved to; %NULL while it is worked on in @db
 * @error: the engine's
 *
 * Returns: %FALSE when it could not be read
 */
gboolean
kp_ledger_find_move (KpDatabase *db, const char *campaign, char **place, GError **error)
{
  g_autofree char *at = NULL;

  return kp_ledger_load_last (db, campaign, place, &at, error);
}

/**
 * kp_ledger_find_last_at:
 * @db: the record
 * @campaign: whose journal
 * @at: (out) (transfer full) (nullable): the moment of its last row; %NULL when it has none
 * @is_sample: (out): whether it is the sample's, whose days are made up
 * @error: the engine's
 *
 * Returns: %FALSE when it could not be read
 */
gboolean
kp_ledger_find_last_at (KpDatabase *db, const char *campaign, char **at, gboolean *is_sample, GError **error)
{
  g_autoptr (KpStatement) s = kp_database_prepare (
      db, "SELECT row_key FROM journal WHERE campaign = $1 AND seq = 1 AND act = 'note'", error);
  g_autofree char *place = NULL;
  gboolean has_row = FALSE;

  *at = NULL;
  *is_sample = FALSE;
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, campaign);
  if (!kp_statement_step (s, &has_row, error))
    return FALSE;
  *is_sample = has_row && strcmp (kp_statement_get_text (s, "row_key"), KP_LEDGER_SAMPLE) == 0;
  return kp_ledger_load_last (db, campaign, &place, at, error);
}

/**
 * kp_ledger_goes_back:
 * @before: the moment of a row of the journal
 * @at: that of the row after it
 * @step: which wrote the row after it
 *
 * Returns: whether time goes back there, which two people didn't answer for (#KP_LEDGER_SET_CLOCK)
 */
gboolean
kp_ledger_goes_back (const char *before, const char *at, const char *step)
{
  return strcmp (step, KP_LEDGER_SET_CLOCK) != 0 && kp_instant_is_earlier (at, before);
}
