/* kp-scheme-check-totals.c – checks credential points and the formulas of the total.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"
#include "kp-written.h"

#include <glib/gi18n-lib.h>

static void
check_credential (GPtrArray      *problems,
                  const KpScheme *scheme)
{
  const KpSchemeCredential *credential = &scheme->credential;
  KpFactKind                kind;

  if (!credential->applies)
    return;

  kp_scheme_check_bonus (problems, scheme, &credential->table, "credential");
  if (credential->fact != NULL
      && (!kp_fact_find_kind (scheme->facts, credential->fact, &kind) || kind != KP_FACT_DATE))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("“%s” isn't a date fact; name one of \"facts\" of the kind date, or leave it "
                                               "out for grid_since."),
                                             credential->fact),
                            "credential.fact");
  if ((credential->points_per_year <= 0 && credential->table.items->len == 0)
      || credential->cap < credential->points_per_year || credential->cap <= 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Points for a year must be greater than 0 and not above the cap; correct "
                                        "them.")),
                            "credential.cap");
  if (credential->points_per_year > 0 && kp_date_is_none (credential->date))
    kp_scheme_check_refuse (problems, g_strdup (_("Years of service need the day they are counted to; add it.")),
                            "credential.date");
}

/**
 * kp_scheme_check_add_weights:
 * @scheme: a scheme
 * @policy: a formula of it
 *
 * Returns: what a candidate can reach at most, as a share of a total of 100
 */
KpFraction
kp_scheme_check_add_weights (const KpScheme      *scheme,
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
      /* Weights turn other full marks into 100, too. */
      if (i >= KP_PART_OTHER_1 && i - KP_PART_OTHER_1 < scheme->others->len)
        {
          const KpSchemeOther *other = g_ptr_array_index (scheme->others, i - KP_PART_OTHER_1);

          share = kp_fraction_new (other->full, 100 * KP_MARK_UNIT);
        }
      weights = kp_fraction_add (weights, kp_fraction_multiply (policy->weights[i], share));
    }

  return weights;
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

/* A part of the formula that the scheme doesn't have. */
static void
check_parts (GPtrArray           *problems,
             const KpScheme      *scheme,
             const KpSchemeTotal *total,
             guint                index)
{
  for (guint i = scheme->others->len; i < KP_N_OTHERS; i++)
    if (total->policy.weights[KP_PART_OTHER_1 + i].num > 0)
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("The formula counts “%s”, but \"others\" has %u parts; correct one."),
                                               kp_part_get_name ((KpPart) (KP_PART_OTHER_1 + i)), scheme->others->len),
                              "totals[%u].weights.%s", index, kp_part_get_name ((KpPart) (KP_PART_OTHER_1 + i)));
  if (total->policy.has_line && total->policy.line > total->policy.full)
    kp_scheme_check_refuse (problems, g_strdup (_("The line lies above the full mark, nobody could pass; correct it.")),
                            "totals[%u].line", index);
}

static void
check_others (GPtrArray      *problems,
              const KpScheme *scheme)
{
  if (scheme->others->len > KP_N_OTHERS)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There are %u other parts, at most %d can be counted; remove some."),
                                             scheme->others->len, KP_N_OTHERS),
                            "others");
  for (guint i = 0; i < scheme->others->len; i++)
    {
      const KpSchemeOther *other = g_ptr_array_index (scheme->others, i);
      gboolean             is_twice = *other->code == '\0' || kp_scheme_get_paper (scheme, other->code) != NULL;

      for (guint j = 0; j < i; j++)
        is_twice = is_twice || g_strcmp0 (((KpSchemeOther *) g_ptr_array_index (scheme->others, j))->code, other->code) == 0;
      if (is_twice)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The code “%s” is empty, used twice or that of a paper; change it."),
                                                 other->code),
                                "others[%u].code", i);
      if (*other->name == '\0')
        kp_scheme_check_refuse (problems, g_strdup (_("A part of the total needs a name; fill it in.")), "others[%u].name",
                                i);
      if (other->full <= 0)
        kp_scheme_check_refuse (problems, g_strdup (_("A full mark must be greater than 0; correct it.")),
                                "others[%u].full", i);
    }
}

