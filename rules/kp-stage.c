/* kp-stage.c – the stages of a campaign, their order, and which step belongs where.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A step may run while one of its stages is the campaign's current one: all stages before it are closed and it isn't.
 * Reopening a stage reopens all that follow it, for what depended on it is stale until it is done again. */

#include "kp-stage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BIT(stage) (1u << (stage))

static const char *const stage_names[KP_N_STAGES] = {
  [KP_STAGE_PLAN] = "plan",
  [KP_STAGE_NOTICE] = "notice",
  [KP_STAGE_REGISTRATION] = "registration",
  [KP_STAGE_REVIEW] = "review",
  [KP_STAGE_SITTINGS] = "sittings",
  [KP_STAGE_WRITTEN] = "written",
  [KP_STAGE_SHORTLIST] = "shortlist",
  [KP_STAGE_RECHECK] = "recheck",
  [KP_STAGE_INTERVIEW] = "interview",
  [KP_STAGE_TOTALS] = "totals",
  [KP_STAGE_PHYSICAL] = "physical",
  [KP_STAGE_BACKGROUND] = "background",
  [KP_STAGE_PUBLICITY] = "publicity",
  [KP_STAGE_HIRE] = "hire",
  [KP_STAGE_PROBATION] = "probation",
  [KP_STAGE_CLOSED] = "closed",
  [KP_STAGE_TRAINING] = "training",
};

static const char *const stage_labels[KP_N_STAGES] = {
  [KP_STAGE_PLAN] = N_("Plan"),
  [KP_STAGE_NOTICE] = N_("Notice"),
  [KP_STAGE_REGISTRATION] = N_("Registration"),
  [KP_STAGE_REVIEW] = N_("Review"),
  [KP_STAGE_SITTINGS] = N_("Sittings and tickets"),
  [KP_STAGE_WRITTEN] = N_("Written exam"),
  [KP_STAGE_SHORTLIST] = N_("Shortlist"),
  [KP_STAGE_RECHECK] = N_("Re-check"),
  [KP_STAGE_INTERVIEW] = N_("Interview"),
  [KP_STAGE_TOTALS] = N_("Totals"),
  [KP_STAGE_PHYSICAL] = N_("Physical"),
  [KP_STAGE_BACKGROUND] = N_("Background"),
  [KP_STAGE_PUBLICITY] = N_("Publicity"),
  [KP_STAGE_HIRE] = N_("Hire"),
  [KP_STAGE_PROBATION] = N_("Probation"),
  [KP_STAGE_CLOSED] = N_("Closed"),
  [KP_STAGE_TRAINING] = N_("Training"),
};

typedef struct
{
  const char *name;
  guint32     stages; /* where it may happen */
} Step;

