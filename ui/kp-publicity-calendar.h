/* kp-publicity-calendar.h – the days of the publicity as they are counted, week by week.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_PUBLICITY_CALENDAR (kp_publicity_calendar_get_type ())
G_DECLARE_FINAL_TYPE (KpPublicityCalendar, kp_publicity_calendar, KP, PUBLICITY_CALENDAR, AdwBin)

void     kp_publicity_calendar_set_campaign (KpPublicityCalendar *calendar, KpCampaign *campaign);
gboolean kp_publicity_calendar_is_busy (KpPublicityCalendar *calendar);

G_END_DECLS
