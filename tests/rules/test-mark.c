/* test-mark.c – marks: reading, range, writing, states.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-mark.h"

#include "kp-test.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  guint decimals;
  KpMark mark;
  int code; /* -1 = is read */
} ParseRow;

static const ParseRow parse_rows[] = {
  { "whole", "82", 2, KP_MARK (82, 0), -1 },
  { "one-decimal", "82.5", 2, KP_MARK (82, 5000), -1 },
  { "trailing-zero", "82.50", 2, KP_MARK (82, 5000), -1 },
  { "four-decimals", "83.4489", 4, KP_MARK (83, 4489), -1 },
  { "leading-zeros", "007", 0, KP_MARK (7, 0), -1 },
  { "zero", "0", 2, 0, -1 },
  { "hundred", "100.00", 2, KP_MARK (100, 0), -1 },
  { "missing", NULL, 2, 0, KP_MARK_ERROR_FORMAT },
  { "empty", "", 2, 0, KP_MARK_ERROR_FORMAT },
  { "blank", " 82", 2, 0, KP_MARK_ERROR_FORMAT },
  { "sign", "-3", 2, 0, KP_MARK_ERROR_FORMAT },
  { "plus", "+3", 2, 0, KP_MARK_ERROR_FORMAT },
  { "point-first", ".5", 2, 0, KP_MARK_ERROR_FORMAT },
  { "point-last", "5.", 2, 0, KP_MARK_ERROR_FORMAT },
  { "two-points", "5.5.5", 2, 0, KP_MARK_ERROR_FORMAT },
  { "comma", "82,5", 2, 0, KP_MARK_ERROR_FORMAT },
  { "exponent", "8e1", 2, 0, KP_MARK_ERROR_FORMAT },
  { "hex", "0x10", 2, 0, KP_MARK_ERROR_FORMAT },
  { "full-width", "\uff18\uff12", 2, 0, KP_MARK_ERROR_FORMAT },
  { "absent-word", "缺考", 2, 0, KP_MARK_ERROR_FORMAT },
  { "too-many-digits", "99999999999999999999", 2, 0, KP_MARK_ERROR_FORMAT },
  { "third-decimal", "82.505", 2, 0, KP_MARK_ERROR_DECIMALS },
  { "third-decimal-zero", "82.500", 2, 0, KP_MARK_ERROR_DECIMALS },
  { "decimal-of-whole", "82.0", 0, 0, KP_MARK_ERROR_DECIMALS },
  { "too-large", "1000001", 2, 0, KP_MARK_ERROR_RANGE },
  { "far-too-large", "922337203685477580", 2, 0, KP_MARK_ERROR_RANGE },
};

static void
test_parse (gconstpointer data)
{
  const ParseRow *row = data;
  g_autoptr (GError) error = NULL;
  KpMark mark = -1;

  if (row->code < 0)
    {
      g_assert_true (kp_mark_parse (row->text, row->decimals, &mark, &error));
      g_assert_no_error (error);
      g_assert_cmpint (mark, ==, row->mark);
      return;
    }
  g_assert_false (kp_mark_parse (row->text, row->decimals, &mark, &error));
  g_assert_error (error, KP_MARK_ERROR, row->code);
  g_assert_cmpint (mark, ==, -1);
}

typedef struct
{
  const char *name;
  const char *text;
  KpMarkRange range;
  int code;
} RangeRow;

static const RangeRow range_rows[] = {
  { "lowest", "0", { KP_MARK (100, 0), 2, 0 }, -1 },
  { "full", "100", { KP_MARK (100, 0), 2, 0 }, -1 },
  { "above", "100.01", { KP_MARK (100, 0), 2, 0 }, KP_MARK_ERROR_RANGE },
  { "other-full-mark", "120", { KP_MARK (150, 0), 2, 0 }, -1 },
  { "half-point", "82.5", { KP_MARK (100, 0), 1, KP_MARK (0, 5000) }, -1 },
  { "off-step", "82.3", { KP_MARK (100, 0), 1, KP_MARK (0, 5000) }, KP_MARK_ERROR_STEP },
  { "decimals", "82.25", { KP_MARK (100, 0), 1, 0 }, KP_MARK_ERROR_DECIMALS },
};

