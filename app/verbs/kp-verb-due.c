/* kp-verb-due.c – all deadlines of a campaign, as a list and for a calendar.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-deadline-words.h"
#include "kp-ical.h"
#include "kp-output.h"
#include "kp-step-due.h"
#include "kp-verbs.h"

typedef struct
{
  char *on;
  char *ics;
  gboolean is_all;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->on);
  g_free (options->ics);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_row (KpAnswer *answer, const KpDue *due)
{
  const KpDeadline *deadline = due->deadline;
  g_autofree char *day = kp_date_dup_iso (deadline->due);
  g_autofree char *act_by = kp_date_dup_iso (deadline->act_by);
  g_autofree char *left = g_strdup_printf ("%d", deadline->days_left);
  g_autofree char *what = kp_deadline_dup_label (deadline);

  kp_answer_add_row (answer,
                     (const char *[]){ day, act_by, left, what, due->name, deadline->number, due->street,
                                       deadline->clause, kp_deadline_get_action_label (deadline) });
}

static void
answer_list (KpAnswer *answer, const GPtrArray *dues, gboolean is_over, gboolean is_all)
{
  const KpAnswerColumn columns[] = {
    { "due", _ ("Due"), FALSE },
    { "act_by", _ ("Act by"), FALSE },
    { "days_left", _ ("Days left"), TRUE },
    { "what", _ ("What"), FALSE },
    { "name", _ ("Name"), FALSE },
    { "number", _ ("Number"), FALSE },
    { "street", _ ("Street"), FALSE },
    { "clause", _ ("Clause"), FALSE },
    { "action", _ ("What settles it"), FALSE },
  };
  guint n_over = 0, n_near = 0, n_of_hire = 0;

  for (guint i = 0; i < dues->len; i++)
    {
      const KpDeadline *deadline = ((const KpDue *) g_ptr_array_index (dues, i))->deadline;

      n_over += deadline->days_left < 0;
      n_near += deadline->is_near;
      n_of_hire += kp_deadline_kind_is_of_hire (deadline->kind);
    }
  kp_answer_add_count (answer, "n_deadlines", _ ("Deadlines"), dues->len);
  kp_answer_add_count (answer, "n_near", _ ("Of them near or over"), n_near);
  kp_answer_add_count (answer, "n_over", _ ("Of them over"), n_over);
  kp_answer_add_count (answer, "n_of_hire", _ ("Of them before the probation is over"), n_of_hire);
  if (is_over)
    kp_answer_say (answer, _ ("The stage of the probation is over: all were confirmed, ended or left, with all that the law asks for."));
  if (!is_all && n_near < dues->len)
    kp_answer_say (answer, _ ("Those that are near or over are listed; --all lists the others too."));
  kp_answer_begin_table (answer, "deadlines", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < dues->len; i++)
    {
      const KpDue *due = g_ptr_array_index (dues, i);

      if (is_all || due->deadline->is_near)
        add_row (answer, due);
    }
}

/* The same deadline has the same name in each file, so that a newer file replaces it in the calendar. */
static void
add_event (KpIcal *ical, KpSession *session, const KpDue *due)
{
  const KpDeadline *deadline = due->deadline;
  const gboolean is_of_chain = deadline->kind == KP_DEADLINE_PROBATION;
  const char *kind = kp_deadline_kind_get_name (deadline->kind);
  g_autofree char *what = kp_deadline_dup_chinese (deadline);
  g_autofree char *day = kp_date_dup_chinese (deadline->act_by);
  g_autofree char *who = due->name[0] != '\0' ? g_strdup_printf ("（%s）", due->name) : g_strdup ("");
  g_autofree char *summary = g_strconcat (what, who, NULL);
  g_autofree char *key =
      g_strdup_printf ("%s/%s/%s/%s/%u", kp_session_get_campaign (session), kind, deadline->number,
                       is_of_chain                 ? kp_link_get_name (deadline->link)
                       : deadline->subject != NULL ? deadline->subject
                                                   : "",
                       deadline->month);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *uid = g_strconcat (digest, "@kaopin", NULL);
  g_autofree char *description = g_strdup_printf (
      "%s%s%s\n依据：%s\n办理：%s\n最后一个工作日：%s", due->street, due->street[0] != '\0' ? " " : "",
      deadline->number, deadline->clause, kp_deadline_get_action (deadline), day);
  const KpIcalEvent event = { uid,  deadline->due,         summary,           description,
                              kind, deadline->alarms.days, deadline->alarms.n };

  kp_ical_add (ical, &event);
}

static gboolean
write_calendar (KpSession *session, const GPtrArray *dues, const char *path, GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autofree char *now = kp_session_dup_now (session);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;
  g_autofree char *stamp =
      utc != NULL ? g_date_time_format (utc, "%Y%m%dT%H%M%SZ") : g_strdup ("19700101T000000Z");
  g_autofree char *name = g_strconcat (scheme->title, "：期限", NULL);
  g_autoptr (KpIcal) ical = kp_ical_new (name, stamp);
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  for (guint i = 0; i < dues->len; i++)
    add_event (ical, session, g_ptr_array_index (dues, i));
  text = kp_ical_finish (ical);
  bytes = g_bytes_new_take (text, strlen (text));
  if (g_str_equal (path, "-"))
    return kp_output_print (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
  return kp_output_save (path, bytes, error);
}

/** kp_verb_due: kaopin due FILE [--on DATE] [--all] [--ics OUT]. */
gboolean
kp_verb_due (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("Count from this day in the place of today"),
      "DATE" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.is_all, N_ ("List also those that are far away"), NULL },
    { "ics", 0, 0, G_OPTION_ARG_FILENAME, &options.ics, N_ ("Write them all as a calendar file (.ics)"),
      "OUT" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;
  g_autoptr (GPtrArray) dues = NULL;
  KpDate on;

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  if (session == NULL)
    return FALSE;
  on = kp_session_get_today (session);
  if (options.on != NULL && !kp_date_parse_iso (options.on, &on, error))
    return FALSE;
  dues = kp_step_list_due (session, on, error);
  if (dues == NULL || (options.ics != NULL && !write_calendar (session, dues, options.ics, error)))
    return FALSE;
  if (g_strcmp0 (options.ics, "-") != 0)
    answer_list (kp_command_get_answer (command), dues,
                 kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_PROBATION), options.is_all);
  return TRUE;
}
