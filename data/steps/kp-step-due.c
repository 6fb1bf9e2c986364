/* kp-step-due.c – all deadlines of a campaign in one list.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-due.h"

#include <string.h>

#include "kp-candidate.h"
#include "kp-change-tables.h"
#include "kp-holidays.h"
#include "kp-proof-list.h"
#include "kp-step-amend.h"
#include "kp-step-objection.h"

static void
free_due (gpointer data)
{
  KpDue *due = data;

  kp_deadline_free (due->deadline);
  g_free (due->name);
  g_free (due->street);
  g_free (due);
}

/* Who graduates after the cut-off of the conditions showed no certificate at the review: it is owed by the summer. */
static gboolean
owes_certificate (const KpScheme *scheme,
                  const KpDossier *dossier)
{
  const KpDate graduated = kp_candidate_parse_date (dossier->person->graduated);

  return kp_date_is_valid (graduated) && kp_date_is_valid (scheme->cutoff)
         && kp_date_compare (graduated, scheme->cutoff) > 0;
}

/* Proposed, without a contract yet, and didn't leave. */
static gboolean
is_to_hire (const KpDossier *dossier)
{
  return dossier->proposal != NULL && dossier->contract == NULL && dossier->departure == NULL;
}

/* Who is proposed and has no contract yet is known by the registration number. */
static void
add_proposed (GArray *persons,
              const KpScheme *scheme,
              KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpDeadlinePerson person = { .number = dossier->application->application, .owes_certificate = TRUE };

      if (is_to_hire (dossier) && owes_certificate (scheme, dossier))
        g_array_append_val (persons, person);
    }
}

static GArray *
list_persons (KpSession *session,
              KpRoster *roster,
              const KpEmployments *works)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  GArray *persons = g_array_new (FALSE, FALSE, sizeof (KpDeadlinePerson));

  for (guint i = 0; i < kp_employments_get_n (works); i++)
    {
      const KpEmployment *work = kp_employments_get (works, i);
      const KpDossier *dossier = kp_roster_find_application (roster, work->contract->application);
      KpDeadlinePerson person = work->person;

      person.owes_certificate = dossier != NULL && owes_certificate (scheme, dossier);
      g_array_append_val (persons, person);
    }
  add_proposed (persons, scheme, roster);
  return persons;
}

/* Of several rounds the one that isn't hired yet and ends first. */
static void
look_at_publicity (KpDeadlineCampaign *campaign,
                   KpRoster *roster)
{
  KpDate last = KP_DATE_NONE;

  campaign->is_hired = TRUE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpDate until
          = dossier->proposal != NULL ? kp_candidate_parse_date (dossier->proposal->public_until) : KP_DATE_NONE;

      if (dossier->proposal != NULL)
        last = until;
      if (!is_to_hire (dossier) || (!campaign->is_hired && kp_date_compare (until, campaign->publicity_until) >= 0))
        continue;
      campaign->is_hired = FALSE;
      campaign->publicity_until = until;
    }
  if (campaign->is_hired)
    campaign->publicity_until = last;
}

/* By the registration number of the person. */
static GArray *
list_objections (KpDeadlineCampaign *campaign,
                 KpObjections *objections)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KpDeadlineObjection));

  for (guint i = 0; i < objections->records->len; i++)
    {
      const KpObjectionRecord *record = g_ptr_array_index (objections->records, i);
      const KpDeadlineObjection objection = {
        .number = record->application,
        .received = kp_candidate_parse_date (record->received),
        .answered = kp_candidate_parse_date (record->answered_on),
      };

      g_array_append_val (list, objection);
    }
  campaign->objections = (const KpDeadlineObjection *) (gconstpointer) list->data;
  campaign->n_objections = list->len;
  return list;
}

/* Numbers live as long as @texts. */
static GArray *
list_supplements (KpSession *session,
                  GStringChunk *texts,
                  GError **error)
{
  g_autoptr (GPtrArray) amendments = kp_step_list_amendments (session, error);
  GArray *supplements = g_array_new (FALSE, FALSE, sizeof (KpDeadlineSupplement));

  for (guint i = 0; amendments != NULL && i < amendments->len; i++)
    {
      const KpAmendmentRecord *amendment = g_ptr_array_index (amendments, i);
      g_autofree char *number = g_strdup_printf ("第%" G_GINT64_FORMAT "号", amendment->number);
      g_autofree char *day = g_strndup (amendment->at, strlen ("2026-01-01"));
      const KpDeadlineSupplement supplement = { g_string_chunk_insert (texts, number), kp_candidate_parse_date (day),
                                                kp_candidate_parse_date (amendment->published_on) };

      g_array_append_val (supplements, supplement);
    }
  if (amendments == NULL)
    g_clear_pointer (&supplements, g_array_unref);
  return supplements;
}

