/* kp-step-bonus.c – a bonus claim that two people examined.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A claim may be examined as long as the list that it counts for can still be made again:
 *
 *   added to                 until                                 what is made again
 *   written mark, list       the interview is drawn, or a test     bonus, written mark, list
 *                            before it is recorded
 *   interview, total         the first result of physical or       bonus, totals and who is called
 *                            background is recorded
 */
#include "kp-step-bonus.h"

#include <glib/gi18n-lib.h>

#include "kp-bonus-award.h"
#include "kp-called.h"
#include "kp-roster.h"
#include "kp-step-shortlist.h"
#include "kp-step-total.h"

static const KpBonusItem *
find_item (const KpBonusPolicy *policy,
           const char *name,
           GError **error)
{
  for (guint i = 0; i < policy->items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (policy->items, i);

      if (g_strcmp0 (item->code, name) == 0 || g_strcmp0 (item->label, name) == 0)
        return item;
    }
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("The scheme's bonus has no item “%s”."), name);
  return NULL;
}

static const KpDossier *
find_person (KpRoster *roster,
             const char *number,
             GError **error)
{
  const KpDossier *dossier = kp_roster_find_any_number (roster, number);

  if (dossier == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("There is no candidate with the number “%s”."), number);
  return dossier;
}

static gboolean
is_for_list (const KpBonusPolicy *policy,
             const KpBonusItem *item)
{
  const KpBonusTarget target = kp_bonus_policy_get_target (policy, item);

  return target == KP_BONUS_ON_WRITTEN || target == KP_BONUS_ON_SHORTLIST;
}

/* What was made by the marks that the item changes. */
static gboolean
check_open (KpRoster *roster,
            gboolean is_for_list,
            const KpBonusItem *item,
            GError **error)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (is_for_list && (dossier->hearing != NULL || kp_dossier_get_last_heat (dossier) != NULL))
        {
          g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("“%s” counts for the interview list, and those on the list are already drawn or tested; the claim "
                         "can't be examined any more."),
                       item->label);
          return FALSE;
        }
      if ((dossier->physical != NULL && !g_str_equal (dossier->physical->outcome, "called"))
          || (dossier->background != NULL && !g_str_equal (dossier->background->outcome, "called")))
        {
          g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                               _("Results of the physical or the background are recorded; bonus claims can't be examined any "
                                 "more."));
          return FALSE;
        }
    }
  return TRUE;
}

/* 酌情加分: as many as the examiners say, within the item's points. */
static gboolean
read_points (const KpBonusItem *item,
             const KpBonusExamined *examined,
             gint64 *points,
             GError **error)
{
  g_autofree char *most = kp_mark_dup_text (item->points, 0);
  KpMark mark = 0;

  *points = KP_NO_INT;
  if (!examined->is_approved || (!item->is_graded && examined->points == NULL))
    return TRUE;
  if (!item->is_graded)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("“%s” has the points of the scheme; nobody grades it. Leave the points out."), item->label);
      return FALSE;
    }
  if (examined->points == NULL || !kp_mark_parse (examined->points, 2, &mark, NULL) || mark <= 0
      || mark > item->points)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("“%s” is graded: say how many points, more than 0 and at most %s, with at most two decimals."), item->label,
                   most);
      return FALSE;
    }
  *points = mark;
  return TRUE;
}

static gboolean
put_review (KpSession *session,
            KpLedger *ledger,
            KpRoster *roster,
            const KpBonusExamined *examined,
            const KpTwoPeople *people,
            GError **error)
{
  const KpBonusPolicy *policy = &kp_session_get_scheme (session)->bonus;
  const KpBonusItem *item = find_item (policy, examined->item, error);
  const KpDossier *dossier = item != NULL ? find_person (roster, examined->number, error) : NULL;
  g_autofree char *on = kp_date_is_none (examined->claimed_on) ? NULL : kp_date_dup_iso (examined->claimed_on);
  g_autofree char *now = kp_session_dup_now (session);
  KpBonusReviewRecord record = {
    .campaign = kp_session_get_campaign (session),
    .verdict = examined->is_approved ? KP_BONUS_APPROVED : KP_BONUS_REFUSED,
    .claimed_on = on,
    .reason = people->reason,
    .first_person = people->first_person,
    .second_person = people->second_person,
    .at = now,
  };

  if (dossier == NULL || !check_open (roster, is_for_list (policy, item), item, error)
      || !read_points (item, examined, &record.points, error))
    return FALSE;
  record.application = dossier->application->application;
  record.item = item->code;
  return kp_ledger_put (ledger, &kp_bonus_review_table, &record, error);
}

static gboolean
has_list (KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    if (kp_roster_get_dossier (roster, i)->shortlist != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_totals (KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    if (kp_roster_get_dossier (roster, i)->total != NULL)
      return TRUE;
  return FALSE;
}

/**
 * kp_bonus_make_again:
 * @session: a session
 * @ledger: of its open unit of work
 * @roster: its roster
 * @error: return location
 *
 * Awards the bonus anew and makes the lists again that are there already, by what is examined and claimed now. Who changes
 * that asks before whether the lists may still be made again.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_bonus_make_again (KpSession *session,
                     KpLedger *ledger,
                     KpRoster *roster,
                     GError **error)
{
  g_autoptr (GArray) entries = NULL;
  guint n_called = 0;

  if (!has_list (roster))
    return TRUE;
  if (!kp_bonus_award_all (session, ledger, roster, &n_called, error))
    return FALSE;
  entries = kp_shortlist_decide_again (session, ledger, roster, error);
  if (entries == NULL)
    return FALSE;
  return !has_totals (roster)
         || (kp_total_decide_again (session, ledger, TRUE, error) && kp_called_start (session, ledger, &n_called, error));
}

/**
 * kp_step_examine_bonus:
 * @session: a session, open for writing
 * @examined: (array length=n_examined): the claims, each of a person and an item
 * @n_examined: how many
 * @people: who examined them, and why they decided so; members may be %NULL
 * @error: return location
 *
 * 加分审核: an approved item is had whatever the registration says, a refused one isn't; a later word replaces the earlier.
 * An item without condition is had only by this. Lists that are there already are made again. All or nothing.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_examine_bonus (KpSession *session,
                       const KpBonusExamined *examined,
                       guint n_examined,
                       const KpTwoPeople *people,
                       GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = NULL;

  if (!kp_two_people_check_change (session, people, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_DECIDE_BONUS, NULL, error);
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  for (guint i = 0; roster != NULL && i < n_examined; i++)
    if (!put_review (session, ledger, roster, &examined[i], people, error))
      return FALSE;
  return roster != NULL && kp_bonus_make_again (session, ledger, roster, error) && kp_session_commit (session, ledger, error);
}
