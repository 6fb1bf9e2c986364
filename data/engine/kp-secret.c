/* kp-secret.c – passwords and PINs as the record keeps them: Argon2id, never the secret itself.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A PIN has a million forms at the least, so whoever holds the file tries them all in days, whatever a guess costs; what it
 * costs at the desk is bounded by the lock after a few wrong ones. Nothing here belongs on a main loop. */
#include "kp-secret.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "kp-data-error.h"

/* A tenth of a second on an office's PC. */
#define PASSES crypto_pwhash_OPSLIMIT_INTERACTIVE
#define MEMORY crypto_pwhash_MEMLIMIT_INTERACTIVE

/* Full-width characters of an input method count as the plain ones. */
static char *
dup_normal (const char *secret)
{
  return g_utf8_normalize (secret, -1, G_NORMALIZE_NFKC);
}

/** kp_secret_free: wipes @secret (nullable) before its memory goes to somebody else. */
void
kp_secret_free (char *secret)
{
  if (secret != NULL)
    sodium_memzero (secret, strlen (secret));
  g_free (secret);
}

/**
 * kp_secret_dup_hash:
 * @secret: a password or a PIN
 * @error: FAILED without memory or random numbers, PASSPHRASE when it is no text
 *
 * Takes a tenth of a second and 64 MB. The salt is new each time. Thread: any but the main loop's.
 *
 * Returns: (transfer full) (nullable): what the record keeps, with its salt and its cost
 */
char *
kp_secret_dup_hash (const char *secret, GError **error)
{
  char hash[crypto_pwhash_STRBYTES] = { 0 };
  char *normal = dup_normal (secret);
  gboolean is_made;

  if (normal == NULL)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE, _ ("The password is no text in UTF-8."));
      return NULL;
    }
  is_made = sodium_init () >= 0
            && crypto_pwhash_str_alg (hash, normal, strlen (normal), PASSES, MEMORY, crypto_pwhash_ALG_ARGON2ID13) == 0;
  kp_secret_free (normal);
  if (is_made)
    return g_strdup (hash);
  g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_FAILED,
                       _ ("There is too little memory to keep a password safely. Close other programs and try again."));
  return NULL;
}

/**
 * kp_secret_is_of:
 * @hash: of kp_secret_dup_hash()
 * @secret: what somebody typed
 *
 * As costly as kp_secret_dup_hash(). Thread: any but the main loop's.
 *
 * Returns: whether it is the secret
 */
gboolean
kp_secret_is_of (const char *hash, const char *secret)
{
  char *normal = dup_normal (secret);
  gboolean is_it;

  if (normal == NULL)
    return FALSE;
  is_it = sodium_init () >= 0 && strlen (hash) < crypto_pwhash_STRBYTES
          && crypto_pwhash_str_verify (hash, normal, strlen (normal)) == 0;
  kp_secret_free (normal);
  return is_it;
}
