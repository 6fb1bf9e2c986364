/* kp-derivation-private.h – what the stages of a derivation share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-contest-private.h"
#include "kp-derivation.h"

G_BEGIN_DECLS

/* A derivation on its way. */
typedef struct
{
  const KpContest       *contest;
  guint                  index;
  const KpEntrant       *who;
  const KpContestResult *result;
  const KpContestPost   *post; /* (nullable): withdrawn, or no post of the scheme */
  GPtrArray             *notice; /* (element-type KpNoticeSection) */
  GPtrArray             *steps;  /* (element-type KpDerivationStep) */
} KpDerivation;

/* How far the next one above and the next one below are. */
typedef struct
{
  guint      n;     /* who hold a place */
  KpFraction above; /* unknown = nobody */
  KpFraction below;
} KpDerivationGaps;

/* By what somebody is placed among those of the post. */
typedef struct
{
  KpStage            stage;
  const char        *notice; /* section of the notice that says so */
  const char        *name;   /* of the total: 综合成绩 */
  const char        *among;  /* who are ranked by it */
  const GPtrArray   *ties;   /* (element-type KpTie) */
  KpMark             total;  /* one's own */
  const KpRankPlace *place;
  gboolean (*find) (const KpContestResult *result, KpMark *total); /* of somebody; FALSE = isn't ranked */
} KpDerivationRanking;

/* In the order of a campaign. */
void        kp_derivation_review (KpDerivation *derivation);
void        kp_derivation_open (KpDerivation *derivation);
void        kp_derivation_direct (KpDerivation *derivation);
void        kp_derivation_write (KpDerivation *derivation);
void        kp_derivation_bonus (KpDerivation *derivation);
void        kp_derivation_list (KpDerivation *derivation);
void        kp_derivation_heats (KpDerivation *derivation);
void        kp_derivation_hear (KpDerivation *derivation);
void        kp_derivation_correct (KpDerivation *derivation);
void        kp_derivation_total (KpDerivation *derivation);
void        kp_derivation_final_total (KpDerivation *derivation);
void        kp_derivation_finish (KpDerivation *derivation);

/* What they share. */
void        kp_derivation_add (KpDerivation *derivation,
                               KpStage       stage,
                               const char   *label,
                               const char   *value,
                               const char   *clause,
                               const char   *format,
                               ...) G_GNUC_PRINTF (6, 7);
const char *kp_derivation_get_clause (const KpDerivation *derivation,
                                      const char         *title);
gchar      *kp_derivation_dup_plan (const KpDerivation *derivation,
                                    guint               places);
gchar      *kp_derivation_dup_number (KpFraction value);
gchar      *kp_derivation_dup_rounding (KpFraction exact,
                                        KpFraction rounded,
                                        gint       decimals,
                                        KpRounding rounding);
void        kp_derivation_take_gap (KpDerivationGaps *gaps,
                                    KpFraction        own,
                                    KpFraction        other);
gchar      *kp_derivation_dup_gaps (const KpDerivationGaps *gaps);
void        kp_derivation_add_place (KpDerivation              *derivation,
                                     const KpDerivationRanking *ranking);
guint       kp_derivation_count_unheard (const KpDerivation *derivation);
gboolean    kp_derivation_competes (const KpDerivation *derivation);
gboolean    kp_derivation_is_unwritten (const KpDerivation *derivation);

G_END_DECLS
