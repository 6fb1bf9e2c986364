/* kp-seat.c – candidates in drawn order to rooms and seats, people of one post apart.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three steps, all of them fixed by the draw:
 *
 *   1. how many sit in each room: kp_seat_decide_counts(), with the rule for the tail room 尾考场;
 *   2. who sits in which room: people are laid in one row, post by post (the biggest post first, each in
 * drawn order), and the row is dealt over the rooms like cards, to each room in proportion to its size. So
 * every room gets its share of every post, and none has more of one post than it must;
 *   3. who sits on which seat of a room: kp-seat-room.c. */

#include "kp-seat.h"

#include "kp-seat-room.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (kp_seat_error, kp_seat_error)

/* A seat to be dealt: the s-th of the n in its room lies at (2s + 1) / 2n of the way. */
typedef struct
{
  guint64 along; /* 2s + 1 */
  guint64 of;    /* n */
  guint room;
} Slot;

typedef struct
{
  guint post_size;
  guint post;
  guint candidate;
} Dealt;

/**
 * kp_seat_policy_init:
 * @policy: (out): the defaults of domain.md §D
 *
 * S from the front, a tail of fewer than 5 goes to the former rooms, up to 3 extra seats each, 4 neighbours.
 */
void
kp_seat_policy_init (KpSeatPolicy *policy)
{
  g_return_if_fail (policy != NULL);

  *policy = (KpSeatPolicy){
    .walk = KP_WALK_S,
    .tail = KP_TAIL_EXTRA_SEATS,
    .tail_min = 5,
    .max_extra = 3,
  };
}

/**
 * kp_seat_room_init_grid:
 * @room: (out): the room
 * @n_columns: 1…%KP_SEAT_MAX_COLUMNS
 * @n_rows: at least 1
 *
 * A room of equal columns, all seats in use.
 */
void
kp_seat_room_init_grid (KpSeatRoom *room, guint n_columns, guint n_rows)
{
  g_return_if_fail (room != NULL && n_columns >= 1 && n_columns <= KP_SEAT_MAX_COLUMNS);

  *room = (KpSeatRoom){ .n_columns = n_columns };
  for (guint i = 0; i < n_columns; i++)
    room->columns[i] = n_rows;
}

/**
 * kp_seat_room_get_capacity:
 * @room: a room
 *
 * Returns: seats in use, without extra seats
 */
guint
kp_seat_room_get_capacity (const KpSeatRoom *room)
{
  guint n_seats = 0;

  g_return_val_if_fail (room != NULL && room->n_columns <= KP_SEAT_MAX_COLUMNS, 0);

  for (guint i = 0; i < room->n_columns; i++)
    n_seats += room->columns[i];
  return room->capacity > 0 ? MIN (room->capacity, n_seats) : n_seats;
}

static gboolean
check_rooms (const KpSeatRoom *rooms, gsize n_rooms, guint n_candidates, GError **error)
{
  guint64 n_seats = 0;

  for (gsize i = 0; i < n_rooms; i++)
    {
      if (rooms[i].n_columns == 0 || rooms[i].n_columns > KP_SEAT_MAX_COLUMNS ||
          kp_seat_room_get_capacity (&rooms[i]) == 0)
        {
          g_set_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_ROOM,
                       _ ("Room number %u of the list has no seats or too many columns: correct its columns "
                          "and rows."),
                       (guint) i + 1);
          return FALSE;
        }
      n_seats += kp_seat_room_get_capacity (&rooms[i]);
    }
  if (n_seats < n_candidates)
    {
      g_set_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_TOO_FEW_SEATS,
                   _ ("The rooms hold %u candidates, %u are to be seated: add rooms for %u more."),
                   (guint) n_seats, n_candidates, n_candidates - (guint) n_seats);
      return FALSE;
    }
  return TRUE;
}

