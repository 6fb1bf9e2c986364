/* test-seat.c – rooms and seats: tail rules, walks, neighbours, speed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-seat.h"

#include "kp-seat-room.h"
#include "kp-test.h"

#include <string.h>
#include <time.h>

#define MAX_ROOMS 8

typedef struct
{
  const char *name;
  KpTailRule tail;
  guint tail_min;
  guint max_extra;
  guint capacities[MAX_ROOMS]; /* 0 ends */
  guint n_candidates;
  guint counts[MAX_ROOMS];
  gboolean is_refused;
} TailRow;

static const TailRow tail_rows[] = {
  { "full", KP_TAIL_EXTRA_SEATS, 5, 3, { 30, 30, 30 }, 90, { 30, 30, 30 }, FALSE },
  { "own-room", KP_TAIL_OWN_ROOM, 5, 3, { 30, 30, 30 }, 62, { 30, 30, 2 }, FALSE },
  { "extra-seats-from-the-nearest",
    KP_TAIL_EXTRA_SEATS,
    5,
    3,
    { 30, 30, 30, 30 },
    92,
    { 30, 31, 31, 0 },
    FALSE },
  { "extra-seats-in-one-room", KP_TAIL_EXTRA_SEATS, 5, 3, { 30, 30 }, 33, { 33, 0 }, FALSE },
  { "too-many-extra-seats", KP_TAIL_EXTRA_SEATS, 5, 3, { 30, 30 }, 34, { 30, 4 }, FALSE },
  { "tail-of-five", KP_TAIL_EXTRA_SEATS, 5, 3, { 30, 30, 30 }, 65, { 30, 30, 5 }, FALSE },
  { "tail-of-four", KP_TAIL_EXTRA_SEATS, 5, 3, { 30, 30, 30 }, 64, { 32, 32, 0 }, FALSE },
  { "only-a-tail", KP_TAIL_EXTRA_SEATS, 5, 3, { 30, 30 }, 3, { 3, 0 }, FALSE },
  { "balance", KP_TAIL_BALANCE, 5, 3, { 30, 30, 30, 30, 30 }, 95, { 24, 24, 24, 23, 0 }, FALSE },
  { "balance-small-room", KP_TAIL_BALANCE, 5, 3, { 30, 10, 30 }, 62, { 26, 10, 26 }, FALSE },
  { "unequal-rooms", KP_TAIL_OWN_ROOM, 5, 3, { 25, 30, 20 }, 60, { 25, 30, 5 }, FALSE },
  { "nobody", KP_TAIL_EXTRA_SEATS, 5, 3, { 30 }, 0, { 0 }, FALSE },
  { "too-few-seats", KP_TAIL_EXTRA_SEATS, 5, 3, { 30, 30 }, 61, { 0 }, TRUE },
  { "no-rooms", KP_TAIL_EXTRA_SEATS, 5, 3, { 0 }, 1, { 0 }, TRUE },
};

static void
test_tail (gconstpointer data)
{
  const TailRow *row = data;
  g_autoptr (GError) error = NULL;
  KpSeatPolicy policy;
  KpSeatRoom rooms[MAX_ROOMS];
  guint counts[MAX_ROOMS] = { 0 };
  gsize n_rooms = 0;

  kp_seat_policy_init (&policy);
  policy.tail = row->tail;
  policy.tail_min = row->tail_min;
  policy.max_extra = row->max_extra;
  for (; n_rooms < MAX_ROOMS && row->capacities[n_rooms] > 0; n_rooms++)
    {
      kp_seat_room_init_grid (&rooms[n_rooms], 5, 6);
      rooms[n_rooms].capacity = row->capacities[n_rooms];
    }
  g_assert_cmpint (kp_seat_decide_counts (&policy, rooms, n_rooms, row->n_candidates, counts, &error), ==,
                   !row->is_refused);
  if (row->is_refused)
    {
      g_assert_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_TOO_FEW_SEATS);
      return;
    }
  for (gsize i = 0; i < n_rooms; i++)
    g_assert_cmpuint (counts[i], ==, row->counts[i]);
}

