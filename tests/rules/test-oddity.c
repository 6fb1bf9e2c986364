/* test-oddity.c – score cliffs, one room's mean, same marks side by side; and an honest exam that shows none.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-oddity.h"

#include "kp-test.h"

#define N_ROOMS 8
#define N_SEATS 25
#define N (N_ROOMS * N_SEATS)

/* 40.0 … 79.8 in steps of 0.2, dealt round so that every room has its share and neighbours differ. */
static void
fill_honest (KpOddityMark *marks)
{
  for (guint i = 0; i < N; i++)
    marks[i] = (KpOddityMark) { i % N_ROOMS, i / N_ROOMS + 1, KP_MARK (40, 2000 * i) };
}

static KpOddityMark *
find_mark (KpOddityMark *marks,
           guint room,
           guint seat)
{
  for (guint i = 0; i < N; i++)
    {
      if (marks[i].room == room && marks[i].seat == seat)
        return &marks[i];
    }
  g_assert_not_reached ();
}

static void
leave_alone (KpOddityMark *marks G_GNUC_UNUSED)
{
}

/* Two far above: 140 and 139 of 150, the next has 79.4. */
static void
raise_two (KpOddityMark *marks)
{
  marks[N - 1].mark = KP_MARK (140, 0);
  marks[N - 2].mark = KP_MARK (139, 0);
}

/* A gap at the top that is less than 3 points. */
static void
raise_a_little (KpOddityMark *marks)
{
  marks[N - 1].mark += KP_MARK (2, 0);
}

/* The whole of room 3 has ten points more. */
static void
lift_a_room (KpOddityMark *marks)
{
  for (guint i = 0; i < N; i++)
    marks[i].mark += marks[i].room == 3 ? KP_MARK (10, 0) : 0;
}

static void
copy_side_by_side (KpOddityMark *marks)
{
  for (guint seat = 11; seat <= 14; seat++)
    find_mark (marks, 5, seat)->mark = KP_MARK (61, 0);
}

/* Seat 12 was absent: the two on either side of it are no run. */
static void
copy_with_a_gap (KpOddityMark *marks)
{
  for (guint seat = 10; seat <= 13; seat++)
    find_mark (marks, 5, seat)->mark = KP_MARK (61, 0);
  find_mark (marks, 5, 12)->seat = 99;
}

typedef struct
{
  const char *name;
  void (*change) (KpOddityMark *marks);
  guint n_found;
  KpOddity first;
} Row;

static const Row rows[] = {
  { "honest", leave_alone, 0, { 0 } },
  { "cliff", raise_two, 1, { KP_ODDITY_CLIFF, 0, 0, 2, { 139, 1 }, { 397, 5 } } },
  { "low-step", raise_a_little, 0, { 0 } },
  { "room-mean", lift_a_room, 1, { KP_ODDITY_ROOM_MEAN, 3, 0, N_SEATS, { 349, 5 }, { 1223, 20 } } },
  { "same-run", copy_side_by_side, 1, { KP_ODDITY_SAME_RUN, 5, 11, 4, { 61, 1 }, { 0, 0 } } },
  { "run-with-a-gap", copy_with_a_gap, 0, { 0 } },
};

static void
assert_found (const KpOddity *found,
              const KpOddity *expected)
{
  g_assert_cmpint (found->kind, ==, expected->kind);
  g_assert_cmpuint (found->room, ==, expected->room);
  g_assert_cmpuint (found->seat, ==, expected->seat);
  g_assert_cmpuint (found->n, ==, expected->n);
  g_assert_cmpint (found->value.num, ==, expected->value.num);
  g_assert_cmpint (found->value.den, ==, expected->value.den);
  g_assert_cmpint (found->beside.num, ==, expected->beside.num);
  g_assert_cmpint (found->beside.den, ==, expected->beside.den);
}

/* Twice, the second time in another order: nothing hangs on the order of entry. */
static void
test_row (gconstpointer data)
{
  const Row *row = data;
  KpOddityMark marks[N];
  KpOddityMark turned[N];
  KpOddityPolicy policy;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) again = NULL;

  kp_oddity_policy_init (&policy);
  fill_honest (marks);
  row->change (marks);
  for (guint i = 0; i < N; i++)
    turned[i] = marks[N - 1 - i];
  found = kp_oddity_find (&policy, marks, N);
  again = kp_oddity_find (&policy, turned, N);
  g_assert_cmpuint (found->len, ==, row->n_found);
  g_assert_cmpuint (again->len, ==, row->n_found);
  if (row->n_found == 0)
    return;
  assert_found (&g_array_index (found, KpOddity, 0), &row->first);
  assert_found (&g_array_index (again, KpOddity, 0), &row->first);
}

/* All marks equal: no spread, no cliff, and nothing is divided by zero. */
static void
test_all_equal (void)
{
  KpOddityMark marks[N];
  KpOddityPolicy policy;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) none = NULL;

  kp_oddity_policy_init (&policy);
  policy.run_least = N;
  for (guint i = 0; i < N; i++)
    marks[i] = (KpOddityMark) { i % N_ROOMS, i / N_ROOMS + 1, KP_MARK (60, 0) };
  found = kp_oddity_find (&policy, marks, N);
  g_assert_cmpuint (found->len, ==, 0);
  none = kp_oddity_find (&policy, NULL, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/oddity/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_data_func ("/audit/score-cliff", &rows[1], test_row);
  g_test_add_func ("/rules/oddity/all-equal", test_all_equal);
  return g_test_run ();
}
