/* kp-total.h – total marks, tie orders and places of one post.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"
#include "kp-rank.h"

G_BEGIN_DECLS

typedef enum
{
  KP_PART_WRITTEN,    /* with bonus */
  KP_PART_INTERVIEW,  /* corrected when a correction applies */
  KP_PART_CREDENTIAL, /* 资历量化分 */
  KP_PART_BONUS,      /* where a notice adds bonus to the total, not to the written mark */
} KpPart;

#define KP_N_PARTS (KP_PART_BONUS + 1)

/* What can part two equal totals. The greater value is better; for the younger, the earlier … the caller
 * gives a negated value. The names (kp_tie_field_get_name) are those of the scheme file: written_with_bonus,
 * … */
typedef enum
{
  KP_TIE_EXTENDED_DECIMALS,  /* 顺延小数位: the total not rounded; filled in by kp_total_decide */
  KP_TIE_WRITTEN_WITH_BONUS, /* 笔试成绩(含加分) */
  KP_TIE_WRITTEN_PAPER,      /* 笔试卷面成绩 */
  KP_TIE_INTERVIEW,          /* 面试成绩 */
  KP_TIE_CREDENTIAL,         /* 资历量化分 */
  KP_TIE_PAPER_1,            /* one paper of several, in the scheme's order */
  KP_TIE_PAPER_2,
  KP_TIE_PAPER_3,
  KP_TIE_PAPER_4,
  KP_TIE_VETERAN,         /* 退役军人: 1 or 0 */
  KP_TIE_MARTYR_CHILD,    /* 烈士子女 */
  KP_TIE_MERIT,           /* 立功受奖 grade */
  KP_TIE_PARTY_MEMBER,    /* 中共党员 */
  KP_TIE_VOLUNTEER,       /* 社区志愿者 */
  KP_TIE_GRID_STAFF,      /* 网格员 */
  KP_TIE_CERTIFICATE,     /* 社工证 level */
  KP_TIE_EDUCATION,       /* 学历 level */
  KP_TIE_FRESH_GRADUATE,  /* 应届 */
  KP_TIE_YOUNGER,         /* 年龄小者 */
  KP_TIE_SERVICE,         /* months of service */
  KP_TIE_DROPPED_MARKS,   /* 被去掉的最高最低分之和 */
  KP_TIE_POST_PREFERENCE, /* the post's own order of preference */
  KP_TIE_EXTRA_TEST,      /* 加试 */
  KP_TIE_DECISION,        /* a recorded decision by the group */
} KpTieField;

#define KP_TIE_N_FIELDS (KP_TIE_DECISION + 1)
#define KP_TOTAL_MAX_TIES 12

typedef struct
{
  KpFraction weights[KP_N_PARTS]; /* 1/2 = 50 %; 0 or unknown = this part does not count; credential points count 1 */
  gboolean rounds_parts;       /* each weighted part is rounded to part_decimals first */
  guint part_decimals;
  guint decimals; /* of the total */
  KpRounding rounding;
  KpPlaceRule place_rule;
  KpTieField ties[KP_TOTAL_MAX_TIES];
  guint n_ties;
} KpTotalPolicy;

typedef enum
{
  KP_STANDING_RANKED,     /* includes those who withdrew later: places are never renumbered */
  KP_STANDING_ABSENT,     /* 面试缺考 */
  KP_STANDING_VOID,       /* 违纪 */
  KP_STANDING_BELOW_LINE, /* 面试成绩低于合格线; has a total, no place */
  KP_STANDING_OPEN,       /* a part isn't there yet */
} KpStanding;

typedef struct
{
  KpStanding standing;
  KpFraction parts[KP_N_PARTS]; /* unweighted; unknown where the weight is 0 */
  KpFraction
      fields[KP_TIE_N_FIELDS]; /* unknown = not known yet: never decides, nor does any field after it */
} KpTotalCandidate;

typedef struct
{
  KpStanding standing;          /* OPEN when a part with a weight is unknown */
  KpFraction parts[KP_N_PARTS]; /* weighted, rounded if the policy says so */
  KpFraction exact;             /* their sum */
  KpMark total;                 /* rounded */
  KpRankPlace
      place; /* decided_by: 0 = total, n = ties[n - 1]; is_undecided = shown as undecided, never guessed */
} KpTotalResult;

/* 面试合格线, and the one where there is no competition. */
typedef struct
{
  gboolean has_line;
  KpMark line; /* 60 */
  gboolean has_lone_line;
  KpMark lone_line; /* 70 where not more candidates came than there are places */
} KpInterviewLines;

void kp_total_policy_init (KpTotalPolicy *policy);
void kp_total_decide (const KpTotalPolicy *policy,
                      const KpTotalCandidate *candidates,
                      gsize n_candidates,
                      KpTotalResult *results);
gboolean
kp_interview_lines_decide (const KpInterviewLines *lines, guint n_present, guint places, KpMark *line);

const char *kp_tie_field_get_name (KpTieField field);
const char *kp_tie_field_get_chinese (KpTieField field);
gboolean kp_tie_field_from_name (const char *name, KpTieField *out);
const char *kp_part_get_name (KpPart part);
const char *kp_part_get_chinese (KpPart part);
gboolean kp_part_from_name (const char *name, KpPart *out);

G_END_DECLS
