/* kp-hire-tables.h – physical and background results, proposed hires and contracts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 体检考察: The conclusion of a physical examination or a background check. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *kind;
  gint64 round;
  gint64 left_round;
  const char *outcome;
  gint64 by_mark;
  const char *at;
  gint64 version;
} KpFitnessRecord;

extern const KpTable kp_fitness_table;

/* 拟聘用: A person proposed for hire, and the days of publicity. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *post;
  gint64 place;
  gint64 round;
  const char *public_from;
  const char *public_until;
} KpProposalRecord;

extern const KpTable kp_proposal_table;

/* 聘用前后退出: Who left after the proposed hires were published. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *post;
  const char *kind;
  const char *stage;
  gint64 round;
  const char *called_on;
  const char *left_on;
  const char *reason;
  const char *contract;
  const char *street;
  const char *starts;
  const char *first_person;
  const char *second_person;
  const char *at;
  gint64 version;
} KpDepartureRecord;

extern const KpTable kp_departure_table;

/* 撤销退出: A leaving that was taken back. */
typedef struct
{
  const char *campaign;
  const char *application;
  gint64 serial;
  const char *kind;
  const char *left_on;
  const char *reason;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpDepartureUndoRecord;

extern const KpTable kp_departure_undo_table;

/* 递补批准: What was said of a round of substitution. */
typedef struct
{
  const char *campaign;
  const char *post;
  gint64 round;
  const char *outcome;
  const char *document;
  const char *authority;
  const char *decided_on;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpApprovalRecord;

extern const KpTable kp_approval_table;

/* 公示异议: An objection during the publicity, and its answer. */
typedef struct
{
  const char *campaign;
  gint64 number;
  const char *application;
  const char *received;
  const char *way;
  const char *objector;
  const char *content;
  const char *outcome;
  const char *finding;
  const char *answered_on;
  const char *first_person;
  const char *second_person;
  const char *recorded_by;
  const char *at;
  gint64 version;
} KpObjectionRecord;

extern const KpTable kp_objection_table;

/* 依次选岗: What somebody chose in turn. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *outcome;
  const char *offer;
  const char *reason;
  const char *first_person;
  const char *second_person;
  const char *recorded_by;
  const char *at;
  gint64 version;
} KpChoiceRecord;

extern const KpTable kp_choice_table;

/* 劳动合同: A labour contract ready to be signed. */
typedef struct
{
  const char *campaign;
  const char *number;
  const char *application;
  const char *street;
  const char *starts;
  const char *ends;
  const char *probation_ends;
  gint64 probation_months;
  gint64 probation_wage;
  gint64 version;
  const char *sequence;
  gint64 grade;
  gint64 recognised_months;
  gint64 wage;
  gint64 allowance;
  gint64 probation_pay;
} KpContractRecord;

extern const KpTable kp_contract_table;

G_END_DECLS
