/* kp-step-judge-undo.h – a finding that a person decided, taken back by the same person.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-condition.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* What the actor had decided of a requirement before deciding anew. Owned texts. */
typedef struct
{
  char *application;
  char *condition;
  char *note;        /* (nullable): of what was decided before; %NULL = nothing was, at that level */
  KpVerdict verdict; /* of the same */
  KpVerdict now;     /* what is decided then */
} KpJudgeUndo;

KpJudgeUndo *kp_judge_undo_load (KpSession *session, const char *application, const char *condition, KpVerdict now,
                                 GError **error);
void         kp_judge_undo_free (KpJudgeUndo *undo);
gboolean     kp_step_undo_judgement (KpSession *session, const KpJudgeUndo *undo, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpJudgeUndo, kp_judge_undo_free)

G_END_DECLS
