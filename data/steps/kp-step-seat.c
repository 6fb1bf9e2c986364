/* kp-step-seat.c – draws seats and gives ticket numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-seat.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-roster.h"
#include "kp-step-repost.h"
#include "kp-ticket-number.h"
#include "kp-written-field.h"

/* A room of the scheme with its place among all rooms. */
typedef struct
{
  const KpSchemeSite *site;
  guint number; /* on the door, from 1 in each site unless the scheme's code is a number */
} Door;

/* Whether people of a post sit the written exam, as far as that hangs on the post. */
static gboolean
has_exam (const KpScheme *scheme,
          GPtrArray *posts,
          const char *code)
{
  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);

      if (g_str_equal (post->post, code))
        return !g_str_equal (post->state, KP_POST_CANCELLED) && !kp_written_field_is_unwritten (scheme, post);
    }
  return FALSE;
}

/* 免笔试, or all papers of the post are marked elsewhere. */
static gboolean
needs_seat (const KpScheme *scheme,
            const KpDossier *dossier)
{
  const KpSchemePost *post = kp_scheme_get_post (scheme, dossier->application->post);
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, scheme, dossier);
  return kp_written_needs_seat (scheme, post) && kp_written_decide_exempt (scheme, post, &facts) != KP_VERDICT_MET;
}

/* Who sits the written exam: passed the review, for a post that has one and is open. */
static GPtrArray *
list_candidates (KpSession *session,
                 KpRoster *roster,
                 GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  g_autoptr (GPtrArray) posts = kp_table_select (kp_session_get_database (session), &kp_post_table,
                                                 kp_session_get_campaign (session), "", KP_NO_BINDS, error);

  if (posts == NULL)
    return NULL;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *post = dossier->application->post;

      if (kp_candidate_is_admitted (scheme, dossier) && has_exam (scheme, posts, post) && needs_seat (scheme, dossier))
        g_ptr_array_add (candidates, (gpointer) dossier);
    }
  if (candidates->len == 0)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("Nobody who passed the review applied for a post with a written exam, so there are no seats "
                             "to draw. Review the applications first."));
      return NULL;
    }
  return g_steal_pointer (&candidates);
}

static GPtrArray *
list_numbers (GPtrArray *candidates)
{
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (numbers, (gpointer) ((const KpDossier *) g_ptr_array_index (candidates, i))->application->application);
  return numbers;
}

static guint
parse_number (const char *code,
              guint otherwise)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (code, 10, 1, G_MAXUINT16, &number, NULL))
    return otherwise;
  return (guint) number;
}

static GArray *
list_rooms (const KpScheme *scheme,
            GArray **doors)
{
  GArray *rooms = g_array_new (FALSE, TRUE, sizeof (KpSeatRoom));

  *doors = g_array_new (FALSE, TRUE, sizeof (Door));
  for (guint i = 0; i < scheme->written.sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (scheme->written.sites, i);

      for (guint j = 0; j < site->rooms->len; j++)
        {
          const KpSchemeRoom *rule = g_ptr_array_index (site->rooms, j);
          const Door door = { site, parse_number (rule->code, j + 1) };

          g_array_append_val (rooms, rule->grid);
          g_array_append_val (*doors, door);
        }
    }
  return rooms;
}

/* A post need not sit every paper. */
static gboolean
sits (const KpScheme *scheme,
      const KpDossier *dossier,
      const KpSchemeSitting *sitting)
{
  const KpSchemePost *post = kp_scheme_get_post (scheme, dossier->application->post);
  const KpSchemePaper *paper = kp_scheme_get_paper (scheme, sitting->paper);

  return paper != NULL && kp_fraction_is_known (kp_scheme_get_paper_weight (post, paper));
}

static gboolean
insert_seat (KpSession *session,
             KpLedger *ledger,
             const KpDossier *dossier,
             const KpSeat *seat,
             const Door *door,
             GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const KpSchemeSitting *first = g_ptr_array_index (scheme->written.sittings, 0);
  const KpTicketFacts facts = {
    .year = (guint) first->date.year,
    .batch = scheme->written.batch,
    .site = parse_number (door->site->code, 0),
    .room = door->number,
    .seat = seat->seat,
  };
  g_autofree char *ticket = kp_ticket_number_new (scheme->written.ticket_pattern, &facts, error);

  if (ticket == NULL)
    return FALSE;
  for (guint i = 0; i < scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (scheme->written.sittings, i);
      KpSeatRecord record = {
        .campaign = kp_session_get_campaign (session),
        .sitting = sitting->code,
        .application = dossier->application->application,
        .site = door->site->code,
        .room = door->number,
        .seat = seat->seat,
        .ticket = ticket,
      };

      if (!sits (scheme, dossier, sitting))
        continue;
      if (!kp_ledger_insert (ledger, &kp_seat_table, &record, error))
        return FALSE;
    }
  return TRUE;
}

