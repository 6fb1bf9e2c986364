/* kp-form-register.h – the office's registers and summaries: many papers of one shape, a table that is signed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

/* A row of each is @n_columns texts in the order of its columns; a NULL is an empty cell, to write into where the
 * column is one for that. */
typedef enum
{
  KP_REGISTER_DAILY,      /* 报名情况统计表（日报） */
  KP_REGISTER_REVIEW,     /* 资格审查汇总表 */
  KP_REGISTER_UNFIT,      /* 资格审查不合格人员名单 */
  KP_REGISTER_APPEALS,    /* 资格审查申诉登记及处理表 */
  KP_REGISTER_CUTS,       /* 岗位核减、取消公告 */
  KP_REGISTER_REPOSTS,    /* 改报登记表 */
  KP_REGISTER_ROOMS,      /* 考场编排表 */
  KP_REGISTER_HANDOVER,   /* 试卷（答题卡）交接单 */
  KP_REGISTER_ENTRIES,    /* 阅卷登分表 */
  KP_REGISTER_ORIGINALS,  /* 资格复审记录表 */
  KP_REGISTER_SUBSTITUTES, /* 递补公告 */
  KP_REGISTER_CONTACTS,   /* 递补联系记录 */
  KP_REGISTER_CUSTODY,    /* 候考室通讯工具保管单 */
  KP_REGISTER_NUMBERS,    /* 面试序号与考生对应表 */
  KP_REGISTER_PHYSICAL,   /* 体检结论汇总表 */
  KP_REGISTER_BACKGROUND, /* 考察（政审）联审结果汇总表 */
  KP_REGISTER_SURVEYS, /* 居民满意度测评汇总表 */
  KP_REGISTER_HEADCOUNT, /* 员额测算表 */
  KP_REGISTER_PLAN, /* 年度招聘计划申报（汇总）表 */
  KP_REGISTER_BONUS_REVIEW, /* 加分审核表 */
  KP_REGISTER_BONUS_NOTICE, /* 加分公示 */
  KP_REGISTER_FIGURES, /* 修正系数计算表 */
  KP_REGISTER_ARRIVALS, /* 报到登记和岗位分配表 */
  KP_REGISTER_RECEIPTS, /* 劳动合同签收表 */
  KP_REGISTER_STAFF, /* 职工名册 */
  KP_REGISTER_INSURED, /* 社会保险和公积金参保花名册 */
  KP_REGISTER_PHYSICAL_LIST, /* 体检人员名单 */
  KP_REGISTER_INQUIRY, /* 考察联审函 */
  KP_REGISTER_CORRECTIONS, /* 更正单 */
  KP_REGISTER_ARCHIVE, /* 归档移交清单 */
  KP_REGISTER_RESULTS, /* 招聘结果统计表 */
  KP_REGISTER_STRUCTURE, /* 人员结构统计表 */
  KP_REGISTER_JOURNAL, /* 操作日志 */
  KP_REGISTER_CONTENTS, /* 档案目录 */
  KP_REGISTER_CHOICES, /* 选岗登记表 */
  KP_REGISTER_OBJECTIONS, /* 公示异议登记簿 */
  KP_REGISTER_DEPARTURES, /* 聘用前后退出登记簿 */
  KP_REGISTER_ELIGIBILITY, /* 转聘资格认定表 */
  KP_REGISTER_LEFTOVERS, /* 未聘用人员去向表 */
  KP_REGISTER_FUNDING, /* 经费划转表 */
  KP_REGISTER_GRADES, /* 岗位等级初定表 */
  KP_REGISTER_FILES, /* 个人档案目录 */
  KP_REGISTER_PROOFS, /* 身份和资格证明核查登记表 */
  KP_REGISTER_ERASURES, /* 个人信息到期清除证明 */
  KP_N_REGISTERS,
} KpRegisterKind;

typedef struct
{
  KpFormList         list;
  KpRegisterKind     kind;
  const char        *subtitle; /* nullable: at the left above the table */
  const char *const *cells;    /* @n_rows × kp_register_get_n_columns() */
  const char *const *groups;   /* nullable: @n_rows bands, one for each row; NULL = the row has none */
  gsize              n_rows;
} KpRegisterFacts;

const char *kp_register_get_title     (KpRegisterKind kind); /* "资格审查汇总表" */
guint       kp_register_get_n_columns (KpRegisterKind kind);
const char *kp_register_get_heading   (KpRegisterKind kind, guint column); /* without line breaks; borrowed */
gboolean    kp_form_register_draw     (KpSheet *sheet, const KpRegisterFacts *facts, GError **error);
