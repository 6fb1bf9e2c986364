/* kp-session.c – somebody at work on the record of one campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-session.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/random.h>

#include "kp-scheme-json.h"
#include "kp-schema.h"

struct _KpSession
{
  KpDatabase *db;
  char *campaign;
  char *actor;
  KpScheme *scheme;
  char *scheme_digest;
  KpStageState stages;
  KpStageState begun; /* as the open unit of work leaves them, if it is committed */
  const KpSources *sources; /* borrowed */
};

G_DEFINE_QUARK (kp-step-error-quark, kp_step_error)

static char *
dup_system_now (gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

static gboolean
make_system_nonce (gpointer data G_GNUC_UNUSED,
                   const char *purpose G_GNUC_UNUSED,
                   guint8 nonce[32],
                   GError **error)
{
  if (getrandom (nonce, 32, 0) == 32)
    return TRUE;

  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The system gives no random numbers (%s), so nothing can be drawn."), g_strerror (errno));
  return FALSE;
}

const KpSources kp_system_sources = { dup_system_now, make_system_nonce, NULL };

/* Closed stages are kept by name, so that a stage added to the list of the program moves nothing in an old record. */
static char *
dup_closed_text (KpStageState state)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < KP_N_STAGES; i++)
    {
      if (kp_stage_is_closed (state, (KpStage) i))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", kp_stage_get_name ((KpStage) i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static KpStageState
parse_closed_text (const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, " ", -1);
  KpStageState state = { 0 };

  for (guint i = 0; names[i] != NULL; i++)
    {
      KpStage stage;

      if (kp_stage_parse (names[i], &stage))
        state = kp_stage_close (state, stage);
    }
  return state;
}

static KpScheme *
parse_scheme (const char *json,
              GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  KpScheme *scheme = kp_scheme_json_parse (json, -1, &problems, error);

  return scheme;
}

static KpCampaignRecord *
load_campaign (KpSession *session,
               GError **error)
{
  g_autofree KpCampaignRecord *record = NULL;

  if (!kp_table_find (session->db, &kp_campaign_table, session->campaign, KP_NO_BINDS, &record, error))
    return NULL;
  if (record == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("The record holds no campaign “%s”; choose one that it holds."), session->campaign);
      return NULL;
    }
  return g_steal_pointer (&record);
}

/* A file holds one campaign as a rule; a server may hold many, and then the operator must name one. */
static char *
find_only_campaign (KpDatabase *db,
                    GError **error)
{
  g_autoptr (KpStatement) statement
      = kp_database_prepare (db, "SELECT campaign FROM campaign ORDER BY campaign LIMIT 2", error);
  g_autofree char *campaign = NULL;
  gboolean has_row = FALSE;

  if (statement == NULL || !kp_statement_step (statement, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                           _("The record holds no campaign yet; create one from a scheme first."));
      return NULL;
    }
  campaign = kp_statement_dup_text (statement, "campaign");
  if (!kp_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                           _("The record holds several campaigns; say which one with --campaign."));
      return NULL;
    }
  return g_steal_pointer (&campaign);
}

static gboolean
upgrade (KpDatabase *db,
         GError **error)
{
  guint n_migrations = 0;
  const KpMigration *migrations = kp_schema_get_migrations (&n_migrations);

  return kp_migration_upgrade (db, migrations, n_migrations, error);
}

static KpSession *
session_new (const char *actor,
             const KpSources *sources)
{
  KpSession *session = g_new0 (KpSession, 1);

  session->actor = g_strdup (actor);
  session->sources = sources;
  return session;
}

static gboolean
write_start (KpSession *session,
             const char *canonical,
             GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  const KpAct act = { session->actor, now, "create", NULL };
  g_autoptr (KpLedger) ledger = kp_ledger_begin (session->db, session->campaign, &act, error);
  KpStageState closed = kp_stage_close (kp_stage_close ((KpStageState) { 0 }, KP_STAGE_PLAN), KP_STAGE_NOTICE);
  g_autofree char *closed_text = dup_closed_text (closed);
  KpCampaignRecord campaign = {
    .campaign = session->campaign,
    .title = session->scheme->title,
    .closed = closed_text,
    .scheme = canonical,
    .scheme_digest = session->scheme_digest,
    .created_at = now,
  };

  if (ledger == NULL || !kp_ledger_insert (ledger, &kp_campaign_table, &campaign, error))
    return FALSE;

  for (guint i = 0; i < session->scheme->posts->len; i++)
    {
      const KpSchemePost *rule = g_ptr_array_index (session->scheme->posts, i);
      KpPostRecord post = {
        .campaign = session->campaign,
        .post = rule->code,
        .planned = rule->places,
        .places = rule->places,
        .state = "planned",
      };

      if (!kp_ledger_insert (ledger, &kp_post_table, &post, error))
        return FALSE;
    }
  session->stages = closed;
  return kp_ledger_note (ledger, "scheme-sealed", session->scheme_digest, error) && kp_ledger_commit (ledger, error);
}

