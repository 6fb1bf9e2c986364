/* kp-step-words.h – each step that the journal can hold: what the office calls it, and whose it is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-role.h"

G_BEGIN_DECLS

const char *kp_step_word_get_name (guint index);
const char *kp_step_word_get_chinese (const char *name);
const char *kp_step_word_get_label (const char *name);
KpRoles     kp_step_word_get_doers (const char *name);
KpRoles     kp_step_word_get_witnesses (const char *name);

G_END_DECLS
