/* kp-step-due.h – all deadlines of a campaign in one list.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-employment.h"

G_BEGIN_DECLS

/* A deadline with whose it is; texts are the list's. */
typedef struct
{
  KpDeadline *deadline;
  char *name;   /* of the person; "" of the campaign */
  char *street; /* name of the employer; "" of the campaign */
} KpDue;

GPtrArray *kp_step_list_due (KpSession *session, KpDate on, GError **error); /* of KpDue */

G_END_DECLS
