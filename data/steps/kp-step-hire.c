/* kp-step-hire.c – publicity of the proposed hires, and their contracts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who follows a leaver is published and hired later than the others, and changes nothing for them:
 *
 *   publish   first round: all who passed everything, on the day of the scheme      later rounds: who passed since, today
 *   hire      all whose publicity is over and against whom no objection is open      the same, as often as somebody is ready
 */
#include "kp-step-hire.h"

#include <glib/gi18n-lib.h>

#include "kp-called.h"
#include "kp-candidate.h"
#include "kp-contract-number.h"
#include "kp-direct-hires.h"
#include "kp-final-total-record.h"
#include "kp-hire-terms.h"
#include "kp-holidays.h"
#include "kp-opening.h"
#include "kp-probation-stage.h"
#include "kp-proof-list.h"
#include "kp-step-choose.h"
#include "kp-step-objection.h"

static gboolean
is_outcome (const KpFitnessRecord *fitness,
            const char *outcome)
{
  return fitness != NULL && g_str_equal (fitness->outcome, outcome);
}

static gboolean
has_left (const KpFitnessRecord *fitness)
{
  return is_outcome (fitness, "fail") || is_outcome (fitness, "waived");
}

/* Whoever passed everything that the scheme has, and didn't leave since. */
static gboolean
is_fit (const KpScheme *scheme,
        const KpDossier *dossier)
{
  return dossier->departure == NULL
         && (!kp_stage_order_contains (&scheme->stages, KP_STAGE_PHYSICAL) || is_outcome (dossier->physical, "pass"))
         && (!kp_stage_order_contains (&scheme->stages, KP_STAGE_BACKGROUND) || is_outcome (dossier->background, "pass"));
}

static gboolean
check_results (KpRoster *roster,
               GError **error)
{
  guint n_physical = 0;
  guint n_background = 0;
  guint n_called = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      n_called += dossier->physical != NULL || dossier->background != NULL;
      /* Whoever has left by the one, since or by a corrected mark, needn't come to the other. */
      n_physical += is_outcome (dossier->physical, "called") && !has_left (dossier->background);
      n_background += is_outcome (dossier->background, "called") && !has_left (dossier->physical);
    }
  if (n_called > 0 && n_physical + n_background == 0)
    return TRUE;

  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               n_called == 0 ? _("Nobody is called to the physical examination yet (physical open: %u, background open: %u), "
                                 "so nobody can be proposed. Make the totals first.")
                             : _("Results are missing: %u of the physical examination and %u of the background check. Import "
                                 "them before the proposed hires are published."),
               n_physical, n_background);
  return FALSE;
}

/* Whoever the places belong to is published once: what waits for an approval has to have it, or to be refused. */
static gboolean
check_approved (KpSession *session,
                KpRoster *roster,
                GError **error)
{
  g_autoptr (GArray) waiting = kp_called_list_waiting (session, roster, error);
  const KpCalledWaiting *first;

  if (waiting == NULL || waiting->len == 0)
    return waiting != NULL;
  first = &g_array_index (waiting, KpCalledWaiting, 0);
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Round %u of the substitution of post %s waits for its approval. Record it, or that it was refused, with “kaopin "
                 "approve FILE %s”, before the proposed hires are published."),
               first->round, first->post, first->post);
  return FALSE;
}

static gboolean
decide_period (KpSession *session,
               KpPublicityTally *tally,
               GError **error)
{
  const KpSchemePublicity *rule = &kp_session_get_scheme (session)->publicity;
  const KpDate today = kp_session_get_today (session);
  g_autoptr (KpCalendar) calendar = kp_holidays_load_shipped (error);

  tally->from = tally->round > 1 && kp_date_compare (today, rule->from) > 0 ? today : rule->from;
  return calendar != NULL
         && kp_calendar_decide_period_end (calendar, tally->from, rule->days, rule->is_in_workdays, &tally->until, error);
}

