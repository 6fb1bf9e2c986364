/* kp-press-room.c – the exam rooms of the record: who sits in each, when, and what is held there.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press-room.h"

static void
room_clear (gpointer data)
{
  KpPressRoom *room = data;

  g_ptr_array_unref (room->dossiers);
}

/** kp_press_compare_seats: a #GCompareFunc of pointers to dossiers: by site, room and seat, as one walks past them. */
gint
kp_press_compare_seats (gconstpointer a, gconstpointer b)
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
  g_ptr_array_sort (seated, kp_press_compare_seats);
  return seated;
}

/** kp_press_find_room: the room with the number on its door, which the seat keeps. (nullable): where the scheme has none. Borrowed. */
const KpSchemeRoom *
kp_press_find_room (const KpSchemeSite *site, gint64 number)
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
          KpPressRoom room = { kp_scheme_get_site (press->scheme, seat->site), NULL, NULL, group, g_ptr_array_new () };

          room.room = kp_press_find_room (room.site, seat->room);
          room.number = kp_press_format (press, "%03" G_GINT64_FORMAT, seat->room);
          g_array_append_val (rooms, room);
        }
      g_ptr_array_add (g_array_index (rooms, KpPressRoom, rooms->len - 1).dossiers, (gpointer) dossier);
      last = seat;
    }
}

/** kp_press_list_rooms: every room, once for the sittings that share their seats. (transfer full) (element-type KpPressRoom) */
GArray *
kp_press_list_rooms (KpPress *press)
{
  GArray *rooms = g_array_new (FALSE, TRUE, sizeof (KpPressRoom));
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

/** kp_press_list_rooms_of_sitting: the rooms of one sitting, by its code. (transfer full) (element-type KpPressRoom) */
GArray *
kp_press_list_rooms_of_sitting (KpPress *press, const char *sitting)
{
  GArray *rooms = g_array_new (FALSE, TRUE, sizeof (KpPressRoom));
  g_autoptr (GPtrArray) seated = list_seated (press, NULL, 0, sitting);

  g_array_set_clear_func (rooms, room_clear);
  add_rooms (press, rooms, seated, 0);
  return rooms;
}

/** kp_press_list_rooms_of_paper: where a paper is sat, sitting by sitting. (transfer full) (element-type KpPressRoom) */
GArray *
kp_press_list_rooms_of_paper (KpPress *press, const char *paper)
{
  GArray *rooms = g_array_new (FALSE, TRUE, sizeof (KpPressRoom));

  g_array_set_clear_func (rooms, room_clear);
  for (guint i = 0; i < press->scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (press->scheme->written.sittings, i);
      g_autoptr (GPtrArray) seated = NULL;

      if (!g_str_equal (sitting->paper, paper))
        continue;
      seated = list_seated (press, NULL, 0, sitting->code);
      add_rooms (press, rooms, seated, i);
    }
  return rooms;
}

/** kp_press_room_has_extra_time: whether those who sit there (加时) get the scheme's extra minutes; no room has none. */
gboolean
kp_press_room_has_extra_time (const KpSchemeRoom *room)
{
  return room != NULL && room->grid.has_extra_time;
}

/** kp_press_room_get_site: the site's name, with the edition of the seats where an earlier one is void. Kept by the press. */
const char *
kp_press_room_get_site (KpPress *press, const KpPressRoom *room)
{
  const char *edition = kp_press_get_edition (press, "seats");
  const char *name = room->site != NULL ? room->site->name : "";

  return edition != NULL ? kp_press_format (press, "%s（%s）", name, edition) : name;
}

/** kp_press_wants_room: whether a room is asked for, see kp_press_wants_part(). */
gboolean
kp_press_wants_room (const KpPress *press, const KpPressRoom *room)
{
  return kp_press_wants_part (press, &(KpPressNumbers){ .room = room->number });
}

/** kp_press_get_session: a sitting as the candidate reads it: paper, time, from when and until when one comes in. Texts are kept by
 * the press. */
KpFormSession
kp_press_get_session (KpPress *press, const KpSchemeSitting *sitting, gboolean with_extra_time)
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

/** kp_press_list_sessions: the sittings that are held in a room with these people, @n_sessions of them. Kept by the press. */
KpFormSession *
kp_press_list_sessions (KpPress *press, const KpPressRoom *room, gsize *n_sessions)
{
  GPtrArray *sittings = press->scheme->written.sittings;
  KpFormSession *sessions = kp_press_keep (press, g_new0 (KpFormSession, sittings->len + 1));
  guint n_groups;
  g_autofree guint *groups = kp_scheme_group_sittings (press->scheme, &n_groups);

  *n_sessions = 0;
  for (guint i = 0; i < sittings->len; i++)
    if (groups[i] == room->group)
      sessions[(*n_sessions)++] = kp_press_get_session (press, g_ptr_array_index (sittings, i), kp_press_room_has_extra_time (room->room));
  return sessions;
}

/** kp_press_format_seat: "07". Kept by the press. */
const char *
kp_press_format_seat (KpPress *press, const KpDossier *dossier)
{
  return kp_press_format (press, "%02" G_GINT64_FORMAT, dossier->seat->seat);
}
