/* kp-panel-figures.h – the figures of rooms and examiners from the marks of the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-panel-report.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* Owned. */
typedef struct
{
  GArray *rooms;     /* KpPanelReportRoom */
  GArray *examiners; /* KpPanelReportExaminer */
} KpPanelFigures;

KpPanelFigures *kp_panel_figures_load (KpSession *session, GError **error);
void            kp_panel_figures_free (KpPanelFigures *figures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPanelFigures, kp_panel_figures_free)

G_END_DECLS
