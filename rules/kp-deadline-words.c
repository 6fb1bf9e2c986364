/* kp-deadline-words.c – what is due and what settles it, in the language of the program.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* On paper and in a calendar a deadline stands in Chinese (kp_deadline_dup_chinese()); on the screen it is a title like any
 * other. Articles of law keep their Chinese names: nobody looks them up by others. */

#include "kp-deadline-words.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *label;
  const char *action;
} kinds[KP_DEADLINE_N_KINDS] = {
  [KP_DEADLINE_PUBLICITY] = { N_ ("Publicity of the proposed hires ends"), N_ ("Then prepare hires and contracts") },
  [KP_DEADLINE_OBJECTION] = { N_ ("Answer an objection"), N_ ("Look into it, answer in writing, record the outcome") },
  [KP_DEADLINE_CERTIFICATE] = { N_ ("Certificate of graduation due"), N_ ("See the original and record it") },
  [KP_DEADLINE_CONTRACT] = { N_ ("Contract in writing"), N_ ("Sign it, give the worker a copy, record the day") },
  [KP_DEADLINE_INSURANCE] = { N_ ("Register for social insurance"), N_ ("Apply to the social insurance office, record it") },
  [KP_DEADLINE_FUND] = { N_ ("Register for the housing fund"), N_ ("Register at the housing fund centre, record it") },
  [KP_DEADLINE_PROBATION] = { N_ ("Probation"), N_ ("Do it, and record day and document") },
  [KP_DEADLINE_CONFIRMATION] = { N_ ("Last day of the probation"), N_ ("Confirm, or serve the notice of termination by that day") },
  [KP_DEADLINE_TERM] = { N_ ("The contract ends"), N_ ("Ask in writing about a renewal; renew or end") },
  [KP_DEADLINE_HANDOVER] = { N_ ("Hand over file and social insurance"), N_ ("Issue the certificate of the end, hand over, record it") },
  [KP_DEADLINE_SUPPLEMENT] = { N_ ("Publish the supplementary notice"), N_ ("Publish it where the notice was, record the day") },
  [KP_DEADLINE_PROOF] = { N_ ("Verify identity and qualification"), N_ ("Take the proof, ask its source, record what was found; or that it is overdue") },
};

static const char *const links[KP_LINK_N] = {
  [KP_LINK_CONDITIONS] = N_ ("Conditions of hire signed"),
  [KP_LINK_MENTOR] = N_ ("Mentor found"),
  [KP_LINK_DUTIES] = N_ ("Duties told and signed"),
  [KP_LINK_METHOD] = N_ ("Way of assessment told and signed"),
  [KP_LINK_TRAINING] = N_ ("First training"),
  [KP_LINK_NOTE] = N_ ("Note of a month"),
  [KP_LINK_MIDTERM] = N_ ("Talk at half of the time"),
  [KP_LINK_SURVEY] = N_ ("Residents' survey"),
  [KP_LINK_ASSESSMENT] = N_ ("Final assessment"),
  [KP_LINK_MEETING] = N_ ("Decided in the meeting"),
  [KP_LINK_UNION] = N_ ("Union asked"),
  [KP_LINK_FILING] = N_ ("Filed with the county"),
  [KP_LINK_NOTICE] = N_ ("Notice of termination"),
  [KP_LINK_SERVICE] = N_ ("Notice of termination served"),
};

/**
 * kp_deadline_dup_label:
 * @deadline: a deadline
 *
 * Returns: (transfer full): what is due, for the screen: "Probation: Note of a month (2)"
 */
char *
kp_deadline_dup_label (const KpDeadline *deadline)
{
  if (deadline->subject != NULL)
    return g_strdup_printf (_ ("%s: %s"), _ (kinds[deadline->kind].label), deadline->subject);
  if (deadline->kind != KP_DEADLINE_PROBATION)
    return g_strdup (_ (kinds[deadline->kind].label));
  if (deadline->link == KP_LINK_NOTE)
    return g_strdup_printf (_ ("%s: %s (month %u)"), _ (kinds[deadline->kind].label), _ (links[deadline->link]), deadline->month);
  return g_strdup_printf (_ ("%s: %s"), _ (kinds[deadline->kind].label), _ (links[deadline->link]));
}

/**
 * kp_deadline_get_action_label:
 * @deadline: a deadline
 *
 * Returns: what settles it, for the screen
 */
const char *
kp_deadline_get_action_label (const KpDeadline *deadline)
{
  return _ (kinds[deadline->kind].action);
}
