/* kp-total.h – total marks, tie orders and places of one post.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"
#include "kp-rank.h"
#include "kp-tie.h"

G_BEGIN_DECLS

typedef enum
{
  KP_PART_WRITTEN,    /* with bonus */
  KP_PART_INTERVIEW,  /* corrected when a correction applies */
  KP_PART_CREDENTIAL, /* 资历量化分 */
  KP_PART_BONUS,      /* where a notice adds bonus to the total, not to the written mark */
  KP_PART_OTHER_1,    /* the scheme's `others`, in its order */
  KP_PART_OTHER_2,
  KP_PART_OTHER_3,
  KP_PART_OTHER_4,
} KpPart;

#define KP_N_PARTS (KP_PART_OTHER_4 + 1)
#define KP_TOTAL_MAX_TIES 24

typedef struct
{
  KpFraction weights[KP_N_PARTS]; /* 1/2 = 50 %; 0 or unknown = this part does not count; credential points count 1 */
  gboolean rounds_parts;       /* each weighted part is rounded to part_decimals first */
  guint part_decimals;
  guint decimals; /* of the total */
  KpMark full;    /* 总分满分: what all parts make together; nothing is computed from it, the check compares */
  KpRounding rounding;
  KpPlaceRule place_rule;
  gboolean has_line;
  KpMark line;     /* 综合成绩合格线: whose rounded total is below it has no place */
  GPtrArray *ties; /* (element-type KpTie): owned, at most KP_TOTAL_MAX_TIES */
} KpTotalPolicy;

typedef enum
{
  KP_STANDING_RANKED,           /* includes those who withdrew later: places are never renumbered */
  KP_STANDING_ABSENT,           /* 面试缺考 */
  KP_STANDING_VOID,             /* 违纪 */
  KP_STANDING_BELOW_LINE,       /* 面试成绩低于合格线; has a total, no place */
  KP_STANDING_OPEN,             /* a part isn't there yet */
  KP_STANDING_BELOW_TOTAL_LINE, /* 综合成绩低于合格线; has a total, no place */
  KP_STANDING_DIRECT, /* 免试直接聘用: no total, a place among those hired without exam; never of kp_total_decide() */
} KpStanding;

#define KP_N_STANDINGS (KP_STANDING_DIRECT + 1)

typedef struct
{
  KpStanding standing;
  KpFraction parts[KP_N_PARTS]; /* unweighted; unknown where the weight is 0 */
  KpFraction ties[KP_TOTAL_MAX_TIES]; /* kp_total_policy_measure(); unknown = not known yet: never decides, nor does
                                         any after it */
  const KpTotalPolicy *policy; /* (nullable): weights, rounding and line of this candidate; NULL = the post's */
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

void kp_total_policy_init (KpTotalPolicy *policy);
void kp_total_policy_clear (KpTotalPolicy *policy);
void kp_total_policy_measure (const KpTotalPolicy *policy, const KpTieSource *source, KpFraction *ties);
void kp_total_decide (const KpTotalPolicy *policy,
                      const KpTotalCandidate *candidates,
                      gsize n_candidates,
                      KpTotalResult *results);

const char *kp_standing_get_name (KpStanding standing);
const char *kp_standing_get_chinese (KpStanding standing);
gboolean kp_standing_has_total (KpStanding standing);
const char *kp_part_get_name (KpPart part);
const char *kp_part_get_chinese (KpPart part);
gboolean kp_part_from_name (const char *name, KpPart *out);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpTotalPolicy, kp_total_policy_clear)

G_END_DECLS
