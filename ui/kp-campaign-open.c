/* kp-campaign-open.c – reads the campaign that a window shows, in a worker.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-campaign-private.h"

#include "kp-called.h"
#include "kp-scheme-json.h"
#include "kp-spent.h"
#include "kp-written-tables.h"

/** kp_campaign_open_session: (transfer full) (nullable): for a worker; @writer (nullable) may write. A handle belongs to one thread. */
KpSession *
kp_campaign_open_session (KpCampaign *self,
                          const char *writer,
                          GCancellable *cancellable,
                          GError **error)
{
  const char *actor = writer != NULL ? writer : self->actor;
  const KpOpenMode mode = writer != NULL ? KP_OPEN_READ_WRITE : KP_OPEN_READ_ONLY;
  KpSession *session
      = self->key != NULL
            ? kp_room_package_open (self->location, self->key, actor, mode, &kp_system_sources, error)
            : kp_session_open_locked (self->location, self->code, actor, mode, self->passphrase, self->seal, &kp_system_sources,
                                      error);

  if (session != NULL)
    {
      kp_database_set_cancellable (kp_session_get_database (session), cancellable);
      if (self->link != NULL)
        {
          kp_database_set_origin (kp_session_get_database (session), kp_record_link_get_origin (self->link));
          kp_database_set_patience (kp_session_get_database (session), kp_record_link_get_leaving (self->link));
        }
    }
  return session;
}

/* A scheme of its own: the session's goes with the session. */
static gboolean
read_scheme (KpCampaign *self,
             KpSession *session,
             GError **error)
{
  g_autofree KpCampaignRecord *record = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (!kp_table_find (kp_session_get_database (session), &kp_campaign_table, kp_session_get_campaign (session),
                      KP_NO_BINDS, &record, error))
    return FALSE;
  g_return_val_if_fail (record != NULL, FALSE);
  self->scheme = kp_scheme_json_parse (record->scheme, -1, &problems, error);
  return self->scheme != NULL;
}

static gboolean
read_seats (KpCampaign *self,
            KpDatabase *db,
            GError **error)
{
  gint64 n_seats = 0;

  if (!kp_table_count (db, &kp_seat_table, self->code, "", KP_NO_BINDS, &n_seats, error))
    return FALSE;
  self->has_seats = n_seats > 0;
  return TRUE;
}

static gboolean
read_record (KpCampaign *self,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (KpSession) session = kp_campaign_open_session (self, NULL, cancellable, error);
  KpDatabase *db;

  if (session == NULL)
    return FALSE;
  db = kp_session_get_database (session);
  kp_campaign_wipe_passphrase (self);
  if (self->seal == NULL && kp_session_get_seal (session) != NULL)
    self->seal = kp_seal_ref (kp_session_get_seal (session));
  g_free (self->code);
  self->code = g_strdup (kp_session_get_campaign (session));
  self->digest = g_strdup (kp_session_get_scheme_digest (session));
  self->stages = kp_session_get_stages (session);
  self->clock = kp_record_clock_dup_sentence (session);
  self->is_exposed = kp_database_is_exposed (db);
  kp_record_time_read (session, &self->time);
  if (!kp_ledger_load_head (db, self->code, &self->seq, &self->head, error)
      || !kp_identity_find_proof (session, &self->proof, error) || !read_scheme (self, session, error)
      || !kp_called_count_waiting (session, &self->n_unapproved, error) || !read_seats (self, db, error)
      || !kp_spent_read (session, &self->spent, error) || !kp_spent_count_ties (session, &self->n_tied, error))
    return FALSE;
  self->posts = kp_table_select (db, &kp_post_table, self->code, "ORDER BY post", KP_NO_BINDS, error);
  self->reviews = self->posts != NULL ? kp_application_index_count_reviews (db, self->code, error) : NULL;
  if (self->reviews == NULL)
    return FALSE;
  self->index = self->is_whole ? kp_application_index_load (db, self->code, error) : kp_application_index_new ();
  return self->index != NULL;
}

