/* kp-contest-json.h – what a contest decided, as JSON: every number on the way, nobody's name.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-contest.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *kp_contest_to_json (const KpContest *contest);

G_END_DECLS
