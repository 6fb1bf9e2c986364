/* kp-shortlist-record.c – the lists of the interview, made of the marks, decisions and leavings that the record holds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every list is made anew from its beginning, so that what stands in the record never depends on the order of steps:
 *
 *   places of the opening → what the turnout leaves of them → the committee's decision → first list → places lost to a shortage
 *   → places left empty move to other posts, whose lists are made again
 *   → round 1 of those who left, their substitutes → round 2 …
 *   → tests before the interview, as far as their lists are made (kp-heat-record.c)
 */
#include "kp-shortlist-record.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-decision.h"
#include "kp-direct-hires.h"
#include "kp-heat-record.h"
#include "kp-mark-column.h"
#include "kp-opening.h"
#include "kp-turnout.h"

/* What else becomes of the points: "（按2/3折算，计入综合成绩）" */
static char *
dup_bonus_note (const KpBonusPolicy *policy)
{
  g_autofree char *weight = kp_fraction_dup_text (policy->weight);
  const gboolean is_weighed = kp_fraction_compare (policy->weight, KP_FRACTION_ONE) != 0;
  const gboolean is_elsewhere = policy->target != KP_BONUS_ON_WRITTEN;
  const char *target = kp_bonus_target_get_chinese (policy->target);

  if (!is_weighed)
    return is_elsewhere ? g_strdup_printf ("（计入%s）", target) : g_strdup ("");
  return is_elsewhere ? g_strdup_printf ("（按%s折算，计入%s）", weight, target) : g_strdup_printf ("（按%s折算）", weight);
}

/* The interview was drawn by another verdict: what has happened stays, and people decide what becomes of it. Who left stands
 * with the verdict that the list gave. */
static gboolean
is_kept (const KpWrittenEntry *written,
         const KpShortlistResult *result)
{
  return written->is_listed && written->dossier->shortlist != NULL && written->dossier->leaving == NULL
         && kp_dossier_is_on_shortlist (written->dossier) != kp_shortlist_verdict_is_in (result->verdict);
}

/* "资历量化分12.00分，本岗位第2名；岗位计划1人，应入围3人：入围" */
static char *
dup_credential_why (KpFraction credential,
                    const KpWrittenEntry *written,
                    const KpShortlistResult *result,
                    const KpListRace *race)
{
  g_autofree char *points = kp_fraction_dup_decimal (credential, 2);
  g_autofree char *plan = kp_list_race_dup_plan (race);

  return g_strdup_printf ("资历量化分%s分，本岗位第%u名；%s，应入围%u人：%s%s", points, result->place.place, plan,
                          race->summary.wanted, kp_shortlist_verdict_get_chinese (result->verdict),
                          is_kept (written, result) ? "（面试名单已经确定，由招聘单位处理）" : "");
}

static char *
dup_why (const KpBonusPolicy *policy,
         const KpWrittenEntry *written,
         const KpShortlistResult *result,
         const KpListRace *race)
{
  g_autofree char *paper = NULL;
  g_autofree char *bonus = NULL;
  g_autofree char *note = dup_bonus_note (policy);
  g_autofree char *sum = NULL;
  g_autofree char *listed = NULL;
  g_autofree char *ranked = NULL;
  g_autofree char *plan = NULL;

  if (written->is_of_post)
    return g_strdup ("本岗位不组织笔试，资格审查合格人员直接进入面试");
  if (written->is_exempt)
    return g_strdup ("符合免笔试条件，资格审查合格后进入面试");
  if (written->papers.state != KP_MARK_PRESENT)
    return g_strdup (kp_mark_state_get_chinese (written->papers.state));
  paper = kp_fraction_dup_decimal (written->papers.paper, 2);
  bonus = kp_mark_dup_text (written->bonus, 2);
  sum = kp_fraction_dup_decimal (written->written, 2);
  listed = kp_fraction_dup_decimal (written->listed, 2);
  ranked = kp_fraction_compare (written->listed, written->written) == 0 ? g_strdup ("")
                                                                         : g_strdup_printf ("，入围排名按%s分", listed);
  plan = kp_list_race_dup_plan (race);
  return g_strdup_printf ("卷面%s分，加分%s分%s，笔试成绩%s分%s，本岗位第%u名；%s，应入围%u人：%s%s", paper, bonus, note, sum,
                          ranked, result->place.place, plan, race->summary.wanted,
                          kp_shortlist_verdict_get_chinese (result->verdict),
                          is_kept (written, result) ? "（面试名单已经确定，由招聘单位处理）" : "");
}

