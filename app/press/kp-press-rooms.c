/* kp-press-rooms.c – the papers of the exam day: tickets, doors, desks, sign-in, seats.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-form-desk.h"
#include "kp-form-door.h"
#include "kp-form-seats.h"
#include "kp-form-sign-in.h"
#include "kp-form-ticket.h"
#include "kp-press-private.h"
#include "kp-seat-room.h"

/* A room with those who sit in it, by seat, in the sittings that share their seats. */
typedef struct
{
  const KpSchemeSite *site;
  const KpSchemeRoom *room; /* (nullable): the record names a room that the scheme doesn't describe */
  const char *number;       /* "003" */
  guint group;              /* of sittings */
  GPtrArray *dossiers;      /* borrowed; `seat` is the one in this room */
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

/* The dossier as of one seat: a person may sit elsewhere in another sitting. */
static const KpDossier *
keep_dossier (KpPress *press, const KpDossier *dossier, const KpSeatRecord *seat)
{
  KpDossier *own = kp_press_keep (press, g_memdup2 (dossier, sizeof *dossier));

  own->seat = seat;
  return own;
}

static guint
find_sitting (const KpScheme *scheme, const char *code)
{
  guint i = 0;

  while (i < scheme->written.sittings->len &&
         !g_str_equal (((const KpSchemeSitting *) g_ptr_array_index (scheme->written.sittings, i))->code, code))
    i++;
  return i;
}

/* Everybody with a seat in the sittings wanted, once, in the order in which invigilators meet them. */
static GPtrArray *
list_seated (KpPress *press, const guint *groups, guint group, const char *sitting)
{
  GPtrArray *seated = g_ptr_array_new ();
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < press->seats->len; i++)
    {
      const KpSeatRecord *record = g_ptr_array_index (press->seats, i);
      const guint index = find_sitting (press->scheme, record->sitting);
      const gboolean is_wanted = sitting != NULL ? g_str_equal (record->sitting, sitting)
                                                 : index < press->scheme->written.sittings->len && groups[index] == group;

      if (is_wanted && g_hash_table_add (added, (gpointer) record->application))
        g_ptr_array_add (seated, (gpointer) keep_dossier (press, kp_roster_find_application (press->roster, record->application),
                                                          record));
    }
  g_ptr_array_sort (seated, compare_seats);
  return seated;
}

/* The seat keeps the number on the door. */
static const KpSchemeRoom *
find_room (const KpSchemeSite *site, gint64 number)
{
  for (guint i = 0; site != NULL && i < site->rooms->len; i++)
    if (kp_scheme_site_get_number (site, i) == number)
      return g_ptr_array_index (site->rooms, i);
  return NULL;
}

static void
add_rooms (KpPress *press, GArray *rooms, GPtrArray *seated, guint group)
{
  const KpSeatRecord *last = NULL;

  for (guint i = 0; i < seated->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (seated, i);
      const KpSeatRecord *seat = dossier->seat;

      if (last == NULL || !g_str_equal (last->site, seat->site) || last->room != seat->room)
        {
          Room room = { kp_scheme_get_site (press->scheme, seat->site), NULL, NULL, group, g_ptr_array_new () };

          room.room = find_room (room.site, seat->room);
          room.number = kp_press_format (press, "%03" G_GINT64_FORMAT, seat->room);
          g_array_append_val (rooms, room);
        }
      g_ptr_array_add (g_array_index (rooms, Room, rooms->len - 1).dossiers, (gpointer) dossier);
      last = seat;
    }
}

static GArray *
list_rooms (KpPress *press)
{
  GArray *rooms = g_array_new (FALSE, TRUE, sizeof (Room));
  guint n_groups;
  g_autofree guint *groups = kp_scheme_group_sittings (press->scheme, &n_groups);

  g_array_set_clear_func (rooms, room_clear);
  for (guint group = 0; group < n_groups; group++)
    {
      g_autoptr (GPtrArray) seated = list_seated (press, groups, group, NULL);

      add_rooms (press, rooms, seated, group);
    }
  return rooms;
}

