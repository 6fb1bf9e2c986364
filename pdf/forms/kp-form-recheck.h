/* kp-form-recheck.h – checked marks: all applications for the committee, and the notice to each applicant (查分).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

/* 笔试成绩复核申请及结果一览表: one application. */
typedef struct
{
  const char *ticket;
  const char *name;
  const char *paper;
  const char *asked_on;
  const char *reason;     /* long ones are cut */
  const char *before;     /* "78.50", 缺考 */
  const char *result;     /* nullable: 无误, or the mark found */
  const char *checker;    /* nullable */
  const char *checked_on; /* nullable */
  const char *state;      /* 待复核, 维持, 待更正, 已更正 */
} KpRecheckRow;

typedef struct
{
  KpFormList          list;
  const KpRecheckRow *rows;
  gsize               n_rows;
} KpRechecksFacts;

/* 笔试成绩复核结果通知书: one person and paper. */
typedef struct
{
  const char *campaign;
  const char *issuer;
  const char *number;     /* "第1号" */
  const char *name;
  const char *ticket;
  const char *paper;
  const char *asked_on;
  const char *reason;
  const char *before;     /* "78.50分", 缺考 */
  const char *after;      /* nullable: the mark is right */
  const char *checked_on;
  const char *qr;         /* nullable: whole text of the QR code */
  const char *wording;    /* nullable: the county's own text */
  const KpFormHead *head; /* nullable */
} KpRecheckNotice;

gboolean kp_form_recheck_check_wording (const char *wording, GError **error);
gboolean kp_form_rechecks_draw       (KpSheet *sheet, const KpRechecksFacts *facts, GError **error);
gboolean kp_form_recheck_notice_draw (KpSheet *sheet, const KpRecheckNotice *facts, GError **error);
