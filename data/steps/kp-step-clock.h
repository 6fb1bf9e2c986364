/* kp-step-clock.h – how the clock stands to the record, and two people who set the record's time back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"
#include "kp-two-people.h"

G_BEGIN_DECLS

/* Owned texts. */
typedef struct
{
  char    *clock;     /* what the clock says that counts; ISO 8601 */
  char    *last_at;   /* of the last row of the journal, as it is written there */
  gint64   behind;    /* seconds that the clock lies behind it; 0 when it doesn't */
  gboolean is_server; /* the clock is the server's */
  gboolean is_sample; /* the record's days are made up */
} KpRecordClock;

/* How the record's time goes on beside the clock of this machine. */
typedef struct
{
  gint64 ahead;   /* seconds that the clock that counts lies ahead of it, less than 0 when behind */
  gint64 last_at; /* seconds since 1970 of the journal's last row; KP_INSTANT_NONE when there is none */
} KpRecordTime;

void     kp_record_time_read (KpSession *session, KpRecordTime *out);
gint64   kp_record_time_at (const KpRecordTime *time, gint64 machine);
void     kp_record_clock_read (KpSession *session, KpRecordClock *out);
void     kp_record_clock_clear (KpRecordClock *clock);
gboolean kp_record_clock_is_behind (const KpRecordClock *clock);
char    *kp_record_clock_dup_sentence (KpSession *session);
gboolean kp_step_set_clock_back (KpSession *session, const KpTwoPeople *people, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpRecordClock, kp_record_clock_clear)

G_END_DECLS
