/* kp-probation.h – probation screening: the chain of proof, the assessment, what may be decided.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"
#include "kp-mark.h"

G_BEGIN_DECLS

/* Links of the chain, in their order. */
typedef enum
{
  KP_LINK_CONDITIONS, /* 录用条件确认书, signed */
  KP_LINK_MENTOR,     /* 师徒结对 */
  KP_LINK_DUTIES,     /* 岗位职责告知书 */
  KP_LINK_METHOD,     /* 考核办法告知签收 */
  KP_LINK_TRAINING,   /* 初任培训 */
  KP_LINK_NOTE,       /* 月度记录, one for each month */
  KP_LINK_MIDTERM,    /* 中期谈话 */
  KP_LINK_SURVEY,     /* 居民满意度测评 */
  KP_LINK_ASSESSMENT, /* 期满考核 */
  KP_LINK_MEETING,    /* 集体研究 */
  KP_LINK_UNION,      /* 征求工会意见 */
  KP_LINK_FILING,     /* 县级备案 */
  KP_LINK_NOTICE,     /* 书面通知, with facts and clause */
  KP_LINK_SERVICE,    /* 送达 */
} KpLink;

#define KP_LINK_N (KP_LINK_SERVICE + 1)

typedef enum
{
  KP_SERVED_IN_PERSON, /* 当面签收 */
  KP_SERVED_REFUSED,   /* 拒签, before two witnesses */
  KP_SERVED_BY_POST,   /* 邮寄, the day on which it was delivered */
  KP_SERVED_BY_NOTARY, /* 公证 */
  KP_SERVED_PUBLICLY,  /* 公告 */
} KpServed;

#define KP_SERVED_N (KP_SERVED_PUBLICLY + 1)

/* One link as it happened. Borrowed. */
typedef struct
{
  KpLink link;
  KpDate on;
  guint month;           /* of NOTE: 1 is the first */
  gboolean has_document; /* paper with number or scan: what isn't proved doesn't count */
} KpLinkEntry;

/* 居民满意度测评: anonymous counts. */
typedef struct
{
  guint n_satisfied;
  guint n_fair;
  guint n_unsatisfied;
} KpSurveyCounts;

#define KP_PROBATION_MAX_ELEMENTS 12
#define KP_PROBATION_MAX_VETOES 16
#define KP_PROBATION_MAX_MONTHS 12

typedef struct
{
  const char *name;
  KpMark full;
  gboolean is_from_survey; /* full × satisfied ÷ answers */
} KpProbationElement;

/* What the scheme sets. Borrowed. */
typedef struct
{
  guint needed;     /* bits 1 << KpLink, for a termination; the law's own can't be left out */
  guint first_days; /* mentor, duties, method and training within so many days, the first one counted */
  guint note_days;  /* note and mid-term talk within so many days after the month */
  guint days_before[KP_LINK_N]; /* when the later links are due: so many days before the last day */
  guint least_answers;          /* of the survey */
  KpFraction survey_line;       /* satisfied ÷ answers below it: fail; unknown = none */
  KpMark pass_line;
  KpMark excellent_line;
  gboolean may_pass_early;
  guint early_months;          /* served at least */
  gboolean suspension_extends; /* agreed days without work move the last day */
  guint n_elements;
  KpProbationElement elements[KP_PROBATION_MAX_ELEMENTS];
  guint n_vetoes;
  const char *vetoes[KP_PROBATION_MAX_VETOES];
} KpProbationPolicy;

/* What is known of one person. Borrowed. */
typedef struct
{
  KpDate start; /* 用工之日 */
  KpDate end;   /* last day of probation */
  guint months;
  guint suspended_days;
  gboolean is_suspension_agreed; /* with a document */
  const KpLinkEntry *entries;
  guint n_entries;
  KpSurveyCounts survey;
  gboolean is_scored;
  KpMark scores[KP_PROBATION_MAX_ELEMENTS]; /* those from the survey are computed */
  guint vetoes;                             /* bits, by the policy's list */
  KpServed served;
  guint n_witnesses;
  gboolean states_reason; /* facts and clause stand in the notice */
} KpProbationFile;

typedef enum
{
  KP_MERIT_OPEN, /* not assessed */
  KP_MERIT_FAIL,
  KP_MERIT_PASS,
  KP_MERIT_EXCELLENT,
} KpMerit;

typedef enum
{
  KP_PROBATION_CONFIRM,       /* 按期转正 */
  KP_PROBATION_CONFIRM_EARLY, /* 提前转正 */
  KP_PROBATION_TERMINATE,     /* 解除, 劳动合同法 §39 (一) */
} KpProbationAct;

#define KP_PROBATION_N_ACTS (KP_PROBATION_TERMINATE + 1)

