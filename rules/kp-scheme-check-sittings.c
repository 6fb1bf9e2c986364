/* kp-scheme-check-sittings.c – checks sittings, sites, rooms and the numbers of tickets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-ticket-number.h"

/* "01" a site, "01/003" a room of it. */
static gboolean
names_a_room (const KpScheme *scheme,
              const gchar    *name)
{
  g_auto (GStrv)      parts = g_strsplit (name, "/", 2);
  const KpSchemeSite *site = parts[0] != NULL ? kp_scheme_get_site (scheme, parts[0]) : NULL;

  if (site == NULL || parts[1] == NULL)
    return site != NULL;
  for (guint i = 0; i < site->rooms->len; i++)
    if (strcmp (((const KpSchemeRoom *) g_ptr_array_index (site->rooms, i))->code, parts[1]) == 0)
      return TRUE;

  return FALSE;
}

static void
check_names (GPtrArray             *problems,
             const KpScheme        *scheme,
             const KpSchemeSitting *sitting,
             guint                  index)
{
  for (guint i = 0; i < sitting->posts->len; i++)
    {
      const gchar        *code = g_ptr_array_index (sitting->posts, i);
      const KpSchemePost *post = kp_scheme_get_post (scheme, code);

      if (post == NULL || !kp_scheme_sitting_has_post (scheme, sitting, post))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("There is no post “%s” that sits this paper; correct the sitting's "
                                                   "posts."),
                                                 code),
                                "written.sittings[%u].posts[%u]", index, i);
    }
  for (guint i = 0; i < sitting->rooms->len; i++)
    {
      const gchar *name = g_ptr_array_index (sitting->rooms, i);

      if (!names_a_room (scheme, name))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("There is no room “%s”; write the code of a site, or site and room such "
                                                   "as \"01/003\"."),
                                                 name),
                                "written.sittings[%u].rooms[%u]", index, i);
    }
}

/* The first post that sits both. */
static const KpSchemePost *
find_shared_post (const KpScheme        *scheme,
                  const KpSchemeSitting *a,
                  const KpSchemeSitting *b)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (kp_scheme_sitting_has_post (scheme, a, post) && kp_scheme_sitting_has_post (scheme, b, post))
        return post;
    }

  return NULL;
}

/* Nobody sits at two places at one time, or one paper twice. */
static void
check_pair (GPtrArray             *problems,
            const KpScheme        *scheme,
            const KpSchemeSitting *sitting,
            guint                  index,
            const KpSchemeSitting *earlier)
{
  const KpSchemePost *post = find_shared_post (scheme, sitting, earlier);

  if (g_strcmp0 (sitting->code, earlier->code) == 0)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The sitting code “%s” is used twice; change one."), sitting->code),
                            "written.sittings[%u].code", index);
  if (post == NULL)
    return;
  if (kp_scheme_sitting_overlaps (sitting, earlier))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The post “%s” has to sit “%s” and “%s” at one time; move one."), post->code,
                                             earlier->code, sitting->code),
                            "written.sittings[%u].start", index);
  else if (g_strcmp0 (sitting->paper, earlier->paper) == 0)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The post “%s” would sit the paper “%s” twice, in “%s” and “%s”; say in "
                                               "\"posts\" who sits which."),
                                             post->code, sitting->paper, earlier->code, sitting->code),
                            "written.sittings[%u].posts", index);
}

/* Sittings of one time that don't share their seats must not share a room. */
static void
check_shared_rooms (GPtrArray      *problems,
                    const KpScheme *scheme)
{
  guint             n_groups;
  g_autofree guint *groups = kp_scheme_group_sittings (scheme, &n_groups);

  for (guint i = 0; i < scheme->written.sittings->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const KpSchemeSitting *sitting = g_ptr_array_index (scheme->written.sittings, i);
        const KpSchemeSitting *other = g_ptr_array_index (scheme->written.sittings, j);

        for (guint k = 0; groups[i] != groups[j] && k < scheme->written.sites->len; k++)
          {
            const KpSchemeSite *site = g_ptr_array_index (scheme->written.sites, k);

            for (guint l = 0; kp_scheme_sitting_overlaps (sitting, other) && l < site->rooms->len; l++)
              {
                const KpSchemeRoom *room = g_ptr_array_index (site->rooms, l);

                if (kp_scheme_sitting_has_room (sitting, site, room) && kp_scheme_sitting_has_room (other, site, room))
                  kp_scheme_check_refuse (problems,
                                          g_strdup_printf (_("The room “%s” of site “%s” is used by “%s” at the same "
                                                             "time; give each sitting rooms of its own."),
                                                           room->code, site->code, other->code),
                                          "written.sittings[%u].rooms", i);
              }
          }
      }
}

static void
check_sittings (GPtrArray      *problems,
                const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (scheme->written.sittings, i);
      const KpSchemePaper   *paper = kp_scheme_get_paper (scheme, sitting->paper);
      g_autofree gchar      *path = g_strdup_printf ("written.sittings[%u].date", i);

      if (paper == NULL)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("There is no paper “%s”; name one of \"written.papers\"."),
                                                 sitting->paper),
                                "written.sittings[%u].paper", i);
      else if (paper->is_elsewhere)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The marks of paper “%s” come from another exam, nobody sits it "
                                                   "here; remove the sitting."),
                                                 sitting->paper),
                                "written.sittings[%u].paper", i);
      if (sitting->start >= sitting->end)
        kp_scheme_check_refuse (problems, g_strdup (_("The sitting ends before it begins; correct the times.")),
                                "written.sittings[%u].end", i);
      kp_scheme_check_order (problems, scheme->registration_to, sitting->date, "registration_to", path);
      kp_scheme_check_order (problems, sitting->date, scheme->interview.date, path, "interview.date");
      check_names (problems, scheme, sitting, i);
      for (guint j = 0; j < i; j++)
        check_pair (problems, scheme, sitting, i, g_ptr_array_index (scheme->written.sittings, j));
    }
}

