/* kp-scheme-explain-shortlist.c – who enters the interview, in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-heat.h"
#include "kp-scheme-explain-private.h"
#include "kp-written.h"

/* Where no bonus goes to the written mark nothing is included. */
static const char *
get_basis (const KpScheme *scheme)
{
  if (scheme->shortlist.basis == KP_SHORTLIST_BY_PAPER)
    return "笔试卷面成绩（不含加分）";
  if (scheme->shortlist.basis == KP_SHORTLIST_BY_CREDENTIAL)
    return "资历量化分";

  return kp_bonus_policy_reaches (&scheme->bonus, KP_BONUS_ON_WRITTEN)
                 || kp_bonus_policy_reaches (&scheme->bonus, KP_BONUS_ON_SHORTLIST)
             ? "笔试成绩（含加分）"
             : "笔试成绩";
}

static void
say_tier (GPtrArray             *paragraphs,
          const KpNoticeList    *list,
          const KpShortlistTier *tier)
{
  g_autofree gchar   *ratio = kp_notice_dup_ratio (tier->ratio);
  g_autoptr (GString) extent = g_string_new (NULL);

  if (tier->to_places > 0)
    g_string_append_printf (extent, "招聘人数%u至%u名的岗位，", MAX (tier->from_places, 1), tier->to_places);
  else if (tier->from_places > 1)
    g_string_append_printf (extent, "招聘人数%u名及以上的岗位，", tier->from_places);

  kp_notice_say (paragraphs, "%s按%s从高到低，以%s人数与招聘人数%s的比例%s%s%s确定%s人选。", extent->str, list->basis, list->next, ratio,
                 tier->ratio.den > 1 ? "（人数" : "", tier->ratio.den > 1 ? kp_rounding_get_chinese (list->policy->rounding) : "",
                 tier->ratio.den > 1 ? "取整）" : "", list->next);
  if (tier->plus > 0)
    kp_notice_say (paragraphs, "在此基础上增加%u名。", tier->plus);
}

/* Posts whose way isn't that of the tiers. */
static void
say_posts (GPtrArray      *paragraphs,
           const KpScheme *scheme)
{
  for (guint i = 0; !scheme->shortlist.takes_all && i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      g_autofree gchar   *next = kp_heat_dup_next (scheme, post, 0);
      g_autofree gchar   *ratio = NULL;

      if (post->has_shortlist_basis)
        kp_notice_say (paragraphs, "%s岗位按%s从高到低确定%s人选。", post->code,
                       kp_shortlist_basis_get_chinese (post->shortlist_basis), next);
      if (!post->has_written && kp_written_get_shortlist_basis (scheme, post) != KP_SHORTLIST_BY_CREDENTIAL)
        continue;
      if (post->takes_all && !post->has_written)
        kp_notice_say (paragraphs, "%s岗位审查合格的人员全部进入%s，不受比例限制。", post->code, next);
      else if (post->takes_all)
        kp_notice_say (paragraphs, "%s岗位笔试合格的人员全部进入%s，不受比例限制。", post->code, next);
      else if (kp_fraction_is_known (post->shortlist_ratio))
        {
          ratio = kp_notice_dup_ratio (post->shortlist_ratio);
          kp_notice_say (paragraphs, "%s岗位的%s人数与招聘人数之比为%s。", post->code, next, ratio);
        }
    }
}

static void
say_direct (GPtrArray      *paragraphs,
            const KpScheme *scheme)
{
  const KpShortlistPolicy *shortlist = &scheme->shortlist;

  if (shortlist->direct != NULL)
    {
      g_autofree gchar *who = kp_condition_dup_chinese (shortlist->direct);

      kp_notice_say (paragraphs, "符合以下条件、参加笔试并取得成绩的人员不受比例限制，直接进入面试：%s。%s", who,
                     shortlist->direct_needs_line ? "上述人员笔试成绩仍须达到合格分数线。" : "上述人员不受合格分数线限制。");
    }
  if (shortlist->direct != NULL || scheme->written.exempt != NULL)
    kp_notice_say (paragraphs, "%s进入面试的人员%s面试比例。", shortlist->direct != NULL ? "直接" : "免笔试",
                   shortlist->direct_counts ? "计入" : "不占");
}

