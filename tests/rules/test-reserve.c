/* test-reserve.c – who stands in the reserve pool, and until when.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-reserve.h"

#include "kp-test.h"

#define N 7

/* Two posts: 1 in, 2 left, 3 and 4 out, 5 without a place; the other post has one in and one out. */
static const KpFinalPerson persons[N] = {
  { 0, { .place = 1 }, 0 }, { 0, { .place = 2 }, 0 }, { 0, { .place = 3 }, 0 }, { 0, { .place = 4 }, 0 },
  { 0, { .place = 0 }, 0 }, { 1, { .place = 1 }, 0 }, { 1, { .place = 2 }, 0 },
};

static const KpFinalResult results[N] = {
  { .verdict = KP_FINAL_IN, .is_hired = TRUE },
  { .verdict = KP_FINAL_LEFT },
  { .verdict = KP_FINAL_OUT },
  { .verdict = KP_FINAL_OUT },
  { .verdict = KP_FINAL_NO_PLACE },
  { .verdict = KP_FINAL_SUBSTITUTE, .post = 1, .is_hired = TRUE },
  { .verdict = KP_FINAL_UNDECIDED, .post = 1 },
};

static const guint post_places[] = { 2, 1 };

static void
test_members (void)
{
  const KpReservePolicy policy = { .applies = TRUE, .until = { 2027, 6, 30 } };
  static const guint expected[N] = { 0, 0, 1, 2, 0, 0, 0 };
  guint places[N];

  g_assert_cmpuint (kp_reserve_decide (&policy, (KpDate) { 2027, 1, 1 }, persons, results, N, post_places, places), ==, 2);
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint (places[i], ==, expected[i]);
}

static void
test_equal_places_stay_equal (void)
{
  const KpReservePolicy policy = { .applies = TRUE, .until = KP_DATE_NONE };
  const KpFinalPerson tied[3] = { { 0, { .place = 3 }, 0 }, { 0, { .place = 3 }, 0 }, { 0, { .place = 5 }, 0 } };
  const KpFinalResult out[3] = { { .verdict = KP_FINAL_OUT }, { .verdict = KP_FINAL_OUT }, { .verdict = KP_FINAL_OUT } };
  guint places[3];

  g_assert_cmpuint (kp_reserve_decide (&policy, (KpDate) { 2027, 1, 1 }, tied, out, 3, post_places, places), ==, 3);
  g_assert_cmpuint (places[0], ==, 1);
  g_assert_cmpuint (places[1], ==, 1);
  g_assert_cmpuint (places[2], ==, 3);
}

/* Called and not hired comes first, never called after; of the two tied at the end of two names both stand in the pool. */
static void
test_size (void)
{
  const KpFinalPerson ranked[5] = { { 0, { .place = 1 }, 0 }, { 0, { .place = 2 }, 0 }, { 0, { .place = 3 }, 0 },
                                    { 0, { .place = 3 }, 0 }, { 0, { .place = 5 }, 0 } };
  const KpFinalResult called[5] = { { .verdict = KP_FINAL_IN, .is_hired = TRUE },
                                    { .verdict = KP_FINAL_IN, .is_surplus = TRUE },
                                    { .verdict = KP_FINAL_OUT },
                                    { .verdict = KP_FINAL_OUT },
                                    { .verdict = KP_FINAL_OUT } };
  static const struct
  {
    guint names;
    KpFraction ratio;
    guint expected[5];
  } rows[] = {
    { 0, { 0, 0 }, { 0, 1, 2, 2, 4 } },
    { 1, { 0, 0 }, { 0, 1, 0, 0, 0 } },
    { 2, { 0, 0 }, { 0, 1, 2, 2, 0 } },
    { 0, { 1, 2 }, { 0, 1, 0, 0, 0 } }, /* half of the two places */
    { 0, { 1, 5 }, { 0, 0, 0, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KpReservePolicy policy = { .applies = TRUE, .names = rows[i].names, .ratio = rows[i].ratio };
      guint places[5];

      kp_reserve_decide (&policy, KP_DATE_NONE, ranked, called, 5, post_places, places);
      for (guint j = 0; j < 5; j++)
        g_assert_cmpuint (places[j], ==, rows[i].expected[j]);
    }
}

/* Two places, the second and third tied: whoever of them doesn't get the place is the first of the pool, so nobody stands in
 * it yet, whether the tied wait or were called together. The other post has its own pool. */
static void
test_tie_across_the_last_place (void)
{
  const KpFinalPerson tied[6] = { { 0, { .place = 1 }, 0 }, { 0, { .place = 2 }, 0 }, { 0, { .place = 2 }, 0 },
                                  { 0, { .place = 4 }, 0 }, { 1, { .place = 1 }, 0 }, { 1, { .place = 2 }, 0 } };
  static const KpFinalResult waiting[2] = { { .verdict = KP_FINAL_UNDECIDED }, { .verdict = KP_FINAL_IN } };
  const KpReservePolicy policy = { .applies = TRUE, .names = 1 };
  guint places[6];

  for (guint i = 0; i < 2; i++)
    {
      const KpFinalResult given[6] = { { .verdict = KP_FINAL_IN, .is_hired = TRUE },
                                       waiting[i],
                                       waiting[i],
                                       { .verdict = KP_FINAL_OUT },
                                       { .verdict = KP_FINAL_IN, .post = 1, .is_hired = TRUE },
                                       { .verdict = KP_FINAL_OUT, .post = 1 } };

      g_assert_cmpuint (kp_reserve_decide (&policy, KP_DATE_NONE, tied, given, 6, post_places, places), ==, 1);
      g_assert_cmpuint (places[3], ==, 0);
      g_assert_cmpuint (places[5], ==, 1);
    }
}

static void
test_until (void)
{
  const KpReservePolicy year = { .applies = TRUE, .until = { 2027, 6, 30 } };
  const KpReservePolicy endless = { .applies = TRUE, .until = KP_DATE_NONE };
  const KpReservePolicy none = { .applies = FALSE, .until = KP_DATE_NONE };
  guint places[N];

  g_assert_true (kp_reserve_is_open (&year, (KpDate) { 2027, 6, 30 }));
  g_assert_false (kp_reserve_is_open (&year, (KpDate) { 2027, 7, 1 }));
  g_assert_true (kp_reserve_is_open (&endless, (KpDate) { 2099, 1, 1 }));
  g_assert_false (kp_reserve_is_open (&none, (KpDate) { 2026, 1, 1 }));
  g_assert_cmpuint (kp_reserve_decide (&year, (KpDate) { 2027, 7, 1 }, persons, results, N, post_places, places), ==, 0);
  g_assert_cmpuint (places[2], ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/reserve/members", test_members);
  g_test_add_func ("/rules/reserve/equal-places-stay-equal", test_equal_places_stay_equal);
  g_test_add_func ("/rules/reserve/size", test_size);
  g_test_add_func ("/rules/reserve/tie-across-the-last-place", test_tie_across_the_last_place);
  g_test_add_func ("/rules/reserve/until", test_until);
  return g_test_run ();
}
