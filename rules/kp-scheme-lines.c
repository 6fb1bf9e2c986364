/* kp-scheme-lines.c – which interview line of the scheme is whose, and what the lines ask for.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Like `total_for` and `written.line_for`: the first entry that fits replaces `interview.lines` whole. */

#include "kp-scheme.h"

#include "kp-condition.h"

/**
 * kp_scheme_names_post:
 * @posts: (element-type utf8): codes; empty = all posts
 * @code: the code of a post
 *
 * Returns: whether what is for @posts is for this one
 */
gboolean
kp_scheme_names_post (const GPtrArray *posts,
                      const char      *code)
{
  for (guint i = 0; i < posts->len; i++)
    if (g_strcmp0 (g_ptr_array_index (posts, i), code) == 0)
      return TRUE;

  return posts->len == 0;
}

/**
 * kp_scheme_find_lines_for:
 * @scheme: the scheme
 * @post: the post applied for
 * @facts: (nullable): what the candidate states
 *
 * What a person has still to judge doesn't fit.
 *
 * Returns: (transfer none) (nullable): the entry of `interview.lines_for` that is this person's; NULL = `interview.lines`
 */
const KpSchemeLinesFor *
kp_scheme_find_lines_for (const KpScheme         *scheme,
                          const KpSchemePost     *post,
                          const KpCandidateFacts *facts)
{
  for (guint i = 0; i < scheme->interview.lines_for->len; i++)
    {
      const KpSchemeLinesFor *lines_for = g_ptr_array_index (scheme->interview.lines_for, i);

      if (kp_scheme_names_post (lines_for->posts, post->code)
          && (lines_for->when == NULL
              || (facts != NULL && kp_condition_decide (lines_for->when, facts) == KP_VERDICT_MET)))
        return lines_for;
    }

  return NULL;
}

/**
 * kp_scheme_get_interview_lines:
 * @scheme: the scheme
 * @post: the post applied for
 * @facts: (nullable): what the candidate states
 *
 * Returns: (transfer none): the lines of the interview for this person
 */
const KpInterviewLines *
kp_scheme_get_interview_lines (const KpScheme         *scheme,
                               const KpSchemePost     *post,
                               const KpCandidateFacts *facts)
{
  const KpSchemeLinesFor *lines_for = kp_scheme_find_lines_for (scheme, post, facts);

  return lines_for != NULL ? &lines_for->lines : &scheme->interview.lines;
}

/**
 * kp_scheme_is_of_kind:
 * @lines_for: (nullable): whose lines are drawn, as kp_scheme_find_lines_for() has it
 * @own: the post applied for
 * @other: a post
 *
 * 同类岗位: the posts that the lines name, where they name any; else those of the same track.
 *
 * Returns: whether the mean over posts of one kind counts @other for a candidate of @own
 */
gboolean
kp_scheme_is_of_kind (const KpSchemeLinesFor *lines_for,
                      const KpSchemePost     *own,
                      const KpSchemePost     *other)
{
  if (lines_for != NULL && lines_for->posts->len > 0)
    return kp_scheme_names_post (lines_for->posts, other->code);

  return own->track == other->track;
}

static gboolean
asks_vote (const KpInterviewLines *lines,
           G_GNUC_UNUSED gint      value)
{
  return kp_fraction_is_known (lines->vote);
}

static gboolean
asks_lowest (const KpInterviewLines *lines,
             G_GNUC_UNUSED gint      value)
{
  return lines->lowest != KP_LOWEST_NONE;
}

static gboolean
asks_drawn (const KpInterviewLines *lines,
            gint                    drawn)
{
  return lines->drawn == (KpLineDrawn) drawn;
}

/* Whether any lines that can be somebody's of the post do. */
static gboolean
any_lines (const KpScheme *scheme,
           const char     *post,
           gboolean      (*asks) (const KpInterviewLines *, gint),
           gint            value)
{
  for (guint i = 0; i < scheme->interview.lines_for->len; i++)
    {
      const KpSchemeLinesFor *lines_for = g_ptr_array_index (scheme->interview.lines_for, i);

      if ((post == NULL || kp_scheme_names_post (lines_for->posts, post)) && asks (&lines_for->lines, value))
        return TRUE;
    }

  return asks (&scheme->interview.lines, value);
}

/**
 * kp_scheme_asks_vote:
 * @scheme: a scheme
 *
 * Returns: whether somebody's interview line asks for a vote of the examiners
 */
gboolean
kp_scheme_asks_vote (const KpScheme *scheme)
{
  return any_lines (scheme, NULL, asks_vote, 0);
}

/**
 * kp_scheme_asks_lowest:
 * @scheme: a scheme
 *
 * Returns: whether somebody's interview line is the lowest mark of those called from posts with competition
 */
gboolean
kp_scheme_asks_lowest (const KpScheme *scheme)
{
  return any_lines (scheme, NULL, asks_lowest, 0);
}

/**
 * kp_scheme_asks_interview_line:
 * @scheme: a scheme
 * @drawn: CAMPAIGN or POST
 * @post: (nullable): the code of a post; NULL = any
 *
 * Returns: whether the committee draws somebody's interview line so, after the interviews
 */
gboolean
kp_scheme_asks_interview_line (const KpScheme *scheme,
                               KpLineDrawn     drawn,
                               const char     *post)
{
  return any_lines (scheme, post, asks_drawn, (gint) drawn);
}
