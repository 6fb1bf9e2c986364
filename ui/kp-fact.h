/* kp-fact.h – one fact of a person: what it is, and its value below.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KP_TYPE_FACT (kp_fact_get_type ())
G_DECLARE_FINAL_TYPE (KpFact, kp_fact, KP, FACT, GtkFlowBoxChild)

GtkWidget *kp_fact_new (const char *caption, const char *value);

G_END_DECLS
