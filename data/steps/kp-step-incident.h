/* kp-step-incident.h – what happened on the exam day: absent, too late, or a breach up to the service of its decision.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-breach.h"
#include "kp-marked-paper.h"

G_BEGIN_DECLS

/* What two people recorded in the room. Texts borrowed. */
typedef struct
{
  const char *number;   /* ticket */
  const char *paper;
  const char *kind;     /* absent, late, breach */
  const char *article;  /* nullable: of a breach, "6" */
  const char *facts;
  const char *evidence; /* nullable */
  const char *by;
  const char *with;
  gboolean    refused_to_sign; /* the candidate */
} KpIncidentOrder;

/* What a decision did. */
typedef struct
{
  guint n_marks;       /* marks that it made void while papers were open */
  guint n_corrections; /* marks that were locked: corrected, with everything that depends on them */
} KpIncidentEffect;

gboolean   kp_step_record_incident (KpSession *session, const KpIncidentOrder *order, guint *number, GError **error);
gboolean   kp_step_inform_incident (KpSession *session, guint number, const char *statement, GError **error);
gboolean   kp_step_decide_incident (KpSession *session, guint number, gboolean is_upheld, const char *by, const char *with,
                                    KpIncidentEffect *effect, GError **error);
gboolean   kp_step_serve_incident (KpSession *session, guint number, const char *how, GError **error);
gboolean   kp_step_review_incident (KpSession *session, guint number, const char *review, GError **error);
GPtrArray *kp_step_list_incidents (KpSession *session, GError **error); /* of KpIncidentRecord */

G_END_DECLS
