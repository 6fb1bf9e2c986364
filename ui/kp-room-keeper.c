/* kp-room-keeper.c – keeps what is typed in an interview room, one change after the other, while the typing goes on.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A worker takes longer than a fast typist: what comes in meanwhile about the same number is kept in one go. Two workers never
 * write at once, since a room package has one writer. */
#include "kp-room-keeper.h"

struct _KpRoomKeeper
{
  KpCampaign *campaign;
  const KpRoomKeeperFuncs *funcs; /* borrowed; NULL = nobody listens any more */
  gpointer data;
  GQueue waiting;                 /* (element-type KpRoomOrder) */
  KpSeen *seen; /* (nullable) */
  gboolean is_busy;
};

static void start (KpRoomKeeper *self);

static void
keeper_free (KpRoomKeeper *self)
{
  g_queue_clear_full (&self->waiting, kp_room_order_free);
  g_clear_pointer (&self->seen, kp_seen_unref);
  g_object_unref (self->campaign);
  g_free (self);
}

static void
on_kept (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  KpRoomKeeper *self = data;
  g_autoptr (GError) error = NULL;
  KpRoomOrder *order;

  self->is_busy = FALSE;
  order = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  if (order != NULL && self->funcs != NULL)
    self->funcs->kept (order, self->data);
  if (error != NULL && self->funcs != NULL)
    self->funcs->refuse (error->message, self->data);
  if (!g_queue_is_empty (&self->waiting))
    start (self);
  else if (self->funcs != NULL)
    self->funcs->idle (self->data);
  else
    keeper_free (self);
}

static void
start (KpRoomKeeper *self)
{
  KpRoomOrder *order = g_queue_pop_head (&self->waiting);

  self->is_busy = TRUE;
  kp_campaign_set_seen (self->campaign, self->seen);
  kp_campaign_change_async (self->campaign, kp_room_order_get_keeper (order), kp_room_order_keep, order, kp_room_order_free, NULL,
                            on_kept, self);
}

/** kp_room_keeper_new: for the record of @campaign; @funcs must outlive it. */
KpRoomKeeper *
kp_room_keeper_new (KpCampaign *campaign,
                    const KpRoomKeeperFuncs *funcs,
                    gpointer data)
{
  KpRoomKeeper *self = g_new0 (KpRoomKeeper, 1);

  self->campaign = g_object_ref (campaign);
  self->funcs = funcs;
  self->data = data;
  g_queue_init (&self->waiting);
  return self;
}

/** kp_room_keeper_set_seen: what the sheet had read when it came up; a colleague's later marks aren't written over. */
void
kp_room_keeper_set_seen (KpRoomKeeper *keeper,
                         KpSeen *seen)
{
  g_clear_pointer (&keeper->seen, kp_seen_unref);
  keeper->seen = kp_seen_ref (seen);
}

/** kp_room_keeper_put: @order (transfer full) has all that is typed of one number; it takes the place of an older one. */
void
kp_room_keeper_put (KpRoomKeeper *keeper,
                    KpRoomOrder *order)
{
  KpRoomOrder *last = g_queue_peek_tail (&keeper->waiting);

  if (last != NULL && g_str_equal (kp_room_order_get_code (last), kp_room_order_get_code (order)))
    kp_room_order_free (g_queue_pop_tail (&keeper->waiting));
  g_queue_push_tail (&keeper->waiting, order);
  if (!keeper->is_busy)
    start (keeper);
}

/** kp_room_keeper_is_busy: whether something is still to be kept. */
gboolean
kp_room_keeper_is_busy (KpRoomKeeper *keeper)
{
  return keeper->is_busy;
}

/** kp_room_keeper_leave: nobody is told any more; what was put is still kept, and then @keeper goes. */
void
kp_room_keeper_leave (KpRoomKeeper *keeper)
{
  keeper->funcs = NULL;
  if (!keeper->is_busy)
    keeper_free (keeper);
}
