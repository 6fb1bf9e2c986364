/* kp-scheme-total.c – which formula of the scheme is whose, and how its parts and ties are called.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

/* What stands in for the formula when a post that had a written exam is decided by the interview alone: what the notice
 * names, else its own where that asks for no written mark, else the first that doesn't. */
static const KpSchemeTotal *
find_without_written (const KpScheme     *scheme,
                      const KpSchemePost *post)
{
  const KpSchemeTotal *own = kp_scheme_get_total (scheme, post->total);

  if (scheme->quota.interview_only_total != NULL)
    return kp_scheme_get_total (scheme, scheme->quota.interview_only_total);
  if (own != NULL && own->policy.weights[KP_PART_WRITTEN].num == 0)
    return own;

  for (guint i = 0; i < scheme->totals->len; i++)
    {
      const KpSchemeTotal *total = g_ptr_array_index (scheme->totals, i);

      if (total->policy.weights[KP_PART_WRITTEN].num == 0)
        return total;
    }

  return NULL;
}

/**
 * kp_scheme_get_post_total:
 * @scheme: a scheme
 * @post: one of its posts
 * @is_interview_only: whether the opening made the post interview only
 *
 * The formula whose tie order and rule of places are the post's. A post that never had a written exam keeps its own, whatever
 * the opening says.
 *
 * Returns: (transfer none) (nullable): the formula; NULL when there is none without a written mark.
 */
const KpSchemeTotal *
kp_scheme_get_post_total (const KpScheme     *scheme,
                          const KpSchemePost *post,
                          gboolean            is_interview_only)
{
  if (is_interview_only && post->has_written)
    return find_without_written (scheme, post);

  return kp_scheme_get_total (scheme, post->total);
}

/**
 * kp_scheme_decide_total:
 * @scheme: a scheme
 * @post: one of its posts
 * @facts: (nullable): what the candidate states; NULL = the formula of the post's usual candidates
 * @is_interview_only: whether the opening made the post interview only
 *
 * The first group of the post's `total_for` that the candidate belongs to says the formula, else the post does.
 *
 * Returns: (transfer none) (nullable): the formula; NULL when it isn't known whether the candidate belongs to a group,
 *   or when there is none without a written mark.
 */
const KpSchemeTotal *
kp_scheme_decide_total (const KpScheme         *scheme,
                        const KpSchemePost     *post,
                        const KpCandidateFacts *facts,
                        gboolean                is_interview_only)
{
  if (is_interview_only && post->has_written)
    return find_without_written (scheme, post);

  for (guint i = 0; facts != NULL && i < post->total_for->len; i++)
    {
      const KpSchemeTotalFor *total_for = g_ptr_array_index (post->total_for, i);
      KpVerdict               verdict = kp_condition_decide (total_for->group, facts);

      if (verdict == KP_VERDICT_MET)
        return kp_scheme_get_total (scheme, total_for->total);
      if (verdict != KP_VERDICT_UNMET)
        return NULL;
    }

  return kp_scheme_get_total (scheme, post->total);
}

/**
 * kp_scheme_total_is_comparable:
 * @one: a formula
 * @other: another, or the same
 *
 * Returns: whether both make a total of the same marks in the same way; how they part ties is all one.
 */
gboolean
kp_scheme_total_is_comparable (const KpSchemeTotal *one,
                               const KpSchemeTotal *other)
{
  const KpTotalPolicy *a = &one->policy;
  const KpTotalPolicy *b = &other->policy;

  for (guint i = 0; i < KP_N_PARTS; i++)
    if ((a->weights[i].num == 0) != (b->weights[i].num == 0)
        || (a->weights[i].num != 0 && kp_fraction_compare (a->weights[i], b->weights[i]) != 0))
      return FALSE;

  return a->rounds_parts == b->rounds_parts && (!a->rounds_parts || a->part_decimals == b->part_decimals)
         && a->decimals == b->decimals && a->rounding == b->rounding;
}

/**
 * kp_scheme_may_compare:
 * @scheme: a scheme
 * @total: (nullable): the formula of somebody's total
 * @post: a post that is filled from all posts
 * @is_interview_only: whether the opening made @post interview only
 *
 * 跨岗位递补: by what the scheme says of totals of several formulas.
 *
 * Returns: whether the total may be set beside those of @post
 */
gboolean
kp_scheme_may_compare (const KpScheme      *scheme,
                       const KpSchemeTotal *total,
                       const KpSchemePost  *post,
                       gboolean             is_interview_only)
{
  const KpSchemeTotal *own = kp_scheme_get_post_total (scheme, post, is_interview_only);

  return scheme->substitution.compare == KP_COMPARE_TOTALS
         || (total != NULL && own != NULL && kp_scheme_total_is_comparable (total, own));
}

/**
 * kp_scheme_asks_final_total:
 * @scheme: a scheme
 *
 * Returns: whether the background check is scored, so that who was called is ranked once more
 */
gboolean
kp_scheme_asks_final_total (const KpScheme *scheme)
{
  return scheme->background.score.other != NULL;
}

/**
 * kp_scheme_find_final_part:
 * @scheme: a scheme
 * @part: (out): which of `others` the score of the background check is; untouched when there is none
 *
 * Returns: whether the check is scored and `others` has it
 */
