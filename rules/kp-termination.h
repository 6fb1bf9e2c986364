/* kp-termination.h – how a labour contract may end: ground, notice, union, and what is owed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

G_BEGIN_DECLS

/* Why a contract ends, with its article of 劳动合同法. */
typedef enum
{
  KP_GROUND_AGREED_BY_EMPLOYER, /* §36, the employer proposed it */
  KP_GROUND_AGREED_BY_WORKER,   /* §36, the worker did */
  KP_GROUND_RESIGNED,           /* §37 */
  KP_GROUND_EMPLOYER_FAULT,     /* §38 */
  KP_GROUND_PROBATION_FAILED,   /* §39 (一) */
  KP_GROUND_WORKER_FAULT,       /* §39 (二)–(六) */
  KP_GROUND_MEDICAL,            /* §40 (一) */
  KP_GROUND_UNFIT,              /* §40 (二) */
  KP_GROUND_CHANGED,            /* §40 (三) */
  KP_GROUND_REDUNDANCY,         /* §41 */
  KP_GROUND_EXPIRED,            /* §44 (一) */
  KP_GROUND_PENSION,            /* §44 (二) */
  KP_GROUND_DEATH,              /* §44 (三) */
  KP_GROUND_EMPLOYER_GONE,      /* §44 (四)(五) */
  KP_GROUND_REFUSED_CONTRACT,   /* 实施条例 §§5, 6: the worker won't sign a contract in writing */
} KpGround;

#define KP_GROUND_N (KP_GROUND_REFUSED_CONTRACT + 1)

typedef struct
{
  KpGround ground;
  KpDate start;         /* 用工之日 */
  KpDate ends;          /* last day of a fixed term; none = open-ended */
  KpDate signed_on;     /* when the contract was signed; none = not yet */
  KpDate probation_end; /* last day of probation; none = none was agreed */
  KpDate notice_served; /* when the other party had the notice; none = not yet */
  KpDate last_day;      /* last day of the contract */
  KpDate union_told;    /* when the union was told of the reasons; none = not yet */
  gboolean states_reason;
  gboolean pays_month_instead; /* §40: a month's wage instead of thirty days */
  gboolean is_protected; /* §42: pregnancy, maternity, nursing, medical period, work injury, fifteen years and
                            fewer than five to the pension */
  gboolean refused_same; /* §46 (五): offered the same or better terms, the worker didn't renew */
} KpTermination;

typedef enum
{
  KP_TERMINATION_DATES,            /* no last day, or one before the first day */
  KP_TERMINATION_TOO_LATE,         /* §39 (一) after the probation's last day */
  KP_TERMINATION_NO_PROBATION,     /* §39 (一) without probation */
  KP_TERMINATION_NOT_IN_PROBATION, /* §21: this ground isn't open in probation */
  KP_TERMINATION_NOTICE_SHORT,     /* §37 or §40: too few days between notice and last day */
  KP_TERMINATION_NOT_SERVED,
  KP_TERMINATION_NO_REASON,   /* §21 */
  KP_TERMINATION_NO_UNION,    /* §43: not told, or only after the notice */
  KP_TERMINATION_PROTECTED,   /* §42, §45 */
  KP_TERMINATION_NOT_EXPIRED, /* §44 (一) on another day than the last of the term */
  KP_TERMINATION_SIGNED,      /* 实施条例 §5 although the contract is signed */
} KpTerminationFinding;

#define KP_TERMINATION_N_FINDINGS (KP_TERMINATION_SIGNED + 1)

const char *kp_ground_get_name (KpGround ground);
const char *kp_ground_get_clause (KpGround ground);
const char *kp_ground_get_chinese (KpGround ground);
gboolean kp_ground_parse (const char *name, KpGround *out);
guint kp_termination_decide_notice_days (const KpTermination *termination);
gboolean kp_termination_owes_compensation (const KpTermination *termination);
KpDate kp_termination_decide_certificate_deadline (KpDate last_day);
KpDate kp_termination_find_pay_month (KpDate last_day);
KpDate kp_termination_decide_keep_until (KpDate last_day);
guint kp_termination_check (const KpTermination *termination,
                            KpTerminationFinding findings[KP_TERMINATION_N_FINDINGS]);
const char *kp_termination_finding_get_clause (KpTerminationFinding finding);
const char *kp_termination_finding_get_chinese (KpTerminationFinding finding);

G_END_DECLS
