/* kp-recompute.h – makes everything again that depends on marks, and tells what people have to decide.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* What has happened otherwise than the results now say; nothing of it is undone by the program. */
typedef enum
{
  KP_PENDING_SHORTLIST_MISSED, /* 应入围而未入围 */
  KP_PENDING_SHORTLIST_UNDUE,  /* 不应入围而已入围 */
  KP_PENDING_CALL_MISSED,      /* 应体检而未通知 */
  KP_PENDING_CALL_UNDUE,       /* 不应体检而已通知 */
  KP_PENDING_PROPOSAL_MISSED,  /* 应公示而未公示 */
  KP_PENDING_PROPOSAL_UNDUE,   /* 不应公示而已公示 */
} KpPendingKind;

#define KP_N_PENDING_KINDS (KP_PENDING_PROPOSAL_UNDUE + 1)

/* One person about whom people have to decide. Owned texts. */
typedef struct
{
  char *application;
  char *number; /* as lists call the person */
  char *post;
  KpPendingKind kind;
} KpPendingCase;

gboolean    kp_recompute_is_due (KpSession *session, gboolean *is_due, GError **error);
gboolean    kp_recompute (KpSession *session, KpLedger *ledger, KpRoster *current, GPtrArray *pending, GError **error);
void        kp_pending_free (KpPendingCase *pending);
const char *kp_pending_kind_get_name (KpPendingKind kind);
const char *kp_pending_kind_get_chinese (KpPendingKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPendingCase, kp_pending_free)

G_END_DECLS
