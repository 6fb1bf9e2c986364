/* kp-draw.c – the one draw of the house (design.md §6), replayable with any SHA-256 tool.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Neither side can steer it: the nonce is bound by the printed commitment before the witnesses throw the
 * public digits, and the digits are unknown while the nonce is made. The steps are numbered as in design.md
 * §6. */

#include "kp-draw.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define BLOCK_PREFIX "kaopin-draw-1\n"

G_DEFINE_QUARK (kp_draw_error, kp_draw_error)

static void
take_digest (GChecksum *checksum, guint8 digest[KP_DRAW_HASH_SIZE])
{
  gsize size = KP_DRAW_HASH_SIZE;

  g_checksum_get_digest (checksum, digest, &size);
  g_assert (size == KP_DRAW_HASH_SIZE);
}

static char *
hex_from_bytes (const guint8 bytes[KP_DRAW_HASH_SIZE])
{
  GString *hex = g_string_sized_new (2 * KP_DRAW_HASH_SIZE);

  for (guint i = 0; i < KP_DRAW_HASH_SIZE; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  return g_string_free (hex, FALSE);
}

static gboolean
bytes_from_hex (const char *hex, guint8 bytes[KP_DRAW_HASH_SIZE])
{
  if (hex == NULL || strlen (hex) != 2 * KP_DRAW_HASH_SIZE)
    return FALSE;
  for (guint i = 0; i < 2 * KP_DRAW_HASH_SIZE; i++)
    if (!g_ascii_isxdigit (hex[i]) || g_ascii_isupper (hex[i]))
      return FALSE;
  for (guint i = 0; i < KP_DRAW_HASH_SIZE; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]));
  return TRUE;
}

/* Text that stands on a line of its own in what is hashed. */
static gboolean
is_line (const char *text)
{
  return text != NULL && text[0] != '\0' && strpbrk (text, "\r\n") == NULL &&
         g_utf8_validate (text, -1, NULL);
}

