/* kp-line.h – the pass line of the written exam 笔试合格线: fixed, a share, or decided afterwards.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

typedef enum
{
  KP_LINE_NONE,
  KP_LINE_ON_PAPER,      /* on the paper mark, without bonus */
  KP_LINE_ON_WITH_BONUS, /* on the mark with bonus */
} KpLineBasis;

#define KP_LINE_N_BASES (KP_LINE_ON_WITH_BONUS + 1)

typedef enum
{
  KP_LINE_FIXED,         /* `value` */
  KP_LINE_SHARE_OF_MEAN, /* `share` of the mean of all who really sat: absent and void don't count, zero does */
  KP_LINE_SHARE_OF_FULL, /* `share` of the full mark */
  KP_LINE_DECIDED,       /* by the committee after the exam; until then nobody is over it */
} KpLineKind;

#define KP_LINE_N_KINDS (KP_LINE_DECIDED + 1)

typedef enum
{
  KP_LINE_PER_CAMPAIGN, /* the mean of all posts */
  KP_LINE_PER_POST,
} KpLinePer;

#define KP_LINE_N_PERS (KP_LINE_PER_POST + 1)

/* 合格线: whoever is below it can't enter. */
typedef struct
{
  KpLineBasis basis;
  KpMark value;         /* of a FIXED line; of another kind 0, or the line once it is set */
  gboolean is_strict;   /* the mark must lie above the line, not only at it */
  KpLineKind kind;
  KpFraction share;     /* 3/5 = 60 % */
  KpLinePer per;
  guint decimals;       /* of a line that is a share */
  KpRounding rounding;
} KpLine;

/* What a line is set from. `present` holds marks on the line's own basis: with or without bonus. */
typedef struct
{
  KpFraction full;           /* of the post's written mark */
  const KpFraction *present; /* all who sat, of the campaign or of the post as the line says */
  gsize n_present;
  guint n_open;              /* marks of the same persons that aren't entered or are in dispute */
  gboolean has_decided;
  KpMark decided;
} KpLineContext;

typedef enum
{
  KP_LINE_OUTCOME_NONE,            /* the scheme has no line */
  KP_LINE_OUTCOME_SET,
  KP_LINE_OUTCOME_NOT_DECIDED,     /* the committee hasn't set it yet */
  KP_LINE_OUTCOME_WAITS_FOR_MARKS, /* a mark is missing of which the mean is made */
  KP_LINE_OUTCOME_NOBODY,          /* nobody sat: there is no mean */
} KpLineOutcome;

void          kp_line_init (KpLine *line);
KpLineOutcome kp_line_decide (const KpLine        *line,
                              const KpLineContext *context,
                              KpMark              *value);
gboolean      kp_line_is_met (const KpLine *line,
                              KpFraction    paper,
                              KpFraction    with_bonus);
gboolean      kp_line_outcome_is_open (KpLineOutcome outcome);

G_END_DECLS
