/* test-papers.c – the papers of the sample campaign held against its record: what holds, what is void, what was changed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-press.h"
#include "kp-test-program.h"
#include "kp-test.h"

typedef struct
{
  KpTestFolder *folder;
  char *record;
} Demo;

static char *
dup_paper (const Demo *demo, KpPressForm form)
{
  g_autofree char *name = kp_press_form_dup_file_name (form);

  return g_build_filename (demo->folder->path, name, NULL);
}

/* The first check code in a PDF's text. */
static char *
dup_code (const Demo *demo, KpPressForm form)
{
  g_autofree char *path = dup_paper (demo, form);
  g_autofree char *text = kp_test_run ((const char *const[]){ "pdftotext", "-raw", path, "-", NULL }, NULL);
  const char *code = strstr (text, "校验码 ");

  g_assert_nonnull (code);
  code += strlen ("校验码 ");
  return g_strndup (code, strcspn (code, "\n"));
}

static void
assert_state (const char *record, const char *paper, const char *state, int status)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run ("verify", record, "--paper", paper, "--json", NULL);
  g_autofree char *member = g_strdup_printf ("\"state\" : \"%s\"", state);

  kp_test_assert_contains (program->output, member);
  g_assert_cmpint (program->status, ==, status);
}

/* ---- what holds ---- */

typedef struct
{
  KpPressForm form;
  const char *state;
  gboolean has_code;
} Case;

static const Case cases[] = {
  { KP_PRESS_NOTICE, "current", TRUE },
  { KP_PRESS_TICKETS, "current", TRUE },
  { KP_PRESS_DOORS, "not-compared", FALSE },
  { KP_PRESS_DESKS, "not-compared", FALSE },
  { KP_PRESS_SIGN_IN, "current", TRUE },
  { KP_PRESS_SEATS, "not-compared", FALSE },
  { KP_PRESS_MARKS, "current", TRUE },
  { KP_PRESS_SHORTLIST, "current", TRUE },
  { KP_PRESS_DRAWS, "current", TRUE },
  { KP_PRESS_PANELS, "current", TRUE },
  { KP_PRESS_INTERVIEW_SIGN_IN, "current", TRUE },
  { KP_PRESS_INTERVIEW, "current", TRUE },
  { KP_PRESS_TOTALS, "current", TRUE },
  { KP_PRESS_PUBLICITY, "current", TRUE },
  { KP_PRESS_CONTRACTS, "current", TRUE },
  { KP_PRESS_INCIDENT_RECORDS, "current", TRUE },
  { KP_PRESS_INCIDENT_NOTICES, "current", TRUE },
  { KP_PRESS_INCIDENT_DECISIONS, "current", TRUE },
  { KP_PRESS_INCIDENT_LIST, "current", TRUE },
  { KP_PRESS_LETTER_UNQUALIFIED, "current", TRUE },
  { KP_PRESS_LETTER_MARK, "current", TRUE },
  { KP_PRESS_LETTER_HIRE, "current", TRUE },
  { KP_PRESS_ROOM_REPORTS, "current", TRUE },
  { KP_PRESS_SCORE_SHEETS, "current", TRUE },
  { KP_PRESS_SCORE_FORMS, "current", TRUE },
  { KP_PRESS_STRUCTURE, "current", TRUE },
  { KP_PRESS_JOURNAL, "current", TRUE },
  { KP_PRESS_LETTER_WAIVER, "current", TRUE },
  { KP_PRESS_LETTER_RENEW, "current", TRUE },
};

typedef struct
{
  const Demo *demo;
  const Case *row;
} CaseOfDemo;

static void
test_file (gconstpointer data)
{
  const CaseOfDemo *given = data;
  g_autofree char *path = dup_paper (given->demo, given->row->form);

  assert_state (given->demo->record, path, given->row->state, 0);
}

static void
test_code (gconstpointer data)
{
  const CaseOfDemo *given = data;
  g_autofree char *code = dup_code (given->demo, given->row->form);

  assert_state (given->demo->record, code, "current", 0);
}

static char *
dup_copy (const Demo *demo, KpTestFolder *folder, const char *sql)
{
  char *copy = kp_test_folder_dup_file (folder, "copy.kaopin");

  g_free (kp_test_run ((const char *const[]){ "sqlite3", demo->record, "-cmd", "PRAGMA wal_checkpoint", NULL }, NULL));
  g_free (kp_test_run ((const char *const[]){ "cp", demo->record, copy, NULL }, NULL));
  g_free (kp_test_run ((const char *const[]){ "sqlite3", copy, sql, NULL }, NULL));
  return copy;
}