static int
compare_items (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static gboolean
check_items (char **sorted, GError **error)
{
  if (sorted[0] == NULL)
    {
      g_set_error (error, KP_DRAW_ERROR, KP_DRAW_ERROR_ITEMS,
                   _ ("There is nothing to draw: give at least one number."));
      return FALSE;
    }
  for (guint i = 0; sorted[i] != NULL; i++)
    {
      if (!is_line (sorted[i]))
        {
          g_set_error (error, KP_DRAW_ERROR, KP_DRAW_ERROR_ITEMS,
                       _ ("A number to be drawn is empty or has a line break: correct the list."));
          return FALSE;
        }
      if (i > 0 && g_str_equal (sorted[i - 1], sorted[i]))
        {
          g_set_error (error, KP_DRAW_ERROR, KP_DRAW_ERROR_ITEMS,
                       _ ("The number %s stands twice in the list to be drawn: give each once."), sorted[i]);
          return FALSE;
        }
    }
  return TRUE;
}

/* Step 1. */
static char *
hash_list (char **sorted)
{
  g_autofree char *text = g_strjoinv ("\n", sorted);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* Step 4. */
static void
make_seed (const KpDraw *draw, const char *public_part, guint8 seed[KP_DRAW_HASH_SIZE])
{
  g_autofree char *text = g_strconcat (BLOCK_PREFIX, draw->purpose, "\n", draw->list, "\n", draw->nonce, "\n",
                                       public_part, "\n", NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  take_digest (checksum, seed);
}

/**
 * kp_draw_stream_init:
 * @stream: (out): the stream
 * @seed: 32 bytes
 *
 * Starts step 5: the blocks SHA-256 (seed ‖ i) for i = 0, 1, …
 */
void
kp_draw_stream_init (KpDrawStream *stream, const guint8 seed[KP_DRAW_HASH_SIZE])
{
  g_return_if_fail (stream != NULL && seed != NULL);

  memset (stream, 0, sizeof *stream);
  memcpy (stream->seed, seed, KP_DRAW_HASH_SIZE);
  stream->used = KP_DRAW_HASH_SIZE;
}

/**
 * kp_draw_stream_next:
 * @stream: the stream
 *
 * Returns: the next 64 bits, big-endian
 */
guint64
kp_draw_stream_next (KpDrawStream *stream)
{
  guint64 number = 0;

  g_return_val_if_fail (stream != NULL, 0);

  if (stream->used == KP_DRAW_HASH_SIZE)
    {
      g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
      guint64 index = GUINT64_TO_BE (stream->next_block);

      g_checksum_update (checksum, stream->seed, KP_DRAW_HASH_SIZE);
      g_checksum_update (checksum, (const guchar *) &index, sizeof index);
      take_digest (checksum, stream->block);
      stream->next_block++;
      stream->used = 0;
    }
  for (guint i = 0; i < 8; i++)
    number = number << 8 | stream->block[stream->used + i];
  stream->used += 8;
  return number;
}

/**
 * kp_draw_stream_below:
 * @stream: the stream
 * @n: greater than 0
 *
 * Step 6. Numbers from the incomplete last stretch of n in 2⁶⁴ are skipped, so that each answer is equally
 * likely.
 *
 * Returns: a number from 0 to n − 1
 */
guint64
kp_draw_stream_below (KpDrawStream *stream, guint64 n)
{
  guint64 rest, number;

  g_return_val_if_fail (stream != NULL && n > 0, 0);

  rest = (G_MAXUINT64 % n + 1) % n; /* 2⁶⁴ mod n */
  do
    number = kp_draw_stream_next (stream);
  while (number > G_MAXUINT64 - rest);
  return number % n;
}

/* Steps 4 to 7. */
static char **
shuffle (const KpDraw *draw, const char *public_part)
{
  char **result = g_strdupv (draw->items);
  guint8 seed[KP_DRAW_HASH_SIZE];
  KpDrawStream stream;

  make_seed (draw, public_part, seed);
  kp_draw_stream_init (&stream, seed);
  for (guint k = g_strv_length (result) - 1; k >= 1; k--)
    {
      guint64 j = kp_draw_stream_below (&stream, (guint64) k + 1);
      char *moved = result[k];

      result[k] = result[j];
      result[j] = moved;
    }
  return result;
}

/**
 * kp_draw_new:
 * @purpose: one line, unique in the campaign: "interview-order:A01"
 * @items: (array zero-terminated): the numbers to be drawn, each once, in any order
 * @nonce: 32 bytes from the system's random source
 * @error: %KP_DRAW_ERROR_PURPOSE or %KP_DRAW_ERROR_ITEMS
 *
 * Steps 1 and 2. What comes back has a list hash and a commitment to be printed and signed; its nonce stays
 * secret until kp_draw_run().
 *
 * Returns: (transfer full) (nullable): the draw, or NULL and the error
 */
KpDraw *
kp_draw_new (const char *purpose,
             const char *const *items,
             const guint8 nonce[KP_DRAW_HASH_SIZE],
             GError **error)
{
  g_autoptr (KpDraw) draw = NULL;

  g_return_val_if_fail (items != NULL && nonce != NULL, NULL);

  if (!is_line (purpose))
    {
      g_set_error (error, KP_DRAW_ERROR, KP_DRAW_ERROR_PURPOSE,
                   _ ("The purpose of a draw is one line of text: give one."));
      return NULL;
    }
  draw = g_new0 (KpDraw, 1);
  draw->purpose = g_strdup (purpose);
  draw->items = g_strdupv ((char **) items);
  qsort (draw->items, g_strv_length (draw->items), sizeof (char *), compare_items);
  if (!check_items (draw->items, error))
    return NULL;
  draw->list = hash_list (draw->items);
  draw->nonce = hex_from_bytes (nonce);
  draw->commitment = g_compute_checksum_for_data (G_CHECKSUM_SHA256, nonce, KP_DRAW_HASH_SIZE);
  return g_steal_pointer (&draw);
}

/**
 * kp_draw_run:
 * @draw: of kp_draw_new(), not yet drawn
 * @public_part: what was thrown or drawn before witnesses, exactly as typed; one line
 * @error: %KP_DRAW_ERROR_PUBLIC, %KP_DRAW_ERROR_ALREADY_DRAWN or %KP_DRAW_ERROR_NONCE
 *
 * Steps 3 to 7: fills public_part and result. A draw runs once.
 *
 * Returns: TRUE, or FALSE and the error, the draw unchanged
 */
gboolean
kp_draw_run (KpDraw *draw, const char *public_part, GError **error)
{
  guint8 nonce[KP_DRAW_HASH_SIZE];

  g_return_val_if_fail (draw != NULL && draw->items != NULL && draw->items[0] != NULL, FALSE);

  if (draw->result != NULL)
    {
      g_set_error (error, KP_DRAW_ERROR, KP_DRAW_ERROR_ALREADY_DRAWN,
                   _ ("This has already been drawn: a draw is made once for each purpose."));
      return FALSE;
    }
  if (!is_line (public_part))
    {
      g_set_error (
          error, KP_DRAW_ERROR, KP_DRAW_ERROR_PUBLIC,
          _ ("The public digits are missing: type the digits thrown before the witnesses, on one line."));
      return FALSE;
    }
  if (!bytes_from_hex (draw->nonce, nonce))
    {
      g_set_error (
          error, KP_DRAW_ERROR, KP_DRAW_ERROR_NONCE,
          _ ("The nonce of the draw is not 64 lower-case hexadecimal digits: the record is damaged."));
      return FALSE;
    }
  draw->public_part = g_strdup (public_part);
  draw->result = shuffle (draw, public_part);
  return TRUE;
}

/* The first thing that makes the record unfit for a replay; NULL = fit. */
static char *
find_defect (const KpDraw *draw, guint8 nonce[KP_DRAW_HASH_SIZE])
{
  g_autoptr (GError) error = NULL;

  if (!is_line (draw->purpose))
    return g_strdup (_ ("“purpose” is missing or not one line."));
  if (draw->items == NULL || !check_items (draw->items, &error))
    return error != NULL ? g_strdup_printf (_ ("“items”: %s"), error->message)
                         : g_strdup (_ ("“items” is missing."));
  for (guint i = 1; draw->items[i] != NULL; i++)
    if (strcmp (draw->items[i - 1], draw->items[i]) >= 0)
      return g_strdup_printf (_ ("“items” is not sorted by bytes, or has a number twice, at %s."),
                              draw->items[i]);
  if (!bytes_from_hex (draw->nonce, nonce))
    return g_strdup (_ ("“nonce” is not 64 lower-case hexadecimal digits."));
  if (!is_line (draw->public_part))
    return g_strdup (_ ("“public” is missing or not one line."));
  if (draw->result == NULL)
    return g_strdup (_ ("“result” is missing."));
  return NULL;
}

static char *
find_difference (const KpDraw *draw, const guint8 nonce[KP_DRAW_HASH_SIZE])
{
  g_autofree char *list = hash_list (draw->items);
  g_autofree char *commitment = g_compute_checksum_for_data (G_CHECKSUM_SHA256, nonce, KP_DRAW_HASH_SIZE);
  g_auto (GStrv) replayed = NULL;

  if (g_strcmp0 (list, draw->list) != 0)
    return g_strdup_printf (_ ("“list” is not the SHA-256 of the items: %s was computed."), list);
  if (g_strcmp0 (commitment, draw->commitment) != 0)
    return g_strdup_printf (_ ("“commitment” is not the SHA-256 of the nonce: %s was computed."), commitment);
  replayed = shuffle (draw, draw->public_part);
  for (guint i = 0; replayed[i] != NULL; i++)
    {
      if (draw->result[i] == NULL)
        return g_strdup_printf (_ ("“result” ends after %u numbers; the replay has %u."), i,
                                g_strv_length (replayed));
      if (!g_str_equal (replayed[i], draw->result[i]))
        return g_strdup_printf (_ ("“result” number %u is %s in the record and %s in the replay."), i + 1,
                                draw->result[i], replayed[i]);
    }
  if (draw->result[g_strv_length (replayed)] != NULL)
    return g_strdup_printf (_ ("“result” has more than the %u numbers drawn."), g_strv_length (replayed));
  return NULL;
}

/**
 * kp_draw_verify:
 * @draw: a record, from wherever
 * @difference: (out) (optional) (nullable) (transfer full): the first difference, one sentence
 *
 * Replays a record from its items, nonce, purpose and public part, and compares every other field.
 *
 * Returns: whether the record agrees with its replay
 */
gboolean
kp_draw_verify (const KpDraw *draw, char **difference)
{
  guint8 nonce[KP_DRAW_HASH_SIZE];
  g_autofree char *found = NULL;
  gboolean agrees;

  g_return_val_if_fail (draw != NULL, FALSE);

  found = find_defect (draw, nonce);
  if (found == NULL)
    found = find_difference (draw, nonce);
  agrees = found == NULL;
  if (difference != NULL)
    *difference = g_steal_pointer (&found);
  return agrees;
}

/**
 * kp_draw_free:
 * @draw: (nullable) (transfer full): a draw
 *
 * Frees a draw with all its texts.
 */
void
kp_draw_free (KpDraw *draw)
{
  if (draw == NULL)
    return;
  g_free (draw->purpose);
  g_strfreev (draw->items);
  g_free (draw->list);
  g_free (draw->commitment);
  g_free (draw->nonce);
  g_free (draw->public_part);
  g_strfreev (draw->result);
  g_free (draw);
}
