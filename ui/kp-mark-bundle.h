/* kp-mark-bundle.h – what is told of the scripts that lie together.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-mark-desk.h"

G_BEGIN_DECLS

gint64      kp_mark_bundle_sum (const KpMarkDesk *desk, const KpMarkBundle *bundle, guint *n_done);
char       *kp_mark_bundle_dup_label (const KpMarkDesk *desk, const KpMarkBundle *bundle, gboolean has_sites);
const char *kp_mark_bundle_find_fault (const KpMarkDesk *desk, const KpMarkBundle *bundle);

G_END_DECLS
