/* kp-hall-order.h – what is done at the door by hand: an arrival undone, an absence withdrawn, the doors closed, a breach.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-step-hall.h"

G_BEGIN_DECLS

typedef enum
{
  KP_HALL_UNDO,
  KP_HALL_ADMIT,
  KP_HALL_CLOSE,
  KP_HALL_BREACH,
  KP_HALL_UNDO_REPORT, /* at the waiting room */
  KP_HALL_CLOSE_REPORT,
} KpHallOrderKind;

#define KP_N_HALL_ORDERS (KP_HALL_CLOSE_REPORT + 1)

/* Owned texts; what the kind doesn't ask for is NULL. */
typedef struct
{
  KpHallOrderKind kind;
  char *sitting;
  char *site; /* (nullable) */
  guint room;
  char *who;  /* ticket, or of a breach a seat: 003/07, 01/003/07 */
  char *reason;
  char *article;
  char *facts;
  char *evidence;
  char *by;
  char *with;
  gboolean refused_to_sign;
  char *sentence;   /* (out): what was done */
  guint incident;   /* (out): number of a breach */
} KpHallOrder;

gpointer kp_hall_order_run (KpSession *session, gpointer order, GError **error);
void     kp_hall_order_free (gpointer order);

G_END_DECLS
