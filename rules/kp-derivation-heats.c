/* kp-derivation-heats.c – the tests before the interview in a derivation: mark, line, score, place, and the list after each.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation-private.h"
#include "kp-heat.h"

#define NOTICE "面试前的测试"

/* One test on its way. */
typedef struct
{
  KpDerivation             *derivation;
  guint                     index;
  const KpSchemeHeat       *rule;
  const char               *name;
  KpPart                    part;
  KpStatedMark              mark;
  const KpContestHeat      *own;
  const KpContestPostHeat  *post;
} Step;

static void
add_line (const Step *step)
{
  const KpLine      line = kp_heat_get_line (step->rule);
  const KpFraction  mark = kp_fraction_from_mark (step->mark.mark);
  g_autofree gchar *label = g_strconcat (step->name, "合格线", NULL);
  g_autofree gchar *value = kp_mark_dup_text (step->rule->line, 2);
  g_autofree gchar *own = kp_derivation_dup_number (mark);

  if (!step->rule->has_line || step->mark.state != KP_MARK_PRESENT)
    return;
  kp_derivation_add (step->derivation, KP_STAGE_SHORTLIST, label, value, kp_derivation_get_clause (step->derivation, NOTICE),
                     "招聘方案定为%s分；本人%s%s分，%s。", value, step->name, own,
                     kp_line_is_met (&line, mark, mark) ? "达到合格线" : line.is_strict ? "未高于合格线" : "低于合格线");
}

static KpFraction
get_part (const Step *step,
          KpPart      part)
{
  const KpContest *contest = step->derivation->contest;
  KpStatedMark     mark;

  if (part == KP_PART_WRITTEN)
    return step->derivation->result->with_bonus;
  if (part == KP_PART_CREDENTIAL)
    return kp_contest_measure_credential (contest, step->derivation->index);
  mark = step->derivation->who->others[part - KP_PART_OTHER_1];
  return mark.state == KP_MARK_PRESENT ? kp_fraction_from_mark (mark.mark) : KP_FRACTION_UNKNOWN;
}

/* "笔试成绩88.00×40%=35.2+技能测试75.00×60%=45；合计80.2，保留2位小数（四舍五入）为80.20" */
static void
add_score (const Step *step)
{
  const KpTotalPolicy *score = &step->rule->score;
  g_autoptr (GString)  sum = g_string_new (NULL);
  KpFraction           exact = KP_FRACTION_ZERO;
  g_autofree gchar    *total = NULL;
  g_autofree gchar    *rounding = NULL;
  g_autofree gchar    *value = NULL;

  if (!kp_fraction_is_known (step->own->score))
    return;
  for (guint i = 0; i < KP_N_PARTS; i++)
    {
      const KpFraction  part = score->weights[i].num > 0 ? get_part (step, (KpPart) i) : KP_FRACTION_UNKNOWN;
      KpFraction        weighed = kp_fraction_multiply (part, score->weights[i]);
      g_autofree gchar *name = NULL;
      g_autofree gchar *mark = NULL;
      g_autofree gchar *weight = NULL;
      g_autofree gchar *share = NULL;

      if (score->weights[i].num == 0)
        continue;
      if (score->rounds_parts)
        weighed = kp_fraction_round (weighed, score->part_decimals, score->rounding);
      exact = kp_fraction_add (exact, weighed);
      name = kp_scheme_dup_part_chinese (step->derivation->contest->scheme, (KpPart) i);
      mark = kp_derivation_dup_number (part);
      weight = kp_weight_dup_text (score->weights[i]);
      share = kp_derivation_dup_number (weighed);
      g_string_append_printf (sum, "%s%s%s×%s=%s", sum->len > 0 ? "；" : "", name, mark, weight, share);
    }
  value = kp_derivation_dup_number (step->own->score);
  if (sum->len == 0)
    return;
  total = kp_derivation_dup_number (exact);
  rounding = kp_derivation_dup_rounding (exact, step->own->score, (gint) score->decimals, score->rounding);
  kp_derivation_add (step->derivation, KP_STAGE_SHORTLIST, "测试后排名成绩", value,
                     kp_derivation_get_clause (step->derivation, NOTICE), "%s；合计%s%s。", sum->str, total, rounding);
}

