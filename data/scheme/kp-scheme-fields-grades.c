/* kp-scheme-fields-grades.c – the keys of conversion, grades and pay.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-fields-private.h"

DEFINE_GETTER (get_exam, kp_conversion_exam_get_name, KpConversionExam)
DEFINE_MAKER (make_equivalent, kp_scheme_equivalent_new)
DEFINE_MAKER (make_sequence, kp_scheme_sequence_new)
DEFINE_MAKER (make_pay, kp_scheme_pay_new)
DEFINE_MAKER (make_allowance, kp_scheme_allowance_new)

const KpField kp_conversion_fields[] = {
  { "exam", KP_FIELD_NAME, AT (KpSchemeConversion, exam), NAMES (get_exam, KP_CONVERSION_N_EXAMS), .is_quiet = TRUE },
  { "base_day", KP_FIELD_DATE_NULL, AT (KpSchemeConversion, policy.base_day) },
  { "least_months", KP_FIELD_COUNT, AT (KpSchemeConversion, policy.least_months), .limit = 600, .is_quiet = TRUE, .usual = 12 },
  { "max_age", KP_FIELD_COUNT, AT (KpSchemeConversion, policy.max_age), .limit = 70, .is_quiet = TRUE, .usual = 45 },
  { "max_age_decided", KP_FIELD_COUNT, AT (KpSchemeConversion, policy.max_age_decided), .limit = 70, .is_quiet = TRUE,
    .usual = 50 },
  { "high_school_years", KP_FIELD_COUNT, AT (KpSchemeConversion, policy.high_school_years), .limit = 50, .is_quiet = TRUE,
    .usual = 5 },
  { "appraisals", KP_FIELD_COUNT, AT (KpSchemeConversion, policy.appraisals), .limit = 10, .is_quiet = TRUE, .usual = 2 },
  { "takes_welfare", KP_FIELD_BOOL, AT (KpSchemeConversion, policy.takes_welfare), .is_quiet = TRUE },
  END,
};

static const KpField equivalent_fields[] = {
  { "name", KP_FIELD_TEXT, AT (KpSchemeEquivalent, name), .is_required = TRUE },
  { "years", KP_FIELD_COUNT, AT (KpSchemeEquivalent, years), .limit = 50, .is_required = TRUE },
  END,
};

static const KpField sequence_fields[] = {
  { "name", KP_FIELD_TEXT, AT (KpSchemeSequence, name), .is_required = TRUE },
  { "lowest", KP_FIELD_COUNT, AT (KpSchemeSequence, lowest), .limit = 100, .is_quiet = TRUE, .usual = 1 },
  { "highest", KP_FIELD_COUNT, AT (KpSchemeSequence, highest), .limit = 100, .is_required = TRUE },
  { "step_months", KP_FIELD_COUNT, AT (KpSchemeSequence, step_months), .limit = 600, .is_quiet = TRUE, .usual = 36 },
  { "educations", KP_FIELD_OBJECTS, AT (KpSchemeSequence, educations), .make = make_equivalent, .fields = equivalent_fields,
    .is_quiet = TRUE },
  { "certificates", KP_FIELD_OBJECTS, AT (KpSchemeSequence, certificates), .make = make_equivalent,
    .fields = equivalent_fields, .is_quiet = TRUE },
  END,
};

static const KpField pay_fields[] = {
  { "from", KP_FIELD_DATE, AT (KpSchemePay, from), .is_required = TRUE },
  { "sequence", KP_FIELD_TEXT, AT (KpSchemePay, sequence), .is_required = TRUE },
  { "grade", KP_FIELD_COUNT, AT (KpSchemePay, grade), .limit = 100, .is_required = TRUE },
  { "amount", KP_FIELD_MARK, AT (KpSchemePay, amount), .is_required = TRUE },
  END,
};

static const KpField allowance_fields[] = {
  { "certificate", KP_FIELD_TEXT, AT (KpSchemeAllowance, certificate), .is_required = TRUE },
  { "amount", KP_FIELD_MARK, AT (KpSchemeAllowance, amount), .is_required = TRUE },
  END,
};

const KpField kp_grade_fields[] = {
  { "sequences", KP_FIELD_OBJECTS, AT (KpSchemeGrades, sequences), .make = make_sequence, .fields = sequence_fields,
    .is_quiet = TRUE },
  { "pay", KP_FIELD_OBJECTS, AT (KpSchemeGrades, pay), .make = make_pay, .fields = pay_fields, .is_quiet = TRUE },
  { "allowances", KP_FIELD_OBJECTS, AT (KpSchemeGrades, allowances), .make = make_allowance, .fields = allowance_fields,
    .is_quiet = TRUE },
  { "minimum_wage", KP_FIELD_MARK, AT (KpSchemeGrades, minimum_wage), .is_quiet = TRUE },
  END,
};
