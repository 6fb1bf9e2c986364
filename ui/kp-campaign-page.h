/* kp-campaign-page.h – the first page: what the campaign is, what comes next, and how many are how far.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_CAMPAIGN_PAGE (kp_campaign_page_get_type ())
G_DECLARE_FINAL_TYPE (KpCampaignPage, kp_campaign_page, KP, CAMPAIGN_PAGE, AdwBin)

void kp_campaign_page_set_campaign (KpCampaignPage *page, KpCampaign *campaign);

G_END_DECLS
