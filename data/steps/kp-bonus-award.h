/* kp-bonus-award.h – which bonus items a person has: by the facts, and by those who examined the claim.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-written-field.h"

G_BEGIN_DECLS

#define KP_BONUS_APPROVED "approved"
#define KP_BONUS_REFUSED "refused"

/* What is awarded in the record, and what was examined. */
typedef struct _KpBonusAwards KpBonusAwards;

KpBonusAwards                *kp_bonus_awards_load (KpSession *session, GError **error);
void                          kp_bonus_awards_free (KpBonusAwards *awards);
const GArray                 *kp_bonus_awards_get_claims (const KpBonusAwards *awards, const char *application);
gboolean                      kp_bonus_awards_is_examined (const KpBonusAwards *awards, const char *application);
const KpBonusReviewRecord    *kp_bonus_awards_find_review (const KpBonusAwards *awards, const char *application,
                                                           const char *item);
GArray                       *kp_bonus_awards_gather (const KpBonusAwards *awards, const KpBonusPolicy *policy,
                                                      const char *application, const KpCandidateFacts *facts);
gboolean                      kp_bonus_awards_write (const KpBonusAwards *awards, KpSession *session, KpLedger *ledger,
                                                     const KpWrittenEntry *written, guint *n_items, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpBonusAwards, kp_bonus_awards_free)

G_END_DECLS
