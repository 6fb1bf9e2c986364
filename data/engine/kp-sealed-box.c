/* kp-sealed-box.c – bytes that only a passphrase opens; the only file that speaks libsodium.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A box, numbers in little-endian order:
 *
 *      0  16  magic
 *     16   4  form of the box
 *     20   4  passes  ┐ of Argon2id
 *     24   4  KiB     │
 *     28  16  salt    ┘
 *     44  16  check: derived from the key, so that a wrong passphrase is told from a damaged box
 *     60  24  start of the stream, new at each writing
 *     84  32  BLAKE2b of all before it, so that a damaged head is told from a wrong passphrase
 *    116   …  pieces of 64 KiB and 17 bytes, XChaCha20-Poly1305, each over the first 84 bytes too; the last one is marked
 *
 * The head's check is no help to who guesses: each guess costs Argon2id all the same. */

#include "kp-sealed-box.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "kp-data-error.h"

#define FORM 1
#define PIECE (64 * 1024)
#define PIECE_EXTRA crypto_secretstream_xchacha20poly1305_ABYTES
#define MAX_PASSES 8
#define MAX_MEMORY (1024 * 1024)

enum
{
  AT_FORM = 16,
  AT_PASSES = 20,
  AT_MEMORY = 24,
  AT_SALT = 28,
  AT_CHECK = 44,
  AT_STREAM = 60,
  AT_DIGEST = 84
};

#define SALT_SIZE (AT_CHECK - AT_SALT)
#define CHECK_SIZE (AT_STREAM - AT_CHECK)
#define DIGEST_SIZE (KP_SEALED_BOX_HEAD_SIZE - AT_DIGEST)

G_STATIC_ASSERT (SALT_SIZE == crypto_pwhash_argon2id_SALTBYTES);
G_STATIC_ASSERT (AT_DIGEST - AT_STREAM == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
G_STATIC_ASSERT (KP_SIGNATURE_SIZE == crypto_sign_BYTES);

static const guint8 magic[AT_FORM] = "KAOPIN ROOM BOX\n";
static const char context[crypto_kdf_CONTEXTBYTES] = { 'k', 'p', '-', 'r', 'o', 'o', 'm', 's' };

/* On the score keeper's own laptop one opening takes about a second. */
const KpSealedCost kp_sealed_cost_usual = { 3, 256 * 1024 };
const KpSealedCost kp_sealed_cost_least = { 2, 64 * 1024 };

struct _KpSealedKey
{
  gatomicrefcount n_refs;
  KpSealedCost cost;
  guint8 salt[SALT_SIZE];
  guint8 check[CHECK_SIZE];
  guint8 stream[crypto_secretstream_xchacha20poly1305_KEYBYTES];
};

static void
write_number (guint8 *at, guint32 number)
{
  number = GUINT32_TO_LE (number);
  memcpy (at, &number, sizeof number);
}

static guint32
read_number (const guint8 *at)
{
  guint32 number;

  memcpy (&number, at, sizeof number);
  return GUINT32_FROM_LE (number);
}

static gboolean
fail (GError **error, KpDataError code, const char *sentence)
{
  g_set_error_literal (error, KP_DATA_ERROR, code, sentence);
  return FALSE;
}

static gboolean
start_sodium (GError **error)
{
  return sodium_init () >= 0
         || fail (error, KP_DATA_ERROR_FAILED, _ ("This computer gives no random numbers, so nothing can be encrypted."));
}

static gboolean
fail_damaged (GError **error)
{
  return fail (error, KP_DATA_ERROR_CORRUPT,
               _ ("The room package is damaged or was cut off on the way. Copy it once more from where it was written."));
}

static KpSealedKey *
derive (const char *passphrase, const KpSealedCost *cost, const guint8 *salt, GError **error)
{
  g_autofree char *normal = g_utf8_normalize (passphrase, -1, G_NORMALIZE_NFKC);
  g_autoptr (KpSealedKey) key = g_new0 (KpSealedKey, 1);
  guint8 master[crypto_kdf_KEYBYTES];

  g_atomic_ref_count_init (&key->n_refs);
  key->cost = *cost;
  memcpy (key->salt, salt, SALT_SIZE);
  if (normal == NULL)
    {
      fail (error, KP_DATA_ERROR_PASSPHRASE, _ ("The passphrase is no text in UTF-8."));
      return NULL;
    }
  if (crypto_pwhash (master, sizeof master, normal, strlen (normal), salt, cost->passes, (gsize) cost->memory * 1024,
                     crypto_pwhash_ALG_ARGON2ID13) != 0)
    {
      fail (error, KP_DATA_ERROR_FAILED,
            _ ("There is too little memory to open the room package. Close other programs and try again."));
      return NULL;
    }
  crypto_kdf_derive_from_key (key->stream, sizeof key->stream, 1, context, master);
  crypto_kdf_derive_from_key (key->check, sizeof key->check, 2, context, master);
  sodium_memzero (master, sizeof master);
  sodium_memzero (normal, strlen (normal));
  return g_steal_pointer (&key);
}

/**
 * kp_sealed_key_new:
 * @passphrase: at least %KP_SEALED_BOX_MIN_PASSPHRASE characters
 * @cost: what a guess shall cost
 * @error: PASSPHRASE when it is too short, FAILED without memory
 *
 * Takes a second and 256 MB by the usual cost. The salt is new each time. Full-width characters of an input method count as
 * the plain ones.
 *
 * Returns: (transfer full) (nullable): a key for new boxes
 */
KpSealedKey *
kp_sealed_key_new (const char *passphrase, const KpSealedCost *cost, GError **error)
{
  guint8 salt[SALT_SIZE];

  if (!start_sodium (error))
    return NULL;
  if (!g_utf8_validate (passphrase, -1, NULL) || g_utf8_strlen (passphrase, -1) < KP_SEALED_BOX_MIN_PASSPHRASE)
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE,
                   _ ("The passphrase must have at least %d characters; a sentence that both sides know is best."),
                   KP_SEALED_BOX_MIN_PASSPHRASE);
      return NULL;
    }
  randombytes_buf (salt, sizeof salt);
  return derive (passphrase, cost, salt, error);
}

