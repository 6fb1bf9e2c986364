/* kp-judgement.c – what persons decided of single requirements, and the findings that follow.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which level a decision is of, and who may take it:
 *
 *   stands so far         the same person again   another person
 *   nothing               –                       初审 (1); after an appeal it is the decision on it (3)
 *   初审, one level       sets it right           sets it right
 *   初审, two levels      sets it right           复核 (2)
 *   复核                  sets it right           refused: only an appeal leads further
 *   appealed              refused                 decides on the appeal (3), if neither of the first two
 *   decided on appeal     sets it right           refused
 *
 * Asking for more papers at the first level settles nothing: no second person need look, and who gets the papers decides
 * anew at the first level.
 *
 * The highest level counts for the finding; each level keeps its row. */
#include "kp-judgement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-candidate.h"
#include "kp-review.h"

#define ON_APPEAL 3

struct _KpJudgements
{
  char *moment;
  GPtrArray *records;   /* (element-type KpJudgementRecord): by application, condition, review before re-check, and level */
  GHashTable *firsts;   /* application → index of its first record + 1 */
};

static KpJudgements *
judgements_new (const char *moment,
                GPtrArray *records)
{
  g_autoptr (KpJudgements) judgements = g_new0 (KpJudgements, 1);

  if (records == NULL)
    return NULL;
  judgements->moment = g_strdup (moment);
  judgements->firsts = g_hash_table_new (g_str_hash, g_str_equal);
  judgements->records = records;
  for (guint i = 0; i < judgements->records->len; i++)
    {
      const KpJudgementRecord *record = g_ptr_array_index (judgements->records, i);

      if (!g_hash_table_contains (judgements->firsts, record->application))
        g_hash_table_insert (judgements->firsts, (gpointer) record->application, GUINT_TO_POINTER (i + 1));
    }
  return g_steal_pointer (&judgements);
}

/**
 * kp_judgements_load:
 * @session: a session
 * @moment: KP_MOMENT_REVIEW or KP_MOMENT_RECHECK
 * @error: return location
 *
 * What was decided at the review stands at the re-check too, unless it is decided anew there.
 *
 * Returns: (transfer full) (nullable): every judgement that stands at that moment, or %NULL with #KP_DATA_ERROR
 */
KpJudgements *
kp_judgements_load (KpSession *session,
                    const char *moment,
                    GError **error)
{
  return judgements_new (moment, kp_table_select (kp_session_get_database (session), &kp_judgement_table,
                                                  kp_session_get_campaign (session),
                                                  "AND (moment = $2 OR moment = 'review') "
                                                  "ORDER BY application, condition, moment DESC, level",
                                                  KP_BINDS (KP_TEXT (moment)), error));
}

/**
 * kp_judgements_load_of:
 * @session: a session
 * @moment: KP_MOMENT_REVIEW or KP_MOMENT_RECHECK
 * @application: registration number
 * @error: return location
 *
 * Returns: (transfer full) (nullable): those of one application alone, or %NULL with #KP_DATA_ERROR
 */
KpJudgements *
kp_judgements_load_of (KpSession *session,
                       const char *moment,
                       const char *application,
                       GError **error)
{
  return judgements_new (moment, kp_table_select (kp_session_get_database (session), &kp_judgement_table,
                                                  kp_session_get_campaign (session),
                                                  "AND (moment = $2 OR moment = 'review') AND application = $3 "
                                                  "ORDER BY condition, moment DESC, level",
                                                  KP_BINDS (KP_TEXT (moment), KP_TEXT (application)), error));
}

/**
 * kp_judgements_free:
 * @judgements: (nullable) (transfer full): of kp_judgements_load()
 */
void
kp_judgements_free (KpJudgements *judgements)
{
  if (judgements == NULL)
    return;
  g_clear_pointer (&judgements->firsts, g_hash_table_unref);
  g_clear_pointer (&judgements->records, g_ptr_array_unref);
  g_free (judgements->moment);
  g_free (judgements);
}

