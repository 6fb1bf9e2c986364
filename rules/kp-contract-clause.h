/* kp-contract-clause.h – what must stand in a labour contract, and what must not.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

G_BEGIN_DECLS

/* 劳动合同法 §17, the nine mandatory items, part by part. */
typedef enum
{
  KP_CLAUSE_EMPLOYER_NAME,
  KP_CLAUSE_EMPLOYER_ADDRESS,
  KP_CLAUSE_EMPLOYER_HEAD, /* 法定代表人或者主要负责人 */
  KP_CLAUSE_WORKER_NAME,
  KP_CLAUSE_WORKER_ADDRESS,
  KP_CLAUSE_WORKER_ID,
  KP_CLAUSE_TERM,
  KP_CLAUSE_WORK,
  KP_CLAUSE_PLACE,
  KP_CLAUSE_HOURS,
  KP_CLAUSE_REST,
  KP_CLAUSE_PAY,
  KP_CLAUSE_INSURANCE,
  KP_CLAUSE_PROTECTION,
  KP_CLAUSE_CONDITIONS,
  KP_CLAUSE_HAZARDS,
  KP_CLAUSE_OTHER, /* what laws and regulations ask for besides */
} KpClausePart;

#define KP_CLAUSE_N_PARTS (KP_CLAUSE_OTHER + 1)
#define KP_CLAUSE_N_ITEMS 9

/* Texts of a contract; NULL or blank = missing. Borrowed. */
typedef struct
{
  const char *parts[KP_CLAUSE_N_PARTS];
} KpClauseTexts;

/* What a contract may add, and the law bounds. Money in fen. */
typedef struct
{
  gboolean takes_deposit;    /* §9 */
  gboolean keeps_identity;   /* §9 */
  gboolean waives_insurance; /* 社会保险法 §58, 法释〔2025〕12号 */
  gint64 penalty;            /* for leaving; 0 = none */
  gint64 training_cost;      /* §22: special training that was paid for; 0 = none */
  KpDate service_from;       /* first day of the service for it */
  guint service_months;
  gboolean is_for_secrecy; /* §23 */
  guint n_copies;
  gboolean is_worker_copy_handed_over; /* §16: each has one */
} KpClauseTerms;

typedef enum
{
  KP_CLAUSE_DEPOSIT,
  KP_CLAUSE_IDENTITY,
  KP_CLAUSE_NO_INSURANCE,
  KP_CLAUSE_PENALTY,       /* neither training nor secrecy */
  KP_CLAUSE_PENALTY_ABOVE, /* more than the training cost */
  KP_CLAUSE_COPIES,
  KP_CLAUSE_FUND_RATE, /* below five per cent; only a wording says one */
} KpClauseFinding;

#define KP_CLAUSE_N_FINDINGS (KP_CLAUSE_FUND_RATE + 1)

guint kp_clause_find_missing (const KpClauseTexts *texts, KpClausePart missing[KP_CLAUSE_N_PARTS]);
guint kp_clause_part_get_item (KpClausePart part);
const char *kp_clause_part_get_clause (KpClausePart part);
const char *kp_clause_part_get_chinese (KpClausePart part);
gint64 kp_clause_decide_most_penalty (const KpClauseTerms *terms, KpDate left_on);
guint kp_clause_check (const KpClauseTerms *terms, KpClauseFinding findings[KP_CLAUSE_N_FINDINGS]);
void kp_clause_read_wording (const char *wording, KpClauseTexts *texts);
gboolean kp_clause_check_wording (const char *wording, KpClauseFinding *finding);
const char *kp_clause_finding_get_clause (KpClauseFinding finding);
const char *kp_clause_finding_get_chinese (KpClauseFinding finding);

G_END_DECLS
