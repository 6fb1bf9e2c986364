/* kp-scheme-fields.c – the keys of a scheme file, in the order in which they are written.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* This is the documentation of the form: each table is one object, each line one key. The order is that of the
 * canonical text, from which the scheme's digest is taken: a new key goes where it belongs, with a new form number. */

#include "kp-scheme-field.h"

#include <stddef.h>

#define NAMES(get, n) .get_name = get, .n_names = (n)

static const char *const roundings[] = { "half_up", "truncate", "half_even", "up" };
static const char *const corrections[] = { "none", "mean_of_means", "pooled", "trimmed" };
static const char *const line_bases[] = { "none", "on_paper", "on_with_bonus" };
static const char *const line_kinds[] = { "fixed", "share_of_mean", "share_of_full", "decided" };
static const char *const line_pers[] = { "campaign", "post" };
static const char *const shortlist_bases[] = { "with_bonus", "paper" };
static const char *const shortages[] = { "take_all", "reduce_plan", "decide" };
static const char *const last_ties[] = { "all_enter", "none_enter", "by_key" };
static const char *const called_ties[] = { "wait", "all_enter" };
static const char *const refills[] = { "to_ratio", "to_list_length" };
static const char *const place_rules[] = { "shared_skip", "shared_dense" };
static const char *const lone_whens[] = { "present_at_most_places", "fewer_than_ratio", "always", "list_at_most_places" };
static const char *const line_means[] = { "none", "room", "day", "post" };
static const char *const line_marks[] = { "corrected", "raw" };
static const char *const compares[] = { "one_formula", "totals", "same_formula" };
static const char *const rooms_bys[] = { "dealt", "z" };
static const char *const scopes[] = { "post", "campaign" };
static const char *const walks[] = { "s", "z" };
static const char *const tails[] = { "own_room", "extra_seats", "balance" };
static const char *const quota_pers[] = { "post", "street", "campaign" };
static const char *const quota_counts[] = { "registered", "passed", "paid" };
static const char *const quota_actions[] = { "reduce", "cancel", "keep", "interview_only", "decide" };
static const char *const quota_freed[] = { "none", "cancelled_targeted", "cancelled", "targeted", "all" };
static const char *const moves[] = { "first", "in_turn", "same_street" };
static const char *const quota_receivers[] = { "ask", "keeps", "takes_what_fits" };
static const char *const leftover_moments[] = { "none", "shortlist", "interview" };
static const char *const leftover_sources[] = { "targeted", "all" };
static const char *const bonus_rules[] = { "best", "sum" };
static const char *const bonus_remainders[] = { "none", "half", "full" };
static const char *const bonus_targets[] = { "written", "total" };

G_STATIC_ASSERT (G_N_ELEMENTS (roundings) == KP_ROUNDING_N);
G_STATIC_ASSERT (G_N_ELEMENTS (quota_actions) == KP_QUOTA_N_ACTIONS);
G_STATIC_ASSERT (G_N_ELEMENTS (corrections) == KP_CORRECTION_N_METHODS);
G_STATIC_ASSERT (G_N_ELEMENTS (line_bases) == KP_LINE_N_BASES);
G_STATIC_ASSERT (G_N_ELEMENTS (line_kinds) == KP_LINE_N_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (line_pers) == KP_LINE_N_PERS);
G_STATIC_ASSERT (G_N_ELEMENTS (shortlist_bases) == KP_SHORTLIST_N_BASES);
G_STATIC_ASSERT (G_N_ELEMENTS (shortages) == KP_N_SHORTAGES);
G_STATIC_ASSERT (G_N_ELEMENTS (compares) == KP_N_COMPARES);

static const char *const contract_kinds[] = { "labour", "institution" };

#define DEFINE_NAMES(function, table) \
  static const char *function (guint value) \
  { \
    return table[value]; \
  }

DEFINE_NAMES (get_contract_kind, contract_kinds)
DEFINE_NAMES (get_rounding, roundings)
DEFINE_NAMES (get_correction, corrections)
DEFINE_NAMES (get_line_basis, line_bases)
DEFINE_NAMES (get_line_kind, line_kinds)
DEFINE_NAMES (get_line_per, line_pers)
DEFINE_NAMES (get_shortlist_basis, shortlist_bases)
DEFINE_NAMES (get_shortage, shortages)
DEFINE_NAMES (get_last_tie, last_ties)
DEFINE_NAMES (get_called_tie, called_ties)
DEFINE_NAMES (get_refill, refills)
DEFINE_NAMES (get_place_rule, place_rules)
DEFINE_NAMES (get_lone_when, lone_whens)
DEFINE_NAMES (get_line_mean, line_means)
DEFINE_NAMES (get_line_mark, line_marks)
DEFINE_NAMES (get_compare, compares)
DEFINE_NAMES (get_rooms_by, rooms_bys)
DEFINE_NAMES (get_scope, scopes)
DEFINE_NAMES (get_walk, walks)
DEFINE_NAMES (get_tail, tails)
DEFINE_NAMES (get_quota_per, quota_pers)
DEFINE_NAMES (get_quota_counts, quota_counts)
DEFINE_NAMES (get_quota_action, quota_actions)
DEFINE_NAMES (get_quota_freed, quota_freed)
DEFINE_NAMES (get_quota_receiver, quota_receivers)
DEFINE_NAMES (get_move, moves)
DEFINE_NAMES (get_leftover_moment, leftover_moments)
DEFINE_NAMES (get_leftover_source, leftover_sources)
DEFINE_NAMES (get_bonus_rule, bonus_rules)
DEFINE_NAMES (get_bonus_remainder, bonus_remainders)
DEFINE_NAMES (get_bonus_target, bonus_targets)