/* The levels of one requirement; [0] is the highest. */
typedef struct
{
  const KpJudgementRecord *levels[ON_APPEAL + 1];
} Stand;

static KpVerdict
parse_verdict (const KpJudgementRecord *record)
{
  KpVerdict verdict = KP_VERDICT_UNMET;

  kp_verdict_parse (record->verdict, &verdict);
  return verdict;
}

/**
 * kp_judgement_is_first:
 * @judgement: the latest judgement of a condition
 *
 * Returns: whether somebody decided at the first level, and didn't only ask for papers: where the scheme has two levels it
 *   waits for a second person
 */
gboolean
kp_judgement_is_first (const KpJudgementRecord *judgement)
{
  return judgement->level == 1 && parse_verdict (judgement) != KP_VERDICT_NEEDS_PAPER;
}

static Stand
find_stand (const KpJudgements *judgements,
            const char *application,
            const char *condition)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (judgements->firsts, application));
  Stand stand = { { NULL } };

  for (; i > 0 && i <= judgements->records->len; i++)
    {
      const KpJudgementRecord *record = g_ptr_array_index (judgements->records, i - 1);

      if (!g_str_equal (record->application, application))
        break;
      if (!g_str_equal (record->condition, condition) || !g_str_equal (record->moment, judgements->moment))
        continue;
      stand.levels[record->level] = record;
      stand.levels[0] = record;
    }
  return stand;
}

/**
 * kp_judgements_find_last:
 * @judgements: judgements
 * @application: registration number
 * @condition: id of a requirement
 *
 * Returns: (transfer none) (nullable): what stands of the highest level at that moment; %NULL when no person has decided
 */
const KpJudgementRecord *
kp_judgements_find_last (const KpJudgements *judgements,
                         const char *application,
                         const char *condition)
{
  return find_stand (judgements, application, condition).levels[0];
}

/**
 * kp_judgements_list_first:
 * @judgements: judgements
 *
 * Returns: (transfer container) (element-type KpJudgementRecord): those of the first level that no second one has looked at
 */
GPtrArray *
kp_judgements_list_first (const KpJudgements *judgements)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < judgements->records->len; i++)
    {
      KpJudgementRecord *record = g_ptr_array_index (judgements->records, i);

      const KpJudgementRecord *last = find_stand (judgements, record->application, record->condition).levels[0];

      if (last != NULL && kp_judgement_is_first (last))
        g_ptr_array_add (list, record);
    }
  return list;
}

/**
 * kp_judgements_check_levels:
 * @session: a session
 * @error: return location
 *
 * 初审、复核: where the scheme has two levels, what one person decided isn't final.
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED when a second person is still to look, or with #KP_DATA_ERROR
 */
gboolean
kp_judgements_check_levels (KpSession *session,
                            GError **error)
{
  g_autoptr (KpJudgements) judgements = NULL;
  g_autoptr (GPtrArray) firsts = NULL;

  if (kp_session_get_scheme (session)->review.levels < 2)
    return TRUE;
  judgements = kp_judgements_load (session, KP_MOMENT_REVIEW, error);
  if (judgements == NULL)
    return FALSE;
  firsts = kp_judgements_list_first (judgements);
  if (firsts->len == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u findings were decided by one person, and the scheme asks for a second one. Have another person look at "
                 "them and confirm them with “kaopin review FILE --confirm”, or decide otherwise."),
               firsts->len);
  return FALSE;
}

/**
 * kp_judgements_check_appeals:
 * @session: a session
 * @roster: its roster
 * @error: return location
 *
 * 申诉: nobody is left behind while the appeal waits.
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED when an appeal isn't answered, or with #KP_DATA_ERROR
 */
