/* kp-seat.c – candidates in drawn order to rooms and seats, people of one post apart.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two groups are seated one after the other, each in rooms of its own: those who get more time in the rooms set aside for
 * them, everybody else in the others; reserve rooms 备用考场 are added one by one only while the others don't hold all.
 * For each group three steps, all of them fixed by the draw:
 *
 *   1. how many sit in each room: kp-seat-counts.c;
 *   2. who sits in which room: people are laid in one row, post by post (the biggest post first, each in
 * drawn order), and the row is dealt over the rooms like cards, to each room in proportion to its size. So
 * every room gets its share of every post, and none has more of one post than it must;
 *   3. who sits on which seat: kp-seat-arrange.c, which also lets people of two rooms change where that helps. */

#include "kp-seat-private.h"
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
  guint member;
} Dealt;

/* Those who are seated together, and the rooms for them. */
typedef struct
{
  gboolean has_extra_time;
  guint *members; /* indices of the candidates, in drawn order */
  guint n_members;
  guint n_ground; /* of them need the ground floor */
  const KpSeatRoom **rooms;
  guint *room_indices; /* in the caller's list */
  guint n_rooms;
  KpSeatPerson *people; /* by member */
} Group;

static void
group_clear (Group *group)
{
  g_free (group->members);
  g_free (group->rooms);
  g_free (group->room_indices);
  g_free (group->people);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

/**
 * kp_seat_policy_init:
 * @policy: (out): the defaults of domain.md §D
 *
 * S from the front, a tail of fewer than 5 goes to the former rooms, up to 3 extra seats each, 4 neighbours; two of one post
 * count as much as two of one household, employers don't count.
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
    .post_weight = 1,
    .household_weight = 1,
  };
}

/* ---- who is seated together, where ---- */

static void
add_room (Group *group, const KpSeatRoom *rooms, gsize index)
{
  group->rooms[group->n_rooms] = &rooms[index];
  group->room_indices[group->n_rooms++] = (guint) index;
}

/* Reserve rooms come in only while something is missing: seats, or seats on the ground floor. */
static void
add_reserve (Group *group, const KpSeatRoom *rooms, gsize n_rooms)
{
  for (gsize i = 0; i < n_rooms; i++)
    {
      const guint64 n_ground = kp_seat_add_capacities (group->rooms, group->n_rooms, TRUE);

      if (!rooms[i].is_reserve || rooms[i].has_extra_time)
        continue;
      if (kp_seat_add_capacities (group->rooms, group->n_rooms, FALSE) < group->n_members ||
          (n_ground < group->n_ground && rooms[i].is_ground_floor))
        add_room (group, rooms, i);
    }
}

static void
group_init (Group *group,
            gboolean has_extra_time,
            const KpSeatPolicy *policy,
            const KpSeatRoom *rooms,
            gsize n_rooms,
            const KpSeatCandidate *candidates,
            gsize n_candidates)
{
  g_autofree KpSeatPerson *all = kp_seat_number_people (policy, candidates, n_candidates);

  *group = (Group){ .has_extra_time = has_extra_time };
  group->members = g_new0 (guint, n_candidates + 1);
  group->people = g_new0 (KpSeatPerson, n_candidates + 1);
  group->rooms = g_new0 (const KpSeatRoom *, n_rooms + 1);
  group->room_indices = g_new0 (guint, n_rooms + 1);
  for (gsize i = 0; i < n_candidates; i++)
    {
      if ((candidates[i].needs_extra_time != FALSE) != has_extra_time)
        continue;
      group->n_ground += candidates[i].needs_ground_floor ? 1 : 0;
      group->people[group->n_members] = all[i];
      group->members[group->n_members++] = (guint) i;
    }
  for (gsize i = 0; i < n_rooms; i++)
    if ((rooms[i].has_extra_time != FALSE) == has_extra_time && !rooms[i].is_reserve)
      add_room (group, rooms, i);
  if (!has_extra_time)
    add_reserve (group, rooms, n_rooms);
}

/* What people in special rooms lack is another room of that kind. */
static gboolean
refuse_size (const Group *group, guint n_seats, GError **error)
{
  if (group->has_extra_time)
    {
      g_set_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_EXTRA_TIME,
                   _ ("The rooms set aside for candidates with more time hold %u, %u are to be seated there: set more "
                      "rooms aside for them."),
                   n_seats, group->n_members);
      return FALSE;
    }
  g_set_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_TOO_FEW_SEATS,
               _ ("The rooms hold %u candidates, %u are to be seated: add rooms for %u more."), n_seats,
               group->n_members, group->n_members - n_seats);
  return FALSE;
}

static gboolean
check_seats (const Group *group, GError **error)
{
  const guint64 n_seats = kp_seat_add_capacities (group->rooms, group->n_rooms, FALSE);

  if (n_seats < group->n_members)
    return refuse_size (group, (guint) n_seats, error);
  if (kp_seat_add_capacities (group->rooms, group->n_rooms, TRUE) >= group->n_ground)
    return TRUE;
  g_set_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_GROUND_FLOOR,
               _ ("The rooms on the ground floor have too few seats for the %u who need one: add such a room."),
               group->n_ground);
  return FALSE;
}

/* ---- dealing ---- */

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
  return (left->member > right->member) - (left->member < right->member);
}