/* What can be said of a box before its passphrase is asked for. */
static gboolean
check_head (const guint8 *head, gsize n, GError **error)
{
  guint8 digest[DIGEST_SIZE];

  if (n == 0)
    return fail (error, KP_DATA_ERROR_CORRUPT, _ ("The room package is empty. Copy it once more from where it was written."));
  if (!kp_sealed_box_is_one (head, n))
    return fail (error, KP_DATA_ERROR_FOREIGN, _ ("This is no room package of Kaopin."));
  if (n > KP_SEALED_BOX_MAX_SIZE)
    return fail (error, KP_DATA_ERROR_CORRUPT, _ ("The room package is far too large to be one."));
  if (n < KP_SEALED_BOX_HEAD_SIZE)
    return fail_damaged (error);
  crypto_generichash (digest, sizeof digest, head, AT_DIGEST, NULL, 0);
  if (memcmp (digest, head + AT_DIGEST, sizeof digest) != 0)
    return fail_damaged (error);
  if (read_number (head + AT_FORM) > FORM)
    return fail (error, KP_DATA_ERROR_TOO_NEW,
                 _ ("The room package was written by a newer Kaopin. Update the program and open it again."));
  if (read_number (head + AT_FORM) < FORM)
    return fail (error, KP_DATA_ERROR_UPGRADE,
                 _ ("The room package was written by an older Kaopin. Have it written anew by the office."));
  if (read_number (head + AT_PASSES) < kp_sealed_cost_least.passes || read_number (head + AT_PASSES) > MAX_PASSES
      || read_number (head + AT_MEMORY) < kp_sealed_cost_least.memory || read_number (head + AT_MEMORY) > MAX_MEMORY)
    return fail (error, KP_DATA_ERROR_FOREIGN, _ ("The room package asks for what no Kaopin asks for; it isn't opened."));
  return TRUE;
}

/**
 * kp_sealed_box_check:
 * @box: what somebody takes for a box
 * @error: FOREIGN, CORRUPT, TOO_NEW, UPGRADE
 *
 * Returns: whether it makes sense to ask for its passphrase
 */
gboolean
kp_sealed_box_check (GBytes *box, GError **error)
{
  gsize n = 0;
  const guint8 *head = g_bytes_get_data (box, &n);

  return start_sodium (error) && check_head (head, n, error);
}

/**
 * kp_sealed_key_new_for:
 * @box: a box; only its head is looked at
 * @passphrase: what somebody typed
 * @error: FOREIGN, CORRUPT, TOO_NEW, UPGRADE, PASSPHRASE when it is another one
 *
 * Returns: (transfer full) (nullable): the key of that box
 */
