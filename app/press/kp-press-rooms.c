/* kp-press-rooms.c – the papers of the exam day: tickets, doors, desks, sign-in, seats.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-form-desk.h"
#include "kp-form-door.h"
#include "kp-form-seats.h"
#include "kp-form-sign-in.h"
#include "kp-form-ticket.h"
#include "kp-press-private.h"

/* A room with those who sit in it, by seat. */
typedef struct
{
  const KpSchemeSite *site;
  const KpSchemeRoom *room; /* (nullable): the record names a room that the scheme doesn't describe */
  const char *number;       /* "003" */
  GPtrArray *dossiers;      /* borrowed */
} Room;

static void
room_clear (gpointer data)
{
  Room *room = data;

  g_ptr_array_unref (room->dossiers);
}

static gint
compare_seats (gconstpointer a, gconstpointer b)
{
  const KpSeatRecord *first = (*(const KpDossier *const *) a)->seat;
  const KpSeatRecord *second = (*(const KpDossier *const *) b)->seat;
  const gint site = g_strcmp0 (first->site, second->site);

  if (site != 0)
    return site;
  if (first->room != second->room)
    return first->room < second->room ? -1 : 1;
  return first->seat < second->seat ? -1 : first->seat > second->seat;
}

/* Everybody with a seat, in the order in which invigilators meet them. */
static GPtrArray *
list_seated (KpPress *press)
{
  GPtrArray *seated = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (dossier->seat != NULL)
        g_ptr_array_add (seated, (gpointer) dossier);
    }
  g_ptr_array_sort (seated, compare_seats);
  return seated;
}

static const KpSchemeSite *
find_site (const KpScheme *scheme, const char *code)
{
  for (guint i = 0; i < scheme->written.sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (scheme->written.sites, i);

      if (g_str_equal (site->code, code))
        return site;
    }
  return NULL;
}

/* The seat keeps the number on the door: the scheme's code where that is a number, else its place in the
 * list. */
static const KpSchemeRoom *
find_room (const KpSchemeSite *site, gint64 number)
{
  for (guint i = 0; site != NULL && i < site->rooms->len; i++)
    {
      const KpSchemeRoom *room = g_ptr_array_index (site->rooms, i);
      gint64 own = g_ascii_strtoll (room->code, NULL, 10);

      if ((own > 0 ? own : (gint64) i + 1) == number)
        return room;
    }
  return NULL;
}

static GArray *
list_rooms (KpPress *press)
{
  g_autoptr (GPtrArray) seated = list_seated (press);
  GArray *rooms = g_array_new (FALSE, TRUE, sizeof (Room));
  const KpSeatRecord *last = NULL;

  g_array_set_clear_func (rooms, room_clear);
  for (guint i = 0; i < seated->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (seated, i);
      const KpSeatRecord *seat = dossier->seat;

      if (last == NULL || !g_str_equal (last->site, seat->site) || last->room != seat->room)
        {
          Room room = { find_site (press->scheme, seat->site), NULL, NULL, g_ptr_array_new () };

          room.room = find_room (room.site, seat->room);
          room.number = kp_press_format (press, "%03" G_GINT64_FORMAT, seat->room);
          g_array_append_val (rooms, room);
        }
      g_ptr_array_add (g_array_index (rooms, Room, rooms->len - 1).dossiers, (gpointer) dossier);
      last = seat;
    }
  return rooms;
}

static const char *
get_site_name (const Room *room)
{
  return room->site != NULL ? room->site->name : "";
}

static gboolean
wants_room (const KpPress *press, const Room *room)
{
  return kp_press_wants (press, room->number);
}

/* Every sitting as the candidate reads it. */
static KpFormSession *
list_sessions (KpPress *press)
{
  GPtrArray *sittings = press->scheme->written.sittings;
  KpFormSession *sessions = kp_press_keep (press, g_new0 (KpFormSession, sittings->len + 1));

  for (guint i = 0; i < sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (sittings, i);
      const KpSchemePaper *paper = kp_scheme_get_paper (press->scheme, sitting->paper);
      const guint entry = sitting->start - MIN (sitting->start, sitting->entry_from);
      const guint late = sitting->start + sitting->late_minutes;

      sessions[i] = (KpFormSession){
        .paper = paper != NULL ? paper->name : sitting->paper,
        .time = kp_press_format_time (press, sitting->date, sitting->start, sitting->end),
        .entry = kp_press_format (press, "%u:%02u 开始入场，%u:%02u 后禁止入场", entry / 60, entry % 60,
                                  late / 60, late % 60),
      };
    }
  return sessions;
}

