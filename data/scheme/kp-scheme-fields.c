/* kp-scheme-fields.c – the keys of a scheme file, in the order in which they are written.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* This is the documentation of the form: each table is one object, each line one key. The order is that of the
 * canonical text, from which the scheme's digest is taken: a new key goes where it belongs, with a new form number. */

#include "kp-scheme-fields-private.h"

static const char *const roundings[] = { "half_up", "truncate", "half_even", "up" };

G_STATIC_ASSERT (G_N_ELEMENTS (roundings) == KP_ROUNDING_N);

/** kp_scheme_field_get_rounding: the word of a #KpRounding in a scheme. */
const char *
kp_scheme_field_get_rounding (guint value)
{
  return roundings[value];
}

static const char *const quota_pers[] = { "post", "street", "campaign" };
static const char *const quota_counts[] = { "registered", "passed", "paid" }; /* the rest is `turnout` */
static const char *const quota_actions[] = { "reduce", "cancel", "keep", "interview_only", "decide" };
static const char *const quota_freed[] = { "none", "cancelled_targeted", "cancelled", "targeted", "all" };
static const char *const moves[] = { "first", "in_turn", "same_street", "decided" };
static const char *const quota_receivers[] = { "ask", "keeps", "takes_what_fits" };
static const char *const leftover_moments[] = { "none", "shortlist", "interview" };
static const char *const leftover_sources[] = { "targeted", "all" };

G_STATIC_ASSERT (G_N_ELEMENTS (quota_actions) == KP_QUOTA_N_ACTIONS);

DEFINE_NAMES (get_quota_per, quota_pers)
DEFINE_NAMES (get_quota_counts, quota_counts)
DEFINE_NAMES (get_quota_action, quota_actions)
DEFINE_NAMES (get_quota_freed, quota_freed)
DEFINE_NAMES (get_quota_receiver, quota_receivers)
DEFINE_NAMES (get_move, moves)
DEFINE_NAMES (get_leftover_moment, leftover_moments)
DEFINE_NAMES (get_leftover_source, leftover_sources)
DEFINE_GETTER (get_stage, kp_stage_get_name, KpStage)
DEFINE_GETTER (get_track, kp_track_get_name, KpTrack)
DEFINE_GETTER (get_fact_kind, kp_fact_kind_get_name, KpFactKind)

static const char *
get_check (guint value)
{
  return kp_check_get_name ((KpCheck) (1u << value));
}

DEFINE_MAKER (make_street, kp_scheme_street_new)
DEFINE_MAKER (make_post, kp_scheme_post_new)
DEFINE_MAKER (make_fact, kp_fact_def_new)
DEFINE_MAKER (make_education, kp_scheme_education_new)
DEFINE_MAKER (make_requirement, kp_requirement_new)
DEFINE_MAKER (make_relaxation, kp_relaxation_new)
DEFINE_MAKER (make_proof, kp_proof_def_new)
DEFINE_MAKER (make_post_paper, kp_scheme_post_paper_new)
DEFINE_MAKER (make_other, kp_scheme_other_new)
DEFINE_MAKER (make_heat, kp_scheme_heat_new)
DEFINE_MAKER (make_total, kp_scheme_total_new)
DEFINE_MAKER (make_total_for, kp_scheme_total_for_new)
DEFINE_MAKER (make_clause, kp_scheme_clause_new)
DEFINE_MAKER (make_wording, kp_scheme_wording_new)
DEFINE_MAKER (make_letterhead, kp_scheme_letterhead_new)

static const KpField street_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemeStreet, code), .is_required = TRUE },
  { "name", KP_FIELD_TEXT, AT (KpSchemeStreet, name), .is_required = TRUE },
  { "employer", KP_FIELD_TEXT, AT (KpSchemeStreet, employer) },
  { "credit_code", KP_FIELD_TEXT, AT (KpSchemeStreet, credit_code) },
  { "representative", KP_FIELD_TEXT, AT (KpSchemeStreet, representative) },
  { "address", KP_FIELD_TEXT, AT (KpSchemeStreet, address) },
  { "phone", KP_FIELD_TEXT, AT (KpSchemeStreet, phone) },
  END,
};

static const char *const empties[] = { "none", "unknown" };

DEFINE_NAMES (get_empty, empties)

