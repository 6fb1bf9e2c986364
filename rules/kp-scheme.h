/* kp-scheme.h – the scheme 招聘方案: every rule of one campaign, as plain values.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-bonus.h"
#include "kp-choice.h"
#include "kp-conversion.h"
#include "kp-correction.h"
#include "kp-date.h"
#include "kp-deadline.h"
#include "kp-definition.h"
#include "kp-direct-hire.h"
#include "kp-exemption.h"
#include "kp-final-total.h"
#include "kp-grade.h"
#include "kp-hearing-rooms.h"
#include "kp-interview-lines.h"
#include "kp-leftover.h"
#include "kp-mark.h"
#include "kp-panel.h"
#include "kp-physical.h"
#include "kp-proof.h"
#include "kp-quota.h"
#include "kp-requirement.h"
#include "kp-reserve.h"
#include "kp-retention.h"
#include "kp-review.h"
#include "kp-seat.h"
#include "kp-shortlist.h"
#include "kp-stage.h"
#include "kp-substitution.h"
#include "kp-total.h"
#include "kp-track.h"

G_BEGIN_DECLS

/* Texts are owned by the scheme, UTF-8; those marked nullable may be NULL, the others are at least "".
 * Arrays are never NULL. Ratios and weights are integers, marks are KpMark, times minutes of the day. */

/* A street is the employer: party A of the contract. */
typedef struct
{
  gchar *code; /* 2 letters or digits, part of contract numbers */
  gchar *name; /* 城关街道 */
  gchar *employer;       /* 云岭县人民政府城关街道办事处 */
  gchar *credit_code;    /* 统一社会信用代码 */
  gchar *representative; /* 主要负责人 */
  gchar *address;
  gchar *phone;
} KpSchemeStreet;

#define KP_SCHEME_MAX_PAPERS 8

/* A paper that a post sits, where not all posts sit all of them. */
typedef struct
{
  gchar     *code;
  KpFraction weight; /* for this post; unknown = the paper's own */
} KpSchemePostPaper;

/* A formula for some of a post's candidates: serving grid staff without a written exam beside those with one. */
typedef struct
{
  KpCondition *group;
  gchar       *total; /* id of a formula in `totals` */
} KpSchemeTotalFor;

typedef struct
{
  gchar     *code;
  gchar     *name;
  gchar     *street; /* (nullable): street code; NULL = 各街道, chosen when hired */
  guint      places;
  KpTrack    track;
  gchar     *note;
  GPtrArray *requirements; /* (element-type KpRequirement): replace the general ones of the same id */
  gboolean   has_written;
  GPtrArray *papers; /* (element-type KpSchemePostPaper): empty = all */
  gboolean   is_quota_exempt;
  KpFraction quota_ratio;      /* unknown = that of `quota` */
  gboolean   has_quota_action; /* else that of `quota` */
  KpQuotaAction quota_action;
  gchar     *total;               /* id of a formula in `totals` */
  GPtrArray *total_for;           /* (element-type KpSchemeTotalFor): the first that fits, else `total` */
  KpFraction shortlist_ratio;     /* persons for each place; unknown = by the tiers of `shortlist` */
  gboolean   has_shortlist_basis; /* else that of `shortlist` */
  KpShortlistBasis shortlist_basis;
  gboolean   takes_all;           /* everybody over the line is interviewed */
  guint      probation_months;
  gchar     *grade_sequence; /* (nullable): name of one of `grades.sequences`; NULL = no grade is set at hire */
} KpSchemePost;

typedef struct
{
  gchar *code;
  gchar *name;
  KpMark full;
  guint  decimals; /* as entered */
  KpMark step;     /* 0 = any mark with these decimals; KP_MARK (0, 5000) = half points */
  KpFraction weight; /* of the written mark: 1 for a single paper of 100, 2/3 where 150 become 100 */
  gboolean has_line;
  KpMark line;            /* 单科合格线 on the mark of this paper */
  gboolean line_is_strict; /* the mark must lie above it */
  gboolean is_elsewhere;  /* the mark comes from another exam: nobody sits it here */
} KpSchemePaper;

