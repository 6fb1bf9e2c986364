/* kp-step-seat.c – draws seats and gives ticket numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-seat.h"

#include <glib/gi18n-lib.h>

#include "kp-edition.h"
#include "kp-step-repost.h"
#include "kp-ticket-number.h"

#define TICKETS "tickets"

static gboolean
has_serials (KpSession *session)
{
  return kp_ticket_pattern_has (kp_session_get_scheme (session)->written.ticket_pattern, "serial");
}

static GPtrArray *
list_numbers (KpSession *session,
              KpRoster *roster,
              GError **error)
{
  g_autoptr (GPtrArray) candidates = kp_seating_list_candidates (session, roster, error);

  if (candidates == NULL)
    return NULL;
  if (candidates->len == 0)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("Nobody who passed the review applied for a post with a written exam, so there are no seats "
                             "to draw. Review the applications first."));
      return NULL;
    }
  return kp_seating_list_numbers (candidates);
}

/* One line for one draw; with the serials of the tickets two, each with what it is for. */
static char *
commit_draws (KpSession *session,
              KpLedger *ledger,
              GPtrArray *numbers,
              const KpDrawTerms *terms,
              GError **error)
{
  g_autoptr (KpDraw) seats = NULL;
  g_autoptr (KpDraw) tickets = NULL;

  if (!kp_draw_record_commit (session, ledger, KP_SEAT_DRAW, numbers, terms, &seats, error))
    return NULL;
  if (!has_serials (session))
    return g_strdup (seats->commitment);
  if (!kp_draw_record_commit (session, ledger, TICKETS, numbers, terms, &tickets, error))
    return NULL;
  return g_strdup_printf (KP_SEAT_DRAW ": %s\n" TICKETS ": %s", seats->commitment, tickets->commitment);
}

/**
 * kp_step_commit_seats:
 * @session: a session, open for writing
 * @terms: which public number will count; for a repeat the two people who order it, and why
 * @error: return location
 *
 * Fixes who is drawn and the secret part, so that the commitment can be printed and signed before the public digits are
 * drawn (design.md §6). Where tickets have random serials, these are a draw of their own, committed with it. The seats of an
 * earlier attempt stand until the repeat is drawn.
 *
 * Returns: (transfer full) (nullable): the commitment, 64 hex digits, or a line for each of two; %NULL with an error and
 *   nothing changed
 */
char *
kp_step_commit_seats (KpSession *session,
                      const KpDrawTerms *terms,
                      GError **error)
{
  g_autoptr (KpLedger) ledger
      = kp_draw_record_check_people (session, terms, error) ? kp_session_begin (session, KP_STEP_SEAT, "commit", error) : NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) numbers = NULL;
  g_autofree char *commitment = NULL;

  if (ledger == NULL || !kp_draw_record_check_repeat (session, KP_SEAT_DRAW, terms, error)
      || (terms->repeat != NULL && !kp_seating_check_no_entries (session, error)))
    return NULL;
  roster = kp_session_load_roster (session, error);
  numbers = roster != NULL && kp_repost_check_over (session, roster, error) ? list_numbers (session, roster, error) : NULL;
  commitment = numbers != NULL ? commit_draws (session, ledger, numbers, terms, error) : NULL;
  if (commitment == NULL || !kp_session_commit (session, ledger, error))
    return NULL;
  return g_steal_pointer (&commitment);
}

static gboolean
answer_again (KpSession *session,
              KpSeatTally *tally,
              GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);

  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    tally->n_candidates += kp_roster_get_dossier (roster, i)->seat != NULL;
  return TRUE;
}

/* The journal keeps what an earlier attempt gave. */
static gboolean
remove_seats (KpSession *session,
              KpLedger *ledger,
              GPtrArray *seats,
              KpSeatTally *tally,
              GError **error)
{
  if (seats->len > 0 && !kp_seating_check_no_entries (session, error))
    return FALSE;
  for (guint i = 0; i < seats->len; i++)
    {
      if (!kp_ledger_remove (ledger, &kp_seat_table, g_ptr_array_index (seats, i), error))
        return FALSE;
    }
  tally->n_replaced = seats->len;
  return TRUE;
}

