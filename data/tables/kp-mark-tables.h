/* kp-mark-tables.h – secret numbers, locked papers, re-checked marks and incidents of the exam day.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 密号: What stands on a paper in the place of the ticket. */
typedef struct
{
  const char *campaign;
  const char *paper;
  const char *application;
  const char *number;
} KpSecretNumberRecord;

extern const KpTable kp_secret_number_table;

/* 密号打印: One printing of the sealed table or its labels. */
typedef struct
{
  const char *campaign;
  const char *paper;
  gint64 number;
  const char *what;
  const char *draw;
  const char *first_person;
  const char *second_person;
  const char *operator;
  const char *reason;
  const char *at;
} KpSecretPrintRecord;

extern const KpTable kp_secret_print_table;

/* 成绩锁定: All marks of a paper stand; only corrections change them. */
typedef struct
{
  const char *campaign;
  const char *paper;
  const char *digest;
  gint64 n_marks;
  gint64 sum;
  const char *how;
  const char *first_person;
  const char *second_person;
  const char *at;
  const char *opened_at;
  const char *opened_by;
  const char *opened_with;
  gint64 version;
} KpPaperLockRecord;

extern const KpTable kp_paper_lock_table;

/* 成绩公布: Until when one may ask to have a mark checked. */
typedef struct
{
  const char *campaign;
  const char *published_on;
  const char *until;
  const char *ended_by;
  const char *ended_with;
  const char *reason;
  gint64 version;
} KpMarkPublicationRecord;

extern const KpTable kp_mark_publication_table;

/* 查分: One application to have a mark checked, and what was found. */
typedef struct
{
  const char *campaign;
  const char *paper;
  const char *application;
  const char *asked_on;
  const char *reason;
  const char *before_text;
  const char *result;
  const char *checker;
  const char *checked_on;
  gint64 version;
} KpMarkRecheckRecord;

extern const KpTable kp_mark_recheck_table;

/* 考场情况: Absent, late, or a breach with its papers. */
typedef struct
{
  const char *campaign;
  gint64 number;
  const char *application;
  const char *paper;
  const char *kind;
  const char *article;
  const char *facts;
  const char *evidence;
  const char *first_recorder;
  const char *second_recorder;
  const char *recorded_on;
  gint64 candidate_signed;
  const char *informed_on;
  const char *statement;
  const char *decision;
  const char *consequence;
  const char *decided_on;
  const char *decided_by;
  const char *decided_with;
  const char *kept_until;
  const char *served_on;
  const char *served_how;
  const char *review;
  gint64 version;
} KpIncidentRecord;

extern const KpTable kp_incident_table;

G_END_DECLS