typedef struct
{
  gchar     *code; /* 3 digits in the ticket number */
  KpSeatRoom grid; /* without what `missing` says: kp_scheme_room_get_grid() */
  GPtrArray *missing; /* (element-type utf8): places without a seat, "column-row", both from 1 */
} KpSchemeRoom;

typedef struct
{
  gchar     *code; /* 2 digits in the ticket number */
  gchar     *name;
  gchar     *address;
  GPtrArray *rooms; /* (element-type KpSchemeRoom) */
} KpSchemeSite;

typedef struct
{
  gchar *code;
  gchar *paper; /* code of a paper */
  GPtrArray *posts; /* (element-type utf8): codes of posts; empty = all that sit the paper */
  GPtrArray *rooms; /* (element-type utf8): "01" a site, "01/003" a room; empty = all */
  KpDate date;
  guint  start; /* minutes of the day */
  guint  end;
  guint  entry_from;   /* minutes before the start */
  guint  late_minutes; /* after the start nobody is let in */
} KpSchemeSitting;

/* A line for some: a group, a few posts, or a group at a few posts. */
typedef struct
{
  KpCondition *when;  /* (nullable): NULL = everybody */
  GPtrArray   *posts; /* (element-type utf8): codes; empty = all */
  KpMark       line;
} KpSchemeLineFor;

typedef struct
{
  GPtrArray   *papers;   /* (element-type KpSchemePaper) */
  GPtrArray   *sittings; /* (element-type KpSchemeSitting) */
  GPtrArray   *sites;    /* (element-type KpSchemeSite) */
  KpSeatPolicy seat;
  gchar       *ticket_pattern; /* {year2}{batch2}{site2}{room3}{seat2} */
  guint        batch;
  KpCondition *ground_floor; /* (nullable): who sits on the ground floor */
  KpCondition *extra_time;   /* (nullable): who gets more time, in rooms set aside */
  guint        extra_minutes;
  KpCondition *exempt; /* (nullable): who fulfils it needs no written mark and goes to the interview */
  KpExemptionLimit exempt_limit; /* how many of a post */
  gboolean     has_exempt_mark;
  KpMark       exempt_mark; /* written mark of who is exempt, with bonus and all; in no ranking of the list */
  gboolean     rounds_papers; /* each weighted paper is rounded to paper_decimals first */
  guint        paper_decimals;
  gboolean     zero_paper_is_out; /* zero points in one paper bar the way to the interview */
  KpLine       line;           /* 笔试合格线 */
  GPtrArray   *line_for;       /* (element-type KpSchemeLineFor): the first that fits is the value, else that of `line` */
  int          decimals; /* of the written mark (papers weighted); KP_CORRECTION_EXACT = not rounded */
  KpRounding   rounding;
  guint        recheck_days; /* 查分: after the marks are published; 0 = the notice names no such period */
  gboolean     recheck_in_workdays;
} KpSchemeWritten;

/* Another scored part of the total: 技能测试, 考核, 民主测评. */
typedef struct
{
  gchar *code;
  gchar *name;
  KpMark full;
  guint  decimals;
} KpSchemeOther;

#define KP_MAX_HEATS 4

/* 测试后再入围: a test of those on the list, by which a shorter list is made. */
typedef struct
{
  gchar            *other; /* code of one of `others`: the test */
  GPtrArray        *posts; /* (element-type utf8): whose candidates take it; empty = all */
  gboolean          has_line;
  KpMark            line; /* 测试合格线, on the mark of the test */
  gboolean          line_is_strict;
  gboolean          direct_takes_part; /* also who is on the list without ratio has to pass it */
  KpTotalPolicy     score; /* weights and rounding of what the next list is ordered by; without weights the test's mark */
  KpShortlistPolicy list;  /* how far the next list reaches; without `direct` and `shortage` of kind DECIDE */
} KpSchemeHeat;

