/* kp-room-merge.h – whether the marks of one number in a room package may join those of the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

/* One element by one examiner. Borrowed. */
typedef struct
{
  guint examiner;
  const char *element; /* "" = the examiner's total */
  KpMark mark;
} KpRoomMergeMark;

/* What one side has of a number. Borrowed. */
typedef struct
{
  const char *result;           /* (nullable): what its marks come to, or 缺考, 违纪; NULL = nothing yet */
  gboolean is_checked;          /* by two people */
  const KpRoomMergeMark *marks; /* each examiner and element once */
  guint n_marks;
} KpRoomMergeSide;

typedef enum
{
  KP_ROOM_MERGE_SAME,     /* the record has it already */
  KP_ROOM_MERGE_TAKE,     /* the record gets it */
  KP_ROOM_MERGE_OPEN,     /* the room hasn't confirmed it yet */
  KP_ROOM_MERGE_CONFLICT, /* two people decide */
} KpRoomMerge;

KpRoomMerge            kp_room_merge_decide (const KpRoomMergeSide *record, const KpRoomMergeSide *package);
const KpRoomMergeMark *kp_room_merge_find (const KpRoomMergeSide *side, guint examiner, const char *element);

G_END_DECLS
