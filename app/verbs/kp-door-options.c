/* kp-door-options.c – the options of every verb that stands at a door, and what it says of who comes in.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-door-options.h"

#include <glib/gi18n-lib.h>

/** kp_door_options_count: of how many acts they speak; one is asked for at most. */
guint
kp_door_options_count (const KpDoorOptions *options)
{
  return (guint) ((options->scan != NULL) + (options->undo != NULL) + options->is_close + options->is_missing);
}

/** kp_door_options_only_read: whether nothing is to be written, as far as these options say. */
gboolean
kp_door_options_only_read (const KpDoorOptions *options)
{
  return options->scan == NULL && options->undo == NULL && !options->is_close;
}

/** kp_door_options_answer_undo: whose arrival is undone. Returns %TRUE. */
gboolean
kp_door_options_answer_undo (KpCommand *command, const KpHallAnswer *found)
{
  kp_answer_add_text (kp_command_get_answer (command), "ticket", _ ("Ticket"), found->ticket);
  kp_answer_say (kp_command_get_answer (command), _ ("The arrival is undone; the candidate is expected again."));
  return TRUE;
}

/** kp_door_options_answer_counts: how many are expected, in and absent. */
void
kp_door_options_answer_counts (KpCommand *command, guint n_expected, guint n_in, guint n_absent)
{
  KpAnswer *answer = kp_command_get_answer (command);

  kp_answer_add_count (answer, "expected", _ ("Expected"), n_expected);
  kp_answer_add_count (answer, "in", _ ("Arrived"), n_in);
  kp_answer_add_count (answer, "absent", _ ("Absent"), n_absent);
}

/** kp_door_options_answer_closed: what was counted when the door was closed. */
void
kp_door_options_answer_closed (KpCommand *command, const KpHallTally *tally)
{
  kp_door_options_answer_counts (command, tally->n_expected, tally->n_in, tally->n_absent);
  kp_answer_add_count (kp_command_get_answer (command), "too_late", _ ("Of them turned away"), tally->n_late);
}

/** kp_door_options_clear: frees what was given. */
void
kp_door_options_clear (KpDoorOptions *options)
{
  g_clear_pointer (&options->scan, g_strfreev);
  g_clear_pointer (&options->undo, g_free);
  g_clear_pointer (&options->reason, g_free);
  g_clear_pointer (&options->by, g_free);
  g_clear_pointer (&options->with, g_free);
}