/* 资历量化: points for full years of service and for what else the notice counts (education, certificates, honours). */
typedef struct
{
  gboolean applies;
  KpBonusPolicy table; /* only items, groups and their rules; the cap of all stands below */
  gchar   *fact; /* (nullable): date fact on which the service began; NULL = grid_since */
  KpMark   points_per_year;
  KpMark   cap;
  KpDate   date; /* years are counted to this day */
} KpSchemeCredential;

typedef struct
{
  gchar     *code;
  gchar     *name;
  KpMark     full;
  KpFraction weight; /* of the sheet's total; 1 = its marks are simply added */
} KpSchemeElement;

/* Interview lines for some, as KpSchemeLineFor. */
typedef struct
{
  KpCondition     *when;  /* (nullable): NULL = everybody */
  GPtrArray       *posts; /* (element-type utf8): codes; empty = all */
  KpInterviewLines lines; /* instead of those of the rest */
} KpSchemeLinesFor;

typedef struct
{
  GPtrArray         *elements; /* (element-type KpSchemeElement) */
  KpPanelPolicy      panel;
  KpDate             date;
  guint              report_at; /* minutes of the day */
  gchar             *place;
  KpInterviewLines   lines;
  GPtrArray         *lines_for;       /* (element-type KpSchemeLinesFor): the first that fits, else `lines` */
  guint              room_limit;      /* more candidates of one post are split over `rooms_when_over` rooms; 0 = never */
  guint              rooms_when_over;
  KpRoomsBy          rooms_by;        /* who of a split post goes to which room */
  KpCorrectionPolicy correction;
} KpSchemeInterview;

typedef struct
{
  gchar        *id;
  gchar        *label;
  KpTotalPolicy policy;
} KpSchemeTotal;

typedef struct
{
  KpPhysicalPolicy policy; /* also how often the final list may be substituted */
  guint            recheck_days;
  gboolean         recheck_in_workdays;
  guint            recheck_times;
} KpSchemePhysical;

/* 考察: passed or failed; where it is scored, who was called gets a final total. */
typedef struct
{
  KpFinalTotalPolicy score;
} KpSchemeBackground;

/* 报名: what makes an application count. */
typedef struct
{
  gboolean one_post;      /* 限报一个岗位: of several registrations of one person none counts until the others are withdrawn */
  gboolean needs_payment; /* who hasn't paid hasn't applied */
  KpDate   pay_until;     /* none = until the registration ends */
} KpSchemeRegistration;

/* A school leaving that counts as a standard one: 高级工班 as 大专. */
typedef struct
{
  gchar *word;
  gchar *as;
} KpSchemeEducation;

typedef struct
{
  KpDate   from;
  guint    days;
  gboolean is_in_workdays;
} KpSchemePublicity;

/* Which law the contracts are under. */
typedef enum
{
  KP_CONTRACT_LABOUR,      /* 劳动合同, 劳动合同法 */
  KP_CONTRACT_INSTITUTION, /* 事业单位聘用合同, 事业单位人事管理条例 */
} KpContractKind;

typedef struct
{
  KpContractKind kind;
  KpDate start;
  guint  years;
  guint  probation_wage_percent;
  gchar *number_pattern; /* {street}劳合〔{year}〕{serial4}号 */
} KpSchemeContract;

/* 转聘: how grid staff of before become community workers, by the rules of open recruitment. */
typedef struct
{
  KpConversionPolicy policy; /* without a base day: the cut-off; its term is the contract's */
  KpConversionExam exam;     /* what the posts of the track have to be; ANY = nothing is said */
} KpSchemeConversion;

/* Years of work that an education or a certificate stands for. */
typedef struct
{
  gchar *name;
  guint  years;
} KpSchemeEquivalent;

