/* kp-step-probation.h – a probation, link by link, to confirmation or termination.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-employment.h"

G_BEGIN_DECLS

/* A link as it happened. Texts borrowed. */
typedef struct
{
  const char *number; /* of the contract or the registration */
  KpLink link;
  guint month;          /* of a note */
  KpDate day;
  const char *document; /* number of the paper */
  const char *text;     /* (nullable); of a notice the facts and the clause */
  const KpSurveyCounts *survey; /* of a survey */
  const char *points;   /* (nullable): of an assessment, of the elements in their order: "18/25.5/-/8/9/9" */
  const char *vetoes;   /* (nullable): of an assessment, numbers of the items of the scheme's list: "2" or "1,3" */
  KpServed served;      /* of a service */
  guint n_witnesses;
  const char *by;
  const char *with;     /* (nullable): where one person is enough */
} KpLinkOrder;

typedef struct
{
  guint n_done;
  guint n_stood; /* had the link already */
} KpLinkTally;

typedef struct
{
  const char *number;
  KpProbationAct act;
  KpDate day; /* none = the usual one: the day after the last, or the day of the service */
  const char *reason;
  const char *by;
  const char *with;
} KpSettleOrder;

/* For steps: within a unit of work, after a link was written. */
gboolean kp_probation_check_carried (KpSession *session, const char *number, KpLink link, KpDate day, GError **error);

gboolean kp_step_record_link (KpSession *session, const KpLinkOrder *order, GError **error);
gboolean kp_step_record_link_of_all (KpSession *session, const KpLinkOrder *order, const char *street, KpLinkTally *tally,
                                     GError **error);
gboolean kp_step_suspend_probation (KpSession *session, const char *number, guint days, GError **error);
gboolean kp_step_settle_probation (KpSession *session, const KpSettleOrder *order, KpDate *day, GError **error);

G_END_DECLS
