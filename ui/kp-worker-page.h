/* kp-worker-page.h – the contracts street by street, the board of the probations, and one contract beside them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_WORKER_PAGE (kp_worker_page_get_type ())
G_DECLARE_FINAL_TYPE (KpWorkerPage, kp_worker_page, KP, WORKER_PAGE, AdwBin)

void        kp_worker_page_set_campaign (KpWorkerPage *page, KpCampaign *campaign);
gboolean    kp_worker_page_is_busy (KpWorkerPage *page);
void        kp_worker_page_show_view (KpWorkerPage *page, const char *view); /* "contracts" or "board" */
void        kp_worker_page_focus (KpWorkerPage *page);
gboolean    kp_worker_page_select (KpWorkerPage *page, const char *number);
const char *kp_worker_page_get_number (KpWorkerPage *page); /* (nullable) */

G_END_DECLS
