/* kp-worker-sheet.h – one contract beside the list: how it stands, what may be done now, and its papers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-worker-item.h"

G_BEGIN_DECLS

#define KP_TYPE_WORKER_SHEET (kp_worker_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KpWorkerSheet, kp_worker_sheet, KP, WORKER_SHEET, AdwBin)

void        kp_worker_sheet_show (KpWorkerSheet *sheet, KpWorkerItem *item, KpDate today, const KpProbationPolicy *policy);
const char *kp_worker_sheet_get_number (KpWorkerSheet *sheet); /* (nullable) */
gboolean    kp_worker_sheet_act (KpWorkerSheet *sheet, const char *work);

G_END_DECLS
