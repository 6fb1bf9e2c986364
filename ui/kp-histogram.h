/* kp-histogram.h – how many got which written mark, as columns beside each other.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_HISTOGRAM (kp_histogram_get_type ())
G_DECLARE_FINAL_TYPE (KpHistogram, kp_histogram, KP, HISTOGRAM, AdwBin)

void kp_histogram_show (KpHistogram *histogram, KpCampaign *campaign);

G_END_DECLS
