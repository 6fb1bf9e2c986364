/* test-draw.c – the draw: the vector of the design, its steps, its verification.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-draw.h"

#include "kp-test.h"

#include <string.h>

#define ZERO_HASH                                                                                            \
  "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925" /* SHA-256 of 32 zero bytes */

static const guint8 zero_nonce[KP_DRAW_HASH_SIZE];

static KpDraw *
draw_of (const char *purpose, const char *items, const char *public_part)
{
  g_auto (GStrv) list = g_strsplit (items, " ", -1);
  g_autoptr (GError) error = NULL;
  KpDraw *draw = kp_draw_new (purpose, (const char *const *) list, zero_nonce, &error);

  g_assert_no_error (error);
  if (public_part != NULL)
    g_assert_true (kp_draw_run (draw, public_part, &error));
  g_assert_no_error (error);
  return draw;
}

static void
assert_result (const KpDraw *draw, const char *expected)
{
  g_autofree char *found = g_strjoinv (" ", draw->result);

  g_assert_cmpstr (found, ==, expected);
}

/* design.md §6 and issue 4. */
static void
test_vector (void)
{
  g_autoptr (KpDraw) draw =
      draw_of ("interview-order:A01", "001 002 003 004 005 006 007 008 009 010", "3141592653");

  assert_result (draw, "010 003 001 009 005 007 006 002 004 008");
  g_assert_cmpstr (draw->commitment, ==, ZERO_HASH);
  g_assert_true (kp_draw_verify (draw, NULL));
}

/* The order in which items are given never matters: the list is sorted by bytes. */
static void
test_order_of_items (void)
{
  g_autoptr (KpDraw) draw =
      draw_of ("interview-order:A01", "010 002 009 004 005 006 007 008 003 001", "3141592653");

  assert_result (draw, "010 003 001 009 005 007 006 002 004 008");
}

static void
test_one_item (void)
{
  g_autoptr (KpDraw) draw = draw_of ("room", "7", "1");

  assert_result (draw, "7");
  g_assert_true (kp_draw_verify (draw, NULL));
}

/* Purpose, nonce, public digits and every item count. */
static void
test_each_part_counts (void)
{
  const char *items = "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20";
  g_autoptr (KpDraw) draw = draw_of ("a", items, "1");
  g_autoptr (KpDraw) other_purpose = draw_of ("b", items, "1");
  g_autoptr (KpDraw) other_public = draw_of ("a", items, "2");
  g_autoptr (KpDraw) blank_public = draw_of ("a", items, "1 ");
  g_autofree char *result = g_strjoinv (" ", draw->result);
  const KpDraw *others[] = { other_purpose, other_public, blank_public };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *other = g_strjoinv (" ", others[i]->result);

      g_assert_cmpstr (result, !=, other);
    }
}

/* Step 5: SHA-256 (seed ‖ block number), by a second way. */
static void
test_stream (void)
{
  guint8 seed[KP_DRAW_HASH_SIZE];
  KpDrawStream stream;

  for (guint i = 0; i < sizeof seed; i++)
    seed[i] = (guint8) (i * 7 + 1);
  kp_draw_stream_init (&stream, seed);
  for (guint block = 0; block < 3; block++)
    {
      guint8 text[KP_DRAW_HASH_SIZE + 8] = { 0 };
      g_autofree char *hash = NULL;

      memcpy (text, seed, sizeof seed);
      text[sizeof text - 1] = (guint8) block;
      hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, text, sizeof text);
      for (guint n = 0; n < 4; n++)
        {
          g_autofree char *number =
              g_strdup_printf ("%016" G_GINT64_MODIFIER "x", kp_draw_stream_next (&stream));

          g_assert_cmpmem (number, 16, hash + 16 * n, 16);
        }
    }
}

/* Step 6 where it bites: n just above half of 2⁶⁴ refuses almost half of all numbers, and never answers n or
 * more. */
static void
test_below (void)
{
  const guint64 n = (G_GUINT64_CONSTANT (1) << 63) + 1;
  guint8 seed[KP_DRAW_HASH_SIZE] = { 1 };
  KpDrawStream stream, plain;
  guint n_skipped = 0;

  kp_draw_stream_init (&stream, seed);
  kp_draw_stream_init (&plain, seed);
  for (guint i = 0; i < 200; i++)
    {
      guint64 number = kp_draw_stream_next (&plain);

      while (number >= n)
        {
          number = kp_draw_stream_next (&plain);
          n_skipped++;
        }
      g_assert_cmpuint (kp_draw_stream_below (&stream, n), ==, number);
    }
  g_assert_cmpuint (n_skipped, >, 100);
  for (guint i = 0; i < 100; i++)
    {
      g_assert_cmpuint (kp_draw_stream_below (&stream, 1), ==, 0);
      g_assert_cmpuint (kp_draw_stream_below (&stream, 6), <, 6);
    }
}

