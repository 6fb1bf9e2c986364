/* kp-step-words.c – what the office calls the steps that stand in the journal.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-words.h"

#include <glib/gi18n-lib.h>

/* Each step that data/steps writes: a test holds the table complete. */
static const struct
{
  const char *name;
  const char *chinese; /* on paper */
  const char *label;   /* on the screen, in its language */
} words[] = {
  { "move", "搬移档案", N_("Moved the record") },
  { "restore", "恢复备份", N_("Restored a backup") },
  { "create", "建立招聘项目", N_("Made the campaign") },
  { "publish-notice", "发布公告", N_("Published the notice") },
  { "import-registrations", "导入报名", N_("Imported registrations") },
  { "record-payment", "登记缴费", N_("Recorded payments") },
  { "review", "资格审查", N_("Reviewed") },
  { "appeal", "登记申诉", N_("Took an appeal") },
  { "decide-quota", "核定开考岗位", N_("Decided on the opening of posts") },
  { "repost", "登记改报", N_("Recorded another choice of post") },
  { "seat", "编排考场座位", N_("Seated candidates") },
  { "move-seat", "调整座位", N_("Moved a seat") },
  { "hall", "核验入场", N_("Recorded who came in") },
  { "hall-close", "停止入场", N_("Closed the doors of the exam") },
  { "incident", "登记考场情况", N_("Recorded a breach") },
  { "incident-inform", "告知违纪处理权利", N_("Told of a breach") },
  { "incident-decide", "认定违纪违规", N_("Decided on a breach") },
  { "incident-serve", "送达违纪处理决定", N_("Served a decision") },
  { "incident-review", "复核违纪处理", N_("Reviewed a decision") },
  { "check-proof", "核查证明", N_("Checked a proof") },
  { "import-written-marks", "登记笔试成绩", N_("Entered written marks") },
  { "resolve-marks", "核定登分差异", N_("Resolved a difference of marks") },
  { "secret-print", "打印密号", N_("Printed secret numbers") },
  { "decide-bonus", "审核加分", N_("Decided on bonus points") },
  { "shortlist", "确定面试人选", N_("Made the shortlist") },
  { "heat", "组织测试", N_("Made the list after a test") },
  { "recheck", "资格复审", N_("Rechecked qualifications") },
  { "panel", "管理考官", N_("Recorded examiners") },
  { "replace-examiner", "更换考官", N_("Replaced an examiner") },
  { "draw", "抽签", N_("Drew by lot") },
  { "draw-again", "重新抽签", N_("Drew by lot again") },
  { "report", "核验面试报到", N_("Recorded who reported") },
  { "report-close", "停止面试报到", N_("Closed the list of those who reported") },
  { "check-hearing", "核对面试成绩", N_("Checked interview marks") },
  { "take-back", "撤回误登评分", N_("Took back a mark sheet") },
  { "room-out", "写出考场数据包", N_("Wrote a room package") },
  { "envelope", "打印抽签结果登记表", N_("Printed a room's list for its envelope") },
  { "open-room", "启封序号", N_("Opened a room") },
  { "import-interview-marks", "登记面试评分", N_("Entered interview marks") },
  { "total", "计算综合成绩", N_("Computed the totals") },
  { "record-physical", "登记体检结论", N_("Recorded physical examinations") },
  { "record-background", "登记考察结论", N_("Recorded background checks") },
  { "final-total", "计算最终成绩", N_("Computed the final totals") },
  { "substitute", "递补", N_("Called substitutes") },
  { "publish-hires", "公示拟聘用人员", N_("Published who is to be hired") },
  { "record-objection", "登记异议", N_("Recorded an objection") },
  { "hire", "办理聘用", N_("Hired") },
  { "record-probation", "登记试用期", N_("Recorded a probation") },
  { "file-paper", "归档材料", N_("Put a paper into a file") },
  { "headcount", "测算员额", N_("Took in the headcount") },
  { "headcount-cap", "核定员额总量", N_("Recorded the cap") },
  { "decide", "登记集体决定", N_("Recorded a decision") },
  { "correct", "更正", N_("Corrected a result") },
  { "amend", "修改方案", N_("Amended the scheme") },
  { "enter-addresses", "补登住址", N_("Took in addresses") },
  { "lock", "档案加锁", N_("Set a passphrase") },
  { "set-clock", "调回档案时间", N_("Set the record’s time back") },
  { "export", "导出名单", N_("Export a list with ID numbers") },
  { "erase", "到期清除", N_("Erased what was due") },
  { "unlock", "档案解锁", N_("Took the passphrase away") },
  { "take-photos", "采集照片", N_("Took in photos") },
  { "approve-substitution", "批准递补", N_("Recorded the approval of a substitution") },
  { "depart", "登记退出", N_("Recorded a leaving") },
  { "choose", "依次选岗", N_("Recorded a choice of post") },
  { "call-reserve", "通知候补人员", N_("Called the reserve") },
  { "answer-objection", "答复异议", N_("Answered an objection") },
  { "take-back-objection", "撤回异议登记或答复", N_("Took back an objection or its answer") },
  { "convert", "办理转聘", N_("Decided on a conversion") },
  { "convert-roster", "导入转聘花名册", N_("Took in a roster") },
  { "convert-segments", "导入工作经历", N_("Took in working years") },
  { "account", "管理账号", N_("Looked after an account") },
  { "own-secret", "修改本人密码", N_("Changed an own password or PIN") },
  { "sign-in", "登录", N_("Signed in, or tried to") },
  { "convert-budget", "登记转聘经费", N_("Recorded a budget") },
};

/** kp_step_word_get_name: the name of the step @index in the journal, from 0; %NULL after the last. */
const char *
kp_step_word_get_name (guint index)
{
  return index < G_N_ELEMENTS (words) ? words[index].name : NULL;
}

/** kp_step_word_get_chinese: what paper calls a step of the journal; its name where there is no other. */
const char *
kp_step_word_get_chinese (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].name, name))
      return words[i].chinese;
  return name;
}

/** kp_step_word_get_label: what the screen says was done, in its language. */
const char *
kp_step_word_get_label (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].name, name))
      return _(words[i].label);
  return _("Another step");
}
