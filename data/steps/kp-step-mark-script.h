/* kp-step-mark-script.h – the mark of one script, as a clerk types it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-mark-entry.h"

G_BEGIN_DECLS

/* A mark that was entered and is to be what it was before; or one that is entered, and what stood there before. Borrowed. */
typedef struct
{
  const char *paper;
  guint entry; /* 1 or 2 */
  const char *application;
  guint position;  /* of the script, from 1 */
  const char *was; /* "" = nothing was entered */
  const char *now; /* what was entered then; "" = it was taken back */
} KpMarkUndo;

gboolean kp_step_undo_mark (KpSession *session, const KpMarkUndo *undo, GError **error);
gboolean kp_step_enter_mark (KpSession *session, const char *paper, guint entry, const char *application, guint position,
                             const char *text, GError **error);

gboolean kp_step_enter_mark_seen (KpSession *session, const KpMarkUndo *order, GError **error);

G_END_DECLS