static GArray *
list_rooms_of_sitting (KpPress *press, const char *sitting)
{
  GArray *rooms = g_array_new (FALSE, TRUE, sizeof (Room));
  g_autoptr (GPtrArray) seated = list_seated (press, NULL, 0, sitting);

  g_array_set_clear_func (rooms, room_clear);
  add_rooms (press, rooms, seated, 0);
  return rooms;
}

static gboolean
has_extra_time (const KpSchemeRoom *room)
{
  return room != NULL && room->grid.has_extra_time;
}

/* With the edition of the seats where an earlier one is void. */
static const char *
get_site_name (KpPress *press, const Room *room)
{
  const char *edition = kp_press_get_edition (press, "seats");
  const char *name = room->site != NULL ? room->site->name : "";

  return edition != NULL ? kp_press_format (press, "%s（%s）", name, edition) : name;
}

static gboolean
wants_room (const KpPress *press, const Room *room)
{
  return kp_press_wants_part (press, &(KpPressNumbers){ .room = room->number });
}

/* A sitting as the candidate reads it. */
static KpFormSession
get_session (KpPress *press, const KpSchemeSitting *sitting, gboolean with_extra_time)
{
  const KpSchemePaper *paper = kp_scheme_get_paper (press->scheme, sitting->paper);
  const guint entry = sitting->start - MIN (sitting->start, sitting->entry_from);
  const guint late = sitting->start + sitting->late_minutes;
  const guint end = sitting->end + (with_extra_time ? press->scheme->written.extra_minutes : 0);

  return (KpFormSession){
    .paper = paper != NULL ? paper->name : sitting->paper,
    .time = kp_press_format_time (press, sitting->date, sitting->start, end),
    .entry = kp_press_format (press, "%u:%02u 开始入场，%u:%02u 后禁止入场", entry / 60, entry % 60, late / 60,
                              late % 60),
  };
}

/* The sittings that are held in a room with these people. */
static KpFormSession *
list_sessions (KpPress *press, const Room *room, gsize *n_sessions)
{
  GPtrArray *sittings = press->scheme->written.sittings;
  KpFormSession *sessions = kp_press_keep (press, g_new0 (KpFormSession, sittings->len + 1));
  guint n_groups;
  g_autofree guint *groups = kp_scheme_group_sittings (press->scheme, &n_groups);

  *n_sessions = 0;
  for (guint i = 0; i < sittings->len; i++)
    if (groups[i] == room->group)
      sessions[(*n_sessions)++] = get_session (press, g_ptr_array_index (sittings, i), has_extra_time (room->room));
  return sessions;
}

static const char *
format_seat (KpPress *press, const KpDossier *dossier)
{
  return kp_press_format (press, "%02" G_GINT64_FORMAT, dossier->seat->seat);
}

/* ---- tickets ---- */

/* A sitting on somebody's ticket; where it is held, when that isn't where the first one is. */
static KpFormSession
get_ticket_session (KpPress *press, const KpSchemeSitting *sitting, const KpSeatRecord *first, const KpSeatRecord *seat)
{
  const KpSchemeSite *site = kp_scheme_get_site (press->scheme, seat->site);
  KpFormSession session = get_session (press, sitting, has_extra_time (find_room (site, seat->room)));

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

static KpTicketFacts
get_ticket_facts (KpPress *press, const KpDossier *dossier, GPtrArray *seats)
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
    .seat = format_seat (press, dossier),
    .qr = kp_press_format (press, "kaopin:ticket:%s:%s", kp_session_get_campaign (press->session),
                           dossier->seat->ticket),
  };

  facts.sessions = list_ticket_sessions (press, dossier, seats, &facts.n_sessions);
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
  g_ptr_array_sort (seated, compare_seats);
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
  const KpTicketBatch batch = { .campaign = kp_press_get_campaign (press), .issuer = get_issuer (press) };
  g_autoptr (GHashTable) index = index_seats (press);
  g_autoptr (GPtrArray) seated = list_ticketed (press);
  g_autofree KpTicketFacts *tickets = g_new0 (KpTicketFacts, seated->len + 1);
  gsize n = 0;

  for (guint i = 0; i < seated->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (seated, i);
      const char *application = dossier->application->application;

      const KpPressNumbers numbers = {
        .person = dossier->seat->ticket,
        .alias = application,
        .room = kp_press_format (press, "%03" G_GINT64_FORMAT, dossier->seat->room),
      };

      if (kp_press_wants_part (press, &numbers))
        tickets[n++] = get_ticket_facts (press, dossier, g_hash_table_lookup (index, application));
    }
  return n > 0 ? kp_form_ticket_draw (sheet, &batch, tickets, n, error)
               : kp_press_fail_empty (KP_PRESS_TICKETS, error);
}