static const KpField fact_fields[] = {
  { "id", KP_FIELD_TEXT, AT (KpFactDef, id), .is_required = TRUE },
  { "label", KP_FIELD_TEXT, AT (KpFactDef, label), .is_required = TRUE },
  { "kind", KP_FIELD_NAME, AT (KpFactDef, kind), NAMES (get_fact_kind, KP_N_FACT_KINDS), .is_required = TRUE },
  { "empty", KP_FIELD_NAME, AT (KpFactDef, empty_is_unknown), NAMES (get_empty, G_N_ELEMENTS (empties)),
    .is_quiet = TRUE },
  { "proof", KP_FIELD_TEXT_NULL, AT (KpFactDef, proof) },
  { "columns", KP_FIELD_TEXTS, AT (KpFactDef, columns), .is_quiet = TRUE },
  END,
};

static const KpField education_fields[] = {
  { "word", KP_FIELD_TEXT, AT (KpSchemeEducation, word), .is_required = TRUE },
  { "as", KP_FIELD_TEXT, AT (KpSchemeEducation, as), .is_required = TRUE },
  END,
};

static const KpField registration_fields[] = {
  { "one_post", KP_FIELD_BOOL, AT (KpSchemeRegistration, one_post), .is_quiet = TRUE, .usual = TRUE },
  { "needs_payment", KP_FIELD_BOOL, AT (KpSchemeRegistration, needs_payment), .is_quiet = TRUE },
  { "pay_until", KP_FIELD_DATE_NULL, AT (KpSchemeRegistration, pay_until) },
  END,
};

#define DAYS(name, member) { name, KP_FIELD_COUNT, AT (KpReviewPolicy, member), .limit = 366, .is_quiet = TRUE }
#define IN_WORKDAYS(name, member) { name, KP_FIELD_BOOL, AT (KpReviewPolicy, member), .is_quiet = TRUE }

static const KpField review_fields[] = {
  { "levels", KP_FIELD_COUNT, AT (KpReviewPolicy, levels), .limit = 2, .is_quiet = TRUE, .usual = 2 },
  DAYS ("supplement_days", supplement_days),
  IN_WORKDAYS ("supplement_in_workdays", supplement_in_workdays),
  DAYS ("appeal_days", appeal_days),
  IN_WORKDAYS ("appeal_in_workdays", appeal_in_workdays),
  DAYS ("answer_days", answer_days),
  IN_WORKDAYS ("answer_in_workdays", answer_in_workdays),
  END,
};

static const KpField requirement_fields[] = {
  { "id", KP_FIELD_TEXT, AT (KpRequirement, id), .is_required = TRUE },
  { "label", KP_FIELD_TEXT, AT (KpRequirement, label), .is_required = TRUE },
  { "clause", KP_FIELD_TEXT, AT (KpRequirement, clause) },
  { "text", KP_FIELD_TEXT, AT (KpRequirement, text) },
  { "reason", KP_FIELD_TEXT, AT (KpRequirement, reason), .is_required = TRUE },
  { "refusal", KP_FIELD_TEXT_NULL, AT (KpRequirement, refusal) },
  { "proof", KP_FIELD_TEXT_NULL, AT (KpRequirement, proof) },
  { "when", KP_FIELD_CONDITION, AT (KpRequirement, when) },
  { "condition", KP_FIELD_CONDITION, AT (KpRequirement, condition) },
  { "checked", KP_FIELD_FLAGS, AT (KpRequirement, checked), NAMES (get_check, KP_N_CHECKS), .is_quiet = TRUE,
    .usual = KP_CHECK_REVIEW },
  { "relaxed", KP_FIELD_BOOL, AT (KpRequirement, is_relaxed), .is_quiet = TRUE },
  END,
};

static const KpField relaxation_fields[] = {
  { "id", KP_FIELD_TEXT, AT (KpRelaxation, id), .is_required = TRUE },
  { "label", KP_FIELD_TEXT, AT (KpRelaxation, label) },
  { "clause", KP_FIELD_TEXT, AT (KpRelaxation, clause) },
  { "text", KP_FIELD_TEXT, AT (KpRelaxation, text) },
  { "proof", KP_FIELD_TEXT_NULL, AT (KpRelaxation, proof) },
  { "relaxes", KP_FIELD_TEXT, AT (KpRelaxation, relaxes), .is_required = TRUE },
  { "group", KP_FIELD_CONDITION, AT (KpRelaxation, group), .is_required = TRUE },
  { "bound", KP_FIELD_CONDITION, AT (KpRelaxation, bound), .is_required = TRUE },
  END,
};

