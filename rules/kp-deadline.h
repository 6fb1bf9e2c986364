/* kp-deadline.h – one list of everything that the law or the scheme will ask for, and until when.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-probation.h"
#include "kp-workday.h"

G_BEGIN_DECLS

typedef enum
{
  KP_DEADLINE_PUBLICITY,    /* 公示期满 */
  KP_DEADLINE_OBJECTION,    /* 异议答复 */
  KP_DEADLINE_CERTIFICATE,  /* 毕业证书 of who graduates this year */
  KP_DEADLINE_CONTRACT,     /* 书面劳动合同 */
  KP_DEADLINE_INSURANCE,    /* 社会保险登记 */
  KP_DEADLINE_FUND,         /* 住房公积金缴存登记 */
  KP_DEADLINE_PROBATION,    /* a link of the chain */
  KP_DEADLINE_CONFIRMATION, /* the last day of probation */
  KP_DEADLINE_TERM,         /* the last day of the contract: renew or end it */
  KP_DEADLINE_HANDOVER,     /* 档案和社会保险关系转移 of who left */
  KP_DEADLINE_SUPPLEMENT,   /* 补充公告 of an amended scheme */
  KP_DEADLINE_PROOF,        /* 身份和资格证明 of a claim */
} KpDeadlineKind;

#define KP_DEADLINE_N_KINDS (KP_DEADLINE_PROOF + 1)
#define KP_DEADLINE_MAX_ALARMS 8

/* Days before a deadline on which it is recalled, the most first. */
typedef struct
{
  guint n;
  guint days[KP_DEADLINE_MAX_ALARMS];
} KpAlarms;

/* What the scheme sets; the law's numbers are the most that it may. */
typedef struct
{
  guint contract_days;  /* after the first day, which counts; 0 = the law's month */
  guint insurance_days; /* at most 30 */
  guint fund_days;      /* at most 30 */
  guint objection_days;
  gboolean is_objection_in_workdays;
  guint certificate_month; /* by the last day of publication: 31 July */
  guint certificate_day;
  KpAlarms probation_alarms; /* 45/30/15/7/3/1 */
  KpAlarms term_alarms;      /* 90/60/30/0 */
  KpAlarms alarms;           /* of all others */
} KpDeadlinePolicy;

/* An objection during the publicity. Borrowed. */
typedef struct
{
  const char *number;
  KpDate received;
  KpDate answered; /* none = not yet */
} KpDeadlineObjection;

/* A supplementary notice. Borrowed. */
typedef struct
{
  const char *number;
  KpDate amended;   /* on which the scheme was changed */
  KpDate published; /* none = not yet */
} KpDeadlineSupplement;

/* A claim that isn't proved yet. Borrowed. */
typedef struct
{
  const char *number; /* of the registration */
  const char *label;  /* 退役军人身份 */
  KpDate by;
} KpDeadlineProof;

typedef struct
{
  KpDate publicity_until; /* none = no publicity yet */
  gboolean is_hired;      /* the contracts are made, or nobody is proposed */
  gint year;              /* of the certificates */
  const KpDeadlineObjection *objections;
  guint n_objections;
  const KpDeadlineSupplement *supplements;
  guint n_supplements;
  const KpDeadlineProof *proofs;
  guint n_proofs;
} KpDeadlineCampaign;

/* Of one contract. Borrowed; a day that is none hasn't come yet. */
typedef struct
{
  const char *number; /* of the contract, or of the registration before there is one */
  gboolean owes_certificate;
  KpDate certificate_on;
  KpDate start; /* none = not at work yet */
  KpDate signed_on;
  KpDate insured_on;
  KpDate fund_on;
  const KpProbationFile *probation; /* (nullable): NULL without probation or once it is settled */
  KpDate ends;                      /* none = open-ended */
  gboolean is_term_settled;
  KpDate left_on;
  KpDate handed_over_on;
} KpDeadlinePerson;

typedef struct
{
  KpDeadlineKind kind;
  KpLink link; /* of PROBATION */
  guint month; /* of a note */
  char *number;
  char *subject;            /* (nullable): of PROOF: what is claimed */
  KpDate due;               /* the last day */
  KpDate act_by;            /* the last working day until then */
  gboolean is_act_by_known; /* whether that year's holidays are known; else only weekends were left out */
  gint days_left;           /* from today to the last day; negative = too late */
  gboolean is_near;         /* within the alarms, or over */
  KpAlarms alarms;
  const char *clause; /* static */
} KpDeadline;

void kp_deadline_policy_init (KpDeadlinePolicy *policy);
const char *kp_deadline_policy_find_problem (const KpDeadlinePolicy *policy);
GPtrArray *kp_deadline_list (const KpDeadlinePolicy *policy,
                             const KpProbationPolicy *probation,
                             const KpDeadlineCampaign *campaign,
                             const KpDeadlinePerson *persons,
                             guint n_persons,
                             const KpCalendar *calendar,
                             KpDate today);
KpDate kp_deadline_decide_objection (const KpDeadlinePolicy *policy, const KpCalendar *calendar, KpDate received);
void kp_deadline_free (KpDeadline *deadline);
gboolean kp_deadline_kind_is_of_hire (KpDeadlineKind kind);
const char *kp_deadline_kind_get_name (KpDeadlineKind kind);
char *kp_deadline_dup_chinese (const KpDeadline *deadline);
const char *kp_deadline_get_action (const KpDeadline *deadline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpDeadline, kp_deadline_free)

G_END_DECLS
