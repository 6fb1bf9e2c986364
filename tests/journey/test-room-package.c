/* test-room-package.c – an interview room without network, by the verbs: its package goes there and back in a plain folder.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kp-test-database.h"
#include "kp-test-program.h"
#include "kp-test.h"

#define N_EXAMINERS 54
#define N_KILLS 4

/* The office's record, a stick, and a laptop in the room. */
typedef struct
{
  KpTestDatabase *t;
  char *passphrase; /* file */
  char *stick;
  char *laptop;
} Day;

static void
day_clear (Day *day)
{
  g_free (day->passphrase);
  g_free (day->stick);
  g_free (day->laptop);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Day, day_clear)

static char *
write_file (const Day *day, const char *name, const char *text)
{
  char *path = g_build_filename (day->t->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static char *
copy (const char *from, const char *folder, const char *name)
{
  gsize length = 0;
  g_autofree char *bytes = kp_test_read (from, &length);
  char *to = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
  return to;
}

/* @file stands where the record does; the office's is on a server in half of the tests. */
static KpTestProgram *
ask (const Day *day, const char *const *before, const char *file, const char *const *after)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; before[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) before[i]);
  if (file == NULL && day->t->kind == KP_DATABASE_POSTGRES)
    g_ptr_array_add (words, (gpointer) "--connect");
  g_ptr_array_add (words, (gpointer) (file != NULL ? file : day->t->location));
  for (guint i = 0; after[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) after[i]);
  g_ptr_array_add (words, (gpointer) "--passphrase-file");
  g_ptr_array_add (words, day->passphrase);
  g_ptr_array_add (words, NULL);
  return kp_test_program_run_in (NULL, (const char *const *) words->pdata);
}

static char *
run (const Day *day, const char *const *before, const char *file, const char *const *after)
{
  g_autoptr (KpTestProgram) program = ask (day, before, file, after);

  if (program->status != 0)
    g_error ("kaopin %s …: %s", before[0], program->errors);
  g_assert_cmpstr (program->errors, ==, "");
  return g_strdup (program->output);
}

#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define OFFICE(verb, ...) run (day, WORDS (verb), NULL, WORDS (__VA_ARGS__))
#define ROOM(package, verb, ...) run (day, WORDS (verb), package, WORDS (__VA_ARGS__))

static void
call_examiners (const Day *day)
{
  g_autoptr (GString) text = g_string_new ("编号,姓名,工作单位,职责,是否异地\n");
  g_autofree char *staff = NULL;
  g_autofree char *taken = NULL;
  g_autofree char *committed = NULL;
  g_autofree char *drawn = NULL;

  for (guint i = 1; i <= N_EXAMINERS; i++)
    g_string_append_printf (text, "K%02u,考官姓名%u,某局%u,%s,%s\n", i, i, i % 20, i <= 8 ? "主考官" : "考官",
                            i % 2 ? "是" : "否");
  staff = write_file (day, "staff.csv", text->str);
  taken = OFFICE ("panel", "--staff", staff);
  committed = OFFICE ("panel", "--commit", "--source", "现场摇号");
  drawn = OFFICE ("panel", "--public", "1414");
}

static void
begin (Day *day, KpTestDatabase *t)
{
  g_autofree char *folder = g_build_filename (t->folder, "demo", NULL);
  g_autofree char *record = g_build_filename (folder, "demo.kaopin", NULL);
  const char *server[] = { "demo", folder, "--until", "recheck", "--connect", t->location, NULL };
  g_autoptr (KpTestProgram) made = NULL;
  g_autofree char *committed = NULL;
  g_autofree char *drawn = NULL;

  day->t = t;
  day->passphrase = write_file (day, "passphrase", "第一考场：七月流火\n");
  day->stick = g_build_filename (t->folder, "stick", NULL);
  day->laptop = g_build_filename (t->folder, "laptop", NULL);
  g_mkdir (day->stick, 0700);
  g_mkdir (day->laptop, 0700);
  server[4] = t->kind == KP_DATABASE_POSTGRES ? server[4] : NULL;
  made = kp_test_program_run_in (NULL, server);
  g_assert_cmpint (made->status, ==, 0);
  if (t->kind == KP_DATABASE_SQLITE)
    {
      g_free (t->location);
      t->location = g_steal_pointer (&record);
    }
  committed = OFFICE ("draw", "--commit", "--source", "现场摇号");
  drawn = OFFICE ("draw", "--public", "2718281828");
  call_examiners (day);
}