static void
add_place (const Step *step)
{
  const KpDerivation *derivation = step->derivation;
  const KpRankPlace  *place = &step->own->list.place;
  KpDerivationGaps    gaps = { 0 };
  g_autofree gchar   *value = g_strdup_printf ("第%u名", place->place);
  g_autofree gchar   *distance = NULL;
  g_autofree gchar   *sharing
      = place->n_sharing > 1 ? g_strdup_printf ("，%u人并列", place->n_sharing) : g_strdup ("");

  if (place->place == 0)
    return;
  for (guint i = 0; i < derivation->post->entrants->len; i++)
    {
      const guint          index = g_array_index (derivation->post->entrants, guint, i);
      const KpContestHeat *other = &derivation->contest->results[index].heats[step->index];

      if (other->is_in && other->list.place.place > 0)
        kp_derivation_take_gap (&gaps, step->own->score, other->score);
    }
  distance = kp_derivation_dup_gaps (&gaps);
  kp_derivation_add (step->derivation, KP_STAGE_SHORTLIST, "测试后名次", value, kp_derivation_get_clause (derivation, NOTICE),
                     "本岗位%u人有%s成绩，从高到低排列，第%u名%s%s。", gaps.n, step->name, place->place, sharing, distance);
}

static gchar *
dup_reason (const Step *step)
{
  const KpShortlistResult *list = &step->own->list;

  switch (list->verdict)
    {
    case KP_SHORTLIST_ENTERS:
      return g_strdup ("本人在应入围人数之内");
    case KP_SHORTLIST_ENTERS_TIED:
      return g_strdup ("末位并列，一并进入");
    case KP_SHORTLIST_SUBSTITUTE:
      return g_strdup_printf ("有人退出，第%u轮依测试后名次递补", list->round);
    case KP_SHORTLIST_UNDECIDED:
      return g_strdup ("末位并列，按方案的依据仍不能区分，不进入");
    case KP_SHORTLIST_TIED_OUT:
      return g_strdup ("末位并列，按方案的规定不进入");
    case KP_SHORTLIST_BELOW_LINE:
      return g_strdup_printf ("未达%s合格线", step->name);
    case KP_SHORTLIST_NO_MARK:
      return g_strdup_printf ("没有%s成绩（%s）", step->name, kp_mark_state_get_chinese (step->mark.state));
    case KP_SHORTLIST_ZERO:
      return g_strdup_printf ("%s零分，不得进入", step->name);
    case KP_SHORTLIST_DIRECT:
    case KP_SHORTLIST_EXEMPT:
      return g_strdup ("不受比例限制");
    case KP_SHORTLIST_OPEN:
    case KP_SHORTLIST_OUT:
    default:
      return g_strdup ("名次在应入围人数之外");
    }
}

static void
add_verdict (const Step *step)
{
  const KpScheme           *scheme = step->derivation->contest->scheme;
  const KpShortlistSummary *list = &step->post->list;
  g_autofree gchar         *next = kp_heat_dup_next (scheme, step->derivation->post->post, step->index + 1);
  g_autofree gchar         *label = g_strconcat (next, "入围", NULL);
  g_autofree gchar         *plan = kp_derivation_dup_plan (step->derivation, step->post->places);
  g_autofree gchar         *wanted
      = step->rule->list.takes_all
            ? g_strdup_printf ("%s合格的全部进入%s", step->name, next)
            : g_strdup_printf ("%s，应入围%u人，%s合格%u人", plan, list->wanted, step->name, list->n_eligible);
  g_autofree gchar *reason = dup_reason (step);

  kp_derivation_add (step->derivation, KP_STAGE_SHORTLIST, label,
                     kp_shortlist_verdict_is_in (step->own->list.verdict) ? "入围" : "未入围",
                     kp_derivation_get_clause (step->derivation, NOTICE), "%s；%s。", wanted, reason);
}

/**
 * kp_derivation_heats:
 * @derivation: a derivation
 *
 * 测试: of each test before the interview that the person came to, the line, the score that the list is ordered by, the place,
 * and why the list has this person or not. Nothing of a test whose marks aren't all there.
 */
void
kp_derivation_heats (KpDerivation *derivation)
{
  const KpScheme *scheme = derivation->contest->scheme;

  for (guint i = 0; i < MIN (scheme->heats->len, KP_MAX_HEATS); i++)
    {
      Step step = {
        .derivation = derivation,
        .index = i,
        .rule = g_ptr_array_index (scheme->heats, i),
        .own = &derivation->result->heats[i],
        .post = &derivation->post->heats[i],
      };

      if (!step.own->is_in || step.post->list.n_open > 0 || !kp_heat_find_part (scheme, step.rule, &step.part))
        continue;
      step.name = kp_heat_get_name (scheme, step.rule);
      step.mark = derivation->who->others[step.part - KP_PART_OTHER_1];
      add_line (&step);
      add_score (&step);
      add_place (&step);
      add_verdict (&step);
    }
}
