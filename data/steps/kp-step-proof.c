/* kp-step-proof.c – writes down what was shown for a claim and what a check of it found.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 资格审查贯穿招聘全过程: a proof comes in whenever it does. What is shown and confirmed changes nothing but the proof; what is
 * lost, or had again, changes
 *
 *   until the posts are opened     the findings of the person, and the outcome
 *   until the list is made         nothing yet: refused where the post asks for the claim
 *   on the list                    who doesn't fulfil what the post asks without the claim leaves it, and a substitute enters;
 *                                  else the bonus is awarded anew and the lists are made again
 *   once the interview is drawn    refused: it is a failed background check
 */
#include "kp-step-proof.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-conflict.h"
#include "kp-normal.h"
#include "kp-step-bonus.h"
#include "kp-step-leave.h"
#include "kp-step-review.h"

#define STEP "check-proof"

/* One order on its way. */
typedef struct
{
  KpSession *session;
  const KpProofOrder *order;
  const KpProofDef *def;
  KpLedger *ledger;
  KpRoster *roster;         /* as it was before */
  const KpDossier *dossier; /* in it */
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->roster, kp_roster_free);
  g_clear_pointer (&work->ledger, kp_ledger_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
refuse (GError **error,
        const char *sentence)
{
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, sentence);
  return FALSE;
}

static const char *
get_fault_words (KpProofFault fault)
{
  static const char *const sentences[] = {
    [KP_PROOF_FAULT_NO_OUTCOME] = N_("Say what was found: shown, confirmed, refuted or missed."),
    [KP_PROOF_FAULT_NO_PAPER] = N_("Say which papers were shown."),
    [KP_PROOF_FAULT_NO_SOURCE] = N_("Say against what it was checked: the source."),
    [KP_PROOF_FAULT_NO_DAY] = N_("Say on which day the source answered."),
    [KP_PROOF_FAULT_LATER_DAY] = N_("That day is still to come; correct the date."),
    [KP_PROOF_FAULT_NO_DATE] = N_("The certificate has to be issued in time; say which day it bears."),
    [KP_PROOF_FAULT_LATE_DATE] = N_("The certificate was issued after the last day that the scheme allows, so it can't confirm "
                                    "the claim. Record it as refuted, with that reason."),
    [KP_PROOF_FAULT_AFTER_ANSWER] = N_("The certificate bears a later day than the answer that confirms it; correct one of the "
                                       "two dates."),
    [KP_PROOF_FAULT_NO_REASON] = N_("Say what the source answered; the candidate is told it."),
    [KP_PROOF_FAULT_TOO_EARLY] = N_("The last day to prove it isn't over, so nobody has missed it yet."),
  };

  return _(sentences[fault]);
}

static gboolean
check_fault (KpProofFault fault,
             const char *word,
             GError **error)
{
  if (fault == KP_PROOF_FAULT_NONE)
    return TRUE;
  if (fault == KP_PROOF_FAULT_OTHER_PAPER)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("The scheme asks for no paper “%s” here; write one of those that it names."), word);
  else if (fault == KP_PROOF_FAULT_FEW_PAPERS)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("The paper “%s” wasn't shown, so the claim can't be confirmed yet."), word);
  else if (fault == KP_PROOF_FAULT_OTHER_SOURCE)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("The scheme names no source “%s” for this; write one of those that it names."), word);
  else
    refuse (error, get_fault_words (fault));
  return FALSE;
}

static const KpProofPoint *
find_point (const GArray *points,
            const char *proof)
{
  for (guint i = 0; i < points->len; i++)
    {
      const KpProofPoint *point = &g_array_index (points, KpProofPoint, i);

      if (g_str_equal (point->def->id, proof))
        return point;
    }
  return NULL;
}

