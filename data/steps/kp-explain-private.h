/* kp-explain-private.h – what the parts of an explanation share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-decision.h"
#include "kp-entrants.h"
#include "kp-explain.h"

G_BEGIN_DECLS

/* An explanation on its way. Borrowed but for the lines. */
typedef struct
{
  KpSession *session;
  const KpContest *contest;
  guint index;
  const KpDossier *dossier;
  const KpContestResult *result;
  GPtrArray *lines; /* KpExplanation */
} KpExplain;

void kp_explain_add (KpExplain *explain, KpExplanationSource source, const char *stage, const char *label,
                     const char *result, const char *why, const char *clause);

/* What the record alone knows. */
gboolean kp_explain_add_findings (KpExplain *explain, GError **error);
gboolean kp_explain_add_entries (KpExplain *explain, GError **error);
void     kp_explain_add_shortlist (KpExplain *explain);
void     kp_explain_add_interview (KpExplain *explain);
void     kp_explain_add_total (KpExplain *explain);
void     kp_explain_add_end (KpExplain *explain);

/* What people decided. */
gboolean kp_explain_add_bonus_reviews (KpExplain *explain, GError **error);
gboolean kp_explain_add_decided (KpExplain *explain, const char *stage, KpDecisionKind kind, GError **error);
void     kp_explain_add_leaving (KpExplain *explain);
gboolean kp_explain_add_approvals (KpExplain *explain, GError **error);
gboolean kp_explain_add_objections (KpExplain *explain, GError **error);
void     kp_explain_add_departure (KpExplain *explain);
void     kp_explain_add_own_choice (KpExplain *explain);

/* Where the rules now come to something else. */
void kp_explain_compare_post (KpExplain *explain, const KpPostRecord *post);
void kp_explain_compare_review (KpExplain *explain);
void kp_explain_compare_shortlist (KpExplain *explain);
void kp_explain_compare_interview (KpExplain *explain);
void kp_explain_compare_total (KpExplain *explain);
void kp_explain_compare_end (KpExplain *explain, gboolean is_published);

G_END_DECLS
