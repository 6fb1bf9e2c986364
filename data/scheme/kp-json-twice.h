/* kp-json-twice.h – keys that stand twice in one object of a JSON text.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *kp_json_list_twice (const char *text,
                               gsize       length);

G_END_DECLS
