/* kp-contest.h – a whole campaign as one pure function: who applied goes in, every list comes out.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-direct-hire.h"
#include "kp-interview-lines.h"
#include "kp-qualify.h"
#include "kp-scheme.h"
#include "kp-substitution.h"
#include "kp-written.h"

G_BEGIN_DECLS

#define KP_CONTEST_MAX_PAPERS 8

/* What of a post isn't known yet, so that nobody of it can be called; of several the first. */
typedef enum
{
  KP_PENDING_NONE,
  KP_PENDING_OPENING,    /* the committee hasn't decided on the opening */
  KP_PENDING_DIRECT,     /* more may be hired without exam than there are places, and the committee hasn't decided */
  KP_PENDING_EXEMPT,     /* more may do without the written exam than the limit takes, and the committee hasn't decided */
  KP_PENDING_LINE,       /* 笔试合格线 */
  KP_PENDING_WRITTEN,    /* a written mark isn't entered, or in dispute */
  KP_PENDING_CREDENTIAL, /* a fact that 资历量化分 needs is missing, and the list is ordered by them */
  KP_PENDING_LAST_PLACE, /* a tie at the end of the list isn't parted */
  KP_PENDING_SHORTLIST,  /* the committee hasn't decided what becomes of a list that is too short */
  KP_PENDING_LEFTOVER,   /* the committee hasn't decided where empty places go */
  KP_PENDING_HEAT,       /* a mark of a test before the interview isn't entered, or in dispute */
  KP_PENDING_FORMULA,    /* by which formula somebody counts */
  KP_PENDING_INTERVIEW_LINE, /* 面试合格线 that the committee draws */
  KP_PENDING_MARK,       /* a mark of the interview, or what its line needs */
  KP_PENDING_VOTE,       /* the examiners haven't voted */
} KpPending;

#define KP_N_PENDINGS (KP_PENDING_VOTE + 1)

/* One application with all that is known of it. Everything is borrowed and outlives the contest; what isn't there yet is
 * zero: NOT_ENTERED marks, unknown fractions. The number names the person in answers and never decides anything. */
typedef struct
{
  const char       *number;
  const char       *post; /* code */
  KpCandidateFacts  facts; /* post and street are filled in by the contest */
  gboolean          has_review;
  KpReviewOutcome   review; /* as decided; without has_review it is derived from the facts */
  const KpJudged   *judged; /* what persons decided of single requirements */
  guint             n_judged;
  const char       *same_as; /* (nullable): number of another registration of the same person */
  gboolean          has_paid;
  KpDate            paid_on;
  gboolean          has_claims;
  const KpBonusClaim *claims; /* without has_claims they are proposed from the facts, these tell the days of the claims */
  guint             n_claims;
  KpStatedMark      papers[KP_CONTEST_MAX_PAPERS]; /* in the scheme's order */
  guint             room; /* of the interview; 0 = not known */
  KpDate            day;  /* of the interview; none = all on one day */
  KpStatedMark      interview; /* raw mark; sheets, where there are any, stand before it */
  const KpPanelSheet *sheets;
  guint             n_sheets;
  guint             n_votes_for;
  guint             n_votes; /* examiners who voted; 0 = no vote was taken */
  KpStatedMark      others[KP_N_OTHERS]; /* in the order of the scheme's `others` */
  KpFraction        extra_test;
  KpFraction        decision; /* of the committee among the tied: 1 = first */
  KpFraction        list_test; /* the same two at the last place of the list; unknown = those above are of both */
  KpFraction        list_decision;
  KpFraction        direct_decision; /* of the committee among those who may be hired without exam; unknown = `decision` */
  KpFraction        exempt_decision; /* of the committee among those who may do without the written exam; unknown = `decision` */
  KpFraction        final_test; /* the same two among those whose final totals are equal */
  KpFraction        final_decision;
  const char *const *choices; /* (nullable): post codes, the first is wanted most */
  guint             n_choices;
  gboolean          has_chosen; /* `choices` is what was chosen in turn already, in whatever order it would be now */
  KpFraction        choice_decision; /* of the committee among those who would choose at once: 1 = first */
} KpEntrant;

