/* kp-scheme-labels.h – what a notice calls each key of a scheme file, its unit, its words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Units that are no word behind the number. */
#define KP_UNIT_RATIO "1:" /* persons for each place: 3 is said as 1:3 */

typedef struct
{
  const char *key;   /* "object.key"; the object is the key that it stands under, "scheme" at the top */
  const char *label; /* 招聘人数 */
  const char *unit;  /* (nullable): 分, 天, KP_UNIT_RATIO */
  const char *zero;  /* (nullable): what the number 0 means */
} KpSchemeLabel;

const KpSchemeLabel *kp_scheme_label_get (const char *object,
                                          const char *key);
const char          *kp_scheme_label_get_word (const char *object,
                                               const char *key,
                                               const char *name);
const char          *kp_scheme_label_get_section (const char *key);
const char *const   *kp_scheme_label_get_sections (void);

G_END_DECLS
