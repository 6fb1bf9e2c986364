/* kp-probation-words.c – names and words of the probation's links, acts, verdicts and findings.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-probation.h"

static const struct
{
  const char *name;
  const char *chinese;
  const char *clause;
} links[KP_LINK_N] = {
  [KP_LINK_CONDITIONS] = { "conditions", "录用条件确认书", "劳动合同法第三十九条第（一）项" },
  [KP_LINK_MENTOR] = { "mentor", "导师帮带结对", "《关于加强社区工作者队伍建设的意见》六" },
  [KP_LINK_DUTIES] = { "duties", "岗位职责告知书", "劳动合同法第八条" },
  [KP_LINK_METHOD] = { "method", "考核办法告知签收", "劳动合同法第四条第四款" },
  [KP_LINK_TRAINING] = { "training", "初任培训", "《关于加强社区工作者队伍建设的意见》八" },
  [KP_LINK_NOTE] = { "note", "月度记录", "劳动合同法第三十九条第（一）项" },
  [KP_LINK_MIDTERM] = { "midterm", "中期评估谈话", "劳动合同法第三十九条第（一）项" },
  [KP_LINK_SURVEY] = { "survey", "居民满意度测评", "《关于加强社区工作者队伍建设的意见》十" },
  [KP_LINK_ASSESSMENT] = { "assessment", "期满考核", "劳动合同法第三十九条第（一）项" },
  [KP_LINK_MEETING] = { "meeting", "集体研究", "《关于加强社区工作者队伍建设的意见》九" },
  [KP_LINK_UNION] = { "union", "征求工会意见", "劳动合同法第四十三条" },
  [KP_LINK_FILING] = { "filing", "县级备案", "《关于加强社区工作者队伍建设的意见》九" },
  [KP_LINK_NOTICE] = { "notice", "书面通知书", "劳动合同法第二十一条" },
  [KP_LINK_SERVICE] = { "service", "送达", "劳动合同法第二十一条、第三十九条第（一）项" },
};

static const struct
{
  const char *name;
  const char *chinese;
} serveds[KP_SERVED_N] = {
  [KP_SERVED_IN_PERSON] = { "person", "当面签收" },
  [KP_SERVED_REFUSED] = { "refused", "拒绝签收，见证人在场留置" },
  [KP_SERVED_BY_POST] = { "post", "邮寄" },
  [KP_SERVED_BY_NOTARY] = { "notary", "公证送达" },
  [KP_SERVED_PUBLICLY] = { "public", "公告送达" },
};

static const char *const acts[KP_PROBATION_N_ACTS] = { "confirm", "confirm-early", "terminate" };

static const struct
{
  const char *name;
  const char *chinese;
} verdicts[KP_PROBATION_N_VERDICTS] = {
  [KP_PROBATION_RUNNING] = { "running", "试用期内" },
  [KP_PROBATION_TO_CONFIRM] = { "to-confirm", "考核合格，按期转正" },
  [KP_PROBATION_MAY_CONFIRM_EARLY] = { "may-confirm-early", "考核优秀，可以提前转正" },
  [KP_PROBATION_TO_TERMINATE] = { "to-terminate", "考核不合格，解除的程序尚未完成" },
  [KP_PROBATION_MAY_TERMINATE] = { "may-terminate", "考核不合格，程序完备，可以解除" },
  [KP_PROBATION_IMPOSSIBLE] = { "impossible", "考核不合格，但已不能以不符合录用条件解除，期满转正" },
  [KP_PROBATION_BY_LAW] = { "by-law", "试用期已满，依法转正" },
};

/* %s is the link. */
static const char *const findings[KP_CHAIN_N_KINDS] = {
  [KP_CHAIN_OVER] = "试用期最后一日已过，不得再以试用期间不符合录用条件为由解除",
  [KP_CHAIN_MISSING] = "缺少“%s”",
  [KP_CHAIN_MISSED] = "缺少“%s”，已过办理期限，无法补办",
  [KP_CHAIN_LATE] = "“%s”的日期超过期限",
  [KP_CHAIN_ORDER] = "“%s”早于其所依据的环节",
  [KP_CHAIN_UNPROVED] = "“%s”没有书面材料",
  [KP_CHAIN_SURVEY_FEW] = "居民满意度测评的有效票数不足",
  [KP_CHAIN_MERIT] = "期满考核的结果不支持该决定",
  [KP_CHAIN_WITNESSES] = "拒绝签收的，须有两名以上见证人",
  [KP_CHAIN_REASON] = "通知书没有写明事实和依据的条款",
  [KP_CHAIN_EARLY] = "方案没有规定提前转正，或者试用时间不足",
  [KP_CHAIN_NOT_OVER] = "按期转正自试用期满次日起",
};

/**
 * kp_link_get_name:
 * @link: a link
 *
 * Returns: the stable name for the record and the command line: "conditions"
 */
const char *
kp_link_get_name (KpLink link)
{
  g_return_val_if_fail ((guint) link < KP_LINK_N, NULL);
  return links[link].name;
}

/**
 * kp_link_get_chinese:
 * @link: a link
 *
 * Returns: what it is called on paper
 */
