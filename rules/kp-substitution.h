/* kp-substitution.h – the final lists: who is called first, and who for whom when somebody leaves.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-leaving.h"
#include "kp-mark.h"
#include "kp-condition.h"
#include "kp-physical.h"
#include "kp-rank.h"

G_BEGIN_DECLS

/* Whether leaving at one of `stages` for one of `causes` is answered, and how often in one post. The first rule that
 * fits counts; what no rule fits is allowed. */
typedef struct
{
  KpStage  stages[KP_N_STAGES]; /* none = every stage */
  guint    n_stages;
  KpCause  causes[KP_N_CAUSES]; /* none = every cause */
  guint    n_causes;
  gboolean is_allowed;
  guint    max_times; /* rounds in which it called somebody; 0 = no limit of its own */
} KpSubstitutionRule;

typedef enum
{
  KP_SUBSTITUTES_FROM_POST,
  KP_SUBSTITUTES_FROM_CAMPAIGN, /* what the post's own ranking can't fill, the best by total of all posts fills */
  KP_SUBSTITUTES_FROM_ALL, /* the best by total of all posts fills each place that was left, whoever is next in its post */
} KpSubstitutesFrom;

/* What totals of several formulas may be compared where a place is filled from all posts. */
typedef enum
{
  KP_COMPARE_ONE_FORMULA,  /* the scheme has one for all; the check refuses several */
  KP_COMPARE_TOTALS,       /* totals as they are, whatever they are made of */
  KP_COMPARE_SAME_FORMULA, /* only those whose total is made as that of the post to be filled */
} KpCompare;

#define KP_N_COMPARES (KP_COMPARE_SAME_FORMULA + 1)

/* 志愿和调剂: of several the first that somebody fulfils for the post to be filled says when the person comes. */
typedef struct
{
  gchar       *label; /* 第二志愿 */
  KpCondition *when;
} KpSubstitutionWave;

typedef struct
{
  KpUntil           shortlist;             /* 入围递补 */
  guint             shortlist_days_before; /* working days before the interview; 0 = no such term */
  KpUntil           final;                 /* 体检、考察递补 */
  GPtrArray        *rules;                 /* (element-type KpSubstitutionRule) */
  KpSubstitutesFrom from;
  GPtrArray        *waves;   /* (element-type KpSubstitutionWave): who of other posts comes first; empty = all at once */
  KpCompare         compare; /* FROM_CAMPAIGN */
  gboolean          needs_approval; /* each round is proposed and approved */
} KpSubstitutionPolicy;

/* One who has a total. */
typedef struct
{
  guint       post;  /* index of the post applied for */
  KpRankPlace place; /* of kp_total_decide(); without a place nobody is ever called */
  KpMark      total; /* compared only between posts */
} KpFinalPerson;

/* Whether a person, by index, may fill a place of another post: meets what it asks, and has a total that may be compared.
 * 0 = may not; else the wave in which the person comes, from 1. */
typedef guint (*KpFinalFits) (guint         person,
                              guint         post,
                              gconstpointer data);

/* What keeps a place empty that may be filled. */
typedef enum
{
  KP_HOLD_NONE,
  KP_HOLD_RESERVE, /* it may be answered from the reserve pool, and the office hasn't done so */
  KP_HOLD_REFUSED, /* the scheme asks for an approval, and it was refused */
} KpHold;

/* All of one round leave before anybody is called for them. */
typedef struct
{
  guint     person; /* index */
  guint     round;  /* from 1 */
  KpLeaving leaving;
  KpHold    hold;   /* nobody is called for it */
} KpFinalDeparture;

typedef enum
{
  KP_FINAL_OUT, /* ranked, not within the places: may become a substitute */
  KP_FINAL_IN,
  KP_FINAL_SUBSTITUTE,
  KP_FINAL_UNDECIDED, /* an undecided tie lies across the last place, or something of the post isn't known yet */
  KP_FINAL_NO_PLACE,  /* below a line, absent, void */
  KP_FINAL_LEFT, /* also before the totals: at the list or the re-check */
} KpFinalVerdict;

#define KP_N_FINAL_VERDICTS (KP_FINAL_LEFT + 1)

