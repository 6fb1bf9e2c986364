/* kp-derivation.h – the way of one person through a contest, step by step, with every number and rule.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-contest.h"

G_BEGIN_DECLS

/* Label of the step that tells who is hired without any exam. */
#define KP_DERIVATION_DIRECT "免试直接聘用"

/* One step, for paper and screen; Chinese. Others are never named: of them only numbers and distances are told. */
typedef struct
{
  KpStage stage;
  gchar  *label;  /* 卷面成绩, 考官3, 面试入围 */
  gchar  *value;  /* 81.50, 入围 */
  gchar  *rule;   /* how the value comes about, with every number on the way */
  gchar  *clause; /* (nullable): place in the notice */
} KpDerivationStep;

GPtrArray *kp_derivation_make (const KpContest *contest,
                               guint            entrant);
void       kp_derivation_step_free (KpDerivationStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpDerivationStep, kp_derivation_step_free)

G_END_DECLS
