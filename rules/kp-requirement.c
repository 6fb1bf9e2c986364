/* kp-requirement.c – requirements, relaxations and the list of reasons.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-requirement.h"

#include <string.h>

static const char *const check_names[KP_N_CHECKS] = { "review", "recheck", "background" };
static const char *const check_chinese[KP_N_CHECKS] = { "资格审查", "资格复审", "考察" };

typedef struct
{
  const char *code;
  const char *sentence;
} Reason;

static const Reason reasons[] = {
  { "R01", "年龄不符合岗位要求" },
  { "R02", "学历（学位）不符合岗位要求" },
  { "R03", "专业不符合岗位要求" },
  { "R04", "户籍或者居住地不符合岗位要求" },
  { "R05", "证明材料不全" },
  { "R06", "证明材料不实" },
  { "R07", "身份证件无效或者过期" },
  { "R08", "不属于该岗位的定向招聘对象" },
  { "R09", "工作（服务）年限不足" },
  { "R10", "具有公告规定的不得报考情形" },
  { "R11", "重复报名" },
  { "R12", "照片不合格" },
  { "R13", "未在规定日期前取得所要求的证书" },
  { "R14", "构成公告规定的回避关系" },
  { "R15", "政治面貌不符合岗位要求" },
  { "R99", "不符合公告规定的其他条件" },
};

static guint
get_check_index (KpCheck check)
{
  return check == KP_CHECK_BACKGROUND ? 2 : check == KP_CHECK_RECHECK ? 1 : 0;
}

/**
 * kp_check_get_name:
 * @check: one moment
 *
 * Returns: the stable name used in scheme files.
 */
const char *
kp_check_get_name (KpCheck check)
{
  return check_names[get_check_index (check)];
}

/**
 * kp_check_get_chinese:
 * @check: one moment
 *
 * Returns: the word on screen and paper.
 */
const char *
kp_check_get_chinese (KpCheck check)
{
  return check_chinese[get_check_index (check)];
}

/**
 * kp_check_parse:
 * @name: (nullable): a name from a scheme file
 * @out: (out): the moment; untouched when there is none
 *
 * Returns: whether there is such a moment.
 */
gboolean
kp_check_parse (const char *name,
                KpCheck    *out)
{
  for (guint i = 0; name != NULL && i < KP_N_CHECKS; i++)
    if (strcmp (check_names[i], name) == 0)
      {
        *out = (KpCheck) (1u << i);
        return TRUE;
      }

  return FALSE;
}

/**
 * kp_reason_get_sentence:
 * @reason: (nullable): R01 to R99
 *
 * The usual Chinese words for a refusal, as they go into the candidate's notice.
 *
 * Returns: (nullable): NULL when there is no such reason.
 */
const char *
kp_reason_get_sentence (const char *reason)
{
  for (gsize i = 0; reason != NULL && i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (reasons[i].code, reason) == 0)
      return reasons[i].sentence;

  return NULL;
}

/**
 * kp_requirement_new:
 *
 * Returns: (transfer full): a requirement with empty texts and no condition, looked at at the review.
 */
KpRequirement *
kp_requirement_new (void)
{
  KpRequirement *requirement = g_new0 (KpRequirement, 1);

  requirement->checked = KP_CHECK_REVIEW;

  return requirement;
}

/**
 * kp_requirement_free:
 * @requirement: (nullable) (transfer full): a requirement
 */
void
kp_requirement_free (KpRequirement *requirement)
{
  if (requirement == NULL)
    return;

  g_free (requirement->id);
  g_free (requirement->label);
  g_free (requirement->clause);
  g_free (requirement->text);
  g_free (requirement->reason);
  g_free (requirement->refusal);
  g_free (requirement->proof);
  kp_condition_free (requirement->when);
  kp_condition_free (requirement->condition);
  g_free (requirement);
}

/**
 * kp_relaxation_new:
 *
 * Returns: (transfer full): a relaxation with empty texts and no conditions.
 */
KpRelaxation *
kp_relaxation_new (void)
{
  return g_new0 (KpRelaxation, 1);
}

/**
 * kp_relaxation_free:
 * @relaxation: (nullable) (transfer full): a relaxation
 */
void
kp_relaxation_free (KpRelaxation *relaxation)
{
  if (relaxation == NULL)
    return;

  g_free (relaxation->id);
  g_free (relaxation->label);
  g_free (relaxation->clause);
  g_free (relaxation->text);
  g_free (relaxation->proof);
  g_free (relaxation->relaxes);
  kp_condition_free (relaxation->group);
  kp_condition_free (relaxation->bound);
  g_free (relaxation);
}
