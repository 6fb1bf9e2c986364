/* kp-fraction.c – exact fractions and the rounding modes of notices.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-fraction.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* Products of two 64-bit numbers. */
__extension__ typedef __int128 Wide;

static const char *const rounding_names[KP_ROUNDING_N] = { "half-up", "truncate", "half-even", "up" };

static const char *const rounding_chinese[KP_ROUNDING_N] = { "四舍五入", "截尾，不四舍五入",
                                                             "四舍六入五成双", "进一" };

G_DEFINE_QUARK (kp_fraction_error, kp_fraction_error)

/* Of two numbers that aren't negative; in 64 bits as soon as both fit, which is many times faster. */
static Wide
wide_gcd (Wide a, Wide b)
{
  guint64 x, y;

  while (b > G_MAXINT64 || (a > G_MAXINT64 && b != 0))
    {
      Wide rest = a % b;

      a = b;
      b = rest;
    }
  if (b == 0)
    return a;
  x = (guint64) a;
  y = (guint64) b;
  while (y != 0)
    {
      guint64 rest = x % y;

      x = y;
      y = rest;
    }
  return x;
}

/* Lowest terms, sign above the line; what doesn't fit 64 bits is unknown. */
static KpFraction
fraction_from_wide (Wide num, Wide den)
{
  Wide common;

  if (den == 0)
    return KP_FRACTION_UNKNOWN;
  if (den < 0)
    {
      num = -num;
      den = -den;
    }
  common = wide_gcd (den, num < 0 ? -num : num);
  /* Nearly every number of a campaign fits: dividing 128 bits takes many times as long. */
  if (common != 1 && num <= G_MAXINT64 && num >= -G_MAXINT64 && den <= G_MAXINT64)
    return (KpFraction){ (gint64) num / (gint64) common, (gint64) den / (gint64) common };
  num /= common;
  den /= common;
  if (num > G_MAXINT64 || num < -G_MAXINT64 || den > G_MAXINT64)
    return KP_FRACTION_UNKNOWN;
  return (KpFraction){ (gint64) num, (gint64) den };
}

/**
 * kp_decimal_power:
 * @exponent: at most 18
 *
 * Returns: 10 to the power @exponent
 */
gint64
kp_decimal_power (guint exponent)
{
  gint64 power = 1;

  for (guint i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

/**
 * kp_decimal_parse:
 * @text: ASCII
 * @num: (out): the digits without the point
 * @n_decimals: (out): the value is num / 10^n_decimals
 *
 * Reads digits with at most one point, a digit on each side of it, and at most %KP_FRACTION_MAX_DECIMALS
 * decimals.
 *
 * Returns: whether @text is nothing but that
 */
gboolean
kp_decimal_parse (const char *text, gint64 *num, guint *n_decimals)
{
  gboolean has_point = FALSE;
  gint64 value = 0;
  guint decimals = 0;

  if (!g_ascii_isdigit (text[0]))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '.' && !has_point && g_ascii_isdigit (p[1]))
        {
          has_point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p) || value > (G_MAXINT64 - 9) / 10 || decimals == KP_FRACTION_MAX_DECIMALS)
        return FALSE;
      value = value * 10 + (*p - '0');
      if (has_point)
        decimals++;
    }
  *num = value;
  *n_decimals = decimals;
  return TRUE;
}

/**
 * kp_rounding_get_name:
 * @rounding: a mode
 *
 * Returns: the stable name in files and JSON: "half-up"
 */
const char *
kp_rounding_get_name (KpRounding rounding)
{
  g_return_val_if_fail ((guint) rounding < KP_ROUNDING_N, NULL);
  return rounding_names[rounding];
}

/**
 * kp_rounding_get_chinese:
 * @rounding: a mode
 *
 * Returns: the words of a notice: "四舍五入"
 */
const char *
kp_rounding_get_chinese (KpRounding rounding)
{
  g_return_val_if_fail ((guint) rounding < KP_ROUNDING_N, NULL);
  return rounding_chinese[rounding];
}

/**
 * kp_rounding_from_name:
 * @name: (nullable): see kp_rounding_get_name()
 * @out: (out): the mode
 *
 * Returns: whether @name is one
 */
