/* kp-scheme-fields-exams.c – the keys of the exams: written, bonus, shortlist, interview, totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-fields-private.h"

static const char *const corrections[] = { "none", "mean_of_means", "pooled", "trimmed" };
static const char *const line_bases[] = { "none", "on_paper", "on_with_bonus" };
static const char *const line_kinds[] = { "fixed", "share_of_mean", "share_of_full", "decided" };
static const char *const line_pers[] = { "campaign", "post" };
static const char *const shortlist_bases[] = { "with_bonus", "paper", "credential" };
static const char *const shortages[] = { "take_all", "reduce_plan", "decide" };
static const char *const last_ties[] = { "all_enter", "none_enter", "by_key" };
static const char *const refills[] = { "to_ratio", "to_list_length" };
static const char *const place_rules[] = { "shared_skip", "shared_dense" };
static const char *const lone_whens[] = { "present_at_most_places", "fewer_than_ratio", "always", "list_at_most_places" };
static const char *const line_means[] = { "none", "room", "day", "post", "kind" };
static const char *const lowest_ofs[] = { "none", "room", "campaign" };
static const char *const line_drawns[] = { "none", "campaign", "post" };
static const char *const line_marks[] = { "corrected", "raw" };
static const char *const rooms_bys[] = { "dealt", "z" };
static const char *const walks[] = { "s", "z" };
static const char *const tails[] = { "own_room", "extra_seats", "balance" };
static const char *const bonus_rules[] = { "best", "sum" };
static const char *const bonus_remainders[] = { "none", "half", "full" };
static const char *const bonus_targets[] = { "written", "total", "interview", "shortlist" };

G_STATIC_ASSERT (G_N_ELEMENTS (bonus_targets) == KP_BONUS_N_TARGETS);
G_STATIC_ASSERT (G_N_ELEMENTS (corrections) == KP_CORRECTION_N_METHODS);
G_STATIC_ASSERT (G_N_ELEMENTS (line_bases) == KP_LINE_N_BASES);
G_STATIC_ASSERT (G_N_ELEMENTS (line_kinds) == KP_LINE_N_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (line_pers) == KP_LINE_N_PERS);
G_STATIC_ASSERT (G_N_ELEMENTS (line_means) == KP_N_LINE_MEANS);
G_STATIC_ASSERT (G_N_ELEMENTS (lowest_ofs) == KP_N_LOWEST_OFS);
G_STATIC_ASSERT (G_N_ELEMENTS (line_drawns) == KP_N_LINE_DRAWNS);
G_STATIC_ASSERT (G_N_ELEMENTS (line_marks) == KP_N_LINE_MARKS);
G_STATIC_ASSERT (G_N_ELEMENTS (shortlist_bases) == KP_SHORTLIST_N_BASES);
G_STATIC_ASSERT (G_N_ELEMENTS (shortages) == KP_N_SHORTAGES);

DEFINE_NAMES (get_correction, corrections)
DEFINE_NAMES (get_line_basis, line_bases)
DEFINE_NAMES (get_line_kind, line_kinds)
DEFINE_NAMES (get_line_per, line_pers)
DEFINE_NAMES (get_shortage, shortages)
DEFINE_NAMES (get_last_tie, last_ties)
DEFINE_NAMES (get_refill, refills)
DEFINE_NAMES (get_place_rule, place_rules)
DEFINE_NAMES (get_lone_when, lone_whens)
DEFINE_NAMES (get_line_mean, line_means)
DEFINE_NAMES (get_lowest_of, lowest_ofs)
DEFINE_NAMES (get_line_drawn, line_drawns)
DEFINE_NAMES (get_line_mark, line_marks)
DEFINE_NAMES (get_rooms_by, rooms_bys)
DEFINE_NAMES (get_walk, walks)
DEFINE_NAMES (get_tail, tails)
DEFINE_NAMES (get_bonus_rule, bonus_rules)
DEFINE_NAMES (get_bonus_remainder, bonus_remainders)
DEFINE_NAMES (get_bonus_target, bonus_targets)
DEFINE_GETTER (get_cause, kp_cause_get_name, KpCause)

DEFINE_MAKER (make_paper, kp_scheme_paper_new)
DEFINE_MAKER (make_sitting, kp_scheme_sitting_new)
DEFINE_MAKER (make_site, kp_scheme_site_new)
DEFINE_MAKER (make_room, kp_scheme_room_new)
DEFINE_MAKER (make_bonus_item, kp_bonus_item_new)
DEFINE_MAKER (make_bonus_group, kp_bonus_group_new)
DEFINE_MAKER (make_element, kp_scheme_element_new)
DEFINE_MAKER (make_line_for, kp_scheme_line_for_new)
DEFINE_MAKER (make_lines_for, kp_scheme_lines_for_new)

/** kp_scheme_field_get_shortlist_basis: the word of a #KpShortlistBasis in a scheme. */
const char *
kp_scheme_field_get_shortlist_basis (guint value)
{
  return shortlist_bases[value];
}

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

