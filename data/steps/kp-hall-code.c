/* kp-hall-code.c – whom a code means that was read at a door.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A code is what a reader of bar codes types: the QR code of the ticket, the number on it, or what a reader of ID cards
 * says. */

#include "kp-hall-code.h"

#include <string.h>

#include "kp-id-number.h"
#include "kp-paper-code.h"

#define LONGEST_NUMBER 40

/* Full-width characters of an input method, blanks, the case of a reader with caps lock on. */
static char *
dup_plain (const char *code)
{
  g_autofree char *narrow = g_utf8_normalize (code, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *plain = g_string_new (NULL);

  for (const char *c = narrow != NULL ? narrow : ""; *c != '\0'; c++)
    {
      if (!g_ascii_isspace (*c))
        g_string_append_c (plain, *c);
    }
  return g_string_free (plain, FALSE);
}

/**
 * kp_hall_dup_number:
 * @session: a session
 * @code: what was typed
 * @answer: gets the outcome where the code is no number of this campaign
 *
 * Returns: (transfer full) (nullable): the number in the code, or %NULL
 */
char *
kp_hall_dup_number (KpSession *session,
                    const char *code,
                    KpHallAnswer *answer)
{
  g_auto (KpPaperCode) paper = { 0 };
  const KpPaperCodeFault fault = kp_paper_code_parse (code, &paper);
  g_autofree char *plain = NULL;

  if (fault == KP_PAPER_CODE_OK && !g_str_equal (paper.campaign, kp_session_get_campaign (session)))
    {
      answer->outcome = KP_SCAN_OTHER_CAMPAIGN;
      answer->campaign = g_strdup (paper.campaign);
      return NULL;
    }
  if (fault == KP_PAPER_CODE_OK && *paper.number != '\0')
    return g_strdup (paper.number);
  plain = dup_plain (code);
  if (fault == KP_PAPER_CODE_FORM && *plain != '\0' && strlen (plain) <= LONGEST_NUMBER && strchr (plain, ':') == NULL)
    return g_steal_pointer (&plain);
  answer->outcome = KP_SCAN_UNREADABLE;
  return NULL;
}

static GPtrArray *
select_seats (KpSession *session,
              const char *tail,
              const char *value,
              GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_seat_table, kp_session_get_campaign (session), tail,
                          KP_BINDS (KP_TEXT (value)), error);
}

/**
 * kp_hall_find_seats:
 * @session: a session
 * @number: ticket number; else number of an ID card, or of a registration
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpSeatRecord): of who has it, by sitting; or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_hall_find_seats (KpSession *session,
                    const char *number,
                    GError **error)
{
  g_autofree char *upper = g_ascii_strup (number, -1);
  g_autoptr (GPtrArray) seats = select_seats (session, "AND ticket = $2 ORDER BY sitting", upper, error);
  g_autoptr (KpRoster) roster = NULL;

  if (seats == NULL || seats->len > 0)
    return g_steal_pointer (&seats);
  if (!kp_id_number_check_digit_fits (upper))
    return select_seats (session, "AND application = $2 ORDER BY sitting", number, error);
  roster = kp_session_load_roster_person (session, upper, error);
  if (roster == NULL || kp_roster_get_n_dossiers (roster) == 0)
    return roster != NULL ? g_steal_pointer (&seats) : NULL;
  return select_seats (session, "AND application = $2 ORDER BY sitting",
                       kp_roster_get_dossier (roster, 0)->application->application, error);
}

/**
 * kp_hall_load_name:
 * @session: a session
 * @answer: with its application; gets the name
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_hall_load_name (KpSession *session,
                   KpHallAnswer *answer,
                   GError **error)
{
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);
  g_autofree KpApplicationRecord *application = NULL;
  g_autofree KpPersonRecord *person = NULL;

  if (!kp_table_find (db, &kp_application_table, campaign, KP_BINDS (KP_TEXT (answer->application)), &application, error)
      || (application != NULL
          && !kp_table_find (db, &kp_person_table, campaign, KP_BINDS (KP_TEXT (application->person)), &person, error)))
    return FALSE;
  answer->name = g_strdup (person != NULL ? person->name : "");
  return TRUE;
}

/**
 * kp_hall_find_application:
 * @session: a session
 * @number: as for kp_hall_find_seats()
 * @application: (out) (transfer full) (nullable): of who has it, with a seat or without
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_hall_find_application (KpSession *session,
                          const char *number,
                          char **application,
                          GError **error)
{
  g_autofree char *upper = g_ascii_strup (number, -1);
  g_autoptr (GPtrArray) seats = kp_hall_find_seats (session, number, error);
  g_autofree KpApplicationRecord *record = NULL;
  g_autoptr (KpRoster) roster = NULL;

  *application = NULL;
  if (seats == NULL)
    return FALSE;
  if (seats->len > 0)
    *application = g_strdup (((const KpSeatRecord *) g_ptr_array_index (seats, 0))->application);
  else if (kp_id_number_check_digit_fits (upper))
    {
      roster = kp_session_load_roster_person (session, upper, error);
      if (roster != NULL && kp_roster_get_n_dossiers (roster) > 0)
        *application = g_strdup (kp_roster_get_dossier (roster, 0)->application->application);
      return roster != NULL;
    }
  else if (!kp_table_find (kp_session_get_database (session), &kp_application_table, kp_session_get_campaign (session),
                           KP_BINDS (KP_TEXT (number)), &record, error))
    return FALSE;
  if (record != NULL)
    *application = g_strdup (record->application);
  return TRUE;
}
