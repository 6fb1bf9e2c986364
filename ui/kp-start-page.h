/* kp-start-page.h – what a window shows before a record is open: the records used last, and how to come to another.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KP_TYPE_START_PAGE (kp_start_page_get_type ())
G_DECLARE_FINAL_TYPE (KpStartPage, kp_start_page, KP, START_PAGE, AdwBin)

/* Nothing but what is on it asks for more: app.open, app.new, app.connect, app.sample, and app.open-recent with a URI. */

G_END_DECLS