const char *
kp_link_get_chinese (KpLink link)
{
  g_return_val_if_fail ((guint) link < KP_LINK_N, NULL);
  return links[link].chinese;
}

/**
 * kp_link_get_clause:
 * @link: a link
 *
 * Returns: the clause that it rests on
 */
const char *
kp_link_get_clause (KpLink link)
{
  g_return_val_if_fail ((guint) link < KP_LINK_N, NULL);
  return links[link].clause;
}

/**
 * kp_link_parse:
 * @name: a stable name
 * @out: (out): the link
 *
 * Returns: whether there is such a link
 */
gboolean
kp_link_parse (const char *name, KpLink *out)
{
  for (guint i = 0; i < KP_LINK_N; i++)
    {
      if (!g_str_equal (links[i].name, name))
        continue;
      *out = (KpLink) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * kp_served_get_name:
 * @served: a way of service
 *
 * Returns: the stable name: "refused"
 */
const char *
kp_served_get_name (KpServed served)
{
  g_return_val_if_fail ((guint) served < KP_SERVED_N, NULL);
  return serveds[served].name;
}

/**
 * kp_served_get_chinese:
 * @served: a way of service
 *
 * Returns: the words of the proof of service
 */
const char *
kp_served_get_chinese (KpServed served)
{
  g_return_val_if_fail ((guint) served < KP_SERVED_N, NULL);
  return serveds[served].chinese;
}

/**
 * kp_served_parse:
 * @name: a stable name
 * @out: (out): the way
 *
 * Returns: whether there is such a way
 */
gboolean
kp_served_parse (const char *name, KpServed *out)
{
  for (guint i = 0; i < KP_SERVED_N; i++)
    {
      if (!g_str_equal (serveds[i].name, name))
        continue;
      *out = (KpServed) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * kp_probation_act_get_name:
 * @act: an act
 *
 * Returns: the stable name: "terminate"
 */
const char *
kp_probation_act_get_name (KpProbationAct act)
{
  g_return_val_if_fail ((guint) act < KP_PROBATION_N_ACTS, NULL);
  return acts[act];
}

/**
 * kp_probation_act_parse:
 * @name: a stable name
 * @out: (out): the act
 *
 * Returns: whether there is such an act
 */
gboolean
kp_probation_act_parse (const char *name, KpProbationAct *out)
{
  for (guint i = 0; i < KP_PROBATION_N_ACTS; i++)
    {
      if (!g_str_equal (acts[i], name))
        continue;
      *out = (KpProbationAct) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * kp_probation_verdict_get_name:
 * @verdict: a verdict
 *
 * Returns: the stable name: "may-terminate"
 */
const char *
kp_probation_verdict_get_name (KpProbationVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < KP_PROBATION_N_VERDICTS, NULL);
  return verdicts[verdict].name;
}

/**
 * kp_probation_verdict_get_chinese:
 * @verdict: a verdict
 *
 * Returns: the words for the clerk
 */
const char *
kp_probation_verdict_get_chinese (KpProbationVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < KP_PROBATION_N_VERDICTS, NULL);
  return verdicts[verdict].chinese;
}

static gboolean
is_of_link (KpChainKind kind)
{
  return kind >= KP_CHAIN_MISSING && kind <= KP_CHAIN_UNPROVED;
}

/**
 * kp_chain_finding_dup_chinese:
 * @finding: a finding
 *
 * Returns: (transfer full): what is wrong, and until when it can be mended, one sentence
 */
char *
kp_chain_finding_dup_chinese (const KpChainFinding *finding)
{
  g_autoptr (GString) text = g_string_new (findings[finding->kind]);

  if (is_of_link (finding->kind))
    {
      g_autofree char *link =
          finding->link == KP_LINK_NOTE
              ? g_strdup_printf ("第%u个月%s", finding->month, kp_link_get_chinese (finding->link))
              : g_strdup (kp_link_get_chinese (finding->link));

      g_string_replace (text, "%s", link, 1);
    }
  if (kp_date_is_valid (finding->until))
    {
      g_autofree char *until = kp_date_dup_chinese (finding->until);

      g_string_append_printf (text, finding->is_final ? "（期限为%s）" : "，最迟%s", until);
    }
  g_string_append (text, "。");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kp_chain_finding_get_clause:
 * @finding: a finding
 *
 * Returns: the clause of law or of the policy
 */
const char *
kp_chain_finding_get_clause (const KpChainFinding *finding)
{
  if (is_of_link (finding->kind))
    return kp_link_get_clause (finding->link);
  switch (finding->kind)
    {
    case KP_CHAIN_OVER:
    case KP_CHAIN_NOT_OVER:
      return "劳动合同法第十九条、第三十九条第（一）项";
    case KP_CHAIN_REASON:
      return "劳动合同法第二十一条";
    case KP_CHAIN_MERIT:
      return "劳动合同法第三十九条第（一）项";
    case KP_CHAIN_WITNESSES:
      return kp_link_get_clause (KP_LINK_SERVICE);
    case KP_CHAIN_SURVEY_FEW:
      return kp_link_get_clause (KP_LINK_SURVEY);
    default:
      return "招聘方案";
    }
}
