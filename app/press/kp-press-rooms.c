/* kp-press-rooms.c – the papers of the exam day: tickets, doors, desks, sign-in, seats.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-form-desk.h"
#include "kp-form-door.h"
#include "kp-form-seats.h"
#include "kp-form-sign-in.h"
#include "kp-form-ticket.h"
#include "kp-press-code.h"
#include "kp-press-faces.h"
#include "kp-press-room.h"
#include "kp-seat-room.h"

/* ---- tickets ---- */

/* A sitting on somebody's ticket; where it is held, when that isn't where the first one is. */
static KpFormSession
get_ticket_session (KpPress *press, const KpSchemeSitting *sitting, const KpSeatRecord *first, const KpSeatRecord *seat)
{
  const KpSchemeSite *site = kp_scheme_get_site (press->scheme, seat->site);
  KpFormSession session = kp_press_get_session (press, sitting, kp_press_room_has_extra_time (kp_press_find_room (site, seat->room)));

  if (!g_str_equal (seat->site, first->site) || seat->room != first->room || seat->seat != first->seat)
    session.time = kp_press_format (press, "%s　%s第%03" G_GINT64_FORMAT "考场%02" G_GINT64_FORMAT "号", session.time,
                                    site != NULL ? site->name : "", seat->room, seat->seat);
  return session;
}

/* Only what the candidate sits. */
static KpFormSession *
list_ticket_sessions (KpPress *press, const KpDossier *dossier, GPtrArray *seats, gsize *n_sessions)
{
  GPtrArray *sittings = press->scheme->written.sittings;
  KpFormSession *sessions = kp_press_keep (press, g_new0 (KpFormSession, sittings->len + 1));

  *n_sessions = 0;
  for (guint i = 0; i < sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (sittings, i);

      for (guint j = 0; j < seats->len; j++)
        {
          const KpSeatRecord *seat = g_ptr_array_index (seats, j);

          if (g_str_equal (seat->sitting, sitting->code))
            sessions[(*n_sessions)++] = get_ticket_session (press, sitting, dossier->seat, seat);
        }
    }
  return sessions;
}

/* Whoever has the record can compare the ticket with it. */
static const char *
compute_ticket_digest (KpPress *press, const KpTicketFacts *facts)
{
  const char *const texts[] = { facts->name, facts->sex,     facts->id_number, facts->number, facts->post,
                                facts->site, facts->address, facts->room,      facts->seat };

  return kp_press_seal_rows (press, kp_press_seal_rows (press, "ticket", texts, sizeof texts), facts->sessions,
                             facts->n_sessions * sizeof *facts->sessions);
}

static KpTicketFacts
get_ticket_facts (KpPress *press, const KpDossier *dossier, GPtrArray *seats, const char *date)
{
  const KpSchemeSite *site = kp_scheme_get_site (press->scheme, dossier->seat->site);
  KpTicketFacts facts = {
    .name = dossier->person->name,
    .sex = dossier->person->sex,
    .id_number = dossier->person->id_number,
    .number = dossier->seat->ticket,
    .post = kp_press_get_post (press, dossier->application->post),
    .site = site != NULL ? site->name : "",
    .address = site != NULL && *site->address != '\0' ? site->address : NULL,
    .room = kp_press_format (press, "%03" G_GINT64_FORMAT, dossier->seat->room),
    .seat = kp_press_format_seat (press, dossier),
  };

  facts.sessions = list_ticket_sessions (press, dossier, seats, &facts.n_sessions);
  facts.qr = kp_press_make_code (press, &(KpPressPaper){ .number = facts.number,
                                                         .list = "tickets",
                                                         .digest = compute_ticket_digest (press, &facts),
                                                         .date = date });
  return facts;
}

/* All seats of each person, by registration number. */
static GHashTable *
index_seats (KpPress *press)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < press->seats->len; i++)
    {
      const KpSeatRecord *record = g_ptr_array_index (press->seats, i);
      GPtrArray *own = g_hash_table_lookup (index, record->application);

      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (index, (gpointer) record->application, own);
        }
      g_ptr_array_add (own, (gpointer) record);
    }
  return index;
}

/* Everybody with a seat, by the seat of the first sitting. */
static GPtrArray *
list_ticketed (KpPress *press)
{
  GPtrArray *seated = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (dossier->seat != NULL)
        g_ptr_array_add (seated, (gpointer) dossier);
    }
  g_ptr_array_sort (seated, kp_press_compare_seats);
  return seated;
}

/* Who issues the tickets, and that those printed before a repeated draw are void. */
static const char *
get_issuer (KpPress *press)
{
  const char *edition = kp_press_get_edition (press, "tickets");

  return edition != NULL ? kp_press_format (press, "%s（%s）", press->scheme->committee, edition)
                         : press->scheme->committee;
}

