/* kp-record-backup.c – copies of a record by the clock, and how many are kept.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* county.kaopin → county.backups/county.20260305-170000.kaopin: each copy is a record of its own that can be opened and
 * verified. Only files of that form are ever removed. */
#include "kp-record-backup.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kp-backup.h"
#include "kp-change-tables.h"
#include "kp-data-error.h"
#include "kp-step-move.h"

#define ENDING ".kaopin"
#define STAMP_LENGTH 15 /* YYYYMMDD-HHMMSS */

static char *
dup_without_ending (const char *name)
{
  return g_strndup (name, strlen (name) - (g_str_has_suffix (name, ENDING) ? strlen (ENDING) : 0));
}

/**
 * kp_record_backup_dup_folder:
 * @record: the file of a record
 *
 * Returns: (transfer full): where its backups lie unless somebody says otherwise
 */
char *
kp_record_backup_dup_folder (const char *record)
{
  g_autofree char *stem = dup_without_ending (record);

  return g_strconcat (stem, ".backups", NULL);
}

/* What the names of its backups begin with: the file, or the campaign of a server. */
static char *
dup_stem (KpSession *session)
{
  const char *path = kp_database_get_path (kp_session_get_database (session));
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : g_strdup (kp_session_get_campaign (session));

  g_strdelimit (name, "/\\", '-');
  return dup_without_ending (name);
}

/* 2026-03-05T17:00:00+08:00 → 20260305-170000 */
static char *
dup_stamp (const char *now)
{
  GString *stamp = g_string_new (NULL);

  for (const char *p = now; *p != '\0' && stamp->len < STAMP_LENGTH; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (stamp, *p);
      else if (*p == 'T')
        g_string_append_c (stamp, '-');
    }
  return g_string_free (stamp, FALSE);
}

/* The stamp within a name of ours; %NULL for any other. */
static const char *
find_stamp (const char *name,
            const char *stem)
{
  const gsize n = strlen (stem);
  const char *stamp = name + n + 1;

  if (strlen (name) != n + 1 + STAMP_LENGTH + strlen (ENDING) || !g_str_has_prefix (name, stem) || name[n] != '.'
      || !g_str_has_suffix (name, ENDING))
    return NULL;
  for (guint i = 0; i < STAMP_LENGTH; i++)
    if (i == 8 ? stamp[i] != '-' : !g_ascii_isdigit (stamp[i]))
      return NULL;
  return stamp;
}

static int
compare_backwards (gconstpointer a,
                   gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names, the newest first; none without a folder. */
static GPtrArray *
list_backups (const char *folder,
              const char *stem)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (find_stamp (name, stem) != NULL)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_backwards);
  return names;
}

static guint
rotate (const char *folder,
        const char *stem,
        const KpRotation *rotation)
{
  g_autoptr (GPtrArray) names = list_backups (folder, stem);
  g_autofree const char **stamps = g_new (const char *, names->len + 1);
  g_autofree gboolean *keep = g_new (gboolean, names->len + 1);
  guint n_removed = 0;

  for (guint i = 0; i < names->len; i++)
    stamps[i] = find_stamp (g_ptr_array_index (names, i), stem);
  kp_rotation_decide (rotation, stamps, names->len, keep);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (!keep[i] && g_unlink (path) == 0)
        n_removed++;
    }
  return n_removed;
}

/* The second in which one was made already has that one. */
static char *
dup_free_path (KpSession *session,
               const char *folder,
               const char *stem)
{
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *stamp = dup_stamp (now);
  g_autofree char *name = g_strdup_printf ("%s.%s%s", stem, stamp, ENDING);

  return g_build_filename (folder, name, NULL);
}

/**
 * kp_record_backup_write:
 * @session: a campaign, without a unit of work
 * @folder: where backups lie; made when it isn't there
 * @rotation: how many are kept
 * @path: (out) (transfer full): the new one
 * @n_removed: (out): older ones that made room
 * @error: EXISTS when one was made in this second, DISK, …
 *
 * Copies the record of a file, or the campaign of a server, as it is at one moment; others go on with their work. Older backups
 * make room only when the new one is complete, checked and on the disk.
 *
 * Returns: %TRUE when it is there
 */
