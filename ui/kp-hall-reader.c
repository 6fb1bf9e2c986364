/* kp-hall-reader.c – codes that were read at the door, on their way into the record, in the order in which they came.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each code is a step of its own; a worker takes as many as wait, so that opening the record isn't what a queue before the
 * door waits for. The program doesn't end while a code is on its way. */
#include "kp-hall-reader.h"

#include "kp-step-photo.h"

#define MOST_AT_ONCE 40

struct _KpHallReader
{
  GObject parent_instance;

  KpCampaign *campaign;
  const KpHallReaderWork *work; /* static */
  char *sitting;
  char *site; /* (nullable) */
  guint room;
  char *actor;
  GQueue waiting; /* (element-type utf8) */
  gboolean is_busy;
  gboolean wants_count;
  const KpHallReaderFuncs *funcs; /* (nullable) */
  gpointer data;
};

G_DEFINE_FINAL_TYPE (KpHallReader, kp_hall_reader, G_TYPE_OBJECT)

/* What a worker is given, and what it gives back. */
typedef struct
{
  KpHallReader *reader; /* owned, for whom it is */
  const KpHallReaderWork *work;
  char *sitting;
  char *site;
  guint room;
  GPtrArray *codes;   /* (element-type utf8) */
  GPtrArray *answers; /* (element-type KpHallAnswer): to the first of them */
  gpointer desk;      /* (nullable) */
  KpRecordTime time;  /* when it was counted */
  GError *error;      /* (nullable): of the next */
} Batch;

static void
answer_free (gpointer data)
{
  kp_hall_answer_clear (data);
  g_free (data);
}

static void
batch_free (Batch *batch)
{
  g_free (batch->sitting);
  g_free (batch->site);
  g_ptr_array_unref (batch->codes);
  g_ptr_array_unref (batch->answers);
  g_clear_pointer (&batch->desk, batch->work->free_desk);
  g_clear_error (&batch->error);
  g_free (batch);
}

static void
kp_hall_reader_finalize (GObject *object)
{
  KpHallReader *self = KP_HALL_READER (object);

  g_queue_clear_full (&self->waiting, g_free);
  g_clear_object (&self->campaign);
  g_free (self->sitting);
  g_free (self->site);
  g_free (self->actor);
  G_OBJECT_CLASS (kp_hall_reader_parent_class)->finalize (object);
}

static void
kp_hall_reader_class_init (KpHallReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kp_hall_reader_finalize;
}

static void
kp_hall_reader_init (KpHallReader *self)
{
  g_queue_init (&self->waiting);
}

static gboolean
read_one (KpSession *session,
          const KpHallReaderWork *work,
          const KpHallPlace *here,
          const char *code,
          KpHallAnswer *answer,
          GError **error)
{
  return work->read (session, here, code, answer, error)
         && (answer->application == NULL || kp_photo_find (session, answer->application, &answer->photo, error));
}

/* A code that fails ends the batch; what was read before it stands. */
static gpointer
read_batch (KpSession *session,
            gpointer data,
            GError **error)
{
  Batch *batch = data;
  const KpHallPlace here = { batch->sitting, batch->site, batch->room };

  /* It may have been begun before the server broke off. */
  g_clear_error (&batch->error);
  for (guint i = batch->answers->len; i < batch->codes->len; i++)
    {
      KpHallAnswer *answer = g_new0 (KpHallAnswer, 1);

      if (!read_one (session, batch->work, &here, g_ptr_array_index (batch->codes, i), answer, &batch->error))
        {
          answer_free (answer);
          break;
        }
      g_ptr_array_add (batch->answers, answer);
    }
  batch->desk = batch->work->count (session, &here, error);
  kp_record_time_read (session, &batch->time);
  return batch->desk != NULL ? batch : NULL;
}

static void begin (KpHallReader *self);

