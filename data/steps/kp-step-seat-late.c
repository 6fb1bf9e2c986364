/* kp-step-seat-late.c – draws seats for those who passed the review after the seats were drawn.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-seat.h"

#include <glib/gi18n-lib.h>

#include "kp-edition.h"

/* Each time is a draw of its own, "seats-late:1", "seats-late:2", …; nobody who has a seat moves by it. Where tickets have
 * serials, those who come late get the next ones in drawn order. */

#define PREFIX "seats-late:"

/* The draw that is next: one that was committed and not run yet, or a new one. */
static gboolean
find_purpose (KpSession *session,
              char **purpose,
              gboolean *is_committed,
              GError **error)
{
  g_autoptr (GPtrArray) draws
      = kp_table_select (kp_session_get_database (session), &kp_draw_table, kp_session_get_campaign (session),
                         "AND purpose LIKE '" PREFIX "%' ORDER BY purpose, attempt", KP_NO_BINDS, error);
  g_autoptr (GHashTable) purposes = g_hash_table_new (g_str_hash, g_str_equal);

  *purpose = NULL;
  if (draws == NULL)
    return FALSE;
  for (guint i = 0; i < draws->len; i++)
    {
      const KpDrawRecord *record = g_ptr_array_index (draws, i);

      g_hash_table_add (purposes, (gpointer) record->purpose);
      if (record->public == NULL && *purpose == NULL)
        *purpose = g_strdup (record->purpose);
    }
  *is_committed = *purpose != NULL;
  if (*purpose == NULL)
    *purpose = g_strdup_printf (PREFIX "%u", g_hash_table_size (purposes) + 1);
  return TRUE;
}

/* The last one that was run. */
static char *
dup_last_purpose (const char *next)
{
  const guint64 number = g_ascii_strtoull (next + sizeof PREFIX - 1, NULL, 10);

  return number > 1 ? g_strdup_printf (PREFIX "%" G_GUINT64_FORMAT, number - 1) : NULL;
}

static GPtrArray *
list_late (KpSession *session,
           KpRoster *roster,
           GError **error)
{
  g_autoptr (GPtrArray) candidates = kp_seating_list_candidates (session, roster, error);
  guint n_seated = 0;

  for (guint i = candidates != NULL ? candidates->len : 0; i > 0; i--)
    if (((const KpDossier *) g_ptr_array_index (candidates, i - 1))->seat != NULL)
      {
        g_ptr_array_remove_index (candidates, i - 1);
        n_seated++;
      }
  if (candidates == NULL || (n_seated > 0 && candidates->len > 0))
    return g_steal_pointer (&candidates);
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       n_seated == 0 ? _("The seats of all aren't drawn yet, so nobody comes late. Draw them without --late.")
                                     : _("Everybody who passed the review has a seat, so nobody comes late."));
  return NULL;
}

static GPtrArray *
list_late_numbers (KpSession *session,
                   KpRoster *roster,
                   GError **error)
{
  g_autoptr (GPtrArray) late = list_late (session, roster, error);

  return late != NULL ? kp_seating_list_numbers (late) : NULL;
}

static gboolean
check_no_repeat (const KpDrawTerms *terms,
                 GError **error)
{
  if (terms->repeat == NULL)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("The seats of those who come late can't be drawn again by themselves; repeat the draw of all seats "
                         "without --late."));
  return FALSE;
}

/**
 * kp_step_commit_late_seats:
 * @session: a session, open for writing
 * @terms: which public number will count
 * @error: return location
 *
 * Fixes who came late, and the secret part of a further draw.
 *
 * Returns: (transfer full) (nullable): the commitment, 64 hex digits, or %NULL with an error and nothing changed
 */
char *
kp_step_commit_late_seats (KpSession *session,
                           const KpDrawTerms *terms,
                           GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) numbers = NULL;
  g_autoptr (KpDraw) draw = NULL;
  g_autofree char *purpose = NULL;
  gboolean is_committed;

  if (!check_no_repeat (terms, error))
    return NULL;
  ledger = kp_session_begin (session, KP_STEP_SEAT, "commit-late", error);
  if (ledger == NULL || !kp_seating_check_no_entries (session, error)
      || !find_purpose (session, &purpose, &is_committed, error))
    return NULL;
  roster = kp_session_load_roster (session, error);
  numbers = roster != NULL ? list_late_numbers (session, roster, error) : NULL;
  if (numbers == NULL || !kp_draw_record_commit (session, ledger, purpose, numbers, terms, &draw, error)
      || !kp_session_commit (session, ledger, error))
    return NULL;
  return g_strdup (draw->commitment);
}

static gboolean
answer_again (KpSession *session,
              const char *next,
              const char *public_part,
              KpSeatTally *tally,
              GError **error)
{
  g_autofree char *last = dup_last_purpose (next);

  if (last != NULL && !kp_draw_record_answer_again (session, last, public_part, &tally->is_repeat, error))
    return FALSE;
  if (tally->is_repeat)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("No draw for those who come late was committed. Fix it with --late --commit first."));
  return FALSE;
}

static guint
count_people (GPtrArray *seats)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < seats->len; i++)
    g_hash_table_add (people, (gpointer) ((const KpSeatRecord *) g_ptr_array_index (seats, i))->application);
  return g_hash_table_size (people);
}

static gboolean
draw_late (KpSession *session,
           KpLedger *ledger,
           const char *purpose,
           const char *public_part,
           KpSeatTally *tally,
           GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GPtrArray) numbers = roster != NULL ? list_late_numbers (session, roster, error) : NULL;
  g_autoptr (GPtrArray) seated = numbers != NULL ? kp_seating_load (session, error) : NULL;
  g_autoptr (KpDraw) drawn = seated != NULL ? kp_draw_record_load (session, purpose, numbers, error) : NULL;
  KpSeatingDraw draw = { 0 };

  if (drawn == NULL || !kp_draw_record_run (session, ledger, drawn, public_part, error))
    return FALSE;
  draw = (KpSeatingDraw) { drawn->result, drawn->result, count_people (seated) + 1 };
  return kp_seating_give (session, ledger, roster, seated, &draw, tally, error)
         && kp_edition_void_drawn (session, ledger, "seats", &tally->void_seats, error);
}

/**
 * kp_step_seat_late:
 * @session: a session, open for writing
 * @public_part: the digits drawn before witnesses
 * @tally: (out): who was seated; conflicts are those of the whole seating
 * @error: return location
 *
 * Gives those who came late a free seat each, in drawn order, and a ticket. Nobody else moves, and no ticket changes; the
 * seat lists of the rooms have more rows than before, so that the earlier edition is void.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed but the note of a refused second draw
 */
gboolean
kp_step_seat_late (KpSession *session,
                   const char *public_part,
                   KpSeatTally *tally,
                   GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree char *purpose = NULL;
  gboolean is_committed;

  *tally = (KpSeatTally) { 0 };
  if (!find_purpose (session, &purpose, &is_committed, error))
    return FALSE;
  if (!is_committed)
    return answer_again (session, purpose, public_part, tally, error);
  ledger = kp_session_begin (session, KP_STEP_SEAT, "draw-late", error);
  return ledger != NULL && kp_seating_check_no_entries (session, error)
         && draw_late (session, ledger, purpose, public_part, tally, error) && kp_session_commit (session, ledger, error);
}
