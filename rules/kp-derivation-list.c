/* kp-derivation-list.c – the interview list of a derivation: the line, the place, the cut and why within it or not.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation-private.h"
#include "kp-heat.h"

#define NOTICE "面试人选和资格复审"

/* How the mean came about of which a line is a share. */
static gchar *
dup_mean (const KpDerivation *derivation,
          const KpLine       *line)
{
  const KpContest  *contest = derivation->contest;
  KpFraction        sum = KP_FRACTION_ZERO;
  guint             n = 0;
  g_autofree gchar *total = NULL;
  g_autofree gchar *mean = NULL;

  for (guint i = 0; i < contest->n_entrants; i++)
    {
      const KpContestResult *result = &contest->results[i];
      KpFraction             mark = line->basis == KP_LINE_ON_PAPER ? result->written.paper : result->listed;

      if (result->post == NULL || result->written.state != KP_MARK_PRESENT || !kp_fraction_is_known (mark)
          || (line->per == KP_LINE_PER_POST && result->post != derivation->post->post))
        continue;
      sum = kp_fraction_add (sum, mark);
      n++;
    }
  total = kp_derivation_dup_number (sum);
  mean = kp_derivation_dup_number (kp_fraction_divide (sum, kp_fraction_new (MAX (n, 1), 1)));
  return g_strdup_printf ("%s实际参加考试%u人，合计%s÷%u=平均%s分", line->per == KP_LINE_PER_POST ? "本岗位" : "全体", n, total,
                          n, mean);
}

static gchar *
dup_line_rule (const KpDerivation *derivation,
               const KpLine       *line,
               const char         *value)
{
  g_autofree gchar *share = kp_weight_dup_text (line->share);

  switch (line->kind)
    {
    case KP_LINE_SHARE_OF_MEAN:
      {
        g_autofree gchar *mean = dup_mean (derivation, line);

        return g_strdup_printf ("%s，×%s，保留%u位小数（%s）为%s分", mean, share, line->decimals,
                                kp_rounding_get_chinese (line->rounding), value);
      }
    case KP_LINE_SHARE_OF_FULL:
      {
        g_autofree gchar *full
            = kp_derivation_dup_number (kp_written_get_full (derivation->contest->scheme, derivation->post->post));

        return g_strdup_printf ("满分%s×%s=%s分", full, share, value);
      }
    case KP_LINE_DECIDED:
      return g_strdup_printf ("由招聘工作领导小组研究决定为%s分", value);
    case KP_LINE_FIXED:
    default:
      return g_strdup_printf ("招聘方案定为%s分", value);
    }
}

static void
add_line (KpDerivation *derivation)
{
  const KpContestResult *result = derivation->result;
  KpLine                 line = derivation->contest->scheme->written.line;
  const gboolean         is_on_paper = line.basis == KP_LINE_ON_PAPER;
  g_autofree gchar      *value = NULL;
  g_autofree gchar      *rule = NULL;
  g_autofree gchar      *own = NULL;
  gboolean               has_own_line;
  gboolean               is_met;

  if (line.basis == KP_LINE_NONE || result->written.state != KP_MARK_PRESENT)
    return;
  line.value = derivation->post->line;
  has_own_line = kp_written_find_line (derivation->contest->scheme, derivation->post->post,
                                       &derivation->contest->facts[derivation->index], &line.value);
  if (!derivation->post->has_line && !has_own_line)
    {
      kp_derivation_add (derivation, KP_STAGE_SHORTLIST, "笔试合格线", "未划定", kp_derivation_get_clause (derivation, "笔试"),
                         "笔试合格分数线尚未划定，暂不能确定面试人选。");
      return;
    }
  value = kp_mark_dup_text (line.value, 2);
  rule = has_own_line ? g_strdup_printf ("招聘方案对本岗位或者本人所属人员另定为%s分", value)
                      : dup_line_rule (derivation, &line, value);
  is_met = kp_line_is_met (&line, result->written.paper, result->listed);
  own = kp_derivation_dup_number (is_on_paper ? result->written.paper : result->listed);
  kp_derivation_add (derivation, KP_STAGE_SHORTLIST, "笔试合格线", value, kp_derivation_get_clause (derivation, "笔试"),
                     "%s；按%s比较，本人%s分，%s。", rule, is_on_paper ? "卷面成绩（不含加分）" : "笔试成绩（含加分）", own,
                     is_met ? "达到合格线" : (line.is_strict ? "未高于合格线" : "低于合格线"));
}

