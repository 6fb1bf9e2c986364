/* kp-step-lock.c – a passphrase for the record, another one, or none.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The key of the personal data stays the same, so that no row is written anew; what changes is whether it lies open in the
 * record or in a box. Who opened the session had the passphrase before. */
#include "kp-step-lock.h"

#include <glib/gi18n-lib.h>

#include "kp-session-private.h"

/**
 * kp_session_is_locked:
 * @session: a session
 * @is_locked: (out): whether opening the record asks for a passphrase
 * @error: return location
 *
 * Returns: %FALSE when it could not be read
 */
gboolean
kp_session_is_locked (KpSession *session,
                      gboolean *is_locked,
                      GError **error)
{
  g_autofree KpCampaignRecord *record = kp_session_load_campaign (session, error);

  if (record == NULL)
    return FALSE;
  *is_locked = kp_seal_text_is_locked (record->seal);
  return TRUE;
}

/* What the record held before must not be found in its file either. */
static gboolean
write_seal (KpSession *session,
            KpLedger *ledger,
            const char *seal,
            GError **error)
{
  g_autofree KpCampaignRecord *stored = kp_session_load_campaign (session, error);
  KpCampaignRecord changed;

  if (stored == NULL)
    return FALSE;
  changed = *stored;
  changed.seal = seal;
  return kp_ledger_update (ledger, &kp_campaign_table, &changed, error) && kp_session_commit (session, ledger, error)
         && kp_database_sweep (session->db, error);
}

/**
 * kp_step_lock:
 * @session: a session
 * @passphrase: without which nobody opens the record from now on
 * @cost: what a guess shall cost
 * @error: return location
 *
 * 加锁: takes the place of a passphrase that there was. Copies of the record made before open as they did. Takes a second.
 *
 * Returns: %TRUE, or %FALSE with %KP_DATA_ERROR_PASSPHRASE when it is too short, or another #KP_DATA_ERROR
 */
gboolean
kp_step_lock (KpSession *session,
              const char *passphrase,
              const KpSealedCost *cost,
              GError **error)
{
  g_autoptr (KpSealedKey) key = kp_sealed_key_new (passphrase, cost, error);
  g_autofree char *seal = key != NULL ? kp_seal_make_locked_text (kp_session_get_seal (session), key, error) : NULL;
  g_autoptr (KpLedger) ledger = seal != NULL ? kp_session_begin_beside (session, "lock", NULL, error) : NULL;

  return ledger != NULL && write_seal (session, ledger, seal, error);
}

/**
 * kp_step_unlock:
 * @session: a session
 * @error: return location
 *
 * 解锁: takes the passphrase away.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR where there is none, or #KP_DATA_ERROR
 */
gboolean
kp_step_unlock (KpSession *session,
                GError **error)
{
  g_autofree char *seal = kp_seal_dup_text (kp_session_get_seal (session));
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "unlock", NULL, error);
  gboolean is_locked = FALSE;

  if (ledger == NULL || !kp_session_is_locked (session, &is_locked, error))
    return FALSE;
  if (is_locked)
    return write_seal (session, ledger, seal, error);
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("The record has no passphrase: there is none to take away."));
  return FALSE;
}
