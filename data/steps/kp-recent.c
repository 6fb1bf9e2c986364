/* kp-recent.c – what was done in a campaign last.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-recent.h"

static void
free_act (gpointer data)
{
  KpRecentAct *act = data;

  g_free (act->at);
  g_free (act->actor);
  g_free (act->step);
  g_free (act);
}

/* Row @seq of the journal as an act; NULL with an error. */
static KpRecentAct *
load_act (KpSession *session,
          gint64 seq,
          GError **error)
{
  g_autoptr (KpStatement) row
      = kp_database_prepare (kp_session_get_database (session),
                             "SELECT at, actor, step FROM journal WHERE campaign = $1 AND seq = $2", error);
  gboolean has_row = FALSE;
  KpRecentAct *act;

  if (row == NULL)
    return NULL;
  kp_statement_bind_text (row, 1, kp_session_get_campaign (session));
  kp_statement_bind_int (row, 2, seq);
  if (!kp_statement_step (row, &has_row, error))
    return NULL;
  act = g_new0 (KpRecentAct, 1);
  act->at = has_row ? kp_statement_dup_text (row, "at") : NULL;
  act->actor = has_row ? kp_statement_dup_text (row, "actor") : NULL;
  act->step = has_row ? kp_statement_dup_text (row, "step") : NULL;
  return act;
}

/* Whether row @seq belongs to @act, too. */
static gboolean
load_is_same (KpSession *session,
              const KpRecentAct *act,
              gint64 seq,
              gboolean *is_same,
              GError **error)
{
  KpRecentAct *other = load_act (session, seq, error);

  if (other == NULL)
    return FALSE;
  *is_same = g_strcmp0 (act->at, other->at) == 0 && g_strcmp0 (act->actor, other->actor) == 0
             && g_strcmp0 (act->step, other->step) == 0;
  free_act (other);
  return TRUE;
}

/* The rows of an act stand together, a few or hundreds of thousands: leaps of twice the length each, back to a row before
   it, then halves. */
static gboolean
leave_act (KpSession *session,
           const KpRecentAct *act,
           gint64 *seq,
           GError **error)
{
  gint64 same = *seq;
  gint64 other = *seq;
  gboolean is_same = TRUE;

  for (gint64 leap = 1; is_same && other > 0; leap *= 2)
    {
      same = other;
      other = MAX (other - leap, 0);
      if (other > 0 && !load_is_same (session, act, other, &is_same, error))
        return FALSE;
    }
  while (same - other > 1)
    {
      const gint64 middle = other + (same - other) / 2;

      if (!load_is_same (session, act, middle, &is_same, error))
        return FALSE;
      if (is_same)
        same = middle;
      else
        other = middle;
    }
  *seq = other;
  return TRUE;
}

static gboolean
load_head (KpSession *session,
           gint64 *seq,
           GError **error)
{
  g_autoptr (KpStatement) row = kp_database_prepare (kp_session_get_database (session),
                                                     "SELECT seq FROM journal_head WHERE campaign = $1", error);
  gboolean has_row = FALSE;

  *seq = 0;
  if (row == NULL)
    return FALSE;
  kp_statement_bind_text (row, 1, kp_session_get_campaign (session));
  if (!kp_statement_step (row, &has_row, error))
    return FALSE;
  *seq = has_row ? kp_statement_get_int (row, "seq") : 0;
  return TRUE;
}

/**
 * kp_recent_list:
 * @session: a session
 * @n_most: how many at most
 * @error: return location
 *
 * Reads the journal from its end: some dozen of its rows, however long it is.
 *
 * Returns: (transfer full) (element-type KpRecentAct): the last first, or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_recent_list (KpSession *session,
                guint n_most,
                GError **error)
{
  g_autoptr (GPtrArray) acts = g_ptr_array_new_with_free_func (free_act);
  gint64 seq = 0;

  if (!load_head (session, &seq, error))
    return NULL;
  while (seq > 0 && acts->len < n_most)
    {
      KpRecentAct *act = load_act (session, seq, error);

      if (act == NULL)
        return NULL;
      g_ptr_array_add (acts, act);
      if (!leave_act (session, act, &seq, error))
        return NULL;
    }
  return g_steal_pointer (&acts);
}