static KpShortlistBasis
get_basis (const KpDerivation *derivation)
{
  return kp_written_get_shortlist_basis (derivation->contest->scheme, derivation->post->post);
}

static KpFraction
get_ranked (const KpDerivation *derivation,
            guint               entrant)
{
  const KpContestResult *result = &derivation->contest->results[entrant];

  switch (get_basis (derivation))
    {
    case KP_SHORTLIST_BY_PAPER:
      return result->written.paper;
    case KP_SHORTLIST_BY_CREDENTIAL:
      return kp_contest_measure_credential (derivation->contest, entrant);
    case KP_SHORTLIST_BY_WITH_BONUS:
    default:
      return result->listed;
    }
}

static void
add_place (KpDerivation *derivation)
{
  const KpRankPlace *place = &derivation->result->shortlist.place;
  static const char *const bases[KP_SHORTLIST_N_BASES] = { "笔试成绩", "卷面成绩", "资历量化分" };
  const KpShortlistBasis   basis = get_basis (derivation);
  const gboolean           is_by_credential = basis == KP_SHORTLIST_BY_CREDENTIAL;
  KpDerivationGaps   gaps = { 0 };
  g_autofree gchar  *value = g_strdup_printf ("第%u名", place->place);
  g_autofree gchar  *distance = NULL;
  g_autofree gchar  *sharing
      = place->n_sharing > 1 ? g_strdup_printf ("，%u人并列", place->n_sharing) : g_strdup ("");

  for (guint i = 0; i < derivation->post->entrants->len; i++)
    {
      const guint            index = g_array_index (derivation->post->entrants, guint, i);
      const KpContestResult *result = &derivation->contest->results[index];

      if (result->shortlist.place.place > 0)
        kp_derivation_take_gap (&gaps, get_ranked (derivation, derivation->index), get_ranked (derivation, index));
    }
  distance = kp_derivation_dup_gaps (&gaps);
  kp_derivation_add (derivation, KP_STAGE_SHORTLIST, is_by_credential ? "资历量化名次" : "笔试名次", value,
                     kp_derivation_get_clause (derivation, NOTICE), "本岗位%u人有%s，按%s从高到低排列，第%u名%s%s。", gaps.n,
                     is_by_credential ? "资历量化分" : "笔试成绩", bases[basis], place->place, sharing, distance);
}

/* "岗位计划2人，按1∶3应入围6人" */
static gchar *
dup_wanted (const KpDerivation *derivation)
{
  g_autofree gchar        *next = kp_heat_dup_next (derivation->contest->scheme, derivation->post->post, 0);
  const KpContestPost     *post = derivation->post;
  const KpShortlistPolicy  policy = kp_written_get_shortlist (derivation->contest->scheme, post->post);
  const KpShortlistSummary *summary = &post->shortlist;
  const guint              places = kp_contest_get_exam_places (post);
  g_autofree gchar        *plan = kp_derivation_dup_plan (derivation, places);
  guint                    wanted = 0;

  if (policy.takes_all)
    return g_strdup_printf ("达到合格线的全部进入%s", next);
  if (places == 0 && post->places > 0)
    return g_strdup_printf ("岗位计划%u人均已免试直接聘用，应入围0人", post->places);
  if (!kp_shortlist_decide_wanted (&policy, places, &wanted) || wanted != summary->wanted)
    return g_strdup_printf ("%s，应入围%u人", plan, summary->wanted);
  for (guint i = 0; i < policy.n_tiers; i++)
    {
      const KpShortlistTier *tier = &policy.tiers[i];
      g_autofree gchar      *ratio = kp_fraction_dup_text (tier->ratio);
      g_autofree gchar      *plus = tier->plus > 0 ? g_strdup_printf ("+%u", tier->plus) : g_strdup ("");
      g_autofree gchar      *rounding
          = tier->ratio.den == 1 ? g_strdup ("") : g_strdup_printf ("（%s）", kp_rounding_get_chinese (policy.rounding));

      if (places >= tier->from_places && (tier->to_places == 0 || places <= tier->to_places))
        return g_strdup_printf ("%s×%s%s=%u人%s应入围", plan, ratio, plus, wanted, rounding);
    }

  return g_strdup_printf ("%s，应入围%u人", plan, wanted);
}

