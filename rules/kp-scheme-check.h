/* kp-scheme-check.h – does a scheme make sense, and does the law allow it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme.h"

G_BEGIN_DECLS

/* One thing wrong with a scheme. */
typedef struct
{
  gchar   *path;    /* where in the scheme file: posts[2].street */
  gchar   *message; /* a sentence for the operator: the value, and what is allowed */
  gboolean is_warning; /* lawful doubt, to be confirmed; not a refusal */
} KpSchemeProblem;

GPtrArray       *kp_scheme_check (const KpScheme *scheme);
GPtrArray       *kp_scheme_check_ready (const KpScheme *scheme);
gboolean         kp_scheme_problems_refuse (const GPtrArray *problems);

KpSchemeProblem *kp_scheme_problem_new (const char *path,
                                        gboolean    is_warning,
                                        gchar      *message);
void             kp_scheme_problem_free (KpSchemeProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpSchemeProblem, kp_scheme_problem_free)

G_END_DECLS
