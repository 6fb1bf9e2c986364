/* kp-written.c – the written mark 笔试成绩: papers, their weights, absence and breaches.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A post sits some of the scheme's papers (01, 02), each with the paper's weight or one of its own:
 *
 *   01      02          written mark
 *   60      70          60 × 40 % + 70 × 60 % = 66, rounded once; with rounds_papers 24 and 42 are rounded before
 *   60      缺考        none: absent in one paper is absent
 *   60      违纪        none: that paper is void, and with it the written mark
 *   缺考    全部无效    none: what voids everything is said first, then the breach, then the absence
 *   60      未登分      not yet
 *   60      0           a mark; has_zero_paper
 *
 * Which state is told never depends on the order of the papers. */

#include "kp-written.h"

/* The greater one is told. */
static const guint state_weights[KP_MARK_N_STATES] = {
  [KP_MARK_PRESENT] = 0, [KP_MARK_PENDING] = 1, [KP_MARK_NOT_ENTERED] = 2,
  [KP_MARK_ABSENT] = 3,  [KP_MARK_BREACH] = 4,  [KP_MARK_VOID_ALL] = 5,
};

static gboolean
is_below_own_line (const KpSchemePaper *paper,
                   KpMark               mark)
{
  if (!paper->has_line)
    return FALSE;

  return paper->line_is_strict ? mark <= paper->line : mark < paper->line;
}

static void
take_paper (const KpScheme      *scheme,
            const KpSchemePaper *paper,
            guint                index,
            KpFraction           weight,
            const KpStatedMark  *stated,
            KpWrittenResult     *out)
{
  KpFraction part;

  if (state_weights[stated->state] > state_weights[out->state])
    out->state = stated->state;
  out->n_missing += stated->state == KP_MARK_NOT_ENTERED ? 1 : 0;
  out->n_pending += stated->state == KP_MARK_PENDING ? 1 : 0;
  if (stated->state != KP_MARK_PRESENT)
    return;

  part = kp_fraction_multiply (kp_fraction_from_mark (stated->mark), weight);
  if (scheme->written.rounds_papers)
    part = kp_fraction_round (part, scheme->written.paper_decimals, scheme->written.rounding);
  out->unweighted[index] = kp_fraction_from_mark (stated->mark);
  out->parts[index] = part;
  out->exact = kp_fraction_add (out->exact, part);
  out->is_below_paper_line = out->is_below_paper_line || is_below_own_line (paper, stated->mark);
  out->has_zero_paper = out->has_zero_paper || stated->mark == 0;
}

/**
 * kp_written_decide:
 * @scheme: the scheme
 * @post: the post applied for, with a written exam
 * @papers: marks of all papers of the scheme, in its order; those that the post doesn't sit aren't looked at
 * @out: (out): the written mark and how it is made
 *
 * Weighs the papers of the post and rounds the sum as the scheme says. Absent, breach or void in one paper leaves no
 * written mark (缺考、违纪的不计笔试成绩). A single-paper line and zero points in a paper are told, not judged.
 */
void
kp_written_decide (const KpScheme     *scheme,
                   const KpSchemePost *post,
                   const KpStatedMark *papers,
                   KpWrittenResult    *out)
{
  const KpSchemeWritten *written = &scheme->written;

  g_return_if_fail (post != NULL && out != NULL);
  g_return_if_fail (written->papers->len == 0 || papers != NULL);

  *out = (KpWrittenResult) { .state = KP_MARK_PRESENT, .exact = KP_FRACTION_ZERO };
  out->full = kp_written_get_full (scheme, post);
  for (guint i = 0; i < MIN (written->papers->len, KP_SCHEME_MAX_PAPERS); i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (written->papers, i);
      KpFraction           weight = kp_scheme_get_paper_weight (post, paper);

      if (kp_fraction_is_known (weight))
        take_paper (scheme, paper, i, weight, &papers[i], out);
    }
  if (out->state != KP_MARK_PRESENT)
    out->exact = KP_FRACTION_UNKNOWN;
  out->paper = written->decimals == KP_CORRECTION_EXACT
                 ? out->exact
                 : kp_fraction_round (out->exact, (guint) written->decimals, written->rounding);
}

/**
 * kp_written_get_full:
 * @scheme: the scheme
 * @post: a post
 *
 * Returns: 满分: what the papers of @post give at most, by their weights; 0 without papers
 */
