/* kp-correction.h – the correction coefficient where several rooms examine one post.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

typedef enum
{
  KP_CORRECTION_NONE,
  KP_CORRECTION_MEAN_OF_MEANS, /* M1 二次平均法: R = mean of the room means */
  KP_CORRECTION_POOLED,        /* M2 修正系数法: R = mean of all */
  KP_CORRECTION_TRIMMED,       /* M3: rooms and the whole each without their own extremes */
} KpCorrectionMethod;

#define KP_CORRECTION_N_METHODS (KP_CORRECTION_TRIMMED + 1)
#define KP_CORRECTION_EXACT (-1)

typedef struct
{
  KpCorrectionMethod method;
  guint trim_highest;   /* TRIMMED: 2 */
  guint trim_lowest;    /* TRIMMED: 2 */
  int room_decimals;    /* of a room's mean; KP_CORRECTION_EXACT = not rounded */
  int overall_decimals; /* of R */
  int coefficient_decimals;
  guint decimals; /* of the corrected mark */
  KpRounding rounding;
  guint min_rooms;   /* applied only from so many rooms on: 2 */
  guint min_in_room; /* and only when every room has so many marks: 3 */
  KpMark cap;        /* the corrected mark never exceeds it; 0 = no cap, the default */
} KpCorrectionPolicy;

typedef struct
{
  guint room;       /* any number that is the same for one room */
  KpStatedMark raw; /* only PRESENT marks count and are corrected */
} KpCorrectionItem;

typedef struct
{
  guint room;
  guint n_marks; /* PRESENT */
  guint n_in_mean;
  KpMark sum_in_mean;
  KpFraction mean;        /* rounded as the policy says */
  KpFraction coefficient; /* rounded as the policy says; 1 when not applied */
} KpCorrectionRoom;

typedef enum
{
  KP_CORRECTION_APPLIED,
  KP_CORRECTION_NOT_ASKED,    /* the policy has none */
  KP_CORRECTION_ONE_ROOM,     /* fewer rooms than min_rooms */
  KP_CORRECTION_ROOM_TOO_FEW, /* a room has fewer marks than min_in_room, or nothing is left after trimming */
  KP_CORRECTION_ZERO_MEAN,    /* a room's mean is zero */
  KP_CORRECTION_OVERFLOW,
} KpCorrectionOutcome;

void kp_correction_policy_init (KpCorrectionPolicy *policy);

/* All candidates of one post. marks[i] belongs to items[i]: the corrected mark, or the raw mark as it is
 * when not applied; states other than PRESENT pass through. *rooms (transfer full,
 * sorted by room, may be NULL to be ignored) is an array of KpCorrectionRoom; *overall is R. */
KpCorrectionOutcome kp_correction_decide (const KpCorrectionPolicy *policy,
                                          const KpCorrectionItem *items,
                                          gsize n_items,
                                          KpStatedMark *marks,
                                          GArray **rooms,
                                          KpFraction *overall);
const char *kp_correction_method_get_name (KpCorrectionMethod method);
const char *kp_correction_method_get_chinese (KpCorrectionMethod method);
gboolean kp_correction_method_from_name (const char *name, KpCorrectionMethod *out);

G_END_DECLS
