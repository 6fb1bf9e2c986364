/* kp-qualify-words.c – one finding in the words that the candidate and the reviewer read.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-qualify-private.h"

#include <string.h>

/* The demand as part of a longer sentence: without its own full stop. */
static gchar *
dup_demand (const char        *text,
            const KpCondition *condition)
{
  const char *stop = "。";

  if (text == NULL || *text == '\0')
    return kp_condition_dup_chinese (condition);
  if (g_str_has_suffix (text, stop))
    return g_strndup (text, strlen (text) - strlen (stop));

  return g_strdup (text);
}

/* 须补充材料: what a person asks for, in that person's words. */
static gchar *
dup_asked_sentence (const KpRequirement *requirement,
                    const KpJudged      *judged)
{
  gboolean has_note = judged->note != NULL && *judged->note != '\0';

  return g_strdup_printf ("%s：经%s审查，须补充材料%s%s。", requirement->label, judged->by != NULL ? judged->by : "审查人员",
                          has_note ? "：" : "", has_note ? judged->note : "");
}

/* Not only what is refused: "符合要求", "不符合要求" as somebody decided and the facts say or don't. */
static gchar *
dup_judged_sentence (const KpRequirement *requirement,
                     const KpQualifyDecision *decision,
                     const char          *values)
{
  const char       *word = decision->verdict == KP_VERDICT_MET ? "符合要求" : "不符合要求";
  const char       *computed = decision->computed == KP_VERDICT_MET ? "符合要求" : "不符合要求";
  const char       *by = decision->judged->by != NULL ? decision->judged->by : "审查人员";
  gboolean          has_note = decision->judged->note != NULL && *decision->judged->note != '\0';
  g_autofree gchar *note = has_note ? g_strdup_printf ("：%s", decision->judged->note) : g_strdup ("");

  if (decision->computed == KP_VERDICT_NEEDS_PAPER || decision->computed == KP_VERDICT_BY_HAND)
    return g_strdup_printf ("%s：经%s核实，%s%s。", requirement->label, by, word, note);

  return g_strdup_printf ("%s：按报名信息%s（%s），经%s认定%s%s。", requirement->label, computed, values, by, word, note);
}

/* What is asked for: the paper by its name where the notice names one. */
static gchar *
dup_paper_sentence (const KpRequirement *requirement,
                    const KpRelaxation  *relaxation,
                    const KpFinding     *finding)
{
  if (finding->proof != NULL)
    return g_strdup_printf ("%s：请提供%s（%s）。", requirement->label, finding->proof, finding->values);
  if (relaxation != NULL)
    return g_strdup_printf ("%s：请提供“%s”的证明材料（%s）。", requirement->label, relaxation->label, finding->values);

  return g_strdup_printf ("%s：报名信息不全，请补充证明材料（%s）。", requirement->label, finding->values);
}

/* What stands in 审查意见 and in the letter to the candidate. */
static gchar *
dup_sentence (const KpRequirement *requirement,
              const KpQualifyDecision *decision,
              const KpFinding     *finding)
{
  const KpRelaxation *relaxation = decision->relaxation;
  g_autofree gchar   *demand = NULL;
  const char         *refusal = requirement->refusal;

  if (requirement->condition == NULL)
    return g_strdup_printf ("%s：本岗位不作要求。", requirement->label);
  if (finding->verdict == KP_VERDICT_NOT_APPLICABLE)
    return g_strdup_printf ("%s：不属于本项要求的对象。", requirement->label);
  if (decision->judged != NULL && decision->verdict == KP_VERDICT_NEEDS_PAPER)
    return dup_asked_sentence (requirement, decision->judged);
  if (decision->judged != NULL && decision->verdict != decision->computed)
    return dup_judged_sentence (requirement, decision, finding->values);
  if (finding->verdict == KP_VERDICT_MET && relaxation != NULL)
    return g_strdup_printf ("%s：按“%s”放宽条件符合要求。", requirement->label, relaxation->label);
  if (finding->verdict == KP_VERDICT_MET)
    return g_strdup_printf ("%s：符合要求。", requirement->label);
  if (finding->verdict == KP_VERDICT_NEEDS_PAPER)
    return dup_paper_sentence (requirement, relaxation, finding);

  demand = dup_demand (requirement->text, requirement->condition);
  if (finding->verdict == KP_VERDICT_BY_HAND)
    return g_strdup_printf ("%s：须由审查人员核实（%s）。", requirement->label, demand);

  if (refusal == NULL || *refusal == '\0')
    refusal = kp_reason_get_sentence (requirement->reason);
  return g_strdup_printf ("%s。公告要求：%s；报名信息为：%s。%s%s",
                          refusal != NULL ? refusal : "不符合公告要求", demand, finding->values,
                          decision->lost != NULL ? decision->lost->why : "", decision->lost != NULL ? "。" : "");
}

/* What was looked at: the condition, whom it is asked of, the group of the relaxation. */
static gchar *
dup_values (const KpRequirement    *requirement,
            const KpRelaxation     *relaxation,
            const KpCandidateFacts *facts)
{
  const KpCondition  *conditions[] = { requirement->condition, requirement->when,
                                       relaxation != NULL ? relaxation->group : NULL };
  g_autoptr (GString) values = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      g_autofree gchar *text = conditions[i] != NULL ? kp_condition_dup_values (conditions[i], facts) : NULL;

      if (text != NULL && *text != '\0')
        g_string_append_printf (values, "%s%s", values->len > 0 ? "；" : "", text);
    }

  return g_strdup (values->str);
}

/**
 * kp_finding_new:
 * @requirement: a requirement
 * @decision: how it came out
 * @facts: what the candidate states
 *
 * Returns: (transfer full): the finding with its sentence for the candidate and the values that were looked at, as stated.
 */
KpFinding *
kp_finding_new (const KpRequirement     *requirement,
                const KpQualifyDecision *decision,
                const KpCandidateFacts  *facts)
{
  const KpRelaxation *relaxation = decision->relaxation;
  KpCandidateFacts    stated = *facts;
  KpFinding          *finding = g_new0 (KpFinding, 1);

  stated.lost = NULL;
  stated.n_lost = 0;

  finding->requirement = g_strdup (requirement->id);
  finding->label = g_strdup (requirement->label);
  finding->verdict = decision->verdict;
  finding->computed = decision->computed;
  finding->is_judged = decision->judged != NULL;
  finding->values = requirement->condition != NULL ? dup_values (requirement, relaxation, &stated) : g_strdup ("");
  if (relaxation != NULL)
    finding->relaxation = g_strdup (relaxation->id);
  if (finding->verdict != KP_VERDICT_NOT_APPLICABLE)
    finding->proof = g_strdup (relaxation != NULL ? relaxation->proof : requirement->proof);
  finding->clause = g_strdup (relaxation != NULL ? relaxation->clause : requirement->clause);
  if (finding->verdict == KP_VERDICT_UNMET)
    finding->reason = g_strdup (requirement->reason);
  else if (finding->verdict == KP_VERDICT_NEEDS_PAPER)
    finding->reason = g_strdup ("R05");
  finding->sentence = dup_sentence (requirement, decision, finding);

  return finding;
}
