/* kp-scheme-check-bonus.c – checks a list of items that give points, with their groups and caps.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
check_fact (GPtrArray      *problems,
            const KpScheme *scheme,
            const char     *fact,
            const char     *path)
{
  KpFactKind kind;

  if (!kp_fact_find_kind (scheme->facts, fact, &kind))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There is no fact “%s”; declare it in \"facts\", or name another."), fact),
                            "%s", path);
  else if (kind != KP_FACT_DATE && kind != KP_FACT_PLACE)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("No length can be counted from “%s”, it is no day; name a fact that is."),
                                             fact),
                            "%s", path);
}

static gboolean
has_length (const KpBonusPer *per)
{
  return per->fact != NULL || per->until != NULL || per->points != 0 || per->has_cap || per->from_units > 0 || per->unit != 1;
}

/* What counts a number has no days, and what counts days no unit of a number. */
static void
check_number (GPtrArray        *problems,
              const KpBonusPer *per,
              const char       *path)
{
  if (per->is_number && (per->until != NULL || !kp_date_is_none (per->to) || per->unit_months != 12))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("This counts a number, which has no days; remove \"to\", \"until\" and "
                                        "\"unit_months\", and write how many make one as \"unit\".")),
                            "%s.per.unit", path);
  else if (!per->is_number && per->unit != 1)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Only a number fact is counted by \"unit\"; remove it, or write \"unit_months\".")),
                            "%s.per.unit", path);
  else if (per->unit == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A unit needs at least 1, not 0; correct it.")), "%s.per.unit", path);
}

static void
check_length (GPtrArray         *problems,
              const KpScheme    *scheme,
              const KpBonusItem *item,
              const char        *path)
{
  const KpBonusPer *per = &item->per;
  g_autofree gchar *fact = g_strconcat (path, ".per.fact", NULL);
  g_autofree gchar *until = g_strconcat (path, ".per.until", NULL);

  if (per->fact == NULL)
    kp_scheme_check_refuse (problems, g_strdup (_("Points for a length need the day it begins; name the fact.")), "%s", fact);
  else if (!per->is_number)
    check_fact (problems, scheme, per->fact, fact);
  check_number (problems, per, path);
  if (per->until != NULL)
    check_fact (problems, scheme, per->until, until);
  else if (!per->is_number && kp_date_is_none (per->to))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Points for a length need the day it ends; write \"to\", or name the fact as "
                                        "\"until\".")),
                            "%s.per.to", path);
  if (per->unit_months == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A unit needs at least 1 month, not 0; correct it.")),
                            "%s.per.unit_months", path);
  if (per->points <= 0)
    kp_scheme_check_refuse (problems, g_strdup (_("Points for each unit must be greater than 0; correct them.")),
                            "%s.per.points", path);
  else if (per->remainder == KP_BONUS_REMAINDER_HALF && per->points % 2 != 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Half of these points has more than four decimals; correct one of them.")),
                            "%s.per.points", path);
  if (per->has_cap && per->cap < item->points)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The cap lies below the points that the item gives anyway; correct one of them.")),
                            "%s.per.cap", path);
}

static gboolean
is_above (const KpBonusItem *item,
          KpMark             cap)
{
  return !item->deducts && (item->points > cap || (item->per.has_cap && item->per.cap > cap));
}

/* Items of one group stand beside each other: they go to one mark. */
static void
check_target (GPtrArray           *problems,
              const KpBonusPolicy *bonus,
              const char          *path,
              guint                index)
{
  const KpBonusItem *item = g_ptr_array_index (bonus->items, index);

  for (guint i = 0; item->group != NULL && i < index; i++)
    {
      const KpBonusItem *other = g_ptr_array_index (bonus->items, i);

      if (g_strcmp0 (other->group, item->group) != 0
          || kp_bonus_policy_get_target (bonus, other) == kp_bonus_policy_get_target (bonus, item))
        continue;
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("Items of the group “%s” go to different marks; give them one target, or "
                                                 "groups of their own."),
                                               item->group),
                              "%s.items[%u].target", path, index);
      return;
    }
}