const KpField kp_written_fields[] = {
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
  { "exempt_most", KP_FIELD_COUNT, AT (KpSchemeWritten, exempt_limit.most), .limit = 100000, .is_quiet = TRUE },
  { "exempt_share", KP_FIELD_WEIGHT_NULL, AT (KpSchemeWritten, exempt_limit.share) },
  { "exempt_keys", KP_FIELD_TIES, AT (KpSchemeWritten, exempt_limit.keys), .is_quiet = TRUE },
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
  { "unit", KP_FIELD_COUNT, AT (KpBonusPer, unit), .limit = 100000, .is_quiet = TRUE, .usual = 1 },
  { "points", KP_FIELD_MARK, AT (KpBonusPer, points), .is_quiet = TRUE },
  { "from_units", KP_FIELD_COUNT, AT (KpBonusPer, from_units), .limit = 1200, .is_quiet = TRUE },
  { "remainder", KP_FIELD_NAME, AT (KpBonusPer, remainder),
    NAMES (get_bonus_remainder, G_N_ELEMENTS (bonus_remainders)), .is_quiet = TRUE },
  { "cap", KP_FIELD_MARK_IF, AT (KpBonusPer, cap), WITH (KpBonusPer, has_cap) },
  END,
};

/* Points of the total know no other mark to go to. */
#define ITEM_FIELDS \
  { "code", KP_FIELD_TEXT, AT (KpBonusItem, code), .is_required = TRUE }, { "label", KP_FIELD_TEXT, AT (KpBonusItem, label) }, \
      { "group", KP_FIELD_TEXT_NULL, AT (KpBonusItem, group) }, { "clause", KP_FIELD_TEXT, AT (KpBonusItem, clause) }, \
      { "proof", KP_FIELD_TEXT_NULL, AT (KpBonusItem, proof) }, { "points", KP_FIELD_MARK, AT (KpBonusItem, points) }, \
      { "deducts", KP_FIELD_BOOL, AT (KpBonusItem, deducts), .is_quiet = TRUE }, \
      { "condition", KP_FIELD_CONDITION, AT (KpBonusItem, condition) }, { "due", KP_FIELD_DATE_NULL, AT (KpBonusItem, due) }, \
      { "per", KP_FIELD_OBJECT, AT (KpBonusItem, per), .fields = bonus_per_fields, .is_quiet = TRUE }

static const KpField credential_item_fields[] = {
  ITEM_FIELDS,
  END,
};

static const KpField bonus_item_fields[] = {
  ITEM_FIELDS,
  { "graded", KP_FIELD_BOOL, AT (KpBonusItem, is_graded), .is_quiet = TRUE },
  { "target", KP_FIELD_NAME_IF, AT (KpBonusItem, target), WITH (KpBonusItem, has_target),
    NAMES (get_bonus_target, G_N_ELEMENTS (bonus_targets)) },
  END,
};

static const KpField bonus_group_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpBonusGroup, code), .is_required = TRUE },
  { "label", KP_FIELD_TEXT, AT (KpBonusGroup, label) },
  BONUS_RULE ("within", KpBonusGroup, within),
  { "cap", KP_FIELD_MARK_IF, AT (KpBonusGroup, cap), WITH (KpBonusGroup, has_cap) },
  END,
};

