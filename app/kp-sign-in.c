/* kp-sign-in.c – who works at the command line, and how two people prove who they are.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No secret comes out of an argument or the environment: other users of the computer see those. */
#include "kp-sign-in.h"

#include <glib/gi18n-lib.h>

#include "kp-command.h"
#include "kp-passphrase.h"

/** kp_sign_in_clear: frees what @sign_in owns. */
void
kp_sign_in_clear (KpSignIn *sign_in)
{
  g_clear_pointer (&sign_in->as, g_free);
  g_clear_pointer (&sign_in->as_file, g_free);
  g_clear_pointer (&sign_in->pin_file, g_free);
  g_clear_pointer (&sign_in->identity, kp_identity_unref);
}

static char *
ask_pin (KpPinWhose whose, const char *person, gpointer data, GError **error)
{
  static const KpPassphraseKind kinds[] = {
    [KP_PIN_SECOND] = KP_PASSPHRASE_PIN,
    [KP_PIN_FIRST] = KP_PASSPHRASE_FIRST_PIN,
    [KP_PIN_OLD] = KP_PASSPHRASE_OLD_PIN,
  };
  const KpSignIn *sign_in = data;

  if (sign_in->is_asked)
    return whose == KP_PIN_SECOND ? g_strdup (sign_in->pin) : NULL;
  return kp_passphrase_read (kinds[whose], person, sign_in->pin_file, whose == KP_PIN_FIRST, FALSE, error);
}

static gboolean
prove (KpSignIn *sign_in, KpSession *session, GError **error)
{
  char *password = kp_passphrase_read (KP_PASSPHRASE_PASSWORD, sign_in->as, sign_in->as_file, 0, FALSE, error);

  if (password == NULL)
    return FALSE;
  sign_in->identity = kp_identity_prove (session, sign_in->as, password, error);
  kp_passphrase_free (password);
  return sign_in->identity != NULL;
}

/**
 * kp_sign_in_prepare:
 * @sign_in: what was given; outlives @session
 * @session: a session; one that may write when somebody has to sign in, so that wrong tries are counted
 * @error: return location
 *
 * Returns: %TRUE when the session may be used, or %FALSE with #KP_COMMAND_ERROR, #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_sign_in_prepare (KpSignIn *sign_in, KpSession *session, GError **error)
{
  KpProof proof = KP_PROOF_NONE;

  kp_session_set_pin_func (session, ask_pin, sign_in);
  if (!kp_identity_find_proof (session, &proof, error))
    return FALSE;
  if (proof != KP_PROOF_ACCOUNTS)
    {
      if (sign_in->as == NULL)
        return TRUE;
      g_set_error_literal (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_USAGE,
                           _ ("Nobody signs in to this campaign: no account of it has a password. Leave out --as."));
      return FALSE;
    }
  if (sign_in->identity == NULL && sign_in->as == NULL)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_UNPROVEN,
                           _ ("This campaign has accounts: say with --as LOGIN who works, and give the password."));
      return FALSE;
    }
  if (sign_in->identity == NULL && !prove (sign_in, session, error))
    return FALSE;
  kp_session_set_identity (session, sign_in->identity);
  return TRUE;
}