static const char *
format_seat (KpPress *press, const KpDossier *dossier)
{
  return kp_press_format (press, "%02" G_GINT64_FORMAT, dossier->seat->seat);
}

/* ---- tickets ---- */

static KpTicketFacts
get_ticket_facts (KpPress *press, const KpDossier *dossier, const KpFormSession *sessions)
{
  const KpSchemeSite *site = find_site (press->scheme, dossier->seat->site);

  return (KpTicketFacts){
    .name = dossier->person->name,
    .sex = dossier->person->sex,
    .id_number = dossier->person->id_number,
    .number = dossier->seat->ticket,
    .post = kp_press_get_post (press, dossier->application->post),
    .site = site != NULL ? site->name : "",
    .address = site != NULL && *site->address != '\0' ? site->address : NULL,
    .room = kp_press_format (press, "%03" G_GINT64_FORMAT, dossier->seat->room),
    .seat = format_seat (press, dossier),
    .sessions = sessions,
    .n_sessions = press->scheme->written.sittings->len,
    .qr = kp_press_format (press, "kaopin:ticket:%s:%s", kp_session_get_campaign (press->session),
                           dossier->seat->ticket),
  };
}

/** kp_press_draw_tickets: one ticket for everybody with a seat, room by room. */
gboolean
kp_press_draw_tickets (KpPress *press, KpSheet *sheet, GError **error)
{
  const KpTicketBatch batch = { .campaign = kp_press_get_campaign (press),
                                .issuer = press->scheme->committee };
  const KpFormSession *sessions = list_sessions (press);
  g_autoptr (GPtrArray) seated = list_seated (press);
  g_autofree KpTicketFacts *tickets = g_new0 (KpTicketFacts, seated->len + 1);
  gsize n = 0;

  for (guint i = 0; i < seated->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (seated, i);

      if (kp_press_wants (press, dossier->seat->ticket) ||
          kp_press_wants (press, dossier->application->application))
        tickets[n++] = get_ticket_facts (press, dossier, sessions);
    }
  return n > 0 ? kp_form_ticket_draw (sheet, &batch, tickets, n, error)
               : kp_press_fail_empty (KP_PRESS_TICKETS, error);
}

/* ---- where a seat stands ---- */

/* Seats are numbered along the walk: down the first column, then up (S) or down again (Z) the second. */
static gboolean
find_place (const KpSeatPolicy *policy, const KpSeatRoom *grid, guint seat, guint *column, guint *row)
{
  guint before = 0;

  for (guint i = 0; i < grid->n_columns; i++)
    {
      if (seat <= before + grid->columns[i])
        {
          const guint along = seat - before - 1;
          const gboolean is_upward = policy->walk == KP_WALK_S && i % 2 == 1;

          *column = i + 1;
          *row = is_upward ? grid->columns[i] - along : along + 1;
          return TRUE;
        }
      before += grid->columns[i];
    }
  return FALSE;
}

/* Extra seats stand behind the last row, one after another. */
static KpFormSeatPlan
get_plan (KpPress *press, const Room *room)
{
  const KpSeatPolicy *policy = &press->scheme->written.seat;
  KpSeatRoom grid = { 0 };
  KpFormSeat *seats = kp_press_keep (press, g_new0 (KpFormSeat, room->dossiers->len + 1));
  KpFormSeatPlan plan = { .seats = seats,
                          .n_seats = room->dossiers->len,
                          .door_is_right = !policy->starts_right };
  guint n_extra = 0;

  if (room->room != NULL)
    grid = room->room->grid;
  plan.n_columns = MAX (grid.n_columns, 1);
  for (guint i = 0; i < grid.n_columns; i++)
    plan.n_rows = MAX (plan.n_rows, grid.columns[i]);

  for (guint i = 0; i < room->dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (room->dossiers, i);
      KpFormSeat *seat = &seats[i];

      if (!find_place (policy, &grid, (guint) dossier->seat->seat, &seat->column, &seat->row))
        {
          seat->column = n_extra % plan.n_columns + 1;
          seat->row = plan.n_rows + n_extra / plan.n_columns + 1;
          n_extra++;
        }
      seat->seat = format_seat (press, dossier);
      seat->ticket = dossier->seat->ticket;
      seat->name = dossier->person->name;
      seat->post = dossier->application->post;
    }
  plan.n_rows += (n_extra + plan.n_columns - 1) / plan.n_columns;
  return plan;
}

