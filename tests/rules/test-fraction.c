/* test-fraction.c – exact fractions and the rounding modes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-mark.h"

#include "kp-test.h"

typedef struct
{
  const char *name;
  KpFraction value;
  guint decimals;
  const char *rounded[KP_ROUNDING_N]; /* half up, truncated, half even, up */
} RoundRow;

static const RoundRow round_rows[] = {
  { "third", { 1, 3 }, 2, { "33/100", "33/100", "33/100", "17/50" } },
  { "two-thirds", { 2, 3 }, 2, { "67/100", "33/50", "67/100", "67/100" } },
  { "half-to-even-down", { 76125, 1000 }, 2, { "7613/100", "1903/25", "1903/25", "7613/100" } },
  { "half-to-even-up", { 76135, 1000 }, 2, { "3807/50", "7613/100", "3807/50", "3807/50" } },
  { "w5-1.005", { 1005, 1000 }, 2, { "101/100", "1", "1", "101/100" } },
  { "exact", { 825, 10 }, 2, { "165/2", "165/2", "165/2", "165/2" } },
  { "whole", { 7, 2 }, 0, { "4", "3", "4", "4" } },
  { "even-whole", { 5, 2 }, 0, { "3", "2", "2", "3" } },
  { "negative", { -5, 2 }, 0, { "-3", "-2", "-2", "-3" } },
  { "nine-decimals",
    { 1, 7 },
    9,
    { "142857143/1000000000", "71428571/500000000", "142857143/1000000000", "142857143/1000000000" } },
  { "unknown", { 0, 0 }, 2, { "?", "?", "?", "?" } },
};

static void
test_round (gconstpointer data)
{
  const RoundRow *row = data;

  for (guint mode = 0; mode < KP_ROUNDING_N; mode++)
    {
      g_autofree char *text =
          kp_fraction_dup_text (kp_fraction_round (row->value, row->decimals, (KpRounding) mode));

      g_assert_cmpstr (text, ==, row->rounded[mode]);
    }
}

typedef struct
{
  const char *name;
  const char *written;
  const char *interview;
  const char *total;
} HalfRow;

/* domain.md W5: each of these is a hundredth lower in binary floating point. */
static const HalfRow half_rows[] = {
  { "60.05-and-70.08", "60.05", "70.08", "65.07" }, { "60.05-and-70.22", "60.05", "70.22", "65.14" },
  { "76.12-and-76.13", "76.12", "76.13", "76.13" }, { "80.34-and-80.35", "80.34", "80.35", "80.35" },
  { "82.34-and-82.35", "82.34", "82.35", "82.35" }, { "1.00-and-1.01", "1.00", "1.01", "1.01" },
};

static void
test_half_up_is_exact (gconstpointer data)
{
  const HalfRow *row = data;
  g_autofree char *text = NULL;
  KpMark written, interview, total;

  g_assert_true (kp_mark_parse (row->written, 2, &written, NULL));
  g_assert_true (kp_mark_parse (row->interview, 2, &interview, NULL));
  g_assert_true (kp_fraction_round_to_mark (
      kp_fraction_add (kp_fraction_weigh (kp_fraction_from_mark (written), 5000),
                       kp_fraction_weigh (kp_fraction_from_mark (interview), 5000)),
      2, KP_ROUNDING_HALF_UP, &total));
  text = kp_mark_dup_text (total, 2);
  g_assert_cmpstr (text, ==, row->total);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *value; /* NULL = refused */
} ParseRow;

static const ParseRow parse_rows[] = {
  { "whole", "3", "3" },
  { "decimal", "1.2", "6/5" },
  { "quotient", "11/10", "11/10" },
  { "lowest-terms", "6/4", "3/2" },
  { "ratio", "1:3", "3" },
  { "decimal-ratio", "1:1.1", "11/10" },
  { "zero", "0", "0" },
  { "division-by-zero", "3/0", NULL },
  { "zero-to-three", "0:3", NULL },
  { "empty", "", NULL },
  { "missing", NULL, NULL },
  { "negative", "-1", NULL },
  { "three-numbers", "1:2:3", NULL },
  { "one-with-decimals", "1.0:3", "3" },
  { "turned-round", "3:1", NULL },
  { "turned-round-below-one", "0.5:1", NULL },
  { "ratio-of-two", "2:3", NULL },
  { "open", "1:", NULL },
  { "word", "three", NULL },
  { "ten-decimals", "1.0123456789", NULL },
};