gboolean
kp_rounding_from_name (const char *name, KpRounding *out)
{
  g_return_val_if_fail (out != NULL, FALSE);

  for (guint i = 0; name != NULL && i < KP_ROUNDING_N; i++)
    if (g_str_equal (rounding_names[i], name))
      {
        *out = (KpRounding) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kp_fraction_new:
 * @num: above the line
 * @den: below the line; 0 gives %KP_FRACTION_UNKNOWN
 *
 * Returns: the fraction in lowest terms
 */
KpFraction
kp_fraction_new (gint64 num, gint64 den)
{
  return fraction_from_wide (num, den);
}

/**
 * kp_fraction_parse:
 * @text: (nullable): "3", "1.2", "11/10" or, as notices write a ratio, "1:1.1" (its second number over its
 * first)
 * @out: (out): the fraction
 * @error: %KP_FRACTION_ERROR_FORMAT
 *
 * Reads a ratio or a factor. It is never negative. Before the colon stands 1: half of the notices write “3:1” for what
 * the others call “1:3”, and for “0.5:1” or “2:3” there are two readings, too.
 *
 * Returns: TRUE and the fraction, or FALSE and the error
 */
gboolean
kp_fraction_parse (const char *text, KpFraction *out, GError **error)
{
  g_auto (GStrv) sides = NULL;
  gint64 values[2] = { 0, 1 };
  guint decimals[2] = { 0, 0 };
  gboolean is_ratio;
  KpFraction first, second;

  g_return_val_if_fail (out != NULL, FALSE);

  is_ratio = text != NULL && strchr (text, ':') != NULL;
  sides = g_strsplit (text == NULL ? "" : text, is_ratio ? ":" : "/", 3);
  if (g_strv_length (sides) < 1 || g_strv_length (sides) > 2 ||
      !kp_decimal_parse (sides[0], &values[0], &decimals[0]) ||
      (is_ratio && values[0] != kp_decimal_power (decimals[0])) ||
      (sides[1] != NULL && (!kp_decimal_parse (sides[1], &values[1], &decimals[1]) || values[1] == 0)))
    {
      g_set_error (error, KP_FRACTION_ERROR, KP_FRACTION_ERROR_FORMAT,
                   _ ("This is not a ratio: write 3, 1.2, 11/10 or 1:3."));
      return FALSE;
    }
  first = kp_fraction_new (values[0], kp_decimal_power (decimals[0]));
  second = kp_fraction_new (values[1], kp_decimal_power (decimals[1]));
  *out = is_ratio ? kp_fraction_divide (second, first) : kp_fraction_divide (first, second);
  if (!kp_fraction_is_known (*out))
    {
      g_set_error (error, KP_FRACTION_ERROR, KP_FRACTION_ERROR_FORMAT,
                   _ ("This is not a ratio: write 3, 1.2, 11/10 or 1:3."));
      return FALSE;
    }
  return TRUE;
}

/**
 * kp_fraction_dup_text:
 * @value: a fraction
 *
 * Returns: (transfer full): "11/10", "3", or "?" when unknown; kp_fraction_parse() reads the first two
 */
char *
kp_fraction_dup_text (KpFraction value)
{
  if (!kp_fraction_is_known (value))
    return g_strdup ("?");
  if (value.den == 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value.num);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, value.num, value.den);
}

/**
 * kp_weight_parse:
 * @text: (nullable): "40%", "0.4", "2/5"
 * @out: (out): the weight as a fraction of the whole
 * @error: %KP_FRACTION_ERROR_FORMAT
 *
 * Reads a weight as notices write it; "1/3" keeps what no percentage can say.
 *
 * Returns: TRUE and the weight, or FALSE and the error
 */
gboolean
kp_weight_parse (const char *text, KpFraction *out, GError **error)
{
  g_autofree char *number = NULL;
  gint64 percent = 0;
  guint decimals = 0;

  g_return_val_if_fail (out != NULL, FALSE);

  if (text == NULL || !g_str_has_suffix (text, "%"))
    return kp_fraction_parse (text, out, error);
  number = g_strndup (text, strlen (text) - 1);
  if (kp_decimal_parse (number, &percent, &decimals) && decimals <= KP_FRACTION_MAX_DECIMALS - 2)
    {
      *out = kp_fraction_new (percent, kp_decimal_power (decimals + 2));
      return TRUE;
    }
  g_set_error (error, KP_FRACTION_ERROR, KP_FRACTION_ERROR_FORMAT, _ ("This is not a weight: write 40%%, 0.4 or 2/5."));
  return FALSE;
}

/**
 * kp_weight_dup_text:
 * @weight: a weight
 *
 * Returns: (transfer full): "40%", "12.5%", and "1/3" where a percentage of two decimals isn't exact
 */
char *
kp_weight_dup_text (KpFraction weight)
{
  KpFraction hundredths;

  if (!kp_fraction_is_known (weight))
    return g_strdup ("0%");
  hundredths = kp_fraction_multiply (weight, (KpFraction){ KP_BASIS_POINTS, 1 });
  if (hundredths.den != 1)
    return kp_fraction_dup_text (weight);
  if (hundredths.num % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "%%", hundredths.num / 100);
  if (hundredths.num % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT "%%", hundredths.num / 100,
                            hundredths.num / 10 % 10);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT "%%", hundredths.num / 100, hundredths.num % 100);
}