#define DEFINE_GETTER(function, getter, Type) \
  static const char *function (guint value) \
  { \
    return getter ((Type) value); \
  }

DEFINE_GETTER (get_cause, kp_cause_get_name, KpCause)
DEFINE_GETTER (get_stage, kp_stage_get_name, KpStage)
DEFINE_GETTER (get_track, kp_track_get_name, KpTrack)
DEFINE_GETTER (get_until, kp_until_get_name, KpUntil)

DEFINE_GETTER (get_fact_kind, kp_fact_kind_get_name, KpFactKind)

static const char *
get_check (guint value)
{
  return kp_check_get_name ((KpCheck) (1u << value));
}

#define DEFINE_MAKER(function, maker) \
  static gpointer function (void) \
  { \
    return maker (); \
  }

DEFINE_MAKER (make_street, kp_scheme_street_new)
DEFINE_MAKER (make_post, kp_scheme_post_new)
DEFINE_MAKER (make_fact, kp_fact_def_new)
DEFINE_MAKER (make_education, kp_scheme_education_new)
DEFINE_MAKER (make_requirement, kp_requirement_new)
DEFINE_MAKER (make_relaxation, kp_relaxation_new)
DEFINE_MAKER (make_post_paper, kp_scheme_post_paper_new)
DEFINE_MAKER (make_paper, kp_scheme_paper_new)
DEFINE_MAKER (make_sitting, kp_scheme_sitting_new)
DEFINE_MAKER (make_site, kp_scheme_site_new)
DEFINE_MAKER (make_room, kp_scheme_room_new)
DEFINE_MAKER (make_bonus_item, kp_bonus_item_new)
DEFINE_MAKER (make_bonus_group, kp_bonus_group_new)
DEFINE_MAKER (make_element, kp_scheme_element_new)
DEFINE_MAKER (make_other, kp_scheme_other_new)
DEFINE_MAKER (make_total, kp_scheme_total_new)
DEFINE_MAKER (make_line_for, kp_scheme_line_for_new)
DEFINE_MAKER (make_total_for, kp_scheme_total_for_new)
DEFINE_MAKER (make_substitution_rule, kp_substitution_rule_new)
DEFINE_MAKER (make_offer, kp_scheme_offer_new)
DEFINE_MAKER (make_clause, kp_scheme_clause_new)
DEFINE_MAKER (make_wording, kp_scheme_wording_new)

#define AT(Type, member) .offset = offsetof (Type, member)
#define WITH(Type, member) .extra = offsetof (Type, member)
#define ROUNDING(Type, member) \
  { "rounding", KP_FIELD_NAME, AT (Type, member), NAMES (get_rounding, G_N_ELEMENTS (roundings)) }
#define DECIMALS(Type, member) \
  { "decimals", KP_FIELD_COUNT, AT (Type, member), .limit = KP_MARK_DECIMALS }
#define END { .key = NULL }

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
  { "label", KP_FIELD_TEXT, AT (KpRequirement, label) },
  { "clause", KP_FIELD_TEXT, AT (KpRequirement, clause) },
  { "text", KP_FIELD_TEXT, AT (KpRequirement, text) },
  { "reason", KP_FIELD_TEXT, AT (KpRequirement, reason) },
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
  { "probation_months", KP_FIELD_COUNT, AT (KpSchemePost, probation_months), .limit = 12 },
  END,
};

#define MOVE(name, Type, member) \
  { name, KP_FIELD_NAME, AT (Type, member), NAMES (get_move, G_N_ELEMENTS (moves)), .is_quiet = TRUE }

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
  { "rounding", KP_FIELD_NAME, AT (KpQuotaPolicy, rounding), NAMES (get_rounding, G_N_ELEMENTS (roundings)),
    .is_quiet = TRUE, .usual = KP_ROUNDING_TRUNCATE },
  { "minimum", KP_FIELD_COUNT, AT (KpQuotaPolicy, minimum), .limit = 100000 },
  { "interview_only_total", KP_FIELD_TEXT_NULL, AT (KpQuotaPolicy, interview_only_total) },
  { "freed", KP_FIELD_NAME, AT (KpQuotaPolicy, freed), NAMES (get_quota_freed, G_N_ELEMENTS (quota_freed)) },
  { "freed_to", KP_FIELD_TEXTS, AT (KpQuotaPolicy, freed_to), .is_quiet = TRUE },
  MOVE ("freed_how", KpQuotaPolicy, freed_how),
  { "receiver", KP_FIELD_NAME, AT (KpQuotaPolicy, receiver),
    NAMES (get_quota_receiver, G_N_ELEMENTS (quota_receivers)) },
  { "repost_days", KP_FIELD_COUNT, AT (KpQuotaPolicy, repost_days), .limit = 60 },
  { "repost_in_workdays", KP_FIELD_BOOL, AT (KpQuotaPolicy, is_repost_in_workdays), .is_quiet = TRUE },
  END,
};

