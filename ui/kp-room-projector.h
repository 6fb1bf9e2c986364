/* kp-room-projector.h – what the public of an interview room sees: a number, how far its marks are, and the mark.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KP_TYPE_ROOM_PROJECTOR (kp_room_projector_get_type ())
G_DECLARE_FINAL_TYPE (KpRoomProjector, kp_room_projector, KP, ROOM_PROJECTOR, AdwWindow)

KpRoomProjector *kp_room_projector_new (GtkApplication *application);
void             kp_room_projector_show (KpRoomProjector *projector, guint room, guint number, const char *progress,
                                         const char *mark);

G_END_DECLS