/* Rows of a room in the list of the interview: number and mark. A package has no names. */
static GPtrArray *
list_numbers (const Day *day, const char *package, guint room, GPtrArray **marks)
{
  g_autofree char *text = ROOM (package, "export", "interview", "--csv", "-");
  g_autofree char *first = g_strdup_printf ("%u", room);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  *marks = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_assert_true (package == NULL || *cells[6] == '\0');
      if (!g_str_has_prefix (cells[2], first))
        continue;
      g_ptr_array_add (codes, g_strdup (cells[2]));
      g_ptr_array_add (*marks, g_strdup (cells[7]));
    }
  g_assert_cmpuint (codes->len, >, 5);
  return codes;
}

/* The sheets of seven examiners for each number. */
static void
enter (const Day *day, const char *package, guint room, guint base)
{
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GPtrArray) codes = list_numbers (day, package, room, &marks);
  g_autofree char *number = g_strdup_printf ("%u", room);
  g_autofree char *name = g_strdup_printf ("sheet-%u.csv", room);
  g_autoptr (GString) text = g_string_new ("面试序号,考官1,考官2,考官3,考官4,考官5,考官6,考官7\n");
  g_autofree char *sheet = NULL;
  g_autofree char *taken = NULL;

  for (guint i = 0; i < codes->len; i++)
    {
      g_string_append (text, g_ptr_array_index (codes, i));
      for (guint e = 0; e < 7; e++)
        g_string_append_printf (text, ",%u", (i == 0 ? base : 70) + (i * 3 + e) % 20);
      g_string_append_c (text, '\n');
    }
  sheet = write_file (day, name, text->str);
  taken = ROOM (package, "import", "marks", "--interview", "--room", number, sheet);
}

static void
confirm (const Day *day, const char *package, guint room)
{
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GPtrArray) codes = list_numbers (day, package, room, &marks);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *checked = NULL;

  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (words, g_strdup_printf ("--check=%s=%s", (char *) g_ptr_array_index (codes, i),
                                             (char *) g_ptr_array_index (marks, i)));
  for (guint i = 0; i < 6; i++)
    g_ptr_array_add (words, g_strdup (WORDS ("--by", "孙一", "--with", "周二", "--reason", "签字的评分表")[i]));
  g_ptr_array_add (words, NULL);
  checked = run (day, WORDS ("panel"), package, (const char *const *) words->pdata);
}

static KpTestProgram *
take_in (const Day *day, const char *package, const char *const *decision)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) package);
  g_ptr_array_add (words, (gpointer) "--json");
  for (guint i = 0; decision != NULL && decision[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) decision[i]);
  g_ptr_array_add (words, NULL);
  return ask (day, WORDS ("room", "in"), NULL, (const char *const *) words->pdata);
}

static char *
write_out (const Day *day, guint room)
{
  g_autofree char *number = g_strdup_printf ("%u", room);
  g_autofree char *name = g_strdup_printf ("room-%u.kproom", room);
  char *path = g_build_filename (day->stick, name, NULL);
  g_autofree char *said = run (day, WORDS ("room", "out"), NULL, WORDS (path, "--room", number, "--json"));

  kp_test_assert_contains (said, "\"candidates\" : ");
  return path;
}

/* From the office to the room and back, and once more by mistake. */
static void
test_there_and_back (KpTestDatabase *t)
{
  g_auto (Day) own = { 0 };
  Day *day = &own;
  g_autofree char *out = NULL;
  g_autofree char *package = NULL;
  g_autofree char *back = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *opened = NULL;
  g_autoptr (KpTestProgram) early = NULL;
  g_autoptr (KpTestProgram) taken = NULL;
  g_autoptr (KpTestProgram) again = NULL;

  begin (day, t);
  out = write_out (day, 1);
  package = copy (out, day->laptop, "room-1.kproom");
  enter (day, package, 1, 70);
  early = take_in (day, package, NULL);
  kp_test_program_assert_fails (early, 1, "1001");
  confirm (day, package, 1);
  printed = ROOM (package, "print", "letter-mark", "--out", day->laptop, "--only", "1-1");
  kp_test_assert_contains (printed, ".pdf");
  back = copy (package, day->stick, "back.kproom");
  shown = run (day, WORDS ("room", "show"), back, WORDS ("--json"));
  kp_test_assert_contains (shown, "\"digest\" : ");
  taken = take_in (day, back, NULL);
  g_assert_cmpint (taken->status, ==, 0);
  kp_test_assert_contains (taken->output, "\"outcome\" : \"taken\"");
  again = take_in (day, back, NULL);
  g_assert_cmpint (again->status, ==, 0);
  kp_test_assert_contains (again->output, "\"outcome\" : \"same\"");
  opened = OFFICE ("panel", "--open", "1", "--by", "甲", "--with", "乙", "--reason", "全部核对");
  kp_test_assert_contains (opened, "1");
}

