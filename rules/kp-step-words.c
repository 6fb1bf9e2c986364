/* kp-step-words.c – each step that the journal can hold: what the office calls it, and whose it is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody reads; who does what:
 *
 *                管理员  报名审核  考务  登分1  登分2  核分  面试计分  监督  街道  领导
 *   accounts       ×
 *   registration   ×       ×
 *   review                 ×
 *   rooms, draws                  ×                                  (×)
 *   entry 1                             ×
 *   entry 2                                    ×
 *   resolving                                         ×
 *   room marks                                        ×      ×       (×)
 *   lists          ×                                  ×
 *   work           ×                                                        ×
 *
 * (×) attests what another one does, and does nothing alone. No role may do everything: who looks after the accounts
 * enters no mark. */

#include "kp-step-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ADMINISTRATOR KP_ROLE_BIT (KP_ROLE_ADMINISTRATOR)
#define REVIEWER KP_ROLE_BIT (KP_ROLE_REVIEWER)
#define EXAMS KP_ROLE_BIT (KP_ROLE_EXAMS)
#define FIRST KP_ROLE_BIT (KP_ROLE_FIRST_ENTRY)
#define SECOND KP_ROLE_BIT (KP_ROLE_SECOND_ENTRY)
#define CHECKER KP_ROLE_BIT (KP_ROLE_MARK_CHECKER)
#define KEEPER KP_ROLE_BIT (KP_ROLE_SCORE_KEEPER)
#define SUPERVISOR KP_ROLE_BIT (KP_ROLE_SUPERVISOR)
#define STREET KP_ROLE_BIT (KP_ROLE_STREET)

/* Those who attest what the office decides: its own people, whatever their part. */
#define OFFICE (ADMINISTRATOR | REVIEWER | EXAMS | CHECKER)
#define HALL (EXAMS | ADMINISTRATOR | SUPERVISOR)
#define ALL ((1u << KP_N_ROLES) - 1)

