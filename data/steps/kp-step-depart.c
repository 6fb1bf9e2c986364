/* kp-step-depart.c – who leaves after the proposed hires were published, and who is called from the reserve pool for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a leaving opens is what substitution.final_until says of its stage (rules/kp-departure-kind.c):
 *
 *   hire, probation     up to that stage the next in the ranking is called at once
 *   reserve             the place waits; each call from the pool fills one, until the pool's last day
 *   anything earlier    the place stays empty
 *
 * Whoever is called goes through physical, background and a publicity of his own; the places of all others stay what they
 * are. A contract that was made and never begun is taken back, and its number isn't used again. */
#include "kp-step-depart.h"

#include <glib/gi18n-lib.h>

#include "kp-called.h"
#include "kp-candidate.h"
#include "kp-departure.h"
#include "kp-employment.h"
#include "kp-final-total-record.h"
#include "kp-probation-stage.h"

/* Everything that a leaving is held against, as it was before anybody of the order left. */
typedef struct
{
  KpSession *session;
  KpRoster *roster;
  KpEmployments *works;
  GHashTable *moved; /* of kp_called_map_posts() */
} Scene;

static void
scene_clear (Scene *scene)
{
  g_clear_pointer (&scene->moved, g_hash_table_unref);
  g_clear_pointer (&scene->works, kp_employments_free);
  g_clear_pointer (&scene->roster, kp_roster_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

/** kp_depart_tally_clear: frees what @tally owns. */
void
kp_depart_tally_clear (KpDepartTally *tally)
{
  g_clear_pointer (&tally->why, g_free);
}

static gboolean
load (Scene *scene,
      GError **error)
{
  scene->roster = kp_session_load_roster (scene->session, error);
  scene->works = scene->roster != NULL ? kp_employments_load (scene->session, error) : NULL;
  scene->moved = scene->works != NULL ? kp_called_map_posts (scene->session, scene->roster, error) : NULL;
  return scene->moved != NULL;
}

#define REFUSE(error, ...) (g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, __VA_ARGS__), FALSE)

/* Signed, insured, a probation that runs, or an end: there was work. */
static gboolean
is_begun (const KpEmployment *work)
{
  gboolean has_duty = FALSE;

  for (guint i = 0; i < KP_DUTY_N; i++)
    has_duty |= work->duties[i] != NULL;
  return has_duty || work->n_links > 0 || work->assessment != NULL || work->outcome != NULL || work->end != NULL;
}

static gboolean
is_ranked (const KpDossier *dossier)
{
  return dossier->total != NULL && dossier->total->place != KP_NO_INT && kp_departure_get_failed (dossier) == NULL;
}

static gboolean
has_open_check (const KpDossier *dossier)
{
  return (dossier->physical != NULL && g_str_equal (dossier->physical->outcome, "called"))
         || (dossier->background != NULL && g_str_equal (dossier->background->outcome, "called"));
}

/* Who isn't proposed may only give up waiting, or be found out. */
static gboolean
check_unproposed (const KpDossier *dossier,
                  KpDepartureKind kind,
                  const char *number,
                  GError **error)
{
  if (!is_ranked (dossier))
    return REFUSE (error, _("Number %s is neither proposed for hire nor in the ranking, so there is nothing to leave."), number);
  if (has_open_check (dossier))
    return REFUSE (error, _("Number %s is called and has no result yet; enter the result with the sheet of physical or background."), number);
  return kind == KP_DEPARTURE_WAIVER || kind == KP_DEPARTURE_BREACH
         || REFUSE (error, _("Number %s isn't proposed for hire; who waits can only waive, or be found out."), number);
}

/* Of somebody who is proposed: how far the person is; FALSE where that doesn't go with the cause. */
static gboolean
find_moment (const Scene *scene,
             const KpDossier *dossier,
             KpDepartureKind kind,
             const char *number,
             KpDepartureMoment *moment,
             GError **error)
{
  const KpEmployment *work
      = dossier->contract != NULL ? kp_employments_find (scene->works, dossier->contract->number, NULL) : NULL;
  const KpDate until = kp_candidate_parse_date (dossier->proposal->public_until);
  const gboolean is_public = kp_date_compare (kp_session_get_today (scene->session), until) <= 0;

  *moment = is_public ? KP_DEPARTURE_WHILE_PUBLIC : KP_DEPARTURE_BEFORE_WORK;
  if (work != NULL && is_begun (work))
    *moment = KP_DEPARTURE_AT_WORK;
  if (*moment == KP_DEPARTURE_AT_WORK && work->end == NULL)
    return REFUSE (error, _("The contract of number %s has begun. End it first (“kaopin contract FILE NUMBER --end GROUND”), so that "
                     "the law is kept; then record the leaving as dismissed or resigned."), number);
  if (*moment == KP_DEPARTURE_AT_WORK && !kp_departure_kind_ends_contract (kind) && kind != KP_DEPARTURE_BREACH)
    return REFUSE (error, _("The contract of number %s has begun and ended; the leaving is dismissed or resigned."), number);
  if (*moment != KP_DEPARTURE_AT_WORK && kp_departure_kind_ends_contract (kind))
    return REFUSE (error, _("Number %s has no contract that was begun and ended, so nobody was dismissed and nobody resigned."), number);
  return !(is_public && kind == KP_DEPARTURE_ABSENT)
         || REFUSE (error, _("The publicity of number %s isn't over, so nobody could report for work yet."), number);
}

static gboolean
check_leaver (const Scene *scene,
              const KpDossier *dossier,
              KpDepartureKind kind,
              const char *number,
              KpDepartureMoment *moment,
              GError **error)
{
  if (dossier == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("The record has no number %s."), number);
      return FALSE;
    }
  if (dossier->departure != NULL)
    return REFUSE (error, _("Number %s left already."), number);
  if (dossier->proposal != NULL)
    return find_moment (scene, dossier, kind, number, moment, error);
  *moment = KP_DEPARTURE_BEFORE_WORK;
  return check_unproposed (dossier, kind, number, error);
}

static const char *
get_left_post (const Scene *scene,
               const KpDossier *dossier)
{
  const char *other = g_hash_table_lookup (scene->moved, dossier);

  return other != NULL ? other : dossier->total->post;
}

static gboolean
insert (const Scene *scene,
        KpLedger *ledger,
        const KpDossier *dossier,
        KpDepartureKind kind,
        KpDepartureMoment moment,
        const KpTwoPeople *people,
        GError **error)
{
  const gboolean is_shared = kp_session_get_scheme (scene->session)->substitution.from != KP_SUBSTITUTES_FROM_POST;
  const KpEmployment *work
      = dossier->contract != NULL ? kp_employments_find (scene->works, dossier->contract->number, NULL) : NULL;
  const gboolean is_idle = work != NULL && moment != KP_DEPARTURE_AT_WORK;
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (scene->session));
  g_autofree char *now = kp_session_dup_now (scene->session);
  KpDepartureRecord record = {
    .campaign = kp_session_get_campaign (scene->session),
    .application = dossier->application->application,
    .post = get_left_post (scene, dossier),
    .kind = kp_departure_kind_get_name (kind),
    .stage = kp_stage_get_name (kp_departure_decide_leaving (kind, moment).stage),
    .round = kp_departure_get_next_round (scene->roster, is_shared ? NULL : dossier->application->post),
    .left_on = work != NULL && work->end != NULL ? work->end->last_day : today,
    .reason = people->reason,
    .contract = is_idle ? dossier->contract->number : NULL,
    .street = is_idle ? dossier->contract->street : NULL,
    .starts = is_idle ? dossier->contract->starts : NULL,
    .first_person = people->first_person,
    .second_person = people->second_person,
    .at = now,
  };

  return kp_ledger_insert (ledger, &kp_departure_table, &record, error)
         && (!is_idle || kp_ledger_remove (ledger, &kp_contract_table, dossier->contract, error));
}

