/* kp-change-tables.h – corrections, amendments, and the lists that they made void.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 更正: A mark or state that two people put right. */
typedef struct
{
  const char *campaign;
  gint64 number;
  const char *what;
  const char *subject;
  const char *before_text;
  const char *after_text;
  const char *reason;
  const char *first_person;
  const char *second_person;
  const char *at;
  gint64 n_persons;
  gint64 n_offers;
} KpCorrectionRecord;

extern const KpTable kp_correction_table;

/* 方案修改: A change of the sealed scheme. */
typedef struct
{
  const char *campaign;
  gint64 number;
  const char *digest_before;
  const char *digest_after;
  const char *notice;
  const char *reason;
  const char *first_person;
  const char *second_person;
  const char *at;
  const char *published_on; /* (nullable) */
} KpAmendmentRecord;

extern const KpTable kp_amendment_table;

/* 作废名单: An edition of a list that holds no longer. */
typedef struct
{
  const char *campaign;
  const char *list;
  gint64 edition;
  const char *cause;
  gint64 number;
  const char *at;
} KpVoidedListRecord;

extern const KpTable kp_voided_list_table;

/* 到期清除: What was erased when its period was over. */
typedef struct
{
  const char *campaign;
  gint64 number;
  const char *kind;
  const char *until;
  gint64 years;
  gint64 n_persons;
  gint64 n_values;
  const char *digest;
  const char *first_person;
  const char *second_person;
  const char *at;
} KpErasureRecord;

extern const KpTable kp_erasure_table;

/* An automatic backup that held what an erasure took. */
typedef struct
{
  const char *campaign;
  gint64 number;     /* of the erasure */
  const char *name;  /* of the file, without its folder */
  gint64 is_removed; /* else it was there still */
  const char *at;
} KpErasureBackupRecord;

extern const KpTable kp_erasure_backup_table;

G_END_DECLS