static void
check_total_for (GPtrArray          *problems,
                 const KpScheme     *scheme,
                 const KpSchemePost *post,
                 guint               index)
{
  for (guint i = 0; i < post->total_for->len; i++)
    {
      const KpSchemeTotalFor *total_for = g_ptr_array_index (post->total_for, i);
      const KpSchemeTotal    *total = kp_scheme_get_total (scheme, total_for->total);
      g_autofree gchar       *path = g_strdup_printf ("posts[%u].total_for[%u]", index, i);
      g_autofree gchar       *group = g_strconcat (path, ".group", NULL);

      kp_scheme_check_condition (problems, scheme, total_for->group, group);
      if (total == NULL)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("There is no formula “%s”; name one of \"totals\"."),
                                                 total_for->total),
                                "%s.total", path);
      else if (!post->has_written && total->policy.weights[KP_PART_WRITTEN].num > 0)
        kp_scheme_check_refuse (problems,
                                g_strdup (_("A post of this formula has no written exam; give it another formula.")),
                                "%s.total", path);
    }
}

static gboolean
is_formula_of (const KpSchemePost  *post,
               const KpSchemeTotal *total)
{
  gboolean is_own = g_strcmp0 (post->total, total->id) == 0;

  for (guint i = 0; i < post->total_for->len; i++)
    is_own = is_own || g_strcmp0 (((KpSchemeTotalFor *) g_ptr_array_index (post->total_for, i))->total, total->id) == 0;

  return is_own;
}

/* Papers whose weights neither make 100 % nor 100 points are refused already. */
static gboolean
has_whole_weights (const KpScheme     *scheme,
                   const KpSchemePost *post)
{
  g_autoptr (GPtrArray) papers = kp_scheme_list_papers (scheme, post);
  KpFraction            weights = KP_FRACTION_ZERO;

  for (guint i = 0; i < papers->len; i++)
    weights = kp_fraction_add (weights, kp_scheme_get_paper_weight (post, g_ptr_array_index (papers, i)));

  return kp_fraction_is_known (weights) && kp_fraction_compare (weights, KP_FRACTION_ONE) == 0;
}

static gchar *
dup_points (KpFraction points)
{
  return points.den == 1 ? kp_fraction_dup_text (points) : kp_fraction_dup_decimal (points, 2);
}

/* A paper of 150 beside an interview of 100 shifts the weights that the notice names: 60 % and 40 % of a total of 130. A
 * written mark that stands alone is ranked by whatever scale it has. */
static void
check_written_full (GPtrArray           *problems,
                    const KpScheme      *scheme,
                    const KpSchemeTotal *total,
                    guint                index)
{
  const KpFraction weight = total->policy.weights[KP_PART_WRITTEN];
  const KpFraction hundred = kp_fraction_new (100, 1);

  if (weight.num <= 0 || kp_fraction_compare (weight, KP_FRACTION_ONE) >= 0)
    return;

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      const KpFraction    full = kp_written_get_full (scheme, post);
      g_autofree gchar   *written = NULL;
      g_autofree gchar   *sum = NULL;

      if (!post->has_written || !is_formula_of (post, total) || !has_whole_weights (scheme, post) || full.num == 0
          || kp_fraction_compare (full, hundred) == 0)
        continue;
      written = dup_points (full);
      sum = dup_points (kp_fraction_add (kp_fraction_multiply (weight, full),
                                         kp_fraction_multiply (kp_fraction_subtract (KP_FRACTION_ONE, weight), hundred)));
      kp_scheme_check_warn (problems,
                            g_strdup_printf (_("The written exam gives at most %s, so the total with the interview is one of %s, "
                                               "not of 100; turn the papers into 100 by their weights (150: \"2/3\"), or confirm "
                                               "that this is meant."),
                                             written, sum),
                            "totals[%u].weights", index);
      return;
    }
}

