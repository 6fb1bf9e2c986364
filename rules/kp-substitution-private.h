/* kp-substitution-private.h – what the parts of the final lists share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-substitution.h"

G_BEGIN_DECLS

/* One post on the way. */
typedef struct
{
  guint      *members;  /* indexes of those who applied for it */
  guint       n_members;
  gboolean    is_pending; /* nobody can be called yet */
  guint       n_in;     /* who hold a place of it now */
  guint       n_waiting; /* places that may be filled and wait for a tie */
  guint       n_open;   /* places that may be filled, but not from the post's own ranking */
  guint      *n_times;  /* of each rule */
  gboolean   *may_count; /* rules that allowed what is being filled */
  guint       counted;  /* the last round that was counted */
  GString    *why;
} KpFinalField;

typedef struct
{
  const KpSubstitutionPolicy *policy;
  const KpPhysicalPolicy     *list;
  const KpStageOrder         *order;
  const KpFinalPerson        *persons;
  const KpRankPlace          *last; /* (nullable): of each person: who gets the places in the end */
  const KpFinalDeparture     *departures; /* by round */
  guint                       n_departures;
  guint                       round_from; /* those of the round that is answered: from here … */
  guint                       round_to;   /* … up to here */
  gboolean                   *has_effect; /* of each departure: it is the one by which its person left */
  KpFinalFits                 fits; /* (nullable) */
  gconstpointer               fits_data;
  KpFinal                    *final;
  KpFinalField               *fields; /* of each post */
  guint                      *members; /* of all fields, one block */
} KpFinalRun;

guint     kp_substitution_find_rule (const KpSubstitutionPolicy *policy,
                                     KpLeaving                   leaving);
KpVacancy kp_substitution_decide_leaving (const KpFinalRun *run,
                                          guint             post,
                                          KpLeaving         leaving);
gchar    *kp_vacancy_dup_sentence (const KpFinalRun *run,
                                   KpVacancy         vacancy,
                                   guint             round,
                                   KpLeaving         leaving);
void      kp_final_leave_empty (KpFinalRun *run,
                                guint       post,
                                KpVacancy   vacancy,
                                guint       round,
                                KpLeaving   leaving);
void      kp_final_count_round (KpFinalRun *run,
                                guint       post,
                                guint       round);
void      kp_final_fill_from_campaign (KpFinalRun *run,
                                       guint       round);

G_END_DECLS
