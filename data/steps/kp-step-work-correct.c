/* kp-step-work-correct.c – puts right a duty or a link of a probation that was written down wrongly.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was written down stays: the correction holds it word by word with the reason and the two people, a link's row is
 * never touched but counts no more, and the right one is a new link of the chain. */
#include "kp-step-work-correct.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-probation-stage.h"
#include "kp-step-probation.h"
#include "kp-two-people.h"

typedef struct
{
  KpSession *session;
  KpLedger *ledger;
  const KpEmployment *work;
  const KpWorkCorrectOrder *order;
} Correcting;

static char *
describe (const char *day, const char *document, const char *text)
{
  return g_strdup_printf ("%s %s %s", day, document != NULL ? document : "", text != NULL ? text : "");
}

static gboolean
write_correction (const Correcting *correcting, const char *what, const char *before, const char *after, GError **error)
{
  const KpWorkCorrectOrder *order = correcting->order;
  g_autofree char *now = kp_session_dup_now (correcting->session);
  KpWorkCorrectionRecord record = {
    .campaign = kp_session_get_campaign (correcting->session),
    .contract = correcting->work->contract->number,
    .serial = correcting->work->corrections->len + 1,
    .what = what,
    .before_text = before,
    .after_text = after,
    .reason = order->reason,
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
  };

  return kp_ledger_insert (correcting->ledger, &kp_work_correction_table, &record, error);
}

/* ---- duties ---- */

static gboolean
correct_duty (const Correcting *correcting, GError **error)
{
  const KpWorkCorrectOrder *order = correcting->order;
  const KpContractEventRecord *stored = correcting->work->duties[order->duty];
  g_autofree char *day = kp_date_is_valid (order->day) ? kp_date_dup_iso (order->day) : NULL;
  g_autofree char *what = g_strdup_printf ("duty:%s", kp_duty_get_name (order->duty));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  KpContractEventRecord changed;

  if (stored == NULL)
    return kp_step_refuse (_ ("This isn't written down yet, so there is nothing to correct."), error);
  before = describe (stored->day, stored->document, NULL);
  if (order->takes_back)
    return write_correction (correcting, what, before, NULL, error)
           && kp_ledger_remove (correcting->ledger, &kp_contract_event_table, stored, error);
  changed = *stored;
  changed.day = day != NULL ? day : stored->day;
  changed.document = order->document != NULL ? order->document : stored->document;
  after = describe (changed.day, changed.document, NULL);
  return write_correction (correcting, what, before, after, error)
         && kp_ledger_update (correcting->ledger, &kp_contract_event_table, &changed, error);
}

/* ---- links ---- */

static gboolean
check_link (const Correcting *correcting, const KpProbationLinkRecord *stored, GError **error)
{
  const KpEmployment *work = correcting->work;
  const KpDate day = correcting->order->day;
  KpLink link = KP_LINK_CONDITIONS;

  if (work->outcome != NULL || work->end != NULL)
    return kp_step_refuse (_ ("This probation is settled already; its chain isn't changed any more."), error);
  if (kp_employment_has_corrected (work, (guint) stored->serial))
    return kp_step_refuse (_ ("This link was corrected already; correct the one that took its place."), error);
  if (kp_link_parse (stored->link, &link) && link != KP_LINK_CONDITIONS && kp_date_is_valid (day)
      && kp_date_compare (day, work->file.start) < 0)
    return kp_step_refuse (_ ("That day is before the first day of work."), error);
  return TRUE;
}

/* What the survey or the assessment brought goes with a link that is taken back. */
static gboolean
clear_assessment (const Correcting *correcting, const KpProbationLinkRecord *stored, GError **error)
{
  const KpProbationAssessmentRecord *assessment = correcting->work->assessment;
  const gboolean is_survey = g_str_equal (stored->link, kp_link_get_name (KP_LINK_SURVEY));
  KpProbationAssessmentRecord changed;

  if (assessment == NULL || (!is_survey && !g_str_equal (stored->link, kp_link_get_name (KP_LINK_ASSESSMENT))))
    return TRUE;
  changed = *assessment;
  if (is_survey)
    changed.n_satisfied = changed.n_fair = changed.n_unsatisfied = 0;
  else
    {
      changed.points = NULL;
      changed.vetoes = 0;
    }
  return kp_ledger_update (correcting->ledger, &kp_probation_assessment_table, &changed, error);
}

