/* kp-verb-panel.c – examiners, relations, draws to rooms, and what happens at the rooms of the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-output.h"
#include "kp-panel-show.h"
#include "kp-press.h"
#include "kp-step-panel.h"
#include "kp-step-room.h"
#include "kp-verbs.h"

typedef struct
{
  KpDrawOptions draw; /* also --by, --with and --reason of everything else */
  char *staff;
  char *recusals;
  char *recuse;
  char *relation;
  char *replace;
  char *sign_in;
  char **check;
  char *take_back;
  char *envelope;
  char *limit;
  int examiner;
  int open;
  int room;
  gboolean is_by_candidate;
  gboolean is_list;
  gboolean is_report;
} Options;

static void
options_clear (Options *options)
{
  kp_draw_options_clear (&options->draw);
  g_free (options->staff);
  g_free (options->recusals);
  g_free (options->recuse);
  g_free (options->relation);
  g_free (options->replace);
  g_free (options->sign_in);
  g_strfreev (options->check);
  g_free (options->take_back);
  g_free (options->envelope);
  g_free (options->limit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* KEY=VALUE; FALSE when there is no =. */
static gboolean
split (const char *text, char **key, const char **value)
{
  const char *sign = strchr (text, '=');

  if (sign == NULL || sign == text || sign[1] == '\0')
    return FALSE;
  *key = g_strndup (text, (gsize) (sign - text));
  *value = sign + 1;
  return TRUE;
}

static KpTwoPeople
get_persons (const Options *options)
{
  return (KpTwoPeople){ options->draw.by, options->draw.with, options->draw.reason };
}

static gboolean
take_staff (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const gboolean is_staff = options->staff != NULL;
  g_autoptr (KpStaffSheet) sheet = is_staff ? kp_staff_sheet_read_staff (options->staff, error)
                                            : kp_staff_sheet_read_recusals (options->recusals, error);
  KpPanelImportTally tally = { 0 };

  if (sheet == NULL || !(is_staff ? kp_step_import_staff (session, sheet, &tally, error)
                                  : kp_step_import_recusals (session, sheet, &tally, error)))
    return FALSE;
  kp_answer_add_count (answer, "n_rows", _ ("Rows"), tally.n_rows);
  kp_answer_add_count (answer, "n_written", _ ("New or changed"), tally.n_written);
  return TRUE;
}

static gboolean
declare (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autofree char *examiner = NULL;
  g_autofree char *sentence = NULL;
  KpRecusalOrder order = { .relation = options->relation, .is_by_candidate = options->is_by_candidate };
  KpRecusalEffect effect;

  if (options->relation == NULL || !split (options->recuse, &examiner, &order.candidate))
    return kp_command_fail_usage (command, error,
                                  _ ("Write --recuse EXAMINER=CANDIDATE and --relation with what they are to one another."));
  order.examiner = examiner;
  if (!kp_step_declare_recusal (session, &order, &effect, error))
    return FALSE;
  kp_answer_add_truth (answer, "recorded", TRUE);
  kp_answer_add_truth (answer, "is_out", effect.is_out);
  kp_answer_add_count (answer, "clash_room", NULL, effect.clash_room);
  if (effect.is_out)
    kp_answer_say (answer, _ ("Staff with a relative among the candidates stay out of the whole exam."));
  if (effect.clash_room == 0)
    return TRUE;
  sentence = g_strdup_printf (_ ("Both are in room %u already: replace the examiner with --replace before the candidate is heard."),
                              effect.clash_room);
  kp_answer_say (answer, sentence);
  return TRUE;
}

static gboolean
commit (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpTwoPeople repeat;
  const KpDrawTerms terms = kp_draw_options_get_terms (&options->draw, &repeat);
  g_autofree char *commitment = kp_step_commit_panels (session, &terms, error);

  return kp_draw_options_answer (command, commitment);
}

static gboolean
draw (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpPanelDrawTally tally = { 0 };

  if (!kp_step_draw_panels (session, options->draw.digits, &tally, error))
    return FALSE;
  if (tally.is_repeat)
    kp_answer_say (answer, _ ("The panels stand already; nothing was drawn again."));
  kp_answer_add_text (answer, "public", _ ("Public digits"), options->draw.digits);
  kp_answer_add_count (answer, "rooms", _ ("Rooms"), tally.n_rooms);
  kp_answer_add_count (answer, "seated", _ ("Examiners with a seat"), tally.n_seated);
  kp_answer_add_count (answer, "spare", _ ("Spare examiners"), tally.n_spare);
  return TRUE;
}

static gboolean
replace (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const KpTwoPeople why = get_persons (options);
  g_autofree char *spare = kp_step_replace_examiner (session, options->replace, &why, error);

  if (spare == NULL)
    return FALSE;
  kp_answer_add_text (answer, "left", _ ("Left"), options->replace);
  kp_answer_add_text (answer, "seated", _ ("Sits there now"), *spare != '\0' ? spare : NULL);
  return TRUE;
}

static gboolean
sign_in (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  g_autofree char *number = NULL;
  const char *word = NULL;
  KpAttendance state;
  gboolean is_moved;

  if (!split (options->sign_in, &number, &word) || !kp_attendance_parse (word, &state))
    return kp_command_fail_usage (command, error, _ ("Write --sign-in NUMBER=present, =absent, =late, or =none for what was signed by mistake."));
  if (!kp_step_sign_in (session, number, state, &is_moved, error))
    return FALSE;
  if (is_moved)
    kp_answer_say (kp_command_get_answer (command),
                   state == KP_ATTENDANCE_NONE
                       ? _ ("The candidate has the number that was drawn again.")
                       : _ ("The turn of the drawn number is over; the candidate has the next number that remains."));
  kp_answer_add_truth (kp_command_get_answer (command), "moved", is_moved);
  return TRUE;
}

static gboolean
check (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpTwoPeople persons = get_persons (options);
  const guint n = g_strv_length (options->check);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autofree KpHearingReading *readings = g_new0 (KpHearingReading, n + 1);

  for (guint i = 0; i < n; i++)
    {
      char *code = NULL;

      if (!split (options->check[i], &code, &readings[i].mark))
        return kp_command_fail_usage (command, error, _ ("Write --check CODE=MARK with the mark of the signed sheet, or 缺考."));
      g_ptr_array_add (codes, code);
      readings[i].code = code;
    }
  if (!kp_step_check_hearings (session, readings, n, &persons, error))
    return FALSE;
  kp_answer_add_count (kp_command_get_answer (command), "n_checked", _ ("Numbers checked by two people"), n);
  return TRUE;
}

static gboolean
take_back (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpTwoPeople persons = get_persons (options);

  if (options->examiner <= 0)
    return kp_command_fail_usage (command, error, _ ("Say with --examiner whose sheet of this number is taken back."));
  if (!kp_step_take_back (session, options->take_back, (guint) options->examiner, &persons, error))
    return FALSE;
  kp_answer_say (kp_command_get_answer (command), _ ("The sheet is void and counts nowhere; enter the right one."));
  kp_answer_add_truth (kp_command_get_answer (command), "taken_back", TRUE);
  return TRUE;
}

static gboolean
open_room (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpTwoPeople persons = get_persons (options);

  if (options->open < 0 || !kp_step_open_room (session, (guint) options->open, &persons, error))
    return options->open < 0 ? kp_command_fail_usage (command, error, _ ("A room has a number from 1.")) : FALSE;
  kp_answer_say (kp_command_get_answer (command), _ ("The room is open: lists and papers show names beside its numbers now."));
  kp_answer_add_count (kp_command_get_answer (command), "room", _ ("Room"), options->open);
  return TRUE;
}

/* The one paper with names and numbers while the room is sealed: two people have it made, and the journal says so. */
static gboolean
print_envelope (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  const KpTwoPeople persons = get_persons (options);
  g_autoptr (KpFontSet) fonts = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (options->room <= 0)
    return kp_command_fail_usage (command, error, _ ("Say with --room whose numbers go into the envelope."));
  fonts = kp_press_open_fonts (error);
  if (fonts == NULL || !kp_step_note_envelope (session, (guint) options->room, &persons, error))
    return FALSE;
  bytes = kp_press_make_envelope (session, fonts, (guint) options->room, error);
  if (bytes == NULL || !kp_output_save (options->envelope, bytes, error))
    return FALSE;
  kp_answer_add_text (kp_command_get_answer (command), "file", _ ("File"), options->envelope);
  return TRUE;
}

typedef gboolean (*Work) (KpCommand *, KpSession *, const Options *, GError **);

static gboolean
show (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  return options->is_report ? kp_panel_show_report (command, session, options->limit, error)
                            : kp_panel_show_list (command, session, error);
}

/* The one thing that is asked for. */
static Work
find_work (const Options *options, guint *n)
{
  const struct
  {
    gboolean is_asked;
    Work work;
  } works[] = {
    { options->is_list || options->is_report, show },
    { options->staff != NULL || options->recusals != NULL, take_staff },
    { options->recuse != NULL, declare },
    { options->draw.is_commit, commit },
    { options->draw.digits != NULL, draw },
    { options->replace != NULL, replace },
    { options->sign_in != NULL, sign_in },
    { options->check != NULL, check },
    { options->take_back != NULL, take_back },
    { options->open != 0, open_room },
    { options->envelope != NULL, print_envelope },
  };
  Work found = NULL;

  *n = (options->is_list && options->is_report) + (options->staff != NULL && options->recusals != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      *n += works[i].is_asked ? 1 : 0;
      found = works[i].is_asked ? works[i].work : found;
    }
  return found;
}

static gboolean
run (KpCommand *command, const Options *options, GError **error)
{
  guint n = 0;
  const Work work = find_work (options, &n);
  const gboolean is_read = options->is_list || options->is_report;
  g_autoptr (KpSession) session = NULL;

  if (n != 1)
    return kp_command_fail_usage (command, error, _ ("Say one thing to do: kaopin help panel lists them."));
  if ((work == commit || work == draw) && !kp_draw_options_check (&options->draw, command, error))
    return FALSE;
  if (work != commit && (options->draw.source != NULL || options->draw.is_repeat))
    return kp_command_fail_usage (command, error, _ ("--source and --repeat go with --commit."));
  session = kp_command_open (command, is_read ? KP_OPEN_READ_ONLY : KP_OPEN_READ_WRITE, error);
  return session != NULL && work (command, session, options, error);
}

/** kp_verb_panel: kaopin panel FILE --staff BOOK | --recuse … | --commit | --public … | --check … | --open ROOM …. */
gboolean
kp_verb_panel (KpCommand *command, GError **error)
{
  g_auto (Options) o = { 0 };
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &o.is_list, N_ ("Examiners and staff: who sits where, who is spare, who is out"), NULL },
    { "staff", 0, 0, G_OPTION_ARG_FILENAME, &o.staff, N_ ("Take in examiners and staff from a workbook"), "BOOK" },
    { "recusals", 0, 0, G_OPTION_ARG_FILENAME, &o.recusals, N_ ("Take in relations from a workbook"), "BOOK" },
    { "recuse", 0, 0, G_OPTION_ARG_STRING, &o.recuse, N_ ("These two must stay away from one another"), "EXAMINER=CANDIDATE" },
    { "relation", 0, 0, G_OPTION_ARG_STRING, &o.relation, N_ ("With --recuse: what they are to one another"), "WORD" },
    { "by-candidate", 0, 0, G_OPTION_ARG_NONE, &o.is_by_candidate, N_ ("With --recuse: the candidate declared it"), NULL },
    { "commit", 0, 0, G_OPTION_ARG_NONE, &o.draw.is_commit, N_ ("Fix list and secret of the examiners' draw"), NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &o.draw.source, N_ ("With --commit: which public number will count"), "TEXT" },
    { "repeat", 0, 0, G_OPTION_ARG_NONE, &o.draw.is_repeat,
      N_ ("With --commit: draw again what was drawn; the earlier draw stays in the record"), NULL },
    { "public", 0, 0, G_OPTION_ARG_STRING, &o.draw.digits, N_ ("The digits drawn before witnesses"), "DIGITS" },
    { "replace", 0, 0, G_OPTION_ARG_STRING, &o.replace, N_ ("Who can't come: the next of the drawn order who fits sits there"),
      "EXAMINER" },
    { "sign-in", 0, 0, G_OPTION_ARG_STRING, &o.sign_in, N_ ("A candidate is present, absent or late; none takes back what was signed by mistake"), "NUMBER=STATE" },
    { "check", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o.check, N_ ("Two people read this mark from the signed sheet; may be repeated"),
      "CODE=MARK" },
    { "take-back", 0, 0, G_OPTION_ARG_STRING, &o.take_back, N_ ("A sheet of this number was given by mistake"), "CODE" },
    { "examiner", 0, 0, G_OPTION_ARG_INT, &o.examiner, N_ ("With --take-back: number of the examiner in the room"), "N" },
    { "open", 0, 0, G_OPTION_ARG_INT, &o.open, N_ ("Break the seal of a room whose marks are all checked"), "ROOM" },
    { "envelope", 0, 0, G_OPTION_ARG_FILENAME, &o.envelope,
      N_ ("Print names and numbers of a room for the waiting room and the envelope"), "PDF" },
    { "room", 0, 0, G_OPTION_ARG_INT, &o.room, N_ ("With --envelope: which room"), "ROOM" },
    { "report", 0, 0, G_OPTION_ARG_NONE, &o.is_report, N_ ("What stands out among rooms and examiners"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_STRING, &o.limit, N_ ("With --report: from how many points on something stands out (3)"), "MARK" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &o.draw.by, N_ ("Who does it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &o.draw.with, N_ ("Who does it too: another person"), "PERSON" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &o.draw.reason, N_ ("Why, or by which paper"), "TEXT" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  return kp_command_parse (command, entries, 0, 0, error) && run (command, &o, error);
}
