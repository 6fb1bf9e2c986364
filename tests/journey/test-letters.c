/* test-letters.c – the letters of the sample campaign: one to each whom it concerns, and nobody behind a sealed number.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-press.h"
#include "kp-test-program.h"
#include "kp-test.h"

typedef struct
{
  KpTestFolder *folder;
} Demo;

static char *
query (const char *record, const char *sql)
{
  return g_strstrip (kp_test_run ((const char *const[]){ "sqlite3", record, sql, NULL }, NULL));
}

static char *
dup_record (const Demo *demo)
{
  return kp_test_folder_dup_file (demo->folder, "demo.kaopin");
}

static char *
dup_text (const char *folder, KpPressForm form)
{
  g_autofree char *name = kp_press_form_dup_file_name (form);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return kp_test_run ((const char *const[]){ "pdftotext", "-raw", path, "-", NULL }, NULL);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

typedef struct
{
  KpPressForm form;
  const char *title; /* stands on its own line once in each letter */
  const char *sql;   /* how many it concerns */
} Case;

static const Case cases[] = {
  { KP_PRESS_LETTER_UNQUALIFIED, "\n资审〔2026〕", "SELECT count(*) FROM application WHERE review = 'fail'" },
  { KP_PRESS_LETTER_INTERVIEW, "\n面试〔2026〕", "SELECT count(*) FROM shortlist WHERE outcome IN ('enters', 'enters-tied', "
                                                 "'substitute', 'direct', 'exempt')" },
  { KP_PRESS_LETTER_SUBSTITUTE, "\n递补〔2026〕", "SELECT count(DISTINCT application) FROM fitness WHERE round > 0" },
  { KP_PRESS_LETTER_MARK, "面试成绩通知单\n", "SELECT count(*) FROM hearing" },
  { KP_PRESS_LETTER_PHYSICAL, "\n体检〔2026〕", "SELECT count(*) FROM fitness WHERE kind = 'physical'" },
  { KP_PRESS_LETTER_HIRE, "\n聘通〔2026〕", "SELECT count(*) FROM contract" },
};

typedef struct
{
  const Demo *demo;
  const Case *row;
} CaseOfDemo;

static void
test_one_to_each (gconstpointer data)
{
  const CaseOfDemo *given = data;
  g_autofree char *record = dup_record (given->demo);
  g_autofree char *text = dup_text (given->demo->folder->path, given->row->form);
  g_autofree char *n = query (record, given->row->sql);

  g_assert_cmpuint (count (text, given->row->title), ==, g_ascii_strtoull (n, NULL, 10));
}

static char *
seal (const Demo *demo, KpTestFolder *folder)
{
  g_autofree char *record = dup_record (demo);
  char *copy = kp_test_folder_dup_file (folder, "sealed.kaopin");

  g_free (kp_test_run ((const char *const[]){ "sqlite3", record, "-cmd", "PRAGMA wal_checkpoint", NULL }, NULL));
  g_free (kp_test_run ((const char *const[]){ "cp", record, copy, NULL }, NULL));
  g_free (query (copy, "DELETE FROM room_opening"));
  return copy;
}

/* Before the opening neither name nor ticket, nor an order that follows the registrations (domain.md §20). */
static void
test_sealed_marks (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = seal (demo, folder);
  g_autoptr (KpTestProgram) program = kp_test_program_run ("print", record, "letter-mark", "--out", folder->path, NULL);
  g_autofree char *text = NULL;
  g_autofree char *people = query (record, "SELECT name || char(10) || coalesce(ticket, '无') FROM hearing JOIN application "
                                           "USING (application) JOIN person USING (person) LEFT JOIN seat USING (application)");
  g_auto (GStrv) words = g_strsplit (people, "\n", -1);
  const char *first;

  g_assert_cmpint (program->status, ==, 0);
  text = dup_text (folder->path, KP_PRESS_LETTER_MARK);
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_str_equal (words[i], "无"))
      g_assert_null (strstr (text, words[i]));
  first = strstr (text, "第1考场 第1号考生：");
  g_assert_nonnull (first);
  g_assert_true (first < strstr (text, "第1考场 第2号考生："));
}

/* A ticket doesn't open a sealed letter; room and number do. */
static void
test_sealed_only (gconstpointer data)
{
  const Demo *demo = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = seal (demo, folder);
  g_autofree char *ticket = query (record, "SELECT ticket FROM seat JOIN hearing USING (application) LIMIT 1");
  g_autoptr (KpTestProgram) by_ticket =
      kp_test_program_run ("print", record, "letter-mark", "--out", folder->path, "--only", ticket, NULL);
  g_autoptr (KpTestProgram) by_number =
      kp_test_program_run ("print", record, "letter-mark", "--out", folder->path, "--only", "1-2", NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (by_ticket->status, ==, 1);
  g_assert_cmpint (by_number->status, ==, 0);
  text = dup_text (folder->path, KP_PRESS_LETTER_MARK);
  g_assert_cmpuint (count (text, "面试成绩通知单\n"), ==, 1);
  kp_test_assert_contains (text, "第1考场 第2号考生：");
}

int
main (int argc, char **argv)
{
  Demo demo;
  g_autoptr (KpTestProgram) program = NULL;
  CaseOfDemo given[G_N_ELEMENTS (cases)];
  int status;

  g_test_init (&argc, &argv, NULL);
  demo.folder = kp_test_folder_new ();
  program = kp_test_program_run ("demo", demo.folder->path, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/journey/letters/one-to-each/", kp_press_form_get_name (cases[i].form), NULL);

      given[i] = (CaseOfDemo){ &demo, &cases[i] };
      g_test_add_data_func (path, &given[i], test_one_to_each);
    }
  g_test_add_data_func ("/journey/letters/sealed-marks-are-nameless", &demo, test_sealed_marks);
  g_test_add_data_func ("/journey/letters/sealed-marks-by-number-alone", &demo, test_sealed_only);
  status = g_test_run ();
  kp_test_folder_free (demo.folder);
  return status;
}