typedef struct
{
  const char *name;
  KpSeatWalk walk;
  guint columns[4];
  guint n_columns;
  guint capacity;
  guint n_seats;
  const char *positions; /* column and row of each seat in turn */
} WalkRow;

static const WalkRow walk_rows[] = {
  { "s", KP_WALK_S, { 3, 3 }, 2, 0, 6, "00 01 02 12 11 10" },
  { "z", KP_WALK_Z, { 3, 3 }, 2, 0, 6, "00 01 02 10 11 12" },
  { "s-of-unequal-columns", KP_WALK_S, { 2, 3, 3, 2 }, 4, 0, 10, "00 01 12 11 10 20 21 22 31 30" },
  { "not-full", KP_WALK_S, { 3, 3 }, 2, 0, 4, "00 01 02 12" },
  { "extra-seats-behind-the-columns", KP_WALK_S, { 2, 2 }, 2, 0, 7, "00 01 11 10 02 12 03" },
  { "seats-left-unused", KP_WALK_Z, { 3, 3 }, 2, 4, 4, "00 01 02 10" },
};

static void
test_walk (gconstpointer data)
{
  const WalkRow *row = data;
  g_autoptr (GString) found = g_string_new (NULL);
  KpSeatPolicy policy;
  KpSeatRoom room = { .n_columns = row->n_columns, .capacity = row->capacity };
  KpSeatPosition positions[16];

  kp_seat_policy_init (&policy);
  policy.walk = row->walk;
  memcpy (room.columns, row->columns, sizeof row->columns);
  kp_seat_room_walk (&policy, &room, row->n_seats, positions);
  for (guint i = 0; i < row->n_seats; i++)
    g_string_append_printf (found, "%s%u%u", i > 0 ? " " : "", positions[i].column, positions[i].row);
  g_assert_cmpstr (found->str, ==, row->positions);
}

/* Everything that must hold for whatever was seated. Answers the conflicts found by a second way. */
static guint
check_seats (const KpSeatPolicy *policy, const KpSeatCandidate *candidates, const KpSeat *seats, guint n)
{
  guint n_conflicts = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        guint columns, rows;

        if (seats[i].room != seats[j].room)
          continue;
        g_assert_cmpuint (seats[i].seat, !=, seats[j].seat);
        columns = (guint) ABS ((int) seats[i].column - (int) seats[j].column);
        rows = (guint) ABS ((int) seats[i].row - (int) seats[j].row);
        g_assert_cmpuint (columns + rows, >, 0);
        if ((policy->diagonal_counts ? MAX (columns, rows) : columns + rows) == 1)
          n_conflicts += g_str_equal (candidates[i].post, candidates[j].post) ? 1 : 0;
      }
  return n_conflicts;
}

typedef struct
{
  const char *name;
  guint n_columns;
  guint n_rows;
  gboolean diagonal_counts;
  const char *posts; /* a letter a person, in drawn order */
  int conflicts;     /* -1 = only what the exhaustive search finds */
} RoomRow;

static const RoomRow room_rows[] = {
  { "half-and-half", 3, 2, FALSE, "AAABBB", 0 },
  { "four-of-six", 3, 2, FALSE, "AAAABB", -1 },
  { "all-one-post", 2, 3, FALSE, "AAAAAA", 7 },
  { "all-different", 2, 3, FALSE, "ABCDEF", 0 },
  { "three-posts", 3, 3, FALSE, "AAABBBCCC", 0 },
  { "five-and-four", 3, 3, FALSE, "ABABABABA", 0 },
  { "six-and-three", 3, 3, FALSE, "AAAAAABBB", -1 },
  { "four-four-one", 3, 3, FALSE, "AAAABBBBC", 0 },
  { "eight-neighbours-four", 2, 2, TRUE, "ABCD", 0 },
  { "eight-neighbours-of-nine", 3, 3, TRUE, "AAAABBCCD", 0 },
  { "eight-neighbours-pairs", 3, 3, TRUE, "AABBCCDDE", 0 },
  { "eight-neighbours-too-many", 3, 3, TRUE, "AAAAABBBB", -1 },
  { "not-full", 3, 3, FALSE, "AAAAB", -1 },
};