static const KpField leftover_fields[] = {
  { "at", KP_FIELD_NAME, AT (KpLeftoverPolicy, at), NAMES (get_leftover_moment, G_N_ELEMENTS (leftover_moments)),
    .is_quiet = TRUE },
  { "from", KP_FIELD_NAME, AT (KpLeftoverPolicy, from), NAMES (get_leftover_source, G_N_ELEMENTS (leftover_sources)),
    .is_quiet = TRUE },
  { "to", KP_FIELD_TEXTS, AT (KpLeftoverPolicy, to), .is_quiet = TRUE },
  MOVE ("how", KpLeftoverPolicy, how),
  END,
};

static const KpField paper_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemePaper, code), .is_required = TRUE },
  { "name", KP_FIELD_TEXT, AT (KpSchemePaper, name) },
  { "full", KP_FIELD_MARK, AT (KpSchemePaper, full) },
  DECIMALS (KpSchemePaper, decimals),
  { "step", KP_FIELD_MARK, AT (KpSchemePaper, step), .is_quiet = TRUE },
  { "weight", KP_FIELD_WEIGHT, AT (KpSchemePaper, weight) },
  { "line", KP_FIELD_MARK_IF, AT (KpSchemePaper, line), WITH (KpSchemePaper, has_line) },
  { "line_strict", KP_FIELD_BOOL, AT (KpSchemePaper, line_is_strict) },
  { "elsewhere", KP_FIELD_BOOL, AT (KpSchemePaper, is_elsewhere) },
  END,
};

static const KpField sitting_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemeSitting, code), .is_required = TRUE },
  { "paper", KP_FIELD_TEXT, AT (KpSchemeSitting, paper), .is_required = TRUE },
  { "posts", KP_FIELD_TEXTS, AT (KpSchemeSitting, posts), .is_quiet = TRUE },
  { "rooms", KP_FIELD_TEXTS, AT (KpSchemeSitting, rooms), .is_quiet = TRUE },
  { "date", KP_FIELD_DATE, AT (KpSchemeSitting, date), .is_required = TRUE },
  { "start", KP_FIELD_TIME, AT (KpSchemeSitting, start) },
  { "end", KP_FIELD_TIME, AT (KpSchemeSitting, end) },
  { "entry_minutes", KP_FIELD_COUNT, AT (KpSchemeSitting, entry_from), .limit = 240 },
  { "late_minutes", KP_FIELD_COUNT, AT (KpSchemeSitting, late_minutes), .limit = 240 },
  END,
};

static const KpField room_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemeRoom, code), .is_required = TRUE },
  { "columns", KP_FIELD_COUNTS, AT (KpSchemeRoom, grid.columns), WITH (KpSchemeRoom, grid.n_columns),
    .limit = KP_SEAT_MAX_COLUMNS },
  { "missing", KP_FIELD_TEXTS, AT (KpSchemeRoom, missing), .is_quiet = TRUE },
  { "capacity", KP_FIELD_COUNT, AT (KpSchemeRoom, grid.capacity), .limit = 1000 },
  { "ground_floor", KP_FIELD_BOOL, AT (KpSchemeRoom, grid.is_ground_floor) },
  { "extra_time", KP_FIELD_BOOL, AT (KpSchemeRoom, grid.has_extra_time), .is_quiet = TRUE },
  { "reserve", KP_FIELD_BOOL, AT (KpSchemeRoom, grid.is_reserve), .is_quiet = TRUE },
  END,
};

static const KpField site_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemeSite, code), .is_required = TRUE },
  { "name", KP_FIELD_TEXT, AT (KpSchemeSite, name) },
  { "address", KP_FIELD_TEXT, AT (KpSchemeSite, address) },
  { "rooms", KP_FIELD_OBJECTS, AT (KpSchemeSite, rooms), .make = make_room, .fields = room_fields },
  END,
};

static const KpField seat_fields[] = {
  { "walk", KP_FIELD_NAME, AT (KpSeatPolicy, walk), NAMES (get_walk, G_N_ELEMENTS (walks)) },
  { "starts_right", KP_FIELD_BOOL, AT (KpSeatPolicy, starts_right) },
  { "starts_back", KP_FIELD_BOOL, AT (KpSeatPolicy, starts_back), .is_quiet = TRUE },
  { "tail", KP_FIELD_NAME, AT (KpSeatPolicy, tail), NAMES (get_tail, G_N_ELEMENTS (tails)) },
  { "tail_min", KP_FIELD_COUNT, AT (KpSeatPolicy, tail_min), .limit = 100 },
  { "max_extra", KP_FIELD_COUNT, AT (KpSeatPolicy, max_extra), .limit = 100 },
  { "diagonal_counts", KP_FIELD_BOOL, AT (KpSeatPolicy, diagonal_counts) },
  { "post_weight", KP_FIELD_COUNT, AT (KpSeatPolicy, post_weight), .limit = 100, .is_quiet = TRUE, .usual = 1 },
  { "household_weight", KP_FIELD_COUNT, AT (KpSeatPolicy, household_weight), .limit = 100, .is_quiet = TRUE, .usual = 1 },
  { "employer_weight", KP_FIELD_COUNT, AT (KpSeatPolicy, employer_weight), .limit = 100, .is_quiet = TRUE },
  END,
};

