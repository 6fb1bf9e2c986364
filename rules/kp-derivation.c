/* kp-derivation.c – the way of one person through a contest, step by step, with every number and rule.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who asks why gets the whole sum, not a result to believe:
 *
 *   资格审查    each requirement                       综合成绩    each part × weight, the sum, its rounding, the tie key
 *   开考        the post's numbers                     名次        how far the next above and below are
 *   笔试        each paper × weight, bonus, place      体检考察    wanted, within or not, substituted in which round
 *   入围、测试  wanted, the cut, within or not         聘用        within the places, reserve pool
 *   面试        sheets, dropped or kept, mean,
 *               room and overall mean, coefficient
 *
 * Everything is read from the contest or asked of the same rule again; nothing is decided here. Marks of others appear
 * only as means, lines and distances. */

#include "kp-derivation-private.h"

#include "kp-scheme-explain.h"

/**
 * kp_derivation_step_free:
 * @step: (nullable) (transfer full): a step with its texts
 */
void
kp_derivation_step_free (KpDerivationStep *step)
{
  if (step == NULL)
    return;

  g_free (step->label);
  g_free (step->value);
  g_free (step->rule);
  g_free (step->clause);
  g_free (step);
}

/**
 * kp_derivation_add:
 * @derivation: a derivation
 * @stage: to which stage the step belongs
 * @label: what is derived
 * @value: what it comes to
 * @clause: (nullable): place in the notice
 * @format: printf form of the rule's sentence
 * @...: its values
 */
void
kp_derivation_add (KpDerivation *derivation,
                   KpStage       stage,
                   const char   *label,
                   const char   *value,
                   const char   *clause,
                   const char   *format,
                   ...)
{
  KpDerivationStep *step = g_new0 (KpDerivationStep, 1);
  va_list           arguments;

  step->stage = stage;
  step->label = g_strdup (label);
  step->value = g_strdup (value);
  step->clause = clause != NULL && *clause != '\0' ? g_strdup (clause) : NULL;
  va_start (arguments, format);
  step->rule = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (derivation->steps, step);
}

/**
 * kp_derivation_get_clause:
 * @derivation: a derivation
 * @title: of a section of the notice, without its number
 *
 * Returns: (transfer none) (nullable): the heading with its number; %NULL when the notice has no such section
 */
const char *
kp_derivation_get_clause (const KpDerivation *derivation,
                          const char         *title)
{
  for (guint i = 0; i < derivation->notice->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (derivation->notice, i);

      if (g_str_has_suffix (section->heading, title))
        return section->heading;
    }

  return NULL;
}

/**
 * kp_derivation_dup_number:
 * @value: a known fraction
 *
 * Returns: (transfer full): with as many decimals as it has, two at least: "82.10", "65.065"; what never ends is cut
 *   after six: "76.166666…"
 */
gchar *
kp_derivation_dup_number (KpFraction value)
{
  for (guint decimals = 2; decimals < 6; decimals++)
    if (kp_fraction_compare (kp_fraction_round (value, decimals, KP_ROUNDING_TRUNCATE), value) == 0)
      return kp_fraction_dup_decimal (value, decimals);

  return kp_fraction_dup_decimal (value, 6);
}

/**
 * kp_derivation_dup_rounding:
 * @exact: before rounding
 * @rounded: after it
 * @decimals: as the scheme says; %KP_CORRECTION_EXACT = not rounded
 * @rounding: how
 *
 * Returns: (transfer full): "，保留2位小数（四舍五入）为65.07", or "" where nothing was rounded away
 */
gchar *
kp_derivation_dup_rounding (KpFraction exact,
                            KpFraction rounded,
                            gint       decimals,
                            KpRounding rounding)
{
  g_autofree gchar *text = NULL;

  if (decimals == KP_CORRECTION_EXACT || !kp_fraction_is_known (rounded) || kp_fraction_compare (exact, rounded) == 0)
    return g_strdup ("");

  text = kp_fraction_dup_decimal (rounded, (guint) decimals);
  return g_strdup_printf ("，保留%d位小数（%s）为%s", decimals, kp_rounding_get_chinese (rounding), text);
}

/**
 * kp_derivation_take_gap:
 * @gaps: zeroed at first
 * @own: this person's mark
 * @other: the mark of one who holds a place too, this person included
 */
void
kp_derivation_take_gap (KpDerivationGaps *gaps,
                        KpFraction        own,
                        KpFraction        other)
{
  KpFraction gap = kp_fraction_subtract (other, own);

  gaps->n++;
  if (!kp_fraction_is_known (gap) || gap.num == 0)
    return;
  if (gap.num > 0 && (!kp_fraction_is_known (gaps->above) || kp_fraction_compare (gap, gaps->above) < 0))
    gaps->above = gap;
  gap = kp_fraction_negate (gap);
  if (gap.num > 0 && (!kp_fraction_is_known (gaps->below) || kp_fraction_compare (gap, gaps->below) < 0))
    gaps->below = gap;
}