/* Somebody leaves, or applies for another post after the own one was cancelled; all of one round leave before anybody is
 * called for them. */
typedef struct
{
  guint       entrant; /* index */
  guint       round;   /* from 1 */
  guint       list;    /* before the interview: 0 = of the first list, n = of the one after the n-th heat of the scheme */
  KpLeaving   leaving;
  const char *to; /* (nullable): code of the new post, for whom the own was cancelled; then nobody leaves */
  gboolean    waits; /* may be answered from the reserve pool, and the office hasn't done so: nobody is called for it */
} KpDeparture;

/* What the scheme leaves to the committee, as it decided. */
typedef struct
{
  const char *post;
  gboolean    is_for_shortlist; /* else for the opening */
  gboolean    has_places;
  guint       places;
  KpFraction  ratio; /* of the shortlist; unknown = as it is */
} KpPlacesDecision;

/* 笔试合格线 or 面试合格线 that the committee decides, where each post has its own. */
typedef struct
{
  const char *post;
  KpMark      line;
} KpPostLine;

typedef struct
{
  gboolean                has_line;
  KpMark                  line; /* 笔试合格线 of kind DECIDED, of all posts */
  const KpPostLine       *lines; /* of single posts, where the scheme draws the line per post */
  guint                   n_lines;
  gboolean                has_interview_line;
  KpMark                  interview_line; /* 面试合格线 that is drawn after the interviews, of all posts */
  const KpPostLine       *interview_lines; /* of single posts */
  guint                   n_interview_lines;
  const KpPlacesDecision *places;
  guint                   n_places;
  const KpLeftoverDecision *leftovers;
  guint                   n_leftovers;
} KpContestDecisions;

/* What one test before the interview made of an entrant. */
typedef struct
{
  gboolean          is_in; /* was on the list when the test was held */
  KpFraction        score; /* what the next list is ordered by */
  KpShortlistResult list;
} KpContestHeat;

/* What became of one entrant, with every number on the way. */
typedef struct
{
  const KpSchemePost  *post; /* applied for in the end; NULL = none of the scheme, or withdrawn */
  KpReviewOutcome      review;
  gboolean             is_registered_twice; /* 重复报名: neither registration counts */
  gboolean             is_unpaid;           /* 未按时缴费, where the scheme asks for a fee */
  KpDirectVerdict      direct; /* 免试直接聘用 */
  gboolean             has_left;
  KpLeaving            left; /* the first leaving, in the order of the stages */
  KpWrittenResult      written;
  KpMark               bonus; /* on the target of the scheme's bonus */
  KpMark               bonuses[KP_BONUS_N_TARGETS];
  KpFraction           with_bonus; /* 笔试成绩: part of the total, and ranked where nothing is added for the list alone */
  KpFraction           listed;     /* as the interview list ranks it */
  KpShortlistResult    shortlist;
  KpContestHeat        heats[KP_MAX_HEATS]; /* in the scheme's order */
  KpShortlistVerdict   listed_as;           /* by the latest list that is made */
  gboolean             is_listed;           /* that list has the person, who didn't leave it */
  gboolean             is_interviewed;      /* and it is the list of the interview */
  KpStatedMark         raw;
  KpMark               dropped; /* sum of the examiners' totals that don't count */
  KpFraction           coefficient;
  KpStatedMark         interview; /* corrected */
  const KpInterviewLines *lines; /* borrowed from the scheme; NULL = isn't interviewed */
  KpInterviewLine      line; /* 面试合格线 of this person */
  const KpSchemeTotal *formula; /* borrowed from the scheme; NULL = isn't totalled */
  KpTotalResult        total;
  gboolean             has_final_total; /* 最终成绩: was called to a background check that is scored */
  KpFinalTotalResult   final_total;
  KpFinalResult        final;
  gboolean             is_hired; /* within the places when all is over */
  gboolean             is_in_reserve;
  gboolean             lacks_tie_key; /* the tie waits at a key that this one has no answer to */
  gboolean             is_held_twice; /* 兼报: the person would be hired for this post and for another, and hasn't chosen */
  const char          *chosen; /* (nullable): post code, borrowed from the scheme */
} KpContestResult;

