/* kp-panel-show.h – what “kaopin panel” lists.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-draw-options.h"

G_BEGIN_DECLS

gboolean kp_panel_show_list (KpCommand *command, KpSession *session, GError **error);
gboolean kp_panel_show_report (KpCommand *command, KpSession *session, const char *limit, GError **error);

G_END_DECLS
