/* kp-step-depart-undo.c – takes a leaving back that was written down by mistake.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* As long as nothing was built on it:
 *
 *   somebody follows and has a result, is proposed, or hired    refused, with the number
 *   the certificate of the end or the file was handed over      refused
 *   it is the answer to an objection                            refused, unless that answer is taken back with it
 *   somebody follows and was only called                        called no more
 *   a contract that was never begun was taken back              stands again, with its number and first day
 *
 * Who follows is found by counting the posts again without the leaving, not by when somebody was called: what was otherwise
 * before it, is no business of the undo. */
#include <glib/gi18n-lib.h>

#include "kp-called.h"
#include "kp-candidate.h"
#include "kp-employment.h"
#include "kp-final-total-record.h"
#include "kp-opening.h"
#include "kp-probation-stage.h"
#include "kp-step-depart.h"
#include "kp-step-hire.h"

/* Who is called, or proposed, and wouldn't be by the rules. Registration numbers. */
typedef struct
{
  GHashTable *called;
  GHashTable *proposed;
} Surplus;

static void
surplus_clear (Surplus *surplus)
{
  g_clear_pointer (&surplus->called, g_hash_table_unref);
  g_clear_pointer (&surplus->proposed, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Surplus, surplus_clear)

static void
add (GHashTable *numbers,
     const KpDossier *dossier)
{
  g_hash_table_add (numbers, g_strdup (dossier->application->application));
}

static gboolean
fill_called (Surplus *surplus,
             KpSession *session,
             KpRoster *roster,
             GError **error)
{
  g_autoptr (GArray) differences = g_array_new (FALSE, FALSE, sizeof (KpCalledDifference));

  if (!kp_called_compare (session, roster, differences, error))
    return FALSE;
  for (guint i = 0; i < differences->len; i++)
    {
      const KpCalledDifference *difference = &g_array_index (differences, KpCalledDifference, i);

      if (!difference->should_be)
        add (surplus->called, difference->dossier);
    }
  return TRUE;
}

static void
fill_proposed (Surplus *surplus,
               KpSession *session,
               KpRoster *roster,
               const KpPostRecord *post,
               GHashTable *moved)
{
  g_autoptr (GPtrArray) due = kp_hire_list_proposed (kp_session_get_scheme (session), roster, post, moved);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *other = g_hash_table_lookup (moved, dossier);

      if (dossier->proposal != NULL && dossier->departure == NULL
          && g_str_equal (other != NULL ? other : dossier->total->post, post->post) && !g_ptr_array_find (due, dossier, NULL))
        add (surplus->proposed, dossier);
    }
}

static gboolean
surplus_fill (Surplus *surplus,
              KpSession *session,
              KpRoster *roster,
              GError **error)
{
  g_autoptr (GPtrArray) posts = kp_posts_list_going_on (session, error);
  g_autoptr (GHashTable) moved = posts != NULL ? kp_called_map_posts (session, roster, error) : NULL;

  surplus->called = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  surplus->proposed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (moved == NULL || !fill_called (surplus, session, roster, error))
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    fill_proposed (surplus, session, roster, g_ptr_array_index (posts, i), moved);
  return TRUE;
}

static gboolean
check_papers (KpSession *session,
              const KpDossier *dossier,
              const char *number,
              GError **error)
{
  g_autoptr (KpEmployments) works = kp_employments_load (session, error);
  const KpEmployment *work
      = works != NULL && dossier->contract != NULL ? kp_employments_find (works, dossier->contract->number, NULL) : NULL;
  gint64 n_papers = 0;

  if (works == NULL
      || !kp_table_count (kp_session_get_database (session), &kp_file_paper_table, kp_session_get_campaign (session),
                          "AND application = $2 AND (item = 'ended' OR item = 'handing')",
                          KP_BINDS (KP_TEXT (dossier->application->application)), &n_papers, error))
    return FALSE;
  if (work != NULL && work->duties[KP_DUTY_HANDOVER] != NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The file and the social insurance of number %s were handed over on %s; the leaving stands."), number,
                   work->duties[KP_DUTY_HANDOVER]->day);
      return FALSE;
    }
  if (n_papers == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The certificate of the end or the handing over of work of number %s is in the file; the leaving stands."), number);
  return FALSE;
}

static const KpDossier *
find_leaver (KpSession *session,
             KpRoster *roster,
             const char *number,
             GError **error)
{
  const KpDossier *dossier = kp_roster_find_number (roster, number);

  if (dossier == NULL || dossier->departure == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("No leaving of number %s is in the record; see “kaopin hire FILE --list”."), number);
      return NULL;
    }
  return check_papers (session, dossier, number, error) ? dossier : NULL;
}

/* With number and first day as they were; the rest follows from scheme and law as it did. */
static gboolean
restore_contract (KpSession *session,
                  KpLedger *ledger,
                  const KpDossier *dossier,
                  GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const KpDepartureRecord *departure = dossier->departure;
  g_autoptr (KpConversionReport) report = kp_conversion_report_load (session, error);
  const KpContractOrder order = {
    .dossier = dossier,
    .post = kp_scheme_get_post (scheme, dossier->proposal->post),
    .street = kp_scheme_get_street (scheme, departure->street),
    .number = departure->contract,
    .start = kp_candidate_parse_date (departure->starts),
  };

  return report != NULL && kp_hire_write_contract (session, ledger, report, &order, error);
}

