/* kp-hire-terms.h – what stands in somebody's contract: term, probation, grade and pay, held against the law.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-conversion-report.h"

G_BEGIN_DECLS

/* Money in fen a month; texts borrowed from the scheme. */
typedef struct
{
  KpDate start;
  KpDate end;
  KpDate probation_end; /* none = no probation */
  guint probation_months;
  const char *sequence; /* (nullable): NULL = no grade is set */
  guint grade;
  guint recognised_months;
  gint64 wage;
  gint64 allowance;
  gint64 probation_pay;
} KpHireTerms;

gboolean kp_hire_terms_decide (KpSession *session, const KpConversionReport *report, const KpDossier *dossier,
                               const KpSchemePost *post, const KpSchemeStreet *street, KpDate start, KpHireTerms *terms,
                               GError **error);
gboolean kp_hire_terms_check_workers (const KpScheme *scheme, const GPtrArray *dossiers, GError **error);

G_END_DECLS
