/* kp-step-clock.c – how the clock stands to the record, and two people who set the record's time back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record's time follows its last row (kp-session-clock.c). A machine whose clock once ran a year ahead would leave the
 * record there for a year: two people may say so, and from then on the clock counts again. What was dated wrongly stays as
 * it was written. */
#include "kp-step-clock.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-instant.h"
#include "kp-session-private.h"

#define NOTE "clock-set-back"

/**
 * kp_record_time_read:
 * @session: a session
 * @out: (out): how the record's time goes on, as far as the session knows the journal
 */
void
kp_record_time_read (KpSession *session,
                     KpRecordTime *out)
{
  *out = (KpRecordTime) { session->ahead, kp_instant_parse (kp_session_get_last_at (session)) };
}

/**
 * kp_record_time_at:
 * @time: of kp_record_time_read()
 * @machine: what the clock of this machine says, in seconds since 1970
 *
 * As kp_session_dup_now() decides it for the steps, for a screen that shows the time without asking the record each second.
 *
 * Returns: seconds since 1970 that it is for the record
 */
gint64
kp_record_time_at (const KpRecordTime *time,
                   gint64 machine)
{
  return MAX (machine + time->ahead, time->last_at);
}

/**
 * kp_record_clock_read:
 * @session: a session
 * @out: (out): how the clock that counts stands to the last row of the journal
 */
void
kp_record_clock_read (KpSession *session,
                      KpRecordClock *out)
{
  *out = (KpRecordClock) {
    .clock = kp_session_dup_clock (session),
    .last_at = g_strdup (kp_session_get_last_at (session)),
    .is_server = kp_database_get_kind (kp_session_get_database (session)) == KP_DATABASE_POSTGRES,
    .is_sample = kp_session_is_sample (session),
  };
  if (out->last_at != NULL)
    out->behind = MAX (kp_instant_count_seconds (out->clock, out->last_at), 0);
}

/** kp_record_clock_clear: frees what it holds. */
void
kp_record_clock_clear (KpRecordClock *clock)
{
  g_clear_pointer (&clock->clock, g_free);
  g_clear_pointer (&clock->last_at, g_free);
}

/**
 * kp_record_clock_is_behind:
 * @clock: of kp_record_clock_read()
 *
 * Returns: whether the clock lies behind the record by more than clocks of an office usually differ
 */
gboolean
kp_record_clock_is_behind (const KpRecordClock *clock)
{
  return clock->behind > KP_INSTANT_TOLERANCE;
}

/* "2026-11-23T09:30:00+08:00" as people write it. */
static char *
dup_minute (const char *moment)
{
  char *text = g_strndup (moment, strlen ("2026-11-23T09:30"));
  char *between = strchr (text, 'T');

  if (between != NULL)
    *between = ' ';
  return text;
}

/**
 * kp_record_clock_dup_sentence:
 * @session: a session
 *
 * Returns: (transfer full) (nullable): what to do about a clock that lies behind the record; %NULL when it doesn't, and for
 * the sample, whose days are made up
 */
char *
kp_record_clock_dup_sentence (KpSession *session)
{
  g_auto (KpRecordClock) clock = { 0 };
  g_autofree char *now = NULL;
  g_autofree char *last = NULL;

  kp_record_clock_read (session, &clock);
  if (clock.is_sample || !kp_record_clock_is_behind (&clock))
    return NULL;
  now = dup_minute (clock.clock);
  last = dup_minute (clock.last_at);
  if (clock.is_server)
    return g_strdup_printf (_("The server’s clock (%s) lies behind the last entry of the record (%s): times and days are taken from "
                              "the record. Have the server’s clock set; if it is the record that is wrong, two people set its time "
                              "back with “kaopin clock FILE --set-back”."),
                            now, last);
  return g_strdup_printf (_("The clock of this computer (%s) lies behind the last entry of the record (%s): times and days are taken "
                            "from the record. Set the clock; if it is the record that is wrong, two people set its time back with "
                            "“kaopin clock FILE --set-back”."),
                          now, last);
}

/* On the day of an exam a minute is much: what nobody is told of may be set back too. */
static gboolean
check_is_behind (KpSession *session,
                 GError **error)
{
  g_auto (KpRecordClock) clock = { 0 };

  kp_record_clock_read (session, &clock);
  if (clock.behind > 0)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("The clock doesn’t lie behind the record: there is nothing to set back."));
  return FALSE;
}

/**
 * kp_step_set_clock_back:
 * @session: a session, open for writing
 * @people: who answers for it, and how the record came to lie ahead
 * @error: return location
 *
 * 调回档案时间: from now on the record's time is that of the clock again. The journal keeps what it was, who answers and why;
 * it is the one place where a journal may go back in time.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR where the clock doesn't lie behind the record, or #KP_DATA_ERROR
 */
gboolean
kp_step_set_clock_back (KpSession *session,
                        const KpTwoPeople *people,
                        GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree char *text = NULL;

  if (kp_two_people_is_blank (people->reason))
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("Say with a reason how the record came to lie ahead of the clock; it stands in the journal."));
      return FALSE;
    }
  /* A window's session has been open since before the rows that others wrote. */
  if (!kp_session_read_clock (session, error) || !check_is_behind (session, error)
      || !kp_two_people_check_named (session, people->first_person, people->second_person, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "set-clock", NULL, error);
  if (ledger == NULL || !check_is_behind (session, error))
    return FALSE;
  text = g_strdup_printf ("%s -> %s, %s, %s: %s", kp_ledger_get_last_at (ledger), kp_ledger_get_at (ledger),
                          people->first_person, people->second_person, people->reason);
  return kp_ledger_note (ledger, NOTE, text, error) && kp_session_commit (session, ledger, error);
}
