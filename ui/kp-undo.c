/* kp-undo.c – the last acts of a window that one person may take back alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is erased: the journal only grows, and taking back is an act of its own that the rules may refuse, such as when the
 * step is closed or somebody else went on from there. Then the act is out of reach, and so are those before it. Acts that two
 * people answer for aren't remembered here: they are taken back by two. */
#include "kp-undo.h"

#include <glib/gi18n-lib.h>

#define MOST_ACTS 100

struct _KpUndo
{
  GObject parent_instance;

  KpCampaign *campaign; /* (nullable): as it was read last */
  GQueue acts;          /* Act; the last is the head */
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (KpUndo, kp_undo, G_TYPE_OBJECT)

enum
{
  CHANGED,    /* what kp_undo_get_label() says */
  TAKEN_BACK, /* with the label */
  REFUSED,    /* with a whole sentence */
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  const KpUndoKind *kind;
  GWeakRef page;
  char *actor;
  char *label;
  gpointer data;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_weak_ref_clear (&act->page);
  g_free (act->actor);
  g_free (act->label);
  act->kind->free_data (act->data);
  g_free (act);
}

static void
kp_undo_finalize (GObject *object)
{
  g_queue_clear_full (&KP_UNDO (object)->acts, act_free);
  g_clear_object (&KP_UNDO (object)->campaign);
  G_OBJECT_CLASS (kp_undo_parent_class)->finalize (object);
}

static void
kp_undo_class_init (KpUndoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kp_undo_finalize;
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TAKEN_BACK] = g_signal_new ("taken-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kp_undo_init (KpUndo *self)
{
  g_queue_init (&self->acts);
}

/** kp_undo_new: nothing to take back. */
KpUndo *
kp_undo_new (void)
{
  return g_object_new (KP_TYPE_UNDO, NULL);
}

static void
forget (KpUndo *self)
{
  g_queue_clear_full (&self->acts, act_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

/** kp_undo_set_campaign: the window shows @campaign; the acts are forgotten unless it is the same one, read anew. */
void
kp_undo_set_campaign (KpUndo *undo,
                      KpCampaign *campaign)
{
  const gboolean is_same
      = undo->campaign != NULL
        && g_str_equal (kp_campaign_get_location (undo->campaign), kp_campaign_get_location (campaign))
        && g_strcmp0 (kp_campaign_get_code (undo->campaign), kp_campaign_get_code (campaign)) == 0;

  g_set_object (&undo->campaign, campaign);
  if (!is_same)
    forget (undo);
}

/**
 * kp_undo_remember:
 * @undo: of the window
 * @kind: how it is taken back; must outlive @undo
 * @page: a #GObject that shows it
 * @actor: who did it
 * @label: what was done, in a few words
 * @data: (transfer full): for @kind
 *
 * The act is in the record: from now on it is the first to be taken back.
 */
void
kp_undo_remember (KpUndo *undo,
                  const KpUndoKind *kind,
                  gpointer page,
                  const char *actor,
                  const char *label,
                  gpointer data)
{
  Act *act = g_new0 (Act, 1);

  act->kind = kind;
  g_weak_ref_init (&act->page, page);
  act->actor = g_strdup (actor);
  act->label = g_strdup (label);
  act->data = data;
  g_queue_push_head (&undo->acts, act);
  if (g_queue_get_length (&undo->acts) > MOST_ACTS)
    act_free (g_queue_pop_tail (&undo->acts));
  g_signal_emit (undo, signals[CHANGED], 0);
}

/** kp_undo_get_label: (nullable): what kp_undo_run() would take back. */
const char *
kp_undo_get_label (KpUndo *undo)
{
  const Act *act = g_queue_peek_head (&undo->acts);

  return act != NULL ? act->label : NULL;
}

static void
on_shown_changed (KpUndo *undo,
                  GtkWidget *button)
{
  const char *label = kp_undo_get_label (undo);
  g_autofree char *tip = label != NULL ? g_strdup_printf (_("Take Back: %s (Ctrl+Z)"), label) : NULL;

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_visible (button, label != NULL);
}

/** kp_undo_show_on: @button is there while something can be taken back, and its tip says what. */
void
kp_undo_show_on (KpUndo *undo,
                 GtkWidget *button)
{
  g_signal_connect_object (undo, "changed", G_CALLBACK (on_shown_changed), button, 0);
  on_shown_changed (undo, button);
}

/** kp_undo_is_busy: whether an act is being taken back. */
gboolean
kp_undo_is_busy (KpUndo *undo)
{
  return undo->is_busy;
}

typedef struct
{
  KpUndo *undo;
  Act *act;
} Run;

static gpointer
take_back (KpSession *session,
           gpointer data,
           GError **error)
{
  const Act *act = ((Run *) data)->act;

  return act->kind->take_back (session, act->data, error) != NULL ? data : NULL;
}

static void
on_taken_back (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  Run *run = data;
  g_autoptr (KpUndo) self = run->undo;
  Act *act = run->act;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) page = g_weak_ref_get (&act->page);

  g_free (run);
  kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  self->is_busy = FALSE;
  if (error != NULL)
    {
      forget (self);
      g_signal_emit (self, signals[REFUSED], 0, error->message);
    }
  else
    {
      if (page != NULL)
        act->kind->show (page, act->data);
      g_signal_emit (self, signals[CHANGED], 0);
      g_signal_emit (self, signals[TAKEN_BACK], 0, act->label);
    }
  act_free (act);
}

/** kp_undo_run: takes the last act back, by who did it; nothing while another is on its way, or when there is none. */
void
kp_undo_run (KpUndo *undo)
{
  Run *run;

  if (undo->is_busy || undo->campaign == NULL || g_queue_is_empty (&undo->acts))
    return;
  run = g_new (Run, 1);
  *run = (Run) { g_object_ref (undo), g_queue_pop_head (&undo->acts) };
  undo->is_busy = TRUE;
  kp_campaign_change_async (undo->campaign, run->act->actor, take_back, run, NULL, NULL, on_taken_back, run);
}
