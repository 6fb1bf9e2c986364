/* kp-session-private.h – what the files of a session share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-identity.h"
#include "kp-seen.h"
#include "kp-session.h"

/* All that may be done in a room package; kp-step-room-in.c counts on it. */
#define KP_ROOM_STEPS "import-interview-marks", "check-hearing", "take-back"

struct _KpSession
{
  KpDatabase *db;
  char *campaign;
  char *actor;
  KpScheme *scheme;
  char *scheme_digest;
  KpStageState stages;
  KpStageState begun;       /* as the open unit of work leaves them, if it is committed */
  const KpSources *sources; /* borrowed */
  gint64 ahead;             /* seconds that the server's clock is ahead of this machine's, where it counts */
  char *last_at;            /* (nullable): of the last row of the journal that is known of */
  gboolean is_sample;       /* its days are made up */
  gboolean is_room_package; /* of one interview room, without names */
  KpIdentity *identity;     /* (nullable): who proved to be at work */
  char *first;              /* (nullable): login of who proved to be the first of two people */
  char *second;             /* (nullable): login of who proved to be the second one */
  gboolean is_attested;     /* the next unit of work is one of two people */
  KpPinFunc ask_pin;        /* (nullable) */
  gpointer ask_pin_data;    /* borrowed */
  KpSeen *seen;             /* (nullable): by the screen for which it works */
  KpOwnActs *own;           /* (nullable): gets what it commits */
  gint64 begun_seq;         /* of the journal, before the open unit of work */
  GHashTable *changes;      /* (nullable): by colleagues since it was seen (kp-seen.c) */
};

KpSession        *kp_session_new_on (KpDatabase *db, const char *campaign, const char *actor, const KpSources *sources,
                                     GError **error);
gboolean          kp_session_read_clock (KpSession *session, GError **error);
void              kp_session_note_last_at (KpSession *session, const char *at);
char             *kp_session_dup_closed (KpStageState state);
KpStageState      kp_session_parse_closed (const char *text);
void              kp_session_watch (KpSession *session, KpLedger *ledger);
void              kp_session_note_own (KpSession *session, KpLedger *ledger);
KpCampaignRecord *kp_session_load_campaign (KpSession *session, GError **error);