static const Step steps[KP_N_STEPS] = {
  [KP_STEP_PUBLISH_NOTICE] = { "publish-notice", BIT (KP_STAGE_NOTICE) },
  [KP_STEP_IMPORT_REGISTRATIONS] = { "import-registrations", BIT (KP_STAGE_REGISTRATION) },
  [KP_STEP_REVIEW] = { "review", BIT (KP_STAGE_REGISTRATION) | BIT (KP_STAGE_REVIEW) },
  [KP_STEP_APPEAL] = { "appeal", BIT (KP_STAGE_REGISTRATION) | BIT (KP_STAGE_REVIEW) | BIT (KP_STAGE_SITTINGS) },
  [KP_STEP_DECIDE_QUOTA] = { "decide-quota", BIT (KP_STAGE_REVIEW) },
  [KP_STEP_SEAT] = { "seat", BIT (KP_STAGE_SITTINGS) },
  [KP_STEP_IMPORT_WRITTEN_MARKS] = { "import-written-marks", BIT (KP_STAGE_WRITTEN) },
  [KP_STEP_RESOLVE_MARKS] = { "resolve-marks", BIT (KP_STAGE_WRITTEN) },
  [KP_STEP_DECIDE_BONUS] = { "decide-bonus",
                             BIT (KP_STAGE_REVIEW) | BIT (KP_STAGE_SITTINGS) | BIT (KP_STAGE_WRITTEN) | BIT (KP_STAGE_SHORTLIST)
                               | BIT (KP_STAGE_RECHECK) | BIT (KP_STAGE_INTERVIEW) | BIT (KP_STAGE_TOTALS) },
  [KP_STEP_SHORTLIST] = { "shortlist", BIT (KP_STAGE_SHORTLIST) },
  [KP_STEP_RECHECK] = { "recheck", BIT (KP_STAGE_RECHECK) },
  [KP_STEP_DRAW] = { "draw", BIT (KP_STAGE_SITTINGS) | BIT (KP_STAGE_RECHECK) | BIT (KP_STAGE_INTERVIEW) },
  [KP_STEP_IMPORT_INTERVIEW_MARKS] = { "import-interview-marks", BIT (KP_STAGE_INTERVIEW) },
  [KP_STEP_TOTAL] = { "total", BIT (KP_STAGE_TOTALS) },
  [KP_STEP_RECORD_PHYSICAL] = { "record-physical", BIT (KP_STAGE_PHYSICAL) },
  [KP_STEP_RECORD_BACKGROUND] = { "record-background", BIT (KP_STAGE_BACKGROUND) },
  [KP_STEP_SUBSTITUTE] = { "substitute",
                           BIT (KP_STAGE_SHORTLIST) | BIT (KP_STAGE_RECHECK) | BIT (KP_STAGE_PHYSICAL)
                             | BIT (KP_STAGE_BACKGROUND) | BIT (KP_STAGE_PUBLICITY) },
  [KP_STEP_PUBLISH_HIRES] = { "publish-hires", BIT (KP_STAGE_PUBLICITY) },
  [KP_STEP_RECORD_OBJECTION] = { "record-objection", BIT (KP_STAGE_PUBLICITY) },
  [KP_STEP_HIRE] = { "hire", BIT (KP_STAGE_HIRE) },
  [KP_STEP_RECORD_PROBATION] = { "record-probation", BIT (KP_STAGE_PROBATION) | BIT (KP_STAGE_CLOSED) },
  [KP_STEP_RECORD_PAYMENT] = { "record-payment", BIT (KP_STAGE_REGISTRATION) | BIT (KP_STAGE_REVIEW) },
  [KP_STEP_REPOST] = { "repost", BIT (KP_STAGE_SITTINGS) | BIT (KP_STAGE_WRITTEN) | BIT (KP_STAGE_SHORTLIST)
                                     | BIT (KP_STAGE_RECHECK) | BIT (KP_STAGE_INTERVIEW) },
  [KP_STEP_HEAT] = { "heat", BIT (KP_STAGE_SHORTLIST) | BIT (KP_STAGE_RECHECK) | BIT (KP_STAGE_INTERVIEW)
                                 | BIT (KP_STAGE_TOTALS) },
  [KP_STEP_FINAL_TOTAL] = { "final-total", BIT (KP_STAGE_PHYSICAL) | BIT (KP_STAGE_BACKGROUND) },
};

/**
 * kp_stage_order_make_usual:
 *
 * Returns: the usual stages in the order of most notices: plan to closed.
 */
KpStageOrder
kp_stage_order_make_usual (void)
{
  KpStageOrder order = { .n_stages = KP_N_USUAL_STAGES };

  for (guint i = 0; i < KP_N_USUAL_STAGES; i++)
    order.stages[i] = (KpStage) i;

  return order;
}

/**
 * kp_stage_order_get_position:
 * @order: an order
 * @stage: a stage
 *
 * Returns: the position from 0, or -1 when the campaign has no such stage.
 */