static void
remove_new_file (const char *location)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  if (kp_database_location_is_server (location))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (location, endings[i], NULL);

      g_unlink (path);
    }
}

/* A server that holds campaigns already takes one more; a file is always new. */
static KpDatabase *
open_for_create (const char *location,
                 GError **error)
{
  g_autoptr (GError) local = NULL;
  KpDatabase *db;

  if (!kp_database_location_is_server (location))
    return kp_database_open (location, KP_OPEN_CREATE_NEW, error);

  db = kp_database_open (location, KP_OPEN_READ_WRITE, &local);
  if (db != NULL)
    return db;
  return kp_database_open (location, KP_OPEN_CREATE_NEW, error);
}

/**
 * kp_session_create:
 * @location: path of a file that doesn't exist yet, or a server's address
 * @scheme_json: the scheme; its digest is sealed into the journal's first step
 * @actor: who works, for the journal
 * @sources: clock and random source, outliving the session
 * @error: return location
 *
 * Makes a campaign from its scheme. On failure a file that was begun is removed again.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL with #KP_DATA_ERROR, #KP_STEP_ERROR or an error
 * of the scheme's reader
 */
KpSession *
kp_session_create (const char *location,
                   const char *scheme_json,
                   const char *actor,
                   const KpSources *sources,
                   GError **error)
{
  g_autoptr (KpSession) session = session_new (actor, sources);
  g_autofree char *canonical = NULL;

  session->scheme = parse_scheme (scheme_json, error);
  if (session->scheme == NULL)
    return NULL;
  canonical = kp_scheme_json_dup (session->scheme);
  session->scheme_digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  session->campaign = g_strdup (session->scheme->code);

  session->db = open_for_create (location, error);
  if (session->db == NULL)
    return NULL;
  if (!upgrade (session->db, error) || !write_start (session, canonical, error))
    {
      g_clear_pointer (&session->db, kp_database_close);
      remove_new_file (location);
      return NULL;
    }
  return g_steal_pointer (&session);
}

/**
 * kp_session_open:
 * @location: path of a record, or a server's address
 * @campaign: (nullable): which campaign; %NULL where there is only one
 * @actor: who works, for the journal
 * @mode: %KP_OPEN_READ_WRITE or %KP_OPEN_READ_ONLY
 * @sources: clock and random source, outliving the session
 * @error: return location
 *
 * Opens a campaign; an older record is copied and upgraded first (not when read-only).
 *
 * Returns: (transfer full) (nullable): the session, or %NULL with #KP_DATA_ERROR or #KP_STEP_ERROR
 */
KpSession *
kp_session_open (const char *location,
                 const char *campaign,
                 const char *actor,
                 KpOpenMode mode,
                 const KpSources *sources,
                 GError **error)
{
  g_autoptr (KpSession) session = session_new (actor, sources);
  g_autofree KpCampaignRecord *record = NULL;

  session->db = kp_database_open (location, mode, error);
  if (session->db == NULL || (mode == KP_OPEN_READ_WRITE && !upgrade (session->db, error)))
    return NULL;
  session->campaign = campaign != NULL ? g_strdup (campaign) : find_only_campaign (session->db, error);
  if (session->campaign == NULL)
    return NULL;

  record = load_campaign (session, error);
  if (record == NULL)
    return NULL;
  session->scheme = parse_scheme (record->scheme, error);
  if (session->scheme == NULL)
    return NULL;
  session->scheme_digest = g_strdup (record->scheme_digest);
  session->stages = parse_closed_text (record->closed);
  return g_steal_pointer (&session);
}

/**
 * kp_session_close:
 * @session: (nullable) (transfer full): a session
 *
 * Closes the record; a unit of work that was not committed is lost.
 */
