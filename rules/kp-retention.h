/* kp-retention.h – how long what a campaign gathered is kept, and when it may be erased (个人信息保护法 §§19, 47, 56).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

G_BEGIN_DECLS

typedef enum
{
  KP_RETENTION_MATERIALS,  /* what those who weren't hired handed in */
  KP_RETENTION_PAPERS,     /* exam papers and answer sheets: paper alone */
  KP_RETENTION_RESULTS,    /* names on result lists, score sheets, lots and logs */
  KP_RETENTION_CONTRACTS,  /* contracts that have ended: paper alone */
  KP_RETENTION_HIRED,      /* files of those hired; not before their contracts may go */
  KP_RETENTION_PROCESSING, /* impact assessments and records of processing: paper, and the journal, which stays */
} KpRetentionKind;

#define KP_RETENTION_N_KINDS (KP_RETENTION_PROCESSING + 1)

/* Whole years, at least those of the law; 0 = for ever. */
typedef struct
{
  guint years[KP_RETENTION_N_KINDS];
} KpRetentionPolicy;

void        kp_retention_policy_init (KpRetentionPolicy *policy);
guint       kp_retention_get_least (KpRetentionKind kind);

const char *kp_retention_get_name (KpRetentionKind kind);
const char *kp_retention_get_chinese (KpRetentionKind kind);
const char *kp_retention_get_clause (KpRetentionKind kind);
gboolean    kp_retention_is_in_record (KpRetentionKind kind);
gboolean    kp_retention_parse (const char      *name,
                                KpRetentionKind *kind);

KpDate      kp_retention_decide_due (const KpRetentionPolicy *policy,
                                     KpRetentionKind          kind,
                                     KpDate                   ended);
KpDate      kp_retention_decide_hired (const KpRetentionPolicy *policy,
                                       KpDate                   ended,
                                       KpDate                   contract_ended);
gboolean    kp_retention_is_due (KpDate due,
                                 KpDate on);

KpDate      kp_retention_blur_birth (KpDate birth,
                                     KpDate on);

G_END_DECLS
