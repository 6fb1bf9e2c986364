/* kp-proof.c – proofs 身份和资格证明: which claims have to be shown by which papers, and what a check makes of them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The claim of somebody who has to show a proof:
 *
 *   outcome     papers           source   day of the answer   reason   the claim
 *   –                                                                  counts, told when late
 *   shown       one at least                                           counts, told when late
 *   confirmed   all              one      yes                          counts
 *   refuted                      one      yes                 yes      is lost
 *   missed      after `by` only                                        is lost
 *
 * Where the notice bounds the certificate's own day, it is confirmed only with one in time. */

#include "kp-proof.h"

#include <string.h>

static const char *const outcome_names[KP_N_PROOF_OUTCOMES] = {
  [KP_PROOF_OPEN] = "open",       [KP_PROOF_SHOWN] = "shown",   [KP_PROOF_CONFIRMED] = "confirmed",
  [KP_PROOF_REFUTED] = "refuted", [KP_PROOF_MISSED] = "missed",
};

static const char *const outcome_chinese[KP_N_PROOF_OUTCOMES] = {
  [KP_PROOF_OPEN] = "未提交",     [KP_PROOF_SHOWN] = "待核查",      [KP_PROOF_CONFIRMED] = "属实",
  [KP_PROOF_REFUTED] = "不属实",  [KP_PROOF_MISSED] = "逾期未提交",
};

/**
 * kp_proof_def_new:
 *
 * Returns: (transfer full): a proof with empty lists, which holds nothing up
 */
KpProofDef *
kp_proof_def_new (void)
{
  KpProofDef *def = g_new0 (KpProofDef, 1);

  def->facts = g_ptr_array_new_with_free_func (g_free);
  def->papers = g_ptr_array_new_with_free_func (g_free);
  def->sources = g_ptr_array_new_with_free_func (g_free);

  return def;
}

/**
 * kp_proof_def_free:
 * @def: (nullable) (transfer full): a proof
 */
void
kp_proof_def_free (KpProofDef *def)
{
  if (def == NULL)
    return;

  g_free (def->id);
  g_free (def->label);
  g_free (def->clause);
  g_clear_pointer (&def->when, kp_condition_free);
  g_ptr_array_unref (def->facts);
  g_ptr_array_unref (def->papers);
  g_ptr_array_unref (def->sources);
  g_free (def);
}

/**
 * kp_proof_is_asked:
 * @def: a proof of the scheme
 * @facts: what the candidate states, with what is lost
 *
 * Returns: whether the candidate claims what has to be proved; who may claim it, as far as is known, has to prove it, too
 */
gboolean
kp_proof_is_asked (const KpProofDef       *def,
                   const KpCandidateFacts *facts)
{
  return def->when != NULL && kp_condition_decide (def->when, facts) != KP_VERDICT_UNMET;
}

/**
 * kp_proof_is_lost:
 * @outcome: what stands
 *
 * Returns: whether the claim counts no more
 */
gboolean
kp_proof_is_lost (KpProofOutcome outcome)
{
  return outcome == KP_PROOF_REFUTED || outcome == KP_PROOF_MISSED;
}

/**
 * kp_proof_is_open:
 * @outcome: what stands
 *
 * Returns: whether nothing is settled yet: neither confirmed nor lost
 */
gboolean
kp_proof_is_open (KpProofOutcome outcome)
{
  return outcome == KP_PROOF_OPEN || outcome == KP_PROOF_SHOWN;
}

/**
 * kp_proof_is_late:
 * @def: a proof that is asked
 * @outcome: what stands
 * @today: the day that is looked at
 *
 * Returns: whether the last day is over and the claim isn't settled; on the last day itself it isn't late
 */
gboolean
kp_proof_is_late (const KpProofDef *def,
                  KpProofOutcome    outcome,
                  KpDate            today)
{
  return kp_proof_is_open (outcome) && !kp_date_is_none (def->by) && kp_date_compare (today, def->by) > 0;
}

/**
 * kp_proof_holds_up:
 * @def: a proof that is asked
 * @outcome: what stands
 * @moment: what is to be done
 *
 * Returns: whether it can't be done before the claim is settled: what has to be proved for the opening has to be for what
 *   comes later, too
 */
gboolean
kp_proof_holds_up (const KpProofDef *def,
                   KpProofOutcome    outcome,
                   KpProofMoment     moment)
{
  return kp_proof_is_open (outcome) && def->before != KP_PROOF_BEFORE_NOTHING && def->before <= moment;
}

static gboolean
is_listed (const GPtrArray *list,
           const char      *word)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) list, word, g_str_equal, NULL);
}

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

static KpProofFault
find_paper_fault (const KpProofDef   *def,
                  const KpProofCheck *check,
                  const char        **word)
{
  guint n_shown = check->papers != NULL ? g_strv_length ((gchar **) check->papers) : 0;

  for (guint i = 0; i < n_shown; i++)
    {
      *word = check->papers[i];
      if (!is_listed (def->papers, check->papers[i]))
        return KP_PROOF_FAULT_OTHER_PAPER;
    }
  if (check->outcome == KP_PROOF_SHOWN && n_shown == 0)
    return KP_PROOF_FAULT_NO_PAPER;
  for (guint i = 0; check->outcome == KP_PROOF_CONFIRMED && i < def->papers->len; i++)
    {
      *word = g_ptr_array_index (def->papers, i);
      if (n_shown == 0 || !g_strv_contains (check->papers, *word))
        return KP_PROOF_FAULT_FEW_PAPERS;
    }

  return KP_PROOF_FAULT_NONE;
}