gint
kp_stage_order_get_position (const KpStageOrder *order,
                             KpStage             stage)
{
  for (guint i = 0; i < order->n_stages; i++)
    if (order->stages[i] == stage)
      return (gint) i;

  return -1;
}

/**
 * kp_stage_order_contains:
 * @order: an order
 * @stage: a stage
 *
 * Returns: whether the campaign has the stage.
 */
gboolean
kp_stage_order_contains (const KpStageOrder *order,
                         KpStage             stage)
{
  return kp_stage_order_get_position (order, stage) >= 0;
}

/* Where most notices have it; of two stages the later one is greater. */
static guint
get_usual_rank (KpStage stage)
{
  return stage == KP_STAGE_TRAINING ? KP_STAGE_HIRE * 2 + 1 : (guint) stage * 2;
}

/**
 * kp_stage_order_is_before:
 * @order: an order
 * @stage: a stage
 * @other: another one
 *
 * Returns: whether @stage comes before @other: in the campaign's order where it has both, else as in most notices.
 */
gboolean
kp_stage_order_is_before (const KpStageOrder *order,
                          KpStage             stage,
                          KpStage             other)
{
  gint first = kp_stage_order_get_position (order, stage);
  gint second = kp_stage_order_get_position (order, other);

  if (first >= 0 && second >= 0)
    return first < second;

  return get_usual_rank (stage) < get_usual_rank (other);
}

/**
 * kp_stage_get_name:
 * @stage: a stage
 *
 * Returns: the stable name in files and records.
 */
const char *
kp_stage_get_name (KpStage stage)
{
  return stage_names[stage];
}

/**
 * kp_stage_get_label:
 * @stage: a stage
 *
 * Returns: the name for the operator, in the language of the program.
 */
const char *
kp_stage_get_label (KpStage stage)
{
  return _(stage_labels[stage]);
}

/**
 * kp_stage_parse:
 * @name: (nullable): a stable name
 * @out: (out): the stage; untouched when there is none
 *
 * Returns: whether there is such a stage.
 */
