/* kp-substitution.c – whether somebody who leaves is replaced, and the words for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 湖南 2012: for the physical twice, for background or renunciation once.
 *
 *   rules                              leaves                      answer
 *   physical: max 2                    fails the physical          called for, the first and the second time
 *   background, any withdrew: max 1    fails the physical again    TIMES_USED
 *                                      fails the background        called for once
 *
 * 放弃可补而考察不合格不补: background, failed: not allowed; what no rule fits is allowed. The first rule that fits counts. */

#include "kp-substitution-private.h"

#define NO_RULE G_MAXUINT

static const char *const verdict_names[KP_N_FINAL_VERDICTS] = {
  [KP_FINAL_OUT] = "out",
  [KP_FINAL_IN] = "in",
  [KP_FINAL_SUBSTITUTE] = "substitute",
  [KP_FINAL_UNDECIDED] = "undecided",
  [KP_FINAL_NO_PLACE] = "no_place",
  [KP_FINAL_LEFT] = "left",
};

static const char *const verdict_chinese[KP_N_FINAL_VERDICTS] = {
  [KP_FINAL_OUT] = "未进入",
  [KP_FINAL_IN] = "进入",
  [KP_FINAL_SUBSTITUTE] = "递补进入",
  [KP_FINAL_UNDECIDED] = "待定",
  [KP_FINAL_NO_PLACE] = "不列名次",
  [KP_FINAL_LEFT] = "退出",
};

static const char *const vacancy_names[KP_N_VACANCIES] = {
  [KP_VACANCY_NONE] = "none",
  [KP_VACANCY_NOT_ALLOWED] = "not_allowed",
  [KP_VACANCY_CAUSE] = "cause",
  [KP_VACANCY_LATE] = "late",
  [KP_VACANCY_TIMES_USED] = "times_used",
  [KP_VACANCY_ROUNDS_USED] = "rounds_used",
  [KP_VACANCY_NOBODY_LEFT] = "nobody_left",
  [KP_VACANCY_UNDECIDED] = "undecided",
  [KP_VACANCY_SCORE] = "score",
  [KP_VACANCY_PENDING] = "pending",
  [KP_VACANCY_RESERVE] = "reserve",
  [KP_VACANCY_REFUSED] = "refused",
};

/**
 * kp_substitution_rule_new:
 *
 * Returns: (transfer full): a rule for every stage and cause that allows without limit, to be added to `rules`.
 */
KpSubstitutionRule *
kp_substitution_rule_new (void)
{
  KpSubstitutionRule *rule = g_new0 (KpSubstitutionRule, 1);

  rule->is_allowed = TRUE;

  return rule;
}

/**
 * kp_substitution_rule_free:
 * @rule: (nullable) (transfer full): a rule
 */
void
kp_substitution_rule_free (KpSubstitutionRule *rule)
{
  g_free (rule);
}

/**
 * kp_substitution_wave_new:
 *
 * Returns: (transfer full): a wave for everybody
 */
KpSubstitutionWave *
kp_substitution_wave_new (void)
{
  return g_new0 (KpSubstitutionWave, 1);
}

/**
 * kp_substitution_wave_free:
 * @wave: (nullable) (transfer full): a wave
 */
void
kp_substitution_wave_free (KpSubstitutionWave *wave)
{
  if (wave == NULL)
    return;
  g_clear_pointer (&wave->when, kp_condition_free);
  g_free (wave->label);
  g_free (wave);
}

/**
 * kp_substitution_policy_init:
 * @policy: (out): the defaults of domain.md §D; kp_substitution_policy_clear() frees what it owns
 *
 * The shortlist until the interview tickets are issued, the final lists until the publicity begins; for every cause,
 * from the post's own ranking.
 */
void
kp_substitution_policy_init (KpSubstitutionPolicy *policy)
{
  g_return_if_fail (policy != NULL);

  *policy = (KpSubstitutionPolicy) {
    .shortlist = KP_UNTIL_INTERVIEW_TICKETS,
    .final = KP_UNTIL_PUBLICITY,
    .rules = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_substitution_rule_free),
    .waves = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_substitution_wave_free),
  };
}

/**
 * kp_substitution_policy_clear:
 * @policy: a policy of kp_substitution_policy_init()
 *
 * Frees what it owns.
 */
void
kp_substitution_policy_clear (KpSubstitutionPolicy *policy)
{
  g_clear_pointer (&policy->rules, g_ptr_array_unref);
  g_clear_pointer (&policy->waves, g_ptr_array_unref);
}

/**
 * kp_substitution_policy_find_wave:
 * @policy: a policy
 * @facts: of somebody of another post, with the post to be filled
 *
 * What is missing or a person has still to judge isn't fulfilled.
 *
 * Returns: from 1: the first wave whose condition is fulfilled, 1 where the scheme has no waves; 0 = none, isn't called
 */
guint
kp_substitution_policy_find_wave (const KpSubstitutionPolicy *policy,
                                  const KpCandidateFacts     *facts)
{
  for (guint i = 0; i < policy->waves->len; i++)
    {
      const KpSubstitutionWave *wave = g_ptr_array_index (policy->waves, i);

      if (wave->when == NULL || kp_condition_decide (wave->when, facts) == KP_VERDICT_MET)
        return i + 1;
    }

  return policy->waves->len == 0 ? 1 : 0;
}

