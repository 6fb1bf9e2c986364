/* kp-step-bonus.h – a bonus claim that two people examined.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-date.h"
#include "kp-session.h"
#include "kp-two-people.h"

G_BEGIN_DECLS

/* One claim. Borrowed. */
typedef struct
{
  const char *number; /* of registration, ticket or interview */
  const char *item;   /* code or name of the item in the scheme */
  gboolean is_approved;
  KpDate claimed_on; /* none = in time */
  const char *points; /* (nullable): of an item that is graded */
} KpBonusExamined;

gboolean kp_step_examine_bonus (KpSession *session, const KpBonusExamined *examined, guint n_examined,
                                const KpTwoPeople *people, GError **error);
gboolean kp_bonus_make_again (KpSession *session, KpLedger *ledger, KpRoster *roster, GError **error);

G_END_DECLS
