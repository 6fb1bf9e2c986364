/* test-scheme-check-sittings.c – what the check says of sittings, rooms, needs and ticket numbers, and who shares seats.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check.h"

#include <string.h>

static void
set (gchar     **text,
     const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static KpSchemeSitting *
add_sitting (KpScheme   *scheme,
             const char *code,
             const char *paper,
             guint       hour)
{
  KpSchemeSitting *sitting = kp_scheme_sitting_new ();

  set (&sitting->code, code);
  set (&sitting->paper, paper);
  sitting->date = (KpDate) { 2026, 3, 28 };
  sitting->start = hour * 60;
  sitting->end = hour * 60 + 120;
  g_ptr_array_add (scheme->written.sittings, sitting);

  return sitting;
}

static void
add_room (KpSchemeSite *site,
          const char   *code)
{
  KpSchemeRoom *room = kp_scheme_room_new ();

  set (&room->code, code);
  kp_seat_room_init_grid (&room->grid, 5, 6);
  g_ptr_array_add (site->rooms, room);
}

static void
add_site (KpScheme   *scheme,
          const char *code)
{
  KpSchemeSite *site = kp_scheme_site_new ();

  set (&site->code, code);
  add_room (site, "001");
  add_room (site, "002");
  g_ptr_array_add (scheme->written.sites, site);
}

/* Posts A01 and B01 sit papers 01 at 9 and 02 at 14, in sites 01 and 02 of two rooms each. */
static KpScheme *
make_good (void)
{
  KpScheme      *scheme = kp_scheme_new ();
  KpSchemeTotal *exam = kp_scheme_total_new ();

  set (&scheme->code, "yunling-2026");
  set (&scheme->title, "公开招聘");
  scheme->registration_to = (KpDate) { 2026, 3, 6 };
  set (&exam->id, "exam");
  exam->policy.weights[KP_PART_WRITTEN] = exam->policy.weights[KP_PART_INTERVIEW] = kp_fraction_new (1, 2);
  g_ptr_array_add (scheme->totals, exam);
  for (guint i = 0; i < 2; i++)
    {
      KpSchemePost  *post = kp_scheme_post_new ();
      KpSchemePaper *paper = kp_scheme_paper_new ();

      set (&post->code, i == 0 ? "A01" : "B01");
      set (&post->name, "综合岗");
      set (&post->total, "exam");
      post->places = 2;
      g_ptr_array_add (scheme->posts, post);
      set (&paper->code, i == 0 ? "01" : "02");
      paper->full = KP_MARK (100, 0);
      paper->weight = kp_fraction_new (1, 2);
      g_ptr_array_add (scheme->written.papers, paper);
      add_sitting (scheme, i == 0 ? "1" : "2", i == 0 ? "01" : "02", i == 0 ? 9 : 14);
      add_site (scheme, i == 0 ? "01" : "02");
    }
  kp_scheme_fill_defaults (scheme);

  return scheme;
}

typedef void (*Edit) (KpScheme *scheme);

typedef struct
{
  const char *name;
  Edit        edit;
  const char *path;   /* NULL = nothing to say */
  const char *groups; /* of the sittings */
} Row;

#define SITTING(i) ((KpSchemeSitting *) g_ptr_array_index (scheme->written.sittings, i))
#define ROOM(i, j) \
  ((KpSchemeRoom *) g_ptr_array_index (((KpSchemeSite *) g_ptr_array_index (scheme->written.sites, i))->rooms, j))
#define FOR(i, post) g_ptr_array_add (SITTING (i)->posts, g_strdup (post))
#define IN(i, room) g_ptr_array_add (SITTING (i)->rooms, g_strdup (room))
#define WITHOUT(i, j, place) g_ptr_array_add (ROOM (i, j)->missing, g_strdup (place))
#define EDIT(name, ...) \
  static void name (KpScheme *scheme) \
  { \
    __VA_ARGS__; \
  }

EDIT (unchanged, (void) scheme)
EDIT (at_one_time, SITTING (1)->start = 10 * 60)
EDIT (one_after_the_other, SITTING (1)->start = 11 * 60)
EDIT (same_time_other_day, SITTING (1)->start = 9 * 60; SITTING (1)->end = 11 * 60; SITTING (1)->date.day = 29)
EDIT (code_twice, set (&SITTING (1)->code, "1"))
EDIT (paper_twice, set (&SITTING (1)->paper, "01"))
/* A01 sits paper 01 in the morning, B01 in the afternoon; 02 is sat on the next day. */
EDIT (paper_in_two_halves, FOR (0, "A01"); FOR (1, "B01"); set (&SITTING (1)->paper, "01");
      add_sitting (scheme, "3", "02", 9)->date.day = 29)
