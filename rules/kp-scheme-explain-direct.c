/* kp-scheme-explain-direct.c – 免试直接聘用 in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"

/* "A、B岗位" */
static gchar *
dup_posts (const KpDirectHirePolicy *direct)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < direct->posts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "报考", (const char *) g_ptr_array_index (direct->posts, i));
  if (text->len > 0)
    g_string_append (text, "岗位、");

  return g_string_free (text, FALSE);
}

/**
 * kp_notice_explain_direct:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme
 *
 * Adds the section on who is hired without any exam.
 */
void
kp_notice_explain_direct (GPtrArray      *sections,
                          const KpScheme *scheme)
{
  const KpDirectHirePolicy *direct = &scheme->direct_hire;
  GPtrArray                *paragraphs;
  g_autofree gchar         *who = NULL;
  g_autofree gchar         *posts = NULL;

  if (direct->when == NULL)
    return;

  paragraphs = kp_notice_begin (sections, "免试直接聘用");
  who = kp_condition_dup_chinese (direct->when);
  posts = dup_posts (direct);
  kp_notice_say (paragraphs, "%s符合以下条件的人员，经资格审查合格，可免试直接聘用，不参加笔试、面试：%s。", posts, who);
  if (direct->most > 0)
    kp_notice_say (paragraphs, "免试直接聘用人员占用所报岗位的招聘人数，每个岗位不超过%u名；面试人选按其余名额的比例确定，其余名额按考试成绩择优聘用。", direct->most);
  else
    kp_notice_say (paragraphs, "免试直接聘用人员占用所报岗位的招聘人数；面试人选按其余名额的比例确定，其余名额按考试成绩择优聘用。");
  kp_notice_say (paragraphs, "符合条件的人数超过名额的，由招聘工作领导小组研究决定人选；未列为人选的，%s。",
                 direct->left == KP_DIRECT_LEFT_TO_EXAM ? "参加考试" : "不再参加本次招聘");
  kp_notice_say (paragraphs, "免试直接聘用人员计入岗位报名人数和资格审查合格人数，与其他人选一并参加聘用前的各个环节；不合格或者放弃的，空出的名额按考试成绩依次递补。");
  if (kp_scheme_asks_final_total (scheme))
    kp_notice_say (paragraphs, "免试直接聘用人员没有综合成绩，不计算最终成绩，%s列在按最终成绩排名的人员之前。",
                   scheme->background.score.has_line ? "考察成绩达到合格线的，" : "");
}