KpSealedKey *
kp_sealed_key_new_for (GBytes *box, const char *passphrase, GError **error)
{
  gsize n = 0;
  const guint8 *head = g_bytes_get_data (box, &n);
  g_autoptr (KpSealedKey) key = NULL;
  KpSealedCost cost;

  if (!start_sodium (error) || !check_head (head, n, error))
    return NULL;
  cost = (KpSealedCost){ read_number (head + AT_PASSES), read_number (head + AT_MEMORY) };
  key = derive (passphrase, &cost, head + AT_SALT, error);
  if (key == NULL || sodium_memcmp (key->check, head + AT_CHECK, CHECK_SIZE) == 0)
    return g_steal_pointer (&key);
  fail (error, KP_DATA_ERROR_PASSPHRASE,
        _ ("The passphrase isn't the one of this room package. Look at each character and type it again."));
  return NULL;
}

/** kp_sealed_key_ref: @key, which lives until each of its owners let go of it. */
KpSealedKey *
kp_sealed_key_ref (KpSealedKey *key)
{
  g_atomic_ref_count_inc (&key->n_refs);
  return key;
}

/** kp_sealed_key_unref: @key is wiped when its last owner lets go of it. */
void
kp_sealed_key_unref (KpSealedKey *key)
{
  if (!g_atomic_ref_count_dec (&key->n_refs))
    return;
  sodium_memzero (key, sizeof *key);
  g_free (key);
}

/** kp_sealed_box_is_one: whether bytes that begin like this are a box, whole or not. */
gboolean
kp_sealed_box_is_one (gconstpointer head, gsize n)
{
  return n >= sizeof magic && memcmp (head, magic, sizeof magic) == 0;
}

static void
write_head (const KpSealedKey *key, guint8 *head, const guint8 *stream)
{
  memcpy (head, magic, sizeof magic);
  write_number (head + AT_FORM, FORM);
  write_number (head + AT_PASSES, key->cost.passes);
  write_number (head + AT_MEMORY, key->cost.memory);
  memcpy (head + AT_SALT, key->salt, SALT_SIZE);
  memcpy (head + AT_CHECK, key->check, CHECK_SIZE);
  memcpy (head + AT_STREAM, stream, AT_DIGEST - AT_STREAM);
  crypto_generichash (head + AT_DIGEST, DIGEST_SIZE, head, AT_DIGEST, NULL, 0);
}

/**
 * kp_sealed_box_close:
 * @key: a key
 * @plain: what is to be sealed
 * @error: FAILED when it is larger than a box may be
 *
 * The same bytes give another box each time.
 *
 * Returns: (transfer full) (nullable): the box
 */
GBytes *
kp_sealed_box_close (KpSealedKey *key, GBytes *plain, GError **error)
{
  gsize n = 0;
  const guint8 *bytes = g_bytes_get_data (plain, &n);
  const gsize n_pieces = MAX (1, (n + PIECE - 1) / PIECE);
  const gsize size = KP_SEALED_BOX_HEAD_SIZE + n + n_pieces * PIECE_EXTRA;
  g_autofree guint8 *box = g_malloc (size);
  guint8 *at = box + KP_SEALED_BOX_HEAD_SIZE;
  guint8 start[AT_DIGEST - AT_STREAM];
  crypto_secretstream_xchacha20poly1305_state state;

  if (size > KP_SEALED_BOX_MAX_SIZE)
    {
      fail (error, KP_DATA_ERROR_FAILED, _ ("The room is too large for a room package."));
      return NULL;
    }
  crypto_secretstream_xchacha20poly1305_init_push (&state, start, key->stream);
  write_head (key, box, start);
  for (gsize i = 0; i < n_pieces; i++)
    {
      const gsize length = MIN (PIECE, n - i * PIECE);
      const guint8 tag = i + 1 == n_pieces ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;

      crypto_secretstream_xchacha20poly1305_push (&state, at, NULL, length > 0 ? bytes + i * PIECE : NULL, length, box,
                                                  AT_DIGEST, tag);
      at += length + PIECE_EXTRA;
    }
  sodium_memzero (&state, sizeof state);
  return g_bytes_new_take (g_steal_pointer (&box), size);
}

