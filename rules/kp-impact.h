/* kp-impact.h – two contests side by side: everyone whose marks, place, list or offer differ.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-contest.h"

G_BEGIN_DECLS

/* What of a person may change; in the order in which one follows from another. */
typedef enum
{
  KP_IMPACT_REVIEW,        /* 资格审查 */
  KP_IMPACT_WRITTEN,       /* 笔试成绩 */
  KP_IMPACT_WRITTEN_PLACE, /* 笔试名次 */
  KP_IMPACT_SHORTLIST,     /* 入围 */
  KP_IMPACT_INTERVIEW,     /* 面试成绩 */
  KP_IMPACT_TOTAL,         /* 综合成绩 */
  KP_IMPACT_PLACE,         /* 名次 */
  KP_IMPACT_FINAL,         /* 体检(考察)人选 */
  KP_IMPACT_HIRE,          /* 拟聘用 */
} KpImpactKind;

#define KP_N_IMPACTS (KP_IMPACT_HIRE + 1)

typedef struct
{
  guint        entrant; /* index, the same in both contests */
  KpImpactKind kind;
  gchar       *before; /* Chinese, for a list: "84.32", "第3名", "入围" */
  gchar       *after;
} KpImpact;

GPtrArray  *kp_impact_compare (const KpContest *before,
                               const KpContest *after);
guint       kp_impact_count_persons (const GPtrArray *impacts,
                                     gboolean         only_offers);
void        kp_impact_free (KpImpact *impact);
const char *kp_impact_kind_get_name (KpImpactKind kind);
const char *kp_impact_kind_get_chinese (KpImpactKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpImpact, kp_impact_free)

G_END_DECLS