typedef struct
{
  const KpSeatPolicy *policy;
  const KpSeatCandidate *candidates;
  KpSeat *seats; /* seats[i]: where person i sits now */
  guint n;
  guint fewest;
} Search;

/* Every way to seat them, by Heap's algorithm. */
static void
search_all (Search *search, guint n)
{
  if (n <= 1)
    {
      search->fewest =
          MIN (search->fewest, check_seats (search->policy, search->candidates, search->seats, search->n));
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      guint other = n % 2 == 0 ? i : 0;
      KpSeat moved;

      search_all (search, n - 1);
      moved = search->seats[other];
      search->seats[other] = search->seats[n - 1];
      search->seats[n - 1] = moved;
    }
}

/* The conflicts left are as few as any seating has: proved by trying all. */
static void
test_fewest (gconstpointer data)
{
  const RoomRow *row = data;
  KpSeatPolicy policy;
  KpSeatRoom room;
  KpSeatCandidate candidates[9] = { 0 };
  KpSeat seats[9];
  KpSeatReport report;
  char posts[9][2] = { "" };
  guint n = (guint) strlen (row->posts);
  Search search = { &policy, candidates, seats, n, G_MAXUINT };

  kp_seat_policy_init (&policy);
  policy.diagonal_counts = row->diagonal_counts;
  kp_seat_room_init_grid (&room, row->n_columns, row->n_rows);
  for (guint i = 0; i < n; i++)
    {
      posts[i][0] = row->posts[i];
      candidates[i].post = posts[i];
    }
  g_assert_true (kp_seat_decide (&policy, &room, 1, candidates, n, seats, &report, NULL));
  g_assert_cmpuint (report.n_post_conflicts, ==, check_seats (&policy, candidates, seats, n));
  if (row->conflicts >= 0)
    g_assert_cmpuint (report.n_post_conflicts, ==, (guint) row->conflicts);
  search_all (&search, n);
  g_assert_cmpuint (report.n_post_conflicts, ==, search.fewest);
}

/* A county: so many candidates over posts of very unequal size, in rooms of 30. */
typedef struct
{
  const char *name;
  guint n_candidates;
  guint n_posts;
  guint share_of_first; /* percent of all in the first post */
  gboolean diagonal_counts;
  guint may_conflict;
  gint64 at_most; /* microseconds, where measured; 0 = not asked */
} CountyRow;

static const CountyRow county_rows[] = {
  { "sample", 1100, 7, 30, FALSE, 0, 0 },
  { "half-in-one-post", 900, 7, 50, FALSE, 0, 0 },
  { "forty-percent", 1000, 12, 40, FALSE, 0, 0 },
  { "eight-neighbours", 900, 12, 12, TRUE, 0, 0 },
  { "3000", 3000, 40, 20, FALSE, 0, G_USEC_PER_SEC / 5 },
  { "100000", 100000, 500, 10, FALSE, 0, 5 * G_USEC_PER_SEC },
  { "most-in-one-post", 3000, 5, 70, FALSE, G_MAXUINT, G_USEC_PER_SEC },
};

/* CPU time: other programs on the machine don't count. */
static gint64
get_cpu_us (void)
{
  return (gint64) clock () * G_USEC_PER_SEC / CLOCKS_PER_SEC;
}

