/* kp-explain.h – tells for one person which rule gave which result.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* One line of the derivation: "笔试成绩" – "卷面 78.50 + 加分 3.00 = 81.50" – clause of the notice. Owned texts. */
typedef struct
{
  char *stage;
  char *result;
  char *why;
} KpExplanation;

GPtrArray *kp_explain_application (KpSession *session, const char *application_or_ticket, char **title, GError **error);
void       kp_explanation_free (KpExplanation *explanation);

G_END_DECLS
