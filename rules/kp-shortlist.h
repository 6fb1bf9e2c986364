/* kp-shortlist.h – who enters the interview: ratio, line, tied last place, substitution.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-condition.h"
#include "kp-leaving.h"
#include "kp-line.h"
#include "kp-mark.h"
#include "kp-rank.h"
#include "kp-tie.h"

G_BEGIN_DECLS

typedef enum
{
  KP_LAST_TIE_ALL_ENTER,  /* 末位并列一并进入, the default */
  KP_LAST_TIE_NONE_ENTER, /* all who are tied stay out; the list is shorter */
  KP_LAST_TIE_BY_KEY,     /* the scheme's keys (paper mark, one paper …) part them; still equal = undecided */
} KpLastTie;

/* What the list is ordered by. */
typedef enum
{
  KP_SHORTLIST_BY_WITH_BONUS, /* 笔试成绩（含加分） */
  KP_SHORTLIST_BY_PAPER,      /* 笔试卷面成绩 */
  KP_SHORTLIST_BY_CREDENTIAL, /* 资历量化分; also of posts without written exam */
} KpShortlistBasis;

#define KP_SHORTLIST_N_BASES (KP_SHORTLIST_BY_CREDENTIAL + 1)

/* When fewer are over the line than the ratio asks for. */
typedef enum
{
  KP_SHORTAGE_TAKE_ALL,    /* 按实际人数进入 */
  KP_SHORTAGE_REDUCE_PLAN, /* 按比例核减岗位计划数: the second reduction */
  KP_SHORTAGE_DECIDE,      /* 由领导小组研究决定 */
} KpShortage;

#define KP_N_SHORTAGES (KP_SHORTAGE_DECIDE + 1)

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
#define KP_SHORTLIST_MAX_KEYS 8

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
  KpShortlistBasis basis;
  KpLastTie last_tie;
  GPtrArray *tie_keys; /* (nullable) (element-type KpTie): owned; for KP_LAST_TIE_BY_KEY; none = the paper mark */
  guint n_tie_keys;    /* measured for each candidate */
  KpPlaceRule place_rule;
  gboolean zero_is_out; /* 零分不得进入面试 */
  KpCondition *direct;  /* (nullable): who fulfils it enters without ratio, with any mark */
  gboolean direct_counts;     /* they take up the ratio; else they enter besides it */
  gboolean direct_needs_line; /* the line counts for them too */
  KpShortage shortage;
  gboolean may_substitute;
  KpCause causes[KP_N_CAUSES]; /* which leavings open a place on the list; none = all */
  guint n_causes;
  guint max_rounds; /* of substitution; 0 = no limit */
  KpRefill refill;
} KpShortlistPolicy;

typedef struct
{
  KpMarkState state;
  KpFraction raw;   /* written mark without bonus */
  KpFraction score; /* written mark with bonus, as rounded by the scheme */
  KpFraction credential; /* 资历量化分 */
  KpFraction tie_keys[KP_SHORTLIST_MAX_KEYS]; /* for KP_LAST_TIE_BY_KEY, the greater is better */
  gboolean has_left;            /* withdrew, failed the re-check, was absent */
  KpCause left_cause;  /* only with has_left */
  gboolean is_below_paper_line; /* 单科合格线 */
  gboolean has_line;            /* the line's value is another for this person, also while that of the rest is open */
  KpMark line;
  gboolean has_zero_paper;      /* and the scheme says that this bars the way */
  gboolean is_direct;           /* fulfils the policy's `direct`: needs a mark, but no ratio */
  gboolean is_exempt;           /* 免笔试: enters without a mark and has no place */
  gboolean has_no_exam;         /* nobody of the post writes: no line and no zero */
  gboolean is_unranked;         /* has a mark for the line, but none to be ordered by: no place */
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
  KP_SHORTLIST_DIRECT,      /* enters without ratio */
  KP_SHORTLIST_EXEMPT,      /* enters without a written exam: no place */
  KP_SHORTLIST_OPEN,        /* the line isn't set yet: nobody can say */
} KpShortlistVerdict;

#define KP_SHORTLIST_N_VERDICTS (KP_SHORTLIST_OPEN + 1)

typedef struct
{
  KpRankPlace place; /* of the first field: never renumbered */
  KpShortlistVerdict verdict;
  guint round; /* SUBSTITUTE: in which round, from 1 */
} KpShortlistResult;

typedef struct
{
  guint wanted;      /* round (places × ratio) + plus */
  guint n_entered;   /* of the first list, direct and exempt ones included */
  guint n_direct;    /* of them without ratio: DIRECT and EXEMPT */
  guint n_eligible;  /* over the line with a mark, direct ones included */
  guint n_open;      /* marks not entered or pending: the list isn't final */
  guint n_undecided; /* tied at the last place and not parted */
  gboolean is_short; /* fewer entered than wanted */
  gboolean is_line_open;   /* the line isn't set yet: nobody whom it concerns can enter */
  gboolean needs_decision; /* too few, and the committee has to say what becomes of the post */
  guint reduced_places;    /* places after KP_SHORTAGE_REDUCE_PLAN; else as they were */
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

const char *kp_shortlist_basis_get_chinese (KpShortlistBasis basis);
void kp_shortlist_policy_init (KpShortlistPolicy *policy);
gboolean kp_shortlist_decide_wanted (const KpShortlistPolicy *policy, guint places, guint *wanted);
guint kp_shortlist_decide_competing (const KpShortlistPolicy *policy, guint places);
void kp_shortlist_policy_set_ratio (KpShortlistPolicy *policy, KpFraction ratio);
void kp_shortlist_policy_clear (KpShortlistPolicy *policy);

/* One post at a time; results[i] belongs to candidates[i]; the order of candidates never matters. The line's `value` is
 * what kp_line_decide() gave, line_is_open whether it gave none yet. FALSE = no tier covers this number of places. */
gboolean kp_shortlist_decide (const KpShortlistPolicy *policy,
                              guint places,
                              const KpLine *line,
                              gboolean line_is_open,
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
gboolean kp_shortlist_verdict_from_name (const char *name, KpShortlistVerdict *out);
const char *kp_shortlist_verdict_get_chinese (KpShortlistVerdict verdict);

G_END_DECLS
