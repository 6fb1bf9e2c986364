/* kp-record-restore.c – puts a backup in the place of a record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kp-backup.h"
#include "kp-canon.h"
#include "kp-data-error.h"
#include "kp-record-backup.h"
#include "kp-schema.h"
#include "kp-verify.h"

#define STEP "restore"
#define NOTE "restored"

static gboolean
load_head (KpDatabase *db,
           char **campaign,
           gint64 *seq,
           GError **error)
{
  g_autoptr (KpStatement) s = kp_database_prepare (db, "SELECT campaign, seq FROM journal_head ORDER BY campaign", error);
  gboolean has_row = FALSE;

  if (s == NULL || !kp_statement_step (s, &has_row, error))
    return FALSE;
  if (!has_row)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND, _("The record has no campaign in it."));
      return FALSE;
    }
  *campaign = kp_statement_dup_text (s, "campaign");
  *seq = kp_statement_get_int (s, "seq");
  return TRUE;
}

static gboolean
check_backup (KpDatabase *db,
              const char *campaign,
              GError **error)
{
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  g_auto (KpVerifyReport) report = { 0 };
  g_autofree char *damage = NULL;

  if (!kp_database_check_file (db, &damage, error)
      || !kp_journal_verify (db, campaign, tables, n_tables, NULL, NULL, &report, error))
    return FALSE;
  if (damage == NULL && kp_verify_report_is_sound (&report))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The backup isn't whole, so it isn't restored: %s Take an older one."),
               damage != NULL ? damage : ((KpVerifyFinding *) g_ptr_array_index (report.findings, 0))->sentence);
  return FALSE;
}

/* What would be lost. A record that can't be read any more has nothing to lose that could be told. */
static gboolean
compare (KpDatabase *record,
         KpRestorePlan *plan,
         GError **error)
{
  g_autofree char *campaign = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *place = NULL;
  gint64 seq = 0;

  if (!load_head (record, &campaign, &seq, NULL))
    return TRUE;
  plan->is_readable = TRUE;
  if (strcmp (campaign, plan->campaign) != 0)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The backup is of the campaign “%s”, the record of “%s”. Restore it under another name."), plan->campaign,
                   campaign);
      return FALSE;
    }
  if (kp_ledger_find_move (record, campaign, &place, NULL) && place != NULL)
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_MOVED,
                   _("The campaign was moved to “%s” already. Go on with it there; here it can only be read."), place);
      return FALSE;
    }
  hash = kp_ledger_dup_hash (record, campaign, plan->n_rows, NULL);
  plan->is_other = g_strcmp0 (hash, plan->head) != 0;
  plan->n_lost = plan->is_other ? seq : seq - plan->n_rows;
  return TRUE;
}

/**
 * kp_record_restore_plan:
 * @backup: a file
 * @record: where it shall be put
 * @plan: (out caller-allocates): what that would do, cleared by kp_restore_plan_clear() also after an error
 * @error: return location
 *
 * Checks the backup page by page and against its journal, and tells what would be lost. Changes nothing.
 *
 * Returns: %FALSE when the backup isn't whole, or mustn't be put there: another campaign, or one that was moved away
 */
gboolean
kp_record_restore_plan (const char *backup,
                        const char *record,
                        KpRestorePlan *plan,
                        GError **error)
{
  g_autoptr (KpDatabase) from = kp_database_open (backup, KP_OPEN_READ_ONLY, error);
  g_autoptr (KpDatabase) to = NULL;
  guint n_migrations = 0;
  const KpMigration *migrations = kp_schema_get_migrations (&n_migrations);

  memset (plan, 0, sizeof *plan);
  if (from == NULL || !kp_migration_upgrade (from, migrations, n_migrations, error)
      || !load_head (from, &plan->campaign, &plan->n_rows, error) || !check_backup (from, plan->campaign, error))
    return FALSE;
  plan->head = kp_ledger_dup_head_hash (from, plan->campaign, error);
  if (plan->head == NULL)
    return FALSE;
  plan->is_there = g_file_test (record, G_FILE_TEST_EXISTS);
  to = plan->is_there ? kp_database_open (record, KP_OPEN_READ_ONLY, NULL) : NULL;
  return to == NULL || compare (to, plan, error);
}

/* While somebody works on it, nothing may be put in its place. What can't be opened can't be worked on either. */
static gboolean
close_down (const char *record,
            GError **error)
{
  g_autoptr (KpDatabase) db = kp_database_open (record, KP_OPEN_READ_WRITE, NULL);
  g_autoptr (GError) local = NULL;

  if (db == NULL || kp_database_script (db, "PRAGMA journal_mode = DELETE", &local)
      || !g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_BUSY))
    return TRUE;
  g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_BUSY,
                       _("The record is open elsewhere. Close it in all windows and programs, then restore again."));
  return FALSE;
}

/* A record may have a log and an index beside it when it wasn't closed in peace; they belong to it alone. The record goes last. */
static const char *const parts[] = { "-wal", "-shm", "" };