const KpField kp_bonus_fields[] = {
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
  { "rounding", KP_FIELD_NAME, AT (KpBonusPolicy, rounding), NAMES (kp_scheme_field_get_rounding, KP_ROUNDING_N),
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

const KpField kp_shortlist_fields[] = {
  { "tiers", KP_FIELD_ITEMS, AT (KpShortlistPolicy, tiers), WITH (KpShortlistPolicy, n_tiers),
    .limit = KP_SHORTLIST_MAX_TIERS, .size = sizeof (KpShortlistTier), .fields = tier_fields },
  { "takes_all", KP_FIELD_BOOL, AT (KpShortlistPolicy, takes_all) },
  ROUNDING (KpShortlistPolicy, rounding),
  { "basis", KP_FIELD_NAME, AT (KpShortlistPolicy, basis),
    NAMES (kp_scheme_field_get_shortlist_basis, KP_SHORTLIST_N_BASES) },
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

const KpField kp_credential_fields[] = {
  { "applies", KP_FIELD_BOOL, AT (KpSchemeCredential, applies) },
  { "items", KP_FIELD_OBJECTS, AT (KpSchemeCredential, table.items), .make = make_bonus_item,
    .fields = credential_item_fields, .is_quiet = TRUE },
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
  { "decided", KP_FIELD_NAME, AT (KpInterviewLines, drawn), NAMES (get_line_drawn, G_N_ELEMENTS (line_drawns)),
    .is_quiet = TRUE },
  { "without_competition", KP_FIELD_MARK_IF, AT (KpInterviewLines, lone_line), WITH (KpInterviewLines, has_lone_line) },
  { "when", KP_FIELD_NAME, AT (KpInterviewLines, lone_when), NAMES (get_lone_when, G_N_ELEMENTS (lone_whens)) },
  { "mean", KP_FIELD_NAME, AT (KpInterviewLines, mean), NAMES (get_line_mean, G_N_ELEMENTS (line_means)) },
  { "mean_decimals", KP_FIELD_PLACES, AT (KpInterviewLines, mean_decimals) },
  { "lowest_called", KP_FIELD_NAME, AT (KpInterviewLines, lowest), NAMES (get_lowest_of, G_N_ELEMENTS (lowest_ofs)),
    .is_quiet = TRUE },
  { "vote", KP_FIELD_FRACTION_NULL, AT (KpInterviewLines, vote) },
  { "on", KP_FIELD_NAME, AT (KpInterviewLines, on), NAMES (get_line_mark, G_N_ELEMENTS (line_marks)) },
  END,
};

static const KpField lines_for_fields[] = {
  { "when", KP_FIELD_CONDITION, AT (KpSchemeLinesFor, when) },
  { "posts", KP_FIELD_TEXTS, AT (KpSchemeLinesFor, posts), .is_quiet = TRUE },
  { "lines", KP_FIELD_OBJECT, AT (KpSchemeLinesFor, lines), .fields = interview_line_fields, .is_required = TRUE },
  END,
};

const KpField kp_interview_fields[] = {
  { "elements", KP_FIELD_OBJECTS, AT (KpSchemeInterview, elements), .make = make_element, .fields = element_fields },
  { "panel", KP_FIELD_OBJECT, AT (KpSchemeInterview, panel), .fields = panel_fields },
  { "date", KP_FIELD_DATE_NULL, AT (KpSchemeInterview, date) },
  { "report_at", KP_FIELD_TIME, AT (KpSchemeInterview, report_at) },
  { "place", KP_FIELD_TEXT, AT (KpSchemeInterview, place) },
  { "lines", KP_FIELD_OBJECT, AT (KpSchemeInterview, lines), .fields = interview_line_fields },
  { "lines_for", KP_FIELD_OBJECTS, AT (KpSchemeInterview, lines_for), .make = make_lines_for,
    .fields = lines_for_fields, .is_quiet = TRUE },
  { "room_limit", KP_FIELD_COUNT, AT (KpSchemeInterview, room_limit), .limit = 1000 },
  { "rooms_when_over", KP_FIELD_COUNT, AT (KpSchemeInterview, rooms_when_over), .limit = 100 },
  { "rooms_by", KP_FIELD_NAME, AT (KpSchemeInterview, rooms_by), NAMES (get_rooms_by, G_N_ELEMENTS (rooms_bys)),
    .is_quiet = TRUE },
  { "correction", KP_FIELD_OBJECT, AT (KpSchemeInterview, correction), .fields = correction_fields },
  END,
};

const KpField kp_other_fields[] = {
  { "code", KP_FIELD_TEXT, AT (KpSchemeOther, code), .is_required = TRUE },
  { "name", KP_FIELD_TEXT, AT (KpSchemeOther, name), .is_required = TRUE },
  { "full", KP_FIELD_MARK, AT (KpSchemeOther, full) },
  DECIMALS (KpSchemeOther, decimals),
  END,
};

/* What of a total is known before the interview. */
static const KpField heat_weight_fields[] = {
  { "written", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_WRITTEN]) },
  { "credential", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_CREDENTIAL]), .is_quiet = TRUE },
  { "other_1", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_OTHER_1]), .is_quiet = TRUE },
  { "other_2", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_OTHER_2]), .is_quiet = TRUE },
  { "other_3", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_OTHER_3]), .is_quiet = TRUE },
  { "other_4", KP_FIELD_WEIGHT, AT (KpTotalPolicy, weights[KP_PART_OTHER_4]), .is_quiet = TRUE },
  END,
};

