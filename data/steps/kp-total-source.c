/* kp-total-source.c – what the record knows of one candidate when the total is made and a tie is parted.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-total-source.h"

#include "kp-bonus-claims.h"
#include "kp-candidate.h"
#include "kp-decision.h"
#include "kp-mark-column.h"
#include "kp-panel-record.h"
#include "kp-step-extra.h"
#include "kp-written.h"

/* What the record doesn't know stays unknown, and then never decides. */

struct _KpTotalSource
{
  const KpScheme *scheme;
  GPtrArray *marks;       /* (element-type KpMarkRecord) */
  GHashTable *by_paper;   /* "application paper" → KpMarkRecord of `marks` */
  GPtrArray *panel_marks; /* (element-type KpPanelMarkRecord) */
  GHashTable *by_code;    /* of kp_panel_record_group() */
  KpDecisions *decisions;
  KpBonusClaims *claims;
};

static char *
dup_key (const char *application,
         const char *paper)
{
  return g_strdup_printf ("%s %s", application, paper);
}

/**
 * kp_total_source_load:
 * @session: a session
 * @error: return location
 *
 * Reads the written marks, those of the extra test and the examiners' marks of the campaign.
 *
 * Returns: (transfer full) (nullable): the source, or %NULL with #KP_DATA_ERROR
 */
KpTotalSource *
kp_total_source_load (KpSession *session,
                      GError **error)
{
  g_autoptr (KpTotalSource) source = g_new0 (KpTotalSource, 1);
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);

  source->scheme = kp_session_get_scheme (session);
  source->decisions = kp_decisions_load (session, error);
  if (source->decisions == NULL)
    return NULL;
  source->claims = kp_bonus_claims_load (session, error);
  if (source->claims == NULL)
    return NULL;
  source->marks = kp_table_select (db, &kp_mark_table, campaign, "", KP_NO_BINDS, error);
  if (source->marks == NULL)
    return NULL;
  source->panel_marks
      = kp_table_select (db, &kp_panel_mark_table, campaign, KP_PANEL_MARKS_GIVEN, KP_NO_BINDS, error);
  if (source->panel_marks == NULL)
    return NULL;

  source->by_paper = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < source->marks->len; i++)
    {
      KpMarkRecord *mark = g_ptr_array_index (source->marks, i);

      g_hash_table_insert (source->by_paper, dup_key (mark->application, mark->paper), mark);
    }
  source->by_code = kp_panel_record_group (source->panel_marks);

  return g_steal_pointer (&source);
}

/**
 * kp_total_source_free:
 * @source: (nullable) (transfer full): of kp_total_source_load()
 */
void
kp_total_source_free (KpTotalSource *source)
{
  if (source == NULL)
    return;

  g_clear_pointer (&source->claims, kp_bonus_claims_free);
  g_clear_pointer (&source->decisions, kp_decisions_free);
  g_clear_pointer (&source->by_code, g_hash_table_unref);
  g_clear_pointer (&source->by_paper, g_hash_table_unref);
  g_clear_pointer (&source->panel_marks, g_ptr_array_unref);
  g_clear_pointer (&source->marks, g_ptr_array_unref);
  g_free (source);
}

static KpFraction
get_mark (KpTotalSource *source,
          const KpDossier *dossier,
          const char *paper)
{
  g_autofree char *key = dup_key (dossier->application->application, paper);
  const KpMarkRecord *mark = g_hash_table_lookup (source->by_paper, key);

  return mark != NULL ? kp_mark_column_to_fraction (mark->mark) : KP_FRACTION_UNKNOWN;
}

/* Only asked where a tie needs it: the examiners' sheets are summed again. */
static KpFraction
get_dropped (KpTotalSource *source,
             const KpDossier *dossier)
{
  GPtrArray *marks = dossier->hearing != NULL ? g_hash_table_lookup (source->by_code, dossier->hearing->code) : NULL;
  g_autofree char *dropped = NULL;
  KpPanelResult result = { 0 };
  KpPanelRecordFault fault;

  if (marks == NULL || !kp_panel_record_decide (source->scheme, marks, &result, &dropped, &fault))
    return KP_FRACTION_UNKNOWN;
  return kp_fraction_from_mark (result.dropped_sum);
}

static gboolean
asks (const GPtrArray *ties,
      KpTieField field)
{
  for (guint i = 0; i < ties->len; i++)
    {
      if (((const KpTie *) g_ptr_array_index (ties, i))->field == field)
        return TRUE;
    }
  return FALSE;
}

static void
fill_marks (KpTotalSource *source,
            const KpDossier *dossier,
            KpTieSource *known)
{
  const GPtrArray *papers = source->scheme->written.papers;
  const GPtrArray *others = source->scheme->others;

  for (guint i = 0; i < MIN (papers->len, KP_TIE_N_PAPERS); i++)
    known->papers[i] = get_mark (source, dossier, ((const KpSchemePaper *) g_ptr_array_index (papers, i))->code);
  for (guint i = 0; i < MIN (others->len, KP_N_OTHERS); i++)
    known->others[i] = get_mark (source, dossier, ((const KpSchemeOther *) g_ptr_array_index (others, i))->code);
}

