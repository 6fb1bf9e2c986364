/* kp-scheme-bonus.c – what the items of a bonus can't see by themselves: the labels of facts, and the cut-off.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

static void
set_label (const KpScheme *scheme,
           const char     *fact,
           gchar         **label)
{
  g_free (*label);
  *label = fact != NULL ? g_strdup (kp_fact_find_label (scheme->facts, fact)) : NULL;
}

/**
 * kp_scheme_settle_bonus:
 * @scheme: the scheme that the policy stands in
 * @policy: the bonus, or another list of items that give points
 *
 * Tells each item that counts a length what the notice calls its facts and, where it is counted to no other day, that it
 * ends at the scheme's cut-off.
 */
void
kp_scheme_settle_bonus (const KpScheme *scheme,
                        KpBonusPolicy  *policy)
{
  for (guint i = 0; i < policy->items->len; i++)
    {
      KpBonusItem *item = g_ptr_array_index (policy->items, i);
      KpBonusPer  *per = &item->per;
      KpFactKind   kind;

      set_label (scheme, per->fact, &per->fact_label);
      set_label (scheme, per->until, &per->until_label);
      per->is_number = per->fact != NULL && kp_fact_find_kind (scheme->facts, per->fact, &kind) && kind == KP_FACT_NUMBER;
      if (!per->is_number && per->fact != NULL && per->until == NULL && kp_date_is_none (per->to))
        per->to = scheme->cutoff;
    }
}
