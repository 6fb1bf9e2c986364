/* kp-bonus-measure.c – bonus points by the scheme's steps: items, groups, groups among each other, the cap of all.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   item     points + points per unit × units that give, at most its cap
 *              units: ├── from_units, nothing ──┼── full, full, full ──┼─ begun: none, half or full ─┤
 *   group    the best of its items, or their sum, at most its cap; an item without a group is a group
 *   across   the best of the groups, or their sum
 *   all      at most the cap
 *
 * Each target is counted for itself: what goes to the interview neither meets nor shares a cap with what goes to the
 * written mark.
 *
 * Of equal items, or groups, the first of the scheme counts. */

#include "kp-bonus-private.h"

/* A number in a registration may be anything; points of a hundred thousand units still fit a mark. */
#define MOST_UNITS 100000

/**
 * kp_bonus_item_has_per:
 * @item: an item
 *
 * Returns: whether the item gives points for the length or the number of something.
 */
gboolean
kp_bonus_item_has_per (const KpBonusItem *item)
{
  return item->per.points != 0 && item->per.fact != NULL && item->per.unit_months > 0 && item->per.unit > 0;
}

static KpTruth
find_day (const KpCandidateFacts *facts,
          const char             *id,
          KpDate                 *out)
{
  KpFactValue value;

  if (facts == NULL || !kp_facts_find (facts, id, &value))
    return KP_TRUTH_UNKNOWN;
  if (value.truth != KP_TRUTH_YES)
    return value.truth;
  if (!kp_date_is_valid (value.date))
    return KP_TRUTH_UNKNOWN;

  *out = value.date;
  return KP_TRUTH_YES;
}

/* The days from and to which a length is counted. */
static KpTruth
find_days (const KpBonusPer       *per,
           const KpCandidateFacts *facts,
           KpBonusLength          *length)
{
  KpTruth truth = find_day (facts, per->fact, &length->from);

  if (truth != KP_TRUTH_YES)
    return truth;

  length->to = per->to;
  if (per->until != NULL)
    {
      truth = find_day (facts, per->until, &length->to);
      if (truth == KP_TRUTH_UNKNOWN || (truth == KP_TRUTH_NO && kp_date_is_none (per->to)))
        return truth;
    }

  return kp_date_is_valid (length->to) ? KP_TRUTH_YES : KP_TRUTH_UNKNOWN;
}

/* What units and a begun one give, in halves. */
static void
count_halves (const KpBonusPer *per,
              KpBonusLength    *length)
{
  if (length->units < per->from_units)
    return;
  length->halves = 2 * (length->units - per->from_units);
  if (length->has_remainder && per->remainder == KP_BONUS_REMAINDER_HALF)
    length->halves += 1;
  else if (length->has_remainder && per->remainder == KP_BONUS_REMAINDER_FULL)
    length->halves += 2;
}

/* A number that isn't stated is unknown; none, or less than none, is no unit. */
static KpTruth
count_number (const KpBonusPer       *per,
              const KpCandidateFacts *facts,
              KpBonusLength          *length)
{
  KpFactValue value;
  KpFraction  units;
  gint64      whole;

  if (facts == NULL || !kp_facts_find (facts, per->fact, &value))
    return KP_TRUTH_UNKNOWN;
  if (value.truth != KP_TRUTH_YES)
    return value.truth;
  if (!kp_fraction_is_known (value.number))
    return KP_TRUTH_UNKNOWN;

  length->number = value.number;
  units = kp_fraction_divide (value.number, kp_fraction_new (per->unit, 1));
  if (!kp_fraction_is_known (units) || units.num <= 0)
    return KP_TRUTH_YES;
  whole = units.num / units.den;
  length->units = (guint) MIN (whole, MOST_UNITS);
  length->has_remainder = units.num % units.den != 0;
  count_halves (per, length);

  return KP_TRUTH_YES;
}

static void
count_units (const KpBonusPer *per,
             KpBonusLength    *length)
{
  guint  months = (guint) kp_date_full_months_between (length->from, length->to);
  KpDate last;

  length->units = months / per->unit_months;
  last = kp_date_add_months (length->from, (gint) (length->units * per->unit_months));
  length->has_remainder = kp_date_compare (last, length->to) < 0;
  count_halves (per, length);
}

/* Points of one approved item. */
static void
measure_item (const KpBonusItem      *item,
              const KpCandidateFacts *facts,
              KpBonusStep            *step)
{
  const KpBonusPer *per = &item->per;

  step->award.item = item;
  step->award.is_late = !kp_date_is_none (item->due) && kp_date_is_valid (step->on)
                        && kp_date_compare (step->on, item->due) > 0;
  if (step->award.is_late)
    return;

  step->award.amount = item->is_graded ? MIN (step->given, item->points) : item->points;
  if (!kp_bonus_item_has_per (item))
    return;

  switch (per->is_number ? count_number (per, facts, &step->length) : find_days (per, facts, &step->length))
    {
    case KP_TRUTH_YES:
      if (!per->is_number)
        count_units (per, &step->length);
      step->award.amount += per->points * step->length.halves / 2;
      break;
    case KP_TRUTH_NO:
      step->length.is_none = TRUE;
      break;
    case KP_TRUTH_UNKNOWN:
    default:
      step->award.is_open = TRUE;
      break;
    }
  if (per->has_cap)
    step->award.amount = MIN (step->award.amount, per->cap);
}

