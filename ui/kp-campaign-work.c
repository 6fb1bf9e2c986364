/* kp-campaign-work.c – what a worker does on the record of the campaign that a window shows.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record is opened anew for each piece of work. A server that breaks off before anything was written is waited for. */
#include "kp-campaign-private.h"

#include "kp-data-error.h"
#include "kp-secret.h"

#define FIRST_PAUSE_MS 500
#define LONGEST_PAUSE_MS 4000

typedef struct
{
  KpCampaignFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  char *actor; /* who changes the record; NULL = it is only read */
  KpIdentity *identity; /* (nullable): of when the work was ordered */
  char *second_pin;
  char *first_pin;
  KpSeen *seen; /* (nullable) */
  gint64 seq;   /* of the journal's last row before anything was read */
} Work;

static void
work_free (Work *work)
{
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work->actor);
  g_clear_pointer (&work->identity, kp_identity_unref);
  kp_secret_free (work->second_pin);
  kp_secret_free (work->first_pin);
  g_clear_pointer (&work->seen, kp_seen_unref);
  g_free (work);
}

static char *
give_pin (KpPinWhose whose,
          const char *person G_GNUC_UNUSED,
          gpointer data,
          GError **error G_GNUC_UNUSED)
{
  const Work *work = data;

  return whose == KP_PIN_OLD ? NULL : g_strdup (whose == KP_PIN_FIRST ? work->first_pin : work->second_pin);
}

/* Who signed in, what was seen, and the PINs that were typed for this one change. */
static void
prepare (KpCampaign *self,
         KpSession *session,
         Work *work)
{
  kp_session_set_seen (session, work->seen, self->own);
  if (work->identity != NULL)
    kp_session_set_identity (session, work->identity);
  kp_session_set_pin_func (session, give_pin, work);
}

static Work *
work_new (KpCampaign *campaign,
          const char *actor)
{
  Work *work = g_new0 (Work, 1);

  work->actor = g_strdup (actor);
  work->identity = campaign->identity != NULL ? kp_identity_ref (campaign->identity) : NULL;
  if (actor == NULL)
    return work;
  work->second_pin = g_steal_pointer (&campaign->second_pin);
  work->first_pin = g_steal_pointer (&campaign->first_pin);
  work->seen = g_steal_pointer (&campaign->seen);
  return work;
}

/* Whether the server broke off before anything was written, so that the same may be done again without doing it twice. */
static gpointer
work_once (KpCampaign *self,
           Work *work,
           GCancellable *cancellable,
           gboolean *may_again,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (KpSession) session = kp_campaign_open_session (self, work->actor, cancellable, &local);
  gpointer result = NULL;

  if (session != NULL)
    {
      KpDatabase *db = kp_session_get_database (session);

      prepare (self, session, work);
      if ((work->actor == NULL || kp_session_check_head (session, self->seq, self->head, &local))
          && kp_ledger_load_head (db, kp_session_get_campaign (session), &work->seq, NULL, &local))
        result = work->func (session, work->data, &local);
    }
  *may_again = result == NULL && g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION)
               && (session == NULL || kp_database_get_n_commits (kp_session_get_database (session)) == 0);
  if (result == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return result;
}

/* A server that is gone is waited for, for as long as the window is there: it says so, and what was typed stays. */
static void
work_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  KpCampaign *self = source;
  Work *work = data;
  gpointer result = NULL;
  gboolean may_again = TRUE;

  for (guint pause = FIRST_PAUSE_MS; may_again; pause = MIN (pause * 2, LONGEST_PAUSE_MS))
    {
      g_autoptr (GError) error = NULL;

      result = work_once (self, work, cancellable, &may_again, &error);
      may_again = may_again && self->link != NULL && kp_record_link_wait (self->link, cancellable, pause);
      if (result != NULL)
        g_task_return_pointer (task, result, work->free_result);
      else if (!may_again)
        g_task_return_error (task, g_steal_pointer (&error));
    }
}

