/* kp-step-judge-undo.c – a finding that a person decided, taken back by the same person.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   stands now                        taken back it is
 *   own, set right                    what the same person had decided before
 *   own, decided anew                 gone: the finding is as the rules or the first reviewer left it
 *   of somebody else meanwhile        refused: two people have looked at it
 *   after the review is closed        refused, as every decision */
#include "kp-step-judge-undo.h"

#include <glib/gi18n-lib.h>

#include "kp-judgement.h"
#include "kp-review.h"
#include "kp-step-review.h"

/**
 * kp_judge_undo_free:
 * @undo: (nullable) (transfer full): of kp_judge_undo_load()
 */
void
kp_judge_undo_free (KpJudgeUndo *undo)
{
  if (undo == NULL)
    return;
  g_free (undo->application);
  g_free (undo->condition);
  g_free (undo->note);
  g_free (undo);
}

static const KpJudgementRecord *
find_own (const KpJudgements *judgements,
          KpSession *session,
          const char *application,
          const char *condition)
{
  const KpJudgementRecord *last = kp_judgements_find_last (judgements, application, condition);

  return last != NULL && kp_review_is_same_person (last->reviewer, kp_session_get_actor (session)) ? last : NULL;
}

/**
 * kp_judge_undo_load:
 * @session: a session; its actor is about to decide
 * @application: registration number
 * @condition: id of the requirement
 * @now: what is going to be decided
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what kp_step_undo_judgement() needs later, or %NULL with #KP_DATA_ERROR
 */
KpJudgeUndo *
kp_judge_undo_load (KpSession *session,
                    const char *application,
                    const char *condition,
                    KpVerdict now,
                    GError **error)
{
  g_autoptr (KpJudgements) judgements = kp_judgements_load_of (session, KP_MOMENT_REVIEW, application, error);
  const KpJudgementRecord *own = judgements != NULL ? find_own (judgements, session, application, condition) : NULL;
  KpJudgeUndo *undo = judgements != NULL ? g_new0 (KpJudgeUndo, 1) : NULL;

  if (undo == NULL)
    return NULL;
  undo->application = g_strdup (application);
  undo->condition = g_strdup (condition);
  undo->now = now;
  if (own != NULL && kp_verdict_parse (own->verdict, &undo->verdict))
    undo->note = g_strdup (own->note);
  return undo;
}

static gboolean
put_back (KpSession *session,
          KpLedger *ledger,
          const KpJudgeUndo *undo,
          KpRoster *roster,
          GError **error)
{
  const KpJudging judging = {
    .application = undo->application,
    .moment = KP_MOMENT_REVIEW,
    .condition = undo->condition,
    .verdict = undo->verdict,
    .note = undo->note,
    .is_appealed = kp_roster_find_application (roster, undo->application)->application->appealed_on != NULL,
  };

  return kp_judgements_take (session, ledger, &judging, error);
}

/**
 * kp_step_undo_judgement:
 * @session: a session, open for writing; its actor decided it
 * @undo: of kp_judge_undo_load(), made before it was decided
 * @error: return location
 *
 * Takes back what the actor decided alone, by the table at the head of this file. It is an act of its own in the journal.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_undo_judgement (KpSession *session,
                        const KpJudgeUndo *undo,
                        GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_REVIEW, undo->application, error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpJudgements) judgements = NULL;
  const KpJudgementRecord *own;

  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster_of (session, undo->application, error);
  judgements = roster != NULL ? kp_judgements_load_of (session, KP_MOMENT_REVIEW, undo->application, error) : NULL;
  if (judgements == NULL)
    return FALSE;
  own = find_own (judgements, session, undo->application, undo->condition);
  if (own == NULL || !g_str_equal (own->verdict, kp_verdict_get_name (undo->now)))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Condition “%s” of application %s was decided anew since, so the decision isn't taken back."),
                   undo->condition, undo->application);
      return FALSE;
    }
  if (!(undo->note != NULL ? put_back (session, ledger, undo, roster, error)
                           : kp_ledger_remove (ledger, &kp_judgement_table, own, error)))
    return FALSE;
  return kp_review_again (session, ledger, roster, undo->application, error) && kp_session_commit (session, ledger, error);
}