static gboolean
put_shortlist (KpSession *session,
               KpLedger *ledger,
               const KpWrittenEntry *written,
               const KpShortlistResult *result,
               const char *why,
               GError **error)
{
  const gboolean is_present = !written->is_exempt && written->papers.state == KP_MARK_PRESENT;
  KpShortlistRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = written->dossier->application->application,
    .post = written->dossier->application->post,
    .state = written->is_exempt ? "exempt" : kp_mark_state_get_name (written->papers.state),
    .paper = is_present ? kp_mark_column_from_fraction (written->papers.paper) : KP_NO_INT,
    .bonus = is_present || written->is_exempt ? written->bonus : 0,
    .written = is_present ? kp_mark_column_from_fraction (written->written) : KP_NO_INT,
    .place = result->place.place > 0 ? (gint64) result->place.place : KP_NO_INT,
    .outcome = is_kept (written, result) ? written->dossier->shortlist->outcome
                                         : kp_shortlist_verdict_get_name (result->verdict),
    .why = why,
  };

  return kp_ledger_put (ledger, &kp_shortlist_table, &record, error);
}

/* The marks that a line is made of: of everybody, or of one post. */
static GArray *
gather_present (const KpLine *line,
                const char *post,
                GArray *entries,
                guint *n_open)
{
  GArray *present = g_array_new (FALSE, FALSE, sizeof (KpFraction));

  *n_open = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      const KpWrittenEntry *entry = &g_array_index (entries, KpWrittenEntry, i);

      if (entry->is_exempt
          || (line->per == KP_LINE_PER_POST && !g_str_equal (entry->dossier->application->post, post)))
        continue;
      if (entry->papers.state == KP_MARK_PRESENT)
        g_array_append_val (present, *(line->basis == KP_LINE_ON_PAPER ? &entry->papers.paper : &entry->listed));
      *n_open += entry->papers.state == KP_MARK_NOT_ENTERED || entry->papers.state == KP_MARK_PENDING;
    }
  return present;
}

/* (element-type KpWrittenEntry): borrowed from @entries */
static GPtrArray *
gather_own (GArray *entries,
            const char *post)
{
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      KpWrittenEntry *entry = &g_array_index (entries, KpWrittenEntry, i);

      if (g_str_equal (entry->dossier->application->post, post))
        g_ptr_array_add (own, entry);
    }
  return own;
}

/* 笔试合格线 of one post. */
static gboolean
set_line (KpSession *session,
          const KpSchemePost *post,
          GArray *entries,
          const KpDecisions *decisions,
          KpLine *line,
          GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  KpLineContext context = { .full = kp_written_get_full (scheme, post) };
  g_autoptr (GArray) present = NULL;

  *line = scheme->written.line;
  present = gather_present (line, post->code, entries, &context.n_open);
  context.present = (const KpFraction *) (gpointer) present->data;
  context.n_present = present->len;
  context.has_decided = kp_decisions_find_line (decisions, line->per == KP_LINE_PER_POST ? post->code : "",
                                                &context.decided);
  switch (kp_line_decide (line, &context, &line->value))
    {
    case KP_LINE_OUTCOME_NOT_DECIDED:
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("By the scheme the committee sets the line of the written exam after the exam, and no decision "
                             "on it is recorded. Record it with “kaopin decide FILE written-line [POST] MARK”."));
      return FALSE;
    case KP_LINE_OUTCOME_WAITS_FOR_MARKS:
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The line of the written exam is a share of the mean, and %u marks are still open. Resolve them first."),
                   context.n_open);
      return FALSE;
    case KP_LINE_OUTCOME_NONE:
    case KP_LINE_OUTCOME_SET:
    case KP_LINE_OUTCOME_NOBODY:
    default:
      return TRUE;
    }
}

static void
measure_keys (const KpScheme *scheme,
              const KpWrittenEntry *written,
              const KpCandidateFacts *facts,
              const KpDecisions *decisions,
              KpShortlistCandidate *candidate)
{
  const GPtrArray *keys = scheme->shortlist.tie_keys;
  KpTieSource known = {
    .facts = facts,
    .written_with_bonus = written->written,
    .written_paper = written->papers.paper,
    .credential = candidate->credential,
    .extra_test = written->list_test,
    .decision
    = kp_decisions_find_rank (decisions, KP_DECISION_SHORTLIST_TIE, written->dossier->application->application),
  };

  for (guint i = 0; i < MIN (scheme->written.papers->len, KP_TIE_N_PAPERS); i++)
    known.papers[i] = written->papers.unweighted[i];
  for (guint i = 0; keys != NULL && i < MIN (keys->len, KP_SHORTLIST_MAX_KEYS); i++)
    candidate->tie_keys[i] = kp_tie_measure (g_ptr_array_index (keys, i), &known);
}