static gboolean
has_any_part (const char *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_strconcat (record, parts[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/* county.kaopin → county.replaced-20260305-170000.kaopin, and …-2.kaopin where two are put back within a second. */
static char *
dup_aside (const char *record,
           const char *now)
{
  g_autoptr (GString) stamp = g_string_new (now);
  g_autofree char *stem
      = g_strndup (record, strlen (record) - (g_str_has_suffix (record, ".kaopin") ? strlen (".kaopin") : 0));
  char *aside;

  g_string_truncate (stamp, strcspn (now, "+Z"));
  g_string_replace (stamp, "-", "", 0);
  g_string_replace (stamp, ":", "", 0);
  g_string_replace (stamp, "T", "-", 0);
  aside = g_strdup_printf ("%s.replaced-%s.kaopin", stem, stamp->str);
  for (guint n = 2; has_any_part (aside); n++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.replaced-%s-%u.kaopin", stem, stamp->str, n);
    }
  return aside;
}

/* Gives back the first @n_parts: a record without its log would lack what was saved last. Where that fails, @error says so too. */
static void
put_back (const char *record,
          const char *aside,
          guint n_parts,
          GError **error)
{
  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *from = g_strconcat (aside, parts[i], NULL);
      g_autofree char *to = g_strconcat (record, parts[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && g_rename (from, to) != 0)
        g_prefix_error (error, _("The record lies at “%s” now; give it its name back by hand. "), aside);
    }
}

static gboolean
set_aside (const char *record,
           const char *now,
           char **aside,
           GError **error)
{
  *aside = dup_aside (record, now);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strconcat (record, parts[i], NULL);
      g_autofree char *to = g_strconcat (*aside, parts[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && g_rename (from, to) != 0)
        {
          g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_DISK, _("“%s” can't be kept as “%s”: %s. Nothing was restored."), from, to,
                       g_strerror (errno));
          put_back (record, *aside, i, error);
          g_clear_pointer (aside, g_free);
          return FALSE;
        }
    }
  return TRUE;
}

/* The journal of the restored record says that it is one. */
static gboolean
note (const char *path,
      const char *campaign,
      const char *actor,
      const char *now,
      GError **error)
{
  const KpAct act = { actor, now, STEP, NULL };
  g_autoptr (KpDatabase) db = kp_database_open (path, KP_OPEN_READ_WRITE, error);
  guint n_migrations = 0;
  const KpMigration *migrations = kp_schema_get_migrations (&n_migrations);
  g_autoptr (KpLedger) ledger = NULL;

  if (db == NULL || !kp_migration_upgrade (db, migrations, n_migrations, error))
    return FALSE;
  ledger = kp_ledger_begin (db, campaign, &act, error);
  return ledger != NULL && kp_ledger_note (ledger, NOTE, "", error) && kp_ledger_commit (ledger, error);
}

/* A copy of the backup beside its place, with the note in it; the backup itself stays as it is. */
static gboolean
prepare (const char *backup,
         const char *temporary,
         const char *campaign,
         const char *actor,
         const char *now,
         GError **error)
{
  g_autoptr (KpDatabase) from = kp_database_open (backup, KP_OPEN_READ_ONLY, error);

  g_unlink (temporary); /* of a restoring that was killed */
  return from != NULL && kp_backup_write (from, temporary, error) && note (temporary, campaign, actor, now, error);
}

/**
 * kp_record_restore:
 * @backup: a file
 * @record: where it shall be put
 * @actor: who restores, for the journal
 * @sources: the clock
 * @aside: (out) (transfer full) (nullable): where the record went that was there; %NULL after an error
 * @error: as kp_record_restore_plan(); BUSY when the record is open elsewhere, DISK
 *
 * Puts a checked copy of the backup in the place of the record. What was there is kept under another name, never overwritten.
 *
 * Returns: %TRUE when it is done, or %FALSE and the record is where it was
 */
gboolean
kp_record_restore (const char *backup,
                   const char *record,
                   const char *actor,
                   const KpSources *sources,
                   char **aside,
                   GError **error)
{
  g_auto (KpRestorePlan) plan = { 0 };
  g_autofree char *temporary = g_strconcat (record, ".restoring", NULL);
  g_autofree char *now = sources->dup_now (sources->data);

  *aside = NULL;
  if (!kp_record_restore_plan (backup, record, &plan, error)
      || !prepare (backup, temporary, plan.campaign, actor, now, error)
      || (plan.is_there && (!close_down (record, error) || !set_aside (record, now, aside, error))))
    {
      g_unlink (temporary);
      return FALSE;
    }
  if (kp_backup_make_permanent (temporary, record, error))
    return TRUE;
  g_unlink (temporary);
  if (*aside != NULL)
    put_back (record, *aside, G_N_ELEMENTS (parts), error);
  g_clear_pointer (aside, g_free);
  return FALSE;
}

/**
 * kp_restore_plan_clear:
 * @plan: of kp_record_restore_plan()
 */
void
kp_restore_plan_clear (KpRestorePlan *plan)
{
  g_clear_pointer (&plan->campaign, g_free);
  g_clear_pointer (&plan->head, g_free);
}