/* By the registration number of the person. */
static GArray *
list_proofs (KpDeadlineCampaign *campaign,
             const KpScheme *scheme,
             KpRoster *roster,
             KpDate on)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (KpDeadlineProof));

  for (guint i = 0; scheme->proofs->len > 0 && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      g_autoptr (GArray) points = NULL;

      if (!kp_proofs_are_waited_for (dossier))
        continue;
      points = kp_proofs_list (scheme, dossier, on);
      for (guint k = 0; k < points->len; k++)
        {
          const KpProofPoint *point = &g_array_index (points, KpProofPoint, k);
          const KpDeadlineProof proof = { dossier->application->application, point->def->label, point->def->by };

          if (kp_proof_is_open (point->outcome) && kp_date_is_valid (point->def->by))
            g_array_append_val (list, proof);
        }
    }
  campaign->proofs = (const KpDeadlineProof *) (gconstpointer) list->data;
  campaign->n_proofs = list->len;
  return list;
}

static KpDue *
make_due (KpSession *session,
          KpRoster *roster,
          const KpEmployments *works,
          KpDeadline *deadline)
{
  KpDue *due = g_new0 (KpDue, 1);
  const KpEmployment *work = kp_employments_find (works, deadline->number, NULL);
  const KpDossier *dossier
      = kp_roster_find_application (roster, work != NULL ? work->contract->application : deadline->number);
  const KpSchemeStreet *street
      = work != NULL ? kp_scheme_get_street (kp_session_get_scheme (session), work->contract->street) : NULL;

  due->deadline = deadline;
  due->name = g_strdup (dossier != NULL ? dossier->person->name : "");
  due->street = g_strdup (street != NULL ? street->name : "");
  return due;
}

/**
 * kp_step_list_due:
 * @session: a session
 * @on: the day to count from
 * @error: return location
 *
 * Everything that the law or the scheme asks for and that isn't settled, the nearest first. Changes nothing.
 *
 * Returns: (transfer full) (element-type KpDue): the list, or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_step_list_due (KpSession *session,
                  KpDate on,
                  GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (KpEmployments) works = roster != NULL ? kp_employments_load (session, error) : NULL;
  g_autoptr (KpObjections) objections = works != NULL ? kp_step_list_objections (session, error) : NULL;
  g_autoptr (KpCalendar) calendar = objections != NULL ? kp_holidays_load_shipped (error) : NULL;
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64);
  g_autoptr (GArray) supplements = calendar != NULL ? list_supplements (session, texts, error) : NULL;
  g_autoptr (GArray) persons = NULL;
  g_autoptr (GArray) objected = NULL;
  g_autoptr (GArray) proofs = NULL;
  g_autoptr (GPtrArray) deadlines = NULL;
  GPtrArray *dues;
  KpDeadlineCampaign campaign = { 0 };
  KpDeadlinePolicy policy;

  if (supplements == NULL)
    return NULL;
  campaign.supplements = (const KpDeadlineSupplement *) (gpointer) supplements->data;
  campaign.n_supplements = supplements->len;
  persons = list_persons (session, roster, works);
  look_at_publicity (&campaign, roster);
  objected = list_objections (&campaign, objections);
  proofs = list_proofs (&campaign, kp_session_get_scheme (session), roster, on);
  campaign.year = kp_date_is_valid (campaign.publicity_until) ? campaign.publicity_until.year : on.year;
  if (kp_date_is_valid (kp_session_get_scheme (session)->deadlines.certificate_by))
    campaign.year = kp_session_get_scheme (session)->deadlines.certificate_by.year;
  kp_scheme_make_deadline_policy (kp_session_get_scheme (session), &policy);
  deadlines = kp_deadline_list (&policy, kp_employments_get_policy (works), &campaign, (const KpDeadlinePerson *) persons->data,
                                persons->len, calendar, on);
  dues = g_ptr_array_new_with_free_func (free_due);
  for (guint i = 0; i < deadlines->len; i++)
    g_ptr_array_add (dues, make_due (session, roster, works, g_ptr_array_index (deadlines, i)));
  g_ptr_array_set_free_func (deadlines, NULL);
  return dues;
}