static gboolean
has_proposals (KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (kp_roster_get_dossier (roster, i)->proposal != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_published (KpRoster *roster,
                 GError **error)
{
  if (has_proposals (roster))
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
                       _("The proposed hires aren't published yet. Until then who waives or fails stands in the sheets of "
                         "physical and background."));
  return FALSE;
}

/* Places that wait for a call from the pool. */
static guint
count_waiting (const KpScheme *scheme,
               KpRoster *roster)
{
  guint n = 0;

  for (guint i = 0; kp_departure_is_answered_by_reserve (scheme) && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      n += dossier->departure != NULL && dossier->departure->called_on == NULL && dossier->proposal != NULL;
    }
  return n;
}

/* Calls who follows, and tells what became of the posts. */
static gboolean
go_on (KpSession *session,
       KpLedger *ledger,
       GHashTable *posts,
       KpDepartTally *tally,
       GError **error)
{
  g_autoptr (GString) why = g_string_new (NULL);
  g_autoptr (GList) codes = g_list_sort (g_hash_table_get_keys (posts), (GCompareFunc) g_strcmp0);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) waiting = NULL;
  KpFinalTotalTally final;

  if (!kp_called_go_on (session, ledger, &tally->n_called, error)
      || !kp_final_total_record_write (session, ledger, &final, error))
    return FALSE;
  roster = kp_session_load_roster (session, error);
  for (GList *at = codes; roster != NULL && at != NULL; at = at->next)
    {
      g_autofree char *one = kp_called_dup_vacancy (session, roster, at->data, error);

      if (one == NULL)
        return FALSE;
      g_string_append (why, one);
    }
  if (roster == NULL)
    return FALSE;
  waiting = kp_called_list_waiting (session, roster, error);
  if (waiting == NULL)
    return FALSE;
  tally->n_unapproved = waiting->len;
  tally->n_waiting = count_waiting (kp_session_get_scheme (session), roster);
  tally->why = g_string_free (g_steal_pointer (&why), FALSE);
  return TRUE;
}

