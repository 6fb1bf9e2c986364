/* kp-scheme-check-grades.c – checks grades, pay and conversion of a scheme against themselves and the law.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

#define MOST_GRADES 50

static gboolean
is_money (KpMark amount)
{
  return amount >= 0 && amount % (KP_MARK_UNIT / 100) == 0;
}

static void
check_sequence (GPtrArray *problems, const KpScheme *scheme, guint index)
{
  const KpSchemeSequence *sequence = g_ptr_array_index (scheme->grades.sequences, index);

  if (sequence->lowest == 0 || sequence->lowest > sequence->highest || sequence->highest > MOST_GRADES ||
      sequence->step_months == 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_ ("A sequence of grades needs a lowest grade from 1, a highest one that isn't "
                                         "below it, and the months that one grade takes; correct it.")),
                            "grades.sequences[%u]", index);
  if (kp_scheme_get_sequence (scheme, sequence->name) != sequence)
    kp_scheme_check_refuse (problems, g_strdup (_ ("There is another sequence of grades of this name; give each its own.")),
                            "grades.sequences[%u].name", index);
  if (sequence->educations->len > KP_GRADE_MAX_EQUIVALENTS || sequence->certificates->len > KP_GRADE_MAX_EQUIVALENTS)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_ ("At most %u educations and %u certificates can stand for years of work."),
                                             KP_GRADE_MAX_EQUIVALENTS, KP_GRADE_MAX_EQUIVALENTS),
                            "grades.sequences[%u]", index);
}

/* 劳动法 §48: nobody is paid below the minimum wage. */
static void
check_pay (GPtrArray *problems, const KpScheme *scheme, guint index)
{
  const KpSchemePay *pay = g_ptr_array_index (scheme->grades.pay, index);
  const KpSchemeSequence *sequence = kp_scheme_get_sequence (scheme, pay->sequence);

  if (sequence == NULL || pay->grade < sequence->lowest || pay->grade > sequence->highest)
    kp_scheme_check_refuse (problems, g_strdup (_ ("The pay table names a grade that no sequence has; correct it.")),
                            "grades.pay[%u]", index);
  if (!kp_date_is_valid (pay->from) || !is_money (pay->amount) || pay->amount == 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_ ("A line of the pay table needs the day from which it holds, and yuan and fen.")),
                            "grades.pay[%u]", index);
  else if (pay->amount < scheme->grades.minimum_wage)
    kp_scheme_check_refuse (problems,
                            g_strdup (_ ("The pay is below the minimum wage of the place, which 劳动法 第48条 forbids; raise it.")),
                            "grades.pay[%u].amount", index);
  for (guint i = 0; i < index; i++)
    {
      const KpSchemePay *other = g_ptr_array_index (scheme->grades.pay, i);

      if (other->grade == pay->grade && g_strcmp0 (other->sequence, pay->sequence) == 0 &&
          kp_date_compare (other->from, pay->from) == 0)
        kp_scheme_check_refuse (problems, g_strdup (_ ("The pay table has this grade twice for one day; keep one line.")),
                                "grades.pay[%u]", index);
    }
}

/* Whoever is hired needs an amount: from the first grade on, on the first day. */
static void
check_covered (GPtrArray *problems, const KpScheme *scheme, guint index)
{
  const KpSchemePost *post = g_ptr_array_index (scheme->posts, index);
  const KpSchemeSequence *sequence = kp_scheme_get_sequence (scheme, post->grade_sequence);
  gint64 fen = 0;

  if (post->grade_sequence == NULL)
    return;
  if (sequence == NULL)
    {
      kp_scheme_check_refuse (problems, g_strdup (_ ("There is no sequence of grades of this name; name one of “grades.sequences”.")),
                              "posts[%u].grade_sequence", index);
      return;
    }
  for (guint grade = sequence->lowest; grade <= MIN (sequence->highest, MOST_GRADES) && scheme->grades.pay->len > 0 &&
                                       kp_date_is_valid (scheme->contract.start);
       grade++)
    if (!kp_scheme_find_pay (scheme, sequence->name, grade, scheme->contract.start, &fen))
      {
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_ ("The pay table has no amount for grade %u on the first day of the contracts; "
                                                    "add it."),
                                                 grade),
                                "posts[%u].grade_sequence", index);
        return;
      }
}

/* 意见一: conversion goes by the rules of open recruitment, so what is said of its exam must be what the posts compute. */
static void
check_exam (GPtrArray *problems, const KpScheme *scheme, guint index)
{
  const KpSchemePost *post = g_ptr_array_index (scheme->posts, index);
  const KpConversionExam said = scheme->conversion.exam;
  const KpConversionExam found = kp_scheme_get_conversion_exam (scheme, post);

  if (said != KP_CONVERSION_EXAM_ANY && post->track == KP_TRACK_CONVERSION && found != said)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_ ("The conversion is said to be “%s”, but by its formula this post is “%s”; make "
                                                "them agree."),
                                             kp_conversion_exam_get_chinese (said), kp_conversion_exam_get_chinese (found)),
                            "posts[%u].total", index);
}

static void
check_conversion (GPtrArray *problems, const KpScheme *scheme)
{
  const KpConversionPolicy *policy = &scheme->conversion.policy;

  if (policy->max_age_decided < policy->max_age)
    kp_scheme_check_refuse (problems,
                            g_strdup (_ ("With a decision the age may be higher than without, never lower; correct it.")),
                            "conversion.max_age_decided");
}

/**
 * kp_scheme_check_grades:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what grades, pay table and conversion have against one another or against the law.
 */
void
kp_scheme_check_grades (GPtrArray *problems, const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->grades.sequences->len; i++)
    check_sequence (problems, scheme, i);
  for (guint i = 0; i < scheme->grades.pay->len; i++)
    check_pay (problems, scheme, i);
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      check_covered (problems, scheme, i);
      check_exam (problems, scheme, i);
    }
  check_conversion (problems, scheme);
  if (!is_money (scheme->grades.minimum_wage))
    kp_scheme_check_refuse (problems, g_strdup (_ ("Money is written in yuan and fen.")), "grades.minimum_wage");
  for (guint i = 0; i < scheme->grades.allowances->len; i++)
    if (!is_money (((const KpSchemeAllowance *) g_ptr_array_index (scheme->grades.allowances, i))->amount))
      kp_scheme_check_refuse (problems, g_strdup (_ ("Money is written in yuan and fen.")), "grades.allowances[%u].amount", i);
}
