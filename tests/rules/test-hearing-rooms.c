/* test-hearing-rooms.c – groups of one post that are alike, and the numbers of those who come late.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-hearing-rooms.h"

#include "kp-test.h"

static void
test_z_goes_to_and_fro (void)
{
  static const KpMark written[] = { KP_MARK (70, 0), KP_MARK (90, 0), KP_MARK (80, 0), KP_MARK (60, 0), KP_MARK (50, 0), KP_MARK (40, 0) };
  static const guint expected[] = { 1, 0, 1, 0, 0, 1 };
  guint groups[6];

  kp_hearing_rooms_group (written, 6, 2, groups);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpuint (groups[i], ==, expected[i]);
}

/* The drawn order parts equal marks; who has none comes last. */
static void
test_equal_marks_as_drawn (void)
{
  static const KpMark written[] = { -1, KP_MARK (80, 0), KP_MARK (80, 0) };
  guint groups[3];

  kp_hearing_rooms_group (written, 3, 3, groups);
  g_assert_cmpuint (groups[1], ==, 0);
  g_assert_cmpuint (groups[2], ==, 1);
  g_assert_cmpuint (groups[0], ==, 2);
}

typedef struct
{
  const char *path;
  KpHearingSlot slots[4];
  guint own;
  guint expected;
} Late;

static const Late lates[] = {
  { "own-turn-is-still-to-come", { { 1, TRUE, FALSE }, { 2, FALSE, FALSE }, { 3, FALSE, TRUE }, { 4, FALSE, TRUE } }, 3, 3 },
  { "takes-an-empty-number", { { 1, FALSE, TRUE }, { 2, TRUE, FALSE }, { 3, FALSE, FALSE }, { 4, FALSE, TRUE } }, 0, 3 },
  { "no-number-that-is-over", { { 1, FALSE, TRUE }, { 2, TRUE, TRUE }, { 3, TRUE, FALSE }, { 4, FALSE, FALSE } }, 0,
    KP_HEARING_SLOT_NEW },
  { "nobody-is-moved", { { 1, FALSE, TRUE }, { 2, TRUE, FALSE }, { 3, FALSE, FALSE }, { 4, FALSE, FALSE } }, 0,
    KP_HEARING_SLOT_NEW },
};

static void
test_late (gconstpointer data)
{
  const Late *late = data;

  g_assert_cmpuint (kp_hearing_rooms_find_late (late->slots, 4, late->own), ==, late->expected);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/hearing-rooms/z-goes-to-and-fro", test_z_goes_to_and_fro);
  g_test_add_func ("/rules/hearing-rooms/equal-marks-as-drawn", test_equal_marks_as_drawn);
  for (guint i = 0; i < G_N_ELEMENTS (lates); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/hearing-rooms/late/", lates[i].path, NULL);

      g_test_add_data_func (path, &lates[i], test_late);
    }
  return g_test_run ();
}
