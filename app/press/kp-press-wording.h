/* kp-press-wording.h – a county's own texts, checked before there is anybody to print them for.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-scheme-check.h"

G_BEGIN_DECLS

/* Adds a problem (element-type KpSchemeProblem) for each text that couldn't be printed. */
void kp_press_check_wordings (const KpScheme *scheme, GPtrArray *problems);

/* (element-type utf8) (transfer container): the fields that the text of that letter may use. */
GPtrArray *kp_press_list_letter_fields (const char *key);

/* FALSE with #KP_SCHEME_JSON_ERROR when a scheme's texts can't be printed; one that can't be read is left to who takes it. */
gboolean kp_press_accept_wordings (const char *scheme_json, GError **error);

G_END_DECLS
