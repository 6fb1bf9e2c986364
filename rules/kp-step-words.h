/* kp-step-words.h – what the office calls the steps that stand in the journal.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *kp_step_word_get_name (guint index);
const char *kp_step_word_get_chinese (const char *name);
const char *kp_step_word_get_label (const char *name);

G_END_DECLS
