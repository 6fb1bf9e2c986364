/* test-command.c – the command line as a user types it: help, wrong words, wrong files, exit codes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-lists.h"
#include "kp-press.h"
#include "kp-test-program.h"
#include "kp-test-sheet.h"
#include "kp-test.h"
#include "kp-verbs.h"

/* ---- wrong words ---- */

#define MAX_WORDS 12

static const struct
{
  const char *path;
  const char *words[MAX_WORDS];
  const char *says;
} wrong[] = {
  { "/app/command/usage/unknown-verb-suggests-the-nearest", { "shortlst" }, "“shortlist”" },
  { "/app/command/usage/unknown-verb-suggests-nothing-far", { "frobnicate" }, "“frobnicate”" },
  { "/app/command/usage/new-needs-a-scheme", { "new", "x.kaopin" }, "--scheme" },
  { "/app/command/usage/new-needs-a-file", { "new" }, "kaopin new FILE" },
  { "/app/command/usage/unknown-option", { "review", "x.kaopin", "--fast" }, "--fast" },
  { "/app/command/usage/review-needs-a-choice", { "review", "x.kaopin" }, "--auto" },
  { "/app/command/usage/decide-needs-a-reason",
    { "review", "x.kaopin", "--decide", "000001", "--condition", "age", "--met" },
    "--reason" },
  { "/app/command/usage/review-one-choice", { "review", "x.kaopin", "--auto", "--confirm" }, "--confirm" },
  { "/app/command/usage/recheck-needs-a-reason",
    { "review", "x.kaopin", "--recheck", "000001", "--condition", "age", "--unmet" },
    "--reason" },
  { "/app/command/usage/decide-what", { "decide", "x.kaopin", "weather", "52" }, "“weather”" },
  { "/app/command/usage/decide-nothing", { "decide", "x.kaopin", "opening", "A01" }, "“opening”" },
  { "/app/command/usage/decide-about-what", { "decide", "x.kaopin", "opening", "3" }, "“opening”" },
  { "/app/command/usage/decide-with-two",
    { "decide", "x.kaopin", "opening", "A01", "3", "--reason", "x", "--by", "y" },
    "--with" },
  { "/app/command/usage/leave-needs-a-cause",
    { "shortlist", "x.kaopin", "--leave", "000001", "--reason", "x", "--cause", "rain" },
    "--cause" },
  { "/app/command/usage/cause-of-whom", { "shortlist", "x.kaopin", "--cause", "failed" }, "--leave" },
  { "/app/command/usage/import-of-what", { "import", "x.kaopin", "photos", "y.xlsx" }, "“photos”" },
  { "/app/command/usage/import-needs-a-sheet",
    { "import", "x.kaopin", "registrations" },
    "kaopin import FILE" },
  { "/app/command/usage/one-word-too-many", { "total", "x.kaopin", "y" }, "“y”" },
  { "/app/command/usage/commit-and-public", { "seat", "x.kaopin", "--commit", "--public", "1" }, "--commit" },
  { "/app/command/usage/source-before", { "seat", "x.kaopin", "--public", "1", "--source", "x" }, "--commit" },
  { "/app/command/usage/repeat-by-nobody", { "draw", "x.kaopin", "--commit", "--repeat" }, "--with" },
  { "/app/command/usage/draw-how", { "draw", "x.kaopin" }, "--public" },
  { "/app/command/usage/draw-one-of", { "draw", "x.kaopin", "--list", "--commit" }, "--list" },
  { "/app/command/usage/marks-need-a-paper", { "marks", "x.kaopin" }, "--paper" },
  { "/app/command/usage/resolve-needs-a-mark",
    { "marks", "x.kaopin", "--paper", "01", "--resolve", "26010100107" },
    "26010100107" },
  { "/app/command/usage/marks-one-of", { "marks", "x.kaopin", "--paper", "01", "--lock", "--open" }, "--open" },
  { "/app/command/usage/secret-commit-or-draw", { "marks", "x.kaopin", "--paper", "01", "--secret" }, "--commit" },
  { "/app/command/usage/result-of-a-recheck",
    { "marks", "x.kaopin", "--paper", "01", "--recheck-result", "same" },
    "--recheck" },
  { "/app/command/usage/incident-one-of", { "incident", "x.kaopin", "--inform", "1", "--serve", "1" }, "--inform" },
  { "/app/command/usage/mark-sheet-of-a-paper", { "export", "x.kaopin", "mark-sheet", "--csv", "y" }, "--paper" },
  { "/app/command/usage/room-of-a-mark-sheet", { "export", "x.kaopin", "marks", "--room", "1", "--csv", "y" }, "--room" },
  { "/app/command/usage/bench-of-no-count", { "bench", "--rows", "many" }, "--rows" },
  { "/app/command/usage/bench-of-no-posts", { "bench", "--posts", "0" }, "--posts" },
  { "/app/command/usage/simulate-needs-a-scheme", { "simulate", "x.kaopin" }, "--scheme" },
  { "/app/command/usage/print-permit-what",
    { "print", "x.kaopin", "doors", "--out", "y", "--permit", "some" },
    "--permit" },
  { "/app/command/usage/unknown-style", { "fonts", "comic", "x.ttf" }, "“comic”" },
  { "/app/command/usage/style-without-font", { "fonts", "title" }, "--none" },
  { "/app/command/usage/unknown-form", { "print", "x.kaopin", "ticketz", "--out", "y" }, "“ticketz”" },
  { "/app/command/usage/print-each-what", { "print", "x.kaopin", "doors", "--out", "y", "--each", "sex" }, "--each room" },
  { "/app/command/usage/print-each-or-only",
    { "print", "x.kaopin", "doors", "--out", "y", "--each", "room", "--only", "3" },
    "--only" },
  { "/app/command/usage/print-needs-a-folder", { "print", "x.kaopin", "tickets" }, "--out" },
  { "/app/command/usage/sealed-paper-for-two",
    { "print", "x.kaopin", "secret-numbers", "--paper", "01", "--by", "甲", "--out", "y" },
    "--with" },
  { "/app/command/usage/people-of-a-sealed-paper",
    { "print", "x.kaopin", "tickets", "--by", "甲", "--out", "y" },
    "secret-numbers" },
  { "/app/command/usage/unknown-list", { "export", "x.kaopin", "people", "--csv", "y" }, "“people”" },
  { "/app/command/usage/export-needs-a-file", { "export", "x.kaopin", "marks" }, "--csv" },
  { "/app/command/usage/no-server", { "total", "--connect", "nonsense" }, "“nonsense”" },
  { "/app/command/usage/help-of-unknown-verb", { "help", "totals" }, "“total”" },
};

