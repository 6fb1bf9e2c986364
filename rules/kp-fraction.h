/* kp-fraction.h – exact fractions and the rounding modes of notices.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_ROUNDING_HALF_UP,   /* 四舍五入, the half away from zero */
  KP_ROUNDING_TRUNCATE,  /* 截尾, 不四舍五入 */
  KP_ROUNDING_HALF_EVEN, /* 四舍六入五成双 */
  KP_ROUNDING_UP,        /* 进一, any remainder away from zero */
} KpRounding;

#define KP_ROUNDING_N (KP_ROUNDING_UP + 1)

/* num / den, always in lowest terms with den > 0. { 0, 0 } is "unknown": what a zeroed struct holds and what
 * an overflow gives; every operation on it gives it again, so that a caller checks once, at the end. */
typedef struct
{
  gint64 num;
  gint64 den;
} KpFraction;

#define KP_FRACTION_UNKNOWN ((KpFraction){ 0, 0 })
#define KP_FRACTION_ZERO ((KpFraction){ 0, 1 })
#define KP_FRACTION_ONE ((KpFraction){ 1, 1 })
#define KP_FRACTION_MAX_DECIMALS 9

/* 100 % in basis points, the unit of weights and shares. */
#define KP_BASIS_POINTS 10000

#define KP_FRACTION_ERROR (kp_fraction_error_quark ())
GQuark kp_fraction_error_quark (void);

typedef enum
{
  KP_FRACTION_ERROR_FORMAT,
} KpFractionError;

/* Digits with at most one point: num / 10^n_decimals. */
gboolean kp_decimal_parse (const char *text, gint64 *num, guint *n_decimals);
gint64 kp_decimal_power (guint exponent);

const char *kp_rounding_get_name (KpRounding rounding);
const char *kp_rounding_get_chinese (KpRounding rounding);
gboolean kp_rounding_from_name (const char *name, KpRounding *out);

/* Exact fractions. */
KpFraction kp_fraction_new (gint64 num, gint64 den);
gboolean kp_fraction_parse (const char *text, KpFraction *out, GError **error);
char *kp_fraction_dup_text (KpFraction value);
char *kp_fraction_dup_decimal (KpFraction value, guint decimals);
gboolean kp_fraction_is_known (KpFraction value);
gboolean kp_weight_parse (const char *text, KpFraction *out, GError **error);
char *kp_weight_dup_text (KpFraction weight);
KpFraction kp_fraction_add (KpFraction a, KpFraction b);
KpFraction kp_fraction_subtract (KpFraction a, KpFraction b);
KpFraction kp_fraction_multiply (KpFraction a, KpFraction b);
KpFraction kp_fraction_divide (KpFraction a, KpFraction b);
KpFraction kp_fraction_negate (KpFraction value);
KpFraction kp_fraction_weigh (KpFraction value, guint basis_points);
int kp_fraction_compare (KpFraction a, KpFraction b);
KpFraction kp_fraction_round (KpFraction value, guint decimals, KpRounding rounding);
gboolean kp_fraction_round_to_count (KpFraction value, KpRounding rounding, guint *out);

G_END_DECLS