static const KpField post_paper_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemePostPaper, code), .is_required = TRUE },
  { "weight", KP_FIELD_WEIGHT_NULL, AT (KpSchemePostPaper, weight) },
  END,
};

static const KpField total_for_fields[] = {
  { "group", KP_FIELD_CONDITION, AT (KpSchemeTotalFor, group), .is_required = TRUE },
  { "total", KP_FIELD_TEXT, AT (KpSchemeTotalFor, total), .is_required = TRUE },
  END,
};

static const KpField post_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemePost, code), .is_required = TRUE },
  { "name", KP_FIELD_TEXT, AT (KpSchemePost, name), .is_required = TRUE },
  { "street", KP_FIELD_TEXT_NULL, AT (KpSchemePost, street) },
  { "places", KP_FIELD_COUNT, AT (KpSchemePost, places), .limit = 100000, .is_required = TRUE },
  { "track", KP_FIELD_NAME, AT (KpSchemePost, track), NAMES (get_track, KP_N_TRACKS) },
  { "note", KP_FIELD_TEXT, AT (KpSchemePost, note) },
  { "requirements", KP_FIELD_OBJECTS, AT (KpSchemePost, requirements), .make = make_requirement,
    .fields = requirement_fields },
  { "written", KP_FIELD_BOOL, AT (KpSchemePost, has_written) },
  { "papers", KP_FIELD_OBJECTS, AT (KpSchemePost, papers), .make = make_post_paper, .fields = post_paper_fields },
  { "takes_all", KP_FIELD_BOOL, AT (KpSchemePost, takes_all) },
  { "quota_exempt", KP_FIELD_BOOL, AT (KpSchemePost, is_quota_exempt) },
  { "quota_ratio", KP_FIELD_FRACTION_NULL, AT (KpSchemePost, quota_ratio) },
  { "quota_action", KP_FIELD_NAME_IF, AT (KpSchemePost, quota_action), WITH (KpSchemePost, has_quota_action),
    NAMES (get_quota_action, G_N_ELEMENTS (quota_actions)) },
  { "total", KP_FIELD_TEXT, AT (KpSchemePost, total) },
  { "total_for", KP_FIELD_OBJECTS, AT (KpSchemePost, total_for), .make = make_total_for,
    .fields = total_for_fields },
  { "shortlist_ratio", KP_FIELD_FRACTION_NULL, AT (KpSchemePost, shortlist_ratio) },
  { "shortlist_basis", KP_FIELD_NAME_IF, AT (KpSchemePost, shortlist_basis), WITH (KpSchemePost, has_shortlist_basis),
    NAMES (kp_scheme_field_get_shortlist_basis, KP_SHORTLIST_N_BASES) },
  { "probation_months", KP_FIELD_COUNT, AT (KpSchemePost, probation_months), .limit = 12 },
  { "grade_sequence", KP_FIELD_TEXT_NULL, AT (KpSchemePost, grade_sequence) },
  END,
};

#define MOVE(name, Type, member, last) \
  { name, KP_FIELD_NAME, AT (Type, member), NAMES (get_move, (last) + 1), .is_quiet = TRUE }

static const KpField quota_tier_fields[] = {
  { "below", KP_FIELD_FRACTION, AT (KpQuotaTier, ratio), .is_required = TRUE },
  { "action", KP_FIELD_NAME, AT (KpQuotaTier, action), NAMES (get_quota_action, G_N_ELEMENTS (quota_actions)),
    .is_required = TRUE },
  END,
};