/* Those of the post by their places, who is hired without exam first; who came from other posts after them. */
static gint
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  const KpDossier *const *first = a;
  const KpDossier *const *second = b;
  const gboolean is_first_moved = g_hash_table_contains (data, *first);
  const gboolean is_first_direct = kp_direct_is_hired ((*first)->total);
  const gint64 difference = kp_dossier_get_last_place (*first) - kp_dossier_get_last_place (*second);

  if (is_first_moved != g_hash_table_contains (data, *second))
    return is_first_moved ? 1 : -1;
  if (is_first_direct != kp_direct_is_hired ((*second)->total))
    return is_first_direct ? -1 : 1;
  return difference < 0 ? -1 : difference > 0;
}

static const char *
get_post (const KpDossier *dossier,
          GHashTable *moved)
{
  const char *other = g_hash_table_lookup (moved, dossier);

  return other != NULL ? other : dossier->total->post;
}

/* Where the background check is scored, nobody is proposed by the total alone; who is hired without exam has none, and has
 * passed the check by what its mark says. */
static gboolean
has_last_place (const KpScheme *scheme,
                const KpDossier *dossier)
{
  return !kp_scheme_asks_final_total (scheme) || kp_direct_is_hired (dossier->total)
         || (dossier->final_total != NULL && dossier->final_total->place != KP_NO_INT);
}

/* Who passed everything for one post, in order of place. Nobody with an undecided tie was ever called. */
static GPtrArray *
list_fit (const KpScheme *scheme,
          KpRoster *roster,
          const char *post,
          GHashTable *moved)
{
  GPtrArray *fit = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->total != NULL && dossier->total->place != KP_NO_INT && g_str_equal (get_post (dossier, moved), post)
          && has_last_place (scheme, dossier) && is_fit (scheme, dossier))
        g_ptr_array_add (fit, (gpointer) dossier);
    }
  g_ptr_array_sort_with_data (fit, compare_places, moved);
  return fit;
}

/**
 * kp_hire_list_proposed:
 * @scheme: the scheme
 * @roster: a roster
 * @post: a post
 * @moved: of kp_called_map_posts()
 *
 * Who of a post is to be proposed by the results of the roster: a post never gets more than its places, also where 1:1.1
 * were called.
 *
 * Returns: (transfer full) (element-type KpDossier): in order of place
 */
GPtrArray *
kp_hire_list_proposed (const KpScheme *scheme,
                       KpRoster *roster,
                       const KpPostRecord *post,
                       GHashTable *moved)
{
  GPtrArray *fit = list_fit (scheme, roster, post->post, moved);
  g_autoptr (GHashTable) hired = kp_direct_map_hired (roster);

  if (kp_scheme_asks_final_total (scheme))
    kp_final_total_cut (fit, hired, (guint) post->places);
  else
    g_ptr_array_set_size (fit, (gint) MIN (fit->len, (guint) post->places));
  return fit;
}

/* Of whom everybody has had the turn; where hires choose, the post that was chosen is the post of the hire. */
static gboolean
find_post (KpSession *session,
           const KpDossier *dossier,
           const char **post,
           GError **error)
{
  const KpSchemeChoice *choice = &kp_session_get_scheme (session)->choice;

  if (!choice->policy.applies)
    return TRUE;
  if (dossier->choice == NULL || g_str_equal (dossier->choice->outcome, "undone"))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Number %s hasn't chosen a post yet. Let everybody choose in turn first (“kaopin choose FILE”)."),
                   dossier->application->application);
      return FALSE;
    }
  if (dossier->choice->offer != NULL && choice->offers->len == 0)
    *post = dossier->choice->offer;
  return TRUE;
}

