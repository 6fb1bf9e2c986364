/* kp-interview-lines.h – 面试合格线: the fixed one, and the one where there is no competition.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-total.h"

G_BEGIN_DECLS

/* When a post has no competition 面试未形成竞争. */
typedef enum
{
  KP_LONE_PRESENT_AT_MOST_PLACES, /* not more came to the interview than there are places */
  KP_LONE_FEWER_THAN_RATIO,       /* fewer stand on the interview list, as it is when the interviews begin, than the ratio
                                   * asks for; without a ratio (takes_all) not more than there are places */
  KP_LONE_ALWAYS,                 /* whether there is competition or not: 均须不低于同考场平均分 */
  KP_LONE_LIST_AT_MOST_PLACES,    /* not more stand on the interview list than there are places, whoever comes */
} KpLoneWhen;

/* The mean of interview marks that is the line without competition. */
typedef enum
{
  KP_LINE_MEAN_NONE,
  KP_LINE_MEAN_ROOM, /* 同考场同场次 */
  KP_LINE_MEAN_DAY,  /* 当日全体面试人员, over all posts */
  KP_LINE_MEAN_POST, /* 该岗位面试人员 */
  KP_LINE_MEAN_KIND, /* 同类岗位: those that the lines are for, else those of the same track */
} KpLineMean;

#define KP_N_LINE_MEANS (KP_LINE_MEAN_KIND + 1)

/* Whose lowest mark is a line without competition: of those called from posts with competition. */
typedef enum
{
  KP_LOWEST_NONE,
  KP_LOWEST_ROOM, /* 同考场同场次 */
  KP_LOWEST_CAMPAIGN,
} KpLowestOf;

#define KP_N_LOWEST_OFS (KP_LOWEST_CAMPAIGN + 1)

/* The line that the committee draws after the interviews. */
typedef enum
{
  KP_LINE_DRAWN_NONE,
  KP_LINE_DRAWN_CAMPAIGN, /* one for all */
  KP_LINE_DRAWN_POST,     /* one of each post */
} KpLineDrawn;

#define KP_N_LINE_DRAWNS (KP_LINE_DRAWN_POST + 1)

/* The marks that are compared with the line, and that make the means. */
typedef enum
{
  KP_LINE_ON_CORRECTED,
  KP_LINE_ON_RAW,
} KpLineMark;

#define KP_N_LINE_MARKS (KP_LINE_ON_RAW + 1)

typedef struct
{
  gboolean   has_line;
  KpMark     line; /* 60 */
  KpLineDrawn drawn; /* the committee's line, never below `line` */
  gboolean   has_lone_line;
  KpMark     lone_line; /* 70 without competition */
  KpLoneWhen lone_when;
  KpLineMean mean; /* without competition; never below `line` and `lone_line` */
  gint       mean_decimals; /* KP_CORRECTION_EXACT = not rounded */
  KpLowestOf lowest; /* without competition; the same */
  KpFraction vote; /* share of the examiners who must agree without competition, 2/3; unknown = no vote */
  KpLineMark on;
} KpInterviewLines;

/* What is known of the post and of where the candidate was heard. */
typedef struct
{
  guint      n_present; /* came to the interview of the post */
  guint      places;
  guint      n_entered; /* on the interview list of the post: substitutes are, leavers aren't */
  guint      wanted;    /* on it by the ratio */
  KpFraction room_mean; /* exact; unknown = not all marks are there */
  KpFraction day_mean;
  KpFraction post_mean;
  KpFraction kind_mean;
  gboolean   has_drawn; /* the committee has drawn its line */
  KpMark     drawn;
} KpInterviewContext;

/* The lowest mark of those called from posts with competition. */
typedef struct
{
  gboolean   is_open; /* who is called isn't settled yet */
  KpFraction mark;    /* unknown = nobody is called */
} KpLowest;

typedef struct
{
  gboolean   has_line;
  KpFraction line; /* at the line passes; unknown = its mean isn't there yet, or the committee's line */
  gboolean   is_undrawn; /* the committee hasn't drawn it */
  gboolean   is_lone; /* without competition */
  gboolean   needs_lowest; /* kp_interview_line_compare() is still to come */
  KpLowest   lowest; /* as it was compared */
  gboolean   needs_vote;
} KpInterviewLine;

void            kp_interview_lines_init (KpInterviewLines *lines);
KpInterviewLine kp_interview_lines_decide (const KpInterviewLines   *lines,
                                           const KpInterviewContext *context);
void            kp_interview_line_compare (KpInterviewLine *line,
                                           const KpLowest  *lowest);
KpStanding      kp_interview_lines_judge (const KpInterviewLines *lines,
                                          const KpInterviewLine  *line,
                                          KpFraction              mark,
                                          guint                   n_votes_for,
                                          guint                   n_votes);

void            kp_lowest_init (KpLowest *lowest);
void            kp_lowest_add (KpLowest   *lowest,
                               KpFraction  mark);

G_END_DECLS
