/* kp-session.c – somebody at work on the record of one campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-session-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kp-canon.h"
#include "kp-data-error.h"
#include "kp-exemptions.h"
#include "kp-scheme-json.h"
#include "kp-schema.h"

G_DEFINE_QUARK (kp-step-error-quark, kp_step_error)

/**
 * kp_step_refuse:
 * @sentence: a whole one, translated and without personal data
 * @error: gets %KP_STEP_ERROR_REFUSED
 *
 * Returns: %FALSE, so that a step ends with it
 */
gboolean
kp_step_refuse (const char *sentence,
                GError **error)
{
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, sentence);
  return FALSE;
}

static KpScheme *
parse_scheme (const char *json,
              GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;
  KpScheme *scheme = kp_scheme_json_parse (json, -1, &problems, error);

  return scheme;
}

/**
 * kp_session_load_campaign:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the campaign's row as it is now, or %NULL with an error
 */
KpCampaignRecord *
kp_session_load_campaign (KpSession *session,
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

/* A server holds many campaigns, each once; a file holds one. */
static gboolean
check_is_new (KpSession *session,
              GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *there = NULL;
  g_autofree KpCampaignRecord *record = NULL;

  if (kp_database_get_kind (session->db) == KP_DATABASE_SQLITE)
    {
      there = find_only_campaign (session->db, &local);
      if (there == NULL && g_error_matches (local, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND))
        return TRUE;
    }
  else
    {
      if (!kp_table_find (session->db, &kp_campaign_table, session->campaign, KP_NO_BINDS, &record, error))
        return FALSE;
      if (record == NULL)
        return TRUE;
    }
  g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS,
               _("The record holds the campaign “%s” already; open it instead."), there != NULL ? there : session->campaign);
  return FALSE;
}

static char *
dup_paper_key (KpSession *session,
               GError **error)
{
  guint8 bytes[32];

  return kp_session_make_nonce (session, "paper-key", bytes, error) ? kp_canon_dup_hex (bytes) : NULL;
}

static char *
make_seal (KpSession *session,
           GError **error)
{
  guint8 bytes[KP_SEAL_KEY_SIZE];
  g_autofree char *text = NULL;
  KpSeal *seal = NULL;

  if (!kp_session_make_nonce (session, "seal", bytes, error))
    return NULL;
  text = kp_seal_make_text (bytes);
  seal = kp_seal_new (session->campaign, text, NULL, error);
  if (seal == NULL)
    return NULL;
  kp_database_take_seal (session->db, session->campaign, seal);
  return g_steal_pointer (&text);
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
  g_autofree char *closed_text = kp_session_dup_closed (closed);
  g_autofree char *paper_key = dup_paper_key (session, error);
  g_autofree char *seal = paper_key != NULL ? make_seal (session, error) : NULL;
  KpCampaignRecord campaign = {
    .campaign = session->campaign,
    .title = session->scheme->title,
    .closed = closed_text,
    .scheme = canonical,
    .scheme_digest = session->scheme_digest,
    .created_at = now,
    .paper_key = paper_key,
    .seal = seal,
  };

  if (seal == NULL || ledger == NULL || !check_is_new (session, error)
      || (session->sources->kind == KP_SOURCES_SAMPLE && !kp_ledger_note (ledger, KP_LEDGER_SAMPLE, "", error))
      || !kp_ledger_insert (ledger, &kp_campaign_table, &campaign, error))
    return FALSE;

  for (guint i = 0; i < session->scheme->posts->len; i++)
    {
      const KpSchemePost *rule = g_ptr_array_index (session->scheme->posts, i);
      KpPostRecord post = {
        .campaign = session->campaign,
        .post = rule->code,
        .planned = rule->places,
        .opened = rule->places,
        .listed = rule->places,
        .places = rule->places,
        .state = "planned",
      };

      if (!kp_ledger_insert (ledger, &kp_post_table, &post, error))
        return FALSE;
    }
  session->stages = closed;
  return kp_ledger_note (ledger, "scheme-sealed", session->scheme_digest, error) && kp_ledger_commit (ledger, error);
}

/* What was begun is removed again, unless somebody else is at work on it or has put a campaign into it meanwhile. */
static void
remove_new_file (const char *location,
                 GError *failure)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  if (kp_database_location_is_server (location) || g_error_matches (failure, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS)
      || g_error_matches (failure, KP_DATA_ERROR, KP_DATA_ERROR_BUSY))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (location, endings[i], NULL);

      g_unlink (path);
    }
}