/**
 * kp_depart_write:
 * @session: a session
 * @ledger: its unit of work
 * @order: who leaves, why, and who answers for it
 * @tally: (out): what came of it
 * @error: return location
 *
 * Writes who leaves together, and calls who follows as the scheme says.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_depart_write (KpSession *session,
                 KpLedger *ledger,
                 const KpDepartOrder *order,
                 KpDepartTally *tally,
                 GError **error)
{
  g_autoptr (GHashTable) posts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_auto (Scene) scene = { .session = session };
  KpDepartureKind kind;

  *tally = (KpDepartTally) { 0 };
  if (!kp_departure_kind_parse (order->kind, &kind) || !load (&scene, error) || !check_published (scene.roster, error))
    return FALSE;
  for (guint i = 0; order->numbers[i] != NULL; i++)
    {
      const KpDossier *dossier = kp_roster_find_number (scene.roster, order->numbers[i]);
      KpDepartureMoment moment;

      if (!check_leaver (&scene, dossier, kind, order->numbers[i], &moment, error))
        return FALSE;
      if (!g_hash_table_add (seen, (gpointer) dossier))
        return REFUSE (error, _("Number %s names somebody who is named before; once is enough."), order->numbers[i]);
      if (!insert (&scene, ledger, dossier, kind, moment, &order->people, error))
        return FALSE;
      g_hash_table_add (posts, g_strdup (get_left_post (&scene, dossier)));
      tally->n_left++;
    }
  return go_on (session, ledger, posts, tally, error);
}

static gboolean
check_kind (const char *name,
            GError **error)
{
  KpDepartureKind kind;

  if (!kp_departure_kind_parse (name, &kind))
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                           _("The cause is waiver, absent, breach, dismissed or resigned."));
      return FALSE;
    }
  return kind != KP_DEPARTURE_OBJECTION
         || REFUSE (error, "%s",
                    _("Who leaves for an objection does so by its answer: record it and answer it with “kaopin objection FILE "
                      "--answer N --upheld”."));
}

/**
 * kp_step_depart:
 * @session: a session, open for writing
 * @order: who leaves, why, and who answers for it
 * @tally: (out): what came of it; kp_depart_tally_clear() frees it
 * @error: return location
 *
 * 聘用前后退出: waiver of hire, not reported, found out, dismissed or resigned within the term of the reserve pool. Who is
 * named in one call leaves together.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_depart (KpSession *session,
                const KpDepartOrder *order,
                KpDepartTally *tally,
                GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;

  *tally = (KpDepartTally) { 0 };
  if (!check_kind (order->kind, error) || !kp_two_people_check_change (session, &order->people, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "depart", order->kind, error);
  return ledger != NULL && kp_depart_write (session, ledger, order, tally, error) && kp_probation_stage_commit (session, ledger, error);
}

/* ---- 后备库 ---- */

