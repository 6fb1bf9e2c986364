/* test-seat-rooms.c – rooms of any shape, people with needs, those who come late; proof that no seating is better.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-seat.h"

#include "kp-seat-room.h"
#include "kp-test.h"

#include <string.h>

#define MAX_PEOPLE 8
#define MAX_ROOMS 4

/* A room drawn from the front: "o" a seat, "." none. Rows are parted by "/". */
static KpSeatRoom
draw_room (const char *picture)
{
  g_auto (GStrv) rows = g_strsplit (picture, "/", -1);
  KpSeatRoom room = { .n_columns = (guint) strlen (rows[0]) };

  for (guint row = 0; rows[row] != NULL; row++)
    for (guint column = 0; column < room.n_columns; column++)
      {
        room.columns[column]++;
        if (rows[row][column] == '.')
          room.missing[column] |= (guint64) 1 << row;
      }
  return room;
}

typedef struct
{
  const char *name;
  const char *picture;
  KpSeatWalk walk;
  gboolean starts_back;
  guint capacity;
  guint n_seats;
  const char *positions;
} WalkRow;

static const WalkRow walk_rows[] = {
  { "whole", "oo/oo", KP_WALK_S, FALSE, 0, 4, "00 01 11 10" },
  { "hole-in-the-middle", "ooo/o.o/ooo", KP_WALK_S, FALSE, 0, 8, "00 01 02 12 10 20 21 22" },
  { "front-seat-missing", ".o/oo", KP_WALK_Z, FALSE, 0, 3, "01 10 11" },
  { "from-the-back", "oo/oo/oo", KP_WALK_S, TRUE, 0, 6, "02 01 00 10 11 12" },
  { "from-the-back-straight", "oo/oo", KP_WALK_Z, TRUE, 0, 4, "01 00 11 10" },
  { "column-without-seats", "o.o/o.o", KP_WALK_S, FALSE, 0, 4, "00 01 20 21" },
  { "extra-seat-on-a-desk-left-over", "oo/oo", KP_WALK_Z, FALSE, 3, 4, "00 01 10 11" },
  { "extra-seat-behind", "o./oo", KP_WALK_Z, FALSE, 0, 4, "00 01 11 02" },
};

static void
test_walk (gconstpointer data)
{
  const WalkRow *row = data;
  g_autoptr (GString) found = g_string_new (NULL);
  KpSeatRoom room = draw_room (row->picture);
  KpSeatPolicy policy;
  KpSeatPosition positions[16];

  kp_seat_policy_init (&policy);
  policy.walk = row->walk;
  policy.starts_back = row->starts_back;
  room.capacity = row->capacity;
  kp_seat_room_walk (&policy, &room, row->n_seats, positions);
  for (guint i = 0; i < row->n_seats; i++)
    g_string_append_printf (found, "%s%u%u", i > 0 ? " " : "", positions[i].column, positions[i].row);
  g_assert_cmpstr (found->str, ==, row->positions);
}

/* ---- proof by trying all ---- */

typedef struct
{
  KpSeatPolicy policy;
  KpSeatRoom rooms[MAX_ROOMS];
  guint n_rooms;
  KpSeatCandidate candidates[MAX_PEOPLE];
  KpSeat seats[MAX_PEOPLE];
  guint n;
  KpSeatPerson *people;
  guint person_at[MAX_PEOPLE]; /* while trying */
  guint least;
} Case;

static guint
weigh_between (const Case *one, guint a, guint person_a, guint b, guint person_b)
{
  const KpSeatPosition here = { one->seats[a].column, one->seats[a].row };
  const KpSeatPosition there = { one->seats[b].column, one->seats[b].row };

  if (one->seats[a].room != one->seats[b].room || !kp_seat_are_neighbours (&one->policy, here, there))
    return 0;
  return kp_seat_weigh_pair (&one->policy, &one->people[person_a], &one->people[person_b]);
}

/* Puts everybody on every seat in turn that the rooms' counts give; the seats are those that kp_seat_decide() used. */
static void
try_all (Case *one, guint seat, guint weight, guint taken)
{
  if (seat == one->n)
    {
      one->least = MIN (one->least, weight);
      return;
    }
  for (guint person = 0; person < one->n && weight < one->least; person++)
    {
      guint more = 0;

      if (((taken >> person) & 1) != 0 ||
          (one->candidates[person].needs_ground_floor && !one->rooms[one->seats[seat].room].is_ground_floor) ||
          one->candidates[person].needs_extra_time != one->rooms[one->seats[seat].room].has_extra_time)
        continue;
      for (guint i = 0; i < seat; i++)
        more += weigh_between (one, seat, person, i, one->person_at[i]);
      one->person_at[seat] = person;
      try_all (one, seat + 1, weight + more, taken | 1u << person);
    }
}

