/* kp-step-hearing-undo.h – what was typed of one number in the interview room, taken back until two people have checked it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* What stood of a number before something was typed, and what stands since. */
typedef struct _KpHearingUndo KpHearingUndo;

KpHearingUndo *kp_hearing_undo_load (KpSession *session, const char *code, GError **error);
gboolean       kp_hearing_undo_note (KpHearingUndo *undo, KpSession *session, gboolean *is_changed, GError **error);
const char    *kp_hearing_undo_get_code (const KpHearingUndo *undo);
void           kp_hearing_undo_free (KpHearingUndo *undo);
gboolean       kp_step_undo_hearing (KpSession *session, const KpHearingUndo *undo, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpHearingUndo, kp_hearing_undo_free)

G_END_DECLS
