/* kp-lists-direct.h – what the lists say of a total, also of somebody who is hired without exam and has none.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-press-private.h"

G_BEGIN_DECLS

const char *kp_lists_format_total_mark (KpPress *press, const KpTotalRecord *total, gint64 mark);
const char *kp_lists_format_total_place (KpPress *press, const KpTotalRecord *total);
const char *kp_lists_get_total_remark (const KpTotalRecord *total);

G_END_DECLS