static void
test_wrong_words (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, wrong[i].words);

  kp_test_program_assert_fails (program, 2, wrong[i].says);
}

/* ---- help ---- */

static void
test_help_lists_every_verb (void)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run ("help", NULL);
  guint n_verbs = 0;
  const KpVerb *verbs = kp_verbs_get (&n_verbs);

  g_assert_cmpint (program->status, ==, 0);
  g_assert_cmpstr (program->errors, ==, "");
  for (guint i = 0; i < n_verbs; i++)
    kp_test_assert_contains (program->output, verbs[i].name);
}

/* Whoever adds a form or a list writes its name nowhere else. */
static void
test_help_names_what_a_verb_takes (void)
{
  g_autoptr (KpTestProgram) forms = kp_test_program_run ("help", "print", NULL);
  g_autoptr (KpTestProgram) lists = kp_test_program_run ("help", "export", NULL);

  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      g_autofree char *words = g_strdup_printf ("%s %s", kp_press_form_get_name ((KpPressForm) i),
                                                kp_press_form_get_chinese ((KpPressForm) i));

      kp_test_assert_contains (forms->output, words);
    }
  for (guint i = 0; i < KP_LISTS_N; i++)
    {
      g_autofree char *words
          = g_strdup_printf ("%s %s", kp_lists_get_name ((KpListName) i), kp_lists_get_chinese ((KpListName) i));

      kp_test_assert_contains (lists->output, words);
    }
}

static void
test_help_of_verb (gconstpointer data)
{
  const KpVerb *verb = data;
  g_autoptr (KpTestProgram) asked = kp_test_program_run (verb->name, "--help", NULL);
  g_autoptr (KpTestProgram) told = kp_test_program_run ("help", verb->name, NULL);

  g_assert_cmpint (asked->status, ==, 0);
  g_assert_cmpint (told->status, ==, 0);
  g_assert_cmpstr (asked->output, ==, told->output);
  kp_test_assert_contains (asked->output, "--help");
  kp_test_assert_contains (asked->output, verb->name);
}

