/* test-decide.c – a scheme with declared facts, two reviewers and decisions of the committee, carried by the verbs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-test-program.h"
#include "kp-test.h"

static const char scheme[]
    = "{ \"kaopin-scheme\": 2, \"code\": \"small-2026\", \"title\": \"小县2026年公开招聘社区工作者\", \"county\": \"小县\","
      "\"committee\": \"小县招聘领导小组\","
      "\"streets\": [ { \"code\": \"01\", \"name\": \"城关街道\", \"employer\": \"城关街道办事处\" } ],"
      "\"interview\": { \"elements\": [ { \"code\": \"all\", \"name\": \"综合\", \"full\": \"100\" } ], \"date\": \"2026-04-18\" },"
      "\"publicity\": { \"from\": \"2026-06-10\" }, \"contract\": { \"start\": \"2026-07-01\" },"
      "\"notice_date\": \"2026-02-11\", \"registration_from\": \"2026-03-02\", \"registration_to\": \"2026-03-06\","
      "\"cutoff\": \"2026-03-02\","
      "\"facts\": [ { \"id\": \"volunteer\", \"label\": \"志愿服务\", \"kind\": \"yes_no\" },"
      "             { \"id\": \"months\", \"label\": \"参保月数\", \"kind\": \"number\" } ],"
      "\"posts\": [ { \"code\": \"A01\", \"name\": \"综合岗\", \"places\": 2 } ],"
      "\"requirements\": ["
      "  { \"id\": \"volunteer\", \"label\": \"志愿服务\", \"clause\": \"二\", \"text\": \"参加过志愿服务\", \"reason\": \"R09\","
      "    \"condition\": { \"is\": \"volunteer\" } },"
      "  { \"id\": \"conduct\", \"label\": \"品行\", \"clause\": \"二\", \"text\": \"品行良好\", \"reason\": \"R09\","
      "    \"condition\": { \"by_hand\": \"品行良好\" } },"
      "  { \"id\": \"papers\", \"label\": \"证件\", \"clause\": \"六\", \"text\": \"原件一致\", \"reason\": \"R09\","
      "    \"checked\": [\"recheck\"], \"condition\": { \"by_hand\": \"原件一致\" } } ],"
      "\"review\": { \"levels\": 2, \"appeal_days\": 3 },"
      "\"quota\": { \"applies\": true, \"ratio\": \"3\", \"action\": \"decide\" },"
      "\"written\": { \"papers\": [ { \"code\": \"01\", \"name\": \"笔试\", \"elsewhere\": true } ],"
      "  \"line\": { \"basis\": \"on_paper\", \"kind\": \"decided\" } },"
      "\"shortlist\": { \"tiers\": [ { \"from_places\": 1, \"to_places\": 0, \"ratio\": \"1\" } ] } }";

static const char rows[] = "姓名,身份证号,岗位代码,志愿服务,参保月数\n"
                           "张甲,11010519491231002X,A01,是,14个月\n"
                           "张乙,610104196209276908,A01,√,3\n"
                           "张丙,130609200506199818,A01,有,\n"
                           "张丁,130609199103150010,A01,否,2\n";

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

/* Sentences are asked for in English, numbers in any language. */
static const char *const english[] = { "LC_ALL=en_US.UTF-8", "LANG=en_US.UTF-8", "LANGUAGE=", NULL };

static char *
run (const char *const *words)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, words);

  if (program->status != 0)
    g_error ("kaopin %s …: %s", words[0], program->errors);
  return g_strdup (program->output);
}

#define RUN(...)                                                                                             \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_free (run ((const char *const[]){ __VA_ARGS__, "--json", NULL }));                                     \
  }                                                                                                          \
  G_STMT_END

#define SAYS(part, ...)                                                                                      \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *said = run ((const char *const[]){ __VA_ARGS__, "--json", NULL });                      \
                                                                                                             \
    kp_test_assert_contains (said, part);                                                                    \
  }                                                                                                          \
  G_STMT_END

