/* kp-step-seat-move.c – seats that people change on the day, with the reason; the ticket number stays.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-seat-move.h"

#include <glib/gi18n-lib.h>

#include "kp-edition.h"
#include "kp-seating.h"
#include "kp-seen.h"

/* A seat that is asked for. */
typedef struct
{
  const KpSchemeSite *site;
  const KpSchemeRoom *room;
  gint64 number; /* on the door */
  gint64 seat;
} Place;

/** kp_seat_moved_clear: frees what it holds. */
void
kp_seat_moved_clear (KpSeatMoved *moved)
{
  g_clear_pointer (&moved->from, g_free);
  g_clear_pointer (&moved->other, g_free);
}

static char *
dup_place (const char *site,
           gint64 room,
           gint64 seat)
{
  return g_strdup_printf ("%s/%03" G_GINT64_FORMAT "/%02" G_GINT64_FORMAT, site, room, seat);
}

static gboolean
refuse_place (const char *text,
              GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
               _("There is no seat “%s”. Write site, room and seat, such as 01/003/17; a room has its seats and the extra "
                 "seats that the scheme allows."),
               text);
  return FALSE;
}

static gboolean
find_place (const KpScheme *scheme,
            const char *text,
            Place *place,
            GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 3);
  guint64 room, seat;

  *place = (Place) { 0 };
  if (g_strv_length (parts) != 3 || !g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXUINT16, &room, NULL)
      || !g_ascii_string_to_unsigned (parts[2], 10, 1, G_MAXUINT16, &seat, NULL))
    return refuse_place (text, error);
  place->site = kp_scheme_get_site (scheme, parts[0]);
  place->number = (gint64) room;
  place->seat = (gint64) seat;
  for (guint i = 0; place->site != NULL && i < place->site->rooms->len; i++)
    if (kp_scheme_site_get_number (place->site, i) == room)
      {
        KpSeatRoom grid;

        place->room = g_ptr_array_index (place->site->rooms, i);
        (void) kp_scheme_room_get_grid (place->room, &grid);
        if (seat <= kp_seat_room_get_capacity (&grid) + scheme->written.seat.max_extra)
          return TRUE;
      }
  return refuse_place (text, error);
}

static gboolean
check_order (const KpSeatMove *move,
             GError **error)
{
  if (move->reason != NULL && *move->reason != '\0' && move->person != NULL && *move->person != '\0')
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                       _("A change of seats needs the reason and who ordered it."));
  return FALSE;
}

/* A paper that is marked keeps its seats, and a sitting is held only in its rooms. */
static gboolean
check_sitting (KpSession *session,
               const KpSeatRecord *record,
               const Place *place,
               GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);

  for (guint i = 0; i < scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (scheme->written.sittings, i);
      gint64 n_entries = 0;

      if (!g_str_equal (sitting->code, record->sitting))
        continue;
      if (!kp_table_count (kp_session_get_database (session), &kp_entry_table, kp_session_get_campaign (session),
                           "AND paper = $2", KP_BINDS (KP_TEXT (sitting->paper)), &n_entries, error))
        return FALSE;
      if (n_entries == 0 && kp_scheme_sitting_has_room (sitting, place->site, place->room))
        return TRUE;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   n_entries > 0 ? _("Marks of “%s” are entered already, so its seats stay as they are.")
                                 : _("The sitting “%s” isn't held in that room. Name the sitting with --sitting."),
                   sitting->code);
      return FALSE;
    }
  return TRUE;
}

static gint64
find_next_number (GPtrArray *changes)
{
  gint64 number = 0;

  for (guint i = 0; i < changes->len; i++)
    number = MAX (number, ((const KpSeatChangeRecord *) g_ptr_array_index (changes, i))->number);
  return number + 1;
}

static gboolean
write_change (KpSession *session,
              KpLedger *ledger,
              const KpSeatMove *move,
              gint64 number,
              const KpSeatRecord *from,
              const KpSeatRecord *to,
              GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *before = dup_place (from->site, from->room, from->seat);
  g_autofree char *after = dup_place (to->site, to->room, to->seat);
  KpSeatChangeRecord record = {
    .campaign = kp_session_get_campaign (session),
    .number = number,
    .sitting = from->sitting,
    .ticket = from->ticket,
    .from_seat = before,
    .to_seat = after,
    .reason = move->reason,
    .person = move->person,
    .at = now,
  };

  return kp_ledger_insert (ledger, &kp_seat_change_table, &record, error);
}

/* No seat holds two people even in between: both leave before one sits down. Who sits elsewhere by now than the plan showed that
   was looked at isn't moved unseen. */
