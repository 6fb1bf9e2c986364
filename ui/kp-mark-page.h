/* kp-mark-page.h – 登分: written marks typed script by script, twice by two people, and what differs put right by a third.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-undo.h"

G_BEGIN_DECLS

#define KP_TYPE_MARK_PAGE (kp_mark_page_get_type ())
G_DECLARE_FINAL_TYPE (KpMarkPage, kp_mark_page, KP, MARK_PAGE, AdwBin)

void     kp_mark_page_set_campaign (KpMarkPage *page, KpCampaign *campaign, const char *actor);
void     kp_mark_page_set_undo (KpMarkPage *page, KpUndo *undo);
void     kp_mark_page_show_entry (KpMarkPage *page, guint entry);
gboolean kp_mark_page_is_busy (KpMarkPage *page);
gboolean kp_mark_page_has_changed (KpMarkPage *page);

G_END_DECLS
