/* test-two-clerks.c – two clerks at two computers enter marks into one record at the same moment: nothing is lost.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "kp-test-database.h"
#include "kp-test-program.h"
#include "kp-test.h"

#define N_SLICES 3

/* A word list for kaopin: the verb, where the record is, the rest. */
static GPtrArray *
make_words (KpTestDatabase *t, const char *verb, const char *const *rest)
{
  GPtrArray *words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) verb);
  if (t->kind == KP_DATABASE_POSTGRES)
    g_ptr_array_add (words, (gpointer) "--connect");
  g_ptr_array_add (words, t->location);
  for (guint i = 0; rest[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) rest[i]);
  g_ptr_array_add (words, NULL);
  return words;
}

static char *
run (KpTestDatabase *t, const char *verb, const char *const *rest)
{
  g_autoptr (GPtrArray) words = make_words (t, verb, rest);
  g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, (const char *const *) words->pdata);

  if (program->status != 0)
    g_error ("kaopin %s …: %s", verb, program->errors);
  return g_strdup (program->output);
}

#define RUN(t, verb, ...) run (t, verb, (const char *const[]){ __VA_ARGS__, "--json", NULL })

static GSubprocess *
start (KpTestDatabase *t, const char *const *rest)
{
  g_autoptr (GPtrArray) words = make_words (t, "import", rest);
  g_autofree char *program = kp_test_program_dup_path ();
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_ptr_array_insert (words, 0, program);
  process = g_subprocess_newv ((const char *const *) words->pdata, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  return process;
}

static void
finish (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

/* Ticket, empty mark: as the program hands it to the clerks. */
static GPtrArray *
read_tickets (KpTestDatabase *t)
{
  g_autofree char *path = g_build_filename (t->folder, "sheet.csv", NULL);
  g_autoptr (GPtrArray) words = make_words (t, "export", (const char *const[]){ "mark-sheet", "--paper", "01", "--csv", path, NULL });
  g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, (const char *const *) words->pdata);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *tickets = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpint (program->status, ==, 0);
  text = kp_test_read (path, NULL);
  kp_test_assert_contains (text, "准考证号,分数");
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (tickets, g_strndup (lines[i], strcspn (lines[i], ",")));
  g_assert_cmpuint (tickets->len, >, 100);
  return tickets;
}

static char *
write_slice (KpTestDatabase *t, GPtrArray *tickets, guint slice, guint entry)
{
  g_autofree char *name = g_strdup_printf ("slice-%u-%u.csv", slice, entry);
  char *path = g_build_filename (t->folder, name, NULL);
  g_autoptr (GString) text = g_string_new ("准考证号,分数\n");
  g_autoptr (GError) error = NULL;

  for (guint i = slice; i < tickets->len; i += N_SLICES)
    g_string_append_printf (text, "%s,%u%s\n", (char *) g_ptr_array_index (tickets, i), 50 + i % 50, entry == 2 ? ".00" : "");
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* Nobody chooses another post here, so that the seats can be drawn at once. */
static char *
write_scheme (KpTestDatabase *t)
{
  g_autofree char *shipped = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *text = kp_test_read (shipped, NULL);
  g_autoptr (GString) edited = g_string_new (text);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (t->folder, "scheme.json", NULL);

  g_assert_cmpuint (g_string_replace (edited, "\"repost_days\": 1", "\"repost_days\": 0", 0), ==, 1);
  g_file_set_contents (path, edited->str, -1, &error);
  g_assert_no_error (error);
  return path;
}

static void
bring (KpTestDatabase *t)
{
  g_autofree char *scheme = write_scheme (t);
  g_autofree char *book = kp_test_dup_shipped ("real/registration-2026.xlsx");

  g_free (RUN (t, "new", "--scheme", scheme));
  g_free (RUN (t, "import", "registrations", book, "--accept-good"));
  g_free (RUN (t, "review", "--auto"));
  g_free (RUN (t, "seat", "--commit", "--source", "现场摇号"));
  g_free (RUN (t, "seat", "--public", "3141592653"));
}

static void
test_two_at_once (KpTestDatabase *t)
{
  g_autoptr (GPtrArray) tickets = NULL;
  g_autofree char *left = NULL;
  g_autofree char *locked = NULL;
  g_autofree char *sound = NULL;
  g_autofree char *all = NULL;

  bring (t);
  tickets = read_tickets (t);
  for (guint i = 0; i < N_SLICES; i++)
    {
      g_autofree char *first = write_slice (t, tickets, i, 1);
      g_autofree char *second = write_slice (t, tickets, i, 2);
      g_autoptr (GSubprocess) one
          = start (t, (const char *const[]){ "marks", first, "--paper", "01", "--entry", "1", "--actor", "登分甲", NULL });
      g_autoptr (GSubprocess) two
          = start (t, (const char *const[]){ "marks", second, "--paper", "01", "--entry", "2", "--actor", "登分乙", NULL });

      finish (one);
      finish (two);
    }
  left = RUN (t, "marks", "--paper", "01");
  kp_test_assert_contains (left, "\"n_differences\" : 0");
  locked = RUN (t, "marks", "--paper", "01", "--lock", "--by", "甲", "--with", "乙");
  all = g_strdup_printf ("\"n_marks\" : %u", tickets->len);
  kp_test_assert_contains (locked, all);
  sound = RUN (t, "verify", "--actor", "监督员");
  kp_test_assert_contains (sound, "\"sound\" : true");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/journey/two-clerks/%s/at-once", test_two_at_once);
  return g_test_run ();
}
