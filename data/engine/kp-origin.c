/* kp-origin.c – a screen that has records written: what was written for it is no news to it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* On a server its name goes with what is told to others. In a file nobody tells anything: whoever watches it sees that the
 * journal has grown, and asks here whether the row that is the last now was written for the same screen. */

#include "kp-origin.h"

#define N_KEPT 16 /* workers of one screen that may write one after another before somebody looks */

typedef struct
{
  char *campaign;
  gint64 seq;
} Row;

struct _KpOrigin
{
  gatomicrefcount n_refs;
  char *name;
  GMutex lock;
  Row rows[N_KEPT]; /* locked */
  guint next;       /* locked: the oldest, or the first that is empty */
};

/**
 * kp_origin_new:
 * @name: one word without blanks that no other screen has
 *
 * Returns: (transfer full): an origin, for any thread
 */
KpOrigin *
kp_origin_new (const char *name)
{
  KpOrigin *origin = g_new0 (KpOrigin, 1);

  g_atomic_ref_count_init (&origin->n_refs);
  origin->name = g_strdup (name);
  g_mutex_init (&origin->lock);
  return origin;
}

/** kp_origin_ref: (transfer full): for somebody else too. */
KpOrigin *
kp_origin_ref (KpOrigin *origin)
{
  g_atomic_ref_count_inc (&origin->n_refs);
  return origin;
}

/** kp_origin_unref: (transfer full): gone with the last who has it. */
void
kp_origin_unref (KpOrigin *origin)
{
  if (!g_atomic_ref_count_dec (&origin->n_refs))
    return;
  for (guint i = 0; i < N_KEPT; i++)
    g_free (origin->rows[i].campaign);
  g_mutex_clear (&origin->lock);
  g_free (origin->name);
  g_free (origin);
}

/** kp_origin_get_name: (transfer none): the word that others hear. */
const char *
kp_origin_get_name (const KpOrigin *origin)
{
  return origin->name;
}

static Row *
find (KpOrigin *origin, const char *campaign, gint64 seq)
{
  for (guint i = 0; i < N_KEPT; i++)
    {
      Row *row = &origin->rows[i];

      if (row->seq == seq && g_strcmp0 (row->campaign, campaign) == 0)
        return row;
    }
  return NULL;
}

/**
 * kp_origin_note:
 * @origin: for whom something is written
 * @campaign: in whose journal
 * @seq: of the last row of the unit of work, which is about to be committed
 */
void
kp_origin_note (KpOrigin *origin, const char *campaign, gint64 seq)
{
  Row *row;

  g_mutex_lock (&origin->lock);
  row = &origin->rows[origin->next];
  origin->next = (origin->next + 1) % N_KEPT;
  g_free (row->campaign);
  *row = (Row){ g_strdup (campaign), seq };
  g_mutex_unlock (&origin->lock);
}

/** kp_origin_forget: what was noted wasn't committed: somebody else may write a row of that number. */
void
kp_origin_forget (KpOrigin *origin, const char *campaign, gint64 seq)
{
  Row *row;

  g_mutex_lock (&origin->lock);
  row = find (origin, campaign, seq);
  if (row != NULL)
    g_clear_pointer (&row->campaign, g_free);
  g_mutex_unlock (&origin->lock);
}

/** kp_origin_is_own: whether the row @seq is one of the last that were written for @origin, and ended a unit of work. */
gboolean
kp_origin_is_own (KpOrigin *origin, const char *campaign, gint64 seq)
{
  gboolean is_own;

  g_mutex_lock (&origin->lock);
  is_own = find (origin, campaign, seq) != NULL;
  g_mutex_unlock (&origin->lock);
  return is_own;
}