static const KpField line_fields[] = {
  { "basis", KP_FIELD_NAME, AT (KpLine, basis), NAMES (get_line_basis, G_N_ELEMENTS (line_bases)) },
  { "kind", KP_FIELD_NAME, AT (KpLine, kind), NAMES (get_line_kind, G_N_ELEMENTS (line_kinds)) },
  { "value", KP_FIELD_MARK, AT (KpLine, value) },
  { "share", KP_FIELD_WEIGHT_NULL, AT (KpLine, share) },
  { "per", KP_FIELD_NAME, AT (KpLine, per), NAMES (get_line_per, G_N_ELEMENTS (line_pers)) },
  DECIMALS (KpLine, decimals),
  ROUNDING (KpLine, rounding),
  { "strict", KP_FIELD_BOOL, AT (KpLine, is_strict) },
  END,
};

static const KpField line_for_fields[] = {
  { "when", KP_FIELD_CONDITION, AT (KpSchemeLineFor, when) },
  { "posts", KP_FIELD_TEXTS, AT (KpSchemeLineFor, posts), .is_quiet = TRUE },
  { "line", KP_FIELD_MARK, AT (KpSchemeLineFor, line), .is_required = TRUE },
  END,
};

static const KpField written_fields[] = {
  { "papers", KP_FIELD_OBJECTS, AT (KpSchemeWritten, papers), .make = make_paper, .fields = paper_fields },
  { "sittings", KP_FIELD_OBJECTS, AT (KpSchemeWritten, sittings), .make = make_sitting, .fields = sitting_fields },
  { "sites", KP_FIELD_OBJECTS, AT (KpSchemeWritten, sites), .make = make_site, .fields = site_fields },
  { "seat", KP_FIELD_OBJECT, AT (KpSchemeWritten, seat), .fields = seat_fields },
  { "ticket_pattern", KP_FIELD_TEXT, AT (KpSchemeWritten, ticket_pattern) },
  { "batch", KP_FIELD_COUNT, AT (KpSchemeWritten, batch), .limit = 9999 },
  { "ground_floor", KP_FIELD_CONDITION, AT (KpSchemeWritten, ground_floor) },
  { "extra_time", KP_FIELD_CONDITION, AT (KpSchemeWritten, extra_time) },
  { "extra_minutes", KP_FIELD_COUNT, AT (KpSchemeWritten, extra_minutes), .limit = 240, .is_quiet = TRUE },
  { "exempt", KP_FIELD_CONDITION, AT (KpSchemeWritten, exempt) },
  { "exempt_mark", KP_FIELD_MARK_IF, AT (KpSchemeWritten, exempt_mark), WITH (KpSchemeWritten, has_exempt_mark) },
  { "rounds_papers", KP_FIELD_BOOL, AT (KpSchemeWritten, rounds_papers) },
  { "paper_decimals", KP_FIELD_COUNT, AT (KpSchemeWritten, paper_decimals), .limit = KP_MARK_DECIMALS },
  { "zero_paper_is_out", KP_FIELD_BOOL, AT (KpSchemeWritten, zero_paper_is_out) },
  { "line", KP_FIELD_OBJECT, AT (KpSchemeWritten, line), .fields = line_fields },
  { "line_for", KP_FIELD_OBJECTS, AT (KpSchemeWritten, line_for), .make = make_line_for, .fields = line_for_fields,
    .is_quiet = TRUE },
  { "decimals", KP_FIELD_PLACES, AT (KpSchemeWritten, decimals) },
  ROUNDING (KpSchemeWritten, rounding),
  { "recheck_days", KP_FIELD_COUNT, AT (KpSchemeWritten, recheck_days), .limit = 366, .is_quiet = TRUE },
  { "recheck_in_workdays", KP_FIELD_BOOL, AT (KpSchemeWritten, recheck_in_workdays), .is_quiet = TRUE },
  END,
};

#define BONUS_RULE(name, Type, member) \
  { name, KP_FIELD_NAME, AT (Type, member), NAMES (get_bonus_rule, G_N_ELEMENTS (bonus_rules)) }

static const KpField bonus_per_fields[] = {
  { "fact", KP_FIELD_TEXT_NULL, AT (KpBonusPer, fact) },
  { "to", KP_FIELD_DATE_NULL, AT (KpBonusPer, to) },
  { "until", KP_FIELD_TEXT_NULL, AT (KpBonusPer, until) },
  { "unit_months", KP_FIELD_COUNT, AT (KpBonusPer, unit_months), .limit = 1200, .is_quiet = TRUE, .usual = 12 },
  { "points", KP_FIELD_MARK, AT (KpBonusPer, points), .is_quiet = TRUE },
  { "from_units", KP_FIELD_COUNT, AT (KpBonusPer, from_units), .limit = 1200, .is_quiet = TRUE },
  { "remainder", KP_FIELD_NAME, AT (KpBonusPer, remainder),
    NAMES (get_bonus_remainder, G_N_ELEMENTS (bonus_remainders)), .is_quiet = TRUE },
  { "cap", KP_FIELD_MARK_IF, AT (KpBonusPer, cap), WITH (KpBonusPer, has_cap) },
  END,
};

static const KpField bonus_item_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpBonusItem, code), .is_required = TRUE },
  { "label", KP_FIELD_TEXT, AT (KpBonusItem, label) },
  { "group", KP_FIELD_TEXT_NULL, AT (KpBonusItem, group) },
  { "clause", KP_FIELD_TEXT, AT (KpBonusItem, clause) },
  { "proof", KP_FIELD_TEXT_NULL, AT (KpBonusItem, proof) },
  { "points", KP_FIELD_MARK, AT (KpBonusItem, points) },
  { "condition", KP_FIELD_CONDITION, AT (KpBonusItem, condition) },
  { "due", KP_FIELD_DATE_NULL, AT (KpBonusItem, due) },
  { "per", KP_FIELD_OBJECT, AT (KpBonusItem, per), .fields = bonus_per_fields, .is_quiet = TRUE },
  END,
};