/* One test before the interview, as a post held it. */
typedef struct
{
  gboolean           is_held; /* its list was asked for; it is made when nobody's mark is open */
  guint              places;  /* by which the list is made */
  KpShortlistSummary list;
} KpContestPostHeat;

typedef struct
{
  const KpSchemePost *post;
  guint               index; /* in `posts` */
  guint               n_registered;
  guint               n_passed;
  guint               n_paid;
  KpQuotaOutcome      opening;
  gboolean            needs_decision; /* of the opening */
  guint               places;         /* after opening, moves and leftovers */
  guint               n_direct;       /* of them filled without exam, or waiting for the committee to say by whom */
  gboolean            is_direct_open; /* it hasn't said so yet */
  gboolean            is_exempt_open; /* it hasn't said who does without the written exam */
  gboolean            has_line;
  gboolean            is_line_open; /* 笔试合格线 isn't decided yet: nobody can enter */
  KpMark              line;
  KpShortlistSummary  shortlist;
  KpContestPostHeat   heats[KP_MAX_HEATS]; /* in the scheme's order */
  gboolean            waits_for_leftovers; /* the committee hasn't said where empty places go */
  guint               n_competing; /* with fewer on the interview list the ratio isn't met: no competition */
  KpCorrectionOutcome correction;
  KpPending           pending;
  guint               n_called; /* on the first list of the physical or the background */
  guint               n_empty;  /* places that nobody fills in the end */
  gchar              *why;     /* Chinese: opening and moves */
  GArray             *entrants; /* (element-type guint): indexes */
} KpContestPost;

typedef struct
{
  const KpScheme   *scheme;
  const KpEntrant  *entrants;
  guint             n_entrants;
  KpCandidateFacts *facts;   /* of each entrant, as the scheme reads them */
  KpContestResult  *results; /* results[i] belongs to entrants[i] */
  GPtrArray        *posts;   /* (element-type KpContestPost): in the scheme's order */
} KpContest;

/* One who chooses 依次选岗, or has chosen. */
typedef struct
{
  guint    entrant; /* index */
  guint    round;   /* in which called; 0 = on the first list, or where all choose at once */
  guint    place;   /* in the order of the group; equal places are a tie that stops the choosing */
  guint    group;   /* of several nobody says which is first */
  gboolean is_waiting; /* it isn't known whether this one chooses at all */
} KpContestTurn;

KpContest     *kp_contest_run (const KpScheme           *scheme,
                               const KpEntrant          *entrants,
                               guint                     n_entrants,
                               const KpDeparture        *departures,
                               guint                     n_departures,
                               const KpContestDecisions *decisions);
void           kp_contest_free (KpContest *contest);
GPtrArray     *kp_contest_dup_findings (const KpContest *contest,
                                        guint            entrant,
                                        KpCheck          moment);
KpContestTurn *kp_contest_list_turns (const KpContest *contest,
                                      guint           *n_turns);
KpChoiceOffer *kp_contest_list_offers (const KpContest *contest,
                                       guint           *n_offers);
KpContestPost *kp_contest_get_post (const KpContest *contest,
                                    const char      *code);
gchar         *kp_contest_dup_tie_reason (const KpContest     *contest,
                                          const KpContestPost *post);
KpDate         kp_entrant_get_claim_day (const KpEntrant *who,
                                         const char      *item);
const char    *kp_pending_get_chinese (KpPending pending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpContest, kp_contest_free)

G_END_DECLS
