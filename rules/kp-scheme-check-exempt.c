/* kp-scheme-check-exempt.c – checks who may do without the written exam: how many of a post, and what their total is made of.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"
#include "kp-tie-origin.h"

#include <glib/gi18n-lib.h>

/* Marks aren't there when it has to be known who sits the exam. */
static gboolean
is_known_late (KpTieField field)
{
  const KpTieOrigin origin = kp_tie_field_get_origin (field);

  return !kp_tie_field_is_stated (field) && origin != KP_TIE_OF_CREDENTIAL && origin != KP_TIE_OF_COMMITTEE;
}

static void
check_keys (GPtrArray      *problems,
            const KpScheme *scheme)
{
  const GPtrArray *keys = scheme->written.exempt_limit.keys;

  kp_scheme_check_ties (problems, scheme, NULL, keys, "written.exempt_keys");
  for (guint i = 0; i < keys->len; i++)
    {
      const KpTieField field = ((const KpTie *) g_ptr_array_index (keys, i))->field;

      if (is_known_late (field))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("“%s” isn't known before the written exam, so it can't say who does without it; "
                                                   "name a fact, the credential points or “decision”."),
                                                 kp_tie_field_get_name (field)),
                                "written.exempt_keys[%u]", i);
    }
}

/* Nobody may learn on the day of the exam that it has to be sat. */
static void
check_review (GPtrArray      *problems,
              const KpScheme *scheme)
{
  const KpStageOrder *order = &scheme->stages;

  if (!kp_stage_order_contains (order, KP_STAGE_REVIEW) || kp_stage_order_is_before (order, KP_STAGE_WRITTEN, KP_STAGE_REVIEW))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("How many do without the written exam is counted of those who passed the review; put the "
                                        "stage \"review\" before the exam, or remove the limit.")),
                            "written.exempt");
}

static gboolean
counts_written (const KpScheme *scheme,
                const char     *id)
{
  const KpSchemeTotal *total = kp_scheme_get_total (scheme, id);

  return total != NULL && total->policy.weights[KP_PART_WRITTEN].num > 0;
}

/* Whether the condition itself says of which posts it is. */
static gboolean
names_posts (const KpCondition *condition)
{
  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    if (names_posts (g_ptr_array_index (condition->parts, i)))
      return TRUE;

  return condition->kind == KP_CONDITION_POST_IN || condition->kind == KP_CONDITION_POST_STREET_IN
         || condition->kind == KP_CONDITION_SAME_AS_POST;
}

/* Somebody without a written mark would wait for a total for ever, and the post with them. */
static void
check_formulas (GPtrArray      *problems,
                const KpScheme *scheme)
{
  if (scheme->written.has_exempt_mark || names_posts (scheme->written.exempt))
    return;

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      gboolean            counts = post->has_written && counts_written (scheme, post->total);

      for (guint k = 0; k < post->total_for->len; k++)
        counts = counts && counts_written (scheme, ((const KpSchemeTotalFor *) g_ptr_array_index (post->total_for, k))->total);
      if (!counts)
        continue;
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("Who is exempt from the written exam has no mark of it, and every formula of post “%s” "
                                                 "counts one; give them a formula without it (\"total_for\"), or a mark "
                                                 "(\"exempt_mark\")."),
                                               post->code),
                              "written.exempt");
      return;
    }
}

/**
 * kp_scheme_check_exempt:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with the totals of those who do without the written exam, and with their limit.
 */
void
kp_scheme_check_exempt (GPtrArray      *problems,
                        const KpScheme *scheme)
{
  const KpExemptionLimit *limit = &scheme->written.exempt_limit;
  const gboolean          has_share = kp_fraction_is_known (limit->share);

  if (scheme->written.exempt != NULL)
    check_formulas (problems, scheme);
  if (!kp_exemption_limit_applies (limit))
    {
      if (limit->keys->len > 0)
        kp_scheme_check_refuse (problems,
                                g_strdup (_("Nothing limits how many do without the written exam, so no order is needed; add "
                                            "\"exempt_most\" or \"exempt_share\", or remove this.")),
                                "written.exempt_keys");
      return;
    }
  if (scheme->written.exempt == NULL)
    kp_scheme_check_refuse (problems, g_strdup (_("Nobody is exempt from the written exam; add \"exempt\", or remove this.")),
                            "written.%s", limit->most > 0 ? "exempt_most" : "exempt_share");
  if (has_share && (limit->share.num == 0 || kp_fraction_compare (limit->share, KP_FRACTION_ONE) > 0))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The share of the places must lie above 0 and not above 100%; correct it.")),
                            "written.exempt_share");
  check_keys (problems, scheme);
  check_review (problems, scheme);
}
