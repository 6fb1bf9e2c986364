/* kp-verb-backup.c – copies a record, and puts a copy back in its place.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "kp-record-backup.h"
#include "kp-verbs.h"

/** kp_verb_backup: kaopin backup FILE [--to DIR] [--keep N] [--days N]. */
gboolean
kp_verb_backup (KpCommand *command, GError **error)
{
  const KpRotation usual = KP_BACKUP_KEEP_USUAL;
  g_autofree char *folder = NULL;
  gint n_newest = (gint) usual.n_newest, n_days = (gint) usual.n_days;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &folder, N_ ("The folder of the backups (beside the record when left out)"), "DIR" },
    { "keep", 0, 0, G_OPTION_ARG_INT, &n_newest, N_ ("So many of the newest stay (10)"), "N" },
    { "days", 0, 0, G_OPTION_ARG_INT, &n_days, N_ ("And the last one of each of so many days (30)"), "N" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  g_autofree char *path = NULL;
  guint n_removed = 0;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (n_newest < 1 || n_days < 0)
    return kp_command_fail_usage (command, error, _ ("At least the newest backup stays: --keep 1 or more, --days 0 or more."));
  if (folder == NULL && kp_database_location_is_server (kp_command_get_location (command)))
    return kp_command_fail_usage (command, error, _ ("Say where the backups of a server go: --to DIR."));
  session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  if (session == NULL)
    return FALSE;
  if (folder == NULL)
    folder = kp_record_backup_dup_folder (kp_command_get_location (command));
  if (!kp_record_backup_write (session, folder, &(KpRotation){ (guint) n_newest, (guint) n_days }, &path, &n_removed, error))
    return FALSE;
  kp_answer_add_text (answer, "file", _ ("Written"), path);
  kp_answer_add_count (answer, "n_removed", _ ("Older backups that made room"), n_removed);
  return TRUE;
}

/* ---- restore ---- */

static char *
dup_consequence (const KpRestorePlan *plan, const char *record)
{
  g_autofree char *lost = g_strdup_printf ("%" G_GINT64_FORMAT, plan->n_lost);

  if (!plan->is_there)
    return g_strdup_printf (_ ("“%s” isn't there; the backup becomes it."), record);
  if (!plan->is_readable)
    return g_strdup_printf (_ ("“%s” can't be read any more; it is kept under another name, and the backup takes its place."), record);
  if (plan->is_other)
    return g_strdup_printf (_ ("“%s” is no continuation of the backup: it has other entries. It is kept under another name, and what "
                               "is in it is missing from then on."),
                            record);
  if (plan->n_lost == 0)
    return g_strdup_printf (_ ("“%s” has nothing that the backup hasn't."), record);
  return g_strdup_printf (_ ("“%s” is newer: %s rows of its journal are not in the backup and have to be done again. It is kept under "
                             "another name."),
                          record, lost);
}

static gboolean
ask (const char *consequence)
{
  char line[16] = { 0 };

  fprintf (stderr, "%s\n%s ", consequence, _ ("Restore the backup? Type yes:"));
  if (fgets (line, sizeof line, stdin) == NULL)
    return FALSE;
  line[strcspn (line, "\r\n")] = '\0';
  return g_str_equal (line, "yes");
}

/* Nothing to lose, said so on the command line, or asked at a terminal. */
static gboolean
is_confirmed (KpCommand *command, const KpRestorePlan *plan, gboolean says_yes, GError **error)
{
  g_autofree char *consequence = dup_consequence (plan, kp_command_get_argument (command, 0));

  if (!plan->is_there || says_yes)
    return TRUE;
  if (isatty (STDIN_FILENO) && isatty (STDERR_FILENO) && ask (consequence))
    return TRUE;
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("%s Nothing was changed; say --yes to restore."), consequence);
  return FALSE;
}

/** kp_verb_restore: kaopin restore BACKUP FILE [--yes]. */
gboolean
kp_verb_restore (KpCommand *command, GError **error)
{
  gboolean says_yes = FALSE;
  const GOptionEntry entries[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &says_yes, N_ ("Put it in the place of what is there, also where that is newer"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_auto (KpRestorePlan) plan = { 0 };
  g_autofree char *aside = NULL;
  const char *record;

  if (!kp_command_parse (command, entries, 1, 1, error))
    return FALSE;
  record = kp_command_get_argument (command, 0);
  if (kp_database_location_is_server (kp_command_get_location (command)) || kp_database_location_is_server (record))
    return kp_command_fail_usage (command, error, _ ("A backup is restored to a file; carry it to a server with “kaopin move”."));
  if (!kp_record_restore_plan (kp_command_get_location (command), record, &plan, error)
      || !is_confirmed (command, &plan, says_yes, error)
      || !kp_record_restore (kp_command_get_location (command), record, kp_command_get_actor (command), &kp_system_sources,
                             &aside, error))
    return FALSE;
  kp_answer_add_text (answer, "file", _ ("Restored"), record);
  kp_answer_add_text (answer, "campaign", _ ("Campaign"), plan.campaign);
  kp_answer_add_text (answer, "head", _ ("Head of the backup's journal"), plan.head);
  if (aside != NULL)
    kp_answer_add_text (answer, "aside", _ ("What was there is kept as"), aside);
  if (plan.is_readable && !plan.is_other)
    kp_answer_add_count (answer, "n_lost", _ ("Rows of the journal that are only there"), (guint) plan.n_lost);
  return TRUE;
}
