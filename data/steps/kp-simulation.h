/* kp-simulation.h – the campaign of a record under another scheme: masked persons, nothing written, nothing to publish.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-entrants.h"
#include "kp-impact.h"
#include "kp-list.h"

G_BEGIN_DECLS

/* Stands in the title, below it and in each row of every list. */
#define KP_SIMULATION_MARK "模拟·不得发布"

typedef enum
{
  KP_SIMULATION_POSTS,
  KP_SIMULATION_SHORTLIST,
  KP_SIMULATION_TOTALS,
  KP_SIMULATION_CHANGES,
} KpSimulationList;

#define KP_SIMULATION_N_LISTS (KP_SIMULATION_CHANGES + 1)

typedef struct _KpSimulation KpSimulation;

KpSimulation    *kp_simulation_new (KpSession *session, const KpScheme *scheme, GError **error);
void             kp_simulation_free (KpSimulation *simulation);
const KpContest *kp_simulation_get_real (const KpSimulation *simulation);
const KpContest *kp_simulation_get_contest (const KpSimulation *simulation);
const GPtrArray *kp_simulation_get_impacts (const KpSimulation *simulation);
const char      *kp_simulation_get_alias (const KpSimulation *simulation, guint entrant);
guint            kp_simulation_count_unheard (const KpSimulation *simulation);
const char      *kp_simulation_list_get_name (KpSimulationList list);
const char      *kp_simulation_list_get_chinese (KpSimulationList list);
KpList          *kp_simulation_make_list (const KpSimulation *simulation, KpSimulationList list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpSimulation, kp_simulation_free)

G_END_DECLS
