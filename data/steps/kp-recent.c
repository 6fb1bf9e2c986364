/* kp-recent.c – what was done in a campaign last.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-recent.h"

/* An import of a province writes so many rows at once; what is older than that doesn't matter today. */
#define FAR_BACK 500000

static void
free_act (gpointer data)
{
  KpRecentAct *act = data;

  g_free (act->at);
  g_free (act->actor);
  g_free (act->step);
  g_free (act);
}

static gboolean
is_same (const KpRecentAct *act,
         KpStatement *row)
{
  return g_strcmp0 (act->at, kp_statement_get_text (row, "at")) == 0
         && g_strcmp0 (act->actor, kp_statement_get_text (row, "actor")) == 0
         && g_strcmp0 (act->step, kp_statement_get_text (row, "step")) == 0;
}

/**
 * kp_recent_list:
 * @session: a session
 * @n_most: how many at most
 * @error: return location
 *
 * Reads the journal from its end, no further than it must.
 *
 * Returns: (transfer full) (element-type KpRecentAct): the last first, or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_recent_list (KpSession *session,
                guint n_most,
                GError **error)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func (free_act);
  g_autoptr (KpStatement) row
      = kp_database_prepare (kp_session_get_database (session),
                             "SELECT at, actor, step FROM journal WHERE campaign = $1 ORDER BY seq DESC", error);
  gboolean has_row = FALSE;
  gboolean is_good = TRUE;

  if (row == NULL)
    return NULL;
  kp_statement_set_streaming (row);
  kp_statement_bind_text (row, 1, kp_session_get_campaign (session));
  for (guint n = 0; n < FAR_BACK && (is_good = kp_statement_step (row, &has_row, error)) && has_row; n++)
    {
      KpRecentAct *act;

      if (acts->len > 0 && is_same (g_ptr_array_index (acts, acts->len - 1), row))
        continue;
      if (acts->len == n_most)
        break;
      act = g_new0 (KpRecentAct, 1);
      act->at = kp_statement_dup_text (row, "at");
      act->actor = kp_statement_dup_text (row, "actor");
      act->step = kp_statement_dup_text (row, "step");
      g_ptr_array_add (acts, act);
    }
  return is_good ? g_steal_pointer (&acts) : NULL;
}
