/* kp-work-page.h – what is to be done in a stage, and the pieces of work there are.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-work-dialog.h"

G_BEGIN_DECLS

#define KP_TYPE_WORK_PAGE (kp_work_page_get_type ())
G_DECLARE_FINAL_TYPE (KpWorkPage, kp_work_page, KP, WORK_PAGE, AdwBin)

void         kp_work_page_set_source (KpWorkPage *page, const KpWorkSource *source);
void         kp_work_page_set_campaign (KpWorkPage *page, KpCampaign *campaign, const char *actor);
void         kp_work_page_show_stage (KpWorkPage *page, KpStage stage);
void         kp_work_page_focus (KpWorkPage *page);
KpStage      kp_work_page_get_stage (KpWorkPage *page);
KpWorkDialog *kp_work_page_open (KpWorkPage *page, const char *work);
KpWorkDialog *kp_work_page_open_for (KpWorkPage *page, const char *work, const char *whom, const char *day);

G_END_DECLS
