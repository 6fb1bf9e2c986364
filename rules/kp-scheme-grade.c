/* kp-scheme-grade.c – what a scheme sets for grades, pay and the conversion of earlier staff.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

/* A scheme writes yuan as a mark; money is counted in fen. */
#define MARKS_A_FEN (KP_MARK_UNIT / 100)

static void
free_equivalent (gpointer data)
{
  g_free (((KpSchemeEquivalent *) data)->name);
  g_free (data);
}

static void
free_sequence (gpointer data)
{
  KpSchemeSequence *sequence = data;

  g_free (sequence->name);
  g_ptr_array_unref (sequence->educations);
  g_ptr_array_unref (sequence->certificates);
  g_free (sequence);
}

static void
free_pay (gpointer data)
{
  g_free (((KpSchemePay *) data)->sequence);
  g_free (data);
}

static void
free_allowance (gpointer data)
{
  g_free (((KpSchemeAllowance *) data)->certificate);
  g_free (data);
}

/**
 * kp_scheme_init_grades:
 * @scheme: a new scheme
 *
 * No grades, and the usual conditions of a conversion.
 */
void
kp_scheme_init_grades (KpScheme *scheme)
{
  kp_conversion_policy_init (&scheme->conversion.policy);
  scheme->grades = (KpSchemeGrades){ .sequences = g_ptr_array_new_with_free_func (free_sequence),
                                     .pay = g_ptr_array_new_with_free_func (free_pay),
                                     .allowances = g_ptr_array_new_with_free_func (free_allowance) };
}

/**
 * kp_scheme_clear_grades:
 * @scheme: a scheme that is being freed
 */
void
kp_scheme_clear_grades (KpScheme *scheme)
{
  g_ptr_array_unref (scheme->grades.sequences);
  g_ptr_array_unref (scheme->grades.pay);
  g_ptr_array_unref (scheme->grades.allowances);
}

/** kp_scheme_equivalent_new: (transfer full): an empty one, to be added to a sequence. */
KpSchemeEquivalent *
kp_scheme_equivalent_new (void)
{
  return g_new0 (KpSchemeEquivalent, 1);
}

/** kp_scheme_sequence_new: (transfer full): a sequence of grades with a step of three years. */
KpSchemeSequence *
kp_scheme_sequence_new (void)
{
  KpSchemeSequence *sequence = g_new0 (KpSchemeSequence, 1);

  sequence->lowest = 1;
  sequence->step_months = 36;
  sequence->educations = g_ptr_array_new_with_free_func (free_equivalent);
  sequence->certificates = g_ptr_array_new_with_free_func (free_equivalent);
  return sequence;
}

/** kp_scheme_pay_new: (transfer full): an empty line of the pay table. */
KpSchemePay *
kp_scheme_pay_new (void)
{
  return g_new0 (KpSchemePay, 1);
}

/** kp_scheme_allowance_new: (transfer full): an empty allowance. */
KpSchemeAllowance *
kp_scheme_allowance_new (void)
{
  return g_new0 (KpSchemeAllowance, 1);
}

/**
 * kp_scheme_get_sequence:
 * @scheme: a scheme
 * @name: (nullable): of a sequence
 *
 * Returns: (nullable): the sequence of that name
 */
const KpSchemeSequence *
kp_scheme_get_sequence (const KpScheme *scheme, const char *name)
{
  for (guint i = 0; name != NULL && i < scheme->grades.sequences->len; i++)
    {
      const KpSchemeSequence *sequence = g_ptr_array_index (scheme->grades.sequences, i);

      if (g_strcmp0 (sequence->name, name) == 0)
        return sequence;
    }
  return NULL;
}

static guint
take_equivalents (const GPtrArray *given, KpGradeEquivalent *out)
{
  const guint n = MIN (given->len, KP_GRADE_MAX_EQUIVALENTS);

  for (guint i = 0; i < n; i++)
    {
      const KpSchemeEquivalent *one = g_ptr_array_index (given, i);

      out[i] = (KpGradeEquivalent){ one->name, one->years };
    }
  return n;
}

/**
 * kp_scheme_make_sequence:
 * @sequence: as the scheme states it
 * @out: (out): as the rule takes it; borrows its texts
 */
