/* kp-shortlist.h – who enters the interview: ratio, line, tied last place, substitution.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"
#include "kp-rank.h"

G_BEGIN_DECLS

typedef enum
{
  KP_LAST_TIE_ALL_ENTER,  /* 末位并列一并进入, the default */
  KP_LAST_TIE_NONE_ENTER, /* all who are tied stay out; the list is shorter */
  KP_LAST_TIE_BY_KEY,     /* the scheme's key (paper mark, one paper) parts them; still equal = undecided */
} KpLastTie;

typedef enum
{
  KP_LINE_NONE,
  KP_LINE_ON_PAPER,      /* on the paper mark, without bonus */
  KP_LINE_ON_WITH_BONUS, /* on the mark with bonus */
} KpLineBasis;

/* 合格线: whoever is below it can't enter. A line that is set after the exam is filled in then. */
typedef struct
{
  KpLineBasis basis;
  KpMark value;
} KpLine;

/* For posts with from…to places: wanted = round (places × ratio) + plus. 1:3 is { 1, 0, 3/1, 0 };
 * "places + 1" is { 1, 4, 1/1, 1 }. */
typedef struct
{
  guint from_places;
  guint to_places; /* 0 = no upper end */
  KpFraction ratio;
  guint plus;
} KpShortlistTier;

#define KP_SHORTLIST_MAX_TIERS 8

typedef enum
{
  KP_REFILL_TO_RATIO,       /* up to round (places × ratio), the default */
  KP_REFILL_TO_LIST_LENGTH, /* up to the length that the first list had, ties included */
} KpRefill;

typedef struct
{
  KpShortlistTier tiers[KP_SHORTLIST_MAX_TIERS];
  guint n_tiers;
  gboolean takes_all; /* everybody over the line enters; the tiers don't count */
  KpRounding rounding;
  KpLastTie last_tie;
  KpPlaceRule place_rule;
  gboolean zero_is_out; /* 零分不得进入面试 */
  gboolean may_substitute;
  guint max_rounds; /* of substitution; 0 = no limit */
  KpRefill refill;
} KpShortlistPolicy;

typedef struct
{
  KpMarkState state;
  KpFraction raw;     /* written mark without bonus */
  KpFraction score;   /* what is ranked: written mark with bonus, as rounded by the scheme */
  KpFraction tie_key; /* only for KP_LAST_TIE_BY_KEY */
  gboolean has_left;  /* withdrew, failed the re-check, was absent */
} KpShortlistCandidate;

typedef enum
{
  KP_SHORTLIST_OUT,         /* eligible, but not within the ratio: may become a substitute */
  KP_SHORTLIST_ENTERS,      /* within the ratio */
  KP_SHORTLIST_ENTERS_TIED, /* enters because of the tie at the last place */
  KP_SHORTLIST_SUBSTITUTE,  /* entered when somebody left */
  KP_SHORTLIST_UNDECIDED,   /* tied at the last place and the key doesn't part them */
  KP_SHORTLIST_TIED_OUT,    /* KP_LAST_TIE_NONE_ENTER or lost by the key */
  KP_SHORTLIST_BELOW_LINE,  /* has a place, can't enter */
  KP_SHORTLIST_NO_MARK,     /* absent, breach, void, pending, not entered: no place */
  KP_SHORTLIST_ZERO,        /* has a place, can't enter */
} KpShortlistVerdict;

#define KP_SHORTLIST_N_VERDICTS (KP_SHORTLIST_ZERO + 1)

typedef struct
{
  KpRankPlace place; /* of the first field: never renumbered */
  KpShortlistVerdict verdict;
  guint round; /* SUBSTITUTE: in which round, from 1 */
} KpShortlistResult;

typedef struct
{
  guint wanted;      /* round (places × ratio) + plus */
  guint n_entered;   /* of the first list */
  guint n_eligible;  /* over the line with a mark */
  guint n_open;      /* marks not entered or pending: the list isn't final */
  guint n_undecided; /* tied at the last place and not parted */
  gboolean is_short; /* fewer entered than wanted */
  KpRankCut cut;
} KpShortlistSummary;

typedef enum
{
  KP_SUBSTITUTION_DONE,
  KP_SUBSTITUTION_NOT_NEEDED,  /* still as many as wanted */
  KP_SUBSTITUTION_NOT_ALLOWED, /* the scheme has none */
  KP_SUBSTITUTION_CLOSED,      /* the deadline has passed */
  KP_SUBSTITUTION_ROUNDS_USED,
  KP_SUBSTITUTION_NOBODY_LEFT,
  KP_SUBSTITUTION_UNDECIDED, /* a tie has to be parted by people first */
} KpSubstitution;

void kp_shortlist_policy_init (KpShortlistPolicy *policy);
gboolean kp_shortlist_decide_wanted (const KpShortlistPolicy *policy, guint places, guint *wanted);
gboolean kp_line_decide_from_mean (guint share_bp,
                                   const KpFraction *present,
                                   gsize n_present,
                                   guint decimals,
                                   KpRounding rounding,
                                   KpMark *value);

/* One post at a time; results[i] belongs to candidates[i]; the order of candidates never matters.
 * FALSE = no tier covers this number of places. */
gboolean kp_shortlist_decide (const KpShortlistPolicy *policy,
                              guint places,
                              const KpLine *line,
                              const KpShortlistCandidate *candidates,
                              gsize n_candidates,
                              KpShortlistResult *results,
                              KpShortlistSummary *summary);

/* One round: results as they stand (from kp_shortlist_decide and earlier rounds), has_left as it is now. */
KpSubstitution kp_shortlist_substitute (const KpShortlistPolicy *policy,
                                        const KpShortlistSummary *summary,
                                        const KpShortlistCandidate *candidates,
                                        gsize n_candidates,
                                        gboolean is_closed,
                                        guint rounds_done,
                                        KpShortlistResult *results,
                                        guint *n_new);
gboolean kp_shortlist_verdict_is_in (KpShortlistVerdict verdict);
const char *kp_shortlist_verdict_get_name (KpShortlistVerdict verdict);
const char *kp_shortlist_verdict_get_chinese (KpShortlistVerdict verdict);

G_END_DECLS
