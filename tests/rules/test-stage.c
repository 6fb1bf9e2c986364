/* test-stage.c – which step may run when, what blocks it, and what reopening reopens.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-stage.h"

typedef struct
{
  const char      *name;
  KpStage          first_open; /* all before it are closed */
  KpStep           step;
  KpStageBlockKind kind;
  KpStage          stage;
} StepCase;

#define MAY KP_STAGE_BLOCK_NONE
#define EARLY KP_STAGE_BLOCK_EARLIER_OPEN
#define LATE KP_STAGE_BLOCK_CLOSED

static const StepCase step_cases[] = {
  { "import-in-registration", KP_STAGE_REGISTRATION, KP_STEP_IMPORT_REGISTRATIONS, MAY, KP_STAGE_REGISTRATION },
  { "import-too-early", KP_STAGE_NOTICE, KP_STEP_IMPORT_REGISTRATIONS, EARLY, KP_STAGE_NOTICE },
  { "import-too-late", KP_STAGE_REVIEW, KP_STEP_IMPORT_REGISTRATIONS, LATE, KP_STAGE_REGISTRATION },
  { "review-during-registration", KP_STAGE_REGISTRATION, KP_STEP_REVIEW, MAY, KP_STAGE_REGISTRATION },
  { "review-in-review", KP_STAGE_REVIEW, KP_STEP_REVIEW, MAY, KP_STAGE_REVIEW },
  { "appeal-in-review", KP_STAGE_REVIEW, KP_STEP_APPEAL, MAY, KP_STAGE_REVIEW },
  { "appeal-after", KP_STAGE_SITTINGS, KP_STEP_APPEAL, MAY, KP_STAGE_SITTINGS },
  { "appeal-after-the-exam", KP_STAGE_WRITTEN, KP_STEP_APPEAL, LATE, KP_STAGE_SITTINGS },
  { "review-after", KP_STAGE_SITTINGS, KP_STEP_REVIEW, LATE, KP_STAGE_REVIEW },
  { "seat-before-review-closed", KP_STAGE_REVIEW, KP_STEP_SEAT, EARLY, KP_STAGE_REVIEW },
  { "seat", KP_STAGE_SITTINGS, KP_STEP_SEAT, MAY, KP_STAGE_SITTINGS },
  { "marks-after-shortlist", KP_STAGE_RECHECK, KP_STEP_IMPORT_WRITTEN_MARKS, LATE, KP_STAGE_WRITTEN },
  { "substitute-at-recheck", KP_STAGE_RECHECK, KP_STEP_SUBSTITUTE, MAY, KP_STAGE_RECHECK },
  { "substitute-during-interview", KP_STAGE_INTERVIEW, KP_STEP_SUBSTITUTE, EARLY, KP_STAGE_INTERVIEW },
  { "substitute-at-background", KP_STAGE_BACKGROUND, KP_STEP_SUBSTITUTE, MAY, KP_STAGE_BACKGROUND },
  { "hire-before-publicity-closed", KP_STAGE_PUBLICITY, KP_STEP_HIRE, EARLY, KP_STAGE_PUBLICITY },
  { "hire", KP_STAGE_HIRE, KP_STEP_HIRE, MAY, KP_STAGE_HIRE },
};

static KpStageState
make_state (KpStage first_open)
{
  KpStageState state = { 0 };

  for (guint i = 0; i < (guint) first_open; i++)
    state = kp_stage_close (state, (KpStage) i);

  return state;
}

static void
test_step (gconstpointer data)
{
  const StepCase   *c = data;
  KpStageOrder      order = kp_stage_order_make_usual ();
  KpStageBlock      block = kp_stage_decide_step (&order, make_state (c->first_open), c->step);
  g_autofree gchar *sentence = kp_stage_block_dup_sentence (block);

  g_assert_cmpint (block.kind, ==, c->kind);
  g_assert_cmpint (block.stage, ==, c->stage);
  g_assert_cmpint (sentence == NULL, ==, c->kind == MAY);
}

