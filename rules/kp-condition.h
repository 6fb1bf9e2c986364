/* kp-condition.h – one condition of a notice as a small tree, asked of a candidate's facts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-facts.h"

G_BEGIN_DECLS

/* The outcome of asking one condition or requirement. */
typedef enum
{
  KP_VERDICT_MET,            /* 符合 */
  KP_VERDICT_UNMET,          /* 不符合 */
  KP_VERDICT_NEEDS_PAPER,    /* 需补充材料: a value is missing */
  KP_VERDICT_BY_HAND,        /* 待核实: only a person can judge it */
  KP_VERDICT_NOT_APPLICABLE, /* 不适用 */
} KpVerdict;

typedef enum
{
  KP_CONDITION_ALL_OF,               /* parts */
  KP_CONDITION_ANY_OF,               /* parts */
  KP_CONDITION_EXCEPT,               /* parts: none of them may hold */
  KP_CONDITION_SOME_OF,              /* parts: at least `count` of them hold */
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
  KP_CONDITION_IS,                   /* fact: it is so */
  KP_CONDITION_WORD_IN,              /* fact, words */
  KP_CONDITION_PLACE_IN,             /* fact, words: beginnings of the address; to = there at the latest on that day */
  KP_CONDITION_DATED,                /* fact, from … to, both days included; neither = there is such a day */
  KP_CONDITION_MONTHS_SINCE,         /* fact, months: full months on the day `to`, or on the day of the fact `until` */
  KP_CONDITION_AT_LEAST,             /* fact, value */
  KP_CONDITION_AT_MOST,              /* fact, value */
  KP_CONDITION_POST_IN,              /* words: codes of posts applied for */
  KP_CONDITION_POST_STREET_IN,       /* words: codes of streets */
  KP_CONDITION_SAME_AS_POST,         /* fact: its word is the name or code of the post's street, or the post's code */
  KP_CONDITION_COUNTS_AS,            /* words[0]: a KpDefinition of the scheme */
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
  guint           count;
  gchar          *fact;  /* (nullable): id of a fact, built in or declared */
  gchar          *until; /* (nullable): id of a fact */
  KpFraction      value;
  gchar          *label;       /* (nullable): what the notice calls `fact`, or the streets; NULL = as written */
  gchar          *until_label; /* (nullable): what it calls `until` */
} KpCondition;

const char     *kp_condition_kind_get_name (KpConditionKind kind);
gboolean        kp_condition_kind_parse (const char      *name,
                                         KpConditionKind *out);

gboolean        kp_condition_kind_has_parts (KpConditionKind kind);

KpCondition    *kp_condition_new (KpConditionKind kind);
KpCondition    *kp_condition_copy (const KpCondition *condition);
void            kp_condition_free (KpCondition *condition);
KpVerdict       kp_condition_decide (const KpCondition      *condition,
                                     const KpCandidateFacts *facts);
gchar          *kp_condition_dup_chinese (const KpCondition *condition);
gchar          *kp_condition_dup_values (const KpCondition      *condition,
                                         const KpCandidateFacts *facts);

const KpLostFact *kp_condition_find_lost (const KpCondition      *condition,
                                          const KpCandidateFacts *facts);
gboolean        kp_condition_is_lost (const KpCondition      *condition,
                                      const KpCandidateFacts *facts);

guint           kp_education_get_level (const char *education);
guint           kp_certificate_get_level (const char *certificate);
const char     *kp_verdict_get_name (KpVerdict verdict);
const char     *kp_verdict_get_chinese (KpVerdict verdict);
gboolean        kp_verdict_parse (const char *name,
                                  KpVerdict  *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpCondition, kp_condition_free)

G_END_DECLS