typedef struct
{
  gchar     *name; /* 正职, 副职, 一般 */
  guint      lowest;
  guint      highest;
  guint      step_months;
  GPtrArray *educations;   /* (element-type KpSchemeEquivalent): at most KP_GRADE_MAX_EQUIVALENTS */
  GPtrArray *certificates; /* the same */
} KpSchemeSequence;

/* Money of the scheme is in yuan a month, as a mark of two decimals. */
typedef struct
{
  KpDate from;
  gchar *sequence;
  guint  grade;
  KpMark amount;
} KpSchemePay;

typedef struct
{
  gchar *certificate;
  KpMark amount;
} KpSchemeAllowance;

/* 岗位等级和薪酬. */
typedef struct
{
  GPtrArray *sequences;    /* (element-type KpSchemeSequence) */
  GPtrArray *pay;          /* (element-type KpSchemePay) */
  GPtrArray *allowances;   /* (element-type KpSchemeAllowance): of several certificates the highest */
  KpMark     minimum_wage; /* of the place; 0 = not stated */
} KpSchemeGrades;

/* One element of the assessment at the end of the probation. */
typedef struct
{
  gchar   *name;
  KpMark   full;
  gboolean is_from_survey;
} KpSchemeCriterion;

/* 试用期. */
typedef struct
{
  guint      without; /* bits 1 << KpLink: left out of the chain; the law's own can't be */
  guint      first_days;
  guint      note_days;
  guint      survey_days; /* these five: before the last day */
  guint      meeting_days;
  guint      union_days;
  guint      notice_days;
  guint      least_answers;
  guint      survey_percent; /* satisfied of all answers at least; 0 = no such line */
  KpMark     pass_line;
  KpMark     excellent_line;
  gboolean   may_pass_early;
  guint      early_months;
  gboolean   suspension_extends;
  GPtrArray *criteria; /* (element-type KpSchemeCriterion): empty = the usual six */
  GPtrArray *vetoes;   /* (element-type utf8): empty = the usual five */
} KpSchemeProbation;

/* 期限: the law's numbers are the most. */
typedef struct
{
  guint    contract_days; /* 0 = the law's month */
  guint    insurance_days;
  guint    fund_days;
  guint    objection_days;
  gboolean is_objection_in_workdays;
  KpDate   certificate_by; /* none = 31 July of the year of the publicity */
  guint    n_probation_alarms; /* 0 = the usual ones */
  guint    probation_alarms[KP_DEADLINE_MAX_ALARMS];
  guint    n_term_alarms;
  guint    term_alarms[KP_DEADLINE_MAX_ALARMS];
  KpRetentionPolicy keep;
} KpSchemeDeadlines;

/* What hires may choose: a street, a community, a task. */
typedef struct
{
  gchar *code;
  gchar *name;
  guint  places;
} KpSchemeOffer;

typedef struct
{
  KpChoicePolicy policy;
  GPtrArray     *offers; /* (element-type KpSchemeOffer): empty = the posts with their places */
} KpSchemeChoice;

/* What the notice states and nobody has to compute. */
typedef struct
{
  gchar *id;
  gchar *title;
  gchar *text;
} KpSchemeClause;

typedef struct
{
  gchar *key; /* name of the wording that is replaced */
  gchar *text;
} KpSchemeWording;

/* 红头和版记 of one kind of paper (GB/T 9704-2012, 7.2, 7.4, 10.1). */
typedef struct
{
  gchar     *key;       /* name of the printed form */
  gboolean   is_letter; /* 信函格式 */
  GPtrArray *organs;    /* (element-type utf8): 发文机关标志; empty = the committee */
  gchar     *word;      /* (nullable): behind the organs, 文件 */
  gchar     *number;    /* (nullable): 发文字号; a letter that has one of its own keeps that */
  gchar     *copies;    /* (nullable): 抄送机关 */
  gchar     *printer;   /* (nullable): 印发机关 */
} KpSchemeLetterhead;