static gboolean
propose (KpSession *session,
         KpLedger *ledger,
         GHashTable *hired,
         const KpDossier *dossier,
         const char *post,
         const KpPublicityTally *tally,
         GError **error)
{
  g_autofree char *from = kp_date_dup_iso (tally->from);
  g_autofree char *until = kp_date_dup_iso (tally->until);
  KpProposalRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = dossier->application->application,
    .post = post,
    .place = kp_direct_get_final_place (hired, dossier->total, kp_dossier_get_last_place (dossier)),
    .round = tally->round,
    .public_from = from,
    .public_until = until,
  };

  return kp_proofs_check (session, dossier, KP_PROOF_BEFORE_PUBLICITY, error)
         && find_post (session, dossier, &record.post, error) && kp_ledger_insert (ledger, &kp_proposal_table, &record, error);
}

/* Somebody to be proposed now. Borrowed. */
typedef struct
{
  const KpDossier *dossier;
  const char *post;
} Proposal;

/* Who is proposed already stays so. */
static GArray *
list_new (KpSession *session,
          KpRoster *roster,
          const GPtrArray *posts,
          GHashTable *moved)
{
  GArray *proposals = g_array_new (FALSE, FALSE, sizeof (Proposal));

  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);
      g_autoptr (GPtrArray) fit = kp_hire_list_proposed (kp_session_get_scheme (session), roster, post, moved);

      for (guint j = 0; j < fit->len; j++)
        {
          const Proposal proposal = { g_ptr_array_index (fit, j), post->post };

          if (proposal.dossier->proposal == NULL)
            g_array_append_val (proposals, proposal);
        }
    }
  return proposals;
}

static gboolean
propose_posts (KpSession *session,
               KpLedger *ledger,
               KpRoster *roster,
               KpPublicityTally *tally,
               GError **error)
{
  g_autoptr (GPtrArray) posts = kp_posts_list_going_on (session, error);
  g_autoptr (GHashTable) hired = kp_direct_map_hired (roster);
  g_autoptr (GHashTable) moved = NULL;
  g_autoptr (GArray) proposals = NULL;

  if (posts == NULL || !kp_final_total_check_settled (session, roster, posts, error))
    return FALSE;
  moved = kp_called_map_posts (session, roster, error);
  if (moved == NULL)
    return FALSE;
  proposals = list_new (session, roster, posts, moved);
  if ((proposals->len > 0 || tally->round == 1) && !decide_period (session, tally, error))
    return FALSE;
  for (guint i = 0; i < proposals->len; i++)
    {
      const Proposal *proposal = &g_array_index (proposals, Proposal, i);

      if (!propose (session, ledger, hired, proposal->dossier, proposal->post, tally, error))
        return FALSE;
    }
  tally->n_proposed = proposals->len;
  return TRUE;
}

/* The last round that was published; 0 = none. */
static guint
find_last_round (KpRoster *roster,
                 KpPublicityTally *tally)
{
  guint last = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpProposalRecord *proposal = kp_roster_get_dossier (roster, i)->proposal;

      if (proposal == NULL)
        continue;
      tally->n_proposed++;
      if ((guint) proposal->round <= last)
        continue;
      last = (guint) proposal->round;
      tally->from = kp_candidate_parse_date (proposal->public_from);
      tally->until = kp_candidate_parse_date (proposal->public_until);
    }
  return last;
}

/* Once contracts are made the stage is closed for all but those who come later. */
static KpLedger *
begin_late (KpSession *session,
            KpStep step,
            KpStage stage,
            GError **error)
{
  return kp_stage_is_closed (kp_session_get_stages (session), stage)
             ? kp_session_begin_beside (session, kp_step_get_name (step), NULL, error)
             : kp_session_begin (session, step, NULL, error);
}

