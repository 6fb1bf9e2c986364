/* kp-verb-import.c – takes registrations, marks and fitness results from workbooks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-registration-report.h"
#include "kp-step-address.h"
#include "kp-step-fitness.h"
#include "kp-step-import.h"
#include "kp-step-interview.h"
#include "kp-step-marks.h"
#include "kp-step-payment.h"
#include "kp-output.h"
#include "kp-verbs.h"

typedef struct
{
  char *report;
  char *mapping;
  char *sheet;
  char *paper;
  char *total;
  char *count;
  int entry;
  int room;
  gboolean is_interview;
  gboolean accepts_good;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->report);
  g_free (options->mapping);
  g_free (options->sheet);
  g_free (options->paper);
  g_free (options->total);
  g_free (options->count);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* People look at the rows that need them; programs get the same. */
static void
answer_faults (KpAnswer *answer, KpRegistrationBook *book)
{
  const KpAnswerColumn columns[] = {
    { "sheet_row", _ ("Row"), TRUE },
    { "verdict", _ ("Verdict"), FALSE },
    { "why", _ ("Why"), FALSE },
    { "message", _ ("What is wrong"), FALSE },
  };
  guint n_rows = 0;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (book, &n_rows);

  kp_answer_begin_table (answer, "rows", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", rows[i].sheet_row);

      if (rows[i].verdict == KP_REGISTRATION_OK || rows[i].n_faults == 0)
        continue;
      kp_answer_add_row (answer, (const char *[]){ number, kp_registration_verdict_get_word (rows[i].verdict),
                                                   rows[i].faults[0].code, rows[i].faults[0].message });
    }
}

/* Not a failure, for another sheet may be an old copy; but nobody shall believe that all was read. */
static void
answer_sheets (KpAnswer *answer, KpRegistrationBook *book)
{
  const char *sheet = kp_registration_book_get_sheet (book);
  const char *const *others = kp_registration_book_get_other_sheets (book);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  kp_answer_add_text (answer, "sheet", NULL, *sheet != '\0' ? sheet : NULL);
  kp_answer_add_texts (answer, "other_sheets", NULL, others);
  if (others[0] == NULL)
    return;
  for (guint i = 0; others[i] != NULL; i++)
    /* Translators: one name of a sheet in a list of them; the second form follows another name. */
    g_string_append_printf (names, i == 0 ? _ ("“%s”") : _ (", “%s”"), others[i]);
  sentence = g_strdup_printf (_ ("Only the sheet “%s” was read. Other sheets of the workbook hold registrations "
                                 "too: %s. Unless they are old copies, import the same file again with --sheet "
                                 "NAME for each of them."),
                              sheet, names->str);
  kp_answer_say (answer, sentence);
}

/* Everybody seems to have left such a field empty: the operator must know why. */
static void
answer_missing (KpAnswer *answer, KpRegistrationBook *book)
{
  const char *const *missing = kp_registration_book_get_missing (book);
  g_autofree char *labels = g_strjoinv (", ", (char **) missing);
  g_autofree char *sentence = NULL;

  kp_answer_add_texts (answer, "missing_columns", NULL, missing);
  if (missing[0] == NULL)
    return;
  sentence = g_strdup_printf (_ ("The sheet has no column for facts that the scheme asks for: %s. They are taken as left "
                                 "empty; unless that is meant, name the columns as in the scheme and import again."),
                              labels);
  kp_answer_say (answer, sentence);
}

static void
answer_registrations (KpAnswer *answer, KpRegistrationBook *book, const KpImportTally *tally)
{
  answer_faults (answer, book);
  kp_answer_add_count (answer, "n_rows", _ ("Rows"), tally->n_rows);
  kp_answer_add_count (answer, "n_ok", _ ("Good"), tally->n_ok);
  kp_answer_add_count (answer, "n_warn", _ ("Good, with a remark"), tally->n_warn);
  kp_answer_add_count (answer, "n_reject", _ ("Refused"), tally->n_reject);
  kp_answer_add_count (answer, "n_conflict", _ ("The same person again"), tally->n_conflict);
  kp_answer_add_count (answer, "n_recorded", _ ("In the record already"), tally->n_recorded);
  kp_answer_add_count (answer, "n_taken", _ ("Taken in"), tally->n_taken);
  answer_sheets (answer, book);
  answer_missing (answer, book);
}

