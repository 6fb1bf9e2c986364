/* kp-seat-plan.c – exam rooms as they stand: columns and rows, who sits where, and which neighbours should sit apart.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-seat-plan.h"

#include <string.h>

#include "kp-seating.h"

static void
seat_free (gpointer data)
{
  KpPlanSeat *seat = data;

  g_free (seat->ticket);
  g_free (seat->post);
  g_free (seat);
}

static void
room_free (gpointer data)
{
  KpPlanRoom *room = data;

  g_free (room->sitting);
  g_free (room->site);
  g_free (room->site_name);
  g_ptr_array_unref (room->seats);
  g_free (room);
}

/* Sittings that share their seats are shown once, by the first of them. */
static gboolean
is_first_of_group (const KpScheme *scheme,
                   const guint *groups,
                   guint sitting)
{
  for (guint i = 0; i < sitting; i++)
    {
      if (groups[i] == groups[sitting])
        return FALSE;
    }
  return sitting < scheme->written.sittings->len;
}

static char *
dup_door (const char *site,
          guint number)
{
  return g_strdup_printf ("%s/%u", site, number);
}

/* "site/room" → (element-type KpSeatRecord): who sits there in that sitting. */
static GHashTable *
sort_by_door (GPtrArray *records,
              const char *sitting)
{
  GHashTable *doors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < records->len; i++)
    {
      KpSeatRecord *record = g_ptr_array_index (records, i);
      g_autofree char *door = NULL;
      GPtrArray *inside;

      if (!g_str_equal (record->sitting, sitting))
        continue;
      door = dup_door (record->site, (guint) record->room);
      inside = g_hash_table_lookup (doors, door);
      if (inside == NULL)
        {
          inside = g_ptr_array_new ();
          g_hash_table_insert (doors, g_steal_pointer (&door), inside);
        }
      g_ptr_array_add (inside, record);
    }
  return doors;
}

static const KpSeatRecord *
find_seat (GPtrArray *inside,
           guint number)
{
  for (guint i = 0; inside != NULL && i < inside->len; i++)
    {
      const KpSeatRecord *record = g_ptr_array_index (inside, i);

      if (record->seat == number)
        return record;
    }
  return NULL;
}

/* Seats of the grid, and the extra seats that are taken. */
static guint
count_seats (GPtrArray *inside,
             guint n_seats)
{
  guint last = n_seats;

  for (guint i = 0; inside != NULL && i < inside->len; i++)
    last = MAX (last, (guint) ((const KpSeatRecord *) g_ptr_array_index (inside, i))->seat);
  return last;
}

/* By the same weights by which the seats were drawn. */
static void
find_clashes (const KpSeatPolicy *policy,
              KpPlanRoom *room,
              GArray *candidates,
              GPtrArray *taken)
{
  g_autofree KpSeatPerson *people
      = kp_seat_number_people (policy, (const KpSeatCandidate *) (gpointer) candidates->data, candidates->len);

  for (guint i = 0; i < taken->len; i++)
    for (guint k = i + 1; k < taken->len; k++)
      {
        KpPlanSeat *a = g_ptr_array_index (taken, i);
        KpPlanSeat *b = g_ptr_array_index (taken, k);

        if (!kp_seat_are_neighbours (policy, a->position, b->position) || kp_seat_weigh_pair (policy, &people[i], &people[k]) == 0)
          continue;
        a->clashes = b->clashes = TRUE;
        room->n_clashes++;
      }
}

static void
add_seats (KpPlanRoom *room,
           const KpScheme *scheme,
           const KpSeatRoom *grid,
           GPtrArray *inside,
           KpRoster *roster)
{
  const guint n_seats = count_seats (inside, kp_seat_room_get_capacity (grid));
  g_autofree KpSeatPosition *positions = g_new0 (KpSeatPosition, n_seats + 1);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (KpSeatCandidate));
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  kp_seat_room_walk (&scheme->written.seat, grid, n_seats, positions);
  for (guint i = 0; i < n_seats; i++)
    {
      const KpSeatRecord *record = find_seat (inside, i + 1);
      const KpDossier *dossier = record != NULL ? kp_roster_find_application (roster, record->application) : NULL;
      KpPlanSeat *seat = g_new0 (KpPlanSeat, 1);

      seat->number = i + 1;
      seat->position = positions[i];
      room->n_columns = MAX (room->n_columns, seat->position.column + 1);
      room->n_rows = MAX (room->n_rows, seat->position.row + 1);
      g_ptr_array_add (room->seats, seat);
      if (dossier == NULL)
        continue;
      seat->ticket = g_strdup (record->ticket);
      seat->post = g_strdup (dossier->application->post);
      g_array_append_vals (candidates, &(KpSeatCandidate) { 0 }, 1);
      g_array_index (candidates, KpSeatCandidate, candidates->len - 1) = kp_seating_make_candidate (dossier);
      g_ptr_array_add (taken, seat);
    }
  room->n_taken = taken->len;
  find_clashes (&scheme->written.seat, room, candidates, taken);
}

static void
add_rooms (GPtrArray *plan,
           const KpScheme *scheme,
           const KpSchemeSitting *sitting,
           GPtrArray *records,
           KpRoster *roster)
{
  g_autoptr (GHashTable) doors = sort_by_door (records, sitting->code);

  for (guint i = 0; i < scheme->written.sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (scheme->written.sites, i);

      for (guint k = 0; k < site->rooms->len; k++)
        {
          const KpSchemeRoom *room = g_ptr_array_index (site->rooms, k);
          g_autofree char *door = dup_door (site->code, kp_scheme_site_get_number (site, k));
          KpPlanRoom *one;
          KpSeatRoom grid;

          if (!kp_scheme_sitting_has_room (sitting, site, room))
            continue;
          one = g_new0 (KpPlanRoom, 1);
          one->sitting = g_strdup (sitting->code);
          one->site = g_strdup (site->code);
          one->site_name = g_strdup (site->name);
          one->number = kp_scheme_site_get_number (site, k);
          one->starts_right = scheme->written.seat.starts_right;
          one->seats = g_ptr_array_new_with_free_func (seat_free);
          (void) kp_scheme_room_get_grid (room, &grid);
          add_seats (one, scheme, &grid, g_hash_table_lookup (doors, door), roster);
          g_ptr_array_add (plan, one);
        }
    }
}

/**
 * kp_seat_plan_load:
 * @session: a session; only read
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpPlanRoom): the rooms of the scheme, sitting by sitting; empty while nobody
 * has a seat; or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_seat_plan_load (KpSession *session,
                   GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (room_free);
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GPtrArray) records = roster != NULL ? kp_seating_load (session, error) : NULL;
  guint n_groups = 0;
  g_autofree guint *groups = kp_scheme_group_sittings (scheme, &n_groups);

  if (records == NULL)
    return NULL;
  for (guint i = 0; records->len > 0 && i < scheme->written.sittings->len; i++)
    {
      if (is_first_of_group (scheme, groups, i))
        add_rooms (plan, scheme, g_ptr_array_index (scheme->written.sittings, i), records, roster);
    }
  return g_steal_pointer (&plan);
}

/** kp_plan_seat_dup_place: "01/003/17", as kp_step_move_seat() reads it. (transfer full) */
char *
kp_plan_seat_dup_place (const KpPlanRoom *room,
                        const KpPlanSeat *seat)
{
  return g_strdup_printf ("%s/%03u/%02u", room->site, room->number, seat->number);
}
