/* kp-room-desk.h – one interview room as its score keeper sees it: numbers and marks, no name.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-panel-field.h"

G_BEGIN_DECLS

/* Where a number stands on its way (kp-step-room.c). */
typedef enum
{
  KP_ROOM_WAITING,
  KP_ROOM_ENTERED, /* its marks are in */
  KP_ROOM_CHECKED, /* by two people: only a correction changes it */
} KpRoomState;

/* One number of the room. Owned texts. */
typedef struct
{
  char *code; /* "01-07" */
  guint number;
  KpRoomState state;
  gboolean is_absent; /* by the sign-in */
  char *result;       /* (nullable): "85.40", "缺考" */
  GPtrArray *marks;   /* (element-type KpPanelMarkRecord): those that count */
  GArray *barred;     /* (element-type guint): seats of examiners who must stay away from this candidate */
} KpRoomCandidate;

typedef struct
{
  guint room;
  guint n_rooms;
  gboolean is_only;      /* of a room package: the record has no other room */
  GPtrArray *candidates; /* (element-type KpRoomCandidate): by number */
} KpRoomDesk;

KpRoomDesk *kp_room_desk_load (KpSession *session, guint room, GError **error);
gboolean    kp_room_candidate_is_barred (const KpRoomCandidate *candidate, guint examiner);
void        kp_room_desk_free (KpRoomDesk *desk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpRoomDesk, kp_room_desk_free)

G_END_DECLS
