/* kp-scheme-check-score.c – checks the score of the background check and the final total that it makes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The total says who is called, so nothing of it can ask for a mark that only who was called gets. */

#include "kp-heat.h"
#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

#define PATH "background.score"

/* Values that stand beside a check which isn't scored. */
static gboolean
has_values (const KpFinalTotalPolicy *score)
{
  return score->has_line || score->line_is_strict || kp_fraction_is_known (score->of_total)
         || kp_fraction_is_known (score->of_mark) || score->ties->len > 0 || score->rounds_parts;
}

static void
check_other (GPtrArray      *problems,
             const KpScheme *scheme)
{
  const char *code = scheme->background.score.other;
  KpPart      part;

  if (!kp_stage_order_contains (&scheme->stages, KP_STAGE_BACKGROUND))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The background check is scored, but \"stages\" has none; add the stage, or remove "
                                        "the score.")),
                            PATH ".other");
  if (!kp_scheme_find_final_part (scheme, &part))
    {
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("There is no part “%s” to be scored; name one of \"others\"."), code),
                              PATH ".other");
      return;
    }
  for (guint i = 0; i < scheme->totals->len; i++)
    if (((const KpSchemeTotal *) g_ptr_array_index (scheme->totals, i))->policy.weights[part].num > 0)
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("“%s” is scored only after the total has called somebody, so the total can't "
                                                 "count it; remove it here or from the background check."),
                                               code),
                              "totals[%u].weights.%s", i, kp_part_get_name (part));
  for (guint i = 0; i < scheme->heats->len; i++)
    if (g_strcmp0 (((const KpSchemeHeat *) g_ptr_array_index (scheme->heats, i))->other, code) == 0)
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("“%s” is a test before the interview and the score of the background check; "
                                                 "give one of them a part of its own."),
                                               code),
                              "heats[%u].other", i);
}

/* Weights make a final total out of as much as the total is. */
static void
check_weights (GPtrArray      *problems,
               const KpScheme *scheme)
{
  const KpFinalTotalPolicy *score = &scheme->background.score;
  KpPart                    part;

  if (!kp_fraction_is_known (score->of_total) || score->of_total.num <= 0 || !kp_fraction_is_known (score->of_mark)
      || score->of_mark.num <= 0)
    {
      kp_scheme_check_refuse (problems,
                              g_strdup (_("The final total needs the weights of the total and of the score; write both, such "
                                          "as \"80%\" and \"20%\".")),
                              PATH ".weights");
      return;
    }
  for (guint i = 0; kp_scheme_find_final_part (scheme, &part) && i < scheme->totals->len; i++)
    {
      const KpSchemeTotal *total = g_ptr_array_index (scheme->totals, i);
      const KpSchemeOther *other = g_ptr_array_index (scheme->others, part - KP_PART_OTHER_1);
      const KpFraction     full = kp_fraction_from_mark (total->policy.full);
      const KpFraction     sum
          = kp_fraction_add (kp_fraction_multiply (full, score->of_total),
                             kp_fraction_multiply (kp_fraction_from_mark (other->full), score->of_mark));
      g_autofree gchar *reached = kp_fraction_dup_decimal (sum, 2);
      g_autofree gchar *wanted = kp_fraction_dup_decimal (full, 2);

      if (kp_fraction_compare (sum, full) == 0)
        continue;
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("With these weights a final total reaches at most %s, not the %s of the total "
                                                 "“%s”; correct them."),
                                               reached, wanted, total->id),
                              PATH ".weights");
      return;
    }
}

static void
check_line (GPtrArray      *problems,
            const KpScheme *scheme)
{
  const KpFinalTotalPolicy *score = &scheme->background.score;
  KpPart                    part;

  if (score->line_is_strict && !score->has_line)
    kp_scheme_check_refuse (problems, g_strdup (_("There is no line to lie above; write \"line\", or remove this.")),
                            PATH ".line_strict");
  if (score->has_line && kp_scheme_find_final_part (scheme, &part)
      && score->line > ((const KpSchemeOther *) g_ptr_array_index (scheme->others, part - KP_PART_OTHER_1))->full)
    kp_scheme_check_refuse (problems, g_strdup (_("The line lies above the full mark, nobody could pass; correct it.")),
                            PATH ".line");
}

static void
refuse_keys (GPtrArray       *problems,
             const KpScheme  *scheme,
             const GPtrArray *ties,
             const char      *path)
{
  const gboolean asks = kp_scheme_asks_final_total (scheme);
  KpPart         part = KP_PART_OTHER_1;
  const gboolean has_part = asks && kp_scheme_find_final_part (scheme, &part);

  for (guint i = 0; i < ties->len; i++)
    {
      const KpTieField field = ((const KpTie *) g_ptr_array_index (ties, i))->field;

      if (field == KP_TIE_TOTAL
          || (has_part && field == (KpTieField) (KP_TIE_OTHER_1 + (part - KP_PART_OTHER_1))))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("“%s” can part only who is equal in the final total; name another key."),
                                                 kp_tie_field_get_name (field)),
                                "%s[%u]", path, i);
    }
}

/* Orders that are asked before anybody has a score. */
static void
check_earlier_keys (GPtrArray      *problems,
                    const KpScheme *scheme)
{
  refuse_keys (problems, scheme, scheme->shortlist.tie_keys, "shortlist.tie_keys");
  for (guint i = 0; i < scheme->heats->len; i++)
    {
      g_autofree gchar *path = g_strdup_printf ("heats[%u].next.tie_keys", i);

      refuse_keys (problems, scheme, ((const KpSchemeHeat *) g_ptr_array_index (scheme->heats, i))->list.tie_keys, path);
    }
  for (guint i = 0; i < scheme->totals->len; i++)
    {
      g_autofree gchar *path = g_strdup_printf ("totals[%u].ties", i);

      refuse_keys (problems, scheme, ((const KpSchemeTotal *) g_ptr_array_index (scheme->totals, i))->policy.ties, path);
    }
}

/* Who was called has a final total and who wasn't has none: the two can't be ranked together. */
static void
check_lists (GPtrArray      *problems,
             const KpScheme *scheme)
{
  if (scheme->substitution.from != KP_SUBSTITUTES_FROM_POST)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Where the background check is scored, a place is filled from its own post only; write "
                                        "\"post\".")),
                            "substitution.from");
  if (kp_fraction_compare (scheme->physical.policy.ratio, KP_FRACTION_ONE) <= 0)
    kp_scheme_check_warn (problems,
                          g_strdup (_("As many are called as there are places, so the final total changes only the order; "
                                      "confirm the ratio “physical.list.ratio”.")),
                          PATH);
}

/**
 * kp_scheme_check_score:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with the score of the background check.
 */
void
kp_scheme_check_score (GPtrArray      *problems,
                       const KpScheme *scheme)
{
  check_earlier_keys (problems, scheme);
  if (!kp_scheme_asks_final_total (scheme))
    {
      if (has_values (&scheme->background.score))
        kp_scheme_check_refuse (problems,
                                g_strdup (_("Nothing says what is scored; write \"other\" with the code of one of \"others\", "
                                            "or remove the rest.")),
                                PATH ".other");
      return;
    }
  check_other (problems, scheme);
  check_weights (problems, scheme);
  check_line (problems, scheme);
  check_lists (problems, scheme);
  kp_scheme_check_ties (problems, scheme, NULL, scheme->background.score.ties, PATH ".ties");
}
