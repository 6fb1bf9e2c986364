/* kp-step-move.c – carries a campaign into another record, where it goes on: a file or a server.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two records can't be committed at one moment. So that never two of them can be worked on:
 *
 *   1. source   unit of work begun, “moved-out” noted, nothing committed
 *   2. target   all rows written, read back and compared; its last row says “moved-out” too, so it is closed
 *   3. source   committed: closed
 *   4. target   “moved-in” noted: open
 *
 * A target that is a file is complete under its name before 3; a server's is committed right after it, since nothing could
 * be taken away from its journal again. What is cut off before 3 left the source as it was; what is cut off later is ended by
 * the same command given once more. */
#include "kp-step-move.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kp-backup.h"
#include "kp-data-error.h"
#include "kp-schema.h"
#include "kp-verify.h"

/* Owned. */
typedef struct
{
  KpDatabase *db;
  char *path;      /* of a file, else NULL */
  char *temporary; /* its name while it is being written */
  char *place;     /* for the journal: no folder, no address */
} Target;

static void
target_clear (Target *target)
{
  g_clear_pointer (&target->db, kp_database_close);
  if (target->temporary != NULL)
    g_unlink (target->temporary);
  g_clear_pointer (&target->path, g_free);
  g_clear_pointer (&target->temporary, g_free);
  g_clear_pointer (&target->place, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

static gboolean
upgrade (KpDatabase *db,
         GError **error)
{
  guint n_migrations = 0;
  const KpMigration *migrations = kp_schema_get_migrations (&n_migrations);

  return kp_migration_upgrade (db, migrations, n_migrations, error);
}

static gboolean
name_server (Target *target,
             GError **error)
{
  g_autoptr (KpStatement) s = kp_database_prepare (target->db, "SELECT CAST (current_database () AS TEXT) AS name", error);
  gboolean has_row = FALSE;

  if (s == NULL || !kp_statement_step (s, &has_row, error))
    return FALSE;
  target->place = kp_statement_dup_text (s, "name");
  return TRUE;
}

static gboolean
open_server (Target *target,
             const char *location,
             GError **error)
{
  g_autoptr (GError) local = NULL;

  target->db = kp_database_open (location, KP_OPEN_READ_WRITE, &local);
  if (g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND))
    target->db = kp_database_open (location, KP_OPEN_CREATE_NEW, error);
  else if (target->db == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return target->db != NULL && upgrade (target->db, error) && name_server (target, error);
}

/* Beside the name that it will have, so that nobody opens what is half done. */
static gboolean
open_file (Target *target,
           const char *path,
           GError **error)
{
  target->path = g_strdup (path);
  target->place = g_path_get_basename (path);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS, _("“%s” is there already. Choose another name."), path);
      return FALSE;
    }
  target->temporary = g_strconcat (path, ".part", NULL);
  g_unlink (target->temporary); /* of a copy that was killed */
  target->db = kp_database_open (target->temporary, KP_OPEN_CREATE_NEW, error);
  return target->db != NULL && upgrade (target->db, error);
}

static gboolean
verify (KpDatabase *db,
        const char *campaign,
        GError **error)
{
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  g_auto (KpVerifyReport) report = { 0 };
  const KpVerifyFinding *finding = NULL;

  if (!kp_journal_verify (db, campaign, tables, n_tables, NULL, NULL, &report, error))
    return FALSE;
  if (kp_verify_report_is_sound (&report))
    return TRUE;
  finding = g_ptr_array_index (report.findings, 0);
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Record and journal don't agree, so the record isn't copied: %s"), finding->sentence);
  return FALSE;
}

/* A unit of work of the target, which has no session. */
static gboolean
note_arrival (KpSession *session,
              KpDatabase *to,
              GError **error)
{
  const char *campaign = kp_session_get_campaign (session);
  g_autofree char *now = kp_session_dup_now (session);
  const KpAct act = { kp_session_get_actor (session), now, KP_LEDGER_MOVE, NULL };
  g_autoptr (KpLedger) ledger = kp_ledger_begin (to, campaign, &act, error);

  return ledger != NULL && kp_ledger_note (ledger, KP_LEDGER_MOVED_IN, "", error) && kp_ledger_commit (ledger, error);
}

/* The target couldn't be ended: the source is where the work goes on. */
static void
take_back (KpSession *session)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "move", NULL, NULL);

  if (ledger == NULL || !kp_ledger_note (ledger, KP_LEDGER_MOVED_BACK, "", NULL) || !kp_session_commit (session, ledger, NULL))
    g_warning ("the source could not be opened again");
}

