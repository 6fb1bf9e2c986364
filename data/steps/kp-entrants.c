/* kp-entrants.c – the record of a campaign laid out for kp_contest_run(): facts, marks, sheets, who left.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the record holds, and what of a contest it becomes:
 *
 *   person, application    facts; the review as decided, what persons decided of single findings, payment, re-post
 *   bonus                  claims, once the bonus was awarded; before that the scheme proposes them, and
 *   bonus_review           those who examined them approve or refuse
 *   mark                   papers, other parts, extra test
 *   hearing, panel_mark    the room, the examiners' sheets; sheets stand before the interview's state
 *   interview              absent, breach; a mark that has no sheets
 *   leaving                who left before the interview, and in which round of the post
 *   decision               line, places, ratio; the rank among the tied and those hired without exam; the vote
 *   fitness                who failed or gave up at physical or background, and in which round that was answered
 *   departure              who left after the proposed hires were published, and whether somebody was called for it
 *   choice                 what who is still there chose in turn
 *
 * Nothing that the record computed itself (places, totals, lists) goes in: the contest derives it anew. */

#include "kp-entrants.h"

#include "kp-approval.h"
#include "kp-bonus-award.h"
#include "kp-candidate.h"
#include "kp-decision.h"
#include "kp-departure.h"
#include "kp-marked-paper.h"
#include "kp-panel-record.h"
#include "kp-step-extra.h"

/* Texts point into the roster and the tables, which live as long as the entrants. */
struct _KpEntrants
{
  const KpScheme *scheme;
  KpRoster *roster;
  GPtrArray *tables;   /* GPtrArray of records, owned */
  GHashTable *judged;  /* application → GArray of KpJudged */
  KpBonusAwards *awards;
  GPtrArray *gathered; /* GArray of KpBonusClaim of who was examined and not awarded yet, owned */
  GHashTable *marks;   /* "paper/application" → KpMarkRecord */
  GPtrArray *sheets;   /* (element-type KpPanelRecordSheets) */
  GHashTable *by_code; /* of kp_panel_record_group() */
  KpEntrant *entrants;
  GArray *departures; /* (element-type KpDeparture) */
  GPtrArray *approvals; /* (element-type KpApprovalRecord) */
  KpDecisions *decided;
  GArray *places; /* (element-type KpPlacesDecision) */
  GArray *lines;  /* (element-type KpPostLine) */
  GArray *interview_lines; /* (element-type KpPostLine) */
  KpContestDecisions decisions;
};

static GPtrArray *
read_table (KpEntrants *entrants,
            KpSession *session,
            const KpTable *table,
            const char *tail,
            GError **error)
{
  GPtrArray *records = kp_table_select (kp_session_get_database (session), table, kp_session_get_campaign (session), tail,
                                        KP_NO_BINDS, error);

  if (records != NULL)
    g_ptr_array_add (entrants->tables, records);
  return records;
}

/* The list of one application, made when it is asked for first. */
static GArray *
list_of (GHashTable *lists,
         const char *application,
         guint element_size)
{
  GArray *list = g_hash_table_lookup (lists, application);

  if (list == NULL)
    {
      list = g_array_new (FALSE, TRUE, element_size);
      g_hash_table_insert (lists, (gpointer) application, list);
    }
  return list;
}

/* The highest level counts. A requirement that was decided both at the review and at the re-check is told as the review
 * found it: who failed the re-check is among those who left. */
static gboolean
read_judged (KpEntrants *entrants,
             KpSession *session,
             GError **error)
{
  GPtrArray *judgements = read_table (entrants, session, &kp_judgement_table,
                                      "ORDER BY application, condition, moment, level", error);

  if (judgements == NULL)
    return FALSE;
  for (guint i = 0; i < judgements->len; i++)
    {
      const KpJudgementRecord *record = g_ptr_array_index (judgements, i);
      GArray *list = list_of (entrants->judged, record->application, sizeof (KpJudged));
      KpJudged judged = { .requirement = record->condition, .by = record->reviewer, .note = record->note };
      KpJudged *last = list->len > 0 ? &g_array_index (list, KpJudged, list->len - 1) : NULL;

      if (!kp_verdict_parse (record->verdict, &judged.verdict))
        continue;
      if (last != NULL && g_str_equal (last->requirement, record->condition))
        *last = judged;
      else
        g_array_append_val (list, judged);
    }
  return TRUE;
}

