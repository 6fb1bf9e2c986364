/* kp-publicity-desk.h – the publicity of the proposed hires, round by round, with the days of its objections.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"
#include "kp-workday.h"

G_BEGIN_DECLS

typedef struct
{
  guint round;
  KpDate from;
  KpDate until;     /* none = it can't be counted, by @problem of the desk */
  guint n_proposed; /* 0 = nobody yet: by the scheme */
} KpPublicityRound;

typedef struct
{
  guint round; /* of whom it is against */
  KpDate received;
  KpDate due;
  KpDate answered; /* none = not yet */
} KpPublicityObjection;

typedef struct
{
  GArray *rounds;     /* (element-type KpPublicityRound): none where the scheme has no day of publicity */
  GArray *objections; /* (element-type KpPublicityObjection): by number */
  KpCalendar *calendar;
  gboolean is_in_workdays;
  char *problem; /* (nullable): why the days of the scheme can't be counted, a whole sentence */
} KpPublicityDesk;

KpPublicityDesk *kp_publicity_desk_load (KpSession *session, GError **error);
void             kp_publicity_desk_free (KpPublicityDesk *desk);
GArray          *kp_publicity_desk_list_days (const KpPublicityDesk *desk, guint place); /* (element-type KpPublicDay) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPublicityDesk, kp_publicity_desk_free)

G_END_DECLS