static void
check_item (GPtrArray           *problems,
            const KpScheme      *scheme,
            const KpBonusPolicy *bonus,
            const char          *path,
            guint                index)
{
  const KpBonusItem  *item = g_ptr_array_index (bonus->items, index);
  const KpBonusGroup *group = kp_bonus_policy_get_group (bonus, item->group);
  g_autofree gchar   *own = g_strdup_printf ("%s.items[%u]", path, index);

  for (guint i = 0; i < index; i++)
    {
      const KpBonusItem *other = g_ptr_array_index (bonus->items, i);

      if (g_strcmp0 (other->code, item->code) == 0)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The item code “%s” is used twice; change one."), item->code),
                                "%s.code", own);
    }
  if (item->is_graded && has_length (&item->per))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Points for a length or a number are counted, not graded; remove one of them.")),
                            "%s.graded", own);
  if (item->deducts && item->group != NULL)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("An item that deducts stands in no group; remove “%s”."), item->group),
                            "%s.group", own);
  if (item->deducts && !kp_date_is_none (item->due))
    kp_scheme_check_refuse (problems, g_strdup (_("Nobody claims a deduction, so it has no last day; remove it.")), "%s.due", own);
  if (has_length (&item->per))
    check_length (problems, scheme, item, own);
  else if (item->points <= 0)
    kp_scheme_check_refuse (problems, g_strdup (_("Bonus points must be greater than 0; correct them.")), "%s.points", own);
  if (bonus->has_cap && is_above (item, bonus->cap))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("This item gives more than the cap of all items; correct one of them.")),
                            "%s.points", own);
  else if (group != NULL && group->has_cap && is_above (item, group->cap))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("This item gives more than the cap of its group “%s”; correct one of them."),
                                             group->code),
                            "%s.points", own);
}

static void
check_group (GPtrArray           *problems,
             const KpBonusPolicy *bonus,
             const char          *path,
             guint                index)
{
  const KpBonusGroup *group = g_ptr_array_index (bonus->groups, index);
  gboolean            is_used = FALSE;

  if (kp_bonus_policy_get_group (bonus, group->code) != group)
    {
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("The group “%s” is there twice; remove one."), group->code),
                              "%s.groups[%u].code", path, index);
      return;
    }
  for (guint i = 0; i < bonus->items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (bonus->items, i);

      is_used = is_used || g_strcmp0 (item->group, group->code) == 0;
    }
  if (!is_used)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("No item stands in the group “%s”; remove it, or correct an item."),
                                             group->code),
                            "%s.groups[%u].code", path, index);
}

/**
 * kp_scheme_check_bonus:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 * @bonus: its bonus, or another list of items that give points
 * @path: where @bonus stands
 *
 * Adds what is wrong with items, lengths, groups, caps and weight; the conditions of items are checked elsewhere.
 */
void
kp_scheme_check_bonus (GPtrArray           *problems,
                       const KpScheme      *scheme,
                       const KpBonusPolicy *bonus,
                       const char          *path)
{
  for (guint i = 0; i < bonus->items->len; i++)
    {
      check_item (problems, scheme, bonus, path, i);
      check_target (problems, bonus, path, i);
    }
  for (guint i = 0; i < bonus->groups->len; i++)
    check_group (problems, bonus, path, i);
  if (!kp_fraction_is_known (bonus->weight) || bonus->weight.num <= 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A weight must be greater than 0; write it such as \"2/3\".")),
                            "%s.weight", path);
  if (bonus->items->len > 0 && bonus->decimals != KP_CORRECTION_EXACT
      && !kp_bonus_policy_reaches (bonus, KP_BONUS_ON_WRITTEN) && !kp_bonus_policy_reaches (bonus, KP_BONUS_ON_SHORTLIST))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The bonus goes to no written mark, so no written mark with bonus is rounded; remove the "
                                        "decimals.")),
                            "%s.decimals", path);
  if (bonus->target == KP_BONUS_ON_TOTAL && !bonus->may_exceed_full)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Only the written mark can be held to its full mark; the bonus goes to the total, so this "
                                        "has no effect. Remove it.")),
                            "%s.may_exceed_full", path);
}
