/* kp-verb-seat.c – opens the posts, draws the seats and gives the ticket numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-draw-options.h"
#include "kp-step-review.h"
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

static gboolean
commit (KpCommand *command, KpSession *session, const KpDrawOptions *options, GError **error)
{
  KpDrawRepeat repeat;
  const KpDrawTerms terms = kp_draw_options_get_terms (options, &repeat);
  g_autofree char *commitment = kp_step_commit_seats (session, &terms, error);

  if (commitment == NULL)
    return FALSE;
  kp_answer_add_text (kp_command_get_answer (command), "commitment",
                      _ ("Commitment, to be printed and signed"), commitment);
  return TRUE;
}

static gboolean
draw (KpCommand *command, KpSession *session, const char *digits, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpSeatTally tally = { 0 };

  if (!kp_step_seat (session, digits, &tally, error))
    return FALSE;
  if (tally.is_repeat)
    kp_answer_say (answer, _ ("The seats stand already; nothing was drawn again."));
  kp_answer_add_text (answer, "public", _ ("Public digits"), digits);
  kp_answer_add_count (answer, "candidates", _ ("Candidates"), tally.n_candidates);
  if (tally.is_repeat)
    return TRUE;
  kp_answer_add_count (answer, "rooms", _ ("Rooms"), tally.n_rooms);
  kp_answer_add_count (answer, "neighbours_of_one_post", _ ("Neighbours of one post"),
                       tally.n_post_conflicts);
  if (tally.n_replaced > 0)
    kp_answer_add_count (answer, "replaced", _ ("Seats of the earlier draw that hold no longer"), tally.n_replaced);
  return TRUE;
}

/** kp_verb_seat: kaopin seat FILE [--commit --source TEXT | --public DIGITS]; without either the posts are opened. */
gboolean
kp_verb_seat (KpCommand *command, GError **error)
{
  g_auto (KpDrawOptions) options = { 0 };
  const GOptionEntry entries[] = {
    KP_DRAW_OPTION_ENTRIES (options),
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;
  gboolean may_draw;

  if (!kp_command_parse (command, entries, 0, 0, error) || !kp_draw_options_check (&options, command, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !open_posts (command, session, &may_draw, error))
    return FALSE;
  if (!may_draw)
    return TRUE;
  if (options.is_commit)
    return commit (command, session, &options, error);
  if (options.digits != NULL)
    return draw (command, session, options.digits, error);
  kp_answer_say (kp_command_get_answer (command),
                 _ ("The posts are open. Fix the draw of the seats with --commit next, and draw with --public after that."));
  return TRUE;
}
