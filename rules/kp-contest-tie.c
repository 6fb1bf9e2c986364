/* kp-contest-tie.c – why a tie at the last place isn't parted: at which key it stops, and for whom.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest.h"

#include "kp-tie-origin.h"

#include <string.h>

/* Tied across the last place: not called, or called together and not hired before they are parted. */
static gboolean
is_waiting (const KpContestResult *result)
{
  if (result->is_held_twice || !result->total.place.is_undecided)
    return FALSE;
  if (result->final.verdict == KP_FINAL_UNDECIDED)
    return TRUE;

  return (result->final.verdict == KP_FINAL_IN || result->final.verdict == KP_FINAL_SUBSTITUTE) && !result->final.is_hired
         && !result->final.is_surplus;
}

static gint
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gchar *
dup_names (GPtrArray *numbers)
{
  g_ptr_array_sort (numbers, compare_numbers);
  g_ptr_array_add (numbers, NULL);

  return g_strjoinv ("、", (gchar **) numbers->pdata);
}

/**
 * kp_contest_dup_tie_reason:
 * @contest: a contest
 * @post: one of its posts
 *
 * Names registrations, so it is for whoever works at the lists, not for the lists.
 *
 * Returns: (transfer full) (nullable): a Chinese sentence; NULL where no tie lies across the last place
 */
gchar *
kp_contest_dup_tie_reason (const KpContest     *contest,
                           const KpContestPost *post)
{
  const KpSchemeTotal  *order
      = kp_scheme_get_post_total (contest->scheme, post->post, post->opening == KP_QUOTA_TO_INTERVIEW);
  g_autoptr (GPtrArray) tied = g_ptr_array_new ();
  g_autoptr (GPtrArray) lacking = g_ptr_array_new ();
  g_autofree gchar     *names = NULL;
  g_autofree gchar     *key = NULL;
  guint                 waits_for = 0;

  for (guint i = 0; post->pending == KP_PENDING_NONE && i < post->entrants->len; i++)
    {
      const guint            index = g_array_index (post->entrants, guint, i);
      const KpContestResult *result = &contest->results[index];

      if (!is_waiting (result))
        continue;
      waits_for = result->total.place.waits_for;
      g_ptr_array_add (tied, (gpointer) contest->entrants[index].number);
      if (result->lacks_tie_key)
        g_ptr_array_add (lacking, (gpointer) contest->entrants[index].number);
    }
  if (tied->len == 0 || order == NULL)
    return NULL;
  if (lacking->len == 0 || waits_for == 0 || waits_for > order->policy.ties->len)
    {
      names = dup_names (tied);
      return g_strdup_printf ("%s按同分次序比到最后仍相同。", names);
    }

  names = dup_names (lacking);
  key = kp_scheme_dup_tie_chinese (contest->scheme, g_ptr_array_index (order->policy.ties, waits_for - 1));
  return g_strdup_printf ("同分次序停在“%s”一项：%s%s。", key, names,
                          kp_tie_field_is_stated (((const KpTie *) g_ptr_array_index (order->policy.ties, waits_for - 1))->field)
                              ? "待核实"
                              : "还没有这一项");
}