void
kp_session_close (KpSession *session)
{
  if (session == NULL)
    return;
  g_clear_pointer (&session->scheme, kp_scheme_free);
  g_clear_pointer (&session->db, kp_database_close);
  g_free (session->campaign);
  g_free (session->actor);
  g_free (session->scheme_digest);
  g_free (session);
}

/**
 * kp_session_get_database:
 * @session: a session
 *
 * Returns: (transfer none): the connection; for the session's thread only
 */
KpDatabase *
kp_session_get_database (KpSession *session)
{
  return session->db;
}

/**
 * kp_session_get_campaign:
 * @session: a session
 *
 * Returns: (transfer none): the key that every row of this campaign begins with
 */
const char *
kp_session_get_campaign (KpSession *session)
{
  return session->campaign;
}

/**
 * kp_session_get_scheme:
 * @session: a session
 *
 * Returns: (transfer none): the sealed rules of this campaign
 */
const KpScheme *
kp_session_get_scheme (KpSession *session)
{
  return session->scheme;
}

/**
 * kp_session_get_scheme_digest:
 * @session: a session
 *
 * Returns: (transfer none): SHA-256 of the scheme's canonical text, 64 hex digits, printed on every list
 */
const char *
kp_session_get_scheme_digest (KpSession *session)
{
  return session->scheme_digest;
}

/**
 * kp_session_get_actor:
 * @session: a session
 *
 * Returns: (transfer none): who works
 */
const char *
kp_session_get_actor (KpSession *session)
{
  return session->actor;
}

/**
 * kp_session_dup_now:
 * @session: a session
 *
 * Returns: (transfer full): the time of its clock, ISO 8601 with zone
 */
char *
kp_session_dup_now (KpSession *session)
{
  return session->sources->dup_now (session->sources->data);
}

/**
 * kp_session_get_today:
 * @session: a session
 *
 * Returns: the day of its clock
 */
KpDate
kp_session_get_today (KpSession *session)
{
  g_autofree char *now = kp_session_dup_now (session);
  KpDate today = KP_DATE_NONE;

  if (strlen (now) >= 10)
    now[10] = '\0';
  if (!kp_date_parse_iso (now, &today, NULL))
    return KP_DATE_NONE;
  return today;
}

/**
 * kp_session_get_stages:
 * @session: a session
 *
 * Returns: which stages are closed, as of opening or of the last step of this session
 */
KpStageState
kp_session_get_stages (KpSession *session)
{
  return session->stages;
}

/**
 * kp_session_make_nonce:
 * @session: a session
 * @purpose: of the draw
 * @nonce: (out): 32 bytes
 * @error: return location
 *
 * Takes the secret part of a draw from the session's random source (design.md §6, step 2).
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
kp_session_make_nonce (KpSession *session,
                       const char *purpose,
                       guint8 nonce[32],
                       GError **error)
{
  return session->sources->make_nonce (session->sources->data, purpose, nonce, error);
}

static gboolean
save_stages (KpSession *session,
             KpLedger *ledger,
             KpStageState state,
             GError **error)
{
  g_autofree KpCampaignRecord *stored = load_campaign (session, error);
  g_autofree char *closed = dup_closed_text (state);
  KpCampaignRecord changed;

  if (stored == NULL)
    return FALSE;
  changed = *stored;
  changed.closed = closed;
  return kp_ledger_update (ledger, &kp_campaign_table, &changed, error);
}

/* A failed background check calls a substitute, who goes to the physical again: these two stages stay open side by side
   until the publicity. */
static gboolean
may_stay_open (KpStage stage,
               KpStep step)
{
  return (stage == KP_STAGE_PHYSICAL || stage == KP_STAGE_BACKGROUND)
         && (kp_step_may_run_in (step, KP_STAGE_PHYSICAL) || kp_step_may_run_in (step, KP_STAGE_BACKGROUND));
}

/* Starting a step closes the stages before its own: what they decided is frozen from then on (design.md §4). */
static gboolean
enter_stage (KpSession *session,
             KpLedger *ledger,
             KpStep step,
             GError **error)
{
  const KpStageOrder *order = &session->scheme->stages;
  KpStageState state = session->begun;
  KpStageBlock block = kp_stage_decide_step (order, state, step);

  while (block.kind == KP_STAGE_BLOCK_EARLIER_OPEN && !may_stay_open (block.stage, step))
    {
      state = kp_stage_close (state, block.stage);
      block = kp_stage_decide_step (order, state, step);
    }
  if (block.kind != KP_STAGE_BLOCK_NONE && block.kind != KP_STAGE_BLOCK_EARLIER_OPEN)
    {
      g_autofree char *sentence = kp_stage_block_dup_sentence (block);

      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE, sentence);
      return FALSE;
    }
  if (state.closed == session->begun.closed)
    return TRUE;
  session->begun = state;
  return save_stages (session, ledger, state, error);
}

