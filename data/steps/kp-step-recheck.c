/* kp-step-recheck.c – what the re-check before the interview finds, and who falls out by it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-recheck.h"

#include <glib/gi18n-lib.h>

#include "kp-judgement.h"
#include "kp-step-leave.h"

/* The findings of one candidate; an unmet one is a leaving for the cause “failed”. */
static gboolean
recheck_one (KpSession *session,
             KpLedger *ledger,
             KpRoster *roster,
             const KpDossier *dossier,
             const KpJudgements *judgements,
             KpStage stage,
             KpRecheckTally *tally,
             GError **error)
{
  const KpLeaving leaving = { stage, KP_CAUSE_FAILED };
  KpReviewOutcome outcome = KP_REVIEW_PENDING;

  if (!kp_judgements_put_findings (session, ledger, dossier, judgements, &outcome, error))
    return FALSE;
  tally->n_rechecked++;
  tally->n_outcomes[outcome]++;
  return outcome != KP_REVIEW_FAIL
         || kp_leave_record (session, ledger, roster, dossier, &leaving, "资格复审不合格", error);
}

static gboolean
check_open (const KpDossier *dossier,
            const char *application,
            GError **error)
{
  if (dossier == NULL || !kp_dossier_is_on_shortlist (dossier))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("Number %s isn't on a list of the interview, so nothing of it is re-checked."), application);
      return FALSE;
    }
  if (dossier->hearing == NULL)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
                       _("The interview order is drawn already, so the re-check is over."));
  return FALSE;
}

/* Those on a list now: substitutes are on it as soon as they entered. */
static gboolean
recheck_all (KpSession *session,
             KpLedger *ledger,
             KpRoster *roster,
             KpStage stage,
             KpRecheckTally *tally,
             GError **error)
{
  g_autoptr (KpJudgements) judgements = kp_judgements_load (session, KP_MOMENT_RECHECK, error);

  if (judgements == NULL)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (kp_dossier_is_on_shortlist (dossier)
          && (!check_open (dossier, dossier->application->application, error)
              || !recheck_one (session, ledger, roster, dossier, judgements, stage, tally, error)))
        return FALSE;
    }
  if (tally->n_rechecked > 0)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("Nobody is on a list of the interview, so there is nothing to re-check. Make the shortlist first."));
  return FALSE;
}

static gboolean
write_lists (KpSession *session,
             KpLedger *ledger,
             const char *post,
             KpRecheckTally *tally,
             GError **error)
{
  gboolean is_written;

  tally->lists.watched = post;
  is_written = kp_shortlist_record_write (session, ledger, &tally->lists, error);
  tally->lists.watched = NULL;
  return is_written;
}

/**
 * kp_step_recheck_auto:
 * @session: a session, open for writing
 * @tally: (out): what was found, and the lists afterwards
 * @error: return location
 *
 * 资格复审: holds everybody on a list of the interview against what the scheme asks at the re-check. Who doesn't fulfil it
 * leaves, all of them in one round, and substitutes enter; run again, it looks at the substitutes too.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_recheck_auto (KpSession *session,
                      KpRecheckTally *tally,
                      GError **error)
{
  KpStage stage;
  g_autoptr (KpLedger) ledger = kp_leave_begin (session, "recheck", &stage, error);
  g_autoptr (KpRoster) roster = NULL;

  *tally = (KpRecheckTally) { 0 };
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  return roster != NULL && recheck_all (session, ledger, roster, stage, tally, error)
         && write_lists (session, ledger, NULL, tally, error) && kp_session_commit (session, ledger, error);
}

static gboolean
check_condition (KpSession *session,
                 const KpDossier *dossier,
                 const char *condition,
                 GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GPtrArray) requirements
      = kp_qualify_list_requirements (scheme, kp_scheme_get_post (scheme, dossier->application->post));

  for (guint i = 0; i < requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (requirements, i);

      if (g_str_equal (requirement->id, condition) && (requirement->checked & KP_CHECK_RECHECK) != 0)
        return TRUE;
    }
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
               _("By the scheme the re-check of application %s doesn't look at a condition “%s”."),
               dossier->application->application, condition);
  return FALSE;
}

/**
 * kp_step_recheck_decide:
 * @session: a session, open for writing; its actor decides
 * @application: registration number of somebody on a list
 * @condition: id of a requirement that is looked at at the re-check
 * @is_met: what the person found
 * @reason: why
 * @tally: (out): what follows, and the lists afterwards
 * @error: return location
 *
 * 资格复审: a person decides one finding. Unmet: the candidate leaves the list, and a substitute enters as the scheme says.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_recheck_decide (KpSession *session,
                        const char *application,
                        const char *condition,
                        gboolean is_met,
                        const char *reason,
                        KpRecheckTally *tally,
                        GError **error)
{
  KpStage stage;
  g_autoptr (KpLedger) ledger = kp_leave_begin (session, application, &stage, error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpJudgements) judgements = NULL;
  const KpDossier *dossier;
  const KpJudging judging = {
    .application = application,
    .moment = KP_MOMENT_RECHECK,
    .condition = condition,
    .verdict = is_met ? KP_VERDICT_MET : KP_VERDICT_UNMET,
    .note = reason,
  };

  *tally = (KpRecheckTally) { 0 };
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  dossier = kp_roster_find_application (roster, application);
  if (!check_open (dossier, application, error) || !check_condition (session, dossier, condition, error)
      || !kp_judgements_take (session, ledger, &judging, error))
    return FALSE;
  judgements = kp_judgements_load_of (session, KP_MOMENT_RECHECK, application, error);
  return judgements != NULL && recheck_one (session, ledger, roster, dossier, judgements, stage, tally, error)
         && write_lists (session, ledger, dossier->application->post, tally, error)
         && kp_session_commit (session, ledger, error);
}
