/* kp-verb-waiting.c – the interview day in the waiting room: who reports, who is absent, the numbers for the wall.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-door-options.h"
#include "kp-step-report.h"
#include "kp-verbs.h"
#include "kp-wait-desk.h"

/* Owned texts. */
typedef struct
{
  KpDoorOptions door;
  gboolean is_wall;
} Options;

static void
options_clear (Options *options)
{
  kp_door_options_clear (&options->door);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
scan (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpAnswerColumn columns[] = { { "ticket", _ ("Ticket"), FALSE },
                                     { "outcome", _ ("Result"), FALSE },
                                     { "sentence", _ ("What it means"), FALSE } };

  kp_answer_begin_table (kp_command_get_answer (command), "scans", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; options->door.scan[i] != NULL; i++)
    {
      g_auto (KpHallAnswer) found = { 0 };
      g_autofree char *sentence = NULL;

      if (!kp_step_report (session, options->door.scan[i], &found, error))
        return FALSE;
      sentence = kp_report_dup_sentence (&found, kp_session_get_scheme (session));
      kp_answer_add_row (kp_command_get_answer (command),
                         (const char *[]){ found.ticket, kp_scan_get_name (found.outcome), sentence });
      if (!kp_scan_is_in (found.outcome))
        kp_command_answer_no (command);
    }
  return TRUE;
}

static gboolean
undo (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  g_auto (KpHallAnswer) found = { 0 };

  return kp_step_undo_report (session, options->door.undo, options->door.reason, &found, error)
         && kp_door_options_answer_undo (command, &found);
}

static gboolean
close_list (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const KpTwoPeople people = { options->door.by, options->door.with, NULL };
  KpHallTally tally;

  if (!kp_step_close_report (session, &people, &tally, error))
    return FALSE;
  if (tally.n_before > 0)
    kp_answer_say (answer, _ ("The list is closed already; nothing is changed."));
  kp_door_options_answer_closed (command, &tally);
  return TRUE;
}

/* Numbers alone. */
static void
show_wall (KpAnswer *answer, const KpWaitDesk *desk)
{
  static const char *const states[] = { "waiting", "absent", "heard" };
  const KpAnswerColumn columns[] = { { "room", _ ("Room"), TRUE }, { "number", _ ("No."), TRUE }, { "state", _ ("State"), FALSE } };

  kp_answer_begin_table (answer, "numbers", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < desk->numbers->len; i++)
    {
      const KpWaitNumber *one = &g_array_index (desk->numbers, KpWaitNumber, i);
      g_autofree char *room = g_strdup_printf ("%u", one->room);
      g_autofree char *number = g_strdup_printf ("%u", one->number);

      kp_answer_add_row (answer, (const char *[]){ room, number, states[one->state] });
    }
}

static void
show_missing (KpAnswer *answer, const KpWaitDesk *desk)
{
  const KpAnswerColumn columns[] = { { "ticket", _ ("Ticket"), FALSE }, { "state", _ ("State"), FALSE } };

  kp_answer_begin_table (answer, "missing", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < desk->missing->len; i++)
    {
      const KpWaitPerson *person = g_ptr_array_index (desk->missing, i);

      kp_answer_add_row (answer, (const char *[]){ person->ticket, person->is_absent ? "absent" : "expected" });
    }
}

static gboolean
show (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpWaitDesk) desk = kp_wait_desk_load (session, error);

  if (desk == NULL)
    return FALSE;
  if (options->is_wall)
    show_wall (answer, desk);
  else if (options->door.is_missing)
    show_missing (answer, desk);
  else
    {
      kp_door_options_answer_counts (command, desk->n_expected, desk->n_in, desk->n_absent);
      kp_answer_add_text (answer, "closed_at", _ ("Closed since"), desk->closed_at);
    }
  return TRUE;
}

/** kp_verb_waiting: kaopin waiting FILE [--scan CODE | --undo CODE | --close | --missing | --wall]. */
gboolean
kp_verb_waiting (KpCommand *command, GError **error)
{
  g_auto (Options) o = { 0 };
  const GOptionEntry entries[] = {
    KP_DOOR_OPTION_ENTRIES (o.door, N_ ("A candidate reports: ticket, its code, or the ID card"), N_ ("List who isn't here"),
                            N_ ("Close the list by two people: who isn't here is absent"), N_ ("With --undo: how it came about")),
    { "wall", 0, 0, G_OPTION_ARG_NONE, &o.is_wall, N_ ("The numbers of each room, without a name"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (kp_door_options_count (&o.door) + (guint) o.is_wall > 1)
    return kp_command_fail_usage (command, error, _ ("Say one of --scan, --undo, --close, --missing and --wall, or none of them."));
  session = kp_command_open (command, kp_door_options_only_read (&o.door) ? KP_OPEN_READ_ONLY : KP_OPEN_READ_WRITE, error);
  if (session == NULL)
    return FALSE;
  if (o.door.scan != NULL)
    return scan (command, session, &o, error);
  if (o.door.undo != NULL)
    return undo (command, session, &o, error);
  return o.door.is_close ? close_list (command, session, &o, error) : show (command, session, &o, error);
}
