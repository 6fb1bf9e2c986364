/* test-sealed-box.c – what was sealed comes out bit by bit as it was, or not at all.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <sodium.h>
#include <string.h>

#include "kp-data-error.h"
#include "kp-sealed-box.h"
#include "kp-test.h"

#define PIECE (64 * 1024)
#define PASSPHRASE "第一考场 七月流火"

static KpSealedKey *
make_key (void)
{
  g_autoptr (GError) error = NULL;
  KpSealedKey *key = kp_sealed_key_new (PASSPHRASE, &kp_sealed_cost_least, &error);

  g_assert_no_error (error);
  return key;
}

static GBytes *
make_plain (gsize n)
{
  guint8 *bytes = g_malloc (n + 1);

  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) (i * 7 + i / 251);
  return g_bytes_new_take (bytes, n);
}

static GBytes *
close_box (KpSealedKey *key, gsize n)
{
  g_autoptr (GBytes) plain = make_plain (n);
  g_autoptr (GError) error = NULL;
  GBytes *box = kp_sealed_box_close (key, plain, &error);

  g_assert_no_error (error);
  return box;
}

static GBytes *
change (GBytes *box, gsize at, guint8 by, gsize length)
{
  guint8 *bytes = g_memdup2 (g_bytes_get_data (box, NULL), length);

  if (at < length)
    bytes[at] ^= by;
  return g_bytes_new_take (bytes, length);
}

static const gsize sizes[] = { 0, 1, 1000, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE };

static void
test_comes_out_as_it_was (void)
{
  g_autoptr (KpSealedKey) key = make_key ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) plain = make_plain (sizes[i]);
      g_autoptr (GBytes) box = close_box (key, sizes[i]);
      g_autoptr (GBytes) again = close_box (key, sizes[i]);
      g_autoptr (GBytes) opened = kp_sealed_box_open (key, box, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (opened, plain));
      g_assert_false (g_bytes_equal (box, again));
    }
}

/* The key of the file is made anew by whoever has the passphrase, and by nobody else. */
static void
test_opens_by_passphrase (void)
{
  g_autoptr (KpSealedKey) key = make_key ();
  g_autoptr (GBytes) box = close_box (key, 1000);
  g_autoptr (GBytes) plain = make_plain (1000);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSealedKey) other = kp_sealed_key_new_for (box, PASSPHRASE, &error);
  g_autoptr (GBytes) opened = other != NULL ? kp_sealed_box_open (other, box, &error) : NULL;
  g_autoptr (KpSealedKey) wrong = kp_sealed_key_new_for (box, "第一考场 七月流水", NULL);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (opened, plain));
  g_assert_null (wrong);
  wrong = kp_sealed_key_new_for (box, "第一考场 七月流水", &error);
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE);
}

/* The input method of one laptop gives full-width letters, that of the other plain ones. */
static void
test_width_is_no_difference (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSealedKey) key = kp_sealed_key_new ("room 1 ABC-42", &kp_sealed_cost_least, &error);
  g_autoptr (GBytes) box = close_box (key, 10);
  g_autoptr (KpSealedKey) other = kp_sealed_key_new_for (box, "room　１ ＡＢＣ－４２", &error);

  g_assert_no_error (error);
  g_assert_nonnull (other);
}

static void
test_short_passphrase (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_sealed_key_new ("考场一号七月半", &kp_sealed_cost_least, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE);
}

/* Every single byte, of the head and of what is sealed. */
static void
test_every_byte_counts (void)
{
  g_autoptr (KpSealedKey) key = make_key ();
  g_autoptr (GBytes) box = close_box (key, 300);
  const gsize size = g_bytes_get_size (box);

  for (gsize i = 0; i < size; i++)
    for (guint bit = 0; bit < 8; bit += 7)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) bad = change (box, i, (guint8) (1 << bit), size);

        g_assert_null (kp_sealed_box_open (key, bad, &error));
        g_assert_cmpuint (error->domain, ==, KP_DATA_ERROR);
      }
}

static void
test_every_length_counts (void)
{
  g_autoptr (KpSealedKey) key = make_key ();
  g_autoptr (GBytes) box = close_box (key, 2 * PIECE + 10);
  const gsize size = g_bytes_get_size (box);
  const gsize piece = PIECE + 17;
  const gsize lengths[] = { 0, 1, 15, 16, 115, 116, 117, 132, 133, 116 + piece - 1, 116 + piece, 116 + piece + 1,
                            116 + 2 * piece, size - 17, size - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bad = change (box, size, 0, lengths[i]);

      g_assert_null (kp_sealed_box_open (key, bad, &error));
      g_assert_cmpuint (error->domain, ==, KP_DATA_ERROR);
    }
}