/* The bonus on each mark; without a list nobody is exempt, and the written mark isn't there. */
static void
fill_bonus (KpTotalSource *source,
            const KpDossier *dossier,
            const KpCandidateFacts *facts,
            KpMark *points)
{
  const KpShortlistRecord *listed = dossier->shortlist;
  const gboolean is_exempt = listed != NULL && g_str_equal (listed->state, "exempt");
  KpMarkState state = KP_MARK_NOT_ENTERED;

  if (listed != NULL && !is_exempt && !kp_mark_state_from_name (listed->state, &state))
    state = KP_MARK_NOT_ENTERED;
  kp_bonus_claims_decide (source->claims, &source->scheme->bonus, dossier->application->application, facts, state, is_exempt,
                          points);
}

/**
 * kp_total_source_find_vote:
 * @source: of kp_total_source_load()
 * @dossier: a candidate
 * @n_for: (out): examiners who agreed; untouched when there was no vote
 * @n: (out): examiners who voted
 *
 * Returns: whether the examiners voted on the candidate
 */
gboolean
kp_total_source_find_vote (KpTotalSource *source,
                           const KpDossier *dossier,
                           guint *n_for,
                           guint *n)
{
  return kp_decisions_find_vote (source->decisions, dossier->application->application, n_for, n);
}

static KpStanding
stand_by_state (const KpMarkRecord *mark)
{
  KpMarkState state = KP_MARK_NOT_ENTERED;

  if (mark == NULL || !kp_mark_state_from_name (mark->state, &state) || state == KP_MARK_NOT_ENTERED
      || state == KP_MARK_PENDING)
    return KP_STANDING_OPEN;
  if (state == KP_MARK_PRESENT)
    return KP_STANDING_RANKED;
  return state == KP_MARK_ABSENT ? KP_STANDING_ABSENT : KP_STANDING_VOID;
}

/**
 * kp_total_source_judge_others:
 * @source: of kp_total_source_load()
 * @formula: the policy by which the candidate's total is made
 * @dossier: a candidate
 *
 * Returns: RANKED, or what the other parts that count make of the candidate: who is absent at one has no total
 */
KpStanding
kp_total_source_judge_others (KpTotalSource *source,
                              const KpTotalPolicy *formula,
                              const KpDossier *dossier)
{
  const GPtrArray *others = source->scheme->others;
  KpStanding standing = KP_STANDING_RANKED;

  for (guint i = 0; i < MIN (others->len, KP_N_OTHERS) && standing == KP_STANDING_RANKED; i++)
    {
      g_autofree char *key
          = dup_key (dossier->application->application, ((const KpSchemeOther *) g_ptr_array_index (others, i))->code);

      if (formula->weights[KP_PART_OTHER_1 + i].num > 0)
        standing = stand_by_state (g_hash_table_lookup (source->by_paper, key));
    }
  return standing;
}

/**
 * kp_total_source_find_leftover:
 * @source: a source
 * @post: code of a post
 *
 * Returns: (transfer none) (nullable): what the committee decided on its empty places
 */
const KpLeftoverDecision *
kp_total_source_find_leftover (KpTotalSource *source,
                               const char *post)
{
  return kp_decisions_find_leftover (source->decisions, post);
}

/**
 * kp_total_source_find_interview_line:
 * @source: of kp_total_source_load()
 * @post: code of a post where the scheme draws the line per post, else ""
 * @line: (out): 面试合格线; untouched when none is decided
 *
 * Returns: whether the committee has drawn it
 */
gboolean
kp_total_source_find_interview_line (KpTotalSource *source,
                                     const char *post,
                                     KpMark *line)
{
  return kp_decisions_find_interview_line (source->decisions, post, line);
}

/**
 * kp_total_source_get_order:
 * @scheme: the scheme
 * @post: one of its posts, as it stands
 *
 * Returns: (transfer none): the formula whose tie order and rule of places are the post's: its own, or the one without
 *   a written mark when the opening made the post interview only
 */
const KpTotalPolicy *
kp_total_source_get_order (const KpScheme *scheme,
                           const KpPostRecord *post)
{
  const KpSchemePost *stated = kp_scheme_get_post (scheme, post->post);
  const KpSchemeTotal *total
      = kp_scheme_get_post_total (scheme, stated, g_str_equal (post->state, KP_POST_INTERVIEW_ONLY));

  return total != NULL ? &total->policy : &kp_scheme_get_total (scheme, stated->total)->policy;
}