/**
 * kp_derivation_dup_gaps:
 * @gaps: of kp_derivation_take_gap() for everybody of the post
 *
 * Returns: (transfer full): "；比紧邻的较高分低0.50分，比紧邻的较低分高1.25分"
 */
gchar *
kp_derivation_dup_gaps (const KpDerivationGaps *gaps)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (kp_fraction_is_known (gaps->above))
    {
      g_autofree gchar *above = kp_derivation_dup_number (gaps->above);

      g_string_append_printf (text, "；比紧邻的较高分低%s分", above);
    }
  if (kp_fraction_is_known (gaps->below))
    {
      g_autofree gchar *below = kp_derivation_dup_number (gaps->below);

      g_string_append_printf (text, "%s比紧邻的较低分高%s分", text->len > 0 ? "，" : "；", below);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether anybody of the post has a room: then who has none was never called to the interview. */
static gboolean
has_rooms (const KpDerivation *derivation)
{
  for (guint i = 0; i < derivation->post->entrants->len; i++)
    if (derivation->contest->entrants[g_array_index (derivation->post->entrants, guint, i)].room > 0)
      return TRUE;

  return FALSE;
}

/**
 * kp_derivation_count_unheard:
 * @derivation: a derivation
 *
 * Returns: how many of the post are still to be interviewed: until then no coefficient is known, and no place. Who should
 *   have been called, but found no room when the others did, isn't waited for.
 */
guint
kp_derivation_count_unheard (const KpDerivation *derivation)
{
  const gboolean needs_room = derivation->post != NULL && has_rooms (derivation);
  guint          n = 0;

  for (guint i = 0; derivation->post != NULL && i < derivation->post->entrants->len; i++)
    {
      const guint            index = g_array_index (derivation->post->entrants, guint, i);
      const KpContestResult *result = &derivation->contest->results[index];

      n += result->is_interviewed && (!needs_room || derivation->contest->entrants[index].room > 0)
           && (result->raw.state == KP_MARK_NOT_ENTERED || result->raw.state == KP_MARK_PENDING);
    }

  return n;
}

/**
 * kp_derivation_is_unwritten:
 * @derivation: a derivation of somebody with a post
 *
 * Returns: whether the person comes to the interview without a written mark
 */
gboolean
kp_derivation_is_unwritten (const KpDerivation *derivation)
{
  const KpContest *contest = derivation->contest;

  return !derivation->post->post->has_written || derivation->post->opening == KP_QUOTA_TO_INTERVIEW
         || kp_written_decide_exempt (contest->scheme, derivation->post->post, &contest->facts[derivation->index])
                == KP_VERDICT_MET;
}

/**
 * kp_derivation_competes:
 * @derivation: a derivation of somebody with a post
 *
 * Returns: whether the person went on to the exams after the review: passed, or not reviewed before the interview, and the
 *   post opened; not who is hired without any
 */
gboolean
kp_derivation_competes (const KpDerivation *derivation)
{
  return derivation->post->opening != KP_QUOTA_CANCELLED
         && kp_direct_hire_is_examined (&derivation->contest->scheme->direct_hire, derivation->result->direct)
         && (derivation->result->review == KP_REVIEW_PASS || kp_contest_is_reviewed_late (derivation->contest->scheme));
}

/**
 * kp_derivation_make:
 * @contest: a contest
 * @entrant: an index
 *
 * Lays open how the contest came to what it says of one person, as far as it got: a stage of which nothing is known yet
 * gives no step. Pure.
 *
 * Returns: (transfer full) (element-type KpDerivationStep): in the order of the campaign
 */
GPtrArray *
kp_derivation_make (const KpContest *contest,
                    guint            entrant)
{
  g_autoptr (GPtrArray) notice = NULL;
  KpDerivation          derivation = { .contest = contest, .index = entrant };

  g_return_val_if_fail (contest != NULL && entrant < contest->n_entrants, NULL);

  notice = kp_scheme_explain (contest->scheme);
  derivation.who = &contest->entrants[entrant];
  derivation.result = &contest->results[entrant];
  derivation.post
      = derivation.result->post != NULL ? kp_contest_get_post (contest, derivation.result->post->code) : NULL;
  derivation.notice = notice;
  derivation.steps = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_derivation_step_free);

  kp_derivation_review (&derivation);
  if (derivation.post == NULL)
    return derivation.steps;
  kp_derivation_open (&derivation);
  kp_derivation_direct (&derivation);
  kp_derivation_write (&derivation);
  kp_derivation_list (&derivation);
  kp_derivation_heats (&derivation);
  kp_derivation_hear (&derivation);
  kp_derivation_total (&derivation);
  kp_derivation_finish (&derivation);

  return derivation.steps;
}