static gboolean
refuse_shortage (const KpListRace *race,
                 GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Only %u candidates of post %s are over the line, %u are to be interviewed. By the scheme the committee "
                 "decides what becomes of the post, and no decision is recorded. Record it with “kaopin decide FILE shortlist "
                 "%s PLACES” or with a ratio such as 1:2 in place of PLACES."),
               race->summary.n_eligible, race->post->post, race->summary.wanted, race->post->post);
  return FALSE;
}

static gboolean
refuse_open_credential (const KpListRace *race,
                        GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The list of post %s is ordered by credential points, and of %u candidates a fact that they are made of isn't "
                 "known. Have it supplied, or decide by hand that they aren't eligible."),
               race->post->post, race->summary.n_open);
  return FALSE;
}

/* The first list of one post for the places that it has now. */
static gboolean
cut (KpListRace *race,
     GError **error)
{
  const guint places = kp_list_race_get_exam_places (race);

  if (places == 0)
    {
      for (guint i = 0; i < race->own->len; i++)
        race->results[i] = (KpShortlistResult) { .verdict = KP_SHORTLIST_OUT };
      race->summary = (KpShortlistSummary) { 0 };
      return TRUE;
    }
  if (!kp_shortlist_decide (&race->policy, places, &race->line, FALSE, race->candidates, race->own->len, race->results,
                            &race->summary))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The scheme's shortlist has no ratio for a post of %u places (post %s); add one by an amendment."),
                   places, race->post->post);
      return FALSE;
    }
  if (race->policy.basis == KP_SHORTLIST_BY_CREDENTIAL && race->summary.n_open > 0)
    return refuse_open_credential (race, error);
  if (race->summary.needs_decision)
    return refuse_shortage (race, error);
  if (race->policy.shortage == KP_SHORTAGE_REDUCE_PLAN && race->summary.reduced_places < places)
    {
      const guint reduced = race->places - (places - race->summary.reduced_places);

      kp_list_race_take_words (race, g_strdup_printf ("笔试合格人数不足，岗位计划由%u人核减为%u人", race->places, reduced));
      race->places = reduced;
    }
  return TRUE;
}

static void
take_decision (KpListRace *race,
               const KpDecisions *decisions)
{
  KpFraction ratio = KP_FRACTION_UNKNOWN;

  if (race->policy.shortage != KP_SHORTAGE_DECIDE
      || !kp_decisions_find_shortlist (decisions, race->post->post, &race->places, &ratio))
    return;
  if (kp_fraction_is_known (ratio))
    kp_shortlist_policy_set_ratio (&race->policy, ratio);
  if (race->places != (guint) race->post->opened)
    kp_list_race_take_words (race, g_strdup_printf ("经领导小组研究决定，岗位计划由%u人调整为%u人", (guint) race->post->opened,
                                       race->places));
  race->policy.shortage = KP_SHORTAGE_TAKE_ALL;
}

static KpListRace *
race_new (KpSession *session,
          const KpPostRecord *post,
          GArray *entries,
          const KpDecisions *decisions,
          const KpDirectHires *hires,
          GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  KpListRace *race = kp_list_race_new (session, post, gather_own (entries, post->post));

  race->places = (guint) post->opened;
  race->n_direct = kp_direct_hires_count_places (hires, post->post);
  race->policy = kp_written_get_shortlist (scheme, race->rule);
  race->policy.takes_all = race->policy.takes_all || g_str_equal (post->state, KP_POST_INTERVIEW_ONLY);
  for (guint i = 0; i < race->own->len; i++)
    {
      const KpWrittenEntry *written = g_ptr_array_index (race->own, i);
      KpCandidateFacts facts;

      kp_candidate_facts_init (&facts, scheme, written->dossier);
      race->candidates[i]
          = kp_written_make_candidate (scheme, race->rule, &written->papers, written->listed, &facts, written->is_of_post);
      measure_keys (scheme, written, &facts, decisions, &race->candidates[i]);
    }
  if (kp_written_field_is_unwritten (scheme, post)
      || set_line (session, race->rule, entries, decisions, &race->line, error))
    return race;
  kp_list_race_free (race);
  return NULL;
}

