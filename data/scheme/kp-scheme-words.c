/* kp-scheme-words.c – the names that a scheme file allows, in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-labels.h"

#include <string.h>

#include "kp-scheme-explain.h"

typedef KpSchemeWord Word;

/* A key, or several with a blank between, each "object.key" or a key in whatever object. */
typedef struct
{
  const char *keys;
  const Word *words; /* ends with a NULL name */
} Words;

static const Word roundings[] = {
  { "half_up", "四舍五入" }, { "truncate", "直接舍去" }, { "half_even", "四舍六入五成双" }, { "up", "进一" }, { NULL, NULL },
};
static const Word stages[] = {
  { "plan", "制定方案" },   { "notice", "发布公告" },     { "registration", "报名" },  { "review", "资格审查" },
  { "sittings", "编排考场" }, { "written", "笔试" },        { "shortlist", "确定面试人选" }, { "recheck", "资格复审" },
  { "interview", "面试" },  { "totals", "综合成绩" },     { "physical", "体检" },      { "background", "考察" },
  { "publicity", "公示" },  { "hire", "聘用" },           { "training", "培训" },      { "probation", "试用期" },
  { "closed", "结束" },     { NULL, NULL },
};
static const Word causes[] = {
  { "withdrew", "自愿放弃" }, { "failed", "不合格" }, { "absent", "未按时参加" }, { "breach", "违纪或者弄虚作假" }, { NULL, NULL },
};
static const Word untils[] = {
  { "never", "不递补" },        { "list", "面试名单公布" },  { "interview_tickets", "面试通知单发放" },
  { "interview", "面试开始" },  { "physical", "体检开始" },  { "background", "考察开始" },
  { "publicity", "公示开始" },  { "hire", "办理聘用手续" },  { "probation", "试用期开始" },
  { "reserve", "后备库到期" },  { NULL, NULL },
};
static const Word tracks[] = {
  { "open", "面向社会公开招聘" },  { "veteran", "定向招聘退役军人" },     { "graduate", "定向招聘高校毕业生" },
  { "conversion", "原网格员等专职人员转聘" }, { "social_work", "定向招聘社会工作专业人才" }, { "targeted", "定向招聘其他群体" },
  { NULL, NULL },
};
static const Word fact_kinds[] = {
  { "yes_no", "是否" }, { "word", "词语" }, { "place", "地点" }, { "date", "日期" }, { "number", "数字" }, { NULL, NULL },
};
static const Word empties[] = { { "none", "视为没有" }, { "unknown", "待补充" }, { NULL, NULL } };
static const Word graduate_counts[] = { { "year", "按毕业年份" }, { "day", "自毕业之日起" }, { NULL, NULL } };
static const Word proof_befores[] = { { "none", "不设" }, { "opening", "确定开考岗位" }, { "publicity", "公示" }, { NULL, NULL } };
static const Word checks[] = {
  { "review", "资格审查" }, { "recheck", "资格复审" }, { "background", "考察" }, { NULL, NULL },
};
static const Word quota_pers[] = {
  { "post", "各岗位分别计算" }, { "street", "各街道分别计算" }, { "campaign", "全部岗位合并计算" }, { NULL, NULL },
};
static const Word quota_counts[] = {
  { "registered", "报名人数" }, { "passed", "资格审查合格人数" }, { "paid", "缴费确认人数" }, { NULL, NULL },
};
static const Word quota_actions[] = {
  { "reduce", "核减招聘人数" },         { "cancel", "取消岗位" },         { "keep", "保留招聘计划" },
  { "interview_only", "直接面试" }, { "decide", "由领导小组决定" }, { NULL, NULL },
};
static const Word quota_freed[] = {
  { "none", "不调剂" },
  { "cancelled_targeted", "被取消的定向岗位的名额" },
  { "cancelled", "被取消岗位的名额" },
  { "targeted", "被核减、取消的定向岗位的名额" },
  { "all", "被核减、取消的名额" },
  { NULL, NULL },
};
static const Word moves[] = {
  { "first", "先调剂到排在前面的岗位" }, { "in_turn", "依次逐个调剂" }, { "same_street", "调剂到同一街道的岗位" },
  { "decided", "由领导小组决定" }, { NULL, NULL },
};
static const Word receivers[] = {
  { "ask", "由领导小组决定" }, { "keeps", "不再核减" }, { "takes_what_fits", "只接收符合比例的名额" }, { NULL, NULL },
};
static const Word leftover_moments[] = {
  { "none", "不调剂" }, { "shortlist", "确定面试人选时" }, { "interview", "面试后" }, { NULL, NULL },
};
static const Word direct_lefts[] = { { "exam", "参加考试" }, { "out", "不再参加招聘" }, { NULL, NULL } };
static const Word contract_kinds[] = { { "labour", "劳动合同" }, { "institution", "事业单位聘用合同" }, { NULL, NULL } };
static const Word links[] = {
  { "conditions", "录用条件确认书" }, { "mentor", "导师帮带结对" }, { "duties", "岗位职责告知书" }, { "method", "考核办法告知签收" }, { "training", "初任培训" }, { "note", "月度记录" }, { "midterm", "中期评估谈话" }, { "survey", "居民满意度测评" }, { "assessment", "期满考核" }, { "meeting", "集体研究" }, { "union", "征求工会意见" }, { "filing", "县级备案" }, { "notice", "书面通知书" }, { "service", "送达" }, { NULL, NULL },
};
static const Word leftover_sources[] = { { "targeted", "定向岗位" }, { "all", "全部岗位" }, { NULL, NULL } };
static const Word walks[] = { { "s", "S形" }, { "z", "Z形" }, { NULL, NULL } };
static const Word tails[] = {
  { "own_room", "另设尾数考场" }, { "extra_seats", "加座" }, { "balance", "均衡分配" }, { NULL, NULL },
};
static const Word line_bases[] = {
  { "none", "不设合格线" }, { "on_paper", "卷面成绩" }, { "on_with_bonus", "含加分的笔试成绩" }, { NULL, NULL },
};
static const Word line_kinds[] = {
  { "fixed", "固定分数" }, { "share_of_mean", "平均分的比例" }, { "share_of_full", "满分的比例" },
  { "decided", "另行研究确定" }, { NULL, NULL },
};
static const Word sources[] = {
  { "post", "本岗位" }, { "campaign", "本岗位没有的由全部岗位" }, { "all", "全部岗位统一排序" }, { NULL, NULL },
};
static const Word choice_ats[] = { { "hire", "聘用后" }, { "totals", "综合成绩公布后、体检考察前" }, { NULL, NULL } };
static const Word scopes[] = { { "post", "本岗位" }, { "campaign", "全部岗位" }, { NULL, NULL } };
static const Word compares[] = {
  { "one_formula", "综合成绩算法都相同" },
  { "totals", "算法不同的也按综合成绩比较" },
  { "same_formula", "只在算法相同的人员之间比较" },
  { NULL, NULL },
};
static const Word bonus_rules[] = {
  { "best", "只取最高一项" },      { "sum", "累计相加" }, { "max_single", "只取最高一项" }, { "best_of_group", "同类取最高后相加" },
  { NULL, NULL },
};
static const Word remainders[] = {
  { "none", "不计" }, { "half", "折半计" }, { "full", "按一个单位计" }, { NULL, NULL },
};
static const Word bonus_targets[] = {
  { "written", "笔试成绩" }, { "total", "综合成绩" }, { "interview", "面试成绩" }, { "shortlist", "入围排名" }, { NULL, NULL },
};
static const Word shortlist_bases[] = { { "with_bonus", "含加分的笔试成绩" }, { "paper", "卷面成绩" }, { "credential", "资历量化分" }, { NULL, NULL } };
static const Word last_ties[] = {
  { "all_enter", "一并进入面试" }, { "none_enter", "均不进入面试" }, { "by_key", "按规定的依据区分" }, { NULL, NULL },
};
static const Word called_ties[] = { { "wait", "待研究确定" }, { "all_enter", "一并进入体检" }, { NULL, NULL } };
static const Word place_rules[] = { { "shared_skip", "同分并列、后续名次顺延" }, { "shared_dense", "同分并列、后续名次不空" }, { NULL, NULL } };
static const Word shortages[] = {
  { "take_all", "全部进入面试" }, { "reduce_plan", "核减招聘人数" }, { "decide", "由领导小组决定" }, { NULL, NULL },
};
static const Word next_ties[] = {
  { "all_enter", "一并进入" }, { "none_enter", "均不进入" }, { "by_key", "按规定的依据区分" }, { NULL, NULL },
};
static const Word next_shortages[] = {
  { "take_all", "全部进入" }, { "reduce_plan", "核减招聘人数" }, { "decide", "由领导小组决定" }, { NULL, NULL },
};
static const Word next_refills[] = { { "to_ratio", "测试后的入围比例" }, { "to_list_length", "原名单人数" }, { NULL, NULL } };
static const Word refills[] = { { "to_ratio", "面试入围比例" }, { "to_list_length", "原名单人数" }, { NULL, NULL } };
static const Word lone_whens[] = {
  { "present_at_most_places", "实际参加面试人数不超过招聘人数" }, { "fewer_than_ratio", "面试人数达不到入围比例" }, { "always", "不论有无竞争" },
  { "list_at_most_places", "进入面试人数不超过招聘人数" }, { NULL, NULL },
};
static const Word means[] = {
  { "none", "不要求" }, { "room", "同一考场" }, { "day", "同一天" }, { "post", "同一岗位" },
  { "kind", "同类岗位" }, { NULL, NULL },
};
static const Word lowest_ofs[] = {
  { "none", "不要求" }, { "room", "同一考场" }, { "campaign", "全部岗位" }, { NULL, NULL },
};
static const Word line_drawns[] = {
  { "none", "不另行划定" }, { "campaign", "全部岗位统一划定" }, { "post", "各岗位分别划定" }, { NULL, NULL },
};
static const Word line_marks[] = { { "corrected", "修正后成绩" }, { "raw", "修正前成绩" }, { NULL, NULL } };
static const Word conversion_exams[] = {
  { "any", "按各岗位的规定" }, { "written_interview", "笔试加面试" }, { "interview", "只面试" },
  { "assessment_interview", "考核加面试" }, { "open", "与面向社会的岗位同一考试" }, { NULL, NULL },
};
static const Word rooms_bys[] = { { "dealt", "抽签依次分配" }, { "z", "按笔试成绩Z形分组后抽签" }, { NULL, NULL } };
static const Word methods[] = {
  { "none", "不修正" }, { "mean_of_means", "按各考场平均分的平均分修正" }, { "pooled", "按全部考生平均分修正" },
  { "trimmed", "去掉最高最低分后修正" }, { NULL, NULL },
};

