/* kp-step-extra.c – the extra test that parts people whom no other rule does.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-extra.h"

#include <glib/gi18n-lib.h>

#include "kp-roster.h"

#define FULL_MARK KP_MARK (100, 0)
#define DECIMALS 2

static gboolean
has_tie (const KpScheme *scheme,
         const char *post,
         KpTieField field)
{
  const KpTotalPolicy *policy = &kp_scheme_get_total (scheme, kp_scheme_get_post (scheme, post)->total)->policy;

  for (guint i = 0; i < policy->ties->len; i++)
    {
      if (((const KpTie *) g_ptr_array_index (policy->ties, i))->field == field)
        return TRUE;
    }
  return FALSE;
}

/* Only who is tied takes an extra test; a mark that is there already may be set right until the totals are closed. */
static gboolean
check_is_tied (KpSession *session,
               const KpDossier *dossier,
               const char *number,
               GError **error)
{
  g_autofree KpMarkRecord *stored = NULL;

  if (dossier == NULL || dossier->total == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("Nobody with a total holds the number %s; give a ticket or registration number of the total bulletin."),
                   number);
      return FALSE;
    }
  if (!has_tie (kp_session_get_scheme (session), dossier->application->post, KP_TIE_EXTRA_TEST))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The scheme names no extra test for ties of post %s."), dossier->application->post);
      return FALSE;
    }
  if (!kp_table_find (kp_session_get_database (session), &kp_mark_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_TEXT (KP_EXTRA_TEST_PAPER), KP_TEXT (dossier->application->application)), &stored, error))
    return FALSE;
  if (stored != NULL && g_str_equal (stored->how, "corrected"))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Two people put the extra test of number %s right; only another correction changes it."), number);
      return FALSE;
    }
  if (dossier->total->is_undecided || stored != NULL)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The total of number %s isn't tied, so there is no extra test to enter."), number);
  return FALSE;
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
  const KpMarkRange range = { .full_mark = FULL_MARK, .decimals = DECIMALS };
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_TOTAL, "extra-test", error);
  g_autoptr (KpRoster) roster = NULL;
  const KpDossier *dossier;
  KpMarkRecord record = { .campaign = kp_session_get_campaign (session),
                          .paper = KP_EXTRA_TEST_PAPER,
                          .state = kp_mark_state_get_name (KP_MARK_PRESENT),
                          .how = "resolved" };
  KpMark mark;

  if (ledger == NULL || !kp_mark_parse_in_range (value, &range, &mark, error))
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  dossier = kp_roster_find_ticket (roster, number);
  if (dossier == NULL)
    dossier = kp_roster_find_application (roster, number);
  if (!check_is_tied (session, dossier, number, error))
    return FALSE;
  record.application = dossier->application->application;
  record.mark = mark;
  return kp_ledger_put (ledger, &kp_mark_table, &record, error) && kp_session_commit (session, ledger, error);
}

/* Whether a tie that nothing parts lies across the last of @n_places. */
static gboolean
is_tied_at_cut (KpRoster *roster,
                const KpTotalRecord *total,
                gint64 n_places)
{
  gint64 n_sharing = 0;

  if (!total->is_undecided || total->place > n_places)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpTotalRecord *other = kp_roster_get_dossier (roster, i)->total;

      n_sharing += other != NULL && g_str_equal (other->post, total->post) && other->place == total->place;
    }
  return total->place + n_sharing - 1 > n_places;
}

/* Those whom @field could part: who are tied for the last place of a post. */
static char *
dup_tied (const KpScheme *scheme,
          KpRoster *roster,
          GPtrArray *posts,
          KpTieField field)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      for (guint j = 0; dossier->total != NULL && j < posts->len; j++)
        {
          const KpPostRecord *post = g_ptr_array_index (posts, j);

          if (g_str_equal (post->post, dossier->total->post) && has_tie (scheme, post->post, field)
              && is_tied_at_cut (roster, dossier->total, post->places))
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
  g_autofree char *tested = NULL;
  g_autofree char *decided = NULL;

  if (roster == NULL)
    return FALSE;
  posts = kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                           "ORDER BY post", KP_NO_BINDS, error);
  if (posts == NULL)
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
