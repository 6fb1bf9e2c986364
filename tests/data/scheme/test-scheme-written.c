/* test-scheme-written.c – written exam and shortlist in the scheme's file: read, written back, said in the notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain.h"
#include "kp-scheme-json.h"
#include "kp-test.h"

#include <string.h>

#define MAX_SENTENCES 4

/* A small scheme file: one post, and what a row adds to post, written and shortlist. */
#define FORM \
  "{ \"kaopin-scheme\": 2, \"code\": \"x-2026\", \"title\": \"公开招聘\", \"posts\": [ { \"code\": \"A01\", \"name\": " \
  "\"综合岗\", \"places\": 2%s } ], \"written\": { %s }, \"shortlist\": { %s } }"

typedef struct
{
  const char *name;
  const char *post;
  const char *written;
  const char *shortlist;
  const char *path; /* NULL = good */
  const char *sentences[MAX_SENTENCES + 1]; /* of the notice; or the part of the message */
} Row;

#define TWO_PAPERS \
  "\"papers\": [ { \"code\": \"01\", \"name\": \"公共基础\", \"weight\": \"40%\" }, { \"code\": \"02\", \"name\": " \
  "\"社区业务\", \"weight\": \"60%\" } ]"
#define TWO_OF_150 \
  "\"papers\": [ { \"code\": \"01\", \"name\": \"行测\", \"full\": \"150\", \"weight\": \"1/3\" }, { \"code\": \"02\", " \
  "\"name\": \"申论\", \"full\": \"150\", \"weight\": \"1/3\" } ]"

