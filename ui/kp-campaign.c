/* kp-campaign.c – the campaign that a window shows: a snapshot of its record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read in a worker and never changed afterwards, so that a screen holds no connection and waits for none; what is done
 * later, such as a paper, or all that is known of one person, opens the record anew in a worker of its own (a handle
 * belongs to one thread). */
#include "kp-campaign.h"

#include <string.h>

#include "kp-called.h"
#include "kp-data-error.h"
#include "kp-room-package.h"
#include "kp-scheme-json.h"
#include "kp-secret.h"
#include "kp-spent.h"
#include "kp-written-tables.h"

#define FIRST_PAUSE_MS 500
#define LONGEST_PAUSE_MS 4000

struct _KpCampaign
{
  GObject parent_instance;

  char *location;
  char *code;
  char *actor;
  KpSealedKey *key;     /* (nullable): of a room package */
  gboolean is_package;  /* of a room */
  char *passphrase;     /* (nullable): until it is opened */
  KpSeal *seal;         /* (nullable): what opens it again without the passphrase */
  char *digest;
  KpScheme *scheme;
  KpApplicationIndex *index;
  gboolean is_whole;    /* the index is that of the record */
  GHashTable *reviews;  /* outcome → how many */
  GPtrArray *posts;
  KpStageState stages;
  KpStageState spent;   /* nothing is left to do in them */
  guint n_tied;         /* in the total, to be parted by people */
  gboolean has_seats;   /* drawn for the written exam */
  char *clock;          /* (nullable): what is to be said about the clock */
  guint n_unapproved;   /* substitutes whose call waits for an approval */
  char *(*dup_words) (const char *sentence); /* (nullable): of the screens */
  KpProof proof;
  KpIdentity *identity; /* (nullable): who signed in */
  char *second_pin;     /* (nullable): typed for the next change */
  char *first_pin;      /* (nullable) */
  gint64 seq;           /* of the journal's last row when it was read */
  char *head;           /* (nullable): and its hash */
  KpOwnActs *own;       /* what the program wrote into the record since it was opened */
  KpSeen *seen;         /* (nullable): for the next change */
  KpRecordLink *link;   /* (nullable): of the windows that show it */
  KpRecordTime time;    /* what time it was for the record when it was read */
};

G_DEFINE_FINAL_TYPE (KpCampaign, kp_campaign, G_TYPE_OBJECT)

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

static void
wipe_passphrase (KpCampaign *self)
{
  if (self->passphrase != NULL)
    explicit_bzero (self->passphrase, strlen (self->passphrase));
  g_clear_pointer (&self->passphrase, g_free);
}

static void
kp_campaign_finalize (GObject *object)
{
  KpCampaign *self = KP_CAMPAIGN (object);

  g_free (self->location);
  g_free (self->code);
  g_free (self->actor);
  g_free (self->digest);
  g_free (self->head);
  g_free (self->clock);
  g_clear_object (&self->link);
  wipe_passphrase (self);
  kp_secret_free (self->second_pin);
  kp_secret_free (self->first_pin);
  g_clear_pointer (&self->identity, kp_identity_unref);
  g_clear_pointer (&self->seen, kp_seen_unref);
  g_clear_pointer (&self->own, kp_own_acts_unref);
  g_clear_pointer (&self->key, kp_sealed_key_unref);
  g_clear_pointer (&self->seal, kp_seal_unref);
  g_clear_pointer (&self->scheme, kp_scheme_free);
  g_clear_pointer (&self->index, kp_application_index_free);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, g_hash_table_unref);
  G_OBJECT_CLASS (kp_campaign_parent_class)->finalize (object);
}

static void
kp_campaign_class_init (KpCampaignClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kp_campaign_finalize;
}

static void
kp_campaign_init (KpCampaign *self)
{
  self->own = kp_own_acts_new ();
}

