/* kp-step-shortlist.c – bonus, written results and the way into the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-shortlist.h"

#include "kp-bonus-award.h"
#include "kp-candidate.h"
#include "kp-heat-record.h"
#include "kp-paper-lock.h"
#include "kp-qualify.h"
#include "kp-step-mark-recheck.h"
#include "kp-written-field.h"

/**
 * kp_bonus_award_all:
 * @session: a session
 * @ledger: its unit of work
 * @roster: its roster
 * @n_items: (inout): gets the items that candidates have added to it
 * @error: return location
 *
 * Awards everybody what the facts and those who examined the claims say.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR where marks are missing, or with #KP_DATA_ERROR
 */
gboolean
kp_bonus_award_all (KpSession *session,
                    KpLedger *ledger,
                    KpRoster *roster,
                    guint *n_items,
                    GError **error)
{
  const KpBonusPolicy *policy = &kp_session_get_scheme (session)->bonus;
  const gboolean reaches_total
      = kp_bonus_policy_reaches (policy, KP_BONUS_ON_TOTAL) || kp_bonus_policy_reaches (policy, KP_BONUS_ON_INTERVIEW);
  g_autoptr (KpBonusAwards) awards = kp_bonus_awards_load (session, error);
  g_autoptr (GArray) candidates = awards != NULL ? kp_written_field_load (session, roster, error) : NULL;

  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      const KpWrittenEntry *written = &g_array_index (candidates, KpWrittenEntry, i);

      if ((!written->is_exempt || reaches_total)
          && !kp_bonus_awards_write (awards, session, ledger, written, n_items, error))
        return FALSE;
    }
  return candidates != NULL;
}

/**
 * kp_step_award_bonus:
 * @session: a session, open for writing
 * @n_items: (out): items that candidates hold
 * @error: return location
 *
 * 加分: awards the items whose condition a candidate fulfils by the reviewed registration, or that two people approved
 * (kp_step_examine_bonus()), and marks those that the scheme's rule lets count. Nobody without a written mark gets any on it (domain.md §7).
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_award_bonus (KpSession *session,
                     guint *n_items,
                     GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_SHORTLIST, "bonus", error);
  g_autoptr (KpRoster) roster = NULL;

  *n_items = 0;
  if (ledger == NULL || !kp_mark_recheck_check_over (session, error))
    return FALSE;
  roster = kp_session_load_roster (session, error);
  return roster != NULL && kp_bonus_award_all (session, ledger, roster, n_items, error)
         && kp_session_commit (session, ledger, error);
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
award_again (const KpBonusAwards *awards,
             KpSession *session,
             KpLedger *ledger,
             const KpWrittenEntry *written,
             GError **error)
{
  const KpShortlistRecord *stored = written->dossier->shortlist;
  const gboolean was_present
      = stored != NULL && g_str_equal (stored->state, kp_mark_state_get_name (KP_MARK_PRESENT));
  guint n_items = 0;

  return written->is_exempt || stored == NULL || was_present == (written->papers.state == KP_MARK_PRESENT)
         || kp_bonus_awards_write (awards, session, ledger, written, &n_items, error);
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
  g_autoptr (KpBonusAwards) awards = kp_bonus_awards_load (session, error);
  g_autoptr (GArray) entries = awards != NULL ? kp_written_field_load (session, roster, error) : NULL;
  const gboolean is_listed = is_drawn (roster);
  const gboolean is_tested = has_tested (roster);
  KpShortlistTally tally = { 0 };

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      KpWrittenEntry *written = &g_array_index (entries, KpWrittenEntry, i);

      written->is_listed = is_listed || is_tested;
      if (!award_again (awards, session, ledger, written, error))
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