/**
 * kp_step_publish:
 * @session: a session, open for writing
 * @tally: (out): who is proposed, and the days of publicity
 * @error: return location
 *
 * 拟聘用人员公示: proposes whoever passed everything, in order of place up to the places of each post, and counts the days of
 * publicity by the State Council's holiday table. A list that was published is never made again: who comes into a place
 * that was left since has a round of publicity of his own, from today.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_publish (KpSession *session,
                 KpPublicityTally *tally,
                 GError **error)
{
  g_autoptr (KpLedger) ledger = begin_late (session, KP_STEP_PUBLISH_HIRES, KP_STAGE_PUBLICITY, error);
  g_autoptr (KpRoster) roster = NULL;
  KpPublicityTally before = { 0 };

  *tally = (KpPublicityTally) { 0 };
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  tally->round = find_last_round (roster, &before) + 1;
  if ((tally->round == 1 && (!check_results (roster, error) || !check_approved (session, roster, error)))
      || !propose_posts (session, ledger, roster, tally, error))
    return FALSE;
  if (tally->round == 1 || tally->n_proposed > 0)
    return kp_probation_stage_commit (session, ledger, error);
  before.round = tally->round - 1;
  before.is_repeat = TRUE;
  *tally = before;
  return TRUE;
}

/* The making of contracts, on its way. */
typedef struct
{
  KpSession *session;
  KpLedger *ledger;
  KpRoster *roster;
  KpConversionReport *report; /* of earlier staff, and stretches of work */
  GHashTable *objected; /* (element-type utf8): against whom an objection is open */
  guint *serials;       /* of each street, the last number that was given */
  KpDate start;
} Hiring;

static void
hiring_clear (Hiring *hiring)
{
  g_clear_pointer (&hiring->objected, g_hash_table_unref);
  g_clear_pointer (&hiring->report, kp_conversion_report_free);
  g_clear_pointer (&hiring->roster, kp_roster_free);
  g_clear_pointer (&hiring->serials, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Hiring, hiring_clear)

/* Where a street was chosen, it is that one. A post of 各街道 has no street of its own: its people are dealt to the streets in
 * turn, by place. */
static const KpSchemeStreet *
choose_street (const KpScheme *scheme,
               const KpSchemePost *post,
               const KpDossier *dossier,
               guint n_before)
{
  const char *offer = dossier->choice != NULL ? dossier->choice->offer : NULL;
  const KpSchemeStreet *chosen = offer != NULL ? kp_scheme_get_street (scheme, offer) : NULL;

  if (chosen != NULL)
    return chosen;
  if (post->street != NULL)
    return kp_scheme_get_street (scheme, post->street);
  return g_ptr_array_index (scheme->streets, n_before % scheme->streets->len);
}

/**
 * kp_hire_write_contract:
 * @session: a session
 * @ledger: its unit of work
 * @report: the roster of earlier staff, and stretches of work
 * @order: whose contract, and what is chosen of it
 * @error: return location
 *
 * Writes one contract, with the terms that scheme and law give it.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_hire_write_contract (KpSession *session,
                        KpLedger *ledger,
                        const KpConversionReport *report,
                        const KpContractOrder *order,
                        GError **error)
{
  g_autofree char *starts = NULL;
  g_autofree char *ends = NULL;
  g_autofree char *probation_ends = NULL;
  KpContractRecord record = { 0 };
  KpHireTerms terms;

  if (!kp_hire_terms_decide (session, report, order->dossier, order->post, order->street, order->start, &terms, error))
    return FALSE;
  starts = kp_date_dup_iso (terms.start);
  ends = kp_date_dup_iso (terms.end);
  probation_ends = terms.probation_months > 0 ? kp_date_dup_iso (terms.probation_end) : NULL;
  record = (KpContractRecord) {
    .campaign = kp_session_get_campaign (session),
    .number = order->number,
    .application = order->dossier->application->application,
    .street = order->street->code,
    .starts = starts,
    .ends = ends,
    .probation_ends = probation_ends,
    .probation_months = terms.probation_months,
    .probation_wage = kp_session_get_scheme (session)->contract.probation_wage_percent,
    .sequence = terms.sequence,
    .grade = terms.grade,
    .recognised_months = terms.recognised_months,
    .wage = terms.wage,
    .allowance = terms.allowance,
    .probation_pay = terms.probation_pay,
  };

  return kp_ledger_insert (ledger, &kp_contract_table, &record, error);
}

static gboolean
insert_contract (const Hiring *hiring,
                 const KpDossier *dossier,
                 const KpSchemePost *post,
                 const KpSchemeStreet *street,
                 guint serial,
                 GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (hiring->session);
  g_autofree char *number = kp_contract_number_new (scheme->contract.number_pattern, street->code,
                                                    (guint) hiring->start.year, serial, error);
  const KpContractOrder order = { dossier, post, street, number, hiring->start };

  return number != NULL && kp_hire_write_contract (hiring->session, hiring->ledger, hiring->report, &order, error);
}

/* Who was proposed for another post than the own one. */
static GHashTable *
map_proposed (KpRoster *roster)
{
  GHashTable *moved = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->proposal != NULL && dossier->total != NULL
          && !g_str_equal (dossier->proposal->post, dossier->total->post))
        g_hash_table_insert (moved, (gpointer) dossier, (gpointer) dossier->proposal->post);
    }
  return moved;
}