/* A creation killed early has no tables at all yet; killed later it has them, and no campaign in them. */
static gboolean
is_without_campaign (KpDatabase *db)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *campaign = NULL;
  gint64 version = 0;
  g_autoptr (KpStatement) tables = NULL;
  gboolean has_row = TRUE;

  if (!kp_database_load_version (db, &version, NULL))
    return FALSE;
  if (version > 0)
    {
      campaign = find_only_campaign (db, &error);
      return g_error_matches (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
    }
  tables = kp_database_prepare (db, "SELECT name FROM sqlite_master", NULL);
  return tables != NULL && kp_statement_step (tables, &has_row, NULL) && !has_row;
}

/* A server that holds campaigns already takes one more. A file is new, or was left without a campaign by a creation that
   was killed. */
static KpDatabase *
open_for_create (const char *location,
                 gboolean *is_begun,
                 GError **error)
{
  const gboolean is_server = kp_database_location_is_server (location);
  g_autoptr (GError) local = NULL;
  g_autoptr (KpDatabase) db = kp_database_open (location, is_server ? KP_OPEN_READ_WRITE : KP_OPEN_CREATE_NEW, &local);

  *is_begun = FALSE;
  if (db != NULL)
    return g_steal_pointer (&db);
  if (is_server)
    return kp_database_open (location, KP_OPEN_CREATE_NEW, error);
  *is_begun = TRUE;
  if (g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_EXISTS))
    db = kp_database_open (location, KP_OPEN_READ_WRITE, NULL);
  if (db != NULL && is_without_campaign (db))
    return g_steal_pointer (&db);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
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
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) local = NULL;
  gboolean is_begun = FALSE; /* by somebody else: then it is not ours to remove */

  session->scheme = parse_scheme (scheme_json, error);
  if (session->scheme == NULL)
    return NULL;
  problems = kp_scheme_check_ready (session->scheme);
  if (problems->len > 0)
    {
      kp_scheme_json_refuse (problems, error);
      return NULL;
    }
  canonical = kp_scheme_json_dup (session->scheme);
  session->scheme_digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  session->campaign = g_strdup (session->scheme->code);

  session->db = open_for_create (location, &is_begun, error);
  if (session->db == NULL)
    return NULL;
  if (!upgrade (session->db, &local) || !kp_session_read_clock (session, &local) || !write_start (session, canonical, &local))
    {
      g_clear_pointer (&session->db, kp_database_close);
      if (!is_begun)
        remove_new_file (location, local);
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&session);
}

static gboolean
open_seal (KpSession *session,
           const KpCampaignRecord *record,
           const char *passphrase,
           KpSeal *seal,
           gboolean may_stay_locked,
           GError **error)
{
  KpSeal *opened = NULL;

  if (may_stay_locked && kp_seal_text_is_locked (record->seal))
    return TRUE;
  opened = seal != NULL && kp_seal_text_is_locked (record->seal)
               ? kp_seal_ref (seal)
               : kp_seal_new (session->campaign, record->seal, passphrase, error);
  if (opened == NULL)
    return FALSE;
  kp_database_take_seal (session->db, session->campaign, opened);
  return TRUE;
}

/* Takes the record. */
static KpSession *
new_on (KpDatabase *db,
        const char *campaign,
        const char *actor,
        const char *passphrase,
        KpSeal *seal,
        gboolean may_stay_locked,
        const KpSources *sources,
        GError **error)
{
  g_autoptr (KpSession) session = session_new (actor, sources);
  g_autofree KpCampaignRecord *record = NULL;

  session->db = db;
  if (!upgrade (session->db, error))
    return NULL;
  session->campaign = campaign != NULL ? g_strdup (campaign) : find_only_campaign (session->db, error);
  if (session->campaign == NULL)
    return NULL;

  record = kp_session_load_campaign (session, error);
  if (record == NULL || !open_seal (session, record, passphrase, seal, may_stay_locked, error)
      || !kp_session_read_clock (session, error))
    return NULL;
  session->scheme = parse_scheme (record->scheme, error);
  if (session->scheme == NULL)
    return NULL;
  session->scheme_digest = g_strdup (record->scheme_digest);
  session->stages = kp_session_parse_closed (record->closed);
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
 * Opens a campaign; an older record is copied and upgraded first, or refused when it may only be read; a newer one always
 * is refused.
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
  return kp_session_open_locked (location, campaign, actor, mode, NULL, NULL, sources, error);
}

/**
 * kp_session_open_locked:
 * @location: path of a record, or a server's address
 * @campaign: (nullable): which campaign; %NULL where there is only one
 * @actor: who works, for the journal
 * @mode: %KP_OPEN_READ_WRITE or %KP_OPEN_READ_ONLY
 * @passphrase: (nullable): of a record that is locked; opening takes a second then
 * @seal: (nullable): instead, kp_session_get_seal() of a session that was open before
 * @sources: clock and random source, outliving the session
 * @error: return location
 *
 * As kp_session_open(), which takes a record that is locked for %KP_DATA_ERROR_LOCKED. A record that isn't locked opens with
 * any passphrase.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL with #KP_DATA_ERROR or #KP_STEP_ERROR
 */