/**
 * kp_session_begin:
 * @session: a session
 * @step: what is to be done
 * @subject: (nullable): what it is about, without personal data
 * @error: return location
 *
 * Begins a unit of work: takes the campaign's lock, reads anew how far the campaign is, and closes the stages before
 * the step's own. Nothing of it lasts unless kp_session_commit() succeeds.
 *
 * Returns: (transfer full) (nullable): the ledger, or %NULL with %KP_STEP_ERROR_WRONG_STAGE or #KP_DATA_ERROR
 */
KpLedger *
kp_session_begin (KpSession *session,
                  KpStep step,
                  const char *subject,
                  GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  const KpAct act = { session->actor, now, kp_step_get_name (step), subject };
  g_autoptr (KpLedger) ledger = kp_ledger_begin (session->db, session->campaign, &act, error);
  g_autofree KpCampaignRecord *record = NULL;

  if (ledger == NULL)
    return NULL;
  record = load_campaign (session, error);
  if (record == NULL)
    return NULL;
  session->begun = parse_closed_text (record->closed);
  if (!enter_stage (session, ledger, step, error))
    return NULL;
  return g_steal_pointer (&ledger);
}

/**
 * kp_session_commit:
 * @session: a session
 * @ledger: of kp_session_begin()
 * @error: return location
 *
 * Ends a unit of work. After a failure nothing of it is in the record, and the session knows the stages as they were.
 *
 * Returns: %TRUE when it is safe on disk
 */
gboolean
kp_session_commit (KpSession *session,
                   KpLedger *ledger,
                   GError **error)
{
  g_return_val_if_fail (session != NULL && ledger != NULL, FALSE);

  if (!kp_ledger_commit (ledger, error))
    return FALSE;
  session->stages = session->begun;
  return TRUE;
}

/**
 * kp_session_close_stage:
 * @session: a session
 * @ledger: of kp_session_begin()
 * @stage: which is done
 * @error: return location
 *
 * Closes a stage within a unit of work: what it decided is frozen.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_session_close_stage (KpSession *session,
                        KpLedger *ledger,
                        KpStage stage,
                        GError **error)
{
  session->begun = kp_stage_close (session->begun, stage);
  return save_stages (session, ledger, session->begun, error);
}

/**
 * kp_session_is_imported:
 * @session: a session
 * @kind: of the import table, e.g. "registrations"
 * @digest: SHA-256 of the file
 * @is_imported: (out): whether this very file was taken in before
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_session_is_imported (KpSession *session,
                        const char *kind,
                        const char *digest,
                        gboolean *is_imported,
                        GError **error)
{
  g_autofree KpImportRecord *record = NULL;

  if (!kp_table_find (session->db, &kp_import_table, session->campaign, KP_BINDS (KP_TEXT (kind), KP_TEXT (digest)),
                      &record, error))
    return FALSE;
  *is_imported = record != NULL;
  return TRUE;
}

/**
 * kp_session_write_import:
 * @session: a session
 * @ledger: of kp_session_begin()
 * @kind: what was taken in, e.g. "registrations"
 * @digest: SHA-256 of the file
 * @n_rows: rows of the file
 * @n_taken: rows that were taken over
 * @error: return location
 *
 * Writes down that a file was taken in. The first time counts: the same file again leaves the first entry as it is.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_session_write_import (KpSession *session,
                         KpLedger *ledger,
                         const char *kind,
                         const char *digest,
                         guint n_rows,
                         guint n_taken,
                         GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  gboolean is_imported = FALSE;
  KpImportRecord record = {
    .campaign = session->campaign,
    .kind = kind,
    .digest = digest,
    .at = now,
    .actor = session->actor,
    .rows = n_rows,
    .taken = n_taken,
  };

  if (!kp_session_is_imported (session, kind, digest, &is_imported, error))
    return FALSE;
  return is_imported || kp_ledger_insert (ledger, &kp_import_table, &record, error);
}
