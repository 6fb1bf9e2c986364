/* kp-step-extra.c – the extra test that parts people whom no other rule does.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-extra.h"

#include <glib/gi18n-lib.h>

#include "kp-roster.h"
#include "kp-shortlist-record.h"
#include "kp-total-lines.h"
#include "kp-total-source.h"

#define FULL_MARK KP_MARK (100, 0)
#define DECIMALS 2

static gboolean
has_tie (const GPtrArray *ties,
         KpTieField field)
{
  for (guint i = 0; i < ties->len; i++)
    {
      if (((const KpTie *) g_ptr_array_index (ties, i))->field == field)
        return TRUE;
    }
  return FALSE;
}

/* Which of the three rankings the test is of: the list, the total, the final total. */
static gboolean
is_of (const char *paper,
       const char *other)
{
  return g_str_equal (paper, other);
}

static gboolean
has_list_tie (const KpScheme *scheme,
              KpTieField field)
{
  const GPtrArray *keys = scheme->shortlist.tie_keys;

  for (guint i = 0; keys != NULL && scheme->shortlist.last_tie == KP_LAST_TIE_BY_KEY && i < keys->len; i++)
    {
      if (((const KpTie *) g_ptr_array_index (keys, i))->field == field)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_tied_on_list (const KpDossier *dossier)
{
  return dossier->shortlist != NULL
         && g_str_equal (dossier->shortlist->outcome, kp_shortlist_verdict_get_name (KP_SHORTLIST_UNDECIDED));
}

static gboolean
check_has_test (KpSession *session,
                const KpDossier *dossier,
                const char *paper,
                GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autofree KpPostRecord *post = NULL;

  if (!kp_table_find (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_TEXT (dossier->application->post)), &post, error))
    return FALSE;
  if (is_of (paper, KP_LIST_TEST_PAPER)
          ? has_list_tie (scheme, KP_TIE_EXTRA_TEST)
          : has_tie (is_of (paper, KP_FINAL_TEST_PAPER) ? scheme->background.score.ties
                                                        : kp_total_source_get_order (scheme, post)->ties,
                     KP_TIE_EXTRA_TEST))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("The scheme names no extra test for ties of post %s."),
               dossier->application->post);
  return FALSE;
}

static gboolean
check_is_known (const KpDossier *dossier,
                const char *paper,
                const char *number,
                GError **error)
{
  const gboolean is_of_list = is_of (paper, KP_LIST_TEST_PAPER);

  if (dossier != NULL
      && (is_of_list                           ? dossier->shortlist != NULL
          : is_of (paper, KP_FINAL_TEST_PAPER) ? dossier->final_total != NULL
                                               : dossier->total != NULL))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
               is_of_list ? _("Nobody on a list of the written exam holds the number %s; give a ticket or registration number.")
                          : _("Nobody with a total holds the number %s; give a ticket or registration number of the total "
                              "bulletin."),
               number);
  return FALSE;
}

static gboolean
is_tied_in (const KpDossier *dossier,
            const char *paper)
{
  if (is_of (paper, KP_LIST_TEST_PAPER))
    return is_tied_on_list (dossier);
  return is_of (paper, KP_FINAL_TEST_PAPER) ? dossier->final_total->is_undecided != 0 : dossier->total->is_undecided != 0;
}

/* Only who is tied takes an extra test; a mark that is there already may be set right until the list's stage is closed. */
static gboolean
check_is_tied (KpSession *session,
               const KpDossier *dossier,
               const char *paper,
               const char *number,
               GError **error)
{
  const gboolean is_of_list = is_of (paper, KP_LIST_TEST_PAPER);
  g_autofree KpMarkRecord *stored = NULL;

  if (!check_is_known (dossier, paper, number, error) || !check_has_test (session, dossier, paper, error)
      || !kp_table_find (kp_session_get_database (session), &kp_mark_table, kp_session_get_campaign (session),
                         KP_BINDS (KP_TEXT (paper), KP_TEXT (dossier->application->application)), &stored, error))
    return FALSE;
  if (stored != NULL && g_str_equal (stored->how, "corrected"))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Two people put the extra test of number %s right; only another correction changes it."), number);
      return FALSE;
    }
  if (is_tied_in (dossier, paper) || stored != NULL)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               is_of_list ? _("Number %s isn't tied at the last place of its list, so there is no extra test to enter.")
                          : _("The total of number %s isn't tied, so there is no extra test to enter."),
               number);
  return FALSE;
}

