/* kp-headcount.h – the cap on community workers, its allotment, and the yearly plan.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"
#include "kp-fraction.h"

G_BEGIN_DECLS

#define KP_HEADCOUNT_PER_10K 18

/* Who works in a community. The first four count against the cap, the others never do. */
typedef enum
{
  KP_WORKER_COMMITTEE,      /* 社区“两委”专职成员 */
  KP_WORKER_STAFF,          /* 社区专职工作人员 */
  KP_WORKER_ON_PROBATION,   /* 试用期内的专职工作人员 */
  KP_WORKER_CONVERTED,      /* 已转聘的专职工作人员 */
  KP_WORKER_COMMITTEE_PART, /* 兼职“两委”成员 */
  KP_WORKER_GROUP_LEADER,   /* 居民小组长 */
  KP_WORKER_VOLUNTEER,      /* 志愿者 */
  KP_WORKER_SECONDED,       /* 第一书记、挂职干部: their posts are elsewhere */
  KP_WORKER_PROPERTY,       /* 物业服务人员 */
  KP_WORKER_WELFARE,        /* 公益性岗位人员 */
  KP_WORKER_DISPATCHED,     /* 劳务派遣网格员: 待转聘存量 until converted */
} KpWorkerKind;

#define KP_WORKER_N_KINDS (KP_WORKER_DISPATCHED + 1)

typedef struct
{
  guint per_10k;           /* for 10,000 urban residents */
  KpRounding rounding;     /* of the county's standard; truncated, since it is a cap */
  guint community_floor;   /* least places of a community; 0 = none */
  gboolean counts_leaving; /* whether places that become free within the year may be planned already */
} KpHeadcountPolicy;

/* 核定控制数 of the county or city, in force from a day until the next one is. Borrowed. */
typedef struct
{
  KpDate from;
  guint places;
  const char *document; /* 批文号 */
} KpHeadcountCap;

typedef enum
{
  KP_NODE_COUNTY, /* or city: where the cap is held */
  KP_NODE_STREET,
  KP_NODE_COMMUNITY,
} KpNodeLevel;

/* People and plans. */
typedef struct
{
  guint n_workers[KP_WORKER_N_KINDS];
  guint n_reserved;   /* 预留转聘数 */
  guint n_running;    /* places of a recruitment under way */
  guint n_leaving;    /* 预计退休、离职、合同到期不续 within the year */
  guint plan_vacant;  /* 现有空岗待招聘 */
  guint plan_leaving; /* 因退休离职待招聘 */
  guint plan_new;     /* 新增待招聘 */
} KpHeadcountCount;

/* A county, street or community as it was for some time. A merger, a split or a new name ends nodes and
 * begins others the day after. Borrowed. */
typedef struct
{
  const char *code;
  const char *parent; /* (nullable): NULL for the county */
  const char *name;
  KpNodeLevel level;
  KpDate from;       /* first day; none = always */
  KpDate until;      /* last day; none = still there */
  gint64 population; /* 城镇常住人口; 0 = that of the nodes below together */
  guint floor;       /* least places; 0 = of the policy */
  guint rank; /* the committee's decision among nodes with the same remainder: 1 is the first; 0 = none */
  KpHeadcountCount own;          /* what is counted at this node itself, without those below it */
  const char *override_document; /* (nullable): by which a plan may exceed what is free */
} KpHeadcountNode;

typedef enum
{
  KP_HEADCOUNT_TWICE,       /* two nodes of one code on the same day */
  KP_HEADCOUNT_PARENT,      /* its parent isn't there, or is of the wrong level */
  KP_HEADCOUNT_NO_CAP,      /* no cap is in force */
  KP_HEADCOUNT_FLOORS,      /* the least places together are more than the cap */
  KP_HEADCOUNT_TIED,        /* the last places are for nodes with the same remainder */
  KP_HEADCOUNT_PLAN_OVER,   /* the county plans more than it has free */
  KP_HEADCOUNT_STREET_OVER, /* a street or community does: the cap is the county's */
  KP_HEADCOUNT_OVERSTAFFED, /* 超配: more at work than places */
  KP_HEADCOUNT_CAP_ABOVE_STANDARD,
  KP_HEADCOUNT_POPULATION,    /* the streets' residents don't add up to the county's */
  KP_HEADCOUNT_LEAVING_ABOVE, /* more planned for who leaves than are known to leave */
  KP_HEADCOUNT_ENDED,         /* workers still stand at a node that is no more */
} KpHeadcountProblem;

#define KP_HEADCOUNT_N_PROBLEMS (KP_HEADCOUNT_ENDED + 1)

/* Of one node that is there on the day. */
typedef struct
{
  const KpHeadcountNode *node;
  gboolean is_there;
  gint64 population;
  KpHeadcountCount all; /* its own and those of the nodes below */
  guint standard;   /* of its own residents, by the policy's rounding: for the county the standard, else to
                       compare */
  KpFraction share; /* exact share of the parent's places */
  guint places;     /* the cap, or what the node is allotted */
  guint n_counted;  /* at work and counting */
  gint64 vacancy;   /* what is free; negative = too many at work */
  guint plan;       /* the three kinds together */
  KpFraction ratio; /* at work for 10,000 residents, exact; unknown without residents */
  guint problems;   /* bits 1 << KpHeadcountProblem */
} KpHeadcountLine;

void kp_headcount_policy_init (KpHeadcountPolicy *policy);
gboolean kp_worker_kind_counts (KpWorkerKind kind);
const char *kp_worker_kind_get_name (KpWorkerKind kind);
const char *kp_worker_kind_get_chinese (KpWorkerKind kind);
gboolean kp_worker_kind_parse (const char *name, KpWorkerKind *out);

gboolean kp_headcount_decide_standard (const KpHeadcountPolicy *policy, gint64 population, guint *out);
const KpHeadcountCap *kp_headcount_find_cap (const KpHeadcountCap *caps, guint n_caps, KpDate day);
gboolean kp_headcount_node_is_there (const KpHeadcountNode *node, KpDate day);
guint kp_headcount_allot (guint places,
                          const gint64 *weights,
                          const guint *floors,
                          const guint *ranks,
                          guint n,
                          guint *out,
                          KpFraction *shares,
                          gboolean *is_tied);
gboolean kp_headcount_decide (const KpHeadcountPolicy *policy,
                              const KpHeadcountCap *caps,
                              guint n_caps,
                              const KpHeadcountNode *nodes,
                              guint n_nodes,
                              KpDate day,
                              KpHeadcountLine *lines);

gboolean kp_headcount_problem_refuses (KpHeadcountProblem problem);
const char *kp_headcount_problem_get_chinese (KpHeadcountProblem problem);

G_END_DECLS
