/* kp-wait-desk.h – the waiting room of the interview: who is here, and the numbers of each room for the wall.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-hall.h"
#include "kp-hall-tables.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef enum
{
  KP_WAIT_WAITING,
  KP_WAIT_ABSENT, /* nobody comes for this number */
  KP_WAIT_HEARD,
} KpWaitState;

/* What the wall shows of a candidate: no more. */
typedef struct
{
  guint room;
  guint number;
  KpWaitState state;
} KpWaitNumber;

/* Somebody who isn't here, for those who call names in the corridor; never for the wall. Owned texts. */
typedef struct
{
  char *ticket;
  char *name;
  gboolean is_absent; /* turned away, or the list is closed */
} KpWaitPerson;

/* The draw of one post. Owned texts. */
typedef struct
{
  char *post;
  char *commitment;
  char *source;
  char *public_part; /* (nullable): not drawn yet */
} KpWaitDraw;

typedef struct
{
  guint n_expected;
  guint n_in;
  guint n_absent;
  char *closed_at;     /* (nullable): since when who isn't here is absent */
  GPtrArray *missing;  /* (element-type KpWaitPerson): by ticket */
  GArray *numbers;     /* (element-type KpWaitNumber): by room and number; none before the draw */
  GPtrArray *draws;    /* (element-type KpWaitDraw): the last attempts; none before the commitment */
} KpWaitDesk;

KpWaitDesk *kp_wait_desk_load (KpSession *session, GError **error);
void        kp_wait_desk_free (gpointer desk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpWaitDesk, kp_wait_desk_free)

G_END_DECLS