static gboolean
copy (KpSession *session,
      Target *target,
      KpCopyProgress progress,
      gpointer user_data,
      KpCopyReport *report,
      GError **error)
{
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);

  return kp_copy_campaign (kp_session_get_database (session), target->db, kp_session_get_campaign (session), tables, n_tables,
                           progress, user_data, report, error);
}

/* The file gets its name; it is opened again for what is left to note. */
static gboolean
publish_file (Target *target,
              GError **error)
{
  g_clear_pointer (&target->db, kp_database_close);
  if (!kp_backup_make_permanent (target->temporary, target->path, error))
    return FALSE;
  g_clear_pointer (&target->temporary, g_free);
  target->db = kp_database_open (target->path, KP_OPEN_READ_WRITE, error);
  return target->db != NULL;
}

static gboolean
carry_to_file (KpSession *session,
               Target *target,
               KpLedger *ledger,
               KpCopyProgress progress,
               gpointer user_data,
               KpCopyReport *report,
               GError **error)
{
  g_autoptr (KpTransaction) t = kp_transaction_begin (target->db, error);

  if (t == NULL || !copy (session, target, progress, user_data, report, error) || !kp_transaction_commit (t, error)
      || !verify (target->db, kp_session_get_campaign (session), error) || !publish_file (target, error))
    return FALSE;
  if (kp_session_commit (session, ledger, error))
    return TRUE;
  g_clear_pointer (&target->db, kp_database_close);
  g_unlink (target->path);
  return FALSE;
}

static gboolean
carry_to_server (KpSession *session,
                 Target *target,
                 KpLedger *ledger,
                 KpCopyProgress progress,
                 gpointer user_data,
                 KpCopyReport *report,
                 GError **error)
{
  g_autoptr (KpTransaction) t = kp_transaction_begin (target->db, error);

  if (t == NULL || !copy (session, target, progress, user_data, report, error) || !kp_session_commit (session, ledger, error))
    return FALSE;
  if (kp_transaction_commit (t, error))
    return TRUE;
  /* With a broken connection nobody knows whether it was: then it stays closed, and the command is given again. */
  if (error == NULL || !g_error_matches (*error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION))
    take_back (session);
  return FALSE;
}

static gboolean
fail_moved (const char *place,
            GError **error)
{
  g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_MOVED,
               _("The campaign was moved to “%s” already. Go on with it there; here it can only be read."), place);
  return FALSE;
}

static gboolean
carry (KpSession *session,
       Target *target,
       KpCopyProgress progress,
       gpointer user_data,
       KpCopyReport *report,
       GError **error)
{
  g_autofree char *place = NULL;
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "move", NULL, error);

  if (ledger == NULL || !kp_ledger_find_move (kp_session_get_database (session), kp_session_get_campaign (session), &place, error))
    return FALSE;
  /* Cut off between two commits, only a server's copy can be missing. */
  if (place != NULL && (target->path != NULL || strcmp (place, target->place) != 0))
    return fail_moved (place, error);
  if (place == NULL && !kp_ledger_note (ledger, KP_LEDGER_MOVED_OUT, target->place, error))
    return FALSE;
  return target->path != NULL ? carry_to_file (session, target, ledger, progress, user_data, report, error)
                              : carry_to_server (session, target, ledger, progress, user_data, report, error);
}

/* Whether the campaign is at work in the target, and whether it is what this source was moved to: only its opening is missing.
 * What was moved away from there, and since then went on to become this source, may come back. */