/** kp_press_draw_tickets: one ticket for everybody with a seat, room by room. */
gboolean
kp_press_draw_tickets (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (GPtrArray) drawn = g_ptr_array_new ();
  KpPressFaces faces = { press, drawn };
  const KpTicketBatch batch = { .campaign = kp_press_get_campaign (press), .issuer = get_issuer (press),
                                .get_photo = kp_press_find_face, .photo_data = &faces };
  g_autoptr (GHashTable) index = index_seats (press);
  g_autoptr (GPtrArray) seated = list_ticketed (press);
  const char *date = kp_press_find_step_date (press, kp_step_get_name (KP_STEP_SEAT));
  g_autofree KpTicketFacts *tickets = g_new0 (KpTicketFacts, seated->len + 1);

  for (guint i = 0; i < seated->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (seated, i);
      const char *application = dossier->application->application;

      const KpPressNumbers numbers = {
        .person = dossier->seat->ticket,
        .alias = application,
        .room = kp_press_format (press, "%03" G_GINT64_FORMAT, dossier->seat->room),
      };

      if (!kp_press_wants_part (press, &numbers))
        continue;
      tickets[drawn->len] = get_ticket_facts (press, dossier, g_hash_table_lookup (index, application), date);
      g_ptr_array_add (drawn, (gpointer) dossier);
    }
  return drawn->len > 0 ? kp_form_ticket_draw (sheet, &batch, tickets, drawn->len, error)
                        : kp_press_fail_empty (KP_PRESS_TICKETS, error);
}

/* ---- where a seat stands ---- */

/* Where each seat number stands, as the rules walk the room; a room that the scheme doesn't describe is one column. */
static KpSeatPosition *
walk_room (KpPress *press, const KpPressRoom *room, KpSeatRoom *grid)
{
  KpSeatPosition *positions;
  guint highest = 0;

  kp_seat_room_init_grid (grid, 1, KP_SEAT_MAX_ROWS);
  if (room->room != NULL)
    (void) kp_scheme_room_get_grid (room->room, grid);
  for (guint i = 0; i < room->dossiers->len; i++)
    highest = MAX (highest, (guint) ((const KpDossier *) g_ptr_array_index (room->dossiers, i))->seat->seat);
  positions = g_new0 (KpSeatPosition, highest + 1);
  kp_seat_room_walk (&press->scheme->written.seat, grid, highest, positions);
  return positions;
}

static KpFormSeatPlan
get_plan (KpPress *press, const KpPressRoom *room)
{
  const KpSeatPolicy *policy = &press->scheme->written.seat;
  KpSeatRoom grid;
  g_autofree KpSeatPosition *positions = walk_room (press, room, &grid);
  KpFormSeat *seats = kp_press_keep (press, g_new0 (KpFormSeat, room->dossiers->len + 1));
  KpFormSeatPlan plan = { .seats = seats,
                          .n_seats = room->dossiers->len,
                          .n_columns = grid.n_columns,
                          .door_is_back = policy->starts_back,
                          .door_is_right = !policy->starts_right };

  for (guint i = 0; room->room != NULL && i < grid.n_columns; i++)
    plan.n_rows = MAX (plan.n_rows, grid.columns[i]);
  for (guint i = 0; i < room->dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (room->dossiers, i);
      const KpSeatPosition *position = &positions[dossier->seat->seat - 1];

      seats[i] = (KpFormSeat){
        .column = position->column + 1,
        .row = position->row + 1,
        .seat = kp_press_format_seat (press, dossier),
        .ticket = dossier->seat->ticket,
        .name = dossier->person->name,
        .post = dossier->application->post,
      };
      plan.n_rows = MAX (plan.n_rows, seats[i].row);
    }
  return plan;
}

/* ---- doors ---- */

static gboolean
draw_door (KpPress *press, KpSheet *sheet, const KpPressRoom *room, GError **error)
{
  const GPtrArray *inside = room->dossiers;
  KpDoorFacts facts = {
    .campaign = kp_press_get_campaign (press),
    .site = kp_press_room_get_site (press, room),
    .place = kp_press_room_has_extra_time (room->room) ? "延长考试时间专用" : NULL,
    .room = room->number,
    .first_ticket = ((const KpDossier *) g_ptr_array_index (inside, 0))->seat->ticket,
    .last_ticket = ((const KpDossier *) g_ptr_array_index (inside, inside->len - 1))->seat->ticket,
    .n_candidates = inside->len,
    .plan = get_plan (press, room),
  };

  facts.sessions = kp_press_list_sessions (press, room, &facts.n_sessions);
  return kp_form_door_draw (sheet, &facts, error);
}

static gboolean
is_used (GArray *rooms, const KpSchemeRoom *rule)
{
  for (guint i = 0; i < rooms->len; i++)
    if (g_array_index (rooms, KpPressRoom, i).room == rule)
      return TRUE;
  return FALSE;
}

/* 备用考场: its door says so, that it is found and nobody else takes it. */
static gboolean
draw_reserve_doors (KpPress *press, KpSheet *sheet, GArray *rooms, GError **error)
{
  for (guint i = 0; rooms->len > 0 && i < press->scheme->written.sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (press->scheme->written.sites, i);

      for (guint j = 0; j < site->rooms->len; j++)
        {
          const KpSchemeRoom *rule = g_ptr_array_index (site->rooms, j);
          KpPressRoom room = { site, rule, kp_press_format (press, "%03u", kp_scheme_site_get_number (site, j)), 0, NULL };
          KpDoorFacts facts = { .campaign = kp_press_get_campaign (press),
                                .site = kp_press_room_get_site (press, &room),
                                .place = "备用考场",
                                .room = room.number };

          if (!rule->grid.is_reserve || is_used (rooms, rule) || !kp_press_wants_room (press, &room))
            continue;
          if (!kp_form_door_draw (sheet, &facts, error))
            return FALSE;
        }
    }
  return TRUE;
}

