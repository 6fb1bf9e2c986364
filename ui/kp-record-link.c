/* kp-record-link.c – what ties windows to a record: whether it can be reached, what others save there, who they are.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The campaign that a window shows is read anew again and again; its link stays. The office's window and those beside it, such
 * as the hall's, have one together: as long as one of them is there, a server that is gone is waited for. */
#include "kp-record-link.h"

#include <glib/gi18n-lib.h>

#include "kp-watch.h"

struct _KpRecordLink
{
  GObject parent_instance;

  KpOrigin *origin;
  GCancellable *leaving; /* cancelled when the last window is closed */
  KpWatch *watch;        /* (nullable): there is none of a room package */
  KpWatchKind state;     /* LOST, GONE, REPLACED, or BACK when the record is there */
  char *clock;           /* (nullable): what is to be said about the clock */
  guint n_holders;
};

G_DEFINE_FINAL_TYPE (KpRecordLink, kp_record_link, G_TYPE_OBJECT)

enum
{
  SIGNAL_NEWS,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_news (const KpWatchNews *news,
         gpointer data)
{
  g_autoptr (KpRecordLink) self = g_object_ref (data);

  if (news->kind != KP_WATCH_GREW && news->kind != KP_WATCH_PEOPLE)
    {
      const KpWatchKind before = self->state;

      self->state = news->kind;
      if (before != news->kind)
        g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  g_signal_emit (self, signals[SIGNAL_NEWS], 0, news);
}

static void
kp_record_link_dispose (GObject *object)
{
  KpRecordLink *self = KP_RECORD_LINK (object);

  g_clear_pointer (&self->watch, kp_watch_free);
  G_OBJECT_CLASS (kp_record_link_parent_class)->dispose (object);
}

static void
kp_record_link_finalize (GObject *object)
{
  KpRecordLink *self = KP_RECORD_LINK (object);

  kp_origin_unref (self->origin);
  g_object_unref (self->leaving);
  g_free (self->clock);
  G_OBJECT_CLASS (kp_record_link_parent_class)->finalize (object);
}

static void
kp_record_link_class_init (KpRecordLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kp_record_link_dispose;
  object_class->finalize = kp_record_link_finalize;
  signals[SIGNAL_NEWS] = g_signal_new ("news", KP_TYPE_RECORD_LINK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_POINTER);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KP_TYPE_RECORD_LINK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kp_record_link_init (KpRecordLink *self)
{
  g_autofree char *name = g_uuid_string_random ();

  self->origin = kp_origin_new (name);
  self->leaving = g_cancellable_new ();
  self->state = KP_WATCH_BACK;
  self->n_holders = 1;
}

/** kp_record_link_new: to campaign @code at @location, where colleagues are told that @who is here; held once. */
KpRecordLink *
kp_record_link_new (const char *location,
                    const char *code,
                    const char *who)
{
  KpRecordLink *self = g_object_new (KP_TYPE_RECORD_LINK, NULL);

  self->watch = kp_watch_new (location, code, self->origin, who, on_news, self);
  return self;
}

/** kp_record_link_hold: one more window has it. */
void
kp_record_link_hold (KpRecordLink *link)
{
  link->n_holders++;
}

/** kp_record_link_leave: one window less; with the last one nobody waits any more for a server that is gone. */
void
kp_record_link_leave (KpRecordLink *link)
{
  g_return_if_fail (link->n_holders > 0);

  link->n_holders--;
  if (link->n_holders > 0)
    return;
  g_cancellable_cancel (link->leaving);
  g_clear_pointer (&link->watch, kp_watch_free);
}

/** kp_record_link_show_page: what is looked at, as colleagues who look at the same have it. */
void
kp_record_link_show_page (KpRecordLink *link,
                          const char *page)
{
  if (link->watch != NULL)
    kp_watch_show_page (link->watch, page);
}

/** kp_record_link_get_origin: (transfer none): what is written for it is no news to it. */
KpOrigin *
kp_record_link_get_origin (KpRecordLink *link)
{
  return link->origin;
}

/** kp_record_link_get_leaving: (transfer none): until it is cancelled a server that is gone is waited for. */
GCancellable *
kp_record_link_get_leaving (KpRecordLink *link)
{
  return link->leaving;
}

/**
 * kp_record_link_wait:
 * @link: a link
 * @cancellable: (nullable): of what waits
 * @milliseconds: for how long
 *
 * In a worker, before the record is asked again.
 *
 * Returns: %FALSE when nobody waits any more
 */
gboolean
kp_record_link_wait (KpRecordLink *link,
                     GCancellable *cancellable,
                     guint milliseconds)
{
  GPollFD fds[2];
  guint n = 0;

  if (g_cancellable_make_pollfd (link->leaving, &fds[0]))
    n++;
  if (n > 0 && cancellable != NULL && g_cancellable_make_pollfd (cancellable, &fds[1]))
    n++;
  g_poll (fds, n, (int) milliseconds);
  if (n > 0)
    g_cancellable_release_fd (link->leaving);
  if (n > 1)
    g_cancellable_release_fd (cancellable);
  return !g_cancellable_is_cancelled (link->leaving) && !g_cancellable_is_cancelled (cancellable);
}

/** kp_record_link_is_reached: whether the record may be read and written. */
gboolean
kp_record_link_is_reached (KpRecordLink *link)
{
  return link->state == KP_WATCH_BACK;
}

/** kp_record_link_is_lost: whether its server is gone, and asked for again and again. */
gboolean
kp_record_link_is_lost (KpRecordLink *link)
{
  return link->state == KP_WATCH_LOST;
}

/** kp_record_link_is_replaced: whether another file lies where the record was. */
gboolean
kp_record_link_is_replaced (KpRecordLink *link)
{
  return link->state == KP_WATCH_REPLACED;
}

/** kp_record_link_get_trouble: (transfer none) (nullable): what keeps from reading and writing. */
const char *
kp_record_link_get_trouble (KpRecordLink *link)
{
  switch (link->state)
    {
    case KP_WATCH_LOST:
      return _("The connection to the server is lost. What was typed stays here; it goes on as soon as the server is there again.");
    case KP_WATCH_GONE:
      return _("The record’s file is not where it was: it was moved, renamed or deleted, or its stick was pulled out. What was typed "
               "stays here; put the file back, and it goes on.");
    case KP_WATCH_REPLACED:
      return _("Where the record’s file was lies another one now, or an older copy. Nothing is written into it. Put the right file "
               "back; or open what lies there with “Open”.");
    default:
      return NULL;
    }
}

/** kp_record_link_take_clock: @sentence (transfer full) (nullable) is to be said about the clock, as the record was read last. */
void
kp_record_link_take_clock (KpRecordLink *link,
                           char *sentence)
{
  g_free (link->clock);
  link->clock = sentence;
  g_signal_emit (link, signals[SIGNAL_CHANGED], 0);
}

/** kp_record_link_get_clock: (transfer none) (nullable): what was taken last. */
const char *
kp_record_link_get_clock (KpRecordLink *link)
{
  return link->clock;
}
