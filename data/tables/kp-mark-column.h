/* kp-mark-column.h – marks as the record's columns hold them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

gint64     kp_mark_column_from_fraction (KpFraction value);
KpFraction kp_mark_column_to_fraction (gint64 column);

G_END_DECLS
