/* kp-employment.h – every contract with what happened after it, as the rules ask for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-deadline.h"
#include "kp-hire-tables.h"
#include "kp-session.h"
#include "kp-work-tables.h"

G_BEGIN_DECLS

typedef enum
{
  KP_DUTY_SIGNED,
  KP_DUTY_INSURED,
  KP_DUTY_FUND,
  KP_DUTY_CERTIFICATE,
  KP_DUTY_RENEWED,
  KP_DUTY_HANDOVER,
} KpDuty;

#define KP_DUTY_N (KP_DUTY_HANDOVER + 1)

/* One contract. Everything in it belongs to the list that it is of. */
typedef struct
{
  const KpContractRecord *contract;
  const KpContractEventRecord *duties[KP_DUTY_N];         /* (nullable) */
  const KpProbationAssessmentRecord *assessment;          /* (nullable) */
  const KpProbationLinkRecord *notice;                    /* (nullable): the last one */
  const KpProbationLinkRecord *service;                   /* (nullable): the last one */
  const KpProbationOutcomeRecord *outcome;                /* (nullable) */
  const KpContractEndRecord *end;                         /* (nullable) */
  GPtrArray *terms;                                       /* (element-type KpContractTermRecord): after the first */
  GPtrArray *changes;                                     /* (element-type KpContractChangeRecord) */
  GPtrArray *corrections;                                 /* (element-type KpWorkCorrectionRecord) */
  GArray *entries;                                        /* (element-type KpLinkEntry) */
  guint n_links;
  KpProbationFile file;
  KpDeadlinePerson person;
} KpEmployment;

typedef struct _KpEmployments KpEmployments;

KpEmployments       *kp_employments_load (KpSession *session, GError **error);
void           kp_employments_free (KpEmployments *works);
guint          kp_employments_get_n (const KpEmployments *works);
KpEmployment        *kp_employments_get (const KpEmployments *works, guint index);
KpEmployment        *kp_employments_find (const KpEmployments *works, const char *number, GError **error);
const KpProbationPolicy *kp_employments_get_policy (const KpEmployments *works);
gboolean       kp_employment_has_corrected (const KpEmployment *work, guint serial);
const GPtrArray *kp_employments_get_links (const KpEmployments *works); /* of KpProbationLinkRecord */
const char    *kp_duty_get_name (KpDuty duty);
gboolean       kp_duty_parse (const char *name, KpDuty *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpEmployments, kp_employments_free)

G_END_DECLS
