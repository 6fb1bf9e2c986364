/* kp-candidate.h – what the record knows of a person, as the rules ask for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-scheme.h"

G_BEGIN_DECLS

void       kp_candidate_facts_init (KpCandidateFacts *facts, const KpScheme *scheme, const KpDossier *dossier);
GPtrArray *kp_candidate_list_asked (const KpScheme *scheme); /* of KpFactDef */
KpDate     kp_candidate_parse_date (const char *text);
const char *kp_candidate_get_certificate (const KpDossier *dossier); /* (nullable) */
gboolean   kp_candidate_has_passed (const KpDossier *dossier);
gboolean   kp_candidate_has_paid (const KpScheme *scheme, const KpDossier *dossier);
gboolean   kp_candidate_is_admitted (const KpScheme *scheme, const KpDossier *dossier);

G_END_DECLS
