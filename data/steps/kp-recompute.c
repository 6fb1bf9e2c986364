/* kp-recompute.c – makes everything again that depends on marks, and tells what people have to decide.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is numbers is made again; what has been done with people stays, and is told:
 *
 *   written marks, places     always made again, and the shortlist too until the interview is drawn
 *   interview marks           raw, room means and coefficients of every post
 *   totals, places            always; final totals too, of whom is called
 *   who is called             made again until the first result is in
 *   a check that is scored    its result follows its mark over the line; who is called by it now is told
 *   who is proposed           never; the place beside the name follows the totals
 */

#include "kp-recompute.h"

#include "kp-called.h"
#include "kp-change.h"
#include "kp-direct-hires.h"
#include "kp-final-total-record.h"
#include "kp-opening.h"
#include "kp-step-hire.h"
#include "kp-step-interview.h"
#include "kp-step-shortlist.h"
#include "kp-step-total.h"
#include "kp-written-field.h"

/* How far the campaign is. */
typedef struct
{
  gboolean has_shortlist;
  gboolean has_hearings;
  gboolean has_interviews;
  gboolean has_totals;
  gboolean has_results; /* of physical or background */
  gboolean has_proposals;
} Reach;

static gboolean
has_result (const KpFitnessRecord *fitness)
{
  return fitness != NULL && !g_str_equal (fitness->outcome, "called");
}

static Reach
find_reach (KpRoster *roster)
{
  Reach reach = { 0 };

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      reach.has_shortlist |= dossier->shortlist != NULL;
      reach.has_hearings |= dossier->hearing != NULL;
      reach.has_interviews |= dossier->interview != NULL;
      reach.has_totals |= dossier->total != NULL;
      reach.has_results |= has_result (dossier->physical) || has_result (dossier->background);
      reach.has_proposals |= dossier->proposal != NULL;
    }
  return reach;
}

static void
add_pending (GPtrArray *pending,
             const KpDossier *dossier,
             KpPendingKind kind)
{
  KpPendingCase *one = g_new0 (KpPendingCase, 1);

  one->application = g_strdup (dossier->application->application);
  one->number = g_strdup (kp_change_get_number (dossier));
  one->post = g_strdup (dossier->application->post);
  one->kind = kind;
  g_ptr_array_add (pending, one);
}

static gboolean
decide_written (KpSession *session,
                KpLedger *ledger,
                KpRoster *roster,
                const Reach *reach,
                GPtrArray *pending,
                GError **error)
{
  g_autoptr (GArray) entries = kp_shortlist_decide_again (session, ledger, roster, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; reach->has_hearings && i < entries->len; i++)
    {
      const KpWrittenEntry *entry = &g_array_index (entries, KpWrittenEntry, i);
      const gboolean should_be = kp_shortlist_verdict_is_in (entry->verdict);

      if (entry->dossier->shortlist != NULL && kp_dossier_is_on_shortlist (entry->dossier) != should_be)
        add_pending (pending, entry->dossier, should_be ? KP_PENDING_SHORTLIST_MISSED : KP_PENDING_SHORTLIST_UNDUE);
    }
  return TRUE;
}

static gboolean
decide_called (KpSession *session,
               KpLedger *ledger,
               KpRoster *roster,
               const Reach *reach,
               GPtrArray *pending,
               GError **error)
{
  g_autoptr (GArray) differences = g_array_new (FALSE, FALSE, sizeof (KpCalledDifference));

  if (!reach->has_results)
    return kp_called_change (session, ledger, roster, error);
  if (!kp_called_compare (session, roster, differences, error))
    return FALSE;
  for (guint i = 0; i < differences->len; i++)
    {
      const KpCalledDifference *difference = &g_array_index (differences, KpCalledDifference, i);

      add_pending (pending, difference->dossier,
                   difference->should_be ? KP_PENDING_CALL_MISSED : KP_PENDING_CALL_UNDUE);
    }
  return TRUE;
}

/* Results of checks by their marks; the roster with them, and with the rounds in which people leave by them. */
static KpRoster *
judge_checks (KpSession *session,
              KpLedger *ledger,
              GError **error)
{
  g_autoptr (KpRoster) roster = NULL;

  if (!kp_final_total_record_judge_again (session, ledger, error))
    return NULL;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL || !kp_scheme_asks_final_total (kp_session_get_scheme (session)))
    return g_steal_pointer (&roster);
  if (!kp_called_note_rounds (session, ledger, roster, error))
    return NULL;
  return kp_session_load_roster (session, error);
}

/* Who is proposed stays; the place is the one of the totals. */
static gboolean
follow_place (KpLedger *ledger,
              GHashTable *hired,
              const KpDossier *dossier,
              GError **error)
{
  KpProposalRecord changed;

  if (dossier->proposal == NULL || dossier->total == NULL || kp_dossier_get_last_place (dossier) == KP_NO_INT)
    return TRUE;
  changed = *dossier->proposal;
  changed.place = kp_direct_get_final_place (hired, dossier->total, kp_dossier_get_last_place (dossier));
  return kp_ledger_put (ledger, &kp_proposal_table, &changed, error);
}