/* Everybody in one row: post by post, the biggest first, each in drawn order. */
static Dealt *
lay_row (const Group *group)
{
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);
  Dealt *row = g_new (Dealt, group->n_members + 1);

  for (guint i = 0; i < group->n_members; i++)
    {
      gpointer post = GUINT_TO_POINTER (group->people[i].post);

      g_hash_table_insert (sizes, post, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (sizes, post)) + 1));
    }
  for (guint i = 0; i < group->n_members; i++)
    row[i] = (Dealt){ GPOINTER_TO_UINT (g_hash_table_lookup (sizes, GUINT_TO_POINTER (group->people[i].post))),
                      group->people[i].post, i };
  g_qsort_with_data (row, (int) group->n_members, sizeof (Dealt), compare_dealt, NULL);
  return row;
}

static Slot *
lay_slots (const Group *group, const guint *counts)
{
  Slot *slots = g_new (Slot, group->n_members + 1);
  gsize n_slots = 0;

  for (guint room = 0; room < group->n_rooms; room++)
    for (guint seat = 0; seat < counts[room]; seat++)
      slots[n_slots++] = (Slot){ 2 * (guint64) seat + 1, counts[room], room };
  g_qsort_with_data (slots, (int) n_slots, sizeof (Slot), compare_slots, NULL);
  return slots;
}

/* Gives a room to everybody; first to those who need the ground floor. */
static guint *
deal_rooms (const Group *group, const guint *counts)
{
  g_autofree gboolean *is_taken = g_new0 (gboolean, group->n_members + 1);
  g_autofree Dealt *row = lay_row (group);
  g_autofree Slot *slots = lay_slots (group, counts);
  guint *room_of = g_new (guint, group->n_members + 1);
  guint slot = 0;

  for (guint i = 0; i < group->n_members; i++)
    {
      room_of[row[i].member] = KP_SEAT_NO_ROOM;
      if (!group->people[row[i].member].needs_ground_floor)
        continue;
      while (!group->rooms[slots[slot].room]->is_ground_floor)
        slot++;
      is_taken[slot] = TRUE;
      room_of[row[i].member] = slots[slot++].room;
    }
  slot = 0;
  for (guint i = 0; i < group->n_members; i++)
    {
      if (room_of[row[i].member] != KP_SEAT_NO_ROOM)
        continue;
      while (is_taken[slot])
        slot++;
      room_of[row[i].member] = slots[slot++].room;
    }
  return room_of;
}

/* ---- seating ---- */

/* Everybody into the room dealt, in drawn order along the walk. */
static void
sit_down (const Group *group, KpSeatHall *hall, const guint *room_of)
{
  g_autofree guint *n_inside = g_new0 (guint, group->n_rooms + 1);

  for (guint i = 0; i < group->n_members; i++)
    hall->person_at[hall->starts[room_of[i]] + n_inside[room_of[i]]++] = i;
}

static void
take_seats (const Group *group, const KpSeatHall *hall, KpSeat *seats, KpSeatReport *report)
{
  for (guint i = 0; i < hall->n_places; i++)
    {
      const KpSeatPlace *place = &hall->places[i];

      seats[group->members[hall->person_at[i]]] = (KpSeat){
        .room = group->room_indices[place->room],
        .seat = i - hall->starts[place->room] + 1,
        .column = place->position.column,
        .row = place->position.row,
      };
    }
  for (guint i = 0; i < group->n_rooms; i++)
    {
      const guint n = hall->starts[i + 1] - hall->starts[i];
      const guint capacity = kp_seat_room_get_capacity (group->rooms[i]);

      report->n_rooms_used += n > 0 ? 1 : 0;
      report->n_reserve_used += n > 0 && group->rooms[i]->is_reserve ? 1 : 0;
      report->n_extra_seats += n > capacity ? n - capacity : 0;
    }
  kp_seat_hall_report (hall, report);
}

static gboolean
seat_group (const Group *group, const KpSeatPolicy *policy, KpSeat *seats, KpSeatReport *report, GError **error)
{
  g_autofree guint *counts = g_new0 (guint, group->n_rooms + 1);
  g_autofree guint *room_of = NULL;
  g_auto (KpSeatHall) hall = { 0 };

  if (!check_seats (group, error))
    return FALSE;
  kp_seat_fill (policy, group->rooms, group->n_rooms, group->n_members, group->n_ground, counts);
  room_of = deal_rooms (group, counts);
  kp_seat_hall_init (&hall, policy, group->rooms, group->n_rooms, counts, group->people);
  sit_down (group, &hall, room_of);
  kp_seat_hall_arrange (&hall);
  take_seats (group, &hall, seats, report);
  return TRUE;
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
 * Neighbours of one post, household or employer are avoided as far as the counts allow, and what is left is counted.
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
  g_autofree const KpSeatRoom **list = g_new0 (const KpSeatRoom *, n_rooms + 1);

  g_return_val_if_fail (policy != NULL && report != NULL, FALSE);
  g_return_val_if_fail (n_candidates <= G_MAXINT && n_rooms <= G_MAXINT, FALSE);
  g_return_val_if_fail (n_candidates == 0 || (candidates != NULL && seats != NULL), FALSE);

  *report = (KpSeatReport){ 0 };
  for (gsize i = 0; i < n_rooms; i++)
    list[i] = &rooms[i];
  if (!kp_seat_check_rooms (list, (guint) n_rooms, error))
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Group) group = { 0 };

      group_init (&group, i == 0, policy, rooms, n_rooms, candidates, n_candidates);
      if (!seat_group (&group, policy, seats, report, error))
        return FALSE;
    }
  return TRUE;
}
