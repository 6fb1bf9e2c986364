/* test-scheme-said.c – the sentences of the notice where a scheme orders its stages, leaves things out or adds details.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain.h"
#include "kp-scheme-json.h"
#include "kp-test.h"

#include <string.h>

#define ORDER(stages) "\"stages\": [" stages "]"
#define ALL_WRITTEN "\"totals\": [ { \"id\": \"exam\", \"weights\": { \"written\": \"100%\", \"interview\": \"0\" } } ]"

#define ITEM(code, label, group) \
  "{ \"code\": \"" code "\", \"label\": \"" label "\", \"points\": \"1\", \"group\": \"" group "\" }"
#define ASKS(condition) \
  "\"facts\": [ { \"id\": \"on_duty\", \"label\": \"在岗\", \"kind\": \"yes_no\" }, { \"id\": \"local\", \"label\": \"本区户籍\", " \
  "\"kind\": \"yes_no\" }, { \"id\": \"votes\", \"label\": \"满意率\", \"kind\": \"number\" } ], \"requirements\": [ { \"id\": \"r\", " \
  "\"label\": \"条件\", \"text\": \"见公告。\", \"reason\": \"R99\", \"condition\": " condition " } ]"

typedef struct
{
  const char *name;
  const char *keys;   /* beside form, code, title and one post */
  const char *says;   /* (nullable): a part of the notice with its annexes */
  const char *silent; /* (nullable): what it mustn't say */
} Row;

