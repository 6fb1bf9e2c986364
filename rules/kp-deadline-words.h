/* kp-deadline-words.h – what is due and what settles it, in the language of the program.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-deadline.h"

G_BEGIN_DECLS

char *kp_deadline_dup_label (const KpDeadline *deadline);
const char *kp_deadline_get_action_label (const KpDeadline *deadline);

G_END_DECLS
