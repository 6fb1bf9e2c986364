/* kp-line.c – the pass line of the written exam 笔试合格线: fixed, a share, or decided afterwards.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks 70, 65, 70.5, 0 and one absent; full mark 100; two decimals:
 *
 *   FIXED 60                        60.00
 *   SHARE_OF_FULL 50 %              50.00
 *   SHARE_OF_MEAN 60 %              30.83   205.5 ÷ 4 × 60 % = 30.825: zero points are a mark, absence is none
 *   DECIDED                         none before the committee has said it: nobody is over it, nobody below it
 *
 * A line that isn't there is never taken for 0. */

#include "kp-line.h"

/**
 * kp_line_init:
 * @line: (out): no line; one that is a share would have two decimals, half up, the mean over the campaign
 */
void
kp_line_init (KpLine *line)
{
  g_return_if_fail (line != NULL);

  *line = (KpLine) {
    .basis = KP_LINE_NONE,
    .kind = KP_LINE_FIXED,
    .share = KP_FRACTION_UNKNOWN,
    .per = KP_LINE_PER_CAMPAIGN,
    .decimals = 2,
    .rounding = KP_ROUNDING_HALF_UP,
  };
}

static KpLineOutcome
take_share (const KpLine *line,
            KpFraction    of,
            KpMark       *value)
{
  if (!kp_fraction_round_to_mark (kp_fraction_multiply (of, line->share), line->decimals, line->rounding, value))
    return KP_LINE_OUTCOME_WAITS_FOR_MARKS;

  return KP_LINE_OUTCOME_SET;
}

static KpFraction
get_mean (const KpLineContext *context)
{
  KpFraction sum = KP_FRACTION_ZERO;

  for (gsize i = 0; i < context->n_present; i++)
    sum = kp_fraction_add (sum, context->present[i]);

  return kp_fraction_divide (sum, kp_fraction_new ((gint64) context->n_present, 1));
}

/**
 * kp_line_decide:
 * @line: the scheme's line
 * @context: the marks and decisions it is set from
 * @value: (out): the line; 0 when none is set; may be @line's own value
 *
 * Sets the line of a campaign or of one post. The mean is that of all who really sat (缺考的不计): zero points count,
 * absence and void papers don't, and no mean is made while a mark is missing.
 *
 * Returns: whether @value is set, or why not
 */
KpLineOutcome
kp_line_decide (const KpLine        *line,
                const KpLineContext *context,
                KpMark              *value)
{
  KpMark fixed;

  g_return_val_if_fail (line != NULL && context != NULL && value != NULL, KP_LINE_OUTCOME_NONE);

  fixed = line->value;
  *value = 0;
  if (line->basis == KP_LINE_NONE)
    return KP_LINE_OUTCOME_NONE;

  switch (line->kind)
    {
    case KP_LINE_FIXED:
      *value = fixed;
      return KP_LINE_OUTCOME_SET;
    case KP_LINE_SHARE_OF_FULL:
      return take_share (line, context->full, value);
    case KP_LINE_SHARE_OF_MEAN:
      if (context->n_open > 0)
        return KP_LINE_OUTCOME_WAITS_FOR_MARKS;
      if (context->n_present == 0)
        return KP_LINE_OUTCOME_NOBODY;
      return take_share (line, get_mean (context), value);
    case KP_LINE_DECIDED:
      if (!context->has_decided)
        return KP_LINE_OUTCOME_NOT_DECIDED;
      *value = context->decided;
      return KP_LINE_OUTCOME_SET;
    default:
      g_return_val_if_reached (KP_LINE_OUTCOME_NONE);
    }
}

/**
 * kp_line_is_met:
 * @line: a line with its value set
 * @paper: written mark without bonus
 * @with_bonus: written mark with bonus
 *
 * Compares on the line's basis. The line itself passes unless it is strict (须高于).
 *
 * Returns: FALSE for a mark below the line; TRUE when there is no line
 */
gboolean
kp_line_is_met (const KpLine *line,
                KpFraction    paper,
                KpFraction    with_bonus)
{
  int order;

  g_return_val_if_fail (line != NULL, FALSE);

  if (line->basis == KP_LINE_NONE)
    return TRUE;
  order = kp_fraction_compare (line->basis == KP_LINE_ON_PAPER ? paper : with_bonus,
                               kp_fraction_from_mark (line->value));

  return line->is_strict ? order > 0 : order >= 0;
}

/**
 * kp_line_outcome_is_open:
 * @outcome: of kp_line_decide()
 *
 * Returns: whether there will be a line that isn't set yet: until then nobody enters
 */
gboolean
kp_line_outcome_is_open (KpLineOutcome outcome)
{
  return outcome == KP_LINE_OUTCOME_NOT_DECIDED || outcome == KP_LINE_OUTCOME_WAITS_FOR_MARKS;
}
