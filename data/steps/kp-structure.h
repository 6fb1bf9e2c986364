/* kp-structure.h – who the people of a campaign are, in numbers: by sex, age, education and what else a report asks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-scheme.h"

G_BEGIN_DECLS

/* How far somebody came. */
typedef enum
{
  KP_MOMENT_APPLIED,
  KP_MOMENT_QUALIFIED,
  KP_MOMENT_SAT,
  KP_MOMENT_LISTED,
  KP_MOMENT_HEARD,
  KP_MOMENT_EXAMINED,
  KP_MOMENT_PROPOSED,
  KP_MOMENT_EMPLOYED,
  KP_N_MOMENTS
} KpMoment;

typedef struct
{
  guint n[KP_N_MOMENTS];
} KpStructureCounts;

/* One class of people. Static texts, or the roster's. */
typedef struct
{
  const char *trait; /* "学历" */
  const char *name;  /* "本科" */
  KpStructureCounts counts;
  guint n_staying; /* of those employed, who hasn't left */
} KpStructureLine;

#define KP_STRUCTURE_ALL "全部人员"

void    kp_structure_count (KpStructureCounts *counts, const KpDossier *dossier);
GArray *kp_structure_list (const KpScheme *scheme, KpRoster *roster, GHashTable *left); /* of KpStructureLine */
guint   kp_structure_rank_trait (const char *trait);

G_END_DECLS