/* What each option is called, and the verb it belongs to. */
static void
check_option (const GOptionEntry *option, gboolean is_common, gpointer data)
{
  const char *const *page_and_section = data;
  g_autofree char *dashed = g_strdelimit (g_strdup (option->long_name), "-", '\x01');
  g_auto (GStrv) parts = g_strsplit (dashed, "\x01", -1);
  g_autofree char *name = g_strjoinv ("\\-", parts);
  g_autofree char *line = g_strconcat ("\n.TP\n\\fB\\-\\-", name, "\\fR", NULL);

  kp_test_assert_contains (page_and_section[is_common ? 0 : 1], line);
}

static void
test_manual_has_every_verb_and_option (void)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run ("help", "--manual", NULL);
  guint n_verbs = 0;
  const KpVerb *verbs = kp_verbs_get (&n_verbs);

  g_assert_cmpint (program->status, ==, 0);
  g_assert_true (g_str_has_prefix (program->output, ".\\\" "));
  for (guint i = 0; i < n_verbs; i++)
    {
      g_autofree char *title = g_strdup_printf ("\n.SS \"%s\"\n", verbs[i].name);
      const char *begin = strstr (program->output, title);
      const char *end = begin != NULL ? strstr (begin + 1, "\n.S") : NULL;
      g_autofree char *section = NULL;

      g_assert_nonnull (end);
      section = g_strndup (begin, (gsize) (end + 1 - begin));
      if (verbs[i].takes_record)
        kp_command_tell_options (&verbs[i], check_option, (const char *[]){ program->output, section });
    }
}

/* Nothing that troff would take for an order of its own, and every minus sign one that can be copied. */
static void
test_manual_is_troff (void)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run ("help", "--manual", NULL);
  g_auto (GStrv) lines = g_strsplit (program->output, "\n", -1);

  for (guint i = 3; lines[i] != NULL; i++)
    {
      if (*lines[i] == '.')
        g_assert_true (g_regex_match_simple ("^\\.(SH \".+\"|SS \".+\"|PP|TP|nf|fi|br)$", lines[i], 0, 0));
      g_assert_false (g_regex_match_simple ("(?<!\\\\)-", lines[i], 0, 0));
      g_assert_false (g_str_has_prefix (lines[i], "'"));
    }
}

/* ---- completion ---- */

static const struct
{
  const char *path;
  const char *line; /* the last word is the one that is completed */
  const char *gives;
} completions[] = {
  { "/app/command/completion/verbs", "kaopin re", "review repost reserve restore retention" },
  { "/app/command/completion/options-of-the-verb", "kaopin reserve x.kaopin --ca", "--call --campaign" },
  { "/app/command/completion/words-of-the-verb", "kaopin import x.kaopin p", "payments physical" },
  { "/app/command/completion/words-of-an-option", "kaopin shortlist x.kaopin --cause a", "absent" },
  { "/app/command/completion/names-of-forms", "kaopin print x.kaopin tick", "tickets" },
  { "/app/command/completion/names-of-lists", "kaopin export x.kaopin breach", "breaches" },
  { "/app/command/completion/help-of-a-verb", "kaopin help wai", "waiting" },
  { "/app/command/completion/text-is-the-users-own", "kaopin shortlist x.kaopin --reason a", "" },
  { "/app/command/completion/nothing-for-an-unknown-verb", "kaopin frobnicate -", "" },
};

static void
test_completion (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autoptr (KpTestProgram) program = kp_test_program_run ("help", "--completion", NULL);
  g_autofree char *script = kp_test_folder_write (folder, "completion", program->output, -1);
  g_autofree char *order
      = g_strdup_printf (". '%s'; COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _kaopin; echo -n \"${COMPREPLY[*]}\"",
                         script, completions[i].line);
  const char *const words[] = { "bash", "-c", order, NULL };
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (errors, ==, "");
  g_assert_cmpstr (output, ==, completions[i].gives);
}

