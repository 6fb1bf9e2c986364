/* kp-verb-amend.c – changes a sealed scheme by a supplementary notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-press-wording.h"
#include "kp-step-amend.h"
#include "kp-verbs.h"

static void
show_report (KpAnswer *answer, const KpAmendmentReport *report, gboolean is_trial)
{
  if (is_trial)
    kp_answer_say (answer, _ ("This is a trial: the record is as it was."));
  kp_answer_add_truth (answer, "trial", is_trial);
  kp_answer_add_count (answer, "amendment", _ ("Amendment number"), report->number);
  kp_answer_add_text (answer, "digest_before", _ ("Scheme before"), report->digest_before);
  kp_answer_add_text (answer, "digest_after", _ ("Scheme after"), report->digest_after);
  kp_answer_add_text (answer, "notice", _ ("Supplementary notice"), report->notice);
  kp_verb_show_impact (answer, report->changes, report->pending, report->voided);
}

static gboolean
note_published (KpCommand *command, gint number, const char *text, GError **error)
{
  g_autoptr (KpSession) session = NULL;
  g_autofree char *day = NULL;
  KpDate on;

  if (text != NULL && !kp_date_parse_iso (text, &on, NULL))
    return kp_command_fail_usage (command, error, _ ("“%s” is no date; write it as 2026-03-02."), text);
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL)
    return FALSE;
  on = text != NULL ? on : kp_session_get_today (session);
  if (!kp_step_note_supplement (session, (guint) number, on, error))
    return FALSE;
  day = kp_date_dup_iso (on);
  kp_answer_add_count (kp_command_get_answer (command), "amendment", _ ("Amendment number"), (guint) number);
  kp_answer_add_text (kp_command_get_answer (command), "published", _ ("Published on"), day);
  return TRUE;
}

/** kp_verb_amend: kaopin amend FILE --scheme NEW.json --reason … --by A --with B [--trial] | --published N [--on DATE]. */
gboolean
kp_verb_amend (KpCommand *command, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *by = NULL;
  g_autofree char *with = NULL;
  g_autofree char *on = NULL;
  gint published = 0;
  gboolean is_trial = FALSE;
  const GOptionEntry entries[] = {
    { "scheme", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("The whole scheme as it shall be"), "NEW.json" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why, without personal data"), "TEXT" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("Who amends it"), "A" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &with, N_ ("Who checks it: another person"), "B" },
    { "trial", 0, 0, G_OPTION_ARG_NONE, &is_trial, N_ ("Only tell what would change"), NULL },
    { "published", 0, 0, G_OPTION_ARG_INT, &published, N_ ("The supplementary notice of this number was published"), "NUMBER" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("With --published: on which day; without it today"), "DATE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autofree char *json = NULL;
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpAmendmentReport) report = NULL;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  if (published > 0 && path == NULL)
    return note_published (command, published, on, error);
  if (published != 0 || on != NULL)
    return kp_command_fail_usage (command, error, _ ("--published takes the number of an amendment, and goes alone or with --on."));
  if (path == NULL)
    return kp_command_fail_usage (command, error, _ ("Say with --scheme which file holds the amended scheme."));
  if (!g_file_get_contents (path, &json, NULL, error) || !kp_press_accept_wordings (json, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_amend (session, json, reason, by, with, is_trial, &report, error))
    return FALSE;
  show_report (kp_command_get_answer (command), report, is_trial);
  return TRUE;
}
