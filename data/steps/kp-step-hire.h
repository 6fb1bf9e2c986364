/* kp-step-hire.h – publicity of the proposed hires, and their contracts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-conversion-report.h"
#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_proposed;
  KpDate from;
  KpDate until;
  guint round; /* of publicity; who follows a leaver has one of his own */
  gboolean is_repeat;
} KpPublicityTally;

typedef struct
{
  guint n_contracts; /* made now; of a repeat those that stand */
  guint n_standing;  /* stood already */
  guint n_public;    /* proposed, whose publicity isn't over */
  guint n_left;      /* proposed, and left since */
  guint n_objected;  /* proposed, against whom an objection is open */
  gboolean is_repeat;
} KpHireTally;

/* One contract that is to be written. Borrowed. */
typedef struct
{
  const KpDossier *dossier;
  const KpSchemePost *post;
  const KpSchemeStreet *street;
  const char *number;
  KpDate start;
} KpContractOrder;

GPtrArray *kp_hire_list_proposed (const KpScheme *scheme, KpRoster *roster, const KpPostRecord *post, GHashTable *moved);
gboolean kp_step_publish (KpSession *session, KpPublicityTally *tally, GError **error);
gboolean kp_step_hire (KpSession *session, KpHireTally *tally, GError **error);

/* For steps: within a unit of work of their own. */
gboolean kp_hire_write_contract (KpSession *session, KpLedger *ledger, const KpConversionReport *report,
                                 const KpContractOrder *order, GError **error);

G_END_DECLS