static gboolean
enter (KpSession *session,
       KpStep step,
       const char *paper,
       const char *number,
       const char *value,
       GError **error)
{
  const KpMarkRange range = { .full_mark = FULL_MARK, .decimals = DECIMALS };
  g_autoptr (KpLedger) ledger = kp_session_begin (session, step, paper, error);
  g_autoptr (KpRoster) roster = NULL;
  KpShortlistTally tally = { 0 };
  const KpDossier *dossier;
  KpMarkRecord record = { .campaign = kp_session_get_campaign (session),
                          .paper = paper,
                          .state = kp_mark_state_get_name (KP_MARK_PRESENT),
                          .how = "resolved" };
  KpMark mark;

  if (ledger == NULL || !kp_mark_parse_in_range (value, &range, &mark, error))
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  dossier = kp_roster_find_number (roster, number);
  if (!check_is_tied (session, dossier, paper, number, error))
    return FALSE;
  record.application = dossier->application->application;
  record.mark = mark;
  return kp_ledger_put (ledger, &kp_mark_table, &record, error)
         && (step != KP_STEP_RECHECK || kp_shortlist_record_write (session, ledger, &tally, error))
         && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_enter_extra_test:
 * @session: a session, open for writing
 * @number: ticket or registration number
 * @value: mark of the extra test, 0 to 100 with at most two decimals
 * @error: return location
 *
 * 加试: keeps the mark that parts people whom the other fields of the scheme's tie order left equal. kp_step_total() then
 * makes the places anew. It never counts towards a total.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_extra_test (KpSession *session,
                          const char *number,
                          const char *value,
                          GError **error)
{
  return enter (session, KP_STEP_TOTAL, KP_EXTRA_TEST_PAPER, number, value, error);
}

/**
 * kp_step_enter_list_test:
 * @session: a session, open for writing
 * @number: ticket or registration number
 * @value: mark of the extra test, 0 to 100 with at most two decimals
 * @error: return location
 *
 * 加试: the same among those who are tied at the last place of the list of the interview. kp_step_shortlist() then makes the
 * list anew; among substitutes at the re-check this step does. A tie of the totals has an extra test of its own.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_list_test (KpSession *session,
                         const char *number,
                         const char *value,
                         GError **error)
{
  return enter (session, kp_shortlist_record_get_step (session), KP_LIST_TEST_PAPER, number, value, error);
}

/**
 * kp_step_enter_final_test:
 * @session: a session, open for writing
 * @number: ticket or registration number
 * @value: mark of the extra test, 0 to 100 with at most two decimals
 * @error: return location
 *
 * 加试: the same among those whose final totals are tied; kp_step_final_total() then makes the places anew.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_final_test (KpSession *session,
                          const char *number,
                          const char *value,
                          GError **error)
{
  return enter (session, KP_STEP_FINAL_TOTAL, KP_FINAL_TEST_PAPER, number, value, error);
}

/**
 * kp_list_test_check_ties:
 * @session: a session
 * @error: return location
 *
 * Asked before the list's stage is closed: who is tied at its last place would be left out for ever.
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED, naming who takes the extra test or waits for the committee's decision, or with
 * #KP_DATA_ERROR
 */
gboolean
kp_list_test_check_ties (KpSession *session,
                         GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const gboolean is_tested = has_list_tie (scheme, KP_TIE_EXTRA_TEST);
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autoptr (KpRoster) roster = NULL;

  if (!is_tested && !has_list_tie (scheme, KP_TIE_DECISION))
    return TRUE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (is_tied_on_list (dossier) && dossier->leaving == NULL)
        g_string_append_printf (numbers, " %s",
                                dossier->seat != NULL ? dossier->seat->ticket : dossier->application->application);
    }
  if (numbers->len == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               is_tested ? _("These are tied for the last place of their list:%s. Hold the extra test, enter each mark with "
                             "“kaopin shortlist FILE --extra-test”, and make the lists again.")
                         : _("These are tied for the last place of their list:%s. By the scheme the committee decides; record "
                             "its decision for each with “kaopin decide FILE tie NUMBER RANK”, and make the lists again."),
               numbers->str);
  return FALSE;
}

