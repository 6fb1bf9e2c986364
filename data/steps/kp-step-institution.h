/* kp-step-institution.h – the end of a public institution's contract, by its own regulations.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-employment.h"
#include "kp-institution.h"

G_BEGIN_DECLS

/* Texts borrowed. */
typedef struct
{
  const char *number;
  KpInstitutionEnd facts; /* without dates of the contract, which the record has */
  const char *reason;
  const char *by;
  const char *with;
} KpInstitutionEndOrder;

gboolean kp_step_end_institution (KpSession *session, const KpInstitutionEndOrder *order, GError **error);

G_END_DECLS