static gboolean
move_in_sitting (KpSession *session,
                 KpLedger *ledger,
                 const KpSeatMove *move,
                 gint64 number,
                 const KpSeatRecord *from,
                 const Place *place,
                 const KpSeatRecord *there,
                 GError **error)
{
  KpSeatRecord to = *from;
  KpSeatRecord back;

  to.site = place->site->code;
  to.room = place->number;
  to.seat = place->seat;
  if (there != NULL)
    {
      back = *there;
      back.site = from->site;
      back.room = from->room;
      back.seat = from->seat;
    }
  if (!kp_session_check_seen (session, &kp_seat_table, from, &to, error)
      || (there != NULL && !kp_session_check_seen (session, &kp_seat_table, there, &back, error))
      || !check_sitting (session, from, place, error) || !kp_ledger_remove (ledger, &kp_seat_table, from, error)
      || (there != NULL && !kp_ledger_remove (ledger, &kp_seat_table, there, error))
      || !kp_ledger_insert (ledger, &kp_seat_table, &to, error)
      || !write_change (session, ledger, move, number, from, &to, error))
    return FALSE;
  if (there == NULL)
    return TRUE;
  return kp_ledger_insert (ledger, &kp_seat_table, &back, error)
         && write_change (session, ledger, move, number, there, &back, error);
}

static const KpSeatRecord *
find_there (GPtrArray *seats,
            const char *sitting,
            const Place *place)
{
  for (guint i = 0; i < seats->len; i++)
    {
      const KpSeatRecord *record = g_ptr_array_index (seats, i);

      if (g_str_equal (record->sitting, sitting) && g_str_equal (record->site, place->site->code)
          && record->room == place->number && record->seat == place->seat)
        return record;
    }
  return NULL;
}

static gboolean
refuse_nobody (const KpSeatMove *move,
               GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
               _("The ticket number %s has no seat there that could be changed, or it is that seat already."), move->ticket);
  return FALSE;
}

/* What is taken back is taken back where it was done. */
static gboolean
check_from (const KpSeatMove *move,
            const KpSeatRecord *record,
            GError **error)
{
  g_autofree char *found = dup_place (record->site, record->room, record->seat);

  if (move->from == NULL || g_str_equal (move->from, found))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Ticket number %s sits at %s by now, and not at %s; look at the plan and change the seats anew."),
               move->ticket, found, move->from);
  return FALSE;
}

static gboolean
move_all (KpSession *session,
          KpLedger *ledger,
          const KpSeatMove *move,
          const Place *place,
          KpSeatMoved *moved,
          GError **error)
{
  g_autoptr (GPtrArray) seats = kp_seating_load (session, error);
  g_autoptr (GPtrArray) changes = seats != NULL ? kp_table_select (kp_session_get_database (session), &kp_seat_change_table,
                                                                   kp_session_get_campaign (session), "", KP_NO_BINDS, error)
                                                : NULL;

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < seats->len; i++)
    {
      const KpSeatRecord *from = g_ptr_array_index (seats, i);
      const KpSeatRecord *there;

      if (!g_str_equal (from->ticket, move->ticket)
          || (move->sitting != NULL && !g_str_equal (move->sitting, from->sitting)))
        continue;
      there = find_there (seats, from->sitting, place);
      if (there == from)
        continue;
      if (!check_from (move, from, error)
          || !move_in_sitting (session, ledger, move, find_next_number (changes), from, place, there, error))
        return FALSE;
      if (moved->n_sittings++ == 0)
        {
          moved->from = dup_place (from->site, from->room, from->seat);
          moved->other = there != NULL ? g_strdup (there->ticket) : NULL;
        }
      moved->n_changed += there != NULL ? 1 : 0;
    }
  return moved->n_sittings > 0 || refuse_nobody (move, error);
}

/**
 * kp_step_move_seat:
 * @session: a session, open for writing
 * @move: who moves where, why, and who orders it
 * @moved: (out): what was done; cleared by the caller
 * @error: return location
 *
 * Moves somebody to a free seat, or lets two people change. Their ticket numbers stay; the record keeps where they sat. What
 * hangs and lies in the rooms says something else now, so that the earlier edition is void.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_move_seat (KpSession *session,
                   const KpSeatMove *move,
                   KpSeatMoved *moved,
                   GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  Place place;

  *moved = (KpSeatMoved) { 0 };
  if (!check_order (move, error) || !find_place (kp_session_get_scheme (session), move->to, &place, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "move-seat", move->ticket, error);
  return ledger != NULL && move_all (session, ledger, move, &place, moved, error)
         && kp_edition_void_drawn (session, ledger, "seats", &moved->void_seats, error)
         && kp_session_commit (session, ledger, error);
}
