/* kp-manual.h – the manual page of the command line, made of the table of verbs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kp_manual_dup_page (void);

G_END_DECLS