/* The last piece, and none before it, bears the mark of the end. */
static gboolean
pull (const KpSealedKey *key, const guint8 *box, gsize size, guint8 *plain, gsize *n_plain)
{
  crypto_secretstream_xchacha20poly1305_state state;
  gsize at = KP_SEALED_BOX_HEAD_SIZE;
  guint8 tag = 0;

  *n_plain = 0;
  if (crypto_secretstream_xchacha20poly1305_init_pull (&state, box + AT_STREAM, key->stream) != 0)
    return FALSE;
  while (at < size)
    {
      const gsize length = MIN (PIECE + PIECE_EXTRA, size - at);

      if (tag != 0 || length < PIECE_EXTRA
          || crypto_secretstream_xchacha20poly1305_pull (&state, plain + *n_plain, NULL, &tag, box + at, length, box,
                                                         AT_DIGEST) != 0)
        return FALSE;
      *n_plain += length - PIECE_EXTRA;
      at += length;
    }
  return tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
}

/**
 * kp_sealed_box_open:
 * @key: of kp_sealed_key_new_for(), or of the box's writer
 * @box: a box
 * @error: FOREIGN, CORRUPT, TOO_NEW, UPGRADE; PASSPHRASE when it has another key
 *
 * Returns: (transfer full) (nullable): what was sealed, every bit as it was
 */
GBytes *
kp_sealed_box_open (KpSealedKey *key, GBytes *box, GError **error)
{
  gsize size = 0;
  gsize n_plain = 0;
  const guint8 *bytes = g_bytes_get_data (box, &size);
  g_autofree guint8 *plain = NULL;

  if (!check_head (bytes, size, error))
    return NULL;
  if (memcmp (bytes + AT_SALT, key->salt, SALT_SIZE) != 0 || memcmp (bytes + AT_CHECK, key->check, CHECK_SIZE) != 0)
    {
      fail (error, KP_DATA_ERROR_PASSPHRASE,
            _ ("In the place of the room package there is another one by now. Open it anew with its passphrase."));
      return NULL;
    }
  plain = g_malloc (size);
  if (pull (key, bytes, size, plain, &n_plain))
    return g_bytes_new_take (g_steal_pointer (&plain), n_plain);
  fail_damaged (error);
  return NULL;
}

static char *
dup_hex (const guint8 *bytes, gsize n)
{
  char *text = g_malloc (2 * n + 1);

  return sodium_bin2hex (text, 2 * n + 1, bytes, n);
}

static gboolean
parse_hex (const char *text, guint8 *bytes, gsize n)
{
  gsize length = 0;

  return text != NULL && strlen (text) == 2 * n
         && sodium_hex2bin (bytes, n, text, 2 * n, NULL, &length, NULL) == 0 && length == n;
}

/**
 * kp_signature_make_keys:
 * @sign_key: (out) (transfer full): for who signs
 * @verify_key: (out) (transfer full): for who checks
 *
 * A new pair by chance.
 */
void
kp_signature_make_keys (char **sign_key, char **verify_key)
{
  guint8 secret[crypto_sign_SECRETKEYBYTES];
  guint8 public[crypto_sign_PUBLICKEYBYTES];

  g_return_if_fail (sodium_init () >= 0);

  crypto_sign_keypair (public, secret);
  *sign_key = dup_hex (secret, sizeof secret);
  *verify_key = dup_hex (public, sizeof public);
  sodium_memzero (secret, sizeof secret);
}

/**
 * kp_signature_make:
 * @sign_key: of kp_signature_make_keys()
 * @bytes: what is signed
 * @n: its length
 * @signature: (out): gets the signature
 *
 * Returns: %FALSE when @sign_key is none
 */
gboolean
kp_signature_make (const char *sign_key, gconstpointer bytes, gsize n, guint8 signature[KP_SIGNATURE_SIZE])
{
  guint8 secret[crypto_sign_SECRETKEYBYTES];
  gboolean is_key = sodium_init () >= 0 && parse_hex (sign_key, secret, sizeof secret);

  if (is_key)
    crypto_sign_detached (signature, NULL, bytes, n, secret);
  sodium_memzero (secret, sizeof secret);
  return is_key;
}

/** kp_signature_is_good: whether the owner of @verify_key's pair signed these very bytes. */
gboolean
kp_signature_is_good (const char *verify_key, gconstpointer bytes, gsize n, const guint8 signature[KP_SIGNATURE_SIZE])
{
  guint8 public[crypto_sign_PUBLICKEYBYTES];

  return sodium_init () >= 0 && parse_hex (verify_key, public, sizeof public)
         && crypto_sign_verify_detached (signature, bytes, n, public) == 0;
}