static void
test_every_step_has_its_time (void)
{
  KpStageOrder order = kp_stage_order_make_usual ();

  for (guint step = 0; step < KP_N_STEPS; step++)
    {
      guint n_times = 0;

      for (guint stage = 0; stage < KP_N_USUAL_STAGES; stage++)
        if (kp_stage_decide_step (&order, make_state ((KpStage) stage), (KpStep) step).kind == MAY)
          n_times++;
      g_assert_cmpuint (n_times, >=, 1);
      g_assert_nonnull (kp_step_get_name ((KpStep) step));
    }
}

static void
test_close_in_order (void)
{
  KpStageOrder order = kp_stage_order_make_usual ();
  KpStageState state = { 0 };
  KpStage      current = KP_STAGE_CLOSED;

  g_assert_cmpint (kp_stage_decide_close (&order, state, KP_STAGE_REVIEW).kind, ==, EARLY);
  for (guint i = 0; i < KP_N_USUAL_STAGES; i++)
    {
      g_assert_true (kp_stage_find_current (&order, state, &current));
      g_assert_cmpuint (current, ==, i);
      g_assert_cmpint (kp_stage_decide_close (&order, state, (KpStage) i).kind, ==, MAY);
      state = kp_stage_close (state, (KpStage) i);
      g_assert_cmpint (kp_stage_decide_close (&order, state, (KpStage) i).kind, ==, LATE);
    }
  g_assert_false (kp_stage_find_current (&order, state, &current));
}

static void
test_reopen (void)
{
  KpStageOrder order = kp_stage_order_make_usual ();
  KpStageState state = kp_stage_reopen (&order, make_state (KP_STAGE_PHYSICAL), KP_STAGE_WRITTEN);

  g_assert_true (kp_stage_is_closed (state, KP_STAGE_SITTINGS));
  for (guint i = KP_STAGE_WRITTEN; i < KP_N_USUAL_STAGES; i++)
    g_assert_false (kp_stage_is_closed (state, (KpStage) i));
}

/* Several notices examine the background before the physical, and some have no written exam. */
static void
test_other_order (void)
{
  KpStageOrder order = { 3, { KP_STAGE_REVIEW, KP_STAGE_BACKGROUND, KP_STAGE_PHYSICAL } };
  KpStageState state = { 0 };
  KpStageBlock block;

  g_assert_true (kp_stage_order_contains (&order, KP_STAGE_PHYSICAL));
  g_assert_false (kp_stage_order_contains (&order, KP_STAGE_WRITTEN));
  g_assert_cmpint (kp_stage_order_get_position (&order, KP_STAGE_PHYSICAL), ==, 2);

  state = kp_stage_close (state, KP_STAGE_REVIEW);
  block = kp_stage_decide_step (&order, state, KP_STEP_RECORD_PHYSICAL);
  g_assert_cmpint (block.kind, ==, EARLY);
  g_assert_cmpint (block.stage, ==, KP_STAGE_BACKGROUND);
  g_assert_cmpint (kp_stage_decide_step (&order, state, KP_STEP_RECORD_BACKGROUND).kind, ==, MAY);
  g_assert_cmpint (kp_stage_decide_step (&order, state, KP_STEP_SEAT).kind, ==, KP_STAGE_BLOCK_NOT_IN_CAMPAIGN);
  g_assert_cmpint (kp_stage_decide_close (&order, state, KP_STAGE_WRITTEN).kind, ==, KP_STAGE_BLOCK_NOT_IN_CAMPAIGN);
}

static void
test_names (void)
{
  KpStage stage = KP_STAGE_PLAN;

  for (guint i = 0; i < KP_N_STAGES; i++)
    {
      g_assert_true (kp_stage_parse (kp_stage_get_name ((KpStage) i), &stage));
      g_assert_cmpuint (stage, ==, i);
      g_assert_nonnull (kp_stage_get_label ((KpStage) i));
    }
  g_assert_false (kp_stage_parse ("lunch", &stage));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (step_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/stage/step/", step_cases[i].name, NULL);

      g_test_add_data_func (path, &step_cases[i], test_step);
    }
  g_test_add_func ("/rules/stage/every-step-has-its-time", test_every_step_has_its_time);
  g_test_add_func ("/rules/stage/close-in-order", test_close_in_order);
  g_test_add_func ("/rules/stage/reopen", test_reopen);
  g_test_add_func ("/rules/stage/other-order", test_other_order);
  g_test_add_func ("/rules/stage/names", test_names);

  return g_test_run ();
}