static gboolean
fits (const KpSubstitutionRule *rule,
      KpLeaving                 leaving)
{
  gboolean fits_stage = rule->n_stages == 0;
  gboolean fits_cause = rule->n_causes == 0;

  for (guint i = 0; i < rule->n_stages; i++)
    fits_stage = fits_stage || rule->stages[i] == leaving.stage;
  for (guint i = 0; i < rule->n_causes; i++)
    fits_cause = fits_cause || rule->causes[i] == leaving.cause;

  return fits_stage && fits_cause;
}

/**
 * kp_substitution_find_rule:
 * @policy: a policy
 * @leaving: where and why somebody left
 *
 * Returns: the index of the first rule that fits; G_MAXUINT when none does.
 */
guint
kp_substitution_find_rule (const KpSubstitutionPolicy *policy,
                           KpLeaving                   leaving)
{
  for (guint i = 0; i < policy->rules->len; i++)
    if (fits (g_ptr_array_index (policy->rules, i), leaving))
      return i;

  return NO_RULE;
}

/**
 * kp_substitution_decide_leaving:
 * @run: the lists on their way
 * @post: index of the post whose place was left
 * @leaving: where and why
 *
 * Returns: NONE when somebody may be called for the leaver now, else why nobody may.
 */
KpVacancy
kp_substitution_decide_leaving (const KpFinalRun *run,
                                guint             post,
                                KpLeaving         leaving)
{
  const KpSubstitutionRule *rule = NULL;
  guint                     index = kp_substitution_find_rule (run->policy, leaving);

  if (index != NO_RULE)
    rule = g_ptr_array_index (run->policy->rules, index);
  if (run->policy->final == KP_UNTIL_NEVER || run->list->max_rounds == 0)
    return KP_VACANCY_NOT_ALLOWED;
  if (rule != NULL && !rule->is_allowed)
    return KP_VACANCY_CAUSE;
  if (!kp_until_allows (run->policy->final, run->order, leaving.stage))
    return KP_VACANCY_LATE;
  if (rule != NULL && rule->max_times > 0 && run->fields[post].n_times[index] >= rule->max_times)
    return KP_VACANCY_TIMES_USED;
  if (run->final->posts[post].n_rounds >= run->list->max_rounds)
    return KP_VACANCY_ROUNDS_USED;

  return KP_VACANCY_NONE;
}

static gchar *
dup_reason (const KpFinalRun *run,
            KpVacancy         vacancy,
            KpLeaving         leaving)
{
  const char *stage = kp_leaving_get_stage_chinese (leaving.stage);
  const char *cause = kp_cause_get_chinese (leaving.cause);

  switch (vacancy)
    {
    case KP_VACANCY_NOT_ALLOWED:
      return g_strdup ("方案规定不递补");
    case KP_VACANCY_CAUSE:
      return g_strdup_printf ("%s环节%s的，方案规定不递补", stage, cause);
    case KP_VACANCY_LATE:
      return g_strdup_printf ("%s环节%s的，%s后不再递补", stage, cause, kp_until_get_chinese (run->policy->final));
    case KP_VACANCY_TIMES_USED:
      return g_strdup_printf ("%s环节%s的，规定的递补次数已用完", stage, cause);
    case KP_VACANCY_ROUNDS_USED:
      return g_strdup_printf ("递补次数已用完（共%u次）", run->list->max_rounds);
    case KP_VACANCY_NOBODY_LEFT:
      return g_strdup ("没有可以递补的人员");
    case KP_VACANCY_UNDECIDED:
      return g_strdup ("人选成绩并列，按方案不能分出先后，待确定");
    case KP_VACANCY_SCORE:
      return g_strdup ("有人考察成绩未录，最终成绩未定，暂不确定拟聘用人选");
    case KP_VACANCY_PENDING:
      return g_strdup ("有岗位的人选尚未确定，暂不跨岗位递补");
    case KP_VACANCY_RESERVE:
      return g_strdup_printf ("%s环节%s的，尚未从后备库递补", stage, cause);
    case KP_VACANCY_REFUSED:
      return g_strdup ("递补未获批准");
    case KP_VACANCY_NONE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * kp_vacancy_dup_sentence:
 * @run: the lists on their way
 * @vacancy: why a place stays empty
 * @round: the round of substitution; 0 = already on the first list
 * @leaving: who left it, where the reason needs it
 *
 * Returns: (transfer full): one Chinese sentence for the list.
 */
gchar *
kp_vacancy_dup_sentence (const KpFinalRun *run,
                         KpVacancy         vacancy,
                         guint             round,
                         KpLeaving         leaving)
{
  g_autofree gchar *reason = dup_reason (run, vacancy, leaving);

  if (round == 0)
    return g_strdup_printf ("首次名单：%s。", reason);

  return g_strdup_printf ("第%u轮：%s。", round, reason);
}

/**
 * kp_final_verdict_get_name:
 * @verdict: a verdict
 *
 * Returns: the stable name in answers and case files: "substitute"
 */
const char *
kp_final_verdict_get_name (KpFinalVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < KP_N_FINAL_VERDICTS, NULL);
  return verdict_names[verdict];
}

/**
 * kp_final_verdict_get_chinese:
 * @verdict: a verdict
 *
 * Returns: the word of a list: "递补进入"
 */
const char *
kp_final_verdict_get_chinese (KpFinalVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < KP_N_FINAL_VERDICTS, NULL);
  return verdict_chinese[verdict];
}

/**
 * kp_vacancy_get_name:
 * @vacancy: why a place stays empty
 *
 * Returns: the stable name in answers: "rounds_used"
 */
const char *
kp_vacancy_get_name (KpVacancy vacancy)
{
  g_return_val_if_fail ((guint) vacancy < KP_N_VACANCIES, NULL);
  return vacancy_names[vacancy];
}