static gboolean
read_marks (KpEntrants *entrants,
            KpSession *session,
            GError **error)
{
  GPtrArray *marks = read_table (entrants, session, &kp_mark_table, "ORDER BY paper, application", error);
  GPtrArray *panel_marks = NULL;
  const char *paper = NULL;
  gboolean is_sealed = FALSE;

  if (marks == NULL)
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    {
      KpMarkRecord *mark = g_ptr_array_index (marks, i);

      /* Nobody derives anything for a person from a paper whose secret numbers aren't open. */
      if (g_strcmp0 (paper, mark->paper) != 0 && !kp_marked_paper_find_seal (session, mark->paper, &is_sealed, error))
        return FALSE;
      paper = mark->paper;
      if (!is_sealed)
        g_hash_table_insert (entrants->marks, g_strdup_printf ("%s/%s", mark->paper, mark->application), mark);
    }
  panel_marks = read_table (entrants, session, &kp_panel_mark_table, KP_PANEL_MARKS_GIVEN, error);
  if (panel_marks == NULL)
    return FALSE;
  entrants->by_code = kp_panel_record_group (panel_marks);
  return TRUE;
}

static KpStatedMark
get_mark (const KpEntrants *entrants,
          const KpDossier *dossier,
          const char *paper)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", paper, dossier->application->application);
  const KpMarkRecord *record = g_hash_table_lookup (entrants->marks, key);
  KpStatedMark mark = { KP_MARK_NOT_ENTERED, 0 };

  if (record != NULL && kp_mark_state_from_name (record->state, &mark.state) && mark.state == KP_MARK_PRESENT)
    mark.mark = record->mark;
  return mark;
}

/* Of who was examined before the bonus was awarded, what it will be. */
static const GArray *
find_claims (const KpEntrants *entrants,
             const KpDossier *dossier,
             const KpCandidateFacts *facts)
{
  const char *application = dossier->application->application;
  const GArray *claims = kp_bonus_awards_get_claims (entrants->awards, application);
  GArray *gathered;

  if (claims != NULL || dossier->shortlist != NULL || !kp_bonus_awards_is_examined (entrants->awards, application))
    return claims;
  gathered = kp_bonus_awards_gather (entrants->awards, &entrants->scheme->bonus, application, facts);
  g_ptr_array_add (entrants->gathered, gathered);
  return gathered;
}

static void
fill_person (const KpEntrants *entrants,
             const KpDossier *dossier,
             KpEntrant *entrant)
{
  const GArray *judged = g_hash_table_lookup (entrants->judged, dossier->application->application);
  const GArray *claims;

  entrant->number = dossier->application->application;
  entrant->post = kp_dossier_get_first_post (dossier);
  kp_candidate_facts_init (&entrant->facts, entrants->scheme, dossier);
  entrant->has_review = kp_review_outcome_parse (dossier->application->review, &entrant->review);
  if (judged != NULL)
    {
      entrant->judged = (const KpJudged *) (gconstpointer) judged->data;
      entrant->n_judged = judged->len;
    }
  entrant->has_paid = !kp_scheme_asks_payment (entrants->scheme) || dossier->application->payment != NULL;
  entrant->paid_on = kp_candidate_parse_date (dossier->application->paid_on);
  claims = find_claims (entrants, dossier, &entrant->facts);
  entrant->has_claims = claims != NULL || dossier->shortlist != NULL;
  if (claims != NULL)
    {
      entrant->claims = (const KpBonusClaim *) (gconstpointer) claims->data;
      entrant->n_claims = claims->len;
    }
}

