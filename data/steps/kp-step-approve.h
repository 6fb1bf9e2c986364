/* kp-step-approve.h – the approval of a substitution, which is carried out with it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-approval.h"
#include "kp-called.h"

G_BEGIN_DECLS

/* Texts borrowed. */
typedef struct
{
  const char *post;     /* of which a place is filled */
  const char *document; /* its number */
  const char *authority; /* who approved or refused */
  KpDate day;
  gboolean is_refused;
  const char *by;
  const char *with;
} KpApproveOrder;

typedef struct
{
  guint round;
  guint n_called;  /* with it */
  guint n_open;    /* rounds of all posts that still wait for an approval */
  gboolean is_for_reserve; /* it is for the next call from the reserve pool */
} KpApproveTally;

gboolean kp_step_approve (KpSession *session, const KpApproveOrder *order, KpApproveTally *tally, GError **error);

G_END_DECLS
