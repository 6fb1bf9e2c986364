/* kp-step-export.h – a list with full ID numbers and phones leaves the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

gboolean kp_step_note_export (KpSession *session, const char *list, guint n_persons, GError **error);

G_END_DECLS