static gboolean
check_reserve (KpSession *session,
               GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autofree char *until = kp_date_is_none (scheme->reserve.until) ? NULL : kp_date_dup_iso (scheme->reserve.until);

  if (!scheme->reserve.applies)
    return REFUSE (error, "%s", _("The scheme has no reserve."));
  if (!kp_departure_is_answered_by_reserve (scheme))
    return REFUSE (error,
                   _("By the scheme (substitution.final_until: %s) no place is filled from the reserve by a call: up to then "
                     "who follows is called at once, and what is left later stays empty."),
                   kp_until_get_name (scheme->substitution.final));
  return kp_reserve_is_open (&scheme->reserve, kp_session_get_today (session))
         || REFUSE (error, _("The last day of the reserve was %s; nobody may be called from it any more."), until);
}

/* The place that waits longest. */
static const KpDepartureRecord *
find_waiting (KpRoster *roster,
              const char *post)
{
  const KpDepartureRecord *first = NULL;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpDepartureRecord *departure = dossier->departure;

      if (departure != NULL && departure->called_on == NULL && dossier->proposal != NULL
          && g_str_equal (departure->post, post) && (first == NULL || departure->round < first->round))
        first = departure;
    }
  return first;
}

/* Answered now, and so in a round after all that were answered before. */
static gboolean
answer (KpSession *session,
        KpLedger *ledger,
        const char *post,
        GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  const gboolean is_shared = kp_session_get_scheme (session)->substitution.from != KP_SUBSTITUTES_FROM_POST;
  const KpDepartureRecord *waiting = roster != NULL ? find_waiting (roster, post) : NULL;
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  KpDepartureRecord changed;

  if (roster == NULL)
    return FALSE;
  if (waiting == NULL)
    return REFUSE (error, _("No place of post %s waits for a call from the reserve. Record first who left it, with “kaopin hire FILE "
                     "--leave NUMBER”."), post);
  changed = *waiting;
  changed.called_on = today;
  changed.round = kp_departure_get_next_round (
      roster, is_shared ? NULL : kp_roster_find_application (roster, waiting->application)->application->post);
  return kp_ledger_update (ledger, &kp_departure_table, &changed, error);
}

/**
 * kp_step_call_reserve:
 * @session: a session, open for writing
 * @post: code of a post of which a place waits
 * @tally: (out): what came of it; kp_depart_tally_clear() frees it
 * @error: return location
 *
 * 后备库递补: calls the first of the pool for one place that was left, in order of merit and within the pool's term; physical,
 * background and a publicity of his own follow.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_call_reserve (KpSession *session,
                      const char *post,
                      KpDepartTally *tally,
                      GError **error)
{
  g_autoptr (GHashTable) posts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KpLedger) ledger = NULL;

  *tally = (KpDepartTally) { 0 };
  if (!check_reserve (session, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "call-reserve", post, error);
  g_hash_table_add (posts, (gpointer) post);
  if (ledger == NULL || !answer (session, ledger, post, error) || !go_on (session, ledger, posts, tally, error))
    return FALSE;
  if (tally->n_called == 0 && tally->n_unapproved > 0)
    return REFUSE (error, _("By the scheme a substitution is approved first; record the approval with “kaopin approve FILE %s”, then call."), post);
  if (tally->n_called == 0)
    return REFUSE (error, _("Nobody can be called from the reserve. %s"), tally->why);
  return kp_probation_stage_commit (session, ledger, error);
}