static guint
weigh_found (const Case *one)
{
  guint weight = 0;

  for (guint i = 0; i < one->n; i++)
    for (guint j = 0; j < i; j++)
      weight += weigh_between (one, i, i, j, j);
  return weight;
}

static const char *const pictures[] = {
  "oo/oo", "ooo", "o/o/o", "oo/o.", "o.o/ooo", "ooo/o.o", "o.o/.o.", "oo/oo/oo", "oooo", ".oo/oo.", "o",
};

/* The last letter a household: most have none. */
static void
roll_case (KpTestDice *dice, Case *one)
{
  static const char *const posts[] = { "A", "B", "C", "D", "E" };
  static const char *const households[] = { NULL, NULL, NULL, "x", "y" };
  const guint n_posts = 1 + kp_test_dice_below (dice, 5);
  guint n_seats = 0, n_ground = 0;

  kp_seat_policy_init (&one->policy);
  one->policy.diagonal_counts = kp_test_dice_below (dice, 2) == 0;
  one->policy.walk = kp_test_dice_below (dice, 2) == 0 ? KP_WALK_S : KP_WALK_Z;
  one->policy.starts_back = kp_test_dice_below (dice, 2) == 0;
  one->policy.tail = (KpTailRule) kp_test_dice_below (dice, 3);
  one->policy.post_weight = 1 + kp_test_dice_below (dice, 3);
  one->policy.household_weight = kp_test_dice_below (dice, 3);
  one->policy.employer_weight = kp_test_dice_below (dice, 2);
  one->n_rooms = 1 + kp_test_dice_below (dice, MAX_ROOMS);
  for (guint i = 0; i < one->n_rooms; i++)
    {
      one->rooms[i] = draw_room (pictures[kp_test_dice_below (dice, G_N_ELEMENTS (pictures))]);
      one->rooms[i].is_ground_floor = kp_test_dice_below (dice, 2) == 0;
      n_seats += kp_seat_room_get_capacity (&one->rooms[i]);
      n_ground += one->rooms[i].is_ground_floor ? kp_seat_room_get_capacity (&one->rooms[i]) : 0;
    }
  one->n = 1 + kp_test_dice_below (dice, MAX_PEOPLE);
  one->n = MIN (one->n, n_seats);
  for (guint i = 0; i < one->n; i++)
    {
      const gboolean needs = n_ground > 0 && kp_test_dice_below (dice, 6) == 0;

      one->candidates[i] = (KpSeatCandidate){ .post = posts[kp_test_dice_below (dice, n_posts)],
                                              .household = households[kp_test_dice_below (dice, 5)],
                                              .employer = households[kp_test_dice_below (dice, 5)],
                                              .needs_ground_floor = needs };
      n_ground -= needs ? 1 : 0;
    }
}

/* Whatever the rooms, the posts and the families: nobody finds a seating that weighs less. */
static void
test_least (void)
{
  const guint n_cases = kp_test_may_measure () ? 4000 : 400;
  KpTestDice dice = { 7 };
  guint n_zero = 0, n_more = 0;

  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree KpSeatPerson *people = NULL;
      Case one = { .least = G_MAXUINT };
      KpSeatReport report;

      roll_case (&dice, &one);
      kp_seat_decide (&one.policy, one.rooms, one.n_rooms, one.candidates, one.n, one.seats, &report, &error);
      g_assert_no_error (error);
      one.people = people = kp_seat_number_people (&one.policy, one.candidates, one.n);
      try_all (&one, 0, 0, 0);
      if (weigh_found (&one) != one.least)
        g_error ("case %u: %u found, %u is the least", i, weigh_found (&one), one.least);
      n_zero += one.least == 0 ? 1 : 0;
      n_more += one.least > 0 ? 1 : 0;
    }
  g_test_message ("%u without conflict, %u with the fewest", n_zero, n_more);
  g_assert_cmpuint (n_zero, >, n_cases / 4);
  g_assert_cmpuint (n_more, >, n_cases / 20);
}

/* Eight neighbours in real rooms, so full that a greedy way fails: four posts in the pattern of 2 × 2, and 7-8-8-7. */
typedef struct
{
  const char *name;
  const char *picture;
  guint sizes[6]; /* of the posts */
  gboolean diagonal_counts;
} FullRow;

