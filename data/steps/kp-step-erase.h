/* kp-step-erase.h – erases what a campaign need not keep any longer.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-retention-report.h"

G_BEGIN_DECLS

/* Borrowed. */
typedef struct
{
  KpDate until; /* what is due by then; none = today */
  KpDate ended; /* on which the process ended, after a dispute; none = as the record says */
  const char *by;
  const char *with;
} KpEraseOrder;

gboolean kp_step_erase (KpSession *session, const KpEraseOrder *order, guint *n_persons, guint *n_values, GError **error);
gboolean kp_step_erase_backups (KpSession *session, const char *folder, const KpEraseOrder *order, gboolean removes, guint *n_found,
                                guint *n_removed, GError **error);
GPtrArray *kp_erasure_list_backups (KpSession *session, GError **error); /* of KpErasureBackupRecord */

G_END_DECLS