static KpProofFault
find_answer_fault (const KpProofDef   *def,
                   const KpProofCheck *check,
                   KpDate              today,
                   const char        **word)
{
  *word = check->source;
  if (!is_said (check->source))
    return KP_PROOF_FAULT_NO_SOURCE;
  if (def->sources->len > 0 && !is_listed (def->sources, check->source))
    return KP_PROOF_FAULT_OTHER_SOURCE;
  if (kp_date_is_none (check->checked_on))
    return KP_PROOF_FAULT_NO_DAY;
  if (kp_date_compare (check->checked_on, today) > 0)
    return KP_PROOF_FAULT_LATER_DAY;

  return KP_PROOF_FAULT_NONE;
}

static KpProofFault
find_date_fault (const KpProofDef   *def,
                 const KpProofCheck *check,
                 KpDate              today)
{
  if (!kp_date_is_none (check->dated_on) && kp_date_compare (check->dated_on, today) > 0)
    return KP_PROOF_FAULT_LATER_DAY;
  if (check->outcome == KP_PROOF_CONFIRMED && kp_date_compare (check->dated_on, check->checked_on) > 0)
    return KP_PROOF_FAULT_AFTER_ANSWER;
  if (kp_date_is_none (def->dated_by) || check->outcome != KP_PROOF_CONFIRMED)
    return KP_PROOF_FAULT_NONE;
  if (kp_date_is_none (check->dated_on))
    return KP_PROOF_FAULT_NO_DATE;

  return kp_date_compare (check->dated_on, def->dated_by) > 0 ? KP_PROOF_FAULT_LATE_DATE : KP_PROOF_FAULT_NONE;
}

/**
 * kp_proof_find_fault:
 * @def: a proof of the scheme
 * @check: what somebody writes down
 * @today: the day on which it is written
 * @word: (out) (transfer none) (nullable): the paper or source that the fault is about
 *
 * By the table at the head.
 *
 * Returns: what is missing or can't be so, or NONE
 */
KpProofFault
kp_proof_find_fault (const KpProofDef   *def,
                     const KpProofCheck *check,
                     KpDate              today,
                     const char        **word)
{
  KpProofFault fault;

  *word = NULL;
  if (check->outcome == KP_PROOF_OPEN)
    return KP_PROOF_FAULT_NO_OUTCOME;
  fault = find_paper_fault (def, check, word);
  if (fault != KP_PROOF_FAULT_NONE)
    return fault;
  if (check->outcome == KP_PROOF_MISSED)
    return kp_proof_is_late (def, KP_PROOF_OPEN, today) ? KP_PROOF_FAULT_NONE : KP_PROOF_FAULT_TOO_EARLY;
  if (check->outcome != KP_PROOF_SHOWN)
    fault = find_answer_fault (def, check, today, word);
  if (fault != KP_PROOF_FAULT_NONE)
    return fault;
  if (check->outcome == KP_PROOF_REFUTED && !is_said (check->note))
    return KP_PROOF_FAULT_NO_REASON;

  return find_date_fault (def, check, today);
}

/**
 * kp_proof_dup_reason:
 * @def: a proof of the scheme
 * @check: what stands of it
 *
 * Returns: (transfer full) (nullable): why the claim is lost, for the candidate, without a full stop; NULL = it isn't
 */
gchar *
kp_proof_dup_reason (const KpProofDef   *def,
                     const KpProofCheck *check)
{
  g_autofree gchar *day = kp_date_dup_chinese (check->outcome == KP_PROOF_MISSED ? def->by : check->checked_on);

  if (check->outcome == KP_PROOF_MISSED)
    return g_strdup_printf ("%s：未在%s前（含当日）证明", def->label, day);
  if (check->outcome != KP_PROOF_REFUTED)
    return NULL;

  return g_strdup_printf ("%s：%s经%s核查不属实（%s）", def->label, day, check->source, check->note);
}

/**
 * kp_proof_outcome_get_name:
 * @outcome: an outcome
 *
 * Returns: the stable name in records and JSON
 */
const char *
kp_proof_outcome_get_name (KpProofOutcome outcome)
{
  return outcome_names[outcome];
}

/**
 * kp_proof_outcome_get_chinese:
 * @outcome: an outcome
 *
 * Returns: the word on screen and paper
 */
const char *
kp_proof_outcome_get_chinese (KpProofOutcome outcome)
{
  return outcome_chinese[outcome];
}

/**
 * kp_proof_outcome_parse:
 * @name: (nullable): a stable name
 * @out: (out): the outcome; untouched when there is none
 *
 * Returns: whether there is such an outcome
 */
gboolean
kp_proof_outcome_parse (const char     *name,
                        KpProofOutcome *out)
{
  for (guint i = 0; name != NULL && i < KP_N_PROOF_OUTCOMES; i++)
    if (strcmp (outcome_names[i], name) == 0)
      {
        *out = (KpProofOutcome) i;
        return TRUE;
      }

  return FALSE;
}