static void
test_speaks_chinese_without_a_locale (void)
{
  static const char *const plain[] = { "LC_ALL=C", "LANG=C", "LANGUAGE=", NULL };
  g_autoptr (KpTestProgram) program = kp_test_program_run_in (plain, (const char *const[]){ "help", NULL });

  kp_test_assert_contains (program->output, "劳动合同");
}

static void
test_speaks_english_when_asked (void)
{
  static const char *const english[] = { "LC_ALL=en_US.UTF-8", "LANG=en_US.UTF-8", "LANGUAGE=", NULL };
  g_autoptr (KpTestProgram) program = kp_test_program_run_in (english, (const char *const[]){ "help", NULL });

  kp_test_assert_contains (program->output, "labour contracts");
}

static void
test_version (void)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run ("--version", NULL);

  g_assert_cmpint (program->status, ==, 0);
  kp_test_assert_contains (program->output, KP_VERSION);
}

/* ---- wrong files ---- */

static void
test_record_that_is_no_record (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_write (folder, "letter.txt", "Dear committee,\n", -1);
  g_autofree char *after = NULL;
  g_autoptr (KpTestProgram) program = kp_test_program_run ("total", path, NULL);

  kp_test_program_assert_fails (program, 1, "letter.txt");
  after = kp_test_read (path, NULL);
  g_assert_cmpstr (after, ==, "Dear committee,\n");
}

static void
test_record_that_is_missing (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_dup_file (folder, "nothing.kaopin");
  g_autoptr (KpTestProgram) program = kp_test_program_run ("verify", path, NULL);

  kp_test_program_assert_fails (program, 1, "nothing.kaopin");
  kp_test_assert_no_file (path);
}

static void
test_scheme_that_is_no_scheme (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *scheme = kp_test_folder_write (folder, "scheme.json", "{\"kaopin-scheme\": 1}", -1);
  g_autofree char *path = kp_test_folder_dup_file (folder, "new.kaopin");
  g_autoptr (KpTestProgram) program = kp_test_program_run ("new", path, "--scheme", scheme, NULL);

  g_assert_cmpint (program->status, ==, 1);
  g_assert_cmpstr (program->output, ==, "");
  g_assert_true (g_str_has_prefix (program->errors, "kaopin: "));
  kp_test_assert_no_file (path);
}

static char *
make_record (const KpTestFolder *folder)
{
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  char *path = kp_test_folder_dup_file (folder, "campaign.kaopin");
  g_autoptr (KpTestProgram) program = kp_test_program_run ("new", path, "--scheme", scheme, "--json", NULL);

  g_assert_cmpstr (program->errors, ==, "");
  g_assert_cmpint (program->status, ==, 0);
  kp_test_assert_contains (program->output, "\"campaign\" : \"yunling-2026\"");
  return path;
}

static void
test_new_refuses_an_existing_file (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = make_record (folder);
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autoptr (KpTestProgram) again = kp_test_program_run ("new", path, "--scheme", scheme, NULL);

  kp_test_program_assert_fails (again, 1, "campaign.kaopin");
}

static const struct
{
  const char *path;
  const char *file;
  const char *bytes;
  gssize length;
} books[] = {
  { "/app/command/import/text-named-xlsx", "book.xlsx", "this is no workbook\n", -1 },
  { "/app/command/import/pdf", "book.xlsx", "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", -1 },
  { "/app/command/import/encrypted", "book.xlsx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0\0\0\0\0", 16 },
  { "/app/command/import/truncated", "book.xlsx", "PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", 14 },
  { "/app/command/import/empty-file", "book.csv", "", 0 },
  { "/app/command/import/heading-only", "book.csv", "天气,温度\n晴,21\n", -1 },
};

static void
test_wrong_book (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = make_record (folder);
  g_autofree char *book = kp_test_folder_write (folder, books[i].file, books[i].bytes, books[i].length);
  gsize n_before = 0;
  gsize n_after = 0;
  g_autofree char *before = kp_test_read (record, &n_before);
  g_autofree char *after = NULL;
  g_autoptr (KpTestProgram) program = kp_test_program_run ("import", record, "registrations", book, NULL);

  kp_test_program_assert_fails (program, 1, "");
  after = kp_test_read (record, &n_after);
  g_assert_cmpmem (after, n_after, before, n_before);
}