/* After which exam it is asked once more how many there are for each place. */
typedef enum
{
  KP_TURNOUT_WRITTEN,   /* 实际参加笔试人数 */
  KP_TURNOUT_INTERVIEW, /* 实际参加面试人数 */
} KpTurnout;

#define KP_N_TURNOUTS (KP_TURNOUT_INTERVIEW + 1)

typedef struct
{
  gchar *code; /* key of the campaign in the record: a–z 0–9 and - */
  gchar *title;
  gchar *county;
  gchar *county_code; /* digits, for {county…} of the ticket pattern; "" = the pattern has no such part */
  gchar *committee; /* who issues and signs */
  gchar *authority; /* 县委社会工作部 */
  gchar *phone;
  gchar *supervision_phone;
  gchar *address;
  gchar *channel; /* where lists are published */
  KpDate notice_date;
  KpDate registration_from;
  KpDate registration_to;
  KpDate cutoff; /* every date condition counts to this day unless it says another */
  KpStageOrder         stages;
  GPtrArray           *bases;        /* (element-type utf8): documents that the notice names */
  GPtrArray           *streets;      /* (element-type KpSchemeStreet) */
  GPtrArray           *facts;        /* (element-type KpFactDef): asked for besides the built-in ones */
  GPtrArray           *education_as; /* (element-type KpSchemeEducation) */
  KpDefinitions        definitions;
  GPtrArray           *posts;        /* (element-type KpSchemePost) */
  GHashTable          *places_of_posts; /* (nullable) (key-type utf8) (value-type guint): see kp_scheme_index_posts() */
  GPtrArray           *requirements; /* (element-type KpRequirement): for every post */
  GPtrArray           *relaxations;  /* (element-type KpRelaxation) */
  GPtrArray           *declarations; /* (element-type utf8): 不得报考情形, declared by the candidate, checked at 考察 */
  GPtrArray           *proofs;       /* (element-type KpProofDef) */
  KpSchemeRegistration registration;
  KpReviewPolicy       review;
  KpQuotaPolicy        quota;
  KpQuotaPolicy        turnout[KP_N_TURNOUTS]; /* of them ratio, action, rounding and minimum are the scheme's */
  KpLeftoverPolicy     leftover;
  KpDirectHirePolicy   direct_hire;
  KpSchemeWritten      written;
  KpBonusPolicy        bonus;
  KpShortlistPolicy    shortlist;
  KpSchemeCredential   credential;
  GPtrArray           *others; /* (element-type KpSchemeOther): at most KP_N_OTHERS */
  GPtrArray           *heats; /* (element-type KpSchemeHeat): at most KP_MAX_HEATS, in the order in which they are held */
  KpSchemeInterview    interview;
  GPtrArray           *totals; /* (element-type KpSchemeTotal) */
  KpSchemePhysical     physical;
  KpSchemeBackground   background;
  KpSubstitutionPolicy substitution;
  KpReservePolicy      reserve;
  KpSchemeChoice       choice;
  KpSchemePublicity    publicity;
  KpSchemeContract     contract;
  KpSchemeConversion   conversion;
  KpSchemeGrades       grades;
  KpSchemeProbation    probation;
  KpSchemeDeadlines    deadlines;
  GPtrArray           *clauses;  /* (element-type KpSchemeClause) */
  GPtrArray           *wordings; /* (element-type KpSchemeWording) */
  GPtrArray           *letterheads; /* (element-type KpSchemeLetterhead) */
} KpScheme;

void                  kp_scheme_init_work (KpScheme *scheme);
void                  kp_scheme_clear_work (KpScheme *scheme);
KpSchemeCriterion    *kp_scheme_criterion_new (void);
void                  kp_scheme_make_probation_policy (const KpScheme *scheme, KpProbationPolicy *policy);
void                  kp_scheme_make_deadline_policy (const KpScheme *scheme, KpDeadlinePolicy *policy);