/* Neither a name nor an ID number can be read from a code; nor be found by trying, as its digest has a key. */
static void
test_nobody_is_in_a_code (gconstpointer data)
{
  const Demo *demo = data;
  g_autofree char *code = dup_code (demo, KP_PRESS_TICKETS);
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *copy = dup_copy (demo, folder, "SELECT 1");
  g_autoptr (KpTestProgram) people = kp_test_program_run ("export", copy, "registrations", "--csv", "-", NULL);
  g_auto (GStrv) words = g_strsplit_set (people->output, ",\r\n", -1);
  guint n_numbers = 0;

  g_assert_cmpint (people->status, ==, 0);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const gboolean is_number = strlen (words[i]) == 18 && strspn (words[i], "0123456789X") == 18;
      const gboolean is_name = g_utf8_strlen (words[i], -1) >= 2 && !g_ascii_isalnum (*words[i]);

      n_numbers += is_number;
      if (is_number || is_name)
        g_assert_null (strstr (code, words[i]));
    }
  g_assert_cmpuint (n_numbers, >, 1000);
}

static char *
count_exports (const char *record)
{
  static const char sql[] = "SELECT count(*) FROM journal WHERE step = 'export'";

  return g_strstrip (kp_test_run ((const char *const[]){ "sqlite3", record, sql, NULL }, NULL));
}

/* Who takes ID numbers out of the house stands in the journal; who takes a masked list out doesn't. */
static void
test_export_is_told (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *copy = dup_copy (demo, folder, "SELECT 1");
  g_autoptr (KpTestProgram) masked = kp_test_program_run ("export", copy, "tickets", "--csv", "-", NULL);
  g_autofree char *before = count_exports (copy);
  g_autoptr (KpTestProgram) full = kp_test_program_run ("export", copy, "registrations", "--csv", "-", NULL);
  g_autofree char *after = count_exports (copy);
  g_autoptr (KpTestProgram) sound = kp_test_program_run ("verify", copy, NULL);

  g_assert_cmpint (masked->status, ==, 0);
  g_assert_cmpint (full->status, ==, 0);
  g_assert_cmpstr (before, ==, "0");
  g_assert_cmpstr (after, ==, "1");
  g_assert_cmpint (sound->status, ==, 0);
}

/* ---- what doesn't ---- */

#define VOIDED "INSERT INTO voided_list SELECT campaign, 'totals', 1, 'correction', 1, '2026-05-02T09:00:00+08:00' FROM campaign"

static void
test_void (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *copy = dup_copy (demo, folder, VOIDED);
  g_autofree char *path = dup_paper (demo, KP_PRESS_TOTALS);
  g_autofree char *code = dup_code (demo, KP_PRESS_TOTALS);
  g_autoptr (KpTestProgram) program = kp_test_program_run ("verify", copy, "--paper", code, "--json", NULL);

  assert_state (copy, path, "void", 1);
  g_assert_cmpint (program->status, ==, 1);
  kp_test_assert_contains (program->output, "\"void_since\" : \"2026年5月2日\"");
  kp_test_assert_contains (program->output, "\"current_edition\" : 2");
}

/* A list of which a row is another now, without a new edition: nobody must take the paper for the record's. */
static void
test_other (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *copy = dup_copy (demo, folder, "UPDATE shortlist SET written = written - 1 WHERE place = 1");
  g_autofree char *path = dup_paper (demo, KP_PRESS_MARKS);
  g_autofree char *code = dup_code (demo, KP_PRESS_MARKS);

  assert_state (copy, path, "other", 1);
  assert_state (copy, code, "other", 1);
}

/* The same scheme, but another record: it has another key. */
static void
test_other_record (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = kp_test_folder_dup_file (folder, "other.kaopin");
  g_autofree char *scheme = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *path = dup_paper (demo, KP_PRESS_NOTICE);
  g_autoptr (KpTestProgram) program = kp_test_program_run ("new", record, "--scheme", scheme, NULL);

  g_assert_cmpint (program->status, ==, 0);
  assert_state (record, path, "changed", 1);
}

/* A backup of the time before the file was printed: its journal doesn't know the state that the file is of. */
static void
test_earlier_record (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *copy
      = dup_copy (demo, folder, "DROP TRIGGER journal_loses_no_row; DELETE FROM journal WHERE seq > 100");
  g_autofree char *path = dup_paper (demo, KP_PRESS_NOTICE);

  assert_state (copy, path, "unknown", 1);
}

typedef struct
{
  const char *name;
  const char *from; /* first one in the file */
  const char *to;   /* as long */
} Change;

