/* kp-mark.h – exact marks and fractions, read, rounded, compared and written without floating point.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-fraction.h"

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

/* Which marks a paper or an element may have. */
typedef struct
{
  KpMark full_mark;
  guint decimals; /* 0…KP_MARK_DECIMALS */
  KpMark step;    /* 0 = any value with these decimals; KP_MARK (0, 5000) = half points */
} KpMarkRange;

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

/* Stable names for files and JSON ("absent"), Chinese words for paper ("缺考"). */
const char *kp_mark_state_get_name (KpMarkState state);
const char *kp_mark_state_get_chinese (KpMarkState state);
gboolean kp_mark_state_from_name (const char *name, KpMarkState *out);

/* Between marks and fractions. */
KpFraction kp_fraction_from_mark (KpMark mark);
gboolean kp_fraction_round_to_mark (KpFraction value, guint decimals, KpRounding rounding, KpMark *out);

G_END_DECLS
