/* kp-hall-answer.c – what is said at the door of the exam to whoever reads a ticket.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-hall.h"

/** kp_hall_answer_clear: frees what it holds. */
void
kp_hall_answer_clear (KpHallAnswer *answer)
{
  g_clear_pointer (&answer->application, g_free);
  g_clear_pointer (&answer->ticket, g_free);
  g_clear_pointer (&answer->name, g_free);
  g_clear_pointer (&answer->campaign, g_free);
  g_clear_pointer (&answer->sitting, g_free);
  g_clear_pointer (&answer->site, g_free);
  g_clear_pointer (&answer->at, g_free);
  g_clear_pointer (&answer->photo, g_bytes_unref);
}

static const KpSchemeSitting *
find_sitting (const KpScheme *scheme,
              const char *code)
{
  for (guint i = 0; code != NULL && i < scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (scheme->written.sittings, i);

      if (g_str_equal (sitting->code, code))
        return sitting;
    }
  return NULL;
}

/* "第一中学（人民路1号） 第003考场07号座" as the ticket has it. */
static char *
dup_place (const KpHallAnswer *answer,
           const KpScheme *scheme)
{
  const KpSchemeSite *site = kp_scheme_get_site (scheme, answer->site);

  if (site == NULL)
    return g_strdup_printf (_("room %03u, seat %02u"), answer->room, answer->seat);
  return g_strdup_printf (_("%s (%s), room %03u, seat %02u"), site->name, site->address != NULL ? site->address : "–",
                          answer->room, answer->seat);
}

static char *
dup_other_sitting (const KpHallAnswer *answer,
                   const KpScheme *scheme)
{
  const KpSchemeSitting *sitting = find_sitting (scheme, answer->sitting);
  const KpSchemePaper *paper = sitting != NULL ? kp_scheme_get_paper (scheme, sitting->paper) : NULL;
  g_autofree char *place = dup_place (answer, scheme);
  g_autofree char *day = NULL;

  if (sitting == NULL)
    return g_strdup_printf (_("Not this sitting. The ticket is for %s."), place);
  day = kp_date_dup_iso (sitting->date);
  return g_strdup_printf (_("Not this sitting. The ticket is for “%s” on %s at %02u:%02u, %s."),
                          paper != NULL ? paper->name : sitting->paper, day, sitting->start / 60, sitting->start % 60, place);
}

static char *
dup_early (const KpHallAnswer *answer,
           const KpScheme *scheme)
{
  const KpSchemeSitting *sitting = find_sitting (scheme, answer->sitting);
  const guint begin = sitting != NULL ? sitting->start - MIN (sitting->start, sitting->entry_from) : 0;
  g_autofree char *day = kp_date_dup_iso (sitting != NULL ? sitting->date : KP_DATE_NONE);

  return g_strdup_printf (_("Entry hasn’t begun: it does on %s at %02u:%02u. Nothing is recorded. Room %03u, seat %02u."), day,
                          begin / 60, begin % 60, answer->room, answer->seat);
}

static char *
dup_refused (const KpHallAnswer *answer,
             const KpScheme *scheme)
{
  const KpSchemeSitting *sitting = find_sitting (scheme, answer->sitting);
  const guint end = sitting != NULL ? sitting->start + sitting->late_minutes : 0;
  g_autofree char *clause = sitting != NULL ? kp_hall_dup_late_clause (sitting) : g_strdup ("");
  g_autofree char *day = kp_date_dup_iso (sitting != NULL ? sitting->date : KP_DATE_NONE);

  return g_strdup_printf (_("Too late, not to be let in: by the notice “%s”, that is, after %02u:%02u on %s."), clause, end / 60,
                          end % 60, day);
}

/** kp_hall_dup_clock: of an ISO time (nullable) its hours and minutes. (transfer full) */
char *
kp_hall_dup_clock (const char *at)
{
  KpMoment moment;

  if (at == NULL || !kp_moment_parse (at, &moment))
    return g_strdup ("–");
  return g_strdup_printf ("%02u:%02u", moment.second / 3600, moment.second / 60 % 60);
}

/**
 * kp_hall_answer_dup_sentence:
 * @answer: what became of a code
 * @scheme: the scheme
 *
 * Returns: (transfer full): what is said to whoever stands at the door; no name is in it
 */
char *
kp_hall_answer_dup_sentence (const KpHallAnswer *answer,
                             const KpScheme *scheme)
{
  g_autofree char *clock = kp_hall_dup_clock (answer->at);
  g_autofree char *place = answer->site != NULL ? dup_place (answer, scheme) : NULL;

  switch (answer->outcome)
    {
    case KP_SCAN_UNREADABLE:
      return g_strdup (_("That is no ticket: neither its code nor a number can be read. Read it again, or type the ticket "
                         "number."));
    case KP_SCAN_OTHER_CAMPAIGN:
      return g_strdup_printf (_("That ticket is of another recruitment: %s."), answer->campaign);
    case KP_SCAN_UNKNOWN:
      return g_strdup (_("Nobody with that number has a seat in this recruitment. Compare the ticket with the ID card, and ask "
                         "the head of the site."));
    case KP_SCAN_OTHER_SITTING:
      return dup_other_sitting (answer, scheme);
    case KP_SCAN_OTHER_SITE:
      return g_strdup_printf (_("Another site: the candidate belongs to %s."), place);
    case KP_SCAN_OTHER_ROOM:
      return g_strdup_printf (_("Another room: the candidate belongs to %s."), place);
    case KP_SCAN_EARLY:
      return dup_early (answer, scheme);
    case KP_SCAN_IN:
      return g_strdup_printf (_("In at %s: room %03u, seat %02u."), clock, answer->room, answer->seat);
    case KP_SCAN_IN_LATE:
      return g_strdup_printf (_("In at %s, after the start but in time: room %03u, seat %02u."), clock, answer->room,
                              answer->seat);
    case KP_SCAN_AGAIN:
      return g_strdup_printf (_("In already since %s: room %03u, seat %02u. Nothing is recorded twice."), clock, answer->room,
                              answer->seat);
    case KP_SCAN_REFUSED:
      return dup_refused (answer, scheme);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}
