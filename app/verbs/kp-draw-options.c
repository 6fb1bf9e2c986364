/* kp-draw-options.c – the options of every verb that draws.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-draw-options.h"

#include <glib/gi18n-lib.h>

/**
 * kp_draw_options_check:
 * @options: as they were given
 * @command: the command
 * @error: return location
 *
 * Returns: %TRUE when they say one thing, or %FALSE with a usage error
 */
gboolean
kp_draw_options_check (const KpDrawOptions *options,
                       KpCommand *command,
                       GError **error)
{
  const gboolean names_people = options->by != NULL || options->with != NULL || options->reason != NULL;

  if (options->is_commit && options->digits != NULL)
    return kp_command_fail_usage (command, error,
                                  _ ("Say either --commit or --public: one comes before the other."));
  if ((options->source != NULL || options->is_repeat) && !options->is_commit)
    return kp_command_fail_usage (command, error, _ ("--source and --repeat go with --commit."));
  if (names_people != options->is_repeat)
    return kp_command_fail_usage (command, error,
                                  _ ("A repeat needs --by, --with and --reason; nothing else needs them."));
  return TRUE;
}

/**
 * kp_draw_options_get_terms:
 * @options: checked
 * @repeat: gets the two people; must live as long as the terms
 *
 * Returns: what is said before the draw; borrows from both
 */
KpDrawTerms
kp_draw_options_get_terms (const KpDrawOptions *options,
                           KpTwoPeople *repeat)
{
  *repeat = (KpTwoPeople) { options->by, options->with, options->reason };
  return (KpDrawTerms) { options->source, options->is_repeat ? repeat : NULL };
}

/**
 * kp_draw_options_answer:
 * @command: the command
 * @commitment: (nullable): of a draw; none where there is an error
 *
 * Returns: whether there is a commitment, which then stands in the answer
 */
gboolean
kp_draw_options_answer (KpCommand *command, const char *commitment)
{
  if (commitment != NULL)
    kp_answer_add_text (kp_command_get_answer (command), "commitment", _ ("Commitment, to be printed and signed"),
                        commitment);
  return commitment != NULL;
}

/** kp_draw_options_clear: frees what was given. */
void
kp_draw_options_clear (KpDrawOptions *options)
{
  g_free (options->source);
  g_free (options->digits);
  g_free (options->by);
  g_free (options->with);
  g_free (options->reason);
}