gboolean
kp_record_backup_write (KpSession *session,
                        const char *folder,
                        const KpRotation *rotation,
                        char **path,
                        guint *n_removed,
                        GError **error)
{
  g_autofree char *stem = dup_stem (session);
  g_autofree char *to = dup_free_path (session, folder, stem);
  g_auto (KpCopyReport) report = { 0 };

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_DISK, _("The folder “%s” for backups can't be made: %s."), folder,
                   g_strerror (errno));
      return FALSE;
    }
  if (!(kp_database_get_kind (kp_session_get_database (session)) == KP_DATABASE_SQLITE
            ? kp_backup_write (kp_session_get_database (session), to, error)
            : kp_session_copy_to_file (session, to, &report, error)))
    return FALSE;
  *n_removed = rotate (folder, stem, rotation);
  *path = g_steal_pointer (&to);
  return TRUE;
}

/**
 * kp_record_backup_list_before:
 * @session: a campaign
 * @folder: where its backups lie
 * @moment: ISO 8601
 *
 * Returns: (transfer full) (element-type utf8): the names of those that were made until @moment, the newest first
 */
GPtrArray *
kp_record_backup_list_before (KpSession *session,
                              const char *folder,
                              const char *moment)
{
  g_autofree char *stem = dup_stem (session);
  g_autofree char *until = dup_stamp (moment);
  GPtrArray *names = list_backups (folder, stem);

  for (guint i = names->len; i > 0; i--)
    if (strncmp (find_stamp (names->pdata[i - 1], stem), until, STAMP_LENGTH) > 0)
      g_ptr_array_remove_index (names, i - 1);
  return names;
}

/* county.v0001.kaopin before an upgrade, county.replaced-20260305-170000.kaopin when a backup was put in its place; each with -2 …
 * where there were more. */
static gboolean
lies_beside (const char *name,
             const char *stem)
{
  return g_str_has_prefix (name, stem)
         && g_regex_match_simple ("^\\.(v\\d{4,}|replaced-\\d{8}-\\d{6})(-\\d+)?\\.kaopin$", name + strlen (stem),
                                  G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

/* Older forms have no table of erasures, and what can't be read was erased by nobody. */
static gboolean
knows_erasure (const char *path,
               const char *campaign,
               gint64 number)
{
  g_autoptr (KpDatabase) db = kp_database_open (path, KP_OPEN_READ_ONLY, NULL);
  gint64 n = 0;

  return db != NULL
         && kp_table_count (db, &kp_erasure_table, campaign, "AND number >= $2", KP_BINDS (KP_INT (number)), &n, NULL) && n > 0;
}

/**
 * kp_record_backup_list_beside:
 * @session: a campaign
 * @number: of an erasure
 *
 * Copies of the record that the program left beside it before an upgrade, or when a backup was put in its place.
 *
 * Returns: (transfer full) (element-type utf8): the names of those in which that erasure wasn't made; none on a server
 */
GPtrArray *
kp_record_backup_list_beside (KpSession *session,
                              gint64 number)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *record = kp_database_get_path (kp_session_get_database (session));
  g_autofree char *folder = record != NULL ? g_path_get_dirname (record) : NULL;
  g_autofree char *stem = dup_stem (session);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (lies_beside (name, stem) && !knows_erasure (path, kp_session_get_campaign (session), number))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_backwards);
  return names;
}

/**
 * kp_record_backup_is_due:
 * @session: a campaign
 * @folder: where its backups lie
 * @is_due: (out): whether something was written since the newest, or there is none
 * @error: the engine's
 *
 * Returns: %FALSE when the record can't be read
 */
gboolean
kp_record_backup_is_due (KpSession *session,
                         const char *folder,
                         gboolean *is_due,
                         GError **error)
{
  g_autofree char *stem = dup_stem (session);
  g_autoptr (GPtrArray) names = list_backups (folder, stem);
  const char *campaign = kp_session_get_campaign (session);
  g_autofree char *head = kp_ledger_dup_head_hash (kp_session_get_database (session), campaign, error);
  g_autofree char *path = NULL;
  g_autofree char *old = NULL;
  g_autoptr (KpDatabase) newest = NULL;

  *is_due = TRUE;
  if (head == NULL)
    return FALSE;
  if (names->len == 0)
    return TRUE;
  path = g_build_filename (folder, g_ptr_array_index (names, 0), NULL);
  newest = kp_database_open (path, KP_OPEN_READ_ONLY, NULL);
  old = newest != NULL ? kp_ledger_dup_head_hash (newest, campaign, NULL) : NULL;
  *is_due = g_strcmp0 (old, head) != 0;
  return TRUE;
}
