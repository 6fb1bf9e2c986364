/* kp-approval.h – which rounds of substitution were approved, where the scheme asks for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-hire-tables.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef enum
{
  KP_APPROVAL_NEEDLESS, /* the scheme asks for none */
  KP_APPROVAL_OPEN,
  KP_APPROVAL_GIVEN,
  KP_APPROVAL_REFUSED,
} KpApproval;

GPtrArray *kp_approvals_load (KpSession *session, GError **error);
const KpApprovalRecord *kp_approvals_find (const GPtrArray *approvals, const char *post, guint round);
KpApproval kp_approvals_decide (const KpScheme *scheme, const GPtrArray *approvals, const char *post, guint round);

G_END_DECLS
