/* kp-step-erase-backups.c – copies by the program that still hold what was erased.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup that was made before an erasure holds what the erasure took, and so does the record as it was before an upgrade, or
 * before a backup was put in its place. Which there are, by their names, is written down beside
 * the erasure, and whether they were removed: the certificate says both. Exports, copies elsewhere and paper nobody finds. */
#include "kp-step-erase.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kp-change-tables.h"
#include "kp-record-backup.h"
#include "kp-two-people.h"

static const char *const logs[] = { "-wal", "-shm" };

static gboolean
remove_file (const char *folder,
             const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autofree char *log = g_strconcat (path, logs[i], NULL);

      g_unlink (log);
    }
  return g_unlink (path) == 0;
}

/* Removed before it is written down: a certificate never says that a file is gone which is there. */
static gboolean
write_names (KpSession *session,
             KpLedger *ledger,
             gint64 number,
             const char *folder,
             const GPtrArray *names,
             gboolean removes,
             guint *n_removed,
             GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);

  for (guint i = 0; i < names->len; i++)
    {
      const gboolean is_gone = removes && remove_file (folder, names->pdata[i]);
      KpErasureBackupRecord record = {
        .campaign = kp_session_get_campaign (session),
        .number = number,
        .name = names->pdata[i],
        .is_removed = is_gone,
        .at = now,
      };

      *n_removed += is_gone;
      if (!kp_ledger_put (ledger, &kp_erasure_backup_table, &record, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_step_erase_backups:
 * @session: a session, open for writing, behind kp_step_erase()
 * @folder: where the record's automatic backups lie
 * @order: by whom
 * @removes: whether those that hold what was erased go
 * @n_found: (out): how many there were
 * @n_removed: (out): how many of them are gone
 * @error: return location
 *
 * 备份中的个人信息 (个人信息保护法 §47): writes down by name which backups were made before the last erasure, and which copies
 * beside the record don't know of it (kp_record_backup_list_beside()), and removes them.
 * One that can't be removed stands on the certificate as being there.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_step_erase_backups (KpSession *session,
                       const char *folder,
                       const KpEraseOrder *order,
                       gboolean removes,
                       guint *n_found,
                       guint *n_removed,
                       GError **error)
{
  g_autoptr (GPtrArray) erasures = kp_erasure_list (session, error);
  const KpErasureRecord *last = erasures != NULL && erasures->len > 0 ? erasures->pdata[erasures->len - 1] : NULL;
  g_autoptr (GPtrArray) names = last != NULL ? kp_record_backup_list_before (session, folder, last->at) : NULL;
  g_autoptr (GPtrArray) beside = last != NULL ? kp_record_backup_list_beside (session, last->number) : NULL;
  const char *record = kp_database_get_path (kp_session_get_database (session));
  g_autofree char *own = record != NULL ? g_path_get_dirname (record) : g_strdup (folder);
  g_autoptr (KpLedger) ledger = NULL;

  *n_found = *n_removed = 0;
  if (erasures == NULL)
    return FALSE;
  if (last == NULL)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("Nothing was erased from this record yet, so that its backups hold nothing that is gone here."));
      return FALSE;
    }
  *n_found = names->len + beside->len;
  if (*n_found == 0)
    return TRUE;
  if (!kp_two_people_check_named (session, order->by, order->with, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "erase", NULL, error);
  return ledger != NULL && write_names (session, ledger, last->number, folder, names, removes, n_removed, error)
         && write_names (session, ledger, last->number, own, beside, removes, n_removed, error)
         && kp_session_commit (session, ledger, error);
}

/** kp_erasure_list_backups: (transfer full) (nullable): of KpErasureBackupRecord, by erasure and name; or %NULL with
 * #KP_DATA_ERROR. */
GPtrArray *
kp_erasure_list_backups (KpSession *session,
                         GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_erasure_backup_table, kp_session_get_campaign (session),
                          "ORDER BY number, name", KP_NO_BINDS, error);
}