static const Change changes[] = {
  { "title", "/Creator (Kaopin)", "/Creator (kaopin)" },
  { "seal", "/KaopinSeal <", "/KaopinSeat <" },
  { "behind-the-end", NULL, "\n" },
};

typedef struct
{
  const Demo *demo;
  const Change *row;
} ChangeOfDemo;

static char *
find (char *bytes, gsize n, const char *word)
{
  for (gsize i = 0; i + strlen (word) <= n; i++)
    if (memcmp (bytes + i, word, strlen (word)) == 0)
      return bytes + i;
  return NULL;
}

static void
test_changed (gconstpointer data)
{
  const ChangeOfDemo *given = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = dup_paper (given->demo, KP_PRESS_SHORTLIST);
  g_autofree char *copy = kp_test_folder_dup_file (folder, "copy.pdf");
  gsize n = 0;
  g_autofree char *bytes = kp_test_read (path, &n);
  g_autoptr (GByteArray) changed = g_byte_array_new ();
  char *at = given->row->from != NULL ? find (bytes, n, given->row->from) : NULL;

  g_assert_true (given->row->from == NULL || at != NULL);
  if (at != NULL)
    memcpy (at, given->row->to, strlen (given->row->to));
  g_byte_array_append (changed, (const guint8 *)bytes, (guint)n);
  if (at == NULL)
    g_byte_array_append (changed, (const guint8 *)given->row->to, (guint)strlen (given->row->to));
  g_assert_true (g_file_set_contents (copy, (const char *)changed->data, (gssize)changed->len, NULL));
  assert_state (given->demo->record, copy, "changed", 1);
}

/* Saved anew by another program: the same pages, other bytes. */
static void
test_saved_anew (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = dup_paper (demo, KP_PRESS_SHORTLIST);
  g_autofree char *copy = kp_test_folder_dup_file (folder, "copy.pdf");

  g_free (kp_test_run ((const char *const[]){ "qpdf", "--object-streams=generate", path, copy, NULL }, NULL));
  assert_state (demo->record, copy, "changed", 1);
}

/* A register is true as of its day when more is recorded; changed, it is as untrue as any other paper. */
static void
test_register_grows (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = dup_paper (demo, KP_PRESS_JOURNAL);
  g_autofree char *record = kp_test_folder_dup_file (folder, "copy.kaopin");
  g_autofree char *copy = kp_test_folder_dup_file (folder, "copy.pdf");
  g_autofree char *code = dup_code (demo, KP_PRESS_JOURNAL);
  g_autoptr (KpTestProgram) recorded = NULL;

  g_free (kp_test_run ((const char *const[]){ "cp", demo->record, record, NULL }, NULL));
  assert_state (record, path, "current", 0);
  recorded = kp_test_program_run ("file", record, "01劳合〔2026〕0001号", "--take", "id", "--document", "柜甲-2", NULL);
  g_assert_cmpint (recorded->status, ==, 0);
  assert_state (record, path, "grown", 0);
  assert_state (record, code, "other", 1);
  g_free (kp_test_run ((const char *const[]){ "qpdf", "--object-streams=generate", path, copy, NULL }, NULL));
  assert_state (record, copy, "changed", 1);
}

/* What changes a record past its journal can't call the paper that shows it grown. */
static void
test_register_is_denied (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *copy = dup_copy (demo, folder, "UPDATE contract SET ends = date(ends, '+1 day')");
  g_autofree char *path = dup_paper (demo, KP_PRESS_STAFF);

  assert_state (demo->record, path, "current", 0);
  assert_state (copy, path, "denied", 1);
}

/* What a file lacks is due one day and wasn't the day before. The record goes no further than the contracts: its own time, which
   no clock takes back, lies before both days. */
static void
test_register_goes_by_day (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autoptr (KpTestProgram) made = kp_test_program_run ("demo", folder->path, "--until", "hire", NULL);
  g_autofree char *record = kp_test_folder_dup_file (folder, "demo.kaopin");
  g_autoptr (KpTestProgram) printed = kp_test_program_run_at (
      "2026-07-02", (const char *const[]){ "print", record, "files", "--out", folder->path, NULL });
  g_autofree char *name = kp_press_form_dup_file_name (KP_PRESS_FILES);
  g_autofree char *path = kp_test_folder_dup_file (folder, name);

  g_assert_cmpint (made->status, ==, 0);
  g_assert_cmpint (printed->status, ==, 0);
  assert_state (record, path, "grown", 0);
}