/* Fills room after room; answers how many rooms it took. */
static gsize
fill_in_turn (const KpSeatRoom *rooms, guint n_candidates, guint *counts)
{
  gsize n_used = 0;

  for (guint left = n_candidates; left > 0; n_used++)
    {
      counts[n_used] = MIN (left, kp_seat_room_get_capacity (&rooms[n_used]));
      left -= counts[n_used];
    }
  return n_used;
}

/* 尾考场: a few who would sit alone go to the rooms before, one each, from the nearest back. */
static void
spread_tail (const KpSeatPolicy *policy, gsize n_used, guint *counts)
{
  gsize last = n_used - 1;
  guint rest = counts[last];

  if (rest >= policy->tail_min || (guint64) last * policy->max_extra < rest)
    return;
  counts[last] = 0;
  for (guint i = 0; i < rest; i++)
    counts[last - 1 - i % last]++;
}

static void
balance (const KpSeatRoom *rooms, gsize n_used, guint n_candidates, guint *counts)
{
  for (gsize i = 0; i < n_used; i++)
    counts[i] = 0;
  for (guint left = n_candidates; left > 0;)
    for (gsize i = 0; i < n_used && left > 0; i++)
      if (counts[i] < kp_seat_room_get_capacity (&rooms[i]))
        {
          counts[i]++;
          left--;
        }
}

/**
 * kp_seat_decide_counts:
 * @policy: tail rule
 * @rooms: (array length=n_rooms): in the order in which they are filled
 * @n_rooms: how many
 * @n_candidates: how many are to be seated
 * @counts: (out) (array length=n_rooms): how many sit in each room
 * @error: %KP_SEAT_ERROR_TOO_FEW_SEATS or %KP_SEAT_ERROR_ROOM
 *
 * Decides how many sit in each room. Extra seats only take the tail: without tail rule the rooms must hold
 * all.
 *
 * Returns: TRUE, or FALSE and the error
 */
gboolean
kp_seat_decide_counts (const KpSeatPolicy *policy,
                       const KpSeatRoom *rooms,
                       gsize n_rooms,
                       guint n_candidates,
                       guint *counts,
                       GError **error)
{
  gsize n_used;

  g_return_val_if_fail (policy != NULL && (n_rooms == 0 || (rooms != NULL && counts != NULL)), FALSE);

  if (!check_rooms (rooms, n_rooms, n_candidates, error))
    return FALSE;
  for (gsize i = 0; i < n_rooms; i++)
    counts[i] = 0;
  n_used = fill_in_turn (rooms, n_candidates, counts);
  if (policy->tail == KP_TAIL_BALANCE)
    balance (rooms, n_used, n_candidates, counts);
  else if (policy->tail == KP_TAIL_EXTRA_SEATS && n_used > 1)
    spread_tail (policy, n_used, counts);
  return TRUE;
}

static int
compare_slots (const void *a, const void *b, G_GNUC_UNUSED void *data)
{
  const Slot *left = a;
  const Slot *right = b;
  guint64 left_product = left->along * right->of;
  guint64 right_product = right->along * left->of;

  if (left_product != right_product)
    return left_product < right_product ? -1 : 1;
  return (left->room > right->room) - (left->room < right->room);
}

static int
compare_dealt (const void *a, const void *b, G_GNUC_UNUSED void *data)
{
  const Dealt *left = a;
  const Dealt *right = b;

  if (left->post_size != right->post_size)
    return left->post_size > right->post_size ? -1 : 1;
  if (left->post != right->post)
    return left->post < right->post ? -1 : 1;
  return (left->candidate > right->candidate) - (left->candidate < right->candidate);
}

/* A number from 1 on for each different text, in the order of the draw; 0 for none. */
static guint
number_text (GHashTable *numbers, const char *text)
{
  gpointer found;

  if (text == NULL || text[0] == '\0')
    return 0;
  found = g_hash_table_lookup (numbers, text);
  if (found == NULL)
    {
      found = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, (gpointer) text, found);
    }
  return GPOINTER_TO_UINT (found);
}

