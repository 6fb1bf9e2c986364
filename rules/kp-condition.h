/* kp-condition.h – one condition of a notice as a small tree, asked of a candidate's facts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

G_BEGIN_DECLS

/* What is known of a statement. Zero is "nobody has said", never "no". */
typedef enum
{
  KP_TRUTH_UNKNOWN,
  KP_TRUTH_NO,
  KP_TRUTH_YES,
} KpTruth;

/* The outcome of asking one condition or requirement. */
typedef enum
{
  KP_VERDICT_MET,            /* 符合 */
  KP_VERDICT_UNMET,          /* 不符合 */
  KP_VERDICT_NEEDS_PAPER,    /* 需补充材料: a value is missing */
  KP_VERDICT_BY_HAND,        /* 待核实: only a person can judge it */
  KP_VERDICT_NOT_APPLICABLE, /* 不适用 */
} KpVerdict;

/* What one application says, as normalised values; every text is borrowed and may be NULL = unknown.
 * "" means the candidate left an optional claim empty, that is, claims nothing (certificate, degree). */
typedef struct
{
  KpDate      birth;
  const char *sex;              /* 男, 女 */
  const char *ethnic;           /* 汉族 … */
  const char *education;        /* 高中 中专 大专 本科 硕士 博士 */
  const char *degree;           /* 学士 硕士 博士, "" = none */
  const char *major;
  KpDate      graduated;
  const char *political;        /* 中共党员 中共预备党员 共青团员 群众 … */
  const char *residence;        /* household or address as registered */
  KpDate      residence_since;
  const char *certificate;      /* 助理社会工作师 社会工作师 高级社会工作师, "" = none */
  KpDate      certificate_on;   /* day it was obtained; none = the day isn't stated */
  KpTruth     is_veteran;
  KpDate      enlisted;
  KpDate      discharged;
  KpTruth     is_grid_staff;
  KpDate      grid_since;       /* start of the continuous service as grid staff */
} KpCandidateFacts;

typedef enum
{
  KP_CONDITION_ALL_OF,               /* parts */
  KP_CONDITION_ANY_OF,               /* parts */
  KP_CONDITION_EXCEPT,               /* parts: none of them may hold */
  KP_CONDITION_BORN,                 /* from … to, both days included; either may be none */
  KP_CONDITION_EDUCATION_AT_LEAST,   /* words[0] */
  KP_CONDITION_EDUCATION_IN,         /* words */
  KP_CONDITION_DEGREE_IN,            /* words */
  KP_CONDITION_MAJOR_IN,             /* words: names of majors; another name is for a person to judge */
  KP_CONDITION_POLITICAL_IN,         /* words */
  KP_CONDITION_SEX_IN,               /* words; 就业促进法 第27条: the scheme check warns */
  KP_CONDITION_RESIDENCE_IN,         /* words: beginnings of the address; to = registered at the latest on that day */
  KP_CONDITION_CERTIFICATE_AT_LEAST, /* words[0]; to = obtained at the latest on that day */
  KP_CONDITION_GRADUATED,            /* from … to, both days included */
  KP_CONDITION_VETERAN,
  KP_CONDITION_GRID_STAFF,
  KP_CONDITION_GRID_MONTHS,          /* months: full months of continuous service on the day `to` */
  KP_CONDITION_SERVICE_MONTHS,       /* months: full months of military service */
  KP_CONDITION_BY_HAND,              /* text says what a person has to judge */
} KpConditionKind;

#define KP_N_CONDITION_KINDS (KP_CONDITION_BY_HAND + 1)

/* A small tree; a leaf uses the fields named beside its kind, the others are empty. */
typedef struct _KpCondition
{
  KpConditionKind kind;
  KpDate          from;
  KpDate          to;
  guint           months;
  gchar         **words; /* (nullable) */
  gchar          *text;  /* (nullable) */
  GPtrArray      *parts; /* (nullable) (element-type KpCondition) */
} KpCondition;

const char     *kp_condition_kind_get_name (KpConditionKind kind);
gboolean        kp_condition_kind_parse (const char      *name,
                                         KpConditionKind *out);

KpCondition    *kp_condition_new (KpConditionKind kind);
KpCondition    *kp_condition_copy (const KpCondition *condition);
void            kp_condition_free (KpCondition *condition);
KpVerdict       kp_condition_decide (const KpCondition      *condition,
                                     const KpCandidateFacts *facts);
gchar          *kp_condition_dup_chinese (const KpCondition *condition);
gchar          *kp_condition_dup_values (const KpCondition      *condition,
                                         const KpCandidateFacts *facts);

guint           kp_education_get_level (const char *education);
guint           kp_certificate_get_level (const char *certificate);
const char     *kp_verdict_get_name (KpVerdict verdict);
const char     *kp_verdict_get_chinese (KpVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpCondition, kp_condition_free)

G_END_DECLS
