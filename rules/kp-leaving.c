/* kp-leaving.c – who leaves: at which stage, for which cause, and until when a leaver is replaced.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-leaving.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *chinese;
} Word;

static const Word cause_words[KP_N_CAUSES] = {
  [KP_CAUSE_WITHDREW] = { "withdrew", "自愿放弃" },
  [KP_CAUSE_FAILED] = { "failed", "不合格" },
  [KP_CAUSE_ABSENT] = { "absent", "未按时参加" },
  [KP_CAUSE_BREACH] = { "breach", "违纪或者弄虚作假" },
};

/* "…后不再递补" */
static const Word until_words[KP_N_UNTILS] = {
  [KP_UNTIL_NEVER] = { "never", "" },
  [KP_UNTIL_LIST] = { "list", "面试名单公布" },
  [KP_UNTIL_INTERVIEW_TICKETS] = { "interview_tickets", "面试通知单发放" },
  [KP_UNTIL_INTERVIEW] = { "interview", "面试开始" },
  [KP_UNTIL_PHYSICAL] = { "physical", "体检开始" },
  [KP_UNTIL_BACKGROUND] = { "background", "考察开始" },
  [KP_UNTIL_PUBLICITY] = { "publicity", "公示开始" },
  [KP_UNTIL_HIRE] = { "hire", "办理聘用手续" },
  [KP_UNTIL_PROBATION] = { "probation", "试用期开始" },
  [KP_UNTIL_RESERVE] = { "reserve", "后备库到期" },
};

static gboolean
find_word (const Word *words,
           guint       n_words,
           const char *name,
           guint      *out)
{
  for (guint i = 0; name != NULL && i < n_words; i++)
    if (strcmp (words[i].name, name) == 0)
      {
        *out = i;
        return TRUE;
      }

  return FALSE;
}

/* The stage from which on nobody is replaced any more. */
static gboolean
find_end (KpUntil  until,
          KpStage *out)
{
  static const KpStage ends[KP_N_UNTILS] = {
    [KP_UNTIL_INTERVIEW_TICKETS] = KP_STAGE_INTERVIEW,
    [KP_UNTIL_INTERVIEW] = KP_STAGE_INTERVIEW,
    [KP_UNTIL_PHYSICAL] = KP_STAGE_PHYSICAL,
    [KP_UNTIL_BACKGROUND] = KP_STAGE_BACKGROUND,
    [KP_UNTIL_PUBLICITY] = KP_STAGE_PUBLICITY,
    [KP_UNTIL_HIRE] = KP_STAGE_HIRE,
    [KP_UNTIL_PROBATION] = KP_STAGE_PROBATION,
  };

  if (until == KP_UNTIL_NEVER || until == KP_UNTIL_LIST)
    return FALSE;

  *out = ends[until];
  return TRUE;
}

/**
 * kp_until_allows:
 * @until: the last moment
 * @order: the stages of the campaign, in its own order
 * @stage: where somebody leaves
 *
 * Stages stand in the campaign's order; one that it leaves out stands where most notices have it.
 *
 * Returns: whether leaving at @stage is still answered by substitution.
 */
gboolean
kp_until_allows (KpUntil             until,
                 const KpStageOrder *order,
                 KpStage             stage)
{
  KpStage end;

  g_return_val_if_fail ((guint) until < KP_N_UNTILS && order != NULL, FALSE);

  return until == KP_UNTIL_RESERVE || (find_end (until, &end) && kp_stage_order_is_before (order, stage, end));
}

/**
 * kp_until_get_name:
 * @until: a moment
 *
 * Returns: the stable name in files.
 */
const char *
kp_until_get_name (KpUntil until)
{
  g_return_val_if_fail ((guint) until < KP_N_UNTILS, NULL);
  return until_words[until].name;
}

/**
 * kp_until_get_chinese:
 * @until: a moment
 *
 * Returns: the words before 后不再递补; "" for never.
 */
const char *
kp_until_get_chinese (KpUntil until)
{
  g_return_val_if_fail ((guint) until < KP_N_UNTILS, NULL);
  return until_words[until].chinese;
}

/**
 * kp_until_parse:
 * @name: (nullable): a stable name
 * @out: (out): the moment; untouched when there is none
 *
 * Returns: whether there is such a moment.
 */
gboolean
kp_until_parse (const char *name,
                KpUntil    *out)
{
  guint i;

  if (!find_word (until_words, KP_N_UNTILS, name, &i))
    return FALSE;

  *out = (KpUntil) i;
  return TRUE;
}

/**
 * kp_cause_get_name:
 * @cause: a cause
 *
 * Returns: the stable name in files: "withdrew"
 */
const char *
kp_cause_get_name (KpCause cause)
{
  g_return_val_if_fail ((guint) cause < KP_N_CAUSES, NULL);
  return cause_words[cause].name;
}

/**
 * kp_cause_get_chinese:
 * @cause: a cause
 *
 * Returns: the words of a notice: "自愿放弃"
 */
const char *
kp_cause_get_chinese (KpCause cause)
{
  g_return_val_if_fail ((guint) cause < KP_N_CAUSES, NULL);
  return cause_words[cause].chinese;
}

/**
 * kp_cause_parse:
 * @name: (nullable): a stable name
 * @out: (out): the cause; untouched when there is none
 *
 * Returns: whether there is such a cause.
 */
gboolean
kp_cause_parse (const char *name,
                KpCause    *out)
{
  guint i;

  if (!find_word (cause_words, KP_N_CAUSES, name, &i))
    return FALSE;

  *out = (KpCause) i;
  return TRUE;
}

/**
 * kp_leaving_get_stage_chinese:
 * @stage: where somebody leaves
 *
 * Returns: (nullable): the words before the cause: "体检" 不合格; NULL for a stage at which nobody leaves.
 */
const char *
kp_leaving_get_stage_chinese (KpStage stage)
{
  switch (stage)
    {
    case KP_STAGE_REGISTRATION:
      return "报名";
    case KP_STAGE_RECHECK:
      return "资格复审";
    case KP_STAGE_INTERVIEW:
      return "面试";
    case KP_STAGE_PHYSICAL:
      return "体检";
    case KP_STAGE_BACKGROUND:
      return "考察";
    case KP_STAGE_PUBLICITY:
      return "公示";
    case KP_STAGE_HIRE:
      return "聘用";
    case KP_STAGE_TRAINING:
      return "岗前培训";
    case KP_STAGE_PROBATION:
      return "试用期";
    default:
      return NULL;
    }
}