KpFraction
kp_written_get_full (const KpScheme     *scheme,
                     const KpSchemePost *post)
{
  KpFraction full = KP_FRACTION_ZERO;

  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);
      KpFraction           weight = kp_scheme_get_paper_weight (post, paper);

      if (kp_fraction_is_known (weight))
        full = kp_fraction_add (full, kp_fraction_multiply (kp_fraction_from_mark (paper->full), weight));
    }

  return full;
}

/**
 * kp_written_needs_seat:
 * @scheme: the scheme
 * @post: a post
 *
 * Returns: whether its candidates sit at least one paper here; FALSE when all marks are carried over
 */
gboolean
kp_written_needs_seat (const KpScheme     *scheme,
                       const KpSchemePost *post)
{
  g_autoptr (GPtrArray) papers = kp_scheme_list_papers (scheme, post);

  for (guint i = 0; i < papers->len; i++)
    if (!((const KpSchemePaper *) g_ptr_array_index (papers, i))->is_elsewhere)
      return TRUE;

  return FALSE;
}

/**
 * kp_written_decide_exempt:
 * @scheme: the scheme
 * @post: the post applied for
 * @facts: (nullable): what the candidate states, approved at the review
 *
 * 免笔试: everybody of a post without a written exam, and who fulfils the scheme's `exempt`; where that is limited, who isn't
 * one too many.
 *
 * Returns: MET = goes to the interview without a written mark; UNMET; else a value is missing or
 *   a person has to judge
 */
KpVerdict
kp_written_decide_exempt (const KpScheme         *scheme,
                          const KpSchemePost     *post,
                          const KpCandidateFacts *facts)
{
  if (!post->has_written)
    return KP_VERDICT_MET;
  if (scheme->written.exempt == NULL)
    return KP_VERDICT_UNMET;
  if (facts == NULL)
    return KP_VERDICT_NEEDS_PAPER;
  if (facts->exemption != KP_EXEMPTION_FREE)
    return facts->exemption == KP_EXEMPTION_LEFT ? KP_VERDICT_UNMET : KP_VERDICT_BY_HAND;

  return kp_condition_decide (scheme->written.exempt, facts);
}

/**
 * kp_written_get_shortlist_basis:
 * @scheme: the scheme
 * @post: a post
 *
 * Returns: what the list of the post is ordered by
 */
KpShortlistBasis
kp_written_get_shortlist_basis (const KpScheme     *scheme,
                                const KpSchemePost *post)
{
  return post->has_shortlist_basis ? post->shortlist_basis : scheme->shortlist.basis;
}

/**
 * kp_written_get_shortlist:
 * @scheme: the scheme
 * @post: a post
 *
 * Returns: the scheme's policy with what @post has of its own: its ratio, what it is ordered by, or that all over the line
 *   are interviewed; where nothing is written and no credential counts there is nothing to cut by, and all are.
 *   It borrows from @scheme and isn't cleared.
 */
KpShortlistPolicy
kp_written_get_shortlist (const KpScheme     *scheme,
                          const KpSchemePost *post)
{
  KpShortlistPolicy policy = scheme->shortlist;

  if (kp_fraction_is_known (post->shortlist_ratio))
    kp_shortlist_policy_set_ratio (&policy, post->shortlist_ratio);
  policy.basis = kp_written_get_shortlist_basis (scheme, post);
  policy.takes_all = policy.takes_all || post->takes_all
                     || (!post->has_written && policy.basis != KP_SHORTLIST_BY_CREDENTIAL);
  if (policy.tie_keys != NULL && policy.tie_keys->len > 0)
    policy.n_tie_keys = policy.tie_keys->len;

  return policy;
}

/**
 * kp_written_get_exempt_mark:
 * @scheme: the scheme
 * @post: the post applied for
 * @facts: what the candidate states
 *
 * 免笔试的笔试成绩按满分（或者若干分）计算: part of the total, while the list ranks only those who sat.
 *
 * Returns: the written mark; unknown for who isn't exempt, and where the scheme gives none
 */
KpFraction
kp_written_get_exempt_mark (const KpScheme         *scheme,
                            const KpSchemePost     *post,
                            const KpCandidateFacts *facts)
{
  if (!scheme->written.has_exempt_mark || !post->has_written
      || kp_written_decide_exempt (scheme, post, facts) != KP_VERDICT_MET)
    return KP_FRACTION_UNKNOWN;

  return kp_fraction_from_mark (scheme->written.exempt_mark);
}

