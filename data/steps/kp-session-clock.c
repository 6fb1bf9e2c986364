/* kp-session-clock.c – what time it is for a record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A machine's clock may be set back, or have been wrong before; a record's time goes on from its last row all the same, or
 * a period that was over would begin anew. The journal itself sees to it: a unit of work is begun with what the clock says,
 * and kp_ledger_begin() holds that against the last row. Here the day and the moment that a step writes into its rows are
 * made to agree with it. */
#include "kp-session-private.h"

#include <string.h>

#include "kp-instant.h"

/**
 * kp_session_read_clock:
 * @session: a session whose record is open
 * @error: return location
 *
 * Reads up to which moment the record has come and, where it counts, what the server's clock says.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_session_read_clock (KpSession *session,
                       GError **error)
{
  g_autofree char *own = NULL;
  gint64 seconds = 0;

  g_clear_pointer (&session->last_at, g_free);
  if (!kp_ledger_find_last_at (session->db, session->campaign, &session->last_at, &session->is_sample, error))
    return FALSE;
  session->ahead = 0;
  if (session->sources->kind != KP_SOURCES_SYSTEM || kp_database_get_kind (session->db) != KP_DATABASE_POSTGRES)
    return TRUE;
  if (!kp_database_load_clock (session->db, &seconds, error))
    return FALSE;
  own = session->sources->dup_now (session->sources->data);
  if (kp_instant_parse (own) != KP_INSTANT_NONE)
    session->ahead = seconds - kp_instant_parse (own);
  return TRUE;
}

/**
 * kp_session_note_last_at:
 * @session: a session
 * @at: (nullable): of the last row that its journal has now
 */
void
kp_session_note_last_at (KpSession *session,
                         const char *at)
{
  char *before = session->last_at;

  session->last_at = g_strdup (at);
  g_free (before);
}

/**
 * kp_session_dup_clock:
 * @session: a session
 *
 * Returns: (transfer full): what the clock that counts says, however far the record is: ISO 8601 in the zone of this machine
 */
char *
kp_session_dup_clock (KpSession *session)
{
  g_autofree char *own = session->sources->dup_now (session->sources->data);
  g_autoptr (GDateTime) moment = session->ahead != 0 ? g_date_time_new_from_iso8601 (own, NULL) : NULL;
  g_autoptr (GDateTime) there = moment != NULL ? g_date_time_add (moment, session->ahead * G_TIME_SPAN_SECOND) : NULL;

  return there != NULL ? g_date_time_format (there, "%Y-%m-%dT%H:%M:%S%:z") : g_steal_pointer (&own);
}

/**
 * kp_session_get_last_at:
 * @session: a session
 *
 * Returns: (transfer none) (nullable): the moment of the last row of the journal that the session knows of
 */
const char *
kp_session_get_last_at (KpSession *session)
{
  return session->last_at;
}

/**
 * kp_session_is_sample:
 * @session: a session
 *
 * Returns: whether it is the sample campaign, whose days are made up and may lie ahead of every clock
 */
gboolean
kp_session_is_sample (KpSession *session)
{
  return session->is_sample;
}

/**
 * kp_session_dup_now:
 * @session: a session
 *
 * Returns: (transfer full): the time of the record: that of the clock that counts (see #KpSourcesKind), or of the last row of
 * the journal where the clock lies behind it; ISO 8601 with zone
 */
char *
kp_session_dup_now (KpSession *session)
{
  g_autofree char *clock = kp_session_dup_clock (session);

  if (session->last_at != NULL && kp_instant_is_earlier (clock, session->last_at))
    return g_strdup (session->last_at);
  return g_steal_pointer (&clock);
}

/**
 * kp_session_get_today:
 * @session: a session
 *
 * Returns: the day of kp_session_dup_now()
 */
KpDate
kp_session_get_today (KpSession *session)
{
  g_autofree char *now = kp_session_dup_now (session);
  KpDate today = KP_DATE_NONE;

  if (strlen (now) >= 10)
    now[10] = '\0';
  if (!kp_date_parse_iso (now, &today, NULL))
    return KP_DATE_NONE;
  return today;
}