void                  kp_scheme_init_grades (KpScheme *scheme);
void                  kp_scheme_clear_grades (KpScheme *scheme);
KpSchemeEquivalent   *kp_scheme_equivalent_new (void);
KpSchemeSequence     *kp_scheme_sequence_new (void);
KpSchemePay          *kp_scheme_pay_new (void);
KpSchemeAllowance    *kp_scheme_allowance_new (void);
const KpSchemeSequence *kp_scheme_get_sequence (const KpScheme *scheme, const char *name);
void                  kp_scheme_make_sequence (const KpSchemeSequence *sequence, KpGradeSequence *out);
gboolean              kp_scheme_find_pay (const KpScheme *scheme, const char *sequence, guint grade, KpDate day, gint64 *fen);
gint64                kp_scheme_get_allowance (const KpScheme *scheme, const char *const *certificates);
void                  kp_scheme_make_conversion_policy (const KpScheme *scheme, KpConversionPolicy *policy);
KpConversionExam      kp_scheme_get_conversion_exam (const KpScheme *scheme, const KpSchemePost *post);

KpScheme             *kp_scheme_new (void);
void                  kp_scheme_fill_defaults (KpScheme *scheme);
void                  kp_scheme_free (KpScheme *scheme);

KpSchemeStreet       *kp_scheme_street_new (void);
KpSchemePost         *kp_scheme_post_new (void);
KpSchemePostPaper    *kp_scheme_post_paper_new (void);
KpSchemePaper        *kp_scheme_paper_new (void);
KpSchemeLineFor      *kp_scheme_line_for_new (void);
KpSchemeLinesFor     *kp_scheme_lines_for_new (void);
KpSchemeRoom         *kp_scheme_room_new (void);
KpSchemeSite         *kp_scheme_site_new (void);
KpSchemeSitting      *kp_scheme_sitting_new (void);
KpSchemeElement      *kp_scheme_element_new (void);
KpSchemeOther        *kp_scheme_other_new (void);
KpSchemeHeat        *kp_scheme_heat_new (void);
KpSchemeTotal        *kp_scheme_total_new (void);
KpSchemeTotalFor     *kp_scheme_total_for_new (void);
KpSchemeOffer        *kp_scheme_offer_new (void);
KpSchemeClause       *kp_scheme_clause_new (void);
KpSchemeWording      *kp_scheme_wording_new (void);
KpSchemeLetterhead   *kp_scheme_letterhead_new (void);
KpSchemeEducation    *kp_scheme_education_new (void);

void                  kp_scheme_index_posts (KpScheme *scheme);
const KpSchemePost   *kp_scheme_get_post (const KpScheme *scheme,
                                          const char     *code);
const KpSchemeStreet *kp_scheme_get_street (const KpScheme *scheme,
                                            const char     *code);
const KpSchemePaper  *kp_scheme_get_paper (const KpScheme *scheme,
                                           const char     *code);
gboolean              kp_scheme_room_get_grid (const KpSchemeRoom *room,
                                               KpSeatRoom         *out);
guint                 kp_scheme_site_get_number (const KpSchemeSite *site,
                                                 guint               index);
const KpSchemeSite   *kp_scheme_get_site (const KpScheme *scheme,
                                          const char     *code);
gboolean              kp_scheme_sitting_has_post (const KpScheme        *scheme,
                                                  const KpSchemeSitting *sitting,
                                                  const KpSchemePost    *post);
gboolean              kp_scheme_sitting_has_room (const KpSchemeSitting *sitting,
                                                  const KpSchemeSite    *site,
                                                  const KpSchemeRoom    *room);
gboolean              kp_scheme_sitting_overlaps (const KpSchemeSitting *a,
                                                  const KpSchemeSitting *b);
guint                *kp_scheme_group_sittings (const KpScheme *scheme,
                                                guint          *n_groups);
KpFraction            kp_scheme_get_paper_weight (const KpSchemePost  *post,
                                                  const KpSchemePaper *paper);