/* A step is one row here, whatever folder begins it: a test holds the table complete. */
static const struct
{
  const char *name;
  const char *chinese; /* on paper */
  const char *label;   /* on the screen, in its language */
  KpRoles     doers;
  KpRoles     witnesses; /* of an act of two people: who may be the second one */
} steps[] = {
  { "create", "建立招聘项目", N_("Made the campaign"), ADMINISTRATOR, OFFICE },
  { "move", "搬移档案", N_("Moved the record"), ADMINISTRATOR, OFFICE },
  { "restore", "恢复备份", N_("Restored a backup"), ADMINISTRATOR, OFFICE },
  { "lock", "档案加锁", N_("Set a passphrase"), ADMINISTRATOR, OFFICE },
  { "set-clock", "调回档案时间", N_("Set the record’s time back"), ADMINISTRATOR, OFFICE | SUPERVISOR },
  { "export", "导出名单", N_("Export a list with ID numbers"), ADMINISTRATOR | REVIEWER | EXAMS, OFFICE },
  { "unlock", "档案解锁", N_("Took the passphrase away"), ADMINISTRATOR, OFFICE },
  { "erase", "到期清除", N_("Erased what was due"), ADMINISTRATOR, OFFICE | SUPERVISOR },
  { "publish-notice", "发布公告", N_("Published the notice"), ADMINISTRATOR, OFFICE },
  { "import-registrations", "导入报名", N_("Imported registrations"), ADMINISTRATOR | REVIEWER, OFFICE },
  { "record-payment", "登记缴费", N_("Recorded payments"), ADMINISTRATOR | REVIEWER, OFFICE },
  { "review", "资格审查", N_("Reviewed"), REVIEWER, OFFICE },
  { "appeal", "登记申诉", N_("Took an appeal"), REVIEWER, OFFICE },
  { "decide-quota", "核定开考岗位", N_("Decided on the opening of posts"), ADMINISTRATOR, OFFICE },
  { "repost", "登记改报", N_("Recorded another choice of post"), ADMINISTRATOR | REVIEWER, OFFICE },
  { "seat", "编排考场座位", N_("Seated candidates"), EXAMS, HALL },
  { "move-seat", "调整座位", N_("Moved a seat"), EXAMS, HALL },
  { "hall", "核验入场", N_("Recorded who came in"), EXAMS, HALL },
  { "hall-close", "停止入场", N_("Closed the doors of the exam"), EXAMS, HALL },
  { "incident", "登记考场情况", N_("Recorded a breach"), EXAMS, HALL },
  { "incident-inform", "告知违纪处理权利", N_("Told of a breach"), EXAMS, HALL },
  { "incident-decide", "认定违纪违规", N_("Decided on a breach"), ADMINISTRATOR | EXAMS, OFFICE },
  { "incident-serve", "送达违纪处理决定", N_("Served a decision"), EXAMS, HALL },
  { "incident-review", "复核违纪处理", N_("Reviewed a decision"), ADMINISTRATOR, OFFICE },
  { "check-proof", "核查证明", N_("Checked a proof"), REVIEWER, OFFICE },
  /* 考务 draws the secret numbers; which entry is whose says kp_roles_may_enter(). */
  { "import-written-marks", "登记笔试成绩", N_("Entered written marks"), FIRST | SECOND | EXAMS, HALL },
  { "resolve-marks", "核定登分差异", N_("Resolved a difference of marks"), CHECKER, OFFICE | SUPERVISOR },
  { "secret-print", "打印密号", N_("Printed secret numbers"), EXAMS, HALL },
  { "decide-bonus", "审核加分", N_("Decided on bonus points"), ADMINISTRATOR | REVIEWER, OFFICE },
  { "shortlist", "确定面试人选", N_("Made the shortlist"), ADMINISTRATOR | CHECKER, OFFICE },
  { "heat", "组织测试", N_("Made the list after a test"), ADMINISTRATOR | CHECKER, OFFICE },
  { "recheck", "资格复审", N_("Rechecked qualifications"), REVIEWER, OFFICE },
  { "panel", "管理考官", N_("Recorded examiners"), ADMINISTRATOR | EXAMS, HALL },
  { "replace-examiner", "更换考官", N_("Replaced an examiner"), ADMINISTRATOR | EXAMS, HALL },
  { "draw", "抽签", N_("Drew by lot"), EXAMS, HALL },
  { "draw-again", "重新抽签", N_("Drew by lot again"), EXAMS, HALL },
  { "report", "核验面试报到", N_("Recorded who reported"), EXAMS, HALL },
  { "report-close", "停止面试报到", N_("Closed the list of those who reported"), EXAMS, HALL },
  { "check-hearing", "核对面试成绩", N_("Checked interview marks"), KEEPER, KEEPER | CHECKER | SUPERVISOR },
  { "take-back", "撤回误登评分", N_("Took back a mark sheet"), KEEPER, KEEPER | CHECKER | SUPERVISOR },
  { "room-out", "写出考场数据包", N_("Wrote a room package"), EXAMS, HALL },
  { "envelope", "打印抽签结果登记表", N_("Printed a room's list for its envelope"), EXAMS, HALL },
  { "open-room", "启封序号", N_("Opened a room"), EXAMS, HALL },
  { "import-interview-marks", "登记面试评分", N_("Entered interview marks"), KEEPER | CHECKER, KEEPER | CHECKER | SUPERVISOR },
  { "total", "计算综合成绩", N_("Computed the totals"), ADMINISTRATOR | CHECKER, OFFICE },
  { "record-physical", "登记体检结论", N_("Recorded physical examinations"), ADMINISTRATOR, OFFICE },
  { "record-background", "登记考察结论", N_("Recorded background checks"), ADMINISTRATOR, OFFICE },
  { "final-total", "计算最终成绩", N_("Computed the final totals"), ADMINISTRATOR | CHECKER, OFFICE },
  { "substitute", "递补", N_("Called substitutes"), ADMINISTRATOR, OFFICE },
  { "publish-hires", "公示拟聘用人员", N_("Published who is to be hired"), ADMINISTRATOR, OFFICE },
  { "record-objection", "登记异议", N_("Recorded an objection"), ADMINISTRATOR | REVIEWER, OFFICE },
  { "hire", "办理聘用", N_("Hired"), ADMINISTRATOR, OFFICE },
  { "record-probation", "登记试用期", N_("Recorded a probation"), ADMINISTRATOR | STREET, OFFICE | STREET },
  { "file-paper", "归档材料", N_("Put a paper into a file"), ADMINISTRATOR | STREET, OFFICE | STREET },
  { "headcount", "测算员额", N_("Took in the headcount"), ADMINISTRATOR, OFFICE },
  { "headcount-cap", "核定员额总量", N_("Recorded the cap"), ADMINISTRATOR, OFFICE },
  { "decide", "登记集体决定", N_("Recorded a decision"), ADMINISTRATOR, OFFICE },
  { "correct", "更正", N_("Corrected a result"), ADMINISTRATOR | CHECKER, OFFICE },
  { "amend", "修改方案", N_("Amended the scheme"), ADMINISTRATOR, OFFICE },
  { "enter-addresses", "补登住址", N_("Took in addresses"), ADMINISTRATOR | REVIEWER, OFFICE },
  { "take-photos", "采集照片", N_("Took in photos"), ADMINISTRATOR | REVIEWER | EXAMS, OFFICE },
  { "approve-substitution", "批准递补", N_("Recorded the approval of a substitution"), ADMINISTRATOR, OFFICE },
  { "depart", "登记退出", N_("Recorded a leaving"), ADMINISTRATOR, OFFICE },
  { "choose", "依次选岗", N_("Recorded a choice of post"), ADMINISTRATOR, OFFICE },
  { "call-reserve", "通知候补人员", N_("Called the reserve"), ADMINISTRATOR, OFFICE },
  { "answer-objection", "答复异议", N_("Answered an objection"), ADMINISTRATOR, OFFICE },
  { "take-back-objection", "撤回异议登记或答复", N_("Took back an objection or its answer"), ADMINISTRATOR, OFFICE },
  { "convert", "办理转聘", N_("Decided on a conversion"), ADMINISTRATOR, OFFICE },
  { "convert-roster", "导入转聘花名册", N_("Took in a roster"), ADMINISTRATOR, OFFICE },
  { "convert-segments", "导入工作经历", N_("Took in working years"), ADMINISTRATOR, OFFICE },
  { "convert-budget", "登记转聘经费", N_("Recorded a budget"), ADMINISTRATOR, OFFICE },
  { "account", "管理账号", N_("Looked after an account"), ADMINISTRATOR, 0 },
  { "own-secret", "修改本人密码", N_("Changed an own password or PIN"), ALL, 0 },
  { "sign-in", "登录", N_("Signed in, or tried to"), ALL, 0 },
};

