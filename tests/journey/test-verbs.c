/* test-verbs.c – a campaign carried by the verbs alone, with workbooks made from the lists that it exports.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-test-program.h"
#include "kp-test.h"

/* One campaign of the sample's registrations, by the command line. */
typedef struct
{
  KpTestFolder *folder;
  char *record;
} Campaign;

static void
campaign_clear (Campaign *c)
{
  kp_test_folder_free (c->folder);
  g_free (c->record);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Campaign, campaign_clear)

/* Runs a verb that must succeed; gives its answer as JSON. (transfer full) */
static char *
run (const char *const *words)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, words);

  if (program->status != 0)
    g_error ("kaopin %s …: %s", words[0], program->errors);
  g_assert_cmpstr (program->errors, ==, "");
  return g_strdup (program->output);
}

#define RUN(...) run ((const char *const[]){ __VA_ARGS__, "--json", NULL })

static GPtrArray *
read_column (const Campaign *c, const char *list, guint column)
{
  g_autofree char *path = kp_test_folder_dup_file (c->folder, "list.csv");
  g_autofree char *said = run ((const char *const[]){ "export", c->record, list, "--csv", path, NULL });
  g_autofree char *text = kp_test_read (path, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  kp_test_assert_contains (said, path);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_ptr_array_add (values, g_strdup (g_strchomp (cells[column])));
    }
  g_assert_cmpuint (values->len, >, 0);
  return values;
}

/* Ticket, mark: the i-th gets 60 to 99.75; one number of the second entry is another. */
static char *
write_marks (const Campaign *c, guint entry)
{
  g_autoptr (GPtrArray) tickets = read_column (c, "tickets", 0);
  g_autoptr (GString) text = g_string_new ("准考证号,成绩\n");

  for (guint i = 0; i < tickets->len; i++)
    {
      const guint quarters = 240 + i * 37 % 160 + (entry == 2 && i == 5);

      g_string_append_printf (text, "%s,%u.%02u\n", (char *) g_ptr_array_index (tickets, i), quarters / 4,
                              quarters % 4 * 25);
    }
  return kp_test_folder_write (c->folder, entry == 1 ? "first.csv" : "second.csv", text->str, -1);
}

/* The sample's scheme, with something else in the place of its other parts. */
static char *
write_scheme (const Campaign *c, const char *others)
{
  g_autofree char *shipped = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autofree char *text = kp_test_read (shipped, NULL);
  g_autoptr (GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, "\"others\": []", others, 1), ==, 1);
  return kp_test_folder_write (c->folder, "scheme.json", changed->str, -1);
}

static void
begin_with (Campaign *c, const char *others)
{
  g_autofree char *scheme = NULL;
  g_autofree char *book = kp_test_dup_shipped ("real/registration-2026.xlsx");
  g_autofree char *made = NULL;
  g_autofree char *taken = NULL;
  g_autofree char *reviewed = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *committed = NULL;
  g_autofree char *seated = NULL;

  c->folder = kp_test_folder_new ();
  scheme = write_scheme (c, others);
  c->record = kp_test_folder_dup_file (c->folder, "campaign.kaopin");
  made = RUN ("new", c->record, "--scheme", scheme);
  taken = RUN ("import", c->record, "registrations", book, "--accept-good", "--actor", "经办人");
  reviewed = RUN ("review", c->record, "--auto");
  opened = RUN ("seat", c->record);
  kp_test_assert_contains (opened, "\"outcome\" : ");
  g_assert_cmpuint (kp_test_program_repost (c->record, "A01"), >, 0);
  committed = RUN ("seat", c->record, "--commit", "--source", "现场摇号");
  kp_test_assert_contains (committed, "\"commitment\" : ");
  seated = RUN ("seat", c->record, "--public", "3141592653");
  kp_test_assert_contains (seated, "\"public\" : \"3141592653\"");
}

static void
begin (Campaign *c)
{
  begin_with (c, "\"others\": []");
}

