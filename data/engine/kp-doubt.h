/* kp-doubt.h – whether a unit of work was recorded, when the server broke off at its very end.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-canon.h"
#include "kp-database.h"

G_BEGIN_DECLS

gboolean kp_doubt_is_recorded (KpDatabase *db, const char *campaign, gint64 seq, const guint8 hash[KP_HASH_SIZE],
                               gboolean *is_recorded, GError **error);

G_END_DECLS
