/* test-proof.c – claims, their papers and the checks against a source, carried by the verbs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
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
      "\"facts\": [ { \"id\": \"abroad\", \"label\": \"境外学位\", \"kind\": \"yes_no\" } ],"
      "\"definitions\": { \"graduate\": { \"year\": 2026, \"certificate_by\": \"2026-07-31\", \"years_back\": 2,"
      "  \"overseas\": \"abroad\", \"overseas_from\": \"2025-01-01\", \"overseas_to\": \"2026-06-30\" } },"
      "\"written\": { \"papers\": [ { \"code\": \"01\", \"name\": \"笔试\", \"elsewhere\": true } ] },"
      "\"posts\": [ { \"code\": \"A01\", \"name\": \"毕业生岗\", \"places\": 1, \"track\": \"graduate\" } ],"
      "\"requirements\": [ { \"id\": \"track\", \"label\": \"定向对象\", \"clause\": \"二\", \"text\": \"高校毕业生\","
      "  \"reason\": \"R08\", \"condition\": { \"counts_as\": \"graduate\" } } ],"
      "\"proofs\": [ { \"id\": \"degree\", \"label\": \"境外学位\", \"when\": { \"is\": \"abroad\" }, \"facts\": [\"abroad\", \"graduated\"],"
      "  \"papers\": [\"学位证书\", \"国外学历学位认证书\"], \"sources\": [\"教育部留学服务中心\"], \"by\": \"2026-03-20\","
      "  \"dated_by\": \"2026-03-20\" } ] }";

/* The degree of a school abroad counts by its own days: the first day, and the day before it. */
static const char rows[] = "姓名,身份证号,岗位代码,毕业时间,境外学位\n"
                           "张甲,11010519491231002X,A01,2025-01-01,是\n"
                           "张乙,610104196209276908,A01,2024-12-31,是\n"
                           "张丙,130609200506199818,A01,2024-12-31,\n"
                           "张丁,130609199103150010,A01,2025-06-30,是\n";

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

#define REFUSES(...)                                                                                         \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr (KpTestProgram) program = kp_test_program_run_in (NULL, (const char *const[]){ __VA_ARGS__, NULL }); \
                                                                                                             \
    g_assert_cmpint (program->status, !=, 0);                                                                \
    g_assert_cmpstr (program->errors, !=, "");                                                               \
  }                                                                                                          \
  G_STMT_END

static void
make (Campaign *c)
{
  g_autofree char *file = NULL;
  g_autofree char *sheet = NULL;

  c->folder = kp_test_folder_new ();
  c->record = kp_test_folder_dup_file (c->folder, "小县.kaopin");
  file = kp_test_folder_write (c->folder, "scheme.json", scheme, -1);
  sheet = kp_test_folder_write (c->folder, "rows.csv", rows, -1);
  RUN ("scheme", "check", file);
  RUN ("new", c->record, "--scheme", file);
  RUN ("import", c->record, "registrations", sheet);
}

/* The clock of this test is that of the machine: the last day to prove it is long over. */
static void
test_by_verbs (void)
{
  g_auto (Campaign) c = { 0 };

  make (&c);
  RUN ("review", c.record, "--auto");
  SAYS ("\"pass\" : 3", "review", c.record, "--auto");
  SAYS ("\"open\" : 2", "proof", c.record);
  SAYS ("\"n_late\" : 2", "proof", c.record, "--late");
  SAYS ("境外学位", "due", c.record, "--on", "2026-03-20");
  RUN ("proof", c.record, "--shown", "000001=degree", "--paper", "学位证书");
  SAYS ("学位证书", "proof", c.record, "--of", "000001");
  REFUSES ("proof", c.record, "--confirm", "000001=degree", "--source", "教育部留学服务中心", "--on", "2026-03-10", "--dated",
           "2026-03-01");
  REFUSES ("proof", c.record, "--confirm", "000001=degree", "--all-papers", "--source", "教育部留学服务中心", "--on", "2026-03-22",
           "--dated", "2026-03-21");
  RUN ("proof", c.record, "--confirm", "000001=degree", "--paper", "国外学历学位认证书", "--source", "教育部留学服务中心", "--on",
       "2026-03-20", "--dated", "2026-03-20", "--reference", "教留服认〔2026〕1号");
  SAYS ("教留服认〔2026〕1号", "proof", c.record);
  SAYS ("\"n_late\" : 1", "proof", c.record);
  RUN ("proof", c.record, "--refute", "000004=degree", "--source", "教育部留学服务中心", "--on", "2026-03-12", "--reason",
       "查无此学位");
  SAYS ("\"n_late\" : 0", "proof", c.record);
  SAYS ("2026年3月12日经教育部留学服务中心核查不属实（查无此学位）", "explain", c.record, "000004");
  SAYS ("\"pass\" : 2", "review", c.record, "--auto");
  RUN ("verify", c.record);
}

static void
test_arguments (void)
{
  g_auto (Campaign) c = { 0 };

  make (&c);
  REFUSES ("proof", c.record, "--confirm", "000001");
  REFUSES ("proof", c.record, "--confirm", "000001=degree", "--on", "yesterday");
  REFUSES ("proof", c.record, "--refute", "000001=nothing", "--source", "教育部留学服务中心", "--on", "2026-03-10", "--reason", "无");
  REFUSES ("proof", c.record, "--refute", "000003=degree", "--source", "教育部留学服务中心", "--on", "2026-03-10", "--reason", "无");
  REFUSES ("proof", c.record, "--refute", "000001=degree", "--source", "某人", "--on", "2026-03-10", "--reason", "无");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/proof/by-verbs", test_by_verbs);
  g_test_add_func ("/app/proof/arguments", test_arguments);
  return g_test_run ();
}
