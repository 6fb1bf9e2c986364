/* kp-amend-scope.h – what of a sealed scheme is decided already and can't be changed any more.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

GPtrArray *kp_amend_list_paths (const char *before, const char *after);
gboolean   kp_amend_check_paths (KpSession *session, GPtrArray *paths, GError **error);

G_END_DECLS
