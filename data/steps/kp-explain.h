/* kp-explain.h – tells for one person which rule gave which result.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

typedef enum
{
  KP_EXPLANATION_RECORD,  /* as the record holds it: this counts */
  KP_EXPLANATION_DERIVED, /* how the rules come to it */
  KP_EXPLANATION_DIFFERS, /* 与已公布结果不一致: the record is stale, or was made by other rules */
} KpExplanationSource;

/* One line of the derivation: "笔试" – "笔试成绩" – "81.50" – "卷面78.50+加分3.00=81.50分" – clause of the notice. Owned texts. */
typedef struct
{
  KpExplanationSource source;
  char *stage;
  char *label;
  char *result;
  char *why;
  char *clause; /* "" where the notice names none */
} KpExplanation;

GPtrArray  *kp_explain_application (KpSession *session, const char *application_or_ticket, char **title, GError **error);
void        kp_explanation_free (KpExplanation *explanation);
const char *kp_explanation_source_get_name (KpExplanationSource source);

G_END_DECLS