static void
fill_marks (const KpEntrants *entrants,
            const KpDossier *dossier,
            KpEntrant *entrant)
{
  const GPtrArray *papers = entrants->scheme->written.papers;
  const GPtrArray *others = entrants->scheme->others;
  const char *application = dossier->application->application;
  const KpStatedMark extra = get_mark (entrants, dossier, KP_EXTRA_TEST_PAPER);
  const KpStatedMark final_test = get_mark (entrants, dossier, KP_FINAL_TEST_PAPER);
  const KpStatedMark list_test = get_mark (entrants, dossier, KP_LIST_TEST_PAPER);

  for (guint i = 0; i < MIN (papers->len, KP_CONTEST_MAX_PAPERS); i++)
    entrant->papers[i] = get_mark (entrants, dossier, ((const KpSchemePaper *) g_ptr_array_index (papers, i))->code);
  for (guint i = 0; i < MIN (others->len, KP_N_OTHERS); i++)
    entrant->others[i] = get_mark (entrants, dossier, ((const KpSchemeOther *) g_ptr_array_index (others, i))->code);
  if (final_test.state == KP_MARK_PRESENT)
    entrant->final_test = kp_fraction_from_mark (final_test.mark);
  if (extra.state == KP_MARK_PRESENT)
    entrant->extra_test = kp_fraction_from_mark (extra.mark);
  if (list_test.state == KP_MARK_PRESENT)
    entrant->list_test = kp_fraction_from_mark (list_test.mark);
  entrant->decision = kp_decisions_find_rank (entrants->decided, KP_DECISION_TIE, application);
  entrant->direct_decision = kp_decisions_find_rank (entrants->decided, KP_DECISION_DIRECT, application);
  entrant->exempt_decision = kp_decisions_find_rank (entrants->decided, KP_DECISION_EXEMPT, application);
  entrant->final_decision = kp_decisions_find_rank (entrants->decided, KP_DECISION_FINAL_TIE, application);
  entrant->choice_decision = kp_decisions_find_rank (entrants->decided, KP_DECISION_CHOICE, application);
  entrant->list_decision = kp_decisions_find_rank (entrants->decided, KP_DECISION_SHORTLIST_TIE, application);
  kp_decisions_find_vote (entrants->decided, application, &entrant->n_votes_for, &entrant->n_votes);
}

/* Sheets stand before the state: who has any was there, see kp_step_enter_interview(). */
static void
fill_interview (KpEntrants *entrants,
                const KpDossier *dossier,
                KpEntrant *entrant)
{
  GPtrArray *marks = dossier->hearing != NULL ? g_hash_table_lookup (entrants->by_code, dossier->hearing->code) : NULL;

  if (dossier->hearing != NULL)
    entrant->room = (guint) dossier->hearing->room;
  if (dossier->interview != NULL && kp_mark_state_from_name (dossier->interview->state, &entrant->interview.state)
      && entrant->interview.state == KP_MARK_PRESENT)
    entrant->interview.mark = dossier->interview->raw;
  if (marks != NULL)
    {
      KpPanelRecordSheets *sheets = kp_panel_record_lay_out (entrants->scheme, marks);

      g_ptr_array_add (entrants->sheets, sheets);
      entrant->sheets = sheets->sheets;
      entrant->n_sheets = sheets->n_sheets;
    }
}

/* Where the scheme asks for an approval, nobody is called for a round that has none or was refused. */
static gboolean
is_unapproved (const KpEntrants *entrants,
               const KpDossier *dossier,
               guint round)
{
  const char *post = dossier->departure != NULL ? dossier->departure->post : dossier->application->post;
  const KpApproval approval = kp_approvals_decide (entrants->scheme, entrants->approvals, post, round);

  return approval == KP_APPROVAL_OPEN || approval == KP_APPROVAL_REFUSED;
}

static void
add_departure (KpEntrants *entrants,
               guint index,
               const KpDossier *dossier)
{
  KpFinalDeparture found = { 0 };
  KpDeparture departure = { .entrant = index };

  if (!kp_departure_find (entrants->scheme, dossier, &found))
    return;
  departure.round = found.round;
  departure.leaving = found.leaving;
  departure.waits = found.hold != KP_HOLD_NONE || is_unapproved (entrants, dossier, found.round);
  g_array_append_val (entrants->departures, departure);
}

/* Who left gave back what was chosen. */
static void
fill_choice (const KpEntrants *entrants,
             const KpDossier *dossier,
             KpEntrant *entrant)
{
  KpFinalDeparture left = { 0 };

  if (dossier->choice == NULL || dossier->choice->offer == NULL || kp_departure_find (entrants->scheme, dossier, &left))
    return;
  entrant->choices = &dossier->choice->offer;
  entrant->n_choices = 1;
  entrant->has_chosen = TRUE;
}

/* 改报: from the post that was cancelled to the one that was chosen for it. */
static void
add_repost (KpEntrants *entrants,
            guint index,
            const KpApplicationRecord *application)
{
  const KpDeparture departure = { .entrant = index, .round = 1, .to = application->post };

  if (application->first_post != NULL)
    g_array_append_val (entrants->departures, departure);
}

