/* kp-proof-list.h – what one application has to prove, and how far that is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* One claim. Borrowed from scheme and dossier. */
typedef struct
{
  const KpProofDef *def;
  const KpProofRecord *record; /* (nullable): nothing is written down yet */
  KpProofOutcome outcome;
  gboolean is_late; /* the last day is over and it isn't settled */
} KpProofPoint;

GArray  *kp_proofs_list (const KpScheme *scheme, const KpDossier *dossier, KpDate today);
gboolean kp_proofs_are_waited_for (const KpDossier *dossier);
gboolean kp_proofs_check (KpSession *session, const KpDossier *dossier, KpProofMoment moment, GError **error);
gboolean kp_proofs_check_passed (KpSession *session, KpRoster *roster, GError **error);

G_END_DECLS