static void
test_parse (gconstpointer data)
{
  const ParseRow *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  KpFraction value;

  g_assert_cmpint (kp_fraction_parse (row->text, &value, &error), ==, row->value != NULL);
  if (row->value == NULL)
    {
      g_assert_error (error, KP_FRACTION_ERROR, KP_FRACTION_ERROR_FORMAT);
      return;
    }
  text = kp_fraction_dup_text (value);
  g_assert_cmpstr (text, ==, row->value);
}

static void
test_arithmetic (void)
{
  KpFraction third = kp_fraction_new (1, 3);
  KpFraction sixth = kp_fraction_new (2, 12);

  g_assert_cmpint (kp_fraction_compare (kp_fraction_add (third, sixth), kp_fraction_new (1, 2)), ==, 0);
  g_assert_cmpint (kp_fraction_compare (kp_fraction_subtract (third, sixth), sixth), ==, 0);
  g_assert_cmpint (kp_fraction_compare (kp_fraction_multiply (third, sixth), kp_fraction_new (1, 18)), ==, 0);
  g_assert_cmpint (kp_fraction_compare (kp_fraction_divide (third, sixth), kp_fraction_new (2, 1)), ==, 0);
  g_assert_cmpint (kp_fraction_compare (kp_fraction_new (1, -3), kp_fraction_negate (third)), ==, 0);
  g_assert_cmpint (kp_fraction_compare (third, sixth), >, 0);
  g_assert_cmpint (kp_fraction_compare (kp_fraction_negate (third), sixth), <, 0);
}

/* What doesn't fit is unknown, never wrong; and unknown stays unknown. */
static void
test_overflow (void)
{
  KpFraction big = kp_fraction_new (G_MAXINT64, 1);
  KpFraction prime = kp_fraction_new (1, G_MAXINT64 - 24); /* 2⁶³ − 25 is a prime */
  KpMark mark;
  guint count;

  g_assert_true (kp_fraction_is_known (big));
  g_assert_false (kp_fraction_is_known (kp_fraction_add (big, big)));
  g_assert_false (kp_fraction_is_known (kp_fraction_multiply (big, big)));
  g_assert_false (kp_fraction_is_known (kp_fraction_multiply (prime, prime)));
  g_assert_false (kp_fraction_is_known (kp_fraction_divide (big, KP_FRACTION_ZERO)));
  g_assert_false (kp_fraction_is_known (kp_fraction_new (1, 0)));
  g_assert_false (kp_fraction_is_known (kp_fraction_new (G_MININT64, 1)));
  g_assert_false (kp_fraction_is_known (kp_fraction_add (KP_FRACTION_UNKNOWN, KP_FRACTION_ONE)));
  g_assert_false (kp_fraction_is_known (kp_fraction_weigh (KP_FRACTION_UNKNOWN, 0)));
  g_assert_false (kp_fraction_round_to_mark (big, 2, KP_ROUNDING_HALF_UP, &mark));
  g_assert_false (kp_fraction_round_to_mark (KP_FRACTION_UNKNOWN, 2, KP_ROUNDING_HALF_UP, &mark));
  g_assert_false (kp_fraction_round_to_count (kp_fraction_new (-1, 1), KP_ROUNDING_HALF_UP, &count));
  g_assert_cmpint (kp_fraction_compare (big, kp_fraction_subtract (big, KP_FRACTION_ONE)), >, 0);
}

typedef struct
{
  const char *name;
  KpFraction value;
  guint decimals;
  const char *text;
} DecimalRow;

