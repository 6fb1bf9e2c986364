/* kp-mark-saver.c – typed marks on their way into the record, one after another, in the order in which they were typed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A mark is a step of its own, so that a power cut loses the field being typed and no more. The program doesn't end while one
 * is on its way. */
#include "kp-mark-saver.h"

#include <gio/gio.h>

#include "kp-step-mark-script.h"

struct _KpMarkSaver
{
  GObject parent_instance;

  KpCampaign *campaign;
  char *paper;
  guint entry;
  char *clerk;
  GQueue waiting; /* KpMarkTyped; the head is being written */
  GHashTable *known; /* script → what the record is known to say of it in this entry; not while the head is read */
  KpMarkSaverFunc func;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (KpMarkSaver, kp_mark_saver, G_TYPE_OBJECT)

static void
kp_mark_saver_finalize (GObject *object)
{
  KpMarkSaver *self = KP_MARK_SAVER (object);

  g_queue_clear_full (&self->waiting, kp_mark_typed_free);
  g_hash_table_unref (self->known);
  g_clear_object (&self->campaign);
  g_free (self->paper);
  g_free (self->clerk);
  G_OBJECT_CLASS (kp_mark_saver_parent_class)->finalize (object);
}

static void
kp_mark_saver_class_init (KpMarkSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kp_mark_saver_finalize;
}

static void
kp_mark_saver_init (KpMarkSaver *self)
{
  g_queue_init (&self->waiting);
  self->known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/* One mark on its way. */
typedef struct
{
  KpMarkTyped *typed;
  char *seen; /* what the record is known to say */
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  kp_mark_typed_free (errand->typed);
  g_free (errand->seen);
  g_free (errand);
}

static gpointer
write_one (KpSession *session,
           gpointer data,
           GError **error)
{
  const Errand *errand = data;
  const KpMarkTyped *typed = errand->typed;
  const KpMarkUndo order = { typed->paper, typed->entry, typed->application, typed->script + 1, errand->seen, typed->text };

  return kp_step_enter_mark_seen (session, &order, error) ? data : NULL;
}

static void write_next (KpMarkSaver *self);

static void
on_written (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (KpMarkSaver) self = data;
  g_autoptr (GError) error = NULL;
  KpMarkTyped *typed = g_queue_pop_head (&self->waiting);

  kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  if (error == NULL)
    kp_mark_saver_know (self, typed->script, typed->text);
  if (self->func != NULL)
    self->func (typed, error, self->data);
  kp_mark_typed_free (typed);
  if (!g_queue_is_empty (&self->waiting))
    write_next (self);
  else if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
}

static void
write_next (KpMarkSaver *self)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->typed = kp_mark_typed_copy (g_queue_peek_head (&self->waiting));
  errand->seen = g_strdup (g_hash_table_lookup (self->known, GUINT_TO_POINTER (errand->typed->script)));
  kp_campaign_change_async (self->campaign, self->clerk, write_one, errand, errand_free, NULL, on_written, g_object_ref (self));
}

/** kp_mark_saver_new: for one entry of a paper by one clerk. */
KpMarkSaver *
kp_mark_saver_new (KpCampaign *campaign,
                   const char *paper,
                   guint entry,
                   const char *clerk)
{
  KpMarkSaver *self = g_object_new (KP_TYPE_MARK_SAVER, NULL);

  self->campaign = g_object_ref (campaign);
  self->paper = g_strdup (paper);
  self->entry = entry;
  self->clerk = g_strdup (clerk);
  return self;
}

/** kp_mark_saver_set_func: who is told of each; %NULL = nobody any more, while what was typed is still written. */
void
kp_mark_saver_set_func (KpMarkSaver *saver,
                        KpMarkSaverFunc func,
                        gpointer data)
{
  saver->func = func;
  saver->data = data;
}

/** kp_mark_saver_save: writes what was typed of a script: a mark, a state, or "" to take it back; @was stood there before. */
void
kp_mark_saver_save (KpMarkSaver *saver,
                    guint script,
                    const char *application,
                    const char *text,
                    const char *was)
{
  const KpMarkTyped typed = { saver->paper, (char *) application, (char *) text, (char *) was, saver->entry, script };

  if (!g_hash_table_contains (saver->known, GUINT_TO_POINTER (script)))
    kp_mark_saver_know (saver, script, was);
  g_queue_push_tail (&saver->waiting, kp_mark_typed_copy (&typed));
  if (g_queue_get_length (&saver->waiting) > 1)
    return;
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  write_next (saver);
}

/** kp_mark_saver_know: of that script the entry says @text in the record by now. */
void
kp_mark_saver_know (KpMarkSaver *saver,
                    guint script,
                    const char *text)
{
  g_hash_table_insert (saver->known, GUINT_TO_POINTER (script), g_strdup (text));
}

/** kp_mark_saver_get_n_waiting: how many are not in the record yet. */
guint
kp_mark_saver_get_n_waiting (KpMarkSaver *saver)
{
  return g_queue_get_length (&saver->waiting);
}

/** kp_mark_typed_copy: (transfer full): the same, with texts of its own. */
KpMarkTyped *
kp_mark_typed_copy (const KpMarkTyped *typed)
{
  KpMarkTyped *copy = g_memdup2 (typed, sizeof *typed);

  copy->paper = g_strdup (typed->paper);
  copy->application = g_strdup (typed->application);
  copy->text = g_strdup (typed->text);
  copy->was = g_strdup (typed->was);
  return copy;
}

/** kp_mark_typed_free: (transfer full): a #KpMarkTyped */
void
kp_mark_typed_free (gpointer typed)
{
  KpMarkTyped *one = typed;

  g_free (one->paper);
  g_free (one->application);
  g_free (one->text);
  g_free (one->was);
  g_free (one);
}

/** kp_mark_typed_take_back: in a worker, by the clerk who typed it: the entry says again what it said before. */
gpointer
kp_mark_typed_take_back (KpSession *session,
                         gpointer typed,
                         GError **error)
{
  const KpMarkTyped *one = typed;
  const KpMarkUndo undo = { one->paper, one->entry, one->application, one->script + 1, one->was, one->text };

  return kp_step_undo_mark (session, &undo, error) ? typed : NULL;
}