static void
mark (Campaign *c)
{
  g_autofree char *first = write_marks (c, 1);
  g_autofree char *second = write_marks (c, 2);
  g_autoptr (GPtrArray) tickets = read_column (c, "tickets", 0);
  g_autofree char *one = RUN ("import", c->record, "marks", "--paper", "01", "--entry", "1", first, "--actor", "登分甲");
  g_autofree char *two = RUN ("import", c->record, "marks", "--paper", "01", "--entry", "2", second, "--actor", "登分乙");
  g_autofree char *differences = RUN ("marks", c->record, "--paper", "01", "--differences");
  g_autofree char *resolution = g_strdup_printf ("%s=66.50", (char *) g_ptr_array_index (tickets, 5));
  g_autofree char *resolved = RUN ("marks", c->record, "--paper", "01", "--resolve", resolution);
  g_autofree char *left = RUN ("marks", c->record, "--paper", "01");

  kp_test_assert_contains (one, "\"n_agreed\" : 0");
  kp_test_assert_contains (two, "\"n_differences\" : 1");
  kp_test_assert_contains (differences, g_ptr_array_index (tickets, 5));
  kp_test_assert_contains (resolved, "\"resolved\" : true");
  kp_test_assert_contains (left, "\"n_differences\" : 0");
}

#define PERSONS "--by", "核分员", "--with", "监督员", "--reason", "面试评分表"

/* Two people read each mark from the list as from the signed sheets; until the rooms are open nobody has a name. */
static void
open_rooms (Campaign *c)
{
  static const char *const persons[] = { PERSONS, "--json" };
  g_autoptr (GPtrArray) codes = read_column (c, "interview", 2);
  g_autoptr (GPtrArray) names = read_column (c, "interview", 6);
  g_autoptr (GPtrArray) marks = read_column (c, "interview", 7);
  g_autoptr (GPtrArray) rooms = read_column (c, "interview", 0);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KpTestProgram) early = kp_test_program_run ("total", c->record, NULL);
  g_autofree char *sealed = RUN ("draw", c->record, "--show", "interview-order:A01");
  g_autofree char *replayed = NULL;
  g_autofree char *checked = NULL;
  guint last = 0;

  g_assert_cmpint (early->status, ==, 1);
  kp_test_assert_contains (sealed, "\"nonce\" : null");
  kp_test_assert_contains (sealed, "\"result\" : null");
  for (guint i = 0; i < codes->len; i++)
    {
      g_assert_cmpstr (g_ptr_array_index (names, i), ==, "");
      g_ptr_array_add (words, g_strdup_printf ("--check=%s=%s", (char *) g_ptr_array_index (codes, i),
                                               (char *) g_ptr_array_index (marks, i)));
      last = MAX (last, (guint) g_ascii_strtoull (g_ptr_array_index (rooms, i), NULL, 10));
    }
  g_ptr_array_insert (words, 0, g_strdup ("panel"));
  g_ptr_array_insert (words, 1, g_strdup (c->record));
  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    g_ptr_array_add (words, g_strdup (persons[i]));
  g_ptr_array_add (words, NULL);
  checked = run ((const char *const *) words->pdata);
  kp_test_assert_contains (checked, "\"n_checked\" : ");
  for (guint room = 1; room <= last; room++)
    {
      g_autofree char *number = g_strdup_printf ("%u", room);
      g_autofree char *opened = RUN ("panel", c->record, "--open", number, PERSONS);

      kp_test_assert_contains (opened, "\"room\" : ");
    }
  replayed = RUN ("draw", c->record, "--show", "interview-order:A01");
  g_assert_null (strstr (replayed, "\"result\" : null"));
}

/* Totals of seven examiners for each number, each another one: with few marks to go round, the secret of the draw would
   now and then put a tie across the last place of a post. */
