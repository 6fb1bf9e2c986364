/* kp-requirement.h – requirements and relaxations: conditions with their place in the notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-condition.h"

G_BEGIN_DECLS

/* The moments at which a requirement may be looked at; a requirement's `checked` holds several. */
typedef enum
{
  KP_CHECK_REVIEW = 1 << 0,     /* 资格审查 */
  KP_CHECK_RECHECK = 1 << 1,    /* 资格复审, before the interview */
  KP_CHECK_BACKGROUND = 1 << 2, /* 考察 */
} KpCheck;

#define KP_N_CHECKS 3

/* One line of 招聘条件. A post's requirement replaces the general one of the same id. */
typedef struct
{
  gchar       *id;        /* age, education, party … */
  gchar       *label;     /* 年龄, 学历 … */
  gchar       *clause;    /* place in the notice: 二(一)2 */
  gchar       *text;      /* the notice's own sentence */
  gchar       *reason;    /* R01 … R99 of the reason list */
  gchar       *refusal;   /* (nullable): the sentence that the candidate gets; NULL = the reason's usual one */
  gchar       *proof;   /* (nullable): the paper that shows it */
  KpCondition *when;    /* (nullable): who it is asked of; NULL = of everybody */
  KpCondition *condition; /* (nullable): NULL in a post = waived */
  guint        checked; /* KpCheck bits */
  gboolean     is_relaxed; /* of a post's own that replaces a general one: the relaxations of that one count here, too */
} KpRequirement;

/* One line of 放宽条件: for who fulfils `group`, `bound` stands in for the condition of requirement `relaxes`.
 * Relaxations never add up: the most favourable single one counts. */
typedef struct
{
  gchar       *id;
  gchar       *label;   /* 退役军人 … */
  gchar       *clause;
  gchar       *text;
  gchar       *proof;   /* (nullable): the paper that shows that one belongs to the group */
  gchar       *relaxes; /* id of a requirement */
  KpCondition *group;
  KpCondition *bound;
} KpRelaxation;

KpRequirement  *kp_requirement_new (void);
void            kp_requirement_free (KpRequirement *requirement);
KpRelaxation   *kp_relaxation_new (void);
void            kp_relaxation_free (KpRelaxation *relaxation);

const char     *kp_check_get_name (KpCheck check);
const char     *kp_check_get_chinese (KpCheck check);
gboolean        kp_check_parse (const char *name,
                                KpCheck    *out);
const char     *kp_reason_get_sentence (const char *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpRequirement, kp_requirement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpRelaxation, kp_relaxation_free)

G_END_DECLS