/**
 * kp_fraction_dup_decimal:
 * @value: a fraction
 * @decimals: at most %KP_FRACTION_MAX_DECIMALS
 *
 * Writes exactly so many decimals, truncated, with "…" after them where digits are left out: a coefficient
 * rounded to 4 decimals prints as "1.0271", one third as "0.3333…".
 *
 * Returns: (transfer full): the text, "?" when unknown
 */
char *
kp_fraction_dup_decimal (KpFraction value, guint decimals)
{
  Wide power, size;
  gboolean is_cut;
  guint64 whole, rest;

  g_return_val_if_fail (decimals <= KP_FRACTION_MAX_DECIMALS, NULL);

  if (!kp_fraction_is_known (value))
    return g_strdup ("?");
  power = kp_decimal_power (decimals);
  size = (value.num < 0 ? -(Wide) value.num : (Wide) value.num) * power;
  is_cut = size % value.den != 0;
  size /= value.den;
  whole = (guint64) (size / power);
  rest = (guint64) (size % power);
  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s", value.num < 0 ? "-" : "", whole, is_cut ? "…" : "");
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT "%s", value.num < 0 ? "-" : "",
                          whole, (int) decimals, rest, is_cut ? "…" : "");
}

/**
 * kp_fraction_is_known:
 * @value: a fraction
 *
 * Returns: FALSE for %KP_FRACTION_UNKNOWN, which a zeroed struct, a division by zero and an overflow give
 */
gboolean
kp_fraction_is_known (KpFraction value)
{
  return value.den > 0;
}

/**
 * kp_fraction_add:
 * @a: a fraction
 * @b: a fraction
 *
 * Returns: a + b, exact; unknown if either is or if it doesn't fit
 */
KpFraction
kp_fraction_add (KpFraction a, KpFraction b)
{
  gint64 common;

  if (!kp_fraction_is_known (a) || !kp_fraction_is_known (b))
    return KP_FRACTION_UNKNOWN;
  common = (gint64) wide_gcd (a.den, b.den);
  /* Each product is below 2^126, so their sum fits. */
  return fraction_from_wide ((Wide) a.num * (b.den / common) + (Wide) b.num * (a.den / common),
                             (Wide) a.den * (b.den / common));
}

/**
 * kp_fraction_subtract:
 * @a: a fraction
 * @b: a fraction
 *
 * Returns: a − b, exact; unknown if either is or if it doesn't fit
 */
KpFraction
kp_fraction_subtract (KpFraction a, KpFraction b)
{
  return kp_fraction_add (a, kp_fraction_negate (b));
}

/**
 * kp_fraction_multiply:
 * @a: a fraction
 * @b: a fraction
 *
 * Returns: a · b, exact; unknown if either is or if it doesn't fit
 */
KpFraction
kp_fraction_multiply (KpFraction a, KpFraction b)
{
  return fraction_from_wide ((Wide) a.num * b.num, (Wide) a.den * b.den);
}

