/* kp-review-order.c – a decision on its way to the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-review-order.h"

#include "kp-step-review.h"

struct _KpReviewOrder
{
  char *application;
  char *condition;
  char *sentence;
  KpVerdict verdict;
  KpVerdict seen; /* how it stood on the screen; the following too */
  char *seen_sentence;
};

/** kp_review_order_new: (transfer full): what was typed, and what it was typed for. */
KpReviewOrder *
kp_review_order_new (const KpReviewDecision *decision)
{
  KpReviewOrder *order = g_new0 (KpReviewOrder, 1);

  order->application = g_strdup (decision->application);
  order->condition = g_strdup (decision->condition);
  order->sentence = g_strdup (decision->sentence);
  order->verdict = decision->verdict;
  order->seen = decision->point->verdict;
  order->seen_sentence = g_strdup (decision->point->sentence);
  return order;
}

/** kp_review_order_new_again: (transfer full) (nullable): the same, for what @sheet shows now; %NULL when it shows somebody else. */
KpReviewOrder *
kp_review_order_new_again (const KpReviewOrder *order,
                           KpReviewSheet *sheet)
{
  const KpReviewPoint *point = kp_review_sheet_find_point (sheet, order->condition);
  const KpReviewDecision decision = { order->application, order->condition, order->verdict, order->sentence, point };

  return point != NULL && g_strcmp0 (kp_review_sheet_get_application (sheet), order->application) == 0
             ? kp_review_order_new (&decision)
             : NULL;
}

/** kp_review_order_new_copy: (transfer full): the same, with texts of its own. */
KpReviewOrder *
kp_review_order_new_copy (const KpReviewOrder *order)
{
  KpReviewOrder *copy = g_memdup2 (order, sizeof *order);

  copy->application = g_strdup (order->application);
  copy->condition = g_strdup (order->condition);
  copy->sentence = g_strdup (order->sentence);
  copy->seen_sentence = g_strdup (order->seen_sentence);
  return copy;
}

/** kp_review_order_get_application: whose condition it is. */
const char *
kp_review_order_get_application (const KpReviewOrder *order)
{
  return order->application;
}

/** kp_review_order_carry_out: (transfer full) (nullable): in a worker, as kp_step_review_decide_seen(); what takes it back. */
KpJudgeUndo *
kp_review_order_carry_out (const KpReviewOrder *order,
                           KpSession *session,
                           GError **error)
{
  const KpReviewSeen seen = { order->seen, order->seen_sentence };
  g_autoptr (KpJudgeUndo) undo = kp_judge_undo_load (session, order->application, order->condition, order->verdict, error);

  if (undo == NULL
      || !kp_step_review_decide_seen (session, order->application, order->condition, order->verdict, order->sentence, &seen, error))
    return NULL;
  return g_steal_pointer (&undo);
}

/** kp_review_order_free: (transfer full): a #KpReviewOrder */
void
kp_review_order_free (gpointer order)
{
  KpReviewOrder *self = order;

  g_free (self->application);
  g_free (self->condition);
  g_free (self->sentence);
  g_free (self->seen_sentence);
  g_free (self);
}