typedef struct
{
  KpFinalVerdict verdict;
  guint          round;    /* SUBSTITUTE: called in it, 0 = when the first lists were made; LEFT: left in it */
  guint          post;     /* index of the post for which called; another than the own only FROM_CAMPAIGN */
  gboolean       was_in;   /* LEFT: held a place */
  guint          entered;  /* of whoever holds a place, or did: the round in which called; 0 = on the first list */
  gboolean       is_surplus; /* called, but behind the places in the end: the first whom an empty place would go to */
  gboolean       is_hired; /* within the places in the end; of a longer list the best ones */
} KpFinalResult;

/* Why a place stays empty. */
typedef enum
{
  KP_VACANCY_NONE,        /* no place is empty */
  KP_VACANCY_NOT_ALLOWED, /* the scheme has no substitution */
  KP_VACANCY_CAUSE,       /* not for this cause */
  KP_VACANCY_LATE,        /* not at this stage any more */
  KP_VACANCY_TIMES_USED,  /* not so often for this cause */
  KP_VACANCY_ROUNDS_USED, /* not so often in all */
  KP_VACANCY_NOBODY_LEFT,
  KP_VACANCY_UNDECIDED, /* a tie has to be parted by people first */
  KP_VACANCY_SCORE,     /* somebody called has no mark of the background check yet */
  KP_VACANCY_PENDING,   /* a decision or a mark has to come first */
  KP_VACANCY_RESERVE,   /* nobody is called from the reserve pool yet, or it has ended */
  KP_VACANCY_REFUSED,   /* the substitution wasn't approved */
} KpVacancy;

#define KP_N_VACANCIES (KP_VACANCY_REFUSED + 1)

typedef struct
{
  guint     places;
  guint     wanted;   /* on the first list: round (places × ratio) */
  guint     n_called; /* were on it */
  guint     n_rounds; /* in which somebody was called for a leaver */
  guint     n_empty;  /* places that nobody holds in the end */
  KpVacancy vacancy;  /* why the last of them stays empty */
  gchar    *why;      /* Chinese, one sentence for each round that left a place empty; "" when none is */
} KpFinalPost;

typedef struct
{
  KpFinalResult *persons; /* persons[i] belongs to the i-th person given */
  guint          n_persons;
  KpFinalPost   *posts;
  guint          n_posts;
} KpFinal;

KpSubstitutionRule *kp_substitution_rule_new (void);
void                kp_substitution_rule_free (KpSubstitutionRule *rule);
KpSubstitutionWave *kp_substitution_wave_new (void);
void                kp_substitution_wave_free (KpSubstitutionWave *wave);
guint               kp_substitution_policy_find_wave (const KpSubstitutionPolicy *policy,
                                                      const KpCandidateFacts     *facts);
void                kp_substitution_policy_init (KpSubstitutionPolicy *policy);
void                kp_substitution_policy_clear (KpSubstitutionPolicy *policy);

KpFinal            *kp_final_decide (const KpSubstitutionPolicy *policy,
                                     const KpPhysicalPolicy     *list,
                                     const KpStageOrder         *order,
                                     const guint                *places,
                                     const gboolean             *is_pending,
                                     guint                       n_posts,
                                     const KpFinalPerson        *persons,
                                     guint                       n_persons,
                                     const KpFinalDeparture     *departures,
                                     guint                       n_departures,
                                     KpFinalFits                 fits,
                                     gconstpointer               fits_data);
KpFinal            *kp_final_decide_anew (const KpSubstitutionPolicy *policy,
                                          const KpPhysicalPolicy     *list,
                                          const KpStageOrder         *order,
                                          const guint                *places,
                                          const gboolean             *is_pending,
                                          guint                       n_posts,
                                          const KpFinalPerson        *persons,
                                          const KpRankPlace          *last,
                                          guint                       n_persons,
                                          const KpFinalDeparture     *departures,
                                          guint                       n_departures,
                                          KpFinalFits                 fits,
                                          gconstpointer               fits_data);
void                kp_final_free (KpFinal *final);
const char         *kp_final_verdict_get_name (KpFinalVerdict verdict);
const char         *kp_final_verdict_get_chinese (KpFinalVerdict verdict);
const char         *kp_vacancy_get_name (KpVacancy vacancy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFinal, kp_final_free)

G_END_DECLS