EDIT (other_people_other_day, FOR (0, "A01"); FOR (1, "A01"); add_sitting (scheme, "3", "01", 9)->date.day = 29;
      FOR (2, "B01"); add_sitting (scheme, "4", "02", 14)->date.day = 29; FOR (3, "B01"))
EDIT (other_people_by_session, other_people_other_day (scheme);
      set (&scheme->written.ticket_pattern, "{session1}{room3}{seat2}"))
EDIT (other_people_by_serial, other_people_other_day (scheme); set (&scheme->written.ticket_pattern, "{serial5}"))
EDIT (other_people_at_one_time, FOR (0, "A01"); FOR (1, "A01"); add_sitting (scheme, "3", "01", 9); FOR (2, "B01");
      add_sitting (scheme, "4", "02", 14); FOR (3, "B01"))
EDIT (other_rooms, IN (0, "01"); IN (1, "02"))
EDIT (one_room_at_one_time, other_people_at_one_time (scheme); IN (0, "01"); IN (1, "01"); IN (2, "01/002"); IN (3, "02");
      set (&scheme->written.ticket_pattern, "{serial5}"))
EDIT (rooms_apart_at_one_time, other_people_at_one_time (scheme); IN (0, "01"); IN (1, "01"); IN (2, "02"); IN (3, "02/001");
      set (&scheme->written.ticket_pattern, "{serial5}"))
EDIT (unknown_post, FOR (0, "C01"))
EDIT (unknown_site, IN (0, "03"))
EDIT (unknown_room, IN (0, "01/003"))
EDIT (missing_seat, WITHOUT (0, 0, "2-6"); WITHOUT (0, 0, "5-1"))
EDIT (missing_outside, WITHOUT (0, 1, "2-7"))
EDIT (missing_no_place, WITHOUT (0, 0, "a1"))
EDIT (missing_and_capacity, WITHOUT (0, 0, "2-6"); ROOM (0, 0)->grid.capacity = 30)
EDIT (too_deep, ROOM (1, 0)->grid.columns[2] = KP_SEAT_MAX_ROWS + 1)
EDIT (reserve, ROOM (1, 1)->grid.is_reserve = TRUE)
EDIT (reserve_for_extra_time, ROOM (1, 1)->grid.is_reserve = ROOM (1, 1)->grid.has_extra_time = TRUE)
EDIT (extra_time, scheme->written.extra_time = kp_condition_new (KP_CONDITION_VETERAN); scheme->written.extra_minutes = 30;
      ROOM (1, 1)->grid.has_extra_time = TRUE)
EDIT (extra_time_without_minutes, extra_time (scheme); scheme->written.extra_minutes = 0)
EDIT (extra_minutes_for_nobody, scheme->written.extra_minutes = 30)
EDIT (extra_time_without_room, extra_time (scheme); ROOM (1, 1)->grid.has_extra_time = FALSE)
EDIT (extra_time_of_bad_condition, extra_time (scheme); kp_condition_free (scheme->written.extra_time);
      scheme->written.extra_time = kp_condition_new (KP_CONDITION_CERTIFICATE_AT_LEAST))
EDIT (ground_floor, scheme->written.ground_floor = kp_condition_new (KP_CONDITION_VETERAN);
      ROOM (0, 0)->grid.is_ground_floor = TRUE)
EDIT (ground_floor_without_room, ground_floor (scheme); ROOM (0, 0)->grid.is_ground_floor = FALSE)