typedef enum
{
  KP_CHAIN_OVER,       /* the last day is over */
  KP_CHAIN_MISSING,    /* a link isn't there yet */
  KP_CHAIN_MISSED,     /* a link isn't there and can't come any more */
  KP_CHAIN_LATE,       /* a link came too late */
  KP_CHAIN_ORDER,      /* a link came before one that it rests on */
  KP_CHAIN_UNPROVED,   /* a link has no paper */
  KP_CHAIN_SURVEY_FEW, /* too few answers */
  KP_CHAIN_MERIT,      /* the assessment doesn't carry the act */
  KP_CHAIN_WITNESSES,  /* refused to sign, and fewer than two witnesses */
  KP_CHAIN_REASON,     /* the notice states no facts or no clause */
  KP_CHAIN_EARLY,      /* the scheme knows no early confirmation, or not after so few months */
  KP_CHAIN_NOT_OVER,   /* a confirmation in time is for the day after the last */
} KpChainKind;

#define KP_CHAIN_N_KINDS (KP_CHAIN_NOT_OVER + 1)

typedef struct
{
  KpChainKind kind;
  KpLink link;       /* of MISSING to UNPROVED */
  guint month;       /* of a note */
  KpDate until;      /* the last day for it; none = no such day */
  gboolean is_final; /* nothing can mend it */
} KpChainFinding;

typedef enum
{
  KP_PROBATION_RUNNING,    /* nothing may be decided yet */
  KP_PROBATION_TO_CONFIRM, /* passed: confirmed on the day after the last */
  KP_PROBATION_MAY_CONFIRM_EARLY,
  KP_PROBATION_TO_TERMINATE,  /* failed, and what is missing can still be done in time */
  KP_PROBATION_MAY_TERMINATE, /* failed, and the chain is whole */
  KP_PROBATION_IMPOSSIBLE,    /* failed, but it can't be ended any more: confirmed by law */
  KP_PROBATION_BY_LAW,        /* the last day is over without assessment: confirmed by law */
} KpProbationVerdict;

#define KP_PROBATION_N_VERDICTS (KP_PROBATION_BY_LAW + 1)

/* How a link stands on a day, from good to bad. */
typedef enum
{
  KP_LINK_IDLE,    /* not asked for, or not yet by how the assessment ended */
  KP_LINK_DONE,
  KP_LINK_DUE,     /* not there; the plan's day is to come */
  KP_LINK_OVERDUE, /* not there; the plan's day is over, the last one isn't */
  KP_LINK_LATE,    /* came after its last day: it carries no termination */
  KP_LINK_MISSED,  /* can't come any more */
} KpLinkState;

#define KP_LINK_N_STATES (KP_LINK_MISSED + 1)

typedef struct
{
  KpLinkState state;
  KpDate on;     /* the day on which it came, of notes the last one; none = not yet */
  KpDate due;    /* by the plan; of notes of the next one */
  KpDate latest; /* after it the link carries nothing */
  guint n_done;
  guint n; /* how many there are to be: months of the notes, else 1 */
} KpLinkStand;

void kp_probation_policy_init (KpProbationPolicy *policy);
const char *kp_probation_policy_find_problem (const KpProbationPolicy *policy);
KpDate kp_probation_decide_last_day (const KpProbationPolicy *policy, const KpProbationFile *file);
gboolean kp_probation_decide_score (const KpProbationPolicy *policy,
                                    const KpProbationFile *file,
                                    guint element,
                                    KpMark *out);
KpMerit
kp_probation_decide_merit (const KpProbationPolicy *policy, const KpProbationFile *file, KpMark *total);
KpDate kp_probation_decide_due (const KpProbationPolicy *policy,
                                const KpProbationFile *file,
                                KpLink link,
                                guint month);
KpDate kp_probation_decide_latest (const KpProbationPolicy *policy,
                                   const KpProbationFile *file,
                                   KpLink link,
                                   guint month);
const KpLinkEntry *
kp_probation_find_entry (const KpProbationFile *file, KpLink link, guint month, KpDate on);
GArray *kp_probation_check (const KpProbationPolicy *policy,
                            const KpProbationFile *file,
                            KpProbationAct act,
                            KpDate on);
KpLinkStand kp_probation_decide_stand (const KpProbationPolicy *policy,
                                       const KpProbationFile *file,
                                       KpLink link,
                                       KpDate today);
KpProbationVerdict
kp_probation_decide (const KpProbationPolicy *policy, const KpProbationFile *file, KpDate today);

const char *kp_link_get_name (KpLink link);
const char *kp_link_get_chinese (KpLink link);
const char *kp_link_get_clause (KpLink link);
gboolean kp_link_parse (const char *name, KpLink *out);
const char *kp_served_get_name (KpServed served);
const char *kp_served_get_chinese (KpServed served);
gboolean kp_served_parse (const char *name, KpServed *out);
const char *kp_probation_act_get_name (KpProbationAct act);
gboolean kp_probation_act_parse (const char *name, KpProbationAct *out);
const char *kp_probation_verdict_get_name (KpProbationVerdict verdict);
const char *kp_probation_verdict_get_chinese (KpProbationVerdict verdict);
char *kp_chain_finding_dup_chinese (const KpChainFinding *finding);
const char *kp_chain_finding_get_clause (const KpChainFinding *finding);

G_END_DECLS
