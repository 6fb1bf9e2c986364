/* kp-change-tables.c – corrections, amendments, the lists that they made void, and what was erased.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-change-tables.h"

static const KpColumn correction_columns[] = {
  KP_COLUMN_TEXT (KpCorrectionRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpCorrectionRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpCorrectionRecord, what, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCorrectionRecord, subject, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCorrectionRecord, before_text, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCorrectionRecord, after_text, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCorrectionRecord, reason, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCorrectionRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCorrectionRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpCorrectionRecord, at, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpCorrectionRecord, n_persons, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpCorrectionRecord, n_offers, KP_COLUMN_PLAIN),
};

const KpTable kp_correction_table = KP_TABLE_INIT (KpCorrectionRecord, "correction", "更正", correction_columns);

static const KpColumn amendment_columns[] = {
  KP_COLUMN_TEXT (KpAmendmentRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpAmendmentRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpAmendmentRecord, digest_before, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpAmendmentRecord, digest_after, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpAmendmentRecord, notice, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpAmendmentRecord, reason, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpAmendmentRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpAmendmentRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpAmendmentRecord, at, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpAmendmentRecord, published_on, KP_COLUMN_NULLABLE),
};

const KpTable kp_amendment_table = KP_TABLE_INIT (KpAmendmentRecord, "amendment", "方案修改", amendment_columns);

static const KpColumn voided_list_columns[] = {
  KP_COLUMN_TEXT (KpVoidedListRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpVoidedListRecord, list, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpVoidedListRecord, edition, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpVoidedListRecord, cause, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpVoidedListRecord, number, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpVoidedListRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_voided_list_table = KP_TABLE_INIT (KpVoidedListRecord, "voided_list", "作废名单", voided_list_columns);

static const KpColumn erasure_columns[] = {
  KP_COLUMN_TEXT (KpErasureRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpErasureRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpErasureRecord, kind, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpErasureRecord, until, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpErasureRecord, years, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpErasureRecord, n_persons, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpErasureRecord, n_values, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpErasureRecord, digest, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpErasureRecord, first_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpErasureRecord, second_person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpErasureRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_erasure_table = KP_TABLE_INIT (KpErasureRecord, "erasure", "到期清除", erasure_columns);

static const KpColumn erasure_backup_columns[] = {
  KP_COLUMN_TEXT (KpErasureBackupRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpErasureBackupRecord, number, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpErasureBackupRecord, name, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpErasureBackupRecord, is_removed, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpErasureBackupRecord, at, KP_COLUMN_PLAIN),
};

const KpTable kp_erasure_backup_table
    = KP_TABLE_INIT (KpErasureBackupRecord, "erasure_backup", "清除前的备份", erasure_backup_columns);