/* ---- where a seat stands ---- */

/* Where each seat number stands, as the rules walk the room; a room that the scheme doesn't describe is one column. */
static KpSeatPosition *
walk_room (KpPress *press, const Room *room, KpSeatRoom *grid)
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
get_plan (KpPress *press, const Room *room)
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
        .seat = format_seat (press, dossier),
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
draw_door (KpPress *press, KpSheet *sheet, const Room *room, GError **error)
{
  const GPtrArray *inside = room->dossiers;
  KpDoorFacts facts = {
    .campaign = kp_press_get_campaign (press),
    .site = get_site_name (press, room),
    .place = has_extra_time (room->room) ? "延长考试时间专用" : NULL,
    .room = room->number,
    .first_ticket = ((const KpDossier *) g_ptr_array_index (inside, 0))->seat->ticket,
    .last_ticket = ((const KpDossier *) g_ptr_array_index (inside, inside->len - 1))->seat->ticket,
    .n_candidates = inside->len,
    .plan = get_plan (press, room),
  };

  facts.sessions = list_sessions (press, room, &facts.n_sessions);
  return kp_form_door_draw (sheet, &facts, error);
}

static gboolean
is_used (GArray *rooms, const KpSchemeRoom *rule)
{
  for (guint i = 0; i < rooms->len; i++)
    if (g_array_index (rooms, Room, i).room == rule)
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
          Room room = { site, rule, kp_press_format (press, "%03u", kp_scheme_site_get_number (site, j)), 0, NULL };
          KpDoorFacts facts = { .campaign = kp_press_get_campaign (press),
                                .site = get_site_name (press, &room),
                                .place = "备用考场",
                                .room = room.number };

          if (!rule->grid.is_reserve || is_used (rooms, rule) || !wants_room (press, &room))
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
  g_autoptr (GArray) rooms = list_rooms (press);

  for (guint i = 0; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);

      if (wants_room (press, room) && !draw_door (press, sheet, room, error))
        return FALSE;
    }
  return draw_reserve_doors (press, sheet, rooms, error);
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
draw_sign_in (KpPress *press, KpSheet *sheet, const Room *room, const KpSchemeSitting *sitting, GError **error)
{
  const KpFormSession session = get_session (press, sitting, has_extra_time (room->room));
  g_autofree KpSignInRow *rows = g_new0 (KpSignInRow, room->dossiers->len);
  const KpSignInFacts facts = {
    .campaign = kp_press_get_campaign (press),
    .site = get_site_name (press, room),
    .room = room->number,
    .paper = session.paper,
    .time = session.time,
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
  for (guint i = 0; i < press->scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (press->scheme->written.sittings, i);
      g_autoptr (GArray) rooms = list_rooms_of_sitting (press, sitting->code);

      for (guint j = 0; j < rooms->len; j++)
        {
          const Room *room = &g_array_index (rooms, Room, j);

          if (wants_room (press, room) && !draw_sign_in (press, sheet, room, sitting, error))
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

  for (guint i = 0; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);
      gsize n_sessions;
      const KpFormSession *sessions = list_sessions (press, room, &n_sessions);
      const KpSeatsFacts facts = {
        .campaign = kp_press_get_campaign (press),
        .site = get_site_name (press, room),
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