static const Row rows[] = {
  { "steps", ORDER ("\"plan\", \"notice\", \"registration\", \"review\", \"written\", \"interview\", \"totals\", \"closed\""),
    "招聘按以下步骤依次进行：发布公告、报名、资格审查、笔试、面试、计算综合成绩。", "体检" },
  { "background-first", ORDER ("\"registration\", \"review\", \"written\", \"interview\", \"totals\", \"background\", \"physical\""),
    "、考察和体检\n按综合成绩从高到低，以考察和体检人数与招聘人数1∶1的比例确定考察和体检人选。", "体检合格的进行考察" },
  { "no-physical", ORDER ("\"registration\", \"review\", \"written\", \"interview\", \"totals\", \"background\""),
    "考察不合格或者放弃的", "体检" },
  { "no-interview", ORDER ("\"registration\", \"review\", \"written\", \"totals\", \"publicity\"") ", " ALL_WRITTEN, "综合成绩=笔试成绩，",
    "考官" },
  { "no-hire", ORDER ("\"registration\", \"review\", \"written\", \"interview\", \"totals\", \"publicity\""), "、公示\n拟聘用人员名单公示7个工作日。",
    "劳动合同" },
  { "training", ORDER ("\"registration\", \"review\", \"written\", \"interview\", \"totals\", \"hire\", \"training\""),
    "聘用人员须参加岗前培训", NULL },
  { "review-after-interview", ORDER ("\"registration\", \"written\", \"interview\", \"review\", \"totals\""),
    "、资格审查\n资格审查在面试后进行", "报名和资格审查" },
  { "no-recheck", ORDER ("\"registration\", \"review\", \"written\", \"shortlist\", \"interview\", \"totals\""), "、面试人选\n", "资格复审" },
  { "recheck-first", ORDER ("\"registration\", \"review\", \"recheck\", \"written\", \"shortlist\", \"interview\", \"totals\""),
    "报考人员须在笔试前接受资格复审", NULL },

  /* What the scheme doesn't name leaves no gap. */
  { "nobody-named", "\"county\": \"\"", "公开招聘社区专职工作人员。现将", "由组织" },
  { "no-channel", "\"county\": \"\"", "领取时间和方式另行公布", "在公布" },
  { "no-day-of-publicity", "\"county\": \"\"", "拟聘用人员名单公示7个工作日。", "自起" },
  { "no-day-of-contract", "\"county\": \"\"", "合同期限3年。", "起计算" },
  { "no-phone", "\"county\": \"\"", "招聘工作接受社会监督。", "监督电话" },
  { "no-explainer", "\"county\": \"\"", NULL, "负责解释" },
  { "no-fee-promised", "\"county\": \"\"", "每人限报一个岗位。", "费用" },
  { "no-bonus", "\"county\": \"\"", "按笔试成绩从高到低", "按笔试成绩（含加分）从高到低" },
  { "no-direct-hire", "\"county\": \"\"", NULL, "免试直接聘用" },

  /* Hired without an exam. */
  { "direct-hire", "\"direct_hire\": { \"when\": { \"veteran\": true } }",
    "、免试直接聘用\n符合以下条件的人员，经资格审查合格，可免试直接聘用，不参加笔试、面试：退役军人。\n免试直接聘用人员占用所报岗位的招聘人数；"
    "面试人选按其余名额的比例确定，其余名额按考试成绩择优聘用。\n符合条件的人数超过名额的，由招聘工作领导小组研究决定人选；未列为人选的，参加考试。",
    "每个岗位不超过" },
  { "direct-hire-limited", "\"direct_hire\": { \"when\": { \"veteran\": true }, \"posts\": [\"A\"], \"most\": 1, \"left\": \"out\" }",
    "报考A岗位、符合以下条件的人员", "未列为人选的，参加考试" },
  { "direct-hire-at-most", "\"direct_hire\": { \"when\": { \"veteran\": true }, \"most\": 1, \"left\": \"out\" }",
    "每个岗位不超过1名；面试人选按其余名额的比例确定", NULL },
  { "direct-hire-others-out", "\"direct_hire\": { \"when\": { \"veteran\": true }, \"left\": \"out\" }", "未列为人选的，不再参加本次招聘。",
    NULL },
  { "direct-hire-and-score", "\"direct_hire\": { \"when\": { \"veteran\": true } }, "
    "\"others\": [ { \"code\": \"k\", \"name\": \"考察成绩\" } ], "
    "\"background\": { \"score\": { \"other\": \"k\", \"line\": \"60\", \"weights\": { \"total\": \"80%\", \"other\": \"20%\" } } }",
    "免试直接聘用人员没有综合成绩，不计算最终成绩，考察成绩达到合格线的，列在按最终成绩排名的人员之前。", NULL },
  { "waves", "\"substitution\": { \"from\": \"campaign\", \"waves\": [ { \"label\": \"退役军人\", \"when\": { \"veteran\": true } }, {} ] }",
    "其他岗位的人员先补退役军人（退役军人），再补其余的人，同一批按综合成绩从高到低", NULL },
  { "exempt-limited", "\"written\": { \"exempt\": { \"veteran\": true }, \"exempt_mark\": \"60\", \"exempt_most\": 2, \"exempt_share\": \"30%\", "
    "\"exempt_keys\": [\"education\", \"younger\"] }",
    "每个岗位免笔试的不超过2人，且不超过招聘人数的30%（不足一人的不计）；符合条件的人数超过的，依次按学历", NULL },
  { "no-condition", "\"county\": \"\"", NULL, "基本条件" },

  /* Numbers as people say them. */
  { "ratio-of-tenths", "\"shortlist\": { \"tiers\": [ { \"ratio\": \"1:1.2\" } ] }", "1.2∶1的比例（人数四舍五入取整）", "6∶5" },
  { "ratio-of-thirds", "\"shortlist\": { \"tiers\": [ { \"ratio\": \"4/3\" } ] }", "4∶3的比例", NULL },
  { "no-extremes", "\"interview\": { \"panel\": { \"drop_highest\": 0, \"drop_lowest\": 0 } }", "面试成绩为全体考官评分的平均分", "去掉0个" },
  { "only-the-highest", "\"interview\": { \"panel\": { \"drop_lowest\": 0 } }", "去掉1个最高分后取平均分", "0个" },
  { "step", "\"interview\": { \"panel\": { \"step\": \"0.5\" } }", "以0.5分为最小单位", NULL },
  { "cap", "\"interview\": { \"correction\": { \"cap\": 100 } }", "修正后的成绩高于100分的，按100分计。", NULL },
  { "rooms", "\"interview\": { \"correction\": { \"min_rooms\": 4, \"min_in_room\": 6 } }",
    "考场少于4个，或者有考场取得成绩的人员少于6人的，不作修正。", NULL },
  { "rooms-uncorrected", "\"interview\": { \"room_limit\": 30, \"rooms_when_over\": 2, \"correction\": { \"method\": \"none\" } }",
    "分考场面试的，面试成绩不作修正。", NULL },
  { "institution", "\"contract\": { \"kind\": \"institution\" }", "签订事业单位聘用合同", "签订劳动合同" },
  { "no-ties", "\"totals\": [ { \"id\": \"exam\", \"ties\": [] } ]", "综合成绩相同的，名次并列。", NULL },
  { "one-day-for-all", "\"bonus\": { \"items\": [ { \"code\": \"a\", \"label\": \"甲\", \"points\": \"1\", \"due\": \"2026-03-09\" }, "
    "{ \"code\": \"b\", \"label\": \"乙\", \"points\": \"2\", \"due\": \"2026-03-09\" } ] }",
    "各项加分均须在2026年3月9日前（含当日）申报", "甲加分须" },

  /* Each sentence can be read in one way only. */
  { "not-beside-another", ASKS ("{ \"any_of\": [ { \"except\": [ { \"is\": \"on_duty\" } ] }, { \"is\": \"local\" } ] }"),
    "（不属于：在岗），或者本区户籍", NULL },
  { "not-of-both", ASKS ("{ \"except\": [ { \"all_of\": [ { \"is\": \"on_duty\" }, { \"is\": \"local\" } ] } ] }"),
    "：不属于：（在岗，且本区户籍）（", NULL },
  { "not-alone", ASKS ("{ \"except\": [ { \"is\": \"on_duty\" } ] }"), "：不属于：在岗（", NULL },
  { "not-not", ASKS ("{ \"except\": [ { \"except\": [ { \"is\": \"on_duty\" } ] } ] }"), "条件：在岗（", "不属于" },
  { "not-none-of-two", ASKS ("{ \"except\": [ { \"except\": [ { \"is\": \"on_duty\" }, { \"is\": \"local\" } ] } ] }"),
    "条件：在岗，或者本区户籍（", "不属于" },
  { "not-at-most", ASKS ("{ \"except\": [ { \"at_most\": { \"fact\": \"votes\", \"value\": \"50\" } } ] }"), "条件：满意率高于50（",
    "不属于" },
  { "not-at-least", ASKS ("{ \"except\": [ { \"at_least\": { \"fact\": \"votes\", \"value\": \"50\" } } ] }"), "条件：满意率低于50（",
    "不属于" },
  { "not-so-old", ASKS ("{ \"except\": [ { \"months_since\": { \"fact\": \"birth\", \"months\": 612, \"to\": \"2026-03-02\" } } ] }"),
    "条件：截至2026年3月2日未满51周岁（", "不属于" },
  { "so-old", ASKS ("{ \"months_since\": { \"fact\": \"birth\", \"months\": 216, \"to\": \"2026-03-02\" } }"),
    "条件：截至2026年3月2日年满18周岁（", NULL },
  { "not-so-long", ASKS ("{ \"except\": [ { \"service_months\": { \"months\": 24 } } ] }"), "服现役未满2年（", "不属于" },
  { "by-hand-beside", ASKS ("{ \"any_of\": [ { \"is\": \"local\" }, { \"by_hand\": \"是否本县生源\" } ] }"),
    "本区户籍，或者由审查人员认定：是否本县生源（", NULL },
  { "all-outside", "\"interview\": { \"panel\": { \"outside_share\": \"1\" } }", "每个考官组全部为异地考官。", "不少于1" },
  { "a-third-outside", "\"interview\": { \"panel\": { \"outside_share\": \"1/3\" } }", "异地考官不少于考官人数的三分之一。", NULL },
  { "papers-elsewhere", "\"written\": { \"papers\": [ { \"code\": \"01\", \"name\": \"省考\", \"elsewhere\": true } ] }", NULL,
    "领取笔试准考证" },
  { "tickets-before-the-review", ORDER ("\"registration\", \"written\", \"interview\", \"review\", \"totals\""),
    "报考人员领取笔试准考证", "资格审查合格的人员领取" },
  { "papers-that-count", "\"written\": { \"papers\": [ { \"code\": \"01\", \"name\": \"综合\", \"full\": 150, \"weight\": \"2/3\" }, "
    "{ \"code\": \"02\", \"name\": \"专业\", \"weight\": \"0\" } ] }", "笔试成绩=综合×2/3，", "专业×0" },
  { "background-first-said", ORDER ("\"registration\", \"review\", \"written\", \"interview\", \"totals\", \"background\", \"physical\""),
    "先进行考察，主要考察政治表现、道德品质、遵纪守法和需要回避等情况。\n考察合格的进行体检。", "先考察后体检" },
  { "background-scored", "\"others\": [ { \"code\": \"k\", \"name\": \"考察成绩\" } ], \"physical\": { \"list\": { \"ratio\": \"1:1.5\" } }, "
    "\"background\": { \"score\": { \"other\": \"k\", \"line\": \"60\", \"weights\": { \"total\": \"80%\", \"other\": \"20%\" }, "
    "\"ties\": [\"total\", \"decision\"] } }",
    "考察实行量化评分（考察成绩），满分100分；考察成绩低于60分的，为考察不合格，不予聘用。\n"
    "最终成绩=综合成绩×80%+考察成绩×20%，保留2位小数（四舍五入）。\n"
    "确定为考察人选、考察合格的，按最终成绩从高到低，在招聘人数以内确定拟聘用人选；未列入考察人选的没有最终成绩。\n"
    "最终成绩相同的，依次按综合成绩、领导小组研究决定确定名次。", "综合成绩×80%+考察成绩×20%=" },
  { "pool-after-substitution", "\"reserve\": { \"applies\": true }, \"substitution\": { \"final_until\": \"probation\" }",
    "出现空缺时按名次依次递补（试用期开始以后出现的空缺除外）。", NULL },
  { "pool-of-the-whole-time", "\"reserve\": { \"applies\": true }, \"substitution\": { \"final_until\": \"reserve\" }",
    "出现空缺时按名次依次递补。", "除外" },
  { "pool-without-substitution", "\"reserve\": { \"applies\": true }, \"substitution\": { \"final_until\": \"never\" }",
    "未被聘用的人员进入后备库。", "出现空缺时" },
  { "interview-only-formula", "\"quota\": { \"applies\": true, \"ratio\": \"3\", \"action\": \"interview_only\", \"interview_only_total\": \"only\" }, "
    "\"totals\": [ { \"id\": \"exam\" }, { \"id\": \"only\", \"label\": \"面试成绩\", \"weights\": { \"written\": \"0\", "
    "\"interview\": \"100%\" }, \"ties\": [] } ]", "直接面试的岗位：综合成绩=面试成绩，", "面试成绩：综合成绩" },
  { "group-of-all", "\"bonus\": { \"items\": [ " ITEM ("a", "甲", "g") ", " ITEM ("b", "乙", "g") " ], \"groups\": [ { \"code\": \"g\", "
    "\"label\": \"退役士兵\", \"within\": \"sum\", \"cap\": \"20\" } ] }", "退役士兵加分（甲、乙）：同时符合多项的可以累计，最高20分。", "其他同类" },
  { "groups-of-all", "\"bonus\": { \"items\": [ " ITEM ("a", "甲", "g") ", " ITEM ("b", "乙", "h") " ], \"groups\": [ { \"code\": \"g\" }, "
    "{ \"code\": \"h\" } ] }", "不同类别之间只取最高一类，不累计。", "其他同类" },
  { "group-without-rules", "\"bonus\": { \"across\": \"sum\", \"items\": [ " ITEM ("a", "本区户籍", "bd") ", " ITEM ("b", "本区住房", "bd")
    ", { \"code\": \"c\", \"label\": \"军属\", \"points\": \"1\" } ] }", "本区户籍、本区住房为同一类，同时符合多项的只取最高一项。", "bd" },
  { "group-in-the-annex", "\"bonus\": { \"items\": [ " ITEM ("a", "甲", "bd") ", " ITEM ("b", "乙", "bd") " ] }",
    "加分“甲”：由人审批（类别：与乙同类）。", "bd" },
  { "group-by-its-label", "\"bonus\": { \"items\": [ " ITEM ("a", "甲", "bd") " ], \"groups\": [ { \"code\": \"bd\", \"label\": \"本地\" } ] }",
    "（类别：本地）", "bd" },
  { "tie-in-its-own-words", "\"totals\": [ { \"id\": \"exam\", \"ties\": [ { \"meets\": { \"political_in\": [\"中共党员\"] }, "
    "\"label\": \"党员优先\" } ] } ]", "同分次序“党员优先”：符合“政治面貌为中共党员”者优先。", NULL },
  { "annex", "\"requirements\": [ { \"id\": \"age\", \"label\": \"年龄\", \"text\": \"35周岁以下。\", \"reason\": \"R01\", "
    "\"condition\": { \"born\": { \"from\": \"1990-03-02\" } } } ]", "年龄：1990年3月2日（含）以后出生（R01；", NULL },
};

