/* kp-completion.h – what completes command lines in bash, made of the table of verbs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kp_completion_dup_bash (void);

G_END_DECLS