/* Whoever is tied at the last place may still enter. */
static GArray *
make_leftover_cases (GPtrArray *races,
                     const KpDecisions *decisions)
{
  GArray *cases = g_array_sized_new (FALSE, TRUE, sizeof (KpLeftoverCase), races->len);

  for (guint i = 0; i < races->len; i++)
    {
      const KpListRace *race = g_ptr_array_index (races, i);
      const KpLeftoverCase each = {
        .post = race->rule->code,
        .street = race->rule->street,
        .places = race->places,
        .n_filled = race->summary.n_undecided > 0 ? race->places : MIN (race->summary.n_entered + race->n_direct, race->places),
        .is_targeted = race->rule->track != KP_TRACK_OPEN,
        .decision = kp_decisions_find_leftover (decisions, race->rule->code),
      };

      g_array_append_val (cases, each);
    }
  return cases;
}

static gboolean
refuse_leftover (const KpLeftoverCase *post,
                 GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u of %u places of post %s are empty. By the scheme the committee decides where they go, and no decision that "
                 "can be carried out is recorded. Record it with “kaopin decide FILE leftover %s POST=PLACES”, or with “stay” "
                 "in place of POST=PLACES."),
               post->places - post->n_filled, post->places, post->post, post->post);
  return FALSE;
}

