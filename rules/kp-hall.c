/* kp-hall.c – who may still come in at which minute, and what a ticket that is read at the door means.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sitting from 9:00, entry 30 minutes before, nobody let in 30 minutes after (domain.md §6.3):
 *
 *        8:30                9:00                  9:30
 *   EARLY │ OPEN ············ │ LATE ·············· │ OVER: refused, and absent once the door is closed
 *          8:30:00 … 9:00:00   9:00:01 … 9:30:00     9:30:01 …
 *
 * “30分钟后” leaves the thirtieth minute itself to who comes then, as “以内” includes its number (民法典第1259条). The
 * interview has one such moment, the time to report at: who comes later has waived it. */

#include "kp-hall.h"

#define MINUTE 60

static const char *const names[KP_N_SCANS] = {
  [KP_SCAN_UNREADABLE] = "unreadable", [KP_SCAN_OTHER_CAMPAIGN] = "other-campaign",
  [KP_SCAN_UNKNOWN] = "unknown",       [KP_SCAN_OTHER_SITTING] = "other-sitting",
  [KP_SCAN_OTHER_SITE] = "other-site", [KP_SCAN_OTHER_ROOM] = "other-room",
  [KP_SCAN_EARLY] = "early",           [KP_SCAN_IN] = "in",
  [KP_SCAN_IN_LATE] = "in-late",       [KP_SCAN_AGAIN] = "again",
  [KP_SCAN_REFUSED] = "refused",       [KP_SCAN_NOT_LISTED] = "not-listed",
};

static gboolean
parse_two (const char *text,
           guint       limit,
           guint      *out)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return FALSE;
  *out = (guint) (text[0] - '0') * 10 + (guint) (text[1] - '0');
  return *out < limit;
}

/**
 * kp_moment_parse:
 * @iso: "2026-03-28T08:41:07+08:00"; what follows the seconds doesn't matter
 * @out: (out): that second
 *
 * Returns: %FALSE where the text is no such moment
 */
gboolean
kp_moment_parse (const char *iso,
                 KpMoment   *out)
{
  g_autofree char *day = g_strndup (iso, 10);
  guint            hour, minute, second;

  *out = (KpMoment) { 0 };
  if (!kp_date_parse_iso (day, &out->date, NULL) || iso[10] != 'T' || !parse_two (iso + 11, 24, &hour) || iso[13] != ':'
      || !parse_two (iso + 14, 60, &minute) || iso[16] != ':' || !parse_two (iso + 17, 61, &second))
    return FALSE;
  out->second = (hour * MINUTE + minute) * MINUTE + second;
  return TRUE;
}

/**
 * kp_hall_decide_entry:
 * @sitting: a sitting
 * @now: when somebody stands at the door
 *
 * Returns: whether and how that moment is in time; the picture is at the head of this file
 */
KpEntryTime
kp_hall_decide_entry (const KpSchemeSitting *sitting,
                      KpMoment               now)
{
  const gint days = kp_date_compare (now.date, sitting->date);

  if (days != 0)
    return days < 0 ? KP_ENTRY_EARLY : KP_ENTRY_OVER;
  if (now.second < (sitting->start - MIN (sitting->start, sitting->entry_from)) * MINUTE)
    return KP_ENTRY_EARLY;
  if (now.second <= sitting->start * MINUTE)
    return KP_ENTRY_OPEN;
  return now.second <= (sitting->start + sitting->late_minutes) * MINUTE ? KP_ENTRY_LATE : KP_ENTRY_OVER;
}

/**
 * kp_hall_decide_report:
 * @interview: the interview
 * @now: when somebody stands at the door of the waiting room
 *
 * Returns: %KP_ENTRY_EARLY on a day before, %KP_ENTRY_OPEN up to the time to report at, %KP_ENTRY_OVER after it; where the
 * scheme states no time, until the day is over
 */
