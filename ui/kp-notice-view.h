/* kp-notice-view.h – the notice of a scheme that is being written: what it says, and the paper itself.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-scheme-json.h"
#include "kp-scheme-source.h"

G_BEGIN_DECLS

#define KP_TYPE_NOTICE_VIEW (kp_notice_view_get_type ())
G_DECLARE_FINAL_TYPE (KpNoticeView, kp_notice_view, KP, NOTICE_VIEW, AdwBin)

void     kp_notice_view_set_source (KpNoticeView *view, const KpSchemeSource *source);
void     kp_notice_view_show (KpNoticeView *view, const KpScheme *scheme, const char *json);
void     kp_notice_view_show_wording (KpNoticeView *view, const char *wording, const char *title);
void     kp_notice_view_show_section (KpNoticeView *view, const char *section);
gboolean kp_notice_view_is_making (KpNoticeView *view);

G_END_DECLS