static KpSeatPerson *
number_people (const KpSeatCandidate *candidates, gsize n_candidates)
{
  g_autoptr (GHashTable) posts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) households = g_hash_table_new (g_str_hash, g_str_equal);
  KpSeatPerson *people = g_new0 (KpSeatPerson, n_candidates + 1);

  for (gsize i = 0; i < n_candidates; i++)
    people[i] = (KpSeatPerson){ number_text (posts, candidates[i].post),
                                number_text (households, candidates[i].household) };
  return people;
}

/* Everybody in one row: post by post, the biggest first, each in drawn order. */
static Dealt *
lay_row (const KpSeatPerson *people, gsize n_people)
{
  g_autofree guint *sizes = g_new0 (guint, n_people + 1);
  Dealt *row = g_new (Dealt, n_people + 1);

  for (gsize i = 0; i < n_people; i++)
    sizes[people[i].post]++;
  for (gsize i = 0; i < n_people; i++)
    row[i] = (Dealt){ sizes[people[i].post], people[i].post, (guint) i };
  g_qsort_with_data (row, (int) n_people, sizeof (Dealt), compare_dealt, NULL);
  return row;
}

static Slot *
lay_slots (const guint *counts, gsize n_rooms, gsize n_people)
{
  Slot *slots = g_new (Slot, n_people + 1);
  gsize n_slots = 0;

  for (gsize room = 0; room < n_rooms; room++)
    for (guint seat = 0; seat < counts[room]; seat++)
      slots[n_slots++] = (Slot){ 2 * (guint64) seat + 1, counts[room], (guint) room };
  g_qsort_with_data (slots, (int) n_slots, sizeof (Slot), compare_slots, NULL);
  return slots;
}

/* Gives a room to everybody; first to those who need the ground floor. */
static gboolean
deal_rooms (const KpSeatRoom *rooms,
            const Slot *slots,
            const Dealt *row,
            const KpSeatCandidate *candidates,
            gsize n_candidates,
            KpSeat *seats,
            GError **error)
{
  g_autofree gboolean *is_taken = g_new0 (gboolean, n_candidates + 1);
  gsize slot = 0;

  for (gsize i = 0; i < n_candidates; i++)
    {
      seats[row[i].candidate].room = KP_SEAT_NO_ROOM;
      if (!candidates[row[i].candidate].needs_ground_floor)
        continue;
      while (slot < n_candidates && !rooms[slots[slot].room].is_ground_floor)
        slot++;
      if (slot == n_candidates)
        {
          g_set_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_GROUND_FLOOR,
                       _ ("The rooms on the ground floor have too few seats for those who need one: add such "
                          "a room or "
                          "move it to the front of the list."));
          return FALSE;
        }
      is_taken[slot] = TRUE;
      seats[row[i].candidate].room = slots[slot++].room;
    }
  slot = 0;
  for (gsize i = 0; i < n_candidates; i++)
    {
      if (seats[row[i].candidate].room != KP_SEAT_NO_ROOM)
        continue;
      while (is_taken[slot])
        slot++;
      seats[row[i].candidate].room = slots[slot++].room;
    }
  return TRUE;
}