static void
check_room (GPtrArray          *problems,
            const KpSchemeSite *site,
            guint               site_index,
            guint               index)
{
  const KpSchemeRoom *room = g_ptr_array_index (site->rooms, index);
  KpSeatRoom          grid;
  const gboolean      is_good = kp_scheme_room_get_grid (room, &grid);
  const guint         seats = kp_seat_room_get_n_seats (&grid);

  if (!is_good)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("A place without a seat is written as column and row, such as \"2-6\", and lies "
                                        "within the columns; correct it.")),
                            "written.sites[%u].rooms[%u].missing", site_index, index);
  for (guint i = 0; i < grid.n_columns; i++)
    if (grid.columns[i] > KP_SEAT_MAX_ROWS)
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("A column holds at most %u seats; correct the room."), KP_SEAT_MAX_ROWS),
                              "written.sites[%u].rooms[%u].columns", site_index, index);
  if (grid.is_reserve && grid.has_extra_time)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("A room is either kept in reserve or set aside for candidates with more time; "
                                        "choose one.")),
                            "written.sites[%u].rooms[%u].reserve", site_index, index);
  if (seats == 0 || room->grid.capacity > seats)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The room's columns hold %u seats, its capacity is %u; correct one."),
                                             seats, room->grid.capacity),
                            "written.sites[%u].rooms[%u]", site_index, index);

  for (guint i = 0; i < index; i++)
    {
      const KpSchemeRoom *other = g_ptr_array_index (site->rooms, i);

      if (strcmp (other->code, room->code) == 0)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The room code “%s” is used twice at this site; change one."),
                                                 room->code),
                                "written.sites[%u].rooms[%u].code", site_index, index);
    }
}

static void
check_sites (GPtrArray      *problems,
             const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->written.sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (scheme->written.sites, i);

      for (guint j = 0; j < i; j++)
        {
          const KpSchemeSite *other = g_ptr_array_index (scheme->written.sites, j);

          if (strcmp (other->code, site->code) == 0)
            kp_scheme_check_refuse (problems,
                                    g_strdup_printf (_("The site code “%s” is used twice; change one."), site->code),
                                    "written.sites[%u].code", i);
        }
      for (guint j = 0; j < site->rooms->len; j++)
        check_room (problems, site, i, j);
    }
}

static gboolean
has_room (const KpScheme *scheme,
          gboolean        on_ground)
{
  for (guint i = 0; i < scheme->written.sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (scheme->written.sites, i);

      for (guint j = 0; j < site->rooms->len; j++)
        {
          const KpSeatRoom *grid = &((const KpSchemeRoom *) g_ptr_array_index (site->rooms, j))->grid;

          if (on_ground ? grid->is_ground_floor : grid->has_extra_time)
            return TRUE;
        }
    }

  return FALSE;
}

/* Who needs a special room finds one. */
static void
check_needs (GPtrArray      *problems,
             const KpScheme *scheme)
{
  const KpSchemeWritten *written = &scheme->written;

  if ((written->extra_time != NULL) != (written->extra_minutes > 0))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Who gets more time, and how many minutes, belong together; write both or none.")),
                            "written.extra_minutes");
  if (written->extra_time != NULL && written->sites->len > 0 && !has_room (scheme, FALSE))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Candidates with more time need a room set aside for them; mark one with "
                                        "\"extra_time\".")),
                            "written.sites");
  if (written->ground_floor != NULL && written->sites->len > 0 && !has_room (scheme, TRUE))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Some candidates need the ground floor; mark a room with \"ground_floor\".")),
                            "written.sites");
}

/* Two people of different sittings may get the seat of one number. */
static void
check_ticket_numbers (GPtrArray      *problems,
                      const KpScheme *scheme)
{
  const gchar      *pattern = scheme->written.ticket_pattern;
  guint             n_groups, n_first = 0;
  g_autofree guint *groups = kp_scheme_group_sittings (scheme, &n_groups);
  g_autofree gboolean *is_first = g_new0 (gboolean, n_groups + 1);

  for (guint i = 0; i < scheme->posts->len; i++)
    for (guint j = 0; j < scheme->written.sittings->len; j++)
      if (kp_scheme_sitting_has_post (scheme, g_ptr_array_index (scheme->written.sittings, j),
                                      g_ptr_array_index (scheme->posts, i)))
        {
          n_first += is_first[groups[j]] ? 0 : 1;
          is_first[groups[j]] = TRUE;
          break;
        }
  if (n_first > 1 && !kp_ticket_pattern_has (pattern, "serial") && !kp_ticket_pattern_has (pattern, "session"))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Different candidates use one seat in different sittings, so the ticket number needs "
                                        "{session1} or {serial5}.")),
                            "written.ticket_pattern");
}

/**
 * kp_scheme_check_sittings:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with sittings, sites, rooms, the rooms for those with needs, and the numbers of tickets.
 */
void
kp_scheme_check_sittings (GPtrArray      *problems,
                          const KpScheme *scheme)
{
  check_sittings (problems, scheme);
  check_sites (problems, scheme);
  check_shared_rooms (problems, scheme);
  check_needs (problems, scheme);
  check_ticket_numbers (problems, scheme);
}
