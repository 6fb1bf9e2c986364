/* test-panel-draw.c – examiners to rooms under all rules, always in the same way.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-panel-draw.h"

#include "kp-test.h"

#define CHAIR(of) { .unit = (of), .is_chair = TRUE }
#define AT(of) { .unit = (of) }
#define FROM(of) { .unit = (of), .is_outside = TRUE }

static const KpPanelDrawPolicy two_rooms = { .n_rooms = 2, .size = 3 };
static const KpPanelDrawPolicy half_outside = { .n_rooms = 2, .size = 3, .outside_share = { 1, 2 } };

/* Filled round: chairs first, then second seats, then third ones. */
static void
test_drawn_order_fills_round (void)
{
  static const KpPanelDrawPerson persons[] = { AT ("a"), CHAIR ("b"), AT ("c"), AT ("d"), CHAIR ("e"), AT ("f"), AT ("g") };
  static const guint expected[] = { 1, 0, 3, 4, 2, 5 };
  guint seats[6];

  g_assert_cmpint (kp_panel_draw_decide (&two_rooms, persons, G_N_ELEMENTS (persons), seats), ==, KP_PANEL_DRAW_OK);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpuint (seats[i], ==, expected[i]);
}

/* The first of the order would bring the chair's unit into the room twice. */
static void
test_one_unit_one_room_once (void)
{
  static const KpPanelDrawPerson persons[] = { CHAIR ("b"), CHAIR ("e"), AT ("b"), AT ("c"), AT ("d"), AT ("f") };
  guint seats[6];

  g_assert_cmpint (kp_panel_draw_decide (&two_rooms, persons, G_N_ELEMENTS (persons), seats), ==, KP_PANEL_DRAW_OK);
  g_assert_cmpuint (seats[1], ==, 3);
  g_assert_cmpuint (seats[4], ==, 2);
}

/* The greedy way ends in a corner: it has to be taken back. */
static void
test_goes_back_from_a_corner (void)
{
  static const gboolean first[] = { TRUE, FALSE };
  static const KpPanelDrawPerson persons[]
      = { CHAIR ("a"), CHAIR ("b"), AT ("c"), AT ("d"), AT ("e"), { .unit = "f", .barred = first } };
  static const KpPanelDrawPerson late[]
      = { CHAIR ("a"), CHAIR ("b"), AT ("c"), AT ("c"), AT ("d"), { .unit = "d", .barred = first } };
  guint seats[6];

  g_assert_cmpint (kp_panel_draw_decide (&two_rooms, persons, G_N_ELEMENTS (persons), seats), ==, KP_PANEL_DRAW_OK);
  g_assert_cmpuint (seats[5], ==, 5);
  g_assert_cmpint (kp_panel_draw_decide (&two_rooms, late, G_N_ELEMENTS (late), seats), ==, KP_PANEL_DRAW_OK);
  g_assert_cmpuint (seats[2], ==, 4);
  g_assert_cmpuint (seats[5], ==, 5);
}

static void
test_outside_share_is_kept (void)
{
  static const KpPanelDrawPerson persons[]
      = { CHAIR ("a"), CHAIR ("b"), AT ("c"), AT ("d"), FROM ("e"), FROM ("f"), FROM ("g"), FROM ("h") };
  guint seats[6];

  g_assert_cmpuint (kp_panel_draw_count_outside (&half_outside), ==, 2);
  g_assert_cmpint (kp_panel_draw_decide (&half_outside, persons, G_N_ELEMENTS (persons), seats), ==, KP_PANEL_DRAW_OK);
  for (guint i = 0; i < 6; i++)
    g_assert_true (i % 3 == 0 || persons[seats[i]].is_outside);
}

typedef struct
{
  const char *path;
  KpPanelDrawPolicy policy;
  KpPanelDrawPerson persons[7];
  guint n;
  KpPanelDrawRule broken;
  const char *says;
} Broken;

static const gboolean everywhere[] = { TRUE, TRUE };

