/* kp-departure.h – who left after the totals, in the form that the rules ask for.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-departure-kind.h"
#include "kp-roster.h"
#include "kp-session.h"
#include "kp-substitution.h"

G_BEGIN_DECLS

const KpFitnessRecord *kp_departure_get_failed (const KpDossier *dossier);
gboolean kp_departure_find (const KpScheme *scheme, const KpDossier *dossier, KpFinalDeparture *departure);
guint    kp_departure_get_next_round (KpRoster *roster, const char *post);
gboolean kp_departure_is_late (const KpScheme *scheme, KpRoster *roster, const KpDossier *dossier);
gboolean kp_departure_is_on_the_way (const KpScheme *scheme, KpRoster *roster, const KpDossier *dossier);
KpLedger *kp_departure_begin (KpSession *session, KpStep step, KpStage stage, const char *subject, gboolean *is_late,
                              GError **error);
gboolean kp_departure_is_answered_by_reserve (const KpScheme *scheme);

G_END_DECLS
