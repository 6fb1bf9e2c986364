/* kp-verb-draw.c – draws rooms and order of the interview, and shows the draws of the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-draw-options.h"
#include "kp-step-hearing.h"
#include "kp-verbs.h"

static gboolean
commit (KpCommand *command, const KpDrawOptions *options, GError **error)
{
  KpTwoPeople repeat;
  const KpDrawTerms terms = kp_draw_options_get_terms (options, &repeat);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  g_autofree char *commitment = session != NULL ? kp_step_commit_hearings (session, &terms, error) : NULL;

  return kp_draw_options_answer (command, commitment);
}

static gboolean
draw (KpCommand *command, const char *digits, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  KpHearingTally tally = { 0 };

  if (session == NULL || !kp_step_draw_hearings (session, digits, &tally, error))
    return FALSE;
  if (tally.is_repeat)
    kp_answer_say (answer, _ ("The order of the interview stands already; nothing was drawn again."));
  kp_answer_add_text (answer, "public", _ ("Public digits"), digits);
  kp_answer_add_count (answer, "candidates", _ ("Candidates"), tally.n_candidates);
  kp_answer_add_count (answer, "rooms", _ ("Rooms"), tally.n_rooms);
  if (tally.n_replaced > 0)
    kp_answer_add_count (answer, "replaced", _ ("Places of the earlier draw that hold no longer"), tally.n_replaced);
  return TRUE;
}

static GPtrArray *
load_draws (KpCommand *command, KpRoster **roster, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);

  *roster = session != NULL ? kp_session_load_roster (session, error) : NULL;
  return *roster != NULL ? kp_draw_record_list (session, error) : NULL;
}

static gboolean
list_draws (KpCommand *command, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "purpose", _ ("Purpose"), FALSE },
    { "attempt", _ ("Attempt"), TRUE },
    { "items", _ ("Drawn"), TRUE },
    { "source", _ ("Which public number counts"), FALSE },
    { "commitment", _ ("Commitment"), FALSE },
    { "public", _ ("Public digits"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) attempts = load_draws (command, &roster, error);

  if (attempts == NULL)
    return FALSE;
  kp_answer_add_count (answer, "n_draws", _ ("Draws"), attempts->len);
  kp_answer_begin_table (answer, "draws", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < attempts->len; i++)
    {
      const KpDrawAttempt *each = g_ptr_array_index (attempts, i);
      g_autofree char *number = g_strdup_printf ("%u", each->attempt);
      g_autofree char *n_items = g_strdup_printf ("%u", g_strv_length (each->draw->items));

      kp_answer_add_row (answer, (const char *[]){ each->draw->purpose, number, n_items, each->source,
                                                   each->draw->commitment, each->draw->public_part });
    }
  return TRUE;
}

/* The secret part of a draw that hasn't been run yet is nobody's to see. The keys up to the result are those that anyone
   needs to replay it. */
static void
answer_draw (KpAnswer *answer, const KpDrawAttempt *attempt, gboolean is_sealed)
{
  const KpDraw *each = attempt->draw;
  const gboolean is_open = each->result != NULL && !is_sealed;

  if (is_sealed)
    kp_answer_say (answer, _ ("Who has which number is sealed until every mark of the room is checked and the room is opened; "
                              "the draw can be replayed then."));

  kp_answer_add_text (answer, "purpose", _ ("Purpose"), each->purpose);
  kp_answer_add_texts (answer, "items", _ ("Items"), (const char *const *) each->items);
  kp_answer_add_text (answer, "list", _ ("Digest of the list"), each->list);
  kp_answer_add_text (answer, "commitment", _ ("Commitment"), each->commitment);
  kp_answer_add_text (answer, "nonce", _ ("Secret part"), is_open ? each->nonce : NULL);
  kp_answer_add_text (answer, "public", _ ("Public digits"), each->public_part);
  kp_answer_add_texts (answer, "result", _ ("Result"), (const char *const *) (is_open ? each->result : NULL));
  kp_answer_add_count (answer, "attempt", _ ("Attempt"), attempt->attempt);
  kp_answer_add_text (answer, "source", _ ("Which public number counts"), attempt->source);
  kp_answer_add_text (answer, "committed_at", _ ("Committed"), attempt->committed_at);
  kp_answer_add_text (answer, "drawn_at", _ ("Drawn at"), attempt->drawn_at);
  kp_answer_add_text (answer, "repeat_reason", _ ("Why it was drawn again"), attempt->reason);
  kp_answer_add_text (answer, "repeat_by", _ ("Ordered by"), attempt->first_person);
  kp_answer_add_text (answer, "repeat_with", _ ("Ordered with"), attempt->second_person);
}

/* The attempt that stands, unless another one is asked for: seats#1. */
static gboolean
show_draw (KpCommand *command, const char *asked, GError **error)
{
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) attempts = load_draws (command, &roster, error);

  if (attempts == NULL)
    return FALSE;
  for (guint i = 0; i < attempts->len; i++)
    {
      const KpDrawAttempt *each = g_ptr_array_index (attempts, i);
      g_autofree char *name = g_strdup_printf ("%s#%u", each->draw->purpose, each->attempt);

      if (!g_str_equal (name, asked) && !(each->is_last && g_str_equal (each->draw->purpose, asked)))
        continue;
      answer_draw (kp_command_get_answer (command), each, kp_hearing_purpose_is_sealed (roster, each->draw->purpose));
      return TRUE;
    }
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
               _ ("The record holds no draw for “%s”; --list shows those that it holds."), asked);
  return FALSE;
}

/** kp_verb_draw: kaopin draw FILE --commit --source TEXT | --public DIGITS | --list | --show PURPOSE. */
gboolean
kp_verb_draw (KpCommand *command, GError **error)
{
  g_auto (KpDrawOptions) options = { 0 };
  gboolean is_list = FALSE;
  g_autofree char *purpose = NULL;
  const GOptionEntry entries[] = {
    KP_DRAW_OPTION_ENTRIES (options),
    { "list", 0, 0, G_OPTION_ARG_NONE, &is_list, N_ ("List the draws of the record"), NULL },
    { "show", 0, 0, G_OPTION_ARG_STRING, &purpose, N_ ("Show one draw; PURPOSE#1 is its first attempt"), "PURPOSE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 0, error) || !kp_draw_options_check (&options, command, error))
    return FALSE;
  if (options.is_commit + is_list + (options.digits != NULL) + (purpose != NULL) != 1)
    return kp_command_fail_usage (command, error, _ ("Say one of --commit, --public, --list and --show."));
  if (options.is_commit)
    return commit (command, &options, error);
  if (is_list)
    return list_draws (command, error);
  return purpose != NULL ? show_draw (command, purpose, error) : draw (command, options.digits, error);
}