static const KpField bonus_group_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpBonusGroup, code), .is_required = TRUE },
  { "label", KP_FIELD_TEXT, AT (KpBonusGroup, label) },
  BONUS_RULE ("within", KpBonusGroup, within),
  { "cap", KP_FIELD_MARK_IF, AT (KpBonusGroup, cap), WITH (KpBonusGroup, has_cap) },
  END,
};

static const KpField bonus_fields[] = {
  { "items", KP_FIELD_OBJECTS, AT (KpBonusPolicy, items), .make = make_bonus_item, .fields = bonus_item_fields },
  { "groups", KP_FIELD_OBJECTS, AT (KpBonusPolicy, groups), .make = make_bonus_group, .fields = bonus_group_fields,
    .is_quiet = TRUE },
  BONUS_RULE ("within", KpBonusPolicy, within),
  BONUS_RULE ("across", KpBonusPolicy, across),
  { "cap", KP_FIELD_MARK_IF, AT (KpBonusPolicy, cap), WITH (KpBonusPolicy, has_cap) },
  { "target", KP_FIELD_NAME, AT (KpBonusPolicy, target), NAMES (get_bonus_target, G_N_ELEMENTS (bonus_targets)) },
  { "weight", KP_FIELD_WEIGHT, AT (KpBonusPolicy, weight) },
  { "may_exceed_full", KP_FIELD_BOOL, AT (KpBonusPolicy, may_exceed_full) },
  { "decimals", KP_FIELD_PLACES, AT (KpBonusPolicy, decimals), .is_quiet = TRUE, .usual = (guint) KP_CORRECTION_EXACT },
  { "rounding", KP_FIELD_NAME, AT (KpBonusPolicy, rounding), NAMES (get_rounding, G_N_ELEMENTS (roundings)),
    .is_quiet = TRUE },
  END,
};

static const KpField tier_fields[] = {
  { "from_places", KP_FIELD_COUNT, AT (KpShortlistTier, from_places), .limit = 100000 },
  { "to_places", KP_FIELD_COUNT, AT (KpShortlistTier, to_places), .limit = 100000 },
  { "ratio", KP_FIELD_FRACTION, AT (KpShortlistTier, ratio), .is_required = TRUE },
  { "plus", KP_FIELD_COUNT, AT (KpShortlistTier, plus), .limit = 1000 },
  END,
};

static const KpField shortlist_fields[] = {
  { "tiers", KP_FIELD_ITEMS, AT (KpShortlistPolicy, tiers), WITH (KpShortlistPolicy, n_tiers),
    .limit = KP_SHORTLIST_MAX_TIERS, .size = sizeof (KpShortlistTier), .fields = tier_fields },
  { "takes_all", KP_FIELD_BOOL, AT (KpShortlistPolicy, takes_all) },
  ROUNDING (KpShortlistPolicy, rounding),
  { "basis", KP_FIELD_NAME, AT (KpShortlistPolicy, basis),
    NAMES (get_shortlist_basis, G_N_ELEMENTS (shortlist_bases)) },
  { "last_tie", KP_FIELD_NAME, AT (KpShortlistPolicy, last_tie), NAMES (get_last_tie, G_N_ELEMENTS (last_ties)) },
  { "tie_keys", KP_FIELD_TIES, AT (KpShortlistPolicy, tie_keys) },
  { "places", KP_FIELD_NAME, AT (KpShortlistPolicy, place_rule), NAMES (get_place_rule, G_N_ELEMENTS (place_rules)) },
  { "zero_is_out", KP_FIELD_BOOL, AT (KpShortlistPolicy, zero_is_out) },
  { "direct", KP_FIELD_CONDITION, AT (KpShortlistPolicy, direct) },
  { "direct_counts", KP_FIELD_BOOL, AT (KpShortlistPolicy, direct_counts) },
  { "direct_needs_line", KP_FIELD_BOOL, AT (KpShortlistPolicy, direct_needs_line) },
  { "shortage", KP_FIELD_NAME, AT (KpShortlistPolicy, shortage), NAMES (get_shortage, G_N_ELEMENTS (shortages)) },
  { "may_substitute", KP_FIELD_BOOL, AT (KpShortlistPolicy, may_substitute) },
  { "causes", KP_FIELD_NAMES, AT (KpShortlistPolicy, causes), WITH (KpShortlistPolicy, n_causes),
    NAMES (get_cause, KP_N_CAUSES), .limit = KP_N_CAUSES },
  { "max_rounds", KP_FIELD_COUNT, AT (KpShortlistPolicy, max_rounds), .limit = 1000 },
  { "refill", KP_FIELD_NAME, AT (KpShortlistPolicy, refill), NAMES (get_refill, G_N_ELEMENTS (refills)) },
  END,
};

