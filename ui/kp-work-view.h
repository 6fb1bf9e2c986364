/* kp-work-view.h – a report as widgets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-work-report.h"

G_BEGIN_DECLS

void kp_work_view_fill (GtkBox *box, const KpWorkReport *report);

G_END_DECLS
