/* kp-contest-double.c – one person at several posts: whose registrations are one, and who would be hired twice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 兼报, one place each; 1 and 2 are one person:
 *
 *   A   1 (90)  4 (70)        1 would be hired for A and 2 for B: both wait, and so do 3 and 4,
 *   B   2 (85)  3 (80)        until the person leaves one of the two
 *
 * Which of the posts is wanted only the person can say. */

#include "kp-contest-private.h"

static guint
find_root (guint *parents,
           guint  i)
{
  while (parents[i] != i)
    i = parents[i] = parents[parents[i]];

  return i;
}

/**
 * kp_contest_map_persons:
 * @contest: a contest
 *
 * Returns: (transfer full) (nullable) (array): for each entrant the index of the first registration of the same person;
 *   NULL when everybody has only one
 */
guint *
kp_contest_map_persons (const KpContest *contest)
{
  g_autoptr (GHashTable) index = NULL;
  guint                 *persons = NULL;

  for (guint i = 0; i < contest->n_entrants; i++)
    {
      gpointer other;
      guint    own, root;

      if (contest->entrants[i].same_as == NULL)
        continue;
      if (index == NULL)
        {
          index = g_hash_table_new (g_str_hash, g_str_equal);
          persons = g_new (guint, contest->n_entrants + 1);
          for (guint j = 0; j < contest->n_entrants; j++)
            {
              g_hash_table_insert (index, (gpointer) contest->entrants[j].number, GUINT_TO_POINTER (j));
              persons[j] = j;
            }
        }
      if (!g_hash_table_lookup_extended (index, contest->entrants[i].same_as, NULL, &other))
        continue;
      own = find_root (persons, i);
      root = find_root (persons, GPOINTER_TO_UINT (other));
      persons[MAX (own, root)] = MIN (own, root);
    }
  for (guint i = 0; persons != NULL && i < contest->n_entrants; i++)
    persons[i] = find_root (persons, i);

  return persons;
}

/* The place stays the person's, and nobody is called for it, but it isn't known yet whether it will be filled so. */
static void
hold (KpContest     *contest,
      KpFinal       *final,
      KpFinalResult *result)
{
  KpFinalPost *post = &final->posts[result->post];

  post->n_empty++;
  post->vacancy = KP_VACANCY_UNDECIDED;
  if (result->verdict == KP_FINAL_IN)
    post->n_called--;
  result->verdict = KP_FINAL_UNDECIDED;
  result->is_hired = FALSE;
  kp_contest_say (g_ptr_array_index (contest->posts, result->post), "有人同时列为两个岗位的人选，待本人选定其一，人选待定。");
}

/**
 * kp_contest_hold_doubles:
 * @contest: a contest
 * @final: its final lists; who would be hired twice waits
 * @indexes: which entrant each person of @final is
 *
 * Nobody is hired for two posts. Who would be is undecided at both until one of the registrations leaves.
 */
void
kp_contest_hold_doubles (KpContest   *contest,
                         KpFinal     *final,
                         const guint *indexes)
{
  g_autofree guint *persons = kp_contest_map_persons (contest);
  g_autofree guint *n_hired = g_new0 (guint, contest->n_entrants + 1);

  if (persons == NULL)
    return;

  for (guint i = 0; i < final->n_persons; i++)
    n_hired[persons[indexes[i]]] += final->persons[i].is_hired;
  for (guint i = 0; i < final->n_persons; i++)
    if (final->persons[i].is_hired && n_hired[persons[indexes[i]]] > 1)
      {
        hold (contest, final, &final->persons[i]);
        contest->results[indexes[i]].is_held_twice = TRUE;
      }
}

/**
 * kp_contest_bar_hired:
 * @contest: a contest
 * @final: its final lists, after kp_contest_hold_doubles()
 * @indexes: which entrant each person of @final is
 * @results: (array): a copy of the results of @final; who is hired elsewhere has left the others
 *
 * Whoever gets a place of one post waits in the reserve of no other.
 */
void
kp_contest_bar_hired (const KpContest *contest,
                      const KpFinal   *final,
                      const guint     *indexes,
                      KpFinalResult   *results)
{
  g_autofree guint    *persons = kp_contest_map_persons (contest);
  g_autofree gboolean *is_hired = g_new0 (gboolean, contest->n_entrants + 1);

  if (persons == NULL)
    return;

  for (guint i = 0; i < final->n_persons; i++)
    if (final->persons[i].is_hired || contest->results[indexes[i]].is_held_twice)
      is_hired[persons[indexes[i]]] = TRUE;
  for (guint i = 0; i < final->n_persons; i++)
    if (is_hired[persons[indexes[i]]] && (results[i].verdict == KP_FINAL_OUT || results[i].is_surplus))
      results[i] = (KpFinalResult) { .verdict = KP_FINAL_LEFT, .post = results[i].post };
}
