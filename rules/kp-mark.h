/* kp-mark.h – exact marks and fractions, read, rounded, compared and written without floating point.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A mark as written: a count of ten-thousandths. Four decimals, since that is the most any notice found
 * writes or prints (a corrected interview mark, 河南特岗); a correction coefficient may have more and stays a
 * KpFraction. */
typedef gint64 KpMark;

#define KP_MARK_DECIMALS 4
#define KP_MARK_UNIT 10000
/* A mark from whole points, for tables and tests: KP_MARK (82, 5000) is 82.5. */
#define KP_MARK(points, ten_thousandths) ((KpMark) (points) *KP_MARK_UNIT + (ten_thousandths))

/* What is known of somebody's mark. Only PRESENT has a number; zero points is PRESENT with the mark 0. */
typedef enum
{
  KP_MARK_NOT_ENTERED, /* 未登分 */
  KP_MARK_PRESENT,     /* 正常 */
  KP_MARK_ABSENT,      /* 缺考 */
  KP_MARK_BREACH,      /* 违纪, this paper is void */
  KP_MARK_VOID_ALL,    /* 违纪, all papers are void */
  KP_MARK_PENDING,     /* 待核: entered but in dispute */
} KpMarkState;

#define KP_MARK_N_STATES (KP_MARK_PENDING + 1)

typedef struct
{
  KpMarkState state;
  KpMark mark; /* only when state is PRESENT, else 0 */
} KpStatedMark;

typedef enum
{
  KP_ROUNDING_HALF_UP,   /* 四舍五入, the half away from zero */
  KP_ROUNDING_TRUNCATE,  /* 截尾, 不四舍五入 */
  KP_ROUNDING_HALF_EVEN, /* 四舍六入五成双 */
  KP_ROUNDING_UP,        /* 进一, any remainder away from zero */
} KpRounding;

#define KP_ROUNDING_N (KP_ROUNDING_UP + 1)

/* Which marks a paper or an element may have. */
typedef struct
{
  KpMark full_mark;
  guint decimals; /* 0…KP_MARK_DECIMALS */
  KpMark step;    /* 0 = any value with these decimals; KP_MARK (0, 5000) = half points */
} KpMarkRange;

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

typedef enum
{
  KP_MARK_ERROR_FORMAT,
  KP_MARK_ERROR_DECIMALS,
  KP_MARK_ERROR_RANGE,
  KP_MARK_ERROR_STEP,
} KpMarkError;

#define KP_MARK_ERROR (kp_mark_error_quark ())
GQuark kp_mark_error_quark (void);

/* Text ↔ mark. Text is ASCII (full-width digits are normalised before). */
gboolean kp_mark_parse (const char *text, guint decimals, KpMark *out, GError **error);
gboolean kp_mark_parse_in_range (const char *text, const KpMarkRange *range, KpMark *out, GError **error);
gboolean kp_mark_check_range (KpMark mark, const KpMarkRange *range, GError **error);
char *kp_mark_dup_text (KpMark mark, guint decimals);

/* Stable names for files and JSON ("present", "half-up"), Chinese words for paper ("缺考", "四舍五入"). */
const char *kp_mark_state_get_name (KpMarkState state);
const char *kp_mark_state_get_chinese (KpMarkState state);
gboolean kp_mark_state_from_name (const char *name, KpMarkState *out);
const char *kp_rounding_get_name (KpRounding rounding);
const char *kp_rounding_get_chinese (KpRounding rounding);
gboolean kp_rounding_from_name (const char *name, KpRounding *out);

/* Exact fractions. */
KpFraction kp_fraction_new (gint64 num, gint64 den);
KpFraction kp_fraction_from_mark (KpMark mark);
gboolean kp_fraction_parse (const char *text, KpFraction *out, GError **error);
char *kp_fraction_dup_text (KpFraction value);
char *kp_fraction_dup_decimal (KpFraction value, guint decimals);
gboolean kp_fraction_is_known (KpFraction value);
KpFraction kp_fraction_add (KpFraction a, KpFraction b);
KpFraction kp_fraction_subtract (KpFraction a, KpFraction b);
KpFraction kp_fraction_multiply (KpFraction a, KpFraction b);
KpFraction kp_fraction_divide (KpFraction a, KpFraction b);
KpFraction kp_fraction_negate (KpFraction value);
KpFraction kp_fraction_weigh (KpFraction value, guint basis_points);
int kp_fraction_compare (KpFraction a, KpFraction b);
KpFraction kp_fraction_round (KpFraction value, guint decimals, KpRounding rounding);
gboolean kp_fraction_round_to_mark (KpFraction value, guint decimals, KpRounding rounding, KpMark *out);
gboolean kp_fraction_round_to_count (KpFraction value, KpRounding rounding, guint *out);

G_END_DECLS
