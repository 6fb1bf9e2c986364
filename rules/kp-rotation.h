/* kp-rotation.h – which backups are kept, and which make room.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint n_newest; /* so many of the newest, whenever they were made */
  guint n_days;   /* and the newest of each of so many days that have any */
} KpRotation;

void kp_rotation_decide (const KpRotation *rotation, const char *const *stamps, guint n, gboolean *keep);

G_END_DECLS
