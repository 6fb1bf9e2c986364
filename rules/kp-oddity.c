/* kp-oddity.c – what a supervisor should look at twice in the marks of one paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-oddity.h"

#include <stdlib.h>

/* Squares of 100,000 marks need more than 64 bits: 10⁵ · (150 · 10⁴)² · 10⁵ ≈ 10²². */
__extension__ typedef __int128 Wide;

/** kp_oddity_policy_init: bounds that leave an honest exam of 3,000 with a handful of places to look at. */
void
kp_oddity_policy_init (KpOddityPolicy *policy)
{
  *policy = (KpOddityPolicy) {
    .cliff_share = 10,
    .cliff_least = KP_MARK (3, 0),
    .cliff_times = 5,
    .room_least = 10,
    .room_errors = 3,
    .run_least = 3,
  };
}

/** kp_oddity_kind_get_chinese: as the audit's list calls it. */
const char *
kp_oddity_kind_get_chinese (KpOddityKind kind)
{
  static const char *const names[KP_ODDITY_N_KINDS] = {
    [KP_ODDITY_CLIFF] = "高分断层",
    [KP_ODDITY_ROOM_MEAN] = "考场平均分异常",
    [KP_ODDITY_SAME_RUN] = "邻座同分",
  };

  g_return_val_if_fail (kind < KP_ODDITY_N_KINDS, NULL);
  return names[kind];
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const KpOddityMark *x = a;
  const KpOddityMark *y = b;

  if (x->room != y->room)
    return x->room < y->room ? -1 : 1;
  return (x->seat > y->seat) - (x->seat < y->seat);
}

static int
compare_down (gconstpointer a,
              gconstpointer b)
{
  const KpOddityMark *x = a;
  const KpOddityMark *y = b;

  return (x->mark < y->mark) - (x->mark > y->mark);
}

/* Below the mark at `i` in falling order; the gaps from the next one down to the middle are what is usual. */
static gboolean
is_cliff (const KpOddityPolicy *policy,
          const KpOddityMark *falling,
          gsize n,
          gsize i)
{
  const gsize middle = n / 2;
  const KpMark gap = falling[i].mark - falling[i + 1].mark;
  const KpMark rest = falling[i + 1].mark - falling[middle].mark;

  return gap >= policy->cliff_least && (Wide) gap * (Wide) (middle - (i + 1)) >= (Wide) policy->cliff_times * rest;
}

static void
find_cliffs (const KpOddityPolicy *policy,
             const KpOddityMark *falling,
             gsize n,
             GArray *found)
{
  for (gsize i = 0; i + 1 < n / 2 && (i + 1) * policy->cliff_share <= n; i++)
    {
      const KpOddity oddity = {
        .kind = KP_ODDITY_CLIFF,
        .n = (guint) i + 1,
        .value = kp_fraction_new (falling[i].mark, KP_MARK_UNIT),
        .beside = kp_fraction_new (falling[i + 1].mark, KP_MARK_UNIT),
      };

      if (is_cliff (policy, falling, n, i))
        g_array_append_val (found, oddity);
    }
}

typedef struct
{
  Wide n;
  Wide sum;
  Wide squares;
} Sums;

static Sums
add_up (const KpOddityMark *marks,
        gsize n)
{
  Sums sums = { (Wide) n, 0, 0 };

  for (gsize i = 0; i < n; i++)
    {
      sums.sum += marks[i].mark;
      sums.squares += (Wide) marks[i].mark * marks[i].mark;
    }
  return sums;
}

/* (s/n − S/N)² > k² · σ²/n with σ² = (N·Q − S²)/N², cleared of its fractions. */
static gboolean
is_far (const KpOddityPolicy *policy,
        const Sums *room,
        const Sums *all)
{
  const Wide distance = room->sum * all->n - all->sum * room->n;
  const Wide spread = all->n * all->squares - all->sum * all->sum;

  return distance * distance > (Wide) policy->room_errors * policy->room_errors * room->n * spread;
}

static gsize
count_room (const KpOddityMark *placed,
            gsize n)
{
  gsize count = 1;

  while (count < n && placed[count].room == placed[0].room)
    count++;
  return count;
}

static void
find_room_means (const KpOddityPolicy *policy,
                 const KpOddityMark *placed,
                 gsize n,
                 GArray *found)
{
  const Sums all = add_up (placed, n);
  gsize size = 0;

  for (gsize i = 0; i < n; i += size)
    {
      Sums room;

      size = count_room (placed + i, n - i);
      room = add_up (placed + i, size);
      if (size >= policy->room_least && size < n && is_far (policy, &room, &all))
        {
          const KpOddity oddity = {
            .kind = KP_ODDITY_ROOM_MEAN,
            .room = placed[i].room,
            .n = (guint) size,
            .value = kp_fraction_new ((gint64) room.sum, (gint64) size * KP_MARK_UNIT),
            .beside = kp_fraction_new ((gint64) all.sum, (gint64) n * KP_MARK_UNIT),
          };

          g_array_append_val (found, oddity);
        }
    }
}

static void
find_runs (const KpOddityPolicy *policy,
           const KpOddityMark *placed,
           gsize n,
           GArray *found)
{
  gsize size = 0;

  for (gsize i = 0; i < n; i += size)
    {
      for (size = 1; i + size < n && placed[i + size].room == placed[i].room
                     && placed[i + size].seat == placed[i].seat + size && placed[i + size].mark == placed[i].mark;)
        size++;
      if (size >= policy->run_least)
        {
          const KpOddity oddity = {
            .kind = KP_ODDITY_SAME_RUN,
            .room = placed[i].room,
            .seat = placed[i].seat,
            .n = (guint) size,
            .value = kp_fraction_new (placed[i].mark, KP_MARK_UNIT),
          };

          g_array_append_val (found, oddity);
        }
    }
}

/**
 * kp_oddity_find:
 * @policy: what counts as odd
 * @marks: (array length=n_marks): the marks of one paper, one for each person, in any order
 * @n_marks: their count
 *
 * Looks for the three traces that manipulated exams left (domain.md §20): exact, without floating point, the same for the
 * same marks whatever their order.
 *
 * Returns: (transfer full) (element-type KpOddity): what was found, empty when nothing is odd
 */
GArray *
kp_oddity_find (const KpOddityPolicy *policy,
                const KpOddityMark *marks,
                gsize n_marks)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (KpOddity));
  g_autofree KpOddityMark *sorted = g_memdup2 (marks, n_marks * sizeof *marks);

  if (n_marks == 0)
    return found;
  qsort (sorted, n_marks, sizeof *sorted, compare_down);
  find_cliffs (policy, sorted, n_marks, found);
  qsort (sorted, n_marks, sizeof *sorted, compare_places);
  find_room_means (policy, sorted, n_marks, found);
  find_runs (policy, sorted, n_marks, found);
  return found;
}

/**
 * kp_oddity_is_tailored:
 * @n_general: applicants of a post who fulfil what is asked for every post
 * @n_fit: those of them who fulfil what this post alone asks for
 * @wanted: applicants that the opening ratio asks for; without a ratio one more than there are places
 *
 * 萝卜招聘: conditions so narrow that hardly anybody is left to compete. 事业单位公开招聘违纪违规行为处理规定 第十五条 forbids
 * conditions set for somebody; the count proves nothing, it says where to ask.
 *
 * Returns: whether it is the post's own conditions that leave too few
 */
gboolean
kp_oddity_is_tailored (guint n_general,
                       guint n_fit,
                       guint wanted)
{
  return n_general >= wanted && n_fit < wanted && n_fit > 0;
}