/* One refused row keeps all out; the table of verdicts and the report come all the same. */
static void
test_import_is_all_or_nothing (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = make_record (folder);
  g_autofree char *book = kp_test_dup_shipped ("real/registration-2026.xlsx");
  g_autofree char *report = kp_test_folder_dup_file (folder, "report.csv");
  g_autofree char *text = NULL;
  g_autoptr (KpTestProgram) refused =
      kp_test_program_run ("import", record, "registrations", book, "--report", report, "--json", NULL);
  g_autoptr (KpTestProgram) taken =
      kp_test_program_run ("import", record, "registrations", book, "--accept-good", "--json", NULL);
  g_autoptr (KpTestProgram) again =
      kp_test_program_run ("import", record, "registrations", book, "--accept-good", "--json", NULL);

  g_assert_cmpint (refused->status, ==, 1);
  kp_test_assert_contains (refused->output, "\"n_reject\" : 35");
  kp_test_assert_contains (refused->output, "\"n_taken\" : 0");
  text = kp_test_read (report, NULL);
  kp_test_assert_contains (text, "sheet_row,verdict,why,field,value,message");
  g_assert_cmpint (taken->status, ==, 0);
  kp_test_assert_contains (taken->output, "\"n_taken\" : 1165");
  g_assert_cmpint (again->status, ==, 0);
  kp_test_assert_contains (again->output, "\"n_taken\" : 0");
  kp_test_assert_contains (again->output, "\"n_recorded\" : 1165");
}

/* A report that can't be written keeps the rows out too: exit codes 1 and 2 mean that nothing was changed. */
static void
test_bad_report_takes_nothing (void)
{
  static const char *const reports[] = { "report.txt", "nowhere/report.csv", "" };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = make_record (folder);
  g_autofree char *book = kp_test_dup_shipped ("real/registration-2026.xlsx");

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *report = kp_test_folder_dup_file (folder, reports[i]);
      g_autoptr (KpTestProgram) program
          = kp_test_program_run ("import", record, "registrations", book, "--accept-good", "--report", report, NULL);
      g_autoptr (KpTestProgram) review = kp_test_program_run ("review", record, "--auto", NULL);

      g_assert_cmpint (program->status, !=, 0);
      g_assert_cmpint (review->status, ==, 1);
    }
}

#define CELL(text) "<c t=\"str\"><v>" text "</v></c>"
#define LIST(id_number)                                                                                      \
  "<row>" CELL ("姓名") CELL ("身份证号") CELL ("岗位代码") "</row><row>" CELL ("张三") CELL (id_number)           \
      CELL ("A01") "</row>"

/* A second list may be an old copy, so the exit code stays; but nobody shall believe that all was read. */
static void
test_other_sheets_are_named (void)
{
  static const char *const english[] = { "LC_ALL=en_US.UTF-8", "LANG=en_US.UTF-8", "LANGUAGE=", NULL };
  const KpTestBook made = { .rows = LIST ("130609200506199818"),
                            .name = "城关街道",
                            .second_rows = LIST ("130609199103150010"),
                            .second_name = "南关街道" };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = make_record (folder);
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  g_autofree char *book = kp_test_folder_write (folder, "book.xlsx", g_bytes_get_data (bytes, NULL),
                                                (gssize) g_bytes_get_size (bytes));
  g_autoptr (KpTestProgram) first = kp_test_program_run ("import", record, "registrations", book, "--json", NULL);
  g_autoptr (KpTestProgram) told = kp_test_program_run_in (
      english, (const char *const[]){ "import", record, "registrations", book, NULL });
  g_autoptr (KpTestProgram) second = kp_test_program_run ("import", record, "registrations", book, "--sheet",
                                                          "南关街道", "--json", NULL);

  g_assert_cmpint (first->status, ==, 0);
  kp_test_assert_contains (first->output, "\"sheet\" : \"城关街道\"");
  kp_test_assert_contains (first->output, "\"other_sheets\" : [\n    \"南关街道\"\n  ]");
  kp_test_assert_contains (first->output, "\"n_taken\" : 1");
  g_assert_cmpint (told->status, ==, 0);
  kp_test_assert_contains (told->output, "Only the sheet “城关街道” was read");
  kp_test_assert_contains (told->output, "“南关街道”");
  kp_test_assert_contains (told->output, "--sheet");
g_assert_cmpint (second->status, ==, 0);
  kp_test_assert_contains (second->output, "\"n_taken\" : 1");
}