static gboolean
compare_proposals (KpSession *session,
                   KpLedger *ledger,
                   KpRoster *roster,
                   GPtrArray *pending,
                   GError **error)
{
  g_autoptr (GHashTable) should = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) posts = kp_posts_list_going_on (session, error);
  g_autoptr (GHashTable) hired = kp_direct_map_hired (roster);
  g_autoptr (GHashTable) moved = NULL;

  if (posts == NULL)
    return FALSE;
  moved = kp_called_map_posts (session, roster, error);
  if (moved == NULL)
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    {
      g_autoptr (GPtrArray) own
          = kp_hire_list_proposed (kp_session_get_scheme (session), roster, g_ptr_array_index (posts, i), moved);

      for (guint j = 0; j < own->len; j++)
        g_hash_table_add (should, g_ptr_array_index (own, j));
    }
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const gboolean should_be = g_hash_table_contains (should, dossier);

      if (!follow_place (ledger, hired, dossier, error))
        return FALSE;
      if (dossier->departure == NULL && should_be != (dossier->proposal != NULL))
        add_pending (pending, dossier, should_be ? KP_PENDING_PROPOSAL_MISSED : KP_PENDING_PROPOSAL_UNDUE);
    }
  return TRUE;
}

/**
 * kp_recompute_is_due:
 * @session: a session
 * @is_due: (out): whether anything was made from marks yet; else kp_recompute() has nothing to do
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_recompute_is_due (KpSession *session,
                     gboolean *is_due,
                     GError **error)
{
  static const KpTable *const made[] = { &kp_shortlist_table, &kp_interview_table, &kp_total_table };

  *is_due = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (made) && !*is_due; i++)
    {
      gint64 n = 0;

      if (!kp_table_count (kp_session_get_database (session), made[i], kp_session_get_campaign (session), "", KP_NO_BINDS, &n,
                           error))
        return FALSE;
      *is_due = n > 0;
    }
  return TRUE;
}

/**
 * kp_recompute:
 * @session: a session
 * @ledger: its unit of work; marks are as they shall be
 * @current: (nullable): the campaign as it is; %NULL when something of a dossier was written since it was read
 * @pending: (element-type KpPendingCase): gets what people have to decide
 * @error: return location
 *
 * Makes again what was made already: written results, interview marks over all rooms, totals, places, and who is called
 * where nobody was examined yet. By the session's scheme; no stage is asked or closed.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_recompute (KpSession *session,
              KpLedger *ledger,
              KpRoster *current,
              GPtrArray *pending,
              GError **error)
{
  g_autoptr (KpRoster) own = current == NULL ? kp_session_load_roster (session, error) : NULL;
  KpRoster *roster = current != NULL ? current : own;
  KpFinalTotalTally final;
  Reach reach;

  if (roster == NULL)
    return FALSE;
  reach = find_reach (roster);
  if (reach.has_shortlist && !decide_written (session, ledger, roster, &reach, pending, error))
    return FALSE;
  if (reach.has_interviews && !kp_interview_decide_marks (session, ledger, roster, error))
    return FALSE;
  if (!reach.has_totals)
    return TRUE;
  if (!kp_total_decide_again (session, ledger, !reach.has_results, error))
    return FALSE;
  g_clear_pointer (&own, kp_roster_free);
  own = judge_checks (session, ledger, error);
  if (own == NULL || !decide_called (session, ledger, own, &reach, pending, error)
      || !kp_final_total_record_write (session, ledger, &final, error))
    return FALSE;
  if (!reach.has_proposals)
    return TRUE;
  g_clear_pointer (&own, kp_roster_free);
  own = kp_session_load_roster (session, error);
  return own != NULL && compare_proposals (session, ledger, own, pending, error);
}

static const struct
{
  const char *name;
  const char *chinese;
} kinds[KP_N_PENDING_KINDS] = {
  [KP_PENDING_SHORTLIST_MISSED] = { "shortlist_missed", "应入围而未入围" },
  [KP_PENDING_SHORTLIST_UNDUE] = { "shortlist_undue", "不应入围而已入围" },
  [KP_PENDING_CALL_MISSED] = { "call_missed", "应体检（考察）而未通知" },
  [KP_PENDING_CALL_UNDUE] = { "call_undue", "不应体检（考察）而已通知" },
  [KP_PENDING_PROPOSAL_MISSED] = { "proposal_missed", "应公示而未公示" },
  [KP_PENDING_PROPOSAL_UNDUE] = { "proposal_undue", "不应公示而已公示" },
};

/**
 * kp_pending_kind_get_name:
 * @kind: a kind
 *
 * Returns: (transfer none): its name for JSON
 */
const char *
kp_pending_kind_get_name (KpPendingKind kind)
{
  return kinds[kind].name;
}

/**
 * kp_pending_kind_get_chinese:
 * @kind: a kind
 *
 * Returns: (transfer none): what has happened otherwise
 */
const char *
kp_pending_kind_get_chinese (KpPendingKind kind)
{
  return kinds[kind].chinese;
}

/**
 * kp_pending_free:
 * @pending: (transfer full): one person
 */
void
kp_pending_free (KpPendingCase *pending)
{
  g_free (pending->application);
  g_free (pending->number);
  g_free (pending->post);
  g_free (pending);
}
