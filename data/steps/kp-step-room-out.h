/* kp-step-room-out.h – writes the room package of an interview room.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-room-package.h"

G_BEGIN_DECLS

typedef struct
{
  guint number;       /* of the packages of the room */
  guint n_candidates;
  guint n_checked;    /* of them confirmed by two people already */
  guint n_examiners;
} KpRoomOutTally;

gboolean kp_step_write_room_package (KpSession *session, guint room, const char *path, KpSealedKey *key,
                                     KpRoomOutTally *tally, GError **error);
char    *kp_room_content_dup_digest (KpSession *session, guint room, GError **error);
char    *kp_room_content_dup_drawn (KpSession *session, guint room, GError **error);

G_END_DECLS
