/* kp-application-page.h – one application: facts, findings, and how each result came about.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_APPLICATION_PAGE (kp_application_page_get_type ())
G_DECLARE_FINAL_TYPE (KpApplicationPage, kp_application_page, KP, APPLICATION_PAGE, AdwBin)

void        kp_application_page_show (KpApplicationPage *page, KpCampaign *campaign, const char *application);
const char *kp_application_page_get_application (KpApplicationPage *page);
gboolean    kp_application_page_is_busy (KpApplicationPage *page);

G_END_DECLS
