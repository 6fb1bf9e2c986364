/* kp-step-shortlist.c – bonus, written results and the way into the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-shortlist.h"

#include "kp-candidate.h"
#include "kp-heat-record.h"
#include "kp-paper-lock.h"
#include "kp-qualify.h"
#include "kp-step-mark-recheck.h"
#include "kp-written-field.h"

static gboolean
write_bonus (KpSession *session,
             KpLedger *ledger,
             const KpWrittenEntry *written,
             guint *n_items,
             GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const KpBonusPolicy *policy = &scheme->bonus;
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (KpBonusResult) result = NULL;
  g_autofree KpBonusClaim *claims = NULL;
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, scheme, written->dossier);
  codes = kp_bonus_propose_items (policy, &facts);
  claims = g_new0 (KpBonusClaim, codes->len);
  for (guint i = 0; i < codes->len; i++)
    claims[i] = (KpBonusClaim) { .item = g_ptr_array_index (codes, i), .is_approved = TRUE };
  result = kp_bonus_decide (policy, &facts, claims, codes->len,
                            written->is_exempt ? KP_MARK_PRESENT : written->papers.state);

  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);
      const KpBonusAward *award = kp_bonus_result_get_award (result, code);
      KpBonusRecord record = {
        .campaign = kp_session_get_campaign (session),
        .application = written->dossier->application->application,
        .item = code,
        .points = award->amount,
        .counts = award->counts && kp_written_entry_may_gain (scheme, written, award->item),
      };

      if (!kp_ledger_put (ledger, &kp_bonus_table, &record, error))
        return FALSE;
      *n_items += 1;
    }
  return TRUE;
}

/**
 * kp_step_award_bonus:
 * @session: a session, open for writing
 * @n_items: (out): items that candidates hold
 * @error: return location
 *
 * 加分: proposes the items whose condition a candidate fulfils by the reviewed registration, and marks those that the
 * scheme's rule lets count. Nobody without a written mark gets any on it (domain.md §7).
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_award_bonus (KpSession *session,
                     guint *n_items,
                     GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_SHORTLIST, "bonus", error);
  const KpBonusPolicy *policy = &kp_session_get_scheme (session)->bonus;
  const gboolean reaches_total
      = kp_bonus_policy_reaches (policy, KP_BONUS_ON_TOTAL) || kp_bonus_policy_reaches (policy, KP_BONUS_ON_INTERVIEW);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) candidates = NULL;

  *n_items = 0;
  if (ledger == NULL || !kp_mark_recheck_check_over (session, error))
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  candidates = kp_written_field_load (session, roster, error);
  if (candidates == NULL)
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    {
      const KpWrittenEntry *written = &g_array_index (candidates, KpWrittenEntry, i);

      if (written->is_exempt && !reaches_total)
        continue;
      if (!write_bonus (session, ledger, written, n_items, error))
        return FALSE;
    }
  return kp_session_commit (session, ledger, error);
}

static gboolean
is_drawn (KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (kp_roster_get_dossier (roster, i)->hearing != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_tested (KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (kp_dossier_get_last_heat (kp_roster_get_dossier (roster, i)) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whoever had no mark and has one now, or the other way round: whether the bonus counts hangs on it. */
static gboolean
award_again (KpSession *session,
             KpLedger *ledger,
             const KpWrittenEntry *written,
             GError **error)
{
  const KpShortlistRecord *stored = written->dossier->shortlist;
  const gboolean was_present
      = stored != NULL && g_str_equal (stored->state, kp_mark_state_get_name (KP_MARK_PRESENT));
  guint n_items = 0;

  return written->is_exempt || stored == NULL || was_present == (written->papers.state == KP_MARK_PRESENT)
         || write_bonus (session, ledger, written, &n_items, error);
}

/**
 * kp_shortlist_decide_again:
 * @session: a session
 * @ledger: its unit of work; marks are as they shall be
 * @roster: its roster
 * @error: return location
 *
 * Makes written marks, places and the shortlist of all posts again. Once the interview is drawn, who is on the list stays:
 * what the rules say then is each entry's verdict. Nothing is written where nothing differs.
 *
 * Returns: (transfer full) (nullable) (element-type KpWrittenEntry): everybody of the written exam, pointing into @roster;
 *   or %NULL with an error
 */
GArray *
kp_shortlist_decide_again (KpSession *session,
                           KpLedger *ledger,
                           KpRoster *roster,
                           GError **error)
{
  g_autoptr (GArray) entries = kp_written_field_load (session, roster, error);
  const gboolean is_listed = is_drawn (roster);
  const gboolean is_tested = has_tested (roster);
  KpShortlistTally tally = { 0 };

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      KpWrittenEntry *written = &g_array_index (entries, KpWrittenEntry, i);

      written->is_listed = is_listed || is_tested;
      if (!award_again (session, ledger, written, error))
        return NULL;
    }
  if (!kp_written_field_add_bonus (session, entries, error)
      || !kp_shortlist_record_write_entries (session, ledger, entries, is_listed, &tally, error))
    return NULL;
  return g_steal_pointer (&entries);
}

/**
 * kp_step_shortlist:
 * @session: a session, open for writing
 * @tally: (out): what was decided
 * @error: return location
 *
 * 入围面试: weighs papers, adds the bonus that kp_step_award_bonus() left, sets the line (rules/kp-line.c), ranks each post
 * and cuts by ratio, line and the scheme's rule for a tied last place (rules/kp-shortlist.c). Places that a post loses to a
 * shortage or leaves to another are written too. May be run again until somebody is re-checked or the interview is drawn. A
 * line or a shortage that the committee has to decide is refused until it is (kp_step_decide()). Papers that nobody locked
 * are locked by it. Where candidates may have marks checked it waits for that period to be over.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_shortlist (KpSession *session,
                   KpShortlistTally *tally,
                   GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_SHORTLIST, NULL, error);

  *tally = (KpShortlistTally) { 0 };
  return ledger != NULL && kp_heat_check_none_begun (session, error) && kp_mark_recheck_check_over (session, error)
         && kp_paper_lock_by_shortlist (session, ledger, error)
         && kp_shortlist_record_write (session, ledger, tally, error) && kp_session_commit (session, ledger, error);
}