static void
append (GString   *out,
        GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      g_string_append_printf (out, "%s\n", section->heading);
      for (guint j = 0; j < section->paragraphs->len; j++)
        g_string_append_printf (out, "%s\n", (const char *) g_ptr_array_index (section->paragraphs, j));
    }
}

static void
test_row (gconstpointer data)
{
  const Row            *row = data;
  g_autofree gchar     *text = g_strdup_printf ("{ \"kaopin-scheme\": 2, \"code\": \"a\", \"title\": \"公告\", "
                                                "\"posts\": [ { \"code\": \"A\", \"name\": \"综合岗\", \"places\": 2 } ], %s }",
                                                row->keys);
  g_autoptr (GError)    error = NULL;
  g_autoptr (KpScheme)  scheme = kp_scheme_json_parse (text, -1, NULL, &error);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) annexes = NULL;
  g_autoptr (GString)   said = g_string_new (NULL);

  g_assert_no_error (error);
  sections = kp_scheme_explain (scheme);
  annexes = kp_scheme_explain_annexes (scheme);
  append (said, sections);
  append (said, annexes);
  if (row->says != NULL)
    kp_test_assert_contains (said->str, row->says);
  if (row->silent != NULL && strstr (said->str, row->silent) != NULL)
    g_error ("“%s” is said in: %s", row->silent, said->str);
}

/* A section stands where its stage does. */
static void
test_order (void)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (KpScheme)  scheme
    = kp_scheme_json_parse ("{ \"kaopin-scheme\": 2, \"code\": \"a\", \"title\": \"公告\", "
                            "\"posts\": [ { \"code\": \"A\", \"name\": \"综合岗\", \"places\": 2 } ], "
                            ORDER ("\"registration\", \"review\", \"interview\", \"written\", \"totals\"") " }",
                            -1, NULL, &error);
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GString)   said = g_string_new (NULL);

  g_assert_no_error (error);
  sections = kp_scheme_explain (scheme);
  append (said, sections);
  g_assert_nonnull (strstr (said->str, "、面试\n"));
  g_assert_nonnull (strstr (strstr (said->str, "、面试\n"), "、笔试\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/scheme-said/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/data/scheme-said/order-of-sections", test_order);

  return g_test_run ();
}
