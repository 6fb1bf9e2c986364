/* kp-session-work.c – units of work of a session, each in its stage.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-session-private.h"

#include <glib/gi18n-lib.h>

#include "kp-data-error.h"

/* Closed stages are kept by name, so that a stage added to the list of the program moves nothing in an old record. */
/**
 * kp_session_dup_closed:
 * @state: closed stages
 *
 * Returns: (transfer full): their names, as the record keeps them
 */
char *
kp_session_dup_closed (KpStageState state)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < KP_N_STAGES; i++)
    {
      if (kp_stage_is_closed (state, (KpStage) i))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", kp_stage_get_name ((KpStage) i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kp_session_parse_closed:
 * @text: of kp_session_dup_closed()
 *
 * Returns: the closed stages; a name of a newer program is left out
 */
KpStageState
kp_session_parse_closed (const char *text)
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

/**
 * kp_session_check_head:
 * @session: a session
 * @seq: number of the last row of the journal when the record was read before
 * @head: and its hash
 * @error: return location
 *
 * Whoever opens a record anew to write into it may find another one in its place, or an older copy: a stick was changed, a
 * program keeps folders alike, a server was restored.
 *
 * Returns: %TRUE when it is the same, which may have gone on since, or %FALSE with %KP_STEP_ERROR_REFUSED or #KP_DATA_ERROR
 */
gboolean
kp_session_check_head (KpSession *session,
                       gint64 seq,
                       const char *head,
                       GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *hash = kp_ledger_dup_hash (session->db, session->campaign, seq, &local);

  if (g_strcmp0 (hash, head) == 0)
    return TRUE;
  if (local != NULL && !g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                         _("Where the record was lies another one now, or an older copy: nothing was written. Put the right one back; "
                           "or open what lies there, and do this again."));
  return FALSE;
}

/**
 * kp_session_dup_paper_key:
 * @session: a session
 * @error: return location
 *
 * What the codes and seals of papers are made with. Whoever knows it can make papers that pass for the record's own, and
 * try out whose ID number a code was made of: it leaves the program nowhere.
 *
 * Returns: (transfer full) (nullable): 64 hex digits, or %NULL with #KP_DATA_ERROR or #KP_STEP_ERROR
 */
char *
kp_session_dup_paper_key (KpSession *session,
                          GError **error)
{
  g_autofree KpCampaignRecord *record = kp_session_load_campaign (session, error);

  return record != NULL ? g_strdup (record->paper_key) : NULL;
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
  g_autofree KpCampaignRecord *stored = kp_session_load_campaign (session, error);
  g_autofree char *closed = kp_session_dup_closed (state);
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

/* Another session may have amended the scheme: work by the old one would be wrong. */
static gboolean
check_scheme (KpSession *session,
              const KpCampaignRecord *record,
              GError **error)
{
  if (g_str_equal (record->scheme_digest, session->scheme_digest))
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("The scheme was amended meanwhile. Open the campaign again, so that the work goes by the scheme that "
                         "holds."));
  return FALSE;
}

/* What a room has to do; the rest belongs into the office's record, which takes in nothing else. */
static gboolean
check_room_may (KpSession *session,
                const char *step,
                GError **error)
{
  static const char *const steps[] = { KP_ROOM_STEPS };

  for (guint i = 0; session->is_room_package && i < G_N_ELEMENTS (steps); i++)
    {
      if (g_str_equal (steps[i], step))
        return TRUE;
    }
  if (!session->is_room_package)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("In a room package marks are entered, taken back and checked by two people; everything else is done in "
                         "the office's record."));
  return FALSE;
}

static KpLedger *
begin (KpSession *session,
       const KpAct *act,
       GError **error)
{
  if (!check_room_may (session, act->step, error) || !kp_identity_stand (session, error))
    return NULL;
  return kp_ledger_begin (session->db, session->campaign, act, error);
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
  g_autofree char *clock = kp_session_dup_clock (session);
  const KpAct act = { session->actor, clock, kp_step_get_name (step), subject };
  g_autoptr (KpLedger) ledger = begin (session, &act, error);
  g_autofree KpCampaignRecord *record = NULL;

  if (ledger == NULL)
    return NULL;
  kp_session_note_last_at (session, kp_ledger_get_last_at (ledger));
  record = kp_session_load_campaign (session, error);
  if (record == NULL || !check_scheme (session, record, error) || !kp_identity_check_step (session, ledger, act.step, error))
    return NULL;
  session->begun = kp_session_parse_closed (record->closed);
  if (!enter_stage (session, ledger, step, error))
    return NULL;
  kp_session_watch (session, ledger);
  return g_steal_pointer (&ledger);
}

/**
 * kp_session_begin_beside:
 * @session: a session
 * @name: what is done, for the journal: "correct", "amend"
 * @subject: (nullable): what it is about, without personal data
 * @error: return location
 *
 * Begins a unit of work that belongs to no stage: takes the campaign's lock and reads anew how far the campaign is, and
 * closes nothing. Only for work that two people answer for, that decides nothing, or that comes in whenever it does.
 *
 * Returns: (transfer full) (nullable): the ledger, or %NULL with #KP_DATA_ERROR
 */
KpLedger *
kp_session_begin_beside (KpSession *session,
                         const char *name,
                         const char *subject,
                         GError **error)
{
  g_autofree char *clock = kp_session_dup_clock (session);
  const KpAct act = { session->actor, clock, name, subject };
  g_autoptr (KpLedger) ledger = begin (session, &act, error);
  g_autofree KpCampaignRecord *record = ledger != NULL ? kp_session_load_campaign (session, error) : NULL;

  if (record == NULL || !check_scheme (session, record, error) || !kp_identity_check_step (session, ledger, name, error))
    return NULL;
  kp_session_note_last_at (session, kp_ledger_get_last_at (ledger));
  session->begun = kp_session_parse_closed (record->closed);
  session->stages = session->begun;
  kp_session_watch (session, ledger);
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

  session->is_attested = FALSE;
  if (!kp_ledger_commit (ledger, error))
    return FALSE;
  if (kp_ledger_get_n_written (ledger) > 0)
    kp_session_note_last_at (session, kp_ledger_get_at (ledger));
  kp_session_note_own (session, ledger);
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
 * kp_session_derive_stage:
 * @session: a session
 * @ledger: of kp_session_begin() or kp_session_begin_beside()
 * @stage: a stage that is over when the record says so, and not when another begins
 * @is_over: whether it is, as far as the record says
 * @error: return location
 *
 * Closes the stage, or opens it and all that follow it again; never before its turn.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_session_derive_stage (KpSession *session,
                         KpLedger *ledger,
                         KpStage stage,
                         gboolean is_over,
                         GError **error)
{
  const KpStageOrder *order = &session->scheme->stages;
  const KpStageBlock block = kp_stage_decide_close (order, session->begun, stage);

  if (is_over && block.kind == KP_STAGE_BLOCK_NONE)
    session->begun = kp_stage_close (session->begun, stage);
  else if (!is_over && block.kind == KP_STAGE_BLOCK_CLOSED)
    session->begun = kp_stage_reopen (order, session->begun, stage);
  else
    return TRUE;
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
