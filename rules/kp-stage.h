/* kp-stage.h – the stages of a campaign, their order, and which step belongs where.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_STAGE_PLAN,
  KP_STAGE_NOTICE,
  KP_STAGE_REGISTRATION,
  KP_STAGE_REVIEW,
  KP_STAGE_SITTINGS,
  KP_STAGE_WRITTEN,
  KP_STAGE_SHORTLIST,
  KP_STAGE_RECHECK,
  KP_STAGE_INTERVIEW,
  KP_STAGE_TOTALS,
  KP_STAGE_PHYSICAL,
  KP_STAGE_BACKGROUND,
  KP_STAGE_PUBLICITY,
  KP_STAGE_HIRE,
  KP_STAGE_PROBATION,
  KP_STAGE_CLOSED,
  KP_STAGE_TRAINING, /* 岗前培训: between hire and probation where a scheme names it, never usual */
} KpStage;

#define KP_N_STAGES (KP_STAGE_TRAINING + 1)
#define KP_N_USUAL_STAGES (KP_STAGE_CLOSED + 1)

typedef enum
{
  KP_STEP_PUBLISH_NOTICE,
  KP_STEP_IMPORT_REGISTRATIONS,
  KP_STEP_REVIEW,
  KP_STEP_APPEAL,
  KP_STEP_DECIDE_QUOTA,
  KP_STEP_SEAT,
  KP_STEP_IMPORT_WRITTEN_MARKS,
  KP_STEP_RESOLVE_MARKS,
  KP_STEP_DECIDE_BONUS,
  KP_STEP_SHORTLIST,
  KP_STEP_RECHECK,
  KP_STEP_DRAW,
  KP_STEP_IMPORT_INTERVIEW_MARKS,
  KP_STEP_TOTAL,
  KP_STEP_RECORD_PHYSICAL,
  KP_STEP_RECORD_BACKGROUND,
  KP_STEP_SUBSTITUTE,
  KP_STEP_PUBLISH_HIRES,
  KP_STEP_RECORD_OBJECTION,
  KP_STEP_HIRE,
  KP_STEP_RECORD_PROBATION,
  KP_STEP_RECORD_PAYMENT,
  KP_STEP_REPOST,
  KP_STEP_HEAT,
  KP_STEP_FINAL_TOTAL,
} KpStep;

#define KP_N_STEPS (KP_STEP_FINAL_TOTAL + 1)

/* The stages of one campaign in its own order, each once; the scheme may leave some out. */
typedef struct
{
  guint   n_stages;
  KpStage stages[KP_N_STAGES];
} KpStageOrder;

/* How far a campaign is: bit (1 << stage) for each closed stage. */
typedef struct
{
  guint32 closed;
} KpStageState;

typedef enum
{
  KP_STAGE_BLOCK_NONE,
  KP_STAGE_BLOCK_NOT_IN_CAMPAIGN, /* the scheme has no such stage */
  KP_STAGE_BLOCK_CLOSED,          /* its stage is closed; it must be reopened first */
  KP_STAGE_BLOCK_EARLIER_OPEN,    /* an earlier stage isn't closed */
} KpStageBlockKind;

typedef struct
{
  KpStageBlockKind kind;
  KpStage          stage; /* the stage to close or to reopen */
} KpStageBlock;

KpStageOrder kp_stage_order_make_usual (void);
gboolean     kp_stage_order_contains (const KpStageOrder *order,
                                      KpStage             stage);
gint         kp_stage_order_get_position (const KpStageOrder *order,
                                          KpStage             stage);
gboolean     kp_stage_order_is_before (const KpStageOrder *order,
                                       KpStage             stage,
                                       KpStage             other);

const char  *kp_stage_get_name (KpStage stage);
const char  *kp_stage_get_label (KpStage stage);
gboolean     kp_stage_parse (const char *name,
                             KpStage    *out);

const char  *kp_step_get_name (KpStep step);
gboolean     kp_step_may_run_in (KpStep  step,
                                 KpStage stage);

gboolean     kp_stage_is_closed (KpStageState state,
                                 KpStage      stage);
KpStageState kp_stage_close (KpStageState state,
                             KpStage      stage);
KpStageState kp_stage_reopen (const KpStageOrder *order,
                              KpStageState        state,
                              KpStage             stage);
gboolean     kp_stage_find_current (const KpStageOrder *order,
                                    KpStageState        state,
                                    KpStage            *out);
KpStageBlock kp_stage_decide_step (const KpStageOrder *order,
                                   KpStageState        state,
                                   KpStep              step);
KpStageBlock kp_stage_decide_close (const KpStageOrder *order,
                                    KpStageState        state,
                                    KpStage             stage);
gchar       *kp_stage_block_dup_sentence (KpStageBlock block);

G_END_DECLS
