/* kp-severance.h – compensation by years of work, double wages, and what unlawful terms cost.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-workday.h"

G_BEGIN_DECLS

/* A stretch of work, first and last day included. */
typedef struct
{
  KpDate from;
  KpDate until;
  gboolean is_paid_out; /* 实施条例 §10: the former employer has paid compensation for it */
} KpWorkSpan;

/* Money in fen a month. */
typedef struct
{
  gint64 average_wage;  /* all money income of the last twelve months, on average */
  gint64 minimum_wage;  /* of the place; 0 = not known */
  gint64 local_average; /* 本地区上年度职工月平均工资; 0 = not known */
  gboolean is_unlawful; /* §87 */
} KpSeveranceTerms;

void kp_work_spans_measure (const KpWorkSpan *given, guint n_given, guint *months, guint *days);
guint kp_severance_count_half_months (const KpWorkSpan *spans, guint n_spans);
gint64 kp_severance_decide (const KpWorkSpan *spans, guint n_spans, const KpSeveranceTerms *terms);
gboolean kp_double_wage_decide (KpDate start, KpDate signed_on, KpDate today, KpDate *from, KpDate *until);
void kp_double_wage_measure (KpDate from, KpDate until, const KpCalendar *calendar, guint *months, guint *workdays);
gboolean kp_double_wage_is_open_ended (KpDate start, KpDate signed_on, KpDate today);
gboolean kp_unlawful_probation_decide (KpDate lawful_end, KpDate served_until, KpDate *from, KpDate *until);

G_END_DECLS