static void
test_county (gconstpointer data)
{
  const CountyRow *row = data;
  gsize n_rooms = row->n_candidates / 30 + 1;
  g_autofree KpSeatRoom *rooms = g_new (KpSeatRoom, n_rooms);
  g_autofree KpSeatCandidate *candidates = g_new0 (KpSeatCandidate, row->n_candidates);
  g_autofree KpSeat *seats = g_new (KpSeat, row->n_candidates);
  g_autoptr (GStringChunk) texts = g_string_chunk_new (256);
  KpTestDice dice = { 2026 };
  KpSeatPolicy policy;
  KpSeatReport report;
  gint64 spent;

  kp_seat_policy_init (&policy);
  policy.diagonal_counts = row->diagonal_counts;
  for (gsize i = 0; i < n_rooms; i++)
    kp_seat_room_init_grid (&rooms[i], 5, 6);
  for (guint i = 0; i < row->n_candidates; i++)
    {
      g_autofree char *post =
          g_strdup_printf ("%03u", kp_test_dice_below (&dice, 100) < row->share_of_first
                                       ? 0
                                       : 1 + kp_test_dice_below (&dice, row->n_posts - 1));

      candidates[i].post = g_string_chunk_insert_const (texts, post);
    }
  spent = get_cpu_us ();
  g_assert_true (
      kp_seat_decide (&policy, rooms, n_rooms, candidates, row->n_candidates, seats, &report, NULL));
  spent = get_cpu_us () - spent;
  g_test_message ("%u seated in %.3f s, %u conflicts left", row->n_candidates,
                  (double) spent / G_USEC_PER_SEC, report.n_post_conflicts);
  g_assert_cmpuint (report.n_post_conflicts, <=, row->may_conflict);
  if (row->n_candidates <= 3000)
    g_assert_cmpuint (report.n_post_conflicts, ==,
                      check_seats (&policy, candidates, seats, row->n_candidates));
  if (row->at_most > 0 && kp_test_may_measure ())
    g_assert_cmpint (spent, <, row->at_most);
}

/* The draw decides: the same order gives the same seats, another order other ones. */
static void
test_draw_decides (void)
{
  enum
  {
    N = 90
  };
  KpSeatPolicy policy;
  KpSeatRoom rooms[3];
  KpSeatCandidate candidates[N] = { 0 }, turned[N];
  KpSeat seats[N], again[N], other[N];
  KpSeatReport report;
  guint n_moved = 0;

  kp_seat_policy_init (&policy);
  for (guint i = 0; i < 3; i++)
    kp_seat_room_init_grid (&rooms[i], 5, 6);
  for (guint i = 0; i < N; i++)
    candidates[i].post = i % 3 == 0 ? "A01" : i % 3 == 1 ? "B01" : "C01";
  for (guint i = 0; i < N; i++)
    turned[i] = candidates[(i + 3) % N];
  g_assert_true (kp_seat_decide (&policy, rooms, 3, candidates, N, seats, &report, NULL));
  g_assert_true (kp_seat_decide (&policy, rooms, 3, candidates, N, again, &report, NULL));
  g_assert_true (kp_seat_decide (&policy, rooms, 3, turned, N, other, &report, NULL));
  g_assert_cmpmem (seats, sizeof seats, again, sizeof again);
  for (guint i = 0; i < N; i++)
    n_moved += seats[(i + 3) % N].room != other[i].room || seats[(i + 3) % N].seat != other[i].seat ? 1 : 0;
  g_assert_cmpuint (n_moved, >, N / 2);
}

/* Every room gets its share of every post, also a small tail room. */
static void
test_shares (void)
{
  enum
  {
    N = 70
  };
  KpSeatPolicy policy;
  KpSeatRoom rooms[3];
  KpSeatCandidate candidates[N] = { 0 };
  KpSeat seats[N];
  KpSeatReport report;
  guint counts[3] = { 0 };

  kp_seat_policy_init (&policy);
  for (guint i = 0; i < 3; i++)
    kp_seat_room_init_grid (&rooms[i], 5, 6);
  for (guint i = 0; i < N; i++)
    candidates[i].post = i < 35 ? "A01" : i < 56 ? "B01" : "C01";
  g_assert_true (kp_seat_decide (&policy, rooms, 3, candidates, N, seats, &report, NULL));
  for (guint i = 0; i < 35; i++)
    counts[seats[i].room]++;
  g_assert_cmpuint (counts[0], ==, 15);
  g_assert_cmpuint (counts[1], ==, 15);
  g_assert_cmpuint (counts[2], ==, 5);
  g_assert_cmpuint (report.n_post_conflicts, ==, 0);
  g_assert_cmpuint (report.n_rooms_used, ==, 3);
  g_assert_cmpuint (report.n_extra_seats, ==, 0);
}

