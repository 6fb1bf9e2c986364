/* kp-service-years.h – years of work, counted apart for each purpose and proved segment by segment.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-severance.h"

G_BEGIN_DECLS

typedef enum
{
  KP_SEGMENT_STREET,    /* for the street that employs now */
  KP_SEGMENT_FORMER,    /* in a community, for a former employer */
  KP_SEGMENT_ELSEWHERE, /* any other work */
  KP_SEGMENT_MILITARY,  /* 服现役 */
} KpSegmentKind;

/* One stretch of work, first and last day included. */
typedef struct
{
  KpSegmentKind kind;
  KpDate from;
  KpDate until;
  gboolean is_in_community; /* of the street or a former employer: work in a community */
  gboolean was_moved;   /* of a former employer: to the present one not for a reason of the worker's own */
  gboolean is_paid_out; /* compensation was paid for it */
  gboolean has_proof;
} KpSegment;

/* Years for one purpose never stand in for those of another. */
typedef enum
{
  KP_YEARS_GRADE,        /* 社区工作年限: 意见四, counted across the province */
  KP_YEARS_COMPENSATION, /* 劳动合同法 §47, 实施条例 §10 */
  KP_YEARS_OPEN_ENDED,   /* 劳动合同法 §14 (一) */
  KP_YEARS_SENIORITY,    /* 工龄: 退役军人保障法 §44 */
} KpYears;

#define KP_YEARS_N (KP_YEARS_SENIORITY + 1)

typedef struct
{
  guint months;
  guint days;
  guint n_segments;
  guint n_unproved; /* that would count and have no proof: left out */
} KpYearsCount;

gboolean kp_segment_counts (const KpSegment *segment, KpYears years);
KpYearsCount kp_service_years_count (const KpSegment *segments, guint n_segments, KpYears years);
guint kp_service_years_decide_leave (KpYearsCount seniority);
KpDate kp_service_years_find_start (const KpSegment *segments, guint n_segments);
const char *kp_years_get_chinese (KpYears years);

G_END_DECLS