static const KpField quota_fields[] = {
  { "applies", KP_FIELD_BOOL, AT (KpQuotaPolicy, applies) },
  { "per", KP_FIELD_NAME, AT (KpQuotaPolicy, per), NAMES (get_quota_per, G_N_ELEMENTS (quota_pers)), .is_quiet = TRUE },
  { "counts", KP_FIELD_NAME, AT (KpQuotaPolicy, counts), NAMES (get_quota_counts, G_N_ELEMENTS (quota_counts)),
    .is_quiet = TRUE, .usual = KP_QUOTA_COUNTS_PASSED },
  { "ratio", KP_FIELD_FRACTION_NULL, AT (KpQuotaPolicy, ratio) },
  { "action", KP_FIELD_NAME, AT (KpQuotaPolicy, action), NAMES (get_quota_action, G_N_ELEMENTS (quota_actions)) },
  { "tiers", KP_FIELD_ITEMS, AT (KpQuotaPolicy, tiers), WITH (KpQuotaPolicy, n_tiers), .limit = KP_QUOTA_MAX_TIERS,
    .size = sizeof (KpQuotaTier), .fields = quota_tier_fields, .is_quiet = TRUE },
  { "rounding", KP_FIELD_NAME, AT (KpQuotaPolicy, rounding), NAMES (kp_scheme_field_get_rounding, KP_ROUNDING_N),
    .is_quiet = TRUE, .usual = KP_ROUNDING_TRUNCATE },
  { "minimum", KP_FIELD_COUNT, AT (KpQuotaPolicy, minimum), .limit = 100000 },
  { "interview_only_total", KP_FIELD_TEXT_NULL, AT (KpQuotaPolicy, interview_only_total) },
  { "freed", KP_FIELD_NAME, AT (KpQuotaPolicy, freed), NAMES (get_quota_freed, G_N_ELEMENTS (quota_freed)) },
  { "freed_to", KP_FIELD_TEXTS, AT (KpQuotaPolicy, freed_to), .is_quiet = TRUE },
  MOVE ("freed_how", KpQuotaPolicy, freed_how, KP_MOVE_SAME_STREET),
  { "receiver", KP_FIELD_NAME, AT (KpQuotaPolicy, receiver),
    NAMES (get_quota_receiver, G_N_ELEMENTS (quota_receivers)) },
  { "repost_days", KP_FIELD_COUNT, AT (KpQuotaPolicy, repost_days), .limit = 60 },
  { "repost_in_workdays", KP_FIELD_BOOL, AT (KpQuotaPolicy, is_repost_in_workdays), .is_quiet = TRUE },
  END,
};

/* Nothing but these two is left to do when the exam is over. */
static const KpField turnout_moment_fields[] = {
  { "applies", KP_FIELD_BOOL, AT (KpQuotaPolicy, applies), .is_quiet = TRUE },
  { "ratio", KP_FIELD_FRACTION_NULL, AT (KpQuotaPolicy, ratio) },
  { "action", KP_FIELD_NAME, AT (KpQuotaPolicy, action), NAMES (get_quota_action, KP_QUOTA_CANCEL + 1),
    .is_quiet = TRUE },
  { "rounding", KP_FIELD_NAME, AT (KpQuotaPolicy, rounding), NAMES (kp_scheme_field_get_rounding, KP_ROUNDING_N),
    .is_quiet = TRUE, .usual = KP_ROUNDING_TRUNCATE },
  { "minimum", KP_FIELD_COUNT, AT (KpQuotaPolicy, minimum), .limit = 100000, .is_quiet = TRUE },
  END,
};

static const KpField turnout_fields[] = {
  { "sat", KP_FIELD_OBJECT, .offset = KP_TURNOUT_WRITTEN * sizeof (KpQuotaPolicy), .fields = turnout_moment_fields,
    .is_quiet = TRUE },
  { "heard", KP_FIELD_OBJECT, .offset = KP_TURNOUT_INTERVIEW * sizeof (KpQuotaPolicy),
    .fields = turnout_moment_fields, .is_quiet = TRUE },
  END,
};

static const KpField leftover_fields[] = {
  { "at", KP_FIELD_NAME, AT (KpLeftoverPolicy, at), NAMES (get_leftover_moment, G_N_ELEMENTS (leftover_moments)),
    .is_quiet = TRUE },
  { "from", KP_FIELD_NAME, AT (KpLeftoverPolicy, from), NAMES (get_leftover_source, G_N_ELEMENTS (leftover_sources)),
    .is_quiet = TRUE },
  { "to", KP_FIELD_TEXTS, AT (KpLeftoverPolicy, to), .is_quiet = TRUE },
  MOVE ("how", KpLeftoverPolicy, how, KP_MOVE_DECIDED),
  END,
};