static const Row rows[] = {
  { "unchanged", unchanged, NULL, "00" },
  { "at-one-time", at_one_time, "written.sittings[1].start", "00" },
  { "one-after-the-other", one_after_the_other, NULL, "00" },
  { "same-time-other-day", same_time_other_day, NULL, "00" },
  { "code-twice", code_twice, "written.sittings[1].code", "00" },
  { "paper-twice", paper_twice, "written.sittings[1].posts", "00" },
  { "paper-in-two-halves", paper_in_two_halves, NULL, "000" },
  { "other-people-other-day", other_people_other_day, "written.ticket_pattern", "0011" },
  { "other-people-by-session", other_people_by_session, NULL, "0011" },
  { "other-people-by-serial", other_people_by_serial, NULL, "0011" },
  { "other-people-at-one-time", other_people_at_one_time, NULL, "0000" },
  { "other-rooms", other_rooms, NULL, "01" },
  { "one-room-at-one-time", one_room_at_one_time, "written.sittings[2].rooms", "0012" },
  { "rooms-apart-at-one-time", rooms_apart_at_one_time, NULL, "0012" },
  { "unknown-post", unknown_post, "written.sittings[0].posts[0]", "01" },
  { "unknown-site", unknown_site, "written.sittings[0].rooms[0]", "01" },
  { "unknown-room", unknown_room, "written.sittings[0].rooms[0]", "01" },
  { "missing-seat", missing_seat, NULL, "00" },
  { "missing-outside", missing_outside, "written.sites[0].rooms[1].missing", "00" },
  { "missing-no-place", missing_no_place, "written.sites[0].rooms[0].missing", "00" },
  { "missing-and-capacity", missing_and_capacity, "written.sites[0].rooms[0]", "00" },
  { "too-deep", too_deep, "written.sites[1].rooms[0].columns", "00" },
  { "reserve", reserve, NULL, "00" },
  { "reserve-for-extra-time", reserve_for_extra_time, "written.sites[1].rooms[1].reserve", "00" },
  { "extra-time", extra_time, NULL, "00" },
  { "extra-time-without-minutes", extra_time_without_minutes, "written.extra_minutes", "00" },
  { "extra-minutes-for-nobody", extra_minutes_for_nobody, "written.extra_minutes", "00" },
  { "extra-time-without-room", extra_time_without_room, "written.sites", "00" },
  { "extra-time-of-bad-condition", extra_time_of_bad_condition, "written.extra_time", "00" },
  { "ground-floor", ground_floor, NULL, "00" },
  { "ground-floor-without-room", ground_floor_without_room, "written.sites", "00" },
};

/* A bad value gives a problem at its path and no other. */
static void
test_check (gconstpointer data)
{
  const Row            *row = data;
  g_autoptr (KpScheme)  scheme = make_good ();
  g_autoptr (GPtrArray) problems = NULL;

  row->edit (scheme);
  problems = kp_scheme_check (scheme);
  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      g_test_message ("%s: %s", problem->path, problem->message);
      g_assert_cmpstr (problem->path, ==, row->path);
      g_assert_true (g_str_has_suffix (problem->message, "."));
    }
  g_assert_cmpint (problems->len > 0, ==, row->path != NULL);
}

static void
test_groups (gconstpointer data)
{
  const Row           *row = data;
  g_autoptr (KpScheme) scheme = make_good ();
  g_autoptr (GString)  found = g_string_new (NULL);
  g_autofree guint    *groups = NULL;
  guint                n_groups;

  row->edit (scheme);
  groups = kp_scheme_group_sittings (scheme, &n_groups);
  for (guint i = 0; i < scheme->written.sittings->len; i++)
    {
      g_assert_cmpuint (groups[i], <, n_groups);
      g_string_append_printf (found, "%u", groups[i]);
    }
  g_assert_cmpstr (found->str, ==, row->groups);
}

/* A post that no sitting of its paper is for has nowhere to go. */
static void
test_ready (void)
{
  g_autoptr (KpScheme)  scheme = make_good ();
  g_autoptr (GPtrArray) problems = NULL;
  guint                 n_found = 0;

  FOR (1, "A01");
  problems = kp_scheme_check_ready (scheme);
  for (guint i = 0; i < problems->len; i++)
    n_found += strcmp (((const KpSchemeProblem *) g_ptr_array_index (problems, i))->path, "written.sittings") == 0;
  g_assert_cmpuint (n_found, ==, 1);
}

#define ADD_ROWS(prefix, func)                                             \
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)                          \
    {                                                                      \
      g_autofree gchar *path = g_strconcat (prefix, rows[i].name, NULL);   \
      g_test_add_data_func (path, &rows[i], func);                         \
    }

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/rules/scheme-check-sittings/check/", test_check)
  ADD_ROWS ("/rules/scheme-check-sittings/share-seats/", test_groups)
  g_test_add_func ("/rules/scheme-check-sittings/ready/a-sitting-for-every-post", test_ready);

  return g_test_run ();
}