static void
hear (Campaign *c)
{
  g_autofree char *listed = RUN ("shortlist", c->record);
  g_autofree char *committed = RUN ("draw", c->record, "--commit", "--source", "现场摇号");
  g_autofree char *drawn = RUN ("draw", c->record, "--public", "2718281828");
  g_autoptr (GPtrArray) codes = read_column (c, "interview", 2);
  g_autoptr (GString) text = g_string_new ("面试序号,考官,综合分析,组织协调,应变,言语表达,举止仪表\n");
  g_autofree char *sheet = NULL;
  g_autofree char *taken = NULL;
  g_autofree char *totals = NULL;

  for (guint i = 0; i < codes->len; i++)
    {
      for (guint examiner = 1; examiner <= 7; examiner++)
        g_string_append_printf (text, "%s,%u,%u.%02u,20,15,15,8\n", (char *) g_ptr_array_index (codes, i),
                                examiner, 13 + i * 5 % 1000 / 100 + examiner % 3, i * 5 % 100);
    }
  sheet = kp_test_folder_write (c->folder, "interview.csv", text->str, -1);
  taken = RUN ("import", c->record, "marks", "--interview", sheet);
  open_rooms (c);
  totals = RUN ("total", c->record);
  kp_test_assert_contains (listed, "\"n_entered\" : ");
  kp_test_assert_contains (committed, "interview-order:A01");
  kp_test_assert_contains (drawn, "\"candidates\" : ");
  kp_test_assert_contains (taken, "\"n_open\" : 0");
  kp_test_assert_contains (totals, "\"n_unranked\" : 0");
}

#define SIGNED "--reason", "与考官评分表核对有误", "--by", "李某", "--with", "王某"

/* A sheet put right: tried, done, and listed; papers and lists say that they are a second edition. */
static void
put_right (Campaign *c)
{
  g_autoptr (GPtrArray) codes = read_column (c, "interview", 2);
  const char *code = g_ptr_array_index (codes, 0);
  g_autoptr (KpTestProgram) alone
      = kp_test_program_run ("correct", c->record, "--interview", code, "--to", "违纪", "--reason", "违纪", "--by", "李某",
                             "--with", "李某", NULL);
  g_autofree char *tried = RUN ("correct", c->record, "--interview", code, "--to", "违纪", SIGNED, "--trial");
  g_autofree char *none = RUN ("corrections", c->record);
  g_autofree char *done = RUN ("correct", c->record, "--interview", code, "--to", "违纪", SIGNED);
  g_autofree char *back = RUN ("correct", c->record, "--interview", code, "--to", "正常", SIGNED);
  g_autofree char *listed = RUN ("corrections", c->record);
  g_autofree char *path = kp_test_folder_dup_file (c->folder, "totals.json");
  g_autofree char *said = run ((const char *const[]){ "export", c->record, "totals", "--json", path, NULL });
  g_autofree char *totals = kp_test_read (path, NULL);

  kp_test_program_assert_fails (alone, 1, "");
  kp_test_assert_contains (tried, "\"trial\" : true");
  kp_test_assert_contains (tried, "\"名次\"");
  kp_test_assert_contains (none, "\"n_corrections\" : 0");
  kp_test_assert_contains (done, "\"correction\" : 1");
  kp_test_assert_contains (done, "\"totals\"");
  kp_test_assert_contains (back, "\"correction\" : 2");
  kp_test_assert_contains (listed, "与考官评分表核对有误");
  kp_test_assert_contains (said, path);
  kp_test_assert_contains (totals, "更正后第3版，此前版本作废");
}

static void
examine (Campaign *c, const char *kind, const char *column)
{
  g_autoptr (GPtrArray) tickets = read_column (c, "totals", 2);
  g_autoptr (GPtrArray) next = read_column (c, "totals", 11);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sheet = NULL;
  g_autofree char *taken = NULL;

  g_string_append_printf (text, "准考证号,%s\n", column);
  for (guint i = 0; i < tickets->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (next, i), "进入体检"))
        g_string_append_printf (text, "%s,合格\n", (char *) g_ptr_array_index (tickets, i));
    }
  sheet = kp_test_folder_write (c->folder, "fitness.csv", text->str, -1);
  taken = RUN ("import", c->record, kind, sheet);
  kp_test_assert_contains (taken, "\"n_open\" : 0");
  kp_test_assert_contains (taken, "\"n_failed\" : 0");
}