static gboolean
is_public (const KpDossier *dossier,
           KpDate today)
{
  return kp_date_compare (today, kp_candidate_parse_date (dossier->proposal->public_until)) <= 0;
}

/* Proposed, and neither hired nor gone. */
static gboolean
is_due (const KpDossier *dossier)
{
  return dossier->proposal != NULL && dossier->contract == NULL && dossier->departure == NULL;
}

static gboolean
is_ready (const Hiring *hiring,
          const KpDossier *dossier)
{
  return is_due (dossier) && !is_public (dossier, kp_session_get_today (hiring->session))
         && !g_hash_table_contains (hiring->objected, dossier->application->application);
}

/* Contracts that were taken back were dealt, too, and keep their numbers. */
static guint
count_dealt (KpRoster *roster,
             const char *post)
{
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const gboolean was_hired
          = dossier->contract != NULL || (dossier->departure != NULL && dossier->departure->contract != NULL);

      n += dossier->proposal != NULL && was_hired && g_str_equal (dossier->proposal->post, post);
    }
  return n;
}

/* Numbers run without gaps in each street. */
static gboolean
hire_post (const Hiring *hiring,
           const KpSchemePost *post,
           KpHireTally *tally,
           GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (hiring->session);
  g_autoptr (GHashTable) moved = map_proposed (hiring->roster);
  g_autoptr (GPtrArray) fit = list_fit (scheme, hiring->roster, post->code, moved);
  guint n_dealt = count_dealt (hiring->roster, post->code);

  for (guint i = 0; i < fit->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (fit, i);
      const KpSchemeStreet *street;
      guint index = 0;

      if (!is_ready (hiring, dossier))
        continue;
      street = choose_street (scheme, post, dossier, n_dealt++);
      g_ptr_array_find (scheme->streets, street, &index);
      if (!insert_contract (hiring, dossier, post, street, ++hiring->serials[index], error))
        return FALSE;
      tally->n_contracts++;
    }
  return TRUE;
}

/* Who is ready, and who waits for what. */
static guint
count_ready (const Hiring *hiring,
             KpHireTally *tally,
             KpDate *until)
{
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (hiring->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (hiring->roster, i);

      tally->n_standing += dossier->contract != NULL;
      tally->n_left += dossier->proposal != NULL && dossier->departure != NULL;
      if (!is_due (dossier))
        continue;
      n += is_ready (hiring, dossier);
      tally->n_public += is_public (dossier, kp_session_get_today (hiring->session));
      tally->n_objected += g_hash_table_contains (hiring->objected, dossier->application->application);
      *until = kp_candidate_parse_date (dossier->proposal->public_until);
    }
  return n;
}

