/* kp-step-fitness.h – physical and background results, and who follows when somebody fails.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-fitness-sheet.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_rows;
  guint n_passed;
  guint n_failed;   /* or waived */
  guint n_called;   /* substitutes called by this import */
  guint n_waiting;  /* substitutes whose call waits for an approval, of all posts */
  guint n_open;     /* called, without a result yet */
} KpFitnessTally;

gboolean kp_step_enter_fitness (KpSession *session, KpFitnessKind kind, KpFitnessSheet *sheet, KpFitnessTally *tally,
                                GError **error);

/* (element-type KpDossier), borrowed from the roster. */
GPtrArray *kp_fitness_list_open (KpRoster *roster, KpFitnessKind kind);

G_END_DECLS
