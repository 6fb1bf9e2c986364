/* kp-applications-page.h – the list of applications, searched, filtered and sorted.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-application-list.h"

G_BEGIN_DECLS

#define KP_TYPE_APPLICATIONS_PAGE (kp_applications_page_get_type ())
G_DECLARE_FINAL_TYPE (KpApplicationsPage, kp_applications_page, KP, APPLICATIONS_PAGE, AdwBin)

void               kp_applications_page_set_campaign (KpApplicationsPage *page, KpCampaign *campaign);
void               kp_applications_page_refresh (KpApplicationsPage *page, KpCampaign *campaign);
KpApplicationList *kp_applications_page_get_list (KpApplicationsPage *page);
void               kp_applications_page_show_post (KpApplicationsPage *page, const char *post);
void               kp_applications_page_focus_search (KpApplicationsPage *page);

char *kp_applications_page_dup_table (KpApplicationsPage *page);
void  kp_applications_page_save (KpApplicationsPage *page, const char *path);

G_END_DECLS