static const Broken broken[] = {
  { "even", { 1, 4, { 0, 0 } }, { CHAIR ("a"), AT ("b"), AT ("c"), AT ("d") }, 4, KP_PANEL_DRAW_SIZE, "odd" },
  { "too-small", { 1, 1, { 0, 0 } }, { CHAIR ("a") }, 1, KP_PANEL_DRAW_SIZE, "odd" },
  { "too-large", { 1, 17, { 0, 0 } }, { CHAIR ("a") }, 1, KP_PANEL_DRAW_SIZE, "odd" },
  { "chairs", { 2, 3, { 0, 0 } }, { CHAIR ("a"), AT ("b"), AT ("c"), AT ("d"), AT ("e"), AT ("f") }, 6, KP_PANEL_DRAW_CHAIRS,
    "chairs" },
  { "examiners", { 1, 3, { 0, 0 } }, { CHAIR ("a"), CHAIR ("b"), AT ("c") }, 3, KP_PANEL_DRAW_EXAMINERS, "fewer examiners" },
  { "gone", { 1, 3, { 0, 0 } }, { CHAIR ("a"), AT ("b"), { .unit = "c", .is_gone = TRUE } }, 3, KP_PANEL_DRAW_EXAMINERS,
    "fewer examiners" },
  { "units", { 1, 3, { 0, 0 } }, { CHAIR ("a"), AT ("b"), AT ("b") }, 3, KP_PANEL_DRAW_UNITS, "one unit" },
  { "recusal", { 1, 3, { 0, 0 } }, { CHAIR ("a"), AT ("b"), { .unit = "c", .barred = everywhere } }, 3,
    KP_PANEL_DRAW_RECUSAL, "declared relations" },
  { "outside", { 1, 3, { 1, 2 } }, { CHAIR ("a"), AT ("b"), FROM ("c") }, 3, KP_PANEL_DRAW_OUTSIDE, "outside" },
  { "together", { 1, 3, { 0, 0 } }, { CHAIR ("a"), AT ("a"), { .unit = "c", .barred = everywhere } }, 3,
    KP_PANEL_DRAW_TOGETHER, "at once" },
};

static void
test_names_the_rule (gconstpointer data)
{
  const Broken *row = data;
  g_autofree char *sentence = NULL;
  guint seats[64];
  const KpPanelDrawRule rule = kp_panel_draw_decide (&row->policy, row->persons, row->n, seats);

  g_assert_cmpint (rule, ==, row->broken);
  sentence = kp_panel_draw_rule_dup_sentence (rule, &row->policy);
  kp_test_assert_contains (sentence, row->says);
}

/* The first spare of the drawn order is of a unit that sits there. */
static void
test_spare_is_the_next_who_fits (void)
{
  static const KpPanelDrawPolicy room = { .n_rooms = 1, .size = 3 };
  static const KpPanelDrawPerson persons[]
      = { CHAIR ("a"), AT ("b"), { .unit = "c", .is_gone = TRUE }, AT ("b"), CHAIR ("x"), AT ("d") };
  static const KpPanelDrawPerson lone[] = { { .unit = "a", .is_chair = TRUE, .is_gone = TRUE }, AT ("b"), AT ("c") };
  static const guint seats[] = { 0, 1, 2 };
  guint spare = 99;

  g_assert_cmpint (kp_panel_draw_find_spare (&room, persons, G_N_ELEMENTS (persons), seats, 2, &spare), ==, KP_PANEL_DRAW_OK);
  g_assert_cmpuint (spare, ==, 5);
  g_assert_cmpint (kp_panel_draw_find_spare (&room, persons, 5, seats, 2, &spare), ==, KP_PANEL_DRAW_UNITS);
  g_assert_cmpint (kp_panel_draw_find_spare (&room, lone, 3, seats, 0, &spare), ==, KP_PANEL_DRAW_CHAIRS);
}

/* Thirty rooms of seven with half from outside, and no more people than needed. */
static void
test_many_rooms (void)
{
  static const KpPanelDrawPolicy many = { .n_rooms = 30, .size = 7, .outside_share = { 1, 2 } };
  g_autofree KpPanelDrawPerson *persons = g_new0 (KpPanelDrawPerson, 210);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *seats = g_new (guint, 210);

  for (guint i = 0; i < 210; i++)
    {
      g_ptr_array_add (units, g_strdup_printf ("%u", i / 3));
      persons[i] = (KpPanelDrawPerson) { .unit = g_ptr_array_index (units, i), .is_chair = i % 7 == 0,
                                         .is_outside = i % 7 < 4 };
    }
  g_assert_cmpint (kp_panel_draw_decide (&many, persons, 210, seats), ==, KP_PANEL_DRAW_OK);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/panel-draw/drawn-order-fills-round", test_drawn_order_fills_round);
  g_test_add_func ("/rules/panel-draw/one-unit-one-room-once", test_one_unit_one_room_once);
  g_test_add_func ("/rules/panel-draw/goes-back-from-a-corner", test_goes_back_from_a_corner);
  g_test_add_func ("/rules/panel-draw/outside-share-is-kept", test_outside_share_is_kept);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/panel-draw/names-the-rule/", broken[i].path, NULL);

      g_test_add_data_func (path, &broken[i], test_names_the_rule);
    }
  g_test_add_func ("/rules/panel-draw/spare-is-the-next-who-fits", test_spare_is_the_next_who_fits);
  g_test_add_func ("/rules/panel-draw/many-rooms", test_many_rooms);
  return g_test_run ();
}
