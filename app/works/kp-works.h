/* kp-works.h – the steps as works of the window: what each asks for, and which verb carries it out.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-work-source.h"

G_BEGIN_DECLS

const KpWork *kp_works_get (guint *n_works);
char       **kp_works_dup_words (const KpWorkOrder *order);
char        *kp_works_dup_sentence (const KpWork *work, const char *sentence);
char        *kp_works_dup_any_sentence (const char *sentence);
gboolean     kp_works_run (const KpWorkOrder *order, KpWorkReport *report, gpointer data, GError **error);

G_END_DECLS