/** kp_press_draw_doors: the sheet on the door of each room, reserve rooms last. */
gboolean
kp_press_draw_doors (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (GArray) rooms = kp_press_list_rooms (press);

  for (guint i = 0; i < rooms->len; i++)
    {
      const KpPressRoom *room = &g_array_index (rooms, KpPressRoom, i);

      if (kp_press_wants_room (press, room) && !draw_door (press, sheet, room, error))
        return FALSE;
    }
  return draw_reserve_doors (press, sheet, rooms, error);
}

/* ---- desks ---- */

/** kp_press_draw_desks: the labels of each room on sheets of its own. */
gboolean
kp_press_draw_desks (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (GArray) rooms = kp_press_list_rooms (press);

  for (guint i = 0; i < rooms->len; i++)
    {
      const KpPressRoom *room = &g_array_index (rooms, KpPressRoom, i);
      g_autofree KpDeskFacts *labels = g_new0 (KpDeskFacts, room->dossiers->len);

      for (guint j = 0; j < room->dossiers->len; j++)
        {
          const KpDossier *dossier = g_ptr_array_index (room->dossiers, j);

          labels[j] = (KpDeskFacts){
            .room = room->number,
            .seat = kp_press_format_seat (press, dossier),
            .name = dossier->person->name,
            .ticket = dossier->seat->ticket,
          };
        }
      if (kp_press_wants_room (press, room) && !kp_form_desk_draw (sheet, labels, room->dossiers->len, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- sign-in ---- */

static gboolean
draw_sign_in (KpPress *press, KpSheet *sheet, const KpPressRoom *room, const KpSchemeSitting *sitting, gboolean has_photos,
              GError **error)
{
  const KpFormSession session = kp_press_get_session (press, sitting, kp_press_room_has_extra_time (room->room));
  g_autofree KpSignInRow *rows = g_new0 (KpSignInRow, room->dossiers->len);
  KpSignInFacts facts = {
    .campaign = kp_press_get_campaign (press),
    .site = kp_press_room_get_site (press, room),
    .room = room->number,
    .paper = session.paper,
    .time = session.time,
    .rows = rows,
    .n_rows = room->dossiers->len,
  };

  for (guint i = 0; i < room->dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (room->dossiers, i);

      rows[i] = (KpSignInRow){
        .seat = kp_press_format_seat (press, dossier),
        .ticket = dossier->seat->ticket,
        .name = dossier->person->name,
        .sex = dossier->person->sex,
        .post = dossier->application->post,
      };
    }
  facts.qr = kp_press_make_code (press, &(KpPressPaper){ .number = kp_press_format (press, "%s-%s", sitting->code, room->number),
                                                         .list = "seats",
                                                         .digest = kp_press_seal_rows (press, facts.time, rows,
                                                                                       facts.n_rows * sizeof *rows),
                                                         .date = kp_press_find_step_date (press, kp_step_get_name (KP_STEP_SEAT)) });
  return has_photos ? kp_press_draw_sign_in_faces (press, sheet, &facts, room->dossiers, error)
                    : kp_form_sign_in_draw (sheet, &facts, error);
}

/** kp_press_draw_sign_in: a sheet for each room and sitting. */
gboolean
kp_press_draw_sign_in (KpPress *press, KpSheet *sheet, GError **error)
{
  gboolean has_photos = FALSE;

  if (!kp_press_has_photos (press, &has_photos, error))
    return FALSE;
  for (guint i = 0; i < press->scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (press->scheme->written.sittings, i);
      g_autoptr (GArray) rooms = kp_press_list_rooms_of_sitting (press, sitting->code);

      for (guint j = 0; j < rooms->len; j++)
        {
          const KpPressRoom *room = &g_array_index (rooms, KpPressRoom, j);

          if (kp_press_wants_room (press, room) && !draw_sign_in (press, sheet, room, sitting, has_photos, error))
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
  g_autoptr (GArray) rooms = kp_press_list_rooms (press);

  for (guint i = 0; i < rooms->len; i++)
    {
      const KpPressRoom *room = &g_array_index (rooms, KpPressRoom, i);
      gsize n_sessions;
      const KpFormSession *sessions = kp_press_list_sessions (press, room, &n_sessions);
      const KpSeatsFacts facts = {
        .campaign = kp_press_get_campaign (press),
        .site = kp_press_room_get_site (press, room),
        .room = room->number,
        .paper = sessions[0].paper,
        .time = sessions[0].time,
        .plan = get_plan (press, room),
      };

      if (kp_press_wants_room (press, room) && !kp_form_seats_draw (sheet, &facts, error))
        return FALSE;
    }
  return TRUE;
}