/* Every place is equally likely for everybody, within what chance allows. */
static void
test_fair (void)
{
  enum
  {
    N = 5,
    N_DRAWS = 5000
  };
  guint counts[N][N] = { { 0 } };

  for (guint i = 0; i < N_DRAWS; i++)
    {
      g_autofree char *public_part = g_strdup_printf ("%u", i);
      g_autoptr (KpDraw) draw = draw_of ("fair", "0 1 2 3 4", public_part);

      for (guint k = 0; k < N; k++)
        counts[k][draw->result[k][0] - '0']++;
    }
  for (guint k = 0; k < N; k++)
    for (guint item = 0; item < N; item++)
      {
        g_assert_cmpuint (counts[k][item], >, 880);
        g_assert_cmpuint (counts[k][item], <, 1120);
      }
}

typedef struct
{
  const char *name;
  const char *purpose;
  const char *items; /* divided by |; "" = none */
  int code;
} RefuseRow;

static const RefuseRow refuse_rows[] = {
  { "no-items", "a", "", KP_DRAW_ERROR_ITEMS },
  { "item-twice", "a", "1|2|1", KP_DRAW_ERROR_ITEMS },
  { "empty-item", "a", "1||2", KP_DRAW_ERROR_ITEMS },
  { "line-break-in-item", "a", "1|2\n3", KP_DRAW_ERROR_ITEMS },
  { "no-purpose", "", "1|2", KP_DRAW_ERROR_PURPOSE },
  { "missing-purpose", NULL, "1|2", KP_DRAW_ERROR_PURPOSE },
  { "line-break-in-purpose", "a\nb", "1|2", KP_DRAW_ERROR_PURPOSE },
};

static void
test_refuse (gconstpointer data)
{
  const RefuseRow *row = data;
  g_auto (GStrv) items = g_strsplit (row->items, "|", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_draw_new (row->purpose, (const char *const *) items, zero_nonce, &error));
  g_assert_error (error, KP_DRAW_ERROR, row->code);
}

static void
test_run_once (void)
{
  g_autoptr (KpDraw) draw = draw_of ("a", "1 2 3 4 5 6 7 8", NULL);
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) two_lines = NULL;
  g_autoptr (GError) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_null (draw->result);
  g_assert_false (kp_draw_run (draw, "", &empty));
  g_assert_error (empty, KP_DRAW_ERROR, KP_DRAW_ERROR_PUBLIC);
  g_assert_false (kp_draw_run (draw, "1\n2", &two_lines));
  g_assert_error (two_lines, KP_DRAW_ERROR, KP_DRAW_ERROR_PUBLIC);
  g_assert_true (kp_draw_run (draw, "12", NULL));
  before = g_strjoinv (" ", draw->result);
  g_assert_false (kp_draw_run (draw, "13", &again));
  g_assert_error (again, KP_DRAW_ERROR, KP_DRAW_ERROR_ALREADY_DRAWN);
  after = g_strjoinv (" ", draw->result);
  g_assert_cmpstr (before, ==, after);
}

typedef struct
{
  const char *name;
  void (*tamper) (KpDraw *draw);
  const char *named; /* in the difference */
} TamperRow;

static void
replace (char **text, const char *by)
{
  g_free (*text);
  *text = g_strdup (by);
}

static void
swap_result (KpDraw *draw)
{
  char *moved = draw->result[3];

  draw->result[3] = draw->result[4];
  draw->result[4] = moved;
}

static void
shorten_result (KpDraw *draw)
{
  g_clear_pointer (&draw->result[7], g_free);
}

static void
lengthen_result (KpDraw *draw)
{
  g_strfreev (draw->result);
  draw->result = g_strsplit ("7 5 1 2 3 4 6 8 9", " ", -1);
  for (guint i = 0; i < 8; i++)
    replace (&draw->result[i], draw->items[i]);
}

static void
change_item (KpDraw *draw)
{
  replace (&draw->items[7], "9");
}

static void
unsort_items (KpDraw *draw)
{
  replace (&draw->items[0], "2");
  replace (&draw->items[1], "1");
}

static void
change_nonce (KpDraw *draw)
{
  draw->nonce[63] = '1';
}

static void
upper_nonce (KpDraw *draw)
{
  draw->nonce[0] = 'A';
}

static void
cut_nonce (KpDraw *draw)
{
  draw->nonce[62] = '\0';
}