static const KpField credential_fields[] = {
  { "applies", KP_FIELD_BOOL, AT (KpSchemeCredential, applies) },
  { "items", KP_FIELD_OBJECTS, AT (KpSchemeCredential, table.items), .make = make_bonus_item,
    .fields = bonus_item_fields, .is_quiet = TRUE },
  { "groups", KP_FIELD_OBJECTS, AT (KpSchemeCredential, table.groups), .make = make_bonus_group,
    .fields = bonus_group_fields, .is_quiet = TRUE },
  { "within", KP_FIELD_NAME, AT (KpSchemeCredential, table.within), NAMES (get_bonus_rule, G_N_ELEMENTS (bonus_rules)),
    .is_quiet = TRUE, .usual = KP_BONUS_SUM },
  { "across", KP_FIELD_NAME, AT (KpSchemeCredential, table.across), NAMES (get_bonus_rule, G_N_ELEMENTS (bonus_rules)),
    .is_quiet = TRUE, .usual = KP_BONUS_SUM },
  { "fact", KP_FIELD_TEXT_NULL, AT (KpSchemeCredential, fact) },
  { "points_per_year", KP_FIELD_MARK, AT (KpSchemeCredential, points_per_year) },
  { "cap", KP_FIELD_MARK, AT (KpSchemeCredential, cap) },
  { "date", KP_FIELD_DATE_NULL, AT (KpSchemeCredential, date) },
  END,
};

static const KpField element_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemeElement, code), .is_required = TRUE },
  { "name", KP_FIELD_TEXT, AT (KpSchemeElement, name) },
  { "full", KP_FIELD_MARK, AT (KpSchemeElement, full), .is_required = TRUE },
  { "weight", KP_FIELD_WEIGHT, AT (KpSchemeElement, weight) },
  END,
};

static const KpField panel_fields[] = {
  { "examiners", KP_FIELD_COUNT, AT (KpPanelPolicy, n_examiners), .limit = 30 },
  { "min_sheets", KP_FIELD_COUNT, AT (KpPanelPolicy, min_sheets), .limit = 30 },
  { "drop_highest", KP_FIELD_COUNT, AT (KpPanelPolicy, drop_highest), .limit = 10 },
  { "drop_lowest", KP_FIELD_COUNT, AT (KpPanelPolicy, drop_lowest), .limit = 10 },
  { "drop_from", KP_FIELD_COUNT, AT (KpPanelPolicy, drop_from), .limit = 30 },
  { "drops_by_element", KP_FIELD_BOOL, AT (KpPanelPolicy, drops_by_element) },
  { "sheet_decimals", KP_FIELD_COUNT, AT (KpPanelPolicy, sheet_decimals), .limit = KP_MARK_DECIMALS },
  { "step", KP_FIELD_MARK, AT (KpPanelPolicy, step) },
  DECIMALS (KpPanelPolicy, decimals),
  ROUNDING (KpPanelPolicy, rounding),
  { "outside_share", KP_FIELD_FRACTION_NULL, AT (KpPanelPolicy, outside_share) },
  END,
};

static const KpField correction_fields[] = {
  { "method", KP_FIELD_NAME, AT (KpCorrectionPolicy, method), NAMES (get_correction, G_N_ELEMENTS (corrections)) },
  { "trim_highest", KP_FIELD_COUNT, AT (KpCorrectionPolicy, trim_highest), .limit = 100 },
  { "trim_lowest", KP_FIELD_COUNT, AT (KpCorrectionPolicy, trim_lowest), .limit = 100 },
  { "room_decimals", KP_FIELD_PLACES, AT (KpCorrectionPolicy, room_decimals) },
  { "overall_decimals", KP_FIELD_PLACES, AT (KpCorrectionPolicy, overall_decimals) },
  { "coefficient_decimals", KP_FIELD_PLACES, AT (KpCorrectionPolicy, coefficient_decimals) },
  DECIMALS (KpCorrectionPolicy, decimals),
  ROUNDING (KpCorrectionPolicy, rounding),
  { "min_rooms", KP_FIELD_COUNT, AT (KpCorrectionPolicy, min_rooms), .limit = 100 },
  { "min_in_room", KP_FIELD_COUNT, AT (KpCorrectionPolicy, min_in_room), .limit = 100 },
  { "cap", KP_FIELD_MARK, AT (KpCorrectionPolicy, cap) },
  END,
};

static const KpField interview_line_fields[] = {
  { "line", KP_FIELD_MARK_IF, AT (KpInterviewLines, line), WITH (KpInterviewLines, has_line) },
  { "without_competition", KP_FIELD_MARK_IF, AT (KpInterviewLines, lone_line), WITH (KpInterviewLines, has_lone_line) },
  { "when", KP_FIELD_NAME, AT (KpInterviewLines, lone_when), NAMES (get_lone_when, G_N_ELEMENTS (lone_whens)) },
  { "mean", KP_FIELD_NAME, AT (KpInterviewLines, mean), NAMES (get_line_mean, G_N_ELEMENTS (line_means)) },
  { "mean_decimals", KP_FIELD_PLACES, AT (KpInterviewLines, mean_decimals) },
  { "vote", KP_FIELD_FRACTION_NULL, AT (KpInterviewLines, vote) },
  { "on", KP_FIELD_NAME, AT (KpInterviewLines, on), NAMES (get_line_mark, G_N_ELEMENTS (line_marks)) },
  END,
};

