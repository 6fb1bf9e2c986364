/* kp-room-content.c – what a room package holds that the room doesn't change, as one digest.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-campaign-tables.h"
#include "kp-panel-field.h"
#include "kp-room-pins.h"
#include "kp-step-room-out.h"

static gint
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const KpDossier *first = *(const KpDossier *const *) a;
  const KpDossier *second = *(const KpDossier *const *) b;

  return strcmp (first->hearing->code, second->hearing->code);
}

static GPtrArray *
list_room (KpRoster *roster,
           guint room)
{
  GPtrArray *inside = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->hearing != NULL && dossier->hearing->room == room)
        g_ptr_array_add (inside, (gpointer) dossier);
    }
  g_ptr_array_sort (inside, compare_codes);
  return inside;
}

static void
append_candidate (GString *text,
                  const KpPanelField *field,
                  guint room,
                  const KpDossier *dossier)
{
  g_string_append_printf (text, "%s %s %s", dossier->hearing->code, dossier->hearing->post,
                          dossier->attendance != NULL ? dossier->attendance->state : "-");
  for (guint i = 0; i < field->seats->len; i++)
    {
      const KpPanelSeatRecord *seat = g_ptr_array_index (field->seats, i);
      const KpExaminerRecord *examiner = seat->room == room ? kp_panel_field_find (field, seat->examiner) : NULL;

      if (examiner != NULL && kp_panel_field_is_related (field, examiner, dossier))
        g_string_append_printf (text, " not-%u", (guint) seat->seat);
    }
  g_string_append_c (text, '\n');
}

/**
 * kp_room_content_dup_digest:
 * @session: on a room package
 * @room: its room
 * @error: return location
 *
 * Campaign, scheme, which package, candidates by number, examiners by seat, who must stay away from whom, and by which PINs is confirmed: all that the
 * office handed out and the room may not touch.
 *
 * Returns: (transfer full) (nullable): SHA-256, 64 hex digits, or %NULL with #KP_DATA_ERROR
 */
char *
kp_room_content_dup_digest (KpSession *session,
                            guint room,
                            GError **error)
{
  g_autoptr (KpPanelField) field = kp_panel_field_load (session, error);
  g_autofree KpRoomPackageRecord *row = NULL;
  g_autoptr (GPtrArray) inside = NULL;
  g_autoptr (GString) text = g_string_new ("kaopin-room-content-1\n");

  if (field == NULL || !kp_room_package_load_row (session, &row, error))
    return NULL;
  g_string_append_printf (text, "%s\n%s\n%s %u %u\n", kp_session_get_campaign (session),
                          kp_session_get_scheme_digest (session), row->package, (guint) row->room, (guint) row->number);
  inside = list_room (field->roster, room);
  for (guint i = 0; i < inside->len; i++)
    append_candidate (text, field, room, g_ptr_array_index (inside, i));
  for (guint i = 0; i < field->seats->len; i++)
    {
      const KpPanelSeatRecord *seat = g_ptr_array_index (field->seats, i);

      g_string_append_printf (text, "%u %u %s\n", (guint) seat->room, (guint) seat->seat, seat->examiner);
    }
  if (!kp_room_pins_append (session, text, error))
    return NULL;
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
}

static gboolean
is_of_room (GPtrArray *inside,
            const char *purpose)
{
  const char *post = g_str_has_prefix (purpose, "interview-") ? strchr (purpose, ':') : NULL;

  for (guint i = 0; post != NULL && i < inside->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (inside, i);

      if (g_str_equal (dossier->hearing->post, post + 1))
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_room_content_dup_drawn:
 * @session: on the office's record
 * @room: a room
 * @error: return location
 *
 * By which draws the numbers of the room came about. Somebody who comes late and takes a number that remains changes nothing
 * here; a draw that is repeated does, and then the numbers of a package are those of other people.
 *
 * Returns: (transfer full) (nullable): SHA-256, 64 hex digits, or %NULL with #KP_DATA_ERROR
 */
char *
kp_room_content_dup_drawn (KpSession *session,
                           guint room,
                           GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GPtrArray) inside = NULL;
  g_autoptr (GPtrArray) draws = NULL;
  g_autoptr (GString) text = g_string_new ("kaopin-room-drawn-1\n");

  if (roster == NULL)
    return NULL;
  inside = list_room (roster, room);
  draws = kp_table_select (kp_session_get_database (session), &kp_draw_table, kp_session_get_campaign (session),
                           "AND result IS NOT NULL ORDER BY purpose, attempt", KP_NO_BINDS, error);
  for (guint i = 0; draws != NULL && i < draws->len; i++)
    {
      const KpDrawRecord *draw = g_ptr_array_index (draws, i);

      if (is_of_room (inside, draw->purpose))
        g_string_append_printf (text, "%s %u %s %s\n", draw->purpose, (guint) draw->attempt, draw->commitment, draw->public);
    }
  return draws != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len) : NULL;
}
