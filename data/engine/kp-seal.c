/* kp-seal.c – the key under which a campaign's personal values lie in the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sealed value is "k1:" and the Base64 of
 *
 *   nonce   24 bytes   BLAKE2b, keyed, of campaign, table, column and value
 *   bytes              XChaCha20-Poly1305 of the value, with campaign, table and column as associated data
 *   seal    16 bytes
 *
 * The nonce comes from the value and not by chance, so that a value that is UNIQUE stays so, and is found by what it is: of
 * two rows one sees whether they are the same, and nothing else. In another row of the column, or another column, a value
 * either means the same or doesn't open.
 *
 * Where a column knows few words only (pass, fail; yes, no), telling which rows are the same would tell what they say: there the
 * nonce comes from the key of the row as well, and nothing is seen but the length. Such a value is never looked for by SQL.
 *
 * campaign.seal is "open:" and the key, or "locked:" and the Base64 of the box (kp-sealed-box.c) in which it lies. */

#include "kp-seal.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "kp-data-error.h"
#include "kp-engine.h"

#define FORM "k1:"
#define OPEN "open:"
#define LOCKED "locked:"
#define NONCE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define EXTRA (NONCE + crypto_aead_xchacha20poly1305_ietf_ABYTES)
#define MAX_PLACE 256

struct _KpSeal
{
  gatomicrefcount n_refs;
  char *campaign;
  guint8 key[KP_SEAL_KEY_SIZE];
  guint8 values[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
  guint8 nonces[crypto_generichash_KEYBYTES];
};

/* Where a value belongs; each word ends with its 0. */
typedef struct
{
  char bytes[MAX_PLACE];
  gsize n;
} Place;

static void
add_word (Place *place, const char *word)
{
  const gsize n = strlen (word) + 1;

  g_assert (place->n + n <= sizeof place->bytes);
  memcpy (place->bytes + place->n, word, n);
  place->n += n;
}

static void
make_place (const KpSeal *seal, const char *table, const char *column, Place *place)
{
  place->n = 0;
  add_word (place, seal->campaign);
  add_word (place, table);
  add_word (place, column);
}

/**
 * kp_seal_make_text:
 * @key: by chance
 *
 * Returns: (transfer full): campaign.seal of a record that opens without a passphrase
 */
char *
kp_seal_make_text (const guint8 key[KP_SEAL_KEY_SIZE])
{
  char hex[2 * KP_SEAL_KEY_SIZE + 1];
  char *text = NULL;

  sodium_bin2hex (hex, sizeof hex, key, KP_SEAL_KEY_SIZE);
  text = g_strconcat (OPEN, hex, NULL);
  sodium_memzero (hex, sizeof hex);
  return text;
}

/** kp_seal_dup_text: campaign.seal without a passphrase, for who takes it away. (transfer full) */
char *
kp_seal_dup_text (const KpSeal *seal)
{
  return kp_seal_make_text (seal->key);
}

/**
 * kp_seal_make_locked_text:
 * @seal: the campaign's
 * @passphrase_key: of the passphrase that opens it from now on
 * @error: FAILED
 *
 * Returns: (transfer full) (nullable): campaign.seal with that passphrase
 */
char *
kp_seal_make_locked_text (const KpSeal *seal, KpSealedKey *passphrase_key, GError **error)
{
  g_autoptr (GBytes) plain = g_bytes_new_static (seal->key, KP_SEAL_KEY_SIZE);
  g_autoptr (GBytes) box = kp_sealed_box_close (passphrase_key, plain, error);
  g_autofree char *text = NULL;

  if (box == NULL)
    return NULL;
  text = g_base64_encode (g_bytes_get_data (box, NULL), g_bytes_get_size (box));
  return g_strconcat (LOCKED, text, NULL);
}

/** kp_seal_text_is_locked: whether campaign.seal asks for a passphrase. */
gboolean
kp_seal_text_is_locked (const char *text)
{
  return g_str_has_prefix (text, LOCKED);
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT,
                       _ ("The key of the personal data in the record is damaged. Go on with the newest backup."));
  return FALSE;
}

static gboolean
read_open (const char *text, guint8 key[KP_SEAL_KEY_SIZE], GError **error)
{
  gsize n = 0;

  if (g_str_has_prefix (text, OPEN) && strlen (text) == strlen (OPEN) + 2 * KP_SEAL_KEY_SIZE
      && sodium_hex2bin (key, KP_SEAL_KEY_SIZE, text + strlen (OPEN), 2 * KP_SEAL_KEY_SIZE, NULL, &n, NULL) == 0
      && n == KP_SEAL_KEY_SIZE)
    return TRUE;
  return fail_damaged (error);
}

/* The sentences of the box speak of a room package. */
static gboolean
refuse (GError *local, GError **error)
{
  if (!g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE))
    return fail_damaged (error);
  g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE,
                       _ ("The passphrase isn't the one of this record. Look at each character and type it again."));
  return FALSE;
}

static gboolean
read_locked (const char *text, const char *passphrase, guint8 key[KP_SEAL_KEY_SIZE], GError **error)
{
  gsize n = 0;
  g_autofree guint8 *bytes = g_base64_decode (text + strlen (LOCKED), &n);
  g_autoptr (GBytes) box = g_bytes_new (bytes, n);
  g_autoptr (GError) local = NULL;
  g_autoptr (KpSealedKey) opener = kp_sealed_key_new_for (box, passphrase, &local);
  g_autoptr (GBytes) plain = opener != NULL ? kp_sealed_box_open (opener, box, &local) : NULL;

  if (plain == NULL)
    return refuse (local, error);
  if (g_bytes_get_size (plain) != KP_SEAL_KEY_SIZE)
    return fail_damaged (error);
  memcpy (key, g_bytes_get_data (plain, NULL), KP_SEAL_KEY_SIZE);
  sodium_memzero ((gpointer) g_bytes_get_data (plain, NULL), KP_SEAL_KEY_SIZE);
  return TRUE;
}