/* Two laptops in one room: the first number differs. */
static void
test_two_laptops (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_auto (Day) own = { 0 };
  Day *day = &own;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autoptr (KpTestProgram) taken = NULL;
  g_autoptr (KpTestProgram) conflict = NULL;
  g_autoptr (KpTestProgram) silent = NULL;
  g_autoptr (KpTestProgram) decided = NULL;

  begin (day, t);
  one = write_out (day, 1);
  two = copy (one, day->laptop, "room-1.kproom");
  enter (day, one, 1, 70);
  enter (day, two, 1, 60);
  confirm (day, one, 1);
  confirm (day, two, 1);
  taken = take_in (day, one, NULL);
  g_assert_cmpint (taken->status, ==, 0);
  conflict = take_in (day, two, NULL);
  g_assert_cmpint (conflict->status, ==, 1);
  kp_test_assert_contains (conflict->output, "\"outcome\" : \"conflict\"");
  kp_test_assert_contains (conflict->output, "\"conflicts\" : 1");
  kp_test_assert_contains (conflict->output, "\"73.00\"");
  kp_test_assert_contains (conflict->output, "\"63.00\"");
  silent = take_in (day, two, WORDS ("--package-holds", "1001"));
  g_assert_cmpint (silent->status, ==, 1);
  decided = take_in (day, two, WORDS ("--package-holds", "1001", "--by", "甲", "--with", "乙", "--reason", "照签字的评分表"));
  g_assert_cmpint (decided->status, ==, 0);
  kp_test_assert_contains (decided->output, "\"outcome\" : \"taken\"");
}

/* One of those who work at the same time: a room with its package, or the office with its record. */
typedef struct
{
  const Day *day;
  guint room;
  const char *package; /* (nullable): the office */
} Worker;

static gpointer
work (gpointer data)
{
  const Worker *worker = data;
  g_autoptr (KpTestProgram) taken = NULL;

  enter (worker->day, worker->package, worker->room, 60 + worker->room);
  confirm (worker->day, worker->package, worker->room);
  if (worker->package == NULL)
    return NULL;
  taken = take_in (worker->day, worker->package, NULL);
  g_assert_cmpint (taken->status, ==, 0);
  kp_test_assert_contains (taken->output, "\"outcome\" : \"taken\"");
  return NULL;
}

static void
assert_entered (const Day *day, guint room)
{
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GPtrArray) codes = list_numbers (day, NULL, room, &marks);
  g_autofree char *first = g_strdup_printf ("%u.00", 63 + room);

  g_assert_cmpstr (g_ptr_array_index (marks, 0), ==, first);
  for (guint i = 0; i < codes->len; i++)
    g_assert_cmpstr (g_ptr_array_index (marks, i), !=, "");
}

/* Two rooms on their laptops and the office with a third room, all at once; the packages come back while the office enters. */
static void
test_two_rooms_and_the_office (KpTestDatabase *t)
{
  g_auto (Day) day = { 0 };
  Worker workers[3] = { { &day, 1, NULL }, { &day, 2, NULL }, { &day, 3, NULL } };
  GThread *threads[G_N_ELEMENTS (workers)];
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *sound = NULL;

  begin (&day, t);
  workers[0].package = one = write_out (&day, 1);
  workers[1].package = two = write_out (&day, 2);
  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    threads[i] = g_thread_new ("worker", work, &workers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (workers); i++)
    {
      g_autofree char *room = g_strdup_printf ("%u", workers[i].room);

      g_free (run (&day, WORDS ("panel"), NULL, WORDS ("--open", room, "--by", "甲", "--with", "乙", "--reason", "全部核对")));
      assert_entered (&day, workers[i].room);
    }
  sound = run (&day, WORDS ("verify"), NULL, WORDS ("--json"));
  kp_test_assert_contains (sound, "\"sound\" : true");
}

