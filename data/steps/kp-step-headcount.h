/* kp-step-headcount.h – the cap on community workers, and the plan that is held against it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-headcount-sheet.h"
#include "kp-headcount-tables.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* A cap as it was approved. Texts borrowed. */
typedef struct
{
  KpHeadcountPolicy policy;
  KpDate from;
  guint places;
  const char *document;
  const char *by;
  const char *with;
} KpCapOrder;

/* 员额测算表 of a day. */
typedef struct
{
  GPtrArray *caps;  /* (element-type KpHeadcountCapRecord) */
  GPtrArray *nodes; /* (element-type KpHeadcountNodeRecord) */
  KpHeadcountPolicy policy;
  const KpHeadcountCapRecord *cap; /* (nullable): in force */
  KpHeadcountNode *facts;
  KpHeadcountLine *lines;
  guint n_lines;
  gboolean may_go_on;
} KpHeadcountReport;

gboolean kp_step_set_cap (KpSession *session, const KpCapOrder *order, GError **error);
gboolean kp_step_take_headcount (KpSession *session, KpHeadcountSheet *sheet, const char *by, const char *with, GError **error);
KpHeadcountReport *kp_headcount_report_load (KpSession *session, KpDate on, GError **error);
void kp_headcount_report_free (KpHeadcountReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpHeadcountReport, kp_headcount_report_free)

G_END_DECLS