/**
 * kp_written_find_line:
 * @scheme: the scheme
 * @post: the post applied for
 * @facts: (nullable): what the candidate states
 * @line: (out): the value of 笔试合格线 for this person; untouched when it is that of the rest
 *
 * The first of `line_for` that fits counts. What a person has still to judge doesn't fit.
 *
 * Returns: whether the scheme has another line for this person than for the rest
 */
gboolean
kp_written_find_line (const KpScheme         *scheme,
                      const KpSchemePost     *post,
                      const KpCandidateFacts *facts,
                      KpMark                 *line)
{
  for (guint i = 0; i < scheme->written.line_for->len; i++)
    {
      const KpSchemeLineFor *line_for = g_ptr_array_index (scheme->written.line_for, i);

      if (!kp_scheme_names_post (line_for->posts, post->code)
          || (line_for->when != NULL
              && (facts == NULL || kp_condition_decide (line_for->when, facts) != KP_VERDICT_MET)))
        continue;
      *line = line_for->line;
      return TRUE;
    }

  return FALSE;
}

/* Measured only where a list asks it: the marks of 100,000 are made without. */
static KpFraction
measure_credential (const KpScheme         *scheme,
                    KpShortlistBasis        basis,
                    const KpCandidateFacts *facts)
{
  const GPtrArray *keys = scheme->shortlist.tie_keys;
  gboolean         is_asked = basis == KP_SHORTLIST_BY_CREDENTIAL;
  KpMark           points = 0;

  for (guint i = 0; keys != NULL && !is_asked && i < keys->len; i++)
    is_asked = ((const KpTie *) g_ptr_array_index (keys, i))->field == KP_TIE_CREDENTIAL;

  return is_asked && facts != NULL && kp_scheme_decide_credential (&scheme->credential, facts, &points)
             ? kp_fraction_from_mark (points)
             : KP_FRACTION_UNKNOWN;
}

/**
 * kp_written_make_candidate:
 * @scheme: the scheme
 * @post: the post applied for
 * @written: of kp_written_decide(); not looked at for who is exempt
 * @with_bonus: the mark that the list ranks, with what is added for it; the paper mark where nothing is
 * @facts: (nullable): what the candidate states; without them nobody is exempt or direct by a condition
 * @has_no_exam: whether nobody of the post writes, by the scheme or since the opening
 *
 * Only a condition that is fulfilled exempts or opens the direct way: what a person has still to judge doesn't.
 *
 * Returns: what kp_shortlist_decide() needs to know; has_left is FALSE, the first tie key is the paper mark
 */
KpShortlistCandidate
kp_written_make_candidate (const KpScheme         *scheme,
                           const KpSchemePost     *post,
                           const KpWrittenResult  *written,
                           KpFraction              with_bonus,
                           const KpCandidateFacts *facts,
                           gboolean                has_no_exam)
{
  const KpShortlistBasis basis = kp_written_get_shortlist_basis (scheme, post);
  const gboolean         is_by_credential = basis == KP_SHORTLIST_BY_CREDENTIAL;
  KpShortlistCandidate   candidate = {
    .raw = KP_FRACTION_UNKNOWN,
    .score = KP_FRACTION_UNKNOWN,
    .credential = measure_credential (scheme, basis, facts),
    .is_exempt = has_no_exam || kp_written_decide_exempt (scheme, post, facts) == KP_VERDICT_MET,
    .is_direct = scheme->shortlist.direct != NULL && facts != NULL
                 && kp_condition_decide (scheme->shortlist.direct, facts) == KP_VERDICT_MET,
  };

  if (has_no_exam && is_by_credential)
    {
      candidate.is_exempt = FALSE;
      candidate.has_no_exam = TRUE;
      candidate.state = kp_fraction_is_known (candidate.credential) ? KP_MARK_PRESENT : KP_MARK_PENDING;
    }
  if (candidate.is_exempt || candidate.has_no_exam)
    return candidate;

  candidate.state = written->state;
  candidate.raw = written->paper;
  candidate.score = written->state == KP_MARK_PRESENT ? with_bonus : KP_FRACTION_UNKNOWN;
  candidate.tie_keys[0] = is_by_credential ? KP_FRACTION_UNKNOWN : written->paper;
  candidate.is_below_paper_line = written->is_below_paper_line;
  candidate.has_line = kp_written_find_line (scheme, post, facts, &candidate.line);
  candidate.has_zero_paper = written->has_zero_paper && scheme->written.zero_paper_is_out;

  return candidate;
}