static const KpField interview_fields[] = {
  { "elements", KP_FIELD_OBJECTS, AT (KpSchemeInterview, elements), .make = make_element, .fields = element_fields },
  { "panel", KP_FIELD_OBJECT, AT (KpSchemeInterview, panel), .fields = panel_fields },
  { "date", KP_FIELD_DATE_NULL, AT (KpSchemeInterview, date) },
  { "report_at", KP_FIELD_TIME, AT (KpSchemeInterview, report_at) },
  { "place", KP_FIELD_TEXT, AT (KpSchemeInterview, place) },
  { "lines", KP_FIELD_OBJECT, AT (KpSchemeInterview, lines), .fields = interview_line_fields },
  { "room_limit", KP_FIELD_COUNT, AT (KpSchemeInterview, room_limit), .limit = 1000 },
  { "rooms_when_over", KP_FIELD_COUNT, AT (KpSchemeInterview, rooms_when_over), .limit = 100 },
  { "rooms_by", KP_FIELD_NAME, AT (KpSchemeInterview, rooms_by), NAMES (get_rooms_by, G_N_ELEMENTS (rooms_bys)),
    .is_quiet = TRUE },
  { "correction", KP_FIELD_OBJECT, AT (KpSchemeInterview, correction), .fields = correction_fields },
  END,
};

static const KpField other_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemeOther, code), .is_required = TRUE },
  { "name", KP_FIELD_TEXT, AT (KpSchemeOther, name), .is_required = TRUE },
  { "full", KP_FIELD_MARK, AT (KpSchemeOther, full) },
  DECIMALS (KpSchemeOther, decimals),
  END,
};

static const KpField weight_fields[] = {
  { "written", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_WRITTEN]) },
  { "interview", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_INTERVIEW]) },
  { "credential", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_CREDENTIAL]) },
  { "bonus", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_BONUS]) },
  { "other_1", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_OTHER_1]) },
  { "other_2", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_OTHER_2]) },
  { "other_3", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_OTHER_3]) },
  { "other_4", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_OTHER_4]) },
  END,
};

#define POLICY(member) AT (KpSchemeTotal, policy.member)

static const KpField total_fields[] = {
  { "id", KP_FIELD_TEXT, AT (KpSchemeTotal, id), .is_required = TRUE },
  { "label", KP_FIELD_TEXT, AT (KpSchemeTotal, label) },
  { "weights", KP_FIELD_OBJECT, AT (KpSchemeTotal, policy), .fields = weight_fields },
  { "rounds_parts", KP_FIELD_BOOL, POLICY (rounds_parts) },
  { "part_decimals", KP_FIELD_COUNT, POLICY (part_decimals), .limit = KP_MARK_DECIMALS },
  DECIMALS (KpSchemeTotal, policy.decimals),
  ROUNDING (KpSchemeTotal, policy.rounding),
  { "places", KP_FIELD_NAME, POLICY (place_rule), NAMES (get_place_rule, G_N_ELEMENTS (place_rules)) },
  { "line", KP_FIELD_MARK_IF, POLICY (line), WITH (KpSchemeTotal, policy.has_line) },
  { "ties", KP_FIELD_TIES, POLICY (ties) },
  END,
};

static const KpField physical_policy_fields[] = {
  { "ratio", KP_FIELD_FRACTION, AT (KpPhysicalPolicy, ratio) },
  ROUNDING (KpPhysicalPolicy, rounding),
  { "last_tie", KP_FIELD_NAME, AT (KpPhysicalPolicy, takes_tied), NAMES (get_called_tie, G_N_ELEMENTS (called_ties)),
    .is_quiet = TRUE },
  { "max_rounds", KP_FIELD_COUNT, AT (KpPhysicalPolicy, max_rounds), .limit = G_MAXUINT },
  END,
};

static const KpField physical_fields[] = {
  { "list", KP_FIELD_OBJECT, AT (KpSchemePhysical, policy), .fields = physical_policy_fields },
  { "recheck_days", KP_FIELD_COUNT, AT (KpSchemePhysical, recheck_days), .limit = 366 },
  { "recheck_in_workdays", KP_FIELD_BOOL, AT (KpSchemePhysical, recheck_in_workdays), .is_quiet = TRUE },
  { "recheck_times", KP_FIELD_COUNT, AT (KpSchemePhysical, recheck_times), .limit = 10 },
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

static const KpField substitution_fields[] = {
  { "shortlist_until", KP_FIELD_NAME, AT (KpSubstitutionPolicy, shortlist), NAMES (get_until, KP_N_UNTILS) },
  { "shortlist_days_before", KP_FIELD_COUNT, AT (KpSubstitutionPolicy, shortlist_days_before), .limit = 60 },
  { "final_until", KP_FIELD_NAME, AT (KpSubstitutionPolicy, final), NAMES (get_until, KP_N_UNTILS) },
  { "causes", KP_FIELD_OBJECTS, AT (KpSubstitutionPolicy, rules), .make = make_substitution_rule,
    .fields = substitution_rule_fields },
  { "from", KP_FIELD_NAME, AT (KpSubstitutionPolicy, from),
    NAMES (get_scope, G_N_ELEMENTS (scopes)) },
  { "compare", KP_FIELD_NAME, AT (KpSubstitutionPolicy, compare), NAMES (get_compare, G_N_ELEMENTS (compares)),
    .is_quiet = TRUE },
  { "needs_approval", KP_FIELD_BOOL, AT (KpSubstitutionPolicy, needs_approval) },
  END,
};

static const KpField reserve_fields[] = {
  { "applies", KP_FIELD_BOOL, AT (KpReservePolicy, applies) },
  { "until", KP_FIELD_DATE_NULL, AT (KpReservePolicy, until) },
  { "names", KP_FIELD_COUNT, AT (KpReservePolicy, names), .limit = 100000, .is_quiet = TRUE },
  { "ratio", KP_FIELD_FRACTION_NULL, AT (KpReservePolicy, ratio) },
  { "rounding", KP_FIELD_NAME, AT (KpReservePolicy, rounding), NAMES (get_rounding, G_N_ELEMENTS (roundings)),
    .is_quiet = TRUE },
  END,
};

static const KpField offer_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemeOffer, code), .is_required = TRUE },
  { "name", KP_FIELD_TEXT, AT (KpSchemeOffer, name) },
  { "places", KP_FIELD_COUNT, AT (KpSchemeOffer, places), .limit = 100000, .is_required = TRUE },
  END,
};

