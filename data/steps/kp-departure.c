/* kp-departure.c – who left after the totals, in the form that the rules ask for.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a leaving of the record stands:
 *
 *   fitness    failed or waived physical or background          answered in left_round
 *   departure  after the proposed hires were published          answered in round, or waits for a call from the pool
 *
 * 后备库: a place that may be filled from the pool alone (final_until: reserve) waits until the office calls; after the last
 * day of the pool it stays empty, also where somebody from the pool fails a check later. */

#include "kp-departure.h"

#include "kp-candidate.h"

/**
 * kp_departure_get_failed:
 * @dossier: of anybody
 *
 * Returns: (transfer none) (nullable): the check by which somebody left; %NULL as long as nobody did
 */
const KpFitnessRecord *
kp_departure_get_failed (const KpDossier *dossier)
{
  const KpFitnessRecord *const checks[] = { dossier->physical, dossier->background };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      if (checks[i] != NULL && (g_str_equal (checks[i]->outcome, "fail") || g_str_equal (checks[i]->outcome, "waived")))
        return checks[i];
    }
  return NULL;
}

/**
 * kp_departure_is_answered_by_reserve:
 * @scheme: a scheme
 *
 * Returns: whether places that are left after the publication are filled from the reserve pool, one call for each
 */
gboolean
kp_departure_is_answered_by_reserve (const KpScheme *scheme)
{
  return scheme->reserve.applies && scheme->substitution.final == KP_UNTIL_RESERVE;
}

static gboolean
find_failure (const KpScheme *scheme,
              const KpFitnessRecord *failed,
              KpFinalDeparture *departure)
{
  const KpDate day = kp_candidate_parse_date (failed->at);

  if (failed->left_round == KP_NO_INT)
    return FALSE;
  departure->round = (guint) failed->left_round;
  departure->leaving.stage = g_str_equal (failed->kind, "physical") ? KP_STAGE_PHYSICAL : KP_STAGE_BACKGROUND;
  departure->leaving.cause = g_str_equal (failed->outcome, "waived") ? KP_CAUSE_WITHDREW : KP_CAUSE_FAILED;
  departure->hold = kp_departure_is_answered_by_reserve (scheme) && kp_date_is_valid (day)
                            && !kp_reserve_is_open (&scheme->reserve, day)
                        ? KP_HOLD_RESERVE
                        : KP_HOLD_NONE;
  return TRUE;
}

/**
 * kp_departure_find:
 * @scheme: the scheme
 * @dossier: of anybody with a total
 * @departure: (out caller-allocates): when, at which stage and why; the person stays as it is
 *
 * Returns: whether somebody left after the totals
 */
gboolean
kp_departure_find (const KpScheme *scheme,
                   const KpDossier *dossier,
                   KpFinalDeparture *departure)
{
  const KpFitnessRecord *failed = kp_departure_get_failed (dossier);
  const KpDepartureRecord *record = dossier->departure;
  KpDepartureKind kind;

  if (failed != NULL)
    return find_failure (scheme, failed, departure);
  if (record == NULL || !kp_departure_kind_parse (record->kind, &kind)
      || !kp_stage_parse (record->stage, &departure->leaving.stage))
    return FALSE;
  departure->leaving.cause = kp_departure_decide_leaving (kind, KP_DEPARTURE_BEFORE_WORK).cause;
  departure->round = (guint) record->round;
  departure->hold
      = kp_departure_is_answered_by_reserve (scheme) && record->called_on == NULL ? KP_HOLD_RESERVE : KP_HOLD_NONE;
  return TRUE;
}

/**
 * kp_departure_get_next_round:
 * @roster: a roster
 * @post: (nullable): of one post; %NULL = of the campaign, where posts help each other out
 *
 * Returns: the round in which those who leave now are answered
 */
guint
kp_departure_get_next_round (KpRoster *roster,
                             const char *post)
{
  guint round = 1;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpFitnessRecord *failed = kp_departure_get_failed (dossier);

      if (post != NULL && !g_str_equal (dossier->application->post, post))
        continue;
      if (failed != NULL && failed->left_round != KP_NO_INT)
        round = MAX (round, (guint) failed->left_round + 1);
      if (dossier->departure != NULL)
        round = MAX (round, (guint) dossier->departure->round + 1);
    }
  return round;
}

/**
 * kp_departure_is_late:
 * @scheme: the scheme
 * @roster: its roster
 * @dossier: of somebody called to physical or background
 *
 * Returns: whether the call answers somebody who left after the proposed hires were published, at once or after others
 *   failed. Such a person goes the whole way alone, after the stages of all others are closed.
 */
gboolean
kp_departure_is_late (const KpScheme *scheme,
                      KpRoster *roster,
                      const KpDossier *dossier)
{
  const gboolean is_shared = scheme->substitution.from != KP_SUBSTITUTES_FROM_POST;
  const KpFitnessRecord *called = dossier->physical != NULL ? dossier->physical : dossier->background;

  if (called == NULL || called->round == 0)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *other = kp_roster_get_dossier (roster, i);

      if (other->departure != NULL && (is_shared || g_str_equal (other->application->post, dossier->application->post))
          && other->departure->round <= called->round)
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_departure_is_on_the_way:
 * @scheme: the scheme
 * @roster: its roster
 * @dossier: of anybody
 *
 * Returns: whether somebody who follows a leaver isn't proposed for hire yet
 */
gboolean
kp_departure_is_on_the_way (const KpScheme *scheme,
                            KpRoster *roster,
                            const KpDossier *dossier)
{
  return dossier->proposal == NULL && dossier->departure == NULL && kp_departure_is_late (scheme, roster, dossier);
}

/**
 * kp_departure_begin:
 * @session: a session, open for writing
 * @step: what is to be done
 * @stage: the last stage of the step
 * @subject: (nullable): as kp_session_begin() takes it
 * @is_late: (out): whether the stage is closed, and the work is for those alone who follow a leaver
 * @error: return location
 *
 * Begins a step of physical or background: in its stage, or, once that is closed and somebody goes the way alone, beside it.
 *
 * Returns: (transfer full) (nullable): the ledger, or %NULL with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
KpLedger *
kp_departure_begin (KpSession *session,
                    KpStep step,
                    KpStage stage,
                    const char *subject,
                    gboolean *is_late,
                    GError **error)
{
  g_autoptr (KpRoster) roster = NULL;

  *is_late = FALSE;
  if (!kp_stage_is_closed (kp_session_get_stages (session), stage))
    return kp_session_begin (session, step, subject, error);
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return NULL;
  for (guint i = 0; !*is_late && i < kp_roster_get_n_dossiers (roster); i++)
    *is_late
        = kp_departure_is_on_the_way (kp_session_get_scheme (session), roster, kp_roster_get_dossier (roster, i));
  return *is_late ? kp_session_begin_beside (session, kp_step_get_name (step), subject, error)
                  : kp_session_begin (session, step, subject, error);
}