/**
 * kp_campaign_work_async:
 * @campaign: a campaign
 * @func: runs in a worker; gives a result, or %NULL with an error
 * @data: (nullable): for @func
 * @free_data: (nullable): frees @data
 * @free_result: frees what @func gave when nobody takes it
 * @cancellable: (nullable): ends the reading of the record
 * @callback: called in the thread that called this
 * @user_data: for @callback
 *
 * Opens the record anew in a worker and does there what takes long.
 */
void
kp_campaign_work_async (KpCampaign *campaign,
                        KpCampaignFunc func,
                        gpointer data,
                        GDestroyNotify free_data,
                        GDestroyNotify free_result,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (campaign, cancellable, callback, user_data);
  Work *work = work_new (campaign, NULL);

  work->func = func;
  work->data = data;
  work->free_data = free_data;
  work->free_result = free_result;
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, work_in_thread);
}

/**
 * kp_campaign_change_async:
 * @campaign: a campaign
 * @actor: who changes it
 * @func: runs in a worker, on a session that may write
 * @data: (nullable): for @func
 * @free_data: (nullable): frees @data
 * @free_result: frees what @func gave when nobody takes it
 * @callback: called in the thread that called this
 * @user_data: for @callback
 *
 * As kp_campaign_work_async(), for a step. What @campaign shows doesn't change: it is read anew afterwards.
 */
void
kp_campaign_change_async (KpCampaign *campaign,
                          const char *actor,
                          KpCampaignFunc func,
                          gpointer data,
                          GDestroyNotify free_data,
                          GDestroyNotify free_result,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (campaign, NULL, callback, user_data);
  Work *work = work_new (campaign, actor);

  work->func = func;
  work->data = data;
  work->free_data = free_data;
  work->free_result = free_result;
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, work_in_thread);
}

/**
 * kp_campaign_set_pins:
 * @campaign: a campaign
 * @second: (nullable): what the second person typed
 * @first: (nullable): what the first one did, in a room package
 *
 * For the next change alone, whether it asks for them or not.
 */
void
kp_campaign_set_pins (KpCampaign *campaign,
                      const char *second,
                      const char *first)
{
  kp_secret_free (campaign->second_pin);
  kp_secret_free (campaign->first_pin);
  campaign->second_pin = g_strdup (second);
  campaign->first_pin = g_strdup (first);
}

/** kp_campaign_set_seen: for the next change alone: what a colleague wrote since @seen (nullable) isn't written over. */
void
kp_campaign_set_seen (KpCampaign *campaign,
                      KpSeen *seen)
{
  g_clear_pointer (&campaign->seen, kp_seen_unref);
  campaign->seen = seen != NULL ? kp_seen_ref (seen) : NULL;
}

/** kp_campaign_new_seen: (transfer full): of what @result of kp_campaign_work_async() brought; %NULL: of what @campaign shows. */
KpSeen *
kp_campaign_new_seen (KpCampaign *campaign,
                      GAsyncResult *result)
{
  const Work *work = result != NULL ? g_task_get_task_data (G_TASK (result)) : NULL;

  return kp_seen_new (work != NULL ? work->seq : campaign->seq, campaign->own);
}

/** kp_campaign_work_finish: what the worker gave (transfer full), or %NULL with its error. */
gpointer
kp_campaign_work_finish (KpCampaign *campaign,
                         GAsyncResult *result,
                         GError **error)
{
  g_autoptr (GError) refusal = NULL;
  gpointer given;

  g_return_val_if_fail (g_task_is_valid (result, campaign), NULL);

  given = g_task_propagate_pointer (G_TASK (result), &refusal);
  if (given != NULL || refusal == NULL)
    return given;
  if (campaign->dup_words != NULL)
    {
      g_autofree char *sentence = refusal->message;

      refusal->message = campaign->dup_words (sentence);
    }
  g_propagate_error (error, g_steal_pointer (&refusal));
  return NULL;
}
