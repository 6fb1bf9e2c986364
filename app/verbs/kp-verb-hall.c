/* kp-verb-hall.c – the exam day at the doors: arrivals, who is still missing, the closing, a breach with its paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "kp-door-options.h"
#include "kp-hall-desk.h"
#include "kp-press.h"
#include "kp-step-hall.h"
#include "kp-step-incident.h"
#include "kp-verbs.h"

#define LONGEST_LINE 1024

/* Owned texts. */
typedef struct
{
  KpDoorOptions acts;
  char *sitting;
  char *door;
  char *admit;
  char *breach;
  char *article;
  char *facts;
  char *evidence;
  char *pdf;
  gboolean refused;
  char *site;
  guint room;
  guint seat;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->sitting, &options->door, &options->admit,    &options->breach, &options->article,
                           &options->facts,   &options->pdf,  &options->evidence, &options->site };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  kp_door_options_clear (&options->acts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static KpHallPlace
get_place (const Options *options)
{
  return (KpHallPlace){ options->sitting, options->site, options->room };
}

/* "01", "01/003" or "01/003/07". */
static gboolean
split_place (const char *text, guint n_least, guint n_most, Options *options)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  const guint n = g_strv_length (parts);
  guint64 numbers[2] = { 0, 0 };

  for (guint i = 1; i < MIN (n, 3); i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, G_MAXUINT16, &numbers[i - 1], NULL))
      return FALSE;
  if (n < n_least || n > n_most || *parts[0] == '\0')
    return FALSE;
  g_free (options->site);
  options->site = g_strdup (parts[0]);
  options->room = (guint) numbers[0];
  options->seat = (guint) numbers[1];
  return TRUE;
}

/* ---- reading tickets ---- */

static void
begin_scans (KpAnswer *answer)
{
  const KpAnswerColumn columns[] = {
    { "ticket", _ ("Ticket"), FALSE }, { "outcome", _ ("Result"), FALSE }, { "room", _ ("Room"), TRUE },
    { "seat", _ ("Seat"), TRUE },      { "sentence", _ ("What it means"), FALSE },
  };

  kp_answer_begin_table (answer, "scans", columns, G_N_ELEMENTS (columns));
}

static void
answer_scan (KpCommand *command, const KpHallAnswer *found, const KpScheme *scheme)
{
  g_autofree char *room = found->room > 0 ? g_strdup_printf ("%u", found->room) : NULL;
  g_autofree char *seat = found->seat > 0 ? g_strdup_printf ("%u", found->seat) : NULL;
  g_autofree char *sentence = kp_hall_answer_dup_sentence (found, scheme);

  kp_answer_add_row (kp_command_get_answer (command),
                     (const char *[]){ found->ticket, kp_scan_get_name (found->outcome), room, seat, sentence });
  if (!kp_scan_is_in (found->outcome))
    kp_command_answer_no (command);
}

static gboolean
scan_one (KpCommand *command, KpSession *session, const Options *options, const char *code, GError **error)
{
  const KpHallPlace here = get_place (options);
  g_auto (KpHallAnswer) found = { 0 };

  if (!kp_step_hall_scan (session, &here, code, &found, error))
    return FALSE;
  answer_scan (command, &found, kp_session_get_scheme (session));
  return TRUE;
}

