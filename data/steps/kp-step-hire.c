/* kp-step-hire.c – publicity of the proposed hires, and their contracts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-hire.h"

#include <glib/gi18n-lib.h>

#include "kp-called.h"
#include "kp-candidate.h"
#include "kp-contract-number.h"
#include "kp-direct-hires.h"
#include "kp-final-total-record.h"
#include "kp-hire-terms.h"
#include "kp-holidays.h"

static gboolean
is_outcome (const KpFitnessRecord *fitness,
            const char *outcome)
{
  return fitness != NULL && g_str_equal (fitness->outcome, outcome);
}

/* Whoever passed everything that the scheme has. */
static gboolean
is_fit (const KpScheme *scheme,
        const KpDossier *dossier)
{
  return (!kp_stage_order_contains (&scheme->stages, KP_STAGE_PHYSICAL) || is_outcome (dossier->physical, "pass"))
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
      n_physical += is_outcome (dossier->physical, "called");
      n_background += is_outcome (dossier->background, "called");
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

static gboolean
decide_period (KpSession *session,
               KpPublicityTally *tally,
               GError **error)
{
  const KpSchemePublicity *rule = &kp_session_get_scheme (session)->publicity;
  g_autoptr (KpCalendar) calendar = kp_holidays_load_shipped (error);

  tally->from = rule->from;
  return calendar != NULL
         && kp_calendar_decide_period_end (calendar, rule->from, rule->days, rule->is_in_workdays, &tally->until, error);
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

/* Where the background check is scored, nobody is proposed by the total alone. */
static gboolean
has_last_place (const KpScheme *scheme,
                const KpDossier *dossier)
{
  return !kp_scheme_asks_final_total (scheme)
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

  if (kp_scheme_asks_final_total (scheme))
    kp_final_total_cut (fit, (guint) post->places);
  else
    g_ptr_array_set_size (fit, (gint) MIN (fit->len, (guint) post->places));
  return fit;
}

static gboolean
propose_post (KpSession *session,
              KpLedger *ledger,
              KpRoster *roster,
              const KpPostRecord *post,
              GHashTable *moved,
              KpPublicityTally *tally,
              GError **error)
{
  g_autoptr (GPtrArray) fit = kp_hire_list_proposed (kp_session_get_scheme (session), roster, post, moved);
  g_autoptr (GHashTable) hired = kp_direct_map_hired (roster);
  g_autofree char *from = kp_date_dup_iso (tally->from);
  g_autofree char *until = kp_date_dup_iso (tally->until);

  for (guint i = 0; i < fit->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (fit, i);
      KpProposalRecord record = {
        .campaign = kp_session_get_campaign (session),
        .application = dossier->application->application,
        .post = post->post,
        .place = kp_direct_get_final_place (hired, dossier->total, kp_dossier_get_last_place (dossier)),
        .public_from = from,
        .public_until = until,
      };

      if (!kp_ledger_insert (ledger, &kp_proposal_table, &record, error))
        return FALSE;
      tally->n_proposed++;
    }
  return TRUE;
}

static gboolean
propose_posts (KpSession *session,
               KpLedger *ledger,
               KpRoster *roster,
               KpPublicityTally *tally,
               GError **error)
{
  g_autoptr (GPtrArray) posts
      = kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                         "AND state <> 'cancelled' ORDER BY post", KP_NO_BINDS, error);
  g_autoptr (GHashTable) moved = NULL;

  if (posts == NULL || !kp_final_total_check_settled (session, roster, posts, error))
    return FALSE;
  moved = kp_called_map_posts (session, roster, error);
  if (moved == NULL)
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    {
      if (!propose_post (session, ledger, roster, g_ptr_array_index (posts, i), moved, tally, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_proposed (KpRoster *roster,
             KpPublicityTally *tally)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpProposalRecord *proposal = kp_roster_get_dossier (roster, i)->proposal;

      if (proposal == NULL)
        continue;
      tally->n_proposed++;
      tally->from = kp_candidate_parse_date (proposal->public_from);
      tally->until = kp_candidate_parse_date (proposal->public_until);
    }
  tally->is_repeat = tally->n_proposed > 0;
  return tally->is_repeat;
}

/**
 * kp_step_publish:
 * @session: a session, open for writing
 * @tally: (out): who is proposed, and the days of publicity
 * @error: return location
 *
 * 拟聘用人员公示: proposes whoever passed everything, in order of place up to the places of each post, and counts the days of
 * publicity by the State Council's holiday table. A list that was published is never made again.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_publish (KpSession *session,
                 KpPublicityTally *tally,
                 GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_PUBLISH_HIRES, NULL, error);
  g_autoptr (KpRoster) roster = NULL;

  *tally = (KpPublicityTally) { 0 };
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  if (is_proposed (roster, tally))
    return TRUE;
  return check_results (roster, error) && decide_period (session, tally, error)
         && propose_posts (session, ledger, roster, tally, error) && kp_session_commit (session, ledger, error);
}

/* A post of 各街道 has no street of its own: its people are dealt to the streets in turn, by place. */
static const KpSchemeStreet *
choose_street (const KpScheme *scheme,
               const KpSchemePost *post,
               guint n_before)
{
  if (post->street != NULL)
    return kp_scheme_get_street (scheme, post->street);
  return g_ptr_array_index (scheme->streets, n_before % scheme->streets->len);
}

static gboolean
insert_contract (KpSession *session,
                 KpLedger *ledger,
                 const KpConversionReport *report,
                 const KpDossier *dossier,
                 const KpSchemePost *post,
                 const KpSchemeStreet *street,
                 guint serial,
                 GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autofree char *number = kp_contract_number_new (scheme->contract.number_pattern, street->code,
                                                    (guint) scheme->contract.start.year, serial, error);
  g_autofree char *starts = NULL;
  g_autofree char *ends = NULL;
  g_autofree char *probation_ends = NULL;
  KpContractRecord record = { 0 };
  KpHireTerms terms;

  if (number == NULL || !kp_hire_terms_decide (session, report, dossier, post, street, &terms, error))
    return FALSE;
  starts = kp_date_dup_iso (terms.start);
  ends = kp_date_dup_iso (terms.end);
  probation_ends = terms.probation_months > 0 ? kp_date_dup_iso (terms.probation_end) : NULL;
  record = (KpContractRecord) {
    .campaign = kp_session_get_campaign (session),
    .number = number,
    .application = dossier->application->application,
    .street = street->code,
    .starts = starts,
    .ends = ends,
    .probation_ends = probation_ends,
    .probation_months = terms.probation_months,
    .probation_wage = scheme->contract.probation_wage_percent,
    .sequence = terms.sequence,
    .grade = terms.grade,
    .recognised_months = terms.recognised_months,
    .wage = terms.wage,
    .allowance = terms.allowance,
    .probation_pay = terms.probation_pay,
  };
  return kp_ledger_insert (ledger, &kp_contract_table, &record, error);
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

/* Numbers run without gaps in each street. */
static gboolean
hire_post (KpSession *session,
           KpLedger *ledger,
           KpRoster *roster,
           const KpConversionReport *report,
           const KpSchemePost *post,
           guint *serials,
           KpHireTally *tally,
           GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GHashTable) moved = map_proposed (roster);
  g_autoptr (GPtrArray) fit = list_fit (scheme, roster, post->code, moved);
  guint n_dealt = 0;

  for (guint i = 0; i < fit->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (fit, i);
      const KpSchemeStreet *street;
      guint index = 0;

      if (dossier->proposal == NULL)
        continue;
      street = choose_street (scheme, post, n_dealt++);
      g_ptr_array_find (scheme->streets, street, &index);
      if (!insert_contract (session, ledger, report, dossier, post, street, ++serials[index], error))
        return FALSE;
      tally->n_contracts++;
    }
  return TRUE;
}

static gboolean
check_publicity (KpSession *session,
                 KpRoster *roster,
                 GError **error)
{
  const KpDate today = kp_session_get_today (session);
  KpPublicityTally publicity = { 0 };
  g_autofree char *until = NULL;

  if (!is_proposed (roster, &publicity))
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
                           _("Nobody is proposed for hire yet. Publish the proposed hires first."));
      return FALSE;
    }
  if (kp_date_compare (today, publicity.until) > 0)
    return TRUE;
  until = kp_date_dup_iso (publicity.until);
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
               _("The publicity runs until %s, that day included; contracts can be made from the next day on."), until);
  return FALSE;
}

