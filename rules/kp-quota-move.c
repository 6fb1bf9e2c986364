/* kp-quota-move.c – places that reduced and cancelled posts set free: which posts take them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   FIRST         all to the first post of the list that is open; what the notice says of a post that can't carry them
 *                 by the ratio: asks the committee, takes them all the same, or takes what fits and leaves the rest to
 *                 the next
 *   IN_TURN       one place to each post of the list, and again from its start: A → B → C → A
 *   SAME_STREET   like FIRST, among the posts of the list in the street that the places come from
 *
 * Where no post of the list is open the committee is asked. A post that gave places away takes none, and a post that the
 * committee has decided about takes what it decided. */

#include "kp-quota-private.h"

/* The posts of the list, in its order. */
typedef struct
{
  KpQuotaRun *run;
  guint      *posts; /* indexes */
  guint       n_posts;
  guint      *gives; /* of each post of the run */
  guint       slack; /* places that may still be given without exceeding the plan */
} Mover;

static gboolean
is_listed (const KpQuotaPolicy *policy,
           const char          *post)
{
  for (guint i = 0; i < policy->freed_to->len; i++)
    if (g_strcmp0 (g_ptr_array_index (policy->freed_to, i), post) == 0)
      return TRUE;

  return FALSE;
}

/* Freed places that the notice wants to see elsewhere. */
static guint
count_given (const KpQuotaPolicy *policy,
             const KpQuotaStep   *step)
{
  gboolean is_cancelled = step->result->outcome == KP_QUOTA_CANCELLED;
  gboolean gives = FALSE;

  switch (policy->freed)
    {
    case KP_QUOTA_FREED_CANCELLED_TARGETED:
      gives = is_cancelled && step->post->is_targeted;
      break;
    case KP_QUOTA_FREED_CANCELLED:
      gives = is_cancelled;
      break;
    case KP_QUOTA_FREED_TARGETED:
      gives = step->post->is_targeted;
      break;
    case KP_QUOTA_FREED_ALL:
      gives = TRUE;
      break;
    case KP_QUOTA_FREED_NONE:
    default:
      break;
    }
  /* In a rotation every post may give to the others; else a receiving post's own places have nowhere to go. */
  if (policy->freed_how != KP_MOVE_IN_TURN && is_listed (policy, step->post->post))
    gives = FALSE;

  return gives ? step->result->freed : 0;
}

static gboolean
may_take (const Mover *mover,
          guint        index)
{
  const KpQuotaStep *step = &mover->run->steps[index];

  return step->result->outcome != KP_QUOTA_CANCELLED && step->result->outcome != KP_QUOTA_UNDECIDED
         && !step->post->has_decision && mover->gives[index] == 0;
}

/* How many more places the applicants carry; of the whole pool where posts are pooled. */
static guint
count_room (const KpQuotaRun *run,
            guint             index)
{
  guint              leader = run->steps[index].leader;
  const KpQuotaStep *pool = &run->steps[leader];
  KpFraction         carried = kp_fraction_divide (kp_fraction_new (pool->applicants, 1), kp_quota_run_get_ratio (run, leader));
  guint              most = 0;
  guint              places = 0;

  kp_fraction_round_to_count (carried, KP_ROUNDING_TRUNCATE, &most);
  for (guint i = leader; i < run->n_steps; i++)
    if (run->steps[i].leader == leader)
      places += run->steps[i].result->new_plan;

  return most > places ? most - places : 0;
}

static void
take (Mover *mover,
      guint  index,
      guint  n)
{
  KpQuotaResult *result = mover->run->steps[index].result;

  result->moved_in += n;
  result->new_plan += n;
}

static gboolean
is_in_street (const Mover *mover,
              guint        index,
              const char  *street)
{
  return street == NULL || g_strcmp0 (mover->run->steps[index].post->street, street) == 0;
}

/* Nobody of the list can take: the first that isn't decided about waits for an answer. */
static void
ask_closed (Mover      *mover,
            const char *street,
            guint       n)
{
  for (guint i = 0; i < mover->n_posts; i++)
    if (is_in_street (mover, mover->posts[i], street) && !mover->run->steps[mover->posts[i]].post->has_decision)
      {
        kp_quota_run_ask (mover->run, mover->posts[i], KP_QUOTA_ASKS_CLOSED, n);
        return;
      }
}

static gboolean
has_taker (const Mover *mover,
           const char  *street)
{
  for (guint i = 0; i < mover->n_posts; i++)
    if (is_in_street (mover, mover->posts[i], street) && may_take (mover, mover->posts[i]))
      return TRUE;

  return FALSE;
}

