/* test-contract-number.c – contract numbers by pattern: every part, its width, and what is no pattern.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contract-number.h"

typedef struct
{
  const char *name;
  const char *pattern;
  guint       serial;
  const char *number; /* NULL = refused with code */
  gint        code;
} Row;

#define PATTERN KP_CONTRACT_NUMBER_ERROR_PATTERN
#define OVERFLOW KP_CONTRACT_NUMBER_ERROR_OVERFLOW

/* Street 01, year 2026. */
static const Row rows[] = {
  { "as-in-the-sample", "{street}劳合〔{year}〕{serial4}号", 31, "01劳合〔2026〕0031号", 0 },
  { "plain", "CG-{year}-{serial3}", 7, "CG-2026-007", 0 },
  { "one-digit", "{serial1}", 9, "9", 0 },
  { "one-digit-full", "{serial1}", 10, NULL, OVERFLOW },
  { "four-digits", "{serial4}", 9999, "9999", 0 },
  { "four-digits-full", "{serial4}", 10000, NULL, OVERFLOW },
  { "nine-digits", "{serial9}", 123456789, "123456789", 0 },
  { "ten-digits", "{serial10}", 1, NULL, PATTERN },
  { "no-digits", "{serial0}", 1, NULL, PATTERN },
  { "width-left-out", "{serial}", 1, NULL, PATTERN },
  { "width-no-number", "{serialx}", 1, NULL, PATTERN },
  { "unknown-part", "{month}{serial4}", 1, NULL, PATTERN },
  { "empty-part", "{}{serial4}", 1, NULL, PATTERN },
  { "part-in-capitals", "{Street}{serial4}", 1, NULL, PATTERN },
  { "not-closed", "{street}{serial4", 1, NULL, PATTERN },
  { "not-opened", "street}{serial4}", 1, NULL, PATTERN },
  { "nothing-counts", "{street}劳合〔{year}〕", 1, NULL, PATTERN },
  { "empty", "", 1, NULL, PATTERN },
  { "parts-side-by-side", "{street}{year}{serial2}", 1, "01202601", 0 },
};

static void
test_row (gconstpointer data)
{
  const Row         *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char   *number = kp_contract_number_new (row->pattern, "01", 2026, row->serial, &error);

  g_assert_cmpstr (number, ==, row->number);
  if (row->number == NULL)
    g_assert_error (error, KP_CONTRACT_NUMBER_ERROR, row->code);
  else
    g_assert_no_error (error);
}

/* The check says before the first contract what making one would say. */
static void
test_check (gconstpointer data)
{
  const Row         *row = data;
  g_autoptr (GError) error = NULL;
  const gboolean     is_good = row->number != NULL || row->code == OVERFLOW;

  g_assert_cmpint (kp_contract_pattern_check (row->pattern, &error), ==, is_good);
  if (!is_good)
    g_assert_error (error, KP_CONTRACT_NUMBER_ERROR, PATTERN);
}

static void
test_year_has_four_digits (void)
{
  g_autofree char *number = kp_contract_number_new ("{year}{serial1}", "01", 926, 1, NULL);

  g_assert_cmpstr (number, ==, "09261");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/contract-number/make/", rows[i].name, NULL);
      g_autofree char *check = g_strconcat ("/rules/contract-number/check/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
      g_test_add_data_func (check, &rows[i], test_check);
    }
  g_test_add_func ("/rules/contract-number/year-has-four-digits", test_year_has_four_digits);

  return g_test_run ();
}