static gboolean
find_in_target (KpSession *session,
                KpDatabase *to,
                gboolean *is_there,
                gboolean *is_begun,
                GError **error)
{
  const char *campaign = kp_session_get_campaign (session);
  g_autoptr (GError) local = NULL;
  g_autofree char *head = kp_ledger_dup_head_hash (to, campaign, &local);
  g_autofree char *own = NULL;
  g_autofree char *place = NULL;
  gint64 n_older = 0;

  *is_there = head != NULL;
  *is_begun = FALSE;
  if (head == NULL && !g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (head == NULL)
    return TRUE;
  own = kp_ledger_dup_head_hash (kp_session_get_database (session), campaign, error);
  if (own == NULL || !kp_ledger_find_move (to, campaign, &place, error))
    return FALSE;
  *is_begun = place != NULL && strcmp (own, head) == 0;
  if (place == NULL || *is_begun)
    return TRUE;
  if (!kp_copy_find_older (kp_session_get_database (session), to, campaign, &n_older, error))
    return FALSE;
  *is_there = n_older < 0;
  return TRUE;
}

/* A file that is there is looked at only to end what was begun. */
static gboolean
open_begun_file (KpSession *session,
                 Target *target,
                 const char *path,
                 gboolean *is_begun,
                 GError **error)
{
  gboolean is_there = FALSE;

  *is_begun = FALSE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  target->db = kp_database_open (path, KP_OPEN_READ_WRITE, NULL);
  if (target->db == NULL || !upgrade (target->db, NULL))
    {
      g_clear_pointer (&target->db, kp_database_close);
      return TRUE;
    }
  if (!find_in_target (session, target->db, &is_there, is_begun, error))
    return FALSE;
  if (!*is_begun)
    g_clear_pointer (&target->db, kp_database_close);
  return TRUE;
}

static gboolean
open_target (KpSession *session,
             Target *target,
             const char *location,
             gboolean *is_begun,
             GError **error)
{
  gboolean is_there = FALSE;

  if (!kp_database_location_is_server (location))
    return open_begun_file (session, target, location, is_begun, error)
           && (*is_begun || open_file (target, location, error));
  if (!open_server (target, location, error) || !find_in_target (session, target->db, &is_there, is_begun, error))
    return FALSE;
  if (!is_there || *is_begun)
    return TRUE;
  g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS,
               _("The server holds the campaign “%s” already, so it isn't carried there."), kp_session_get_campaign (session));
  return FALSE;
}

static gboolean
report_digest (KpSession *session,
               KpCopyReport *report,
               GError **error)
{
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);
  const char *campaign = kp_session_get_campaign (session);

  report->head = kp_ledger_dup_head_hash (kp_session_get_database (session), campaign, error);
  return report->head != NULL
         && kp_copy_digest (kp_session_get_database (session), campaign, tables, n_tables, &report->digest, error);
}

/**
 * kp_step_move:
 * @session: a campaign that is open for writing
 * @location: a file that isn't there yet, or a server that hasn't the campaign
 * @progress: (nullable): told now and then
 * @user_data: for @progress
 * @report: (out caller-allocates): what was carried over; head and digest are the same on both sides
 * @error: return location
 *
 * Carries the campaign over, proves both sides equal, checks the target against its journal, and closes the source: it can be
 * read from then on, and says where the work goes on. Given again after it was cut off it ends what is left to do.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR or #KP_STEP_ERROR; then the source is as it was, unless the error says that
 * only the opening of the target is missing
 */
gboolean
kp_step_move (KpSession *session,
              const char *location,
              KpCopyProgress progress,
              gpointer user_data,
              KpCopyReport *report,
              GError **error)
{
  g_auto (Target) target = { 0 };
  gboolean is_begun = FALSE;

  memset (report, 0, sizeof *report);
  if (!verify (kp_session_get_database (session), kp_session_get_campaign (session), error)
      || !open_target (session, &target, location, &is_begun, error)
      || !(is_begun ? report_digest (session, report, error) : carry (session, &target, progress, user_data, report, error)))
    return FALSE;
  if (note_arrival (session, target.db, error) && verify (target.db, kp_session_get_campaign (session), error))
    return TRUE;
  g_prefix_error (error, "%s ", _("The campaign is carried over and closed here, but not open there yet; give the command again."));
  return FALSE;
}

/**
 * kp_session_copy_to_file:
 * @session: a campaign on a server, or in a file
 * @path: a file that isn't there yet
 * @report: (out caller-allocates): what was copied
 * @error: return location
 *
 * Writes a copy of the campaign as it is at one moment, proves it equal and checks it against its journal. The session's own
 * record stays as it is, and others go on with their work.
 *
 * Returns: %TRUE when the copy is complete and on the disk, or %FALSE and there is none
 */
gboolean
kp_session_copy_to_file (KpSession *session,
                         const char *path,
                         KpCopyReport *report,
                         GError **error)
{
  g_auto (Target) target = { 0 };
  g_autoptr (KpTransaction) snapshot = NULL;
  g_autoptr (KpTransaction) t = NULL;

  memset (report, 0, sizeof *report);
  if (!open_file (&target, path, error))
    return FALSE;
  snapshot = kp_transaction_begin_reading (kp_session_get_database (session), error);
  t = snapshot != NULL ? kp_transaction_begin (target.db, error) : NULL;
  return t != NULL && copy (session, &target, NULL, NULL, report, error) && kp_transaction_commit (t, error)
         && verify (target.db, kp_session_get_campaign (session), error) && publish_file (&target, error);
}
