/* kp-conversion.h – conversion 转聘 of grid staff: eligibility, dates, and the money of former departments.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

G_BEGIN_DECLS

typedef enum
{
  KP_SCHOOLING_NONE,
  KP_SCHOOLING_HIGH,    /* 高中 */
  KP_SCHOOLING_COLLEGE, /* 大专 and above */
} KpSchooling;

typedef struct
{
  KpDate base_day;
  guint least_months;      /* on the post without a break until the base day */
  guint max_age;           /* full years on the base day */
  guint max_age_decided;   /* with a decision of the street's party committee */
  guint high_school_years; /* so many years on the post make up for a college; 0 = they don't */
  guint appraisals;        /* passed, of the last years */
  guint term_months;       /* of the new contract: it must end before the age of retirement */
  gboolean takes_welfare;  /* 公益性岗位 */
} KpConversionPolicy;

/* One person of the roster. */
typedef struct
{
  KpDate birth;
  KpDate retires_on; /* first day of the pension; none = not known */
  KpDate since;      /* on the post without a break */
  gboolean is_on_post;
  gboolean is_full_time;
  gboolean is_welfare;
  gboolean has_decision;
  gboolean is_disqualified;
  gboolean is_willing;
  KpSchooling schooling;
  guint n_appraisals; /* passed without a gap, the latest first */
} KpConversionCase;

typedef enum
{
  KP_CONVERSION_NOT_ON_POST,
  KP_CONVERSION_TOO_SHORT,
  KP_CONVERSION_TOO_OLD,
  KP_CONVERSION_RETIRES, /* before the new contract ends */
  KP_CONVERSION_SCHOOLING,
  KP_CONVERSION_APPRAISAL,
  KP_CONVERSION_PART_TIME,
  KP_CONVERSION_WELFARE,
  KP_CONVERSION_DISQUALIFIED,
  KP_CONVERSION_UNWILLING,
} KpConversionFinding;

#define KP_CONVERSION_N_FINDINGS (KP_CONVERSION_UNWILLING + 1)

/* The old and the new contract. */
typedef struct
{
  KpDate old_last_day;
  KpDate new_start;
  gboolean is_same_street; /* the old employer is the street that signs now */
  gboolean had_probation;  /* with it */
  guint probation_months;
  gboolean is_agreed_by_three; /* 三方协议: the years go on */
  gboolean is_paid_out;        /* or the old employer pays them out */
} KpConversionTerms;

typedef enum
{
  KP_TRANSFER_GAP,       /* a day without contract lies between */
  KP_TRANSFER_OVERLAP,   /* the old one isn't ended when the new one starts */
  KP_TRANSFER_PROBATION, /* 劳动合同法 §19: none with the same employer again */
  KP_TRANSFER_YEARS,     /* neither agreed nor paid out, or both */
} KpTransferFinding;

#define KP_TRANSFER_N_FINDINGS (KP_TRANSFER_YEARS + 1)

/* How the converted are examined 考试方式. */
typedef enum
{
  KP_CONVERSION_EXAM_ANY,
  KP_CONVERSION_EXAM_WRITTEN,    /* 笔试加面试 */
  KP_CONVERSION_EXAM_INTERVIEW,  /* 只面试, credential points besides */
  KP_CONVERSION_EXAM_ASSESSMENT, /* 考核（业绩档案）加面试 */
  KP_CONVERSION_EXAM_OPEN,       /* the exam of the open posts */
} KpConversionExam;

#define KP_CONVERSION_N_EXAMS (KP_CONVERSION_EXAM_OPEN + 1)

typedef enum
{
  KP_CONVERTED_YES,
  KP_CONVERTED_STAYS, /* with the former employer until the contract ends */
  KP_CONVERTED_ENDED, /* lawfully, by the former employer */
  KP_CONVERTED_OPEN,  /* nobody has said yet what becomes of the person */
} KpConverted;

/* Money in fen a year. Borrowed. */
typedef struct
{
  const char *department;
  gint64 cost;
  KpConverted converted;
} KpFundedPerson;

/* A department as it states it, and as the persons add up. */
typedef struct
{
  const char *department;
  gint64 budget; /* as stated */
  guint n_before;
  guint n_converted;
  guint n_left;
  guint n_open;
  gint64 moved; /* to the county's community workers */
  gint64 kept;
  gint64 difference; /* stated less moved and kept; 0 = it balances */
} KpFundingRow;

void kp_conversion_policy_init (KpConversionPolicy *policy);
guint kp_conversion_check (const KpConversionPolicy *policy,
                           const KpConversionCase *person,
                           KpConversionFinding findings[KP_CONVERSION_N_FINDINGS]);
const char *kp_conversion_exam_get_name (KpConversionExam exam);
const char *kp_conversion_exam_get_chinese (KpConversionExam exam);
const char *kp_conversion_finding_get_chinese (KpConversionFinding finding);
guint kp_transfer_check (const KpConversionTerms *terms, KpTransferFinding findings[KP_TRANSFER_N_FINDINGS]);
const char *kp_transfer_finding_get_clause (KpTransferFinding finding);
const char *kp_transfer_finding_get_chinese (KpTransferFinding finding);
gboolean kp_funding_balance (
    KpFundingRow *rows, guint n_rows, const KpFundedPerson *persons, guint n_persons, KpFundingRow *total);

G_END_DECLS