/* The passphrase of a package is worth a key, which is kept, and is then forgotten. */
static gboolean
unlock (KpCampaign *self,
        GError **error)
{
  if (!self->is_package)
    return TRUE;
  self->key = kp_room_package_unlock (self->location, self->passphrase, error);
  kp_campaign_wipe_passphrase (self);
  return self->key != NULL;
}

static void
open_in_thread (GTask *task,
                gpointer source G_GNUC_UNUSED,
                gpointer data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (unlock (data, &error) && read_record (data, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (data), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* What was written when it was shown before stays the program's own. */
static void
take_own_acts (KpCampaign *self,
               KpCampaign *before)
{
  kp_own_acts_unref (self->own);
  self->own = kp_own_acts_ref (before->own);
}

static void
begin_to_open (KpCampaign *self,
               const char *location,
               const char *code,
               const char *actor,
               GTask *task)
{
  self->location = g_strdup (location);
  self->code = g_strdup (code);
  self->actor = g_strdup (actor);
  g_task_set_task_data (task, self, g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * kp_campaign_glance_async:
 * @location: a file or a server's address
 * @code: (nullable): which campaign, where the record holds several
 * @actor: who works
 * @passphrase: (nullable): what was typed for a record that is locked; it takes a second then
 * @before: (nullable): the same record as it was shown before, which needs no passphrase again
 * @cancellable: (nullable): ends the reading
 * @callback: called in the thread that called this
 * @user_data: for @callback
 *
 * Reads in a worker what doesn't grow with the number of applicants: the scheme, how far the campaign is, what is to be done
 * next. The index has nobody.
 */
void
kp_campaign_glance_async (const char *location,
                          const char *code,
                          const char *actor,
                          const char *passphrase,
                          KpCampaign *before,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  KpCampaign *self = g_object_new (KP_TYPE_CAMPAIGN, NULL);

  self->passphrase = g_strdup (passphrase);
  self->seal = before != NULL && before->seal != NULL ? kp_seal_ref (before->seal) : NULL;
  if (before != NULL)
    take_own_acts (self, before);
  begin_to_open (self, location, code, actor, task);
}

/**
 * kp_campaign_open_async:
 * @before: the record, glanced at or read before
 * @actor: who works
 * @cancellable: (nullable): ends the reading
 * @callback: called in the thread that called this
 * @user_data: for @callback
 *
 * As kp_campaign_glance_async(), with every application.
 */
void
kp_campaign_open_async (KpCampaign *before,
                        const char *actor,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  KpCampaign *self = g_object_new (KP_TYPE_CAMPAIGN, NULL);

  self->is_whole = TRUE;
  self->seal = before->seal != NULL ? kp_seal_ref (before->seal) : NULL;
  take_own_acts (self, before);
  begin_to_open (self, before->location, before->code, actor, task);
}

/**
 * kp_campaign_open_package_async:
 * @path: a room package
 * @passphrase: what was typed
 * @actor: who works
 * @cancellable: (nullable): ends the reading
 * @callback: called in the thread that called this
 * @user_data: for @callback
 *
 * As kp_campaign_open_async(), for the record of an interview room: it is unlocked once, which takes its time.
 */
void
kp_campaign_open_package_async (const char *path,
                                const char *passphrase,
                                const char *actor,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  KpCampaign *self = g_object_new (KP_TYPE_CAMPAIGN, NULL);

  self->is_whole = TRUE;
  self->is_package = TRUE;
  self->passphrase = g_strdup (passphrase);
  begin_to_open (self, path, NULL, actor, task);
}

/**
 * kp_campaign_open_finish:
 * @result: of kp_campaign_open_async(), kp_campaign_open_package_async() or kp_campaign_glance_async()
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the campaign, or %NULL with #KP_DATA_ERROR, #KP_STEP_ERROR or cancelled
 */
KpCampaign *
kp_campaign_open_finish (GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