/* ---- the whole way by verbs, as far as the draw of seats ---- */

static void
test_seats_by_verbs (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = make_record (folder);
  g_autofree char *book = kp_test_dup_shipped ("real/registration-2026.xlsx");
  g_autofree char *json = kp_test_folder_dup_file (folder, "draw.json");
  g_autoptr (KpTestProgram) imported =
      kp_test_program_run ("import", record, "registrations", book, "--accept-good", NULL);
  g_autoptr (KpTestProgram) reviewed = kp_test_program_run ("review", record, "--auto", "--json", NULL);
  g_autoptr (KpTestProgram) opened = kp_test_program_run ("seat", record, "--commit", "--source", "现场摇号", "--json", NULL);
  g_autoptr (KpTestProgram) early = kp_test_program_run_in (
      (const char *const[]){ "LC_ALL=en_US.UTF-8", "LANG=en_US.UTF-8", "LANGUAGE=", NULL },
      (const char *const[]){ "seat", record, "--commit", "--source", "现场摇号", NULL });
  const guint n_reposted = kp_test_program_repost (record, "A01");
  g_autoptr (KpTestProgram) uncommitted = kp_test_program_run ("seat", record, "--public", "271828", NULL);
  g_autoptr (KpTestProgram) committed
      = kp_test_program_run ("seat", record, "--commit", "--source", "现场摇号", "--json", NULL);
  g_autoptr (KpTestProgram) seated =
      kp_test_program_run ("seat", record, "--public", "271828", "--json", NULL);
  g_autoptr (KpTestProgram) again = kp_test_program_run ("seat", record, "--public", "314159", NULL);
  g_autoptr (KpTestProgram) shown = kp_test_program_run ("draw", record, "--show", "seats", "--json", NULL);
  g_autoptr (KpTestProgram) replayed = NULL;
  g_autoptr (KpTestProgram) verified = kp_test_program_run ("verify", record, "--json", NULL);

  g_assert_cmpint (imported->status, ==, 0);
  kp_test_assert_contains (reviewed->output, "\"applications\" : 1165");
  kp_test_assert_contains (opened->output, "\"repost_until\" : \"20");
  g_assert_null (strstr (opened->output, "\"commitment\""));
  kp_test_program_assert_fails (early, 1, "may choose another post until");
  g_assert_cmpuint (n_reposted, >, 0);
  kp_test_assert_contains (committed->output, "\"commitment\" : ");
  kp_test_assert_contains (seated->output, "\"public\" : \"271828\"");
  kp_test_program_assert_fails (uncommitted, 1, "--commit");
  g_assert_cmpint (again->status, ==, 1);
  kp_test_assert_contains (again->errors, "271828");
  kp_test_assert_contains (shown->output, "\"source\" : \"现场摇号\"");
  g_file_set_contents (json, shown->output, -1, NULL);
  replayed = kp_test_program_run ("verify", json, NULL);
  g_assert_cmpint (replayed->status, ==, 0);
  g_assert_cmpint (verified->status, ==, 0);
  kp_test_assert_contains (verified->output, "\"sound\" : true");
}

/* 成都 2012: a list for the interview went out with columns that nobody could have filled yet. */
static void
test_no_list_before_its_step (void)
{
  static const char *const lists[] = { "tickets", "marks", "shortlist", "interview", "totals", "publicity", "contracts" };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = make_record (folder);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *name = g_strconcat (lists[i], ".csv", NULL);
      g_autofree char *out = kp_test_folder_dup_file (folder, name);
      g_autoptr (KpTestProgram) exported = kp_test_program_run ("export", record, lists[i], "--csv", out, NULL);

      kp_test_program_assert_fails (exported, 1, "不能导出");
      g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
    }
}

/* ---- draws without a record ---- */

#define VECTOR(last)                                                                                         \
  "{\"purpose\": \"interview-order:A01\", \"items\": [\"001\", \"002\", \"003\", \"004\", \"005\", "         \
  "\"006\", \"007\", "                                                                                       \
  "\"008\", \"009\", \"010\"], \"list\": \"%s\", \"commitment\": \"%s\", \"nonce\": "                        \
  "\"0000000000000000000000000000000000000000000000000000000000000000\", \"public\": \"3141592653\", "       \
  "\"result\": "                                                                                             \
  "[\"010\", \"003\", \"001\", \"009\", \"005\", \"007\", \"006\", \"002\", " last "]}"

