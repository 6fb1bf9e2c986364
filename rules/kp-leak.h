/* kp-leak.h – what must never stand on a list that is published.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_LEAK_NONE,
  KP_LEAK_ID_NUMBER,
  KP_LEAK_MOBILE
} KpLeak;

KpLeak kp_leak_find (const char *text);

G_END_DECLS
