/* kp-mark-tables.c – secret numbers, locked papers, re-checked marks and incidents of the exam day.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-tables.h"

static const KpColumn secret_number_columns[] = {
  KP_COLUMN_TEXT (KpSecretNumberRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpSecretNumberRecord, paper, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpSecretNumberRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpSecretNumberRecord, number, KP_COLUMN_PERSONAL),
};

const KpTable kp_secret_number_table = KP_TABLE_INIT (KpSecretNumberRecord, "secret_number", "密号", secret_number_columns);

static const KpColumn secret_print_columns[] = {
  KP_COLUMN_TEXT (KpSecretPrintRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpSecretPrintRecord, paper, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpSecretPrintRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpSecretPrintRecord, what, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpSecretPrintRecord, draw, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpSecretPrintRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpSecretPrintRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpSecretPrintRecord, operator, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpSecretPrintRecord, reason, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpSecretPrintRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_secret_print_table = KP_TABLE_INIT (KpSecretPrintRecord, "secret_print", "密号打印", secret_print_columns);

static const KpColumn paper_lock_columns[] = {
  KP_COLUMN_TEXT (KpPaperLockRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpPaperLockRecord, paper, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpPaperLockRecord, digest, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpPaperLockRecord, n_marks, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpPaperLockRecord, sum, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPaperLockRecord, how, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPaperLockRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPaperLockRecord, second_person, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpPaperLockRecord, at, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPaperLockRecord, opened_at, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpPaperLockRecord, opened_by, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpPaperLockRecord, opened_with, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpPaperLockRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_paper_lock_table = KP_TABLE_INIT (KpPaperLockRecord, "paper_lock", "成绩锁定", paper_lock_columns);

static const KpColumn mark_publication_columns[] = {
  KP_COLUMN_TEXT (KpMarkPublicationRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpMarkPublicationRecord, published_on, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpMarkPublicationRecord, until, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpMarkPublicationRecord, ended_by, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpMarkPublicationRecord, ended_with, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpMarkPublicationRecord, reason, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpMarkPublicationRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_mark_publication_table = KP_TABLE_INIT (KpMarkPublicationRecord, "mark_publication", "成绩公布", mark_publication_columns);

static const KpColumn mark_recheck_columns[] = {
  KP_COLUMN_TEXT (KpMarkRecheckRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpMarkRecheckRecord, paper, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpMarkRecheckRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpMarkRecheckRecord, asked_on, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpMarkRecheckRecord, reason, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpMarkRecheckRecord, before_text, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpMarkRecheckRecord, result, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpMarkRecheckRecord, checker, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpMarkRecheckRecord, checked_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpMarkRecheckRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_mark_recheck_table = KP_TABLE_INIT (KpMarkRecheckRecord, "mark_recheck", "查分", mark_recheck_columns);

static const KpColumn incident_columns[] = {
  KP_COLUMN_TEXT (KpIncidentRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpIncidentRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpIncidentRecord, application, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpIncidentRecord, paper, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpIncidentRecord, kind, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpIncidentRecord, article, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpIncidentRecord, facts, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpIncidentRecord, evidence, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpIncidentRecord, first_recorder, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpIncidentRecord, second_recorder, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpIncidentRecord, recorded_on, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpIncidentRecord, candidate_signed, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpIncidentRecord, informed_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpIncidentRecord, statement, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpIncidentRecord, decision, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpIncidentRecord, consequence, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpIncidentRecord, decided_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpIncidentRecord, decided_by, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpIncidentRecord, decided_with, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpIncidentRecord, kept_until, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpIncidentRecord, served_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpIncidentRecord, served_how, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpIncidentRecord, review, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_INT (KpIncidentRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_incident_table = KP_TABLE_INIT (KpIncidentRecord, "incident", "考场情况", incident_columns);
