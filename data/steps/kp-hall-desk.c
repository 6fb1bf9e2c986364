/* kp-hall-desk.c – a sitting at its doors: who is expected in each room, who is in, who is absent.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What two people wrote down about an absence counts before what was read at the door: a ticket may have been read for
 * somebody who then wasn't there. */

#include "kp-hall-desk.h"

#include "kp-mark-tables.h"
#include "kp-step-hall.h"

/* What happened to each application. Members are borrowed by keys and values. */
typedef struct
{
  GHashTable *last;    /* its last act */
  GHashTable *refused; /* that it was turned away */
  GHashTable *absent;  /* what two people wrote down */
} Doors;

static void
doors_clear (Doors *doors)
{
  g_clear_pointer (&doors->last, g_hash_table_unref);
  g_clear_pointer (&doors->refused, g_hash_table_unref);
  g_clear_pointer (&doors->absent, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Doors, doors_clear)

static void
seat_free (gpointer data)
{
  KpHallSeat *seat = data;

  g_free (seat->application);
  g_free (seat->ticket);
  g_free (seat->at);
  g_free (seat);
}

static void
room_free (gpointer data)
{
  KpHallRoom *room = data;

  g_free (room->site);
  g_free (room->closed_at);
  g_ptr_array_unref (room->seats);
  g_free (room);
}

static GPtrArray *
select_of_sitting (KpSession *session,
                   const KpTable *table,
                   const char *order,
                   const char *sitting,
                   GError **error)
{
  g_autofree char *tail = g_strconcat ("AND sitting = $2 ORDER BY ", order, NULL);

  return kp_table_select (kp_session_get_database (session), table, kp_session_get_campaign (session), tail,
                          KP_BINDS (KP_TEXT (sitting)), error);
}

/* The last act of each; or of one kind alone. */
static GHashTable *
index_acts (GPtrArray *acts,
            const char *only)
{
  GHashTable *last = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < acts->len; i++)
    {
      const KpHallArrivalRecord *act = g_ptr_array_index (acts, i);

      if (only == NULL || g_str_equal (act->act, only))
        g_hash_table_insert (last, (gpointer) act->application, (gpointer) act);
    }
  return last;
}

static GHashTable *
index_absent (GPtrArray *incidents)
{
  GHashTable *absent = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < incidents->len; i++)
    g_hash_table_add (absent, (gpointer) ((const KpIncidentRecord *) g_ptr_array_index (incidents, i))->application);
  return absent;
}

static KpHallState
find_state (const KpSchemeSitting *sitting,
            const KpHallArrivalRecord *act,
            gboolean is_absent)
{
  KpMoment moment;

  if (is_absent || (act != NULL && g_str_equal (act->act, KP_HALL_ACT_ABSENT)))
    return KP_HALL_ABSENT;
  if (act == NULL || g_str_equal (act->act, KP_HALL_ACT_UNDONE))
    return KP_HALL_EXPECTED;
  if (g_str_equal (act->act, KP_HALL_ACT_REFUSED))
    return KP_HALL_TURNED_AWAY;
  /* With a reason: found in the room later, who may have come at any time. */
  if (act->reason != NULL || !kp_moment_parse (act->at, &moment))
    return KP_HALL_PRESENT;
  return kp_hall_decide_entry (sitting, moment) == KP_ENTRY_LATE ? KP_HALL_PRESENT_LATE : KP_HALL_PRESENT;
}

static void
count (KpHallCounts *counts,
       KpHallState state)
{
  counts->n_expected++;
  counts->n_in += state == KP_HALL_PRESENT || state == KP_HALL_PRESENT_LATE;
  counts->n_late += state == KP_HALL_PRESENT_LATE;
  counts->n_turned_away += state == KP_HALL_TURNED_AWAY;
  counts->n_absent += state == KP_HALL_ABSENT;
}

static KpHallRoom *
reach_room (KpHallDesk *desk,
            const KpSeatRecord *record)
{
  KpHallRoom *room = desk->rooms->len > 0 ? g_ptr_array_index (desk->rooms, desk->rooms->len - 1) : NULL;

  if (room != NULL && g_str_equal (room->site, record->site) && room->room == record->room)
    return room;
  room = g_new0 (KpHallRoom, 1);
  room->site = g_strdup (record->site);
  room->room = (guint) record->room;
  room->seats = g_ptr_array_new_with_free_func (seat_free);
  g_ptr_array_add (desk->rooms, room);
  return room;
}

static gboolean
is_here (const KpHallPlace *here,
         const KpSeatRecord *record)
{
  return (here->site == NULL || g_str_equal (here->site, record->site)) && (here->room == 0 || here->room == record->room);
}

