/* kp-retention-report.h – what of a campaign may be erased, and from which day on.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-retention.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* What stands in the place of a name that was erased. */
#define KP_RETENTION_ERASED "（已清除）"

typedef struct
{
  KpRetentionKind kind;
  guint years;  /* 0 = for ever */
  KpDate due;   /* first day; of several people the first one's; none = never, or not known yet */
  guint n_kept; /* people whose data of this kind is there */
  guint n_due;  /* of them those whose time is over */
} KpRetentionLine;

typedef struct
{
  KpDate on;           /* the day it is asked for */
  KpDate ended;        /* last day of the process; none = it goes on */
  const char *running; /* (nullable): why it goes on, translated */
  KpRetentionLine lines[KP_RETENTION_N_KINDS];
  GHashTable *due[KP_RETENTION_N_KINDS]; /* registration numbers, and numbers of 转聘花名册; of kinds that lie in the record */
  KpRoster *roster;                      /* owned */
  GPtrArray *staff;                      /* owned: KpGridStaffRecord */
} KpRetentionReport;

KpRetentionReport *kp_retention_report_load (KpSession *session, KpDate on, KpDate ended, GError **error);
void               kp_retention_report_free (KpRetentionReport *report);
guint              kp_retention_report_count_due (const KpRetentionReport *report);
GPtrArray         *kp_erasure_list (KpSession *session, GError **error); /* of KpErasureRecord */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpRetentionReport, kp_retention_report_free)

G_END_DECLS
