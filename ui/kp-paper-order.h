/* kp-paper-order.h – has one form made by a worker.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-campaign.h"
#include "kp-press-source.h"

G_BEGIN_DECLS

/* @only (nullable): what has that number alone. kp_campaign_work_finish() gives the document, a GBytes. */
void kp_paper_order_async (KpCampaign *campaign, const KpPressSource *press, const char *form, const char *only,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
