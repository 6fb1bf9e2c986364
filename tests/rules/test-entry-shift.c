/* test-entry-shift.c – sheets that slipped by a row, and those that only differ.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-entry-shift.h"

#define N 7

/* Whole points; -1 = absent, -2 = not entered. */
typedef struct
{
  const char  *name;
  gint         own[N];
  gint         other[N];
  KpEntryShift shift; /* n_rows 0 = none */
} Row;

static const Row rows[] = {
  { "equal", { 70, 71, 72, 73, 74, 75, 76 }, { 70, 71, 72, 73, 74, 75, 76 }, { 0, 0, 0, 0 } },
  { "one typing error", { 70, 71, 27, 73, 74, 75, 76 }, { 70, 71, 72, 73, 74, 75, 76 }, { 0, 0, 0, 0 } },
  { "the next row's mark", { 70, 71, 73, 73, 74, 75, 76 }, { 70, 71, 72, 73, 74, 75, 76 }, { 2, 2, 1, 1 } },
  { "a row left out", { 70, 71, 73, 74, 75, 76, 60 }, { 70, 71, 72, 73, 74, 75, 76 }, { 2, 5, 4, 1 } },
  { "a row typed twice", { 70, 71, 71, 72, 73, 74, 75 }, { 70, 71, 72, 73, 74, 75, 76 }, { 2, 6, 5, -1 } },
  { "over equal neighbours", { 70, 73, 73, 74, 75, 76, 60 }, { 70, 71, 73, 73, 74, 75, 76 }, { 1, 5, 4, 1 } },
  { "absent shifts too", { 70, -1, 72, 73, 60, 75, 76 }, { 70, 71, -1, 72, 73, 75, 76 }, { 1, 3, 3, 1 } },
  { "nothing entered there", { 70, 71, 73, 74, 75, 76, 60 }, { -2, -2, -2, -2, -2, -2, -2 }, { 0, 0, 0, 0 } },
};

static KpStatedMark
make (gint points)
{
  if (points < 0)
    return (KpStatedMark) { points == -1 ? KP_MARK_ABSENT : KP_MARK_NOT_ENTERED, 0 };

  return (KpStatedMark) { KP_MARK_PRESENT, KP_MARK (points, 0) };
}

static void
test_shift (gconstpointer data)
{
  const Row   *row = data;
  KpStatedMark own[N];
  KpStatedMark other[N];
  KpEntryShift shift;

  for (guint i = 0; i < N; i++)
    {
      own[i] = make (row->own[i]);
      other[i] = make (row->other[i]);
    }
  g_assert_cmpint (kp_entry_shift_find (own, other, N, &shift), ==, row->shift.n_rows > 0);
  g_assert_cmpuint (shift.n_rows, ==, row->shift.n_rows);
  g_assert_cmpuint (shift.first, ==, row->shift.first);
  g_assert_cmpuint (shift.last, ==, row->shift.last);
  g_assert_cmpint (shift.offset, ==, row->shift.offset);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/entry-shift/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_shift);
    }

  return g_test_run ();
}