static void
add_leaving (KpEntrants *entrants,
             guint index,
             const KpLeavingRecord *leaving)
{
  KpDeparture departure = { .entrant = index };

  if (leaving == NULL || !kp_stage_parse (leaving->stage, &departure.leaving.stage)
      || !kp_cause_parse (leaving->cause, &departure.leaving.cause))
    return;
  departure.round = (guint) leaving->round;
  departure.list = (guint) leaving->list;
  g_array_append_val (entrants->departures, departure);
}

static void
fill_decisions (KpEntrants *entrants)
{
  const GPtrArray *posts = entrants->scheme->posts;

  entrants->decisions.has_line = kp_decisions_find_line (entrants->decided, "", &entrants->decisions.line);
  entrants->decisions.has_interview_line
      = kp_decisions_find_interview_line (entrants->decided, "", &entrants->decisions.interview_line);
  for (guint i = 0; i < posts->len; i++)
    {
      const char *post = ((const KpSchemePost *) g_ptr_array_index (posts, i))->code;
      KpPlacesDecision opening = { .post = post, .has_places = TRUE, .ratio = KP_FRACTION_UNKNOWN };
      KpPlacesDecision list = { .post = post, .is_for_shortlist = TRUE, .ratio = KP_FRACTION_UNKNOWN };

      KpPostLine line = { .post = post };
      KpPostLine interview_line = { .post = post };

      if (kp_decisions_find_line (entrants->decided, post, &line.line))
        g_array_append_val (entrants->lines, line);
      if (kp_decisions_find_interview_line (entrants->decided, post, &interview_line.line))
        g_array_append_val (entrants->interview_lines, interview_line);
      if (kp_decisions_find_opening (entrants->decided, post, &opening.places))
        g_array_append_val (entrants->places, opening);
      if (!kp_decisions_find_shortlist (entrants->decided, post, &list.places, &list.ratio))
        continue;
      list.has_places = !kp_fraction_is_known (list.ratio);
      g_array_append_val (entrants->places, list);
    }
  entrants->decisions.leftovers = kp_decisions_get_leftovers (entrants->decided, &entrants->decisions.n_leftovers);
  entrants->decisions.places = (const KpPlacesDecision *) (gconstpointer) entrants->places->data;
  entrants->decisions.n_places = entrants->places->len;
  entrants->decisions.lines = (const KpPostLine *) (gconstpointer) entrants->lines->data;
  entrants->decisions.n_lines = entrants->lines->len;
  entrants->decisions.interview_lines = (const KpPostLine *) (gconstpointer) entrants->interview_lines->data;
  entrants->decisions.n_interview_lines = entrants->interview_lines->len;
}

static void
fill (KpEntrants *entrants)
{
  const guint n = kp_roster_get_n_dossiers (entrants->roster);

  entrants->entrants = g_new0 (KpEntrant, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (entrants->roster, i);

      fill_person (entrants, dossier, &entrants->entrants[i]);
      fill_marks (entrants, dossier, &entrants->entrants[i]);
      fill_interview (entrants, dossier, &entrants->entrants[i]);
      add_repost (entrants, i, dossier->application);
      add_leaving (entrants, i, dossier->leaving);
      add_departure (entrants, i, dossier);
      fill_choice (entrants, dossier, &entrants->entrants[i]);
    }
}

/**
 * kp_entrants_load:
 * @session: a session; reading is enough
 * @scheme: (nullable): by whose papers, elements and parts the marks are laid out; %NULL = the campaign's own. Must outlive
 *   the entrants
 * @error: return location
 *
 * Reads what persons, clerks and examiners put into the record, in the form that kp_contest_run() asks for. The order is
 * that of the roster: by registration number.
 *
 * Returns: (transfer full) (nullable): the entrants, or %NULL with #KP_DATA_ERROR
 */
KpEntrants *
kp_entrants_load (KpSession *session,
                  const KpScheme *scheme,
                  GError **error)
{
  g_autoptr (KpEntrants) entrants = g_new0 (KpEntrants, 1);

  g_return_val_if_fail (session != NULL, NULL);

  entrants->scheme = scheme != NULL ? scheme : kp_session_get_scheme (session);
  entrants->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  entrants->judged = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  entrants->gathered = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  entrants->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  entrants->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_panel_record_sheets_free);
  entrants->departures = g_array_new (FALSE, TRUE, sizeof (KpDeparture));
  entrants->places = g_array_new (FALSE, TRUE, sizeof (KpPlacesDecision));
  entrants->lines = g_array_new (FALSE, TRUE, sizeof (KpPostLine));
  entrants->interview_lines = g_array_new (FALSE, TRUE, sizeof (KpPostLine));

  entrants->roster = kp_roster_load (kp_session_get_database (session), kp_session_get_campaign (session), error);
  if (entrants->roster == NULL)
    return NULL;
  kp_roster_declare (entrants->roster, entrants->scheme->facts);
  kp_roster_lose (entrants->roster, entrants->scheme->proofs);
  if (!read_judged (entrants, session, error) || !read_marks (entrants, session, error))
    return NULL;
  entrants->awards = kp_bonus_awards_load (session, error);
  if (entrants->awards == NULL)
    return NULL;
  entrants->approvals = kp_approvals_load (session, error);
  entrants->decided = entrants->approvals != NULL ? kp_decisions_load (session, error) : NULL;
  if (entrants->decided == NULL)
    return NULL;
  fill_decisions (entrants);
  fill (entrants);
  return g_steal_pointer (&entrants);
}

