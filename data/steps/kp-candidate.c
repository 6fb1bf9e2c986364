/* kp-candidate.c – what the record knows of a person, as the rules ask for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-candidate.h"

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

/**
 * kp_candidate_facts_init:
 * @facts: (out): texts borrowed from @person
 * @person: a row of the record
 *
 * Lays a person out for kp_qualify_decide(). A registration form asks for certificate, degree, military and grid
 * service as claims: an empty field claims nothing, it isn't unknown. The post is filled in by kp_scheme_adapt_facts().
 */
void
kp_candidate_facts_init (KpCandidateFacts *facts,
                         const KpPersonRecord *person)
{
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
    .certificate = person->certificate != NULL ? person->certificate : "",
    .is_veteran = person->is_veteran != 0 ? KP_TRUTH_YES : KP_TRUTH_NO,
    .is_grid_staff = person->grid_since != NULL ? KP_TRUTH_YES : KP_TRUTH_NO,
    .grid_since = kp_candidate_parse_date (person->grid_since),
  };
}
