/* kp-step-repost.h – applicants of a cancelled post choose another one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* Until when, and who hasn't chosen yet. */
typedef struct
{
  KpDate until;       /* the last day; none = the scheme has no such period, or no post was opened yet */
  GPtrArray *waiting; /* (element-type KpDossier): borrowed from the roster */
} KpRepostWindow;

KpRepostWindow *kp_repost_load_window (KpSession *session, KpRoster *roster, GError **error);
void            kp_repost_window_free (KpRepostWindow *window);
gboolean        kp_repost_window_is_open (const KpRepostWindow *window, KpDate today);
gboolean        kp_repost_check_over (KpSession *session, KpRoster *roster, GError **error);
gboolean        kp_step_repost (KpSession *session, const char *number, const char *post, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpRepostWindow, kp_repost_window_free)

G_END_DECLS