/* The sample's form has no column for them. */
static void
enter_addresses (Campaign *c)
{
  g_autoptr (GPtrArray) tickets = read_column (c, "totals", 2);
  g_autoptr (GString) text = g_string_new ("准考证号,现住址\n");
  g_autofree char *sheet = NULL;
  g_autofree char *taken = NULL;

  for (guint i = 0; i < tickets->len; i++)
    g_string_append_printf (text, "%s,云岭县人民路%u号\n", (char *) g_ptr_array_index (tickets, i), i + 1);
  sheet = kp_test_folder_write (c->folder, "addresses.csv", text->str, -1);
  taken = RUN ("import", c->record, "addresses", sheet);
  kp_test_assert_contains (taken, "\"n_missing\" : 0");
}

/* The contracts can be made once the publicity is over by the calendar on the wall. */
static void
finish (Campaign *c)
{
  g_autofree char *published = RUN ("publish", c->record);
  g_autoptr (KpTestProgram) without = kp_test_program_run ("hire", c->record, "--json", NULL);
  g_autoptr (KpTestProgram) hired = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *sound = NULL;

  enter_addresses (c);
  hired = kp_test_program_run ("hire", c->record, "--json", NULL);
  sound = RUN ("verify", c->record);
  kp_test_assert_contains (published, "\"until\" : \"2026-06-22\"");
  kp_test_assert_contains (sound, "\"sound\" : true");
  if (strcmp (today, "2026-06-22") > 0)
    {
      kp_test_program_assert_fails (without, 1, "addresses");
      g_assert_cmpint (hired->status, ==, 0);
    }
  else
    kp_test_program_assert_fails (hired, 1, "2026-06-22");
}

static guint
count_files (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    n += g_str_has_prefix (name, prefix);
  return n;
}

/* The contracts under a password from a file, in lines as Windows ends them. */
static void
print_locked (const Campaign *c, const char *papers)
{
  g_autofree char *password = kp_test_folder_write (c->folder, "password.txt", "云岭2026\r\nowner\r\n", -1);
  g_autofree char *path = g_build_filename (papers, "015-劳动合同.pdf", NULL);
  int status = -1;

  g_free (RUN ("print", c->record, "contracts", "--out", papers, "--password-file", password, "--permit", "print"));
  g_free (kp_test_run ((const char *[]){ "qpdf", "--check", path, NULL }, &status));
  g_assert_cmpint (status, !=, 0);
  g_free (kp_test_run ((const char *[]){ "qpdf", "--check", "--password=云岭2026", path, NULL }, &status));
  g_assert_cmpint (status, ==, 0);
  g_free (kp_test_run ((const char *[]){ "qpdf", "--check", "--password=owner", path, NULL }, &status));
  g_assert_cmpint (status, ==, 0);
}

/* A file for each person and for each room, named by the number; a notice is for everybody. */
static void
print_parts (const Campaign *c, const char *papers)
{
  g_autoptr (GPtrArray) tickets = read_column (c, "tickets", 0);
  g_autofree char *each_ticket = RUN ("print", c->record, "tickets", "--out", papers, "--each", "person");
  g_autofree char *each_room = RUN ("print", c->record, "tickets", "--out", papers, "--each", "room");
  g_autofree char *first = g_strdup_printf ("002-笔试准考证-%s.pdf", (char *) g_ptr_array_index (tickets, 0));
  g_autoptr (KpTestProgram) refused = NULL;

  kp_test_assert_contains (each_ticket, first);
  kp_test_assert_contains (each_room, "002-笔试准考证-001.pdf");
  g_assert_cmpuint (count_files (papers, "002-笔试准考证-"), >, tickets->len);
  g_free (RUN ("print", c->record, "doors", "--out", papers, "--each", "room"));
  g_assert_cmpuint (count_files (papers, "003-考场门贴-"), >=, 2);
  refused = kp_test_program_run_in (
      NULL, (const char *const[]){ "print", c->record, "notice", "--out", papers, "--each", "person", NULL });
  g_assert_cmpint (refused->status, !=, 0);
  kp_test_assert_contains (refused->errors, "招聘公告");
}

