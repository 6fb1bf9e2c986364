/* kp-registration-tables.c – who applied for what, and what the review found.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-registration-tables.h"

static const KpColumn person_columns[] = {
  KP_COLUMN_TEXT (KpPersonRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpPersonRecord, person, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpPersonRecord, name, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpPersonRecord, id_number, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpPersonRecord, sex, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPersonRecord, birth, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpPersonRecord, ethnic, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpPersonRecord, political, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpPersonRecord, education, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpPersonRecord, degree, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpPersonRecord, school, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpPersonRecord, major, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpPersonRecord, graduated, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpPersonRecord, phone, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpPersonRecord, residence, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpPersonRecord, address, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpPersonRecord, employer, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpPersonRecord, certificate, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_INT (KpPersonRecord, is_veteran, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPersonRecord, grid_since, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL),
  KP_COLUMN_INT (KpPersonRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_person_table = KP_TABLE_INIT (KpPersonRecord, "person", "人员", person_columns);

static const KpColumn application_columns[] = {
  KP_COLUMN_TEXT (KpApplicationRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpApplicationRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpApplicationRecord, person, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpApplicationRecord, post, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpApplicationRecord, source, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpApplicationRecord, sheet_row, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpApplicationRecord, remark, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpApplicationRecord, review, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpApplicationRecord, reviewed_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpApplicationRecord, appealed_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpApplicationRecord, warnings, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpApplicationRecord, payment, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpApplicationRecord, paid_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpApplicationRecord, first_post, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpApplicationRecord, reposted_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (KpApplicationRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_application_table = KP_TABLE_INIT (KpApplicationRecord, "application", "报名", application_columns);

static const KpColumn fact_columns[] = {
  KP_COLUMN_TEXT (KpFactRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFactRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFactRecord, fact, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFactRecord, value, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED | KP_COLUMN_FEW_WORDS),
  KP_COLUMN_TEXT (KpFactRecord, since,
                  KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED | KP_COLUMN_FEW_WORDS),
  KP_COLUMN_INT (KpFactRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_fact_table = KP_TABLE_INIT (KpFactRecord, "fact", "填报事项", fact_columns);

static const KpColumn photo_columns[] = {
  KP_COLUMN_TEXT (KpPhotoRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpPhotoRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpPhotoRecord, digest, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPhotoRecord, picture, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_INT (KpPhotoRecord, width, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpPhotoRecord, height, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpPhotoRecord, taken_on, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpPhotoRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_photo_table = KP_TABLE_INIT (KpPhotoRecord, "photo", "照片", photo_columns);

static const KpColumn proof_columns[] = {
  KP_COLUMN_TEXT (KpProofRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProofRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProofRecord, proof, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpProofRecord, outcome, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProofRecord, papers, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProofRecord, source, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpProofRecord, checked_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpProofRecord, dated_on, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpProofRecord, reference, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpProofRecord, note, KP_COLUMN_NULLABLE | KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpProofRecord, checker, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpProofRecord, recorded_on, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpProofRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_proof_table = KP_TABLE_INIT (KpProofRecord, "proof", "证明核查", proof_columns);

static const KpColumn judgement_columns[] = {
  KP_COLUMN_TEXT (KpJudgementRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpJudgementRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpJudgementRecord, moment, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpJudgementRecord, condition, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpJudgementRecord, level, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpJudgementRecord, verdict, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpJudgementRecord, note, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_TEXT (KpJudgementRecord, reviewer, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpJudgementRecord, decided_on, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpJudgementRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_judgement_table = KP_TABLE_INIT (KpJudgementRecord, "judgement", "审核认定", judgement_columns);

static const KpColumn finding_columns[] = {
  KP_COLUMN_TEXT (KpFindingRecord, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFindingRecord, application, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFindingRecord, moment, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFindingRecord, condition, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpFindingRecord, computed, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpFindingRecord, verdict, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpFindingRecord, reason, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpFindingRecord, clause, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpFindingRecord, sentence, KP_COLUMN_PERSONAL),
  KP_COLUMN_TEXT (KpFindingRecord, reviewer, KP_COLUMN_PLAIN),
  KP_COLUMN_INT (KpFindingRecord, version, KP_COLUMN_VERSION),
};

const KpTable kp_finding_table = KP_TABLE_INIT (KpFindingRecord, "finding", "审查意见", finding_columns);
