/* kp-journal.c – declares the journal as a table that may be read.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-journal.h"

static const KpColumn columns[] = {
  KP_COLUMN_TEXT (KpJournalRow, campaign, KP_COLUMN_KEY),
  KP_COLUMN_INT (KpJournalRow, seq, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (KpJournalRow, at, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpJournalRow, actor, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpJournalRow, step, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpJournalRow, subject, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpJournalRow, table_name, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpJournalRow, row_key, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpJournalRow, act, KP_COLUMN_PLAIN),
  KP_COLUMN_TEXT (KpJournalRow, before_text, KP_COLUMN_NULLABLE),
  KP_COLUMN_TEXT (KpJournalRow, after_text, KP_COLUMN_NULLABLE),
};

const KpTable kp_journal_table = KP_TABLE_INIT (KpJournalRow, "journal", "日志", columns);