static const char *
get_shortage (const KpShortlistPolicy *shortlist)
{
  static const char *const shortages[KP_N_SHORTAGES] = {
    [KP_SHORTAGE_TAKE_ALL] = "按实际人数进入",
    [KP_SHORTAGE_REDUCE_PLAN] = "按比例核减岗位招聘人数，核减后不足1名的保留1名",
    [KP_SHORTAGE_DECIDE] = "由招聘工作领导小组研究决定核减招聘人数或者降低面试比例",
  };

  return shortages[shortlist->shortage];
}

static gchar *
dup_keys (const KpNoticeList *list)
{
  const GPtrArray    *keys = list->policy->tie_keys;
  g_autoptr (GString) text = g_string_new (keys->len == 0 ? list->key : NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree gchar *key = kp_scheme_dup_tie_chinese (list->scheme, g_ptr_array_index (keys, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", key);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
say_ties (GPtrArray          *paragraphs,
          const KpNoticeList *list)
{
  const KpShortlistPolicy *policy = list->policy;
  const char              *shortage = get_shortage (policy);
  g_autofree gchar        *keys = dup_keys (list);

  if (policy->takes_all)
    return;
  if (policy->last_tie == KP_LAST_TIE_ALL_ENTER)
    kp_notice_say (paragraphs, "末位成绩并列的，一并进入%s；人数不足的，%s。", list->next, shortage);
  else if (policy->last_tie == KP_LAST_TIE_NONE_ENTER)
    kp_notice_say (paragraphs, "末位成绩并列、超出比例的，均不进入%s；人数不足的，%s。", list->next, shortage);
  else
    kp_notice_say (paragraphs, "末位成绩并列的，按%s确定；人数不足的，%s。", keys, shortage);
}

/* "自愿放弃、未按时参加" */
static gchar *
dup_causes (const KpNoticeList *list)
{
  const KpShortlistPolicy *policy = list->policy;
  const gboolean           has_recheck = kp_stage_order_contains (&list->scheme->stages, KP_STAGE_RECHECK);
  g_autoptr (GString)      causes = g_string_new (NULL);

  for (guint i = 0; i < policy->n_causes; i++)
    g_string_append_printf (causes, "%s%s", i > 0 ? "、" : "", kp_cause_get_chinese (policy->causes[i]));
  if (causes->len == 0)
    g_string_append_printf (causes, "放弃%s或者%s", list->next, has_recheck ? "资格复审不合格" : "被取消资格");

  return g_string_free (g_steal_pointer (&causes), FALSE);
}

/**
 * kp_notice_say_substitution:
 * @paragraphs: (element-type utf8): the section on a list
 * @list: the list
 *
 * Says for whom of it others enter, by which order and how often.
 */
void
kp_notice_say_substitution (GPtrArray          *paragraphs,
                            const KpNoticeList *list)
{
  const KpShortlistPolicy *policy = list->policy;
  const KpUntil            until = list->scheme->substitution.shortlist;
  g_autofree gchar        *causes = dup_causes (list);

  if (!policy->may_substitute || until == KP_UNTIL_NEVER || until == KP_UNTIL_LIST)
    {
      kp_notice_say (paragraphs, "%s人选确定后不再递补。", list->next);
      return;
    }

  kp_notice_say (paragraphs, "%s的，按%s从高到低依次递补，%s后不再递补。", causes, list->order, list->until);
  if (policy->n_causes > 0 && policy->n_causes < KP_N_CAUSES)
    kp_notice_say (paragraphs, "因其他原因空缺的，不予递补。");
  if (policy->refill == KP_REFILL_TO_LIST_LENGTH)
    kp_notice_say (paragraphs, "递补至首次确定的%s人数。", list->next);
  if (policy->max_rounds > 0)
    kp_notice_say (paragraphs, "%s前的递补不超过%u次。", list->next, policy->max_rounds);
}

/**
 * kp_notice_say_list:
 * @paragraphs: (element-type utf8): the section on a list
 * @list: the list
 *
 * Says how far it reaches: its ratios. What parts who is equal at its end comes with kp_notice_say_ties().
 */
void
kp_notice_say_list (GPtrArray          *paragraphs,
                    const KpNoticeList *list)
{
  if (list->policy->takes_all)
    kp_notice_say (paragraphs, "%s合格的人员全部进入%s。", list->exam, list->next);
  for (guint i = 0; !list->policy->takes_all && i < list->policy->n_tiers; i++)
    say_tier (paragraphs, list, &list->policy->tiers[i]);
}

/**
 * kp_notice_say_ties:
 * @paragraphs: (element-type utf8): the section on a list
 * @list: the list
 *
 * Says what becomes of a tie at its end, of a list that is too short, of equal places, and of zero.
 */
void
kp_notice_say_ties (GPtrArray          *paragraphs,
                    const KpNoticeList *list)
{
  say_ties (paragraphs, list);
  if (list->policy->place_rule == KP_PLACES_SHARED_DENSE)
    kp_notice_say (paragraphs, "%s相同的，名次相同，其后名次连续排列。", list->order);
  if (list->policy->zero_is_out)
    kp_notice_say (paragraphs, "%s缺考、违纪或者成绩为零分的，不得进入%s。", list->exam, list->next);
}

/* The re-check stands where the stages have it, or isn't held. */
static void
say_recheck (GPtrArray      *paragraphs,
             const KpScheme *scheme)
{
  const KpStageOrder *stages = &scheme->stages;
  const char         *when = "在面试后";
  const char         *who = "参加面试的人员";

  if (!kp_stage_order_contains (stages, KP_STAGE_RECHECK))
    return;
  if (kp_stage_order_is_before (stages, KP_STAGE_RECHECK, KP_STAGE_WRITTEN))
    {
      who = "报考人员";
      when = "在笔试前";
    }
  else if (kp_stage_order_is_before (stages, KP_STAGE_RECHECK, KP_STAGE_INTERVIEW))
    {
      who = "面试人选";
      when = "在面试前";
    }
  kp_notice_say (paragraphs, "%s须%s接受资格复审，提供有效居民身份证、学历证书和报考岗位所要求的其他材料的原件；未按时参加的，视为放弃。", who, when);
}

/**
 * kp_notice_explain_shortlist:
 * @sections: (element-type KpNoticeSection): the notice so far
 * @scheme: a scheme
 *
 * Adds the section on who enters the interview: ratios, direct entry, ties, shortage, re-check and substitution.
 */
void
kp_notice_explain_shortlist (GPtrArray      *sections,
                             const KpScheme *scheme)
{
  g_autofree gchar *next = kp_heat_dup_next (scheme, NULL, 0);
  g_autofree gchar *until = g_strconcat (next, "开始", NULL);
  KpNoticeList      list = {
    .scheme = scheme,
    .policy = &scheme->shortlist,
    .exam = "笔试",
    .basis = get_basis (scheme),
    .order = kp_shortlist_basis_get_chinese (scheme->shortlist.basis),
    .key = "笔试卷面成绩",
  };
  GPtrArray *paragraphs;

  if ((scheme->written.papers->len == 0 && !kp_scheme_ranks_by_credential (scheme))
      || !kp_stage_order_contains (&scheme->stages, KP_STAGE_INTERVIEW))
    return;

  paragraphs = kp_notice_begin (sections, kp_stage_order_contains (&scheme->stages, KP_STAGE_RECHECK) ? "面试人选和资格复审"
                                                                                                       : "面试人选");
  list.next = next;
  list.until = scheme->heats->len > 0 ? until : kp_until_get_chinese (scheme->substitution.shortlist);
  kp_notice_say_list (paragraphs, &list);
  say_posts (paragraphs, scheme);
  say_direct (paragraphs, scheme);
  kp_notice_say_ties (paragraphs, &list);
  say_recheck (paragraphs, scheme);
  kp_notice_say_substitution (paragraphs, &list);
}
