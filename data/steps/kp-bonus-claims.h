/* kp-bonus-claims.h – the bonus claims that the record holds, and the points that they give.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-bonus.h"
#include "kp-candidate.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct _KpBonusClaims KpBonusClaims;

KpBonusClaims *kp_bonus_claims_load (KpSession *session, GError **error);
void           kp_bonus_claims_free (KpBonusClaims *claims);
const GArray  *kp_bonus_claims_get (const KpBonusClaims *claims, const char *application);
void           kp_bonus_claims_decide (const KpBonusClaims *claims,
                                       const KpBonusPolicy *policy,
                                       const char *application,
                                       const KpCandidateFacts *facts,
                                       KpMarkState state,
                                       gboolean is_unwritten,
                                       KpMark *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpBonusClaims, kp_bonus_claims_free)

G_END_DECLS
