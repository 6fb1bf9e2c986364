/* kp-conversion-tables.h – the conversion of earlier staff: roster, money, years of work, and what became of each.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 转聘人员花名册: One person whom a department recruited before, as its workbook has it. */
typedef struct
{
  const char *campaign;
  const char *number;
  const char *name;
  const char *id_number;
  const char *education;
  const char *certificates;
  const char *job;
  const char *department;
  const char *employer;
  const char *funding;
  gint64 cost;
  const char *street;
  gint64 is_street;
  const char *since;
  const char *contract_until;
  const char *retires_on;
  gint64 on_post;
  gint64 full_time;
  gint64 welfare;
  gint64 appraisals;
  gint64 disqualified;
  gint64 willing;
  const char *decision;
  gint64 had_probation;
  gint64 fixed_terms;
  const char *source;
  gint64 sheet_row;
} KpGridStaffRecord;

extern const KpTable kp_grid_staff_table;

/* 经费: What a department spends on its staff in a year, as it states it. */
typedef struct
{
  const char *campaign;
  const char *department;
  gint64 budget;
  gint64 year;
  const char *document;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpGridDepartmentRecord;

extern const KpTable kp_grid_department_table;

/* 工龄证明: A stretch of work with its proof. */
typedef struct
{
  const char *campaign;
  const char *subject;
  gint64 serial;
  const char *kind;
  const char *starts;
  const char *ends;
  const char *unit;
  gint64 in_community;
  gint64 was_moved;
  gint64 paid_out;
  const char *proof;
} KpServiceSegmentRecord;

extern const KpTable kp_service_segment_table;

/* 转聘结果: What became of one person of the roster, by two people. */
typedef struct
{
  const char *campaign;
  const char *number;
  const char *outcome;
  const char *last_day;
  const char *years;
  const char *document;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpConversionRecord;

extern const KpTable kp_conversion_table;

G_END_DECLS
