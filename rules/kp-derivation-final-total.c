/* kp-derivation-final-total.c – 最终成绩 of a derivation: the total and the mark of the background check, weighed and ranked.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation-private.h"

#define NOTICE "体检和考察"

static void
add_part (KpDerivation *derivation,
          const char   *name,
          KpFraction    plain,
          KpFraction    weight,
          KpFraction    weighed)
{
  const KpFinalTotalPolicy *score = &derivation->contest->scheme->background.score;
  const KpFraction          exact = kp_fraction_multiply (plain, weight);
  g_autofree gchar *label = g_strdup_printf ("%s（折算）", name);
  g_autofree gchar *own = kp_derivation_dup_number (plain);
  g_autofree gchar *share = kp_weight_dup_text (weight);
  g_autofree gchar *product = kp_derivation_dup_number (exact);
  g_autofree gchar *value = kp_derivation_dup_number (weighed);
  g_autofree gchar *rounding
      = score->rounds_parts ? kp_derivation_dup_rounding (exact, weighed, (gint) score->part_decimals, score->rounding)
                            : g_strdup ("");

  kp_derivation_add (derivation, KP_STAGE_BACKGROUND, label, value, kp_derivation_get_clause (derivation, NOTICE),
                     "%s×%s=%s分%s。", own, share, product, rounding);
}

static void
add_sum (KpDerivation *derivation)
{
  const KpFinalTotalPolicy *score = &derivation->contest->scheme->background.score;
  const KpFinalTotalResult *final = &derivation->result->final_total;
  g_autofree gchar *of_total = kp_derivation_dup_number (final->of_total);
  g_autofree gchar *of_mark = kp_derivation_dup_number (final->of_mark);
  g_autofree gchar *exact = kp_derivation_dup_number (final->exact);
  g_autofree gchar *value = kp_mark_dup_text (final->total, score->decimals);
  g_autofree gchar *rounding = kp_derivation_dup_rounding (final->exact, kp_fraction_from_mark (final->total),
                                                           (gint) score->decimals, score->rounding);

  kp_derivation_add (derivation, KP_STAGE_BACKGROUND, "最终成绩", value, kp_derivation_get_clause (derivation, NOTICE),
                     "%s+%s=%s分%s。", of_total, of_mark, exact, rounding);
}

static gboolean
find_total (const KpContestResult *result,
            KpMark                *total)
{
  *total = result->final_total.total;

  return result->has_final_total && result->final_total.place.place > 0;
}

static void
add_place (KpDerivation *derivation)
{
  const KpFinalTotalResult *own = &derivation->result->final_total;

  kp_derivation_add_place (derivation,
                           &(KpDerivationRanking) { KP_STAGE_BACKGROUND, NOTICE, "最终成绩", "参加考察、列入名次的",
                                                    derivation->contest->scheme->background.score.ties, own->total,
                                                    &own->place, find_total });
}

/**
 * kp_derivation_final_total:
 * @derivation: a derivation
 *
 * 最终成绩: of whom was called to a background check that is scored, how total and mark make it, and the place.
 */
void
kp_derivation_final_total (KpDerivation *derivation)
{
  const KpScheme           *scheme = derivation->contest->scheme;
  const KpFinalTotalPolicy *score = &scheme->background.score;
  const KpFinalTotalResult *final = &derivation->result->final_total;
  g_autofree gchar         *name = NULL;
  KpPart                    part;

  if (!derivation->result->has_final_total || !kp_scheme_find_final_part (scheme, &part))
    return;
  if (!kp_standing_has_total (final->standing))
    {
      kp_derivation_add (derivation, KP_STAGE_BACKGROUND, "最终成绩", kp_final_total_get_chinese (final->standing),
                         kp_derivation_get_clause (derivation, NOTICE), "没有考察成绩的，没有最终成绩。");
      return;
    }
  name = kp_scheme_dup_part_chinese (scheme, part);
  add_part (derivation, "综合成绩", kp_fraction_from_mark (derivation->result->total.total), score->of_total, final->of_total);
  add_part (derivation, name, kp_fraction_from_mark (derivation->who->others[part - KP_PART_OTHER_1].mark), score->of_mark,
            final->of_mark);
  add_sum (derivation);
  if (final->place.place > 0)
    add_place (derivation);
  else
    kp_derivation_add (derivation, KP_STAGE_BACKGROUND, "最终成绩名次", "无名次",
                       kp_derivation_get_clause (derivation, NOTICE), "%s，为考察不合格，不列名次。",
                       kp_final_total_get_chinese (final->standing));
}
