/* kp-step-room-in.h – takes in the work of a room package.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-room-differences.h"
#include "kp-room-package.h"
#include "kp-two-people.h"

G_BEGIN_DECLS

typedef enum
{
  KP_ROOM_IN_TAKEN,    /* all of it is in the record now */
  KP_ROOM_IN_SAME,     /* the record had it already; nothing was changed */
  KP_ROOM_IN_CONFLICT, /* the record says something else of some numbers; nothing was changed */
} KpRoomInOutcome;

/* What two people decided of the numbers in conflict: each stands in one of the two lists. Borrowed. */
typedef struct
{
  const char *const *package_holds; /* (nullable): codes, ended by NULL */
  const char *const *record_holds;  /* (nullable) */
  KpTwoPeople persons;
} KpRoomInDecision;

/* Owned. */
typedef struct
{
  KpRoomInOutcome outcome;
  guint room;
  guint number;           /* of the packages of the room */
  guint n_taken;          /* numbers */
  guint n_same;
  guint n_conflicts;
  char *digest;           /* of the room's record: the room's laptop shows the same */
  GPtrArray *differences; /* (element-type KpRoomDifference): of the conflicts */
} KpRoomInReport;

KpRoomInReport *kp_step_take_room_package (KpSession *session, const char *path, KpSealedKey *key,
                                           const KpRoomInDecision *decision, GError **error);
void            kp_room_in_report_free (KpRoomInReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpRoomInReport, kp_room_in_report_free)

G_END_DECLS
