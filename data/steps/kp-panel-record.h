/* kp-panel-record.h – the examiners' marks of the record as sheets, and what they come to.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-interview-tables.h"
#include "kp-panel.h"
#include "kp-scheme.h"

G_BEGIN_DECLS

/* What is wrong with a candidate's sheets, and whose it is. */
typedef struct
{
  KpPanelFault fault;
  guint examiner; /* 0 = the sheets as a whole */
} KpPanelRecordFault;

/* The sheets of one candidate as kp_panel_decide() asks for them, with what they borrow. */
typedef struct
{
  KpPanelSheet *sheets; /* by examiner's number */
  guint n_sheets;
  guint *examiners; /* number of each */
  KpStatedMark *values;
  GPtrArray *names;
} KpPanelRecordSheets;

GHashTable *kp_panel_record_group (GPtrArray *records);
gboolean    kp_panel_record_decide (const KpScheme *scheme,
                                    GPtrArray *marks,
                                    KpPanelResult *result,
                                    char **dropped,
                                    KpPanelRecordFault *fault);
gboolean    kp_panel_record_sum (const KpScheme *scheme, GPtrArray *marks, KpMark *sum);
KpPanelRecordSheets *kp_panel_record_lay_out (const KpScheme *scheme, GPtrArray *marks);
void        kp_panel_record_sheets_free (KpPanelRecordSheets *sheets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPanelRecordSheets, kp_panel_record_sheets_free)

G_END_DECLS
