/* kp-scheme-upgrade.h – scheme files of earlier forms, brought to today's before they are read.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void kp_scheme_upgrade (JsonObject *scheme,
                        gint64      form);

G_END_DECLS
