/* kp-step-convert.h – conversion of earlier staff: roster, budgets, years of work, and what becomes of each.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-conversion-report.h"
#include "kp-conversion-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_rows;
  guint n_new;
  guint n_gone; /* of these departments, and no longer in the sheet */
} KpGridStaffTally;

/* What a department spends. Texts borrowed. */
typedef struct
{
  const char *department;
  gint64 budget; /* fen */
  guint year;
  const char *document;
  const char *by;
  const char *with;
} KpBudgetOrder;

/* What becomes of one person, of a department, or of all. Texts borrowed. */
typedef struct
{
  KpConverted converted; /* YES, STAYS or ENDED */
  const char *number;     /* (nullable) */
  const char *department; /* (nullable): with no number */
  KpDate last_day;        /* of the old contract; none = the day before the new one, or its last day */
  gboolean is_agreed_by_three;
  gboolean is_paid_out;
  const char *document;
  const char *by;
  const char *with;
} KpConvertOrder;

typedef struct
{
  guint n_done;
  guint n_stood;   /* have an outcome already */
  guint n_waiting; /* of several: without a new contract, or with one where somebody is to stay */
} KpConvertTally;

gboolean kp_step_take_grid_staff (KpSession *session, const KpGridStaffSheet *sheet, const char *department, const char *by,
                                  const char *with, KpGridStaffTally *tally, GError **error);
gboolean kp_step_set_budget (KpSession *session, const KpBudgetOrder *order, GError **error);
gboolean kp_step_take_segments (KpSession *session, const KpSegmentSheet *sheet, const char *by, const char *with,
                                guint *n_persons, GError **error);
gboolean kp_step_convert (KpSession *session, const KpConvertOrder *order, KpConvertTally *tally, GError **error);

G_END_DECLS
