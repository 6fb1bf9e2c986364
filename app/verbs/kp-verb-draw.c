/* kp-verb-draw.c – draws rooms and order of the interview, and shows the draws of the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-draw-record.h"
#include "kp-step-hearing.h"
#include "kp-verbs.h"

typedef struct
{
  gboolean is_commit;
  gboolean is_list;
  char *digits;
  char *purpose;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->digits);
  g_free (options->purpose);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
commit (KpCommand *command, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  g_autofree char *commitment = session != NULL ? kp_step_commit_hearings (session, error) : NULL;

  if (commitment == NULL)
    return FALSE;
  kp_answer_add_text (kp_command_get_answer (command), "commitment",
                      _ ("Commitment, to be printed and signed"), commitment);
  return TRUE;
}

static gboolean
draw (KpCommand *command, const char *given, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  g_autofree char *digits = NULL;
  KpHearingTally tally = { 0 };

  if (session == NULL)
    return FALSE;
  digits = given != NULL ? g_strdup (given) : kp_verb_make_public_digits (error);
  if (digits == NULL || !kp_step_draw_hearings (session, digits, &tally, error))
    return FALSE;
  if (tally.is_repeat)
    kp_answer_say (answer, _ ("The order of the interview stands already; nothing was drawn again."));
  else if (given == NULL)
    kp_answer_say (answer, _ ("No digits were given, so they come from the system's random source."));
  if (!tally.is_repeat)
    kp_answer_add_text (answer, "public", _ ("Public digits"), digits);
  kp_answer_add_count (answer, "candidates", _ ("Candidates"), tally.n_candidates);
  kp_answer_add_count (answer, "rooms", _ ("Rooms"), tally.n_rooms);
  return TRUE;
}

static GPtrArray *
load_draws (KpCommand *command, GError **error)
{
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);

  return session != NULL ? kp_draw_record_list (session, error) : NULL;
}

static gboolean
list_draws (KpCommand *command, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "purpose", _ ("Purpose"), FALSE },
    { "items", _ ("Drawn"), TRUE },
    { "commitment", _ ("Commitment"), FALSE },
    { "public", _ ("Public digits"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (GPtrArray) draws = load_draws (command, error);

  if (draws == NULL)
    return FALSE;
  kp_answer_add_count (answer, "n_draws", _ ("Draws"), draws->len);
  kp_answer_begin_table (answer, "draws", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < draws->len; i++)
    {
      const KpDraw *each = g_ptr_array_index (draws, i);
      g_autofree char *n_items = g_strdup_printf ("%u", g_strv_length (each->items));

      kp_answer_add_row (answer,
                         (const char *[]){ each->purpose, n_items, each->commitment, each->public_part });
    }
  return TRUE;
}

/* The secret part of a draw that hasn't been run yet is nobody's to see. */
static void
answer_draw (KpAnswer *answer, const KpDraw *each)
{
  const gboolean is_open = each->result != NULL;

  kp_answer_add_text (answer, "purpose", _ ("Purpose"), each->purpose);
  kp_answer_add_texts (answer, "items", _ ("Items"), (const char *const *) each->items);
  kp_answer_add_text (answer, "list", _ ("Digest of the list"), each->list);
  kp_answer_add_text (answer, "commitment", _ ("Commitment"), each->commitment);
  kp_answer_add_text (answer, "nonce", _ ("Secret part"), is_open ? each->nonce : NULL);
  kp_answer_add_text (answer, "public", _ ("Public digits"), each->public_part);
  kp_answer_add_texts (answer, "result", _ ("Result"), (const char *const *) each->result);
}

static gboolean
show_draw (KpCommand *command, const char *purpose, GError **error)
{
  g_autoptr (GPtrArray) draws = load_draws (command, error);

  if (draws == NULL)
    return FALSE;
  for (guint i = 0; i < draws->len; i++)
    {
      const KpDraw *each = g_ptr_array_index (draws, i);

      if (g_str_equal (each->purpose, purpose))
        {
          answer_draw (kp_command_get_answer (command), each);
          return TRUE;
        }
    }
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
               _ ("The record holds no draw for “%s”; --list shows those that it holds."), purpose);
  return FALSE;
}

/** kp_verb_draw: kaopin draw FILE [--commit | --public DIGITS | --list | --show PURPOSE]. */
gboolean
kp_verb_draw (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "commit", 0, 0, G_OPTION_ARG_NONE, &options.is_commit, N_ ("Fix list and secret, print the commitment"),
      NULL },
    { "public", 0, 0, G_OPTION_ARG_STRING, &options.digits, N_ ("The digits drawn before witnesses"),
      "DIGITS" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.is_list, N_ ("List the draws of the record"), NULL },
    { "show", 0, 0, G_OPTION_ARG_STRING, &options.purpose, N_ ("Show one draw"), "PURPOSE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (options.is_commit + options.is_list + (options.digits != NULL) + (options.purpose != NULL) > 1)
    return kp_command_fail_usage (command, error, _ ("Say one of --commit, --public, --list and --show."));
  if (options.is_commit)
    return commit (command, error);
  if (options.is_list)
    return list_draws (command, error);
  return options.purpose != NULL ? show_draw (command, options.purpose, error)
                                 : draw (command, options.digits, error);
}