void
kp_scheme_make_sequence (const KpSchemeSequence *sequence, KpGradeSequence *out)
{
  *out = (KpGradeSequence){
    .name = sequence->name, .lowest = sequence->lowest, .highest = sequence->highest, .step_months = sequence->step_months
  };
  out->n_educations = take_equivalents (sequence->educations, out->educations);
  out->n_certificates = take_equivalents (sequence->certificates, out->certificates);
}

/**
 * kp_scheme_find_pay:
 * @scheme: a scheme
 * @sequence: name of a sequence
 * @grade: a grade of it
 * @day: a day
 * @fen: (out): fen a month
 *
 * Returns: whether the pay table has an amount in force on that day
 */
gboolean
kp_scheme_find_pay (const KpScheme *scheme, const char *sequence, guint grade, KpDate day, gint64 *fen)
{
  const GPtrArray *pay = scheme->grades.pay;
  g_autofree KpPayLine *lines = g_new0 (KpPayLine, pay->len + 1);

  for (guint i = 0; i < pay->len; i++)
    {
      const KpSchemePay *line = g_ptr_array_index (pay, i);

      lines[i] = (KpPayLine){ line->from, line->sequence, line->grade, line->amount / MARKS_A_FEN };
    }
  return kp_pay_find (lines, pay->len, sequence, grade, day, fen);
}

/**
 * kp_scheme_get_allowance:
 * @scheme: a scheme
 * @certificates: (nullable) (array zero-terminated=1): what somebody has
 *
 * 职业水平补贴: of several certificates the one with the highest counts.
 *
 * Returns: fen a month
 */
gint64
kp_scheme_get_allowance (const KpScheme *scheme, const char *const *certificates)
{
  gint64 most = 0;

  for (guint i = 0; certificates != NULL && i < scheme->grades.allowances->len; i++)
    {
      const KpSchemeAllowance *one = g_ptr_array_index (scheme->grades.allowances, i);

      if (g_strv_contains (certificates, one->certificate))
        most = MAX (most, one->amount / MARKS_A_FEN);
    }
  return most;
}

/**
 * kp_scheme_make_conversion_policy:
 * @scheme: a scheme
 * @policy: (out): the conditions of a conversion, counted to the base day or else to the cut-off
 */
void
kp_scheme_make_conversion_policy (const KpScheme *scheme, KpConversionPolicy *policy)
{
  *policy = scheme->conversion.policy;
  if (!kp_date_is_valid (policy->base_day))
    policy->base_day = scheme->cutoff;
  policy->term_months = MAX (scheme->contract.years, 1) * 12;
}

static gboolean
has_weight (const KpTotalPolicy *policy, guint part)
{
  return kp_fraction_is_known (policy->weights[part]) && kp_fraction_compare (policy->weights[part], KP_FRACTION_ZERO) > 0;
}

/* Same formula and same written exam as some post that is open to all. */
static gboolean
is_as_open (const KpScheme *scheme, const KpSchemePost *post)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *other = g_ptr_array_index (scheme->posts, i);

      if (other->track == KP_TRACK_OPEN && other->has_written == post->has_written && g_strcmp0 (other->total, post->total) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_scheme_get_conversion_exam:
 * @scheme: a scheme
 * @post: a post of the track %KP_TRACK_CONVERSION
 *
 * 考试方式, by what the post's formula counts.
 *
 * Returns: the way, or %KP_CONVERSION_EXAM_ANY when it is none of the named ones
 */
KpConversionExam
kp_scheme_get_conversion_exam (const KpScheme *scheme, const KpSchemePost *post)
{
  const KpSchemeTotal *total = kp_scheme_get_post_total (scheme, post, FALSE);
  gboolean has_other = FALSE;

  if (is_as_open (scheme, post))
    return KP_CONVERSION_EXAM_OPEN;
  if (total == NULL || !has_weight (&total->policy, KP_PART_INTERVIEW))
    return KP_CONVERSION_EXAM_ANY;
  for (guint i = KP_PART_OTHER_1; i < KP_N_PARTS; i++)
    has_other |= has_weight (&total->policy, i);
  if (post->has_written && has_weight (&total->policy, KP_PART_WRITTEN))
    return has_other ? KP_CONVERSION_EXAM_ANY : KP_CONVERSION_EXAM_WRITTEN;
  return has_other ? KP_CONVERSION_EXAM_ASSESSMENT : KP_CONVERSION_EXAM_INTERVIEW;
}