static const KpField next_fields[] = {
  { "tiers", KP_FIELD_ITEMS, AT (KpShortlistPolicy, tiers), WITH (KpShortlistPolicy, n_tiers),
    .limit = KP_SHORTLIST_MAX_TIERS, .size = sizeof (KpShortlistTier), .fields = tier_fields },
  { "takes_all", KP_FIELD_BOOL, AT (KpShortlistPolicy, takes_all) },
  ROUNDING (KpShortlistPolicy, rounding),
  { "last_tie", KP_FIELD_NAME, AT (KpShortlistPolicy, last_tie), NAMES (get_last_tie, G_N_ELEMENTS (last_ties)) },
  { "tie_keys", KP_FIELD_TIES, AT (KpShortlistPolicy, tie_keys) },
  { "places", KP_FIELD_NAME, AT (KpShortlistPolicy, place_rule), NAMES (get_place_rule, G_N_ELEMENTS (place_rules)) },
  { "zero_is_out", KP_FIELD_BOOL, AT (KpShortlistPolicy, zero_is_out) },
  { "shortage", KP_FIELD_NAME, AT (KpShortlistPolicy, shortage), NAMES (get_shortage, G_N_ELEMENTS (shortages)) },
  { "may_substitute", KP_FIELD_BOOL, AT (KpShortlistPolicy, may_substitute) },
  { "causes", KP_FIELD_NAMES, AT (KpShortlistPolicy, causes), WITH (KpShortlistPolicy, n_causes),
    NAMES (get_cause, KP_N_CAUSES), .limit = KP_N_CAUSES },
  { "max_rounds", KP_FIELD_COUNT, AT (KpShortlistPolicy, max_rounds), .limit = G_MAXUINT },
  { "refill", KP_FIELD_NAME, AT (KpShortlistPolicy, refill), NAMES (get_refill, G_N_ELEMENTS (refills)) },
  END,
};

#define SCORE(member) AT (KpSchemeHeat, score.member)

const KpField kp_heat_fields[] = {
  { "other", KP_FIELD_TEXT, AT (KpSchemeHeat, other), .is_required = TRUE },
  { "posts", KP_FIELD_TEXTS, AT (KpSchemeHeat, posts), .is_quiet = TRUE },
  { "line", KP_FIELD_MARK_IF, AT (KpSchemeHeat, line), WITH (KpSchemeHeat, has_line) },
  { "line_strict", KP_FIELD_BOOL, AT (KpSchemeHeat, line_is_strict), .is_quiet = TRUE },
  { "direct_takes_part", KP_FIELD_BOOL, AT (KpSchemeHeat, direct_takes_part), .is_quiet = TRUE },
  { "weights", KP_FIELD_OBJECT, AT (KpSchemeHeat, score), .fields = heat_weight_fields },
  { "rounds_parts", KP_FIELD_BOOL, SCORE (rounds_parts) },
  { "part_decimals", KP_FIELD_COUNT, SCORE (part_decimals), .limit = KP_MARK_DECIMALS },
  DECIMALS (KpSchemeHeat, score.decimals),
  ROUNDING (KpSchemeHeat, score.rounding),
  { "next", KP_FIELD_OBJECT, AT (KpSchemeHeat, list), .fields = next_fields },
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

const KpField kp_total_fields[] = {
  { "id", KP_FIELD_TEXT, AT (KpSchemeTotal, id), .is_required = TRUE },
  { "label", KP_FIELD_TEXT, AT (KpSchemeTotal, label) },
  { "weights", KP_FIELD_OBJECT, AT (KpSchemeTotal, policy), .fields = weight_fields },
  { "full", KP_FIELD_MARK, POLICY (full), .is_quiet = TRUE, .usual = 100 },
  { "rounds_parts", KP_FIELD_BOOL, POLICY (rounds_parts) },
  { "part_decimals", KP_FIELD_COUNT, POLICY (part_decimals), .limit = KP_MARK_DECIMALS },
  DECIMALS (KpSchemeTotal, policy.decimals),
  ROUNDING (KpSchemeTotal, policy.rounding),
  { "places", KP_FIELD_NAME, POLICY (place_rule), NAMES (get_place_rule, G_N_ELEMENTS (place_rules)) },
  { "line", KP_FIELD_MARK_IF, POLICY (line), WITH (KpSchemeTotal, policy.has_line) },
  { "ties", KP_FIELD_TIES, POLICY (ties) },
  END,
};