/* In the scheme's order: those that were shown before, and those of the order. */
static char **
list_papers (const KpProofDef *def,
             const KpProofRecord *record,
             const char *const *shown)
{
  g_auto (GStrv) before = g_strsplit (record != NULL ? record->papers : "", "\n", -1);
  g_autoptr (GStrvBuilder) papers = g_strv_builder_new ();

  for (guint i = 0; i < def->papers->len; i++)
    {
      const char *paper = g_ptr_array_index (def->papers, i);

      if (g_strv_contains ((const char *const *) before, paper) || (shown != NULL && g_strv_contains (shown, paper)))
        g_strv_builder_add (papers, paper);
    }
  for (guint i = 0; shown != NULL && shown[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (def->papers, shown[i], g_str_equal, NULL))
      g_strv_builder_add (papers, shown[i]);
  return g_strv_builder_end (papers);
}

static gboolean
is_lost (const KpProofRecord *record)
{
  KpProofOutcome outcome = KP_PROOF_OPEN;

  return record != NULL && kp_proof_outcome_parse (record->outcome, &outcome) && kp_proof_is_lost (outcome);
}

/* Another word on what was settled needs a reason: the journal keeps both. */
static gboolean
check_overturn (const KpProofRecord *record,
                const KpProofCheck *check,
                const char *note,
                GError **error)
{
  KpProofOutcome before = KP_PROOF_OPEN;

  if (record == NULL || !kp_proof_outcome_parse (record->outcome, &before) || before == KP_PROOF_SHOWN
      || before == check->outcome || *note != '\0')
    return TRUE;
  return refuse (error, _("Somebody found otherwise before; say why it is changed."));
}

static gboolean
put (Work *work,
     const KpProofRecord *before,
     GError **error)
{
  const KpProofOrder *order = work->order;
  const KpDate today = kp_session_get_today (work->session);
  g_auto (GStrv) papers = list_papers (work->def, before, order->check.papers);
  g_autofree char *joined = g_strjoinv ("\n", papers);
  g_autofree char *source = kp_normal_text (order->check.source != NULL ? order->check.source : "");
  g_autofree char *note = kp_normal_text (order->check.note != NULL ? order->check.note : "");
  g_autofree char *reference = kp_normal_text (order->reference != NULL ? order->reference : "");
  g_autofree char *checked_on = kp_date_is_none (order->check.checked_on) ? NULL : kp_date_dup_iso (order->check.checked_on);
  g_autofree char *dated_on = kp_date_is_none (order->check.dated_on) ? NULL : kp_date_dup_iso (order->check.dated_on);
  g_autofree char *recorded_on = kp_date_dup_iso (today);
  KpProofCheck check = order->check;
  const char *word = NULL;
  KpProofRecord record = {
    .campaign = kp_session_get_campaign (work->session),
    .application = order->application,
    .proof = order->proof,
    .outcome = kp_proof_outcome_get_name (check.outcome),
    .papers = joined,
    .source = *source != '\0' ? source : NULL,
    .checked_on = checked_on,
    .dated_on = dated_on,
    .reference = *reference != '\0' ? reference : NULL,
    .note = *note != '\0' ? note : NULL,
    .checker = kp_session_get_actor (work->session),
    .recorded_on = recorded_on,
  };

  check.papers = (const char *const *) papers;
  check.source = source;
  check.note = note;
  return check_fault (kp_proof_find_fault (work->def, &check, today, &word), word, error)
         && check_overturn (before, &check, note, error)
         && kp_ledger_put (work->ledger, &kp_proof_table, &record, error);
}

/* The interview's draw and whatever comes later was decided by the claims as they counted. */
static gboolean
check_not_drawn (KpRoster *roster,
                 GError **error)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->hearing != NULL || kp_dossier_get_last_heat (dossier) != NULL || dossier->physical != NULL
          || dossier->background != NULL)
        return refuse (error, _("The interview is drawn, or results that follow the list are recorded, so the lists by this claim "
                                "stand. Record the person as failed in the background check, with what was found; a bonus by "
                                "this claim is refused with “kaopin bonus FILE --refuse”."));
    }
  return TRUE;
}

/* Who is examined at all was decided before the seats. */
static gboolean
check_examined (const KpScheme *scheme,
                const KpCandidateFacts *facts,
                GError **error)
{
  const KpCondition *const conditions[] = { scheme->written.exempt, scheme->direct_hire.when };

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (conditions[i] != NULL && kp_condition_is_lost (conditions[i], facts))
      return refuse (error, _("By this claim it was decided who sits the exam, so it stands until the background check; record "
                              "the person as failed there, with what was found."));
  return TRUE;
}

