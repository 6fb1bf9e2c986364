/* kp-hearing-rooms.c – which room of a post a candidate is heard in, and which number a late one gets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-hearing-rooms.h"

typedef struct
{
  KpMark written;
  guint  drawn; /* position in the drawn order */
} Ranked;

/* Equal marks stand as they were drawn: no name and no number decides. */
static gint
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *first = a;
  const Ranked *second = b;

  if (first->written != second->written)
    return first->written > second->written ? -1 : 1;
  return first->drawn < second->drawn ? -1 : first->drawn > second->drawn;
}

/**
 * kp_hearing_rooms_group:
 * @written: marks of the written exam in the drawn order; less than 0 = none
 * @n: their number
 * @n_groups: groups to make, at least 1
 * @groups: (out): the group of each, from 0
 *
 * Z 形分组: the best of the written exam to the first group, the next to the second, and back again:
 *
 *   place     1 2 3 4 5 6 7 8 9
 *   3 groups  A B C C B A A B C
 *
 * so that the groups differ by as little as their members do.
 */
void
kp_hearing_rooms_group (const KpMark *written,
                        guint n,
                        guint n_groups,
                        guint *groups)
{
  g_autoptr (GArray) ranked = g_array_sized_new (FALSE, FALSE, sizeof (Ranked), n);

  g_return_if_fail (n_groups > 0);

  for (guint i = 0; i < n; i++)
    {
      const Ranked one = { written[i], i };

      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < n; i++)
    {
      const guint turn = i / n_groups;
      const guint step = i % n_groups;

      groups[g_array_index (ranked, Ranked, i).drawn] = turn % 2 == 0 ? step : n_groups - 1 - step;
    }
}

/**
 * kp_hearing_rooms_find_late:
 * @slots: the numbers of the room, in any order
 * @n: how many
 * @own: index of the number that was drawn for the one who comes late
 *
 * A late comer takes what remains (domain.md §8.3): the own number while its turn is still to come, else the next number
 * that nobody came for, else one more at the end. Nobody who was in time is moved.
 *
 * Returns: an index of @slots, or %KP_HEARING_SLOT_NEW
 */
guint
kp_hearing_rooms_find_late (const KpHearingSlot *slots,
                            guint n,
                            guint own)
{
  guint last = 0;
  guint found = KP_HEARING_SLOT_NEW;

  for (guint i = 0; i < n; i++)
    last = slots[i].is_heard ? MAX (last, slots[i].number) : last;
  if (slots[own].number > last)
    return own;
  for (guint i = 0; i < n; i++)
    {
      if (i == own || !slots[i].is_empty || slots[i].is_heard || slots[i].number <= last)
        continue;
      if (found == KP_HEARING_SLOT_NEW || slots[i].number < slots[found].number)
        found = i;
    }
  return found;
}
