/* kp-review-page.h – the reviewer's desk: the piles, the list of one of them, and one application beside it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-undo.h"
#include "kp-review-desk.h"

G_BEGIN_DECLS

#define KP_TYPE_REVIEW_PAGE (kp_review_page_get_type ())
G_DECLARE_FINAL_TYPE (KpReviewPage, kp_review_page, KP, REVIEW_PAGE, AdwBin)

void     kp_review_page_set_campaign (KpReviewPage *page, KpCampaign *campaign, const char *actor);
void     kp_review_page_refresh (KpReviewPage *page, KpCampaign *campaign);
gboolean kp_review_page_has_writing (KpReviewPage *page);
void     kp_review_page_set_undo (KpReviewPage *page, KpUndo *undo);
void     kp_review_page_show_queue (KpReviewPage *page, KpReviewQueue queue);
gboolean kp_review_page_is_busy (KpReviewPage *page);
gboolean kp_review_page_has_changed (KpReviewPage *page);

G_END_DECLS
