/* kp-scheme-check-totals.c – checks credential points and the formulas of the total.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

static void
check_credential (GPtrArray      *problems,
                  const KpScheme *scheme)
{
  const KpSchemeCredential *credential = &scheme->credential;

  if (!credential->applies)
    return;

  if (credential->points_per_year <= 0 || credential->cap < credential->points_per_year)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Points for a year must be greater than 0 and not above the cap; correct "
                                        "them.")),
                            "credential.cap");
  if (kp_date_is_none (credential->date))
    kp_scheme_check_refuse (problems, g_strdup (_("Years of service need the day they are counted to; add it.")),
                            "credential.date");
}

/* What a candidate can reach at most, as a share of a total of 100. */
static KpFraction
add_weights (const KpScheme      *scheme,
               const KpTotalPolicy *policy)
{
  KpFraction weights = KP_FRACTION_ZERO;

  for (guint i = 0; i < KP_N_PARTS; i++)
    {
      KpFraction share = KP_FRACTION_ONE;

      if (policy->weights[i].num == 0 || i == KP_PART_BONUS)
        continue;
      /* Credential points are points of the total: at most 20 of them stand beside 80 %. */
      if (i == KP_PART_CREDENTIAL)
        share = kp_fraction_new (scheme->credential.cap, 100 * KP_MARK_UNIT);
      weights = kp_fraction_add (weights, kp_fraction_multiply (policy->weights[i], share));
    }

  return weights;
}

static gboolean
needs_written (KpTieField field)
{
  return field == KP_TIE_WRITTEN_PAPER || field == KP_TIE_WRITTEN_WITH_BONUS
         || (field >= KP_TIE_PAPER_1 && field <= KP_TIE_PAPER_4);
}

static gboolean
is_for_post_without_written (const KpScheme *scheme,
                             const char     *id)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (!post->has_written && g_strcmp0 (post->total, id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A field that nobody has would stop the order there: all fields after it could never decide. */
static void
check_ties (GPtrArray           *problems,
            const KpScheme      *scheme,
            const KpSchemeTotal *total,
            guint                index)
{
  gboolean is_without_written = is_for_post_without_written (scheme, total->id);

  for (guint i = 0; i < total->policy.ties->len; i++)
    {
      const KpTie *tie = g_ptr_array_index (total->policy.ties, i);
      KpTieField   field = tie->field;

      for (guint j = 0; j < i; j++)
        if (kp_tie_is_like (tie, g_ptr_array_index (total->policy.ties, j)))
          kp_scheme_check_refuse (problems,
                                  g_strdup_printf (_("“%s” stands twice in the order; remove one."),
                                                   kp_tie_field_get_name (field)),
                                  "totals[%u].ties[%u]", index, i);
      if (field >= KP_TIE_PAPER_1 && field <= KP_TIE_PAPER_4
          && (guint) (field - KP_TIE_PAPER_1) >= scheme->written.papers->len)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("There is no such paper “%s” to part a tie; the scheme has %u."),
                                                 kp_tie_field_get_name (field), scheme->written.papers->len),
                                "totals[%u].ties[%u]", index, i);
      else if (needs_written (field) && is_without_written)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("“%s” can't part a tie in a post without a written exam; remove "
                                                   "it."),
                                                 kp_tie_field_get_name (field)),
                                "totals[%u].ties[%u]", index, i);
      if (field == KP_TIE_CREDENTIAL && !scheme->credential.applies)
        kp_scheme_check_refuse (problems,
                                g_strdup (_("Credential points can't part a tie, the scheme gives none; remove it.")),
                                "totals[%u].ties[%u]", index, i);
    }
}

static void
check_total (GPtrArray           *problems,
             const KpScheme      *scheme,
             const KpSchemeTotal *total,
             guint                index)
{
  KpFraction weights = add_weights (scheme, &total->policy);

  if (*total->id == '\0' || kp_scheme_get_total (scheme, total->id) != total)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The formula “%s” has no id or is there twice; change it."), total->id),
                            "totals[%u].id", index);
  if (kp_fraction_compare (weights, KP_FRACTION_ONE) != 0)
    {
      g_autofree char *sum = kp_weight_dup_text (weights);

      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("The weights, with the credential points, add up to %s, not to 100%%; "
                                                 "correct them."),
                                               sum),
                              "totals[%u].weights", index);
    }
  if (total->policy.weights[KP_PART_CREDENTIAL].num > 0 && !scheme->credential.applies)
    kp_scheme_check_refuse (problems, g_strdup (_("The formula counts credential points, but the scheme gives none; "
                                                  "correct one.")),
                            "totals[%u].weights.credential", index);
  if (total->policy.weights[KP_PART_WRITTEN].num > 0 && is_for_post_without_written (scheme, total->id))
    kp_scheme_check_refuse (problems, g_strdup (_("A post of this formula has no written exam; give it another "
                                                  "formula.")),
                            "totals[%u].weights.written", index);
  if (total->policy.weights[KP_PART_BONUS].num > 0 && scheme->bonus.target != KP_BONUS_ON_TOTAL)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Bonus has a weight of its own only when its target is the total; correct one.")),
                            "totals[%u].weights.bonus", index);
  check_ties (problems, scheme, total, index);
}

/**
 * kp_scheme_check_totals:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with credential points, weights and tie orders.
 */
void
kp_scheme_check_totals (GPtrArray      *problems,
                        const KpScheme *scheme)
{
  check_credential (problems, scheme);
  for (guint i = 0; i < scheme->totals->len; i++)
    check_total (problems, scheme, g_ptr_array_index (scheme->totals, i), i);
}