static void
add_seats (KpHallDesk *desk,
           const KpSchemeSitting *sitting,
           const KpHallPlace *here,
           GPtrArray *seats,
           const Doors *doors)
{
  for (guint i = 0; i < seats->len; i++)
    {
      const KpSeatRecord *record = g_ptr_array_index (seats, i);
      const KpHallArrivalRecord *act = g_hash_table_lookup (doors->last, record->application);
      KpHallRoom *room = is_here (here, record) ? reach_room (desk, record) : NULL;
      KpHallSeat *seat;

      if (room == NULL)
        continue;
      seat = g_new0 (KpHallSeat, 1);
      seat->application = g_strdup (record->application);
      seat->ticket = g_strdup (record->ticket);
      seat->seat = (guint) record->seat;
      seat->state = find_state (sitting, act, g_hash_table_contains (doors->absent, record->application));
      seat->was_turned_away = g_hash_table_contains (doors->refused, record->application);
      seat->at = act != NULL ? g_strdup (act->at) : NULL;
      g_ptr_array_add (room->seats, seat);
      count (&room->counts, seat->state);
    }
}

static gboolean
add_closings (KpSession *session,
              KpHallDesk *desk,
              GError **error)
{
  g_autoptr (GPtrArray) closings = select_of_sitting (session, &kp_hall_closing_table, "site, room", desk->sitting, error);

  for (guint i = 0; closings != NULL && i < closings->len; i++)
    {
      const KpHallClosingRecord *closing = g_ptr_array_index (closings, i);
      KpHallRoom *room = kp_hall_desk_find_room (desk, closing->site, (guint) closing->room);

      if (room != NULL)
        room->closed_at = g_strdup (closing->at);
    }
  return closings != NULL;
}

/**
 * kp_hall_desk_load:
 * @session: a session; only read
 * @here: a sitting, and which of its sites and rooms
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its rooms with everybody who has a seat there; or %NULL with #KP_STEP_ERROR or
 * #KP_DATA_ERROR
 */
KpHallDesk *
kp_hall_desk_load (KpSession *session,
                   const KpHallPlace *here,
                   GError **error)
{
  const KpSchemeSitting *sitting = kp_hall_find_sitting (kp_session_get_scheme (session), here->sitting, error);
  g_autoptr (KpHallDesk) desk = g_new0 (KpHallDesk, 1);
  g_autoptr (GPtrArray) seats = NULL;
  g_autoptr (GPtrArray) acts = NULL;
  g_autoptr (GPtrArray) incidents = NULL;
  g_auto (Doors) doors = { 0 };

  desk->rooms = g_ptr_array_new_with_free_func (room_free);
  if (sitting == NULL)
    return NULL;
  desk->sitting = g_strdup (sitting->code);
  seats = select_of_sitting (session, &kp_seat_table, "site, room, seat", sitting->code, error);
  acts = seats != NULL ? select_of_sitting (session, &kp_hall_arrival_table, "application, number", sitting->code, error) : NULL;
  incidents = acts == NULL ? NULL : kp_table_select (
      kp_session_get_database (session), &kp_incident_table, kp_session_get_campaign (session),
      "AND paper = $2 AND kind <> 'breach' AND decision IS NULL ORDER BY number", KP_BINDS (KP_TEXT (sitting->paper)), error);
  if (incidents == NULL)
    return NULL;
  doors.last = index_acts (acts, NULL);
  doors.refused = index_acts (acts, KP_HALL_ACT_REFUSED);
  doors.absent = index_absent (incidents);
  add_seats (desk, sitting, here, seats, &doors);
  return add_closings (session, desk, error) ? g_steal_pointer (&desk) : NULL;
}

/** kp_hall_desk_find_room: a room of the desk, or %NULL. */
KpHallRoom *
kp_hall_desk_find_room (const KpHallDesk *desk,
                        const char *site,
                        guint number)
{
  for (guint i = 0; i < desk->rooms->len; i++)
    {
      KpHallRoom *room = g_ptr_array_index (desk->rooms, i);

      if (room->room == number && g_str_equal (room->site, site))
        return room;
    }
  return NULL;
}

/** kp_hall_desk_sum: the counts of all its rooms. */
KpHallCounts
kp_hall_desk_sum (const KpHallDesk *desk)
{
  KpHallCounts sum = { 0 };

  for (guint i = 0; i < desk->rooms->len; i++)
    {
      const KpHallCounts *counts = &((const KpHallRoom *) g_ptr_array_index (desk->rooms, i))->counts;

      sum.n_expected += counts->n_expected;
      sum.n_in += counts->n_in;
      sum.n_late += counts->n_late;
      sum.n_turned_away += counts->n_turned_away;
      sum.n_absent += counts->n_absent;
    }
  return sum;
}

/**
 * kp_hall_desk_free:
 * @desk: (transfer full): a desk
 *
 * Frees it with its rooms.
 */
void
kp_hall_desk_free (KpHallDesk *desk)
{
  g_free (desk->sitting);
  g_ptr_array_unref (desk->rooms);
  g_free (desk);
}