static KpSession *
open_session (KpCampaign *self,
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
  g_autoptr (KpSession) session = open_session (self, NULL, cancellable, error);
  KpDatabase *db;

  if (session == NULL)
    return FALSE;
  db = kp_session_get_database (session);
  wipe_passphrase (self);
  if (self->seal == NULL && kp_session_get_seal (session) != NULL)
    self->seal = kp_seal_ref (kp_session_get_seal (session));
  g_free (self->code);
  self->code = g_strdup (kp_session_get_campaign (session));
  self->digest = g_strdup (kp_session_get_scheme_digest (session));
  self->stages = kp_session_get_stages (session);
  self->clock = kp_record_clock_dup_sentence (session);
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
  wipe_passphrase (self);
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

/** kp_campaign_is_room_package: whether it is the record of one interview room, without names. */
gboolean
kp_campaign_is_room_package (KpCampaign *campaign)
{
  return campaign->key != NULL;
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
  g_autoptr (KpSession) session = open_session (self, work->actor, cancellable, &local);
  gpointer result = NULL;

  if (session != NULL)
    {
      prepare (self, session, work);
      if ((work->actor == NULL || kp_session_check_head (session, self->seq, self->head, &local))
          && kp_session_load_seq (session, &work->seq, &local))
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

/** kp_campaign_get_own_acts: (transfer none): gets what is written into its record without kp_campaign_change_async(). */
KpOwnActs *
kp_campaign_get_own_acts (KpCampaign *campaign)
{
  return campaign->own;
}

/** kp_campaign_get_proof: what its record asks for of those who work on it. */
KpProof
kp_campaign_get_proof (KpCampaign *campaign)
{
  return campaign->proof;
}

/** kp_campaign_set_identity: from here on @identity (nullable) works. */
void
kp_campaign_set_identity (KpCampaign *campaign,
                          KpIdentity *identity)
{
  KpIdentity *before = campaign->identity;

  campaign->identity = identity != NULL ? kp_identity_ref (identity) : NULL;
  g_clear_pointer (&before, kp_identity_unref);
}

/** kp_campaign_has_seats: whether the seats of the written exam are drawn. */
gboolean
kp_campaign_has_seats (KpCampaign *campaign)
{
  return campaign->has_seats;
}

/** kp_campaign_get_seal: what opens the record again without its passphrase. (transfer none) (nullable) */
KpSeal *
kp_campaign_get_seal (KpCampaign *campaign)
{
  return campaign->seal;
}

/** kp_campaign_get_identity: who signed in; %NULL = nobody. (transfer none) */
KpIdentity *
kp_campaign_get_identity (KpCampaign *campaign)
{
  return campaign->identity;
}

/** kp_campaign_set_link: of a campaign for which nothing was done yet: the link of the windows that show it. */
void
kp_campaign_set_link (KpCampaign *campaign,
                      KpRecordLink *link)
{
  g_set_object (&campaign->link, link);
}

/** kp_campaign_get_link: (transfer none) (nullable): the same for every reading of one record in a window. */
KpRecordLink *
kp_campaign_get_link (KpCampaign *campaign)
{
  return campaign->link;
}

/** kp_campaign_get_time: what time it was for the record when it was read, see kp_record_time_at(). (transfer none) */
const KpRecordTime *
kp_campaign_get_time (KpCampaign *campaign)
{
  return &campaign->time;
}

/** kp_campaign_set_words: puts what a worker complains about into the words of the screens, for those who have no command
 * line before them. */
void
kp_campaign_set_words (KpCampaign *campaign,
                       char *(*dup_words) (const char *sentence))
{
  campaign->dup_words = dup_words;
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

/** kp_campaign_get_location: the file, or the server's address. */
const char *
kp_campaign_get_location (KpCampaign *campaign)
{
  return campaign->location;
}

/** kp_campaign_get_code: its key in the record. */
const char *
kp_campaign_get_code (KpCampaign *campaign)
{
  return campaign->code;
}

/** kp_campaign_get_digest: SHA-256 of the sealed scheme, as every list shows it. */
const char *
kp_campaign_get_digest (KpCampaign *campaign)
{
  return campaign->digest;
}

/** kp_campaign_get_scheme: its rules. */
const KpScheme *
kp_campaign_get_scheme (KpCampaign *campaign)
{
  return campaign->scheme;
}

/** kp_campaign_get_stages: which stages were closed when it was read. */
KpStageState
kp_campaign_get_stages (KpCampaign *campaign)
{
  return campaign->stages;
}

/** kp_campaign_is_spent: whether nothing was left to do in @stage when it was read, closed or not. */
gboolean
kp_campaign_is_spent (KpCampaign *campaign,
                      KpStage stage)
{
  return kp_stage_is_closed (campaign->spent, stage);
}

/** kp_campaign_is_whole: whether its index has the applications. */
gboolean
kp_campaign_is_whole (KpCampaign *campaign)
{
  return campaign->is_whole;
}

/** kp_campaign_get_seq: the number of the journal's last row when it was read. */
gint64
kp_campaign_get_seq (KpCampaign *campaign)
{
  return campaign->seq;
}

/** kp_campaign_dup_clock_sentence: (nullable): what is to be said about a clock that lay behind the record when it was read. */
char *
kp_campaign_dup_clock_sentence (KpCampaign *campaign)
{
  return campaign->clock != NULL && campaign->dup_words != NULL ? campaign->dup_words (campaign->clock) : g_strdup (campaign->clock);
}

/** kp_campaign_count_tied: people tied in the total whom no rule of the scheme parts. */
guint
kp_campaign_count_tied (KpCampaign *campaign)
{
  return campaign->n_tied;
}

/** kp_campaign_count_unapproved: substitutes whose call waits for the approval of the substitution. */
guint
kp_campaign_count_unapproved (KpCampaign *campaign)
{
  return campaign->n_unapproved;
}

/** kp_campaign_count_reviews: how many applications have that outcome of the review; NULL = all there are. */
guint
kp_campaign_count_reviews (KpCampaign *campaign,
                           const char *outcome)
{
  GHashTableIter iter;
  gpointer n;
  guint sum = 0;

  if (outcome != NULL)
    return GPOINTER_TO_UINT (g_hash_table_lookup (campaign->reviews, outcome));
  g_hash_table_iter_init (&iter, campaign->reviews);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    sum += GPOINTER_TO_UINT (n);
  return sum;
}

/** kp_campaign_get_index: every application, as a list shows it. */
KpApplicationIndex *
kp_campaign_get_index (KpCampaign *campaign)
{
  return campaign->index;
}

/** kp_campaign_get_posts: the posts by code, with the places that are left. */
GPtrArray *
kp_campaign_get_posts (KpCampaign *campaign)
{
  return campaign->posts;
}
