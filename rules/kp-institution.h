/* kp-institution.h – contracts of public institutions 事业单位聘用合同: term, probation, end, by their own regulations.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

G_BEGIN_DECLS

/* A contract as proposed. */
typedef struct
{
  KpDate start;
  KpDate end;
  guint probation_months;
  gboolean had_probation;
} KpInstitutionTerms;

typedef enum
{
  KP_INSTITUTION_DATES,
  KP_INSTITUTION_PROBATION,       /* longer than allowed */
  KP_INSTITUTION_PROBATION_AGAIN, /* only for a first contract */
} KpInstitutionFinding;

#define KP_INSTITUTION_N_FINDINGS (KP_INSTITUTION_PROBATION_AGAIN + 1)

/* Why it ends. */
typedef enum
{
  KP_INSTITUTION_AGREED,
  KP_INSTITUTION_RESIGNED,  /* §17 */
  KP_INSTITUTION_ABSENT,    /* §15 */
  KP_INSTITUTION_APPRAISAL, /* §16 */
  KP_INSTITUTION_DISMISSED, /* §18: 开除处分 */
  KP_INSTITUTION_PROBATION_FAILED,
  KP_INSTITUTION_EXPIRED,
  KP_INSTITUTION_RETIRED,
} KpInstitutionGround;

#define KP_INSTITUTION_N_GROUNDS (KP_INSTITUTION_RETIRED + 1)

typedef struct
{
  KpInstitutionGround ground;
  KpDate start;
  KpDate ends;          /* last day of the term */
  KpDate probation_end; /* none = no probation, or it is settled */
  KpDate notice_served; /* none = not served */
  KpDate last_day;
  guint absent_in_a_row; /* workdays */
  guint absent_in_a_year;
  guint failed_years; /* appraisals failed in a row */
  gboolean refuses_other_post;
  gboolean states_reason;
} KpInstitutionEnd;

typedef enum
{
  KP_INSTITUTION_END_DATES,
  KP_INSTITUTION_END_NOTICE,    /* fewer than thirty days, or none */
  KP_INSTITUTION_END_ABSENCE,   /* not more than fifteen or thirty workdays */
  KP_INSTITUTION_END_APPRAISAL, /* neither two years nor one and another post refused */
  KP_INSTITUTION_END_PROBATION, /* after its last day, or another post wasn't offered */
  KP_INSTITUTION_END_EARLY,     /* expired on another day than the last of the term */
  KP_INSTITUTION_END_REASON,
} KpInstitutionEndFinding;

#define KP_INSTITUTION_N_END_FINDINGS (KP_INSTITUTION_END_REASON + 1)

guint kp_institution_check (const KpInstitutionTerms *terms, KpInstitutionFinding findings[KP_INSTITUTION_N_FINDINGS]);
const char *kp_institution_finding_get_clause (KpInstitutionFinding finding);
const char *kp_institution_finding_get_chinese (KpInstitutionFinding finding);
const char *kp_institution_ground_get_name (KpInstitutionGround ground);
const char *kp_institution_ground_get_clause (KpInstitutionGround ground);
const char *kp_institution_ground_get_chinese (KpInstitutionGround ground);
gboolean kp_institution_ground_parse (const char *name, KpInstitutionGround *out);
guint kp_institution_check_end (const KpInstitutionEnd *end, KpInstitutionEndFinding findings[KP_INSTITUTION_N_END_FINDINGS]);
const char *kp_institution_end_finding_get_clause (KpInstitutionEndFinding finding);
const char *kp_institution_end_finding_get_chinese (KpInstitutionEndFinding finding);
gboolean kp_institution_owes_until_pension (KpDate continuous_from, KpDate next_start, KpDate retires_on, gboolean asks);

G_END_DECLS
