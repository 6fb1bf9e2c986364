/* kp-scheme-fields-work.c – the keys of the time after the contract.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-fields-private.h"

DEFINE_GETTER (get_link, kp_link_get_name, KpLink)
DEFINE_MAKER (make_criterion, kp_scheme_criterion_new)

static const KpField criterion_fields[] = {
  { "name", KP_FIELD_TEXT, AT (KpSchemeCriterion, name), .is_required = TRUE },
  { "full", KP_FIELD_MARK, AT (KpSchemeCriterion, full), .is_required = TRUE },
  { "from_survey", KP_FIELD_BOOL, AT (KpSchemeCriterion, is_from_survey), .is_quiet = TRUE },
  END,
};

const KpField kp_probation_fields[] = {
  { "without", KP_FIELD_FLAGS, AT (KpSchemeProbation, without), NAMES (get_link, KP_LINK_N), .is_quiet = TRUE },
  { "first_days", KP_FIELD_COUNT, AT (KpSchemeProbation, first_days), .limit = 366, .is_quiet = TRUE, .usual = 7 },
  { "note_days", KP_FIELD_COUNT, AT (KpSchemeProbation, note_days), .limit = 366, .is_quiet = TRUE, .usual = 10 },
  { "survey_days", KP_FIELD_COUNT, AT (KpSchemeProbation, survey_days), .limit = 366, .is_quiet = TRUE, .usual = 20 },
  { "meeting_days", KP_FIELD_COUNT, AT (KpSchemeProbation, meeting_days), .limit = 366, .is_quiet = TRUE, .usual = 15 },
  { "union_days", KP_FIELD_COUNT, AT (KpSchemeProbation, union_days), .limit = 366, .is_quiet = TRUE, .usual = 10 },
  { "notice_days", KP_FIELD_COUNT, AT (KpSchemeProbation, notice_days), .limit = 366, .is_quiet = TRUE, .usual = 7 },
  { "least_answers", KP_FIELD_COUNT, AT (KpSchemeProbation, least_answers), .limit = 100000, .is_quiet = TRUE, .usual = 10 },
  { "survey_percent", KP_FIELD_COUNT, AT (KpSchemeProbation, survey_percent), .limit = 100, .is_quiet = TRUE, .usual = 60 },
  { "pass_line", KP_FIELD_MARK, AT (KpSchemeProbation, pass_line), .is_quiet = TRUE, .usual = 60 },
  { "excellent_line", KP_FIELD_MARK, AT (KpSchemeProbation, excellent_line), .is_quiet = TRUE, .usual = 90 },
  { "pass_early", KP_FIELD_BOOL, AT (KpSchemeProbation, may_pass_early), .is_quiet = TRUE },
  { "early_months", KP_FIELD_COUNT, AT (KpSchemeProbation, early_months), .limit = 12, .is_quiet = TRUE, .usual = 3 },
  { "suspension_extends", KP_FIELD_BOOL, AT (KpSchemeProbation, suspension_extends), .is_quiet = TRUE },
  { "criteria", KP_FIELD_OBJECTS, AT (KpSchemeProbation, criteria), .make = make_criterion, .fields = criterion_fields,
    .is_quiet = TRUE },
  { "vetoes", KP_FIELD_TEXTS, AT (KpSchemeProbation, vetoes), .is_quiet = TRUE },
  END,
};

const KpField kp_deadline_fields[] = {
  { "contract_days", KP_FIELD_COUNT, AT (KpSchemeDeadlines, contract_days), .limit = 366, .is_quiet = TRUE },
  { "insurance_days", KP_FIELD_COUNT, AT (KpSchemeDeadlines, insurance_days), .limit = 366, .is_quiet = TRUE, .usual = 30 },
  { "fund_days", KP_FIELD_COUNT, AT (KpSchemeDeadlines, fund_days), .limit = 366, .is_quiet = TRUE, .usual = 30 },
  { "objection_days", KP_FIELD_COUNT, AT (KpSchemeDeadlines, objection_days), .limit = 366, .is_quiet = TRUE, .usual = 15 },
  { "objection_in_workdays", KP_FIELD_BOOL, AT (KpSchemeDeadlines, is_objection_in_workdays), .is_quiet = TRUE, .usual = TRUE },
  { "certificate_by", KP_FIELD_DATE_NULL, AT (KpSchemeDeadlines, certificate_by) },
  { "probation_alarms", KP_FIELD_COUNTS, AT (KpSchemeDeadlines, probation_alarms), WITH (KpSchemeDeadlines, n_probation_alarms),
    .limit = KP_DEADLINE_MAX_ALARMS, .is_quiet = TRUE },
  { "term_alarms", KP_FIELD_COUNTS, AT (KpSchemeDeadlines, term_alarms), WITH (KpSchemeDeadlines, n_term_alarms),
    .limit = KP_DEADLINE_MAX_ALARMS, .is_quiet = TRUE },
  { "keep_materials", KP_FIELD_COUNT, AT (KpSchemeDeadlines, keep.years[KP_RETENTION_MATERIALS]), .limit = 100, .is_quiet = TRUE, .usual = 1 },
  { "keep_papers", KP_FIELD_COUNT, AT (KpSchemeDeadlines, keep.years[KP_RETENTION_PAPERS]), .limit = 100, .is_quiet = TRUE, .usual = 1 },
  { "keep_results", KP_FIELD_COUNT, AT (KpSchemeDeadlines, keep.years[KP_RETENTION_RESULTS]), .limit = 100, .is_quiet = TRUE, .usual = 10 },
  { "keep_contracts", KP_FIELD_COUNT, AT (KpSchemeDeadlines, keep.years[KP_RETENTION_CONTRACTS]), .limit = 100, .is_quiet = TRUE, .usual = 2 },
  { "keep_hired", KP_FIELD_COUNT, AT (KpSchemeDeadlines, keep.years[KP_RETENTION_HIRED]), .limit = 100, .is_quiet = TRUE, .usual = 30 },
  { "keep_processing", KP_FIELD_COUNT, AT (KpSchemeDeadlines, keep.years[KP_RETENTION_PROCESSING]), .limit = 100, .is_quiet = TRUE, .usual = 3 },
  END,
};
