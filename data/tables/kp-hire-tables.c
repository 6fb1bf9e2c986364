/* kp-hire-tables.c – physical and background results, proposed hires and contracts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-hire-tables.h"

static const KpColumn fitness_columns[] = {
  KP_COLUMN_TEXT (KpFitnessRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFitnessRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFitnessRecord, kind, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpFitnessRecord, round, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpFitnessRecord, left_round, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpFitnessRecord, outcome, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpFitnessRecord, at, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpFitnessRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_fitness_table = KP_TABLE_INIT (KpFitnessRecord, "fitness", "体检考察", fitness_columns);

static const KpColumn proposal_columns[] = {
  KP_COLUMN_TEXT (KpProposalRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProposalRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProposalRecord, post, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpProposalRecord, place, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProposalRecord, public_from, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProposalRecord, public_until, KP_COLUMN_PLAIN),
};

const KpTable kp_proposal_table = KP_TABLE_INIT (KpProposalRecord, "proposal", "拟聘用", proposal_columns);

static const KpColumn contract_columns[] = {
  KP_COLUMN_TEXT (KpContractRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpContractRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpContractRecord, application, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractRecord, street, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractRecord, starts, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractRecord, ends, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractRecord, probation_ends, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpContractRecord, probation_months, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpContractRecord, probation_wage, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpContractRecord, version, KP_COLUMN_VERSION),
  KP_COLUMN_TEXT (KpContractRecord, sequence, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpContractRecord, grade, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpContractRecord, recognised_months, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpContractRecord, wage, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpContractRecord, allowance, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpContractRecord, probation_pay, KP_COLUMN_PLAIN),
};

const KpTable kp_contract_table = KP_TABLE_INIT (KpContractRecord, "contract", "劳动合同", contract_columns);
