/* kp-step-renew.h – a further term of a contract, and what both sides agreed to change in it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-employment.h"

G_BEGIN_DECLS

/* Texts borrowed. */
typedef struct
{
  const char *number;
  gboolean is_open_ended;
  guint years;  /* of a fixed term; 0 = by @until */
  KpDate until; /* last day of a fixed term */
  gboolean asks_fixed;   /* the worker asks for a fixed term, in writing */
  gboolean has_fault;    /* 劳动合同法 §39, §40 (一)(二) */
  gboolean asks_pension; /* of an institution: the worker asks for a contract until the pension */
  const char *document;
  const char *by;
  const char *with;
} KpRenewOrder;

typedef struct
{
  KpDate start;
  KpDate end; /* none = open-ended */
  guint n_fixed_terms; /* in a row before it */
  const char *clause;  /* static */
  gboolean has_run_on; /* work went on for more than a month without a contract */
} KpRenewTally;

/* What is changed: place, work, pay or other. Texts borrowed. */
typedef struct
{
  const char *number;
  const char *what;
  const char *value;
  KpDate day;
  const char *document;
  const char *by;
  const char *with;
} KpChangeOrder;

gboolean kp_step_renew (KpSession *session, const KpRenewOrder *order, KpRenewTally *tally, GError **error);
gboolean kp_step_change_contract (KpSession *session, const KpChangeOrder *order, GError **error);

G_END_DECLS