/* ---- doors ---- */

/** kp_press_draw_doors: the sheet on the door of each room. */
gboolean
kp_press_draw_doors (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (GArray) rooms = list_rooms (press);
  const KpFormSession *sessions = list_sessions (press);

  for (guint i = 0; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);
      const GPtrArray *inside = room->dossiers;
      const KpDoorFacts facts = {
        .campaign = kp_press_get_campaign (press),
        .site = get_site_name (room),
        .room = room->number,
        .first_ticket = ((const KpDossier *) g_ptr_array_index (inside, 0))->seat->ticket,
        .last_ticket = ((const KpDossier *) g_ptr_array_index (inside, inside->len - 1))->seat->ticket,
        .n_candidates = inside->len,
        .sessions = sessions,
        .n_sessions = press->scheme->written.sittings->len,
        .plan = get_plan (press, room),
      };

      if (wants_room (press, room) && !kp_form_door_draw (sheet, &facts, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- desks ---- */

/** kp_press_draw_desks: the labels of each room on sheets of its own. */
gboolean
kp_press_draw_desks (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (GArray) rooms = list_rooms (press);

  for (guint i = 0; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);
      g_autofree KpDeskFacts *labels = g_new0 (KpDeskFacts, room->dossiers->len);

      for (guint j = 0; j < room->dossiers->len; j++)
        {
          const KpDossier *dossier = g_ptr_array_index (room->dossiers, j);

          labels[j] = (KpDeskFacts){
            .room = room->number,
            .seat = format_seat (press, dossier),
            .name = dossier->person->name,
            .ticket = dossier->seat->ticket,
          };
        }
      if (wants_room (press, room) && !kp_form_desk_draw (sheet, labels, room->dossiers->len, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- sign-in ---- */

static gboolean
draw_sign_in (KpPress *press, KpSheet *sheet, const Room *room, const KpFormSession *session, GError **error)
{
  g_autofree KpSignInRow *rows = g_new0 (KpSignInRow, room->dossiers->len);
  const KpSignInFacts facts = {
    .campaign = kp_press_get_campaign (press),
    .site = get_site_name (room),
    .room = room->number,
    .paper = session->paper,
    .time = session->time,
    .rows = rows,
    .n_rows = room->dossiers->len,
    .qr = kp_press_format (press, "kaopin:sign-in:%s:%s:%s", kp_session_get_campaign (press->session),
                           room->site != NULL ? room->site->code : "", room->number),
  };

  for (guint i = 0; i < room->dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (room->dossiers, i);

      rows[i] = (KpSignInRow){
        .seat = format_seat (press, dossier),
        .ticket = dossier->seat->ticket,
        .name = dossier->person->name,
        .sex = dossier->person->sex,
        .post = dossier->application->post,
      };
    }
  return kp_form_sign_in_draw (sheet, &facts, error);
}

/** kp_press_draw_sign_in: a sheet for each room and sitting. */
gboolean
kp_press_draw_sign_in (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (GArray) rooms = list_rooms (press);
  const KpFormSession *sessions = list_sessions (press);

  for (guint i = 0; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);

      for (guint j = 0; wants_room (press, room) && j < press->scheme->written.sittings->len; j++)
        {
          if (!draw_sign_in (press, sheet, room, &sessions[j], error))
            return FALSE;
        }
    }
  return TRUE;
}

/* ---- seat charts ---- */

/** kp_press_draw_seats: the seat chart of each room. */
gboolean
kp_press_draw_seats (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (GArray) rooms = list_rooms (press);
  const KpFormSession *sessions = list_sessions (press);

  for (guint i = 0; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);
      const KpSeatsFacts facts = {
        .campaign = kp_press_get_campaign (press),
        .site = get_site_name (room),
        .room = room->number,
        .paper = sessions[0].paper,
        .time = sessions[0].time,
        .plan = get_plan (press, room),
      };

      if (wants_room (press, room) && !kp_form_seats_draw (sheet, &facts, error))
        return FALSE;
    }
  return TRUE;
}
