/* kp-work-tables.h – what happens after the contract: duties done, probation, and the end.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 办理事项: What the law asks for after the contract, once it was done. */
typedef struct
{
  const char *campaign;
  const char *contract;
  const char *kind;
  const char *day;
  const char *document;
  const char *actor;
  const char *at;
  gint64 version;
} KpContractEventRecord;

extern const KpTable kp_contract_event_table;

/* 试用期记录: A link of the chain of proof. */
typedef struct
{
  const char *campaign;
  const char *contract;
  gint64 serial;
  const char *link;
  gint64 month;
  const char *day;
  const char *document;
  const char *text;
  const char *served;
  gint64 n_witnesses;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpProbationLinkRecord;

extern const KpTable kp_probation_link_table;

/* 试用期考核: Residents' answers and the points of the elements. */
typedef struct
{
  const char *campaign;
  const char *contract;
  gint64 n_satisfied;
  gint64 n_fair;
  gint64 n_unsatisfied;
  const char *points;
  gint64 vetoes;
  gint64 suspended_days;
  gint64 version;
} KpProbationAssessmentRecord;

extern const KpTable kp_probation_assessment_table;

/* 试用期结果: How a probation ended. */
typedef struct
{
  const char *campaign;
  const char *contract;
  const char *act;
  const char *day;
  const char *verdict;
  gint64 total;
  const char *reason;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpProbationOutcomeRecord;

extern const KpTable kp_probation_outcome_table;

/* 解除终止: How a contract ended. */
typedef struct
{
  const char *campaign;
  const char *contract;
  const char *ground;
  const char *served;
  const char *last_day;
  const char *union_told;
  const char *reason;
  gint64 half_months;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpContractEndRecord;

extern const KpTable kp_contract_end_table;

/* 续订: A further term with the same employer. */
typedef struct
{
  const char *campaign;
  const char *contract;
  gint64 serial;
  const char *number;
  const char *kind;
  const char *starts;
  const char *ends;
  gint64 asks_fixed;
  const char *clause;
  const char *document;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpContractTermRecord;

extern const KpTable kp_contract_term_table;

/* 变更劳动合同: What both sides agreed to change, in writing. */
typedef struct
{
  const char *campaign;
  const char *contract;
  gint64 serial;
  const char *what;
  const char *value;
  const char *day;
  const char *document;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpContractChangeRecord;

extern const KpTable kp_contract_change_table;

/* 更正: A duty or a link of a probation that was written down wrongly. */
typedef struct
{
  const char *campaign;
  const char *contract;
  gint64 serial;
  const char *what;
  const char *before_text;
  const char *after_text;
  const char *reason;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpWorkCorrectionRecord;

extern const KpTable kp_work_correction_table;

/* 档案材料: A paper in somebody's file. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *item;
  const char *document;
  gint64 pages;
  const char *filed_on;
  const char *filed_by;
  gint64 version;
} KpFilePaperRecord;

extern const KpTable kp_file_paper_table;

G_END_DECLS
