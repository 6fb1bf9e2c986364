/* kp-secret.c – passwords and PINs as the record keeps them: what they are checked by, never the secret itself.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   way       how it is computed, with a salt; everybody may read it            argon2id$2$65536$3f…
 *   answer    what the program computes of the way and what somebody types      64 hex digits, kept nowhere
 *   verifier  what the answer is compared with, by whoever may read it           chance$SHA-256 (chance, answer)
 *
 * The chance makes of equal answers different verifiers, and keeps the hash of a row from telling which answer is right: the
 * journal shows that hash to everybody.
 *
 * A PIN has a million forms at the least, so whoever holds way and verifier tries them all in days, whatever a guess costs;
 * what it costs at the desk is bounded by the lock after a few wrong ones. No answer belongs on a main loop. */
#include "kp-secret.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "kp-data-error.h"
#include "kp-engine.h"

/* A tenth of a second on an office's PC. */
#define PASSES crypto_pwhash_OPSLIMIT_INTERACTIVE
#define MEMORY (crypto_pwhash_MEMLIMIT_INTERACTIVE / 1024)

/* What a way may ask for: a record of somebody else's making doesn't take the machine's whole memory. */
#define MOST_PASSES 16
#define MOST_MEMORY (1024 * 1024)

#define METHOD "argon2id"
#define ANSWER_BYTES 32
#define CHANCE_BYTES 16

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

static char *
dup_hex (const guint8 *bytes, gsize n)
{
  char *text = g_malloc (n * 2 + 1);

  return sodium_bin2hex (text, n * 2 + 1, bytes, n);
}

static gboolean
fail_to_make (GError **error)
{
  g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_FAILED,
                       _ ("There is too little memory to keep a password safely. Close other programs and try again."));
  return FALSE;
}

/**
 * kp_secret_dup_way:
 * @error: FAILED without random numbers
 *
 * Returns: (transfer full) (nullable): how an answer is computed from now on; no two are alike
 */
char *
kp_secret_dup_way (GError **error)
{
  guint8 salt[crypto_pwhash_SALTBYTES];
  g_autofree char *hex = NULL;

  if (sodium_init () < 0)
    {
      fail_to_make (error);
      return NULL;
    }
  randombytes_buf (salt, sizeof salt);
  hex = dup_hex (salt, sizeof salt);
  return g_strdup_printf (METHOD "$%u$%u$%s", (guint) PASSES, (guint) MEMORY, hex);
}

static gboolean
read_way (const char *way, guint64 *passes, guint64 *memory, guint8 salt[crypto_pwhash_SALTBYTES])
{
  g_auto (GStrv) parts = g_strsplit (way, "$", -1);
  gsize n = 0;

  return g_strv_length (parts) == 4 && strcmp (parts[0], METHOD) == 0
         && g_ascii_string_to_unsigned (parts[1], 10, crypto_pwhash_OPSLIMIT_MIN, MOST_PASSES, passes, NULL)
         && g_ascii_string_to_unsigned (parts[2], 10, crypto_pwhash_MEMLIMIT_MIN / 1024, MOST_MEMORY, memory, NULL)
         && sodium_hex2bin (salt, crypto_pwhash_SALTBYTES, parts[3], strlen (parts[3]), NULL, &n, NULL) == 0
         && n == crypto_pwhash_SALTBYTES;
}

/**
 * kp_secret_dup_answer:
 * @way: of kp_secret_dup_way()
 * @secret: a password or a PIN, as typed
 * @error: FAILED without memory, PASSPHRASE when it is no text, CORRUPT when @way is none
 *
 * Takes a tenth of a second and 64 MB. Thread: any but the main loop's.
 *
 * Returns: (transfer full) (nullable): the answer, freed by kp_secret_free()
 */
char *
kp_secret_dup_answer (const char *way, const char *secret, GError **error)
{
  guint8 salt[crypto_pwhash_SALTBYTES], bytes[ANSWER_BYTES];
  guint64 passes = 0, memory = 0;
  char *normal = dup_normal (secret);
  char *answer = NULL;

  if (normal == NULL)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE, _ ("The password is no text in UTF-8."));
      return NULL;
    }
  if (!read_way (way, &passes, &memory, salt))
    kp_data_error_set (error, KP_DATA_ERROR_CORRUPT, NULL);
  else if (sodium_init () < 0
           || crypto_pwhash (bytes, sizeof bytes, normal, strlen (normal), salt, passes, memory * 1024,
                             crypto_pwhash_ALG_ARGON2ID13) != 0)
    fail_to_make (error);
  else
    answer = dup_hex (bytes, sizeof bytes);
  sodium_memzero (bytes, sizeof bytes);
  kp_secret_free (normal);
  return answer;
}

static char *
dup_digest (const char *chance, const char *answer)
{
  char *text = g_strconcat (chance, answer, NULL);
  char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  kp_secret_free (text);
  return digest;
}

/**
 * kp_secret_dup_verifier:
 * @answer: of kp_secret_dup_answer()
 * @error: FAILED without random numbers
 *
 * account_try() of server-accounts.sql reads it too.
 *
 * Returns: (transfer full) (nullable): what the record keeps to compare with
 */
char *
kp_secret_dup_verifier (const char *answer, GError **error)
{
  guint8 bytes[CHANCE_BYTES];
  g_autofree char *chance = NULL;
  g_autofree char *digest = NULL;

  if (sodium_init () < 0)
    {
      fail_to_make (error);
      return NULL;
    }
  randombytes_buf (bytes, sizeof bytes);
  chance = dup_hex (bytes, sizeof bytes);
  digest = dup_digest (chance, answer);
  return g_strconcat (chance, "$", digest, NULL);
}

/** kp_secret_fits: whether @verifier was made of @answer. Thread: any. */
gboolean
kp_secret_fits (const char *verifier, const char *answer)
{
  g_auto (GStrv) parts = g_strsplit (verifier, "$", 2);
  g_autofree char *digest = g_strv_length (parts) == 2 ? dup_digest (parts[0], answer) : NULL;

  return digest != NULL && strlen (parts[1]) == strlen (digest) && sodium_memcmp (parts[1], digest, strlen (digest)) == 0;
}
