/* kp-progress.c – how far long work is, and whether it is still wanted.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-progress.h"

#include <glib/gi18n-lib.h>

struct _KpProgress
{
  gatomicrefcount refs;
  KpProgressFunc func; /* (nullable) */
  gpointer data;       /* borrowed */
  GMutex lock;         /* of what follows */
  char *what;          /* (nullable): nothing was told yet */
  guint n_done;
  guint n_all;
  gboolean is_cancelled;
};

/**
 * kp_progress_new:
 * @func: (nullable): is told of each step
 * @data: for @func; must outlive the progress
 *
 * Returns: (transfer full): of work that isn't begun
 */
KpProgress *
kp_progress_new (KpProgressFunc func, gpointer data)
{
  KpProgress *progress = g_new0 (KpProgress, 1);

  g_atomic_ref_count_init (&progress->refs);
  g_mutex_init (&progress->lock);
  progress->func = func;
  progress->data = data;
  return progress;
}

/** kp_progress_ref: (transfer full): one more owner. Thread: any. */
KpProgress *
kp_progress_ref (KpProgress *progress)
{
  g_atomic_ref_count_inc (&progress->refs);
  return progress;
}

/** kp_progress_unref: (transfer full): one owner less. Thread: any. */
void
kp_progress_unref (KpProgress *progress)
{
  if (!g_atomic_ref_count_dec (&progress->refs))
    return;
  g_mutex_clear (&progress->lock);
  g_free (progress->what);
  g_free (progress);
}

/** kp_progress_cancel: the next step refuses, and who works leaves nothing half done. Thread: any. */
void
kp_progress_cancel (KpProgress *progress)
{
  g_mutex_lock (&progress->lock);
  progress->is_cancelled = TRUE;
  g_mutex_unlock (&progress->lock);
}

/**
 * kp_progress_step:
 * @progress: (nullable): nobody waits
 * @what: what is being done now, translated: "Papers"
 * @n_done: how much of it is done
 * @n_all: of how much; 0 = not known
 * @error: return location
 *
 * For who works, before each piece of it. Thread: any.
 *
 * Returns: %TRUE to go on, or %FALSE with %G_IO_ERROR_CANCELLED: undo what was begun
 */
gboolean
kp_progress_step (KpProgress *progress, const char *what, guint n_done, guint n_all, GError **error)
{
  gboolean is_cancelled;

  if (progress == NULL)
    return TRUE;
  g_mutex_lock (&progress->lock);
  g_free (progress->what);
  progress->what = g_strdup (what);
  progress->n_done = n_done;
  progress->n_all = n_all;
  is_cancelled = progress->is_cancelled;
  g_mutex_unlock (&progress->lock);
  if (is_cancelled)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("It was cancelled. Nothing of it was kept."));
  else if (progress->func != NULL)
    progress->func (what, n_done, n_all, progress->data);
  return !is_cancelled;
}

/**
 * kp_progress_dup_state:
 * @progress: of work that goes on
 * @n_done: (out): how much is done of what is being done now
 * @n_all: (out): of how much; 0 = not known
 *
 * For who waits. Thread: any.
 *
 * Returns: (transfer full) (nullable): "Papers: 12 of 90"; %NULL while nothing was told, as of work that tells nothing
 */
char *
kp_progress_dup_state (KpProgress *progress, guint *n_done, guint *n_all)
{
  char *state = NULL;

  g_mutex_lock (&progress->lock);
  *n_done = progress->n_done;
  *n_all = progress->n_all;
  if (progress->what != NULL && progress->n_all > 0)
    state = g_strdup_printf (_ ("%s: %u of %u"), progress->what, progress->n_done, progress->n_all);
  else
    state = g_strdup (progress->what);
  g_mutex_unlock (&progress->lock);
  return state;
}
