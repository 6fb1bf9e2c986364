/* kp-registration-form.h – one registration as it was filled in at the counter.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One field of the form. */
typedef struct
{
  const char *title; /* as the heading of its column: "身份证号" */
  const char *text;  /* as typed, "" for nothing */
} KpFormCell;

GBytes *kp_registration_form_write (const KpFormCell *cells, guint n_cells);

G_END_DECLS
