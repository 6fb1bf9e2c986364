/* kp-step-seat-move.h – seats that people change on the day, with the reason; the ticket number stays.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

typedef struct
{
  const char *ticket;
  const char *to;      /* "01/003/17": site, room, seat */
  const char *sitting; /* nullable: every sitting of the person */
  const char *reason;
  const char *person;  /* who orders it */
  const char *from;    /* nullable: where the person must sit until now, as @to */
} KpSeatMove;

typedef struct
{
  guint n_sittings;
  guint n_changed; /* sittings in which somebody sat there and takes the other seat */
  guint void_seats; /* edition of the seat lists that is void */
  char *from;      /* "01/003/05", of the first sitting */
  char *other;     /* (nullable): ticket of who changed, of the first sitting */
} KpSeatMoved;

gboolean kp_step_move_seat (KpSession *session, const KpSeatMove *move, KpSeatMoved *moved, GError **error);
void     kp_seat_moved_clear (KpSeatMoved *moved);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpSeatMoved, kp_seat_moved_clear)

G_END_DECLS
