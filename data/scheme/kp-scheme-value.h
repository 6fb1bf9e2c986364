/* kp-scheme-value.h – one value of a scheme by its line in the table of keys: as JSON and as a notice says it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-field.h"

G_BEGIN_DECLS

/* An embedded object, and the two kinds of lists of objects. */
gboolean      kp_scheme_value_is_list (const KpField *field);
guint         kp_scheme_value_get_length (const KpField *field,
                                          gconstpointer  record);
gconstpointer kp_scheme_value_get_item (const KpField *field,
                                        gconstpointer  record,
                                        guint          index);
gconstpointer kp_scheme_value_get_object (const KpField *field,
                                          gconstpointer  record);

const char   *kp_scheme_value_get_text (const KpField *fields,
                                        gconstpointer  record,
                                        const char    *key);
gchar        *kp_scheme_value_dup_json (const KpField *field,
                                        gconstpointer  record);
JsonNode     *kp_scheme_value_dup_node (const KpField *field,
                                        gconstpointer  record);
gchar        *kp_scheme_value_dup_chinese (const KpScheme *scheme,
                                           const char     *object,
                                           const KpField  *field,
                                           gconstpointer   record);

G_END_DECLS