/* Named with their object stand before those of all objects. */
static const Words tables[] = {
  { "facts.kind", fact_kinds },
  { "facts.empty", empties },
  { "contract.kind", contract_kinds },
  { "probation.without", links },
  { "conversion.exam", conversion_exams },
  { "posts.track", tracks },
  { "requirements.checked", checks },
  { "quota.per", quota_pers },
  { "quota.counts", quota_counts },
  { "quota.action posts.quota_action tiers.action sat.action heard.action", quota_actions },
  { "quota.freed", quota_freed },
  { "quota.freed_how leftover.how", moves },
  { "quota.receiver", receivers },
  { "leftover.at", leftover_moments },
  { "leftover.from", leftover_sources },
  { "direct_hire.left", direct_lefts },
  { "graduate.count", graduate_counts },
  { "proofs.before", proof_befores },
  { "seat.walk", walks },
  { "seat.tail", tails },
  { "line.basis", line_bases },
  { "line.kind", line_kinds },
  { "line.per choice.among", scopes },
  { "substitution.from", sources },
  { "choice.at", choice_ats },
  { "substitution.compare", compares },
  { "bonus.rule credential.rule within across", bonus_rules },
  { "per.remainder", remainders },
  { "bonus.target items.target", bonus_targets },
  { "shortlist.basis posts.shortlist_basis", shortlist_bases },
  { "shortlist.last_tie", last_ties },
  { "list.last_tie", called_ties },
  { "shortlist.shortage", shortages },
  { "shortlist.refill", refills },
  { "next.last_tie", next_ties },
  { "next.shortage", next_shortages },
  { "next.refill", next_refills },
  { "lines.when", lone_whens },
  { "lines.mean", means },
  { "lines.lowest_called", lowest_ofs },
  { "lines.decided", line_drawns },
  { "lines.on", line_marks },
  { "interview.rooms_by", rooms_bys },
  { "correction.method", methods },
  { "rounding", roundings },
  { "wordings.key letterheads.key", kp_scheme_wordings },
  { "stages", stages },
  { "causes", causes },
  { "places", place_rules },
  { "shortlist_until final_until", untils },
};

static gboolean
names_key (const Words *table,
           const char  *object,
           const char  *key)
{
  g_auto (GStrv)    keys = g_strsplit (table->keys, " ", -1);
  g_autofree gchar *whole = g_strdup_printf ("%s.%s", object, key);

  return g_strv_contains ((const char *const *) keys, whole) || g_strv_contains ((const char *const *) keys, key);
}

/**
 * kp_scheme_label_get_word:
 * @object: the key under which the object stands
 * @key: one of its keys, whose value is a name
 * @name: the name in the file
 *
 * Returns: (transfer none) (nullable): the words of a notice for it; NULL when there are none, which a test refuses.
 */
const char *
kp_scheme_label_get_word (const char *object,
                          const char *key,
                          const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (names_key (&tables[i], object, key))
      for (const Word *word = tables[i].words; word->name != NULL; word++)
        if (strcmp (word->name, name) == 0)
          return word->word;

  return NULL;
}
