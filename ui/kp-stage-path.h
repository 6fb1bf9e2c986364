/* kp-stage-path.h – the stages of a campaign as a path: done, next, or what blocks them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_STAGE_PATH (kp_stage_path_get_type ())
G_DECLARE_FINAL_TYPE (KpStagePath, kp_stage_path, KP, STAGE_PATH, AdwBin)

void  kp_stage_path_set_campaign (KpStagePath *path, KpCampaign *campaign);
char *kp_stage_path_dup_sentence (KpCampaign *campaign, KpStage stage);
char *kp_stage_path_dup_next (KpCampaign *campaign, const char **sentence);

KpStage kp_stage_path_get_next (KpCampaign *campaign);

G_END_DECLS
