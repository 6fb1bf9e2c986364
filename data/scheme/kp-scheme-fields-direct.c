/* kp-scheme-fields-direct.c – the keys of who is hired without any exam.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-fields-private.h"

static const char *const lefts[] = { "exam", "out" };

G_STATIC_ASSERT (G_N_ELEMENTS (lefts) == KP_N_DIRECT_LEFTS);

DEFINE_NAMES (get_left, lefts)

const KpField kp_direct_hire_fields[] = {
  { "when", KP_FIELD_CONDITION, AT (KpDirectHirePolicy, when) },
  { "posts", KP_FIELD_TEXTS, AT (KpDirectHirePolicy, posts), .is_quiet = TRUE },
  { "most", KP_FIELD_COUNT, AT (KpDirectHirePolicy, most), .limit = 100000, .is_quiet = TRUE },
  { "left", KP_FIELD_NAME, AT (KpDirectHirePolicy, left), NAMES (get_left, G_N_ELEMENTS (lefts)), .is_quiet = TRUE },
  END,
};
