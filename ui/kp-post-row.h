/* kp-post-row.h – one post with how many people are how far, as a line of the first page.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_POST_ROW (kp_post_row_get_type ())
G_DECLARE_FINAL_TYPE (KpPostRow, kp_post_row, KP, POST_ROW, GObject)

const char *kp_post_row_get_post (KpPostRow *row);
GListModel *kp_post_rows_new (KpCampaign *campaign);

G_END_DECLS