GPtrArray            *kp_scheme_list_papers (const KpScheme     *scheme,
                                             const KpSchemePost *post);
const KpSchemeTotal  *kp_scheme_get_total (const KpScheme *scheme,
                                           const char     *id);
const KpProofDef     *kp_scheme_get_proof (const KpScheme *scheme,
                                           const char     *id);
const char           *kp_scheme_get_wording (const KpScheme *scheme,
                                             const char     *key);
const KpSchemeLetterhead *kp_scheme_get_letterhead (const KpScheme *scheme,
                                                    const char     *key);

void                  kp_scheme_settle_bonus (const KpScheme *scheme,
                                              KpBonusPolicy  *policy);
void                  kp_quota_case_init (KpQuotaCase        *out,
                                          const KpScheme     *scheme,
                                          const KpSchemePost *post,
                                          guint               applicants);

gboolean              kp_scheme_asks_turnout (const KpScheme *scheme);
gboolean              kp_scheme_may_skip_written (const KpScheme     *scheme,
                                                  const KpSchemePost *post);

gboolean                kp_scheme_names_post (const GPtrArray *posts,
                                              const char      *code);
const KpSchemeLinesFor *kp_scheme_find_lines_for (const KpScheme         *scheme,
                                                  const KpSchemePost     *post,
                                                  const KpCandidateFacts *facts);
const KpInterviewLines *kp_scheme_get_interview_lines (const KpScheme         *scheme,
                                                       const KpSchemePost     *post,
                                                       const KpCandidateFacts *facts);
gboolean                kp_scheme_is_of_kind (const KpSchemeLinesFor *lines_for,
                                              const KpSchemePost     *own,
                                              const KpSchemePost     *other);
gboolean                kp_scheme_asks_vote (const KpScheme *scheme);
gboolean                kp_scheme_asks_lowest (const KpScheme *scheme);
gboolean                kp_scheme_asks_interview_line (const KpScheme *scheme,
                                                       KpLineDrawn     drawn,
                                                       const char     *post);

void                  kp_scheme_settle_condition (const KpScheme *scheme,
                                                  KpCondition    *condition);
void                  kp_scheme_adapt_facts (const KpScheme     *scheme,
                                             const KpSchemePost *post,
                                             KpCandidateFacts   *facts);
gboolean              kp_scheme_ranks_by_credential (const KpScheme *scheme);
gboolean              kp_scheme_decide_credential (const KpSchemeCredential *credential,
                                                   const KpCandidateFacts   *facts,
                                                   KpMark                   *out);
gboolean              kp_scheme_asks_payment (const KpScheme *scheme);
gboolean              kp_scheme_is_paid (const KpScheme *scheme,
                                         gboolean        has_paid,
                                         KpDate          paid_on);
const KpSchemeTotal  *kp_scheme_get_post_total (const KpScheme     *scheme,
                                                const KpSchemePost *post,
                                                gboolean            is_interview_only);
const KpSchemeTotal  *kp_scheme_decide_total (const KpScheme         *scheme,
                                              const KpSchemePost     *post,
                                              const KpCandidateFacts *facts,
                                              gboolean                is_interview_only);
gboolean              kp_scheme_total_is_comparable (const KpSchemeTotal *one,
                                                     const KpSchemeTotal *other);
gboolean              kp_scheme_may_compare (const KpScheme      *scheme,
                                             const KpSchemeTotal *total,
                                             const KpSchemePost  *post,
                                             gboolean             is_interview_only);
gboolean              kp_scheme_asks_final_total (const KpScheme *scheme);
gboolean              kp_scheme_find_final_part (const KpScheme *scheme,
                                                 KpPart         *part);
gchar                *kp_scheme_dup_part_chinese (const KpScheme *scheme,
                                                  KpPart          part);
gchar                *kp_scheme_dup_tie_chinese (const KpScheme *scheme,
                                                 const KpTie    *tie);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpScheme, kp_scheme_free)

G_END_DECLS
