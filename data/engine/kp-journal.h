/* kp-journal.h – the rows of the journal, to be read.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* What people read of a journal row. The texts are JSON objects of the columns in declared order: an insert
 * or a remove shows the columns that are not NULL, an update those that changed; personal values are "***".
 */
typedef struct
{
  const char *campaign;
  gint64 seq; /* 1, 2, 3 … in each campaign */
  const char *at;
  const char *actor;
  const char *step;
  const char *subject;     /* nullable */
  const char *table_name;  /* "" for a note */
  const char *row_key;     /* key values after campaign joined with '/', or what a note is about */
  const char *act;         /* "insert", "update", "remove", "note" */
  const char *before_text; /* nullable */
  const char *after_text;  /* nullable */
} KpJournalRow;

/* For kp_table_select and kp_table_each only; the ledger refuses it. */
extern const KpTable kp_journal_table;

G_END_DECLS