/* Whether a tie that nothing parts lies across the last of @n_places. */
static gboolean
is_tied_at_cut (KpRoster *roster,
                const KpTotalRecord *total,
                gint64 n_places)
{
  gint64 n_sharing = 0;

  if (!total->is_undecided || total->place == KP_NO_INT || total->place > n_places)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpTotalRecord *other = kp_roster_get_dossier (roster, i)->total;

      n_sharing += other != NULL && g_str_equal (other->post, total->post) && other->place == total->place
                   && !kp_direct_is_hired (other);
    }
  return total->place + n_sharing - 1 > n_places;
}

/* 面试未形成竞争: whoever waits for a vote would be left out for ever, too. */
static gboolean
check_votes (const KpScheme *scheme,
             KpRoster *roster,
             GError **error)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; kp_scheme_asks_vote (scheme) && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->total != NULL && g_str_equal (dossier->total->outcome, kp_standing_get_name (KP_STANDING_OPEN)))
        g_string_append_printf (codes, " %s", dossier->hearing->code);
    }
  if (codes->len == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Nobody can be examined yet: the totals of these interview numbers wait for the examiners' vote:%s. Record it "
                 "for each with “kaopin decide FILE vote NUMBER 5/7”, and make the totals again."),
               codes->str);
  return FALSE;
}

/* Where the total only calls, and a final total says who gets the places, the tie that matters is the one at the list's end. */
static gint64
count_cut (const KpScheme *scheme,
           const KpPostRecord *post)
{
  return kp_scheme_asks_final_total (scheme)
             ? (gint64) kp_physical_count_wanted (&scheme->physical.policy, (guint) post->places)
             : post->places;
}

/* Those whom @field could part: who are tied for the last place of a post. */
static char *
dup_tied (const KpScheme *scheme,
          KpRoster *roster,
          GPtrArray *posts,
          KpTieField field)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autoptr (GHashTable) hired = kp_direct_map_hired (roster);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      for (guint j = 0; dossier->total != NULL && j < posts->len; j++)
        {
          const KpPostRecord *post = g_ptr_array_index (posts, j);
          const gint64 n_direct = GPOINTER_TO_UINT (g_hash_table_lookup (hired, post->post));

          if (g_str_equal (post->post, dossier->total->post) && has_tie (kp_total_source_get_order (scheme, post)->ties, field)
              && is_tied_at_cut (roster, dossier->total, count_cut (scheme, post) - n_direct))
            g_string_append_printf (numbers, " %s",
                                    dossier->seat != NULL && field == KP_TIE_EXTRA_TEST
                                        ? dossier->seat->ticket
                                        : dossier->application->application);
        }
    }
  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

/**
 * kp_extra_test_check_ties:
 * @session: a session
 * @error: return location
 *
 * Asked before the first result of physical or background: from then on the totals are closed, and a place over which two
 * are tied would stay empty for ever.
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED, naming who is to take the extra test or waits for the committee's decision,
 * or with #KP_DATA_ERROR
 */
gboolean
kp_extra_test_check_ties (KpSession *session,
                          GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (KpDirectHires) hires = NULL;
  g_autofree char *tested = NULL;
  g_autofree char *decided = NULL;

  hires = roster != NULL ? kp_direct_hires_load (session, roster, error) : NULL;
  if (hires == NULL || !kp_direct_hires_check_decided (hires, error))
    return FALSE;
  posts = kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                           "ORDER BY post", KP_NO_BINDS, error);
  if (posts == NULL || !kp_total_lines_check_drawn (session, roster, posts, error) || !check_votes (scheme, roster, error))
    return FALSE;
  tested = dup_tied (scheme, roster, posts, KP_TIE_EXTRA_TEST);
  decided = dup_tied (scheme, roster, posts, KP_TIE_DECISION);
  if (*tested == '\0' && *decided == '\0')
    return TRUE;
  if (*tested != '\0')
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("Nobody can be examined yet: these are tied for the last place of their post:%s. Hold the extra test, "
                   "enter each mark, and make the totals again."),
                 tested);
  else
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("Nobody can be examined yet: these are tied for the last place of their post:%s. By the scheme the "
                   "committee decides; record its decision for each with “kaopin decide FILE tie APPLICATION RANK”, and make "
                   "the totals again."),
                 decided);
  return FALSE;
}