static void
test_households (void)
{
  enum
  {
    N = 30
  };
  KpSeatPolicy policy;
  KpSeatRoom room;
  KpSeatCandidate candidates[N] = { 0 };
  KpSeat seats[N];
  KpSeatReport report;
  static const char *const posts[] = { "A", "B", "C", "D", "E" };

  kp_seat_policy_init (&policy);
  kp_seat_room_init_grid (&room, 5, 6);
  for (guint i = 0; i < N; i++)
    {
      candidates[i].post = posts[i % 5];
      candidates[i].household = i < 10 ? "one family" : "";
    }
  g_assert_true (kp_seat_decide (&policy, &room, 1, candidates, N, seats, &report, NULL));
  g_assert_cmpuint (report.n_household_conflicts, ==, 0);
  g_assert_cmpuint (report.n_post_conflicts, ==, 0);
}

static void
test_ground_floor (void)
{
  enum
  {
    N = 60
  };
  g_autoptr (GError) error = NULL;
  KpSeatPolicy policy;
  KpSeatRoom rooms[2];
  KpSeatCandidate candidates[N] = { 0 };
  KpSeat seats[N];
  KpSeatReport report;

  kp_seat_policy_init (&policy);
  for (guint i = 0; i < 2; i++)
    kp_seat_room_init_grid (&rooms[i], 5, 6);
  rooms[1].is_ground_floor = TRUE;
  for (guint i = 0; i < N; i++)
    {
      candidates[i].post = i % 2 == 0 ? "A" : "B";
      candidates[i].needs_ground_floor = i % 7 == 0;
    }
  g_assert_true (kp_seat_decide (&policy, rooms, 2, candidates, N, seats, &report, NULL));
  for (guint i = 0; i < N; i += 7)
    g_assert_cmpuint (seats[i].room, ==, 1);
  check_seats (&policy, candidates, seats, N);
  rooms[1].is_ground_floor = FALSE;
  g_assert_false (kp_seat_decide (&policy, rooms, 2, candidates, N, seats, &report, &error));
  g_assert_error (error, KP_SEAT_ERROR, KP_SEAT_ERROR_GROUND_FLOOR);
}

static void
test_bad_room (void)
{
  const KpSeatCandidate candidate = { .post = "A" };
  g_autoptr (GError) no_columns = NULL;
  g_autoptr (GError) too_many = NULL;
  KpSeatPolicy policy;
  KpSeatRoom room = { .n_columns = 0 };
  KpSeat seat;
  KpSeatReport report;

  kp_seat_policy_init (&policy);
  g_assert_false (kp_seat_decide (&policy, &room, 1, &candidate, 1, &seat, &report, &no_columns));
  g_assert_error (no_columns, KP_SEAT_ERROR, KP_SEAT_ERROR_ROOM);
  room.n_columns = KP_SEAT_MAX_COLUMNS + 1;
  g_assert_false (kp_seat_decide (&policy, &room, 1, &candidate, 1, &seat, &report, &too_many));
  g_assert_error (too_many, KP_SEAT_ERROR, KP_SEAT_ERROR_ROOM);
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
  ADD_ROWS ("/rules/seat/tail/", tail_rows, test_tail)
  ADD_ROWS ("/rules/seat/walk/", walk_rows, test_walk)
  ADD_ROWS ("/rules/seat/fewest-conflicts/", room_rows, test_fewest)
  ADD_ROWS ("/rules/seat/county/", county_rows, test_county)
  g_test_add_func ("/rules/seat/draw-decides", test_draw_decides);
  g_test_add_func ("/rules/seat/rooms-get-their-share", test_shares);
  g_test_add_func ("/audit/acquaintances-side-by-side", test_households);
  g_test_add_func ("/rules/seat/ground-floor", test_ground_floor);
  g_test_add_func ("/rules/seat/bad-room", test_bad_room);
  return g_test_run ();
}
