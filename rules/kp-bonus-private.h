/* kp-bonus-private.h – what measuring bonus points and saying them share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-bonus.h"

G_BEGIN_DECLS

/* How long something lasted, in the units of an item. */
typedef struct
{
  gboolean is_none; /* the candidate claims no such time or number */
  KpFraction number; /* where the item counts a number */
  KpDate   from;
  KpDate   to;
  guint    units;         /* full ones */
  gboolean has_remainder; /* and a begun one */
  guint    halves;        /* that give points, in half units */
} KpBonusLength;

/* One item of the policy for one candidate. */
typedef struct
{
  KpBonusAward  award; /* without item: not approved */
  KpDate        on;    /* day of the claim */
  KpMark        given; /* by who examined it, where the item is graded */
  KpBonusLength length;
  guint         leader; /* index of the first approved item of its group; of one that deducts none: G_MAXUINT */
  KpMark        sum;    /* of the leader: what the group gives by its rule … */
  KpMark        worth;  /* … and at most by its cap */
} KpBonusStep;

/* What comes after the groups. */
typedef struct
{
  KpMark   sum; /* of the groups by `across` */
  KpMark   given; /* of them, by the cap */
  KpMark   taken; /* 扣分 */
  KpMark   points; /* what is given less what is taken */
  gboolean is_open;
} KpBonusSum;

gboolean kp_bonus_item_has_per (const KpBonusItem *item);
void     kp_bonus_measure (const KpBonusPolicy    *policy,
                           KpBonusTarget           target,
                           const KpCandidateFacts *facts,
                           const KpBonusClaim     *claims,
                           guint                   n_claims,
                           KpBonusStep            *steps,
                           KpBonusSum             *out);
gchar   *kp_bonus_dup_explanation (const KpBonusPolicy *policy,
                                   const KpBonusStep   *steps,
                                   const KpBonusSum    *sum);

G_END_DECLS
