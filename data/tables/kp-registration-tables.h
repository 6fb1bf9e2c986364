/* kp-registration-tables.h – who applied for what, and what the review found.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 人员: A natural person of the campaign. */
typedef struct
{
  const char *campaign;
  const char *person;
  const char *name;
  const char *id_number;
  const char *sex;
  const char *birth;
  const char *ethnic;
  const char *political;
  const char *education;
  const char *degree;
  const char *school;
  const char *major;
  const char *graduated;
  const char *phone;
  const char *residence;
  const char *address;
  const char *employer;
  const char *certificate;
  gint64 is_veteran;
  const char *grid_since;
  gint64 version;
} KpPersonRecord;

extern const KpTable kp_person_table;

/* 报名: One person applying for one post. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *person;
  const char *post;
  const char *source;
  gint64 sheet_row;
  const char *remark;
  const char *review;
  const char *reviewed_on;
  const char *appealed_on;
  const char *warnings;
  const char *payment; /* (nullable): KP_PAYMENT_PAID or KP_PAYMENT_EXEMPT */
  const char *paid_on;
  const char *first_post; /* (nullable): before the re-post */
  const char *reposted_on;
  gint64 version;
} KpApplicationRecord;

#define KP_PAYMENT_PAID "paid"
#define KP_PAYMENT_EXEMPT "exempt"

extern const KpTable kp_application_table;

/* 填报事项: One fact that the scheme declares, as one candidate states it. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *fact;
  const char *value; /* KP_FACT_STATED, KP_FACT_DENIED, or the value in its standard form */
  const char *since;
  gint64 version;
} KpFactRecord;

#define KP_FACT_STATED "yes"
#define KP_FACT_DENIED "no" /* of any kind: there is no such thing */

extern const KpTable kp_fact_table;

/* 照片: The photo of an application, as it is printed. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *digest;  /* SHA-256 of the JPEG */
  const char *picture; /* the JPEG in Base64 */
  gint64 width;
  gint64 height;
  const char *taken_on;
  gint64 version;
} KpPhotoRecord;

extern const KpTable kp_photo_table;

/* 证明核查: What was shown for a claim, and what the check found. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *proof;
  const char *outcome; /* of KpProofOutcome */
  const char *papers;  /* joined by \n; "" = none */
  const char *source;
  const char *checked_on;
  const char *dated_on;
  const char *reference;
  const char *note;
  const char *checker;
  const char *recorded_on;
  gint64 version;
} KpProofRecord;

extern const KpTable kp_proof_table;

/* 审核认定: What a person decided of one condition. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *moment; /* KP_MOMENT_REVIEW or KP_MOMENT_RECHECK */
  const char *condition;
  gint64 level; /* 1 初审, 2 复核, 3 on an appeal */
  const char *verdict;
  const char *note;
  const char *reviewer;
  const char *decided_on;
  gint64 version;
} KpJudgementRecord;

#define KP_MOMENT_REVIEW "review"
#define KP_MOMENT_RECHECK "recheck"

extern const KpTable kp_judgement_table;

/* 审查意见: One condition held against one application. */
typedef struct
{
  const char *campaign;
  const char *application;
  const char *moment;
  const char *condition;
  const char *computed; /* what the facts alone give */
  const char *verdict;
  const char *reason;
  const char *clause;
  const char *sentence;
  const char *reviewer;
  gint64 version;
} KpFindingRecord;

extern const KpTable kp_finding_table;

G_END_DECLS