/* What the post asks at the review, without the claim. */
static gboolean
find_outcome (Work *work,
              const KpDossier *now,
              KpReviewOutcome *outcome,
              GError **error)
{
  g_autoptr (KpJudgements) judgements
      = kp_judgements_load_of (work->session, KP_MOMENT_REVIEW, work->order->application, error);
  g_autoptr (GPtrArray) findings = NULL;

  if (judgements == NULL)
    return FALSE;
  findings = kp_judgements_list_findings (judgements, work->session, now);
  *outcome = kp_qualify_derive_outcome (findings);
  return TRUE;
}

static gboolean
leave (Work *work,
       KpProofTally *tally,
       GError **error)
{
  KpLeaving leaving = { .cause = KP_CAUSE_FAILED };
  g_autofree char *reason = g_strdup_printf ("“%s”未能证明，不符合岗位要求", work->def->label);

  if (!kp_dossier_is_on_shortlist (work->dossier))
    return refuse (error, _("Without this claim the person doesn't fulfil what the post asks, and isn't on a list of the interview "
                            "that could be left. Make the shortlist first, and record it then."));
  tally->has_left = TRUE;
  tally->lists.watched = work->dossier->application->post;
  if (!kp_leave_enter (work->session, work->ledger, &leaving.stage, error)
      || !kp_leave_record (work->session, work->ledger, work->roster, work->dossier, &leaving, reason, error)
      || !kp_shortlist_record_write (work->session, work->ledger, &tally->lists, error))
    return FALSE;
  tally->lists.watched = NULL;
  return TRUE;
}

/* The posts are opened: the table at the head. */
static gboolean
settle_lists (Work *work,
              KpProofTally *tally,
              GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (work->session, error);
  const KpDossier *now = roster != NULL ? kp_roster_find_application (roster, work->order->application) : NULL;
  KpReviewOutcome outcome = KP_REVIEW_PASS;
  KpCandidateFacts facts;

  if (now == NULL)
    return FALSE;
  if (!kp_candidate_has_passed (now))
    return TRUE;
  if (!tally->is_lost && now->leaving != NULL)
    return refuse (error, _("By what was found before the person has left the list of the interview already, so it can't be "
                            "changed any more."));
  kp_candidate_facts_init (&facts, kp_session_get_scheme (work->session), now);
  if (!check_not_drawn (roster, error) || !check_examined (kp_session_get_scheme (work->session), &facts, error)
      || !find_outcome (work, now, &outcome, error))
    return FALSE;
  return outcome == KP_REVIEW_FAIL && tally->is_lost ? leave (work, tally, error)
                                                     : kp_bonus_make_again (work->session, work->ledger, roster, error);
}

static gboolean
settle (Work *work,
        KpProofTally *tally,
        GError **error)
{
  g_autoptr (KpRoster) roster = NULL;

  if (kp_stage_is_closed (kp_session_get_stages (work->session), KP_STAGE_REVIEW))
    return settle_lists (work, tally, error);
  if (work->dossier->application->reviewed_on == NULL)
    return TRUE;
  roster = kp_session_load_roster_of (work->session, work->order->application, error);
  return roster != NULL && kp_review_again (work->session, work->ledger, roster, work->order->application, error);
}

static gboolean
begin (Work *work,
       GError **error)
{
  work->ledger = kp_session_begin_beside (work->session, STEP, work->order->application, error);
  work->roster = work->ledger != NULL ? kp_session_load_roster (work->session, error) : NULL;
  if (work->roster == NULL)
    return FALSE;
  work->dossier = kp_roster_find_application (work->roster, work->order->application);
  if (work->dossier != NULL)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("No application has the number %s."),
               work->order->application);
  return FALSE;
}

