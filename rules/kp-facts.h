/* kp-facts.h – what a candidate states: the facts that every campaign asks for, and those that a scheme declares besides.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"
#include "kp-fraction.h"

G_BEGIN_DECLS

/* What is known of a statement. Zero is "nobody has said", never "no". */
typedef enum
{
  KP_TRUTH_UNKNOWN,
  KP_TRUTH_NO,
  KP_TRUTH_YES,
} KpTruth;

typedef enum
{
  KP_FACT_YES_NO, /* 是否 */
  KP_FACT_WORD,   /* one of some words */
  KP_FACT_PLACE,  /* an address, and since when */
  KP_FACT_DATE,
  KP_FACT_NUMBER,
} KpFactKind;

#define KP_N_FACT_KINDS (KP_FACT_NUMBER + 1)

/* One more thing that the registration asks for. */
typedef struct
{
  gchar     *id;
  gchar     *label; /* what the notice calls it: 军人配偶 */
  KpFactKind kind;
  gboolean   empty_is_unknown; /* an empty field is still to be asked for; else it claims nothing */
  gchar     *proof;            /* (nullable): the paper that shows it */
  GPtrArray *columns;          /* (element-type utf8): headings in the registration workbook, besides the label */
} KpFactDef;

/* One fact of one candidate. `truth` stands above the value: UNKNOWN = nobody has said (a paper is needed), NO = it is
 * not so or nothing is claimed (no certificate, no such day), YES = it is so and the value of the fact's kind is known. */
typedef struct
{
  KpTruth     truth;
  const char *word;   /* (nullable): WORD, PLACE; borrowed */
  KpDate      date;   /* DATE; PLACE: since when, none = the day isn't stated */
  KpFraction  number; /* NUMBER; unknown otherwise */
} KpFactValue;

/* The declared facts of one candidate, one value for each definition. */
typedef struct _KpFactTable KpFactTable;

/* A fact that doesn't count any more: its proof failed. Borrowed. */
typedef struct
{
  const char *fact; /* id */
  const char *why;  /* Chinese, without a full stop */
} KpLostFact;

/* 免笔试限额: whether somebody who fulfils the condition of the exemption has it. */
typedef enum
{
  KP_EXEMPTION_FREE,      /* nobody is too many */
  KP_EXEMPTION_UNDECIDED, /* tied for the last of them */
  KP_EXEMPTION_LEFT,      /* sits the exam like everybody */
} KpExemption;

/* What one application says, as normalised values; every text is borrowed and may be NULL = unknown.
 * "" means the candidate left an optional claim empty, that is, claims nothing (certificate, degree). */
typedef struct
{
  KpDate             birth;
  const char        *sex;              /* 男, 女 */
  const char        *ethnic;           /* 汉族 … */
  const char        *education;        /* 高中 中专 大专 本科 硕士 博士 */
  const char        *degree;           /* 学士 硕士 博士, "" = none */
  const char        *major;
  KpDate             graduated;
  const char        *political;        /* 中共党员 中共预备党员 共青团员 群众 … */
  const char        *residence;        /* household or address as registered */
  KpDate             residence_since;
  const char        *certificate;      /* 助理社会工作师 社会工作师 高级社会工作师, "" = none */
  KpDate             certificate_on;   /* day it was obtained; none = the day isn't stated */
  KpTruth            is_veteran;
  KpDate             enlisted;
  KpDate             discharged;
  KpTruth            is_grid_staff;
  KpDate             grid_since;       /* start of the continuous service as grid staff */
  const char        *post;             /* code of the post applied for */
  const char        *street;           /* (nullable): code of the post's street */
  const char        *street_name;      /* (nullable): its name */
  const KpFactTable *declared;         /* (nullable): the scheme's own facts */
  const struct _KpDefinitions *definitions; /* (nullable): what the scheme counts as veteran, graduate … */
  KpDate             cutoff;           /* of the scheme */
  const KpLostFact  *lost;             /* (nullable): facts that are as if nothing were claimed */
  guint              n_lost;
  KpExemption        exemption;        /* where the scheme limits how many of a post do without the written exam */
} KpCandidateFacts;

KpFactDef       *kp_fact_def_new (void);
void             kp_fact_def_free (KpFactDef *def);
const KpFactDef *kp_fact_find_def (const GPtrArray *defs,
                                   const char      *id);
gboolean         kp_fact_find_kind (const GPtrArray *defs,
                                    const char      *id,
                                    KpFactKind      *out);
const char      *kp_fact_find_label (const GPtrArray *defs,
                                     const char      *id);
const KpFactDef *kp_fact_builtins (guint *n_builtins);

KpFactTable     *kp_fact_table_new (const GPtrArray *defs);
void             kp_fact_table_free (KpFactTable *table);
gboolean         kp_fact_table_set_none (KpFactTable *table,
                                         const char  *id);
gboolean         kp_fact_table_set_truth (KpFactTable *table,
                                          const char  *id,
                                          KpTruth      truth);
gboolean         kp_fact_table_set_word (KpFactTable *table,
                                         const char  *id,
                                         const char  *word);
gboolean         kp_fact_table_set_place (KpFactTable *table,
                                          const char  *id,
                                          const char  *place,
                                          KpDate       since);
gboolean         kp_fact_table_set_date (KpFactTable *table,
                                         const char  *id,
                                         KpDate       date);
gboolean         kp_fact_table_set_number (KpFactTable *table,
                                           const char  *id,
                                           KpFraction   number);
gboolean         kp_fact_table_get (const KpFactTable *table,
                                    const char        *id,
                                    KpFactValue       *out);
const GPtrArray *kp_fact_table_get_defs (const KpFactTable *table);

gboolean         kp_facts_find (const KpCandidateFacts *facts,
                                const char             *id,
                                KpFactValue            *out);

const KpLostFact *kp_facts_find_lost (const KpCandidateFacts *facts,
                                      const char             *id);

const char      *kp_fact_kind_get_name (KpFactKind kind);
const char      *kp_fact_kind_get_chinese (KpFactKind kind);
gboolean         kp_fact_kind_parse (const char *name,
                                     KpFactKind *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFactDef, kp_fact_def_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFactTable, kp_fact_table_free)

G_END_DECLS