/* Seats the candidates of one room, given by their indices in drawn order. */
static void
seat_room (const KpSeatPolicy *policy,
           const KpSeatRoom *room,
           const guint *members,
           guint n_members,
           const KpSeatPerson *people,
           KpSeat *seats,
           KpSeatReport *report)
{
  g_autofree KpSeatPosition *positions = g_new (KpSeatPosition, n_members + 1);
  g_autofree KpSeatPerson *own = g_new (KpSeatPerson, n_members + 1);
  g_autofree guint *person_at = g_new0 (guint, n_members + 1);
  guint capacity = kp_seat_room_get_capacity (room);
  guint n_posts = 0, n_households = 0;

  for (guint i = 0; i < n_members; i++)
    own[i] = people[members[i]];
  kp_seat_room_walk (policy, room, n_members, positions);
  kp_seat_room_arrange (policy, positions, own, n_members, person_at, &n_posts, &n_households);
  for (guint seat = 0; seat < n_members; seat++)
    {
      KpSeat *given = &seats[members[person_at[seat]]];

      given->seat = seat + 1;
      given->column = positions[seat].column;
      given->row = positions[seat].row;
    }
  report->n_rooms_used += n_members > 0 ? 1 : 0;
  report->n_extra_seats += n_members > capacity ? n_members - capacity : 0;
  report->n_post_conflicts += n_posts;
  report->n_household_conflicts += n_households;
}

/* Room by room; members of a room come in drawn order since the candidates do. */
static void
seat_rooms (const KpSeatPolicy *policy,
            const KpSeatRoom *rooms,
            gsize n_rooms,
            const guint *counts,
            const KpSeatPerson *people,
            gsize n_people,
            KpSeat *seats,
            KpSeatReport *report)
{
  g_autofree guint *members = g_new (guint, n_people + 1);
  g_autofree gsize *starts = g_new0 (gsize, n_rooms + 1);
  g_autofree guint *n_listed = g_new0 (guint, n_rooms + 1);

  for (gsize room = 0; room < n_rooms; room++)
    starts[room + 1] = starts[room] + counts[room];
  for (gsize i = 0; i < n_people; i++)
    members[starts[seats[i].room] + n_listed[seats[i].room]++] = (guint) i;
  for (gsize room = 0; room < n_rooms; room++)
    seat_room (policy, &rooms[room], members + starts[room], counts[room], people, seats, report);
}

/**
 * kp_seat_decide:
 * @policy: walk, tail rule, neighbours
 * @rooms: (array length=n_rooms): in the order in which they are filled
 * @n_rooms: how many
 * @candidates: (array length=n_candidates): in drawn order
 * @n_candidates: how many
 * @seats: (out) (array length=n_candidates): seats[i] belongs to candidates[i]
 * @report: (out): rooms used, extra seats, conflicts left
 * @error: any %KP_SEAT_ERROR
 *
 * Gives everybody a room and a seat. The same draw gives the same seats; there is no other chance in it.
 * Neighbours of one post or household are avoided as far as the counts allow, and what is left is counted.
 *
 * Returns: TRUE, or FALSE and the error, @seats undefined
 */
gboolean
kp_seat_decide (const KpSeatPolicy *policy,
                const KpSeatRoom *rooms,
                gsize n_rooms,
                const KpSeatCandidate *candidates,
                gsize n_candidates,
                KpSeat *seats,
                KpSeatReport *report,
                GError **error)
{
  g_autofree guint *counts = g_new0 (guint, n_rooms + 1);
  g_autofree KpSeatPerson *people = NULL;
  g_autofree Dealt *row = NULL;
  g_autofree Slot *slots = NULL;

  g_return_val_if_fail (policy != NULL && report != NULL, FALSE);
  g_return_val_if_fail (n_candidates <= G_MAXINT && n_rooms <= G_MAXINT, FALSE);
  g_return_val_if_fail (n_candidates == 0 || (candidates != NULL && seats != NULL), FALSE);

  *report = (KpSeatReport){ 0 };
  if (!kp_seat_decide_counts (policy, rooms, n_rooms, (guint) n_candidates, counts, error))
    return FALSE;
  people = number_people (candidates, n_candidates);
  row = lay_row (people, n_candidates);
  slots = lay_slots (counts, n_rooms, n_candidates);
  if (!deal_rooms (rooms, slots, row, candidates, n_candidates, seats, error))
    return FALSE;
  seat_rooms (policy, rooms, n_rooms, counts, people, n_candidates, seats, report);
  return TRUE;
}