gboolean
kp_scheme_find_final_part (const KpScheme *scheme,
                           KpPart         *part)
{
  for (guint i = 0; kp_scheme_asks_final_total (scheme) && i < MIN (scheme->others->len, KP_N_OTHERS); i++)
    if (g_strcmp0 (((const KpSchemeOther *) g_ptr_array_index (scheme->others, i))->code, scheme->background.score.other) == 0)
      {
        *part = (KpPart) (KP_PART_OTHER_1 + i);
        return TRUE;
      }

  return FALSE;
}

/**
 * kp_scheme_dup_part_chinese:
 * @scheme: a scheme
 * @part: a part of a total
 *
 * Returns: (transfer full): what the notice calls it: an other part has the name that the scheme gives it.
 */
gchar *
kp_scheme_dup_part_chinese (const KpScheme *scheme,
                            KpPart          part)
{
  if (part >= KP_PART_OTHER_1 && (guint) (part - KP_PART_OTHER_1) < scheme->others->len)
    {
      const KpSchemeOther *other = g_ptr_array_index (scheme->others, part - KP_PART_OTHER_1);

      return g_strdup (other->name);
    }

  return g_strdup (kp_part_get_chinese (part));
}

static gchar *
dup_paper_chinese (const KpScheme *scheme,
                   KpTieField      field)
{
  const guint          index = field - KP_TIE_PAPER_1;
  const KpSchemePaper *paper;

  if (scheme->written.papers->len < 2 || index >= scheme->written.papers->len)
    return g_strdup (kp_tie_field_get_chinese (field));

  paper = g_ptr_array_index (scheme->written.papers, index);
  return g_strdup_printf ("%s成绩", paper->name);
}

/* How a fact of every scheme is preferred, where its label doesn't say it well. */
typedef struct
{
  const char *id;
  const char *more;
  const char *less;
} FactWords;

static const FactWords fact_words[] = {
  { "birth", "年龄小者优先", "年龄大者优先" },
  { "grid_since", "从事网格工作时间短者优先", "从事网格工作时间长者优先" },
  { "education", "学历高者优先", "学历低者优先" },
  { "certificate", "社会工作职业资格等级高者优先", "社会工作职业资格等级低者优先" },
};

static gchar *
dup_order_chinese (const KpScheme *scheme,
                   const KpTie    *tie)
{
  g_autofree gchar *order = g_strjoinv ("、", tie->words);

  return g_strdup_printf ("%s（以%s为序）", kp_fact_find_label (scheme->facts, tie->fact), order);
}

static gchar *
dup_fact_chinese (const KpScheme *scheme,
                  const KpTie    *tie)
{
  const char *label = kp_fact_find_label (scheme->facts, tie->fact);
  KpFactKind  kind = KP_FACT_YES_NO;

  for (gsize i = 0; i < G_N_ELEMENTS (fact_words); i++)
    if (g_strcmp0 (fact_words[i].id, tie->fact) == 0)
      return g_strdup (tie->prefers_less ? fact_words[i].less : fact_words[i].more);

  kp_fact_find_kind (scheme->facts, tie->fact, &kind);
  if (kind == KP_FACT_DATE)
    return g_strdup_printf ("%s%s者优先", label, tie->prefers_less ? "早" : "晚");
  if (kind == KP_FACT_NUMBER)
    return g_strdup_printf ("%s%s者优先", label, tie->prefers_less ? "少" : "多");

  return g_strdup_printf ("%s%s优先", tie->prefers_less ? "非" : "", label);
}

static gchar *
dup_condition_chinese (const KpTie *tie)
{
  g_autofree gchar *condition = kp_condition_dup_chinese (tie->condition);

  return g_strdup_printf ("符合“%s”者优先", condition);
}

/* The name stands for a fact that the scheme calls something. */
static gchar *
dup_declared_chinese (const KpScheme *scheme,
                      KpTieField      field)
{
  const KpTie tie = { .field = KP_TIE_FACT, .fact = (gchar *) kp_tie_field_get_name (field) };

  return dup_fact_chinese (scheme, &tie);
}

/**
 * kp_scheme_dup_tie_chinese:
 * @scheme: a scheme
 * @tie: one of its tie keys
 *
 * Returns: (transfer full): the words of the notice, such as "笔试成绩（含加分）" or "专业知识成绩".
 */
gchar *
kp_scheme_dup_tie_chinese (const KpScheme *scheme,
                           const KpTie    *tie)
{
  if (tie->label != NULL)
    return g_strdup (tie->label);

  switch (tie->field)
    {
    case KP_TIE_PAPER_1:
    case KP_TIE_PAPER_2:
    case KP_TIE_PAPER_3:
    case KP_TIE_PAPER_4:
      return dup_paper_chinese (scheme, tie->field);
    case KP_TIE_OTHER_1:
    case KP_TIE_OTHER_2:
    case KP_TIE_OTHER_3:
    case KP_TIE_OTHER_4:
      return kp_scheme_dup_part_chinese (scheme, (KpPart) (KP_PART_OTHER_1 + (tie->field - KP_TIE_OTHER_1)));
    case KP_TIE_FACT:
      return dup_fact_chinese (scheme, tie);
    case KP_TIE_MEETS:
      return dup_condition_chinese (tie);
    case KP_TIE_ORDER:
      return dup_order_chinese (scheme, tie);
    default:
      if (kp_tie_field_is_declared (tie->field) && kp_fact_find_def (scheme->facts, kp_tie_field_get_name (tie->field)) != NULL)
        return dup_declared_chinese (scheme, tie->field);
      return g_strdup (kp_tie_field_get_chinese (tie->field));
    }
}
