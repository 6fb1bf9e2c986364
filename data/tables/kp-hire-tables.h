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
  const char *public_from;
  const char *public_until;
} KpProposalRecord;

extern const KpTable kp_proposal_table;

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
