/* kp-copy.h – carries a campaign, row by row, from one record into another, and proves that nothing was lost.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 n_rows; /* the journal's not counted */
  gint64 n_journal_rows;
  char *head;   /* hash of the journal's last row, 64 hex digits */
  char *digest; /* SHA-256 over the digests of all tables, 64 hex digits; the same on both sides */
} KpCopyReport;

typedef void (*KpCopyProgress) (gint64 n_done, gint64 n_total, gpointer user_data);

/* How many rows of the journal `to` has: -1 when it is another journal than the beginning of the one in `from`. */
gboolean kp_copy_find_older (KpDatabase *from, KpDatabase *to, const char *campaign, gint64 *n_rows, GError **error);

/* Both have a transaction, and `to` has the newest schema and of the campaign nothing, or an earlier state. */
gboolean kp_copy_campaign (KpDatabase *from,
                           KpDatabase *to,
                           const char *campaign,
                           const KpTable *const *tables,
                           guint n_tables,
                           KpCopyProgress progress,
                           gpointer user_data,
                           KpCopyReport *report,
                           GError **error);
gboolean kp_copy_digest (KpDatabase *db,
                         const char *campaign,
                         const KpTable *const *tables,
                         guint n_tables,
                         char **digest,
                         GError **error);
void kp_copy_report_clear (KpCopyReport *report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpCopyReport, kp_copy_report_clear)

G_END_DECLS