#define REFUSED(part, ...)                                                                                   \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr (KpTestProgram) program =                                                                      \
        kp_test_program_run_in (english, (const char *const[]){ __VA_ARGS__, NULL });                           \
                                                                                                             \
    kp_test_program_assert_fails (program, 1, part);                                                         \
  }                                                                                                          \
  G_STMT_END

#define TWO "--reason", "会议纪要", "--by", "甲", "--with", "乙"

static void
begin (Campaign *c)
{
  g_autofree char *path = NULL;
  g_autofree char *book = NULL;

  c->folder = kp_test_folder_new ();
  c->record = kp_test_folder_dup_file (c->folder, "small.kaopin");
  path = kp_test_folder_write (c->folder, "scheme.json", scheme, -1);
  book = kp_test_folder_write (c->folder, "rows.csv", rows, -1);
  RUN ("new", c->record, "--scheme", path);
  SAYS ("\"n_taken\" : 4", "import", c->record, "registrations", book);
}

/* The fourth denies the voluntary service; conduct is for people to judge, one after the other. */
static void
review (const Campaign *c)
{
  static const char *const numbers[] = { "000001", "000002", "000003", "000004" };

  SAYS ("\"fail\" : 1", "review", c->record, "--auto");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    RUN ("review", c->record, "--actor", "初审", "--decide", numbers[i], "--condition", "conduct", "--met", "--reason",
         "派出所证明");
  SAYS ("\"appeal_to\" : \"20", "review", c->record, "--deadlines");
  REFUSED ("--confirm", "seat", c->record);
  SAYS ("\"n_own\" : 4", "review", c->record, "--actor", "初审", "--confirm");
  SAYS ("\"n_confirmed\" : 4", "review", c->record, "--actor", "复核", "--confirm");
}

static void
write_marks (const Campaign *c)
{
  g_autofree char *marks = kp_test_folder_write (
      c->folder, "marks.csv", "准考证号,分数\n000001,70\n000002,80\n000003,60\n", -1);

  RUN ("import", c->record, "marks", marks, "--paper", "01", "--entry", "1", "--actor", "丙");
  RUN ("import", c->record, "marks", marks, "--paper", "01", "--entry", "2", "--actor", "丁");
}

static void
test_by_verbs (void)
{
  g_auto (Campaign) c = { NULL, NULL };

  begin (&c);
  review (&c);
  REFUSED ("kaopin decide FILE opening", "seat", c.record);
  REFUSED ("both names are the same", "decide", c.record, "opening", "A01", "2", "--reason", "x", "--by", "甲", "--with",
           "甲");
  RUN ("decide", c.record, "opening", "A01", "2", TWO);
  REFUSED ("no seats", "seat", c.record, "--commit", "--source", "dice");
  write_marks (&c);
  REFUSED ("kaopin decide FILE written-line", "shortlist", c.record);
  RUN ("decide", c.record, "written-line", "55", TWO);
  SAYS ("\"n_entered\" : 2", "shortlist", c.record);
  SAYS ("\"pending\" : 2", "review", c.record, "--recheck-auto");
  SAYS ("\"n_new\" : 1", "review", c.record, "--recheck", "000002", "--condition", "papers", "--unmet", "--reason",
        "原件不符");
  SAYS ("\"n_new\" : 0", "shortlist", c.record, "--leave", "000001", "--cause", "withdrew", "--reason", "书面声明");
  RUN ("verify", c.record);
  SAYS ("资格复审", "explain", c.record, "000002");
}

/* The fourth appeals; who decided before doesn't decide again. */
static void
test_appeal (void)
{
  g_auto (Campaign) c = { NULL, NULL };

  begin (&c);
  RUN ("review", c.record, "--auto");
  RUN ("review", c.record, "--actor", "初审", "--decide", "000004", "--condition", "volunteer", "--unmet", "--reason",
       "未见证明");
  SAYS ("\"answer_to\" : null", "review", c.record, "--appeal", "000004");
  REFUSED ("has appealed", "review", c.record, "--actor", "初审", "--decide", "000004", "--condition", "volunteer", "--met",
           "--reason", "补证");
  RUN ("review", c.record, "--actor", "第三人", "--decide", "000004", "--condition", "volunteer", "--met", "--reason",
       "补证");
  RUN ("verify", c.record);
}

