/* kp-press-leak.h – keeps ID numbers and mobiles off what is published.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-list.h"

G_BEGIN_DECLS

gboolean kp_press_check_leaks (KpList *list, const char *name, GError **error);

G_END_DECLS
