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

/* What a candidate can reach at most, in basis points of a total of 100. */
static gint64
count_weights (const KpScheme      *scheme,
               const KpTotalPolicy *policy)
{
  gint64 weights = (gint64) policy->weight_bp[KP_PART_WRITTEN] + policy->weight_bp[KP_PART_INTERVIEW];

  /* Credential points are points of the total: at most 20 of them stand beside 80 %. */
  weights += scheme->credential.cap * policy->weight_bp[KP_PART_CREDENTIAL] / (100 * KP_MARK_UNIT);

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

  for (guint i = 0; i < total->policy.n_ties; i++)
    {
      KpTieField field = total->policy.ties[i];

      for (guint j = 0; j < i; j++)
        if (total->policy.ties[j] == field)
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
  gint64 weights = count_weights (scheme, &total->policy);

  if (*total->id == '\0' || kp_scheme_get_total (scheme, total->id) != total)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The formula “%s” has no id or is there twice; change it."), total->id),
                            "totals[%u].id", index);
  if (weights != KP_BASIS_POINTS)
    {
      g_autofree char *sum = g_strdup_printf ("%" G_GINT64_FORMAT, weights);

      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("The weights, with the credential points, add up to %s basis points, "
                                                 "not to 10000; correct them."),
                                               sum),
                              "totals[%u].weights_bp", index);
    }
  if (total->policy.weight_bp[KP_PART_CREDENTIAL] > 0 && !scheme->credential.applies)
    kp_scheme_check_refuse (problems, g_strdup (_("The formula counts credential points, but the scheme gives none; "
                                                  "correct one.")),
                            "totals[%u].weights_bp.credential", index);
  if (total->policy.weight_bp[KP_PART_WRITTEN] > 0 && is_for_post_without_written (scheme, total->id))
    kp_scheme_check_refuse (problems, g_strdup (_("A post of this formula has no written exam; give it another "
                                                  "formula.")),
                            "totals[%u].weights_bp.written", index);
  if (total->policy.weight_bp[KP_PART_BONUS] > 0 && scheme->bonus.target != KP_BONUS_ON_TOTAL)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Bonus has a weight of its own only when its target is the total; correct one.")),
                            "totals[%u].weights_bp.bonus", index);
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