/* A notice or a service that is on record has to be carried by the chain as it is now. */
static gboolean
check_carried (const Correcting *correcting, const KpProbationLinkRecord *stored, KpDate day, GError **error)
{
  const KpEmployment *work = correcting->work;
  const KpProbationLinkRecord *last = work->service != NULL ? work->service : work->notice;
  const gboolean is_last = last != NULL && last->serial == stored->serial;
  const gboolean is_gone = is_last && correcting->order->takes_back;
  KpLink link;

  if (is_gone && work->service != NULL)
    last = work->notice;
  if (last == NULL || (is_gone && work->service == NULL) || !kp_link_parse (last->link, &link))
    return TRUE;
  return kp_probation_check_carried (correcting->session, work->contract->number, link,
                                     is_last && !is_gone ? day : kp_candidate_parse_date (last->day), error);
}

static gboolean
replace_link (const Correcting *correcting, const KpProbationLinkRecord *stored, GError **error)
{
  const KpWorkCorrectOrder *order = correcting->order;
  g_autofree char *now = kp_session_dup_now (correcting->session);
  g_autofree char *day = kp_date_is_valid (order->day) ? kp_date_dup_iso (order->day) : g_strdup (stored->day);
  g_autofree char *what = g_strdup_printf ("link:%" G_GINT64_FORMAT, stored->serial);
  g_autofree char *before = describe (stored->day, stored->document, stored->text);
  g_autofree char *after = NULL;
  KpProbationLinkRecord record = *stored;

  record.serial = correcting->work->n_links + 1;
  record.day = day;
  record.document = order->document != NULL ? order->document : stored->document;
  record.first_person = order->by;
  record.second_person = order->with;
  record.at = now;
  after = order->takes_back ? NULL : describe (record.day, record.document, record.text);
  if (!write_correction (correcting, what, before, after, error))
    return FALSE;
  if (!(order->takes_back ? clear_assessment (correcting, stored, error)
                          : kp_ledger_insert (correcting->ledger, &kp_probation_link_table, &record, error)))
    return FALSE;
  return check_carried (correcting, stored, kp_candidate_parse_date (day), error);
}

static gboolean
correct_link (const Correcting *correcting, GError **error)
{
  g_autofree KpProbationLinkRecord *stored = NULL;

  if (!kp_table_find (kp_session_get_database (correcting->session), &kp_probation_link_table,
                      kp_session_get_campaign (correcting->session),
                      KP_BINDS (KP_TEXT (correcting->work->contract->number), KP_INT (correcting->order->serial)), &stored, error))
    return FALSE;
  if (stored == NULL)
    return kp_step_refuse (_ ("The chain has no link of this number; “kaopin probation FILE NUMBER” lists them."), error);
  return check_link (correcting, stored, error) && replace_link (correcting, stored, error);
}

static gboolean
check_order (KpSession *session, const KpWorkCorrectOrder *order, GError **error)
{
  const KpTwoPeople people = { order->by, order->with, order->reason };

  if (!kp_two_people_check_change (session, &people, error))
    return FALSE;
  if (order->takes_back == (kp_date_is_valid (order->day) || order->document != NULL))
    return kp_step_refuse (_ ("Say what is right, the day or the paper; or that it is taken back."), error);
  if (kp_date_is_valid (order->day) && kp_date_compare (order->day, kp_session_get_today (session)) > 0)
    return kp_step_refuse (_ ("That day hasn't come yet; what is still to be done can't be recorded as done."), error);
  return TRUE;
}

/**
 * kp_step_correct_work:
 * @session: a session, open for writing
 * @order: what was mistyped, and what is right
 * @error: return location
 *
 * 更正办理事项或者试用期记录, by two people and with a reason; the old stays on record. Refused once the probation is
 * settled, and where a notice that was given would lose its ground.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_correct_work (KpSession *session, const KpWorkCorrectOrder *order, GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpEmployments) works = NULL;
  Correcting correcting = { .session = session, .order = order };

  if (!check_order (session, order, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_RECORD_PROBATION, "correct", error);
  works = ledger != NULL ? kp_employments_load (session, error) : NULL;
  correcting.ledger = ledger;
  correcting.work = works != NULL ? kp_employments_find (works, order->number, error) : NULL;
  if (correcting.work == NULL
      || !(order->is_duty ? correct_duty (&correcting, error) : correct_link (&correcting, error)))
    return FALSE;
  return kp_probation_stage_commit (session, ledger, error);
}
