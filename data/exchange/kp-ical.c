/* kp-ical.c – a calendar file (RFC 5545) of days, for the county's calendar.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* §3.1: a line has at most 75 octets without its end, a longer one goes on after CRLF and a space, never
 * within a character. §3.3.11: backslash, semicolon and comma are escaped, a line break is \n. A day is
 * DTSTART;VALUE=DATE, its end the day after (§3.6.1). */

#include "kp-ical.h"

#include <string.h>

#define MOST_OCTETS 75

struct _KpIcal
{
  GString *text;
  char *stamp;
};

static void
put_line (GString *text, const char *line)
{
  gsize room = MOST_OCTETS;

  while (strlen (line) > room)
    {
      const char *end = line + room;

      while (((guchar) *end & 0xc0) == 0x80)
        end--;
      g_string_append_len (text, line, end - line);
      g_string_append (text, "\r\n ");
      line = end;
      room = MOST_OCTETS - 1;
    }
  g_string_append (text, line);
  g_string_append (text, "\r\n");
}

/* Other control characters can't stand in a text at all. */
static void
append_escaped (GString *out, const char *value)
{
  for (; *value != '\0'; value++)
    {
      if (*value == '\n')
        g_string_append (out, "\\n");
      else if (strchr ("\\;,", *value) != NULL)
        g_string_append_printf (out, "\\%c", *value);
      else if ((guchar) *value >= 0x20 && *value != 0x7f)
        g_string_append_c (out, *value);
    }
}

static void
put_text (GString *text, const char *name, const char *value)
{
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, ':');
  append_escaped (line, value);
  put_line (text, line->str);
}

static void
put_day (GString *text, const char *name, KpDate day)
{
  g_autofree char *line = g_strdup_printf ("%s;VALUE=DATE:%04d%02u%02u", name, day.year, day.month, day.day);

  put_line (text, line);
}

/**
 * kp_ical_new:
 * @name: what the calendar is called
 * @stamp: when it was made, UTC: "20260302T013000Z"
 *
 * Returns: (transfer full): a calendar without events
 */
KpIcal *
kp_ical_new (const char *name, const char *stamp)
{
  KpIcal *ical = g_new0 (KpIcal, 1);

  ical->text = g_string_new (NULL);
  ical->stamp = g_strdup (stamp);
  put_line (ical->text, "BEGIN:VCALENDAR");
  put_line (ical->text, "VERSION:2.0");
  put_line (ical->text, "PRODID:-//Kaopin//Kaopin//ZH");
  put_line (ical->text, "CALSCALE:GREGORIAN");
  put_line (ical->text, "METHOD:PUBLISH");
  put_text (ical->text, "X-WR-CALNAME", name);
  return ical;
}

static void
put_alarm (GString *text, const char *summary, guint days)
{
  g_autofree char *trigger = g_strdup_printf ("TRIGGER:%sP%uD", days > 0 ? "-" : "", days);

  put_line (text, "BEGIN:VALARM");
  put_line (text, "ACTION:DISPLAY");
  put_text (text, "DESCRIPTION", summary);
  put_line (text, trigger);
  put_line (text, "END:VALARM");
}

/**
 * kp_ical_add:
 * @ical: a calendar
 * @event: a whole day; copied
 */
void
kp_ical_add (KpIcal *ical, const KpIcalEvent *event)
{
  g_autofree char *stamp = g_strconcat ("DTSTAMP:", ical->stamp, NULL);

  g_return_if_fail (kp_date_is_valid (event->day));

  put_line (ical->text, "BEGIN:VEVENT");
  put_text (ical->text, "UID", event->uid);
  put_line (ical->text, stamp);
  put_day (ical->text, "DTSTART", event->day);
  put_day (ical->text, "DTEND", kp_date_add_days (event->day, 1));
  put_text (ical->text, "SUMMARY", event->summary);
  put_text (ical->text, "DESCRIPTION", event->description);
  put_text (ical->text, "CATEGORIES", event->category);
  put_line (ical->text, "TRANSP:TRANSPARENT");
  for (guint i = 0; i < event->n_alarms; i++)
    put_alarm (ical->text, event->summary, event->alarms[i]);
  put_line (ical->text, "END:VEVENT");
}

/**
 * kp_ical_finish:
 * @ical: a calendar, of no use afterwards but to be freed
 *
 * Returns: (transfer full): the text of the file, lines ended by CRLF
 */
char *
kp_ical_finish (KpIcal *ical)
{
  put_line (ical->text, "END:VCALENDAR");
  return g_string_free (g_steal_pointer (&ical->text), FALSE);
}

/**
 * kp_ical_free:
 * @ical: (transfer full) (nullable): a calendar
 */
void
kp_ical_free (KpIcal *ical)
{
  if (ical == NULL)
    return;
  if (ical->text != NULL)
    g_string_free (ical->text, TRUE);
  g_free (ical->stamp);
  g_free (ical);
}
