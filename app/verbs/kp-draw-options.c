/* kp-draw-options.c – the options of every verb that draws.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-draw-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-draw-title.h"

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

/* Lines of a purpose and its commitment: people read what is drawn, who replays the draw its name in the seed. */
static void
add_commitments (KpAnswer *answer, const char *lines)
{
  const KpAnswerColumn columns[] = { { "draw", _ ("What is drawn"), FALSE },
                                     { "commitment", _ ("Commitment, to be printed and signed"), FALSE },
                                     { "purpose", _ ("Name in the seed"), FALSE } };
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);

  kp_answer_begin_table (answer, "commitments", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; each[i] != NULL && *each[i] != '\0'; i++)
    {
      const char *commitment = strrchr (each[i], ' ') + 1;
      g_autofree char *purpose = g_strndup (each[i], (gsize) (commitment - 1 - each[i]));
      g_autofree char *title = kp_draw_dup_title (purpose);

      kp_answer_add_row (answer, (const char *[]){ title, commitment, purpose });
    }
}

/**
 * kp_draw_options_answer:
 * @command: the command
 * @commitment: (nullable): of a draw, or a line "PURPOSE COMMITMENT" for each; none where there is an error
 *
 * Returns: whether there is a commitment, which then stands in the answer
 */
gboolean
kp_draw_options_answer (KpCommand *command, const char *commitment)
{
  KpAnswer *answer = kp_command_get_answer (command);

  if (commitment != NULL && strchr (commitment, ' ') != NULL)
    add_commitments (answer, commitment);
  else if (commitment != NULL)
    kp_answer_add_text (answer, "commitment", _ ("Commitment, to be printed and signed"), commitment);
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
