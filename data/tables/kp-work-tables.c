/* kp-work-tables.c – what happens after the contract: duties done, probation, and the end.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-work-tables.h"

static const KpColumn contract_event_columns[] = {
  KP_COLUMN_TEXT (KpContractEventRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpContractEventRecord, contract, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpContractEventRecord, kind, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpContractEventRecord, day, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractEventRecord, document, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpContractEventRecord, actor, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractEventRecord, at, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpContractEventRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_contract_event_table = KP_TABLE_INIT (KpContractEventRecord, "contract_event", "办理事项", contract_event_columns);

static const KpColumn probation_link_columns[] = {
  KP_COLUMN_TEXT (KpProbationLinkRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProbationLinkRecord, contract, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpProbationLinkRecord, serial, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProbationLinkRecord, link, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpProbationLinkRecord, month, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProbationLinkRecord, day, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProbationLinkRecord, document, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProbationLinkRecord, text, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpProbationLinkRecord, served, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpProbationLinkRecord, n_witnesses, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProbationLinkRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProbationLinkRecord, second_person, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpProbationLinkRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_probation_link_table = KP_TABLE_INIT (KpProbationLinkRecord, "probation_link", "试用期记录", probation_link_columns);

static const KpColumn probation_assessment_columns[] = {
  KP_COLUMN_TEXT (KpProbationAssessmentRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProbationAssessmentRecord, contract, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpProbationAssessmentRecord, n_satisfied, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpProbationAssessmentRecord, n_fair, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpProbationAssessmentRecord, n_unsatisfied, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProbationAssessmentRecord, points, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpProbationAssessmentRecord, vetoes, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpProbationAssessmentRecord, suspended_days, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpProbationAssessmentRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_probation_assessment_table = KP_TABLE_INIT (KpProbationAssessmentRecord, "probation_assessment", "试用期考核", probation_assessment_columns);

static const KpColumn probation_outcome_columns[] = {
  KP_COLUMN_TEXT (KpProbationOutcomeRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProbationOutcomeRecord, contract, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProbationOutcomeRecord, act, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProbationOutcomeRecord, day, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProbationOutcomeRecord, verdict, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpProbationOutcomeRecord, total, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpProbationOutcomeRecord, reason, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProbationOutcomeRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProbationOutcomeRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProbationOutcomeRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_probation_outcome_table = KP_TABLE_INIT (KpProbationOutcomeRecord, "probation_outcome", "试用期结果", probation_outcome_columns);

static const KpColumn contract_end_columns[] = {
  KP_COLUMN_TEXT (KpContractEndRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpContractEndRecord, contract, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpContractEndRecord, ground, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractEndRecord, served, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpContractEndRecord, last_day, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractEndRecord, union_told, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpContractEndRecord, reason, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpContractEndRecord, half_months, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractEndRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractEndRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractEndRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_contract_end_table = KP_TABLE_INIT (KpContractEndRecord, "contract_end", "解除终止", contract_end_columns);