/* Killed at some moment of an import: the package opens, its journal holds, and it has all of the sheet or nothing. */
static void
test_killed_in_the_room (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_auto (Day) own = { 0 };
  Day *day = &own;
  g_autofree char *out = NULL;
  g_autofree char *program = kp_test_program_dup_path ();
  g_autofree char *sheet = NULL;

  begin (day, t);
  out = write_out (day, 1);
  sheet = g_build_filename (t->folder, "sheet-1.csv", NULL);
  {
    g_autofree char *template = copy (out, day->laptop, "template.kproom");

    enter (day, template, 1, 70);
  }
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autofree char *package = copy (out, day->laptop, "killed.kproom");
      char *argv[] = { program, (char *) "import", package, (char *) "marks", (char *) "--interview", sheet,
                       (char *) "--passphrase-file", day->passphrase, NULL };
      g_autofree char *verified = NULL;
      g_autoptr (GPtrArray) marks = NULL;
      g_autoptr (GPtrArray) codes = NULL;
      GPid pid = 0;

      g_assert_true (g_spawn_async (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, &pid,
                                    NULL));
      g_usleep (i * 200000);
      kill (pid, SIGKILL);
      waitpid (pid, NULL, 0);
      verified = ROOM (package, "verify", "--json");
      kp_test_assert_contains (verified, "\"sound\" : true");
      codes = list_numbers (day, package, 1, &marks);
      for (guint k = 1; k < codes->len; k++)
        g_assert_true ((*(char *) g_ptr_array_index (marks, k) == '\0') == (*(char *) g_ptr_array_index (marks, 0) == '\0'));
    }
}

/* Each gives one sentence and exit code 1. */
static void
test_bad_files (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_auto (Day) own = { 0 };
  Day *day = &own;
  g_autofree char *out = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *cut = NULL;
  g_autofree char *huge = NULL;
  g_autofree char *none = NULL;
  g_autoptr (KpTestProgram) twice = NULL;

  begin (day, t);
  out = write_out (day, 1);
  wrong = write_file (day, "wrong", "第一考场：七月流水\n");
  empty = copy (out, day->laptop, "empty.kproom");
  cut = copy (out, day->laptop, "cut.kproom");
  huge = copy (out, day->laptop, "huge.kproom");
  none = g_build_filename (day->laptop, "none.kproom", NULL);
  g_assert_cmpint (truncate (empty, 0), ==, 0);
  g_assert_cmpint (truncate (cut, 40000), ==, 0);
  g_assert_cmpint (truncate (huge, 100 * 1024 * 1024), ==, 0);
  twice = ask (day, WORDS ("room", "out"), NULL, WORDS (out, "--room", "1"));
  kp_test_program_assert_fails (twice, 1, "已经存在");
  {
    const char *files[] = { empty, cut, huge, none };
    const char *parts[] = { "空文件", "已损坏", "太大", "没有这个名称" };

    for (guint i = 0; i < G_N_ELEMENTS (files); i++)
      {
        g_autoptr (KpTestProgram) in = ask (day, WORDS ("room", "in"), NULL, WORDS (files[i]));
        g_autoptr (KpTestProgram) shown = ask (day, WORDS ("room", "show"), files[i], WORDS ("--json"));

        kp_test_program_assert_fails (in, 1, parts[i]);
        kp_test_program_assert_fails (shown, 1, parts[i]);
      }
  }
  g_free (day->passphrase);
  day->passphrase = g_steal_pointer (&wrong);
  {
    g_autoptr (KpTestProgram) in = ask (day, WORDS ("room", "in"), NULL, WORDS (out));
    g_autoptr (KpTestProgram) room = ask (day, WORDS ("panel"), out, WORDS ("--list"));

    kp_test_program_assert_fails (in, 1, "口令不是");
    kp_test_program_assert_fails (room, 1, "口令不是");
  }
}

/* ---- what was asked wrongly ---- */

static void
test_usage (void)
{
  static const char *const lines[][4] = {
    { "room", NULL },
    { "room", "out", NULL },
    { "room", "elsewhere", "x.kaopin", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, lines[i]);

      g_assert_cmpint (program->status, ==, 2);
      g_assert_true (g_str_has_prefix (program->errors, "kaopin: "));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setsid (); /* no terminal to ask for a passphrase on */

  kp_test_database_add ("/journey/%s/room-package/there-and-back", test_there_and_back);
  kp_test_database_add ("/journey/%s/room-package/two-rooms-and-the-office", test_two_rooms_and_the_office);
  g_test_add_func ("/journey/room-package/two-laptops", test_two_laptops);
  g_test_add_func ("/journey/room-package/killed-in-the-room", test_killed_in_the_room);
  g_test_add_func ("/journey/room-package/bad-files", test_bad_files);
  g_test_add_func ("/journey/room-package/usage", test_usage);
  return g_test_run ();
}