static void
test_by_verbs (void)
{
  g_auto (Campaign) c = { 0 };
  g_autofree char *papers = NULL;
  g_autofree char *printed = NULL;

  begin (&c);
  mark (&c);
  hear (&c);
  put_right (&c);
  examine (&c, "physical", "体检结论");
  examine (&c, "background", "考察结论");
  finish (&c);
  papers = kp_test_folder_dup_file (c.folder, "papers");
  printed = RUN ("print", c.record, "all", "--out", papers);
  kp_test_assert_contains (printed, "\"publicity\"");
  print_parts (&c, papers);
  print_locked (&c, papers);
}

/* 体能测试 of one post, passed or failed; every third fails, the second isn't there. */
static char *
write_test (const Campaign *c)
{
  g_autoptr (GPtrArray) posts = read_column (c, "shortlist", 0);
  g_autoptr (GPtrArray) tickets = read_column (c, "shortlist", 4);
  g_autoptr (GString) text = g_string_new ("准考证号,成绩\n");
  guint n = 0;

  for (guint i = 0; i < tickets->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (posts, i), "A01"))
        continue;
      n++;
      g_string_append_printf (text, "%s,%s\n", (char *) g_ptr_array_index (tickets, i),
                              n == 2 ? "缺考" : n % 3 == 0 ? "不合格" : "合格");
    }
  g_assert_cmpuint (n, >, 3);
  return kp_test_folder_write (c->folder, "test.csv", text->str, -1);
}

/* A test between the list and the interview, from its marks to the list after it: nothing is drawn before. */
static void
test_tested_before_the_interview (void)
{
  g_auto (Campaign) c = { 0 };
  g_autoptr (GPtrArray) next = NULL;
  g_autoptr (KpTestProgram) refused = NULL;
  g_autoptr (KpTestProgram) again = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *listed = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *made = NULL;
  g_autofree char *papers = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *committed = NULL;
  guint n_on = 0;

  begin_with (&c, "\"others\": [{ \"code\": \"fit\", \"name\": \"体能测试\", \"full\": 1, \"decimals\": 0 }], "
                  "\"heats\": [{ \"other\": \"fit\", \"posts\": [\"A01\"], \"line\": \"1\", "
                  "\"weights\": { \"written\": \"100%\" }, \"next\": { \"takes_all\": true } }]");
  mark (&c);
  listed = RUN ("shortlist", c.record);
  sheet = write_test (&c);
  refused = kp_test_program_run_in (NULL, (const char *const[]){ "draw", c.record, "--commit", "--source", "现场摇号", NULL });
  g_assert_cmpint (refused->status, !=, 0);
  kp_test_assert_contains (refused->errors, "fit");
  one = RUN ("import", c.record, "marks", "--paper", "fit", "--entry", "1", sheet, "--actor", "登分甲");
  two = RUN ("import", c.record, "marks", "--paper", "fit", "--entry", "2", sheet, "--actor", "登分乙");
  made = RUN ("shortlist", c.record, "--test", "fit");
  kp_test_assert_contains (made, "\"n_entered\" : ");
  again = kp_test_program_run_in (NULL, (const char *const[]){ "shortlist", c.record, NULL });
  g_assert_cmpint (again->status, !=, 0);
  next = read_column (&c, "heats", 9);
  for (guint i = 0; i < next->len; i++)
    n_on += g_str_equal (g_ptr_array_index (next, i), "面试");
  g_assert_cmpuint (n_on, >, 0);
  g_assert_cmpuint (n_on, <, next->len);
  papers = kp_test_folder_dup_file (c.folder, "papers");
  printed = RUN ("print", c.record, "heats", "--out", papers);
  kp_test_assert_contains (printed, "测试后入围人员名单");
  committed = RUN ("draw", c.record, "--commit", "--source", "现场摇号");
  kp_test_assert_contains (committed, "\"commitment\" : ");
  kp_test_assert_contains (committed, "\"purpose\" : \"interview-order:A01\"");
}

static gboolean
holds (const char *text, const char *part)
{
  return strstr (text, part) != NULL;
}