/* All that is known of somebody whose total is made, but for extra test and decision: each ranking has its own. */
static void
gather (KpTotalSource *source,
        const GPtrArray *ties,
        const KpDossier *dossier,
        const KpMark *bonus,
        KpTieSource *known)
{
  const KpScheme *scheme = source->scheme;
  KpMark credential = 0;

  fill_marks (source, dossier, known);
  if (dossier->shortlist != NULL)
    {
      known->written_with_bonus = kp_mark_column_to_fraction (dossier->shortlist->written);
      known->written_paper = kp_mark_column_to_fraction (dossier->shortlist->paper);
    }
  if (dossier->shortlist != NULL && !kp_fraction_is_known (known->written_with_bonus))
    known->written_with_bonus
        = kp_written_get_exempt_mark (scheme, kp_scheme_get_post (scheme, dossier->application->post), known->facts);
  known->interview = kp_bonus_add_to_interview (&scheme->bonus, kp_mark_column_to_fraction (dossier->interview->mark),
                                                bonus[KP_BONUS_ON_INTERVIEW]);
  if (kp_scheme_decide_credential (&scheme->credential, known->facts, &credential))
    known->credential = kp_fraction_from_mark (credential);
  if (asks (ties, KP_TIE_DROPPED_MARKS))
    known->dropped_marks = get_dropped (source, dossier);
}

/**
 * kp_total_source_get_score:
 * @source: of kp_total_source_load()
 * @dossier: somebody called
 *
 * Returns: the mark of the background check that the scheme scores
 */
KpStatedMark
kp_total_source_get_score (KpTotalSource *source,
                           const KpDossier *dossier)
{
  g_autofree char *key = dup_key (dossier->application->application, source->scheme->background.score.other);
  const KpMarkRecord *record = g_hash_table_lookup (source->by_paper, key);
  KpStatedMark mark = { KP_MARK_NOT_ENTERED, 0 };

  if (record != NULL && kp_mark_state_from_name (record->state, &mark.state) && mark.state == KP_MARK_PRESENT)
    mark.mark = record->mark;
  return mark;
}

/**
 * kp_total_source_measure_final:
 * @source: of kp_total_source_load()
 * @dossier: somebody called, with a total
 * @ties: (out) (array length=KP_TOTAL_MAX_TIES): what parts equal final totals
 */
void
kp_total_source_measure_final (KpTotalSource *source,
                               const KpDossier *dossier,
                               KpFraction *ties)
{
  const KpFinalTotalPolicy *score = &source->scheme->background.score;
  KpCandidateFacts facts;
  KpTieSource known = { .facts = &facts };
  KpMark bonus[KP_BONUS_N_TARGETS];

  kp_candidate_facts_init (&facts, source->scheme, dossier);
  fill_bonus (source, dossier, &facts, bonus);
  gather (source, score->ties, dossier, bonus, &known);
  known.total = kp_mark_column_to_fraction (dossier->total->total);
  known.extra_test = get_mark (source, dossier, KP_FINAL_TEST_PAPER);
  known.decision = kp_decisions_find_rank (source->decisions, KP_DECISION_FINAL_TIE, dossier->application->application);
  kp_final_total_measure (score, &known, ties);
}

/**
 * kp_total_source_fill:
 * @source: of kp_total_source_load()
 * @order: the policy whose tie order parts this post
 * @formula: the policy by which this candidate's total is made
 * @dossier: a candidate who has an interview mark
 * @facts: what the candidate states
 * @candidate: (inout): gets its parts, its tie measures and @formula
 */
void
kp_total_source_fill (KpTotalSource *source,
                      const KpTotalPolicy *order,
                      const KpTotalPolicy *formula,
                      const KpDossier *dossier,
                      const KpCandidateFacts *facts,
                      KpTotalCandidate *candidate)
{
  const KpScheme *scheme = source->scheme;
  KpTieSource known = { .facts = facts };
  KpMark bonus[KP_BONUS_N_TARGETS];

  fill_bonus (source, dossier, facts, bonus);
  gather (source, order->ties, dossier, bonus, &known);
  known.extra_test = get_mark (source, dossier, KP_EXTRA_TEST_PAPER);
  known.decision = kp_decisions_find_rank (source->decisions, KP_DECISION_TIE, dossier->application->application);
  candidate->policy = formula;
  candidate->parts[KP_PART_WRITTEN] = known.written_with_bonus;
  candidate->parts[KP_PART_INTERVIEW] = known.interview;
  candidate->parts[KP_PART_CREDENTIAL] = known.credential;
  candidate->parts[KP_PART_BONUS] = kp_bonus_weigh (&scheme->bonus, bonus[KP_BONUS_ON_TOTAL]);
  for (guint i = 0; i < KP_N_OTHERS; i++)
    candidate->parts[KP_PART_OTHER_1 + i] = known.others[i];
  kp_total_policy_measure (order, &known, candidate->ties);
}
