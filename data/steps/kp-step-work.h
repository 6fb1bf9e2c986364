/* kp-step-work.h – duties after the contract, as they are done, and the end of a contract.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-termination.h"
#include "kp-employment.h"

G_BEGIN_DECLS

/* A duty done. Texts borrowed. */
typedef struct
{
  KpDuty duty;
  const char *number;   /* (nullable): of one contract; NULL = all that still owe it */
  const char *street;   /* (nullable): with no number, code of one street */
  KpDate day;
  const char *document; /* (nullable) */
} KpDutyOrder;

typedef struct
{
  guint n_done;
  guint n_stood; /* were done already */
  guint n_late;  /* of the done ones: after the law's last day */
} KpDutyTally;

/* How a contract is to end. Texts borrowed. */
typedef struct
{
  const char *number;
  KpGround ground;
  KpDate served;
  KpDate last_day;
  KpDate union_told;
  gboolean pays_month_instead;
  gboolean is_protected;
  gboolean refused_same;
  const char *reason;
  const char *by;
  const char *with;
} KpEndOrder;

gboolean kp_step_record_duty (KpSession *session, const KpDutyOrder *order, KpDutyTally *tally, GError **error);
gboolean kp_step_end_contract (KpSession *session, const KpEndOrder *order, guint *half_months, GError **error);

/* For steps: within a unit of work, after the checks of its own. */
gboolean kp_contract_end_write (KpSession *session, KpLedger *ledger, const KpEmployment *work, const KpEndOrder *order,
                                guint *half_months, GError **error);

G_END_DECLS