gboolean
kp_judgements_check_appeals (KpSession *session,
                             KpRoster *roster,
                             GError **error)
{
  g_autoptr (GHashTable) answered = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KpJudgements) judgements = kp_judgements_load (session, KP_MOMENT_REVIEW, error);
  const KpApplicationRecord *open = NULL;

  if (judgements == NULL)
    return FALSE;
  for (guint i = 0; i < judgements->records->len; i++)
    {
      const KpJudgementRecord *record = g_ptr_array_index (judgements->records, i);

      if (record->level == ON_APPEAL)
        g_hash_table_add (answered, (gpointer) record->application);
    }
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster) && open == NULL; i++)
    {
      const KpApplicationRecord *application = kp_roster_get_dossier (roster, i)->application;

      if (application->appealed_on != NULL && !g_hash_table_contains (answered, application->application))
        open = application;
    }
  if (open == NULL)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Application %s has appealed, and nobody has decided on it. Decide with “kaopin review FILE --decide”."),
               open->application);
  return FALSE;
}

static gboolean
refuse (const KpJudging *judging,
        const char *why,
        GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("Condition “%s” of application %s: %s"), judging->condition,
               judging->application, why);
  return FALSE;
}

/* By the table at the head. */
static gboolean
choose_level (KpSession *session,
              const KpJudging *judging,
              const Stand *stand,
              guint *level,
              GError **error)
{
  const KpReviewPolicy *policy = &kp_session_get_scheme (session)->review;
  const char *actor = kp_session_get_actor (session);
  const KpJudgementRecord *last = stand->levels[0];
  const char *first = stand->levels[1] != NULL ? stand->levels[1]->reviewer : NULL;
  const char *appealed = NULL;

  *level = last == NULL && judging->is_appealed ? ON_APPEAL : 1;
  if (last == NULL)
    return kp_review_may_decide (policy, 1, actor, NULL, NULL)
           || refuse (judging, _("a decision needs the name of who takes it; say it with --actor."), error);
  if (judging->is_appealed && last->level < ON_APPEAL)
    {
      *level = ON_APPEAL;
      appealed = last->reviewer;
      return kp_review_may_decide (policy, policy->levels, actor, first, appealed)
             || refuse (judging, _("the candidate has appealed, so somebody must decide who hasn't decided on it before."),
                        error);
    }
  *level = (guint) last->level;
  if (kp_review_is_same_person (last->reviewer, actor)
      || (last->level == 1 && (policy->levels == 1 || !kp_judgement_is_first (last))))
    return TRUE;
  if (last->level > 1)
    return refuse (judging, _("a second person has decided on it already; only an appeal leads further."), error);
  *level = 2;
  return kp_review_may_decide (policy, 2, actor, first, NULL)
         || refuse (judging, _("the second decision must be taken by another person."), error);
}

/* The sentence of the finding has its own full stop. */
static char *
dup_note (const char *note)
{
  const char *stop = "。";
  char *plain = g_strstrip (g_strdup (note));

  if (g_str_has_suffix (plain, stop))
    plain[strlen (plain) - strlen (stop)] = '\0';
  return plain;
}

/**
 * kp_judgements_take:
 * @session: a session; its actor decides
 * @ledger: of its open unit of work
 * @judging: what is decided
 * @error: return location
 *
 * Writes what a person decides of one requirement, at the level that it is of by the scheme's review and by who decided
 * before (the table at the head of this file).
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_judgements_take (KpSession *session,
                    KpLedger *ledger,
                    const KpJudging *judging,
                    GError **error)
{
  g_autoptr (KpJudgements) judgements = kp_judgements_load_of (session, judging->moment, judging->application, error);
  g_autofree char *note = dup_note (judging->note);
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  guint level = 0;
  Stand stand;
  KpJudgementRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = judging->application,
    .moment = judging->moment,
    .condition = judging->condition,
    .verdict = kp_verdict_get_name (judging->verdict),
    .note = note,
    .reviewer = kp_session_get_actor (session),
    .decided_on = today,
  };

  if (judgements == NULL)
    return FALSE;
  if (*note == '\0')
    return refuse (judging, _("a decision needs a reason; the candidate is told it."), error);
  stand = find_stand (judgements, judging->application, judging->condition);
  if (!choose_level (session, judging, &stand, &level, error))
    return FALSE;
  record.level = level;
  return kp_ledger_put (ledger, &kp_judgement_table, &record, error);
}

/* (element-type KpJudged): one for each requirement that somebody decided on; borrowed from @judgements */
static GArray *
list_judged (const KpJudgements *judgements,
             const char *application)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (KpJudged));
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (judgements->firsts, application));

  for (; i > 0 && i <= judgements->records->len; i++)
    {
      const KpJudgementRecord *record = g_ptr_array_index (judgements->records, i - 1);
      KpJudged *last = list->len > 0 ? &g_array_index (list, KpJudged, list->len - 1) : NULL;
      const KpJudged judged = {
        .requirement = record->condition,
        .verdict = parse_verdict (record),
        .by = record->reviewer,
        .note = record->note,
      };

      if (!g_str_equal (record->application, application))
        break;
      if (last != NULL && g_str_equal (last->requirement, record->condition))
        *last = judged;
      else
        g_array_append_val (list, judged);
    }
  return list;
}