KpEntryTime
kp_hall_decide_report (const KpSchemeInterview *interview,
                       KpMoment                 now)
{
  const gint days = kp_date_is_none (interview->date) ? 0 : kp_date_compare (now.date, interview->date);

  if (days != 0)
    return days < 0 ? KP_ENTRY_EARLY : KP_ENTRY_OVER;
  return interview->report_at == 0 || now.second <= interview->report_at * MINUTE ? KP_ENTRY_OPEN : KP_ENTRY_OVER;
}

/* How much of a place is right: the sitting, the site, the room. */
static guint
count_right (const KpHallPlace *here,
             const KpHallPlace *seat)
{
  if (g_strcmp0 (here->sitting, seat->sitting) != 0)
    return 0;
  if (here->site != NULL && g_strcmp0 (here->site, seat->site) != 0)
    return 1;
  return here->room != 0 && here->room != seat->room ? 2 : 3;
}

/**
 * kp_hall_decide_scan:
 * @here: where the ticket is read
 * @seats: (array length=n_seats): the seats of who has it, one in each sitting
 * @n_seats: how many
 * @seat: (out): which of them is meant: that of this sitting, else the first
 *
 * Returns: %KP_SCAN_IN where the place is right; else what isn't, so that the candidate can be told where to go
 */
KpScan
kp_hall_decide_scan (const KpHallPlace *here,
                     const KpHallPlace *seats,
                     guint              n_seats,
                     guint             *seat)
{
  static const KpScan wrong[] = { KP_SCAN_OTHER_SITTING, KP_SCAN_OTHER_SITE, KP_SCAN_OTHER_ROOM, KP_SCAN_IN };
  guint               best = 0;

  *seat = 0;
  if (n_seats == 0)
    return KP_SCAN_UNKNOWN;
  for (guint i = 0; i < n_seats; i++)
    {
      const guint right = count_right (here, &seats[i]);

      *seat = right > best ? i : *seat;
      best = MAX (best, right);
    }
  return wrong[best];
}

/**
 * kp_hall_decide_arrival:
 * @time: when
 * @is_in: whether the candidate came in before, and that wasn't undone
 * @is_closed: whether the door is closed, that is, who isn't in is recorded as absent
 *
 * Returns: what becomes of somebody at the right door
 */
KpScan
kp_hall_decide_arrival (KpEntryTime time,
                        gboolean    is_in,
                        gboolean    is_closed)
{
  if (is_in)
    return KP_SCAN_AGAIN;
  if (time == KP_ENTRY_EARLY)
    return KP_SCAN_EARLY;
  if (time == KP_ENTRY_OVER || is_closed)
    return KP_SCAN_REFUSED;
  return time == KP_ENTRY_LATE ? KP_SCAN_IN_LATE : KP_SCAN_IN;
}

/**
 * kp_scan_is_in:
 * @scan: what became of a ticket
 *
 * Returns: whether its candidate may sit down
 */
gboolean
kp_scan_is_in (KpScan scan)
{
  return scan == KP_SCAN_IN || scan == KP_SCAN_IN_LATE || scan == KP_SCAN_AGAIN;
}

/**
 * kp_scan_get_name:
 * @scan: what became of a ticket
 *
 * Returns: (transfer none): the stable name in JSON: "in-late"
 */
const char *
kp_scan_get_name (KpScan scan)
{
  return names[scan];
}

/**
 * kp_hall_dup_late_clause:
 * @sitting: a sitting
 *
 * Returns: (transfer full): the words of the notice by which nobody is let in any more
 */
gchar *
kp_hall_dup_late_clause (const KpSchemeSitting *sitting)
{
  if (sitting->late_minutes == 0)
    return g_strdup ("开考后不得入场");
  return g_strdup_printf ("开考%u分钟后不得入场", sitting->late_minutes);
}

/**
 * kp_hall_dup_report_clause:
 * @interview: the interview
 *
 * Returns: (transfer full): the words of the interview's notice by which who comes later has waived it
 */
gchar *
kp_hall_dup_report_clause (const KpSchemeInterview *interview)
{
  if (interview->report_at == 0)
    return g_strdup ("面试当日未报到的，视为放弃");
  return g_strdup_printf ("%02u:%02u 前未报到的，视为放弃", interview->report_at / 60, interview->report_at % 60);
}
