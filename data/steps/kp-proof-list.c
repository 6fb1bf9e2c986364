/* kp-proof-list.c – what one application has to prove, and how far that is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-proof-list.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-departure.h"
#include "kp-qualify.h"

static const KpProofRecord *
find_record (const KpDossier *dossier,
             const char *proof)
{
  for (guint i = 0; dossier->proofs != NULL && i < dossier->proofs->len; i++)
    {
      const KpProofRecord *record = g_ptr_array_index (dossier->proofs, i);

      if (g_str_equal (record->proof, proof))
        return record;
    }
  return NULL;
}

/**
 * kp_proofs_list:
 * @scheme: the campaign's scheme
 * @dossier: of kp_session_load_roster()
 * @today: the day that is looked at
 *
 * Returns: (transfer full) (element-type KpProofPoint): in the scheme's order what the person claims and has to prove, and
 *   what was written down of a claim that counts no more
 */
GArray *
kp_proofs_list (const KpScheme *scheme,
                const KpDossier *dossier,
                KpDate today)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (KpProofPoint));
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, scheme, dossier);
  for (guint i = 0; i < scheme->proofs->len; i++)
    {
      const KpProofDef *def = g_ptr_array_index (scheme->proofs, i);
      KpProofPoint point = { .def = def, .record = find_record (dossier, def->id) };

      if (point.record == NULL && !kp_proof_is_asked (def, &facts))
        continue;
      if (point.record != NULL)
        kp_proof_outcome_parse (point.record->outcome, &point.outcome);
      point.is_late = kp_proof_is_late (def, point.outcome, today);
      g_array_append_val (points, point);
    }
  return points;
}

/**
 * kp_proofs_are_waited_for:
 * @dossier: of anybody
 *
 * Returns: whether anybody still asks what this person claims: not of who was refused, isn't on the list or left
 */
gboolean
kp_proofs_are_waited_for (const KpDossier *dossier)
{
  return !g_str_equal (dossier->application->review, kp_review_outcome_get_name (KP_REVIEW_FAIL)) && dossier->leaving == NULL
         && (dossier->shortlist == NULL || kp_dossier_is_on_shortlist (dossier))
         && dossier->departure == NULL && kp_departure_get_failed (dossier) == NULL;
}

/**
 * kp_proofs_check:
 * @session: a session
 * @dossier: of somebody who is to go on
 * @moment: what is to be done
 * @error: return location
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED when a claim of the person has to be proved first, by the scheme
 */
gboolean
kp_proofs_check (KpSession *session,
                 const KpDossier *dossier,
                 KpProofMoment moment,
                 GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GArray) points = NULL;

  if (scheme->proofs->len == 0)
    return TRUE;
  points = kp_proofs_list (scheme, dossier, kp_session_get_today (session));
  for (guint i = 0; i < points->len; i++)
    {
      const KpProofPoint *point = &g_array_index (points, KpProofPoint, i);

      if (!kp_proof_holds_up (point->def, point->outcome, moment))
        continue;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Application %s hasn't proved “%s” yet, and by the scheme that comes first. Look all of them up with "
                     "“kaopin proof FILE”, and record what was found."),
                   dossier->application->application, point->def->label);
      return FALSE;
    }
  return TRUE;
}

/**
 * kp_proofs_check_passed:
 * @session: a session
 * @roster: its roster
 * @error: return location
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED when somebody who passed the review has to prove a claim before the posts are
 *   opened
 */
gboolean
kp_proofs_check_passed (KpSession *session,
                        KpRoster *roster,
                        GError **error)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (kp_candidate_has_passed (dossier) && !kp_proofs_check (session, dossier, KP_PROOF_BEFORE_OPENING, error))
        return FALSE;
    }
  return TRUE;
}
