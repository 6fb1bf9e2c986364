/* kp-candidate.c – what the record knows of a person, as the rules ask for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-candidate.h"

#include "kp-qualify.h"

/**
 * kp_candidate_parse_date:
 * @text: (nullable): an ISO date of the record
 *
 * Returns: the date, or none for %NULL: the record holds no other text in a date column
 */
KpDate
kp_candidate_parse_date (const char *text)
{
  KpDate date = KP_DATE_NONE;

  if (text == NULL || !kp_date_parse_iso (text, &date, NULL))
    return KP_DATE_NONE;
  return date;
}

/* The day of such a fact; none = nobody stated it. */
static KpDate
find_extra (const KpDossier *dossier,
            const char *id)
{
  for (guint i = 0; dossier->facts != NULL && i < dossier->facts->len; i++)
    {
      const KpFactRecord *record = g_ptr_array_index (dossier->facts, i);

      if (g_str_equal (record->fact, id))
        return kp_candidate_parse_date (record->value);
    }
  return KP_DATE_NONE;
}

/* Built-in facts that have no column in the table of persons: whoever states them has a row, as for declared facts. */
static gboolean
is_extra (const char *id)
{
  static const char *const ids[] = { "residence_since", "certificate_on", "enlisted", "discharged" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (ids[i], id))
      return TRUE;
  return FALSE;
}

/**
 * kp_candidate_list_asked:
 * @scheme: a scheme
 *
 * Returns: (transfer container) (element-type KpFactDef): the facts that a registration may state besides the usual
 * fields: those that the scheme declares, then the built-in days that most workbooks leave out; borrowed from @scheme
 */
GPtrArray *
kp_candidate_list_asked (const KpScheme *scheme)
{
  GPtrArray *asked = g_ptr_array_new ();
  guint n_builtins = 0;
  const KpFactDef *builtins = kp_fact_builtins (&n_builtins);

  for (guint i = 0; i < scheme->facts->len; i++)
    g_ptr_array_add (asked, g_ptr_array_index (scheme->facts, i));
  for (guint i = 0; i < n_builtins; i++)
    if (is_extra (builtins[i].id))
      g_ptr_array_add (asked, (gpointer) &builtins[i]);
  return asked;
}

/**
 * kp_candidate_facts_init:
 * @facts: (out): texts borrowed from @dossier and @scheme
 * @scheme: the campaign's scheme
 * @dossier: of kp_session_load_roster(), so that the declared facts are laid out
 *
 * Lays a person out for whatever the rules ask: what the record holds of the person, the facts that the scheme declares, the
 * post applied for and what the scheme counts as another education (kp_scheme_adapt_facts()). A registration form asks for
 * certificate, degree, military and grid service as claims: an empty field claims nothing, it isn't unknown. A claim whose
 * proof failed counts no more.
 */
void
kp_candidate_facts_init (KpCandidateFacts *facts,
                         const KpScheme *scheme,
                         const KpDossier *dossier)
{
  const KpPersonRecord *person = dossier->person;

  *facts = (KpCandidateFacts) {
    .birth = kp_candidate_parse_date (person->birth),
    .sex = person->sex,
    .ethnic = person->ethnic,
    .education = person->education,
    .degree = person->degree != NULL ? person->degree : "",
    .major = person->major,
    .graduated = kp_candidate_parse_date (person->graduated),
    .political = person->political,
    .residence = person->residence,
    .residence_since = find_extra (dossier, "residence_since"),
    .certificate = person->certificate != NULL ? person->certificate : "",
    .certificate_on = find_extra (dossier, "certificate_on"),
    .is_veteran = person->is_veteran != 0 ? KP_TRUTH_YES : KP_TRUTH_NO,
    .enlisted = find_extra (dossier, "enlisted"),
    .discharged = find_extra (dossier, "discharged"),
    .is_grid_staff = person->grid_since != NULL ? KP_TRUTH_YES : KP_TRUTH_NO,
    .grid_since = kp_candidate_parse_date (person->grid_since),
    .declared = dossier->declared,
    .lost = dossier->lost,
    .n_lost = dossier->n_lost,
    .exemption = dossier->exemption,
  };
  kp_scheme_adapt_facts (scheme, kp_scheme_get_post (scheme, dossier->application->post), facts);
}

/** kp_candidate_get_certificate: (nullable): the social worker's certificate that was stated. */
const char *
kp_candidate_get_certificate (const KpDossier *dossier)
{
  const char *certificate = dossier->person->certificate;

  return certificate != NULL && *certificate != '\0' && !g_str_equal (certificate, "无") ? certificate : NULL;
}

/**
 * kp_candidate_has_passed:
 * @dossier: an application
 *
 * Returns: whether it passed the review; who also has to pay isn't admitted by that alone
 */
gboolean
kp_candidate_has_passed (const KpDossier *dossier)
{
  return g_str_equal (dossier->application->review, kp_review_outcome_get_name (KP_REVIEW_PASS));
}

/**
 * kp_candidate_has_paid:
 * @scheme: the campaign's scheme
 * @dossier: an application
 *
 * Returns: whether the fee was paid in time or waived; always, where the scheme doesn't look at it
 */
gboolean
kp_candidate_has_paid (const KpScheme *scheme,
                       const KpDossier *dossier)
{
  const KpApplicationRecord *application = dossier->application;

  return !kp_scheme_asks_payment (scheme)
         || kp_scheme_is_paid (scheme, application->payment != NULL, kp_candidate_parse_date (application->paid_on));
}

/**
 * kp_candidate_is_admitted:
 * @scheme: the campaign's scheme
 * @dossier: an application
 *
 * Returns: whether the person goes on to the exam of the post, if it opens: passed the review, and paid where the scheme
 * makes it a condition
 */
gboolean
kp_candidate_is_admitted (const KpScheme *scheme,
                          const KpDossier *dossier)
{
  return kp_candidate_has_passed (dossier)
         && (!scheme->registration.needs_payment || kp_candidate_has_paid (scheme, dossier));
}