static void
change_commitment (KpDraw *draw)
{
  draw->commitment[0] = 'f';
}

static void
change_public (KpDraw *draw)
{
  replace (&draw->public_part, "13");
}

static void
drop_public (KpDraw *draw)
{
  g_clear_pointer (&draw->public_part, g_free);
}

static void
change_purpose (KpDraw *draw)
{
  replace (&draw->purpose, "b");
}

static void
drop_result (KpDraw *draw)
{
  g_clear_pointer (&draw->result, g_strfreev);
}

static const TamperRow tamper_rows[] = {
  { "result-swapped", swap_result, "4" },
  { "result-short", shorten_result, "7" },
  { "result-replaced", lengthen_result, "result" },
  { "item-changed", change_item, "list" },
  { "items-unsorted", unsort_items, "items" },
  { "nonce-changed", change_nonce, "commitment" },
  { "nonce-upper-case", upper_nonce, "nonce" },
  { "nonce-cut", cut_nonce, "nonce" },
  { "commitment-changed", change_commitment, "commitment" },
  { "public-changed", change_public, "result" },
  { "public-missing", drop_public, "public" },
  { "purpose-changed", change_purpose, "result" },
  { "result-missing", drop_result, "result" },
};

static void
test_tamper (gconstpointer data)
{
  const TamperRow *row = data;
  g_autoptr (KpDraw) draw = draw_of ("a", "1 2 3 4 5 6 7 8", "12");
  g_autofree char *difference = NULL;
  g_autofree char *none = NULL;

  g_assert_true (kp_draw_verify (draw, &none));
  g_assert_null (none);
  row->tamper (draw);
  g_assert_false (kp_draw_verify (draw, &difference));
  kp_test_assert_contains (difference, row->named);
}

/* A draw of 100,000 seats has everybody once. */
static void
test_large (void)
{
  enum
  {
    N = 100000
  };
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (N + 1, g_free);
  g_autoptr (KpDraw) draw = NULL;
  g_autofree gboolean *is_seen = g_new0 (gboolean, N);
  gint64 begun = g_get_monotonic_time ();

  for (guint i = 0; i < N; i++)
    g_ptr_array_add (items, g_strdup_printf ("%06u", i));
  g_ptr_array_add (items, NULL);
  draw = kp_draw_new ("seats:001", (const char *const *) items->pdata, zero_nonce, NULL);
  g_assert_true (kp_draw_run (draw, "314159", NULL));
  for (guint i = 0; i < N; i++)
    {
      guint64 number = g_ascii_strtoull (draw->result[i], NULL, 10);

      g_assert_false (is_seen[number]);
      is_seen[number] = TRUE;
    }
  g_test_message ("100,000 drawn in %.3f s", (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC);
}

#define ADD_ROWS(prefix, rows, func)                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                            \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                                      \
      g_test_add_data_func (path, &rows[i], func);                                                           \
    }

/* 00 01 … 1f: its SHA-256 is a published test vector; every digit of the nonce counts for the commitment. */
static void
test_real_nonce (void)
{
  const char *const items[] = { "c", "a", "b", "e", "d", NULL };
  guint8 nonce[KP_DRAW_HASH_SIZE];
  g_autoptr (GError) error = NULL;
  g_autoptr (KpDraw) draw = NULL;
  g_autofree char *difference = NULL;

  for (guint i = 0; i < KP_DRAW_HASH_SIZE; i++)
    nonce[i] = (guint8) i;
  draw = kp_draw_new ("seats", items, nonce, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draw->nonce, ==, "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
  g_assert_cmpstr (draw->commitment, ==, "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd");
  g_assert_true (kp_draw_run (draw, "31415", &error));
  g_assert_true (kp_draw_verify (draw, &difference));
  g_assert_null (difference);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/rules/draw/refuses/", refuse_rows, test_refuse)
  ADD_ROWS ("/rules/draw/verify/", tamper_rows, test_tamper)
  g_test_add_func ("/rules/draw/vector", test_vector);
  g_test_add_func ("/rules/draw/order-of-items-never-matters", test_order_of_items);
  g_test_add_func ("/rules/draw/one-item", test_one_item);
  g_test_add_func ("/rules/draw/each-part-counts", test_each_part_counts);
  g_test_add_func ("/rules/draw/stream", test_stream);
  g_test_add_func ("/rules/draw/below", test_below);
  g_test_add_func ("/rules/draw/fair", test_fair);
  g_test_add_func ("/rules/draw/runs-once", test_run_once);
  g_test_add_func ("/rules/draw/large", test_large);
  g_test_add_func ("/rules/draw/real-nonce", test_real_nonce);
  return g_test_run ();
}