static const KpField choice_fields[] = {
  { "applies", KP_FIELD_BOOL, AT (KpSchemeChoice, policy.applies) },
  { "among", KP_FIELD_NAME, AT (KpSchemeChoice, policy.among), NAMES (get_scope, G_N_ELEMENTS (scopes)) },
  { "offers", KP_FIELD_OBJECTS, AT (KpSchemeChoice, offers), .make = make_offer, .fields = offer_fields },
  END,
};

static const KpField publicity_fields[] = {
  { "from", KP_FIELD_DATE_NULL, AT (KpSchemePublicity, from) },
  { "days", KP_FIELD_COUNT, AT (KpSchemePublicity, days), .limit = 366 },
  { "in_workdays", KP_FIELD_BOOL, AT (KpSchemePublicity, is_in_workdays) },
  END,
};

static const KpField contract_fields[] = {
  { "kind", KP_FIELD_NAME, AT (KpSchemeContract, kind), NAMES (get_contract_kind, G_N_ELEMENTS (contract_kinds)),
    .is_quiet = TRUE },
  { "start", KP_FIELD_DATE_NULL, AT (KpSchemeContract, start) },
  { "years", KP_FIELD_COUNT, AT (KpSchemeContract, years), .limit = 50 },
  { "probation_wage_percent", KP_FIELD_COUNT, AT (KpSchemeContract, probation_wage_percent), .limit = 100 },
  { "number_pattern", KP_FIELD_TEXT, AT (KpSchemeContract, number_pattern) },
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

static const KpField scheme_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpScheme, code), .is_required = TRUE },
  { "title", KP_FIELD_TEXT, AT (KpScheme, title), .is_required = TRUE },
  { "county", KP_FIELD_TEXT, AT (KpScheme, county) },
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
  { "posts", KP_FIELD_OBJECTS, AT (KpScheme, posts), .make = make_post, .fields = post_fields, .is_required = TRUE },
  { "requirements", KP_FIELD_OBJECTS, AT (KpScheme, requirements), .make = make_requirement,
    .fields = requirement_fields },
  { "relaxations", KP_FIELD_OBJECTS, AT (KpScheme, relaxations), .make = make_relaxation,
    .fields = relaxation_fields },
  { "declarations", KP_FIELD_TEXTS, AT (KpScheme, declarations) },
  { "registration", KP_FIELD_OBJECT, AT (KpScheme, registration), .fields = registration_fields, .is_quiet = TRUE },
  { "review", KP_FIELD_OBJECT, AT (KpScheme, review), .fields = review_fields, .is_quiet = TRUE },
  { "quota", KP_FIELD_OBJECT, AT (KpScheme, quota), .fields = quota_fields },
  { "leftover", KP_FIELD_OBJECT, AT (KpScheme, leftover), .fields = leftover_fields, .is_quiet = TRUE },
  { "written", KP_FIELD_OBJECT, AT (KpScheme, written), .fields = written_fields },
  { "bonus", KP_FIELD_OBJECT, AT (KpScheme, bonus), .fields = bonus_fields },
  { "shortlist", KP_FIELD_OBJECT, AT (KpScheme, shortlist), .fields = shortlist_fields },
  { "credential", KP_FIELD_OBJECT, AT (KpScheme, credential), .fields = credential_fields },
  { "others", KP_FIELD_OBJECTS, AT (KpScheme, others), .make = make_other, .fields = other_fields },
  { "interview", KP_FIELD_OBJECT, AT (KpScheme, interview), .fields = interview_fields },
  { "totals", KP_FIELD_OBJECTS, AT (KpScheme, totals), .make = make_total, .fields = total_fields },
  { "physical", KP_FIELD_OBJECT, AT (KpScheme, physical), .fields = physical_fields },
  { "substitution", KP_FIELD_OBJECT, AT (KpScheme, substitution), .fields = substitution_fields },
  { "reserve", KP_FIELD_OBJECT, AT (KpScheme, reserve), .fields = reserve_fields },
  { "choice", KP_FIELD_OBJECT, AT (KpScheme, choice), .fields = choice_fields },
  { "publicity", KP_FIELD_OBJECT, AT (KpScheme, publicity), .fields = publicity_fields },
  { "contract", KP_FIELD_OBJECT, AT (KpScheme, contract), .fields = contract_fields },
  { "clauses", KP_FIELD_OBJECTS, AT (KpScheme, clauses), .make = make_clause, .fields = clause_fields },
  { "wordings", KP_FIELD_OBJECTS, AT (KpScheme, wordings), .make = make_wording, .fields = wording_fields },
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