/**
 * kp_fraction_divide:
 * @a: a fraction
 * @b: a fraction
 *
 * Returns: a ÷ b, exact; unknown if either is, if b is zero, or if it doesn't fit
 */
KpFraction
kp_fraction_divide (KpFraction a, KpFraction b)
{
  if (!kp_fraction_is_known (a) || !kp_fraction_is_known (b))
    return KP_FRACTION_UNKNOWN;
  return fraction_from_wide ((Wide) a.num * b.den, (Wide) a.den * b.num);
}

/**
 * kp_fraction_negate:
 * @value: a fraction
 *
 * Returns: −value: turns "the less the better" into "the greater the better"
 */
KpFraction
kp_fraction_negate (KpFraction value)
{
  return (KpFraction){ -value.num, value.den };
}

/**
 * kp_fraction_weigh:
 * @value: a mark in points
 * @basis_points: 5000 = 50 %
 *
 * Returns: the weighted value, exact
 */
KpFraction
kp_fraction_weigh (KpFraction value, guint basis_points)
{
  return kp_fraction_multiply (value, kp_fraction_new (basis_points, KP_BASIS_POINTS));
}

/**
 * kp_fraction_compare:
 * @a: a known fraction
 * @b: a known fraction
 *
 * Compares exactly. Two unknowns can't be compared: that is a programming error.
 *
 * Returns: less than, equal to or greater than 0
 */
int
kp_fraction_compare (KpFraction a, KpFraction b)
{
  Wide left, right;

  g_return_val_if_fail (kp_fraction_is_known (a) && kp_fraction_is_known (b), 0);

  left = (Wide) a.num * b.den;
  right = (Wide) b.num * a.den;
  return (left > right) - (left < right);
}

/* Rounds size / den (size ≥ 0) to a whole number. */
static Wide
round_quotient (Wide size, gint64 den, KpRounding rounding)
{
  Wide whole = size / den;
  Wide twice = (size % den) * 2;

  switch (rounding)
    {
    case KP_ROUNDING_TRUNCATE:
      return whole;
    case KP_ROUNDING_UP:
      return twice == 0 ? whole : whole + 1;
    case KP_ROUNDING_HALF_EVEN:
      return twice > den || (twice == den && whole % 2 != 0) ? whole + 1 : whole;
    case KP_ROUNDING_HALF_UP:
    default:
      return twice >= den ? whole + 1 : whole;
    }
}

/**
 * kp_fraction_round:
 * @value: a fraction
 * @decimals: at most %KP_FRACTION_MAX_DECIMALS
 * @rounding: the mode that the scheme names for this step
 *
 * Rounds to a decimal fraction; negative values mirror positive ones.
 *
 * Returns: the rounded fraction; unknown if @value is or if it doesn't fit
 */
KpFraction
kp_fraction_round (KpFraction value, guint decimals, KpRounding rounding)
{
  gint64 power;
  Wide size;

  g_return_val_if_fail (decimals <= KP_FRACTION_MAX_DECIMALS, KP_FRACTION_UNKNOWN);

  if (!kp_fraction_is_known (value))
    return KP_FRACTION_UNKNOWN;
  power = kp_decimal_power (decimals);
  size = round_quotient ((value.num < 0 ? -(Wide) value.num : (Wide) value.num) * power, value.den, rounding);
  return fraction_from_wide (value.num < 0 ? -size : size, power);
}

/**
 * kp_fraction_round_to_count:
 * @value: a number of persons, not negative
 * @rounding: the mode that the scheme names for this step
 * @out: (out): whole persons
 *
 * Returns: FALSE if @value is unknown, negative or too large
 */
gboolean
kp_fraction_round_to_count (KpFraction value, KpRounding rounding, guint *out)
{
  KpFraction rounded;

  g_return_val_if_fail (out != NULL, FALSE);

  rounded = kp_fraction_round (value, 0, rounding);
  if (!kp_fraction_is_known (rounded) || rounded.num < 0 || rounded.num > G_MAXINT32)
    return FALSE;
  *out = (guint) rounded.num;
  return TRUE;
}