static const char *
find_reviewer (const GArray *judged,
               const char *requirement)
{
  for (guint i = 0; i < judged->len; i++)
    {
      const KpJudged *one = &g_array_index (judged, KpJudged, i);

      if (g_str_equal (one->requirement, requirement))
        return one->by;
    }
  return KP_REVIEWED_BY_RULE;
}

static gboolean
put_finding (KpSession *session,
             KpLedger *ledger,
             const char *application,
             const KpJudgements *judgements,
             const GArray *judged,
             const KpFinding *finding,
             GError **error)
{
  KpFindingRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = application,
    .moment = judgements->moment,
    .condition = finding->requirement,
    .computed = kp_verdict_get_name (finding->computed),
    .verdict = kp_verdict_get_name (finding->verdict),
    .reason = finding->reason,
    .clause = finding->clause,
    .sentence = finding->sentence,
    .reviewer = finding->is_judged ? find_reviewer (judged, finding->requirement) : KP_REVIEWED_BY_RULE,
  };

  return kp_ledger_put (ledger, &kp_finding_table, &record, error);
}

/**
 * kp_judgements_list_findings:
 * @judgements: of the moment that is asked
 * @session: a session
 * @dossier: of kp_session_load_roster()
 *
 * Returns: (transfer full) (element-type KpFinding): what the post asks at that moment, held against one application. What a
 *   person decided stands in it; what the facts give stays beside it
 */
GPtrArray *
kp_judgements_list_findings (const KpJudgements *judgements,
                             KpSession *session,
                             const KpDossier *dossier)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const KpCheck moment = g_str_equal (judgements->moment, KP_MOMENT_RECHECK) ? KP_CHECK_RECHECK : KP_CHECK_REVIEW;
  g_autoptr (GArray) judged = list_judged (judgements, dossier->application->application);
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, scheme, dossier);
  return kp_qualify_decide_at (scheme, kp_scheme_get_post (scheme, dossier->application->post), &facts, moment,
                               (const KpJudged *) (gpointer) judged->data, judged->len);
}

/**
 * kp_judgements_put_findings:
 * @session: a session
 * @ledger: of its open unit of work
 * @dossier: of kp_session_load_roster()
 * @judgements: of the moment that is asked
 * @outcome: (out): what follows from all findings of the moment
 * @error: return location
 *
 * Holds one application against what the scheme asks at that moment and writes the findings.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_judgements_put_findings (KpSession *session,
                            KpLedger *ledger,
                            const KpDossier *dossier,
                            const KpJudgements *judgements,
                            KpReviewOutcome *outcome,
                            GError **error)
{
  const char *application = dossier->application->application;
  g_autoptr (GArray) judged = list_judged (judgements, application);
  g_autoptr (GPtrArray) findings = kp_judgements_list_findings (judgements, session, dossier);

  for (guint i = 0; i < findings->len; i++)
    {
      if (!put_finding (session, ledger, application, judgements, judged, g_ptr_array_index (findings, i), error))
        return FALSE;
    }
  *outcome = kp_qualify_derive_outcome (findings);
  return TRUE;
}
