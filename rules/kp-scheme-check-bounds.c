/* kp-scheme-check-bounds.c – checks bounds that contradict one another, and ages that the law doubts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Conditions that must all hold and can't:
 *
 *   born from 1990, born to 1985                             nobody lies between
 *   at least 5, at most 2 of the same fact                   no number does
 *   at least 480 months, except at least 216 of the same fact   over 40 and under 18 */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

/* 劳动法 第15条: nobody under 16 is employed; 劳动合同法实施条例 第21条: a labour contract ends at the age of retirement, 63
 * at the latest. */
#define YOUNGEST 16
#define OLDEST 63

/* The condition that one part rules out, when it rules out just one. */
static const KpCondition *
get_excepted (const KpCondition *condition)
{
  if (condition->kind != KP_CONDITION_EXCEPT || condition->parts->len != 1)
    return NULL;

  return g_ptr_array_index (condition->parts, 0);
}

static gboolean
is_same_fact (const KpCondition *one,
              const KpCondition *other)
{
  return g_strcmp0 (one->fact, other->fact) == 0;
}

static gboolean
is_apart (const KpCondition *one,
          const KpCondition *other)
{
  return !kp_date_is_none (one->from) && !kp_date_is_none (other->to) && kp_date_compare (one->from, other->to) > 0;
}

/* Whether @one asks for at least what @other forbids; the other way round is the caller's. */
static gboolean
is_contradiction (const KpCondition *one,
                  const KpCondition *other)
{
  const KpCondition *excepted = get_excepted (other);

  if (one->kind == KP_CONDITION_BORN && other->kind == KP_CONDITION_BORN)
    return is_apart (one, other);
  if (one->kind == KP_CONDITION_AT_LEAST && other->kind == KP_CONDITION_AT_MOST)
    return is_same_fact (one, other) && kp_fraction_is_known (one->value) && kp_fraction_is_known (other->value)
           && kp_fraction_compare (one->value, other->value) > 0;

  /* The longer length is fulfilled by nobody who doesn't fulfil the shorter one, counted to one day or an earlier. */
  return one->kind == KP_CONDITION_MONTHS_SINCE && excepted != NULL && excepted->kind == KP_CONDITION_MONTHS_SINCE
         && is_same_fact (one, excepted) && one->until == NULL && excepted->until == NULL
         && kp_date_compare (one->to, excepted->to) == 0 && one->months >= excepted->months;
}

/**
 * kp_scheme_check_bounds:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @one: a condition
 * @other: another that must hold, too
 * @path: where @other stands
 *
 * Adds bounds of which one begins behind the end of the other, so that nobody could fit both.
 */
void
kp_scheme_check_bounds (GPtrArray         *problems,
                        const KpCondition *one,
                        const KpCondition *other,
                        const char        *path)
{
  g_autofree gchar *first = NULL;
  g_autofree gchar *second = NULL;

  if (one == NULL || other == NULL || (!is_contradiction (one, other) && !is_contradiction (other, one)))
    return;

  first = kp_condition_dup_chinese (one);
  second = kp_condition_dup_chinese (other);
  kp_scheme_check_refuse (problems,
                          g_strdup_printf (_("Nobody can fulfil “%s” and “%s” at once: the bounds are the wrong way round; "
                                             "correct one of them."),
                                           first, second),
                          "%s", path);
}

/**
 * kp_scheme_check_birth:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: the scheme, for the day that ages are counted to
 * @condition: a condition of the kind born
 * @path: where it stands
 *
 * Adds days of birth that lie in the future (a refusal), and ages at which the law lets nobody be employed (warnings).
 */
void
kp_scheme_check_birth (GPtrArray         *problems,
                       const KpScheme    *scheme,
                       const KpCondition *condition,
                       const char        *path)
{
  const KpDate      day = kp_date_is_none (scheme->cutoff) ? scheme->notice_date : scheme->cutoff;
  g_autofree gchar *from = kp_date_dup_iso (condition->from);
  g_autofree gchar *to = kp_date_dup_iso (condition->to);

  if (kp_date_is_none (day))
    return;
  if (!kp_date_is_none (condition->from) && kp_date_compare (condition->from, day) > 0)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("Born from %s: nobody who could apply is so young; correct the day."), from),
                            "%s", path);
  else if (!kp_date_is_none (condition->from) && kp_date_compare (condition->from, kp_date_add_years (day, -OLDEST)) < 0)
    kp_scheme_check_warn (problems,
                          g_strdup_printf (_("Born from %s: over the age of retirement no labour contract can be made "
                                             "(劳动合同法实施条例 第21条); confirm the day."),
                                           from),
                          "%s", path);
  if (!kp_date_is_none (condition->to) && kp_date_compare (condition->to, kp_date_add_years (day, -YOUNGEST)) > 0)
    kp_scheme_check_warn (problems,
                          g_strdup_printf (_("Born to %s: 劳动法 第15条 forbids employing anybody under %d; confirm the day."), to,
                                           YOUNGEST),
                          "%s", path);
}
