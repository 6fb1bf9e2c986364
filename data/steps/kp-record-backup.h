/* kp-record-backup.h – copies of a record by the clock, how many are kept, and the way back to one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-rotation.h"
#include "kp-session.h"

G_BEGIN_DECLS

#define KP_BACKUP_KEEP_USUAL { 10, 30 }

/* What a restoring would do. Owned texts. */
typedef struct
{
  char *campaign;
  char *head;           /* of the backup's journal, 64 hex digits */
  gint64 n_rows;        /* of the backup's journal */
  gboolean is_there;    /* there is a record in its place */
  gboolean is_readable; /* and it can be read */
  gboolean is_other;    /* and it isn't what the backup became: another journal */
  gint64 n_lost;        /* rows of its journal that the backup hasn't */
} KpRestorePlan;

char    *kp_record_backup_dup_folder (const char *record);
gboolean kp_record_backup_write (KpSession *session, const char *folder, const KpRotation *rotation, char **path,
                                 guint *n_removed, GError **error);
GPtrArray *kp_record_backup_list_before (KpSession *session, const char *folder, const char *moment);
GPtrArray *kp_record_backup_list_beside (KpSession *session, gint64 number);
gboolean kp_record_backup_is_due (KpSession *session, const char *folder, gboolean *is_due, GError **error);

gboolean kp_record_restore_plan (const char *backup, const char *record, KpRestorePlan *plan, GError **error);
gboolean kp_record_restore (const char *backup, const char *record, const char *actor, const KpSources *sources, char **aside,
                            GError **error);
void     kp_restore_plan_clear (KpRestorePlan *plan);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpRestorePlan, kp_restore_plan_clear)

G_END_DECLS
