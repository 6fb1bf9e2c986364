/* kp-verb-seat.c – opens the posts, draws the seats and gives the ticket numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-draw-options.h"
#include "kp-step-review.h"
#include "kp-step-seat-move.h"
#include "kp-step-seat.h"
#include "kp-verbs.h"

static void
answer_posts (KpAnswer *answer, GPtrArray *results)
{
  const KpAnswerColumn columns[] = {
    { "post", _ ("Post"), FALSE },    { "applicants", _ ("Passed"), TRUE }, { "plan", _ ("Planned"), TRUE },
    { "places", _ ("Places"), TRUE }, { "outcome", _ ("Outcome"), FALSE },  { "why", _ ("Why"), FALSE },
  };

  kp_answer_begin_table (answer, "posts", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < results->len; i++)
    {
      const KpQuotaResult *result = g_ptr_array_index (results, i);
      g_autofree char *applicants = g_strdup_printf ("%u", result->applicants);
      g_autofree char *plan = g_strdup_printf ("%u", result->plan);
      g_autofree char *places = g_strdup_printf ("%u", result->new_plan);

      kp_answer_add_row (answer, (const char *[]){ result->post, applicants, plan, places,
                                                   kp_quota_outcome_get_chinese (result->outcome),
                                                   result->explanation });
    }
}

/* The posts open once: when the review is closed they stand. Where applicants of a cancelled post may choose another one,
 * that is all for the day. */
static gboolean
open_posts (KpCommand *command, KpSession *session, gboolean *may_draw, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpRepostWindow) window = NULL;

  *may_draw = TRUE;
  if (kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_REVIEW))
    return TRUE;
  results = kp_step_open_posts (session, error);
  roster = results != NULL ? kp_session_load_roster (session, error) : NULL;
  window = roster != NULL ? kp_repost_load_window (session, roster, error) : NULL;
  if (window == NULL)
    return FALSE;
  answer_posts (answer, results);
  *may_draw = window->waiting->len == 0 || !kp_repost_window_is_open (window, kp_session_get_today (session));
  if (*may_draw)
    return TRUE;
  kp_verb_answer_reposts (answer, window);
  kp_answer_say (answer, _ ("The posts are open. Applicants of cancelled posts may choose another one now; draw the seats "
                            "when all have chosen, or when the time is over."));
  return TRUE;
}

/* What the verb has besides the options of every draw. Owned texts. */
typedef struct
{
  gboolean is_late;
  char *ticket; /* who moves */
  char *to;
  char *sitting;
} SeatOptions;

static void
seat_options_clear (SeatOptions *options)
{
  g_free (options->ticket);
  g_free (options->to);
  g_free (options->sitting);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SeatOptions, seat_options_clear)

static gboolean
commit (KpCommand *command, KpSession *session, const KpDrawOptions *options, gboolean is_late, GError **error)
{
  KpTwoPeople repeat;
  const KpDrawTerms terms = kp_draw_options_get_terms (options, &repeat);
  g_autofree char *commitment = is_late ? kp_step_commit_late_seats (session, &terms, error)
                                        : kp_step_commit_seats (session, &terms, error);

  return kp_draw_options_answer (command, commitment);
}

/* Conflicts that the counts leave; employers only where they count. */
static void
answer_conflicts (KpAnswer *answer, const KpSeatTally *tally)
{
  kp_answer_add_count (answer, "neighbours_of_one_post", _ ("Neighbours of one post"), tally->n_post_conflicts);
  kp_answer_add_count (answer, "neighbours_of_one_household", _ ("Neighbours of one household"),
                       tally->n_household_conflicts);
  kp_answer_add_count (answer, "neighbours_of_one_employer", _ ("Neighbours of one employer"),
                       tally->n_employer_conflicts);
}

/* What was printed before and can't be used any more. */
static void
answer_void (KpAnswer *answer, const KpSeatTally *tally)
{
  if (tally->n_replaced > 0)
    {
      kp_answer_add_count (answer, "replaced", _ ("Seats of the earlier draw that hold no longer"), tally->n_replaced);
      kp_answer_add_count (answer, "handed_on", _ ("Ticket numbers that mean another person than before"),
                           tally->n_handed_on);
    }
  if (tally->void_seats > 0)
    kp_answer_add_count (answer, "void_seats", _ ("Edition of the seat lists that is void"), tally->void_seats);
  if (tally->void_tickets > 0)
    {
      kp_answer_add_count (answer, "void_tickets", _ ("Edition of the tickets that is void"), tally->void_tickets);
      kp_answer_say (answer, _ ("All tickets printed before are void; print them again and take the old ones back."));
    }
}

