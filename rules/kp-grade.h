/* kp-grade.h – the first grade of a post, and pay by the table of the year.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

G_BEGIN_DECLS

#define KP_GRADE_MAX_EQUIVALENTS 12

/* Education or certificate worth so many years of work; of each kind the one worth most counts. Borrowed. */
typedef struct
{
  const char *name; /* "硕士", "社会工作师" */
  guint years;
} KpGradeEquivalent;

/* A sequence of grades, as data. Borrowed. */
typedef struct
{
  const char *name; /* 正职, 副职, 一般 */
  guint lowest;
  guint highest;
  guint step_months; /* one grade higher for so many months recognised */
  guint n_educations;
  KpGradeEquivalent educations[KP_GRADE_MAX_EQUIVALENTS];
  guint n_certificates;
  KpGradeEquivalent certificates[KP_GRADE_MAX_EQUIVALENTS];
} KpGradeSequence;

/* What a person brings. Borrowed. */
typedef struct
{
  const char *const *educations; /* (nullable): NULL-terminated names */
  const char *const *certificates;
  guint recognised_months; /* 认定的社区工作年限 */
} KpGradeCase;

/* One line of a pay table; money in fen a month. Borrowed. */
typedef struct
{
  KpDate from; /* in force from this day, until the next of this grade is */
  const char *sequence;
  guint grade;
  gint64 amount;
} KpPayLine;

/* Pay of one person; money in fen a month. */
typedef struct
{
  gint64 grade_wage;
  gint64 allowance; /* 职业水平补贴, and what else is fixed */
  gint64 minimum_wage;
  guint probation_percent; /* of the grade's wage; at least 80 */
} KpPayTerms;

typedef enum
{
  KP_PAY_BELOW_SHARE,   /* probation pay below 80 % */
  KP_PAY_BELOW_MINIMUM, /* any pay below the minimum wage */
  KP_PAY_NO_LINE,       /* the table has no amount for the grade on the day */
} KpPayFinding;

#define KP_PAY_N_FINDINGS (KP_PAY_NO_LINE + 1)

guint kp_grade_decide_first (const KpGradeSequence *sequence, const KpGradeCase *person);
gboolean kp_pay_find (
    const KpPayLine *lines, guint n_lines, const char *sequence, guint grade, KpDate day, gint64 *out);
gint64 kp_pay_decide_probation (const KpPayTerms *terms);
guint kp_pay_check (const KpPayTerms *terms, KpPayFinding findings[KP_PAY_N_FINDINGS]);
const char *kp_pay_finding_get_clause (KpPayFinding finding);
const char *kp_pay_finding_get_chinese (KpPayFinding finding);

G_END_DECLS
