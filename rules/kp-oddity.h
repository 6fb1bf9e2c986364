/* kp-oddity.h – what a supervisor should look at twice in the marks of one paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

/* None of these proves anything: each is a place to look at (domain.md §20, 重庆 2023, 湖南 2016). */
typedef enum
{
  KP_ODDITY_CLIFF,     /* a few marks stand far above all that follow */
  KP_ODDITY_ROOM_MEAN, /* one room's mean is farther from the mean of all than chance explains */
  KP_ODDITY_SAME_RUN,  /* people in consecutive seats of one room have the same mark */
} KpOddityKind;

#define KP_ODDITY_N_KINDS (KP_ODDITY_SAME_RUN + 1)

/* A mark that was given; who was absent or broke the rules has none. */
typedef struct
{
  guint room; /* equal for one room of one site */
  guint seat; /* number in the room */
  KpMark mark;
} KpOddityMark;

typedef struct
{
  guint cliff_share;  /* a cliff has at most one in this many above it: 10 */
  KpMark cliff_least; /* and is at least so high: 3 points */
  guint cliff_times;  /* and this many times the mean gap from there down to the middle mark: 5 */
  guint room_least;   /* a room's mean counts with at least so many marks: 10 */
  guint room_errors;  /* farther than so many standard errors: 3 */
  guint run_least;    /* so many neighbours with one mark: 3 */
} KpOddityPolicy;

typedef struct
{
  KpOddityKind kind;
  guint room;        /* of ROOM_MEAN and SAME_RUN */
  guint seat;        /* of SAME_RUN: the first one */
  guint n;           /* marks above the cliff, in the room, or in the run */
  KpFraction value;  /* the lowest mark above the cliff, the room's mean, the mark of the run */
  KpFraction beside; /* the next mark below, the mean of all; of a run unknown */
} KpOddity;

void kp_oddity_policy_init (KpOddityPolicy *policy);
/* (element-type KpOddity), by kind, then room and seat; marks may come in any order. transfer full */
GArray *kp_oddity_find (const KpOddityPolicy *policy, const KpOddityMark *marks, gsize n_marks);
gboolean kp_oddity_is_tailored (guint n_general, guint n_fit, guint wanted);
const char *kp_oddity_kind_get_chinese (KpOddityKind kind);

G_END_DECLS
