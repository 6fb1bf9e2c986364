/* kp-derivation-review.c – review and opening of a derivation: each requirement, and the numbers of the post.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation-private.h"

#include <string.h>

static void
add_findings (KpDerivation *derivation,
              KpCheck       moment,
              KpStage       stage)
{
  g_autoptr (GPtrArray) findings = kp_contest_dup_findings (derivation->contest, derivation->index, moment);

  for (guint i = 0; i < findings->len; i++)
    {
      const KpFinding *finding = g_ptr_array_index (findings, i);

      kp_derivation_add (derivation, stage, finding->label, kp_verdict_get_chinese (finding->verdict), finding->clause, "%s",
                         finding->sentence);
    }
}

/**
 * kp_derivation_review:
 * @derivation: a derivation
 *
 * 资格审查: each requirement with its finding, and the outcome.
 */
void
kp_derivation_review (KpDerivation *derivation)
{
  const KpContestResult      *result = derivation->result;
  const char                 *clause = kp_derivation_get_clause (derivation, "报名和资格审查");
  const char                 *outcome = kp_review_outcome_get_chinese (result->review);

  if (derivation->post == NULL)
    {
      kp_derivation_add (derivation, KP_STAGE_REGISTRATION, "报名", "无效", clause, "已撤回报名，或者所报岗位不在招聘方案之内。");
      return;
    }
  add_findings (derivation, KP_CHECK_REVIEW, KP_STAGE_REVIEW);
  if (result->is_registered_twice)
    kp_derivation_add (derivation, KP_STAGE_REVIEW, "审查结论", outcome, clause,
                       "每人限报一个岗位；重复报名的，在撤回其他报名之前均不计入。");
  else if (result->is_unpaid)
    kp_derivation_add (derivation, KP_STAGE_REVIEW, "审查结论", outcome, clause, "未按时缴纳报名费，视为放弃报名。");
  else if (derivation->who->has_review)
    kp_derivation_add (derivation, KP_STAGE_REVIEW, "审查结论", outcome, clause, "审查机关作出的结论。");
  else
    kp_derivation_add (derivation, KP_STAGE_REVIEW, "审查结论", outcome, clause, "由以上各项审查意见得出。");
}

/**
 * kp_derivation_open:
 * @derivation: a derivation
 *
 * 开考: what the post counted, what the ratio asked for, and what became of it. The contest's `why` begins with just that
 * sentence; what follows in it tells of places that came or went later.
 */
void
kp_derivation_open (KpDerivation *derivation)
{
  const KpContestPost *post = derivation->post;
  const char          *why = post->why != NULL ? post->why : "";
  const char          *end = strstr (why, "。");
  const gsize          length = end != NULL ? (gsize) (end - why) + strlen ("。") : strlen (why);
  g_autofree gchar    *sentence = g_strndup (why, length);

  kp_derivation_add (derivation, KP_STAGE_REVIEW, "岗位开考", kp_quota_outcome_get_chinese (post->opening),
                     kp_derivation_get_clause (derivation, "开考比例"), "%s%s：%s", post->post->code, post->post->name,
                     sentence);
  if (derivation->who->post != NULL && strcmp (derivation->who->post, post->post->code) != 0)
    kp_derivation_add (derivation, KP_STAGE_REVIEW, "改报", post->post->code,
                       kp_derivation_get_clause (derivation, "开考比例"), "原报%s岗位取消，改报%s岗位。", derivation->who->post,
                       post->post->code);
}
