/* kp-room-reading.h – a room package that came back, held against what was handed out.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-room-package.h"

G_BEGIN_DECLS

/* Owned. */
typedef struct
{
  KpSession *room;             /* on the package; only read */
  KpRoomPackageRecord *issued; /* the package's row in the office's record */
  char *digest;                /* of the room's record */
} KpRoomReading;

KpRoomReading *kp_room_reading_new (KpSession *office, const char *path, KpSealedKey *key, GError **error);
gboolean       kp_room_reading_check_drawn (const KpRoomReading *reading, KpSession *office, GError **error);
void           kp_room_reading_free (KpRoomReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpRoomReading, kp_room_reading_free)

G_END_DECLS
