/* kp-agenda.h – what is due next in a campaign, and what was done last.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_AGENDA (kp_agenda_get_type ())
G_DECLARE_FINAL_TYPE (KpAgenda, kp_agenda, KP, AGENDA, AdwBin)

void     kp_agenda_set_campaign (KpAgenda *agenda, KpCampaign *campaign);
gboolean kp_agenda_is_busy (KpAgenda *agenda);

G_END_DECLS