static const Row rows[] = {
  { "nothing", "", "", "", NULL,
    { "笔试：满分100分，成绩保留2位小数。", "笔试成绩保留2位小数（四舍五入）。", "人数与招聘人数3∶1的比例确定",
      "人数不足的，按实际人数进入。" } },
  { "papers/weights", "", TWO_PAPERS, "", NULL,
    { "笔试成绩=公共基础×40%+社区业务×60%，满分100分。", "任一科目缺考或者违纪的，不计笔试成绩。" } },
  { "papers/thirds", "", TWO_OF_150, "", NULL, { "笔试成绩=行测×1/3+申论×1/3，满分100分。" } },
  { "papers/150-to-100", "", "\"papers\": [ { \"code\": \"01\", \"name\": \"综合\", \"full\": 150, \"weight\": \"2/3\" } ]", "",
    NULL, { "综合：满分150分", "笔试成绩=综合×2/3，满分100分。" } },
  { "papers/of-a-post", ", \"papers\": [ { \"code\": \"01\", \"weight\": \"1/2\" }, { \"code\": \"02\", \"weight\": \"1/2\" } ]",
    TWO_PAPERS, "", NULL, { "A01岗位的考试科目为公共基础、社区业务，笔试成绩=公共基础×50%+社区业务×50%，满分100分。" } },
  { "papers/rounded", "", TWO_PAPERS ", \"rounds_papers\": true, \"paper_decimals\": 1, \"rounding\": \"truncate\"", "", NULL,
    { "各科成绩折算后先保留1位小数（截尾，不四舍五入），再相加。", "笔试成绩保留2位小数（截尾，不四舍五入）。" } },
  { "papers/exact", "", TWO_OF_150 ", \"decimals\": \"exact\"", "", NULL, { "笔试成绩按实际得分计算，不作取舍。" } },
  { "papers/zero", "", TWO_PAPERS ", \"zero_paper_is_out\": true", "", NULL, { "任一科目成绩为零分的，不得进入面试。" } },
  { "papers/line", "", "\"papers\": [ { \"code\": \"01\", \"name\": \"公共基础\", \"line\": \"50\" } ]", "", NULL,
    { "公共基础的单科合格分数线为50分，单科成绩低于合格线的，不得进入面试。" } },
  { "papers/line-strict", "", "\"papers\": [ { \"code\": \"01\", \"name\": \"公共基础\", \"line\": 50, \"line_strict\": true } ]",
    "", NULL, { "单科成绩未高于合格线的" } },
  { "papers/step", "", "\"papers\": [ { \"code\": \"01\", \"name\": \"写作\", \"step\": \"0.5\" } ]", "", NULL,
    { "写作以0.5分为最小单位计分。" } },
  { "recheck", "", "\"recheck_days\": 3, \"recheck_in_workdays\": true", "", NULL,
    { "可以自成绩公布之日起3个工作日内申请查分。", "期满前不确定入围名单。" } },
  { "papers/elsewhere", "", "\"papers\": [ { \"code\": \"01\", \"name\": \"综合知识\", \"elsewhere\": true } ]", "", NULL,
    { "综合知识不另行组织考试，沿用考生在其他考试中取得的该科成绩，满分100分" } },
  { "exempt", "", "\"exempt\": { \"grid_staff\": true }, \"exempt_mark\": \"60\"", "", NULL,
    { "符合以下条件的人员免笔试，资格审查合格后进入面试：", "免笔试进入面试的人员不占面试比例。" } },
  { "line/on-paper", "", "\"line\": { \"basis\": \"on_paper\", \"value\": \"55.5\" }", "", NULL,
    { "笔试合格分数线为卷面成绩（不含加分）55.5分。" } },
  { "line/with-bonus-strict", "", "\"line\": { \"basis\": \"on_with_bonus\", \"value\": 50, \"strict\": true }", "", NULL,
    { "笔试合格分数线为笔试成绩（含加分）50分。", "成绩须高于合格分数线" } },
  { "line/mean", "", "\"line\": { \"basis\": \"on_paper\", \"kind\": \"share_of_mean\", \"share\": \"60%\" }", "", NULL,
    { "为全体实际参加考试人员（缺考的不计）平均卷面成绩的60%，保留2位小数（四舍五入）。" } },
  { "line/mean-of-post", "",
    "\"line\": { \"basis\": \"on_with_bonus\", \"kind\": \"share_of_mean\", \"share\": \"0.8\", \"per\": \"post\", "
    "\"decimals\": 0, \"rounding\": \"up\" }",
    "", NULL, { "为同一岗位全体实际参加考试人员（缺考的不计）平均笔试成绩的80%，保留0位小数（进一）。" } },
  { "line/full", "", "\"line\": { \"basis\": \"on_paper\", \"kind\": \"share_of_full\", \"share\": \"1/2\" }", "", NULL,
    { "笔试合格分数线按卷面成绩（不含加分）划定，为笔试满分的50%。" } },
  { "line/decided", "", "\"line\": { \"basis\": \"on_paper\", \"kind\": \"decided\" }", "", NULL,
    { "笔试合格分数线按卷面成绩（不含加分）划定，具体分值在笔试后由招聘工作领导小组研究决定并公布。" } },
  { "post/takes-all", ", \"takes_all\": true", "", "", NULL, { "A01岗位笔试合格的人员全部进入面试，不受比例限制。" } },
  { "tiers", "", "",
    "\"tiers\": [ { \"from_places\": 1, \"to_places\": 4, \"ratio\": \"1\", \"plus\": 1 }, { \"from_places\": 5, \"ratio\": "
    "\"1:1.2\" } ], \"rounding\": \"up\"",
    NULL, { "招聘人数1至4名的岗位", "在此基础上增加1名。", "招聘人数5名及以上的岗位", "1.2∶1的比例（人数进一取整）确定面试人选" } },
  { "by-paper", "", "", "\"basis\": \"paper\"", NULL, { "按笔试卷面成绩（不含加分）从高到低", "按笔试卷面成绩从高到低依次递补" } },
  { "direct", "", "", "\"direct\": { \"veteran\": true }", NULL,
    { "不受比例限制，直接进入面试：", "上述人员不受合格分数线限制。", "直接进入面试的人员不占面试比例。" } },
  { "direct-counted", "", "",
    "\"direct\": { \"veteran\": true }, \"direct_counts\": true, \"direct_needs_line\": true", NULL,
    { "上述人员笔试成绩仍须达到合格分数线。", "直接进入面试的人员计入面试比例。" } },
  { "shortage/reduce", "", "", "\"shortage\": \"reduce_plan\"", NULL,
    { "人数不足的，按比例核减岗位招聘人数，核减后不足1名的保留1名。" } },
  { "shortage/decide", "", "", "\"shortage\": \"decide\", \"last_tie\": \"none_enter\"", NULL,
    { "末位成绩并列、超出比例的，均不进入面试；人数不足的，由招聘工作领导小组研究决定核减招聘人数或者降低面试比例。" } },
  { "ties/by-key", "", "", "\"last_tie\": \"by_key\", \"places\": \"shared_dense\"", NULL,
    { "末位成绩并列的，按笔试卷面成绩确定", "其后名次连续排列" } },
  { "substitution/causes", "", "", "\"causes\": [\"withdrew\", \"absent\"], \"max_rounds\": 1", NULL,
    { "自愿放弃、未按时参加的，按笔试成绩从高到低依次递补", "因其他原因空缺的，不予递补。", "面试前的递补不超过1次。" } },
  { "substitution/length", "", "", "\"refill\": \"to_list_length\"", NULL, { "递补至首次确定的面试人数。" } },
  { "substitution/none", "", "", "\"may_substitute\": false", NULL, { "面试人选确定后不再递补。" } },

  { "fault/post-paper", ", \"papers\": [ { \"code\": \"01\" }, { \"code\": \"09\" } ]", "", "", "posts[0].papers[1].code",
    { "09" } },
  { "fault/post-paper-as-text", ", \"papers\": [ \"01\" ]", "", "", "posts[0].papers[0]", { "braces" } },
  { "fault/weights", "", "\"papers\": [ { \"code\": \"01\", \"weight\": \"1/3\" } ]", "", "written.papers", { "1/3" } },
  { "fault/kind", "", "\"line\": { \"basis\": \"on_paper\", \"kind\": \"later\" }", "", "written.line.kind", { "decided" } },
  { "fault/share", "", "\"line\": { \"basis\": \"on_paper\", \"kind\": \"share_of_full\", \"share\": \"120%\" }", "",
    "written.line.share", { "at most 100%" } },
  { "fault/share-as-number", "", "\"line\": { \"basis\": \"on_paper\", \"kind\": \"share_of_full\", \"share\": 0.5 }", "",
    "written.line.share", { "weight as text" } },
  { "fault/no-share", "", "\"line\": { \"basis\": \"on_paper\", \"kind\": \"share_of_mean\" }", "", "written.line.share",
    { "60%" } },
  { "fault/line-of-zero", "", "\"line\": { \"basis\": \"on_paper\" }", "", "written.line.value", { "keeps nobody out" } },
  { "fault/decimals", "", "\"decimals\": \"all\"", "", "written.decimals", { "exact" } },
  { "fault/exempt", "", "\"exempt\": { \"certificate_at_least\": { \"word\": \"x\" } }", "", "written.exempt", { "level" } },
  { "fault/gap", "", "",
    "\"tiers\": [ { \"from_places\": 1, \"to_places\": 4, \"ratio\": \"3\" }, { \"from_places\": 6, \"ratio\": \"2\" } ]",
    "shortlist.tiers", { "5 places" } },
  { "fault/overlap", "", "",
    "\"tiers\": [ { \"from_places\": 1, \"to_places\": 5, \"ratio\": \"3\" }, { \"from_places\": 5, \"ratio\": \"2\" } ]",
    "shortlist.tiers[1].from_places", { "5 places" } },
  { "fault/zero", "", "", "\"tiers\": [ { \"ratio\": \"0\" } ]", "shortlist.tiers[0].ratio", { "greater than 0" } },
  { "fault/cause", "", "", "\"causes\": [\"ill\"]", "shortlist.causes[0]", { "withdrew" } },
  { "fault/direct-counts", "", "", "\"direct_counts\": true", "shortlist.direct_counts", { "without ratio" } },
  { "fault/shortage", "", "", "\"shortage\": \"wait\"", "shortlist.shortage", { "reduce_plan" } },
};

