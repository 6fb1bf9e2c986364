/* kp-print-page.h – the forms of a campaign: made, looked at, saved and printed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"
#include "kp-paper-view.h"
#include "kp-press-source.h"

G_BEGIN_DECLS

#define KP_TYPE_PRINT_PAGE (kp_print_page_get_type ())
G_DECLARE_FINAL_TYPE (KpPrintPage, kp_print_page, KP, PRINT_PAGE, AdwBin)

void         kp_print_page_set_source (KpPrintPage *page, const KpPressSource *source);
void         kp_print_page_set_campaign (KpPrintPage *page, KpCampaign *campaign);
void         kp_print_page_make (KpPrintPage *page, const char *form);
void         kp_print_page_make_of (KpPrintPage *page, const char *form, const char *only);
gboolean     kp_print_page_go_back (KpPrintPage *page);
const char  *kp_print_page_get_state (KpPrintPage *page);   /* "choose", "working", "paper" or "failed" */
const char  *kp_print_page_get_problem (KpPrintPage *page); /* of "failed" */
GBytes      *kp_print_page_get_bytes (KpPrintPage *page);   /* (nullable) of "paper" */
KpPaperView *kp_print_page_get_view (KpPrintPage *page);

G_END_DECLS
