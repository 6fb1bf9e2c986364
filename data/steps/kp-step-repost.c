/* kp-step-repost.c – applicants of a cancelled post choose another one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 改报 (domain.md §3). The day of the opening isn't counted; with one day:
 *
 *   day        posts                                        applicants of a cancelled post
 *   Monday     opened, one is cancelled                     may choose another post that opens and whose terms they fulfil
 *   Tuesday    –                                            the last day
 *   Wednesday  seats may be drawn                           who hasn't chosen is out
 *
 * The opening isn't counted anew for those who came: the ratio is asked once. The post that they gave up stays in the
 * record. */
#include "kp-step-repost.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-holidays.h"
#include "kp-judgement.h"
#include "kp-step-seat.h"

/**
 * kp_repost_window_free:
 * @window: (nullable) (transfer full): of kp_repost_load_window()
 */
void
kp_repost_window_free (KpRepostWindow *window)
{
  if (window == NULL)
    return;
  g_ptr_array_unref (window->waiting);
  g_free (window);
}

/**
 * kp_repost_window_is_open:
 * @window: a window
 * @today: a day
 *
 * Returns: whether another post may be chosen on that day
 */
gboolean
kp_repost_window_is_open (const KpRepostWindow *window,
                          KpDate today)
{
  return !kp_date_is_none (window->until) && kp_date_compare (today, window->until) <= 0;
}

static const KpPostRecord *
find_post (GPtrArray *posts,
           const char *code)
{
  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);

      if (g_str_equal (post->post, code))
        return post;
    }
  return NULL;
}

static gboolean
is_cancelled (const KpPostRecord *post)
{
  return post != NULL && g_str_equal (post->state, KP_POST_CANCELLED);
}

static GPtrArray *
load_posts (KpSession *session,
            GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                          "ORDER BY post", KP_NO_BINDS, error);
}

/* Every post opens on one day. */
static gboolean
decide_end (const KpQuotaPolicy *policy,
            GPtrArray *posts,
            KpDate *until,
            GError **error)
{
  const KpPostRecord *first = posts->len > 0 ? g_ptr_array_index (posts, 0) : NULL;
  g_autoptr (KpCalendar) calendar = NULL;

  *until = KP_DATE_NONE;
  if (policy->repost_days == 0 || first == NULL || first->opened_on == NULL)
    return TRUE;
  calendar = kp_holidays_load_shipped (error);
  return calendar != NULL
         && kp_calendar_decide_period_end (calendar, kp_candidate_parse_date (first->opened_on), policy->repost_days,
                                           policy->is_repost_in_workdays, until, error);
}

/**
 * kp_repost_load_window:
 * @session: a session
 * @roster: its roster; must outlive the window
 * @error: return location
 *
 * Returns: (transfer full) (nullable): until when applicants of cancelled posts may choose, and who hasn't; or %NULL with
 *   #KP_WORKDAY_ERROR or #KP_DATA_ERROR
 */
KpRepostWindow *
kp_repost_load_window (KpSession *session,
                       KpRoster *roster,
                       GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GPtrArray) posts = load_posts (session, error);
  g_autoptr (KpRepostWindow) window = g_new0 (KpRepostWindow, 1);

  window->waiting = g_ptr_array_new ();
  if (posts == NULL || !decide_end (&scheme->quota, posts, &window->until, error))
    return NULL;
  for (guint i = 0; !kp_date_is_none (window->until) && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (is_cancelled (find_post (posts, dossier->application->post)) && kp_candidate_is_admitted (scheme, dossier))
        g_ptr_array_add (window->waiting, (gpointer) dossier);
    }
  return g_steal_pointer (&window);
}

/**
 * kp_repost_check_over:
 * @session: a session
 * @roster: its roster
 * @error: return location
 *
 * Asked before seats are drawn: they would shut out who may still choose.
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED as long as somebody may choose, or with another error
 */
gboolean
kp_repost_check_over (KpSession *session,
                      KpRoster *roster,
                      GError **error)
{
  g_autoptr (KpRepostWindow) window = kp_repost_load_window (session, roster, error);

  if (window == NULL)
    return FALSE;
  if (window->waiting->len == 0 || !kp_repost_window_is_open (window, kp_session_get_today (session)))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u applicants of cancelled posts may choose another post until %04d-%02d-%02d. Draw the seats when all have "
                 "chosen, or on the day after."),
               window->waiting->len, window->until.year, window->until.month, window->until.day);
  return FALSE;
}