/* The drawn order laid over the rooms; one seat serves for all sittings of a person. */
static gboolean
insert_seats (KpSession *session,
              KpLedger *ledger,
              KpRoster *roster,
              const KpDraw *draw,
              KpSeatTally *tally,
              GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GArray) doors = NULL;
  g_autoptr (GArray) rooms = list_rooms (scheme, &doors);
  const guint n = g_strv_length (draw->result);
  g_autofree KpSeatCandidate *candidates = g_new0 (KpSeatCandidate, n);
  g_autofree KpSeat *seats = g_new0 (KpSeat, n);
  KpSeatReport report = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const KpDossier *dossier = kp_roster_find_application (roster, draw->result[i]);

      candidates[i].post = dossier->application->post;
      candidates[i].household = dossier->person->phone;
    }
  if (!kp_seat_decide (&scheme->written.seat, (const KpSeatRoom *) (gpointer) rooms->data, rooms->len, candidates, n,
                       seats, &report, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!insert_seat (session, ledger, kp_roster_find_application (roster, draw->result[i]), &seats[i],
                        &g_array_index (doors, Door, seats[i].room), error))
        return FALSE;
    }
  tally->n_candidates = n;
  tally->n_rooms = report.n_rooms_used;
  tally->n_post_conflicts = report.n_post_conflicts;
  return TRUE;
}

/* What hangs on the seats keeps them: a paper is marked by the number of its seat. */
static gboolean
check_nothing_entered (KpSession *session,
                       GError **error)
{
  gint64 n_entries = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_entry_table, kp_session_get_campaign (session), "",
                       KP_NO_BINDS, &n_entries, error))
    return FALSE;
  if (n_entries == 0)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("Marks of the written exam are entered by these ticket numbers already, so the seats can't be "
                         "drawn again."));
  return FALSE;
}

/**
 * kp_step_commit_seats:
 * @session: a session, open for writing
 * @terms: which public number will count; for a repeat the two people who order it, and why
 * @error: return location
 *
 * Fixes who is drawn and the secret part, so that the commitment can be printed and signed before the public digits are
 * drawn (design.md §6). The seats of an earlier attempt stand until the repeat is drawn.
 *
 * Returns: (transfer full) (nullable): the commitment, 64 hex digits, or %NULL with an error and nothing changed
 */
char *
kp_step_commit_seats (KpSession *session,
                      const KpDrawTerms *terms,
                      GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_SEAT, "commit", error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GPtrArray) numbers = NULL;
  g_autoptr (KpDraw) draw = NULL;

  if (ledger == NULL || !kp_draw_record_check_repeat (session, KP_SEAT_DRAW, terms, error)
      || (terms->repeat != NULL && !check_nothing_entered (session, error)))
    return NULL;
  roster = kp_session_load_roster (session, error);
  candidates = roster != NULL && kp_repost_check_over (session, roster, error) ? list_candidates (session, roster, error) : NULL;
  if (candidates == NULL)
    return NULL;
  numbers = list_numbers (candidates);
  if (!kp_draw_record_commit (session, ledger, KP_SEAT_DRAW, numbers, terms, &draw, error)
      || !kp_session_commit (session, ledger, error))
    return NULL;
  return g_strdup (draw->commitment);
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
              KpSeatTally *tally,
              GError **error)
{
  g_autoptr (GPtrArray) seats = kp_table_select (kp_session_get_database (session), &kp_seat_table,
                                                 kp_session_get_campaign (session), "", KP_NO_BINDS, error);

  if (seats == NULL || (seats->len > 0 && !check_nothing_entered (session, error)))
    return FALSE;
  for (guint i = 0; i < seats->len; i++)
    {
      if (!kp_ledger_remove (ledger, &kp_seat_table, g_ptr_array_index (seats, i), error))
        return FALSE;
    }
  tally->n_replaced = seats->len;
  return TRUE;
}

/**
 * kp_step_seat:
 * @session: a session, open for writing
 * @public_part: the digits drawn before witnesses
 * @tally: (out): what was seated
 * @error: return location
 *
 * 考场编排: draws the committed order, lays it over the rooms with people of one post apart as far as the counts allow, and
 * gives ticket numbers by the county's pattern. Seats that stand are never drawn again unless a repeat was committed.
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
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GPtrArray) numbers = NULL;
  g_autoptr (KpDraw) draw = NULL;

  *tally = (KpSeatTally) { 0 };
  if (!kp_draw_record_answer_again (session, KP_SEAT_DRAW, public_part, &tally->is_repeat, error))
    return FALSE;
  if (tally->is_repeat)
    return answer_again (session, tally, error);
  ledger = kp_session_begin (session, KP_STEP_SEAT, "draw", error);
  roster = ledger != NULL ? kp_session_load_roster (session, error) : NULL;
  candidates = roster != NULL ? list_candidates (session, roster, error) : NULL;
  if (candidates == NULL)
    return FALSE;
  numbers = list_numbers (candidates);
  draw = kp_draw_record_load (session, KP_SEAT_DRAW, numbers, error);
  return draw != NULL && kp_draw_record_run (session, ledger, draw, public_part, error)
         && remove_seats (session, ledger, tally, error) && insert_seats (session, ledger, roster, draw, tally, error)
         && kp_session_commit (session, ledger, error);
}
