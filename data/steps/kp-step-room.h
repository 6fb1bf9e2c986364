/* kp-step-room.h – what happens at the rooms: sign-in, checking of marks, taking back, breaking the seal.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-draw-record.h"
#include "kp-panel-field.h"

G_BEGIN_DECLS

/* A number and its mark as two people read them from the signed sheet. */
typedef struct
{
  const char *code;
  const char *mark; /* 82.10, 缺考, 违纪 */
} KpHearingReading;

typedef enum
{
  KP_ATTENDANCE_PRESENT,
  KP_ATTENDANCE_ABSENT,
  KP_ATTENDANCE_LATE,
  KP_ATTENDANCE_NONE, /* what was signed was a mistake */
} KpAttendance;

gboolean kp_attendance_parse (const char *word, KpAttendance *out);

gboolean kp_step_sign_in (KpSession *session, const char *number, KpAttendance state, gboolean *is_moved, GError **error);
gboolean kp_step_check_hearings (KpSession *session, const KpHearingReading *readings, guint n_readings,
                                 const KpTwoPeople *persons, GError **error);
gboolean kp_room_put_check (KpSession *session, KpLedger *ledger, const KpPanelField *field,
                            const KpHearingCheckRecord *check, GError **error);
gboolean kp_step_take_back (KpSession *session, const char *code, guint examiner, const KpTwoPeople *persons,
                            GError **error);
gboolean kp_step_open_room (KpSession *session, guint room, const KpTwoPeople *persons, GError **error);
gboolean kp_step_note_envelope (KpSession *session, guint room, const KpTwoPeople *persons, GError **error);

G_END_DECLS
