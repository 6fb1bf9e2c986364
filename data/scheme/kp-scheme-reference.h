/* kp-scheme-reference.h – what a scheme calls the part of itself that a code names.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-field.h"

G_BEGIN_DECLS

const char *kp_scheme_reference_get_title (const KpScheme *scheme,
                                           const char     *object,
                                           const char     *key,
                                           const char     *code);
const char *kp_scheme_reference_get_list (const char *object,
                                          const char *key);

G_END_DECLS
