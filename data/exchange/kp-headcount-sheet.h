/* kp-headcount-sheet.h – streets and communities with people and plans, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-headcount.h"

G_BEGIN_DECLS

typedef struct _KpHeadcountSheet KpHeadcountSheet;

KpHeadcountSheet *kp_headcount_sheet_read (const char *path, GError **error);
void kp_headcount_sheet_free (KpHeadcountSheet *sheet);
const char *kp_headcount_sheet_get_digest (KpHeadcountSheet *sheet);
const KpHeadcountNode *kp_headcount_sheet_get_nodes (KpHeadcountSheet *sheet, guint *n_nodes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpHeadcountSheet, kp_headcount_sheet_free)

G_END_DECLS
