/* kp-room-order.h – what the score keeper asks of a worker: marks to be recorded, a mark to be checked.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-campaign.h"
#include "kp-step-hearing-undo.h"
#include "kp-step-interview.h"

G_BEGIN_DECLS

typedef struct _KpRoomOrder KpRoomOrder;

KpRoomOrder *kp_room_order_new (const char *code, const char *keeper, const char *supervisor);
void         kp_room_order_set_marks (KpRoomOrder *order, KpMarkState state, const KpTypedMark *marks, guint n_marks);
void         kp_room_order_set_reading (KpRoomOrder *order, const char *reading);
void         kp_room_order_set_pins (KpRoomOrder *order, const char *keeper, const char *supervisor);
void         kp_room_order_give_pins (KpRoomOrder *order, KpCampaign *campaign);
const char  *kp_room_order_get_keeper (KpRoomOrder *order);
const char  *kp_room_order_get_code (KpRoomOrder *order);
void         kp_room_order_free (gpointer order);

KpHearingUndo *kp_room_order_steal_undo (KpRoomOrder *order);

/* For kp_campaign_change_async (): give the order back, or NULL with the step's error. */
gpointer kp_room_order_record (KpSession *session, gpointer order, GError **error);
gpointer kp_room_order_keep (KpSession *session, gpointer order, GError **error);
gpointer kp_room_order_check (KpSession *session, gpointer order, GError **error);

G_END_DECLS
