/* kp-scheme-fields-hiring.c – the keys of what follows the totals, up to the contract.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-fields-private.h"

static const char *const called_ties[] = { "wait", "all_enter" };
static const char *const compares[] = { "one_formula", "totals", "same_formula" };
static const char *const scopes[] = { "post", "campaign" };
static const char *const choice_ats[] = { "hire", "totals" };
static const char *const sources[] = { "post", "campaign", "all" };
static const char *const contract_kinds[] = { "labour", "institution" };

static const char *const last_places[] = { "shared_skip", "shared_dense" };

G_STATIC_ASSERT (G_N_ELEMENTS (compares) == KP_N_COMPARES);

DEFINE_NAMES (get_contract_kind, contract_kinds)
DEFINE_NAMES (get_last_place, last_places)
DEFINE_NAMES (get_called_tie, called_ties)
DEFINE_NAMES (get_compare, compares)
DEFINE_NAMES (get_scope, scopes)
DEFINE_NAMES (get_source, sources)
DEFINE_NAMES (get_choice_at, choice_ats)
DEFINE_GETTER (get_cause, kp_cause_get_name, KpCause)
DEFINE_GETTER (get_stage, kp_stage_get_name, KpStage)
DEFINE_GETTER (get_until, kp_until_get_name, KpUntil)

DEFINE_MAKER (make_substitution_rule, kp_substitution_rule_new)
DEFINE_MAKER (make_wave, kp_substitution_wave_new)
DEFINE_MAKER (make_offer, kp_scheme_offer_new)

static const KpField physical_policy_fields[] = {
  { "ratio", KP_FIELD_FRACTION, AT (KpPhysicalPolicy, ratio) },
  ROUNDING (KpPhysicalPolicy, rounding),
  { "last_tie", KP_FIELD_NAME, AT (KpPhysicalPolicy, takes_tied), NAMES (get_called_tie, G_N_ELEMENTS (called_ties)),
    .is_quiet = TRUE },
  { "max_rounds", KP_FIELD_COUNT, AT (KpPhysicalPolicy, max_rounds), .limit = G_MAXUINT },
  END,
};

const KpField kp_physical_fields[] = {
  { "list", KP_FIELD_OBJECT, AT (KpSchemePhysical, policy), .fields = physical_policy_fields },
  { "recheck_days", KP_FIELD_COUNT, AT (KpSchemePhysical, recheck_days), .limit = 366 },
  { "recheck_in_workdays", KP_FIELD_BOOL, AT (KpSchemePhysical, recheck_in_workdays), .is_quiet = TRUE },
  { "recheck_times", KP_FIELD_COUNT, AT (KpSchemePhysical, recheck_times), .limit = 10 },
  END,
};

static const KpField final_weight_fields[] = {
  { "total", KP_FIELD_WEIGHT_NULL, AT (KpFinalTotalPolicy, of_total) },
  { "other", KP_FIELD_WEIGHT_NULL, AT (KpFinalTotalPolicy, of_mark) },
  END,
};

static const KpField score_fields[] = {
  { "other", KP_FIELD_TEXT_NULL, AT (KpFinalTotalPolicy, other) },
  { "line", KP_FIELD_MARK_IF, AT (KpFinalTotalPolicy, line), WITH (KpFinalTotalPolicy, has_line) },
  { "line_strict", KP_FIELD_BOOL, AT (KpFinalTotalPolicy, line_is_strict), .is_quiet = TRUE },
  { "weights", KP_FIELD_OBJECT, .offset = 0, .fields = final_weight_fields, .is_quiet = TRUE },
  { "rounds_parts", KP_FIELD_BOOL, AT (KpFinalTotalPolicy, rounds_parts), .is_quiet = TRUE },
  { "part_decimals", KP_FIELD_COUNT, AT (KpFinalTotalPolicy, part_decimals), .limit = KP_MARK_DECIMALS,
    .is_quiet = TRUE, .usual = 2 },
  { "decimals", KP_FIELD_COUNT, AT (KpFinalTotalPolicy, decimals), .limit = KP_MARK_DECIMALS, .is_quiet = TRUE,
    .usual = 2 },
  { "rounding", KP_FIELD_NAME, AT (KpFinalTotalPolicy, rounding), NAMES (kp_scheme_field_get_rounding, KP_ROUNDING_N),
    .is_quiet = TRUE },
  { "places", KP_FIELD_NAME, AT (KpFinalTotalPolicy, place_rule), NAMES (get_last_place, G_N_ELEMENTS (last_places)),
    .is_quiet = TRUE },
  { "ties", KP_FIELD_TIES, AT (KpFinalTotalPolicy, ties), .is_quiet = TRUE },
  END,
};

const KpField kp_background_fields[] = {
  { "score", KP_FIELD_OBJECT, AT (KpSchemeBackground, score), .fields = score_fields, .is_quiet = TRUE },
  END,
};

static const KpField substitution_rule_fields[] = {
  { "stages", KP_FIELD_NAMES, AT (KpSubstitutionRule, stages), WITH (KpSubstitutionRule, n_stages),
    NAMES (get_stage, KP_N_STAGES), .limit = KP_N_STAGES },
  { "causes", KP_FIELD_NAMES, AT (KpSubstitutionRule, causes), WITH (KpSubstitutionRule, n_causes),
    NAMES (get_cause, KP_N_CAUSES), .limit = KP_N_CAUSES },
  { "allowed", KP_FIELD_BOOL, AT (KpSubstitutionRule, is_allowed) },
  { "max_times", KP_FIELD_COUNT, AT (KpSubstitutionRule, max_times), .limit = 1000 },
  END,
};

static const KpField wave_fields[] = {
  { "label", KP_FIELD_TEXT_NULL, AT (KpSubstitutionWave, label) },
  { "when", KP_FIELD_CONDITION, AT (KpSubstitutionWave, when) },
  END,
};

const KpField kp_substitution_fields[] = {
  { "shortlist_until", KP_FIELD_NAME, AT (KpSubstitutionPolicy, shortlist), NAMES (get_until, KP_N_UNTILS) },
  { "shortlist_days_before", KP_FIELD_COUNT, AT (KpSubstitutionPolicy, shortlist_days_before), .limit = 60 },
  { "final_until", KP_FIELD_NAME, AT (KpSubstitutionPolicy, final), NAMES (get_until, KP_N_UNTILS) },
  { "causes", KP_FIELD_OBJECTS, AT (KpSubstitutionPolicy, rules), .make = make_substitution_rule,
    .fields = substitution_rule_fields },
  { "from", KP_FIELD_NAME, AT (KpSubstitutionPolicy, from),
    NAMES (get_source, G_N_ELEMENTS (sources)) },
  { "waves", KP_FIELD_OBJECTS, AT (KpSubstitutionPolicy, waves), .make = make_wave, .fields = wave_fields, .is_quiet = TRUE },
  { "compare", KP_FIELD_NAME, AT (KpSubstitutionPolicy, compare), NAMES (get_compare, G_N_ELEMENTS (compares)),
    .is_quiet = TRUE },
  { "needs_approval", KP_FIELD_BOOL, AT (KpSubstitutionPolicy, needs_approval) },
  END,
};

const KpField kp_reserve_fields[] = {
  { "applies", KP_FIELD_BOOL, AT (KpReservePolicy, applies) },
  { "until", KP_FIELD_DATE_NULL, AT (KpReservePolicy, until) },
  { "names", KP_FIELD_COUNT, AT (KpReservePolicy, names), .limit = 100000, .is_quiet = TRUE },
  { "ratio", KP_FIELD_FRACTION_NULL, AT (KpReservePolicy, ratio) },
  { "rounding", KP_FIELD_NAME, AT (KpReservePolicy, rounding), NAMES (kp_scheme_field_get_rounding, KP_ROUNDING_N),
    .is_quiet = TRUE },
  END,
};

static const KpField offer_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemeOffer, code), .is_required = TRUE },
  { "name", KP_FIELD_TEXT, AT (KpSchemeOffer, name) },
  { "places", KP_FIELD_COUNT, AT (KpSchemeOffer, places), .limit = 100000, .is_required = TRUE },
  END,
};

const KpField kp_choice_fields[] = {
  { "applies", KP_FIELD_BOOL, AT (KpSchemeChoice, policy.applies) },
  { "among", KP_FIELD_NAME, AT (KpSchemeChoice, policy.among), NAMES (get_scope, G_N_ELEMENTS (scopes)) },
  { "at", KP_FIELD_NAME, AT (KpSchemeChoice, policy.at), NAMES (get_choice_at, G_N_ELEMENTS (choice_ats)),
    .is_quiet = TRUE },
  { "offers", KP_FIELD_OBJECTS, AT (KpSchemeChoice, offers), .make = make_offer, .fields = offer_fields },
  END,
};

const KpField kp_publicity_fields[] = {
  { "from", KP_FIELD_DATE_NULL, AT (KpSchemePublicity, from) },
  { "days", KP_FIELD_COUNT, AT (KpSchemePublicity, days), .limit = 366 },
  { "in_workdays", KP_FIELD_BOOL, AT (KpSchemePublicity, is_in_workdays) },
  END,
};

const KpField kp_contract_fields[] = {
  { "kind", KP_FIELD_NAME, AT (KpSchemeContract, kind), NAMES (get_contract_kind, G_N_ELEMENTS (contract_kinds)),
    .is_quiet = TRUE },
  { "start", KP_FIELD_DATE_NULL, AT (KpSchemeContract, start) },
  { "years", KP_FIELD_COUNT, AT (KpSchemeContract, years), .limit = 50 },
  { "probation_wage_percent", KP_FIELD_COUNT, AT (KpSchemeContract, probation_wage_percent), .limit = 100 },
  { "number_pattern", KP_FIELD_TEXT, AT (KpSchemeContract, number_pattern) },
  END,
};
