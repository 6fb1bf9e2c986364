/* kp-window-pages.h – the pages of the window: filled with a campaign, and again without losing the place.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-application-page.h"
#include "kp-applications-page.h"
#include "kp-mark-page.h"
#include "kp-print-page.h"
#include "kp-review-page.h"
#include "kp-seat-page.h"
#include "kp-worker-page.h"

G_BEGIN_DECLS

/* Parts of the window. */
typedef struct
{
  AdwViewStack *stack;
  GtkStack *people; /* the list, or one application */
  KpReviewPage *review;
  KpMarkPage *marks;
  KpSeatPage *seats;
  KpApplicationsPage *applications;
  KpApplicationPage *application;
  KpWorkerPage *workers;
  KpPrintPage *print;
} KpWindowPages;

void     kp_window_pages_show (const KpWindowPages *pages, KpCampaign *campaign, const char *actor);
void     kp_window_pages_refresh (const KpWindowPages *pages, KpCampaign *campaign, const char *actor);
gboolean kp_window_pages_may_refresh (const KpWindowPages *pages);
gboolean kp_window_pages_has_writing (const KpWindowPages *pages);
gboolean kp_window_pages_has_left_changed (const KpWindowPages *pages);
char    *kp_window_pages_dup_name (const KpWindowPages *pages);
void     kp_window_pages_focus (const KpWindowPages *pages);
gboolean kp_window_pages_focus_search (const KpWindowPages *pages);

G_END_DECLS