/* 定向岗位空额 at the moment of the shortlist: the receiving posts are cut anew. */
static gboolean
move_leftovers (KpSession *session,
                GPtrArray *races,
                const KpDecisions *decisions,
                GError **error)
{
  const KpLeftoverPolicy *policy = &kp_session_get_scheme (session)->leftover;
  g_autoptr (GArray) cases = make_leftover_cases (races, decisions);
  g_autoptr (GPtrArray) results = NULL;

  if (policy->at != KP_LEFTOVER_AT_SHORTLIST)
    return TRUE;
  results = kp_leftover_decide (policy, (const KpLeftoverCase *) (gconstpointer) cases->data, cases->len);
  for (guint i = 0; i < races->len; i++)
    {
      KpListRace *race = g_ptr_array_index (races, i);
      const KpLeftoverResult *result = g_ptr_array_index (results, i);
      const gboolean is_more = result->new_places > race->places;

      if (result->needs_decision)
        return refuse_leftover (&g_array_index (cases, KpLeftoverCase, i), error);
      if (result->new_places == race->places)
        continue;
      race->places = result->new_places;
      kp_list_race_take_words (race, g_strdup (result->explanation));
      if (is_more && !cut (race, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_post (KpLedger *ledger,
          const KpListRace *race,
          GError **error)
{
  KpPostRecord changed = *race->post;

  changed.listed = race->places;
  changed.competing = race->competing;
  changed.places = race->places;
  changed.moved = race->moved;
  return kp_ledger_put (ledger, &kp_post_table, &changed, error);
}

static void
count (const KpListRace *race,
       KpShortlistTally *tally)
{
  for (guint i = 0; i < race->own->len; i++)
    {
      const KpWrittenEntry *written = g_ptr_array_index (race->own, i);
      const gboolean is_exempt = race->candidates[i].is_exempt;
      const gboolean is_present = race->candidates[i].state == KP_MARK_PRESENT;

      tally->n_with_bonus += written->bonus != 0;
      tally->n_exempt += is_exempt;
      tally->n_present += !is_exempt && is_present;
      tally->n_absent += !is_exempt && !is_present;
      tally->n_entered += !is_exempt && kp_shortlist_verdict_is_in (race->results[i].verdict);
      tally->n_substitutes += race->results[i].verdict == KP_SHORTLIST_SUBSTITUTE;
      tally->n_left += written->dossier->leaving != NULL;
    }
}

static gboolean
write_race (KpSession *session,
            KpLedger *ledger,
            const KpListRace *race,
            GError **error)
{
  const KpBonusPolicy *bonus = &kp_session_get_scheme (session)->bonus;

  for (guint i = 0; i < race->own->len; i++)
    {
      KpWrittenEntry *written = g_ptr_array_index (race->own, i);
      g_autofree char *why
          = race->policy.basis == KP_SHORTLIST_BY_CREDENTIAL && race->candidates[i].state == KP_MARK_PRESENT
                ? dup_credential_why (race->candidates[i].credential, written, &race->results[i], race)
                : dup_why (bonus, written, &race->results[i], race);

      if (!put_shortlist (session, ledger, written, &race->results[i], why, error))
        return FALSE;
      written->verdict = race->results[i].verdict;
      written->listed_as = written->verdict;
      if (is_kept (written, &race->results[i]))
        kp_shortlist_verdict_from_name (written->dossier->shortlist->outcome, &written->listed_as);
    }
  return TRUE;
}

/* 实际参加笔试人数: what few of them leave of the places, before the committee's decision and the list. */
static void
settle_turnout (const KpScheme *scheme,
                KpListRace *race)
{
  g_autofree char *why = NULL;
  guint n_present = 0;

  if (kp_written_field_is_unwritten (scheme, race->post))
    return;
  for (guint i = 0; i < race->own->len; i++)
    {
      const KpWrittenEntry *written = g_ptr_array_index (race->own, i);

      n_present += written->is_exempt || written->papers.state != KP_MARK_ABSENT;
    }
  race->places = race->places - kp_list_race_get_exam_places (race)
                 + kp_turnout_decide (scheme, KP_TURNOUT_WRITTEN, race->rule, kp_list_race_get_exam_places (race), n_present, &why);
  if (why != NULL)
    kp_list_race_take_words (race, g_steal_pointer (&why));
}

/* The first lists of all posts; places that stay empty are still to move. */
static GPtrArray *
cut_races (KpSession *session,
           GPtrArray *posts,
           GArray *entries,
           const KpDecisions *decisions,
           const KpDirectHires *hires,
           GError **error)
{
  g_autoptr (GPtrArray) races = g_ptr_array_new_with_free_func (kp_list_race_free);

  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);
      KpListRace *race = race_new (session, post, entries, decisions, hires, error);

      if (race == NULL)
        return NULL;
      g_ptr_array_add (races, race);
      settle_turnout (kp_session_get_scheme (session), race);
      take_decision (race, decisions);
      if (!cut (race, error))
        return NULL;
    }
  return g_steal_pointer (&races);
}

/**
 * kp_shortlist_record_load_leftovers:
 * @session: a session
 * @roster: its roster
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpLeftoverCase): each post as its first list leaves it, without
 *   decisions; %NULL with #KP_STEP_ERROR where marks or another decision are missing, or with #KP_DATA_ERROR
 */
GArray *
kp_shortlist_record_load_leftovers (KpSession *session,
                                    KpRoster *roster,
                                    GError **error)
{
  g_autoptr (GArray) entries = kp_written_field_load (session, roster, error);
  g_autoptr (KpDecisions) decisions = NULL;
  g_autoptr (KpDirectHires) hires = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (GPtrArray) races = NULL;
  GArray *cases;

  if (entries == NULL || !kp_written_field_add_bonus (session, entries, error))
    return NULL;
  decisions = kp_decisions_load (session, error);
  hires = decisions != NULL ? kp_direct_hires_load (session, roster, error) : NULL;
  posts = hires != NULL ? kp_posts_list_going_on (session, error) : NULL;
  races = posts != NULL ? cut_races (session, posts, entries, decisions, hires, error) : NULL;
  if (races == NULL)
    return NULL;
  cases = make_leftover_cases (races, decisions);
  for (guint i = 0; i < cases->len; i++)
    g_array_index (cases, KpLeftoverCase, i).decision = NULL;
  return cases;
}

/**
 * kp_shortlist_record_get_step:
 * @session: a session
 *
 * A tie at the end of a list is parted while the list is made; one among the substitutes comes up when somebody leaves at the
 * re-check, and is parted there.
 *
 * Returns: the step by which a tie of the list is parted now
 */
KpStep
kp_shortlist_record_get_step (KpSession *session)
{
  const KpStageOrder *order = &kp_session_get_scheme (session)->stages;

  return kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_SHORTLIST)
                 && kp_stage_order_is_before (order, KP_STAGE_SHORTLIST, KP_STAGE_RECHECK)
             ? KP_STEP_RECHECK
             : KP_STEP_SHORTLIST;
}

/**
 * kp_shortlist_record_find_shortage:
 * @session: a session
 * @roster: its roster
 * @post: a post
 * @is_short: (out): whether too few of the post are over the line, so that the committee is asked
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR where marks or the line are missing, or with #KP_DATA_ERROR
 */
gboolean
kp_shortlist_record_find_shortage (KpSession *session,
                                   KpRoster *roster,
                                   const char *post,
                                   gboolean *is_short,
                                   GError **error)
{
  g_autoptr (GArray) entries = kp_written_field_load (session, roster, error);
  g_autoptr (KpDecisions) decisions = NULL;
  g_autoptr (KpDirectHires) hires = NULL;
  g_autofree KpPostRecord *record = NULL;
  g_autoptr (GPtrArray) races = g_ptr_array_new_with_free_func (kp_list_race_free);
  KpListRace *race;

  *is_short = FALSE;
  if (entries == NULL || !kp_written_field_add_bonus (session, entries, error))
    return FALSE;
  decisions = kp_decisions_load (session, error);
  if (decisions == NULL
      || !kp_table_find (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                         KP_BINDS (KP_TEXT (post)), &record, error))
    return FALSE;
  if (record == NULL || record->opened == 0)
    return TRUE;
  hires = kp_direct_hires_load (session, roster, error);
  if (hires == NULL)
    return FALSE;
  race = race_new (session, record, entries, decisions, hires, error);
  if (race == NULL)
    return FALSE;
  g_ptr_array_add (races, race);
  settle_turnout (kp_session_get_scheme (session), race);
  *is_short = kp_shortlist_decide (&race->policy, kp_list_race_get_exam_places (race), &race->line, FALSE, race->candidates,
                                   race->own->len, race->results, &race->summary)
              && race->summary.needs_decision;
  return TRUE;
}

/**
 * kp_shortlist_record_write_entries:
 * @session: a session
 * @ledger: of its open unit of work
 * @entries: (element-type KpWrittenEntry): everybody who may come to the interview, with the bonus added; gets the verdicts
 * @is_listed: whether the interview is drawn already, so that the places stay as they are
 * @tally: (inout): gets what the lists came to; `watched` says whose last round is wanted
 * @error: return location
 *
 * Makes every list of the interview from @entries and what else the record holds, and writes those rows that changed. Who is
 * on a list that the interview was drawn by stays on it.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR where a decision is missing, or with #KP_DATA_ERROR
 */
gboolean
kp_shortlist_record_write_entries (KpSession *session,
                                   KpLedger *ledger,
                                   GArray *entries,
                                   gboolean is_listed,
                                   KpShortlistTally *tally,
                                   GError **error)
{
  g_autoptr (KpDecisions) decisions = kp_decisions_load (session, error);
  g_autoptr (KpDirectHires) hires = NULL;
  g_autoptr (KpJudgements) judgements = NULL;
  g_autoptr (KpHeatRecords) heats = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (GPtrArray) races = NULL;

  if (decisions == NULL)
    return FALSE;
  judgements = kp_judgements_load (session, KP_MOMENT_RECHECK, error);
  if (judgements == NULL)
    return FALSE;
  posts = kp_posts_list_going_on (session, error);
  if (posts == NULL)
    return FALSE;
  heats = kp_heat_records_load (session, tally->heat, error);
  if (heats == NULL)
    return FALSE;
  hires = kp_direct_hires_load (session, NULL, error);
  if (hires == NULL)
    return FALSE;
  races = cut_races (session, posts, entries, decisions, hires, error);
  if (races == NULL || !move_leftovers (session, races, decisions, error))
    return FALSE;
  tally->substitution = KP_SUBSTITUTION_NOT_NEEDED;
  for (guint i = 0; i < races->len; i++)
    {
      KpListRace *race = g_ptr_array_index (races, i);

      kp_list_race_substitute (session, race, judgements, tally);
      race->competing = kp_shortlist_decide_competing (&race->policy, kp_list_race_get_exam_places (race));
      count (race, tally);
      if (!write_race (session, ledger, race, error)
          || !kp_heat_record_write (heats, ledger, race, judgements, tally, error)
          || (!is_listed && !put_post (ledger, race, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_shortlist_record_write:
 * @session: a session
 * @ledger: of its open unit of work
 * @tally: (inout): gets what the lists came to; `watched` says whose last round is wanted
 * @error: return location
 *
 * Makes every list of the interview from what the record holds and writes those rows that changed.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR where marks or a decision are missing, or with #KP_DATA_ERROR
 */
gboolean
kp_shortlist_record_write (KpSession *session,
                           KpLedger *ledger,
                           KpShortlistTally *tally,
                           GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GArray) entries = roster != NULL ? kp_written_field_load (session, roster, error) : NULL;

  return entries != NULL && kp_written_field_add_bonus (session, entries, error)
         && kp_shortlist_record_write_entries (session, ledger, entries, FALSE, tally, error);
}
