/* kp-import-check.h – a workbook of registrations as a worker has read and judged it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-campaign.h"
#include "kp-step-import.h"

G_BEGIN_DECLS

/* What is read, and how. */
typedef struct
{
  char *path;
  char *sheet;         /* (nullable): the first with a heading that is understood */
  GHashTable *columns; /* field → column, where somebody said so */
  GArray *corrections; /* KpRegistrationCorrection with texts of its own */
  gboolean accepts_good;
  gint is_stopped;     /* atomic: somebody gave up */
  gint n_done;         /* atomic: rows written */
  char *digest;        /* (nullable): of the file that was checked; another one is refused */
} KpImportOrder;

/* A book with what the record says of it. */
typedef struct
{
  KpRegistrationBook *book;
  KpImportTally tally;
} KpImportCheck;

KpImportOrder *kp_import_order_new (const char *path);
KpImportOrder *kp_import_order_copy (const KpImportOrder *order);
void           kp_import_order_free (KpImportOrder *order);
void           kp_import_order_correct (KpImportOrder *order, guint sheet_row, KpRegistrationField field, const char *text);

void     kp_import_check_free (KpImportCheck *check);
gpointer kp_import_check_run (KpSession *session, gpointer order, GError **error);
gpointer kp_import_check_take (KpSession *session, gpointer order, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpImportOrder, kp_import_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpImportCheck, kp_import_check_free)

G_END_DECLS
