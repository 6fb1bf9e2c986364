/* kp-heading-match.h – scores one possible heading of a sheet.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-heading.h"

G_BEGIN_DECLS

guint kp_heading_match (const KpHeadingKind *kind, GPtrArray *titles, gint *columns);
gint kp_heading_find_field (const KpHeadingKind *kind, const char *title);
char *kp_heading_strip (const char *title);
gboolean kp_heading_is_foreign (const char *title);

G_END_DECLS
