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
  KP_COLUMN_TEXT (KpProbationLinkRecord, text, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
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
  KP_COLUMN_TEXT (KpProbationOutcomeRecord, reason, KP_COLUMN_PERSONAL),
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
  KP_COLUMN_TEXT (KpContractEndRecord, reason, KP_COLUMN_PERSONAL),
  KP_COLUMN_INT (KpContractEndRecord, half_months, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractEndRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractEndRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractEndRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_contract_end_table = KP_TABLE_INIT (KpContractEndRecord, "contract_end", "解除终止", contract_end_columns);

static const KpColumn contract_term_columns[] = {
  KP_COLUMN_TEXT (KpContractTermRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpContractTermRecord, contract, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpContractTermRecord, serial, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpContractTermRecord, number, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractTermRecord, kind, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractTermRecord, starts, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractTermRecord, ends, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpContractTermRecord, asks_fixed, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractTermRecord, clause, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractTermRecord, document, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractTermRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractTermRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractTermRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_contract_term_table = KP_TABLE_INIT (KpContractTermRecord, "contract_term", "续订", contract_term_columns);

static const KpColumn contract_change_columns[] = {
  KP_COLUMN_TEXT (KpContractChangeRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpContractChangeRecord, contract, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpContractChangeRecord, serial, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpContractChangeRecord, what, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractChangeRecord, value, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractChangeRecord, day, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractChangeRecord, document, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractChangeRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractChangeRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpContractChangeRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_contract_change_table = KP_TABLE_INIT (KpContractChangeRecord, "contract_change", "变更", contract_change_columns);

static const KpColumn work_correction_columns[] = {
  KP_COLUMN_TEXT (KpWorkCorrectionRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpWorkCorrectionRecord, contract, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpWorkCorrectionRecord, serial, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpWorkCorrectionRecord, what, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpWorkCorrectionRecord, before_text, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpWorkCorrectionRecord, after_text, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpWorkCorrectionRecord, reason, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpWorkCorrectionRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpWorkCorrectionRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpWorkCorrectionRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_work_correction_table = KP_TABLE_INIT (KpWorkCorrectionRecord, "work_correction", "用工更正", work_correction_columns);

static const KpColumn file_paper_columns[] = {
  KP_COLUMN_TEXT (KpFilePaperRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFilePaperRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFilePaperRecord, item, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFilePaperRecord, document, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpFilePaperRecord, pages, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpFilePaperRecord, filed_on, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpFilePaperRecord, filed_by, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpFilePaperRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_file_paper_table = KP_TABLE_INIT (KpFilePaperRecord, "file_paper", "档案材料", file_paper_columns);