static const KpField clause_fields[] = {
  { "id", KP_FIELD_TEXT, AT (KpSchemeClause, id), .is_required = TRUE },
  { "title", KP_FIELD_TEXT, AT (KpSchemeClause, title) },
  { "text", KP_FIELD_TEXT, AT (KpSchemeClause, text), .is_required = TRUE },
  END,
};

static const KpField wording_fields[] = {
  { "key", KP_FIELD_TEXT, AT (KpSchemeWording, key), .is_required = TRUE },
  { "text", KP_FIELD_TEXT, AT (KpSchemeWording, text) },
  END,
};

static const KpField letterhead_fields[] = {
  { "key", KP_FIELD_TEXT, AT (KpSchemeLetterhead, key), .is_required = TRUE },
  { "letter", KP_FIELD_BOOL, AT (KpSchemeLetterhead, is_letter), .is_quiet = TRUE },
  { "organs", KP_FIELD_TEXTS, AT (KpSchemeLetterhead, organs), .is_quiet = TRUE },
  { "word", KP_FIELD_TEXT_NULL, AT (KpSchemeLetterhead, word) },
  { "number", KP_FIELD_TEXT_NULL, AT (KpSchemeLetterhead, number) },
  { "copies", KP_FIELD_TEXT_NULL, AT (KpSchemeLetterhead, copies) },
  { "printer", KP_FIELD_TEXT_NULL, AT (KpSchemeLetterhead, printer) },
  END,
};