static void
test_order_counts (void)
{
  g_autoptr (KpSealedKey) key = make_key ();
  g_autoptr (GBytes) box = close_box (key, 3 * PIECE);
  g_autoptr (GError) error = NULL;
  const gsize piece = PIECE + 17;
  gsize size = 0;
  guint8 *bytes = g_memdup2 (g_bytes_get_data (box, &size), g_bytes_get_size (box));
  g_autofree guint8 *first = g_memdup2 (bytes + 116, piece);
  g_autoptr (GBytes) bad = NULL;

  memcpy (bytes + 116, bytes + 116 + piece, piece);
  memcpy (bytes + 116 + piece, first, piece);
  bad = g_bytes_new_take (bytes, size);
  g_assert_null (kp_sealed_box_open (key, bad, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT);
}

/* Two boxes of one key are no source of a third one. */
static void
test_pieces_of_another_box (void)
{
  g_autoptr (KpSealedKey) key = make_key ();
  g_autoptr (GBytes) box = close_box (key, 100);
  g_autoptr (GBytes) other = close_box (key, 100);
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  guint8 *bytes = g_memdup2 (g_bytes_get_data (box, &size), g_bytes_get_size (box));
  g_autoptr (GBytes) bad = NULL;

  memcpy (bytes + 116, (const guint8 *) g_bytes_get_data (other, NULL) + 116, size - 116);
  bad = g_bytes_new_take (bytes, size);
  g_assert_null (kp_sealed_box_open (key, bad, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT);
}

typedef struct
{
  const char *name;
  gsize at;
  guint32 number;
  KpDataError code;
} HeadRow;

static const HeadRow head_rows[] = {
  { "older form", 16, 0, KP_DATA_ERROR_UPGRADE },
  { "newer form", 16, 2, KP_DATA_ERROR_TOO_NEW },
  { "no work", 20, 1, KP_DATA_ERROR_FOREIGN },
  { "a year of work", 20, 9, KP_DATA_ERROR_FOREIGN },
  { "no memory", 24, 1024, KP_DATA_ERROR_FOREIGN },
  { "all memory", 24, G_MAXUINT32, KP_DATA_ERROR_FOREIGN },
};

/* Somebody wrote the head anew, with a digest that fits. */
static void
test_bounds (gconstpointer data)
{
  const HeadRow *row = data;
  g_autoptr (KpSealedKey) key = make_key ();
  g_autoptr (GBytes) box = close_box (key, 100);
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  guint8 *bytes = g_memdup2 (g_bytes_get_data (box, &size), g_bytes_get_size (box));
  const guint32 number = GUINT32_TO_LE (row->number);
  g_autoptr (GBytes) bad = NULL;

  memcpy (bytes + row->at, &number, sizeof number);
  crypto_generichash (bytes + 84, 32, bytes, 84, NULL, 0);
  bad = g_bytes_new_take (bytes, size);
  g_assert_null (kp_sealed_key_new_for (bad, PASSPHRASE, &error));
  g_assert_error (error, KP_DATA_ERROR, (int) row->code);
}

static void
test_something_else (void)
{
  g_autoptr (KpSealedKey) key = make_key ();
  g_autoptr (GBytes) text = g_bytes_new_static ("%PDF-1.7 and more than sixteen bytes", 36);
  g_autoptr (GBytes) huge = g_bytes_new_take (g_malloc0 (KP_SEALED_BOX_MAX_SIZE + 1), KP_SEALED_BOX_MAX_SIZE + 1);
  g_autoptr (GBytes) box = close_box (key, 100);
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_sealed_box_open (key, text, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_FOREIGN);
  g_clear_error (&error);
  memcpy ((guint8 *) g_bytes_get_data (huge, NULL), g_bytes_get_data (box, NULL), g_bytes_get_size (box));
  g_assert_null (kp_sealed_box_open (key, huge, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_null (kp_sealed_box_close (key, huge, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_FAILED);
}

static void
test_signature (void)
{
  g_autofree char *sign_key = NULL;
  g_autofree char *verify_key = NULL;
  g_autofree char *other_sign_key = NULL;
  g_autofree char *other_verify_key = NULL;
  guint8 signature[KP_SIGNATURE_SIZE];

  kp_signature_make_keys (&sign_key, &verify_key);
  kp_signature_make_keys (&other_sign_key, &other_verify_key);
  g_assert_true (kp_signature_make (sign_key, "82.10", 5, signature));
  g_assert_true (kp_signature_is_good (verify_key, "82.10", 5, signature));
  g_assert_false (kp_signature_is_good (verify_key, "82.11", 5, signature));
  g_assert_false (kp_signature_is_good (other_verify_key, "82.10", 5, signature));
  g_assert_false (kp_signature_is_good ("none", "82.10", 5, signature));
  g_assert_false (kp_signature_make (verify_key, "82.10", 5, signature));
  g_assert_false (kp_signature_make (NULL, "82.10", 5, signature));
  signature[63] ^= 1;
  g_assert_false (kp_signature_is_good (verify_key, "82.10", 5, signature));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data/engine/sealed-box/comes-out-as-it-was", test_comes_out_as_it_was);
  g_test_add_func ("/data/engine/sealed-box/opens-by-passphrase", test_opens_by_passphrase);
  g_test_add_func ("/data/engine/sealed-box/width-is-no-difference", test_width_is_no_difference);
  g_test_add_func ("/data/engine/sealed-box/short-passphrase", test_short_passphrase);
  g_test_add_func ("/data/engine/sealed-box/every-byte-counts", test_every_byte_counts);
  g_test_add_func ("/data/engine/sealed-box/every-length-counts", test_every_length_counts);
  g_test_add_func ("/data/engine/sealed-box/order-counts", test_order_counts);
  g_test_add_func ("/data/engine/sealed-box/pieces-of-another-box", test_pieces_of_another_box);
  for (guint i = 0; i < G_N_ELEMENTS (head_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/data/engine/sealed-box/bounds/", head_rows[i].name, NULL);

      g_test_add_data_func (path, &head_rows[i], test_bounds);
    }
  g_test_add_func ("/data/engine/sealed-box/something-else", test_something_else);
  g_test_add_func ("/data/engine/sealed-box/signature", test_signature);
  return g_test_run ();
}