static const DecimalRow decimal_rows[] = {
  { "coefficient", { 1027, 1000 }, 4, "1.0270" },
  { "third", { 1, 3 }, 4, "0.3333…" },
  { "whole", { 7, 1 }, 0, "7" },
  { "cut-whole", { 15, 2 }, 0, "7…" },
  { "negative", { -1, 4 }, 2, "-0.25" },
  { "unknown", { 0, 0 }, 2, "?" },
  { "leading-zeros", { 5, 1000 }, 3, "0.005" },
};

static void
test_decimal (gconstpointer data)
{
  const DecimalRow *row = data;
  g_autofree char *text = kp_fraction_dup_decimal (row->value, row->decimals);

  g_assert_cmpstr (text, ==, row->text);
}

/* Half up of n/1000 at two decimals, against the schoolbook way on the digits. */
static void
test_half_up_by_digits (void)
{
  for (gint64 n = 0; n <= 100000; n++)
    {
      KpMark mark;

      g_assert_true (kp_fraction_round_to_mark (kp_fraction_new (n, 1000), 2, KP_ROUNDING_HALF_UP, &mark));
      g_assert_cmpint (mark, ==, (n / 10 + (n % 10 >= 5 ? 1 : 0)) * 100);
    }
}

/* (a + b) − b = a, a · b ÷ b = a, and comparing agrees with the difference; for values as marks have them. */
static void
test_properties (void)
{
  KpTestDice dice = { 20260302 };

  for (guint i = 0; i < 20000; i++)
    {
      KpFraction a =
          kp_fraction_new (kp_test_dice_below (&dice, 1500000), 1 + kp_test_dice_below (&dice, 70000));
      KpFraction b =
          kp_fraction_new (1 + kp_test_dice_below (&dice, 1500000), 1 + kp_test_dice_below (&dice, 70000));
      KpFraction difference = kp_fraction_subtract (a, b);
      int sign = (difference.num > 0) - (difference.num < 0);

      g_assert_cmpint (kp_fraction_compare (kp_fraction_add (difference, b), a), ==, 0);
      g_assert_cmpint (kp_fraction_compare (kp_fraction_divide (kp_fraction_multiply (a, b), b), a), ==, 0);
      g_assert_cmpint (kp_fraction_compare (a, b), ==, sign);
      g_assert_cmpint (kp_fraction_compare (kp_fraction_round (a, 2, KP_ROUNDING_TRUNCATE),
                                            kp_fraction_round (a, 2, KP_ROUNDING_UP)),
                       <=, 0);
    }
}

static void
test_rounding_names (void)
{
  KpRounding rounding;

  for (guint i = 0; i < KP_ROUNDING_N; i++)
    {
      g_assert_true (kp_rounding_from_name (kp_rounding_get_name ((KpRounding) i), &rounding));
      g_assert_cmpint (rounding, ==, i);
      g_assert_nonnull (kp_rounding_get_chinese ((KpRounding) i));
    }
  g_assert_false (kp_rounding_from_name ("nearest", &rounding));
  g_assert_false (kp_rounding_from_name (NULL, &rounding));
}

#define ADD_ROWS(prefix, rows, func)                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                            \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                                      \
      g_test_add_data_func (path, &rows[i], func);                                                           \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/rules/fraction/round/", round_rows, test_round)
  ADD_ROWS ("/rules/fraction/half-up-is-exact/", half_rows, test_half_up_is_exact)
  ADD_ROWS ("/rules/fraction/parse/", parse_rows, test_parse)
  ADD_ROWS ("/rules/fraction/decimal/", decimal_rows, test_decimal)
  g_test_add_func ("/rules/fraction/arithmetic", test_arithmetic);
  g_test_add_func ("/rules/fraction/overflow-is-unknown", test_overflow);
  g_test_add_func ("/rules/fraction/half-up-by-digits", test_half_up_by_digits);
  g_test_add_func ("/rules/fraction/properties", test_properties);
  g_test_add_func ("/rules/fraction/rounding-names", test_rounding_names);
  return g_test_run ();
}
