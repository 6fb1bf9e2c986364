/* kp-scheme-check-direct.c – checks who is hired without any exam.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

static void
check_posts (GPtrArray      *problems,
             const KpScheme *scheme)
{
  const GPtrArray *posts = scheme->direct_hire.posts;

  for (guint i = 0; i < posts->len; i++)
    {
      const char *code = g_ptr_array_index (posts, i);

      if (kp_scheme_get_post (scheme, code) == NULL)
        kp_scheme_check_refuse (problems, g_strdup_printf (_("There is no post “%s”; name one of \"posts\"."), code),
                                "direct_hire.posts[%u]", i);
    }
}

/* Proof is looked at before anybody is left out of the exam. */
static void
check_review (GPtrArray      *problems,
              const KpScheme *scheme)
{
  static const KpStage exams[] = { KP_STAGE_SITTINGS, KP_STAGE_WRITTEN, KP_STAGE_SHORTLIST, KP_STAGE_INTERVIEW };
  const KpStageOrder  *order = &scheme->stages;

  if (!kp_stage_order_contains (order, KP_STAGE_REVIEW))
    {
      kp_scheme_check_refuse (problems,
                              g_strdup (_("Who is hired without an exam has to pass the review, and the campaign has none; add "
                                          "the stage \"review\", or remove this.")),
                              "direct_hire");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (exams); i++)
    if (kp_stage_order_contains (order, exams[i]) && kp_stage_order_is_before (order, exams[i], KP_STAGE_REVIEW))
      {
        kp_scheme_check_refuse (problems,
                                g_strdup (_("Who is hired without an exam has to pass the review before the others are "
                                            "examined; move the stage \"review\" before the exams.")),
                                "direct_hire");
        return;
      }
}

/* Somebody for whom a person has to judge would never be hired so: the rule asks facts only. */
static gboolean
has_by_hand (const KpCondition *condition)
{
  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    if (has_by_hand (g_ptr_array_index (condition->parts, i)))
      return TRUE;

  return condition->kind == KP_CONDITION_BY_HAND;
}

static void
check_most (GPtrArray      *problems,
            const KpScheme *scheme)
{
  guint largest = 0;

  for (guint i = 0; i < scheme->posts->len; i++)
    largest = MAX (largest, ((const KpSchemePost *) g_ptr_array_index (scheme->posts, i))->places);
  if (scheme->direct_hire.most > 0 && scheme->direct_hire.most >= largest)
    kp_scheme_check_warn (problems,
                          g_strdup_printf (_("No post has more than %u places, so this limits nothing; confirm it, or leave it "
                                             "out."),
                                           largest),
                          "direct_hire.most");
}

/**
 * kp_scheme_check_direct:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with who is hired without any exam.
 */
void
kp_scheme_check_direct (GPtrArray      *problems,
                        const KpScheme *scheme)
{
  const KpDirectHirePolicy *direct = &scheme->direct_hire;

  if (direct->when == NULL)
    {
      if (direct->posts->len > 0 || direct->most > 0 || direct->left != KP_DIRECT_LEFT_TO_EXAM)
        kp_scheme_check_refuse (problems, g_strdup (_("Nobody is hired without an exam; say who (\"when\"), or remove this.")),
                                "direct_hire");
      return;
    }
  kp_scheme_check_condition (problems, scheme, direct->when, "direct_hire.when");
  if (has_by_hand (direct->when))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Who is hired without an exam is found by the facts of the registration, so nothing here "
                                        "can be left to a reviewer; declare a fact for it in \"facts\".")),
                            "direct_hire.when");
  check_posts (problems, scheme);
  check_review (problems, scheme);
  check_most (problems, scheme);
}
