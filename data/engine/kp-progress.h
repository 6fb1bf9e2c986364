/* kp-progress.h – how far long work is, and whether it is still wanted.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Between who works and who waits, in different threads. */
typedef struct _KpProgress KpProgress;

/* Told of each step, in the thread that works. @what is translated; @n_all 0 = not known. */
typedef void (*KpProgressFunc) (const char *what, guint n_done, guint n_all, gpointer data);

KpProgress *kp_progress_new (KpProgressFunc func, gpointer data);
KpProgress *kp_progress_ref (KpProgress *progress);
void        kp_progress_unref (KpProgress *progress);
void        kp_progress_cancel (KpProgress *progress);
gboolean    kp_progress_step (KpProgress *progress, const char *what, guint n_done, guint n_all, GError **error);
char       *kp_progress_dup_state (KpProgress *progress, guint *n_done, guint *n_all);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpProgress, kp_progress_unref)

G_END_DECLS
