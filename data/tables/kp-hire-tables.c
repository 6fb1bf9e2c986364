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
  KP_COLUMN_TEXT (KpFitnessRecord, outcome, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED | KP_COLUMN_FEW_WORDS),
  KP_COLUMN_INT (KpFitnessRecord, by_mark, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpFitnessRecord, at, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpFitnessRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_fitness_table = KP_TABLE_INIT (KpFitnessRecord, "fitness", "体检考察", fitness_columns);

static const KpColumn proposal_columns[] = {
  KP_COLUMN_TEXT (KpProposalRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProposalRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProposalRecord, post, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpProposalRecord, place, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpProposalRecord, round, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProposalRecord, public_from, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProposalRecord, public_until, KP_COLUMN_PLAIN),
};

const KpTable kp_proposal_table = KP_TABLE_INIT (KpProposalRecord, "proposal", "拟聘用", proposal_columns);

static const KpColumn departure_columns[] = {
  KP_COLUMN_TEXT (KpDepartureRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpDepartureRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpDepartureRecord, post, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDepartureRecord, kind, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDepartureRecord, stage, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpDepartureRecord, round, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDepartureRecord, called_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpDepartureRecord, left_on, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDepartureRecord, reason, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpDepartureRecord, contract, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpDepartureRecord, street, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpDepartureRecord, starts, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpDepartureRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDepartureRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDepartureRecord, at, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpDepartureRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_departure_table = KP_TABLE_INIT (KpDepartureRecord, "departure", "聘用前后退出", departure_columns);

static const KpColumn departure_undo_columns[] = {
  KP_COLUMN_TEXT (KpDepartureUndoRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpDepartureUndoRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpDepartureUndoRecord, serial, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpDepartureUndoRecord, kind, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDepartureUndoRecord, left_on, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDepartureUndoRecord, reason, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpDepartureUndoRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDepartureUndoRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpDepartureUndoRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_departure_undo_table
    = KP_TABLE_INIT (KpDepartureUndoRecord, "departure_undo", "撤销退出", departure_undo_columns);

static const KpColumn approval_columns[] = {
  KP_COLUMN_TEXT (KpApprovalRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpApprovalRecord, post, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpApprovalRecord, round, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpApprovalRecord, outcome, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpApprovalRecord, document, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpApprovalRecord, authority, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpApprovalRecord, decided_on, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpApprovalRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpApprovalRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpApprovalRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_approval_table = KP_TABLE_INIT (KpApprovalRecord, "approval", "递补批准", approval_columns);

static const KpColumn objection_columns[] = {
  KP_COLUMN_TEXT (KpObjectionRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpObjectionRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpObjectionRecord, application, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpObjectionRecord, received, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpObjectionRecord, way, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpObjectionRecord, objector, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpObjectionRecord, content, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpObjectionRecord, outcome, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpObjectionRecord, finding, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpObjectionRecord, answered_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpObjectionRecord, first_person, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpObjectionRecord, second_person, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpObjectionRecord, recorded_by, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpObjectionRecord, at, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpObjectionRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_objection_table = KP_TABLE_INIT (KpObjectionRecord, "objection", "公示异议", objection_columns);

static const KpColumn choice_columns[] = {
  KP_COLUMN_TEXT (KpChoiceRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpChoiceRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpChoiceRecord, outcome, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpChoiceRecord, offer, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpChoiceRecord, reason, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpChoiceRecord, first_person, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpChoiceRecord, second_person, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpChoiceRecord, recorded_by, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpChoiceRecord, at, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpChoiceRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_choice_table = KP_TABLE_INIT (KpChoiceRecord, "choice", "选岗", choice_columns);

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