/* The words of a PDF without blanks. (transfer full) */
static char *
read_pdf (const char *path)
{
  const char *const words[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GString) bare = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (bare, *at);
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* 密号对照表 has tickets and secret numbers and no names; it is no part of “all”, and is printed once. */
static void
assert_sealed_paper (const Campaign *c, const char *ticket)
{
  g_autofree char *folder = kp_test_folder_dup_file (c->folder, "sealed");
  g_autofree char *table = g_build_filename (folder, "密号对照表-01.pdf", NULL);
  g_autofree char *labels = g_build_filename (folder, "密号标签-01.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (KpTestProgram) again = NULL;

  g_free (RUN ("print", c->record, "all", "--out", folder));
  g_assert_false (g_file_test (table, G_FILE_TEST_EXISTS));
  g_free (RUN ("print", c->record, "secret-numbers", "--paper", "01", "--by", "丙", "--with", "丁", "--out", folder));
  g_free (RUN ("print", c->record, "密号标签", "--paper", "01", "--by", "丙", "--with", "丁", "--out", folder));
  g_assert_true (g_file_test (labels, G_FILE_TEST_EXISTS));
  text = read_pdf (table);
  g_assert_true (holds (text, "登分完毕前不得拆阅"));
  g_assert_true (holds (text, ticket));
  g_assert_true (holds (text, "密封人员（二）"));
  g_assert_false (holds (text, "姓名"));
  again = kp_test_program_run ("print", c->record, "secret-numbers", "--paper", "01", "--by", "丙", "--with", "丁", "--out",
                               folder, NULL);
  kp_test_program_assert_fails (again, 1, "--reason");
}

/* 密号 from the draw to the opening: no verb, list or sheet tells whose number is which before. */
static void
test_sealed_to_every_verb (void)
{
  g_auto (Campaign) c = { 0 };
  g_autofree char *sheet = NULL;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *filled = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) rows = g_string_new ("密号,分数\n");
  g_autoptr (GPtrArray) tickets = NULL;

  begin (&c);
  tickets = read_column (&c, "tickets", 0);
  g_free (RUN ("marks", c.record, "--paper", "01", "--secret", "--commit", "--source", "现场摇号"));
  g_free (RUN ("marks", c.record, "--paper", "01", "--secret", "--public", "16180"));
  sheet = kp_test_folder_dup_file (c.folder, "sheet.csv");
  g_free (run ((const char *const[]){ "export", c.record, "mark-sheet", "--paper", "01", "--csv", sheet, NULL }));
  text = kp_test_read (sheet, NULL);
  kp_test_assert_contains (text, "密号,分数");
  g_assert_false (holds (text, g_ptr_array_index (tickets, 0)));
  shown = RUN ("draw", c.record, "--show", "secret-numbers:01");
  g_assert_true (holds (shown, "\"commitment\""));
  g_assert_false (holds (shown, "\"result\" : ["));

  assert_sealed_paper (&c, g_ptr_array_index (tickets, 0));

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_string_append_printf (rows, "%.4s,%u\n", lines[i], 50 + i % 50);
  filled = kp_test_folder_write (c.folder, "filled.csv", rows->str, -1);
  first = RUN ("import", c.record, "marks", filled, "--paper", "01", "--entry", "1", "--actor", "甲");
  second = RUN ("import", c.record, "marks", filled, "--paper", "01", "--entry", "2", "--actor", "乙");
  kp_test_assert_contains (second, "\"n_missing\" : 0");
  g_free (RUN ("marks", c.record, "--paper", "01", "--lock", "--by", "丙", "--with", "丁"));
  g_free (RUN ("marks", c.record, "--paper", "01", "--open", "--by", "丙", "--with", "丁"));
  opened = RUN ("draw", c.record, "--show", "secret-numbers:01");
  g_assert_true (holds (opened, "\"result\" : ["));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journey/verbs/sealed-to-every-verb", test_sealed_to_every_verb);
  g_test_add_func ("/journey/verbs/from-sheet-to-contract", test_by_verbs);
  g_test_add_func ("/journey/verbs/tested-before-the-interview", test_tested_before_the_interview);
  return g_test_run ();
}
