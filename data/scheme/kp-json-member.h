/* kp-json-member.h – members of a JSON object that may be missing or of another kind.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *kp_json_get_object (JsonObject *object,
                                const char *key);
JsonArray  *kp_json_get_array (JsonObject *object,
                               const char *key);
const char *kp_json_get_text (JsonObject *object,
                              const char *key);
const char *kp_json_node_get_text (JsonNode *node);

G_END_DECLS