gboolean
kp_stage_parse (const char *name,
                KpStage    *out)
{
  for (guint i = 0; name != NULL && i < KP_N_STAGES; i++)
    if (strcmp (stage_names[i], name) == 0)
      {
        *out = (KpStage) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * kp_step_get_name:
 * @step: a step
 *
 * Returns: the stable name, as the journal holds it.
 */
const char *
kp_step_get_name (KpStep step)
{
  return steps[step].name;
}

/**
 * kp_step_may_run_in:
 * @step: a step
 * @stage: a stage
 *
 * Returns: whether the step belongs to the stage.
 */
gboolean
kp_step_may_run_in (KpStep  step,
                    KpStage stage)
{
  return (steps[step].stages & BIT (stage)) != 0;
}

/**
 * kp_stage_is_closed:
 * @state: how far the campaign is
 * @stage: a stage
 *
 * Returns: whether the stage is closed.
 */
gboolean
kp_stage_is_closed (KpStageState state,
                    KpStage      stage)
{
  return (state.closed & BIT (stage)) != 0;
}

/**
 * kp_stage_close:
 * @state: how far the campaign is
 * @stage: the stage to close; ask kp_stage_decide_close() before
 *
 * Returns: the new state.
 */
KpStageState
kp_stage_close (KpStageState state,
                KpStage      stage)
{
  state.closed |= BIT (stage);
  return state;
}

/**
 * kp_stage_reopen:
 * @order: the campaign's order
 * @state: how far the campaign is
 * @stage: the stage to reopen
 *
 * Returns: the new state: @stage and all that follow it are open.
 */
KpStageState
kp_stage_reopen (const KpStageOrder *order,
                 KpStageState        state,
                 KpStage             stage)
{
  gint position = kp_stage_order_get_position (order, stage);

  for (guint i = 0; position >= 0 && i < order->n_stages; i++)
    if (i >= (guint) position)
      state.closed &= ~BIT (order->stages[i]);

  return state;
}

/**
 * kp_stage_find_current:
 * @order: the campaign's order
 * @state: how far the campaign is
 * @out: (out): the first stage that isn't closed; untouched when all are
 *
 * Returns: whether there is one.
 */
gboolean
kp_stage_find_current (const KpStageOrder *order,
                       KpStageState        state,
                       KpStage            *out)
{
  for (guint i = 0; i < order->n_stages; i++)
    if (!kp_stage_is_closed (state, order->stages[i]))
      {
        *out = order->stages[i];
        return TRUE;
      }

  return FALSE;
}

/* The stage at @position is ready when it is open and everything before it is closed. */
static KpStageBlock
decide_ready (const KpStageOrder *order,
              KpStageState        state,
              guint               position)
{
  for (guint i = 0; i < position; i++)
    if (!kp_stage_is_closed (state, order->stages[i]))
      return (KpStageBlock) { KP_STAGE_BLOCK_EARLIER_OPEN, order->stages[i] };

  if (kp_stage_is_closed (state, order->stages[position]))
    return (KpStageBlock) { KP_STAGE_BLOCK_CLOSED, order->stages[position] };

  return (KpStageBlock) { KP_STAGE_BLOCK_NONE, order->stages[position] };
}

/**
 * kp_stage_decide_step:
 * @order: the campaign's order
 * @state: how far the campaign is
 * @step: what somebody wants to do
 *
 * Returns: NONE with the stage it runs in, or what blocks it; where the step has several stages an open earlier
 *   stage is told rather than a closed one.
 */
KpStageBlock
kp_stage_decide_step (const KpStageOrder *order,
                      KpStageState        state,
                      KpStep              step)
{
  KpStageBlock block = { KP_STAGE_BLOCK_NOT_IN_CAMPAIGN, KP_STAGE_PLAN };

  for (guint i = 0; i < order->n_stages; i++)
    {
      KpStageBlock here;

      if (!kp_step_may_run_in (step, order->stages[i]))
        continue;

      here = decide_ready (order, state, i);
      if (here.kind == KP_STAGE_BLOCK_NONE)
        return here;
      if (block.kind != KP_STAGE_BLOCK_EARLIER_OPEN)
        block = here;
    }

  return block;
}

/**
 * kp_stage_decide_close:
 * @order: the campaign's order
 * @state: how far the campaign is
 * @stage: the stage to close
 *
 * Returns: NONE, or what blocks closing it as far as the order goes.
 */
KpStageBlock
kp_stage_decide_close (const KpStageOrder *order,
                       KpStageState        state,
                       KpStage             stage)
{
  gint position = kp_stage_order_get_position (order, stage);

  if (position < 0)
    return (KpStageBlock) { KP_STAGE_BLOCK_NOT_IN_CAMPAIGN, stage };

  return decide_ready (order, state, (guint) position);
}

/**
 * kp_stage_block_dup_sentence:
 * @block: an answer of kp_stage_decide_step() or kp_stage_decide_close()
 *
 * Returns: (transfer full) (nullable): what the operator has to do first; NULL when nothing blocks.
 */
gchar *
kp_stage_block_dup_sentence (KpStageBlock block)
{
  switch (block.kind)
    {
    case KP_STAGE_BLOCK_NOT_IN_CAMPAIGN:
      return g_strdup (_("The scheme of this campaign has no stage for this step."));
    case KP_STAGE_BLOCK_CLOSED:
      return g_strdup_printf (_("The stage “%s” is closed; reopen it first, with a reason and two people."),
                              kp_stage_get_label (block.stage));
    case KP_STAGE_BLOCK_EARLIER_OPEN:
      return g_strdup_printf (_("The stage “%s” comes first; finish what is to be done in it."),
                              kp_stage_get_label (block.stage));
    case KP_STAGE_BLOCK_NONE:
    default:
      return NULL;
    }
}
