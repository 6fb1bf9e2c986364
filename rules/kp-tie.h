/* kp-tie.h – what can part two who are equal: a mark, a fact, a condition, an order of words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-condition.h"
#include "kp-fraction.h"

G_BEGIN_DECLS

#define KP_N_OTHERS 4     /* further scored parts of one scheme: 技能测试, 考核 … */
#define KP_TIE_N_PAPERS 4 /* papers that a tie can name */

/* The names (kp_tie_field_get_name) are those of the scheme file: written_with_bonus, … The last three have no name of
 * their own, they are written as objects. */
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
  KP_TIE_OTHER_1, /* one of the scheme's `others`, in its order */
  KP_TIE_OTHER_2,
  KP_TIE_OTHER_3,
  KP_TIE_OTHER_4,
  KP_TIE_VETERAN,         /* 退役军人 before others */
  KP_TIE_MARTYR_CHILD,    /* these six stand for a declared fact of the same id */
  KP_TIE_MERIT,
  KP_TIE_PARTY_MEMBER,    /* 中共党员, 中共预备党员 */
  KP_TIE_VOLUNTEER,
  KP_TIE_GRID_STAFF,      /* 网格员 */
  KP_TIE_CERTIFICATE,     /* 社工证 level */
  KP_TIE_EDUCATION,       /* 学历 level */
  KP_TIE_FRESH_GRADUATE,
  KP_TIE_YOUNGER,         /* the later birth date */
  KP_TIE_SERVICE,
  KP_TIE_DROPPED_MARKS,   /* 被去掉的最高最低分之和 */
  KP_TIE_POST_PREFERENCE,
  KP_TIE_EXTRA_TEST,      /* 加试 */
  KP_TIE_TOTAL,           /* 综合成绩: parts only equal final totals */
  KP_TIE_DECISION,        /* a recorded decision by the group: the first before the second */
  KP_TIE_FACT,            /* `fact`: yes before no, the greater, the later; the other way with prefers_less */
  KP_TIE_MEETS,           /* who meets `condition` before who doesn't */
  KP_TIE_ORDER,           /* the word of `fact` by the order of `words`, the best first */
} KpTieField;

#define KP_TIE_N_FIELDS (KP_TIE_ORDER + 1)
#define KP_TIE_N_NAMED KP_TIE_FACT

typedef struct
{
  KpTieField   field;
  gchar       *fact; /* (nullable): FACT, ORDER */
  gboolean     prefers_less;
  KpCondition *condition; /* (nullable): MEETS */
  gchar       *label;     /* (nullable): the notice's words; NULL = made from the rest */
  GStrv        words;     /* (nullable): ORDER */
} KpTie;

/* What is known of one candidate when a tie is parted; zeroed = nothing is. Everything is borrowed. */
typedef struct
{
  const KpCandidateFacts *facts; /* (nullable) */
  KpFraction              written_with_bonus;
  KpFraction              written_paper;
  KpFraction              interview;
  KpFraction              credential;
  KpFraction              papers[KP_TIE_N_PAPERS];
  KpFraction              others[KP_N_OTHERS];
  KpFraction              dropped_marks;
  KpFraction              total;
  KpFraction              extra_test;
  KpFraction              decision; /* the rank that the committee gave: 1 is the best */
} KpTieSource;

KpTie      *kp_tie_new (KpTieField field);
KpTie      *kp_tie_copy (const KpTie *tie);
void        kp_tie_free (KpTie *tie);
gboolean    kp_tie_is_like (const KpTie *tie,
                            const KpTie *other);
KpFraction  kp_tie_measure (const KpTie       *tie,
                            const KpTieSource *source);
gboolean    kp_tie_field_is_declared (KpTieField field);

const char *kp_tie_field_get_name (KpTieField field);
const char *kp_tie_field_get_chinese (KpTieField field);
gboolean    kp_tie_field_from_name (const char *name,
                                    KpTieField *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTie, kp_tie_free)

G_END_DECLS