static void
test_locked (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = dup_paper (demo, KP_PRESS_SHORTLIST);
  g_autofree char *copy = kp_test_folder_dup_file (folder, "copy.pdf");
  g_autoptr (KpTestProgram) program = NULL;

  g_free (kp_test_run ((const char *const[]){ "qpdf", "--encrypt", "a", "b", "256", "--", path, copy, NULL }, NULL));
  program = kp_test_program_run ("verify", demo->record, "--paper", copy, NULL);
  g_assert_cmpint (program->status, ==, 1);
  g_assert_true (g_str_has_prefix (program->errors, "kaopin: "));
  g_assert_null (strstr (program->output, "sound"));
}

typedef struct
{
  const char *name;
  const char *paper;
  const char *state;
} Typed;

/* The digits at the end fit. */
static const Typed typed[] = {
  { "foreign", "marks:elsewhere-2026::1:0123456789abcdef:%02u", "foreign" },
  { "no-such-number", "tickets:yunling-2026:99999999999:1:0123456789abcdef:%02u", "unknown" },
  { "no-such-edition", "marks:yunling-2026::7:0123456789abcdef:%02u", "unknown" },
  { "no-such-form", "medals:yunling-2026::1:0123456789abcdef:%02u", "unknown" },
  { "made-up", "marks:yunling-2026::1:0123456789abcdef:%02u", "other" },
  { "sealed", "secret:yunling-2026:P1-001:1:0123456789abcdef:%02u", "sealed" },
  { "wrong-check", "marks:yunling-2026::1:0123456789abcdef:%02u", "mistyped" },
  { "not-a-code", "26010100101", "no-code" },
};

typedef struct
{
  const Demo *demo;
  const Typed *row;
} TypedOfDemo;

static char *
dup_with_check (const char *body, gboolean is_right)
{
  const char *end = strrchr (body, ':');
  guint rest = 0;

  if (end == NULL)
    return g_strdup (body);
  for (const char *c = body; c < end; c++)
    rest = (rest * 256 + (guchar)*c) % 97;
  return g_strdup_printf ("%.*s:%02u", (int)(end - body), body, is_right ? rest : (rest + 1) % 97);
}

static void
test_typed (gconstpointer data)
{
  const TypedOfDemo *given = data;
  g_autofree char *paper = dup_with_check (given->row->paper, !g_str_equal (given->row->state, "mistyped"));

  assert_state (given->demo->record, paper, given->row->state, 1);
}

/* ---- for the web page ---- */

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

/* Page, workbook and paper have the same rows; and of a masked list no name in full. */
static void
test_web (gconstpointer data)
{
  const CaseOfDemo *given = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  const char *name = kp_press_form_get_name (given->row->form);
  g_autoptr (KpTestProgram) program
      = kp_test_program_run ("print", given->demo->record, name, "--out", folder->path, "--web", NULL);
  g_autofree char *pdf_name = kp_press_form_dup_file_name (given->row->form);
  g_autofree char *pdf = kp_test_folder_dup_file (folder, pdf_name);
  g_autofree char *stem = g_strndup (pdf, strlen (pdf) - strlen (".pdf"));
  g_autofree char *html_path = g_strconcat (stem, ".html", NULL);
  g_autofree char *xlsx_path = g_strconcat (stem, ".xlsx", NULL);
  g_autofree char *html = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) cells = NULL;

  g_assert_cmpint (program->status, ==, 0);
  g_assert_true (g_file_test (xlsx_path, G_FILE_TEST_IS_REGULAR));
  html = kp_test_read (html_path, NULL);
  text = kp_test_run ((const char *const[]){ "pdftotext", "-raw", pdf, "-", NULL }, NULL);
  cells = g_strsplit (html, "<tr><td>", -1);
  g_assert_cmpuint (g_strv_length (cells), >, 1);
  for (guint i = 1; cells[i] != NULL; i++)
    {
      const char *second = strstr (cells[i], "<td>") + strlen ("<td>");
      g_autofree char *cell = g_strndup (second, strcspn (second, "<"));

      kp_test_assert_contains (text, cell);
    }
  g_assert_cmpuint (count (html, "scope=\"col\""), >=, 5);
  if (given->row->form != KP_PRESS_PUBLICITY)
    {
      g_autofree char *people = kp_test_run ((const char *const[]){ "sqlite3", given->demo->record,
                                                                    "SELECT name FROM person WHERE length(name) > 2", NULL },
                                             NULL);
      g_auto (GStrv) names = g_strsplit (g_strstrip (people), "\n", -1);

      for (guint i = 0; names[i] != NULL; i++)
        g_assert_null (strstr (html, names[i]));
    }
}