static const FullRow full_rows[] = {
  { "four-posts-of-5x6", "ooooo/ooooo/ooooo/ooooo/ooooo/ooooo", { 9, 9, 6, 6 }, TRUE },
  { "seven-eight-eight-seven", "oooo/oooo/oooo/oooo/oooo/oooo/oooo/.oo.", { 15, 15 }, FALSE },
  { "seven-eight-by-four", "oooo/oooo/oooo/oooo/oooo/oooo/oooo/.oo.", { 8, 8, 7, 7 }, TRUE },
  { "lecture-hall-with-aisles", "oo.oooo.oo/oo.oooo.oo/oo.oooo.oo/oo.oooo.oo", { 16, 16 }, FALSE },
  { "one-post-and-many-single-ones", "oooo/oooo/oooo/oooo", { 8, 1, 1, 1, 1, 4 }, FALSE },
};

static void
test_full (gconstpointer data)
{
  const FullRow *row = data;
  static const char *const posts[] = { "A", "B", "C", "D", "E", "F" };
  const KpSeatRoom room = draw_room (row->picture);
  KpSeatCandidate candidates[64] = { 0 };
  KpSeat seats[64];
  KpSeatPolicy policy;
  KpSeatReport report;
  guint n = 0;

  kp_seat_policy_init (&policy);
  policy.diagonal_counts = row->diagonal_counts;
  for (guint i = 0; i < G_N_ELEMENTS (row->sizes); i++)
    for (guint j = 0; j < row->sizes[i]; j++)
      candidates[n++].post = posts[i];
  g_assert_cmpuint (n, ==, kp_seat_room_get_capacity (&room));
  g_assert_true (kp_seat_decide (&policy, &room, 1, candidates, n, seats, &report, NULL));
  g_assert_cmpuint (report.n_post_conflicts, ==, 0);
}

/* ---- needs and reserve rooms ---- */

typedef struct
{
  const char *name;
  guint n_plain;
  guint n_ground;
  guint n_extra_time;
  KpTailRule tail;
  const char *counts; /* rooms of 4: plain, ground floor, reserve, reserve on the ground floor, extra time */
  int error;          /* -1 = none */
} NeedsRow;

static const NeedsRow needs_rows[] = {
  { "reserve-stays-empty", 7, 0, 0, KP_TAIL_OWN_ROOM, "4 3 0 0 0", -1 },
  { "reserve-when-needed", 9, 0, 0, KP_TAIL_OWN_ROOM, "4 4 1 0 0", -1 },
  { "ground-floor-first", 1, 3, 0, KP_TAIL_OWN_ROOM, "0 4 0 0 0", -1 },
  { "reserve-on-the-ground", 2, 6, 0, KP_TAIL_OWN_ROOM, "2 4 0 2 0", -1 },
  { "balance-keeps-the-ground", 2, 4, 0, KP_TAIL_BALANCE, "2 4 0 0 0", -1 },
  { "extra-time-apart", 5, 0, 2, KP_TAIL_OWN_ROOM, "4 1 0 0 2", -1 },
  { "nobody-else-there", 16, 0, 0, KP_TAIL_OWN_ROOM, "4 4 4 4 0", -1 },
  { "extra-time-too-many", 1, 0, 5, KP_TAIL_OWN_ROOM, "", KP_SEAT_ERROR_EXTRA_TIME },
  { "ground-too-many", 1, 9, 0, KP_TAIL_OWN_ROOM, "", KP_SEAT_ERROR_GROUND_FLOOR },
  { "too-many", 17, 0, 0, KP_TAIL_OWN_ROOM, "", KP_SEAT_ERROR_TOO_FEW_SEATS },
};