/* The approved claim of an item; of several the earliest, so that their order is all one. */
static gboolean
find_claim (const KpBonusItem  *item,
            const KpBonusClaim *claims,
            guint               n_claims,
            KpDate             *on,
            KpMark             *given)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < n_claims; i++)
    {
      if (!claims[i].is_approved || g_strcmp0 (claims[i].item, item->code) != 0)
        continue;
      if (!is_found || kp_date_compare (claims[i].on, *on) < 0)
        *on = claims[i].on;
      *given = is_found ? MAX (*given, claims[i].amount) : claims[i].amount;
      is_found = TRUE;
    }

  return is_found;
}

static guint
find_leader (const KpBonusStep *steps,
             guint              index)
{
  const char *group = steps[index].award.item->group;

  for (guint i = 0; group != NULL && i < index; i++)
    if (steps[i].award.item != NULL && g_strcmp0 (steps[i].award.item->group, group) == 0)
      return i;

  return index;
}

/* What the group of a leader gives, and which of its items that comes from. */
static void
measure_group (const KpBonusPolicy *policy,
               KpBonusStep         *steps,
               guint                leader)
{
  const KpBonusGroup *group = kp_bonus_policy_get_group (policy, steps[leader].award.item->group);
  KpBonusRule         rule = group != NULL ? group->within : policy->within;
  KpMark              sum = 0;
  guint               best = leader;

  for (guint i = leader; i < policy->items->len; i++)
    {
      if (steps[i].award.item == NULL || steps[i].leader != leader)
        continue;
      if (steps[i].award.amount > steps[best].award.amount)
        best = i;
      sum += steps[i].award.amount;
      steps[i].award.counts = rule == KP_BONUS_SUM && steps[i].award.amount > 0;
    }
  if (rule == KP_BONUS_BEST)
    {
      sum = steps[best].award.amount;
      steps[best].award.counts = sum > 0;
    }
  steps[leader].sum = sum;
  steps[leader].worth = group != NULL && group->has_cap ? MIN (sum, group->cap) : sum;
}

/* Under BEST all groups but one give nothing. */
static KpMark
measure_across (const KpBonusPolicy *policy,
                KpBonusStep         *steps)
{
  KpMark sum = 0;
  KpMark most = 0;
  guint  best = G_MAXUINT;

  for (guint i = 0; i < policy->items->len; i++)
    {
      if (steps[i].award.item == NULL || steps[i].leader != i)
        continue;
      sum += steps[i].worth;
      if (best == G_MAXUINT || steps[i].worth > most)
        {
          best = i;
          most = steps[i].worth;
        }
    }
  if (policy->across == KP_BONUS_SUM)
    return sum;

  for (guint i = 0; i < policy->items->len; i++)
    if (steps[i].award.item != NULL && steps[i].leader != best && !steps[i].award.item->deducts)
      steps[i].award.counts = FALSE;

  return most;
}

/**
 * kp_bonus_measure:
 * @policy: a policy
 * @target: only items that go there are looked at
 * @facts: (nullable): what the candidate states
 * @claims: (array length=n_claims): the candidate's claims
 * @n_claims: how many
 * @steps: (out caller-allocates): room for one step for each item of @policy
 * @out: (out): what they give together
 *
 * Everything that is counted, without a word. Allocates nothing.
 */
void
kp_bonus_measure (const KpBonusPolicy    *policy,
                  KpBonusTarget           target,
                  const KpCandidateFacts *facts,
                  const KpBonusClaim     *claims,
                  guint                   n_claims,
                  KpBonusStep            *steps,
                  KpBonusSum             *out)
{
  *out = (KpBonusSum) { .is_open = FALSE };
  for (guint i = 0; i < policy->items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (policy->items, i);

      steps[i] = (KpBonusStep) { .leader = i };
      if (kp_bonus_policy_get_target (policy, item) != target || !find_claim (item, claims, n_claims, &steps[i].on, &steps[i].given))
        continue;
      measure_item (item, facts, &steps[i]);
      steps[i].leader = item->deducts ? G_MAXUINT : find_leader (steps, i);
      out->is_open = out->is_open || steps[i].award.is_open;
      if (!item->deducts)
        continue;
      steps[i].award.counts = steps[i].award.amount > 0;
      out->taken += steps[i].award.amount;
    }
  for (guint i = 0; i < policy->items->len; i++)
    if (steps[i].award.item != NULL && steps[i].leader == i)
      measure_group (policy, steps, i);

  out->sum = measure_across (policy, steps);
  out->given = policy->has_cap ? MIN (out->sum, policy->cap) : out->sum;
  out->points = out->given - out->taken;
}