static const KpField scheme_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpScheme, code), .is_required = TRUE },
  { "title", KP_FIELD_TEXT, AT (KpScheme, title), .is_required = TRUE },
  { "county", KP_FIELD_TEXT, AT (KpScheme, county) },
  { "county_code", KP_FIELD_TEXT, AT (KpScheme, county_code), .is_quiet = TRUE },
  { "committee", KP_FIELD_TEXT, AT (KpScheme, committee) },
  { "authority", KP_FIELD_TEXT, AT (KpScheme, authority) },
  { "phone", KP_FIELD_TEXT, AT (KpScheme, phone) },
  { "supervision_phone", KP_FIELD_TEXT, AT (KpScheme, supervision_phone) },
  { "address", KP_FIELD_TEXT, AT (KpScheme, address) },
  { "channel", KP_FIELD_TEXT, AT (KpScheme, channel) },
  { "notice_date", KP_FIELD_DATE_NULL, AT (KpScheme, notice_date) },
  { "registration_from", KP_FIELD_DATE_NULL, AT (KpScheme, registration_from) },
  { "registration_to", KP_FIELD_DATE_NULL, AT (KpScheme, registration_to) },
  { "cutoff", KP_FIELD_DATE_NULL, AT (KpScheme, cutoff) },
  { "stages", KP_FIELD_NAMES, AT (KpScheme, stages.stages), WITH (KpScheme, stages.n_stages),
    NAMES (get_stage, KP_N_STAGES), .limit = KP_N_STAGES },
  { "bases", KP_FIELD_TEXTS, AT (KpScheme, bases) },
  { "streets", KP_FIELD_OBJECTS, AT (KpScheme, streets), .make = make_street, .fields = street_fields },
  { "facts", KP_FIELD_OBJECTS, AT (KpScheme, facts), .make = make_fact, .fields = fact_fields, .is_quiet = TRUE },
  { "education_as", KP_FIELD_OBJECTS, AT (KpScheme, education_as), .make = make_education, .fields = education_fields,
    .is_quiet = TRUE },
  { "definitions", KP_FIELD_OBJECT, AT (KpScheme, definitions), .fields = kp_definition_fields, .is_quiet = TRUE },
  { "posts", KP_FIELD_OBJECTS, AT (KpScheme, posts), .make = make_post, .fields = post_fields, .is_required = TRUE },
  { "requirements", KP_FIELD_OBJECTS, AT (KpScheme, requirements), .make = make_requirement,
    .fields = requirement_fields },
  { "relaxations", KP_FIELD_OBJECTS, AT (KpScheme, relaxations), .make = make_relaxation,
    .fields = relaxation_fields },
  { "declarations", KP_FIELD_TEXTS, AT (KpScheme, declarations) },
  { "proofs", KP_FIELD_OBJECTS, AT (KpScheme, proofs), .make = make_proof, .fields = kp_proof_fields, .is_quiet = TRUE },
  { "registration", KP_FIELD_OBJECT, AT (KpScheme, registration), .fields = registration_fields, .is_quiet = TRUE },
  { "review", KP_FIELD_OBJECT, AT (KpScheme, review), .fields = review_fields, .is_quiet = TRUE },
  { "quota", KP_FIELD_OBJECT, AT (KpScheme, quota), .fields = quota_fields },
  { "turnout", KP_FIELD_OBJECT, AT (KpScheme, turnout), .fields = turnout_fields, .is_quiet = TRUE },
  { "leftover", KP_FIELD_OBJECT, AT (KpScheme, leftover), .fields = leftover_fields, .is_quiet = TRUE },
  { "direct_hire", KP_FIELD_OBJECT, AT (KpScheme, direct_hire), .fields = kp_direct_hire_fields, .is_quiet = TRUE },
  { "written", KP_FIELD_OBJECT, AT (KpScheme, written), .fields = kp_written_fields },
  { "bonus", KP_FIELD_OBJECT, AT (KpScheme, bonus), .fields = kp_bonus_fields },
  { "shortlist", KP_FIELD_OBJECT, AT (KpScheme, shortlist), .fields = kp_shortlist_fields },
  { "credential", KP_FIELD_OBJECT, AT (KpScheme, credential), .fields = kp_credential_fields },
  { "others", KP_FIELD_OBJECTS, AT (KpScheme, others), .make = make_other, .fields = kp_other_fields },
  { "heats", KP_FIELD_OBJECTS, AT (KpScheme, heats), .make = make_heat, .fields = kp_heat_fields, .is_quiet = TRUE },
  { "interview", KP_FIELD_OBJECT, AT (KpScheme, interview), .fields = kp_interview_fields },
  { "totals", KP_FIELD_OBJECTS, AT (KpScheme, totals), .make = make_total, .fields = kp_total_fields },
  { "physical", KP_FIELD_OBJECT, AT (KpScheme, physical), .fields = kp_physical_fields },
  { "background", KP_FIELD_OBJECT, AT (KpScheme, background), .fields = kp_background_fields, .is_quiet = TRUE },
  { "substitution", KP_FIELD_OBJECT, AT (KpScheme, substitution), .fields = kp_substitution_fields },
  { "reserve", KP_FIELD_OBJECT, AT (KpScheme, reserve), .fields = kp_reserve_fields },
  { "choice", KP_FIELD_OBJECT, AT (KpScheme, choice), .fields = kp_choice_fields },
  { "publicity", KP_FIELD_OBJECT, AT (KpScheme, publicity), .fields = kp_publicity_fields },
  { "contract", KP_FIELD_OBJECT, AT (KpScheme, contract), .fields = kp_contract_fields },
  { "conversion", KP_FIELD_OBJECT, AT (KpScheme, conversion), .fields = kp_conversion_fields, .is_quiet = TRUE },
  { "grades", KP_FIELD_OBJECT, AT (KpScheme, grades), .fields = kp_grade_fields, .is_quiet = TRUE },
  { "probation", KP_FIELD_OBJECT, AT (KpScheme, probation), .fields = kp_probation_fields, .is_quiet = TRUE },
  { "deadlines", KP_FIELD_OBJECT, AT (KpScheme, deadlines), .fields = kp_deadline_fields, .is_quiet = TRUE },
  { "clauses", KP_FIELD_OBJECTS, AT (KpScheme, clauses), .make = make_clause, .fields = clause_fields },
  { "wordings", KP_FIELD_OBJECTS, AT (KpScheme, wordings), .make = make_wording, .fields = wording_fields },
  { "letterheads", KP_FIELD_OBJECTS, AT (KpScheme, letterheads), .is_quiet = TRUE, .make = make_letterhead,
    .fields = letterhead_fields },
  END,
};

/**
 * kp_scheme_get_fields:
 *
 * Returns: (transfer none): the table of a whole scheme, ended by a NULL key.
 */
const KpField *
kp_scheme_get_fields (void)
{
  return scheme_fields;
}