/* A ticket, a contract, a list of the office: none of them ever gets onto a page. */
static void
test_not_for_the_web (gconstpointer data)
{
  const Demo *demo = data;
  static const char *const names[] = { "tickets", "contracts", "interview", "incident-list", "sign-in" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
      g_autoptr (KpTestProgram) program
          = kp_test_program_run ("print", demo->record, names[i], "--out", folder->path, "--web", NULL);
      g_autoptr (GDir) dir = g_dir_open (folder->path, 0, NULL);

      g_assert_cmpint (program->status, ==, 1);
      g_assert_null (g_dir_read_name (dir));
    }
}

/* The archive's form of a paper is sealed, too, and the same each time. */
static void
test_archive (gconstpointer data)
{
  const Demo *demo = data;
  g_autofree char *first = NULL;
  gsize n_first = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
      g_autoptr (KpTestProgram) program
          = kp_test_program_run ("print", demo->record, "shortlist", "--out", folder->path, "--archive", NULL);
      g_autofree char *name = kp_press_form_dup_file_name (KP_PRESS_SHORTLIST);
      g_autofree char *path = kp_test_folder_dup_file (folder, name);
      gsize n = 0;
      g_autofree char *bytes = NULL;

      g_assert_cmpint (program->status, ==, 0);
      bytes = kp_test_read (path, &n);
      assert_state (demo->record, path, "current", 0);
      if (i > 0)
        g_assert_cmpmem (bytes, n, first, n_first);
      n_first = n;
      g_free (first);
      first = g_steal_pointer (&bytes);
    }
}

static void
add_cases (const Demo *demo, CaseOfDemo *given)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *name = kp_press_form_get_name (cases[i].form);
      g_autofree char *file = g_strconcat ("/journey/papers/file/", name, NULL);
      g_autofree char *code = g_strconcat ("/journey/papers/code/", name, NULL);
      g_autofree char *web = g_strconcat ("/journey/papers/web/", name, NULL);

      given[i] = (CaseOfDemo){ demo, &cases[i] };
      g_test_add_data_func (file, &given[i], test_file);
      if (cases[i].has_code)
        g_test_add_data_func (code, &given[i], test_code);
      if (kp_press_form_is_published (cases[i].form))
        g_test_add_data_func (web, &given[i], test_web);
    }
}

static void
add_faults (const Demo *demo, ChangeOfDemo *changed, TypedOfDemo *given)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/journey/papers/changed/", changes[i].name, NULL);

      changed[i] = (ChangeOfDemo){ demo, &changes[i] };
      g_test_add_data_func (path, &changed[i], test_changed);
    }
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *path = g_strconcat ("/journey/papers/typed/", typed[i].name, NULL);

      given[i] = (TypedOfDemo){ demo, &typed[i] };
      g_test_add_data_func (path, &given[i], test_typed);
    }
}

int
main (int argc, char **argv)
{
  Demo demo;
  CaseOfDemo held[G_N_ELEMENTS (cases)];
  ChangeOfDemo changed[G_N_ELEMENTS (changes)];
  TypedOfDemo given[G_N_ELEMENTS (typed)];
  g_autoptr (KpTestProgram) program = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  demo.folder = kp_test_folder_new ();
  demo.record = kp_test_folder_dup_file (demo.folder, "demo.kaopin");
  program = kp_test_program_run ("demo", demo.folder->path, NULL);
  add_cases (&demo, held);
  add_faults (&demo, changed, given);
  g_test_add_data_func ("/journey/papers/nobody-is-in-a-code", &demo, test_nobody_is_in_a_code);
  g_test_add_data_func ("/journey/papers/export-is-told", &demo, test_export_is_told);
  g_test_add_data_func ("/journey/papers/void", &demo, test_void);
  g_test_add_data_func ("/journey/papers/other", &demo, test_other);
  g_test_add_data_func ("/journey/papers/other-record", &demo, test_other_record);
  g_test_add_data_func ("/journey/papers/earlier-record", &demo, test_earlier_record);
  g_test_add_data_func ("/journey/papers/saved-anew", &demo, test_saved_anew);
  g_test_add_data_func ("/journey/papers/register-grows", &demo, test_register_grows);
  g_test_add_data_func ("/journey/papers/register-is-denied", &demo, test_register_is_denied);
  g_test_add_func ("/journey/papers/register-goes-by-day", test_register_goes_by_day);
  g_test_add_data_func ("/journey/papers/locked", &demo, test_locked);
  g_test_add_data_func ("/journey/papers/not-for-the-web", &demo, test_not_for_the_web);
  g_test_add_data_func ("/journey/papers/archive", &demo, test_archive);
  status = g_test_run ();
  g_free (demo.record);
  kp_test_folder_free (demo.folder);
  return status;
}