/* The row of a step; one after the last for what is no step. */
static guint
find (const char *name)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (steps) && strcmp (steps[i].name, name) != 0)
    i++;

  return i;
}

/** kp_step_word_get_name: the name of the step @index in the journal, from 0; %NULL after the last. */
const char *
kp_step_word_get_name (guint index)
{
  return index < G_N_ELEMENTS (steps) ? steps[index].name : NULL;
}

/** kp_step_word_get_chinese: what paper calls a step of the journal; its name where there is no other. */
const char *
kp_step_word_get_chinese (const char *name)
{
  const guint i = find (name);

  return i < G_N_ELEMENTS (steps) ? steps[i].chinese : name;
}

/** kp_step_word_get_label: what the screen says was done, in its language. */
const char *
kp_step_word_get_label (const char *name)
{
  const guint i = find (name);

  return i < G_N_ELEMENTS (steps) ? _(steps[i].label) : _("Another step");
}

/** kp_step_word_get_doers: the roles whose step it is; none of what is no step. */
KpRoles
kp_step_word_get_doers (const char *name)
{
  const guint i = find (name);

  return i < G_N_ELEMENTS (steps) ? steps[i].doers : 0;
}

/** kp_step_word_get_witnesses: the roles of whoever may be the second one of two people at the step. */
KpRoles
kp_step_word_get_witnesses (const char *name)
{
  const guint i = find (name);

  return i < G_N_ELEMENTS (steps) ? steps[i].witnesses : 0;
}
