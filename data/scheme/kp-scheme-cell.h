/* kp-scheme-cell.h – one value of a scheme as the cell of a table, there and back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-field.h"

G_BEGIN_DECLS

gchar    *kp_scheme_cell_dup_text (const char    *object,
                                   const KpField *field,
                                   gconstpointer  record);
JsonNode *kp_scheme_cell_read (const char    *object,
                               const KpField *field,
                               const char    *text);

G_END_DECLS
