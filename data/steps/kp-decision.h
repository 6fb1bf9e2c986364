/* kp-decision.h – what the committee decided, as the steps ask for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-fraction.h"
#include "kp-leftover.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef enum
{
  KP_DECISION_WRITTEN_LINE, /* no subject, or a post where each has its own: 笔试合格线, a mark */
  KP_DECISION_OPENING,      /* a post: its places */
  KP_DECISION_SHORTLIST,    /* a post with too few over the line: its places, or the ratio 1:2 */
  KP_DECISION_SHORTLIST_TIE, /* an application: its rank among those with whom it is tied at the last place of the list */
  KP_DECISION_INTERVIEW_LINE, /* no subject, or a post where each has its own: 面试合格线, a mark */
  KP_DECISION_TIE,          /* an application: its rank among those with whom its total is tied */
  KP_DECISION_FINAL_TIE,    /* an application: its rank among those with whom its final total is tied */
  KP_DECISION_DIRECT,       /* an application: its rank among those of its post who may be hired without exam */
  KP_DECISION_EXEMPT,       /* an application: its rank among those of its post who may do without the written exam */
  KP_DECISION_CHOICE,       /* an application: its rank among those who would choose a post at once */
  KP_DECISION_LEFTOVER,     /* a post with empty places: where they go, A01=2,A03=1, or “stay” */
  KP_DECISION_VOTE, /* an application, interviewed without competition: how many of the examiners agree, 5/7 */
} KpDecisionKind;

#define KP_N_DECISION_KINDS (KP_DECISION_VOTE + 1)

#define KP_DECISION_MARK_DECIMALS 2 /* of a decided line */

/* All decisions of a campaign. */
typedef struct _KpDecisions KpDecisions;

KpDecisions *kp_decisions_load (KpSession *session, GError **error);
void         kp_decisions_free (KpDecisions *decisions);
gboolean     kp_decisions_find_line (const KpDecisions *decisions, const char *post, KpMark *line);
gboolean     kp_decisions_find_interview_line (const KpDecisions *decisions, const char *post, KpMark *line);
gboolean     kp_decisions_find_opening (const KpDecisions *decisions, const char *post, guint *places);
gboolean     kp_decisions_find_shortlist (const KpDecisions *decisions, const char *post, guint *places, KpFraction *ratio);
KpFraction   kp_decisions_find_rank (const KpDecisions *decisions, KpDecisionKind kind, const char *application);
const KpLeftoverDecision *kp_decisions_get_leftovers (const KpDecisions *decisions, guint *n);
const KpLeftoverDecision *kp_decisions_find_leftover (const KpDecisions *decisions, const char *post);
gboolean     kp_decisions_find_vote (const KpDecisions *decisions, const char *application, guint *n_for, guint *n);

const char  *kp_decision_kind_get_name (KpDecisionKind kind);
gboolean     kp_decision_kind_parse (const char *name, KpDecisionKind *out);
gboolean     kp_decision_parse_places (const char *value, guint *places);
gboolean     kp_decision_parse_ratio (const char *value, KpFraction *ratio);
gboolean     kp_decision_parse_gifts (const char *value, GStringChunk *texts, GArray *gifts);
gboolean     kp_decision_parse_vote (const char *value, guint *n_for, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpDecisions, kp_decisions_free)

G_END_DECLS
