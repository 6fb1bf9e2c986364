/* kp-correct-value.h – what a correction puts right, and how it is written.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef enum
{
  KP_CORRECT_PAPER,      /* the written mark of a paper */
  KP_CORRECT_EXTRA_TEST, /* 加试 */
  KP_CORRECT_INTERVIEW,  /* examiners' marks, or that somebody was absent or void */
} KpCorrectWhat;

/* Borrowed texts. */
typedef struct
{
  KpCorrectWhat what;
  const char *paper;   /* PAPER: its code */
  const char *number;  /* ticket or registration number; INTERVIEW: the interview code */
  guint examiner;      /* INTERVIEW: 0 = all of them */
  const char *element; /* INTERVIEW (nullable): of one examiner */
  /* A mark or 缺考, 违纪. INTERVIEW: of one examiner "85" or elements "20/16/16/16/12"; of all of them these joined by
     commas, in their order; 正常 = the examiners' marks count after all. */
  const char *to;
  const char *reason;
  const char *by;
  const char *with; /* another person */
} KpCorrectionOrder;

/* What was written. Owned texts. */
typedef struct
{
  char *what; /* "written:01", "extra-test", "interview", "interview:3" */
  char *before;
  char *after;
} KpCorrectedValue;

KpRoster *kp_correct_load_one (KpSession *session, const KpCorrectionOrder *order, GError **error);
gboolean kp_correct_write (KpSession *session, KpLedger *ledger, KpRoster *roster, const KpCorrectionOrder *order,
                           KpCorrectedValue *value, GError **error);
void     kp_corrected_value_clear (KpCorrectedValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpCorrectedValue, kp_corrected_value_clear)

G_END_DECLS
