/* kp-conversion-tables.c – the conversion of earlier staff: roster, money, years of work, and what became of each.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-conversion-tables.h"

static const KpColumn grid_staff_columns[] = {
  KP_COLUMN_TEXT (KpGridStaffRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpGridStaffRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpGridStaffRecord, name, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpGridStaffRecord, id_number, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpGridStaffRecord, education, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpGridStaffRecord, certificates, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpGridStaffRecord, job, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpGridStaffRecord, department, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpGridStaffRecord, employer, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpGridStaffRecord, funding, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpGridStaffRecord, cost, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpGridStaffRecord, street, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpGridStaffRecord, is_street, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpGridStaffRecord, since, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpGridStaffRecord, contract_until, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpGridStaffRecord, retires_on, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_INT (KpGridStaffRecord, on_post, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpGridStaffRecord, full_time, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpGridStaffRecord, welfare, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpGridStaffRecord, appraisals, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpGridStaffRecord, disqualified, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpGridStaffRecord, willing, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpGridStaffRecord, decision, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpGridStaffRecord, had_probation, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpGridStaffRecord, fixed_terms, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpGridStaffRecord, source, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpGridStaffRecord, sheet_row, KP_COLUMN_PLAIN),
};

const KpTable kp_grid_staff_table = KP_TABLE_INIT (KpGridStaffRecord, "grid_staff", "转聘花名册", grid_staff_columns);

static const KpColumn grid_department_columns[] = {
  KP_COLUMN_TEXT (KpGridDepartmentRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpGridDepartmentRecord, department, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpGridDepartmentRecord, budget, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpGridDepartmentRecord, year, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpGridDepartmentRecord, document, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpGridDepartmentRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpGridDepartmentRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpGridDepartmentRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_grid_department_table = KP_TABLE_INIT (KpGridDepartmentRecord, "grid_department", "原招聘部门", grid_department_columns);

static const KpColumn service_segment_columns[] = {
  KP_COLUMN_TEXT (KpServiceSegmentRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpServiceSegmentRecord, subject, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpServiceSegmentRecord, serial, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpServiceSegmentRecord, kind, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpServiceSegmentRecord, starts, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpServiceSegmentRecord, ends, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpServiceSegmentRecord, unit, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpServiceSegmentRecord, in_community, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpServiceSegmentRecord, was_moved, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpServiceSegmentRecord, paid_out, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpServiceSegmentRecord, proof, KP_COLUMN_NULLABLE),
};

const KpTable kp_service_segment_table = KP_TABLE_INIT (KpServiceSegmentRecord, "service_segment", "工作经历", service_segment_columns);

static const KpColumn conversion_columns[] = {
  KP_COLUMN_TEXT (KpConversionRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpConversionRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpConversionRecord, outcome, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpConversionRecord, last_day, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpConversionRecord, years, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpConversionRecord, document, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpConversionRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpConversionRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpConversionRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_conversion_table = KP_TABLE_INIT (KpConversionRecord, "conversion", "转聘结果", conversion_columns);