/* A reader of codes at a terminal: each line is one. */
static gboolean
scan_lines (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  char line[LONGEST_LINE];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_strstrip (line);
      if (*line != '\0' && !scan_one (command, session, options, line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  begin_scans (kp_command_get_answer (command));
  for (guint i = 0; options->acts.scan[i] != NULL; i++)
    {
      if (g_str_equal (options->acts.scan[i], "-") ? !scan_lines (command, session, options, error)
                                                   : !scan_one (command, session, options, options->acts.scan[i], error))
        return FALSE;
    }
  return TRUE;
}

/* ---- acts by hand ---- */

static gboolean
undo (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpHallPlace here = get_place (options);
  g_auto (KpHallAnswer) found = { 0 };

  return kp_step_hall_undo (session, &here, options->acts.undo, options->acts.reason, &found, error)
         && kp_door_options_answer_undo (command, &found);
}

static gboolean
admit (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpHallPlace here = get_place (options);
  const KpTwoPeople people = { options->acts.by, options->acts.with, options->acts.reason };
  g_auto (KpHallAnswer) found = { 0 };

  if (!kp_step_hall_admit (session, &here, options->admit, &people, &found, error))
    return FALSE;
  kp_answer_add_text (kp_command_get_answer (command), "ticket", _ ("Ticket"), found.ticket);
  kp_answer_say (kp_command_get_answer (command), _ ("The absence is withdrawn; the paper can be marked."));
  return TRUE;
}

static gboolean
close_doors (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const KpHallPlace here = get_place (options);
  const KpTwoPeople people = { options->acts.by, options->acts.with, NULL };
  KpHallTally tally;

  if (!kp_step_hall_close (session, &here, &people, &tally, error))
    return FALSE;
  if (tally.n_rooms == 0)
    kp_answer_say (answer, _ ("These rooms are closed already; nothing is changed."));
  kp_answer_add_count (answer, "rooms", _ ("Rooms closed"), tally.n_rooms);
  kp_answer_add_count (answer, "closed_before", _ ("Closed before"), tally.n_before);
  kp_door_options_answer_closed (command, &tally);
  return TRUE;
}

static gboolean
print_record (KpCommand *command, KpSession *session, guint number, const char *path, GError **error)
{
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (error);
  g_autofree char *only = g_strdup_printf ("%u", number);
  g_autoptr (GBytes) bytes = fonts != NULL ? kp_press_make (session, KP_PRESS_INCIDENT_RECORDS, fonts, only, error) : NULL;

  return bytes != NULL && kp_command_save (command, g_steal_pointer (&bytes), path, error);
}

static gboolean
breach (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpHallPlace here = get_place (options);
  const KpSchemeSitting *sitting = kp_hall_find_sitting (kp_session_get_scheme (session), options->sitting, error);
  g_autofree char *ticket = sitting != NULL ? kp_hall_dup_ticket_of_seat (session, &here, options->seat, error) : NULL;
  const KpIncidentOrder order = {
    .number = ticket,
    .paper = sitting != NULL ? sitting->paper : NULL,
    .kind = "breach",
    .article = options->article,
    .facts = options->facts,
    .evidence = options->evidence,
    .by = options->acts.by,
    .with = options->acts.with,
    .refused_to_sign = options->refused,
  };
  guint number = 0;

  if (ticket == NULL || !kp_step_record_incident (session, &order, &number, error))
    return FALSE;
  kp_answer_add_count (kp_command_get_answer (command), "number", _ ("Incident"), number);
  kp_answer_add_text (kp_command_get_answer (command), "ticket", _ ("Ticket"), ticket);
  return options->pdf == NULL || print_record (command, session, number, options->pdf, error);
}

/* ---- what is known ---- */

static gboolean
show_missing (KpAnswer *answer, const KpHallDesk *desk)
{
  const KpAnswerColumn columns[] = {
    { "site", _ ("Site"), FALSE },
    { "room", _ ("Room"), TRUE },
    { "seat", _ ("Seat"), TRUE },
    { "ticket", _ ("Ticket"), FALSE },
    { "state", _ ("State"), FALSE },
  };
  static const char *const states[] = { "expected", "in", "in-late", "turned-away", "absent" };

  kp_answer_begin_table (answer, "missing", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < desk->rooms->len; i++)
    {
      const KpHallRoom *room = g_ptr_array_index (desk->rooms, i);

      for (guint j = 0; j < room->seats->len; j++)
        {
          const KpHallSeat *seat = g_ptr_array_index (room->seats, j);
          g_autofree char *number = g_strdup_printf ("%u", room->room);
          g_autofree char *place = g_strdup_printf ("%u", seat->seat);

          if (seat->state != KP_HALL_PRESENT && seat->state != KP_HALL_PRESENT_LATE)
            kp_answer_add_row (answer, (const char *[]){ room->site, number, place, seat->ticket, states[seat->state] });
        }
    }
  return TRUE;
}

static gboolean
show_rooms (KpAnswer *answer, const KpHallDesk *desk)
{
  const KpAnswerColumn columns[] = {
    { "site", _ ("Site"), FALSE },     { "room", _ ("Room"), TRUE },
    { "expected", _ ("Expected"), TRUE }, { "in", _ ("Arrived"), TRUE },
    { "late", _ ("Late"), TRUE },      { "turned_away", _ ("Turned away"), TRUE },
    { "absent", _ ("Absent"), TRUE },  { "closed_at", _ ("Doors closed at"), FALSE },
  };
  const KpHallCounts sum = kp_hall_desk_sum (desk);

  kp_answer_add_count (answer, "expected", _ ("Expected"), sum.n_expected);
  kp_answer_add_count (answer, "in", _ ("Arrived"), sum.n_in);
  kp_answer_add_count (answer, "absent", _ ("Absent"), sum.n_absent);
  kp_answer_begin_table (answer, "rooms", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < desk->rooms->len; i++)
    {
      const KpHallRoom *room = g_ptr_array_index (desk->rooms, i);
      const guint counts[] = { room->room,          room->counts.n_expected,    room->counts.n_in,
                               room->counts.n_late, room->counts.n_turned_away, room->counts.n_absent };
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (room->site));
      for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
        g_ptr_array_add (cells, g_strdup_printf ("%u", counts[j]));
      g_ptr_array_add (cells, g_strdup (room->closed_at));
      kp_answer_add_row (answer, (const char *const *) cells->pdata);
    }
  return TRUE;
}

static gboolean
show (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpHallPlace here = get_place (options);
  g_autoptr (KpHallDesk) desk = kp_hall_desk_load (session, &here, error);

  if (desk == NULL)
    return FALSE;
  return options->acts.is_missing ? show_missing (kp_command_get_answer (command), desk)
                                  : show_rooms (kp_command_get_answer (command), desk);
}

static gboolean
act (KpCommand *command, const Options *options, GError **error)
{
  const gboolean is_read = kp_door_options_only_read (&options->acts) && options->admit == NULL && options->breach == NULL;
  g_autoptr (KpSession) session = kp_command_open (command, is_read ? KP_OPEN_READ_ONLY : KP_OPEN_READ_WRITE, error);

  if (session == NULL)
    return FALSE;
  if (options->acts.scan != NULL)
    return scan (command, session, options, error);
  if (options->acts.undo != NULL)
    return undo (command, session, options, error);
  if (options->admit != NULL)
    return admit (command, session, options, error);
  if (options->breach != NULL)
    return breach (command, session, options, error);
  return options->acts.is_close ? close_doors (command, session, options, error) : show (command, session, options, error);
}

static gboolean
check (KpCommand *command, Options *options, GError **error)
{
  if (kp_door_options_count (&options->acts) + (options->admit != NULL) + (options->breach != NULL) > 1)
    return kp_command_fail_usage (command, error,
                                  _ ("Say one of --scan, --undo, --admit, --close, --breach and --missing, or none of them."));
  if (options->breach != NULL && options->door != NULL)
    return kp_command_fail_usage (command, error, _ ("A breach names its own seat, so --door isn't needed."));
  if (options->door != NULL && !split_place (options->door, 1, 2, options))
    return kp_command_fail_usage (command, error, _ ("Write --door SITE or --door SITE/ROOM, such as 01/003."));
  if (options->breach != NULL && !split_place (options->breach, 3, 3, options))
    return kp_command_fail_usage (command, error, _ ("Write --breach SITE/ROOM/SEAT, such as 01/003/17."));
  return TRUE;
}

/** kp_verb_hall: kaopin hall FILE [--scan CODE | --undo CODE | --close | --admit CODE | --breach SEAT | --missing]. */
gboolean
kp_verb_hall (KpCommand *command, GError **error)
{
  g_auto (Options) o = { 0 };
  const GOptionEntry entries[] = {
    { "sitting", 0, 0, G_OPTION_ARG_STRING, &o.sitting, N_ ("Which sitting, where the scheme has several"), "SITTING" },
    { "door", 0, 0, G_OPTION_ARG_STRING, &o.door, N_ ("At which site, or which room of it; without it all"), "SITE[/ROOM]" },
    KP_DOOR_OPTION_ENTRIES (o.acts, N_ ("A ticket is read: its code, its number or the ID card; - takes a line for each from standard input"),
                            N_ ("List who isn't in"), N_ ("Close the doors by two people: who isn't in is absent"),
                            N_ ("With --undo and --admit: how it came about")),
    { "admit", 0, 0, G_OPTION_ARG_STRING, &o.admit, N_ ("Somebody recorded as absent sat in the room, by two people"), "CODE" },
    { "breach", 0, 0, G_OPTION_ARG_STRING, &o.breach, N_ ("A breach was seen at a seat, by two people"), "SITE/ROOM/SEAT" },
    { "article", 0, 0, G_OPTION_ARG_STRING, &o.article, N_ ("Of a breach: article of the regulation"), "5|6|7|8|10" },
    { "facts", 0, 0, G_OPTION_ARG_STRING, &o.facts, N_ ("With --breach: what was seen"), "TEXT" },
    { "evidence", 0, 0, G_OPTION_ARG_STRING, &o.evidence, N_ ("With --breach: what was kept"), "TEXT" },
    { "refused-to-sign", 0, 0, G_OPTION_ARG_NONE, &o.refused, N_ ("The candidate didn't sign the record"), NULL },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &o.pdf, N_ ("With --breach: its record, to be signed on the spot"), "PDF" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  return kp_command_parse (command, entries, 0, 0, error) && check (command, &o, error) && act (command, &o, error);
}