static KpTestProgram *
verify_vector (const char *format)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *list = g_compute_checksum_for_string (
      G_CHECKSUM_SHA256, "001\n002\n003\n004\n005\n006\n007\n008\n009\n010", -1);
  const guchar nonce[32] = { 0 };
  g_autofree char *commitment = g_compute_checksum_for_data (G_CHECKSUM_SHA256, nonce, sizeof nonce);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 3);
  g_autofree char *text = g_strconcat (parts[0], list, parts[1], commitment, parts[2], NULL);
  g_autofree char *path = kp_test_folder_write (folder, "draw.json", text, -1);

  return kp_test_program_run ("verify", path, NULL);
}

static void
test_verify_draw (void)
{
  g_autoptr (KpTestProgram) yes = verify_vector (VECTOR ("\"004\", \"008\""));
  g_autoptr (KpTestProgram) no = verify_vector (VECTOR ("\"008\", \"004\""));
  g_autoptr (KpTestProgram) broken = verify_vector (VECTOR ("\"004\""));

  g_assert_cmpint (yes->status, ==, 0);
  g_assert_cmpint (no->status, ==, 1);
  kp_test_assert_contains (no->output, "004");
  g_assert_cmpint (broken->status, ==, 1);
}

static void
test_verify_refuses_other_json (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_write (folder, "other.json", "{\"purpose\": 1}", -1);
  g_autoptr (KpTestProgram) program = kp_test_program_run ("verify", path, NULL);

  kp_test_program_assert_fails (program, 1, "other.json");
}

static void
add_tables (void)
{
  guint n_verbs = 0;
  const KpVerb *verbs = kp_verbs_get (&n_verbs);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_test_add_data_func (wrong[i].path, GUINT_TO_POINTER (i), test_wrong_words);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    g_test_add_data_func (books[i].path, GUINT_TO_POINTER (i), test_wrong_book);
  for (guint i = 0; i < G_N_ELEMENTS (completions); i++)
    g_test_add_data_func (completions[i].path, GUINT_TO_POINTER (i), test_completion);
  for (guint i = 0; i < n_verbs; i++)
    {
      g_autofree char *path = g_strconcat ("/app/command/help/", verbs[i].name, NULL);

      g_test_add_data_func (path, &verbs[i], test_help_of_verb);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_tables ();
  g_test_add_func ("/app/command/help/lists-every-verb", test_help_lists_every_verb);
  g_test_add_func ("/app/command/help/names-what-a-verb-takes", test_help_names_what_a_verb_takes);
  g_test_add_func ("/app/command/manual/has-every-verb-and-option", test_manual_has_every_verb_and_option);
  g_test_add_func ("/app/command/manual/is-troff", test_manual_is_troff);
  g_test_add_func ("/app/command/speaks-chinese-without-a-locale", test_speaks_chinese_without_a_locale);
  g_test_add_func ("/app/command/speaks-english-when-asked", test_speaks_english_when_asked);
  g_test_add_func ("/app/command/version", test_version);
  g_test_add_func ("/app/command/record/that-is-no-record", test_record_that_is_no_record);
  g_test_add_func ("/app/command/record/that-is-missing", test_record_that_is_missing);
  g_test_add_func ("/app/command/new/scheme-that-is-no-scheme", test_scheme_that_is_no_scheme);
  g_test_add_func ("/app/command/new/refuses-an-existing-file", test_new_refuses_an_existing_file);
  g_test_add_func ("/app/command/import/bad-report-takes-nothing", test_bad_report_takes_nothing);
  g_test_add_func ("/app/command/import/is-all-or-nothing", test_import_is_all_or_nothing);
  g_test_add_func ("/app/command/import/other-sheets-are-named", test_other_sheets_are_named);
  g_test_add_func ("/app/command/seats-by-verbs", test_seats_by_verbs);
  g_test_add_func ("/app/command/verify/draw", test_verify_draw);
  g_test_add_func ("/audit/no-list-before-its-step", test_no_list_before_its_step);
  g_test_add_func ("/app/command/verify/refuses-other-json", test_verify_refuses_other_json);
  return g_test_run ();
}