/* Asked before anything is taken in: a report that can't be written afterwards would look like an import that failed. */
static gboolean
check_report (KpCommand *command, const char *path, GError **error)
{
  static const char *const endings[] = { ".csv", ".xlsx", ".json" };
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;

  if (path == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return kp_output_check_target (path, error);
  return kp_command_fail_usage (command, error, _ ("The report “%s” must end in .csv, .xlsx or .json."), path);
}

/* Rows that are refused keep all out; the operator then still gets the table of verdicts and the report. */
static gboolean
import_registrations (
    KpCommand *command, KpSession *session, const char *path, const Options *options, GError **error)
{
  g_autoptr (KpRegistrationBook) book
      = kp_step_read_registrations (session, path, options->sheet, options->mapping, error);
  KpImportTally tally = { 0 };
  gboolean is_taken;
  guint n_rows = 0;
  const KpRegistrationRow *rows;
  g_autoptr (GError) refusal = NULL;

  if (book == NULL || !check_report (command, options->report, error))
    return FALSE;
  is_taken = kp_step_import_registrations (session, book, options->accepts_good, &tally, &refusal);
  if (!is_taken && tally.n_rows == 0)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  answer_registrations (kp_command_get_answer (command), book, &tally);
  rows = kp_registration_book_get_rows (book, &n_rows);
  if (options->report != NULL && !kp_registration_report_save (options->report, rows, n_rows, error))
    return FALSE;
  if (is_taken)
    return TRUE;
  kp_command_answer_no (command);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

static gboolean
read_control (KpCommand *command, const Options *options, KpMarksControl *control, GError **error)
{
  guint64 count = 0;
  guint n_decimals = 0;

  if (control->has_count && !g_ascii_string_to_unsigned (options->count, 10, 0, G_MAXUINT32, &count, NULL))
    return kp_command_fail_usage (command, error, _ ("“%s” is no count; write a number of rows."), options->count);
  control->count = (guint) count;
  if (!control->has_total)
    return TRUE;
  if (!kp_decimal_parse (options->total, &control->total, &n_decimals) || n_decimals > KP_MARK_DECIMALS ||
      control->total > G_MAXINT64 / KP_MARK_UNIT)
    return kp_command_fail_usage (command, error, _ ("“%s” is no sum of marks; write it like 12345.5."), options->total);
  control->total *= kp_decimal_power (KP_MARK_DECIMALS - n_decimals);
  return TRUE;
}

static gboolean
import_written (
    KpCommand *command, KpSession *session, const char *path, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpMarkSheet) sheet = NULL;
  KpMarksControl control = { .has_count = options->count != NULL, .has_total = options->total != NULL };
  KpMarksTally tally = { 0 };

  if (options->paper == NULL || options->entry == 0)
    return kp_command_fail_usage (
        command, error, _ ("Written marks need --paper and --entry 1 or 2, interview marks --interview."));
  if (!read_control (command, options, &control, error))
    return FALSE;
  sheet = kp_mark_sheet_read_written (path, options->sheet, options->mapping, error);
  if (sheet == NULL ||
      !kp_step_enter_marks (session, options->paper, (guint) options->entry, sheet, &control, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_rows", _ ("Rows"), tally.n_rows);
  kp_answer_add_count (answer, "n_taken", _ ("Taken in"), tally.n_taken);
  kp_answer_add_count (answer, "n_agreed", _ ("Both entries agree"), tally.n_agreed);
  kp_answer_add_count (answer, "n_differences", _ ("Differences to resolve"), tally.n_differences);
  kp_answer_add_count (answer, "n_missing", _ ("Candidates without a row"), tally.n_missing);
  if (tally.is_same_file)
    kp_answer_say (answer, _ ("Both entries came from one and the same file. Two entries are worth something only when two "
                              "people read the papers; ask who typed this file."));
  kp_verb_say_shift (answer, &tally.shift);
  return TRUE;
}

static gboolean
import_interview (
    KpCommand *command, KpSession *session, const char *path, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpMarkSheet) sheet =
      kp_mark_sheet_read_interview (path, options->sheet, options->mapping, error);
  KpInterviewTally tally = { 0 };

  if (sheet == NULL || !kp_step_enter_interview (session, sheet, (guint) MAX (options->room, 0), &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_cells", _ ("Marks of examiners"), tally.n_cells);
  kp_answer_add_count (answer, "n_candidates", _ ("Candidates with a mark"), tally.n_candidates);
  kp_answer_add_count (answer, "n_absent", _ ("Absent"), tally.n_absent);
  kp_answer_add_count (answer, "n_open", _ ("Still without marks"), tally.n_open);
  return TRUE;
}

static gboolean
import_marks (
    KpCommand *command, KpSession *session, const char *path, const Options *options, GError **error)
{
  return options->is_interview ? import_interview (command, session, path, options, error)
                               : import_written (command, session, path, options, error);
}

/* Whom the office still has to ask for. */
static gboolean
add_open (KpAnswer *answer, KpSession *session, KpFitnessKind kind, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "post", _ ("Post"), FALSE },
    { "number", _ ("Registration number"), FALSE },
    { "name", _ ("Name"), FALSE },
  };
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GPtrArray) open = roster != NULL ? kp_fitness_list_open (roster, kind) : NULL;

  if (open == NULL)
    return FALSE;
  if (open->len > 0)
    kp_answer_begin_table (answer, "open", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < open->len; i++)
    {
      const KpDossier *one = g_ptr_array_index (open, i);

      kp_answer_add_row (answer, (const char *const[]){ one->application->post, one->application->application, one->person->name });
    }
  return TRUE;
}

static gboolean
import_fitness (KpCommand *command, KpSession *session, KpFitnessKind kind, const char *path, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpFitnessSheet) sheet = kp_fitness_sheet_read (path, kind, error);
  KpFitnessTally tally = { 0 };

  if (sheet == NULL || !kp_step_enter_fitness (session, kind, sheet, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_rows", _ ("Rows"), tally.n_rows);
  kp_answer_add_count (answer, "n_passed", _ ("Passed"), tally.n_passed);
  kp_answer_add_count (answer, "n_failed", _ ("Failed or waived"), tally.n_failed);
  kp_answer_add_count (answer, "n_called", _ ("Substitutes called now"), tally.n_called);
  if (tally.n_waiting > 0)
    kp_answer_add_count (answer, "n_unapproved", _ ("Substitutes that wait for an approval"), tally.n_waiting);
  kp_answer_add_count (answer, "n_open", _ ("Without a result yet"), tally.n_open);
  return add_open (answer, session, kind, error);
}

static gboolean
import_physical (KpCommand *command,
                 KpSession *session,
                 const char *path,
                 const Options *options G_GNUC_UNUSED,
                 GError **error)
{
  return import_fitness (command, session, KP_FITNESS_PHYSICAL, path, error);
}

static gboolean
import_background (KpCommand *command,
                   KpSession *session,
                   const char *path,
                   const Options *options G_GNUC_UNUSED,
                   GError **error)
{
  return import_fitness (command, session, KP_FITNESS_BACKGROUND, path, error);
}

static gboolean
import_payments (KpCommand *command,
                 KpSession *session,
                 const char *path,
                 const Options *options G_GNUC_UNUSED,
                 GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpPaymentSheet) sheet = kp_payment_sheet_read (path, error);
  KpPaymentTally tally = { 0 };

  if (sheet == NULL || !kp_step_enter_payments (session, sheet, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_rows", _ ("Rows"), tally.n_rows);
  kp_answer_add_count (answer, "n_paid", _ ("Paid"), tally.n_paid);
  kp_answer_add_count (answer, "n_exempt", _ ("Fee waived"), tally.n_exempt);
  kp_answer_add_count (answer, "n_late", _ ("Paid too late"), tally.n_late);
  kp_answer_add_count (answer, "n_unpaid", _ ("Not paid"), tally.n_unpaid);
  return TRUE;
}

static gboolean
import_addresses (KpCommand *command,
                  KpSession *session,
                  const char *path,
                  const Options *options G_GNUC_UNUSED,
                  GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpAddressSheet) sheet = kp_address_sheet_read (path, error);
  KpAddressTally tally = { 0 };

  if (sheet == NULL || !kp_step_enter_addresses (session, sheet, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_rows", _ ("Rows"), tally.n_rows);
  kp_answer_add_count (answer, "n_changed", _ ("New addresses"), tally.n_changed);
  kp_answer_add_count (answer, "n_missing", _ ("To be hired and without address"), tally.n_missing);
  return TRUE;
}

typedef struct
{
  const char *name;
  const char *chinese;
  gboolean (*import) (KpCommand *, KpSession *, const char *, const Options *, GError **);
} Kind;

static const Kind kinds[] = {
  { "registrations", "报名", import_registrations },
  { "payments", "缴费", import_payments },
  { "marks", "成绩", import_marks },
  { "physical", "体检", import_physical },
  { "background", "考察", import_background },
  { "addresses", "住址", import_addresses },
};

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (name, kinds[i].name) || g_str_equal (name, kinds[i].chinese))
        return &kinds[i];
    }
  return NULL;
}

/** kp_verb_import: kaopin import FILE registrations|payments|marks|physical|background|addresses SHEET. */
gboolean
kp_verb_import (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options.report,
      N_ ("Write the verdict of each row to a .csv or .xlsx"), "REPORT" },
    { "accept-good", 0, 0, G_OPTION_ARG_NONE, &options.accepts_good,
      N_ ("Take the good rows although others are refused"), NULL },
    { "mapping", 0, 0, G_OPTION_ARG_STRING, &options.mapping,
      N_ ("Which column is what, e.g. 身份证号=F,姓名=B"), "MAP" },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options.sheet, N_ ("Name of the sheet in the workbook"), "NAME" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_ ("Code of the paper"), "P" },
    { "entry", 0, 0, G_OPTION_ARG_INT, &options.entry, N_ ("First or second entry"), "1|2" },
    { "total", 0, 0, G_OPTION_ARG_STRING, &options.total,
      N_ ("Sum of the written marks by the slip that came with them; refused when it differs"), "SUM" },
    { "count", 0, 0, G_OPTION_ARG_STRING, &options.count,
      N_ ("Rows with a mark or a state by that slip; refused when it differs"), "N" },
    { "interview", 0, 0, G_OPTION_ARG_NONE, &options.is_interview,
      N_ ("The sheet holds the examiners' marks"), NULL },
    { "room", 0, 0, G_OPTION_ARG_INT, &options.room, N_ ("With --interview: the sheet is of this room"), "ROOM" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  const Kind *kind;
  g_autoptr (KpSession) session = NULL;

  if (!kp_command_parse (command, entries, 2, 2, error))
    return FALSE;
  kind = find_kind (kp_command_get_argument (command, 0));
  if (kind == NULL)
    return kp_command_fail_usage (
        command, error, _ ("“%s” can't be imported; it is registrations, payments, marks, physical, background or addresses."),
        kp_command_get_argument (command, 0));
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  return session != NULL &&
         kind->import (command, session, kp_command_get_argument (command, 1), &options, error);
}