static void
tell (KpHallReader *self,
      Batch *batch,
      const GError *error)
{
  if (self->funcs == NULL)
    return;
  for (guint i = 0; i < batch->answers->len; i++)
    self->funcs->answer (g_ptr_array_index (batch->answers, i), self->data);
  if (batch->error != NULL || error != NULL)
    self->funcs->fail (batch->error != NULL ? batch->error->message : error->message, self->data);
  if (batch->desk != NULL)
    self->funcs->count (g_steal_pointer (&batch->desk), &batch->time, self->data);
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Batch *batch = data;
  g_autoptr (KpHallReader) self = g_steal_pointer (&batch->reader);
  g_autoptr (GError) error = NULL;
  guint n_done = batch->answers->len + (batch->error != NULL ? 1 : 0);

  kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  /* Where the record couldn't be opened nothing was read, and nothing is tried again without being asked. */
  n_done = error != NULL && n_done == 0 ? batch->codes->len : n_done;
  for (guint i = 0; i < n_done; i++)
    g_free (g_queue_pop_head (&self->waiting));
  self->is_busy = FALSE;
  tell (self, batch, error);
  batch_free (batch);
  if (!g_queue_is_empty (&self->waiting) || self->wants_count)
    begin (self);
  else if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
}

static void
begin (KpHallReader *self)
{
  Batch *batch = g_new0 (Batch, 1);
  guint n = 0;

  batch->reader = g_object_ref (self);
  batch->work = self->work;
  batch->sitting = g_strdup (self->sitting);
  batch->site = g_strdup (self->site);
  batch->room = self->room;
  batch->codes = g_ptr_array_new_with_free_func (g_free);
  batch->answers = g_ptr_array_new_with_free_func (answer_free);
  for (GList *l = self->waiting.head; l != NULL && n < MOST_AT_ONCE; l = l->next, n++)
    g_ptr_array_add (batch->codes, g_strdup (l->data));
  self->is_busy = TRUE;
  self->wants_count = FALSE;
  kp_campaign_change_async (self->campaign, self->actor, read_batch, batch, NULL, NULL, on_read, batch);
}

static void
ask (KpHallReader *self)
{
  if (self->is_busy)
    return;
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  begin (self);
}

/** kp_hall_reader_new: for one door; @work (static) is done there, and @actor answers for what is read. */
KpHallReader *
kp_hall_reader_new (KpCampaign *campaign,
                    const KpHallReaderWork *work,
                    const KpHallPlace *here,
                    const char *actor)
{
  KpHallReader *self = g_object_new (KP_TYPE_HALL_READER, NULL);

  self->campaign = g_object_ref (campaign);
  self->work = work;
  self->sitting = g_strdup (here->sitting);
  self->site = g_strdup (here->site);
  self->room = here->room;
  self->actor = g_strdup (actor);
  return self;
}

/** kp_hall_reader_set_funcs: who is told; %NULL = nobody any more, while what was read is still written. */
void
kp_hall_reader_set_funcs (KpHallReader *reader,
                          const KpHallReaderFuncs *funcs,
                          gpointer data)
{
  reader->funcs = funcs;
  reader->data = data;
}

/** kp_hall_reader_take: a code that a reader typed. */
void
kp_hall_reader_take (KpHallReader *reader,
                     const char *code)
{
  g_queue_push_tail (&reader->waiting, g_strdup (code));
  ask (reader);
}

/** kp_hall_reader_count: counts again, without a code. */
void
kp_hall_reader_count (KpHallReader *reader)
{
  reader->wants_count = reader->is_busy;
  ask (reader);
}

/** kp_hall_reader_is_busy: whether codes are on their way, or counts. */
gboolean
kp_hall_reader_is_busy (KpHallReader *reader)
{
  return reader->is_busy;
}

/** kp_hall_reader_count_waiting: how many codes aren't in the record yet. */
guint
kp_hall_reader_count_waiting (KpHallReader *reader)
{
  return g_queue_get_length (&reader->waiting);
}
