/* kp-room-keeper.h – keeps what is typed in an interview room, one change after the other, while the typing goes on.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-campaign.h"
#include "kp-room-order.h"

G_BEGIN_DECLS

typedef struct _KpRoomKeeper KpRoomKeeper;

typedef struct
{
  void (*refuse) (const char *sentence, gpointer data); /* something could not be kept */
  void (*idle) (gpointer data);                         /* all is kept */
  void (*kept) (KpRoomOrder *order, gpointer data);     /* it stands in the record */
} KpRoomKeeperFuncs;

KpRoomKeeper *kp_room_keeper_new (KpCampaign *campaign, const KpRoomKeeperFuncs *funcs, gpointer data);
void          kp_room_keeper_set_seen (KpRoomKeeper *keeper, KpSeen *seen);
void          kp_room_keeper_put (KpRoomKeeper *keeper, KpRoomOrder *order);
gboolean      kp_room_keeper_is_busy (KpRoomKeeper *keeper);
void          kp_room_keeper_leave (KpRoomKeeper *keeper);

G_END_DECLS
