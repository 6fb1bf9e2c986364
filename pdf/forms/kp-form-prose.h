/* kp-form-prose.h – what a county's text says on an official paper: from a wording to the paper's parts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-official.h"
#include "kp-wording.h"

/* A field and where its `const char *` stands in a form's facts. */
typedef struct
{
  const char *name;
  gsize       offset;
  gboolean    is_optional;
} KpProseField;

gboolean   kp_form_prose_check (const char         *wording,
                                const KpProseField *fields,
                                guint               n_fields,
                                GError            **error);
KpWording *kp_form_prose_fill  (const char         *own,
                                const char         *shipped,
                                const KpProseField *fields,
                                guint               n_fields,
                                gconstpointer       facts,
                                GError            **error);
void       kp_form_prose_add   (GArray *parts, const KpWording *filled, const char *number, const char *addressee);
