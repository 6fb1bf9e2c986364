/* kp-judgement.h – what persons decided of single requirements, and the findings that follow.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-qualify.h"
#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* The reviewer of findings that the rules made; whoever else stands there is a person, and outweighs the rules. */
#define KP_REVIEWED_BY_RULE "rule"

/* What is to be decided of one requirement of one application. Borrowed. */
typedef struct
{
  const char *application;
  const char *moment; /* KP_MOMENT_REVIEW or KP_MOMENT_RECHECK */
  const char *condition;
  KpVerdict verdict; /* MET, UNMET or NEEDS_PAPER */
  const char *note;
  gboolean is_appealed; /* the candidate appealed against what stands */
} KpJudging;

/* Every judgement of one moment. */
typedef struct _KpJudgements KpJudgements;

KpJudgements *kp_judgements_load (KpSession *session, const char *moment, GError **error);
KpJudgements *kp_judgements_load_of (KpSession *session, const char *moment, const char *application, GError **error);
void          kp_judgements_free (KpJudgements *judgements);
GPtrArray    *kp_judgements_list_first (const KpJudgements *judgements); /* of KpJudgementRecord */
const KpJudgementRecord *kp_judgements_find_last (const KpJudgements *judgements, const char *application,
                                                  const char *condition);
gboolean      kp_judgement_is_first (const KpJudgementRecord *judgement);
gboolean      kp_judgements_check_levels (KpSession *session, GError **error);
gboolean      kp_judgements_check_appeals (KpSession *session, KpRoster *roster, GError **error);
gboolean      kp_judgements_take (KpSession *session, KpLedger *ledger, const KpJudging *judging, GError **error);
GPtrArray    *kp_judgements_list_findings (const KpJudgements *judgements, KpSession *session, const KpDossier *dossier);
gboolean      kp_judgements_put_findings (KpSession *session, KpLedger *ledger, const KpDossier *dossier,
                                          const KpJudgements *judgements, KpReviewOutcome *outcome, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpJudgements, kp_judgements_free)

G_END_DECLS
