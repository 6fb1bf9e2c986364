/* kp-step-proof.h – writes down what was shown for a claim and what a check of it found.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-proof-list.h"
#include "kp-shortlist-record.h"

G_BEGIN_DECLS

/* What stood there when the check was written down. Borrowed. */
typedef struct
{
  gint64 version; /* of the row; 0 = nothing was written down yet */
  KpProofOutcome outcome;
  const char *source;    /* (nullable) */
  const char *reference; /* (nullable) */
  const char *note;      /* (nullable) */
  const char *checked_on; /* (nullable): as 2026-03-02 */
  const char *dated_on;   /* (nullable) */
} KpProofSeen;

/* Borrowed. Papers that were shown before needn't be named again. */
typedef struct
{
  const char *application; /* registration number */
  const char *proof;       /* id in the scheme */
  KpProofCheck check;
  const char *reference;   /* (nullable): number of the certificate or of the answer */
  const KpProofSeen *seen; /* (nullable): what stood there when it was written down; %NULL: whatever does */
} KpProofOrder;

typedef struct
{
  gboolean is_lost;     /* the claim counts no more */
  gboolean has_left;    /* by that the person left the list of the interview */
  KpShortlistTally lists; /* then: the lists afterwards */
} KpProofTally;

gboolean kp_step_record_proof (KpSession *session, const KpProofOrder *order, KpProofTally *tally, GError **error);

G_END_DECLS