static void
test_missing_columns_are_told (void)
{
  g_auto (Campaign) c = { NULL, NULL };
  g_autofree char *book = NULL;

  begin (&c);
  book = kp_test_folder_write (c.folder, "bare.csv", "姓名,身份证号,岗位代码,志愿服务\n张戊,130609199103150032,A01,是\n", -1);
  SAYS ("参保月数", "import", c.record, "registrations", book, "--accept-good");
}

/* ---- the example of the guide ---- */

/* The guide that “kaopin help decide” names. */
static char *
read_guide (void)
{
  g_autoptr (KpTestProgram) program = kp_test_program_run ("help", "decide", NULL);
  const char *end = strstr (program->output, "/help/decide.md\n");
  const char *begin = end;
  g_autofree char *path = NULL;

  g_assert_nonnull (end);
  while (begin > program->output && begin[-1] != '\n')
    begin--;
  begin = strchr (begin, '/');
  path = g_strndup (begin, (gsize) (end - begin) + strlen ("/help/decide.md"));
  return kp_test_read (path, NULL);
}

/* Files of the example lie in the test's folder; what follows # is for the reader. */
static void
run_line (KpTestFolder *folder, const char *line)
{
  g_auto (GStrv) halves = g_strsplit (line, "#", 2);
  g_auto (GStrv) words = g_strsplit_set (g_strstrip (halves[0]), " ", -1);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KpTestProgram) program = NULL;

  g_assert_cmpstr (words[0], ==, "kaopin");
  for (guint i = 1; words[i] != NULL; i++)
    {
      const gboolean is_file = g_str_has_suffix (words[i], ".json") || g_str_has_suffix (words[i], ".csv")
                               || g_str_has_suffix (words[i], ".kaopin");

      g_ptr_array_add (arguments, is_file ? kp_test_folder_dup_file (folder, words[i]) : g_strdup (words[i]));
    }
  g_ptr_array_add (arguments, NULL);
  program = kp_test_program_run_in (NULL, (const char *const *) arguments->pdata);
  if (program->status != 0)
    g_error ("%s: %s", line, program->errors);
}

static void
test_example_of_the_guide_runs (void)
{
  g_autofree char *guide = read_guide ();
  g_auto (GStrv) blocks = g_strsplit (guide, "```", -1);
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *record = kp_test_folder_dup_file (folder, "试点.kaopin");
  guint n_lines = 0;

  for (guint i = 1; blocks[i] != NULL && blocks[i + 1] != NULL; i += 2)
    {
      g_auto (GStrv) parts = g_strsplit (blocks[i], "\n", 2);
      g_auto (GStrv) head = g_strsplit (parts[0], " ", 2);
      g_auto (GStrv) lines = g_strsplit (parts[1], "\n", -1);

      if (head[1] != NULL)
        g_free (kp_test_folder_write (folder, head[1], parts[1], -1));
      for (guint j = 0; head[1] == NULL && *lines[j] != '\0'; j++, n_lines++)
        run_line (folder, lines[j]);
    }
  g_assert_cmpuint (n_lines, >, 20);
  SAYS ("改报", "explain", record, "000005");
  SAYS ("会议纪要〔2026〕1号（", "explain", record, "000005");
  SAYS ("7同意", "explain", record, "000003");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/decide/by-verbs", test_by_verbs);
  g_test_add_func ("/app/decide/appeal", test_appeal);
  g_test_add_func ("/app/decide/example-of-the-guide", test_example_of_the_guide_runs);
  g_test_add_func ("/app/decide/missing-columns-are-told", test_missing_columns_are_told);
  return g_test_run ();
}