static void
test_range (gconstpointer data)
{
  const RangeRow *row = data;
  g_autoptr (GError) error = NULL;
  KpMark mark;

  g_assert_cmpint (kp_mark_parse_in_range (row->text, &row->range, &mark, &error), ==, row->code < 0);
  if (row->code >= 0)
    g_assert_error (error, KP_MARK_ERROR, row->code);
}

/* A computed mark can be checked too, also when it has more decimals than it may. */
static void
test_range_of_mark (void)
{
  const KpMarkRange range = { KP_MARK (100, 0), 2, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (kp_mark_check_range (KP_MARK (60, 500), &range, NULL));
  g_assert_false (kp_mark_check_range (KP_MARK (60, 50), &range, &error));
  g_assert_error (error, KP_MARK_ERROR, KP_MARK_ERROR_DECIMALS);
  kp_test_assert_contains (error->message, "60.005");
  g_assert_false (kp_mark_check_range (-1, &range, NULL));
}

typedef struct
{
  const char *name;
  KpMark mark;
  guint decimals;
  const char *text;
} TextRow;

static const TextRow text_rows[] = {
  { "two-decimals", KP_MARK (82, 5000), 2, "82.50" },
  { "whole-at-two", KP_MARK (82, 0), 2, "82.00" },
  { "whole", KP_MARK (82, 0), 0, "82" },
  { "never-hides-a-digit", KP_MARK (82, 5050), 2, "82.505" },
  { "hundredth", KP_MARK (0, 500), 2, "0.05" },
  { "ten-thousandth", 1, 0, "0.0001" },
  { "negative", -KP_MARK (1, 2500), 2, "-1.25" },
  { "least", G_MININT64, 4, "-922337203685477.5808" },
};

static void
test_text (gconstpointer data)
{
  const TextRow *row = data;
  g_autofree char *text = kp_mark_dup_text (row->mark, row->decimals);

  g_assert_cmpstr (text, ==, row->text);
}

/* Every mark of two decimals is read back from what is written. */
static void
test_round_trip (void)
{
  for (KpMark mark = 0; mark <= KP_MARK (150, 0); mark += 100)
    {
      g_autofree char *text = kp_mark_dup_text (mark, 2);
      KpMark read;

      g_assert_true (kp_mark_parse (text, 2, &read, NULL));
      g_assert_cmpint (read, ==, mark);
    }
}

/* A name typed into the column of marks must not come back in an error. */
static void
test_error_hides_names (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) long_error = NULL;
  KpMark mark;

  g_assert_false (kp_mark_parse ("王小明", 2, &mark, &error));
  g_assert_null (strstr (error->message, "王"));
  g_assert_false (kp_mark_parse ("11010519491231002X", 2, &mark, &long_error));
  g_assert_null (strstr (long_error->message, "1949"));
}

static void
test_states (void)
{
  KpMarkState state;

  for (guint i = 0; i < KP_MARK_N_STATES; i++)
    {
      g_assert_true (kp_mark_state_from_name (kp_mark_state_get_name ((KpMarkState) i), &state));
      g_assert_cmpint (state, ==, i);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (kp_mark_state_get_chinese ((KpMarkState) i), !=,
                         kp_mark_state_get_chinese ((KpMarkState) j));
    }
  g_assert_false (kp_mark_state_from_name ("zero", &state));
  g_assert_false (kp_mark_state_from_name (NULL, &state));
  g_assert_cmpstr (kp_mark_state_get_chinese (KP_MARK_ABSENT), ==, "缺考");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parse_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/mark/parse/", parse_rows[i].name, NULL);
      g_test_add_data_func (path, &parse_rows[i], test_parse);
    }
  for (guint i = 0; i < G_N_ELEMENTS (range_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/mark/range/", range_rows[i].name, NULL);
      g_test_add_data_func (path, &range_rows[i], test_range);
    }
  for (guint i = 0; i < G_N_ELEMENTS (text_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/mark/text/", text_rows[i].name, NULL);
      g_test_add_data_func (path, &text_rows[i], test_text);
    }
  g_test_add_func ("/rules/mark/range-of-computed-mark", test_range_of_mark);
  g_test_add_func ("/rules/mark/text-is-read-back", test_round_trip);
  g_test_add_func ("/rules/mark/error-hides-names", test_error_hides_names);
  g_test_add_func ("/rules/mark/states-differ", test_states);
  return g_test_run ();
}