KpSession *
kp_session_open_locked (const char *location,
                        const char *campaign,
                        const char *actor,
                        KpOpenMode mode,
                        const char *passphrase,
                        KpSeal *seal,
                        const KpSources *sources,
                        GError **error)
{
  KpDatabase *db = kp_database_open (location, mode, error);

  return db != NULL ? new_on (db, campaign, actor, passphrase, seal, FALSE, sources, error) : NULL;
}

/**
 * kp_session_open_unread:
 * @location: path of a record, or a server's address
 * @campaign: (nullable): which campaign; %NULL where there is only one
 * @actor: who works, for the journal
 * @sources: clock and random source, outliving the session
 * @error: return location
 *
 * As kp_session_open() to read; a record that is locked stays so, and of its sealed columns nothing can be read. For who only
 * copies it.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL with #KP_DATA_ERROR or #KP_STEP_ERROR
 */
KpSession *
kp_session_open_unread (const char *location,
                        const char *campaign,
                        const char *actor,
                        const KpSources *sources,
                        GError **error)
{
  KpDatabase *db = kp_database_open (location, KP_OPEN_READ_ONLY, error);

  return db != NULL ? new_on (db, campaign, actor, NULL, NULL, TRUE, sources, error) : NULL;
}

/**
 * kp_session_new_on:
 * @db: (transfer full): a record
 * @campaign: (nullable): which campaign; %NULL where there is only one
 * @actor: who works, for the journal
 * @sources: clock and random source, outliving the session
 * @error: return location
 *
 * As kp_session_open(), for a record that is open already.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL with #KP_DATA_ERROR or #KP_STEP_ERROR
 */
KpSession *
kp_session_new_on (KpDatabase *db,
                   const char *campaign,
                   const char *actor,
                   const KpSources *sources,
                   GError **error)
{
  return new_on (db, campaign, actor, NULL, NULL, FALSE, sources, error);
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
  g_clear_pointer (&session->identity, kp_identity_unref);
  g_clear_pointer (&session->seen, kp_seen_unref);
  g_clear_pointer (&session->own, kp_own_acts_unref);
  g_clear_pointer (&session->changes, g_hash_table_unref);
  g_clear_pointer (&session->scheme, kp_scheme_free);
  g_clear_pointer (&session->db, kp_database_close);
  g_free (session->campaign);
  g_free (session->actor);
  g_free (session->first);
  g_free (session->second);
  g_free (session->scheme_digest);
  g_free (session->last_at);
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
 * kp_session_get_seal:
 * @session: a session
 *
 * Returns: (transfer none): the key of the sealed columns, for any thread
 */
KpSeal *
kp_session_get_seal (KpSession *session)
{
  return kp_database_get_seal (session->db, session->campaign);
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

static void
lay_out (KpSession *session,
         KpRoster *roster)
{
  kp_roster_declare (roster, session->scheme->facts);
  kp_roster_lose (roster, session->scheme->proofs);
}

/**
 * kp_session_load_roster:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable): every application of the campaign as it is now, what the open unit of work wrote
 * included; or %NULL with #KP_DATA_ERROR
 */
KpRoster *
kp_session_load_roster (KpSession *session,
                        GError **error)
{
  g_autoptr (KpRoster) roster = kp_roster_load (session->db, session->campaign, error);

  if (roster == NULL)
    return NULL;
  lay_out (session, roster);
  return kp_exemptions_mark (session, roster, error) ? g_steal_pointer (&roster) : NULL;
}

/**
 * kp_session_load_roster_of:
 * @session: a session
 * @application: registration number
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a roster of that application alone, empty when there is none; or %NULL with
 * #KP_DATA_ERROR
 */
KpRoster *
kp_session_load_roster_of (KpSession *session,
                           const char *application,
                           GError **error)
{
  KpRoster *roster = kp_roster_load_of (session->db, session->campaign, application, error);

  if (roster != NULL)
    lay_out (session, roster);
  return roster;
}

/**
 * kp_session_load_roster_person:
 * @session: a session
 * @id_number: 18 places
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a roster of that person's application alone, empty when there is none; or %NULL with
 * #KP_DATA_ERROR
 */
KpRoster *
kp_session_load_roster_person (KpSession *session,
                               const char *id_number,
                               GError **error)
{
  KpRoster *roster = kp_roster_load_person (session->db, session->campaign, id_number, error);

  if (roster != NULL)
    lay_out (session, roster);
  return roster;
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
 * kp_session_is_room_package:
 * @session: a session
 *
 * Returns: whether the record is that of one interview room, which knows its candidates by number alone
 */
gboolean
kp_session_is_room_package (KpSession *session)
{
  return session->is_room_package;
}