/**
 * kp_seal_new:
 * @campaign: whose
 * @text: its campaign.seal
 * @passphrase: (nullable): that opens it, where it is locked
 * @error: LOCKED without a passphrase, PASSPHRASE when it is another one, CORRUPT
 *
 * Takes a second where it is locked.
 *
 * Returns: (transfer full) (nullable): the key
 */
KpSeal *
kp_seal_new (const char *campaign, const char *text, const char *passphrase, GError **error)
{
  g_autoptr (KpSeal) seal = g_new0 (KpSeal, 1);
  const gboolean is_locked = kp_seal_text_is_locked (text);

  g_atomic_ref_count_init (&seal->n_refs);
  seal->campaign = g_strdup (campaign);
  if (sodium_init () < 0)
    {
      kp_data_error_set (error, KP_DATA_ERROR_FAILED, NULL);
      return NULL;
    }
  if (is_locked && passphrase == NULL)
    {
      kp_data_error_set (error, KP_DATA_ERROR_LOCKED, NULL);
      return NULL;
    }
  if (!(is_locked ? read_locked (text, passphrase, seal->key, error) : read_open (text, seal->key, error)))
    return NULL;
  crypto_generichash (seal->values, sizeof seal->values, (const guint8 *) "values", 6, seal->key, sizeof seal->key);
  crypto_generichash (seal->nonces, sizeof seal->nonces, (const guint8 *) "nonces", 6, seal->key, sizeof seal->key);
  return g_steal_pointer (&seal);
}

/** kp_seal_ref: @seal, which lives until each of its owners let go of it. */
KpSeal *
kp_seal_ref (KpSeal *seal)
{
  g_atomic_ref_count_inc (&seal->n_refs);
  return seal;
}

/** kp_seal_unref: @seal is wiped when its last owner lets go of it. */
void
kp_seal_unref (KpSeal *seal)
{
  if (!g_atomic_ref_count_dec (&seal->n_refs))
    return;
  g_free (seal->campaign);
  sodium_memzero (seal, sizeof *seal);
  g_free (seal);
}

static void
make_nonce (const KpSeal *seal, const Place *place, const char *row, const char *plain, gsize n, guint8 nonce[NONCE])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, seal->nonces, sizeof seal->nonces, NONCE);
  crypto_generichash_update (&state, (const guint8 *) place->bytes, place->n);
  if (row != NULL)
    crypto_generichash_update (&state, (const guint8 *) row, strlen (row) + 1);
  crypto_generichash_update (&state, (const guint8 *) plain, n);
  crypto_generichash_final (&state, nonce, NONCE);
}

/**
 * kp_seal_close:
 * @seal: the campaign's
 * @table: in SQL
 * @column: in SQL
 * @row: (nullable): the key of the row, of a column where nobody shall see which rows are the same
 * @plain: a value of that column
 * @out: appended to: how it is stored
 */
void
kp_seal_close (const KpSeal *seal, const char *table, const char *column, const char *row, const char *plain, GString *out)
{
  const gsize n = strlen (plain);
  guint8 some[512];
  g_autofree guint8 *many = n + EXTRA > sizeof some ? g_malloc (n + EXTRA) : NULL;
  guint8 *bytes = many != NULL ? many : some;
  const gsize start = out->len + strlen (FORM);
  int state = 0;
  int save = 0;
  gsize length = 0;
  Place place;

  make_place (seal, table, column, &place);
  make_nonce (seal, &place, row, plain, n, bytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt (bytes + NONCE, NULL, (const guint8 *) plain, n, (const guint8 *) place.bytes,
                                              place.n, NULL, bytes, seal->values);
  g_string_append (out, FORM);
  g_string_set_size (out, start + ((n + EXTRA) / 3 + 1) * 4 + 4);
  length = g_base64_encode_step (bytes, n + EXTRA, FALSE, out->str + start, &state, &save);
  length += g_base64_encode_close (FALSE, out->str + start + length, &state, &save);
  g_string_truncate (out, start + length);
}

/**
 * kp_seal_open:
 * @seal: the campaign's
 * @table: in SQL
 * @column: in SQL
 * @sealed: what is stored
 * @n_sealed: its length
 * @plain: (out): room for @n_sealed bytes; gets the value and a 0
 * @n_plain: (out): its length, without the 0
 *
 * Returns: %FALSE when it was changed, or comes from another column or record
 */
gboolean
kp_seal_open (const KpSeal *seal,
              const char *table,
              const char *column,
              const char *sealed,
              gsize n_sealed,
              char *plain,
              gsize *n_plain)
{
  guint8 some[512];
  g_autofree guint8 *many = n_sealed > sizeof some ? g_malloc (n_sealed) : NULL;
  guint8 *bytes = many != NULL ? many : some;
  int state = 0;
  guint save = 0;
  unsigned long long length = 0;
  gsize n = 0;
  Place place;

  if (n_sealed < strlen (FORM) || memcmp (sealed, FORM, strlen (FORM)) != 0)
    return FALSE;
  n = g_base64_decode_step (sealed + strlen (FORM), n_sealed - strlen (FORM), bytes, &state, &save);
  if (n < EXTRA)
    return FALSE;
  make_place (seal, table, column, &place);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt ((guint8 *) plain, &length, NULL, bytes + NONCE, n - NONCE,
                                                  (const guint8 *) place.bytes, place.n, bytes, seal->values)
      != 0)
    return FALSE;
  plain[length] = '\0';
  *n_plain = (gsize) length;
  return TRUE;
}
