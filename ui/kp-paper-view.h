/* kp-paper-view.h – the pages of a finished document, to scroll and to zoom.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KP_TYPE_PAPER_VIEW (kp_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (KpPaperView, kp_paper_view, KP, PAPER_VIEW, AdwBin)

gboolean kp_paper_view_set_bytes (KpPaperView *view, GBytes *pdf, GError **error);
guint    kp_paper_view_get_n_pages (KpPaperView *view);
guint    kp_paper_view_get_zoom (KpPaperView *view);
void     kp_paper_view_step_zoom (KpPaperView *view, int step);

G_END_DECLS
