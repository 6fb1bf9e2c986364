/* kp-labour.h – what the Labour Contract Law sets for term, probation, wage and signing.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_TERM_FIXED,
  KP_TERM_OPEN_ENDED, /* 无固定期限 */
  KP_TERM_TASK,       /* 以完成一定工作任务为期限 */
} KpTermKind;

/* A contract as proposed. Money in fen; 0 = not known. */
typedef struct
{
  KpTermKind kind;
  KpDate start;     /* 用工之日 */
  KpDate end;       /* last day, FIXED only */
  KpDate signed_on; /* none = not signed yet */
  guint probation_months;
  gboolean had_probation; /* with this same employer, ever: conversion, renewal, change of post */
  gint64 wage;            /* per month after probation */
  gint64 probation_wage;
  gint64 lowest_post_wage; /* lowest grade of the same post at this employer */
  gint64 minimum_wage;     /* of the place */
} KpContractTerms;

typedef enum
{
  KP_LABOUR_DATES, /* no start, or the end before the start */
  KP_LABOUR_PROBATION_TOO_LONG,
  KP_LABOUR_PROBATION_BARRED, /* term under three months, or task-based */
  KP_LABOUR_PROBATION_AGAIN,  /* second probation with the same employer */
  KP_LABOUR_PROBATION_ONLY,   /* the probation fills the whole term */
  KP_LABOUR_PROBATION_WAGE,   /* below 80 % */
  KP_LABOUR_MINIMUM_WAGE,
  KP_LABOUR_SIGNED_LATE, /* later than one month after the start */
} KpLabourFinding;

#define KP_LABOUR_N_FINDINGS (KP_LABOUR_SIGNED_LATE + 1)

guint kp_labour_decide_max_institution_probation (guint years);
guint kp_labour_decide_max_probation (KpTermKind kind, KpDate start, KpDate end, gboolean had_probation);
KpDate kp_labour_decide_end (KpDate start, guint months);
KpDate kp_labour_decide_probation_end (KpDate start, guint months);
KpDate kp_labour_decide_signing_deadline (KpDate start);
gint64 kp_labour_decide_min_probation_wage (gint64 wage, gint64 lowest_post_wage, gint64 minimum_wage);
guint kp_labour_check (const KpContractTerms *terms, KpLabourFinding findings[KP_LABOUR_N_FINDINGS]);
const char *kp_labour_finding_get_clause (KpLabourFinding finding);
const char *kp_labour_finding_get_chinese (KpLabourFinding finding);

G_END_DECLS
