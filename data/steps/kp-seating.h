/* kp-seating.h – the seats and tickets of the record as the rules seat people: group of sittings by group.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-seat.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_candidates;         /* seated by this step */
  guint n_direct;             /* not seated because they are hired without exam, or out of it */
  guint n_rooms;              /* used, of all groups of sittings */
  guint n_reserve_used;       /* of them reserve rooms */
  guint n_reserve;            /* reserve rooms that stay empty */
  guint n_extra_seats;
  guint n_post_conflicts;     /* neighbouring pairs of one post that the counts leave */
  guint n_household_conflicts;
  guint n_employer_conflicts;
  guint n_replaced;           /* seats of an earlier attempt that this one took the place of */
  guint n_handed_on;          /* ticket numbers that mean another person than before */
  guint void_seats;           /* editions of the lists that hold no longer; 0 = none */
  guint void_tickets;
  gboolean is_repeat;         /* the seats stood already: nothing was written */
} KpSeatTally;

/* What is given out: the drawn order, and the order of the serials where the tickets have some. */
typedef struct
{
  char **order;       /* registration numbers */
  char **serials;     /* (nullable) */
  guint first_serial; /* of serials[0] */
} KpSeatingDraw;

GPtrArray *kp_seating_list_candidates (KpSession *session, KpRoster *roster, GError **error);
GPtrArray *kp_seating_list_numbers (GPtrArray *candidates);
KpSeatCandidate kp_seating_make_candidate (const KpDossier *dossier);
GPtrArray *kp_seating_load (KpSession *session, GError **error); /* of KpSeatRecord */
gboolean   kp_seating_check_no_entries (KpSession *session, GError **error);
gboolean   kp_seating_give (KpSession *session, KpLedger *ledger, KpRoster *roster, GPtrArray *seated,
                            const KpSeatingDraw *draw, KpSeatTally *tally, GError **error);

G_END_DECLS
