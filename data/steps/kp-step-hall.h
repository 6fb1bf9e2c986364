/* kp-step-hall.h – the exam day at the door: who comes in, who is too late, who is absent once it is closed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-hall.h"
#include "kp-hall-tables.h"
#include "kp-session.h"
#include "kp-two-people.h"

G_BEGIN_DECLS

/* What became of a code that was read. Owned texts; all but the outcome is empty where nobody was found. */
typedef struct
{
  KpScan outcome;
  char *application;
  char *ticket;
  char *name;     /* for the one who compares it with the ID card */
  char *campaign; /* of %KP_SCAN_OTHER_CAMPAIGN */
  char *sitting;  /* the seat that is meant */
  char *site;
  guint room;
  guint seat;
  char *at;       /* when the candidate came in, or was turned away first */
  GBytes *photo;  /* (nullable): a JPEG; filled by whoever shows it */
} KpHallAnswer;

typedef struct
{
  guint n_rooms;    /* closed now */
  guint n_before;   /* closed already */
  guint n_expected; /* in the rooms closed now */
  guint n_in;
  guint n_absent;   /* of them n_late came too late */
  guint n_late;
} KpHallTally;

const KpSchemeSitting *kp_hall_find_sitting (const KpScheme *scheme, const char *code, GError **error);
gboolean kp_step_hall_scan (KpSession *session, const KpHallPlace *here, const char *code, KpHallAnswer *answer, GError **error);
gboolean kp_step_hall_undo (KpSession *session, const KpHallPlace *here, const char *code, const char *reason,
                            KpHallAnswer *answer, GError **error);
gboolean kp_step_hall_admit (KpSession *session, const KpHallPlace *here, const char *code, const KpTwoPeople *people,
                             KpHallAnswer *answer, GError **error);
gboolean kp_step_hall_close (KpSession *session, const KpHallPlace *here, const KpTwoPeople *people, KpHallTally *tally,
                             GError **error);
char    *kp_hall_dup_ticket (KpSession *session, const char *code, GError **error);
char    *kp_hall_dup_ticket_of_seat (KpSession *session, const KpHallPlace *here, guint seat, GError **error);
char    *kp_hall_answer_dup_sentence (const KpHallAnswer *answer, const KpScheme *scheme);
char    *kp_hall_dup_clock (const char *at);
void     kp_hall_answer_clear (KpHallAnswer *answer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpHallAnswer, kp_hall_answer_clear)

G_END_DECLS