static void
move_to_first (Mover      *mover,
               const char *street,
               guint       n)
{
  KpQuotaReceiver receiver = mover->run->policy->receiver;

  for (guint i = 0; n > 0 && i < mover->n_posts; i++)
    {
      guint index = mover->posts[i];
      guint room;

      if (!is_in_street (mover, index, street) || !may_take (mover, index))
        continue;
      room = receiver == KP_QUOTA_RECEIVER_KEEPS ? n : MIN (n, count_room (mover->run, index));
      if (room < n && receiver == KP_QUOTA_RECEIVER_ASK)
        {
          kp_quota_run_ask (mover->run, index, KP_QUOTA_ASKS_RATIO, n);
          return;
        }
      take (mover, index, room);
      n -= room;
    }
}

static void
move_in_turn (Mover *mover,
              guint  n)
{
  KpQuotaReceiver receiver = mover->run->policy->receiver;
  guint           n_passed_over = 0;

  for (guint i = 0; n > 0 && n_passed_over < mover->n_posts; i = (i + 1) % mover->n_posts)
    {
      guint index = mover->posts[i];

      n_passed_over++;
      if (!may_take (mover, index))
        continue;
      if (receiver == KP_QUOTA_RECEIVER_KEEPS || count_room (mover->run, index) > 0)
        take (mover, index, 1);
      else if (receiver == KP_QUOTA_RECEIVER_ASK)
        kp_quota_run_ask (mover->run, index, KP_QUOTA_ASKS_RATIO, 1);
      else
        continue;
      n--;
      n_passed_over = 0;
    }
}

/* Given places, of one street or of all, less what the committee has given out itself. */
static guint
count_movable (const Mover *mover,
               const char  *street)
{
  guint given = 0;
  guint raised = 0;

  for (guint i = 0; i < mover->run->n_steps; i++)
    if (is_in_street (mover, i, street))
      {
        given += mover->gives[i];
        raised += mover->run->steps[i].post->has_decision ? mover->run->steps[i].result->moved_in : 0;
      }

  return given > raised ? MIN (given - raised, mover->slack) : 0;
}

static void
move_all (Mover      *mover,
          const char *street)
{
  guint n = count_movable (mover, street);

  mover->slack -= n;
  if (n == 0)
    return;
  if (!has_taker (mover, street))
    ask_closed (mover, street, n);
  else if (mover->run->policy->freed_how == KP_MOVE_IN_TURN)
    move_in_turn (mover, n);
  else
    move_to_first (mover, street, n);
}

static gboolean
is_stranded (const Mover *mover,
             guint        index,
             GHashTable  *streets)
{
  const KpQuotaCase *post = mover->run->steps[index].post;

  return mover->gives[index] > 0 && !post->has_decision
         && (post->street == NULL || !g_hash_table_contains (streets, post->street));
}

/* Street by street, in the order of the list. Places of a street without receiving post wait where they are, unless the
 * committee has already given out so many that they can't all be left. */
static void
move_within_streets (Mover *mover)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  guint                  n_stranded = 0;

  for (guint i = 0; i < mover->n_posts; i++)
    {
      const char *street = mover->run->steps[mover->posts[i]].post->street;

      if (street != NULL && g_hash_table_add (done, (gpointer) street))
        move_all (mover, street);
    }
  for (guint i = 0; i < mover->run->n_steps; i++)
    n_stranded += is_stranded (mover, i, done) ? mover->gives[i] : 0;
  for (guint i = 0; n_stranded <= mover->slack && i < mover->run->n_steps; i++)
    if (is_stranded (mover, i, done))
      kp_quota_run_ask (mover->run, i, KP_QUOTA_ASKS_STREET, mover->gives[i]);
}

/**
 * kp_quota_run_move:
 * @run: a run whose posts are opened, reduced or cancelled
 *
 * Moves what was set free to the posts that the notice names for it; what it leaves open becomes a question.
 */
void
kp_quota_run_move (KpQuotaRun *run)
{
  const GPtrArray   *list = run->policy->freed_to;
  g_autofree guint  *posts = g_new0 (guint, run->n_steps + 1);
  g_autofree guint  *gives = g_new0 (guint, run->n_steps + 1);
  Mover              mover = { .run = run, .posts = posts, .gives = gives };

  if (run->policy->freed == KP_QUOTA_FREED_NONE || list == NULL)
    return;

  for (guint i = 0; i < run->n_steps; i++)
    {
      gives[i] = count_given (run->policy, &run->steps[i]);
      mover.slack += run->steps[i].post->plan;
    }
  for (guint i = 0; i < run->n_steps; i++)
    mover.slack -= run->steps[i].result->new_plan;
  for (guint i = 0; i < list->len && mover.n_posts < run->n_steps; i++)
    for (guint j = 0; j < run->n_steps; j++)
      if (g_strcmp0 (run->steps[j].post->post, g_ptr_array_index (list, i)) == 0)
        posts[mover.n_posts++] = j;

  if (run->policy->freed_how == KP_MOVE_SAME_STREET)
    move_within_streets (&mover);
  else
    move_all (&mover, NULL);
}