/* "；达到合格线8人，第6名及以前5人，第6名2人" */
static gchar *
dup_cut (const KpShortlistSummary *summary)
{
  const KpRankCut *cut = &summary->cut;

  if (cut->place == 0)
    return g_strdup_printf ("；达到合格线%u人", summary->n_eligible);
  return g_strdup_printf ("；达到合格线%u人，末位为第%u名，名次在前的%u人，居末位的%u人", summary->n_eligible, cut->place,
                          cut->n_above, cut->n_on_cut);
}

/* Of the keys that part a tie at the last place. */
static gchar *
dup_keys (const KpScheme *scheme)
{
  const GPtrArray    *keys = scheme->shortlist.tie_keys;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autofree gchar *key = kp_scheme_dup_tie_chinese (scheme, g_ptr_array_index (keys, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", key);
    }
  if (text->len == 0)
    g_string_append (text, "笔试卷面成绩");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gchar *
dup_tied (const KpDerivation *derivation,
          const char         *end)
{
  g_autofree gchar *keys = NULL;

  if (derivation->contest->scheme->shortlist.last_tie != KP_LAST_TIE_BY_KEY)
    return g_strdup_printf ("末位并列，并列的均%s", end);
  keys = dup_keys (derivation->contest->scheme);
  return g_strdup_printf ("末位并列，依次按%s区分，%s", keys, end);
}

/* The distance to the last who entered by the first list. */
static gchar *
dup_missing (const KpDerivation *derivation)
{
  KpDerivationGaps gaps = { 0 };

  for (guint i = 0; i < derivation->post->entrants->len; i++)
    {
      const guint            index = g_array_index (derivation->post->entrants, guint, i);
      const KpContestResult *result = &derivation->contest->results[index];

      if (result->shortlist.place.place > 0 && result->shortlist.place.place <= derivation->post->shortlist.cut.place
          && kp_shortlist_verdict_is_in (result->shortlist.verdict) && result->shortlist.verdict != KP_SHORTLIST_DIRECT)
        kp_derivation_take_gap (&gaps, get_ranked (derivation, derivation->index), get_ranked (derivation, index));
    }
  if (kp_fraction_is_known (gaps.above))
    {
      g_autofree gchar *gap = kp_derivation_dup_number (gaps.above);

      return g_strdup_printf ("名次在应入围人数之外，比入围末位低%s分", gap);
    }

  return g_strdup ("名次在应入围人数之外");
}

static gchar *
dup_reason (const KpDerivation *derivation)
{
  const KpShortlistResult *shortlist = &derivation->result->shortlist;

  switch (shortlist->verdict)
    {
    case KP_SHORTLIST_ENTERS:
      return g_strdup ("本人在应入围人数之内");
    case KP_SHORTLIST_ENTERS_TIED:
      return g_strdup ("末位并列，一并进入");
    case KP_SHORTLIST_SUBSTITUTE:
      return g_strdup_printf ("有人退出，第%u轮依名次递补", shortlist->round);
    case KP_SHORTLIST_UNDECIDED:
      return dup_tied (derivation, "仍不能区分，待研究决定");
    case KP_SHORTLIST_TIED_OUT:
      return dup_tied (derivation, "不进入");
    case KP_SHORTLIST_BELOW_LINE:
      return g_strdup (derivation->result->written.is_below_paper_line ? "单科成绩未达合格线" : "未达笔试合格线");
    case KP_SHORTLIST_NO_MARK:
      return g_strdup ("没有笔试成绩");
    case KP_SHORTLIST_ZERO:
      return g_strdup ("有零分成绩，不得进入面试");
    case KP_SHORTLIST_DIRECT:
      return g_strdup ("符合直接进入面试的条件，不受比例限制");
    case KP_SHORTLIST_EXEMPT:
      return g_strdup ("无须笔试成绩，直接进入面试");
    case KP_SHORTLIST_OPEN:
      return g_strdup ("笔试合格线未定");
    case KP_SHORTLIST_OUT:
    default:
      return dup_missing (derivation);
    }
}

static void
add_verdict (KpDerivation *derivation)
{
  const KpShortlistVerdict verdict = derivation->result->shortlist.verdict;
  const char              *clause = kp_derivation_get_clause (derivation, NOTICE);
  g_autofree gchar        *wanted = dup_wanted (derivation);
  g_autofree gchar        *cut = dup_cut (&derivation->post->shortlist);
  g_autofree gchar        *reason = dup_reason (derivation);
  g_autofree gchar        *next = kp_heat_dup_next (derivation->contest->scheme, derivation->post->post, 0);
  g_autofree gchar        *label = g_strconcat (next, "入围", NULL);

  if (verdict == KP_SHORTLIST_EXEMPT || verdict == KP_SHORTLIST_NO_MARK)
    kp_derivation_add (derivation, KP_STAGE_SHORTLIST, label, kp_shortlist_verdict_get_chinese (verdict), clause, "%s。",
                       reason);
  else
    kp_derivation_add (derivation, KP_STAGE_SHORTLIST, label, kp_shortlist_verdict_get_chinese (verdict), clause,
                       "%s%s；%s。", wanted, cut, reason);
}

static void
add_recheck (KpDerivation *derivation)
{
  g_autoptr (GPtrArray) findings = kp_contest_dup_findings (derivation->contest, derivation->index, KP_CHECK_RECHECK);
  const KpContestResult *result = derivation->result;
  const gboolean         has_left = result->has_left
                            && kp_stage_order_is_before (&derivation->contest->scheme->stages, result->left.stage,
                                                         KP_STAGE_INTERVIEW);

  for (guint i = 0; i < findings->len; i++)
    {
      const KpFinding *finding = g_ptr_array_index (findings, i);

      kp_derivation_add (derivation, KP_STAGE_RECHECK, finding->label, kp_verdict_get_chinese (finding->verdict),
                         finding->clause, "%s", finding->sentence);
    }
  if (has_left)
    kp_derivation_add (derivation, KP_STAGE_RECHECK, "退出", kp_cause_get_chinese (result->left.cause),
                       kp_derivation_get_clause (derivation, NOTICE), "在%s环节%s，不再参加面试。",
                       kp_leaving_get_stage_chinese (result->left.stage), kp_cause_get_chinese (result->left.cause));
}

/**
 * kp_derivation_list:
 * @derivation: a derivation
 *
 * 入围: the line and what it is made of, the place with its distances, how many were wanted, where the list ended, and
 * why this person is on it or not.
 */
void
kp_derivation_list (KpDerivation *derivation)
{
  const KpContestResult *result = derivation->result;
  const KpMarkState      state = result->written.state;
  const gboolean         is_unwritten = kp_derivation_is_unwritten (derivation);

  if (!kp_derivation_competes (derivation) || derivation->post->shortlist.n_open > 0
      || !kp_stage_order_contains (&derivation->contest->scheme->stages, KP_STAGE_INTERVIEW)
      || (!is_unwritten && (state == KP_MARK_NOT_ENTERED || state == KP_MARK_PENDING)))
    return;

  if (!is_unwritten)
    add_line (derivation);
  if (result->shortlist.place.place > 0)
    add_place (derivation);
  add_verdict (derivation);
  if (kp_shortlist_verdict_is_in (result->shortlist.verdict))
    add_recheck (derivation);
}
