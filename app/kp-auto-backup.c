/* kp-auto-backup.c – backups that nobody asks for: when a stage closes, and by the clock of the window.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-auto-backup.h"

#include "kp-data-error.h"
#include "kp-record-backup.h"
#include "kp-room-package.h"
#include "kp-window.h"

#define SECONDS_BETWEEN (15 * 60)

/* Owned texts. */
typedef struct
{
  char *record;
  char *campaign;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->record);
  g_free (job->campaign);
  g_free (job);
}

/** kp_auto_backup_is_wanted: whether @location is a file of its own; a server's keeper backs up the server, and a room package is
 * one itself. */
gboolean
kp_auto_backup_is_wanted (const char *location)
{
  return !kp_database_location_is_server (location) && g_file_test (location, G_FILE_TEST_IS_REGULAR)
         && !kp_room_package_is_one (location);
}

/* The name of a backup tells its second; who closes two stages within one waits for the next. */
static gboolean
write_backup (KpSession *session, const char *folder, GError **error)
{
  const KpRotation rotation = KP_BACKUP_KEEP_USUAL;
  g_autoptr (GError) taken = NULL;
  g_autofree char *path = NULL;
  guint n_removed = 0;

  if (kp_record_backup_write (session, folder, &rotation, &path, &n_removed, &taken))
    return TRUE;
  if (!g_error_matches (taken, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&taken));
      return FALSE;
    }
  g_usleep (G_USEC_PER_SEC + G_USEC_PER_SEC / 10);
  return kp_record_backup_write (session, folder, &rotation, &path, &n_removed, error);
}

/**
 * kp_auto_backup_run:
 * @record: a file
 * @campaign: (nullable): which
 * @actor: who works
 * @error: return location
 *
 * Makes a backup beside the record when something was written since the newest. Thread: any.
 *
 * Returns: %TRUE when there is one of what the record says now
 */
gboolean
kp_auto_backup_run (const char *record, const char *campaign, const char *actor, GError **error)
{
  g_autofree char *folder = kp_record_backup_dup_folder (record);
  g_autoptr (KpSession) session = kp_session_open_unread (record, campaign, actor, &kp_system_sources, error);
  gboolean is_due = FALSE;

  if (session == NULL || !kp_record_backup_is_due (session, folder, &is_due, error))
    return FALSE;
  return !is_due || write_backup (session, folder, error);
}

static void
run_job (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable G_GNUC_UNUSED)
{
  const Job *job = data;
  g_autoptr (GError) error = NULL;

  if (kp_auto_backup_run (job->record, job->campaign, g_get_user_name (), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* A full disk shall be known before the next quarter of an hour is lost too. */
static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    gtk_widget_activate_action (GTK_WIDGET (source), "win.say", "s", error->message);
}

static gboolean
on_timeout_cb (gpointer user_data)
{
  for (GList *each = gtk_application_get_windows (user_data); each != NULL; each = each->next)
    {
      KpCampaign *campaign = KP_IS_WINDOW (each->data) ? kp_window_get_campaign (each->data) : NULL;
      g_autoptr (GTask) task = NULL;
      Job *job = NULL;

      if (campaign == NULL || !kp_auto_backup_is_wanted (kp_campaign_get_location (campaign)))
        continue;
      job = g_new0 (Job, 1);
      job->record = g_strdup (kp_campaign_get_location (campaign));
      job->campaign = g_strdup (kp_campaign_get_code (campaign));
      task = g_task_new (each->data, NULL, on_done_cb, NULL);
      g_task_set_task_data (task, job, job_free);
      g_task_run_in_thread (task, run_job);
    }
  return G_SOURCE_CONTINUE;
}

/** kp_auto_backup_start: from now on every record that a window shows is backed up every quarter of an hour, if it changed. */
void
kp_auto_backup_start (GtkApplication *application)
{
  g_timeout_add_seconds (SECONDS_BETWEEN, on_timeout_cb, application);
}