static gboolean
draw (KpCommand *command, KpSession *session, const char *digits, gboolean is_late, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpSeatTally tally = { 0 };

  if (is_late ? !kp_step_seat_late (session, digits, &tally, error) : !kp_step_seat (session, digits, &tally, error))
    return FALSE;
  if (tally.is_repeat)
    kp_answer_say (answer, _ ("The seats stand already; nothing was drawn again."));
  kp_answer_add_text (answer, "public", _ ("Public digits"), digits);
  kp_answer_add_count (answer, "candidates", _ ("Candidates"), tally.n_candidates);
  if (tally.is_repeat)
    return TRUE;
  if (tally.n_direct > 0)
    kp_answer_add_count (answer, "direct", _ ("Hired without an exam, not seated"), tally.n_direct);
  kp_answer_add_count (answer, "rooms", _ ("Rooms"), tally.n_rooms);
  kp_answer_add_count (answer, "extra_seats", _ ("Extra seats"), tally.n_extra_seats);
  kp_answer_add_count (answer, "reserve_used", _ ("Reserve rooms used"), tally.n_reserve_used);
  kp_answer_add_count (answer, "reserve_left", _ ("Reserve rooms left"), tally.n_reserve);
  answer_conflicts (answer, &tally);
  answer_void (answer, &tally);
  return TRUE;
}

/* On the day: one person, one reason. */
static gboolean
move (KpCommand *command, const KpDrawOptions *options, const SeatOptions *own, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const KpSeatMove order = { own->ticket, own->to, own->sitting, options->reason, options->by, NULL };
  g_auto (KpSeatMoved) moved = { 0 };
  g_autoptr (KpSession) session = NULL;

  if (own->ticket == NULL || own->to == NULL || options->by == NULL || options->reason == NULL || own->is_late ||
      options->is_commit || options->is_repeat || options->digits != NULL || options->source != NULL ||
      options->with != NULL)
    return kp_command_fail_usage (command, error,
                                  _ ("A change of seats needs --move, --to, --by and --reason, and nothing else but --sitting."));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_move_seat (session, &order, &moved, error))
    return FALSE;
  kp_answer_add_text (answer, "ticket", _ ("Ticket number"), own->ticket);
  kp_answer_add_text (answer, "from", _ ("Seat before"), moved.from);
  kp_answer_add_text (answer, "to", _ ("Seat now"), own->to);
  kp_answer_add_count (answer, "sittings", _ ("Sittings"), moved.n_sittings);
  if (moved.other != NULL)
    kp_answer_add_text (answer, "changed_with", _ ("Changed with"), moved.other);
  kp_answer_add_count (answer, "void_seats", _ ("Edition of the seat lists that is void"), moved.void_seats);
  kp_answer_say (answer, _ ("Doors, seat charts and sign-in sheets printed before are void; print them again."));
  return TRUE;
}

/** kp_verb_seat: kaopin seat FILE [--late] [--commit --source TEXT | --public DIGITS | --move TICKET --to PLACE]; without
 * any the posts are opened. */
gboolean
kp_verb_seat (KpCommand *command, GError **error)
{
  g_auto (KpDrawOptions) options = { 0 };
  g_auto (SeatOptions) own = { 0 };
  const GOptionEntry entries[] = {
    KP_DRAW_OPTION_ENTRIES (options),
    { "late", 0, 0, G_OPTION_ARG_NONE, &own.is_late, N_ ("Only those who passed the review after the seats were drawn"),
      NULL },
    { "move", 0, 0, G_OPTION_ARG_STRING, &own.ticket, N_ ("Whose seat is changed on the day"), "TICKET" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &own.to, N_ ("With --move: the other seat; who sits there changes too"),
      "SITE/ROOM/SEAT" },
    { "sitting", 0, 0, G_OPTION_ARG_STRING, &own.sitting, N_ ("With --move: only this sitting"), "SITTING" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;
  gboolean may_draw;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (own.ticket != NULL || own.to != NULL || own.sitting != NULL)
    return move (command, &options, &own, error);
  if (!kp_draw_options_check (&options, command, error))
    return FALSE;
  if (own.is_late && !options.is_commit && options.digits == NULL)
    return kp_command_fail_usage (command, error, _ ("--late goes with --commit or with --public."));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !open_posts (command, session, &may_draw, error))
    return FALSE;
  if (!may_draw)
    return TRUE;
  if (options.is_commit)
    return commit (command, session, &options, own.is_late, error);
  if (options.digits != NULL)
    return draw (command, session, options.digits, own.is_late, error);
  kp_answer_say (kp_command_get_answer (command),
                 _ ("The posts are open. Next comes the draw of the seats: commit to it first, then draw with the public number."));
  return TRUE;
}