static gchar *
dup_file (const Row *row)
{
  return g_strdup_printf (FORM, row->post, row->written, row->shortlist);
}

static gchar *
dup_notice (const KpScheme *scheme)
{
  g_autoptr (GPtrArray) sections = kp_scheme_explain (scheme);
  GString              *notice = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->paragraphs->len; j++)
        g_string_append_printf (notice, "%s\n", (const char *) g_ptr_array_index (section->paragraphs, j));
    }

  return g_string_free (notice, FALSE);
}

static void
assert_refused (const Row       *row,
                const GPtrArray *problems)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      g_test_message ("%s: %s", problem->path, problem->message);
      is_found = is_found
                 || (strcmp (problem->path, row->path) == 0 && strstr (problem->message, row->sentences[0]) != NULL);
    }
  g_assert_true (is_found);
}

/* Written back and read again the file says the same, in the same bytes and the same sentences. */
static void
test_row (gconstpointer data)
{
  const Row            *row = data;
  g_autofree gchar     *file = dup_file (row);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError)    error = NULL;
  g_autoptr (KpScheme)  scheme = kp_scheme_json_parse (file, -1, &problems, &error);
  g_autoptr (KpScheme)  again = NULL;
  g_autofree gchar     *written = NULL;
  g_autofree gchar     *rewritten = NULL;
  g_autofree gchar     *notice = NULL;

  if (row->path != NULL)
    {
      g_assert_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_REFUSED);
      assert_refused (row, problems);
      return;
    }

  g_assert_no_error (error);
  written = kp_scheme_json_dup (scheme);
  again = kp_scheme_json_parse (written, -1, NULL, &error);
  g_assert_no_error (error);
  rewritten = kp_scheme_json_dup (again);
  g_assert_cmpstr (written, ==, rewritten);
  notice = dup_notice (again);
  for (guint i = 0; row->sentences[i] != NULL; i++)
    kp_test_assert_contains (notice, row->sentences[i]);
}

/* No sentence of a row stands in the notice of a scheme without that rule. */
static void
test_silent_without (void)
{
  static const char *const others[] = {
    "单科", "免笔试", "沿用", "合格分数线", "直接进入面试", "核减岗位", "领导小组研究决定核减", "不予递补", "首次确定",
    "折算后", "连续排列", "不受比例限制", "任一科目",
  };
  g_autofree gchar    *file = dup_file (&rows[0]);
  g_autoptr (KpScheme) scheme = kp_scheme_json_parse (file, -1, NULL, NULL);
  g_autofree gchar    *notice = dup_notice (scheme);

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (strstr (notice, others[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/scheme/written/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/data/scheme/written/silent-without", test_silent_without);

  return g_test_run ();
}