static gboolean
check_window (KpSession *session,
              KpRoster *roster,
              GError **error)
{
  gint64 n_draws = 0;
  g_autoptr (KpRepostWindow) window = kp_repost_load_window (session, roster, error);

  if (window == NULL
      || !kp_table_count (kp_session_get_database (session), &kp_draw_table, kp_session_get_campaign (session),
                          "AND purpose = $2", KP_BINDS (KP_TEXT (KP_SEAT_DRAW)), &n_draws, error))
    return FALSE;
  if (kp_session_get_scheme (session)->quota.repost_days == 0)
    return kp_step_refuse (_("By the scheme nobody chooses another post after the own one was cancelled."), error);
  if (kp_date_is_none (window->until))
    return kp_step_refuse (_("The posts aren't opened yet, so none is cancelled."), error);
  if (!kp_repost_window_is_open (window, kp_session_get_today (session)))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Another post could be chosen until %04d-%02d-%02d; that day is over."), window->until.year,
                   window->until.month, window->until.day);
      return FALSE;
    }
  return n_draws == 0 || kp_step_refuse (_("The draw of the seats is committed already, so nobody can come to it any more."), error);
}

static gboolean
check_change (KpSession *session,
              GPtrArray *posts,
              const KpDossier *dossier,
              const char *number,
              const char *to,
              GError **error)
{
  const KpPostRecord *target = find_post (posts, to);

  if (dossier == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("No application has the number %s."), number);
      return FALSE;
    }
  if (target == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("The scheme has no post “%s”."), to);
      return FALSE;
    }
  if (is_cancelled (target))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("Post %s is cancelled itself; choose one that opens."), to);
      return FALSE;
    }
  if (is_cancelled (find_post (posts, dossier->application->post))
      && kp_candidate_is_admitted (kp_session_get_scheme (session), dossier))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Only who was admitted for a post that is cancelled now chooses another one; application %s wasn't."),
               dossier->application->application);
  return FALSE;
}

static gboolean
remove_findings (KpSession *session,
                 KpLedger *ledger,
                 const char *application,
                 GError **error)
{
  g_autoptr (GPtrArray) findings
      = kp_table_select (kp_session_get_database (session), &kp_finding_table, kp_session_get_campaign (session),
                         "AND application = $2", KP_BINDS (KP_TEXT (application)), error);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      if (!kp_ledger_remove (ledger, &kp_finding_table, g_ptr_array_index (findings, i), error))
        return FALSE;
    }
  return findings != NULL;
}

/* The terms of the new post must be fulfilled by what is known; a person can't decide any more, the review is closed. */
static gboolean
check_terms (KpSession *session,
             const KpDossier *moved,
             const KpJudgements *judgements,
             GError **error)
{
  g_autoptr (GPtrArray) findings = kp_judgements_list_findings (judgements, session, moved);

  if (kp_qualify_derive_outcome (findings) == KP_REVIEW_PASS)
    return TRUE;
  for (guint i = 0; i < findings->len; i++)
    {
      const KpFinding *finding = g_ptr_array_index (findings, i);

      if (finding->verdict == KP_VERDICT_MET || finding->verdict == KP_VERDICT_NOT_APPLICABLE)
        continue;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Application %s can't change to post %s: by what is known it doesn't fulfil the condition “%s”."),
                   moved->application->application, moved->application->post, finding->label);
      return FALSE;
    }
  return TRUE;
}

static gboolean
change_post (KpSession *session,
             KpLedger *ledger,
             const KpDossier *dossier,
             const char *to,
             GError **error)
{
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  g_autoptr (KpJudgements) judgements
      = kp_judgements_load_of (session, KP_MOMENT_REVIEW, dossier->application->application, error);
  KpApplicationRecord changed = *dossier->application;
  KpDossier moved = *dossier;
  KpReviewOutcome outcome;

  if (judgements == NULL)
    return FALSE;
  changed.first_post = changed.post;
  changed.post = to;
  changed.reposted_on = today;
  moved.application = &changed;
  return check_terms (session, &moved, judgements, error)
         && remove_findings (session, ledger, changed.application, error)
         && kp_judgements_put_findings (session, ledger, &moved, judgements, &outcome, error)
         && kp_ledger_put (ledger, &kp_application_table, &changed, error);
}

/**
 * kp_step_repost:
 * @session: a session, open for writing
 * @number: registration number of somebody whose post is cancelled
 * @post: code of the post chosen instead
 * @error: return location
 *
 * 改报: moves an application to a post that opens, within the scheme's days and before the seats are drawn, if it fulfils
 * the terms of that post.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_WORKDAY_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_repost (KpSession *session,
                const char *number,
                const char *post,
                GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_REPOST, number, error);
  g_autoptr (KpRoster) roster = ledger != NULL ? kp_session_load_roster (session, error) : NULL;
  g_autoptr (GPtrArray) posts = roster != NULL ? load_posts (session, error) : NULL;
  const KpDossier *dossier;

  if (posts == NULL || !check_window (session, roster, error))
    return FALSE;
  dossier = kp_roster_find_application (roster, number);
  return check_change (session, posts, dossier, number, post, error)
         && change_post (session, ledger, dossier, post, error) && kp_session_commit (session, ledger, error);
}
