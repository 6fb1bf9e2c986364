/* kp-form-contract.h – the labour contract (劳动合同) from its wording and one person's facts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

/* Every member is needed unless it says nullable: an empty one is an error that names the field. */
typedef struct
{
  const char *number;            /* {合同编号} "城劳合〔2026〕0031号" */
  const char *employer;          /* {甲方名称} street or township office */
  const char *employer_code;     /* {甲方统一社会信用代码} */
  const char *employer_head;     /* {甲方负责人} legal representative or person in charge */
  const char *employer_address;  /* {甲方住所} */
  const char *employer_phone;    /* {甲方电话} */
  const char *worker;            /* {乙方姓名} */
  const char *worker_sex;        /* {乙方性别} */
  const char *worker_id;         /* {乙方身份证号} whole */
  const char *worker_household;  /* {乙方户籍地址} */
  const char *worker_address;    /* {乙方通讯地址} */
  const char *worker_phone;      /* {乙方电话} */
  const char *from;              /* {合同起始日期} "2026年7月1日" */
  const char *to;                /* {合同终止日期} */
  const char *years;             /* {合同年限} "3年" */
  const char *probation_months;  /* nullable: "6个月"; NULL = no probation */
  const char *probation_from;    /* needed with probation_months */
  const char *probation_to;      /* needed with probation_months */
  const char *probation_wage;    /* needed with probation_months: "本合同约定工资的80%" */
  const char *post;              /* {工作岗位} "社区专职工作人员(综合岗)" */
  const char *duties;            /* nullable: {岗位职责}; a general sentence when NULL */
  const char *workplace;         /* {工作地点} "云岭县城关街道所辖社区" */
  const char *hours;             /* nullable: {工时制度}; "标准工时制度" when NULL */
  const char *wage;              /* {工资标准} whole sentence part: "每月税前人民币4200元,由…组成" */
  const char *pay_day;           /* {发薪日} "每月15日" */
  const char *notice_title;      /* {招聘公告} the notice that hired: "《云岭县2026年…公告》" */
  const char *copies;            /* nullable: {合同份数}; "一式三份" when NULL */
  const char *qr;                /* nullable: whole text of the QR code */
  const char *digest;            /* nullable: lower-case hex of these facts, its beginning is printed */
} KpContractFacts;

gboolean kp_form_contract_check_wording (const char *wording, GError **error);
gboolean kp_form_contract_draw (KpSheet                *sheet,
                                const char             *wording,
                                const KpContractFacts  *facts,
                                GError                **error);