static gboolean
has_contracts (KpRoster *roster,
               KpHireTally *tally)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    tally->n_contracts += kp_roster_get_dossier (roster, i)->contract != NULL;
  tally->is_repeat = tally->n_contracts > 0;
  return tally->is_repeat;
}

/**
 * kp_step_hire:
 * @session: a session, open for writing
 * @tally: (out): contracts made
 * @error: return location
 *
 * 聘用: makes the labour contract of everybody proposed, once the publicity is over, with the street as employer, term and
 * probation by the scheme and within 劳动合同法 §19, and closes the stage. Contracts that stand are never made again.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_hire (KpSession *session,
              KpHireTally *tally,
              GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autofree guint *serials = g_new0 (guint, scheme->streets->len + 1);
  g_autoptr (KpConversionReport) report = NULL;
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);

  *tally = (KpHireTally) { 0 };
  if (roster == NULL)
    return FALSE;
  if (has_contracts (roster, tally))
    return TRUE;
  ledger = kp_session_begin (session, KP_STEP_HIRE, NULL, error);
  if (ledger == NULL)
    return FALSE;
  g_clear_pointer (&roster, kp_roster_free);
  roster = kp_session_load_roster (session, error);
  report = roster != NULL ? kp_conversion_report_load (session, error) : NULL;
  if (report == NULL || !check_publicity (session, roster, error))
    return FALSE;
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      if (!hire_post (session, ledger, roster, report, g_ptr_array_index (scheme->posts, i), serials, tally, error))
        return FALSE;
    }
  return kp_session_close_stage (session, ledger, KP_STAGE_HIRE, error) && kp_session_commit (session, ledger, error);
}