static gboolean
write_undo (KpSession *session,
            KpLedger *ledger,
            const KpDossier *dossier,
            const KpTwoPeople *people,
            GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  gint64 n_before = 0;
  KpDepartureUndoRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = dossier->application->application,
    .kind = dossier->departure->kind,
    .left_on = dossier->departure->left_on,
    .reason = people->reason,
    .first_person = people->first_person,
    .second_person = people->second_person,
    .at = now,
  };

  if (!kp_table_count (kp_session_get_database (session), &kp_departure_undo_table, record.campaign, "AND application = $2",
                       KP_BINDS (KP_TEXT (record.application)), &n_before, error))
    return FALSE;
  record.serial = n_before + 1;
  return kp_ledger_insert (ledger, &kp_departure_undo_table, &record, error)
         && kp_ledger_remove (ledger, &kp_departure_table, dossier->departure, error);
}

/* ---- who follows ---- */

static gboolean
has_result (const KpFitnessRecord *check)
{
  return check != NULL && !g_str_equal (check->outcome, "called");
}

/* Whatever has happened with the person is more than a call. */
static gboolean
check_follower (const KpDossier *dossier,
                const char *number,
                GError **error)
{
  const char *follower = dossier->application->application;

  if (dossier->contract == NULL && dossier->proposal == NULL && !has_result (dossier->physical)
      && !has_result (dossier->background))
    return TRUE;
  if (dossier->contract != NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("Number %s left, and number %s has a contract for the place since; the leaving stands."), number, follower);
  else if (dossier->proposal != NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("Number %s left, and number %s is proposed for hire in the place since; the leaving stands."), number, follower);
  else
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("Number %s left, and number %s has a result of the physical examination or the background check since; the "
                   "leaving stands."),
                 number, follower);
  return FALSE;
}

static gboolean
withdraw (KpLedger *ledger,
          const KpDossier *dossier,
          GError **error)
{
  const KpFitnessRecord *const checks[] = { dossier->physical, dossier->background };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (checks[i] != NULL && !kp_ledger_remove (ledger, &kp_fitness_table, checks[i], error))
      return FALSE;
  return TRUE;
}

/* Those who are one too many now, and weren't before. */
static gboolean
settle_followers (KpSession *session,
                  KpLedger *ledger,
                  const Surplus *before,
                  const char *number,
                  KpDepartUndoTally *tally,
                  GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_auto (Surplus) after = { 0 };

  if (roster == NULL || !surplus_fill (&after, session, roster, error))
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *one = dossier->application->application;
      const gboolean is_called = g_hash_table_contains (after.called, one) && !g_hash_table_contains (before->called, one);
      const gboolean is_proposed
          = g_hash_table_contains (after.proposed, one) && !g_hash_table_contains (before->proposed, one);

      if ((is_called || is_proposed) && !check_follower (dossier, number, error))
        return FALSE;
      if (!is_called)
        continue;
      if (!withdraw (ledger, dossier, error))
        return FALSE;
      tally->n_withdrawn++;
    }
  return TRUE;
}

static gboolean
check_unanswered (KpSession *session,
                  const char *number,
                  GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  const KpDossier *dossier = roster != NULL ? kp_roster_find_number (roster, number) : NULL;

  if (roster == NULL)
    return FALSE;
  if (dossier == NULL || dossier->departure == NULL
      || !g_str_equal (dossier->departure->kind, kp_departure_kind_get_name (KP_DEPARTURE_OBJECTION)))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Number %s left by the answer to an objection; take that answer back (“kaopin objection FILE --take-back N”)."),
               number);
  return FALSE;
}

/**
 * kp_depart_write_undo:
 * @session: a session
 * @ledger: its unit of work
 * @number: registration number or ticket of who left, for whatever cause
 * @people: who answers for it, and why
 * @tally: (inout): what came of it is added
 * @error: return location
 *
 * Returns: %TRUE with the leaving taken back by the table at the head of this file, or %FALSE with #KP_STEP_ERROR or
 *   #KP_DATA_ERROR
 */
gboolean
kp_depart_write_undo (KpSession *session,
                      KpLedger *ledger,
                      const char *number,
                      const KpTwoPeople *people,
                      KpDepartUndoTally *tally,
                      GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_auto (Surplus) before = { 0 };
  const KpDossier *dossier = roster != NULL ? find_leaver (session, roster, number, error) : NULL;
  KpFinalTotalTally final;

  if (dossier == NULL || !surplus_fill (&before, session, roster, error) || !write_undo (session, ledger, dossier, people, error))
    return FALSE;
  tally->has_contract = dossier->departure->contract != NULL;
  return (!tally->has_contract || restore_contract (session, ledger, dossier, error))
         && settle_followers (session, ledger, &before, number, tally, error)
         && kp_final_total_record_write (session, ledger, &final, error);
}

/**
 * kp_step_undo_departure:
 * @session: a session, open for writing
 * @number: registration number or ticket of who left
 * @people: who answers for it, and why
 * @tally: (out): what came of it
 * @error: return location
 *
 * 撤销退出: as if the leaving had not been written down; that it was, and was taken back, stays in the record.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_undo_departure (KpSession *session,
                        const char *number,
                        const KpTwoPeople *people,
                        KpDepartUndoTally *tally,
                        GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;

  *tally = (KpDepartUndoTally) { 0 };
  if (!kp_two_people_check_change (session, people, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "depart", "undone", error);
  return ledger != NULL && check_unanswered (session, number, error)
         && kp_depart_write_undo (session, ledger, number, people, tally, error) && kp_probation_stage_commit (session, ledger, error);
}

/**
 * kp_step_list_departure_undos:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpDepartureUndoRecord): leavings that were taken back; or %NULL with
 *   #KP_DATA_ERROR
 */
GPtrArray *
kp_step_list_departure_undos (KpSession *session,
                              GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_departure_undo_table, kp_session_get_campaign (session),
                          "ORDER BY application, serial", KP_NO_BINDS, error);
}
