/* kp-room-differences.h – a room package beside the record, number by number.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-room-desk.h"
#include "kp-room-merge.h"

G_BEGIN_DECLS

/* Where record and package say different things of a number. Owned texts; "" = nothing there. */
typedef struct
{
  char *code;
  guint examiner; /* 0 = what its marks come to */
  char *element;  /* name; "" = the examiner's total, or the result */
  char *record;
  char *package;
} KpRoomDifference;

KpRoomMerge            kp_room_differences_decide (const KpRoomCandidate *record, const KpRoomCandidate *package);
void                   kp_room_differences_append (GPtrArray *differences, const KpScheme *scheme,
                                                   const KpRoomCandidate *record, const KpRoomCandidate *package);
const KpRoomCandidate *kp_room_differences_find (const KpRoomDesk *desk, const char *code);
void                   kp_room_difference_free (gpointer difference);

G_END_DECLS
