/* kp-renewal.c – whether the next contract has to be open-ended.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 劳动合同法 §14, unless the worker asks for a fixed term:
 *
 *   (一) ten years of unbroken work for the employer
 *   (三) two fixed terms in a row, and no ground of §39 or §40 (一)(二): the third contract
 *
 * 公益性岗位 are exempt (实施条例 §12). */

#include "kp-renewal.h"

#include "kp-labour.h"

#define TEN_YEARS 10
#define FIXED_TERMS 2

static const struct
{
  const char *clause;
  const char *chinese;
} words[KP_RENEWAL_N] = {
  [KP_RENEWAL_ANY] = { "劳动合同法第十二条", "期限由双方协商约定。" },
  [KP_RENEWAL_OPEN_TEN_YEARS] = { "劳动合同法第十四条第二款第（一）项",
                                  "劳动者在该用人单位连续工作满十年，应当订立无固定期限劳动合同。" },
  [KP_RENEWAL_OPEN_TWO_TERMS] = { "劳动合同法第十四条第二款第（三）项",
                                  "连续订立二次固定期限劳动合同后续订的，应当订立无固定期限劳动合同。" },
};

/**
 * kp_renewal_decide:
 * @renewal: the case
 *
 * Returns: what the next contract has to be, and by which clause
 */
KpRenewal
kp_renewal_decide (const KpRenewalCase *renewal)
{
  g_return_val_if_fail (kp_date_is_valid (renewal->next_start), KP_RENEWAL_ANY);

  if (renewal->asks_fixed || renewal->is_welfare_post)
    return KP_RENEWAL_ANY;
  if (kp_date_is_valid (renewal->continuous_from) &&
      kp_date_compare (kp_date_add_days (renewal->next_start, -1),
                       kp_labour_decide_end (renewal->continuous_from, TEN_YEARS * 12)) >= 0)
    return KP_RENEWAL_OPEN_TEN_YEARS;
  return renewal->n_fixed_terms >= FIXED_TERMS && !renewal->has_fault ? KP_RENEWAL_OPEN_TWO_TERMS
                                                                      : KP_RENEWAL_ANY;
}

/**
 * kp_renewal_get_clause:
 * @renewal: an answer
 *
 * Returns: the clause of law
 */
const char *
kp_renewal_get_clause (KpRenewal renewal)
{
  g_return_val_if_fail ((guint) renewal < KP_RENEWAL_N, NULL);
  return words[renewal].clause;
}

/**
 * kp_renewal_get_chinese:
 * @renewal: an answer
 *
 * Returns: what the law asks for, one sentence
 */
const char *
kp_renewal_get_chinese (KpRenewal renewal)
{
  g_return_val_if_fail ((guint) renewal < KP_RENEWAL_N, NULL);
  return words[renewal].chinese;
}

/**
 * kp_renewal_has_run_on:
 * @ends: last day of the term
 * @today: a day
 *
 * 法释〔2025〕12号: when work goes on for more than a month after the term and nobody objects, the worker may
 * ask for a renewal on the old terms.
 *
 * Returns: whether more than a month has gone by
 */
gboolean
kp_renewal_has_run_on (KpDate ends, KpDate today)
{
  return kp_date_compare (today, kp_labour_decide_end (kp_date_add_days (ends, 1), 1)) > 0;
}
