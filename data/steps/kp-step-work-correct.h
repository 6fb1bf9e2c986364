/* kp-step-work-correct.h – puts right a duty or a link of a probation that was written down wrongly.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-employment.h"

G_BEGIN_DECLS

/* Either a duty, or a link by its number in the chain. Texts borrowed. */
typedef struct
{
  const char *number;
  gboolean is_duty;
  KpDuty duty;
  guint serial;
  KpDate day;           /* the right one; none = as it was */
  const char *document; /* (nullable): the right one; NULL = as it was */
  gboolean takes_back;  /* it didn't happen at all */
  const char *reason;
  const char *by;
  const char *with;
} KpWorkCorrectOrder;

gboolean kp_step_correct_work (KpSession *session, const KpWorkCorrectOrder *order, GError **error);

G_END_DECLS
