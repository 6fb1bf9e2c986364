/* kp-room-errand.h – what a worker does with a room package: write it, or take it in.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-step-room-in.h"
#include "kp-step-room-out.h"

G_BEGIN_DECLS

typedef struct _KpRoomErrand KpRoomErrand;

KpRoomErrand *kp_room_errand_new (const char *path, const char *passphrase, guint room);
void          kp_room_errand_hold (KpRoomErrand *errand, const char *code, gboolean is_package);
void          kp_room_errand_decide (KpRoomErrand *errand, const char *first, const char *second, const char *reason);
void          kp_room_errand_free (gpointer errand);

/* For kp_campaign_change_async(): give a KpRoomOutTally to g_free(), and a KpRoomInReport. */
gpointer kp_room_errand_write (KpSession *session, gpointer errand, GError **error);
gpointer kp_room_errand_take (KpSession *session, gpointer errand, GError **error);

G_END_DECLS
