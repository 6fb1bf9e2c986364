/* kp-worker-desk.h – everybody with a contract: what is done, what is due next, and what may be decided of a probation.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-employment.h"

G_BEGIN_DECLS

/* What is decided of a probation at the desk. */
typedef enum
{
  KP_WORKER_NOTICE,
  KP_WORKER_SERVICE,
  KP_WORKER_TERMINATE,
  KP_WORKER_CONFIRM,
  KP_WORKER_CONFIRM_EARLY,
} KpWorkerAct;

#define KP_WORKER_N_ACTS (KP_WORKER_CONFIRM_EARLY + 1)

typedef enum
{
  KP_WORKER_ON_PROBATION,
  KP_WORKER_AT_WORK, /* confirmed, or without probation */
  KP_WORKER_LEFT,
} KpWorkerState;

/* One contract. Owned texts. */
typedef struct
{
  char *number;
  char *application;
  char *name;
  char *pinyin; /* (nullable): how it is read, for kp_pinyin_is_typed() */
  char *street;
  char *street_name;
  char *post;
  KpDate starts;
  KpDate ends; /* none = open-ended */
  KpDate duties[KP_DUTY_N]; /* none = not done */
  KpWorkerState state;
  gboolean has_probation;
  KpDate probation_ends;
  KpProbationVerdict verdict; /* while it runs */
  char *settled; /* (nullable): name of the act by which it was settled */
  KpDate settled_on;
  KpMerit merit;
  KpMark total; /* 0 while it isn't known */
  char *ground; /* (nullable): of a contract that has ended */
  KpDate last_day;
  KpLinkStand stands[KP_LINK_N];
  GPtrArray *against; /* (element-type utf8): what stands against a termination, Chinese, with its clause */
  char *reasons[KP_WORKER_N_ACTS]; /* (nullable): why an act isn't open, Chinese; NULL = it is */
  char *due; /* (nullable): what is due next, Chinese */
  char *due_clause;
  KpDate due_on;
  gint days_left;
} KpWorkerCase;

typedef struct
{
  KpDate today;     /* for which it holds */
  GPtrArray *cases; /* (element-type KpWorkerCase): by street and number */
} KpWorkerDesk;

KpWorkerDesk *kp_worker_desk_load (KpSession *session, GError **error);
void         kp_worker_desk_free (KpWorkerDesk *desk);
void         kp_worker_case_free (KpWorkerCase *one);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpWorkerDesk, kp_worker_desk_free)

G_END_DECLS