static void
add_words (KpConflict *conflict,
           const char *name,
           const char *label,
           const char *before,
           const char *now,
           const char *typed)
{
  KpConflictField *field = kp_conflict_add (conflict, label, before != NULL ? before : "", now != NULL ? now : "",
                                            typed != NULL ? typed : "");

  if (field != NULL)
    field->name = name;
}

static void
add_day (KpConflict *conflict,
         const char *name,
         const char *label,
         const char *before,
         const char *now,
         KpDate typed)
{
  g_autofree char *day = kp_date_is_none (typed) ? NULL : kp_date_dup_iso (typed);

  add_words (conflict, name, label, before, now, day);
}

static void
add_fields (KpConflict *conflict,
            const KpProofOrder *order,
            const KpProofPoint *point)
{
  const KpProofRecord *record = point->record;
  const KpProofSeen *seen = order->seen;
  KpConflictField *outcome
      = kp_conflict_add_plain (conflict, C_("of a check", "Outcome"), kp_proof_outcome_get_chinese (seen->outcome),
                               kp_proof_outcome_get_chinese (point->outcome), kp_proof_outcome_get_chinese (order->check.outcome));

  if (outcome != NULL)
    outcome->name = "outcome";
  add_words (conflict, "source", C_("of a check", "Source"), seen->source, record->source, order->check.source);
  add_day (conflict, "checked_on", _("Answered on"), seen->checked_on, record->checked_on, order->check.checked_on);
  add_day (conflict, "dated_on", _("Date of the certificate"), seen->dated_on, record->dated_on, order->check.dated_on);
  add_words (conflict, "reference", C_("of a check", "Reference"), seen->reference, record->reference, order->reference);
  add_words (conflict, "note", C_("of a check", "Note"), seen->note, record->note, order->check.note);
}

/* A colleague may have checked the same meanwhile: told apart by the row's version. */
static gboolean
check_seen (KpSession *session,
            const KpProofOrder *order,
            const KpProofPoint *point,
            GError **error)
{
  const KpProofRecord *record = point->record;
  const KpProofSeen *seen = order->seen;
  g_autofree char *what = NULL;
  KpConflict *conflict;

  if (seen == NULL || seen->version == (record != NULL ? record->version : 0))
    return TRUE;
  if (record == NULL)
    return refuse (error, _("What was written down of this claim is taken back meanwhile. Look at it again."));
  what = g_strdup_printf (_("The check of “%s” of application %s"), point->def->label, order->application);
  conflict = kp_conflict_new (session, &kp_proof_table, record, what, error);
  if (conflict == NULL)
    return FALSE;
  conflict->version = record->version;
  conflict->is_free = TRUE;
  add_fields (conflict, order, point);
  return kp_conflict_refuse (conflict, error);
}

/**
 * kp_step_record_proof:
 * @session: a session, open for writing; its actor checked
 * @order: what was shown and found
 * @tally: (out): what follows
 * @error: return location
 *
 * 证明核查: a claim that is refuted, or not proved in time, counts no more for track, relaxation, bonus and ties. A later word
 * replaces an earlier one; who changes what was settled says why. When it may still have its effect is told at the head.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_record_proof (KpSession *session,
                      const KpProofOrder *order,
                      KpProofTally *tally,
                      GError **error)
{
  g_auto (Work) work = { .session = session, .order = order };
  g_autoptr (GArray) points = NULL;
  const KpProofPoint *point;

  *tally = (KpProofTally) { .is_lost = kp_proof_is_lost (order->check.outcome) };
  if (!begin (&work, error))
    return FALSE;
  points = kp_proofs_list (kp_session_get_scheme (session), work.dossier, kp_session_get_today (session));
  point = find_point (points, order->proof);
  if (point == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("Application %s has nothing to prove that is called “%s”. Look its claims up with “kaopin proof FILE”."),
                   order->application, order->proof);
      return FALSE;
    }
  work.def = point->def;
  if (!check_seen (session, order, point, error) || !put (&work, point->record, error))
    return FALSE;
  if (tally->is_lost != is_lost (point->record) && !settle (&work, tally, error))
    return FALSE;
  return kp_session_commit (session, work.ledger, error);
}