/**
 * kp_entrants_free:
 * @entrants: (nullable) (transfer full): the entrants; contests of them must be gone
 */
void
kp_entrants_free (KpEntrants *entrants)
{
  if (entrants == NULL)
    return;

  g_clear_pointer (&entrants->judged, g_hash_table_unref);
  g_clear_pointer (&entrants->gathered, g_ptr_array_unref);
  g_clear_pointer (&entrants->awards, kp_bonus_awards_free);
  g_clear_pointer (&entrants->marks, g_hash_table_unref);
  g_clear_pointer (&entrants->by_code, g_hash_table_unref);
  g_clear_pointer (&entrants->sheets, g_ptr_array_unref);
  g_clear_pointer (&entrants->departures, g_array_unref);
  g_clear_pointer (&entrants->places, g_array_unref);
  g_clear_pointer (&entrants->lines, g_array_unref);
  g_clear_pointer (&entrants->interview_lines, g_array_unref);
  g_clear_pointer (&entrants->decided, kp_decisions_free);
  g_clear_pointer (&entrants->approvals, g_ptr_array_unref);
  g_clear_pointer (&entrants->tables, g_ptr_array_unref);
  g_clear_pointer (&entrants->roster, kp_roster_free);
  g_free (entrants->entrants);
  g_free (entrants);
}

/**
 * kp_entrants_get_n:
 * @entrants: the entrants
 *
 * Returns: how many applications there are
 */
guint
kp_entrants_get_n (const KpEntrants *entrants)
{
  return kp_roster_get_n_dossiers (entrants->roster);
}

/**
 * kp_entrants_get:
 * @entrants: the entrants
 * @index: from 0
 *
 * Returns: (transfer none): one application as the contest sees it
 */
const KpEntrant *
kp_entrants_get (const KpEntrants *entrants,
                 guint index)
{
  g_return_val_if_fail (index < kp_entrants_get_n (entrants), NULL);

  return &entrants->entrants[index];
}

/**
 * kp_entrants_get_dossier:
 * @entrants: the entrants
 * @index: from 0
 *
 * Returns: (transfer none): what the record holds of the same application
 */
const KpDossier *
kp_entrants_get_dossier (const KpEntrants *entrants,
                         guint index)
{
  return kp_roster_get_dossier (entrants->roster, index);
}

/**
 * kp_entrants_find:
 * @entrants: the entrants
 * @key: registration number, ticket number or ID number
 * @index: (out): whose it is
 *
 * Returns: whether it is anybody's
 */
gboolean
kp_entrants_find (const KpEntrants *entrants,
                  const char *key,
                  guint *index)
{
  const KpDossier *dossier = kp_roster_find_application (entrants->roster, key);

  if (dossier == NULL)
    dossier = kp_roster_find_ticket (entrants->roster, key);
  if (dossier == NULL)
    dossier = kp_roster_find_id_number (entrants->roster, key);
  for (guint i = 0; dossier != NULL && i < kp_entrants_get_n (entrants); i++)
    {
      if (kp_roster_get_dossier (entrants->roster, i) != dossier)
        continue;
      *index = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * kp_entrants_run:
 * @entrants: the entrants; must outlive the contest
 *
 * Returns: (transfer full): the campaign computed from the start by the scheme for which @entrants was loaded
 */
KpContest *
kp_entrants_run (const KpEntrants *entrants)
{
  return kp_contest_run (entrants->scheme, entrants->entrants, kp_entrants_get_n (entrants),
                         (const KpDeparture *) (gconstpointer) entrants->departures->data, entrants->departures->len,
                         &entrants->decisions);
}