static void
test_needs (gconstpointer data)
{
  const NeedsRow *row = data;
  const guint n = row->n_plain + row->n_ground + row->n_extra_time;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  KpSeatCandidate candidates[32] = { 0 };
  KpSeat seats[32];
  KpSeatRoom rooms[5];
  KpSeatPolicy policy;
  KpSeatReport report;
  guint counts[5] = { 0 };

  kp_seat_policy_init (&policy);
  policy.tail = row->tail;
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    kp_seat_room_init_grid (&rooms[i], 2, 2);
  rooms[1].is_ground_floor = rooms[3].is_ground_floor = TRUE;
  rooms[2].is_reserve = rooms[3].is_reserve = TRUE;
  rooms[4].has_extra_time = TRUE;
  for (guint i = 0; i < n; i++)
    candidates[i] = (KpSeatCandidate){ .post = i % 2 == 0 ? "A" : "B",
                                       .needs_ground_floor = i >= row->n_plain && i < row->n_plain + row->n_ground,
                                       .needs_extra_time = i >= row->n_plain + row->n_ground };
  if (!kp_seat_decide (&policy, rooms, G_N_ELEMENTS (rooms), candidates, n, seats, &report, &error))
    {
      g_assert_error (error, KP_SEAT_ERROR, row->error);
      return;
    }
  g_assert_cmpint (row->error, ==, -1);
  for (guint i = 0; i < n; i++)
    {
      counts[seats[i].room]++;
      g_assert_true (rooms[seats[i].room].is_ground_floor || !candidates[i].needs_ground_floor);
      g_assert_cmpint (rooms[seats[i].room].has_extra_time, ==, candidates[i].needs_extra_time);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    g_string_append_printf (found, "%s%u", i > 0 ? " " : "", counts[i]);
  g_assert_cmpstr (found->str, ==, row->counts);
  g_assert_cmpuint (report.n_reserve_used, ==, (counts[2] > 0 ? 1 : 0) + (counts[3] > 0 ? 1 : 0));
}

/* ---- late ---- */

/* Three seats of 2 × 2 are taken by A B / C; who comes late gets what is best then. */
typedef struct
{
  const char *name;
  KpTailRule tail;
  const char *posts; /* of those who come late, in drawn order */
  const char *seats; /* room and number of each */
  guint n_conflicts;
} LateRow;

static const LateRow late_rows[] = {
  { "the-free-seat-though-beside-one", KP_TAIL_OWN_ROOM, "A", "04", 1 },
  { "extra-seat-apart-from-the-post", KP_TAIL_EXTRA_SEATS, "C", "05", 0 },
  { "then-an-empty-room", KP_TAIL_OWN_ROOM, "AA", "04 11", 1 },
  { "then-a-reserve-room", KP_TAIL_OWN_ROOM, "DDDDDD", "04 11 13 12 14 21", 4 },
};

static void
test_late (gconstpointer data)
{
  const LateRow *row = data;
  static const char *const posts[] = { "A", "B", "C", "D" };
  const guint n = 3 + (guint) strlen (row->posts);
  KpSeatCandidate candidates[16] = { { .post = "A" }, { .post = "B" }, { .post = "C" } };
  /* A in front, B behind, C beside B; number 4 is free, beside A. */
  KpSeat seats[16] = { { 0, 1, 0, 0 }, { 0, 2, 0, 1 }, { 0, 3, 1, 1 } };
  g_autoptr (GString) found = g_string_new (NULL);
  KpSeatRoom rooms[3];
  KpSeatPolicy policy;
  KpSeatReport report;

  kp_seat_policy_init (&policy);
  policy.tail = row->tail;
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    kp_seat_room_init_grid (&rooms[i], 2, 2);
  rooms[2].is_reserve = TRUE;
  for (guint i = 3; i < n; i++)
    candidates[i].post = posts[row->posts[i - 3] - 'A'];
  g_assert_true (kp_seat_decide_late (&policy, rooms, 3, candidates, n, 3, seats, &report, NULL));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (seats[i].seat, ==, i + 1);
  for (guint i = 3; i < n; i++)
    g_string_append_printf (found, "%s%u%u", i > 3 ? " " : "", seats[i].room, seats[i].seat);
  g_assert_cmpstr (found->str, ==, row->seats);
  g_assert_cmpuint (report.n_post_conflicts, ==, row->n_conflicts);
}

static void
test_late_full (void)
{
  g_autoptr (GError) error = NULL;
  const KpSeatCandidate candidates[] = { { .post = "A" }, { .post = "B", .needs_extra_time = TRUE } };
  KpSeat seats[2] = { { 0, 1, 0, 0 }, { 0 } };
  KpSeatRoom room;
  KpSeatPolicy policy;
  KpSeatReport report;

  kp_seat_policy_init (&policy);
  kp_seat_room_init_grid (&room, 2, 2);
  g_assert_false (kp_seat_decide_late (&policy, &room, 1, candidates, 2, 1, seats, &report, &error));
  g_assert_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_TOO_FEW_SEATS);
}

#define ADD_ROWS(prefix, rows, func)                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                            \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                                      \
      g_test_add_data_func (path, &rows[i], func);                                                           \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/rules/seat-rooms/walk/", walk_rows, test_walk)
  ADD_ROWS ("/rules/seat-rooms/full/", full_rows, test_full)
  ADD_ROWS ("/rules/seat-rooms/needs/", needs_rows, test_needs)
  ADD_ROWS ("/rules/seat-rooms/late/", late_rows, test_late)
  g_test_add_func ("/rules/seat-rooms/least-by-trying-all", test_least);
  g_test_add_func ("/rules/seat-rooms/late-without-room", test_late_full);
  return g_test_run ();
}