static gboolean
refuse_hire (const KpHireTally *tally,
             KpDate until,
             GError **error)
{
  g_autofree char *day = kp_date_is_none (until) ? NULL : kp_date_dup_iso (until);

  if (tally->n_objected > 0 && tally->n_public == 0)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("Objections against %u of those proposed are open; nobody of them is hired before they are answered "
                   "(“kaopin objection FILE --list”)."),
                 tally->n_objected);
  else if (day != NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
                 _("The publicity runs until %s, that day included; contracts can be made from the next day on."), day);
  else
    g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
                         tally->n_left > 0
                             ? _("Everybody who was proposed for hire left. Publish who follows them first.")
                             : _("Nobody is proposed for hire yet. Publish the proposed hires first."));
  return FALSE;
}

static gboolean
load (Hiring *hiring,
      GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (hiring->session);
  const KpDate today = kp_session_get_today (hiring->session);
  const gboolean is_late = kp_stage_is_closed (kp_session_get_stages (hiring->session), KP_STAGE_HIRE);

  hiring_clear (hiring);
  hiring->roster = kp_session_load_roster (hiring->session, error);
  hiring->objected = hiring->roster != NULL ? kp_objection_list_open (hiring->session, error) : NULL;
  hiring->report = hiring->objected != NULL ? kp_conversion_report_load (hiring->session, error) : NULL;
  if (hiring->report == NULL)
    return FALSE;
  /* Nobody works before the own contract is made. */
  hiring->start = is_late && kp_date_compare (today, scheme->contract.start) > 0 ? today : scheme->contract.start;
  hiring->serials = g_new0 (guint, scheme->streets->len + 1);
  for (guint i = 0; i < kp_roster_get_n_dossiers (hiring->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (hiring->roster, i);
      const char *street = dossier->contract != NULL ? dossier->contract->street : NULL;
      guint index = 0;

      if (street == NULL && dossier->departure != NULL)
        street = dossier->departure->street;
      if (street != NULL && g_ptr_array_find (scheme->streets, kp_scheme_get_street (scheme, street), &index))
        hiring->serials[index]++;
    }
  return TRUE;
}

static gboolean
check_workers (const Hiring *hiring,
               GError **error)
{
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (hiring->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (hiring->roster, i);

      if (is_ready (hiring, dossier))
        g_ptr_array_add (ready, (gpointer) dossier);
    }
  return kp_hire_terms_check_workers (kp_session_get_scheme (hiring->session), ready, error);
}

/* What was looked at before the lock is looked at again. */
static gboolean
make_contracts (Hiring *hiring,
                const KpScheme *scheme,
                KpHireTally *tally,
                GError **error)
{
  g_autoptr (KpLedger) ledger = begin_late (hiring->session, KP_STEP_HIRE, KP_STAGE_HIRE, error);

  if (ledger == NULL || !load (hiring, error) || !check_workers (hiring, error))
    return FALSE;
  hiring->ledger = ledger;
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      if (!hire_post (hiring, g_ptr_array_index (scheme->posts, i), tally, error))
        return FALSE;
    }
  return kp_session_close_stage (hiring->session, ledger, KP_STAGE_HIRE, error)
         && kp_probation_stage_commit (hiring->session, ledger, error);
}

/**
 * kp_step_hire:
 * @session: a session, open for writing
 * @tally: (out): contracts made
 * @error: return location
 *
 * 聘用: makes the labour contract of everybody proposed whose publicity is over and against whom no objection is open, with the
 * street as employer, term and probation by the scheme and within 劳动合同法 §19, and closes the stage. Contracts that stand
 * are never made again; who comes later is hired by doing it again, from that day.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_hire (KpSession *session,
              KpHireTally *tally,
              GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_auto (Hiring) hiring = { .session = session };
  KpDate until = KP_DATE_NONE;

  *tally = (KpHireTally) { 0 };
  if (!load (&hiring, error))
    return FALSE;
  if (count_ready (&hiring, tally, &until) == 0)
    {
      tally->is_repeat = tally->n_standing > 0;
      tally->n_contracts = tally->n_standing;
      return tally->is_repeat || refuse_hire (tally, until, error);
    }
  return make_contracts (&hiring, scheme, tally, error);
}
