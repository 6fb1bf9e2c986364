/* kp-hearing-lines.h – the interview line of everybody who is heard, out of the marks of all.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme.h"

G_BEGIN_DECLS

/* One who stands on the interview list when the interviews begin. */
typedef struct
{
  guint        post; /* index */
  gint64       room; /* equal = the same room on the same day */
  gint64       day;
  KpStatedMark marks[KP_N_LINE_MARKS]; /* as corrected, and as the examiners gave it */
  const KpSchemeLinesFor *lines_for; /* (nullable): of kp_scheme_find_lines_for(); NULL = the lines of the rest */
} KpHeard;

/* What is known of a post. */
typedef struct
{
  const KpSchemePost *post;
  guint               places; /* before any are moved after the interview */
  guint               wanted; /* on the list, by the ratio */
  gboolean            has_drawn; /* 面试合格线 of this post, where the committee draws one of each */
  KpMark              drawn;
  gboolean            is_settled; /* everybody is totalled; only for kp_hearing_lines_compare() */
} KpHeardPost;

typedef struct
{
  const KpScheme    *scheme;
  const KpHeardPost *posts;
  guint              n_posts;
  const KpHeard     *heard;
  guint              n_heard;
  gboolean           has_drawn; /* 面试合格线 that the committee draws for all posts */
  KpMark             drawn;
} KpHearing;

const KpInterviewLines *kp_hearing_get_lines (const KpHearing *hearing,
                                              guint            index);
void kp_hearing_draw_lines (const KpHearing *hearing,
                            KpInterviewLine *lines);
void kp_hearing_compare_lines (const KpHearing   *hearing,
                               const KpRankPlace *places,
                               KpInterviewLine   *lines);

G_END_DECLS