/**
 * kp_scheme_check_refuse_weights:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @sum: of kp_scheme_check_add_weights(), which isn't what it should be
 * @list: "totals" or "heats"
 * @index: in it
 *
 * Adds that the weights don't make up the whole.
 */
void
kp_scheme_check_refuse_weights (GPtrArray  *problems,
                                KpFraction  sum,
                                const char *list,
                                guint       index)
{
  g_autofree gchar *text = kp_weight_dup_text (sum);

  kp_scheme_check_refuse (problems,
                          g_strdup_printf (_("The weights, with the credential points, add up to %s, not to 100%%; "
                                             "correct them; a total that is out of something else says so by \"full\"."),
                                           text),
                          "%s[%u].weights", list, index);
}

/* The parts make the full mark that the notice names, which is 100 unless it says so. */
static void
check_full (GPtrArray           *problems,
            const KpScheme      *scheme,
            const KpSchemeTotal *total,
            guint                index)
{
  const KpFraction  weights = kp_scheme_check_add_weights (scheme, &total->policy);
  const KpFraction  full = kp_fraction_new (total->policy.full, 100 * KP_MARK_UNIT);
  g_autofree gchar *made = kp_fraction_dup_decimal (kp_fraction_multiply (weights, kp_fraction_new (100, 1)), 2);
  g_autofree gchar *named = kp_mark_dup_text (total->policy.full, 0);

  if (total->policy.full <= 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A full mark must be greater than 0; correct it.")), "totals[%u].full",
                            index);
  else if (total->policy.full != KP_MARK (100, 0) && kp_fraction_compare (weights, full) != 0)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The parts make %s points together, \"full\" says %s; correct one."), made,
                                             named),
                            "totals[%u].full", index);
  else if (kp_fraction_compare (weights, full) != 0)
    kp_scheme_check_refuse_weights (problems, weights, "totals", index);
  else if (total->policy.full == KP_MARK (100, 0))
    check_written_full (problems, scheme, total, index);
}

static void
check_total (GPtrArray           *problems,
             const KpScheme      *scheme,
             const KpSchemeTotal *total,
             guint                index)
{
  g_autofree gchar *ties = g_strdup_printf ("totals[%u].ties", index);

  if (*total->id == '\0' || kp_scheme_get_total (scheme, total->id) != total)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The formula “%s” has no id or is there twice; change it."), total->id),
                            "totals[%u].id", index);
  check_full (problems, scheme, total, index);
  if (total->policy.weights[KP_PART_CREDENTIAL].num > 0 && !scheme->credential.applies)
    kp_scheme_check_refuse (problems, g_strdup (_("The formula counts credential points, but the scheme gives none; "
                                                  "correct one.")),
                            "totals[%u].weights.credential", index);
  if (total->policy.weights[KP_PART_WRITTEN].num > 0 && is_for_post_without_written (scheme, total->id))
    kp_scheme_check_refuse (problems, g_strdup (_("A post of this formula has no written exam; give it another "
                                                  "formula.")),
                            "totals[%u].weights.written", index);
  if (total->policy.weights[KP_PART_BONUS].num > 0 && scheme->bonus.items->len > 0
      && !kp_bonus_policy_reaches (&scheme->bonus, KP_BONUS_ON_TOTAL))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Bonus has a weight of its own only when its target is the total; correct one.")),
                            "totals[%u].weights.bonus", index);
  check_parts (problems, scheme, total, index);
  kp_scheme_check_ties (problems, scheme, total, total->policy.ties, ties);
}

/**
 * kp_scheme_check_totals:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with credential points, other parts, weights and tie orders.
 */
void
kp_scheme_check_totals (GPtrArray      *problems,
                        const KpScheme *scheme)
{
  check_credential (problems, scheme);
  check_others (problems, scheme);
  for (guint i = 0; i < scheme->posts->len; i++)
    check_total_for (problems, scheme, g_ptr_array_index (scheme->posts, i), i);
  for (guint i = 0; i < scheme->totals->len; i++)
    check_total (problems, scheme, g_ptr_array_index (scheme->totals, i), i);
}
