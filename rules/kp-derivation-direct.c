/* kp-derivation-direct.c – 免试直接聘用 of a derivation: why somebody is hired without any exam, or isn't.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation-private.h"

static guint
count_asking (const KpDerivation *derivation)
{
  guint n = 0;

  for (guint i = 0; i < derivation->post->entrants->len; i++)
    n += derivation->contest->results[g_array_index (derivation->post->entrants, guint, i)].direct != KP_DIRECT_NONE;

  return n;
}

static gchar *
dup_reason (const KpDerivation *derivation)
{
  const KpDirectHirePolicy *policy = &derivation->contest->scheme->direct_hire;

  switch (derivation->result->direct)
    {
    case KP_DIRECT_UNDECIDED:
      return g_strdup ("人数超过名额，由招聘工作领导小组研究决定人选，尚未决定");
    case KP_DIRECT_LEFT:
      return g_strdup_printf ("人数超过名额，经招聘工作领导小组研究决定未列为人选，%s",
                              policy->left == KP_DIRECT_LEFT_TO_EXAM ? "参加考试" : "不再参加本次招聘");
    case KP_DIRECT_NONE:
    case KP_DIRECT_HIRED:
    default:
      if (count_asking (derivation) > derivation->post->n_direct)
        return g_strdup_printf ("经招聘工作领导小组研究决定列第%u位，不参加考试", derivation->result->total.place.place);
      return g_strdup ("名额足够，不参加考试");
    }
}

/**
 * kp_derivation_direct:
 * @derivation: a derivation
 *
 * 免试直接聘用: the condition that is fulfilled, how many places there are this way and for how many, and whether this person
 * has one of them. Says nothing to whom the way isn't open.
 */
void
kp_derivation_direct (KpDerivation *derivation)
{
  const KpDirectVerdict verdict = derivation->result->direct;
  g_autofree gchar     *who = NULL;
  g_autofree gchar     *reason = NULL;

  if (verdict == KP_DIRECT_NONE)
    return;

  who = kp_condition_dup_chinese (derivation->contest->scheme->direct_hire.when);
  reason = dup_reason (derivation);
  kp_derivation_add (derivation, KP_STAGE_REVIEW, KP_DERIVATION_DIRECT, kp_direct_verdict_get_chinese (verdict),
                     kp_derivation_get_clause (derivation, KP_DERIVATION_DIRECT),
                     "资格审查合格，符合条件（%s）；本岗位符合条件%u人，免试直接聘用名额%u人，%s。", who, count_asking (derivation),
                     derivation->post->n_direct, reason);
}

/**
 * kp_derivation_dup_plan:
 * @derivation: a derivation
 * @places: for which the list was made
 *
 * Returns: (transfer full): "岗位计划3人", or "岗位计划3人扣除免试直接聘用1人后2人"
 */
gchar *
kp_derivation_dup_plan (const KpDerivation *derivation,
                        guint               places)
{
  const guint n_direct = derivation->post->n_direct;

  if (n_direct == 0)
    return g_strdup_printf ("岗位计划%u人", places);
  return g_strdup_printf ("岗位计划%u人扣除免试直接聘用%u人后%u人", places + n_direct, n_direct, places);
}