/* A number that was printed for somebody and now means somebody else. */
static guint
count_handed_on (GPtrArray *before,
                 GPtrArray *after)
{
  g_autoptr (GHashTable) holders = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < before->len; i++)
    {
      const KpSeatRecord *record = g_ptr_array_index (before, i);

      g_hash_table_insert (holders, (gpointer) record->ticket, (gpointer) record->application);
    }
  for (guint i = 0; i < after->len; i++)
    {
      const KpSeatRecord *record = g_ptr_array_index (after, i);
      const char *holder = g_hash_table_lookup (holders, record->ticket);

      if (holder != NULL && !g_str_equal (holder, record->application))
        g_hash_table_add (counted, (gpointer) record->ticket);
    }
  return g_hash_table_size (counted);
}

/* What was printed of the earlier attempt holds no longer, and says so. */
static gboolean
void_lists (KpSession *session,
            KpLedger *ledger,
            GPtrArray *before,
            KpSeatTally *tally,
            GError **error)
{
  g_autoptr (GPtrArray) after = before->len > 0 ? kp_seating_load (session, error) : NULL;

  if (before->len == 0)
    return TRUE;
  if (after == NULL)
    return FALSE;
  tally->n_handed_on = count_handed_on (before, after);
  return kp_edition_void_drawn (session, ledger, "seats", &tally->void_seats, error)
         && kp_edition_void_drawn (session, ledger, "tickets", &tally->void_tickets, error);
}

static gboolean
run_draw (KpSession *session,
          KpLedger *ledger,
          const char *purpose,
          GPtrArray *numbers,
          const char *public_part,
          KpDraw **draw,
          GError **error)
{
  *draw = kp_draw_record_load (session, purpose, numbers, error);
  return *draw != NULL && kp_draw_record_run (session, ledger, *draw, public_part, error);
}

static gboolean
draw_seats (KpSession *session,
            KpLedger *ledger,
            KpRoster *roster,
            const char *public_part,
            KpSeatTally *tally,
            GError **error)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) numbers = list_numbers (session, roster, error);
  g_autoptr (KpDraw) seats = NULL;
  g_autoptr (KpDraw) tickets = NULL;
  KpSeatingDraw draw = { .first_serial = 1 };

  if (numbers == NULL || !run_draw (session, ledger, KP_SEAT_DRAW, numbers, public_part, &seats, error)
      || (has_serials (session) && !run_draw (session, ledger, TICKETS, numbers, public_part, &tickets, error)))
    return FALSE;
  draw.order = seats->result;
  draw.serials = tickets != NULL ? tickets->result : NULL;
  before = kp_seating_load (session, error);
  return before != NULL && remove_seats (session, ledger, before, tally, error)
         && kp_seating_give (session, ledger, roster, nobody, &draw, tally, error)
         && void_lists (session, ledger, before, tally, error);
}

/**
 * kp_step_seat:
 * @session: a session, open for writing
 * @public_part: the digits drawn before witnesses
 * @tally: (out): what was seated
 * @error: return location
 *
 * 考场编排: draws the committed order, lays it over the rooms with people of one post apart as far as the counts allow, and
 * gives ticket numbers by the county's pattern. Seats that stand are never drawn again unless a repeat was committed; what
 * was printed of them is void then.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed but the note of a refused second draw
 */
gboolean
kp_step_seat (KpSession *session,
              const char *public_part,
              KpSeatTally *tally,
              GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = NULL;

  *tally = (KpSeatTally) { 0 };
  if (!kp_draw_record_answer_again (session, KP_SEAT_DRAW, public_part, &tally->is_repeat, error))
    return FALSE;
  if (tally->is_repeat)
    return answer_again (session, tally, error);
  ledger = kp_session_begin (session, KP_STEP_SEAT, "draw", error);
  roster = ledger != NULL ? kp_session_load_roster (session, error) : NULL;
  return roster != NULL && draw_seats (session, ledger, roster, public_part, tally, error)
         && kp_session_commit (session, ledger, error);
}
